//! The one way to write: a change collects rows, and committing it writes ledger entry, rows and signed checkpoint in one
//! transaction, or nothing. Dropping it undoes it. There is no commit without an event.

use super::record::{Row, Table};
use super::vault::Tail;
use crate::env::Env;
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::sync::MutexGuard;
use tarazy_ledger::{
    Checkpoint, Entry, FieldDigest, Frontier, Scalar, Signer, Value, encode, field_digest, leaf_hash, list_digest,
};

/// What happened, as a fact of the domain. An entry of the ledger carries exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The vault was made.
    VaultCreated,
    /// The passphrase was replaced.
    PassphraseChanged,
    /// Somebody else than before can open the vault.
    KeySet,
    /// Somebody can no longer open the vault by what is written from now on.
    KeyRemoved,
    /// All keys were made anew.
    KeysRotated,
    /// The vault was restored from a backup.
    VaultRestored,
    /// Settings were set.
    SettingsChanged,
    /// An authority was added.
    AuthorityAdded,
    /// A platform was added.
    PlatformAdded,
    /// An audience measure was added.
    MeasureAdded,
    /// A complaint was recorded.
    ComplaintRecorded,
    /// An order was recorded.
    OrderRecorded,
    /// An order was amended.
    OrderAmended,
    /// One field of many orders was amended.
    OrdersAmended,
    /// An earlier change was undone.
    ChangeUndone,
    /// What happened to an item was recorded.
    OutcomeRecorded,
    /// A record of any other kind was added.
    RecordAdded,
    /// A record was amended.
    RecordAmended,
    /// A file was imported.
    ImportMade,
    /// An import was undone.
    ImportUndone,
    /// A whole register was read back from an open export.
    RegisterImported,
    /// A reviewer took the seat at this keyboard.
    SeatTaken,
    /// Items were given to reviewers.
    ItemsAssigned,
    /// A reviewer said that there is no conflict of interest, or that there is one.
    ConflictDeclared,
    /// An item is to be judged once more.
    CycleOpened,
    /// A review was locked.
    ReviewLocked,
    /// A reviewer took back a locked review that nobody else could read yet, and locked another.
    ReviewSuperseded,
    /// A third person decided between two reviews.
    DisagreementAdjudicated,
    /// A case of the calibration set was answered.
    CalibrationAnswered,
    /// A draft of a method was begun.
    MethodDrafted,
    /// A draft of a method was saved.
    MethodAmended,
    /// A draft of a method was discarded.
    MethodDiscarded,
    /// A version of the method was adopted.
    MethodAdopted,
    /// A version of the method was retired.
    MethodRetired,
    /// A paper was sealed.
    PaperSealed,
    /// A file was taken in as an exhibit.
    ExhibitAdded,
    /// Something was done with an exhibit.
    ExhibitHandled,
    /// The example register was laid in.
    ExampleLaidIn,
    /// Values were taken away for good.
    Purged,
}

impl Event {
    /// Returns the code of the event.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::VaultCreated => "vault_created",
            Self::PassphraseChanged => "passphrase_changed",
            Self::KeySet => "key_set",
            Self::KeyRemoved => "key_removed",
            Self::KeysRotated => "keys_rotated",
            Self::VaultRestored => "vault_restored",
            Self::SettingsChanged => "settings_changed",
            Self::AuthorityAdded => "authority_added",
            Self::PlatformAdded => "platform_added",
            Self::MeasureAdded => "measure_added",
            Self::ComplaintRecorded => "complaint_recorded",
            Self::OrderRecorded => "order_recorded",
            Self::OrderAmended => "order_amended",
            Self::OrdersAmended => "orders_amended",
            Self::ChangeUndone => "change_undone",
            Self::OutcomeRecorded => "outcome_recorded",
            Self::RecordAdded => "record_added",
            Self::RecordAmended => "record_amended",
            Self::ImportMade => "import_made",
            Self::ImportUndone => "import_undone",
            Self::RegisterImported => "register_imported",
            Self::SeatTaken => "seat_taken",
            Self::ItemsAssigned => "items_assigned",
            Self::ConflictDeclared => "conflict_declared",
            Self::CycleOpened => "cycle_opened",
            Self::ReviewLocked => "review_locked",
            Self::ReviewSuperseded => "review_superseded",
            Self::DisagreementAdjudicated => "disagreement_adjudicated",
            Self::CalibrationAnswered => "calibration_answered",
            Self::MethodDrafted => "method_drafted",
            Self::MethodAmended => "method_amended",
            Self::MethodDiscarded => "method_discarded",
            Self::MethodAdopted => "method_adopted",
            Self::MethodRetired => "method_retired",
            Self::PaperSealed => "paper_sealed",
            Self::ExhibitAdded => "exhibit_added",
            Self::ExhibitHandled => "exhibit_handled",
            Self::ExampleLaidIn => "example_laid_in",
            Self::Purged => PURGED,
        }
    }
}

/// Name of the fact that lists what else an event is about.
pub(super) const CONCERNS: &str = "concerns";
/// Code of the event that took values away.
pub(super) const PURGED: &str = "purged";

/// The version of the app that an entry names.
pub const APP: &str = concat!("tarazy ", env!("CARGO_PKG_VERSION"));

/// What a change needs from its vault.
pub(super) struct Hand<'v> {
    pub writer: MutexGuard<'v, super::vault::Writer>,
    pub stirred: &'v super::stirred::Stirred,
    pub env: &'v Env,
    pub signer: &'v Signer,
    pub vault: Id,
    pub device: Id,
}

struct Touch {
    table: &'static Table,
    id: Id,
    before: Option<Row>,
    after: Row,
    // Everything that the row holds is told anew: what earlier entries told of it is gone.
    restated: bool,
}

/// Rows hashed into one root: what an import seals with one entry.
pub struct Sealed {
    /// Salt of the batch; each row's own salt follows from it.
    pub salt: [u8; 32],
    /// The tree over the rows.
    pub frontier: Frontier,
}

/// Rows that go from the thread that makes them to the one that writes them, at a time.
const BUCKET_ROWS: usize = 256;
const BUCKETS: usize = 4;

impl Sealed {
    /// Lets a second thread make and hash what this one writes: `make` runs there, `write` here, in the same order. A failure of the
    /// writing ends both.
    pub(super) fn beside<T: Send>(made: impl Iterator<Item = T> + Send, write: &mut dyn FnMut(T) -> Result<()>) -> Result<()> {
        std::thread::scope(|scope| {
            let (sender, buckets) = std::sync::mpsc::sync_channel(BUCKETS);
            scope.spawn(move || {
                let mut made = made;
                loop {
                    let bucket: Vec<T> = made.by_ref().take(BUCKET_ROWS).collect();
                    // Nobody listens any more when the writing failed or was cancelled.
                    if bucket.is_empty() || sender.send(bucket).is_err() {
                        break;
                    }
                }
            });
            buckets.into_iter().flatten().try_for_each(write)
        })
    }
}

/// A change under way. Nothing is visible to anyone until [`Change::commit`].
pub struct Change<'v> {
    hand: Hand<'v>,
    touches: Vec<Touch>,
    // Where the touch of a row stands: a row that a change touches twice is told once, from what it was to what it becomes.
    placed: HashMap<Id, usize>,
    related: Vec<Id>,
    facts: Vec<(String, Value)>,
    // The end of the ledger as this change sees it, once it wrote an entry.
    tail: Option<Tail>,
    stale: super::search::Stale,
    open: bool,
    /// References are not looked up while it lasts.
    trusted: bool,
}

impl<'v> Change<'v> {
    pub(super) fn begin(hand: Hand<'v>, trusted: bool) -> Result<Self> {
        // Dropping it turns references on again and takes back what was begun, also when it cannot begin.
        let mut change = Self {
            hand,
            touches: Vec::new(),
            placed: HashMap::new(),
            related: Vec::new(),
            facts: Vec::new(),
            tail: None,
            stale: super::search::Stale::default(),
            open: false,
            trusted,
        };
        if trusted {
            change.db().execute_batch("PRAGMA foreign_keys = OFF").doing("beginning a large change")?;
        }
        // The guard cannot lend the connection to a rusqlite transaction that lives beside it, so the statement is our own.
        change.db().execute_batch("BEGIN IMMEDIATE").doing("beginning a change")?;
        change.open = true;
        Ok(change)
    }

    /// Returns the connection that sees the change.
    #[must_use]
    pub fn db(&self) -> &Connection {
        &self.hand.writer.db
    }

    /// Returns the environment of the vault.
    #[must_use]
    pub const fn env(&self) -> &Env {
        self.hand.env
    }

    /// Adds a row to the record.
    pub fn add(&mut self, table: &'static Table, id: Id, row: Row) -> Result<()> {
        let row = table.whole(row);
        // What is being made has no orders yet.
        let owner = super::search::owner(table, &row);
        let is_of_new = owner.is_none_or(|owner| self.touch_of(&owner).is_some_and(|touch| touch.before.is_none()));
        if !is_of_new {
            self.stale.note(&self.hand.writer.db, table, &id, &row)?;
        }
        table.insert(self.db(), &id, &row)?;
        match table.name {
            "orders" => self.stale.note_new(self.db().last_insert_rowid()),
            "items" => super::near::mark_item(self.db(), &id)?,
            // What the statutory checklist rests on came after the judgement.
            "complaints" => {
                let judged = super::judged::judged_by(self.db(), table, &id)?;
                super::judged::recheck(self.db(), &judged)?;
            }
            _ => {}
        }
        self.placed.insert(id, self.touches.len());
        self.touches.push(Touch { table, id, before: None, after: row, restated: false });
        Ok(())
    }

    /// Changes a row of the record.
    pub fn set(&mut self, table: &'static Table, id: Id, row: Row) -> Result<()> {
        let before = table.read(self.db(), &id)?.ok_or(Error::NotFound)?;
        let row = table.whole(row);
        if before == row {
            return Ok(());
        }
        // What moves from one order to another changes the words of both.
        self.stale.note(&self.hand.writer.db, table, &id, &before)?;
        self.stale.note(&self.hand.writer.db, table, &id, &row)?;
        let mut judged = super::judged::judged_by(self.db(), table, &id)?;
        table.update(self.db(), &id, &row)?;
        if table.name == "items" {
            super::near::mark_item(self.db(), &id)?;
        }
        judged.extend(super::judged::judged_by(self.db(), table, &id)?);
        judged.sort_unstable();
        judged.dedup();
        super::judged::recheck(self.db(), &judged)?;
        match self.placed.get(&id).and_then(|at| self.touches.get_mut(*at)) {
            Some(touch) => touch.after = row,
            None => {
                self.placed.insert(id, self.touches.len());
                self.touches.push(Touch { table, id, before: Some(before), after: row, restated: false });
            }
        }
        Ok(())
    }

    /// Puts a row in place of one whose values are taken away for good: the entry tells what the row holds now and nothing of what is gone.
    pub(super) fn wipe(&mut self, table: &'static Table, id: Id, before: Row, after: Row) -> Result<()> {
        self.stale.note(&self.hand.writer.db, table, &id, &before)?;
        table.update(self.db(), &id, &after)?;
        if table.name == "items" {
            super::near::mark_item(self.db(), &id)?;
        }
        let judged = super::judged::judged_by(self.db(), table, &id)?;
        super::judged::recheck(self.db(), &judged)?;
        let told = before.into_iter().zip(&after).map(|(old, new)| if old == *new { old } else { Cell::Null }).collect();
        self.placed.insert(id, self.touches.len());
        self.touches.push(Touch { table, id, before: Some(told), after, restated: true });
        Ok(())
    }

    /// Replaces a row that this same change added: the entry speaks of it once, as it is in the end.
    pub(super) fn settle(&mut self, table: &'static Table, id: Id, row: Row) -> Result<()> {
        let added = self.touches.iter_mut().find(|touch| touch.id == id && touch.before.is_none());
        let touch = added.ok_or(Error::Inside("settling a row that was not added"))?;
        table.update(&self.hand.writer.db, &id, &row)?;
        touch.after = table.whole(row);
        Ok(())
    }

    fn touch_of(&self, id: &Id) -> Option<&Touch> {
        self.placed.get(id).and_then(|at| self.touches.get(*at))
    }

    /// Names another thing that the event is about, so that its history shows it.
    pub fn concerns(&mut self, id: Id) {
        self.related.push(id);
    }

    /// States a fact that is no row.
    pub fn state(&mut self, name: &str, value: Value) {
        self.facts.push((name.to_owned(), value));
    }

    /// Writes entry, checkpoint and rows together. Returns the entry's place.
    pub fn commit(self, event: Event, object: &Id) -> Result<u64> {
        self.commit_with(event, object, None)
    }

    /// Writes entry, checkpoint and rows together; the entry also seals the root of a batch.
    pub fn commit_with(mut self, event: Event, object: &Id, sealed: Option<&Sealed>) -> Result<u64> {
        let seq = self.enter(event, object, sealed)?;
        self.stale.freshen(&self.hand.writer.db)?;
        super::near::settle(self.db())?;
        self.hand.stirred.enter(seq.saturating_add(1))?;
        self.db().execute_batch("COMMIT").doing("committing a change")?;
        self.open = false;
        if let Some(tail) = self.tail.take() {
            let end = (tail.frontier.size(), tail.frontier.root());
            self.hand.writer.tail = tail;
            if let Some(tip) = &mut self.hand.writer.tip {
                tip.write(&end);
            }
        }
        Ok(seq)
    }

    /// Writes an entry for what was touched so far and goes on: for changes too large for one entry. Nothing is visible before the commit.
    pub fn enter(&mut self, event: Event, object: &Id, sealed: Option<&Sealed>) -> Result<u64> {
        let recorded_at = self.hand.env.clock.now_micros();
        let actor = actor(self.db())?;
        let mut secret = [0u8; 32];
        self.hand.env.entropy.fill(&mut secret).doing("drawing salts")?;
        self.facts.push(("actor".to_owned(), Value::Text(actor.clone())));
        if !self.related.is_empty() {
            self.related.sort_unstable();
            self.related.dedup();
            let ids = self.related.iter().map(|id| Value::Bytes(id.bytes().to_vec())).collect();
            self.facts.push((CONCERNS.to_owned(), Value::Array(ids)));
        }
        let (fields, payload) = disclose(&secret, &self.facts, &self.touches);
        let Tail { mut frontier, last } = self.tail.clone().unwrap_or_else(|| self.hand.writer.tail.clone());
        let seq = frontier.size();
        let entry = Entry {
            vault: *self.hand.vault.bytes(),
            device: *self.hand.device.bytes(),
            seq,
            recorded_at,
            kind: event.code().to_owned(),
            object: *object.bytes(),
            fields,
            rows_root: sealed.map(|s| s.frontier.root()),
            prev: last,
            app: APP.to_owned(),
        };
        let bytes = entry.to_bytes();
        // An entry that could not be read back would make the ledger unverifiable for ever: better no change at all.
        if Entry::from_bytes(&bytes).as_ref() != Ok(&entry) {
            return Err(Error::Inside("an entry would not be readable"));
        }
        let leaf = leaf_hash(&bytes);
        frontier.push(leaf);
        let checkpoint =
            Checkpoint { origin: origin(&self.hand.vault, &self.hand.device), size: frontier.size(), root: frontier.root() };
        let note = tarazy_ledger::sign(self.hand.signer, &checkpoint);
        self.write_entry(seq, recorded_at, event, object, (&actor, &bytes, &payload, &leaf))?;
        let db = self.db();
        db.prepare_cached("INSERT INTO ledger_checkpoints (size, note) VALUES (?1, ?2)")
            .and_then(|mut s| s.execute(params![signed(frontier.size()), note]))
            .doing("writing a checkpoint")?;
        super::vault::keep(db, "frontier", &frontier.to_bytes())?;
        super::vault::keep(db, "last_leaf", &leaf)?;
        self.tail = Some(Tail { frontier, last: leaf });
        self.touches.clear();
        self.placed.clear();
        self.related.clear();
        self.facts.clear();
        Ok(seq)
    }

    fn write_entry(
        &self,
        seq: u64,
        recorded_at: i64,
        event: Event,
        object: &Id,
        parts: (&str, &[u8], &[u8], &[u8; 32]),
    ) -> Result<()> {
        let (actor, bytes, payload, leaf) = parts;
        let db = self.db();
        db.prepare_cached(
            "INSERT INTO ledger_entries (seq, recorded_at, kind, object, actor, bytes, payload, leaf) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )
        .and_then(|mut s| {
            s.execute(params![signed(seq), recorded_at, event.code(), &object.bytes()[..], actor, bytes, payload, &leaf[..]])
        })
        .doing("writing an entry")?;
        let mut ids: Vec<Id> = self.touches.iter().map(|t| t.id).chain(self.related.iter().copied()).chain([*object]).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut statement =
            db.prepare_cached("INSERT INTO ledger_touches (id, seq) VALUES (?1, ?2)").doing("preparing to index an entry")?;
        for id in ids {
            statement.execute(params![&id.bytes()[..], signed(seq)]).doing("indexing an entry")?;
        }
        Ok(())
    }
}

impl Drop for Change<'_> {
    fn drop(&mut self) {
        if self.open {
            // A failed rollback leaves the transaction to the connection, which rolls back when it closes.
            let _ = self.hand.writer.db.execute_batch("ROLLBACK");
            self.hand.stirred.drop_open();
        }
        if self.trusted {
            let _ = self.hand.writer.db.execute_batch("PRAGMA foreign_keys = ON");
        }
    }
}

/// Returns the name of the log that a checkpoint signs: pseudonymous, one per vault and device.
#[must_use]
pub fn origin(vault: &Id, device: &Id) -> String {
    let digest = Sha256::new().chain_update(vault.bytes()).chain_update(device.bytes()).finalize();
    format!("tarazy/{}", super::header::hex(digest.get(..8).unwrap_or_default()))
}

/// Returns the salt of one field, which follows from the secret of its entry: disclosing one discloses no other.
#[must_use]
pub fn field_salt(secret: &[u8; 32], name: &str) -> [u8; 16] {
    let digest: [u8; 32] = Sha256::new().chain_update(secret).chain_update(name.as_bytes()).finalize().into();
    let mut salt = [0; 16];
    salt.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    salt
}

/// Hashes a row of a batch as a leaf of the batch's tree.
#[must_use]
pub fn row_hash(batch_salt: &[u8; 32], table: &Table, id: &Id, row: &Row) -> [u8; 32] {
    salted_row_hash(&row_salt(batch_salt, table, id), table, id, row)
}

/// Returns the salt of one row of a batch.
#[must_use]
pub fn row_salt(batch_salt: &[u8; 32], table: &Table, id: &Id) -> [u8; 16] {
    field_salt(batch_salt, &format!("{}.{id}", table.name))
}

/// Hashes a row of a batch by its own salt.
#[must_use]
pub fn salted_row_hash(salt: &[u8; 16], table: &Table, id: &Id, row: &Row) -> [u8; 32] {
    let name = format!("{}.{id}", table.name);
    let cells = table.counted(row).iter().map(|cell| match cell {
        Cell::Integer(i) => Scalar::Int(*i),
        Cell::Text(t) => Scalar::Text(t),
        Cell::Blob(b) => Scalar::Bytes(b),
        Cell::Null | Cell::Real(_) => Scalar::Null,
    });
    list_digest(salt, &name, cells)
}

/// Turns a database value into a ledger value. The schema has no reals.
#[must_use]
pub fn value_of(cell: &Cell) -> Value {
    match cell {
        Cell::Integer(i) => Value::Int(*i),
        Cell::Text(t) => Value::Text(t.clone()),
        Cell::Blob(b) => Value::Bytes(b.clone()),
        Cell::Null | Cell::Real(_) => Value::Null,
    }
}

/// Returns the name of a touched field inside an entry.
#[must_use]
pub fn touch_name(table: &str, id: &Id, column: &str) -> String {
    format!("{table}.{id}.{column}")
}

// The digests go into the signed entry, the values and the secret beside it: an entry can be handed over without its values.
fn disclose(secret: &[u8; 32], facts: &[(String, Value)], touches: &[Touch]) -> (Vec<FieldDigest>, Vec<u8>) {
    let mut fields = Vec::new();
    let mut digest = |name: String, value: &Value| {
        fields.push(FieldDigest { digest: field_digest(&field_salt(secret, &name), &name, value), name });
    };
    for (name, value) in facts {
        digest(name.clone(), value);
    }
    let mut listed = Vec::new();
    for touch in touches {
        let mut columns = Vec::new();
        let nothing = vec![Cell::Null; touch.after.len()];
        let before = touch.before.as_ref().unwrap_or(&nothing);
        for ((column, old), new) in touch.table.columns.iter().zip(before).zip(&touch.after) {
            if old != new || (touch.restated && *new != Cell::Null) {
                let pair = Value::Array(vec![value_of(old), value_of(new)]);
                digest(touch_name(touch.table.name, &touch.id, column), &pair);
                columns.push(Value::Array(vec![Value::Text((*column).to_owned()), pair]));
            }
        }
        listed.push(Value::Array(vec![
            Value::Text(touch.table.name.to_owned()),
            Value::Bytes(touch.id.bytes().to_vec()),
            Value::Bool(touch.before.is_none() || touch.restated),
            Value::Array(columns),
        ]));
    }
    let facts = facts.iter().map(|(n, v)| Value::Array(vec![Value::Text(n.clone()), v.clone()])).collect();
    let payload = Value::Map(BTreeMap::from([
        ("facts".to_owned(), Value::Array(facts)),
        ("secret".to_owned(), Value::Bytes(secret.to_vec())),
        ("touches".to_owned(), Value::Array(listed)),
    ]));
    (fields, encode(&payload))
}

pub(super) fn actor(db: &Connection) -> Result<String> {
    use rusqlite::OptionalExtension;
    let found: Option<String> = db
        .prepare_cached("SELECT value FROM settings WHERE name = 'actor'")
        .and_then(|mut s| s.query_row([], |r| r.get("value")).optional())
        .doing("reading who is at the keyboard")?;
    Ok(found.unwrap_or_default())
}

pub(super) fn signed(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
