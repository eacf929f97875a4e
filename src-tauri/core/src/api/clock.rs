//! Reminders of running 24-hour terms. Off until somebody turns them on; what they say reveals nothing to whoever looks at the screen.

use super::wire::{Nothing, Reminders};
use super::{App, small};
use crate::analysis::deadline_of;
use crate::error::Result;
use crate::model::time::DeadlineState;
use std::collections::BTreeSet;

/// So long before the earliest end of a term one is reminded of it, in seconds.
pub const BEFORE_SECONDS: i64 = 2 * 3600;
/// A reminder that comes later than this after the end of the term helps nobody.
const LATE_SECONDS: i64 = 3600;
/// Whoever asks again asks within this time, in seconds: an order may be recorded at any moment.
const WAIT_SECONDS_MAX: i64 = 60;
const SETTING: &str = "reminders";

/// What was told since the program began: order, and whether it was the one at the end of its term.
pub(super) type Told = BTreeSet<(crate::id::Id, bool)>;

pub(super) fn reminders(app: &App, _: Nothing) -> Result<Reminders> {
    Ok(Reminders { on: app.vault()?.setting(SETTING)? == "yes" })
}

pub(super) fn reminders_set(app: &App, args: Reminders) -> Result<Nothing> {
    app.vault()?.put_setting(SETTING, if args.on { "yes" } else { "no" })?;
    app.changed(&["ledger"]);
    Ok(Nothing {})
}

impl App {
    /// Reminds of terms that end soon or have just ended, each once. Returns after how many seconds to ask again. A locked register
    /// reminds of nothing: its orders cannot be read.
    pub fn remind(&self) -> Result<u64> {
        let wait = WAIT_SECONDS_MAX.unsigned_abs();
        let Ok(vault) = self.vault() else { return Ok(wait) };
        if vault.setting(SETTING)? != "yes" {
            return Ok(wait);
        }
        let now = vault.env().clock.now_seconds();
        let mut soonest = now + WAIT_SECONDS_MAX;
        let mut due = 0usize;
        let mut told = self.told.lock().map_err(|_| crate::error::Error::Inside("the reminders were abandoned"))?;
        for clocked in vault.clocks_near(now - LATE_SECONDS)? {
            let state = deadline_of(&clocked.received, &clocked.outcomes, now);
            if !matches!(state, DeadlineState::Running | DeadlineState::Indeterminate) {
                continue;
            }
            let Some((end, _)) = clocked.received.deadline().bounds() else { continue };
            for (at, is_end) in [(end - BEFORE_SECONDS, false), (end, true)] {
                if at > now {
                    soonest = soonest.min(at);
                } else if now - at <= LATE_SECONDS && told.insert((clocked.id, is_end)) {
                    due += 1;
                }
            }
        }
        drop(told);
        if due > 0 {
            self.host.remind(small(due));
        }
        Ok(u64::try_from(soonest - now).unwrap_or(1).max(1))
    }
}
