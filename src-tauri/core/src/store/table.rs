//! The table of orders: its rows in the order of any column, its layout, the filters that were saved.
//!
//! An order of all rows is made once for each state of the register and kept (eight bytes a row); filtering takes rows out of it.

use super::cells::id_at;
use super::change::Change;
use super::orders::{Order, View, order_row};
use super::record::{ORDERS, Row};
use super::search::Vocabulary;
use super::vault::{Vault, keep, recall};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::fold::fold;
use crate::model::terms;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;

/// The language in which names are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Tongue {
    /// Reads the code of a language; anything unknown sorts in Russian.
    #[must_use]
    pub fn parse(code: &str) -> Self {
        match code {
            "kk" => Self::Kk,
            "en" => Self::En,
            _ => Self::Ru,
        }
    }
}

/// What the orders table is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Order of recording.
    Reference,
    /// Number as text.
    Number,
    /// Name of the authority.
    Authority(Tongue),
    /// Name of the platform.
    Platform(Tongue),
    /// Date of issue.
    Issued,
    /// Receipt, which sets the deadline.
    Deadline,
    /// When it became known.
    Learned,
    /// Number of items.
    Items,
    /// Number of items that are gone.
    Removed,
    /// Number of items reviewed.
    Reviewed,
    /// Cited provisions as text.
    Provisions,
    /// Name of the import.
    Origin,
    /// A coded field, in the order of its list.
    Coded(Coded),
}

/// A coded field of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coded {
    /// Kind of instrument.
    Instrument,
    /// How it became known.
    LearnedHow,
    /// Ground.
    Ground,
    /// Action demanded.
    Action,
    /// How much of the document was seen.
    DocumentSeen,
    /// Reasons given.
    ReasonsLevel,
    /// Whether it names its items.
    NamesItems,
    /// Whether it tells of an appeal.
    InformsOfAppeal,
    /// Whether the author was told.
    AuthorNotified,
    /// Still a draft.
    Draft,
}

impl Sort {
    /// Reads a code; anything unknown sorts by reference.
    #[must_use]
    pub fn parse(code: &str, tongue: Tongue) -> Self {
        match code {
            "number" => Self::Number,
            "authority" => Self::Authority(tongue),
            "platform" => Self::Platform(tongue),
            "issued" => Self::Issued,
            "deadline" | "received" => Self::Deadline,
            "learned" => Self::Learned,
            "items" => Self::Items,
            "removed" => Self::Removed,
            "reviewed" => Self::Reviewed,
            "provisions" => Self::Provisions,
            "origin" => Self::Origin,
            "instrument" => Self::Coded(Coded::Instrument),
            "learned_how" => Self::Coded(Coded::LearnedHow),
            "ground" => Self::Coded(Coded::Ground),
            "action" => Self::Coded(Coded::Action),
            "document_seen" => Self::Coded(Coded::DocumentSeen),
            "reasons_level" => Self::Coded(Coded::ReasonsLevel),
            "names_items_by_url" => Self::Coded(Coded::NamesItems),
            "informs_of_appeal" => Self::Coded(Coded::InformsOfAppeal),
            "author_notified" => Self::Coded(Coded::AuthorNotified),
            "draft" => Self::Coded(Coded::Draft),
            _ => Self::Reference,
        }
    }
}

/// All rows in one order: those with a value, smallest first, and those without one, which always come last.
pub(super) struct Arranged {
    with: Vec<i64>,
    without: Vec<i64>,
}

impl Arranged {
    /// Returns the row numbers of a view: all, or those that a filter matched (given in ascending order).
    pub fn rows(&self, descending: bool, matched: Option<&[i64]>) -> Vec<i64> {
        let wanted = |n: &&i64| matched.is_none_or(|m| m.binary_search(n).is_ok());
        let mut rows = Vec::with_capacity(matched.map_or(self.with.len() + self.without.len(), <[i64]>::len));
        for part in [&self.with, &self.without] {
            if descending {
                rows.extend(part.iter().rev().filter(wanted));
            } else {
                rows.extend(part.iter().filter(wanted));
            }
        }
        rows
    }
}

/// Lists the rows that a filter matches, in the order of a view, without making the order of all rows where that is not needed.
pub(super) fn rows_of(
    db: &Connection,
    vocabulary: &Vocabulary,
    view: &View,
    arranged: impl FnOnce() -> Result<std::sync::Arc<Arranged>>,
) -> Result<Vec<i64>> {
    let matched = super::filter::rows_of(db, vocabulary, &view.filter, view.now)?.map(|rows| rows.list());
    if let (Sort::Reference, Some(mut rows)) = (view.sort, matched.clone()) {
        if view.descending {
            rows.reverse();
        }
        return Ok(rows);
    }
    Ok(arranged()?.rows(view.descending, matched.as_deref()))
}

/// Puts all rows in an order.
pub(super) fn arrange(db: &Connection, sort: Sort) -> Result<Arranged> {
    let mut all = numbers(db, "SELECT rowid AS n FROM orders INDEXED BY orders_facets WHERE withdrawn IS NULL")?;
    all.sort_unstable();
    let mut with = match sort {
        Sort::Reference => return Ok(Arranged { with: all, without: Vec::new() }),
        Sort::Number => numbers(db, "SELECT rowid AS n FROM orders WHERE number <> '' ORDER BY number, rowid")?,
        Sort::Provisions => numbers(db, "SELECT rowid AS n FROM orders WHERE provisions <> '' ORDER BY provisions, rowid")?,
        Sort::Deadline => {
            numbers(db, "SELECT rowid AS n FROM orders WHERE received_earliest IS NOT NULL ORDER BY received_earliest, rowid")?
        }
        Sort::Issued => keyed(db, "SELECT rowid AS n, issued_earliest AS k FROM orders INDEXED BY orders_facets", &integer)?,
        Sort::Learned => keyed(db, "SELECT rowid AS n, learned_earliest AS k FROM orders INDEXED BY orders_facets", &integer)?,
        Sort::Authority(tongue) => {
            let ranks = ranks(db, named_in(tongue, "authorities"))?;
            keyed(db, "SELECT rowid AS n, authority_id AS k FROM orders INDEXED BY orders_facets", &|k| rank(&ranks, k))?
        }
        Sort::Platform(tongue) => {
            let ranks = ranks(db, named_in(tongue, "platforms"))?;
            keyed(db, "SELECT rowid AS n, platform_id AS k FROM orders INDEXED BY orders_facets", &|k| rank(&ranks, k))?
        }
        Sort::Origin => {
            let ranks = ranks(db, "SELECT id, name FROM import_batches ORDER BY rowid")?;
            keyed(db, "SELECT rowid AS n, batch_id AS k FROM orders WHERE batch_id IS NOT NULL", &|k| rank(&ranks, k))?
        }
        Sort::Coded(field) => {
            let (sql, list) = coded(field);
            keyed(db, sql, &|k| match k {
                ValueRef::Integer(i) => Some(i),
                ValueRef::Text(code) => list.iter().position(|c| c.as_bytes() == code).and_then(|p| i64::try_from(p).ok()),
                _ => None,
            })?
        }
        Sort::Items => counted(db, "SELECT order_id AS id, count(*) AS k FROM order_items WHERE withdrawn IS NULL GROUP BY order_id ORDER BY order_id")?,
        Sort::Removed => counted(
            db,
            "SELECT order_id AS id, sum(outcome = 'removed' OR outcome = 'geo_blocked' OR outcome = 'account_suspended') AS k
             FROM order_items WHERE withdrawn IS NULL GROUP BY order_id ORDER BY order_id",
        )?,
        Sort::Reviewed => counted(
            db,
            "SELECT oi.order_id AS id, count(DISTINCT oi.id) AS k FROM judged v JOIN order_items oi ON oi.id = v.order_item_id AND oi.withdrawn IS NULL
             WHERE v.standing = 1 GROUP BY oi.order_id ORDER BY oi.order_id",
        )?,
    };
    let gone = numbers(db, "SELECT rowid AS n FROM orders WHERE withdrawn = 1 ORDER BY rowid")?;
    if !gone.is_empty() {
        with.retain(|n| gone.binary_search(n).is_err());
    }
    let mut held = with.clone();
    held.sort_unstable();
    all.retain(|n| held.binary_search(n).is_err());
    Ok(Arranged { with, without: all })
}

const fn named_in(tongue: Tongue, table: &str) -> &'static str {
    // The name in the language of the window, or whichever there is.
    match (tongue, table.as_bytes()) {
        (Tongue::Kk, b"authorities") => {
            "SELECT id, coalesce(nullif(name_kk, ''), nullif(name_ru, ''), name_en) AS name FROM authorities ORDER BY rowid"
        }
        (Tongue::Ru, b"authorities") => {
            "SELECT id, coalesce(nullif(name_ru, ''), nullif(name_en, ''), name_kk) AS name FROM authorities ORDER BY rowid"
        }
        (Tongue::En, b"authorities") => {
            "SELECT id, coalesce(nullif(name_en, ''), nullif(name_ru, ''), name_kk) AS name FROM authorities ORDER BY rowid"
        }
        (Tongue::Kk, _) => {
            "SELECT id, coalesce(nullif(name_kk, ''), nullif(name_ru, ''), name_en) AS name FROM platforms ORDER BY rowid"
        }
        (Tongue::Ru, _) => {
            "SELECT id, coalesce(nullif(name_ru, ''), nullif(name_en, ''), name_kk) AS name FROM platforms ORDER BY rowid"
        }
        (Tongue::En, _) => {
            "SELECT id, coalesce(nullif(name_en, ''), nullif(name_ru, ''), name_kk) AS name FROM platforms ORDER BY rowid"
        }
    }
}

const fn coded(field: Coded) -> (&'static str, &'static [&'static str]) {
    macro_rules! facet {
        ($column:literal) => {
            concat!("SELECT rowid AS n, ", $column, " AS k FROM orders INDEXED BY orders_facets")
        };
    }
    match field {
        Coded::Instrument => (facet!("instrument"), &terms::INSTRUMENTS),
        Coded::LearnedHow => (facet!("learned_how"), &terms::LEARNED_HOW),
        Coded::Ground => (facet!("ground"), &terms::GROUNDS),
        Coded::Action => (facet!("action"), &terms::ACTIONS),
        Coded::DocumentSeen => (facet!("document_seen"), &terms::DOCUMENT_SEEN),
        Coded::ReasonsLevel => (facet!("reasons_level"), &terms::REASONS_LEVELS),
        Coded::NamesItems => (facet!("names_items_by_url"), &terms::NAMES_ITEMS),
        Coded::InformsOfAppeal => (facet!("informs_of_appeal"), &terms::TRI),
        Coded::AuthorNotified => (facet!("author_notified"), &terms::TRI),
        Coded::Draft => (facet!("draft"), &[]),
    }
}

fn integer(k: ValueRef<'_>) -> Option<i64> {
    k.as_i64().ok()
}

fn rank(ranks: &BTreeMap<[u8; 16], i64>, k: ValueRef<'_>) -> Option<i64> {
    k.as_blob().ok().and_then(|b| <[u8; 16]>::try_from(b).ok()).and_then(|id| ranks.get(&id).copied())
}

fn numbers(db: &Connection, sql: &str) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(sql).doing("preparing to order the table")?;
    let rows = statement.query_map([], |r| r.get("n")).and_then(Iterator::collect);
    rows.doing("ordering the table")
}

fn keyed(db: &Connection, sql: &str, key: &dyn Fn(ValueRef<'_>) -> Option<i64>) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(sql).doing("preparing to order the table")?;
    let mut rows = statement.query([]).doing("ordering the table")?;
    let mut pairs = Vec::new();
    while let Some(r) = rows.next().doing("ordering the table")? {
        if let Some(k) = key(r.get_ref("k").doing("ordering the table")?) {
            pairs.push((k, r.get::<_, i64>("n").doing("ordering the table")?));
        }
    }
    pairs.sort_unstable();
    Ok(pairs.into_iter().map(|(_, n)| n).collect())
}

// Both sides come in the order of the orders' identifiers, from indexes alone: they are walked side by side.
fn counted(db: &Connection, sql: &str) -> Result<Vec<i64>> {
    let mut orders = db.prepare_cached("SELECT id, rowid AS n FROM orders ORDER BY id").doing("preparing to order the table")?;
    let mut counts = db.prepare_cached(sql).doing("preparing to count")?;
    let mut counts = counts.query([]).doing("counting")?;
    let mut next = || -> Result<Option<([u8; 16], i64)>> {
        match counts.next().doing("counting")? {
            Some(r) => Ok(Some((r.get("id").doing("counting")?, r.get("k").doing("counting")?))),
            None => Ok(None),
        }
    };
    let mut count = next()?;
    let mut rows = orders.query([]).doing("ordering the table")?;
    let mut pairs = Vec::new();
    while let Some(r) = rows.next().doing("ordering the table")? {
        let id: [u8; 16] = r.get("id").doing("ordering the table")?;
        let n: i64 = r.get("n").doing("ordering the table")?;
        while count.as_ref().is_some_and(|(of, _)| *of < id) {
            count = next()?;
        }
        let k = count.as_ref().filter(|(of, _)| *of == id).map_or(0, |(_, k)| *k);
        pairs.push((k, n));
    }
    pairs.sort_unstable();
    Ok(pairs.into_iter().map(|(_, n)| n).collect())
}

fn ranks(db: &Connection, sql: &str) -> Result<BTreeMap<[u8; 16], i64>> {
    let mut statement = db.prepare_cached(sql).doing("preparing to order names")?;
    let mut names: Vec<(String, String, [u8; 16])> = statement
        .query_map([], |r| {
            let name: String = r.get("name")?;
            Ok((fold(&name), name, r.get("id")?))
        })
        .and_then(Iterator::collect)
        .doing("ordering names")?;
    names.sort_unstable();
    // One name, one rank: two authorities of one name are not told apart by it.
    let mut ranked = BTreeMap::new();
    let mut last: Option<(i64, String)> = None;
    for (_, name, id) in names {
        let at = match &last {
            Some((at, before)) if *before == name => *at,
            Some((at, _)) => at + 1,
            None => 0,
        };
        ranked.insert(id, at);
        last = Some((at, name));
    }
    Ok(ranked)
}

/// A filter with a name: shared knowledge of the register, so a setting.
pub(super) const SAVED: &str = "saved_filter ";
/// Name of the table's layout in the state of this copy of the vault.
const LAYOUT: &str = "layout orders";

impl Vault {
    /// Lists identifiers of a view from a place on.
    pub fn view_ids(&self, view: &View, offset: usize, limit: usize) -> Result<Vec<Id>> {
        let db = self.read()?;
        let (rows, _) = self.view_rows(&db, view)?;
        let mut statement = db.prepare_cached("SELECT id FROM orders WHERE rowid = ?1").doing("preparing to name rows")?;
        let mut ids = Vec::new();
        for n in rows.iter().skip(offset).take(limit) {
            ids.extend(statement.query_row([n], |r| id_at(r, "id")).optional().doing("naming rows")?);
        }
        Ok(ids)
    }

    /// Counts the orders of a view.
    pub fn view_size(&self, view: &View) -> Result<usize> {
        let db = self.read()?;
        Ok(self.view_rows(&db, view)?.0.len())
    }

    /// Reads the layout of the table of orders, as the window kept it.
    pub fn layout(&self) -> Result<Option<String>> {
        Ok(recall(&*self.read()?, LAYOUT)?.and_then(|bytes| String::from_utf8(bytes).ok()))
    }

    /// Keeps the layout of the table of orders. It is no record: where a column stands says nothing of the register.
    pub fn keep_layout(&self, layout: &str) -> Result<()> {
        self.scratch(|db| keep(db, LAYOUT, layout.as_bytes()))
    }

    /// Lists the saved filters by name, as (name, text).
    pub fn saved_filters(&self) -> Result<Vec<(String, String)>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached("SELECT name, value FROM settings WHERE name >= 'saved_filter ' AND name < 'saved_filter!' AND value <> '' ORDER BY name")
            .doing("preparing to list saved filters")?;
        let rows = statement.query_map([], |r| {
            let name: String = r.get("name")?;
            Ok((name.strip_prefix(SAVED).unwrap_or(&name).to_owned(), r.get("value")?))
        });
        rows.and_then(Iterator::collect).doing("listing saved filters")
    }

    /// Saves a filter under a name, or forgets it when the text is empty.
    pub fn save_filter(&self, name: &str, text: &str) -> Result<()> {
        self.put_setting(&format!("{SAVED}{name}"), text)
    }

    /// Reads the reference of an order, empty when there is none such.
    pub fn reference_of(&self, id: &Id) -> Result<String> {
        let found = self
            .read()?
            .query_row("SELECT reference FROM orders WHERE id = ?1", [&id.bytes()[..]], |r| r.get("reference"))
            .optional()
            .doing("reading a reference")?;
        Ok(found.unwrap_or_default())
    }

    /// Names the imports.
    pub fn import_names(&self) -> Result<BTreeMap<Id, String>> {
        let db = self.read()?;
        let mut statement =
            db.prepare_cached("SELECT id, name FROM import_batches ORDER BY rowid").doing("preparing to name imports")?;
        let rows = statement.query_map([], |r| Ok((id_at(r, "id")?, r.get("name")?))).and_then(Iterator::collect);
        rows.doing("naming imports")
    }
}

impl Change<'_> {
    /// Reads an order as this change sees it.
    pub fn order(&self, id: &Id) -> Result<Order> {
        Order::from_row(ORDERS.read(self.db(), id)?.ok_or(Error::NotFound)?)
    }

    /// Replaces the fields of an order and nothing else. Says whether that changed anything.
    pub fn set_order(&mut self, id: Id, order: &Order) -> Result<bool> {
        let before: Row = ORDERS.read(self.db(), &id)?.ok_or(Error::NotFound)?;
        let row = ORDERS.whole(order_row(order));
        if before == row {
            return Ok(false);
        }
        self.set(&ORDERS, id, row)?;
        Ok(true)
    }
}

/// When an order came on record, in UTC microseconds: by its first entry, or by that of its import.
pub(super) fn recorded_at(db: &Connection, id: &Id, batch: Option<&Id>) -> Result<i64> {
    let of = batch.unwrap_or(id);
    let at = db
        .prepare_cached("SELECT recorded_at FROM ledger_entries WHERE seq = (SELECT min(seq) FROM ledger_touches WHERE id = ?1)")
        .and_then(|mut s| s.query_row(params![&of.bytes()[..]], |r| r.get("recorded_at")).optional())
        .doing("reading when an order was recorded")?;
    Ok(at.unwrap_or(0))
}
