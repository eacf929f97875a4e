//! A share of counted things, its interval, and how much of it may be shown.

use super::normal::quantile;

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

/// A share with everything that is said beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Proportion {
    /// Numerator.
    pub x: u64,
    /// Denominator.
    pub n: u64,
    /// x/n, unless n is 0.
    pub estimate: Option<f64>,
    /// The 95 % Wilson interval, unless n is 0.
    pub interval: Option<Interval>,
    /// How much may be shown.
    pub display: Display,
}

/// Returns the Wilson score interval of `x` of `n` at a two-sided level such as 0.95, or nothing for n = 0, x > n or a level outside
/// (0, 1). Source: Wilson, E. B. (1927), J. Am. Stat. Assoc. 22, 209-212; Newcombe, R. G. (1998), Stat. Med. 17, 857-872, method 3.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
pub fn wilson(x: u64, n: u64, level: f64) -> Option<Interval> {
    if n == 0 || x > n {
        return None;
    }
    let z = quantile(0.5 + level / 2.0).filter(|_| level > 0.0)?;
    let (count, p) = (n as f64, x as f64 / n as f64);
    let z2 = z * z;
    let middle = p + z2 / (2.0 * count);
    let half = z * (p * (1.0 - p) / count + z2 / (4.0 * count * count)).sqrt();
    let scale = 1.0 + z2 / count;
    // At the ends the formula gives 0 and 1 exactly; rounding must not push the limits past them.
    let low = if x == 0 { 0.0 } else { ((middle - half) / scale).max(0.0) };
    let high = if x == n { 1.0 } else { ((middle + half) / scale).min(1.0) };
    Some(Interval { low, high })
}

/// Returns the share of `x` in `n` with its guard. `clusters` is the number of orders that the n items belong to: items of one order
/// are not independent, so a heading needs thirty orders, not thirty items.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
pub fn proportion(x: u64, n: u64, clusters: u64) -> Proportion {
    let interval = wilson(x, n, 0.95);
    let estimate = (n > 0 && x <= n).then(|| x as f64 / n as f64);
    let display = match (n, interval, estimate) {
        (0, ..) | (_, None, _) | (_, _, None) => Display::Nothing,
        (1..=9, ..) => Display::Counts,
        (_, Some(i), Some(p)) => {
            let width = i.high - i.low;
            let tight = width < 0.30 && (width <= 0.05 || width / p.min(1.0 - p) <= 1.30);
            if clusters.min(n) >= 30 && tight { Display::Headline } else { Display::Interval }
        }
    };
    Proportion { x, n, estimate, interval, display }
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
    fn the_guard_counts_orders_not_items() {
        assert_eq!(proportion(0, 0, 0).display, Display::Nothing);
        assert_eq!(proportion(4, 9, 9).display, Display::Counts);
        assert_eq!(proportion(3, 40, 40).display, Display::Interval, "wide beside so small a share");
        assert_eq!(proportion(26, 40, 40).display, Display::Headline);
        assert_eq!(proportion(60, 120, 110).display, Display::Headline);
        assert_eq!(proportion(60, 120, 12).display, Display::Interval);
    }

    proptest! {
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
