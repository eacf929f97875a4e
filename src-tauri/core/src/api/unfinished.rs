//! Files that are being written outside the vault, in the folder in which they will have their names. Until then each has a hidden name and goes with
//! it, whatever ends the writing early: an error, and the lock that replaces the process under a command that still writes.

use crate::error::{Doing, Error, Result};
use std::collections::BTreeSet;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tempfile::NamedTempFile;

static UNDER_WAY: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

fn under_way() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes away whatever is half written outside the vault: the process ends, and nobody will finish it.
pub fn take_away_unfinished() {
    for path in std::mem::take(&mut *under_way()) {
        // One that cannot be taken away stays, and there is nobody to tell.
        let _ = std::fs::remove_file(path);
    }
}

/// Returns the folder in which a file will have its name.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
}

/// A file that has no name of its own yet.
pub(super) struct Unfinished {
    file: NamedTempFile,
    _listed: Listed,
}

// Stands on the list of what is under way until it is dropped.
struct Listed(PathBuf);

impl Drop for Listed {
    fn drop(&mut self) {
        under_way().remove(&self.0);
    }
}

impl Unfinished {
    /// Begins a file in the folder in which `path` lies.
    ///
    /// # Errors
    /// [`Error::PlaceRefused`] where a folder stands at that name; those of the file system.
    pub fn beside(path: &Path) -> Result<Self> {
        if path.is_dir() {
            return Err(Error::PlaceRefused);
        }
        let file = NamedTempFile::new_in(folder_of(path)).doing("beginning to save")?;
        under_way().insert(file.path().to_owned());
        let listed = Listed(file.path().to_owned());
        Ok(Self { file, _listed: listed })
    }

    /// Lends the file.
    pub fn file(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    /// Flushes it to the disk.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn flush(&self) -> Result<()> {
        self.file.as_file().sync_all().doing("flushing what was saved")
    }

    /// Gives it its name; what had that name before is replaced.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn name(self, path: &Path) -> Result<()> {
        self.file.persist(path).map_err(|e| e.error).doing("naming what was saved").map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn what_is_half_written_goes_when_the_process_is_replaced_and_what_has_its_name_stays() {
        let folder = tempfile::tempdir().unwrap();
        let begin = |name: &str| {
            let mut begun = Unfinished::beside(&folder.path().join(name)).unwrap();
            begun.file().write_all("Айша Бекова".as_bytes()).unwrap();
            begun
        };
        let (whole, half) = (begin("whole"), begin("half"));
        whole.name(&folder.path().join("whole")).unwrap();
        // Nobody drops what a replaced process held.
        std::mem::forget(half);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
        take_away_unfinished();
        let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["whole"]);
    }
}
