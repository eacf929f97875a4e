//! C7: the 24-hour term. It runs from receipt (integrity rules of the domain); where times are known only as intervals, a state is told only where
//! every moment inside them gives it.

use super::{Figure, Population, Selection, Table, Tally, Unit};
use crate::analysis::frame::{ItemRow, OrderRow};
use crate::model::terms::OUTCOMES;
use crate::model::time::{Compliance, DeadlineState, Moment, compliance, deadline_state, order_state};
use crate::stats::Display;

/// Fewer items have no median (statistics, C7).
pub(super) const MEDIAN_MIN: u64 = 10;

/// States of a term, in the order in which they are counted.
pub(super) const STATES: [DeadlineState; 5] =
    [DeadlineState::Met, DeadlineState::Missed, DeadlineState::Indeterminate, DeadlineState::Running, DeadlineState::Unknown];

/// Makes the figures of C7 at a second: of items whose term has ended, those acted upon within it.
pub(super) fn figures(selection: &Selection<'_>, now: i64) -> Vec<Figure> {
    let mut met = Tally::of(selection.frame.clusters);
    for (order, item) in selection.items().filter(|(order, _)| order.is_in_shares) {
        match state_of(order, item, now) {
            DeadlineState::Met => met.add(order.cluster, true),
            DeadlineState::Missed => met.add(order.cluster, false),
            // What is unknown for want of a receipt has no term, and what runs has not ended.
            DeadlineState::Indeterminate => met.add_unknown(),
            DeadlineState::Running | DeadlineState::Unknown => {}
        }
    }
    vec![met.share("C7.acted_in_term", "C7/1", Population::Recorded).with("caveat-both-moments"), median_hours(selection)]
}

// The median of the hours from receipt to what the platform did, between the earliest and the latest that the known moments allow. What was seen in
// its place counts as not done by then; of what nobody watched nothing is known, and what its author deleted says nothing of the platform.
#[allow(clippy::cast_precision_loss, reason = "hours of a register")]
fn median_hours(selection: &Selection<'_>) -> Figure {
    let empty = Figure::empty("C7.median_hours", "C7.median/1", Population::Recorded, Unit::Hours).with("caveat-both-moments");
    let (mut lower, mut upper, mut unknown) = (Vec::new(), Vec::new(), 0_u64);
    for (order, item) in selection.items().filter(|(order, _)| order.is_in_shares) {
        match seconds(order, item) {
            Some((least, most)) => {
                lower.push(least);
                upper.push(most);
            }
            None => unknown += 1,
        }
    }
    let n = lower.len() as u64;
    let figure = Figure { n, unknown, ..empty };
    let hours = |times: &mut Vec<i64>| {
        let middle = times.len().checked_sub(1)? / 2;
        let (_, seconds, _) = times.select_nth_unstable(middle);
        Some(if *seconds == i64::MAX { f64::INFINITY } else { *seconds as f64 / 3_600.0 })
    };
    let Some((low, high)) = hours(&mut lower).zip(hours(&mut upper)) else { return figure };
    let display = if n < MEDIAN_MIN { Display::Counts } else { Display::Interval };
    Figure { bounds: Some((low, high)), display, state: "ok", ..figure }
}

/// Returns the least and the most seconds from receipt to what the platform did; the most is without end where all that is known is that the item
/// was still there. Nothing where nobody knows.
pub fn seconds(order: &OrderRow, item: &ItemRow) -> Option<(i64, i64)> {
    let outcome = OUTCOMES.get(usize::from(item.outcome)).copied().unwrap_or("unknown");
    let ((first, last), (earliest, latest)) = (order.received?, item.at?);
    let least = earliest.saturating_sub(last).max(0);
    match compliance(outcome, &Moment::between(item.at)) {
        Compliance::Acted(_) => Some((least, latest.saturating_sub(first).max(0))),
        Compliance::SeenUp(_) => Some((least, i64::MAX)),
        _ => None,
    }
}

/// Counts orders by the state of their term.
pub(super) fn states(selection: &Selection<'_>, now: i64) -> [u64; 5] {
    let mut counts = [0_u64; STATES.len()];
    let mut states: Vec<DeadlineState> = Vec::new();
    for order in selection.orders() {
        states.clear();
        states.extend(selection.frame.items_of(order).iter().map(|item| state_of(order, item, now)));
        let state = match (order.received, states.is_empty()) {
            (None, _) => DeadlineState::Unknown,
            (Some(_), true) => deadline_state(&Moment::between(order.received), &compliance("unknown", &Moment::unknown()), now),
            (Some(_), false) => order_state(&states),
        };
        for (count, _) in counts.iter_mut().zip(STATES).filter(|(_, of)| *of == state) {
            *count += 1;
        }
    }
    counts
}

/// Makes the table of the states of terms.
pub(super) fn by_state(selection: &Selection<'_>, now: i64) -> Table {
    let counts = states(selection, now);
    Table {
        name: "deadlines",
        population: Population::Recorded,
        rows: STATES.iter().map(|state| state.code().to_owned()).collect(),
        columns: vec!["orders".to_owned()],
        counts: counts.into_iter().map(|count| vec![count]).collect(),
        caveats: vec!["caveat-both-moments"],
    }
}

fn state_of(order: &OrderRow, item: &ItemRow, now: i64) -> DeadlineState {
    let outcome = OUTCOMES.get(usize::from(item.outcome)).copied().unwrap_or("unknown");
    deadline_state(&Moment::between(order.received), &compliance(outcome, &Moment::between(item.at)), now)
}
