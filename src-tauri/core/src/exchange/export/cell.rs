//! What stands in a cell of a table, and why no cell is ever a formula.

use crate::model::time::{Moment, Precision};
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use std::borrow::Cow;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A number.
    Number(i64),
    /// A whole calendar day.
    Day(NaiveDate),
    /// A minute or second on the clock of the statement, with its zone in minutes east of UTC.
    Clock(NaiveDateTime, i32),
}

impl Cell {
    /// Makes a cell of a text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// Makes a cell of a moment: a day where it is exactly one, a clock time where it is a minute or a second, and words of ISO 8601 for
    /// everything less certain. A table must not make a day out of a month.
    #[must_use]
    pub fn moment(moment: &Moment) -> Self {
        let Some((earliest, latest)) = moment.bounds() else { return Self::Empty };
        let zone = moment.offset_minutes;
        let (Some(first), Some(last)) = (local(earliest, zone), local(latest, zone)) else { return Self::Empty };
        match moment.precision {
            Precision::Day if latest - earliest == 86_399 && first.time() == chrono::NaiveTime::MIN => Self::Day(first.date()),
            Precision::Minute if latest - earliest <= 59 => Self::Clock(first, zone),
            Precision::Exact if latest == earliest => Self::Clock(first, zone),
            _ => Self::Text(period(moment.precision, first, last, zone)),
        }
    }

    /// Writes the cell as text: ISO 8601 for days and times.
    #[must_use]
    pub fn written(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => number.to_string().into(),
            Self::Day(day) => day.format("%Y-%m-%d").to_string().into(),
            Self::Clock(clock, zone) => stamp(*clock, *zone).into(),
        }
    }
}

/// Returns what a clock in a zone showed at a second.
pub(super) fn local(second: i64, zone: i32) -> Option<NaiveDateTime> {
    DateTime::from_timestamp(second.checked_add(i64::from(zone) * 60)?, 0).map(|t| t.naive_utc())
}

fn stamp(clock: NaiveDateTime, zone: i32) -> String {
    let sign = if zone < 0 { '-' } else { '+' };
    let zone = zone.abs();
    let form = if clock.and_utc().timestamp() % 60 == 0 { "%Y-%m-%dT%H:%M" } else { "%Y-%m-%dT%H:%M:%S" };
    format!("{}{sign}{:02}:{:02}", clock.format(form), zone / 60, zone % 60)
}

// A whole month or year is written as such; anything else as an interval.
fn period(precision: Precision, first: NaiveDateTime, last: NaiveDateTime, zone: i32) -> String {
    let next = last + chrono::TimeDelta::seconds(1);
    let begins = |t: NaiveDateTime, form: &str, end: &str| t.format(form).to_string() == end;
    let month = begins(first, "%dT%H%M%S", "01T000000") && begins(next, "%dT%H%M%S", "01T000000");
    let year = month && begins(first, "%m", "01") && begins(next, "%m", "01");
    let same = |form: &str| first.format(form).to_string() == last.format(form).to_string();
    match precision {
        Precision::Year if year && same("%Y") => first.format("%Y").to_string(),
        Precision::Month if month && same("%Y-%m") => first.format("%Y-%m").to_string(),
        _ => format!("{}/{}", stamp(first, zone), stamp(last, zone)),
    }
}

/// Makes a text safe for programs that take a cell for a formula: an apostrophe goes before one that begins, after blanks and apostrophes,
/// with `=`, `+`, `-`, `@`, a tabulator or an end of line, or with the wide form of one of the signs. [`unguard`] takes it away again.
#[must_use]
pub fn guard(text: &str) -> Cow<'_, str> {
    if begins_a_formula(text) { format!("'{text}").into() } else { text.into() }
}

/// Takes the apostrophe of [`guard`] away; everything else stays as it is.
#[must_use]
pub fn unguard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if begins_a_formula(rest) => rest,
        _ => text,
    }
}

fn begins_a_formula(text: &str) -> bool {
    let first = text.chars().find(|letter| !matches!(letter, ' ' | '\u{a0}' | '\''));
    matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::Basis;
    use proptest::prelude::*;

    #[test]
    fn a_cell_never_begins_a_formula() {
        for text in ["=1+1", "+7 701", "-5", "@cmd", "\tx", "\r=x", "  =x", "'=x", "＝x", "=HYPERLINK(\"http://x\")"] {
            assert!(guard(text).starts_with('\''), "{text:?}");
        }
        for text in ["", "text", "'quoted'", "a=b", "№ 5-1", "https://t.me/x", "«=»"] {
            assert_eq!(guard(text), text);
        }
    }

    #[test]
    fn a_day_is_a_day_only_when_it_is_known_as_one() {
        let check = |moment: Option<Moment>, expect: &str| assert_eq!(Cell::moment(&moment.unwrap()).written(), expect);
        check(Moment::day(2025, 3, 14, 300, Basis::Document), "2025-03-14");
        check(Moment::minute((2025, 3, 14), 9, 30, 300, Basis::Document), "2025-03-14T09:30+05:00");
        check(Some(Moment::exact(1_741_925_115, 300, Basis::Observed)), "2025-03-14T09:05:15+05:00");
        check(Moment::month(2025, 12, 300, Basis::Document), "2025-12");
        let week = Moment {
            earliest: Some(1_741_892_400),
            latest: Some(1_741_892_400 + 7 * 86_400 - 1),
            ..Moment::day(2025, 3, 14, 300, Basis::Press).unwrap()
        };
        check(Some(week), "2025-03-14T00:00+05:00/2025-03-20T23:59:59+05:00");
        let year = Moment {
            earliest: Some(1_735_671_600),
            latest: Some(1_735_671_600 + 365 * 86_400 - 1),
            precision: Precision::Year,
            offset_minutes: 300,
            basis: Basis::Press,
        };
        check(Some(year), "2025");
        assert_eq!(Cell::moment(&Moment::unknown()), Cell::Empty);
        assert!(matches!(Cell::moment(&Moment::month(2025, 1, 300, Basis::Document).unwrap()), Cell::Text(_)));
    }

    proptest! {
        #[test]
        fn what_was_guarded_comes_back(text in "[ '=+@a\t-]{0,6}.{0,4}") {
            let guarded = guard(&text);
            prop_assert!(!begins_a_formula(&guarded) || guarded.starts_with('\''));
            prop_assert_eq!(unguard(&guarded), text.as_str());
        }
    }
}
