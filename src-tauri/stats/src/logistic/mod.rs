//! Logistic regression with Firth's penalty: finite estimates also where a term separates the outcomes, limits from the profile of
//! the penalised likelihood, and the penalised likelihood-ratio test of a block of terms.

mod climb;
mod design;

use super::special::{chi_squared_quantile, chi_squared_sf, root};
use super::undefined::Undefined;
use climb::{Fit, climb};
use design::Design;
use nalgebra::DVector;

// Limits are looked for outwards from the estimate, each time one and a half times as far.
const WIDENINGS_MAX: u32 = 60;
const RESTARTS_MAX: u32 = 10;

/// A coefficient on the logarithmic scale of odds ratios, per unit of its term.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coefficient {
    /// Estimate.
    pub estimate: f64,
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
    /// P-value of the penalised likelihood-ratio test that it is 0.
    pub p: f64,
}

impl Coefficient {
    /// Returns the odds ratio per unit of the term, with its lower and its upper limit.
    #[must_use]
    pub fn odds_ratio(self) -> (f64, f64, f64) {
        (libm::exp(self.estimate), libm::exp(self.low), libm::exp(self.high))
    }
}

/// A logistic regression with Firth's penalty.
#[derive(Debug, Clone, PartialEq)]
pub struct Firth {
    /// The logarithm of the odds where every term is 0.
    pub intercept: Coefficient,
    /// Coefficients of the terms, in the order given.
    pub terms: Vec<Coefficient>,
    /// Logarithm of the likelihood plus half the logarithm of the determinant of the information.
    pub penalised_log_likelihood: f64,
}

/// A test whether a block of coefficients is 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NestedTest {
    /// Twice the difference of the penalised log-likelihoods.
    pub chi2: f64,
    /// Degrees of freedom: the number of tested terms.
    pub df: usize,
    /// P-value.
    pub p: f64,
}

/// Fits the chance of the outcome, `1/(1 + exp(-(b0 + sum b_j x_j)))`, with limits at a two-sided level in (0, 1). `terms` are columns,
/// each with one finite number for each outcome.
///
/// The coefficients maximise `l(b) + ln det I(b) / 2` with the information `I = X'WX`, `W = p(1 - p)`: they solve
/// `sum (y - p + h (1/2 - p)) x = 0` with h the diagonal of the hat matrix. A limit of a coefficient is where the greatest penalised
/// log-likelihood that leaves it there lies half the quantile of a chi-squared value with one degree of freedom below the maximum.
/// For one yes-or-no term the odds ratio is that of the table with 1/2 added to each cell.
/// Sources: Firth, D. (1993), Biometrika 80, 27-38; Heinze, G. and Schemper, M. (2002), Stat. Med. 21, 2409-2419.
///
/// # Errors
/// `NZero` without outcomes; `NoVariation` where all are alike: what would be estimated is the penalty; `CollinearTerms` where a term
/// is constant or a combination of others; `Malformed` for lengths that differ, numbers that are not finite (or too large to be
/// averaged) or a level outside (0, 1); `NotConverged`.
pub fn firth(outcomes: &[bool], terms: &[Vec<f64>], level: f64) -> Result<Firth, Undefined> {
    if !(level > 0.0 && level < 1.0) {
        return Err(Undefined::Malformed);
    }
    let drop = chi_squared_quantile(level, 1.0) / 2.0;
    let design = Design::of(outcomes, terms)?;
    let mut fit = climb(&design, DVector::zeros(design.width()), &[])?;
    for _ in 0..RESTARTS_MAX {
        let coefficients = match coefficients(&design, &fit, drop) {
            Ok(coefficients) => coefficients,
            Err(Stop::Higher(there)) => {
                fit = climb(&design, there, &[])?;
                continue;
            }
            Err(Stop::No(why)) => return Err(why),
        };
        let (intercept, terms) = coefficients.split_first().ok_or(Undefined::NotConverged)?;
        let penalised_log_likelihood = fit.at.value + design.ln_scale();
        return Ok(Firth { intercept: *intercept, terms: terms.to_vec(), penalised_log_likelihood });
    }
    Err(Undefined::NotConverged)
}

/// Tests whether the coefficients of the terms at the places `tested` are all 0, the others free, by the penalised likelihood ratio: both
/// maxima are taken with the information of all terms, the tested ones included. Source: Heinze and Schemper (2002).
///
/// # Errors
/// As [`firth`]; also `Malformed` where no term is tested, one is named twice or does not exist.
pub fn firth_nested(outcomes: &[bool], terms: &[Vec<f64>], tested: &[usize]) -> Result<NestedTest, Undefined> {
    let mut places = tested.to_vec();
    places.sort_unstable();
    places.dedup();
    if tested.is_empty() || places.len() < tested.len() || places.iter().any(|place| *place >= terms.len()) {
        return Err(Undefined::Malformed);
    }
    let design = Design::of(outcomes, terms)?;
    let mut full = climb(&design, DVector::zeros(design.width()), &[])?;
    let all = design.coefficients().ok_or(Undefined::NotConverged)?;
    let held: Vec<DVector<f64>> = places.iter().filter_map(|place| all.get(place + 1)).cloned().collect();
    let without = climb(&design, DVector::zeros(design.width()), &held)?;
    if is_higher(&without, &full) {
        full = climb(&design, without.coefficients.clone(), &[])?;
    }
    let chi2 = (2.0 * (full.at.value - without.at.value)).max(0.0);
    let df = u32::try_from(places.len()).map_err(|_| Undefined::Malformed)?;
    Ok(NestedTest { chi2, df: places.len(), p: chi_squared_sf(chi2, f64::from(df)) })
}

// Why there are no coefficients yet.
enum Stop {
    No(Undefined),
    // A place higher than the maximum: that is one of several. Few rows which terms separate may have two.
    Higher(DVector<f64>),
}

impl From<Undefined> for Stop {
    fn from(why: Undefined) -> Self {
        Self::No(why)
    }
}

fn is_higher(fit: &Fit, most: &Fit) -> bool {
    fit.at.value > most.at.value + 1e-9 * (1.0 + most.at.value.abs())
}

// The intercept's, then those of the terms.
fn coefficients(design: &Design, fit: &Fit, drop: f64) -> Result<Vec<Coefficient>, Stop> {
    let directions = design.coefficients().ok_or(Undefined::NotConverged)?;
    directions.into_iter().map(|direction| Profile { design, fit, direction }.coefficient(drop)).collect()
}

// What happens to the maximum when one linear combination of the coefficients is held somewhere.
struct Profile<'d> {
    design: &'d Design,
    fit: &'d Fit,
    direction: DVector<f64>,
}

impl Profile<'_> {
    fn coefficient(&self, drop: f64) -> Result<Coefficient, Stop> {
        let estimate = self.direction.dot(&self.fit.coefficients);
        let spread = self.fit.at.curvature.solve(&self.direction).dot(&self.direction).max(0.0).sqrt();
        let at_zero = self.not_higher(self.held(self.fit, 0.0)?)?;
        let chi2 = (2.0 * (self.fit.at.value - at_zero.at.value)).max(0.0);
        let step = spread * (2.0 * drop).sqrt();
        Ok(Coefficient {
            estimate,
            low: estimate - self.reach(estimate, -step, drop)?,
            high: estimate + self.reach(estimate, step, drop)?,
            p: chi_squared_sf(chi2, 1.0),
        })
    }

    // How far the limit is from the estimate, on the side of the step's sign.
    fn reach(&self, estimate: f64, step: f64, drop: f64) -> Result<f64, Stop> {
        let (side, mut inner, mut outer) = (step.signum(), 0.0, step.abs());
        let below = |fit: &Fit| self.fit.at.value - fit.at.value - drop;
        let mut last = self.fit.clone();
        for _ in 0..WIDENINGS_MAX {
            let fit = self.not_higher(self.held(&last, estimate + side * outer)?)?;
            if below(&fit) >= 0.0 {
                let off = |reach: f64| self.held(&last, estimate + side * reach).map_or(f64::NAN, |fit| below(&fit));
                let reach = root(inner, outer, &off).ok_or(Undefined::NotConverged)?;
                return Ok(reach);
            }
            (last, inner, outer) = (fit, outer, outer * 1.5);
        }
        Err(Stop::No(Undefined::NotConverged))
    }

    // The maximum with the combination held at `value`, looked for from another one along the tangent.
    fn held(&self, from: &Fit, value: f64) -> Result<Fit, Undefined> {
        let tangent = from.at.curvature.solve(&self.direction);
        let share = (value - self.direction.dot(&from.coefficients)) / self.direction.dot(&tangent);
        climb(self.design, &from.coefficients + tangent * share, std::slice::from_ref(&self.direction))
    }

    fn not_higher(&self, fit: Fit) -> Result<Fit, Stop> {
        if is_higher(&fit, self.fit) { Err(Stop::Higher(fit.coefficients)) } else { Ok(fit) }
    }
}

#[cfg(test)]
mod tests;
