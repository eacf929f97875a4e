//! Two raters, two groups of items with different shares of a class: the errors of both raters and both shares.

mod boundary;

use self::boundary::likeliest_inside;
use crate::normal::quantile;
use crate::proportion::Interval;
use crate::special::chi_squared_sf;
use crate::undefined::Undefined;
use nalgebra::{SMatrix, SVector};

// A rate or share nearer to 0 or 1 than this is on the edge.
const EDGE: f64 = 1e-9;
// Groups whose tables differ no more than chance would have it in one case of twenty are not told apart.
const CHANCE: f64 = 0.05;

/// Items of one group that both raters judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PairTable {
    /// Both raters saw the class.
    pub both: u64,
    /// Only the first rater did.
    pub only_first: u64,
    /// Only the second rater did.
    pub only_second: u64,
    /// Neither did.
    pub neither: u64,
}

/// One parameter of the model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameter {
    /// Its estimate, in [0, 1].
    pub estimate: f64,
    /// Its limits from a normal curve on the scale of the log odds; none where any parameter is on the edge.
    pub limits: Option<Interval>,
}

/// Errors of two raters and shares of two groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HuiWalter {
    /// Chance that each rater sees the class where it is.
    pub sensitivity: [Parameter; 2],
    /// Chance that each rater does not see it where it is not.
    pub specificity: [Parameter; 2],
    /// Share of the class in each group.
    pub prevalence: [Parameter; 2],
    /// Likelihood-ratio statistic of the model against the tables themselves: 0 but for rounding inside the range. On the edge it
    /// says how badly the model fits.
    pub deviance: f64,
    /// P-value of the hypothesis that both groups have one table, chi-squared with 3 degrees of freedom.
    pub same_table_p: f64,
    /// Whether some parameter is on the edge of its range.
    pub on_boundary: bool,
}

// Sensitivities, specificities, prevalences.
type Six = [f64; 6];
// Shares both, only first, only second, neither.
type Cells = [f64; 4];

/// Returns the most likely errors and shares where two raters judge items of two groups. The raters' errors are taken to be
/// independent given the class and the same in both groups. Six numbers are found from six: with `a_h`, `b_h` the shares of items in
/// which rater h sees the class in the first and second group, `c_1`, `c_2` the covariances of the two raters in the groups,
/// `D_h = b_h - a_h` and `A_g = c_g / (D_1 D_2)`, the difference of the prevalences is `d = 1/sqrt(4 A_1 + (1 + A_2 - A_1)²)` with
/// the sign of `D_1`, the prevalence of the first group `(1 - d (1 + A_2 - A_1))/2`, Youden's index of rater h `D_h/d`. Where that
/// leaves [0, 1] the greatest likelihood inside is sought by alternation from several starts.
///
/// The solution with raters better than guessing is taken; its mirror fits equally well. Limits come from the expected information.
/// Sources: Hui, S. L. and Walter, S. D. (1980), Biometrics 36, 167-171; the form above follows from their equations for two groups.
///
/// # Errors
/// - `NZero` for a group without items; `Malformed` for a level outside (0, 1) or counts out of range; `NotConverged`.
/// - `ProportionalStrata` where the two tables do not differ beyond chance (likelihood ratio, 3 degrees of freedom, p >= 0.05): one
///   table for both fits a range of shares.
/// - `YoudenNotPositive` where the raters' shares do not move the same way between the groups, or one rater is no better than guessing.
pub fn hui_walter(groups: [PairTable; 2], level: f64) -> Result<HuiWalter, Undefined> {
    let z = quantile(0.5 + level / 2.0).filter(|_| level > 0.0).ok_or(Undefined::Malformed)?;
    let [one, other] = groups;
    let [(first, n_first), (second, n_second)] = [shares_of(one)?, shares_of(other)?];
    let (tables, sizes) = ([first, second], [n_first, n_second]);
    let same_table_p = chi_squared_sf(heterogeneity(&tables, sizes), 3.0);
    if same_table_p >= CHANCE {
        return Err(Undefined::ProportionalStrata);
    }
    let (d1, d2) = (seen_by_first(second) - seen_by_first(first), seen_by_second(second) - seen_by_second(first));
    if d1 * d2 <= 0.0 {
        return Err(Undefined::YoudenNotPositive);
    }
    let found = match closed_form(&tables, (d1, d2)).and_then(within) {
        Some(six) => six,
        None => likeliest_inside(&tables, sizes)?,
    };
    let [se1, se2, sp1, sp2, ..] = found;
    if se1 + sp1 <= 1.0 + EDGE || se2 + sp2 <= 1.0 + EDGE {
        return Err(Undefined::YoudenNotPositive);
    }
    let on_boundary = found.iter().any(|one| *one < EDGE || *one > 1.0 - EDGE);
    let errors = if on_boundary { None } else { standard_errors(found, sizes) };
    let parameter = |place: usize| {
        let estimate = found.get(place).copied().unwrap_or(f64::NAN);
        let error = errors.and_then(|errors| errors.get(place).copied());
        Parameter { estimate, limits: error.map(|error| limits_of(estimate, z * error)) }
    };
    Ok(HuiWalter {
        sensitivity: [parameter(0), parameter(1)],
        specificity: [parameter(2), parameter(3)],
        prevalence: [parameter(4), parameter(5)],
        deviance: deviance(&tables, sizes, found),
        same_table_p,
        on_boundary,
    })
}

fn shares_of(table: PairTable) -> Result<(Cells, f64), Undefined> {
    let counts = [table.both, table.only_first, table.only_second, table.neither];
    let items = counts.iter().try_fold(0_u64, |sum, count| sum.checked_add(*count)).ok_or(Undefined::Malformed)?;
    if items == 0 { Err(Undefined::NZero) } else { Ok((counts.map(|count| real(count) / real(items)), real(items))) }
}

const fn seen_by_first([both, only_first, ..]: Cells) -> f64 {
    both + only_first
}

const fn seen_by_second([both, _, only_second, _]: Cells) -> f64 {
    both + only_second
}

// Twice the log-likelihood ratio of one table for each group against one for both.
fn heterogeneity([first, second]: &[Cells; 2], [n_first, n_second]: [f64; 2]) -> f64 {
    let part = |share: f64, pooled: f64, n: f64| if share > 0.0 { n * share * libm::log(share / pooled) } else { 0.0 };
    let cell = |(one, other): (&f64, &f64)| {
        let pooled = (n_first * one + n_second * other) / (n_first + n_second);
        part(*one, pooled, n_first) + part(*other, pooled, n_second)
    };
    (2.0 * first.iter().zip(second).map(cell).sum::<f64>()).max(0.0)
}

fn closed_form(tables: &[Cells; 2], (d1, d2): (f64, f64)) -> Option<Six> {
    // The covariance as a difference of products: exact 0 for a table with an empty margin.
    let covariance = |[both, only_first, only_second, neither]: Cells| both * neither - only_first * only_second;
    let [first, second] = *tables;
    let (a1, a2) = (covariance(first) / (d1 * d2), covariance(second) / (d1 * d2));
    let sum = 1.0 + a2 - a1;
    let square = 4.0 * a1 + sum * sum;
    if !(square > 0.0 && square.is_finite()) {
        return None;
    }
    let d = (1.0 / square.sqrt()).copysign(d1);
    let prevalence = f64::midpoint(1.0, -(d * sum));
    let (youden1, youden2) = (d1 / d, d2 / d);
    let (false1, false2) = (seen_by_first(first) - prevalence * youden1, seen_by_second(first) - prevalence * youden2);
    Some([false1 + youden1, false2 + youden2, 1.0 - false1, 1.0 - false2, prevalence, prevalence + d])
}

// The solution if all of it lies in [0, 1], rounding left aside.
fn within(six: Six) -> Option<Six> {
    six.iter().all(|one| *one >= -EDGE && *one <= 1.0 + EDGE).then(|| six.map(|one| one.clamp(0.0, 1.0)))
}

// The shares of the four cells in each group under the model.
fn modelled([se1, se2, sp1, sp2, first, second]: Six) -> [Cells; 2] {
    let cells = |p: f64| {
        let q = 1.0 - p;
        [
            p * se1 * se2 + q * (1.0 - sp1) * (1.0 - sp2),
            p * se1 * (1.0 - se2) + q * (1.0 - sp1) * sp2,
            p * (1.0 - se1) * se2 + q * sp1 * (1.0 - sp2),
            p * (1.0 - se1) * (1.0 - se2) + q * sp1 * sp2,
        ]
    };
    [cells(first), cells(second)]
}

fn deviance(tables: &[Cells; 2], sizes: [f64; 2], six: Six) -> f64 {
    let mut sum = 0.0;
    for ((table, model), n) in tables.iter().zip(modelled(six)).zip(sizes) {
        for (share, fitted) in table.iter().zip(model).filter(|(share, _)| **share > 0.0) {
            sum += 2.0 * n * share * libm::log(share / fitted);
        }
    }
    sum.max(0.0)
}

// From the inverse of the expected information: sum over groups and cells of n (slopes of the cell)(slopes of the cell)'/cell.
fn standard_errors(six: Six, sizes: [f64; 2]) -> Option<Six> {
    let [se1, se2, sp1, sp2, ..] = six;
    let [.., first, second] = six;
    let mut information = SMatrix::<f64, 6, 6>::zeros();
    for (((cells, n), p), group) in modelled(six).iter().zip(sizes).zip([first, second]).zip([0.0, 1.0]) {
        let q = 1.0 - p;
        // For each cell: the chance of it where the class is and where it is not, and the signs of the raters' answers.
        for ((cell, one), two) in cells.iter().zip([1.0, 1.0, -1.0, -1.0]).zip([1.0, -1.0, 1.0, -1.0]) {
            let chance = |yes: f64, sign: f64| if sign > 0.0 { yes } else { 1.0 - yes };
            let (is1, is2) = (chance(se1, one), chance(se2, two));
            let (not1, not2) = (chance(1.0 - sp1, one), chance(1.0 - sp2, two));
            let of_share = is1 * is2 - not1 * not2;
            let slopes = SVector::<f64, 6>::from([
                p * one * is2,
                p * two * is1,
                -q * one * not2,
                -q * two * not1,
                of_share * (1.0 - group),
                of_share * group,
            ]);
            information += slopes * slopes.transpose() * (n / cell);
        }
    }
    let inverse = information.cholesky()?.inverse();
    let errors: Six = inverse.diagonal().map(f64::sqrt).into();
    errors.iter().all(|error| error.is_finite()).then_some(errors)
}

// On the scale of the log odds the limits stay inside (0, 1).
fn limits_of(estimate: f64, half: f64) -> Interval {
    let odds = libm::log(estimate / (1.0 - estimate));
    let half = half / (estimate * (1.0 - estimate));
    let back = |x: f64| 1.0 / (1.0 + libm::exp(-x));
    Interval { low: back(odds - half).min(estimate), high: back(odds + half).max(estimate) }
}

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
const fn real(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests;
