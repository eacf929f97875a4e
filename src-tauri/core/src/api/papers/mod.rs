//! Papers: previewed, made, sealed, verified. What each kind says is made in a file of its own; here is what they share.

mod annual;
mod brief;
mod case_file;
mod figures;
mod leaks;
mod report;
mod special_procedures;
mod upr;

use super::desk::{local_day, measured};
use super::vault::{code, parse_lang};
use super::wire::{
    ById, Chart, ChartAsk, Lang, Nothing, PaperAsk, PaperExport, PaperForm, PaperFormAsk, PaperLine, PaperPreview,
    PaperPreviewAsk, PaperText, PaperTextSet, PaperVerified, Papers,
};
use super::{App, Written, file_name, of_one_state, parse_id, seq_of, small, write_whole};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::audience::Audience;
use crate::model::time::ASTANA;
use crate::papers::chart::{Theme, VerdictChart, verdicts_svg};
use crate::papers::{Document, to_docx, to_pdf, to_svg_range};
use crate::store::{Paper, Vault, hex};
use crate::texts::{self, Texts};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

pub use brief::paper_file;
#[cfg(test)]
pub(in crate::api) use case_file::tests as case_file_tests;

const CHART_WIDTH: f32 = 460.0;
/// Pages that are drawn in one reply.
const PAGES_AT_ONCE: u32 = 24;
/// Letters of a text that a person writes into a paper.
const TEXT_LONGEST: usize = 40_000;

/// A kind of paper.
pub(super) struct Kind {
    /// Its code.
    code: &'static str,
    /// Forms that it can be saved in; the first is the usual one.
    formats: &'static [&'static str],
    /// Who it can be for; the first is the usual one.
    audiences: &'static [Audience],
    /// Kind of the record that it is about, or empty.
    subject_kind: &'static str,
    /// It speaks of the orders of a filter.
    filtered: bool,
    /// Words that it may have at most where nobody sets another limit; 0: as many as it takes.
    limit: u32,
    /// Texts that a person writes, in the order of the paper.
    texts: &'static [TextOf],
    /// Makes it.
    make: fn(&Asked) -> Result<Made>,
}

/// A text that a person writes into a paper.
struct TextOf {
    /// Its name.
    name: &'static str,
    /// What is written.
    form: TextForm,
}

/// What a text of a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TextForm {
    /// One line.
    Line,
    /// Several lines; an empty line parts paragraphs.
    Long,
    /// A day, as YYYY-MM-DD.
    Day,
    /// A whole number.
    Number,
}

/// The name of the text that sets another limit of words.
const WORD_LIMIT: &str = "word-limit";

const KINDS: [&Kind; 6] = [&brief::KIND, &report::KIND, &annual::KIND, &case_file::KIND, &special_procedures::KIND, &upr::KIND];

/// A paper as it is asked for.
pub(super) struct Asked<'a> {
    app: &'a App,
    vault: &'a Vault,
    texts: Texts,
    audience: Audience,
    /// Filter of its orders, in the words of the filter; empty: all.
    filter: &'a str,
    /// The record that it is about.
    subject: Option<Id>,
    /// What people wrote, by the name of the text.
    written: BTreeMap<String, String>,
    /// The day it is made, as YYYY-MM-DD.
    day: String,
}

impl Asked<'_> {
    /// Returns how many words a paper may have; 0: as many as it takes.
    fn limit(&self, kind: &Kind) -> u32 {
        self.written(WORD_LIMIT).parse().unwrap_or(kind.limit)
    }

    /// Returns what a person wrote under a name, or nothing.
    fn written(&self, name: &str) -> &str {
        self.written.get(name).map_or("", |text| text.trim())
    }
}

/// A paper as it was made.
struct Made {
    document: Document,
    /// Digest of the facts that it prints, without day, language and ledger.
    snapshot: String,
    /// Why it must not be sealed, as paper-needs-review; empty: it may.
    refused: &'static str,
}

/// Returns the language of some texts.
fn code_of(texts: &Texts) -> Lang {
    match texts.lang() {
        texts::Lang::Kk => Lang::Kk,
        texts::Lang::Ru => Lang::Ru,
        texts::Lang::En => Lang::En,
    }
}

/// Returns the texts of a language.
#[must_use]
pub fn texts_of(lang: Lang) -> Texts {
    Texts::new(match lang {
        Lang::Kk => texts::Lang::Kk,
        Lang::Ru => texts::Lang::Ru,
        Lang::En => texts::Lang::En,
    })
}

fn kind_of(code: &str) -> Result<&'static Kind> {
    KINDS.into_iter().find(|kind| kind.code == code).ok_or(Error::Invalid("kind"))
}

pub(super) fn asked<'a>(app: &'a App, vault: &'a Vault, ask: &'a PaperAsk) -> Result<(&'static Kind, Asked<'a>)> {
    let kind = kind_of(&ask.kind)?;
    // Whoever asks what a kind allows does not know yet for whom it can be.
    let audience = match ask.audience.as_str() {
        "" => kind.audiences.first().copied(),
        code => Audience::parse(code).filter(|audience| kind.audiences.contains(audience)),
    };
    let subject = match kind.subject_kind {
        "" => None,
        _ if ask.subject.is_empty() => None,
        _ => Some(parse_id(&ask.subject)?),
    };
    let asked = Asked {
        app,
        vault,
        texts: texts_of(ask.lang),
        audience: audience.ok_or(Error::Invalid("audience"))?,
        filter: if kind.filtered { ask.filter.trim() } else { "" },
        subject,
        written: vault.paper_texts(kind.code, &ask.subject, code(ask.lang))?,
        day: local_day(vault.env().clock.now_seconds(), ASTANA).unwrap_or_default(),
    };
    Ok((kind, asked))
}

/// Returns the digest of the facts that a paper would print now.
pub(super) fn facts_now(kind: &Kind, asked: &Asked<'_>) -> Result<String> {
    Ok((kind.make)(asked)?.snapshot)
}

/// Why a paper of which nothing was reviewed must not be sealed.
const NEEDS_REVIEW: &str = "paper-needs-review";
/// Why a paper about no order must not be sealed.
const NEEDS_ORDER: &str = "paper-needs-order";
/// Why a paper about a period that is none must not be sealed.
const NO_PERIOD: &str = "paper-period";
/// Why a paper with too many words must not be sealed. It can be seen all the same: how else would it be shortened?
const OVER_LIMIT: &str = "paper-over-limit";

/// Makes a paper, and refuses to have it sealed where it has more words than it may.
fn made_of(kind: &Kind, asked: &Asked) -> Result<Made> {
    let made = (kind.make)(asked)?;
    let limit = asked.limit(kind);
    let is_over = limit > 0 && small(made.document.word_count().0) > limit;
    Ok(if is_over && made.refused.is_empty() { Made { refused: OVER_LIMIT, ..made } } else { made })
}

fn file_of(document: &Document, format: &str) -> Result<Vec<u8>> {
    match format {
        "pdf" => Ok(to_pdf(document)?),
        "docx" => Ok(to_docx(document)?),
        _ => Err(Error::Invalid("format")),
    }
}

pub(super) fn paper_form(app: &App, args: PaperFormAsk) -> Result<PaperForm> {
    let vault = app.vault()?;
    let (kind, asked) = asked(app, &vault, &args.paper)?;
    let texts = kind.texts.iter().map(|text| PaperText {
        name: text.name.to_owned(),
        text: asked.written.get(text.name).cloned().unwrap_or_default(),
        long: text.form == TextForm::Long,
        is_day: text.form == TextForm::Day,
        is_number: text.form == TextForm::Number,
    });
    Ok(PaperForm {
        kinds: KINDS.iter().map(|kind| kind.code.to_owned()).collect(),
        formats: kind.formats.iter().map(|&format| format.to_owned()).collect(),
        audiences: kind.audiences.iter().map(|audience| audience.code().to_owned()).collect(),
        subject_kind: kind.subject_kind.to_owned(),
        filtered: kind.filtered,
        limit: asked.limit(kind),
        texts: texts.collect(),
    })
}

pub(super) fn paper_text_set(app: &App, args: PaperTextSet) -> Result<Nothing> {
    let kind = kind_of(&args.kind)?;
    let text = kind.texts.iter().find(|text| text.name == args.name).ok_or(Error::Invalid("name"))?;
    let written = args.text.trim();
    let is_fit = match text.form {
        _ if written.is_empty() => true,
        TextForm::Line => !written.contains('\n'),
        TextForm::Long => true,
        TextForm::Day => chrono::NaiveDate::parse_from_str(written, "%Y-%m-%d").is_ok(),
        TextForm::Number => written.parse::<u32>().is_ok(),
    };
    if !is_fit || written.chars().count() > TEXT_LONGEST {
        return Err(Error::Invalid("text"));
    }
    app.vault()?.keep_paper_text((kind.code, &args.subject, code(args.lang)), text.name, written)?;
    Ok(Nothing {})
}

pub(super) fn paper_preview(app: &App, args: PaperPreviewAsk) -> Result<PaperPreview> {
    let vault = app.vault()?;
    let (kind, asked) = asked(app, &vault, &args.paper)?;
    let made = made_of(kind, &asked)?;
    let first = args.from.saturating_sub(1) as usize;
    let (pages, of) = to_svg_range(&made.document, first, args.count.min(PAGES_AT_ONCE) as usize)?;
    let leaks = if args.check {
        let bytes = file_of(&made.document, &args.paper.format)?;
        leaks::found(&asked, &made.document, &bytes, &args.paper.format)?.told
    } else {
        Vec::new()
    };
    let (words, note_words) = made.document.word_count();
    Ok(PaperPreview {
        pages,
        of: small(of),
        refused: made.refused.to_owned(),
        words: small(words),
        note_words: small(note_words),
        leaks,
    })
}

/// Says why a paper must not be sealed, where it must not.
fn refuse(kind: &Kind, asked: &Asked, made: &Made) -> Result<()> {
    Err(match made.refused {
        "" => return Ok(()),
        NEEDS_REVIEW => Error::PaperNeedsReview,
        NEEDS_ORDER => Error::PaperNeedsOrder,
        OVER_LIMIT => Error::PaperOverLimit { words: made.document.word_count().0, limit: asked.limit(kind) as usize },
        figures::NO_PUBLIC_PART => Error::Invalid("filter"),
        NO_PERIOD => Error::Invalid("from-day"),
        _ => Error::Invalid("subject"),
    })
}

pub(super) fn paper_export(app: &App, args: PaperExport) -> Result<PaperLine> {
    let vault = app.vault()?;
    let ask = &args.paper;
    let (kind, asked) = asked(app, &vault, ask)?;
    if !kind.formats.contains(&ask.format.as_str()) {
        return Err(Error::Invalid("format"));
    }
    let (made, bytes, leaks) = of_one_state(&vault, || {
        let made = made_of(kind, &asked)?;
        // Before its file is made and the register is searched for what stands in it.
        refuse(kind, &asked, &made)?;
        let bytes = file_of(&made.document, &ask.format)?;
        let leaks = leaks::found(&asked, &made.document, &bytes, &ask.format)?;
        Ok((made, bytes, leaks))
    })?;
    let reason = args.leaks_reason.trim();
    leaks::refuse(&leaks, asked.audience, reason)?;
    let proposed = format!("tarazy-{}-{}-{}.{}", kind.code.replace('_', "-"), asked.day, code(ask.lang), ask.format);
    let path = app.host.pick_save(&proposed).ok_or(Error::Cancelled)?;
    refuse_inside(vault.folder(), &path)?;
    let written = Written::beside(&path, &bytes)?;
    let paper = Paper {
        kind: kind.code.to_owned(),
        lang: code(ask.lang).to_owned(),
        name: file_name(&path),
        digest: hex(&Sha256::digest(&bytes)),
        bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        snapshot: made.snapshot,
        sealed_at: vault.env().clock.now_seconds(),
        audience: asked.audience.code().to_owned(),
        format: ask.format.clone(),
        filter: asked.filter.to_owned(),
        subject: asked.subject.map(|id| id.to_string()).unwrap_or_default(),
        leaks: i64::try_from(leaks.count).unwrap_or(i64::MAX),
        leaks_reason: if leaks.count == 0 { String::new() } else { reason.to_owned() },
    };
    // Sealed between writing and naming: a full disk leaves neither a file that nobody vouches for nor a seal of a file that is not there.
    let (id, seq) = vault.seal_paper(&paper, &bytes)?;
    app.changed(&["papers", "ledger"]);
    // Should it not get its name, its bytes are in the register and can be saved again from the list.
    written.name(&path)?;
    Ok(line(&id, &paper, seq))
}

pub(super) fn paper_verify(app: &App, args: ById) -> Result<PaperVerified> {
    let vault = app.vault()?;
    let papers = vault.papers()?;
    let (_, sealed, _) = named(&papers, &parse_id(&args.id)?)?;
    let path = app.host.pick_file().ok_or(Error::Cancelled)?;
    let digest = hex(&Sha256::digest(std::fs::read(&path).doing("reading a paper")?));
    let same = digest == sealed.digest;
    let other = papers.iter().find(|(_, paper, _)| !same && paper.digest == digest);
    Ok(PaperVerified {
        name: file_name(&path),
        same,
        digest,
        other: other.map(|(_, paper, _)| paper.name.clone()).unwrap_or_default(),
    })
}

pub(super) fn paper_save_again(app: &App, args: ById) -> Result<PaperVerified> {
    let vault = app.vault()?;
    let papers = vault.papers()?;
    let (id, sealed, _) = named(&papers, &parse_id(&args.id)?)?;
    let bytes = kept_file(&vault, id, sealed)?;
    let path = app.host.pick_save(&sealed.name).ok_or(Error::Cancelled)?;
    refuse_inside(vault.folder(), &path)?;
    write_whole(&path, &bytes)?;
    Ok(PaperVerified { name: file_name(&path), same: true, digest: sealed.digest.clone(), other: String::new() })
}

/// Finds a sealed paper in the list of all.
pub(super) fn named<'p>(papers: &'p [(Id, Paper, u64)], id: &Id) -> Result<&'p (Id, Paper, u64)> {
    papers.iter().find(|(own, ..)| own == id).ok_or(Error::NotFound)
}

/// Reads the file of a sealed paper, byte for byte as it was sealed.
pub(super) fn kept_file(vault: &Vault, id: &Id, paper: &Paper) -> Result<Vec<u8>> {
    let bytes = vault.paper_bytes(id)?.ok_or(Error::PaperNotKept)?;
    if hex(&Sha256::digest(&bytes)) == paper.digest { Ok(bytes) } else { Err(Error::DatabaseDamaged) }
}

// A paper that took the place of the database or the header would be the end of the register.
pub(super) fn refuse_inside(vault: &std::path::Path, target: &std::path::Path) -> Result<()> {
    let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or_else(|| std::path::Path::new("."));
    match (vault.canonicalize(), parent.canonicalize()) {
        (Ok(vault), Ok(parent)) if parent.starts_with(&vault) => Err(Error::PlaceRefused),
        // A folder that is not there is told when the file is written.
        _ => Ok(()),
    }
}

fn line(id: &Id, paper: &Paper, seq: u64) -> PaperLine {
    PaperLine {
        id: id.to_string(),
        kind: paper.kind.clone(),
        lang: parse_lang(&paper.lang).unwrap_or(Lang::En),
        digest: paper.digest.clone(),
        bytes: u32::try_from(paper.bytes).unwrap_or(u32::MAX),
        at: paper.sealed_at,
        snapshot: paper.snapshot.clone(),
        seq: seq_of(seq),
        name: paper.name.clone(),
        audience: paper.audience.clone(),
        format: paper.format.clone(),
        filter: paper.filter.clone(),
        subject: paper.subject.clone(),
        leaks: u32::try_from(paper.leaks).unwrap_or(u32::MAX),
        leaks_reason: paper.leaks_reason.clone(),
    }
}

pub(super) fn papers_list(app: &App, _: Nothing) -> Result<Papers> {
    let rows = app.vault()?.papers()?.iter().map(|(id, paper, seq)| line(id, paper, *seq)).collect();
    Ok(Papers { rows })
}

pub(super) fn chart(app: &App, args: ChartAsk) -> Result<Chart> {
    if args.name != "verdicts" {
        return Err(Error::Invalid("name"));
    }
    let vault = app.vault()?;
    let facts = brief::facts_of(&vault, &measured(app, &vault)?)?;
    let theme = if args.theme == "dark" { Theme::Dark } else { Theme::Light };
    let chart = VerdictChart::new(&facts.verdicts, &facts.criticism, &texts_of(args.lang));
    let (svg, alt) = verdicts_svg(&chart, CHART_WIDTH, theme)?;
    Ok(Chart { svg, alt })
}

#[cfg(test)]
mod tests;
