//! Exhibits: taken in, listed, saved, verified.

use super::{FieldValue, WireTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Takes a file in as an exhibit. The person picks it; the window never sees where it lies.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExhibitAdd {
    /// Fields of the exhibit, as those of any record: what it shows, its kind, its description and whatever else is known.
    #[ts(type = "Record<string, FieldValue | null>")]
    pub fields: BTreeMap<String, Option<FieldValue>>,
    /// Why it is taken in; may be empty.
    pub reason: String,
}

/// Saves a deciphered copy of an exhibit's file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExhibitSave {
    /// The exhibit: its identifier or its reference.
    pub id: String,
    /// Why a copy leaves the vault: it goes into custody, and a copy without a reason is not made.
    pub reason: String,
}

/// What became of a copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExhibitSaved {
    /// Reference of the exhibit.
    pub reference: String,
    /// Name of the file that was written, without where it lies.
    pub name: String,
    /// Its SHA-256: that of the exhibit.
    pub sha256: String,
    /// Place of the entry that says so.
    pub seq: u32,
}

/// What verifying an exhibit came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExhibitVerified {
    /// Reference of the exhibit.
    pub reference: String,
    /// good, missing, altered.
    pub state: String,
    /// The SHA-256 on record.
    pub sha256: String,
    /// Place of the entry that says so.
    pub seq: u32,
}

/// Exhibits of an order.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Exhibits {
    /// Oldest first.
    pub rows: Vec<ExhibitView>,
}

/// An exhibit with what was done with it. Who took it and where from is sealed and stands in its record alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExhibitView {
    /// Its identifier.
    pub id: String,
    /// Its reference, as EX-2026-0001.
    pub reference: String,
    /// Its kind, as screenshot.
    pub kind: String,
    /// What it is.
    pub description: String,
    /// SHA-256 of its file, hexadecimal; empty where it has none.
    pub sha256: String,
    /// Bytes of its file.
    #[ts(type = "number")]
    pub size: i64,
    /// Media type of its file.
    pub mime: String,
    /// original, working, redacted, unknown.
    pub copy_type: String,
    /// When it was captured.
    pub captured: WireTime,
    /// How careful to be.
    pub sensitivity: String,
    /// Who may be given its file: court, lawyer, partner, press, public; empty: nobody.
    pub released_to: Vec<String>,
    /// What was done with it, oldest first.
    pub custody: Vec<CustodyView>,
}

/// Something that was done with an exhibit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CustodyView {
    /// ingest, verify, view, copy, redact, export, transfer, restore, destroy, unknown.
    pub action: String,
    /// When.
    pub at: WireTime,
    /// Who.
    pub actor: String,
    /// Why.
    pub reason: String,
    /// The file was not the one on record, or was not there.
    pub failed: bool,
}
