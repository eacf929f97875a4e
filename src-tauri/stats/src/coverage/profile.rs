//! Limits of a total from one log-linear model: the profile of its multinomial likelihood.

use super::super::normal::quantile;
use super::super::special::{root, stirling_error};
use super::super::undefined::Undefined;
use super::log_linear::fitted;
use super::{CaptureTable, real};

/// The most likely total and its profile limits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProfileLimits {
    /// The total of greatest likelihood, not below what was observed.
    pub estimate: f64,
    /// Lower limit.
    pub low: f64,
    /// Upper limit, infinite where more than 10^10 unseen things are still likely enough.
    pub high: f64,
}

// So few unseen things stand for none: the logarithm of their likelihood is that of none to as many digits.
const UNSEEN_MIN: f64 = 1e-6;
const UNSEEN_MAX: f64 = 1e10;

/// Returns the total under which the multinomial likelihood of a log-linear model is greatest, and the totals at which twice its
/// logarithm has fallen by the quantile of chi-squared with one degree of freedom. The likelihood is that of all cells, what is unseen
/// among them: ln N! - ln (N - n)! + sum of `x_c` ln `p_c`, its probabilities fitted anew for every N. It speaks for this model alone: how
/// far models differ is not in it. `interactions` are pairs of places of lists, the lower first.
///
/// Source: Cormack, R. M. (1992), Biometrics 48, 567-576.
///
/// # Errors
/// Those of a log-linear model; `Malformed` for a pair outside the table or given twice and for a level outside (0, 1); `NotConverged`
/// where the likelihood rises without end.
pub fn profile_limits(table: &CaptureTable, interactions: &[(usize, usize)], level: f64) -> Result<ProfileLimits, Undefined> {
    table.modelled()?;
    let pairs = table.pairs();
    let known = interactions
        .iter()
        .enumerate()
        .all(|(i, pair)| pairs.contains(pair) && interactions.iter().skip(i + 1).all(|other| other != pair));
    let z = quantile(0.5 + level / 2.0).filter(|_| level > 0.0 && known).ok_or(Undefined::Malformed)?;
    let profile = Profile { table, interactions, observed: real(table.observed()) };
    // The model without the unseen cell: its number is near, and its errors are those to tell.
    let near = fitted(table, interactions, None)?.means.first().copied().unwrap_or(1.0);
    let top = profile.top(near.clamp(UNSEEN_MIN, UNSEEN_MAX / 4.0))?;
    let drop = |unseen: f64| profile.likelihood(unseen).unwrap_or(f64::NAN);
    let wanted = drop(top) - z * z / 2.0;
    let above = |unseen: f64| drop(unseen) - wanted;
    let seen = profile.observed;
    let low = if top <= UNSEEN_MIN || above(UNSEEN_MIN) >= 0.0 {
        seen
    } else {
        seen + root(UNSEEN_MIN, top, &above).ok_or(Undefined::NotConverged)?
    };
    let mut end = top.max(1.0);
    while end < UNSEEN_MAX && above(end) >= 0.0 {
        end *= 2.0;
    }
    let found = |end: f64| root(top, end, &above).ok_or(Undefined::NotConverged);
    let high = if above(end) >= 0.0 { f64::INFINITY } else { seen + found(end)? };
    Ok(ProfileLimits { estimate: if top <= UNSEEN_MIN { seen } else { seen + top }, low, high })
}

struct Profile<'t> {
    table: &'t CaptureTable,
    interactions: &'t [(usize, usize)],
    observed: f64,
}

impl Profile<'_> {
    // The logarithm of the likelihood of a number of unseen things, up to what does not depend on it.
    fn likelihood(&self, unseen: f64) -> Result<f64, Undefined> {
        let fitted = fitted(self.table, self.interactions, Some(unseen))?;
        let total = self.observed + unseen;
        // With Stirling's formula the terms of size N ln N are gone before they can cancel.
        Ok(0.5 * libm::log(total / unseen) + stirling_error(total) - stirling_error(unseen) - fitted.deviance / 2.0)
    }

    // Its slope: only the factorials and the unseen cell's own probability move, the others being at their best already.
    fn slope(&self, unseen: f64) -> Result<f64, Undefined> {
        let fitted = fitted(self.table, self.interactions, Some(unseen))?;
        let total = self.observed + unseen;
        let mean = fitted.means.first().copied().unwrap_or(0.0);
        Ok(digamma(total + 1.0) - digamma(unseen + 1.0) + libm::log(mean / total))
    }

    // Where the slope is 0, sought from a number nearby.
    fn top(&self, near: f64) -> Result<f64, Undefined> {
        let (mut low, mut high) = (near, near);
        if self.slope(near)? > 0.0 {
            while self.slope(high)? > 0.0 {
                (low, high) = (high, high * 2.0);
                if high > UNSEEN_MAX {
                    return Err(Undefined::NotConverged);
                }
            }
        } else {
            while self.slope(low)? <= 0.0 {
                (high, low) = (low, low / 2.0);
                if low < UNSEEN_MIN {
                    return Ok(UNSEEN_MIN);
                }
            }
        }
        root(low, high, &|unseen| self.slope(unseen).unwrap_or(f64::NAN)).ok_or(Undefined::NotConverged)
    }
}

// The logarithmic derivative of the gamma function for x > 0, by its asymptotic series from 10 on (NIST Digital Library of
// Mathematical Functions, 5.11.2) and the recurrence below.
fn digamma(x: f64) -> f64 {
    let (mut x, mut sum) = (x, 0.0);
    while x < 10.0 {
        sum -= 1.0 / x;
        x += 1.0;
    }
    let square = x * x;
    let inner =
        1.0 / 120.0 - (1.0 / 252.0 - (1.0 / 240.0 - (1.0 / 132.0 - 691.0 / 32_760.0 / square) / square) / square) / square;
    sum + libm::log(x) - 0.5 / x - (1.0 / 12.0 - inner / square) / square
}

#[cfg(test)]
mod tests {
    use super::super::tests::{hepatitis, kosovo, of_ascending};
    use super::*;
    use proptest::prelude::*;

    fn near(got: f64, wanted: f64, relative: f64) {
        assert!((got - wanted).abs() <= relative * wanted.abs(), "{got} against {wanted}");
    }

    #[test]
    fn digamma_has_fourteen_digits() {
        near(digamma(1.0), -0.577_215_664_901_532_9, 1e-14);
        near(digamma(0.5), -1.963_510_026_021_423_5, 1e-14);
        near(digamma(12.25), 2.464_154_655_185_369, 1e-14);
        near(digamma(1e9), 20.723_265_836_446_41, 1e-14);
    }

    #[test]
    fn the_hepatitis_profile_of_the_model_that_both_criteria_pick() {
        let limits = profile_limits(&hepatitis(), &[(0, 1), (0, 2), (1, 2)], 0.95).unwrap();
        near(limits.estimate, 1_286.020_635_29, 1e-11);
        near(limits.low, 654.686_659_48, 1e-9);
        near(limits.high, 3_031.122_485_87, 1e-9);
    }

    #[test]
    fn profiles_that_have_no_upper_limit_or_touch_what_is_seen() {
        // One match among all: hardly a limit for what is unseen.
        let rare = of_ascending(3, &[900, 800, 1, 700, 0, 0, 0]);
        let open = profile_limits(&rare, &[(0, 2)], 0.95).unwrap();
        assert!(open.high > 1e6 && open.low > 2_401.0, "{open:?}");
        let common = of_ascending(3, &[1, 0, 9, 1, 8, 9, 90]);
        let shut = profile_limits(&common, &[], 0.95).unwrap();
        assert!(shut.low >= 118.0 && shut.low < 118.01 && shut.high < 122.0, "{shut:?}");
    }

    #[test]
    fn what_is_not_a_model_is_refused() {
        let limits = |pairs: &[(usize, usize)], level| profile_limits(&kosovo(), pairs, level);
        for pairs in [&[(1, 0)][..], &[(0, 4)], &[(1, 1)], &[(0, 1), (0, 1)]] {
            assert_eq!(limits(pairs, 0.95), Err(Undefined::Malformed), "{pairs:?}");
        }
        for level in [0.0, 1.0, f64::NAN] {
            assert_eq!(limits(&[], level), Err(Undefined::Malformed));
        }
        assert_eq!(profile_limits(&of_ascending(2, &[5, 7, 3]), &[], 0.95), Err(Undefined::FewerThanThreeLists));
        // On exactly two lists there is nothing, on all three there is: the likelihood rises without end.
        assert!(profile_limits(&of_ascending(3, &[30, 40, 0, 50, 7, 9, 3]), &[(0, 1), (0, 2), (1, 2)], 0.95).is_err());
    }

    proptest! {
        #[test]
        fn limits_hold_the_estimate_and_widen(cells in prop::collection::vec(1_u64..60, 7), set in 0_usize..8) {
            let table = of_ascending(3, &cells);
            let pairs: Vec<_> = table.pairs().into_iter().enumerate().filter(|(i, _)| set >> i & 1 == 1).map(|(_, pair)| pair).collect();
            let (narrow, wide) = (profile_limits(&table, &pairs, 0.5).unwrap(), profile_limits(&table, &pairs, 0.95).unwrap());
            prop_assert!(wide.low <= narrow.low && narrow.low <= narrow.estimate, "{narrow:?} {wide:?}");
            prop_assert!(narrow.estimate <= narrow.high && narrow.high <= wide.high, "{narrow:?} {wide:?}");
            prop_assert!(wide.low >= real(table.observed()));
            // The most likely whole is a little below the number that the known cells alone give.
            prop_assert!((narrow.estimate - wide.estimate).abs() < 1e-6 * wide.estimate);
        }
    }
}
