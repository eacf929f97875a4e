//! Everything that the register holds around one order, read once.

use super::seen::{Seen, Shown, may};
use crate::api::reviews::read_answers;
use crate::api::wire::Answer;
use crate::error::Result;
use crate::id::Id;
use crate::model::audience::Audience;
use crate::model::kinds::{self, Held, Kind};
use crate::store::{Judged, Record, ReviewRead, Vault, Wanted};
use std::collections::{BTreeMap, BTreeSet};

/// Items that have a chapter of their own, at most.
pub(super) const CHAPTERS_MAX: usize = 40;

/// An item of the order.
pub(super) struct ItemAround {
    pub(super) id: Id,
    /// Its place in the order, from 1.
    pub(super) place: u32,
    pub(super) applied: Record,
    pub(super) item: Record,
    pub(super) translations: Vec<Record>,
    pub(super) judged: Option<Judged>,
    pub(super) reviews: Vec<Reviewed>,
    /// It has a chapter of its own.
    pub(super) has_chapter: bool,
}

/// A review with its answers.
pub(super) struct Reviewed {
    pub(super) read: ReviewRead,
    pub(super) answers: Vec<Answer>,
}

impl ItemAround {
    /// Says whether it is child sexual material, of which nothing is told.
    pub(super) fn is_stub(&self) -> bool {
        self.item.fields.contains_key("stub")
            || matches!(self.item.fields.get("sensitivity"), Some(Held::Text(s)) if s == "csam_stub")
    }

    /// Says whether its words may be handed on only inside the case.
    pub(super) fn is_hard(&self) -> bool {
        self.item.fields.contains_key("sensitivity")
    }

    /// Returns the review of a round in the cycle that was judged.
    pub(super) fn review(&self, round: &str) -> Option<&Reviewed> {
        let cycle = self.judged.as_ref()?.cycle;
        let fits = |r: &&Reviewed| r.read.review.cycle == cycle && r.read.review.round == round && !r.read.superseded;
        self.reviews.iter().find(fits)
    }
}

/// What is around the order.
pub(super) struct Around {
    pub(super) audience: Audience,
    pub(super) id: Id,
    pub(super) order: Record,
    pub(super) complaints: Vec<Record>,
    pub(super) experts: Option<Record>,
    pub(super) proceedings: Vec<Record>,
    pub(super) sources: Vec<Record>,
    pub(super) cited: Vec<Record>,
    /// Roles with the actors who have them, each once.
    pub(super) roles: Vec<(String, Record)>,
    pub(super) opinions: Vec<Record>,
    pub(super) items: Vec<ItemAround>,
    facts: BTreeMap<Id, Vec<Record>>,
}

/// Lists the records of a kind that lead to another, oldest first.
pub(super) fn about(vault: &Vault, kind: &'static Kind, field: &str, id: &Id) -> Result<Vec<Record>> {
    let (_, mut found) = vault.records(kind, &Wanted { about: Some((field, *id)), limit: usize::MAX, ..Wanted::default() })?;
    found.reverse();
    Ok(found)
}

impl Around {
    /// Reads what is around an order.
    pub(super) fn read(vault: &Vault, id: &Id, audience: Audience) -> Result<Self> {
        let order = vault.record(&kinds::ORDERS, id)?;
        let complaints = about(vault, &kinds::COMPLAINTS, "order", id)?;
        let experts = vault.behind(id)?.experts.map(|id| vault.record(&kinds::EXPERT_DECISIONS, &id)).transpose()?;
        let mut proceedings = about(vault, &kinds::PROCEEDINGS, "order", id)?;
        for complaint in &complaints {
            let more = about(vault, &kinds::PROCEEDINGS, "complaint", &complaint.id)?;
            proceedings.extend(more.into_iter().filter(|p| p.link("order").is_none()));
        }
        let items = items(vault, id)?;
        let mut around = Self {
            audience,
            id: *id,
            sources: about(vault, &kinds::ORDER_SOURCES, "order", id)?,
            cited: about(vault, &kinds::ORDER_PROVISIONS, "order", id)?,
            roles: roles(vault, id, &complaints, &items)?,
            opinions: opinions(vault, id, &items)?,
            order,
            complaints,
            experts,
            proceedings,
            items,
            facts: BTreeMap::new(),
        };
        around.read_facts(vault)?;
        Ok(around)
    }

    fn read_facts(&mut self, vault: &Vault) -> Result<()> {
        let mut subjects: Vec<Id> = vec![self.id];
        subjects.extend(self.complaints.iter().chain(&self.experts).chain(&self.proceedings).map(|record| record.id));
        let chapters = self.items.iter().filter(|item| item.has_chapter);
        subjects.extend(chapters.flat_map(|item| [item.id, item.item.id]));
        for subject in subjects {
            let found = about(vault, &kinds::FACTS, "subject", &subject)?;
            if !found.is_empty() {
                self.facts.insert(subject, found);
            }
        }
        Ok(())
    }

    /// Shows a record as the reader may see it.
    pub(super) fn seen<'r>(&self, kind: &'static Kind, record: &'r Record) -> Seen<'r> {
        Seen { audience: self.audience, kind, record }
    }

    /// Shows the order.
    pub(super) fn seen_order(&self) -> Seen<'_> {
        self.seen(&kinds::ORDERS, &self.order)
    }

    /// Returns how sure one is of a field, and the exhibits that it rests on, as they are called.
    pub(super) fn fact(&self, subject: &Id, field: &str) -> (String, String) {
        let of = |fact: &&Record| matches!(fact.fields.get("field"), Some(Held::Text(name)) if name == field);
        let Some(fact) = self.facts.get(subject).and_then(|facts| facts.iter().rev().find(of)) else { return Default::default() };
        let seen = self.seen(&kinds::FACTS, fact);
        (seen.text("confidence"), seen.text("exhibits"))
    }

    /// Lists the fields of a record whose facts somebody weighed.
    pub(super) fn weighed(&self, subject: &Id) -> Vec<String> {
        let names = self.facts.get(subject).into_iter().flatten().filter_map(|fact| match fact.fields.get("field") {
            Some(Held::Text(name)) => Some(name.clone()),
            _ => None,
        });
        names.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Lists every reference to an exhibit that this reader may see.
    pub(super) fn references(&self) -> Result<Vec<String>> {
        let facts = self.facts.values().flatten().map(|fact| self.seen(&kinds::FACTS, fact).text("exhibits"));
        let opinions = self.opinions.iter().map(|opinion| self.seen(&kinds::EXPERT_OPINIONS, opinion).text("exhibit"));
        let consents = self.roles.iter().map(|(_, actor)| self.seen(&kinds::ACTORS, actor).text("consent_exhibit"));
        let mut found: Vec<String> = facts.chain(opinions).chain(consents).collect();
        if may(self.audience, "reviews", "exhibit") == Shown::Whole {
            let answers =
                self.items.iter().filter(|item| !item.is_stub()).flat_map(|item| &item.reviews).flat_map(|r| &r.answers);
            found.extend(answers.map(|answer| answer.exhibit.clone()));
        }
        found.retain(|reference| !reference.trim().is_empty());
        Ok(found)
    }

    /// Says whether any reference to an exhibit is on record, whoever may see it.
    pub(super) fn references_on_record(&self) -> bool {
        let holds = |record: &Record, field: &str| record.fields.contains_key(field);
        self.facts.values().flatten().any(|fact| holds(fact, "exhibits"))
            || self.opinions.iter().any(|opinion| holds(opinion, "exhibit"))
            || self.items.iter().flat_map(|item| &item.reviews).flat_map(|r| &r.answers).any(|answer| !answer.exhibit.is_empty())
    }

    /// Returns the place of a content item in the order; 0 where it is not one of its items.
    pub(super) fn place_of(&self, item: &Id) -> u32 {
        self.items.iter().find(|one| one.item.id == *item).map_or(0, |one| one.place)
    }
}

fn items(vault: &Vault, order: &Id) -> Result<Vec<ItemAround>> {
    let places = vault.item_places(order)?;
    let mut items = Vec::new();
    for applied in about(vault, &kinds::ORDER_ITEMS, "order", order)? {
        let Some(item) = applied.link("item") else { continue };
        let judged = vault.judged(&applied.id)?;
        let mut reviews = Vec::new();
        if judged.is_some() {
            for read in vault.reviews_of(None, &applied.id)? {
                let answers = read_answers(&read.review.answers)?;
                reviews.push(Reviewed { read, answers });
            }
        }
        items.push(ItemAround {
            id: applied.id,
            place: places.get(&applied.id).copied().unwrap_or(1),
            item: vault.record(&kinds::ITEMS, &item)?,
            applied,
            translations: Vec::new(),
            judged,
            reviews,
            has_chapter: false,
        });
    }
    let all = items.len() <= CHAPTERS_MAX;
    let chosen = items.iter_mut().filter(|item| all || item.judged.is_some()).take(CHAPTERS_MAX);
    for item in chosen {
        item.has_chapter = true;
        item.translations = about(vault, &kinds::ITEM_TRANSLATIONS, "item", &item.item.id)?;
    }
    Ok(items)
}

fn roles(vault: &Vault, order: &Id, complaints: &[Record], items: &[ItemAround]) -> Result<Vec<(String, Record)>> {
    let mut found = about(vault, &kinds::ACTOR_ROLES, "order", order)?;
    for complaint in complaints {
        found.extend(about(vault, &kinds::ACTOR_ROLES, "complaint", &complaint.id)?);
    }
    let chapters: Vec<&ItemAround> = items.iter().filter(|item| item.has_chapter).collect();
    for item in &chapters {
        found.extend(about(vault, &kinds::ACTOR_ROLES, "item", &item.item.id)?);
    }
    let mut pairs: Vec<(String, Id)> = Vec::new();
    for role in &found {
        let code = match role.fields.get("role") {
            Some(Held::Text(code)) => code.clone(),
            _ => "unknown".to_owned(),
        };
        pairs.extend(role.link("actor").map(|actor| (code, actor)));
    }
    // Fields of records that say the same as a role.
    pairs.extend(complaints.iter().filter_map(|c| c.link("alleged_victim")).map(|actor| ("alleged_victim".to_owned(), actor)));
    pairs.extend(chapters.iter().filter_map(|i| i.item.link("author")).map(|actor| ("author".to_owned(), actor)));
    let mut seen = BTreeSet::new();
    pairs.retain(|pair| seen.insert(pair.clone()));
    pairs.into_iter().map(|(role, actor)| Ok((role, vault.record(&kinds::ACTORS, &actor)?))).collect()
}

fn opinions(vault: &Vault, order: &Id, items: &[ItemAround]) -> Result<Vec<Record>> {
    let mut found = about(vault, &kinds::EXPERT_OPINIONS, "order", order)?;
    for item in items.iter().filter(|item| item.has_chapter) {
        found.extend(about(vault, &kinds::EXPERT_OPINIONS, "item", &item.item.id)?);
    }
    let mut seen = BTreeSet::new();
    found.retain(|opinion| seen.insert(opinion.id));
    Ok(found)
}
