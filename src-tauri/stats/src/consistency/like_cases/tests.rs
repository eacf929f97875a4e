use super::*;
use proptest::prelude::*;

const PLAN: Resampling = Resampling { replicates: 200, seed: 42, level: 0.95 };

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-12 * other.abs().max(1.0)
}

// Counts pairs one by one: (alike, all), both ways round.
fn pairs_by_hand(groups: &[Vec<u64>]) -> (f64, f64) {
    let (mut alike, mut all) = (0.0, 0.0);
    for row in groups {
        let decisions: Vec<usize> = row.iter().enumerate().flat_map(|(d, n)| vec![d; usize::try_from(*n).unwrap()]).collect();
        for (i, one) in decisions.iter().enumerate() {
            for (j, other) in decisions.iter().enumerate() {
                if i != j {
                    all += 1.0;
                    alike += f64::from(u8::from(one == other));
                }
            }
        }
    }
    (alike, all)
}

#[test]
fn groups_without_a_pair_are_refused_or_left_out() {
    for groups in [vec![], vec![vec![]], vec![vec![1, 0], vec![0, 1], vec![0, 0]]] {
        assert_eq!(like_cases(&groups, 0.95), Err(Undefined::NoPairs), "{groups:?}");
        assert_eq!(bootstrap_like_cases(&groups, LikeStatistic::PairConcordance, PLAN), Err(Undefined::NoPairs));
    }
    let with = like_cases(&[vec![1, 0], vec![2, 1], vec![0, 0]], 0.95).unwrap();
    assert_eq!(with, like_cases(&[vec![2, 1]], 0.95).unwrap(), "single cases do not count towards chance either");
}

#[test]
fn malformed_input_is_refused() {
    assert_eq!(like_cases(&[vec![2, 1], vec![2]], 0.95), Err(Undefined::Malformed));
    for level in [0.0, 1.0, f64::NAN] {
        assert_eq!(like_cases(&[vec![2, 1]], level), Err(Undefined::Malformed));
    }
    let groups = [vec![2, 1], vec![2, 0]];
    let short = bootstrap_like_cases_of_clusters(&groups, &[1], LikeStatistic::PairConcordance, PLAN);
    assert_eq!(short, Err(Undefined::Malformed));
}

#[test]
fn one_decision_agrees_but_not_beyond_chance() {
    let found = like_cases(&[vec![3, 0], vec![2, 0]], 0.95).unwrap();
    assert!(near(found.pair_concordance, 1.0) && found.pair_discordance.abs() <= 0.0);
    assert_eq!(found.chance_corrected, Err(Undefined::NoVariation));
    let corrected = bootstrap_like_cases(&[vec![3, 0], vec![2, 0]], LikeStatistic::ChanceCorrected, PLAN);
    assert_eq!(corrected, Err(Undefined::NoVariation));
}

#[test]
fn one_group_has_no_spread() {
    let alone = bootstrap_like_cases(&[vec![3, 2], vec![1, 0]], LikeStatistic::PairConcordance, PLAN);
    assert_eq!(alone, Err(Undefined::SingleCluster));
    let joined = bootstrap_like_cases_of_clusters(&[vec![3, 2], vec![1, 1]], &[7, 7], LikeStatistic::PairConcordance, PLAN);
    assert_eq!(joined, Err(Undefined::SingleCluster));
}

#[test]
fn too_many_replicates_without_variation_are_refused() {
    // One of two groups decided each way: half of the replicates hold one decision only.
    let found = bootstrap_like_cases(&[vec![3, 0], vec![0, 3]], LikeStatistic::ChanceCorrected, PLAN);
    assert_eq!(found, Err(Undefined::TooFewReplicates));
}

#[test]
fn clusters_of_one_group_are_the_groups() {
    let groups = [vec![3, 2], vec![1, 1], vec![1, 0], vec![4, 0], vec![0, 2]];
    for statistic in [
        LikeStatistic::PairConcordance,
        LikeStatistic::PairConcordanceMacro,
        LikeStatistic::PairDiscordance,
        LikeStatistic::DivergentShare,
    ] {
        let plain = bootstrap_like_cases(&groups, statistic, PLAN).unwrap();
        // The names of clusters matter by their order only, and those of unused groups not at all.
        let named = bootstrap_like_cases_of_clusters(&groups, &[10, 20, 5, 30, 40], statistic, PLAN).unwrap();
        assert_eq!(plain, named);
        assert!(plain.low <= plain.estimate && plain.estimate <= plain.high, "{plain:?}");
    }
}

#[test]
fn limits_of_concordance_and_discordance_mirror() {
    let groups = [vec![3, 2], vec![1, 1], vec![4, 0], vec![0, 2], vec![2, 1]];
    let alike = bootstrap_like_cases(&groups, LikeStatistic::PairConcordance, PLAN).unwrap();
    let unlike = bootstrap_like_cases(&groups, LikeStatistic::PairDiscordance, PLAN).unwrap();
    assert!((alike.low - (1.0 - unlike.high)).abs() < 1e-12 && (alike.high - (1.0 - unlike.low)).abs() < 1e-12);
}

#[test]
fn knowledge_weights_count_pairs_by_hand() {
    // One group of 2 and 1, one of 0 and 3. Ordered pairs: 2 acted-acted, 4 mixed, 6 not-not.
    let groups = [Decided { acted: 2, not_acted: 1 }, Decided { acted: 0, not_acted: 3 }];
    let table = knowledge_table(&groups, &[0.5, 1.0, 2.0]).unwrap();
    let concordance: Vec<f64> = table.iter().map(|row| row.pair_concordance).collect();
    // Ratio 1/2: weights 1, 2, 4. Ratio 2: weights 1, 1/2, 1/4.
    assert!(near(concordance[0], 26.0 / 34.0) && near(concordance[1], 8.0 / 12.0) && near(concordance[2], 3.5 / 5.5));
    // Acted 2, not acted 4, 8 or 2 when weighted.
    let expected: Vec<f64> = table.iter().map(|row| row.expected_concordance).collect();
    assert!(near(expected[0], 68.0 / 100.0) && near(expected[1], 20.0 / 36.0) && near(expected[2], 8.0 / 16.0));
    let plain = like_cases(&[vec![2, 1], vec![0, 3]], 0.95).unwrap();
    assert_eq!((plain.pair_concordance, plain.chance_corrected), (table[1].pair_concordance, table[1].chance_corrected));
}

#[test]
fn a_ratio_that_is_none_is_refused() {
    let groups = [Decided { acted: 2, not_acted: 1 }; 3];
    for ratio in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e-7, 1e7] {
        assert_eq!(knowledge_table(&groups, &[1.0, ratio]), Err(Undefined::Malformed));
        assert_eq!(bootstrap_known_discordance(&groups, &[1, 2, 3], ratio, PLAN), Err(Undefined::Malformed));
    }
    assert_eq!(knowledge_table(&groups, &[]), Ok(vec![]));
    assert_eq!(knowledge_table(&[Decided { acted: 1, not_acted: 0 }], &[1.0]), Err(Undefined::NoPairs));
}

#[test]
fn limits_at_ratio_one_are_the_plain_ones() {
    let rows = [[3, 2], [1, 1], [4, 0], [0, 2], [2, 1]];
    let decided = rows.map(|[acted, not_acted]| Decided { acted, not_acted });
    let plain = bootstrap_like_cases(&rows.map(|row| row.to_vec()), LikeStatistic::PairDiscordance, PLAN).unwrap();
    assert_eq!(bootstrap_known_discordance(&decided, &[0, 1, 2, 3, 4], 1.0, PLAN), Ok(plain));
    let shifted = bootstrap_known_discordance(&decided, &[0, 1, 2, 3, 4], 2.0, PLAN).unwrap();
    assert!((shifted.estimate - plain.estimate).abs() > 1e-3);
}

#[test]
fn huge_counts_bear_it() {
    let found = like_cases(&[vec![1_000_000_000, 1_000_000_000], vec![1_000_000_000, 0]], 0.95).unwrap();
    assert!((found.pair_concordance - 3.0 / 5.0).abs() < 1e-8, "{found:?}");
    let most = like_cases(&[vec![u64::MAX, u64::MAX]], 0.95).unwrap();
    assert!((0.0..=1.0).contains(&most.pair_concordance), "{most:?}");
}

proptest! {
    #[test]
    fn pairs_are_those_counted_one_by_one(groups in prop::collection::vec(prop::collection::vec(0u64..5, 3), 1..7)) {
        let (alike, all) = pairs_by_hand(&groups);
        match like_cases(&groups, 0.95) {
            Err(why) => prop_assert!(why == Undefined::NoPairs && all <= 0.0),
            Ok(found) => {
                prop_assert!(near(found.pair_concordance, alike / all));
                prop_assert!(near(found.pair_discordance, 1.0 - alike / all));
                prop_assert!(found.divergent.low <= found.divergent_share && found.divergent_share <= found.divergent.high);
                if let Ok(corrected) = found.chance_corrected {
                    let by_formula = (found.pair_concordance - found.expected_concordance) / (1.0 - found.expected_concordance);
                    prop_assert!((corrected - by_formula).abs() < 1e-9 && corrected <= 1.0);
                }
            }
        }
    }

    #[test]
    fn order_of_groups_and_decisions_does_not_matter(groups in prop::collection::vec(prop::collection::vec(0u64..9, 3), 1..7)) {
        let mut turned: Vec<Vec<u64>> = groups.iter().map(|row| row.iter().rev().copied().collect()).collect();
        turned.reverse();
        match (like_cases(&groups, 0.95), like_cases(&turned, 0.95)) {
            (Ok(one), Ok(other)) => {
                prop_assert_eq!(one.groups_used, other.groups_used);
                prop_assert_eq!(one.divergent_groups, other.divergent_groups);
                prop_assert!(near(one.pair_concordance, other.pair_concordance));
                prop_assert!(near(one.pair_concordance_macro, other.pair_concordance_macro));
                prop_assert!(near(one.expected_concordance, other.expected_concordance));
            }
            (one, other) => prop_assert_eq!(one, other),
        }
    }

    #[test]
    fn limits_hold_every_replicate_share(seed in any::<u64>(), groups in prop::collection::vec(prop::collection::vec(0u64..5, 2), 3..9)) {
        let plan = Resampling { replicates: 60, seed, level: 0.9 };
        if let Ok(found) = bootstrap_like_cases(&groups, LikeStatistic::PairConcordance, plan) {
            prop_assert!(0.0 <= found.low && found.low <= found.high && found.high <= 1.0);
            prop_assert_eq!(found, bootstrap_like_cases(&groups, LikeStatistic::PairConcordance, plan).unwrap());
        }
    }
}
