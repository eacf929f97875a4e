//! The filter bar: what can be typed next, and what cannot be read.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks what can be typed at a place of a filter.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FilterAsk {
    /// The filter as typed.
    pub text: String,
    /// Where the cursor stands, in UTF-16 units from 0.
    pub cursor: u32,
}

/// What can be typed there.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct FilterHints {
    /// Likeliest first.
    pub hints: Vec<FilterHint>,
    /// What cannot be read, or nothing.
    pub problem: Option<FilterProblem>,
}

/// One thing that can be typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FilterHint {
    /// What to put in.
    pub insert: String,
    /// Code of what it means, worded by the window.
    pub label_code: String,
    /// First place that it replaces.
    pub from: u32,
    /// One past the last.
    pub to: u32,
}

/// A part of a filter that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FilterProblem {
    /// Why.
    pub code: String,
    /// First place.
    pub from: u32,
    /// One past the last.
    pub to: u32,
}
