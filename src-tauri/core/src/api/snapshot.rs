//! Snapshots: figures frozen with the rows behind them, computed anew by whoever has the file, and computed otherwise by whoever contests them.

use super::papers::{refuse_inside, texts_of};
use super::profile::wired;
use super::reviews::calibration_answers;
use super::wire::{
    Code, Lang, Profile, SnapshotAsk, SnapshotDifference, SnapshotRerun, SnapshotSaved, SnapshotTold, SnapshotWhy,
};
use super::{App, file_name, of_one_state, small};
use crate::analysis::agreeing::OnVerdict;
use crate::analysis::frame::{Frame, code_of};
use crate::analysis::profile::Selection;
use crate::analysis::snapshot::{
    About, Calibration, Cut, MANIFEST, PairRow, Place, RESULTS, Refused, ReviewRow, Snapshot, Why, differences, digest_of,
    judged_by, read, read_calibration, read_verdicts, with_verdicts, without_reviewer, without_source,
};
use crate::error::{Doing, Error, Result};
use crate::exchange::frozen::{self, Bounds, pack, unpack};
use crate::id::Id;
use crate::model::filter::Filter;
use crate::model::rubric::Rubric;
use crate::model::settle::answers_of;
use crate::model::terms::{LEARNED_HOW, VERDICTS};
use crate::model::time::ASTANA;
use crate::store::{Vault, hex};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Largest file that a second calculation takes beside the snapshot.
const BESIDE_BYTES_MAX: u64 = 64 << 20;

pub(super) fn snapshot_save(app: &App, args: SnapshotAsk) -> Result<SnapshotSaved> {
    let vault = app.vault()?;
    let now = match args.as_of.trim() {
        "" => vault.env().clock.now_seconds(),
        // What is told again as it was typed has one spelling.
        typed => chrono::DateTime::parse_from_rfc3339(typed).map_err(|_| Error::Invalid("as_of"))?.timestamp(),
    };
    // Refused before anybody is asked for a place.
    let filter = Filter::parse(&args.filter).map_err(|_| Error::Invalid("filter"))?;
    let day = super::desk::local_day(now, ASTANA).unwrap_or_default();
    let path = app.host.pick_save(&format!("tarazy-snapshot-{day}.zip")).ok_or(Error::Cancelled)?;
    refuse_inside(vault.folder(), &path)?;
    let snapshot = of_one_state(&vault, || taken(&vault, &filter, &args.filter, now))?;
    let files = snapshot.files(&readme())?;
    let digest = digest_in(&files);
    let mut unfinished = super::unfinished::Unfinished::beside(&path)?;
    let mut out = pack(&files, BufWriter::new(unfinished.file())).doing("writing a snapshot")?;
    out.flush().doing("writing a snapshot")?;
    drop(out);
    unfinished.flush()?;
    let bytes = unfinished.file().metadata().doing("weighing a snapshot")?.len();
    unfinished.name(&path)?;
    Ok(SnapshotSaved {
        name: file_name(&path),
        digest,
        bytes,
        orders: small(snapshot.frame.orders.len()),
        items: small(snapshot.frame.items.len()),
        as_of: crate::utc(now),
    })
}

/// Returns the digest of the snapshot that would be saved of a filter at a second.
pub(super) fn digest_at(vault: &Vault, filter: &str, now: i64) -> Result<String> {
    let parsed = Filter::parse(filter).map_err(|_| Error::Invalid("filter"))?;
    let files = taken(vault, &parsed, filter, now)?.files(&readme())?;
    Ok(digest_in(&files))
}

fn digest_in(files: &[(String, Vec<u8>)]) -> String {
    files.iter().find(|(name, _)| name == MANIFEST).map(|(_, bytes)| digest_of(bytes)).unwrap_or_default()
}

pub(super) fn readme() -> String {
    let said = [Lang::Kk, Lang::Ru, Lang::En].map(|lang| texts_of(lang).say("snapshot-readme", &[]));
    format!("{}\n", said.join("\n\n"))
}

// Freezes a state of the register.
pub(super) fn taken(vault: &Vault, filter: &Filter, typed: &str, now: i64) -> Result<Snapshot> {
    let frame = Frame::read(vault, &|_, _| true)?;
    let selection = match vault.rows_found(filter, filter.told_at(now))? {
        Some(rows) => Selection::of_rows(&frame, &rows),
        None => Selection::whole(&frame),
    };
    let cut = Cut::of(&selection);
    let verdict = |word: &str| code_of(&VERDICTS, word);
    let (mut found, mut of): (Vec<(String, ReviewRow)>, Vec<Id>) = (Vec::new(), Vec::new());
    // Reviewers behind verdicts keep the numbers that the figures give them; whoever answered the calibration set alone comes after.
    let rows: BTreeSet<i64> = vault.taken_part()?.iter().map(|part| part.reviewer).collect();
    let rows: BTreeMap<i64, u32> = rows.into_iter().zip(1..).collect();
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    vault.each_standing_review(&mut |review| {
        let who = review.seat.map_or_else(|| review.reviewer.clone(), |seat| seat.to_string());
        if let Some(number) = review.seat_row.and_then(|row| rows.get(&row)) {
            numbers.insert(who.clone(), *number);
        }
        let Some(place) = Place::parse(&review.round) else { return Ok(()) };
        let answers = answers_of(&review.answers).ok_or(Error::Inside("answers are unreadable"))?;
        let row = ReviewRow { item: 0, place, reviewer: 0, verdict: verdict(&review.verdict), subtype: review.subtype, answers };
        of.push(review.order_item);
        found.push((who, row));
        Ok(())
    })?;
    // Reviews of items that the snapshot does not hold stay out.
    let mut found: Vec<(String, ReviewRow)> = found
        .into_iter()
        .zip(frame.places(&of))
        .filter_map(|((who, row), place)| Some((who, ReviewRow { item: *cut.items.get(&place?)?, ..row })))
        .collect();
    found.sort_by_key(|(_, row)| (row.item, row.place));
    let answered = calibration_answers(vault)?;
    let whose: BTreeSet<String> =
        found.iter().map(|(who, _)| who.clone()).chain(answered.iter().map(|(seat, _)| seat.to_string())).collect();
    let mut next = small(rows.len());
    for who in whose {
        numbers.entry(who).or_insert_with(|| {
            next = next.saturating_add(1);
            next
        });
    }
    let number = |who: &str| numbers.get(who).copied().unwrap_or(0);
    let mut calibration: Vec<Calibration> =
        answered.into_iter().map(|(seat, said)| Calibration { reviewer: number(&seat.to_string()), said }).collect();
    calibration.sort_by(|one, other| (&one.said.case, one.reviewer).cmp(&(&other.said.case, other.reviewer)));
    let pairs = vault.verdict_pairs()?;
    let pairs = pairs.iter().map(|(first, second, n)| PairRow { first: verdict(first), second: verdict(second), n: *n });
    let rubric = vault.method_in_use()?;
    let digest = hex(&vault.rubric(&rubric)?.digest());
    let about = About::of((rubric, digest), (typed, selection.is_narrowed()), now, OnVerdict::read(vault)?.questions_below);
    let reviews = found.into_iter().map(|(who, row)| ReviewRow { reviewer: number(&who), ..row }).collect();
    Ok(Snapshot { about, frame: cut.frame, reviews, calibration, pairs: pairs.collect() })
}

/// A snapshot read from its file: every digest holds.
#[derive(Debug)]
pub struct Frozen {
    snapshot: Snapshot,
    digest: String,
    embedded: Vec<u8>,
}

/// What a second calculation does otherwise.
#[derive(Debug, Clone, Default)]
pub struct Rerun {
    /// Codes of sources whose orders are left out.
    pub without_sources: Vec<String>,
    /// Numbers of reviewers whose items count as unreviewed.
    pub without_reviewers: Vec<u32>,
    /// Folder of another version of the method, by which the stored answers are judged.
    pub rules: Option<PathBuf>,
    /// Table of other verdicts.
    pub verdicts: Option<PathBuf>,
    /// Table of another calibration.
    pub calibration: Option<PathBuf>,
}

fn fault(path: &Path, code: Code, more: &[(&str, String)]) -> Error {
    let mut params = BTreeMap::from([("name".to_owned(), file_name(path))]);
    params.extend(more.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
    Error::File { code, params }
}

// A part is named with its line, where it has lines: data/orders.csv:3.
fn damaged(path: &Path, part: &str, line: u64) -> Error {
    let part = if line == 0 { part.to_owned() } else { format!("{part}:{line}") };
    fault(path, Code::SnapshotDamaged, &[("part", part)])
}

/// Reads a snapshot and checks every digest in it. Needs no vault.
pub fn frozen(path: &Path) -> Result<Frozen> {
    let file = File::open(path).map_err(|_| fault(path, Code::FileUnreadable, &[]))?;
    let mut files = unpack(BufReader::new(file), Bounds::USUAL).map_err(|refused| match refused {
        frozen::Refused::NoArchive => fault(path, Code::SnapshotForeign, &[]),
        frozen::Refused::Damaged(part) => damaged(path, &part, 0),
        frozen::Refused::TooLarge => fault(path, Code::SnapshotTooLarge, &[]),
    })?;
    let (snapshot, digest) = read(&files).map_err(|refused| match refused {
        Refused::Foreign => fault(path, Code::SnapshotForeign, &[]),
        Refused::Missing(part) | Refused::Unnamed(part) | Refused::Altered(part) => damaged(path, &part, 0),
        Refused::Malformed(part, line) => damaged(path, &part, line),
    })?;
    let embedded = files.remove(RESULTS).unwrap_or_default();
    Ok(Frozen { snapshot, digest, embedded })
}

impl Frozen {
    /// Returns its figures, computed anew, as the document whose bytes are those of its own results.
    #[must_use]
    pub fn results(&self) -> Value {
        self.snapshot.document()
    }

    /// Tells what it says of itself, and whether its figures come out as it tells them.
    #[must_use]
    pub fn told(&self) -> SnapshotTold {
        let about = &self.snapshot.about;
        SnapshotTold {
            digest: self.digest.clone(),
            app: about.app.clone(),
            methodology: about.rubric.clone(),
            filter: about.filter.clone(),
            as_of: crate::utc(about.now),
            same: self.snapshot.results() == self.embedded,
        }
    }

    /// Returns its figures, computed anew.
    #[must_use]
    pub fn profile(&self) -> Profile {
        let about = &self.snapshot.about;
        wired(&self.snapshot.measured(), about.rubric.clone(), about.questions_below.clone(), None)
    }

    /// Computes it otherwise and tells every difference. Reviewers are left out first; then come the rules, other verdicts, another calibration, and
    /// last the sources that are left out.
    pub fn rerun(self, asked: &Rerun) -> Result<SnapshotRerun> {
        let told = self.told();
        let old: Value = serde_json::from_slice(&self.embedded).unwrap_or(Value::Null);
        let mut snapshot = self.snapshot;
        let mut steps = vec![(Why::Program, parsed(&snapshot.results()))];
        let mut step = |why: Why, snapshot: &Snapshot| steps.push((why, parsed(&snapshot.results())));
        for reviewer in &asked.without_reviewers {
            snapshot = without_reviewer(snapshot, *reviewer);
            step(Why::Reviewer(*reviewer), &snapshot);
        }
        if let Some(folder) = &asked.rules {
            let rubric = rules(folder)?;
            snapshot = judged_by(snapshot, &rubric);
            step(Why::Rules(rubric.version().to_owned()), &snapshot);
        }
        if let Some(path) = &asked.verdicts {
            let verdicts = read_verdicts(&beside(path)?).map_err(|line| damaged(path, &file_name(path), line))?;
            if verdicts.keys().any(|item| *item as usize >= snapshot.frame.items.len()) {
                return Err(Error::Invalid("item"));
            }
            snapshot = with_verdicts(snapshot, &verdicts);
            step(Why::Verdicts, &snapshot);
        }
        if let Some(path) = &asked.calibration {
            let calibration = read_calibration(&beside(path)?).map_err(|line| damaged(path, &file_name(path), line))?;
            snapshot = Snapshot { calibration, ..snapshot };
            step(Why::Calibration, &snapshot);
        }
        // Last, since items are then numbered anew, and what is given names them as the snapshot does.
        for source in &asked.without_sources {
            if !LEARNED_HOW.contains(&source.as_str()) {
                return Err(Error::Invalid("source"));
            }
            snapshot = without_source(snapshot, source);
            step(Why::Source(source.clone()), &snapshot);
        }
        let differences = differences(&old, &steps).into_iter().map(|found| SnapshotDifference {
            of: found.of,
            field: found.field,
            old: found.old,
            new: found.new,
            why: found.why.into_iter().map(wire_why).collect(),
        });
        let differences = differences.collect();
        let about = &snapshot.about;
        let profile = wired(&snapshot.measured(), about.rubric.clone(), about.questions_below.clone(), None);
        Ok(SnapshotRerun { snapshot: told, differences, profile })
    }
}

// Both sides of a comparison are read from bytes: a number is then what was written.
fn parsed(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or(Value::Null)
}

fn wire_why(why: Why) -> SnapshotWhy {
    let (code, which) = match why {
        Why::Program => ("program", String::new()),
        Why::Source(source) => ("source", source),
        Why::Reviewer(number) => ("reviewer", number.to_string()),
        Why::Rules(version) => ("rules", version),
        Why::Verdicts => ("verdicts", String::new()),
        Why::Calibration => ("calibration", String::new()),
    };
    SnapshotWhy { code: code.to_owned(), which }
}

fn beside(path: &Path) -> Result<Vec<u8>> {
    let unreadable = || fault(path, Code::FileUnreadable, &[]);
    let about = std::fs::metadata(path).map_err(|_| unreadable())?;
    if about.len() > BESIDE_BYTES_MAX {
        return Err(fault(path, Code::FileTooLarge, &[("limit", BESIDE_BYTES_MAX.to_string())]));
    }
    std::fs::read(path).map_err(|_| unreadable())
}

// Whether it was adopted anywhere is the business of whoever contests; that its rules leave no hole is ours.
fn rules(folder: &Path) -> Result<Rubric> {
    let files = super::methods::texts_of_folder(folder)?;
    Rubric::of_texts(files).map_err(|_| Error::Invalid("rules"))
}

#[cfg(test)]
mod tests;
