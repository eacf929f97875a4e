//! A vault: a folder with a header, an encrypted database, encrypted files beside it and a lock. Opening deletes, truncates and repairs nothing; what
//! the vault itself noted as begun and never finished is all that it takes away.

use super::change::{Change, Event, Hand};
use super::counts::LastCounts;
use super::header::{self, HEADER, HEADER_COPY, Header, Kind, Opener};
use super::orders::View;
use super::search::Vocabulary;
use super::secret::{KdfCost, Key, Passphrase};
use super::stirred::Stirred;
use super::table::{Arranged, Sort, arrange, rows_of};
use super::tip::{self, Said, Tip};
use crate::env::Env;
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::rubric::Rubric;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use std::collections::BTreeMap;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tarazy_ledger::{Frontier, Signer};
use zeroize::Zeroizing;

/// Name of the database inside the vault folder.
pub const DATABASE: &str = "vault.db";
/// Name of the last checkpoint of the last closed session: it lets a rolled-back database be told.
pub const CHECKPOINT: &str = "checkpoint";
pub(super) const LOCK: &str = "lock";
/// A header that is about to take the place of the one in force.
pub(super) const HEADER_DUE: &str = "header_due";
const MIGRATIONS: [&str; 12] = [
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
    include_str!("migrations/0012.sql"),
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
    /// Nothing where the file contradicts the ledger and is kept as it is, or where nothing may be written.
    pub tip: Option<Tip>,
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
    opened: Opened,
    /// The checkpoint file contradicts the ledger and is kept as it is.
    evidence: bool,
    /// Something is damaged: the register is shown and nothing is written.
    read_only: AtomicBool,
    // Held until the vault is dropped: the operating system's own lock keeps a second instance out.
    pub(super) lock: Held,
}

/// What was seen while a vault was opened: some of it is mended by then, and is told all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Opened {
    /// Which slot it was opened by.
    pub by: Option<Kind>,
    /// One of the two header copies could not be read.
    pub one_header_copy: bool,
    /// Both could be read and were not the same.
    pub headers_differ: bool,
    /// The last session did not end by closing.
    pub unclean: bool,
    /// The clock of this machine is behind the last entry of the ledger by more than a day.
    pub clock_back: bool,
    /// New keys were made and not taken into use: the rotation can be gone on with.
    pub rotation_begun: bool,
    /// After a clean end one of the two places of the tip could not be read, or both were of an earlier end; it is written anew.
    pub tip_changed: bool,
    /// After a clean end the checkpoint beside the database was one of an earlier end.
    pub checkpoint_old: bool,
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
    if super::making::is_cut_off(folder) {
        return Standing::Absent;
    }
    if [HEADER, HEADER_COPY, DATABASE, super::rotate::READY].iter().any(|n| folder.join(n).exists()) {
        Standing::Present
    } else {
        Standing::Absent
    }
}

impl Vault {
    /// Makes a vault at a place where there is none.
    pub fn create(folder: &Path, passphrase: &Passphrase, kdf: KdfCost, env: &Env) -> Result<Self> {
        Self::create_with(folder, passphrase, kdf, env, |_| Ok(()))
    }

    /// Makes a vault at a place where there is none, with what must be in it from the beginning: whatever ends this early leaves no vault.
    pub fn create_with(
        folder: &Path,
        passphrase: &Passphrase,
        kdf: KdfCost,
        env: &Env,
        first: impl FnOnce(&Self) -> Result<()>,
    ) -> Result<Self> {
        if standing(folder) == Standing::Present {
            return Err(Error::VaultExists);
        }
        super::making::make_folder(folder)?;
        let lock = lock(folder)?;
        // Another process may have made one while this one waited for its turn.
        if standing(folder) == Standing::Present {
            return Err(Error::VaultExists);
        }
        super::making::begin(folder)?;
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
        header.write(folder, &master)?;
        let opened = Opened { by: Some(Kind::Passphrase), ..Opened::default() };
        let vault = Self::assemble(folder, header, master, db, (env, lock, opened, false))?;
        first(&vault)?;
        super::making::end(folder)?;
        Ok(vault)
    }

    /// Opens the vault with a passphrase or the recovery key. Where pages of the database are damaged it is opened all the same, if it can be read at
    /// all, and nothing is written from then on.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::RecoveryStale`]; [`Error::HeaderDamaged`], [`Error::HeaderMissing`], [`Error::HeaderForeign`],
    /// [`Error::DatabaseDamaged`] where nothing can be read; [`Error::VaultNewer`], [`Error::VaultInUse`] and those of the disk.
    pub fn open<'k>(folder: &Path, with: impl Into<Opener<'k>>, env: &Env) -> Result<Self> {
        if standing(folder) == Standing::Absent {
            return Err(Error::VaultAbsent);
        }
        let lock = lock(folder)?;
        super::rotate::finish(folder)?;
        super::backup::clear_staging(folder)?;
        let read = header::read(folder)?;
        let (master, by, header) = read.open(with)?;
        // SQLite takes an empty file for a new database. That the passphrase is right is said with it, and is known by now.
        if std::fs::metadata(folder.join(DATABASE)).map_or(true, |about| about.len() == 0) {
            return Err(Error::DatabaseDamaged);
        }
        let salt = header.salt()?;
        let db = connect(folder, &master, &salt, Access::Write).map_err(|e| told_apart(e, folder, &salt))?;
        let found: Option<Vec<u8>> = recall(&db, "vault").map_err(|e| told_apart(e, folder, &salt))?;
        if found.as_deref() != Some(&header.id()?.bytes()[..]) {
            return Err(Error::HeaderForeign);
        }
        // The older of two headers opens only where the newer never came into force: otherwise an old passphrase would.
        if header.epoch < read.header.epoch
            && recall(&db, "header_epoch")?.is_none_or(|known| known != header.epoch.to_be_bytes())
        {
            return Err(Error::WrongPassphrase);
        }
        let unclean = recall(&db, "dirty")?.is_some_and(|v| v == [1]);
        // A power cut while the log was emptied tears pages that are whole in the log: the cipher's check looks at the file alone.
        empty_log(&db)?;
        let is_damaged = unclean
            && match check_pages(&db) {
                Ok(()) => false,
                Err(Error::DatabaseDamaged) => true,
                Err(other) => return Err(other),
            };
        let opened = Opened {
            by,
            one_header_copy: read.one_copy,
            headers_differ: read.copies_differ,
            unclean,
            clock_back: is_clock_back(&db, env),
            rotation_begun: super::rotate::is_begun(folder),
            tip_changed: false,
            checkpoint_old: false,
        };
        if is_damaged {
            // A damaged database is not moved to another schema.
            if schema(&db)? != KNOWN {
                return Err(Error::DatabaseDamaged);
            }
            db.execute_batch("PRAGMA query_only = ON").doing("making the writer read only")?;
        } else {
            migrate(&db)?;
            super::search::bring_up(&db)?;
            super::blobs::collect(&db, folder, &master)?;
            super::purge::settle_late(&db, folder)?;
        }
        let mut vault = Self::assemble(folder, header, master, db, (env, lock, opened, is_damaged))?;
        if !vault.is_read_only() {
            vault.settle_header()?;
            vault.tell_of_new_life()?;
        }
        Ok(vault)
    }

    // The keys were made anew, or the whole came from a backup, while the vault was closed: the ledger is told by the first who opens it.
    fn tell_of_new_life(&self) -> Result<()> {
        for (name, event) in [(super::rotate::ROTATED, Event::KeysRotated), (super::backup::RESTORED, Event::VaultRestored)] {
            let Some(told) = recall(&*self.read()?, name)?.filter(|told| *told != [0]) else { continue };
            let epoch = self.header_now()?.epoch;
            let mut change = self.begin()?;
            keep(change.db(), name, &[0])?;
            change.state("epoch", tarazy_ledger::Value::Int(super::change::signed(epoch)));
            if let Ok(made_at) = <[u8; 8]>::try_from(told) {
                change.state("made_at", tarazy_ledger::Value::Int(i64::from_be_bytes(made_at)));
            }
            change.commit(event, &self.id)?;
        }
        Ok(())
    }

    fn assemble(
        folder: &Path,
        header: Header,
        master: Key,
        mut db: Connection,
        rest: (&Env, Held, Opened, bool),
    ) -> Result<Self> {
        let (env, lock, mut opened, is_damaged) = rest;
        let must = |name| recall(&db, name).and_then(|v| v.ok_or(Error::DatabaseDamaged));
        let seed: [u8; 32] = Zeroizing::new(must("seed")?).as_slice().try_into().map_err(|_| Error::DatabaseDamaged)?;
        let tail = Tail {
            frontier: Frontier::from_bytes(&must("frontier")?).map_err(|_| Error::DatabaseDamaged)?,
            last: must("last_leaf")?.try_into().map_err(|_| Error::DatabaseDamaged)?,
        };
        let device = Id::from_slice(&must("device")?).map_err(|_| Error::DatabaseDamaged)?;
        let reader = connect(folder, &master, &header.salt()?, Access::Read)?;
        let signer = Signer::from_seed(seed);
        let log = super::change::origin(&header.id()?, &device);
        let evidence = is_evidence(&db, folder, &signer, &log)?;
        let key = tip::key(&master)?;
        let end = (tail.frontier.size(), tail.frontier.root());
        let said = tip::read(folder, &key)?;
        // After a clean end both say where the ledger ends, and nothing else.
        opened.tip_changed = !opened.unclean && matches!(&said, Said::Until { end: at, whole } if !whole || at.0 < end.0);
        opened.checkpoint_old = !opened.unclean && checkpoint_size(folder, &signer, &log).is_some_and(|size| size < end.0);
        let tip = if is_damaged || is_tip_evidence(&db, &said, &end, (&signer, &log))? {
            None
        } else {
            if recall(&db, "tip_once")?.is_none() {
                keep(&db, "tip_once", &[1])?;
            }
            Some(Tip::take(folder, key, &end)?)
        };
        if !is_damaged {
            keep(&db, "dirty", &[1])?;
        }
        let stirred = Stirred::default();
        stirred.listen(&mut db, version(&reader)?)?;
        Ok(Self {
            id: header.id()?,
            folder: folder.to_owned(),
            writer: Mutex::new(Writer { db, tail, tip }),
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
            opened,
            evidence,
            read_only: AtomicBool::new(is_damaged),
            lock,
        })
    }

    /// Says whether the register is shown and nothing can be written, because something in it is damaged.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.read_only.load(Ordering::SeqCst)
    }

    /// Lets nothing be written from now on: what is damaged is not made worse.
    pub fn make_read_only(&self) {
        self.read_only.store(true, Ordering::SeqCst);
    }

    pub(super) fn writable(&self) -> Result<()> {
        if self.is_read_only() { Err(Error::VaultDamaged) } else { Ok(()) }
    }

    /// Returns what was seen while it was opened.
    #[must_use]
    pub const fn opened(&self) -> Opened {
        self.opened
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
        self.writable()?;
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

    /// Forgets whatever of the register was read into memory to be at hand.
    pub(super) fn forget_what_was_read(&self) -> Result<()> {
        const ABANDONED: Error = Error::Inside("something kept in memory was abandoned");
        *self.last_view.lock().map_err(|_| ABANDONED)? = None;
        *self.last_order.lock().map_err(|_| ABANDONED)? = None;
        *self.last_counts.lock().map_err(|_| ABANDONED)? = LastCounts::default();
        self.vocabulary.forget()?;
        let release = |db: &Connection| {
            db.flush_prepared_statement_cache();
            db.execute_batch("PRAGMA shrink_memory").doing("releasing memory")
        };
        self.scratch(release)?;
        let reader = self.reader.lock().map_err(|_| ABANDONED)?;
        if reader.is_autocommit() { release(&reader) } else { Ok(()) }
    }

    /// Keeps something that is no record, such as answers not handed in yet.
    pub fn scratch<T>(&self, write: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        self.writable()?;
        let writer = self.writer.lock().map_err(|_| Error::Inside("the writer was abandoned"))?;
        write(&writer.db)
    }

    /// Keeps something that follows from the register at an edition, so that it need not be worked out again after the vault is opened next. Where
    /// somebody is writing it is not kept: nothing depends on it.
    pub fn keep_derived(&self, name: &str, edition: u64, value: &[u8]) -> Result<()> {
        if self.is_read_only() {
            return Ok(());
        }
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

    /// Replaces the passphrase that the old one is, of whichever person: it must open the vault. An older copy of the header still opens with it.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::VaultDamaged`], those of the disk.
    pub fn change_passphrase(&self, old: &Passphrase, new: &Passphrase, kdf: KdfCost) -> Result<u64> {
        let (_, kind) = self.header_now()?.open(old)?;
        self.change_header(Event::PassphraseChanged, |header| header.set_person(&self.env, &self.master, kind, (new, kdf)))
    }

    /// Says which slot a passphrase opens.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`].
    pub fn slot_of(&self, passphrase: &Passphrase) -> Result<Kind> {
        Ok(self.header_now()?.open(passphrase)?.1)
    }

    /// Returns the header as it stands.
    pub(super) fn header_now(&self) -> Result<Header> {
        Ok(self.header.lock().map_err(|_| Error::Inside("the header was abandoned"))?.clone())
    }

    /// Returns what opens the vault: kind, cost of the derivation, and into how many shares a recovery key was divided.
    pub fn slots(&self) -> Result<Vec<(Kind, Option<KdfCost>, usize)>> {
        let header = self.header_now()?;
        let slot = |slot: &header::Slot| Some((Kind::named(&slot.kind)?, slot.kdf, slot.shares.len()));
        Ok(header.slots.iter().filter_map(slot).collect())
    }

    /// Gives a person a passphrase of their own.
    ///
    /// # Errors
    /// [`Error::VaultDamaged`], those of the disk.
    pub fn set_person(&self, kind: Kind, passphrase: &Passphrase, kdf: KdfCost) -> Result<u64> {
        self.change_header(Event::KeySet, |header| header.set_person(&self.env, &self.master, kind, (passphrase, kdf)))
    }

    /// Lets a recovery key open the vault, and the one before it no longer.
    ///
    /// # Errors
    /// [`Error::VaultDamaged`], those of the disk.
    pub fn set_recovery(&self, recovery: &Key, shares: Vec<String>) -> Result<u64> {
        self.change_header(Event::KeySet, |header| header.set_recovery(&self.env, &self.master, recovery, shares.clone()))
    }

    /// Takes a way to open the vault away; the passphrase of the person who keeps it stays.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none; [`Error::VaultDamaged`], those of the disk.
    pub fn remove_slot(&self, kind: Kind) -> Result<u64> {
        if kind == Kind::Passphrase || self.header_now()?.slot_of(kind).is_none() {
            return Err(Error::NotFound);
        }
        self.change_header(Event::KeyRemoved, |header| {
            header.remove(kind);
            Ok(())
        })
    }

    fn change_header(&self, event: Event, alter: impl FnOnce(&mut Header) -> Result<()>) -> Result<u64> {
        self.writable()?;
        let mut header = self.header.lock().map_err(|_| Error::Inside("the header was abandoned"))?;
        let mut next = header.clone();
        next.epoch += 1;
        alter(&mut next)?;
        // Should this end between two steps, the next opening finds which header is in force and makes the ledger say so, or forgets the new one.
        let due = [event.code().as_bytes(), &[0], &next.to_bytes(&self.master)?].concat();
        self.keep_note(HEADER_DUE, &due)?;
        let written = next.write(&self.folder, &self.master).and_then(|()| self.header_changed(event, &next));
        if written.is_err() {
            // What cannot be taken back now is settled by the next opening.
            let taken_back = header.write(&self.folder, &self.master).and_then(|()| self.keep_note(HEADER_DUE, &[]));
            let _ = taken_back;
        } else {
            *header = next;
        }
        written
    }

    fn header_changed(&self, event: Event, header: &Header) -> Result<u64> {
        let mut change = self.begin()?;
        keep(change.db(), "header_epoch", &header.epoch.to_be_bytes())?;
        keep(change.db(), HEADER_DUE, &[])?;
        change.state("epoch", tarazy_ledger::Value::Int(super::change::signed(header.epoch)));
        change.commit(event, &self.id)
    }

    // Ends what a crash left of a changed header: the one that opened the vault stays in force.
    fn settle_header(&mut self) -> Result<()> {
        let Some(due) = self.note(HEADER_DUE)?.filter(|due| !due.is_empty()) else { return Ok(()) };
        let header = self.header_now()?;
        header.write(&self.folder, &self.master)?;
        (self.opened.one_header_copy, self.opened.headers_differ) = (false, false);
        let ours = header.to_bytes(&self.master)?;
        let event = [Event::PassphraseChanged, Event::KeySet, Event::KeyRemoved]
            .into_iter()
            .find(|event| due == [event.code().as_bytes(), &[0], &ours].concat());
        match event {
            Some(event) => self.header_changed(event, &header).map(drop),
            None => self.keep_note(HEADER_DUE, &[]),
        }
    }

    /// Says whether new keys were made and not taken into use: a rotation can be gone on with.
    #[must_use]
    pub fn is_rotation_begun(&self) -> bool {
        super::rotate::is_begun(&self.folder)
    }

    /// Returns the digests of the shares into which the recovery key of a closed vault was divided.
    ///
    /// # Errors
    /// As reading a header.
    pub fn known_shares(folder: &Path) -> Result<Vec<String>> {
        Ok(header::read(folder)?.header.slot_of(Kind::Recovery).map(|slot| slot.shares.clone()).unwrap_or_default())
    }

    /// Returns a note that belongs to this copy of the vault and is no record.
    pub fn note(&self, name: &str) -> Result<Option<Vec<u8>>> {
        recall(&*self.read()?, name)
    }

    /// Keeps a note that belongs to this copy of the vault and is no record.
    pub fn keep_note(&self, name: &str, value: &[u8]) -> Result<()> {
        self.scratch(|db| keep(db, name, value))
    }

    /// Notes that a copy of the ledger with so many entries lies outside the vault: whoever has it can tell whether they are written anew. One that holds
    /// more says more, and stays noted.
    pub fn anchor_at(&self, size: u64) -> Result<()> {
        if size > self.anchored()? { self.keep_note("anchored", &size.to_be_bytes()) } else { Ok(()) }
    }

    /// As [`Self::anchor_at`], for what leaves a damaged vault too: nothing is noted there.
    pub fn anchor_outside(&self, size: u64) -> Result<()> {
        if self.is_read_only() { Ok(()) } else { self.anchor_at(size) }
    }

    fn anchored(&self) -> Result<u64> {
        Ok(self.note("anchored")?.and_then(|bytes| bytes.try_into().ok()).map_or(0, u64::from_be_bytes))
    }

    /// Returns how many entries were written since the ledger last lay outside the vault.
    pub fn unanchored(&self) -> Result<u64> {
        Ok(self.scratch_tail()?.0.saturating_sub(self.anchored()?))
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

    /// Says whether the header is older than the database knows: somebody put an old copy back.
    pub fn has_old_header(&self) -> Result<bool> {
        let header = self.header.lock().map_err(|_| Error::Inside("the header was abandoned"))?;
        let known = recall(&*self.read()?, "header_epoch")?;
        Ok(known.is_some_and(|v| v != header.epoch.to_be_bytes()))
    }

    /// Returns how far the ledger goes and what the tip says of it.
    pub(super) fn tip_said(&self) -> Result<Said> {
        // Whoever writes meanwhile moves both: neither is looked at alone.
        let _writer = self.writer.lock().map_err(|_| Error::Inside("the writer was abandoned"))?;
        tip::read(&self.folder, &tip::key(&self.master)?)
    }

    /// Returns the header as it lies in the folder, and as it is in force. Nobody writes it meanwhile.
    pub(super) fn headers(&self) -> Result<(Result<header::ReadHeader>, Header)> {
        let header = self.header.lock().map_err(|_| Error::Inside("the header was abandoned"))?;
        Ok((header::read(&self.folder), header.clone()))
    }

    /// Returns how far the ledger went by a tip that contradicts it and is kept as evidence, or that such a tip once stood here.
    pub(super) fn contradicted(&self) -> Result<Option<u64>> {
        let earlier = recall(&*self.read()?, super::rotate::CONTRADICTED)?.and_then(|size| size.try_into().ok());
        let is_kept = self.writer.lock().map_err(|_| Error::Inside("the writer was abandoned"))?.tip.is_none();
        Ok(match self.tip_said()? {
            Said::Until { end: (size, _), .. } if is_kept && !self.is_read_only() => Some(size),
            _ => earlier.map(u64::from_be_bytes),
        })
    }

    /// Closes cleanly: the last checkpoint goes beside the database, the write-ahead log is emptied.
    pub fn close(self) -> Result<()> {
        self.close_and_keep_lock().map(drop)
    }

    /// Closes cleanly and keeps others out until what is returned is dropped.
    pub(super) fn close_and_keep_lock(self) -> Result<Held> {
        let is_read_only = self.is_read_only();
        if !is_read_only {
            let mut writer = self.writer.lock().map_err(|_| Error::Inside("the writer was abandoned"))?;
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
            let end = (writer.tail.frontier.size(), writer.tail.frontier.root());
            if let Some(tip) = &mut writer.tip {
                tip.end(&end)?;
            }
            keep(&writer.db, "dirty", &[0])?;
        }
        drop(self.reader);
        let writer = self.writer.into_inner().map_err(|_| Error::Inside("the writer was abandoned"))?;
        if !is_read_only {
            empty_log(&writer.db)?;
        }
        writer.db.close().map_err(|(_, e)| e).doing("closing the database")?;
        Ok(self.lock)
    }
}

// An hour more or less is a zone or a season; a day is a clock that stands wrong.
const CLOCK_SLACK_MICROS: i64 = 24 * 3_600 * 1_000_000;

fn is_clock_back(db: &Connection, env: &Env) -> bool {
    let last: Option<i64> = db
        .query_row("SELECT recorded_at FROM ledger_entries ORDER BY seq DESC LIMIT 1", [], |r| r.get("recorded_at"))
        .optional()
        // What cannot be read is told by the checks.
        .unwrap_or_default();
    last.is_some_and(|last| env.clock.now_micros().saturating_add(CLOCK_SLACK_MICROS) < last)
}

// The tip contradicts the ledger where it says more than is there, says another root for what is there, or went although there was one.
fn is_tip_evidence(db: &Connection, said: &Said, end: &tip::End, log: (&Signer, &str)) -> Result<bool> {
    let (size, root) = match said {
        // What was restored from a backup has none yet.
        Said::Gone => {
            return Ok(recall(db, "tip_once")?.is_some() && recall(db, super::backup::RESTORED)?.is_none_or(|v| v == [0]));
        }
        Said::Damaged => return Ok(true),
        Said::Until { end: (size, root), .. } => (*size, *root),
    };
    if size == end.0 {
        return Ok(root != end.1);
    }
    Ok(size > end.0 || root_at(db, size, log)?.is_none_or(|held| held != root))
}

// What the signed checkpoint says of the tree at a size; of nothing, the hash of nothing.
fn root_at(db: &Connection, size: u64, log: (&Signer, &str)) -> Result<Option<[u8; 32]>> {
    if size == 0 {
        return Ok(Some(Frontier::new().root()));
    }
    let note: Option<String> = db
        .query_row("SELECT note FROM ledger_checkpoints WHERE size = ?1", [super::change::signed(size)], |r| r.get("note"))
        .optional()
        .doing("comparing the tip")?;
    Ok(note.and_then(|note| tarazy_ledger::open(&note, &log.0.public(), log.1).ok()).map(|checkpoint| checkpoint.root))
}

// How far the ledger went at the last end of a session, as the file beside the database says.
fn checkpoint_size(folder: &Path, signer: &Signer, log: &str) -> Option<u64> {
    let kept = std::fs::read_to_string(folder.join(CHECKPOINT)).ok()?;
    tarazy_ledger::open(&kept, &signer.public(), log).ok().map(|checkpoint| checkpoint.size)
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

// Puts what the write-ahead log holds into the database.
fn empty_log(db: &Connection) -> Result<()> {
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).doing("emptying the write-ahead log")
}

/// Checks by SQLCipher's codes that every page is as it was written: what a crash can have hurt, told in seconds. It does not find pages that
/// are authentic and in the wrong place; see [`check_trees`].
pub(super) fn check_pages(db: &Connection) -> Result<()> {
    if lines(db, "PRAGMA cipher_integrity_check")?.is_empty() { Ok(()) } else { Err(Error::DatabaseDamaged) }
}

/// Checks that the pages make trees, and that every index agrees with its table: half a minute for a million orders, of one core.
pub(super) fn check_trees(db: &Connection) -> Result<()> {
    if lines(db, "PRAGMA integrity_check(10)")?.iter().all(|line| line == "ok") { Ok(()) } else { Err(Error::DatabaseDamaged) }
}

fn lines(db: &Connection, sql: &'static str) -> Result<Vec<String>> {
    let mut statement = db.prepare(sql).doing("preparing a check")?;
    let rows = statement.query_map([], |r| r.get(0)).and_then(Iterator::collect);
    rows.doing("checking pages")
}

/// What a connection is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
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

pub(super) fn connect(folder: &Path, master: &Key, salt: &[u8; 16], access: Access) -> Result<Connection> {
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

/// Enciphers a closed database anew, page by page, and returns it open. Nobody else knows the file, so that nothing is flushed on the way.
pub(super) fn rekey(file: &Path, keys: (&Key, &Key), salt: &[u8; 16]) -> Result<Connection> {
    const DOING: &str = "enciphering the database anew";
    let raw = |verb: &str, key: &Key| {
        let (key, salt) = (Zeroizing::new(header::hex(key.bytes())), header::hex(salt));
        Zeroizing::new(format!("PRAGMA {verb} = \"x'{}{salt}'\"", *key))
    };
    ready_cipher()?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(file, flags).doing(DOING)?;
    db.execute_batch("PRAGMA cipher_log_level = NONE").doing(DOING)?;
    db.execute_batch(&raw("key", keys.0)).doing(DOING)?;
    for setting in
        ["PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA temp_store = MEMORY", "PRAGMA secure_delete = ON"]
    {
        say(&db, setting)?;
    }
    // The cipher says that it failed, and not at what: the disk is asked.
    db.execute_batch(&raw("rekey", keys.1)).map_err(|_| room_beside(file))?;
    say(&db, "PRAGMA journal_mode = WAL")?;
    Ok(db)
}

// Tries to write as much as a file holds beside it, and returns what kept it from being written.
fn room_beside(file: &Path) -> Error {
    const TRYING: &str = "trying out the disk";
    let tried = || -> Result<()> {
        let folder = file.parent().ok_or(Error::Inside(TRYING))?;
        let mut beside = tempfile::tempfile_in(folder).doing(TRYING)?;
        let size = std::fs::metadata(file).doing(TRYING)?.len();
        std::io::copy(&mut std::io::Read::take(std::io::repeat(0), size), &mut beside).doing(TRYING)?;
        beside.sync_all().doing(TRYING)
    };
    tried().err().unwrap_or(Error::DiskFailing)
}

// Whatever a setting answers is not asked for.
fn say(db: &Connection, setting: &str) -> Result<()> {
    let mut statement = db.prepare(setting).doing("preparing a setting")?;
    let mut rows = statement.query([]).doing("setting up the database")?;
    while rows.next().doing("setting up the database")?.is_some() {}
    Ok(())
}

struct Setting {
    set: &'static str,
    ask: &'static str,
    expect: &'static str,
}

impl Setting {
    fn apply(&self, db: &Connection) -> Result<()> {
        say(db, self.set)?;
        let value: rusqlite::types::Value = db.query_row(self.ask, [], |r| r.get(0)).doing("asking for a setting")?;
        let said = match value {
            rusqlite::types::Value::Integer(i) => i.to_string(),
            rusqlite::types::Value::Text(t) => t,
            _ => String::new(),
        };
        if said == self.expect { Ok(()) } else { Err(Error::Inside("the database refused a setting")) }
    }
}

const SETTINGS: [Setting; 11] = [
    Setting { set: "PRAGMA journal_mode = WAL", ask: "PRAGMA journal_mode", expect: "wal" },
    // FULL: an acknowledged write survives a power cut. NORMAL lost acknowledged writes in 37 of 60 cuts.
    Setting { set: "PRAGMA synchronous = FULL", ask: "PRAGMA synchronous", expect: "2" },
    // On a Mac a flush reaches the disk only where it is asked for by another name. Elsewhere the two change nothing.
    Setting { set: "PRAGMA fullfsync = ON", ask: "PRAGMA fullfsync", expect: "1" },
    Setting { set: "PRAGMA checkpoint_fullfsync = ON", ask: "PRAGMA checkpoint_fullfsync", expect: "1" },
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

#[allow(clippy::cast_possible_truncation, reason = "a handful of steps")]
const KNOWN: u32 = MIGRATIONS.len() as u32;

fn schema(db: &Connection) -> Result<u32> {
    db.query_row("PRAGMA user_version", [], |r| r.get(0)).doing("reading the schema's version")
}

fn migrate(db: &Connection) -> Result<()> {
    let (found, known) = (schema(db)?, KNOWN);
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

/// The lock of a folder, until it is dropped. It is let go of by name: a program that is being started at this moment shares the open file until it runs,
/// and would hold the lock as long.
pub(super) struct Held(pub(super) File);

impl Drop for Held {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

fn lock(folder: &Path) -> Result<Held> {
    let file = File::options().create(true).truncate(false).write(true).open(folder.join(LOCK)).doing("opening the lock")?;
    match file.try_lock() {
        Ok(()) => Ok(Held(file)),
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
