//! Draws of weights and shares from the generator that any language can repeat.

use crate::normal::quantile;
use crate::random::Random;
use crate::undefined::Undefined;

// A gamma draw is refused less than one time in twenty; so many refusals in a row do not occur.
const TRIES_MAX: u32 = 1_000;
const UNIT: f64 = 1.0 / 9_007_199_254_740_992.0;

/// Draws a real number in [0, 1): the high 53 bits of the next output times 2^-53.
#[allow(clippy::cast_precision_loss, reason = "53 bits fit")]
pub(super) fn unit(random: &mut Random) -> f64 {
    (random.next() >> 11) as f64 * UNIT
}

/// Draws weights that sum to 1, each set as likely as any other (Dirichlet with all parameters 1): -ln(1 - u), one u for each weight
/// in order, divided by their sum.
pub(super) fn weights(random: &mut Random, many: usize) -> Vec<f64> {
    // 1 - u is a multiple of 2^-53 above 0, without rounding; the sum is 0 only if all draws are.
    let drawn: Vec<f64> = (0..many).map(|_| -libm::log(1.0 - unit(random))).collect();
    let sum: f64 = drawn.iter().sum();
    if sum > 0.0 { drawn.iter().map(|one| one / sum).collect() } else { vec![1.0 / super::real(many.max(1)); many] }
}

/// Draws a share from the beta distribution with shapes a, b > 0: x/(x + y) with gamma draws x, then y.
pub(super) fn beta(random: &mut Random, a: f64, b: f64) -> Result<f64, Undefined> {
    let (x, y) = (gamma(random, a)?, gamma(random, b)?);
    if x + y > 0.0 { Ok(x / (x + y)) } else { Ok(a / (a + b)) }
}

/// Draws from the gamma distribution with shape a > 0 and scale 1. Each try takes one u for a normal value z (its quantile; a u of
/// 0 is a failed try) and, if (1 + cz)³ is above 0, one u to decide; a shape below 1 takes one more u at the end.
/// Source: Marsaglia, G. and Tsang, W. W. (2000), ACM Trans. Math. Softw. 26, 363-372.
fn gamma(random: &mut Random, a: f64) -> Result<f64, Undefined> {
    if a < 1.0 {
        let larger = gamma(random, a + 1.0)?;
        return Ok(larger * libm::pow(1.0 - unit(random), 1.0 / a));
    }
    let d = a - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    for _ in 0..TRIES_MAX {
        let Some(z) = quantile(unit(random)) else { continue };
        let root = 1.0 + c * z;
        if root <= 0.0 {
            continue;
        }
        let v = root * root * root;
        if libm::log(1.0 - unit(random)) < 0.5 * z * z + d - d * v + d * libm::log(v) {
            return Ok(d * v);
        }
    }
    Err(Undefined::NotConverged)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moments(draw: &mut dyn FnMut() -> f64) -> (f64, f64) {
        let values: Vec<f64> = (0..20_000).map(|_| draw()).collect();
        let mean = values.iter().sum::<f64>() / 20_000.0;
        (mean, values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / 20_000.0)
    }

    #[test]
    fn beta_draws_have_the_mean_and_variance_of_the_distribution() {
        for (a, b) in [(0.5, 0.5), (0.5, 30.5), (1.0, 1.0), (12.5, 4.0), (400.0, 600.0)] {
            let mut random = Random::seeded(9);
            let (mean, variance) = moments(&mut || beta(&mut random, a, b).unwrap());
            let (m, v) = (a / (a + b), a * b / ((a + b) * (a + b) * (a + b + 1.0)));
            assert!((mean - m).abs() < 5.0 * (v / 20_000.0).sqrt(), "{a} {b}: {mean} against {m}");
            assert!((variance / v - 1.0).abs() < 0.1, "{a} {b}: {variance} against {v}");
        }
    }

    #[test]
    fn weights_sum_to_one_and_have_the_dirichlet_variance() {
        let mut random = Random::seeded(4);
        assert!((weights(&mut random, 5).iter().sum::<f64>() - 1.0).abs() < 1e-15);
        let (mean, variance) = moments(&mut || weights(&mut random, 4)[2]);
        // Of one of k weights: mean 1/k, variance (k - 1)/(k² (k + 1)).
        assert!((mean - 0.25).abs() < 0.007 && (variance - 3.0 / 80.0).abs() < 0.002, "{mean} {variance}");
        assert!(weights(&mut random, 0).is_empty());
        assert_eq!(weights(&mut random, 1), vec![1.0]);
    }

    #[test]
    fn unit_reals_stay_below_one() {
        let mut random = Random::seeded(1);
        let drawn: Vec<f64> = (0..1_000).map(|_| unit(&mut random)).collect();
        assert!(drawn.iter().all(|u| (0.0..1.0).contains(u)));
        assert!(drawn.iter().any(|u| *u < 0.01) && drawn.iter().any(|u| *u > 0.99));
    }
}
