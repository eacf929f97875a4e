//! Bundles: a sealed paper with what proves it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for a bundle of a sealed paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BundleAsk {
    /// The paper.
    pub id: String,
    /// Put in the program that checks it; many a mailbox refuses programs.
    pub with_program: bool,
}

/// What was put into a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BundleSaved {
    /// Name of the file.
    pub name: String,
    /// SHA-256 of the file, hexadecimal.
    pub digest: String,
    /// Bytes of the file.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Entries of the ledger in it.
    pub entries: u32,
    /// Values that are disclosed.
    pub shown: u32,
    /// Values that are withheld.
    pub withheld: u32,
    /// Exhibits in it.
    pub exhibits: u32,
    /// Exhibits that its readers may not have.
    pub exhibits_withheld: u32,
    /// What it holds of the figures: snapshot, public, none, changed. Changed: the register is no longer what the paper was made from.
    pub figures: String,
    /// It holds the program that checks it.
    pub has_verifier: bool,
}
