//! Registers of verdicts, offices and applications: each scene says what is true in its comment and works it out beside the draws.

use super::super::tests::{application, code, named, order};
use super::super::*;
use super::Claim::{AtLeast, Nominal};
use super::Held;
use super::draw::{Draw, made, measured_at, of_power};
use crate::analysis::frame::{Reasons, Tri};
use crate::model::terms::{CHANNELS, ITEM_LANGUAGES, PLATFORM_RULES};
use crate::stats::{ClusterCount, concentration};
use crate::store::Protected;

// Letters of one to four orders. Whom a letter protects is drawn for it; verdicts, reasons and the platform's own rules are alike within it.
const WHERE_POWER: [f64; 4] = [0.6, 0.3, 0.05, 0.05];
const ELSEWHERE: [f64; 4] = [0.4, 0.4, 0.1, 0.1];
const DRAWN: [&str; 4] = ["legitimate_criticism", "real_bullying", "mixed", "cannot_tell"];
const ALIKE: f64 = 0.6;

pub(super) fn verdicts_of_letters(seed: u64, held: &mut Held) {
    let mut draw = Draw::of(seed, 0);
    let (mut orders, mut rules) = (Vec::new(), Vec::new());
    let (three, two) = ([0.6, 0.3, 0.1], [0.35, 0.65]);
    for cluster in 0..120 {
        let power = draw.chance(0.5);
        let shares = if power { WHERE_POWER } else { ELSEWHERE };
        let (own, own_rule, own_reason) = (draw.place(&shares), draw.place(&three), draw.place(&two));
        for _ in 0..=draw.below(4) {
            let verdict = DRAWN[draw.like(own, ALIKE, &shares)];
            let reasons = if draw.like(own_reason, ALIKE, &two) == 0 { Reasons::CaseSpecific } else { Reasons::None };
            let row = OrderRow { cluster, reasons, protected: Some(of_power(power)), ..order(0) };
            orders.push((row, Some(verdict)));
            rules.push(code(&PLATFORM_RULES, ["yes", "no", "unclear"][draw.like(own_rule, ALIKE, &three)]));
        }
    }
    let mut frame = made(&orders);
    for (item, rule) in frame.items.iter_mut().zip(rules) {
        item.platform_rules = rule;
    }
    let found = measured_at(&frame, 0);
    let mut ask = |line, claim, name, truth| held.figure(line, claim, named(&found, name), truth);
    ask("C1.criticism, letters of up to four", Nominal, "C1.criticism", 0.5);
    ask("C1.bullying, letters of up to four", Nominal, "C1.bullying", 0.35);
    ask("C1.criticism_broad, letters of up to four", Nominal, "C1.criticism_broad", 0.575);
    ask("C1.criticism_decided, letters of up to four", Nominal, "C1.criticism_decided", 0.5 / 0.925);
    ask("C1.criticism_at_least, letters of up to four", AtLeast, "C1.criticism_at_least", 0.5);
    ask("C5.individual_reasons, letters of up to four", Nominal, "C5.individual_reasons", 0.35);
    ask("C8.difference, letters of up to four", Nominal, "C8.difference", 0.6 / 0.9 - 0.5);
    ask("C8.targeting, letters of up to four", Nominal, "C8.targeting", 2.0);
    ask("C10.officials, letters of up to four", Nominal, "C10.officials", 0.5);
    ask("C12.redundant_criticism, letters of up to four", Nominal, "C12.redundant_criticism", 2.0 / 3.0);
    held.silent("C1.against_half where it is half, no alarm", AtLeast, named(&found, "C1.against_half"));
}

// First verdicts are right nine times in ten, of hard cases seven times; the calibration set has as many hard cases, each with five answers.
pub(super) fn reviewers_who_err(seed: u64, held: &mut Held) {
    let mut draw = Draw::of(seed, 1);
    let right = |draw: &mut Draw| if draw.chance(2.0 / 7.0) { 0.7 } else { 0.98 };
    let mut orders = Vec::new();
    for cluster in 0..120 {
        let own = draw.place(&[0.4, 0.6]);
        for _ in 0..=draw.below(4) {
            let verdict = ["legitimate_criticism", "real_bullying"][draw.like(own, ALIKE, &[0.4, 0.6])];
            orders.push((OrderRow { cluster, ..order(0) }, Some(verdict)));
        }
    }
    let mut frame = made(&orders);
    for judged in &mut frame.judged {
        let share = right(&mut draw);
        if !draw.chance(share) {
            judged.blind[0] = if judged.verdict == CRITICISM { BULLYING } else { CRITICISM };
        }
    }
    let mut case = |_| {
        let share = right(&mut draw);
        ClusterCount { x: (0..5).map(|_| u64::from(draw.chance(share))).sum(), n: 5 }
    };
    let calibration = Calibration { criticism: (0..60).map(&mut case).collect(), other: (0..60).map(&mut case).collect() };
    let found = profile(&Selection::whole(&frame), &Given { calibration, ..Given::default() });
    held.figure("C2.criticism_corrected, letters of up to four", Nominal, named(&found, "C2.criticism_corrected"), 0.4);
}

// Three platforms, on each of which power is protected more or less often and criticism is more or less common.
fn on_platforms(draw: &mut Draw, letters: u32, ratio: f64) -> Frame {
    let mut orders = Vec::new();
    for cluster in 0..letters {
        let platform = draw.below(3);
        let power = draw.chance([0.65, 0.5, 0.4][platform]);
        let odds = [0.5, 1.0, 1.3][platform] * if power { ratio } else { 1.0 };
        let verdict = if draw.chance(odds / (1.0 + odds)) { "legitimate_criticism" } else { "real_bullying" };
        // Letters of one or two, decided as one.
        for _ in 0..=draw.below(2) {
            let platform = u32::try_from(platform).ok();
            orders.push((OrderRow { cluster, platform, protected: Some(of_power(power)), ..order(0) }, Some(verdict)));
        }
    }
    made(&orders)
}

pub(super) fn targeting_within_platforms(seed: u64, held: &mut Held) {
    let frame = on_platforms(&mut Draw::of(seed, 2), 240, 2.5);
    let found = measured_at(&frame, 0);
    let mut ask = |line, name| held.figure(line, Nominal, named(&found, name), 2.5);
    ask("C8.targeting_within_platforms, letters of two", "C8.targeting_within_platforms");
    ask("C8.targeting_within_all, letters of two", "C8.targeting_within_all");
    held.silent("C8.same_ratio by platform where it is the same, no alarm", Nominal, by_platform(&found));
}

fn by_platform(found: &Profile) -> &Figure {
    let is = |figure: &&Figure| {
        figure.name == "C8.same_ratio" && figure.variant.as_ref().is_some_and(|variant| variant.code == "platform")
    };
    found.figures.iter().find(is).unwrap()
}

// The verdict has nothing to do with whom an order protects.
pub(super) fn no_targeting(seed: u64, held: &mut Held) {
    let mut draw = Draw::of(seed, 3);
    let mut orders = Vec::new();
    for cluster in 0..150 {
        let (power, own) = (draw.chance(0.5), draw.place(&[0.5, 0.5]));
        for _ in 0..=draw.below(4) {
            let verdict = ["legitimate_criticism", "real_bullying"][draw.like(own, 0.8, &[0.5, 0.5])];
            orders.push((OrderRow { cluster, protected: Some(of_power(power)), ..order(0) }, Some(verdict)));
        }
    }
    let found = measured_at(&made(&orders), 0);
    held.silent("C8.targeting where there is none, no alarm", Nominal, named(&found, "C8.targeting"));
    held.silent("C8.targeting_within_all where there is none, no alarm", Nominal, named(&found, "C8.targeting_within_all"));
    held.figure("C8.difference where there is none", Nominal, named(&found, "C8.difference"), 0.0);
}

// Thirty orders on each side, three bullying where power is protected: odds of 9 against 1.5.
pub(super) fn small_cells(seed: u64, held: &mut Held) {
    let mut draw = Draw::of(seed, 4);
    let one = |cluster: u32| {
        let power = cluster.is_multiple_of(2);
        let criticism = draw.chance(if power { 0.9 } else { 0.6 });
        let verdict = if criticism { "legitimate_criticism" } else { "real_bullying" };
        (OrderRow { cluster, protected: Some(of_power(power)), ..order(0) }, Some(verdict))
    };
    let found = measured_at(&made(&(0..60).map(one).collect::<Vec<_>>()), 0);
    held.figure("C8.targeting, sixty orders, mid-p", AtLeast, named(&found, "C8.targeting"), 6.0);
    held.figure("C8.targeting_firth, sixty orders", AtLeast, named(&found, "C8.targeting_firth"), 6.0);
}

// Eight offices, letters of up to three orders for one of them.
pub(super) fn offices(seed: u64, held: &mut Held) {
    let mut draw = Draw::of(seed, 5);
    let hundredths = [22_u64, 18, 15, 13, 11, 9, 7, 5];
    let shares = hundredths.map(|share| figure::real(share) / 100.0);
    let mut orders = Vec::new();
    for cluster in 0..200 {
        let beneficiary = u32::try_from(draw.place(&shares)).ok();
        for _ in 0..=draw.below(3) {
            orders.push((OrderRow { cluster, beneficiary, protected: Some(Protected::Official), ..order(0) }, None));
        }
    }
    let found = measured_at(&made(&orders), 0);
    // Of so many orders the indices are those of the shares themselves.
    let truth = concentration(&hundredths.map(|share| share * 10_000_000)).unwrap();
    // Limits moved back by the bias of the replicates once and twice take in more than they say.
    let mut ask = |line, name, truth| held.figure(line, AtLeast, named(&found, name), truth);
    ask("C10.hhi, eight offices", "C10.hhi", truth.hhi);
    ask("C10.effective_number, eight offices", "C10.effective_number", truth.effective_number);
    ask("C10.pair_same, eight offices", "C10.pair_same", truth.hhi);
}

// Applications: acted upon by what the law makes count alone, or more often for officials.
pub(super) fn applications(seed: u64, held: &mut Held) {
    let mut draw = Draw::of(seed, 14);
    let mut decided = |for_officials: f64| {
        let mut frame = Frame::default();
        for _ in 0..200 {
            let victim = [Protected::Official, Protected::Child, Protected::Adult][draw.place(&[0.4, 0.4, 0.2])];
            let acted = draw.chance(if victim == Protected::Official { for_officials } else { 0.4 });
            let decision = if acted { "confirmed" } else { "refused" };
            let mut row = application(victim, decision, acted, "");
            row.channel = code(&CHANNELS, ["e_otinish", "paper"][draw.below(2)]);
            row.language = code(&ITEM_LANGUAGES, ["kk", "ru"][draw.below(2)]);
            row.is_signed = Tri::is(draw.chance(0.7));
            frame.complaints.push(row);
        }
        measured_at(&frame, 0)
    };
    let found = decided(0.7);
    let mut ask = |line, claim, name, truth| held.figure(line, claim, named(&found, name), truth);
    ask("C9.acted_on", Nominal, "C9.acted_on", 0.52);
    ask("C9.acted_on_officials", Nominal, "C9.acted_on_officials", 0.7);
    ask("C9.acted_on_ratio, mid-p", Nominal, "C9.acted_on_ratio", 3.5);
    let found = decided(0.4);
    held.silent("C4.extraneous where nothing is, no alarm", Nominal, named(&found, "C4.extraneous"));
}
