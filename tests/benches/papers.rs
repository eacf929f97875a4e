//! What papers cost: pages a second, bytes and memory beside typst on the same content in one run; the brief, a report of thirty pages, one of
//! six hundred; the first page of a preview and the search for leaks over 100,000 orders. Without `--bench` a little runs once and no figure
//! counts. A peer that is not on this machine is passed over, and that is said.

use anyhow::{Context, Result, ensure};
use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;
use tarazy_core::api::wire::{Lang, PaperAsk, PaperPreviewAsk};
use tarazy_core::{Env, long_sample, paper_to_pdf};
use tarazy_tests::measured::{Figure, memory, millis, percentile, report};
use tarazy_tests::national::write_rows;
use tarazy_tests::{Office, root, skip, write_typst};

/// What a process that sets one paper is called with: the language, how many sections, the file.
const ALONE: &str = "--set-alone";
const RUNS: usize = 9;
/// Sections of the invented paper that make some forty pages, and more than 665.
const LONG: usize = 10;
const LONGEST: usize = 172;
const ORDERS: usize = 100_000;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let is_measured = words.iter().any(|word| word == "--bench");
    let done = match words.as_slice() {
        [alone, lang, sections, out] if alone == ALONE => alone_set(lang, sections, Path::new(out)).map(|()| Vec::new()),
        _ => figures(is_measured),
    };
    match done {
        Ok(figures) => report(&figures, is_measured),
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn figures(is_measured: bool) -> Result<Vec<Figure>> {
    let (runs, long) = if is_measured { (RUNS, LONG) } else { (1, 1) };
    let mut figures = beside_typst(runs, long)?;
    if is_measured {
        figures.extend(longest()?);
    }
    let example = Office::new(Env::system(), true)?;
    figures.extend(seen("the example", &example, runs, is_measured)?);
    let orders = if is_measured { ORDERS } else { 200 };
    let rows = tempfile::NamedTempFile::with_suffix(".csv")?;
    write_rows(rows.as_file(), orders, 1)?;
    let large = Office::new(Env::system(), false)?;
    large.import(rows.path())?;
    figures.extend(seen(&format!("{orders} orders"), &large, runs, is_measured)?);
    Ok(figures)
}

/// What one process told of a paper that it set.
struct Set {
    millis: f64,
    peak: f64,
    pages: f64,
    bytes: f64,
}

impl Set {
    fn of(told: &str, file: &Path) -> Result<Option<Self>> {
        let mut numbers = told.split_whitespace().map(str::parse::<f64>);
        let (millis, peak) = (numbers.next().context("a time")??, numbers.next().context("a peak")??);
        let bytes = std::fs::metadata(file)?.len() as f64;
        Ok(pages(file)?.map(|pages| Self { millis, peak, pages, bytes }))
    }
}

fn pages(file: &Path) -> Result<Option<f64>> {
    let Ok(told) = Command::new("pdfinfo").arg(file).output() else {
        skip("pdfinfo is not on this machine: pages cannot be counted");
        return Ok(None);
    };
    let told = String::from_utf8(told.stdout)?;
    let pages = told.lines().find_map(|line| line.strip_prefix("Pages:")).context("a count of pages")?;
    Ok(Some(pages.trim().parse()?))
}

// Both in processes of their own, one after the other, so that whatever else the machine does falls on both.
fn beside_typst(runs: usize, sections: usize) -> Result<Vec<Figure>> {
    let folder = tempfile::tempdir()?;
    let mut figures = Vec::new();
    for lang in ["kk", "ru", "en"] {
        let paper = write_typst(&long_sample(lang_of(lang)?, sections), folder.path())?;
        let (mut own, mut peer) = (Vec::new(), Vec::new());
        for _ in 0..runs {
            own.extend(ours(lang, sections, folder.path())?);
            peer.extend(theirs(&folder.path().join(paper), folder.path())?);
        }
        let median = |sets: &[Set], of: fn(&Set) -> f64| percentile(&mut sets.iter().map(of).collect::<Vec<_>>(), 50);
        if own.is_empty() {
            return Ok(figures);
        }
        let (time, count) = (median(&own, |set| set.millis), median(&own, |set| set.pages));
        let mut push =
            |what: &str, value: f64, limit: f64, unit| figures.push(Figure::new(&format!("{lang}: {what}"), value, limit, unit));
        push("pages", count, f64::INFINITY, "");
        push(&format!("set, median of {runs}"), time, 400.0, "ms");
        push("pages a second", count / time * 1000.0, f64::INFINITY, "");
        push("file", median(&own, |set| set.bytes) / 1000.0, 400.0, "kB");
        push("memory at the peak", median(&own, |set| set.peak), 80.0, "MB");
        if peer.is_empty() {
            continue;
        }
        let theirs = (median(&peer, |set| set.millis), median(&peer, |set| set.pages));
        push("typst: pages", theirs.1, f64::INFINITY, "");
        push("typst: pages a second", theirs.1 / theirs.0 * 1000.0, f64::INFINITY, "");
        push("typst: file", median(&peer, |set| set.bytes) / 1000.0, f64::INFINITY, "kB");
        push("typst: memory at the peak", median(&peer, |set| set.peak), f64::INFINITY, "MB");
        let mut ratios =
            own.iter().zip(&peer).map(|(own, peer)| (own.millis / own.pages) / (peer.millis / peer.pages)).collect::<Vec<_>>();
        push("time of a page against typst, median of pairs", percentile(&mut ratios, 50), 0.5, "x");
        push("file against typst", median(&own, |set| set.bytes) / median(&peer, |set| set.bytes), 0.5, "x");
    }
    Ok(figures)
}

fn ours(lang: &str, sections: usize, folder: &Path) -> Result<Option<Set>> {
    let out = folder.join("ours.pdf");
    let told = Command::new(std::env::current_exe()?).args([ALONE, lang, &sections.to_string()]).arg(&out).output()?;
    ensure!(told.status.success(), "the paper alone: {}", String::from_utf8_lossy(&told.stderr));
    Set::of(&String::from_utf8(told.stdout)?, &out)
}

fn theirs(paper: &Path, folder: &Path) -> Result<Option<Set>> {
    let (script, out) = (Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/set_with_typst.py"), folder.join("theirs.pdf"));
    let Ok(told) = Command::new("python3").arg(script).args([paper, &out]).arg(root().join("assets/fonts")).output() else {
        skip("python3 is not on this machine: no peer");
        return Ok(None);
    };
    let text = String::from_utf8(told.stdout)?;
    if told.status.code() == Some(3) {
        skip(text.trim());
        return Ok(None);
    }
    ensure!(told.status.success(), "typst failed: {}", String::from_utf8_lossy(&told.stderr));
    Set::of(&text, &out)
}

fn alone_set(lang: &str, sections: &str, out: &Path) -> Result<()> {
    let document = long_sample(lang_of(lang)?, sections.parse()?);
    let began = Instant::now();
    let file = paper_to_pdf(&document)?;
    std::fs::write(out, &file)?;
    let took = millis(began.elapsed());
    writeln!(std::io::stdout(), "{took:.3} {:.1}", memory("VmHWM:").unwrap_or_default())?;
    Ok(())
}

fn lang_of(code: &str) -> Result<tarazy_core::paper::Lang> {
    tarazy_core::paper::Lang::ALL.into_iter().find(|lang| lang.code() == code).context("a language")
}

fn longest() -> Result<Vec<Figure>> {
    let folder = tempfile::tempdir()?;
    let mut sets = Vec::new();
    for _ in 0..3 {
        sets.extend(ours("kk", LONGEST, folder.path())?);
    }
    let Some(first) = sets.first() else { return Ok(Vec::new()) };
    let (pages, bytes) = (first.pages, first.bytes);
    ensure!(pages >= 665.0, "{pages} pages");
    let median = |of: fn(&Set) -> f64| percentile(&mut sets.iter().map(of).collect::<Vec<_>>(), 50);
    // The time of so many pages as were promised.
    let time = median(|set| set.millis) / pages * 665.0;
    Ok(vec![
        Figure::new("a paper of 665 pages, median of 3", time, 3_000.0, "ms"),
        Figure::new("its file", bytes / pages * 665.0 / 1000.0, f64::INFINITY, "kB"),
        Figure::new("memory at its peak", median(|set| set.peak), f64::INFINITY, "MB"),
    ])
}

// What a person waits for in the window.
fn seen(name: &str, office: &Office, runs: usize, is_measured: bool) -> Result<Vec<Figure>> {
    let ask = |kind: &str, audience: &str, count: u32, check: bool| -> Result<(f64, u32)> {
        let (kind, audience, format) = (kind.to_owned(), audience.to_owned(), "pdf".to_owned());
        let paper = PaperAsk { kind, lang: Lang::Kk, audience, filter: String::new(), subject: String::new(), format };
        let began = Instant::now();
        let preview = office.app.paper_preview(PaperPreviewAsk { paper, from: 1, count, check })?;
        Ok((millis(began.elapsed()), preview.of))
    };
    let median = |kind: &str, audience: &str, count, check| -> Result<(f64, u32)> {
        let mut times = Vec::new();
        let mut pages = 0;
        for _ in 0..runs {
            let (time, of) = ask(kind, audience, count, check)?;
            times.push(time);
            pages = of;
        }
        Ok((percentile(&mut times, 50), pages))
    };
    let mut figures = Vec::new();
    // Whatever is read of the register is read here.
    let (first, _) = ask("report", "court", 1, false)?;
    figures.push(Figure::new(&format!("{name}: first page of a report, asked first"), first, f64::INFINITY, "ms"));
    for (kind, audience) in [("brief", "press"), ("report", "court"), ("report", "press")] {
        let (shown, pages) = median(kind, audience, 1, false)?;
        figures.push(Figure::new(&format!("{name}: {kind} for {audience}, {pages} pages, first page"), shown, 300.0, "ms"));
        let (checked, _) = median(kind, audience, 1, true)?;
        let check = format!("{name}: {kind} for {audience}, searched for leaks");
        figures.push(Figure::new(&check, checked - shown, if is_measured { 2_000.0 } else { f64::INFINITY }, "ms"));
    }
    figures.extend(memory("VmHWM:").map(|peak| Figure::new(&format!("{name}: memory at the peak"), peak, f64::INFINITY, "MB")));
    Ok(figures)
}
