//! Agreement of raters: percent agreement, Cohen's and Fleiss' kappa, Krippendorff's alpha with bootstrap intervals, Gwet's AC1.
//!
//! Ratings are `units`: one row for each thing rated, one cell for each rater, holding the place of a category (from 0, below
//! `categories`) or nothing where the rater gave none. Rows may differ in length: a missing cell is a missing rating.
//! `categories` is the number of categories of the rubric, not of those that occur.
//!
//! Where no number exists the answer says why. It is never 0 or 1 instead: raters who all use one category agree perfectly and
//! have shown nothing.

mod pool;

use super::normal::quantile;
use super::undefined::Undefined;
use pool::{Pool, disagreement, tally};

/// How far apart two categories are, as Krippendorff's alpha counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Metric {
    /// 1 between any two different categories.
    Nominal,
    /// The square of the number of ratings between them, half of the two categories' own ratings included.
    Ordinal,
    /// The square of the difference of their places.
    Interval,
}

/// How much a disagreement counts in Cohen's kappa. All but `None` are for ordered categories only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weights {
    /// Every disagreement alike.
    None,
    /// By the distance of the places, as a share of the largest.
    Linear,
    /// By the square of that share.
    Quadratic,
}

/// Cohen's kappa.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kappa {
    /// Observed agreement, weighted, in [0, 1].
    pub observed: f64,
    /// Agreement expected by chance, weighted, in [0, 1).
    pub expected: f64,
    /// (observed - expected) / (1 - expected), at most 1.
    pub kappa: f64,
    /// Its standard error for large samples.
    pub se: f64,
    /// Lower limit. Limits are those of a normal curve and may lie outside [-1, 1].
    pub low: f64,
    /// Upper limit.
    pub high: f64,
}

/// Fleiss' kappa.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FleissKappa {
    /// Observed agreement, in [0, 1].
    pub observed: f64,
    /// Agreement expected by chance, in [0, 1).
    pub expected: f64,
    /// (observed - expected) / (1 - expected), at most 1.
    pub kappa: f64,
}

/// Krippendorff's alpha.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alpha {
    /// 1 - observed / expected disagreement, at most 1.
    pub alpha: f64,
    /// Observed disagreement, in the square of the metric's unit; for the nominal metric in [0, 1].
    pub observed_disagreement: f64,
    /// Disagreement expected by chance, in the same unit.
    pub expected_disagreement: f64,
    /// Ratings that stand beside another of the same unit.
    pub pairable: u64,
}

/// A percentile bootstrap of alpha.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bootstrap {
    /// Alpha of the units themselves.
    pub estimate: f64,
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
    /// Replicates in which alpha has no number; the limits are those of the others.
    pub undefined_replicates: u32,
}

/// Gwet's AC1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ac1 {
    /// Observed agreement, in [0, 1].
    pub observed: f64,
    /// Agreement expected by chance, in [0, 1/2].
    pub expected: f64,
    /// (observed - expected) / (1 - expected), at most 1.
    pub ac1: f64,
}

/// How an alpha is read. Source: Krippendorff, K. (2004), Content Analysis, 2nd ed., p. 241.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// At least 0.800.
    Firm,
    /// At least 0.667.
    Tentative,
    /// Less: nothing rests on it.
    Below,
}

/// Reads an alpha.
#[must_use]
pub fn reading(alpha: f64) -> Reading {
    if alpha >= 0.800 {
        Reading::Firm
    } else if alpha >= 0.667 {
        Reading::Tentative
    } else {
        Reading::Below
    }
}

/// Returns the number of units with at least two ratings: those that any measure of agreement can use.
#[must_use]
pub fn units_paired(units: &[Vec<Option<usize>>]) -> usize {
    units.iter().filter(|unit| unit.iter().flatten().count() >= 2).count()
}

/// Returns percent agreement, in [0, 1]: the mean, over the units with at least two ratings, of the share of agreeing ordered
/// pairs, `sum_c r_c (r_c - 1) / (r (r - 1))` for r ratings of which `r_c` name category c.
/// Source: Fleiss, J. L. (1971), Psychol. Bull. 76, 378-382, equation 2, with r free to differ from unit to unit.
pub fn percent_agreement(units: &[Vec<Option<usize>>], categories: usize) -> Result<f64, Undefined> {
    let (mut sum, mut used) = (0.0, 0.0);
    for unit in units {
        if let Some(share) = agreeing(&tally(unit, categories)?) {
            sum += share;
            used += 1.0;
        }
    }
    if used > 0.0 { Ok(sum / used) } else { Err(Undefined::NoPairableValues) }
}

/// Returns Cohen's kappa of a square table of counts: rows are the first rater's categories, columns the second's. `level` is
/// two-sided, as 0.95. With disagreement weights v (0 on the diagonal), shares p of the cells and margins a and b:
/// `D_o = sum v_ij p_ij`, `D_e = sum v_ij a_i b_j`, `kappa = 1 - D_o / D_e`.
/// Sources: Cohen, J. (1960), Educ. Psychol. Meas. 20, 37-46; weights: Cohen, J. (1968), Psychol. Bull. 70, 213-220; standard
/// error: Fleiss, J. L., Cohen, J. and Everitt, B. S. (1969), Psychol. Bull. 72, 323-327.
pub fn cohen_kappa(matrix: &[Vec<u64>], weights: Weights, level: f64) -> Result<Kappa, Undefined> {
    let z = quantile(0.5 + level / 2.0).filter(|_| level > 0.0).ok_or(Undefined::Malformed)?;
    let table = square(matrix)?;
    let n: f64 = table.iter().flatten().sum();
    if n <= 0.0 {
        return Err(Undefined::NoPairableValues);
    }
    let rows: Vec<f64> = table.iter().map(|row| row.iter().sum::<f64>() / n).collect();
    let columns: Vec<f64> = columns_of(&table).iter().map(|sum| sum / n).collect();
    if rows.iter().zip(&columns).filter(|(row, column)| **row + **column > 0.0).count() < 2 {
        return Err(Undefined::NoVariation);
    }
    let apart = disagreement_weights(table.len(), weights);
    // Disagreement rather than agreement is summed: it is exact at 0, where 1 - agreement would leave the rounding.
    let observed: f64 = cells(&apart, &table).map(|(v, count)| v * count / n).sum();
    let of_row: Vec<f64> = apart.iter().map(|v| dot(v, &columns)).collect();
    let of_column: Vec<f64> = apart.iter().map(|v| dot(v, &rows)).collect();
    let expected = dot(&rows, &of_row);
    if expected <= 0.0 {
        return Err(Undefined::NoVariation);
    }
    let ratio = observed / expected;
    // The published variance is that of w_ij - (w_i + w_j)(1 - kappa) over the cells. Written with v = 1 - w it is that of the
    // term below, which has mean 0: nothing is subtracted at the end, so nothing is lost there.
    let mut spread = 0.0;
    for ((row, v), from_row) in table.iter().zip(&apart).zip(&of_row) {
        for ((count, v), from_column) in row.iter().zip(v).zip(&of_column) {
            let term = v - (from_row + from_column) * ratio + observed;
            spread += count / n * term * term;
        }
    }
    let (kappa, se) = (1.0 - ratio, (spread / n).sqrt() / expected);
    Ok(Kappa { observed: 1.0 - observed, expected: 1.0 - expected, kappa, se, low: kappa - z * se, high: kappa + z * se })
}

/// Returns Fleiss' kappa of counts: one row for each unit, one cell for each category, holding the number of raters who chose it.
/// All units need the same number of ratings, at least two. `P = mean_i sum_c n_ic (n_ic - 1) / (n (n - 1))`, `P_e = sum_c p_c^2`
/// with the overall shares p. Source: Fleiss, J. L. (1971), Psychol. Bull. 76, 378-382.
pub fn fleiss_kappa(counts: &[Vec<u64>]) -> Result<FleissKappa, Undefined> {
    let rows: Vec<Vec<f64>> = counts.iter().map(|row| row.iter().copied().map(real).collect()).collect();
    let ratings = rows.first().map_or(0.0, |row| row.iter().sum::<f64>());
    let equal = |row: &Vec<f64>| row.iter().sum::<f64>().total_cmp(&ratings).is_eq();
    if !rows.iter().all(equal) {
        return Err(Undefined::UnequalRatings);
    }
    if ratings < 2.0 {
        return Err(Undefined::NoPairableValues);
    }
    let all = ratings * real_of(rows.len());
    let shares: Vec<f64> = columns_of(&rows).iter().map(|sum| sum / all).collect();
    if shares.iter().filter(|share| **share > 0.0).count() < 2 {
        return Err(Undefined::NoVariation);
    }
    let pairs: f64 = rows.iter().flatten().map(|count| count * (count - 1.0)).sum();
    let (observed, expected) = (pairs / (all * (ratings - 1.0)), dot(&shares, &shares));
    if expected >= 1.0 {
        return Err(Undefined::NoVariation);
    }
    Ok(FleissKappa { observed, expected, kappa: (observed - expected) / (1.0 - expected) })
}

/// Returns Krippendorff's alpha for any number of raters, with missing ratings; units with fewer than two ratings play no part.
/// With coincidences `o_ck` (each unit of r ratings gives `1 / (r - 1)` for every ordered pair), margins `n_c`, their sum n and
/// distances d: `D_o = sum o_ck d_ck / n`, `D_e = sum n_c n_k d_ck / (n (n - 1))`, `alpha = 1 - D_o / D_e`.
/// Source: Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability, sections A to F.
pub fn krippendorff_alpha(units: &[Vec<Option<usize>>], categories: usize, metric: Metric) -> Result<Alpha, Undefined> {
    let pool = Pool::of_units(units, categories, metric)?;
    let given = |unit: &Vec<Option<usize>>| unit.iter().flatten().count();
    let pairable =
        units.iter().map(given).filter(|given| *given >= 2).map(|given| u64::try_from(given).unwrap_or(u64::MAX)).sum();
    pool.disagreement(&pool.once()).map(|found| found.alpha(pairable))
}

/// Returns nominal alpha of two raters who both rated every unit, from the square table of their ratings: what
/// [`krippendorff_alpha`] gives for the units themselves, without listing them.
pub fn alpha_of_two(matrix: &[Vec<u64>]) -> Result<Alpha, Undefined> {
    let table = square(matrix)?;
    let mirrored = columns_of_each(&table);
    let both: Vec<f64> = table.iter().flatten().zip(mirrored.iter().flatten()).map(|(one, other)| one + other).collect();
    let pairs = matrix.iter().flatten().fold(0_u64, |sum, count| sum.saturating_add(*count));
    disagreement(&both, table.len(), Metric::Nominal).map(|found| found.alpha(pairs.saturating_mul(2)))
}

/// Returns alpha with a percentile interval of a bootstrap over units: all units are drawn with replacement, those without a pair
/// too, and the limits are quantiles of type 7. Replicate b has a generator of its own, seeded with `seed + b`, so any language
/// can repeat it, given the units in the same order: sort them by their identifiers first. `level` is two-sided, as 0.95. Source:
/// Efron, B. and Tibshirani, R. J. (1993), An Introduction to the Bootstrap, section 13.3.
pub fn bootstrap_alpha(
    units: &[Vec<Option<usize>>],
    categories: usize,
    metric: Metric,
    replicates: u32,
    seed: u64,
    level: f64,
) -> Result<Bootstrap, Undefined> {
    let estimate = krippendorff_alpha(units, categories, metric)?.alpha;
    Pool::of_units(units, categories, metric)?.bootstrap(estimate, (replicates, seed), level)
}

/// Returns alpha with a percentile interval of a bootstrap over clusters: `clusters` holds a number for each unit, units of one
/// number are drawn together, and a drawn index counts the clusters in the order of their numbers. `draw` is the number of
/// replicates and the seed. Ignoring clusters makes intervals too short. Source: Davison, A. C. and Hinkley, D. V. (1997),
/// Bootstrap Methods and their Application, section 3.8.
pub fn bootstrap_alpha_clusters(
    units: &[Vec<Option<usize>>],
    clusters: &[usize],
    categories: usize,
    metric: Metric,
    draw: (u32, u64),
    level: f64,
) -> Result<Bootstrap, Undefined> {
    let estimate = krippendorff_alpha(units, categories, metric)?.alpha;
    Pool::of_clusters(units, clusters, categories, metric)?.bootstrap(estimate, draw, level)
}

/// Returns Gwet's AC1 for any number of raters, with missing ratings. Observed agreement is [`percent_agreement`]; chance is
/// `sum_c p_c (1 - p_c) / (q - 1)` over the q categories of the rubric, `p_c` being the mean, over units with a rating, of the
/// share of the unit's ratings that name c. It exists where all use one category, and is then no evidence of anything.
/// Sources: Gwet, K. L. (2008), Br. J. Math. Stat. Psychol. 61, 29-48; missing ratings: Gwet, K. L. (2014), Handbook of
/// Inter-Rater Reliability, 4th ed.
pub fn gwet_ac1(units: &[Vec<Option<usize>>], categories: usize) -> Result<Ac1, Undefined> {
    let observed = percent_agreement(units, categories)?;
    if categories < 2 {
        return Err(Undefined::NoVariation);
    }
    let mut shares = vec![0.0; categories];
    let mut rated = 0.0;
    for unit in units {
        let counts = tally(unit, categories)?;
        let given = sum_of(&counts);
        if given > 0.0 {
            rated += 1.0;
            shares.iter_mut().zip(&counts).for_each(|(share, count)| *share += f64::from(*count) / given);
        }
    }
    let chance: f64 = shares.iter().map(|sum| sum / rated).map(|share| share * (1.0 - share)).sum();
    let expected = chance / real_of(categories - 1);
    Ok(Ac1 { observed, expected, ac1: (observed - expected) / (1.0 - expected) })
}

/// Returns, for each rater (place in the row), the share of each category among that rater's ratings, in [0, 1]; zeros for a
/// rater who gave none. Ratings outside the rubric are left out.
#[must_use]
pub fn base_rates(units: &[Vec<Option<usize>>], categories: usize) -> Vec<Vec<f64>> {
    let raters = units.iter().map(Vec::len).max().unwrap_or(0);
    let of_rater = |rater: usize| {
        let mut counts = vec![0_u32; categories];
        for place in units.iter().filter_map(|unit| unit.get(rater).copied().flatten()) {
            if let Some(count) = counts.get_mut(place) {
                *count += 1;
            }
        }
        let given = sum_of(&counts).max(1.0);
        counts.into_iter().map(|count| f64::from(count) / given).collect()
    };
    (0..raters).map(of_rater).collect()
}

// The share of agreeing pairs of one unit, unless it has no pair.
fn agreeing(counts: &[u32]) -> Option<f64> {
    let given = sum_of(counts);
    let pairs: f64 = counts.iter().copied().map(f64::from).map(|count| count * (count - 1.0)).sum();
    (given >= 2.0).then(|| pairs / (given * (given - 1.0)))
}

// 0 on the diagonal, 1 between the first category and the last.
fn disagreement_weights(categories: usize, weights: Weights) -> Vec<Vec<f64>> {
    let span = real_of(categories.saturating_sub(1)).max(1.0);
    let weight = |i: usize, j: usize| {
        let distance = real_of(i.abs_diff(j)) / span;
        match weights {
            Weights::None => f64::from(u8::from(i != j)),
            Weights::Linear => distance,
            Weights::Quadratic => distance * distance,
        }
    };
    (0..categories).map(|i| (0..categories).map(|j| weight(i, j)).collect()).collect()
}

fn square(matrix: &[Vec<u64>]) -> Result<Vec<Vec<f64>>, Undefined> {
    if matrix.iter().any(|row| row.len() != matrix.len()) {
        return Err(Undefined::Malformed);
    }
    Ok(matrix.iter().map(|row| row.iter().copied().map(real).collect()).collect())
}

fn columns_of_each(table: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let width = table.iter().map(Vec::len).max().unwrap_or(0);
    (0..width).map(|column| table.iter().map(|row| row.get(column).copied().unwrap_or(0.0)).collect()).collect()
}

fn columns_of(table: &[Vec<f64>]) -> Vec<f64> {
    columns_of_each(table).iter().map(|column| column.iter().sum()).collect()
}

fn cells<'t>(one: &'t [Vec<f64>], other: &'t [Vec<f64>]) -> impl Iterator<Item = (&'t f64, &'t f64)> {
    one.iter().flatten().zip(other.iter().flatten())
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

fn sum_of(counts: &[u32]) -> f64 {
    counts.iter().copied().map(f64::from).sum()
}

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
const fn real(count: u64) -> f64 {
    count as f64
}

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
const fn real_of(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests;
