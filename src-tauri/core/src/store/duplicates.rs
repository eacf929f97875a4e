//! Looking for records that may be the same: by number, and by address however it was written. Nothing is merged here.

use super::cells::{id_at, maybe_id_at};
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
        for locator in locators.iter().map(|locator| locator.trim()).filter(|l| !l.is_empty()).take(LOCATORS_LOOKED_UP_MAX) {
            let canonical = url_canonical(locator);
            for (order, reference, written) in by_spelling(&db, locator, &canonical)? {
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
            "SELECT id, reference, authority_id FROM orders WHERE number = ?1 AND number <> '' AND withdrawn IS NULL ORDER BY rowid LIMIT 50",
        )
        .doing("preparing to look for the same number")?;
    let rows = statement.query_map([number], |r| {
        let other = maybe_id_at(r, "authority_id")?;
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

type Candidate = (Id, String, String);

/// Reads what stands in the index near each way to write the address, and keeps what is the same place.
fn by_spelling(db: &Connection, locator: &str, canonical: &str) -> Result<Vec<Candidate>> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut statement = db
        .prepare_cached(
            "SELECT o.id AS id, o.reference AS reference, i.locator AS locator FROM items i
             JOIN order_items oi ON oi.item_id = i.id JOIN orders o ON o.id = oi.order_id
             WHERE i.locator >= ?1 AND i.locator < ?2 AND o.withdrawn IS NULL AND oi.withdrawn IS NULL ORDER BY i.locator LIMIT 100",
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
