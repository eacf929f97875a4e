//! Locks the register without anybody's key: when nobody uses it, when the machine slept, and, on Linux, when it is about to sleep or somebody
//! locks the session.

use crate::native::Native;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tarazy_core::api::App;
use tarazy_core::api::wire::Nothing;
use tauri::{AppHandle, Emitter};

const TICK: Duration = Duration::from_secs(1);
/// A tick that took this much longer by the clock on the wall was one in which the machine slept.
const SLEPT: Duration = Duration::from_secs(10);
/// The page saves what waits in it before it locks; one that has not locked by then is not waited for.
const PAGE_PATIENCE: Duration = Duration::from_millis(400);

/// Watches from now on, until the process ends.
pub fn watch(handle: AppHandle, app: Arc<App>, native: Arc<Native>) {
    let lock = {
        let app = Arc::clone(&app);
        move || lock(&handle, &app)
    };
    #[cfg(target_os = "linux")]
    crate::bus::listen(lock.clone());
    std::thread::spawn(move || {
        let mut clocks = Clocks::now();
        loop {
            std::thread::sleep(TICK);
            let now = Clocks::now();
            let has_slept = now.has_slept_since(&clocks);
            clocks = now;
            if app.is_open() && (has_slept || app.is_idle(Instant::now(), native.is_asking())) {
                lock();
            }
        }
    });
}

fn lock(handle: &AppHandle, app: &App) {
    if !app.is_open() {
        return;
    }
    let _ = handle.emit("lock", ());
    let began = Instant::now();
    while app.is_open() && began.elapsed() < PAGE_PATIENCE {
        std::thread::sleep(Duration::from_millis(5));
    }
    // A vault that could not be closed cleanly says so at its next opening.
    let _ = app.vault_lock(Nothing {});
}

/// A moment by the clock that stands still while the machine sleeps, and by one that does not.
struct Clocks {
    awake: Instant,
    wall: Duration,
}

impl Clocks {
    fn now() -> Self {
        Self { awake: Instant::now(), wall: wall() }
    }

    // On some systems the first clock goes on in sleep as well: then the tick itself was too long.
    fn has_slept_since(&self, before: &Self) -> bool {
        let (awake, wall) = (self.awake.saturating_duration_since(before.awake), self.wall.saturating_sub(before.wall));
        wall > awake.min(TICK) + SLEPT
    }
}

#[cfg(target_os = "linux")]
fn wall() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
}

// A clock that somebody sets forward locks the register once, and harms nothing.
#[cfg(not(target_os = "linux"))]
fn wall() -> Duration {
    Duration::from_micros(tarazy_core::Env::system().clock.now_micros().unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tick_in_which_the_machine_slept_is_told_from_a_slow_one() {
        let before = Clocks { awake: Instant::now(), wall: Duration::from_secs(1_000) };
        let after = |awake: u64, wall: u64| Clocks {
            awake: before.awake + Duration::from_millis(awake),
            wall: before.wall + Duration::from_millis(wall),
        };
        assert!(!after(1_000, 1_000).has_slept_since(&before));
        assert!(!after(9_000, 9_000).has_slept_since(&before), "a machine that is busy");
        assert!(after(1_000, 3_600_000).has_slept_since(&before), "a clock that stands still in sleep");
        assert!(after(3_600_000, 3_600_000).has_slept_since(&before), "one that does not");
        let back = Clocks { awake: before.awake + TICK, wall: Duration::from_secs(10) };
        assert!(!back.has_slept_since(&before), "a clock that was set back");
    }

    #[test]
    fn the_clock_that_counts_sleep_goes() {
        let first = wall();
        std::thread::sleep(Duration::from_millis(2));
        assert!(wall() > first);
    }
}
