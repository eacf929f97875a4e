//! Reading the ledger: its state, its newest lines, what it says of one thing.

use super::cells::id_at;
use super::change::Event;
use super::vault::Vault;
use crate::error::{Doing, Result};
use crate::id::Id;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;

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
    /// Places within its order of the items that it speaks of, as `2` or `1–3, 5`; empty where the order has one item only.
    pub items: String,
    /// What more the sentence about it needs, as a code: the round of a review, the reason of a cycle, a case; or nothing.
    pub detail: String,
    /// Leaf hash.
    pub leaf: Vec<u8>,
}

// The order item of which an entry speaks: by itself, or by what was given out, opened or locked for it.
macro_rules! order_item {
    () => {
        "coalesce((SELECT v.order_item_id FROM assignments v WHERE v.id = e.object),
                  (SELECT v.order_item_id FROM review_cycles v WHERE v.id = e.object),
                  (SELECT v.order_item_id FROM reviews v WHERE v.id = e.object), e.object)"
    };
}

// Items are numbered by their rows, withdrawn ones counted: a number that was told once stays the number of that item.
const LINE: &str = concat!(
    "SELECT e.seq AS seq, e.recorded_at AS recorded_at, e.kind AS kind, e.actor AS actor, e.leaf AS leaf,
    coalesce((SELECT reference FROM orders o WHERE o.id = e.object), (SELECT reference FROM complaints c WHERE c.id = e.object),
             (SELECT name FROM import_batches b WHERE b.id = e.object), (SELECT name FROM papers p WHERE p.id = e.object),
             (SELECT name_ru FROM platforms p WHERE p.id = e.object), (SELECT name FROM reviewers p WHERE p.id = e.object AND e.kind = 'seat_taken'),
             (SELECT version FROM methodologies m WHERE m.id = e.object),
             (SELECT o.reference FROM order_items oi JOIN orders o ON o.id = oi.order_id WHERE oi.id = ",
    order_item!(),
    "), '') AS object,
    (SELECT CASE WHEN count(*) > 1 THEN sum(x.rowid <= oi.rowid) END FROM order_items oi JOIN order_items x ON x.order_id = oi.order_id
     WHERE oi.id = ",
    order_item!(),
    ") AS item,
    coalesce((SELECT round FROM reviews v WHERE v.id = e.object), (SELECT conflict FROM assignments a WHERE a.id = e.object),
             (SELECT reason FROM review_cycles c WHERE c.id = e.object), (SELECT case_code FROM calibration_answers k WHERE k.id = e.object), '') AS detail
    FROM ledger_entries e"
);

fn line(r: &rusqlite::Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line {
        seq: r.get::<_, i64>("seq")?.unsigned_abs(),
        recorded_at: r.get("recorded_at")?,
        kind: r.get("kind")?,
        actor: r.get("actor")?,
        object: r.get("object")?,
        items: r.get::<_, Option<u32>>("item")?.map(|place| place.to_string()).unwrap_or_default(),
        detail: r.get("detail")?,
        leaf: r.get("leaf")?,
    })
}

// Says which items of an order were given out under an entry.
fn name_assigned(db: &Connection, order: &Id, line: &mut Line) -> Result<()> {
    let reference = db
        .prepare_cached("SELECT reference FROM orders WHERE id = ?1")
        .and_then(|mut s| s.query_row([&order.bytes()[..]], |r| r.get("reference")).optional())
        .doing("naming an order")?;
    let Some(reference) = reference else { return Ok(()) };
    line.object = reference;
    let mut statement = db
        .prepare_cached(
            "SELECT place FROM (SELECT id, row_number() OVER (ORDER BY rowid) AS place, count(*) OVER () AS all_items FROM order_items WHERE order_id = ?1) oi
             WHERE all_items > 1 AND EXISTS (SELECT 1 FROM ledger_touches t WHERE t.id = oi.id AND t.seq = ?2) ORDER BY place",
        )
        .doing("preparing to name items that were given out")?;
    let seq = i64::try_from(line.seq).unwrap_or(i64::MAX);
    let places: Vec<u32> = statement
        .query_map(params![&order.bytes()[..], seq], |r| r.get("place"))
        .and_then(Iterator::collect)
        .doing("naming items that were given out")?;
    line.items = spans(&places);
    Ok(())
}

// Writes ascending numbers with those that follow each other as one span.
fn spans(places: &[u32]) -> String {
    let mut spans: Vec<(u32, u32)> = Vec::new();
    for place in places {
        match spans.last_mut() {
            Some((_, last)) if last.saturating_add(1) == *place => *last = *place,
            _ => spans.push((*place, *place)),
        }
    }
    let written = spans.iter().map(|(first, last)| if first == last { first.to_string() } else { format!("{first}–{last}") });
    written.collect::<Vec<_>>().join(", ")
}

// Why values were taken away stands beside the entry that says so.
fn name_reasons(db: &Connection, lines: &mut [Line]) -> Result<()> {
    for line in lines.iter_mut().filter(|line| line.kind == Event::Purged.code()) {
        let payload: Vec<u8> = db
            .prepare_cached("SELECT payload FROM ledger_entries WHERE seq = ?1")
            .and_then(|mut s| s.query_row([super::change::signed(line.seq)], |r| r.get("payload")))
            .doing("reading why values were taken away")?;
        line.detail = super::purge::reason_of(&payload).unwrap_or_default();
    }
    Ok(())
}

impl Vault {
    /// Lists entries, newest first.
    pub fn journal(&self, offset: u32, limit: u32) -> Result<Vec<Line>> {
        let db = self.read()?;
        let mut statement =
            db.prepare_cached(&format!("{LINE} ORDER BY e.seq DESC LIMIT ?1 OFFSET ?2")).doing("preparing to list entries")?;
        let mut lines: Vec<Line> =
            statement.query_map(params![limit, offset], line).and_then(Iterator::collect).doing("listing entries")?;
        name_reasons(&db, &mut lines)?;
        Ok(lines)
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
        let mut lines: Vec<Line> =
            statement.query_map(params![&id.bytes()[..], batch], line).and_then(Iterator::collect).doing("reading a history")?;
        // Items are given out many at a time, those of several orders under one entry: here only those of this order are meant.
        for line in lines.iter_mut().filter(|line| line.kind == Event::ItemsAssigned.code()) {
            name_assigned(&db, id, line)?;
        }
        name_reasons(&db, &mut lines)?;
        Ok(lines)
    }

    /// Returns the place of an order item among those of its order; 0 where the order has no other.
    pub fn place_in_order(&self, order_item: &Id) -> Result<u32> {
        self.read()?
            .prepare_cached(
                "SELECT coalesce(CASE WHEN count(*) > 1 THEN sum(x.rowid <= oi.rowid) END, 0) AS place
                 FROM order_items oi JOIN order_items x ON x.order_id = oi.order_id WHERE oi.id = ?1",
            )
            .and_then(|mut s| s.query_row([&order_item.bytes()[..]], |r| r.get("place")))
            .doing("numbering an item within its order")
    }

    /// Numbers the items of an order by their rows, withdrawn ones counted; nothing where it has one item only.
    pub fn item_places(&self, order: &Id) -> Result<BTreeMap<Id, u32>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT id, row_number() OVER (ORDER BY rowid) AS place FROM order_items WHERE order_id = ?1 ORDER BY rowid",
            )
            .doing("preparing to number an order's items")?;
        let places: BTreeMap<Id, u32> = statement
            .query_map([&order.bytes()[..]], |r| Ok((id_at(r, "id")?, r.get("place")?)))
            .and_then(Iterator::collect)
            .doing("numbering an order's items")?;
        Ok(if places.len() > 1 { places } else { BTreeMap::new() })
    }

    /// Counts the rows of every table of the record.
    pub fn counted(&self) -> Result<Vec<(&'static str, u64)>> {
        let db = self.read()?;
        let count = |table: &super::record::Table| {
            let sql = format!("SELECT count(*) FROM {}", table.name);
            let rows: i64 = db.query_row(&sql, [], |r| r.get(0)).doing("counting rows")?;
            Ok((table.name, rows.unsigned_abs()))
        };
        super::record::TABLES.iter().map(|table| count(table)).collect()
    }

    /// Counts the entries of the ledger by what happened.
    pub fn events_counted(&self) -> Result<Vec<(String, u64)>> {
        let db = self.read()?;
        let mut statement = db
            .prepare("SELECT kind, count(*) AS n FROM ledger_entries GROUP BY kind ORDER BY kind")
            .doing("preparing to count entries")?;
        let rows = statement.query_map([], |r| Ok((r.get("kind")?, r.get::<_, i64>("n")?.unsigned_abs())));
        rows.and_then(Iterator::collect).doing("counting entries")
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

#[cfg(test)]
mod tests {
    use super::spans;

    #[test]
    fn numbers_that_follow_each_other_are_one_span() {
        assert_eq!(spans(&[]), "");
        assert_eq!(spans(&[4]), "4");
        assert_eq!(spans(&[1, 2, 3, 5, 8, 9]), "1–3, 5, 8–9");
    }
}
