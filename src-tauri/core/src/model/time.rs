//! Times as intervals. A moment that somebody reported is known only as far as it was reported; every computation keeps that.

use std::cmp::Ordering;

/// Seconds of the statutory term: 24 hours.
pub const TERM_SECONDS: i64 = 86_400;

/// Zone of moments that state none, in minutes east of UTC: Kazakhstan as a whole since 1 March 2024.
pub const ASTANA: i32 = 300;

/// Returns the second at which the minute of a second began: states of terms are told to the minute.
#[must_use]
pub const fn minute_of(second: i64) -> i64 {
    second - second.rem_euclid(60)
}

/// How finely a moment was stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// To the second.
    Exact,
    /// To the minute.
    Minute,
    /// To the hour.
    Hour,
    /// To the calendar day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
    /// Not stated.
    Unknown,
}

/// What the statement rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// A document says so.
    Document,
    /// The platform's notice says so.
    PlatformNotice,
    /// The monitor saw it.
    Observed,
    /// A witness said so.
    Witness,
    /// The press wrote so.
    Press,
    /// It follows from something else.
    Inferred,
}

macro_rules! codes {
    ($type:ident { $($variant:ident = $code:literal),+ $(,)? }) => {
        impl $type {
            /// Returns the code used in the database and on the wire.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

        }
    };
}

macro_rules! parsed {
    ($type:ident { $($variant:ident = $code:literal),+ $(,)? }) => {
        codes!($type { $($variant = $code),+ });
        impl $type {
            /// Reads a code.
            #[must_use]
            pub fn parse(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

parsed!(Precision { Exact = "exact", Minute = "minute", Hour = "hour", Day = "day", Month = "month", Year = "year", Unknown = "unknown" });
parsed!(Basis {
    Document = "document", PlatformNotice = "platform_notice", Observed = "observed", Witness = "witness", Press = "press",
    Inferred = "inferred",
});

/// A moment known as an interval of UTC seconds, both ends inclusive (UTime of the domain model).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Earliest possible UTC second; absent together with `latest` when unknown.
    pub earliest: Option<i64>,
    /// Latest possible UTC second.
    pub latest: Option<i64>,
    /// How finely it was stated.
    pub precision: Precision,
    /// Zone of the statement, minutes east of UTC. Kazakhstan went to UTC+5 as a whole on 1 March 2024.
    pub offset_minutes: i32,
    /// What it rests on.
    pub basis: Basis,
}

const YEAR_1900: i64 = -2_208_988_800;
const YEAR_2200: i64 = 7_258_118_400;

impl Moment {
    /// Nothing is known.
    #[must_use]
    pub const fn unknown() -> Self {
        Self { earliest: None, latest: None, precision: Precision::Unknown, offset_minutes: ASTANA, basis: Basis::Inferred }
    }

    /// An interval of which only the ends are told; nothing is known where there are none. For computing with, not for showing.
    #[must_use]
    pub fn between(ends: Option<(i64, i64)>) -> Self {
        ends.map_or_else(Self::unknown, |(earliest, latest)| Self {
            earliest: Some(earliest),
            latest: Some(latest),
            precision: Precision::Exact,
            ..Self::unknown()
        })
    }

    /// A calendar day in a zone: 86,400 seconds, both ends inclusive.
    #[must_use]
    pub fn day(year: i32, month: u32, day: u32, offset_minutes: i32, basis: Basis) -> Option<Self> {
        let start = start_of(year, month, day, offset_minutes)?;
        Some(Self { earliest: Some(start), latest: Some(start + 86_399), precision: Precision::Day, offset_minutes, basis })
    }

    /// A calendar month in a zone.
    #[must_use]
    pub fn month(year: i32, month: u32, offset_minutes: i32, basis: Basis) -> Option<Self> {
        let start = start_of(year, month, 1, offset_minutes)?;
        let (next_year, next_month) = if month == 12 { (year.checked_add(1)?, 1) } else { (year, month + 1) };
        let end = start_of(next_year, next_month, 1, offset_minutes)? - 1;
        Some(Self { earliest: Some(start), latest: Some(end), precision: Precision::Month, offset_minutes, basis })
    }

    /// A minute on a clock in a zone.
    #[must_use]
    pub fn minute(day: (i32, u32, u32), hour: u32, minute: u32, offset_minutes: i32, basis: Basis) -> Option<Self> {
        if hour > 23 || minute > 59 {
            return None;
        }
        let start = start_of(day.0, day.1, day.2, offset_minutes)? + i64::from(hour) * 3600 + i64::from(minute) * 60;
        Some(Self { earliest: Some(start), latest: Some(start + 59), precision: Precision::Minute, offset_minutes, basis })
    }

    /// One second.
    #[must_use]
    pub const fn exact(second: i64, offset_minutes: i32, basis: Basis) -> Self {
        Self { earliest: Some(second), latest: Some(second), precision: Precision::Exact, offset_minutes, basis }
    }

    /// Returns both ends when the moment is known.
    #[must_use]
    pub const fn bounds(&self) -> Option<(i64, i64)> {
        match (self.earliest, self.latest) {
            (Some(a), Some(b)) => Some((a, b)),
            _ => None,
        }
    }

    /// Says whether the interval is well formed: both ends or none, in order, within the years 1900 to 2200.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let ends = match (self.earliest, self.latest) {
            (None, None) => self.precision == Precision::Unknown,
            (Some(a), Some(b)) => a <= b && a >= YEAR_1900 && b < YEAR_2200 && self.precision != Precision::Unknown,
            _ => false,
        };
        ends && self.offset_minutes.abs() <= 14 * 60
    }

    /// Returns the end of the 24-hour term that starts with this receipt, as an interval of the same width.
    #[must_use]
    pub fn deadline(&self) -> Self {
        match self.bounds() {
            None => Self { basis: Basis::Inferred, ..*self },
            Some((a, b)) => {
                Self { earliest: Some(a + TERM_SECONDS), latest: Some(b + TERM_SECONDS), basis: Basis::Inferred, ..*self }
            }
        }
    }

    /// Returns the calendar day of the latest end in the zone of the statement, as year, month, day: whatever is said to lie before
    /// a day must lie before it for certain.
    #[must_use]
    pub fn last_local_day(&self) -> Option<(i32, u32, u32)> {
        use chrono::Datelike;
        let (_, latest) = self.bounds()?;
        let local = chrono::DateTime::from_timestamp(latest + i64::from(self.offset_minutes) * 60, 0)?;
        Some((local.year(), local.month(), local.day()))
    }
}

fn start_of(year: i32, month: u32, day: u32, offset_minutes: i32) -> Option<i64> {
    let date = chrono::NaiveDate::from_ymd_opt(year, month, day)?;
    Some(date.and_hms_opt(0, 0, 0)?.and_utc().timestamp() - i64::from(offset_minutes) * 60)
}

/// Where an order item stands against the 24-hour term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeadlineState {
    /// Complied before the term can have ended.
    Met,
    /// Not complied when the term must have ended.
    Missed,
    /// The intervals overlap, or nobody knows what happened.
    Indeterminate,
    /// The term has not ended.
    Running,
    /// No receipt is known, so there is no term to compute.
    Unknown,
}

codes!(DeadlineState {
    Met = "met", Missed = "missed", Indeterminate = "indeterminate", Running = "running", Unknown = "unknown",
});

/// What is known of compliance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compliance {
    /// The platform acted at this moment, which may itself be unknown.
    Acted(Moment),
    /// Known not to have acted, and not to act.
    NotActed,
    /// Seen not to have acted at this moment.
    SeenUp(Moment),
    /// Nobody knows.
    Unknown,
}

/// Says when an outcome came about, as far as anybody knows: when the platform acted, or, where that is not on record, between the last time
/// the item was seen and the first time it was gone; of an item on which nothing was done, when it was last seen.
#[must_use]
pub fn told_at(outcome: &str, complied: Moment, seen_up: &Moment, seen_down: &Moment) -> Moment {
    match outcome {
        "no_action" => *seen_up,
        "removed" | "geo_blocked" | "account_suspended" | "age_gated" | "labelled" if complied.bounds().is_none() => {
            let earliest = seen_up.bounds().map(|(earliest, _)| earliest);
            let latest = seen_down.bounds().map(|(_, latest)| latest);
            if earliest.is_none() && latest.is_none() {
                return complied;
            }
            Moment {
                earliest: Some(earliest.unwrap_or(YEAR_1900)),
                latest: Some(latest.unwrap_or(YEAR_2200 - 1).max(earliest.unwrap_or(YEAR_1900))),
                precision: Precision::Unknown,
                basis: Basis::Observed,
                ..complied
            }
        }
        _ => complied,
    }
}

/// Says what is known of compliance from an outcome and its time (see [`told_at`]).
#[must_use]
pub fn compliance(outcome: &str, complied: &Moment) -> Compliance {
    match outcome {
        "removed" | "geo_blocked" | "account_suspended" | "age_gated" | "labelled" => Compliance::Acted(*complied),
        "refused" => Compliance::NotActed,
        // That nothing was done is known only up to the moment at which somebody looked.
        "no_action" if complied.bounds().is_some() => Compliance::SeenUp(*complied),
        // What the author deleted says nothing of the platform, and what was done in part was neither done nor left undone.
        _ => Compliance::Unknown,
    }
}

/// Sums up the deadline of one order from its receipt and its items.
#[must_use]
pub fn deadline_of(received: &Moment, outcomes: &[(String, Moment)], now: i64) -> DeadlineState {
    if outcomes.is_empty() {
        return deadline_state(received, &Compliance::Unknown, now);
    }
    let states: Vec<DeadlineState> =
        outcomes.iter().map(|(outcome, at)| deadline_state(received, &compliance(outcome, at), now)).collect();
    order_state(&states)
}

/// Compares compliance with the term that starts at receipt. Interval arithmetic throughout: a state is definite only if every
/// combination of moments inside the intervals gives it (domain model, integrity rules).
#[must_use]
pub fn deadline_state(received: &Moment, compliance: &Compliance, now: i64) -> DeadlineState {
    let Some((due_earliest, due_latest)) = received.deadline().bounds() else {
        return DeadlineState::Unknown;
    };
    match compliance {
        Compliance::Acted(moment) => match moment.bounds() {
            // Removed before the order can have been received: the times contradict each other, or the order was not the reason.
            Some((_, latest)) if latest < due_earliest - TERM_SECONDS => DeadlineState::Indeterminate,
            Some((_, latest)) if latest <= due_earliest => DeadlineState::Met,
            Some((earliest, _)) if earliest > due_latest => DeadlineState::Missed,
            _ => DeadlineState::Indeterminate,
        },
        Compliance::NotActed => match now.cmp(&due_earliest) {
            Ordering::Less | Ordering::Equal => DeadlineState::Running,
            Ordering::Greater if now > due_latest => DeadlineState::Missed,
            Ordering::Greater => DeadlineState::Indeterminate,
        },
        Compliance::SeenUp(moment) => match moment.bounds() {
            Some((earliest, _)) if earliest > due_latest => DeadlineState::Missed,
            _ if now <= due_earliest => DeadlineState::Running,
            _ => DeadlineState::Indeterminate,
        },
        Compliance::Unknown if now <= due_earliest => DeadlineState::Running,
        Compliance::Unknown => DeadlineState::Indeterminate,
    }
}

/// Sums up the items of one order: missed if any was missed, met if all were met, running if any runs.
#[must_use]
pub fn order_state(items: &[DeadlineState]) -> DeadlineState {
    let any = |state| items.contains(&state);
    if items.is_empty() || items.iter().all(|s| *s == DeadlineState::Unknown) {
        DeadlineState::Unknown
    } else if any(DeadlineState::Missed) {
        DeadlineState::Missed
    } else if any(DeadlineState::Running) {
        DeadlineState::Running
    } else if items.iter().all(|s| *s == DeadlineState::Met) {
        DeadlineState::Met
    } else {
        DeadlineState::Indeterminate
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_day_in_astana_is_a_whole_day_of_seconds() {
        let day = Moment::day(2025, 3, 14, ASTANA, Basis::Document).unwrap();
        let (a, b) = day.bounds().unwrap();
        assert_eq!(b - a, 86_399);
        assert_eq!(a, 1_741_892_400); // 2025-03-13T19:00:00Z
        assert_eq!(day.last_local_day(), Some((2025, 3, 14)));
        let year = Moment { earliest: day.earliest, latest: Some(a + 366 * 86_400), ..day };
        assert_eq!(year.last_local_day(), Some((2026, 3, 15)));
    }

    #[test]
    fn a_receipt_known_to_the_day_leaves_the_next_day_indeterminate() {
        let received = Moment::day(2025, 3, 14, ASTANA, Basis::Document).unwrap();
        let noon_next_day = Moment::minute((2025, 3, 15), 12, 0, ASTANA, Basis::Observed).unwrap();
        let state = deadline_state(&received, &Compliance::Acted(noon_next_day), 2_000_000_000);
        assert_eq!(state, DeadlineState::Indeterminate);
    }

    #[test]
    fn exact_moments_decide() {
        let received = Moment::exact(1_000_000, ASTANA, Basis::Document);
        let at = |s| Compliance::Acted(Moment::exact(s, ASTANA, Basis::Observed));
        let state = |c| deadline_state(&received, &c, 2_000_000);
        assert_eq!(state(at(1_000_000 + 86_400)), DeadlineState::Met);
        assert_eq!(state(at(1_000_000 + 86_401)), DeadlineState::Missed);
        assert_eq!(state(Compliance::NotActed), DeadlineState::Missed);
        assert_eq!(state(Compliance::Unknown), DeadlineState::Indeterminate);
        assert_eq!(deadline_state(&received, &Compliance::NotActed, 1_000_500), DeadlineState::Running);
        assert_eq!(deadline_state(&Moment::unknown(), &at(5), 9), DeadlineState::Unknown);
    }

    #[test]
    fn what_was_seen_decides_where_nobody_knows_when_the_platform_acted() {
        let received = Moment::exact(1_000_000, ASTANA, Basis::Document);
        let (nothing, at) = (Moment::unknown(), |s| Moment::exact(s, ASTANA, Basis::Observed));
        let due = 1_000_000 + TERM_SECONDS;
        let state = |outcome: &str, up: Moment, down: Moment| {
            let told = told_at(outcome, nothing, &up, &down);
            deadline_state(&received, &compliance(outcome, &told), due + 90_000)
        };
        assert_eq!(state("removed", nothing, nothing), DeadlineState::Indeterminate);
        assert_eq!(state("removed", nothing, at(due - 5)), DeadlineState::Met);
        assert_eq!(state("removed", at(due + 5), nothing), DeadlineState::Missed);
        assert_eq!(state("removed", at(due - 5), at(due + 5)), DeadlineState::Indeterminate);
        assert_eq!(state("removed", at(1_000_100), at(due - 5)), DeadlineState::Met);
        assert_eq!(state("no_action", at(due + 5), nothing), DeadlineState::Missed);
        assert_eq!(state("no_action", at(due - 5), nothing), DeadlineState::Indeterminate);
        assert_eq!(state("no_action", nothing, nothing), DeadlineState::Indeterminate, "nobody looked");
        assert_eq!(state("refused", nothing, nothing), DeadlineState::Missed);
        let known = told_at("removed", at(due + 1), &nothing, &at(due - 5));
        assert_eq!(known, at(due + 1), "what is on record is not second-guessed");
    }

    #[test]
    fn a_removal_before_the_receipt_meets_nothing() {
        let received = Moment::exact(1_000_000, ASTANA, Basis::Document);
        let at = |s| deadline_state(&received, &Compliance::Acted(Moment::exact(s, ASTANA, Basis::Observed)), 2_000_000);
        assert_eq!((at(999_999), at(1_000_000)), (DeadlineState::Indeterminate, DeadlineState::Met));
        // Known to the day, both may be the same moment.
        let day = Moment::day(2025, 3, 14, ASTANA, Basis::Document).unwrap();
        let before = Moment::day(2025, 3, 13, ASTANA, Basis::Observed).unwrap();
        let state = |complied| deadline_state(&day, &Compliance::Acted(complied), 2_000_000_000);
        assert_eq!((state(day), state(before)), (DeadlineState::Met, DeadlineState::Indeterminate));
    }

    #[test]
    fn an_order_is_met_only_if_every_item_is() {
        use DeadlineState::{Indeterminate, Met, Missed, Running, Unknown};
        assert_eq!(order_state(&[Met, Met]), Met);
        assert_eq!(order_state(&[Met, Missed]), Missed);
        assert_eq!(order_state(&[Met, Indeterminate]), Indeterminate);
        assert_eq!(order_state(&[Met, Running]), Running);
        assert_eq!(order_state(&[]), Unknown);
    }

    proptest! {
        /// A definite state holds for every pair of moments inside the intervals.
        #[test]
        fn a_definite_state_holds_for_every_point(
            a in 0i64..200_000, wide_a in 0i64..100_000, c in 0i64..400_000, wide_c in 0i64..100_000,
            x in 0.0f64..=1.0, y in 0.0f64..=1.0,
        ) {
            let interval = |from: i64, wide: i64| Moment {
                earliest: Some(from), latest: Some(from + wide), precision: Precision::Hour, offset_minutes: 0, basis: Basis::Document,
            };
            let received = interval(a, wide_a);
            let state = deadline_state(&received, &Compliance::Acted(interval(c, wide_c)), i64::MAX);
            #[allow(clippy::cast_possible_truncation)]
            let point = |from: i64, wide: i64, at: f64| from + (wide as f64 * at) as i64;
            let in_time = point(c, wide_c, y) <= point(a, wide_a, x) + TERM_SECONDS;
            match state {
                DeadlineState::Met => prop_assert!(in_time),
                DeadlineState::Missed => prop_assert!(!in_time),
                _ => {}
            }
        }
    }
}
