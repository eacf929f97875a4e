//! Cross tables: items of a selection counted by up to three keys, and how long it took until something was done about them. Counts and orders of
//! time, without an estimate; whoever wants shares takes the profile.

use super::frame::{Code, Frame, ItemRow, OrderRow};
use super::profile::{Selection, month_of, seconds_to_outcome};
use crate::model::terms::{GROUNDS, INSTRUMENTS, LEARNED_HOW, OUTCOMES};
use chrono::Datelike;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// More keys are no table that a person reads.
pub const KEYS_MAX: usize = 3;
/// Fewer items have no median (statistics, C7).
const TIMES_MIN: usize = 10;
const UNKNOWN: &str = "unknown";
const MONTHS: u32 = 12;
const DAY: i64 = 86_400;

/// What items are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Platform that the order names.
    Platform,
    /// Month of issue.
    Month,
    /// Day of issue, on the calendar of the place where that was stated.
    Day,
    /// Year of issue.
    Year,
    /// Outcome of the item.
    Outcome,
    /// Instrument of the order.
    Instrument,
    /// Ground of the order.
    Ground,
    /// How the order was learned of.
    Source,
}

impl Key {
    /// Reads its code.
    #[must_use]
    pub fn named(code: &str) -> Option<Self> {
        Some(match code {
            "platform" => Self::Platform,
            "month" => Self::Month,
            "day" => Self::Day,
            "year" => Self::Year,
            "outcome" => Self::Outcome,
            "instrument" => Self::Instrument,
            "ground" => Self::Ground,
            "source" => Self::Source,
            _ => return None,
        })
    }

    // A small number for the value of an item; what is unknown is the largest.
    fn of(self, order: &OrderRow, item: &ItemRow) -> u32 {
        let code = |code: Code| u32::from(code);
        let month = || month_of(order).and_then(|(year, month)| Some((u32::try_from(year).ok()?, month)));
        match self {
            Self::Platform => order.platform.unwrap_or(u32::MAX),
            Self::Month => month().map_or(u32::MAX, |(year, month)| year * MONTHS + month - 1),
            Self::Day => day_of(order).and_then(|day| u32::try_from(day).ok()).unwrap_or(u32::MAX),
            Self::Year => year_of(order).and_then(|year| u32::try_from(year).ok()).unwrap_or(u32::MAX),
            Self::Outcome => code(item.outcome),
            Self::Instrument => code(order.instrument),
            Self::Ground => code(order.ground),
            Self::Source => code(order.learned_how),
        }
    }

    // The value as people and screens know it: a code, a month, or the identifier of a platform.
    fn told(self, frame: &Frame, value: u32) -> String {
        let code = |list: &[&str]| list.get(value as usize).copied().unwrap_or(UNKNOWN).to_owned();
        match self {
            Self::Platform => frame.platforms.get(value as usize).map_or_else(|| UNKNOWN.to_owned(), ToString::to_string),
            Self::Month | Self::Day | Self::Year if value == u32::MAX => UNKNOWN.to_owned(),
            Self::Month => format!("{:04}-{:02}", value / MONTHS, value % MONTHS + 1),
            Self::Day => chrono::DateTime::from_timestamp(i64::from(value) * DAY, 0)
                .map_or_else(|| UNKNOWN.to_owned(), |day| day.format("%Y-%m-%d").to_string()),
            Self::Year => format!("{value:04}"),
            Self::Outcome => code(&OUTCOMES),
            Self::Instrument => code(&INSTRUMENTS),
            Self::Ground => code(&GROUNDS),
            Self::Source => code(&LEARNED_HOW),
        }
    }
}

// Days since 1970, where both ends of what is known lie in one.
fn day_of(order: &OrderRow) -> Option<i64> {
    let (earliest, latest) = order.issued?;
    let day = |at: i64| at.saturating_add(i64::from(order.issued_offset) * 60).div_euclid(DAY);
    Some(day(earliest)).filter(|one| day(latest) == *one)
}

// The year, where both ends of what is known lie in one: the month need not be known.
fn year_of(order: &OrderRow) -> Option<i32> {
    let (earliest, latest) = order.issued?;
    let year = |at: i64| {
        let local = at.checked_add(i64::from(order.issued_offset) * 60)?;
        chrono::DateTime::from_timestamp(local, 0).map(|local| local.year())
    };
    year(earliest).filter(|one| year(latest) == Some(*one))
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct CrossRow {
    /// Values of the keys.
    pub keys: Vec<String>,
    /// Items.
    pub items: u64,
    /// Items of which the time from receipt to what was done is known.
    pub timed: u64,
    /// Median hours, between the least and the most that the known moments allow; the most may be infinite.
    pub median: Option<(f64, f64)>,
    /// Hours within which nine of ten were done, likewise.
    pub ninth: Option<(f64, f64)>,
}

/// Counts the items of a selection by keys, most items first. `with_times` also orders the times: it costs more. At most `most` rows are told.
#[must_use]
pub fn cross(selection: &Selection<'_>, keys: &[Key], with_times: bool, most: usize) -> Vec<CrossRow> {
    let pieces = selection.pieces(2);
    let mut found: HashMap<[u32; KEYS_MAX], Group> = std::thread::scope(|scope| {
        let running: Vec<_> = pieces.iter().map(|piece| scope.spawn(|| grouped(piece, keys, with_times))).collect();
        let mut all: HashMap<[u32; KEYS_MAX], Group> = HashMap::new();
        for made in running {
            for (key, group) in made.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause)) {
                all.entry(key).or_default().add(group);
            }
        }
        all
    });
    let mut order: Vec<([u32; KEYS_MAX], u64)> = found.iter().map(|(key, group)| (*key, group.items)).collect();
    order.sort_unstable_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    order.truncate(most);
    let told = |(key, items): ([u32; KEYS_MAX], u64)| {
        let mut group = found.remove(&key).unwrap_or_default();
        CrossRow {
            keys: keys.iter().zip(key).map(|(key, value)| key.told(selection.frame, value)).collect(),
            items,
            timed: group.least.len() as u64,
            median: group.hours(1, 2),
            ninth: group.hours(9, 10),
        }
    };
    order.into_iter().map(told).collect()
}

#[derive(Default)]
struct Group {
    items: u64,
    least: Vec<i64>,
    most: Vec<i64>,
}

impl Group {
    fn add(&mut self, other: Self) {
        self.items += other.items;
        self.least.extend(other.least);
        self.most.extend(other.most);
    }

    // The time that so many of so many did not exceed: the smallest whose rank reaches the share (Hyndman and Fan, type 1).
    #[allow(clippy::cast_precision_loss, reason = "hours of a register")]
    fn hours(&mut self, part: usize, of: usize) -> Option<(f64, f64)> {
        let rank = (self.least.len() * part).div_ceil(of).checked_sub(1).filter(|_| self.least.len() >= TIMES_MIN)?;
        let hours = |times: &mut Vec<i64>| {
            let (_, seconds, _) = times.select_nth_unstable(rank);
            if *seconds == i64::MAX { f64::INFINITY } else { *seconds as f64 / 3_600.0 }
        };
        Some((hours(&mut self.least), hours(&mut self.most)))
    }
}

// Spreads small numbers of our own making over a table: nobody can choose them so that they collide, and a million are looked up.
#[derive(Default)]
struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        for word in bytes.chunks(8) {
            let number = word.iter().rev().fold(0, |sum, byte| (sum << 8) | u64::from(*byte));
            self.0 = (self.0.rotate_left(23) ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0.rotate_left(23) ^ u64::from(number)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

fn grouped(selection: &Selection<'_>, keys: &[Key], with_times: bool) -> Vec<([u32; KEYS_MAX], Group)> {
    let mut places: HashMap<[u32; KEYS_MAX], usize, BuildHasherDefault<Mixed>> = HashMap::default();
    let mut groups: Vec<([u32; KEYS_MAX], Group)> = Vec::new();
    for (order, item) in selection.items() {
        let mut values = [0; KEYS_MAX];
        for (value, key) in values.iter_mut().zip(keys) {
            *value = key.of(order, item);
        }
        let place = *places.entry(values).or_insert_with(|| {
            groups.push((values, Group::default()));
            groups.len() - 1
        });
        let Some((_, group)) = groups.get_mut(place) else { continue };
        group.items += 1;
        if let Some((least, most)) = seconds_to_outcome(order, item).filter(|_| with_times) {
            group.least.push(least);
            group.most.push(most);
        }
    }
    groups
}
