//! The annual overview.

use super::super::desk::local_day;
use super::super::orders::view_of;
use super::figures::{facts, is_public_part, seen, sees_small_counts, year_of};
use super::{Asked, Kind, Made, TextForm, TextOf};
use crate::analysis::profile::legal_events;
use crate::error::{Error, Result};
use crate::model::audience::Audience;
use crate::model::terms::VERDICTS;
use crate::model::time::ASTANA;
use crate::papers::annual::{Annual, Change, Sealed, compose};
use crate::store::hex;
use sha2::{Digest, Sha256};

/// Years that a person can ask for.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2199;

pub(super) const KIND: Kind = Kind {
    code: "annual",
    formats: &["pdf", "docx"],
    audiences: &Audience::LEAST_FIRST,
    subject_kind: "",
    filtered: true,
    limit: 0,
    texts: &[
        TextOf { name: "year", form: TextForm::Number },
        TextOf { name: "foreword", form: TextForm::Long },
        TextOf { name: "comment-verdicts", form: TextForm::Long },
        TextOf { name: "comment-changes", form: TextForm::Long },
        TextOf { name: "cases", form: TextForm::Long },
        TextOf { name: "independence", form: TextForm::Long },
        TextOf { name: "contact", form: TextForm::Line },
    ],
    make,
};

fn make(asked: &Asked) -> Result<Made> {
    let refused_part = is_public_part(asked);
    let filter = if refused_part { "" } else { asked.filter };
    let year = year(asked)?;
    let of = |year: i32| format!("issued:{year} {filter}").trim_end().to_owned();
    let (this, last) = (of(year), of(year - 1));
    let (own, before) = (seen(asked, &this)?, seen(asked, &last)?);
    let is_public = !sees_small_counts(asked.audience);
    let mut facts = facts(asked, &own, if is_public { "" } else { &this })?;
    facts.period = Some((format!("{year}-01-01"), format!("{year}-12-31")));
    let cases = if is_public { Vec::new() } else { cases(asked, &this)? };
    facts.digest = digest_of(&[&facts.digest, &before.digest(&last)?, &year.to_string()], &cases)?;
    let annual = Annual {
        year,
        is_part: !filter.is_empty(),
        before: (before.steps(), before.counted(&asked.texts)),
        law: law(asked, year),
        methods: methods(asked, year)?,
        cases: cases.into_iter().map(|(verdict, order)| (asked.texts.named("verdict", verdict), order)).collect(),
        sealed: sealed(asked, year)?,
        facts,
    };
    let document = compose(&annual, &asked.texts);
    Ok(Made { document, snapshot: annual.facts.digest, refused: own.refused(refused_part) })
}

// The year that somebody wrote, or the last one that is over and of which an order is known.
fn year(asked: &Asked) -> Result<i32> {
    if let Ok(year) = asked.written("year").parse::<i32>() {
        return if YEARS.contains(&year) { Ok(year) } else { Err(Error::Invalid("year")) };
    }
    let now = year_of(asked.vault.env().clock.now_seconds()).unwrap_or(*YEARS.end());
    let known = asked.vault.counts()?;
    let ends = known.first.zip(known.last);
    let of = |(at, _): (i64, i32)| year_of(at);
    Ok(match ends.map(|(first, last)| (of(first), of(last))) {
        Some((Some(first), Some(last))) => last.min(now - 1).max(first),
        _ => now - 1,
    })
}

fn is_of(day: &str, year: i32) -> bool {
    day.get(..4).and_then(|own| own.parse::<i32>().ok()) == Some(year)
}

fn law(asked: &Asked, year: i32) -> Vec<Change> {
    let of_year = legal_events().iter().filter(|event| is_of(&event.date, year));
    let change = |event: &crate::analysis::profile::LegalEvent| Change {
        day: event.date.clone(),
        what: event.name.get(asked.texts.lang().code()).cloned().unwrap_or_default(),
        is_checked: event.checked,
    };
    of_year.map(change).collect()
}

fn methods(asked: &Asked, year: i32) -> Result<Vec<(String, String)>> {
    let of_year = asked.vault.methods()?.into_iter().filter(|method| is_of(&method.adopted_on, year));
    Ok(of_year.map(|method| (method.adopted_on, method.version)).collect())
}

// The earliest order of each verdict: a rule chooses, not a person.
fn cases(asked: &Asked, filter: &str) -> Result<Vec<(&'static str, String)>> {
    let mut found = Vec::new();
    for verdict in VERDICTS {
        let asks = format!("draft:no verdict:{verdict} {filter}");
        let view = view_of(asked.vault, &asks, "issued", false)?.map_err(|_| Error::Invalid("filter"))?;
        let (_, _, rows) = asked.vault.list_orders(&view, 0, 1)?;
        found.extend(rows.into_iter().map(|order| (verdict, order.reference)));
    }
    Ok(found)
}

fn sealed(asked: &Asked, year: i32) -> Result<Vec<Sealed>> {
    let papers = asked.vault.papers()?;
    let of_year = papers.iter().filter(|(_, paper, _)| year_of(paper.sealed_at) == Some(year));
    let sealed = of_year.map(|(_, paper, _)| Sealed {
        day: local_day(paper.sealed_at, ASTANA).unwrap_or_default(),
        kind: paper.kind.clone(),
        lang: paper.lang.clone(),
        digest: paper.digest.clone(),
    });
    Ok(sealed.collect())
}

// One digest of everything that the overview compares.
fn digest_of(parts: &[&str], cases: &[(&'static str, String)]) -> Result<String> {
    let canonical = serde_json::to_vec(&(parts, cases)).map_err(|_| Error::Inside("writing a snapshot"))?;
    Ok(hex(&Sha256::digest(canonical)))
}
