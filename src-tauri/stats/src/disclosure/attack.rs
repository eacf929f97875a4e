//! Attacks on random tables: the procedure against a second telling of it and against readers who share no code with it.

use super::attacker::{Attacker, Published, every_table, extended, fits};
use super::*;
use proptest::prelude::*;

fn cell(row: usize, column: usize) -> Cell {
    Cell { row, column }
}

// The procedure once more, as the conventions of the reference cases tell it, on plain rows, with the attacker for an auditor.
// Returns the primary cells, the complementary ones and the audit; nothing where the table is withheld.
type Told = Option<(Vec<Cell>, Vec<Cell>, Vec<(u64, Option<u64>)>)>;

fn procedure_as_told(table: &[Vec<u64>], rule: Rule) -> Told {
    let values = extended(table);
    let (last_row, last_column) = (table.len(), table[0].len());
    let all = || (0..=last_row).flat_map(|row| (0..=last_column).map(move |column| cell(row, column)));
    let value = |at: Cell| values[at.row][at.column];
    let is_all_of_a_line = |at: Cell| {
        (last_column > 1 && at.column < last_column && value(at) == values[at.row][last_column])
            || (last_row > 1 && at.row < last_row && value(at) == values[last_row][at.column])
    };
    let is_primary = |at: &Cell| match rule.zeros {
        Zeros::Stay => value(*at) > 0 && value(*at) < rule.threshold,
        Zeros::Reveal => value(*at) < rule.threshold || is_all_of_a_line(*at),
    };
    let primary: Vec<Cell> = all().filter(is_primary).collect();
    let mut hidden = primary.clone();
    let choose = |hidden: &[Cell], line: Vec<Cell>| {
        let open = line.into_iter().filter(|at| !hidden.contains(at) && value(*at) > 0);
        open.min_by_key(|at| (at.row == last_row || at.column == last_column, value(*at), at.row, at.column))
    };
    loop {
        loop {
            let before = hidden.len();
            let rows = (0..=last_row).map(|row| all().filter(|at| at.row == row).collect::<Vec<_>>());
            let columns = (0..=last_column).map(|column| all().filter(|at| at.column == column).collect());
            for line in rows.chain(columns) {
                if line.iter().filter(|at| hidden.contains(at)).count() == 1 {
                    hidden.extend(choose(&hidden, line));
                }
            }
            if hidden.len() == before {
                break;
            }
        }
        let shown = |at: Cell| (!hidden.contains(&at)).then(|| value(at));
        let published: Published =
            (0..=last_row).map(|row| (0..=last_column).map(|column| shown(cell(row, column))).collect()).collect();
        let attacker = Attacker::of(&published, rule.floor());
        let audit: Vec<_> = primary.iter().map(|&at| attacker.range(at)).collect();
        let narrow = audit.iter().position(|(least, greatest)| greatest.is_some_and(|most| most - least < rule.threshold));
        let Some(narrow) = narrow.map(|place| primary[place]) else {
            let mut complementary: Vec<Cell> = hidden.iter().filter(|at| !primary.contains(at)).copied().collect();
            complementary.sort();
            return Some((primary, complementary, audit));
        };
        let around = all().filter(|at| at.row == narrow.row || at.column == narrow.column).collect();
        hidden.push(choose(&hidden, around)?);
    }
}

fn a_count() -> impl Strategy<Value = u64> {
    prop_oneof![2 => Just(0_u64), 4 => 1_u64..6, 2 => 6_u64..16, 1 => 16_u64..80]
}

fn a_table(height: usize, width: usize) -> impl Strategy<Value = Vec<Vec<u64>>> {
    (1..=height, 1..=width)
        .prop_flat_map(|(height, width)| prop::collection::vec(prop::collection::vec(a_count(), width), height))
}

fn a_rule() -> impl Strategy<Value = Rule> {
    let zeros = prop_oneof![2 => Just(Zeros::Stay), 1 => Just(Zeros::Reveal)];
    let reader = prop_oneof![Just(Reader::OfTheTable), Just(Reader::OfTheRule)];
    (prop_oneof![2_u64..12, Just(5), Just(10)], zeros, reader).prop_map(|(threshold, zeros, reader)| Rule {
        threshold,
        zeros,
        reader,
    })
}

fn turned(table: &[Vec<u64>]) -> Vec<Vec<u64>> {
    (0..table[0].len()).map(|column| table.iter().map(|row| row[column]).collect()).collect()
}

// Marks for the cells of an extended table, row by row.
fn some_marks(length: usize) -> impl Strategy<Value = Vec<bool>> {
    prop::collection::vec(any::<bool>(), length)
}

fn marked(table: &[Vec<u64>], marks: &[bool]) -> Vec<Cell> {
    let width = table[0].len();
    let all = (0..=table.len()).flat_map(|row| (0..=width).map(move |column| cell(row, column)));
    all.zip(marks).filter(|(_, mark)| **mark).map(|(at, _)| at).collect()
}

fn shown_without(table: &[Vec<u64>], blanks: &[Cell]) -> Published {
    let rows = extended(table).into_iter().enumerate();
    let shown = |row: usize, values: Vec<u64>| {
        let cells = values.into_iter().enumerate();
        cells.map(|(column, value)| (!blanks.contains(&cell(row, column))).then_some(value)).collect()
    };
    rows.map(|(row, values)| shown(row, values)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_attacker_pins_a_protected_count(table in a_table(6, 6), rule in a_rule()) {
        let Outcome::Publish(found) = suppress_table(&table, rule).unwrap() else { return Ok(()) };
        prop_assert!(fits(&found.published, &table), "what is shown is true");
        let attacker = Attacker::of(&found.published, rule.floor());
        let values = extended(&table);
        for (at, deduced) in found.primary.iter().zip(&found.audit) {
            let (least, greatest) = attacker.range(*at);
            prop_assert!(greatest.is_none_or(|most| most - least >= rule.threshold), "{at:?} within {least}..{greatest:?}");
            prop_assert!(least <= values[at.row][at.column] && greatest.is_none_or(|most| most >= values[at.row][at.column]));
            prop_assert_eq!((*at, least, greatest), (deduced.cell, deduced.least, deduced.greatest), "the audit finds the same");
        }
        for (row, line) in values.iter().enumerate() {
            for (column, &value) in line.iter().enumerate() {
                let is_small = value < rule.threshold && (value > 0 || rule.zeros == Zeros::Reveal);
                prop_assert!(!is_small || found.published[row][column].is_none(), "a small count is shown");
            }
        }
    }

    #[test]
    fn the_procedure_is_the_one_told(table in a_table(5, 5), rule in a_rule()) {
        let expected = procedure_as_told(&table, rule);
        let found = match suppress_table(&table, rule).unwrap() {
            Outcome::Withhold(why) => { prop_assert_eq!(why, Withheld::NoCandidate); None }
            Outcome::Publish(found) => {
                let audit = found.audit.iter().map(|range| (range.least, range.greatest)).collect();
                Some((found.primary, found.complementary, audit))
            }
        };
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn deductions_depend_on_what_is_shown_alone(table in a_table(5, 5), marks in some_marks(36), pick in 0_usize..36) {
        // Any set of blanks, not only a careful one, and another table that shows the same.
        let blanks = marked(&table, &marks);
        prop_assume!(!blanks.is_empty());
        let published = shown_without(&table, &blanks);
        let attacker = Attacker::of(&published, 0);
        let deduced = deductions(&table, &blanks, Rule::ADULTS).unwrap();
        for range in &deduced {
            prop_assert_eq!((range.least, range.greatest), attacker.range(range.cell));
        }
        let mut other = table.clone();
        for (at, value) in attacker.extreme_table(blanks[pick % blanks.len()]) {
            if at.row < table.len() && at.column < table[0].len() {
                other[at.row][at.column] = value;
            }
        }
        prop_assert!(fits(&published, &other));
        prop_assert_eq!(deductions(&other, &blanks, Rule::ADULTS).unwrap(), deduced);
    }

    #[test]
    fn trying_every_small_table_finds_the_same_ranges(
        table in prop::collection::vec(prop::collection::vec(0_u64..4, 2..=2), 2..=3),
        marks in some_marks(12), floor in 0_u64..2,
    ) {
        let values = extended(&table);
        let mut blanks = marked(&table, &marks);
        blanks.retain(|at| *at != cell(table.len(), 2) && values[at.row][at.column] >= floor);
        let published = shown_without(&table, &blanks);
        let reader = if floor == 1 { Rule::ADULTS.against_readers_of_the_rule() } else { Rule::ADULTS };
        let possible: Vec<_> = every_table(&published).iter().map(|found| extended(found))
            .filter(|found| blanks.iter().all(|at| found[at.row][at.column] >= floor)).collect();
        for range in deductions(&table, &blanks, reader).unwrap() {
            let seen = possible.iter().map(|found| found[range.cell.row][range.cell.column]);
            prop_assert_eq!(Some(range.least), seen.clone().min());
            prop_assert_eq!(range.greatest, seen.max());
        }
    }

    #[test]
    fn deductions_turn_and_move_with_the_table(table in a_table(5, 5), rule in a_rule()) {
        let Outcome::Publish(found) = suppress_table(&table, rule).unwrap() else { return Ok(()) };
        let blanks = found.blanks();
        let ranges = |deduced: Vec<Deduced>| deduced.iter().map(|range| (range.least, range.greatest)).collect::<Vec<_>>();
        let straight = ranges(deductions(&table, &blanks, rule).unwrap());
        let across: Vec<Cell> = blanks.iter().map(|at| cell(at.column, at.row)).collect();
        prop_assert_eq!(&ranges(deductions(&turned(&table), &across, rule).unwrap()), &straight);
        let upside_down: Vec<Vec<u64>> = table.iter().rev().cloned().collect();
        let last = table.len();
        let moved = |at: &Cell| cell(if at.row == last { last } else { last - 1 - at.row }, at.column);
        let moved: Vec<Cell> = blanks.iter().map(moved).collect();
        prop_assert_eq!(&ranges(deductions(&upside_down, &moved, rule).unwrap()), &straight);
    }

    #[test]
    fn a_blank_more_never_narrows_a_range(table in a_table(4, 4), marks in some_marks(25), more in 0_usize..25) {
        let all = marked(&table, &[true; 25]);
        let few = marked(&table, &marks);
        let many: Vec<Cell> = few.iter().copied().chain([all[more % all.len()]]).collect();
        let wide = deductions(&table, &many, Rule::ADULTS).unwrap();
        for (narrow, wide) in deductions(&table, &few, Rule::ADULTS).unwrap().iter().zip(&wide) {
            prop_assert!(wide.least <= narrow.least);
            prop_assert!(wide.greatest.is_none_or(|wide| narrow.greatest.is_some_and(|narrow| wide >= narrow)));
        }
    }

    #[test]
    fn a_list_keeps_its_counts_apart(list in prop::collection::vec(a_count(), 1..9), rule in a_rule()) {
        let Outcome::Publish(found) = suppress_list(&list, rule).unwrap() else { return Ok(()) };
        // One sum: each blank part takes from 0 to what is left over, and with a blank total there is no end to it.
        let floor = rule.floor();
        let parts = || found.published[..list.len()].iter().flatten();
        let hidden = parts().filter(|part| part.is_none()).count() as u64;
        let shown: u64 = parts().flatten().sum();
        let total = found.published[list.len()][0];
        for range in &found.audit {
            let wanted = match total {
                _ if range.cell.row == list.len() => (shown + hidden * floor, if hidden > 0 { None } else { Some(shown) }),
                Some(total) if hidden == 1 => (total - shown, Some(total - shown)),
                Some(total) => (floor, Some(total - shown - (hidden - 1) * floor)),
                None => (floor, None),
            };
            prop_assert_eq!((range.least, range.greatest), wanted);
            prop_assert!(range.is_as_wide_as(rule.threshold));
        }
        // A table of one column says each count twice, and hides the same.
        let column: Vec<Vec<u64>> = list.iter().map(|&value| vec![value]).collect();
        if let (Outcome::Publish(twice), Zeros::Stay) = (suppress_table(&column, rule).unwrap(), rule.zeros) {
            let inner: Vec<_> = twice.published.iter().map(|row| row[0]).collect();
            prop_assert_eq!(inner, found.published.iter().map(|row| row[0]).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_rounded_count_is_within_half_a_step(counts in prop::collection::vec(0_u64..100, 0..12), step in 1_u64..12) {
        let rounded = rounded_series(&counts, step).unwrap();
        for (&value, &count) in rounded.values.iter().zip(&counts) {
            prop_assert!(value % step == 0 && value.abs_diff(count) * 2 <= step);
        }
        prop_assert_eq!(rounded.total, rounded.values.iter().sum::<u64>());
        prop_assert!(rounded.total.abs_diff(counts.iter().sum()) <= rounded.total_off_by_at_most);
    }

    #[test]
    fn classes_follow_neither_order_nor_names(
        rows in prop::collection::vec((0_u8..3, 0_u8..3), 1..30), k in 1_u64..6, l in 1_u64..4,
    ) {
        let record = |&(quasi, sensitive): &(u8, u8)| Record { quasi_identifiers: quasi, sensitive };
        let straight: Vec<_> = rows.iter().map(record).collect();
        let found = k_anonymity(&straight, Anonymous { k, l }).unwrap();
        let renamed: Vec<_> = rows.iter().rev().map(|(q, s)| Record { quasi_identifiers: 9 - q, sensitive: 7 - s }).collect();
        let again = k_anonymity(&renamed, Anonymous { k, l }).unwrap();
        let apart_from_places = |of: &Anonymity| Anonymity { exposed: Vec::new(), ..of.clone() };
        prop_assert_eq!(apart_from_places(&found), apart_from_places(&again));
        // Each row asks the others who is like it.
        for (place, (quasi, _)) in rows.iter().enumerate() {
            let alike: Vec<u8> = rows.iter().filter(|(other, _)| other == quasi).map(|(_, sensitive)| *sensitive).collect();
            let distinct = (0..3).filter(|value| alike.contains(value)).count() as u64;
            prop_assert_eq!(found.exposed.contains(&place), (alike.len() as u64) < k || distinct < l);
        }
        let is_kept = |place: &usize| !found.exposed.contains(place);
        let kept: Vec<_> = (0..straight.len()).filter(is_kept).map(|place| straight[place].clone()).collect();
        if !kept.is_empty() {
            prop_assert!(k_anonymity(&kept, Anonymous { k, l }).unwrap().satisfied, "the rest may be released");
        }
    }
}
