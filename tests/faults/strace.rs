//! Calls to the system seen and tampered with by `strace`, without privileges and without a library of our own in the process.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

/// Calls by which a program changes files and folders. A question mark: not every machine has it.
pub const WRITING: [&str; 19] = [
    "?open",
    "openat",
    "?creat",
    "write",
    "?writev",
    "pwrite64",
    "?pwritev",
    "ftruncate",
    "?fallocate",
    "fsync",
    "fdatasync",
    "?rename",
    "?renameat",
    "renameat2",
    "?unlink",
    "unlinkat",
    "?mkdir",
    "mkdirat",
    "?link",
];

/// Says whether a process can be traced here, and why a test is left out where not.
pub fn can_trace() -> bool {
    let tried = Command::new("strace").args(["-f", "-o", "/dev/null", "-e", "trace=none", "true"]).stderr(Stdio::null()).status();
    let can = tried.is_ok_and(|status| status.success());
    if !can {
        tarazy_tests::skip("strace is not here or may trace no process");
    }
    can
}

/// Prepares a command to run under strace.
pub fn under<S: AsRef<OsStr>>(options: impl IntoIterator<Item = S>, command: &Command) -> Command {
    let mut traced = Command::new("strace");
    traced.arg("-f").args(options).arg("--").arg(command.get_program()).args(command.get_args());
    traced.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?)))).stdin(Stdio::null());
    traced
}

/// One call, as a point at which something can happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Name of the call.
    pub call: String,
    /// The how manyth of this name in its thread, from 1.
    pub nth: usize,
    /// The call with its arguments, for messages.
    pub line: String,
}

/// Runs a command and lists its calls that write into a folder, in their order.
pub fn points(command: &Command, folder: &Path, log: &Path) -> Vec<Point> {
    let trace = format!("trace={}", WRITING.join(","));
    let log_name = log.to_string_lossy().into_owned();
    let output = under(["-y", "-s", "256", "-e", &trace, "-o", &log_name], command).output().unwrap();
    assert!(output.status.success(), "{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let mut counted = std::collections::BTreeMap::new();
    let mut points = Vec::new();
    for line in String::from_utf8_lossy(&std::fs::read(log).unwrap()).lines() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let Some((call, arguments)) = rest.trim_start().split_once('(') else { continue };
        if !call.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            continue;
        }
        let nth: &mut usize = counted.entry((thread.to_owned(), call.to_owned())).or_default();
        *nth += 1;
        let is_reading =
            call.starts_with("open") && !["O_WRONLY", "O_RDWR", "O_CREAT"].iter().any(|flag| arguments.contains(flag));
        if !is_reading && arguments.contains(&*folder.to_string_lossy()) {
            points.push(Point { call: call.to_owned(), nth: *nth, line: rest.trim().chars().take(160).collect() });
        }
    }
    points
}
