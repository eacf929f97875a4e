//! Moments of a case: put in order as far as the intervals allow, held to their month where no more may be seen, and worded with both
//! ends.

use super::{Told, When};
use crate::model::time::{Moment, Precision};
use crate::texts::Texts;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike};

/// Puts the lines of a chronology in the order of their earliest bounds, and says of each which lines before it may have come after it.
#[must_use]
pub fn in_order(mut lines: Vec<Told>) -> Vec<Told> {
    let key = |told: &Told| {
        (told.when.moment.earliest, told.when.moment.latest, told.what.clone(), told.of.clone(), told.items.clone())
    };
    lines.sort_by_cached_key(key);
    let ends: Vec<Option<(i64, i64)>> =
        lines.iter().map(|told| told.when.moment.bounds().filter(|_| told.span_of == 0)).collect();
    for (place, told) in lines.iter_mut().enumerate() {
        let Some((earliest, _)) = ends.get(place).copied().flatten() else { continue };
        let before = ends.iter().take(place).zip(1_u32..);
        told.overlaps =
            before.filter(|(ends, _)| ends.is_some_and(|(_, latest)| latest >= earliest)).map(|(_, number)| number).collect();
    }
    lines
}

/// Widens a moment to whole months of its own zone: no finer bound is left in it.
#[must_use]
pub fn month_of(moment: &Moment) -> Moment {
    let (Some((from, to)), zone) = (moment.bounds(), i64::from(moment.offset_minutes) * 60) else { return *moment };
    let month = |second: i64| DateTime::from_timestamp(second + zone, 0).map(|at| (at.year(), at.month()));
    let begins = |(year, month): (i32, u32)| NaiveDate::from_ymd_opt(year, month, 1)?.and_hms_opt(0, 0, 0);
    let next = |(year, month): (i32, u32)| if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    let earliest = month(from).and_then(begins).map(|at| at.and_utc().timestamp() - zone);
    let latest = month(to).map(next).and_then(begins).map(|at| at.and_utc().timestamp() - zone - 1);
    Moment { earliest, latest, precision: Precision::Month, ..*moment }
}

fn local(second: i64, moment: &Moment) -> Option<NaiveDateTime> {
    DateTime::from_timestamp(second.checked_add(i64::from(moment.offset_minutes) * 60)?, 0).map(|at| at.naive_utc())
}

/// Words the zone of a moment, as UTC+05:00.
pub(super) fn zone(moment: &Moment) -> String {
    let minutes = moment.offset_minutes;
    let sign = if minutes < 0 { '−' } else { '+' };
    format!("UTC{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

fn clock(at: &NaiveDateTime, to_second: bool) -> String {
    let minute = format!("{:02}:{:02}", at.hour(), at.minute());
    if to_second { format!("{minute}:{:02}", at.second()) } else { minute }
}

fn day(at: &NaiveDateTime, texts: &Texts) -> String {
    texts.day(&at.format("%Y-%m-%d").to_string())
}

fn months(from: &NaiveDateTime, to: &NaiveDateTime) -> String {
    let month = |at: &NaiveDateTime| at.format("%m.%Y").to_string();
    if month(from) == month(to) { month(from) } else { format!("{}–{}", month(from), month(to)) }
}

// Both ends of a moment in its own zone.
fn bounds(when: &When) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let (from, to) = when.moment.bounds()?;
    Some((local(from, &when.moment)?, local(to, &when.moment)?))
}

/// Words a moment as it stands in a sentence: as finely as it is known.
pub(super) fn said(when: &When, texts: &Texts) -> String {
    let Some((from, to)) = bounds(when) else { return texts.say("record-not-known", &[]) };
    if when.only_month {
        return months(&from, &to);
    }
    match when.moment.precision {
        Precision::Exact if from == to => format!("{}, {}", day(&from, texts), clock(&from, true)),
        Precision::Minute if from.date() == to.date() => format!("{}, {}", day(&from, texts), clock(&from, false)),
        Precision::Day if from.date() == to.date() => day(&from, texts),
        Precision::Month => months(&from, &to),
        _ => both(&from, &to, texts),
    }
}

fn both(from: &NaiveDateTime, to: &NaiveDateTime, texts: &Texts) -> String {
    let end = |at: &NaiveDateTime, to_second: bool| format!("{}, {}", day(at, texts), clock(at, to_second));
    let to_second = from.second() != 0 || !matches!(to.second(), 0 | 59);
    texts.say("case-between", &[("from", end(from, to_second).into()), ("to", end(to, to_second).into())])
}

/// Words a moment with both its ends, how finely it is known, and its zone.
pub(super) fn in_full(when: &When, texts: &Texts) -> String {
    let Some((from, to)) = bounds(when) else { return texts.say("record-not-known", &[]) };
    if when.only_month {
        return months(&from, &to);
    }
    let ends = match when.moment.precision {
        Precision::Exact if from == to => format!("{}, {}", day(&from, texts), clock(&from, true)),
        _ if from.date() == to.date() => {
            let to_second = when.moment.precision != Precision::Day;
            format!("{}, {}–{}", day(&from, texts), clock(&from, to_second), clock(&to, to_second))
        }
        _ => both(&from, &to, texts),
    };
    let precision = match (when.moment.precision, from == to) {
        (Precision::Exact, false) | (Precision::Unknown, _) => "interval",
        (precision, _) => precision.code(),
    };
    let precision = texts.named("case-precision", precision);
    texts.say("case-when", &[("when", ends.into()), ("precision", precision.into()), ("zone", zone(&when.moment).into())])
}

/// Writes ascending numbers with those that follow each other as one span, as `1–3, 5`.
#[must_use]
pub fn spans(numbers: &[u32]) -> String {
    let mut spans: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match spans.last_mut() {
            Some((_, last)) if last.saturating_add(1) == *number => *last = *number,
            _ => spans.push((*number, *number)),
        }
    }
    let written = spans.iter().map(|(first, last)| if first == last { first.to_string() } else { format!("{first}–{last}") });
    written.collect::<Vec<_>>().join(", ")
}
