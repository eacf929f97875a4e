//! A share of items that come in clusters, or that were drawn by strata: the interval of Korn and Graubard.
//!
//! With a share p of n items, its variance v under the design and d degrees of freedom,
//! `n_eff = p (1 - p) / v (t[n - 1] / t[d])^2`, where t are the quantiles of Student's distribution at the level, and the limits
//! are those of Clopper and Pearson for p on `n_eff`. Sources: Korn, E. L. and Graubard, B. I. (1998), Survey Methodology 24,
//! 193-201; presentation: Parker, J. D. et al. (2017), National Center for Health Statistics, Vital Health Stat. 2(175).

use super::super::special::t_quantile;
use super::super::undefined::Undefined;
use super::sample::tail_of;
use super::{Interval, Sample, clopper_pearson};

// The exact limits bear no more, and differences of products of two such numbers are still whole numbers of 128 bits.
const ITEMS_MAX: u64 = 1_000_000_000_000;

/// A cluster: items that are not independent of one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClusterCount {
    /// How many of its items have what is counted.
    pub x: u64,
    /// Its items.
    pub n: u64,
}

/// A stratum with a simple random sample of its items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StratumCount {
    /// Items of the stratum.
    pub population: u64,
    /// Items drawn.
    pub n: u64,
    /// How many of those have what is counted.
    pub x: u64,
}

/// A share under a design of clusters or strata.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DesignShare {
    /// The share: of the items, or weighted by the populations of the strata.
    pub estimate: f64,
    /// The share of the items without weights; the same where there are none.
    pub unweighted: f64,
    /// Numerator.
    pub x: u64,
    /// Denominator.
    pub n: u64,
    /// Degrees of freedom: clusters less 1, or items less strata.
    pub df: u64,
    /// The standard error by linearisation, unless the items show no variance.
    pub se: Option<f64>,
    /// The design effect, the variance by that of n independent items, unless the items show no variance.
    pub deff: Option<f64>,
    /// The effective size, which may be above n; without variance the number of clusters, or of items in strata.
    pub n_eff: f64,
    /// The limits on that size.
    pub interval: Interval,
    /// The limits on that size or n, whichever is less: a design effect below 1 is not relied upon.
    pub cautious: Interval,
}

/// Returns the share of items in clusters, with `v = m / (m - 1) sum (x_i - p n_i)^2 / n^2` over m clusters and m - 1 degrees of
/// freedom. Clusters without items play no part. Where v is 0, because every cluster has the same share, the effective size is m.
///
/// # Errors
/// `NZero` without items, `SingleCluster` for one cluster, `Malformed` for x above n or a level outside (0, 1), `NotConverged`
/// above 10^12 items.
pub fn cluster_share(clusters: &[ClusterCount], level: f64) -> Result<DesignShare, Undefined> {
    tail_of(level)?;
    let (x, n) = totals(clusters.iter().map(|cluster| (cluster.x, cluster.n)))?;
    let m = clusters.iter().filter(|cluster| cluster.n > 0).fold(0_u64, |m, _| m + 1);
    if m < 2 {
        return Err(Undefined::SingleCluster);
    }
    // Whole numbers, so that equal shares leave 0 and not the square of a rounding, which would make the effective size endless.
    let off = |cluster: &ClusterCount| {
        let apart = i128::from(cluster.x) * i128::from(n) - i128::from(x) * i128::from(cluster.n);
        let off = whole(apart) / real(n);
        off * off
    };
    let sum: f64 = clusters.iter().map(off).sum();
    let variance = real(m) / real(m - 1) * sum / (real(n) * real(n));
    let p = real(x) / real(n);
    DesignShare { estimate: p, unweighted: p, ..DesignShare::of_items(x, n, m - 1) }.with_limits(variance, real(m), level)
}

/// Returns the share of a population in strata, with weights `W_h = N_h / N`, sampling fractions f and
/// `v = sum W_h^2 (1 - f_h) p_h (1 - p_h) / (n_h - 1)`; degrees of freedom are items less strata. Strata without population play
/// no part. Where v is 0 the effective size is n, also where all strata were seen whole: the population is then itself a sample
/// of a practice. Source of v: Cochran, W. G. (1977), Sampling Techniques, 3rd ed., chapter 5.
///
/// # Errors
/// `NZero` without items or for a stratum of which none was drawn, `StratumWithSingleItem` for a stratum of which one of several
/// was drawn, `Malformed` for x above n, n above the population or a level outside (0, 1), `NotConverged` above 10^12 items.
pub fn stratified_share(strata: &[StratumCount], level: f64) -> Result<DesignShare, Undefined> {
    tail_of(level)?;
    let (x, n) = totals(strata.iter().map(|stratum| (stratum.x, stratum.n)))?;
    let (_, population) = totals(strata.iter().map(|stratum| (stratum.n, stratum.population)))?;
    let used = || strata.iter().filter(|stratum| stratum.population > 0);
    if used().any(|stratum| stratum.n == 0) {
        return Err(Undefined::NZero);
    }
    if used().any(|stratum| stratum.n == 1 && stratum.population > 1) {
        return Err(Undefined::StratumWithSingleItem);
    }
    let df = n - used().fold(0_u64, |strata, _| strata + 1);
    let (mut hits, mut variance) = (0.0, 0.0);
    for stratum in used() {
        let (size, drawn) = (real(stratum.population), real(stratum.n));
        let (weight, p) = (size / real(population), real(stratum.x) / drawn);
        hits += size * p;
        // A stratum seen whole adds nothing, nor does one whose items are alike.
        let unseen = real(stratum.population - stratum.n) / size;
        let apart = p * (real(stratum.n - stratum.x) / drawn) / (drawn - 1.0).max(1.0);
        variance += weight * weight * unseen * apart;
    }
    let estimate = (hits / real(population)).min(1.0);
    let unweighted = real(x) / real(n);
    DesignShare { estimate, unweighted, ..DesignShare::of_items(x, n, df) }.with_limits(variance, real(n), level)
}

impl DesignShare {
    const fn of_items(x: u64, n: u64, df: u64) -> Self {
        let interval = Interval { low: 0.0, high: 1.0 };
        Self { estimate: 0.0, unweighted: 0.0, x, n, df, se: None, deff: None, n_eff: 0.0, interval, cautious: interval }
    }

    /// Returns the share on the effective size or n, whichever is less: for one-sided limits, differences and presentation.
    ///
    /// # Errors
    /// Those of [`Sample::effective`], none for a share that was computed.
    pub fn cautious_sample(&self) -> Result<Sample, Undefined> {
        Sample::effective(self.estimate, self.n_eff.min(real(self.n)))
    }

    // `without` is the effective size where there is no variance.
    fn with_limits(self, variance: f64, without: f64, level: f64) -> Result<Self, Undefined> {
        let (p, n) = (self.estimate, real(self.n));
        let spread = p * (1.0 - p);
        let (se, deff, n_eff) = if variance > 0.0 && spread > 0.0 {
            let tail = tail_of(level)?;
            let ratio = t_of(tail, real(self.n - 1))? / t_of(tail, real(self.df))?;
            (Some(variance.sqrt()), Some(variance * n / spread), spread / variance * ratio * ratio)
        } else {
            (None, None, without)
        };
        let found = Self { se, deff, n_eff, ..self };
        // No two limits differ beyond the most that they can be computed for.
        let interval = clopper_pearson(Sample::effective(p, n_eff.min(real(ITEMS_MAX)))?, level)?;
        let cautious = clopper_pearson(found.cautious_sample()?, level)?;
        Ok(Self { interval, cautious, ..found })
    }
}

// A level that leaves no more than a point has no quantile to compare.
fn t_of(tail: f64, df: f64) -> Result<f64, Undefined> {
    t_quantile(1.0 - tail, df).filter(|t| *t > 0.0).ok_or(Undefined::Malformed)
}

// Sums parts and wholes, each part being at most its whole.
fn totals(pairs: impl Iterator<Item = (u64, u64)>) -> Result<(u64, u64), Undefined> {
    let (mut part, mut whole) = (0_u64, 0_u64);
    for (x, n) in pairs {
        if x > n {
            return Err(Undefined::Malformed);
        }
        part = part.saturating_add(x);
        whole = whole.saturating_add(n);
    }
    match whole {
        0 => Err(Undefined::NZero),
        1..=ITEMS_MAX => Ok((part, whole)),
        _ => Err(Undefined::NotConverged),
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
const fn real(count: u64) -> f64 {
    count as f64
}

#[allow(clippy::cast_precision_loss, reason = "rounds a product of two counts once")]
const fn whole(difference: i128) -> f64 {
    difference as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn clusters(counts: &[(u64, u64)]) -> Vec<ClusterCount> {
        counts.iter().map(|(x, n)| ClusterCount { x: *x, n: *n }).collect()
    }

    fn strata(counts: &[(u64, u64, u64)]) -> Vec<StratumCount> {
        counts.iter().map(|(population, n, x)| StratumCount { population: *population, n: *n, x: *x }).collect()
    }

    fn of_clusters(counts: &[(u64, u64)]) -> Result<DesignShare, Undefined> {
        cluster_share(&clusters(counts), 0.95)
    }

    fn of_strata(counts: &[(u64, u64, u64)]) -> Result<DesignShare, Undefined> {
        stratified_share(&strata(counts), 0.95)
    }

    #[test]
    fn four_clusters_come_out_by_hand() {
        // p = 1/2, differences +1, -1, +1, -1: v = 4/3 * 4 / 64 = 1/12, deff = (1/12) / (1/4 / 8) = 8/3.
        let found = of_clusters(&[(2, 2), (0, 2), (2, 2), (0, 2)]).unwrap();
        assert!((found.se.unwrap() - (1.0_f64 / 12.0).sqrt()).abs() < 1e-15 && (found.deff.unwrap() - 8.0 / 3.0).abs() < 1e-14);
        // t at 7 and 3 degrees of freedom: 2.364624, 3.182446.
        assert!((found.n_eff - 3.0 * (2.364_624_251_592_785_f64 / 3.182_446_305_284_263).powi(2)).abs() < 1e-11, "{found:?}");
        assert_eq!((found.x, found.n, found.df), (4, 8, 3));
        assert_eq!(found.interval, found.cautious);
    }

    #[test]
    fn clusters_of_one_item_are_nearly_independent_items() {
        let mut ones = vec![(1, 1); 26];
        ones.extend(vec![(0, 1); 14]);
        let found = of_clusters(&ones).unwrap();
        assert!((found.n_eff - 39.0).abs() < 1e-9 && (found.deff.unwrap() - 40.0 / 39.0).abs() < 1e-12, "{found:?}");
    }

    #[test]
    fn clusters_that_show_no_variance_count_once_each() {
        for (counts, n_eff) in [
            (vec![(3, 3), (1, 1), (5, 5), (2, 2)], 4.0),
            (vec![(0, 3), (0, 1), (0, 5)], 3.0),
            // Equal shares that no float holds, of counts whose floating differences would not be 0.
            (vec![(1, 3), (7, 21), (11, 33), (30_001, 90_003)], 4.0),
            (vec![(100_000_000, 300_000_000), (1, 3)], 2.0),
        ] {
            let found = of_clusters(&counts).unwrap();
            assert_eq!((found.n_eff, found.se, found.deff), (n_eff, None, None), "{counts:?}");
        }
    }

    #[test]
    fn a_design_effect_below_one_is_not_relied_upon() {
        // Each cluster holds nearly the same share: more alike than independent items would be.
        let found = of_clusters(&[(5, 10), (5, 10), (5, 10), (6, 11), (5, 10)]).unwrap();
        assert!(found.deff.unwrap() < 0.1 && found.n_eff > 100.0);
        let alone = clopper_pearson(Sample::effective(found.estimate, 51.0).unwrap(), 0.95).unwrap();
        assert_eq!(found.cautious, alone);
        assert!(found.interval.low > alone.low && found.interval.high < alone.high);
    }

    #[test]
    fn clusters_that_say_nothing_are_refused() {
        assert_eq!(of_clusters(&[]), Err(Undefined::NZero));
        assert_eq!(of_clusters(&[(0, 0), (0, 0)]), Err(Undefined::NZero));
        assert_eq!(of_clusters(&[(1, 1)]), Err(Undefined::SingleCluster));
        assert_eq!(of_clusters(&[(12, 40), (0, 0)]), Err(Undefined::SingleCluster), "an empty cluster is none");
        assert_eq!(of_clusters(&[(2, 1), (1, 4)]), Err(Undefined::Malformed));
        assert_eq!(of_clusters(&[(1, u64::MAX), (1, u64::MAX)]), Err(Undefined::NotConverged));
        for level in [0.0, 1.0, f64::NAN] {
            assert_eq!(cluster_share(&clusters(&[(1, 2), (2, 2)]), level), Err(Undefined::Malformed));
        }
        let two = of_clusters(&[(1, 1), (0, 1)]).unwrap();
        assert!(two.interval.low < 1e-3 && two.interval.high > 0.999, "two items tell next to nothing: {two:?}");
    }

    #[test]
    fn a_thousand_million_items_keep_their_variance() {
        let found = of_clusters(&[(200_000_000, 500_000_000), (200_010_000, 500_000_000)]).unwrap();
        // The differences are 5,000 each way: v = 2 * 2 * 25e6 / 1e18.
        assert!((found.se.unwrap() - 1e-5).abs() < 1e-15 && found.interval.low < found.estimate, "{found:?}");
    }

    #[test]
    fn an_effective_size_out_of_reach_has_limits_still() {
        let found = of_clusters(&[(250_000_000_000, 500_000_000_000), (250_000_000_001, 500_000_000_000)]).unwrap();
        assert!(found.n_eff > 1e15 && found.interval == found.cautious && found.interval.high > found.estimate, "{found:?}");
    }

    #[test]
    fn strata_that_say_nothing_are_refused() {
        assert_eq!(of_strata(&[]), Err(Undefined::NZero));
        assert_eq!(of_strata(&[(50, 10, 3), (8, 0, 0)]), Err(Undefined::NZero));
        assert_eq!(of_strata(&[(50, 10, 3), (8, 1, 1)]), Err(Undefined::StratumWithSingleItem));
        assert_eq!(of_strata(&[(50, 10, 11)]), Err(Undefined::Malformed));
        assert_eq!(of_strata(&[(5, 10, 3)]), Err(Undefined::Malformed));
        assert_eq!(of_strata(&[(u64::MAX, 10, 3)]), Err(Undefined::NotConverged));
        assert_eq!(stratified_share(&strata(&[(50, 10, 3)]), 1.0), Err(Undefined::Malformed));
    }

    #[test]
    fn strata_seen_whole_add_no_variance() {
        let sampled = of_strata(&[(50, 10, 3)]).unwrap();
        // A stratum that is one item and was seen is no stratum of which one item was drawn.
        let beside = of_strata(&[(50, 10, 3), (1, 1, 1), (0, 0, 0)]).unwrap();
        assert!((beside.estimate - 16.0 / 51.0).abs() < 1e-15 && beside.df == 9);
        assert!((beside.se.unwrap() - sampled.se.unwrap() * 50.0 / 51.0).abs() < 1e-15);
        let census = of_strata(&[(20, 20, 4), (30, 30, 21)]).unwrap();
        assert_eq!((census.estimate, census.se, census.n_eff), (0.5, None, 50.0));
        let all = of_strata(&[(7, 3, 3), (11, 4, 4)]).unwrap();
        assert_eq!((all.estimate, all.n_eff, all.interval.high), (1.0, 7.0, 1.0));
        assert!(of_strata(&[(1, 1, 1), (1, 1, 0)]).is_ok_and(|found| found.se.is_none()), "nothing was left unseen");
    }

    #[test]
    fn one_stratum_is_a_simple_random_sample() {
        // v = (1 - 40/400) * 0.25 * 0.75 / 39.
        let found = of_strata(&[(400, 40, 10)]).unwrap();
        assert!((found.se.unwrap() - (0.9 * 0.1875 / 39.0_f64).sqrt()).abs() < 1e-15);
        assert!((found.n_eff - 39.0 / 0.9).abs() < 1e-9, "items less 1, by what was left unseen: {found:?}");
    }

    fn counts() -> impl Strategy<Value = Vec<(u64, u64)>> {
        let cluster = (0_u64..40).prop_flat_map(|n| (0..=n).prop_map(move |x| (x, n)));
        proptest::collection::vec(cluster, 0..30)
    }

    fn same(one: &DesignShare, other: &DesignShare) -> bool {
        let limits = |found: &DesignShare| [found.interval.low, found.interval.high, found.cautious.low, found.cautious.high];
        limits(one).iter().zip(limits(other)).all(|(one, other)| (one - other).abs() < 1e-9)
    }

    proptest! {
        #[test]
        fn limits_hold_the_share_and_mirror_and_forget_the_order(counts in counts(), level in 0.5_f64..0.999) {
            let Ok(found) = cluster_share(&clusters(&counts), level) else { return Ok(()) };
            prop_assert!(0.0 <= found.cautious.low && found.cautious.low <= found.interval.low + 1e-12);
            prop_assert!(found.interval.low <= found.estimate && found.estimate <= found.interval.high);
            prop_assert!(found.interval.high <= found.cautious.high + 1e-12 && found.cautious.high <= 1.0 && found.n_eff > 0.0);
            let turned: Vec<(u64, u64)> = counts.iter().rev().copied().collect();
            prop_assert!(same(&found, &cluster_share(&clusters(&turned), level).unwrap()));
            let others: Vec<(u64, u64)> = counts.iter().map(|(x, n)| (n - x, *n)).collect();
            let mirror = cluster_share(&clusters(&others), level).unwrap();
            prop_assert!((mirror.interval.low - (1.0 - found.interval.high)).abs() < 1e-9);
            prop_assert!((mirror.interval.high - (1.0 - found.interval.low)).abs() < 1e-9);
        }

        #[test]
        fn a_larger_unseen_part_is_wider(n in 2_u64..200, share in 0.05_f64..0.95, more in 1_u64..10_000) {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let x = (real(n) * share) as u64;
            prop_assume!(x > 0);
            let (near, far) = (of_strata(&[(n + 1, n, x)]).unwrap(), of_strata(&[(n + 1 + more, n, x)]).unwrap());
            prop_assert!(far.interval.low <= near.interval.low && near.interval.high <= far.interval.high);
            prop_assert!(far.n_eff < near.n_eff && (far.estimate - near.estimate).abs() < 1e-15);
        }

        #[test]
        fn the_order_of_strata_does_not_matter(counts in proptest::collection::vec((2_u64..40, 0_u64..40, 0_u64..40), 1..8)) {
            let counts: Vec<(u64, u64, u64)> = counts.iter().map(|(n, x, more)| (n + more, *n, *x.min(n))).collect();
            let turned: Vec<(u64, u64, u64)> = counts.iter().rev().copied().collect();
            let (one, other) = (of_strata(&counts).unwrap(), of_strata(&turned).unwrap());
            prop_assert!((one.estimate - other.estimate).abs() < 1e-13 && same(&one, &other));
            prop_assert!(one.interval.low <= one.estimate && one.estimate <= one.interval.high);
        }
    }
}
