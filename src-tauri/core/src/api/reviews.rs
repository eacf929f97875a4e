//! Reviewing one item by the published rubric.

use super::orders::{item_view, wire_time};
use super::wire::{
    Answer, ById, Judgement, LockedReview, Nothing, Question, Queue, QueueRow, ReviewJudge, ReviewLock, ReviewSave,
};
use super::wire::{ReviewSheet, Trilingual};
use super::{App, parse_id, seq_of};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::rubric::{self, RegisterFacts, Rubric};
use crate::model::terms::VERDICTS;
use crate::store::{Event, Order, Review, Vault};
use std::collections::BTreeSet;

const QUEUE_MAX: u32 = 200;
const ANSWERS_MAX: usize = 100;
const TEXT_CHARS_MAX: usize = 4_000;

/// Drops what the rules do not look at.
pub(super) fn plain(answers: &[Answer]) -> Vec<rubric::Answer> {
    answers.iter().map(|a| rubric::Answer { code: a.code.clone(), value: a.value.clone() }).collect()
}

fn load() -> Result<&'static Rubric> {
    Rubric::load().map_err(|_| Error::Inside("the rubric is unreadable"))
}

pub(super) fn review_queue(app: &App, _: Nothing) -> Result<Queue> {
    let vault = app.vault()?;
    let counts = vault.counts(Rubric::VERSION)?;
    let locked: u32 = counts.verdicts.iter().map(|(_, n)| n).sum();
    let rows = vault.queue(QUEUE_MAX)?.into_iter().map(|q| QueueRow {
        id: q.id.to_string(),
        reference: q.reference,
        locator: q.locator,
        kind: q.kind,
        language: q.language,
        state: if q.verdict.is_some() {
            "locked"
        } else if q.started {
            "started"
        } else {
            "open"
        }
        .to_owned(),
        verdict: q.verdict,
    });
    Ok(Queue { rows: rows.collect(), open: counts.to_review, locked })
}

pub(super) fn review_open(app: &App, args: ById) -> Result<ReviewSheet> {
    sheet(&*app.vault()?, &args.id)
}

fn sheet(vault: &Vault, id: &str) -> Result<ReviewSheet> {
    let order_item = parse_id(id)?;
    let read = vault.order_item(&order_item)?;
    let order = vault.order(&read.order_item.order)?;
    let rubric = load()?;
    let locked = vault.review_of(&order_item)?;
    let kept = match &locked {
        Some((review, _)) => Some(review.answers.clone()),
        None => vault.draft_of(&order_item)?,
    };
    let answers: Vec<Answer> =
        kept.map_or(Ok(Vec::new()), |a| serde_json::from_str(&a)).map_err(|_| Error::Inside("answers are unreadable"))?;
    let proposed = proposed(rubric, &order);
    Ok(ReviewSheet {
        id: id.to_owned(),
        reference: order.reference.clone(),
        item: item_view(&read, &order.received, vault.env().clock.now_seconds()),
        posted: wire_time(&read.item.posted),
        rubric: Rubric::VERSION.to_owned(),
        questions: rubric.questions().iter().map(question).collect(),
        judgement: judgement(
            rubric,
            &with_proposed(&answers, &proposed),
            locked.as_ref().map(|(review, _)| review.verdict.as_str()),
        ),
        answers,
        proposed,
        locked: locked.map(|(review, seq)| LockedReview {
            reviewer: review.reviewer,
            locked_at: review.locked_at,
            computed: review.computed,
            verdict: review.verdict,
            subtype: review.subtype,
            override_reason: review.override_reason,
            rule: review.rule,
            seq: seq_of(seq),
        }),
    })
}

fn texts(t: &rubric::Texts) -> Trilingual {
    Trilingual { kk: t.kk.clone(), ru: t.ru.clone(), en: t.en.clone() }
}

fn question(q: &rubric::Question) -> Question {
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

// What the register already says answers part B, unless the reviewer says otherwise.
pub(super) fn proposed(rubric: &Rubric, order: &Order) -> Vec<Answer> {
    let facts = RegisterFacts {
        instrument: order.instrument.clone(),
        ground: order.ground.clone(),
        names_items_by_url: order.names_items_by_url.clone(),
        reasons_level: order.reasons_level.clone(),
        author_notified: order.author_notified.clone(),
        informs_of_appeal: order.informs_of_appeal.clone(),
        issued: order.issued.last_local_day(),
        provisions: order.provisions.clone(),
    };
    rubric
        .propose(&facts)
        .into_iter()
        .map(|a| Answer { code: a.code, value: a.value, quote: String::new(), note: String::new() })
        .collect()
}

pub(super) fn with_proposed(answers: &[Answer], proposed: &[Answer]) -> Vec<Answer> {
    let given: BTreeSet<&str> = answers.iter().filter(|a| !a.value.is_empty()).map(|a| a.code.as_str()).collect();
    answers.iter().chain(proposed.iter().filter(|p| !given.contains(p.code.as_str()))).cloned().collect()
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
        deciding: judged.deciding,
        settled: judged.settled,
        findings: findings.flags,
        defects: findings.defects,
    }
}

pub(super) fn review_judge(app: &App, args: ReviewJudge) -> Result<Judgement> {
    app.vault()?;
    checked(&args.answers)?;
    Ok(judgement(load()?, &args.answers, None))
}

// Answers are bounded and name questions of the rubric, each once, with a value of its scale.
fn checked(answers: &[Answer]) -> Result<()> {
    let rubric = load()?;
    let mut seen = BTreeSet::new();
    let short = |text: &str| text.chars().count() <= TEXT_CHARS_MAX;
    for answer in answers {
        let question = rubric.question(&answer.code).ok_or(Error::Invalid("answers"))?;
        if !question.allows(&answer.value) || !seen.insert(&answer.code) || !short(&answer.quote) || !short(&answer.note) {
            return Err(Error::Invalid("answers"));
        }
    }
    if answers.len() > ANSWERS_MAX { Err(Error::Invalid("answers")) } else { Ok(()) }
}

pub(super) fn review_save(app: &App, args: ReviewSave) -> Result<Nothing> {
    let vault = app.vault()?;
    let id = parse_id(&args.id)?;
    checked(&args.answers)?;
    if vault.review_of(&id)?.is_some() {
        return Err(Error::ReviewLocked);
    }
    vault.order_item(&id)?;
    vault.keep_draft(&id, &serde_json::to_string(&args.answers).map_err(|_| Error::Inside("writing answers"))?)?;
    Ok(Nothing {})
}

pub(super) fn review_lock(app: &App, args: ReviewLock) -> Result<ReviewSheet> {
    let vault = app.vault()?;
    let order_item = parse_id(&args.id)?;
    checked(&args.answers)?;
    if !VERDICTS.contains(&args.verdict.as_str()) {
        return Err(Error::Invalid("verdict"));
    }
    let rubric = load()?;
    if let Some(answer) = args
        .answers
        .iter()
        .find(|a| rubric.needs_ground(&a.code, &a.value) && a.quote.trim().is_empty() && a.note.trim().is_empty())
    {
        return Err(Error::AnswerNeedsGround(answer.code.clone()));
    }
    let order = vault.order(&vault.order_item(&order_item)?.order_item.order)?;
    // What is locked is everything the judgement rests on: the register's own answers too.
    let answers = with_proposed(&args.answers, &proposed(rubric, &order));
    let judged = rubric.judge(&plain(&answers));
    if args.verdict != judged.verdict && args.override_reason.trim().is_empty() {
        return Err(Error::OverrideNeedsReason);
    }
    let overridden = args.verdict != judged.verdict;
    let mut change = vault.begin()?;
    let id = Id::draw(vault.env()).doing("naming a review")?;
    let review = Review {
        order_item,
        rubric: Rubric::VERSION.to_owned(),
        reviewer: vault.setting("actor")?,
        answers: serde_json::to_string(&answers).map_err(|_| Error::Inside("writing answers"))?,
        computed: judged.verdict,
        rule: judged.rule,
        subtype: if overridden { String::new() } else { judged.subtype },
        verdict: args.verdict,
        override_reason: if overridden { args.override_reason.trim().to_owned() } else { String::new() },
        locked_at: vault.env().clock.now_seconds(),
    };
    change.add_review(id, &review)?;
    change.commit(Event::ReviewLocked, &id)?;
    app.changed(&["reviews", "orders", "ledger"]);
    sheet(&vault, &args.id)
}
