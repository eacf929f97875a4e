//! Capture: what a pasted text says, what the register may already hold of it, and an order that was begun and not saved. Nothing is recorded.

use super::desk::Words;
use super::orders::{TEXT_CHARS_MAX, empty_draft, wire_time};
use super::wire::{
    CaptureDraft, CaptureKeep, Duplicate, Duplicates, DuplicatesAsk, MoreField, Nothing, OrderDraft, Reading, Recognise,
    Recognised,
};
use super::{App, small};
use crate::error::{Error, Result};
use crate::exchange::{self, Found, RecognisedFields};
use crate::model::stub::{CSAM_STUB, stub_rule};
use crate::model::time::Basis;
use crate::store::Vault;
use std::ops::Range;

/// Fields of the form that a reading fills; the others go into `more`.
const FORM: [&str; 11] = [
    "number",
    "authority",
    "platform",
    "issued",
    "received",
    "locators",
    "instrument",
    "provisions",
    "ground",
    "informs_of_appeal",
    "author_notified",
];
/// The order holds one action; the most far-reaching that a letter demands is proposed.
const ACTIONS_BY_REACH: [&str; 6] = ["suspend_account", "block_site", "delete", "geo_block", "disclose_author", "label"];

pub(super) fn order_recognise(app: &App, args: Recognise) -> Result<Recognised> {
    let vault = app.vault()?;
    let text: String = args.text.chars().take(TEXT_CHARS_MAX).collect();
    let mut found = exchange::recognise(&text);
    let child_sexual = found.child_sexual.is_some();
    if child_sexual {
        // Neither the addresses nor the words of such a letter go any further.
        found.urls.clear();
        found.reasons = None;
        found.court_act = None;
        found.platform_host = String::new();
    }
    let mut order = empty_draft(vault.env().clock.now_seconds());
    fill(&mut order, &found);
    order.platform = platform_name(&vault, &found)?;
    if child_sexual {
        stub_rule(CSAM_STUB, &order.locators.concat(), &order.text).map_err(Error::Invalid)?;
    }
    let mut readings = readings(&text, &found);
    if found.platform.is_none()
        && !order.platform.is_empty()
        && let Some(url) = found.urls.first()
    {
        readings.push(reading(&units(&text), "platform", &order.platform, &url.span, "likely"));
    }
    if let Some(action) = ACTIONS_BY_REACH.iter().find(|code| found.actions.iter().any(|action| action.value == **code)) {
        order.action = (*action).to_owned();
        let of_form = readings.iter().find(|r| r.field == "actions" && r.value == *action).cloned();
        readings.extend(of_form.map(|reading| Reading { field: "action".to_owned(), ..reading }));
    }
    let mut more: Vec<MoreField> = Vec::new();
    for reading in readings.iter().filter(|reading| !FORM.contains(&reading.field.as_str()) && reading.field != "action") {
        more.push(MoreField { field: reading.field.clone(), value: reading.value.clone() });
    }
    if !found.language.is_empty() {
        more.push(MoreField { field: "language".to_owned(), value: found.language.to_owned() });
    }
    let mut fields: Vec<String> = Vec::new();
    for reading in &readings {
        if (FORM.contains(&reading.field.as_str()) || reading.field == "action") && !fields.contains(&reading.field) {
            fields.push(reading.field.clone());
        }
    }
    let duplicates = duplicates(&vault, &order.number, &order.authority, &order.locators)?;
    Ok(Recognised { order, fields, duplicates, found: readings, more, child_sexual })
}

pub(super) fn order_duplicates(app: &App, args: DuplicatesAsk) -> Result<Duplicates> {
    Ok(Duplicates { rows: duplicates(&*app.vault()?, &args.number, &args.authority, &args.locators)? })
}

/// Where the order that was begun stands: among the words that are no record yet, through which a purge by term goes too.
const BEGUN: (&str, &str, &str) = ("capture", "", "");
const BEGUN_NAME: &str = "order";
/// The form holds the same text once more, and marks of its own around it.
const BEGUN_CHARS_MAX: usize = 2 * TEXT_CHARS_MAX;

pub(super) fn capture_draft(app: &App, _: Nothing) -> Result<CaptureDraft> {
    let (kind, subject, lang) = BEGUN;
    let kept = app.vault()?.paper_texts(kind, subject, lang)?.remove(BEGUN_NAME);
    // One that another version wrote, or that nobody can read, is as none.
    Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

pub(super) fn capture_keep(app: &App, args: CaptureKeep) -> Result<Nothing> {
    let vault = app.vault()?;
    for (text, field) in [(&args.pasted, "pasted"), (&args.form, "form")] {
        // What the register takes no word of it does not keep half-written either.
        if text.chars().count() > BEGUN_CHARS_MAX || exchange::recognise(text).child_sexual.is_some() {
            return Err(Error::Invalid(field));
        }
    }
    let text = if args.form.is_empty() {
        String::new()
    } else {
        let kept_at = vault.env().clock.now_seconds();
        let draft = CaptureDraft { pasted: args.pasted, form: args.form, kept_at };
        serde_json::to_string(&draft).map_err(|_| Error::Inside("writing an order that was begun"))?
    };
    vault.keep_paper_text(BEGUN, BEGUN_NAME, &text)?;
    Ok(Nothing {})
}

fn fill(order: &mut OrderDraft, found: &RecognisedFields) {
    let set = |to: &mut String, value: &Option<Found<String>>| {
        if let Some(found) = value {
            found.value.clone_into(to);
        }
    };
    set(&mut order.number, &found.number);
    set(&mut order.authority, &found.authority);
    set(&mut order.instrument, &found.instrument);
    set(&mut order.ground, &found.ground);
    set(&mut order.informs_of_appeal, &found.appeal);
    set(&mut order.author_notified, &found.notified);
    order.provisions = found.provisions_written();
    let moment = |date: &Found<exchange::ParsedDate>| date.value.moment_in_astana(Basis::Document).map(|m| wire_time(&m));
    if let Some(issued) = found.issued.as_ref().and_then(moment) {
        order.issued = issued;
    }
    if let Some(received) = found.received.as_ref().and_then(moment) {
        order.received = received;
    }
    order.locators = found.urls.iter().map(|url| url.value.clone()).collect();
}

fn readings(text: &str, found: &RecognisedFields) -> Vec<Reading> {
    let units = units(text);
    found.all().iter().map(|(field, value, span, sure)| reading(&units, field, value, span, sure.code())).collect()
}

fn reading(units: &[(usize, u32)], field: &str, value: &str, span: &Range<usize>, confidence: &str) -> Reading {
    let unit = |byte: usize| units.get(units.partition_point(|(at, _)| *at < byte)).map_or(0, |(_, unit)| *unit);
    Reading {
        field: field.to_owned(),
        value: value.to_owned(),
        start: unit(span.start),
        end: unit(span.end),
        confidence: confidence.to_owned(),
    }
}

/// Byte and UTF-16 unit of each letter, and of the end.
fn units(text: &str) -> Vec<(usize, u32)> {
    let mut unit = 0_u32;
    let mut all: Vec<(usize, u32)> = Vec::with_capacity(text.len() + 1);
    for (at, letter) in text.char_indices() {
        all.push((at, unit));
        unit += small(letter.len_utf16());
    }
    all.push((text.len(), unit));
    all
}

// The name of a platform that the register knows; the host of an unknown one is offered as it is.
fn platform_name(vault: &Vault, found: &RecognisedFields) -> Result<String> {
    let named = found.platform.as_ref().map_or("", |found| found.value.as_str());
    for written in [named, found.platform_host.as_str()] {
        if let Some(id) = vault.find_platform(written)? {
            let words = Words::of(vault)?;
            return Ok(words.spoken(words.platform(Some(&id))));
        }
    }
    Ok(if named.is_empty() { found.platform_host.clone() } else { named.to_owned() })
}

fn duplicates(vault: &Vault, number: &str, authority: &str, locators: &[String]) -> Result<Vec<Duplicate>> {
    let found = vault.likely_duplicates(number, authority, locators)?;
    let wire = found.into_iter().map(|alike| Duplicate {
        id: alike.order.to_string(),
        reference: alike.reference,
        why: alike.why.to_owned(),
        locator: alike.locator,
        how: alike.how.into_iter().map(str::to_owned).collect(),
    });
    Ok(wire.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::silent::Silent;
    use crate::api::wire::{Lang, OrderAdd, PurgeAsk, VaultCreate, VaultUnlock};
    use crate::env::Env;
    use crate::store::KdfCost;
    use std::sync::Arc;

    fn app(folder: &std::path::Path) -> App {
        let app = App::new(Env::system(), Arc::new(Silent), folder.join("vault"), KdfCost::TESTS);
        app.vault_create(VaultCreate {
            passphrase: "алты сөзден тұратын құпия сөйлем".to_owned(),
            lang: Lang::Ru,
            with_example: false,
            organisation: "Synaq".to_owned(),
            actor: "Monitor".to_owned(),
        })
        .unwrap();
        app
    }

    #[test]
    fn a_letter_comes_back_with_its_passages_counted_as_the_window_counts() {
        let folder = tempfile::tempdir().unwrap();
        let app = app(folder.path());
        // The letter before the text takes two units of the window and four bytes of ours.
        let text = "🔔 Комитет информации\nПредписание № 7 от 14.03.2025\nУдалить https://t.me/a/1 в течение 24 часов с момента получения.";
        let found = app.order_recognise(Recognise { text: text.to_owned() }).unwrap();
        let wide: Vec<u16> = text.encode_utf16().collect();
        let passage = |field: &str| {
            let reading = found.found.iter().find(|reading| reading.field == field).unwrap();
            String::from_utf16(&wide[reading.start as usize..reading.end as usize]).unwrap()
        };
        assert_eq!(passage("number"), "7");
        assert_eq!(passage("locators"), "https://t.me/a/1");
        assert_eq!(passage("deadline_stated"), "24 часов");
        assert_eq!((found.order.number.as_str(), found.order.action.as_str()), ("7", "delete"));
        let more: Vec<(&str, &str)> = found.more.iter().map(|more| (more.field.as_str(), more.value.as_str())).collect();
        for pair in
            [("deadline_stated", "h24"), ("deadline_basis", "h24_from_receipt"), ("actions", "delete"), ("language", "ru")]
        {
            assert!(more.contains(&pair), "{pair:?} {more:?}");
        }
        assert!(found.fields.contains(&"action".to_owned()) && !found.fields.contains(&"actions".to_owned()));
    }

    #[test]
    fn an_order_that_was_begun_outlives_the_lock_and_is_no_entry() {
        let folder = tempfile::tempdir().unwrap();
        let app = app(folder.path());
        let entries = |app: &App| app.ledger_verify(Nothing {}).unwrap().entries;
        let before = entries(&app);
        assert_eq!(app.capture_draft(Nothing {}).unwrap(), CaptureDraft::default());
        let keep = |app: &App, pasted: &str, form: &str| {
            app.capture_keep(CaptureKeep { pasted: pasted.to_owned(), form: form.to_owned() })
        };
        keep(&app, "Предписание № 6", "{\"number\":\"6\"}").unwrap();
        keep(&app, "Предписание № 7", "{\"number\":\"7\",\"note\":\"Ерлан Тестов\"}").unwrap();
        app.vault_lock(Nothing {}).unwrap();
        assert!(matches!(app.capture_draft(Nothing {}), Err(Error::Locked)));
        app.vault_unlock(VaultUnlock { passphrase: "алты сөзден тұратын құпия сөйлем".to_owned() }).unwrap();
        let kept = app.capture_draft(Nothing {}).unwrap();
        assert_eq!((kept.pasted.as_str(), kept.form.contains("\"7\"")), ("Предписание № 7", true));
        assert!(kept.kept_at > 1_700_000_000);
        assert_eq!(entries(&app), before);
        // A purge by term goes through it, and leaves it readable.
        let ask = PurgeAsk {
            kind: String::new(),
            record: String::new(),
            term: "Ерлан Тестов".to_owned(),
            only: Vec::new(),
            reason: "persons_request".to_owned(),
            keep_papers: true,
            confirmed: true,
        };
        assert_eq!(app.purge_run(ask).unwrap().done.drafts, 1);
        let struck = app.capture_draft(Nothing {}).unwrap().form;
        assert!(!struck.contains("Тестов") && struck.contains("\"number\":\"7\""), "{struck}");
        keep(&app, "", "").unwrap();
        assert_eq!(app.capture_draft(Nothing {}).unwrap(), CaptureDraft::default());
    }

    #[test]
    fn of_child_sexual_material_no_half_written_order_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let app = app(folder.path());
        let words = "Детская порнография: https://example.com/x".to_owned();
        for (pasted, form, field) in [(words.clone(), "{}".to_owned(), "pasted"), (String::new(), words, "form")] {
            let refused = app.capture_keep(CaptureKeep { pasted, form });
            assert!(matches!(refused, Err(Error::Invalid(of)) if of == field), "{field}");
        }
        let long = "а".repeat(BEGUN_CHARS_MAX + 1);
        assert!(app.capture_keep(CaptureKeep { pasted: String::new(), form: long }).is_err());
        assert_eq!(app.capture_draft(Nothing {}).unwrap(), CaptureDraft::default());
    }

    #[test]
    fn of_child_sexual_material_no_address_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let app = app(folder.path());
        let text = "Предписание № 7 от 14.03.2025\nКомитет информации\nДетская порнография: https://example.com/x";
        let found = app.order_recognise(Recognise { text: text.to_owned() }).unwrap();
        assert!(found.child_sexual && found.order.locators.is_empty());
        assert_eq!(found.order.number, "7");
        let wire = serde_json::to_string(&found).unwrap();
        assert!(!wire.contains("example.com"), "{wire}");
    }

    #[test]
    fn what_is_on_record_is_found_again_however_it_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let app = app(folder.path());
        let recognised = app.order_recognise(Recognise { text: "https://www.example.kz/1/?utm_source=a".to_owned() }).unwrap();
        let saved = app.order_add(OrderAdd::of(recognised.order)).unwrap();
        let ask =
            DuplicatesAsk { number: String::new(), authority: String::new(), locators: vec!["http://example.kz/1".to_owned()] };
        let rows = app.order_duplicates(ask).unwrap().rows;
        assert_eq!(
            rows.iter().map(|row| (row.id.as_str(), row.why.as_str())).collect::<Vec<_>>(),
            [(saved.id.as_str(), "alike_locator")]
        );
        assert_eq!(rows[0].locator, "https://www.example.kz/1/?utm_source=a");
    }
}
