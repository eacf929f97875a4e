//! How strong an unseen common cause must be to explain a ratio away.

use super::undefined::Undefined;

/// What a ratio compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ratio {
    /// Risks. Also odds of a rare outcome (below about 15 %), which are nearly risks.
    Risks,
    /// Odds of a common outcome: their square root stands for the ratio of risks.
    CommonOdds,
}

/// E-values on the scale of risk ratios: 1 where nothing is needed to explain the ratio away.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EValue {
    /// Of the estimate: both the cause's ratio with the exposure and that with the outcome must be at least this. At least 1.
    pub estimate: f64,
    /// Of the limit nearer to 1, and 1 where the limits hold 1. At least 1, at most that of the estimate.
    pub limit: f64,
}

/// Returns the E-values of a ratio and of its limits, which hold it.
///
/// `E = R + sqrt(R (R - 1))` for a risk ratio R >= 1; for R < 1 that of 1/R. An infinite ratio and a ratio of 0 have infinite E-values.
/// Source: VanderWeele, T. J. and Ding, P. (2017), Ann. Intern. Med. 167, 268-274.
///
/// # Errors
/// `Malformed` for a negative number, one that is not a number, or limits that do not hold the estimate.
pub fn e_value(estimate: f64, low: f64, high: f64, ratio: Ratio) -> Result<EValue, Undefined> {
    // Also false where one is not a number.
    if !(0.0 <= low && low <= estimate && estimate <= high) {
        return Err(Undefined::Malformed);
    }
    let of = |value: f64| match ratio {
        Ratio::Risks => of_risks(value),
        Ratio::CommonOdds => of_risks(value.sqrt()),
    };
    let limit = if low > 1.0 {
        of(low)
    } else if high < 1.0 {
        of(high)
    } else {
        1.0
    };
    Ok(EValue { estimate: of(estimate), limit })
}

fn of_risks(ratio: f64) -> f64 {
    let above = if ratio < 1.0 { 1.0 / ratio } else { ratio };
    above + above.sqrt() * (above - 1.0).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_values() {
        // VanderWeele and Ding 2017: breast feeding and deaths of infants, 3.9 (1.8 to 8.7).
        let found = e_value(3.9, 1.8, 8.7, Ratio::Risks).unwrap();
        assert!((found.estimate - 7.263_034_344_160_047).abs() < 1e-12 && (found.limit - 3.0).abs() < 1e-12, "{found:?}");
    }

    #[test]
    fn limits_that_hold_one_need_no_explanation() {
        let found = e_value(2.0, 0.9, 4.0, Ratio::Risks).unwrap();
        assert!(found.limit.total_cmp(&1.0).is_eq() && found.estimate > 3.0);
        let found = e_value(1.0, 1.0, 1.0, Ratio::CommonOdds).unwrap();
        assert!(found.limit.total_cmp(&1.0).is_eq() && found.estimate.total_cmp(&1.0).is_eq());
    }

    #[test]
    fn ends_are_results_and_nonsense_is_refused() {
        let found = e_value(f64::INFINITY, 5.0, f64::INFINITY, Ratio::Risks).unwrap();
        assert!(found.estimate.is_infinite() && (found.limit - (5.0 + 20.0_f64.sqrt())).abs() < 1e-12);
        let found = e_value(0.0, 0.0, 0.25, Ratio::CommonOdds).unwrap();
        assert!(found.estimate.is_infinite() && (found.limit - (2.0 + 2.0_f64.sqrt())).abs() < 1e-12);
        assert!(e_value(1e300, 1e299, 1e301, Ratio::Risks).unwrap().estimate.is_finite());
        for (estimate, low, high) in [
            (-1.0, -2.0, 3.0),
            (2.0, 3.0, 4.0),
            (2.0, 0.5, 1.5),
            (f64::NAN, 1.0, 2.0),
            (1.5, f64::NAN, 2.0),
            (1.5, 1.0, f64::NAN),
        ] {
            assert_eq!(e_value(estimate, low, high, Ratio::Risks), Err(Undefined::Malformed), "{estimate} {low} {high}");
        }
    }

    proptest! {
        #[test]
        fn a_ratio_and_its_inverse_need_the_same(ratio in 1e-6_f64..1e6, reach in 1.0_f64..50.0, odds: bool) {
            let scale = if odds { Ratio::CommonOdds } else { Ratio::Risks };
            let one = e_value(ratio, ratio / reach, ratio * reach, scale).unwrap();
            let other = e_value(1.0 / ratio, 1.0 / (ratio * reach), reach / ratio, scale).unwrap();
            prop_assert!((one.estimate - other.estimate).abs() <= 1e-6 * one.estimate);
            prop_assert!((one.limit - other.limit).abs() <= 1e-6 * one.limit);
            prop_assert!(1.0 <= one.limit && one.limit <= one.estimate);
        }

        #[test]
        fn the_bias_of_such_a_cause_is_the_ratio(ratio in 1.0_f64..1e4) {
            // The bounding factor E·E/(2E - 1) of Ding and VanderWeele (2016) is the ratio itself.
            let found = e_value(ratio, ratio, ratio, Ratio::Risks).unwrap().estimate;
            prop_assert!((found * found / (2.0 * found - 1.0) - ratio).abs() <= 1e-10 * ratio);
        }
    }
}
