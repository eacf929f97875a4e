//! A register that nobody uses locks by itself. What is measured is the time since the window last told of a key or a pointer; a command
//! under way is work, and is not cut off by it.

use super::App;
use super::wire::{AutoLock, Nothing};
use crate::error::{Error, Result};
use crate::store::Vault;
use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError, TryLockError};
use std::time::{Duration, Instant};

const MINUTES: RangeInclusive<u32> = 1..=30;
const MINUTES_DEFAULT: u32 = 5;
const SETTING: &str = "autolock_minutes";

/// When somebody was last there, by the monotonic clock, and for how long nobody may be.
pub(super) struct Presence {
    seen: Mutex<Instant>,
    minutes: AtomicU32,
}

impl Presence {
    pub(super) fn new() -> Self {
        Self { seen: Mutex::new(Instant::now()), minutes: AtomicU32::new(MINUTES_DEFAULT) }
    }

    /// Whoever has just opened a register is there.
    pub(super) fn begin(&self, vault: &Vault) -> Result<()> {
        self.minutes.store(minutes_of(&vault.setting(SETTING)?), Ordering::Relaxed);
        self.here();
        Ok(())
    }

    fn here(&self) {
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    fn is_gone(&self, now: Instant) -> bool {
        let seen = *self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let allowed = Duration::from_secs(60 * u64::from(self.minutes.load(Ordering::Relaxed)));
        now.saturating_duration_since(seen) >= allowed
    }
}

// A register that was written by a later version, or by somebody's hand, may say anything.
fn minutes_of(kept: &str) -> u32 {
    kept.parse().ok().filter(|minutes| MINUTES.contains(minutes)).unwrap_or(MINUTES_DEFAULT)
}

pub(super) fn autolock(app: &App, _: Nothing) -> Result<AutoLock> {
    Ok(AutoLock { minutes: minutes_of(&app.vault()?.setting(SETTING)?) })
}

pub(super) fn autolock_set(app: &App, args: AutoLock) -> Result<Nothing> {
    if !MINUTES.contains(&args.minutes) {
        return Err(Error::Invalid("minutes"));
    }
    app.vault()?.put_setting(SETTING, &args.minutes.to_string())?;
    app.presence.minutes.store(args.minutes, Ordering::Relaxed);
    app.changed(&["ledger"]);
    Ok(Nothing {})
}

pub(super) fn still_here(app: &App, _: Nothing) -> Result<Nothing> {
    app.presence.here();
    Ok(Nothing {})
}

impl App {
    /// Says whether a register is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        // Whoever keeps it to themselves is taking new keys into use: nobody waits for that, and a lock least of all.
        match self.vault.try_read() {
            Ok(vault) => vault.is_some(),
            Err(TryLockError::WouldBlock) => true,
            Err(TryLockError::Poisoned(_)) => false,
        }
    }

    /// Says whether the open register is to lock by itself at this moment: nobody was there for as long as it allows, and no command is under
    /// way. One that only waits for an answer to a dialog (`is_asking`) is no work.
    #[must_use]
    pub fn is_idle(&self, now: Instant, is_asking: bool) -> bool {
        let Ok(vault) = self.vault.try_read() else { return false };
        // A check of the whole is nobody's work: the lock ends it.
        let is_free = |vault: &Arc<Vault>| is_asking || Arc::strong_count(vault) <= 1 + usize::from(self.health.is_running());
        vault.as_ref().is_some_and(is_free) && self.presence.is_gone(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Env;
    use crate::api::silent::Silent;
    use crate::api::wire::{Lang, VaultCreate};
    use crate::store::KdfCost;

    fn open(folder: &std::path::Path) -> App {
        let app = App::new(Env::system(), Arc::new(Silent), folder.join("vault"), KdfCost::TESTS);
        app.vault_create(VaultCreate {
            passphrase: "түлкі сегіз арқан теңіз боран жалау".to_owned(),
            organisation: "Қор".to_owned(),
            actor: "Әлия".to_owned(),
            lang: Lang::Kk,
            with_example: false,
        })
        .unwrap();
        app
    }

    #[test]
    fn a_register_is_idle_after_its_minutes_and_not_while_it_works() {
        let folder = tempfile::tempdir().unwrap();
        let app = open(folder.path());
        let later = |minutes: u64| Instant::now() + Duration::from_secs(60 * minutes);
        assert!(!app.is_idle(later(4), false));
        assert!(app.is_idle(later(5), false));
        app.autolock_set(AutoLock { minutes: 9 }).unwrap();
        assert!(!app.is_idle(later(8), false) && app.is_idle(later(9), false));
        let at_work = app.vault().unwrap();
        assert!(!app.is_idle(later(9), false), "a command under way is cut off");
        assert!(app.is_idle(later(9), true), "a dialog that nobody answers keeps the register open");
        drop(at_work);
        *app.presence.seen.lock().unwrap() -= Duration::from_secs(600);
        assert!(app.is_idle(Instant::now(), false));
        app.still_here(Nothing {}).unwrap();
        assert!(!app.is_idle(Instant::now(), false));
        app.vault_lock(Nothing {}).unwrap();
        assert!(!app.is_idle(later(60), false), "a locked register has nothing to lock");
    }

    #[test]
    fn the_minutes_are_kept_in_the_register_and_others_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let app = open(folder.path());
        assert_eq!(app.autolock(Nothing {}).unwrap().minutes, 5);
        for minutes in [0, 31, u32::MAX] {
            assert!(matches!(app.autolock_set(AutoLock { minutes }), Err(Error::Invalid("minutes"))));
        }
        app.autolock_set(AutoLock { minutes: 30 }).unwrap();
        assert_eq!(app.autolock(Nothing {}).unwrap().minutes, 30);
        assert_eq!([minutes_of(""), minutes_of("0"), minutes_of("1"), minutes_of("зыр")], [5, 5, 1, 5]);
        app.vault_lock(Nothing {}).unwrap();
        assert!(matches!(app.autolock(Nothing {}), Err(Error::Locked)));
    }
}
