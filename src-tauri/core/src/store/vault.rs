//! A vault: a folder with a header, an encrypted database, encrypted files beside it and a lock. Opening deletes, truncates and repairs nothing; what
//! the vault itself noted as begun and never finished is all that it takes away.

use super::change::{Change, Hand};
use super::counts::LastCounts;
use super::header::{self, HEADER, HEADER_COPY, Header};
use super::orders::View;
use super::search::Vocabulary;
use super::secret::{KdfCost, Key, Passphrase};
use super::stirred::Stirred;
use super::table::{Arranged, Sort, arrange, rows_of};
use crate::env::Env;
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::rubric::Rubric;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use std::collections::BTreeMap;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tarazy_ledger::{Frontier, Signer};
use zeroize::Zeroizing;

/// Name of the database inside the vault folder.
pub const DATABASE: &str = "vault.db";
/// Name of the last checkpoint of the last closed session: it lets a rolled-back database be told.
pub const CHECKPOINT: &str = "checkpoint";
const LOCK: &str = "lock";
const MIGRATIONS: [&str; 11] = [
    include_str!("migrations/0001.sql"),
    include_str!("migrations/0002.sql"),
    include_str!("migrations/0003.sql"),
    include_str!("migrations/0004.sql"),
    include_str!("migrations/0005.sql"),
    include_str!("migrations/0006.sql"),
    include_str!("migrations/0007.sql"),
    include_str!("migrations/0008.sql"),
    include_str!("migrations/0009.sql"),
    include_str!("migrations/0010.sql"),
    include_str!("migrations/0011.sql"),
];

// The step after which verdicts are settled anew: what follows from answers is compared like the answers, and the application and the expert
// decision are part of what is judged.
const SETTLES_ANEW: u32 = 7;

/// End of the ledger, kept beside the writer.
#[derive(Clone)]
pub(super) struct Tail {
    pub frontier: Frontier,
    pub last: [u8; 32],
}

/// The one connection that writes.
pub(super) struct Writer {
    pub db: Connection,
    pub tail: Tail,
}

// The rows of the last view of the orders table, so that a page costs no second sorting.
struct LastView {
    view: View,
    version: u64,
    rows: Arc<Vec<i64>>,
    all: usize,
}

// The last order of all rows, so that a keystroke in the filter costs no sorting.
struct LastOrder {
    sort: Sort,
    version: u64,
    arranged: Arc<Arranged>,
}

/// The connection that reads, at one state of the register for as long as it is held: what it tells belongs together, and the
/// file is not locked again for every statement.
pub struct Reader<'v>(MutexGuard<'v, Connection>);

impl<'v> Reader<'v> {
    fn begin(reader: MutexGuard<'v, Connection>) -> Result<Self> {
        if !reader.is_autocommit() {
            reader.execute_batch("ROLLBACK").doing("ending an earlier reading")?;
        }
        reader.prepare_cached("BEGIN").and_then(|mut s| s.execute([])).doing("beginning to read")?;
        Ok(Self(reader))
    }
}

impl std::ops::Deref for Reader<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.0
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        // Nothing was written: what cannot be ended now is ended before the next reading begins.
        let _ = self.0.prepare_cached("COMMIT").and_then(|mut s| s.execute([]));
    }
}

/// An open vault. Dropping it closes the database and forgets the keys.
pub struct Vault {
    folder: PathBuf,
    writer: Mutex<Writer>,
    reader: Mutex<Connection>,
    last_view: Mutex<Option<LastView>>,
    last_order: Mutex<Option<LastOrder>>,
    pub(super) vocabulary: Vocabulary,
    pub(super) last_counts: Mutex<LastCounts>,
    pub(super) stirred: Stirred,
    /// Versions of the method that were read; what was adopted never changes.
    pub(super) rubrics: Mutex<BTreeMap<String, Arc<Rubric>>>,
    header: Mutex<Header>,
    master: Key,
    signer: Signer,
    id: Id,
    device: Id,
    env: Env,
    one_header_copy: bool,
    /// The checkpoint file contradicts the ledger and is kept as it is.
    evidence: bool,
    // Held until the vault is dropped: the operating system's own lock keeps a second instance out.
    _lock: File,
}

/// What stands at a place, told without any key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing.
    Absent,
    /// A vault, or what is left of one.
    Present,
}

/// Says whether a vault stands at this place.
#[must_use]
pub fn standing(folder: &Path) -> Standing {
    if [HEADER, HEADER_COPY, DATABASE].iter().any(|n| folder.join(n).exists()) { Standing::Present } else { Standing::Absent }
}

impl Vault {
    /// Makes a vault at a place where there is none.
    pub fn create(folder: &Path, passphrase: &Passphrase, kdf: KdfCost, env: &Env) -> Result<Self> {
        if standing(folder) == Standing::Present {
            return Err(Error::VaultExists);
        }
        if folder.exists() && std::fs::read_dir(folder).doing("looking into the folder")?.next().is_some() {
            return Err(Error::VaultExists);
        }
        std::fs::create_dir_all(folder).doing("making the vault's folder")?;
        keep_private(folder)?;
        let lock = lock(folder)?;
        let (id, device, master) =
            (Id::draw(env).doing("naming the vault")?, Id::draw(env).doing("naming the device")?, Key::draw(env)?);
        let mut salt = [0u8; 16];
        env.entropy.fill(&mut salt).doing("drawing the database's salt")?;
        let header = Header::new(env, id, &salt, &master, (passphrase, kdf))?;
        let seed = Key::draw(env)?;
        let db = connect(folder, &master, &salt, Access::Create)?;
        migrate(&db)?;
        super::search::bring_up(&db)?;
        let frontier = Frontier::new();
        keep(&db, "vault", id.bytes())?;
        keep(&db, "device", device.bytes())?;
        keep(&db, "seed", seed.bytes())?;
        keep(&db, "frontier", &frontier.to_bytes())?;
        keep(&db, "last_leaf", &[0; 32])?;
        keep(&db, "header_epoch", &header.epoch.to_be_bytes())?;
        // The header comes last: a vault whose making was cut off has none and is not taken for a damaged one.
        header.write(folder, &master)?;
        Self::assemble(folder, header, master, db, (env, lock, false))
    }

    /// Opens the vault with a passphrase.
    pub fn open(folder: &Path, passphrase: &Passphrase, env: &Env) -> Result<Self> {
        if standing(folder) == Standing::Absent {
            return Err(Error::VaultAbsent);
        }
        let read = header::read(folder)?;
        if !folder.join(DATABASE).exists() {
            return Err(Error::DatabaseDamaged);
        }
        let lock = lock(folder)?;
        let master = read.header.open(passphrase)?;
        if !read.is_vouched(&master)? {
            return Err(Error::HeaderDamaged);
        }
        let salt = read.header.salt()?;
        let db = connect(folder, &master, &salt, Access::Write).map_err(|e| told_apart(e, folder, &salt))?;
        let found: Option<Vec<u8>> = recall(&db, "vault").map_err(|e| told_apart(e, folder, &salt))?;
        if found.as_deref() != Some(&read.header.id()?.bytes()[..]) {
            return Err(Error::HeaderForeign);
        }
        migrate(&db)?;
        if recall(&db, "dirty")?.is_some_and(|v| v == [1]) {
            check_pages(&db)?;
        }
        super::search::bring_up(&db)?;
        super::blobs::collect(&db, folder, &master)?;
        let one_copy = read.one_copy;
        Self::assemble(folder, read.header, master, db, (env, lock, one_copy))
    }

    fn assemble(folder: &Path, header: Header, master: Key, mut db: Connection, rest: (&Env, File, bool)) -> Result<Self> {
        let (env, lock, one_header_copy) = rest;
        let must = |name| recall(&db, name).and_then(|v| v.ok_or(Error::DatabaseDamaged));
        let seed: [u8; 32] = Zeroizing::new(must("seed")?).as_slice().try_into().map_err(|_| Error::DatabaseDamaged)?;
        let tail = Tail {
            frontier: Frontier::from_bytes(&must("frontier")?).map_err(|_| Error::DatabaseDamaged)?,
            last: must("last_leaf")?.try_into().map_err(|_| Error::DatabaseDamaged)?,
        };
        let device = Id::from_slice(&must("device")?).map_err(|_| Error::DatabaseDamaged)?;
        let reader = connect(folder, &master, &header.salt()?, Access::Read)?;
        let signer = Signer::from_seed(seed);
        let evidence = is_evidence(&db, folder, &signer, &super::change::origin(&header.id()?, &device))?;
        keep(&db, "dirty", &[1])?;
        let stirred = Stirred::default();
        stirred.listen(&mut db, version(&reader)?)?;
        Ok(Self {
            id: header.id()?,
            folder: folder.to_owned(),
            writer: Mutex::new(Writer { db, tail }),
            reader: Mutex::new(reader),
            last_view: Mutex::new(None),
            last_order: Mutex::new(None),
            vocabulary: Vocabulary::default(),
            last_counts: Mutex::default(),
            stirred,
            rubrics: Mutex::default(),
            header: Mutex::new(header),
            master,
            signer,
            device,
            env: env.clone(),
            one_header_copy,
            evidence,
            _lock: lock,
        })
    }

    /// Begins a change. Another change under way is waited for.
    pub fn begin(&self) -> Result<Change<'_>> {
        Change::begin(self.hand()?, false)
    }

    /// Begins a change whose references between rows are not looked up one by one: an import names only what it found or made itself in the
    /// same transaction, and seven look-ups for each of a million orders are a tenth of its time. The next change looks them up again.
    pub(super) fn begin_trusted(&self) -> Result<Change<'_>> {
        Change::begin(self.hand()?, true)
    }

    fn hand(&self) -> Result<Hand<'_>> {
        let writer = self.writer.lock().map_err(|_| Error::Inside("the writer was abandoned"))?;
        Ok(Hand { writer, stirred: &self.stirred, env: &self.env, signer: &self.signer, vault: self.id, device: self.device })
    }

    /// Lends the read-only connection.
    pub fn read(&self) -> Result<Reader<'_>> {
        let reader = self.reader.lock().map_err(|_| Error::Inside("the reader was abandoned"))?;
        Reader::begin(reader)
    }

    /// Opens another read-only connection: long readings do not keep the window waiting.
    pub(super) fn own_reader(&self) -> Result<Connection> {
        let salt = self.header.lock().map_err(|_| Error::Inside("the header was abandoned"))?.salt()?;
        connect(&self.folder, &self.master, &salt, Access::Read)
    }

    /// Opens another read-only connection for one reading of whole tables: what it read once it does not read again, so it keeps little.
    pub(super) fn own_scanner(&self) -> Result<Connection> {
        let db = self.own_reader()?;
        db.execute_batch("PRAGMA cache_size = -4096").doing("making a scanner")?;
        Ok(db)
    }

    /// Returns the rows of a view and the number of all orders, from memory when nothing was written since the last page.
    pub(super) fn view_rows(&self, db: &Connection, view: &View) -> Result<(Arc<Vec<i64>>, usize)> {
        let mut last = self.last_view.lock().map_err(|_| Error::Inside("the view was abandoned"))?;
        let version = version(db)?;
        if let Some(kept) = last.as_ref().filter(|k| k.version == version && k.view == *view) {
            return Ok((Arc::clone(&kept.rows), kept.all));
        }
        let all = super::orders::count_orders(db)?;
        let rows = Arc::new(rows_of(db, &self.vocabulary, view, || self.arranged(db, view.sort, version))?);
        *last = Some(LastView { view: view.clone(), version, rows: Arc::clone(&rows), all });
        Ok((rows, all))
    }

    fn arranged(&self, db: &Connection, sort: Sort, version: u64) -> Result<Arc<Arranged>> {
        let mut last = self.last_order.lock().map_err(|_| Error::Inside("the order was abandoned"))?;
        if let Some(kept) = last.as_ref().filter(|k| k.version == version && k.sort == sort) {
            return Ok(Arc::clone(&kept.arranged));
        }
        let arranged = Arc::new(arrange(db, sort)?);
        *last = Some(LastOrder { sort, version, arranged: Arc::clone(&arranged) });
        Ok(arranged)
    }

    /// Returns size and root of the ledger as the writer knows them.
    pub(super) fn scratch_tail(&self) -> Result<(u64, [u8; 32])> {
        let writer = self.writer.lock().map_err(|_| Error::Inside("the writer was abandoned"))?;
        Ok((writer.tail.frontier.size(), writer.tail.frontier.root()))
    }

    /// Keeps something that is no record, such as answers not handed in yet.
    pub fn scratch<T>(&self, write: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let writer = self.writer.lock().map_err(|_| Error::Inside("the writer was abandoned"))?;
        write(&writer.db)
    }

    /// Keeps something that follows from the register at an edition, so that it need not be worked out again after the vault is opened next. Where
    /// somebody is writing it is not kept: nothing depends on it.
    pub fn keep_derived(&self, name: &str, edition: u64, value: &[u8]) -> Result<()> {
        let Ok(writer) = self.writer.try_lock() else { return Ok(()) };
        let kept = [&edition.to_be_bytes()[..], super::change::APP.as_bytes(), &[0], value].concat();
        // Without room for it, it is worked out again.
        let _ = keep(&writer.db, name, &kept);
        Ok(())
    }

    /// Returns what was kept last by this version of the app, and of which edition.
    pub fn derived(&self, name: &str) -> Result<Option<(u64, Vec<u8>)>> {
        let kept = recall(&*self.read()?, name)?;
        let read = |kept: Vec<u8>| {
            let (edition, rest) = kept.split_first_chunk::<8>()?;
            let value = rest.strip_prefix(super::change::APP.as_bytes())?.strip_prefix(&[0])?;
            Some((u64::from_be_bytes(*edition), value.to_vec()))
        };
        Ok(kept.and_then(read))
    }

    /// Replaces the passphrase: the old one must open the vault; an older copy of the header still opens with it.
    pub fn change_passphrase(&self, old: &Passphrase, new: &Passphrase, kdf: KdfCost) -> Result<u64> {
        let mut header = self.header.lock().map_err(|_| Error::Inside("the header was abandoned"))?;
        header.open(old)?;
        let mut next = header.clone();
        next.epoch += 1;
        next.set_passphrase(&self.env, &self.master, new, kdf)?;
        // The database learns the new epoch first: should the power fail in between, the old header still opens and says it is old.
        let mut change = self.begin()?;
        keep(change.db(), "header_epoch", &next.epoch.to_be_bytes())?;
        change.state("epoch", tarazy_ledger::Value::Int(super::change::signed(next.epoch)));
        let seq = change.commit(super::change::Event::PassphraseChanged, &self.id)?;
        next.write(&self.folder, &self.master)?;
        *header = next;
        Ok(seq)
    }

    pub(super) const fn master(&self) -> &Key {
        &self.master
    }

    /// Returns the environment.
    #[must_use]
    pub const fn env(&self) -> &Env {
        &self.env
    }

    /// Returns the identifier of the vault.
    #[must_use]
    pub const fn id(&self) -> &Id {
        &self.id
    }

    /// Returns the identifier of this device.
    #[must_use]
    pub const fn device(&self) -> &Id {
        &self.device
    }

    /// Returns the key pair's public half and its short form.
    #[must_use]
    pub fn public(&self) -> ([u8; 32], String) {
        (self.signer.public(), self.signer.fingerprint())
    }

    /// Returns the key of the ledger.
    pub(super) const fn signer(&self) -> &Signer {
        &self.signer
    }

    /// Returns the folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Says whether one of the two header copies could not be read.
    #[must_use]
    pub const fn has_one_header_copy(&self) -> bool {
        self.one_header_copy
    }

    /// Says whether the header is older than the database knows: somebody put an old copy back.
    pub fn has_old_header(&self) -> Result<bool> {
        let header = self.header.lock().map_err(|_| Error::Inside("the header was abandoned"))?;
        let known = recall(&*self.read()?, "header_epoch")?;
        Ok(known.is_some_and(|v| v != header.epoch.to_be_bytes()))
    }

    /// Closes cleanly: the last checkpoint goes beside the database, the write-ahead log is emptied.
    pub fn close(self) -> Result<()> {
        {
            let writer = self.writer.lock().map_err(|_| Error::Inside("the writer was abandoned"))?;
            let note: Option<String> = writer
                .db
                .query_row("SELECT note FROM ledger_checkpoints ORDER BY size DESC LIMIT 1", [], |r| r.get("note"))
                .optional()
                .doing("reading the last checkpoint")?;
            // A file that contradicts the ledger is what shows that the database was put back: it stays as it is.
            if let Some(note) = note.filter(|_| !self.evidence) {
                header::replace(&self.folder, CHECKPOINT, note.as_bytes())?;
                keep(&writer.db, "closed_once", &[1])?;
            }
            keep(&writer.db, "dirty", &[0])?;
        }
        drop(self.reader);
        let writer = self.writer.into_inner().map_err(|_| Error::Inside("the writer was abandoned"))?;
        writer.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).doing("emptying the write-ahead log")?;
        writer.db.close().map_err(|(_, e)| e).doing("closing the database")
    }
}

/// Says whether the checkpoint file contradicts the ledger: it is gone although there was one, or it is no checkpoint of this ledger.
fn is_evidence(db: &Connection, folder: &Path, signer: &Signer, name: &str) -> Result<bool> {
    let Ok(kept) = std::fs::read_to_string(folder.join(CHECKPOINT)) else {
        return Ok(recall(db, "closed_once")?.is_some());
    };
    let Ok(checkpoint) = tarazy_ledger::open(&kept, &signer.public(), name) else { return Ok(true) };
    // Signing is deterministic, so the ledger holds the very same note at its size, or another ledger wrote the file.
    let held: Option<String> = db
        .query_row("SELECT note FROM ledger_checkpoints WHERE size = ?1", [super::change::signed(checkpoint.size)], |r| {
            r.get("note")
        })
        .optional()
        .doing("comparing the last checkpoint")?;
    Ok(held.as_ref() != Some(&kept))
}

/// Keeps a fact about this copy of the vault.
pub(super) fn keep(db: &Connection, name: &str, value: &[u8]) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO vault_state (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )
    .and_then(|mut s| s.execute(params![name, value]))
    .doing("keeping the vault's state")?;
    Ok(())
}

pub(super) fn recall(db: &Connection, name: &str) -> Result<Option<Vec<u8>>> {
    db.prepare_cached("SELECT value FROM vault_state WHERE name = ?1")
        .and_then(|mut s| s.query_row([name], |r| r.get("value")).optional())
        .doing("reading the vault's state")
}

/// Checks by SQLCipher's codes that every page is as it was written: what a crash can have hurt, told in seconds. It does not find pages that
/// are authentic and in the wrong place; see [`check_trees`].
pub(super) fn check_pages(db: &Connection) -> Result<()> {
    if lines(db, "PRAGMA cipher_integrity_check")?.is_empty() { Ok(()) } else { Err(Error::DatabaseDamaged) }
}

/// Checks that the pages make trees, and that every index agrees with its table: a minute for a million orders.
pub(super) fn check_trees(db: &Connection) -> Result<()> {
    if lines(db, "PRAGMA integrity_check(10)")?.iter().all(|line| line == "ok") { Ok(()) } else { Err(Error::DatabaseDamaged) }
}

fn lines(db: &Connection, sql: &'static str) -> Result<Vec<String>> {
    let mut statement = db.prepare(sql).doing("preparing a check")?;
    let rows = statement.query_map([], |r| r.get(0)).and_then(Iterator::collect);
    rows.doing("checking pages")
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    Create,
    Write,
    Read,
}

// SQLite calls itself ready a moment before the cipher inside it is: a thread that keys a database in that moment is refused.
// The first connection is therefore opened, and closed, while all others wait.
fn ready_cipher() -> Result<()> {
    static READY: Mutex<bool> = Mutex::new(false);
    let mut is_ready = READY.lock().unwrap_or_else(PoisonError::into_inner);
    if !*is_ready {
        drop(Connection::open_in_memory().doing("making the cipher ready")?);
        *is_ready = true;
    }
    Ok(())
}

fn connect(folder: &Path, master: &Key, salt: &[u8; 16], access: Access) -> Result<Connection> {
    let flags = match access {
        Access::Create => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        Access::Write | Access::Read => OpenFlags::SQLITE_OPEN_READ_WRITE,
    } | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    ready_cipher()?;
    let db = Connection::open_with_flags(folder.join(DATABASE), flags).doing("opening the database")?;
    // SQLCipher writes page numbers and times to standard error unless told not to.
    db.execute_batch("PRAGMA cipher_log_level = NONE").doing("silencing the cipher")?;
    let key = master.derive("db")?;
    let raw = Zeroizing::new(format!("PRAGMA key = \"x'{}{}'\"", *Zeroizing::new(header::hex(key.bytes())), header::hex(salt)));
    db.execute_batch(&raw).doing("keying the database")?;
    // The first read shows whether the key fits.
    db.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(())).doing("reading the database")?;
    for setting in SETTINGS {
        setting.apply(&db)?;
    }
    // Without it a large register has some of its cached statements parsed and planned anew with every value that is bound to them.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).doing("keeping plans")?;
    if access == Access::Read {
        db.execute_batch("PRAGMA query_only = ON").doing("making the reader read only")?;
    }
    db.set_prepared_statement_cache_capacity(128);
    Ok(db)
}

struct Setting {
    set: &'static str,
    ask: &'static str,
    expect: &'static str,
}

impl Setting {
    fn apply(&self, db: &Connection) -> Result<()> {
        let mut statement = db.prepare(self.set).doing("preparing a setting")?;
        let mut rows = statement.query([]).doing("setting up the database")?;
        while rows.next().doing("setting up the database")?.is_some() {}
        let value: rusqlite::types::Value = db.query_row(self.ask, [], |r| r.get(0)).doing("asking for a setting")?;
        let said = match value {
            rusqlite::types::Value::Integer(i) => i.to_string(),
            rusqlite::types::Value::Text(t) => t,
            _ => String::new(),
        };
        if said == self.expect { Ok(()) } else { Err(Error::Inside("the database refused a setting")) }
    }
}

const SETTINGS: [Setting; 9] = [
    Setting { set: "PRAGMA journal_mode = WAL", ask: "PRAGMA journal_mode", expect: "wal" },
    // FULL: an acknowledged write survives a power cut. NORMAL lost acknowledged writes in 37 of 60 cuts.
    Setting { set: "PRAGMA synchronous = FULL", ask: "PRAGMA synchronous", expect: "2" },
    Setting { set: "PRAGMA foreign_keys = ON", ask: "PRAGMA foreign_keys", expect: "1" },
    Setting { set: "PRAGMA trusted_schema = OFF", ask: "PRAGMA trusted_schema", expect: "0" },
    Setting { set: "PRAGMA cell_size_check = ON", ask: "PRAGMA cell_size_check", expect: "1" },
    Setting { set: "PRAGMA temp_store = MEMORY", ask: "PRAGMA temp_store", expect: "2" },
    Setting { set: "PRAGMA secure_delete = ON", ask: "PRAGMA secure_delete", expect: "1" },
    Setting { set: "PRAGMA busy_timeout = 5000", ask: "PRAGMA busy_timeout", expect: "5000" },
    Setting { set: "PRAGMA cache_size = -65536", ask: "PRAGMA cache_size", expect: "-65536" },
];

/// Returns the version of the register: the ledger grows by at least one entry with every change, so its size tells them apart.
pub(super) fn version(db: &Connection) -> Result<u64> {
    let last: Option<i64> = db
        .prepare_cached("SELECT max(seq) AS n FROM ledger_entries")
        .and_then(|mut s| s.query_row([], |r| r.get("n")))
        .doing("asking for the register's version")?;
    Ok(last.map_or(0, |seq| seq.unsigned_abs() + 1))
}

fn migrate(db: &Connection) -> Result<()> {
    let found: u32 = db.query_row("PRAGMA user_version", [], |r| r.get(0)).doing("reading the schema's version")?;
    let known = u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX);
    if found > known {
        return Err(Error::VaultNewer { found, known });
    }
    let pending = MIGRATIONS.iter().zip(1u32..).skip(usize::try_from(found).unwrap_or(usize::MAX));
    for (sql, version) in pending {
        // The steps and the version move together or not at all.
        let moved = || -> Result<()> {
            db.execute_batch(&format!("BEGIN IMMEDIATE;\n{sql}\nPRAGMA user_version = {version};")).doing("moving the schema")?;
            if version == SETTLES_ANEW {
                super::judged::settle_all(db)?;
            }
            db.execute_batch("COMMIT").doing("moving the schema")
        };
        moved().inspect_err(|_| {
            let _ = db.execute_batch("ROLLBACK");
        })?;
    }
    Ok(())
}

// A header from another vault and a damaged first page look the same to SQLCipher. The salt at the front of the file tells them apart:
// damage flips some bits, another vault has other bytes throughout.
fn told_apart(error: Error, folder: &Path, salt: &[u8; 16]) -> Error {
    use std::io::Read;
    if !matches!(error, Error::DatabaseDamaged) {
        return error;
    }
    let mut front = [0u8; 16];
    let read = File::open(folder.join(DATABASE)).and_then(|mut f| f.read_exact(&mut front));
    let same = front.iter().zip(salt).filter(|(a, b)| a == b).count();
    if read.is_ok() && same < 8 && front != [0; 16] { Error::HeaderForeign } else { Error::DatabaseDamaged }
}

fn lock(folder: &Path) -> Result<File> {
    let file = File::options().create(true).truncate(false).write(true).open(folder.join(LOCK)).doing("opening the lock")?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Error::VaultInUse),
        Err(TryLockError::Error(e)) => Err(e).doing("taking the lock"),
    }
}

// Others on the same machine need not see the names of the files.
pub(super) fn keep_private(folder: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700)).doing("closing the folder to others")?;
    }
    let _ = folder;
    Ok(())
}
