//! One index of several shares, for comparing units of one register. Its weights have no basis but convention, so it never goes
//! without what other weights, other shares within their limits and other ways of putting them together would make of the ranks.

mod draws;
mod ranks;

pub use ranks::{Component, LeftOut, RankRange, Ranks, Variation, rank_ranges};

use super::undefined::Undefined;

// Weights that were rounded when they were written down still sum to 1 within this.
const SLACK: f64 = 1e-6;

/// How shares are put together, with shares h and weights w that sum to 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aggregation {
    /// `1 - prod (1 - h_i)^w_i`: shares are harms; 1 less the geometric mean of the clean shares, so any harm of 1 gives 1.
    GeometricCleanShare,
    /// `prod h_i^w_i`: any share of 0 gives 0.
    GeometricMean,
    /// `sum w_i h_i`: shares make up for one another.
    Arithmetic,
}

/// Returns the index of shares in [0, 1] with weights of the same number that sum to 1; a share of weight 0 does not count.
/// Source: OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 6 (aggregation).
///
/// # Errors
/// `NZero` without shares, `Malformed` for lengths that differ, a share outside [0, 1], a negative weight, weights that do not sum
/// to 1 within 1e-6 (what is left is spread over all of them).
pub fn composite_index(shares: &[f64], weights: &[f64], aggregation: Aggregation) -> Result<f64, Undefined> {
    if shares.is_empty() {
        return Err(Undefined::NZero);
    }
    if shares.len() != weights.len() || !shares.iter().all(|share| (0.0..=1.0).contains(share)) {
        return Err(Undefined::Malformed);
    }
    Ok(put_together(shares, &summing_to_one(weights)?, aggregation))
}

fn summing_to_one(weights: &[f64]) -> Result<Vec<f64>, Undefined> {
    let sum: f64 = weights.iter().sum();
    if weights.iter().all(|weight| *weight >= 0.0) && (sum - 1.0).abs() <= SLACK {
        Ok(weights.iter().map(|weight| weight / sum).collect())
    } else {
        Err(Undefined::Malformed)
    }
}

fn put_together(shares: &[f64], weights: &[f64], aggregation: Aggregation) -> f64 {
    // The logarithm of 0 times a weight of 0 would be no number.
    let weighted = || shares.iter().zip(weights).filter(|(_, weight)| **weight > 0.0);
    let value = match aggregation {
        Aggregation::GeometricCleanShare => -libm::expm1(weighted().map(|(share, weight)| weight * libm::log1p(-share)).sum()),
        Aggregation::GeometricMean => libm::exp(weighted().map(|(share, weight)| weight * libm::log(*share)).sum()),
        Aggregation::Arithmetic => weighted().map(|(share, weight)| weight * share).sum(),
    };
    value.clamp(0.0, 1.0)
}

/// Returns, for each component, its part in the variance between units of the logarithm of the clean share, `sum_i w_i ln(1-h_i)`:
/// the covariance of the component's term with the sum, over the variance of the sum. The parts sum to 1; one below 0 belongs to a
/// component that narrows the differences. Source: Shorrocks, A. F. (1982), Econometrica 50, 193-211 (decomposition by factor components).
///
/// # Errors
/// `NZero` below two units or without components, `NoVariation` where the units do not differ, `Malformed` as in
/// `composite_index`, and for a share of 1 with weight: its clean share has no logarithm.
pub fn variance_parts(units: &[Vec<f64>], weights: &[f64]) -> Result<Vec<f64>, Undefined> {
    if units.len() < 2 || weights.is_empty() {
        return Err(Undefined::NZero);
    }
    let weights = summing_to_one(weights)?;
    let mut terms = Vec::with_capacity(units.len());
    for shares in units {
        if shares.len() != weights.len() || !shares.iter().all(|share| (0.0..=1.0).contains(share)) {
            return Err(Undefined::Malformed);
        }
        let term = |(share, weight): (&f64, &f64)| if *weight > 0.0 { weight * libm::log1p(-share) } else { 0.0 };
        let row: Vec<f64> = shares.iter().zip(&weights).map(term).collect();
        if !row.iter().all(|term| term.is_finite()) {
            return Err(Undefined::Malformed);
        }
        terms.push(row);
    }
    let sums: Vec<f64> = terms.iter().map(|row| row.iter().sum()).collect();
    let off = about_their_mean(&sums);
    let variance: f64 = off.iter().map(|value| value * value).sum();
    // Sums that differ by their rounding only do not differ.
    let size: f64 = sums.iter().map(|sum| sum * sum).sum();
    if variance <= 1e-24 * size {
        return Err(Undefined::NoVariation);
    }
    let part = |place: usize| {
        let own: Vec<f64> = terms.iter().filter_map(|row| row.get(place)).copied().collect();
        about_their_mean(&own).iter().zip(&off).map(|(one, other)| one * other).sum::<f64>() / variance
    };
    Ok((0..weights.len()).map(part).collect())
}

fn about_their_mean(values: &[f64]) -> Vec<f64> {
    let mean = values.iter().sum::<f64>() / real(values.len());
    values.iter().map(|value| value - mean).collect()
}

#[allow(clippy::cast_precision_loss, reason = "numbers of units and components are small")]
const fn real(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests;
