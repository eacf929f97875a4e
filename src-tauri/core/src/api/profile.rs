//! The arbitrariness profile of the register, or of the orders that a filter finds.

use super::desk::Words;
use super::wire::{
    Profile, ProfileAsk, ProfileCurve, ProfileCurvePoint, ProfileFigure, ProfileFlow, ProfileSeries, ProfileSeriesPoint,
    ProfileTable, PublicAsk, PublicFigure, PublicFlow, PublicProfile, PublicTable,
};
use super::{App, reviews};
use crate::analysis::agreeing::OnVerdict;
use crate::analysis::frame::Frame;
use crate::analysis::profile::guard::{self, Public};
use crate::analysis::profile::{
    BY_PLATFORM, Curve, Figure, Flow, Given, PLATFORM, Profile as Measured, Selection, Series, Table, plan, profile as measured,
};
use crate::analysis::snapshot::numbered;
use crate::error::{Error, Result};
use crate::id::Id;
use crate::model::filter::{Field, Filter};
use crate::stats::Display;
use crate::store::Vault;
use std::sync::Arc;

pub(super) fn profile(app: &App, args: ProfileAsk) -> Result<Profile> {
    Ok(read(app, &args.filter)?.profile)
}

/// A profile with the orders that it speaks of, by their rows; without them where the filter cannot be read.
pub(super) struct Read {
    pub(super) profile: Profile,
    pub(super) rows: Vec<i64>,
}

/// Measures what a filter finds.
pub(super) fn read(app: &App, text: &str) -> Result<Read> {
    let (vault, mut ground) = (app.vault()?, None);
    read_on(app, &vault, &mut ground, text)
}

/// Measures what each of two filters finds, at one second and of one reading of all that they share.
pub(super) fn read_both(app: &App, text: &str, other: &str) -> Result<[Read; 2]> {
    let (vault, mut ground) = (app.vault()?, None);
    Ok([read_on(app, &vault, &mut ground, text)?, read_on(app, &vault, &mut ground, other)?])
}

/// What profiles share, whatever their filters pick.
struct Ground {
    frame: Arc<Frame>,
    given: Given,
    questions_below: Vec<String>,
    words: Words,
}

// A filter that cannot be read needs no register.
fn read_on(app: &App, vault: &Vault, ground: &mut Option<Ground>, text: &str) -> Result<Read> {
    let rubric = vault.method_in_use()?;
    let filter = match Filter::parse(text) {
        Ok(filter) => filter,
        Err(problem) => {
            let problem = Some(super::search::problem(text, problem));
            let none = Measured::default();
            let profile = Profile { problem, ..wired(&none, rubric, Vec::new(), None) };
            return Ok(Read { profile, rows: Vec::new() });
        }
    };
    let Ground { frame, given, questions_below, words } = match ground {
        Some(ground) => ground,
        None => {
            let frame = frame(app, vault)?;
            let (given, questions_below) = given(vault)?;
            ground.insert(Ground { frame, given, questions_below, words: Words::of(vault)? })
        }
    };
    // States of terms change with the minute, everything else with the register.
    let now = if filter.asks_for(Field::Deadline) { given.now - given.now.rem_euclid(60) } else { 0 };
    let selection = match vault.rows_found(&filter, now)? {
        Some(rows) => Selection::of_rows(frame, &rows),
        None => Selection::whole(frame),
    };
    let profile = wired(&measured(&selection, given), rubric, questions_below.clone(), Some(words));
    Ok(Read { profile, rows: selection.orders().map(|order| order.row).collect() })
}

// What a profile needs beside the register, and the questions on which reviewers agree too little.
fn given(vault: &Vault) -> Result<(Given, Vec<String>)> {
    let agreement = OnVerdict::read(vault)?;
    let given = Given {
        calibration: reviews::calibration_counts(vault)?,
        disputed: agreement.disputed(),
        now: vault.env().clock.now_seconds(),
    };
    Ok((given, agreement.questions_below))
}

pub(super) fn profile_public(app: &App, args: PublicAsk) -> Result<PublicProfile> {
    let vault = app.vault()?;
    let (frame, (given, _)) = (frame(app, &vault)?, given(&vault)?);
    let quarter = args.quarter.trim();
    let found = guard::public(&frame, &given, Some(quarter).filter(|quarter| !quarter.is_empty()));
    let Public { quarters, flow, figures, tables } = found.ok_or(Error::Invalid("quarter"))?;
    Ok(PublicProfile {
        rubric: vault.method_in_use()?,
        plan: plan::VERSION,
        plan_digest: plan::digest(),
        quarter: quarter.to_owned(),
        quarters,
        flow: public_flow(&flow),
        figures: figures.iter().map(public_figure).collect(),
        tables: tables.iter().map(public_table).collect(),
    })
}

fn public_figure(figure: &Figure) -> PublicFigure {
    PublicFigure {
        name: figure.name.to_owned(),
        method: figure.method.to_owned(),
        population: figure.population.code().to_owned(),
        state: figure.state.to_owned(),
        figure: (figure.state != guard::SUPPRESSED).then(|| wire_figure(figure)),
    }
}

fn public_table(table: &guard::PublicTable) -> PublicTable {
    PublicTable {
        name: table.name.to_owned(),
        population: table.population.code().to_owned(),
        state: if table.rows.is_empty() { guard::SUPPRESSED } else { "ok" }.to_owned(),
        rows: table.rows.clone(),
        columns: table.columns.clone(),
        counts: table.counts.iter().map(|row| row.iter().map(|cell| cell.map(whole)).collect()).collect(),
        caveats: table.caveats.iter().map(|code| (*code).to_owned()).collect(),
    }
}

fn public_flow(flow: &guard::PublicFlow) -> PublicFlow {
    PublicFlow {
        orders: flow.orders.map(whole),
        items: flow.items.map(whole),
        orders_seen: flow.orders_seen.map(whole),
        orders_apart: flow.orders_apart.map(whole),
        items_apart: flow.items_apart.map(whole),
        reviewed: flow.reviewed.map(whole),
        reviewed_apart: flow.reviewed_apart.map(whole),
        unreviewed: flow.unreviewed.map(whole),
        reviewed_clusters: flow.reviewed_clusters.map(whole),
    }
}

/// Puts a profile into what the window and the command line are told. Without the words of a register platforms go by their numbers.
pub(super) fn wired(found: &Measured, rubric: String, questions_below: Vec<String>, words: Option<&Words>) -> Profile {
    Profile {
        problem: None,
        rubric,
        plan: plan::VERSION,
        plan_digest: plan::digest(),
        questions_below,
        flow: wire_flow(&found.flow),
        figures: found.figures.iter().map(|figure| named(wire_figure(figure), words)).collect(),
        tables: found.tables.iter().map(|table| wire_table(table, words)).collect(),
        curves: found.curves.iter().map(wire_curve).collect(),
        series: found.series.iter().map(wire_series).collect(),
    }
}

/// The register as figures see it, kept until something is written. It holds no names and no texts, and goes when the register is locked.
pub(super) fn frame(app: &App, vault: &Vault) -> Result<Arc<Frame>> {
    let mut kept = app.frame.lock().map_err(|_| Error::Inside("the figures were abandoned"))?;
    let edition = vault.edition()?;
    if let Some(frame) = kept.as_ref().filter(|frame| frame.edition == edition) {
        return Ok(Arc::clone(frame));
    }
    *kept = None;
    let frame = Arc::new(Frame::read(vault)?);
    *kept = Some(Arc::clone(&frame));
    Ok(frame)
}

fn whole(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Under the guard no rate leaves the core: a screen cannot show what it was not given.
pub(super) fn wire_figure(figure: &Figure) -> ProfileFigure {
    let (variant, variant_list) =
        figure.variant.as_ref().map_or((String::new(), ""), |variant| (variant.code.clone(), variant.list));
    let shown = matches!(figure.display, Display::Interval | Display::Headline);
    let number = |value: Option<f64>| value.filter(|value| shown && value.is_finite());
    let end = |pair: Option<(f64, f64)>, which: fn((f64, f64)) -> f64| number(pair.map(which));
    ProfileFigure {
        name: figure.name.to_owned(),
        variant,
        variant_list: variant_list.to_owned(),
        method: figure.method.to_owned(),
        population: figure.population.code().to_owned(),
        unit: figure.unit.code().to_owned(),
        x: figure.x.map(whole),
        n: whole(figure.n),
        unknown: whole(figure.unknown),
        clusters: whole(figure.clusters),
        estimate: number(figure.estimate),
        low: end(figure.limits, |pair| pair.0),
        high: end(figure.limits, |pair| pair.1),
        bound_low: end(figure.bounds, |pair| pair.0),
        bound_high: end(figure.bounds, |pair| pair.1),
        p: number(figure.p),
        df: figure.df.map(whole),
        family: figure.family.code().to_owned(),
        p_adjusted: number(figure.p_adjusted),
        level: figure.display.code().to_owned(),
        state: figure.state.to_owned(),
        caveats: figure.caveats.iter().map(|code| (*code).to_owned()).collect(),
    }
}

fn named(figure: ProfileFigure, words: Option<&Words>) -> ProfileFigure {
    if figure.variant_list != PLATFORM {
        return figure;
    }
    ProfileFigure { variant: platform_name(&figure.variant, words), variant_list: String::new(), ..figure }
}

// A platform goes by its name in the language of the window. Names need not differ, rows do.
fn platform_name(code: &str, words: Option<&Words>) -> String {
    let Some(words) = words else { return numbered(code) };
    let Ok(id) = code.parse::<Id>() else { return code.to_owned() };
    let name = words.spoken(words.platform(Some(&id)));
    if name.is_empty() { code.to_owned() } else { name }
}

fn wire_table(table: &Table, words: Option<&Words>) -> ProfileTable {
    let mut rows: Vec<String> = Vec::new();
    for code in &table.rows {
        let name = if table.name == BY_PLATFORM { platform_name(code, words) } else { code.clone() };
        rows.push(if rows.contains(&name) { code.clone() } else { name });
    }
    ProfileTable {
        name: table.name.to_owned(),
        population: table.population.code().to_owned(),
        rows,
        columns: table.columns.clone(),
        counts: table.counts.iter().map(|row| row.iter().copied().map(whole).collect()).collect(),
        caveats: table.caveats.iter().map(|code| (*code).to_owned()).collect(),
    }
}

fn wire_curve(curve: &Curve) -> ProfileCurve {
    ProfileCurve {
        name: curve.name.to_owned(),
        method: curve.method.to_owned(),
        population: curve.population.code().to_owned(),
        n: whole(curve.n),
        unknown: whole(curve.unknown),
        points: curve
            .points
            .iter()
            .map(|point| ProfileCurvePoint {
                hours: point.hours,
                share: point.share,
                low: point.low,
                high: point.high,
                at_risk: point.at_risk.map(whole),
            })
            .collect(),
        state: curve.state.to_owned(),
        caveats: curve.caveats.iter().map(|code| (*code).to_owned()).collect(),
    }
}

fn wire_series(series: &Series) -> ProfileSeries {
    let point = |point: &crate::analysis::profile::SeriesPoint| ProfileSeriesPoint {
        period: point.period.clone(),
        value: point.value,
        low: point.low,
        high: point.high,
    };
    ProfileSeries {
        name: series.name.to_owned(),
        method: series.method.to_owned(),
        population: series.population.code().to_owned(),
        points: series.points.iter().map(point).collect(),
        caveats: series.caveats.iter().map(|code| (*code).to_owned()).collect(),
    }
}

fn wire_flow(flow: &Flow) -> ProfileFlow {
    ProfileFlow {
        orders: whole(flow.orders),
        items: whole(flow.items),
        orders_seen: whole(flow.orders_seen),
        orders_apart: whole(flow.orders_apart),
        items_apart: whole(flow.items_apart),
        reviewed: whole(flow.reviewed),
        reviewed_apart: whole(flow.reviewed_apart),
        unreviewed: whole(flow.unreviewed),
        reviewed_clusters: whole(flow.reviewed_clusters),
    }
}
