//! The case file of an order: the facts that it prints, gathered from the register and held to what its readers may see.

mod around;
mod chronology;
mod exhibits;
mod judged;
mod parts;
mod seen;

#[cfg(test)]
pub(in crate::api) mod tests;

use super::{Asked, Kind, Made, NEEDS_ORDER, TextForm, TextOf};
use crate::api::desk::Words;
use crate::error::{Error, Result};
use crate::model::audience::Audience;
use crate::papers::case_file::{CaseFile, Element, Entry, Item, compose, empty};
use crate::store::{Vault, hex};
use around::Around;
use judged::Methods;
use seen::{Shown, may};
use sha2::{Digest, Sha256};

pub(super) const KIND: Kind = Kind {
    code: "case_file",
    formats: &["pdf", "docx"],
    audiences: &Audience::ALL,
    subject_kind: "orders",
    filtered: false,
    limit: 0,
    texts: &[
        TextOf { name: "summary", form: TextForm::Long },
        TextOf { name: "legal-argument", form: TextForm::Long },
        TextOf { name: "relief-sought", form: TextForm::Long },
        TextOf { name: "route", form: TextForm::Long },
        TextOf { name: "term-for-claim", form: TextForm::Day },
        TextOf { name: "translator-statement", form: TextForm::Long },
        TextOf { name: "reply-asked-on", form: TextForm::Day },
        TextOf { name: "reply-answered-on", form: TextForm::Day },
        TextOf { name: "reply", form: TextForm::Long },
        TextOf { name: "certified-copy", form: TextForm::Line },
        TextOf { name: "signature", form: TextForm::Line },
    ],
    make,
};

fn make(asked: &Asked) -> Result<Made> {
    let organisation = asked.vault.setting("organisation")?;
    let Some(order) = asked.subject else {
        // Until an order is chosen the page says how to choose one.
        let document = empty(&organisation, &asked.day, &asked.texts);
        return Ok(Made { document, snapshot: String::new(), refused: NEEDS_ORDER });
    };
    let mut facts = gather(asked.vault, &order, asked.audience)?;
    facts.day.clone_from(&asked.day);
    facts.written.clone_from(&asked.written);
    Ok(Made { document: compose(&facts, &asked.texts), snapshot: facts.snapshot, refused: "" })
}

/// Gathers what the case file of an order says to an audience. The same facts serve all three languages.
fn gather(vault: &Vault, id: &crate::id::Id, audience: Audience) -> Result<CaseFile> {
    let around = Around::read(vault, id, audience)?;
    let order = vault.order(id)?;
    let names = Words::of(vault)?;
    let now = vault.env().clock.now_seconds();
    let mut exhibits = exhibits::exhibits_of(vault, &around, (id, audience))?;
    let mut methods = Methods::of(vault);
    // In the order of the paper: what is named first is numbered first.
    let chronology = chronology::chronology(&around, &mut exhibits);
    let said = parts::order(vault, &around, &names, (now, &mut exhibits))?;
    let elements: Vec<Element> = judged::elements(vault, &around, &order, &mut methods, &mut exhibits)?;
    let (mut items, mut rest): (Vec<Item>, Vec<Item>) = (Vec::new(), Vec::new());
    for item in &around.items {
        let told = parts::item(&around, item, now);
        if item.has_chapter {
            let settled = judged::settled(&around, item, &mut methods)?;
            items.push(Item { settled, answers: judged::answers(&around, item, &mut methods, &mut exhibits)?, ..told });
        } else {
            rest.push(told);
        }
    }
    let opinions = parts::opinions(&around, &mut exhibits);
    let version = vault.method_in_use()?;
    let in_use = methods.version(&version)?;
    let (ledger_size, root, _) = vault.ledger_state()?;
    let shown = |kind: &str, field: &str| may(audience, kind, field) == Shown::Whole;
    let (exhibits, left) = if shown("facts", "exhibits") {
        let mut listed = exhibits.into_list();
        let left = exhibits::with_pictures(vault, (id, audience), &mut listed)?;
        (listed, left)
    } else {
        (Vec::new(), exhibits::Left::default())
    };
    let mut facts = CaseFile {
        audience,
        organisation: vault.setting("organisation")?,
        prepared_by: if shown("ledger", "actor") { vault.setting("actor")? } else { String::new() },
        day: String::new(),
        is_example: vault.setting("example")? == "yes",
        order: said,
        complaints: parts::complaints(&around),
        people: parts::people(vault, &around)?,
        chronology,
        untold: chronology::untold(&around),
        elements,
        findings: judged::findings(&around),
        items,
        rest,
        pairs: parts::pairs(vault, &around)?,
        opinions,
        decision: parts::decision(&around),
        proceedings: parts::proceedings(&around),
        exhibits,
        pictures_left: left.too_many,
        pictures_unfit: left.unfit,
        entries: entries(vault, &around)?,
        ledger_size,
        ledger_root: hex(&root),
        rubric: version,
        rubric_digest: hex(&in_use.digest()),
        rubrics: methods.versions().map(|(version, rubric)| (version.clone(), hex(&rubric.digest()))).collect(),
        withheld: parts::withheld(&around),
        snapshot: String::new(),
        written: std::collections::BTreeMap::new(),
    };
    facts.snapshot = snapshot(&facts)?;
    Ok(facts)
}

fn entries(vault: &Vault, around: &Around) -> Result<Vec<Entry>> {
    let shown = may(around.audience, "ledger", "recorded_at") == Shown::Whole;
    let entry = |line: crate::store::Line| Entry {
        seq: line.seq,
        at: shown.then(|| line.recorded_at.div_euclid(1_000_000)),
        kind: line.kind,
        leaf: hex(&line.leaf),
    };
    Ok(vault.history_of(&around.id)?.into_iter().map(entry).collect())
}

// What the paper is made of, without day, language and ledger: papers with the same snapshot say the same.
fn snapshot(facts: &CaseFile) -> Result<String> {
    let canonical = serde_json::to_vec(&(facts.audience.code(), facts)).map_err(|_| Error::Inside("writing a snapshot"))?;
    Ok(hex(&Sha256::digest(canonical)))
}
