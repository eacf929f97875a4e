//! The tip: how far the ledger was written, beside the database and after every commit. A database whose last writings went, because its log was cut
//! or changed or an older file was put back, is shorter than the tip says.
//!
//! Two slots of one sector each are written in turn, without a flush of their own: a kill loses nothing of them, a power cut at most leaves the slot
//! that was being written torn, and the other still holds the commit before. The database is always written first, so that it is never behind the tip.

use super::secret::Key;
use crate::error::{Doing, Error, Result};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

/// Name of the file inside the vault folder.
pub const TIP: &str = "tip";
const SLOT: usize = 512;
const NAME: &[u8; 16] = b"tarazy tip 1\0\0\0\0";
const SAID: usize = NAME.len() + 8 + 32;

/// Size and root of the ledger.
pub type End = (u64, [u8; 32]);

/// The file, held open.
pub struct Tip {
    file: File,
    key: Key,
    // Which slot is written next.
    next: usize,
}

/// What a tip says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// No such file.
    Gone,
    /// How far the ledger was written, and whether both slots could be read.
    Until {
        /// Size and root.
        end: End,
        /// Both slots are whole.
        whole: bool,
    },
    /// Neither slot can be read.
    Damaged,
}

/// Reads the tip.
///
/// # Errors
/// Those of the file system.
pub fn read(folder: &Path, key: &Key) -> Result<Said> {
    let mut bytes = Vec::new();
    match File::open(folder.join(TIP)) {
        Ok(file) => file.take(SLOT as u64 * 3).read_to_end(&mut bytes).doing("reading the tip")?,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Said::Gone),
        Err(e) => return Err(e).doing("reading the tip"),
    };
    let slots: Vec<Option<End>> = bytes.chunks(SLOT).map(|slot| understood(slot, key)).collect::<Result<_>>()?;
    let whole = bytes.len() == 2 * SLOT && slots.iter().all(Option::is_some);
    let last = slots.into_iter().flatten().max_by_key(|(size, _)| *size);
    Ok(last.map_or(Said::Damaged, |end| Said::Until { end, whole }))
}

fn understood(slot: &[u8], key: &Key) -> Result<Option<End>> {
    let end = || {
        let rest = slot.strip_prefix(NAME)?;
        let (size, rest) = rest.split_first_chunk::<8>()?;
        Some((u64::from_be_bytes(*size), *rest.first_chunk::<32>()?))
    };
    let Some(end) = end() else { return Ok(None) };
    Ok((slot == written(&end, key)?).then_some(end))
}

fn written(end: &End, key: &Key) -> Result<[u8; SLOT]> {
    let mut slot = [0u8; SLOT];
    let said = [&NAME[..], &end.0.to_be_bytes(), &end.1].concat();
    let mac = key.mac(&said)?;
    slot.iter_mut().zip(said.iter().chain(&mac)).for_each(|(to, from)| *to = *from);
    debug_assert!(said.len() == SAID);
    Ok(slot)
}

impl Tip {
    /// Makes the file anew, with both slots saying the same, or takes it as it is where it says what the ledger says.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn take(folder: &Path, key: Key, end: &End) -> Result<Self> {
        if read(folder, &key)? != (Said::Until { end: *end, whole: true }) {
            let slot = written(end, &key)?;
            super::header::replace(folder, TIP, &[slot, slot].concat())?;
        }
        let file = File::options().write(true).open(folder.join(TIP)).doing("opening the tip")?;
        Ok(Self { file, key, next: 0 })
    }

    /// Writes how far the ledger goes now. What cannot be written costs nothing but the notice of a later loss.
    pub fn write(&mut self, end: &End) {
        let wrote = written(end, &self.key).and_then(|slot| {
            self.file.seek(SeekFrom::Start((self.next * SLOT) as u64)).doing("finding the tip")?;
            self.file.write_all(&slot).doing("writing the tip")
        });
        if wrote.is_ok() {
            self.next = 1 - self.next;
        }
    }

    /// Writes both slots and flushes them.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn end(&mut self, end: &End) -> Result<()> {
        self.write(end);
        self.write(end);
        self.file.sync_all().doing("flushing the tip")
    }
}

/// Makes the key of the tip.
///
/// # Errors
/// None but inside ones.
pub fn key(master: &Key) -> Result<Key> {
    master.derive("tip").map_err(|_| Error::Inside("making the key of the tip"))
}
