//! A figure with everything that is said beside it: what it counts, of how many, of which population, between which limits, by which method, and
//! why it is not there where it is not.

use crate::stats::{
    ClusterCount, Display, Interval, Undefined, cluster_share, presentation, whole_bounds, wilson_of, with_unknown,
};
use crate::stats::{Sample, clopper_pearson_lower};

/// Level of every interval.
pub const LEVEL: f64 = 0.95;
/// Seed of every draw: it is part of the method.
pub const SEED: u64 = 20_220_704;

/// Whom a figure speaks of (statistics, section 0): three populations, three kinds of sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Population {
    /// Items that were reviewed: a count.
    Reviewed,
    /// Orders or items that the register knows: an interval.
    Recorded,
    /// Orders ever issued, known or not: bounds, and "at least".
    Issued,
    /// Applications that the register knows.
    Complaints,
}

impl Population {
    /// Returns its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reviewed => "reviewed",
            Self::Recorded => "recorded",
            Self::Issued => "issued",
            Self::Complaints => "complaints",
        }
    }
}

/// What a figure's numbers measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A share, in \[0, 1\].
    Share,
    /// A ratio of odds, above 0.
    OddsRatio,
    /// A ratio of rates, above 0.
    RateRatio,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Orders a month, each month.
    PerMonth,
    /// A number of things.
    Count,
    /// An index without a unit.
    Index,
    /// A difference of two shares, in \[-1, 1\].
    Difference,
    /// A test statistic: a chi-squared value with [`Figure::df`] degrees of freedom.
    ChiSquared,
}

impl Unit {
    /// Returns its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::OddsRatio => "odds_ratio",
            Self::RateRatio => "rate_ratio",
            Self::Hours => "hours",
            Self::Days => "days",
            Self::PerMonth => "per_month",
            Self::Count => "count",
            Self::Index => "index",
            Self::Difference => "difference",
            Self::ChiSquared => "chi_squared",
        }
    }
}

/// Which of several figures of one name this is: a code in a list of the domain, as a language or a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// The list that words the code; empty where the code is said as it is.
    pub list: &'static str,
    /// The code, or an identifier of a platform.
    pub code: String,
}

/// Which p-values are adjusted together (statistics, C14).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// No test.
    None,
    /// A question that was fixed in advance: by Holm.
    Primary,
    /// Any other: by Benjamini and Hochberg, and marked as exploratory.
    Exploratory,
}

impl Family {
    /// Returns its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Primary => "primary",
            Self::Exploratory => "exploratory",
        }
    }
}

/// A figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it measures: component and part, as `C5.any_reason`.
    pub name: &'static str,
    /// Which of those of its name it is, where there are several.
    pub variant: Option<Variant>,
    /// Method with its version: a formula that changes never keeps it.
    pub method: &'static str,
    /// Whom it speaks of.
    pub population: Population,
    /// What its numbers measure.
    pub unit: Unit,
    /// Numerator, where it has one.
    pub x: Option<u64>,
    /// Denominator: what is known of.
    pub n: u64,
    /// Beside the denominator: those of which it is unknown.
    pub unknown: u64,
    /// Clusters that the denominator falls into.
    pub clusters: u64,
    /// The estimate.
    pub estimate: Option<f64>,
    /// Its 95 % limits; infinite where there is none on that side.
    pub limits: Option<(f64, f64)>,
    /// The estimate with every unknown on one side, and on the other.
    pub bounds: Option<(f64, f64)>,
    /// Two-sided p-value, where it is a test.
    pub p: Option<f64>,
    /// Degrees of freedom of a chi-squared value.
    pub df: Option<u64>,
    /// Which p-values it is adjusted with.
    pub family: Family,
    /// The p-value adjusted for its family.
    pub p_adjusted: Option<f64>,
    /// How much of it may be shown.
    pub display: Display,
    /// ok, or why there is no number.
    pub state: &'static str,
    /// What is said beside it.
    pub caveats: Vec<&'static str>,
}

impl Figure {
    /// Starts a figure without a number.
    #[must_use]
    pub const fn empty(name: &'static str, method: &'static str, population: Population, unit: Unit) -> Self {
        Self {
            name,
            variant: None,
            method,
            population,
            unit,
            x: None,
            n: 0,
            unknown: 0,
            clusters: 0,
            estimate: None,
            limits: None,
            bounds: None,
            p: None,
            df: None,
            family: Family::None,
            p_adjusted: None,
            display: Display::Nothing,
            state: "n_zero",
            caveats: Vec::new(),
        }
    }

    /// Says that there is no number, and why.
    #[must_use]
    pub const fn without(mut self, why: Undefined) -> Self {
        self.state = why.code();
        self
    }

    /// Says which of those of its name it is.
    #[must_use]
    pub fn of(mut self, list: &'static str, code: impl Into<String>) -> Self {
        self.variant = Some(Variant { list, code: code.into() });
        self
    }

    /// Adds what is said beside it.
    #[must_use]
    pub fn with(mut self, caveat: &'static str) -> Self {
        self.caveats.push(caveat);
        self
    }

    /// Shows no more than this.
    #[must_use]
    pub fn at_most(mut self, display: Display) -> Self {
        self.display = self.display.min(display);
        self
    }
}

/// Counts of a share by cluster.
#[derive(Debug, Clone)]
pub struct Tally {
    // Two lists of small numbers: of a million clusters a filter touches few, and untouched pages of zeros cost nothing.
    hits: Vec<u32>,
    things: Vec<u32>,
    unknown: u64,
}

impl Tally {
    /// Starts with as many clusters as the frame has.
    #[must_use]
    pub fn of(clusters: u32) -> Self {
        Self { hits: vec![0; clusters as usize], things: vec![0; clusters as usize], unknown: 0 }
    }

    /// Counts one thing.
    pub fn add(&mut self, cluster: u32, has_it: bool) {
        if let Some(count) = self.things.get_mut(cluster as usize) {
            *count += 1;
        }
        if let Some(count) = self.hits.get_mut(cluster as usize).filter(|_| has_it) {
            *count += 1;
        }
    }

    /// Counts one thing of which it is unknown.
    pub const fn add_unknown(&mut self) {
        self.unknown += 1;
    }

    /// Returns how many things it is unknown of.
    #[must_use]
    pub const fn unknown(&self) -> u64 {
        self.unknown
    }

    /// Counts one thing, unless nobody knows.
    pub fn add_tri(&mut self, cluster: u32, has_it: super::super::frame::Tri) {
        use super::super::frame::Tri;
        match has_it {
            Tri::Yes => self.add(cluster, true),
            Tri::No => self.add(cluster, false),
            Tri::Unknown => self.add_unknown(),
        }
    }

    /// Returns how many clusters have something in them.
    #[must_use]
    pub fn clusters(&self) -> u64 {
        self.things.iter().filter(|n| **n > 0).count() as u64
    }

    /// Returns numerator and denominator.
    #[must_use]
    pub fn totals(&self) -> (u64, u64) {
        let sum = |counts: &[u32]| counts.iter().map(|count| u64::from(*count)).sum();
        (sum(&self.hits), sum(&self.things))
    }

    /// Makes the share with its interval: Wilson's where no cluster has two things, Korn and Graubard's otherwise, on an effective size that is
    /// never above n (statistics, section 3, common rules and C1). Unknowns are told as bounds with outer Wilson limits (C5).
    #[must_use]
    pub fn share(&self, name: &'static str, method: &'static str, population: Population) -> Figure {
        let (x, n) = self.totals();
        let clusters = self.clusters();
        let figure =
            Figure { x: Some(x), n, unknown: self.unknown, clusters, ..Figure::empty(name, method, population, Unit::Share) };
        if n == 0 {
            return if self.unknown > 0 { figure.without(Undefined::NZero).with("caveat-unknown") } else { figure };
        }
        match self.made(x, n) {
            Ok((estimate, interval, n_eff)) => {
                let deff = (real(n) / n_eff).max(1.0);
                let unknown = with_unknown(x, n - x, self.unknown, deff, LEVEL).ok().filter(|_| self.unknown > 0);
                let display = presentation(x, n, n_eff).map_or(Display::Counts, |p| p.display);
                let figure = Figure {
                    estimate: Some(estimate),
                    limits: Some((interval.low, interval.high)),
                    bounds: unknown.map(|u| (u.bounds.low, u.bounds.high)),
                    display,
                    state: "ok",
                    ..figure
                };
                let figure = if clusters < n { figure.with("caveat-clusters") } else { figure };
                if self.unknown > 0 { figure.with("caveat-unknown") } else { figure }
            }
            // Counts remain: what cannot be told is how sure they are.
            Err(why) => Figure { display: Display::Counts, ..figure.without(why) },
        }
    }

    /// Returns the one-sided 95 % lower limit on the effective size: "at least this share" (statistics, C1).
    #[must_use]
    pub fn at_least(&self) -> Option<f64> {
        clopper_pearson_lower(self.sample().ok()?, LEVEL).ok()
    }

    /// Returns the share on the effective size, which is never above n.
    ///
    /// # Errors
    /// `NZero` without things, `SingleCluster` where all hang together.
    pub fn sample(&self) -> Result<Sample, Undefined> {
        let (x, n) = self.totals();
        let (estimate, _, n_eff) = self.made(x, n)?;
        if n_eff < real(n) { Sample::effective(estimate, n_eff) } else { Sample::counted(x, n) }
    }

    fn made(&self, x: u64, n: u64) -> Result<(f64, Interval, f64), Undefined> {
        if self.things.iter().all(|n| *n <= 1) {
            let sample = Sample::counted(x, n)?;
            return Ok((sample.share(), wilson_of(sample, LEVEL)?, real(n)));
        }
        let counts = self.hits.iter().zip(&self.things).filter(|(_, n)| **n > 0);
        let used: Vec<ClusterCount> = counts.map(|(x, n)| ClusterCount { x: u64::from(*x), n: u64::from(*n) }).collect();
        let found = cluster_share(&used, LEVEL)?;
        Ok((found.estimate, found.cautious, found.n_eff.min(real(n))))
    }

    /// Returns the bounds of the same share among `total` things of which these were seen.
    #[must_use]
    pub fn among(&self, total: u64) -> Option<(f64, f64)> {
        let (x, n) = self.totals();
        whole_bounds(x, n, total).ok().map(|bounds| (bounds.interval.low, bounds.interval.high))
    }
}

/// Returns a count as a number.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
pub const fn real(count: u64) -> f64 {
    count as f64
}
