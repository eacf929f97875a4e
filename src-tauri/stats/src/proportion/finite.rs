//! Exact limits of a count in a finite population, from a simple random sample of it.

use super::super::special::binomial_mass;
use super::super::undefined::Undefined;
use super::Interval;
use super::sample::tail_of;

// Beyond these the sums would take minutes.
const POPULATION_MAX: u64 = 1_000_000_000_000;
const TERMS_MAX: u32 = 8_000_000;
// A probability that equals the tail is not above it, whatever the rounding of the two.
const ROUNDING: f64 = 1e-12;

/// How many of a population have what `x` of `n` of its items have that were drawn from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FiniteShare {
    /// x/n. Where nearly all were drawn it may lie between two shares that the population can have, and the limits beside it.
    pub estimate: f64,
    /// Lower limit of the number of items in the population.
    pub low_count: u64,
    /// Upper limit of that number.
    pub high_count: u64,
    /// The same limits as shares of the population.
    pub interval: Interval,
}

/// Returns the exact interval for a simple random sample without replacement, by inverting hypergeometric tails: with tail a, the
/// lower limit is the least number K of the population with P(X >= x | K) > a, the upper one the greatest with P(X <= x | K) > a.
/// A sample of the whole population leaves one number. Source: Buonaccorsi, J. P. (1987), Am. Stat. 41, 215-218.
///
/// # Errors
/// `NZero` for n = 0, `Malformed` for x above n, n above the population or a level outside (0, 1), `NotConverged` for a
/// population above 10^12.
pub fn hypergeometric(x: u64, n: u64, population: u64, level: f64) -> Result<FiniteShare, Undefined> {
    if n == 0 {
        return Err(Undefined::NZero);
    }
    let others = n.checked_sub(x).ok_or(Undefined::Malformed)?;
    if n > population {
        return Err(Undefined::Malformed);
    }
    if population > POPULATION_MAX {
        return Err(Undefined::NotConverged);
    }
    let tail = tail_of(level)?;
    let low_count = least(x, n, population, tail)?;
    // The greatest number with at most x hits leaves the least number with at least n - x others.
    let high_count = population - least(others, n, population, tail)?;
    let share = |count: u64| real(count) / real(population);
    let interval = Interval { low: share(low_count), high: share(high_count) };
    Ok(FiniteShare { estimate: real(x) / real(n), low_count, high_count, interval })
}

// The least number K with P(X >= x | K) above the tail; that probability rises with K, and is 1 for the greatest K.
fn least(x: u64, n: u64, population: u64, tail: f64) -> Result<u64, Undefined> {
    let (mut low, mut high) = (x, population - n + x);
    while low < high {
        let middle = u64::midpoint(low, high);
        if at_least(x, n, population, middle)? > tail * (1.0 + ROUNDING) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(low)
}

// P(X >= x) for n draws from a population that holds `hits`: the sum from x up where x is above the mean, and else what the sum
// from x - 1 down leaves. Both ways the terms fall from the first.
fn at_least(x: u64, n: u64, population: u64, hits: u64) -> Result<f64, Undefined> {
    let (fewest, most) = (n.saturating_sub(population - hits), n.min(hits));
    if x <= fewest {
        return Ok(1.0);
    }
    if x > most {
        return Ok(0.0);
    }
    let (drawn, marked, plain) = (real(n), real(hits), real(population - hits));
    if real(x) > drawn * (marked / real(population)) {
        let up = |k: f64| (marked - k) * (drawn - k) / ((k + 1.0) * (plain - drawn + k + 1.0));
        return sum(mass(x, n, population, hits), real(x), 1.0, most - x, &up);
    }
    let first = x - 1;
    let down = |k: f64| k * (plain - drawn + k) / ((marked - k + 1.0) * (drawn - k + 1.0));
    sum(mass(first, n, population, hits), real(first), -1.0, first - fewest, &down).map(|below| 1.0 - below)
}

// Adds a first term and up to `more` further ones, each the one before times the ratio at its place, until they no longer count.
fn sum(first: f64, start: f64, step: f64, more: u64, ratio: &dyn Fn(f64) -> f64) -> Result<f64, Undefined> {
    let (mut total, mut term, mut place) = (first, first, start);
    for done in 0..TERMS_MAX {
        if u64::from(done) >= more || term <= total * 1e-18 {
            return Ok(total.min(1.0));
        }
        term *= ratio(place);
        total += term;
        place += step;
    }
    Err(Undefined::NotConverged)
}

// The hypergeometric probability by three binomial ones with the sampling fraction as their chance. Source: Loader, C. (2000),
// Fast and Accurate Computation of Binomial Probabilities.
fn mass(x: u64, n: u64, population: u64, hits: u64) -> f64 {
    let (p, q) = (real(n) / real(population), real(population - n) / real(population));
    let marked = binomial_mass(real(x), real(hits), p, q);
    let plain = binomial_mass(real(n - x), real(population - hits), p, q);
    marked * plain / binomial_mass(real(n), real(population), p, q)
}

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
const fn real(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::super::{Sample, clopper_pearson};
    use super::*;
    use proptest::prelude::*;

    fn counts(x: u64, n: u64, population: u64) -> (u64, u64) {
        let found = hypergeometric(x, n, population, 0.95).unwrap();
        (found.low_count, found.high_count)
    }

    #[test]
    fn the_tails_of_small_populations_come_out_by_hand() {
        // Ten items, four marked, three drawn: none 20/120, one 60/120, two 36/120, three 4/120.
        for (x, wanted) in [(0, 1.0), (1, 100.0 / 120.0), (2, 40.0 / 120.0), (3, 4.0 / 120.0), (4, 0.0)] {
            assert!((at_least(x, 3, 10, 4).unwrap() - wanted).abs() < 1e-14, "{x}");
        }
        // One drawn of forty: it has what K of them have with probability K/40, and 1/40 is the tail, not above it.
        assert_eq!(counts(1, 1, 40), (2, 40));
        assert_eq!(counts(0, 1, 40), (0, 38));
        assert_eq!(counts(1, 1, 39), (1, 39));
        assert_eq!(counts(0, 1, 2), (0, 1));
    }

    #[test]
    fn a_census_leaves_one_number() {
        for (x, n) in [(0, 1), (1, 1), (30, 80), (80, 80), (0, 80)] {
            assert_eq!(counts(x, n, n), (x, x));
        }
    }

    #[test]
    fn what_cannot_be_drawn_is_refused() {
        assert_eq!(hypergeometric(0, 0, 10, 0.95), Err(Undefined::NZero));
        assert_eq!(hypergeometric(0, 0, 0, 0.95), Err(Undefined::NZero));
        assert_eq!(hypergeometric(3, 2, 10, 0.95), Err(Undefined::Malformed));
        assert_eq!(hypergeometric(3, 12, 10, 0.95), Err(Undefined::Malformed));
        assert_eq!(hypergeometric(3, 12, u64::MAX, 0.95), Err(Undefined::NotConverged));
        for level in [0.0, 1.0, f64::NAN] {
            assert_eq!(hypergeometric(3, 12, 20, level), Err(Undefined::Malformed));
        }
    }

    #[test]
    fn large_populations_approach_the_binomial_limits() {
        for (x, n) in [(0, 50), (41, 100), (100, 100), (400_000, 1_000_000)] {
            let found = hypergeometric(x, n, 1_000_000_000, 0.95).unwrap().interval;
            let binomial = clopper_pearson(Sample::counted(x, n).unwrap(), 0.95).unwrap();
            // The sampling fraction takes up to a thousandth of the half-width.
            let near = |one: f64, other: f64| (one - other).abs() < 1e-3 * (binomial.high - binomial.low) + 2e-9;
            assert!(near(found.low, binomial.low) && near(found.high, binomial.high), "{x} of {n}: {found:?} {binomial:?}");
        }
        // Half of a thousand million, seen: the limits are those of the normal curve with half the variance.
        let half = counts(200_000_000, 500_000_000, 1_000_000_000);
        let wide = 1.959_963_984_540_054 * (0.24 / 5e8 * 0.5_f64).sqrt() * 1e9;
        assert!(
            (real(400_000_000 - half.0) - wide).abs() < 3.0 && (real(half.1 - 400_000_000) - wide).abs() < 3.0,
            "{half:?} {wide}"
        );
    }

    // The probability as its definition says it, in whole numbers.
    fn plain_at_least(x: u64, n: u64, population: u64, hits: u64) -> f64 {
        let choose = |n: u64, k: u64| if k > n { 0.0 } else { (0..k).fold(1.0, |c, i| c * real(n - i) / real(i + 1)) };
        let terms = (x..=n).filter(|k| *k <= hits).map(|k| choose(hits, k) * choose(population - hits, n - k));
        terms.sum::<f64>() / choose(population, n)
    }

    #[test]
    fn whatever_the_population_the_limits_hold_it_often_enough() {
        for (n, population) in [(1, 7), (10, 30), (25, 30), (40, 200)] {
            for hits in 0..=population {
                let held = |x: &u64| {
                    let (low, high) = counts(*x, n, population);
                    (low..=high).contains(&hits)
                };
                let fewest = n.saturating_sub(population - hits);
                let coverage: f64 = (fewest..=n.min(hits)).filter(held).map(|x| mass(x, n, population, hits)).sum();
                assert!(coverage >= 0.95 - 1e-12, "{n} of {population} with {hits}: {coverage}");
            }
        }
    }

    proptest! {
        #[test]
        fn tails_are_those_of_the_definition(
            population in 1_u64..60, n in 0.0_f64..=1.0, x in 0.0_f64..=1.0, hits in 0.0_f64..=1.0,
        ) {
            let part = |of: u64, share: f64| {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                let part = (real(of) * share).round() as u64;
                part
            };
            let n = part(population, n).max(1);
            let (x, hits) = (part(n, x), part(population, hits));
            let wanted = plain_at_least(x, n, population, hits);
            prop_assert!((at_least(x, n, population, hits).unwrap() - wanted).abs() < 1e-12);
            let (low, high) = counts(x, n, population);
            let more = |k: u64| plain_at_least(x, n, population, k) > 0.025 + 1e-13;
            let fewer = |k: u64| plain_at_least(n - x, n, population, population - k) > 0.025 + 1e-13;
            let within = |k: u64| more(k) && fewer(k);
            let kept: Vec<u64> = (x..=population - n + x).filter(|k| within(*k)).collect();
            prop_assert_eq!((kept.first(), kept.last()), (Some(&low), Some(&high)));
        }

        #[test]
        fn limits_hold_the_share_and_mirror(population in 1_u64..100_000, n in 0.0_f64..=1.0, x in 0.0_f64..=1.0) {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let part = |of: u64, share: f64| (real(of) * share) as u64;
            let n = part(population, n).max(1);
            let x = part(n, x);
            let found = hypergeometric(x, n, population, 0.95).unwrap();
            let expected = found.estimate * real(population);
            prop_assert!(real(found.low_count) <= (expected - 1e-6).ceil());
            prop_assert!((expected + 1e-6).floor() <= real(found.high_count));
            prop_assert!(found.low_count >= x && found.high_count <= population - (n - x), "what was seen is there");
            let mirror = hypergeometric(n - x, n, population, 0.95).unwrap();
            prop_assert_eq!((population - mirror.high_count, population - mirror.low_count), (found.low_count, found.high_count));
            let surer = hypergeometric(x, n, population, 0.99).unwrap();
            prop_assert!(surer.low_count <= found.low_count && found.high_count <= surer.high_count);
        }
    }
}
