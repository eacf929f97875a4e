//! The header of a vault: key slots and no secrets. Two copies; each carries a digest (damage is told from a wrong passphrase) and
//! a code keyed by the master key (alteration is told once the vault is open).

use super::blobs::UNFINISHED;
use super::secret::{KdfCost, Key, Passphrase};
use crate::env::Env;
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::Write;
use std::path::Path;
pub use tarazy_ledger::{hex, unhex};

/// Name of the header inside the vault folder.
pub const HEADER: &str = "header.json";
/// Name of its copy.
pub const HEADER_COPY: &str = "header.bak";
const BYTES_MAX: u64 = 64 * 1024;

/// One wrapped copy of the master key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// Number of the slot: 1, 2, 3 in the order of [`Kind`].
    pub slot: u32,
    /// What opens it: `passphrase`, `second`, `recovery`.
    pub kind: String,
    /// Cost of the derivation from a passphrase; a recovery key is random and needs none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kdf: Option<KdfCost>,
    salt: String,
    nonce: String,
    wrapped: String,
    /// SHA-256 of each share of a recovery key that was divided, so that a false one is told. A share is as random as the key: its digest tells nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<String>,
}

/// Who a slot is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The person who keeps the register.
    Passphrase,
    /// A second person, with a passphrase of their own.
    Second,
    /// Whoever holds the recovery key, or enough of its shares.
    Recovery,
}

impl Kind {
    /// Returns the name that the header has for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Passphrase => "passphrase",
            Self::Second => "second",
            Self::Recovery => "recovery",
        }
    }

    /// Returns the kind of a name.
    #[must_use]
    pub fn named(code: &str) -> Option<Self> {
        [Self::Passphrase, Self::Second, Self::Recovery].into_iter().find(|kind| kind.code() == code)
    }

    const fn slot(self) -> u32 {
        match self {
            Self::Passphrase => 1,
            Self::Second => 2,
            Self::Recovery => 3,
        }
    }
}

/// What somebody opens a vault with.
#[derive(Clone, Copy)]
pub enum Opener<'k> {
    /// A passphrase, of whichever person.
    Passphrase(&'k Passphrase),
    /// The recovery key.
    Recovery(&'k Key),
    /// The master key itself, of a vault that is open: for a copy of it.
    Master(&'k Key),
}

impl<'k> From<&'k Passphrase> for Opener<'k> {
    fn from(passphrase: &'k Passphrase) -> Self {
        Self::Passphrase(passphrase)
    }
}

/// What header.json says, except for its digest and code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Version of this format.
    pub format: u32,
    /// Identifier of the vault.
    pub vault: String,
    /// Counts every rewriting, so that an older copy can be told.
    pub epoch: u64,
    /// First sixteen bytes of the database, which SQLCipher takes as its salt.
    pub database_salt: String,
    /// The slots.
    pub slots: Vec<Slot>,
}

#[derive(Serialize, Deserialize)]
struct Signed {
    header: Header,
    digest: String,
    mac: String,
}

/// A header that was read, with the code still to be checked against the master key.
pub struct ReadHeader {
    /// The header.
    pub header: Header,
    mac: [u8; 32],
    /// Only one of the two copies could be read.
    pub one_copy: bool,
    /// Both could be read, and they are not the same.
    pub copies_differ: bool,
    // The older of two that differ, or the one whose code is to be tried next.
    other: Option<(Header, [u8; 32])>,
}

impl Header {
    /// Makes the first header of a vault with one passphrase slot.
    pub fn new(env: &Env, vault: Id, database_salt: &[u8; 16], master: &Key, first: (&Passphrase, KdfCost)) -> Result<Self> {
        let mut header =
            Self { format: 1, vault: vault.to_string(), epoch: 1, database_salt: hex(database_salt), slots: Vec::new() };
        header.set_passphrase(env, master, first.0, first.1)?;
        Ok(header)
    }

    /// Puts the slot of the person who keeps the register anew.
    pub fn set_passphrase(&mut self, env: &Env, master: &Key, passphrase: &Passphrase, kdf: KdfCost) -> Result<()> {
        self.set_person(env, master, Kind::Passphrase, (passphrase, kdf))
    }

    /// Puts the slot of a person anew.
    pub fn set_person(&mut self, env: &Env, master: &Key, kind: Kind, with: (&Passphrase, KdfCost)) -> Result<()> {
        let (passphrase, kdf) = with;
        self.set(env, master, (kind, Some(kdf), Vec::new()), |salt| kdf.key(passphrase, salt))
    }

    /// Puts the slot of the recovery key anew, with the digests of its shares where it was divided.
    pub fn set_recovery(&mut self, env: &Env, master: &Key, recovery: &Key, shares: Vec<String>) -> Result<()> {
        self.set(env, master, (Kind::Recovery, None, shares), |salt| recovery_key(recovery, salt))
    }

    fn set(
        &mut self,
        env: &Env,
        master: &Key,
        what: (Kind, Option<KdfCost>, Vec<String>),
        derive: impl FnOnce(&[u8; 16]) -> Result<Key>,
    ) -> Result<()> {
        let (kind, kdf, shares) = what;
        let (mut salt, mut nonce) = ([0u8; 16], [0u8; 24]);
        env.entropy.fill(&mut salt).doing("drawing a salt")?;
        env.entropy.fill(&mut nonce).doing("drawing a nonce")?;
        let mut slot = Slot {
            slot: kind.slot(),
            kind: kind.code().to_owned(),
            kdf,
            salt: hex(&salt),
            nonce: hex(&nonce),
            wrapped: String::new(),
            shares,
        };
        let bound = self.bound(&slot);
        slot.wrapped = hex(&derive(&salt)?.wrap(&nonce, &bound, master)?);
        self.slots.retain(|other| other.slot != slot.slot);
        self.slots.push(slot);
        self.slots.sort_by_key(|slot| slot.slot);
        Ok(())
    }

    /// Takes a slot away.
    pub fn remove(&mut self, kind: Kind) {
        self.slots.retain(|slot| slot.slot != kind.slot());
    }

    /// Returns a slot.
    #[must_use]
    pub fn slot_of(&self, kind: Kind) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.slot == kind.slot())
    }

    /// Opens the master key with the first slot that fits, and says which.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] where no slot opens with this passphrase, [`Error::RecoveryStale`] where the recovery key is none of this register's.
    pub fn open<'k>(&self, with: impl Into<Opener<'k>>) -> Result<(Key, Kind)> {
        let with = with.into();
        for slot in &self.slots {
            let Some(kind) = Kind::named(&slot.kind) else { continue };
            let salt = array::<16>(&slot.salt)?;
            let key = match (with, slot.kdf) {
                (Opener::Passphrase(passphrase), Some(kdf)) => kdf.key(passphrase, &salt)?,
                (Opener::Recovery(key), None) => recovery_key(key, &salt)?,
                _ => continue,
            };
            let nonce = array::<24>(&slot.nonce)?;
            let wrapped = unhex(&slot.wrapped).ok_or(Error::HeaderDamaged)?;
            if let Some(master) = key.unwrap(&nonce, &self.bound(slot), &wrapped) {
                return Ok((master, kind));
            }
        }
        Err(match with {
            Opener::Passphrase(_) | Opener::Master(_) => Error::WrongPassphrase,
            Opener::Recovery(_) => Error::RecoveryStale,
        })
    }

    /// Returns the salt of the database.
    pub fn salt(&self) -> Result<[u8; 16]> {
        array::<16>(&self.database_salt)
    }

    /// Returns the identifier of the vault.
    pub fn id(&self) -> Result<Id> {
        self.vault.parse().map_err(|_| Error::HeaderDamaged)
    }

    // What a wrapped key is bound to: it must not open under another vault, slot or cost.
    fn bound(&self, slot: &Slot) -> Vec<u8> {
        let KdfCost { m_kib, t, p } = slot.kdf.unwrap_or(KdfCost { m_kib: 0, t: 0, p: 0 });
        format!("tarazy {} {} {} {} {m_kib} {t} {p}", self.format, self.vault, slot.slot, slot.kind).into_bytes()
    }

    /// Returns the bytes of the header as it stands in its file.
    pub fn to_bytes(&self, master: &Key) -> Result<Vec<u8>> {
        let canonical = self.canonical()?;
        let signed = Signed {
            header: self.clone(),
            digest: hex(&Sha256::digest(&canonical)),
            mac: hex(&master.derive("header-mac")?.mac(&canonical)?),
        };
        signed.to_bytes()
    }

    fn canonical(&self) -> Result<Vec<u8>> {
        serde_json::to_vec(self).map_err(|_| Error::Inside("writing the header"))
    }

    /// Writes copy and header, each through a temporary file, flushed to the disk before it takes its name.
    pub fn write(&self, folder: &Path, master: &Key) -> Result<()> {
        let bytes = self.to_bytes(master)?;
        for name in [HEADER_COPY, HEADER] {
            replace(folder, name, &bytes)?;
        }
        Ok(())
    }
}

impl Signed {
    fn to_bytes(&self) -> Result<Vec<u8>> {
        serde_json::to_vec_pretty(self).map_err(|_| Error::Inside("writing the header"))
    }
}

// The key is random: what stretches a passphrase would add nothing. The salt keeps two slots of one key apart.
fn recovery_key(key: &Key, salt: &[u8; 16]) -> Result<Key> {
    key.derive(&format!("recovery slot {}", hex(salt)))
}

fn vouches(master: &Key, header: &Header, mac: &[u8; 32]) -> Result<bool> {
    use subtle::ConstantTimeEq;
    let expected = master.derive("header-mac")?.mac(&header.canonical()?)?;
    Ok(bool::from(expected.ct_eq(mac)))
}

impl ReadHeader {
    /// Returns the header that the master key vouches for; of two that differ the newer.
    ///
    /// # Errors
    /// [`Error::HeaderDamaged`] where it vouches for none.
    pub fn vouched(&self, master: &Key) -> Result<Header> {
        for (header, mac) in [Some((&self.header, &self.mac)), self.other.as_ref().map(|(h, m)| (h, m))].into_iter().flatten() {
            if vouches(master, header, mac)? {
                return Ok(header.clone());
            }
        }
        Err(Error::HeaderDamaged)
    }

    /// Opens the master key with the newer of two headers, or with the older where the newer does not open, and returns the header that it vouches for.
    /// Where that is the older, whoever asks must find out whether the newer ever came into force.
    ///
    /// # Errors
    /// As [`Header::open`].
    pub fn open<'k>(&self, with: impl Into<Opener<'k>>) -> Result<(Key, Option<Kind>, Header)> {
        let with = with.into();
        if let Opener::Master(master) = with {
            let header = self.vouched(master)?;
            return Ok((Key::typed(master.bytes()), None, header));
        }
        let newer = self.header.open(with);
        let (opened, by_older) = match (&newer, &self.other) {
            (Err(Error::WrongPassphrase | Error::RecoveryStale | Error::HeaderDamaged), Some((other, _)))
                if other.slots != self.header.slots =>
            {
                // What is said of the newer header is said where neither opens.
                match other.open(with) {
                    Ok(opened) => (Ok(opened), true),
                    Err(_) => (newer, false),
                }
            }
            _ => (newer, false),
        };
        let (master, kind) = opened?;
        let header = match &self.other {
            Some((other, mac)) if by_older && vouches(&master, other, mac)? => other.clone(),
            _ => self.vouched(&master)?,
        };
        Ok((master, Some(kind), header))
    }
}

/// Reads the header, or its copy where the header is unreadable; of two that differ the newer one. Repairs nothing.
pub fn read(folder: &Path) -> Result<ReadHeader> {
    let first = read_one(&folder.join(HEADER));
    let second = read_one(&folder.join(HEADER_COPY));
    match (first, second) {
        (Ok(a), Ok(b)) => {
            let copies_differ = a.header != b.header || a.mac != b.mac;
            let (newer, other) = if b.header.epoch > a.header.epoch { (b, a) } else { (a, b) };
            Ok(ReadHeader { copies_differ, other: copies_differ.then_some((other.header, other.mac)), ..newer })
        }
        (Ok(a), Err(_)) | (Err(_), Ok(a)) => Ok(ReadHeader { one_copy: true, ..a }),
        (Err(Error::HeaderMissing), Err(Error::HeaderMissing)) => Err(Error::HeaderMissing),
        (Err(_), Err(_)) => Err(Error::HeaderDamaged),
    }
}

fn read_one(path: &Path) -> Result<ReadHeader> {
    use std::io::Read;
    let file = match std::fs::File::open(path) {
        Ok(file) => file,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Err(Error::HeaderMissing),
        Err(e) => return Err(e).doing("reading the header"),
    };
    let mut bytes = Vec::new();
    file.take(BYTES_MAX).read_to_end(&mut bytes).doing("reading the header")?;
    parse(&bytes)
}

/// Reads a header from the bytes of its file.
///
/// # Errors
/// [`Error::HeaderDamaged`] for whatever is not, byte for byte, a header as it is written: a changed blank is a change too.
pub fn parse(bytes: &[u8]) -> Result<ReadHeader> {
    let signed: Signed = serde_json::from_slice(bytes).map_err(|_| Error::HeaderDamaged)?;
    let is_whole = signed.header.format == 1
        && do_fit(&signed.header.slots)
        && signed.digest == hex(&Sha256::digest(signed.header.canonical()?));
    if !is_whole || signed.to_bytes()? != bytes {
        return Err(Error::HeaderDamaged);
    }
    let mac = array::<32>(&signed.mac)?;
    if hex(&mac) != signed.mac {
        return Err(Error::HeaderDamaged);
    }
    Ok(ReadHeader { mac, header: signed.header, one_copy: false, copies_differ: false, other: None })
}

// One slot of each kind at the most, in their order: every one more costs a derivation, whoever wrote it.
fn do_fit(slots: &[Slot]) -> bool {
    let fits = |slot: &Slot| {
        let kind = Kind::named(&slot.kind);
        kind.is_some_and(|kind| kind.slot() == slot.slot && slot.kdf.is_none() == (kind == Kind::Recovery))
    };
    slots.iter().all(fits) && slots.is_sorted_by(|a, b| a.slot < b.slot)
}

/// Replaces a file as a whole: the old one or the new one is there at every moment.
pub(super) fn replace(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let mut file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder).doing("writing a file")?;
    file.write_all(bytes).doing("writing a file")?;
    file.as_file().sync_all().doing("flushing a file")?;
    file.persist(folder.join(name)).map_err(|e| e.error).doing("naming a file")?;
    sync_folder(folder)
}

/// Flushes the folder's own entries, where the system knows how.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    use std::io::ErrorKind;
    #[cfg(test)]
    flushed::note(folder);
    if cfg!(unix) {
        match std::fs::File::open(folder).and_then(|f| f.sync_all()) {
            // Some file systems, as of disks in a network, know no such thing.
            Err(e) if matches!(e.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => {}
            other => other.doing("flushing a folder")?,
        }
    }
    Ok(())
}

fn array<const N: usize>(text: &str) -> Result<[u8; N]> {
    unhex(text).and_then(|v| v.try_into().ok()).ok_or(Error::HeaderDamaged)
}

/// What this thread flushed, for tests: each folder, and the names in it at that moment.
#[cfg(test)]
pub(crate) mod flushed {
    use std::cell::RefCell;
    use std::path::{Path, PathBuf};

    type Flushed = Vec<(PathBuf, Vec<String>)>;

    thread_local! {
        static FLUSHED: RefCell<Flushed> = const { RefCell::new(Vec::new()) };
    }

    pub(super) fn note(folder: &Path) {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.sort();
        FLUSHED.with_borrow_mut(|flushed| flushed.push((folder.to_owned(), names)));
    }

    /// Returns what was flushed since this was last asked.
    pub(crate) fn take() -> Flushed {
        FLUSHED.take()
    }
}
