//! Cells of rows: written and read in the order of the table's columns.

use crate::error::{Error, Result};
use crate::id::Id;
use crate::model::time::{Basis, Moment, Precision, told_at};
use rusqlite::types::Value as Cell;

/// Builds a row from left to right.
#[derive(Default)]
pub struct Build(Vec<Cell>);

impl Build {
    /// Starts an empty row.
    #[must_use]
    pub fn row() -> Self {
        Self(Vec::with_capacity(32))
    }

    /// Adds a text.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.0.push(Cell::Text(text.to_owned()));
        self
    }

    /// Adds a whole number.
    #[must_use]
    pub fn int(mut self, n: i64) -> Self {
        self.0.push(Cell::Integer(n));
        self
    }

    /// Adds an identifier.
    #[must_use]
    pub fn id(mut self, id: &Id) -> Self {
        self.0.push(Cell::Blob(id.bytes().to_vec()));
        self
    }

    /// Adds an identifier, or nothing.
    #[must_use]
    pub fn maybe_id(mut self, id: Option<&Id>) -> Self {
        self.0.push(id.map_or(Cell::Null, |id| Cell::Blob(id.bytes().to_vec())));
        self
    }

    /// Adds the five cells of a moment.
    #[must_use]
    pub fn moment(mut self, m: &Moment) -> Self {
        let end = |e: Option<i64>| e.map_or(Cell::Null, Cell::Integer);
        self.0.extend([
            end(m.earliest),
            end(m.latest),
            Cell::Text(m.precision.code().to_owned()),
            Cell::Integer(i64::from(m.offset_minutes)),
            Cell::Text(m.basis.code().to_owned()),
        ]);
        self
    }

    /// Adds the columns that came later, as far as they are filled.
    #[must_use]
    pub fn tail(mut self, more: &[Cell]) -> Self {
        self.0.extend_from_slice(more);
        self
    }

    /// Returns the row.
    #[must_use]
    pub fn done(self) -> Vec<Cell> {
        self.0
    }
}

/// Takes a row apart from left to right.
pub struct Take(std::vec::IntoIter<Cell>);

const SHAPE: Error = Error::Inside("a row has another shape than its table");

impl Take {
    /// Starts at the first cell.
    #[must_use]
    pub fn from(row: Vec<Cell>) -> Self {
        Self(row.into_iter())
    }

    /// Takes a text.
    pub fn text(&mut self) -> Result<String> {
        match self.0.next() {
            Some(Cell::Text(t)) => Ok(t),
            _ => Err(SHAPE),
        }
    }

    /// Takes a whole number.
    pub fn int(&mut self) -> Result<i64> {
        match self.0.next() {
            Some(Cell::Integer(n)) => Ok(n),
            _ => Err(SHAPE),
        }
    }

    /// Takes a text, or nothing.
    pub fn maybe_text(&mut self) -> Result<Option<String>> {
        match self.0.next() {
            None | Some(Cell::Null) => Ok(None),
            Some(Cell::Text(t)) => Ok(Some(t)),
            _ => Err(SHAPE),
        }
    }

    /// Takes a whole number, or nothing.
    pub fn maybe_int(&mut self) -> Result<Option<i64>> {
        match self.0.next() {
            None | Some(Cell::Null) => Ok(None),
            Some(Cell::Integer(n)) => Ok(Some(n)),
            _ => Err(SHAPE),
        }
    }

    /// Takes an identifier.
    pub fn id(&mut self) -> Result<Id> {
        self.maybe_id()?.ok_or(SHAPE)
    }

    /// Takes an identifier, or nothing.
    pub fn maybe_id(&mut self) -> Result<Option<Id>> {
        match self.0.next() {
            Some(Cell::Null) => Ok(None),
            Some(Cell::Blob(b)) => Id::from_slice(&b).map(Some).map_err(|_| SHAPE),
            _ => Err(SHAPE),
        }
    }

    /// Takes what is left, without the empty cells at its end.
    pub fn rest(self) -> Vec<Cell> {
        let mut rest: Vec<Cell> = self.0.collect();
        while rest.last() == Some(&Cell::Null) {
            rest.pop();
        }
        rest
    }

    /// Takes the five cells of a moment.
    pub fn moment(&mut self) -> Result<Moment> {
        let mut end = || match self.0.next() {
            Some(Cell::Null) => Ok(None),
            Some(Cell::Integer(n)) => Ok(Some(n)),
            _ => Err(SHAPE),
        };
        let (earliest, latest) = (end()?, end()?);
        Ok(Moment {
            earliest,
            latest,
            precision: Precision::parse(&self.text()?).ok_or(SHAPE)?,
            offset_minutes: i32::try_from(self.int()?).map_err(|_| SHAPE)?,
            basis: Basis::parse(&self.text()?).ok_or(SHAPE)?,
        })
    }
}

/// Reads the five columns of a moment from a result row by name: `issued` reads issued_earliest and its fellows.
pub fn moment_at(r: &rusqlite::Row<'_>, names: [&str; 5]) -> rusqlite::Result<Moment> {
    let [earliest, latest, precision, offset, basis] = names;
    let precision: String = r.get(precision)?;
    let basis: String = r.get(basis)?;
    Ok(Moment {
        earliest: r.get(earliest)?,
        latest: r.get(latest)?,
        precision: Precision::parse(&precision).unwrap_or(Precision::Unknown),
        offset_minutes: r.get(offset)?,
        basis: Basis::parse(&basis).unwrap_or(Basis::Inferred),
    })
}

/// Names the five columns of a moment.
macro_rules! moment_columns {
    ($name:literal) => {
        [
            concat!($name, "_earliest"),
            concat!($name, "_latest"),
            concat!($name, "_precision"),
            concat!($name, "_offset"),
            concat!($name, "_basis"),
        ]
    };
}
pub(crate) use moment_columns;

/// Reads a moment of which the columns came later: they hold nothing until somebody fills them.
pub fn later_moment_at(r: &rusqlite::Row<'_>, names: [&str; 5]) -> rusqlite::Result<Moment> {
    let [earliest, ..] = names;
    if r.get::<_, Option<i64>>(earliest)?.is_none() { Ok(Moment::unknown()) } else { moment_at(r, names) }
}

/// Reads when an outcome came about from a result row that has the columns of [`outcome_columns`].
pub fn outcome_at(r: &rusqlite::Row<'_>, outcome: &str) -> rusqlite::Result<Moment> {
    let up = later_moment_at(r, moment_columns!("last_seen_up"))?;
    let down = later_moment_at(r, moment_columns!("first_seen_down"))?;
    Ok(told_at(outcome, moment_at(r, moment_columns!("complied"))?, &up, &down))
}

/// Names the columns that say when an outcome came about.
macro_rules! outcome_columns {
    () => {
        "outcome, complied_earliest, complied_latest, complied_precision, complied_offset, complied_basis,
         last_seen_up_earliest, last_seen_up_latest, last_seen_up_precision, last_seen_up_offset, last_seen_up_basis,
         first_seen_down_earliest, first_seen_down_latest, first_seen_down_precision, first_seen_down_offset, first_seen_down_basis"
    };
}
pub(crate) use outcome_columns;

/// Reads an identifier column by name.
pub fn id_at(r: &rusqlite::Row<'_>, name: &str) -> rusqlite::Result<Id> {
    let bytes: [u8; 16] = r.get(name)?;
    Ok(Id::from_bytes(bytes))
}

/// Reads a column that holds an identifier or nothing.
pub fn maybe_id_at(r: &rusqlite::Row<'_>, name: &str) -> rusqlite::Result<Option<Id>> {
    Ok(r.get::<_, Option<[u8; 16]>>(name)?.map(Id::from_bytes))
}
