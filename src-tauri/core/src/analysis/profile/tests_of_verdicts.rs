//! C4, C8, C9 and C14: cases by hand, and registers without anything arbitrary, on which a test must not raise its voice more often than it says.

use super::figure::Family;
use super::tests::{BULLYING, CRITICISM, OPEN, application, code, measured, named, order, protecting, register};
use super::*;
use crate::analysis::frame::{ComplaintRow, Tri};
use crate::id::Id;
use crate::model::terms::{CHANNELS, ITEM_LANGUAGES, LEARNED_HOW};
use crate::stats::{Display, Random};
use crate::store::Protected;

fn variant<'p>(profile: &'p Profile, name: &str, of: &str) -> &'p Figure {
    let is = |figure: &&Figure| figure.name == name && figure.variant.as_ref().is_some_and(|variant| variant.code == of);
    profile.figures.iter().find(is).unwrap_or_else(|| panic!("no {name} of {of}"))
}

fn near(got: f64, wanted: f64) {
    assert!((got - wanted).abs() <= 1e-9 * wanted.abs().max(1.0), "{got} against {wanted}");
}

fn filed(victim: Protected, signed: bool, channel: &str, acted: bool) -> ComplaintRow {
    ComplaintRow {
        is_signed: Tri::is(signed),
        channel: code(&CHANNELS, channel),
        language: code(&ITEM_LANGUAGES, "kk"),
        ..application(victim, if acted { "confirmed" } else { "refused" }, acted, "")
    }
}

fn applications(cells: &[(Protected, bool, &str, bool, usize)]) -> Frame {
    let mut frame = Frame::default();
    for (victim, signed, channel, acted, count) in cells {
        frame.complaints.extend(std::iter::repeat_n(filed(*victim, *signed, channel, *acted), *count));
    }
    frame
}

#[test]
fn whom_an_application_protects_adds_to_what_the_law_asks() {
    // Children and officials, all signed: of the officials three in four are acted upon, of adults one in four.
    let found = measured(&applications(&[
        (Protected::Child, true, "paper", true, 30),
        (Protected::Child, false, "paper", false, 30),
        (Protected::Official, true, "paper", true, 30),
        (Protected::Official, true, "paper", false, 10),
        (Protected::Adult, true, "paper", true, 10),
        (Protected::Adult, true, "paper", false, 30),
    ]));
    let test = named(&found, "C4.extraneous");
    assert_eq!((test.state, test.n, test.df), ("ok", 140, Some(1)), "channel and language do not vary: {test:?}");
    assert!(test.p.unwrap() < 1e-4 && test.family == Family::Primary);
    let official = variant(&found, "C4.factor", "official");
    // Given the rest the ratio is that of 30 : 10 against 10 : 30, drawn in by the penalty.
    let estimate = official.estimate.unwrap();
    assert!((6.0..9.0).contains(&estimate), "{official:?}");
    assert!(official.family == Family::Exploratory && official.p_adjusted.is_some());
    assert!(named(&found, "C4.e_value").estimate.unwrap() > 1.0);
    assert_eq!(named(&found, "C4.extraneous_one_per_group").state, "nothing_grouped");
}

#[test]
fn variation_taken_away_is_counted_by_pattern() {
    // Signed: 40 acted, 10 not. Unsigned: 10 and 40. The table of tau is [[40, 10], [10, 40]]: tau 0.36.
    let found = measured(&applications(&[
        (Protected::Child, true, "paper", true, 40),
        (Protected::Child, true, "paper", false, 10),
        (Protected::Child, false, "paper", true, 10),
        (Protected::Child, false, "paper", false, 40),
    ]));
    near(named(&found, "C4.tau_by_law").estimate.unwrap(), 0.36);
    let (entropy, within) = (std::f64::consts::LN_2 + 1.0 / 200.0, 0.500_402_423_538_188 + 2.0 / 200.0);
    near(named(&found, "C4.explained_by_law").estimate.unwrap(), 1.0 - within / entropy);
    near(named(&found, "C4.tau_by_others").estimate.unwrap(), 0.0);
    assert_eq!(named(&found, "C4.extraneous").state, "no_variation", "all are children by one channel");
}

#[test]
fn predictability_is_guarded() {
    let few =
        measured(&applications(&[(Protected::Official, true, "paper", true, 9), (Protected::Child, true, "paper", false, 40)]));
    let few = named(&few, "C4.extraneous");
    assert_eq!((few.state, few.p, few.display), ("too_few_decisions", None, Display::Counts));
    let mut unknown = applications(&[(Protected::Child, true, "paper", true, 30), (Protected::Adult, true, "paper", false, 30)]);
    unknown.complaints.iter_mut().take(20).for_each(|row| row.victim = None);
    let unknown = measured(&unknown);
    let test = named(&unknown, "C4.extraneous");
    assert_eq!(
        (test.state, test.estimate),
        ("not_identified", None),
        "two in three of those acted upon have no victim on record"
    );
    assert!(test.caveats.contains(&"caveat-victims-unrecorded"));
    let none = measured(&Frame::default());
    assert_eq!((named(&none, "C4.extraneous").state, named(&none, "C4.of_orders").state), ("n_zero", "not_identified"));
    // Whoever is an official is no child, and there is nobody else: which of the two counted cannot be told.
    let aliased =
        measured(&applications(&[(Protected::Official, true, "paper", true, 30), (Protected::Child, true, "paper", false, 30)]));
    assert_eq!((named(&aliased, "C4.extraneous").state, named(&aliased, "C4.extraneous").p), ("collinear_terms", None));
    let all_acted =
        measured(&applications(&[(Protected::Official, true, "paper", true, 50), (Protected::Child, true, "media", true, 50)]));
    assert_eq!(named(&all_acted, "C4.extraneous").state, "no_variation");
}

#[test]
fn a_factor_that_one_side_lacks_is_left_out() {
    let mut frame = applications(&[
        (Protected::Official, true, "paper", true, 20),
        (Protected::Adult, true, "paper", true, 20),
        (Protected::Official, true, "media", false, 20),
        (Protected::Adult, true, "paper", false, 20),
    ]);
    // The channel is known wherever an order followed, and hardly anywhere else.
    frame.complaints.iter_mut().skip(45).for_each(|row| row.channel = code(&CHANNELS, "unknown"));
    let found = measured(&frame);
    let test = named(&found, "C4.extraneous");
    assert_eq!((test.state, test.n, test.df), ("ok", 80, Some(1)), "{test:?}");
    assert!(test.caveats.contains(&"caveat-factors-left-out"));
}

#[test]
fn one_application_of_each_group_is_tested_again() {
    let mut frame = applications(&[
        (Protected::Official, true, "paper", true, 40),
        (Protected::Official, true, "paper", false, 20),
        (Protected::Adult, true, "paper", true, 20),
        (Protected::Adult, true, "paper", false, 40),
    ]);
    for (place, row) in frame.complaints.iter_mut().enumerate() {
        row.group = format!("g{}", place / 2);
    }
    let found = measured(&frame);
    let again = named(&found, "C4.extraneous_one_per_group");
    assert_eq!((again.n, again.state), (60, "ok"));
    assert!(again.p.unwrap() > named(&found, "C4.extraneous").p.unwrap(), "half as many say less");
}

#[test]
fn a_difference_of_shares_has_limits() {
    let found = measured(&protecting([
        (Protected::Official, CRITICISM, 56),
        (Protected::Official, BULLYING, 14),
        (Protected::Child, CRITICISM, 48),
        (Protected::Child, BULLYING, 32),
    ]));
    // Newcombe (1998), table II, method 10: 56/70 - 48/80.
    let difference = named(&found, "C8.difference");
    near(difference.estimate.unwrap(), 0.2);
    let (low, high) = difference.limits.unwrap();
    assert!((low - 0.0524).abs() < 6e-5 && (high - 0.3339).abs() < 6e-5, "{difference:?}");
    let few = measured(&protecting([
        (Protected::Official, CRITICISM, 5),
        (Protected::Official, BULLYING, 4),
        (Protected::Child, CRITICISM, 48),
        (Protected::Child, BULLYING, 32),
    ]));
    assert_eq!((named(&few, "C8.difference").state, named(&few, "C8.difference").estimate), ("too_few", None));
}

/// Orders of one item: whom they protect, what was found, on which platform, in which language.
fn on_platforms(cells: &[(Protected, Option<&'static str>, u32, &str, i64)]) -> Frame {
    let mut orders = Vec::new();
    for (kind, verdict, platform, _, count) in cells {
        for _ in 0..*count {
            let row = i64::try_from(orders.len()).unwrap();
            orders.push((OrderRow { protected: Some(*kind), platform: Some(*platform), ..order(row) }, [*verdict]));
        }
    }
    let orders: Vec<_> = orders.iter().map(|(order, verdicts)| (*order, verdicts.as_slice())).collect();
    let mut frame = register(&orders);
    let languages =
        cells.iter().flat_map(|(.., language, count)| std::iter::repeat_n(*language, usize::try_from(*count).unwrap()));
    for (item, language) in frame.items.iter_mut().zip(languages) {
        item.language = code(&ITEM_LANGUAGES, language);
    }
    frame.platforms = vec![Id::from_bytes([1; 16]), Id::from_bytes([2; 16])];
    frame
}

#[test]
fn where_platforms_turn_the_ratio_only_the_one_within_them_is_shown() {
    // Within each platform the odds are equal; officials stand where criticism is common.
    let found = measured(&on_platforms(&[
        (Protected::Official, CRITICISM, 0, "kk", 80),
        (Protected::Official, BULLYING, 0, "kk", 20),
        (Protected::Child, CRITICISM, 0, "kk", 16),
        (Protected::Child, BULLYING, 0, "kk", 4),
        (Protected::Official, CRITICISM, 1, "kk", 4),
        (Protected::Official, BULLYING, 1, "kk", 16),
        (Protected::Child, CRITICISM, 1, "kk", 20),
        (Protected::Child, BULLYING, 1, "kk", 80),
    ]));
    let crude = named(&found, "C8.targeting");
    assert_eq!((crude.state, crude.estimate, crude.p, crude.display), ("strata_differ", None, None, Display::Counts));
    let within = named(&found, "C8.targeting_within_platforms");
    near(within.estimate.unwrap(), 1.0);
    assert_eq!(within.family, Family::Primary, "it answers for the ratio over all");
    assert!(within.p.unwrap() > 0.9 && within.caveats.contains(&"caveat-stands-for-crude"));
    let check = variant(&found, "C14.simpson", "platform");
    assert_eq!(check.state, "changed");
    assert!(check.estimate.unwrap() < 0.2, "{check:?}");
    assert_eq!(variant(&found, "C14.simpson", "language").state, "ok");
    near(named(&found, "C8.e_value").estimate.unwrap(), 1.0);
    let same = variant(&found, "C8.same_ratio", "platform");
    assert_eq!((same.state, same.df), ("ok", Some(1)));
    near(same.estimate.unwrap(), 0.0);
    assert_eq!(variant(&found, "C8.same_ratio", "language").state, "one_stratum");
    let platform = variant(&found, "C8.criticism_by_platform", &Id::from_bytes([1; 16]).to_string());
    near(platform.estimate.unwrap().ln().signum(), 1.0);
    assert_eq!(platform.family, Family::Exploratory);
}

#[test]
fn languages_are_held_against_each_other() {
    let found = measured(&on_platforms(&[
        (Protected::Official, CRITICISM, 0, "kk", 15),
        (Protected::Official, BULLYING, 0, "kk", 10),
        (Protected::Child, CRITICISM, 0, "ru", 10),
        (Protected::Child, BULLYING, 0, "ru", 15),
        (Protected::Child, BULLYING, 0, "", 7),
    ]));
    let kazakh = variant(&found, "C8.criticism_by_language", "kk");
    assert_eq!((kazakh.n, kazakh.unknown), (50, 7));
    let russian = variant(&found, "C8.criticism_by_language", "ru");
    near(kazakh.estimate.unwrap() * russian.estimate.unwrap(), 1.0);
    assert!(!found.figures.iter().any(|figure| figure.variant.as_ref().is_some_and(|variant| variant.code.is_empty())));
}

#[test]
fn a_small_cell_has_a_penalised_ratio() {
    let found = measured(&protecting([
        (Protected::Official, CRITICISM, 12),
        (Protected::Official, BULLYING, 0),
        (Protected::Child, CRITICISM, 6),
        (Protected::Child, BULLYING, 14),
    ]));
    let ratio = named(&found, "C8.targeting_firth");
    // One yes-or-no term: one half is added to each cell.
    near(ratio.estimate.unwrap(), (12.5 * 14.5) / (0.5 * 6.5));
    assert!(ratio.limits.unwrap().0 > 1.0 && ratio.limits.unwrap().1.is_finite());
    let full = measured(&protecting([
        (Protected::Official, CRITICISM, 12),
        (Protected::Official, BULLYING, 12),
        (Protected::Child, CRITICISM, 12),
        (Protected::Child, BULLYING, 14),
    ]));
    assert_eq!((named(&full, "C8.targeting_firth").state, named(&full, "C8.targeting_firth").p), ("not_needed", None));
}

#[test]
fn knowledge_of_ignored_applications_changes_what_can_be_said() {
    let mut frame = Frame::default();
    for group in 0..12 {
        let acted = |is: bool| application(Protected::Child, if is { "confirmed" } else { "refused" }, is, &format!("g{group}"));
        frame.complaints.extend([acted(true), acted(group < 6)]);
    }
    let found = measured(&frame);
    // Six pairs acted upon alike, six divergent: weights 1 and 1/ratio.
    near(variant(&found, "C3.pair_discordance_at", "1").estimate.unwrap(), 0.5);
    near(variant(&found, "C3.pair_discordance_at", "2").estimate.unwrap(), 3.0 / 9.0);
    near(variant(&found, "C3.pair_discordance_at", "1/2").estimate.unwrap(), 12.0 / 18.0);
    // Eighteen acted upon, six not: 18 of 18 + 6/ratio.
    near(variant(&found, "C9.acted_on_at", "2").estimate.unwrap(), 18.0 / 21.0);
    near(variant(&found, "C9.acted_on_at", "1/2").estimate.unwrap(), 18.0 / 30.0);
    let left = variant(&found, "C9.not_acted_on", "child");
    assert_eq!((left.x, left.n), (Some(6), 24));
    assert_eq!(variant(&found, "C9.not_acted_on", "official").state, "n_zero");
    assert_eq!(named(&found, "C9.verdict_ratio").state, "not_identified");
}

#[test]
fn the_factor_that_removes_a_ratio_is_its_nearer_limit() {
    let mut frame = Frame::default();
    for (victim, acted, count) in [
        (Protected::Official, true, 20),
        (Protected::Official, false, 10),
        (Protected::Child, true, 10),
        (Protected::Child, false, 40),
    ] {
        let row = application(victim, if acted { "confirmed" } else { "refused" }, acted, "");
        frame.complaints.extend(std::iter::repeat_n(row, count));
    }
    let found = measured(&frame);
    let (ratio, factor) = (named(&found, "C9.acted_on_ratio"), named(&found, "C9.factor_to_remove"));
    assert_eq!(factor.estimate, ratio.estimate);
    assert_eq!(factor.limits.map(|(low, _)| low), ratio.limits.map(|(low, _)| low));
    let few = measured(&applications(&[(Protected::Official, true, "paper", true, 3)]));
    assert_eq!((named(&few, "C9.factor_to_remove").state, named(&few, "C9.factor_to_remove").estimate), ("too_few", None));
}

#[test]
fn six_questions_are_adjusted_together_and_the_rest_is_exploratory() {
    let mut frame = protecting([
        (Protected::Official, CRITICISM, 40),
        (Protected::Official, BULLYING, 10),
        (Protected::Child, CRITICISM, 20),
        (Protected::Child, BULLYING, 20),
    ]);
    frame.complaints = applications(&[
        (Protected::Official, true, "paper", true, 30),
        (Protected::Official, true, "paper", false, 20),
        (Protected::Adult, true, "paper", true, 20),
        (Protected::Adult, true, "paper", false, 30),
    ])
    .complaints;
    let found = measured(&frame);
    let primary: Vec<&Figure> = found.figures.iter().filter(|figure| figure.family == Family::Primary).collect();
    let names: Vec<&str> = primary.iter().map(|figure| figure.name).collect();
    assert_eq!(names, ["C1.against_half", "C4.extraneous", "C8.targeting", "C9.acted_on_ratio"]);
    let mut p: Vec<(f64, f64)> = primary.iter().map(|figure| (figure.p.unwrap(), figure.p_adjusted.unwrap())).collect();
    p.sort_by(|one, other| one.0.total_cmp(&other.0));
    near(p[0].1, (6.0 * p[0].0).min(1.0));
    assert!(p[1].1 >= 5.0 * p[1].0 - 1e-12 && p.windows(2).all(|pair| pair[0].1 <= pair[1].1), "{p:?}");
    let half = named(&found, "C1.against_half");
    // 60 of 90: twice the upper tail of the binomial distribution.
    assert!((half.p.unwrap() - 0.002_070).abs() < 1e-5, "{half:?}");
    let exploratory: Vec<&Figure> = found.figures.iter().filter(|figure| figure.family == Family::Exploratory).collect();
    assert!(!exploratory.is_empty() && exploratory.iter().all(|figure| figure.p_adjusted.unwrap() >= figure.p.unwrap()));
    let least = exploratory.iter().filter_map(|figure| figure.p).fold(1.0, f64::min);
    let bh = exploratory.iter().filter_map(|figure| figure.p_adjusted).fold(1.0, f64::min);
    #[allow(clippy::cast_precision_loss, reason = "a handful")]
    let bonferroni = least * exploratory.len() as f64;
    assert!(bh <= bonferroni + 1e-12);
    assert!(found.figures.iter().all(|figure| figure.p.is_some() == (figure.family != Family::None)));
}

#[test]
fn what_is_left_out_leaves_the_rest() {
    let how = |row: i64| if row % 2 == 0 { "press" } else { "leak" };
    let orders: Vec<_> = (0..40)
        .map(|row| {
            (
                OrderRow { learned_how: code(&LEARNED_HOW, how(row)), ..order(row) },
                [if row % 4 == 0 { CRITICISM } else { BULLYING }],
            )
        })
        .collect();
    let orders: Vec<_> = orders.iter().map(|(order, verdicts)| (*order, verdicts.as_slice())).collect();
    let mut frame = register(&orders);
    frame.reviewers = vec![true, false, true];
    for (place, judged) in (0_u32..).zip(&mut frame.judged) {
        judged.reviewers = if place < 10 { vec![0, 2] } else { vec![0, 1] };
    }
    let found = measured(&frame);
    let press = variant(&found, "C14.without_source", "press");
    assert_eq!((press.x, press.n), (Some(0), 20));
    let leak = variant(&found, "C14.without_source", "leak");
    assert_eq!((leak.x, leak.n), (Some(10), 20));
    // The first reviewer had a hand in everything: without that one nothing is left, and nothing is said.
    assert_eq!(
        (variant(&found, "C14.without_reviewer", "1").n, variant(&found, "C14.without_reviewer", "1").state),
        (0, "n_zero")
    );
    assert_eq!(variant(&found, "C14.without_reviewer", "2").n, 10);
    assert_eq!(variant(&found, "C14.without_reviewer", "3").n, 30);
    assert_eq!(named(&found, "C14.outside_reviewers").n, 10);
    assert_eq!(named(&found, "C14.without_late").n, 0, "of none is it known when it was issued and learned of");
    let range = named(&found, "C14.range");
    assert_eq!((range.bounds, range.n), (Some((0.0, 0.5)), 40));
}

#[test]
fn low_agreement_is_said_beside_every_way_of_counting() {
    let orders: Vec<_> = (0..40).map(|row| (order(row), [CRITICISM].as_slice())).collect();
    let frame = register(&orders);
    let given = Given { disputed: vec!["legitimate_criticism"], ..Given::default() };
    let found = profile(&Selection::whole(&frame), &given);
    let share = named(&found, "C14.decided_only");
    assert_eq!(share.display, Display::Interval);
    assert!(share.caveats.contains(&"caveat-agreement-low"));
    assert!(!named(&measured(&frame), "C14.decided_only").caveats.contains(&"caveat-agreement-low"));
}

#[test]
fn one_item_stands_for_its_cluster() {
    let found = measured(&register(&[(order(1), &[CRITICISM, CRITICISM, CRITICISM]), (order(2), &[BULLYING, OPEN])]));
    let one = named(&found, "C14.one_of_each_cluster");
    assert_eq!((one.x, one.n, one.clusters), (Some(1), 2, 2));
    assert_eq!(named(&found, "C14.decided_only").n, 4);
}

#[test]
fn late_is_what_may_be_late() {
    let day = 86_400;
    let learned = |row, earliest, latest| OrderRow { issued: Some((0, 0)), learned: Some((earliest, latest)), ..order(row) };
    let orders = [learned(1, day, 90 * day), learned(2, 89 * day, 90 * day + 1), order(3)];
    let orders: Vec<_> = orders.into_iter().map(|order| (order, [CRITICISM].as_slice())).collect();
    assert_eq!(named(&measured(&register(&orders)), "C14.without_late").n, 1);
}

#[test]
fn what_was_reviewed_stands_beside_what_is_recorded() {
    let frame = on_platforms(&[
        (Protected::Official, CRITICISM, 0, "kk", 3),
        (Protected::Official, None, 0, "ru", 4),
        (Protected::Child, None, 1, "", 2),
    ]);
    let found = measured(&frame);
    let table = |name: &str| found.tables.iter().find(|table| table.name == name).unwrap();
    let languages = table("compared_languages");
    assert_eq!(
        (languages.rows.as_slice(), languages.counts.as_slice()),
        (["ru", "kk", "unknown"].map(str::to_owned).as_slice(), [vec![4, 0], vec![3, 3], vec![2, 0]].as_slice())
    );
    let platforms = table("compared_platforms");
    assert_eq!(platforms.rows[0], Id::from_bytes([1; 16]).to_string());
    assert_eq!(platforms.counts, [[7, 3], [2, 0]]);
    assert_eq!(table("compared_protected").counts, [[7, 3], [2, 0]]);
    assert_eq!(table("compared_months").rows, ["unknown"]);
    assert!(
        measured(&Frame::default())
            .tables
            .iter()
            .filter(|table| table.name.starts_with("compared"))
            .all(|table| table.rows.is_empty())
    );
}

#[test]
fn a_filter_does_not_pick_applications_and_says_so() {
    let mut frame = register(&[(order(1), &[CRITICISM]), (order(2), &[BULLYING])]);
    frame.complaints.push(application(Protected::Child, "refused", false, ""));
    let says = |selection: Selection<'_>| {
        let found = profile(&selection, &Given::default());
        let has = |name: &str, caveat: &str| named(&found, name).caveats.contains(&caveat);
        [
            has("C9.acted_on", "caveat-applications-unfiltered"),
            has("C4.extraneous", "caveat-applications-unfiltered"),
            has("C2.criticism_corrected", "caveat-calibration-unfiltered"),
            has("C1.criticism", "caveat-applications-unfiltered"),
        ]
    };
    assert_eq!(says(Selection::whole(&frame)), [false; 4]);
    assert_eq!(says(Selection::of_rows(&frame, &[1, 2])), [false; 4], "nothing was left out");
    assert_eq!(says(Selection::of_rows(&frame, &[1])), [true, true, true, false]);
}

fn chance(random: &mut Random, share: f64) -> bool {
    #[allow(clippy::cast_precision_loss, reason = "53 bits")]
    let drawn = (random.next() >> 11) as f64 / (1_u64 << 53) as f64;
    drawn < share
}

fn picked<T: Copy>(random: &mut Random, of: &[T]) -> T {
    of[random.below(of.len())]
}

// How often a test says less than 0.05 where there is nothing to find.
fn alarms(count: u32, make: impl Fn(&mut Random) -> Frame, names: &[&'static str]) -> Vec<f64> {
    let mut found = vec![(0_u32, 0_u32); names.len()];
    for seed in 0..count {
        let measured = measured(&make(&mut Random::of_replicate(11, seed)));
        for (name, counts) in names.iter().zip(&mut found) {
            for p in measured.figures.iter().filter(|figure| figure.name == *name).filter_map(|figure| figure.p) {
                counts.0 += u32::from(p < 0.05);
                counts.1 += 1;
            }
        }
    }
    found
        .iter()
        .map(|(alarms, of)| {
            assert!(*of >= count / 2, "a test that hardly ever speaks shows nothing: {of} of {count}");
            f64::from(*alarms) / f64::from(*of)
        })
        .collect()
}

#[test]
fn where_the_law_alone_decides_extraneous_factors_raise_no_alarm() {
    let make = |random: &mut Random| {
        let mut frame = Frame::default();
        for _ in 0..300 {
            let victim = picked(
                random,
                &[Protected::Child, Protected::Child, Protected::Adult, Protected::Official, Protected::Institution],
            );
            let signed = chance(random, 0.7);
            let share = if victim == Protected::Child { 0.7 } else { 0.35 } - if signed { 0.0 } else { 0.3 };
            let channel = picked(random, &["e_otinish", "paper", "hotline_111"]);
            let acted = chance(random, share);
            frame.complaints.push(ComplaintRow {
                language: code(&ITEM_LANGUAGES, picked(random, &["kk", "ru"])),
                ..filed(victim, signed, channel, acted)
            });
        }
        frame
    };
    let found = alarms(400, make, &["C4.extraneous"]);
    assert!(found[0] <= 0.07 + 0.011, "{found:?}");
}

// Letters of one to five items that mostly share their verdict and protect one party each. Platforms differ in whom they serve, and by `apart` in how
// common criticism is.
fn untargeted(random: &mut Random, apart: f64) -> Frame {
    let mut made: Vec<(OrderRow, Vec<Option<&'static str>>, &'static str)> = Vec::new();
    for row in 0..160 {
        let (platform, language) = (picked(random, &[0_u32, 0, 1, 2]), picked(random, &["kk", "ru", "ru"]));
        let share = 0.35 + apart * f64::from(platform);
        let power = chance(random, 0.3 + 0.1 * f64::from(platform));
        let kind = picked(
            random,
            if power { &[Protected::Official, Protected::Institution] } else { &[Protected::Child, Protected::Adult] },
        );
        let letter = chance(random, share);
        let verdicts = (0..=random.below(5)).map(|_| {
            let own = if chance(random, 0.7) { letter } else { chance(random, share) };
            if own { CRITICISM } else { BULLYING }
        });
        made.push((OrderRow { protected: Some(kind), platform: Some(platform), ..order(row) }, verdicts.collect(), language));
    }
    let orders: Vec<_> = made.iter().map(|(order, verdicts, _)| (*order, verdicts.as_slice())).collect();
    let mut frame = register(&orders);
    for item in &mut frame.items {
        item.language = code(&ITEM_LANGUAGES, made[item.order as usize].2);
    }
    frame
}

#[test]
fn where_nobody_is_targeted_nothing_is_found() {
    let make = |random: &mut Random| untargeted(random, 0.15);
    let names = ["C8.targeting_within_platforms", "C8.targeting_within_all", "C8.same_ratio", "C8.criticism_by_language"];
    let found = alarms(300, make, &names);
    for (name, share) in names.iter().zip(&found) {
        assert!(*share <= 0.07 + 0.013, "{name}: {share}");
    }
}

#[test]
fn the_question_of_targeting_raises_no_alarm_whichever_ratio_answers_it() {
    // The ratio over all where strata agree with it, otherwise the one within them.
    let (mut alarms, mut of, mut within) = (0_u32, 0_u32, 0_u32);
    for seed in 0..300 {
        let found = measured(&untargeted(&mut Random::of_replicate(23, seed), 0.0));
        let mut answers =
            found.figures.iter().filter(|figure| figure.name.starts_with("C8.") && figure.family == Family::Primary);
        let Some(answer) = answers.next() else { continue };
        assert_eq!(answers.count(), 0, "one question has one answer");
        of += 1;
        alarms += u32::from(answer.p.unwrap() < 0.05);
        within += u32::from(answer.name != "C8.targeting");
    }
    let share = f64::from(alarms) / f64::from(of);
    assert!(of == 300 && share <= 0.07 + 0.013, "{share} of {of}, {within} within strata");
}
