//! Counts of the register: integers from one reading of the database. Ratios are made elsewhere.

use super::cells::{id_at, moment_at, moment_columns, outcome_at, outcome_columns};
use super::orders::Listed;
use super::vault::{Vault, version};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::time::{Moment, TERM_SECONDS};
use rusqlite::{Connection, OptionalExtension};

/// Counts of the register, all read in one transaction.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Complaints recorded.
    pub complaints: u32,
    /// Complaints that led to no order as far as known.
    pub complaints_without_order: u32,
    /// Orders recorded; drafts, withdrawn ones and duplicates of others are not counted.
    pub orders: u32,
    /// Orders whose document was seen: original, copy or quoted.
    pub orders_seen: u32,
    /// Orders known by description alone and from one source: they count in no share (domain model, integrity rules).
    pub orders_described_only: u32,
    /// Drafts.
    pub drafts: u32,
    /// Order items of recorded orders.
    pub items: u32,
    /// Order items without a verdict that stands, drafts included and stubs not.
    pub to_review: u32,
    /// Earliest and latest second in which a recorded order can have been issued, with the zone of each.
    pub first: Option<(i64, i32)>,
    /// See first.
    pub last: Option<(i64, i32)>,
    /// Reviewed order items of orders known by description alone: reviewed, but in no share.
    pub reviewed_apart: u32,
    /// Entries of the ledger at the moment of counting.
    pub ledger_size: u64,
}

/// An order with a known receipt, as far as its deadline needs it.
#[derive(Debug, Clone)]
pub struct Clocked {
    /// Order.
    pub id: Id,
    /// Received.
    pub received: Moment,
    /// Outcome and time of each item.
    pub outcomes: Vec<(String, Moment)>,
}

// Orders that are in no figure: drafts, withdrawn ones and duplicates of others, each once. Left to itself SQLite reads all orders to merge the three.
macro_rules! left_out {
    () => {
        "SELECT rowid AS n FROM orders INDEXED BY orders_draft WHERE draft = 1
         UNION ALL SELECT rowid FROM orders INDEXED BY orders_withdrawn WHERE withdrawn = 1 AND draft = 0
         UNION ALL SELECT rowid FROM orders INDEXED BY orders_dup_of WHERE dup_of_id IS NOT NULL AND draft = 0 AND withdrawn IS NULL"
    };
}

// Orders `o` whose items are in the shares, and so in what is said of the reliability of those.
macro_rules! in_shares {
    () => {
        "o.draft = 0 AND o.withdrawn IS NULL AND o.dup_of_id IS NULL AND (o.document_seen <> 'described_only' OR o.second_source IS NOT NULL)"
    };
}
pub(super) use in_shares;

// The rows of one order come one after the other.
fn each_clock(rows: &mut rusqlite::Rows<'_>, take: &mut dyn FnMut(Clocked)) -> Result<()> {
    let mut last: Option<Clocked> = None;
    while let Some(r) = rows.next().doing("reading clocks")? {
        let id = id_at(r, "id").doing("reading clocks")?;
        if last.as_ref().is_none_or(|c| c.id != id) {
            let received = moment_at(r, moment_columns!("received")).doing("reading clocks")?;
            if let Some(done) = last.replace(Clocked { id, received, outcomes: Vec::new() }) {
                take(done);
            }
        }
        let outcome: Option<String> = r.get("outcome").doing("reading clocks")?;
        if let (Some(outcome), Some(clocked)) = (outcome, &mut last) {
            let at = outcome_at(r, &outcome).doing("reading clocks")?;
            clocked.outcomes.push((outcome, at));
        }
    }
    last.into_iter().for_each(take);
    Ok(())
}

/// What was counted last and the version of the database that it was counted in, kept until something is written.
pub(super) type LastCounts = Option<(u64, Counts)>;

impl Vault {
    /// Counts the register. What was counted is kept until something is written.
    pub fn counts(&self) -> Result<Counts> {
        let db = self.read()?;
        let version = version(&db)?;
        let mut last = self.last_counts()?;
        if let Some((_, kept)) = last.as_ref().filter(|(at, _)| *at == version) {
            return Ok(kept.clone());
        }
        let counts = count(&db)?;
        *last = Some((version, counts.clone()));
        Ok(counts)
    }

    fn last_counts(&self) -> Result<std::sync::MutexGuard<'_, LastCounts>> {
        self.last_counts.lock().map_err(|_| Error::Inside("the counting was abandoned"))
    }

    /// Reads the recorded orders whose 24-hour term can end after this second.
    pub fn clocks_near(&self, second: i64) -> Result<Vec<Clocked>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(concat!(
                "SELECT o.id AS id, received_earliest, received_latest, received_precision, received_offset, received_basis, ",
                outcome_columns!(),
                " FROM orders o INDEXED BY orders_received_latest
                 LEFT JOIN order_items oi ON oi.order_id = o.id AND oi.withdrawn IS NULL
                 WHERE o.draft = 0 AND o.withdrawn IS NULL AND o.dup_of_id IS NULL AND received_latest >= ?1"
            ))
            .doing("preparing to read running clocks")?;
        let mut list = Vec::new();
        each_clock(&mut statement.query([second - TERM_SECONDS]).doing("reading clocks")?, &mut |clocked| list.push(clocked))?;
        Ok(list)
    }

    /// Lists drafts, newest first.
    pub fn drafts(&self, limit: u32) -> Result<Vec<Listed>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached("SELECT rowid AS n FROM orders WHERE draft = 1 AND withdrawn IS NULL ORDER BY rowid DESC LIMIT ?1")
            .doing("preparing to list drafts")?;
        let numbers: Vec<i64> =
            statement.query_map([limit], |r| r.get("n")).and_then(Iterator::collect).doing("listing drafts")?;
        numbers.into_iter().filter_map(|n| super::orders::listed(&db, n).transpose()).collect()
    }

    /// Reads one order as a row of the table.
    pub fn order_listed(&self, id: &Id) -> Result<Option<Listed>> {
        let db = self.read()?;
        let number = db
            .query_row("SELECT rowid AS n FROM orders WHERE id = ?1", [&id.bytes()[..]], |r| r.get("n"))
            .optional()
            .doing("finding an order's row")?;
        number.map_or(Ok(None), |n| super::orders::listed(&db, n))
    }
}

fn count(db: &Connection) -> Result<Counts> {
    let one = |sql: &'static str| -> Result<u32> {
        db.prepare_cached(sql).and_then(|mut s| s.query_row([], |r| r.get("n"))).doing("counting")
    };
    // What is not counted is rare and has indexes of its own: it is taken off what the narrow indexes count.
    let (seen, described) = db
        .prepare_cached(
            "SELECT count(*) FILTER (WHERE document_seen = 'original' OR document_seen = 'copy' OR document_seen = 'quoted') AS seen,
               count(*) FILTER (WHERE document_seen = 'described_only') AS described
             FROM orders INDEXED BY orders_facets WHERE draft = 0 AND withdrawn IS NULL",
        )
        .and_then(|mut s| s.query_row([], |r| Ok((r.get::<_, u32>("seen")?, r.get::<_, u32>("described")?))))
        .doing("counting documents")?;
    let seen_twice = one("SELECT count(*) AS n FROM orders WHERE dup_of_id IS NOT NULL AND draft = 0 AND withdrawn IS NULL
             AND (document_seen = 'original' OR document_seen = 'copy' OR document_seen = 'quoted')")?;
    let described_twice = one("SELECT (SELECT count(*) FROM orders WHERE dup_of_id IS NOT NULL AND draft = 0 AND withdrawn IS NULL
               AND document_seen = 'described_only')
             + (SELECT count(*) FROM orders WHERE second_source IS NOT NULL AND dup_of_id IS NULL AND draft = 0 AND withdrawn IS NULL
               AND document_seen = 'described_only') AS n")?;
    let standing =
        one("SELECT (SELECT count(*) FROM order_items) - (SELECT count(*) FROM order_items WHERE withdrawn = 1) AS n")?;
    let of_left_out = one(concat!(
        "SELECT count(*) AS n FROM (",
        left_out!(),
        ") l JOIN orders o ON o.rowid = l.n JOIN order_items oi ON oi.order_id = o.id AND oi.withdrawn IS NULL"
    ))?;
    // A verdict stands, the order was withdrawn, or nothing is kept of the item that could be judged. The rare thing is read first: where
    // there is none of it SQLite takes its index for large and looks every item up in it.
    let settled =
        one("SELECT (SELECT count(*) FROM judged v CROSS JOIN order_items oi ON oi.id = v.order_item_id AND oi.withdrawn IS NULL
            WHERE v.standing = 1)
         + (SELECT count(*) FROM orders o CROSS JOIN order_items oi ON oi.order_id = o.id AND oi.withdrawn IS NULL
            WHERE o.withdrawn = 1 AND NOT EXISTS (SELECT 1 FROM judged v WHERE v.order_item_id = oi.id AND v.standing = 1))
         + (SELECT count(*) FROM items i INDEXED BY items_stub CROSS JOIN order_items oi ON oi.item_id = i.id AND oi.withdrawn IS NULL
            CROSS JOIN orders o ON o.id = oi.order_id AND o.withdrawn IS NULL
            WHERE i.stub = 1 AND NOT EXISTS (SELECT 1 FROM judged v WHERE v.order_item_id = oi.id AND v.standing = 1)) AS n")?;
    let (first, last) = ends(db)?;
    Ok(Counts {
        complaints: one("SELECT count(*) AS n FROM complaints WHERE withdrawn IS NULL")?,
        complaints_without_order: one("SELECT count(*) AS n FROM complaints c LEFT JOIN orders o ON o.id = c.order_id AND o.withdrawn IS NULL
             WHERE o.id IS NULL AND c.withdrawn IS NULL")?,
        orders: one(concat!("SELECT (SELECT count(*) FROM orders) - (SELECT count(*) FROM (", left_out!(), ")) AS n"))?,
        orders_seen: seen.saturating_sub(seen_twice),
        orders_described_only: described.saturating_sub(described_twice),
        drafts: one("SELECT count(*) AS n FROM orders WHERE draft = 1 AND withdrawn IS NULL")?,
        items: standing.saturating_sub(of_left_out),
        to_review: standing.saturating_sub(settled),
        first,
        last,
        reviewed_apart: db
            .prepare_cached(
                "SELECT count(*) AS n FROM judged v JOIN order_items oi ON oi.id = v.order_item_id AND oi.withdrawn IS NULL
                 JOIN orders o ON o.id = oi.order_id WHERE v.standing = 1 AND o.draft = 0 AND o.withdrawn IS NULL AND o.dup_of_id IS NULL
                   AND o.document_seen = 'described_only' AND o.second_source IS NULL",
            )
            .and_then(|mut s| s.query_row([], |r| r.get("n")))
            .doing("counting reviews of orders known by description")?,
        ledger_size: u64::from(one("SELECT count(*) AS n FROM ledger_entries")?),
    })
}

type End = Option<(i64, i32)>;

// The period. An index tells its ends; only where the last belongs to what is left out are all orders read.
fn ends(db: &Connection) -> Result<(End, End)> {
    let end = |sql: &'static str| -> Result<End> {
        db.prepare_cached(sql)
            .and_then(|mut s| s.query_row([], |r| Ok((r.get("at")?, r.get("zone")?))).optional())
            .doing("finding the period")
    };
    let first = end("SELECT issued_earliest AS at, issued_offset AS zone FROM orders INDEXED BY orders_issued
         WHERE draft = 0 AND withdrawn IS NULL AND dup_of_id IS NULL AND issued_earliest IS NOT NULL
         ORDER BY issued_earliest, issued_latest LIMIT 1")?;
    let last = end("SELECT issued_latest AS at, issued_offset AS zone FROM orders
         WHERE rowid IN (SELECT rowid FROM orders INDEXED BY orders_issued
             WHERE issued_latest = (SELECT max(issued_latest) FROM orders INDEXED BY orders_issued))
           AND draft = 0 AND withdrawn IS NULL AND dup_of_id IS NULL ORDER BY rowid LIMIT 1")?;
    let last = match last {
        Some(last) => Some(last),
        None => end("SELECT issued_latest AS at, issued_offset AS zone FROM orders
             WHERE draft = 0 AND withdrawn IS NULL AND dup_of_id IS NULL AND issued_latest IS NOT NULL
             ORDER BY issued_latest DESC LIMIT 1")?,
    };
    Ok((first, last))
}
