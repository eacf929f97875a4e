//! Counts that fall into places by chance: binomial and multinomial draws.

use crate::{random::Random, special::binomial_mass};

// A draw is expected to take about one and a quarter tries.
const TRIES_MAX: u32 = 1_000;
// With a mean below 10 a count of this size has a chance below 1e-180.
const ADDED_MAX: u64 = 200;

/// Draws how `total` events fall into places with given weights, place by place: each takes a binomial share of those that are left.
/// Weights are not negative; `left` is their sum. Source: Davis, C. S. (1993), Comput. Stat. Data Anal. 16, 205-217.
pub(super) fn multinomial(random: &mut Random, total: u64, weights: &[f64], sum: f64, counts: &mut Vec<u64>) {
    counts.clear();
    let (mut left, mut weight_left) = (total, sum);
    let last = weights.iter().rposition(|weight| *weight > 0.0);
    for (place, weight) in weights.iter().enumerate() {
        let drawn = if Some(place) == last { left } else { binomial(random, left, weight / weight_left) };
        counts.push(drawn);
        left -= drawn;
        weight_left -= weight;
    }
}

/// Draws the number of n events that come with chance p each.
pub(super) fn binomial(random: &mut Random, n: u64, p: f64) -> u64 {
    if n == 0 || p.is_nan() || p <= 0.0 {
        return 0;
    }
    if p >= 1.0 {
        return n;
    }
    if p > 0.5 {
        return n - binomial_of_the_rarer(random, n, 1.0 - p);
    }
    binomial_of_the_rarer(random, n, p)
}

fn binomial_of_the_rarer(random: &mut Random, n: u64, p: f64) -> u64 {
    if super::real(n) * p < 10.0 { by_adding(random, n, p) } else { by_rejection(random, n, p).min(n) }
}

// Adds the chances of 0, 1, 2.. until they pass a uniform number. The mean is below 10, so the end is near.
fn by_adding(random: &mut Random, n: u64, p: f64) -> u64 {
    let (q, size) = (1.0 - p, super::real(n));
    let odds = p / q;
    let mut mass = libm::exp(size * libm::log1p(-p));
    let mut left = unit(random);
    let mut drawn = 0;
    while left >= mass && drawn < n && drawn < ADDED_MAX {
        left -= mass;
        drawn += 1;
        let k = super::real(drawn);
        mass *= odds * (size - k + 1.0) / k;
    }
    drawn
}

// Hörmann, W. (1993), J. Stat. Comput. Simul. 46, 101-110, algorithm BTRS: two uniform numbers are turned into a point under a curve that
// lies above the binomial one, and kept if it lies under that too.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the value is between 0 and n")]
fn by_rejection(random: &mut Random, n: u64, p: f64) -> u64 {
    let size = super::real(n);
    let q = 1.0 - p;
    let deviation = (size * p * q).sqrt();
    let b = 1.15 + 2.53 * deviation;
    let a = -0.0873 + 0.0248 * b + 0.01 * p;
    let centre = size * p + 0.5;
    let kept_at_once = 0.92 - 4.2 / b;
    let alpha = (2.83 + 5.1 / b) * deviation;
    let highest = binomial_mass(((size + 1.0) * p).floor(), size, p, q);
    for _ in 0..TRIES_MAX {
        let u = unit(random) - 0.5;
        let v = unit(random);
        let edge = 0.5 - u.abs();
        let k = ((2.0 * a / edge + b) * u + centre).floor();
        if edge >= 0.07 && v <= kept_at_once {
            return k as u64;
        }
        if !(k >= 0.0 && k <= size) {
            continue;
        }
        if v * alpha / (a / (edge * edge) + b) <= binomial_mass(k, size, p, q) / highest {
            return k as u64;
        }
    }
    centre as u64
}

// A uniform number in [0, 1).
#[allow(clippy::cast_precision_loss, reason = "53 bits fit")]
fn unit(random: &mut Random) -> f64 {
    (random.next() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::special::chi_squared_sf;

    // Compares draws with the binomial chances, in classes that each hold at least twenty draws.
    fn check(n: u64, p: f64) {
        let (mut random, draws) = (Random::seeded(20_260_101), 20_000);
        let mut seen = std::collections::BTreeMap::new();
        (0..draws).for_each(|_| *seen.entry(binomial(&mut random, n, p)).or_insert(0_u32) += 1);
        assert!(seen.keys().all(|k| *k <= n));
        let (mut statistic, mut classes) = (0.0, 0);
        let (mut expected, mut found) = (0.0, 0.0);
        let (low, high) = (*seen.keys().next().unwrap(), *seen.keys().last().unwrap());
        let mut all = 0.0;
        for k in low..=high {
            let mass = binomial_mass(k as f64, n as f64, p, 1.0 - p);
            all += mass;
            expected += mass * f64::from(draws);
            found += f64::from(seen.get(&k).copied().unwrap_or(0));
            if expected >= 20.0 {
                statistic += (found - expected) * (found - expected) / expected;
                (expected, found, classes) = (0.0, 0.0, classes + 1);
            }
        }
        assert!(all > 0.999, "{n} {p}: what was drawn makes up {all}");
        let chance = chi_squared_sf(statistic, f64::from((classes - 1).max(1)));
        assert!(chance > 1e-3, "{n} {p}: {statistic} in {classes} classes");
    }

    #[test]
    fn draws_have_the_binomial_chances() {
        for (n, p) in [(5, 0.3), (40, 0.2), (40, 0.5), (100, 0.93), (1_000, 0.012), (10_000, 0.4), (1_000_000_000, 3e-9)] {
            check(n, p);
        }
    }

    #[test]
    fn huge_counts_keep_their_mean_and_spread() {
        let mut random = Random::seeded(5);
        let (n, p, draws) = (1_000_000_000_u64, 0.3, 4_000);
        let drawn: Vec<f64> = (0..draws).map(|_| binomial(&mut random, n, p) as f64).collect();
        let mean = drawn.iter().sum::<f64>() / f64::from(draws);
        let variance = drawn.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / f64::from(draws);
        let wanted = n as f64 * p * (1.0 - p);
        assert!((mean - 3e8).abs() < 4.0 * (wanted / f64::from(draws)).sqrt(), "{mean}");
        assert!((variance / wanted - 1.0).abs() < 0.1, "{variance}");
    }

    #[test]
    fn edges_and_sums() {
        let mut random = Random::seeded(1);
        assert_eq!((binomial(&mut random, 0, 0.5), binomial(&mut random, 9, 0.0), binomial(&mut random, 9, 1.0)), (0, 0, 9));
        assert_eq!(binomial(&mut random, 9, f64::NAN), 0);
        let mut counts = Vec::new();
        multinomial(&mut random, 1_000, &[1.0, 0.0, 3.0, 0.0], 4.0, &mut counts);
        assert_eq!((counts.iter().sum::<u64>(), counts[1], counts[3]), (1_000, 0, 0));
        assert!(counts[0] > 180 && counts[0] < 320, "{counts:?}");
    }
}
