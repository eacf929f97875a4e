//! Records of any kind: listed, shown, added and amended by the description of their kind.

use super::desk::ledger_line;
use super::orders::{moment, wire_time};
use super::wire::{
    FactView, FieldInfo, FieldValue, KindInfo, Kinds, LinkLabel, Nothing, RecordAsk, RecordChoiceList, RecordChoices,
    RecordDetail, RecordSave, RecordView, RecordsAsk, RecordsPage, Saved,
};
use super::{App, seq_of, small, trilingual};
use crate::error::{Error, Result};
use crate::id::Id;
use crate::model::kinds::{Field, Fields, Hand, Held, KINDS, Kind, Shape};
use crate::model::rules::{Holds, held_at};
use crate::model::terms::meets_threshold;
use crate::model::time::{ASTANA, Basis, Moment};
use crate::store::{Event, Record, Vault, Wanted};
use std::collections::BTreeMap;

const PAGE_MAX: u32 = 500;
const LINKED_MAX: usize = 200;
const CHOICES_MAX: usize = 20;

fn kind(name: &str) -> Result<&'static Kind> {
    Kind::named(name).ok_or(Error::Invalid("kind"))
}

pub(super) fn kinds(_: &App, _: Nothing) -> Result<Kinds> {
    let field = |f: &Field| {
        let owned = |values: &[&str], but: &str| values.iter().filter(|v| **v != but).map(|v| (*v).to_owned()).collect();
        let (shape, values, unset, kind) = match f.shape {
            Shape::Text => ("text", Vec::new(), "", ""),
            Shape::Long => ("long", Vec::new(), "", ""),
            Shape::Code(values, unset) => ("code", owned(values, unset), unset, ""),
            Shape::Codes(values) => ("codes", owned(values, ""), "", ""),
            Shape::Number => ("number", Vec::new(), "", ""),
            Shape::Moment => ("moment", Vec::new(), "", ""),
            Shape::Link(to) => ("link", Vec::new(), "", to),
            Shape::About => ("about", Vec::new(), "", ""),
            Shape::Mark => ("mark", Vec::new(), "", ""),
        };
        FieldInfo {
            name: f.name.to_owned(),
            shape: shape.to_owned(),
            values,
            unset: unset.to_owned(),
            kind: kind.to_owned(),
            sealed: f.sealed,
            needed: f.needed,
        }
    };
    let kinds = KINDS.iter().map(|kind| KindInfo {
        name: kind.name.to_owned(),
        prefix: kind.prefix.to_owned(),
        title: kind.title.iter().map(|t| (*t).to_owned()).collect(),
        fields: kind.fields.iter().filter(|f| f.hand == Hand::Person).map(field).collect(),
    });
    Ok(Kinds { kinds: kinds.collect() })
}

/// Puts what a field holds on the wire.
pub(super) fn field_value(held: &Held) -> Option<FieldValue> {
    Some(match held {
        Held::Nothing => return None,
        Held::Text(t) => FieldValue::Text(t.clone()),
        Held::Codes(codes) => FieldValue::Codes(codes.clone()),
        Held::Number(n) => FieldValue::Number(*n),
        Held::Moment(m) => FieldValue::Time(wire_time(m)),
        Held::Link(id) => FieldValue::Text(id.to_string()),
        Held::Mark => FieldValue::Mark(true),
    })
}

/// Takes what a field shall hold from the wire. Whatever says nothing becomes nothing, so that one state has one spelling.
pub(super) fn held_of(vault: &Vault, field: &Field, value: Option<&FieldValue>) -> Result<Held> {
    let Some(value) = value else { return Ok(Held::Nothing) };
    let bad = || Error::Invalid(field.name);
    Ok(match (field.shape, value) {
        (Shape::Code(_, unset), FieldValue::Text(code)) if code == unset || code.is_empty() => Held::Nothing,
        (Shape::Code(..), FieldValue::Text(code)) => Held::Text(code.clone()),
        (Shape::Text, FieldValue::Text(text)) => some_text(&text.split_whitespace().collect::<Vec<_>>().join(" ")),
        (Shape::Long, FieldValue::Text(text)) => some_text(text.trim()),
        (Shape::Codes(values), FieldValue::Codes(codes)) => {
            if !codes.iter().all(|c| values.contains(&c.as_str())) {
                return Err(bad());
            }
            let codes: Vec<String> = values.iter().filter(|v| codes.iter().any(|c| c == *v)).map(|v| (*v).to_owned()).collect();
            if codes.is_empty() { Held::Nothing } else { Held::Codes(codes) }
        }
        (Shape::Number, FieldValue::Number(n)) => Held::Number(*n),
        (Shape::Moment, FieldValue::Time(time)) => {
            let moment = moment(time, field.name)?;
            if moment.bounds().is_some() { Held::Moment(moment) } else { Held::Nothing }
        }
        (Shape::Mark, FieldValue::Mark(set)) => {
            if *set {
                Held::Mark
            } else {
                Held::Nothing
            }
        }
        (Shape::Link(_) | Shape::About, FieldValue::Text(text)) if text.trim().is_empty() => Held::Nothing,
        (Shape::Link(to), FieldValue::Text(text)) => {
            let to = Kind::named(to).ok_or_else(bad)?;
            Held::Link(vault.find_record(to, text).map_err(|_| bad())?)
        }
        (Shape::About, FieldValue::Text(text)) => Held::Link(text.parse::<Id>().map_err(|_| bad())?),
        _ => return Err(bad()),
    })
}

fn some_text(text: &str) -> Held {
    if text.is_empty() { Held::Nothing } else { Held::Text(text.to_owned()) }
}

// Labels of one reply, each read once.
struct Labels<'v> {
    vault: &'v Vault,
    known: BTreeMap<Id, LinkLabel>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sealed {
    Shown,
    LeftOut,
}

impl Labels<'_> {
    fn of(&mut self, kind: &Kind, id: &Id) -> Result<LinkLabel> {
        if let Some(label) = self.known.get(id) {
            return Ok(label.clone());
        }
        let label = trilingual(&self.vault.label(kind, id)?);
        let label = LinkLabel { kind: kind.name.to_owned(), id: id.to_string(), label };
        self.known.insert(*id, label.clone());
        Ok(label)
    }

    // What is sealed goes to the window only with the one record that a person opened.
    fn view(&mut self, kind: &'static Kind, record: &Record, sealed: Sealed) -> Result<RecordView> {
        let mut fields = BTreeMap::new();
        let mut links = BTreeMap::new();
        let shown = |f: &&Field| f.hand == Hand::Person && (sealed == Sealed::Shown || !f.sealed);
        for field in kind.fields.iter().filter(shown) {
            let Some(held) = record.fields.get(field.name) else { continue };
            if let Held::Link(id) = held {
                let to = match field.shape {
                    Shape::Link(to) => Kind::named(to),
                    _ => self.vault.kind_of(id).ok(),
                };
                if let Some(to) = to {
                    links.insert(field.name.to_owned(), self.of(to, id)?);
                }
            }
            if let Some(value) = field_value(held) {
                fields.insert(field.name.to_owned(), value);
            }
        }
        let reference = match record.fields.get("reference") {
            Some(Held::Text(reference)) => reference.clone(),
            _ => String::new(),
        };
        Ok(RecordView {
            kind: kind.name.to_owned(),
            id: record.id.to_string(),
            reference,
            label: self.of(kind, &record.id)?.label,
            fields,
            links,
            findings: findings(self.vault, kind, record)?.into_iter().map(str::to_owned).collect(),
        })
    }
}

/// What the rules of the domain find in a record. Codes; a finding is a statement about the register, never a stored field.
fn findings(vault: &Vault, kind: &Kind, record: &Record) -> Result<Vec<&'static str>> {
    let mut found = Vec::new();
    let now = Moment::exact(vault.env().clock.now_seconds(), ASTANA, Basis::Observed);
    match kind.name {
        // Article 9 of the Law on Online Platforms of 10 July 2023: above the threshold, and not exempt, a platform appoints one.
        "platforms" if needs_representative(vault, record)? => {
            let appointments = children(vault, "representatives", "platform", &record.id)?;
            let serving: Vec<Holds> =
                appointments.iter().map(|a| held_at(time(a, "appointed"), time(a, "ended"), true, &now)).collect();
            if !serving.contains(&Holds::Yes) {
                found.push(if serving.contains(&Holds::Unknown) { "representative_unsure" } else { "no_representative" });
            }
        }
        "provisions" => {
            let versions = children(vault, "provision_versions", "provision", &record.id)?;
            let in_force =
                versions.iter().filter(|v| held_at(time(v, "in_force_from"), time(v, "in_force_to"), true, &now) == Holds::Yes);
            match in_force.count() {
                0 if versions.is_empty() => found.push("no_version"),
                0 => found.push("no_version_in_force"),
                1 => {}
                _ => found.push("two_versions_in_force"),
            }
        }
        "tasks" | "proceedings" => {
            let done = time(record, "done").or_else(|| time(record, "decided")).is_some();
            let due = time(record, "due").and_then(Moment::bounds);
            if let (false, Some((earliest, latest)), Some((now, _))) = (done, due, now.bounds()) {
                if latest < now {
                    found.push("overdue");
                } else if earliest < now + 3 * 86_400 {
                    found.push("due_soon");
                }
            }
        }
        "items" if record.fields.contains_key("stub") => found.push("stub"),
        "orders" => {
            if record.fields.contains_key("withdrawn") {
                found.push("withdrawn");
            }
            if let Some(Held::Moment(issued)) = record.fields.get("issued") {
                found.extend(citation_findings(vault, &record.id, issued)?);
            }
        }
        _ => {}
    }
    Ok(found)
}

fn needs_representative(vault: &Vault, platform: &Record) -> Result<bool> {
    if matches!(platform.fields.get("exemption"), Some(Held::Text(e)) if e != "none") {
        return Ok(false);
    }
    let measures = children(vault, "audience_measures", "platform", &platform.id)?;
    let text = |r: &Record, name: &str| match r.fields.get(name) {
        Some(Held::Text(t)) => t.clone(),
        _ => String::new(),
    };
    // Newest first here, oldest first there: of two measures of one period the later recorded one decides.
    let measures: Vec<(i64, String, String)> =
        measures.iter().rev().map(|m| (matches_number(m, "value"), text(m, "unit"), text(m, "period"))).collect();
    let (meets, _) = meets_threshold(measures.iter().map(|(v, u, p)| (*v, u.as_str(), p.as_str())));
    Ok(meets == "yes")
}

fn matches_number(record: &Record, name: &str) -> i64 {
    match record.fields.get(name) {
        Some(Held::Number(n)) => *n,
        _ => 0,
    }
}

fn citation_findings(vault: &Vault, order: &Id, issued: &Moment) -> Result<Vec<&'static str>> {
    let mut found = Vec::new();
    for citation in children(vault, "order_provisions", "order", order)? {
        let Some(Held::Link(provision)) = citation.fields.get("provision") else { continue };
        match version_at(vault, provision, issued)? {
            (Holds::No, _) => found.push("provision_not_in_force"),
            (Holds::Unknown, _) => found.push("provision_force_unsure"),
            (Holds::Yes, _) => {}
        }
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Returns the version of a provision that was in force at a moment. `No` says that its recorded versions leave that moment out for
/// certain; where no version is recorded at all nothing is known.
pub(super) fn version_at(vault: &Vault, provision: &Id, when: &Moment) -> Result<(Holds, Option<Id>)> {
    let versions = children(vault, "provision_versions", "provision", provision)?;
    let mut unsure = versions.is_empty();
    for version in &versions {
        match held_at(time(version, "in_force_from"), time(version, "in_force_to"), true, when) {
            Holds::Yes => return Ok((Holds::Yes, Some(version.id))),
            Holds::Unknown => unsure = true,
            Holds::No => {}
        }
    }
    Ok((if unsure { Holds::Unknown } else { Holds::No }, None))
}

fn time<'r>(record: &'r Record, name: &str) -> Option<&'r Moment> {
    match record.fields.get(name) {
        Some(Held::Moment(m)) => Some(m),
        _ => None,
    }
}

fn children(vault: &Vault, kind: &str, field: &str, of: &Id) -> Result<Vec<Record>> {
    let kind = Kind::named(kind).ok_or(Error::Inside("a kind of record is gone"))?;
    Ok(vault.records(kind, &Wanted { about: Some((field, *of)), limit: LINKED_MAX, ..Wanted::default() })?.1)
}

pub(super) fn records_list(app: &App, args: RecordsAsk) -> Result<RecordsPage> {
    let vault = app.vault()?;
    let kind = kind(&args.kind)?;
    let wanted = Wanted {
        about: None,
        words: &args.words,
        offset: usize::try_from(args.offset).unwrap_or(usize::MAX),
        limit: usize::try_from(args.limit.min(PAGE_MAX)).unwrap_or(0),
    };
    let (total, rows) = vault.records(kind, &wanted)?;
    let mut labels = Labels { vault: &vault, known: BTreeMap::new() };
    let rows = rows.iter().map(|r| labels.view(kind, r, Sealed::LeftOut)).collect::<Result<_>>()?;
    Ok(RecordsPage { kind: kind.name.to_owned(), by: String::new(), total: small(total), rows })
}

pub(super) fn record_show(app: &App, args: RecordAsk) -> Result<RecordDetail> {
    let vault = app.vault()?;
    let kind = kind(&args.kind)?;
    let id = vault.find_record(kind, &args.id)?;
    let mut labels = Labels { vault: &vault, known: BTreeMap::new() };
    let mut linked = Vec::new();
    for other in KINDS.iter().filter(|k| k.name != "facts") {
        for field in other.fields.iter().filter(|f| f.shape == Shape::Link(kind.name)) {
            let wanted = Wanted { about: Some((field.name, id)), limit: LINKED_MAX, ..Wanted::default() };
            let (total, rows) = vault.records(other, &wanted)?;
            if total > 0 {
                let rows = rows.iter().map(|r| labels.view(other, r, Sealed::LeftOut)).collect::<Result<_>>()?;
                linked.push(RecordsPage { kind: other.name.to_owned(), by: field.name.to_owned(), total: small(total), rows });
            }
        }
    }
    let text = |r: &Record, name: &str| match r.fields.get(name) {
        Some(Held::Text(t)) => t.clone(),
        _ => String::new(),
    };
    let facts = children(&vault, "facts", "subject", &id)?.into_iter().map(|fact| FactView {
        id: fact.id.to_string(),
        field: text(&fact, "field"),
        confidence: if text(&fact, "confidence").is_empty() { "unknown".to_owned() } else { text(&fact, "confidence") },
        exhibits: text(&fact, "exhibits"),
        note: text(&fact, "note"),
    });
    Ok(RecordDetail {
        record: labels.view(kind, &vault.record(kind, &id)?, Sealed::Shown)?,
        facts: facts.collect(),
        linked,
        history: vault.history_of(&id)?.iter().map(ledger_line).collect(),
    })
}

pub(super) fn record_save(app: &App, args: RecordSave) -> Result<Saved> {
    let vault = app.vault()?;
    let kind = kind(&args.kind)?;
    let mut fields = Fields::new();
    for (name, value) in &args.fields {
        let field = kind.field(name).filter(|f| f.hand == Hand::Person).ok_or(Error::Invalid("field"))?;
        fields.insert(field.name, held_of(&vault, field, value.as_ref())?);
    }
    let known = if args.id.is_empty() { None } else { Some(vault.find_record(kind, &args.id)?) };
    let mut change = vault.begin()?;
    let (id, event) = match known {
        Some(id) => {
            change.amend_record(kind, &id, fields)?;
            (id, Event::RecordAmended)
        }
        None => {
            fields.retain(|_, held| !held.is_nothing());
            (change.add_record(kind, fields)?.0, Event::RecordAdded)
        }
    };
    let seq = change.commit(event, &id)?;
    app.changed(&[topic(kind.name), "complaints", "records", "ledger"]);
    let reference = match vault.record(kind, &id)?.fields.get("reference") {
        Some(Held::Text(reference)) => reference.clone(),
        _ => String::new(),
    };
    Ok(Saved { id: id.to_string(), reference, seq: seq_of(seq) })
}

// What else goes stale with a kind.
fn topic(kind: &str) -> &'static str {
    match kind {
        "platforms" | "audience_measures" | "representatives" => "platforms",
        _ => "orders",
    }
}

pub(super) fn record_choices(app: &App, args: RecordChoices) -> Result<RecordChoiceList> {
    let vault = app.vault()?;
    let kind = kind(&args.kind)?;
    let (_, rows) = vault.records(kind, &Wanted { words: &args.words, limit: CHOICES_MAX, ..Wanted::default() })?;
    let mut labels = Labels { vault: &vault, known: BTreeMap::new() };
    Ok(RecordChoiceList { rows: rows.iter().map(|r| labels.of(kind, &r.id)).collect::<Result<_>>()? })
}
