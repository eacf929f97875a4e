//! Checkpoints that somebody keeps, and whether the ledger has only grown since.

use crate::answer::Answer;
use serde_json::json;
use std::path::Path;
use tarazy_core::api::{App, Since, write_whole};
use tarazy_core::{Arg, Error};

/// Longer than any signed note that is read.
const NOTE_BYTES_MAX: u64 = 64 * 1024;

/// Tells the last checkpoint, or saves it.
pub fn checkpoint(app: &App, out: Option<&Path>, force: bool) -> anyhow::Result<Answer> {
    let note = app.ledger_checkpoint()?;
    save(out, force, &note)?;
    let document = json!({ "checkpoint": note });
    Ok(if out.is_some() {
        Answer::new(document, |t| t.say("cli-done", &[]))
    } else {
        Answer::new(document, move |_| note.clone())
    })
}

/// Compares the ledger with a checkpoint that was kept, and saves the proof.
pub fn consistency(app: &App, note: &Path, out: Option<&Path>, force: bool) -> anyhow::Result<Answer> {
    // A file that is no note says as much as a note of another ledger.
    let is_short = std::fs::metadata(note)?.len() <= NOTE_BYTES_MAX;
    let kept = if is_short { String::from_utf8(std::fs::read(note)?).unwrap_or_default() } else { String::new() };
    let since = app.ledger_since(&kept)?;
    let (state, sizes) = match &since {
        Since::Grown { from, to, .. } => ("grown", Some((*from, *to))),
        Since::Foreign => ("foreign", None),
        Since::Shorter { from, to } => ("shorter", Some((*from, *to))),
        Since::Rewritten { from, to } => ("rewritten", Some((*from, *to))),
    };
    let mut document = json!({ "state": state, "from": sizes.map(|s| s.0), "to": sizes.map(|s| s.1) });
    let is_good = if let Since::Grown { proof, .. } = &since {
        save(out, force, proof)?;
        if let Some(fields) = document.as_object_mut() {
            fields.insert("proof".to_owned(), json!(proof));
        }
        true
    } else {
        false
    };
    let answer = Answer::new(document, move |t| {
        let (from, to) = sizes.unwrap_or_default();
        t.say(&format!("cli-since-{state}"), &[("from", Arg::from(from)), ("to", Arg::from(to))])
    });
    Ok(if is_good { answer } else { answer.bad() })
}

fn save(out: Option<&Path>, force: bool, text: &str) -> anyhow::Result<()> {
    match out {
        Some(out) if !force && out.exists() => Err(Error::PlaceRefused.into()),
        Some(out) => Ok(write_whole(out, text.as_bytes())?),
        None => Ok(()),
    }
}
