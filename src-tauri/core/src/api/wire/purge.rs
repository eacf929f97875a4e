//! Wire types of purging.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is to be taken away for good: a record with what hangs on it, or a name or phrase wherever it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PurgeAsk {
    /// Kind of the record; empty for a term.
    #[serde(default)]
    pub kind: String,
    /// The record, by its reference or identifier.
    #[serde(default)]
    pub record: String,
    /// The name or phrase; empty for a record.
    #[serde(default)]
    pub term: String,
    /// Keys of the places from which the term is struck; empty: all of them.
    #[serde(default)]
    pub only: Vec<String>,
    /// court_order, persons_request, child_safety, mistake; needed to purge, and what was recorded by mistake counts in no figure from then on.
    #[serde(default)]
    pub reason: String,
    /// Keeps the files of sealed papers that say what goes.
    #[serde(default)]
    pub keep_papers: bool,
    /// The person has seen what would go and wants it gone: nothing brings it back.
    #[serde(default)]
    pub confirmed: bool,
}

/// How many records of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PurgeCount {
    /// Kind.
    pub kind: String,
    /// How many.
    pub count: u32,
}

/// A place where a term stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PurgeHit {
    /// By which it is chosen.
    pub key: String,
    /// Table, or ledger.
    pub kind: String,
    /// Reference or label of the record; empty where it has none.
    pub label: String,
    /// Column.
    pub field: String,
    /// Entries of the ledger that hold it.
    pub entries: u32,
    /// It stands in earlier entries alone.
    pub earlier: bool,
}

/// A sealed paper whose kept file says something that goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PurgePaper {
    /// Identifier.
    pub id: String,
    /// File name it was saved under.
    pub name: String,
    /// The file could not be read, so that nobody can tell.
    pub unread: bool,
}

/// What a purge would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PurgePreview {
    /// Records whose values go.
    pub records: Vec<PurgeCount>,
    /// Records that name it and stay as they are.
    pub mentions: Vec<PurgeCount>,
    /// Values of earlier entries that go.
    pub values: u32,
    /// Files that go.
    pub files: u32,
    /// Files that stay, since another exhibit has the same one.
    pub files_shared: u32,
    /// Reviews whose quotes and notes go.
    pub reviews: u32,
    /// Unfinished answers and texts of papers that go or change.
    pub drafts: u32,
    /// Imports that the records came with.
    pub imports: Vec<String>,
    /// Where a term stands.
    pub hits: Vec<PurgeHit>,
    /// Sealed papers whose kept files say it.
    pub papers: Vec<PurgePaper>,
}

/// What a purge did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PurgeDone {
    /// The entry that says so.
    pub seq: u32,
    /// What it did.
    pub done: PurgePreview,
    /// The log beside the database was emptied and the files are gone; otherwise that happens when the vault is opened next.
    pub settled: bool,
}

/// A purge that took values of a record away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PurgeTold {
    /// The entry.
    pub seq: u32,
    /// UTC second.
    #[ts(type = "number")]
    pub at: i64,
    /// Who.
    pub actor: String,
    /// Why, as a code.
    pub reason: String,
}

/// The purges of a record, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PurgesTold {
    /// The purges.
    pub purges: Vec<PurgeTold>,
}
