//! A file as a table: one decoded text and the places of its cells in it. Separator, quoting, header and stamp are found out, not asked.

use super::decode::{Encoding, decode};
use super::error::{Error, Result};
use super::export::cell::unguard;
use super::fields::named_field;
use super::read::{Limits, read_all};
use super::words::words;
use super::{addresses, dates};
use std::borrow::Cow;
use std::io::Read;
use std::path::Path;

/// Separators that are tried.
const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];
/// Text that is looked at to find the separator.
const SAMPLE_BYTES: usize = 256 * 1024;
/// Rows at the top among which a header or a stamp may stand.
const TOP_ROWS: usize = 10;

/// Letters of a cell that can still be the name of a column.
const HEADER_BYTES_MAX: usize = 200;
/// Lines that a cell in quotation marks may span before it is doubted.
const CELL_LINES_PLAUSIBLE: u32 = 200;

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

#[derive(Debug, Clone, Copy)]
struct Span {
    start: u32,
    end: u32,
}

#[derive(Debug, Clone, Copy)]
struct Record {
    whole: Span,
    line: u32,
    first_cell: u32,
    cells: u32,
}

/// An opened file.
#[derive(Debug)]
pub struct Table {
    name: String,
    bytes: u64,
    digest: [u8; 32],
    encoding: Encoding,
    delimiter: u8,
    text: String,
    records: Vec<Record>,
    spans: Vec<Span>,
    header: Option<usize>,
    first: usize,
    columns: usize,
    preset: Option<Preset>,
}

/// One record of a table.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    record: &'a Record,
}

/// Opens the file at a path.
pub fn open_path(path: &Path, limits: &Limits) -> Result<Table> {
    let file = std::fs::File::open(path).map_err(Error::Unreadable)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    open_reader(file, &name, limits)
}

/// Opens what a reader gives; stops reading as soon as it is too much.
pub(super) fn open_reader(reader: impl Read, name: &str, limits: &Limits) -> Result<Table> {
    let raw = read_all(reader, limits)?;
    let bytes = raw.bytes.len() as u64;
    let (text, encoding) = decode(raw.bytes)?;
    if text.trim().is_empty() {
        return Err(Error::Empty);
    }
    let (delimiter, columns) = find_shape(&text);
    let cells = Splitter { text: &text, delimiter, columns, lines: Lines::Whole, cells_max: limits.cells_max }.split();
    let (records, spans) = cells.ok_or(Error::TooLarge { limit: limits.file_bytes_max })?;
    let mut table = Table {
        name: name.to_owned(),
        bytes,
        digest: raw.digest,
        encoding,
        delimiter,
        text,
        records,
        spans,
        header: None,
        first: 0,
        columns,
        preset: None,
    };
    table.find_top();
    if table.row_count() == 0 {
        return Err(Error::Empty);
    }
    table.find_preset();
    Ok(table)
}

/// Opens bytes in memory.
#[cfg(test)]
pub(super) fn open_bytes(bytes: Vec<u8>, name: &str, limits: &Limits) -> Result<Table> {
    open_reader(bytes.as_slice(), name, limits)
}

impl Table {
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

    /// Returns how the file writes its letters.
    #[must_use]
    pub const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Returns the separator.
    #[must_use]
    pub fn delimiter(&self) -> char {
        char::from(self.delimiter)
    }

    /// Returns the preset that fits, or nothing.
    #[must_use]
    pub const fn preset(&self) -> Option<Preset> {
        self.preset
    }

    /// Returns the number of columns.
    #[must_use]
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// Returns the line of the first row that carries data, from 1.
    #[must_use]
    pub fn first_row(&self) -> u32 {
        self.records.get(self.first).map_or(1, |record| record.line)
    }

    /// Returns the header row, or nothing.
    #[must_use]
    pub fn header_row(&self) -> Option<Row<'_>> {
        self.header.and_then(|header| self.records.get(header)).map(|record| Row { table: self, record })
    }

    /// Returns the header of a column as written, empty when there is none.
    #[must_use]
    pub fn header_of(&self, index: usize) -> String {
        self.header_row().map(|row| row.cell(index).into_owned()).unwrap_or_default()
    }

    /// Returns the number of data rows.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.records.len().saturating_sub(self.first)
    }

    /// Returns the data rows.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().skip(self.first).map(|record| Row { table: self, record })
    }

    fn part(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// Finds the header among the first rows, or the stamp above rows that have none.
    fn find_top(&mut self) {
        let top: Vec<Row<'_>> = self.records.iter().take(TOP_ROWS).map(|record| Row { table: self, record }).collect();
        let header =
            (0..top.len()).find(|place| top.get(*place).is_some_and(|row| is_header(*row, top.get(place + 1), self.columns)));
        // A spreadsheet may name its separator in a line of its own.
        let is_stamp = |row: &Row<'_>| self.columns >= 2 && (row.width() == 1 || row.raw().starts_with("sep="));
        let stamp = top.iter().take_while(|row| is_stamp(row)).count();
        (self.header, self.first) = match header {
            Some(header) => (Some(header), header + 1),
            None => (None, stamp),
        };
        let wider = self.header_row().map_or(0, |row| row.width());
        self.columns = self.columns.max(wider);
    }

    /// Recognises the register by its shape: six fields, network addresses first, a date last, an agency and a number before it.
    fn find_preset(&mut self) {
        if self.header.is_some() || self.columns != 6 || self.delimiter != b';' {
            return;
        }
        let (mut seen, mut fitting) = (0_usize, 0_usize);
        for row in self.rows().take(1000) {
            seen += 1;
            let last = row.width().saturating_sub(1);
            let mut ips = addresses::split_names(row.raw_cell(0)).peekable();
            let fits = last >= 5
                && dates::read_date(row.raw_cell(last), dates::DateOrder::Undecided).is_some()
                && ips.peek().is_some()
                && ips.all(addresses::is_ip)
                && !row.raw_cell(last - 2).is_empty();
            fitting += usize::from(fits);
        }
        if fitting * 20 >= seen * 19 {
            self.preset = Some(Preset::RknDump);
            self.join_addresses();
        }
    }

    /// Joins the fields into which a bare `;` tore an address: the other fields are counted from both ends.
    fn join_addresses(&mut self) {
        for record in self.records.iter_mut().skip(self.first).filter(|record| record.cells > 6) {
            let from = record.first_cell as usize;
            let torn = record.cells as usize - 6;
            let Some(spans) = self.spans.get_mut(from..from + record.cells as usize) else { continue };
            let last_piece = spans.get(2 + torn).map(|span| span.end);
            if let (Some(address), Some(end)) = (spans.get_mut(2), last_piece) {
                address.end = end;
            }
            spans.copy_within(3 + torn.., 3);
            record.cells = 6;
        }
    }
}

impl<'a> Row<'a> {
    /// Returns the line in the file at which the record starts, from 1.
    #[must_use]
    pub const fn line(&self) -> u32 {
        self.record.line
    }

    /// Returns the number of fields.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.record.cells as usize
    }

    /// Returns the record as it stands in the file.
    #[must_use]
    pub fn raw(&self) -> &'a str {
        self.table.part(self.record.whole)
    }

    /// Returns a cell without its quotation marks and outer blanks; empty when the row is too short.
    #[must_use]
    pub fn cell(&self, index: usize) -> Cow<'a, str> {
        let cell = self.raw_cell(index);
        // Only inside quotation marks do doubled ones mean one.
        let cell: Cow<'a, str> = if cell.as_bytes().contains(&b'"') && cell.contains("\"\"") && self.is_quoted(index) {
            cell.replace("\"\"", "\"").into()
        } else {
            cell.into()
        };
        // What an export guards against formulas comes back as it was.
        match cell {
            Cow::Borrowed(cell) => unguard(cell).into(),
            Cow::Owned(cell) if unguard(&cell).len() < cell.len() => unguard(&cell).to_owned().into(),
            owned => owned,
        }
    }

    fn span(&self, index: usize) -> Option<Span> {
        if index >= self.width() {
            return None;
        }
        self.table.spans.get(self.record.first_cell as usize + index).copied()
    }

    fn raw_cell(&self, index: usize) -> &'a str {
        let Some(span) = self.span(index) else { return "" };
        self.table.part(span).trim()
    }

    fn is_quoted(&self, index: usize) -> bool {
        let before = self.span(index).and_then(|span| (span.start as usize).checked_sub(1));
        before.and_then(|before| self.table.text.as_bytes().get(before)) == Some(&b'"')
    }
}

/// A header has no cell that can only be data, and two names of fields or more. Fewer names are enough where the row below shows the
/// contrast: dates, numbers or addresses under words.
fn is_header(row: Row<'_>, below: Option<&Row<'_>>, columns: usize) -> bool {
    let cells: Vec<Cow<'_, str>> = (0..row.width()).map(|index| row.cell(index)).collect();
    if cells.iter().any(|cell| is_data(cell)) {
        return false;
    }
    let mut named: Vec<_> =
        cells.iter().filter(|cell| cell.len() <= HEADER_BYTES_MAX).filter_map(|cell| named_field(cell)).collect();
    named.sort_unstable();
    named.dedup();
    let full = row.width() == columns && cells.iter().all(|cell| !cell.is_empty() && cell.len() <= HEADER_BYTES_MAX);
    let contrast = below.map_or(0, |below| (0..below.width()).filter(|index| is_data(&below.cell(*index))).count());
    match named.len() {
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

/// Finds the separator whose rows agree most on their number of fields, and that number.
fn find_shape(text: &str) -> (u8, usize) {
    let mut end = text.len().min(SAMPLE_BYTES);
    if end < text.len() {
        end = text.as_bytes().iter().take(end).rposition(|byte| *byte == b'\n').map_or(end, |at| at + 1);
    }
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = text.get(..end).unwrap_or(text);
    let mut best: Option<(usize, u8, usize)> = None;
    for delimiter in DELIMITERS {
        for lines in [Lines::Whole, Lines::Each] {
            // Without quotation marks both readings are the same.
            if lines == Lines::Each && !sample.contains('"') {
                continue;
            }
            let splitter = Splitter { text: sample, delimiter, columns: 0, lines, cells_max: usize::MAX };
            let Some((records, _)) = splitter.split() else { continue };
            let Some((columns, agree)) = agreement(&records) else { continue };
            // Agreement on many fields says more than agreement on few.
            let score = agree * 1000 / records.len().max(1) * (columns - 1) / columns;
            if columns >= 2 && best.is_none_or(|(other, _, _)| score > other) {
                best = Some((score, delimiter, columns));
            }
        }
    }
    match best {
        Some((score, delimiter, columns)) if score >= 200 => (delimiter, columns),
        // One column: a separator that tears nothing.
        _ => (DELIMITERS.into_iter().rev().find(|delimiter| !sample.as_bytes().contains(delimiter)).unwrap_or(b'\t'), 1),
    }
}

/// Returns the most frequent number of fields and how many records have it; of equals the larger number.
fn agreement(records: &[Record]) -> Option<(usize, usize)> {
    let mut counts: Vec<u32> = records.iter().map(|record| record.cells).collect();
    counts.sort_unstable();
    let best = counts.chunk_by(|a, b| a == b).max_by_key(|group| group.len())?;
    Some((*best.first()? as usize, best.len()))
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
    cells_max: usize,
}

impl Splitter<'_> {
    /// Splits everything; nothing when there are too many cells. Blank records fall away.
    fn split(&self) -> Option<(Vec<Record>, Vec<Span>)> {
        let bytes = self.text.as_bytes();
        let mut records = Vec::new();
        let mut spans: Vec<Span> = Vec::new();
        let (mut at, mut line) = (0_usize, 1_u32);
        while at < bytes.len() {
            let first = spans.len();
            let start = at;
            let own_line = line;
            loop {
                let cell = self.cell(at, spans.len() - first);
                spans.push(Span { start: position(cell.start)?, end: position(cell.end)? });
                line += cell.breaks;
                at = cell.after;
                if bytes.get(at) != Some(&self.delimiter) {
                    break;
                }
                at += 1;
            }
            let whole = Span { start: position(start)?, end: position(at)? };
            if self.text.get(start..at).is_some_and(|record| record.trim().is_empty()) {
                spans.truncate(first);
            } else {
                let cells = position(spans.len() - first)?;
                records.push(Record { whole, line: own_line, first_cell: position(first)?, cells });
            }
            if spans.len() > self.cells_max {
                return None;
            }
            at += line_end_length(bytes.get(at..).unwrap_or_default());
            line += 1;
        }
        Some((records, spans))
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
        Cell { start: at, end, after: end, breaks: 0, closed: true }
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
            match bytes.get(end)? {
                b'"' if bytes.get(end + 1) == Some(&b'"') => end += 2,
                b'"' => break,
                b'\n' => (end, breaks) = (end + 1, breaks + 1),
                _ => end += 1,
            }
        }
        // What follows the closing mark before the next separator belongs to the cell all the same.
        let rest = bytes.get(end + 1..).unwrap_or_default();
        let junk = rest.iter().position(|byte| *byte == self.delimiter || matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let after = end + 1 + junk;
        Some(Cell { start, end: if junk == 0 { end } else { after }, after, breaks, closed: junk == 0 })
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
}

/// Positions are 32 bits: the reader lets no longer file through.
fn position(at: usize) -> Option<u32> {
    u32::try_from(at).ok()
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

    fn open(text: &str) -> Table {
        open_bytes(text.as_bytes().to_vec(), "t.csv", &Limits::default()).unwrap()
    }

    fn cells(table: &Table) -> Vec<Vec<String>> {
        table.rows().map(|row| (0..row.width()).map(|index| row.cell(index).into_owned()).collect()).collect()
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
            assert_eq!((table.delimiter(), table.columns(), table.row_count()), (delimiter, 2, 2), "{text}");
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
            assert_eq!(table.rows().map(|row| row.line()).collect::<Vec<_>>(), [2, 4], "{end:?}");
        }
    }

    #[test]
    fn quoted_cells_may_hold_anything() {
        let table = open("url,notes\na.kz,\"one\ntwo, \"\"three\"\"\"\nb.kz,\"\"\n");
        assert_eq!(cells(&table), [["a.kz", "one\ntwo, \"three\""], ["b.kz", ""]]);
        assert_eq!(table.rows().map(|row| row.line()).collect::<Vec<_>>(), [2, 4]);
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
        assert!(matches!(error, Error::TooLarge { .. }));
    }

    #[test]
    fn a_folder_or_a_missing_file_is_unreadable() {
        let open = |path: &str| open_path(Path::new(path), &Limits::default());
        assert!(matches!(open(env!("CARGO_MANIFEST_DIR")), Err(Error::Unreadable(_))));
        assert!(matches!(open("no such file.csv"), Err(Error::Unreadable(_))));
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
            let (records, spans) = Splitter { text: &text, delimiter, columns: 0, lines: Lines::Whole, cells_max: usize::MAX }.split().unwrap();
            prop_assert_eq!(records.len(), rows.len() + 1);
            prop_assert_eq!(spans.len(), (rows.len() + 1) * 5);
            let table = open(&text);
            prop_assert_eq!(table.delimiter(), char::from(delimiter));
            prop_assert_eq!(table.row_count(), rows.len());
            for (number, (row, written)) in table.rows().zip(&rows).enumerate() {
                prop_assert_eq!(row.cell(0), number.to_string());
                for (index, cell) in written.iter().enumerate().skip(1) {
                    prop_assert_eq!(row.cell(index), cell.as_str());
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
