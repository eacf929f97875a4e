use super::*;
use crate::analysis::frame::{ComplaintRow, NO_CODE, Reasons, Tri};
use crate::model::terms::{DECISIONS, OUTCOMES, VERDICTS};
use crate::stats::ClusterCount;
use crate::store::Protected;
use proptest::prelude::*;

pub(super) fn code(list: &[&str], wanted: &str) -> u8 {
    u8::try_from(list.iter().position(|known| *known == wanted).unwrap()).unwrap()
}

// Cases that five reviewers answered, where all of them err in every tenth or so.
fn answered(cases: usize, every: usize) -> Vec<ClusterCount> {
    (0..cases).map(|case| ClusterCount { x: if case % every == 0 { 0 } else { 5 }, n: 5 }).collect()
}

pub(in crate::analysis) fn order(row: i64) -> OrderRow {
    OrderRow {
        row,
        platform: Some(0),
        authority: None,
        beneficiary: None,
        protected: None,
        lists: 1,
        instrument: 0,
        learned_how: 0,
        ground: 0,
        is_seen: true,
        is_in_shares: true,
        names_items: Tri::Unknown,
        informs_of_appeal: Tri::Unknown,
        author_notified: Tri::Unknown,
        reasons: Reasons::Unknown,
        cites: false,
        cites_paragraph: Tri::No,
        court_act: false,
        experts: false,
        learned: None,
        issued: None,
        issued_offset: 300,
        received: None,
        cluster: 0,
        items: (0, 0),
    }
}

// A register of orders, each with its verdicts; nothing for an item that nobody reviewed.
pub(in crate::analysis) fn register(orders: &[(OrderRow, &[Option<&str>])]) -> Frame {
    let mut frame = Frame::default();
    for (made, verdicts) in orders {
        let (place, first) = (u32::try_from(frame.orders.len()).unwrap(), u32::try_from(frame.items.len()).unwrap());
        let items = (first, u32::try_from(verdicts.len()).unwrap());
        frame.orders.push(OrderRow { cluster: place, items, ..*made });
        for verdict in *verdicts {
            let item = u32::try_from(frame.items.len()).unwrap();
            let judged = verdict.map(|verdict| {
                let verdict = code(&VERDICTS, verdict);
                frame.judged.push(JudgedRow {
                    item,
                    verdict,
                    blind: [verdict, verdict],
                    reviewers: Vec::new(),
                    flags: vec!["arbitrary".to_owned()],
                    defects: vec!["B3".to_owned()],
                    elements: vec!["due_process".to_owned()],
                });
                u32::try_from(frame.judged.len() - 1).unwrap()
            });
            frame.items.push(ItemRow {
                order: place,
                outcome: code(&OUTCOMES, "unknown"),
                language: NO_CODE,
                protected: made.protected,
                beneficiary: made.beneficiary,
                at: None,
                seen_up: None,
                platform_basis: u8::MAX,
                platform_rules: u8::MAX,
                judged,
                like: None,
            });
        }
    }
    frame.clusters = u32::try_from(frame.orders.len()).unwrap();
    frame
}

pub(super) fn measured(frame: &Frame) -> Profile {
    profile(&Selection::whole(frame), &Given::default())
}

pub(super) fn named<'p>(profile: &'p Profile, name: &str) -> &'p Figure {
    profile.figures.iter().find(|figure| figure.name == name).unwrap_or_else(|| panic!("no {name}"))
}

pub(super) const CRITICISM: Option<&str> = Some("legitimate_criticism");
pub(super) const BULLYING: Option<&str> = Some("real_bullying");
pub(super) const OPEN: Option<&str> = Some("cannot_tell");

#[test]
fn findings_are_counted_by_item_and_by_order() {
    let found = measured(&register(&[(order(1), &[CRITICISM, CRITICISM]), (order(2), &[BULLYING])]));
    for (name, code) in [("findings", "arbitrary"), ("defects", "B3"), ("elements", "due_process")] {
        let table = found.tables.iter().find(|table| table.name == name).unwrap();
        let row = table.rows.iter().position(|row| row == code).unwrap();
        assert_eq!((&table.counts[row], table.counts.last().unwrap()), (&vec![3, 2], &vec![3, 2]), "{name}");
    }
}

#[test]
fn an_empty_register_has_no_number_and_says_so_everywhere() {
    let found = measured(&Frame::default());
    for figure in &found.figures {
        assert_eq!((figure.estimate, figure.limits, figure.p), (None, None, None), "{}", figure.name);
        assert_eq!(figure.display, crate::stats::Display::Nothing, "{}", figure.name);
        assert_ne!(figure.state, "ok", "{}", figure.name);
    }
    assert_eq!(found.flow, Flow::default());
}

#[test]
fn a_single_review_is_counted_and_not_measured() {
    let found = measured(&register(&[(order(1), &[CRITICISM])]));
    let share = named(&found, "C1.criticism");
    assert_eq!((share.x, share.n, share.display), (Some(1), 1, crate::stats::Display::Counts));
}

#[test]
fn all_cannot_tell_leaves_both_bounds_open() {
    let orders: Vec<_> = (0..12).map(|row| (order(row), [OPEN].as_slice())).collect();
    let found = measured(&register(&orders));
    let share = named(&found, "C1.criticism");
    assert_eq!((share.x, share.n, share.bounds), (Some(0), 12, Some((0.0, 1.0))));
    assert_eq!(named(&found, "C1.criticism_decided").state, "n_zero");
    assert_eq!(named(&found, "C1.cannot_tell").bounds, None, "what cannot be told is not in doubt itself");
}

#[test]
fn items_of_one_order_count_as_what_hangs_together() {
    let alone: Vec<_> = (0..120).map(|row| (order(row), [if row % 2 == 0 { CRITICISM } else { BULLYING }])).collect();
    let alone: Vec<_> = alone.iter().map(|(order, verdicts)| (*order, verdicts.as_slice())).collect();
    let whole = [[CRITICISM; 10].as_slice(), [BULLYING; 10].as_slice()];
    let together: Vec<_> = (0..12).map(|row| (order(row), whole[usize::try_from(row % 2).unwrap()])).collect();
    let (one, other) = (measured(&register(&alone)), measured(&register(&together)));
    let (one, other) = (named(&one, "C1.criticism"), named(&other, "C1.criticism"));
    assert_eq!((one.x, one.n, one.clusters), (Some(60), 120, 120));
    assert_eq!((other.x, other.n, other.clusters), (Some(60), 120, 12));
    let width = |figure: &Figure| figure.limits.map(|(low, high)| high - low).unwrap();
    assert!(width(other) > 2.0 * width(one), "{} against {}", width(other), width(one));
    assert!(other.caveats.contains(&"caveat-clusters") && !one.caveats.contains(&"caveat-clusters"));
    assert_eq!((one.display, other.display), (crate::stats::Display::Headline, crate::stats::Display::Interval));
}

#[test]
fn low_agreement_on_a_verdict_keeps_its_share_out_of_the_headline() {
    let orders: Vec<_> = (0..60).map(|row| (order(row), [CRITICISM].as_slice())).collect();
    let frame = register(&orders);
    let given = Given { disputed: vec!["legitimate_criticism"], ..Given::default() };
    let found = profile(&Selection::whole(&frame), &given);
    let share = named(&found, "C1.criticism");
    assert_eq!(share.display, crate::stats::Display::Interval);
    assert!(share.caveats.contains(&"caveat-agreement-low"));
    assert!(!named(&found, "C1.bullying").caveats.contains(&"caveat-agreement-low"), "its own verdict is not disputed");
}

#[test]
fn an_order_known_by_description_alone_is_in_no_share() {
    let apart = OrderRow { is_in_shares: false, is_seen: false, ..order(2) };
    let found = measured(&register(&[(order(1), &[CRITICISM]), (apart, &[BULLYING, None])]));
    assert_eq!(named(&found, "C1.bullying").n, 1);
    assert_eq!((found.flow.orders, found.flow.orders_apart, found.flow.items_apart), (2, 1, 2));
    assert_eq!((found.flow.reviewed, found.flow.reviewed_apart, found.flow.unreviewed), (1, 1, 0));
}

#[test]
fn unknown_is_never_no() {
    let yes = OrderRow { author_notified: Tri::Yes, ..order(1) };
    let no = OrderRow { author_notified: Tri::No, ..order(2) };
    let orders: Vec<_> = [yes, no, order(3), order(4)].into_iter().map(|order| (order, [None].as_slice())).collect();
    let found = measured(&register(&orders));
    let share = named(&found, "C6.author_notified");
    assert_eq!((share.x, share.n, share.unknown, share.bounds), (Some(1), 2, 2, Some((0.25, 0.75))));
    let experts = named(&found, "C6.experts_decided");
    assert_eq!((experts.n, experts.unknown, experts.state), (0, 4, "n_zero"), "an expert decision that is not linked may exist");
}

#[test]
fn reasons_are_counted_over_orders_that_were_seen() {
    let formula = OrderRow { reasons: Reasons::Formula, cites: true, cites_paragraph: Tri::Unknown, ..order(1) };
    let own = OrderRow { reasons: Reasons::CaseSpecific, cites: true, cites_paragraph: Tri::Yes, ..order(2) };
    let none = OrderRow { reasons: Reasons::None, ..order(3) };
    let unseen = OrderRow { is_seen: false, reasons: Reasons::None, ..order(4) };
    let orders: Vec<_> = [formula, own, none, unseen].into_iter().map(|order| (order, [None].as_slice())).collect();
    let found = measured(&register(&orders));
    let of = |name| (named(&found, name).x, named(&found, name).n);
    assert_eq!(of("C5.any_reason"), (Some(2), 3));
    assert_eq!(of("C5.individual_reasons"), (Some(1), 3));
    assert_eq!(of("C5.cites_law"), (Some(2), 3));
    assert_eq!((of("C5.cites_paragraph"), named(&found, "C5.cites_paragraph").unknown), ((Some(1), 2), 1));
}

#[test]
fn the_share_of_all_recorded_lies_between_its_bounds_whatever_the_rest_is() {
    let found = measured(&register(&[(order(1), &[CRITICISM, None]), (order(2), &[BULLYING, None])]));
    let share = named(&found, "C1.criticism_of_recorded");
    assert_eq!((share.x, share.n, share.unknown, share.bounds), (Some(1), 4, 2, Some((0.25, 0.75))));
}

#[test]
fn a_correction_needs_forty_cases_of_each_class() {
    let orders: Vec<_> = (0..60).map(|row| (order(row), [CRITICISM].as_slice())).collect();
    let frame = register(&orders);
    let with = |cases: usize| {
        let calibration = Calibration { criticism: answered(cases, 5), other: answered(40, 10) };
        let found = profile(&Selection::whole(&frame), &Given { calibration, ..Given::default() });
        named(&found, "C2.criticism_corrected").clone()
    };
    assert_eq!((with(39).state, with(39).estimate), ("too_few_calibration_cases", None));
    let corrected = with(40);
    assert!(corrected.estimate.is_some(), "{corrected:?}");
    assert_eq!(corrected.state, "boundary", "sixty of sixty is more than reviewers who miss one in ten would say");
}

// Two officials protected with criticism, two children with bullying, and so on: a table of four cells.
pub(super) fn protecting(cells: [(Protected, Option<&'static str>, i64); 4]) -> Frame {
    let mut orders = Vec::new();
    for (kind, verdict, count) in cells {
        for _ in 0..count {
            let row = i64::try_from(orders.len()).unwrap();
            orders.push((OrderRow { protected: Some(kind), ..order(row) }, [verdict]));
        }
    }
    let orders: Vec<_> = orders.iter().map(|(order, verdicts)| (*order, verdicts.as_slice())).collect();
    register(&orders)
}

#[test]
fn targeting_is_the_odds_of_criticism_where_power_is_protected() {
    let cells = |a, b, c, d| {
        protecting([
            (Protected::Official, CRITICISM, a),
            (Protected::Institution, BULLYING, b),
            (Protected::Child, CRITICISM, c),
            (Protected::Adult, BULLYING, d),
        ])
    };
    let found = measured(&cells(12, 3, 4, 16));
    let ratio = named(&found, "C8.targeting");
    assert_eq!((ratio.n, ratio.state), (35, "ok"));
    let (low, high) = ratio.limits.unwrap();
    assert!(low > 1.0 && ratio.estimate.unwrap() > low && ratio.estimate.unwrap() < high, "{ratio:?}");
    assert!(ratio.p.unwrap() < 0.01);
    assert!((ratio.p_adjusted.unwrap() - 6.0 * ratio.p.unwrap()).abs() < 1e-12, "six questions were fixed in advance");
    assert!(named(&found, "C8.e_value").estimate.unwrap() > 1.0);
    let table = found.tables.iter().find(|table| table.name == "verdicts_by_protected").unwrap();
    assert_eq!(table.counts[2][1], 12);
    // Where all items hang together they are one case, however many they are.
    let mut one = cells(12, 3, 4, 16);
    one.clusters = 1;
    one.orders.iter_mut().for_each(|order| order.cluster = 0);
    let one = measured(&one);
    let one = named(&one, "C8.targeting");
    assert_eq!((one.n, one.clusters, one.state, one.estimate, one.limits), (35, 1, "single_cluster", None, None));
    let few = measured(&cells(6, 3, 4, 16));
    let few = named(&few, "C8.targeting");
    assert_eq!((few.state, few.estimate, few.display), ("too_few", None, crate::stats::Display::Counts));
    let endless = measured(&cells(12, 0, 0, 16));
    let endless = named(&endless, "C8.targeting");
    assert_eq!((endless.estimate, endless.state), (Some(f64::INFINITY), "ok"));
}

pub(super) fn application(victim: Protected, decision: &str, led: bool, group: &str) -> ComplaintRow {
    ComplaintRow {
        led_to_order: led,
        decision: code(&DECISIONS, decision),
        victim: Some(victim),
        group: group.to_owned(),
        channel: NO_CODE,
        is_signed: Tri::Unknown,
        language: NO_CODE,
        in_term: Tri::Unknown,
    }
}

#[test]
fn an_application_is_refused_only_where_that_is_recorded() {
    let mut frame = Frame::default();
    for _ in 0..10 {
        frame.complaints.push(application(Protected::Official, "pending", true, ""));
        frame.complaints.push(application(Protected::Child, "no_reply", false, ""));
        frame.complaints.push(application(Protected::Child, "pending", false, ""));
    }
    let found = measured(&frame);
    let all = named(&found, "C9.acted_on");
    assert_eq!((all.x, all.n, all.unknown), (Some(10), 20, 10));
    assert_eq!((named(&found, "C9.acted_on_children").x, named(&found, "C9.acted_on_children").n), (Some(0), 10));
    assert_eq!(named(&found, "C9.acted_on_ratio").estimate, Some(f64::INFINITY));
}

#[test]
fn of_the_applications_decided_those_in_time_are_counted_and_the_open_ones_bound_the_share() {
    let mut frame = Frame::default();
    for (decision, in_term, count) in [
        ("confirmed", Tri::Yes, 12),
        ("refused", Tri::No, 9),
        ("refused", Tri::Unknown, 4),
        // Nothing was decided: neither in time nor late.
        ("no_reply", Tri::No, 5),
        ("pending", Tri::Unknown, 6),
    ] {
        let row = ComplaintRow { in_term, ..application(Protected::Adult, decision, false, "") };
        frame.complaints.extend(std::iter::repeat_n(row, count));
    }
    let found = measured(&frame);
    let in_term = named(&found, "C9.decided_in_term");
    assert_eq!((in_term.x, in_term.n, in_term.unknown), (Some(12), 21, 4));
}

#[test]
fn comparable_applications_decided_differently_are_told_apart() {
    let mut frame = Frame::default();
    for group in 0..12 {
        let name = format!("g{group}");
        frame.complaints.push(application(Protected::Child, "refused", false, &name));
        frame.complaints.push(application(Protected::Official, "confirmed", group < 3, &name));
        if group >= 3 {
            // These were refused like their fellows.
            frame.complaints.last_mut().unwrap().decision = code(&DECISIONS, "refused");
        }
    }
    let found = measured(&frame);
    let divergent = named(&found, "C3.divergent_groups");
    assert_eq!((divergent.x, divergent.n, divergent.display), (Some(3), 12, crate::stats::Display::Interval));
    assert_eq!(named(&found, "C3.pair_discordance").estimate, Some(0.25));
    assert_eq!(named(&measured(&Frame::default()), "C3.divergent_groups").state, "no_pairs");
}

#[test]
fn a_term_is_met_only_where_every_moment_says_so() {
    let hour = 3_600;
    let received = OrderRow { received: Some((0, 0)), ..order(1) };
    let at = |ends: (i64, i64)| {
        let mut frame = register(&[(received, &[None])]);
        frame.items[0].outcome = code(&OUTCOMES, "removed");
        frame.items[0].at = Some(ends);
        let found = profile(&Selection::whole(&frame), &Given { now: 100 * hour, ..Given::default() });
        let figure = named(&found, "C7.acted_in_term").clone();
        (figure.x, figure.n, figure.unknown)
    };
    assert_eq!(at((hour, 23 * hour)), (Some(1), 1, 0));
    assert_eq!(at((25 * hour, 30 * hour)), (Some(0), 1, 0));
    assert_eq!(at((23 * hour, 25 * hour)), (Some(0), 0, 1));
}

#[test]
fn months_are_those_of_the_place_and_gaps_are_told() {
    let issued = |row, at: i64| OrderRow { issued: Some((at, at)), ..order(row) };
    // 31 December 2024, 20:00 UTC is the new year in Astana; 15 March 2025.
    let late = issued(1, 1_735_675_200);
    let march = issued(2, 1_742_040_000);
    let vague = OrderRow { issued: Some((1_735_675_200, 1_742_040_000)), ..order(3) };
    let orders: Vec<_> = [late, march, vague].into_iter().map(|order| (order, [None].as_slice())).collect();
    let found = measured(&register(&orders));
    let months = found.tables.iter().find(|table| table.name == "months").unwrap();
    assert_eq!(months.rows, ["2025-01", "2025-02", "2025-03", "unknown"]);
    assert_eq!(months.counts, [[1], [0], [1], [1]]);
}

#[test]
fn a_selection_takes_the_orders_of_its_rows_and_no_others() {
    let orders: Vec<_> = [2, 5, 9].into_iter().map(|row| (order(row), [CRITICISM].as_slice())).collect();
    let frame = register(&orders);
    let rows = |rows: &[i64]| Selection::of_rows(&frame, rows).orders().map(|order| order.row).collect::<Vec<_>>();
    assert_eq!(rows(&[1, 2, 3, 9, 12]), [2, 9]);
    assert_eq!(rows(&[]), Vec::<i64>::new());
    assert_eq!(profile(&Selection::of_rows(&frame, &[5]), &Given::default()).flow.reviewed, 1);
}

#[test]
fn the_median_of_hours_lies_between_what_the_moments_allow() {
    let hour = 3_600;
    let received = |row| OrderRow { received: Some((0, 600)), ..order(row) };
    let orders: Vec<_> = (0..11).map(|row| (received(row), [None].as_slice())).collect();
    let mut frame = register(&orders);
    for (place, item) in (1_i64..).zip(&mut frame.items) {
        item.outcome = code(&OUTCOMES, if place > 9 { "no_action" } else { "removed" });
        item.at = Some((place * hour, place * hour + 1_200));
    }
    let found = measured(&frame);
    let median = named(&found, "C7.median_hours");
    // The sixth of eleven: five to six hours and a third, less or more what is unknown of the receipt.
    assert_eq!((median.n, median.bounds), (11, Some((6.0 - 1.0 / 6.0, 6.0 + 1.0 / 3.0))));
    frame.items.iter_mut().for_each(|item| item.outcome = code(&OUTCOMES, "no_action"));
    let never = measured(&frame);
    assert_eq!(named(&never, "C7.median_hours").bounds.map(|(_, high)| high), Some(f64::INFINITY));
}

#[test]
fn a_trend_needs_a_year_of_months_that_are_over_and_known() {
    let second = |year, month, day| {
        chrono::NaiveDate::from_ymd_opt(year, month, day).unwrap().and_hms_opt(6, 0, 0).unwrap().and_utc().timestamp()
    };
    let mut orders = Vec::new();
    for month in 1..=14_u32 {
        let at = second(2024 + i32::try_from((month - 1) / 12).unwrap(), (month - 1) % 12 + 1, 10);
        for _ in 0..month {
            let row = i64::try_from(orders.len()).unwrap();
            orders.push((
                OrderRow { issued: Some((at, at)), learned: Some((at + 2 * 86_400, at + 2 * 86_400)), ..order(row) },
                [None],
            ));
        }
    }
    let orders: Vec<_> = orders.iter().map(|(order, verdicts)| (*order, verdicts.as_slice())).collect();
    let frame = register(&orders);
    let at = |now: i64| {
        let found = profile(&Selection::whole(&frame), &Given { now, ..Given::default() });
        let figure = named(&found, "C11.trend");
        (figure.clusters, figure.state, figure.estimate)
    };
    assert_eq!(at(second(2025, 3, 10)), (14, "ok", Some(1.0)), "one more each month");
    assert_eq!(at(second(2025, 3, 1)).0, 13, "the last month is over and not yet known: orders are learned of two days later");
    assert_eq!(at(second(2024, 12, 20)), (11, "too_few_months", None));
}

proptest! {
    #[test]
    fn every_figure_holds_what_it_says(kinds in proptest::collection::vec((0_usize..6, 0_usize..5, any::<bool>(), 1_usize..4), 0..60)) {
        let kind = [Some(Protected::Child), Some(Protected::Adult), Some(Protected::Official), Some(Protected::Institution), None];
        let verdicts: Vec<Vec<Option<&str>>> =
            kinds.iter().map(|(verdict, _, open, items)| vec![if *open { None } else { Some(VERDICTS[*verdict]) }; *items]).collect();
        let orders: Vec<_> = (0..).zip(kinds.iter().zip(&verdicts)).map(|(row, ((_, place, ..), verdicts))| {
            (OrderRow { protected: kind[*place], ..order(row) }, verdicts.as_slice())
        }).collect();
        let frame = register(&orders);
        let found = measured(&frame);
        for figure in &found.figures {
            prop_assert!(figure.x.is_none_or(|x| x <= figure.n), "{figure:?}");
            let numbers = [figure.estimate, figure.p, figure.p_adjusted];
            let ends = figure.limits.into_iter().chain(figure.bounds).flat_map(|(low, high)| [Some(low), Some(high)]);
            prop_assert!(numbers.into_iter().chain(ends).flatten().all(|value| !value.is_nan()), "{figure:?}");
            if let (Some(estimate), Some((low, high))) = (figure.estimate, figure.limits) {
                prop_assert!(low <= estimate + 1e-12 && estimate <= high + 1e-12, "{figure:?}");
            }
            prop_assert!(figure.state == "ok" || figure.p.is_none(), "{figure:?}");
        }
        let shares: u64 = found.tables.iter().find(|table| table.name == "verdicts").unwrap().counts.iter().map(|row| row[0]).sum();
        prop_assert_eq!(shares, found.flow.reviewed);
    }
}

proptest! {
    #[test]
    fn rows_pick_the_orders_that_have_them(
        rows in proptest::collection::btree_set(-3_i64..60, 0..40),
        there in proptest::collection::btree_set(0_i64..60, 0..40),
    ) {
        let frame = register(&there.iter().map(|row| (order(*row), &[][..])).collect::<Vec<_>>());
        let rows: Vec<i64> = rows.into_iter().collect();
        let picked: Vec<i64> = Selection::of_rows(&frame, &rows).orders().map(|order| order.row).collect();
        let expected: Vec<i64> = there.into_iter().filter(|row| rows.contains(row)).collect();
        prop_assert_eq!(picked, expected);
    }
}

#[test]
fn where_nothing_is_pending_what_was_left_for_later_is_whole_and_adjusted() {
    let frame = protecting([
        (Protected::Official, Some("legitimate_criticism"), 12),
        (Protected::Official, Some("real_bullying"), 3),
        (Protected::Adult, Some("legitimate_criticism"), 4),
        (Protected::Adult, Some("real_bullying"), 16),
    ]);
    let selection = Selection::whole(&frame);
    let later = profile(&selection, &Given { draws: Draws::Later, ..Given::default() });
    assert_eq!(later, measured(&frame));
    assert!(named(&later, "C8.targeting").p_adjusted.is_some());
}
