//! Snapshots: frozen figures with the rows that they are made of.

use super::Profile;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for a snapshot of the register, or of the orders that a filter finds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SnapshotAsk {
    /// Filter, as in the table of orders; empty: everything.
    pub filter: String,
    /// Moment at which terms are told, as ISO 8601 in UTC; empty: now.
    pub as_of: String,
}

/// A snapshot that was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SnapshotSaved {
    /// Name of the file.
    pub name: String,
    /// Digest of the snapshot: SHA-256 of its manifest.
    pub digest: String,
    /// Size of the file.
    pub bytes: u64,
    /// Orders in it.
    pub orders: u32,
    /// Items in it.
    pub items: u32,
    /// Moment at which terms are told.
    pub as_of: String,
}

/// What a snapshot says of itself, and whether its figures come out as it tells them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotTold {
    /// Digest of the snapshot.
    pub digest: String,
    /// Version of the program that wrote it.
    pub app: String,
    /// Version of the method.
    pub methodology: String,
    /// Filter that picked the orders.
    pub filter: String,
    /// Moment at which terms are told.
    pub as_of: String,
    /// The figures computed anew are those in it, byte for byte.
    pub same: bool,
}

/// A difference between a snapshot's figures and those computed anew.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SnapshotDifference {
    /// Figure, row of a table, or step of the flow.
    pub of: String,
    /// Which of its numbers.
    pub field: String,
    /// As it stands in the snapshot.
    pub old: serde_json::Value,
    /// As it comes out.
    pub new: serde_json::Value,
    /// What changed it: program, source, reviewer, rules, verdicts, calibration.
    pub why: Vec<SnapshotWhy>,
}

/// One thing that changed a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotWhy {
    /// Its code.
    pub code: String,
    /// Which source, reviewer or version; otherwise empty.
    pub which: String,
}

/// What a second calculation of a snapshot came to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SnapshotRerun {
    /// The snapshot.
    pub snapshot: SnapshotTold,
    /// What differs.
    pub differences: Vec<SnapshotDifference>,
    /// All figures as they come out.
    pub profile: Profile,
}
