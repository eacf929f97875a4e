//! C7, the way back: how long appeals take, how long content stays away before it is put back, and for how many days it had been away.

use super::figure::LEVEL;
use super::times::{hours_between, median_between};
use super::{Figure, Population, Selection, Unit};
use crate::stats::Display;
use crate::stats::survival::{Bracket, Followed, kaplan_meier};
use crate::store::Bounds;

/// Fewer decisions have no median (statistics, C7).
pub(super) const EVENTS_MIN: usize = 5;
const HOURS: f64 = 24.0;
/// Moments known to the hour give a number of days that counts as known.
pub(super) const EXACT_DAYS: f64 = 2.0 / 24.0;

/// Makes the figures at a second.
pub(super) fn figures(selection: &Selection<'_>, now: i64) -> Vec<Figure> {
    let (mut decided, mut back) = (Times::default(), Times::default());
    let mut appeals = selection.frame.appeals.iter().peekable();
    for order in selection.orders().filter(|order| order.is_in_shares) {
        for place in order.items.0..order.items.0.saturating_add(order.items.1) {
            while appeals.next_if(|appeal| appeal.item < place).is_some() {}
            let Some(appeal) = appeals.next_if(|appeal| appeal.item == place) else { continue };
            if appeal.result == "pending" {
                decided.add(appeal.filed, Some((now, now)), Ends::Pending);
            } else if appeal.filed.is_some() || appeal.decided.is_some() {
                decided.add(appeal.filed, appeal.decided, Ends::Over);
            }
            if appeal.reinstated.is_some() {
                let removed = selection.frame.items.get(place as usize).and_then(|item| item.at);
                back.add(removed, appeal.reinstated, Ends::Over);
            }
        }
    }
    vec![
        decided.median("C7.median_appeal_days", "caveat-who-appeals"),
        back.median("C7.median_days_to_return", "caveat-of-those-returned"),
        back.sum("C7.days_away"),
    ]
}

// How a time ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ends {
    // It is over.
    Over,
    // It lasts: only that it is longer is known.
    Pending,
}

// Days between two moments, as far as they are known.
#[derive(Debug, Default)]
struct Times {
    days: Vec<(Bracket, Ends)>,
    unknown: u64,
    contradictions: u64,
}

impl Times {
    fn add(&mut self, from: Bounds, to: Bounds, ends: Ends) {
        let (Some(from), Some(to)) = (from, to) else {
            self.unknown += 1;
            return;
        };
        let (after, by) = hours_between(from, to);
        if by < 0.0 {
            self.contradictions += 1;
        } else if !(after.is_finite() && by.is_finite()) {
            self.unknown += 1;
        } else {
            let by = if ends == Ends::Over { by / HOURS } else { f64::INFINITY };
            self.days.push((Bracket { after: (after / HOURS).max(0.0), by }, ends));
        }
    }

    fn empty(&self, name: &'static str, method: &'static str, caveat: &'static str) -> Figure {
        let figure = Figure::empty(name, method, Population::Recorded, Unit::Days).with("caveat-both-moments").with(caveat);
        let figure = if self.contradictions > 0 { figure.with("caveat-times-contradict") } else { figure };
        let n = self.days.len() as u64;
        let display = if n > 0 { Display::Counts } else { Display::Nothing };
        Figure { n, unknown: self.unknown + self.contradictions, clusters: n, display, ..figure }
    }

    // The median: with limits where times are known, between the ends that they allow otherwise. What is pending counts as not over by now.
    fn median(&self, name: &'static str, caveat: &'static str) -> Figure {
        let figure = self.empty(name, "C7.km_median/1", caveat);
        if self.days.is_empty() {
            return figure;
        }
        if self.days.iter().filter(|(_, ends)| *ends == Ends::Over).count() < EVENTS_MIN {
            return Figure { state: "too_few_events", ..figure };
        }
        let is_exact = |(bracket, ends): &(Bracket, Ends)| *ends == Ends::Pending || bracket.by - bracket.after <= EXACT_DAYS;
        if !self.days.iter().all(is_exact) {
            let brackets: Vec<Bracket> = self.days.iter().map(|(bracket, _)| *bracket).collect();
            let (bounds, figure) = (median_between(&brackets), figure.with("caveat-intervals-only"));
            return Figure { method: "C7.median_bounds/1", bounds, display: Display::Interval, state: "ok", ..figure };
        }
        let followed = |(bracket, ends): &(Bracket, Ends)| {
            let event = *ends == Ends::Over;
            let time = if event { f64::midpoint(bracket.after, bracket.by) } else { bracket.after };
            Followed { entry: None, time, event }
        };
        let followed: Vec<Followed> = self.days.iter().map(followed).collect();
        match kaplan_meier(&followed, None, LEVEL).map(|curve| curve.median()) {
            Ok(found) => match found.time {
                Ok(time) => Figure {
                    estimate: Some(time),
                    limits: Some((found.low.unwrap_or(0.0).min(time), found.high.unwrap_or(f64::INFINITY).max(time))),
                    display: Display::Interval,
                    state: "ok",
                    ..figure
                },
                Err(why) => figure.without(why),
            },
            Err(why) => figure.without(why),
        }
    }

    // All days together, as bounds: a sum over what is known of, no estimate of anything else.
    fn sum(&self, name: &'static str) -> Figure {
        let figure = self.empty(name, "C7.sum/1", "caveat-of-those-returned");
        if self.days.is_empty() {
            return figure;
        }
        let (low, high) = self.days.iter().fold((0.0, 0.0), |(low, high), (days, _)| (low + days.after, high + days.by));
        Figure { bounds: Some((low, high)), display: Display::Interval, state: "ok", ..figure }
    }
}
