//! The normal distribution's quantile.
#![allow(clippy::excessive_precision, reason = "the coefficients stand as they were published")]

// Coefficients of Wichura, M. J. (1988), "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37,
// 477-484, routine PPND16: about sixteen digits. Highest power first.
const CENTRAL_NUMERATOR: [f64; 8] = [
    2.5090809287301226727e+3,
    3.3430575583588128105e+4,
    6.7265770927008700853e+4,
    4.5921953931549871457e+4,
    1.3731693765509461125e+4,
    1.9715909503065514427e+3,
    1.3314166789178437745e+2,
    3.3871328727963666080e+0,
];
const CENTRAL_DENOMINATOR: [f64; 7] = [
    5.2264952788528545610e+3,
    2.8729085735721942674e+4,
    3.9307895800092710610e+4,
    2.1213794301586595867e+4,
    5.3941960214247511077e+3,
    6.8718700749205790830e+2,
    4.2313330701600911252e+1,
];
const MIDDLE_NUMERATOR: [f64; 8] = [
    7.74545014278341407640e-4,
    2.27238449892691845833e-2,
    2.41780725177450611770e-1,
    1.27045825245236838258e+0,
    3.64784832476320460504e+0,
    5.76949722146069140550e+0,
    4.63033784615654529590e+0,
    1.42343711074968357734e+0,
];
const MIDDLE_DENOMINATOR: [f64; 7] = [
    1.05075007164441684324e-9,
    5.47593808499534494600e-4,
    1.51986665636164571966e-2,
    1.48103976427480074590e-1,
    6.89767334985100004550e-1,
    1.67638483018380384940e+0,
    2.05319162663775882187e+0,
];
const TAIL_NUMERATOR: [f64; 8] = [
    2.01033439929228813265e-7,
    2.71155556874348757815e-5,
    1.24266094738807843860e-3,
    2.65321895265761230930e-2,
    2.96560571828504891230e-1,
    1.78482653991729133580e+0,
    5.46378491116411436990e+0,
    6.65790464350110377720e+0,
];
const TAIL_DENOMINATOR: [f64; 7] = [
    2.04426310338993978564e-15,
    1.42151175831644588870e-7,
    1.84631831751005468180e-5,
    7.86869131145613259100e-4,
    1.48753612908506148525e-2,
    1.36929880922735805310e-1,
    5.99832206555887937690e-1,
];

/// Returns the quantile of the standard normal distribution for a probability in (0, 1), or nothing outside.
#[must_use]
pub fn quantile(p: f64) -> Option<f64> {
    if !(p > 0.0 && p < 1.0) {
        return None;
    }
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return Some(q * ratio(&CENTRAL_NUMERATOR, &CENTRAL_DENOMINATOR, r));
    }
    let r = (-libm::log(if q <= 0.0 { p } else { 1.0 - p })).sqrt();
    let x = if r <= 5.0 {
        ratio(&MIDDLE_NUMERATOR, &MIDDLE_DENOMINATOR, r - 1.6)
    } else {
        ratio(&TAIL_NUMERATOR, &TAIL_DENOMINATOR, r - 5.0)
    };
    Some(if q < 0.0 { -x } else { x })
}

// The denominators' constant term is one.
fn ratio(numerator: &[f64], denominator: &[f64], r: f64) -> f64 {
    let top = numerator.iter().fold(0.0, |sum, c| sum * r + c);
    let bottom = denominator.iter().fold(0.0, |sum, c| sum * r + c) * r + 1.0;
    top / bottom
}

#[cfg(test)]
mod tests {
    use super::quantile;

    #[test]
    fn quantiles_have_fifteen_digits() {
        for (p, z) in [
            (0.975, 1.959_963_984_540_054),
            (0.95, 1.644_853_626_951_472_7),
            (0.5, 0.0),
            (0.995, 2.575_829_303_548_900_4),
            (1e-10, -6.361_340_902_404_056),
        ] {
            let got = quantile(p).unwrap();
            assert!((got - z).abs() <= 1e-14 * z.abs().max(1.0), "{p}: {got} against {z}");
        }
        assert_eq!(quantile(0.0), None);
        assert_eq!(quantile(f64::NAN), None);
    }
}
