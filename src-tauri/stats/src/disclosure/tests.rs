use super::*;
use crate::undefined::Undefined;

fn cell(row: usize, column: usize) -> Cell {
    Cell { row, column }
}

fn publish(table: &[Vec<u64>], rule: Rule) -> Suppression {
    match suppress_table(table, rule) {
        Ok(Outcome::Publish(found)) => found,
        other => panic!("{table:?} under {rule:?}: {other:?}"),
    }
}

#[test]
fn the_rules_of_adults_and_children_differ_in_their_threshold() {
    let table = [vec![7, 20], vec![30, 40]];
    assert_eq!(publish(&table, Rule::ADULTS).blanks(), []);
    let found = publish(&table, Rule::CHILDREN);
    assert_eq!(found.primary, [cell(0, 0)]);
    assert_eq!(found.complementary, [cell(0, 1), cell(1, 0), cell(1, 1)]);
    assert_eq!(found.audit, [Deduced { cell: cell(0, 0), least: 0, greatest: Some(27) }]);
    let blank_inside = [vec![None, None, Some(27)], vec![None, None, Some(70)], vec![Some(37), Some(60), Some(97)]];
    assert_eq!(found.published, blank_inside, "one kind of blank, whatever the reason");
}

#[test]
fn where_zeros_reveal_none_and_all_are_protected() {
    let table = [vec![0, 12], vec![15, 20]];
    assert_eq!(publish(&table, Rule::ADULTS).blanks(), []);
    let found = publish(&table, Rule::ADULTS.where_zeros_reveal());
    assert_eq!(found.primary, [cell(0, 0), cell(0, 1), cell(1, 0)], "none, all of the row, all of the column");
    assert_eq!(found.complementary, [cell(1, 1)]);
    let ranges: Vec<_> = found.audit.iter().map(|range| (range.least, range.greatest)).collect();
    assert_eq!(ranges, [(0, Some(12)), (0, Some(12)), (3, Some(15))]);
    let one_column = publish(&[vec![12], vec![20]], Rule::ADULTS.where_zeros_reveal());
    assert_eq!(one_column.blanks(), [], "the only category there is reveals nothing by holding all");
    let empty = publish(&[vec![0, 0], vec![0, 0]], Rule::ADULTS.where_zeros_reveal());
    assert_eq!(empty.blanks().len(), 9, "nothing at all is shown of an empty table");
}

#[test]
fn a_table_is_withheld_where_no_blank_helps() {
    let withheld = Ok(Outcome::Withhold(Withheld::NoCandidate));
    assert_eq!(suppress_table(&[vec![6, 2], vec![3, 0], vec![0, 1]], Rule::ADULTS), withheld);
    // Between 0 and 6 for those who see the table; who knows that blanks are not zeros would say between 1 and 5.
    let table = [vec![2, 0], vec![1, 3]];
    publish(&table, Rule::ADULTS);
    assert_eq!(suppress_table(&table, Rule::ADULTS.against_readers_of_the_rule()), withheld);
    assert_eq!(Withheld::NoCandidate.code(), "no_candidate");
}

#[test]
fn a_reader_of_the_rule_knows_that_blanks_are_not_zeros() {
    let table = [vec![3, 7], vec![9, 40]];
    let blanks = [cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1)];
    let first = |rule: Rule| deductions(&table, &blanks, rule).map(|ranges| (ranges[0].least, ranges[0].greatest));
    assert_eq!(first(Rule::ADULTS), Ok((0, Some(10))));
    assert_eq!(first(Rule::ADULTS.against_readers_of_the_rule()), Ok((1, Some(9))));
    assert_eq!(
        first(Rule::ADULTS.where_zeros_reveal().against_readers_of_the_rule()),
        Ok((0, Some(10))),
        "now they may be zeros"
    );
}

#[test]
fn a_total_that_is_too_small_goes_with_all_its_parts() {
    for table in [vec![vec![1]], vec![vec![1, 2]], vec![vec![1], vec![2]], vec![vec![4]]] {
        let found = publish(&table, Rule::ADULTS);
        assert_eq!(found.published.iter().flatten().flatten().count(), 0, "{table:?}");
        assert!(found.audit.iter().all(|range| range.greatest.is_none()), "any number fits: {found:?}");
    }
}

#[test]
fn huge_counts_are_exact() {
    let big = 1_000_000_000_u64;
    let found = publish(&[vec![big, 3], vec![2, big]], Rule::ADULTS);
    assert_eq!(found.primary, [cell(0, 1), cell(1, 0)]);
    assert_eq!(found.audit[0], Deduced { cell: cell(0, 1), least: 1, greatest: Some(big + 3) });
    let found = publish(&[vec![1 << 58, 3], vec![2, 1 << 58]], Rule::ADULTS);
    assert_eq!(found.audit[0].greatest, Some((1 << 58) + 3));
    assert_eq!(publish(&[vec![big, 3], vec![2, big]], Rule { threshold: u64::MAX, ..Rule::ADULTS }).blanks().len(), 9);
    assert_eq!(publish(&[vec![1, 3], vec![2, 1]], Rule { threshold: 0, ..Rule::ADULTS }).blanks(), []);
}

#[test]
fn tables_that_are_none_are_refused() {
    assert_eq!(suppress_table(&[], Rule::ADULTS), Err(Undefined::EmptyList));
    assert_eq!(suppress_table(&[vec![], vec![]], Rule::ADULTS), Err(Undefined::EmptyList));
    assert_eq!(suppress_list(&[], Rule::ADULTS), Err(Undefined::EmptyList));
    assert_eq!(suppress_table(&[vec![1, 2], vec![3]], Rule::ADULTS), Err(Undefined::Malformed));
    for value in [u64::MAX, u64::MAX / 16] {
        assert_eq!(suppress_table(&[vec![value, 1], vec![1, value]], Rule::ADULTS), Err(Undefined::Malformed));
        assert_eq!(suppress_list(&[value, value], Rule::ADULTS), Err(Undefined::Malformed));
    }
    for blank in [cell(3, 0), cell(0, 3), cell(usize::MAX, usize::MAX)] {
        assert_eq!(deductions(&[vec![1, 2], vec![3, 4]], &[blank], Rule::ADULTS), Err(Undefined::Malformed));
    }
    let zero = deductions(&[vec![0, 2]], &[cell(0, 0)], Rule::ADULTS.against_readers_of_the_rule());
    assert_eq!(zero, Err(Undefined::Malformed), "this reader knows that a zero is never blank");
    let large = vec![vec![1; 64]; 64];
    assert_eq!(suppress_table(&large, Rule::ADULTS), Ok(Outcome::Withhold(Withheld::TooLarge)));
    assert_eq!(deductions(&large, &[cell(0, 0)], Rule::ADULTS), Err(Undefined::Malformed));
    assert_eq!(Withheld::TooLarge.code(), "too_large");
}

#[test]
fn a_list_needs_two_blanks_and_enough_between_them() {
    let blank_places = |list: &[u64]| match suppress_list(list, Rule::ADULTS) {
        Ok(Outcome::Publish(found)) => found.blanks().iter().map(|at| at.row).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(blank_places(&[3, 20, 9]), [0, 2], "3 and 9 share 12");
    assert_eq!(blank_places(&[1, 2, 40]), [0, 1, 2], "1 and 2 would share only 3");
    assert_eq!(blank_places(&[0, 0, 3, 0]), [2, 4], "zeros stay");
    assert_eq!(blank_places(&[3, 0, 0, 9]), [0, 3]);
    assert_eq!(blank_places(&[5, 6]), [] as [usize; 0]);
    assert_eq!(blank_places(&[3]), [0, 1]);
}

#[test]
fn figures_go_blank_with_any_of_their_counts() {
    let blanks = [cell(0, 1), cell(2, 0)];
    let share = |row: usize| vec![cell(row, 1), cell(row, 2)];
    let figures = [share(0), share(1), vec![cell(0, 0), cell(0, 2)], vec![cell(0, 0), cell(1, 0), cell(2, 0)], vec![]];
    assert_eq!(figures_to_blank(&blanks, &figures), [true, false, false, true, false]);
}

#[test]
fn shares_go_blank_with_their_count_or_their_total() {
    let published = [vec![Some(8), None, None], vec![Some(9), None, Some(30)], vec![None, Some(25), Some(60)]];
    let of = |base: Base| shares_to_blank(&published, base);
    assert_eq!(of(Base::Row), [[true, true, true], [false, true, false], [true, false, false]]);
    assert_eq!(of(Base::Column), [[true, true, true], [true, true, false], [true, false, false]]);
    assert_eq!(of(Base::Table), [[false, true, true], [false, true, false], [true, false, false]]);
    assert_eq!(shares_to_blank(&[], Base::Row), Vec::<Vec<bool>>::new());
    assert_eq!(
        shares_to_blank(&[vec![Some(1), Some(2)], vec![]], Base::Column),
        [vec![true, true], vec![]],
        "no total, no share"
    );
}

#[test]
fn series_about_children_go_in_steps_of_five() {
    let rounded = rounded_series(&[0, 1, 2, 3, 7, 8, 12, 13], CHILD_SERIES_STEP).unwrap();
    assert_eq!(rounded.values, [0, 0, 0, 5, 5, 10, 10, 15]);
    assert_eq!((rounded.total, rounded.total_off_by_at_most), (45, 16));
    assert_eq!(rounded_series(&[2, 2], 5).unwrap().total, 0, "a total of 5 would say that neither is 0");
    assert_eq!(rounded_series(&[1, 3], 2).unwrap().values, [2, 4], "a half goes up");
    assert_eq!(rounded_series(&[], 5).unwrap().total, 0);
    assert_eq!(rounded_series(&[1], 0), Err(Undefined::Malformed));
    assert_eq!(rounded_series(&[], 0), Err(Undefined::Malformed));
    assert_eq!(rounded_series(&[u64::MAX], 5), Err(Undefined::Malformed));
    assert_eq!(rounded_series(&[u64::MAX - 4, 50], 1), Err(Undefined::Malformed));
    assert_eq!(rounded_series(&[1, 1_000_000_003], 5).unwrap().values, [0, 1_000_000_005]);
}

#[test]
fn rows_alike_in_what_they_tell_hide_nobody() {
    let row = |region: &'static str, verdict: &'static str| Record { quasi_identifiers: region, sensitive: verdict };
    let rows = [
        row("north", "criticism"),
        row("north", "criticism"),
        row("south", "criticism"),
        row("south", "bullying"),
        row("west", "mixed"),
    ];
    let found = k_anonymity(&rows, Anonymous { k: 2, l: 2 }).unwrap();
    assert_eq!((found.classes, found.smallest_class, found.records_below_k), (3, 1, 1));
    assert_eq!((found.smallest_distinct_sensitive, found.satisfied), (1, false));
    assert_eq!(found.exposed, [0, 1, 4], "one class tells the verdict, another holds one row");
    assert_eq!(k_anonymity(&rows, Anonymous { k: 2, l: 1 }).unwrap().exposed, [4]);
    assert!(k_anonymity(&rows, Anonymous { k: 1, l: 1 }).unwrap().satisfied);
    assert_eq!(k_anonymity(&rows, Anonymous { k: u64::MAX, l: 1 }).unwrap().exposed.len(), 5);
    assert_eq!(k_anonymity::<u8, u8>(&[], Anonymous::ADULTS), Err(Undefined::EmptyList));
    assert_eq!(k_anonymity(&rows, Anonymous { k: 0, l: 2 }), Err(Undefined::Malformed));
    assert_eq!(k_anonymity(&rows, Anonymous { k: 2, l: 0 }), Err(Undefined::Malformed));
    assert_eq!((Anonymous::ADULTS.k, Anonymous::CHILDREN.k, Anonymous::CHILDREN.l), (5, 10, 2));
}
