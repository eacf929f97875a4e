//! What stands beside an item once its judge has locked, and what is found about an order.

use super::super::orders::wire_time;
use super::super::wire::{
    ById, ComparatorOpinion, ComparatorView, ItemFinding, NamedCount, OrderFindings, OutsideOpinion, ReviewContext, SimilarItem,
    StateDecision,
};
use super::super::{App, parse_id, small};
use super::outcome_of;
use crate::error::{Error, Result};
use crate::id::Id;
use crate::model::kinds::{self, Held};
use crate::model::time::Moment;
use crate::store::{Record, Vault};
use std::collections::BTreeMap;

const SIMILAR_MAX: usize = 20;
const EXCERPT_CHARS: usize = 240;

/// Flags in the order in which one of them stands for all where there is room for one label (methodology, "Order finding").
const LABELS: [&str; 5] = ["arbitrary", "unlawful_on_its_face", "defective_procedure", "no_defect_found", "not_assessable"];

fn coded(record: &Record, field: &str) -> String {
    Some(record.text(field).to_owned()).filter(|t| !t.is_empty()).unwrap_or_else(|| "unknown".to_owned())
}

pub fn review_context(app: &App, args: ById) -> Result<ReviewContext> {
    let vault = app.vault()?;
    let seat = vault.seat()?;
    let order_item = parse_id(&args.id)?;
    let place = vault.place(&seat, &order_item)?;
    let judged = vault.judged(&order_item)?;
    let own = |cycle: u32| -> Result<bool> {
        let reviews = vault.reviews_of(Some(&seat), &order_item)?;
        Ok(reviews.iter().any(|r| r.review.seat == Some(*seat.id()) && r.review.cycle == cycle))
    };
    // Whoever has a place answers first, and looks once the answers can be corrected no more; whoever has none looks when the blind
    // reviews are done.
    let may_look = match place.as_ref().filter(|p| p.conflict != "declared") {
        Some(place) => judged.as_ref().is_some_and(|j| j.cycle == place.cycle) && own(place.cycle)?,
        None => judged.is_some(),
    };
    if !may_look {
        return Err(Error::StillBlind);
    }
    let read = vault.order_item(&order_item)?;
    let behind = vault.behind(&read.order_item.order)?;
    let opinions = vault.opinions_on(&read.order_item.item, &read.order_item.order)?;
    Ok(ReviewContext {
        similar: similar(&vault, &read.order_item.item)?,
        comparators: vault
            .comparators_of(&read.order_item.item)?
            .iter()
            .map(|pair| comparator(&vault, &read.order_item.item, pair))
            .collect::<Result<_>>()?,
        state: behind.experts.map(|id| state_decision(&vault, &id)).transpose()?.into_iter().collect(),
        opinions: opinions.iter().map(|id| opinion(&vault, id)).collect::<Result<_>>()?,
    })
}

fn similar(vault: &Vault, item: &Id) -> Result<Vec<SimilarItem>> {
    let mut found = Vec::new();
    for near in vault.near_duplicates(item)?.into_iter().take(SIMILAR_MAX) {
        let Some(id) = vault.order_item_of(&near.item)? else { continue };
        let read = vault.order_item(&id)?;
        let standing = vault.standing_verdict(&id)?;
        found.push(SimilarItem {
            id: id.to_string(),
            reference: near.order.map(|(_, reference)| reference).unwrap_or_default(),
            locator: read.item.locator,
            text: read.item.text.chars().take(EXCERPT_CHARS).collect(),
            similarity: near.similarity,
            verdict: standing.as_ref().map(|j| j.verdict.clone()).unwrap_or_default(),
            subtype: standing.as_ref().map(|j| j.subtype.clone()).unwrap_or_default(),
            rubric: standing.map(|j| j.rubric).unwrap_or_default(),
            outcome: read.order_item.outcome,
        });
    }
    Ok(found)
}

fn comparator(vault: &Vault, item: &Id, pair: &Id) -> Result<ComparatorView> {
    let record = vault.record(&kinds::COMPARATOR_PAIRS, pair)?;
    let ends = [record.link("item_a"), record.link("item_b")];
    let other = ends.into_iter().flatten().find(|end| end != item).unwrap_or(*item);
    let order_item = vault.order_item_of(&other)?;
    let (reference, verdict) = match &order_item {
        Some(id) => {
            let order = vault.order(&vault.order_item(id)?.order_item.order)?;
            (order.reference, vault.standing_verdict(id)?.map(|j| j.verdict).unwrap_or_default())
        }
        None => (String::new(), String::new()),
    };
    let views: Vec<ComparatorOpinion> = [("first_reviewer", "first_view"), ("second_reviewer", "second_view")]
        .map(|(who, view)| ComparatorOpinion { reviewer: record.text(who).to_owned(), view: coded(&record, view) })
        .into_iter()
        .filter(|v| !v.reviewer.is_empty())
        .collect();
    let counts = match views.as_slice() {
        [one, other] => one.reviewer != other.reviewer && [one, other].iter().all(|v| v.view == "comparable"),
        _ => false,
    };
    Ok(ComparatorView {
        id: pair.to_string(),
        locator: vault.record(&kinds::ITEMS, &other)?.text("locator").to_owned(),
        reference,
        shared_features: record.text("shared_features").to_owned(),
        difference: record.text("difference_in_treatment").to_owned(),
        verdict,
        views,
        counts,
    })
}

fn state_decision(vault: &Vault, id: &Id) -> Result<StateDecision> {
    let record = vault.record(&kinds::EXPERT_DECISIONS, id)?;
    let decided = match record.fields.get("decided") {
        Some(Held::Moment(moment)) => *moment,
        _ => Moment::unknown(),
    };
    Ok(StateDecision {
        id: id.to_string(),
        reference: record.text("reference").to_owned(),
        number: record.text("number").to_owned(),
        decided: wire_time(&decided),
        conclusion: coded(&record, "conclusion"),
        reasons_level: coded(&record, "reasons_level"),
        disciplines: record.codes("disciplines"),
        dissent: coded(&record, "dissent"),
    })
}

fn opinion(vault: &Vault, id: &Id) -> Result<OutsideOpinion> {
    let record = vault.record(&kinds::EXPERT_OPINIONS, id)?;
    Ok(OutsideOpinion {
        id: id.to_string(),
        label: record.text("public_label").to_owned(),
        discipline: record.codes("discipline"),
        question: record.text("question").to_owned(),
        finding: record.text("finding").to_owned(),
        agrees_with_state: coded(&record, "agrees_with_state"),
        independence: record.text("independence_statement").to_owned(),
    })
}

pub fn order_findings(app: &App, args: ById) -> Result<OrderFindings> {
    let vault = app.vault()?;
    let order = parse_id(&args.id)?;
    vault.order(&order)?;
    let judged = vault.judged_of_order(&order)?;
    let mut rows = Vec::with_capacity(judged.len());
    let (mut flags, mut elements): (BTreeMap<String, u32>, BTreeMap<String, u32>) = (BTreeMap::new(), BTreeMap::new());
    for (id, judged) in &judged {
        judged.flags.iter().for_each(|flag| *flags.entry(flag.clone()).or_default() += 1);
        judged.elements.iter().for_each(|element| *elements.entry(element.clone()).or_default() += 1);
        rows.push(ItemFinding { id: id.to_string(), locator: vault.order_item(id)?.item.locator, outcome: outcome_of(judged) });
    }
    let counted =
        |of: &BTreeMap<String, u32>| of.iter().map(|(code, count)| NamedCount { code: code.clone(), count: *count }).collect();
    Ok(OrderFindings {
        items: vault.count_items(&order)?,
        judged: small(judged.len()),
        label: LABELS.iter().find(|label| flags.contains_key(**label)).map_or_else(String::new, |label| (*label).to_owned()),
        flags: LABELS.iter().filter_map(|l| flags.get(*l).map(|n| NamedCount { code: (*l).to_owned(), count: *n })).collect(),
        elements: counted(&elements),
        rows,
    })
}
