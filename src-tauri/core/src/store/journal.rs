//! Reading the ledger: its state, its newest lines, what it says of one thing.

use super::cells::id_at;
use super::vault::Vault;
use crate::error::{Doing, Result};
use crate::id::Id;
use rusqlite::{OptionalExtension, params};

/// One entry in a list.
#[derive(Debug, Clone)]
pub struct Line {
    /// Place from 0.
    pub seq: u64,
    /// UTC microseconds.
    pub recorded_at: i64,
    /// Event.
    pub kind: String,
    /// Who.
    pub actor: String,
    /// What it speaks of, by its reference where it has one.
    pub object: String,
    /// What more the sentence about it needs, as a code: the round of a review, the reason of a cycle, a case; or nothing.
    pub detail: String,
    /// Leaf hash.
    pub leaf: Vec<u8>,
}

const LINE: &str = "SELECT e.seq AS seq, e.recorded_at AS recorded_at, e.kind AS kind, e.actor AS actor, e.leaf AS leaf,
    coalesce((SELECT reference FROM orders o WHERE o.id = e.object), (SELECT reference FROM complaints c WHERE c.id = e.object),
             (SELECT name FROM import_batches b WHERE b.id = e.object), (SELECT name FROM papers p WHERE p.id = e.object),
             (SELECT name_ru FROM platforms p WHERE p.id = e.object), (SELECT name FROM reviewers p WHERE p.id = e.object AND e.kind = 'seat_taken'),
             (SELECT version FROM methodologies m WHERE m.id = e.object),
             (SELECT o.reference FROM assignments v JOIN order_items oi ON oi.id = v.order_item_id JOIN orders o ON o.id = oi.order_id WHERE v.id = e.object),
             (SELECT o.reference FROM review_cycles v JOIN order_items oi ON oi.id = v.order_item_id JOIN orders o ON o.id = oi.order_id WHERE v.id = e.object),
             (SELECT o.reference FROM reviews v JOIN order_items oi ON oi.id = v.order_item_id JOIN orders o ON o.id = oi.order_id WHERE v.id = e.object),
             (SELECT o.reference FROM order_items oi JOIN orders o ON o.id = oi.order_id WHERE oi.id = e.object), '') AS object,
    coalesce((SELECT round FROM reviews v WHERE v.id = e.object), (SELECT conflict FROM assignments a WHERE a.id = e.object),
             (SELECT reason FROM review_cycles c WHERE c.id = e.object), (SELECT case_code FROM calibration_answers k WHERE k.id = e.object), '') AS detail
    FROM ledger_entries e";

fn line(r: &rusqlite::Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line {
        seq: r.get::<_, i64>("seq")?.unsigned_abs(),
        recorded_at: r.get("recorded_at")?,
        kind: r.get("kind")?,
        actor: r.get("actor")?,
        object: r.get("object")?,
        detail: r.get("detail")?,
        leaf: r.get("leaf")?,
    })
}

impl Vault {
    /// Lists entries, newest first.
    pub fn journal(&self, offset: u32, limit: u32) -> Result<Vec<Line>> {
        let db = self.read()?;
        let mut statement =
            db.prepare_cached(&format!("{LINE} ORDER BY e.seq DESC LIMIT ?1 OFFSET ?2")).doing("preparing to list entries")?;
        statement.query_map(params![limit, offset], line).and_then(Iterator::collect).doing("listing entries")
    }

    /// Lists the entries that speak of a thing, oldest first, at most 200; for an imported order its import comes first.
    pub fn history_of(&self, id: &Id) -> Result<Vec<Line>> {
        let db = self.read()?;
        let batch = db
            .query_row("SELECT batch_id AS id FROM orders WHERE id = ?1 AND batch_id IS NOT NULL", [&id.bytes()[..]], |r| {
                id_at(r, "id")
            })
            .optional()
            .doing("finding an order's import")?;
        let mut statement = db
            .prepare_cached(&format!(
                "{LINE} WHERE e.seq IN (SELECT seq FROM ledger_touches WHERE id = ?1)
                 OR (e.kind = 'import_made' AND e.seq IN (SELECT seq FROM ledger_touches WHERE id = ?2)) ORDER BY e.seq LIMIT 200"
            ))
            .doing("preparing a history")?;
        let batch = batch.as_ref().map(|b| &b.bytes()[..]);
        statement.query_map(params![&id.bytes()[..], batch], line).and_then(Iterator::collect).doing("reading a history")
    }

    /// Returns the size of the ledger, its root, and the UTC microsecond of its last entry.
    pub fn ledger_state(&self) -> Result<(u64, [u8; 32], Option<i64>)> {
        let (size, root) = self.scratch_tail()?;
        let last = self
            .read()?
            .query_row("SELECT recorded_at FROM ledger_entries ORDER BY seq DESC LIMIT 1", [], |r| r.get("recorded_at"))
            .optional()
            .doing("reading the last entry")?;
        Ok((size, root, last))
    }
}
