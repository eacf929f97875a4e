//! The making of a vault: it takes many steps, and nobody is told that there is a vault before the last of them. Until then a file stands in the folder
//! that says so; what is found beside it after a crash is taken away when the next vault is made there.

use super::blobs::UNFINISHED;
use super::header::{HEADER, HEADER_COPY, sync_folder};
use super::tip::TIP;
use super::vault::{CHECKPOINT, DATABASE, LOCK, keep_private};
use crate::error::{Doing, Error, Result};
use std::fs::File;
use std::path::Path;

const MAKING: &str = "making";

/// Says whether the making of a vault was cut off here. A vault that was closed once is none of these, whatever lies beside it.
pub(super) fn is_cut_off(folder: &Path) -> bool {
    folder.join(MAKING).exists() && !folder.join(CHECKPOINT).exists()
}

/// Makes the folder, where there is none. Refuses one in which other things are.
pub(super) fn make_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        let mut entries = std::fs::read_dir(folder).doing("looking into the folder")?;
        // A making that came no further than its lock left nothing else.
        let is_other = |name: &std::ffi::OsStr| name != LOCK && name != MAKING;
        if !is_cut_off(folder) && entries.any(|entry| entry.is_ok_and(|entry| is_other(&entry.file_name()))) {
            return Err(Error::VaultExists);
        }
    } else {
        std::fs::create_dir_all(folder).doing("making the vault's folder")?;
        for above in folder.canonicalize().doing("looking for the folder")?.ancestors().skip(1).take(2) {
            // A power cut would take the vault away with the name of its folder. A folder that may not be read cannot be flushed.
            let _ = sync_folder(above);
        }
    }
    keep_private(folder)
}

/// Begins, and takes away what an earlier making left. The vault's lock is held.
pub(super) fn begin(folder: &Path) -> Result<()> {
    if is_cut_off(folder) {
        for entry in std::fs::read_dir(folder).doing("looking into the folder")?.flatten() {
            let name = entry.file_name();
            let is_left = name.to_str().is_some_and(|name| {
                name == HEADER || name == HEADER_COPY || name == TIP || name.starts_with(DATABASE) || name.starts_with(UNFINISHED)
            });
            if is_left {
                std::fs::remove_file(entry.path()).doing("taking away what was begun")?;
            }
        }
    }
    File::create(folder.join(MAKING)).and_then(|file| file.sync_all()).doing("beginning to make a vault")?;
    sync_folder(folder)
}

/// Ends: from here on there is a vault.
pub(super) fn end(folder: &Path) -> Result<()> {
    std::fs::remove_file(folder.join(MAKING)).doing("ending the making of a vault")?;
    sync_folder(folder)
}

#[cfg(test)]
mod tests;
