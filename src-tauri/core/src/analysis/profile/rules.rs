//! C12: whether the platform's own published rules would have had the same content removed. Where they would, the power adds nothing; where they would
//! not, it reaches what platforms allow.

use super::{BULLYING, CRITICISM, Figure, Population, Selection, Table, Tally};
use crate::model::terms::{PLATFORM_BASES, PLATFORM_RULES};
use crate::stats::Display;

const YES: u8 = 0;
const NO: u8 = 1;
/// Fewer items give no share (statistics, C12).
pub(super) const ITEMS_MIN: u64 = 10;

/// Makes the figures of C12: the shares among real bullying and among legitimate criticism. What is unclear, or was not asked, is unknown.
pub(super) fn figures(selection: &Selection<'_>) -> [Figure; 2] {
    let fresh = || Tally::of(selection.frame.clusters);
    let (mut bullying, mut criticism) = (fresh(), fresh());
    for (order, item, judged) in selection.judged() {
        let tally = match judged.verdict {
            BULLYING => &mut bullying,
            CRITICISM => &mut criticism,
            _ => continue,
        };
        match item.platform_rules {
            YES => tally.add(order.cluster, true),
            NO => tally.add(order.cluster, false),
            _ => tally.add_unknown(),
        }
    }
    let share = |tally: &Tally, name| {
        let figure = tally.share(name, "C12/1", Population::Reviewed).with("caveat-platform-rules");
        if figure.n < ITEMS_MIN { figure.at_most(Display::Counts) } else { figure }
    };
    [share(&bullying, "C12.redundant_bullying"), share(&criticism, "C12.redundant_criticism")]
}

/// Counts items by what the platform's own rules would have done, and by what the platform said that it acted on.
pub(super) fn tables(selection: &Selection<'_>) -> [Table; 2] {
    let mut rules = vec![vec![0_u64; 2]; PLATFORM_RULES.len()];
    for (_, item, judged) in selection.judged() {
        let column = match judged.verdict {
            BULLYING => 0,
            CRITICISM => 1,
            _ => continue,
        };
        if let Some(count) = row_of(&mut rules, item.platform_rules).and_then(|row| row.get_mut(column)) {
            *count += 1;
        }
    }
    let mut bases = vec![vec![0_u64]; PLATFORM_BASES.len()];
    for (_, item) in selection.items() {
        if let Some(count) = row_of(&mut bases, item.platform_basis).and_then(|row| row.first_mut()) {
            *count += 1;
        }
    }
    let table = |name, population, rows: &[&str], columns: &[&str], counts, caveats| Table {
        name,
        population,
        rows: rows.iter().map(|row| (*row).to_owned()).collect(),
        columns: columns.iter().map(|column| (*column).to_owned()).collect(),
        counts,
        caveats,
    };
    let columns = ["real_bullying", "legitimate_criticism"];
    [
        table("platform_rules", Population::Reviewed, &PLATFORM_RULES, &columns, rules, vec!["caveat-platform-rules"]),
        table("platform_basis", Population::Recorded, &PLATFORM_BASES, &["items"], bases, vec!["caveat-platform-says"]),
    ]
}

// The last row is for what nobody said.
fn row_of(rows: &mut [Vec<u64>], code: u8) -> Option<&mut Vec<u64>> {
    let last = rows.len().checked_sub(1)?;
    rows.get_mut(usize::from(code).min(last))
}
