use super::*;
use proptest::prelude::*;

const EVEN: [f64; 4] = [0.25; 4];
const ONE_WAY: [Aggregation; 1] = [Aggregation::GeometricCleanShare];
const PLAIN: Variation = Variation { aggregations: &ONE_WAY, left_out: LeftOut::None, replicates: 300, seed: 11 };
const BOTH_WAYS: [Aggregation; 2] = [Aggregation::GeometricCleanShare, Aggregation::Arithmetic];
const ALL: Variation = Variation { aggregations: &BOTH_WAYS, left_out: LeftOut::OneOrNone, replicates: 400, seed: 11 };

fn fixed(shares: &[f64]) -> Vec<Component> {
    shares.iter().map(|share| Component { share: *share, n_eff: None }).collect()
}

fn counted(shares: &[f64], n_eff: f64) -> Vec<Component> {
    shares.iter().map(|share| Component { share: *share, n_eff: Some(n_eff) }).collect()
}

#[test]
fn a_harm_of_one_is_not_made_up_for() {
    let shares = [1.0, 0.0, 0.0, 0.0];
    let index = |aggregation| composite_index(&shares, &EVEN, aggregation).unwrap();
    assert!((index(Aggregation::GeometricCleanShare) - 1.0).abs() <= 0.0);
    assert!(index(Aggregation::GeometricMean).abs() <= 0.0);
    assert!((index(Aggregation::Arithmetic) - 0.25).abs() < 1e-15);
    let without = composite_index(&[1.0, 0.3], &[0.0, 1.0], Aggregation::GeometricCleanShare).unwrap();
    assert!((without - 0.3).abs() < 1e-15, "a share of weight 0 does not count: {without}");
}

#[test]
fn malformed_input_is_refused() {
    let index = |shares: &[f64], weights: &[f64]| composite_index(shares, weights, Aggregation::Arithmetic);
    assert_eq!(index(&[], &[]), Err(Undefined::NZero));
    for (shares, weights) in [
        (&[0.1, 0.2][..], &[1.0][..]),
        (&[0.1, 1.2], &[0.5, 0.5]),
        (&[0.1, -0.1], &[0.5, 0.5]),
        (&[0.1, f64::NAN], &[0.5, 0.5]),
        (&[0.1, 0.2], &[1.5, -0.5]),
        (&[0.1, 0.2], &[0.5, 0.4]),
        (&[0.1, 0.2], &[f64::NAN, 0.5]),
        (&[0.1, 0.2], &[f64::INFINITY, 0.5]),
        (&[0.1, 0.2], &[0.0, 0.0]),
    ] {
        assert_eq!(index(shares, weights), Err(Undefined::Malformed), "{shares:?} {weights:?}");
    }
}

#[test]
fn a_unit_above_in_every_component_always_ranks_first() {
    let ranks = rank_ranges(&[fixed(&[0.2, 0.3]), fixed(&[0.5, 0.6]), fixed(&[0.1, 0.1])], ALL).unwrap();
    let ends: Vec<(f64, f64)> = ranks.ranges.iter().map(|range| (range.low, range.high)).collect();
    assert_eq!(ends, [(2.0, 2.0), (1.0, 1.0), (3.0, 3.0)]);
    assert!((ranks.above[1][0] - 1.0).abs() <= 0.0 && ranks.above[0][1].abs() <= 0.0);
    assert!(ranks.ranges[0].is_apart_from(&ranks.ranges[1]) && !ranks.ranges[0].is_apart_from(&ranks.ranges[0]));
}

#[test]
fn equal_units_share_their_ranks() {
    let ranks = rank_ranges(&[fixed(&[0.2, 0.3]), fixed(&[0.2, 0.3]), fixed(&[0.1, 0.1])], PLAIN).unwrap();
    let range = ranks.ranges[0];
    assert!((range.low - 1.5).abs() <= 0.0 && (range.high - 1.5).abs() <= 0.0 && (range.first_share - 0.5).abs() < 1e-12);
    assert!((ranks.above[0][1] - 0.5).abs() < 1e-12 && (ranks.above[2][2] - 0.5).abs() < 1e-12);
}

#[test]
fn few_items_leave_units_undistinguished_and_many_tell_them_apart() {
    let rank = |n_eff: f64| {
        let units = [counted(&[0.50, 0.42, 0.61], n_eff), counted(&[0.46, 0.38, 0.57], n_eff)];
        rank_ranges(&units, ALL).unwrap().ranges
    };
    let (few, many) = (rank(20.0), rank(20_000.0));
    assert!(!few[0].is_apart_from(&few[1]) && few[0].first_share < 0.9, "{few:?}");
    assert!(many[0].is_apart_from(&many[1]), "{many:?}");
    let huge = rank(1e9);
    assert!((huge[0].first_share - 1.0).abs() <= 0.0);
}

#[test]
fn shares_of_nought_and_one_are_not_certain() {
    let units = [counted(&[0.0, 0.0], 5.0), counted(&[0.02, 0.02], 5.0)];
    let ranks = rank_ranges(&units, PLAIN).unwrap();
    assert!(ranks.ranges[0].first_share > 0.2, "none in five may be more than one in fifty: {ranks:?}");
    let full = rank_ranges(&[counted(&[1.0, 1.0], 5.0), counted(&[0.98, 0.98], 5.0)], PLAIN).unwrap();
    assert!(full.ranges[1].first_share > 0.2);
}

#[test]
fn ranks_that_have_no_number_are_refused() {
    assert_eq!(rank_ranges(&[], PLAIN), Err(Undefined::NZero));
    assert_eq!(rank_ranges(&[vec![]], PLAIN), Err(Undefined::NZero));
    let units = [fixed(&[0.2, 0.3]), fixed(&[0.1, 0.4])];
    assert_eq!(rank_ranges(&units, Variation { replicates: 0, ..PLAIN }), Err(Undefined::TooFewReplicates));
    assert_eq!(rank_ranges(&units, Variation { replicates: u32::MAX, ..PLAIN }), Err(Undefined::Malformed));
    assert_eq!(rank_ranges(&units, Variation { aggregations: &[], ..PLAIN }), Err(Undefined::Malformed));
    for unit in
        [fixed(&[0.2]), fixed(&[0.2, 1.5]), fixed(&[0.2, f64::NAN]), counted(&[0.2, 0.2], 0.0), counted(&[0.2, 0.2], f64::NAN)]
    {
        assert_eq!(rank_ranges(&[fixed(&[0.2, 0.3]), unit], PLAIN), Err(Undefined::Malformed));
    }
    let alone = rank_ranges(&[fixed(&[0.2])], ALL).unwrap();
    assert!((alone.ranges[0].median - 1.0).abs() <= 0.0, "one unit of one component ranks first");
}

#[test]
fn variance_goes_to_the_component_that_differs() {
    let parts = variance_parts(&[vec![0.1, 0.3], vec![0.6, 0.3], vec![0.2, 0.3]], &[0.5, 0.5]).unwrap();
    assert!((parts[0] - 1.0).abs() < 1e-12 && parts[1].abs() < 1e-12);
    let opposed = variance_parts(&[vec![0.1, 0.4], vec![0.6, 0.3]], &[0.5, 0.5]).unwrap();
    assert!(opposed[1] < 0.0 && (opposed[0] + opposed[1] - 1.0).abs() < 1e-12);
}

#[test]
fn variance_that_is_none_is_refused() {
    assert_eq!(variance_parts(&[vec![0.1, 0.3]], &[0.5, 0.5]), Err(Undefined::NZero));
    assert_eq!(variance_parts(&[vec![], vec![]], &[]), Err(Undefined::NZero));
    assert_eq!(variance_parts(&[vec![0.1, 0.3], vec![0.1, 0.3]], &[0.5, 0.5]), Err(Undefined::NoVariation));
    assert_eq!(
        variance_parts(&[vec![0.3, 0.1], vec![0.1, 0.3]], &[0.5, 0.5]),
        Err(Undefined::NoVariation),
        "equal but for rounding"
    );
    assert_eq!(variance_parts(&[vec![0.0, 0.0], vec![0.0, 0.0]], &[0.5, 0.5]), Err(Undefined::NoVariation));
    assert_eq!(variance_parts(&[vec![1.0, 0.3], vec![0.1, 0.3]], &[0.5, 0.5]), Err(Undefined::Malformed));
    assert_eq!(variance_parts(&[vec![0.3], vec![0.1, 0.3]], &[0.5, 0.5]), Err(Undefined::Malformed));
}

proptest! {
    #[test]
    fn an_index_lies_between_its_shares(shares in prop::collection::vec(0.0f64..=1.0, 1..6)) {
        let weights = vec![1.0 / real(shares.len()); shares.len()];
        let (least, most) = shares.iter().fold((1.0f64, 0.0f64), |(low, high), h| (low.min(*h), high.max(*h)));
        let index = |aggregation| composite_index(&shares, &weights, aggregation).unwrap();
        for aggregation in [Aggregation::GeometricCleanShare, Aggregation::GeometricMean, Aggregation::Arithmetic] {
            prop_assert!(index(aggregation) >= least - 1e-12 && index(aggregation) <= most + 1e-12);
        }
        // The inequality of the means, on both sides.
        prop_assert!(index(Aggregation::GeometricMean) <= index(Aggregation::Arithmetic) + 1e-12);
        prop_assert!(index(Aggregation::Arithmetic) <= index(Aggregation::GeometricCleanShare) + 1e-12);
    }

    #[test]
    fn a_larger_harm_never_lowers_the_index(shares in prop::collection::vec(0.0f64..=0.9, 2..6), more in 0.0f64..0.1) {
        let weights = vec![1.0 / real(shares.len()); shares.len()];
        let mut raised = shares.clone();
        raised[0] += more;
        for aggregation in [Aggregation::GeometricCleanShare, Aggregation::GeometricMean, Aggregation::Arithmetic] {
            let (before, after) = (composite_index(&shares, &weights, aggregation), composite_index(&raised, &weights, aggregation));
            prop_assert!(after.unwrap() >= before.unwrap() - 1e-12);
        }
    }

    #[test]
    fn ranks_sum_up_and_follow_their_units(shares in prop::collection::vec(prop::collection::vec(0.0f64..=1.0, 3), 2..5), seed in any::<u64>()) {
        let variation = Variation { replicates: 40, seed, ..ALL };
        let units: Vec<Vec<Component>> = shares.iter().map(|unit| fixed(unit)).collect();
        let ranks = rank_ranges(&units, variation).unwrap();
        prop_assert!((ranks.ranges.iter().map(|range| range.first_share).sum::<f64>() - 1.0).abs() < 1e-9);
        for (u, row) in ranks.above.iter().enumerate() {
            prop_assert!(ranks.ranges[u].low <= ranks.ranges[u].median && ranks.ranges[u].median <= ranks.ranges[u].high);
            for (v, share) in row.iter().enumerate() {
                prop_assert!((share + ranks.above[v][u] - 1.0).abs() < 1e-9);
            }
        }
        let turned: Vec<Vec<Component>> = units.iter().rev().cloned().collect();
        let again = rank_ranges(&turned, variation).unwrap();
        for (one, other) in ranks.ranges.iter().zip(again.ranges.iter().rev()) {
            prop_assert!((one.median - other.median).abs() < 1e-12 && (one.first_share - other.first_share).abs() < 1e-12);
        }
    }
}
