//! What a filter finds among the orders. Each test is one literal statement that yields rows; the rows of all terms meet in memory, one bit for
//! each order, so that any combination costs no more than its parts.

use super::cells::{moment_at, moment_columns, outcome_at, outcome_columns};
use super::search::{Vocabulary, orders_with};
use crate::error::{Doing, Error, Result};
use crate::model::filter::{Field, Filter, Range, Span, Test};
use crate::model::fold::{fold, folds_to};
use crate::model::time::{Moment, deadline_of};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// A set of orders by their rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rows(Vec<u64>);

/// More rows than any register has: a row number beyond is damage, not an order.
const ROWS_MAX: i64 = 1 << 28;

impl Rows {
    fn none(db: &Connection) -> Result<Self> {
        let last: i64 = db
            .prepare_cached("SELECT coalesce(max(rowid), 0) AS n FROM orders")
            .and_then(|mut s| s.query_row([], |r| r.get("n")))
            .doing("asking for the last order")?;
        let last =
            usize::try_from(last).ok().filter(|_| last < ROWS_MAX).ok_or(Error::Inside("an order has an impossible row"))?;
        Ok(Self(vec![0; last / 64 + 1]))
    }

    fn put(&mut self, row: i64) {
        let Ok(row) = usize::try_from(row) else { return };
        if let Some(word) = self.0.get_mut(row / 64) {
            *word |= 1 << (row % 64);
        }
    }

    /// Lists the set in ascending order.
    pub fn list(&self) -> Vec<i64> {
        let bits = (0_i64..).zip(&self.0);
        bits.flat_map(|(at, word)| (0..64).filter(move |bit| word & (1 << bit) != 0).map(move |bit| at * 64 + bit)).collect()
    }

    fn keep(&mut self, other: &Self, negated: bool) {
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            *word &= if negated { !other } else { *other };
        }
    }
}

/// Returns the orders that a filter finds, or nothing where it lets all through. `now` is the second at which deadlines are told.
pub(super) fn rows_of(db: &Connection, vocabulary: &Vocabulary, filter: &Filter, now: i64) -> Result<Option<Rows>> {
    let mut found: Option<Rows> = None;
    if filter.terms.is_empty() {
        return Ok(None);
    }
    for term in &filter.terms {
        let mut rows = Rows::none(db)?;
        test(db, vocabulary, &term.test, now, &mut rows)?;
        match &mut found {
            Some(found) => found.keep(&rows, term.negated),
            None if term.negated => {
                let mut all = Rows::none(db)?;
                select(db, "SELECT rowid AS n FROM orders", &[], &mut all)?;
                all.keep(&rows, true);
                found = Some(all);
            }
            None => found = Some(rows),
        }
    }
    // What was withdrawn is in no list.
    if let Some(found) = &mut found {
        let mut gone = Rows::none(db)?;
        select(db, "SELECT rowid AS n FROM orders WHERE withdrawn = 1", &[], &mut gone)?;
        found.keep(&gone, true);
    }
    Ok(found)
}

fn test(db: &Connection, vocabulary: &Vocabulary, test: &Test, now: i64, rows: &mut Rows) -> Result<()> {
    match test {
        Test::Word(_) | Test::Phrase(_) => orders_with(db, vocabulary, test, &mut |row| rows.put(row)),
        Test::Named(field, names) => names.iter().try_for_each(|name| named(db, *field, name, rows)),
        Test::Coded(Field::Deadline, codes) => deadlines(db, codes, now, rows),
        Test::Coded(Field::Reviewed, codes) => reviewed(db, codes, rows),
        Test::Coded(field, codes) => codes.iter().try_for_each(|code| coded(db, *field, code, rows)),
        Test::Timed(field, spans) => spans.iter().try_for_each(|span| timed(db, *field, span, rows)),
        Test::Counted(_, ranges) => counted(db, ranges, rows),
    }
}

fn select(db: &Connection, sql: &'static str, values: &[Value], rows: &mut Rows) -> Result<()> {
    let mut statement = db.prepare_cached(sql).doing("preparing to filter")?;
    // Looked up by name once: rows may be a million.
    let n = statement.column_index("n").doing("preparing to filter")?;
    let mut found = statement.query(params_from_iter(values)).doing("filtering")?;
    while let Some(r) = found.next().doing("filtering")? {
        rows.put(r.get(n).doing("filtering")?);
    }
    Ok(())
}

// A name is found by any part of it; a number or reference only as a whole.
fn named(db: &Connection, field: Field, name: &str, rows: &mut Rows) -> Result<()> {
    let wanted = fold(name);
    let by_name = |sql: &'static str| -> Result<Vec<Value>> {
        let mut statement = db.prepare_cached(sql).doing("preparing to find names")?;
        let mut found = statement.query([]).doing("finding names")?;
        let mut ids = Vec::new();
        while let Some(r) = found.next().doing("finding names")? {
            if fold(r.get_ref("name").doing("finding names")?.as_str().unwrap_or_default()).contains(wanted.as_str()) {
                ids.push(Value::Blob(r.get("id").doing("finding names")?));
            }
        }
        ids.dedup();
        Ok(ids)
    };
    let (ids, sql) = match field {
        Field::Platform => (
            by_name(
                "SELECT id, name_kk || ' ' || name_ru || ' ' || name_en || ' ' || domains AS name FROM platforms ORDER BY rowid",
            )?,
            "SELECT rowid AS n FROM orders WHERE platform_id = ?1",
        ),
        Field::Authority => (
            by_name("SELECT authority_id AS id, alias AS name FROM authority_aliases ORDER BY authority_id, rowid")?,
            "SELECT rowid AS n FROM orders WHERE authority_id = ?1",
        ),
        Field::Reference => {
            let reference = Value::Text(name.trim().to_uppercase());
            return select(db, "SELECT rowid AS n FROM orders WHERE reference = ?1", &[reference], rows);
        }
        _ => {
            let mut statement = db
                .prepare_cached("SELECT rowid AS n, number FROM orders WHERE number <> ''")
                .doing("preparing to find a number")?;
            let places = statement.column_index("n").and_then(|n| Ok((n, statement.column_index("number")?)));
            let (n, number) = places.doing("preparing to find a number")?;
            let mut found = statement.query([]).doing("finding a number")?;
            while let Some(r) = found.next().doing("finding a number")? {
                if folds_to(r.get_ref(number).doing("finding a number")?.as_str().unwrap_or_default(), wanted.trim()) {
                    rows.put(r.get(n).doing("finding a number")?);
                }
            }
            return Ok(());
        }
    };
    ids.into_iter().try_for_each(|id| select(db, sql, &[id], rows))
}

macro_rules! of_items {
    ($column:literal) => {
        concat!(
            "SELECT o.rowid AS n FROM items i JOIN order_items oi ON oi.item_id = i.id AND oi.withdrawn IS NULL JOIN orders o ON o.id = oi.order_id WHERE i.",
            $column,
            " = ?1"
        )
    };
}

fn coded(db: &Connection, field: Field, code: &str, rows: &mut Rows) -> Result<()> {
    let sql = match field {
        Field::Instrument => "SELECT rowid AS n FROM orders WHERE instrument = ?1",
        Field::Ground => "SELECT rowid AS n FROM orders WHERE ground = ?1",
        Field::Action => "SELECT rowid AS n FROM orders WHERE action = ?1",
        Field::Document => "SELECT rowid AS n FROM orders WHERE document_seen = ?1",
        Field::How => "SELECT rowid AS n FROM orders WHERE learned_how = ?1",
        Field::Reasons => "SELECT rowid AS n FROM orders WHERE reasons_level = ?1",
        Field::Appeal => "SELECT rowid AS n FROM orders WHERE informs_of_appeal = ?1",
        Field::Notified => "SELECT rowid AS n FROM orders WHERE author_notified = ?1",
        Field::Draft => "SELECT rowid AS n FROM orders WHERE draft = (?1 = 'yes')",
        Field::Duplicate => "SELECT rowid AS n FROM orders WHERE (dup_of_id IS NOT NULL) = (?1 = 'yes')",
        Field::Outcome => {
            "SELECT o.rowid AS n FROM order_items oi JOIN orders o ON o.id = oi.order_id WHERE oi.outcome = ?1 AND oi.withdrawn IS NULL"
        }
        Field::Verdict => {
            "SELECT o.rowid AS n FROM judged v JOIN order_items oi ON oi.id = v.order_item_id AND oi.withdrawn IS NULL JOIN orders o ON o.id = oi.order_id
             WHERE v.verdict = ?1 AND v.standing = 1"
        }
        Field::Language => of_items!("language"),
        Field::Kind => of_items!("kind"),
        Field::Has => return has(db, code, rows),
        _ => return Err(Error::Inside("a field has no codes")),
    };
    let code = if code == "unset" { "" } else { code };
    select(db, sql, &[Value::Text(code.to_owned())], rows)
}

fn has(db: &Connection, what: &str, rows: &mut Rows) -> Result<()> {
    let sql = match what {
        "note" => "SELECT rowid AS n FROM orders WHERE note <> ''",
        "number" => "SELECT rowid AS n FROM orders WHERE number <> ''",
        "provisions" => "SELECT rowid AS n FROM orders WHERE provisions <> ''",
        "complaint" => {
            "SELECT o.rowid AS n FROM complaints c JOIN orders o ON o.id = c.order_id WHERE c.order_id IS NOT NULL AND c.withdrawn IS NULL"
        }
        "text" => {
            "SELECT o.rowid AS n FROM items i JOIN order_items oi ON oi.item_id = i.id AND oi.withdrawn IS NULL JOIN orders o ON o.id = oi.order_id WHERE i.text <> ''"
        }
        _ => {
            "SELECT o.rowid AS n FROM items i JOIN order_items oi ON oi.item_id = i.id AND oi.withdrawn IS NULL JOIN orders o ON o.id = oi.order_id WHERE i.locator <> ''"
        }
    };
    select(db, sql, &[], rows)
}

// Times are compared in the zone in which each was stated: a day is the same day whatever zone its clock had.
macro_rules! within {
    ($from:literal, $time:literal) => {
        concat!($from, $time, "_earliest + ", $time, "_offset * 60 >= ?1 AND ", $time, "_latest + ", $time, "_offset * 60 <= ?2")
    };
}

fn timed(db: &Connection, field: Field, span: &Span, rows: &mut Rows) -> Result<()> {
    const COMPLIED: &str = "SELECT o.rowid AS n FROM order_items oi JOIN orders o ON o.id = oi.order_id WHERE oi.withdrawn IS NULL AND complied_earliest IS NULL";
    let (unknown, within) = match field {
        Field::Issued => (
            "SELECT rowid AS n FROM orders WHERE issued_earliest IS NULL",
            // No zone is further from Greenwich than fourteen hours: so much of the index need be looked at.
            within!("SELECT rowid AS n FROM orders WHERE issued_earliest BETWEEN ?1 - 50400 AND ?2 + 50400 AND ", "issued"),
        ),
        Field::Received => (
            "SELECT rowid AS n FROM orders WHERE received_earliest IS NULL",
            within!("SELECT rowid AS n FROM orders WHERE ", "received"),
        ),
        Field::Learned => (
            "SELECT rowid AS n FROM orders WHERE learned_earliest IS NULL",
            within!("SELECT rowid AS n FROM orders WHERE ", "learned"),
        ),
        _ => (
            COMPLIED,
            within!(
                "SELECT o.rowid AS n FROM order_items oi JOIN orders o ON o.id = oi.order_id WHERE oi.withdrawn IS NULL AND ",
                "complied"
            ),
        ),
    };
    if span.from.is_none() && span.to.is_none() {
        return select(db, unknown, &[], rows);
    }
    let (from, to) = span.seconds();
    select(db, within, &[Value::Integer(from.unwrap_or(i64::MIN)), Value::Integer(to.unwrap_or(i64::MAX))], rows)
}

fn counted(db: &Connection, ranges: &[Range], rows: &mut Rows) -> Result<()> {
    let mut statement = db
        .prepare_cached("SELECT rowid AS n, (SELECT count(*) FROM order_items i WHERE i.order_id = o.id AND i.withdrawn IS NULL) AS items FROM orders o")
        .doing("preparing to count items")?;
    let mut found = statement.query([]).doing("counting items")?;
    while let Some(r) = found.next().doing("counting items")? {
        let items: u32 = r.get("items").doing("counting items")?;
        if ranges.iter().any(|range| items >= range.least && range.most.is_none_or(|most| items <= most)) {
            rows.put(r.get("n").doing("counting items")?);
        }
    }
    Ok(())
}

// All items reviewed, none, or some. An order without items has none.
fn reviewed(db: &Connection, codes: &[&str], rows: &mut Rows) -> Result<()> {
    let mut touched = Rows::none(db)?;
    let mut statement = db
        .prepare_cached(
            "SELECT o.rowid AS n, count(DISTINCT v.order_item_id) AS reviewed,
             (SELECT count(*) FROM order_items i WHERE i.order_id = o.id AND i.withdrawn IS NULL) AS items
             FROM judged v JOIN order_items oi ON oi.id = v.order_item_id AND oi.withdrawn IS NULL JOIN orders o ON o.id = oi.order_id
             WHERE v.standing = 1 GROUP BY o.rowid",
        )
        .doing("preparing to find reviewed orders")?;
    let mut found = statement.query([]).doing("finding reviewed orders")?;
    while let Some(r) = found.next().doing("finding reviewed orders")? {
        let row: i64 = r.get("n").doing("finding reviewed orders")?;
        let (reviewed, items): (u32, u32) =
            (r.get("reviewed").doing("finding reviewed orders")?, r.get("items").doing("finding reviewed orders")?);
        touched.put(row);
        if codes.contains(&if reviewed >= items { "yes" } else { "partly" }) {
            rows.put(row);
        }
    }
    if codes.contains(&"no") {
        let mut all = Rows::none(db)?;
        select(db, "SELECT rowid AS n FROM orders", &[], &mut all)?;
        all.keep(&touched, true);
        for (word, other) in rows.0.iter_mut().zip(&all.0) {
            *word |= other;
        }
    }
    Ok(())
}

fn deadlines(db: &Connection, codes: &[&str], now: i64, rows: &mut Rows) -> Result<()> {
    let mut statement = db
        .prepare_cached(concat!(
            "SELECT o.rowid AS n, received_earliest, received_latest, received_precision, received_offset, received_basis, ",
            outcome_columns!(),
            " FROM orders o LEFT JOIN order_items oi ON oi.order_id = o.id AND oi.withdrawn IS NULL WHERE received_earliest IS NOT NULL ORDER BY o.rowid, oi.rowid"
        ))
        .doing("preparing to read deadlines")?;
    let mut found = statement.query([]).doing("reading deadlines")?;
    let settle = |row: i64, received: &Moment, outcomes: &[(String, Moment)], rows: &mut Rows| {
        if codes.contains(&deadline_of(received, outcomes, now).code()) {
            rows.put(row);
        }
    };
    let mut current: Option<(i64, Moment)> = None;
    let mut outcomes: Vec<(String, Moment)> = Vec::new();
    while let Some(r) = found.next().doing("reading deadlines")? {
        let row: i64 = r.get("n").doing("reading deadlines")?;
        if let Some((before, received)) = current.filter(|(before, _)| *before != row) {
            settle(before, &received, &outcomes, rows);
            outcomes.clear();
        }
        current = Some((row, moment_at(r, moment_columns!("received")).doing("reading deadlines")?));
        if let Some(outcome) = r.get::<_, Option<String>>("outcome").doing("reading deadlines")? {
            let at = outcome_at(r, &outcome).doing("reading deadlines")?;
            outcomes.push((outcome, at));
        }
    }
    if let Some((row, received)) = current {
        settle(row, &received, &outcomes, rows);
    }
    // Without a receipt there is no term.
    if codes.contains(&"unknown") {
        select(db, "SELECT rowid AS n FROM orders WHERE received_earliest IS NULL", &[], rows)?;
    }
    Ok(())
}
