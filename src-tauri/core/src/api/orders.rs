//! Orders, complaints, platforms: recording and reading.

use super::desk::{Words, ledger_line};
use super::wire::{ById, Choices, ComplaintAdd, ComplaintRow, Complaints, MeasureAdd, MoreField, NamedChoice, Nothing, OrderAdd};
use super::wire::{
    OrderAmend, OrderDetail, OrderDraft, OrderItemView, OrderRow, OrdersList, OrdersPage, OutcomeSet, PlatformRow, VerdictCount,
};
use super::wire::{Platforms, Saved, WireTime};
use super::{App, parse_id, seq_of, small, trilingual};
use crate::analysis::{compliance, deadline_of};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::filter::{Filter, Problem};
use crate::model::kinds::{self, Fields, Held, Shape};
use crate::model::rules;
use crate::model::stub::{CSAM_STUB, stub_rule};
use crate::model::terms::{self, meets_threshold};
use crate::model::time::{ASTANA, Basis, Moment, Precision, deadline_state, told_at};
use crate::store::{
    Audience, Change, Complaint, Event, Item, Listed, Order, OrderItemFacts, OrderItemRead, Sort, Tongue, Vault, View, later,
    later_moment,
};
use chrono::Datelike;

const PAGE_MAX: u32 = 500;
/// No cell of the table shows more.
const CELL_CHARS_MAX: usize = 300;
const ITEMS_SHOWN_MAX: usize = 1000;
/// As long as the longest note that an import makes: what can be recorded can be amended.
pub(super) const TEXT_CHARS_MAX: usize = 80_000;
const LOCATORS_MAX: usize = 5_000;

/// Puts a moment on the wire.
pub(super) fn wire_time(m: &Moment) -> WireTime {
    WireTime {
        earliest: m.earliest,
        latest: m.latest,
        precision: m.precision.code().to_owned(),
        offset_minutes: m.offset_minutes,
        basis: m.basis.code().to_owned(),
    }
}

pub(super) fn moment(wire: &WireTime, field: &'static str) -> Result<Moment> {
    let moment = Moment {
        earliest: wire.earliest,
        latest: wire.latest,
        precision: Precision::parse(&wire.precision).ok_or(Error::Invalid(field))?,
        offset_minutes: wire.offset_minutes,
        basis: Basis::parse(&wire.basis).ok_or(Error::Invalid(field))?,
    };
    if moment.is_sound() { Ok(moment) } else { Err(Error::Invalid(field)) }
}

pub(super) fn one_of(list: &[&str], value: &str, field: &'static str) -> Result<String> {
    if list.contains(&value) { Ok(value.to_owned()) } else { Err(Error::Invalid(field)) }
}

pub(super) fn bounded(text: &str, field: &'static str) -> Result<String> {
    if text.chars().count() > TEXT_CHARS_MAX { Err(Error::Invalid(field)) } else { Ok(text.trim().to_owned()) }
}

pub(super) fn orders_list(app: &App, args: OrdersList) -> Result<OrdersPage> {
    let vault = app.vault()?;
    let view = match view_of(&vault, &args.filter, &args.sort, args.descending)? {
        Ok(view) => view,
        Err(problem) => {
            let all = small(vault.count_orders()?);
            let problem = Some(super::search::problem(&args.filter, problem));
            return Ok(OrdersPage { total: 0, all, rows: Vec::new(), problem });
        }
    };
    let offset = usize::try_from(args.offset).unwrap_or(usize::MAX);
    let limit = usize::try_from(args.limit.min(PAGE_MAX)).unwrap_or(0);
    let (total, all, rows) = vault.list_orders(&view, offset, limit)?;
    let words = Words::of(&vault)?;
    let now = vault.env().clock.now_seconds();
    let imports = vault.import_names()?;
    let origin = |r: &Listed| r.batch.as_ref().and_then(|b| imports.get(b)).cloned().unwrap_or_default();
    let rows = rows.iter().map(|r| order_row(r, &words, origin(r), now)).collect();
    Ok(OrdersPage { total: small(total), all: small(all), rows, problem: None })
}

/// Reads a filter as a view. Names are sorted in the language of the window.
pub(super) fn view_of(vault: &Vault, filter: &str, sort: &str, descending: bool) -> Result<std::result::Result<View, Problem>> {
    let filter = match Filter::parse(filter) {
        Ok(filter) => filter,
        Err(problem) => return Ok(Err(problem)),
    };
    let now = filter.told_at(vault.env().clock.now_seconds());
    Ok(Ok(View { filter, now, sort: Sort::parse(sort, Tongue::parse(&vault.setting("lang")?)), descending }))
}

fn cut(text: &str) -> String {
    text.chars().take(CELL_CHARS_MAX).collect()
}

fn order_row(row: &Listed, words: &Words, origin: String, now: i64) -> OrderRow {
    let count = |fits: &dyn Fn(&str) -> bool| small(row.outcomes.iter().filter(|(o, _)| fits(o)).count());
    let verdicts = terms::VERDICTS.iter().map(|v| (*v, row.verdicts.iter().filter(|w| w == v).count()));
    OrderRow {
        id: row.id.to_string(),
        reference: row.reference.clone(),
        number: row.number.clone(),
        authority: words.authority(row.authority.as_ref()),
        platform: words.platform(row.platform.as_ref()),
        instrument: row.instrument.clone(),
        issued: wire_time(&row.issued),
        received: wire_time(&row.received),
        learned: wire_time(&row.learned),
        learned_how: row.learned_how.clone(),
        deadline: wire_time(&row.received.deadline()),
        deadline_state: deadline_of(&row.received, &row.outcomes, now).code().to_owned(),
        items: small(row.outcomes.len()),
        removed: count(&|o| matches!(o, "removed" | "geo_blocked" | "account_suspended")),
        known: count(&|o| o != "unknown"),
        reviewed: row.reviewed,
        verdicts: verdicts
            .filter(|(_, n)| *n > 0)
            .map(|(v, n)| VerdictCount { verdict: v.to_owned(), count: small(n) })
            .collect(),
        ground: row.ground.clone(),
        action: row.action.clone(),
        document_seen: row.document_seen.clone(),
        reasons_level: row.reasons_level.clone(),
        provisions: cut(&row.provisions),
        names_items_by_url: row.names_items_by_url.clone(),
        informs_of_appeal: row.informs_of_appeal.clone(),
        author_notified: row.author_notified.clone(),
        note: cut(&row.note),
        note_cut: row.note.chars().nth(CELL_CHARS_MAX).is_some(),
        draft: row.draft,
        first_locator: cut(&row.first_locator),
        origin,
        recorded_at: row.recorded_at.div_euclid(1_000_000),
    }
}

pub(super) fn order_show(app: &App, args: ById) -> Result<OrderDetail> {
    let vault = app.vault()?;
    let id = parse_id(&args.id)?;
    let order = vault.order(&id)?;
    let items = vault.items_of(&id, ITEMS_SHOWN_MAX)?;
    let places = vault.item_places(&id)?;
    let words = Words::of(&vault)?;
    let now = vault.env().clock.now_seconds();
    // As the table tells it: of all items, and with what was seen.
    let outcomes = vault.order_listed(&id)?.map(|listed| listed.outcomes).unwrap_or_default();
    let (deadline, basis) = match (order.received.bounds(), order.issued.bounds()) {
        (Some(_), _) => (order.received.deadline(), "h24_from_receipt"),
        // Only a flagged estimate: the term runs from receipt (domain model, integrity rules).
        (None, Some(_)) => (order.issued.deadline(), "h24_from_issue"),
        (None, None) => (Moment::unknown(), "not_stated"),
    };
    Ok(OrderDetail {
        id: args.id,
        reference: order.reference.clone(),
        authority: words.authority(order.authority.as_ref()),
        platform: words.platform(order.platform.as_ref()),
        deadline: wire_time(&deadline),
        deadline_basis: basis.to_owned(),
        deadline_state: deadline_of(&order.received, &outcomes, now).code().to_owned(),
        items_total: vault.count_items(&id)?,
        complaint: vault.complaint_of(&id)?.map(|(id, c)| complaint_row(&id, &c, order.reference.clone())),
        history: vault.history_of(&id)?.iter().map(ledger_line).collect(),
        batch: order.batch.map(|b| b.to_string()),
        order: draft_of(&order, &items, &words),
        items: items.iter().map(|i| item_view(i, places.get(&i.id).copied().unwrap_or(0), &order.received, now)).collect(),
    })
}

/// Says where an item stands against the 24-hour term, by when the platform acted, when it was last seen up, and when first seen down.
pub(super) fn state_of_term(received: &Moment, outcome: &str, times: &[Moment; 3], now: i64) -> String {
    let [complied, seen_up, seen_down] = times;
    let told = told_at(outcome, *complied, seen_up, seen_down);
    deadline_state(received, &compliance(outcome, &told), now).code().to_owned()
}

pub(super) fn item_view(read: &OrderItemRead, place: u32, received: &Moment, now: i64) -> OrderItemView {
    let item = &read.order_item;
    let seen = |name: &str| later_moment(&kinds::ORDER_ITEMS, &item.more, name);
    let times = [item.complied, seen("last_seen_up"), seen("first_seen_down")];
    let state = state_of_term(received, &item.outcome, &times, now);
    OrderItemView {
        id: read.id.to_string(),
        item: read.order_item.item.to_string(),
        place,
        locator: read.item.locator.clone(),
        kind: read.item.kind.clone(),
        text: read.item.text.clone(),
        language: read.item.language.clone(),
        outcome: read.order_item.outcome.clone(),
        complied: wire_time(&read.order_item.complied),
        deadline_state: state,
        verdict: read.verdict.clone(),
        sensitivity: read.item.sensitivity.clone(),
    }
}

fn draft_of(order: &Order, items: &[OrderItemRead], words: &Words) -> OrderDraft {
    OrderDraft {
        instrument: order.instrument.clone(),
        number: order.number.clone(),
        authority: words.spoken(words.authority(order.authority.as_ref())),
        platform: words.spoken(words.platform(order.platform.as_ref())),
        learned: wire_time(&order.learned),
        learned_how: order.learned_how.clone(),
        issued: wire_time(&order.issued),
        received: wire_time(&order.received),
        provisions: order.provisions.clone(),
        ground: order.ground.clone(),
        action: order.action.clone(),
        document_seen: order.document_seen.clone(),
        names_items_by_url: order.names_items_by_url.clone(),
        informs_of_appeal: order.informs_of_appeal.clone(),
        author_notified: order.author_notified.clone(),
        reasons_level: order.reasons_level.clone(),
        locators: items.iter().map(|i| i.item.locator.clone()).collect(),
        text: items.first().map(|i| i.item.text.clone()).unwrap_or_default(),
        note: order.note.clone(),
        draft: order.draft,
    }
}

/// A form in which nothing is known but that we learned of it now.
pub(super) fn empty_draft(now: i64) -> OrderDraft {
    OrderDraft {
        instrument: "unknown".to_owned(),
        number: String::new(),
        authority: String::new(),
        platform: String::new(),
        learned: wire_time(&Moment::exact(now, ASTANA, Basis::Observed)),
        learned_how: "unknown".to_owned(),
        issued: wire_time(&Moment::unknown()),
        received: wire_time(&Moment::unknown()),
        provisions: String::new(),
        ground: "not_stated".to_owned(),
        action: "delete".to_owned(),
        document_seen: "unknown".to_owned(),
        names_items_by_url: "unknown".to_owned(),
        informs_of_appeal: "unknown".to_owned(),
        author_notified: "unknown".to_owned(),
        reasons_level: "unknown".to_owned(),
        locators: Vec::new(),
        text: String::new(),
        note: String::new(),
        draft: true,
    }
}

/// Checks a form and turns it into an order; names are resolved inside the change.
fn order_of(change: &mut Change<'_>, form: &OrderDraft, reference: String, before: Option<(&Order, &Words)>) -> Result<Order> {
    let named = |text: &str| !text.trim().is_empty();
    // A name that the form was given and gives back means whom it meant, whoever else goes by it.
    let kept = |written: &str, id: Option<Id>, name: &dyn Fn(&Words, Option<&Id>) -> super::wire::Trilingual| {
        before.and_then(|(_, words)| id.filter(|id| words.spoken(name(words, Some(id))) == written.trim()))
    };
    let own = before.map(|(order, _)| order);
    let authority = match kept(&form.authority, own.and_then(|o| o.authority), &|w, id| w.authority(id)) {
        Some(id) => Some(id),
        None if named(&form.authority) => Some(change.authority_for(&bounded(&form.authority, "authority")?)?),
        None => None,
    };
    let platform = match kept(&form.platform, own.and_then(|o| o.platform), &|w, id| w.platform(id)) {
        Some(id) => Some(id),
        None if named(&form.platform) => Some(change.platform_for(&bounded(&form.platform, "platform")?)?),
        None => None,
    };
    // What the form does not show stays as it is.
    let (batch, more) = before.map_or((None, Vec::new()), |(b, _)| (b.batch, b.more.clone()));
    Ok(Order {
        batch,
        reference,
        instrument: one_of(&terms::INSTRUMENTS, &form.instrument, "instrument")?,
        number: bounded(&form.number, "number")?,
        authority,
        platform,
        learned: moment(&form.learned, "learned")?,
        learned_how: one_of(&terms::LEARNED_HOW, &form.learned_how, "learned_how")?,
        issued: moment(&form.issued, "issued")?,
        received: moment(&form.received, "received")?,
        provisions: bounded(&form.provisions, "provisions")?,
        ground: one_of(&terms::GROUNDS, &form.ground, "ground")?,
        action: one_of(&terms::ACTIONS, &form.action, "action")?,
        document_seen: one_of(&terms::DOCUMENT_SEEN, &form.document_seen, "document_seen")?,
        names_items_by_url: one_of(&terms::NAMES_ITEMS, &form.names_items_by_url, "names_items_by_url")?,
        informs_of_appeal: one_of(&terms::TRI, &form.informs_of_appeal, "informs_of_appeal")?,
        author_notified: one_of(&terms::TRI, &form.author_notified, "author_notified")?,
        reasons_level: one_of(&terms::REASONS_LEVELS, &form.reasons_level, "reasons_level")?,
        note: bounded(&form.note, "note")?,
        draft: form.draft,
        more,
    })
}

fn items_of(form: &OrderDraft) -> Result<Vec<Item>> {
    let mut locators: Vec<&str> = form.locators.iter().map(|l| l.trim()).filter(|l| !l.is_empty()).collect();
    if locators.len() > LOCATORS_MAX || locators.iter().any(|l| l.len() > TEXT_CHARS_MAX) {
        return Err(Error::Invalid("locators"));
    }
    let mut seen = std::collections::BTreeSet::new();
    locators.retain(|l| seen.insert(*l));
    let mut items: Vec<Item> = locators.into_iter().map(Item::at).collect();
    let text = bounded(&form.text, "text")?;
    if !text.is_empty() {
        match items.first_mut() {
            Some(first) => first.text = text,
            None => items.push(Item { text, ..Item::at("") }),
        }
    }
    Ok(items)
}

// An item of which the register keeps that it exists and to whom it was reported.
fn stub(note: String) -> crate::store::Row {
    later(&kinds::ITEMS, &Fields::from([("stub", Held::Mark), ("referral_note", Held::Text(note))]))
}

/// Turns what was read beyond the form into the fields of an order. A reading that no field has a place for is left out.
fn more_of(more: &[MoreField], action: &str) -> Result<crate::store::Row> {
    let mut fields = Fields::new();
    let mut actions: Vec<String> = Vec::new();
    for MoreField { field, value } in more {
        let value = bounded(value, "more")?;
        match field.as_str() {
            "actions" if value != action && terms::ACTIONS.contains(&value.as_str()) => actions.push(value),
            "deadline_stated" => {
                let day = value.strip_prefix("date:").and_then(|day| chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
                if let Some(day) = day.and_then(|d| Moment::day(d.year(), d.month(), d.day(), ASTANA, Basis::Document)) {
                    fields.insert("deadline_stated", Held::Moment(day));
                }
                let basis = match value.as_str() {
                    "immediate" | "asap" => "immediate",
                    // Twenty-four hours: from when, a field of its own says.
                    "h24" => "",
                    _ => "other",
                };
                if !basis.is_empty() {
                    fields.insert("deadline_basis", Held::Text(basis.to_owned()));
                }
            }
            "scope" | "duration" | "secrecy_demanded" | "deadline_basis" => {
                let code = value.to_lowercase();
                let field = kinds::ORDERS.field(field);
                if let Some((field, Shape::Code(values, unset))) = field.map(|f| (f, f.shape))
                    && values.contains(&code.as_str())
                    && code != unset
                {
                    fields.insert(field.name, Held::Text(code));
                }
            }
            "stated_reasons" | "signatory_role" | "court_act_cited" if !value.is_empty() => {
                if let Some(field) = kinds::ORDERS.field(field) {
                    fields.insert(field.name, Held::Text(value));
                }
            }
            _ => {}
        }
    }
    if !actions.is_empty() {
        actions.sort_by_key(|code| terms::ACTIONS.iter().position(|a| a == code));
        actions.dedup();
        fields.insert("more_actions", Held::Codes(actions));
    }
    rules::check(&kinds::ORDERS, None, &fields).map_err(|breach| Error::Invalid(breach.field))?;
    Ok(later(&kinds::ORDERS, &fields))
}

pub(super) fn order_add(app: &App, args: OrderAdd) -> Result<Saved> {
    let vault = app.vault()?;
    let items = match bounded(&args.referral, "referral")? {
        note if note.is_empty() => items_of(&args.order)?,
        note => {
            stub_rule(CSAM_STUB, &args.order.locators.concat(), &args.order.text).map_err(Error::Invalid)?;
            // Nor may its words come in by another field.
            let words = [("note", &args.order.note), ("provisions", &args.order.provisions)];
            if let Some((field, _)) = words.into_iter().find(|(_, text)| !text.trim().is_empty()) {
                return Err(Error::Invalid(field));
            }
            if !args.more.is_empty() {
                return Err(Error::Invalid("more"));
            }
            vec![Item { more: stub(note), ..Item::at("") }]
        }
    };
    let mut items = items;
    let language = args.more.iter().find(|m| m.field == "language").map(|m| m.value.as_str());
    if let (Some(code), Some(first)) = (language.filter(|l| terms::ITEM_LANGUAGES.contains(l)), items.first_mut())
        && !first.text.is_empty()
    {
        code.clone_into(&mut first.language);
    }
    let more = more_of(&args.more, &args.order.action)?;
    let mut change = vault.begin()?;
    let reference = change.next_reference("KZ-")?;
    let mut order = order_of(&mut change, &args.order, reference.clone(), None)?;
    order.more = more;
    let id = Id::draw(change.env()).doing("naming an order")?;
    let items: Vec<(Item, OrderItemFacts)> = items.into_iter().map(|i| (i, OrderItemFacts::default())).collect();
    change.add_order(id, &order, &items)?;
    let seq = change.commit(Event::OrderRecorded, &id)?;
    app.changed(&["orders", "platforms", "ledger"]);
    Ok(Saved { id: id.to_string(), reference, seq: seq_of(seq) })
}

pub(super) fn order_amend(app: &App, args: OrderAmend) -> Result<Saved> {
    let vault = app.vault()?;
    let id = parse_id(&args.id)?;
    let before = vault.order(&id)?;
    // The form shows the first thousand items and the text of the first; an amendment adds addresses and takes none away.
    let items: Vec<Item> = items_of(&OrderDraft { text: String::new(), ..args.order.clone() })?;
    let words = Words::of(&vault)?;
    let mut change = vault.begin()?;
    let order = order_of(&mut change, &args.order, before.reference.clone(), Some((&before, &words)))?;
    change.amend_order(id, &order, &items)?;
    let seq = change.commit(Event::OrderAmended, &id)?;
    app.changed(&["orders", "platforms", "ledger"]);
    Ok(Saved { id: args.id, reference: before.reference, seq: seq_of(seq) })
}

pub(super) fn outcome_set(app: &App, args: OutcomeSet) -> Result<Saved> {
    let vault = app.vault()?;
    let id = parse_id(&args.id)?;
    let outcome = one_of(&terms::OUTCOMES, &args.outcome, "outcome")?;
    let complied = moment(&args.complied, "complied")?;
    let mut change = vault.begin()?;
    let order = change.set_outcome(id, &outcome, &complied)?;
    let seq = change.commit(Event::OutcomeRecorded, &order)?;
    app.changed(&["orders", "ledger"]);
    Ok(Saved { id: args.id, reference: vault.order(&order)?.reference, seq: seq_of(seq) })
}

pub(super) fn complaint_row(id: &Id, c: &Complaint, order_reference: String) -> ComplaintRow {
    ComplaintRow {
        id: id.to_string(),
        reference: c.reference.clone(),
        channel: c.channel.clone(),
        filed: wire_time(&c.filed),
        filer_capacity: c.filer_capacity.clone(),
        decision: c.decision.clone(),
        to_expert_group: c.to_expert_group.clone(),
        note: c.note.clone(),
        order_reference,
    }
}

pub(super) fn complaints_list(app: &App, _: Nothing) -> Result<Complaints> {
    let vault = app.vault()?;
    let complaints = vault.complaints()?;
    let rows = complaints.iter().map(|(id, c)| {
        let order = c.order.as_ref().map(|o| vault.order(o).map(|o| o.reference)).transpose()?.unwrap_or_default();
        Ok(complaint_row(id, c, order))
    });
    Ok(Complaints { rows: rows.collect::<Result<_>>()? })
}

pub(super) fn complaint_add(app: &App, args: ComplaintAdd) -> Result<Saved> {
    let vault = app.vault()?;
    let order = match args.order_reference.trim() {
        "" => None,
        reference => Some(vault.order_by_reference(reference).map_err(|_| Error::Invalid("order_reference"))?),
    };
    let mut change = vault.begin()?;
    let complaint = Complaint {
        reference: change.next_reference("KZ-C-")?,
        channel: one_of(&terms::CHANNELS, &args.channel, "channel")?,
        filed: moment(&args.filed, "filed")?,
        filer_capacity: one_of(&terms::FILERS, &args.filer_capacity, "filer_capacity")?,
        to_expert_group: one_of(&terms::TRI, &args.to_expert_group, "to_expert_group")?,
        decision: one_of(&terms::DECISIONS, &args.decision, "decision")?,
        order,
        note: bounded(&args.note, "note")?,
        more: Vec::new(),
    };
    let id = Id::draw(change.env()).doing("naming a complaint")?;
    change.add_complaint(id, &complaint)?;
    let seq = change.commit(Event::ComplaintRecorded, &id)?;
    app.changed(&["complaints", "orders", "records", "ledger"]);
    Ok(Saved { id: id.to_string(), reference: complaint.reference, seq: seq_of(seq) })
}

pub(super) fn platforms_list(app: &App, _: Nothing) -> Result<Platforms> {
    let rows = app.vault()?.platforms()?.into_iter().map(|read| {
        let measures = read.measures.iter().map(|m| (m.value, m.unit.as_str(), m.period.as_str()));
        let (meets, which) = meets_threshold(measures);
        let deciding = which.and_then(|i| read.measures.get(i)).or(read.measures.last());
        PlatformRow {
            id: read.id.to_string(),
            name: trilingual(&read.platform.names),
            kind: read.platform.kind,
            domains: read.platform.domains,
            meets_threshold: meets.to_owned(),
            measure_value: deciding.map(|m| m.value),
            measure_unit: deciding.map(|m| m.unit.clone()).unwrap_or_default(),
            measure_period: deciding.map(|m| m.period.clone()).unwrap_or_default(),
            measure_source: deciding.map(|m| m.source.clone()).unwrap_or_default(),
            orders: read.orders,
        }
    });
    Ok(Platforms { rows: rows.collect() })
}

pub(super) fn measure_add(app: &App, args: MeasureAdd) -> Result<Saved> {
    let vault = app.vault()?;
    let platform = parse_id(&args.platform)?;
    if args.value < 0 {
        return Err(Error::Invalid("value"));
    }
    let source = bounded(&args.source, "source")?;
    if source.is_empty() {
        return Err(Error::Invalid("source"));
    }
    let period = bounded(&args.period, "period")?;
    if chrono::NaiveDate::parse_from_str(&format!("{period}-01"), "%Y-%m-%d").is_err() {
        return Err(Error::Invalid("period"));
    }
    let measure = Audience { value: args.value, unit: one_of(&terms::AUDIENCE_UNITS, &args.unit, "unit")?, period, source };
    let mut change = vault.begin()?;
    let id = change.add_measure(&platform, &measure)?;
    let seq = change.commit(Event::MeasureAdded, &platform)?;
    app.changed(&["platforms", "ledger"]);
    Ok(Saved { id: id.to_string(), reference: String::new(), seq: seq_of(seq) })
}

pub(super) fn choices(app: &App, _: Nothing) -> Result<Choices> {
    let vault = app.vault()?;
    let list = |names: Vec<(Id, crate::store::Names)>| {
        names.iter().map(|(id, n)| NamedChoice { id: id.to_string(), name: trilingual(n) }).collect()
    };
    Ok(Choices { authorities: list(vault.authorities()?), platforms: list(vault.platform_names()?) })
}
