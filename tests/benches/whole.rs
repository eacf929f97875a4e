//! The figures the project promises, measured together in one run: each with its limit and whether it is kept.
//! What depends on the machine is a ratio against another program that does the same work beside it.

use anyhow::{Context, Result, ensure};
use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;
use tarazy_core::Env;
use tarazy_core::api::paper_file;
use tarazy_core::api::wire::{Lang, OrdersList};
use tarazy_tests::measured::{Figure, import_with_sqlite, memory, millis, percentile, report};
use tarazy_tests::{Office, real_register};

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

fn figures(rounds: usize) -> Result<Vec<Figure>> {
    let mut figures = brief(rounds)?;
    let Some(register) = real_register() else { return Ok(figures) };
    let rows = tempfile::NamedTempFile::new()?;
    std::fs::write(rows.path(), without_first_line(&std::fs::read(&register)?))?;
    let mut ratios = Vec::new();
    let mut last = None;
    for _ in 0..rounds {
        // One after the other, so that whatever else the machine does falls on both.
        let plain = import_with_sqlite(rows.path(), &["CREATE TABLE rows(ip, domain, url, agency, number, day)"])?;
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
        figures.push(Figure::new("import against sqlite3 .import, median ratio", percentile(&mut ratios, 50), 6.0, "x"));
    }
    if let Some(memory) = memory_of_import(&register)? {
        figures.push(Figure::new("import, peak memory of the process", memory, 300.0, "MB"));
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
        Figure::new("brief, median time", percentile(&mut times, 50), 60.0, "ms"),
        Figure::new("brief, largest of three languages", bytes as f64 / 1000.0, 80.0, "kB"),
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
    let p95 = percentile(&mut keystrokes, 95);
    Ok(vec![
        Figure::new("unlock to first list beside the key derivation", percentile(&mut opening, 50), 1500.0, "ms"),
        Figure::new("filter keystroke to rows, 95th percentile", p95, 50.0, "ms"),
    ])
}

fn ask(filter: &str) -> OrdersList {
    OrdersList { filter: filter.to_owned(), sort: "issued".to_owned(), descending: true, offset: 0, limit: 100 }
}

/// Imports in a process of its own, so that its peak is that of the import.
fn memory_of_import(register: &Path) -> Result<Option<f64>> {
    let output = Command::new(std::env::current_exe()?).arg(ALONE).env("TARAZY_REGISTER", register).output()?;
    ensure!(output.status.success(), "the import alone: {}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout)?;
    Ok(said.trim().parse().ok())
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
    if let Some(peak) = memory("VmHWM:") {
        let _ = writeln!(std::io::stdout(), "{peak}");
    }
    ExitCode::SUCCESS
}

fn without_first_line(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|byte| *byte == b'\n').map_or(0, |place| place + 1);
    bytes.get(end..).unwrap_or_default()
}
