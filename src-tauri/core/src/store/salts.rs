//! Salts of the rows of a batch: all follow from one, until a purge destroys it and keeps those of the rows that are left, one by one. A tree over
//! the rows is made the same either way.

use super::cells::id_at;
use super::change::{row_salt, salted_row_hash, signed};
use super::record::{Row, Table};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use rusqlite::{Connection, OptionalExtension, params};

const SALT_BYTES: usize = 16;
/// Salts that are kept in one piece: 64 KiB.
const PART_ROWS: usize = 4096;

/// Hands out the salts of a table's rows of a batch, in the order of the rows.
pub(super) struct RowSalts<'d> {
    db: &'d Connection,
    batch: Id,
    table: &'static Table,
    whole: Option<[u8; 32]>,
    place: usize,
    part: Vec<u8>,
}

impl<'d> RowSalts<'d> {
    /// Begins at the first row; `whole` is the salt that all follow from, unless it was destroyed.
    pub fn new(db: &'d Connection, batch: Id, table: &'static Table, whole: Option<[u8; 32]>) -> Self {
        Self { db, batch, table, whole, place: 0, part: Vec::new() }
    }

    /// Hashes the next row.
    pub fn hash(&mut self, id: &Id, row: &Row) -> Result<[u8; 32]> {
        let salt = match &self.whole {
            Some(whole) => row_salt(whole, self.table, id),
            None => self.kept()?,
        };
        Ok(salted_row_hash(&salt, self.table, id, row))
    }

    fn kept(&mut self) -> Result<[u8; SALT_BYTES]> {
        let (part, at) = (self.place / PART_ROWS, self.place % PART_ROWS);
        if at == 0 {
            self.part = read(self.db, &self.batch, self.table, part)?.unwrap_or_default();
        }
        self.place += 1;
        // A salt that is not there makes another hash, and so another root.
        let salt = self.part.as_chunks::<SALT_BYTES>().0.get(at);
        Ok(salt.copied().unwrap_or_default())
    }
}

fn read(db: &Connection, batch: &Id, table: &Table, part: usize) -> Result<Option<Vec<u8>>> {
    db.prepare_cached("SELECT salts FROM row_salts WHERE batch_id = ?1 AND record = ?2 AND part = ?3")
        .and_then(|mut s| {
            s.query_row(params![&batch.bytes()[..], table.name, signed(part as u64)], |r| r.get("salts")).optional()
        })
        .doing("reading salts of rows")
}

fn write(db: &Connection, batch: &Id, table: &Table, part: usize, salts: &[u8]) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO row_salts (batch_id, record, part, salts) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (batch_id, record, part) DO UPDATE SET salts = excluded.salts",
    )
    .and_then(|mut s| s.execute(params![&batch.bytes()[..], table.name, signed(part as u64), salts]))
    .map(drop)
    .doing("keeping salts of rows")
}

/// Which rows of a table are of the batch.
#[derive(Clone, Copy)]
pub(super) enum Of {
    /// Those that name it.
    Batch,
    /// So many of the first.
    First(i64),
}

impl Of {
    const fn sql(self) -> &'static str {
        match self {
            Self::Batch => "batch_id = ?1",
            Self::First(_) => "?1 IS NOT NULL",
        }
    }

    const fn limit(self) -> i64 {
        match self {
            Self::Batch => -1,
            Self::First(n) => n,
        }
    }
}

/// Keeps the salts of all rows of a table one by one.
pub(super) fn part_with(db: &Connection, (batch, whole): (&Id, &[u8; 32]), table: &'static Table, of: Of) -> Result<()> {
    // Names of tables come from the closed list of the record, never from outside.
    let sql = format!("SELECT id FROM {} WHERE {} ORDER BY rowid LIMIT ?2", table.name, of.sql());
    let mut statement = db.prepare(&sql).doing("preparing to part with a salt")?;
    let mut rows = statement.query(params![&batch.bytes()[..], of.limit()]).doing("parting with a salt")?;
    let (mut salts, mut part) = (Vec::with_capacity(PART_ROWS * SALT_BYTES), 0);
    while let Some(r) = rows.next().doing("parting with a salt")? {
        salts.extend(row_salt(whole, table, &id_at(r, "id").doing("parting with a salt")?));
        if salts.len() == PART_ROWS * SALT_BYTES {
            write(db, batch, table, part, &salts)?;
            salts.clear();
            part += 1;
        }
    }
    if salts.is_empty() { Ok(()) } else { write(db, batch, table, part, &salts) }
}

/// Returns the kept salt of one row.
pub(super) fn salt_of(db: &Connection, batch: &Id, table: &'static Table, of: Of, id: &Id) -> Result<[u8; SALT_BYTES]> {
    let (part, at) = place_of(db, batch, table, of, id)?;
    let salts = read(db, batch, table, part)?.unwrap_or_default();
    salts.as_chunks::<SALT_BYTES>().0.get(at).copied().ok_or(Error::Inside("the salt of a row is missing"))
}

/// Destroys the salt of one row.
pub(super) fn forget(db: &Connection, batch: &Id, table: &'static Table, of: Of, id: &Id) -> Result<()> {
    let (part, at) = place_of(db, batch, table, of, id)?;
    let mut salts = read(db, batch, table, part)?.unwrap_or_default();
    if let Some(salt) = salts.as_chunks_mut::<SALT_BYTES>().0.get_mut(at) {
        *salt = [0; SALT_BYTES];
    }
    write(db, batch, table, part, &salts)
}

// The piece in which the salt of a row lies, and its place there.
fn place_of(db: &Connection, batch: &Id, table: &'static Table, of: Of, id: &Id) -> Result<(usize, usize)> {
    let sql = format!(
        "SELECT count(*) AS n FROM {0} WHERE {1} AND rowid < (SELECT rowid FROM {0} WHERE id = ?2)",
        table.name,
        of.sql()
    );
    let place: i64 = db
        .prepare_cached(&sql)
        .and_then(|mut s| s.query_row(params![&batch.bytes()[..], &id.bytes()[..]], |r| r.get("n")))
        .doing("finding the salt of a row")?;
    let place = usize::try_from(place).unwrap_or_default();
    Ok((place / PART_ROWS, place % PART_ROWS))
}
