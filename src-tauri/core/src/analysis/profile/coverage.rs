//! C13: how many orders nobody knows of. What independent sources share tells of what none of them saw; where they share too little, only "at least as
//! many as are known" is said. What others publish stands beside what is known.

use super::figure::{LEVEL, real};
use super::{Figure, Population, Selection, Table, Unit};
use crate::analysis::frame::OrderRow;
use crate::model::terms::SOURCE_LISTS;
use crate::stats::Display;
use crate::stats::coverage::{
    BmaOptions, CaptureTable, LIMITS_RATIO_MAX, LIST_LENGTH_MIN, LowerBound, chapman, decomposable_bma, failing_guards,
    pairwise_lower_bound,
};
use crate::store::{OfficialFact, Publisher};
use std::collections::BTreeMap;

/// Lists that somebody named: all but the last, which is unknown.
const LISTS: usize = SOURCE_LISTS.len() - 1;

/// Fewer lists give no estimate (statistics, C13).
pub(super) const LISTS_MIN: usize = 3;

/// What the lists say.
pub(super) struct Coverage {
    /// Orders that are known: N1.
    pub known: u64,
    /// At least so many were ever issued, where the lists say more than what is known.
    pub at_least: Option<u64>,
    figures: Vec<Figure>,
    table: Table,
}

impl Coverage {
    /// Counts the lists of a selection and asks what they say of the orders on none.
    pub(super) fn of(selection: &Selection<'_>) -> Self {
        let (mut patterns, mut known, mut unlisted) = (Vec::new(), 0_u64, 0_u64);
        for order in selection.orders().filter(|order| order.is_in_shares) {
            known += 1;
            if order.lists == 0 {
                unlisted += 1;
            } else {
                patterns.push(order.lists);
            }
        }
        // A list without orders is no source that could have seen any.
        let used: Vec<usize> = (0..LISTS).filter(|list| patterns.iter().any(|on| on >> list & 1 == 1)).collect();
        // Where three lists are long enough, a short one beside them only blurs what they say: its own orders are known all the same. Lists are
        // left out by their length alone, never by what they would give.
        let long: Vec<usize> = used.iter().copied().filter(|list| length(&patterns, *list) >= LIST_LENGTH_MIN).collect();
        let told = if long.len() >= LISTS_MIN { &long } else { &used };
        let capture = captured(&patterns, told);
        let empty = |name, method| {
            let figure = Figure::empty(name, method, Population::Issued, Unit::Count).with("caveat-hidden-orders");
            Figure { n: known, unknown: unlisted, clusters: told.len() as u64, ..figure }
        };
        let at_least = Figure {
            estimate: (known > 0).then(|| real(known)),
            display: if known > 0 { Display::Interval } else { Display::Nothing },
            state: if known > 0 { "ok" } else { "n_zero" },
            ..empty("C13.known_at_least", "C13.known/1")
        };
        let bound = lower_bound(capture.as_ref(), empty("C13.lower_bound", "C13.pairwise/1"));
        let least = bound.limits.filter(|_| bound.display >= Display::Interval).map(|(low, _)| whole_below(low).max(known));
        let two = two_lists(capture.as_ref(), empty("C13.two_lists", "C13.chapman/1"));
        let average = averaged(capture.as_ref(), empty("C13.estimate", "C13.bma/1").with("caveat-lists-alike"));
        let table = lists_table(&patterns, &used);
        Self { known, at_least: least, figures: vec![at_least, bound, two, average], table }
    }

    /// Returns the figures.
    pub(super) fn figures(&self) -> Vec<Figure> {
        self.figures.clone()
    }

    /// Returns how long the lists are and what they share.
    pub(super) fn table(&self) -> Table {
        self.table.clone()
    }
}

fn length(patterns: &[u8], list: usize) -> u64 {
    patterns.iter().filter(|on| **on >> list & 1 == 1).count() as u64
}

fn captured(patterns: &[u8], lists: &[usize]) -> Option<CaptureTable> {
    let packed = |on: &u8| lists.iter().enumerate().map(|(place, list)| usize::from(on >> list & 1) << place).sum();
    let packed: Vec<usize> = patterns.iter().map(packed).filter(|on| *on > 0).collect();
    CaptureTable::of_things(lists.len(), &packed).ok()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "limits of a number of orders are small and above 0")]
fn whole_below(limit: f64) -> u64 {
    // What is a whole number but for rounding is that number.
    (limit + 1e-9).floor().max(0.0) as u64
}

// The guard that fails first, or nothing where the estimate may be told.
fn guarded(table: &CaptureTable, limits: (f64, f64)) -> Option<&'static str> {
    failing_guards(table, Some(limits)).first().map(|guard| guard.code())
}

fn untold(figure: Figure, state: &'static str) -> Figure {
    let display = if figure.n > 0 { Display::Counts } else { Display::Nothing };
    Figure { display, state, ..figure }
}

// Orders of which nobody said how they were learned of, or none at all.
fn without_lists(figure: Figure) -> Figure {
    let state = if figure.n > 0 { "too_few_lists" } else { "n_zero" };
    untold(figure, state)
}

// Orders of lists that were left out, and of none, are known: no number is below what is known.
fn told(figure: Figure, found: (f64, f64, f64)) -> Figure {
    let least = real(figure.n);
    let (low, estimate, high) = (found.0.max(least), found.1.max(least), found.2.max(least));
    Figure { estimate: Some(estimate), limits: Some((low, high)), display: Display::Interval, state: "ok", ..figure }
}

const fn ends(found: &LowerBound) -> (f64, f64, f64) {
    (found.low, found.estimate, found.high)
}

fn lower_bound(table: Option<&CaptureTable>, figure: Figure) -> Figure {
    let Some(table) = table else { return without_lists(figure) };
    match pairwise_lower_bound(table, LEVEL) {
        Ok(found) => match guarded(table, (found.low, found.high)) {
            None => told(figure, ends(&found)),
            Some(state) => untold(figure, state),
        },
        Err(why) => {
            let state = guarded(table, (0.0, 0.0)).filter(|guard| *guard == "too_few_lists");
            untold(figure, state.unwrap_or(why.code()))
        }
    }
}

// Two lists give an estimate only if they are independent, which nothing in them tells.
fn two_lists(table: Option<&CaptureTable>, figure: Figure) -> Figure {
    let figure = figure.with("caveat-two-lists");
    let Some(table) = table.filter(|table| table.lists() == 2) else { return untold(figure, "not_two_lists") };
    let (one, other, both) = (table.at_least(1), table.at_least(2), table.at_least(3));
    match chapman(one, other, both, LEVEL) {
        Ok(found) if !found.reliable => untold(figure, "too_few_matches"),
        Ok(_) if one.min(other) < LIST_LENGTH_MIN => untold(figure, "short_list"),
        Ok(found) if found.bound.high > LIMITS_RATIO_MAX * found.bound.low => untold(figure, "too_wide"),
        Ok(found) => told(figure, ends(&found.bound)),
        Err(why) => untold(figure, why.code()),
    }
}

fn averaged(table: Option<&CaptureTable>, figure: Figure) -> Figure {
    let Some(table) = table else { return without_lists(figure) };
    // What fails a guard whatever its limits are needs no model.
    if let Some(guard) = failing_guards(table, None).first() {
        return untold(figure, guard.code());
    }
    match decomposable_bma(table, &BmaOptions::usual(table.lists())) {
        Ok(found) => {
            let (low, high) = (real(found.low), real(found.high));
            match guarded(table, (low, high)) {
                None => told(figure, (low, real(found.median), high)),
                Some(state) => untold(figure, state),
            }
        }
        Err(why) => untold(figure, why.code()),
    }
}

// Orders on each list, those on no other, and those that each shares with each.
fn lists_table(patterns: &[u8], used: &[usize]) -> Table {
    let count = |mask: u8| patterns.iter().filter(|on| **on & mask == mask).count() as u64;
    let alone = |mask: u8| patterns.iter().filter(|on| **on == mask).count() as u64;
    let bit = |list: &usize| 1_u8 << list;
    let names: Vec<String> = used.iter().filter_map(|list| SOURCE_LISTS.get(*list)).map(|name| (*name).to_owned()).collect();
    let row = |list: &usize| {
        let shared = used.iter().map(|other| count(bit(list) | bit(other)));
        [count(bit(list)), alone(bit(list))].into_iter().chain(shared).collect()
    };
    Table {
        name: "lists",
        population: Population::Recorded,
        rows: names.clone(),
        columns: ["orders", "alone"].map(str::to_owned).into_iter().chain(names).collect(),
        counts: used.iter().map(row).collect(),
        caveats: vec!["caveat-known-orders-only", "caveat-hidden-orders"],
    }
}

/// Sets numbers that authorities and platforms publish beside what is known of the same period: counts, no interval. A filter picks orders, and what is
/// published knows no filter: beside it stands nothing.
pub(super) fn official(selection: &Selection<'_>) -> Table {
    let mut table = Table {
        name: "official_figures",
        population: Population::Recorded,
        rows: Vec::new(),
        columns: ["published", "known"].map(str::to_owned).to_vec(),
        counts: Vec::new(),
        caveats: vec!["caveat-known-orders-only", "caveat-official-days"],
    };
    if selection.is_narrowed() {
        table.caveats = vec!["caveat-official-unfiltered"];
        return table;
    }
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    for fact in &selection.frame.official {
        let Some((row, published, known)) = compared(selection, fact) else { continue };
        // Two statements of one number stand in two rows.
        let seen = times.entry(row.clone()).or_insert(0);
        *seen += 1;
        table.rows.push(if *seen > 1 { format!("{row}\t{seen}") } else { row });
        table.counts.push(vec![published, known]);
        if known > published && !table.caveats.contains(&"caveat-official-below-proof") {
            table.caveats.push("caveat-official-below-proof");
        }
    }
    if table.rows.len() < selection.frame.official.len() {
        table.caveats.push("caveat-official-left-out");
    }
    table
}

// What is published and what is known of it; nothing where the two cannot be set beside each other.
fn compared(selection: &Selection<'_>, fact: &OfficialFact) -> Option<(String, u64, u64)> {
    let (first, last) = fact.period?;
    let published = u64::try_from(fact.value).ok()?;
    let is_theirs = |order: &OrderRow| {
        let place = |list: &[crate::id::Id], place: Option<u32>| place.and_then(|place| list.get(place as usize)).copied();
        match fact.publisher_is {
            Some(Publisher::Authority(id)) => place(&selection.frame.authorities, order.authority) == Some(id),
            Some(Publisher::Platform(id)) => place(&selection.frame.platforms, order.platform) == Some(id),
            None => false,
        }
    };
    if !fact.is_of_all || fact.publisher_is.is_none() {
        return None;
    }
    let counted = |order: &OrderRow| match fact.metric.as_str() {
        "orders" => Some(1),
        "items" => Some(u64::from(order.items.1)),
        _ => None,
    };
    let mut known = 0;
    counted(selection.frame.orders.first()?)?;
    for order in selection.orders().filter(|order| order.is_in_shares && is_theirs(order)) {
        if order.issued.is_some_and(|(from, to)| first <= from && to <= last) {
            known += counted(order)?;
        }
    }
    let day = |at: i64| {
        let local = chrono::DateTime::from_timestamp(at.checked_add(i64::from(fact.period_offset) * 60)?, 0)?;
        Some(local.format("%Y-%m-%d").to_string())
    };
    Some((format!("{}\t{}/{}\t{}", fact.publisher, day(first)?, day(last)?, fact.metric), published, known))
}
