//! Wrong passphrases, counted beside the vault: after three, each must wait longer than the one before. Nothing is ever destroyed by a wrong try, and
//! whoever has the disk is not held up: that is what the cost of the derivation is for. It holds up whoever has the keyboard for a moment.

use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Name of the file inside the vault folder; it is there only after a wrong try.
pub const TRIES: &str = "tries";
/// Wrong tries that cost nothing but the derivation.
const FREE: u32 = 3;
const WAIT_LONGEST: i64 = 300;
const BYTES_MAX: u64 = 256;

/// Wrong tries in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tries {
    count: u32,
    // UTC seconds of the last one.
    at: i64,
}

impl Tries {
    /// Reads how many there were; what cannot be read were none.
    #[must_use]
    pub fn read(folder: &Path) -> Self {
        use std::io::Read;
        let mut bytes = Vec::new();
        let read = std::fs::File::open(folder.join(TRIES)).and_then(|file| file.take(BYTES_MAX).read_to_end(&mut bytes));
        read.ok().and_then(|_| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Returns the seconds that another try has to wait at a moment: 2, 4, 8 … up to 300 after the third. A clock that was set back makes nobody wait
    /// longer than from now.
    #[must_use]
    pub fn wait(self, now: i64) -> u64 {
        let Some(over) = self.count.checked_sub(FREE).filter(|over| *over > 0) else { return 0 };
        let due = 1i64.checked_shl(over.min(16)).unwrap_or(WAIT_LONGEST).min(WAIT_LONGEST);
        (due - now.saturating_sub(self.at).max(0)).max(0).unsigned_abs()
    }

    /// Refuses a try that comes too early.
    ///
    /// # Errors
    /// [`Error::TryLater`].
    pub fn admit(folder: &Path, now: i64) -> Result<()> {
        match Self::read(folder).wait(now) {
            0 => Ok(()),
            seconds => Err(Error::TryLater { seconds }),
        }
    }

    /// Counts a wrong try. Where it cannot be written nobody waits.
    pub fn count(folder: &Path, now: i64) {
        let tries = Self { count: Self::read(folder).count.saturating_add(1), at: now };
        if let Ok(bytes) = serde_json::to_vec(&tries) {
            let _ = super::header::replace(folder, TRIES, &bytes);
        }
    }

    /// Forgets them: the vault was opened.
    pub fn forget(folder: &Path) {
        let _ = std::fs::remove_file(folder.join(TRIES));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wrong_try_after_the_third_waits_longer() {
        let folder = tempfile::tempdir().unwrap();
        let mut waits = Vec::new();
        for _ in 0..13 {
            Tries::count(folder.path(), 1_000);
            waits.push(Tries::read(folder.path()).wait(1_000));
        }
        assert_eq!(waits, [0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
        assert!(matches!(Tries::admit(folder.path(), 1_100), Err(Error::TryLater { seconds: 200 })));
        assert!(Tries::admit(folder.path(), 1_300).is_ok());
        // A clock that was set back by years.
        assert!(matches!(Tries::admit(folder.path(), -1_000_000), Err(Error::TryLater { seconds: 300 })));
        Tries::forget(folder.path());
        assert!(Tries::admit(folder.path(), 1_000).is_ok());
    }

    #[test]
    fn a_file_that_is_none_makes_nobody_wait() {
        let folder = tempfile::tempdir().unwrap();
        for text in ["", "{", "{\"count\":-1,\"at\":0}", "{\"count\":9,\"at\":0,\"more\":1}"] {
            std::fs::write(folder.path().join(TRIES), text).unwrap();
            assert_eq!(Tries::read(folder.path()), Tries::default());
        }
        std::fs::write(folder.path().join(TRIES), "{\"count\":4294967295,\"at\":9223372036854775807}").unwrap();
        assert_eq!(Tries::read(folder.path()).wait(0), 300);
    }
}
