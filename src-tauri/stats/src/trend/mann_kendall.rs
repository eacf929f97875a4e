//! The Mann-Kendall test of a monotone trend, Kendall's tau and the Sen slope.

use super::{count, real};
use crate::{Undefined, special::normal_sf};

// Up to this many values all slopes are listed. Above, they are counted: the list would grow with the square.
const LISTED_MAX: usize = 1_500;

/// A test of a monotone trend.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannKendall {
    /// Pairs that rise less pairs that fall.
    pub s: i64,
    /// Variance of S without a trend.
    pub variance: f64,
    /// Standardised S.
    pub z: f64,
    /// Two-sided chance of an S as far from 0 or farther without a trend (normal approximation), in [0, 1].
    pub p: f64,
    /// Kendall's tau-b with time, in [-1, 1].
    pub tau_b: f64,
    /// Median of the slopes of all pairs: the value's unit for each step.
    pub sen_slope: f64,
}

/// Whether S is moved one towards 0 before it is standardised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Continuity {
    /// It is, since S moves in steps.
    Corrected,
    /// It is not.
    Plain,
}

/// Returns the Mann-Kendall test of values at equal distances, in the order of time.
///
/// `S = sum_{i<j} sign(x_j - x_i)`; with groups of t equal values `Var S = (n (n-1) (2n+5) - sum t (t-1) (2t+5)) / 18`;
/// `z = (S - sign S) / sqrt(Var S)`, or without the correction `S / sqrt(Var S)`; `tau_b = S / sqrt((N - T) N)`, N being the number of
/// pairs and T that of equal ones; the Sen slope is the median of `(x_j - x_i) / (j - i)`. The values must not depend on each other:
/// with a positive dependence from one to the next p is too small. The normal curve is near from about ten values on.
///
/// Sources: Mann, H. B. (1945), Econometrica 13, 245-259; Kendall, M. G. (1975), Rank Correlation Methods, 4th ed.; Sen, P. K. (1968),
/// J. Am. Stat. Assoc. 63, 1379-1389.
///
/// # Errors
/// No values, one value or only equal ones, a value that is not finite or so large that a difference is not.
pub fn mann_kendall(values: &[f64], continuity: Continuity) -> Result<MannKendall, Undefined> {
    if values.is_empty() {
        return Err(Undefined::NZero);
    }
    // A negative zero would sort apart from a positive one.
    let values: Vec<f64> = values.iter().map(|value| value + 0.0).collect();
    let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
    let range = values.iter().copied().fold(f64::NEG_INFINITY, f64::max) - lowest;
    if !(range.is_finite() && values.iter().all(|value| value.is_finite())) {
        return Err(Undefined::Malformed);
    }
    if range <= 0.0 {
        return Err(Undefined::NoVariation);
    }
    let n = count(values.len());
    let pairs = pairs_of(n);
    let (falling, equal, cubes) =
        (falling_pairs(&values), ties(&values).map(pairs_of).sum::<u64>(), ties(&values).map(spread).sum::<f64>());
    let rising = pairs - equal - falling;
    let s = signed(rising) - signed(falling);
    let variance = (spread(n) - cubes) / 18.0;
    let size = real(rising.abs_diff(falling));
    let moved = if continuity == Continuity::Corrected { (size - 1.0).max(0.0) } else { size };
    let z = if s < 0 { -moved } else { moved } / variance.sqrt();
    let tau_b = if s < 0 { -size } else { size } / (real(pairs - equal) * real(pairs)).sqrt();
    let p = (2.0 * normal_sf(z.abs())).min(1.0);
    Ok(MannKendall { s, variance, z, p, tau_b, sen_slope: sen_slope(&values, range)? })
}

const fn pairs_of(n: u64) -> u64 {
    n * n.saturating_sub(1) / 2
}

// n (n - 1) (2n + 5)
fn spread(n: u64) -> f64 {
    let n = real(n);
    n * (n - 1.0) * (2.0 * n + 5.0)
}

fn signed(pairs: u64) -> i64 {
    i64::try_from(pairs).unwrap_or(i64::MAX)
}

// The sizes of the groups of equal values.
fn ties(values: &[f64]) -> impl Iterator<Item = u64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let sizes: Vec<u64> = sorted.chunk_by(|one, other| one.total_cmp(other).is_eq()).map(|tied| count(tied.len())).collect();
    sizes.into_iter()
}

// Pairs whose later value is smaller, counted while the values are merged in order.
fn falling_pairs(values: &[f64]) -> u64 {
    let (mut now, mut width, mut falling) = (values.to_vec(), 1, 0);
    let mut next = Vec::with_capacity(now.len());
    while width < now.len() {
        next.clear();
        for chunk in now.chunks(2 * width) {
            let (one, other) = chunk.split_at(width.min(chunk.len()));
            let mut one = one.iter().peekable();
            for later in other {
                while let Some(sooner) = one.next_if(|sooner| *sooner <= later) {
                    next.push(*sooner);
                }
                falling += count(one.len());
                next.push(*later);
            }
            next.extend(one);
        }
        std::mem::swap(&mut now, &mut next);
        width *= 2;
    }
    falling
}

fn sen_slope(values: &[f64], range: f64) -> Result<f64, Undefined> {
    let pairs = pairs_of(count(values.len()));
    let (lower, upper) = ((pairs - 1) / 2, pairs / 2);
    let slope = if values.len() <= LISTED_MAX {
        let mut slopes = Vec::new();
        for (place, sooner) in values.iter().enumerate() {
            let later = values.iter().skip(place + 1);
            slopes.extend(later.zip(1_u32..).map(|(later, steps)| (later - sooner) / f64::from(steps)));
        }
        slopes.sort_unstable_by(f64::total_cmp);
        let at = |rank: u64| usize::try_from(rank).ok().and_then(|rank| slopes.get(rank)).copied().unwrap_or(f64::NAN);
        f64::midpoint(at(lower), at(upper))
    } else {
        f64::midpoint(slope_of_rank(values, range, lower), slope_of_rank(values, range, upper))
    };
    if slope.is_finite() { Ok(slope) } else { Err(Undefined::Malformed) }
}

// The smallest slope b such that more than `rank` pairs have a slope of at most b, found by halving among all numbers: a pair has a slope
// above b where x - b i still rises, so the pairs are counted in n log n steps. Rounding of x - b i moves the slope by about the last
// digit of the values.
fn slope_of_rank(values: &[f64], range: f64, rank: u64) -> f64 {
    let (mut low, mut high) = (ordered(-range), ordered(range));
    let mut tilted = vec![0.0; values.len()];
    while low < high {
        // Rounded down, so that it stays below `high`.
        let middle = low.saturating_add_unsigned(low.abs_diff(high) / 2);
        let slope = unordered(middle);
        // Turned round, so that pairs that do not rise are those that fall or are level.
        tilted
            .iter_mut()
            .zip(values.iter().zip(0_u32..))
            .for_each(|(tilted, (value, place))| *tilted = slope * f64::from(place) - value);
        let above = falling_pairs(&tilted);
        if pairs_of(count(values.len())) - above > rank { high = middle } else { low = middle + 1 }
    }
    unordered(low)
}

// Finite numbers in their order as whole numbers without gaps.
fn ordered(value: f64) -> i64 {
    let bits = value.to_bits().cast_signed();
    if bits < 0 { i64::MIN - bits } else { bits }
}

fn unordered(place: i64) -> f64 {
    f64::from_bits(if place < 0 { i64::MIN - place } else { place }.cast_unsigned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn test(values: &[f64]) -> MannKendall {
        mann_kendall(values, Continuity::Corrected).unwrap()
    }

    #[test]
    fn five_values_by_hand() {
        // Pairs: 7 rise, 2 fall, 1 is level. Var S = (5 * 4 * 15 - 2 * 1 * 9) / 18.
        let found = test(&[1.0, 2.0, 4.0, 4.0, 3.0]);
        let (rising, falling) = (7_i64, 2_i64);
        assert_eq!(found.s, rising - falling);
        assert!((found.variance - 282.0 / 18.0).abs() < 1e-12);
        assert!((found.z - 4.0 / (282.0_f64 / 18.0).sqrt()).abs() < 1e-12);
        assert!((found.tau_b - 5.0 / (9.0_f64 * 10.0).sqrt()).abs() < 1e-12);
        // Slopes: 1, 1.5, 1, .5, 2, 1, 1/3, 0, -.5, -1.
        assert!((found.sen_slope - 0.75).abs() < 1e-12, "{found:?}");
        let plain = mann_kendall(&[1.0, 2.0, 4.0, 4.0, 3.0], Continuity::Plain).unwrap();
        assert!((plain.z - 5.0 / (282.0_f64 / 18.0).sqrt()).abs() < 1e-12);
    }

    #[test]
    fn what_has_no_trend_is_refused() {
        let refused = |values: &[f64]| mann_kendall(values, Continuity::Corrected).unwrap_err();
        assert_eq!(refused(&[]), Undefined::NZero);
        assert_eq!((refused(&[3.0]), refused(&[3.0, 3.0])), (Undefined::NoVariation, Undefined::NoVariation));
        assert_eq!(refused(&[0.0, -0.0]), Undefined::NoVariation);
        for value in [f64::NAN, f64::INFINITY] {
            assert_eq!(refused(&[1.0, value]), Undefined::Malformed);
        }
        assert_eq!(refused(&[-1e308, 1e308]), Undefined::Malformed, "their difference is no number");
        assert_eq!(test(&[1.0, 2.0]).p, 1.0, "two values show nothing");
    }

    #[test]
    fn long_series_are_counted_not_listed() {
        // A line with a saw on it: the median of the slopes is that of the line.
        let n = 4_000_u32;
        let values: Vec<f64> = (0..n).map(|i| 0.25 * f64::from(i) + f64::from(i % 7)).collect();
        assert!(values.len() > LISTED_MAX);
        let found = test(&values);
        assert!((found.sen_slope - 0.25).abs() < 1e-12, "{found:?}");
        let falling: Vec<f64> = values.iter().map(|value| -value).collect();
        let turned = test(&falling);
        assert!(turned.s == -found.s && (turned.sen_slope + 0.25).abs() < 1e-12 && turned.p == found.p);
        assert!((found.tau_b - 0.99).abs() < 0.01 && found.p < 1e-300);
    }

    #[test]
    fn a_million_values_are_bearable() {
        let values: Vec<f64> = (0..1_000_000_u32).map(|i| f64::from(i / 2)).collect();
        // Pairs less the level ones.
        assert_eq!(falling_pairs(&values), 0);
        let turned: Vec<f64> = values.iter().rev().copied().collect();
        assert_eq!(falling_pairs(&turned), 1_000_000 * 999_999 / 2 - 500_000);
    }

    proptest! {
        #[test]
        fn pairs_are_counted_as_by_listing(values in prop::collection::vec(-4_i8..5, 2..40), tilt in -3_i8..4) {
            let values: Vec<f64> = values.iter().map(|value| f64::from(*value)).collect();
            let Ok(found) = mann_kendall(&values, Continuity::Corrected) else { return Ok(()) };
            let mut s = 0;
            let mut slopes = Vec::new();
            for (i, one) in values.iter().enumerate() {
                for (j, other) in values.iter().enumerate().skip(i + 1) {
                    s += i64::from(other > one) - i64::from(other < one);
                    slopes.push((other - one) / (j - i) as f64);
                }
            }
            prop_assert_eq!(found.s, s);
            prop_assert!((-1.0..=1.0).contains(&found.tau_b) && (0.0..=1.0).contains(&found.p));
            // Counting finds each slope that listing finds.
            slopes.sort_by(f64::total_cmp);
            let range = 20.0;
            for rank in [0, slopes.len() / 2, slopes.len() - 1] {
                prop_assert!((slope_of_rank(&values, range, rank as u64) - slopes[rank]).abs() < 1e-12);
            }
            // A line added to the values is added to the slope.
            let tilted: Vec<f64> = values.iter().zip(0_u8..).map(|(value, i)| value + f64::from(tilt) * f64::from(i)).collect();
            if let Ok(moved) = mann_kendall(&tilted, Continuity::Corrected) {
                prop_assert!((moved.sen_slope - found.sen_slope - f64::from(tilt)).abs() < 1e-12);
            }
        }

        #[test]
        fn numbers_keep_their_order(one in any::<f64>(), other in any::<f64>()) {
            prop_assume!(one.is_finite() && other.is_finite());
            let (one, other) = (one + 0.0, other + 0.0);
            prop_assert_eq!(ordered(one).cmp(&ordered(other)), one.total_cmp(&other));
            prop_assert_eq!(unordered(ordered(one)).to_bits(), one.to_bits());
        }
    }
}
