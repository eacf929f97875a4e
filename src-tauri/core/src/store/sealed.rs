//! The words of the register that some readers may not see, one after the other: for the last look at a paper before it leaves.

use super::vault::Vault;
use crate::error::{Doing, Result};
use crate::id::Id;
use crate::model::kinds::Kind;

/// A field whose words are wanted.
#[derive(Debug, Clone, Copy)]
pub struct SealedColumn {
    /// Its kind.
    pub kind: &'static Kind,
    /// Its name.
    pub field: &'static str,
}

/// The words of one field of one record.
#[derive(Debug, Clone, Copy)]
pub struct SealedValue<'v> {
    /// Which of the fields asked for.
    pub place: usize,
    /// The record.
    pub id: Id,
    /// The words.
    pub text: &'v str,
    /// The content is intimate, or a child can be told from it.
    pub is_sensitive: bool,
    /// It tells who a child is.
    pub is_child: bool,
}

impl Vault {
    /// Hands over the words of these fields of every record, whether it stands or was withdrawn. Nothing of them is kept here.
    pub fn each_sealed(&self, columns: &[SealedColumn], take: &mut dyn FnMut(SealedValue<'_>)) -> Result<()> {
        let db = self.own_scanner()?;
        let moment = db.unchecked_transaction().doing("beginning to read sealed values")?;
        let mut done = 0;
        for of_kind in columns.chunk_by(|one, other| one.kind.name == other.kind.name) {
            let Some(first) = of_kind.first() else { continue };
            // Names of tables and columns come from the closed list of kinds, never from outside.
            let names: Vec<&str> = of_kind.iter().map(|column| column.field).collect();
            let (sensitive, child) = traits(first.kind);
            let sql = format!(
                "SELECT id, {sensitive} AS sensitive, {child} AS child, {} FROM {} k ORDER BY rowid",
                names.join(", "),
                first.kind.name
            );
            let mut statement = moment.prepare(&sql).doing("preparing to read sealed values")?;
            let mut rows = statement.query([]).doing("reading sealed values")?;
            while let Some(row) = rows.next().doing("reading sealed values")? {
                let id = Id::from_bytes(row.get("id").doing("reading sealed values")?);
                let (is_sensitive, is_child) =
                    (row.get("sensitive").doing("reading sealed values")?, row.get("child").doing("reading sealed values")?);
                for (place, name) in (done..).zip(&names) {
                    // What is no text, as an empty cell, has no words.
                    let text = row.get_ref(*name).doing("reading sealed values")?.as_str().unwrap_or_default();
                    if !text.is_empty() {
                        take(SealedValue { place, id, text, is_sensitive, is_child });
                    }
                }
            }
            done += names.len();
        }
        Ok(())
    }

    /// Returns what a record is called where names are sealed: its reference, its label, or the reference of the first order that names it.
    pub fn label_of(&self, kind: &Kind, id: &Id) -> Result<String> {
        let db = self.read()?;
        let own = ["reference", "public_label"].into_iter().find(|name| kind.field(name).is_some());
        let sql = match (own, kind.name) {
            (Some(name), _) => format!("SELECT coalesce({name}, '') AS label FROM {} WHERE id = ?1", kind.name),
            (None, "items") => BY_ITEM.to_owned(),
            (None, "item_translations") => BY_TRANSLATION.to_owned(),
            (None, "order_items") => BY_ORDER_ITEM.to_owned(),
            (None, "reviews") => BY_REVIEW.to_owned(),
            _ => return Ok(String::new()),
        };
        let mut statement = db.prepare_cached(&sql).doing("preparing to name a record")?;
        let mut rows = statement.query([&id.bytes()[..]]).doing("naming a record")?;
        match rows.next().doing("naming a record")? {
            Some(row) => row.get("label").doing("naming a record"),
            None => Ok(String::new()),
        }
    }
}

const BY_ITEM: &str = "SELECT o.reference AS label FROM order_items oi JOIN orders o ON o.id = oi.order_id WHERE oi.item_id = ?1 ORDER BY oi.rowid LIMIT 1";
const BY_TRANSLATION: &str = "SELECT o.reference AS label FROM item_translations t JOIN order_items oi ON oi.item_id = t.item_id
   JOIN orders o ON o.id = oi.order_id WHERE t.id = ?1 ORDER BY oi.rowid LIMIT 1";
const BY_REVIEW: &str = "SELECT o.reference AS label FROM reviews r JOIN order_items oi ON oi.id = r.order_item_id
   JOIN orders o ON o.id = oi.order_id WHERE r.id = ?1";
const BY_ORDER_ITEM: &str =
    "SELECT o.reference AS label FROM order_items oi JOIN orders o ON o.id = oi.order_id WHERE oi.id = ?1 LIMIT 1";

// Whether a record of a kind is sensitive, and whether it tells who a child is.
fn traits(kind: &Kind) -> (&'static str, &'static str) {
    match kind.name {
        "actors" => ("0", "k.is_child = 'yes'"),
        "items" => (
            "(k.stub IS NOT NULL OR k.sensitivity = 'child_identifiable' OR k.sensitivity = 'intimate')",
            "(k.stub IS NOT NULL OR k.sensitivity = 'child_identifiable')",
        ),
        "item_translations" => (
            "EXISTS (SELECT 1 FROM items i WHERE i.id = k.item_id AND (i.stub IS NOT NULL OR i.sensitivity = 'child_identifiable' OR i.sensitivity = 'intimate'))",
            "EXISTS (SELECT 1 FROM items i WHERE i.id = k.item_id AND (i.stub IS NOT NULL OR i.sensitivity = 'child_identifiable'))",
        ),
        _ => ("0", "0"),
    }
}
