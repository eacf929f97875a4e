//! Registers of times: how soon platforms act, and how many orders a month.

use super::super::tests::{code, named, order};
use super::super::*;
use super::Claim::{AtLeast, Falls, Nominal};
use super::Held;
use super::draw::{Draw, made, measured_at, of_power};
use crate::model::terms::OUTCOMES;

const HOUR: f64 = 3_600.0;
const DAY: i64 = 86_400;

/// Times of removal: 48 hours times the square of a uniform, and 15 of 100 are never acted upon.
const ACTED: f64 = 0.85;

fn removal(draw: &mut Draw) -> f64 {
    let root = draw.unit();
    if draw.chance(ACTED) { 48.0 * root * root } else { f64::INFINITY }
}

// The share acted upon by a time below 48 hours, and where one of five authors deletes at an even rate in 60 hours, before that.
fn acted_by(hours: f64) -> f64 {
    ACTED * libm::sqrt(hours / 48.0)
}

fn acted_first_by(hours: f64) -> f64 {
    let root = libm::sqrt(hours / 48.0);
    ACTED * (0.8 * root + 0.2 * (root - 48.0 * root * root * root / 3.0 / 60.0))
}

/// An item as it comes to an end.
struct Told {
    cluster: u32,
    outcome: &'static str,
    hours: f64,
    learned: f64,
}

// What comes first: removal, deletion by the author, or the last look.
fn ended(removed: f64, deleted: f64, looked: f64, cluster: u32) -> Told {
    let told = |outcome, hours| Told { cluster, outcome, hours, learned: 0.0 };
    if looked < removed.min(deleted) {
        told("no_action", looked)
    } else if removed < deleted {
        told("removed", removed)
    } else {
        told("author_deleted", deleted)
    }
}

#[allow(clippy::cast_possible_truncation, reason = "seconds of days")]
fn second(hours: f64) -> i64 {
    libm::round(hours * HOUR) as i64
}

fn followed(items: &[Told]) -> Frame {
    let one = |(place, told): (u32, &Told)| {
        let learned = Some((second(told.learned), second(told.learned)));
        let protected = Some(of_power(place.is_multiple_of(2)));
        (OrderRow { cluster: told.cluster, received: Some((0, 0)), learned, protected, ..order(0) }, None)
    };
    let mut frame = made(&(0..).zip(items).map(one).collect::<Vec<_>>());
    for (row, told) in frame.items.iter_mut().zip(items) {
        (row.outcome, row.at) = (code(&OUTCOMES, told.outcome), Some((second(told.hours), second(told.hours))));
    }
    frame
}

// The limits of a curve at an hour.
fn limits_at(found: &Profile, hours: f64) -> Option<(f64, f64)> {
    let curve = found.curves.iter().find(|curve| curve.name == "C7.removal").unwrap();
    curve.points.iter().rfind(|point| point.hours <= hours).map(|point| (point.low, point.high))
}

// Each item alone, its whole history known: authors delete some first, and some are last looked at before the term ends.
fn alone(draw: &mut Draw, cluster: u32, looked_from: f64) -> Told {
    let removed = removal(draw);
    let deleted = if draw.chance(0.2) { 60.0 * draw.unit() } else { f64::INFINITY };
    let looked = looked_from + 60.0 * draw.unit();
    ended(removed, deleted, looked, cluster)
}

pub(super) fn whole_histories(seed: u64, held: &mut Held) {
    let mut draw = Draw::of(seed, 6);
    let items: Vec<Told> = (0..120).map(|cluster| alone(&mut draw, cluster, 6.0)).collect();
    let found = measured_at(&followed(&items), 200 * 3_600);
    held.figure("C7.removed_by_24h, whole histories", Nominal, named(&found, "C7.removed_by_24h"), acted_first_by(24.0));
    held.count("C7.removal, the curve at 12 hours, whole histories", Nominal, limits_at(&found, 12.0), acted_first_by(12.0));
    let half = (0..48_000).map(|step| f64::from(step) / 1_000.0).find(|hours| acted_first_by(*hours) >= 0.5).unwrap();
    let median = named(&found, "C7.median_removal");
    // Where the lower limit never reaches a half, the upper limit of the median is open.
    held.figure("C7.median_removal, whole histories", Nominal, median, half);
    held.silent("C7.sooner_for_officials where it is not, no alarm", Nominal, named(&found, "C7.sooner_for_officials"));
}

// Half of the orders are learned of at receipt, half up to 20 hours later; what ended before it was learned of is in no register.
pub(super) fn learned_of_late(seed: u64, held: &mut Held) {
    let mut draw = Draw::of(seed, 7);
    let mut items: Vec<Told> = Vec::new();
    while items.len() < 150 {
        let cluster = u32::try_from(items.len()).unwrap();
        let told = alone(&mut draw, cluster, 24.0);
        let learned = if draw.chance(0.5) { 0.0 } else { 20.0 * draw.unit() };
        if told.hours > learned {
            items.push(Told { learned, ..told });
        }
    }
    let found = measured_at(&followed(&items), 200 * 3_600);
    let truth = acted_first_by(24.0);
    held.figure(
        "C7.removed_by_24h_late_entry, sources that miss what is gone",
        Nominal,
        named(&found, "C7.removed_by_24h_late_entry"),
        truth,
    );
    let naive = named(&found, "C7.removed_by_24h");
    held.figure("C7.removed_by_24h, sources that miss what is gone", Falls("caveat-both-moments"), naive, truth);
}

// Letters of one to six items, four in five of which are acted upon with their letter.
pub(super) fn letters_acted_upon_together(seed: u64, held: &mut Held) {
    let mut draw = Draw::of(seed, 8);
    let mut items = Vec::new();
    for cluster in 0..80 {
        let own = removal(&mut draw);
        for _ in 0..=draw.below(6) {
            let removed = if draw.chance(0.8) { own } else { removal(&mut draw) };
            let looked = 30.0 + 40.0 * draw.unit();
            items.push(ended(removed, f64::INFINITY, looked, cluster));
        }
    }
    let found = measured_at(&followed(&items), 200 * 3_600);
    let truth = acted_by(24.0);
    let together = named(&found, "C7.removed_by_24h");
    held.figure("C7.removed_by_24h, letters acted upon together", Falls("caveat-curve-clusters"), together, truth);
    held.figure(
        "C7.removed_by_24h_one_each, letters acted upon together",
        Nominal,
        named(&found, "C7.removed_by_24h_one_each"),
        truth,
    );
    let half = 48.0 * (0.5 / ACTED) * (0.5 / ACTED);
    let median = named(&found, "C7.median_removal");
    held.figure("C7.median_removal, letters acted upon together", Falls("caveat-curve-clusters"), median, half);
    held.figure("C7.acted_in_term, letters acted upon together", Nominal, named(&found, "C7.acted_in_term"), truth);
}

// Each second time is known to a day that begins up to 24 hours before it.
pub(super) fn times_known_to_the_day(seed: u64, held: &mut Held) {
    let mut draw = Draw::of(seed, 9);
    let items: Vec<Told> =
        (0..120).map(|cluster| ended(removal(&mut draw), f64::INFINITY, 30.0 + 40.0 * draw.unit(), cluster)).collect();
    let mut frame = followed(&items);
    for (place, item) in frame.items.iter_mut().enumerate() {
        if let Some((at, _)) = item.at.filter(|_| place % 2 == 0 && item.outcome == code(&OUTCOMES, "removed")) {
            let start = at - second(24.0 * draw.unit());
            item.at = Some((start, start + DAY));
        }
    }
    let found = measured_at(&frame, 200 * 3_600);
    held.figure("C7.removed_by_24h, times known to the day", AtLeast, named(&found, "C7.removed_by_24h"), acted_by(24.0));
    held.count("C7.removal, the curve at 12 hours, times known to the day", AtLeast, limits_at(&found, 12.0), acted_by(12.0));
}

// Three years of months around June 2024, with so many orders a day before and after.
fn monthly(draw: &mut Draw, varies: f64, step: f64) -> Frame {
    let mut orders = Vec::new();
    for place in 0..36 {
        let month = (2022 + (place + 11) / 12, u32::try_from((place + 11) % 12).unwrap() + 1);
        let start = |month: (i32, u32)| {
            chrono::NaiveDate::from_ymd_opt(month.0, month.1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap().and_utc().timestamp()
        };
        let (from, to) = (start(month), start(made_of::month_after(month)));
        let rate = if place >= 18 { step } else { 1.0 } * if draw.chance(0.5) { 1.0 + varies } else { 1.0 - varies };
        #[allow(clippy::cast_precision_loss, reason = "days of a month")]
        let days = ((to - from) / DAY) as f64;
        for _ in 0..draw.poisson(0.25 * days * rate) {
            let at = from + 10 * DAY;
            orders.push((OrderRow { cluster: u32::try_from(orders.len()).unwrap(), issued: Some((at, at)), ..order(0) }, None));
        }
    }
    made(&orders)
}

fn now_of_months() -> i64 {
    chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap().and_utc().timestamp()
}

pub(super) fn steps_at_a_law(seed: u64, held: &mut Held) {
    let mut draw = Draw::of(seed, 10);
    let found = measured_at(&monthly(&mut draw, 0.0, 1.6), now_of_months());
    let mut ask = |line, name, truth| held.figure(line, Nominal, named(&found, name), truth);
    ask("C11.ratio_fines_2024, even months", "C11.ratio_fines_2024", 1.6);
    ask("C11.level_fines_2024, even months", "C11.level_fines_2024", 1.6);
    ask("C11.slope_fines_2024, even months", "C11.slope_fines_2024", 1.0);
    let found = measured_at(&monthly(&mut draw, 0.0, 1.0), now_of_months());
    held.silent("C11.trend where there is none, no alarm", Nominal, named(&found, "C11.trend"));
    held.silent("C11.change_point where there is none, no alarm", Nominal, named(&found, "C11.change_point"));
}

// Months that are by turns busy and quiet: counts vary more than twice as much as at an even rate.
pub(super) fn months_that_vary_more(seed: u64, held: &mut Held) {
    let found = measured_at(&monthly(&mut Draw::of(seed, 11), 0.4, 1.6), now_of_months());
    let ratio = named(&found, "C11.ratio_fines_2024");
    held.figure("C11.ratio_fines_2024, months by turns busy", Falls("caveat-months-even"), ratio, 1.6);
    held.figure("C11.level_fines_2024, months by turns busy", Nominal, named(&found, "C11.level_fines_2024"), 1.6);
    held.figure("C11.slope_fines_2024, months by turns busy", Nominal, named(&found, "C11.slope_fines_2024"), 1.0);
}
