//! One change at an unknown place of a series: Pettitt's test and the Poisson likelihood, each with a chance found by drawing.

use super::{count, multinomial::multinomial, real};
use crate::{Undefined, random::Random};

// Two statistics nearer than this share of them are one: the later place, and the drawn series, must not win by rounding.
const SLACK: f64 = 1e-9;

/// Pettitt's test.
#[derive(Debug, Clone, PartialEq)]
pub struct Pettitt {
    /// The largest |U|.
    pub k: u64,
    /// Numbers of values before the change; several where |U| is equally large.
    pub change_after: Vec<usize>,
    /// Two-sided chance of a K as large or larger without a change, approximate, in [0, 1].
    pub p_approx: f64,
}

/// The place of the largest Poisson likelihood.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChangePoint {
    /// Number of periods before the change; the first where several are equally likely.
    pub change_after: usize,
    /// Twice the logarithm of the ratio of the largest likelihood with a change to that without.
    pub likelihood_ratio: f64,
    /// Events for each unit of exposure before.
    pub rate_before: f64,
    /// Events for each unit of exposure afterwards.
    pub rate_after: f64,
}

/// A chance found by drawing series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DrawnChance {
    /// (1 + drawn series whose statistic is as large or larger) / (1 + drawn series), in (0, 1].
    pub p: f64,
    /// Drawn series.
    pub replicates: u32,
}

/// Returns Pettitt's test of a change in the middle of values, in the order of time. With midranks r:
/// `U_t = 2 sum_{i<=t} r_i - t (n + 1)`, `K = max |U_t|`, `p = 2 exp(-6 K² / (n³ + n²))`. It supposes that without a change every order
/// of the values is equally likely: dependence from one to the next makes p too small.
///
/// Source: Pettitt, A. N. (1979), J. R. Stat. Soc. C 28, 126-135.
///
/// # Errors
/// No values, one value or only equal ones, a value that is not finite.
pub fn pettitt(values: &[f64]) -> Result<Pettitt, Undefined> {
    let ranks = doubled_ranks(values)?;
    let k = largest(&ranks);
    let change_after = statistics(&ranks).zip(1..).filter(|(u, _)| u.unsigned_abs() == k).map(|(_, place)| place).collect();
    let (n, size) = (real(count(values.len())), real(k));
    let p_approx = (2.0 * libm::exp(-6.0 * size * size / (n * n * n + n * n))).min(1.0);
    Ok(Pettitt { k, change_after, p_approx })
}

/// Returns the chance of Pettitt's K by drawing orders of the values. Replicate b has a generator of its own, seeded with `seed + b`.
///
/// # Errors
/// As [`pettitt`]; no replicates.
pub fn pettitt_p(values: &[f64], replicates: u32, seed: u64) -> Result<DrawnChance, Undefined> {
    let ranks = doubled_ranks(values)?;
    let k = largest(&ranks);
    let mut drawn = ranks.clone();
    chance(replicates, seed, |random| {
        drawn.copy_from_slice(&ranks);
        for last in (1..drawn.len()).rev() {
            drawn.swap(last, random.below(last + 1));
        }
        largest(&drawn) >= k
    })
}

/// Returns the place at which one change of a Poisson rate is most likely. `exposure` holds how long each period was watched; without
/// it each counts as 1. A place before or after which nothing was watched is none.
///
/// With events `x_1`, `x_2` and exposures `e_1`, `e_2` before and after, x and e in all: `LR = 2 sum x_i ln(x_i e / (x e_i))`, the
/// largest over all places. The chi-squared distribution does not hold for a maximum: [`poisson_change_point_p`] draws its chance.
///
/// Source: Worsley, K. J. (1986), Biometrika 73, 91-104.
///
/// # Errors
/// No periods; fewer than two with exposure; no event; events without exposure; lengths that differ; an exposure that is negative or not
/// finite.
pub fn poisson_change_point(counts: &[u64], exposure: Option<&[f64]>) -> Result<ChangePoint, Undefined> {
    Periods::of(counts, exposure)?.best(counts)
}

/// Returns the chance of the largest likelihood ratio if the rate never changed: the same number of events is drawn into the periods
/// by their exposure, which needs no rate. Replicate b has a generator of its own, seeded with `seed + b`.
///
/// Counts that vary more than Poisson ones do, as orders that come in letters, make it too small: give it one for each letter.
///
/// # Errors
/// As [`poisson_change_point`]; no replicates.
pub fn poisson_change_point_p(
    counts: &[u64],
    exposure: Option<&[f64]>,
    replicates: u32,
    seed: u64,
) -> Result<DrawnChance, Undefined> {
    let periods = Periods::of(counts, exposure)?;
    let wanted = periods.best(counts)?.likelihood_ratio;
    let events = counts.iter().sum();
    let mut drawn = Vec::with_capacity(counts.len());
    chance(replicates, seed, |random| {
        multinomial(random, events, &periods.each, periods.all, &mut drawn);
        periods.best(&drawn).is_ok_and(|found| found.likelihood_ratio >= wanted - SLACK * (1.0 + wanted))
    })
}

fn chance(replicates: u32, seed: u64, mut as_large: impl FnMut(&mut Random) -> bool) -> Result<DrawnChance, Undefined> {
    if replicates == 0 {
        return Err(Undefined::TooFewReplicates);
    }
    let mut hits = 0_u32;
    for replicate in 0..replicates {
        hits += u32::from(as_large(&mut Random::of_replicate(seed, replicate)));
    }
    Ok(DrawnChance { p: (1.0 + f64::from(hits)) / (1.0 + f64::from(replicates)), replicates })
}

// Twice the midrank of each value less n + 1, so that the sums over the values up to a place are Pettitt's statistics.
fn doubled_ranks(values: &[f64]) -> Result<Vec<i64>, Undefined> {
    if values.is_empty() {
        return Err(Undefined::NZero);
    }
    if !values.iter().all(|value| value.is_finite()) {
        return Err(Undefined::Malformed);
    }
    // A negative zero would sort apart from a positive one.
    let mut sorted: Vec<(f64, usize)> = values.iter().map(|value| value + 0.0).zip(0..).collect();
    sorted.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let whole = |items: usize| i64::try_from(items).unwrap_or(i64::MAX);
    let mut ranks = vec![0; values.len()];
    let mut below = 0;
    for tied in sorted.chunk_by(|one, other| one.0.total_cmp(&other.0).is_eq()) {
        if tied.len() == values.len() {
            return Err(Undefined::NoVariation);
        }
        let rank = 2 * below + whole(tied.len()) - whole(values.len());
        for (_, place) in tied {
            if let Some(slot) = ranks.get_mut(*place) {
                *slot = rank;
            }
        }
        below += whole(tied.len());
    }
    Ok(ranks)
}

// U after each value but the last.
fn statistics(ranks: &[i64]) -> impl Iterator<Item = i64> {
    let sums = ranks.iter().scan(0_i64, |sum, rank| {
        *sum += rank;
        Some(*sum)
    });
    sums.take(ranks.len().saturating_sub(1))
}

fn largest(ranks: &[i64]) -> u64 {
    statistics(ranks).map(i64::unsigned_abs).max().unwrap_or(0)
}

// The exposures of the periods.
struct Periods {
    each: Vec<f64>,
    // Up to and with each period.
    so_far: Vec<f64>,
    // From each period on.
    left: Vec<f64>,
    all: f64,
}

impl Periods {
    fn of(counts: &[u64], exposure: Option<&[f64]>) -> Result<Self, Undefined> {
        let each = exposure.map_or_else(|| vec![1.0; counts.len()], <[f64]>::to_vec);
        if each.len() != counts.len() || !each.iter().all(|part| part.is_finite() && *part >= 0.0) {
            return Err(Undefined::Malformed);
        }
        if counts.is_empty() {
            return Err(Undefined::NZero);
        }
        let events = counts.iter().try_fold(0_u64, |sum, count| sum.checked_add(*count)).ok_or(Undefined::Malformed)?;
        if events == 0 {
            return Err(Undefined::NoEvents);
        }
        if counts.iter().zip(&each).any(|(count, part)| *count > 0 && *part <= 0.0) {
            return Err(Undefined::ZeroExposure);
        }
        let so_far = sums(each.iter());
        let mut left = sums(each.iter().rev());
        left.reverse();
        let all = so_far.last().copied().unwrap_or(0.0);
        if all.is_finite() { Ok(Self { each, so_far, left, all }) } else { Err(Undefined::Malformed) }
    }

    fn best(&self, counts: &[u64]) -> Result<ChangePoint, Undefined> {
        let events = real(counts.iter().sum());
        let part = |x: f64, exposure: f64| {
            let expected = events * (exposure / self.all);
            // The logarithm of a ratio near 1 would lose the digits that are left of x - expected.
            if x > 0.0 { x * libm::log1p((x - expected) / expected) } else { 0.0 }
        };
        let mut before = 0.0;
        let mut best: Option<ChangePoint> = None;
        let exposures = self.so_far.iter().zip(self.left.iter().skip(1));
        for ((count, (so_far, left)), change_after) in counts.iter().zip(exposures).zip(1..) {
            before += real(*count);
            if *so_far <= 0.0 || *left <= 0.0 {
                continue;
            }
            let after = events - before;
            let likelihood_ratio = (2.0 * (part(before, *so_far) + part(after, *left))).max(0.0);
            if best.is_none_or(|best| likelihood_ratio > best.likelihood_ratio + SLACK * (1.0 + best.likelihood_ratio)) {
                best =
                    Some(ChangePoint { change_after, likelihood_ratio, rate_before: before / so_far, rate_after: after / left });
            }
        }
        best.ok_or(Undefined::NoVariation)
    }
}

fn sums<'v>(values: impl Iterator<Item = &'v f64>) -> Vec<f64> {
    values
        .scan(0.0, |sum, value| {
            *sum += value;
            Some(*sum)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn four_values_by_hand() {
        let found = pettitt(&[1.0, 2.0, 9.0, 9.0]).unwrap();
        // Midranks 1, 2, 3.5, 3.5, so U is 2 * 1 - 5 = -3; 2 * 3 - 10 = -4; 2 * 6.5 - 15 = -2.
        assert_eq!((found.k, found.change_after.as_slice()), (4, [2].as_slice()));
        assert!((found.p_approx - (2.0 * (-96.0_f64 / 80.0).exp())).abs() < 1e-15);
        assert_eq!(pettitt(&[1.0, 2.0, 1.0]).unwrap().change_after, [1, 2], "equally large");
    }

    #[test]
    fn the_drawn_chance_is_that_of_all_orders() {
        // Of the 24 orders of four different values those with the two smallest on one side have K = 4: 8 in all.
        let found = pettitt_p(&[1.0, 2.0, 3.0, 4.0], 6_000, 11).unwrap();
        assert!((found.p - 8.0 / 24.0).abs() < 0.02, "{found:?}");
        assert_eq!(pettitt_p(&[1.0, 2.0, 3.0, 4.0], 6_000, 11).unwrap(), found, "the seed decides");
        // And of the 2^10 ways in which ten events fall on two months those with nine or more in one: 22.
        let found = poisson_change_point_p(&[1, 9], None, 6_000, 3).unwrap();
        assert!((found.p - 22.0 / 1_024.0).abs() < 0.006, "{found:?}");
        let sure = poisson_change_point_p(&[5, 5, 5, 5], None, 200, 3).unwrap();
        assert_eq!(sure.p, 1.0, "nothing is less of a change");
        let change = poisson_change_point_p(&[4, 6, 3, 7, 40, 38, 36, 45], Some(&[31.0; 8]), 200, 3).unwrap();
        assert!((change.p - 1.0 / 201.0).abs() < 1e-15, "never 0");
    }

    #[test]
    fn what_cannot_change_is_refused() {
        assert_eq!(pettitt(&[]).unwrap_err(), Undefined::NZero);
        assert_eq!(
            (pettitt(&[2.0]).unwrap_err(), pettitt(&[2.0; 5]).unwrap_err()),
            (Undefined::NoVariation, Undefined::NoVariation)
        );
        assert_eq!(pettitt(&[1.0, f64::NAN]).unwrap_err(), Undefined::Malformed);
        assert_eq!(pettitt_p(&[1.0, 2.0], 0, 1).unwrap_err(), Undefined::TooFewReplicates);
        let refused = |counts: &[u64], exposure: Option<&[f64]>| poisson_change_point(counts, exposure).unwrap_err();
        assert_eq!(refused(&[], None), Undefined::NZero);
        assert_eq!(refused(&[3], None), Undefined::NoVariation);
        assert_eq!(refused(&[0, 0, 0], None), Undefined::NoEvents);
        assert_eq!(refused(&[1, 2], Some(&[1.0, 0.0])), Undefined::ZeroExposure);
        assert_eq!(refused(&[1, 0, 0], Some(&[1.0, 0.0, 0.0])), Undefined::NoVariation, "one period was watched");
        for exposure in [vec![1.0], vec![1.0, -1.0], vec![1.0, f64::NAN], vec![1.0, f64::INFINITY], vec![1e308, 1e308]] {
            assert_eq!(refused(&[1, 2], Some(&exposure)), Undefined::Malformed, "{exposure:?}");
        }
        assert_eq!(refused(&[u64::MAX, 2], None), Undefined::Malformed);
        assert_eq!(poisson_change_point_p(&[1, 2], None, 0, 1).unwrap_err(), Undefined::TooFewReplicates);
    }

    #[test]
    fn huge_counts_and_unwatched_months() {
        let found = poisson_change_point(&[1_000_000_000, 1_000_000_000, 1_000_100_000], None).unwrap();
        assert_eq!(found.change_after, 2);
        // Near equality the ratio is the chi-squared of the table: 2/3 * (1e5)² / 1e9.
        assert!((found.likelihood_ratio - 20.0 / 3.0).abs() < 1e-3, "{found:?}");
        let gap = poisson_change_point(&[2, 3, 0, 9, 8], Some(&[1.0, 1.0, 0.0, 1.0, 1.0])).unwrap();
        assert_eq!((gap.change_after, gap.rate_before, gap.rate_after), (2, 2.5, 8.5), "the first of two equal places");
        assert!(poisson_change_point_p(&[1_000_000_000, 1_000_000_000, 1_000_100_000], None, 50, 1).unwrap().p > 0.0);
    }

    proptest! {
        #[test]
        fn no_place_is_better(counts in prop::collection::vec(0_u64..30, 2..25), days in prop::collection::vec(1_u8..31, 25)) {
            let days: Vec<f64> = days.iter().take(counts.len()).map(|day| f64::from(*day)).collect();
            let Ok(found) = poisson_change_point(&counts, Some(&days)) else { return Ok(()) };
            let log = |x: f64, e: f64| if x > 0.0 { x * (x / e).ln() } else { 0.0 };
            let (x, e) = (counts.iter().sum::<u64>() as f64, days.iter().sum::<f64>());
            for place in 1..counts.len() {
                let (x1, e1) = (counts[..place].iter().sum::<u64>() as f64, days[..place].iter().sum::<f64>());
                let ratio = 2.0 * (log(x1, e1) + log(x - x1, e - e1) - log(x, e));
                prop_assert!(ratio <= found.likelihood_ratio + 1e-6);
                if place == found.change_after {
                    prop_assert!((ratio - found.likelihood_ratio).abs() < 1e-8);
                }
            }
            // Seen from the end the change is as large.
            let turned: Vec<u64> = counts.iter().rev().copied().collect();
            let days: Vec<f64> = days.iter().rev().copied().collect();
            let other = poisson_change_point(&turned, Some(&days)).unwrap();
            prop_assert!((other.likelihood_ratio - found.likelihood_ratio).abs() < 1e-7);
        }

        #[test]
        fn ranks_give_what_pairs_give(values in prop::collection::vec(-5_i8..6, 2..30)) {
            let values: Vec<f64> = values.iter().map(|value| f64::from(*value)).collect();
            let Ok(found) = pettitt(&values) else { return Ok(()) };
            let u = |place: usize| -> i64 {
                let pairs = values[..place].iter().flat_map(|one| values[place..].iter().map(move |other| (one, other)));
                pairs.map(|(one, other)| i64::from(one > other) - i64::from(one < other)).sum()
            };
            let all: Vec<u64> = (1..values.len()).map(|place| u(place).unsigned_abs()).collect();
            prop_assert_eq!(found.k, *all.iter().max().unwrap());
            let places: Vec<usize> = (1..values.len()).filter(|place| all[place - 1] == found.k).collect();
            prop_assert_eq!(&found.change_after, &places);
            prop_assert!(found.p_approx > 0.0 && found.p_approx <= 1.0);
            // A rising function of the values changes nothing.
            let curved: Vec<f64> = values.iter().map(|value| value * value * value).collect();
            prop_assert_eq!(pettitt(&curved).unwrap(), found);
        }
    }
}
