//! A register as large as a nation's: import, list, Desk, sorting, saving, search and filter, the check of everything, what is taken away and new keys,
//! each figure with its limit. A million orders of twenty columns with `--bench`, two thousand once without. The file is made here; its words are those of the passphrase lists, few of them frequent.

use anyhow::{Context, Result, ensure};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use tarazy_core::Env;
use tarazy_core::api::wire::{
    ById, ConflictDeclare, KeysRotate, Nothing, OrderSet, OrdersList, ProfileAsk, PurgeAsk, SearchAsk, SeatTake,
};
use tarazy_tests::Office;
use tarazy_tests::measured::{Figure, import_with_sqlite, memory, millis, percentile, report};
use tarazy_tests::national::write_rows;

/// Where the vault and the rows it was made of are kept, for `peers`.
const KEPT: &str = "TARAZY_NATIONAL_VAULT";
/// How many orders, where it is not a million.
const ORDERS: &str = "TARAZY_NATIONAL_ORDERS";
const QUERIES: usize = 400;
const MEDIAN_MS: f64 = 10.0;
const LONG_MS: f64 = 50.0;

fn main() -> ExitCode {
    let is_measured = std::env::args().any(|word| word == "--bench");
    let told = std::env::var(ORDERS).ok().and_then(|orders| orders.parse().ok());
    match measure(if is_measured { told.unwrap_or(1_000_000) } else { 2_000 }) {
        Ok(figures) => report(&figures, is_measured),
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn measure(orders: usize) -> Result<Vec<Figure>> {
    let file = tempfile::NamedTempFile::with_suffix(".csv")?;
    let (sample, mut draw) = write_rows(file.as_file(), orders, QUERIES)?;
    let mut office = Office::new(Env::system(), false)?;
    let plain = import_with_sqlite(file.path(), &[])?;
    let began = Instant::now();
    let summary = office.import(file.path())?;
    let ours = began.elapsed();
    ensure!(usize::try_from(summary.orders)? == orders, "{} orders were imported", summary.orders);
    if let Some(place) = std::env::var_os(KEPT) {
        office.keep(Path::new(&place))?;
        std::fs::copy(file.path(), Path::new(&place).with_extension("csv"))?;
        office.reopen()?;
    }
    let mut figures = Vec::new();
    if let Some(plain) = plain {
        let ratio = ours.as_secs_f64() / plain.as_secs_f64();
        figures.push(Figure::new("import against sqlite3 .import", ratio, 6.0, "x"));
    }
    figures.extend(memory("VmHWM:").map(|peak| Figure::new("import, peak memory of the process", peak, 500.0, "MB")));
    office.app.close()?;
    let began = Instant::now();
    office.reopen()?;
    office.app.orders_list(page("", "reference", 0))?;
    figures.push(Figure::new("unlock to first list beside the key derivation", millis(began.elapsed()), 3_000.0, "ms"));
    let csv = file.as_file().metadata()?.len() as f64;
    figures.push(Figure::new("vault against the file it came from", office.vault_bytes()? as f64 / csv, 1.7, "x"));
    let last = u32::try_from(orders)?.saturating_sub(50);
    for (name, offset) in [("first", 0), ("middle", last / 2), ("last", last)] {
        office.app.orders_list(page("", "issued", offset))?;
        let began = Instant::now();
        office.app.orders_list(page("", "issued", offset))?;
        figures.push(Figure::new(&format!("page of 50 rows, {name}"), millis(began.elapsed()), 5.0, "ms"));
    }
    let began = Instant::now();
    office.app.desk(Nothing {})?;
    figures.push(Figure::new("Desk after something was written", millis(began.elapsed()), f64::INFINITY, "ms"));
    for (name, filter, limit) in [
        ("profile, the register read first", "", 3_000.0),
        ("profile, again", "", f64::INFINITY),
        ("profile of a month", "issued:2025-03", f64::INFINITY),
    ] {
        let began = Instant::now();
        office.app.profile(ProfileAsk { filter: filter.to_owned() })?;
        figures.push(Figure::new(name, millis(began.elapsed()), limit, "ms"));
    }
    figures.extend(memory("VmRSS:").map(|now| Figure::new("memory of the process with the profile", now, 800.0, "MB")));
    let mut saves = Vec::new();
    for row in office.app.orders_list(page("", "reference", last / 2))?.rows {
        let (field, value) = ("note".to_owned(), format!("сақталды: {}", row.reference));
        let began = Instant::now();
        office.app.order_set(OrderSet { id: row.id, field, value })?;
        saves.push(millis(began.elapsed()));
    }
    figures.push(Figure::new("save of an order, 95th percentile", percentile(&mut saves, 95), 50.0, "ms"));
    figures.push(next_items(&office)?);
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
        let search = |words: &str| Ok(office.app.search(SearchAsk { words: words.to_owned(), limit: 20 }).map(drop)?);
        figures.extend(timed(&format!("search for {name}"), &queries, search)?);
        let filter = |words: &str| Ok(office.app.orders_list(page(words, "reference", 0)).map(drop)?);
        figures.extend(timed(&format!("filter by {name}"), &queries, filter)?);
    }
    let mut misses = Vec::new();
    for piece in ["0117-", "йцук", "лады", "zzqx", "ttt"] {
        let began = Instant::now();
        office.app.orders_list(page(piece, "reference", 0))?;
        misses.push(millis(began.elapsed()));
    }
    figures.push(Figure::new("filter by what begins no word, median", percentile(&mut misses, 50), f64::INFINITY, "ms"));
    figures.extend(memory("VmRSS:").map(|now| Figure::new("memory of the process after search and filter", now, 600.0, "MB")));
    figures.push(check_of_everything(&office, "check of everything")?);
    figures.extend(purge_and_new_keys(&office, &sample)?);
    figures.push(check_of_everything(&office, "check of everything after a purge and new keys")?);
    figures.extend(
        memory("VmHWM:").map(|peak| Figure::new("peak memory of the process, import and all", peak, f64::INFINITY, "MB")),
    );
    Ok(figures)
}

fn check_of_everything(office: &Office, name: &str) -> Result<Figure> {
    let mut health = office.app.health_check(Nothing {})?;
    while health.state == "checking" {
        std::thread::sleep(Duration::from_millis(20));
        health = office.app.health(Nothing {})?;
    }
    ensure!(health.state == "good", "the check ended with {health:?}");
    Ok(Figure::new(name, health.took_ms as f64, 60_000.0, "ms"))
}

// Two words that stand beside each other in some text are taken away wherever they do, and then every key is replaced.
fn purge_and_new_keys(office: &Office, sample: &[Vec<&str>]) -> Result<[Figure; 3]> {
    let term = sample.last().and_then(|text| text.get(..2)).context("a text of two words")?.join(" ");
    let reason = "mistake".to_owned();
    let ask = PurgeAsk { term, reason, confirmed: true, ..PurgeAsk::default() };
    let began = Instant::now();
    let preview = office.app.purge_preview(ask.clone())?;
    let looked = millis(began.elapsed());
    ensure!(!preview.hits.is_empty(), "the words of a text stand nowhere");
    let began = Instant::now();
    office.app.purge_run(ask)?;
    let struck = millis(began.elapsed());
    let began = Instant::now();
    office.app.keys_rotate(KeysRotate { passphrase: Office::passphrase().to_owned() })?;
    Ok([
        ("looking for two words to take away", looked),
        ("taking two words away", struck),
        ("new keys for everything", millis(began.elapsed())),
    ]
    .map(|(name, value)| Figure::new(name, value, f64::INFINITY, "ms")))
}

// A reviewer goes from item to item: finding the next, saying that there is no conflict of interest, and reading the sheet.
fn next_items(office: &Office) -> Result<Figure> {
    office.app.seat_take(SeatTake { id: String::new(), name: "Айгүл".to_owned() })?;
    let mut times = Vec::new();
    for turn in 0..30 {
        let began = Instant::now();
        let id = office.app.review_next(Nothing {})?.id.context("an item to review")?;
        let found = began.elapsed();
        let (conflict, note) = ("declared".to_owned(), format!("{turn}"));
        let began = Instant::now();
        office.app.review_open(ById { id: id.clone() })?;
        times.push(millis(found + began.elapsed()));
        // With a conflict declared the next one is another.
        office.app.review_conflict(ConflictDeclare { id, conflict, note })?;
    }
    Ok(Figure::new("opening the next item to review, 95th percentile", percentile(&mut times, 95), 100.0, "ms"))
}

fn page(filter: &str, sort: &str, offset: u32) -> OrdersList {
    OrdersList { filter: filter.to_owned(), sort: sort.to_owned(), descending: true, offset, limit: 50 }
}

fn timed(name: &str, queries: &[String], ask: impl Fn(&str) -> Result<()>) -> Result<[Figure; 2]> {
    let mut times = Vec::with_capacity(queries.len());
    for query in queries {
        let began = Instant::now();
        ask(query)?;
        times.push(millis(began.elapsed()));
    }
    Ok([(50, MEDIAN_MS), (99, LONG_MS)].map(|(percent, limit)| {
        Figure::new(&format!("{name}, percentile {percent}"), percentile(&mut times, percent), limit, "ms")
    }))
}
