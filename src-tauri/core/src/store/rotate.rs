//! New keys for everything. What is rewritten opens with none of the old keys: the database is enciphered anew page by page, every file of an exhibit is
//! enciphered to a new identity and gets a new name, and the header has one slot only, that of the person who rotates.
//!
//! Everything is made in a folder of its own, `next`, which takes the name `ready` once it is whole and on the disk: that is the moment at which the new
//! keys hold. Whatever ends the work before leaves the vault as it was and can be gone on with; whatever ends it afterwards is finished by the next
//! opening, which moves what is in `ready` to its place, one thing after the other.

use super::blobs::{self, BLOBS};
use super::header::{self, HEADER, HEADER_COPY, Header, sync_folder};
use super::secret::{KdfCost, Key, Passphrase};
use super::tip::{self, TIP, Tip};
use super::vault::{CHECKPOINT, DATABASE, Vault, check_pages, keep, keep_private, rekey};
use crate::error::{Doing, Error, Result};
use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

const NEXT: &str = "next";
/// Folder of a rotation that holds, until the next opening has moved what is in it.
pub const READY: &str = "ready";
/// Name of the fact that the keys were rotated and the ledger does not say so yet.
pub const ROTATED: &str = "rotated";
/// Name of the fact that before a rotation something beside the database said that the ledger had been longer, or another one: up to which entry. The
/// rotation makes what said so anew, and the fact is told at every check from then on.
pub const CONTRADICTED: &str = "contradicted";

/// Says whether new keys were made that are not in use yet.
#[must_use]
pub fn is_begun(folder: &Path) -> bool {
    folder.join(NEXT).join(HEADER).exists()
}

/// Finishes a rotation that was ready when the process or the machine stopped. Needs no key.
///
/// # Errors
/// Those of the file system; then the next opening tries again.
pub fn finish(folder: &Path) -> Result<()> {
    const MOVING: &str = "taking new keys into use";
    let ready = folder.join(READY);
    if !ready.is_dir() {
        return Ok(());
    }
    if ready.join(DATABASE).exists() {
        // The log belongs to the database that goes.
        for end in ["-wal", "-shm"] {
            remove(&folder.join(format!("{DATABASE}{end}")))?;
        }
        std::fs::rename(ready.join(DATABASE), folder.join(DATABASE)).doing(MOVING)?;
    }
    if ready.join(BLOBS).exists() {
        match std::fs::remove_dir_all(folder.join(BLOBS)) {
            Err(e) if e.kind() != ErrorKind::NotFound => return Err(e).doing(MOVING),
            _ => {}
        }
        std::fs::rename(ready.join(BLOBS), folder.join(BLOBS)).doing(MOVING)?;
    }
    for name in [TIP, CHECKPOINT, HEADER_COPY, HEADER] {
        if ready.join(name).exists() {
            std::fs::rename(ready.join(name), folder.join(name)).doing(MOVING)?;
        }
    }
    sync_folder(folder)?;
    std::fs::remove_dir_all(&ready).doing(MOVING)?;
    sync_folder(folder)
}

/// Takes away what an unfinished rotation made.
///
/// # Errors
/// Those of the file system.
pub fn discard(folder: &Path) -> Result<()> {
    match std::fs::remove_dir_all(folder.join(NEXT)) {
        Err(e) if e.kind() != ErrorKind::NotFound => Err(e).doing("taking an unfinished rotation away"),
        _ => sync_folder(folder),
    }
}

fn remove(path: &Path) -> Result<()> {
    match std::fs::remove_file(path) {
        Err(e) if e.kind() != ErrorKind::NotFound => Err(e).doing("taking an old file away"),
        _ => Ok(()),
    }
}

// The new keys, as they stand in the folder that is being made.
struct Next {
    folder: PathBuf,
    header: Header,
    master: Key,
}

impl Vault {
    /// Makes the files of all exhibits anew under new keys, beside the old ones: the long part of a rotation, during which the register can be used. Gone
    /// on with where an earlier rotation of the same passphrase stopped. `go_on` hears how many of how many files are done.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] where the passphrase opens no slot; [`Error::ExhibitAltered`] where a file is damaged (a copy under new keys would hide
    /// it); [`Error::Cancelled`], [`Error::VaultDamaged`], those of the disk.
    pub fn rotate_files(&self, passphrase: &Passphrase, kdf: KdfCost, go_on: &mut dyn FnMut(u64, u64) -> bool) -> Result<()> {
        self.writable()?;
        let next = self.next(passphrase, kdf)?;
        self.copy_files(&next, true, go_on)
    }

    /// Ends a rotation: the files that came meanwhile, the database, and the change to the new keys. The vault is closed and opened anew.
    ///
    /// # Errors
    /// As [`Self::rotate_files`]; the vault is closed then, and is as it was.
    pub fn rotate(self, passphrase: &Passphrase, kdf: KdfCost, go_on: &mut dyn FnMut(u64, u64) -> bool) -> Result<Self> {
        let prepared = self.writable().and_then(|()| {
            let next = self.next(passphrase, kdf)?;
            self.copy_files(&next, false, go_on)?;
            blobs::prune(&*self.read()?, &next.folder, &next.master)?;
            Ok((next, self.contradicted()?))
        });
        let (next, contradicted) = match prepared {
            Ok(prepared) => prepared,
            Err(error) => {
                // What stopped it is told; a vault that cannot be closed says so when it is opened next.
                let _ = self.close();
                return Err(error);
            }
        };
        let (folder, env, id) = (self.folder().to_owned(), self.env().clone(), *self.id());
        let (old_master, salt) = (Key::typed(self.master().bytes()), self.header_now()?.salt()?);
        let old = old_master.derive("db")?;
        let end = self.scratch_tail()?;
        // From here on nobody writes: the log is empty and the file is the whole database. The lock of the folder is held by nobody for a moment; whoever
        // takes it finds the vault as it was.
        let lock = self.close_and_keep_lock()?;
        let copy = next.folder.join(DATABASE);
        for end in ["", "-wal", "-shm", "-journal"] {
            remove(&next.folder.join(format!("{DATABASE}{end}")))?;
        }
        std::fs::copy(folder.join(DATABASE), &copy).doing("copying the database")?;
        let db = rekey(&copy, (&old, &next.master.derive("db")?), &salt)?;
        keep(&db, "header_epoch", &next.header.epoch.to_be_bytes())?;
        keep(&db, ROTATED, &[1])?;
        if let Some(size) = contradicted {
            keep(&db, CONTRADICTED, &size.to_be_bytes())?;
        }
        blobs::rename(&db, &old_master, &next.master)?;
        check_pages(&db)?;
        db.close().map_err(|(_, e)| e).doing("closing the database")?;
        File::options().write(true).open(&copy).and_then(|file| file.sync_all()).doing("flushing the database")?;
        drop(Tip::take(&next.folder, tip::key(&next.master)?, &end)?);
        if header::parse(&std::fs::read(next.folder.join(HEADER)).doing("reading the new header")?)?.header.id()? != id {
            return Err(Error::HeaderForeign);
        }
        sync_folder(&next.folder)?;
        // The moment at which the new keys hold.
        std::fs::rename(&next.folder, folder.join(READY)).doing("taking new keys into use")?;
        sync_folder(&folder)?;
        drop(lock);
        Self::open(&folder, passphrase, &env)
    }

    // The new keys of a rotation that was begun with this passphrase, or newer ones.
    fn next(&self, passphrase: &Passphrase, kdf: KdfCost) -> Result<Next> {
        let now = self.header_now()?;
        now.open(passphrase)?;
        let folder = self.folder().join(NEXT);
        let begun = || {
            let header = header::parse(&std::fs::read(folder.join(HEADER)).ok()?).ok()?;
            let (master, _, header) = header.open(passphrase).ok()?;
            (header.vault == now.vault && header.epoch > now.epoch).then_some((header, master))
        };
        if let Some((header, master)) = begun() {
            return Ok(Next { folder, header, master });
        }
        discard(self.folder())?;
        let master = Key::draw(self.env())?;
        let mut header = Header::new(self.env(), now.id()?, &now.salt()?, &master, (passphrase, kdf))?;
        header.epoch = now.epoch + 1;
        std::fs::create_dir(&folder).doing("beginning a rotation")?;
        keep_private(&folder)?;
        std::fs::create_dir(folder.join(BLOBS)).doing("beginning a rotation")?;
        keep_private(&folder.join(BLOBS))?;
        header.write(&folder, &master)?;
        sync_folder(self.folder())?;
        Ok(Next { folder, header, master })
    }

    fn copy_files(&self, next: &Next, wholly: bool, go_on: &mut dyn FnMut(u64, u64) -> bool) -> Result<()> {
        let files = self.files()?;
        let all = files.len() as u64;
        for (done, (sha256, size)) in (0..).zip(&files) {
            if !go_on(done, all) {
                return Err(Error::Cancelled);
            }
            match self.copy_blob(sha256, *size, (&next.folder, &next.master), wholly) {
                // What is missing is missing under the new keys too, and is told.
                Ok(()) | Err(Error::ExhibitMissing) => {}
                // A purge took the copies away, for what it takes must not be among them.
                Err(_) if !next.folder.join(HEADER).exists() => return Err(Error::Cancelled),
                Err(other) => return Err(other),
            }
        }
        if go_on(all, all) { Ok(()) } else { Err(Error::Cancelled) }
    }
}
