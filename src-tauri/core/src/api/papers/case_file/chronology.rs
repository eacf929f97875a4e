//! Every moment of a case that is on record, and those that are not.

use super::around::{Around, ItemAround};
use super::exhibits::Exhibits;
use super::seen::{Shown, may, told};
use crate::api::small;
use crate::id::Id;
use crate::model::kinds::{self, Held, Kind, Shape};
use crate::model::time::Moment;
use crate::papers::case_file::{Told, Untold, When, in_order, spans};
use crate::store::Record;
use std::collections::BTreeMap;

/// The end of the 24-hour term, which is computed and stands in no field.
pub(super) const TERM: &str = "term";

/// Moments that somebody reading the case would ask for: where they are not known, that is said.
const ASKED: [(&str, &[&str]); 6] = [
    ("orders", &["issued", "received", "learned"]),
    ("complaints", &["filed", "decided"]),
    ("expert_decisions", &["requested", "decided"]),
    ("items", &["posted"]),
    ("order_items", &["complied", "last_seen_up", "first_seen_down", "author_notice"]),
    ("proceedings", &["filed"]),
];

/// A moment before it is put in order: as it is on record, with the words of its exhibits.
struct Found {
    what: String,
    of: String,
    places: Vec<u32>,
    moment: Moment,
    confidence: String,
    reference: String,
    span_of: u32,
}

/// The records of a case that moments stand in, but for its items.
fn records(around: &Around) -> Vec<(&'static Kind, &Record, String)> {
    let reference = |record: &Record| match record.fields.get("reference") {
        Some(Held::Text(reference)) => reference.clone(),
        _ => String::new(),
    };
    let source = |record: &Record| match record.fields.get("list") {
        Some(Held::Text(list)) => list.clone(),
        _ => String::new(),
    };
    let mut found = vec![(&kinds::ORDERS, &around.order, String::new())];
    found.extend(around.complaints.iter().map(|record| (&kinds::COMPLAINTS, record, reference(record))));
    found.extend(around.experts.iter().map(|record| (&kinds::EXPERT_DECISIONS, record, reference(record))));
    found.extend(around.sources.iter().map(|record| (&kinds::ORDER_SOURCES, record, source(record))));
    found.extend(around.proceedings.iter().map(|record| (&kinds::PROCEEDINGS, record, reference(record))));
    found
}

fn moments(kind: &'static Kind) -> impl Iterator<Item = &'static str> {
    kind.fields.iter().filter(|field| field.shape == Shape::Moment).map(|field| field.name)
}

fn held<'r>(record: &'r Record, field: &str) -> Option<&'r Moment> {
    match record.fields.get(field) {
        Some(Held::Moment(moment)) if moment.bounds().is_some() => Some(moment),
        _ => None,
    }
}

/// Tells every known moment in order. What cannot be put in order is said to be so by the bounds on record, whatever the reader may see.
pub(super) fn chronology(around: &Around, exhibits: &mut Exhibits) -> Vec<Told> {
    let mut found = Vec::new();
    for (kind, record, of) in records(around) {
        found.extend(moments(kind).filter_map(|field| one(around, kind, record, field, &of)));
    }
    if let Some(received) = held(&around.order, "received") {
        let moment = received.deadline();
        found.push(bare(TERM.to_owned(), moment));
    }
    found.extend(of_items(around));
    let lines = found.into_iter().map(|found| Told {
        what: found.what,
        of: found.of,
        items: if around.items.len() > 1 { spans(&found.places) } else { String::new() },
        when: When { moment: found.moment, only_month: false },
        span_of: found.span_of,
        confidence: found.confidence,
        exhibits: vec![found.reference],
        overlaps: Vec::new(),
    });
    let mut lines = in_order(lines.collect());
    for line in &mut lines {
        let (kind, field) = line.what.split_once('.').unwrap_or(("orders", "received"));
        line.when = told(&line.when.moment, may(around.audience, kind, field));
        line.exhibits = line.exhibits.iter().flat_map(|reference| exhibits.cite(reference)).collect();
    }
    lines
}

fn bare(what: String, moment: Moment) -> Found {
    Found { what, of: String::new(), places: Vec::new(), moment, confidence: String::new(), reference: String::new(), span_of: 0 }
}

fn one(around: &Around, kind: &'static Kind, record: &Record, field: &str, of: &str) -> Option<Found> {
    if may(around.audience, kind.name, field) == Shown::Nothing {
        return None;
    }
    let moment = *held(record, field)?;
    let (confidence, reference) = around.fact(&record.id, field);
    Some(Found { of: of.to_owned(), confidence, reference, ..bare(format!("{}.{field}", kind.name), moment) })
}

// Moments of items: those that are the same for several stand in one line; of items without a chapter of their own only the span is told.
fn of_items(around: &Around) -> Vec<Found> {
    // The same field with the same moment that rests on the same is one line.
    let mut lines: BTreeMap<[String; 3], Found> = BTreeMap::new();
    let mut widths: BTreeMap<String, Vec<(u32, Moment)>> = BTreeMap::new();
    let ends = |item: &ItemAround| [(&kinds::ITEMS, item.item.id), (&kinds::ORDER_ITEMS, item.id)];
    for item in &around.items {
        for ((kind, id), record) in ends(item).into_iter().zip([&item.item, &item.applied]) {
            for field in moments(kind).filter(|_| !item.is_stub() || kind.name == "order_items") {
                let Some(found) = one(around, kind, record, field, "") else { continue };
                if item.has_chapter {
                    let key = [found.what.clone(), told_as(&found.moment), weight(around, &id, field)];
                    lines.entry(key).or_insert(found).places.push(item.place);
                } else {
                    widths.entry(found.what.clone()).or_default().push((item.place, found.moment));
                }
            }
        }
    }
    let mut found: Vec<Found> = lines.into_values().collect();
    found.extend(widths.into_iter().filter_map(|(what, told)| span(what, &told)));
    found
}

fn told_as(moment: &Moment) -> String {
    let Moment { earliest, latest, precision, offset_minutes, basis } = moment;
    // Padded, so that the lines come in the order of time.
    let second = |end: &Option<i64>| format!("{:020}", end.unwrap_or_default());
    format!("{} {} {} {offset_minutes} {}", second(earliest), second(latest), precision.code(), basis.code())
}

fn weight(around: &Around, id: &Id, field: &str) -> String {
    let (confidence, exhibits) = around.fact(id, field);
    format!("{confidence}\n{exhibits}")
}

fn span(what: String, told: &[(u32, Moment)]) -> Option<Found> {
    let (_, first) = told.first()?;
    let same = told.iter().all(|(_, moment)| moment == first);
    let moment = Moment {
        earliest: told.iter().filter_map(|(_, moment)| moment.earliest).min(),
        latest: told.iter().filter_map(|(_, moment)| moment.latest).max(),
        precision: if same { first.precision } else { crate::model::time::Precision::Unknown },
        ..*first
    };
    let places = told.iter().map(|(place, _)| *place).collect();
    Some(Found { places, span_of: if same { 0 } else { small(told.len()) }, ..bare(what, moment) })
}

/// Lists the moments that a reader would ask for and that are not on record.
pub(super) fn untold(around: &Around) -> Vec<Untold> {
    let asked = |kind: &str| ASKED.iter().find(|(name, _)| *name == kind).map_or(&[][..], |(_, fields)| fields);
    let mut missing = Vec::new();
    for (kind, record, of) in records(around) {
        let fields = asked(kind.name).iter().filter(|field| held(record, field).is_none());
        missing.extend(fields.map(|field| Untold { what: format!("{}.{field}", kind.name), of: of.clone(), items: 0 }));
    }
    for kind in [&kinds::ITEMS, &kinds::ORDER_ITEMS] {
        for field in asked(kind.name) {
            let record = |item: &ItemAround| held(if kind.name == "items" { &item.item } else { &item.applied }, field).is_none();
            let items = small(around.items.iter().filter(|item| record(item)).count());
            if items > 0 {
                missing.push(Untold { what: format!("{}.{field}", kind.name), of: String::new(), items });
            }
        }
    }
    missing
}
