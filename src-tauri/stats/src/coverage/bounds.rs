//! Lower bounds of a total, and the estimate from two lists, each with log-normal limits of what is unseen.

use super::super::normal::quantile;
use super::super::undefined::Undefined;
use super::guard::MATCHES_MIN;
use super::{CaptureTable, real};

/// A total of which part is unseen. The limits are of the total, and never below what was observed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LowerBound {
    /// Things observed.
    pub observed: u64,
    /// Things estimated to be unseen, at least 0.
    pub unseen: f64,
    /// The total: observed + unseen.
    pub estimate: f64,
    /// Standard error of the total.
    pub se: f64,
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
}

/// Which form of Chao's bound was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChaoForm {
    /// f1²/(2 f2).
    Chao1987,
    /// f1 (f1 - 1)/2, where nothing was found exactly twice.
    BiasCorrected,
}

impl ChaoForm {
    /// Returns its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Chao1987 => "chao_1987",
            Self::BiasCorrected => "bias_corrected",
        }
    }
}

/// Chao's lower bound.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chao {
    /// The bound.
    pub bound: LowerBound,
    /// Its form.
    pub form: ChaoForm,
}

/// Chapman's estimate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chapman {
    /// The estimate.
    pub bound: LowerBound,
    /// Whether seven things or more are on both lists: with fewer only "too little overlap" is said. From seven on the estimate is
    /// nearly unbiased (Robson, D. S. and Regier, H. A. (1964), Trans. Am. Fish. Soc. 93, 215-226).
    pub reliable: bool,
}

/// Returns Chao's lower bound of a total from pairs of a number of times and the number of things found so often:
/// unseen = f1²/(2 f2), variance f2 (r⁴/4 + r³ + r²/2) with r = f1/f2. Where f2 = 0: unseen = f1 (f1 - 1)/2, variance
/// f1 (f1 - 1)/2 + f1 (2 f1 - 1)²/4 - f1⁴/(4 estimate). The bound assumes that all lists are equally long; it is read as "at least".
/// Where nothing is estimated unseen both limits are the observed number, which says no more than "at least so many".
///
/// Source: Chao, A. (1987), Biometrics 43, 783-791; the form for f2 = 0 is that of Colwell's program `EstimateS`.
///
/// # Errors
/// `NZero` where nothing was found; `Malformed` for 0 times, a number of times given twice, more than 2^52 things, or a level outside
/// (0, 1).
pub fn chao_lower_bound(frequencies: &[(u64, u64)], level: f64) -> Result<Chao, Undefined> {
    let mut by_times = std::collections::BTreeMap::new();
    for (times, things) in frequencies {
        if *times == 0 || by_times.insert(*times, *things).is_some() {
            return Err(Undefined::Malformed);
        }
    }
    let observed = by_times.values().try_fold(0_u64, |sum, things| sum.checked_add(*things));
    let observed = observed.filter(|sum| *sum <= super::OBSERVED_MAX).ok_or(Undefined::Malformed)?;
    let found = |times: u64| real(by_times.get(&times).copied().unwrap_or_default());
    let (f1, f2) = (found(1), found(2));
    if f2 > 0.0 {
        let r = f1 / f2;
        let variance = f2 * r * r * (r * r / 4.0 + r + 0.5);
        return Ok(Chao { bound: bound(observed, f1 * r / 2.0, variance, level)?, form: ChaoForm::Chao1987 });
    }
    let unseen = f1 * (f1 - 1.0) / 2.0;
    let total = (real(observed) + unseen).max(1.0);
    let odd = 2.0 * f1 - 1.0;
    let variance = unseen + f1 * odd * odd / 4.0 - f1 * f1 * f1 * f1 / (4.0 * total);
    Ok(Chao { bound: bound(observed, unseen, variance, level)?, form: ChaoForm::BiasCorrected })
}

/// Returns Chapman's estimate of a total from two lists of n1 and n2 things of which m are on both: (n1 + 1)(n2 + 1)/(m + 1) - 1, its
/// variance (n1 + 1)(n2 + 1)(n1 - m)(n2 - m)/((m + 1)² (m + 2)). It holds for lists that are independent of each other.
///
/// Source: Chapman, D. G. (1951), Univ. Calif. Publ. Stat. 1, 131-160; the variance: Seber, G. A. F. (1982), The Estimation of Animal
/// Abundance, 2nd ed., p. 60.
///
/// # Errors
/// `EmptyList` where a list holds nothing; `Malformed` where more things are on both lists than on one, for more than 2^52 things,
/// and for a level outside (0, 1).
pub fn chapman(list_1: u64, list_2: u64, on_both: u64, level: f64) -> Result<Chapman, Undefined> {
    let (Some(only_1), Some(only_2)) = (list_1.checked_sub(on_both), list_2.checked_sub(on_both)) else {
        return Err(Undefined::Malformed);
    };
    if list_1 == 0 || list_2 == 0 {
        return Err(Undefined::EmptyList);
    }
    let observed = list_1.checked_add(only_2).filter(|sum| *sum <= super::OBSERVED_MAX).ok_or(Undefined::Malformed)?;
    let more = real(on_both) + 1.0;
    // The estimate less what was observed, without the cancellation of the published form.
    let unseen = real(only_1) * real(only_2) / more;
    let variance = (real(list_1) + 1.0) / more * ((real(list_2) + 1.0) / more) * (real(only_1) * real(only_2) / (more + 1.0));
    Ok(Chapman { bound: bound(observed, unseen, variance, level)?, reliable: on_both >= MATCHES_MIN })
}

/// Returns the lower bound of a total from pairs of lists: unseen = A/f2 with A the sum of `Z_i Z_j` over pairs, `Z_i` the things on
/// list i alone and f2 those on exactly two lists; variance A/f2 + sum `Z_i` (T - `Z_i`)²/f2² + A²/f2³ with T the sum of all `Z_i`. For two
/// lists it is the estimate of Lincoln and Petersen with the variance of Sekar and Deming. For independent lists of any lengths A/f2
/// estimates what is unseen; where lists depend on each other positively it lies below.
///
/// Source: ours, by the delta method; for two lists Sekar, C. C. and Deming, W. E. (1949), J. Am. Stat. Assoc. 44, 101-115.
///
/// # Errors
/// `NZero` where nothing was found, `NoPairwiseOverlap` where nothing is on exactly two lists, `Malformed` for a level outside (0, 1).
pub fn pairwise_lower_bound(table: &CaptureTable, level: f64) -> Result<LowerBound, Undefined> {
    let observed = table.observed();
    if observed == 0 {
        return Err(Undefined::NZero);
    }
    let shared = real(table.on_exactly(2));
    if shared <= 0.0 {
        return Err(Undefined::NoPairwiseOverlap);
    }
    let alone: Vec<f64> = (0..table.lists()).map(|list| real(table.exactly(1 << list))).collect();
    let total: f64 = alone.iter().sum();
    let (mut products, mut before) = (0.0, 0.0);
    for z in &alone {
        products += z * before;
        before += z;
    }
    let unseen = products / shared;
    let spread: f64 = alone.iter().map(|z| z * ((total - z) / shared) * ((total - z) / shared)).sum();
    bound(observed, unseen, unseen + spread + unseen * unseen / shared, level)
}

// Limits for a log-normal number of unseen things: observed + unseen/C and observed + unseen C, C = exp(z sqrt(ln(1 + variance/unseen²))).
// Source: Chao (1987), p. 787. A variance that cancels to below 0 counts as 0.
fn bound(observed: u64, unseen: f64, variance: f64, level: f64) -> Result<LowerBound, Undefined> {
    let z = quantile(0.5 + level / 2.0).filter(|_| level > 0.0).ok_or(Undefined::Malformed)?;
    if observed == 0 {
        return Err(Undefined::NZero);
    }
    let (seen, variance) = (real(observed), variance.max(0.0));
    let factor = if unseen > 0.0 { libm::exp(z * libm::log1p(variance / unseen / unseen).sqrt()) } else { 1.0 };
    let found = LowerBound {
        observed,
        unseen,
        estimate: seen + unseen,
        se: variance.sqrt(),
        low: seen + unseen / factor,
        high: seen + unseen * factor,
    };
    // Counts near 2^52 can overflow a fourth power.
    if found.high.is_finite() && found.se.is_finite() { Ok(found) } else { Err(Undefined::Malformed) }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{hepatitis, of_ascending, relabelled};
    use super::*;
    use proptest::prelude::*;

    fn near(got: f64, wanted: f64) {
        assert!((got - wanted).abs() <= 1e-9 * wanted.abs().max(1.0), "{got} against {wanted}");
    }

    #[test]
    fn chao_of_the_cottontails() {
        // Edwards and Eberhardt 1967, in Chao 1987: 134 of 135.
        let chao = chao_lower_bound(&[(1, 43), (2, 16), (3, 8), (4, 6), (6, 2), (7, 1)], 0.95).unwrap();
        near(chao.bound.estimate, 133.781_25);
        assert_eq!((chao.bound.observed, chao.form.code()), (76, "chao_1987"));
    }

    #[test]
    fn chao_where_little_was_found_once_or_twice() {
        let chao = |frequencies: &[(u64, u64)]| chao_lower_bound(frequencies, 0.95);
        assert_eq!(chao(&[]), Err(Undefined::NZero));
        assert_eq!(chao(&[(1, 0), (2, 0)]), Err(Undefined::NZero));
        // Nothing found once: no sign of anything unseen.
        let all_twice = chao(&[(2, 5)]).unwrap();
        assert_eq!((all_twice.bound.unseen, all_twice.bound.se, all_twice.form), (0.0, 0.0, ChaoForm::Chao1987));
        let thrice = chao(&[(3, 5)]).unwrap();
        assert_eq!((thrice.bound.low, thrice.bound.high, thrice.form), (5.0, 5.0, ChaoForm::BiasCorrected));
        // A single thing, found once: variance 1/4 - 1/4.
        let single = chao(&[(1, 1)]).unwrap().bound;
        assert_eq!((single.estimate, single.se, single.low, single.high), (1.0, 0.0, 1.0, 1.0));
        let once = chao(&[(1, 9)]).unwrap().bound;
        near(once.unseen, 36.0);
        near(once.se * once.se, 36.0 + 650.25 - 6_561.0 / 180.0);
        assert_eq!(chao(&[(0, 1), (1, 1)]), Err(Undefined::Malformed));
        assert_eq!(chao(&[(1, 1), (1, 1)]), Err(Undefined::Malformed));
        assert_eq!(chao(&[(1, u64::MAX), (2, 1)]), Err(Undefined::Malformed));
    }

    #[test]
    fn chapman_of_the_turtles() {
        let turtles = chapman(10, 15, 5, 0.95).unwrap();
        near(turtles.bound.estimate, 11.0 * 16.0 / 6.0 - 1.0);
        near(turtles.bound.se * turtles.bound.se, 11.0 * 16.0 * 5.0 * 10.0 / (36.0 * 7.0));
        assert!(!turtles.reliable && chapman(10, 15, 7, 0.95).unwrap().reliable);
        assert_eq!(chapman(10, 15, 11, 0.95), Err(Undefined::Malformed));
        assert_eq!(chapman(0, 15, 0, 0.95), Err(Undefined::EmptyList));
        assert_eq!(chapman(u64::MAX, 15, 0, 0.95), Err(Undefined::Malformed));
        // One thing, on both lists.
        assert_eq!(chapman(1, 1, 1, 0.95).unwrap().bound.high, 1.0);
    }

    #[test]
    fn levels_outside_their_range_are_refused() {
        for level in [0.0, 1.0, -0.5, 1.5, f64::NAN, f64::INFINITY] {
            assert_eq!(chapman(10, 15, 5, level), Err(Undefined::Malformed), "{level}");
            assert_eq!(chao_lower_bound(&[(1, 3), (2, 1)], level), Err(Undefined::Malformed), "{level}");
            assert_eq!(pairwise_lower_bound(&hepatitis(), level), Err(Undefined::Malformed), "{level}");
        }
    }

    #[test]
    fn pairs_that_say_nothing() {
        let pairs = |lists, counts: &[u64]| pairwise_lower_bound(&of_ascending(lists, counts), 0.95);
        assert_eq!(pairs(3, &[]), Err(Undefined::NZero));
        assert_eq!(pairs(1, &[9]), Err(Undefined::NoPairwiseOverlap));
        assert_eq!(pairs(3, &[9, 4, 0, 2, 0, 0, 5]), Err(Undefined::NoPairwiseOverlap), "only on all three");
        // Nothing on one list alone, and nothing on a second one: no sign of anything unseen.
        for counts in [&[0, 0, 7][..], &[9, 0, 7]] {
            let all = pairs(2, counts).unwrap();
            assert_eq!((all.unseen, all.se, all.low, all.high), (0.0, 0.0, all.estimate, all.estimate));
        }
    }

    #[test]
    fn huge_counts_stay_finite() {
        let big = 1_000_000_000;
        let pair = pairwise_lower_bound(&of_ascending(2, &[big, big, 1]), 0.95).unwrap();
        near(pair.unseen, 1e18);
        assert!(pair.high.is_finite() && pair.low > 2e9);
        let two = chapman(big, big, big / 2, 0.95).unwrap().bound;
        assert!(two.low < two.estimate && two.estimate < two.high && two.high < 1.001 * two.estimate);
        let chao = chao_lower_bound(&[(1, big), (2, 1)], 0.95).unwrap().bound;
        near(chao.unseen, 5e17);
        assert!(chao_lower_bound(&[(1, 1 << 52)], 0.95).is_ok_and(|chao| chao.bound.high.is_finite()));
    }

    proptest! {
        #[test]
        fn limits_hold_the_estimate(cells in prop::collection::vec(0_u64..60, 15), level in 0.01_f64..0.999) {
            let table = of_ascending(4, &cells);
            let all = [
                pairwise_lower_bound(&table, level),
                chao_lower_bound(&table.frequencies(), level).map(|chao| chao.bound),
                chapman(table.at_least(1), table.at_least(2), table.at_least(3), level).map(|chapman| chapman.bound),
            ];
            for bound in all.into_iter().flatten() {
                prop_assert!(bound.se >= 0.0 && bound.unseen >= 0.0);
                prop_assert!(real(bound.observed) <= bound.low && bound.low <= bound.estimate && bound.estimate <= bound.high, "{bound:?}");
            }
        }

        #[test]
        fn two_lists_give_lincoln_and_petersen(a in 0_u64..500, b in 0_u64..500, m in 1_u64..500) {
            let bound = pairwise_lower_bound(&of_ascending(2, &[a, b, m]), 0.95).unwrap();
            // Chapman's estimate is the smaller of the two.
            prop_assert!(chapman(a + m, b + m, m, 0.95).unwrap().bound.estimate <= bound.estimate + 1e-9);
            let (one, other, m, a, b) = (real(a + m), real(b + m), real(m), real(a), real(b));
            near(bound.estimate, one * other / m);
            near(bound.se * bound.se, one * other * a * b / (m * m * m));
        }

        #[test]
        fn the_order_of_lists_does_not_matter(cells in prop::collection::vec(0_u64..60, 7), order in Just(vec![0, 1, 2]).prop_shuffle()) {
            let table = of_ascending(3, &cells);
            let other = relabelled(&table, &order);
            match (pairwise_lower_bound(&table, 0.95), pairwise_lower_bound(&other, 0.95)) {
                (Ok(one), Ok(two)) => {
                    near(one.high, two.high);
                    near(one.estimate, two.estimate);
                }
                (one, two) => prop_assert_eq!(one, two),
            }
        }

        #[test]
        fn a_wider_level_has_wider_limits(a in 1_u64..99, b in 1_u64..99, m in 0_u64..99) {
            let limits = |level| chapman(a + m, b + m, m, level).unwrap().bound;
            let (narrow, wide) = (limits(0.8), limits(0.95));
            prop_assert!(wide.low < narrow.low && narrow.high < wide.high);
        }
    }
}
