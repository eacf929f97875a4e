//! Reviewing one item by the published rubric: seats and queues, the sheet, its lock.

mod agreement;
mod beside;
mod calibration;
pub(super) mod checklist;

pub(super) use agreement::{agreement, measured_agreement};
pub(super) use beside::{order_findings, review_context};
pub(super) use calibration::{
    calibration, calibration_answer, calibration_answers, calibration_counts, calibration_open, calibration_save,
};

use super::orders::{item_view, wire_time};
use super::wire::{
    Answer, Assign, Assigned, ById, ConflictDeclare, Correction, CycleOpen, DisputedQuestion, Judgement, LockedReview, NextItem,
    Nothing, Question, Queue, QueueAsk, QueueRow, ReviewJudge, ReviewLock, ReviewOutcome, ReviewReading, ReviewSave, ReviewSheet,
    ReviewerRow, Reviewers, Saved, SeatTake, Trilingual,
};
use super::{App, parse_id, seq_of, small};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::mask::{cover, cover_quote, is_quoted, uncover};
use crate::model::rubric::{self, Rubric};
use crate::model::settle::{REGISTER, written};
use crate::model::terms::VERDICTS;
use crate::store::{Draft, Event, Handed, Judged, OrderItemRead, Place, QueueLine, Queued, ReviewRead, Round, Seat, Vault, hex};
use std::collections::BTreeSet;
use std::sync::Arc;

const QUEUE_MAX: u32 = 200;
const ASSIGN_MAX: u32 = 500;
const ANSWERS_MAX: usize = 100;
const TEXT_CHARS_MAX: usize = 4_000;
const EXHIBIT_CHARS_MAX: usize = 200;
/// A sheet that stayed open longer than this was not being read.
const SECONDS_MAX: u32 = 7 * 24 * 3_600;

/// Drops what the rules do not look at.
pub(super) fn plain(answers: &[Answer]) -> Vec<rubric::Answer> {
    answers.iter().map(|a| rubric::Answer { code: a.code.clone(), value: a.value.clone() }).collect()
}

/// Returns the version of the method by which reviews are made now.
pub(super) fn in_use(vault: &Vault) -> Result<Arc<Rubric>> {
    vault.rubric(&vault.method_in_use()?)
}

pub(super) fn read_answers(json: &str) -> Result<Vec<Answer>> {
    serde_json::from_str(json).map_err(|_| Error::Inside("answers are unreadable"))
}

// An answer as it is kept: what it does not rest on is left out. Most answers of a sheet are a code and a value, and all of them are read
// and deciphered whenever the register is verified.
#[derive(serde::Serialize)]
struct Kept<'a> {
    code: &'a str,
    value: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    quote: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    exhibit: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
    #[serde(skip_serializing_if = "unsaid")]
    confidence: u8,
    #[serde(skip_serializing_if = "str::is_empty")]
    from: &'a str,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn unsaid(confidence: &u8) -> bool {
    *confidence == 0
}

fn write_answers(answers: &[Answer]) -> Result<String> {
    write_answers_beside(answers, &[])
}

// An answer that the register gives and to which the reviewer added nothing, neither a ground nor how sure they are, is kept as the
// register's: nobody judged it, so it is no agreement of two people.
fn write_answers_beside(answers: &[Answer], proposed: &[Answer]) -> Result<String> {
    let kept: Vec<Kept<'_>> = answers
        .iter()
        .map(|a @ Answer { code, value, quote, exhibit, note, confidence }| Kept {
            code,
            value,
            quote,
            exhibit,
            note,
            confidence: *confidence,
            from: if proposed.iter().any(|p| p == a) { REGISTER } else { "" },
        })
        .collect();
    serde_json::to_string(&kept).map_err(|_| Error::Inside("writing answers"))
}

pub(super) fn reviewers(app: &App, _: Nothing) -> Result<Reviewers> {
    let vault = app.vault()?;
    let seat = vault.seat_if_any()?;
    let set = calibration::Set::load()?;
    let answered = vault.calibrated(set.version())?;
    let rubric = in_use(&vault)?;
    let mut right: std::collections::BTreeMap<Id, usize> = std::collections::BTreeMap::new();
    for own in &answered {
        *right.entry(own.seat).or_default() += usize::from(set.is_right(&rubric, &own.case, &own.answers)?);
    }
    let rows = vault.reviewers()?.into_iter().map(|r| {
        let own = || answered.iter().filter(|a| a.seat == r.id);
        ReviewerRow {
            calibrated: small(own().count()),
            calibrated_right: small(right.get(&r.id).copied().unwrap_or(0)),
            calibration: small(set.len()),
            id: r.id.to_string(),
            name: r.name,
            outside: r.outside,
            locked: r.locked,
            open: r.open,
        }
    });
    Ok(Reviewers {
        rows: rows.collect(),
        seat: seat.map(|s| s.id().to_string()).unwrap_or_default(),
        actor: vault.setting("actor")?,
    })
}

pub(super) fn seat_take(app: &App, args: SeatTake) -> Result<Reviewers> {
    let vault = app.vault()?;
    if args.id.is_empty() {
        vault.take_seat_as(&args.name)?;
    } else {
        vault.take_seat(&parse_id(&args.id)?)?;
    }
    app.changed(&["reviews", "vault", "records", "ledger"]);
    reviewers(app, Nothing {})
}

pub(super) fn review_queue(app: &App, args: QueueAsk) -> Result<Queue> {
    let vault = app.vault()?;
    let counts = vault.counts()?;
    // Without a seat nothing is given to anybody: the window asks who sits here.
    let Some(seat) = vault.seat_if_any()? else {
        return Ok(Queue {
            rows: Vec::new(),
            cut: false,
            open: counts.to_review,
            mine: 0,
            waiting: 0,
            disputed: 0,
            again: 0,
            settled: 0,
            questions: Vec::new(),
            seat: String::new(),
        });
    };
    let queues = vault.queue_counts(&seat)?;
    let lines = match args.line.as_str() {
        "" => vec![QueueLine::Mine, QueueLine::Free],
        code => vec![QueueLine::parse(code).ok_or(Error::Invalid("line"))?],
    };
    let mut rows = Vec::new();
    for line in lines {
        // One more than is listed tells whether there are more.
        let limit = (QUEUE_MAX + 1).saturating_sub(u32::try_from(rows.len()).unwrap_or(u32::MAX));
        rows.extend(vault.queue(&seat, line, &args.question, limit)?.into_iter().map(|q| queue_row(line, q)));
    }
    let cut = rows.len() > QUEUE_MAX as usize;
    rows.truncate(QUEUE_MAX as usize);
    Ok(Queue {
        rows,
        cut,
        open: counts.to_review,
        mine: queues.mine,
        waiting: queues.waiting,
        disputed: queues.disputed,
        again: queues.again,
        settled: queues.settled,
        questions: queues.questions.into_iter().map(|(code, count)| DisputedQuestion { code, count }).collect(),
        seat: seat.name().to_owned(),
    })
}

fn queue_row(line: QueueLine, q: Queued) -> QueueRow {
    QueueRow {
        id: q.id.to_string(),
        reference: q.reference,
        locator: q.locator,
        kind: q.kind,
        language: q.language,
        state: if q.started { "started" } else { line.code() }.to_owned(),
        round: q.round,
        cycle: q.cycle,
        verdict: (!q.verdict.is_empty()).then_some(q.verdict),
        disputes: q.disputes,
        changed: q.changed,
    }
}

pub(super) fn review_next(app: &App, _: Nothing) -> Result<NextItem> {
    let vault = app.vault()?;
    Ok(NextItem { id: vault.next_item(&vault.seat()?)?.map(|id| id.to_string()) })
}

pub(super) fn review_assign(app: &App, args: Assign) -> Result<Assigned> {
    let vault = app.vault()?;
    let count = vault.assign_next(&parse_id(&args.first)?, &parse_id(&args.second)?, args.count.min(ASSIGN_MAX))?;
    app.changed(&["reviews", "ledger"]);
    Ok(Assigned { count })
}

pub(super) fn review_conflict(app: &App, args: ConflictDeclare) -> Result<ReviewSheet> {
    let vault = app.vault()?;
    let seat = vault.seat()?;
    let item = parse_id(&args.id)?;
    let mut change = vault.begin()?;
    change.assign(seat.id(), &item)?;
    let place = change.declare(&seat, &item, &args.conflict, &args.note)?;
    change.commit(Event::ConflictDeclared, &place)?;
    app.changed(&["reviews", "ledger"]);
    sheet(&vault, &seat, &args.id)
}

pub(super) fn review_again(app: &App, args: CycleOpen) -> Result<Saved> {
    let vault = app.vault()?;
    let item = parse_id(&args.id)?;
    let mut change = vault.begin()?;
    let id = change.open_cycle(&item, &args.reason, &args.note)?;
    let reference = vault.order(&vault.order_item(&item)?.order_item.order)?.reference;
    let seq = change.commit(Event::CycleOpened, &id)?;
    app.changed(&["reviews", "orders", "ledger"]);
    Ok(Saved { id: args.id, reference, seq: seq_of(seq) })
}

pub(super) fn review_open(app: &App, args: ById) -> Result<ReviewSheet> {
    let vault = app.vault()?;
    sheet(&vault, &vault.seat()?, &args.id)
}

// Where the seat stands at an item.
fn stage(place: Option<&Place>, own: Option<&ReviewRead>, judged: Option<&Judged>, can_take: bool) -> &'static str {
    let is_open = |cycle: u32| judged.is_some_and(|j| j.cycle == cycle);
    match place {
        Some(place) if place.conflict == "declared" => "declined",
        Some(place) => match own {
            Some(_) if is_open(place.cycle) => "open",
            Some(_) => "locked",
            None if place.conflict == "unknown" => "declare",
            None => "answer",
        },
        None if can_take => "declare",
        None if judged.is_some() => "open",
        None => "taken",
    }
}

fn sheet(vault: &Vault, seat: &Seat, id: &str) -> Result<ReviewSheet> {
    let order_item = parse_id(id)?;
    let read = vault.order_item(&order_item)?;
    let order_id = read.order_item.order;
    let order = vault.order(&order_id)?;
    let place = vault.place(seat, &order_item)?;
    let judged = vault.judged(&order_item)?;
    let readings = vault.reviews_of(Some(seat), &order_item)?;
    let own = place
        .as_ref()
        .and_then(|p| readings.iter().find(|r| r.review.seat == Some(*seat.id()) && r.review.cycle == p.cycle && !r.superseded));
    let stage = stage(place.as_ref(), own, judged.as_ref(), vault.can_take(&order_item)?);
    // What was judged in the newest complete cycle may be read by all; while another cycle is under way, only what was before it.
    let outcome = judged.as_ref().filter(|j| place.as_ref().is_none_or(|p| p.cycle == j.cycle) || stage == "open");
    let shown = own.or_else(|| if stage == "open" { decisive(&readings, judged.as_ref()) } else { None });
    let kept = vault.draft_of(seat, &order_item)?;
    let (draft, correction) = if own.is_none() { (kept, None) } else { (None, kept.filter(|_| stage == "locked")) };
    let mut answers = match (shown, &draft) {
        (Some(read), _) => read_answers(&read.review.answers)?,
        (None, Some(draft)) => read_answers(&draft.answers)?,
        (None, None) => Vec::new(),
    };
    // What is locked is read by its own version. A draft that was begun under another goes on with the questions that are still asked.
    let rubric = match shown {
        Some(read) => vault.rubric(&read.review.rubric)?,
        None => vault.rubric(&vault.version_for(&order_item)?)?,
    };
    answers.retain(|a| rubric.question(&a.code).is_some_and(|q| q.allows(&a.value)));
    let behind = checklist::of(vault, &order_id, &order)?;
    let saw_official = draft.as_ref().or(correction.as_ref()).is_some_and(|d| d.saw_official)
        || own.is_some_and(|read| read.review.blind_to_official == "no");
    // What may still be corrected is not uncovered by locking it.
    let covers = matches!(stage, "answer" | "declare" | "locked") && !saw_official;
    let (mut item, masked) = item_shown(vault, &read, &order.received, (stage == "declare", covers))?;
    if matches!(stage, "declare" | "answer" | "locked") {
        // What an earlier cycle came to would lead the answers of this one.
        item.verdict = None;
    }
    let correction = correction
        .map(|d| {
            Ok::<_, Error>(Correction {
                answers: read_answers(&d.answers)?,
                chosen: d.verdict,
                override_reason: d.override_reason,
            })
        })
        .transpose()?;
    if covers && shown.is_some() {
        // What was quoted is covered like what it was quoted from; the lock finds it again. Words of somebody's own stay as they were written.
        let officials = vault.officials_at(&order_item)?;
        answers.iter_mut().for_each(|a| a.quote = cover_quote(&a.quote, &read.item.text, &officials));
    }
    let may_adjudicate = place.as_ref().is_some_and(|p| p.round == Round::Adjudication) && matches!(stage, "answer" | "open");
    let subject = vault.subject_of(&order_item)?;
    Ok(ReviewSheet {
        id: id.to_owned(),
        order: order_id.to_string(),
        reference: order.reference.clone(),
        stage: stage.to_owned(),
        round: place.as_ref().map_or_else(String::new, |p| p.round.code().to_owned()),
        cycle: place.as_ref().map(|p| p.cycle).or(judged.as_ref().map(|j| j.cycle)).unwrap_or(1),
        item,
        masked,
        saw_official,
        posted: wire_time(&read.item.posted),
        rubric: rubric.version().to_owned(),
        questions: rubric.questions().iter().map(question).collect(),
        judgement: judgement(&rubric, &with_proposed(&answers, &behind.proposed), shown.map(|read| read.review.verdict.as_str())),
        answers,
        chosen: draft.as_ref().map_or_else(String::new, |d| d.verdict.clone()),
        override_reason: draft.as_ref().map_or_else(String::new, |d| d.override_reason.clone()),
        seconds: draft.map_or(0, |d| u32::try_from(d.seconds).unwrap_or(0)),
        proposed: behind.proposed,
        checklist: behind.lines,
        can_correct: stage == "locked",
        correction,
        changed: shown.is_some_and(|r| !r.review.subject.is_empty() && r.review.subject != subject),
        locked: shown.map(locked),
        subject,
        outcome: outcome.map(outcome_of),
        readings: if may_adjudicate || stage == "open" {
            readings.iter().map(reading).collect::<Result<_>>()?
        } else {
            Vec::new()
        },
    })
}

// The review that tells most of a complete cycle: the adjudication, else the first.
fn decisive<'r>(readings: &'r [ReviewRead], judged: Option<&Judged>) -> Option<&'r ReviewRead> {
    let cycle = judged?.cycle;
    let of = |round: Round| readings.iter().find(|r| r.review.cycle == cycle && r.review.round == round.code() && !r.superseded);
    of(Round::Adjudication).or_else(|| of(Round::First))
}

// The item as the seat may see it: without its text before a conflict of interest is denied, with officials' names covered while it is answered.
fn item_shown(
    vault: &Vault,
    read: &OrderItemRead,
    received: &crate::model::time::Moment,
    how: (bool, bool),
) -> Result<(super::wire::OrderItemView, u32)> {
    let (hidden, covers) = how;
    let mut item = item_view(read, vault.place_in_order(&read.id)?, received, vault.env().clock.now_seconds());
    if hidden {
        item.text = String::new();
        return Ok((item, 0));
    }
    if !covers {
        return Ok((item, 0));
    }
    let (text, masked) = cover(&item.text, &vault.officials_at(&read.id)?);
    item.text = text;
    Ok((item, masked))
}

fn locked(read: &ReviewRead) -> LockedReview {
    let review = &read.review;
    LockedReview {
        reviewer: review.reviewer.clone(),
        locked_at: review.locked_at,
        computed: review.computed.clone(),
        verdict: review.verdict.clone(),
        subtype: review.subtype.clone(),
        override_reason: review.override_reason.clone(),
        rule: review.rule.clone(),
        seq: seq_of(read.seq),
        blind_to_official: review.blind_to_official.clone(),
        minutes: u32::try_from(review.seconds.div_euclid(60)).unwrap_or(0),
    }
}

fn reading(read: &ReviewRead) -> Result<ReviewReading> {
    Ok(ReviewReading {
        reviewer: read.review.reviewer.clone(),
        round: read.review.round.clone(),
        cycle: read.review.cycle,
        rubric: read.review.rubric.clone(),
        answers: read_answers(&read.review.answers)?,
        from_register: written(&read.review.answers)
            .unwrap_or_default()
            .iter()
            .filter(|a| a.is_registers())
            .map(|a| a.code.to_string())
            .collect(),
        locked: locked(read),
        superseded: read.superseded,
    })
}

pub(super) fn outcome_of(judged: &Judged) -> ReviewOutcome {
    ReviewOutcome {
        how: judged.how.clone(),
        verdict: judged.verdict.clone(),
        subtype: judged.subtype.clone(),
        rubric: judged.rubric.clone(),
        disputes: judged.disputes.clone(),
        findings: judged.flags.clone(),
        defects: judged.defects.clone(),
        elements: judged.elements.clone(),
        applicable: judged.applicable,
        unanswered: judged.unanswered,
        standing: judged.standing,
    }
}

pub(super) fn texts(t: &rubric::Texts) -> Trilingual {
    Trilingual { kk: t.kk.clone(), ru: t.ru.clone(), en: t.en.clone() }
}

pub(super) fn question(q: &rubric::Question) -> Question {
    Question {
        code: q.code.clone(),
        part: q.part.clone(),
        text: texts(&q.text),
        help: texts(&q.help),
        example: texts(&q.example),
        source: q.source.clone(),
        scale: q.scale.clone(),
        several: q.several,
        grounded: q.grounded().map(str::to_owned).collect(),
    }
}

/// Completes answers by those that the register gives to questions still open.
pub(super) fn with_proposed(answers: &[Answer], proposed: &[Answer]) -> Vec<Answer> {
    let given: BTreeSet<&str> = answers.iter().filter(|a| !a.value.is_empty()).map(|a| a.code.as_str()).collect();
    answers.iter().chain(proposed.iter().filter(|p| !given.contains(p.code.as_str()))).cloned().collect()
}

/// What the register's own facts answer, for whoever lays in a review without a window.
pub(super) fn proposed(vault: &Vault, order_item: &Id) -> Result<Vec<Answer>> {
    let order = vault.order_item(order_item)?.order_item.order;
    Ok(checklist::of(vault, &order, &vault.order(&order)?)?.proposed)
}

// What the order did wrong depends on what the item is: after an override that is the reviewer's verdict, not the rules'.
fn judgement(rubric: &Rubric, answers: &[Answer], locked: Option<&str>) -> Judgement {
    let answers = plain(answers);
    let judged = rubric.judge(&answers);
    let findings = rubric.order_findings(&answers, locked.unwrap_or(&judged.verdict));
    Judgement {
        rule_text: rubric.rule_text(&judged.rule).map(texts).unwrap_or_default(),
        verdict: judged.verdict,
        subtype: judged.subtype,
        rule: judged.rule,
        deciding: judged.deciding.iter().flat_map(|code| rubric.asked_by(code)).cloned().collect(),
        settled: judged.settled,
        findings: findings.flags,
        defects: findings.defects,
        elements: findings.elements,
        applicable: small(findings.applicable),
        unanswered: small(findings.open),
    }
}

pub(super) fn review_judge(app: &App, args: ReviewJudge) -> Result<Judgement> {
    let vault = app.vault()?;
    let rubric = if args.rubric.is_empty() { in_use(&vault)? } else { vault.rubric(&args.rubric)? };
    checked(&rubric, &args.answers)?;
    let chosen = Some(args.verdict.as_str()).filter(|verdict| VERDICTS.contains(verdict));
    Ok(judgement(&rubric, &args.answers, chosen))
}

// Answers are bounded and name questions of the rubric, each once, with a value of its scale.
fn checked(rubric: &Rubric, answers: &[Answer]) -> Result<()> {
    let mut seen = BTreeSet::new();
    let short = |text: &str, most: usize| text.chars().count() <= most;
    for answer in answers {
        let question = rubric.question(&answer.code).ok_or(Error::Invalid("answers"))?;
        let bounded = short(&answer.quote, TEXT_CHARS_MAX)
            && short(&answer.note, TEXT_CHARS_MAX)
            && short(&answer.exhibit, EXHIBIT_CHARS_MAX)
            && answer.confidence <= 3;
        if !question.allows(&answer.value) || !seen.insert(&answer.code) || !bounded {
            return Err(Error::Invalid("answers"));
        }
    }
    if answers.len() > ANSWERS_MAX { Err(Error::Invalid("answers")) } else { Ok(()) }
}

pub(super) fn review_save(app: &App, args: ReviewSave) -> Result<Nothing> {
    let vault = app.vault()?;
    let seat = vault.seat()?;
    let id = parse_id(&args.id)?;
    vault.order_item(&id)?;
    checked(&*vault.rubric(&vault.version_for(&id)?)?, &args.answers)?;
    let place = vault.place(&seat, &id)?.ok_or(Error::ConflictOpen)?;
    match place.conflict.as_str() {
        "none" => {}
        "declared" => return Err(Error::ConflictDeclared),
        _ => return Err(Error::ConflictOpen),
    }
    // A locked review takes no answers but those of a correction, as long as nobody else can read it.
    let own = |r: &ReviewRead| r.review.seat == Some(*seat.id()) && r.review.cycle == place.cycle;
    let is_locked = vault.reviews_of(Some(&seat), &id)?.iter().any(own);
    if is_locked != args.correcting || is_locked && vault.judged(&id)?.is_some_and(|j| j.cycle == place.cycle) {
        return Err(Error::ReviewLocked);
    }
    if args.correcting && args.answers.is_empty() {
        vault.drop_draft(&seat, &id)?;
        return Ok(Nothing {});
    }
    if !args.verdict.is_empty() && !VERDICTS.contains(&args.verdict.as_str()) {
        return Err(Error::Invalid("verdict"));
    }
    if args.override_reason.chars().count() > TEXT_CHARS_MAX {
        return Err(Error::Invalid("override_reason"));
    }
    let draft = Draft {
        answers: write_answers(&args.answers)?,
        seconds: i64::from(args.seconds.min(SECONDS_MAX)),
        saw_official: args.saw_official,
        verdict: args.verdict,
        override_reason: args.override_reason,
    };
    vault.keep_draft(&seat, &id, args.correcting, &draft)?;
    Ok(Nothing {})
}

pub(super) fn review_lock(app: &App, args: ReviewLock) -> Result<ReviewSheet> {
    let vault = app.vault()?;
    let seat = vault.seat()?;
    let order_item = parse_id(&args.id)?;
    lock(&vault, &seat, &order_item, &args)?;
    app.changed(&["reviews", "orders", "ledger"]);
    sheet(&vault, &seat, &args.id)
}

// The first question that decides and that nobody answered: "cannot tell" is an answer.
fn open_question(rubric: &Rubric, deciding: &[String], answers: &[Answer]) -> Option<String> {
    let is_open = |code: &&String| !answers.iter().any(|a| a.code == **code && !a.value.is_empty());
    deciding.iter().flat_map(|code| rubric.asked_by(code)).find(is_open).cloned()
}

/// Locks what a reviewer hands in.
pub(super) fn lock(vault: &Vault, seat: &Seat, order_item: &Id, args: &ReviewLock) -> Result<()> {
    let version = vault.version_for(order_item)?;
    // The sheet asked by another version than the one that is in use by now.
    if !args.rubric.is_empty() && args.rubric != version {
        return Err(Error::ReviewOvertaken);
    }
    let rubric = vault.rubric(&version)?;
    checked(&rubric, &args.answers)?;
    if !VERDICTS.contains(&args.verdict.as_str()) {
        return Err(Error::Invalid("verdict"));
    }
    if args.override_reason.chars().count() > TEXT_CHARS_MAX {
        return Err(Error::Invalid("override_reason"));
    }
    let rests = |a: &Answer| [&a.quote, &a.note, &a.exhibit].iter().any(|text| !text.trim().is_empty());
    if let Some(answer) = args.answers.iter().find(|a| rubric.needs_ground(&a.code, &a.value) && !rests(a)) {
        return Err(Error::AnswerNeedsGround(answer.code.clone()));
    }
    // What is locked is everything the judgement rests on: the register's own answers too.
    let proposed = proposed(vault, order_item)?;
    let answers = with_proposed(&args.answers, &proposed);
    let judged = rubric.judge(&plain(&answers));
    if let Some(open) = open_question(&rubric, &judged.deciding, &answers) {
        return Err(Error::AnswerOpen(open));
    }
    let overridden = args.verdict != judged.verdict;
    if overridden && args.override_reason.trim().is_empty() {
        return Err(Error::OverrideNeedsReason);
    }
    let (text, officials) = (vault.order_item(order_item)?.item.text, vault.officials_at(order_item)?);
    let (_, masked) = cover(&text, &officials);
    // Words that were quoted while names were covered are locked as they stand in the item.
    let answers: Vec<Answer> =
        answers.into_iter().map(|a| Answer { quote: uncover(&a.quote, &text, &officials).unwrap_or(a.quote), ..a }).collect();
    // Words that stand elsewhere, in the order or in a picture's caption, are a ground too, if somebody can find them.
    let elsewhere = |a: &&Answer| !a.quote.trim().is_empty() && !is_quoted(&a.quote, &text);
    let is_located = |a: &Answer| [&a.note, &a.exhibit].iter().any(|place| !place.trim().is_empty());
    let quoting = answers.iter().filter(|_| !text.trim().is_empty());
    if let Some(answer) = quoting.filter(elsewhere).find(|a| !is_located(a)) {
        return Err(Error::QuoteNotInItem(answer.code.clone()));
    }
    let saw = args.saw_official || vault.draft_of(seat, order_item)?.is_some_and(|d| d.saw_official);
    let handed = Handed {
        rubric: rubric.version().to_owned(),
        rubric_digest: hex(&rubric.digest()),
        answers: write_answers_beside(&answers, &proposed)?,
        computed: judged.verdict,
        rule: judged.rule,
        subtype: if overridden { String::new() } else { judged.subtype },
        verdict: args.verdict.clone(),
        override_reason: if overridden { args.override_reason.trim().to_owned() } else { String::new() },
        // Where the register knows no official's name, nobody can say whether the reviewer knew.
        blind_to_official: match (masked, saw) {
            (0, _) => "unknown",
            (_, true) => "no",
            (_, false) => "yes",
        }
        .to_owned(),
        seconds: i64::from(args.seconds.min(SECONDS_MAX)),
        subject: args.subject.clone(),
    };
    let mut change = vault.begin()?;
    let id = Id::draw(vault.env()).doing("naming a review")?;
    let event = change.lock_review(id, seat, order_item, &handed)?;
    change.commit(event, &id).map(drop)
}

#[cfg(test)]
pub(super) mod tests;
