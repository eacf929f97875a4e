use super::*;
use proptest::prelude::*;

const fn pairs(counts: [u64; 4]) -> PairTable {
    PairTable { both: counts[0], only_first: counts[1], only_second: counts[2], neither: counts[3] }
}

fn solved(first: [u64; 4], second: [u64; 4]) -> Result<HuiWalter, Undefined> {
    hui_walter([pairs(first), pairs(second)], 0.95)
}

fn all_of(found: &HuiWalter) -> Vec<Parameter> {
    [found.sensitivity, found.specificity, found.prevalence].concat()
}

fn check(found: &HuiWalter, wanted: [f64; 6], within: f64) {
    for (one, wanted) in all_of(found).iter().zip(wanted) {
        assert!((one.estimate - wanted).abs() < within, "{wanted}: {found:?}");
    }
}

// Two groups under known errors and shares, with n items each; the counts are rounded.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn made(six: Six, n: f64) -> [PairTable; 2] {
    modelled(six).map(|cells| pairs(cells.map(|cell| (cell * n).round() as u64)))
}

#[test]
fn tuberculin_tests_have_the_limits_of_the_information() {
    // Data of Hui and Walter 1980; limits from numerical second derivatives of the likelihood (numpy).
    let found = solved([14, 4, 9, 528], [887, 31, 37, 367]).unwrap();
    for (one, (low, high)) in all_of(&found).iter().zip([
        (0.949_529_87, 0.977_392_22),
        (0.954_013_54, 0.978_974_81),
        (0.979_742_76, 0.997_816_58),
        (0.968_407_66, 0.992_097_55),
        (0.015_896_86, 0.044_970_64),
        (0.691_059_84, 0.741_183_87),
    ]) {
        let limits = one.limits.unwrap();
        assert!((limits.low - low).abs() < 2e-6 && (limits.high - high).abs() < 2e-6, "{limits:?}");
    }
    assert!(found.deviance < 1e-9 && !found.on_boundary && found.same_table_p < 1e-10);
}

#[test]
fn a_solution_outside_is_sought_on_the_edge() {
    // Wanted: scipy 1.12, bounded maximisation from 60 starts.
    let found = solved([30, 2, 1, 20], [5, 0, 6, 60]).unwrap();
    check(&found, [1.0, 0.945_946, 1.0, 0.919_54, 0.603_774, 0.070_423], 2e-5);
    assert!(found.on_boundary && all_of(&found).iter().all(|one| one.limits.is_none()));
    assert!((found.deviance - 1.046_699_07).abs() < 1e-6);
    check(&solved([40, 12, 3, 45], [6, 20, 9, 65]).unwrap(), [1.0, 1.0, 0.774_648, 0.901_639, 0.386_399, 0.038_692], 2e-5);
    check(&solved([20, 15, 15, 20], [5, 25, 25, 45]).unwrap(), [0.678_571, 0.678_571, 0.7, 0.7, 0.528_302, 0.0], 2e-5);
    check(&solved([40, 3, 0, 57], [2, 1, 4, 93]).unwrap(), [1.0, 0.941_5, 0.990_801, 0.974_026, 0.424_708, 0.020_994], 2e-5);
}

#[test]
fn a_group_without_the_class_is_on_the_edge() {
    let found = solved([0, 0, 0, 100], [30, 5, 5, 60]).unwrap();
    assert!(found.on_boundary && found.prevalence[0].estimate.abs() <= 1e-6, "{found:?}");
    assert!((found.specificity[0].estimate - 1.0).abs() < 1e-6);
    let perfect = solved([10, 0, 0, 90], [60, 0, 0, 40]).unwrap();
    check(&perfect, [1.0, 1.0, 1.0, 1.0, 0.1, 0.6], 1e-9);
    assert!(perfect.on_boundary);
}

#[test]
fn groups_with_one_table_tell_nothing() {
    for (first, second) in [
        ([10, 5, 5, 80], [10, 5, 5, 80]),
        ([10, 5, 5, 80], [100, 50, 50, 800]),
        ([1, 0, 0, 0], [0, 0, 0, 1]),
        ([10, 5, 5, 80], [14, 6, 6, 74]),
        ([0, 0, 0, 9], [0, 0, 0, 5]),
    ] {
        assert_eq!(solved(first, second), Err(Undefined::ProportionalStrata), "{first:?} {second:?}");
    }
}

#[test]
fn raters_who_do_not_follow_the_class_are_refused() {
    assert_eq!(solved([50, 50, 0, 900], [50, 0, 200, 750]), Err(Undefined::YoudenNotPositive), "shares move apart");
    assert_eq!(solved([50, 0, 50, 0], [5, 45, 5, 45]), Err(Undefined::YoudenNotPositive), "the first rater's share stays");
}

#[test]
fn what_has_no_number_is_refused() {
    assert_eq!(solved([0; 4], [10, 1, 1, 10]), Err(Undefined::NZero));
    assert_eq!(solved([10, 1, 1, 10], [0; 4]), Err(Undefined::NZero));
    assert_eq!(solved([u64::MAX, 1, 0, 0], [10, 1, 1, 10]), Err(Undefined::Malformed));
    for level in [0.0, 1.0, f64::NAN] {
        let found = hui_walter([pairs([14, 4, 9, 528]), pairs([887, 31, 37, 367])], level);
        assert_eq!(found, Err(Undefined::Malformed));
    }
}

#[test]
fn huge_counts_give_back_what_they_were_made_of() {
    let six = [0.9, 0.8, 0.95, 0.85, 0.2, 0.6];
    let found = hui_walter(made(six, 1e9), 0.95).unwrap();
    check(&found, six, 1e-6);
    assert!(all_of(&found).iter().all(|one| one.limits.is_some_and(|limits| limits.high - limits.low < 1e-3)));
}

proptest! {
    #[test]
    fn parameters_come_back_and_limits_hold_them(
        se in prop::array::uniform2(0.6f64..0.98), sp in prop::array::uniform2(0.6f64..0.98),
        low in 0.05f64..0.4, apart in 0.3f64..0.5,
    ) {
        let six = [se[0], se[1], sp[0], sp[1], low, low + apart];
        let tables = made(six, 1e7);
        let found = hui_walter(tables, 0.95).unwrap();
        check(&found, six, 2e-3);
        for one in all_of(&found) {
            let limits = one.limits.unwrap();
            prop_assert!(0.0 < limits.low && limits.low <= one.estimate && one.estimate <= limits.high && limits.high < 1.0);
        }
        // Groups and raters change places.
        let turned = tables.map(|t| PairTable { only_first: t.only_second, only_second: t.only_first, ..t });
        let again = hui_walter([turned[1], turned[0]], 0.95).unwrap();
        check(&again, [six[1], six[0], six[3], six[2], six[5], six[4]], 2e-3);
        prop_assert!((found.sensitivity[0].estimate - again.sensitivity[1].estimate).abs() < 1e-6);
        // The class and its absence change places.
        let mirrored = tables.map(|t| pairs([t.neither, t.only_second, t.only_first, t.both]));
        let mirror = hui_walter(mirrored, 0.95).unwrap();
        prop_assert!((found.sensitivity[0].estimate - mirror.specificity[0].estimate).abs() < 1e-6);
    }

    #[test]
    fn any_counts_give_a_fit_no_worse_than_its_data_or_a_reason(
        first in prop::array::uniform4(0u64..40), second in prop::array::uniform4(0u64..40),
    ) {
        if let Ok(found) = solved(first, second) {
            for one in all_of(&found) {
                prop_assert!((0.0..=1.0).contains(&one.estimate));
            }
            prop_assert!(found.deviance.is_finite() && found.deviance >= 0.0);
            prop_assert!(found.on_boundary || found.deviance < 1e-6, "{:?}", found);
        }
    }
}
