//! Backups: the whole vault in one file of the age format, as a stream, without anything of it in memory or on a disk in the clear.
//!
//! The file opens by whatever opened the vault when it was made. Its header carries the vault's own header in a stanza of its own (`tarazy.header`),
//! which wraps nothing; the key of the file is wrapped for an identity that follows from the master key. So a passphrase, the second person's, or the
//! recovery key give the master key, and that gives the file. Inside is a tar archive: what is in it, the header, the database, the last checkpoint, and
//! the files of exhibits as they lie in the vault.
//!
//! A backup counts as one only once it was restored to a temporary place and everything in it was checked.

use super::blobs::{self, BLOBS};
use super::header::{self, HEADER, HEADER_COPY, Opener, hex, sync_folder};
use super::secret::Key;
use super::vault::{Access, CHECKPOINT, DATABASE, Standing, Vault, connect, keep, keep_private, recall, standing};
use super::verify::Report;
use crate::env::Env;
use crate::error::{Doing, Error, Result};
use age_core::format::{FileKey, Stanza};
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashSet};
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Chain, Cursor, ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use zeroize::Zeroizing;

/// Folder inside the vault in which a copy is made and a backup is tried: emptied whenever the vault is opened.
pub const STAGING: &str = "staging";
/// Name of the fact that a database is a copy of a backup made at that UTC second, and the ledger does not say so yet.
pub const RESTORED: &str = "restored";
/// Name of the note that a vault keeps of its backups. It belongs to that vault alone: a copy has made none yet, and may share the folder with it.
pub const BACKUPS: &str = "backups";
const TAG: &str = "tarazy.header";
const MANIFEST: &str = "manifest.json";
const FORMAT: u32 = 1;
const HEADER_BYTES_MAX: usize = 64 * 1024;
const AGE_HEADER_BYTES_MAX: usize = 128 * 1024;
const AGE_LINES_MAX: usize = 2_048;
const MANIFEST_BYTES_MAX: u64 = 64 * 1024 * 1024;
const PIECE: usize = 256 * 1024;
const END_BYTES_MAX: u64 = 64 * 1024;
const EPOCH: &str = "header_epoch";
const WRITING: &str = "writing a backup";

/// What is in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    format: u32,
    /// Identifier of the vault.
    pub vault: String,
    /// When it was made, UTC seconds.
    pub made_at: i64,
    /// Entries of the ledger.
    pub entries: u64,
    /// Bytes of the database.
    pub database: u64,
    // Names below the folder of exhibits, and their bytes.
    files: Vec<(String, u64)>,
}

impl Contents {
    /// Returns how many files of exhibits are in it.
    #[must_use]
    pub fn files(&self) -> u64 {
        self.files.len() as u64
    }
}

/// Empties the place of copies. What is there belongs to nothing.
pub(super) fn clear_staging(folder: &Path) -> Result<()> {
    match std::fs::remove_dir_all(folder.join(STAGING)) {
        Err(e) if e.kind() != ErrorKind::NotFound => Err(e).doing("emptying the place of copies"),
        _ => Ok(()),
    }
}

// The vault's header, for whoever has a passphrase and no vault. It wraps no key.
struct Told(Vec<u8>);

impl age::Recipient for Told {
    fn wrap_file_key(&self, _: &FileKey) -> std::result::Result<(Vec<Stanza>, HashSet<String>), age::EncryptError> {
        let stanza = Stanza { tag: TAG.to_owned(), args: vec![FORMAT.to_string()], body: self.0.clone() };
        Ok((vec![stanza], HashSet::new()))
    }
}

// Opens a backup by whatever opened the vault, and remembers the header and the master key that it found.
struct Seeking<'k> {
    with: Opener<'k>,
    found: RefCell<Option<Result<Found>>>,
}

struct Found {
    header: Vec<u8>,
    master: Key,
}

impl Seeking<'_> {
    fn seek(&self, stanzas: &[Stanza]) -> Result<Found> {
        let told = stanzas.iter().find(|stanza| stanza.tag == TAG && stanza.args == [FORMAT.to_string()]);
        let told = told.filter(|stanza| stanza.body.len() <= HEADER_BYTES_MAX).ok_or(Error::BackupForeign)?;
        let read = header::parse(&told.body).map_err(|_| Error::BackupDamaged)?;
        let (master, ..) = read.open(self.with).map_err(|error| match error {
            Error::WrongPassphrase | Error::RecoveryStale => Error::BackupUnopened,
            _ => Error::BackupDamaged,
        })?;
        read.vouched(&master).map_err(|_| Error::BackupDamaged)?;
        Ok(Found { header: told.body.clone(), master })
    }
}

impl age::Identity for Seeking<'_> {
    fn unwrap_stanza(&self, _: &Stanza) -> Option<std::result::Result<FileKey, age::DecryptError>> {
        None
    }

    fn unwrap_stanzas(&self, stanzas: &[Stanza]) -> Option<std::result::Result<FileKey, age::DecryptError>> {
        let found = self.seek(stanzas);
        let opened = found.as_ref().ok().and_then(|found| identity(&found.master).ok()).and_then(|i| i.unwrap_stanzas(stanzas));
        *self.found.borrow_mut() = Some(found);
        opened
    }
}

// Begins to read a backup. The library reads the front of a file without end, and all of it anew for every line: of a file that anybody may have written
// it gets no more than a backup can have there.
fn begin<R: BufRead>(mut source: R) -> Result<age::Decryptor<Chain<Cursor<Vec<u8>>, R>>> {
    let mut head = Vec::new();
    for _ in 0..AGE_LINES_MAX {
        let at = head.len();
        let room = AGE_HEADER_BYTES_MAX.saturating_sub(at) as u64;
        (&mut source).take(room).read_until(b'\n', &mut head).map_err(|_| Error::BackupDamaged)?;
        let line = head.get(at..).unwrap_or_default();
        if at == 0 && line != b"age-encryption.org/v1\n" {
            return Err(Error::BackupForeign);
        }
        if !line.ends_with(b"\n") {
            let is_cut_off = head.len() < AGE_HEADER_BYTES_MAX;
            return Err(if is_cut_off { Error::BackupDamaged } else { Error::BackupForeign });
        }
        if line.starts_with(b"--- ") {
            let begun = age::Decryptor::new_buffered(Cursor::new(head).chain(source));
            return begun.map_err(|error| match error {
                age::DecryptError::Io(_) => Error::BackupDamaged,
                _ => Error::BackupForeign,
            });
        }
    }
    Err(Error::BackupForeign)
}

/// Returns the digests of the shares into which the recovery key was divided when a backup was made.
///
/// # Errors
/// [`Error::BackupForeign`], [`Error::BackupDamaged`], [`Error::SourceUnread`].
pub fn shares_in(file: &Path) -> Result<Vec<String>> {
    struct Reading(RefCell<Vec<u8>>);
    impl age::Identity for Reading {
        fn unwrap_stanza(&self, stanza: &Stanza) -> Option<std::result::Result<FileKey, age::DecryptError>> {
            if stanza.tag == TAG {
                self.0.borrow_mut().clone_from(&stanza.body);
            }
            None
        }
    }
    let source = File::open(file).map_err(|_| Error::SourceUnread)?;
    let reading = Reading(RefCell::default());
    let decryptor = begin(BufReader::new(source))?;
    // Nothing is opened: only what is told before the encryption is wanted.
    let _ = decryptor.decrypt(std::iter::once(&reading as &dyn age::Identity));
    let told = reading.0.into_inner();
    if told.is_empty() {
        return Err(Error::BackupForeign);
    }
    let read = header::parse(&told).map_err(|_| Error::BackupDamaged)?;
    Ok(read.header.slot_of(header::Kind::Recovery).map(|slot| slot.shares.clone()).unwrap_or_default())
}

fn identity(master: &Key) -> Result<age::x25519::Identity> {
    master.derive("backup")?.age_identity()
}

// Whether the register moved on while a backup of it was written, in what the backup holds beside the database.
enum Moved {
    No,
    On,
}

// A copy of the database: what is to lie beside it, and by what it is told whether something of that moved on while it was read.
struct Copied {
    entries: u64,
    note: String,
    // Digest of the plain file, as the exhibits of the copy name them.
    files: Vec<String>,
    epoch: Option<Vec<u8>>,
    secrets: [u8; 32],
}

// A file as it lies below the folder of exhibits.
struct Lying {
    name: String,
    size: u64,
    path: PathBuf,
}

impl Vault {
    /// Writes a backup. `go_on` hears how many of how many bytes are written and says whether to go on. The files are those that the copied database names;
    /// where one of them was taken in anew or purged meanwhile, everything is copied once more.
    ///
    /// # Errors
    /// [`Error::Cancelled`]; those of the disks.
    pub fn write_backup(&self, out: &mut File, go_on: &mut dyn FnMut(u64, u64) -> bool) -> Result<Contents> {
        match self.write_once(out, go_on) {
            Ok((contents, Moved::No)) => return Ok(contents),
            Ok((_, Moved::On)) | Err(Error::ExhibitMissing | Error::ExhibitAltered) => {}
            Err(other) => return Err(other),
        }
        out.set_len(0).and_then(|()| out.rewind()).doing(WRITING)?;
        // What moves on a second time is told by whoever tries the backup out.
        self.write_once(out, go_on).map(|(contents, _)| contents)
    }

    fn write_once(&self, out: &mut File, go_on: &mut dyn FnMut(u64, u64) -> bool) -> Result<(Contents, Moved)> {
        let staging = self.folder().join(STAGING);
        clear_staging(self.folder())?;
        std::fs::create_dir(&staging).doing(WRITING)?;
        keep_private(&staging)?;
        let outcome = self.copy_database(&staging.join(DATABASE)).and_then(|copied| {
            // A large register takes a while to copy.
            if !go_on(0, 0) {
                return Err(Error::Cancelled);
            }
            let contents = self.write_copied(&copied, &staging.join(DATABASE), out, go_on)?;
            Ok((contents, self.moved_since(&copied)?))
        });
        clear_staging(self.folder())?;
        outcome
    }

    fn write_copied(
        &self,
        copied: &Copied,
        copy: &Path,
        out: &mut File,
        go_on: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Contents> {
        let database = std::fs::metadata(copy).doing(WRITING)?.len();
        let files = self.lying_files(&copied.files)?;
        let contents = Contents {
            format: FORMAT,
            vault: self.id().to_string(),
            made_at: self.env().clock.now_seconds(),
            entries: copied.entries,
            database,
            files: files.iter().map(|file| (file.name.clone(), file.size)).collect(),
        };
        let told = Told(self.header_now()?.to_bytes(self.master())?);
        let ours = identity(self.master())?.to_public();
        let recipients: [&dyn age::Recipient; 2] = [&ours, &told];
        let encryptor =
            age::Encryptor::with_recipients(recipients.into_iter()).map_err(|_| Error::Inside("beginning a backup"))?;
        let sealed = encryptor.wrap_output(BufWriter::with_capacity(PIECE, out)).doing(WRITING)?;
        let of = database + files.iter().map(|file| file.size).sum::<u64>();
        let mut archive = Archive { tar: tar::Builder::new(sealed), done: 0, of, go_on };
        archive.add_bytes(MANIFEST, &serde_json::to_vec(&contents).map_err(|_| Error::Inside(WRITING))?)?;
        archive.add_bytes(HEADER, &told.0)?;
        archive.add_bytes(CHECKPOINT, copied.note.as_bytes())?;
        archive.add_file(DATABASE, copy, database)?;
        for file in &files {
            archive.add_file(&format!("{BLOBS}/{}", file.name), &file.path, file.size)?;
        }
        let sealed = archive.tar.into_inner().doing(WRITING)?;
        sealed.finish().and_then(|mut out| out.flush()).doing(WRITING)?;
        Ok(contents)
    }

    // The database as it is at one moment, enciphered by the same key.
    fn copy_database(&self, to: &Path) -> Result<Copied> {
        const COPYING: &str = "copying the database";
        let salt = self.header_now()?.salt()?;
        let folder = to.parent().ok_or(Error::Inside("a copy has no folder"))?;
        let from = self.own_scanner()?;
        let mut copy = connect(folder, self.master(), &salt, Access::Create)?;
        {
            let backup = rusqlite::backup::Backup::new(&from, &mut copy).doing(COPYING)?;
            backup.run_to_completion(4_096, std::time::Duration::ZERO, None).doing(COPYING)?;
        }
        keep(&copy, "dirty", &[0])?;
        keep(&copy, BACKUPS, &[])?;
        keep(&copy, RESTORED, &self.env().clock.now_seconds().to_be_bytes())?;
        let (size, note): (i64, String) = copy
            .query_row("SELECT size, note FROM ledger_checkpoints ORDER BY size DESC LIMIT 1", [], |r| Ok((r.get(0)?, r.get(1)?)))
            .optional()
            .doing(COPYING)?
            .ok_or(Error::DatabaseDamaged)?;
        let files: Vec<String> = blobs::files(&copy)?.into_iter().map(|(sha256, _)| sha256).collect();
        let (epoch, secrets) = (recall(&copy, EPOCH)?, self.secrets_of(&copy, &files)?);
        copy.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).doing(COPYING)?;
        copy.close().map_err(|(_, e)| e).doing(COPYING)?;
        Ok(Copied { entries: size.unsigned_abs(), note, files, epoch, secrets })
    }

    // A file whose secret is another one now may have been replaced before it was read, and the header may be newer than the copy.
    fn moved_since(&self, copied: &Copied) -> Result<Moved> {
        let db = self.own_reader()?;
        let is_same = recall(&db, EPOCH)? == copied.epoch && self.secrets_of(&db, &copied.files)? == copied.secrets;
        Ok(if is_same { Moved::No } else { Moved::On })
    }

    // Digest of the secrets of these files: it tells one state of them from another, and no secret is kept for that.
    fn secrets_of(&self, db: &Connection, files: &[String]) -> Result<[u8; 32]> {
        const COMPARING: &str = "comparing the secrets of files";
        let mut statement = db
            .prepare("SELECT secret FROM blob_secrets WHERE name = ?1 ORDER BY secret")
            .doing("preparing to compare secrets")?;
        let mut digest = Sha256::new();
        for sha256 in files {
            let place = self.blob_place(sha256)?;
            let name = place.file_stem().and_then(|stem| stem.to_str()).ok_or(Error::Inside("a file lies nowhere"))?;
            digest.update(name);
            let mut rows = statement.query([name]).doing(COMPARING)?;
            while let Some(r) = rows.next().doing(COMPARING)? {
                digest.update(*Zeroizing::new(r.get::<_, [u8; 32]>("secret").doing(COMPARING)?));
            }
        }
        Ok(digest.finalize().into())
    }

    // Those of the files that lie there.
    fn lying_files(&self, files: &[String]) -> Result<Vec<Lying>> {
        let mut found = Vec::new();
        for sha256 in files {
            let path = self.blob_place(sha256)?;
            match std::fs::metadata(&path) {
                Ok(about) => {
                    let name = path.strip_prefix(self.folder().join(BLOBS)).ok().and_then(Path::to_str);
                    let name = name.ok_or(Error::Inside("a file lies nowhere"))?.replace('\\', "/");
                    found.push(Lying { name, size: about.len(), path });
                }
                // It is missing in the copy too, and is told there.
                Err(e) if e.kind() == ErrorKind::NotFound => {}
                Err(e) => return Err(e).doing("reading for a backup"),
            }
        }
        found.sort_by(|a, b| a.name.cmp(&b.name));
        found.dedup_by(|a, b| a.name == b.name);
        Ok(found)
    }
}

struct Archive<'a, W: Write> {
    tar: tar::Builder<W>,
    done: u64,
    of: u64,
    go_on: &'a mut dyn FnMut(u64, u64) -> bool,
}

fn head(size: u64) -> tar::Header {
    let mut head = tar::Header::new_ustar();
    head.set_size(size);
    head.set_mode(0o600);
    head.set_mtime(0);
    head
}

impl<W: Write> Archive<'_, W> {
    fn add_bytes(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.tar.append_data(&mut head(bytes.len() as u64), name, bytes).doing(WRITING)
    }

    // A file that has gone or has another size was purged or taken in anew after it was listed.
    fn add_file(&mut self, name: &str, path: &Path, size: u64) -> Result<()> {
        const READING: &str = "reading for a backup";
        let file = match File::open(path) {
            Err(e) if e.kind() == ErrorKind::NotFound => return Err(Error::ExhibitMissing),
            opened => opened.doing(READING)?,
        };
        if file.metadata().doing(READING)?.len() != size {
            return Err(Error::ExhibitAltered);
        }
        let mut told = Counted { file: file.take(size), archive: (&mut self.done, self.of), go_on: self.go_on };
        let added = self.tar.append_data(&mut head(size), name, &mut told);
        match added {
            Err(e) if e.to_string() == STOPPED => Err(Error::Cancelled),
            other => other.doing(WRITING),
        }
    }
}

struct Counted<'a> {
    file: std::io::Take<File>,
    archive: (&'a mut u64, u64),
    go_on: &'a mut dyn FnMut(u64, u64) -> bool,
}

// Not `Interrupted`: whoever copies tries that again.
const STOPPED: &str = "stopped";

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if !(self.go_on)(*self.archive.0, self.archive.1) {
            return Err(std::io::Error::other(STOPPED));
        }
        let got = self.file.read(buffer)?;
        *self.archive.0 += got as u64;
        Ok(got)
    }
}

/// What a backup was restored to.
pub struct Restored {
    /// What is in it.
    pub contents: Contents,
    /// Bytes of its file.
    pub bytes: u64,
    /// SHA-256 of its file, hexadecimal.
    pub sha256: String,
    /// The vault, open.
    pub vault: Vault,
}

/// Restores a backup into a folder that is not there yet, and opens it. Nothing of an unfinished restoring is left.
///
/// # Errors
/// [`Error::FolderTaken`]; [`Error::BackupForeign`] for what is no backup, [`Error::BackupUnopened`] where nothing given opens it,
/// [`Error::BackupDamaged`] where it is not whole; [`Error::Cancelled`]; those of the disks.
pub fn restore<'k>(
    file: &Path,
    with: impl Into<Opener<'k>>,
    folder: &Path,
    env: &Env,
    go_on: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Restored> {
    let is_taken =
        standing(folder) == Standing::Present || std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if is_taken || folder.is_file() {
        return Err(Error::FolderTaken);
    }
    let parent = folder.parent().filter(|p| !p.as_os_str().is_empty()).map_or_else(|| PathBuf::from("."), Path::to_path_buf);
    std::fs::create_dir_all(&parent).doing("making a folder to restore to")?;
    // It takes its name once it is whole; until then it goes with whatever stops the work.
    let unfinished = tempfile::Builder::new().prefix(".restoring-").tempdir_in(&parent).doing("beginning to restore")?;
    let Unpacked { contents, master, bytes, sha256 } = unpack(file, with.into(), unfinished.path(), go_on)?;
    if folder.is_dir() {
        std::fs::remove_dir(folder).doing("beginning to restore")?;
    }
    std::fs::rename(unfinished.path(), folder).doing("naming what was restored")?;
    // The folder has another name now: there is nothing left to take away.
    let _ = unfinished.keep();
    sync_folder(&parent)?;
    let vault = Vault::open(folder, Opener::Master(&master), env)?;
    Ok(Restored { contents, bytes, sha256, vault })
}

// What was written from a backup.
struct Unpacked {
    contents: Contents,
    master: Key,
    bytes: u64,
    sha256: String,
}

// Bytes of a file that were read, and their digest.
#[derive(Default)]
struct Passed(Rc<RefCell<(u64, Sha256)>>);

// Reads a file and says what passed.
struct Passing(File, Passed);

impl Read for Passing {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let got = self.0.read(buffer)?;
        let mut passed = self.1.0.borrow_mut();
        passed.0 += got as u64;
        passed.1.update(buffer.get(..got).unwrap_or_default());
        Ok(got)
    }
}

// Writes what is in a backup into an empty folder, flushed, and makes of it a vault that nobody has opened yet.
fn unpack(file: &Path, with: Opener<'_>, folder: &Path, go_on: &mut dyn FnMut(u64, u64) -> bool) -> Result<Unpacked> {
    const RESTORING: &str = "restoring a backup";
    let source = File::open(file).map_err(|_| Error::SourceUnread)?;
    let size = source.metadata().map_err(|_| Error::SourceUnread)?.len();
    let passed = Passed::default();
    let source = Passing(source, Passed(Rc::clone(&passed.0)));
    let seeking = Seeking { with, found: RefCell::new(None) };
    let opened = begin(BufReader::with_capacity(PIECE, source))?
        .decrypt(std::iter::once(&seeking as &dyn age::Identity))
        .map_err(|_| Error::BackupDamaged);
    let found = match seeking.found.into_inner() {
        Some(Err(error)) => return Err(error),
        Some(Ok(found)) => found,
        None => return Err(Error::BackupForeign),
    };
    let mut archive = tar::Archive::new(BufReader::with_capacity(PIECE, opened?));
    let (mut contents, mut due, mut shelves, mut done) = (None::<Contents>, BTreeSet::new(), BTreeSet::new(), 0u64);
    // Members as they stand: one that describes the next one would be read into memory as a whole, and no backup has any.
    for entry in archive.entries().map_err(|_| Error::BackupDamaged)?.raw(true) {
        let mut entry = entry.map_err(|_| Error::BackupDamaged)?;
        if !entry.header().entry_type().is_file() {
            return Err(Error::BackupDamaged);
        }
        let name = entry.path().ok().and_then(|path| path.to_str().map(str::to_owned)).ok_or(Error::BackupDamaged)?;
        let size = entry.size();
        let Some(told) = &contents else {
            if name != MANIFEST || size > MANIFEST_BYTES_MAX {
                return Err(Error::BackupDamaged);
            }
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).map_err(|_| Error::BackupDamaged)?;
            let read: Contents = serde_json::from_slice(&bytes).map_err(|_| Error::BackupDamaged)?;
            if read.format != FORMAT {
                return Err(Error::BackupForeign);
            }
            due.extend([HEADER.to_owned(), CHECKPOINT.to_owned(), DATABASE.to_owned()]);
            for (name, _) in &read.files {
                if !is_blob_name(name) {
                    return Err(Error::BackupDamaged);
                }
                due.insert(format!("{BLOBS}/{name}"));
            }
            contents = Some(read);
            continue;
        };
        // A name that is due is one of ours: it leads nowhere but into the folder.
        if !due.remove(&name) {
            return Err(Error::BackupDamaged);
        }
        let of = told.files.iter().fold(told.database, |of, (_, size)| of.saturating_add(*size));
        let place = folder.join(&name);
        if let Some(shelf) = place.parent() {
            std::fs::create_dir_all(shelf).doing(RESTORING)?;
            keep_private(shelf)?;
            shelves.insert(shelf.to_owned());
        }
        let mut out = File::create(&place).doing(RESTORING)?;
        let mut piece = vec![0u8; PIECE];
        loop {
            if !go_on(done, of) {
                return Err(Error::Cancelled);
            }
            let got = entry.read(&mut piece).map_err(|_| Error::BackupDamaged)?;
            if got == 0 {
                break;
            }
            out.write_all(piece.get(..got).unwrap_or_default()).doing(RESTORING)?;
            done += got as u64;
        }
        out.sync_all().doing(RESTORING)?;
    }
    let contents = contents.filter(|_| due.is_empty()).ok_or(Error::BackupDamaged)?;
    // Behind the last member stands an empty one, and the file ends there.
    let mut rest = Vec::new();
    archive.into_inner().take(END_BYTES_MAX).read_to_end(&mut rest).map_err(|_| Error::BackupDamaged)?;
    let (bytes, digest) = passed.0.take();
    if rest.iter().any(|byte| *byte != 0) || bytes != size {
        return Err(Error::BackupDamaged);
    }
    // The header inside is the one that was told outside: nobody put another before it.
    let inside = std::fs::read(folder.join(HEADER)).doing(RESTORING)?;
    if inside != found.header {
        return Err(Error::BackupDamaged);
    }
    header::replace(folder, HEADER_COPY, &inside)?;
    keep_private(folder)?;
    // From below: a power cut must not take names away under the one that the whole gets.
    let blobs = folder.join(BLOBS);
    let blobs = blobs.is_dir().then_some(blobs.as_path());
    for place in shelves.iter().map(PathBuf::as_path).filter(|shelf| *shelf != folder).chain(blobs).chain([folder]) {
        sync_folder(place)?;
    }
    Ok(Unpacked { contents, master: found.master, bytes, sha256: hex(&digest.finalize()) })
}

// Two hexadecimal digits, a slash, and a name that begins with them.
fn is_blob_name(name: &str) -> bool {
    let is_hex = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    name.split_once('/').is_some_and(|(shelf, file)| {
        let stem = file.strip_suffix(".age").unwrap_or_default();
        shelf.len() == 2 && stem.len() == 64 && stem.starts_with(shelf) && is_hex(stem)
    })
}

/// What the trial of a backup told.
pub struct Tried {
    /// What is in it.
    pub contents: Contents,
    /// Bytes of its file.
    pub bytes: u64,
    /// SHA-256 of its file, hexadecimal.
    pub sha256: String,
    /// What was found in it.
    pub report: Report,
}

/// Restores a backup to a temporary place inside a folder, checks everything in it, and takes it away again.
///
/// # Errors
/// As [`restore`]; what is found in it is no error.
pub fn try_out<'k>(
    file: &Path,
    with: impl Into<Opener<'k>>,
    beside: &Path,
    env: &Env,
    go_on: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Tried> {
    clear_staging(beside)?;
    let place = beside.join(STAGING).join("tried");
    let outcome = restore(file, with, &place, env, go_on).and_then(|restored| {
        let Restored { contents, bytes, sha256, vault } = restored;
        let report = vault.verify();
        vault.close()?;
        let report = report?;
        if report.entries < contents.entries {
            return Err(Error::BackupDamaged);
        }
        Ok(Tried { contents, bytes, sha256, report })
    });
    clear_staging(beside)?;
    outcome
}

impl Vault {
    /// As [`try_out`], with the key that is open: what was just written is read back and checked.
    ///
    /// # Errors
    /// As [`try_out`].
    pub fn try_backup(&self, file: &Path, go_on: &mut dyn FnMut(u64, u64) -> bool) -> Result<Tried> {
        try_out(file, Opener::Master(self.master()), self.folder(), self.env(), go_on)
    }
}

#[cfg(test)]
mod tests;
