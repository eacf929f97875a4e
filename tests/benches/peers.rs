//! Plain aggregates of a million orders, beside the same in DuckDB, PostgreSQL and SQLite, in one run. They read the vault and the rows that
//! `national` keeps; without `--bench`, two thousand orders are made here. A peer that is not on this machine is passed over, and that is said.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;
use tarazy_core::Env;
use tarazy_core::api::wire::{AnalysisAsk, AnalysisStage, CrossAsk, Lang, OrderSet, OrdersList};
use tarazy_tests::measured::{Figure, memory, millis, percentile, report};
use tarazy_tests::national::write_rows;
use tarazy_tests::{Office, skip};

/// Where `national` kept a vault and, beside it, its rows.
const KEPT: &str = "TARAZY_NATIONAL_VAULT";
const RUNS: usize = 9;
/// Names of peers, and how many times their time is allowed.
const PEERS: [(&str, f64); 3] = [("duckdb", 5.0), ("postgres", 1.3), ("sqlite", 1.5)];

fn main() -> ExitCode {
    let is_measured = std::env::args().any(|word| word == "--bench");
    match measure(is_measured) {
        Ok(figures) => report(&figures, is_measured),
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn measure(is_measured: bool) -> Result<Vec<Figure>> {
    let Some(place) = std::env::var_os(KEPT).map(PathBuf::from).filter(|place| is_measured && place.exists()) else {
        if is_measured {
            skip(&format!("{KEPT} names no vault that `national` kept"));
            return Ok(Vec::new());
        }
        let file = tempfile::NamedTempFile::with_suffix(".csv")?;
        write_rows(file.as_file(), 2_000, 1)?;
        let office = Office::new(Env::system(), false)?;
        office.import(file.path())?;
        return compared(&office, file.path(), 1);
    };
    // What is there is not to be changed by a bench.
    let folder = tempfile::tempdir()?;
    for file in std::fs::read_dir(&place)? {
        let file = file?;
        std::fs::copy(file.path(), folder.path().join(file.file_name()))?;
    }
    compared(&Office::at(folder.path())?, &place.with_extension("csv"), RUNS)
}

fn compared(office: &Office, rows: &Path, runs: usize) -> Result<Vec<Figure>> {
    let mut figures = screens(office, runs)?;
    let ours = aggregates(office, rows, runs)?;
    figures.extend(memory("VmHWM:").map(|peak| Figure::new("memory at its peak", peak, 800.0, "MB")));
    for (name, cold, warm) in &ours {
        figures.push(Figure::new(&format!("{name}, asked first"), *cold, f64::INFINITY, "ms"));
        figures.push(Figure::new(&format!("{name}, median of {runs}"), *warm, f64::INFINITY, "ms"));
    }
    for (peer, times) in PEERS {
        let Some(theirs) = peer_times(peer, rows, runs)? else { continue };
        for (name, _, warm) in &ours {
            let Some(time) = theirs.get(*name) else { continue };
            figures.push(Figure::new(&format!("{name}, {peer}"), *time, f64::INFINITY, "ms"));
            figures.push(Figure::new(&format!("{name}, against {peer}"), warm / time, times, "x"));
        }
    }
    Ok(figures)
}

/// From so many orders on a filter change need not repaint within the limit.
const REPAINT_UP_TO: u32 = 100_000;

// What the analysis shows, with every chart drawn, from a vault that was opened just now.
fn screens(office: &Office, runs: usize) -> Result<Vec<Figure>> {
    let ask = |filter: &str, until: AnalysisStage| -> Result<(f64, AnalysisStage)> {
        let (filter, theme) = (filter.to_owned(), "light".to_owned());
        let began = Instant::now();
        let told = office.app.analysis(AnalysisAsk { filter, against: None, lang: Lang::Kk, theme, width: 960, until })?;
        Ok((millis(began.elapsed()), told.stage))
    };
    let mut figures = Vec::new();
    let (first, stage) = ask("", AnalysisStage::Counts)?;
    let kept = if stage == AnalysisStage::Nothing { "nothing was kept" } else { "as they were kept" };
    figures.push(Figure::new(&format!("first numbers of a vault just opened, {kept}"), first, 300.0, "ms"));
    figures.push(Figure::new(
        "all figures but drawn ones, the register read first",
        ask("", AnalysisStage::Figures)?.0,
        3_000.0,
        "ms",
    ));
    figures.push(Figure::new("drawn intervals after them", ask("", AnalysisStage::All)?.0, f64::INFINITY, "ms"));
    figures.push(Figure::new("the same charts once more", ask("", AnalysisStage::All)?.0, f64::INFINITY, "ms"));
    let orders = office.app.orders_list(page("", 0, 1))?;
    let repaint = if orders.all <= REPAINT_UP_TO { 200.0 } else { f64::INFINITY };
    // Another filter each time: what was measured of one is kept.
    let mut months = [Vec::new(), Vec::new(), Vec::new()];
    for run in 0..runs {
        let filter = format!("issued:2025-{:02}", run % 12 + 1);
        for (times, until) in months.iter_mut().zip([AnalysisStage::Counts, AnalysisStage::Figures, AnalysisStage::All]) {
            times.push(ask(&filter, until)?.0);
        }
    }
    let mut halves = Vec::new();
    for run in 0..runs {
        halves.push(ask(&format!("issued:2025-01..2025-{:02}", run % 12 + 1), AnalysisStage::Figures)?.0);
    }
    let mut median = |name: &str, times: &mut [f64], limit: f64| {
        figures.push(Figure::new(&format!("{name}, median of {runs}"), percentile(times, 50), limit, "ms"));
    };
    let [counts, all_but_drawn, drawn] = &mut months;
    median("first numbers of another month", counts, 300.0);
    median("all figures of another month", all_but_drawn, repaint);
    median("drawn intervals of it", drawn, f64::INFINITY);
    median("all figures of several months", &mut halves, repaint);
    let id = orders.rows.into_iter().next().context("an order")?.id;
    let mut changes = [Vec::new(), Vec::new()];
    for run in 0..runs {
        let value = if run % 2 == 0 { "described_only" } else { "original" };
        office.app.order_set(OrderSet { id: id.clone(), field: "document_seen".to_owned(), value: value.to_owned() })?;
        for (times, until) in changes.iter_mut().zip([AnalysisStage::Counts, AnalysisStage::Figures]) {
            times.push(ask("", until)?.0);
        }
    }
    let [counts, all_but_drawn] = &mut changes;
    median("first numbers after one change", counts, 300.0);
    median("all figures after one change", all_but_drawn, 3_000.0);
    Ok(figures)
}

fn page(filter: &str, offset: u32, limit: u32) -> OrdersList {
    OrdersList { filter: filter.to_owned(), sort: "issued".to_owned(), descending: true, offset, limit }
}

// Time of the first run, and the median of the others.
fn timed(runs: usize, mut ask: impl FnMut(usize) -> Result<()>) -> Result<(f64, f64)> {
    let mut times = Vec::with_capacity(runs + 1);
    for turn in 0..=runs {
        let began = Instant::now();
        ask(turn)?;
        times.push(millis(began.elapsed()));
    }
    let first = times.remove(0);
    Ok((first, percentile(&mut times, 50)))
}

// What is kept of the last filter or page would answer the same question again in no time: where there are several to ask, each run asks another.
fn aggregates(office: &Office, rows: &Path, runs: usize) -> Result<Vec<(&'static str, f64, f64)>> {
    let cross = |keys: &[&str], times: bool, filter: &str, most: u32| {
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        let found = office.app.cross(CrossAsk { filter: filter.to_owned(), keys, times, most })?;
        ensure!(!found.rows.is_empty(), "nothing was counted");
        Ok(())
    };
    let list = |filter: &str, offset: u32, limit: u32| {
        let found = office.app.orders_list(page(filter, offset, limit))?;
        ensure!(!found.rows.is_empty(), "nothing was found");
        Ok(())
    };
    let numbers = numbers(rows, runs + 1)?;
    let number = |turn: usize| numbers.get(turn % numbers.len().max(1)).map_or("", String::as_str);
    let orders = office.app.orders_list(page("", 0, 1))?.total;
    let place = |turn: usize| orders / 2 + u32::try_from(turn).unwrap_or(0) * 50;
    let mut found = Vec::new();
    let mut keep = |name, (first, again): (f64, f64)| found.push((name, first, again));
    keep("group by three keys", timed(runs, |_| cross(&["platform", "month", "outcome"], false, "", u32::MAX))?);
    keep("the twenty most", timed(runs, |_| cross(&["day"], false, "", 20))?);
    keep("median and ninth decile", timed(runs, |_| cross(&["platform"], true, "", u32::MAX))?);
    keep("count of a filter", timed(runs, |turn| cross(&[], false, &format!("issued:2025-{:02}", turn % 12 + 1), 1))?);
    keep("page of 50", timed(runs, |turn| list("", place(turn), 50))?);
    keep("one row by its number", timed(runs, |turn| list(&format!("number:{}", number(turn)), 0, 1))?);
    Ok(found)
}

// Numbers of orders from all over the file.
fn numbers(rows: &Path, wanted: usize) -> Result<Vec<String>> {
    let lines = || Ok::<_, anyhow::Error>(std::io::BufReader::new(std::fs::File::open(rows)?).lines().skip(1));
    let step = (lines()?.count() / wanted.max(1)).max(1);
    let number = |line: std::io::Result<String>| Ok(line?.split(';').next().unwrap_or_default().to_owned());
    lines()?.step_by(step).map(number).collect()
}

// Medians of a peer by query, in milliseconds. Nothing where it is not on this machine.
fn peer_times(peer: &str, rows: &Path, runs: usize) -> Result<Option<BTreeMap<String, f64>>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers.py");
    let Ok(told) = Command::new("python3").arg(script).arg(peer).arg(rows).arg(runs.to_string()).output() else {
        skip("python3 is not on this machine: no peers");
        return Ok(None);
    };
    let text = String::from_utf8_lossy(&told.stdout);
    if told.status.code() == Some(3) {
        skip(text.trim());
        return Ok(None);
    }
    ensure!(told.status.success(), "{peer} failed: {}", String::from_utf8_lossy(&told.stderr));
    let time = |line: &str| line.split_once('\t').and_then(|(name, time)| Some((name.to_owned(), time.parse().ok()?)));
    Ok(Some(text.lines().filter_map(time).collect()))
}
