//! A workbook as rows: weighed before it is opened, read cell by cell. Formulas are never evaluated: what a cell showed when it was
//! saved is its value, and what looks like a formula in a text stays a text.

use super::error::{Error, Result};
use super::read::Limits;
use super::rows::Rows;
use calamine::{Data, DataRef, ExcelDateTime, Reader, Xlsx};
use std::io::{Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// One sheet.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Its name; empty for a text file.
    pub name: String,
    /// Its rows.
    pub rows: Rows,
    /// Columns of the widest row.
    pub width: usize,
}

/// Opens all sheets of a workbook.
pub(super) fn sheets(mut reader: impl Read + Seek, limits: &Limits) -> Result<Vec<Sheet>> {
    weigh(&mut reader, limits)?;
    reader.rewind().map_err(Error::Unreadable)?;
    let buffered = std::io::BufReader::new(reader);
    // The reader of workbooks is not ours: whatever breaks in it on hostile bytes is a damaged workbook.
    catch_unwind(AssertUnwindSafe(|| open(buffered, limits))).unwrap_or(Err(Error::Workbook))
}

/// Reads the directory, then unpacks every part into nothing: what a part says of its own size is believed only when it is true.
fn weigh(reader: &mut (impl Read + Seek), limits: &Limits) -> Result<()> {
    let mut archive = zip::ZipArchive::new(reader).map_err(|_| Error::Workbook)?;
    if archive.len() > limits.entries_max {
        return Err(Error::Bounds { what: "entries", limit: limits.entries_max as u64 });
    }
    let unpacked = Error::Bounds { what: "unpacked", limit: limits.unpacked_bytes_max };
    let mut said = 0_u64;
    for place in 0..archive.len() {
        let part = archive.by_index_raw(place).map_err(|_| Error::Workbook)?;
        said = said.saturating_add(part.size());
        // Small parts may be very regular; nobody fills a memory with them.
        if part.size() > 1024 * 1024 && part.size() / part.compressed_size().max(1) > limits.ratio_max {
            return Err(Error::Bounds { what: "ratio", limit: limits.ratio_max });
        }
    }
    if said > limits.unpacked_bytes_max {
        return Err(unpacked);
    }
    let mut found = 0_u64;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| Error::Workbook)?;
        let room = limits.unpacked_bytes_max - found;
        found += std::io::copy(&mut part.take(room + 1), &mut std::io::sink()).map_err(|_| Error::Workbook)?;
        if found > limits.unpacked_bytes_max {
            return Err(unpacked);
        }
    }
    Ok(())
}

fn open(reader: impl Read + Seek, limits: &Limits) -> Result<Vec<Sheet>> {
    let mut book: Xlsx<_> = Xlsx::new(reader).map_err(|_| Error::Workbook)?;
    let mut sheets = Vec::new();
    let mut cells = 0_u64;
    for name in book.sheet_names() {
        // A chart or a macro has no cells.
        let Ok(mut reader) = book.worksheet_cells_reader(&name) else { continue };
        let mut filling = Filling { rows: Rows::default(), row: None, cells: Vec::new(), is_cut: false, width: 0 };
        while let Some(cell) = reader.next_cell().map_err(|_| Error::Workbook)? {
            let (row, column) = cell.get_position();
            let value = text_of(cell.get_value());
            if value.trim().is_empty() {
                continue;
            }
            cells += 1;
            if cells > limits.cells_max {
                return Err(Error::Bounds { what: "cells", limit: limits.cells_max });
            }
            filling.take(row, column as usize, value, limits)?;
        }
        filling.end_row()?;
        filling.rows.finish();
        sheets.push(Sheet { name, rows: filling.rows, width: filling.width });
    }
    Ok(sheets)
}

struct Filling {
    rows: Rows,
    row: Option<u32>,
    cells: Vec<String>,
    is_cut: bool,
    width: usize,
}

impl Filling {
    fn take(&mut self, row: u32, column: usize, mut value: String, limits: &Limits) -> Result<()> {
        if self.row != Some(row) {
            self.end_row()?;
            // Rows that go backwards are no sheet.
            if self.row.is_some_and(|last| row < last) {
                return Err(Error::Workbook);
            }
            if self.rows.count() >= limits.rows_max {
                return Err(Error::Bounds { what: "rows", limit: u64::from(limits.rows_max) });
            }
            self.row = Some(row);
        }
        if column >= limits.columns_max {
            return Err(Error::Bounds { what: "columns", limit: limits.columns_max as u64 });
        }
        if value.len() > limits.cell_bytes_max {
            self.is_cut = true;
            let mut end = limits.cell_bytes_max;
            while !value.is_char_boundary(end) {
                end -= 1;
            }
            value.truncate(end);
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        if let Some(cell) = self.cells.get_mut(column) {
            *cell = value;
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<()> {
        if let Some(row) = self.row
            && !self.cells.is_empty()
        {
            self.width = self.width.max(self.cells.len());
            self.rows.push(row.saturating_add(1), self.is_cut, self.cells.iter().map(String::as_str))?;
        }
        self.cells.clear();
        self.is_cut = false;
        Ok(())
    }
}

/// Writes a cell as a person would: whole numbers without a point, days as days.
fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::Error(error) => Data::Error(error.clone()).to_string(),
        DataRef::Empty => String::new(),
    }
}

fn moment_text(moment: &ExcelDateTime) -> String {
    if !moment.is_datetime() {
        return moment.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let days = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second, milli) {
        (0, 0, 0, 0) => days,
        (_, _, 0, 0) => format!("{days} {hour:02}:{minute:02}"),
        _ => format!("{days} {hour:02}:{minute:02}:{second:02}"),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use std::io::{Cursor, Write};

    /// Makes a workbook of one sheet for each list of rows; a cell is text, or a number where it starts with `#`.
    pub fn book(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let mut put = |name: &str, text: &str| {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        };
        let listed: String = sheets
            .iter()
            .enumerate()
            .map(|(n, (name, _))| format!("<sheet name=\"{name}\" sheetId=\"{0}\" r:id=\"r{0}\"/>", n + 1))
            .collect();
        let related: String = (1..=sheets.len())
            .map(|n| format!("<Relationship Id=\"r{n}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))
            .collect();
        put(
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        );
        put(
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{listed}</sheets></workbook>"
            ),
        );
        put(
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{related}</Relationships>"
            ),
        );
        for (n, (_, rows)) in sheets.iter().enumerate() {
            let mut data = String::new();
            for (r, cells) in rows.iter().enumerate() {
                data.push_str(&format!("<row r=\"{}\">", r + 1));
                for (c, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                    let place = format!("{}{}", char::from(b'A' + u8::try_from(c).unwrap()), r + 1);
                    match cell.strip_prefix('#') {
                        Some(number) => data.push_str(&format!("<c r=\"{place}\"><v>{number}</v></c>")),
                        None => {
                            let cell = cell.replace('&', "&amp;").replace('<', "&lt;");
                            data.push_str(&format!(
                                "<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{cell}</t></is></c>"
                            ));
                        }
                    }
                }
                data.push_str("</row>");
            }
            put(
                &format!("xl/worksheets/sheet{}.xml", n + 1),
                &format!(
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{data}</sheetData></worksheet>"
                ),
            );
        }
        zip.finish().unwrap().into_inner()
    }

    fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Vec<Sheet>> {
        sheets(Cursor::new(bytes), limits)
    }

    #[test]
    fn cells_come_with_their_rows() {
        let rows: &[&[&str]] =
            &[&["Номер", "Дата", "Ссылка"], &[], &["5-1", "#45000", "http://a.kz/1\nhttp://a.kz/2"], &["=1+1", "#0.5", "@x"]];
        let sheets = read(book(&[("Лист", rows), ("Пусто", &[])]), &Limits::default()).unwrap();
        assert_eq!((sheets.len(), sheets[0].name.as_str(), sheets[0].width, sheets[1].rows.count()), (2, "Лист", 3, 0));
        let mut walk = sheets[0].rows.walk(0, 9, 0, 99);
        let mut seen = Vec::new();
        while let Some((_, row)) = walk.next() {
            seen.push((row.line(), row.cells().map(str::to_owned).collect::<Vec<_>>()));
        }
        assert_eq!(seen[1], (3, vec!["5-1".to_owned(), "45000".to_owned(), "http://a.kz/1\nhttp://a.kz/2".to_owned()]));
        assert_eq!(seen[2].1, ["=1+1", "0.5", "@x"], "what looks like a formula is a text");
    }

    #[test]
    fn bombs_are_refused_before_they_are_opened() {
        let big = "a".repeat(3 * 1024 * 1024);
        let bomb = book(&[("Лист", &[&[big.as_str()]])]);
        assert!(bomb.len() < 100_000);
        let what = |limits: Limits| match read(bomb.clone(), &limits) {
            Err(Error::Bounds { what, .. }) => what,
            other => panic!("{other:?}"),
        };
        assert_eq!(what(Limits::default()), "ratio");
        assert_eq!(what(Limits { ratio_max: u64::MAX, unpacked_bytes_max: 1_000_000, ..Limits::default() }), "unpacked");
        assert_eq!(what(Limits { entries_max: 2, ..Limits::default() }), "entries");
    }

    #[test]
    fn a_part_that_lies_about_its_size_is_refused() {
        let big = "a".repeat(3 * 1024 * 1024);
        let mut bomb = book(&[("Лист", &[&[big.as_str()]])]);
        // Every statement of the size of that part becomes "one byte".
        let size = u32::try_from(big.len()).unwrap();
        for at in 0..bomb.len() - 4 {
            let word = u32::from_le_bytes(bomb[at..at + 4].try_into().unwrap());
            if (size..size + 1000).contains(&word) {
                bomb[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
            }
        }
        let limits = Limits { unpacked_bytes_max: 1_000_000, ..Limits::default() };
        assert!(matches!(read(bomb, &limits), Err(Error::Bounds { what: "unpacked", .. } | Error::Workbook)));
    }

    #[test]
    fn what_is_no_workbook_is_damaged() {
        let whole = book(&[("Лист", &[&["a"]])]);
        for cut in [30, whole.len() / 2, whole.len() - 5] {
            assert!(matches!(read(whole[..cut].to_vec(), &Limits::default()), Err(Error::Workbook)), "{cut}");
        }
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(b"<w:document/>").unwrap();
        assert!(matches!(read(zip.finish().unwrap().into_inner(), &Limits::default()), Err(Error::Workbook)));
    }

    #[test]
    fn a_cell_too_long_marks_its_row_and_too_many_columns_end_it() {
        let long = "қ".repeat(600_000);
        let limits = Limits { ratio_max: u64::MAX, ..Limits::default() };
        let sheets = read(book(&[("Лист", &[&["a", &long], &["b"]])]), &limits).unwrap();
        let mut walk = sheets[0].rows.walk(0, 9, 0, 99);
        let (_, row) = walk.next().unwrap();
        assert!(row.is_cut() && row.cell(1).len() <= 1024 * 1024);
        let narrow = Limits { columns_max: 1, ..limits };
        assert!(matches!(read(book(&[("Лист", &[&["a", "b"]])]), &narrow), Err(Error::Bounds { what: "columns", .. })));
    }
}
