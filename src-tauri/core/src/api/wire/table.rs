//! The table of orders: one cell, many rows, layout, saved filters, history and undo.

use super::{Trilingual, WireTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Sets one field of one order.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderSet {
    /// Order id.
    pub id: String,
    /// instrument, number, ground, action, document_seen, reasons_level, names_items_by_url, informs_of_appeal, author_notified, note,
    /// issued, draft.
    pub field: String,
    /// A code; a text; YYYY-MM-DD, YYYY-MM, YYYY or nothing for the day of issue; yes or no for the draft.
    pub value: String,
}

/// Asks for the identifiers of rows of a view.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderIdsAsk {
    /// As in OrdersList.
    pub filter: String,
    /// As in OrdersList.
    pub sort: String,
    /// As in OrdersList.
    pub descending: bool,
    /// First row wanted.
    pub offset: u32,
    /// Rows wanted, at most 20,000.
    pub limit: u32,
}

/// Identifiers of rows, in the order of the view.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderIds {
    /// Order ids.
    pub ids: Vec<String>,
}

/// Orders that were selected: the ones named, or all that a filter matches but some.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Selection {
    /// Order ids; when there are any, nothing else counts.
    pub ids: Vec<String>,
    /// All that this filter matches.
    pub filter: String,
    /// But these.
    pub excluded: Vec<String>,
}

/// Sets one field of many orders.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Bulk {
    /// Which orders.
    pub select: Selection,
    /// As in OrderSet.
    pub field: String,
    /// As in OrderSet, the same for every order.
    pub value: String,
    /// One value for each of the ids, where they differ; empty otherwise.
    pub values: Vec<String>,
}

/// One order of a bulk edit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BulkSample {
    /// Order id.
    pub id: String,
    /// Human reference.
    pub reference: String,
    /// Value now, as OrderSet would set it.
    pub before: String,
    /// Value then.
    pub after: String,
}

/// One order that a bulk edit leaves alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BulkRefused {
    /// Order id.
    pub id: String,
    /// Human reference, empty when there is no such order.
    pub reference: String,
    /// The value that it cannot take.
    pub value: String,
    /// invalid, not_found.
    pub code: String,
}

/// What a bulk edit would do.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BulkPreview {
    /// Orders selected.
    pub orders: u32,
    /// Orders that would change.
    pub would_change: u32,
    /// Orders that have the value already.
    pub already: u32,
    /// Orders that cannot take it, the first 50.
    pub refused: Vec<BulkRefused>,
    /// Orders that cannot take it, in all.
    pub refused_total: u32,
    /// The first orders that would change, at most ten.
    pub samples: Vec<BulkSample>,
    /// Entries of the ledger that it would write.
    pub entries: u32,
}

/// What a bulk edit did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BulkDone {
    /// Orders changed.
    pub changed: u32,
    /// Ledger entries, in order.
    pub seqs: Vec<u32>,
}

/// Names an entry of the ledger.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BySeq {
    /// Its place.
    pub seq: u32,
}

/// A value of a field, before or after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryValue {
    /// nothing, text, number, time, name, id, sealed.
    pub kind: String,
    /// The text, code or number; for an id the whole of it.
    pub text: String,
    /// The moment, where it is one.
    pub time: Option<WireTime>,
    /// The name or reference of what the field leads to, where it has one.
    pub name: Option<Trilingual>,
}

/// One field that an entry changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EntryField {
    /// Table.
    pub table: String,
    /// Reference of the row, empty where it has none.
    pub reference: String,
    /// Place within the order of the item that the row is about; 0 where the order has no other item, or there is none.
    pub item: u32,
    /// Field; the five columns of a moment are one field.
    pub field: String,
    /// Before; nothing where the row was made.
    pub before: EntryValue,
    /// After.
    pub after: EntryValue,
}

/// What an entry changed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryShown {
    /// Its place.
    pub seq: u32,
    /// Event.
    pub kind: String,
    /// Who.
    pub actor: String,
    /// UTC second.
    #[ts(type = "number")]
    pub recorded_at: i64,
    /// Fields of the first 200 rows.
    pub fields: Vec<EntryField>,
    /// Rows touched in all.
    pub rows: u32,
    /// The entry that it undoes.
    pub undoes: Option<u32>,
    /// The entry that undid it.
    pub undone_by: Option<u32>,
    /// Why no undo takes it back: addition, own_rules, nothing, reviewed, purged; empty where one may.
    pub hindrance: String,
    /// Purges that took values of it away, oldest first.
    pub purged: Vec<super::PurgeTold>,
}

/// What was undone.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Undone {
    /// The entry that says so.
    pub seq: u32,
    /// Event that was undone.
    pub kind: String,
    /// Reference of the first row, empty where it has none.
    pub reference: String,
    /// Rows put back.
    pub rows: u32,
}

/// A column of the table in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LayoutColumn {
    /// Name of the column.
    pub id: String,
    /// Width in pixels.
    pub width: u32,
}

/// Which columns are shown, in order. Empty: as the window thinks best.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TableLayout {
    /// The columns.
    pub columns: Vec<LayoutColumn>,
}

/// A filter with a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedFilter {
    /// Name.
    pub name: String,
    /// The filter.
    pub filter: String,
    /// As in OrdersList.
    pub sort: String,
    /// As in OrdersList.
    pub descending: bool,
    /// Columns shown with it; empty where it leaves them alone.
    pub columns: Vec<LayoutColumn>,
}

/// All saved filters.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SavedFilters {
    /// By name.
    pub rows: Vec<SavedFilter>,
}

/// Names a saved filter.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ByName {
    /// The name.
    pub name: String,
}

/// A table pasted from elsewhere.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportText {
    /// Its text.
    pub text: String,
}
