//! Purging on the command line.

use crate::answer::{Answer, document};
use clap::Args;
use std::io::{IsTerminal, Write};
use tarazy_core::api::wire::{Lang, PurgeAsk, PurgePreview};
use tarazy_core::api::{App, texts_of};
use tarazy_core::{Arg, Error, Texts};

/// What is to be taken away.
#[derive(Args)]
pub struct PurgeTask {
    /// Kind of the record: actors, complaints, exhibits, items, orders, or any other.
    #[arg(required_unless_present = "term", requires = "record")]
    kind: Option<String>,
    /// The record: its reference, as KZ-A-2026-0003, or its identifier.
    record: Option<String>,
    /// A name or phrase, struck from every text in which it stands, in whatever case.
    #[arg(long, conflicts_with_all = ["kind", "record"])]
    term: Option<String>,
    /// Places from which the term is struck, as --dry-run names them; otherwise all.
    #[arg(long, value_name = "PLACE", requires = "term", value_delimiter = ',')]
    only: Vec<String>,
    /// Why. What was recorded by mistake counts in no figure any more; all else counts with what is left of it.
    #[arg(long, required_unless_present = "dry_run", value_parser = ["court_order", "persons_request", "child_safety", "mistake"])]
    reason: Option<String>,
    /// Keeps the files of sealed papers that name it.
    #[arg(long)]
    keep_papers: bool,
    /// Say what would go, change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Do not ask once more.
    #[arg(long, conflicts_with = "dry_run")]
    yes: bool,
}

/// Does it.
pub fn run(app: &App, task: &PurgeTask, lang: Lang) -> anyhow::Result<Answer> {
    let ask = PurgeAsk {
        kind: task.kind.clone().unwrap_or_default(),
        record: task.record.clone().unwrap_or_default(),
        term: task.term.clone().unwrap_or_default(),
        only: task.only.clone(),
        reason: task.reason.clone().unwrap_or_default(),
        keep_papers: task.keep_papers,
        confirmed: true,
    };
    if task.dry_run {
        let preview = app.purge_preview(ask)?;
        return Ok(Answer::new(document(&preview), move |t| lines(&preview, t, "purge-would")));
    }
    if !task.yes {
        confirm(&app.purge_preview(ask.clone())?, &texts_of(lang))?;
    }
    let done = app.purge_run(ask)?;
    Ok(Answer::new(document(&done), move |t| {
        let mut said = vec![t.say("purge-done", &[("seq", Arg::from(u64::from(done.seq)))]), t.say("purge-remains", &[])];
        if !done.settled {
            said.push(t.say("purge-unsettled", &[]));
        }
        said.join("\n")
    }))
}

// Whoever cannot be asked has to say so beforehand.
fn confirm(preview: &PurgePreview, t: &Texts) -> anyhow::Result<()> {
    if !std::io::stdin().is_terminal() {
        return Err(Error::Invalid("confirmed").into());
    }
    let mut asking = std::io::stderr();
    write!(asking, "{}\n{} ", lines(preview, t, "purge-would"), t.say("purge-confirm", &[]))?;
    asking.flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    if answer.trim() == "yes" { Ok(()) } else { Err(Error::Cancelled.into()) }
}

fn lines(preview: &PurgePreview, t: &Texts, title: &str) -> String {
    let text = |text: &str| Arg::from(text.to_owned());
    let count = |n: u32| Arg::from(u64::from(n));
    let mut said = vec![t.say(title, &[])];
    for record in &preview.records {
        said.push(t.say("purge-record", &[("kind", text(&record.kind)), ("count", count(record.count))]));
    }
    for (id, n) in [
        ("purge-values", preview.values),
        ("purge-files", preview.files),
        ("purge-files-shared", preview.files_shared),
        ("purge-reviews", preview.reviews),
        ("purge-drafts", preview.drafts),
    ] {
        if n > 0 {
            said.push(t.say(id, &[("count", count(n))]));
        }
    }
    for name in &preview.imports {
        said.push(t.say("purge-import", &[("name", text(name))]));
    }
    for paper in &preview.papers {
        said.push(t.say(if paper.unread { "purge-paper-unread" } else { "purge-paper" }, &[("name", text(&paper.name))]));
    }
    for mention in &preview.mentions {
        said.push(t.say("purge-mention", &[("kind", text(&mention.kind)), ("count", count(mention.count))]));
    }
    for hit in &preview.hits {
        let label = if hit.label.is_empty() { String::new() } else { format!(" ({})", hit.label) };
        let named = [("key", text(&hit.key)), ("label", text(&label)), ("entries", count(hit.entries))];
        said.push(t.say(if hit.earlier { "purge-hit-earlier" } else { "purge-hit" }, &named));
    }
    said.join("\n")
}
