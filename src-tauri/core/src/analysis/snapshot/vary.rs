//! A snapshot told otherwise: without a source or a reviewer, with other verdicts, another calibration, another rule over the stored answers. For the
//! expert of the other side, who sees figure by figure what each of these changes.

use super::rows::Rows;
use super::{Calibration, Cut, Place, ReviewRow, Snapshot};
use crate::analysis::frame::{Code, Frame, JudgedRow, code_of};
use crate::analysis::profile::Selection;
use crate::model::rubric::Rubric;
use crate::model::settle::{Reading, settle};
use crate::model::terms::{LEARNED_HOW, VERDICTS};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What made a figure another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// This program counts otherwise than the one that wrote the snapshot.
    Program,
    /// Orders of a source were left out.
    Source(String),
    /// Items that a reviewer judged count as unreviewed.
    Reviewer(u32),
    /// Another rule over the stored answers: its version.
    Rules(String),
    /// Other verdicts.
    Verdicts,
    /// Another calibration.
    Calibration,
}

/// One number that is another.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Figure, or table with row and column, or step of the flow.
    pub of: String,
    /// Which of its numbers.
    pub field: String,
    /// As it stands in the snapshot; null where it is not there.
    pub old: Value,
    /// As it comes out now.
    pub new: Value,
    /// What changed it, in the order of what was done.
    pub why: Vec<Why>,
}

/// Leaves out the orders that one source told of.
#[must_use]
pub fn without_source(snapshot: Snapshot, source: &str) -> Snapshot {
    let code = code_of(&LEARNED_HOW, source);
    let kept = |order: &&crate::analysis::frame::OrderRow| order.learned_how != code;
    let rows: Vec<i64> = snapshot.frame.orders.iter().filter(kept).map(|order| order.row).collect();
    let Cut { frame, items } = Cut::of(&Selection::of_rows(&snapshot.frame, &rows));
    let moved = |review: ReviewRow| Some(ReviewRow { item: *items.get(&review.item)?, ..review });
    let reviews = snapshot.reviews.into_iter().filter_map(moved).collect();
    let about =
        super::About { narrowed: snapshot.about.narrowed || frame.orders.len() < snapshot.frame.orders.len(), ..snapshot.about };
    Snapshot { about, frame, reviews, calibration: snapshot.calibration, pairs: snapshot.pairs }
}

/// Takes back what one reviewer had a part in: such items count as unreviewed, and such calibration answers are gone. How far reviewers agree over
/// the whole register stays as it was.
#[must_use]
pub fn without_reviewer(snapshot: Snapshot, reviewer: u32) -> Snapshot {
    let Snapshot { about, frame, mut reviews, mut calibration, pairs } = snapshot;
    let judged: BTreeSet<u32> = reviews.iter().filter(|row| row.reviewer == reviewer).map(|row| row.item).collect();
    reviews.retain(|row| !judged.contains(&row.item));
    calibration.retain(|row| row.reviewer != reviewer);
    let frame = judged_anew(frame, |row| (!judged.contains(&row.item)).then(|| row.clone()));
    Snapshot { about, frame, reviews, calibration, pairs }
}

/// Puts other verdicts in the place of those that stand, for the items that are named; an empty one takes the item out of what was reviewed, and an
/// item that was not reviewed now is. What was found of the order stays.
#[must_use]
pub fn with_verdicts(snapshot: Snapshot, verdicts: &BTreeMap<u32, Option<Code>>) -> Snapshot {
    let anew = |row: &JudgedRow| match verdicts.get(&row.item) {
        None => Some(row.clone()),
        Some(None) => None,
        Some(Some(verdict)) => Some(JudgedRow { verdict: *verdict, blind: [*verdict; 2], ..row.clone() }),
    };
    let mut frame = judged_anew(snapshot.frame, anew);
    for (item, verdict) in verdicts {
        let place = u32::try_from(frame.judged.len()).unwrap_or(u32::MAX);
        let Some(row) = frame.items.get_mut(*item as usize).filter(|row| row.judged.is_none()) else { continue };
        let Some(verdict) = *verdict else { continue };
        row.judged = Some(place);
        let (reviewers, flags, defects, elements) = Default::default();
        frame.judged.push(JudgedRow { item: *item, verdict, blind: [verdict; 2], reviewers, flags, defects, elements });
    }
    Snapshot { frame, ..snapshot }
}

/// Judges the stored answers by another version of the method. An item on whose verdict two reviewers then differ, and nobody decided, is unreviewed;
/// so is one whose answers are not in the snapshot.
#[must_use]
pub fn judged_by(snapshot: Snapshot, rubric: &Rubric) -> Snapshot {
    let mut readings: BTreeMap<u32, [Option<Reading>; 3]> = BTreeMap::new();
    for review in &snapshot.reviews {
        let judged = rubric.judge(&review.answers);
        let reading = Reading { verdict: judged.verdict, subtype: judged.subtype, answers: review.answers.clone() };
        let [first, second, third] = readings.entry(review.item).or_default();
        *match review.place {
            Place::First => first,
            Place::Second => second,
            Place::Third => third,
        } = Some(reading);
    }
    let anew = |row: &JudgedRow| {
        let [Some(first), Some(second), third] = readings.get(&row.item)? else { return None };
        let settled = settle(rubric, first, second, third.as_ref());
        settled.how?;
        Some(JudgedRow {
            item: row.item,
            verdict: code_of(&VERDICTS, &settled.verdict),
            blind: [code_of(&VERDICTS, &first.verdict), code_of(&VERDICTS, &second.verdict)],
            reviewers: row.reviewers.clone(),
            flags: settled.findings.flags,
            defects: settled.findings.defects,
            elements: settled.findings.elements,
        })
    };
    Snapshot { frame: judged_anew(snapshot.frame, anew), ..snapshot }
}

fn judged_anew(frame: Frame, anew: impl Fn(&JudgedRow) -> Option<JudgedRow>) -> Frame {
    let judged: Vec<JudgedRow> = frame.judged.iter().filter_map(anew).collect();
    let places: BTreeMap<u32, u32> = judged.iter().map(|row| row.item).zip(0..).collect();
    let mut items = frame.items;
    for (place, item) in (0_u32..).zip(&mut items) {
        item.judged = places.get(&place).copied();
    }
    Frame { items, judged, ..frame }
}

/// Reads verdicts: a header `item,verdict`, then the number of an item and a verdict or nothing. Returns them by the place of the item.
///
/// # Errors
/// The line that cannot be read, from 1.
pub fn read_verdicts(bytes: &[u8]) -> Result<BTreeMap<u32, Option<Code>>, u64> {
    let mut input = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let mut verdicts = BTreeMap::new();
    for (line, record) in (1_u64..).zip(input.records()) {
        let record = record.map_err(|_| line)?;
        let mut cells = record.iter();
        let (Some(item), Some(verdict), None) = (cells.next(), cells.next(), cells.next()) else { return Err(line) };
        if line == 1 {
            if (item, verdict) == ("item", "verdict") {
                continue;
            }
            return Err(line);
        }
        let place = item.parse::<u32>().ok().and_then(|item| item.checked_sub(1)).ok_or(line)?;
        let code = VERDICTS.contains(&verdict).then(|| code_of(&VERDICTS, verdict));
        if (code.is_none() && !verdict.is_empty()) || verdicts.insert(place, code).is_some() {
            return Err(line);
        }
    }
    Ok(verdicts)
}

/// Reads answers to a calibration set, in the form of the snapshot's own table.
///
/// # Errors
/// The line that cannot be read, from 1.
pub fn read_calibration(bytes: &[u8]) -> Result<Vec<Calibration>, u64> {
    Calibration::read(bytes)
}

/// Tells what differs between figures as they were and as they come out after each thing that was done, the last being what is compared.
#[must_use]
pub fn differences(old: &Value, steps: &[(Why, Value)]) -> Vec<Difference> {
    let Some((_, last)) = steps.last() else { return Vec::new() };
    let (was, now) = (flat(old), flat(last));
    let between: Vec<BTreeMap<Key, &Value>> = steps.iter().map(|(_, step)| flat(step)).collect();
    let names: BTreeSet<&Key> = was.keys().chain(now.keys()).collect();
    let mut found = Vec::new();
    for key in names {
        let at = |told: &BTreeMap<Key, &Value>| told.get(key).map_or(Value::Null, |value| (*value).clone());
        let (first, end) = (at(&was), at(&now));
        if first == end {
            continue;
        }
        let mut before = first.clone();
        let mut why = Vec::new();
        for ((reason, _), told) in steps.iter().zip(&between) {
            let after = at(told);
            if after != before {
                why.push(reason.clone());
            }
            before = after;
        }
        found.push(Difference { of: key.1.clone(), field: key.2.clone(), old: first, new: end, why });
    }
    found
}

// Kind by its place in what is told, thing, number.
type Key = (u8, String, String);

fn flat(results: &Value) -> BTreeMap<Key, &Value> {
    let mut told = BTreeMap::new();
    let list = |name: &str| results.get(name).and_then(Value::as_array).into_iter().flatten();
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    for (step, value) in results.get("flow").and_then(Value::as_object).into_iter().flatten() {
        told.insert((0, format!("flow.{step}"), "n".to_owned()), value);
    }
    for figure in list("figures") {
        let variant = figure.get("variant").and_then(|variant| variant.get("code")).and_then(Value::as_str);
        let name = text(figure, "name");
        let name = variant.map_or_else(|| name.clone(), |variant| format!("{name}[{variant}]"));
        for (field, value) in figure.as_object().into_iter().flatten() {
            if !matches!(field.as_str(), "name" | "variant" | "caveats" | "population" | "unit") {
                told.insert((1, name.clone(), field.clone()), value);
            }
        }
    }
    for table in list("tables") {
        let names = |name: &str| table.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let counts = table.get("counts").and_then(Value::as_array).into_iter().flatten();
        for (row, counts) in names("rows").zip(counts) {
            for (column, count) in names("columns").zip(counts.as_array().into_iter().flatten()) {
                told.insert((2, format!("{}.{row}", text(table, "name")), column.to_owned()), count);
            }
        }
    }
    for (kind, plotted, place) in [(3, "curves", "hours"), (4, "series", "period")] {
        for drawn in list(plotted) {
            for point in drawn.get("points").and_then(Value::as_array).into_iter().flatten() {
                let at = point.get(place).map(Value::to_string).unwrap_or_default();
                let of = format!("{}.{}", text(drawn, "name"), at.trim_matches('"'));
                for (field, value) in point.as_object().into_iter().flatten().filter(|(field, _)| *field != place) {
                    told.insert((kind, of.clone(), field.clone()), value);
                }
            }
        }
    }
    told
}
