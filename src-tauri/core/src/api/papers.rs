//! Papers: previewed, made, sealed.

use super::desk::{local_day, measured, wire_measures};
use super::vault::{code, parse_lang};
use super::wire::{Chart, ChartAsk, Lang, Measures, Nothing, PaperAsk, PaperLine, PaperPreview, Papers, Share};
use super::{App, of_one_state, seq_of, write_whole};
use crate::analysis::agreeing::OnVerdict;
use crate::analysis::frame::Frame;
use crate::analysis::{Measured, measure};
use crate::error::{Error, Result};
use crate::model::time::ASTANA;
use crate::papers::brief::{Brief, Level, compose};
use crate::papers::chart::{Theme, VerdictChart, verdicts_svg};
use crate::papers::{brief, to_pdf, to_svg_pages};
use crate::store::{Paper, Vault, hex};
use crate::texts::{self, Texts};
use sha2::{Digest, Sha256};

const CHART_WIDTH: f32 = 460.0;

/// Returns the texts of a language.
#[must_use]
pub fn texts_of(lang: Lang) -> Texts {
    Texts::new(match lang {
        Lang::Kk => texts::Lang::Kk,
        Lang::Ru => texts::Lang::Ru,
        Lang::En => texts::Lang::En,
    })
}

fn share(s: &Share) -> brief::Share {
    brief::Share {
        count: s.count,
        of: s.of,
        level: Level::of(&s.level),
        estimate: s.estimate,
        low: s.low,
        high: s.high,
        band_low: s.band_low,
        band_high: s.band_high,
    }
}

// Gathers what a brief says. The same facts serve all three languages.
fn facts_of(vault: &Vault, measured: &Measured) -> Result<Brief> {
    let m = wire_measures(measured);
    let rubric = vault.rubric(&measured.rubric)?;
    let rubric_digest = hex(&rubric.digest());
    let (ledger_size, root, _) = vault.ledger_state()?;
    Ok(Brief {
        snapshot: snapshot(&m, (&measured.by_cluster, measured.agreement.pairs, measured.agreement.same), &rubric_digest)?,
        pairs: measured.agreement.pairs,
        same: measured.agreement.same,
        alpha: measured.agreement.alpha,
        alpha_criticism: measured.agreement.alpha_for("legitimate_criticism"),
        agreement_low: measured.agreement.is_low_for("legitimate_criticism"),
        questions_below: measured.agreement.questions_below.clone(),
        organisation: vault.setting("organisation")?,
        first_day: m.first_day.clone(),
        last_day: m.last_day.clone(),
        complaints: m.complaints,
        orders: m.orders,
        orders_seen: m.orders_seen,
        items: m.items,
        reviewed: m.reviewed,
        reviewed_apart: m.reviewed_apart,
        verdicts: m.verdicts.iter().map(|v| (v.verdict.clone(), v.count)).collect(),
        criticism: share(&m.criticism),
        bullying: share(&m.bullying),
        deadlines: m.deadlines.iter().map(|d| (d.code.clone(), d.count)).collect(),
        rubric: m.rubric.clone(),
        rubric_digest,
        ledger_size,
        ledger_root: hex(&root),
        day: local_day(vault.env().clock.now_seconds(), ASTANA).unwrap_or_default(),
        is_example: vault.setting("example")? == "yes",
        ministry_answer: None,
    })
}

// What the numbers are made of, without day, language and ledger: papers with the same snapshot say the same numbers.
// Counts only: every ratio follows from them, and what is signed must not depend on rounding.
fn snapshot(m: &Measures, more: (&[[u32; 6]], u64, u64), rubric_digest: &str) -> Result<String> {
    let counts = (m.complaints, m.orders, m.orders_seen, m.items, m.reviewed, m.reviewed_apart, more, &m.verdicts, &m.deadlines);
    let canonical = serde_json::to_vec(&(counts, &m.first_day, &m.last_day, &m.rubric, rubric_digest))
        .map_err(|_| Error::Inside("writing a snapshot"))?;
    Ok(hex(&Sha256::digest(canonical)))
}

/// Makes the bytes of a paper from a register that nothing is kept of.
pub fn paper_file(vault: &Vault, lang: Lang) -> Result<(Vec<u8>, Brief)> {
    let frame = Frame::read(vault, &|_, _| true)?;
    made(vault, &measure(vault, &frame, OnVerdict::read(vault)?)?, lang)
}

fn made(vault: &Vault, measured: &Measured, lang: Lang) -> Result<(Vec<u8>, Brief)> {
    let facts = facts_of(vault, measured)?;
    if facts.reviewed == 0 {
        return Err(Error::PaperNeedsReview);
    }
    Ok((to_pdf(&compose(&facts, &texts_of(lang)))?, facts))
}

fn known_kind(kind: &str) -> Result<()> {
    if kind == "brief" { Ok(()) } else { Err(Error::Invalid("kind")) }
}

pub(super) fn paper_preview(app: &App, args: PaperAsk) -> Result<PaperPreview> {
    known_kind(&args.kind)?;
    let vault = app.vault()?;
    let facts = facts_of(&vault, &measured(app, &vault)?)?;
    let refused = if facts.reviewed == 0 { "paper-needs-review" } else { "" };
    Ok(PaperPreview { pages: to_svg_pages(&compose(&facts, &texts_of(args.lang)))?, refused: refused.to_owned() })
}

pub(super) fn paper_export(app: &App, args: PaperAsk) -> Result<PaperLine> {
    known_kind(&args.kind)?;
    let vault = app.vault()?;
    let (bytes, facts) = of_one_state(&vault, || made(&vault, &measured(app, &vault)?, args.lang))?;
    let proposed = format!("tarazy-brief-{}-{}.pdf", facts.day, code(args.lang));
    let path = app.host.pick_save(&proposed).ok_or(Error::Cancelled)?;
    refuse_inside(vault.folder(), &path)?;
    write_whole(&path, &bytes)?;
    let paper = Paper {
        kind: args.kind,
        lang: code(args.lang).to_owned(),
        name: path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or(proposed),
        digest: hex(&Sha256::digest(&bytes)),
        bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        snapshot: facts.snapshot,
        sealed_at: vault.env().clock.now_seconds(),
    };
    // Sealed after it is safely on the disk: the ledger must not vouch for a file that was never written.
    let (id, seq) = vault.seal_paper(&paper)?;
    app.changed(&["papers", "ledger"]);
    Ok(line(&id.to_string(), &paper, seq))
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

fn line(id: &str, paper: &Paper, seq: u64) -> PaperLine {
    PaperLine {
        id: id.to_owned(),
        kind: paper.kind.clone(),
        lang: parse_lang(&paper.lang).unwrap_or(Lang::En),
        digest: paper.digest.clone(),
        bytes: u32::try_from(paper.bytes).unwrap_or(u32::MAX),
        at: paper.sealed_at,
        snapshot: paper.snapshot.clone(),
        seq: seq_of(seq),
        name: paper.name.clone(),
    }
}

pub(super) fn papers_list(app: &App, _: Nothing) -> Result<Papers> {
    let rows = app.vault()?.papers()?.iter().map(|(id, paper, seq)| line(&id.to_string(), paper, *seq)).collect();
    Ok(Papers { rows })
}

pub(super) fn chart(app: &App, args: ChartAsk) -> Result<Chart> {
    if args.name != "verdicts" {
        return Err(Error::Invalid("name"));
    }
    let vault = app.vault()?;
    let facts = facts_of(&vault, &measured(app, &vault)?)?;
    let theme = if args.theme == "dark" { Theme::Dark } else { Theme::Light };
    let chart = VerdictChart::new(&facts.verdicts, &facts.criticism, &texts_of(args.lang));
    let (svg, alt) = verdicts_svg(&chart, CHART_WIDTH, theme)?;
    Ok(Chart { svg, alt })
}
