//! Versions of the method on the command line.

use super::MethodTask;
use super::answer::{Answer, document, pick};
use std::fmt::Write as _;
use std::path::Path;
use tarazy_core::api::App;
use tarazy_core::api::wire::{
    Code, Lang, Method, MethodAdopt, MethodAsk, MethodCondition, MethodExport, MethodFault, MethodFolder, MethodRow, MethodSaved,
    Nothing,
};
use tarazy_core::{Arg, Error, Texts};

/// Runs a task that needs an open register.
pub fn run(app: &App, task: &MethodTask, lang: Lang) -> anyhow::Result<Answer> {
    let export = |version: &String, what: &str| MethodExport { version: version.clone(), what: what.to_owned(), lang };
    Ok(match task {
        MethodTask::List => {
            let list = app.methods(Nothing {})?;
            let rows = list.rows.clone();
            Answer::new(document(&list), move |t| rows.iter().map(|row| line(row, t)).collect::<Vec<_>>().join("\n"))
        }
        MethodTask::Show { version } => shown(&app.method_open(MethodAsk { version: version.clone() })?),
        MethodTask::Check { dir } => check(dir)?,
        MethodTask::Export { version, .. } => saved(&app.method_export(export(version, "folder"))?),
        MethodTask::Import { dir } => adopted(&app.method_import(Nothing {}).map_err(|e| as_given(e, dir))?),
        MethodTask::Adopt { version, by, on } => {
            adopted(&app.method_adopt(MethodAdopt { version: version.clone(), by: by.clone(), on: on.clone() })?)
        }
        MethodTask::Paper { out, force: false, .. } if out.exists() => return Err(Error::PlaceRefused.into()),
        MethodTask::Paper { version, .. } => saved(&app.method_export(export(version, "pdf"))?),
    })
}

fn line(row: &MethodRow, t: &Texts) -> String {
    let status = t.named("method-status", &row.status);
    let name = if row.status == "draft" { format!("{} ({})", row.version, row.key) } else { row.version.clone() };
    let args = [("version", Arg::from(name)), ("status", Arg::from(status)), ("digest", Arg::from(row.digest.as_str()))];
    let mut line = t.say("method-line-row", &args).trim_end().to_owned();
    for more in [row.adopted_on.as_str(), row.adopted_by.as_str()] {
        if !more.is_empty() {
            let _ = write!(line, "  {more}");
        }
    }
    if row.in_use {
        let _ = write!(line, "  ({})", t.say("method-in-use", &[]));
    }
    line
}

fn shown(method: &Method) -> Answer {
    let m = method.clone();
    let faulty = !m.checked.faults.is_empty();
    let answer = Answer::new(document(method), move |t| {
        let mut out = format!("{}\n{}\n", line(&m.row, t), t.named("method-step", &m.checked.step));
        for change in &m.changelog {
            let _ = writeln!(out, "  {}", pick(change, t));
        }
        for rule in &m.form.rules {
            let sets = m.checked.sets.iter().find(|s| s.rule == rule.id).map_or(0, |s| s.sets);
            let verdict = t.named("verdict", &rule.verdict);
            let _ = writeln!(out, "{:>5}  {sets:>5}  {verdict}: {}", rule.id, pick(&rule.text, t));
        }
        for file in &m.files {
            let _ = writeln!(out, "{}  {}", file.digest, file.name);
        }
        out + &faults(&m.checked.faults, t)
    });
    if faulty { answer.bad() } else { answer }
}

/// Checks a folder, without any register.
pub fn check(dir: &Path) -> anyhow::Result<Answer> {
    Ok(checked(&tarazy_core::api::check_folder(dir).map_err(|e| as_given(e, dir))?))
}

// The core names a folder without the way to it; whoever typed the way is told it as it was typed.
fn as_given(error: Error, dir: &Path) -> Error {
    match error {
        Error::File { code: Code::FolderAbsent, .. } => {
            Error::File { code: Code::FolderAbsent, params: [("name".to_owned(), dir.display().to_string())].into() }
        }
        other => other,
    }
}

// A fault makes the exit code 1. That digests are missing is a remark: nobody can import such a folder, but its rules may be sound.
fn checked(folder: &MethodFolder) -> Answer {
    let f = folder.clone();
    let faulty = !f.checked.faults.is_empty();
    let answer = Answer::new(document(folder), move |t| {
        let sealed = t.say(if f.sealed { "method-check-sealed" } else { "method-check-unsealed" }, &[]);
        if f.checked.faults.is_empty() {
            let args = [("sets", Arg::from(f.checked.sets_total)), ("digest", Arg::from(f.digest.as_str()))];
            format!("{}\n{}\n{sealed}", f.version, t.say("method-check-clean", &args))
        } else if f.digest.is_empty() {
            // What could not be read has no digest, and what the digests say stands among the faults.
            faults(&f.checked.faults, t)
        } else {
            format!("{}\n{sealed}", faults(&f.checked.faults, t))
        }
    });
    if faulty { answer.bad() } else { answer }
}

fn faults(faults: &[MethodFault], t: &Texts) -> String {
    listed("method-check-faults", faults, t)
}

/// Words why a method was refused: every fault with its file, its code and the reason.
pub fn refused(faults: &[MethodFault], t: &Texts) -> String {
    listed("method-refused", faults, t)
}

fn listed(head: &str, faults: &[MethodFault], t: &Texts) -> String {
    if faults.is_empty() {
        return String::new();
    }
    let count = u32::try_from(faults.len()).unwrap_or(u32::MAX);
    let mut out = t.say(head, &[("count", Arg::from(count))]);
    for fault in faults {
        let file = fault.params.get("file").map(|file| format!("{file}, ")).unwrap_or_default();
        let _ = write!(out, "\n- {file}{}: {}", fault.code, worded(fault, t));
    }
    out
}

fn worded(fault: &MethodFault, t: &Texts) -> String {
    let answer =
        |c: &MethodCondition| t.say(if c.met { "method-met" } else { "method-not-met" }, &[("code", Arg::from(c.code.as_str()))]);
    let answers = match fault.answers.as_slice() {
        [] => t.say("method-any-answers", &[]),
        list => list.iter().map(answer).collect::<Vec<_>>().join(", "),
    };
    let mut args: Vec<(&str, Arg<'_>)> = fault.params.iter().map(|(k, v)| (k.as_str(), Arg::from(v.as_str()))).collect();
    args.push(("answers", Arg::from(answers)));
    t.say(&format!("method-fault-{}", fault.code.replace('_', "-")), &args)
}

fn adopted(method: &Method) -> Answer {
    let (version, by) = (method.row.version.clone(), method.row.adopted_by.clone());
    Answer::new(document(method), move |t| {
        t.say("method-adopted-now", &[("version", Arg::from(version.as_str())), ("by", Arg::from(by.as_str()))])
    })
}

fn saved(saved: &MethodSaved) -> Answer {
    let s = saved.clone();
    Answer::new(document(saved), move |t| {
        t.say("method-saved", &[("name", Arg::from(s.name.as_str())), ("digest", Arg::from(s.digest.as_str()))])
    })
}
