use super::*;
use crate::random::{Random, quantile_of};
use proptest::prelude::*;

type Units = Vec<Vec<Option<usize>>>;

fn pair(one: usize, other: usize) -> Vec<Option<usize>> {
    vec![Some(one), Some(other)]
}

fn pairs(letters: &[(&str, &str)]) -> Units {
    let place = |letter: &str| "abcde".find(letter).unwrap();
    letters.iter().map(|(one, other)| pair(place(one), place(other))).collect()
}

// Krippendorff (2011), section C: 12 units, 4 observers, values 1 to 5, 0 where nothing was said.
fn four_observers() -> Units {
    let rows = [
        [1, 1, 0, 1],
        [2, 2, 3, 2],
        [3, 3, 3, 3],
        [3, 3, 3, 3],
        [2, 2, 2, 2],
        [1, 2, 3, 4],
        [4, 4, 4, 4],
        [1, 1, 2, 1],
        [2, 2, 2, 2],
        [0, 5, 5, 5],
        [0, 0, 1, 1],
        [0, 3, 0, 0],
    ];
    rows.iter().map(|row| row.iter().map(|value: &usize| value.checked_sub(1)).collect()).collect()
}

#[test]
fn published_figures_come_out() {
    let units = four_observers();
    for (metric, published) in [(Metric::Nominal, 0.743), (Metric::Ordinal, 0.815), (Metric::Interval, 0.849)] {
        let found = krippendorff_alpha(&units, 5, metric).unwrap();
        assert!((found.alpha - published).abs() < 5e-4 && found.pairable == 40, "{metric:?}: {found:?}");
    }
    // Krippendorff (2011), section B: Ben and Gerry.
    let ben_and_gerry = [("a", "b"), ("a", "a"), ("b", "b"), ("b", "b"), ("d", "b"), ("c", "c")]
        .into_iter()
        .chain([("c", "c"), ("c", "c"), ("e", "e"), ("d", "d"), ("d", "d"), ("a", "d")])
        .collect::<Vec<_>>();
    assert!((krippendorff_alpha(&pairs(&ben_and_gerry), 5, Metric::Nominal).unwrap().alpha - 0.692).abs() < 5e-4);
    // Gwet (2014): the four observers, and two abstractors with three categories.
    assert!((gwet_ac1(&units, 5).unwrap().ac1 - 0.775_44).abs() < 5e-6);
    let abstractors = [vec![13, 0, 0], vec![0, 20, 7], vec![0, 4, 56]];
    assert!((cohen_kappa(&abstractors, Weights::None, 0.95).unwrap().kappa - 0.7964).abs() < 5e-5);
    // Agresti, Categorical Data Analysis, couples' answers on four levels, as the manual of R's vcd prints it.
    let couples = [vec![7, 7, 2, 3], vec![2, 8, 3, 7], vec![1, 5, 4, 9], vec![2, 8, 9, 14]];
    for (weights, published) in [(Weights::None, 0.1293), (Weights::Linear, 0.2374)] {
        assert!((cohen_kappa(&couples, weights, 0.95).unwrap().kappa - published).abs() < 5e-5, "{weights:?}");
    }
}

#[test]
fn the_paradox_of_kappa_is_seen() {
    // Gwet (2008): the raters agree on 94.4 %, kappa is below 0 and AC1 is 0.94.
    let kappa = cohen_kappa(&[vec![118, 5], vec![2, 0]], Weights::None, 0.95).unwrap();
    assert!((kappa.observed - 0.944).abs() < 1e-12 && (kappa.kappa + 0.0234).abs() < 5e-5);
    let units: Units = [(118, pair(0, 0)), (5, pair(0, 1)), (2, pair(1, 0))]
        .iter()
        .flat_map(|(times, unit)| std::iter::repeat_n(unit.clone(), *times))
        .collect();
    assert!((gwet_ac1(&units, 2).unwrap().ac1 - 0.9407).abs() < 1e-4);
    assert!((percent_agreement(&units, 2).unwrap() - 0.944).abs() < 1e-12);
}

#[test]
fn fleiss_of_a_small_table_comes_out_by_hand() {
    // Three units, four raters: P = (1 + 1/3 + 1/2) / 3 = 11/18, p = (7/12, 5/12), P_e = 37/72, kappa = (44 - 37) / (72 -
    // 37).
    let found = fleiss_kappa(&[vec![4, 0], vec![2, 2], vec![1, 3]]).unwrap();
    assert!((found.observed - 11.0 / 18.0).abs() < 1e-15 && (found.expected - 37.0 / 72.0).abs() < 1e-15);
    assert!((found.kappa - 0.2).abs() < 1e-14);
}

#[test]
fn quadratic_weights_come_out_by_hand() {
    // v is 0, 1/4, 1: D_o = (8/4 + 4) / 40. Margins are 1/2, 1/4, 1/4 twice: D_e = 2 (1/32 + 1/8 + 1/64) = 0.34375.
    let found = cohen_kappa(&[vec![14, 4, 2], vec![4, 6, 0], vec![2, 0, 8]], Weights::Quadratic, 0.95).unwrap();
    assert!((found.observed - 0.85).abs() < 1e-15, "{found:?}");
    assert!((found.expected - (1.0 - 0.343_75)).abs() < 1e-15, "{found:?}");
    assert!((found.kappa - (1.0 - 0.15 / 0.343_75)).abs() < 1e-15);
}

#[test]
fn where_nothing_can_be_told_nothing_is() {
    let nothing_rated: Units = vec![vec![None, None], vec![None, None]];
    let single_ratings: Units = vec![vec![Some(1), None], vec![None, Some(0)], vec![]];
    for metric in [Metric::Nominal, Metric::Ordinal, Metric::Interval] {
        let alpha = |units: &Units, q: usize| krippendorff_alpha(units, q, metric).map(|a| a.alpha);
        for units in [&Units::new(), &nothing_rated, &single_ratings] {
            assert_eq!(alpha(units, 3), Err(Undefined::NoPairableValues));
            assert_eq!(bootstrap_alpha(units, 3, metric, 10, 1, 0.95), Err(Undefined::NoPairableValues));
        }
        assert_eq!(alpha(&vec![pair(1, 1); 3], 3), Err(Undefined::NoVariation));
        assert_eq!(alpha(&vec![pair(0, 0)], 1), Err(Undefined::NoVariation));
        assert_eq!(alpha(&vec![], 0), Err(Undefined::NoPairableValues));
        assert_eq!(alpha(&vec![pair(0, 0), pair(2, 2)], 3), Ok(1.0), "perfect agreement");
        assert_eq!(alpha(&vec![pair(0, 1)], 3), Ok(0.0), "one unit");
        // n = 4, two of each: D_o = 1, D_e = 8/12.
        assert!((alpha(&vec![pair(0, 1), pair(1, 0)], 2).unwrap() + 0.5).abs() < 1e-15, "perfect disagreement");
        assert_eq!(alpha(&vec![pair(0, 3)], 3), Err(Undefined::Malformed));
    }
    for units in [&Units::new(), &nothing_rated, &single_ratings] {
        assert_eq!(percent_agreement(units, 3), Err(Undefined::NoPairableValues));
        assert_eq!(gwet_ac1(units, 3), Err(Undefined::NoPairableValues));
        assert_eq!(units_paired(units), 0);
    }
    assert_eq!(percent_agreement(&[pair(0, 1), pair(1, 0)], 2), Ok(0.0));
    assert_eq!(percent_agreement(&[pair(0, 7)], 2), Err(Undefined::Malformed));
    assert_eq!(gwet_ac1(&[pair(1, 1)], 3), Ok(Ac1 { observed: 1.0, expected: 0.0, ac1: 1.0 }));
    assert_eq!(gwet_ac1(&[pair(0, 0)], 1), Err(Undefined::NoVariation));
    assert_eq!(gwet_ac1(&[pair(0, 1), pair(1, 0)], 2), Ok(Ac1 { observed: 0.0, expected: 0.5, ac1: -1.0 }));
}

#[test]
fn tables_that_say_nothing_are_refused() {
    let kappa = |matrix: &[Vec<u64>], level: f64| cohen_kappa(matrix, Weights::None, level).map(|k| (k.kappa, k.se));
    assert_eq!(kappa(&[], 0.95), Err(Undefined::NoPairableValues));
    assert_eq!(kappa(&[vec![0, 0], vec![0, 0]], 0.95), Err(Undefined::NoPairableValues));
    assert_eq!(kappa(&[vec![4]], 0.95), Err(Undefined::NoVariation));
    assert_eq!(kappa(&[vec![0, 0], vec![0, 4]], 0.95), Err(Undefined::NoVariation));
    assert_eq!(kappa(&[vec![3, 0], vec![0, 4]], 0.95), Ok((1.0, 0.0)), "perfect agreement has no spread, not even of rounding");
    assert_eq!(kappa(&[vec![0, 2], vec![2, 0]], 0.95).map(|(kappa, _)| kappa), Ok(-1.0));
    assert_eq!(kappa(&[vec![0, 1], vec![0, 0]], 0.95).map(|(kappa, _)| kappa), Ok(0.0), "one unit");
    assert_eq!(kappa(&[vec![1, 2], vec![3]], 0.95), Err(Undefined::Malformed));
    for level in [0.0, 1.0, -0.5, 1.5, f64::NAN] {
        assert_eq!(kappa(&[vec![3, 1], vec![0, 4]], level), Err(Undefined::Malformed));
    }
    assert!(kappa(&[vec![u64::MAX, 1], vec![0, u64::MAX]], 0.95).is_ok_and(|(kappa, _)| kappa.is_finite()));
    assert_eq!(fleiss_kappa(&[]), Err(Undefined::NoPairableValues));
    assert_eq!(fleiss_kappa(&[vec![1, 0], vec![0, 1]]), Err(Undefined::NoPairableValues));
    assert_eq!(fleiss_kappa(&[vec![2, 0], vec![2, 1]]), Err(Undefined::UnequalRatings));
    assert_eq!(fleiss_kappa(&[vec![3, 0], vec![3, 0]]), Err(Undefined::NoVariation));
    assert_eq!(fleiss_kappa(&[vec![3, 0], vec![0, 3]]).map(|k| k.kappa), Ok(1.0));
    assert_eq!(alpha_of_two(&[]), Err(Undefined::NoPairableValues));
    assert_eq!(alpha_of_two(&[vec![5, 0], vec![0, 0]]), Err(Undefined::NoVariation));
    assert_eq!(alpha_of_two(&[vec![5, 0]]), Err(Undefined::Malformed));
}

#[test]
fn rates_are_each_raters_own() {
    let units = [pair(0, 1), vec![Some(0), None, None], vec![Some(1), Some(9)]];
    assert_eq!(base_rates(&units, 2), [[2.0 / 3.0, 1.0 / 3.0], [0.0, 1.0], [0.0, 0.0]]);
    assert_eq!(base_rates(&[], 2), Vec::<Vec<f64>>::new());
}

#[test]
fn an_alpha_is_read_from_its_bounds() {
    let read = [1.0, 0.800, 0.799_999, 0.667, 0.666_999, -1.0, f64::NAN].map(reading);
    let (firm, tentative, below) = (Reading::Firm, Reading::Tentative, Reading::Below);
    assert_eq!(read, [firm, firm, tentative, tentative, below, below, below]);
}

#[test]
fn no_interval_rests_on_one_cluster() {
    let units = [pair(0, 1), pair(1, 1), pair(0, 0), vec![Some(1), None]];
    let interval = |clusters: &[usize]| bootstrap_alpha_clusters(&units, clusters, 2, Metric::Nominal, (400, 1), 0.95);
    assert_eq!(interval(&[8, 8, 8, 8]), Err(Undefined::SingleCluster));
    assert_eq!(interval(&[8, 8, 8, 5]), Err(Undefined::SingleCluster), "the other cluster holds no pair");
    assert_eq!(interval(&[8, 8, 8]), Err(Undefined::Malformed));
    assert_eq!(bootstrap_alpha(&[pair(0, 1)], 2, Metric::Nominal, 50, 1, 0.95), Err(Undefined::SingleCluster));
}

#[test]
fn no_interval_rests_on_the_replicates_that_happen_to_vary() {
    // One unit of ten varies: about a third of the replicates miss it.
    let mut units: Units = vec![pair(0, 0); 9];
    units.push(pair(0, 1));
    assert_eq!(bootstrap_alpha(&units, 2, Metric::Nominal, 500, 1, 0.95), Err(Undefined::TooFewReplicates));
    let mut varied: Units = vec![pair(0, 0); 9];
    varied.extend(vec![pair(1, 1); 3]);
    let found = bootstrap_alpha(&varied, 2, Metric::Nominal, 500, 1, 0.95).unwrap();
    assert!(found.undefined_replicates > 0, "a few are left out and counted: {found:?}");
    assert_eq!(bootstrap_alpha(&varied, 2, Metric::Nominal, 0, 1, 0.95), Err(Undefined::TooFewReplicates));
    assert_eq!(bootstrap_alpha(&varied, 2, Metric::Nominal, 50, 1, 1.0), Err(Undefined::Malformed));
    assert!(bootstrap_alpha(&varied, 2, Metric::Nominal, 500, u64::MAX, 0.95).is_ok(), "seeds go round");
}

#[test]
fn intervals_are_wider_where_orders_agree_with_themselves() {
    // Twenty orders of five items: in each order the two agree on all items or on none.
    let unit = |order: usize| if order.is_multiple_of(4) { pair(0, 1) } else { pair(order % 2, order % 2) };
    let units: Units = (0..100).map(|item| unit(item / 5)).collect();
    let orders: Vec<usize> = (0..100).map(|item| item / 5).collect();
    let items = bootstrap_alpha(&units, 2, Metric::Nominal, 500, 3, 0.95).unwrap();
    let whole = bootstrap_alpha_clusters(&units, &orders, 2, Metric::Nominal, (500, 3), 0.95).unwrap();
    assert!(whole.high - whole.low > 1.5 * (items.high - items.low), "{whole:?} {items:?}");
    assert_eq!(whole.estimate.to_bits(), items.estimate.to_bits());
}

// The bootstrap as its definition says it, with nothing counted by kind.
fn plain_bootstrap(units: &Units, metric: Metric, replicates: u32, seed: u64) -> (Option<f64>, u32) {
    let drawn = |replicate| {
        let mut random = Random::of_replicate(seed, replicate);
        let drawn: Units = units.iter().map(|_| units[random.below(units.len())].clone()).collect();
        krippendorff_alpha(&drawn, 4, metric).map(|a| a.alpha)
    };
    let mut found: Vec<f64> = (0..replicates).filter_map(|replicate| drawn(replicate).ok()).collect();
    found.sort_by(f64::total_cmp);
    (quantile_of(&found, 0.1), replicates - u32::try_from(found.len()).unwrap())
}

fn ratings() -> impl Strategy<Value = Units> {
    proptest::collection::vec(proptest::collection::vec(proptest::option::weighted(0.8, 0_usize..4), 3), 0..30)
}

fn metrics() -> impl Strategy<Value = Metric> {
    proptest::sample::select(vec![Metric::Nominal, Metric::Ordinal, Metric::Interval])
}

fn relabelled(units: &Units, names: &[usize]) -> Units {
    units.iter().map(|unit| unit.iter().map(|place| place.map(|place| names[place])).collect()).collect()
}

fn same(one: Result<f64, Undefined>, other: Result<f64, Undefined>) -> bool {
    match (one, other) {
        (Ok(one), Ok(other)) => (one - other).abs() < 1e-9,
        (one, other) => one == other,
    }
}

fn alpha(units: &Units, metric: Metric) -> Result<f64, Undefined> {
    krippendorff_alpha(units, 4, metric).map(|a| a.alpha)
}

proptest! {
    #[test]
    fn names_of_nominal_categories_do_not_matter(
        units in ratings(),
        names in Just(vec![0_usize, 1, 2, 3]).prop_shuffle(),
        counts in proptest::collection::vec(0_u64..9, 16),
    ) {
        let renamed = relabelled(&units, &names);
        prop_assert!(same(alpha(&units, Metric::Nominal), alpha(&renamed, Metric::Nominal)));
        let ac1 = |units: &Units| gwet_ac1(units, 4).map(|a| a.ac1);
        prop_assert!(same(ac1(&units), ac1(&renamed)));
        let matrix: Vec<Vec<u64>> = counts.chunks(4).map(<[u64]>::to_vec).collect();
        let moved: Vec<Vec<u64>> = names.iter().map(|i| names.iter().map(|j| matrix[*i][*j]).collect()).collect();
        let (one, other) = (cohen_kappa(&matrix, Weights::None, 0.95), cohen_kappa(&moved, Weights::None, 0.95));
        prop_assert!(same(one.map(|k| k.kappa), other.map(|k| k.kappa)));
        prop_assert!(same(one.map(|k| k.se), other.map(|k| k.se)));
        prop_assert!(one.is_err() || one.is_ok_and(|k| k.kappa <= 1.0 && k.se >= 0.0 && k.low <= k.high));
    }

    #[test]
    fn the_order_of_raters_and_units_does_not_matter(
        units in ratings(), metric in metrics(), order in Just(vec![0_usize, 1, 2]).prop_shuffle(),
    ) {
        let swapped: Units = units.iter().map(|unit| order.iter().map(|rater| unit[*rater]).collect()).collect();
        let turned: Units = units.iter().rev().cloned().collect();
        let bits = |units: &Units| krippendorff_alpha(units, 4, metric).map(|a| a.alpha.to_bits());
        prop_assert_eq!(bits(&units), bits(&swapped));
        prop_assert_eq!(bits(&units), bits(&turned));
    }

    #[test]
    fn alpha_is_at_most_one(units in ratings(), metric in metrics()) {
        if let Ok(found) = krippendorff_alpha(&units, 4, metric) {
            prop_assert!(found.alpha <= 1.0 && found.observed_disagreement >= 0.0 && found.expected_disagreement > 0.0);
            prop_assert!(found.pairable >= 2);
        }
        if let Ok(share) = percent_agreement(&units, 4) {
            prop_assert!((0.0..=1.0).contains(&share));
        }
    }

    #[test]
    fn a_unit_with_one_rating_changes_nothing(units in ratings(), metric in metrics(), place in 0_usize..4) {
        let mut more = units.clone();
        more.push(vec![None, Some(place), None]);
        let whole = |units: &Units| krippendorff_alpha(units, 4, metric);
        prop_assert_eq!(whole(&units), whole(&more));
        prop_assert!(same(percent_agreement(&units, 4), percent_agreement(&more, 4)));
    }

    #[test]
    fn a_table_of_two_raters_gives_the_alpha_of_their_units(
        rated in proptest::collection::vec((0_usize..4, 0_usize..4), 0..40),
    ) {
        let mut table = vec![vec![0_u64; 4]; 4];
        rated.iter().for_each(|(one, other)| table[*one][*other] += 1);
        let units: Units = rated.iter().map(|(one, other)| pair(*one, *other)).collect();
        let (one, other) = (alpha_of_two(&table), krippendorff_alpha(&units, 4, Metric::Nominal));
        prop_assert!(same(one.map(|a| a.alpha), other.map(|a| a.alpha)));
        prop_assert_eq!(one.map(|a| a.pairable), other.map(|a| a.pairable));
    }

    #[test]
    fn counting_by_kind_is_drawing_one_by_one(units in ratings(), metric in metrics(), seed: u64) {
        let (low, undefined) = plain_bootstrap(&units, metric, 60, seed);
        let own: Vec<usize> = (0..units.len()).collect();
        let found = bootstrap_alpha(&units, 4, metric, 60, seed, 0.8);
        prop_assert_eq!(found, bootstrap_alpha_clusters(&units, &own, 4, metric, (60, seed), 0.8));
        if let Ok(found) = found {
            prop_assert!(found.undefined_replicates == undefined && (found.low - low.unwrap()).abs() < 1e-9);
            prop_assert!(found.low <= found.high && found.high <= 1.0);
        }
    }
}
