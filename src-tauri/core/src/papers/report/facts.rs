//! What a report says, as plain data: figures and counts in the words of the analysis, and what a person wrote beside them.

use crate::papers::brief::Share;
use crate::papers::chart::Chart;
use std::collections::BTreeMap;

/// A figure with its words: the same that the screen of the analysis shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it measures: component and part, as C5.any_reason.
    pub name: String,
    /// Its words.
    pub label: String,
    /// Of how many it speaks, as so many of so many.
    pub count: String,
    /// The number with its limits, or why there is none.
    pub number: String,
    /// There is a number.
    pub is_told: bool,
    /// There was nothing to count.
    pub is_empty: bool,
    /// It says how many of those there are: that is told even where no share is.
    pub is_counted: bool,
    /// The share alone, its limits alone, and between which ends it lies with the unknown on either side; empty where there is none.
    pub share: [String; 3],
    /// Method with its version.
    pub method: String,
    /// What is said beside it, by code.
    pub caveats: Vec<String>,
}

/// A table of counts with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// What it counts, by code.
    pub name: String,
    /// The same in words.
    pub title: String,
    /// Headings of its columns.
    pub columns: Vec<String>,
    /// Names of its rows with their counts; nothing where a count is not told.
    pub rows: Vec<(String, Vec<Option<u32>>)>,
    /// The last row is the whole that the others are parts of.
    pub has_total: bool,
    /// What is said beside it, by code.
    pub caveats: Vec<String>,
}

/// A chart with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What it shows, by code.
    pub name: String,
    /// The same in words.
    pub title: String,
    /// The chart.
    pub chart: Chart,
    /// How it is read.
    pub note: String,
}

/// Steps from the register to what was reviewed; nothing where a size is not told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Steps {
    /// Applications known.
    pub complaints: Option<u32>,
    /// Orders known.
    pub orders: Option<u32>,
    /// Orders whose document was seen.
    pub orders_seen: Option<u32>,
    /// Orders known by description alone: in no share.
    pub orders_apart: Option<u32>,
    /// Items of the orders.
    pub items: Option<u32>,
    /// Items reviewed that count in shares.
    pub reviewed: Option<u32>,
    /// Items reviewed that count in no share.
    pub reviewed_apart: Option<u32>,
    /// Items that count in shares and are not reviewed.
    pub unreviewed: Option<u32>,
    /// Clusters of the reviewed items.
    pub clusters: Option<u32>,
}

/// A time in which something was watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// Its ends in words.
    pub period: String,
    /// What was watched.
    pub sources: String,
    /// What was not, as far as known.
    pub gaps: String,
}

/// How far two blind reviewers agree on one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// What it is.
    pub label: String,
    /// Items that both judged.
    pub items: u32,
    /// Share of them on which both say the same, in words; empty where too few.
    pub same: String,
    /// Krippendorff's alpha with its limits, or why there is none.
    pub alpha: String,
    /// How it is read: firm, tentative, below, or empty.
    pub reading: String,
}

/// A question that decides a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its code.
    pub code: String,
    /// Its words.
    pub text: String,
}

/// A filter that picked the orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// As it is typed.
    pub typed: String,
    /// In words, one term each.
    pub terms: Vec<String>,
}

/// Everything that both long papers say of the figures of a register, or of a part of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// Organisation that issues the paper.
    pub organisation: String,
    /// First and last day of the orders counted, as YYYY-MM-DD; nothing when no order has a date.
    pub period: Option<(String, String)>,
    /// Day it is made, as YYYY-MM-DD.
    pub day: String,
    /// The moment at which terms are told, in UTC.
    pub as_of: String,
    /// The register is the invented example.
    pub is_example: bool,
    /// For whom it is, by code.
    pub audience: String,
    /// It is the public form: small counts are blank.
    pub is_public: bool,
    /// The part of the register that it speaks of; nothing: all.
    pub part: Option<Part>,
    /// Steps from the register to what was reviewed.
    pub steps: Steps,
    /// Shares of legitimate criticism and of real bullying, where they are told.
    pub shares: [Option<Share>; 2],
    /// Figures.
    pub figures: Vec<Figure>,
    /// Figures and tables that the public form does not tell.
    pub withheld: [u32; 2],
    /// Tables.
    pub tables: Vec<Counts>,
    /// Charts.
    pub pictures: Vec<Picture>,
    /// Times in which something was watched.
    pub watched: Vec<Watched>,
    /// Agreement on the verdict, on criticism against all else, then on each question.
    pub agreement: Vec<Agreement>,
    /// Questions that decide verdicts.
    pub questions: Vec<Question>,
    /// Questions on which two reviewers agree too little.
    pub questions_below: Vec<String>,
    /// Version of the method.
    pub rubric: String,
    /// Its digest, hexadecimal.
    pub rubric_digest: String,
    /// Version of what was fixed in advance.
    pub plan: String,
    /// Its digest, hexadecimal.
    pub plan_digest: String,
    /// Digest of the facts, hexadecimal.
    pub digest: String,
    /// Digest of the frozen rows that the figures are made of, hexadecimal.
    pub frozen: String,
    /// Entries in the ledger.
    pub ledger_size: u64,
    /// Root of the ledger, hexadecimal.
    pub ledger_root: String,
    /// What people wrote, by the name of the text.
    pub written: BTreeMap<String, String>,
}

impl Facts {
    /// Returns what a person wrote under a name, or nothing.
    pub(in crate::papers) fn written(&self, name: &str) -> &str {
        self.written.get(name).map_or("", |text| text.trim())
    }

    /// Returns a table that has rows.
    pub(in crate::papers) fn table(&self, name: &str) -> Option<&Counts> {
        self.tables.iter().find(|table| table.name == name)
    }
}
