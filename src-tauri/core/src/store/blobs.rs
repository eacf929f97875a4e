//! Files of exhibits: each lies encrypted beside the database, as one file of the age format (version 1, X25519). What lies there tells nothing of
//! name, type or exact size, and a file is never in memory as a whole.
//!
//! A file is written under a name of its own and flushed, its name is noted, it takes its name, the folder is flushed, and only then do the rows that
//! name it become part of the register. Whatever ends this early leaves a file that the vault knows it had begun.
//!
//! Each file has a secret of its own, without which the master key opens nothing: where the secret is destroyed, so is the file, whatever a disk keeps.

use super::header::{hex, sync_folder, unhex};
use super::secret::Key;
use super::vault::{Vault, keep_private};
use crate::error::{Doing, Error, Result};
use age::stream::StreamReader;
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufReader, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Name of the folder of the encrypted files inside the vault folder.
pub const BLOBS: &str = "blobs";
const END: &str = ".age";
/// How the names of files begin that have no name of their own yet.
pub(super) const UNFINISHED: &str = ".part-";
/// Bytes that stand before a file inside its encryption: its length, the highest byte first.
const LENGTH_BYTES: u64 = 8;
/// Files up to this size are all of one size.
const CLASS_SMALLEST: u64 = 64 * 1024;
const PIECE: usize = 64 * 1024;

/// What a file is encrypted to beside the master key.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
struct Secret([u8; 32]);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(***)")
    }
}

/// A file that lies encrypted in the vault and that no row names yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// Its bytes.
    pub size: u64,
    name: String,
}

/// What was found where the file of an exhibit must lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// The very file.
    Good,
    /// No file.
    Missing,
    /// Another file, or a damaged one.
    Altered,
}

/// Returns the size that so many bytes are padded to: at least 64 KiB, above that the next size of which only so many bits differ as tell its order of
/// magnitude twice over (Padmé). At most an eighth is added, and a size tells no more than a handful of bits.
#[must_use]
pub const fn padded(bytes: u64) -> u64 {
    if bytes <= CLASS_SMALLEST {
        return CLASS_SMALLEST;
    }
    let magnitude = bytes.ilog2();
    let free = magnitude - (magnitude.ilog2() + 1);
    let mask = (1u64 << free) - 1;
    bytes.saturating_add(mask) & !mask
}

// What is asked of the master key.
struct Keys {
    names: Key,
    // What the identities of files follow from; by itself it opens files of vaults that knew no secrets of files.
    files: Key,
}

impl Keys {
    fn of(master: &Key) -> Result<Self> {
        Ok(Self { names: master.derive("blob-name")?, files: master.derive("blob-identity")? })
    }

    fn identity(&self, secret: &Secret) -> Result<age::x25519::Identity> {
        self.files.derive_with("blob-identity of a file", &secret.0)?.age_identity()
    }

    // A file that is taken in anew has two secrets until its rows are there; one that came before files had secrets has none.
    fn identities(&self, secrets: &[Secret]) -> Result<Vec<age::x25519::Identity>> {
        secrets.iter().map(|secret| self.identity(secret)).chain([self.files.age_identity()]).collect()
    }

    // A bare digest would tell whoever holds the disk and a file that the file is here.
    fn name(&self, digest: &[u8]) -> Result<String> {
        Ok(hex(&self.names.mac(digest)?))
    }
}

fn place(folder: &Path, name: &str) -> PathBuf {
    let blobs = folder.join(BLOBS);
    blobs.join(name.get(..2).unwrap_or_default()).join(format!("{name}{END}"))
}

impl Vault {
    /// Encrypts a file of so many bytes into the vault. `go_on` hears how many were read and says whether to go on. The file belongs to nothing until
    /// a change names it with [`Change::name_blob`](super::Change::name_blob); if none does, it is taken away when the vault is opened next.
    ///
    /// # Errors
    /// [`Error::SourceUnread`] where the file cannot be read, or has not so many bytes; [`Error::Cancelled`]; those of the disk. Nothing is left then.
    pub fn take_in(&self, from: impl Read, size: u64, go_on: &mut dyn FnMut(u64) -> bool) -> Result<Stored> {
        let keys = Keys::of(self.master())?;
        let blobs = self.folder().join(BLOBS);
        make_folder(&blobs)?;
        let mut unfinished =
            tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(&blobs).doing("beginning to keep an exhibit")?;
        let mut secret = Secret([0; 32]);
        self.env().entropy.fill(&mut secret.0).doing("drawing the secret of a file")?;
        let digest = encrypt(&keys.identity(&secret)?, from, unfinished.as_file_mut(), size, go_on)?;
        unfinished.as_file().sync_all().doing("flushing an exhibit")?;
        let name = keys.name(&digest)?;
        self.scratch(|db| {
            // Both or none: a file whose secret is not noted opens with nothing.
            let noting = db.unchecked_transaction().doing("noting an exhibit")?;
            begin(&noting, &name)?;
            noting
                .execute("INSERT INTO blob_secrets (name, secret) VALUES (?1, ?2)", params![name, &secret.0[..]])
                .doing("noting the secret of a file")?;
            noting.commit().doing("noting an exhibit")
        })?;
        let place = place(self.folder(), &name);
        let shelf = place.parent().ok_or(Error::Inside("a file has no folder"))?;
        make_folder(shelf)?;
        // The same file once more takes the place of the one that is there: they say the same, and a damaged one is healed.
        unfinished.persist(&place).map_err(|e| e.error).doing("naming an exhibit")?;
        sync_folder(shelf)?;
        Ok(Stored { sha256: hex(&digest), size, name })
    }

    /// Lists digest and size of every file that an exhibit names, each once.
    pub(super) fn files(&self) -> Result<Vec<(String, u64)>> {
        files(&*self.read()?)
    }

    /// Returns where a file must lie.
    pub(crate) fn blob_place(&self, sha256: &str) -> Result<PathBuf> {
        let digest = unhex(sha256).ok_or(Error::ExhibitMissing)?;
        Ok(place(self.folder(), &Keys::of(self.master())?.name(&digest)?))
    }

    /// Enciphers a file anew under another master key, below another folder. Its own secrets stay the same. One that lies there already is read, to its
    /// end where `wholly`, and made anew where it is not the very file: whatever is left of the other copies goes with the old keys.
    pub(super) fn copy_blob(&self, sha256: &str, size: u64, (folder, master): (&Path, &Key), wholly: bool) -> Result<()> {
        let (ours, keys) = (Keys::of(self.master())?, Keys::of(master)?);
        let digest = unhex(sha256).ok_or(Error::ExhibitMissing)?;
        let place = place(folder, &keys.name(&digest)?);
        let secrets = secrets(&*self.read()?, &ours.name(&digest)?)?;
        if place.exists() {
            let there = open(folder, &keys, &secrets, &digest, size);
            let is_good = match there {
                Ok(_) if !wholly => true,
                Ok(blob) => Self::look_at_blob(Ok(blob))? == Found::Good,
                Err(Error::ExhibitAltered) => false,
                Err(other) => return Err(other),
            };
            if is_good {
                return Ok(());
            }
        }
        let blob = open(self.folder(), &ours, &secrets, &digest, size)?;
        let identity = match secrets.last() {
            Some(secret) => keys.identity(secret)?,
            None => keys.files.age_identity()?,
        };
        let shelf = place.parent().ok_or(Error::Inside("a file has no folder"))?;
        make_folder(shelf)?;
        let mut unfinished =
            tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder.join(BLOBS)).doing("beginning to keep an exhibit")?;
        let copied = encrypt(&identity, blob, unfinished.as_file_mut(), size, &mut |_| true).map_err(|error| match error {
            Error::SourceUnread => Error::ExhibitAltered,
            other => other,
        })?;
        if copied.as_slice() != digest {
            return Err(Error::ExhibitAltered);
        }
        unfinished.as_file().sync_all().doing("flushing an exhibit")?;
        unfinished.persist(&place).map_err(|e| e.error).doing("naming an exhibit")?;
        sync_folder(shelf)
    }

    /// Opens a file by its digest and size. Reading it to its end verifies it.
    pub(super) fn open_blob(&self, db: &Connection, sha256: &str, size: u64) -> Result<Blob> {
        let digest = unhex(sha256).ok_or(Error::ExhibitMissing)?;
        let keys = Keys::of(self.master())?;
        let secrets = secrets(db, &keys.name(&digest)?)?;
        open(self.folder(), &keys, &secrets, &digest, size)
    }

    /// Looks whether a file is there and is the one that it must be.
    pub(super) fn look_at_blob(opened: Result<Blob>) -> Result<Found> {
        match opened.and_then(|mut blob| std::io::copy(&mut blob, &mut std::io::sink()).map_err(fault)) {
            Ok(_) => Ok(Found::Good),
            Err(Error::ExhibitMissing) => Ok(Found::Missing),
            Err(Error::ExhibitAltered) => Ok(Found::Altered),
            Err(other) => Err(other),
        }
    }

    /// Lists the names of files that no exhibit names and that are not under way.
    pub(super) fn unknown_blobs(&self, db: &Connection) -> Result<Vec<String>> {
        let mut known = named(db, &Keys::of(self.master())?)?;
        known.extend(begun(db)?);
        Ok(lying(self.folder()).into_iter().filter(|name| !known.contains(name)).collect())
    }
}

impl super::change::Change<'_> {
    /// Says that this change holds the row that names the file: with its commit the file is part of the register.
    pub fn name_blob(&mut self, blob: &Stored) -> Result<()> {
        // The file may have taken the place of an earlier one, whose secret stays: of two that are taken in at once either may lie there in the end, and a
        // copy under new keys may be of the other.
        forget(self.db(), &blob.name)
    }
}

fn make_folder(folder: &Path) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    match std::fs::create_dir(folder) {
        Err(e) if e.kind() != ErrorKind::AlreadyExists => return Err(e).doing("making a folder for exhibits"),
        _ => {}
    }
    keep_private(folder)?;
    folder.parent().map_or(Ok(()), sync_folder)
}

// Returns the digest of the file.
fn encrypt(
    identity: &age::x25519::Identity,
    mut from: impl Read,
    to: &mut File,
    size: u64,
    go_on: &mut dyn FnMut(u64) -> bool,
) -> Result<[u8; 32]> {
    const KEEPING: &str = "keeping an exhibit";
    let recipient = identity.to_public();
    let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
        .map_err(|_| Error::Inside("beginning to encrypt an exhibit"))?;
    let mut out = encryptor.wrap_output(BufWriter::new(to)).doing(KEEPING)?;
    out.write_all(&size.to_be_bytes()).doing(KEEPING)?;
    let (mut piece, mut digest, mut done) = (Zeroizing::new(vec![0u8; PIECE]), Sha256::new(), 0u64);
    loop {
        if !go_on(done) {
            return Err(Error::Cancelled);
        }
        let got = match from.read(&mut piece) {
            Ok(0) => break,
            Ok(got) => piece.get(..got).unwrap_or_default(),
            Err(e) if e.kind() == ErrorKind::Interrupted => continue,
            Err(_) => return Err(Error::SourceUnread),
        };
        done += got.len() as u64;
        if done > size {
            return Err(Error::SourceUnread);
        }
        digest.update(got);
        out.write_all(got).doing(KEEPING)?;
    }
    if done != size {
        return Err(Error::SourceUnread);
    }
    let whole = LENGTH_BYTES + size;
    std::io::copy(&mut std::io::repeat(0).take(padded(whole) - whole), &mut out).doing(KEEPING)?;
    out.finish().and_then(|mut buffered| buffered.flush()).doing(KEEPING)?;
    Ok(digest.finalize().into())
}

/// The file of an exhibit, deciphered while it is read. What was read is the file only once the reading has come to its end without an error: the last
/// bytes are not handed over before the whole was compared with the digest on record.
pub struct Blob<R: Read = File> {
    stream: StreamReader<BufReader<R>>,
    left: u64,
    padding: u64,
    digest: Sha256,
    expected: Vec<u8>,
    ended: bool,
}

fn open(folder: &Path, keys: &Keys, secrets: &[Secret], digest: &[u8], size: u64) -> Result<Blob> {
    let identities = keys.identities(secrets)?;
    let file = match File::open(place(folder, &keys.name(digest)?)) {
        Ok(file) => file,
        Err(e) if e.kind() == ErrorKind::NotFound => return Err(Error::ExhibitMissing),
        Err(e) => return Err(e).doing("opening an exhibit"),
    };
    deciphered(file, &identities, digest, size)
}

/// Begins to decipher: what comes is an age file for this vault, and what is in it says the size that it must have.
fn deciphered<R: Read>(from: R, identities: &[age::x25519::Identity], digest: &[u8], size: u64) -> Result<Blob<R>> {
    let opened = age::Decryptor::new_buffered(BufReader::with_capacity(PIECE, from))
        .and_then(|decryptor| decryptor.decrypt(identities.iter().map(|identity| identity as &dyn age::Identity)));
    let mut stream = opened.map_err(|error| match error {
        age::DecryptError::Io(e) => fault(e),
        _ => Error::ExhibitAltered,
    })?;
    let mut length = [0; 8];
    stream.read_exact(&mut length).map_err(fault)?;
    // A size that no file has is no size of this one, and its padding could not be counted.
    if u64::from_be_bytes(length) != size || i64::try_from(size).is_err() {
        return Err(Error::ExhibitAltered);
    }
    let whole = LENGTH_BYTES + size;
    Ok(Blob {
        stream,
        left: size,
        padding: padded(whole) - whole,
        digest: Sha256::new(),
        expected: digest.to_vec(),
        ended: false,
    })
}

/// Tells a file that is not what it was from a disk that cannot be read.
pub fn fault(error: std::io::Error) -> Error {
    match error.kind() {
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof => Error::ExhibitAltered,
        _ => match Err::<(), _>(error).doing("reading an exhibit") {
            Err(told) => told,
            Ok(()) => Error::Inside("reading an exhibit"),
        },
    }
}

impl<R: Read> Blob<R> {
    // What stands behind the file is so many zeros and nothing else, and the file is the one on record.
    fn end(&mut self) -> std::io::Result<()> {
        let altered = || std::io::Error::from(ErrorKind::InvalidData);
        let (mut piece, mut zeros) = ([0u8; 4096], 0u64);
        loop {
            let got = self.stream.read(&mut piece)?;
            if got == 0 {
                break;
            }
            if piece.iter().take(got).any(|byte| *byte != 0) {
                return Err(altered());
            }
            zeros += got as u64;
        }
        if zeros != self.padding || self.digest.clone().finalize().as_slice() != self.expected {
            return Err(altered());
        }
        self.ended = true;
        Ok(())
    }
}

impl<R: Read> Read for Blob<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if buffer.is_empty() || self.ended {
            return Ok(0);
        }
        let room = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        let room = buffer.get_mut(..room).unwrap_or_default();
        let got = if room.is_empty() { 0 } else { self.stream.read(room)? };
        if got == 0 && self.left > 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        self.digest.update(room.get(..got).unwrap_or_default());
        self.left -= got as u64;
        if self.left == 0 {
            self.end()?;
        }
        Ok(got)
    }
}

/// Lists digest and size of every file that an exhibit names, each once.
pub(super) fn files(db: &Connection) -> Result<Vec<(String, u64)>> {
    let mut statement = db
        .prepare_cached("SELECT DISTINCT sha256, size FROM exhibits WHERE sha256 <> '' ORDER BY sha256")
        .doing("preparing to list files")?;
    let read =
        |r: &rusqlite::Row<'_>| Ok((r.get("sha256")?, r.get::<_, Option<i64>>("size")?.unwrap_or_default().unsigned_abs()));
    statement.query_map([], read).and_then(Iterator::collect).doing("listing files")
}

/// Gives the files of a database the names that they have under another master key, and forgets what was begun under the old one.
pub(super) fn rename(db: &Connection, from: &Key, to: &Key) -> Result<()> {
    const NAMING: &str = "naming files anew";
    let (from, to) = (Keys::of(from)?, Keys::of(to)?);
    for (sha256, _) in files(db)? {
        let digest = unhex(&sha256).ok_or(Error::DatabaseDamaged)?;
        let (old, new) = (from.name(&digest)?, to.name(&digest)?);
        db.execute("UPDATE blob_secrets SET name = ?2 WHERE name = ?1", params![old, new]).doing(NAMING)?;
    }
    db.execute("DELETE FROM blobs_begun", []).map(drop).doing(NAMING)
}

/// Takes away the files below a folder that no exhibit of a database names: copies of what was purged since they were made.
pub(super) fn prune(db: &Connection, folder: &Path, master: &Key) -> Result<()> {
    let known = named(db, &Keys::of(master)?)?;
    for name in lying(folder).into_iter().filter(|name| !known.contains(name)) {
        std::fs::remove_file(place(folder, &name)).doing("taking a copy away")?;
    }
    Ok(())
}

// Names of the files that exhibits name, of withdrawn ones too.
fn named(db: &Connection, keys: &Keys) -> Result<BTreeSet<String>> {
    let mut statement =
        db.prepare_cached("SELECT DISTINCT sha256 FROM exhibits WHERE sha256 <> ''").doing("preparing to list files")?;
    let digests: Vec<String> = statement.query_map([], |r| r.get("sha256")).and_then(Iterator::collect).doing("listing files")?;
    digests.iter().filter_map(|digest| unhex(digest)).map(|digest| keys.name(&digest)).collect()
}

fn secrets(db: &Connection, name: &str) -> Result<Vec<Secret>> {
    let mut statement =
        db.prepare_cached("SELECT secret FROM blob_secrets WHERE name = ?1").doing("preparing to read the secret of a file")?;
    let secrets = statement.query_map([name], |r| Ok(Secret(r.get("secret")?)));
    secrets.and_then(Iterator::collect).doing("reading the secret of a file")
}

fn begin(db: &Connection, name: &str) -> Result<()> {
    db.execute("INSERT INTO blobs_begun (name) VALUES (?1) ON CONFLICT DO NOTHING", [name]).map(drop).doing("noting an exhibit")
}

fn begun(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached("SELECT name FROM blobs_begun").doing("preparing to list what was begun")?;
    statement.query_map([], |r| r.get("name")).and_then(Iterator::collect).doing("listing what was begun")
}

fn forget(db: &Connection, name: &str) -> Result<()> {
    db.execute("DELETE FROM blobs_begun WHERE name = ?1", params![name]).map(drop).doing("naming a file")
}

// Names of the files that lie in their places; whatever else lies there is not ours.
fn lying(folder: &Path) -> Vec<String> {
    let entries = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let files = entries(&folder.join(BLOBS)).flat_map(|shelf| entries(&shelf).collect::<Vec<_>>());
    let mut names: Vec<String> = files
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?.strip_suffix(END)?.to_owned();
            (name.len() == 64 && path == place(folder, &name)).then_some(name)
        })
        .collect();
    names.sort();
    names
}

/// Takes away what was begun and that no exhibit names: the process or the machine stopped before it became part of the register. A vault whose
/// database was put back knows nothing of later files and leaves them alone.
pub(super) fn collect(db: &Connection, folder: &Path, master: &Key) -> Result<()> {
    let places = [folder.to_owned(), folder.join(BLOBS)];
    for entry in places.iter().flat_map(std::fs::read_dir).flatten().flatten() {
        if entry.file_name().to_str().is_some_and(|name| name.starts_with(UNFINISHED)) {
            // What cannot be taken away now is taken away the next time.
            let _ = std::fs::remove_file(entry.path());
        }
    }
    let begun = begun(db)?;
    if begun.is_empty() {
        return Ok(());
    }
    let named = named(db, &Keys::of(master)?)?;
    for name in begun {
        let place = place(folder, &name);
        let is_named = named.contains(&name);
        if is_named || !place.exists() || take_away(&place).is_ok() {
            if !is_named {
                destroy(db, &name)?;
            }
            forget(db, &name)?;
        }
    }
    Ok(())
}

/// Destroys the secrets of the files with these digests that no exhibit names any more, and notes the files as begun: what is left of them is taken away
/// after the commit, or when the vault is opened next. Returns their names.
pub(super) fn shred(db: &Connection, master: &Key, digests: &BTreeSet<String>) -> Result<Vec<String>> {
    let keys = Keys::of(master)?;
    let named = named(db, &keys)?;
    let mut shredded = Vec::new();
    for digest in digests.iter().filter_map(|digest| unhex(digest)) {
        let name = keys.name(&digest)?;
        if !named.contains(&name) {
            destroy(db, &name)?;
            begin(db, &name)?;
            shredded.push(name);
        }
    }
    Ok(shredded)
}

/// Takes shredded files away. What cannot be taken away now is taken away when the vault is opened next. Returns whether all are gone.
pub(super) fn take_shredded(db: &Connection, folder: &Path, master: &Key, names: &[String]) -> Result<bool> {
    let named = named(db, &Keys::of(master)?)?;
    let mut are_gone = true;
    for name in names {
        // The same file may be on its way in again: then it has a new secret.
        if named.contains(name) || !secrets(db, name)?.is_empty() {
            continue;
        }
        let place = place(folder, name);
        if !place.exists() || take_away(&place).is_ok() {
            forget(db, name)?;
        } else {
            are_gone = false;
        }
    }
    Ok(are_gone)
}

fn destroy(db: &Connection, name: &str) -> Result<()> {
    db.execute("DELETE FROM blob_secrets WHERE name = ?1", [name]).map(drop).doing("destroying the secret of a file")
}

fn take_away(place: &Path) -> Result<()> {
    std::fs::remove_file(place).doing("taking away what was begun")?;
    place.parent().map_or(Ok(()), sync_folder)
}

/// Reads bytes as the file of an exhibit, which must have this digest and size, with the keys of a vault.
///
/// # Errors
/// [`Error::ExhibitAltered`] for whatever is not that file.
#[cfg(any(test, feature = "fuzzed"))]
pub fn deciphered_from(bytes: &[u8], master: &Key, digest: &[u8], size: u64) -> Result<Vec<u8>> {
    let mut plain = Vec::new();
    deciphered(bytes, &Keys::of(master)?.identities(&[])?, digest, size)?.read_to_end(&mut plain).map_err(fault)?;
    Ok(plain)
}

/// Encrypts bytes for a vault as they are, so that what is read after the deciphering can be anything too.
#[cfg(any(test, feature = "fuzzed"))]
pub fn enciphered(plain: &[u8], master: &Key) -> Result<Vec<u8>> {
    age::encrypt(&Keys::of(master)?.files.age_identity()?.to_public(), plain).map_err(|_| Error::Inside("encrypting"))
}

#[cfg(test)]
mod tests;
