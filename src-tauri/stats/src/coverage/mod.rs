//! How many things no list holds: lower bounds and estimates from what several lists share.
//!
//! All of it rests on a [`CaptureTable`]: how many things were found on exactly these lists, for each set of lists. Things hidden from
//! all lists alike cannot be counted by any method here: the true number may be higher than every limit.

mod bma;
mod bounds;
mod graphs;
mod guard;
mod log_linear;
mod poisson;
mod profile;

pub use bma::{Bma, BmaOptions, Graphs, Prior, Unseen, WeightedGraph, decomposable_bma};
pub use bounds::{Chao, ChaoForm, Chapman, LowerBound, chao_lower_bound, chapman, pairwise_lower_bound};
pub use guard::{CoverageGuard, LIMITS_RATIO_MAX, LIST_LENGTH_MIN, failing_guards};
pub use log_linear::{LogLinear, LogLinearFit, LogLinearModel, log_linear};
pub use profile::{ProfileLimits, profile_limits};

use super::undefined::Undefined;

/// Lists that a table can have.
pub const LISTS_MAX: usize = 10;

/// Lists that a model can have: with six there are more graphs and models than anyone reads.
pub const MODEL_LISTS_MAX: usize = 5;

// All sums of counts stay whole in a double.
const OBSERVED_MAX: u64 = 1 << 52;

/// How many things are on exactly which lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaptureTable {
    lists: usize,
    // By pattern: bit i stands for list i. The first cell, on no list, is what nobody knows: it stays 0.
    cells: Vec<u64>,
}

impl CaptureTable {
    /// Makes a table of `lists` lists (1 to 10) from pairs of a pattern and a count. Bit i of a pattern (from the lowest) says that the
    /// things are on list i. A pattern that is not named counts 0.
    ///
    /// # Errors
    /// `Malformed` for a pattern without lists, with lists beyond the last, or named twice, for other numbers of lists, and for more
    /// than 2^52 things.
    pub fn new(lists: usize, counts: &[(usize, u64)]) -> Result<Self, Undefined> {
        if !(1..=LISTS_MAX).contains(&lists) {
            return Err(Undefined::Malformed);
        }
        let mut given = vec![None; 1 << lists];
        for (pattern, count) in counts {
            let cell = given.get_mut(*pattern).filter(|cell| *pattern > 0 && cell.is_none());
            *cell.ok_or(Undefined::Malformed)? = Some(*count);
        }
        let cells: Vec<u64> = given.into_iter().map(Option::unwrap_or_default).collect();
        let observed = cells.iter().try_fold(0_u64, |sum, count| sum.checked_add(*count));
        observed.filter(|sum| *sum <= OBSERVED_MAX).ok_or(Undefined::Malformed)?;
        Ok(Self { lists, cells })
    }

    /// Counts things by their patterns, one for each thing.
    ///
    /// # Errors
    /// `Malformed` as for [`CaptureTable::new`]: a thing on no list was not found.
    pub fn of_things(lists: usize, patterns: &[usize]) -> Result<Self, Undefined> {
        let mut tally = std::collections::BTreeMap::new();
        for pattern in patterns {
            *tally.entry(*pattern).or_insert(0_u64) += 1;
        }
        Self::new(lists, &tally.into_iter().collect::<Vec<_>>())
    }

    /// Returns the number of lists.
    #[must_use]
    pub const fn lists(&self) -> usize {
        self.lists
    }

    /// Returns the number of things on any list.
    #[must_use]
    pub fn observed(&self) -> u64 {
        self.cells.iter().sum()
    }

    /// Returns the number of things on exactly the lists of a pattern, 0 for a pattern outside the table.
    #[must_use]
    pub fn exactly(&self, pattern: usize) -> u64 {
        self.cells.get(pattern).copied().unwrap_or_default()
    }

    /// Returns the number of things on all lists of a pattern and perhaps on others: one bit gives a list's length, two bits the
    /// matches of two lists.
    #[must_use]
    pub fn at_least(&self, pattern: usize) -> u64 {
        self.patterns().filter(|(on, _)| on & pattern == pattern).map(|(_, count)| count).sum()
    }

    /// Returns the number of things on exactly `lists` lists, whichever.
    #[must_use]
    pub fn on_exactly(&self, lists: u32) -> u64 {
        self.patterns().filter(|(on, _)| on.count_ones() == lists).map(|(_, count)| count).sum()
    }

    /// Returns how many things are on one list, on two, and so on, each with its number of lists.
    #[must_use]
    pub fn frequencies(&self) -> Vec<(u64, u64)> {
        (1_u32..).take(self.lists).map(|lists| (u64::from(lists), self.on_exactly(lists))).collect()
    }

    /// Returns all pairs of lists, the lower first, in order.
    #[must_use]
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        pairs_of(self.lists)
    }

    // Every pattern with its count.
    fn patterns(&self) -> impl Iterator<Item = (usize, u64)> {
        self.cells.iter().copied().enumerate()
    }

    // What a model needs to say anything: three lists, none of them empty, and things on two of them.
    fn modelled(&self) -> Result<(), Undefined> {
        if self.lists < 3 {
            return Err(Undefined::FewerThanThreeLists);
        }
        if self.lists > MODEL_LISTS_MAX {
            return Err(Undefined::MoreThanFiveLists);
        }
        if self.observed() == 0 {
            return Err(Undefined::NZero);
        }
        if (0..self.lists).any(|list| self.at_least(1 << list) == 0) {
            return Err(Undefined::EmptyList);
        }
        if self.on_exactly(1) == self.observed() {
            return Err(Undefined::NoPairwiseOverlap);
        }
        Ok(())
    }
}

fn pairs_of(lists: usize) -> Vec<(usize, usize)> {
    (0..lists).flat_map(|first| (first + 1..lists).map(move |second| (first, second))).collect()
}

// The pattern of two lists.
const fn both((first, second): (usize, usize)) -> usize {
    1 << first | 1 << second
}

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
const fn real(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Hepatitis A in Taiwan, three lists. Source: Chao and others (2001), Stat. Med. 20, 3123-3157.
    pub fn hepatitis() -> CaptureTable {
        of_ascending(3, &[69, 55, 21, 63, 17, 18, 28])
    }

    /// Killings in Kosovo, four lists. Source: Ball and others (2002), Killings and Refugee Flow in Kosovo, March-June 1999.
    pub fn kosovo() -> CaptureTable {
        of_ascending(4, &[1_131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27])
    }

    /// A table from the counts of patterns 1, 2, 3 and so on.
    pub fn of_ascending(lists: usize, counts: &[u64]) -> CaptureTable {
        CaptureTable::new(lists, &(1..).zip(counts.iter().copied()).collect::<Vec<_>>()).unwrap()
    }

    /// The same table with its lists in another order: list i becomes list `order[i]`.
    pub fn relabelled(table: &CaptureTable, order: &[usize]) -> CaptureTable {
        let moved = |on: usize| (0..table.lists()).filter(|list| on >> list & 1 == 1).map(|list| 1 << order[list]).sum();
        let counts: Vec<(usize, u64)> = table.patterns().skip(1).map(|(on, count)| (moved(on), count)).collect();
        CaptureTable::new(table.lists(), &counts).unwrap()
    }

    #[test]
    fn margins_add_up() {
        let table = hepatitis();
        assert_eq!((table.lists(), table.observed(), table.exactly(3), table.exactly(9)), (3, 271, 21, 0));
        assert_eq!((table.at_least(1), table.at_least(3), table.at_least(7), table.at_least(0)), (135, 49, 28, 271));
        assert_eq!(table.frequencies(), [(1, 187), (2, 56), (3, 28)]);
        assert_eq!(table.pairs(), [(0, 1), (0, 2), (1, 2)]);
    }

    #[test]
    fn things_are_counted_by_pattern() {
        let table = CaptureTable::of_things(2, &[1, 3, 1, 2, 3, 1]).unwrap();
        assert_eq!(table, CaptureTable::new(2, &[(3, 2), (1, 3), (2, 1)]).unwrap());
        assert_eq!(CaptureTable::of_things(2, &[1, 0]), Err(Undefined::Malformed), "on no list");
        assert_eq!(CaptureTable::of_things(2, &[]).unwrap().observed(), 0);
    }

    #[test]
    fn malformed_tables_are_refused() {
        for (lists, counts) in [
            (0, vec![]),
            (11, vec![]),
            (2, vec![(4, 1)]),
            (2, vec![(0, 0)]),
            (2, vec![(1, 1), (1, 1)]),
            (2, vec![(1, u64::MAX), (2, 1)]),
            (2, vec![(1, OBSERVED_MAX), (2, 1)]),
        ] {
            assert_eq!(CaptureTable::new(lists, &counts), Err(Undefined::Malformed), "{lists} {counts:?}");
        }
    }

    #[test]
    fn models_need_three_lists_that_overlap() {
        let why = |lists, counts: &[u64]| of_ascending(lists, counts).modelled().err();
        assert_eq!(why(2, &[5, 7, 3]), Some(Undefined::FewerThanThreeLists));
        assert_eq!(why(6, &[5, 7, 3]), Some(Undefined::MoreThanFiveLists));
        assert_eq!(why(3, &[]), Some(Undefined::NZero));
        assert_eq!(why(3, &[5, 7, 3]), Some(Undefined::EmptyList));
        assert_eq!(why(3, &[5, 7, 0, 3]), Some(Undefined::NoPairwiseOverlap));
        assert_eq!(why(3, &[5, 7, 1, 3]), None);
    }
}
