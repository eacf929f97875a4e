//! C7: how soon platforms act. The curve of the time from the receipt of an order to what the platform did, where both moments are known to the minute
//! with what authors deleted first as a rival cause, and otherwise the band that intervals allow.
//!
//! A source that tells of orders whatever became of them tells of whole histories: items of such orders are followed from the receipt. What authors,
//! their lawyers, the press and watchers tell of may have been told because it came down: it stands apart.

use super::curve::{Curve, CurvePoint};
use super::figure::{LEVEL, SEED};
use super::targets::is_power;
use super::times::{Fate, Spell, Told, median_between, told_of};
use super::{Figure, Population, Selection, Unit};
use crate::model::terms::SOURCE_LISTS;
use crate::stats::survival::{
    Bracket, CauseCurves, CauseShares, Ended, Followed, Incidence, ShareBounds, aalen_johansen, log_rank, share_bounds, turnbull,
};
use crate::stats::{Display, Random, Undefined};

/// Hours of the term.
const TERM: f64 = 24.0;
/// Fewer items whose state at the end of the term is known give no share (statistics, C7).
pub(super) const AT_TERM_MIN: u64 = 10;
/// Fewer events give no median.
pub(super) const EVENTS_MIN: u64 = 5;
/// Fewer events in a group compare nothing.
pub(super) const GROUP_EVENTS_MIN: u64 = 10;
/// A curve has no more points than can be drawn.
pub(super) const POINTS_MAX: usize = 240;
/// Of more items than these the likeliest curve is not sought: the band that assumes nothing is told.
pub(super) const TURNBULL_MAX: usize = 4_000;
/// Hours at which a band is told.
const BAND_HOURS: [f64; 18] =
    [1.0, 2.0, 3.0, 6.0, 9.0, 12.0, 18.0, 24.0, 30.0, 36.0, 48.0, 72.0, 96.0, 120.0, 168.0, 240.0, 336.0, 720.0];
/// Lists whose sources tell of orders whatever became of the items (statistics, C7).
const INDEPENDENT: [&str; 3] = ["platform", "court", "disclosure"];

/// Items of one kind of source.
#[derive(Debug, Default)]
struct Group {
    spells: Vec<Spell>,
    unknown: u64,
    contradictions: u64,
}

/// How soon platforms act.
pub(super) struct Removal {
    independent: Group,
    reported: Group,
}

impl Removal {
    /// Follows the items of a selection up to a second.
    pub(super) fn of(selection: &Selection<'_>, now: i64) -> Self {
        let (mut independent, mut reported) = (Group::default(), Group::default());
        for (order, item) in selection.items().filter(|(order, _)| order.is_in_shares) {
            let group = if order.lists & independent_lists() > 0 { &mut independent } else { &mut reported };
            match told_of(order, item, is_power(item.protected), now) {
                Told::Spell(spell) => group.spells.push(spell),
                Told::Nothing => group.unknown += 1,
                Told::Contradiction => group.contradictions += 1,
            }
        }
        Self { independent, reported }
    }

    /// Returns the shares by the end of the term, of independent sources.
    pub(super) fn by_term(&self) -> Vec<Figure> {
        let all = &self.independent;
        vec![at_term("C7.removed_by_24h", all, &all.spells), one_each(all), late_entry(all)]
    }

    /// Returns the share of the other sources.
    pub(super) fn reported(&self) -> Vec<Figure> {
        let figure = at_term("C7.removed_by_24h_reported", &self.reported, &self.reported.spells);
        vec![figure.with("caveat-reported-because-gone")]
    }

    /// Returns when half is acted upon, and whether sooner for some.
    pub(super) fn median_and_compared(&self) -> Vec<Figure> {
        vec![median(&self.independent), compared(&self.independent)]
    }

    /// Returns the curves.
    pub(super) fn curves(&self) -> Vec<Curve> {
        let reported = curve("C7.removal_reported", &self.reported);
        let caveats = reported.caveats.iter().copied().chain(["caveat-reported-because-gone"]).collect();
        vec![curve("C7.removal", &self.independent), Curve { caveats, ..reported }]
    }
}

fn independent_lists() -> u8 {
    let bit = |name: &str| SOURCE_LISTS.iter().position(|list| *list == name).map_or(0, |place| 1_u8 << place);
    INDEPENDENT.iter().fold(0, |lists, name| lists | bit(name))
}

fn is_exact(spells: &[Spell]) -> bool {
    spells.iter().all(Spell::is_exact)
}

// Clusters ascend, or nearly so: sorting them takes less than a tree of a million.
fn clusters_of(spells: &[Spell]) -> u64 {
    let mut clusters: Vec<u32> = spells.iter().map(|spell| spell.cluster).collect();
    clusters.sort_unstable();
    clusters.dedup();
    clusters.len() as u64
}

fn empty(name: &'static str, method: &'static str, unit: Unit, group: &Group, spells: &[Spell]) -> Figure {
    let figure = Figure::empty(name, method, Population::Recorded, unit).with("caveat-both-moments");
    let figure = if group.contradictions > 0 { figure.with("caveat-times-contradict") } else { figure };
    let unknown = group.unknown + group.contradictions;
    let display = if spells.is_empty() { Display::Nothing } else { Display::Counts };
    Figure { n: spells.len() as u64, unknown, clusters: clusters_of(spells), display, ..figure }
}

// Limits that take each item for itself say so where items hang together.
fn said_of_clusters(figure: Figure) -> Figure {
    if figure.clusters < figure.n { figure.with("caveat-curve-clusters") } else { figure }
}

const fn from_receipt(_: &Spell) -> Option<f64> {
    None
}

// Items as the estimator of rival causes takes them: cause 0 is the platform, 1 the author.
fn causes(spells: &[Spell], entry: fn(&Spell) -> Option<f64>) -> Result<CauseCurves, Undefined> {
    let ended = |spell: &Spell| Ended {
        entry: entry(spell),
        time: spell.time(),
        cause: match spell.fate {
            Fate::Acted => Some(0),
            Fate::Author => Some(1),
            Fate::Up => None,
        },
    };
    aalen_johansen(&spells.iter().map(ended).collect::<Vec<_>>(), 2, None, LEVEL)
}

// The shares at a time. Where what ended the last watch was an event, nobody is left for whom anything could still come: the shares stay.
fn shares_at(curves: &CauseCurves, spells: &[Spell], time: f64) -> Result<CauseShares, Undefined> {
    let last = spells.iter().map(Spell::time).fold(0.0, f64::max);
    let is_over = time > last && !spells.iter().any(|spell| spell.fate == Fate::Up && spell.time() >= last);
    if is_over { curves.at(last).map(|shares| CauseShares { at_risk: 0, ..shares }) } else { curves.at(time) }
}

// Items of which it is known what they were at the end of the term.
fn known_at_term(spells: &[Spell]) -> u64 {
    let known = |spell: &&Spell| match spell.fate {
        Fate::Up => spell.hours.after >= TERM,
        Fate::Author => true,
        Fate::Acted => spell.hours.by <= TERM || spell.hours.after >= TERM,
    };
    spells.iter().filter(known).count() as u64
}

// The share that the platform had acted upon within the term. Where only intervals are known: the bounds that assume nothing.
fn at_term(name: &'static str, group: &Group, spells: &[Spell]) -> Figure {
    let figure = empty(name, "C7.aj/1", Unit::Share, group, spells);
    if spells.is_empty() {
        return figure;
    }
    let figure = said_of_clusters(figure);
    let bounded = bounded(figure.clone(), spells);
    if known_at_term(spells) < AT_TERM_MIN {
        return Figure { state: "too_few_at_term", limits: None, bounds: None, ..figure };
    }
    if !is_exact(spells) {
        return bounded;
    }
    match causes(spells, from_receipt).and_then(|curves| shares_at(&curves, spells, TERM)) {
        Ok(found) => match found.causes.first() {
            Some(acted) => Figure {
                estimate: Some(acted.share),
                limits: Some((acted.low, acted.high)),
                bounds: bounded.bounds.filter(|_| figure.unknown > 0),
                display: Display::Interval,
                state: "ok",
                ..figure
            },
            None => figure.without(Undefined::Malformed),
        },
        Err(why) => figure.without(why),
    }
}

fn bounded(figure: Figure, spells: &[Spell]) -> Figure {
    let nothing = Bracket { after: f64::NEG_INFINITY, by: f64::INFINITY };
    let unknown = usize::try_from(figure.unknown).unwrap_or(usize::MAX);
    let all = spells.iter().map(Spell::acted).chain(std::iter::repeat_n(nothing, unknown));
    match share_bounds(all, &[TERM], LEVEL).and_then(|found| found.first().copied().ok_or(Undefined::NZero)) {
        Ok(found) => Figure {
            method: "C7.bounds/1",
            bounds: Some((found.low, found.high)),
            limits: Some((found.outer_low, found.outer_high)),
            display: Display::Interval,
            state: "ok",
            ..figure.with("caveat-intervals-only")
        },
        Err(why) => figure.without(why),
    }
}

// One item of each cluster, drawn: items of one letter are acted upon together.
fn drawn(spells: &[Spell]) -> Vec<Spell> {
    let mut ordered: Vec<&Spell> = spells.iter().collect();
    ordered.sort_by_key(|spell| spell.cluster);
    let mut random = Random::of_replicate(SEED, 0);
    let clusters = ordered.chunk_by(|one, other| one.cluster == other.cluster);
    clusters.filter_map(|of| of.get(random.below(of.len())).map(|spell| **spell)).collect()
}

fn one_each(group: &Group) -> Figure {
    let one = drawn(&group.spells);
    let figure = at_term("C7.removed_by_24h_one_each", group, &one);
    if one.is_empty() { figure } else { figure.with("caveat-one-item-each") }
}

// The same if items had been seen only from when their order was learned of: a check on whether sources learn of orders whatever becomes of them.
fn late_entry(group: &Group) -> Figure {
    let figure =
        empty("C7.removed_by_24h_late_entry", "C7.aj_entry/1", Unit::Share, group, &group.spells).with("caveat-late-entry");
    if group.spells.is_empty() {
        return figure;
    }
    if !is_exact(&group.spells) {
        return Figure { state: "intervals_only", ..figure };
    }
    let figure = said_of_clusters(figure);
    let entered: Vec<Spell> = group.spells.iter().filter(|spell| spell.learned.is_some()).copied().collect();
    let curves = causes(&entered, |spell| spell.learned.filter(|learned| *learned > 0.0));
    match curves.and_then(|curves| curves.at(TERM)) {
        Ok(found) if found.at_risk < AT_TERM_MIN => Figure { state: "too_few_at_term", ..figure },
        Ok(found) => match found.causes.first() {
            Some(acted) => Figure {
                estimate: Some(acted.share),
                limits: Some((acted.low, acted.high)),
                display: Display::Interval,
                state: "ok",
                ..figure
            },
            None => figure.without(Undefined::Malformed),
        },
        Err(why) => figure.without(why),
    }
}

// The hours by which the platform has acted upon half.
fn median(group: &Group) -> Figure {
    let spells = &group.spells;
    let figure = empty("C7.median_removal", "C7.aj_median/1", Unit::Hours, group, spells);
    if spells.is_empty() {
        return figure;
    }
    let events = spells.iter().filter(|spell| spell.fate == Fate::Acted).count() as u64;
    if events < EVENTS_MIN {
        return Figure { state: "too_few_events", ..figure };
    }
    if !is_exact(spells) {
        let bounds = median_between(&spells.iter().map(Spell::acted).collect::<Vec<_>>());
        let figure = figure.with("caveat-intervals-only");
        return Figure { method: "C7.median_bounds/1", bounds, display: Display::Interval, state: "ok", ..figure };
    }
    let figure = said_of_clusters(figure);
    match half_acted(spells) {
        Ok((time, low, high)) => {
            Figure { estimate: Some(time), limits: Some((low, high)), display: Display::Interval, state: "ok", ..figure }
        }
        Err(why) => figure.without(why),
    }
}

// Where the curve reaches one half, and where its limits do: the upper one first (Brookmeyer and Crowley, on the incidence of one cause).
fn half_acted(spells: &[Spell]) -> Result<(f64, f64, f64), Undefined> {
    let curves = causes(spells, from_receipt)?;
    let reached = |of: fn(&Incidence) -> f64| {
        let is_there =
            |time: &f64| curves.at(*time).is_ok_and(|at| at.causes.first().is_some_and(|acted| of(acted) >= 0.5 - 1e-10));
        act_times(spells).into_iter().find(is_there)
    };
    let time = reached(|acted| acted.share).ok_or(Undefined::NotReached)?;
    let (low, high) = (reached(|acted| acted.high), reached(|acted| acted.low));
    Ok((time, low.unwrap_or(0.0).min(time), high.unwrap_or(f64::INFINITY)))
}

// Times at which the platform acted, each once, in ascending order.
fn act_times(spells: &[Spell]) -> Vec<f64> {
    let mut times: Vec<f64> = spells.iter().filter(|spell| spell.fate == Fate::Acted).map(Spell::time).collect();
    times.sort_unstable_by(f64::total_cmp);
    times.dedup();
    times
}

// Whether platforms act sooner where an official or a body is protected: as a ratio of what was seen to what one curve would give. Items that hang
// together would make chance look like a difference, so one of each cluster is compared.
fn compared(group: &Group) -> Figure {
    let one = if clusters_of(&group.spells) < group.spells.len() as u64 { drawn(&group.spells) } else { group.spells.clone() };
    let known: Vec<Spell> = one.into_iter().filter(|spell| spell.power.is_some()).collect();
    let figure = empty("C7.sooner_for_officials", "C7.log_rank/1", Unit::RateRatio, group, &known).with("caveat-no-intention");
    if known.is_empty() {
        return figure;
    }
    if !is_exact(&known) {
        return Figure { state: "intervals_only", ..figure };
    }
    let of = |power: bool| -> Vec<Followed> {
        let of = known.iter().filter(|spell| spell.power == Some(power));
        of.map(|spell| Followed { entry: None, time: spell.time(), event: spell.fate == Fate::Acted }).collect()
    };
    let groups = [of(true), of(false)];
    let events = |group: &Vec<Followed>| group.iter().filter(|one| one.event).count() as u64;
    if groups.iter().any(|group| events(group) < GROUP_EVENTS_MIN) {
        return Figure { state: "too_few_events", ..figure };
    }
    match log_rank(&groups) {
        Ok(found) => {
            let part = |place: usize| Some(super::figure::real(*found.observed.get(place)?) / *found.expected.get(place)?);
            match (part(0), part(1)) {
                (Some(one), Some(other)) if other > 0.0 => Figure {
                    estimate: Some(one / other),
                    p: Some(found.p),
                    display: Display::Interval,
                    state: "ok",
                    ..figure.with("caveat-one-item-each")
                },
                _ => figure.without(Undefined::Malformed),
            }
        }
        Err(why) => figure.without(why),
    }
}

fn curve(name: &'static str, group: &Group) -> Curve {
    let spells = &group.spells;
    let figure = empty(name, "C7.aj/1", Unit::Share, group, spells);
    let clusters = (figure.clusters < figure.n).then_some("caveat-curve-clusters");
    let started = Curve {
        name,
        method: figure.method,
        population: figure.population,
        n: figure.n,
        unknown: figure.unknown,
        points: Vec::new(),
        state: "n_zero",
        caveats: figure.caveats,
    };
    if spells.is_empty() {
        return started;
    }
    if (spells.len() as u64) < AT_TERM_MIN {
        return Curve { state: "too_few_at_term", ..started };
    }
    let made = if is_exact(spells) { exact_points(spells) } else { band_points(spells) };
    match made {
        Ok((method, points, said)) => {
            let caveats = started.caveats.iter().copied().chain(said).chain(clusters).collect();
            Curve { method, points, state: "ok", caveats, ..started }
        }
        Err(why) => Curve { state: why.code(), ..started },
    }
}

type Points = (&'static str, Vec<CurvePoint>, Option<&'static str>);

fn exact_points(spells: &[Spell]) -> Result<Points, Undefined> {
    let curves = causes(spells, from_receipt)?;
    let times = act_times(spells);
    let step = times.len().div_ceil(POINTS_MAX).max(1);
    let last = times.len().saturating_sub(1);
    let kept = times.iter().enumerate().filter(|(place, _)| place % step == 0 || *place == last);
    let mut hours: Vec<f64> = kept.map(|(_, hours)| *hours).chain([TERM]).collect();
    hours.sort_unstable_by(f64::total_cmp);
    hours.dedup();
    let point = |hours: &f64| {
        let at = shares_at(&curves, spells, *hours).ok()?;
        let acted = at.causes.first()?;
        Some(CurvePoint { hours: *hours, share: Some(acted.share), low: acted.low, high: acted.high, at_risk: Some(at.at_risk) })
    };
    Ok(("C7.aj/1", hours.iter().filter_map(point).collect(), None))
}

// Limits that assume nothing of where in their intervals the moments lie; between them the likeliest curve, where it is one number and can be sought.
fn band_points(spells: &[Spell]) -> Result<Points, Undefined> {
    let bounds = share_bounds(spells.iter().map(Spell::acted), &BAND_HOURS, LEVEL)?;
    let brackets: Vec<Bracket> = spells.iter().take(TURNBULL_MAX + 1).map(Spell::acted).collect();
    let likeliest = if brackets.len() > TURNBULL_MAX { None } else { Some(turnbull(&brackets)?) };
    let share = |hours: f64| {
        let at = likeliest.as_ref()?.at(hours).ok()?;
        (at.high - at.low < 1e-9).then_some(1.0 - at.high)
    };
    let point = |(hours, at): (f64, ShareBounds)| CurvePoint {
        hours,
        share: share(hours),
        low: at.outer_low,
        high: at.outer_high,
        at_risk: None,
    };
    let method = if likeliest.is_some() { "C7.turnbull/1" } else { "C7.bounds/1" };
    Ok((method, BAND_HOURS.into_iter().zip(bounds).map(point).collect(), Some("caveat-intervals-only")))
}
