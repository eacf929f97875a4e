//! Search and filter in a large register, each figure with its limit: a million orders with `--bench`, two thousand once without. The register is
//! imported from a file that is made here; its words are those of the passphrase lists, few of them frequent.

use anyhow::{Context, Result, ensure};
use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;
use tarazy_core::Env;
use tarazy_core::api::wire::{OrdersList, SearchAsk};
use tarazy_tests::Office;

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
    writeln!(out, "номер предписания;орган;дата предписания;ссылка;текст")?;
    for n in 0..orders {
        let words = lists.get(draw.below(lists.len())).context("a list of words")?;
        let text: Vec<&str> = (0..8 + draw.below(18)).map(|_| draw.word(words)).collect();
        let (issuer, day, channel) = (draw.below(20), 1 + draw.below(28), draw.below(5_000));
        writeln!(out, "{issuer}-{n};Комитет {issuer};{day:02}.03.2025;https://t.me/kanal{channel}/{n};{}", text.join(" "))?;
        if n % (orders / QUERIES).max(1) == 0 {
            sample.push(text);
        }
    }
    out.flush()?;
    drop(out);
    let office = Office::new(Env::system(), false)?;
    let began = Instant::now();
    let summary = office.import(file.path())?;
    say(&format!("{} orders imported in {:.1} s", summary.orders, began.elapsed().as_secs_f64()));
    ensure!(usize::try_from(summary.orders)? == orders, "{} orders were imported", summary.orders);
    let mut is_kept = true;
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
            let ask =
                OrdersList { filter: words.to_owned(), sort: "reference".to_owned(), descending: true, offset: 0, limit: 100 };
            Ok(office.app.orders_list(ask).map(drop)?)
        })?;
    }
    Ok(is_kept)
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
