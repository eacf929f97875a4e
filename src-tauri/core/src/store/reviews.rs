//! Complaints, locked reviews, drafts of reviews, and sealed papers.

use super::cells::{Build, Take, id_at};
use super::change::{Change, Event};
use super::record::{COMPLAINTS, PAPERS, REVIEWS, Row};
use super::vault::Vault;
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::time::Moment;
use rusqlite::{OptionalExtension, params};

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
        })
    }
}

/// A sealed paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// brief.
    pub kind: String,
    /// Language.
    pub lang: String,
    /// File name it was saved under.
    pub name: String,
    /// SHA-256 of the file, hexadecimal.
    pub digest: String,
    /// Bytes.
    pub bytes: i64,
    /// Digest of the facts it prints.
    pub snapshot: String,
    /// UTC second.
    pub sealed_at: i64,
}

impl Paper {
    fn row(&self) -> Row {
        Build::row()
            .text(&self.kind)
            .text(&self.lang)
            .text(&self.name)
            .text(&self.digest)
            .int(self.bytes)
            .text(&self.snapshot)
            .int(self.sealed_at)
            .done()
    }
}

/// A line of the queue.
#[derive(Debug, Clone)]
pub struct Queued {
    /// Order item.
    pub id: Id,
    /// Reference of its order.
    pub reference: String,
    /// Address.
    pub locator: String,
    /// Kind.
    pub kind: String,
    /// Language.
    pub language: String,
    /// Answers were kept.
    pub started: bool,
    /// Verdict when locked.
    pub verdict: Option<String>,
}

impl Change<'_> {
    /// Adds a complaint.
    pub fn add_complaint(&mut self, id: Id, complaint: &Complaint) -> Result<()> {
        if let Some(order) = complaint.order {
            self.concerns(order);
        }
        self.add(&COMPLAINTS, id, complaint.row())
    }

    /// Adds a locked review. One item has one review under one rubric.
    pub fn add_review(&mut self, id: Id, review: &Review) -> Result<()> {
        let locked: bool = self
            .db()
            .query_row(
                "SELECT EXISTS (SELECT 1 FROM reviews WHERE order_item_id = ?1 AND rubric = ?2) AS locked",
                params![&review.order_item.bytes()[..], review.rubric],
                |r| r.get("locked"),
            )
            .doing("asking whether the review is locked")?;
        if locked {
            return Err(Error::ReviewLocked);
        }
        let withdrawn: bool = self
            .db()
            .query_row(
                "SELECT EXISTS (SELECT 1 FROM order_items oi JOIN orders o ON o.id = oi.order_id
                 WHERE oi.id = ?1 AND (oi.withdrawn = 1 OR o.withdrawn = 1)) AS withdrawn",
                [&review.order_item.bytes()[..]],
                |r| r.get("withdrawn"),
            )
            .doing("asking whether the item still stands")?;
        if withdrawn {
            return Err(Error::NotFound);
        }
        let order = self
            .db()
            .query_row("SELECT order_id AS id FROM order_items WHERE id = ?1", [&review.order_item.bytes()[..]], |r| {
                id_at(r, "id")
            })
            .optional()
            .doing("finding the order of a review")?
            .ok_or(Error::NotFound)?;
        self.add(&REVIEWS, id, review.row())?;
        self.concerns(order);
        self.concerns(review.order_item);
        self.db()
            .execute("DELETE FROM review_drafts WHERE order_item_id = ?1", [&review.order_item.bytes()[..]])
            .doing("clearing a draft")?;
        Ok(())
    }
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

    /// Finds the locked review of an order item, with the entry that locked it.
    pub fn review_of(&self, order_item: &Id) -> Result<Option<(Review, u64)>> {
        let db = self.read()?;
        let id = db
            .query_row(
                "SELECT id FROM reviews WHERE order_item_id = ?1 ORDER BY rowid DESC LIMIT 1",
                [&order_item.bytes()[..]],
                |r| id_at(r, "id"),
            )
            .optional()
            .doing("finding a review")?;
        let Some(id) = id else { return Ok(None) };
        let review = Review::from_row(REVIEWS.read(&db, &id)?.ok_or(Error::NotFound)?)?;
        let seq: i64 = db
            .query_row(
                // One that came back with an open export has the entry of that.
                "SELECT coalesce((SELECT min(seq) FROM ledger_touches WHERE id = ?1),
                 (SELECT max(seq) FROM ledger_entries WHERE kind = 'register_imported'), 0) AS seq",
                [&id.bytes()[..]],
                |r| r.get("seq"),
            )
            .doing("finding a review's entry")?;
        Ok(Some((review, u64::try_from(seq).unwrap_or(0))))
    }

    /// Keeps answers that were not handed in yet.
    pub fn keep_draft(&self, order_item: &Id, answers: &str) -> Result<()> {
        let now = self.env().clock.now_seconds();
        self.scratch(|db| {
            db.prepare_cached(
                "INSERT INTO review_drafts (order_item_id, answers, saved_at) SELECT id, ?2, ?3 FROM order_items WHERE id = ?1
                 ON CONFLICT (order_item_id) DO UPDATE SET answers = excluded.answers, saved_at = excluded.saved_at",
            )
            .and_then(|mut s| s.execute(params![&order_item.bytes()[..], answers, now]))
            .doing("keeping a draft")
            .map(drop)
        })
    }

    /// Reads answers that were kept.
    pub fn draft_of(&self, order_item: &Id) -> Result<Option<String>> {
        self.read()?
            .query_row("SELECT answers FROM review_drafts WHERE order_item_id = ?1", [&order_item.bytes()[..]], |r| {
                r.get("answers")
            })
            .optional()
            .doing("reading a draft")
    }

    /// Lists the queue: open items first, in the order of their recording, then locked ones; at most `limit` of each.
    pub fn queue(&self, limit: u32) -> Result<Vec<Queued>> {
        let db = self.read()?;
        let mut list = Vec::new();
        for sql in [
            "SELECT oi.id AS id, o.reference AS reference, i.locator AS locator, i.kind AS kind, i.language AS language,
             EXISTS (SELECT 1 FROM review_drafts d WHERE d.order_item_id = oi.id) AS started, NULL AS verdict
             FROM order_items oi JOIN orders o ON o.id = oi.order_id JOIN items i ON i.id = oi.item_id
             WHERE oi.withdrawn IS NULL AND o.withdrawn IS NULL AND NOT EXISTS (SELECT 1 FROM reviews v WHERE v.order_item_id = oi.id)
             ORDER BY i.text = '', oi.rowid LIMIT ?1",
            "SELECT oi.id AS id, o.reference AS reference, i.locator AS locator, i.kind AS kind, i.language AS language,
             0 AS started, v.verdict AS verdict
             FROM reviews v JOIN order_items oi ON oi.id = v.order_item_id JOIN orders o ON o.id = oi.order_id
             JOIN items i ON i.id = oi.item_id WHERE oi.withdrawn IS NULL AND o.withdrawn IS NULL ORDER BY v.rowid DESC LIMIT ?1",
        ] {
            let mut statement = db.prepare_cached(sql).doing("preparing the queue")?;
            let rows = statement.query_map([limit], |r| {
                Ok(Queued {
                    id: id_at(r, "id")?,
                    reference: r.get("reference")?,
                    locator: r.get("locator")?,
                    kind: r.get("kind")?,
                    language: r.get("language")?,
                    started: r.get("started")?,
                    verdict: r.get("verdict")?,
                })
            });
            list.extend(rows.and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>).doing("reading the queue")?);
        }
        Ok(list)
    }

    /// Records a sealed paper.
    pub fn seal_paper(&self, paper: &Paper) -> Result<(Id, u64)> {
        let mut change = self.begin()?;
        let id = Id::draw(self.env()).doing("naming a paper")?;
        change.add(&PAPERS, id, paper.row())?;
        let seq = change.commit(Event::PaperSealed, &id)?;
        Ok((id, seq))
    }

    /// Lists sealed papers, newest first, with the entry that sealed each.
    pub fn papers(&self) -> Result<Vec<(Id, Paper, u64)>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT id, kind, lang, name, digest, bytes, snapshot, sealed_at,
                 coalesce((SELECT min(seq) FROM ledger_touches t WHERE t.id = p.id),
                 (SELECT max(seq) FROM ledger_entries WHERE kind = 'register_imported'), 0) AS seq FROM papers p ORDER BY rowid DESC",
            )
            .doing("preparing to list papers")?;
        let rows = statement.query_map([], |r| {
            let paper = Paper {
                kind: r.get("kind")?,
                lang: r.get("lang")?,
                name: r.get("name")?,
                digest: r.get("digest")?,
                bytes: r.get("bytes")?,
                snapshot: r.get("snapshot")?,
                sealed_at: r.get("sealed_at")?,
            };
            Ok((id_at(r, "id")?, paper, r.get::<_, i64>("seq")?.unsigned_abs()))
        });
        rows.and_then(Iterator::collect).doing("listing papers")
    }
}
