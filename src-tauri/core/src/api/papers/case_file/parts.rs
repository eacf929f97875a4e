//! The parts of a case file that are records of their own: the order, the application, people, items, pairs, opinions, proceedings.

use super::around::{Around, ItemAround, about};
use super::exhibits::Exhibits;
use super::seen::{Seen, Shown, may};
use crate::analysis::deadline_of;
use crate::api::desk::Words;
use crate::api::orders::state_of_term;
use crate::api::records::version_at;
use crate::api::wire::Trilingual;
use crate::error::Result;
use crate::model::audience::Audience;
use crate::model::kinds::{self, Held};
use crate::model::rubric::Texts as Three;
use crate::model::rules::Holds;
use crate::papers::case_file::{Cited, Complaint, Decision, Item, Opinion, Order, Pair, Person, Proceeding, Translation};
use crate::store::{Record, Vault};
use std::collections::BTreeSet;

fn three(names: Trilingual) -> Three {
    Three { kk: names.kk, ru: names.ru, en: names.en }
}

/// Tells the order.
pub(super) fn order(vault: &Vault, around: &Around, names: &Words, rest: (i64, &mut Exhibits)) -> Result<Order> {
    let (now, exhibits) = rest;
    let seen = around.seen_order();
    let outcomes = vault.order_listed(&around.id)?.map(|listed| listed.outcomes).unwrap_or_default();
    let representative = seen.link("representative").map(|id| vault.record(&kinds::REPRESENTATIVES, &id)).transpose()?;
    let mut actions = vec![seen.code("action")];
    actions.extend(seen.codes("more_actions").into_iter().filter(|action| *action != seen.code("action")));
    let weighed = around.weighed(&around.id).into_iter().map(|field| {
        let (confidence, reference) = around.fact(&around.id, &field);
        (field, confidence, exhibits.cite(&reference))
    });
    Ok(Order {
        reference: seen.text("reference"),
        number: seen.text("number"),
        instrument: seen.code("instrument"),
        authority: three(names.authority(seen.link("authority").as_ref())),
        platform: three(names.platform(seen.link("platform").as_ref())),
        representative: representative.map(|r| around.seen(&kinds::REPRESENTATIVES, &r).text("name")).unwrap_or_default(),
        signatory_role: seen.text("signatory_role"),
        issued: seen.when("issued"),
        received: seen.when("received"),
        provisions: seen.text("provisions"),
        ground: seen.code("ground"),
        actions,
        scope: seen.code("scope"),
        duration: seen.code("duration"),
        until: seen.when("duration_until"),
        deadline_basis: seen.code("deadline_basis"),
        deadline_state: deadline_of(&seen.moment("received"), &outcomes, now).code().to_owned(),
        stated_reasons: seen.text("stated_reasons"),
        reasons_withheld: seen.hides("stated_reasons"),
        reasons_level: seen.code("reasons_level"),
        court_act_cited: seen.text("court_act_cited"),
        document_seen: seen.code("document_seen"),
        learned_how: seen.code("learned_how"),
        second_source: seen.text("second_source"),
        names_items_by_url: seen.code("names_items_by_url"),
        informs_of_appeal: seen.code("informs_of_appeal"),
        author_notified: seen.code("author_notified"),
        secrecy_demanded: seen.code("secrecy_demanded"),
        note: seen.text("note"),
        cited: around.cited.iter().map(|citation| cited(vault, around, citation)).collect::<Result<_>>()?,
        weighed: weighed.collect(),
    })
}

fn cited(vault: &Vault, around: &Around, citation: &Record) -> Result<Cited> {
    let seen = around.seen(&kinds::ORDER_PROVISIONS, citation);
    let as_written = seen.text("as_written");
    let Some(provision) = seen.link("provision") else {
        return Ok(Cited {
            as_written,
            known_as: String::new(),
            in_force: "unknown".to_owned(),
            wording: Three::default(),
            source: String::new(),
        });
    };
    let record = vault.record(&kinds::PROVISIONS, &provision)?;
    let known = around.seen(&kinds::PROVISIONS, &record);
    let (holds, version) = version_at(vault, &provision, &around.seen_order().moment("issued"))?;
    let version = version.map(|id| vault.record(&kinds::PROVISION_VERSIONS, &id)).transpose()?;
    let worded =
        |field: &str| version.as_ref().map(|v| around.seen(&kinds::PROVISION_VERSIONS, v).text(field)).unwrap_or_default();
    let parts = ["act", "article", "paragraph"].map(|field| known.text(field));
    Ok(Cited {
        as_written,
        known_as: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        in_force: match holds {
            Holds::Yes => "yes",
            Holds::No => "no",
            Holds::Unknown => "unknown",
        }
        .to_owned(),
        wording: Three { kk: worded("text_kk"), ru: worded("text_ru"), en: worded("note_en") },
        source: worded("source"),
    })
}

/// Tells the applications behind the order.
pub(super) fn complaints(around: &Around) -> Vec<Complaint> {
    let one = |record: &Record| {
        let seen = around.seen(&kinds::COMPLAINTS, record);
        Complaint {
            reference: seen.text("reference"),
            filed: seen.when("filed"),
            channel: seen.code("channel"),
            filer_capacity: seen.code("filer_capacity"),
            signature: seen.code("signature"),
            to_expert_group: seen.code("to_expert_group"),
            decision: seen.code("decision"),
            how_known: seen.code("how_known"),
            note: seen.text("note"),
        }
    };
    around.complaints.iter().map(one).collect()
}

/// Tells who takes part. The name of a child is in no paper, nor that of somebody of whom it is not known that they are none where a child
/// is spoken of.
pub(super) fn people(vault: &Vault, around: &Around) -> Result<Vec<Person>> {
    let one = |(role, actor): &(String, Record)| {
        let seen = around.seen(&kinds::ACTORS, actor);
        let ages = about(vault, &kinds::ACTOR_AGES, "actor", &actor.id)?;
        let band = ages.last().map(|last| around.seen(&kinds::ACTOR_AGES, last).code("band")).unwrap_or_default();
        let is_child = seen.code("is_child");
        let is_adult = band == "adult" || is_child == "no";
        let is_protected = is_child == "yes" || matches!(band.as_str(), "under_13" | "13_15" | "16_17");
        let may_be_child = !is_adult && matches!(role.as_str(), "alleged_victim" | "complainant");
        let posts = about(vault, &kinds::OCCUPANCIES, "actor", &actor.id)?;
        let post = |record: &Record| {
            let seen = around.seen(&kinds::OCCUPANCIES, record);
            [seen.text("post"), seen.text("body")].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
        };
        Ok(Person {
            role: role.clone(),
            label: seen.text("public_label"),
            name: if is_protected || may_be_child { String::new() } else { seen.text("name") },
            band,
            is_child,
            posts: posts.iter().map(post).filter(|post| !post.is_empty()).collect(),
        })
    };
    around.roles.iter().map(one).collect()
}

/// Tells an item, without its reviews.
pub(super) fn item(around: &Around, item: &ItemAround, now: i64) -> Item {
    let (content, applied) = (around.seen(&kinds::ITEMS, &item.item), around.seen(&kinds::ORDER_ITEMS, &item.applied));
    let told = Item {
        place: item.place,
        kind: content.code("kind"),
        stub: item.is_stub(),
        referral: content.text("referral_note"),
        outcome: applied.code("outcome"),
        complied: applied.when("complied"),
        deadline_state: state_of_term(
            &around.seen_order().moment("received"),
            &applied.code("outcome"),
            &seen_times(&applied),
            now,
        ),
        demanded_action: applied.code("demanded_action"),
        basis: applied.code("platform_basis"),
        rules: applied.code("platform_rules"),
        appeal: applied.code("appeal_result"),
        reinstated_by: applied.code("reinstated_by"),
        effect: applied.text("chilling_effect"),
        ..Item::default()
    };
    // Of child sexual material nothing is said but that an order names it and where it was referred.
    if told.stub {
        return told;
    }
    // What must be handled with care is read inside the case alone.
    let inside = matches!(around.audience, Audience::Court | Audience::Lawyer) || !item.is_hard();
    let words = |text: String| if inside { text } else { String::new() };
    let text = words(content.text("text"));
    let translation = |record: &Record| {
        let seen = around.seen(&kinds::ITEM_TRANSLATIONS, record);
        let text = words(seen.text("text"));
        (!text.is_empty()).then(|| Translation {
            language: seen.code("language"),
            text,
            made_by: seen.code("made_by"),
            translator: seen.text("translator"),
        })
    };
    Item {
        locator: words(content.text("locator")),
        language: content.code("language"),
        posted: content.when("posted"),
        sensitivity: content.code("sensitivity"),
        topics: content.codes("topics"),
        statement_mode: content.code("statement_mode"),
        text_withheld: text.is_empty() && item.item.fields.contains_key("text"),
        text,
        translations: item.translations.iter().filter_map(translation).collect(),
        repeats: repeats(around, item),
        ..told
    }
}

fn seen_times(applied: &Seen<'_>) -> [crate::model::time::Moment; 3] {
    ["complied", "last_seen_up", "first_seen_down"].map(|field| applied.moment(field))
}

// Other items of the order that stand in the same set of repetitions.
fn repeats(around: &Around, item: &ItemAround) -> Vec<u32> {
    let Some(set) = item.item.fields.get("repetition_set") else { return Vec::new() };
    let same = around.items.iter().filter(|other| other.id != item.id && other.item.fields.get("repetition_set") == Some(set));
    same.map(|other| other.place).collect()
}

/// Tells the pairs of like items.
pub(super) fn pairs(vault: &Vault, around: &Around) -> Result<Vec<Pair>> {
    let mut seen_pairs = BTreeSet::new();
    let mut found = Vec::new();
    for item in around.items.iter().filter(|item| item.has_chapter && !item.is_stub()) {
        for id in vault.comparators_of(&item.item.id)? {
            if seen_pairs.insert(id) {
                found.push(pair(vault, around, item, &vault.record(&kinds::COMPARATOR_PAIRS, &id)?)?);
            }
        }
    }
    Ok(found)
}

fn pair(vault: &Vault, around: &Around, item: &ItemAround, record: &Record) -> Result<Pair> {
    let seen = around.seen(&kinds::COMPARATOR_PAIRS, record);
    let ends = [seen.link("item_a"), seen.link("item_b")];
    let other = ends.into_iter().flatten().find(|end| *end != item.item.id).unwrap_or(item.item.id);
    let content = vault.record(&kinds::ITEMS, &other)?;
    let is_hard = content.fields.contains_key("sensitivity") || content.fields.contains_key("stub");
    let shown = around.seen(&kinds::ITEMS, &content);
    let (mut reference, mut outcome, mut verdict) = (String::new(), String::new(), String::new());
    if let Some(id) = vault.order_item_of(&other)? {
        let applied = vault.record(&kinds::ORDER_ITEMS, &id)?;
        let applied = around.seen(&kinds::ORDER_ITEMS, &applied);
        outcome = applied.code("outcome");
        if let Some(order) = applied.link("order") {
            reference = vault.order(&order)?.reference;
        }
        verdict = vault.standing_verdict(&id)?.map(|judged| judged.verdict).unwrap_or_default();
    }
    // Who looked is no one's business; that they are two is.
    let people = ["first_reviewer", "second_reviewer"].map(|field| seen.text(field));
    let views = [("first_reviewer", "first_view"), ("second_reviewer", "second_view")];
    let views: Vec<String> =
        views.iter().filter(|(who, _)| !seen.text(who).is_empty()).map(|(_, view)| seen.code(view)).collect();
    let [one, other_person] = &people;
    Ok(Pair {
        place: item.place,
        locator: if is_hard { String::new() } else { shown.text("locator") },
        reference,
        outcome,
        verdict,
        shared: seen.text("shared_features"),
        difference: seen.text("difference_in_treatment"),
        rationale: seen.text("rationale"),
        counts: views.len() == 2 && one != other_person && views.iter().all(|view| view == "comparable"),
        views,
    })
}

/// Tells the opinions of experts outside the state.
pub(super) fn opinions(around: &Around, exhibits: &mut Exhibits) -> Vec<Opinion> {
    let mut found = Vec::new();
    for record in &around.opinions {
        let seen = around.seen(&kinds::EXPERT_OPINIONS, record);
        found.push(Opinion {
            place: seen.link("item").map_or(0, |item| around.place_of(&item)),
            label: seen.text("public_label"),
            name: seen.text("expert"),
            disciplines: seen.codes("discipline"),
            question: seen.text("question"),
            finding: seen.text("finding"),
            agrees: seen.code("agrees_with_state"),
            independence: seen.text("independence_statement"),
            exhibit: exhibits.cite_in_words(&seen.text("exhibit")),
        });
    }
    found
}

/// Tells the decision of the state's expert group.
pub(super) fn decision(around: &Around) -> Option<Decision> {
    let seen = around.seen(&kinds::EXPERT_DECISIONS, around.experts.as_ref()?);
    Some(Decision {
        reference: seen.text("reference"),
        number: seen.text("number"),
        requested: seen.when("requested"),
        decided: seen.when("decided"),
        extended: seen.code("extended"),
        members: seen.text("members_known"),
        disciplines: seen.codes("disciplines"),
        votes: seen.text("votes"),
        conclusion: seen.code("conclusion"),
        reasons_level: seen.code("reasons_level"),
        dissent: seen.code("dissent"),
        published: seen.code("published"),
    })
}

/// Tells the proceedings.
pub(super) fn proceedings(around: &Around) -> Vec<Proceeding> {
    let one = |record: &Record| {
        let seen = around.seen(&kinds::PROCEEDINGS, record);
        Proceeding {
            reference: seen.text("reference"),
            forum: seen.code("forum"),
            number: seen.text("number"),
            filed: seen.when("filed"),
            due: seen.when("due"),
            decided: seen.when("decided"),
            stage: seen.text("stage"),
            claim: seen.text("claim"),
            result: seen.text("result"),
            exhausted: seen.code("remedies_exhausted"),
        }
    };
    around.proceedings.iter().map(one).collect()
}

/// Lists the kinds of things that are on record and that this reader does not see.
pub(super) fn withheld(around: &Around) -> Vec<String> {
    let actors = || around.roles.iter().map(|(_, actor)| around.seen(&kinds::ACTORS, actor));
    let items = || around.items.iter().map(|item| around.seen(&kinds::ITEMS, &item.item));
    let hard = !matches!(around.audience, Audience::Court | Audience::Lawyer) && around.items.iter().any(ItemAround::is_hard);
    let month = may(around.audience, "orders", "issued") == Shown::Month;
    let reviewed = around.items.iter().any(|item| !item.reviews.is_empty());
    let is_held = |field: &str| around.order.fields.get(field).is_some_and(|held| !matches!(held, Held::Nothing));
    let hidden = |kind: &str, field: &str| may(around.audience, kind, field) == Shown::Nothing;
    let found = [
        ("names", actors().any(|actor| actor.hides("name"))),
        ("contacts", actors().any(|actor| actor.hides("contact"))),
        ("reasons", is_held("stated_reasons") && hidden("orders", "stated_reasons")),
        ("texts", items().any(|item| item.hides("text")) || hard),
        ("addresses", items().any(|item| item.hides("locator"))),
        ("grounds", reviewed && (hidden("reviews", "note") || hidden("reviews", "quote"))),
        ("days", month),
        ("exhibits", hidden("facts", "exhibits") && around.references_on_record()),
    ];
    found.into_iter().filter(|(_, is_so)| *is_so).map(|(code, _)| code.to_owned()).collect()
}
