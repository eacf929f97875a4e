//! Shares of which a part is unknown: what is not known is never counted as "no".

use super::super::undefined::Undefined;
use super::{Interval, Sample, wilson_of};

/// A share of items some of which could not be told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WithUnknown {
    /// Yes among the known, with its Wilson interval, unless none is known. It holds for all only if the unknown are like the
    /// known.
    pub observed: Option<(f64, Interval)>,
    /// Yes among all, with every unknown a no, and with every unknown a yes.
    pub bounds: Interval,
    /// The Wilson lower limit of the lower bound and the upper limit of the upper one.
    pub limits: Interval,
    /// The unknown among all.
    pub unknown_share: f64,
}

/// Returns a share with both bounds for its unknowns, `yes / n` and `(yes + unknown) / n`, and outer Wilson limits. `deff` is the
/// design effect of the share, 1 where items are independent. Source: Manski, C. F. (1989), J. Hum. Resour. 24, 343-360.
///
/// # Errors
/// `NZero` without items, `Malformed` for a level outside (0, 1), a design effect below 1 or counts whose sum is no count.
pub fn with_unknown(yes: u64, no: u64, unknown: u64, deff: f64, level: f64) -> Result<WithUnknown, Undefined> {
    let known = yes.checked_add(no).ok_or(Undefined::Malformed)?;
    let n = known.checked_add(unknown).ok_or(Undefined::Malformed)?;
    let sample = |x: u64, n: u64| Sample::counted(x, n)?.reduced(deff);
    let (least, most) = (sample(yes, n)?, sample(yes + unknown, n)?);
    let limits = Interval { low: wilson_of(least, level)?.low, high: wilson_of(most, level)?.high };
    let observed = match sample(yes, known) {
        Ok(sample) => Some((sample.share(), wilson_of(sample, level)?)),
        Err(_) => None,
    };
    let bounds = Interval { low: least.share(), high: most.share() };
    Ok(WithUnknown { observed, bounds, limits, unknown_share: Sample::counted(unknown, n)?.share() })
}

/// Bounds of a share of a whole of which a part was seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WholeBounds {
    /// The shares with none and with all of the unseen items.
    pub interval: Interval,
    /// The number with none of them: x.
    pub low_count: u64,
    /// The number with all of them: x + total - n.
    pub high_count: u64,
}

/// Returns the bounds of a share of `total` items of which n were seen, x of them hits: x/total to (x + total - n)/total. They
/// assume nothing about the unseen ones and are no confidence limits. Source: Manski, C. F. (1989), J. Hum. Resour. 24, 343-360.
///
/// # Errors
/// `NZero` for a total of 0, `Malformed` for x above n or n above the total.
pub fn whole_bounds(x: u64, n: u64, total: u64) -> Result<WholeBounds, Undefined> {
    let unseen = total.checked_sub(n).filter(|_| x <= n).ok_or(Undefined::Malformed)?;
    let high_count = x + unseen;
    let interval = Interval { low: Sample::counted(x, total)?.share(), high: Sample::counted(high_count, total)?.share() };
    Ok(WholeBounds { interval, low_count: x, high_count })
}

#[cfg(test)]
mod tests {
    use super::super::wilson;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn unknowns_are_neither_yes_nor_no() {
        let found = with_unknown(64, 21, 40, 1.0, 0.95).unwrap();
        assert_eq!(found.bounds, Interval { low: 0.512, high: 0.832 });
        let (share, interval) = found.observed.unwrap();
        assert!((share - 64.0 / 85.0).abs() < 1e-15 && Some(interval) == wilson(64, 85, 0.95));
        let none_known = with_unknown(0, 0, 17, 1.0, 0.95).unwrap();
        assert_eq!((none_known.observed, none_known.bounds), (None, Interval { low: 0.0, high: 1.0 }));
        assert_eq!((none_known.limits, none_known.unknown_share), (Interval { low: 0.0, high: 1.0 }, 1.0));
        let all_known = with_unknown(3, 9, 0, 1.0, 0.95).unwrap();
        assert_eq!(Some(all_known.limits), wilson(3, 12, 0.95));
    }

    #[test]
    fn shares_of_nothing_and_counts_without_a_sum_are_refused() {
        assert_eq!(with_unknown(0, 0, 0, 1.0, 0.95), Err(Undefined::NZero));
        assert_eq!(with_unknown(u64::MAX, 1, 0, 1.0, 0.95), Err(Undefined::Malformed));
        assert_eq!(with_unknown(1, 1, u64::MAX, 1.0, 0.95), Err(Undefined::Malformed));
        assert_eq!(with_unknown(1, 1, 1, 0.5, 0.95), Err(Undefined::Malformed));
        assert_eq!(with_unknown(1, 1, 1, 1.0, 1.0), Err(Undefined::Malformed));
        assert_eq!(whole_bounds(0, 0, 0), Err(Undefined::NZero));
        assert_eq!(whole_bounds(3, 2, 9), Err(Undefined::Malformed));
        assert_eq!(whole_bounds(1, 10, 9), Err(Undefined::Malformed));
    }

    #[test]
    fn nothing_seen_bounds_nothing_and_all_seen_leaves_a_number() {
        let nothing = whole_bounds(0, 0, 9).unwrap();
        assert_eq!((nothing.low_count, nothing.high_count, nothing.interval), (0, 9, Interval { low: 0.0, high: 1.0 }));
        let all = whole_bounds(40, 90, 90).unwrap();
        assert_eq!((all.low_count, all.high_count), (40, 40));
        let endless = whole_bounds(u64::MAX, u64::MAX, u64::MAX).unwrap();
        assert_eq!((endless.low_count, endless.high_count), (u64::MAX, u64::MAX));
    }

    proptest! {
        #[test]
        fn limits_hold_bounds_and_bounds_hold_what_the_unknown_may_be(
            yes in 0_u64..500, no in 0_u64..500, unknown in 0_u64..500, deff in 1.0_f64..9.0, part in 0.0_f64..=1.0,
        ) {
            prop_assume!(yes + no + unknown > 0);
            let found = with_unknown(yes, no, unknown, deff, 0.95).unwrap();
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let truly = yes + (unknown as f64 * part) as u64;
            let share = Sample::counted(truly, yes + no + unknown).unwrap().share();
            prop_assert!(found.limits.low <= found.bounds.low && found.bounds.high <= found.limits.high);
            prop_assert!(found.bounds.low <= share && share <= found.bounds.high);
            prop_assert!((found.bounds.high - found.bounds.low - found.unknown_share).abs() < 1e-12);
            if let Some((observed, _)) = found.observed {
                prop_assert!(found.bounds.low <= observed + 1e-15 && observed <= found.bounds.high + 1e-15);
            }
            let whole = whole_bounds(yes, yes + no, yes + no + unknown).unwrap();
            prop_assert_eq!(whole.interval, found.bounds);
        }
    }
}
