//! What is handed over of the ledger: entries byte for byte, the way from each to the root, and the values that somebody may see.

use super::change::origin;
use super::payload::Payload;
use super::vault::Vault;
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeSet;
use tarazy_ledger::{Disclosure, Entry, Tree, Value, sign_text, write_proof};

/// The ledger at one checkpoint.
pub struct LedgerProofs {
    /// Name of the log.
    pub origin: String,
    /// The checkpoint: a signed note.
    pub note: String,
    tree: Tree,
}

impl LedgerProofs {
    /// Returns the number of entries.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.tree.size()
    }
}

/// An entry that is handed over.
pub struct HandedEntry {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The way to the root, as a text.
    pub proof: String,
    /// What is in it.
    pub entry: Entry,
    /// What is disclosed of it.
    pub disclosure: Disclosure,
}

/// A value of an entry, by what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told<'a> {
    /// A fact of the entry itself, as the actor.
    Fact(&'a str),
    /// A column of a row that the entry changed.
    Column {
        /// Table.
        table: &'a str,
        /// Row.
        id: Id,
        /// Column.
        column: &'a str,
    },
}

impl Vault {
    /// Reads the ledger as it stands now, for as many proofs as are wanted.
    pub fn custody(&self) -> Result<LedgerProofs> {
        let (leaves, note) = self.leaves()?;
        Ok(LedgerProofs { origin: origin(self.id(), self.device()), note, tree: Tree::of(leaves) })
    }

    /// Reads the leaves of the ledger as it stands now, and the checkpoint over them.
    pub(super) fn leaves(&self) -> Result<(Vec<[u8; 32]>, String)> {
        let db = self.read()?;
        let mut statement =
            db.prepare_cached("SELECT leaf FROM ledger_entries ORDER BY seq").doing("preparing to read the ledger")?;
        let leaves: Vec<[u8; 32]> =
            statement.query_map([], |r| r.get("leaf")).and_then(Iterator::collect).doing("reading the ledger")?;
        let size = i64::try_from(leaves.len()).unwrap_or(i64::MAX);
        let note = db
            .prepare_cached("SELECT note FROM ledger_checkpoints WHERE size = ?1")
            .and_then(|mut s| s.query_row([size], |r| r.get("note")).optional())
            .doing("reading a checkpoint")?
            .ok_or(Error::Inside("the last checkpoint is missing"))?;
        Ok((leaves, note))
    }

    /// Reads an entry with the way to the root, and discloses those of its values that `shows` allows. What was purged is withheld
    /// like the rest: nothing of it is left to hand over.
    pub fn handed_over(&self, custody: &LedgerProofs, seq: u64, shows: &dyn Fn(Told<'_>) -> bool) -> Result<HandedEntry> {
        const UNREADABLE: Error = Error::Inside("an entry cannot be read");
        let (bytes, payload): (Vec<u8>, Vec<u8>) = self
            .read()?
            .prepare_cached("SELECT bytes, payload FROM ledger_entries WHERE seq = ?1")
            .and_then(|mut s| s.query_row([super::change::signed(seq)], |r| Ok((r.get("bytes")?, r.get("payload")?))).optional())
            .doing("reading an entry")?
            .ok_or(Error::NotFound)?;
        let entry = Entry::from_bytes(&bytes).map_err(|_| UNREADABLE)?;
        let payload = Payload::read(&payload).ok_or(UNREADABLE)?;
        let shown = entry.fields.iter().map(|field| {
            let (told, value) = told(&payload, &field.name)?;
            shows(told).then(|| payload.salt(&field.name)).flatten().map(|salt| (salt, value.clone()))
        });
        let disclosure = Disclosure(shown.collect());
        // What would not be read back is not handed over.
        if Disclosure::read(&disclosure.write(&entry), &entry).as_ref() != Ok(&disclosure) {
            return Err(UNREADABLE);
        }
        let place = usize::try_from(seq).map_err(|_| Error::NotFound)?;
        let proof = custody.tree.inclusion_proof(place).ok_or(Error::NotFound)?;
        Ok(HandedEntry { proof: write_proof(seq, &proof, &custody.note), bytes, entry, disclosure })
    }

    /// Signs the sums of a bundle with the key of the ledger.
    pub fn sign_sums(&self, sums: &str) -> Result<[u8; 64]> {
        sign_text(self.signer(), sums).map_err(|_| Error::Inside("sums are not written as sums"))
    }

    /// Lists the entries that speak of an order, oldest first: of itself, its items, their reviews, and whatever belongs to it.
    pub fn entries_of(&self, ids: &BTreeSet<Id>) -> Result<Vec<u64>> {
        let db = self.read()?;
        let mut statement =
            db.prepare_cached("SELECT seq FROM ledger_touches WHERE id = ?1").doing("preparing to look for entries")?;
        let mut found = BTreeSet::new();
        for id in ids {
            let rows = statement.query_map([&id.bytes()[..]], |r| r.get::<_, i64>("seq")).doing("looking for entries")?;
            for seq in rows {
                found.insert(seq.doing("looking for entries")?.unsigned_abs());
            }
        }
        Ok(found.into_iter().collect())
    }

    /// Names every row that belongs to an order.
    pub fn rows_of_order(&self, order: &Id) -> Result<BTreeSet<Id>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "WITH own AS (SELECT id, item_id FROM order_items WHERE order_id = ?1), filed AS (SELECT id FROM complaints WHERE order_id = ?1)
                 SELECT ?1 AS id UNION SELECT id FROM own UNION SELECT item_id FROM own UNION SELECT id FROM filed
                 UNION SELECT id FROM reviews WHERE order_item_id IN (SELECT id FROM own)
                 UNION SELECT id FROM assignments WHERE order_item_id IN (SELECT id FROM own)
                 UNION SELECT id FROM review_cycles WHERE order_item_id IN (SELECT id FROM own)
                 UNION SELECT id FROM complaint_items WHERE complaint_id IN (SELECT id FROM filed)
                 UNION SELECT id FROM order_provisions WHERE order_id = ?1 UNION SELECT id FROM order_sources WHERE order_id = ?1
                 UNION SELECT expert_decision_id FROM orders WHERE id = ?1 AND expert_decision_id IS NOT NULL
                 UNION SELECT id FROM expert_opinions WHERE order_id = ?1 OR item_id IN (SELECT item_id FROM own)
                 UNION SELECT id FROM item_translations WHERE item_id IN (SELECT item_id FROM own)
                 UNION SELECT id FROM proceedings WHERE order_id = ?1
                 UNION SELECT id FROM exhibits WHERE order_id = ?1 OR item_id IN (SELECT item_id FROM own) OR complaint_id IN (SELECT id FROM filed)
                 UNION SELECT c.id FROM custody_events c JOIN exhibits e ON e.id = c.exhibit_id
                       WHERE e.order_id = ?1 OR e.item_id IN (SELECT item_id FROM own) OR e.complaint_id IN (SELECT id FROM filed)",
            )
            .doing("preparing to name the rows of an order")?;
        let rows = statement.query_map(params![&order.bytes()[..]], |r| super::cells::id_at(r, "id"));
        rows.and_then(Iterator::collect).doing("naming the rows of an order")
    }
}

// Finds a value by the name of its field; nothing where it was purged.
fn told<'p>(payload: &'p Payload, name: &str) -> Option<(Told<'p>, &'p Value)> {
    if let Some((name, value)) = payload.facts.iter().find(|(fact, _)| fact == name) {
        return Some((Told::Fact(name), value.as_ref()?));
    }
    payload.touches.iter().find_map(|touch| {
        let (column, pair) =
            touch.columns.iter().find(|(column, _)| super::change::touch_name(&touch.table, &touch.id, column) == name)?;
        Some((Told::Column { table: &touch.table, id: touch.id, column }, pair.as_ref()?))
    })
}
