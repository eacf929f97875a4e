//! CSV as RFC 4180 has it: UTF-8 with a byte order mark, so that spreadsheets do not guess, commas, CRLF, days and times as ISO 8601.

use super::cell::{Cell, guard};
use std::io::{Result, Write};

/// A table that is being written.
pub struct Csv<W: Write> {
    out: ::csv::Writer<W>,
}

impl<W: Write> Csv<W> {
    /// Begins a table with its header.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn new(mut out: W, header: &[String]) -> Result<Self> {
        out.write_all("\u{feff}".as_bytes())?;
        let mut out = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
        out.write_record(header.iter().map(|name| guard(name).into_owned())).map_err(told)?;
        Ok(Self { out })
    }

    /// Writes a row. Texts are guarded against formulas; numbers, days and times are what they are.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn row(&mut self, cells: &[Cell]) -> Result<()> {
        for cell in cells {
            match cell {
                Cell::Text(text) => self.out.write_field(guard(text).as_bytes()),
                other => self.out.write_field(other.written().as_bytes()),
            }
            .map_err(told)?;
        }
        self.out.write_record(None::<&[u8]>).map_err(told)
    }

    /// Ends the table.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> Result<()> {
        self.out.flush()
    }
}

fn told(error: ::csv::Error) -> std::io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        _ => std::io::Error::other("rows of a table differ in width"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_rfc_4180_and_no_cell_is_a_formula() {
        let mut out = Vec::new();
        let mut csv = Csv::new(&mut out, &["Нөмірі".to_owned(), "=b".to_owned(), "n".to_owned()]).unwrap();
        csv.row(&[Cell::text("=cmd|' /C calc'!A0"), Cell::text("a, \"b\"\nc"), Cell::Number(-5)]).unwrap();
        csv.row(&[Cell::text("-5"), Cell::Empty, Cell::Day(chrono::NaiveDate::from_ymd_opt(2025, 3, 4).unwrap())]).unwrap();
        csv.finish().unwrap();
        let expect = "\u{feff}Нөмірі,'=b,n\r\n'=cmd|' /C calc'!A0,\"a, \"\"b\"\"\nc\",-5\r\n'-5,,2025-03-04\r\n";
        assert_eq!(String::from_utf8(out).unwrap(), expect);
    }
}
