//! The figures the project promises, measured together in one run: each with its limit and whether it is kept.
//! What depends on the machine is a ratio against another program that does the same work beside it.

use anyhow::{Context, Result, ensure};
use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use tarazy_core::Env;
use tarazy_core::api::paper_file;
use tarazy_core::api::wire::{Lang, OrdersList};
use tarazy_tests::{Office, real_register, skip};

/// What the process that is measured for its memory is called with.
const ALONE: &str = "--import-alone";
const ORDERS: u32 = 21_199;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.first().is_some_and(|word| word == ALONE) {
        return import_alone();
    }
    // Without the flag that `cargo bench` gives, a little runs once and no figure counts.
    let is_measured = words.iter().any(|word| word == "--bench");
    let figures = if is_measured { figures(7) } else { brief(1) };
    match figures {
        Ok(figures) => report(&figures, is_measured),
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error:#}");
            ExitCode::FAILURE
        }
    }
}

struct Figure {
    name: &'static str,
    value: f64,
    limit: f64,
    unit: &'static str,
}

fn report(figures: &[Figure], is_measured: bool) -> ExitCode {
    let mut all_kept = true;
    let mut out = std::io::stdout();
    for figure in figures {
        let is_kept = figure.value <= figure.limit;
        all_kept &= is_kept;
        let Figure { name, value, limit, unit } = figure;
        let mark = if is_kept { "kept" } else { "MISSED" };
        let _ = writeln!(out, "{name:<52} {value:>10.2} {unit:<3} limit {limit:>7.1}  {mark}");
    }
    if all_kept || !is_measured { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn figures(rounds: usize) -> Result<Vec<Figure>> {
    let mut figures = brief(rounds)?;
    let Some(register) = real_register() else { return Ok(figures) };
    let rows = tempfile::NamedTempFile::new()?;
    std::fs::write(rows.path(), without_first_line(&std::fs::read(&register)?))?;
    let mut ratios = Vec::new();
    let mut last = None;
    for _ in 0..rounds {
        // One after the other, so that whatever else the machine does falls on both.
        let plain = import_with_sqlite(rows.path())?;
        let office = Office::new(Env::system(), false)?;
        let began = Instant::now();
        let summary = office.import(&register)?;
        let ours = began.elapsed();
        ensure!(summary.orders == ORDERS, "{} orders were imported", summary.orders);
        if let Some(plain) = plain {
            ratios.push(ours.as_secs_f64() / plain.as_secs_f64());
        }
        last = Some(office);
    }
    if !ratios.is_empty() {
        figures.push(Figure {
            name: "import against sqlite3 .import, median ratio",
            value: median(&mut ratios),
            limit: 6.0,
            unit: "x",
        });
    }
    if let Some(memory) = memory_of_import(&register)? {
        figures.push(Figure { name: "import, peak memory of the process", value: memory, limit: 300.0, unit: "MB" });
    }
    if let Some(office) = last {
        figures.extend(reading(office, rounds)?);
    }
    Ok(figures)
}

fn brief(rounds: usize) -> Result<Vec<Figure>> {
    let office = Office::new(Env::system(), true)?;
    let vault = office.app.vault()?;
    let mut times = Vec::new();
    let mut bytes = 0;
    for _ in 0..rounds {
        for lang in [Lang::Kk, Lang::Ru, Lang::En] {
            let began = Instant::now();
            let (paper, _) = paper_file(&vault, lang)?;
            times.push(millis(began.elapsed()));
            bytes = bytes.max(paper.len());
        }
    }
    Ok(vec![
        Figure { name: "brief, median time", value: median(&mut times), limit: 60.0, unit: "ms" },
        Figure { name: "brief, largest of three languages", value: bytes as f64 / 1000.0, limit: 80.0, unit: "kB" },
    ])
}

/// Measures what a person waits for in a register of 21,199 orders.
fn reading(mut office: Office, rounds: usize) -> Result<Vec<Figure>> {
    let mut opening = Vec::new();
    for _ in 0..rounds {
        let began = Instant::now();
        office.reopen()?;
        ensure!(office.app.orders_list(ask(""))?.total == ORDERS, "the list is not whole");
        opening.push(millis(began.elapsed()));
    }
    let mut keystrokes = Vec::new();
    for words in ["роскомнадзор казино", "2-1687/2013", "суд москва", "https://vk.com/", "104.16.173.117", "ь", "no such order"]
    {
        for end in words.char_indices().map(|(place, letter)| place + letter.len_utf8()) {
            let typed = words.get(..end).context("a boundary between letters")?;
            let began = Instant::now();
            office.app.orders_list(ask(typed))?;
            keystrokes.push(millis(began.elapsed()));
        }
    }
    keystrokes.sort_by(f64::total_cmp);
    let p95 = keystrokes.get(keystrokes.len() * 95 / 100).copied().unwrap_or_default();
    Ok(vec![
        Figure { name: "unlock to first list beside the key derivation", value: median(&mut opening), limit: 1500.0, unit: "ms" },
        Figure { name: "filter keystroke to rows, 95th percentile", value: p95, limit: 50.0, unit: "ms" },
    ])
}

fn ask(filter: &str) -> OrdersList {
    OrdersList { filter: filter.to_owned(), sort: "issued".to_owned(), descending: true, offset: 0, limit: 100 }
}

fn import_with_sqlite(rows: &Path) -> Result<Option<Duration>> {
    let folder = tempfile::tempdir()?;
    let mut command = Command::new("sqlite3");
    command
        .arg(folder.path().join("plain.db"))
        .arg("CREATE TABLE rows(ip, domain, url, agency, number, day)")
        .arg(".separator ;");
    // Too few columns in a row are filled up and remarked upon, which is of no interest here.
    command.arg(format!(".import {} rows", rows.display())).stderr(Stdio::null());
    let began = Instant::now();
    match command.status() {
        Ok(status) => {
            ensure!(status.success(), "sqlite3 ended with {status}");
            Ok(Some(began.elapsed()))
        }
        Err(_) => {
            skip("sqlite3 is not on this machine: no ratio");
            Ok(None)
        }
    }
}

/// Imports in a process of its own, so that its peak is that of the import.
fn memory_of_import(register: &Path) -> Result<Option<f64>> {
    let output = Command::new(std::env::current_exe()?).arg(ALONE).env("TARAZY_REGISTER", register).output()?;
    ensure!(output.status.success(), "the import alone: {}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout)?;
    Ok(said.trim().parse::<f64>().ok().map(|kib| kib * 1024.0 / 1e6))
}

fn import_alone() -> ExitCode {
    let imported = std::env::var_os("TARAZY_REGISTER").context("no register is named").and_then(|register| {
        let office = Office::new(Env::system(), false)?;
        Ok(office.import(Path::new(&register))?)
    });
    if let Err(error) = imported {
        let _ = writeln!(std::io::stderr(), "{error:#}");
        return ExitCode::FAILURE;
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    let _ = writeln!(std::io::stdout(), "{}", peak.trim().trim_end_matches(" kB"));
    ExitCode::SUCCESS
}

fn without_first_line(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|byte| *byte == b'\n').map_or(0, |place| place + 1);
    bytes.get(end..).unwrap_or_default()
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
