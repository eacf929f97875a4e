//! Text with separators to rows. Separator and quoting are found out, not asked, and the text is never in memory as a whole.

use super::error::{Error, Result};
use super::read::Limits;
use super::rows::Rows;
use std::cell::Cell as Mark;

/// Separators that are tried.
pub(super) const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];
/// Text that is looked at to find the separator.
pub(super) const SAMPLE_BYTES: usize = 256 * 1024;
/// Lines that a cell in quotation marks may span before it is doubted.
const CELL_LINES_PLAUSIBLE: u32 = 200;
/// Text that lies ahead of every row that is read, as long as there is more: what follows a row tells how to read it.
const MARGIN_BYTES: usize = 1024 * 1024;
/// Text in memory at the most. A row that is longer is cut there and rejected.
const WINDOW_BYTES_MAX: usize = 96 * 1024 * 1024;

/// How a text is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    /// The separator.
    pub delimiter: u8,
    /// Cells that a row should have.
    pub columns: usize,
    /// Rows of more than six cells are those of the register that writes `;` inside addresses: joined from both ends.
    pub joins: bool,
}

/// Finds the separator whose rows agree most on their number of cells, and that number. A separator that somebody chose is kept.
pub(super) fn find_shape(text: &str, chosen: Option<u8>) -> Shape {
    let sample = sample_of(text);
    let mut best: Option<(usize, u8, usize)> = None;
    for delimiter in DELIMITERS.into_iter().filter(|delimiter| chosen.is_none_or(|own| own == *delimiter)) {
        for lines in [Lines::Whole, Lines::Each] {
            // Without quotation marks both readings are the same.
            if lines == Lines::Each && !sample.contains('"') {
                continue;
            }
            let widths = Splitter::new(sample, delimiter, 0, lines).widths();
            let Some((columns, agree)) = agreement(&widths) else { continue };
            // Agreement on many fields says more than agreement on few.
            let score = agree * 1000 / widths.len().max(1) * (columns - 1) / columns;
            if columns >= 2 && best.is_none_or(|(other, _, _)| score > other) {
                best = Some((score, delimiter, columns));
            }
        }
    }
    let (delimiter, columns) = match (best, chosen) {
        (Some((score, delimiter, columns)), None) if score >= 200 => (delimiter, columns),
        (Some((_, delimiter, columns)), Some(_)) => (delimiter, columns),
        (None, Some(delimiter)) => (delimiter, 1),
        // One column: a separator that tears nothing.
        _ => (DELIMITERS.into_iter().rev().find(|delimiter| !sample.as_bytes().contains(delimiter)).unwrap_or(b'\t'), 1),
    };
    Shape { delimiter, columns, joins: false }
}

/// Cuts a text to whole lines of a sample.
pub(super) fn sample_of(text: &str) -> &str {
    let mut end = text.len().min(SAMPLE_BYTES);
    if end < text.len() {
        end = text.as_bytes().iter().take(end).rposition(|byte| *byte == b'\n').map_or(end, |at| at + 1);
    }
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// Returns the most frequent number of fields and how many records have it; of equals the larger number.
fn agreement(widths: &[usize]) -> Option<(usize, usize)> {
    let mut counts = widths.to_vec();
    counts.sort_unstable();
    let best = counts.chunk_by(|a, b| a == b).max_by_key(|group| group.len())?;
    Some((*best.first()?, best.len()))
}

/// Splits a text into rows. `text` is what was read of it so far, and `more` adds to it as long as there is more. Blank rows fall away.
pub(super) fn split(
    mut text: String,
    more: &mut dyn FnMut(&mut String) -> Result<bool>,
    shape: Shape,
    limits: &Limits,
) -> Result<Rows> {
    let mut rows = Rows::default();
    let mut cells = 0_u64;
    let (mut at, mut line, mut is_over) = (0_usize, 1_u32, false);
    let mut wanted = MARGIN_BYTES;
    let mut row = SplitRow::default();
    loop {
        if !is_over && text.len().saturating_sub(at) < wanted {
            text.drain(..at);
            at = 0;
            while !is_over && text.len() < wanted {
                is_over = !more(&mut text)?;
            }
        }
        if at >= text.len() {
            break;
        }
        let splitter = Splitter::new(&text, shape.delimiter, shape.columns, Lines::Whole);
        row.read(&splitter, at);
        if (splitter.met_end.get() || row.after >= text.len()) && !is_over && text.len() - at < WINDOW_BYTES_MAX {
            wanted = (text.len() - at).saturating_mul(2).min(WINDOW_BYTES_MAX);
            continue;
        }
        wanted = MARGIN_BYTES;
        let is_endless = row.after >= text.len() && !is_over;
        if !row.is_blank(&text, at) {
            if rows.count() >= limits.rows_max {
                return Err(Error::Bounds { what: "rows", limit: u64::from(limits.rows_max) });
            }
            cells += row.cells.len() as u64;
            if cells > limits.cells_max {
                return Err(Error::Bounds { what: "cells", limit: limits.cells_max });
            }
            row.keep(&text, shape, is_endless, limits, line, &mut rows)?;
        }
        line = line.saturating_add(row.breaks).saturating_add(1);
        at = row.after;
        if is_endless {
            // What is left of a line that fits nowhere belongs to no other row.
            at = text.len();
            while !is_over && text.get(at..).is_none_or(|rest| !rest.contains(['\n', '\r'])) {
                text.clear();
                at = 0;
                is_over = !more(&mut text)?;
            }
            at += text.get(at..).and_then(|rest| rest.find(['\n', '\r'])).unwrap_or(text.len() - at);
        }
        at += line_end_length(text.as_bytes().get(at..).unwrap_or_default());
    }
    rows.finish();
    Ok(rows)
}

/// A row as it was split: where its cells are in the text.
#[derive(Debug, Default)]
struct SplitRow {
    cells: Vec<(usize, usize, bool)>,
    after: usize,
    breaks: u32,
}

impl SplitRow {
    fn read(&mut self, splitter: &Splitter<'_>, from: usize) {
        self.cells.clear();
        (self.after, self.breaks) = (from, 0);
        loop {
            let cell = splitter.cell(self.after, self.cells.len());
            self.cells.push((cell.start, cell.end, cell.is_quoted));
            self.breaks += cell.breaks;
            self.after = cell.after;
            if splitter.text.as_bytes().get(self.after) != Some(&splitter.delimiter) {
                return;
            }
            self.after += 1;
        }
    }

    fn is_blank(&self, text: &str, from: usize) -> bool {
        text.get(from..self.after).is_some_and(|record| record.trim().is_empty())
    }

    fn keep(&self, text: &str, shape: Shape, is_endless: bool, limits: &Limits, line: u32, rows: &mut Rows) -> Result<()> {
        let mut spans: Vec<(usize, usize, bool)> = self.cells.clone();
        if shape.joins && spans.len() > 6 {
            let torn = spans.len() - 6;
            let end = spans.get(2 + torn).map(|span| span.1);
            if let (Some(address), Some(end)) = (spans.get_mut(2), end) {
                address.1 = end;
            }
            spans.drain(3..3 + torn);
        }
        // More cells than any table has are the row's own fault; a few are kept, so that it can be seen.
        spans.truncate(limits.columns_max + 1);
        let mut is_cut = is_endless;
        let mut cells: Vec<std::borrow::Cow<'_, str>> = Vec::with_capacity(spans.len());
        for (start, mut end, is_quoted) in spans {
            if end.saturating_sub(start) > limits.cell_bytes_max {
                is_cut = true;
                end = start + limits.cell_bytes_max;
                while !text.is_char_boundary(end) {
                    end -= 1;
                }
            }
            let cell = text.get(start..end).unwrap_or_default();
            // Only inside quotation marks do doubled ones mean one.
            cells.push(if is_quoted && cell.contains("\"\"") { cell.replace("\"\"", "\"").into() } else { cell.into() });
        }
        rows.push(line, is_cut, cells.iter().map(AsRef::as_ref))
    }
}

/// How quotation marks and line ends are read together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lines {
    /// A quoted cell may span lines.
    Whole,
    /// A line is a record.
    Each,
}

struct Splitter<'a> {
    text: &'a str,
    delimiter: u8,
    /// Fields that a record should have, 0 when not known yet.
    columns: usize,
    lines: Lines,
    /// A quotation mark was not closed before the end of the text at hand.
    met_end: Mark<bool>,
}

impl<'a> Splitter<'a> {
    const fn new(text: &'a str, delimiter: u8, columns: usize, lines: Lines) -> Self {
        Self { text, delimiter, columns, lines, met_end: Mark::new(false) }
    }

    /// Returns the number of cells of every record that is not blank.
    fn widths(&self) -> Vec<usize> {
        let mut widths = Vec::new();
        let (mut at, mut row) = (0, SplitRow::default());
        while at < self.text.len() {
            row.read(self, at);
            if !row.is_blank(self.text, at) {
                widths.push(row.cells.len());
            }
            at = row.after + line_end_length(self.text.as_bytes().get(row.after..).unwrap_or_default());
        }
        widths
    }

    /// Reads the cell that starts here; `place` is its number in the record.
    fn cell(&self, at: usize, place: usize) -> Cell {
        if let Some(cell) = self.quoted(at)
            && (cell.breaks == 0 || (self.lines == Lines::Whole && !self.swallows(at, place, &cell)))
        {
            return cell;
        }
        self.plain(at)
    }

    fn plain(&self, at: usize) -> Cell {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        let end =
            at + rest.iter().position(|byte| *byte == self.delimiter || matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        Cell { start: at, end, after: end, breaks: 0, closed: true, is_quoted: false }
    }

    /// Reads a cell in quotation marks, or nothing when there are none or they are never closed.
    fn quoted(&self, at: usize) -> Option<Cell> {
        let bytes = self.text.as_bytes();
        if bytes.get(at) != Some(&b'"') {
            return None;
        }
        let start = at + 1;
        let (mut end, mut breaks) = (start, 0);
        loop {
            match bytes.get(end) {
                None => {
                    self.met_end.set(true);
                    return None;
                }
                Some(b'"') if bytes.get(end + 1) == Some(&b'"') => end += 2,
                Some(b'"') => break,
                Some(b'\n') => (end, breaks) = (end + 1, breaks + 1),
                Some(_) => end += 1,
            }
        }
        // What follows the closing mark before the next separator belongs to the cell all the same.
        let rest = bytes.get(end + 1..).unwrap_or_default();
        let junk = rest.iter().position(|byte| *byte == self.delimiter || matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let after = end + 1 + junk;
        let is_clean = self.text.get(end + 1..after).is_some_and(|junk| junk.trim().is_empty());
        Some(Cell { start, end: if is_clean { end } else { after }, after, breaks, closed: junk == 0, is_quoted: true })
    }

    /// Says whether a quotation mark that is not closed on its line is a bare one: this line and the next one are whole records
    /// without it, while the cell across lines would swallow them and leave a record of the wrong width.
    fn swallows(&self, at: usize, place: usize, cell: &Cell) -> bool {
        if self.columns < 2 {
            return false;
        }
        if cell.breaks <= CELL_LINES_PLAUSIBLE && cell.closed && place + 1 + self.fields_after(cell.after) == self.columns {
            return false;
        }
        let rest = self.text.get(at..).unwrap_or_default();
        let mut lines = rest.split(['\n', '\r']).filter(|line| !line.is_empty());
        let fields = |line: &str| line.bytes().filter(|byte| *byte == self.delimiter).count() + 1;
        let own = lines.next().map_or(0, fields) + place;
        own == self.columns && lines.next().is_none_or(|next| fields(next) == self.columns)
    }

    /// Counts the fields that follow in a record, as far as they can matter.
    fn fields_after(&self, mut at: usize) -> usize {
        let mut count = 0;
        while count <= self.columns && self.text.as_bytes().get(at) == Some(&self.delimiter) {
            let cell = self.quoted(at + 1).unwrap_or_else(|| self.plain(at + 1));
            at = cell.after;
            count += 1;
        }
        count
    }
}

struct Cell {
    start: usize,
    end: usize,
    /// The separator or line end behind it.
    after: usize,
    /// Line breaks inside.
    breaks: u32,
    /// Nothing stands between its closing mark and the separator.
    closed: bool,
    is_quoted: bool,
}

/// LF, CR LF, CR CR LF, or a lone CR.
fn line_end_length(rest: &[u8]) -> usize {
    match rest {
        [b'\r', b'\r', b'\n', ..] => 3,
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Splits a text that comes in pieces of a given size.
    fn pieces(text: &str, size: usize, shape: Shape, limits: &Limits) -> Result<Vec<(u32, bool, Vec<String>)>> {
        let mut at = 0;
        let mut more = |into: &mut String| {
            let mut end = (at + size).min(text.len());
            while !text.is_char_boundary(end) {
                end += 1;
            }
            into.push_str(&text[at..end]);
            at = end;
            Ok(at < text.len())
        };
        let rows = split(String::new(), &mut more, shape, limits)?;
        let mut walk = rows.walk(0, u32::MAX, 0, usize::MAX);
        let mut all = Vec::new();
        while let Some((_, row)) = walk.next() {
            all.push((row.line(), row.is_cut(), (0..row.width()).map(|i| row.whole_cell(i).to_owned()).collect()));
        }
        Ok(all)
    }

    #[test]
    fn a_cell_of_sixty_four_megabytes_is_a_row_to_reject_and_no_crash() {
        let shape = Shape { delimiter: b';', columns: 3, joins: false };
        for quoted in [true, false] {
            let cell = "ә".repeat(32 * 1024 * 1024);
            let cell = if quoted { format!("\"{cell}\"") } else { cell };
            let text = format!("1;a.kz;x\n2;{cell};y\n3;c.kz;z\n");
            let rows = pieces(&text, 1 << 20, shape, &Limits::default()).unwrap();
            assert_eq!(
                rows.iter().map(|r| (r.0, r.1, r.2.len())).collect::<Vec<_>>(),
                [(1, false, 3), (2, true, 3), (3, false, 3)]
            );
            assert_eq!((rows[1].2[1].len(), rows[1].2[2].as_str(), rows[2].2[0].as_str()), (1024 * 1024, "y", "3"));
        }
    }

    #[test]
    fn an_endless_line_loses_no_row_after_it() {
        let shape = Shape { delimiter: b';', columns: 2, joins: false };
        let text = format!("1;a\n2;{}\n3;c\n", "b".repeat(120 * 1024 * 1024));
        let rows = pieces(&text, 8 << 20, shape, &Limits::default()).unwrap();
        assert_eq!(
            rows.iter().map(|r| (r.0, r.1, r.2[0].as_str())).collect::<Vec<_>>(),
            [(1, false, "1"), (2, true, "2"), (3, false, "3")]
        );
    }

    #[test]
    fn rows_cells_and_columns_have_bounds() {
        let shape = Shape { delimiter: b';', columns: 2, joins: false };
        let refused = |limits: Limits| matches!(pieces("1;2\n3;4\n5;6\n", 5, shape, &limits), Err(Error::Bounds { .. }));
        assert!(refused(Limits { rows_max: 2, ..Limits::default() }));
        assert!(refused(Limits { cells_max: 5, ..Limits::default() }));
        assert!(!refused(Limits::default()));
        let wide = pieces(&"a;".repeat(5_000), 100, shape, &Limits::default()).unwrap();
        assert_eq!(wide[0].2.len(), 501);
    }

    proptest! {
        /// However the text is torn, the rows are the same.
        #[test]
        fn pieces_give_the_rows_of_the_whole(text in "[ab;\"\n\rқ ]{0,80}", size in 1_usize..9) {
            let shape = Shape { delimiter: b';', columns: 2, joins: false };
            let limits = Limits::default();
            prop_assert_eq!(pieces(&text, size, shape, &limits).unwrap(), pieces(&text, 1 << 20, shape, &limits).unwrap());
        }
    }
}
