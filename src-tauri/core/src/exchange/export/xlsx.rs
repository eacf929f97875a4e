//! XLSX: texts are texts and never formulas, days are days, the header stays in sight and filters. Rows are written as they come.

use super::cell::Cell;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use std::io::Write;
use std::path::Path;

/// Rows of one sheet, the header among them.
const SHEET_ROWS: u32 = 1_048_576;
/// Letters of one cell, as the format counts them.
const CELL_LETTERS: usize = 32_767;
/// Years that the format's calendar knows without doubt.
const YEARS: std::ops::RangeInclusive<i32> = 1901..=9998;

/// A workbook that is being written.
pub struct Xlsx {
    book: Workbook,
    header: Vec<String>,
    name: String,
    sheet: usize,
    row: u32,
    shortened: u64,
    formats: Formats,
}

struct Formats {
    head: Format,
    text: Format,
    day: Format,
    minute: Format,
    second: Format,
}

fn told(error: XlsxError) -> std::io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => std::io::Error::other(other),
    }
}

impl Xlsx {
    /// Begins a workbook. Rows wait in nameless files in `folder`, which should be where the workbook itself goes: what is written there
    /// is no more secret than the workbook.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn new(folder: &Path, name: &str, header: &[String]) -> std::io::Result<Self> {
        let mut book = Workbook::new();
        book.set_tempdir(folder).map_err(told)?;
        // The same register gives the same bytes; a file need not tell when it was made.
        let made = ExcelDateTime::from_ymd(2025, 1, 1).map_err(told)?;
        book.set_properties(&DocProperties::new().set_author("Tarazy").set_creation_datetime(&made));
        let formats = Formats {
            head: Format::new().set_bold().set_num_format("@"),
            text: Format::new().set_num_format("@"),
            day: Format::new().set_num_format("yyyy\\-mm\\-dd"),
            minute: Format::new().set_num_format("yyyy\\-mm\\-dd hh:mm"),
            second: Format::new().set_num_format("yyyy\\-mm\\-dd hh:mm:ss"),
        };
        let mut xlsx = Self { book, header: header.to_vec(), name: name.to_owned(), sheet: 0, row: 0, shortened: 0, formats };
        xlsx.begin_sheet()?;
        Ok(xlsx)
    }

    fn begin_sheet(&mut self) -> std::io::Result<()> {
        let name = if self.sheet == 0 { self.name.clone() } else { format!("{} {}", self.name, self.sheet + 1) };
        let sheet = self.book.add_worksheet_with_constant_memory().map_err(told)?;
        sheet.set_name(name).map_err(told)?;
        sheet.set_freeze_panes(1, 0).map_err(told)?;
        for (column, head) in (0u16..).zip(&self.header) {
            let wide = if head.chars().count() > 16 { 28.0 } else { 18.0 };
            sheet.set_column_width(column, wide).map_err(told)?;
        }
        for (column, head) in (0u16..).zip(&self.header) {
            sheet.write_string_with_format(0, column, head, &self.formats.head).map_err(told)?;
        }
        self.row = 1;
        Ok(())
    }

    fn end_sheet(&mut self) -> std::io::Result<()> {
        let last = u16::try_from(self.header.len().saturating_sub(1)).unwrap_or(0);
        let (place, row) = (self.sheet, self.row.saturating_sub(1));
        let sheet = self.book.worksheet_from_index(place).map_err(told)?;
        sheet.autofilter(0, 0, row, last).map_err(told)?;
        Ok(())
    }

    /// Writes a row; a full sheet is followed by another.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn row(&mut self, cells: &[Cell]) -> std::io::Result<()> {
        if self.row >= SHEET_ROWS {
            self.end_sheet()?;
            self.sheet += 1;
            self.begin_sheet()?;
        }
        let (row, place) = (self.row, self.sheet);
        let sheet = self.book.worksheet_from_index(place).map_err(told)?;
        for (column, cell) in (0u16..).zip(cells) {
            match cell {
                Cell::Empty => continue,
                Cell::Number(number) => match exact(*number) {
                    Some(number) => sheet.write_number(row, column, number),
                    None => sheet.write_string_with_format(row, column, number.to_string(), &self.formats.text),
                },
                Cell::Day(day) if YEARS.contains(&year(*day)) => {
                    let day = date(*day).map_err(told)?;
                    sheet.write_datetime_with_format(row, column, day, &self.formats.day)
                }
                Cell::Clock(clock, _) if YEARS.contains(&year(clock.date())) => {
                    use chrono::Timelike;
                    let seconds = clock.second();
                    let at = date(clock.date()).and_then(|d| {
                        d.and_hms(narrow(clock.hour()), u8::try_from(clock.minute()).unwrap_or(0), f64::from(seconds))
                    });
                    let format = if seconds == 0 { &self.formats.minute } else { &self.formats.second };
                    sheet.write_datetime_with_format(row, column, at.map_err(told)?, format)
                }
                other => {
                    let written = other.written();
                    let mut shown = written.as_ref();
                    if shown.len() > CELL_LETTERS && shown.encode_utf16().count() > CELL_LETTERS {
                        shown = cut(shown);
                        self.shortened += 1;
                    }
                    sheet.write_string_with_format(row, column, shown, &self.formats.text)
                }
            }
            .map_err(told)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Ends the workbook. Returns how many texts did not fit into a cell and were cut.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish<W: Write + Send>(mut self, out: W) -> std::io::Result<u64> {
        self.end_sheet()?;
        self.book.save_to_writer(out).map_err(told)?;
        Ok(self.shortened)
    }
}

fn cut(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > CELL_LETTERS
    });
    end.map_or(text, |(place, _)| text.get(..place).unwrap_or(text))
}

// Above 2^53 a spreadsheet would round.
fn exact(number: i64) -> Option<f64> {
    #[allow(clippy::cast_precision_loss, reason = "within 2^53")]
    (number.unsigned_abs() <= 1 << 53).then_some(number as f64)
}

fn year(day: chrono::NaiveDate) -> i32 {
    chrono::Datelike::year(&day)
}

fn narrow(n: u32) -> u16 {
    u16::try_from(n).unwrap_or(0)
}

fn date(day: chrono::NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    use chrono::Datelike;
    let narrow8 = |n| u8::try_from(n).unwrap_or(1);
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(1901), narrow8(day.month()), narrow8(day.day()))
}
