//! One field of one order or of many, and what an entry of the ledger changed.

use super::answer::{Answer, document, item_words, pick, place_words};
use std::fmt::Write as _;
use tarazy_core::api::App;
use tarazy_core::api::wire::{Bulk, EntryShown, EntryValue, OrderSet, Selection, Undone};
use tarazy_core::{Arg, Texts, utc};

/// Sets one field of one order.
pub fn set(app: &App, id: String, field: &str, value: &str) -> anyhow::Result<Answer> {
    let saved = app.order_set(OrderSet { id, field: field.to_owned(), value: value.to_owned() })?;
    // What changes nothing writes no entry.
    Ok(if saved.seq == 0 { Answer::new(document(&saved), |t| t.say("cli-bulk-nothing", &[])) } else { Answer::saved(&saved) })
}

/// Sets one field of every order that a filter matches, or says what that would change.
pub fn bulk(app: &App, filter: &str, set: (&str, &str), is_dry: bool) -> anyhow::Result<Answer> {
    let ask = Bulk {
        select: Selection { ids: Vec::new(), filter: filter.to_owned(), excluded: Vec::new() },
        field: set.0.to_owned(),
        value: set.1.to_owned(),
        values: Vec::new(),
    };
    if is_dry {
        let p = app.bulk_preview(ask)?;
        return Ok(Answer::new(document(&p), move |t| {
            let n = |n: u32| Arg::from(u64::from(n));
            let counts = [
                ("orders", n(p.orders)),
                ("change", n(p.would_change)),
                ("already", n(p.already)),
                ("refused", n(p.refused_total)),
            ];
            let mut out = t.say("cli-bulk-dry", &counts);
            for sample in &p.samples {
                let _ = write!(out, "\n{}  {} → {}", sample.reference, sample.before, sample.after);
            }
            out
        }));
    }
    let done = app.bulk_run(ask)?;
    Ok(Answer::new(document(&done), move |t| {
        if done.seqs.is_empty() {
            return t.say("cli-bulk-nothing", &[]);
        }
        let seqs: Vec<String> = done.seqs.iter().map(u32::to_string).collect();
        t.say(
            "cli-bulk-done",
            &[("changed", Arg::from(u64::from(done.changed))), ("entries", Arg::from(seqs.join(", ").as_str()))],
        )
    }))
}

/// What an entry changed, field by field.
pub fn shown(entry: &EntryShown) -> Answer {
    let e = entry.clone();
    Answer::new(document(entry), move |t| {
        let mut out = format!("{}  {}  {}  {}\n", e.seq, utc(e.recorded_at), t.named("event", &e.kind), e.actor);
        for told in &e.purged {
            let named = [
                ("seq", Arg::from(u64::from(told.seq))),
                ("when", utc(told.at).into()),
                ("actor", told.actor.as_str().into()),
                ("reason", told.reason.as_str().into()),
            ];
            let _ = writeln!(out, "{}", t.say("change-purged-on", &named));
        }
        for field in &e.fields {
            let (before, after) = (said(&field.before, t), said(&field.after, t));
            let what = item_words(&field.reference, &place_words(field.item), t);
            let _ = writeln!(out, "{what}  {}.{}  {before} → {after}", field.table, field.field);
        }
        out
    })
}

fn said(value: &EntryValue, texts: &Texts) -> String {
    if value.kind == "purged" {
        return texts.say("change-purged", &[]);
    }
    match (&value.time, &value.name) {
        (Some(time), _) => match (time.earliest, time.latest) {
            (Some(from), Some(to)) => format!("{}/{}", utc(from), utc(to)),
            _ => "—".to_owned(),
        },
        (None, Some(name)) => pick(name, texts),
        (None, None) if value.text.is_empty() => "—".to_owned(),
        // The first digits of an identifier are the time at which it was drawn: what was made together begins alike.
        (None, None) if value.kind == "id" => {
            format!("…{}", value.text.get(value.text.len().saturating_sub(12)..).unwrap_or_default())
        }
        (None, None) => value.text.clone(),
    }
}

/// What was undone.
pub fn undone(undone: &Undone) -> Answer {
    let u = undone.clone();
    Answer::new(document(undone), move |t| {
        let what = t.named("event", &u.kind);
        t.say(
            "cli-undone",
            &[
                ("what", Arg::from(what.as_str())),
                ("reference", Arg::from(u.reference.as_str())),
                ("seq", Arg::from(u64::from(u.seq))),
            ],
        )
    })
}
