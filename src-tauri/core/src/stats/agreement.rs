//! Agreement of raters: percent agreement, Cohen's and Fleiss' kappa, Krippendorff's alpha with bootstrap intervals, Gwet's AC1.
//!
//! Ratings are `units`: one row for each thing rated, one cell for each rater, holding the place of a category (from 0, below
//! `categories`) or nothing where the rater gave none. Rows may differ in length: a missing cell is a missing rating.
//! `categories` is the number of categories of the rubric, not of those that occur.
//!
//! Where no number exists the answer says why. It is never 0 or 1 instead: raters who all use one category agree perfectly and
//! have shown nothing.

use super::normal::quantile;
use super::random::{Random, quantile_of};
use std::collections::BTreeMap;

/// Why there is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undefined {
    /// Only one category occurs: even if all agree, chance would have them agree too.
    NoVariation,
    /// No unit has two ratings.
    NoPairableValues,
    /// Units have different numbers of ratings, and the method needs the same number for each.
    UnequalRatings,
    /// Fewer than two resampled things hold pairable ratings: every replicate would be the same, and the interval a point.
    SingleCluster,
    /// No replicate was asked for, or more than one in twenty has no number of its own.
    TooFewReplicates,
    /// A category outside the rubric, a table that is not square, clusters that do not match the units, a level outside (0, 1).
    Malformed,
}

impl Undefined {
    /// Returns its code, that of the reference cases where they have one.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoVariation => "no_variation",
            Self::NoPairableValues => "no_pairable_values",
            Self::UnequalRatings => "unequal_ratings",
            Self::SingleCluster => "single_cluster",
            Self::TooFewReplicates => "too_few_replicates",
            Self::Malformed => "malformed",
        }
    }
}

/// How far apart two categories are, as Krippendorff's alpha counts it.
#[cfg_attr(not(test), allow(dead_code, reason = "graded answers come with the report; the worked examples hold them"))]
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
#[cfg_attr(not(test), allow(dead_code, reason = "graded answers come with the report; the worked examples hold them"))]
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
#[cfg_attr(not(test), allow(dead_code, reason = "the number beside a percent agreement of more than two raters"))]
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
#[cfg_attr(not(test), allow(dead_code, reason = "for comparison with studies that give this one; the worked examples hold it"))]
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
#[cfg_attr(not(test), allow(dead_code, reason = "for items that stand alone; ours come in orders"))]
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

// Observed and expected disagreement.
struct Disagreement {
    observed: f64,
    expected: f64,
}

impl Disagreement {
    fn ratio(&self) -> f64 {
        self.observed / self.expected
    }

    fn alpha(&self, pairable: u64) -> Alpha {
        Alpha { alpha: 1.0 - self.ratio(), observed_disagreement: self.observed, expected_disagreement: self.expected, pairable }
    }
}

// A cell of the table of coincidences and what is added to it.
type Coincidence = (usize, f64);

// What a bootstrap draws from. Units alike, and clusters alike, are of one kind: a replicate only counts how often each kind was
// drawn, and the sums run over the kinds in a fixed order. That is fast, and it makes alpha the same to the bit whatever the
// order of units and raters.
struct Pool {
    kinds: Vec<Vec<Coincidence>>,
    kind_of: Vec<usize>,
    categories: usize,
    metric: Metric,
}

impl Pool {
    fn of_units(units: &[Vec<Option<usize>>], categories: usize, metric: Metric) -> Result<Self, Undefined> {
        let tallies: Vec<Vec<u32>> = units.iter().map(|unit| tally(unit, categories)).collect::<Result<_, _>>()?;
        let (distinct, kind_of) = sorted_out(&tallies);
        Ok(Self { kinds: distinct.iter().map(|counts| coincidences(counts)).collect(), kind_of, categories, metric })
    }

    fn of_clusters(
        units: &[Vec<Option<usize>>],
        clusters: &[usize],
        categories: usize,
        metric: Metric,
    ) -> Result<Self, Undefined> {
        if clusters.len() != units.len() {
            return Err(Undefined::Malformed);
        }
        let units = Self::of_units(units, categories, metric)?;
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (cluster, kind) in clusters.iter().zip(&units.kind_of) {
            members.entry(*cluster).or_default().push(*kind);
        }
        let mut members: Vec<Vec<usize>> = members.into_values().collect();
        for kinds in &mut members {
            kinds.sort_unstable();
        }
        let (distinct, kind_of) = sorted_out(&members);
        let together = |kinds: &Vec<usize>| {
            let mut sums: BTreeMap<usize, f64> = BTreeMap::new();
            for (cell, share) in kinds.iter().filter_map(|kind| units.kinds.get(*kind)).flatten() {
                *sums.entry(*cell).or_default() += share;
            }
            sums.into_iter().collect()
        };
        Ok(Self { kinds: distinct.iter().map(together).collect(), kind_of, categories, metric })
    }

    // How often each kind occurs when everything is taken once.
    fn once(&self) -> Vec<u32> {
        let mut times = vec![0; self.kinds.len()];
        self.kind_of.iter().for_each(|kind| count_in(&mut times, *kind));
        times
    }

    fn disagreement(&self, times: &[u32]) -> Result<Disagreement, Undefined> {
        let mut table = vec![0.0; self.categories * self.categories];
        for (kind, times) in self.kinds.iter().zip(times).filter(|(_, times)| **times > 0) {
            for (cell, share) in kind {
                if let Some(sum) = table.get_mut(*cell) {
                    *sum += f64::from(*times) * share;
                }
            }
        }
        disagreement(&table, self.categories, self.metric)
    }

    fn bootstrap(&self, estimate: f64, (replicates, seed): (u32, u64), level: f64) -> Result<Bootstrap, Undefined> {
        if !(level > 0.0 && level < 1.0) {
            return Err(Undefined::Malformed);
        }
        let says_something = |kind: &&usize| self.kinds.get(**kind).is_some_and(|cells| !cells.is_empty());
        if self.kind_of.iter().filter(says_something).count() < 2 {
            return Err(Undefined::SingleCluster);
        }
        let mut found = Vec::new();
        let mut undefined_replicates = 0;
        let mut times = vec![0; self.kinds.len()];
        for replicate in 0..replicates {
            times.fill(0);
            let mut random = Random::of_replicate(seed, replicate);
            for _ in 0..self.kind_of.len() {
                if let Some(kind) = self.kind_of.get(random.below(self.kind_of.len())) {
                    count_in(&mut times, *kind);
                }
            }
            match self.disagreement(&times) {
                Ok(drawn) => found.push(1.0 - drawn.ratio()),
                Err(_) => undefined_replicates += 1,
            }
        }
        // What is left out is not left out at random: replicates without variation are those in which all agree.
        if u64::from(undefined_replicates) * 20 > u64::from(replicates) {
            return Err(Undefined::TooFewReplicates);
        }
        found.sort_unstable_by(f64::total_cmp);
        let tail = f64::midpoint(1.0, -level);
        match (quantile_of(&found, tail), quantile_of(&found, 1.0 - tail)) {
            (Some(low), Some(high)) => Ok(Bootstrap { estimate, low, high, undefined_replicates }),
            _ => Err(Undefined::TooFewReplicates),
        }
    }
}

// Returns each different thing once, in ascending order, and the place among them of each thing given.
fn sorted_out<T: Ord + Clone>(all: &[T]) -> (Vec<T>, Vec<usize>) {
    let mut distinct = all.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    let places = all.iter().map(|one| distinct.partition_point(|other| other < one)).collect();
    (distinct, places)
}

fn count_in(counts: &mut [u32], place: usize) {
    if let Some(count) = counts.get_mut(place) {
        *count += 1;
    }
}

// Counts a unit's ratings by category.
fn tally(unit: &[Option<usize>], categories: usize) -> Result<Vec<u32>, Undefined> {
    let mut counts = vec![0; categories];
    for place in unit.iter().flatten() {
        *counts.get_mut(*place).ok_or(Undefined::Malformed)? += 1;
    }
    Ok(counts)
}

// The share of agreeing pairs of one unit, unless it has no pair.
fn agreeing(counts: &[u32]) -> Option<f64> {
    let given = sum_of(counts);
    let pairs: f64 = counts.iter().copied().map(f64::from).map(|count| count * (count - 1.0)).sum();
    (given >= 2.0).then(|| pairs / (given * (given - 1.0)))
}

fn coincidences(counts: &[u32]) -> Vec<Coincidence> {
    let given = sum_of(counts);
    if given < 2.0 {
        return Vec::new();
    }
    let occurring =
        || counts.iter().enumerate().filter(|(_, count)| **count > 0).map(|(place, count)| (place, f64::from(*count)));
    let mut found = Vec::new();
    for (c, own) in occurring() {
        for (k, other) in occurring() {
            let pairs = if c == k { own * (own - 1.0) } else { own * other };
            if pairs > 0.0 {
                found.push((c * counts.len() + k, pairs / (given - 1.0)));
            }
        }
    }
    found
}

fn disagreement(table: &[f64], categories: usize, metric: Metric) -> Result<Disagreement, Undefined> {
    let margins: Vec<f64> = table.chunks(categories.max(1)).map(|row| row.iter().sum()).collect();
    let n: f64 = margins.iter().sum();
    if n <= 0.0 {
        return Err(Undefined::NoPairableValues);
    }
    if margins.iter().filter(|margin| **margin > 0.0).count() < 2 {
        return Err(Undefined::NoVariation);
    }
    let places = places_of(&margins, metric);
    let (mut observed, mut expected) = (0.0, 0.0);
    for ((c, row), (own, here)) in table.chunks(categories.max(1)).enumerate().zip(margins.iter().zip(&places)) {
        for ((k, coincidence), (other, there)) in row.iter().enumerate().zip(margins.iter().zip(&places)) {
            let distance = match metric {
                Metric::Nominal => f64::from(u8::from(c != k)),
                Metric::Ordinal | Metric::Interval => (here - there) * (here - there),
            };
            observed += coincidence * distance;
            expected += own * other * distance;
        }
    }
    Ok(Disagreement { observed: observed / n, expected: expected / (n * (n - 1.0)) })
}

// Where each category lies on the metric's line. The published ordinal distance, all ratings from c to k less half of those of c
// and of k, is the distance between the middles of their ranks.
fn places_of(margins: &[f64], metric: Metric) -> Vec<f64> {
    let mut before = 0.0;
    let place = |(place, margin): (usize, &f64)| {
        let middle = before + margin / 2.0;
        before += margin;
        if metric == Metric::Ordinal { middle } else { real_of(place) }
    };
    margins.iter().enumerate().map(place).collect()
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
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    type Units = Vec<Vec<Option<usize>>>;

    const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/reference/stats-cases.json");

    fn text<'v>(value: &'v Value, name: &str) -> &'v str {
        value[name].as_str().unwrap_or_else(|| panic!("no {name} in {value}"))
    }

    fn level(case: &Value) -> f64 {
        case["options"]["level"].as_f64().unwrap()
    }

    // Categories are the listed ones or, where none are listed, the numbers that occur.
    fn units_of(case: &Value) -> (Units, usize) {
        let rows: Vec<&Vec<Value>> = case["input"]["units"].as_array().unwrap().iter().map(|u| u.as_array().unwrap()).collect();
        let categories = case["input"]["categories"].as_array().cloned().unwrap_or_else(|| {
            let numbers: std::collections::BTreeSet<u64> =
                rows.iter().flat_map(|row| row.iter().filter_map(Value::as_u64)).collect();
            numbers.into_iter().map(Value::from).collect()
        });
        let place = |value: &Value| {
            let found = categories.iter().position(|category| category == value);
            assert!(found.is_some() || value.is_null(), "{value} is no category of {}", case["id"]);
            found
        };
        (rows.iter().map(|row| row.iter().map(place).collect()).collect(), categories.len())
    }

    fn metric_of(case: &Value) -> Metric {
        match text(&case["options"], "metric") {
            "nominal" => Metric::Nominal,
            "ordinal" => Metric::Ordinal,
            "interval" => Metric::Interval,
            other => panic!("{other}"),
        }
    }

    // The answer to a case: numbers by the names that the cases use.
    type Answer = Result<Vec<(&'static str, f64)>, Undefined>;
    type Solver = fn(&Value) -> Answer;

    fn kappa_of(case: &Value) -> Answer {
        let matrix: Vec<Vec<u64>> = serde_json::from_value(case["input"]["matrix"].clone()).unwrap();
        let weights = match text(&case["options"], "weights") {
            "none" => Weights::None,
            "linear" => Weights::Linear,
            "quadratic" => Weights::Quadratic,
            other => panic!("{other}"),
        };
        cohen_kappa(&matrix, weights, level(case)).map(|k| {
            let agreement = [("observed_agreement", k.observed), ("expected_agreement", k.expected), ("kappa", k.kappa)];
            agreement.into_iter().chain([("se", k.se), ("lower", k.low), ("upper", k.high)]).collect()
        })
    }

    fn fleiss_of(case: &Value) -> Answer {
        let counts: Vec<Vec<u64>> = serde_json::from_value(case["input"]["counts"].clone()).unwrap();
        fleiss_kappa(&counts)
            .map(|k| vec![("observed_agreement", k.observed), ("expected_agreement", k.expected), ("kappa", k.kappa)])
    }

    fn ac1_of(case: &Value) -> Answer {
        let (units, q) = units_of(case);
        gwet_ac1(&units, q).map(|a| vec![("observed_agreement", a.observed), ("expected_agreement", a.expected), ("ac1", a.ac1)])
    }

    fn alpha_case(case: &Value) -> Answer {
        let (units, q) = units_of(case);
        krippendorff_alpha(&units, q, metric_of(case)).map(|a| {
            vec![
                ("alpha", a.alpha),
                ("observed_disagreement", a.observed_disagreement),
                ("expected_disagreement", a.expected_disagreement),
                ("pairable_values", real(a.pairable)),
            ]
        })
    }

    fn percent_of(case: &Value) -> Answer {
        let (units, q) = units_of(case);
        percent_agreement(&units, q).map(|share| vec![("agreement", share), ("units_used", real_of(units_paired(&units)))])
    }

    fn bootstrap_of(case: &Value) -> Answer {
        let (units, q) = units_of(case);
        let seed = text(&case["options"], "seed").parse().unwrap();
        let replicates = u32::try_from(case["options"]["replicates"].as_u64().unwrap()).unwrap();
        bootstrap_alpha(&units, q, metric_of(case), replicates, seed, level(case)).map(|b| {
            let undefined = f64::from(b.undefined_replicates);
            vec![("estimate", b.estimate), ("lower", b.low), ("upper", b.high), ("undefined_replicates", undefined)]
        })
    }

    // Every key that the case expects must be answered.
    fn check(case: &Value, answer: Answer) {
        let (id, expected) = (&case["id"], case["expected"].as_object().unwrap());
        match answer {
            Err(why) => {
                assert_eq!(
                    (text(&case["expected"], "status"), text(&case["expected"], "reason")),
                    ("undefined", why.code()),
                    "{id}"
                );
            }
            Ok(found) => {
                assert_eq!(text(&case["expected"], "status"), "ok", "{id}");
                for (name, number) in expected.iter().filter(|(name, _)| *name != "status") {
                    let number = number.as_f64().unwrap();
                    let (_, got) = found.iter().find(|(n, _)| n == name).unwrap_or_else(|| panic!("{id} expects {name}"));
                    let (rel, abs) = (case["tolerance"]["rel"].as_f64().unwrap(), case["tolerance"]["abs"].as_f64().unwrap());
                    assert!((got - number).abs() <= abs + rel * number.abs(), "{id} {name}: {got} against {number}");
                }
            }
        }
    }

    #[test]
    fn every_reference_case_of_agreement_comes_out() {
        let Ok(file) = std::fs::read_to_string(CASES) else {
            println!("skipped: the reference cases are not beside the project");
            return;
        };
        let file: Value = serde_json::from_str(&file).unwrap();
        let methods: [(&str, Solver); 6] = [
            ("agreement.cohen_kappa", kappa_of),
            ("agreement.fleiss_kappa", fleiss_of),
            ("agreement.gwet_ac1", ac1_of),
            ("agreement.krippendorff_alpha", alpha_case),
            ("agreement.percent", percent_of),
            ("bootstrap.krippendorff_alpha", bootstrap_of),
        ];
        for (method, answer) in methods {
            let cases: Vec<&Value> = file["cases"].as_array().unwrap().iter().filter(|case| case["method"] == method).collect();
            assert!(!cases.is_empty(), "{method}");
            assert_eq!(file["methods"][method].as_u64(), Some(cases.len() as u64), "{method}: the file's own count");
            cases.iter().for_each(|case| check(case, answer(case)));
            println!("{method}: {} cases", cases.len());
        }
        let known = |method: &String| methods.iter().any(|(name, _)| name == method);
        let missed: Vec<&String> =
            file["methods"].as_object().unwrap().keys().filter(|m| m.starts_with("agreement.") && !known(m)).collect();
        assert!(missed.is_empty(), "{missed:?}");
    }

    fn pair(one: usize, other: usize) -> Vec<Option<usize>> {
        vec![Some(one), Some(other)]
    }

    fn pairs(letters: &[(&str, &str)]) -> Units {
        let place = |letter: &str| "abcde".find(letter).unwrap();
        letters.iter().map(|(one, other)| pair(place(one), place(other))).collect()
    }

    // Krippendorff (2011), section C: 12 units, 4 observers, values 1 to 5, 0 where nothing was said.
    fn four_observers() -> Units {
        let rows = [
            [1, 1, 0, 1],
            [2, 2, 3, 2],
            [3, 3, 3, 3],
            [3, 3, 3, 3],
            [2, 2, 2, 2],
            [1, 2, 3, 4],
            [4, 4, 4, 4],
            [1, 1, 2, 1],
            [2, 2, 2, 2],
            [0, 5, 5, 5],
            [0, 0, 1, 1],
            [0, 3, 0, 0],
        ];
        rows.iter().map(|row| row.iter().map(|value: &usize| value.checked_sub(1)).collect()).collect()
    }

    #[test]
    fn published_figures_come_out() {
        let units = four_observers();
        for (metric, published) in [(Metric::Nominal, 0.743), (Metric::Ordinal, 0.815), (Metric::Interval, 0.849)] {
            let found = krippendorff_alpha(&units, 5, metric).unwrap();
            assert!((found.alpha - published).abs() < 5e-4 && found.pairable == 40, "{metric:?}: {found:?}");
        }
        // Krippendorff (2011), section B: Ben and Gerry.
        let ben_and_gerry = [("a", "b"), ("a", "a"), ("b", "b"), ("b", "b"), ("d", "b"), ("c", "c")]
            .into_iter()
            .chain([("c", "c"), ("c", "c"), ("e", "e"), ("d", "d"), ("d", "d"), ("a", "d")])
            .collect::<Vec<_>>();
        assert!((krippendorff_alpha(&pairs(&ben_and_gerry), 5, Metric::Nominal).unwrap().alpha - 0.692).abs() < 5e-4);
        // Gwet (2014): the four observers, and two abstractors with three categories.
        assert!((gwet_ac1(&units, 5).unwrap().ac1 - 0.775_44).abs() < 5e-6);
        let abstractors = [vec![13, 0, 0], vec![0, 20, 7], vec![0, 4, 56]];
        assert!((cohen_kappa(&abstractors, Weights::None, 0.95).unwrap().kappa - 0.7964).abs() < 5e-5);
        // Agresti, Categorical Data Analysis, couples' answers on four levels, as the manual of R's vcd prints it.
        let couples = [vec![7, 7, 2, 3], vec![2, 8, 3, 7], vec![1, 5, 4, 9], vec![2, 8, 9, 14]];
        for (weights, published) in [(Weights::None, 0.1293), (Weights::Linear, 0.2374)] {
            assert!((cohen_kappa(&couples, weights, 0.95).unwrap().kappa - published).abs() < 5e-5, "{weights:?}");
        }
    }

    #[test]
    fn the_paradox_of_kappa_is_seen() {
        // Gwet (2008): the raters agree on 94.4 %, kappa is below 0 and AC1 is 0.94.
        let kappa = cohen_kappa(&[vec![118, 5], vec![2, 0]], Weights::None, 0.95).unwrap();
        assert!((kappa.observed - 0.944).abs() < 1e-12 && (kappa.kappa + 0.0234).abs() < 5e-5);
        let units: Units = [(118, pair(0, 0)), (5, pair(0, 1)), (2, pair(1, 0))]
            .iter()
            .flat_map(|(times, unit)| std::iter::repeat_n(unit.clone(), *times))
            .collect();
        assert!((gwet_ac1(&units, 2).unwrap().ac1 - 0.9407).abs() < 1e-4);
        assert!((percent_agreement(&units, 2).unwrap() - 0.944).abs() < 1e-12);
    }

    #[test]
    fn fleiss_of_a_small_table_comes_out_by_hand() {
        // Three units, four raters: P = (1 + 1/3 + 1/2) / 3 = 11/18, p = (7/12, 5/12), P_e = 37/72, kappa = (44 - 37) / (72 -
        // 37).
        let found = fleiss_kappa(&[vec![4, 0], vec![2, 2], vec![1, 3]]).unwrap();
        assert!((found.observed - 11.0 / 18.0).abs() < 1e-15 && (found.expected - 37.0 / 72.0).abs() < 1e-15);
        assert!((found.kappa - 0.2).abs() < 1e-14);
    }

    #[test]
    fn quadratic_weights_come_out_by_hand() {
        // v is 0, 1/4, 1: D_o = (8/4 + 4) / 40. Margins are 1/2, 1/4, 1/4 twice: D_e = 2 (1/32 + 1/8 + 1/64) = 0.34375.
        let found = cohen_kappa(&[vec![14, 4, 2], vec![4, 6, 0], vec![2, 0, 8]], Weights::Quadratic, 0.95).unwrap();
        assert!((found.observed - 0.85).abs() < 1e-15, "{found:?}");
        assert!((found.expected - (1.0 - 0.343_75)).abs() < 1e-15, "{found:?}");
        assert!((found.kappa - (1.0 - 0.15 / 0.343_75)).abs() < 1e-15);
    }

    #[test]
    fn where_nothing_can_be_told_nothing_is() {
        let nothing_rated: Units = vec![vec![None, None], vec![None, None]];
        let single_ratings: Units = vec![vec![Some(1), None], vec![None, Some(0)], vec![]];
        for metric in [Metric::Nominal, Metric::Ordinal, Metric::Interval] {
            let alpha = |units: &Units, q: usize| krippendorff_alpha(units, q, metric).map(|a| a.alpha);
            for units in [&Units::new(), &nothing_rated, &single_ratings] {
                assert_eq!(alpha(units, 3), Err(Undefined::NoPairableValues));
                assert_eq!(bootstrap_alpha(units, 3, metric, 10, 1, 0.95), Err(Undefined::NoPairableValues));
            }
            assert_eq!(alpha(&vec![pair(1, 1); 3], 3), Err(Undefined::NoVariation));
            assert_eq!(alpha(&vec![pair(0, 0)], 1), Err(Undefined::NoVariation));
            assert_eq!(alpha(&vec![], 0), Err(Undefined::NoPairableValues));
            assert_eq!(alpha(&vec![pair(0, 0), pair(2, 2)], 3), Ok(1.0), "perfect agreement");
            assert_eq!(alpha(&vec![pair(0, 1)], 3), Ok(0.0), "one unit");
            // n = 4, two of each: D_o = 1, D_e = 8/12.
            assert!((alpha(&vec![pair(0, 1), pair(1, 0)], 2).unwrap() + 0.5).abs() < 1e-15, "perfect disagreement");
            assert_eq!(alpha(&vec![pair(0, 3)], 3), Err(Undefined::Malformed));
        }
        for units in [&Units::new(), &nothing_rated, &single_ratings] {
            assert_eq!(percent_agreement(units, 3), Err(Undefined::NoPairableValues));
            assert_eq!(gwet_ac1(units, 3), Err(Undefined::NoPairableValues));
            assert_eq!(units_paired(units), 0);
        }
        assert_eq!(percent_agreement(&[pair(0, 1), pair(1, 0)], 2), Ok(0.0));
        assert_eq!(percent_agreement(&[pair(0, 7)], 2), Err(Undefined::Malformed));
        assert_eq!(gwet_ac1(&[pair(1, 1)], 3), Ok(Ac1 { observed: 1.0, expected: 0.0, ac1: 1.0 }));
        assert_eq!(gwet_ac1(&[pair(0, 0)], 1), Err(Undefined::NoVariation));
        assert_eq!(gwet_ac1(&[pair(0, 1), pair(1, 0)], 2), Ok(Ac1 { observed: 0.0, expected: 0.5, ac1: -1.0 }));
    }

    #[test]
    fn tables_that_say_nothing_are_refused() {
        let kappa = |matrix: &[Vec<u64>], level: f64| cohen_kappa(matrix, Weights::None, level).map(|k| (k.kappa, k.se));
        assert_eq!(kappa(&[], 0.95), Err(Undefined::NoPairableValues));
        assert_eq!(kappa(&[vec![0, 0], vec![0, 0]], 0.95), Err(Undefined::NoPairableValues));
        assert_eq!(kappa(&[vec![4]], 0.95), Err(Undefined::NoVariation));
        assert_eq!(kappa(&[vec![0, 0], vec![0, 4]], 0.95), Err(Undefined::NoVariation));
        assert_eq!(
            kappa(&[vec![3, 0], vec![0, 4]], 0.95),
            Ok((1.0, 0.0)),
            "perfect agreement has no spread, not even of rounding"
        );
        assert_eq!(kappa(&[vec![0, 2], vec![2, 0]], 0.95).map(|(kappa, _)| kappa), Ok(-1.0));
        assert_eq!(kappa(&[vec![0, 1], vec![0, 0]], 0.95).map(|(kappa, _)| kappa), Ok(0.0), "one unit");
        assert_eq!(kappa(&[vec![1, 2], vec![3]], 0.95), Err(Undefined::Malformed));
        for level in [0.0, 1.0, -0.5, 1.5, f64::NAN] {
            assert_eq!(kappa(&[vec![3, 1], vec![0, 4]], level), Err(Undefined::Malformed));
        }
        assert!(kappa(&[vec![u64::MAX, 1], vec![0, u64::MAX]], 0.95).is_ok_and(|(kappa, _)| kappa.is_finite()));
        assert_eq!(fleiss_kappa(&[]), Err(Undefined::NoPairableValues));
        assert_eq!(fleiss_kappa(&[vec![1, 0], vec![0, 1]]), Err(Undefined::NoPairableValues));
        assert_eq!(fleiss_kappa(&[vec![2, 0], vec![2, 1]]), Err(Undefined::UnequalRatings));
        assert_eq!(fleiss_kappa(&[vec![3, 0], vec![3, 0]]), Err(Undefined::NoVariation));
        assert_eq!(fleiss_kappa(&[vec![3, 0], vec![0, 3]]).map(|k| k.kappa), Ok(1.0));
        assert_eq!(alpha_of_two(&[]), Err(Undefined::NoPairableValues));
        assert_eq!(alpha_of_two(&[vec![5, 0], vec![0, 0]]), Err(Undefined::NoVariation));
        assert_eq!(alpha_of_two(&[vec![5, 0]]), Err(Undefined::Malformed));
    }

    #[test]
    fn rates_are_each_raters_own() {
        let units = [pair(0, 1), vec![Some(0), None, None], vec![Some(1), Some(9)]];
        assert_eq!(base_rates(&units, 2), [[2.0 / 3.0, 1.0 / 3.0], [0.0, 1.0], [0.0, 0.0]]);
        assert_eq!(base_rates(&[], 2), Vec::<Vec<f64>>::new());
    }

    #[test]
    fn an_alpha_is_read_from_its_bounds() {
        let read = [1.0, 0.800, 0.799_999, 0.667, 0.666_999, -1.0, f64::NAN].map(reading);
        let (firm, tentative, below) = (Reading::Firm, Reading::Tentative, Reading::Below);
        assert_eq!(read, [firm, firm, tentative, tentative, below, below, below]);
    }

    #[test]
    fn no_interval_rests_on_one_cluster() {
        let units = [pair(0, 1), pair(1, 1), pair(0, 0), vec![Some(1), None]];
        let interval = |clusters: &[usize]| bootstrap_alpha_clusters(&units, clusters, 2, Metric::Nominal, (400, 1), 0.95);
        assert_eq!(interval(&[8, 8, 8, 8]), Err(Undefined::SingleCluster));
        assert_eq!(interval(&[8, 8, 8, 5]), Err(Undefined::SingleCluster), "the other cluster holds no pair");
        assert_eq!(interval(&[8, 8, 8]), Err(Undefined::Malformed));
        assert_eq!(bootstrap_alpha(&[pair(0, 1)], 2, Metric::Nominal, 50, 1, 0.95), Err(Undefined::SingleCluster));
    }

    #[test]
    fn no_interval_rests_on_the_replicates_that_happen_to_vary() {
        // One unit of ten varies: about a third of the replicates miss it.
        let mut units: Units = vec![pair(0, 0); 9];
        units.push(pair(0, 1));
        assert_eq!(bootstrap_alpha(&units, 2, Metric::Nominal, 500, 1, 0.95), Err(Undefined::TooFewReplicates));
        let mut varied: Units = vec![pair(0, 0); 9];
        varied.extend(vec![pair(1, 1); 3]);
        let found = bootstrap_alpha(&varied, 2, Metric::Nominal, 500, 1, 0.95).unwrap();
        assert!(found.undefined_replicates > 0, "a few are left out and counted: {found:?}");
        assert_eq!(bootstrap_alpha(&varied, 2, Metric::Nominal, 0, 1, 0.95), Err(Undefined::TooFewReplicates));
        assert_eq!(bootstrap_alpha(&varied, 2, Metric::Nominal, 50, 1, 1.0), Err(Undefined::Malformed));
        assert!(bootstrap_alpha(&varied, 2, Metric::Nominal, 500, u64::MAX, 0.95).is_ok(), "seeds go round");
    }

    #[test]
    fn intervals_are_wider_where_orders_agree_with_themselves() {
        // Twenty orders of five items: in each order the two agree on all items or on none.
        let unit = |order: usize| if order.is_multiple_of(4) { pair(0, 1) } else { pair(order % 2, order % 2) };
        let units: Units = (0..100).map(|item| unit(item / 5)).collect();
        let orders: Vec<usize> = (0..100).map(|item| item / 5).collect();
        let items = bootstrap_alpha(&units, 2, Metric::Nominal, 500, 3, 0.95).unwrap();
        let whole = bootstrap_alpha_clusters(&units, &orders, 2, Metric::Nominal, (500, 3), 0.95).unwrap();
        assert!(whole.high - whole.low > 1.5 * (items.high - items.low), "{whole:?} {items:?}");
        assert_eq!(whole.estimate.to_bits(), items.estimate.to_bits());
    }

    // The bootstrap as its definition says it, with nothing counted by kind.
    fn plain_bootstrap(units: &Units, metric: Metric, replicates: u32, seed: u64) -> (Option<f64>, u32) {
        let drawn = |replicate| {
            let mut random = Random::of_replicate(seed, replicate);
            let drawn: Units = units.iter().map(|_| units[random.below(units.len())].clone()).collect();
            krippendorff_alpha(&drawn, 4, metric).map(|a| a.alpha)
        };
        let mut found: Vec<f64> = (0..replicates).filter_map(|replicate| drawn(replicate).ok()).collect();
        found.sort_by(f64::total_cmp);
        (quantile_of(&found, 0.1), replicates - u32::try_from(found.len()).unwrap())
    }

    fn ratings() -> impl Strategy<Value = Units> {
        proptest::collection::vec(proptest::collection::vec(proptest::option::weighted(0.8, 0_usize..4), 3), 0..30)
    }

    fn metrics() -> impl Strategy<Value = Metric> {
        proptest::sample::select(vec![Metric::Nominal, Metric::Ordinal, Metric::Interval])
    }

    fn relabelled(units: &Units, names: &[usize]) -> Units {
        units.iter().map(|unit| unit.iter().map(|place| place.map(|place| names[place])).collect()).collect()
    }

    fn same(one: Result<f64, Undefined>, other: Result<f64, Undefined>) -> bool {
        match (one, other) {
            (Ok(one), Ok(other)) => (one - other).abs() < 1e-9,
            (one, other) => one == other,
        }
    }

    fn alpha(units: &Units, metric: Metric) -> Result<f64, Undefined> {
        krippendorff_alpha(units, 4, metric).map(|a| a.alpha)
    }

    proptest! {
        #[test]
        fn names_of_nominal_categories_do_not_matter(
            units in ratings(),
            names in Just(vec![0_usize, 1, 2, 3]).prop_shuffle(),
            counts in proptest::collection::vec(0_u64..9, 16),
        ) {
            let renamed = relabelled(&units, &names);
            prop_assert!(same(alpha(&units, Metric::Nominal), alpha(&renamed, Metric::Nominal)));
            let ac1 = |units: &Units| gwet_ac1(units, 4).map(|a| a.ac1);
            prop_assert!(same(ac1(&units), ac1(&renamed)));
            let matrix: Vec<Vec<u64>> = counts.chunks(4).map(<[u64]>::to_vec).collect();
            let moved: Vec<Vec<u64>> = names.iter().map(|i| names.iter().map(|j| matrix[*i][*j]).collect()).collect();
            let (one, other) = (cohen_kappa(&matrix, Weights::None, 0.95), cohen_kappa(&moved, Weights::None, 0.95));
            prop_assert!(same(one.map(|k| k.kappa), other.map(|k| k.kappa)));
            prop_assert!(same(one.map(|k| k.se), other.map(|k| k.se)));
            prop_assert!(one.is_err() || one.is_ok_and(|k| k.kappa <= 1.0 && k.se >= 0.0 && k.low <= k.high));
        }

        #[test]
        fn the_order_of_raters_and_units_does_not_matter(
            units in ratings(), metric in metrics(), order in Just(vec![0_usize, 1, 2]).prop_shuffle(),
        ) {
            let swapped: Units = units.iter().map(|unit| order.iter().map(|rater| unit[*rater]).collect()).collect();
            let turned: Units = units.iter().rev().cloned().collect();
            let bits = |units: &Units| krippendorff_alpha(units, 4, metric).map(|a| a.alpha.to_bits());
            prop_assert_eq!(bits(&units), bits(&swapped));
            prop_assert_eq!(bits(&units), bits(&turned));
        }

        #[test]
        fn alpha_is_at_most_one(units in ratings(), metric in metrics()) {
            if let Ok(found) = krippendorff_alpha(&units, 4, metric) {
                prop_assert!(found.alpha <= 1.0 && found.observed_disagreement >= 0.0 && found.expected_disagreement > 0.0);
                prop_assert!(found.pairable >= 2);
            }
            if let Ok(share) = percent_agreement(&units, 4) {
                prop_assert!((0.0..=1.0).contains(&share));
            }
        }

        #[test]
        fn a_unit_with_one_rating_changes_nothing(units in ratings(), metric in metrics(), place in 0_usize..4) {
            let mut more = units.clone();
            more.push(vec![None, Some(place), None]);
            let whole = |units: &Units| krippendorff_alpha(units, 4, metric);
            prop_assert_eq!(whole(&units), whole(&more));
            prop_assert!(same(percent_agreement(&units, 4), percent_agreement(&more, 4)));
        }

        #[test]
        fn a_table_of_two_raters_gives_the_alpha_of_their_units(
            rated in proptest::collection::vec((0_usize..4, 0_usize..4), 0..40),
        ) {
            let mut table = vec![vec![0_u64; 4]; 4];
            rated.iter().for_each(|(one, other)| table[*one][*other] += 1);
            let units: Units = rated.iter().map(|(one, other)| pair(*one, *other)).collect();
            let (one, other) = (alpha_of_two(&table), krippendorff_alpha(&units, 4, Metric::Nominal));
            prop_assert!(same(one.map(|a| a.alpha), other.map(|a| a.alpha)));
            prop_assert_eq!(one.map(|a| a.pairable), other.map(|a| a.pairable));
        }

        #[test]
        fn counting_by_kind_is_drawing_one_by_one(units in ratings(), metric in metrics(), seed: u64) {
            let (low, undefined) = plain_bootstrap(&units, metric, 60, seed);
            let own: Vec<usize> = (0..units.len()).collect();
            let found = bootstrap_alpha(&units, 4, metric, 60, seed, 0.8);
            prop_assert_eq!(found, bootstrap_alpha_clusters(&units, &own, 4, metric, (60, seed), 0.8));
            if let Ok(found) = found {
                prop_assert!(found.undefined_replicates == undefined && (found.low - low.unwrap()).abs() < 1e-9);
                prop_assert!(found.low <= found.high && found.high <= 1.0);
            }
        }
    }
}
