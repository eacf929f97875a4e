//! Curves and series: what charts are drawn from, with everything that is said beside them.

use super::Population;

/// A point of a curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CurvePoint {
    /// Hours since the start.
    pub hours: f64,
    /// Share for which it has come by then, in \[0, 1\]; nothing where only limits are known.
    pub share: Option<f64>,
    /// Lower limit of the share.
    pub low: f64,
    /// Upper limit of the share.
    pub high: f64,
    /// Things still under watch then, where that is known.
    pub at_risk: Option<u64>,
}

/// A curve: what share of things something has come for, by hours since a start.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// What it shows.
    pub name: &'static str,
    /// Method with its version.
    pub method: &'static str,
    /// Whom it speaks of.
    pub population: Population,
    /// Things that it is made of.
    pub n: u64,
    /// Beside them: those of which no time is known.
    pub unknown: u64,
    /// Points in the order of time; the value stands until the next one. None where it may not be shown.
    pub points: Vec<CurvePoint>,
    /// ok, or why there are no points.
    pub state: &'static str,
    /// What is said beside it.
    pub caveats: Vec<&'static str>,
}

/// A point of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesPoint {
    /// Code of the period, as `2025-03`.
    pub period: String,
    /// The value.
    pub value: f64,
    /// Its lower 95 % limit.
    pub low: f64,
    /// Its upper 95 % limit.
    pub high: f64,
}

/// Values by period.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What it shows.
    pub name: &'static str,
    /// Method with its version.
    pub method: &'static str,
    /// Whom it speaks of.
    pub population: Population,
    /// Points in the order of time.
    pub points: Vec<SeriesPoint>,
    /// What is said beside it.
    pub caveats: Vec<&'static str>,
}
