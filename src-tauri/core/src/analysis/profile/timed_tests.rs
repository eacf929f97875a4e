//! Times, coverage, steps, platforms' own rules: what registers made by hand must give.

use super::tests::{BULLYING, CRITICISM, code, measured, named, order, register};
use super::*;
use crate::analysis::frame::AppealRow;
use crate::model::terms::{OUTCOMES, PLATFORM_RULES, SOURCE_LISTS};
use crate::stats::Display;
use crate::store::{OfficialFact, Protected, Publisher};

const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;

fn at(frame: &Frame, now: i64) -> Profile {
    profile(&Selection::whole(frame), &Given { now, ..Given::default() })
}

fn lists(names: &[&str]) -> u8 {
    names.iter().map(|name| 1_u8 << SOURCE_LISTS.iter().position(|list| list == name).unwrap()).sum()
}

// Orders received at the second 0, each with one item: what became of it, and from when to when.
fn followed(items: &[(&str, Option<(i64, i64)>)]) -> Frame {
    let orders: Vec<_> =
        (0..).zip(items).map(|(row, _)| (OrderRow { received: Some((0, 0)), ..order(row) }, [None].as_slice())).collect();
    let mut frame = register(&orders);
    for (row, (outcome, at)) in frame.items.iter_mut().zip(items) {
        (row.outcome, row.at) = (code(&OUTCOMES, outcome), *at);
    }
    frame
}

fn exactly(hours: i64) -> Option<(i64, i64)> {
    Some((hours * HOUR, hours * HOUR))
}

#[test]
fn the_share_within_the_term_is_that_of_the_curve_counted_by_hand() {
    // Twenty items: ten removed at 1 to 10 hours, two deleted by their authors at 12 hours, eight seen up at 48 hours.
    let mut items: Vec<_> = (1..=10).map(|hours| ("removed", exactly(hours))).collect();
    items.extend([("author_deleted", exactly(12)); 2]);
    items.extend([("no_action", exactly(48)); 8]);
    let found = at(&followed(&items), 100 * HOUR);
    let share = named(&found, "C7.removed_by_24h");
    assert_eq!((share.method, share.n, share.unknown, share.state), ("C7.aj/1", 20, 0, "ok"));
    assert!((share.estimate.unwrap() - 0.5).abs() < 1e-12, "author deletion is a rival, not a censoring: {share:?}");
    let (low, high) = share.limits.unwrap();
    assert!(0.25 < low && low < 0.5 && 0.5 < high && high < 0.75);
    let median = named(&found, "C7.median_removal");
    assert_eq!((median.estimate, median.state), (Some(10.0), "ok"), "half are gone after ten hours");
    let curve = found.curves.iter().find(|curve| curve.name == "C7.removal").unwrap();
    assert_eq!((curve.points.len(), curve.state), (11, "ok"), "ten steps, and the end of the term");
    assert_eq!(curve.points.iter().find(|point| point.hours == 24.0).and_then(|point| point.at_risk), Some(8));
    assert!(curve.points.windows(2).all(|two| two[0].hours < two[1].hours && two[0].share <= two[1].share));
}

#[test]
fn moments_known_to_the_day_give_a_band_and_no_number_inside_it() {
    // Seven removed for certain within the term, five at some time between 12 and 36 hours, three after it.
    let mut items = vec![("removed", Some((HOUR, 12 * HOUR))); 7];
    items.extend([("removed", Some((12 * HOUR, 36 * HOUR))); 5]);
    items.extend([("removed", Some((30 * HOUR, 40 * HOUR))); 3]);
    let found = at(&followed(&items), 100 * HOUR);
    let share = named(&found, "C7.removed_by_24h");
    assert_eq!((share.method, share.estimate, share.bounds), ("C7.bounds/1", None, Some((7.0 / 15.0, 12.0 / 15.0))));
    let (low, high) = share.limits.unwrap();
    assert!(low < 7.0 / 15.0 && high > 12.0 / 15.0);
    // The eighth of fifteen lies later than 12 hours and not later than 36.
    assert_eq!(named(&found, "C7.median_removal").bounds, Some((12.0, 36.0)));
    let curve = found.curves.iter().find(|curve| curve.name == "C7.removal").unwrap();
    assert_eq!(curve.method, "C7.turnbull/1");
    let term = curve.points.iter().find(|point| point.hours == 24.0).unwrap();
    // The likeliest times of the five lie where their intervals meet those of the three; the limits do not rely on it.
    assert!((term.share.unwrap() - 7.0 / 15.0).abs() < 1e-9, "{term:?}");
    assert_eq!((term.low, term.high), (low, high));
    let alone = at(&followed(&[("removed", Some((12 * HOUR, 36 * HOUR))); 12]), 100 * HOUR);
    let curve = alone.curves.iter().find(|curve| curve.name == "C7.removal").unwrap();
    let term = curve.points.iter().find(|point| point.hours == 24.0).unwrap();
    assert_eq!(
        (term.share, named(&alone, "C7.removed_by_24h").state),
        (None, "too_few_at_term"),
        "inside one interval nothing is told"
    );
}

#[test]
fn without_times_nothing_is_told() {
    let found = at(&followed(&[("removed", None); 30]), 100 * HOUR);
    let share = named(&found, "C7.removed_by_24h");
    assert_eq!((share.n, share.unknown, share.estimate, share.limits, share.display), (0, 30, None, None, Display::Nothing));
    let curve = found.curves.iter().find(|curve| curve.name == "C7.removal").unwrap();
    assert_eq!((curve.points.len(), curve.unknown, curve.state), (0, 30, "n_zero"));
}

#[test]
fn what_was_gone_before_the_order_came_contradicts_itself() {
    let mut items = vec![("removed", exactly(2)); 12];
    items.extend([("removed", exactly(-5)); 3]);
    let found = at(&followed(&items), 100 * HOUR);
    let share = named(&found, "C7.removed_by_24h");
    assert_eq!((share.n, share.unknown), (12, 3));
    assert!(share.caveats.contains(&"caveat-times-contradict"));
    assert_eq!((share.estimate, share.bounds), (Some(1.0), Some((12.0 / 15.0, 1.0))), "after the last nobody is left");
}

#[test]
fn what_is_all_still_there_has_an_upper_limit_and_no_median() {
    let found = at(&followed(&[("no_action", exactly(30)); 15]), 100 * HOUR);
    let share = named(&found, "C7.removed_by_24h");
    assert_eq!((share.estimate, share.limits.map(|ends| ends.0)), (Some(0.0), Some(0.0)));
    // Without an event in 15 the limit is 1 - 0.025^(1/15).
    assert!((share.limits.unwrap().1 - (1.0 - 0.025_f64.powf(1.0 / 15.0))).abs() < 1e-12);
    assert_eq!(named(&found, "C7.median_removal").state, "too_few_events");
    let few = at(&followed(&[("no_action", exactly(30)); 9]), 100 * HOUR);
    assert_eq!(named(&few, "C7.removed_by_24h").state, "too_few_at_term");
}

#[test]
fn what_authors_tell_of_stands_apart() {
    let mut frame = followed(&[("removed", exactly(2)); 24]);
    frame.orders.iter_mut().take(12).for_each(|order| order.lists = lists(&["author", "press"]));
    frame.orders.iter_mut().skip(12).take(1).for_each(|order| order.lists = lists(&["author", "court"]));
    let found = at(&frame, 100 * HOUR);
    assert_eq!((named(&found, "C7.removed_by_24h").n, named(&found, "C7.removed_by_24h_reported").n), (12, 12));
}

#[test]
fn who_is_protected_is_compared_only_where_both_have_ten_events() {
    let of = |slow: usize| {
        let mut items = vec![("removed", exactly(1)); 12];
        items.extend(vec![("removed", exactly(20)); slow]);
        let mut frame = followed(&items);
        for (place, row) in frame.items.iter_mut().enumerate() {
            row.protected = Some(if place < 12 { Protected::Official } else { Protected::Child });
        }
        at(&frame, 100 * HOUR)
    };
    let found = of(10);
    let sooner = named(&found, "C7.sooner_for_officials");
    assert!(sooner.estimate.unwrap() > 1.0 && sooner.p.unwrap() < 0.001, "{sooner:?}");
    assert_eq!(named(&of(9), "C7.sooner_for_officials").state, "too_few_events");
}

#[test]
fn appeals_and_returns_are_counted_in_days() {
    let mut frame = followed(&vec![("removed", exactly(0)); 8]);
    for item in 0..8_u32 {
        let days = i64::from(item) + 1;
        frame.appeals.push(AppealRow {
            item,
            result: if item < 6 { "reversed" } else { "pending" }.to_owned(),
            filed: Some((DAY, DAY)),
            decided: (item < 6).then_some((DAY + days * DAY, DAY + days * DAY)),
            reinstated: (item < 3).then_some((days * DAY, days * DAY + HOUR)),
        });
    }
    let found = at(&frame, 41 * DAY);
    // Six decided after 1 to 6 days, two pending for 40: the fourth of eight.
    let median = named(&found, "C7.median_appeal_days");
    assert!((median.estimate.unwrap() - 4.5).abs() < 1e-9 || (median.estimate.unwrap() - 4.0).abs() < 1e-9, "{median:?}");
    let away = named(&found, "C7.days_away");
    assert_eq!((away.n, away.bounds), (3, Some((6.0, 6.0 + 3.0 / 24.0))));
    assert_eq!(named(&found, "C7.median_days_to_return").state, "too_few_events");
}

// Orders by the lists that know of them.
fn listed(counts: &[(&[&str], usize)]) -> Frame {
    let mut orders = Vec::new();
    for (names, count) in counts {
        for _ in 0..*count {
            let row = i64::try_from(orders.len()).unwrap();
            orders.push((OrderRow { lists: lists(names), ..order(row) }, [CRITICISM]));
        }
    }
    let orders: Vec<_> = orders.iter().map(|(order, verdicts)| (*order, verdicts.as_slice())).collect();
    register(&orders)
}

#[test]
fn three_lists_give_the_bound_that_their_formula_gives() {
    // Hepatitis A in Taiwan (Chao and others 2001): 271 known; pairwise bound 478.26786 (408.93416, 582.45269), average 354 / 402 / 630.
    let frame = listed(&[
        (&["platform"], 69),
        (&["author"], 55),
        (&["platform", "author"], 21),
        (&["press"], 63),
        (&["platform", "press"], 17),
        (&["author", "press"], 18),
        (&["platform", "author", "press"], 28),
    ]);
    let found = measured(&frame);
    assert_eq!(named(&found, "C13.known_at_least").estimate, Some(271.0));
    let bound = named(&found, "C13.lower_bound");
    assert!((bound.estimate.unwrap() - 478.26786).abs() < 1e-4, "{bound:?}");
    let (low, high) = bound.limits.unwrap();
    assert!((low - 408.93416).abs() < 1e-4 && (high - 582.45269).abs() < 1e-4);
    let average = named(&found, "C13.estimate");
    assert_eq!((average.estimate, average.limits), (Some(402.0), Some((354.0, 630.0))));
    assert_eq!(named(&found, "C13.two_lists").state, "not_two_lists");
    // All 271 are criticism: of at least 408 orders with one item each, at least 271.
    let issued = named(&found, "C1.criticism_of_issued");
    assert_eq!((issued.n, issued.bounds), (408, Some((271.0 / 408.0, 1.0))));
    let table = found.tables.iter().find(|table| table.name == "lists").unwrap();
    assert_eq!(table.columns, ["orders", "alone", "platform", "author", "press"]);
    assert_eq!(table.counts[0], [135, 69, 135, 49, 45]);
}

#[test]
fn where_lists_share_too_little_only_what_is_known_is_said() {
    let none = listed(&[(&["platform"], 40), (&["author"], 40), (&["press"], 40)]);
    let found = measured(&none);
    assert_eq!(named(&found, "C13.known_at_least").estimate, Some(120.0));
    for name in ["C13.lower_bound", "C13.estimate"] {
        let figure = named(&found, name);
        assert_eq!((figure.estimate, figure.limits, figure.display), (None, None, Display::Counts), "{name}");
    }
    assert_eq!(named(&found, "C13.lower_bound").state, "no_pairwise_overlap");
    assert_eq!(named(&found, "C1.criticism_of_issued").state, "no_lower_bound");
    let one = measured(&listed(&[(&["author"], 40)]));
    assert_eq!((named(&one, "C13.lower_bound").state, named(&one, "C13.estimate").state), ("too_few_lists", "too_few_lists"));
    let unlisted = measured(&listed(&[(&[], 12)]));
    assert_eq!(
        (named(&unlisted, "C13.lower_bound").state, named(&unlisted, "C13.known_at_least").unknown),
        ("too_few_lists", 12)
    );
}

#[test]
fn two_lists_give_chapman_from_seven_matches_on() {
    let with = |both| measured(&listed(&[(&["platform"], 30), (&["court"], 20), (&["platform", "court"], both)]));
    assert_eq!(named(&with(6), "C13.two_lists").state, "too_few_matches");
    let found = with(9);
    // (39 + 1)(29 + 1)/(9 + 1) - 1.
    assert!((named(&found, "C13.two_lists").estimate.unwrap() - 119.0).abs() < 1e-9);
    assert_eq!(named(&found, "C13.lower_bound").state, "too_few_lists");
}

#[test]
fn a_short_list_beside_three_long_ones_is_known_and_not_counted_with() {
    let three: [(&[&str], usize); 4] =
        [(&["platform"], 30), (&["author"], 30), (&["press"], 30), (&["platform", "author", "press"], 12)];
    let pairs: [(&[&str], usize); 3] = [(&["platform", "author"], 9), (&["author", "press"], 9), (&["platform", "press"], 9)];
    let long: Vec<_> = three.into_iter().chain(pairs).collect();
    let alone = measured(&listed(&long));
    let with: Vec<_> = long.into_iter().chain([(["court"].as_slice(), 5)]).collect();
    let with = measured(&listed(&with));
    let (one, other) = (named(&alone, "C13.lower_bound"), named(&with, "C13.lower_bound"));
    assert_eq!((one.estimate, one.clusters, other.clusters), (other.estimate, 3, 3));
    assert_eq!((one.n + 5, other.state), (other.n, "ok"));
}

#[test]
fn published_numbers_stand_beside_what_is_known_of_the_same_days_and_publisher() {
    let ministry = crate::id::Id::from_bytes([7; 16]);
    let issued = |row, day: i64, authority| OrderRow { issued: Some((day * DAY, day * DAY)), authority, ..order(row) };
    let orders = [issued(1, 10, Some(0)), issued(2, 20, Some(0)), issued(3, 400, Some(0)), issued(4, 15, None)];
    let orders: Vec<_> = orders.iter().map(|order| (*order, [None, None].as_slice())).collect();
    let mut frame = register(&orders);
    frame.authorities = vec![ministry];
    let fact = |metric: &str, value, is_of_all| OfficialFact {
        publisher: "Ministry".to_owned(),
        publisher_is: Some(Publisher::Authority(ministry)),
        metric: metric.to_owned(),
        value,
        period: Some((0, 365 * DAY - 1)),
        period_offset: 0,
        is_of_all,
    };
    frame.official =
        vec![fact("orders", 43, true), fact("items", 3, true), fact("orders", 1, false), fact("complaints", 9, true)];
    let found = measured(&frame);
    let table = found.tables.iter().find(|table| table.name == "official_figures").unwrap();
    assert_eq!(table.rows, ["Ministry\t1970-01-01/1970-12-31\torders", "Ministry\t1970-01-01/1970-12-31\titems"]);
    assert_eq!(table.counts, [[43, 2], [3, 4]]);
    assert!(table.caveats.contains(&"caveat-official-below-proof") && table.caveats.contains(&"caveat-official-left-out"));
    let part = profile(&Selection::of_rows(&frame, &[1]), &Given::default());
    assert_eq!(part.tables.iter().find(|table| table.name == "official_figures").unwrap().rows.len(), 0, "a filter picks orders");
}

#[test]
fn the_platforms_own_rules_are_told_by_verdict_and_unclear_is_unknown() {
    let orders: Vec<_> = (0..30).map(|row| (order(row), [if row < 18 { BULLYING } else { CRITICISM }])).collect();
    let orders: Vec<_> = orders.iter().map(|(order, verdicts)| (*order, verdicts.as_slice())).collect();
    let mut frame = register(&orders);
    for (place, item) in frame.items.iter_mut().enumerate() {
        let answer = match place {
            0..12 => "yes",
            12..15 => "no",
            15..18 => "unclear",
            18..22 => "no",
            _ => "unknown",
        };
        item.platform_rules = code(&PLATFORM_RULES, answer);
    }
    let found = measured(&frame);
    let bullying = named(&found, "C12.redundant_bullying");
    assert_eq!((bullying.x, bullying.n, bullying.unknown, bullying.bounds), (Some(12), 15, 3, Some((12.0 / 18.0, 15.0 / 18.0))));
    let criticism = named(&found, "C12.redundant_criticism");
    assert_eq!((criticism.x, criticism.n, criticism.display), (Some(0), 4, Display::Counts));
    let table = found.tables.iter().find(|table| table.name == "platform_rules").unwrap();
    assert_eq!(table.counts, [[12, 0], [3, 4], [3, 0], [0, 8]]);
}

#[test]
fn a_step_at_a_law_is_the_ratio_of_the_rates_around_it() {
    let second = |year, month| chrono::NaiveDate::from_ymd_opt(year, month, 10).unwrap().and_hms_opt(6, 0, 0).unwrap().and_utc();
    let mut orders = Vec::new();
    for place in 0..24_i32 {
        let at = second(2023 + (place + 6) / 12, u32::try_from((place + 6) % 12).unwrap() + 1).timestamp();
        // July 2023 to June 2025: two orders a month up to May 2024, six from July 2024 on.
        for _ in 0..if place < 11 { 2 } else { 6 } {
            let row = i64::try_from(orders.len()).unwrap();
            orders.push((OrderRow { issued: Some((at, at)), learned: Some((at, at)), ..order(row) }, [None]));
        }
    }
    let orders: Vec<_> = orders.iter().map(|(order, verdicts)| (*order, verdicts.as_slice())).collect();
    let frame = register(&orders);
    let now = second(2025, 8).timestamp();
    let found = at(&frame, now);
    let ratio = named(&found, "C11.ratio_fines_2024");
    // Twelve months after with 72 orders in 365 days, eleven before with 22 in 336.
    assert_eq!((ratio.x, ratio.n, ratio.state), (Some(72), 94, "ok"));
    assert!((ratio.estimate.unwrap() - 72.0 / 365.0 / (22.0 / 336.0)).abs() < 1e-9, "{ratio:?}");
    assert!(ratio.limits.unwrap().0 > 1.0 && ratio.p.unwrap() < 0.001);
    assert!(ratio.caveats.contains(&"caveat-watch-not-recorded"));
    let level = named(&found, "C11.level_fines_2024");
    assert!(level.state == "ok" && level.estimate.unwrap() > 1.5, "{level:?}");
    assert!(
        !found.figures.iter().any(|figure| figure.name == "C11.ratio_bullying_2022"),
        "a day before all months divides nothing"
    );
    let change = found.tables.iter().find(|table| table.name == "change_point").unwrap();
    assert_eq!((change.rows.as_slice(), &change.counts), (["2024-06".to_owned()].as_slice(), &vec![vec![22, 78]]));
    // A source that appears with the law is no step of the law.
    let mut new = frame;
    for order in new.orders.iter_mut().filter(|order| order.issued.unwrap().0 > second(2024, 6).timestamp()) {
        order.learned_how = code(&crate::model::terms::LEARNED_HOW, "press");
    }
    let found = at(&new, now);
    assert_eq!(named(&found, "C11.ratio_same_sources_fines_2024").n, 0);
    let series = found.series.iter().find(|series| series.name == "C11.months").unwrap();
    assert!((series.points[0].low - 0.242).abs() < 1e-3 && (series.points[0].high - 7.225).abs() < 1e-3, "Garwood: 2");
}

#[test]
fn offices_that_few_orders_protect_are_one() {
    let sizes = [20_usize, 10, 8, 6, 5, 3, 1];
    let mut orders = Vec::new();
    for (actor, size) in (0_u32..).zip(sizes) {
        for _ in 0..size {
            let row = i64::try_from(orders.len()).unwrap();
            let protected = Some(Protected::Official);
            orders.push((OrderRow { protected, beneficiary: Some(actor), ..order(row) }, [None]));
        }
    }
    let orders: Vec<_> = orders.iter().map(|(order, verdicts)| (*order, verdicts.as_slice())).collect();
    let found = measured(&register(&orders));
    let of = |name| named(&found, name).estimate.unwrap();
    // 20, 10, 8, 6, 5 and 4 together: 53 orders.
    assert!((of("C10.top_three_share") - 38.0 / 53.0).abs() < 1e-12);
    let squares: f64 = [20.0, 10.0, 8.0, 6.0, 5.0, 4.0].iter().map(|n| n / 53.0 * (n / 53.0)).sum::<f64>();
    assert!((of("C10.hhi") - squares).abs() < 1e-12 && (of("C10.effective_number") - 1.0 / squares).abs() < 1e-9);
    let pairs = [20.0, 10.0, 8.0, 6.0, 5.0, 4.0].iter().map(|n| n * (n - 1.0)).sum::<f64>() / (53.0 * 52.0);
    assert!((of("C10.pair_same") - pairs).abs() < 1e-12);
    assert!(named(&found, "C10.hhi").caveats.contains(&"caveat-offices-merged"));
    assert!(named(&found, "C10.hhi").limits.is_some());
}
