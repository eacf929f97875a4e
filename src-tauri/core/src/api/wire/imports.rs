//! What the import screen and the core say to each other.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One column of a file to import.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportColumn {
    /// Place from 0.
    pub index: u32,
    /// Header as written, empty when the file has none.
    pub header: String,
    /// First values that are not empty, at most three.
    pub samples: Vec<String>,
    /// Field proposed: number, authority, issued, received, platform, locator, … or ignore.
    pub field: String,
    /// Field that its name fits too, but that another column holds; empty where there is none. A person chooses between them.
    pub contested: String,
    /// Its name or its cells say that it holds names, phones, schools or ages: better not imported.
    pub private: bool,
    /// Order of its dates as somebody said it before: day_first, month_first, iso, or empty.
    pub dates: String,
}

/// A table found in a file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportTable {
    /// Name of its sheet; empty in a text file.
    pub sheet: String,
    /// Its corners, as A1:F200.
    pub extent: String,
    /// Rows, a header included.
    pub rows: u32,
    /// Columns.
    pub columns: u32,
}

/// One of the first rows of a table: among them a person chooses the header.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportTopRow {
    /// Line in the file, from 1.
    pub row: u32,
    /// First cells, cut.
    pub cells: Vec<String>,
}

/// An earlier import of the same file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportSeen {
    /// File name it had then.
    pub name: String,
    /// UTC second.
    #[ts(type = "number")]
    pub at: i64,
    /// Orders it made.
    pub orders: u32,
}

/// A file opened for import; nothing is written yet.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportPreview {
    /// Names the opened file in later calls.
    pub token: String,
    /// File name without its folder.
    pub name: String,
    /// Bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// utf-8, windows-1251, …; empty for a workbook.
    pub encoding: String,
    /// Encodings that can be chosen instead; none for a workbook.
    pub encodings: Vec<String>,
    /// One of ; , TAB |; empty for a workbook.
    pub delimiter: String,
    /// The first row that carries data, from 1.
    pub first_row: u32,
    /// Rows of data.
    pub rows: u32,
    /// The file has a header row.
    pub has_header: bool,
    /// Line of the header row, 0 where there is none.
    pub header_row: u32,
    /// Tables found in the file.
    pub tables: Vec<ImportTable>,
    /// Place of the one shown here.
    pub table: u32,
    /// Its first rows.
    pub top: Vec<ImportTopRow>,
    /// Titles, stamps and totals above it that were passed over.
    pub above: Vec<ImportTopRow>,
    /// Preset recognised, as rkn-dump, or empty.
    pub preset: String,
    /// orders, or figures: official figures that are no orders.
    pub kind: String,
    /// The mapping is the one that was used for such a file before.
    pub remembered: bool,
    /// The same file was imported and the import still stands.
    pub seen_before: Option<ImportSeen>,
    /// Its columns.
    pub columns: Vec<ImportColumn>,
    /// Fields a column can be mapped to.
    pub fields: Vec<String>,
}

/// Reads the opened file otherwise than it was found out.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportReopen {
    /// From the preview.
    pub token: String,
    /// Encoding, or empty: found out.
    pub encoding: String,
    /// Separator, or empty: found out.
    pub delimiter: String,
    /// Place of the table, or nothing: the best one.
    pub table: Option<u32>,
    /// Line of the header row; 0: there is none; nothing: found out.
    pub header: Option<u32>,
}

/// Runs an import, dry or wet.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportRun {
    /// From the preview.
    pub token: String,
    /// Field of each column, in order.
    pub fields: Vec<String>,
    /// Order of the dates of each column where a person said it: day_first, month_first, iso, or empty. May be shorter than the fields.
    #[serde(default)]
    pub dates: Vec<String>,
}

/// Names an opened file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportToken {
    /// From the preview.
    pub token: String,
}

/// A row that could not be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RejectedRow {
    /// Line in the file, from 1.
    pub row: u32,
    /// Code of the reason, as date_unreadable.
    pub reason: String,
    /// The cell at fault, cut to 120 characters.
    pub cell: String,
}

/// A group of rows that become one order.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportGroup {
    /// Number.
    pub number: String,
    /// Authority as written.
    pub authority: String,
    /// Date as YYYY-MM-DD or as written.
    pub issued: String,
    /// Items in it.
    pub items: u32,
    /// Rows that tell of it.
    pub rows: u32,
    /// First line in the file.
    pub first_row: u32,
    /// Its rows tell different times of receipt.
    pub receipts_differ: bool,
}

/// Two orders of a file with the same authority and number, and different dates.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportTwins {
    /// The one named first.
    pub first: ImportGroup,
    /// The other.
    pub second: ImportGroup,
}

/// How a column of dates reads.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportDates {
    /// Place of the column from 0.
    pub column: u32,
    /// day_first, month_first, iso, or empty: undecided.
    pub order: String,
    /// A person must say it: nothing in the column settles it.
    pub asks: bool,
    /// The first cell that could be read in two ways.
    pub sample: String,
    /// Cells that can only be read day first.
    pub day_first: u32,
    /// Cells that can only be read month first.
    pub month_first: u32,
    /// Cells that could be read in two ways.
    pub doubtful: u32,
}

/// An address that may deceive the eye.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportWarning {
    /// Line in the file, from 1.
    pub row: u32,
    /// bidi, mixed_script.
    pub code: String,
    /// The address with everything unseen written out.
    pub shown: String,
}

/// What an import does or did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportSummary {
    /// Data rows read.
    pub rows: u32,
    /// Orders.
    pub orders: u32,
    /// Order items.
    pub items: u32,
    /// Rows that say exactly what an earlier row said.
    pub duplicates: u32,
    /// Orders that the register already holds by issuer, number and date; not made again.
    pub known: u32,
    /// Known orders that get items or outcomes they did not have.
    pub grown: u32,
    /// Items added to known orders.
    pub added: u32,
    /// Outcomes of known orders that were unknown and are told now.
    pub outcomes: u32,
    /// Outcomes that the register tells otherwise: they stay as they are.
    pub differing: u32,
    /// Rows rejected in all.
    pub rejected_total: u32,
    /// The first 500 of them.
    pub rejected: Vec<RejectedRow>,
    /// The ten largest groups.
    pub groups: Vec<ImportGroup>,
    /// Orders with one row, with two to nine, with ten to ninety-nine, with a hundred or more.
    pub group_sizes: Vec<u32>,
    /// Orders with the same authority and number and different dates: the first ten pairs.
    pub twins: Vec<ImportTwins>,
    /// How many such pairs there are.
    pub twins_total: u32,
    /// How the columns of dates read.
    pub dates: Vec<ImportDates>,
    /// Addresses that may deceive the eye: the first fifty.
    pub warnings: Vec<ImportWarning>,
    /// How many there are.
    pub warnings_total: u32,
    /// The same file was imported and the import still stands.
    pub seen_before: Option<ImportSeen>,
    /// Batch id after a wet run, else empty.
    pub batch: String,
    /// Milliseconds it took.
    pub millis: u32,
}

/// A file that was written with the rejected rows.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RejectedSaved {
    /// Name of the file.
    pub name: String,
    /// Rows in it.
    pub rows: u32,
}

/// One official figure of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportFigure {
    /// Line in the file, from 1.
    pub row: u32,
    /// Who published it.
    pub publisher: String,
    /// First day of the period, YYYY-MM-DD.
    pub period_from: String,
    /// Last day.
    pub period_to: String,
    /// Country as written; empty for the whole world.
    pub country: String,
    /// What is counted: requests, items, removed_legal, …
    pub metric: String,
    /// The figure in plain digits with a point.
    pub value: String,
    /// Reason or product as the publisher names it.
    pub ground: String,
    /// Who asked, as the publisher names it.
    pub action: String,
    /// File it comes from.
    pub source: String,
    /// official, self_reported, index.
    pub reliability: String,
}

/// The figures of a file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportFigures {
    /// Data rows read.
    pub rows: u32,
    /// Figures in them.
    pub figures: u32,
    /// The first hundred.
    pub first: Vec<ImportFigure>,
    /// Rows rejected in all.
    pub rejected_total: u32,
    /// The first of them.
    pub rejected: Vec<RejectedRow>,
}

/// An import that was made.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportLine {
    /// Batch id.
    pub id: String,
    /// File name.
    pub name: String,
    /// SHA-256 of the file, hexadecimal.
    pub digest: String,
    /// UTC second.
    #[ts(type = "number")]
    pub at: i64,
    /// Rows read.
    pub rows: u32,
    /// Orders made.
    pub orders: u32,
    /// Order items made.
    pub items: u32,
    /// Rows rejected.
    pub rejected: u32,
    /// made, undone.
    pub state: String,
}

/// All imports.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Imports {
    /// Newest first.
    pub rows: Vec<ImportLine>,
}

/// Official figures that were written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FiguresDone {
    /// Batch id: it can be taken back like any import.
    pub batch: String,
    /// Figures written.
    pub written: u32,
    /// Figures left out: scores, ranks and shares, which count nothing.
    pub left_out: u32,
}
