//! Verification of a whole vault: pages, entries, checkpoints, files of exhibits, and every row against what the ledger says of it.
//!
//! A finding is an answer, not an error: an error means that it could not be checked.

use super::change::{CONCERNS, PURGED, origin, touch_name};
use super::export::{REGISTER_ROWS, REGISTER_SALT, SCHEMA, tree_of_trees};
use super::payload::{Payload, halves};
use super::purge::{BATCH_SALT, REDACTED, kept_leaves, redacted_of};
use super::record::{BATCHED, Row, TABLES, Table, row_of};
use super::salts::RowSalts;
use super::tip::{self, TIP};
use super::vault::{CHECKPOINT, Vault, check_pages, check_trees, recall};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, OptionalExtension};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tarazy_ledger::{Entry, Flaw, Frontier, Value, Walker, field_digest};

/// What verification found.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Entries walked.
    pub entries: u64,
    /// Checkpoints whose signature was checked.
    pub checkpoints: u64,
    /// Rows compared.
    pub rows: u64,
    /// What does not hold: code and place, at most [`FINDINGS_MAX`].
    pub findings: Vec<(&'static str, String)>,
    /// Root of the tree as walked.
    pub root: [u8; 32],
}

/// More findings than this are not listed.
pub const FINDINGS_MAX: usize = 100;

impl Report {
    pub(super) fn find(&mut self, code: &'static str, place: impl Into<String>) {
        if self.findings.len() < FINDINGS_MAX {
            self.findings.push((code, place.into()));
        }
    }
}

// What the entries say of one row.
#[derive(Default)]
struct Said {
    made: bool,
    // Something of it was purged: its leaf in the tree of its batch is kept, since it cannot be made any more.
    purged: bool,
    cells: BTreeMap<String, Value>,
    first: BTreeMap<String, Value>,
}

// What the entry says that brought a whole register from an open export: it stands at the beginning of every table.
struct Restored {
    by: Id,
    salt: Option<[u8; 32]>,
    root: [u8; 32],
    rows: BTreeMap<String, i64>,
}

impl Restored {
    fn holds(&self, table: &Table, place: i64) -> bool {
        self.rows.get(table.name).is_some_and(|n| place < *n)
    }
}

#[derive(Default)]
pub(super) struct Replay {
    // By table.
    rows: BTreeMap<String, BTreeMap<Id, Said>>,
    // Salt, unless a purge destroyed it, and root.
    batches: BTreeMap<Id, (Option<[u8; 32]>, [u8; 32])>,
    restored: Option<Restored>,
    undone: BTreeSet<Id>,
    touches: BTreeSet<(Id, u64)>,
    // Fields without a value, and those that a purge says were taken away.
    gone: BTreeMap<u64, BTreeSet<String>>,
    purged: BTreeMap<u64, BTreeSet<String>>,
}

/// Stops a check under way and hears how far it is.
#[derive(Clone)]
pub struct Watch {
    /// Set from outside: the check ends at the next chance, as cancelled.
    pub stop: Arc<AtomicBool>,
    /// Hears the name of each step that begins: pages, trees, words, ledger, rows, files, verdicts, in no fixed order. Three run at once.
    pub step: Arc<dyn Fn(&'static str) + Send + Sync>,
}

impl Default for Watch {
    fn default() -> Self {
        Self { stop: Arc::default(), step: Arc::new(|_| {}) }
    }
}

impl Watch {
    fn begin(&self, step: &'static str) -> Result<()> {
        (self.step)(step);
        self.goes_on()
    }

    fn goes_on(&self) -> Result<()> {
        if self.stop.load(Ordering::SeqCst) { Err(Error::Cancelled) } else { Ok(()) }
    }

    // What SQLite does inside one statement is stopped too.
    fn over(&self, db: &mut Connection) -> Result<()> {
        let stop = Arc::clone(&self.stop);
        db.progress_handler(100_000, Some(move || stop.load(Ordering::SeqCst))).doing("watching a check")
    }
}

impl Vault {
    /// Verifies everything. Reads only.
    ///
    /// # Errors
    /// Those that keep it from being checked; what is found is no error.
    pub fn verify(&self) -> Result<Report> {
        self.check(&Watch::default())
    }

    /// Verifies everything, by connections of its own: whoever reads or writes meanwhile is not held up, and what is written meanwhile is not looked at.
    ///
    /// # Errors
    /// [`Error::Cancelled`] where it was stopped, and those that keep it from being checked; what is found is no error.
    pub fn check(&self, watch: &Watch) -> Result<Report> {
        self.checked(watch).map_err(|error| if watch.stop.load(Ordering::SeqCst) { Error::Cancelled } else { error })
    }

    fn checked(&self, watch: &Watch) -> Result<Report> {
        let mut report = Report::default();
        // Both copies as they lie there now: either may have been damaged, or mended, since the vault was opened.
        let (lying, in_force) = self.headers()?;
        match lying {
            Ok(read) => {
                if read.one_copy {
                    report.find("header_one_copy", "");
                }
                if read.copies_differ || read.header != in_force {
                    report.find("header_differs", "");
                }
            }
            Err(Error::HeaderMissing | Error::HeaderDamaged) => report.find("header_gone", ""),
            Err(other) => return Err(other),
        }
        if let Some(size) = recall(&*self.read()?, super::rotate::CONTRADICTED)? {
            let size = size.try_into().map_or(0, u64::from_be_bytes);
            report.find("rolled_back", size.to_string());
        }
        if self.opened().checkpoint_old {
            report.find("checkpoint_altered", CHECKPOINT);
        }
        if self.opened().tip_changed {
            report.find("tip_damaged", TIP);
        }
        if self.has_old_header()? {
            report.find("header_old", "");
        }
        // The tip first: the ledger that is read afterwards is no shorter than it was then.
        let tip = self.tip_said()?;
        let (mut db, mut for_trees) = (self.own_reader()?, self.own_scanner()?);
        let (mut for_words, mut for_pages) = (self.own_scanner()?, self.own_scanner()?);
        for connection in [&mut db, &mut for_trees, &mut for_words, &mut for_pages] {
            watch.over(connection)?;
            connection.execute_batch("BEGIN; SELECT count(*) FROM vault_state").doing("beginning a check")?;
        }
        // Trees take longest; who of the others is done first looks at the pages too.
        let left = Mutex::new(Some(for_pages));
        let pages_then = &|| {
            let db = left.lock().unwrap_or_else(PoisonError::into_inner).take();
            db.map(|db| pages(&db, watch))
        };
        let (here, words, trees) = std::thread::scope(|scope| {
            let trees = scope.spawn(move || trees(&for_trees, watch));
            let words = scope.spawn(move || (words(&for_words, watch), pages_then()));
            let here = (self.entries_and_rows(&db, &tip, watch, &mut report), pages_then());
            (here, words.join(), trees.join())
        });
        const ABANDONED: Error = Error::Inside("a check was abandoned");
        let ((here, here_pages), (words, words_pages)) = (here, words.map_err(|_| ABANDONED)?);
        let trees = trees.map_err(|_| ABANDONED)?;
        let mut sound = true;
        for pages in [here_pages, words_pages].into_iter().flatten() {
            sound &= pages?;
        }
        match trees {
            Ok(trees) => sound &= trees,
            // Trees are looked for among damaged pages too, and may end there in any way.
            Err(error) if sound => return Err(error),
            Err(_) => watch.goes_on()?,
        }
        let mut found = Vec::new();
        if !sound {
            found.push(("page_damaged", String::new()));
        }
        for part in [here, words.map(|words| found.extend(words))] {
            match part {
                Ok(()) => {}
                // Pages that cannot be read stop the other parts of the check: they are what is wrong.
                Err(Error::DatabaseDamaged) if found.iter().any(|(code, _)| *code == "page_damaged") => {}
                Err(Error::DatabaseDamaged) => found.insert(0, ("page_damaged", String::new())),
                Err(other) => return Err(other),
            }
        }
        // Damaged pages are told first: the rest may follow from them.
        report.findings.splice(0..0, found);
        report.findings.truncate(FINDINGS_MAX);
        Ok(report)
    }

    fn entries_and_rows(&self, db: &Connection, tip: &tip::Said, watch: &Watch, report: &mut Report) -> Result<()> {
        watch.begin("ledger")?;
        let kept = std::fs::read_to_string(self.folder().join(CHECKPOINT)).ok();
        // Written whenever a session ends; a vault that was once closed has it.
        if kept.is_none() && recall(db, "closed_once")?.is_some() {
            report.find("checkpoint_gone", CHECKPOINT);
        }
        let replay = self.walk(db, report, kept.as_deref(), tip)?;
        watch.begin("rows")?;
        compare_rows(db, &replay, report)?;
        compare_restored(db, &replay, report)?;
        watch.begin("files")?;
        super::exhibits::compare(self, db, &replay, report, &|| watch.goes_on())?;
        compare_touches(db, replay.touches, report)?;
        watch.begin("verdicts")?;
        for id in self.rejudge_watched(&|db| watch.over(db))?.differing {
            report.find("verdict_differs", id.to_string());
        }
        super::judged::compare(db, &mut |item| report.find("verdict_differs", item.to_string()))
    }

    // What the tip says against what was walked: it was written after the database, so that it is never ahead of it.
    fn compare_tip(&self, tip: &tip::Said, db: &Connection, report: &mut Report) -> Result<()> {
        match tip {
            tip::Said::Gone if recall(db, "tip_once")?.is_some() => report.find("tip_gone", TIP),
            tip::Said::Damaged => report.find("tip_damaged", TIP),
            _ => {}
        }
        Ok(())
    }

    fn walk(&self, db: &Connection, report: &mut Report, kept: Option<&str>, tip: &tip::Said) -> Result<Replay> {
        self.compare_tip(tip, db, report)?;
        let tip = match tip {
            tip::Said::Until { end, .. } => Some(*end),
            tip::Said::Gone | tip::Said::Damaged => None,
        };
        let (public, _) = self.public();
        let name = origin(self.id(), self.device());
        let mut walker = Walker::new(*self.id().bytes(), *self.device().bytes(), public, &name);
        let kept = kept.map(|note| tarazy_ledger::open(note, &public, &name));
        let mut replay = Replay::default();
        let mut statement = db
            .prepare("SELECT seq, kind, object, actor, recorded_at, bytes, payload, leaf, (SELECT note FROM ledger_checkpoints c WHERE c.size = e.seq + 1) AS note FROM ledger_entries e ORDER BY seq")
            .doing("preparing to walk the ledger")?;
        let mut rows = statement.query([]).doing("walking the ledger")?;
        while let Some(r) = rows.next().doing("walking the ledger")? {
            let seq = r.get::<_, i64>("seq").doing("walking the ledger")?.unsigned_abs();
            let bytes: Vec<u8> = r.get("bytes").doing("walking the ledger")?;
            match walker.take(seq, &bytes) {
                Err(flaw) => report.find(flaw.code(), seq.to_string()),
                Ok(entry) => {
                    if !columns_agree(r, &entry).doing("walking the ledger")? {
                        report.find("entry_altered", seq.to_string());
                    }
                    let payload: Vec<u8> = r.get("payload").doing("walking the ledger")?;
                    let actor: String = r.get("actor").doing("walking the ledger")?;
                    if replay.take(&entry, &payload, &actor).is_none() {
                        report.find("entry_altered", seq.to_string());
                    }
                }
            }
            let note: Option<String> = r.get("note").doing("walking the ledger")?;
            match note {
                None => report.find("checkpoint_missing", seq.to_string()),
                Some(note) => match walker.check(&note) {
                    Ok(()) => report.checkpoints += 1,
                    // Everything after the first disagreement disagrees too: it is told once.
                    Err(Flaw::Unsettled) => {}
                    Err(flaw) => report.find(flaw.code(), seq.to_string()),
                },
            }
            report.entries += 1;
            if let Some(Ok(checkpoint)) = &kept
                && checkpoint.size == walker.size()
                && checkpoint.root != walker.root()
            {
                report.find("rolled_back", seq.to_string());
            }
            if tip.is_some_and(|(size, root)| size == walker.size() && root != walker.root()) {
                report.find("rolled_back", seq.to_string());
            }
        }
        if let Some((size, _)) = tip.filter(|(size, _)| *size > walker.size()) {
            report.find("rolled_back", size.to_string());
        }
        match kept {
            Some(Ok(checkpoint)) if checkpoint.size > walker.size() => report.find("rolled_back", checkpoint.size.to_string()),
            Some(Err(_)) => report.find("checkpoint_altered", CHECKPOINT),
            _ => {}
        }
        // The end of the ledger as the same state of the database has it.
        let end = recall(db, "frontier")?.and_then(|bytes| Frontier::from_bytes(&bytes).ok()).ok_or(Error::DatabaseDamaged)?;
        if end.size() != walker.size() || end.root() != walker.root() {
            report.find("entry_missing", end.size().to_string());
        }
        report.root = walker.root();
        replay.compare_purged(report);
        Ok(replay)
    }
}

// The part of a check that looks at pages: whether all are as they were written.
fn pages(db: &Connection, watch: &Watch) -> Result<bool> {
    watch.begin("pages")?;
    is_sound(check_pages(db))
}

// The part that looks at what pages make together: trees, and indexes that agree with their tables.
fn trees(db: &Connection, watch: &Watch) -> Result<bool> {
    watch.begin("trees")?;
    // Every row is looked up in every index: with the memory of a scanner a million orders take five times as long.
    db.execute_batch("PRAGMA cache_size = -262144").doing("making room for a check")?;
    is_sound(check_trees(db))
}

fn is_sound(checked: Result<()>) -> Result<bool> {
    match checked {
        Ok(()) => Ok(true),
        Err(Error::DatabaseDamaged) => Ok(false),
        Err(other) => Err(other),
    }
}

// The part that looks at the words of the filter.
fn words(db: &Connection, watch: &Watch) -> Result<Vec<(&'static str, String)>> {
    let mut report = Report::default();
    watch.begin("words")?;
    compare_words(db, &mut report)?;
    Ok(report.findings)
}

fn columns_agree(r: &rusqlite::Row<'_>, entry: &Entry) -> rusqlite::Result<bool> {
    let kind: String = r.get("kind")?;
    let object: [u8; 16] = r.get("object")?;
    let recorded_at: i64 = r.get("recorded_at")?;
    let leaf: [u8; 32] = r.get("leaf")?;
    let bytes: Vec<u8> = r.get("bytes")?;
    Ok(kind == entry.kind
        && object == entry.object
        && recorded_at == entry.recorded_at
        && leaf == tarazy_ledger::leaf_hash(&bytes))
}

impl Replay {
    /// Says whether the row at a place of a table came with a register that was read back.
    pub(super) fn restored(&self, table: &Table, place: i64) -> bool {
        self.restored.as_ref().is_some_and(|restored| restored.holds(table, place))
    }

    fn said(&self, table: &Table, id: &Id) -> Option<&Said> {
        self.rows.get(table.name)?.get(id)
    }

    fn is_purged(&self, table: &Table, id: &Id) -> bool {
        self.said(table, id).is_some_and(|said| said.purged)
    }

    // A value may be gone only where a purge says so, and what a purge took away may not be there again.
    fn compare_purged(&self, report: &mut Report) {
        let entries: BTreeSet<&u64> = self.gone.keys().chain(self.purged.keys()).collect();
        for seq in entries {
            if self.gone.get(seq) != self.purged.get(seq) {
                report.find("entry_altered", seq.to_string());
            }
        }
    }

    // Returns nothing when the values beside the entry are not the ones its digests were made of.
    fn take(&mut self, entry: &Entry, payload: &[u8], actor: &str) -> Option<()> {
        let payload = Payload::read(payload)?;
        let digests: BTreeMap<&str, &[u8; 32]> = entry.fields.iter().map(|f| (f.name.as_str(), &f.digest)).collect();
        let (mut seen, mut gone) = (0usize, BTreeSet::new());
        let mut holds = |name: &str, value: Option<&Value>| {
            seen += 1;
            match (digests.get(name), value, payload.salt(name)) {
                (Some(digest), Some(value), Some(salt)) => **digest == field_digest(&salt, name, value),
                (Some(_), None, None) => gone.insert(name.to_owned()),
                _ => false,
            }
        };
        self.touches.insert((Id::from_bytes(entry.object), entry.seq));
        if entry.kind == "register_imported" {
            // The list that a new vault begins with made way for the one in the export.
            self.rows.retain(|table, _| table == "settings");
        }
        let (mut register_salt, mut register_rows) = (None, None);
        for (name, value) in &payload.facts {
            if !holds(name, value.as_ref()) {
                return None;
            }
            if name == "actor"
                && value.as_ref().map_or("", |said| if let Value::Text(said) = said { said } else { "\0" }) != actor
            {
                return None;
            }
            if let (CONCERNS, Some(Value::Array(ids))) = (name.as_str(), value) {
                for id in ids {
                    let Value::Bytes(id) = id else { return None };
                    self.touches.insert((Id::from_slice(id).ok()?, entry.seq));
                }
            }
            match (name.as_str(), value) {
                (REGISTER_SALT, Some(Value::Bytes(salt))) => register_salt = <[u8; 32]>::try_from(salt.as_slice()).ok(),
                (REGISTER_ROWS, Some(Value::Map(rows))) => {
                    let counted = |(table, n): (&String, &Value)| match n {
                        Value::Int(n) => Some((table.clone(), *n)),
                        _ => None,
                    };
                    register_rows = Some(rows.iter().map(counted).collect::<Option<BTreeMap<_, _>>>()?);
                }
                (REDACTED, Some(listed)) if entry.kind == PURGED => {
                    for (seq, names) in redacted_of(listed)? {
                        // What comes later was not there yet.
                        if seq >= entry.seq {
                            return None;
                        }
                        self.purged.entry(seq).or_default().extend(names);
                    }
                }
                _ => {}
            }
            if let (BATCH_SALT, Some(root)) = (name.as_str(), entry.rows_root) {
                let salt = match value {
                    Some(Value::Bytes(salt)) => Some(salt.as_slice().try_into().ok()?),
                    Some(_) => return None,
                    None => None,
                };
                self.batches.insert(Id::from_bytes(entry.object), (salt, root));
            }
        }
        if entry.kind == "register_imported" {
            let restored =
                Restored { by: Id::from_bytes(entry.object), salt: register_salt, root: entry.rows_root?, rows: register_rows? };
            self.restored = Some(restored);
        }
        for touch in &payload.touches {
            let id = touch.id;
            self.touches.insert((id, entry.seq));
            let said = self.rows.entry(touch.table.clone()).or_default().entry(id).or_default();
            said.made |= touch.made;
            for (column, pair) in &touch.columns {
                if !holds(&touch_name(&touch.table, &id, column), pair.as_ref()) {
                    return None;
                }
                let Some(pair) = pair else {
                    // What the next entry finds there is not known here.
                    said.cells.remove(column);
                    continue;
                };
                let (before, after) = halves(pair)?;
                // What was there before must be what the last entry left.
                if said.cells.get(column).is_some_and(|left| left != before) {
                    return None;
                }
                said.first.entry(column.clone()).or_insert_with(|| before.clone());
                said.cells.insert(column.clone(), after.clone());
            }
            // What a purge itself added, as a line of custody, was never otherwise: it is made like any row.
            said.purged |= entry.kind == PURGED;
        }
        if entry.kind == "import_undone" {
            self.undone.insert(Id::from_bytes(entry.object));
        }
        if !gone.is_empty() {
            self.gone.insert(entry.seq, gone);
        }
        (seen == entry.fields.len()).then_some(())
    }
}

// Every row against what the entries say of it, and every import's tree anew from its rows as they were when imported. All trees grow at once, table by
// table, so that one reading of each table is enough: those that imports write stand here in the order in which a batch seals them.
fn compare_rows(db: &Connection, replay: &Replay, report: &mut Report) -> Result<()> {
    let mut trees: BTreeMap<Id, Frontier> = replay.batches.keys().map(|batch| (*batch, Frontier::new())).collect();
    // What seals imports may be damaged and the rows not: these are compared all the same.
    let (leaves, mut sealed) = match kept_leaves(db) {
        Ok(leaves) => (leaves, Ok(())),
        Err(error) => (BTreeMap::default(), Err(error)),
    };
    for table in TABLES {
        let said_of = replay.rows.get(table.name);
        let mut left: BTreeSet<Id> = said_of.into_iter().flatten().filter(|(_, said)| said.made).map(|(id, _)| *id).collect();
        let is_batched = BATCHED.iter().any(|batched| batched.name == table.name);
        let mut salts: BTreeMap<Id, RowSalts<'_>> = replay
            .batches
            .iter()
            .filter(|_| is_batched)
            .map(|(batch, (salt, _))| (*batch, RowSalts::new(db, *batch, table, *salt)))
            .collect();
        let mut statement = db.prepare(table.scan).doing("preparing to compare rows")?;
        let mut rows = statement.query([]).doing("comparing rows")?;
        let mut place = 0;
        while let Some(r) = rows.next().doing("comparing rows")? {
            let (id, mut row) = with_id(r, table).doing("comparing rows")?;
            report.rows += 1;
            left.remove(&id);
            let said = replay.said(table, &id);
            let restored = replay.restored(table, place);
            place += 1;
            let batch = batch_of(table, &row);
            let of_batch =
                restored || batch.is_some_and(|batch| replay.batches.contains_key(&batch) && !replay.undone.contains(&batch));
            let agrees = match said {
                Some(said) if said.made => cells_agree(table, &row, said, true),
                Some(said) => of_batch && cells_agree(table, &row, said, false),
                None => of_batch,
            };
            if !agrees {
                report.find(if said.is_some() { "row_altered" } else { "row_unknown" }, self::place(table, &id, &row));
            }
            let Some(batch) = batch.filter(|_| sealed.is_ok()) else { continue };
            if let (Some(salts), Some(tree)) = (salts.get_mut(&batch), trees.get_mut(&batch)) {
                match sealed_leaf(replay, &leaves, salts, table, &id, &mut row) {
                    Ok(leaf) => tree.push(leaf),
                    Err(error) => sealed = Err(error),
                }
            }
        }
        for id in left {
            report.find("row_missing", format!("{} {id}", table.name));
        }
    }
    sealed?;
    compare_batches(db, replay, &trees, report)
}

fn compare_batches(db: &Connection, replay: &Replay, trees: &BTreeMap<Id, Frontier>, report: &mut Report) -> Result<()> {
    for (batch, (_, root)) in &replay.batches {
        let expected = if replay.undone.contains(batch) { Frontier::new().root() } else { *root };
        if trees.get(batch).is_none_or(|tree| tree.root() != expected) {
            let name: Option<String> = db
                .query_row("SELECT name FROM import_batches WHERE id = ?1", [&batch.bytes()[..]], |r| r.get("name"))
                .optional()
                .doing("naming an import")?;
            report.find("batch_altered", name.unwrap_or_else(|| batch.to_string()));
        }
    }
    Ok(())
}

// The leaf of a row as it was when it was sealed; of one that was purged it cannot be made any more, and is kept.
fn sealed_leaf(
    replay: &Replay,
    leaves: &BTreeMap<Id, [u8; 32]>,
    salts: &mut RowSalts<'_>,
    table: &Table,
    id: &Id,
    row: &mut Row,
) -> Result<[u8; 32]> {
    undo(replay, table, id, row);
    let hash = salts.hash(id, row)?;
    Ok(leaves.get(id).filter(|_| replay.is_purged(table, id)).copied().unwrap_or(hash))
}

// Puts a row back to what it was before the first entry that changed it.
fn undo(replay: &Replay, table: &Table, id: &Id, row: &mut Row) {
    if let Some(said) = replay.said(table, id) {
        for (column, cell) in table.columns.iter().zip(row) {
            if let Some(before) = said.first.get(*column) {
                *cell = cell_of(before);
            }
        }
    }
}

// The tree of a register that was read back is a tree of trees, one for each table, whatever the order in which the file told them.
fn compare_restored(db: &Connection, replay: &Replay, report: &mut Report) -> Result<()> {
    let Some(restored) = &replay.restored else { return Ok(()) };
    let leaves = kept_leaves(db)?;
    let mut trees = BTreeMap::new();
    for name in restored.rows.keys() {
        let Some(table) = Table::named(name) else {
            report.find("batch_altered", name.clone());
            continue;
        };
        let mut frontier = Frontier::new();
        let mut statement = db.prepare(table.scan).doing("preparing to compare a register")?;
        let mut rows = statement.query([]).doing("comparing a register")?;
        let mut salts = RowSalts::new(db, restored.by, table, restored.salt);
        let mut place = 0;
        while let Some(r) = rows.next().doing("comparing a register")? {
            if !restored.holds(table, place) {
                break;
            }
            place += 1;
            let (id, mut row) = with_id(r, table).doing("comparing a register")?;
            frontier.push(sealed_leaf(replay, &leaves, &mut salts, table, &id, &mut row)?);
        }
        trees.insert(name.as_str(), frontier);
    }
    if tree_of_trees(&trees).root() != restored.root {
        report.find("batch_altered", SCHEMA);
    }
    Ok(())
}

// The index from things to entries is what histories are read from, so it is held to the entries too.
fn compare_touches(db: &Connection, mut due: BTreeSet<(Id, u64)>, report: &mut Report) -> Result<()> {
    let mut statement = db.prepare("SELECT id, seq FROM ledger_touches").doing("preparing to compare the index")?;
    let mut rows = statement.query([]).doing("comparing the index")?;
    while let Some(r) = rows.next().doing("comparing the index")? {
        let id: [u8; 16] = r.get("id").doing("comparing the index")?;
        let seq = r.get::<_, i64>("seq").doing("comparing the index")?.unsigned_abs();
        if !due.remove(&(Id::from_bytes(id), seq)) {
            report.find("index_altered", seq.to_string());
        }
    }
    for (_, seq) in due {
        report.find("index_altered", seq.to_string());
    }
    Ok(())
}

// What search and filter look into is derived, but an order that they hide is as good as removed.
fn compare_words(db: &Connection, report: &mut Report) -> Result<()> {
    let (mut sum, stems) = (super::search::Sum::default(), crate::model::stem::Stems::default());
    super::search::each_order(db, i64::MIN..=i64::MAX, &mut |number, _, source| {
        sum.expect(number, &source, &stems);
        Ok(())
    })?;
    for number in sum.compare(db)? {
        let reference: Option<String> = db
            .query_row("SELECT reference FROM orders WHERE rowid = ?1", [number], |r| r.get("reference"))
            .optional()
            .doing("naming an order")?;
        report.find("words_altered", reference.unwrap_or_else(|| number.to_string()));
    }
    Ok(())
}

pub(super) fn with_id(r: &rusqlite::Row<'_>, table: &Table) -> rusqlite::Result<(Id, Row)> {
    let width = table.columns.len();
    let id: [u8; 16] = r.get(width)?;
    Ok((Id::from_bytes(id), row_of(r, width)?))
}

fn batch_of(table: &Table, row: &Row) -> Option<Id> {
    match (table.columns.first(), row.first()) {
        (Some(&"batch_id"), Some(Cell::Blob(b))) => Id::from_slice(b).ok(),
        _ => None,
    }
}

fn cells_agree(table: &Table, row: &Row, said: &Said, all: bool) -> bool {
    table.columns.iter().zip(row).all(|(column, cell)| match said.cells.get(*column) {
        Some(value) => super::change::value_of(cell) == *value,
        None => !all || *cell == Cell::Null,
    })
}

fn cell_of(value: &Value) -> Cell {
    match value {
        Value::Int(i) => Cell::Integer(*i),
        Value::Text(t) => Cell::Text(t.clone()),
        Value::Bytes(b) => Cell::Blob(b.clone()),
        _ => Cell::Null,
    }
}

fn place(table: &Table, id: &Id, row: &Row) -> String {
    let at = table.columns.iter().position(|c| *c == "reference").and_then(|i| row.get(i));
    match at {
        Some(Cell::Text(reference)) => format!("{} {reference}", table.name),
        _ => format!("{} {id}", table.name),
    }
}

#[cfg(test)]
mod tests {
    use super::{BATCHED, TABLES};

    #[test]
    fn tables_stand_in_the_order_in_which_a_batch_seals_them() {
        let batched = BATCHED.map(|table| table.name);
        let listed: Vec<&str> = TABLES.iter().map(|table| table.name).filter(|name| batched.contains(name)).collect();
        assert_eq!(listed, batched);
    }
}
