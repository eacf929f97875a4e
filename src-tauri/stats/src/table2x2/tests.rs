use super::*;
use crate::Undefined;
use crate::special::chi_squared_sf;
use proptest::prelude::*;

const fn table(a: u64, b: u64, c: u64, d: u64) -> Table {
    Table { a, b, c, d }
}

fn near(got: f64, wanted: f64, relative: f64) {
    let same = got.total_cmp(&wanted).is_eq();
    assert!(same || (got - wanted).abs() <= relative * wanted.abs(), "{got:e} against {wanted:e}");
}

// Probabilities of the first cell, up to a factor, from sums of logarithms: another way than that of the code.
fn by_factorials(of: Table, odds: f64) -> Vec<(u64, f64)> {
    let ln_choose = |n: u64, k: u64| (1..=k).map(|i| (real(n - k + i) / real(i)).ln()).sum::<f64>();
    let (r, s, m) = (of.a + of.b, of.c + of.d, of.a + of.c);
    let range = m.saturating_sub(s)..=r.min(m);
    let weights: Vec<(u64, f64)> =
        range.map(|t| (t, (ln_choose(r, t) + ln_choose(s, m - t) + real(t) * odds.ln()).exp())).collect();
    let sum: f64 = weights.iter().map(|pair| pair.1).sum();
    weights.into_iter().map(|(t, weight)| (t, weight / sum)).collect()
}

fn sum_where(probabilities: &[(u64, f64)], holds: impl Fn(u64) -> bool) -> f64 {
    probabilities.iter().filter(|pair| holds(pair.0)).map(|pair| pair.1).sum()
}

#[test]
fn the_tea_table() {
    let found = odds_ratio(table(3, 1, 1, 3), 0.95).unwrap();
    near(found.conditional, 6.408_319_658_199_677, 1e-11);
    near(found.exact.high, 626.243_530_588_811_7, 1e-11);
    near(found.p_fisher, 34.0 / 70.0, 1e-13);
    near(found.p_mid, 18.0 / 70.0, 1e-13);
}

#[test]
fn limits_have_ten_digits_at_any_size() {
    // Expected: mpmath with 40 digits, the defining equations solved directly.
    for (of, conditional, exact, mid_p, greater) in [
        (
            table(300, 200, 250, 250),
            1.499_387_880_285_361_2,
            (1.158_462_667_069_871, 1.942_411_482_318_293),
            (1.167_308_103_338_986, 1.927_500_684_230_222),
            9.135_038_235_329_013e-4,
        ),
        (
            table(2, 31, 136, 15_532),
            7.365_322_677_991_339,
            (0.845_814_161_465_783_9, 29.444_343_085_246_718),
            (1.176_296_940_361_014_9, 26.481_975_845_345_4),
            0.033_902_714_760_341_737,
        ),
        (
            table(30_000, 20_000, 25_000, 25_000),
            1.499_993_877_563_541_2,
            (1.462_774_475_308_571, 1.538_172_856_785_397_4),
            (1.462_893_114_550_308_1, 1.538_047_949_644_269_6),
            0.0,
        ),
    ] {
        let found = odds_ratio(of, 0.95).unwrap();
        near(found.conditional, conditional, 1e-10);
        near(found.exact.low, exact.0, 1e-10);
        near(found.exact.high, exact.1, 1e-10);
        near(found.mid_p.low, mid_p.0, 1e-10);
        near(found.mid_p.high, mid_p.1, 1e-10);
        if greater > 0.0 {
            near(found.p_greater, greater, 1e-11);
        } else {
            assert!(found.p_greater < 1e-200, "{}", found.p_greater);
        }
    }
}

#[test]
fn huge_counts_agree_with_the_normal_curve() {
    let of = table(300_000_000, 200_000_000, 299_950_000, 200_050_000);
    let found = odds_ratio(of, 0.95).unwrap();
    near(found.conditional, found.sample, 1e-9);
    near(found.mid_p.low, found.haldane_limits.low, 1e-9);
    near(found.mid_p.high, found.haldane_limits.high, 1e-9);
    assert!(found.exact.low < found.mid_p.low && found.mid_p.high < found.exact.high);
    let strata = mantel_haenszel(&[of], 0.95).unwrap();
    near(found.p_mid, strata.p, 1e-4);
    near(found.p_fisher, strata.p_corrected, 1e-4);
    assert!(odds_ratio(table(50_000_000_000, 1, 1, 49_000_000_000), 0.95).unwrap().exact.low > 1e15);
    assert!(odds_ratio(table(99_999_999_000, 7, 5, 0), 0.95).unwrap().exact.high.is_finite());
}

#[test]
fn a_first_cell_at_its_end_has_a_limit_there() {
    let found = odds_ratio(table(8, 0, 0, 7), 0.95).unwrap();
    assert!(found.conditional.is_infinite() && found.exact.high.is_infinite() && found.mid_p.high.is_infinite());
    near(found.p_fisher, 1.0 / 6435.0, 1e-13);
    let found = odds_ratio(table(0, 4, 5, 1), 0.99).unwrap();
    near(found.conditional + found.exact.low + found.mid_p.low + found.sample, 0.0, 0.0);
    assert!(found.exact.high > found.mid_p.high && found.mid_p.high > 0.0);
    let found = odds_ratio(table(1, 0, 0, 1), 0.95).unwrap();
    near(found.exact.low, 0.025 / 0.975, 1e-12);
    near(found.p_fisher, 1.0, 0.0);
    // The only tables with a first row of one.
    let found = odds_ratio(table(1, 0, 5, 2), 0.95).unwrap();
    assert!(found.conditional.is_infinite() && found.exact.low > 0.0);
}

#[test]
fn tables_without_an_odds_ratio_say_why() {
    assert_eq!(odds_ratio(Table::default(), 0.95), Err(Undefined::NZero));
    for of in [table(5, 9, 0, 0), table(0, 0, 5, 9), table(5, 0, 9, 0), table(0, 5, 0, 9), table(1, 0, 0, 0)] {
        assert_eq!(odds_ratio(of, 0.95), Err(Undefined::ZeroMargin), "{of:?}");
    }
    for level in [0.0, 1.0, -0.5, 1.5, f64::NAN] {
        assert_eq!(odds_ratio(table(3, 1, 1, 3), level), Err(Undefined::Malformed), "{level}");
        assert_eq!(mantel_haenszel(&[table(3, 1, 1, 3)], level), Err(Undefined::Malformed), "{level}");
        assert_eq!(cluster_odds_ratio(&[table(3, 1, 1, 3), table(1, 1, 2, 3)], level), Err(Undefined::Malformed), "{level}");
    }
    assert_eq!(odds_ratio(table(u64::MAX, 1, 1, u64::MAX), 0.95), Err(Undefined::Malformed));
}

#[test]
fn levels_near_the_ends_have_limits() {
    for level in [1e-12, 0.999_999_999, 1.0 - 2.0 * f64::EPSILON] {
        let found = odds_ratio(table(3, 1, 1, 3), level).unwrap();
        assert!(found.exact.low <= found.mid_p.low && found.mid_p.high <= found.exact.high, "{level}: {found:?}");
    }
}

#[test]
fn rabbits_with_two_strata_that_tell_nothing() {
    // R documentation of mantelhaen.test: Agresti (1990), pp. 231-237.
    let strata = [table(0, 6, 0, 5), table(3, 3, 0, 6), table(6, 0, 2, 4), table(5, 1, 6, 0), table(2, 0, 5, 0)];
    let found = mantel_haenszel(&strata, 0.95).unwrap();
    near(found.odds_ratio, 7.0, 1e-12);
    near(found.limits.unwrap().low, 1.026_713, 1e-6);
    near(found.limits.unwrap().high, 47.725_133, 1e-7);
    near(found.chi2_corrected, 3.928_6, 1e-5);
    near(found.p_corrected, 0.047_47, 1e-3);
    near(found.p_exact.unwrap(), 0.039_94, 1e-3);
    assert_eq!((found.strata_used, found.homogeneity.unwrap().df), (3, 2));
}

#[test]
fn strata_without_a_common_finite_odds_ratio() {
    let found = mantel_haenszel(&[table(4, 0, 1, 3), table(5, 0, 0, 6)], 0.95).unwrap();
    assert!(found.odds_ratio.is_infinite() && found.limits.is_none() && found.homogeneity.is_none());
    assert!(found.p_exact.unwrap() < found.p_corrected);
    let found = mantel_haenszel(&[table(0, 4, 3, 1)], 0.95).unwrap();
    assert!(found.odds_ratio.abs() <= 0.0 && found.limits.is_none());
    for strata in [vec![], vec![Table::default()], vec![table(3, 0, 4, 0), table(0, 0, 1, 2)]] {
        assert_eq!(mantel_haenszel(&strata, 0.95), Err(Undefined::NoInformativeStratum));
        assert_eq!(simpson_check(&strata), Err(Undefined::NoInformativeStratum));
    }
}

#[test]
fn strata_too_large_for_the_exact_test_have_the_others() {
    let large = table(600_000_000, 400_000_000, 500_000_000, 500_000_000);
    let found = mantel_haenszel(&[large, large], 0.95).unwrap();
    assert_eq!(found.p_exact, None);
    near(found.odds_ratio, 1.5, 1e-12);
    near(found.homogeneity.unwrap().p, 1.0, 1e-9);
    let vast = table(u64::MAX, u64::MAX, u64::MAX, u64::MAX / 2);
    assert_eq!(mantel_haenszel(&[vast, table(3, 1, 1, 3)], 0.95).unwrap().p_exact, None);
}

#[test]
fn a_half_is_taken_off_only_where_there_is_one() {
    // The first cell is 1/6 from its expectation.
    let found = mantel_haenszel(&[table(2, 1, 3, 2), table(1, 1, 1, 1)], 0.95).unwrap();
    near(found.chi2_corrected, found.chi2, 0.0);
    assert!(found.chi2 > 0.0);
}

#[test]
fn fitted_cells_have_the_odds_ratio_and_stay_in_range() {
    for of in
        [table(3, 1, 1, 3), table(1, 9, 80, 5), table(70, 2, 3, 1), table(1_000_000, 3, 5, 1), table(1, 1, 1, 1_000_000_000)]
    {
        let margins = conditional::Conditional::of(of);
        for odds in [1e-6, 0.3, 1.0, 1.0 + 1e-12, 4.0, 1e6] {
            let x = margins.fitted(odds);
            let [a, b, c, d] = of.reals();
            let off = x * (d - a + x) - odds * (a + b - x) * (a + c - x);
            // As near as the digits of x allow.
            let slope = (d - a + 2.0 * x).abs() + odds * (2.0 * a + b + c - 2.0 * x).abs();
            assert!(off.abs() <= 4.0 * f64::EPSILON * x * slope + 1e-14 * x * (d - a + x), "{of:?} {odds}: {off:e}");
        }
        for odds in [1e-280, 1e280] {
            let x = margins.fitted(odds);
            assert!(margins.low <= x && x <= margins.high, "{x}");
        }
    }
}

#[test]
fn clusters_that_show_nothing_of_their_spread_are_refused() {
    assert_eq!(cluster_odds_ratio(&[], 0.95), Err(Undefined::NZero));
    assert_eq!(cluster_odds_ratio(&[Table::default()], 0.95), Err(Undefined::NZero));
    assert_eq!(cluster_odds_ratio(&[table(3, 1, 1, 3), Table::default()], 0.95), Err(Undefined::SingleCluster));
    assert_eq!(cluster_odds_ratio(&[table(3, 1, 0, 0), table(2, 5, 0, 0)], 0.95), Err(Undefined::ZeroMargin));
    assert_eq!(cluster_odds_ratio(&[table(3, 1, 1, 7); 6], 0.95), Err(Undefined::NoVariation));
}

#[test]
fn clusters_are_counted_by_cell() {
    let clusters = [table(3, 0, 1, 1), table(2, 0, 0, 2), Table::default(), table(1, 0, 0, 3)];
    let found = cluster_odds_ratio(&clusters, 0.95).unwrap();
    assert_eq!((found.clusters, found.clusters_per_cell, found.continuity_added), (3, [3, 0, 1, 3], true));
    near(found.odds_ratio, 6.5 * 6.5 / (0.5 * 1.5), 1e-14);
}

#[test]
fn huge_clusters_stay_finite() {
    let clusters = [table(1_000_000_000, 1, 2, 900_000_000), table(1, 1_000_000_000, 3, 4), table(5, 6, 1_000_000_000, 8)];
    let found = cluster_odds_ratio(&clusters, 0.95).unwrap();
    assert!(found.ln_se.is_finite() && found.low < found.odds_ratio && found.odds_ratio < found.high, "{found:?}");
}

#[test]
fn one_item_of_each_cluster_is_drawn_in_proportion() {
    let clusters: Vec<Table> = (0..4_000).map(|_| table(1, 0, 3, 4)).collect();
    let drawn = one_item_each(&clusters, 20_240_601);
    assert_eq!((drawn.total(), drawn.b), (4_000, 0));
    assert!((400..600).contains(&drawn.a) && (1_400..1_600).contains(&drawn.c), "{drawn:?}");
    assert_eq!(drawn, one_item_each(&clusters, 20_240_601));
    assert_eq!(one_item_each(&[Table::default(), table(0, 7, 0, 0)], 1), table(0, 1, 0, 0));
}

#[test]
fn reversals_are_told() {
    // Charig and others 1986: kidney stones, small and large.
    let found = simpson_check(&[table(81, 6, 234, 36), table(192, 71, 55, 25)]).unwrap();
    assert_eq!((found.crude_sign, found.stratum_signs.as_slice()), (-1, [1, 1].as_slice()));
    assert!(found.strict_reversal && found.pooled_reversal && found.is_flagged());
    // A stratum that tells nothing does not hide it.
    let found = simpson_check(&[table(81, 6, 234, 36), table(192, 71, 55, 25), table(0, 0, 4, 1)]).unwrap();
    assert!(found.strict_reversal && found.stratum_signs == [1, 1, 0]);
    let found = simpson_check(&[table(2, 2, 3, 3), table(1, 2, 3, 6)]).unwrap();
    assert!(!found.strict_reversal && !found.pooled_reversal && !found.is_flagged());
    let found = simpson_check(&[table(2, 0, 3, 3)]).unwrap();
    assert_eq!((found.relative_change, found.is_flagged()), (None, false));
    // Crude finite, adjusted infinite.
    let found = simpson_check(&[table(2, 0, 3, 3), table(2, 3, 0, 4)]).unwrap();
    assert!(found.adjusted.is_infinite() && found.crude.is_finite() && found.is_flagged());
}

fn informative_table(most: u64) -> impl Strategy<Value = Table> {
    (0..=most, 0..=most, 0..=most, 0..=most)
        .prop_map(|(a, b, c, d)| table(a, b, c, d))
        .prop_filter("no empty row or column", |of| of.is_informative())
}

proptest! {
    #[test]
    fn p_values_are_sums_of_probabilities(of in informative_table(25)) {
        let found = odds_ratio(of, 0.95).unwrap();
        let probabilities = by_factorials(of, 1.0);
        let at = sum_where(&probabilities, |t| t == of.a);
        let two_sided: f64 = probabilities.iter().map(|pair| pair.1).filter(|p| *p <= at * (1.0 + 1e-7)).sum();
        near(found.p_greater, sum_where(&probabilities, |t| t >= of.a), 1e-11);
        near(found.p_less, sum_where(&probabilities, |t| t <= of.a), 1e-11);
        near(found.p_fisher, two_sided, 1e-11);
        near(found.p_mid, (2.0 * (found.p_greater.min(found.p_less) - at / 2.0)).min(1.0), 1e-9);
        near(mantel_haenszel(&[of], 0.95).unwrap().p_exact.unwrap(), two_sided, 1e-11);
    }

    #[test]
    fn limits_and_estimate_solve_their_equations(of in informative_table(25), level in 0.5_f64..0.999) {
        let found = odds_ratio(of, level).unwrap();
        let tail = (1.0 - level) / 2.0;
        let holds = |odds: f64| odds > 0.0 && odds.is_finite();
        for (limits, share) in [(found.exact, 1.0), (found.mid_p, 0.5)] {
            if holds(limits.low) {
                let p = by_factorials(of, limits.low);
                near(sum_where(&p, |t| t > of.a) + share * sum_where(&p, |t| t == of.a), tail, 1e-9);
            }
            if holds(limits.high) {
                let p = by_factorials(of, limits.high);
                near(sum_where(&p, |t| t < of.a) + share * sum_where(&p, |t| t == of.a), tail, 1e-9);
            }
        }
        if holds(found.conditional) {
            let mean: f64 = by_factorials(of, found.conditional).iter().map(|(t, p)| real(*t) * p).sum();
            near(mean, real(of.a), 1e-9);
        }
        prop_assert!(found.exact.low <= found.mid_p.low && found.mid_p.low <= found.conditional);
        prop_assert!(found.conditional <= found.mid_p.high && found.mid_p.high <= found.exact.high);
        prop_assert!(found.haldane_limits.low < found.haldane && found.haldane < found.haldane_limits.high);
    }

    #[test]
    fn mid_p_and_its_limits_agree(of in informative_table(40)) {
        let found = odds_ratio(of, 0.95).unwrap();
        let outside = found.mid_p.low > 1.0 || found.mid_p.high < 1.0;
        prop_assert!((found.p_mid - 0.05).abs() < 1e-9 || outside == (found.p_mid < 0.05), "{found:?}");
    }

    #[test]
    fn turning_the_table_inverts_and_transposing_keeps(of in informative_table(3_000)) {
        let found = odds_ratio(of, 0.95).unwrap();
        let rows = odds_ratio(table(of.c, of.d, of.a, of.b), 0.95).unwrap();
        let across = odds_ratio(table(of.a, of.c, of.b, of.d), 0.95).unwrap();
        for (one, turned, transposed) in [
            (found.conditional, rows.conditional, across.conditional),
            (found.exact.low, rows.exact.high, across.exact.low),
            (found.mid_p.high, rows.mid_p.low, across.mid_p.high),
            (found.haldane_limits.low, rows.haldane_limits.high, across.haldane_limits.low),
        ] {
            near(1.0 / turned, one, 1e-9);
            near(transposed, one, 1e-9);
        }
        near(rows.p_less, found.p_greater, 1e-9);
        near(rows.p_fisher, found.p_fisher, 1e-9);
        near(across.p_mid, found.p_mid, 1e-9);
    }

    #[test]
    fn more_in_the_first_cell_is_a_larger_odds_ratio(of in informative_table(60)) {
        prop_assume!(of.b > 0 && of.c > 0);
        let (less, more) = (odds_ratio(of, 0.9).unwrap(), odds_ratio(table(of.a + 1, of.b - 1, of.c - 1, of.d + 1), 0.9).unwrap());
        prop_assert!(less.conditional < more.conditional);
        prop_assert!(less.exact.low < more.exact.low && less.mid_p.low < more.mid_p.low);
        prop_assert!(less.exact.high < more.exact.high && less.mid_p.high < more.mid_p.high);
        prop_assert!(less.p_greater >= more.p_greater && less.p_less <= more.p_less);
    }

    #[test]
    fn strata_may_be_turned_and_reordered(strata in proptest::collection::vec(informative_table(30), 1..6)) {
        let found = mantel_haenszel(&strata, 0.95).unwrap();
        let other: Vec<Table> = strata.iter().rev().map(|of| table(of.c, of.d, of.a, of.b)).collect();
        let turned = mantel_haenszel(&other, 0.95).unwrap();
        near(1.0 / turned.odds_ratio, found.odds_ratio, 1e-12);
        near(turned.chi2 + 1.0, found.chi2 + 1.0, 1e-9);
        near(turned.p_exact.unwrap(), found.p_exact.unwrap(), 1e-9);
        if let (Some(one), Some(two)) = (found.limits, turned.limits) {
            near(1.0 / two.high, one.low, 1e-11);
            prop_assert!(one.low <= found.odds_ratio && found.odds_ratio <= one.high);
        }
        if let (Some(one), Some(two)) = (found.homogeneity, turned.homogeneity) {
            near(1.0 + two.tarone, 1.0 + one.tarone, 1e-8);
            prop_assert!(one.tarone <= one.breslow_day && (0.0..=1.0).contains(&one.p));
            near(one.p, chi_squared_sf(one.tarone, real(one.df as u64)), 1e-12);
        }
        prop_assert!(found.chi2_corrected <= found.chi2 && (0.0..=1.0).contains(&found.p));
    }

    #[test]
    fn like_strata_are_homogeneous(of in informative_table(50), copies in 2_usize..5) {
        prop_assume!(of.a * of.d > 0 && of.b * of.c > 0);
        let found = mantel_haenszel(&vec![of; copies], 0.95).unwrap();
        near(found.odds_ratio, sample_odds_ratio(of.reals()), 1e-12);
        prop_assert!(found.homogeneity.unwrap().breslow_day < 1e-9);
        let check = simpson_check(&vec![of; copies]).unwrap();
        prop_assert!(!check.strict_reversal && !check.pooled_reversal && check.relative_change.unwrap().abs() < 1e-12);
    }

    #[test]
    fn clusters_may_be_turned_and_reordered(clusters in proptest::collection::vec((0_u64..9, 0_u64..9, 0_u64..9, 0_u64..9), 2..12)) {
        let clusters: Vec<Table> = clusters.into_iter().map(|(a, b, c, d)| table(a, b, c, d)).collect();
        let other: Vec<Table> = clusters.iter().rev().map(|of| table(of.c, of.d, of.a, of.b)).collect();
        match (cluster_odds_ratio(&clusters, 0.95), cluster_odds_ratio(&other, 0.95)) {
            (Ok(found), Ok(turned)) => {
                near(1.0 / turned.odds_ratio, found.odds_ratio, 1e-12);
                near(turned.ln_se, found.ln_se, 1e-9);
                near(turned.p, found.p, 1e-8);
                near(1.0 / turned.high, found.low, 1e-8);
                prop_assert!(found.low < found.odds_ratio && found.odds_ratio < found.high);
                let outside = found.low > 1.0 || found.high < 1.0;
                prop_assert!((found.p - 0.05).abs() < 1e-9 || outside == (found.p < 0.05));
            }
            (one, two) => prop_assert_eq!(one.err(), two.err()),
        }
    }

    #[test]
    fn clusters_of_one_item_have_the_usual_error(of in informative_table(30)) {
        prop_assume!(of.a * of.b > 0 && of.c * of.d > 0);
        let mut items = Vec::new();
        for (count, item) in [(of.a, table(1, 0, 0, 0)), (of.b, table(0, 1, 0, 0)), (of.c, table(0, 0, 1, 0)), (of.d, table(0, 0, 0, 1))] {
            items.extend((0..count).map(|_| item));
        }
        let found = cluster_odds_ratio(&items, 0.95).unwrap();
        let n = real(of.total());
        let woolf: f64 = of.reals().iter().map(|cell| 1.0 / cell).sum();
        near(found.ln_se, (woolf * n / (n - 1.0)).sqrt(), 1e-12);
    }
}
