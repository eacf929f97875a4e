//! A share of counted things, its interval, and how much of it may be shown.

mod cluster;
mod difference;
mod exact;
mod finite;
mod sample;
mod unknown;

use super::undefined::Undefined;

pub use cluster::{ClusterCount, DesignShare, StratumCount, cluster_share, stratified_share};
pub use difference::{Difference, newcombe};
pub use exact::{clopper_pearson, clopper_pearson_lower, jeffreys, share_p};
pub use finite::{FiniteShare, hypergeometric};
pub use sample::Sample;
pub(crate) use sample::{tail_of, z_of};
pub use unknown::{WholeBounds, WithUnknown, whole_bounds, with_unknown};

/// An interval of a share.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower limit, in [0, 1].
    pub low: f64,
    /// Upper limit, in [0, 1].
    pub high: f64,
}

/// How much of a share may be shown (after NCHS, Vital and Health Statistics 2-175, 2017).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Display {
    /// No cases: nothing.
    Nothing,
    /// Fewer than ten cases: the counts alone.
    Counts,
    /// Counts, share and interval; no heading, no ranking.
    Interval,
    /// May stand in a heading.
    Headline,
}

impl Display {
    /// Returns the code used on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Counts => "counts",
            Self::Interval => "interval",
            Self::Headline => "headline",
        }
    }
}

/// Returns the Wilson score interval of `x` of `n` at a two-sided level such as 0.95, or nothing for n = 0, x > n or a level
/// outside (0, 1). Source: Wilson, E. B. (1927), J. Am. Stat. Assoc. 22, 209-212; Newcombe, R. G. (1998), Stat. Med. 17, 857-872,
/// method 3.
#[must_use]
pub fn wilson(x: u64, n: u64, level: f64) -> Option<Interval> {
    wilson_of(Sample::counted(x, n).ok()?, level).ok()
}

/// Returns the Wilson score interval of a sample, whose size need not be whole: with share p, size n and normal quantile z,
/// `(p + z^2/2n -+ z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n)`. Sources: those of [`wilson`].
///
/// # Errors
/// `Malformed` for a level outside (0, 1).
pub fn wilson_of(sample: Sample, level: f64) -> Result<Interval, Undefined> {
    let z = z_of(level)?;
    let (count, p) = (sample.size(), sample.share());
    let z2 = z * z;
    let middle = p + z2 / (2.0 * count);
    let half = z * (p * (1.0 - p) / count + z2 / (4.0 * count * count)).sqrt();
    let scale = 1.0 + z2 / count;
    // At the ends the formula gives 0 and 1 exactly; rounding must not push the limits past them.
    let low = if sample.is_none() { 0.0 } else { ((middle - half) / scale).max(0.0) };
    let high = if sample.is_all() { 1.0 } else { ((middle + half) / scale).min(1.0) };
    Ok(Interval { low, high })
}

/// How much of a share may be shown, and what that rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Presentation {
    /// How much may be shown.
    pub display: Display,
    /// The width of the 95 % Clopper-Pearson interval on the effective size, unless n is 0.
    pub width: Option<f64>,
}

/// Returns how much of a share of `x` in `n` may be shown, given its effective size: the interval from ten items on, and a
/// heading where the effective size is at least 30 and its 95 % Clopper-Pearson interval narrower than 0.30 and, unless at most
/// 0.05, at most 1.30 times the smaller of p and 1 - p. An effective size above n counts as n. Source: after Parker, J. D. et al.
/// (2017), National Center for Health Statistics, Vital Health Stat. 2(175).
///
/// # Errors
/// `Malformed` for x above n or an effective size that is negative or not a number, `NZero` for one of 0, `NotConverged` for one
/// above 10^12.
#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
pub fn presentation(x: u64, n: u64, n_eff: f64) -> Result<Presentation, Undefined> {
    if x > n || n_eff.is_nan() {
        return Err(Undefined::Malformed);
    }
    if n == 0 {
        return Ok(Presentation { display: Display::Nothing, width: None });
    }
    let counted = Sample::counted(x, n)?;
    let size = n_eff.min(counted.size());
    // The counts themselves, where nothing is taken from them.
    let sample = if size < counted.size() { Sample::effective(counted.share(), size)? } else { counted };
    let interval = clopper_pearson(sample, 0.95)?;
    let display = match n {
        0..=9 => Display::Counts,
        _ if size >= 30.0 && is_tight(interval, sample.share()) => Display::Headline,
        _ => Display::Interval,
    };
    Ok(Presentation { display, width: Some(interval.high - interval.low) })
}

// Whether an interval is narrow enough for a heading, by itself and beside the smaller of the share and its complement.
fn is_tight(interval: Interval, p: f64) -> bool {
    let width = interval.high - interval.low;
    width < 0.30 && (width <= 0.05 || width <= 1.30 * p.min(1.0 - p))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_wilson_limits() {
        // Newcombe 1998, table I.
        for (x, n, low, high) in [(81, 263, 0.255_288_52, 0.366_209_58), (0, 20, 0.0, 0.161_125_16), (1, 1, 0.206_549_31, 1.0)] {
            let i = wilson(x, n, 0.95).unwrap();
            assert!((i.low - low).abs() < 5e-9 && (i.high - high).abs() < 5e-9, "{x} of {n}: {i:?}");
        }
        assert_eq!(wilson(0, 0, 0.95), None);
        assert_eq!(wilson(3, 2, 0.95), None);
    }

    #[test]
    fn the_guard_counts_the_effective_size() {
        let shown = |x: u64, n: u64, n_eff: f64| presentation(x, n, n_eff).unwrap().display;
        assert_eq!(presentation(0, 0, 0.0), Ok(Presentation { display: Display::Nothing, width: None }));
        assert_eq!(shown(4, 9, 9.0), Display::Counts);
        assert_eq!(shown(26, 60, 60.0), Display::Headline);
        assert_eq!(shown(60, 120, 29.9), Display::Interval);
        assert_eq!(shown(24, 40, 40.0), Display::Interval, "wider than 0.30");
        assert_eq!(shown(24, 40, 4_000.0), Display::Interval, "clusters never make more of the items");
        assert_eq!(shown(2, 60, 60.0), Display::Interval, "wide beside so small a share");
        assert_eq!(shown(0, 60, 60.0), Display::Interval);
        assert_eq!(shown(0, 100, 100.0), Display::Headline, "not above 0.05 wide");
        assert_eq!(shown(100, 100, 100.0), Display::Headline);
        for (x, n, n_eff) in [(3, 2, 2.0), (1, 2, f64::NAN), (1, 2, -1.0)] {
            assert_eq!(presentation(x, n, n_eff), Err(Undefined::Malformed));
        }
        assert_eq!(presentation(1, 2, 0.0), Err(Undefined::NZero));
    }

    proptest! {
        #[test]
        fn a_smaller_effective_size_never_shows_more(n in 1_u64..400, part in 0.0_f64..=1.0, deff in 1.0_f64..20.0) {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let (x, size) = ((n as f64 * part) as u64, n as f64);
            let (own, fewer) = (presentation(x, n, size).unwrap(), presentation(x, n, size / deff).unwrap());
            prop_assert!(fewer.display <= own.display && own.width <= fewer.width.map(|width| width + 1e-12));
        }

        #[test]
        fn real_sizes_hold_the_share(share in 0.0_f64..=1.0, power in -90.0_f64..18.0, level in 1e-9_f64..0.999_999) {
            let sample = Sample::effective(share, libm::pow(10.0, power)).unwrap();
            let found = wilson_of(sample, level).unwrap();
            prop_assert!(0.0 <= found.low && found.low <= share + 1e-15, "{found:?}");
            prop_assert!(share <= found.high + 1e-15 && found.high <= 1.0, "{found:?}");
        }

        #[test]
        fn limits_hold_the_share_and_mirror(n in 1u64..5000, share in 0.0f64..=1.0) {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let x = (n as f64 * share) as u64;
            let p = x as f64 / n as f64;
            let i = wilson(x, n, 0.95).unwrap();
            prop_assert!(0.0 <= i.low && i.low <= p && p <= i.high && i.high <= 1.0);
            let mirror = wilson(n - x, n, 0.95).unwrap();
            prop_assert!((mirror.low - (1.0 - i.high)).abs() < 1e-12 && (mirror.high - (1.0 - i.low)).abs() < 1e-12);
        }
    }
}
