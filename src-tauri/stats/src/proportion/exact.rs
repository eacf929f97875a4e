//! Exact and Bayesian limits of a share, by the beta distribution.

use super::super::special::{beta_quantile, beta_quantile_upper, beta_tails};
use super::super::undefined::Undefined;
use super::sample::tail_of;
use super::{Interval, Sample};

/// Returns the Clopper-Pearson interval at a two-sided level: with x of n and tail a, the beta quantiles `B(a; x, n - x + 1)` and
/// `B(1 - a; x + 1, n - x)`, 0 for x = 0 and 1 for x = n. It covers at least as often as it says. On an effective size x and n
/// are real, as in the interval of Korn and Graubard. Sources: Clopper, C. J. and Pearson, E. S. (1934), Biometrika 26, 404-413;
/// Korn, E. L. and Graubard, B. I. (1998), Survey Methodology 24, 193-201.
///
/// # Errors
/// `Malformed` for a level outside (0, 1), `NotConverged` for a size above 10^12.
pub fn clopper_pearson(sample: Sample, level: f64) -> Result<Interval, Undefined> {
    let (tail, (x, rest)) = (tail_of(level)?, sample.parts()?);
    let low = if sample.is_none() { 0.0 } else { beta_quantile(tail, x, rest + 1.0) };
    let high = if sample.is_all() { 1.0 } else { beta_quantile_upper(tail, x + 1.0, rest) };
    Ok(Interval { low, high })
}

/// Returns the one-sided Clopper-Pearson lower limit, behind sentences that say "at least": the beta quantile
/// `B(1 - level; x, n - x + 1)`, 0 for x = 0. `level` is one-sided, as 0.95. Source: Clopper and Pearson (1934).
///
/// # Errors
/// `Malformed` for a level outside (0, 1), `NotConverged` for a size above 10^12.
pub fn clopper_pearson_lower(sample: Sample, level: f64) -> Result<f64, Undefined> {
    if !(level > 0.0 && level < 1.0) {
        return Err(Undefined::Malformed);
    }
    let (x, rest) = sample.parts()?;
    Ok(if sample.is_none() { 0.0 } else { beta_quantile(1.0 - level, x, rest + 1.0) })
}

/// Returns the two-sided p-value of the hypothesis that the share is `null`, in (0, 1): twice the lesser of the binomial tails that hold
/// what was seen, at most 1. The Clopper-Pearson interval at level 1 - p ends at `null`. On an effective size x and n are real, as there.
/// Source: Clopper and Pearson (1934).
///
/// # Errors
/// `Malformed` for a null outside (0, 1), `NotConverged` for a size above 10^12.
pub fn share_p(sample: Sample, null: f64) -> Result<f64, Undefined> {
    if !(null > 0.0 && null < 1.0) {
        return Err(Undefined::Malformed);
    }
    let (x, rest) = sample.parts()?;
    let at_least = if sample.is_none() { 1.0 } else { beta_tails(null, x, rest + 1.0).0 };
    let at_most = if sample.is_all() { 1.0 } else { beta_tails(null, x + 1.0, rest).1 };
    Ok((2.0 * at_least.min(at_most)).min(1.0))
}

/// Returns the Jeffreys interval at a two-sided level: equal tails of the beta distribution with shapes x + 1/2 and n - x + 1/2,
/// with the lower limit 0 for x = 0 and the upper limit 1 for x = n. Source: Brown, L. D., Cai, T. T. and DasGupta, A. (2001),
/// Stat. Sci. 16, 101-133.
///
/// # Errors
/// `Malformed` for a level outside (0, 1), `NotConverged` for a size above 10^12.
pub fn jeffreys(sample: Sample, level: f64) -> Result<Interval, Undefined> {
    let (tail, (x, rest)) = (tail_of(level)?, sample.parts()?);
    let (a, b) = (x + 0.5, rest + 0.5);
    let low = if sample.is_none() { 0.0 } else { beta_quantile(tail, a, b) };
    let high = if sample.is_all() { 1.0 } else { beta_quantile_upper(tail, a, b) };
    Ok(Interval { low, high })
}

#[cfg(test)]
mod tests {
    use super::super::super::special::binomial_mass;
    use super::*;
    use proptest::prelude::*;

    fn counted(x: u64, n: u64) -> Sample {
        Sample::counted(x, n).unwrap()
    }

    #[test]
    fn the_test_of_a_share_is_the_binomial_one() {
        // 8 of 10 against one half: 2 (45 + 10 + 1) / 1024; 0 of 5: 2 / 32; 5 of 10: the middle.
        near(share_p(counted(8, 10), 0.5).unwrap(), 112.0 / 1024.0);
        near(share_p(counted(2, 10), 0.5).unwrap(), 112.0 / 1024.0);
        near(share_p(counted(0, 5), 0.5).unwrap(), 2.0 / 32.0);
        near(share_p(counted(5, 5), 0.5).unwrap(), 2.0 / 32.0);
        near(share_p(counted(5, 10), 0.5).unwrap(), 1.0);
        for null in [0.0, 1.0, -0.1, f64::NAN] {
            assert_eq!(share_p(counted(1, 2), null), Err(Undefined::Malformed));
        }
    }

    #[test]
    fn the_interval_ends_where_the_test_begins_to_refuse() {
        for (share, size) in [(0.3, 41.5), (0.62, 17.25), (0.04, 200.0)] {
            let sample = Sample::effective(share, size).unwrap();
            let limits = clopper_pearson(sample, 0.95).unwrap();
            near(share_p(sample, limits.low).unwrap(), 0.05);
            near(share_p(sample, limits.high).unwrap(), 0.05);
        }
    }

    fn near(got: f64, wanted: f64) {
        assert!((got - wanted).abs() <= 1e-12 * wanted.abs().max(1e-3), "{got} against {wanted}");
    }

    #[test]
    fn limits_that_can_be_written_down_come_out() {
        // With x = n = k the lower limit is the k-th root of the tail; with x = 0 the upper is its mirror.
        for k in [1_u32, 2, 7, 30] {
            let root = libm::pow(0.025, 1.0 / f64::from(k));
            let all = clopper_pearson(counted(u64::from(k), u64::from(k)), 0.95).unwrap();
            near(all.low, root);
            assert!(all.high >= 1.0);
            let none = clopper_pearson(counted(0, u64::from(k)), 0.95).unwrap();
            near(none.high, 1.0 - root);
            assert!(none.low <= 0.0);
            near(clopper_pearson_lower(counted(u64::from(k), u64::from(k)), 0.95).unwrap(), libm::pow(0.05, 1.0 / f64::from(k)));
        }
        assert_eq!(clopper_pearson_lower(counted(0, 9), 0.95), Ok(0.0));
        // One item seen on an effective size of a half: the square of the tail.
        near(clopper_pearson(Sample::effective(1.0, 0.5).unwrap(), 0.95).unwrap().low, 0.025 * 0.025);
    }

    #[test]
    fn limits_of_others_come_out() {
        // Newcombe (1998), table I.
        let found = clopper_pearson(counted(15, 148), 0.95).unwrap();
        assert!((found.low - 0.0578).abs() < 5e-5 && (found.high - 0.1617).abs() < 5e-5, "{found:?}");
        // scipy 1.12: beta.ppf and beta.isf at 0.025.
        for (x, n, low, high) in [
            (1, 7, 0.015_876_524_212_746_8, 0.500_797_461_619_077_6),
            (3, 10, 0.092_694_593_938_153_16, 0.605_818_318_148_671_4),
            (5, 12, 0.180_478_694_789_701_6, 0.688_059_574_959_880_5),
        ] {
            let found = jeffreys(counted(x, n), 0.95).unwrap();
            near(found.low, low);
            near(found.high, high);
        }
    }

    #[test]
    fn whatever_the_share_exact_limits_hold_it_often_enough() {
        for n in [1_u64, 5, 23] {
            let limits: Vec<Interval> = (0..=n).map(|x| clopper_pearson(counted(x, n), 0.95).unwrap()).collect();
            let lower: Vec<f64> = (0..=n).map(|x| clopper_pearson_lower(counted(x, n), 0.95).unwrap()).collect();
            for step in 1..200_u32 {
                let p = f64::from(step) / 200.0;
                let mass = |x: usize| binomial_mass(f64::from(u32::try_from(x).unwrap()), counted(0, n).size(), p, 1.0 - p);
                let two_sided: f64 =
                    limits.iter().enumerate().filter(|(_, i)| i.low <= p && p <= i.high).map(|(x, _)| mass(x)).sum();
                let one_sided: f64 = lower.iter().enumerate().filter(|(_, low)| **low <= p).map(|(x, _)| mass(x)).sum();
                assert!(two_sided >= 0.95 - 1e-12 && one_sided >= 0.95 - 1e-12, "{n}, {p}: {two_sided}, {one_sided}");
            }
        }
    }

    #[test]
    fn sizes_and_levels_out_of_reach_are_refused() {
        let sample = counted(5, 9);
        for level in [0.0, 1.0, -1.0, f64::NAN] {
            assert_eq!(clopper_pearson(sample, level), Err(Undefined::Malformed));
            assert_eq!(jeffreys(sample, level), Err(Undefined::Malformed));
            assert_eq!(clopper_pearson_lower(sample, level), Err(Undefined::Malformed));
        }
        let endless = counted(1, u64::MAX);
        assert_eq!(clopper_pearson(endless, 0.95), Err(Undefined::NotConverged));
        assert_eq!(jeffreys(endless, 0.95), Err(Undefined::NotConverged));
        assert_eq!(clopper_pearson_lower(endless, 0.95), Err(Undefined::NotConverged));
    }

    #[test]
    fn a_share_of_a_thousand_million_has_its_digits() {
        // scipy 1.12: beta.ppf at 400,000,000 of 1,000,000,000.
        let found = clopper_pearson(counted(400_000_000, 1_000_000_000), 0.95).unwrap();
        assert!((found.low - 0.399_969_636_157_988).abs() < 1e-11 && found.high > 0.4 && found.high < 0.400_031, "{found:?}");
        let rare = clopper_pearson(counted(1, 1_000_000_000), 0.95).unwrap();
        assert!(
            (rare.low / 2.531_780_798e-11 - 1.0).abs() < 1e-9 && (rare.high / 5.571_643_38e-9 - 1.0).abs() < 1e-8,
            "{rare:?}"
        );
    }

    proptest! {
        #[test]
        fn limits_hold_the_share_and_mirror(n in 1_u64..3_000, part in 0.0_f64..=1.0, level in 0.5_f64..0.999) {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let x = (n as f64 * part) as u64;
            let (sample, mirror) = (counted(x, n), counted(n - x, n));
            for limits in [clopper_pearson, jeffreys] {
                let (found, other) = (limits(sample, level).unwrap(), limits(mirror, level).unwrap());
                prop_assert!(0.0 <= found.low && found.low <= sample.share());
                prop_assert!(sample.share() <= found.high && found.high <= 1.0);
                prop_assert!((found.low - (1.0 - other.high)).abs() < 1e-12 && (found.high - (1.0 - other.low)).abs() < 1e-12);
            }
            let (exact, score) = (clopper_pearson(sample, level).unwrap(), jeffreys(sample, level).unwrap());
            prop_assert!(exact.low <= score.low + 1e-12 && score.high <= exact.high + 1e-12, "Jeffreys lies inside");
            // A one-sided limit at 97.5 % is a two-sided one at 95 %.
            let one_sided = clopper_pearson_lower(sample, f64::midpoint(1.0, level)).unwrap();
            prop_assert!((one_sided - exact.low).abs() < 1e-11);
        }

        #[test]
        fn a_smaller_size_and_a_higher_level_are_wider(share in 0.0_f64..=1.0, size in 0.01_f64..1e6, deff in 1.0_f64..50.0) {
            let sample = Sample::effective(share, size).unwrap();
            let own = clopper_pearson(sample, 0.95).unwrap();
            let fewer = clopper_pearson(sample.reduced(deff).unwrap(), 0.95).unwrap();
            let surer = clopper_pearson(sample, 0.99).unwrap();
            for wider in [fewer, surer] {
                prop_assert!(wider.low <= own.low + 1e-12 && own.high <= wider.high + 1e-12, "{own:?} {wider:?}");
            }
        }

        #[test]
        fn no_size_gives_a_not_a_number(share in 0.0_f64..=1.0, power in -99.0_f64..12.0, level in 1e-12_f64..1.0) {
            let sample = Sample::effective(share, libm::pow(10.0, power)).unwrap();
            for found in [clopper_pearson(sample, level).unwrap(), jeffreys(sample, level).unwrap()] {
                prop_assert!(0.0 <= found.low && found.low <= found.high && found.high <= 1.0, "{found:?}");
            }
        }
    }
}
