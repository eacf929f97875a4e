//! Delays of reporting: how long after it was issued an order is learned of.
//!
//! A delay is seen only if it is over by the snapshot, so long delays of late orders are missing (right truncation), and the plain
//! distribution of the seen ones is too short. Counted backwards in time the truncation becomes delayed entry.

use super::{count, kaplan_meier::log_log_limits, real};
use crate::{Undefined, quantile};

/// A delay that was seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Delay {
    /// The delay.
    pub delay: f64,
    /// The longest delay with which the unit could have been seen: from its start to the snapshot. At least the delay.
    pub bound: f64,
}

/// A delay that occurs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DelayStep {
    /// The delay.
    pub delay: f64,
    /// Units with delay <= this one <= bound.
    pub at_risk: u64,
    /// Units with this delay.
    pub seen: u64,
    /// Share of delays that are at most this long, among those up to the longest bound.
    pub share: f64,
    /// Lower limit of the share.
    pub low: f64,
    /// Upper limit of the share.
    pub high: f64,
}

/// A delay within which an asked share of the units is seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DelayWithin {
    /// The shortest delay with at least the asked share.
    pub delay: f64,
    /// Lower limit: the shortest delay at which the upper limit of the share reaches the asked one.
    pub low: f64,
    /// Upper limit: the same of the lower limit; nothing if it never does.
    pub high: Option<f64>,
}

/// A share of the delays up to the longest bound.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DelayShare {
    /// The share, in [0, 1].
    pub share: f64,
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
}

/// The distribution of delays.
#[derive(Debug, Clone, PartialEq)]
pub struct Delays {
    /// The delays that occur, in ascending order.
    pub steps: Vec<DelayStep>,
    /// Units.
    pub n: u64,
    /// The longest bound: of longer delays nothing can be known, and all shares are of those up to here.
    pub bound: f64,
    // Of a two-sided level: the probability left at either side.
    tail: f64,
}

/// Returns the distribution of delays by reverse-time Kaplan-Meier, with limits at a two-sided `level` such as 0.95.
///
/// With `m(u)` delays equal to u and `n(u)` units that have delay <= u <= bound: `F(d) = prod (1 - m(u) / n(u))` over the delays u
/// longer than d. F is the share among delays that do not exceed the longest bound; whether longer ones exist the data cannot tell.
/// Limits are those of Kaplan-Meier for F: symmetrical for `ln(-ln F)`. At the longest delay (F = 1) the lower limit is the exact
/// `a^(1/n)`, a being half of 1 - level and n the number of units with the longest bound.
///
/// Source: Lagakos, S. W., Barraj, L. M. and De Gruttola, V. (1988), Biometrika 75, 515-523.
///
/// # Errors
/// No units; a delay that is negative, not finite or longer than its bound; a level outside (0, 1). `WatchInterrupted` where all
/// units that could show a long delay have it while others, all with shorter bounds, have shorter ones: how the two compare in number
/// cannot be seen, and the product would give the shorter ones no share at all.
pub fn reporting_delays(units: &[Delay], level: f64) -> Result<Delays, Undefined> {
    let z = quantile(0.5 + level / 2.0).filter(|_| level > 0.0).ok_or(Undefined::Malformed)?;
    let fits = |unit: &Delay| unit.delay >= 0.0 && unit.bound >= unit.delay && unit.bound.is_finite();
    if !units.iter().all(fits) {
        return Err(Undefined::Malformed);
    }
    // A negative zero would sort apart from a positive one. Longest first: time runs backwards.
    let mut delays: Vec<f64> = units.iter().map(|unit| unit.delay + 0.0).collect();
    let mut bounds: Vec<f64> = units.iter().map(|unit| unit.bound + 0.0).collect();
    delays.sort_unstable_by(|one, other| other.total_cmp(one));
    bounds.sort_unstable_by(|one, other| other.total_cmp(one));
    let bound = *bounds.first().ok_or(Undefined::NZero)?;
    let (n, tail) = (count(delays.len()), (1.0 - level) / 2.0);
    let oldest = real(count(bounds.partition_point(|other| *other >= bound)));
    let mut steps = Vec::new();
    let (mut share, mut log_share, mut sum, mut longer) = (1.0, 0.0, 0.0, 0);
    for tied in delays.chunk_by(|one, other| one.total_cmp(other).is_eq()) {
        let delay = tied.first().copied().unwrap_or(0.0);
        let (at_risk, seen) = (count(bounds.partition_point(|bound| *bound >= delay)) - longer, count(tied.len()));
        let (low, high) = if longer == 0 {
            // At the far end as few watched for longer delays as have the longest bound. Of what is longer still nothing is said.
            (if delay >= bound { 1.0 } else { libm::pow(tail, 1.0 / oldest) }, 1.0)
        } else {
            let (low, high) = log_log_limits(log_share, z * f64::sqrt(sum));
            (low.min(share), high.max(share))
        };
        steps.push(DelayStep { delay, at_risk, seen, share, low, high });
        longer += seen;
        if at_risk == seen && longer < n {
            return Err(Undefined::WatchInterrupted);
        }
        let (m, n) = (real(seen), real(at_risk));
        share *= (n - m) / n;
        log_share += libm::log1p(-m / n);
        sum += m / (n * (n - m));
    }
    steps.reverse();
    Ok(Delays { steps, n, bound, tail })
}

impl Delays {
    /// Returns the shortest delay within which a `share` in (0, 1) is seen, as 0.95 for the days before a snapshot that are still
    /// filling up. Limits invert those of the shares; the steps whose share is 1 do not count for the upper one.
    ///
    /// # Errors
    /// A share outside (0, 1).
    pub fn within(&self, share: f64) -> Result<DelayWithin, Undefined> {
        if !(share > 0.0 && share < 1.0) {
            return Err(Undefined::Malformed);
        }
        // Shares are products: one that should be equal to the asked one may have lost its last digits.
        let wanted = share - 1e-10;
        let first = |of: fn(&DelayStep) -> f64| self.steps.iter().find(|step| of(step) >= wanted).map(|step| step.delay);
        let delay = first(|step| step.share).ok_or(Undefined::NotReached)?;
        let low = first(|step| step.high).unwrap_or(delay);
        let high = self.steps.iter().filter(|step| step.share < 1.0).find(|step| step.low >= wanted).map(|step| step.delay);
        Ok(DelayWithin { delay, low, high })
    }

    /// Returns the share of delays that are at most `delay`, with its limits.
    ///
    /// # Errors
    /// A delay beyond the longest bound, negative or not a number.
    pub fn share_within(&self, delay: f64) -> Result<DelayShare, Undefined> {
        if delay.is_nan() || delay < 0.0 {
            return Err(Undefined::Malformed);
        }
        if delay > self.bound {
            return Err(Undefined::BeyondFollowUp);
        }
        if delay >= self.bound {
            return Ok(DelayShare { share: 1.0, low: 1.0, high: 1.0 });
        }
        let passed = self.steps.partition_point(|step| step.delay <= delay).checked_sub(1);
        if let Some(step) = passed.and_then(|last| self.steps.get(last)) {
            return Ok(DelayShare { share: step.share, low: step.low, high: step.high });
        }
        let n = self.steps.first().map_or(1.0, |step| real(step.at_risk));
        Ok(DelayShare { share: 0.0, low: 0.0, high: 1.0 - libm::pow(self.tail, 1.0 / n) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::{Followed, kaplan_meier};
    use proptest::prelude::*;

    fn units(raw: &[(f64, f64)]) -> Vec<Delay> {
        raw.iter().map(|(delay, bound)| Delay { delay: *delay, bound: *bound }).collect()
    }

    #[test]
    fn shares_by_hand() {
        let found = reporting_delays(&units(&[(1.0, 5.0), (2.0, 3.0), (4.0, 4.0), (0.0, 1.0)]), 0.95).unwrap();
        let told: Vec<(f64, u64, f64)> = found.steps.iter().map(|step| (step.delay, step.at_risk, step.share)).collect();
        assert_eq!(told, [(0.0, 1, 0.125), (1.0, 2, 0.25), (2.0, 2, 0.5), (4.0, 2, 1.0)]);
        assert_eq!((found.n, found.bound), (4, 5.0));
        // The plain share of delays up to 1 is 2 of 4: the late units could not show longer ones.
        assert_eq!(found.share_within(1.5).unwrap().share, 0.25);
        assert_eq!(found.within(0.5).unwrap().delay, 2.0);
        assert_eq!(found.within(0.95).unwrap().delay, 4.0);
        // Beyond the longest delay one unit watched on.
        let beyond = found.share_within(4.5).unwrap();
        assert!((beyond.low - 0.025).abs() < 1e-15 && beyond.share >= 1.0, "{beyond:?}");
        assert_eq!(found.share_within(5.0), Ok(DelayShare { share: 1.0, low: 1.0, high: 1.0 }));
        assert_eq!(found.share_within(5.5), Err(Undefined::BeyondFollowUp));
    }

    #[test]
    fn long_delays_that_only_old_units_could_show_are_refused() {
        let units = units(&[(90.0, 100.0), (1.0, 20.0), (2.0, 30.0), (3.0, 40.0)]);
        assert_eq!(reporting_delays(&units, 0.95).unwrap_err(), Undefined::WatchInterrupted);
    }

    #[test]
    fn one_unit_and_none() {
        let one = reporting_delays(&units(&[(3.0, 7.0)]), 0.95).unwrap();
        assert_eq!(one.within(0.95), Ok(DelayWithin { delay: 3.0, low: 3.0, high: None }));
        let sooner = one.share_within(1.0).unwrap();
        assert!((sooner.high - 0.975).abs() < 1e-15 && sooner.share <= 0.0, "{sooner:?}");
        assert_eq!(reporting_delays(&[], 0.95).unwrap_err(), Undefined::NZero);
        for raw in [(3.0, 2.0), (-1.0, 2.0), (f64::NAN, 2.0), (1.0, f64::INFINITY), (1.0, f64::NAN)] {
            assert_eq!(reporting_delays(&units(&[raw]), 0.95).unwrap_err(), Undefined::Malformed, "{raw:?}");
        }
        assert_eq!(reporting_delays(&units(&[(3.0, 7.0)]), 1.0).unwrap_err(), Undefined::Malformed);
        assert_eq!((one.within(0.0), one.share_within(f64::NAN)), (Err(Undefined::Malformed), Err(Undefined::Malformed)));
        let same = reporting_delays(&units(&[(0.0, 9.0), (-0.0, 9.0)]), 0.95).unwrap();
        assert_eq!(same.steps.len(), 1);
    }

    proptest! {
        #[test]
        fn where_nothing_is_cut_off_shares_are_counted(delays in prop::collection::vec(0_u8..30, 1..60), asked in 0_u8..30) {
            let raw: Vec<(f64, f64)> = delays.iter().map(|delay| (f64::from(*delay), 30.0)).collect();
            let found = reporting_delays(&units(&raw), 0.95).unwrap();
            let share = delays.iter().filter(|delay| **delay <= asked).count() as f64 / delays.len() as f64;
            prop_assert!((found.share_within(f64::from(asked)).unwrap().share - share).abs() < 1e-12);
        }

        #[test]
        fn backwards_it_is_kaplan_meier_with_late_entry(raw in prop::collection::vec((0_u8..12, 0_u8..8), 1..40), asked in 0_u8..12) {
            let found: Vec<(f64, f64)> = raw.iter().map(|(delay, more)| (f64::from(*delay), f64::from(delay + more))).collect();
            // A unit is at risk at its bound itself: half a step earlier than the strict entry of Kaplan-Meier.
            let back = |(delay, bound): &(f64, f64)| Followed { entry: Some(29.5 - bound), time: 30.0 - delay, event: true };
            let curve = kaplan_meier(&found.iter().map(back).collect::<Vec<_>>(), None, 0.95).unwrap();
            let Ok(delays) = reporting_delays(&units(&found), 0.95) else {
                // Where the one cannot be known to its end, the other cannot.
                let shortest = raw.iter().map(|(delay, _)| f64::from(*delay)).fold(f64::INFINITY, f64::min);
                prop_assert_eq!(curve.at(30.0 - shortest), Err(Undefined::WatchInterrupted));
                return Ok(());
            };
            let asked = f64::from(asked);
            if let (Ok(share), Ok(at)) = (delays.share_within(asked), curve.at(29.5 - asked)) {
                prop_assert!((share.share - at.survival).abs() < 1e-12);
                if share.share < 1.0 {
                    prop_assert!((share.low - at.low).abs() < 1e-12 && (share.high - at.high).abs() < 1e-12);
                }
            }
            for step in &delays.steps {
                prop_assert!(0.0 <= step.low && step.low <= step.share && step.share <= step.high && step.high <= 1.0);
            }
            let within = delays.within(0.95).unwrap();
            prop_assert!(within.low <= within.delay && within.high.is_none_or(|high| within.delay <= high));
        }
    }
}
