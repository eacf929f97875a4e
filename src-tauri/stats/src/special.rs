//! Special functions behind the exact intervals: incomplete beta and gamma functions, their inverses, tails of the normal, t and
//! chi-squared distributions, and a root finder. Only the logarithm of the gamma function and the error function come from a library
//! (libm): the incomplete functions of the libraries stop short at the counts that intervals here must bear (a share of 10⁹).
//!
//! Logarithms and exponentials are those of libm too: those of the system differ from machine to machine in the last digit.
//!
//! Accuracy: about 1e-13 relative for shapes below 10³, 1e-10 at 10⁹ (tests).

use super::normal::quantile;
use std::f64::consts::PI;

const EPSILON: f64 = 1e-16;
// A continued fraction needs about the square root of the larger shape in steps.
const STEPS_MAX: u32 = 2_000_000;

/// Returns the natural logarithm of the gamma function for x > 0.
#[must_use]
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// Returns ln(n over k) for real 0 <= k <= n.
#[must_use]
pub fn ln_choose(n: f64, k: f64) -> f64 {
    if k <= 0.0 || k >= n { 0.0 } else { ln_gamma(n + 1.0) - ln_gamma(k + 1.0) - ln_gamma(n - k + 1.0) }
}

/// Returns the probability that a standard normal value is at most x.
#[must_use]
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x * std::f64::consts::FRAC_1_SQRT_2)
}

/// Returns the probability that a standard normal value is above x, without cancellation.
#[must_use]
pub fn normal_sf(x: f64) -> f64 {
    0.5 * libm::erfc(x * std::f64::consts::FRAC_1_SQRT_2)
}

/// Returns ln(n!) less Stirling's formula (n + 1/2) ln n - n + ln(2π)/2 for real n > 0. Source of this and the next two: Loader, C.
/// (2000), Fast and Accurate Computation of Binomial Probabilities.
#[must_use]
pub fn stirling_error(n: f64) -> f64 {
    if n < 16.0 {
        return ln_gamma(n + 1.0) - (n + 0.5) * libm::log(n) + n - 0.5 * libm::log(2.0 * PI);
    }
    let square = n * n;
    let inner = 1.0 / 1_260.0 - (1.0 / 1_680.0 - (1.0 / 1_188.0 - 691.0 / 360_360.0 / square) / square) / square;
    (1.0 / 12.0 - (1.0 / 360.0 - inner / square) / square) / n
}

// x ln(x/m) + m - x, also where x is near m.
fn deviance_part(x: f64, m: f64) -> f64 {
    if (x - m).abs() < 0.1 * (x + m) {
        let v = (x - m) / (x + m);
        let (mut sum, mut term, square) = ((x - m) * v, 2.0 * x * v, v * v);
        for j in 1..1_000 {
            term *= square;
            let next = sum + term / f64::from(2 * j + 1);
            if next.total_cmp(&sum).is_eq() {
                break;
            }
            sum = next;
        }
        return sum;
    }
    x * libm::log(x / m) + m - x
}

/// Returns the binomial probability of x of n for real x in \[0, n\] with chances p and q = 1 - p. Source: Loader (2000).
#[must_use]
pub fn binomial_mass(x: f64, n: f64, p: f64, q: f64) -> f64 {
    if p <= 0.0 {
        return f64::from(u8::from(x <= 0.0));
    }
    if q <= 0.0 {
        return f64::from(u8::from(x >= n));
    }
    if x <= 0.0 {
        return libm::exp(n * (if p > 0.1 { libm::log(q) } else { libm::log1p(-p) }));
    }
    if x >= n {
        return libm::exp(n * (if q > 0.1 { libm::log(p) } else { libm::log1p(-q) }));
    }
    let exponent =
        stirling_error(n) - stirling_error(x) - stirling_error(n - x) - deviance_part(x, n * p) - deviance_part(n - x, n * q);
    libm::exp(exponent) * (n / (2.0 * PI * x * (n - x))).sqrt()
}

/// Returns the Poisson probability of a real count x >= 0 at mean m > 0. Source: Loader (2000).
#[must_use]
pub fn poisson_mass(x: f64, m: f64) -> f64 {
    if x <= 0.0 {
        return libm::exp(-m);
    }
    if m <= 0.0 {
        return 0.0;
    }
    libm::exp(-stirling_error(x) - deviance_part(x, m)) / (2.0 * PI * x).sqrt()
}

/// Returns the regularised incomplete beta function I_x(a, b) and its complement, each without cancellation, for a, b > 0. Source:
/// NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction), by the modified Lentz method.
#[must_use]
pub fn beta_tails(x: f64, a: f64, b: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if x >= 1.0 {
        return (1.0, 0.0);
    }
    if x > (a + 1.0) / (a + b + 2.0) {
        let upper = beta_fraction(1.0 - x, x, b, a);
        return (1.0 - upper, upper);
    }
    let lower = beta_fraction(x, 1.0 - x, a, b);
    (lower, 1.0 - lower)
}

fn beta_fraction(x: f64, y: f64, a: f64, b: f64) -> f64 {
    let front = binomial_mass(a, a + b, x, y) * b / (a + b);
    let keep = |v: f64| if v.abs() < 1e-300 { 1e-300 } else { v };
    let mut d = 1.0 / keep(1.0 - (a + b) * x / (a + 1.0));
    let (mut c, mut value) = (1.0, d);
    for step in 1..STEPS_MAX {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / keep(1.0 + even * d);
        c = keep(1.0 + even / c);
        value *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / keep(1.0 + odd * d);
        c = keep(1.0 + odd / c);
        let factor = d * c;
        value *= factor;
        if (factor - 1.0).abs() < EPSILON {
            break;
        }
    }
    (front * value).clamp(0.0, 1.0)
}

/// Returns the x with I_x(a, b) = p for p in \[0, 1\] and a, b > 0.
#[must_use]
pub fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    invert(p, (0.0, 1.0), a / (a + b), &|x| beta_tails(x, a, b).0 - p, &|x| beta_density(x, a, b))
}

/// Returns the x above which a beta variable lies with probability q.
#[must_use]
pub fn beta_quantile_upper(q: f64, a: f64, b: f64) -> f64 {
    invert(1.0 - q, (0.0, 1.0), a / (a + b), &|x| q - beta_tails(x, a, b).1, &|x| beta_density(x, a, b))
}

fn beta_density(x: f64, a: f64, b: f64) -> f64 {
    binomial_mass(a, a + b, x, 1.0 - x) * a * b / ((a + b) * x * (1.0 - x))
}

/// Returns the regularised incomplete gamma functions P(a, x) and Q(a, x), each without cancellation, for a > 0 and x >= 0. Source:
/// NIST Digital Library of Mathematical Functions, 8.7.1 (series) and 8.9.2 (continued fraction).
#[must_use]
pub fn gamma_tails(a: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if x.is_infinite() {
        return (1.0, 0.0);
    }
    let front = poisson_mass(a, x);
    if x < a + 1.0 {
        let (mut sum, mut term) = (1.0, 1.0);
        for step in 1..STEPS_MAX {
            term *= x / (a + f64::from(step));
            sum += term;
            if term < sum * EPSILON {
                break;
            }
        }
        let lower = (front * sum).min(1.0);
        return (lower, 1.0 - lower);
    }
    let mut b = x + 1.0 - a;
    let (mut c, mut d) = (1e300, 1.0 / b);
    let mut value = d;
    for step in 1..STEPS_MAX {
        let n = f64::from(step);
        let term = -n * (n - a);
        b += 2.0;
        d = 1.0 / (term * d + b);
        c = b + term / c;
        let factor = d * c;
        value *= factor;
        if (factor - 1.0).abs() < EPSILON {
            break;
        }
    }
    // The fraction counts x^a e^-x / gamma(a), and the mass divides by gamma(a + 1).
    let upper = (front * a * value).min(1.0);
    (1.0 - upper, upper)
}

/// Returns the x with P(a, x) = p for p in \[0, 1) and a > 0.
#[must_use]
pub fn gamma_quantile(p: f64, a: f64) -> f64 {
    let high = gamma_top(a);
    invert(p, (0.0, high), a, &|x| gamma_tails(a, x).0 - p, &|x| poisson_mass(a, x) * a / x)
}

/// Returns the x with Q(a, x) = q for q in (0, 1\] and a > 0.
#[must_use]
pub fn gamma_quantile_upper(q: f64, a: f64) -> f64 {
    let high = gamma_top(a);
    invert(1.0 - q, (0.0, high), a, &|x| q - gamma_tails(a, x).1, &|x| poisson_mass(a, x) * a / x)
}

// Beyond this no probability is left that a double can tell from 0.
fn gamma_top(a: f64) -> f64 {
    a + 40.0 * a.sqrt() + 1_600.0
}

/// Returns the probability that a chi-squared value with `df` degrees of freedom is above x.
#[must_use]
pub fn chi_squared_sf(x: f64, df: f64) -> f64 {
    gamma_tails(df / 2.0, x / 2.0).1
}

/// Returns the quantile of the chi-squared distribution.
#[must_use]
pub fn chi_squared_quantile(p: f64, df: f64) -> f64 {
    2.0 * gamma_quantile(p, df / 2.0)
}

/// Returns the probability that a t value with `df` degrees of freedom is above t.
#[must_use]
pub fn t_sf(t: f64, df: f64) -> f64 {
    let tail = 0.5 * beta_tails(df / (df + t * t), df / 2.0, 0.5).0;
    if t < 0.0 { 1.0 - tail } else { tail }
}

/// Returns the quantile of Student's t distribution for p in (0, 1) and df > 0, or nothing outside.
#[must_use]
pub fn t_quantile(p: f64, df: f64) -> Option<f64> {
    if !(p > 0.0 && p < 1.0 && df > 0.0) {
        return None;
    }
    let tail = p.min(1.0 - p);
    if tail >= 0.5 {
        return Some(0.0);
    }
    let start = quantile(1.0 - tail)?;
    let mut top = start.max(1.0);
    while t_sf(top, df) > tail && top < 1e150 {
        top *= 4.0;
    }
    let density = |t: f64| {
        let ln = ln_gamma(f64::midpoint(df, 1.0))
            - ln_gamma(df / 2.0)
            - 0.5 * libm::log(df * PI)
            - f64::midpoint(df, 1.0) * libm::log1p(t * t / df);
        libm::exp(ln)
    };
    let found = invert(1.0 - tail, (0.0, top), start, &|t| tail - t_sf(t, df), &density);
    Some(if p < 0.5 { -found } else { found })
}

// Finds where a rising distance from a probability is 0, between two ends: Newton's steps with the density, halving where they leave the
// bracket or stall. Small results are found to relative precision.
fn invert(p: f64, ends: (f64, f64), start: f64, distance: &dyn Fn(f64) -> f64, density: &dyn Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = ends;
    if p <= 0.0 {
        return low;
    }
    if p >= 1.0 {
        return high;
    }
    let inside = |x: f64, low: f64, high: f64| x > low && x < high;
    let mut x = if inside(start, low, high) { start } else { f64::midpoint(low, high) };
    let mut width = high - low;
    for _ in 0..2_000 {
        let off = distance(x);
        if off > 0.0 {
            high = x;
        } else if off < 0.0 {
            low = x;
        } else {
            return x;
        }
        if high - low <= 2.0 * f64::EPSILON * high.abs() {
            return x;
        }
        let slope = density(x);
        let newton = x - off / slope;
        let good = newton.is_finite() && inside(newton, low, high) && (newton - x).abs() < 0.5 * width;
        let next = if good {
            newton
        } else if low > 0.0 && high / low > 4.0 {
            (low * high).sqrt()
        } else if low <= 0.0 && high < 1e-3 {
            high * 1e-3
        } else {
            f64::midpoint(low, high)
        };
        width = (next - x).abs();
        if width <= f64::EPSILON * x.abs() {
            return next;
        }
        x = next;
    }
    x
}

/// Finds where a continuous function crosses 0 between `low` and `high`, or nothing where both ends have one sign or a value is not a
/// number. Ends that are 0 themselves count as found. Source: Chandrupatla, T. R. (1997), Adv. Eng. Softw. 28, 145-149.
#[must_use]
pub fn root(low: f64, high: f64, f: &dyn Fn(f64) -> f64) -> Option<f64> {
    let (mut b, mut a) = (low, high);
    let (mut fb, mut fa) = (f(b), f(a));
    if fa.is_nan() || fb.is_nan() {
        return None;
    }
    if fa.abs() <= 0.0 || fb.abs() <= 0.0 {
        return Some(if fb.abs() <= 0.0 { b } else { a });
    }
    if fa.is_sign_positive() == fb.is_sign_positive() {
        return None;
    }
    let mut t = 0.5;
    for _ in 0..500 {
        let x = a + t * (b - a);
        let fx = f(x);
        if fx.is_nan() {
            return None;
        }
        let (c, fc);
        if fx.is_sign_positive() == fa.is_sign_positive() {
            (c, fc) = (a, fa);
        } else {
            (c, fc) = (b, fb);
            (b, fb) = (a, fa);
        }
        (a, fa) = (x, fx);
        let (best, f_best) = if fa.abs() < fb.abs() { (a, fa) } else { (b, fb) };
        let nearness = 2.0 * f64::EPSILON * best.abs() + f64::MIN_POSITIVE;
        let share = nearness / (b - c).abs().min((b - a).abs());
        if share > 0.5 || f_best.abs() <= 0.0 {
            return Some(best);
        }
        let (xi, phi) = ((a - b) / (c - b), (fa - fb) / (fc - fb));
        t = if phi * phi < xi && (1.0 - phi) * (1.0 - phi) < 1.0 - xi {
            fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
        } else {
            0.5
        };
        t = t.clamp(share, 1.0 - share);
    }
    Some(a)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(got: f64, wanted: f64, relative: f64) {
        assert!((got - wanted).abs() <= relative * wanted.abs(), "{got:e} against {wanted:e}");
    }

    // Expected values: mpmath 1.3 with 30 digits (tails), scipy 1.12 (quantiles).
    #[test]
    fn tails_of_beta_and_gamma_have_thirteen_digits() {
        for (x, a, b, lower, upper) in [
            (0.3, 2.5, 4.0, 0.352_197_585_906_767_2, 0.647_802_414_093_232_8),
            (0.01, 0.5, 0.5, 0.063_768_560_858_519_85, 0.936_231_439_141_480_2),
            (0.9, 30.0, 3.0, 0.366_683_519_080_620_3, 0.633_316_480_919_379_7),
            (0.5, 1_000.0, 1_010.0, 0.588_269_827_543_727_5, 0.411_730_172_456_272_5),
            (0.2, 1.0, 1.0, 0.2, 0.8),
        ] {
            let (one, other) = beta_tails(x, a, b);
            near(one, lower, 1e-13);
            near(other, upper, 1e-13);
        }
        for (a, x, lower, upper) in [
            (0.5, 0.2, 0.472_910_743_134_461_9, 0.527_089_256_865_538_1),
            (3.0, 10.0, 0.997_230_604_284_488_4, 0.002_769_395_715_511_576),
            (100.0, 130.0, 0.997_249_591_632_693_5, 0.002_750_408_367_306_526),
            (1_000.0, 900.0, 0.000_549_902_265_711_782_9, 0.999_450_097_734_288_2),
        ] {
            let (one, other) = gamma_tails(a, x);
            near(one, lower, 1e-12);
            near(other, upper, 1e-12);
        }
        near(chi_squared_sf(16.792_940_989_216_536, 1.0), 4.168_809_109_334_535_5e-5, 1e-12);
        near(normal_sf(6.0), 9.865_876_450_376_946e-10, 1e-13);
    }

    #[test]
    fn quantiles_invert_the_tails() {
        near(beta_quantile(0.025, 81.0, 183.0), 0.252_736_745_585_271_26, 1e-13);
        near(beta_quantile(0.975, 82.0, 182.0), 0.367_621_922_601_351_35, 1e-13);
        near(beta_quantile_upper(0.025, 82.0, 182.0), 0.367_621_922_601_351_35, 1e-13);
        near(beta_quantile(0.025, 1.0, 1e9), 2.531_780_798_396_938e-11, 1e-12);
        near(beta_quantile(0.025, 4e8, 6e8 + 1.0), 0.399_969_636_157_988, 1e-11);
        near(beta_quantile(0.05, 0.5, 20.5), 9.707_775_858_233_171e-5, 1e-12);
        near(gamma_quantile(0.025, 137.0), 115.020_534_433_798_57, 1e-13);
        near(gamma_quantile_upper(0.025, 138.0), 161.956_404_688_073_4, 1e-13);
        near(gamma_quantile(0.975, 1.0), 3.688_879_454_113_935_4, 1e-13);
        near(gamma_quantile(1e-6, 0.5), 7.853_981_633_978_593e-13, 1e-12);
        for (p, df, t) in [
            (0.975, 1.0, 12.706_204_736_174_694),
            (0.975, 2.0, 4.302_652_729_749_462),
            (0.975, 7.5, 2.333_039_626_864_974),
            (0.975, 1_000.0, 1.962_339_080_826_408_3),
            (0.3, 4.0, -0.568_649_063_049_705_3),
            (0.9995, 3.0, 12.923_978_636_687_961),
        ] {
            near(t_quantile(p, df).unwrap(), t, 1e-12);
        }
        assert_eq!((t_quantile(0.0, 4.0), t_quantile(0.5, 0.0)), (None, None));
        assert_eq!((t_quantile(0.5, 4.0), beta_quantile(0.0, 2.0, 3.0), beta_quantile(1.0, 2.0, 3.0)), (Some(0.0), 0.0, 1.0));
    }

    #[test]
    fn roots_are_found_and_missing_ones_told() {
        near(root(0.0, 2.0, &|x| x * x - 2.0).unwrap(), std::f64::consts::SQRT_2, 1e-15);
        near(root(1e-9, 1e9, &|x| x.ln()).unwrap(), 1.0, 1e-14);
        assert_eq!(root(1.0, 2.0, &|x| x), None);
        assert_eq!(root(0.0, 2.0, &|x| x), Some(0.0));
        assert_eq!(root(-1.0, 2.0, &|_| f64::NAN), None);
    }

    proptest! {
        #[test]
        fn a_quantile_is_where_the_tail_is(p in 1e-9_f64..=0.999_999, a in 0.05_f64..5e4, b in 0.05_f64..5e4) {
            let x = beta_quantile(p, a, b);
            let (lower, upper) = beta_tails(x, a, b);
            // Where the density is steep one step of a double moves the tail by more than this.
            let step = beta_tails(x * (1.0 + 4.0 * f64::EPSILON), a, b).0 - beta_tails(x * (1.0 - 4.0 * f64::EPSILON), a, b).0;
            prop_assert!((lower - p).abs() <= 1e-10 * p + 4.0 * step.abs(), "{x} {lower}");
            prop_assert!((lower + upper - 1.0).abs() < 1e-12);
        }

        #[test]
        fn gamma_quantiles_too(p in 1e-9_f64..=0.999_999, a in 0.05_f64..1e5) {
            let lower = gamma_tails(a, gamma_quantile(p, a)).0;
            prop_assert!((lower - p).abs() <= 1e-9 * p, "{lower}");
        }
    }
}
