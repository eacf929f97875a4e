//! Search, the filter and near duplicates.

use super::Trilingual;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks what holds some words.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SearchAsk {
    /// Words, beginnings of words and "phrases"; all must be found, and none with a minus before it.
    pub words: String,
    /// Hits wanted, at most 100.
    pub limit: u32,
}

/// What was found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SearchPage {
    /// Hits found; where there are more, those that were ranked.
    pub total: u32,
    /// There are older hits, which were neither counted nor ranked.
    pub more: bool,
    /// The newest hits of which the best are shown.
    pub ranked_of: u32,
    /// The best hits, best first.
    pub hits: Vec<SearchHit>,
}

/// One thing that was found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SearchHit {
    /// order.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// Its reference.
    pub reference: String,
    /// Number, issuer and addressee.
    pub title: Trilingual,
    /// Where the words stand; empty when they stand apart.
    pub snippet: Vec<SnippetSegment>,
    /// Place among the hits, from 1.
    pub rank: u32,
}

/// A piece of a snippet.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SnippetSegment {
    /// As written.
    pub text: String,
    /// Found by the search.
    pub hit: bool,
}

/// Asks what may stand at the cursor of a filter.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FilterAsk {
    /// The filter as typed so far.
    pub text: String,
    /// Place of the cursor, in UTF-16 units as windows count them.
    pub cursor: u32,
    /// Language in which names are offered: kk, ru, en.
    pub lang: String,
}

/// What may stand there, and what is wrong with the filter so far.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FilterHints {
    /// What may stand at the cursor.
    pub hints: Vec<FilterHint>,
    /// The first thing that is wrong, or nothing.
    pub problem: Option<FilterProblem>,
}

/// One thing that may stand at the cursor.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FilterHint {
    /// What to put there.
    pub insert: String,
    /// Name of its label among the texts; empty for a name out of the register.
    pub label_code: String,
    /// First UTF-16 unit that it replaces.
    pub from: u32,
    /// One past the last.
    pub to: u32,
}

/// What is wrong with a filter, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FilterProblem {
    /// filter_field_unknown, filter_value_unknown, filter_value_missing, filter_date_bad, filter_number_bad, filter_quote_open,
    /// filter_blank_missing, filter_too_long.
    pub code: String,
    /// First UTF-16 unit.
    pub from: u32,
    /// One past the last.
    pub to: u32,
    /// What may have been meant, likeliest first.
    pub suggestions: Vec<String>,
}

/// Items that say nearly the same as one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NearDuplicates {
    /// Most alike first; a person decides whether they are one text.
    pub rows: Vec<NearDuplicate>,
}

/// An item that says nearly the same.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NearDuplicate {
    /// Item id.
    pub item: String,
    /// Newest order that names it; empty when none does.
    pub order: String,
    /// Its reference.
    pub order_reference: String,
    /// Share of the pairs of neighbouring words of both that both have.
    pub similarity: f64,
}
