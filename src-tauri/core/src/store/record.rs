//! Which tables are record, and how a row of each is read and written. The ledger, its replay and the verifier all work on these
//! lists, so a column that is not listed here cannot be changed by the app at all.

use crate::error::{Doing, Result};
use crate::id::Id;
use rusqlite::types::Value;
use rusqlite::{Connection, Statement, params_from_iter};

/// A table of the record.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns without the identifier, in a fixed order.
    pub columns: &'static [&'static str],
    select: &'static str,
    insert: &'static str,
    update: &'static str,
    /// Reads all rows with their identifiers in the order they were made.
    pub scan: &'static str,
    /// Reads the rows of one import in the order they were made; empty where imports make none.
    pub scan_batch: &'static str,
}

/// Values of one row, aligned with the table's columns.
pub type Row = Vec<Value>;

// The texts are put together when the program is compiled: what runs is literal SQL.
macro_rules! table {
    ($name:ident, $table:literal, [$first:literal $(, $column:literal)* $(,)?], $batch:literal) => {
        pub const $name: Table = Table {
            name: $table,
            columns: &[$first $(, $column)*],
            select: concat!("SELECT ", $first $(, ", ", $column)*, " FROM ", $table, " WHERE id = ?1"),
            insert: concat!("INSERT INTO ", $table, " (", $first $(, ", ", $column)*, ", id) VALUES (", "?" $(, table!(@mark $column))*, ", ?)"),
            update: concat!("UPDATE ", $table, " SET ", $first, " = ?" $(, ", ", $column, " = ?")*, " WHERE id = ?"),
            scan: concat!("SELECT ", $first $(, ", ", $column)*, ", id FROM ", $table, " ORDER BY rowid"),
            scan_batch: $batch,
        };
    };
    (@mark $column:literal) => { ", ?" };
}

table!(SETTINGS, "settings", ["name", "value"], "");
table!(AUTHORITIES, "authorities", ["kind", "name_kk", "name_ru", "name_en"], "");
table!(AUTHORITY_ALIASES, "authority_aliases", ["authority_id", "alias", "folded", "valid_from", "valid_to"], "");
table!(PLATFORMS, "platforms", ["kind", "name_kk", "name_ru", "name_en", "domains"], "");
table!(AUDIENCE_MEASURES, "audience_measures", ["platform_id", "value", "unit", "period", "source"], "");
table!(
    IMPORT_BATCHES,
    "import_batches",
    ["name", "digest", "mapping", "made_at", "rows", "orders", "items", "rejected", "state"],
    ""
);
table!(
    COMPLAINTS,
    "complaints",
    [
        "reference",
        "channel",
        "filed_earliest",
        "filed_latest",
        "filed_precision",
        "filed_offset",
        "filed_basis",
        "filer_capacity",
        "to_expert_group",
        "decision",
        "order_id",
        "note",
    ],
    ""
);
table!(
    ORDERS,
    "orders",
    [
        "batch_id",
        "reference",
        "instrument",
        "number",
        "authority_id",
        "platform_id",
        "learned_earliest",
        "learned_latest",
        "learned_precision",
        "learned_offset",
        "learned_basis",
        "learned_how",
        "issued_earliest",
        "issued_latest",
        "issued_precision",
        "issued_offset",
        "issued_basis",
        "received_earliest",
        "received_latest",
        "received_precision",
        "received_offset",
        "received_basis",
        "provisions",
        "ground",
        "action",
        "document_seen",
        "names_items_by_url",
        "informs_of_appeal",
        "author_notified",
        "reasons_level",
        "note",
        "draft",
    ],
    "SELECT batch_id, reference, instrument, number, authority_id, platform_id, learned_earliest, learned_latest,
        learned_precision, learned_offset, learned_basis, learned_how, issued_earliest, issued_latest, issued_precision,
        issued_offset, issued_basis, received_earliest, received_latest, received_precision, received_offset,
        received_basis, provisions, ground, action, document_seen, names_items_by_url, informs_of_appeal,
        author_notified, reasons_level, note, draft, id FROM orders WHERE batch_id = ?1 ORDER BY rowid"
);
table!(
    ITEMS,
    "items",
    [
        "batch_id",
        "locator",
        "kind",
        "language",
        "text",
        "posted_earliest",
        "posted_latest",
        "posted_precision",
        "posted_offset",
        "posted_basis",
        "sensitivity",
        "topic",
    ],
    "SELECT batch_id, locator, kind, language, text, posted_earliest, posted_latest, posted_precision, posted_offset,
        posted_basis, sensitivity, topic, id FROM items WHERE batch_id = ?1 ORDER BY rowid"
);
table!(
    ORDER_ITEMS,
    "order_items",
    [
        "batch_id",
        "order_id",
        "item_id",
        "outcome",
        "complied_earliest",
        "complied_latest",
        "complied_precision",
        "complied_offset",
        "complied_basis",
    ],
    "SELECT batch_id, order_id, item_id, outcome, complied_earliest, complied_latest, complied_precision, complied_offset,
        complied_basis, id FROM order_items WHERE batch_id = ?1 ORDER BY rowid"
);
table!(
    REVIEWS,
    "reviews",
    ["order_item_id", "rubric", "reviewer", "answers", "computed", "rule", "verdict", "subtype", "override_reason", "locked_at",],
    ""
);
table!(PAPERS, "papers", ["kind", "lang", "name", "digest", "bytes", "snapshot", "sealed_at"], "");

/// Every table of the record.
pub const TABLES: [&Table; 12] = [
    &SETTINGS,
    &AUTHORITIES,
    &AUTHORITY_ALIASES,
    &PLATFORMS,
    &AUDIENCE_MEASURES,
    &IMPORT_BATCHES,
    &COMPLAINTS,
    &ORDERS,
    &ITEMS,
    &ORDER_ITEMS,
    &REVIEWS,
    &PAPERS,
];

impl Table {
    /// Finds a table by its name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        TABLES.iter().copied().find(|t| t.name == name)
    }

    /// Reads one row, or nothing when there is none.
    pub fn read(&self, db: &Connection, id: &Id) -> Result<Option<Row>> {
        use rusqlite::OptionalExtension;
        let mut statement = db.prepare_cached(self.select).doing("preparing to read a row")?;
        let width = self.columns.len();
        statement.query_row([&id.bytes()[..]], |r| row_of(r, width)).optional().doing("reading a row")
    }

    /// Prepares to add many rows with [`put`].
    pub(super) fn adding<'c>(&self, db: &'c Connection) -> Result<Statement<'c>> {
        db.prepare(self.insert).doing("preparing to add rows")
    }

    pub(super) fn insert(&self, db: &Connection, id: &Id, row: &Row) -> Result<()> {
        put(&mut *db.prepare_cached(self.insert).doing("preparing to add a row")?, id, row)
    }

    pub(super) fn update(&self, db: &Connection, id: &Id, row: &Row) -> Result<()> {
        let mut statement = db.prepare_cached(self.update).doing("preparing to change a row")?;
        let id = Value::Blob(id.bytes().to_vec());
        statement.execute(params_from_iter(row.iter().chain([&id]))).doing("changing a row")?;
        Ok(())
    }
}

/// Adds a row by a statement that a table prepared.
pub(super) fn put(adding: &mut Statement<'_>, id: &Id, row: &Row) -> Result<()> {
    let id = Value::Blob(id.bytes().to_vec());
    adding.execute(params_from_iter(row.iter().chain([&id]))).doing("adding a row")?;
    Ok(())
}

/// Reads the first `width` columns of a result row.
pub(super) fn row_of(r: &rusqlite::Row<'_>, width: usize) -> rusqlite::Result<Row> {
    (0..width).map(|i| r.get(i)).collect()
}
