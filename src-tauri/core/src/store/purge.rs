//! Purging: values are taken away for good, from the register and from the ledger, and files with the keys that open them. The rows stay, with their
//! references and links and with what a figure is made of; the signed entries stay byte for byte, since they hold digests alone; and an entry of its
//! own says which values of which entries are gone, and why. Verification takes a value to be gone where such an entry says so, and nowhere else.
//!
//! All of it is one transaction. After the commit the write-ahead log is emptied and the files go; what ends this early is made up for when the vault
//! is opened next.

use super::cells::id_at;
use super::change::{Change, Event, signed, touch_name};
use super::exhibits::Custody;
use super::export::{REGISTER_ROWS, REGISTER_SALT};
use super::payload::{Payload, halves};
use super::record::{BATCHED, CUSTODY_EVENTS, EXHIBITS, REVIEWS, Row, SETTINGS, Table};
use super::records::{fields_of_row, row_of_fields, table_of};
use super::salts::{Of, forget, part_with};
use super::vault::{Vault, keep, recall};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::fold::fold;
use crate::model::kept::{self, whole};
use crate::model::kinds::{Fields, Held, Kind, Shape, WITHDRAWN};
use crate::model::term::{STRUCK, Term};
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::btree_map::Entry as Place;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use tarazy_ledger::Value;

/// Name of the fact that carries the salt of an import.
pub(super) const BATCH_SALT: &str = "salt";
/// Name of the fact that lists the fields that a purge took away: entries, each with names.
pub(super) const REDACTED: &str = "redacted";
const REASON: &str = "reason";
const ACTOR: &str = "actor";
const PURGING: &str = "purging";
const UNSETTLED: &str = "purge unsettled";
/// What was worked out and kept: figures, which a purge makes stale and which may name somebody.
const DERIVED: [&str; 1] = ["profile_first"];
/// Rows that one purge touches at most, so that its entry can be read and handed over in one piece.
pub const ROWS_MAX: usize = 10_000;

/// Why values are taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A court ordered it.
    CourtOrder,
    /// The person asked for it.
    PersonsRequest,
    /// A child would be in danger.
    ChildSafety,
    /// It should never have been recorded. It counts in no figure any more.
    Mistake,
}

impl Reason {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::CourtOrder, Self::PersonsRequest, Self::ChildSafety, Self::Mistake];

    /// Returns its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::CourtOrder => "court_order",
            Self::PersonsRequest => "persons_request",
            Self::ChildSafety => "child_safety",
            Self::Mistake => "mistake",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// What is to be taken away.
pub enum What<'w> {
    /// A record with what hangs on it.
    Record(&'static Kind, Id),
    /// A name or a phrase wherever it stands.
    Term {
        /// The words.
        term: &'w Term,
        /// Keys of the hits; empty: all of them.
        only: &'w [String],
    },
}

/// A place where a term stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermHit {
    /// By which it is chosen.
    pub key: String,
    /// Table, or ledger.
    pub table: &'static str,
    /// The row; nothing for working papers and the ledger.
    pub id: Option<Id>,
    /// Column.
    pub column: String,
    /// Entries of the ledger that hold it.
    pub entries: u32,
    /// It stands in entries alone: what the register holds now is another text.
    pub earlier: bool,
}

/// What a purge would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preview {
    /// Records whose values go, by kind.
    pub records: BTreeMap<&'static str, u32>,
    /// Records that name the record and stay as they are, by kind.
    pub mentions: BTreeMap<&'static str, u32>,
    /// Values of earlier entries that go.
    pub values: u32,
    /// Files that go.
    pub files: u32,
    /// Files that stay, since another exhibit has the same one.
    pub files_shared: u32,
    /// Reviews whose quotes and notes go.
    pub reviews: u32,
    /// Unfinished answers and texts of papers that go or change.
    pub drafts: u32,
    /// Imports that the rows came with.
    pub imports: Vec<String>,
    /// Where a term stands.
    pub hits: Vec<TermHit>,
    /// Words by which the record is known in papers.
    pub words: Vec<String>,
}

/// What a purge did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The entry that says so.
    pub seq: u64,
    /// What it did.
    pub preview: Preview,
    /// The write-ahead log was emptied and the files are gone. Otherwise that is made up for when the vault is opened next.
    pub is_settled: bool,
}

struct Wipe {
    table: &'static Table,
    before: Row,
    after: Row,
}

enum Draft {
    Review(Id),
    PaperTexts(String),
    Struck { table: &'static str, column: &'static str, rowid: DraftKey, text: String },
}

// Working papers have keys of several columns.
type DraftKey = Vec<Cell>;

#[derive(Default)]
struct Plan {
    object: Option<Id>,
    wipes: BTreeMap<Id, Wipe>,
    fields: BTreeMap<u64, BTreeSet<String>>,
    drafts: Vec<Draft>,
    preview: Preview,
}

/// Reads the fact that lists what a purge took away.
pub(super) fn redacted_of(listed: &Value) -> Option<Vec<(u64, Vec<String>)>> {
    let Value::Array(entries) = listed else { return None };
    let entry = |entry: &Value| {
        let Value::Array(parts) = entry else { return None };
        let [Value::Int(seq), Value::Array(names)] = parts.as_slice() else { return None };
        let names = names.iter().map(|name| if let Value::Text(name) = name { Some(name.clone()) } else { None });
        Some((u64::try_from(*seq).ok()?, names.collect::<Option<_>>()?))
    };
    entries.iter().map(entry).collect()
}

fn told_of(fields: &BTreeMap<u64, BTreeSet<String>>) -> Value {
    let entry = |(seq, names): (&u64, &BTreeSet<String>)| {
        Value::Array(vec![Value::Int(signed(*seq)), Value::Array(names.iter().map(|name| Value::Text(name.clone())).collect())])
    };
    Value::Array(fields.iter().map(entry).collect())
}

/// Reads the kept hashes of rows that were purged.
pub(super) fn kept_leaves(db: &Connection) -> Result<BTreeMap<Id, [u8; 32]>> {
    let mut statement = db.prepare_cached("SELECT row_id AS id, leaf FROM row_leaves").doing("preparing to read kept hashes")?;
    let leaves = statement.query_map([], |r| Ok((id_at(r, "id")?, r.get("leaf")?)));
    leaves.and_then(Iterator::collect).doing("reading kept hashes")
}

/// Empties the write-ahead log where a purge could not do so before the vault was closed or the process ended.
pub(super) fn settle_late(db: &Connection, folder: &Path) -> Result<()> {
    if recall(db, UNSETTLED)?.is_some() && empty_log(db)? {
        super::rotate::discard(folder)?;
        forget_state(db, UNSETTLED)?;
    }
    Ok(())
}

/// Returns why an entry took values away, by its payload.
pub(super) fn reason_of(payload: &[u8]) -> Option<String> {
    match Payload::read(payload)?.fact(REASON) {
        Some(Value::Text(reason)) => Some(reason.clone()),
        _ => None,
    }
}

fn empty_log(db: &Connection) -> Result<bool> {
    let busy: i64 = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |r| r.get(0)).doing("emptying the write-ahead log")?;
    Ok(busy == 0)
}

fn forget_state(db: &Connection, name: &str) -> Result<()> {
    db.execute("DELETE FROM vault_state WHERE name = ?1", [name]).map(drop).doing("forgetting the vault's state")
}

/// Takes the file of a paper: its identifier, its form and its bytes.
pub type TakePaper<'t> = dyn FnMut(Id, &str, &[u8]) -> Result<()> + 't;

impl Vault {
    /// Says what a purge would do. Writes nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a record that is not there, [`Error::TooMany`] above [`ROWS_MAX`].
    pub fn purge_preview(&self, what: &What<'_>) -> Result<Preview> {
        let db = self.own_scanner()?;
        let moment = db.unchecked_transaction().doing("beginning to look at what would go")?;
        Ok(plan(&moment, what, None)?.preview)
    }

    /// Takes values away for good, and the kept files of these papers. Once it returns they are gone from the committed register; see [`Done`].
    ///
    /// # Errors
    /// Those of [`Vault::purge_preview`]; [`Error::NotFound`] where nothing would go. Nothing is changed then.
    pub fn purge(&self, what: &What<'_>, reason: Reason, papers: &[Id]) -> Result<Done> {
        let mut change = self.begin()?;
        let Plan { object, wipes, mut fields, drafts, preview } = plan(change.db(), what, Some(reason))?;
        let papers = kept_papers(change.db(), papers)?;
        if wipes.is_empty() && fields.is_empty() && drafts.is_empty() && papers.is_empty() {
            return Err(Error::NotFound);
        }
        keep(change.db(), PURGING, &[1])?;
        seal_off(change.db(), &wipes, &mut fields)?;
        let mut digests = BTreeSet::new();
        let mut destroyed = Vec::new();
        for (id, Wipe { table, before, after }) in wipes {
            if table.name == EXHIBITS.name {
                let digest = |row: &Row| text_at(table, row, "sha256").unwrap_or_default();
                if digest(&before) != digest(&after) {
                    digests.insert(digest(&before));
                    destroyed.push(id);
                }
            }
            name_owners(&mut change, table, &before)?;
            change.wipe(table, id, before, after)?;
        }
        for id in destroyed {
            change.handle(&id, "destroy", Custody { reason: reason.code().to_owned(), ..Custody::default() })?;
        }
        redact(change.db(), &fields)?;
        for draft in &drafts {
            draft.take_away(change.db())?;
        }
        for paper in &papers {
            change
                .db()
                .execute("DELETE FROM paper_files WHERE paper_id = ?1", [&paper.bytes()[..]])
                .doing("taking the file of a paper away")?;
            change.concerns(*paper);
        }
        let names = super::blobs::shred(change.db(), self.master(), &digests)?;
        for name in DERIVED {
            forget_state(change.db(), name)?;
        }
        change.state(REASON, Value::Text(reason.code().to_owned()));
        change.state(REDACTED, told_of(&fields));
        keep(change.db(), UNSETTLED, &[1])?;
        forget_state(change.db(), PURGING)?;
        let seq = change.commit(Event::Purged, object.as_ref().unwrap_or_else(|| self.id()))?;
        // What is committed stays committed: whatever fails from here on is made up for when the vault is opened next.
        let is_settled = self.settle_purge(&names).unwrap_or(false);
        Ok(Done { seq, preview, is_settled })
    }

    // Nothing of what went is left in memory, in the log or beside the database. Files go after the log: one that is gone is never named.
    fn settle_purge(&self, names: &[String]) -> Result<bool> {
        self.forget_what_was_read()?;
        self.scratch(|db| {
            if !empty_log(db)? || !super::blobs::take_shredded(db, self.folder(), self.master(), names)? {
                return Ok(false);
            }
            // Copies under keys that are being made are named otherwise: all of them go, and new keys are begun anew.
            if !names.is_empty() {
                super::rotate::discard(self.folder())?;
            }
            forget_state(db, UNSETTLED)?;
            Ok(true)
        })
    }

    /// Hands over the kept files of sealed papers, one by one: identifier, form, bytes.
    pub fn each_paper_file(&self, take: &mut TakePaper<'_>) -> Result<()> {
        let db = self.own_scanner()?;
        let mut statement = db
            .prepare("SELECT p.id AS id, coalesce(p.format, 'pdf') AS format, f.bytes AS bytes FROM papers p JOIN paper_files f ON f.paper_id = p.id ORDER BY p.rowid")
            .doing("preparing to read papers")?;
        let mut rows = statement.query([]).doing("reading papers")?;
        while let Some(r) = rows.next().doing("reading papers")? {
            let (format, bytes): (String, Vec<u8>) =
                (r.get("format").doing("reading papers")?, r.get("bytes").doing("reading papers")?);
            take(id_at(r, "id").doing("reading papers")?, &format, &bytes)?;
        }
        Ok(())
    }

    /// Lists the purges that took values of a record away, oldest first: entry, UTC microsecond, who, and the reason's code.
    pub fn purges_of(&self, id: &Id) -> Result<Vec<(u64, i64, String, String)>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT e.seq AS seq, e.recorded_at AS at, e.actor AS actor, e.payload AS payload FROM ledger_touches t
                 JOIN ledger_entries e ON e.seq = t.seq WHERE t.id = ?1 AND e.kind = 'purged' ORDER BY e.seq",
            )
            .doing("preparing to look for purges")?;
        let purges = statement.query_map([&id.bytes()[..]], |r| {
            let payload: Vec<u8> = r.get("payload")?;
            let reason = reason_of(&payload).unwrap_or_default();
            Ok((r.get::<_, i64>("seq")?.unsigned_abs(), r.get("at")?, r.get("actor")?, reason))
        });
        purges.and_then(Iterator::collect).doing("looking for purges")
    }
}

// What a history is asked by: the order, the complaint or the item that a row belongs to.
fn name_owners(change: &mut Change<'_>, table: &Table, row: &Row) -> Result<()> {
    for (column, cell) in table.columns.iter().zip(row) {
        if let ("order_id" | "complaint_id" | "item_id" | "exhibit_id" | "actor_id", Cell::Blob(id)) = (*column, cell) {
            change.concerns(Id::from_slice(id).map_err(|_| Error::Inside("a link leads nowhere"))?);
        }
    }
    Ok(())
}

fn kept_papers(db: &Connection, papers: &[Id]) -> Result<Vec<Id>> {
    let mut kept = Vec::new();
    for paper in papers {
        let is_kept: bool = db
            .query_row("SELECT EXISTS (SELECT 1 FROM paper_files WHERE paper_id = ?1) AS is_kept", [&paper.bytes()[..]], |r| {
                r.get("is_kept")
            })
            .doing("looking for a paper")?;
        if is_kept {
            kept.push(*paper);
        }
    }
    Ok(kept)
}

fn text_at(table: &Table, row: &Row, column: &str) -> Option<String> {
    match table.columns.iter().position(|c| *c == column).and_then(|at| row.get(at)) {
        Some(Cell::Text(text)) => Some(text.clone()),
        _ => None,
    }
}

fn payload_of(db: &Connection, seq: u64) -> Result<Payload> {
    let payload: Vec<u8> = db
        .prepare_cached("SELECT payload FROM ledger_entries WHERE seq = ?1")
        .and_then(|mut s| s.query_row([signed(seq)], |r| r.get("payload")))
        .doing("reading an entry")?;
    Payload::read(&payload).ok_or(Error::Inside("an entry cannot be read"))
}

fn entries_of(db: &Connection, id: &Id) -> Result<Vec<u64>> {
    let mut statement =
        db.prepare_cached("SELECT seq FROM ledger_touches WHERE id = ?1 ORDER BY seq").doing("preparing to look for entries")?;
    let entries = statement.query_map([&id.bytes()[..]], |r| Ok(r.get::<_, i64>("seq")?.unsigned_abs()));
    entries.and_then(Iterator::collect).doing("looking for entries")
}

// Takes the values of fields out of what stands beside entries.
fn redact(db: &Connection, fields: &BTreeMap<u64, BTreeSet<String>>) -> Result<()> {
    for (seq, names) in fields {
        let mut payload = payload_of(db, *seq)?;
        payload.purge(names);
        db.prepare_cached("UPDATE ledger_entries SET payload = ?2, actor = CASE WHEN ?3 THEN '' ELSE actor END WHERE seq = ?1")
            .and_then(|mut s| s.execute(params![signed(*seq), payload.write(), names.contains(ACTOR)]))
            .doing("taking values out of an entry")?;
    }
    Ok(())
}

// Where a row lies under a signed root, its hash is kept, and the salt that could be tried against it is destroyed.
fn seal_off(db: &Connection, wipes: &BTreeMap<Id, Wipe>, fields: &mut BTreeMap<u64, BTreeSet<String>>) -> Result<()> {
    let restored = register(db)?;
    let mut parted = BTreeSet::new();
    for (id, wipe) in wipes {
        let Some(root) = under(db, wipe, id, restored.as_ref())? else { continue };
        if let Some(salt) = root.salt {
            if parted.insert(root.batch) {
                for (table, of) in &root.tables {
                    part_with(db, (&root.batch, &salt), table, *of)?;
                }
                fields.entry(root.seq).or_default().insert(root.fact.to_owned());
            }
            let before = as_sealed(db, wipe, id)?;
            db.prepare_cached("INSERT INTO row_leaves (row_id, leaf) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
                .and_then(|mut s| {
                    s.execute(params![&id.bytes()[..], &super::change::row_hash(&salt, wipe.table, id, &before)[..]])
                })
                .doing("keeping the hash of a row")?;
        } else if !has_leaf(db, id)? {
            let before = as_sealed(db, wipe, id)?;
            let salt = super::salts::salt_of(db, &root.batch, wipe.table, root.of, id)?;
            db.prepare_cached("INSERT INTO row_leaves (row_id, leaf) VALUES (?1, ?2)")
                .and_then(|mut s| {
                    s.execute(params![&id.bytes()[..], &super::change::salted_row_hash(&salt, wipe.table, id, &before)[..]])
                })
                .doing("keeping the hash of a row")?;
        }
        forget(db, &root.batch, wipe.table, root.of, id)?;
    }
    Ok(())
}

fn has_leaf(db: &Connection, id: &Id) -> Result<bool> {
    db.prepare_cached("SELECT EXISTS (SELECT 1 FROM row_leaves WHERE row_id = ?1) AS is_kept")
        .and_then(|mut s| s.query_row([&id.bytes()[..]], |r| r.get("is_kept")))
        .doing("looking for a kept hash")
}

// The signed root that a row lies under.
struct Root {
    batch: Id,
    seq: u64,
    fact: &'static str,
    // Nothing where a purge destroyed it.
    salt: Option<[u8; 32]>,
    of: Of,
    tables: Vec<(&'static Table, Of)>,
}

struct Register {
    seq: u64,
    vault: Id,
    salt: Option<[u8; 32]>,
    rows: BTreeMap<String, i64>,
}

fn salt_in(payload: &Payload, fact: &str) -> Option<[u8; 32]> {
    match payload.fact(fact) {
        Some(Value::Bytes(salt)) => salt.as_slice().try_into().ok(),
        _ => None,
    }
}

fn register(db: &Connection) -> Result<Option<Register>> {
    let found = db
        .query_row("SELECT seq, object FROM ledger_entries WHERE kind = 'register_imported' ORDER BY seq LIMIT 1", [], |r| {
            Ok((r.get::<_, i64>("seq")?.unsigned_abs(), id_at(r, "object")?))
        })
        .optional()
        .doing("looking for a register that was read back")?;
    let Some((seq, vault)) = found else { return Ok(None) };
    let payload = payload_of(db, seq)?;
    let mut rows = BTreeMap::new();
    if let Some(Value::Map(counts)) = payload.fact(REGISTER_ROWS) {
        rows.extend(counts.iter().filter_map(|(table, n)| if let Value::Int(n) = n { Some((table.clone(), *n)) } else { None }));
    }
    Ok(Some(Register { seq, vault, salt: salt_in(&payload, REGISTER_SALT), rows }))
}

fn under(db: &Connection, wipe: &Wipe, id: &Id, restored: Option<&Register>) -> Result<Option<Root>> {
    let table = wipe.table;
    if let Some(register) = restored {
        // Names of tables come from the closed list of the record, never from outside.
        let sql = format!("SELECT count(*) AS n FROM {0} WHERE rowid < (SELECT rowid FROM {0} WHERE id = ?1)", table.name);
        let place: i64 = db
            .prepare_cached(&sql)
            .and_then(|mut s| s.query_row([&id.bytes()[..]], |r| r.get("n")))
            .doing("finding the place of a row")?;
        if let Some(n) = register.rows.get(table.name).filter(|n| place < **n) {
            let tables = register.rows.iter().filter_map(|(name, n)| Some((Table::named(name)?, Of::First(*n))));
            return Ok(Some(Root {
                batch: register.vault,
                seq: register.seq,
                fact: REGISTER_SALT,
                salt: register.salt,
                of: Of::First(*n),
                tables: tables.collect(),
            }));
        }
    }
    let (Some(&"batch_id"), Some(Cell::Blob(batch))) = (table.columns.first(), wipe.before.first()) else { return Ok(None) };
    let batch = Id::from_slice(batch).map_err(|_| Error::Inside("a batch has no identifier"))?;
    let made: Option<i64> = db
        .prepare_cached("SELECT seq FROM ledger_entries WHERE object = ?1 AND kind = 'import_made' ORDER BY seq LIMIT 1")
        .and_then(|mut s| s.query_row([&batch.bytes()[..]], |r| r.get("seq")).optional())
        .doing("finding an import's entry")?;
    let Some(seq) = made.map(i64::unsigned_abs) else { return Ok(None) };
    let salt = salt_in(&payload_of(db, seq)?, BATCH_SALT);
    let tables = BATCHED.iter().map(|table| (*table, Of::Batch)).collect();
    Ok(Some(Root { batch, seq, fact: BATCH_SALT, salt, of: Of::Batch, tables }))
}

// A row as it was when its batch was sealed: what came later is undone in thought.
fn as_sealed(db: &Connection, wipe: &Wipe, id: &Id) -> Result<Row> {
    let mut row = wipe.before.clone();
    let mut seen = BTreeSet::new();
    for seq in entries_of(db, id)? {
        for touch in payload_of(db, seq)?.touches.iter().filter(|touch| touch.id == *id) {
            for (column, pair) in &touch.columns {
                let at = wipe.table.columns.iter().position(|c| c == column);
                if let (true, Some(cell), Some((before, _))) =
                    (seen.insert(column.clone()), at.and_then(|at| row.get_mut(at)), pair.as_ref().and_then(halves))
                {
                    *cell = super::undo::cell_of(before);
                }
            }
        }
    }
    Ok(row)
}

fn plan(db: &Connection, what: &What<'_>, reason: Option<Reason>) -> Result<Plan> {
    let mut plan = match what {
        What::Record(kind, id) => plan_of_record(db, kind, id, reason)?,
        What::Term { term, only } => plan_of_term(db, term, only)?,
    };
    if plan.wipes.len() > ROWS_MAX {
        return Err(Error::TooMany { count: plan.wipes.len(), limit: ROWS_MAX });
    }
    plan.preview.values = plan.fields.values().map(|names| u32::try_from(names.len()).unwrap_or(u32::MAX)).sum();
    let mut digests: BTreeMap<String, usize> = BTreeMap::new();
    let mut batches = BTreeSet::new();
    for wipe in plan.wipes.values() {
        *plan.preview.records.entry(wipe.table.name).or_default() += 1;
        plan.preview.reviews += u32::from(wipe.table.name == REVIEWS.name);
        if wipe.table.name == EXHIBITS.name
            && let Some(digest) = text_at(wipe.table, &wipe.before, "sha256").filter(|digest| !digest.is_empty())
            && text_at(wipe.table, &wipe.after, "sha256").as_ref() != Some(&digest)
        {
            *digests.entry(digest).or_default() += 1;
        }
        if let (Some(&"batch_id"), Some(Cell::Blob(batch))) = (wipe.table.columns.first(), wipe.before.first()) {
            batches.insert(batch.clone());
        }
    }
    for (digest, going) in digests {
        let all: i64 = db
            .query_row("SELECT count(*) AS n FROM exhibits WHERE sha256 = ?1", [&digest], |r| r.get("n"))
            .doing("counting exhibits of a file")?;
        let stays = usize::try_from(all).unwrap_or_default() > going;
        *(if stays { &mut plan.preview.files_shared } else { &mut plan.preview.files }) += 1;
    }
    for batch in batches {
        let name: Option<String> = db
            .query_row("SELECT name FROM import_batches WHERE id = ?1", [&batch], |r| r.get("name"))
            .optional()
            .doing("naming an import")?;
        plan.preview.imports.extend(name);
    }
    plan.preview.drafts = u32::try_from(plan.drafts.len()).unwrap_or(u32::MAX);
    Ok(plan)
}

// Records that say nothing without the one that they belong to: kind, kind of the part, and the field by which the part names the whole.
const PARTS: [(&str, &str, &str); 27] = [
    ("actors", "actor_ages", "actor"),
    ("actors", "occupancies", "actor"),
    ("actors", "actor_roles", "actor"),
    ("authorities", "authority_aliases", "authority"),
    ("complaints", "exhibits", "complaint"),
    ("complaints", "tasks", "complaint"),
    ("exhibits", "custody_events", "exhibit"),
    ("exhibits", "exhibits", "derived_from"),
    ("items", "item_translations", "item"),
    ("items", "exhibits", "item"),
    ("items", "expert_opinions", "item"),
    ("items", "order_items", "item"),
    ("items", "comparator_pairs", "item_a"),
    ("items", "comparator_pairs", "item_b"),
    ("orders", "order_items", "order"),
    ("orders", "order_sources", "order"),
    ("orders", "exhibits", "order"),
    ("orders", "expert_opinions", "order"),
    ("orders", "tasks", "order"),
    ("order_items", "reviews", "order_item"),
    ("order_items", "assignments", "order_item"),
    ("order_items", "review_cycles", "order_item"),
    ("proceedings", "tasks", "proceeding"),
    ("platforms", "representatives", "platform"),
    ("platforms", "audience_measures", "platform"),
    ("reviewers", "reviews", "seat"),
    ("reviewers", "assignments", "seat"),
];

fn linked(db: &Connection, kind: &Kind, field: &str, to: &Id) -> Result<Vec<Id>> {
    // Names of tables and columns come from the closed list of kinds, never from outside.
    let sql = format!("SELECT id FROM {} WHERE {field}_id = ?1 ORDER BY rowid", kind.name);
    let mut statement = db.prepare_cached(&sql).doing("preparing to look for parts")?;
    let found = statement.query_map([&to.bytes()[..]], |r| id_at(r, "id"));
    found.and_then(Iterator::collect).doing("looking for parts")
}

// People of a complaint who are nothing to anything else in the register.
const OF_COMPLAINT_ALONE: &str = "WITH own AS (
   SELECT actor_id AS id FROM actor_roles WHERE complaint_id = ?1 AND (role = 'complainant' OR role = 'alleged_victim')
   UNION SELECT alleged_victim_id FROM complaints WHERE id = ?1 AND alleged_victim_id IS NOT NULL)
 SELECT id FROM own WHERE NOT EXISTS (SELECT 1 FROM actor_roles r WHERE r.actor_id = own.id AND r.complaint_id IS NOT ?1)
   AND NOT EXISTS (SELECT 1 FROM complaints c WHERE c.alleged_victim_id = own.id AND c.id <> ?1)
   AND NOT EXISTS (SELECT 1 FROM items i WHERE i.author_id = own.id) ORDER BY id";
// Items that no other order names.
const OF_ORDER_ALONE: &str = "SELECT DISTINCT oi.item_id AS id FROM order_items oi WHERE oi.order_id = ?1
   AND NOT EXISTS (SELECT 1 FROM order_items x WHERE x.item_id = oi.item_id AND x.order_id <> ?1) ORDER BY oi.item_id";

fn belonging(db: &Connection, kind: &'static Kind, id: Id) -> Result<Vec<(&'static Kind, Id)>> {
    let (mut found, mut waiting, mut known) = (Vec::new(), vec![(kind, id)], BTreeSet::from([id]));
    let facts = Kind::named("facts").ok_or(Error::Inside("a kind of record is gone"))?;
    while let Some((kind, id)) = waiting.pop() {
        found.push((kind, id));
        let mut next: Vec<(&'static Kind, Id)> = Vec::new();
        for (_, part, field) in PARTS.iter().filter(|(of, ..)| *of == kind.name) {
            let part = kept::named(part).ok_or(Error::Inside("a kind of record is gone"))?;
            next.extend(linked(db, part, field, &id)?.into_iter().map(|id| (part, id)));
        }
        next.extend(linked(db, facts, "subject", &id)?.into_iter().map(|id| (facts, id)));
        let alone = match kind.name {
            "complaints" => Some(("actors", OF_COMPLAINT_ALONE)),
            "orders" => Some(("items", OF_ORDER_ALONE)),
            _ => None,
        };
        if let Some((name, sql)) = alone {
            let of = Kind::named(name).ok_or(Error::Inside("a kind of record is gone"))?;
            let mut statement = db.prepare_cached(sql).doing("preparing to look for what belongs to it alone")?;
            let ids = statement.query_map([&id.bytes()[..]], |r| id_at(r, "id"));
            let ids: Vec<Id> = ids.and_then(Iterator::collect).doing("looking for what belongs to it alone")?;
            next.extend(ids.into_iter().map(|id| (of, id)));
        }
        waiting.extend(next.into_iter().filter(|(_, id)| known.insert(*id)));
        if known.len() > ROWS_MAX {
            return Err(Error::TooMany { count: known.len(), limit: ROWS_MAX });
        }
    }
    Ok(found)
}

/// Says whether a text of a kind is a name of the program and no words of a person: references, codes, digests, and the law that an order cites.
fn is_code(kind: &str, field: &str) -> bool {
    matches!(
        field,
        "reference"
            | "sha256"
            | "sha_before"
            | "sha_after"
            | "digest"
            | "mime"
            | "rubric"
            | "rubric_digest"
            | "subject_digest"
            | "snapshot"
    ) || matches!(
        (kind, field),
        ("facts", "field")
            | ("orders", "provisions")
            | ("import_batches", "state")
            | ("reviews", "computed" | "rule" | "subtype" | "round" | "blind_to_official")
            | ("assignments", "round" | "conflict")
            | ("review_cycles", "reason")
            | ("calibration_answers", "set_version" | "case_code" | "verdict")
            | ("methodologies", "version" | "status" | "base" | "method" | "questions" | "rules" | "adopted_on")
            | ("papers", "kind" | "lang" | "audience" | "format" | "subject")
    )
}

// Fields whose values go with the record, beside its words. What a figure is made of – what, where, when, how it ended – stays: the state's act was
// done, whoever asks for words and names to be forgotten.
const PERSONAL: [(&str, &str); 20] = [
    ("actors", "is_child"),
    ("actors", "gender"),
    ("actors", "consent"),
    ("actor_ages", "band"),
    ("actor_ages", "at"),
    ("occupancies", "public_office"),
    ("occupancies", "held_from"),
    ("occupancies", "held_to"),
    ("items", "author"),
    ("items", "views"),
    ("items", "shares"),
    ("items", "followers"),
    ("items", "members"),
    ("items", "reach_at"),
    ("exhibits", "sha256"),
    ("exhibits", "size"),
    ("exhibits", "mime"),
    ("exhibits", "captured"),
    ("custody_events", "sha_before"),
    ("custody_events", "sha_after"),
];

// Which fields of a record lose their values, and what it holds then. `of` is the kind of the record that is purged, of which this one is a part.
fn wiped(kind: &Kind, of: &Kind, fields: &Fields, reason: Option<Reason>) -> Fields {
    let mut left = fields.clone();
    let struck = || Held::Text(STRUCK.to_owned());
    for field in kind.fields.iter().filter(|field| fields.contains_key(field.name)) {
        let goes = match (kind.name, field.name) {
            pair if PERSONAL.contains(&pair) => true,
            // Who reviewed stays, unless it is the reviewer who is to be forgotten; words about the content go with the content.
            ("reviews", name) => name == if of.name == "reviewers" { "reviewer" } else { "override_reason" },
            ("custody_events", "actor") | ("comparator_pairs", "first_reviewer" | "second_reviewer") => false,
            (kind, name) => matches!(field.shape, Shape::Text | Shape::Long) && !is_code(kind, name),
        };
        if !goes {
            continue;
        }
        // What a record cannot be without, and what tells a figure that a second source was there, is told to be gone.
        let is_told = field.needed || matches!((kind.name, field.name), ("orders", "second_source") | ("reviews", _));
        if is_told && matches!(field.shape, Shape::Text | Shape::Long) {
            left.insert(field.name, struck());
        } else {
            left.remove(field.name);
        }
    }
    if kind.name == "authority_aliases" {
        left.insert("folded", Held::Text(fold(STRUCK)));
    }
    if let (true, false, Some(Held::Text(answers))) = (kind.name == "reviews", of.name == "reviewers", fields.get("answers")) {
        left.insert("answers", Held::Text(without_words(answers)));
    }
    if reason == Some(Reason::Mistake) && kind.name != CUSTODY_EVENTS.name && kind.field(WITHDRAWN).is_some() {
        left.insert(WITHDRAWN, Held::Mark);
    }
    left
}

// Answers keep their values and lose the words that they rest on.
fn without_words(answers: &str) -> String {
    let Ok(mut json) = serde_json::from_str::<serde_json::Value>(answers) else { return answers.to_owned() };
    for answer in json.as_array_mut().into_iter().flatten() {
        for name in ["quote", "exhibit", "note"] {
            if let Some(words) = answer.get_mut(name).filter(|words| words.as_str().is_some_and(|words| !words.is_empty())) {
                *words = serde_json::Value::String(STRUCK.to_owned());
            }
        }
    }
    json.to_string()
}

// Whether a value says anything that must go: nothing, an empty text, the mark of what was struck, and what the row holds in the end do not.
fn says(value: &Value, left: Option<&Cell>) -> bool {
    let is_nothing = match value {
        Value::Null => true,
        Value::Text(text) => text.is_empty() || text == STRUCK,
        _ => false,
    };
    !is_nothing && left.is_none_or(|left| super::change::value_of(left) != *value)
}

/// Fields by which a record is known in papers.
const WORDS: [&str; 7] = ["name", "public_label", "contact", "locator", "text", "description", "number"];

fn plan_of_record(db: &Connection, kind: &'static Kind, id: &Id, reason: Option<Reason>) -> Result<Plan> {
    let mut plan = Plan { object: Some(*id), ..Plan::default() };
    let mut belonging = belonging(db, kind, *id)?;
    belonging.sort_by_key(|(_, id)| *id);
    for (part, row_id) in &belonging {
        let table = table_of(part)?;
        let before = table.read(db, row_id)?.ok_or(Error::NotFound)?;
        let fields = fields_of_row(part, &before)?;
        // Whatever a field may hold goes, from entries of days when it held something too.
        let every: Fields = part.fields.iter().map(|field| (field.name, Held::Text("?".to_owned()))).collect();
        let kept = wiped(part, kind, &every, None);
        let lost: BTreeSet<String> = part
            .fields
            .iter()
            .filter(|field| kept.get(field.name) != every.get(field.name))
            .flat_map(crate::model::kinds::Field::columns)
            // Answers stay and lose their words.
            .chain((part.name == REVIEWS.name && kind.name != "reviewers").then(|| "answers".to_owned()))
            .collect();
        let after = table.whole(row_of_fields(part, &wiped(part, kind, &fields, reason)));
        for name in WORDS {
            if let Some(Held::Text(words)) = fields.get(name) {
                plan.preview.words.push(words.clone());
            }
        }
        let mut is_told = false;
        for seq in entries_of(db, row_id)? {
            let payload = payload_of(db, seq)?;
            for touch in payload.touches.iter().filter(|touch| touch.id == *row_id) {
                for (column, pair) in touch.columns.iter().filter(|(column, _)| lost.contains(column)) {
                    // A paper may have been sealed while the record said otherwise.
                    if let (true, Some((Value::Text(old), Value::Text(new)))) =
                        (WORDS.contains(&column.as_str()), pair.as_ref().and_then(halves))
                    {
                        plan.preview.words.extend([old.clone(), new.clone()]);
                    }
                    let left = table.columns.iter().position(|c| c == column).and_then(|at| after.get(at));
                    if pair.as_ref().and_then(halves).is_some_and(|(old, new)| says(old, left) || says(new, left)) {
                        plan.fields.entry(seq).or_default().insert(touch_name(&touch.table, row_id, column));
                        is_told = true;
                    }
                }
            }
        }
        if before != after || is_told {
            plan.wipes.insert(*row_id, Wipe { table, before, after });
        }
        let written = db
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM review_drafts WHERE order_item_id = ?1) AS is_there")
            .and_then(|mut s| s.query_row([&row_id.bytes()[..]], |r| r.get("is_there")))
            .doing("looking for unfinished answers")?;
        if written {
            plan.drafts.push(Draft::Review(*row_id));
        }
        let subject = row_id.to_string();
        let written = db
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM paper_texts WHERE subject = ?1) AS is_there")
            .and_then(|mut s| s.query_row([&subject], |r| r.get("is_there")))
            .doing("looking for texts of papers")?;
        if written {
            plan.drafts.push(Draft::PaperTexts(subject));
        }
    }
    let going: BTreeSet<Id> = belonging.iter().map(|(_, id)| *id).collect();
    for other in whole() {
        let fields = other.fields.iter().filter(|field| matches!(field.shape, Shape::Link(to) if to == kind.name));
        let mut naming = BTreeSet::new();
        for field in fields {
            naming.extend(linked(db, other, field.name, id)?);
        }
        let staying = naming.difference(&going).count();
        if staying > 0 {
            plan.preview.mentions.insert(other.name, u32::try_from(staying).unwrap_or(u32::MAX));
        }
    }
    Ok(plan)
}

fn plan_of_term(db: &Connection, term: &Term, only: &[String]) -> Result<Plan> {
    let mut plan = Plan::default();
    let is_wanted = |key: &str| only.is_empty() || only.iter().any(|wanted| wanted == key);
    let mut hits: BTreeMap<String, TermHit> = BTreeMap::new();
    let free = |kind: &'static Kind| {
        kind.fields
            .iter()
            .filter(|field| {
                matches!(field.shape, Shape::Text | Shape::Long) && !is_code(kind.name, field.name) && field.name != "folded"
            })
            .map(|field| field.name)
            .collect::<Vec<_>>()
    };
    let mut tables: Vec<(&'static Table, Vec<&'static str>)> = vec![(&SETTINGS, vec!["value", "name"])];
    // Names of settings are the app's own words, but for those of saved filters.
    let is_own = |table: &Table, column: &str, text: &str| {
        table.name == SETTINGS.name && column == "name" && !text.starts_with(super::table::SAVED)
    };
    for kind in whole() {
        tables.push((table_of(kind)?, free(kind)));
    }
    for (table, free) in &tables {
        let mut statement = db.prepare(table.scan).doing("preparing to look for a term")?;
        let mut rows = statement.query([]).doing("looking for a term")?;
        while let Some(r) = rows.next().doing("looking for a term")? {
            let (id, row) = super::verify::with_id(r, table).doing("looking for a term")?;
            let mut after = row.clone();
            for (column, cell) in table.columns.iter().zip(&mut after).filter(|(column, _)| free.contains(column)) {
                let Cell::Text(text) = &*cell else { continue };
                if is_own(table, column, text) {
                    continue;
                }
                let Some(mut struck) = term.strike(text) else { continue };
                if table.name == SETTINGS.name && *column == "name" {
                    // No two settings have one name.
                    let _ = write!(struck, " {id}");
                }
                let key = format!("{}/{id}/{column}", table.name);
                hits.insert(key.clone(), hit(&key, table.name, Some(id), column, false));
                if is_wanted(&key) {
                    *cell = Cell::Text(struck);
                }
            }
            if let (true, Some(at)) =
                (after != row && table.name == "authority_aliases", table.columns.iter().position(|c| *c == "folded"))
                && let (Some(alias), Some(cell)) = (text_at(table, &after, "alias"), after.get_mut(at))
            {
                *cell = Cell::Text(fold(&alias));
            }
            if after != row {
                plan.wipes.insert(id, Wipe { table, before: row, after });
            }
        }
    }
    let mut statement =
        db.prepare("SELECT seq, payload FROM ledger_entries ORDER BY seq").doing("preparing to look for a term in the ledger")?;
    let mut rows = statement.query([]).doing("looking for a term in the ledger")?;
    while let Some(r) = rows.next().doing("looking for a term in the ledger")? {
        let seq = r.get::<_, i64>("seq").doing("looking for a term in the ledger")?.unsigned_abs();
        let payload: Vec<u8> = r.get("payload").doing("looking for a term in the ledger")?;
        let payload = Payload::read(&payload).ok_or(Error::Inside("an entry cannot be read"))?;
        let holds = |value: &Value| matches!(value, Value::Text(text) if term.is_in(text));
        for (name, _) in payload.facts.iter().filter(|(_, value)| value.as_ref().is_some_and(holds)) {
            let key = format!("ledger/{name}");
            hits.entry(key.clone()).or_insert_with(|| hit(&key, "ledger", None, name, false)).entries += 1;
            if is_wanted(&key) {
                plan.fields.entry(seq).or_default().insert(name.clone());
            }
        }
        for touch in &payload.touches {
            let Some((table, free)) = tables.iter().find(|(table, _)| table.name == touch.table) else { continue };
            for (column, pair) in touch.columns.iter().filter(|(column, _)| free.contains(&column.as_str()) || column == "folded")
            {
                let told = |value: &Value| holds(value) && !matches!(value, Value::Text(text) if is_own(table, column, text));
                if !pair.as_ref().and_then(halves).is_some_and(|(before, after)| told(before) || told(after)) {
                    continue;
                }
                // The folded form goes with the name that it is of.
                let shown = if column == "folded" { "alias" } else { column.as_str() };
                let key = format!("{}/{}/{shown}", table.name, touch.id);
                hits.entry(key.clone()).or_insert_with(|| hit(&key, table.name, Some(touch.id), shown, true)).entries += 1;
                if !is_wanted(&key) {
                    continue;
                }
                plan.fields.entry(seq).or_default().insert(touch_name(table.name, &touch.id, column));
                // What the row holds now is told anew, since the entry that told it cannot any more.
                if let Place::Vacant(place) = plan.wipes.entry(touch.id)
                    && let Some(row) = table.read(db, &touch.id)?
                {
                    place.insert(Wipe { table, before: row.clone(), after: row });
                }
            }
        }
    }
    for (table, keys, columns) in WORKING {
        let sql = format!("SELECT {}, {} FROM {table}", keys.join(", "), columns.join(", "));
        let mut statement = db.prepare(&sql).doing("preparing to look for a term in drafts")?;
        let mut rows = statement.query([]).doing("looking for a term in drafts")?;
        while let Some(r) = rows.next().doing("looking for a term in drafts")? {
            let rowid: DraftKey =
                (0..keys.len()).map(|at| r.get(at)).collect::<rusqlite::Result<_>>().doing("looking for a term in drafts")?;
            for column in columns {
                let text: String = r.get(*column).doing("looking for a term in drafts")?;
                let Some(text) = term.strike(&text) else { continue };
                let key = format!("{table}/{column}");
                hits.entry(key.clone()).or_insert_with(|| hit(&key, table, None, column, false));
                if is_wanted(&key) {
                    plan.drafts.push(Draft::Struck { table, column, rowid: rowid.clone(), text });
                }
            }
        }
    }
    plan.preview.hits = hits.into_values().collect();
    Ok(plan)
}

fn hit(key: &str, table: &'static str, id: Option<Id>, column: &str, earlier: bool) -> TermHit {
    TermHit { key: key.to_owned(), table, id, column: column.to_owned(), entries: 0, earlier }
}

// Working papers: table, key, and the columns in which people write.
const WORKING: [(&str, &[&str], &[&str]); 3] = [
    ("review_drafts", &["order_item_id", "seat_id"], &["answers", "override_reason"]),
    ("calibration_drafts", &["seat_id", "set_version", "case_code"], &["answers"]),
    ("paper_texts", &["kind", "subject", "lang", "name"], &["text"]),
];

impl Draft {
    fn take_away(&self, db: &Connection) -> Result<()> {
        match self {
            Self::Review(order_item) => {
                db.execute("DELETE FROM review_drafts WHERE order_item_id = ?1", [&order_item.bytes()[..]])
            }
            Self::PaperTexts(subject) => db.execute("DELETE FROM paper_texts WHERE subject = ?1", [subject]),
            Self::Struck { table, column, rowid, text } => {
                let keys = WORKING.iter().find(|(working, ..)| working == table).map_or(&[][..], |(_, keys, _)| *keys);
                let is_row: Vec<String> = keys.iter().zip(2..).map(|(key, n)| format!("{key} = ?{n}")).collect();
                // Names of tables and columns come from the list above.
                let sql = format!("UPDATE {table} SET {column} = ?1 WHERE {}", is_row.join(" AND "));
                let values = std::iter::once(Cell::Text(text.clone())).chain(rowid.iter().cloned());
                db.prepare_cached(&sql).and_then(|mut s| s.execute(rusqlite::params_from_iter(values)))
            }
        }
        .map(drop)
        .doing("taking away what was not handed in")
    }
}

#[cfg(test)]
mod tests;
