//! A table or list with its totals, as lines of cells and as a network.

use super::Cell;
use super::network::{Network, UNLIMITED};
use super::table::Deduced;
use crate::undefined::Undefined;

// Four times this fits well into 64 bits: the cells of an extended table add up to four times its total.
const TOTAL_MAX: u64 = u64::MAX / 16;

/// One count of a sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) cell: Cell,
    pub(super) value: u64,
    pub(super) is_total: bool,
    /// It makes up all of a line that has other parts.
    pub(super) is_whole: bool,
    // The nodes it joins. Each line is a node, and what flows in must flow out: parts against total.
    ends: (usize, usize),
}

/// Counts and the lines they stand in, each line with its total last: rows from above, then columns from the left.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub(super) entries: Vec<Entry>,
    pub(super) lines: Vec<Vec<usize>>,
    width: usize,
    nodes: usize,
}

impl Sheet {
    /// Extends a table by its totals.
    ///
    /// # Errors
    /// `EmptyList` without a row or a column; `Malformed` for rows of different lengths or a total beyond all reason.
    pub(super) fn of_table(table: &[Vec<u64>]) -> Result<Self, Undefined> {
        let (height, width) = (table.len(), table.first().map_or(0, Vec::len));
        if table.iter().any(|row| row.len() != width) {
            return Err(Undefined::Malformed);
        }
        if width == 0 {
            return Err(Undefined::EmptyList);
        }
        let mut rows = Vec::with_capacity(height + 1);
        let mut below = vec![0_u64; width];
        for row in table {
            for (sum, &value) in below.iter_mut().zip(row) {
                *sum = sum.checked_add(value).ok_or(Undefined::Malformed)?;
            }
            rows.push(with_total(row)?);
        }
        rows.push(with_total(&below)?);
        let entries = rows.iter().enumerate().flat_map(|(row, values)| {
            values.iter().enumerate().map(move |(column, &value)| {
                // An inner count leads from its row to its column, a total of a row or a column the other way, the total of all
                // from its row to its column again: so the parts of each line enter where its total leaves, or the reverse.
                let (from, to) = (row, height + 1 + column);
                let (last_row, last_column) = (row == height, column == width);
                let ends = if last_row == last_column { (from, to) } else { (to, from) };
                Entry { cell: Cell { row, column }, value, is_total: last_row || last_column, is_whole: false, ends }
            })
        });
        let across = (0..=height).map(|row| (0..=width).map(|column| row * (width + 1) + column).collect());
        let down = (0..=width).map(|column| (0..=height).map(|row| row * (width + 1) + column).collect());
        let sheet =
            Self { entries: entries.collect(), lines: across.chain(down).collect(), width: width + 1, nodes: height + width + 2 };
        Ok(sheet.with_wholes())
    }

    /// Extends a list by its total: one column.
    ///
    /// # Errors
    /// `EmptyList` without a count; `Malformed` for a total beyond all reason.
    pub(super) fn of_list(list: &[u64]) -> Result<Self, Undefined> {
        if list.is_empty() {
            return Err(Undefined::EmptyList);
        }
        let entries = with_total(list)?.into_iter().enumerate().map(|(row, value)| {
            let is_total = row == list.len();
            let ends = if is_total { (1, 0) } else { (0, 1) };
            Entry { cell: Cell { row, column: 0 }, value, is_total, is_whole: false, ends }
        });
        Ok(Self { entries: entries.collect(), lines: vec![(0..=list.len()).collect()], width: 1, nodes: 2 }.with_wholes())
    }

    fn with_wholes(mut self) -> Self {
        for line in &self.lines {
            let Some((&total, parts)) = line.split_last().filter(|(_, parts)| parts.len() > 1) else { continue };
            let whole = self.entries.get(total).map(|entry| entry.value);
            for &part in parts {
                if let Some(entry) = self.entries.get_mut(part) {
                    entry.is_whole |= Some(entry.value) == whole;
                }
            }
        }
        self
    }

    /// Returns the number of the entry at a place, if there is one.
    pub(super) fn number_of(&self, cell: Cell) -> Option<usize> {
        let number = cell.row.checked_mul(self.width)?.checked_add(cell.column)?;
        (cell.column < self.width && number < self.entries.len()).then_some(number)
    }

    /// Returns the counts as rows, nothing where `blank` says so.
    pub(super) fn published(&self, blank: &[bool]) -> Vec<Vec<Option<u64>>> {
        let shown: Vec<_> = self.entries.iter().zip(blank).map(|(entry, &hidden)| (!hidden).then_some(entry.value)).collect();
        shown.chunks(self.width).map(<[_]>::to_vec).collect()
    }

    /// Returns what can be deduced of some blanks by a reader of all other counts, who takes no blank for less than `floor`.
    pub(super) fn view(&self, blank: &[bool], floor: u64) -> View<'_> {
        let mut network = Network::new(self.nodes);
        let arcs = self.entries.iter().zip(blank).map(|(entry, &hidden)| {
            // A hidden count can grow without end as far as it alone is concerned, and shrink to the floor.
            hidden.then(|| network.join(entry.ends, UNLIMITED, entry.value.saturating_sub(floor)))
        });
        let arcs = arcs.collect();
        View { sheet: self, network, arcs, floor }
    }
}

fn with_total(values: &[u64]) -> Result<Vec<u64>, Undefined> {
    let total = values.iter().try_fold(0_u64, |sum, &value| sum.checked_add(value)).filter(|&total| total <= TOTAL_MAX);
    Ok(values.iter().copied().chain([total.ok_or(Undefined::Malformed)?]).collect())
}

/// A sheet as a reader sees it.
///
/// The true counts are one flow that fits. Any other one differs from it by flows round cycles of blanks, so the greatest value
/// of a blank is its true one plus the greatest flow that can return from its end to its beginning through other blanks, and the
/// least is its true one minus the greatest flow the other way. Sources: Gusfield, D. (1988), SIAM J. Comput. 17, 552-571; Cox,
/// L. H. (1995), J. Am. Stat. Assoc. 90, 1453-1462. Flows in whole numbers reach the limits of the linear program.
pub(super) struct View<'s> {
    sheet: &'s Sheet,
    network: Network,
    arcs: Vec<Option<usize>>,
    floor: u64,
}

impl View<'_> {
    /// Returns the limits of one entry; those of a published count are the count.
    ///
    /// # Errors
    /// `Malformed` for a number without an entry, `NotConverged` as the network has it.
    pub(super) fn limits(&self, number: usize) -> Result<Deduced, Undefined> {
        let entry = self.sheet.entries.get(number).ok_or(Undefined::Malformed)?;
        let (cell, value) = (entry.cell, entry.value);
        let Some(&Some(arc)) = self.arcs.get(number) else {
            return Ok(Deduced { cell, least: value, greatest: Some(value) });
        };
        let (from, to) = entry.ends;
        let up = self.network.greatest((to, from), arc, UNLIMITED)?;
        let down = self.network.greatest((from, to), arc, value.saturating_sub(self.floor))?;
        let greatest = (up != UNLIMITED).then(|| value.saturating_add(up));
        Ok(Deduced { cell, least: value.saturating_sub(down), greatest })
    }
}
