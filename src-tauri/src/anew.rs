//! Starting anew once the register is locked: only a process that is gone keeps nothing in memory. The one that follows stands at the same door.

use crate::hardening;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tauri::{AppHandle, Manager};

/// A window that has not gone by then goes with the process.
const PATIENCE: Duration = Duration::from_millis(60);

static IS_BEGUN: AtomicBool = AtomicBool::new(false);

/// Says whether this build starts anew: under WebDriver it would end the session, so builds made for tests do it only where a test asks for it.
pub fn is_wanted() -> bool {
    !cfg!(feature = "scripted-dialogs") || std::env::var_os("TARAZY_TEST_REEXEC").is_some_and(|asked| asked == "1")
}

/// Says whether it has begun: from then on a window that closes ends nothing.
pub fn is_begun() -> bool {
    IS_BEGUN.load(Ordering::Acquire)
}

/// Destroys the window, ends what drew it, wipes its folder and starts the program anew at the door of this place. Does not come back where the
/// system lets a process replace itself; elsewhere, and where it refuses, this one ends.
pub fn start(handle: &AppHandle, place: &Path) {
    if IS_BEGUN.swap(true, Ordering::AcqRel) {
        return;
    }
    handle.webview_windows().into_values().for_each(|window| drop(window.destroy()));
    until(|| handle.webview_windows().is_empty());
    helpers::end();
    tarazy_core::api::take_away_unfinished();
    if let Ok(folder) = hardening::web_folder(handle) {
        hardening::wipe(&folder);
    }
    let mut arguments = std::env::args_os();
    let name = arguments.next();
    if let Ok(mut command) = this_program() {
        command.args(arguments).env("TARAZY_VAULT", place);
        replace(command, name);
    }
    IS_BEGUN.store(false, Ordering::Release);
    handle.exit(0);
}

fn until(holds: impl Fn() -> bool) {
    let began = Instant::now();
    while !holds() && began.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(2));
    }
}

// On Linux the running program itself, whatever stands under its name by now.
fn this_program() -> std::io::Result<Command> {
    Ok(if cfg!(target_os = "linux") { Command::new("/proc/self/exe") } else { Command::new(std::env::current_exe()?) })
}

#[cfg(unix)]
fn replace(mut command: Command, name: Option<std::ffi::OsString>) {
    use std::os::unix::process::CommandExt;
    if let Some(name) = name {
        command.arg0(name);
    }
    // Comes back only where it failed.
    drop(command.exec());
}

#[cfg(not(unix))]
fn replace(mut command: Command, _: Option<std::ffi::OsString>) {
    drop(command.spawn());
}

// What draws the page and fetches for it are processes of their own, with the page's text in their memory. They end when the window does, but
// in their own time.
#[cfg(target_os = "linux")]
mod helpers {
    use rustix::process::{Pid, Signal, WaitOptions, getpid, kill_process, waitpid};

    pub fn end() {
        let children = children();
        for child in &children {
            let _ = kill_process(*child, Signal::KILL);
        }
        // Those that somebody else has waited for are no longer ours, which is an error and as good.
        super::until(|| children.iter().all(|child| !matches!(waitpid(Some(*child), WaitOptions::NOHANG), Ok(None))));
    }

    fn children() -> Vec<Pid> {
        let own = getpid().as_raw_nonzero().get().to_string();
        let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        let all = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        all.filter(|pid: &i32| parent_of(*pid).as_deref() == Some(&own)).filter_map(Pid::from_raw).collect()
    }

    // The name of a program stands in brackets and may hold any of them; the state and the parent follow the last one.
    fn parent_of(pid: i32) -> Option<String> {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        stat.rsplit_once(')')?.1.split_whitespace().nth(1).map(str::to_owned)
    }
}

#[cfg(not(target_os = "linux"))]
mod helpers {
    pub const fn end() {}
}
