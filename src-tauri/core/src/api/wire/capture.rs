//! Capture: what was read from a pasted text and where, and what the register may already hold.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A value with the passage it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reading {
    /// Field of the form or of `MoreField`; fields that hold lists come once for each value.
    pub field: String,
    /// The value.
    pub value: String,
    /// First UTF-16 unit of the passage in the pasted text, as the window counts letters.
    pub start: u32,
    /// The unit behind the passage.
    pub end: u32,
    /// certain, likely.
    pub confidence: String,
}

/// A recognised value for which the order has a field of its own only later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MoreField {
    /// actions, deadline_stated, deadline_basis, stated_reasons, secrecy_demanded, scope, duration, signatory_role, court_act_cited,
    /// language.
    pub field: String,
    /// The value; actions come once for each.
    pub value: String,
}

/// An order that was begun and not saved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CaptureDraft {
    /// The text that was pasted.
    pub pasted: String,
    /// What stands in the form, as the window writes it; empty where no order was begun.
    pub form: String,
    /// When it was kept, UTC seconds.
    #[ts(type = "number")]
    pub kept_at: i64,
}

/// Keeps an order that is not saved yet, in place of the one before; with an empty form none.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CaptureKeep {
    /// The text that was pasted.
    pub pasted: String,
    /// What stands in the form.
    pub form: String,
}

/// Asks what the register may already hold of a form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DuplicatesAsk {
    /// Number as typed.
    pub number: String,
    /// Authority as typed.
    pub authority: String,
    /// Addresses.
    pub locators: Vec<String>,
}

/// Records that may be the same.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Duplicates {
    /// At most ten.
    pub rows: Vec<super::Duplicate>,
}
