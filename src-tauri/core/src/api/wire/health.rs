//! How the vault is: what was checked, what was found, what to do.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HealthFinding {
    /// Code; the window has a sentence of what is wrong and one of what to do for each.
    pub code: String,
    /// damage (something is not what it was), warning (nothing is lost yet), note.
    pub weight: String,
    /// Where: an entry, a reference, a file's name; empty where the whole is meant.
    pub place: String,
}

/// How the vault is.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Health {
    /// unchecked, checking, good, found.
    pub state: String,
    /// The step of a check under way that began last: pages, trees, words, ledger, rows, files, verdicts, in no fixed order.
    pub step: String,
    /// When the last whole check of this session ended, UTC seconds.
    #[ts(type = "number | null")]
    pub checked_at: Option<i64>,
    /// Milliseconds it took.
    #[ts(type = "number")]
    pub took_ms: u64,
    /// Entries of the ledger that it walked.
    #[ts(type = "number")]
    pub entries: u64,
    /// Rows that it compared.
    #[ts(type = "number")]
    pub rows: u64,
    /// What was found, the heaviest first.
    pub findings: Vec<HealthFinding>,
    /// The register is shown and nothing can be written.
    pub read_only: bool,
    /// The last session did not end by a lock; the pages were checked when it was opened.
    pub unclean: bool,
    /// Entries written since the last checkpoint that was put outside (an export, a bundle or a backup).
    #[ts(type = "number")]
    pub unanchored: u64,
    /// Days since the last verified backup; nothing where there is none.
    pub backup_days: Option<u32>,
    /// A backup is due.
    pub backup_due: bool,
    /// The pages of memory that hold keys cannot be swapped out.
    pub memory_locked: bool,
}

/// What may be sent to those who help: no word of the register, no name, no path.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SupportReport {
    /// The whole text, shown before it is saved.
    pub text: String,
}

/// A report that was saved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SupportSaved {
    /// Name of the file.
    pub name: String,
}
