//! The header of a vault: key slots and no secrets. Two copies; each carries a digest (damage is told from a wrong passphrase) and
//! a code keyed by the master key (alteration is told once the vault is open).

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
    /// Number of the slot.
    pub slot: u32,
    /// What opens it: `passphrase`.
    pub kind: String,
    /// Cost of the derivation.
    pub kdf: KdfCost,
    salt: String,
    nonce: String,
    wrapped: String,
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
}

impl Header {
    /// Makes the first header of a vault with one passphrase slot.
    pub fn new(env: &Env, vault: Id, database_salt: &[u8; 16], master: &Key, first: (&Passphrase, KdfCost)) -> Result<Self> {
        let mut header =
            Self { format: 1, vault: vault.to_string(), epoch: 1, database_salt: hex(database_salt), slots: Vec::new() };
        header.set_passphrase(env, master, first.0, first.1)?;
        Ok(header)
    }

    /// Puts the passphrase slot anew.
    pub fn set_passphrase(&mut self, env: &Env, master: &Key, passphrase: &Passphrase, kdf: KdfCost) -> Result<()> {
        let (mut salt, mut nonce) = ([0u8; 16], [0u8; 24]);
        env.entropy.fill(&mut salt).doing("drawing a salt")?;
        env.entropy.fill(&mut nonce).doing("drawing a nonce")?;
        let mut slot =
            Slot { slot: 1, kind: "passphrase".to_owned(), kdf, salt: hex(&salt), nonce: hex(&nonce), wrapped: String::new() };
        let bound = self.bound(&slot);
        slot.wrapped = hex(&kdf.key(passphrase, &salt)?.wrap(&nonce, &bound, master)?);
        self.slots.retain(|other| other.slot != slot.slot);
        self.slots.push(slot);
        Ok(())
    }

    /// Opens the master key with the first slot that this passphrase fits.
    pub fn open(&self, passphrase: &Passphrase) -> Result<Key> {
        for slot in &self.slots {
            let salt = array::<16>(&slot.salt)?;
            let nonce = array::<24>(&slot.nonce)?;
            let wrapped = unhex(&slot.wrapped).ok_or(Error::HeaderDamaged)?;
            if let Some(master) = slot.kdf.key(passphrase, &salt)?.unwrap(&nonce, &self.bound(slot), &wrapped) {
                return Ok(master);
            }
        }
        Err(Error::WrongPassphrase)
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
        format!(
            "tarazy {} {} {} {} {} {} {}",
            self.format, self.vault, slot.slot, slot.kind, slot.kdf.m_kib, slot.kdf.t, slot.kdf.p
        )
        .into_bytes()
    }

    fn canonical(&self) -> Result<Vec<u8>> {
        serde_json::to_vec(self).map_err(|_| Error::Inside("writing the header"))
    }

    /// Writes copy and header, each through a temporary file, flushed to the disk before it takes its name.
    pub fn write(&self, folder: &Path, master: &Key) -> Result<()> {
        let canonical = self.canonical()?;
        let signed = Signed {
            header: self.clone(),
            digest: hex(&Sha256::digest(&canonical)),
            mac: hex(&master.derive("header-mac")?.mac(&canonical)?),
        };
        let bytes = serde_json::to_vec_pretty(&signed).map_err(|_| Error::Inside("writing the header"))?;
        for name in [HEADER_COPY, HEADER] {
            replace(folder, name, &bytes)?;
        }
        Ok(())
    }
}

impl ReadHeader {
    /// Says whether the master key vouches for the header.
    pub fn is_vouched(&self, master: &Key) -> Result<bool> {
        use subtle::ConstantTimeEq;
        let expected = master.derive("header-mac")?.mac(&self.header.canonical()?)?;
        Ok(bool::from(expected.ct_eq(&self.mac)))
    }
}

/// Reads the header, or its copy where the header is unreadable. Repairs nothing.
pub fn read(folder: &Path) -> Result<ReadHeader> {
    let first = read_one(&folder.join(HEADER));
    let second = read_one(&folder.join(HEADER_COPY));
    match (first, second) {
        (Ok(a), Ok(b)) => Ok(if b.header.epoch > a.header.epoch { b } else { a }),
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
    let signed: Signed = serde_json::from_slice(&bytes).map_err(|_| Error::HeaderDamaged)?;
    if signed.header.format != 1 || signed.digest != hex(&Sha256::digest(signed.header.canonical()?)) {
        return Err(Error::HeaderDamaged);
    }
    Ok(ReadHeader { mac: array::<32>(&signed.mac)?, header: signed.header, one_copy: false })
}

/// Replaces a file as a whole: the old one or the new one is there at every moment.
pub(super) fn replace(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(folder).doing("writing a file")?;
    file.write_all(bytes).doing("writing a file")?;
    file.as_file().sync_all().doing("flushing a file")?;
    file.persist(folder.join(name)).map_err(|e| e.error).doing("naming a file")?;
    sync_folder(folder)
}

/// Flushes the folder's own entries, where the system knows how.
pub(super) fn sync_folder(folder: &Path) -> Result<()> {
    if cfg!(unix) {
        std::fs::File::open(folder).and_then(|f| f.sync_all()).doing("flushing a folder")?;
    }
    Ok(())
}

fn array<const N: usize>(text: &str) -> Result<[u8; N]> {
    unhex(text).and_then(|v| v.try_into().ok()).ok_or(Error::HeaderDamaged)
}
