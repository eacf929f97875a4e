//! How far reviewers agree: measured on blind reviews alone, before any adjudication (statistics, section 5).

use super::super::wire::{Agreement, AgreementAsk, AgreementLine, AgreementSlice};
use super::super::{App, small};
use crate::analysis::agreeing::{self, Measured, Rated};
use crate::error::{Error, Result};
use crate::store::{Status, Vault};

fn line(code: &str, measured: &Measured) -> AgreementLine {
    AgreementLine {
        code: code.to_owned(),
        categories: measured.categories.clone(),
        n: small(measured.n),
        percent: measured.percent,
        kappa: measured.kappa,
        alpha: measured.alpha,
        low: measured.interval.map(|(low, _)| low),
        high: measured.interval.map(|(_, high)| high),
        ac1: measured.ac1,
        first: measured.first.clone(),
        second: measured.second.clone(),
        status: measured.status.to_owned(),
        reading: measured.reading.to_owned(),
    }
}

pub fn agreement(app: &App, args: AgreementAsk) -> Result<Agreement> {
    measured_agreement(&*app.vault()?, args.major)
}

/// Measures agreement under a major version of the method; the one in use when none is named.
pub fn measured_agreement(vault: &Vault, major: Option<u32>) -> Result<Agreement> {
    let major = match major {
        Some(major) => major,
        None => vault.major()?,
    };
    // The newest version of that major: it asks what all of them ask.
    let of_major = |version: &str| version.split('.').next().and_then(|n| n.parse::<u32>().ok()) == Some(major);
    let newest = vault.methods()?.into_iter().find(|m| m.status != Status::Draft && of_major(&m.version));
    let rubric = vault.rubric(&newest.ok_or(Error::NotFound)?.version)?;
    let rated = Rated::read(vault, &rubric, major)?;
    let (verdict, criticism) = (rated.verdict(), rated.criticism());
    let slices = rated.slices();
    Ok(Agreement {
        major,
        majors: vault.majors()?,
        pairs: small(rated.len()),
        adjudicated: small(rated.adjudicated()),
        disputed: small(rated.disputed()),
        headline: agreeing::heads(&verdict) && agreeing::heads(&criticism),
        verdict: line("verdict", &verdict),
        criticism: line("criticism", &criticism),
        questions: rated.questions().iter().map(|(code, m)| line(code, m)).collect(),
        slices: slices
            .iter()
            .map(|(of, name, m)| AgreementSlice { of: (*of).to_owned(), name: name.clone(), line: line("verdict", m) })
            .collect(),
        replicates: agreeing::REPLICATES,
    })
}
