//! The press brief: one page, one number, one chart.

use super::super::desk::{local_day, measured, wire_measures};
use super::super::wire::{Lang, Measures, Share};
use super::{Asked, Kind, Made, NEEDS_REVIEW, TextForm, TextOf, texts_of};
use crate::analysis::agreeing::OnVerdict;
use crate::analysis::frame::Frame;
use crate::analysis::{Measured, measure};
use crate::error::{Error, Result};
use crate::model::audience::Audience;
use crate::model::time::ASTANA;
use crate::papers::brief::{self, Brief, Level, compose};
use crate::papers::to_pdf;
use crate::store::{Vault, hex};
use sha2::{Digest, Sha256};

pub(super) const KIND: Kind = Kind {
    code: "brief",
    formats: &["pdf", "docx"],
    audiences: &[Audience::Press, Audience::Public, Audience::Partner, Audience::Lawyer, Audience::Court],
    subject_kind: "",
    filtered: false,
    limit: 0,
    texts: &[
        TextOf { name: "reply-asked-on", form: TextForm::Day },
        TextOf { name: "reply-answered-on", form: TextForm::Day },
        TextOf { name: "reply", form: TextForm::Long },
    ],
    make,
};

fn make(asked: &Asked) -> Result<Made> {
    let mut facts = facts_of(asked.vault, &measured(asked.app, asked.vault)?)?;
    facts.ministry_days = ["reply-asked-on", "reply-answered-on"].map(|name| asked.written(name).to_owned());
    facts.ministry_answer = Some(asked.written("reply").to_owned()).filter(|reply| !reply.is_empty());
    let refused = if facts.reviewed == 0 { NEEDS_REVIEW } else { "" };
    Ok(Made { document: compose(&facts, &asked.texts), snapshot: facts.snapshot, refused })
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
pub(super) fn facts_of(vault: &Vault, measured: &Measured) -> Result<Brief> {
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
        ministry_days: Default::default(),
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
