//! The desk, the measures, and the ledger as people see it.

use super::vault::parse_lang;
use super::wire::{
    Desk, DeskClock, Lang, LedgerLine, LedgerLines, LedgerPage, LedgerState, Measures, NamedCount, Nothing, OrderBrief,
};
use super::wire::{Share, Trilingual, VerdictCount, VerifyReport};
use super::{App, orders, profile, seq_of, trilingual};
use crate::analysis::profile::Figure;
use crate::analysis::{Measured, deadline_of, measure};
use crate::error::Result;
use crate::id::Id;
use crate::model::time::DeadlineState;
use crate::store::{Line, Names, Vault, hex};
use std::collections::BTreeMap;

const CLOCKS_MAX: usize = 10;
const DRAFTS_MAX: u32 = 10;

pub(super) fn desk(app: &App, _: Nothing) -> Result<Desk> {
    let vault = app.vault()?;
    let measured = measured(app, &vault)?;
    let words = Words::of(&vault)?;
    let drafts = vault.drafts(DRAFTS_MAX)?;
    Ok(Desk {
        clocks: clocks(&vault, &words)?,
        drafts: drafts
            .iter()
            .map(|d| OrderBrief {
                id: d.id.to_string(),
                reference: d.reference.clone(),
                number: d.number.clone(),
                authority: words.authority(d.authority.as_ref()),
                issued: orders::wire_time(&d.issued),
            })
            .collect(),
        drafts_total: measured.counts.drafts,
        to_review: measured.counts.to_review,
        complaints: measured.counts.complaints,
        complaints_without_order: measured.counts.complaints_without_order,
        measures: wire_measures(&measured),
        ledger: ledger_state(&vault)?,
    })
}

pub(super) fn measures(app: &App, _: Nothing) -> Result<Measures> {
    Ok(wire_measures(&measured(app, &*app.vault()?)?))
}

/// Measures the register from what is kept of it.
pub(super) fn measured(app: &App, vault: &Vault) -> Result<Measured> {
    let frame = profile::frame(app, vault)?;
    measure(vault, &frame, profile::agreement(app, vault, &frame)?)
}

/// Names of authorities and platforms, read once per reply.
pub(super) struct Words {
    authorities: BTreeMap<Id, Names>,
    platforms: BTreeMap<Id, Names>,
    lang: Option<Lang>,
}

impl Words {
    pub(super) fn of(vault: &Vault) -> Result<Self> {
        Ok(Self {
            authorities: vault.authorities()?.into_iter().collect(),
            platforms: vault.platform_names()?.into_iter().collect(),
            lang: parse_lang(&vault.setting("lang")?),
        })
    }

    /// The same in a language, whatever that of the window.
    pub(super) fn in_lang(vault: &Vault, lang: Lang) -> Result<Self> {
        Ok(Self { lang: Some(lang), ..Self::of(vault)? })
    }

    /// The one name that a form shows: in the language of the window, or in whichever there is.
    pub(super) fn spoken(&self, names: Trilingual) -> String {
        let Trilingual { kk, ru, en } = names;
        let wanted = match self.lang {
            Some(Lang::Kk) => kk.clone(),
            Some(Lang::En) => en.clone(),
            Some(Lang::Ru) | None => ru.clone(),
        };
        [wanted, ru, en, kk].into_iter().find(|name| !name.is_empty()).unwrap_or_default()
    }

    pub(super) fn authority(&self, id: Option<&Id>) -> Trilingual {
        id.and_then(|id| self.authorities.get(id)).map(trilingual).unwrap_or_default()
    }

    pub(super) fn platform(&self, id: Option<&Id>) -> Trilingual {
        id.and_then(|id| self.platforms.get(id)).map(trilingual).unwrap_or_default()
    }
}

fn clocks(vault: &Vault, words: &Words) -> Result<Vec<DeskClock>> {
    let now = vault.env().clock.now_seconds();
    let mut running: Vec<_> = vault
        .clocks_near(now)?
        .into_iter()
        .filter(|c| deadline_of(&c.received, &c.outcomes, now) == DeadlineState::Running)
        .collect();
    running.sort_by_key(|c| c.received.earliest);
    let mut list = Vec::new();
    for clocked in running.iter().take(CLOCKS_MAX) {
        let Some(row) = vault.order_listed(&clocked.id)? else { continue };
        let deadline = clocked.received.deadline();
        let left = deadline.earliest.unwrap_or(now).saturating_sub(now).div_euclid(60);
        list.push(DeskClock {
            order: clocked.id.to_string(),
            reference: row.reference,
            number: row.number,
            authority: words.authority(row.authority.as_ref()),
            platform: words.platform(row.platform.as_ref()),
            deadline: orders::wire_time(&deadline),
            minutes_left: i32::try_from(left).unwrap_or(i32::MAX),
        });
    }
    Ok(list)
}

pub(super) fn wire_measures(m: &Measured) -> Measures {
    let day = |end: Option<(i64, i32)>| end.and_then(|(at, zone)| local_day(at, zone)).unwrap_or_default();
    let apart = (m.counts.orders_described_only > 0).then_some("caveat-described-only");
    Measures {
        complaints: m.counts.complaints,
        orders: m.counts.orders,
        orders_seen: m.counts.orders_seen,
        items: m.counts.items,
        reviewed: m.reviewed,
        reviewed_apart: m.counts.reviewed_apart,
        first_day: day(m.counts.first),
        last_day: day(m.counts.last),
        verdicts: m.verdicts.iter().map(|(v, n)| VerdictCount { verdict: (*v).to_owned(), count: *n }).collect(),
        criticism: share(&m.criticism, apart),
        bullying: share(&m.bullying, apart),
        questions_below: m.agreement.questions_below.clone(),
        deadlines: m.deadlines.iter().map(|(code, n)| NamedCount { code: code.clone(), count: *n }).collect(),
        rubric: m.rubric.clone(),
    }
}

fn share(figure: &Figure, apart: Option<&'static str>) -> Share {
    let shown = profile::wire_figure(figure);
    Share {
        method: shown.method,
        count: shown.x.unwrap_or_default(),
        of: shown.n,
        level: shown.level,
        estimate: shown.estimate,
        low: shown.low,
        high: shown.high,
        band_low: shown.bound_low,
        band_high: shown.bound_high,
        caveats: shown.caveats.into_iter().chain(apart.map(str::to_owned)).collect(),
    }
}

/// Writes the calendar day of a second in a zone as YYYY-MM-DD.
pub(super) fn local_day(at: i64, zone_minutes: i32) -> Option<String> {
    let local = chrono::DateTime::from_timestamp(at.checked_add(i64::from(zone_minutes) * 60)?, 0)?;
    Some(local.format("%Y-%m-%d").to_string())
}

pub(super) fn ledger_state(vault: &Vault) -> Result<LedgerState> {
    let (size, root, last) = vault.ledger_state()?;
    Ok(LedgerState {
        entries: seq_of(size),
        root: hex(&root),
        device: vault.public().1,
        last_at: last.map(|micros| micros.div_euclid(1_000_000)),
    })
}

pub(super) fn ledger_line(line: &Line) -> LedgerLine {
    LedgerLine {
        seq: seq_of(line.seq),
        recorded_at: line.recorded_at.div_euclid(1_000_000),
        kind: line.kind.clone(),
        actor: line.actor.clone(),
        object: line.object.clone(),
        items: line.items.clone(),
        detail: line.detail.clone(),
        leaf: hex(&line.leaf),
    }
}

pub(super) fn ledger_lines(app: &App, args: LedgerPage) -> Result<LedgerLines> {
    let vault = app.vault()?;
    let lines = vault.journal(args.offset, args.limit.min(500))?;
    Ok(LedgerLines { state: ledger_state(&vault)?, lines: lines.iter().map(ledger_line).collect() })
}

pub(super) fn ledger_verify(app: &App, _: Nothing) -> Result<VerifyReport> {
    let report = app.vault()?.verify()?;
    Ok(VerifyReport {
        status: if report.findings.is_empty() { "good" } else { "bad" }.to_owned(),
        entries: seq_of(report.entries),
        checkpoints: seq_of(report.checkpoints),
        rows: seq_of(report.rows),
        findings: super::health::findings_of(&report),
        root: hex(&report.root),
    })
}
