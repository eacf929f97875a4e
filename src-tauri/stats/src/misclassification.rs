//! A share corrected for the errors of those who judged the items.

use super::proportion::{Interval, Sample, wilson_of, z_of};
use super::undefined::Undefined;

// Below this, what is left of sensitivity + specificity - 1 is rounding.
const YOUDEN_MIN: f64 = 1e-12;

/// A share corrected for misclassification.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Corrected {
    /// The corrected share as the formula gives it, which may lie outside \[0, 1\].
    pub raw: f64,
    /// The same, brought back into \[0, 1\].
    pub estimate: f64,
    /// Its limits, brought back into \[0, 1\].
    pub interval: Interval,
    /// Whether `raw` lies outside \[0, 1\].
    pub truncated: bool,
    /// Whether both limits were on one side outside \[0, 1\]: the interval is then one point, and the error rates do not fit the
    /// sample.
    pub outside: bool,
}

/// Returns the Rogan-Gladen estimate `(q + Sp - 1) / (Se + Sp - 1)` with the interval of Lang and Reiczigel. `judged` is the
/// share q judged positive, `sensitivity` the share of truly positive validation items judged positive, `specificity` the share
/// of truly negative ones judged negative, each with its (effective) size. With normal quantile z:
/// `q' = (n q + z^2/2) / (n + z^2)` on `n + z^2`, Se' and Sp' with one hit and one miss added, `p'` from these,
/// `d = 2 z^2 (p' Se' (1 - Se') / n_Se' - (1 - p') Sp' (1 - Sp') / n_Sp')`, and limits
/// `p' + d -+ z sqrt(q' (1 - q') / n' + p'^2 Se' (1 - Se') / n_Se' + (1 - p')^2 Sp' (1 - Sp') / n_Sp') / (Se' + Sp' - 1)`.
/// Sources: Rogan, W. J. and Gladen, B. (1978), Am. J. Epidemiol. 107, 71-76; Lang, Zs. and Reiczigel, J. (2014), Prev. Vet. Med.
/// 113, 13-22.
///
/// # Errors
/// `YoudenNotPositive` where Se + Sp is not above 1, also after the additions; `Malformed` for a level outside (0, 1).
pub fn rogan_gladen(judged: Sample, sensitivity: Sample, specificity: Sample, level: f64) -> Result<Corrected, Undefined> {
    let z = z_of(level)?;
    let raw = corrected(judged.share(), sensitivity.share(), specificity.complement())?;
    let (q, n) = smoothed(judged, z * z);
    let (se, n_se) = smoothed(sensitivity, 2.0);
    let (sp, n_sp) = smoothed(specificity, 2.0);
    let p = corrected(q, se, 1.0 - sp)?;
    let (of_se, of_sp) = (se * (1.0 - se) / n_se, sp * (1.0 - sp) / n_sp);
    let middle = p + 2.0 * z * z * (p * of_se - (1.0 - p) * of_sp);
    let half = z * (q * (1.0 - q) / n + p * p * of_se + (1.0 - p) * (1.0 - p) * of_sp).sqrt() / (se + sp - 1.0);
    Ok(brought_back(raw, middle - half, middle + half))
}

/// Returns a share corrected for error rates taken as known, as in a table of what-ifs: the estimate and the Wilson limits of the
/// judged share, each mapped by `(q + Sp - 1) / (Se + Sp - 1)`. Source: Rogan, W. J. and Gladen, B. (1978), Am. J. Epidemiol.
/// 107, 71-76.
///
/// # Errors
/// `YoudenNotPositive` where Se + Sp is not above 1, `Malformed` for a rate outside \[0, 1\] or a level outside (0, 1).
pub fn known_accuracy(judged: Sample, sensitivity: f64, specificity: f64, level: f64) -> Result<Corrected, Undefined> {
    let share = 0.0..=1.0;
    if !(share.contains(&sensitivity) && share.contains(&specificity)) {
        return Err(Undefined::Malformed);
    }
    let of_judged = wilson_of(judged, level)?;
    let mapped = |q: f64| corrected(q, sensitivity, 1.0 - specificity);
    Ok(brought_back(mapped(judged.share())?, mapped(of_judged.low)?, mapped(of_judged.high)?))
}

/// How often items may have been wrongly judged positive before a statement falls.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TippingPoint {
    /// The share of truly negative items judged positive at which the corrected lower limit comes down to the threshold, in \[0,
    /// 1\].
    pub rate: f64,
    /// Whether the lower limit is not above the threshold even if none was.
    pub already_below: bool,
}

/// Returns the share e of truly negative items that may have been judged positive before the corrected lower limit falls to a
/// threshold t. `limit` is the lower limit L of the judged share, of any interval; `sensitivity` is Se, often 1. From
/// `(L - e) / (Se - e) = t`: `e = (L - t Se) / (1 - t)`, which for Se = 1 is `1 - (1 - L) / (1 - t)`.
///
/// # Errors
/// `YoudenNotPositive` where the limit is not below the sensitivity: no rate below it then brings the limit down. `Malformed` for
/// a limit or sensitivity outside \[0, 1\] or a threshold outside \[0, 1).
pub fn tipping_point(limit: f64, sensitivity: f64, threshold: f64) -> Result<TippingPoint, Undefined> {
    let share = 0.0..=1.0;
    if !(share.contains(&limit) && share.contains(&sensitivity) && (0.0..1.0).contains(&threshold)) {
        return Err(Undefined::Malformed);
    }
    let rate = (limit - threshold * sensitivity) / (1.0 - threshold);
    if rate <= 0.0 {
        return Ok(TippingPoint { rate: 0.0, already_below: true });
    }
    if limit >= sensitivity {
        return Err(Undefined::YoudenNotPositive);
    }
    Ok(TippingPoint { rate: rate.min(1.0), already_below: false })
}

// `wrong` is 1 - Sp, the share of truly negative items judged positive: a judged share equal to it gives 0, not a rounding on
// either side.
fn corrected(q: f64, sensitivity: f64, wrong: f64) -> Result<f64, Undefined> {
    let youden = sensitivity - wrong;
    if youden > YOUDEN_MIN { Ok((q - wrong) / youden) } else { Err(Undefined::YoudenNotPositive) }
}

// The share with half of `added` items on each side, and the size with all of them.
fn smoothed(sample: Sample, added: f64) -> (f64, f64) {
    let size = sample.size() + added;
    ((sample.size() * sample.share() + added / 2.0) / size, size)
}

fn brought_back(raw: f64, low: f64, high: f64) -> Corrected {
    let within = |value: f64| value.clamp(0.0, 1.0);
    let interval = Interval { low: within(low), high: within(high) };
    let truncated = !(0.0..=1.0).contains(&raw);
    Corrected { raw, estimate: within(raw), interval, truncated, outside: high < 0.0 || low > 1.0 }
}

#[cfg(test)]
mod tests {
    use super::super::proportion::wilson;
    use super::*;
    use proptest::prelude::*;

    fn counted(x: u64, n: u64) -> Sample {
        Sample::counted(x, n).unwrap()
    }

    #[test]
    fn the_formula_comes_out_by_hand() {
        // (0.5 + 0.8 - 1) / (0.9 + 0.8 - 1) = 3/7.
        let found = rogan_gladen(counted(50, 100), counted(90, 100), counted(80, 100), 0.95).unwrap();
        assert!((found.raw - 3.0 / 7.0).abs() < 1e-15 && !found.truncated && !found.outside);
        let known = known_accuracy(counted(50, 100), 0.9, 0.8, 0.95).unwrap();
        assert!((known.estimate - 3.0 / 7.0).abs() < 1e-15);
        assert!(
            found.interval.low < known.interval.low && known.interval.high < found.interval.high,
            "rates that are known tell more"
        );
    }

    #[test]
    fn a_judged_share_at_the_rate_of_errors_is_none_or_all() {
        let none = rogan_gladen(counted(1, 3), counted(40, 41), counted(2, 3), 0.95).unwrap();
        assert!(none.raw.abs() <= 0.0 && !none.truncated, "{none:?}");
        let all = rogan_gladen(counted(7, 9), counted(70, 90), counted(40, 41), 0.95).unwrap();
        assert!(all.estimate >= 1.0 && !all.truncated, "{all:?}");
    }

    #[test]
    fn endless_validation_leaves_the_error_of_the_sample() {
        let sure = |share: f64| Sample::effective(share, 1e12).unwrap();
        let found = rogan_gladen(counted(212, 400), sure(0.9), sure(0.85), 0.95).unwrap();
        // Agresti and Coull's limits of the judged share, mapped.
        let n: f64 = 400.0 + 3.841_458_820_694_124;
        let q = (212.0 + 1.920_729_410_347_062) / n;
        let half = 1.959_963_984_540_054 * (q * (1.0 - q) / n).sqrt();
        assert!((found.interval.low - (q - half - 0.15) / 0.75).abs() < 1e-9, "{found:?}");
        assert!((found.interval.high - (q + half - 0.15) / 0.75).abs() < 1e-9, "{found:?}");
    }

    #[test]
    fn judges_who_guess_identify_nothing() {
        let half = counted(10, 20);
        assert_eq!(rogan_gladen(counted(30, 100), half, half, 0.95), Err(Undefined::YoudenNotPositive));
        assert_eq!(rogan_gladen(counted(30, 100), counted(1, 3), counted(2, 3), 0.95), Err(Undefined::YoudenNotPositive));
        // One item each way: with an item added on each side nothing of it is left.
        let one_each = rogan_gladen(counted(30, 100), counted(1, 1), counted(1, 50), 0.95);
        assert_eq!(one_each, Err(Undefined::YoudenNotPositive));
        assert_eq!(known_accuracy(counted(30, 100), 0.4, 0.6, 0.95), Err(Undefined::YoudenNotPositive));
        for (se, sp) in [(1.1, 0.9), (0.9, -0.1), (f64::NAN, 0.9), (0.9, f64::INFINITY)] {
            assert_eq!(known_accuracy(counted(30, 100), se, sp, 0.95), Err(Undefined::Malformed));
        }
        assert_eq!(known_accuracy(counted(30, 100), 0.9, 0.9, 1.0), Err(Undefined::Malformed));
        assert_eq!(rogan_gladen(counted(30, 100), counted(9, 9), counted(9, 9), 0.0), Err(Undefined::Malformed));
    }

    #[test]
    fn an_interval_that_is_no_interval_says_so() {
        // 0.5 % judged positive where 10 % of the negative ones are: no true share does that.
        let below = known_accuracy(counted(5, 1_000), 0.9, 0.9, 0.95).unwrap();
        assert!(below.truncated && below.outside && below.interval.high <= 0.0);
        let above = rogan_gladen(counted(990, 1_000), counted(800, 1_000), counted(900, 1_000), 0.95).unwrap();
        assert!(above.truncated && above.outside && above.interval.low >= 1.0 && above.estimate >= 1.0);
        let near = known_accuracy(counted(9, 100), 0.9, 0.9, 0.95).unwrap();
        assert!(near.truncated && !near.outside && near.interval.high > 0.0);
    }

    #[test]
    fn the_tipping_point_is_where_the_limit_tips() {
        let limit = wilson(118, 160, 0.95).unwrap().low;
        let found = tipping_point(limit, 1.0, 0.5).unwrap();
        assert!((found.rate - (1.0 - (1.0 - limit) / 0.5)).abs() < 1e-15 && !found.already_below);
        let at_tip = known_accuracy(counted(118, 160), 1.0, 1.0 - found.rate, 0.95).unwrap();
        assert!((at_tip.interval.low - 0.5).abs() < 1e-12);
        assert_eq!(tipping_point(0.5, 1.0, 0.5), Ok(TippingPoint { rate: 0.0, already_below: true }));
        assert_eq!(tipping_point(0.4, 1.0, 0.5), Ok(TippingPoint { rate: 0.0, already_below: true }));
        assert_eq!(tipping_point(0.9, 0.8, 0.5), Err(Undefined::YoudenNotPositive));
        assert_eq!(tipping_point(1.0, 1.0, 0.5), Err(Undefined::YoudenNotPositive));
        for (limit, se, threshold) in
            [(1.1, 1.0, 0.5), (0.5, -0.1, 0.5), (0.5, 1.0, 1.0), (f64::NAN, 1.0, 0.5), (0.5, 1.0, f64::NAN)]
        {
            assert_eq!(tipping_point(limit, se, threshold), Err(Undefined::Malformed));
        }
    }

    fn samples() -> impl Strategy<Value = Sample> {
        (0.0_f64..=1.0, 0.5_f64..1e4).prop_map(|(share, size)| Sample::effective(share, size).unwrap())
    }

    proptest! {
        #[test]
        fn nothing_leaves_its_range(q in samples(), se in samples(), sp in samples(), level in 1e-6_f64..0.999_999) {
            let found = [rogan_gladen(q, se, sp, level), known_accuracy(q, se.share(), sp.share(), level)];
            for found in found.into_iter().flatten() {
                prop_assert!((0.0..=1.0).contains(&found.estimate) && found.raw.is_finite());
                let Interval { low, high } = found.interval;
                prop_assert!(0.0 <= low && low <= high && high <= 1.0);
            }
        }

        #[test]
        fn ninety_five_percent_hold_the_estimate(
            x in 0.0_f64..=1.0, n in 5.0_f64..1e5, se in 0.6_f64..=1.0, sp in 0.6_f64..=1.0, m in 10.0_f64..1e4, k in 10.0_f64..1e4,
        ) {
            let sample = |share: f64, size: f64| Sample::effective(share, size).unwrap();
            let found = rogan_gladen(sample(x, n), sample(se, m), sample(sp, k), 0.95).unwrap();
            prop_assert!(found.interval.low <= found.estimate && found.estimate <= found.interval.high, "{found:?}");
        }

        #[test]
        fn no_errors_change_nothing(x in 0_u64..=90, n in 90_u64..300) {
            let found = known_accuracy(counted(x, n), 1.0, 1.0, 0.95).unwrap();
            prop_assert_eq!((Some(found.interval), found.estimate), (wilson(x, n, 0.95), counted(x, n).share()));
        }

        #[test]
        fn turning_positive_and_negative_turns_the_limits(q in samples(), se in samples(), sp in samples()) {
            let turned = |sample: Sample| Sample::effective(1.0 - sample.share(), sample.size()).unwrap();
            if let (Ok(one), Ok(other)) = (rogan_gladen(q, se, sp, 0.95), rogan_gladen(turned(q), sp, se, 0.95)) {
                let scale = 1.0 + one.raw.abs();
                prop_assert!((one.raw + other.raw - 1.0).abs() < 1e-6 * scale);
                prop_assert!((one.interval.low + other.interval.high - 1.0).abs() < 1e-6 * scale);
            }
        }
    }
}
