//! What reviewers found, question by question: over the order, and for each item.

use super::around::{Around, ItemAround, Reviewed};
use super::exhibits::Exhibits;
use super::seen::{Shown, may, told};
use crate::api::reviews::{checklist, plain};
use crate::api::wire::{ChecklistLine, Pointer, Trilingual};
use crate::error::Result;
use crate::model::kinds::{Held, Kind};
use crate::model::rubric::{Answer, Rubric, Texts as Three};
use crate::model::settle::{decisive, disputed};
use crate::papers::case_file::{AnswerGround, Answered, Element, Findings, FromRegister, Ground, InForce, Settled};
use crate::store::{Judged, Order, Vault};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Flags in the order in which they are told.
const FLAGS: [&str; 5] = ["arbitrary", "unlawful_on_its_face", "defective_procedure", "no_defect_found", "not_assessable"];

/// Versions of the method, each read once.
pub(super) struct Methods<'v> {
    vault: &'v Vault,
    read: BTreeMap<String, Arc<Rubric>>,
}

impl<'v> Methods<'v> {
    pub(super) fn of(vault: &'v Vault) -> Self {
        Self { vault, read: BTreeMap::new() }
    }

    pub(super) fn version(&mut self, version: &str) -> Result<Arc<Rubric>> {
        if let Some(rubric) = self.read.get(version) {
            return Ok(Arc::clone(rubric));
        }
        let rubric = self.vault.rubric(version)?;
        self.read.insert(version.to_owned(), Arc::clone(&rubric));
        Ok(rubric)
    }

    /// Returns every version that was read.
    pub(super) fn versions(&self) -> impl Iterator<Item = (&String, &Arc<Rubric>)> {
        self.read.iter()
    }
}

fn three(texts: &Trilingual) -> Three {
    Three { kk: texts.kk.clone(), ru: texts.ru.clone(), en: texts.en.clone() }
}

fn standing(item: &ItemAround) -> Option<&Judged> {
    item.judged.as_ref().filter(|judged| judged.standing)
}

// The answers by which the order behind a judged item was found.
fn answers_of(item: &ItemAround, rubric: &Rubric) -> Vec<Answer> {
    let given = |review: Option<&Reviewed>| review.map(|review| plain(&review.answers)).unwrap_or_default();
    let third = item.review("adjudication").map(|review| plain(&review.answers));
    decisive(rubric, &given(item.review("first")), &given(item.review("second")), third.as_deref())
}

/// Says of every question of the method what is known of it over the judged items, with what the register itself gives.
pub(super) fn elements(
    vault: &Vault,
    around: &Around,
    order: &Order,
    methods: &mut Methods<'_>,
    exhibits: &mut Exhibits,
) -> Result<Vec<Element>> {
    let lines = checklist::of(vault, &around.id, order)?;
    let in_use = methods.version(&vault.method_in_use()?)?;
    let mut elements: Vec<Element> = in_use
        .questions()
        .iter()
        .filter(|question| matches!(question.part.as_str(), "A" | "B"))
        // What kind of statement it is, or which features it has, is never met nor not met.
        .filter(|question| question.scale.iter().any(|value| in_use.met(&question.code, value).is_some()))
        .map(|question| Element {
            code: question.code.clone(),
            asks: question.text.clone(),
            source: question.source.clone(),
            checked: question.checked,
            register: lines.lines.iter().find(|line| line.code == question.code).map(|line| from_register(around, line)),
            ..Element::default()
        })
        .collect();
    for item in &around.items {
        let Some(judged) = standing(item) else { continue };
        let rubric = methods.version(&judged.rubric)?;
        let answers = answers_of(item, &rubric);
        for element in &mut elements {
            let value = answers.iter().find(|a| a.code == element.code).map_or("", |a| a.value.as_str());
            let places = match (value, rubric.met(&element.code, value)) {
                ("NA", _) => &mut element.apart,
                (_, Some(true)) => &mut element.met,
                (_, Some(false)) => &mut element.not_met,
                (_, None) => &mut element.open,
            };
            places.push(item.place);
        }
        if item.has_chapter && !item.is_stub() && may(around.audience, "reviews", "exhibit") == Shown::Whole {
            for answer in item.reviews.iter().filter(|r| !r.read.superseded).flat_map(|review| &review.answers) {
                let Some(element) = elements.iter_mut().find(|element| element.code == answer.code) else { continue };
                for number in exhibits.cite(&answer.exhibit) {
                    if !element.exhibits.contains(&number) {
                        element.exhibits.push(number);
                    }
                }
            }
        }
    }
    Ok(elements)
}

fn from_register(around: &Around, line: &ChecklistLine) -> FromRegister {
    FromRegister {
        value: line.value.clone(),
        why: line.why.clone(),
        grounds: line.pointers.iter().map(|pointer| ground(around, pointer)).collect(),
        provisions: line
            .provisions
            .iter()
            .map(|p| InForce {
                act: three(&p.act),
                article: p.article.clone(),
                summary: three(&p.summary),
                in_force: p.in_force.clone(),
                from: p.from.clone(),
                to: p.to.clone(),
                source: p.source.clone(),
                checked: p.checked,
            })
            .collect(),
    }
}

fn ground(around: &Around, pointer: &Pointer) -> Ground {
    let shown = may(around.audience, &pointer.kind, &pointer.field);
    let records = std::iter::once(&around.order).chain(&around.complaints).chain(&around.experts);
    let record = records.into_iter().find(|record| record.id.to_string() == pointer.id);
    let when = record.and_then(|record| match record.fields.get(pointer.field.as_str()) {
        Some(Held::Moment(moment)) => Some(told(moment, shown)),
        _ => None,
    });
    let code = if shown == Shown::Nothing { String::new() } else { pointer.code.clone() };
    Ground {
        kind: pointer.kind.clone(),
        of: if pointer.kind == "orders" { String::new() } else { pointer.reference.clone() },
        field: pointer.field.clone(),
        code,
        when,
    }
}

/// Counts what was found about the order: the same flags over the same items as the findings of the order.
pub(super) fn findings(around: &Around) -> Findings {
    let mut flags: BTreeMap<&str, u32> = BTreeMap::new();
    let mut elements: BTreeMap<&str, u32> = BTreeMap::new();
    let mut verdicts: BTreeMap<&str, u32> = BTreeMap::new();
    let judged: Vec<&Judged> = around.items.iter().filter_map(standing).collect();
    for judged in &judged {
        judged.flags.iter().for_each(|flag| *flags.entry(flag).or_default() += 1);
        judged.elements.iter().for_each(|element| *elements.entry(element).or_default() += 1);
        *verdicts.entry(&judged.verdict).or_default() += 1;
    }
    let counted = |of: &BTreeMap<&str, u32>| of.iter().map(|(code, count)| ((*code).to_owned(), *count)).collect::<Vec<_>>();
    let coded = |field: &str, kind: &'static Kind| {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for item in &around.items {
            *counts.entry(around.seen(kind, &item.applied).code(field)).or_default() += 1;
        }
        counts.into_iter().collect::<Vec<_>>()
    };
    let order_items = &crate::model::kinds::ORDER_ITEMS;
    let small = crate::api::small;
    Findings {
        items: small(around.items.len()),
        judged: small(judged.len()),
        agreed: small(judged.iter().filter(|judged| judged.how == "agreed").count()),
        verdicts: crate::model::terms::VERDICTS
            .iter()
            .filter_map(|verdict| verdicts.get(verdict).map(|count| ((*verdict).to_owned(), *count)))
            .collect(),
        flags: FLAGS.iter().filter_map(|flag| flags.get(flag).map(|count| ((*flag).to_owned(), *count))).collect(),
        elements: counted(&elements),
        outcomes: coded("outcome", order_items),
        bases: coded("platform_basis", order_items),
        rules: coded("platform_rules", order_items),
    }
}

/// Tells what became of the reviews of an item.
pub(super) fn settled(around: &Around, item: &ItemAround, methods: &mut Methods<'_>) -> Result<Option<Settled>> {
    let Some(judged) = &item.judged else { return Ok(None) };
    let rubric = methods.version(&judged.rubric)?;
    let rounds = ["first", "second", "adjudication"];
    let reviews: Vec<&Reviewed> = rounds.iter().filter_map(|round| item.review(round)).collect();
    let deciding = match judged.how.as_str() {
        "adjudicated" => reviews.iter().filter(|r| r.read.review.round == "adjudication").collect::<Vec<_>>(),
        "agreed" => reviews.iter().filter(|r| r.read.review.round != "adjudication").collect(),
        _ => Vec::new(),
    };
    let mut rules: Vec<(String, Three)> = Vec::new();
    for review in deciding {
        let id = &review.read.review.rule;
        if !id.is_empty() && !rules.iter().any(|(other, _)| other == id) {
            rules.push((id.clone(), rubric.rule_text(id).cloned().unwrap_or_default()));
        }
    }
    let (both, alike) = match (item.review("first"), item.review("second")) {
        (Some(first), Some(second)) => agreement(&rubric, &plain(&first.answers), &plain(&second.answers)),
        _ => (0, 0),
    };
    let may_reason = may(around.audience, "reviews", "override_reason") == Shown::Whole && !item.is_stub();
    let overrides = reviews.iter().filter(|r| may_reason && !r.read.review.override_reason.is_empty());
    Ok(Some(Settled {
        how: judged.how.clone(),
        verdict: judged.verdict.clone(),
        subtype: judged.subtype.clone(),
        rubric: judged.rubric.clone(),
        rules,
        disputes: judged.disputes.clone(),
        flags: judged.flags.clone(),
        defects: judged.defects.clone(),
        elements: judged.elements.clone(),
        applicable: judged.applicable,
        unanswered: judged.unanswered,
        standing: judged.standing,
        changed: judged.changed,
        verdicts: reviews.iter().map(|r| (r.read.review.round.clone(), r.read.review.verdict.clone())).collect(),
        overrides: overrides.map(|r| (r.read.review.round.clone(), r.read.review.override_reason.clone())).collect(),
        both,
        alike,
    }))
}

// Questions that both answered, and those of them that both answered alike: the same value, or both met, or both not met.
fn agreement(rubric: &Rubric, first: &[Answer], second: &[Answer]) -> (u32, u32) {
    let other: BTreeMap<&str, &str> =
        second.iter().filter(|a| !a.value.is_empty()).map(|a| (a.code.as_str(), a.value.as_str())).collect();
    let contradicted = disputed(rubric, first, second);
    let (mut both, mut alike) = (0, 0);
    for answer in first.iter().filter(|a| !a.value.is_empty()) {
        let Some(value) = other.get(answer.code.as_str()) else { continue };
        both += 1;
        let state = rubric.met(&answer.code, &answer.value);
        let same = answer.value == *value || (state.is_some() && state == rubric.met(&answer.code, value));
        alike += u32::from(same && !contradicted.contains(&answer.code));
    }
    (both, alike)
}

/// Tells how the questions were answered for an item, with what the answers rest on.
pub(super) fn answers(
    around: &Around,
    item: &ItemAround,
    methods: &mut Methods<'_>,
    exhibits: &mut Exhibits,
) -> Result<Vec<Answered>> {
    let Some(judged) = item.judged.as_ref().filter(|_| !item.is_stub()) else { return Ok(Vec::new()) };
    let rubric = methods.version(&judged.rubric)?;
    let rounds: Vec<&Reviewed> = ["first", "second", "adjudication"].iter().filter_map(|round| item.review(round)).collect();
    let shown = |field: &str| may(around.audience, "reviews", field) == Shown::Whole;
    // Quoted words are words of the item: who may not read it reads no part of it.
    let quotes = shown("quote") && (shown("note") || !item.is_hard());
    let mut told = Vec::new();
    for question in rubric.questions() {
        let given: Vec<_> =
            rounds.iter().map(|review| (review, review.answers.iter().find(|a| a.code == question.code))).collect();
        if given.iter().all(|(_, answer)| answer.is_none_or(|a| a.value.is_empty())) {
            continue;
        }
        let mut grounds: Vec<AnswerGround> = Vec::new();
        for (review, answer) in &given {
            let Some(answer) = answer else { continue };
            let ground = AnswerGround {
                round: review.read.review.round.clone(),
                quote: if quotes { answer.quote.clone() } else { String::new() },
                exhibit: if shown("exhibit") { exhibits.cite_in_words(&answer.exhibit) } else { String::new() },
                note: if shown("note") { answer.note.clone() } else { String::new() },
            };
            if ![&ground.quote, &ground.exhibit, &ground.note].iter().all(|text| text.trim().is_empty()) {
                grounds.push(ground);
            }
        }
        told.push(Answered {
            code: question.code.clone(),
            asks: question.text.clone(),
            values: given.iter().map(|(_, answer)| answer.map_or_else(String::new, |a| a.value.clone())).collect(),
            grounds,
        });
    }
    Ok(told)
}
