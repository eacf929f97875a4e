//! How far counts gather in few categories.

use super::bootstrap::{Resampled, Resampling, places_of, resample};
use super::undefined::Undefined;

/// Indices of concentration of one list of counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Concentration {
    /// Items in all.
    pub n: u64,
    /// Herfindahl-Hirschman index, the sum of squared shares, in [1/k, 1] for k categories.
    pub hhi: f64,
    /// (hhi - 1/k) / (1 - 1/k), in [0, 1]; no number with one category.
    pub hhi_normalised: Result<f64, Undefined>,
    /// 1/hhi: as many categories of one size would give this index, in [1, k].
    pub effective_number: f64,
    /// Gini coefficient over all listed categories, empty ones too, in [0, 1 - 1/k].
    pub gini: f64,
    /// Entropy in natural units, in [0, ln k].
    pub shannon_entropy: f64,
    /// Share of the largest category, in [0, 1].
    pub top_share: f64,
    /// Share of the three largest categories together, in [0, 1].
    pub top_three_share: f64,
    /// Unbiased estimate of the probability that two different items are of one category, in [0, 1]; no number for one item.
    pub pair_same: Result<f64, Undefined>,
}

/// An item in its category and its cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Place of the category in the list, from 0.
    pub category: usize,
    /// Name of the cluster.
    pub cluster: usize,
}

/// Limits of the indices; `Concentration` says what each is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ConcentrationLimits {
    /// Herfindahl-Hirschman index.
    pub hhi: Result<Resampled, Undefined>,
    /// Effective number: its limits are one over those of the index.
    pub effective_number: Result<Resampled, Undefined>,
    /// Gini coefficient.
    pub gini: Result<Resampled, Undefined>,
    /// Entropy.
    pub shannon_entropy: Result<Resampled, Undefined>,
    /// Share of the largest category.
    pub top_share: Result<Resampled, Undefined>,
    /// Share of the three largest categories.
    pub top_three_share: Result<Resampled, Undefined>,
    /// Probability that two items are of one category.
    pub pair_same: Result<Resampled, Undefined>,
}

/// Returns the indices of concentration of counts, one for each listed category. With shares `p_i` of k categories, n items and
/// counts in ascending order `x_(1) <= ... <= x_(k)`:
///
/// - `hhi = sum p_i²`, effective number `1/hhi`, entropy `-sum p_i ln p_i`;
/// - `gini = 2 sum_i i x_(i) / (k n) - (k + 1)/k`;
/// - probability of a pair of one category `sum n_i (n_i - 1) / (n (n - 1))`.
///
/// Gini and the normalised index depend on which categories are listed: that is to be declared before the counts are seen. Sources:
/// Hirschman, A. O. (1964), Am. Econ. Rev. 54, 761-762; Simpson, E. H. (1949), Nature 163, 688 (pairs); Gini, C. (1912),
/// Variabilità e mutabilità; Laakso, M. and Taagepera, R. (1979), Comp. Polit. Stud. 12, 3-27 (effective number).
///
/// # Errors
/// `NZero` without items, `Malformed` where their number leaves the range of counts.
pub fn concentration(counts: &[u64]) -> Result<Concentration, Undefined> {
    let items = counts.iter().try_fold(0_u64, |sum, count| sum.checked_add(*count)).ok_or(Undefined::Malformed)?;
    if items == 0 {
        return Err(Undefined::NZero);
    }
    // In ascending order the sums are the same to the bit however the categories are listed.
    let mut sizes: Vec<f64> = counts.iter().copied().map(real).collect();
    sizes.sort_unstable_by(f64::total_cmp);
    let (n, k) = (real(items), real(sizes.len() as u64));
    let hhi: f64 = sizes.iter().map(|size| size / n * (size / n)).sum();
    let (mut ranked, mut rank) = (0.0, 0.0);
    for size in &sizes {
        rank += 1.0;
        // 2i - k - 1 rather than 2i: nothing is subtracted at the end, so equal counts give 0 up to the rounding of their sum.
        ranked += (2.0 * rank - k - 1.0) * (size / n);
    }
    let pairs: f64 = sizes.iter().map(|size| size * (size - 1.0).max(0.0)).sum();
    let largest = |many: usize| sizes.iter().rev().take(many).sum::<f64>() / n;
    Ok(Concentration {
        n: items,
        hhi,
        hhi_normalised: if k > 1.0 { Ok(((hhi - 1.0 / k) / (1.0 - 1.0 / k)).max(0.0)) } else { Err(Undefined::NoVariation) },
        effective_number: 1.0 / hhi,
        gini: (ranked / k).max(0.0),
        shannon_entropy: sizes.iter().filter(|size| **size > 0.0).map(|size| size / n * libm::log(n / size)).sum::<f64>() + 0.0,
        top_share: largest(1),
        top_three_share: largest(3),
        pair_same: if items > 1 { Ok(pairs / (n * (n - 1.0))) } else { Err(Undefined::NoPairs) },
    })
}

/// Returns limits of the indices from drawing whole clusters, in the order of their names. `categories` is the number of listed
/// categories.
///
/// Plain percentile limits do not hold here: a replicate repeats items, repeated items look concentrated, and so the replicates lie
/// to one side of the index, as the index of a sample lies to one side of the truth. With even counts they miss always. The limits
/// returned are therefore the percentile limits moved back by the bias of the replicates once and twice, both taken in, together
/// with the estimate and cut to the range of the index. In trials with 30 to 300 independent items in seven or eight categories, at
/// a level of 95 %, they held the true HHI in 91 to 99 % of samples, the pair probability in 93 to 100 %, the entropy in 85 to
/// 100 %. No bootstrap is sound for the largest share, the three largest and Gini where categories are about equal or rare ones go
/// unseen (there 49 to 95 %): state these without limits where `is_biased` says so. Source of moving by the bias: Efron, B. and
/// Tibshirani, R. J. (1993), An Introduction to the Bootstrap, chapter 10.
///
/// # Errors
/// `NZero` without items, `Malformed` for a category outside the list, those of `resample`; for one index those it has itself.
pub fn bootstrap_concentration(items: &[Placed], categories: usize, plan: Resampling) -> Result<ConcentrationLimits, Undefined> {
    let names: Vec<usize> = items.iter().map(|item| item.cluster).collect();
    let (clusters, places) = places_of(&names);
    let all = counted(items, &places, categories, &vec![1; clusters])?;
    let estimate = concentration(&all)?;
    let mut statistics = |times: &[u32]| {
        let drawn = counted(items, &places, categories, times).and_then(|counts| concentration(&counts));
        drawn.map_or_else(|_| vec![None; 6], |found| indices(&found).to_vec())
    };
    let estimates = indices(&estimate).map(|index| index.unwrap_or(0.0));
    let found = resample(clusters, plan, &estimates, &mut statistics)?;
    let k = real(categories as u64);
    let limits = |place: usize, range: (f64, f64)| {
        found.get(place).copied().unwrap_or(Err(Undefined::TooFewReplicates)).map(|one| moved_back(one, range))
    };
    let hhi = limits(0, (1.0 / k, 1.0));
    Ok(ConcentrationLimits {
        hhi,
        effective_number: hhi.map(|one| turned_over(one, k)),
        gini: limits(1, (0.0, 1.0 - 1.0 / k)),
        shannon_entropy: limits(2, (0.0, libm::log(k))),
        top_share: limits(3, (1.0 / k, 1.0)),
        top_three_share: limits(4, (k.min(3.0) / k, 1.0)),
        pair_same: estimate.pair_same.and_then(|_| limits(5, (0.0, 1.0))),
    })
}

const fn indices(of: &Concentration) -> [Option<f64>; 6] {
    let pair_same = match of.pair_same {
        Ok(share) => Some(share),
        Err(_) => None,
    };
    [Some(of.hhi), Some(of.gini), Some(of.shannon_entropy), Some(of.top_share), Some(of.top_three_share), pair_same]
}

fn counted(items: &[Placed], places: &[usize], categories: usize, times: &[u32]) -> Result<Vec<u64>, Undefined> {
    let mut counts = vec![0_u64; categories];
    for (item, place) in items.iter().zip(places) {
        *counts.get_mut(item.category).ok_or(Undefined::Malformed)? += u64::from(times.get(*place).copied().unwrap_or(0));
    }
    Ok(counts)
}

fn moved_back(one: Resampled, (least, most): (f64, f64)) -> Resampled {
    let ends = [one.low - one.bias, one.low - 2.0 * one.bias, one.high - one.bias, one.high - 2.0 * one.bias];
    let cut = |end: f64| end.max(least).min(most);
    // The estimate itself is within its range but for rounding, and the limits hold it whatever the rounding.
    let low = ends.iter().fold(one.estimate, |low, end| low.min(cut(*end)));
    let high = ends.iter().fold(one.estimate, |high, end| high.max(cut(*end)));
    Resampled { low, high, ..one }
}

// The effective number from the index. Its bias and standard error are those of the index carried over by the slope, 1/hhi².
fn turned_over(hhi: Resampled, k: f64) -> Resampled {
    let slope = 1.0 / (hhi.estimate * hhi.estimate);
    Resampled {
        estimate: 1.0 / hhi.estimate,
        low: (1.0 / hhi.high).min(1.0 / hhi.estimate),
        high: (1.0 / hhi.low).min(k).max(1.0 / hhi.estimate),
        bias: -hhi.bias * slope,
        standard_error: hhi.standard_error * slope,
        undefined_replicates: hhi.undefined_replicates,
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
const fn real(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PLAN: Resampling = Resampling { replicates: 300, seed: 5, level: 0.95 };

    fn near(one: f64, other: f64) -> bool {
        (one - other).abs() <= 1e-12 * other.abs().max(1.0)
    }

    // Gini by its definition: the mean difference of two categories' counts over twice the mean count.
    fn gini_by_hand(counts: &[u64]) -> f64 {
        let differences: u64 = counts.iter().flat_map(|a| counts.iter().map(move |b| a.abs_diff(*b))).sum();
        let (k, n) = (real(counts.len() as u64), real(counts.iter().sum()));
        real(differences) / (2.0 * k * n)
    }

    fn each_in_its_cluster(counts: &[usize]) -> Vec<Placed> {
        let categories = counts.iter().enumerate().flat_map(|(category, many)| vec![category; *many]);
        categories.enumerate().map(|(cluster, category)| Placed { category, cluster }).collect()
    }

    #[test]
    fn nothing_is_not_concentrated() {
        assert_eq!(concentration(&[]), Err(Undefined::NZero));
        assert_eq!(concentration(&[0, 0]), Err(Undefined::NZero));
        assert_eq!(concentration(&[u64::MAX, 1]), Err(Undefined::Malformed));
        assert_eq!(bootstrap_concentration(&[], 3, PLAN), Err(Undefined::NZero));
    }

    #[test]
    fn one_item_makes_no_pair() {
        let one = concentration(&[0, 1, 0]).unwrap();
        assert_eq!(one.pair_same, Err(Undefined::NoPairs));
        assert!(near(one.hhi, 1.0) && near(one.gini, 2.0 / 3.0) && one.shannon_entropy.abs() <= 0.0);
        assert_eq!(concentration(&[17]).unwrap().hhi_normalised, Err(Undefined::NoVariation));
    }

    #[test]
    fn even_counts_are_not_concentrated() {
        let even = concentration(&[7; 5]).unwrap();
        assert!(near(even.effective_number, 5.0) && near(even.shannon_entropy, libm::log(5.0)));
        assert!(even.gini.abs() < 1e-15 && even.hhi_normalised.unwrap().abs() < 1e-15);
    }

    #[test]
    fn huge_counts_keep_their_digits() {
        let found = concentration(&[3_000_000_000, 1_000_000_000]).unwrap();
        assert!(near(found.hhi, 0.625) && near(found.gini, 0.25) && near(found.top_share, 0.75));
        assert!((found.pair_same.unwrap() - 0.625).abs() < 1e-9);
    }

    #[test]
    fn limits_hold_the_truth_where_counts_are_even() {
        // Plain percentile limits of the index miss 1/8 always: each replicate is less even than the sample.
        let found = bootstrap_concentration(&each_in_its_cluster(&[12, 13, 12, 13, 12, 13, 12, 13]), 8, PLAN).unwrap();
        let hhi = found.hhi.unwrap();
        assert!(hhi.low <= 0.125 && hhi.high > 0.125 && hhi.is_biased(), "{hhi:?}");
        assert!(found.pair_same.unwrap().low < 0.125 && found.pair_same.unwrap().high > 0.125);
        assert!(found.effective_number.unwrap().high >= 8.0 - 1e-9);
        assert!(found.top_share.unwrap().is_biased() && found.gini.unwrap().is_biased());
    }

    #[test]
    fn larger_clusters_widen_the_limits() {
        let single = each_in_its_cluster(&[40, 30, 20, 10]);
        let joined: Vec<Placed> = single.iter().map(|item| Placed { cluster: item.cluster / 5, ..*item }).collect();
        let width = |items: &[Placed]| {
            let found = bootstrap_concentration(items, 4, PLAN).unwrap().pair_same.unwrap();
            found.high - found.low
        };
        assert!(width(&joined) > 1.5 * width(&single));
    }

    #[test]
    fn what_cannot_be_resampled_is_refused() {
        let items = each_in_its_cluster(&[3, 2]);
        assert_eq!(bootstrap_concentration(&items, 1, PLAN), Err(Undefined::Malformed), "a category outside the list");
        let together: Vec<Placed> = items.iter().map(|item| Placed { cluster: 9, ..*item }).collect();
        assert_eq!(bootstrap_concentration(&together, 2, PLAN), Err(Undefined::SingleCluster));
        let none = Resampling { replicates: 0, ..PLAN };
        assert_eq!(bootstrap_concentration(&items, 2, none).unwrap().hhi, Err(Undefined::TooFewReplicates));
    }

    #[test]
    fn one_category_has_no_spread_and_says_so() {
        let found = bootstrap_concentration(&each_in_its_cluster(&[6]), 1, PLAN).unwrap();
        let hhi = found.hhi.unwrap();
        assert!(near(hhi.low, 1.0) && near(hhi.high, 1.0) && hhi.standard_error.abs() <= 0.0);
    }

    proptest! {
        #[test]
        fn indices_stay_in_their_ranges_whatever_the_order(mut counts in prop::collection::vec(0u64..60, 1..9)) {
            if let Ok(found) = concentration(&counts) {
                let k = real(counts.len() as u64);
                prop_assert!(found.hhi >= 1.0 / k - 1e-12 && found.hhi <= 1.0 + 1e-12);
                prop_assert!((0.0..=1.0 - 1.0 / k + 1e-12).contains(&found.gini));
                prop_assert!(found.shannon_entropy >= 0.0 && found.shannon_entropy <= libm::log(k) + 1e-12);
                prop_assert!(found.top_share <= found.top_three_share && found.top_three_share <= 1.0);
                prop_assert!(near(found.gini, gini_by_hand(&counts)));
                counts.reverse();
                prop_assert_eq!(found, concentration(&counts).unwrap());
            }
        }

        #[test]
        fn moving_an_item_to_a_larger_category_concentrates(counts in prop::collection::vec(1u64..60, 2..9)) {
            let (mut from, mut to) = (0, 0);
            for (place, count) in counts.iter().enumerate() {
                if *count < counts[from] { from = place; }
                if *count > counts[to] { to = place; }
            }
            if from != to {
                let mut moved = counts.clone();
                moved[from] -= 1;
                moved[to] += 1;
                let (before, after) = (concentration(&counts).unwrap(), concentration(&moved).unwrap());
                prop_assert!(after.hhi > before.hhi && after.gini > before.gini);
                prop_assert!(after.shannon_entropy < before.shannon_entropy && after.pair_same.unwrap() > before.pair_same.unwrap());
            }
        }

        #[test]
        fn limits_hold_the_estimates(counts in prop::collection::vec(0usize..9, 2..6), seed in any::<u64>()) {
            let plan = Resampling { replicates: 50, seed, level: 0.9 };
            if let Ok(found) = bootstrap_concentration(&each_in_its_cluster(&counts), counts.len(), plan) {
                let all = [found.hhi, found.effective_number, found.gini, found.shannon_entropy, found.top_share,
                    found.top_three_share, found.pair_same];
                for one in all.into_iter().flatten() {
                    prop_assert!(one.low <= one.estimate && one.estimate <= one.high, "{:?}", one);
                }
            }
        }
    }
}
