//! Snapshots on the command line: saved, computed anew, computed otherwise.

use super::answer::{Answer, document};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;
use tarazy_core::api::wire::{SnapshotDifference, SnapshotSaved, SnapshotTold, SnapshotWhy};
use tarazy_core::api::{Rerun, frozen, write_whole};
use tarazy_core::{Arg, Error, Texts};

/// Tells what was saved.
pub fn saved(saved: &SnapshotSaved) -> Answer {
    let saved = saved.clone();
    Answer::new(document(&saved), move |t| {
        let n = |n: u32| Arg::from(u64::from(n));
        let args = [
            ("name", Arg::from(saved.name.as_str())),
            ("orders", n(saved.orders)),
            ("items", n(saved.items)),
            ("digest", Arg::from(saved.digest.as_str())),
            ("at", Arg::from(saved.as_of.as_str())),
        ];
        t.say("snapshot-saved", &args)
    })
}

/// Computes a snapshot's figures anew.
pub fn measure(file: &Path, names: &[String], out: Option<&Path>) -> anyhow::Result<Answer> {
    let frozen = frozen(file)?;
    let (results, told) = (frozen.results(), frozen.told());
    if let Some(path) = out {
        if path.exists() {
            return Err(Error::PlaceRefused.into());
        }
        write_whole(path, format!("{results}\n").as_bytes())?;
    }
    let same = told.same;
    let answer = super::figures::told(frozen.profile(), names, results).before(move |t| heading(&told, t));
    Ok(if same { answer } else { answer.bad() })
}

fn heading(told: &SnapshotTold, t: &Texts) -> String {
    let args = [
        ("digest", Arg::from(told.digest.as_str())),
        ("app", Arg::from(told.app.as_str())),
        ("method", Arg::from(told.methodology.as_str())),
        ("at", Arg::from(told.as_of.as_str())),
    ];
    let mut out = t.say("snapshot-of", &args);
    if !told.filter.is_empty() {
        let _ = write!(out, "\n{}", t.say("snapshot-filter", &[("filter", Arg::from(told.filter.as_str()))]));
    }
    let _ = write!(out, "\n{}\n\n", t.say(if told.same { "snapshot-same" } else { "snapshot-other" }, &[]));
    out
}

/// Computes a snapshot otherwise.
pub fn rerun(file: &Path, asked: &Rerun) -> anyhow::Result<Answer> {
    let done = frozen(file)?.rerun(asked)?;
    Ok(Answer::new(document(&done), move |t| {
        let mut out = heading(&done.snapshot, t);
        let mut last = "";
        for difference in &done.differences {
            if difference.of != last {
                let _ = writeln!(out, "{}", difference.of);
                last = &difference.of;
            }
            let _ = writeln!(out, "{}", line(difference, t));
        }
        let n = Arg::from(done.differences.len() as u64);
        let id = if done.differences.is_empty() { "rerun-none" } else { "rerun-count" };
        let _ = writeln!(out, "{}", t.say(id, &[("n", n)]));
        out
    }))
}

fn line(difference: &SnapshotDifference, t: &Texts) -> String {
    let why: Vec<String> = difference.why.iter().map(|why| reason(why, t)).collect();
    let (old, new) = (value(&difference.old, t), value(&difference.new, t));
    format!("    {}: {old} → {new}  [{}]", difference.field, why.join(", "))
}

fn reason(why: &SnapshotWhy, t: &Texts) -> String {
    t.say(&format!("rerun-{}", why.code), &[("which", Arg::from(why.which.as_str()))])
}

// Numbers as they stand in the results: an expert compares digits.
fn value(value: &Value, t: &Texts) -> String {
    match value {
        Value::Null => t.say("rerun-nothing", &[]),
        Value::String(text) => text.clone(),
        other => json!(other).to_string(),
    }
}
