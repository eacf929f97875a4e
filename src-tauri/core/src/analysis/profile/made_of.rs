//! What the recorded orders are: by month of issue, instrument, ground and source. Counts without an estimate.

use super::figure::LEVEL;
use super::{Population, Selection, Series, SeriesPoint, Table};
use crate::analysis::frame::{Code, OrderRow};
use crate::model::terms::{GROUNDS, INSTRUMENTS, LEARNED_HOW};
use crate::stats::{Watched, poisson_rate};
use chrono::Datelike;
use std::collections::BTreeMap;

const DAY: i64 = 86_400;

/// Counts orders by instrument, ground and source.
pub(super) fn tables(selection: &Selection<'_>) -> [Table; 3] {
    [
        coded("instruments", selection, &INSTRUMENTS, |order| order.instrument),
        coded("grounds", selection, &GROUNDS, |order| order.ground),
        coded("sources", selection, &LEARNED_HOW, |order| order.learned_how),
    ]
}

fn coded(name: &'static str, selection: &Selection<'_>, codes: &[&str], of: fn(&OrderRow) -> Code) -> Table {
    let mut counts = vec![0_u64; codes.len()];
    for order in selection.orders() {
        if let Some(count) = counts.get_mut(usize::from(of(order))) {
            *count += 1;
        }
    }
    table(name, codes.iter().map(|code| (*code).to_owned()).zip(counts))
}

fn table(name: &'static str, rows: impl Iterator<Item = (String, u64)>) -> Table {
    let (rows, counts) = rows.map(|(row, count)| (row, vec![count])).unzip();
    Table {
        name,
        population: Population::Recorded,
        rows,
        columns: vec!["orders".to_owned()],
        counts,
        caveats: vec!["caveat-known-orders-only"],
    }
}

/// Returns the month of issue of an order, where both ends of what is known lie in one.
#[must_use]
pub fn month_of(order: &OrderRow) -> Option<(i32, u32)> {
    let (earliest, latest) = order.issued?;
    let local = |at: i64| at.checked_add(i64::from(order.issued_offset) * 60);
    let month = |local: i64| chrono::DateTime::from_timestamp(local, 0).map(|local| (local.year(), local.month()));
    let (first, last) = (local(earliest)?, local(latest)?);
    let one = month(first)?;
    // Most moments lie within one day.
    (first.div_euclid(DAY) == last.div_euclid(DAY) || month(last) == Some(one)).then_some(one)
}

/// Returns the month after one.
pub(super) const fn month_after(month: (i32, u32)) -> (i32, u32) {
    if month.1 == 12 { (month.0.saturating_add(1), 1) } else { (month.0, month.1 + 1) }
}

/// Returns orders a month with Garwood's limits, if orders came at an even rate within each month. What may lie in two months is in none.
pub(super) fn months_series(table: &Table) -> Series {
    let counted = table.rows.iter().zip(&table.counts).filter(|(month, _)| *month != "unknown");
    let point = |(month, counts): (&String, &Vec<u64>)| {
        let found = poisson_rate(Watched { events: *counts.first()?, exposure: 1.0 }, LEVEL).ok()?;
        Some(SeriesPoint { period: month.clone(), value: found.rate, low: found.low, high: found.high })
    };
    Series {
        name: "C11.months",
        method: "C11.garwood/1",
        population: Population::Recorded,
        points: counted.filter_map(point).collect(),
        caveats: [table.caveats.as_slice(), &["caveat-months-even"]].concat(),
    }
}

/// Counts orders by the month in which they were issued, on the calendar of the place where that was stated. Months without orders between the first
/// and the last are told as 0. A moment that may lie in two months is in none: those are told as unknown.
pub(super) fn months(selection: &Selection<'_>) -> Table {
    let mut months: BTreeMap<(i32, u32), u64> = BTreeMap::new();
    let mut unknown = 0;
    for order in selection.orders() {
        match month_of(order) {
            Some(month) => *months.entry(month).or_default() += 1,
            None => unknown += 1,
        }
    }
    let ends = months.keys().next().copied().zip(months.keys().next_back().copied());
    let mut rows: Vec<(String, u64)> = Vec::new();
    if let Some((first, last)) = ends {
        let mut month = first;
        while month <= last {
            rows.push((format!("{}-{:02}", month.0, month.1), months.get(&month).copied().unwrap_or(0)));
            month = month_after(month);
        }
    }
    rows.push(("unknown".to_owned(), unknown));
    let counted = table("months", rows.into_iter());
    Table { caveats: vec!["caveat-known-orders-only", "caveat-sources-change"], ..counted }
}
