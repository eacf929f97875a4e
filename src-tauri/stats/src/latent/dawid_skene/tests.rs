use super::*;
use proptest::prelude::*;

// Three raters, two classes: the number of items for each way of rating.
const THREE: [([usize; 3], u64); 8] = [
    ([0, 0, 0], 50),
    ([0, 0, 1], 6),
    ([0, 1, 0], 8),
    ([0, 1, 1], 5),
    ([1, 0, 0], 7),
    ([1, 0, 1], 4),
    ([1, 1, 0], 6),
    ([1, 1, 1], 34),
];

fn near(one: f64, other: f64, within: f64) -> bool {
    (one - other).abs() <= within
}

// Each rater in turn names one class.
fn by_all(classes: &[usize], items: u64) -> RatedAlike {
    let ratings = classes.iter().enumerate().map(|(rater, class)| Rating { rater, class: *class }).collect();
    RatedAlike { ratings, items }
}

fn by_some(ratings: &[(usize, usize)], items: u64) -> RatedAlike {
    RatedAlike { ratings: ratings.iter().map(|(rater, class)| Rating { rater: *rater, class: *class }).collect(), items }
}

fn three(times: u64) -> Vec<RatedAlike> {
    THREE.iter().map(|(classes, items)| by_all(classes, items * times)).collect()
}

fn plain(rated: &[RatedAlike], raters: usize) -> Result<DawidSkene, Undefined> {
    dawid_skene(rated, raters, 2, Stopping::default())
}

// Expected values: scipy 1.12, direct maximisation of the likelihood over log odds; limits from a root of its profile.
#[test]
fn the_greatest_likelihood_is_that_found_directly() {
    let found = plain(&three(1), 3).unwrap();
    assert!(near(found.prevalence[1], 0.399_507_77, 1e-5) && near(found.log_likelihood, -193.651_217_011_276, 1e-9));
    for (rater, (hit, slip)) in
        [(0.890_375_4, 0.115_385_51), (0.912_009_68, 0.128_747_23), (0.870_601_78, 0.100_785_91)].iter().enumerate()
    {
        let rates = &found.error_rates[rater];
        assert!(near(rates[1].as_ref().unwrap()[1], *hit, 1e-5) && near(rates[0].as_ref().unwrap()[1], *slip, 1e-5));
    }
    assert!(!found.on_boundary);
    let limits = prevalence_limits(&three(1), (3, 2), 1, (0.95, 1.0), Stopping::default()).unwrap();
    assert!(near(limits.low, 0.296_515_42, 1e-5) && near(limits.high, 0.506_496_10, 1e-5), "{limits:?}");
    let clustered = prevalence_limits(&three(1), (3, 2), 1, (0.95, 1.5), Stopping::default()).unwrap();
    assert!(near(clustered.low, 0.273_339_29, 1e-5) && near(clustered.high, 0.531_776_75, 1e-5), "{clustered:?}");
}

#[test]
fn limits_of_two_classes_mirror() {
    let of = |class| prevalence_limits(&three(1), (3, 2), class, (0.9, 1.0), Stopping::default()).unwrap();
    let (one, other) = (of(0), of(1));
    assert!(near(one.low, 1.0 - other.high, 1e-6) && near(one.high, 1.0 - other.low, 1e-6));
}

#[test]
fn huge_counts_settle_where_small_ones_do() {
    let (small, huge) = (plain(&three(1), 3).unwrap(), plain(&three(20_000_000), 3).unwrap());
    assert!(near(small.prevalence[1], huge.prevalence[1], 1e-5));
    let limits = prevalence_limits(&three(20_000_000), (3, 2), 1, (0.95, 1.0), Stopping::default()).unwrap();
    assert!(limits.low < huge.prevalence[1] && huge.prevalence[1] < limits.high && limits.high - limits.low < 1e-3);
}

#[test]
fn raters_without_an_error_are_on_the_edge_and_shares_keep_their_limits() {
    let rated = [by_all(&[0, 0, 0], 7), by_all(&[1, 1, 1], 3)];
    let found = plain(&rated, 3).unwrap();
    assert!(found.on_boundary && near(found.rated[0][0], 7.0, 1e-9) && near(found.rated[2][1], 3.0, 1e-9));
    assert_eq!(found.likeliest, [Some(0), Some(1)]);
    let limits = prevalence_limits(&rated, (3, 2), 1, (0.95, 1.0), Stopping::default()).unwrap();
    // Raters who may err leave a little more room than the likelihood limits of 3 in 10, which are 0.0851 and 0.6064.
    assert!(limits.low < 0.086 && limits.low > 0.0 && limits.high > 0.606 && limits.high < 0.75, "{limits:?}");
}

#[test]
fn a_class_that_nobody_names_is_empty() {
    let found = dawid_skene(&three(1), 3, 3, Stopping::default()).unwrap();
    assert!(found.on_boundary && found.prevalence[2].abs() <= 0.0);
    assert!(found.error_rates.iter().all(|of_rater| of_rater[2].is_none()));
}

#[test]
fn two_ratings_never_tell() {
    let pairs = [by_all(&[0, 0], 30), by_all(&[0, 1], 6), by_all(&[1, 0], 4), by_all(&[1, 1], 20)];
    assert_eq!(plain(&pairs, 2), Err(Undefined::FewerThanThreeRatingsPerItem));
    // Nor if four raters rotate in pairs.
    let mut rotating = Vec::new();
    for one in 0..4 {
        for other in 0..one {
            for (a, b, items) in [(0, 0, 30), (0, 1, 6), (1, 0, 4), (1, 1, 20)] {
                rotating.push(by_some(&[(one, a), (other, b)], items));
            }
        }
    }
    assert_eq!(plain(&rotating, 4), Err(Undefined::FewerThanThreeRatingsPerItem));
}

#[test]
fn a_rater_must_be_tied_to_items_with_three_ratings() {
    let mut rated = three(1);
    rated.extend([by_some(&[(3, 0)], 5), by_some(&[(3, 1)], 5)]);
    assert_eq!(plain(&rated, 4), Err(Undefined::FewerThanThreeRatingsPerItem), "rates alone");
    rated.extend([by_some(&[(2, 0), (3, 0)], 20), by_some(&[(2, 1), (3, 1)], 15), by_some(&[(2, 1), (3, 0)], 3)]);
    let tied = plain(&rated, 4).unwrap();
    assert!(tied.error_rates[3][1].as_ref().unwrap()[1] > 0.7, "{tied:?}");
    rated.push(by_some(&[(5, 1), (4, 1)], 0));
    assert!(plain(&rated, 6).is_ok(), "ways of rating without items tie nobody and bind nobody");
    rated.push(by_some(&[(5, 1), (4, 1)], 1));
    assert_eq!(plain(&rated, 6), Err(Undefined::FewerThanThreeRatingsPerItem), "a pair apart from the others");
    rated.push(by_some(&[(4, 1), (3, 1)], 1));
    assert!(plain(&rated, 6).is_ok(), "a chain of two ties");
}

#[test]
fn one_rater_may_rate_an_item_three_times() {
    let rated = [by_some(&[(0, 0); 3], 40), by_some(&[(0, 1); 3], 20), by_some(&[(0, 0), (0, 1), (0, 0)], 3)];
    assert!(plain(&rated, 1).unwrap().prevalence[0] > 0.6);
}

#[test]
fn guessing_raters_fit_any_share() {
    // Independent answers, each class half of the time.
    let rated: Vec<RatedAlike> = THREE.iter().map(|(classes, _)| by_all(classes, 10)).collect();
    assert_eq!(plain(&rated, 3), Err(Undefined::YoudenNotPositive));
    // A little association is no more than chance has.
    let counts = [12, 10, 10, 10, 10, 10, 10, 12];
    let few: Vec<RatedAlike> = THREE.iter().zip(counts).map(|((classes, _), items)| by_all(classes, items)).collect();
    assert_eq!(plain(&few, 3), Err(Undefined::YoudenNotPositive));
}

#[test]
fn what_cannot_be_fitted_is_refused() {
    assert_eq!(plain(&[], 3), Err(Undefined::NZero));
    assert_eq!(plain(&[by_all(&[0, 1, 0], 0)], 3), Err(Undefined::NZero));
    assert_eq!(plain(&[by_all(&[0, 0, 0], 9)], 3), Err(Undefined::NoVariation), "one class only");
    assert_eq!(plain(&[by_all(&[0, 1, 0], 1)], 3), Err(Undefined::YoudenNotPositive), "one item");
    assert_eq!(plain(&[by_all(&[0, 2, 0], 1)], 3), Err(Undefined::Malformed), "a class outside the list");
    assert_eq!(plain(&three(1), 2), Err(Undefined::Malformed), "a rater outside the list");
    assert_eq!(plain(&[by_all(&[], 4)], 3), Err(Undefined::Malformed), "an item without ratings");
    assert_eq!(dawid_skene(&three(1), 3, 1, Stopping::default()), Err(Undefined::Malformed));
    for tolerance in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        let stopping = Stopping { tolerance, ..Stopping::default() };
        assert_eq!(dawid_skene(&three(1), 3, 2, stopping), Err(Undefined::Malformed));
    }
    for steps_max in [0, 1, 5] {
        let stopping = Stopping { steps_max, ..Stopping::default() };
        assert_eq!(dawid_skene(&three(1), 3, 2, stopping), Err(Undefined::NotConverged));
    }
}

#[test]
fn limits_that_were_not_asked_for_properly_are_refused() {
    let limits = |class, level, effect| prevalence_limits(&three(1), (3, 2), class, (level, effect), Stopping::default());
    for (class, level, effect) in [
        (2, 0.95, 1.0),
        (0, 0.0, 1.0),
        (0, 1.0, 1.0),
        (0, f64::NAN, 1.0),
        (0, 0.95, 0.9),
        (0, 0.95, f64::INFINITY),
        (0, 0.95, f64::NAN),
    ] {
        assert_eq!(limits(class, level, effect), Err(Undefined::Malformed));
    }
}

#[test]
fn an_item_torn_between_classes_has_no_likeliest_class() {
    // Everything is symmetric between the classes but for this item's answers, which are too.
    let rated = [by_all(&[0, 0, 0, 0], 20), by_all(&[1, 1, 1, 1], 20), by_all(&[0, 0, 1, 1], 2), by_all(&[1, 1, 0, 0], 2)];
    let found = plain(&rated, 4).unwrap();
    assert_eq!(found.likeliest[..2], [Some(0), Some(1)]);
    assert_eq!(found.likeliest[2..], [None, None], "{found:?}");
}

#[test]
fn many_ratings_of_an_item_do_not_leave_the_range_of_numbers() {
    let of = |class: usize, other: usize| -> Vec<(usize, usize)> {
        (0..3_000).map(|place| (place % 3, if place % 10 == 0 { other } else { class })).collect()
    };
    let found = plain(&[by_some(&of(0, 1), 4), by_some(&of(1, 0), 2)], 3).unwrap();
    assert!(near(found.prevalence[0], 4.0 / 6.0, 1e-9) && near(found.error_rates[0][0].as_ref().unwrap()[1], 0.1, 1e-3));
}

#[test]
fn faultless_ratings_have_the_rule_of_three() {
    // Hanley and Lippman-Hand 1983: 3/n is near the exact limit from 30 on.
    assert!(near(faultless_limit(100.0, 0.95).unwrap(), 0.029_513_05, 1e-8));
    assert!(
        near(faultless_limit(1.0, 0.95).unwrap(), 0.95, 1e-15)
            && near(faultless_limit(1e9, 0.95).unwrap() * 1e9, 2.995_732_27, 1e-6)
    );
    for (rated, level) in [(0.0, 0.95), (-1.0, 0.95), (f64::NAN, 0.95), (5.0, 0.0), (5.0, 1.0), (5.0, f64::NAN)] {
        assert_eq!(faultless_limit(rated, level), None);
    }
}

#[test]
fn a_bootstrap_draws_whole_clusters() {
    let single: Vec<RatedAlike> =
        three(1).iter().flat_map(|a| vec![RatedAlike { items: 1, ..a.clone() }; usize::try_from(a.items).unwrap()]).collect();
    let apart: Vec<usize> = (0..single.len()).collect();
    // Four like items in a row share a cluster.
    let joined: Vec<usize> = apart.iter().map(|place| place / 4).collect();
    let plan = Resampling { replicates: 120, seed: 8, level: 0.95 };
    let stopping = Stopping { tolerance: 1e-7, ..Stopping::default() };
    let limits = |clusters: &[usize]| bootstrap_prevalence(&single, clusters, (3, 2), plan, stopping).unwrap()[1].unwrap();
    let (narrow, wide) = (limits(&apart), limits(&joined));
    assert!(narrow.low < narrow.estimate && narrow.estimate < narrow.high);
    assert!(wide.high - wide.low > 1.4 * (narrow.high - narrow.low), "{narrow:?} {wide:?}");
    assert_eq!(bootstrap_prevalence(&single, &[0], (3, 2), plan, stopping), Err(Undefined::Malformed));
    assert_eq!(bootstrap_prevalence(&single, &vec![3; single.len()], (3, 2), plan, stopping), Err(Undefined::SingleCluster));
}

#[test]
fn a_bootstrap_that_loses_the_third_ratings_is_refused() {
    // One item in many has three ratings: a third of the replicates do without it.
    let mut rated = vec![by_all(&[1, 1, 1], 1)];
    for (a, b, items) in [(0, 0, 30), (0, 1, 2), (1, 0, 2), (1, 1, 20)] {
        rated.extend(vec![by_some(&[(0, a), (1, b)], 1); items]);
        rated.extend(vec![by_some(&[(1, a), (2, b)], 1); items]);
    }
    let clusters: Vec<usize> = (0..rated.len()).collect();
    let plan = Resampling { replicates: 60, seed: 8, level: 0.95 };
    let stopping = Stopping { tolerance: 1e-6, ..Stopping::default() };
    let found = bootstrap_prevalence(&rated, &clusters, (3, 2), plan, stopping);
    assert_eq!(found.unwrap()[0], Err(Undefined::TooFewReplicates));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn order_and_names_do_not_matter(counts in prop::array::uniform8(1u64..20), base in 30u64..80) {
        let mut rated: Vec<RatedAlike> =
            THREE.iter().zip(counts).map(|((classes, _), items)| by_all(classes, items)).collect();
        rated[0].items += base;
        rated[7].items += base;
        let found = plain(&rated, 3).unwrap();
        prop_assert!(near(found.prevalence.iter().sum(), 1.0, 1e-12));
        for row in found.error_rates.iter().flatten().flatten() {
            prop_assert!(near(row.iter().sum(), 1.0, 1e-9) && row.iter().all(|rate| (0.0..=1.0).contains(rate)));
        }
        // Other names of classes, other raters' places, rows in another order and split in two.
        let turned: Vec<RatedAlike> = rated.iter().rev().flat_map(|alike| {
            let ratings: Vec<Rating> = alike.ratings.iter()
                .map(|rating| Rating { rater: (rating.rater + 1) % 3, class: 1 - rating.class }).collect();
            [RatedAlike { ratings: ratings.clone(), items: 1 }, RatedAlike { ratings, items: alike.items - 1 }]
        }).collect();
        let again = plain(&turned, 3).unwrap();
        prop_assert!(near(found.prevalence[0], again.prevalence[1], 1e-4), "{:?} {:?}", found, again);
        prop_assert!(near(found.log_likelihood, again.log_likelihood, 1e-7));
    }

    #[test]
    fn limits_hold_the_share(counts in prop::array::uniform8(0u64..6), base in 10u64..40) {
        let mut rated: Vec<RatedAlike> =
            THREE.iter().zip(counts).map(|((classes, _), items)| by_all(classes, items)).collect();
        rated[0].items += base;
        rated[7].items += base;
        let stopping = Stopping { tolerance: 1e-8, steps_max: 20_000 };
        let found = dawid_skene(&rated, 3, 2, stopping);
        let limits = prevalence_limits(&rated, (3, 2), 0, (0.95, 1.0), stopping);
        let (found, limits) = (found.unwrap(), limits.unwrap());
        prop_assert!(0.0 <= limits.low && limits.low <= found.prevalence[0]);
        prop_assert!(found.prevalence[0] <= limits.high && limits.high <= 1.0);
        // Ratings that may err say no more than the truth itself would.
        let n = real(usize::try_from(rated.iter().map(|alike| alike.items).sum::<u64>()).unwrap());
        let p = found.prevalence[0];
        prop_assert!(limits.high - limits.low > 1.8 * 1.96 * (p * (1.0 - p) / n).sqrt());
    }
}

#[test]
fn limits_are_wide_where_most_items_have_two_ratings() {
    // Four raters rotate in pairs over 60,000 items; four items have a third rating, so that the model is just identified.
    let mut rated = vec![by_some(&[(0, 1), (1, 1), (2, 1)], 2), by_some(&[(1, 0), (2, 0), (3, 0)], 2)];
    for one in 0..4 {
        for other in 0..one {
            for (a, b, items) in [(0, 0, 4_000), (0, 1, 1_000), (1, 0, 1_000), (1, 1, 4_000)] {
                rated.push(by_some(&[(one, a), (other, b)], items));
            }
        }
    }
    let stopping = Stopping { tolerance: 1e-7, ..Stopping::default() };
    let limits = prevalence_limits(&rated, (4, 2), 0, (0.95, 1.0), stopping).unwrap();
    // A standard error of 60,000 items would make it a hundredth.
    assert!(limits.high - limits.low > 0.15, "{limits:?}");
}
