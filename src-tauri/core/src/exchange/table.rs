//! A file as tables: which sheets it has, which tables lie on them, where each has its header. All of it is found out and can be
//! chosen otherwise by a person.

use super::decode::{Decoded, Encoding};
use super::error::{Error, Result};
use super::fields::named_field;
use super::read::{Limits, look};
pub use super::rows::Row;
use super::rows::{Rows, Walk};
use super::split::{DELIMITERS, SAMPLE_BYTES, Shape, find_shape, sample_of, split};
use super::words::words;
use super::workbook::{self, Sheet};
use super::{addresses, dates};
use std::io::{Read, Seek};
use std::path::Path;
use std::sync::Arc;

/// Rows at the top among which a header or a stamp may stand.
const TOP_ROWS: u32 = 10;
/// Letters of a cell that can still be the name of a column.
const HEADER_BYTES_MAX: usize = 200;
/// Tables of a file that are offered.
const TABLES_MAX: usize = 200;
/// Lines above a table that are shown.
const ABOVE_SHOWN: usize = 5;

/// A known file that needs its own reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// The public dump of the Russian register: IPs; host; address; agency; number; date, with bare `;` inside addresses.
    RknDump,
}

impl Preset {
    /// Returns the code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::RknDump => "rkn-dump",
        }
    }
}

/// What a person says of a file where its own look misleads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asked {
    /// How its letters are written.
    pub encoding: Option<Encoding>,
    /// Its separator.
    pub delimiter: Option<char>,
}

/// An opened file with all its sheets.
#[derive(Debug)]
pub struct Book {
    name: String,
    bytes: u64,
    digest: [u8; 32],
    /// Nothing for a workbook.
    text: Option<(Encoding, u8)>,
    preset: Option<Preset>,
    sheets: Vec<Sheet>,
    extents: Vec<Extent>,
    columns_max: usize,
}

/// Where a table lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extent {
    /// Place of its sheet.
    sheet: usize,
    /// Rows of the sheet, by number from 0, the last excluded.
    from: u32,
    to: u32,
    /// First column, and how many.
    left: usize,
    width: usize,
    /// Line of its first and last row.
    first_line: u32,
    last_line: u32,
}

/// A table as somebody sees it on the screen where it is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFound {
    /// Name of its sheet; empty in a text file.
    pub sheet: String,
    /// Its corners as a spreadsheet names them: A1:F200.
    pub extent: String,
    /// Rows, a header included.
    pub rows: u32,
    /// Columns.
    pub columns: usize,
}

/// One table of a file.
#[derive(Debug, Clone)]
pub struct Table {
    book: Arc<Book>,
    extent: usize,
    header: Option<u32>,
    first: u32,
    to: u32,
    left: usize,
    columns: usize,
    above: Vec<(u32, String)>,
}

/// Opens the file at a path.
pub fn open_path(path: &Path, asked: Asked, limits: &Limits) -> Result<Arc<Book>> {
    let file = std::fs::File::open(path).map_err(Error::Unreadable)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    open_reader(file, &name, asked, limits)
}

/// Opens what a reader gives: looks once through all of it, then splits it.
pub(super) fn open_reader(mut reader: impl Read + Seek, name: &str, asked: Asked, limits: &Limits) -> Result<Arc<Book>> {
    let look = look(&mut reader, limits)?;
    reader.rewind().map_err(Error::Unreadable)?;
    let mut book = Book {
        name: name.to_owned(),
        bytes: look.bytes,
        digest: look.digest,
        text: None,
        preset: None,
        sheets: Vec::new(),
        extents: Vec::new(),
        columns_max: limits.columns_max,
    };
    if look.is_zip {
        book.sheets = workbook::sheets(reader, limits)?;
    } else {
        let encoding = asked.encoding.map_or_else(|| look.letters.encoding(), Ok)?;
        book.read_text(reader, encoding, asked.delimiter, limits)?;
    }
    book.find_extents();
    if book.extents.is_empty() {
        return Err(Error::Empty);
    }
    let book = Arc::new(book);
    if book.extents.len() == 1 && Table::new(&book, 0, Header::Found)?.row_count() == 0 {
        return Err(Error::Empty);
    }
    Ok(book)
}

/// Opens bytes in memory.
pub fn open_memory(bytes: &[u8], name: &str, asked: Asked, limits: &Limits) -> Result<Arc<Book>> {
    open_reader(std::io::Cursor::new(bytes), name, asked, limits)
}

#[cfg(test)]
pub(super) fn open_bytes(bytes: Vec<u8>, name: &str, limits: &Limits) -> Result<Table> {
    Table::new(&open_reader(std::io::Cursor::new(bytes), name, Asked::default(), limits)?, 0, Header::Found)
}

impl Book {
    /// Returns the file name without its folder.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the size of the file.
    #[must_use]
    pub const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Returns the SHA-256 of the file.
    #[must_use]
    pub const fn digest(&self) -> &[u8; 32] {
        &self.digest
    }

    /// Returns how the file writes its letters; nothing for a workbook.
    #[must_use]
    pub fn encoding(&self) -> Option<Encoding> {
        self.text.map(|(encoding, _)| encoding)
    }

    /// Returns the separator; nothing for a workbook.
    #[must_use]
    pub fn delimiter(&self) -> Option<char> {
        self.text.map(|(_, delimiter)| char::from(delimiter))
    }

    /// Returns the tables of the file.
    #[must_use]
    pub fn tables(&self) -> Vec<TableFound> {
        let found = |extent: &Extent| TableFound {
            sheet: self.sheets.get(extent.sheet).map(|sheet| sheet.name.clone()).unwrap_or_default(),
            extent: format!(
                "{}{}:{}{}",
                column_name(extent.left),
                extent.first_line,
                column_name(extent.left + extent.width.saturating_sub(1)),
                extent.last_line
            ),
            rows: extent.to - extent.from,
            columns: extent.width,
        };
        self.extents.iter().map(found).collect()
    }

    /// Returns the table with the most rows that know their columns: the one that is proposed.
    #[must_use]
    pub fn best_table(self: &Arc<Self>) -> usize {
        let score = |place: usize| {
            let Ok(table) = Table::new(self, place, Header::Found) else { return (0, 0) };
            let named = (0..table.columns()).filter(|index| named_field(&table.header_of(*index)).is_some()).count();
            (named, table.row_count())
        };
        (0..self.extents.len()).max_by_key(|place| (score(*place), std::cmp::Reverse(*place))).unwrap_or(0)
    }

    fn read_text(&mut self, reader: impl Read, encoding: Encoding, delimiter: Option<char>, limits: &Limits) -> Result<()> {
        let mut decoded = Decoded::new(reader, encoding);
        let mut text = String::new();
        while text.len() < SAMPLE_BYTES * 2 && decoded.more(&mut text)? {}
        if text.trim().is_empty() && text.len() < SAMPLE_BYTES * 2 {
            return Err(Error::Empty);
        }
        let chosen = delimiter.and_then(|sign| u8::try_from(sign).ok()).filter(|sign| DELIMITERS.contains(sign));
        let mut shape = find_shape(&text, chosen);
        if shape.columns > limits.columns_max {
            return Err(Error::Bounds { what: "columns", limit: limits.columns_max as u64 });
        }
        self.preset = find_preset(sample_of(&text), shape, limits)?;
        shape.joins = self.preset.is_some();
        let rows = split(text, &mut |text| decoded.more(text), shape, limits)?;
        if decoded.digest() != self.digest {
            return Err(Error::Changed);
        }
        self.text = Some((encoding, shape.delimiter));
        self.sheets = vec![Sheet { name: String::new(), rows, width: shape.columns }];
        Ok(())
    }

    fn find_extents(&mut self) {
        for (place, sheet) in self.sheets.iter().enumerate() {
            if self.text.is_some() {
                self.extents.extend(sheet.below_each_other(place, self.preset.is_none()));
            } else {
                self.extents.extend(sheet.whole(place).into_iter().flat_map(|whole| sheet.parts(&whole)));
            }
        }
        self.extents.truncate(TABLES_MAX);
    }

    fn rows(&self, extent: &Extent) -> Option<&Rows> {
        self.sheets.get(extent.sheet).map(|sheet| &sheet.rows)
    }
}

fn column_name(mut index: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(char::from(b'A' + u8::try_from(index % 26).unwrap_or(0)));
        if index < 26 {
            break;
        }
        index = index / 26 - 1;
    }
    name.iter().rev().collect()
}

impl Sheet {
    fn whole(&self, place: usize) -> Option<Extent> {
        let all =
            Extent { sheet: place, from: 0, to: self.rows.count(), left: 0, width: self.width, first_line: 1, last_line: 1 };
        self.trimmed(all)
    }

    fn trimmed(&self, extent: Extent) -> Option<Extent> {
        let mut lines = None;
        let mut walk = self.rows.walk(extent.from, extent.to, extent.left, extent.width);
        let (mut from, mut to) = (extent.from, extent.from);
        while let Some((number, row)) = walk.next() {
            if row.is_blank() {
                continue;
            }
            let first = match lines {
                None => {
                    from = number;
                    row.line()
                }
                Some((first, _)) => first,
            };
            lines = Some((first, row.line()));
            to = number + 1;
        }
        let (first_line, last_line) = lines?;
        Some(Extent { from, to, first_line, last_line, ..extent })
    }

    /// Takes a sheet apart: at columns that are blank all the way, and at blank rows below which a new header stands.
    fn parts(&self, whole: &Extent) -> Vec<Extent> {
        let mut filled = vec![0_u32; whole.width];
        let mut walk = self.rows.walk(whole.from, whole.to, whole.left, whole.width);
        while let Some((_, row)) = walk.next() {
            for (count, _) in filled.iter_mut().zip(row.cells()).filter(|(_, cell)| !cell.is_empty()) {
                *count += 1;
            }
        }
        let mut sides = Vec::new();
        let mut from = 0;
        for index in 0..=filled.len() {
            if filled.get(index).is_none_or(|count| *count == 0) {
                if index > from {
                    sides.push((from, index - from));
                }
                from = index + 1;
            }
        }
        // A blank column inside one table is no border: both sides need a header of their own in the same row.
        let borders = sides.len() > 1
            && sides.iter().all(|(left, width)| {
                let side = Extent { left: whole.left + left, width: *width, ..whole.clone() };
                *width >= 2
                    && self.trimmed(side).is_some_and(|side| {
                        (side.from..side.to.min(side.from + TOP_ROWS)).any(|number| self.starts_with_names(&side, number))
                    })
            });
        let sides = if borders { sides } else { vec![(0, whole.width)] };
        let mut parts = Vec::new();
        for (left, width) in sides {
            let side = Extent { left: whole.left + left, width, ..whole.clone() };
            parts.extend(self.trimmed(side).into_iter().flat_map(|side| self.stacked(&side)));
        }
        parts
    }

    fn stacked(&self, side: &Extent) -> Vec<Extent> {
        let mut borders = vec![side.from];
        let mut last: Option<u32> = None;
        let mut walk = self.rows.walk(side.from, side.to, side.left, side.width);
        let mut doubtful = Vec::new();
        while let Some((number, row)) = walk.next() {
            if row.is_blank() {
                continue;
            }
            if last.is_some_and(|line| row.line() > line + 1) && doubtful.len() < TABLES_MAX {
                doubtful.push(number);
            }
            last = Some(row.line());
        }
        borders.extend(doubtful.into_iter().filter(|number| self.starts_with_names(side, *number)));
        borders.push(side.to);
        borders
            .windows(2)
            .filter_map(|pair| match pair {
                [from, to] => self.trimmed(Extent { from: *from, to: *to, ..side.clone() }),
                _ => None,
            })
            .collect()
    }

    /// Returns the tables of a text file, in one walk over it. Rows of separators alone are rows of the file: they are counted and rejected,
    /// not trimmed. Where `takes_apart`, another table begins after a gap, perhaps under a title, with names of fields that are not those of the
    /// table above. The same names again, as on each page of a printed list, begin no table: their row is rejected where it stands.
    fn below_each_other(&self, place: usize, takes_apart: bool) -> Vec<Extent> {
        let mut parts: Vec<Extent> = Vec::new();
        let mut names: Option<Vec<String>> = None;
        let (mut seen, mut last, mut title) = (0, (0, 0), None);
        let mut walk = self.rows.walk(0, self.rows.count(), 0, usize::MAX);
        while let Some((number, row)) = walk.next() {
            if row.is_blank() {
                continue;
            }
            let above = std::mem::replace(&mut last, (number, row.line()));
            seen += 1;
            if parts.is_empty() {
                let (first_line, last_line) = (row.line(), row.line());
                parts.push(Extent {
                    sheet: place,
                    from: 0,
                    to: self.rows.count(),
                    left: 0,
                    width: self.width,
                    first_line,
                    last_line,
                });
            }
            let is_apart = seen > 1 && (number > above.0 + 1 || row.line() > above.1 + 1);
            // Where a table would begin, and the line on which the one above it ended.
            let begins = if is_apart { Some((number, row.line(), above.1)) } else { title };
            title = begins.filter(|_| is_apart && row.cells().filter(|cell| !cell.is_empty()).count() == 1);
            let names_others = match &names {
                // The header of the first table is looked for where any is looked for.
                None => seen <= TOP_ROWS,
                Some(above) => begins.is_some() && parts.len() < TABLES_MAX && !row.cells().eq(above.iter().map(String::as_str)),
            };
            if !takes_apart || !names_others || fields_named(row.cells()).is_none_or(|fields| fields < 2) {
                continue;
            }
            let is_first = names.replace(row.cells().map(str::to_owned).collect()).is_none();
            if let (false, Some((from, first_line, ended)), Some(part)) = (is_first, begins, parts.last_mut()) {
                let below = Extent { from, first_line, ..part.clone() };
                (part.to, part.last_line) = (from, ended);
                parts.push(below);
            }
        }
        if let Some(part) = parts.last_mut() {
            part.last_line = last.1;
        }
        parts
    }

    /// Says whether a row names columns: two cells or more, all words, above a row that holds something else.
    fn starts_with_names(&self, side: &Extent, number: u32) -> bool {
        let mut walk = self.rows.walk(number, side.to.min(number + 1), side.left, side.width);
        let Some((_, row)) = walk.next() else { return false };
        let cells: Vec<&str> = row.cells().filter(|cell| !cell.is_empty()).collect();
        cells.len() >= 2 && cells.iter().all(|cell| is_name(cell))
    }
}

/// Counts the fields that a row names; nothing where a cell can only be data.
fn fields_named<'c>(cells: impl Iterator<Item = &'c str>) -> Option<usize> {
    let mut named = std::collections::BTreeSet::new();
    for cell in cells {
        if is_data(cell) {
            return None;
        }
        named.extend((cell.len() <= HEADER_BYTES_MAX).then(|| named_field(cell)).flatten());
    }
    Some(named.len())
}

fn is_name(cell: &str) -> bool {
    cell.len() <= HEADER_BYTES_MAX
        && cell.chars().any(char::is_alphabetic)
        && !addresses::has_scheme(cell)
        && dates::read_date(cell, dates::DateOrder::Undecided).is_none()
}

/// Which row names the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Header {
    /// The one that is found.
    Found,
    /// None: every row is data.
    Absent,
    /// The row of this line.
    Line(u32),
}

impl Table {
    /// Looks at one table of a file.
    pub fn new(book: &Arc<Book>, place: usize, header: Header) -> Result<Self> {
        let extent = book.extents.get(place).ok_or(Error::NoTable)?;
        let mut table = Self {
            book: Arc::clone(book),
            extent: place,
            header: None,
            first: extent.from,
            to: extent.to,
            left: extent.left,
            columns: extent.width,
            above: Vec::new(),
        };
        match header {
            Header::Found => table.find_top(),
            Header::Absent => {}
            Header::Line(line) => {
                let mut walk = table.all_rows();
                let mut number = None;
                while let Some((at, row)) = walk.next() {
                    if row.line() == line {
                        number = Some(at);
                        break;
                    }
                }
                let number = number.ok_or(Error::NoTable)?;
                (table.header, table.first) = (Some(number), number + 1);
            }
        }
        table.widen();
        table.see_above();
        if table.columns > book.columns_max {
            return Err(Error::Bounds { what: "columns", limit: book.columns_max as u64 });
        }
        Ok(table)
    }

    /// Returns the file it is in.
    #[must_use]
    pub fn book(&self) -> &Arc<Book> {
        &self.book
    }

    /// Returns its place among the tables of the file.
    #[must_use]
    pub const fn place(&self) -> usize {
        self.extent
    }

    /// Returns the preset that fits, or nothing.
    #[must_use]
    pub fn preset(&self) -> Option<Preset> {
        self.book.preset.filter(|_| self.header.is_none())
    }

    /// Returns the number of columns.
    #[must_use]
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// Returns the line of the first row that carries data, from 1.
    #[must_use]
    pub fn first_row(&self) -> u32 {
        self.walk().next().map_or(1, |(_, row)| row.line())
    }

    /// Returns the line of the header row, or nothing.
    #[must_use]
    pub fn header_line(&self) -> Option<u32> {
        self.rows_between(self.header?, self.header? + 1).next().map(|(_, row)| row.line())
    }

    /// Returns the header of a column as written, empty when there is none.
    #[must_use]
    pub fn header_of(&self, index: usize) -> String {
        let Some(header) = self.header else { return String::new() };
        self.rows_between(header, header + 1).next().map(|(_, row)| row.cell(index).to_owned()).unwrap_or_default()
    }

    /// Returns the number of data rows.
    #[must_use]
    pub const fn row_count(&self) -> u32 {
        self.to - self.first
    }

    /// Walks over the data rows; numbers start from 0 at the first one.
    #[must_use]
    pub fn walk(&self) -> DataRows<'_> {
        DataRows { walk: self.rows_between(self.first, self.to), first: self.first }
    }

    /// Returns the rows above the header that hold more than a title: line and cells.
    #[must_use]
    pub fn rows_above(&self) -> Vec<(u32, String)> {
        let mut above = Vec::new();
        let end = self.header.unwrap_or(self.first);
        let mut walk = self.rows_between(self.start(), end);
        while let Some((_, row)) = walk.next() {
            if row.cells().filter(|cell| !cell.is_empty()).count() >= 2 {
                above.push((row.line(), row.cells().collect::<Vec<_>>().join(" ; ")));
            }
        }
        above
    }

    /// Returns the first lines above the table that are titles, stamps or totals and were passed over.
    #[must_use]
    pub fn lines_above(&self) -> &[(u32, String)] {
        &self.above
    }

    /// Returns the first rows of the whole table with their lines, a header included: among them a person chooses the header.
    #[must_use]
    pub fn top(&self) -> Vec<(u32, Vec<String>)> {
        let mut walk = self.all_rows();
        let mut top = Vec::new();
        while let Some((_, row)) = walk.next() {
            let cut = |cell: &str| cell.chars().take(60).collect::<String>();
            top.push((row.line(), row.cells().take(8).map(cut).collect()));
            if top.len() >= TOP_ROWS as usize {
                break;
            }
        }
        top
    }

    fn start(&self) -> u32 {
        self.book.extents.get(self.extent).map_or(0, |extent| extent.from)
    }

    fn all_rows(&self) -> Walk<'_> {
        self.rows_between(self.start(), self.to)
    }

    fn rows_between(&self, from: u32, to: u32) -> Walk<'_> {
        static NONE: std::sync::OnceLock<Rows> = std::sync::OnceLock::new();
        let extent = self.book.extents.get(self.extent);
        let rows = extent.and_then(|extent| self.book.rows(extent)).unwrap_or_else(|| NONE.get_or_init(Rows::default));
        // In a text file a row may be wider than the table, and says so; on a sheet another table may begin there.
        let width = if self.book.text.is_some() { usize::MAX } else { self.columns };
        rows.walk(from, to, self.left, width)
    }

    /// Finds the header among the first rows, or the stamp above rows that have none.
    fn find_top(&mut self) {
        let mut top: Vec<TopRow> = Vec::new();
        let mut walk = self.rows_between(self.start(), self.to.min(self.start().saturating_add(TOP_ROWS)));
        while let Some((number, row)) = walk.next() {
            top.push(TopRow { number, cells: row.cells().map(str::to_owned).collect() });
        }
        let found = (0..top.len())
            .find(|place| top.get(*place).is_some_and(|row| is_header(row, top.get(place + 1), self.columns)))
            .and_then(|place| top.get(place));
        let is_stamp = |row: &&TopRow| {
            self.columns >= 2
                && (row.filled() <= 1 && row.cells.len() <= 1 || row.cells.first().is_some_and(|cell| cell.starts_with("sep=")))
        };
        let stamps = top.iter().take_while(is_stamp).count();
        let (header, first) = match found {
            Some(row) => (Some(row.number), row.number + 1),
            None => (None, self.start() + u32::try_from(stamps).unwrap_or(0).min(self.to - self.start())),
        };
        (self.header, self.first) = (header, first);
    }

    fn widen(&mut self) {
        if self.book.text.is_some()
            && let Some(header) = self.header
        {
            let width = self.rows_between(header, header + 1).next().map_or(0, |(_, row)| row.width());
            self.columns = self.columns.max(width);
        }
    }

    fn see_above(&mut self) {
        let mut above = Vec::new();
        let mut walk = self.rows_between(self.start(), self.header.unwrap_or(self.first));
        while let Some((_, row)) = walk.next() {
            let mut said = row.cells().filter(|cell| !cell.is_empty());
            if let (Some(title), None) = (said.next(), said.next())
                && above.len() < ABOVE_SHOWN
            {
                above.push((row.line(), title.chars().take(120).collect()));
            }
        }
        self.above = above;
    }
}

/// The data rows of a table.
#[derive(Debug)]
pub struct DataRows<'t> {
    walk: Walk<'t>,
    first: u32,
}

impl DataRows<'_> {
    /// Returns the next row with its number among the data rows, from 0.
    #[allow(clippy::should_implement_trait, reason = "a row is lent until the next one is asked for")]
    pub fn next(&mut self) -> Option<(u32, Row<'_>)> {
        self.walk.next().map(|(number, row)| (number - self.first, row))
    }
}

struct TopRow {
    number: u32,
    cells: Vec<String>,
}

impl TopRow {
    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }
}

/// A header has no cell that can only be data, and two names of fields or more. Fewer names are enough where the row below shows the
/// contrast: dates, numbers or addresses under words.
fn is_header(row: &TopRow, below: Option<&TopRow>, columns: usize) -> bool {
    let Some(named) = fields_named(row.cells.iter().map(String::as_str)) else { return false };
    let full = row.cells.len() == columns && row.cells.iter().all(|cell| !cell.is_empty() && cell.len() <= HEADER_BYTES_MAX);
    let contrast = below.map_or(0, |below| below.cells.iter().filter(|cell| is_data(cell)).count());
    match named {
        0 => full && columns >= 2 && contrast * 2 >= columns,
        1 => columns <= 3 || (full && contrast > 0),
        _ => true,
    }
}

/// Says whether a cell is data and no name of a column: an address, a date, a number.
fn is_data(cell: &str) -> bool {
    let mut names = addresses::split_names(cell).peekable();
    let ips = names.peek().is_some() && names.all(addresses::is_ip);
    // A bare host is no sign: the names of columns may have dots too.
    ips || addresses::has_scheme(cell)
        || (addresses::is_address(cell) && cell.contains('/'))
        || dates::read_date(cell, dates::DateOrder::Undecided).is_some()
        || cell.replace(',', ".").parse::<f64>().is_ok()
        || words().is_without_number(cell)
}

/// Recognises the register by its shape: six fields, network addresses first, a date last, an agency and a number before it.
fn find_preset(sample: &str, shape: Shape, limits: &Limits) -> Result<Option<Preset>> {
    if shape.columns != 6 || shape.delimiter != b';' {
        return Ok(None);
    }
    let rows = split(sample.to_owned(), &mut |_| Ok(false), shape, limits)?;
    let mut walk = rows.walk(0, 1001, 0, usize::MAX);
    let (mut seen, mut fitting) = (0_usize, 0_usize);
    while let Some((_, row)) = walk.next() {
        // The stamp above the rows is no row.
        if seen == 0 && row.width() == 1 {
            continue;
        }
        seen += 1;
        let last = row.width().saturating_sub(1);
        let mut ips = addresses::split_names(row.cell(0)).peekable();
        let fits = last >= 5
            && dates::read_date(row.cell(last), dates::DateOrder::Undecided).is_some()
            && ips.peek().is_some()
            && ips.all(addresses::is_ip)
            && !row.cell(last - 2).is_empty();
        fitting += usize::from(fits);
    }
    Ok((seen > 0 && fitting * 20 >= seen * 19).then_some(Preset::RknDump))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn open(text: &str) -> Table {
        open_bytes(text.as_bytes().to_vec(), "t.csv", &Limits::default()).unwrap()
    }

    fn rows(table: &Table) -> Vec<(u32, Vec<String>)> {
        let (mut all, mut walk) = (Vec::new(), table.walk());
        while let Some((_, row)) = walk.next() {
            all.push((row.line(), row.cells().map(str::to_owned).collect()));
        }
        all
    }

    fn cells(table: &Table) -> Vec<Vec<String>> {
        rows(table).into_iter().map(|(_, cells)| cells).collect()
    }

    fn lines(table: &Table) -> Vec<u32> {
        rows(table).into_iter().map(|(line, _)| line).collect()
    }

    #[test]
    fn separators_are_found_by_agreement() {
        for (text, delimiter) in [
            ("url;date\na.kz/1,2;2020-01-01\nb.kz;2020-01-02\n", ';'),
            ("url,date\na.kz,2020-01-01\nb.kz,2020-01-02\n", ','),
            ("url\tdate\na.kz;x\t2020-01-01\nb.kz\t2020-01-02\n", '\t'),
            ("url|date\na.kz|2020-01-01\nb.kz|2020-01-02\n", '|'),
        ] {
            let table = open(text);
            assert_eq!((table.book().delimiter(), table.columns(), table.row_count()), (Some(delimiter), 2, 2), "{text}");
        }
    }

    #[test]
    fn a_list_of_addresses_is_one_column() {
        let table = open("http://a.kz/1;2\nhttp://b.kz/3,4\nhttp://c.kz\n");
        assert_eq!((table.columns(), table.row_count(), table.first_row()), (1, 3, 1));
        assert_eq!(cells(&table)[0], ["http://a.kz/1;2"]);
        let table = open("Ссылка\nhttp://b.kz/3\n");
        assert_eq!((table.columns(), table.first_row()), (1, 2));
    }

    #[test]
    fn every_kind_of_line_end_is_read_and_blank_records_fall_away() {
        for end in ["\n", "\r\n", "\r\r\n", "\r"] {
            let text = ["url;date", "a.kz;2020-01-01", "", "b.kz;2020-01-02"].join(end);
            let table = open(&text);
            assert_eq!(cells(&table), [["a.kz", "2020-01-01"], ["b.kz", "2020-01-02"]], "{end:?}");
            assert_eq!(lines(&table), [2, 4], "{end:?}");
        }
    }

    #[test]
    fn quoted_cells_may_hold_anything() {
        let table = open("url,notes\na.kz,\"one\ntwo, \"\"three\"\"\"\nb.kz,\"\"\n");
        assert_eq!(cells(&table), [["a.kz", "one\ntwo, \"three\""], ["b.kz", ""]]);
        assert_eq!(lines(&table), [2, 4]);
    }

    #[test]
    fn a_bare_quotation_mark_swallows_no_lines() {
        let table = open(
            "url;number;date\n\"a.kz;1;2020-01-01\nb.kz;2;2020-01-02\n\"c.kz\";3;2020-01-03\nd.kz;\"4;2020-01-04\ne.kz;5;2020-01-05\n",
        );
        assert_eq!(table.row_count(), 5);
        assert_eq!(cells(&table)[0], ["\"a.kz", "1", "2020-01-01"]);
        assert_eq!(cells(&table)[2], ["c.kz", "3", "2020-01-03"]);
        assert_eq!(cells(&table)[3], ["d.kz", "\"4", "2020-01-04"]);
        assert_eq!(cells(&table)[4], ["e.kz", "5", "2020-01-05"]);
    }

    #[test]
    fn stamps_and_totals_above_the_header_are_passed_over() {
        let table = open("Отчет за 2020 год\n;;12\nСсылка;Дата;Номер предписания\na.kz;2020-01-01;1\n");
        assert_eq!((table.first_row(), table.header_of(2)), (4, "Номер предписания".to_owned()));
        let table = open("Updated: 2016-06-13\n10.0.0.1;a.kz;;суд;1;2016-01-01\n10.0.0.1;a.kz;;суд;2;2016-01-01\n");
        assert_eq!((table.first_row(), table.preset()), (2, Some(Preset::RknDump)));
        let table = open("sep=;\n10;a\n11;b\n");
        assert_eq!((table.first_row(), table.row_count()), (2, 2));
    }

    #[test]
    fn torn_addresses_of_the_register_are_joined_from_both_ends() {
        let table = open(
            "10.0.0.1;a.kz;http://a.kz/?a=1&amp;b=2&amp;c=3;суд;1;2016-01-01\n10.0.0.2;a.kz;\"http://a.kz/\"\"x\"\"\";суд;2;2016-01-01\n10.0.0.2;;;ФНС;2 \"а\";2016-01-02\n",
        );
        assert_eq!(table.preset(), Some(Preset::RknDump));
        let rows = cells(&table);
        assert_eq!(rows[0], ["10.0.0.1", "a.kz", "http://a.kz/?a=1&amp;b=2&amp;c=3", "суд", "1", "2016-01-01"]);
        assert_eq!(rows[1][2], "http://a.kz/\"x\"");
        assert_eq!(rows[2][4], "2 \"а\"");
    }

    #[test]
    fn files_without_data_are_empty() {
        for text in ["", "\n\n", " \r\n ", "url;date\n", "\u{feff}"] {
            let error = open_bytes(text.as_bytes().to_vec(), "t.csv", &Limits::default()).unwrap_err();
            assert!(matches!(error, Error::Empty), "{text:?}: {error:?}");
        }
    }

    #[test]
    fn too_many_cells_are_too_much() {
        let limits = Limits { cells_max: 3, ..Limits::default() };
        let error = open_bytes(b"a,b\nc,d\n".to_vec(), "t.csv", &limits).unwrap_err();
        assert!(matches!(error, Error::Bounds { what: "cells", .. }));
    }

    #[test]
    fn a_folder_or_a_missing_file_is_unreadable() {
        let open = |path: &str| open_path(Path::new(path), Asked::default(), &Limits::default());
        assert!(matches!(open(env!("CARGO_MANIFEST_DIR")), Err(Error::Unreadable(_))));
        assert!(matches!(open("no such file.csv"), Err(Error::Unreadable(_))));
    }

    fn book(sheets: &[(&str, &[&[&str]])]) -> Arc<Book> {
        let bytes = super::super::workbook::tests::book(sheets);
        open_reader(std::io::Cursor::new(bytes), "t.xlsx", Asked::default(), &Limits::default()).unwrap()
    }

    #[test]
    fn rows_above_a_header_are_seen_and_none_is_lost() {
        let table = open("Отчет за 2020 год\nb.kz;2020-01-05;9\nСсылка;Дата;Номер предписания\na.kz;2020-01-01;1\n");
        assert_eq!((table.header_line(), table.first_row(), table.row_count()), (Some(3), 4, 1));
        assert_eq!(table.rows_above(), [(2, "b.kz ; 2020-01-05 ; 9".to_owned())]);
        assert_eq!(table.lines_above(), [(1, "Отчет за 2020 год".to_owned())]);
    }

    #[test]
    fn a_person_chooses_another_header_or_none() {
        let table = open("Отчет;за;год\na;b;c\nСсылка;Дата;Номер предписания\na.kz;2020-01-01;1\n");
        assert_eq!(table.header_line(), Some(3));
        let none = Table::new(table.book(), 0, Header::Absent).unwrap();
        assert_eq!((none.header_line(), none.row_count(), none.rows_above().len()), (None, 4, 0));
        let second = Table::new(table.book(), 0, Header::Line(2)).unwrap();
        assert_eq!((second.header_of(2).as_str(), second.row_count(), second.rows_above().len()), ("c", 2, 1));
        assert!(matches!(Table::new(table.book(), 0, Header::Line(77)), Err(Error::NoTable)));
        assert!(matches!(Table::new(table.book(), 3, Header::Found), Err(Error::NoTable)));
    }

    #[test]
    fn letters_and_separator_can_be_chosen() {
        let bytes = encoding_rs::WINDOWS_1251.encode("Ссылка,Дата;x\na.kz,2020-01-01;y\n").0.into_owned();
        let asked = |encoding, delimiter| {
            let book =
                open_reader(std::io::Cursor::new(bytes.clone()), "t.csv", Asked { encoding, delimiter }, &Limits::default());
            book.map(|book| Table::new(&book, 0, Header::Found).unwrap().top()[0].1[0].clone())
        };
        assert_eq!(asked(Some(Encoding::Windows1251), Some(',')).unwrap(), "Ссылка");
        assert_eq!(asked(Some(Encoding::Windows1251), Some(';')).unwrap(), "Ссылка,Дата");
        assert_ne!(asked(Some(Encoding::Koi8R), Some(',')).unwrap(), "Ссылка");
        assert!(matches!(asked(Some(Encoding::Utf8), None), Err(Error::Encoding)));
    }

    #[test]
    fn tables_of_a_workbook_are_found_with_their_corners() {
        let one: &[&[&str]] = &[
            &["Отчёт"],
            &["Номер предписания", "Ссылка", "", "Страна", "Итого"],
            &["1", "http://a.kz", "", "Казахстан", "#12"],
            &["2", "http://b.kz"],
            &[],
            &[],
            &["Номер решения", "Дата", "", "", ""],
            &["5", "2024-01-01"],
        ];
        let two: &[&[&str]] = &[&["Номер предписания", "Орган", "Ссылка"], &["1", "", "http://a.kz"], &["2", "", "http://b.kz"]];
        let book = book(&[("Один", one), ("Два", two), ("Пусто", &[])]);
        let found: Vec<_> = book.tables().into_iter().map(|t| (t.sheet, t.extent, t.rows)).collect();
        let expected = [("Один", "A1:B4", 4), ("Один", "A7:B8", 2), ("Один", "D2:E3", 2), ("Два", "A1:C3", 3)];
        assert_eq!(found, expected.map(|(sheet, extent, rows)| (sheet.to_owned(), extent.to_owned(), rows)));
        let second = Table::new(&book, 1, Header::Found).unwrap();
        assert_eq!((second.header_of(0).as_str(), second.row_count(), second.first_row()), ("Номер решения", 1, 8));
        assert_eq!(cells(&second), [["5", "2024-01-01"]]);
        assert_eq!(book.best_table(), 3);
    }

    #[test]
    fn tables_below_each_other_in_a_text_file_are_told_apart() {
        let text = "Отчёт за март\n\nНомер предписания;Орган;Ссылка\n1;МКИ;http://a.kz\n2;МКИ;http://b.kz\n;;\nЖалобы\nНомер решения;Дата предписания;Орган\n5;2024-01-01;МКИ\n";
        let book = open_memory(text.as_bytes(), "t.csv", Asked::default(), &Limits::default()).unwrap();
        let found: Vec<_> = book.tables().into_iter().map(|t| (t.extent, t.rows)).collect();
        assert_eq!(found, [("A1:C5".to_owned(), 5), ("A7:C9".to_owned(), 3)]);
        let tables: Vec<_> = (0..2).map(|place| Table::new(&book, place, Header::Found).unwrap()).collect();
        assert_eq!(tables.iter().map(|t| t.header_of(0)).collect::<Vec<_>>(), ["Номер предписания", "Номер решения"]);
        assert_eq!(cells(&tables[0])[..2], [["1", "МКИ", "http://a.kz"], ["2", "МКИ", "http://b.kz"]]);
        assert_eq!(cells(&tables[1]), [["5", "2024-01-01", "МКИ"]]);
        assert_eq!((tables[1].header_line(), tables[1].first_row()), (Some(8), 9));
    }

    #[test]
    fn the_names_of_columns_again_on_every_page_begin_no_table() {
        let page = "Номер предписания;Орган;Ссылка\n1;МКИ;http://a.kz\n\n";
        for text in [page.repeat(3), "Номер предписания;Орган;Ссылка\n1;Орган;Ссылка\n\nКомитет;Орган;\n".to_owned()]
        {
            let book = open_memory(text.as_bytes(), "t.csv", Asked::default(), &Limits::default()).unwrap();
            assert_eq!(book.tables().len(), 1, "{text}");
        }
    }

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 701, 702].map(column_name), ["A", "Z", "AA", "ZZ", "AAA"]);
    }

    fn any_cell() -> impl Strategy<Value = String> {
        "[a-zа-яқ0-9 ;,|\"\n№]{0,12}".prop_map(|cell| cell.trim().to_owned())
    }

    proptest! {
        /// Whatever a careful program writes is read back, cell by cell.
        #[test]
        fn written_tables_are_read_back(
            rows in proptest::collection::vec(proptest::collection::vec(any_cell(), 5), 3..30),
            delimiter in proptest::sample::select(DELIMITERS.to_vec()),
            crlf in any::<bool>(),
        ) {
            let terminator = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
            let mut writer = csv::WriterBuilder::new().delimiter(delimiter).terminator(terminator).quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
            writer.write_record(["Номер предписания", "Дата предписания", "Орган", "Ссылка", "Примечание"]).unwrap();
            for (number, row) in rows.iter().enumerate() {
                let mut row = row.clone();
                row[0] = number.to_string();
                writer.write_record(&row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let table = open(&text);
            prop_assert_eq!(table.book().delimiter(), Some(char::from(delimiter)));
            prop_assert_eq!(table.row_count() as usize, rows.len());
            for (number, (row, written)) in cells(&table).iter().zip(&rows).enumerate() {
                prop_assert_eq!(&row[0], &number.to_string());
                for (index, cell) in written.iter().enumerate().skip(1) {
                    prop_assert_eq!(&row[index], cell);
                }
            }
        }

        #[test]
        fn no_text_breaks_the_reader(text in any::<String>(), marks in "[a;,\"\n\r|]{0,60}") {
            for text in [text, marks] {
                if let Ok(table) = open_bytes(text.into_bytes(), "t.csv", &Limits::default()) {
                    let _ = (cells(&table), table.first_row(), super::super::propose(&table));
                }
            }
        }
    }
}
