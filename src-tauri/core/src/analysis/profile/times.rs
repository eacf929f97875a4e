//! What is known of the time from the receipt of an order to what became of an item: always two moments, each known as an interval.

use crate::analysis::frame::{ItemRow, OrderRow};
use crate::model::terms::OUTCOMES;
use crate::model::time::{Compliance, Moment, compliance};
use crate::stats::survival::Bracket;

/// Two moments known to the minute give a time that counts as known.
pub(super) const EXACT_HOURS: f64 = 2.0 / 60.0;
/// Intervals that are open on one side end in 1900 or 2200: nothing is known there.
const OPEN_HOURS: f64 = 24.0 * 365.25 * 50.0;

/// What ended the watch of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// The platform acted.
    Acted,
    /// Its author deleted it first.
    Author,
    /// Nothing: it was still there when somebody last looked.
    Up,
}

/// An item that was followed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spell {
    /// Number of its cluster.
    pub cluster: u32,
    /// An official or a body is protected, or somebody else; nothing where nobody knows.
    pub power: Option<bool>,
    /// Hours from the receipt to what ended the watch. Of what is still there only the lower end is known.
    pub hours: Bracket,
    /// What ended it.
    pub fate: Fate,
    /// Hours from the receipt to when the order was learned of; nothing where nobody knows.
    pub learned: Option<f64>,
    /// Hours from the receipt to now, at the least.
    pub horizon: f64,
}

impl Spell {
    /// Says whether the time is known to the minute. What is still there needs no more than the lower end.
    pub(super) fn is_exact(&self) -> bool {
        self.fate == Fate::Up || (self.hours.after.is_finite() && self.hours.by - self.hours.after <= EXACT_HOURS)
    }

    /// Returns the time itself: the middle of what is known to the minute, not before the receipt.
    pub(super) fn time(&self) -> f64 {
        if self.fate == Fate::Up { self.hours.after } else { f64::midpoint(self.hours.after, self.hours.by).max(0.0) }
    }

    /// Returns what is known of when the platform acts. What its author deleted will never be acted upon: by no moment up to now.
    pub(super) fn acted(&self) -> Bracket {
        match self.fate {
            Fate::Acted if self.is_exact() => Bracket::at(self.time()),
            Fate::Acted => self.hours,
            Fate::Author => Bracket { after: self.horizon, by: f64::INFINITY },
            Fate::Up => Bracket { after: self.hours.after, by: f64::INFINITY },
        }
    }
}

/// What a register tells of an item's time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Told {
    /// So much.
    Spell(Spell),
    /// Nothing: no receipt, no moment, or nobody knows what became of it.
    Nothing,
    /// Moments that contradict each other: what ended the watch lies for certain before the receipt.
    Contradiction,
}

/// Returns hours between two moments, each known as an interval: at least and at most.
#[allow(clippy::cast_precision_loss, reason = "seconds of centuries")]
pub(super) fn hours_between(from: (i64, i64), to: (i64, i64)) -> (f64, f64) {
    let hours = |seconds: i64| seconds as f64 / 3_600.0;
    let open = |hours: f64| match hours {
        h if h > OPEN_HOURS => f64::INFINITY,
        h if h < -OPEN_HOURS => f64::NEG_INFINITY,
        h => h,
    };
    (open(hours(to.0.saturating_sub(from.1))), open(hours(to.1.saturating_sub(from.0))))
}

/// Returns the bounds of the median: half of the times are over by it, wherever in their intervals they lie. The likeliest curve would often name one
/// moment here, and has no limits that would say how little it is sure of. The upper bound is infinite where half was never seen over.
pub(super) fn median_between(times: &[Bracket]) -> Option<(f64, f64)> {
    let middle = times.len().checked_sub(1)? / 2;
    let at = |end: fn(&Bracket) -> f64| {
        let mut ends: Vec<f64> = times.iter().map(end).collect();
        Some(*ends.select_nth_unstable_by(middle, f64::total_cmp).1)
    };
    Some((at(|time| time.after)?.max(0.0), at(|time| time.by)?))
}

/// Returns what is known of an item at a second.
pub(super) fn told_of(order: &OrderRow, item: &ItemRow, power: Option<bool>, now: i64) -> Told {
    let Some(received) = order.received else { return Told::Nothing };
    let outcome = OUTCOMES.get(usize::from(item.outcome)).copied().unwrap_or("unknown");
    let fate = match compliance(outcome, &Moment::between(item.at)) {
        Compliance::Acted(_) => Fate::Acted,
        _ if outcome == "author_deleted" => Fate::Author,
        _ if matches!(outcome, "no_action" | "refused") => Fate::Up,
        _ => return Told::Nothing,
    };
    let (horizon, latest) = hours_between(received, (now, now));
    let (after, by) = match (fate, item.at) {
        (Fate::Up, at) => {
            // A refusal tells that it was there at the time; so does whoever saw it.
            let seen = at.map(|(earliest, _)| earliest).into_iter().chain(item.seen_up).max();
            let Some(seen) = seen else { return Told::Nothing };
            (hours_between(received, (seen, seen)).0, f64::INFINITY)
        }
        (_, Some(at)) => hours_between(received, at),
        (_, None) => return Told::Nothing,
    };
    // What is on record has come about by now.
    let by = if fate == Fate::Up { by } else { by.min(latest.max(after)) };
    if by < 0.0 {
        return Told::Contradiction;
    }
    if (fate == Fate::Up && after < 0.0) || (after <= 0.0 && by >= latest) {
        return Told::Nothing;
    }
    // What may have come at the receipt itself has come after "no moment that is known".
    let after = if after <= 0.0 && by - after > EXACT_HOURS { f64::NEG_INFINITY } else { after };
    let learned = order.learned.map(|learned| hours_between(received, learned).1).filter(|hours| hours.is_finite());
    Told::Spell(Spell { cluster: order.cluster, power, hours: Bracket { after, by }, fate, learned, horizon: horizon.max(0.0) })
}
