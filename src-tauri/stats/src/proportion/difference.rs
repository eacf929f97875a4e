//! The difference of two shares.

use super::super::undefined::Undefined;
use super::{Sample, wilson_of};

/// A difference of two shares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// The first share less the second, in \[-1, 1\].
    pub estimate: f64,
    /// Lower limit, in \[-1, 1\].
    pub low: f64,
    /// Upper limit, in \[-1, 1\].
    pub high: f64,
}

/// Returns the difference of two independent shares with Newcombe's hybrid score interval: with Wilson limits l and u of each,
/// `d - sqrt((p1 - l1)^2 + (u2 - p2)^2)` to `d + sqrt((u1 - p1)^2 + (p2 - l2)^2)`. For shares of items in clusters give samples
/// of the effective sizes. Source: Newcombe, R. G. (1998), Stat. Med. 17, 873-890, method 10.
///
/// # Errors
/// `Malformed` for a level outside (0, 1).
pub fn newcombe(first: Sample, second: Sample, level: f64) -> Result<Difference, Undefined> {
    let (one, other) = (wilson_of(first, level)?, wilson_of(second, level)?);
    let (p, q) = (first.share(), second.share());
    let estimate = p - q;
    let below = libm::hypot(p - one.low, other.high - q);
    let above = libm::hypot(one.high - p, q - other.low);
    Ok(Difference { estimate, low: (estimate - below).max(-1.0), high: (estimate + above).min(1.0) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn counted(x: u64, n: u64) -> Sample {
        Sample::counted(x, n).unwrap()
    }

    #[test]
    fn published_limits_come_out() {
        // Newcombe (1998), table II, method 10.
        for (one, other, low, high) in [
            ((56, 70), (48, 80), 0.0524, 0.3339),
            ((9, 10), (3, 10), 0.1705, 0.8090),
            ((6, 7), (2, 7), 0.0582, 0.8062),
            ((5, 56), (0, 29), -0.0381, 0.1926),
            ((0, 10), (0, 20), -0.1611, 0.2775),
            ((0, 10), (0, 10), -0.2775, 0.2775),
            ((10, 10), (0, 20), 0.6791, 1.0),
            ((10, 10), (0, 10), 0.6075, 1.0),
        ] {
            let found = newcombe(counted(one.0, one.1), counted(other.0, other.1), 0.95).unwrap();
            assert!((found.low - low).abs() < 6e-5 && (found.high - high).abs() < 6e-5, "{one:?} {other:?}: {found:?}");
        }
    }

    #[test]
    fn levels_outside_are_refused_and_one_item_each_tells_nothing() {
        for level in [0.0, 1.0, -1.0, f64::NAN] {
            assert_eq!(newcombe(counted(1, 2), counted(1, 2), level), Err(Undefined::Malformed));
        }
        let found = newcombe(counted(1, 1), counted(0, 1), 0.95).unwrap();
        assert!(found.estimate >= 1.0 && found.low < 0.0 && found.high >= 1.0, "{found:?}");
        let huge = newcombe(counted(400_000_000, 1_000_000_000), counted(399_900_000, 1_000_000_000), 0.95).unwrap();
        assert!(huge.low > 5e-5 && huge.high < 1.5e-4, "{huge:?}");
    }

    proptest! {
        #[test]
        fn limits_hold_the_difference_and_turn_with_the_two(
            p in 0.0_f64..=1.0, q in 0.0_f64..=1.0, m in 0.1_f64..1e9, n in 0.1_f64..1e9, level in 1e-6_f64..0.999_999,
        ) {
            let (one, other) = (Sample::effective(p, m).unwrap(), Sample::effective(q, n).unwrap());
            let (there, back) = (newcombe(one, other, level).unwrap(), newcombe(other, one, level).unwrap());
            prop_assert!(-1.0 <= there.low && there.low <= there.estimate && there.estimate <= there.high && there.high <= 1.0);
            prop_assert!((there.low + back.high).abs() < 1e-12 && (there.high + back.low).abs() < 1e-12);
        }

        #[test]
        fn a_design_effect_widens(x in 0_u64..=30, y in 0_u64..=50, deff in 1.0_f64..20.0) {
            let (one, other) = (counted(x, 30), counted(y, 50));
            let own = newcombe(one, other, 0.95).unwrap();
            let wide = newcombe(one.reduced(deff).unwrap(), other.reduced(deff).unwrap(), 0.95).unwrap();
            prop_assert!(wide.low <= own.low + 1e-12 && own.high <= wide.high + 1e-12);
        }
    }
}
