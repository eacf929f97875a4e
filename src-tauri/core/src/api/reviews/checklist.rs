//! The statutory checklist of an order, filled from the register, each line with the fields and provisions that it rests on.

use super::super::orders::wire_time;
use super::super::wire::{Answer, ChecklistLine, Pointer, ProvisionInForce, Trilingual};
use crate::error::{Error, Result};
use crate::id::Id;
use crate::model::kinds::{self, Held, Kind};
use crate::model::rubric::Texts;
use crate::model::statute::{Application, ExpertGroup, Facts, InForce, Law, Line, Record};
use crate::model::time::Moment;
use crate::store::{Order, Record as Kept, Vault};

/// What the register says of an order's procedure.
pub struct Filled {
    /// Answers that follow.
    pub proposed: Vec<Answer>,
    /// The checklist.
    pub lines: Vec<ChecklistLine>,
}

struct Behind {
    order: Kept,
    complaint: Option<Kept>,
    experts: Option<Kept>,
}

fn text(record: &Kept, field: &str) -> String {
    match record.fields.get(field) {
        Some(Held::Text(text)) => text.clone(),
        _ => "unknown".to_owned(),
    }
}

fn moment(record: &Kept, field: &str) -> Moment {
    match record.fields.get(field) {
        Some(Held::Moment(moment)) => *moment,
        _ => Moment::unknown(),
    }
}

/// Fills the checklist of an order.
pub fn of(vault: &Vault, id: &Id, order: &Order) -> Result<Filled> {
    let found = vault.behind(id)?;
    let read = |kind: &Kind, id: Option<Id>| id.map(|id| vault.record(kind, &id)).transpose();
    let behind = Behind {
        order: vault.record(&kinds::ORDERS, id)?,
        complaint: read(&kinds::COMPLAINTS, found.complaint)?,
        experts: read(&kinds::EXPERT_DECISIONS, found.experts)?,
    };
    let facts = Facts {
        instrument: order.instrument.clone(),
        ground: order.ground.clone(),
        names_items_by_url: order.names_items_by_url.clone(),
        reasons_level: order.reasons_level.clone(),
        issued: order.issued,
        provisions: order.provisions.clone(),
        application: behind.complaint.as_ref().map(|c| Application {
            filer_capacity: text(c, "filer_capacity"),
            signature: text(c, "signature"),
            to_expert_group: text(c, "to_expert_group"),
            extended: text(c, "extended"),
            extension_reasoned: text(c, "extension_reasoned"),
            filed: moment(c, "filed"),
        }),
        experts: behind.experts.as_ref().map(|e| ExpertGroup {
            requested: moment(e, "requested"),
            decided: moment(e, "decided"),
            conclusion: text(e, "conclusion"),
            extended: text(e, "extended"),
        }),
    };
    let law = Law::load().map_err(|_| Error::Inside("the law's data is unreadable"))?;
    let lines = law.checklist(&facts);
    let answer = |code: &str, value: &str| Answer { code: code.to_owned(), value: value.to_owned(), ..Answer::default() };
    let mut proposed: Vec<Answer> = lines.iter().filter(|l| !l.value.is_empty()).map(|l| answer(l.code, l.value)).collect();
    // Not of the statute, but the register knows it all the same.
    match (order.author_notified.as_str(), order.informs_of_appeal.as_str()) {
        ("no", _) => proposed.push(answer("B11", "LN")),
        ("yes", "yes") => proposed.push(answer("B11", "LY")),
        _ => {}
    }
    Ok(Filled { lines: lines.iter().map(|l| line(law, l, &behind)).collect(), proposed })
}

fn line(law: &Law, line: &Line, behind: &Behind) -> ChecklistLine {
    let provision = |(place, version, in_force): &(usize, usize, InForce)| {
        let provision = law.provisions().get(*place)?;
        let version = provision.versions.get(*version)?;
        Some(ProvisionInForce {
            act: texts(&provision.act),
            article: provision.article.clone(),
            summary: texts(&version.summary),
            from: version.in_force_from.clone().unwrap_or_default(),
            to: version.in_force_to.clone().unwrap_or_default(),
            in_force: in_force.code().to_owned(),
            source: version.source.clone(),
            checked: version.checked,
        })
    };
    ChecklistLine {
        code: line.code.to_owned(),
        value: line.value.to_owned(),
        why: line.why.to_owned(),
        pointers: line.fields.iter().filter_map(|(record, field)| pointer(*record, field, behind)).collect(),
        provisions: line.provisions.iter().filter_map(provision).collect(),
    }
}

fn pointer(record: Record, field: &str, behind: &Behind) -> Option<Pointer> {
    let (kind, kept) = match record {
        Record::Order => (&kinds::ORDERS, &behind.order),
        Record::Complaint => (&kinds::COMPLAINTS, behind.complaint.as_ref()?),
        Record::ExpertDecision => (&kinds::EXPERT_DECISIONS, behind.experts.as_ref()?),
    };
    let (code, time) = match kept.fields.get(field) {
        Some(Held::Text(text)) => (text.clone(), None),
        Some(Held::Moment(moment)) => (String::new(), Some(wire_time(moment))),
        _ => (String::new(), None),
    };
    Some(Pointer {
        kind: kind.name.to_owned(),
        id: kept.id.to_string(),
        reference: text(kept, "reference"),
        field: field.to_owned(),
        code,
        time,
    })
}

fn texts(t: &Texts) -> Trilingual {
    Trilingual { kk: t.kk.clone(), ru: t.ru.clone(), en: t.en.clone() }
}
