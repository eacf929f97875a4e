//! The odds ratio that strata have in common, the test whether there is one, and the test whether they have one in common.

use super::conditional::{Conditional, TOTAL_MAX};
use super::{Limits, Table, real};
use crate::Undefined;
use crate::normal::quantile;
use crate::special::chi_squared_sf;

// Multiplications that the exact test may take.
const WORK_MAX: f64 = 2e8;
const SLACK: f64 = 1.0 + 1e-7;

/// The common odds ratio of strata, with tests. A test statistic is a chi-squared value with one degree of freedom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MantelHaenszel {
    /// The Mantel-Haenszel estimate.
    pub odds_ratio: f64,
    /// Robins-Breslow-Greenland limits; nothing where the estimate is 0 or infinite.
    pub limits: Option<Limits>,
    /// Cochran-Mantel-Haenszel statistic.
    pub chi2: f64,
    /// Its p-value.
    pub p: f64,
    /// The statistic with the correction for continuity.
    pub chi2_corrected: f64,
    /// Its p-value.
    pub p_corrected: f64,
    /// Exact conditional p-value, two-sided: the probability of the sums of first cells that are not more probable than the observed
    /// one. Nothing where the tables are too large for it; then the approximations are as good.
    pub p_exact: Option<f64>,
    /// Strata without an empty row or column: the others tell nothing.
    pub strata_used: usize,
    /// Test of equal odds ratios; nothing for a single stratum or an estimate of 0 or infinity.
    pub homogeneity: Option<Homogeneity>,
}

/// A test whether strata have one odds ratio.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Homogeneity {
    /// Breslow and Day's statistic.
    pub breslow_day: f64,
    /// The same with Tarone's correction.
    pub tarone: f64,
    /// Degrees of freedom: strata used less one.
    pub df: usize,
    /// P-value of the corrected statistic.
    pub p: f64,
}

/// Returns the common odds ratio of strata with limits at a two-sided level in (0, 1), and tests.
///
/// With n the total of a stratum: `OR = R / S`, `R = sum ad/n`, `S = sum bc/n`; the variance of its logarithm is
/// `sum PR/(2R²) + sum (PS + QR)/(2RS) + sum QS/(2S²)` with `P = (a+d)/n`, `Q = (b+c)/n`. The statistic is `D²/V` with D the sum of
/// first cells less their expectation `(a+b)(a+c)/n`, and V the sum of hypergeometric variances; with the correction
/// `(|D| - 1/2)²/V`, applied where |D| is at least 1/2, as R does. Breslow-Day: the sum of `(a - A)²/var(A)` with A the first cell fitted
/// to the margins at OR and `var(A) = 1/(1/A + 1/B + 1/C + 1/D)`; Tarone takes `(sum (a - A))²/sum var(A)` off.
///
/// Sources: Mantel, N. and Haenszel, W. (1959), J. Natl. Cancer Inst. 22, 719-748; Cochran, W. G. (1954), Biometrics 10, 417-451;
/// Robins, J., Breslow, N. and Greenland, S. (1986), Biometrics 42, 311-323; Breslow, N. E. and Day, N. E. (1980), Statistical Methods
/// in Cancer Research I, IARC; Tarone, R. E. (1985), Biometrika 72, 91-95.
///
/// # Errors
/// `NoInformativeStratum` where every stratum has an empty row or column, or there is none; `Malformed` for a level outside (0, 1).
pub fn mantel_haenszel(strata: &[Table], level: f64) -> Result<MantelHaenszel, Undefined> {
    let z = quantile(0.5 + level / 2.0).filter(|_| level > 0.0).ok_or(Undefined::Malformed)?;
    let used = informative(strata)?;
    let odds_ratio = common_odds_ratio(&used);
    let (mut off, mut variance) = (0.0, 0.0);
    for table in &used {
        let ([a, b, c, d], n) = (table.reals(), real(table.total()));
        // The same as a less its expectation, without cancellation.
        off += (a * d - b * c) / n;
        variance += (a + b) / n * (c + d) / n * (a + c) * ((b + d) / (n - 1.0));
    }
    let corrected = if off.abs() >= 0.5 { off.abs() - 0.5 } else { off.abs() };
    let (chi2, chi2_corrected) = (off * off / variance, corrected * corrected / variance);
    Ok(MantelHaenszel {
        odds_ratio,
        limits: limits(&used, odds_ratio, z),
        chi2,
        p: chi_squared_sf(chi2, 1.0),
        chi2_corrected,
        p_corrected: chi_squared_sf(chi2_corrected, 1.0),
        p_exact: exact(&used),
        strata_used: used.len(),
        homogeneity: homogeneity(&used, odds_ratio),
    })
}

/// Returns the strata without an empty row or column.
pub(super) fn informative(strata: &[Table]) -> Result<Vec<Table>, Undefined> {
    let used: Vec<Table> = strata.iter().copied().filter(|table| table.is_informative()).collect();
    if used.is_empty() { Err(Undefined::NoInformativeStratum) } else { Ok(used) }
}

/// Returns the Mantel-Haenszel odds ratio of informative strata, of which there is one at least.
pub(super) fn common_odds_ratio(used: &[Table]) -> f64 {
    let (mut r, mut s) = (0.0, 0.0);
    for table in used {
        let ([a, b, c, d], n) = (table.reals(), real(table.total()));
        r += a * d / n;
        s += b * c / n;
    }
    if s > 0.0 { r / s } else { f64::INFINITY }
}

fn limits(used: &[Table], odds_ratio: f64, z: f64) -> Option<Limits> {
    let [mut r_sum, mut s_sum, mut pr, mut cross, mut qs] = [0.0; 5];
    for table in used {
        let ([a, b, c, d], n) = (table.reals(), real(table.total()));
        let (p, q, r, s) = ((a + d) / n, (b + c) / n, a * d / n, b * c / n);
        r_sum += r;
        s_sum += s;
        pr += p * r;
        cross += p * s + q * r;
        qs += q * s;
    }
    let variance = pr / (2.0 * r_sum * r_sum) + cross / (2.0 * r_sum * s_sum) + qs / (2.0 * s_sum * s_sum);
    if !variance.is_finite() {
        return None;
    }
    let reach = z * variance.sqrt();
    Some(Limits { low: odds_ratio * libm::exp(-reach), high: odds_ratio * libm::exp(reach) })
}

fn homogeneity(used: &[Table], odds_ratio: f64) -> Option<Homogeneity> {
    let df = used.len().checked_sub(1).filter(|df| *df > 0)?;
    if !(odds_ratio > 0.0 && odds_ratio.is_finite()) {
        return None;
    }
    let (mut breslow_day, mut off_sum, mut variance_sum) = (0.0, 0.0, 0.0);
    for table in used {
        let [a, b, c, d] = table.reals();
        let fitted = Conditional::of(*table).fitted(odds_ratio);
        let cells = [fitted, a + b - fitted, a + c - fitted, d - a + fitted];
        let variance = 1.0 / cells.iter().map(|cell| 1.0 / cell).sum::<f64>();
        breslow_day += (a - fitted) * (a - fitted) / variance;
        off_sum += a - fitted;
        variance_sum += variance;
    }
    let tarone = (breslow_day - off_sum * off_sum / variance_sum).max(0.0);
    let p = chi_squared_sf(tarone, degrees(df));
    (breslow_day.is_finite() && p.is_finite()).then_some(Homogeneity { breslow_day, tarone, df, p })
}

// The distribution of the sum of first cells is made stratum by stratum.
fn exact(used: &[Table]) -> Option<f64> {
    let (mut work, mut length) = (0.0, 1.0);
    for table in used {
        if table.total() > TOTAL_MAX {
            return None;
        }
        let next = Conditional::of(*table).walk_length_max();
        work += length * next;
        length += next;
        if work > WORK_MAX {
            return None;
        }
    }
    let (mut from_first, mut sums) = (0.0, vec![1.0]);
    for table in used {
        let (first, probabilities) = Conditional::of(*table).probabilities();
        let mut next = vec![0.0; (sums.len() + probabilities.len()).saturating_sub(1)];
        for (shift, probability) in probabilities.iter().enumerate() {
            for (place, sum) in next.iter_mut().skip(shift).zip(&sums) {
                *place += probability * sum;
            }
        }
        sums = next;
        from_first += real(table.a) - first;
    }
    // Beyond what was kept no probability is left that a double can hold.
    let observed = place(from_first).and_then(|place| sums.get(place)).copied().unwrap_or(0.0);
    let p: f64 = sums.iter().filter(|probability| **probability <= observed * SLACK).sum();
    Some(p.min(1.0))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number, at most the length of a list")]
fn place(distance: f64) -> Option<usize> {
    (distance >= 0.0).then_some(distance as usize)
}

fn degrees(df: usize) -> f64 {
    u64::try_from(df).map_or(f64::INFINITY, real)
}
