//! The questionnaire of the special procedures: the facts of one order, and of people no more than they agreed to.

use super::super::desk::local_day;
use super::{Asked, Kind, Made, NEEDS_ORDER, TextForm, TextOf, WORD_LIMIT};
use crate::error::{Error, Result};
use crate::id::Id;
use crate::model::audience::Audience;
use crate::model::consent::{Agreed, Consent, Personal, Told};
use crate::model::kinds;
use crate::papers::special_procedures::{Form, Item, Official, Order, Person, Proceeding, compose};
use crate::store::{Record, Vault, Wanted, hex};
use crate::texts::{Lang, Texts};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Items that the form lists; the rest are counted.
const ITEMS_MAX: usize = 50;
const LINKED_MAX: usize = 500;

pub(super) const KIND: Kind = Kind {
    code: "special_procedures",
    formats: &["docx", "pdf"],
    audiences: &[Audience::Lawyer, Audience::Partner],
    subject_kind: "orders",
    filtered: false,
    limit: 0,
    texts: &[
        TextOf { name: "circumstances", form: TextForm::Long },
        TextOf { name: "victim-statement", form: TextForm::Long },
        TextOf { name: "medium-orientation", form: TextForm::Long },
        TextOf { name: "perpetrator-why", form: TextForm::Long },
        TextOf { name: "remedies-note", form: TextForm::Long },
        TextOf { name: "submitter-contact", form: TextForm::Long },
        TextOf { name: WORD_LIMIT, form: TextForm::Number },
    ],
    make,
};

fn make(asked: &Asked) -> Result<Made> {
    let vault = asked.vault;
    let mut form = Form {
        organisation: vault.setting("organisation")?,
        day: asked.day.clone(),
        is_example: vault.setting("example")? == "yes",
        written: asked.written.clone(),
        ..Form::default()
    };
    let Some(order) = asked.subject else {
        return Ok(Made { document: compose(&form, &asked.texts), snapshot: String::new(), refused: NEEDS_ORDER });
    };
    Gather { vault, texts: Some(&asked.texts) }.order(&mut form, &order)?;
    Ok(Made { document: compose(&form, &asked.texts), snapshot: snapshot(vault, &order)?, refused: "" })
}

// What the form is made of, without day, language and ledger.
fn snapshot(vault: &Vault, order: &Id) -> Result<String> {
    let mut form = Form::default();
    Gather { vault, texts: None }.order(&mut form, order)?;
    let facts = (&form.order, &form.items, form.more_items, &form.people, &form.officials, &form.proceedings);
    let canonical = serde_json::to_vec(&facts).map_err(|_| Error::Inside("writing a snapshot"))?;
    Ok(hex(&Sha256::digest(canonical)))
}

struct Gather<'a> {
    vault: &'a Vault,
    /// Words of the paper's language. Without them days, names and codes stay as the register has them, in all languages.
    texts: Option<&'a Texts>,
}

impl Gather<'_> {
    /// Words a moment as a day, or as the two days between which it lies.
    fn day(&self, record: &Record, name: &str) -> String {
        let Some(moment) = record.moment(name) else { return String::new() };
        let Some((earliest, latest)) = moment.bounds() else { return String::new() };
        let worded = |day: String| self.texts.map_or(day.clone(), |texts| texts.day(&day));
        let day = |at| local_day(at, moment.offset_minutes).map(worded).unwrap_or_default();
        let (first, last) = (day(earliest), day(latest));
        if first == last { first } else { format!("{first} – {last}") }
    }

    fn linked(&self, kind: &'static kinds::Kind, field: &str, id: Id) -> Result<Vec<Record>> {
        let wanted = Wanted { about: Some((field, id)), limit: LINKED_MAX, ..Wanted::default() };
        Ok(self.vault.records(kind, &wanted)?.1)
    }

    /// Returns how a record is called in the language of the paper.
    fn label(&self, kind: &kinds::Kind, id: Option<Id>) -> Result<String> {
        let Some(id) = id else { return Ok(String::new()) };
        let names = self.vault.label(kind, &id)?;
        Ok(match self.texts.map(Texts::lang) {
            Some(Lang::Kk) => names.kk,
            Some(Lang::Ru) => names.ru,
            Some(Lang::En) => names.en,
            None => [names.kk, names.ru, names.en].join("\n"),
        })
    }

    fn order(&self, form: &mut Form, id: &Id) -> Result<()> {
        let record = self.vault.record(&kinds::ORDERS, id).map_err(|_| Error::Invalid("subject"))?;
        form.order = Some(Order {
            reference: record.text("reference").to_owned(),
            number: record.text("number").to_owned(),
            instrument: record.text("instrument").to_owned(),
            issued: self.day(&record, "issued"),
            received: self.day(&record, "received"),
            authority: self.label(&kinds::AUTHORITIES, record.link("authority"))?,
            platform: self.label(&kinds::PLATFORMS, record.link("platform"))?,
            action: record.text("action").to_owned(),
            ground: record.text("ground").to_owned(),
            provisions: record.text("provisions").to_owned(),
            court_act: record.text("court_act_cited").to_owned(),
            signatory: record.text("signatory_role").to_owned(),
        });
        let mut roles: BTreeMap<Id, Vec<String>> = BTreeMap::new();
        self.roles("order", *id, &mut roles)?;
        let mut addresses: BTreeMap<Id, Vec<String>> = BTreeMap::new();
        let read = self.vault.items_of(id, LINKED_MAX)?;
        for order_item in &read {
            let applied = self.vault.record(&kinds::ORDER_ITEMS, &order_item.id)?;
            let Some(item) = applied.link("item") else { continue };
            let record = self.vault.record(&kinds::ITEMS, &item)?;
            let author = record.link("author");
            self.roles("item", item, &mut roles)?;
            let address = record.text("locator").to_owned();
            // An address of which nobody knows whose it is stays out.
            let mut told = if address.is_empty() { Told::NotRecorded } else { Told::Withheld };
            if let Some(author) = author {
                let known = roles.entry(author).or_default();
                if !known.iter().any(|role| role == "author") {
                    known.push("author".to_owned());
                }
                addresses.entry(author).or_default().push(address.clone());
                told = self.agreed(&author)?.told(Personal::Address, &address);
            }
            if form.items.len() < ITEMS_MAX {
                form.items.push(Item {
                    kind: record.text("kind").to_owned(),
                    posted: self.day(&record, "posted"),
                    outcome: applied.text("outcome").to_owned(),
                    address: told,
                });
            }
        }
        let listed = u32::try_from(form.items.len()).unwrap_or(u32::MAX);
        form.more_items = self.vault.count_items(id)?.saturating_sub(listed);
        for (actor, roles) in roles {
            self.actor(form, &actor, roles, addresses.remove(&actor).unwrap_or_default())?;
        }
        form.proceedings = self.linked(&kinds::PROCEEDINGS, "order", *id)?.iter().map(|r| self.proceeding(r)).collect();
        Ok(())
    }

    /// Adds what actors are to an order or an item.
    fn roles(&self, field: &str, id: Id, roles: &mut BTreeMap<Id, Vec<String>>) -> Result<()> {
        for record in self.linked(&kinds::ACTOR_ROLES, field, id)? {
            let Some(actor) = record.link("actor") else { continue };
            let role = record.text("role").to_owned();
            let known = roles.entry(actor).or_default();
            if !role.is_empty() && !known.contains(&role) {
                known.push(role);
            }
        }
        Ok(())
    }

    fn agreed(&self, actor: &Id) -> Result<Agreed> {
        let record = self.vault.record(&kinds::ACTORS, actor)?;
        Ok(Agreed {
            consent: Consent::parse(record.text("consent")),
            is_proved: !record.text("consent_exhibit").trim().is_empty(),
            may_be_child: record.text("is_child") != "no",
        })
    }

    /// Takes in whose expression was reached and who acted for the State. Complainants, children who are said to be bullied, witnesses and
    /// experts have no place in the form.
    fn actor(&self, form: &mut Form, id: &Id, roles: Vec<String>, addresses: Vec<String>) -> Result<()> {
        let record = self.vault.record(&kinds::ACTORS, id)?;
        let posts = self.linked(&kinds::OCCUPANCIES, "actor", *id)?;
        let public = |record: &&Record| record.text("public_office") == "yes";
        let offices = posts.iter().filter(public).map(post).collect::<Vec<_>>().join("; ");
        let label = record.text("public_label").to_owned();
        if let Some(role) = roles.iter().find(|role| matches!(role.as_str(), "signatory" | "beneficiary_official")) {
            form.officials.push(Official { label, role: role.clone(), offices });
            return Ok(());
        }
        let roles: Vec<String> = roles.into_iter().filter(|role| matches!(role.as_str(), "author" | "publisher")).collect();
        if roles.is_empty() {
            return Ok(());
        }
        let ages = self.linked(&kinds::ACTOR_AGES, "actor", *id)?;
        let band = ages.first().map(|record| record.text("band").to_owned()).filter(|band| !band.is_empty());
        let gender = record.text("gender").to_owned();
        let named = |list: &str, code: &str| match self.texts {
            Some(texts) if !code.is_empty() => texts.named(list, code),
            _ => code.to_owned(),
        };
        let agreed = self.agreed(id)?;
        let told = |field: Personal| {
            let value = match field {
                Personal::Name => record.text("name").to_owned(),
                Personal::Age => named("age", band.as_deref().unwrap_or_default()),
                Personal::Gender => named("gender", &gender),
                Personal::Profession => posts.iter().map(post).collect::<Vec<_>>().join("; "),
                Personal::Contact => record.text("contact").to_owned(),
                Personal::Address => addresses.join(" ; "),
            };
            (field, agreed.told(field, &value))
        };
        form.people.push(Person {
            label,
            roles,
            consent: record.text("consent").to_owned(),
            exhibit: record.text("consent_exhibit").to_owned(),
            fields: Personal::ALL.into_iter().map(told).collect(),
        });
        Ok(())
    }

    fn proceeding(&self, record: &Record) -> Proceeding {
        Proceeding {
            forum: record.text("forum").to_owned(),
            number: record.text("number").to_owned(),
            filed: self.day(record, "filed"),
            decided: self.day(record, "decided"),
            exhausted: record.text("remedies_exhausted").to_owned(),
        }
    }
}

fn post(record: &Record) -> String {
    [record.text("post").to_owned(), record.text("body").to_owned()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}
