//! Complaints, locked reviews, drafts of reviews.

use super::cells::{Build, Take, id_at};
use super::change::{Change, Event};
use super::judged::{settle_cycle, subject_digest};
use super::record::{COMPLAINTS, REVIEWS, Row};
use super::seats::{Round, Seat, is_reviewable, is_unblinded, order_of, place_of};
use super::vault::Vault;
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::time::Moment;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeSet;

/// A complaint as recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Complaint {
    /// Human reference.
    pub reference: String,
    /// Channel.
    pub channel: String,
    /// Filed.
    pub filed: Moment,
    /// Who filed it.
    pub filer_capacity: String,
    /// Whether it went to the expert group.
    pub to_expert_group: String,
    /// What came of it.
    pub decision: String,
    /// The order it led to, where one is known.
    pub order: Option<Id>,
    /// What it was about.
    pub note: String,
    /// Columns that came with later schemas.
    pub more: Row,
}

impl Complaint {
    fn row(&self) -> Row {
        Build::row()
            .text(&self.reference)
            .text(&self.channel)
            .moment(&self.filed)
            .text(&self.filer_capacity)
            .text(&self.to_expert_group)
            .text(&self.decision)
            .maybe_id(self.order.as_ref())
            .text(&self.note)
            .tail(&self.more)
            .done()
    }

    fn from_row(row: Row) -> Result<Self> {
        let mut t = Take::from(row);
        Ok(Self {
            reference: t.text()?,
            channel: t.text()?,
            filed: t.moment()?,
            filer_capacity: t.text()?,
            to_expert_group: t.text()?,
            decision: t.text()?,
            order: t.maybe_id()?,
            note: t.text()?,
            more: t.rest(),
        })
    }
}

/// A locked review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The order item it judges.
    pub order_item: Id,
    /// Version of the rubric.
    pub rubric: String,
    /// Reviewer.
    pub reviewer: String,
    /// Answers as JSON, in the order of the questions.
    pub answers: String,
    /// Computed verdict.
    pub computed: String,
    /// Rule that fired.
    pub rule: String,
    /// Final verdict.
    pub verdict: String,
    /// Subtype.
    pub subtype: String,
    /// Reason of an override.
    pub override_reason: String,
    /// UTC second.
    pub locked_at: i64,
    /// The reviewer's seat.
    pub seat: Option<Id>,
    /// Cycle, from 1.
    pub cycle: u32,
    /// first, second, adjudication.
    pub round: String,
    /// Whether the officials' names stayed covered until part A was answered: yes, no, unknown.
    pub blind_to_official: String,
    /// Seconds with the sheet open and in sight.
    pub seconds: i64,
    /// SHA-256 of what was judged, hexadecimal.
    pub subject: String,
    /// SHA-256 of the rubric, hexadecimal.
    pub rubric_digest: String,
    /// The review by the same person that it takes the place of.
    pub supersedes: Option<Id>,
}

impl Review {
    fn row(&self) -> Row {
        Build::row()
            .id(&self.order_item)
            .text(&self.rubric)
            .text(&self.reviewer)
            .text(&self.answers)
            .text(&self.computed)
            .text(&self.rule)
            .text(&self.verdict)
            .text(&self.subtype)
            .text(&self.override_reason)
            .int(self.locked_at)
            .maybe_id(self.seat.as_ref())
            .int(i64::from(self.cycle))
            .text(&self.round)
            .text(&self.blind_to_official)
            .int(self.seconds)
            .text(&self.subject)
            .text(&self.rubric_digest)
            .maybe_id(self.supersedes.as_ref())
            .done()
    }

    fn from_row(row: Row) -> Result<Self> {
        let mut t = Take::from(row);
        Ok(Self {
            order_item: t.id()?,
            rubric: t.text()?,
            reviewer: t.text()?,
            answers: t.text()?,
            computed: t.text()?,
            rule: t.text()?,
            verdict: t.text()?,
            subtype: t.text()?,
            override_reason: t.text()?,
            locked_at: t.int()?,
            seat: t.maybe_id()?,
            cycle: t.maybe_int()?.and_then(|n| u32::try_from(n).ok()).unwrap_or(1),
            round: t.maybe_text()?.unwrap_or_default(),
            blind_to_official: t.maybe_text()?.unwrap_or_else(|| "unknown".to_owned()),
            seconds: t.maybe_int()?.unwrap_or(0),
            subject: t.maybe_text()?.unwrap_or_default(),
            rubric_digest: t.maybe_text()?.unwrap_or_default(),
            supersedes: t.maybe_id()?,
        })
    }
}

/// A locked review as it may be read.
#[derive(Debug, Clone)]
pub struct ReviewRead {
    /// Identifier.
    pub id: Id,
    /// What was locked.
    pub review: Review,
    /// Entry that locked it.
    pub seq: u64,
    /// A later one by the same person takes its place.
    pub superseded: bool,
}

/// Answers that were not handed in yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Answers as JSON.
    pub answers: String,
    /// Seconds with the sheet open so far.
    pub seconds: i64,
    /// The officials' names were uncovered.
    pub saw_official: bool,
    /// Verdict chosen against the rules, or empty.
    pub verdict: String,
    /// Reason of that, as far as it is written.
    pub override_reason: String,
}

/// What a reviewer hands in: the review but for what the vault itself knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// Version of the rubric.
    pub rubric: String,
    /// SHA-256 of the rubric, hexadecimal.
    pub rubric_digest: String,
    /// Answers as JSON, in the order of the questions.
    pub answers: String,
    /// Computed verdict.
    pub computed: String,
    /// Rule that fired.
    pub rule: String,
    /// Final verdict.
    pub verdict: String,
    /// Subtype.
    pub subtype: String,
    /// Reason of an override.
    pub override_reason: String,
    /// See [`Review::blind_to_official`].
    pub blind_to_official: String,
    /// See [`Review::seconds`].
    pub seconds: i64,
    /// SHA-256 of what the reviewer had before the eyes: when something else is there by now, nothing is locked.
    pub subject: String,
}

impl Change<'_> {
    /// Adds a complaint.
    pub fn add_complaint(&mut self, id: Id, complaint: &Complaint) -> Result<()> {
        if let Some(order) = complaint.order {
            self.concerns(order);
        }
        self.add(&COMPLAINTS, id, complaint.row())
    }

    /// Locks a review of the seat. A review of the seat in the same cycle is superseded as long as nobody else could read it.
    pub fn lock_review(&mut self, id: Id, seat: &Seat, order_item: &Id, handed: &Handed) -> Result<Event> {
        let db = self.db();
        let place = place_of(db, seat.id(), order_item)?.ok_or(Error::NotFound)?;
        match place.conflict.as_str() {
            "none" => {}
            "declared" => return Err(Error::ConflictDeclared),
            _ => return Err(Error::ConflictOpen),
        }
        let before = locked_by(db, seat.id(), order_item, place.cycle)?;
        let unblinded = is_unblinded(db, order_item, place.cycle)?;
        if before.is_some() && unblinded {
            return Err(Error::ReviewLocked);
        }
        if !is_reviewable(db, order_item)? {
            return Err(Error::NotFound);
        }
        if subject_digest(db, order_item)? != handed.subject {
            return Err(Error::ReviewOvertaken);
        }
        // Another version was adopted, or the other review locked under one, since the sheet was opened.
        if super::judged::version_of_cycle(db, order_item)?.is_some_and(|bound| bound != handed.rubric) {
            return Err(Error::ReviewOvertaken);
        }
        let order = order_of(db, order_item)?;
        let review = Review {
            order_item: *order_item,
            rubric: handed.rubric.clone(),
            reviewer: seat.name().to_owned(),
            answers: handed.answers.clone(),
            computed: handed.computed.clone(),
            rule: handed.rule.clone(),
            verdict: handed.verdict.clone(),
            subtype: handed.subtype.clone(),
            override_reason: handed.override_reason.clone(),
            locked_at: self.env().clock.now_seconds(),
            seat: Some(*seat.id()),
            cycle: place.cycle,
            round: place.round.code().to_owned(),
            blind_to_official: handed.blind_to_official.clone(),
            seconds: handed.seconds,
            subject: handed.subject.clone(),
            rubric_digest: handed.rubric_digest.clone(),
            supersedes: before,
        };
        self.add(&REVIEWS, id, review.row())?;
        self.concerns(order);
        self.concerns(*order_item);
        self.concerns(*seat.id());
        clear_draft(self.db(), seat.id(), order_item)?;
        settle_cycle(self.db(), order_item, place.cycle)?;
        Ok(match (before.is_some(), place.round) {
            (true, _) => Event::ReviewSuperseded,
            (false, Round::Adjudication) => Event::DisagreementAdjudicated,
            (false, _) => Event::ReviewLocked,
        })
    }
}

/// Gives up what a seat kept of an item.
pub(super) fn clear_draft(db: &Connection, seat: &Id, order_item: &Id) -> Result<()> {
    db.prepare_cached("DELETE FROM review_drafts WHERE order_item_id = ?1 AND seat_id = ?2")
        .and_then(|mut s| s.execute(params![&order_item.bytes()[..], &seat.bytes()[..]]))
        .doing("clearing a draft")
        .map(drop)
}

/// Finds the review that a seat locked in a cycle and that no later one of its own supersedes.
pub(super) fn locked_by(db: &Connection, seat: &Id, order_item: &Id, cycle: u32) -> Result<Option<Id>> {
    db.prepare_cached(
        "SELECT id FROM reviews v WHERE order_item_id = ?1 AND cycle = ?2 AND seat_id = ?3
         AND NOT EXISTS (SELECT 1 FROM reviews w WHERE w.supersedes_id = v.id)",
    )
    .and_then(|mut s| s.query_row(params![&order_item.bytes()[..], cycle, &seat.bytes()[..]], |r| id_at(r, "id")).optional())
    .doing("finding a locked review")
}

// Whose answers may be read: one's own, and others' once both blind reviews of the cycle are locked. Every statement that reads reviews has
// these words; ?2 is the seat.
macro_rules! may_be_read {
    () => {
        "(v.seat_id IS ?2 OR v.seat_id IS NULL OR EXISTS (SELECT 1 FROM judged j WHERE j.order_item_id = v.order_item_id AND j.cycle = v.cycle))"
    };
}

/// Returns the reviews that a seat may not read yet.
pub(super) fn blind_to(db: &Connection, seat: Option<&Id>) -> Result<BTreeSet<Id>> {
    let mut statement = db
        .prepare_cached(concat!("SELECT v.id AS id FROM reviews v WHERE ?1 = ?1 AND NOT ", may_be_read!()))
        .doing("preparing to find blind reviews")?;
    let seat = seat.map(|s| s.bytes().to_vec());
    statement.query_map(params![0, seat], |r| id_at(r, "id")).and_then(Iterator::collect).doing("finding blind reviews")
}

impl Vault {
    /// Lists complaints, newest first.
    pub fn complaints(&self) -> Result<Vec<(Id, Complaint)>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached("SELECT id FROM complaints WHERE withdrawn IS NULL ORDER BY rowid DESC")
            .doing("preparing to list complaints")?;
        let ids: Vec<Id> = statement.query_map([], |r| id_at(r, "id")).and_then(Iterator::collect).doing("listing complaints")?;
        ids.into_iter().map(|id| Ok((id, Complaint::from_row(COMPLAINTS.read(&db, &id)?.ok_or(Error::NotFound)?)?))).collect()
    }

    /// Finds the complaint behind an order.
    pub fn complaint_of(&self, order: &Id) -> Result<Option<(Id, Complaint)>> {
        let db = self.read()?;
        let id = db
            .query_row(
                "SELECT id FROM complaints WHERE order_id = ?1 AND withdrawn IS NULL ORDER BY rowid LIMIT 1",
                [&order.bytes()[..]],
                |r| id_at(r, "id"),
            )
            .optional()
            .doing("finding a complaint")?;
        id.map(|id| Ok((id, Complaint::from_row(COMPLAINTS.read(&db, &id)?.ok_or(Error::NotFound)?)?))).transpose()
    }

    /// Reads the reviews of an item that the seat may read, oldest first: its own, and all of a cycle once both blind reviews are locked.
    pub fn reviews_of(&self, seat: Option<&Seat>, order_item: &Id) -> Result<Vec<ReviewRead>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(concat!(
                "SELECT v.id AS id, EXISTS (SELECT 1 FROM reviews w WHERE w.supersedes_id = v.id) AS superseded,
                 coalesce((SELECT min(seq) FROM ledger_touches t WHERE t.id = v.id),
                   -- One that came back with an open export has the entry of that.
                   (SELECT max(seq) FROM ledger_entries WHERE kind = 'register_imported'), 0) AS seq
                 FROM reviews v WHERE v.order_item_id = ?1 AND ",
                may_be_read!(),
                " ORDER BY v.rowid"
            ))
            .doing("preparing to read reviews")?;
        let seat = seat.map(|s| s.id().bytes().to_vec());
        let found: Vec<(Id, bool, i64)> = statement
            .query_map(params![&order_item.bytes()[..], seat], |r| Ok((id_at(r, "id")?, r.get("superseded")?, r.get("seq")?)))
            .and_then(Iterator::collect)
            .doing("reading reviews")?;
        found
            .into_iter()
            .map(|(id, superseded, seq)| {
                let review = Review::from_row(REVIEWS.read(&db, &id)?.ok_or(Error::NotFound)?)?;
                Ok(ReviewRead { id, review, seq: seq.unsigned_abs(), superseded })
            })
            .collect()
    }

    /// Returns SHA-256, hexadecimal, of what a reviewer of this order item judges by.
    pub fn subject_of(&self, order_item: &Id) -> Result<String> {
        subject_digest(&*self.read()?, order_item)
    }

    /// Keeps answers of the seat that were not handed in yet: of a review that is not locked, or of a correction of one that is. What comes
    /// to the writer after the lock that made it pointless is not kept.
    pub fn keep_draft(&self, seat: &Seat, order_item: &Id, is_correction: bool, draft: &Draft) -> Result<()> {
        let now = self.env().clock.now_seconds();
        self.scratch(|db| {
            db.prepare_cached(
                "INSERT INTO review_drafts (order_item_id, seat_id, answers, seconds, saw_official, saved_at, verdict, override_reason)
                 SELECT id, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM order_items WHERE id = ?1 AND ?9 = EXISTS
                   (SELECT 1 FROM reviews v WHERE v.order_item_id = ?1 AND v.seat_id = ?2 AND v.cycle =
                     (SELECT coalesce(max(c.cycle), 1) FROM review_cycles c WHERE c.order_item_id = ?1))
                 ON CONFLICT (order_item_id, seat_id) DO UPDATE SET answers = excluded.answers, seconds = max(seconds, excluded.seconds),
                   saw_official = max(saw_official, excluded.saw_official), saved_at = excluded.saved_at,
                   verdict = excluded.verdict, override_reason = excluded.override_reason",
            )
            .and_then(|mut s| {
                s.execute(params![
                    &order_item.bytes()[..],
                    &seat.id().bytes()[..],
                    draft.answers,
                    draft.seconds,
                    draft.saw_official,
                    now,
                    draft.verdict,
                    draft.override_reason,
                    is_correction
                ])
            })
            .doing("keeping a draft")
            .map(drop)
        })
    }

    /// Gives up what the seat kept of an item.
    pub fn drop_draft(&self, seat: &Seat, order_item: &Id) -> Result<()> {
        self.scratch(|db| clear_draft(db, seat.id(), order_item))
    }

    /// Reads answers of the seat that were kept.
    pub fn draft_of(&self, seat: &Seat, order_item: &Id) -> Result<Option<Draft>> {
        self.read()?
            .prepare_cached(
                "SELECT answers, seconds, saw_official, verdict, override_reason FROM review_drafts WHERE order_item_id = ?1 AND seat_id = ?2",
            )
            .and_then(|mut s| {
                s.query_row(params![&order_item.bytes()[..], &seat.id().bytes()[..]], |r| {
                    Ok(Draft {
                        answers: r.get("answers")?,
                        seconds: r.get("seconds")?,
                        saw_official: r.get("saw_official")?,
                        verdict: r.get("verdict")?,
                        override_reason: r.get("override_reason")?,
                    })
                })
                .optional()
            })
            .doing("reading a draft")
    }
}
