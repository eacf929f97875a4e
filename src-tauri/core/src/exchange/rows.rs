//! Rows of a table in memory: cells without their quotation marks, in compressed blocks. A register of a million rows takes a tenth
//! of its file, and every pass unpacks one block at a time.

use super::error::{Error, Result};
use super::export::cell::unguard;

/// Bytes of text after which a block is packed.
const BLOCK_BYTES: usize = 256 * 1024;
/// Set on a row of which a cell was cut, because it was longer than the limit.
const CUT: u32 = 1 << 31;

#[derive(Debug)]
struct Block {
    first: u32,
    count: u32,
    words: Vec<u8>,
    text: Vec<u8>,
}

/// All rows of one sheet.
#[derive(Debug, Default)]
pub(super) struct Rows {
    blocks: Vec<Block>,
    count: u32,
    // The block that is being filled: for each row its line, its number of cells with a mark, and where each cell ends.
    words: Vec<u32>,
    text: String,
    pending: u32,
}

impl Rows {
    /// Adds a row. `is_cut` says that a cell was longer than the limit and lost its end.
    pub fn push<'c>(&mut self, line: u32, is_cut: bool, cells: impl Iterator<Item = &'c str>) -> Result<()> {
        let head = self.words.len();
        let from = self.text.len();
        self.words.extend([line, 0]);
        let mut count = 0_u32;
        for cell in cells {
            self.text.push_str(cell);
            self.words.push(u32::try_from(self.text.len() - from).map_err(|_| Error::Bounds { what: "cells", limit: 0 })?);
            count += 1;
        }
        if let Some(word) = self.words.get_mut(head + 1) {
            *word = count | if is_cut { CUT } else { 0 };
        }
        self.pending += 1;
        self.count += 1;
        if self.text.len() >= BLOCK_BYTES || self.words.len() >= BLOCK_BYTES {
            self.pack();
        }
        Ok(())
    }

    /// Ends the filling.
    pub fn finish(&mut self) {
        if self.pending > 0 {
            self.pack();
        }
        self.words = Vec::new();
        self.text = String::new();
        self.blocks.shrink_to_fit();
    }

    fn pack(&mut self) {
        let bytes: Vec<u8> = self.words.iter().flat_map(|word| word.to_le_bytes()).collect();
        self.blocks.push(Block {
            first: self.count - self.pending,
            count: self.pending,
            words: lz4_flex::compress_prepend_size(&bytes),
            text: lz4_flex::compress_prepend_size(self.text.as_bytes()),
        });
        self.words.clear();
        self.text.clear();
        self.pending = 0;
    }

    /// Returns the number of rows.
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// Walks over the rows with these numbers, from 0; of each row the columns from `left` on, at most `width` of them.
    pub fn walk(&self, from: u32, to: u32, left: usize, width: usize) -> Walk<'_> {
        let block = self.blocks.partition_point(|block| block.first + block.count <= from);
        Walk {
            rows: self,
            next: from,
            to: to.min(self.count),
            block,
            left,
            width,
            loaded: None,
            words: Vec::new(),
            text: String::new(),
            at: 0,
            base: 0,
        }
    }
}

/// Goes over rows, one block in memory.
#[derive(Debug)]
pub(super) struct Walk<'r> {
    rows: &'r Rows,
    next: u32,
    to: u32,
    block: usize,
    left: usize,
    width: usize,
    loaded: Option<u32>,
    words: Vec<u32>,
    text: String,
    /// Where the next row stands among the words, and in the text.
    at: usize,
    base: usize,
}

impl Walk<'_> {
    /// Returns the next row with its number.
    pub fn next(&mut self) -> Option<(u32, Row<'_>)> {
        loop {
            if self.next >= self.to {
                return None;
            }
            if self.loaded.is_none() {
                self.load()?;
            }
            let number = self.loaded?;
            let line = *self.words.get(self.at)?;
            let word = *self.words.get(self.at + 1)?;
            let count = (word & !CUT) as usize;
            let ends = self.at + 2;
            let length = if count == 0 { 0 } else { *self.words.get(ends + count - 1)? as usize };
            let start = self.base;
            self.at = ends + count;
            self.base += length;
            let block = self.rows.blocks.get(self.block)?;
            if number + 1 == block.first + block.count {
                (self.loaded, self.block) = (None, self.block + 1);
            } else {
                self.loaded = Some(number + 1);
            }
            if number < self.next {
                continue;
            }
            self.next = number + 1;
            let row = Row {
                line,
                is_cut: word & CUT != 0,
                text: self.text.get(start..start + length)?,
                ends: self.words.get(ends..ends + count)?,
                left: self.left,
                width: self.width,
            };
            return Some((number, row));
        }
    }

    // Blocks are our own; one that does not unpack would be a fault of memory, and ends the walk like the end of the rows.
    fn load(&mut self) -> Option<()> {
        let block = self.rows.blocks.get(self.block)?;
        let words = lz4_flex::decompress_size_prepended(&block.words).ok()?;
        self.words.clear();
        self.words.extend(words.chunks_exact(4).map(|four| u32::from_le_bytes(four.try_into().unwrap_or_default())));
        self.text = String::from_utf8(lz4_flex::decompress_size_prepended(&block.text).ok()?).ok()?;
        (self.loaded, self.at, self.base) = (Some(block.first), 0, 0);
        Some(())
    }
}

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    line: u32,
    is_cut: bool,
    text: &'a str,
    ends: &'a [u32],
    left: usize,
    width: usize,
}

impl<'a> Row<'a> {
    /// Returns the line in the file, or the row in the sheet, at which it starts, from 1.
    #[must_use]
    pub const fn line(&self) -> u32 {
        self.line
    }

    /// Says whether one of its cells was longer than the limit.
    #[must_use]
    pub const fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Returns the number of cells.
    #[must_use]
    pub fn width(&self) -> usize {
        self.ends.len().saturating_sub(self.left).min(self.width)
    }

    /// Returns a cell without outer blanks and without what an export puts before a formula; empty when the row is too short.
    #[must_use]
    pub fn cell(&self, index: usize) -> &'a str {
        unguard(self.whole_cell(index).trim())
    }

    /// Returns a cell with its outer blanks.
    #[must_use]
    pub fn whole_cell(&self, index: usize) -> &'a str {
        if index >= self.width {
            return "";
        }
        let index = index + self.left;
        let Some(end) = self.ends.get(index) else { return "" };
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.text.get(start as usize..*end as usize).unwrap_or_default()
    }

    /// Returns its cells without outer blanks.
    pub fn cells(self) -> impl Iterator<Item = &'a str> {
        (0..self.width()).map(move |index| self.cell(index))
    }

    /// Says whether no cell says anything.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells().all(str::is_empty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kept(rows: &Rows, from: u32, to: u32) -> Vec<(u32, u32, Vec<String>)> {
        let mut walk = rows.walk(from, to, 0, usize::MAX);
        let mut all = Vec::new();
        while let Some((number, row)) = walk.next() {
            all.push((number, row.line(), (0..row.width()).map(|i| row.whole_cell(i).to_owned()).collect()));
        }
        all
    }

    #[test]
    fn rows_over_many_blocks_are_found_again() {
        let mut rows = Rows::default();
        let long = "қ".repeat(5_000);
        for n in 0..500_u32 {
            rows.push(n + 1, n == 7, [n.to_string().as_str(), "", &long].into_iter()).unwrap();
        }
        rows.finish();
        assert!(rows.blocks.len() > 5 && rows.blocks.iter().map(|b| b.text.len()).sum::<usize>() < 200_000);
        let all = kept(&rows, 0, u32::MAX);
        assert_eq!(all.len(), 500);
        assert_eq!(kept(&rows, 123, 126).iter().map(|row| row.2[0].as_str()).collect::<Vec<_>>(), ["123", "124", "125"]);
        assert_eq!(kept(&rows, 499, 600).len(), 1);
        assert_eq!(kept(&rows, 500, 600).len(), 0);
        let mut walk = rows.walk(6, 9, 2, 1);
        assert!(!walk.next().unwrap().1.is_cut());
        let (_, row) = walk.next().unwrap();
        assert!(row.is_cut() && row.width() == 1 && row.cell(0).len() == 10_000 && row.cell(1).is_empty());
    }

    proptest! {
        #[test]
        fn what_is_kept_comes_back(given in proptest::collection::vec(proptest::collection::vec(".{0,8}", 0..5), 0..40)) {
            let mut rows = Rows::default();
            for (n, cells) in (0_u32..).zip(&given) {
                rows.push(n, false, cells.iter().map(String::as_str)).unwrap();
            }
            rows.finish();
            let back: Vec<Vec<String>> = kept(&rows, 0, u32::MAX).into_iter().map(|(_, _, cells)| cells).collect();
            prop_assert_eq!(back, given);
        }
    }
}
