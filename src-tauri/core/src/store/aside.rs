//! Indexes that wait while an import writes: adding a row to ten indexes at random places takes several times as long as sorting each of them once
//! when all rows are there. It happens inside the import's transaction, so whatever ends the import early leaves them as they were.

use crate::error::{Doing, Result};
use rusqlite::Connection;

/// Indexes that an import itself looks into where the register holds items already.
const LOOKED_INTO: [&str; 1] = ["items_locator"];
/// Indexes that grow at their end, since identifiers are made in ascending order.
const IN_ORDER: [&str; 2] = ["order_items_order", "order_items_item"];

/// Indexes that were set aside, as the statements that make them.
pub(super) struct Aside(Vec<String>);

impl Aside {
    /// Sets aside the indexes of the tables that an import of so many new orders writes. Where the register holds more than that, they stay; where
    /// it holds items, so does the index of addresses, which the import looks into.
    pub fn set(db: &Connection, coming: usize, has_items: bool) -> Result<Self> {
        let held: i64 = db
            .query_row("SELECT coalesce(max(rowid), 0) AS n FROM orders", [], |r| r.get("n"))
            .doing("asking how many orders there are")?;
        if usize::try_from(held).is_ok_and(|held| held > coming) {
            return Ok(Self(Vec::new()));
        }
        let mut statement = db
            .prepare(
                "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
                 AND (tbl_name = 'orders' OR tbl_name = 'items' OR tbl_name = 'order_items') ORDER BY rowid",
            )
            .doing("preparing to list indexes")?;
        let indexes: Vec<(String, String)> = statement
            .query_map([], |r| Ok((r.get("name")?, r.get("sql")?)))
            .and_then(Iterator::collect)
            .doing("listing indexes")?;
        drop(statement);
        let mut made = Vec::new();
        for (name, sql) in indexes {
            if IN_ORDER.contains(&name.as_str()) || (has_items && LOOKED_INTO.contains(&name.as_str())) {
                continue;
            }
            db.execute_batch(&format!("DROP INDEX \"{name}\"")).doing("setting an index aside")?;
            made.push(sql);
        }
        Ok(Self(made))
    }

    /// Makes them again. `each` hears how many are done, of how many, and answers whether to go on.
    pub fn put_back(self, db: &Connection, each: &mut dyn FnMut(usize, usize) -> Result<()>) -> Result<()> {
        let of = self.0.len();
        for (done, sql) in self.0.iter().enumerate() {
            each(done, of)?;
            db.execute_batch(sql).doing("making an index again")?;
        }
        Ok(())
    }
}
