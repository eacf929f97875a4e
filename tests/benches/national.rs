//! A register as large as a nation's: import, list, Desk, sorting, saving, search and filter, each figure with its limit. A million orders of
//! twenty columns with `--bench`, two thousand once without. The file is made here; its words are those of the passphrase lists, few of them frequent.

use anyhow::{Context, Result, ensure};
use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;
use tarazy_core::Env;
use tarazy_core::api::wire::{Nothing, OrderSet, OrdersList, SearchAsk};
use tarazy_tests::{Office, skip};

const QUERIES: usize = 400;
const MEDIAN_MS: f64 = 10.0;
const LONG_MS: f64 = 50.0;

fn main() -> ExitCode {
    let is_measured = std::env::args().any(|word| word == "--bench");
    match measure(if is_measured { 1_000_000 } else { 2_000 }) {
        Ok(is_kept) if is_kept || !is_measured => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Draws the same numbers on every machine.
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % n.max(1)
    }

    fn word<'w>(&mut self, words: &[&'w str]) -> &'w str {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let place = (words.len() as f64).powf(share) as usize;
        words.get(place.saturating_sub(1)).copied().unwrap_or_default()
    }
}

const LISTS: [&str; 3] = [
    include_str!("../../assets/words/kk.txt"),
    include_str!("../../assets/words/ru.txt"),
    include_str!("../../assets/words/en.txt"),
];

fn measure(orders: usize) -> Result<bool> {
    let lists: Vec<Vec<&str>> = LISTS.iter().map(|list| list.lines().collect()).collect();
    let mut draw = Draw(7);
    let mut sample: Vec<Vec<&str>> = Vec::new();
    let file = tempfile::NamedTempFile::with_suffix(".csv")?;
    let mut out = std::io::BufWriter::new(file.as_file());
    writeln!(
        out,
        "номер предписания;орган;дата предписания;дата получения;платформа;ссылка;текст;язык;исход;дата удаления;номер дела;пакет;область;защита;обоснование;средство защиты;уведомлён;отдел;обжаловано;доля"
    )?;
    for n in 0..orders {
        let words = lists.get(draw.below(lists.len())).context("a list of words")?;
        let text: Vec<&str> = (0..8 + draw.below(18)).map(|_| draw.word(words)).collect();
        let (issuer, day, channel) = (draw.below(20), 1 + draw.below(27), draw.below(5_000));
        let (month, gone) = (1 + draw.below(12), day + draw.below(2));
        writeln!(
            out,
            "{issuer}-{n};Комитет {issuer};{day:02}.{month:02}.2025;{day:02}.{month:02}.2025 10:{:02};telegram;https://t.me/kanal{channel}/{n};{};ru;удалено;{gone:02}.{month:02}.2025 11:{:02};Д-{n};П-{};южная;обычная;шаблон;нет;нет;отдел {};;1.0",
            draw.below(60),
            text.join(" "),
            draw.below(60),
            n / 50,
            draw.below(9)
        )?;
        if n % (orders / QUERIES).max(1) == 0 {
            sample.push(text);
        }
    }
    out.flush()?;
    drop(out);
    let mut office = Office::new(Env::system(), false)?;
    let plain = import_with_sqlite(file.path())?;
    let began = Instant::now();
    let summary = office.import(file.path())?;
    let ours = began.elapsed().as_secs_f64();
    ensure!(usize::try_from(summary.orders)? == orders, "{} orders were imported", summary.orders);
    let mut is_kept = true;
    if let Some(plain) = plain {
        is_kept &= figure("import against sqlite3 .import", ours / plain, 6.0, "x");
    }
    is_kept &= memory("import, peak memory of the process", "VmHWM:", 500.0);
    office.app.close()?;
    let began = Instant::now();
    office.reopen()?;
    office.app.orders_list(page("", "reference", 0))?;
    is_kept &= figure("unlock to first list beside the key derivation", millis(began), 3_000.0, "ms");
    let csv = file.as_file().metadata()?.len() as f64;
    is_kept &= figure("vault against the file it came from", office.vault_bytes()? as f64 / csv, 1.7, "x");
    let last = u32::try_from(orders)?.saturating_sub(50);
    for (name, sort, offset) in [("first", "issued", 0), ("middle", "issued", last / 2), ("last", "issued", last)] {
        office.app.orders_list(page("", sort, offset))?;
        let began = Instant::now();
        office.app.orders_list(page("", sort, offset))?;
        is_kept &= figure(&format!("page of 50 rows, {name}"), millis(began), 5.0, "ms");
    }
    let began = Instant::now();
    office.app.desk(Nothing {})?;
    // No limit was promised: the figure shows what a person waits for after each save.
    figure("Desk after something was written", millis(began), f64::INFINITY, "ms");
    let mut saves = Vec::new();
    for row in office.app.orders_list(page("", "reference", last / 2))?.rows {
        let began = Instant::now();
        let (field, value) = ("note".to_owned(), format!("сақталды: {}", row.reference));
        office.app.order_set(OrderSet { id: row.id, field, value })?;
        saves.push(millis(began));
    }
    saves.sort_by(f64::total_cmp);
    is_kept &=
        figure("save of an order, 95th percentile", saves.get(saves.len() * 95 / 100).copied().unwrap_or_default(), 50.0, "ms");
    for (name, kind) in [("a word", 0), ("a beginning of four letters", 1), ("two words", 2)] {
        let mut queries = Vec::new();
        for text in &sample {
            let mut one = || text.get(draw.below(text.len())).copied().unwrap_or_default();
            queries.push(match kind {
                0 => one().to_owned(),
                1 => one().chars().take(4).collect(),
                _ => format!("{} {}", one(), one()),
            });
        }
        is_kept &= timed(&format!("search for {name}"), &queries, |words| {
            Ok(office.app.search(SearchAsk { words: words.to_owned(), limit: 20 }).map(drop)?)
        })?;
        is_kept &= timed(&format!("filter by {name}"), &queries, |words| {
            Ok(office.app.orders_list(page(words, "reference", 0)).map(drop)?)
        })?;
    }
    let mut misses = Vec::new();
    for piece in ["0117-", "йцук", "лады", "zzqx", "ttt"] {
        let began = Instant::now();
        office.app.orders_list(page(piece, "reference", 0))?;
        misses.push(millis(began));
    }
    misses.sort_by(f64::total_cmp);
    figure(
        "filter by what begins no word, median",
        misses.get(misses.len() / 2).copied().unwrap_or_default(),
        f64::INFINITY,
        "ms",
    );
    is_kept &= memory("memory of the process after all of it", "VmRSS:", 600.0);
    Ok(is_kept)
}

fn page(filter: &str, sort: &str, offset: u32) -> OrdersList {
    OrdersList { filter: filter.to_owned(), sort: sort.to_owned(), descending: true, offset, limit: 50 }
}

fn millis(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}

fn memory(name: &str, line: &str, limit: f64) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find_map(|told| told.strip_prefix(line));
    match found.and_then(|kib| kib.trim().trim_end_matches(" kB").parse::<f64>().ok()) {
        Some(kib) => figure(name, kib * 1024.0 / 1e6, limit, "MB"),
        None => {
            skip("this system does not tell the memory of a process");
            true
        }
    }
}

fn import_with_sqlite(rows: &Path) -> Result<Option<f64>> {
    let folder = tempfile::tempdir()?;
    let mut command = Command::new("sqlite3");
    command
        .arg(folder.path().join("plain.db"))
        .arg(".separator ;")
        .arg(format!(".import {} rows", rows.display()))
        .stderr(Stdio::null());
    let began = Instant::now();
    match command.status() {
        Ok(status) => {
            ensure!(status.success(), "sqlite3 ended with {status}");
            Ok(Some(began.elapsed().as_secs_f64()))
        }
        Err(_) => {
            skip("sqlite3 is not on this machine: no ratio");
            Ok(None)
        }
    }
}

fn figure(name: &str, value: f64, limit: f64, unit: &str) -> bool {
    let is_kept = value <= limit;
    let mark = if is_kept { "kept" } else { "MISSED" };
    say(&format!("{name:<52} {value:>8.2} {unit}  limit {limit}  {mark}"));
    is_kept
}

fn timed(name: &str, queries: &[String], ask: impl Fn(&str) -> Result<()>) -> Result<bool> {
    let mut times = Vec::with_capacity(queries.len());
    for query in queries {
        let began = Instant::now();
        ask(query)?;
        times.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times.get(times.len().saturating_sub(1) * share / 100).copied().unwrap_or_default();
    let is_kept = at(50) <= MEDIAN_MS && at(99) <= LONG_MS;
    let mark = if is_kept { "kept" } else { "MISSED" };
    say(&format!("{name:<40} p50 {:>8.2} ms limit {MEDIAN_MS:.0}, p99 {:>8.2} ms limit {LONG_MS:.0}  {mark}", at(50), at(99)));
    Ok(is_kept)
}

fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
