use super::super::tests::{hepatitis, kosovo, of_ascending, relabelled};
use super::*;
use proptest::prelude::*;

fn usual(table: &CaptureTable) -> Result<Bma, Undefined> {
    decomposable_bma(table, &BmaOptions::usual(table.lists()))
}

fn near(got: f64, wanted: f64, relative: f64) {
    assert!((got - wanted).abs() <= relative * wanted.abs(), "{got} against {wanted}");
}

fn sparse() -> CaptureTable {
    of_ascending(3, &[14, 22, 3, 5, 0, 1, 0])
}

// Expected numbers are those of a calculation by maximal cliques and junction trees over every total.
#[test]
fn kosovo_without_and_with_the_complete_graph() {
    let found = usual(&kosovo()).unwrap();
    assert_eq!((found.observed, found.graphs.len()), (4_400, 60));
    assert_eq!((found.low, found.median, found.high, found.mode), (9_827, 12_595, 16_544, 12_267));
    near(found.mean, 12_749.352_134, 1e-6);
    let best = found.graphs.first().unwrap();
    assert_eq!(best.edges, [(0, 1), (0, 2), (0, 3), (1, 2), (2, 3)]);
    near(best.probability, 0.985_514_176, 1e-6);
    let options = BmaOptions { graphs: Graphs::All, unseen: Unseen::UpTo(30_000), ..BmaOptions::usual(4) };
    let with = decomposable_bma(&kosovo(), &options).unwrap();
    assert_eq!((with.graphs.len(), with.low, with.high, with.unseen_max), (61, 9_827, 16_544, 30_000));
    near(with.mean, 12_749.349_140, 1e-6);
}

#[test]
fn another_prior_gives_other_numbers() {
    let options = BmaOptions { delta: 0.5, prior: Prior::Uniform, ..BmaOptions::usual(4) };
    let found = decomposable_bma(&kosovo(), &options).unwrap();
    assert_eq!((found.low, found.median, found.high, found.mode), (7_817, 11_597, 14_794, 11_384));
    near(found.mean, 11_651.743_996, 1e-6);
    let options = BmaOptions { prior: Prior::Uniform, ..BmaOptions::usual(3) };
    let found = decomposable_bma(&hepatitis(), &options).unwrap();
    assert_eq!((found.low, found.median, found.high, found.mode), (356, 408, 665, 389));
}

#[test]
fn the_complete_graph_pulls_the_lower_limit_to_what_is_seen() {
    let without = usual(&hepatitis()).unwrap();
    assert_eq!((without.low, without.median, without.high), (354, 402, 630));
    assert!(without.tail < TAIL_MAX);
    let options = BmaOptions { graphs: Graphs::All, ..BmaOptions::usual(3) };
    let with = decomposable_bma(&hepatitis(), &options).unwrap();
    assert_eq!((with.low, with.mode), (272, 272));
    assert!(with.mean.is_infinite(), "the complete graph's tail falls as unseen^-1.875");
    // Cut, the mean is a number, and the share beyond the cut is told.
    let cut = decomposable_bma(&hepatitis(), &BmaOptions { unseen: Unseen::UpTo(3_000), ..options }).unwrap();
    near(cut.mean, 434.711_375, 1e-6);
    assert!(cut.tail > 1e-4 && cut.tail < 0.1, "{}", cut.tail);
}

#[test]
fn a_sparse_table_has_limits_and_no_mean() {
    // On exactly lists 0 and 2 there is nothing: the graph that joins all others has a tail as unseen^-2.
    let found = usual(&sparse()).unwrap();
    assert_eq!((found.low, found.median, found.high, found.mode), (73, 138, 399, 112));
    assert!(found.mean.is_infinite() && found.tail < TAIL_MAX);
}

#[test]
fn blocks_of_totals_stand_for_all_of_them() {
    // One hundred times the hepatitis table: what is unseen lies above 16,384.
    let table = of_ascending(3, &[6_900, 5_500, 2_100, 6_300, 1_700, 1_800, 2_800]);
    let found = usual(&table).unwrap();
    assert_eq!((found.low, found.high), (51_182, 54_242));
    assert!(found.median.abs_diff(52_663) <= 1 && found.mode.abs_diff(52_638) <= 8, "{} {}", found.median, found.mode);
    near(found.mean, 52_676.012_985, 1e-7);
    // A table of long tails that reach into the blocks.
    let options = BmaOptions { unseen: Unseen::UpTo(4_000_000), ..BmaOptions::usual(3) };
    let found = decomposable_bma(&of_ascending(3, &[140, 220, 3, 50, 0, 2, 0]), &options).unwrap();
    near(found.mean, 9_558.740_681, 1e-6);
    assert_eq!((found.low, found.median, found.mode), (3_246, 7_951, 6_503));
    assert!(found.high.abs_diff(22_635) <= 1, "{}", found.high);
}

#[test]
fn a_posterior_narrower_than_a_block_is_refused() {
    let big = 10_000_000_000;
    assert_eq!(usual(&of_ascending(3, &[big; 7])), Err(Undefined::NotConverged));
    // Narrow and within reach of single totals: nearly everything is on all lists.
    let all = usual(&of_ascending(3, &[1, 1, 9, 1, 9, 9, 1_000_000_000])).unwrap();
    assert!(all.low == all.observed + 1 && all.high < all.observed + 20, "{} {}", all.low, all.high);
}

#[test]
fn five_lists_are_averaged_to_the_end_of_the_tail() {
    // Madigan and York 1997.
    let counts = [83, 97, 30, 4, 3, 2, 0, 37, 34, 37, 23, 1, 0, 3, 0, 27, 36, 22, 5, 4, 5, 1, 3, 19, 18, 25, 8, 1, 2, 5, 2];
    let found = usual(&of_ascending(5, &counts)).unwrap();
    assert_eq!((found.observed, found.graphs.len()), (537, 821));
    assert!(found.low > 580 && found.high < 670 && found.tail < TAIL_MAX, "{found:?}");
    near(found.graphs.iter().map(|graph| graph.probability).sum(), 1.0, 1e-12);
}

#[test]
fn what_cannot_be_averaged_is_refused() {
    let with = |options: BmaOptions| decomposable_bma(&hepatitis(), &options).err();
    for delta in [0.0, -1.0, 1e-7, 1e4, f64::NAN, f64::INFINITY] {
        assert_eq!(with(BmaOptions { delta, ..BmaOptions::usual(3) }), Some(Undefined::Malformed), "{delta}");
    }
    for level in [0.0, 1.0, f64::NAN] {
        assert_eq!(with(BmaOptions { level, ..BmaOptions::usual(3) }), Some(Undefined::Malformed), "{level}");
    }
    assert_eq!(with(BmaOptions { unseen: Unseen::UpTo(0), ..BmaOptions::usual(3) }), Some(Undefined::Malformed));
    // A tail as unseen^-0.875 has no sum.
    let endless = BmaOptions { prior: Prior::Uniform, graphs: Graphs::All, ..BmaOptions::usual(3) };
    assert_eq!(with(endless), Some(Undefined::NotConverged));
    assert_eq!(usual(&of_ascending(2, &[5, 7, 3])), Err(Undefined::FewerThanThreeLists));
    assert_eq!(usual(&of_ascending(6, &[5, 7, 3])), Err(Undefined::MoreThanFiveLists));
    assert_eq!(usual(&of_ascending(3, &[5, 7, 3])), Err(Undefined::EmptyList));
    assert_eq!(usual(&of_ascending(3, &[5, 7, 0, 3])), Err(Undefined::NoPairwiseOverlap));
    assert_eq!(usual(&of_ascending(3, &[])), Err(Undefined::NZero));
}

#[test]
fn one_unseen_thing_at_most_leaves_one_total() {
    let options = BmaOptions { unseen: Unseen::UpTo(1), ..BmaOptions::usual(3) };
    let found = decomposable_bma(&hepatitis(), &options).unwrap();
    assert_eq!((found.low, found.median, found.high, found.mode), (272, 272, 272, 272));
    near(found.mean, 272.0, 1e-12);
    assert!(found.tail > 0.9, "nearly everything lies beyond");
    // A single thing on all lists, and more unseen ones allowed than are ever looked at.
    let options = BmaOptions { unseen: Unseen::UpTo(u64::MAX), ..BmaOptions::usual(3) };
    let single = decomposable_bma(&of_ascending(3, &[0, 0, 0, 0, 0, 0, 1]), &options).unwrap();
    assert_eq!((single.low, single.unseen_max), (2, UNSEEN_LAST));
}

#[test]
fn the_difference_of_gamma_functions_keeps_its_digits() {
    // Γ(n + 3)/Γ(n + 1) = (n + 1)(n + 2), and Γ(n + 1/2)/Γ(n + 1) tends to n^(-1/2).
    for n in [1.0, 14.0, 15.0, 16.0, 1e3, 1e9, 2e14] {
        near(rise(3.0, n), libm::log(n + 1.0) + libm::log(n + 2.0), 1e-13);
    }
    near(rise(0.5, 2e14), -0.5 * libm::log(2e14), 1e-13);
    near(rise(1e6 + 1.0, 1e14), 1e6 * libm::log(1e14), 1e-9);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn limits_are_in_order_and_above_what_is_seen(cells in prop::collection::vec(0_u64..80, 7), level in 0.05_f64..0.999) {
        let table = of_ascending(3, &cells);
        if let Ok(found) = decomposable_bma(&table, &BmaOptions { level, ..BmaOptions::usual(3) }) {
            prop_assert!(found.observed < found.low && found.low <= found.median && found.median <= found.high, "{found:?}");
            prop_assert!(found.mean > real(found.observed) && found.mode > found.observed);
            prop_assert!(found.graphs.windows(2).all(|two| two[0].probability >= two[1].probability));
            near(found.graphs.iter().map(|graph| graph.probability).sum(), 1.0, 1e-12);
        }
    }

    #[test]
    fn the_order_of_lists_does_not_matter(cells in prop::collection::vec(1_u64..80, 15), order in Just(vec![0, 1, 2, 3]).prop_shuffle()) {
        let table = of_ascending(4, &cells);
        let (one, other) = (usual(&table).unwrap(), usual(&relabelled(&table, &order)).unwrap());
        prop_assert_eq!((one.low, one.median, one.high, one.mode), (other.low, other.median, other.high, other.mode));
        near(one.graphs[0].probability, other.graphs[0].probability, 1e-8);
    }

    #[test]
    fn a_uniform_prior_never_gives_less(cells in prop::collection::vec(1_u64..80, 7)) {
        let table = of_ascending(3, &cells);
        let flat = decomposable_bma(&table, &BmaOptions { prior: Prior::Uniform, ..BmaOptions::usual(3) }).unwrap();
        let usual = usual(&table).unwrap();
        prop_assert!(usual.low <= flat.low && usual.median <= flat.median && usual.high <= flat.high);
    }

    #[test]
    fn more_room_never_gives_less(cells in prop::collection::vec(0_u64..80, 7), room in 1_u64..3_000) {
        let table = of_ascending(3, &cells);
        let up_to = |most| decomposable_bma(&table, &BmaOptions { unseen: Unseen::UpTo(most), ..BmaOptions::usual(3) });
        if let (Ok(less), Ok(more)) = (up_to(room), up_to(2 * room)) {
            prop_assert!(less.low <= more.low && less.high <= more.high && less.mean <= more.mean + 1e-9);
            prop_assert!(less.high <= less.observed + room);
        }
    }
}
