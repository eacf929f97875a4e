//! C11: whether recorded orders become more. Months that are not over, and those so late that orders of them are still being learned of, are cut off;
//! what remains may still tell of our sources and not of the ministry.

use super::made_of::{month_after, month_of};
use super::{Figure, Population, Selection, Unit};
use crate::stats::Display;
use crate::stats::survival::{Delay, reporting_delays};
use crate::stats::trend::{Continuity, mann_kendall};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Fewer months show no trend, and fewer orders neither (statistics, C11).
pub(super) const MONTHS_MIN: usize = 12;
pub(super) const ORDERS_MIN: u64 = 30;
/// Orders are taken as known after the time within which this share of them is learned of.
pub(super) const LEARNED_SHARE: f64 = 0.95;
const DAY: i64 = 86_400;

/// Orders by month, as far as they are over and known.
pub(super) struct Known {
    /// Second up to which orders are taken as known.
    pub(super) until: i64,
    /// Months from the first to the last, with the empty ones between.
    pub(super) months: Vec<((i32, u32), u64)>,
}

/// Makes the figure of C11: Sen's slope in orders a month, with the test of Mann and Kendall.
pub(super) fn figures(known: &Known) -> Vec<Figure> {
    let counts: Vec<f64> = known.months.iter().map(|(_, count)| super::figure::real(*count)).collect();
    let n: u64 = known.months.iter().map(|(_, count)| *count).sum();
    let empty = Figure::empty("C11.trend", "C11.mk/1", Population::Recorded, Unit::PerMonth)
        .with("caveat-known-orders-only")
        .with("caveat-sources-change");
    let figure = Figure { n, clusters: counts.len() as u64, ..empty };
    if n == 0 {
        return vec![figure];
    }
    if counts.len() < MONTHS_MIN || n < ORDERS_MIN {
        return vec![Figure { display: Display::Counts, state: "too_few_months", ..figure }];
    }
    vec![match mann_kendall(&counts, Continuity::Corrected) {
        Ok(found) => {
            Figure { estimate: Some(found.sen_slope), p: Some(found.p), display: Display::Interval, state: "ok", ..figure }
        }
        Err(why) => Figure { display: Display::Counts, ..figure.without(why) },
    }]
}

impl Known {
    /// Counts orders by the months that are over and known at a second.
    pub(super) fn of(selection: &Selection<'_>, now: i64) -> Self {
        let until = now.saturating_sub(reporting_cut(selection, now));
        let mut months: BTreeMap<(i32, u32), u64> = BTreeMap::new();
        for order in selection.orders() {
            if let Some(month) = month_of(order).filter(|month| is_over(*month, until)) {
                *months.entry(month).or_default() += 1;
            }
        }
        let first = months.keys().next().copied();
        let last = months.keys().next_back().copied();
        let all = std::iter::successors(first, |month| Some(month_after(*month)).filter(|next| Some(*next) <= last));
        Self { until, months: all.map(|month| (month, months.get(&month).copied().unwrap_or(0))).collect() }
    }
}

fn is_over(month: (i32, u32), until: i64) -> bool {
    let (year, next) = month_after(month);
    let start = NaiveDate::from_ymd_opt(year, next, 1).and_then(|day| day.and_hms_opt(0, 0, 0));
    start.is_some_and(|start| start.and_utc().timestamp() <= until)
}

// Seconds after issue within which nineteen of twenty orders are learned of; where that cannot be told, the longest time that it took.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "days of a register")]
fn reporting_cut(selection: &Selection<'_>, now: i64) -> i64 {
    let known = selection.orders().filter_map(|order| {
        let ((learned, _), (_, issued)) = (order.learned?, order.issued?);
        let (delay, bound) = (learned.saturating_sub(issued).max(0), now.saturating_sub(issued));
        (bound >= delay).then_some((delay / DAY, bound / DAY))
    });
    let delays: Vec<(i64, i64)> = known.collect();
    let units: Vec<Delay> = delays.iter().map(|(delay, bound)| Delay { delay: *delay as f64, bound: *bound as f64 }).collect();
    let within = reporting_delays(&units, super::figure::LEVEL).and_then(|found| found.within(LEARNED_SHARE));
    let days = within.map_or_else(|_| delays.iter().map(|(delay, _)| *delay).max().unwrap_or(0), |found| found.delay as i64);
    days.saturating_mul(DAY)
}
