//! Purging: what would go is told first, and nothing goes before somebody has confirmed it.

use super::wire::{ById, PurgeAsk, PurgeCount, PurgeDone, PurgeHit, PurgePaper, PurgePreview, PurgeTold, PurgesTold};
use super::{App, parse_id, seq_of};
use crate::error::{Error, Result};
use crate::id::Id;
use crate::model::kept;
use crate::model::kinds::Kind;
use crate::model::term::Term;
use crate::papers::inside::inside;
use crate::store::{self, Names, PurgeReason, PurgeWhat, Vault};
use std::collections::BTreeMap;

/// Letters of a value by which a record is looked for in papers: fewer stand in any paper.
const LETTERS_MIN: usize = 5;
/// Words of a long text by which it is looked for in papers.
const WORDS_MAX: usize = 8;

enum Asked {
    Record(&'static Kind, Id),
    Term(Term),
}

fn asked(vault: &Vault, ask: &PurgeAsk) -> Result<Asked> {
    match (ask.kind.is_empty(), ask.term.trim().is_empty()) {
        (false, true) => {
            let kind = Kind::named(&ask.kind).ok_or(Error::Invalid("kind"))?;
            Ok(Asked::Record(kind, vault.find_record(kind, &ask.record)?))
        }
        (true, false) => Ok(Asked::Term(Term::parse(&ask.term).ok_or(Error::Invalid("term"))?)),
        _ => Err(Error::Invalid("term")),
    }
}

impl Asked {
    fn what<'w>(&'w self, only: &'w [String]) -> PurgeWhat<'w> {
        match self {
            Self::Record(kind, id) => PurgeWhat::Record(kind, *id),
            Self::Term(term) => PurgeWhat::Term { term, only },
        }
    }
}

pub(super) fn purge_preview(app: &App, ask: PurgeAsk) -> Result<PurgePreview> {
    let vault = app.vault()?;
    let asked = asked(&vault, &ask)?;
    let preview = vault.purge_preview(&asked.what(&ask.only))?;
    let papers = papers(&vault, &asked, &preview)?;
    told(&vault, preview, papers)
}

pub(super) fn purge_run(app: &App, ask: PurgeAsk) -> Result<PurgeDone> {
    let vault = app.vault()?;
    let reason = PurgeReason::parse(&ask.reason).ok_or(Error::Invalid("reason"))?;
    if !ask.confirmed {
        return Err(Error::Invalid("confirmed"));
    }
    let asked = asked(&vault, &ask)?;
    let what = asked.what(&ask.only);
    let papers = if ask.keep_papers { Vec::new() } else { papers(&vault, &asked, &vault.purge_preview(&what)?)? };
    let ids: Vec<Id> = papers.iter().filter(|paper| !paper.unread).map(|paper| parse_id(&paper.id)).collect::<Result<_>>()?;
    let done = vault.purge(&what, reason, &ids)?;
    app.kept.forget();
    app.changed(&["orders", "complaints", "platforms", "imports", "reviews", "papers", "records", "ledger"]);
    Ok(PurgeDone { seq: seq_of(done.seq), done: told(&vault, done.preview, papers)?, settled: done.is_settled })
}

pub(super) fn purges_of(app: &App, args: ById) -> Result<PurgesTold> {
    let purges = app.vault()?.purges_of(&parse_id(&args.id)?)?;
    Ok(PurgesTold { purges: purges.into_iter().map(told_of).collect() })
}

/// Puts a purge on the wire.
pub(super) fn told_of((seq, at, actor, reason): (u64, i64, String, String)) -> PurgeTold {
    PurgeTold { seq: seq_of(seq), at: at.div_euclid(1_000_000), actor, reason }
}

// Files of sealed papers in which one of the values stands. One that cannot be read is told, since nobody knows what it says.
fn papers(vault: &Vault, asked: &Asked, preview: &store::PurgePreview) -> Result<Vec<PurgePaper>> {
    let first_words = |text: &String| text.split_whitespace().take(WORDS_MAX).collect::<Vec<_>>().join(" ");
    let values = preview.words.iter().map(first_words).filter(|words| words.chars().count() >= LETTERS_MIN);
    let of_values: Vec<Term> = values.filter_map(|words| Term::parse(&words)).collect();
    let sought: Vec<&Term> = match asked {
        Asked::Record(..) => of_values.iter().collect(),
        Asked::Term(term) => vec![term],
    };
    let names: BTreeMap<Id, String> = vault.papers()?.into_iter().map(|(id, paper, _)| (id, paper.name)).collect();
    let mut found = Vec::new();
    vault.each_paper_file(&mut |id, format, bytes| {
        let said = inside(bytes, if format.is_empty() { "pdf" } else { format });
        let is_in = said.as_ref().is_ok_and(|inside| {
            let whole = inside.said.join(" ");
            sought.iter().any(|term| term.is_in(&whole) || inside.letters.iter().any(|letters| term.is_in(letters)))
        });
        if is_in || said.is_err() {
            let name = names.get(&id).cloned().unwrap_or_default();
            found.push(PurgePaper { id: id.to_string(), name, unread: said.is_err() });
        }
        Ok(())
    })?;
    Ok(found)
}

fn told(vault: &Vault, preview: store::PurgePreview, papers: Vec<PurgePaper>) -> Result<PurgePreview> {
    let counts = |counts: BTreeMap<&'static str, u32>| {
        counts.into_iter().map(|(kind, count)| PurgeCount { kind: kind.to_owned(), count }).collect()
    };
    let hits = preview.hits.into_iter().map(|hit| {
        let label = match (kept::named(hit.table), hit.id) {
            (Some(kind), Some(id)) => match vault.label_of(kind, &id)? {
                // Of a review nothing is told but what it is of: whoever asks may have to review the same.
                own if own.is_empty() && kind.name != "reviews" => called(vault.label(kind, &id)?),
                own => own,
            },
            _ => String::new(),
        };
        Ok(PurgeHit {
            key: hit.key,
            kind: hit.table.to_owned(),
            label,
            field: hit.column,
            entries: hit.entries,
            earlier: hit.earlier,
        })
    });
    Ok(PurgePreview {
        records: counts(preview.records),
        mentions: counts(preview.mentions),
        values: preview.values,
        files: preview.files,
        files_shared: preview.files_shared,
        reviews: preview.reviews,
        drafts: preview.drafts,
        imports: preview.imports,
        hits: hits.collect::<Result<_>>()?,
        papers,
    })
}

// A record without a reference is shown by the words that make its title.
fn called(names: Names) -> String {
    [names.kk, names.ru, names.en].into_iter().find(|name| !name.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
