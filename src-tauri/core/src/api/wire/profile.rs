//! The arbitrariness profile: figures with everything that is said beside them.

use super::FilterProblem;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the profile of a part of the register.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProfileAsk {
    /// Filter, as in the table of orders; empty: everything.
    pub filter: String,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ProfileFigure {
    /// What it measures: component and part, as C5.any_reason.
    pub name: String,
    /// Which of those of its name it is: a code, a name or a number; empty where there is one.
    pub variant: String,
    /// The list that words the code; empty where it is said as it is.
    pub variant_list: String,
    /// Method with its version.
    pub method: String,
    /// Whom it speaks of: reviewed, recorded, issued, complaints.
    pub population: String,
    /// What its numbers measure: share, odds_ratio, rate_ratio, hours, days, per_month, count, index, difference, chi_squared.
    pub unit: String,
    /// Numerator, where it has one.
    pub x: Option<u32>,
    /// Denominator: what is known of.
    pub n: u32,
    /// Beside the denominator: those of which it is unknown.
    pub unknown: u32,
    /// Clusters that the denominator falls into.
    pub clusters: u32,
    /// The estimate, where enough is known to show one.
    pub estimate: Option<f64>,
    /// Lower 95 % limit; nothing where there is none.
    pub low: Option<f64>,
    /// Upper 95 % limit; nothing where there is none.
    pub high: Option<f64>,
    /// The share with every unknown on the other side.
    pub bound_low: Option<f64>,
    /// The share with every unknown on this side.
    pub bound_high: Option<f64>,
    /// Two-sided p-value, where it is a test.
    pub p: Option<f64>,
    /// Degrees of freedom of a chi-squared value.
    pub df: Option<u32>,
    /// Which p-values are adjusted together: primary (Holm), exploratory (Benjamini and Hochberg), or empty.
    pub family: String,
    /// The p-value adjusted for its family.
    pub p_adjusted: Option<f64>,
    /// How much may be shown: nothing, counts, interval, headline.
    pub level: String,
    /// ok, or why there is no number.
    pub state: String,
    /// Codes of what is said beside it.
    pub caveats: Vec<String>,
}

/// A table of counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProfileTable {
    /// What it counts.
    pub name: String,
    /// Whom it speaks of.
    pub population: String,
    /// Codes of the rows.
    pub rows: Vec<String>,
    /// Codes of the columns.
    pub columns: Vec<String>,
    /// Counts, row by row.
    pub counts: Vec<Vec<u32>>,
    /// Codes of what is said beside it.
    pub caveats: Vec<String>,
}

/// A point of a curve.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct ProfileCurvePoint {
    /// Hours since the start.
    pub hours: f64,
    /// Share for which it has come by then; nothing where only limits are known.
    pub share: Option<f64>,
    /// Lower limit of the share.
    pub low: f64,
    /// Upper limit of the share.
    pub high: f64,
    /// Things still under watch then, where that is known.
    pub at_risk: Option<u32>,
}

/// A curve: for what share something has come, by hours since a start.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ProfileCurve {
    /// What it shows.
    pub name: String,
    /// Method with its version.
    pub method: String,
    /// Whom it speaks of.
    pub population: String,
    /// Things that it is made of.
    pub n: u32,
    /// Beside them: those of which no time is known.
    pub unknown: u32,
    /// Points in the order of time; a value stands until the next one.
    pub points: Vec<ProfileCurvePoint>,
    /// ok, or why there are no points.
    pub state: String,
    /// Codes of what is said beside it.
    pub caveats: Vec<String>,
}

/// A value of a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ProfileSeriesPoint {
    /// Code of the period, as 2025-03.
    pub period: String,
    /// The value.
    pub value: f64,
    /// Its lower 95 % limit.
    pub low: f64,
    /// Its upper 95 % limit.
    pub high: f64,
}

/// Values by period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ProfileSeries {
    /// What it shows.
    pub name: String,
    /// Method with its version.
    pub method: String,
    /// Whom it speaks of.
    pub population: String,
    /// Points in the order of time.
    pub points: Vec<ProfileSeriesPoint>,
    /// Codes of what is said beside it.
    pub caveats: Vec<String>,
}

/// How many orders and items stand at each step from the register to what was reviewed.
#[derive(Debug, Clone, Default, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProfileFlow {
    /// Orders that the register knows.
    pub orders: u32,
    /// Their items.
    pub items: u32,
    /// Orders whose document was seen.
    pub orders_seen: u32,
    /// Orders known by description alone and from one source: in no share.
    pub orders_apart: u32,
    /// Their items.
    pub items_apart: u32,
    /// Reviewed items that count in shares.
    pub reviewed: u32,
    /// Reviewed items that count in no share.
    pub reviewed_apart: u32,
    /// Items that count in shares and have no verdict yet.
    pub unreviewed: u32,
    /// Clusters of the reviewed items.
    pub reviewed_clusters: u32,
}

/// The profile.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Profile {
    /// What is wrong with the filter; then there is nothing else.
    pub problem: Option<FilterProblem>,
    /// Version of the method in use.
    pub rubric: String,
    /// Version of what was fixed in advance: primary questions, thresholds, seeds.
    pub plan: u32,
    /// SHA-256 of it.
    pub plan_digest: String,
    /// Questions that decide verdicts and on which two reviewers agree too little (alpha below 0.667).
    pub questions_below: Vec<String>,
    /// Steps from the register to what was reviewed.
    pub flow: ProfileFlow,
    /// Figures, by component.
    pub figures: Vec<ProfileFigure>,
    /// Tables.
    pub tables: Vec<ProfileTable>,
    /// Curves over time.
    pub curves: Vec<ProfileCurve>,
    /// Values by period.
    pub series: Vec<ProfileSeries>,
}

/// Asks for the public form of the profile.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PublicAsk {
    /// A quarter of issue, as 2026-Q1; empty: everything. No other filter has a public form.
    pub quarter: String,
}

/// A figure of the public form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PublicFigure {
    /// What it measures.
    pub name: String,
    /// Method with its version.
    pub method: String,
    /// Whom it speaks of.
    pub population: String,
    /// ok, suppressed, or why there is no number.
    pub state: String,
    /// The figure; nothing where it is not told.
    pub figure: Option<ProfileFigure>,
}

/// A table of the public form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PublicTable {
    /// What it counts.
    pub name: String,
    /// Whom it speaks of.
    pub population: String,
    /// ok, or suppressed: then there are no rows.
    pub state: String,
    /// Codes of the rows.
    pub rows: Vec<String>,
    /// Codes of the columns.
    pub columns: Vec<String>,
    /// Counts, row by row; nothing where a cell is blank, whatever the reason.
    pub counts: Vec<Vec<Option<u32>>>,
    /// Codes of what is said beside it.
    pub caveats: Vec<String>,
}

/// The flow of the public form; nothing where a size is blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PublicFlow {
    /// Orders that the register knows.
    pub orders: Option<u32>,
    /// Their items.
    pub items: Option<u32>,
    /// Orders whose document was seen.
    pub orders_seen: Option<u32>,
    /// Orders in no share.
    pub orders_apart: Option<u32>,
    /// Their items.
    pub items_apart: Option<u32>,
    /// Reviewed items that count in shares.
    pub reviewed: Option<u32>,
    /// Reviewed items that count in no share.
    pub reviewed_apart: Option<u32>,
    /// Items without a verdict.
    pub unreviewed: Option<u32>,
    /// Clusters of the reviewed items.
    pub reviewed_clusters: Option<u32>,
}

/// The public form of the profile: small cells are blank, and whatever would tell them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PublicProfile {
    /// Version of the method in use.
    pub rubric: String,
    /// Version of what was fixed in advance.
    pub plan: u32,
    /// SHA-256 of it.
    pub plan_digest: String,
    /// The quarter that was asked for; empty: everything.
    pub quarter: String,
    /// Quarters that can be asked for.
    pub quarters: Vec<String>,
    /// Steps from the register to what was reviewed.
    pub flow: PublicFlow,
    /// Figures, by component; none for a quarter.
    pub figures: Vec<PublicFigure>,
    /// Tables.
    pub tables: Vec<PublicTable>,
}

/// Asks for items counted by keys.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CrossAsk {
    /// Filter, as in the table of orders; empty: everything.
    pub filter: String,
    /// At most three of platform, day, month, year, outcome, instrument, ground, source.
    pub keys: Vec<String>,
    /// Whether to order the times from receipt to what was done.
    pub times: bool,
    /// Rows wanted, most items first.
    pub most: u32,
}

/// A row of a cross table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CrossLine {
    /// Values of the keys: codes, months as 2025-03, years, identifiers of platforms.
    pub keys: Vec<String>,
    /// Items.
    pub items: u32,
    /// Items of which the time from receipt to what was done is known.
    pub timed: u32,
    /// Median hours that the known moments allow at the least; nothing where there are too few.
    pub median_low: Option<f64>,
    /// And at the most; nothing where that is without end too.
    pub median_high: Option<f64>,
    /// Hours within which nine of ten were done, at the least.
    pub ninth_low: Option<f64>,
    /// And at the most.
    pub ninth_high: Option<f64>,
}

/// Items counted by keys.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CrossTable {
    /// What is wrong with the filter; then there is nothing else.
    pub problem: Option<FilterProblem>,
    /// Rows, most items first.
    pub rows: Vec<CrossLine>,
}
