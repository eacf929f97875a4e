//! Looking for records that may be the same: by number, and by address however it was written. Nothing is merged here.

use super::cells::id_at;
use super::names::find_authority;
use super::vault::Vault;
use crate::error::{Doing, Result};
use crate::id::Id;
use crate::model::address::{differences, spellings, url_canonical};
use rusqlite::Connection;

const LOCATORS_LOOKED_UP_MAX: usize = 20;
const FOUND_MAX: usize = 10;

/// A record that may be the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// Its order.
    pub order: Id,
    /// Human reference of the order.
    pub reference: String,
    /// same_number_issuer, same_number, same_locator, alike_locator: the strongest that holds.
    pub why: &'static str,
    /// The address as that record holds it, where an address is why.
    pub locator: String,
    /// In what the two addresses are written differently.
    pub how: Vec<&'static str>,
}

impl Vault {
    /// Finds at most ten orders that have this number, or one of the first twenty of these addresses however written. The same number
    /// under another known issuer is another order and is left out.
    pub fn likely_duplicates(&self, number: &str, authority: &str, locators: &[String]) -> Result<Vec<Alike>> {
        let db = self.read()?;
        let mut found = Vec::new();
        if !number.trim().is_empty() {
            let issuer = if authority.trim().is_empty() { None } else { find_authority(&db, authority)? };
            found.extend(by_number(&db, number.trim(), issuer)?);
        }
        let keeps_canonical = has_canonical(&db)?;
        for locator in locators.iter().map(|locator| locator.trim()).filter(|l| !l.is_empty()).take(LOCATORS_LOOKED_UP_MAX) {
            let canonical = url_canonical(locator);
            let candidates =
                if keeps_canonical { by_canonical(&db, &canonical)? } else { by_spelling(&db, locator, &canonical)? };
            for (order, reference, written) in candidates {
                let how = differences(locator, &written);
                let why = if how.is_empty() { "same_locator" } else { "alike_locator" };
                found.push(Alike { order, reference, why, locator: written, how });
            }
        }
        let rank =
            |why: &str| ["same_number_issuer", "same_locator", "alike_locator", "same_number"].iter().position(|w| *w == why);
        found.sort_by_key(|alike| (alike.order, rank(alike.why)));
        found.dedup_by(|later, first| later.order == first.order);
        found.sort_by(|a, b| (rank(a.why), &a.reference).cmp(&(rank(b.why), &b.reference)));
        found.truncate(FOUND_MAX);
        Ok(found)
    }
}

fn by_number(db: &Connection, number: &str, issuer: Option<Id>) -> Result<Vec<Alike>> {
    let mut statement = db
        .prepare_cached(
            "SELECT id, reference, authority_id FROM orders WHERE number = ?1 AND number <> '' ORDER BY rowid LIMIT 50",
        )
        .doing("preparing to look for the same number")?;
    let rows = statement.query_map([number], |r| {
        let other = r.get::<_, Option<[u8; 16]>>("authority_id")?.map(Id::from_bytes);
        Ok((id_at(r, "id")?, r.get("reference")?, other))
    });
    let rows: Vec<(Id, String, Option<Id>)> =
        rows.and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>).doing("looking for the same number")?;
    let alike = rows.into_iter().filter_map(|(order, reference, other)| {
        let why = match (issuer, other) {
            (Some(a), Some(b)) if a == b => "same_number_issuer",
            (Some(_), Some(_)) => return None,
            _ => "same_number",
        };
        Some(Alike { order, reference, why, locator: String::new(), how: Vec::new() })
    });
    Ok(alike.collect())
}

/// Says whether items keep the canonical form in a column: later schemas do.
fn has_canonical(db: &Connection) -> Result<bool> {
    db.prepare_cached("SELECT EXISTS (SELECT 1 FROM pragma_table_info('items') WHERE name = 'url_canonical') AS there")
        .and_then(|mut s| s.query_row([], |r| r.get::<_, bool>("there")))
        .doing("looking for the column of canonical addresses")
}

type Candidate = (Id, String, String);

fn by_canonical(db: &Connection, canonical: &str) -> Result<Vec<Candidate>> {
    let mut statement = db
        .prepare_cached(
            "SELECT o.id AS id, o.reference AS reference, i.locator AS locator FROM items i
             JOIN order_items oi ON oi.item_id = i.id JOIN orders o ON o.id = oi.order_id
             WHERE i.url_canonical = ?1 ORDER BY o.rowid LIMIT 10",
        )
        .doing("preparing to look for the same address")?;
    let rows = statement.query_map([canonical], |r| Ok((id_at(r, "id")?, r.get("reference")?, r.get("locator")?)));
    rows.and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>).doing("looking for the same address")
}

/// Reads what stands in the index near each way to write the address, and keeps what is the same place.
fn by_spelling(db: &Connection, locator: &str, canonical: &str) -> Result<Vec<Candidate>> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut statement = db
        .prepare_cached(
            "SELECT o.id AS id, o.reference AS reference, i.locator AS locator FROM items i
             JOIN order_items oi ON oi.item_id = i.id JOIN orders o ON o.id = oi.order_id
             WHERE i.locator >= ?1 AND i.locator < ?2 ORDER BY i.locator LIMIT 100",
        )
        .doing("preparing to look for the same address")?;
    let mut starts = spellings(locator);
    starts.push(locator.to_owned());
    for start in starts {
        let end = format!("{start}\u{10ffff}");
        let rows = statement.query_map([&start, &end], |r| Ok((id_at(r, "id")?, r.get("reference")?, r.get("locator")?)));
        let rows: Vec<Candidate> =
            rows.and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>).doing("looking for the same address")?;
        found.extend(rows.into_iter().filter(|(_, _, written)| written == locator || url_canonical(written) == canonical));
    }
    found.sort();
    found.dedup();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a later schema will have: the canonical form in a column of its own.
    #[test]
    fn the_column_of_canonical_addresses_is_used_once_it_is_there() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(
            "CREATE TABLE orders (id BLOB NOT NULL, reference TEXT NOT NULL) STRICT;
             CREATE TABLE items (id BLOB NOT NULL, locator TEXT NOT NULL) STRICT;
             CREATE TABLE order_items (order_id BLOB NOT NULL, item_id BLOB NOT NULL) STRICT;",
        )
        .unwrap();
        assert!(!has_canonical(&db).unwrap());
        db.execute_batch("ALTER TABLE items ADD COLUMN url_canonical TEXT NOT NULL DEFAULT ''; CREATE INDEX items_canonical ON items (url_canonical);")
            .unwrap();
        assert!(has_canonical(&db).unwrap());
        let written = "HTTP://WWW.Example.KZ/1/?fbclid=x";
        db.execute("INSERT INTO orders (id, reference) VALUES (zeroblob(16), 'KZ-2025-0001')", []).unwrap();
        db.execute("INSERT INTO order_items (order_id, item_id) VALUES (zeroblob(16), zeroblob(16))", []).unwrap();
        db.execute(
            "INSERT INTO items (id, locator, url_canonical) VALUES (zeroblob(16), ?1, ?2)",
            [written, url_canonical(written).as_str()],
        )
        .unwrap();
        let found = by_canonical(&db, &url_canonical("https://example.kz/1")).unwrap();
        assert_eq!(
            found.iter().map(|(_, reference, locator)| (reference.as_str(), locator.as_str())).collect::<Vec<_>>(),
            [("KZ-2025-0001", written)]
        );
    }
}
