//! Suppression of small cells in a table or a list with totals.

use super::sheet::{Entry, Sheet};
use super::{Cell, Rule, Zeros};
use crate::undefined::Undefined;

// The work grows with the square of the cells; no report prints a table of this size.
const CELLS_MAX: usize = 4096;

/// What a reader of the published counts can deduce of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deduced {
    /// The cell.
    pub cell: Cell,
    /// The least count that fits.
    pub least: u64,
    /// The greatest count that fits; nothing where any number fits.
    pub greatest: Option<u64>,
}

impl Deduced {
    /// Tells whether the range is at least so wide.
    #[must_use]
    pub fn is_as_wide_as(self, width: u64) -> bool {
        self.greatest.is_none_or(|greatest| greatest.saturating_sub(self.least) >= width)
    }
}

/// A table that can be published with blanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// The cells to protect, by row and column. Not for publication.
    pub primary: Vec<Cell>,
    /// Cells blanked so that those cannot be computed, by row and column. Not for publication.
    pub complementary: Vec<Cell>,
    /// What a reader can deduce of each primary cell. Not for publication.
    pub audit: Vec<Deduced>,
    /// The counts with their totals; nothing where a cell is blank, for whichever reason.
    pub published: Vec<Vec<Option<u64>>>,
}

impl Suppression {
    /// Returns the blank cells, by row and column, whatever made them blank.
    #[must_use]
    pub fn blanks(&self) -> Vec<Cell> {
        let mut blanks: Vec<Cell> = self.primary.iter().chain(&self.complementary).copied().collect();
        blanks.sort_unstable();
        blanks
    }
}

/// Why a table is not published at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// No cell is left whose blank would widen a range that is too narrow.
    NoCandidate,
    /// More cells than are audited.
    TooLarge,
}

impl Withheld {
    /// Returns its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoCandidate => "no_candidate",
            Self::TooLarge => "too_large",
        }
    }
}

/// Whether and how a table may be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// With these blanks.
    Publish(Suppression),
    /// Not at all.
    Withhold(Withheld),
}

/// Returns how a table of counts may be published with its totals.
///
/// 1. Primary: 0 < count < threshold, totals included; where zeros reveal, also 0 and what makes up the whole of a line.
/// 2. While a line (rows, then columns, sweep by sweep) holds exactly one blank, its smallest shown count above 0 is blanked too,
///    an inner one before a total, ties by row, then column.
/// 3. For each primary cell, by row and column, the least and greatest count that fit what is shown. Where they are less than the
///    threshold apart, one more cell of its row and column is blanked by the same preference, and step 2 follows again. Where
///    none is left, the table is withheld. A blank more never narrows a range, so a cell found safe stays safe.
///
/// A table of more than 4,096 cells is withheld unseen. Sources: see the module.
///
/// # Errors
/// `EmptyList` without a row or a column; `Malformed` for rows of different lengths and totals beyond 2^60; `NotConverged` as a
/// guard.
pub fn suppress_table(table: &[Vec<u64>], rule: Rule) -> Result<Outcome, Undefined> {
    suppress(&Sheet::of_table(table)?, rule)
}

/// Returns how a list of counts may be published with its total: as [`suppress_table`], with the list as column 0 and its total
/// as the last row.
///
/// # Errors
/// `EmptyList` without a count; `Malformed` for a total beyond 2^60; `NotConverged` as a guard.
pub fn suppress_list(list: &[u64], rule: Rule) -> Result<Outcome, Undefined> {
    suppress(&Sheet::of_list(list)?, rule)
}

/// Returns what a reader can deduce of each blank of a table published with its totals, in the order of the blanks.
///
/// # Errors
/// As [`suppress_table`]; `Malformed` also for a blank outside the table, or of a zero where the reader knows that zeros stay,
/// and for more than 4,096 cells.
pub fn deductions(table: &[Vec<u64>], blanks: &[Cell], rule: Rule) -> Result<Vec<Deduced>, Undefined> {
    let sheet = Sheet::of_table(table)?;
    if sheet.entries.len() > CELLS_MAX {
        return Err(Undefined::Malformed);
    }
    let mut blank = vec![false; sheet.entries.len()];
    let mut numbers = Vec::with_capacity(blanks.len());
    for &cell in blanks {
        let number = sheet.number_of(cell).ok_or(Undefined::Malformed)?;
        if sheet.entries.get(number).is_none_or(|entry| entry.value < rule.floor()) {
            return Err(Undefined::Malformed);
        }
        blank.get_mut(number).into_iter().for_each(|hidden| *hidden = true);
        numbers.push(number);
    }
    let view = sheet.view(&blank, rule.floor());
    numbers.into_iter().map(|number| view.limits(number)).collect()
}

fn suppress(sheet: &Sheet, rule: Rule) -> Result<Outcome, Undefined> {
    if sheet.entries.len() > CELLS_MAX {
        return Ok(Outcome::Withhold(Withheld::TooLarge));
    }
    let is_primary: Vec<bool> = sheet.entries.iter().map(|entry| must_be_protected(entry, rule)).collect();
    let primary: Vec<usize> = numbers_where(&is_primary);
    let mut blank = is_primary.clone();
    close_lines(sheet, &mut blank);
    for &cell in &primary {
        while !sheet.view(&blank, rule.floor()).limits(cell)?.is_as_wide_as(rule.threshold) {
            let around = sheet.lines.iter().filter(|line| line.contains(&cell)).flatten();
            let Some(next) = smallest_shown(sheet, &blank, around) else {
                return Ok(Outcome::Withhold(Withheld::NoCandidate));
            };
            hide(&mut blank, next);
            close_lines(sheet, &mut blank);
        }
    }
    let view = sheet.view(&blank, rule.floor());
    let audit = primary.iter().map(|&number| view.limits(number)).collect::<Result<_, _>>()?;
    let complementary: Vec<bool> = blank.iter().zip(&is_primary).map(|(&hidden, &first)| hidden && !first).collect();
    Ok(Outcome::Publish(Suppression {
        primary: cells_of(sheet, &primary),
        complementary: cells_of(sheet, &numbers_where(&complementary)),
        audit,
        published: sheet.published(&blank),
    }))
}

const fn must_be_protected(entry: &Entry, rule: Rule) -> bool {
    match rule.zeros {
        Zeros::Stay => 0 < entry.value && entry.value < rule.threshold,
        Zeros::Reveal => entry.value < rule.threshold || entry.is_whole,
    }
}

// A single blank of a line is the difference of the others, so it gets company.
fn close_lines(sheet: &Sheet, blank: &mut [bool]) {
    let mut is_settled = false;
    while !is_settled {
        is_settled = true;
        for line in &sheet.lines {
            let hidden = line.iter().filter(|&&number| blank.get(number) == Some(&true)).count();
            if hidden != 1 {
                continue;
            }
            // Each turn blanks a cell that was shown, so there are no more turns than cells.
            if let Some(next) = smallest_shown(sheet, blank, line.iter()) {
                hide(blank, next);
                is_settled = false;
            }
        }
    }
}

fn smallest_shown<'n>(sheet: &Sheet, blank: &[bool], among: impl Iterator<Item = &'n usize>) -> Option<usize> {
    let shown = among.copied().filter(|&number| blank.get(number) == Some(&false));
    let candidates = shown.filter_map(|number| sheet.entries.get(number).map(|entry| (entry.is_total, entry.value, number)));
    // Numbers follow rows, then columns.
    candidates.filter(|&(_, value, _)| value > 0).min().map(|(.., number)| number)
}

fn hide(blank: &mut [bool], number: usize) {
    blank.get_mut(number).into_iter().for_each(|hidden| *hidden = true);
}

fn numbers_where(marks: &[bool]) -> Vec<usize> {
    marks.iter().enumerate().filter_map(|(number, &mark)| mark.then_some(number)).collect()
}

fn cells_of(sheet: &Sheet, numbers: &[usize]) -> Vec<Cell> {
    numbers.iter().filter_map(|&number| sheet.entries.get(number).map(|entry| entry.cell)).collect()
}
