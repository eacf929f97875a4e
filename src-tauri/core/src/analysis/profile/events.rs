//! C11, steps: whether recorded orders became more or fewer after a law changed. The dates are data of the project and not a reader's choice: whoever
//! picks a date after seeing the counts finds a step anywhere.

use super::figure::{LEVEL, SEED, real};
use super::made_of::{month_after, month_of};
use super::trend::Known;
use super::{Draws, Figure, PENDING, Population, Selection, Table, Unit};
use crate::analysis::frame::OrderRow;
use crate::model::terms::{LEARNED_HOW, list_of};
use crate::stats::trend::{poisson_change_point, poisson_change_point_p, poisson_regression};
use crate::stats::{Display, Undefined, Watched, rate_ratio};
use crate::store::WatchedFact;
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

const SOURCE: &str = include_str!("../../../../../assets/law/events.json");
/// Months on each side below which nothing is compared (statistics, C11).
pub(super) const SIDE_MIN: usize = 6;
/// Months on each side that a ratio takes in at the most.
pub(super) const SIDE_MAX: usize = 12;
/// From so many months on the seasons are allowed for.
pub(super) const SEASONS_MIN: usize = 24;
pub(super) const ORDERS_MIN: u64 = 30;
pub(super) const MONTHS_MIN: usize = 12;
pub(super) const REPLICATES: u32 = 999;

type Month = (i32, u32);
// Months with their orders.
type Counts = [(Month, u64)];
// Those before a day, and those after it.
type Around<'c> = (&'c Counts, &'c Counts);
// The same, counted anew.
type Sides = (Vec<(Month, u64)>, Vec<(Month, u64)>);

/// A change of the law on a day.
#[derive(Debug, Clone, Deserialize)]
pub struct LegalEvent {
    code: String,
    /// Its day, as YYYY-MM-DD.
    pub date: String,
    /// What changed, by language.
    pub name: BTreeMap<String, String>,
    #[cfg_attr(not(test), allow(dead_code, reason = "read by people"))]
    source: String,
    /// The day was compared with the official text.
    pub checked: bool,
}

impl LegalEvent {
    fn day(&self) -> Option<NaiveDate> {
        NaiveDate::parse_from_str(&self.date, "%Y-%m-%d").ok()
    }
}

// Names of the figures of each event: the same codes as in the file, which a test holds.
struct Names {
    code: &'static str,
    ratio: &'static str,
    same_sources: &'static str,
    level: &'static str,
    slope: &'static str,
}

macro_rules! names {
    ($code:literal) => {
        Names {
            code: $code,
            ratio: concat!("C11.ratio_", $code),
            same_sources: concat!("C11.ratio_same_sources_", $code),
            level: concat!("C11.level_", $code),
            slope: concat!("C11.slope_", $code),
        }
    };
}

const NAMES: [Names; 3] = [names!("bullying_2022"), names!("fines_2024"), names!("expert_rules_2025")];

/// Lists the changes of the law that the program knows of.
#[must_use]
pub fn legal_events() -> &'static [LegalEvent] {
    static EVENTS: OnceLock<Vec<LegalEvent>> = OnceLock::new();
    // A test holds that the file can be read.
    EVENTS.get_or_init(|| serde_json::from_str(SOURCE).unwrap_or_default())
}

/// Makes the figures of the changes that lie inside the recorded months, since others divide nothing, and tells where the months themselves change
/// most: an exploratory finding, whatever its test says.
pub(super) fn found(selection: &Selection<'_>, known: &Known, draws: Draws) -> (Vec<Figure>, Table) {
    let months = &known.months;
    let (figure, change) = change_point(months, draws);
    let mut figures = Vec::new();
    if let (Some((first, _)), Some((last, _))) = (months.first(), months.last()) {
        for names in &NAMES {
            let Some(event) = legal_events().iter().find(|event| event.code == names.code) else { continue };
            let Some(day) = event.day() else { continue };
            let month = (day.year(), day.month());
            if *first < month && month < *last {
                figures.extend(around(selection, known, (day, event.checked), names));
            }
        }
        figures.push(figure);
    }
    let (rows, counts) = change.map(|(month, counts)| (vec![name_of(month)], vec![counts])).unwrap_or_default();
    let table = Table {
        name: "change_point",
        population: Population::Recorded,
        rows,
        columns: ["before", "after"].map(str::to_owned).to_vec(),
        counts,
        caveats: vec!["caveat-exploratory", "caveat-sources-change"],
    };
    (figures, table)
}

fn name_of(month: Month) -> String {
    format!("{}-{:02}", month.0, month.1)
}

// Months before a day and after it. The month in which the day lies belongs to neither, unless it begins with the day.
fn sides(months: &Counts, date: NaiveDate) -> Sides {
    let month = (date.year(), date.month());
    let is_whole = date.day() == 1;
    let before = months.iter().copied().filter(|(one, _)| *one < month).collect();
    let after = months.iter().copied().filter(|(one, _)| *one > month || (is_whole && *one == month)).collect();
    (before, after)
}

fn around(selection: &Selection<'_>, known: &Known, (day, is_checked): (NaiveDate, bool), names: &Names) -> Vec<Figure> {
    let (before, after) = sides(&known.months, day);
    let near_before: Vec<_> = before.iter().rev().take(SIDE_MAX).copied().collect();
    let near_after: Vec<_> = after.iter().take(SIDE_MAX).copied().collect();
    let n = |side: &Counts| side.iter().map(|one| one.1).sum::<u64>();
    let empty = |name, method, (before, after): Around<'_>| {
        let figure = Figure::empty(name, method, Population::Recorded, Unit::RateRatio)
            .with("caveat-known-orders-only")
            .with("caveat-sources-change");
        let figure = if is_checked { figure } else { figure.with("caveat-event-unchecked") };
        let figure = match watch(&selection.frame.watched, before, after) {
            Some(caveat) => figure.with(caveat),
            None => figure,
        };
        let total = n(before) + n(after);
        let display = if total > 0 { Display::Counts } else { Display::Nothing };
        Figure { x: Some(n(after)), n: total, clusters: (before.len() + after.len()) as u64, display, ..figure }
    };
    let near = (near_before.as_slice(), near_after.as_slice());
    let ratio = ratio(empty(names.ratio, "C11.ratio/1", near), near);
    let same = same_sources(selection, known.until, near);
    let same_near = (same.0.as_slice(), same.1.as_slice());
    let same = self::ratio(empty(names.same_sources, "C11.ratio/1", same_near), same_near).with("caveat-same-sources");
    let all = (before.as_slice(), after.as_slice());
    let level = empty(names.level, "C11.segmented/1", all);
    let slope = empty(names.slope, "C11.segmented/1", all);
    let [level, slope] = segmented(all, [level, slope]);
    vec![ratio, same, level, slope]
}

fn lacks(before: &Counts, after: &Counts, figure: &Figure) -> bool {
    before.len() < SIDE_MIN || after.len() < SIDE_MIN || figure.n < ORDERS_MIN
}

// The rate a day after it, by that before it.
fn ratio(figure: Figure, (before, after): Around<'_>) -> Figure {
    let figure = figure.with("caveat-months-even");
    if lacks(before, after, &figure) {
        return Figure { state: "too_few_months_around", ..figure };
    }
    let watched = |side: &Counts| Watched {
        events: side.iter().map(|one| one.1).sum(),
        exposure: side.iter().map(|one| days_of(one.0)).sum(),
    };
    match rate_ratio(watched(after), watched(before), LEVEL) {
        Ok(found) => Figure {
            estimate: Some(found.ratio),
            limits: Some((found.low, found.high)),
            p: Some(found.p),
            display: Display::Interval,
            state: "ok",
            ..figure
        },
        Err(why) => figure.without(why),
    }
}

fn days_of(month: Month) -> f64 {
    let first = |(year, month): Month| NaiveDate::from_ymd_opt(year, month, 1);
    let days = first(month).zip(first(month_after(month))).map_or(30, |(from, to)| (to - from).num_days());
    real(u64::try_from(days).unwrap_or(30))
}

// A step and a change of slope at the day, seasons held where there are two years; counts vary at least as Poisson ones do.
fn segmented((before, after): Around<'_>, figures: [Figure; 2]) -> [Figure; 2] {
    if figures.iter().any(|figure| lacks(before, after, figure)) {
        return figures.map(|figure| Figure { state: "too_few_months_around", ..figure });
    }
    let months: Vec<(Month, u64)> = before.iter().chain(after).copied().collect();
    let counts: Vec<u64> = months.iter().map(|one| one.1).collect();
    let exposure: Vec<f64> = months.iter().map(|one| days_of(one.0)).collect();
    let place = |(year, month): Month| f64::from(year) * 12.0 + f64::from(month);
    let start = after.first().map_or(0.0, |one| place(one.0));
    let time: Vec<f64> = months.iter().map(|one| place(one.0) - start).collect();
    let step: Vec<f64> = time.iter().map(|time| if *time >= 0.0 { 1.0 } else { 0.0 }).collect();
    let since: Vec<f64> = time.iter().map(|time| time.max(0.0)).collect();
    let mut columns = vec![step, since, time];
    if months.len() >= SEASONS_MIN {
        let present: BTreeSet<u32> = months.iter().map(|one| one.0.1).collect();
        let season = |of: u32| months.iter().map(|one| if one.0.1 == of { 1.0 } else { 0.0 }).collect();
        columns.extend(present.into_iter().skip(1).map(season));
    }
    let found = poisson_regression(&counts, &columns, Some(&exposure), LEVEL);
    let mut terms = [1, 2].into_iter();
    figures.map(|figure| {
        let place = terms.next().unwrap_or(0);
        match &found {
            Ok(fit) => match fit.terms.get(place) {
                Some(term) => {
                    let (factor, low, high) = term.factor();
                    let (p, display) = (Some(term.p), Display::Interval);
                    Figure { estimate: Some(factor), limits: Some((low, high)), p, display, state: "ok", ..figure }
                }
                None => figure.without(Undefined::Malformed),
            },
            Err(why) => figure.without(*why),
        }
    })
}

// The same months, with orders of those lists alone that told of orders on both sides: a source that came or went is no step of the ministry's.
fn same_sources(selection: &Selection<'_>, until: i64, (before, after): Around<'_>) -> Sides {
    let list = |order: &OrderRow| LEARNED_HOW.get(usize::from(order.learned_how)).and_then(|how| list_of(how));
    let known = || selection.orders().filter(|order| order.issued.is_some_and(|(_, latest)| latest <= until));
    let mut by_month: BTreeMap<(Month, &'static str), u64> = BTreeMap::new();
    for order in known() {
        if let (Some(month), Some(list)) = (month_of(order), list(order)) {
            *by_month.entry((month, list)).or_default() += 1;
        }
    }
    let lists = |side: &Counts| -> BTreeSet<&'static str> {
        by_month.keys().filter(|(month, _)| side.iter().any(|one| one.0 == *month)).map(|(_, list)| *list).collect()
    };
    let both: Vec<&'static str> = lists(before).intersection(&lists(after)).copied().collect();
    let counted = |side: &Counts| -> Vec<(Month, u64)> {
        let count = |month: Month| both.iter().filter_map(|list| by_month.get(&(month, *list))).sum();
        side.iter().map(|one| (one.0, count(one.0))).collect()
    };
    (counted(before), counted(after))
}

// What is to be said of who watched: nothing where the same was watched without gaps on both sides.
fn watch(watched: &[WatchedFact], before: &Counts, after: &Counts) -> Option<&'static str> {
    if watched.is_empty() {
        return Some("caveat-watch-not-recorded");
    }
    let ends = |side: &Counts| {
        let start =
            |month: Month| Some(NaiveDate::from_ymd_opt(month.0, month.1, 1)?.and_hms_opt(0, 0, 0)?.and_utc().timestamp());
        let first = side.iter().map(|one| one.0).min().and_then(start)?;
        let last = side.iter().map(|one| one.0).max().map(month_after).and_then(start)?;
        Some((first, last))
    };
    // Zones differ by hours, which no month turns on.
    let day = 86_400;
    let whole = |(first, last): (i64, i64)| -> BTreeSet<&str> {
        let covers = |fact: &&WatchedFact| {
            fact.from.is_some_and(|(_, from)| from <= first + day)
                && fact.to.is_none_or(|(to, _)| to >= last - day)
                && !fact.has_gaps
        };
        watched.iter().filter(covers).map(|fact| fact.sources.as_str()).collect()
    };
    let (before, after) = (ends(before).map(whole)?, ends(after).map(whole)?);
    (before.is_empty() || before != after).then_some("caveat-watch-changed")
}

type Change = (Month, Vec<u64>);

// Where one rate before and another after fit best. Its test draws registers of one even rate.
fn change_point(months: &Counts, draws: Draws) -> (Figure, Option<Change>) {
    let n: u64 = months.iter().map(|one| one.1).sum();
    let figure = Figure::empty("C11.change_point", "C11.change/1", Population::Recorded, Unit::RateRatio)
        .with("caveat-exploratory")
        .with("caveat-sources-change");
    let display = if n > 0 { Display::Counts } else { Display::Nothing };
    let figure = Figure { n, clusters: months.len() as u64, display, ..figure };
    if n == 0 {
        return (figure, None);
    }
    if months.len() < MONTHS_MIN || n < ORDERS_MIN {
        return (Figure { state: "too_few_months", ..figure }, None);
    }
    let counts: Vec<u64> = months.iter().map(|one| one.1).collect();
    let exposure: Vec<f64> = months.iter().map(|one| days_of(one.0)).collect();
    let found = match poisson_change_point(&counts, Some(&exposure)) {
        Ok(found) => found,
        Err(why) => return (figure.without(why), None),
    };
    let ratio = if found.rate_before > 0.0 { found.rate_after / found.rate_before } else { f64::INFINITY };
    let (before, after) = counts.split_at(found.change_after.min(counts.len()));
    let change = months.get(found.change_after).map(|one| (one.0, vec![before.iter().sum(), after.iter().sum()]));
    if draws == Draws::Later {
        return (Figure { state: PENDING, ..figure }, change);
    }
    match poisson_change_point_p(&counts, Some(&exposure), REPLICATES, SEED) {
        Ok(drawn) => {
            let figure = Figure { estimate: Some(ratio), p: Some(drawn.p), display: Display::Interval, state: "ok", ..figure };
            (figure, change)
        }
        Err(why) => (figure.without(why), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_of_the_file_has_its_figures_and_its_names() {
        let codes: Vec<&str> = legal_events().iter().map(|event| event.code.as_str()).collect();
        assert_eq!(codes, NAMES.iter().map(|names| names.code).collect::<Vec<_>>());
        for event in legal_events() {
            assert!(!event.source.is_empty() && event.day().unwrap().year() > 2000);
            assert!(["kk", "ru", "en"].into_iter().all(|lang| !event.name[lang].is_empty()));
        }
    }

    #[test]
    fn the_month_of_an_event_is_on_neither_side_unless_it_begins_with_it() {
        let months: Vec<(Month, u64)> = (1..=6).map(|month| ((2024, month), u64::from(month))).collect();
        let at = |day: u32| {
            let (before, after) = sides(&months, NaiveDate::from_ymd_opt(2024, 3, day).unwrap());
            (before.len(), after.len())
        };
        assert_eq!((at(16), at(1)), ((2, 3), (2, 4)));
    }
}
