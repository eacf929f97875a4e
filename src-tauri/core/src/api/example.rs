//! What a new vault is filled with: bodies and platforms that every register needs, and, when asked for, an invented register.

use super::reviews::{lock, plain, proposed, with_proposed};
use super::wire::{Answer, ReviewLock};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::kinds::{COVERAGE_PERIODS, Fields, Held, Kind, OFFICIAL_FIGURES, ORDER_ITEMS, ORDER_SOURCES};
use crate::model::rubric::Rubric;
use crate::model::time::{ASTANA, Basis, Moment, Precision};
use crate::store::{Audience, Authority, Change, Complaint, Event, Item, Names, Order, OrderItemFacts, Platform, Seat, Vault};
use serde::Deserialize;
use std::collections::BTreeMap;

const REFERENCE: &str = include_str!("../../../../assets/reference.json");
const REGISTER: &str = include_str!("../../../../assets/examples/register.json");

#[derive(Deserialize)]
struct Reference {
    authorities: Vec<AuthorityText>,
    platforms: Vec<PlatformText>,
}

#[derive(Deserialize)]
struct NamesText {
    kk: String,
    ru: String,
    en: String,
}

#[derive(Deserialize)]
struct AuthorityText {
    kind: String,
    names: NamesText,
    #[serde(default)]
    aliases: Vec<(String, String, String)>,
}

#[derive(Deserialize)]
struct PlatformText {
    kind: String,
    names: NamesText,
    #[serde(default)]
    domains: Vec<String>,
    #[serde(default)]
    measures: Vec<MeasureText>,
}

#[derive(Deserialize)]
struct MeasureText {
    value: i64,
    unit: String,
    period: String,
    source: String,
}

#[derive(Deserialize)]
struct Register {
    authorities: Vec<AuthorityText>,
    platforms: Vec<PlatformText>,
    complaints: Vec<ComplaintText>,
    official: Vec<OfficialText>,
    watched: Vec<WatchedText>,
    orders: Vec<OrderText>,
}

#[derive(Deserialize)]
struct OfficialText {
    publisher: String,
    year: i32,
    metric: String,
    value: i64,
    source: String,
}

#[derive(Deserialize)]
struct WatchedText {
    from: When,
    sources: String,
}

#[derive(Deserialize)]
struct When {
    day: Option<String>,
    at: Option<String>,
    month: Option<String>,
    /// Counted back from now, so that the example always has a clock that runs.
    minutes_ago: Option<i64>,
    offset: Option<String>,
    basis: Option<String>,
}

#[derive(Deserialize)]
struct ComplaintText {
    channel: String,
    filed: Option<When>,
    filer_capacity: String,
    to_expert_group: String,
    decision: String,
    note: String,
    #[serde(default)]
    order_number: String,
}

#[derive(Deserialize)]
struct OrderText {
    instrument: String,
    number: String,
    authority: String,
    platform: String,
    learned: Option<When>,
    learned_how: String,
    /// Who else knows of it.
    #[serde(default)]
    sources: Vec<String>,
    issued: Option<When>,
    received: Option<When>,
    provisions: String,
    ground: String,
    action: String,
    document_seen: String,
    names_items_by_url: String,
    informs_of_appeal: String,
    author_notified: String,
    reasons_level: String,
    note: String,
    #[serde(default)]
    draft: bool,
    items: Vec<ItemText>,
}

#[derive(Deserialize)]
struct ItemText {
    locator: String,
    kind: String,
    language: String,
    text: String,
    posted: Option<When>,
    sensitivity: String,
    outcome: String,
    complied: Option<When>,
    #[serde(default)]
    topic: String,
    #[serde(default)]
    platform_rules: String,
    review: Option<ReviewText>,
}

#[derive(Deserialize)]
struct ReviewText {
    reviewer: String,
    answers: Vec<super::wire::Answer>,
    #[serde(default)]
    expect_verdict: String,
}

const UNREADABLE: Error = Error::Inside("an asset of the app is unreadable");

fn names(text: &NamesText) -> Names {
    Names { kk: text.kk.clone(), ru: text.ru.clone(), en: text.en.clone() }
}

fn moment(when: Option<&When>, now: i64) -> Result<Moment> {
    let Some(when) = when else { return Ok(Moment::unknown()) };
    let offset = when.offset.as_deref().map_or(Some(ASTANA), offset_of).ok_or(UNREADABLE)?;
    let basis = when.basis.as_deref().map_or(Some(Basis::Document), Basis::parse).ok_or(UNREADABLE)?;
    let number = |part: Option<&str>| part.and_then(|p| p.parse::<u32>().ok());
    let date = |text: &str| {
        let mut parts = text.split('-');
        let year = parts.next()?.parse::<i32>().ok()?;
        Some((year, number(parts.next())?, number(parts.next())))
    };
    let made = if let Some(minutes) = when.minutes_ago {
        Some(Moment::exact(now - minutes * 60, offset, basis))
    } else if let Some(at) = &when.at {
        let (day, time) = at.split_once('T').ok_or(UNREADABLE)?;
        let (year, month, day) = date(day).ok_or(UNREADABLE)?;
        let mut parts = time.split(':');
        let (hour, minute) = (number(parts.next()), number(parts.next()));
        Moment::minute((year, month, day.unwrap_or(0)), hour.unwrap_or(99), minute.unwrap_or(99), offset, basis)
    } else if let Some(day) = &when.day {
        date(day).and_then(|(year, month, day)| Moment::day(year, month, day?, offset, basis))
    } else if let Some(month) = &when.month {
        date(month).and_then(|(year, month, _)| Moment::month(year, month, offset, basis))
    } else {
        Some(Moment::unknown())
    };
    made.ok_or(UNREADABLE)
}

fn offset_of(text: &str) -> Option<i32> {
    let (sign, rest) = if let Some(rest) = text.strip_prefix('-') { (-1, rest) } else { (1, text.strip_prefix('+')?) };
    let (hours, minutes) = rest.split_once(':')?;
    Some(sign * (hours.parse::<i32>().ok()? * 60 + minutes.parse::<i32>().ok()?))
}

/// Lays in the bodies and platforms of assets/reference.json, inside the change that makes the vault.
pub(super) fn lay_in_reference(change: &mut Change<'_>) -> Result<()> {
    let reference: Reference = serde_json::from_str(REFERENCE).map_err(|_| UNREADABLE)?;
    for text in &reference.authorities {
        change.add_authority(&Authority { kind: text.kind.clone(), names: names(&text.names), aliases: text.aliases.clone() })?;
    }
    for text in &reference.platforms {
        change.add_platform(&Platform { kind: text.kind.clone(), names: names(&text.names), domains: text.domains.clone() })?;
    }
    Ok(())
}

/// Lays in the invented register, one event after the other, as people would have recorded it.
pub(super) fn lay_in(vault: &Vault) -> Result<()> {
    let register: Register = serde_json::from_str(REGISTER).map_err(|_| UNREADABLE)?;
    lay_in_names(vault, &register)?;
    let rubric = Rubric::load().map_err(|_| UNREADABLE)?;
    let mut by_number = BTreeMap::new();
    let actor = vault.setting("actor")?;
    let mut to_review = Vec::new();
    for text in &register.orders {
        let (id, items) = lay_in_order(vault, text)?;
        lay_in_more(vault, text, &id, &items)?;
        by_number.insert(text.number.as_str(), id);
        to_review.extend(text.items.iter().zip(items).filter_map(|(item, id)| item.review.as_ref().map(|review| (id, review))));
    }
    lay_in_complaints(vault, &register, &by_number)?;
    lay_in_published(vault, &register)?;
    for (place, (id, review)) in to_review.into_iter().enumerate() {
        lay_in_review(vault, rubric, id, review, place)?;
    }
    // Whoever made the vault is at the keyboard again, and nobody in the seat.
    let mut change = vault.begin()?;
    change.set_setting("seat", "")?;
    change.set_setting("actor", &actor)?;
    change.commit(Event::SettingsChanged, vault.id()).map(drop)
}

// Before the reviews: what the checklist rests on is part of what was judged.
fn lay_in_complaints(vault: &Vault, register: &Register, by_number: &BTreeMap<&str, Id>) -> Result<()> {
    let now = vault.env().clock.now_seconds();
    for text in &register.complaints {
        let mut change = vault.begin()?;
        let id = Id::draw(vault.env()).doing("naming a complaint")?;
        let complaint = Complaint {
            reference: change.next_reference("KZ-C-")?,
            channel: text.channel.clone(),
            filed: moment(text.filed.as_ref(), now)?,
            filer_capacity: text.filer_capacity.clone(),
            to_expert_group: text.to_expert_group.clone(),
            decision: text.decision.clone(),
            order: by_number.get(text.order_number.as_str()).filter(|_| !text.order_number.is_empty()).copied(),
            note: text.note.clone(),
            more: Vec::new(),
        };
        change.add_complaint(id, &complaint)?;
        change.commit(Event::ComplaintRecorded, &id)?;
    }
    Ok(())
}

fn lay_in_names(vault: &Vault, register: &Register) -> Result<()> {
    let known: Vec<String> = vault.authorities()?.into_iter().flat_map(|(_, n)| [n.kk, n.ru, n.en]).collect();
    let mut change = vault.begin()?;
    for text in register.authorities.iter().filter(|t| !known.contains(&t.names.ru)) {
        change.add_authority(&Authority { kind: text.kind.clone(), names: names(&text.names), aliases: text.aliases.clone() })?;
    }
    for text in &register.platforms {
        let found = match text.domains.first() {
            Some(domain) => vault.find_platform(domain)?,
            None => vault.find_platform(&text.names.en)?,
        };
        let platform = Platform { kind: text.kind.clone(), names: names(&text.names), domains: text.domains.clone() };
        let id = found.map_or_else(|| change.add_platform(&platform), Ok)?;
        for m in &text.measures {
            let measure = Audience { value: m.value, unit: m.unit.clone(), period: m.period.clone(), source: m.source.clone() };
            change.add_measure(&id, &measure)?;
        }
    }
    change.commit(Event::ExampleLaidIn, vault.id()).map(drop)
}

fn lay_in_order(vault: &Vault, text: &OrderText) -> Result<(Id, Vec<Id>)> {
    let now = vault.env().clock.now_seconds();
    let mut change = vault.begin()?;
    let id = Id::draw(vault.env()).doing("naming an order")?;
    let authority = if text.authority.is_empty() { None } else { Some(change.authority_for(&text.authority)?) };
    let platform = if text.platform.is_empty() { None } else { Some(change.platform_for(&text.platform)?) };
    let order = Order {
        batch: None,
        reference: change.next_reference("KZ-")?,
        instrument: text.instrument.clone(),
        number: text.number.clone(),
        authority,
        platform,
        learned: moment(text.learned.as_ref(), now)?,
        learned_how: text.learned_how.clone(),
        issued: moment(text.issued.as_ref(), now)?,
        received: moment(text.received.as_ref(), now)?,
        provisions: text.provisions.clone(),
        ground: text.ground.clone(),
        action: text.action.clone(),
        document_seen: text.document_seen.clone(),
        names_items_by_url: text.names_items_by_url.clone(),
        informs_of_appeal: text.informs_of_appeal.clone(),
        author_notified: text.author_notified.clone(),
        reasons_level: text.reasons_level.clone(),
        note: text.note.clone(),
        draft: text.draft,
        more: Vec::new(),
    };
    let mut items = Vec::new();
    for item in &text.items {
        let recorded = Item {
            batch: None,
            locator: item.locator.clone(),
            kind: item.kind.clone(),
            language: item.language.clone(),
            text: item.text.clone(),
            posted: moment(item.posted.as_ref(), now)?,
            sensitivity: item.sensitivity.clone(),
            topic: item.topic.clone(),
            more: Vec::new(),
        };
        items.push((recorded, OrderItemFacts { outcome: item.outcome.clone(), complied: moment(item.complied.as_ref(), now)? }));
    }
    let made = change.add_order(id, &order, &items)?;
    change.commit(Event::OrderRecorded, &id)?;
    Ok((id, made))
}

// Who else knows of the order, and what the platform's own rules say of its items: found out later, as in life.
fn lay_in_more(vault: &Vault, text: &OrderText, order: &Id, items: &[Id]) -> Result<()> {
    for list in &text.sources {
        let fields = Fields::from([("order", Held::Link(*order)), ("list", Held::Text(list.clone()))]);
        add(vault, &ORDER_SOURCES, fields)?;
    }
    for (item, id) in text.items.iter().zip(items).filter(|(item, _)| !item.platform_rules.is_empty()) {
        let mut change = vault.begin()?;
        change.amend_record(&ORDER_ITEMS, id, Fields::from([("platform_rules", Held::Text(item.platform_rules.clone()))]))?;
        change.commit(Event::RecordAmended, id)?;
    }
    Ok(())
}

fn lay_in_published(vault: &Vault, register: &Register) -> Result<()> {
    for text in &register.official {
        let day = |month, day| Moment::day(text.year, month, day, ASTANA, Basis::Document).ok_or(UNREADABLE);
        let period = Moment { latest: day(12, 31)?.latest, precision: Precision::Year, ..day(1, 1)? };
        let fields = Fields::from([
            ("publisher", Held::Text(text.publisher.clone())),
            ("period", Held::Moment(period)),
            ("metric", Held::Text(text.metric.clone())),
            ("value", Held::Number(text.value)),
            ("source", Held::Text(text.source.clone())),
        ]);
        add(vault, &OFFICIAL_FIGURES, fields)?;
    }
    for text in &register.watched {
        let from = moment(Some(&text.from), vault.env().clock.now_seconds())?;
        let fields = Fields::from([("watched_from", Held::Moment(from)), ("sources_watched", Held::Text(text.sources.clone()))]);
        add(vault, &COVERAGE_PERIODS, fields)?;
    }
    Ok(())
}

fn add(vault: &Vault, kind: &'static Kind, fields: Fields) -> Result<()> {
    let mut change = vault.begin()?;
    let (id, _) = change.add_record(kind, fields)?;
    change.commit(Event::RecordAdded, &id).map(drop)
}

// Who reviews in the example: every item has two blind reviewers, and the third decides where they differ.
const REVIEWERS: [&str; 3] = ["Дана Қ. (мысал)", "Олег Р. (пример)", "Maya T. (example)"];

// Questions that the second reviewer of the example answers otherwise now and then, so that there is something to measure and to settle. A third
// of the items would be too many to believe.
const EVERY: usize = 9;

fn lay_in_review(vault: &Vault, rubric: &Rubric, order_item: Id, text: &ReviewText, place: usize) -> Result<()> {
    let answers = with_proposed(&text.answers, &proposed(vault, &order_item)?);
    let judged = rubric.judge(&plain(&answers));
    debug_assert!(text.expect_verdict.is_empty() || judged.verdict == text.expect_verdict);
    let mut others = REVIEWERS.iter().filter(|name| **name != text.reviewer);
    let (Some(second), Some(third)) = (others.next(), others.next()) else { return Err(UNREADABLE) };
    review_as(vault, rubric, order_item, &text.reviewer, &text.answers)?;
    let differs = place % EVERY == EVERY - 1;
    let other = if differs { doubting(&text.answers) } else { text.answers.clone() };
    review_as(vault, rubric, order_item, second, &other)?;
    // Every other dispute waits for somebody to decide it.
    if vault.judged(&order_item)?.is_some_and(|j| j.disputed) && place % (2 * EVERY) != EVERY - 1 {
        review_as(vault, rubric, order_item, third, &text.answers)?;
    }
    Ok(())
}

// The answers of somebody who saw the public interest otherwise.
fn doubting(answers: &[Answer]) -> Vec<Answer> {
    let turned = |value: &str| {
        match value {
            "Y" | "LY" => "LN",
            "N" | "LN" => "LY",
            other => other,
        }
        .to_owned()
    };
    let mut answers = answers.to_vec();
    answers.iter_mut().filter(|a| a.code == "A10").for_each(|a| a.value = turned(&a.value));
    answers
}

fn seated(vault: &Vault, name: &str) -> Result<Seat> {
    vault.take_seat_as(name)?;
    vault.seat()
}

fn review_as(vault: &Vault, rubric: &Rubric, order_item: Id, name: &str, answers: &[Answer]) -> Result<()> {
    let seat = seated(vault, name)?;
    let mut change = vault.begin()?;
    change.assign(seat.id(), &order_item)?;
    let place = change.declare(&seat, &order_item, "none", "")?;
    change.commit(Event::ConflictDeclared, &place)?;
    let given = with_proposed(answers, &proposed(vault, &order_item)?);
    let handed = ReviewLock {
        id: order_item.to_string(),
        answers: answers.to_vec(),
        verdict: rubric.judge(&plain(&given)).verdict,
        subject: vault.subject_of(&order_item)?,
        ..ReviewLock::default()
    };
    lock(vault, &seat, &order_item, &handed)
}
