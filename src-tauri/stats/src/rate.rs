//! Rates of events by exposure, and their ratio.

use super::proportion::tail_of;
use super::special::{beta_quantile, beta_quantile_upper, beta_tails, binomial_mass, gamma_quantile, gamma_quantile_upper};
use super::undefined::Undefined;

// Beyond this the exact limits would take minutes.
const EVENTS_MAX: u64 = 1_000_000_000_000;
// Exposures whose ratio is further from 1 than this and its inverse leave no ratio that a double can hold.
const EXPOSURES_MIN: f64 = 1e-150;
// Counts count as equally probable, or less, where only rounding tells them apart.
const SLACK: f64 = 1e-7;

/// Events seen while something was watched.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Watched {
    /// Events.
    pub events: u64,
    /// How long or how much was watched, in any unit, above 0.
    pub exposure: f64,
}

/// A rate of events.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rate {
    /// Events by exposure.
    pub rate: f64,
    /// Lower limit, 0 without events.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
}

/// A ratio of two rates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateRatio {
    /// The first rate by the second; infinite where the second has no events.
    pub ratio: f64,
    /// Lower limit, 0 where the first has no events.
    pub low: f64,
    /// Upper limit, infinite where the second has no events.
    pub high: f64,
    /// The two-sided p-value of equal rates.
    pub p: f64,
}

/// Returns a rate of events that follow a Poisson distribution, with Garwood's exact interval at a two-sided level: with x
/// events, tail a and gamma quantiles G, `G(a; x)` to `G(1 - a; x + 1)`, by exposure. Source: Garwood, F. (1936), Biometrika 28,
/// 437-442.
///
/// # Errors
/// `ZeroExposure` for an exposure of 0, `Malformed` for one that is negative, not finite or too small to divide by, and for a
/// level outside (0, 1), `NotConverged` above 10^12 events.
pub fn poisson_rate(watched: Watched, level: f64) -> Result<Rate, Undefined> {
    let tail = tail_of(level)?;
    let (x, exposure) = (events(watched.events)?, exposure(watched)?);
    let low = if watched.events == 0 { 0.0 } else { gamma_quantile(tail, x) };
    let high = gamma_quantile_upper(tail, x + 1.0);
    let found = Rate { rate: x / exposure, low: low / exposure, high: high / exposure };
    if found.high.is_finite() { Ok(found) } else { Err(Undefined::Malformed) }
}

/// Returns the ratio of two independent Poisson rates with the exact conditional interval at a two-sided level: given all N
/// events, those of the first are binomial with the chance `r T_1 / (r T_1 + T_2)`; its Clopper-Pearson limits are turned into
/// limits of r. The p-value sums the probabilities, at r = 1, of counts that are not more probable than the one seen. Limits and
/// p-value come from different orderings of the counts and may disagree about 1 near the level. Source: Przyborowski, J. and
/// Wilenski, H. (1940), Biometrika 31, 313-323.
///
/// # Errors
/// `ZeroExposure` and `Malformed` as for [`poisson_rate`], also for exposures too far apart to compare, `NoEvents` where neither
/// has events, `NotConverged` above 10^12 events together.
pub fn rate_ratio(first: Watched, second: Watched, level: f64) -> Result<RateRatio, Undefined> {
    let tail = tail_of(level)?;
    let (one, other) = (exposure(first)?, exposure(second)?);
    let by = other / one;
    if !(EXPOSURES_MIN..=1.0 / EXPOSURES_MIN).contains(&by) {
        return Err(Undefined::Malformed);
    }
    let all = events(first.events.checked_add(second.events).ok_or(Undefined::NotConverged)?)?;
    if all <= 0.0 {
        return Err(Undefined::NoEvents);
    }
    let (x, y) = (events(first.events)?, events(second.events)?);
    // Limits of the first's share of the events and of the second's, so that neither is taken from 1.
    let low = if x > 0.0 { beta_quantile(tail, x, y + 1.0) / beta_quantile_upper(tail, y + 1.0, x) * by } else { 0.0 };
    let high = if y > 0.0 { beta_quantile_upper(tail, x + 1.0, y) / beta_quantile(tail, y, x + 1.0) * by } else { f64::INFINITY };
    let ratio = if y > 0.0 { x / y * by } else { f64::INFINITY };
    let p = two_sided(first.events, first.events + second.events, 1.0 / (1.0 + by), 1.0 / (1.0 + 1.0 / by));
    Ok(RateRatio { ratio, low, high, p })
}

// The binomial probability, with chances p and q = 1 - p, of all counts not more probable than x of n.
fn two_sided(x: u64, n: u64, p: f64, q: f64) -> f64 {
    let (seen, all) = (real(x), real(n));
    if seen > all * p {
        return two_sided_below(n - x, n, q, p);
    }
    two_sided_below(x, n, p, q)
}

// The same for x not above the mean: from the mean up the probabilities fall, so the others are all from some count on.
fn two_sided_below(x: u64, n: u64, p: f64, q: f64) -> f64 {
    let all = real(n);
    let bound = binomial_mass(real(x), all, p, q) * (1.0 + SLACK);
    let (mut low, mut high) = (x, n.saturating_add(1));
    while low < high {
        let middle = u64::midpoint(low, high);
        if real(middle) >= all * p && binomial_mass(real(middle), all, p, q) <= bound {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    let above = if low > n { 0.0 } else { at_most(n - low, n, q, p) };
    (at_most(x, n, p, q) + above).min(1.0)
}

// P(X <= x), by the incomplete beta function of the smaller chance.
fn at_most(x: u64, n: u64, p: f64, q: f64) -> f64 {
    if x >= n {
        return 1.0;
    }
    let (hits, rest) = (real(x), real(n - x));
    if p <= q { beta_tails(p, hits + 1.0, rest).1 } else { beta_tails(q, rest, hits + 1.0).0 }
}

fn exposure(watched: Watched) -> Result<f64, Undefined> {
    if watched.exposure.abs() <= 0.0 {
        return Err(Undefined::ZeroExposure);
    }
    if watched.exposure > 0.0 && watched.exposure.is_finite() { Ok(watched.exposure) } else { Err(Undefined::Malformed) }
}

const fn events(count: u64) -> Result<f64, Undefined> {
    if count > EVENTS_MAX { Err(Undefined::NotConverged) } else { Ok(real(count)) }
}

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
const fn real(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rate(events: u64, exposure: f64) -> Result<Rate, Undefined> {
        poisson_rate(Watched { events, exposure }, 0.95)
    }

    fn ratio(one: (u64, f64), other: (u64, f64)) -> Result<RateRatio, Undefined> {
        let watched = |(events, exposure): (u64, f64)| Watched { events, exposure };
        rate_ratio(watched(one), watched(other), 0.95)
    }

    #[test]
    fn published_limits_come_out() {
        // The table of Garwood (1936) as it is usually printed: limits of a Poisson mean, 95 %.
        for (x, low, high) in
            [(0, 0.0, 3.69), (1, 0.0253, 5.57), (2, 0.242, 7.22), (5, 1.62, 11.67), (10, 4.80, 18.39), (50, 37.11, 65.92)]
        {
            let found = rate(x, 1.0).unwrap();
            assert!((found.low - low).abs() < 5.1e-3 && (found.high - high).abs() < 5.1e-3, "{x}: {found:?}");
        }
        // Without events the upper limit is -ln 0.025 by exposure.
        assert!((rate(0, 12.0).unwrap().high - 3.688_879_454_113_936 / 12.0).abs() < 1e-14);
    }

    #[test]
    fn a_thousand_million_events_keep_their_digits() {
        let found = rate(1_000_000_000, 1e3).unwrap();
        assert!((found.low - 999_938.021_4).abs() < 1e-3 && (found.high - 1_000_061.981_5).abs() < 1e-3, "{found:?}");
        let found = ratio((400_000_000, 1.0), (600_000_000, 1.0)).unwrap();
        assert!((found.ratio - 2.0 / 3.0).abs() < 1e-15 && found.low < found.ratio && found.ratio < found.high && found.p <= 0.0);
        let found = ratio((500_010_000, 1.0), (500_000_000, 1.0)).unwrap();
        // The normal curve: 10,000 / sqrt(1,000,010,000) = 0.31623.
        assert!((found.p - 0.751_83).abs() < 1e-4, "{found:?}");
    }

    #[test]
    fn what_was_not_watched_has_no_rate() {
        assert_eq!(rate(0, 0.0), Err(Undefined::ZeroExposure));
        assert_eq!(rate(3, -0.0), Err(Undefined::ZeroExposure));
        for exposure in [-1.0, f64::NAN, f64::INFINITY, 1e-320] {
            assert_eq!(rate(3, exposure), Err(Undefined::Malformed), "{exposure}");
        }
        assert_eq!(rate(u64::MAX, 1.0), Err(Undefined::NotConverged));
        assert_eq!(poisson_rate(Watched { events: 1, exposure: 1.0 }, 1.0), Err(Undefined::Malformed));
        assert_eq!(ratio((1, 0.0), (1, 1.0)), Err(Undefined::ZeroExposure));
        assert_eq!(ratio((1, 1.0), (1, f64::NAN)), Err(Undefined::Malformed));
        for (one, other) in [(1e-300, 1e300), (1e300, 1e-300), (1e-100, 1e100), (1e-320, 1e-100)] {
            assert_eq!(ratio((1, one), (1, other)), Err(Undefined::Malformed), "{one} {other}");
        }
        assert_eq!(ratio((0, 3.0), (0, 1.0)), Err(Undefined::NoEvents));
        assert_eq!(ratio((u64::MAX, 3.0), (u64::MAX, 1.0)), Err(Undefined::NotConverged));
    }

    #[test]
    fn ratios_without_events_on_one_side_are_open() {
        let none_below = ratio((6, 10.0), (0, 10.0)).unwrap();
        assert!(none_below.ratio.is_infinite() && none_below.high.is_infinite() && none_below.low > 1.0);
        assert!((none_below.p - 2.0 / 64.0).abs() < 1e-15);
        let none_above = ratio((0, 10.0), (6, 10.0)).unwrap();
        assert!(none_above.ratio <= 0.0 && none_above.low <= 0.0 && (none_above.high * none_below.low - 1.0).abs() < 1e-12);
        let one = ratio((1, 1.0), (0, 1.0)).unwrap();
        assert!(one.p >= 1.0 && one.low < 1.0, "one event tells nothing");
    }

    // The p-value as its definition says it.
    fn plain_p(x: u64, n: u64, p: f64) -> f64 {
        let mass = |k: u64| binomial_mass(real(k), real(n), p, 1.0 - p);
        (0..=n).map(mass).filter(|probability| *probability <= mass(x) * (1.0 + SLACK)).sum::<f64>().min(1.0)
    }

    proptest! {
        #[test]
        fn limits_hold_the_rate_and_widen_with_the_level(
            events in 0_u64..100_000, exposure in 1e-3_f64..1e6, level in 0.1_f64..0.98,
        ) {
            let watched = Watched { events, exposure };
            let found = poisson_rate(watched, level).unwrap();
            prop_assert!(found.low <= found.rate && found.rate < found.high);
            let surer = poisson_rate(watched, level + 0.01).unwrap();
            prop_assert!(surer.low <= found.low && found.high < surer.high);
            let more = poisson_rate(Watched { events: events + 1, exposure }, level).unwrap();
            prop_assert!(found.low < more.low && found.high < more.high);
        }

        #[test]
        fn limits_hold_the_ratio_and_turn_with_the_two(
            x in 0_u64..300, y in 0_u64..300, s in 0.01_f64..100.0, t in 0.01_f64..100.0,
        ) {
            prop_assume!(x + y > 0);
            let (there, back) = (ratio((x, s), (y, t)).unwrap(), ratio((y, t), (x, s)).unwrap());
            prop_assert!(there.low <= there.ratio && there.ratio <= there.high && (0.0..=1.0).contains(&there.p));
            prop_assert!((there.p - back.p).abs() < 1e-9);
            if x > 0 {
                prop_assert!((there.low * back.high - 1.0).abs() < 1e-9);
            }
        }

        #[test]
        fn no_exposures_give_a_not_a_number(
            x in 0_u64..1_000_000_000, y in 0_u64..1_000_000_000, power in -149.0_f64..149.0, level in 1e-12_f64..1.0,
        ) {
            let watched = |events: u64, exposure: f64| Watched { events, exposure };
            prop_assume!(x + y > 0);
            let found = rate_ratio(watched(x, 1.0), watched(y, libm::pow(10.0, power)), level).unwrap();
            prop_assert!(found.low.is_finite() && found.low <= found.high && (0.0..=1.0).contains(&found.p), "{found:?}");
            prop_assert!(y == 0 || found.high.is_finite());
        }

        #[test]
        fn p_values_are_those_of_the_definition(x in 0_u64..80, y in 0_u64..80, t in 0.05_f64..20.0) {
            prop_assume!(x + y > 0);
            let found = ratio((x, 1.0), (y, t)).unwrap();
            prop_assert!((found.p - plain_p(x, x + y, 1.0 / (1.0 + t))).abs() < 1e-10, "{found:?}");
        }
    }
}
