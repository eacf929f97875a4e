//! Percentile bootstrap over clusters, for any statistics of how often each cluster was drawn.
//!
//! Replicate b draws as many clusters as there are, with replacement, from its own generator seeded with seed + b; quantiles are of
//! type 7. Sources: Efron, B. and Tibshirani, R. J. (1993), An Introduction to the Bootstrap, chapters 10 and 13; Davison, A. C. and
//! Hinkley, D. V. (1997), Bootstrap Methods and their Application, section 3.8 (whole clusters are drawn).

use super::random::{Random, quantile_of};
use super::undefined::Undefined;
use std::collections::BTreeMap;

// More replicates than anybody needs: a mistyped number must not keep a machine busy for days.
const REPLICATES_MAX: u32 = 1_000_000;

/// What a bootstrap is asked to do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Resampling {
    /// Number of replicates, at most a million.
    pub replicates: u32,
    /// Seed of the first replicate; the next has the next number.
    pub seed: u64,
    /// Two-sided level of the limits, in (0, 1).
    pub level: f64,
}

/// What a bootstrap says of one statistic.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Resampled {
    /// The statistic of the data themselves.
    pub estimate: f64,
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
    /// Mean of the replicates less the estimate.
    pub bias: f64,
    /// Standard deviation of the replicates.
    pub standard_error: f64,
    /// Replicates in which the statistic has no number; the limits are those of the others.
    pub undefined_replicates: u32,
}

impl Resampled {
    /// Tells whether the replicates lie so far to one side that percentile limits mislead: by more than a quarter of the standard
    /// error. Source: Efron and Tibshirani (1993), chapter 10.
    #[must_use]
    pub fn is_biased(&self) -> bool {
        self.bias.abs() > 0.25 * self.standard_error
    }
}

/// Returns the percentile limits of several statistics at once. `statistics` is given how often each cluster was drawn and returns
/// one number, or nothing, for each of the estimates, in their order.
///
/// # Errors
/// `SingleCluster` below two clusters, `Malformed` for a level outside (0, 1) or more than a million replicates; for one statistic,
/// `TooFewReplicates` without replicates or when more than one in twenty has no number.
pub fn resample(
    clusters: usize,
    plan: Resampling,
    estimates: &[f64],
    statistics: &mut dyn FnMut(&[u32]) -> Vec<Option<f64>>,
) -> Result<Vec<Result<Resampled, Undefined>>, Undefined> {
    if !(plan.level > 0.0 && plan.level < 1.0) || plan.replicates > REPLICATES_MAX {
        return Err(Undefined::Malformed);
    }
    if clusters < 2 {
        return Err(Undefined::SingleCluster);
    }
    let mut found: Vec<Vec<f64>> = vec![Vec::new(); estimates.len()];
    let mut times = vec![0_u32; clusters];
    for replicate in 0..plan.replicates {
        times.fill(0);
        let mut random = Random::of_replicate(plan.seed, replicate);
        for _ in 0..clusters {
            if let Some(drawn) = times.get_mut(random.below(clusters)) {
                *drawn += 1;
            }
        }
        for (values, value) in found.iter_mut().zip(statistics(&times)) {
            values.extend(value.filter(|value| value.is_finite()));
        }
    }
    Ok(estimates.iter().zip(found).map(|(estimate, values)| limits_of(*estimate, values, plan)).collect())
}

fn limits_of(estimate: f64, mut values: Vec<f64>, plan: Resampling) -> Result<Resampled, Undefined> {
    let defined = u32::try_from(values.len()).map_err(|_| Undefined::Malformed)?;
    let undefined_replicates = plan.replicates.saturating_sub(defined);
    // What is left out is not left out at random.
    if defined == 0 || u64::from(undefined_replicates) * 20 > u64::from(plan.replicates) {
        return Err(Undefined::TooFewReplicates);
    }
    values.sort_unstable_by(f64::total_cmp);
    let mean = values.iter().sum::<f64>() / f64::from(defined);
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    let tail = f64::midpoint(1.0, -plan.level);
    match (quantile_of(&values, tail), quantile_of(&values, 1.0 - tail)) {
        (Some(low), Some(high)) => Ok(Resampled {
            estimate,
            low,
            high,
            bias: mean - estimate,
            standard_error: (squares / f64::from(defined.saturating_sub(1).max(1))).sqrt(),
            undefined_replicates,
        }),
        _ => Err(Undefined::TooFewReplicates),
    }
}

/// Returns the number of clusters and, for each given identifier, the place of its cluster when identifiers are in ascending order.
#[must_use]
pub fn places_of(clusters: &[usize]) -> (usize, Vec<usize>) {
    let mut places: BTreeMap<usize, usize> = clusters.iter().map(|cluster| (*cluster, 0)).collect();
    places.values_mut().enumerate().for_each(|(place, value)| *value = place);
    (places.len(), clusters.iter().filter_map(|cluster| places.get(cluster).copied()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: Resampling = Resampling { replicates: 400, seed: 3, level: 0.9 };

    // The mean of the clusters' values.
    fn mean(values: &[f64], times: &[u32]) -> f64 {
        let drawn: f64 = times.iter().copied().map(f64::from).sum();
        values.iter().zip(times).map(|(value, times)| value * f64::from(*times)).sum::<f64>() / drawn
    }

    #[test]
    fn a_mean_has_the_limits_that_theory_gives_it() {
        let values: Vec<f64> = (0..50).map(f64::from).collect();
        let plan = Resampling { replicates: 4_000, ..PLAN };
        let found = resample(50, plan, &[24.5], &mut |times| vec![Some(mean(&values, times))]).unwrap();
        let one = found[0].unwrap();
        // The standard error of a mean of 0..49 is sqrt((50² - 1)/12/50) = 2.0407; limits at 90 % lie 1.645 of it apart.
        assert!((one.standard_error - 2.040_7).abs() < 0.08, "{one:?}");
        assert!((one.low - (24.5 - 3.357)).abs() < 0.3 && (one.high - (24.5 + 3.357)).abs() < 0.3, "{one:?}");
        assert!(!one.is_biased(), "{one:?}");
        assert_eq!(one.undefined_replicates, 0);
    }

    #[test]
    fn a_replicate_draws_as_many_clusters_as_there_are() {
        let mut sums = Vec::new();
        let _ = resample(7, PLAN, &[0.0], &mut |times| {
            sums.push(times.iter().sum::<u32>());
            vec![None]
        });
        assert_eq!(sums, vec![7; 400]);
    }

    #[test]
    fn what_cannot_be_resampled_is_refused() {
        let mut nothing = |_: &[u32]| vec![Some(1.0)];
        assert_eq!(resample(1, PLAN, &[1.0], &mut nothing), Err(Undefined::SingleCluster));
        assert_eq!(resample(0, PLAN, &[1.0], &mut nothing), Err(Undefined::SingleCluster));
        for level in [0.0, 1.0, f64::NAN, -1.0] {
            assert_eq!(resample(3, Resampling { level, ..PLAN }, &[1.0], &mut nothing), Err(Undefined::Malformed));
        }
        assert_eq!(resample(3, Resampling { replicates: u32::MAX, ..PLAN }, &[1.0], &mut nothing), Err(Undefined::Malformed));
        let none = resample(3, Resampling { replicates: 0, ..PLAN }, &[1.0], &mut nothing).unwrap();
        assert_eq!(none, vec![Err(Undefined::TooFewReplicates)]);
    }

    #[test]
    fn one_replicate_in_twenty_may_be_undefined_and_no_more() {
        let counted = |undefined: u32| {
            let mut asked = 0;
            let found = resample(3, PLAN, &[1.0], &mut |_| {
                asked += 1;
                vec![(asked > undefined).then_some(1.0)]
            });
            found.unwrap()[0]
        };
        assert_eq!(counted(20).unwrap().undefined_replicates, 20);
        assert_eq!(counted(21), Err(Undefined::TooFewReplicates));
        let not_finite = resample(3, PLAN, &[1.0], &mut |_| vec![Some(f64::NAN)]).unwrap();
        assert_eq!(not_finite[0], Err(Undefined::TooFewReplicates));
    }

    #[test]
    fn clusters_are_placed_by_their_identifiers() {
        assert_eq!(places_of(&[9, 4, 9, 100]), (3, vec![1, 0, 1, 2]));
        assert_eq!(places_of(&[]), (0, vec![]));
    }
}
