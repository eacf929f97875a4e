//! What crosses the border about exports.

use super::{Lang, Trilingual};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A column that a table can have.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExportColumn {
    /// Name, as `order.number`.
    pub id: String,
    /// What its header says.
    pub label: Trilingual,
    /// Chosen until somebody chooses otherwise.
    pub usual: bool,
}

/// What can be chosen for an export.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExportChoices {
    /// Columns of a table with one row for each item of an order.
    pub item: Vec<ExportColumn>,
    /// Columns of a table with one row for each order.
    pub order: Vec<ExportColumn>,
    /// Fields that no table and no statement ever holds: they are sealed.
    pub sealed: Vec<Trilingual>,
    /// An open export could be read back here: the register is empty.
    pub fresh: bool,
}

/// Asks for an export.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExportAsk {
    /// csv, xlsx, json, lumen, dsa, all.
    pub format: String,
    /// item, order: what a row of a table is.
    pub rows: String,
    /// Names of columns in their order; none means the usual ones.
    pub columns: Vec<String>,
    /// Words as in the list of orders; json and all hold the whole register whatever they are.
    pub filter: String,
    /// Codes stay codes instead of becoming words.
    pub codes: bool,
    /// Tables also hold addresses and texts of items that identify a child or are intimate.
    pub sensitive: bool,
    /// Language of headers and words.
    pub lang: Lang,
    /// The person was told that the file is not encrypted and holds what is sealed; json and all are refused without.
    pub confirmed: bool,
}

/// What an export would hold.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExportPlan {
    /// Orders.
    pub orders: u32,
    /// Rows, notices, statements or records.
    pub rows: u32,
    /// Orders that are left out of notices and statements: drafts, duplicates, withdrawn ones.
    pub left_out: u32,
    /// Items whose address and text are withheld.
    pub withheld: u32,
    /// Locked reviews that are held back: whoever sits here has yet to review the same items blindly.
    pub held_back: u32,
}

/// An export that was written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExportDone {
    /// File name without its folder.
    pub name: String,
    /// SHA-256, hexadecimal.
    pub digest: String,
    /// Bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Rows, notices, statements or records.
    pub rows: u32,
    /// Orders that were left out.
    pub left_out: u32,
    /// Items whose address and text were withheld.
    pub withheld: u32,
    /// Texts that were longer than a cell of a workbook.
    pub shortened: u32,
    /// Locked reviews that were held back.
    pub held_back: u32,
}

/// A register that was read back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RegisterImported {
    /// File name without its folder.
    pub name: String,
    /// Records.
    pub records: u32,
    /// Orders among them.
    pub orders: u32,
    /// Entry of the ledger.
    pub seq: u32,
}
