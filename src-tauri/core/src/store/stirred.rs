//! Which rows were written since a version of the register, told by the writing connection itself: whatever way a row is changed, it is here. What is
//! kept in memory of the register is brought up to date by reading these rows again, not all of them.

use crate::error::{Doing, Error, Result};
use rusqlite::Connection;
use rusqlite::hooks::Action;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

/// More rows than this are not listed: reading everything again takes less.
const ROWS_MAX: usize = 100_000;

/// What was written since a version.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Rows of orders, ascending.
    pub orders: Vec<i64>,
    /// Rows of order items, ascending.
    pub order_items: Vec<i64>,
    /// Rows of content items, ascending.
    pub items: Vec<i64>,
    /// Other tables in which anything was written.
    pub tables: Vec<&'static str>,
}

impl Written {
    /// Says whether one of these tables was written in.
    #[must_use]
    pub fn is_any(&self, tables: &[&str]) -> bool {
        self.tables.iter().any(|table| tables.contains(table))
    }
}

/// Tables that figures read beside orders and order items. What follows from others (`judged`) is written together with one of them.
const TABLES: [&str; 19] = [
    "actor_roles",
    "actors",
    "authorities",
    "authority_aliases",
    "comparator_pairs",
    "complaint_items",
    "complaints",
    "coverage_periods",
    "methodologies",
    "occupancies",
    "official_figures",
    "order_provisions",
    "order_sources",
    "platforms",
    "provisions",
    "repetition_sets",
    "review_cycles",
    "reviewers",
    "reviews",
];

// Tables whose rows are told apart.
const ROWS: [&str; 3] = ["orders", "order_items", "items"];

#[derive(Default)]
struct Log {
    // The change under way: rows and tables, with no version yet.
    open: Rows,
    // By row and by table, the version that a change made last.
    rows: [BTreeMap<i64, u64>; 3],
    tables: BTreeMap<&'static str, u64>,
    // Of what changes made before this version, not all is listed.
    from: u64,
}

#[derive(Default)]
struct Rows {
    rows: [Vec<i64>; 3],
    tables: Vec<&'static str>,
    too_many: bool,
}

impl Rows {
    fn note(&mut self, table: &str, row: i64) {
        // Beyond the limit nothing need be told apart.
        if self.too_many {
            return;
        }
        match ROWS.iter().zip(&mut self.rows).find(|(known, _)| **known == table) {
            Some((_, rows)) => rows.push(row),
            None => {
                let known = TABLES.iter().find(|known| **known == table);
                self.tables.extend(known.filter(|known| !self.tables.contains(known)));
            }
        }
        if self.rows.iter().map(Vec::len).sum::<usize>() > ROWS_MAX {
            *self = Self { too_many: true, ..Self::default() };
        }
    }
}

/// The log of what was written.
#[derive(Clone, Default)]
pub(super) struct Stirred(Arc<Mutex<Log>>);

impl Stirred {
    /// Listens to a connection that writes, from a version on.
    pub fn listen(&self, db: &mut Connection, version: u64) -> Result<()> {
        self.log()?.from = version;
        let log = Arc::clone(&self.0);
        let hook = move |_: Action, _: &str, table: &str, row: i64| {
            if let Ok(mut log) = log.lock() {
                log.open.note(table, row);
            }
        };
        db.update_hook(Some(hook)).doing("listening to what is written")
    }

    fn log(&self) -> Result<MutexGuard<'_, Log>> {
        self.0.lock().map_err(|_| Error::Inside("the log of changes was abandoned"))
    }

    /// Enters what was written under the version that the change makes. Called before it is committed: should that fail, some rows are read once
    /// more than needed.
    pub fn enter(&self, version: u64) -> Result<()> {
        let mut log = self.log()?;
        let open = std::mem::take(&mut log.open);
        for (known, rows) in log.rows.iter_mut().zip(open.rows) {
            known.extend(rows.into_iter().map(|row| (row, version)));
        }
        log.tables.extend(open.tables.into_iter().map(|table| (table, version)));
        if open.too_many || log.rows.iter().map(BTreeMap::len).sum::<usize>() > ROWS_MAX {
            *log = Log { from: version, ..Log::default() };
        }
        Ok(())
    }

    /// Forgets what a change wrote that was not committed.
    pub fn drop_open(&self) {
        if let Ok(mut log) = self.0.lock() {
            log.open = Rows::default();
        }
    }

    /// Lists what changes made after a version. Nothing where not all of it is known.
    pub fn since(&self, version: u64) -> Result<Option<Written>> {
        let log = self.log()?;
        let [orders, order_items, items] =
            log.rows.each_ref().map(|rows| rows.iter().filter(|(_, at)| **at > version).map(|(row, _)| *row).collect());
        let tables = log.tables.iter().filter(|(_, at)| **at > version).map(|(table, _)| *table).collect();
        Ok((version >= log.from).then_some(Written { orders, order_items, items, tables }))
    }

    /// Forgets what changes made up to a version.
    pub fn forget(&self, version: u64) -> Result<()> {
        let mut log = self.log()?;
        log.rows.iter_mut().for_each(|rows| rows.retain(|_, at| *at > version));
        log.tables.retain(|_, at| *at > version);
        log.from = log.from.max(version);
        Ok(())
    }
}
