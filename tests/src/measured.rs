//! What benches share: figures with their limits, shares of many times, the peer that imports, the memory of a process.

use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// A figure that the project promises, with the limit it is held to.
pub struct Figure {
    /// What was measured.
    pub name: String,
    /// What came out.
    pub value: f64,
    /// What it may be at the most; infinite where nothing was promised.
    pub limit: f64,
    /// Unit of both.
    pub unit: &'static str,
}

impl Figure {
    /// Makes a figure.
    #[must_use]
    pub fn new(name: &str, value: f64, limit: f64, unit: &'static str) -> Self {
        Self { name: name.to_owned(), value, limit, unit }
    }
}

/// Prints figures, and fails where one is above its limit and counts.
#[must_use]
pub fn report(figures: &[Figure], is_measured: bool) -> ExitCode {
    let mut all_kept = true;
    let mut out = std::io::stdout();
    for Figure { name, value, limit, unit } in figures {
        let is_kept = value <= limit;
        all_kept &= is_kept;
        let mark = if is_kept { "kept" } else { "MISSED" };
        let _ = writeln!(out, "{name:<56} {value:>10.2} {unit:<3} limit {limit:>7.1}  {mark}");
    }
    if all_kept || !is_measured { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Returns the value that so many percent of all do not exceed; 50 is the median.
#[must_use]
pub fn percentile(values: &mut [f64], percent: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get((values.len() * percent / 100).min(values.len().saturating_sub(1))).copied().unwrap_or_default()
}

/// Returns milliseconds.
#[must_use]
pub fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Imports semicolon-separated rows with `sqlite3 .import`, after the statements given. Nothing where it is not on this machine.
///
/// # Errors
/// When it fails.
pub fn import_with_sqlite(rows: &Path, first: &[&str]) -> anyhow::Result<Option<Duration>> {
    let folder = tempfile::tempdir()?;
    let mut command = Command::new("sqlite3");
    command.arg(folder.path().join("plain.db")).args(first).arg(".separator ;");
    // Too few columns in a row are filled up and remarked upon, which is of no interest here.
    command.arg(format!(".import {} rows", rows.display())).stderr(Stdio::null());
    let began = Instant::now();
    match command.status() {
        Ok(status) => {
            anyhow::ensure!(status.success(), "sqlite3 ended with {status}");
            Ok(Some(began.elapsed()))
        }
        Err(_) => {
            crate::skip("sqlite3 is not on this machine: no ratio");
            Ok(None)
        }
    }
}

/// Memory of this process in megabytes, by the name of its line: `VmRSS:` now, `VmHWM:` at its peak. Nothing where the system does not tell.
#[must_use]
pub fn memory(line: &str) -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let told = status.lines().find_map(|told| told.strip_prefix(line))?;
    told.trim().trim_end_matches(" kB").parse::<f64>().ok().map(|kib| kib * 1024.0 / 1e6)
}
