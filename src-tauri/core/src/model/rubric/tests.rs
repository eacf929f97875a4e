//! What the published rubric makes of answers, held to the methodology read by hand.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

const INPUTS: [&str; 13] = ["G1", "G3", "A1", "A3", "A4", "A5", "A6", "A9", "A10", "A13", "A14", "A15", "A16"];

const RULE_COUNTS: [(&str, u32); 11] = [
    ("R1", 6144),
    ("R2m", 48),
    ("R2", 144),
    ("R3m", 348),
    ("R3", 1044),
    ("R4a", 104),
    ("R4p", 64),
    ("R4b", 32),
    ("R4c", 32),
    ("R5h", 64),
    ("R5", 168),
];

fn answer(code: &str, met: bool) -> Vec<Answer> {
    let one = |code: &str, value: &str| Answer { code: code.to_owned(), value: value.to_owned() };
    match (code, met) {
        ("G1", true) => vec![one(code, "original")],
        ("G1", false) => vec![one(code, "not_seen")],
        ("G3", _) => vec![one(code, if met { "yes" } else { "no" })],
        ("A14", _) => vec![one(code, if met { "threat" } else { "N" })],
        ("A15", _) => ["a", "b", "c", "d", "e", "f"].map(|f| one(&format!("A15{f}"), if met { "LY" } else { "LN" })).to_vec(),
        _ => vec![one(code, if met { "LY" } else { "LN" })],
    }
}

fn complete(set: u32) -> Vec<Answer> {
    INPUTS.iter().zip(0..).flat_map(|(code, i)| answer(code, set >> i & 1 == 1)).collect()
}

// The rules once more, as plain conditions read straight from the methodology.
fn by_hand(m: impl Fn(&str) -> bool) -> &'static str {
    if !m("G1") || !m("G3") {
        return "cannot_tell";
    }
    if m("A1") && m("A3") && m("A4") && (m("A5") || m("A6")) {
        return if m("A10") && m("A16") { "mixed" } else { "real_bullying" };
    }
    if m("A14") || m("A15") {
        return if m("A10") && m("A16") { "mixed" } else { "other_unlawful" };
    }
    if m("A10") {
        return if m("A3") || m("A9") || !m("A13") { "mixed" } else { "legitimate_criticism" };
    }
    "other_lawful"
}

fn pairs(answers: &[Answer]) -> impl Iterator<Item = (&str, &str)> {
    answers.iter().map(|a| (a.code.as_str(), a.value.as_str()))
}

#[test]
fn each_of_the_8192_complete_answer_sets_has_exactly_one_verdict() {
    let rubric = Rubric::load().unwrap();
    assert_eq!(rubric.inputs(), INPUTS);
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    let mut fired: BTreeMap<String, u32> = BTreeMap::new();
    for set in 0..1u32 << INPUTS.len() {
        let judged = rubric.judge(&complete(set));
        let at = |code: &str| set >> INPUTS.iter().position(|c| *c == code).unwrap() & 1 == 1;
        assert!(judged.settled && judged.deciding.is_empty(), "{set:013b}");
        assert_eq!(judged.verdict, by_hand(at), "{set:013b}");
        *counts.entry(judged.verdict).or_default() += 1;
        *fired.entry(judged.rule).or_default() += 1;
    }
    assert_eq!(counts.values().sum::<u32>(), 8192);
    let fired: Vec<(&str, u32)> =
        rubric.source().rules.content.iter().map(|r| (r.id.as_str(), fired.get(&r.id).copied().unwrap_or(0))).collect();
    assert_eq!(fired, RULE_COUNTS, "every rule is reachable");
    let counted: Vec<(&str, u32)> = counts.iter().map(|(v, n)| (v.as_str(), *n)).collect();
    assert_eq!(
        counted,
        [
            ("cannot_tell", 6144),
            ("legitimate_criticism", 32),
            ("mixed", 596),
            ("other_lawful", 232),
            ("other_unlawful", 1044),
            ("real_bullying", 144)
        ]
    );
}

// What the answers to these inputs leave open, worked out by the rules as plain conditions: whether every completion agrees, and
// which open inputs change the verdict of some completion.
fn completions_by_hand(set: u32, known: u32) -> (Option<&'static str>, Vec<&'static str>) {
    let verdict = |set: u32| by_hand(|code| set >> INPUTS.iter().position(|c| *c == code).unwrap() & 1 == 1);
    let every: Vec<u32> = (0..1u32 << INPUTS.len()).filter(|full| full & known == set & known).collect();
    let verdicts: BTreeSet<&str> = every.iter().map(|full| verdict(*full)).collect();
    let decides = |bit: u32| known & bit == 0 && every.iter().any(|full| verdict(*full) != verdict(full ^ bit));
    let deciding = INPUTS.iter().zip(0..).filter(|(_, i)| decides(1 << i)).map(|(c, _)| *c).collect();
    (if verdicts.len() == 1 { verdicts.first().copied() } else { None }, deciding)
}

fn given(pairs: &[(&str, &str)]) -> Vec<Answer> {
    pairs.iter().map(|(code, value)| Answer { code: (*code).to_owned(), value: (*value).to_owned() }).collect()
}

#[test]
fn one_open_answer_decides_exactly_where_its_two_completions_differ() {
    let rubric = Rubric::load().unwrap();
    let verdict = |set: u32| by_hand(|code| set >> INPUTS.iter().position(|c| *c == code).unwrap() & 1 == 1);
    for (open, code) in INPUTS.iter().enumerate() {
        // Behind a failed gate nothing else matters, and the other tests say so.
        for set in (0..1u32 << INPUTS.len()).filter(|s| s >> open & 1 == 0 && (s | 1 << open) & 0b11 == 0b11) {
            let mut answers = complete(set);
            answers.retain(|a| !a.code.starts_with(code) || (*code == "A1" && a.code != "A1"));
            let judged = rubric.judge(&answers);
            let (one, other) = (verdict(set), verdict(set | 1 << open));
            assert_eq!(judged.settled, one == other, "{code} {set:013b}");
            assert_eq!(judged.verdict, if one == other { one } else { "cannot_tell" }, "{code} {set:013b}");
            assert_eq!(judged.deciding, if one == other { vec![] } else { vec![*code] }, "{code} {set:013b}");
        }
    }
}

#[test]
fn a_missing_gate_alone_decides() {
    let rubric = Rubric::load().unwrap();
    let mut answers = complete(1 << 8 | 1 << 9); // A10 and A13: criticism, were the item seen
    answers.retain(|a| !a.code.starts_with('G'));
    let judged = rubric.judge(&answers);
    assert_eq!((judged.verdict.as_str(), judged.settled), ("cannot_tell", false));
    assert_eq!(judged.deciding, ["G1", "G3"]);
    let unseen = rubric.judge(&given(&[("G1", "not_seen")]));
    assert_eq!((unseen.verdict.as_str(), unseen.rule.as_str(), unseen.settled), ("cannot_tell", "R1", true));
    assert_eq!(rubric.judge(&given(&[("G3", "cannot_tell")])).rule, "R1");
}

#[test]
fn what_does_not_apply_counts_as_the_methodology_says() {
    let rubric = Rubric::load().unwrap();
    let criticism = [("G1", "original"), ("G3", "yes"), ("A1", "N"), ("A3", "N"), ("A4", "N"), ("A5", "N"), ("A6", "N")];
    let rest = [("A9", "N"), ("A10", "Y"), ("A13", "NA"), ("A14", "N"), ("A15a", "NA"), ("A16", "NA")];
    let mut answers = given(&criticism);
    answers.extend(given(&rest));
    let judged = rubric.judge(&answers);
    assert_eq!((judged.rule.as_str(), judged.verdict.as_str(), judged.settled), ("R4c", "legitimate_criticism", true));
    // "Cannot tell" and "does not apply" elsewhere leave the question open.
    for value in ["CT", "NA", ""] {
        answers.iter_mut().filter(|a| a.code == "A3").for_each(|a| a.value = value.to_owned());
        let judged = rubric.judge(&answers);
        assert_eq!((judged.verdict.as_str(), judged.rule.as_str()), ("cannot_tell", "R0"), "{value}");
        assert_eq!(judged.deciding, ["A3"], "{value}");
    }
    // A value from another question's scale is no threat.
    answers.iter_mut().filter(|a| a.code == "A3").for_each(|a| a.value = "N".to_owned());
    answers.iter_mut().filter(|a| a.code == "A14").for_each(|a| a.value = "LN".to_owned());
    assert_eq!(rubric.judge(&answers).deciding, ["A14"]);
}

#[test]
fn answers_that_rest_on_something_say_so() {
    let rubric = Rubric::load().unwrap();
    let needs = |code: &str, values: &[&str]| values.iter().map(|v| rubric.needs_ground(code, v)).collect::<Vec<_>>();
    let standard = ["Y", "LY", "LN", "N", "CT", "NA", ""];
    assert_eq!(needs("A3", &standard), [true, false, false, true, false, false, false]);
    assert_eq!(needs("B6", &standard), [true, false, false, true, false, false, false]);
    assert_eq!(needs("A14", &["N", "threat", "doxing", "CT", ""]), [false, true, true, false, false]);
    assert_eq!(needs("G1", &["original", "not_seen"]), [false, false]);
    assert_eq!(needs("A12", &["fact", "satire"]), [false, false]);
}

/// Reviews are bound to these bytes: none of them changes by accident, and after the first release none changes at all.
#[test]
fn the_rubric_is_these_bytes_and_no_others() {
    let digest: String = Rubric::load().unwrap().digest().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(digest, "4b94524fd0c857087f08fee95c18e78dbef6b6b9659c5a5e1159be224d6b04f8");
}

#[test]
fn several_values_are_joined_only_where_they_can_hold_together() {
    let rubric = Rubric::load().unwrap();
    let allowed = |code: &str, value: &str| rubric.question(code).unwrap().allows(value);
    for value in ["", "none", "anonymous", "anonymous+pile_on", "anonymous+wide_public+permanent+pile_on"] {
        assert!(allowed("A7", value), "{value}");
    }
    for value in ["anonymous+none", "pile_on+anonymous", "anonymous+anonymous", "anonymous+", "+", "rude"] {
        assert!(!allowed("A7", value), "{value}");
    }
    assert!(allowed("C6", "CT") && allowed("C6", "closed_account+left_country") && !allowed("C6", "left_country+CT"));
    assert!(allowed("A3", "LY") && !allowed("A3", "Y+LY") && !allowed("A3", "maybe"));
}

#[test]
fn the_statutory_elements_accuse_only_where_the_checklist_applies() {
    let rubric = Rubric::load().unwrap();
    let adult = [("A1", "Y"), ("A2", "N"), ("A3", "Y"), ("A4", "Y")];
    let child = [("A1", "Y"), ("A2", "LY"), ("A3", "Y"), ("A4", "Y")];
    let with = |base: &[(&str, &str)], more: &[(&str, &str)]| {
        let mut answers = given(base);
        answers.extend(given(more));
        rubric.order_findings(&answers, "real_bullying")
    };
    assert!(with(&adult, &[]).defects.is_empty());
    assert!(with(&adult, &[("B3", "NA"), ("B4", "NA"), ("B5", "NA")]).defects.is_empty());
    assert_eq!(with(&adult, &[("B3", "CT")]).defects, ["B2"]);
    assert!(with(&adult, &[("B3", "CT"), ("B2", "NA")]).defects.is_empty());
    assert!(with(&child, &[("B3", "CT")]).defects.is_empty());
    assert_eq!((with(&[], &[]).open, with(&child, &[]).open, with(&adult, &[("B2", "NA")]).applicable), (14, 13, 13));
    for flag in ["arbitrary", "unlawful_on_its_face", "defective_procedure", "no_defect_found", "not_assessable"] {
        assert!(rubric.finding_text(flag).is_some(), "{flag}");
    }
}

#[test]
fn more_than_a_third_open_cannot_be_assessed() {
    let rubric = Rubric::load().unwrap();
    let flags = |open: usize, of: usize| {
        let value = |n: usize| {
            if n <= open {
                "CT"
            } else if n <= of {
                "LY"
            } else {
                "NA"
            }
        };
        let answers: Vec<Answer> = (1..=14).map(|n| Answer { code: format!("B{n}"), value: value(n).to_owned() }).collect();
        rubric.order_findings(&answers, "real_bullying").flags
    };
    assert_eq!(flags(4, 12), Vec::<String>::new());
    assert_eq!(flags(5, 12), ["not_assessable"]);
    assert_eq!(flags(0, 1), ["no_defect_found"]);
    assert_eq!(flags(0, 0), Vec::<String>::new());
}

#[test]
fn three_elements_of_arbitrariness_are_counted_not_three_defects() {
    let rubric = Rubric::load().unwrap();
    let flags = |unmet: &[&str]| {
        let value = |code: &str| if unmet.contains(&code) { "LN" } else { "LY" };
        let answers: Vec<Answer> =
            (1..=14).map(|n| format!("B{n}")).map(|code| Answer { value: value(&code).to_owned(), code }).collect();
        rubric.order_findings(&answers, "mixed")
    };
    assert_eq!(flags(&["B5", "B11", "B12"]).flags, Vec::<String>::new());
    assert_eq!(flags(&["B5", "B11", "B12"]).elements, ["due_process"]);
    assert_eq!(flags(&["B5", "B6"]).flags, Vec::<String>::new());
    assert_eq!(flags(&["B5", "B6", "B7"]).flags, ["arbitrary"]);
    assert_eq!(flags(&["B8"]).flags, ["arbitrary"]);
    assert_eq!(flags(&["B3"]).flags, ["unlawful_on_its_face"]);
}

#[test]
fn nothing_answered_cannot_be_told_and_names_what_decides() {
    let judged = Rubric::load().unwrap().judge(&[]);
    assert_eq!((judged.verdict.as_str(), judged.rule.as_str(), judged.settled), ("cannot_tell", "R0", false));
    assert_eq!(judged.deciding, INPUTS);
}

#[test]
fn subtypes_follow_age_and_kind() {
    let rubric = Rubric::load().unwrap();
    let with = |extra: &[(&str, &str)], set: u32| {
        let mut answers = complete(set);
        answers.retain(|a| extra.iter().all(|(c, _)| *c != a.code));
        answers.extend(extra.iter().map(|(c, v)| Answer { code: (*c).to_owned(), value: (*v).to_owned() }));
        rubric.judge(&answers).subtype
    };
    let bullying = 0b0_0000_0011_1111; // G1 G3 A1 A3 A4 A5
    assert_eq!(with(&[("A2", "Y")], bullying), "inside_statute");
    assert_eq!(with(&[("A2", "N")], bullying), "outside_statute");
    assert_eq!(with(&[], bullying), "age_unknown");
    assert_eq!(with(&[("A14", "doxing")], 0b11), "doxing");
}

#[test]
fn order_findings_are_independent_flags() {
    let rubric = Rubric::load().unwrap();
    let all =
        |value: &str| -> Vec<Answer> { (1..=14).map(|n| Answer { code: format!("B{n}"), value: value.to_owned() }).collect() };
    let flags = |answers: &[Answer], verdict: &str| rubric.order_findings(answers, verdict).flags;
    assert_eq!(flags(&all("LY"), "real_bullying"), ["no_defect_found"]);
    assert_eq!(flags(&all("LY"), "legitimate_criticism"), ["arbitrary", "no_defect_found"]);
    assert_eq!(flags(&all("CT"), "real_bullying"), ["not_assessable"]);
    assert_eq!(flags(&all("LN"), "real_bullying"), ["arbitrary", "unlawful_on_its_face", "defective_procedure"]);
    let mut one = all("LY");
    one[5].value = "LN".to_owned();
    assert_eq!(flags(&one, "real_bullying"), ["defective_procedure"]);
    assert_eq!(rubric.order_findings(&one, "real_bullying").defects, ["B6"]);
}

#[test]
fn every_question_is_worded_in_three_languages_and_every_code_of_the_rules_is_asked() {
    let rubric = Rubric::load().unwrap();
    let codes: BTreeSet<&str> = rubric.questions().iter().map(|q| q.code.as_str()).collect();
    assert_eq!(codes.len(), rubric.questions().len());
    for q in rubric.questions() {
        for t in [&q.text, &q.help, &q.example] {
            assert!(![&t.kk, &t.ru, &t.en].iter().any(|s| s.trim().is_empty()), "{}", q.code);
        }
        assert!(!q.scale.is_empty() && !q.source.is_empty(), "{}", q.code);
        assert_eq!(q.part == "B", !q.gc35.is_empty(), "{}", q.code);
    }
    for code in ["G1", "G2", "G3", "A2", "A7", "A8", "A11", "A12", "A15a", "A15f", "B1", "B14"].iter().chain(&INPUTS) {
        assert!(codes.contains(code) || *code == "A15", "{code}");
    }
}

proptest! {
    /// A settled verdict holds for every completion, and the order of answers does not matter.
    #[test]
    fn a_settled_verdict_holds_for_every_completion(set in 0u32..8192, known in 0u32..8192, seed: u64) {
        let rubric = Rubric::load().unwrap();
        let mut partial: Vec<Answer> =
            INPUTS.iter().zip(0..).filter(|(_, i)| known >> i & 1 == 1).flat_map(|(c, i)| answer(c, set >> i & 1 == 1)).collect();
        let judged = rubric.judge(&partial);
        let (agreed, deciding) = completions_by_hand(set, known);
        prop_assert_eq!(judged.settled, agreed.is_some());
        prop_assert_eq!(judged.verdict.as_str(), agreed.unwrap_or("cannot_tell"));
        prop_assert_eq!(&judged.deciding, &deciding);
        // One more answer can settle a verdict but never unsettle it.
        if let (true, Some(next)) = (judged.settled, (0..13u32).find(|i| known >> i & 1 == 0)) {
            let more: Vec<Answer> = INPUTS
                .iter()
                .zip(0..)
                .filter(|(_, i)| known >> i & 1 == 1 || *i == next)
                .flat_map(|(c, i)| answer(c, set >> i & 1 == 1))
                .collect();
            prop_assert_eq!(&rubric.judge(&more).verdict, &judged.verdict);
        }
        let half = usize::try_from(seed % 7).unwrap().min(partial.len());
        partial.rotate_left(half);
        let again = rubric.rejudge(pairs(&partial));
        prop_assert_eq!((again.verdict, again.rule, again.settled), (judged.verdict.as_str(), judged.rule.as_str(), judged.settled));
        prop_assert_eq!(rubric.judge(&partial), judged);
    }
}

/// The order finding once more, as plain conditions read straight from the methodology: every question applies and was answered.
fn findings_by_hand(unmet: impl Fn(u32) -> bool, verdict: &str) -> Vec<&'static str> {
    let elements: [&[u32]; 7] = [&[1, 6, 14], &[2], &[3, 4, 5, 11, 12], &[7], &[8, 13], &[9], &[10]];
    let touched = elements.iter().filter(|of| of.iter().any(|n| unmet(*n))).count();
    let other = [1, 5, 6, 7, 9, 10, 11, 12, 13, 14].iter().any(|n| unmet(*n));
    let mut flags = Vec::new();
    if matches!(verdict, "legitimate_criticism" | "other_lawful") || unmet(8) || touched >= 3 {
        flags.push("arbitrary");
    }
    if unmet(2) || unmet(3) || unmet(4) {
        flags.push("unlawful_on_its_face");
    }
    if verdict == "real_bullying" && other {
        flags.push("defective_procedure");
    }
    if !(1..=14).any(unmet) {
        flags.push("no_defect_found");
    }
    flags
}

#[test]
fn each_of_the_16384_answer_sets_about_the_order_has_its_findings_with_every_verdict() {
    let rubric = Rubric::load().unwrap();
    let asked: Vec<&str> = rubric.questions().iter().filter(|q| q.part == "B").map(|q| q.code.as_str()).collect();
    assert_eq!(asked, (1..=14).map(|n| format!("B{n}")).collect::<Vec<_>>());
    for set in 0u32..1 << 14 {
        let value = |n: u32| if set >> (n - 1) & 1 == 1 { "LN" } else { "LY" };
        let answers: Vec<Answer> = (1..=14).map(|n| Answer { code: format!("B{n}"), value: value(n).to_owned() }).collect();
        for verdict in crate::model::terms::VERDICTS {
            let found = rubric.order_findings(&answers, verdict);
            let by_hand = findings_by_hand(|n| set >> (n - 1) & 1 == 1, verdict);
            assert_eq!(found.flags, by_hand, "{set:014b} {verdict}");
            assert_eq!((found.applicable, found.open, found.defects.len()), (14, 0, set.count_ones() as usize));
        }
    }
}

proptest! {
    /// What cannot be told and what does not apply: neither is a defect, the one is open, the other is not counted.
    #[test]
    fn what_is_open_and_what_does_not_apply_accuses_nobody(values in proptest::collection::vec(0usize..4, 14), verdict in 0usize..6) {
        let rubric = Rubric::load().unwrap();
        let verdict = crate::model::terms::VERDICTS[verdict];
        let at = |n: u32| values[n as usize - 1];
        let answers: Vec<Answer> = (1..=14u32)
            .map(|n| Answer { code: format!("B{n}"), value: ["LY", "N", "CT", "NA"][at(n)].to_owned() })
            .collect();
        let found = rubric.order_findings(&answers, verdict);
        let (open, away) = ((1..=14).filter(|n| at(*n) == 2).count(), (1..=14).filter(|n| at(*n) == 3).count());
        prop_assert_eq!((found.open, found.applicable), (open, 14 - away));
        let mut by_hand = findings_by_hand(|n| at(n) == 1, verdict);
        by_hand.retain(|flag| *flag != "no_defect_found" || (open == 0 && away < 14));
        if open * 3 > 14 - away {
            by_hand.push("not_assessable");
        }
        prop_assert_eq!(&found.flags, &by_hand);
        let defects: Vec<String> = (1..=14u32).filter(|n| at(*n) == 1).map(|n| format!("B{n}")).collect();
        prop_assert_eq!(&found.defects, &defects);
    }
}

#[test]
fn a_value_says_met_or_not_met_or_neither() {
    let rubric = Rubric::load().unwrap();
    for (code, value, said) in [
        ("A3", "Y", Some(true)),
        ("A3", "LN", Some(false)),
        ("A3", "CT", None),
        ("A3", "", None),
        ("G1", "transcript", Some(true)),
        ("G1", "not_seen", Some(false)),
        ("G3", "cannot_tell", Some(false)),
        ("A14", "doxing", Some(true)),
        ("A14", "N", Some(false)),
        ("A14", "CT", None),
        // What does not apply is neither, though the rules go on as if it were one of them.
        ("A13", "NA", None),
        ("A16", "NA", None),
        ("A15a", "NA", None),
        ("A7", "anonymous+pile_on", None),
        ("A12", "fact", None),
        ("Z9", "Y", None),
    ] {
        assert_eq!(rubric.met(code, value), said, "{code} {value}");
    }
}

#[test]
fn the_context_is_asked_and_decides_nothing() {
    let rubric = Rubric::load().unwrap();
    let context: Vec<&Question> = rubric.questions().iter().filter(|q| q.part == "C").collect();
    assert!(!context.is_empty());
    assert!(context.iter().all(|q| q.gc35.is_empty() && !rubric.inputs().contains(&q.code)));
    let base = complete(0b0_0110_0000_0011);
    for question in &context {
        for value in &question.scale {
            let mut answers = base.clone();
            answers.push(Answer { code: question.code.clone(), value: value.clone() });
            assert_eq!(rubric.judge(&answers), rubric.judge(&base));
            assert_eq!(rubric.order_findings(&answers, "mixed"), rubric.order_findings(&base, "mixed"));
        }
    }
}

#[test]
fn what_comes_with_the_program_is_free_of_faults_and_names_everything() {
    let rubric = Rubric::load().unwrap();
    assert_eq!(check(rubric.source()), []);
    assert_eq!(sets(rubric.source()).unwrap().iter().map(|(id, n)| (id.as_str(), *n)).collect::<Vec<_>>(), RULE_COUNTS);
    let codes = |list: &[Named]| list.iter().map(|n| n.code.clone()).collect::<Vec<_>>();
    assert_eq!(codes(rubric.verdicts()), crate::model::terms::VERDICTS);
    assert_eq!(codes(rubric.parts()), ["G", "A", "B", "C"]);
    assert_eq!(rubric.elements().len(), 7);
    assert!(rubric.elements_note().is_some());
    assert_eq!(rubric.version(), Rubric::VERSION);
}

// A version spoilt in one place.
fn spoilt(spoil: impl FnOnce(&mut Source)) -> Vec<Fault> {
    let mut source = Rubric::load().unwrap().source().clone();
    spoil(&mut source);
    check(&source)
}

fn rule<'s>(source: &'s mut Source, id: &str) -> &'s mut Rule {
    source.rules.content.iter_mut().find(|r| r.id == id).unwrap()
}

fn when(text: &[&[&str]]) -> Vec<Vec<String>> {
    text.iter().map(|clause| clause.iter().map(|word| (*word).to_owned()).collect()).collect()
}

#[test]
fn a_hole_is_named_by_as_few_answers_as_tell_it() {
    let faults = spoilt(|s| s.rules.content.retain(|r| r.id != "R5"));
    assert!(faults.iter().all(|f| matches!(f, Fault::Hole { .. })), "{faults:?}");
    let said = |f: &Fault| f.answers().iter().map(|(c, m)| format!("{}{c}", if *m { "" } else { "!" })).collect::<Vec<_>>();
    // Without the last rule nothing decides of lawful content without public interest: it hurts nobody, or more than once.
    assert_eq!(said(&faults[0]), ["G1", "G3", "!A3", "!A10", "!A14", "!A15"]);
    assert_eq!(faults.len(), 3);
    assert_eq!(spoilt(|s| s.rules.content.clear()).iter().filter(|f| **f == Fault::Hole { answers: vec![] }).count(), 1);
}

#[test]
fn a_rule_that_decides_nothing_is_named_with_what_takes_its_place() {
    let never = |rule: &str, by: &[&str]| Fault::NeverReached {
        rule: rule.to_owned(),
        by: by.iter().map(|id| (*id).to_owned()).collect(),
    };
    // The same verdict as the one rule before it.
    assert_eq!(
        spoilt(|s| rule(s, "R4p").when = when(&[&["A10", "A3", "A9"]])),
        [never("R4p", &["R1", "R2m", "R2", "R3m", "R3", "R4a"])]
    );
    // Several before it together.
    let together = spoilt(|s| rule(s, "R5h").when = when(&[&["A14"], &["A10"]]));
    assert_eq!(together, [never("R5h", &["R1", "R2m", "R2", "R3m", "R3", "R4a", "R4p", "R4b", "R4c"])]);
    // It fits nothing at all.
    assert_eq!(spoilt(|s| rule(s, "R5h").when = when(&[&["A3", "!A3"]])), [never("R5h", &[])]);
    assert_eq!(spoilt(|s| rule(s, "R5h").when.clear()), [never("R5h", &[])]);
}

#[test]
fn two_rules_that_contradict_each_other_are_named_together() {
    let same = spoilt(|s| rule(s, "R4c").when = when(&[&["A10", "A9"]]));
    assert!(
        same.contains(&Fault::Overlap {
            rule: "R4c".to_owned(),
            with: "R4p".to_owned(),
            answers: vec![("A9".to_owned(), true), ("A10".to_owned(), true)]
        }),
        "{same:?}"
    );
    let inside = spoilt(|s| rule(s, "R5h").when = when(&[&["A10", "A3", "!A4"]]));
    assert!(matches!(&inside[..], [Fault::Overlap { rule, with, .. }] if rule == "R5h" && with == "R4a"), "{inside:?}");
}

#[test]
fn what_is_not_there_is_named() {
    let code = |rule: &str, code: &str| Fault::UnknownCode { rule: rule.to_owned(), code: code.to_owned() };
    assert_eq!(spoilt(|s| rule(s, "R2").when = when(&[&["A1", "!A99"]])), [code("R2", "A99")]);
    // A question that is no input is none to a rule.
    assert_eq!(spoilt(|s| rule(s, "R2").when = when(&[&["A11"]])), [code("R2", "A11")]);
    assert!(spoilt(|s| s.rules.inputs.push("A77".to_owned())).contains(&code("inputs", "A77")));
    assert_eq!(spoilt(|s| drop(s.rules.reads.insert("Q1".to_owned(), Reads::default()))), [code("reads", "Q1")]);
    assert!(spoilt(|s| s.questions.retain(|q| q.code != "A15f")).contains(&code("A15", "A15f")));
    assert!(spoilt(|s| s.rules.findings.arbitrary_codes = vec!["A1".to_owned()]).contains(&code("arbitrary_codes", "A1")));
    assert!(spoilt(|s| s.rules.findings.derived.all_of.push("A44".to_owned())).contains(&code("derived", "A44")));
    assert!(spoilt(|s| s.rules.subtypes.get_mut("by_age").unwrap().of = "A0".to_owned()).contains(&code("by_age", "A0")));
    assert!(spoilt(|s| s.questions[0].part = "Z".to_owned()).contains(&code("G1", "Z")));
    assert!(spoilt(|s| s.questions.last_mut().unwrap().gc35 = "luck".to_owned()).contains(&code("C6", "luck")));
    let value = |question: &str, value: &str| Fault::UnknownValue { question: question.to_owned(), value: value.to_owned() };
    let read = |s: &mut Source, code: &str, v: &str| s.rules.reads.get_mut(code).unwrap().met.push(v.to_owned());
    assert_eq!(spoilt(|s| read(s, "G1", "dreamt")), [value("G1", "dreamt")]);
    assert_eq!(spoilt(|s| read(s, "G1", "not_seen")), [value("G1", "not_seen")], "met and not met at once");
    let verdict = |rule: &str, verdict: &str| Fault::UnknownVerdict { rule: rule.to_owned(), verdict: verdict.to_owned() };
    assert_eq!(spoilt(|s| rule(s, "R5h").verdict = "guilty".to_owned()), [verdict("R5h", "guilty")]);
    assert_eq!(spoilt(|s| s.rules.findings.defective_verdicts = vec!["x".to_owned()]), [verdict("defective_verdicts", "x")]);
    let unnamed = Fault::MissingVerdict { verdict: "real_bullying".to_owned() };
    assert_eq!(spoilt(|s| s.rules.verdicts[0].code = "x".to_owned()), [verdict("verdicts", "x"), unnamed.clone()]);
    assert_eq!(spoilt(|s| drop(s.rules.verdicts.remove(0))), [unnamed]);
    assert_eq!(spoilt(|s| s.rules.verdicts.clear()).len(), crate::model::terms::VERDICTS.len());
}

#[test]
fn what_is_missing_or_twice_is_named() {
    let of =
        |file: &'static str, place: &str, lang: &'static str| Fault::MissingTranslation { file, place: place.to_owned(), lang };
    let text = |place: &str, lang: &'static str| of("rules.json", place, lang);
    assert_eq!(spoilt(|s| s.questions[3].help.kk = " ".to_owned()), [of("questions.json", "A1.help", "kk")]);
    assert_eq!(spoilt(|s| s.method.note.en.clear()), [of("method.json", "note", "en")]);
    let change = |ru: &str| Change::Worded(Texts { kk: "а".to_owned(), ru: ru.to_owned(), en: "a".to_owned() });
    assert_eq!(spoilt(|s| s.method.changelog.push(change(""))), [of("method.json", "changelog.2", "ru")]);
    assert_eq!(spoilt(|s| s.method.changelog.push(Change::Plain("1.0.1: in one language".to_owned()))), []);
    assert_eq!(spoilt(|s| rule(s, "R2").text.ru.clear()), [text("R2", "ru")]);
    assert_eq!(spoilt(|s| s.rules.open.text.en.clear()), [text("R0", "en")]);
    assert_eq!(spoilt(|s| s.rules.elements[0].help.ru.clear()), [text("predictability.help", "ru")]);
    assert_eq!(spoilt(|s| drop(s.rules.findings.text.pop())).len(), 3, "a finding that nobody worded");
    let twice = |code: &str| Fault::DuplicateCode { code: code.to_owned() };
    assert!(spoilt(|s| s.questions[4].code = "A1".to_owned()).contains(&twice("A1")));
    assert!(spoilt(|s| s.questions.push(Question { code: "A15".to_owned(), ..s.questions[4].clone() })).contains(&twice("A15")));
    assert!(spoilt(|s| rule(s, "R2").id = "R1".to_owned()).contains(&twice("R1")));
    assert!(spoilt(|s| rule(s, "R2").id.clear()).contains(&twice("")));
    let out = |place: &str| vec![Fault::OutOfRange { place: place.to_owned() }];
    for (elements, faults) in [(0, out("arbitrary_elements")), (7, Vec::new()), (8, out("arbitrary_elements"))] {
        assert_eq!(spoilt(|s| s.rules.findings.arbitrary_elements = elements), faults, "{elements}");
    }
    // An element that no question touches makes nothing arbitrary.
    let untouched = spoilt(|s| {
        s.rules.findings.arbitrary_elements = 7;
        s.questions.iter_mut().filter(|q| q.gc35 == "necessity").for_each(|q| q.gc35.clear());
    });
    assert_eq!(untouched, out("arbitrary_elements"));
    for share in [(2, 1), (0, 0), (1, 101)] {
        assert_eq!(spoilt(|s| s.rules.findings.not_assessable_over = share), out("not_assessable"), "{share:?}");
    }
    // The usual scale is held to account like any other: no value of it is read both ways.
    let both = spoilt(|s| s.rules.standard.not_met.push("LY".to_owned()));
    assert!(both.contains(&Fault::UnknownValue { question: "standard".to_owned(), value: "LY".to_owned() }), "{both:?}");
    let none = |question: &str| Fault::NoScale { question: question.to_owned() };
    assert!(spoilt(|s| s.questions[5].scale.clear()).contains(&none("A3")));
    assert!(spoilt(|s| s.questions[5].scale.push("Y".to_owned())).contains(&none("A3")));
    assert!(spoilt(|s| s.questions[5].scale = vec!["CT".to_owned()]).contains(&Fault::Unread { code: "A3".to_owned() }));
}

#[test]
fn more_than_can_be_tried_is_refused() {
    let many = spoilt(|s| s.rules.inputs.extend(["A2", "A8", "A11", "B1"].map(str::to_owned)));
    assert_eq!(many, [Fault::TooManyInputs { count: 17 }]);
    let long = spoilt(|s| {
        let last = s.rules.content.last().unwrap().clone();
        s.rules.content.extend((0..RULES_MAX).map(|n| Rule { id: format!("X{n}"), ..last.clone() }));
    });
    assert!(long.contains(&Fault::TooManyRules { count: RULES_MAX + 11 }));
    assert!(Rubric::of_texts(texts_of(&Source::default()).unwrap()).is_ok(), "what is empty is faulty, not unreadable");
    assert!(sets(&Source::default()).is_some_and(|sets| sets.is_empty()));
}

#[test]
fn a_version_written_and_read_again_is_the_same() {
    let rubric = Rubric::load().unwrap();
    let texts = texts_of(rubric.source()).unwrap();
    let again = Rubric::of_texts(texts.clone()).unwrap();
    assert_eq!(again.source(), rubric.source());
    assert_eq!(texts_of(again.source()).unwrap(), texts);
    assert_eq!(step(rubric.source(), again.source()), Step::None);
}

#[test]
fn a_folder_is_read_and_a_changed_byte_names_its_file() {
    let texts = Rubric::FILES.map(|(_, text)| text.to_owned());
    let mut folder: Vec<(String, Vec<u8>)> =
        Rubric::FILES.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    let read = |folder: &[(String, Vec<u8>)]| read_folder(folder).map(|(texts, _, sealed)| (texts, sealed));
    assert_eq!(read(&folder), Ok((texts.clone(), false)));
    folder.push((SUMS.to_owned(), sums(&texts).into_bytes()));
    assert_eq!(read(&folder), Ok((texts.clone(), true)));
    // As other programs write it.
    let usual = sums(&texts);
    let other = usual.lines().map(|l| l.split_once("  ").map(|(d, n)| format!("{} *{n}\r\n", d.to_uppercase())).unwrap());
    folder[3].1 = other.collect::<String>().into_bytes();
    assert_eq!(read(&folder), Ok((texts.clone(), true)));
    let changed = |file: &str| Fault::ChangedByte { file: file.to_owned() };
    for (place, name) in FILES.iter().enumerate() {
        let mut folder = folder.clone();
        let last = folder[place].1.len() - 1;
        folder[place].1[last] = b' ';
        assert_eq!(read(&folder), Err(vec![changed(name)]));
        folder[3].1 = Vec::new();
        assert_eq!(read(&folder).map(drop).unwrap_err().len(), 3, "a list that names nothing vouches for nothing");
    }
    let gone = |file: &str| Fault::Unreadable { file: file.to_owned() };
    assert_eq!(read(&folder[1..]), Err(vec![gone("method.json"), changed("method.json")]));
    assert_eq!(read(&[]), Err(FILES.map(gone).to_vec()));
    folder.truncate(3);
    folder[1].1 = br#"[{"code": 1}]"#.to_vec();
    folder[2].1 = vec![0xff];
    assert_eq!(read(&folder), Err(vec![gone("rules.json")]));
    folder[2].1 = b"{}".to_vec();
    assert_eq!(read(&folder), Err(vec![gone("questions.json"), gone("rules.json")]));
    // Keys that a later program knows hinder no reading: what a register let in once must be readable.
    folder[1].1 = QUESTIONS.replacen(r#"{"code""#, r#"{"colour": "red", "code""#, 1).into_bytes();
    folder[2].1 = RULES.replacen('{', r#"{"later": 1,"#, 1).into_bytes();
    assert!(read(&folder).is_ok());
}

#[test]
fn keys_that_no_version_has_are_read_past_and_named_by_the_check() {
    let texts = Rubric::FILES.map(|(_, text)| text.to_owned());
    let odd = |place: usize, from: &str, to: &str| {
        let mut texts = texts.clone();
        assert!(texts[place].contains(from), "{from}");
        texts[place] = texts[place].replacen(from, to, 1);
        check_files(&texts, &read_texts(&texts).unwrap())
    };
    let key = |place: usize, key: &str| vec![Fault::UnknownKey { file: FILES[place].to_owned(), key: key.to_owned() }];
    assert_eq!(odd(0, r#""key""#, r#""colour": "red", "key""#), key(0, "colour"));
    assert_eq!(
        odd(0, r#""changelog": ["#, r#""changelog": [{"kk": "а", "ru": "б", "en": "c", "fr": "d"}, "#),
        key(0, "changelog.1.fr")
    );
    assert_eq!(odd(1, r#"{"code": "A3","#, r#"{"code": "A3", "colour": "red","#), key(1, "A3.colour"));
    assert_eq!(odd(1, r#""text": {"#, r#""text": {"kz": "","#), key(1, "G1.text.kz"));
    assert_eq!(odd(2, "{", r#"{"later": 1,"#), key(2, "later"));
    assert_eq!(odd(2, r#""A13": {"#, r#""A13": {"unmet": [],"#), key(2, "reads.A13.unmet"));
    assert_eq!(odd(2, r#"{"id": "R4c","#, r#"{"id": "R4c", "unless": [],"#), key(2, "content.R4c.unless"));
    assert_eq!(odd(2, r#""derived": {"#, r#""derived": {"any_of": [],"#), key(2, "findings.derived.any_of"));
    // What a version can have is no odd key, however rarely it is there.
    let mut whole = Rubric::load().unwrap().source().clone();
    whole.method.base = "0.9.0".to_owned();
    whole.rules.verdicts[0].help = whole.rules.verdicts[0].text.clone();
    whole.rules.verdicts[0].source = "x".to_owned();
    whole.rules.verdicts[0].checked = true;
    whole.method.changelog.push(Change::Plain("1.0.1: x".to_owned()));
    assert_eq!(check_files(&texts_of(&whole).unwrap(), &whole), []);
    // A misspelt key that had to be there is named beside the file that cannot be read without it.
    let misspelt = RULES.replacen(r#""inputs""#, r#""input""#, 1).into_bytes();
    let folder = [texts[0].clone().into_bytes(), texts[1].clone().into_bytes(), misspelt];
    let folder: Vec<_> = FILES.iter().zip(folder).map(|(name, bytes)| ((*name).to_owned(), bytes)).collect();
    let unreadable = vec![Fault::Unreadable { file: "rules.json".to_owned() }];
    assert_eq!(read_folder(&folder).map(drop), Err([unreadable, key(2, "input")].concat()));
}

#[test]
fn a_text_that_was_left_out_is_named_like_an_empty_one() {
    let missing = |place: usize, from: &str, to: &str| {
        let mut texts = Rubric::FILES.map(|(_, text)| text.to_owned());
        let found = texts[place].find(from).unwrap();
        let end = found + texts[place][found..].find(to).unwrap();
        texts[place].replace_range(found..end, "");
        let folder: Vec<_> = FILES.iter().zip(&texts).map(|(n, t)| ((*n).to_owned(), t.clone().into_bytes())).collect();
        let (texts, source, _) = read_folder(&folder).unwrap();
        check_files(&texts, &source).into_iter().map(|f| (f.file().unwrap().to_owned(), f.params())).collect::<Vec<_>>()
    };
    let said = |found: &[(String, BTreeMap<String, String>)]| -> Vec<String> {
        found.iter().map(|(file, p)| format!("{file} {} {}", p["place"], p["lang"])).collect()
    };
    assert_eq!(said(&missing(1, r#""kk": "Материал"#, r#""ru""#)), ["questions.json G1.text kk"]);
    let help = missing(1, r#""help""#, r#""example""#);
    assert_eq!(said(&help), ["kk", "ru", "en"].map(|lang| format!("questions.json G1.help {lang}")));
    assert_eq!(said(&missing(0, r#""ru": "Порядок"#, r#""en""#)), ["method.json note ru"]);
}

#[test]
fn what_has_no_words_and_no_source_is_named() {
    let subtype = |rule: &str, code: &str| Fault::UnwordedSubtype { rule: rule.to_owned(), subtype: code.to_owned() };
    assert_eq!(spoilt(|s| rule(s, "R5h").subtype = "zz_unknown".to_owned()), [subtype("R5h", "zz_unknown")]);
    let by = |code: &str, change: &dyn Fn(&mut Subtype)| spoilt(|s| change(s.rules.subtypes.get_mut(code).unwrap()));
    assert_eq!(by("by_age", &|s| s.open = "zz_open".to_owned()), [subtype("by_age", "zz_open")]);
    // The chosen values are the subtypes: those of age have none.
    assert_eq!(by("by_age", &|s| s.met.clear()), [subtype("by_age", "LY"), subtype("by_age", "Y")]);
    let value = |question: &str, value: &str| Fault::UnwordedValue { question: question.to_owned(), value: value.to_owned() };
    assert_eq!(spoilt(|s| s.questions[3].scale.push("zz_scale".to_owned())), [value("A1", "zz_scale")]);
    for source in ["", "  "] {
        let named = spoilt(|s| s.questions[5].source = source.to_owned());
        assert_eq!(named, [Fault::NoSource { question: "A3".to_owned() }]);
    }
}

#[test]
fn a_number_that_is_none_and_a_finding_that_never_holds_are_named() {
    for odd in ["abc", "", "1.0", "1.0.0-rc1"] {
        assert_eq!(spoilt(|s| s.method.version = odd.to_owned()), [Fault::BadVersion { version: odd.to_owned() }]);
    }
    let never = |finding: &'static str| Fault::NeverHolds { finding };
    assert_eq!(spoilt(|s| s.rules.findings.unlawful_on_its_face.clear()), [never("unlawful_on_its_face")]);
    assert_eq!(spoilt(|s| s.rules.findings.defective_verdicts.clear()), [never("defective_procedure")]);
    assert_eq!(spoilt(|s| s.rules.findings.not_assessable_over = (3, 3)), [never("not_assessable")]);
    // Every question about the order has a finding of its own, and none is left for procedure.
    let all = spoilt(|s| s.rules.findings.arbitrary_codes = (1..=14).map(|n| format!("B{n}")).collect());
    assert_eq!(all, [never("defective_procedure")]);
    // Answers that never say "not met" break no law.
    let unread = Reads { met: vec!["Y".to_owned()], ..Reads::default() };
    let unbroken =
        spoilt(|s| ["B2", "B3", "B4"].iter().for_each(|c| drop(s.rules.reads.insert((*c).to_owned(), unread.clone()))));
    assert_eq!(unbroken, [never("unlawful_on_its_face")]);
    assert!(spoilt(|s| s.questions.retain(|q| q.part != "B")).contains(&never("no_defect_found")));
}

#[test]
fn every_fault_is_worded_in_three_languages() {
    use crate::texts::{Arg, Lang, Texts as Program};
    let text = || "x".to_owned();
    let pair = || vec![("A1".to_owned(), true)];
    let faults = [
        Fault::Hole { answers: pair() },
        Fault::NeverReached { rule: text(), by: vec![] },
        Fault::Overlap { rule: text(), with: text(), answers: pair() },
        Fault::UnknownCode { rule: text(), code: text() },
        Fault::UnknownValue { question: text(), value: text() },
        Fault::UnknownVerdict { rule: text(), verdict: text() },
        Fault::MissingVerdict { verdict: text() },
        Fault::UnwordedSubtype { rule: text(), subtype: text() },
        Fault::UnwordedValue { question: text(), value: text() },
        Fault::NoSource { question: text() },
        Fault::BadVersion { version: text() },
        Fault::NeverHolds { finding: "arbitrary" },
        Fault::UnknownKey { file: text(), key: text() },
        Fault::Unsealed,
        Fault::MissingTranslation { file: "x", place: text(), lang: "kk" },
        Fault::DuplicateCode { code: text() },
        Fault::NoScale { question: text() },
        Fault::Unread { code: text() },
        Fault::TooManyInputs { count: 17 },
        Fault::TooManyRules { count: 201 },
        Fault::OutOfRange { place: text() },
        Fault::Unreadable { file: text() },
        Fault::ChangedByte { file: text() },
        Fault::StepTooSmall { version: text(), other: text() },
    ];
    for lang in Lang::ALL {
        let program = Program::new(lang);
        for fault in &faults {
            let params = fault.params();
            let mut args: Vec<(&str, Arg<'_>)> = params.iter().map(|(k, v)| (k.as_str(), Arg::from(v.as_str()))).collect();
            args.push(("answers", "A1".into()));
            let said = program.say(&format!("method-fault-{}", fault.code().replace('_', "-")), &args);
            assert!(!said.contains('⟦'), "{lang:?} {fault:?}: {said}");
        }
    }
}

#[test]
fn what_was_changed_decides_the_step() {
    let from = Rubric::load().unwrap().source().clone();
    let is = |expected: Step, change: &dyn Fn(&mut Source)| {
        let mut to = from.clone();
        change(&mut to);
        assert_eq!(step(&from, &to), expected);
    };
    is(Step::None, &|_| {});
    is(Step::None, &|s| s.method.version = "9.9.9".to_owned());
    is(Step::None, &|s| s.method.changelog.push(Change::Plain("words about nothing".to_owned())));
    // In which order values are listed decides nothing; the bytes differ all the same.
    is(Step::Patch, &|s| s.rules.standard.not_met.reverse());
    is(Step::Patch, &|s| s.rules.findings.unlawful_on_its_face.reverse());
    is(Step::Patch, &|s| s.questions[3].help.kk.push('.'));
    is(Step::Patch, &|s| s.questions[3].source.push('.'));
    is(Step::Patch, &|s| s.questions[3].checked = true);
    is(Step::Patch, &|s| s.questions.swap(3, 4));
    is(Step::Patch, &|s| rule(s, "R2").text.en.push('.'));
    is(Step::Patch, &|s| s.rules.findings.text[0].text.ru.push('.'));
    is(Step::Patch, &|s| s.method.note.en.push('.'));
    is(Step::Patch, &|s| s.rules.elements[0].text.en.push('.'));
    is(Step::Minor, &|s| s.questions.push(Question { code: "C9".to_owned(), ..s.questions[3].clone() }));
    is(Step::Minor, &|s| s.questions[1].scale.push("heard".to_owned()));
    is(Step::Minor, &|s| s.questions.iter_mut().find(|q| q.code == "A7").unwrap().scale.push("other".to_owned()));
    is(Step::Minor, &|s| s.rules.parts.push(Named { code: "D".to_owned(), ..Named::default() }));
    is(Step::Minor, &|s| {
        s.questions.push(Question { code: "C9".to_owned(), ..s.questions[3].clone() });
        s.rules.reads.insert("C9".to_owned(), Reads { met: vec!["Y".to_owned()], ..Reads::default() });
    });
    is(Step::Major, &|s| drop(s.questions.pop()));
    is(Step::Major, &|s| drop(s.questions[1].scale.pop()));
    is(Step::Major, &|s| s.questions[1].several = true);
    is(Step::Major, &|s| s.questions[1].part = "C".to_owned());
    is(Step::Major, &|s| s.questions.iter_mut().find(|q| q.code == "B1").unwrap().gc35 = "necessity".to_owned());
    is(Step::Major, &|s| s.questions.iter_mut().find(|q| q.code == "A7").unwrap().scale.swap(0, 1));
    is(Step::Major, &|s| rule(s, "R2").verdict = "mixed".to_owned());
    is(Step::Major, &|s| rule(s, "R2").when = when(&[&["A1"]]));
    is(Step::Major, &|s| s.rules.content.swap(1, 2));
    is(Step::Major, &|s| s.rules.standard.met.push("CT".to_owned()));
    is(Step::Major, &|s| drop(s.rules.reads.remove("A16")));
    is(Step::Major, &|s| drop(s.rules.reads.insert("A3".to_owned(), Reads::default())));
    is(Step::Major, &|s| s.rules.inputs.push("A8".to_owned()));
    is(Step::Major, &|s| s.rules.findings.arbitrary_elements = 2);
    is(Step::Major, &|s| drop(s.rules.elements.pop()));
}

#[test]
fn numbers_of_versions_are_read_compared_and_counted_on() {
    let v = |text: &str| text.parse::<Version>();
    for odd in ["", "1", "1.0", "1.0.0.0", "1.0.x", "01.0.0", "1.-1.0", "1..0", " 1.0.0", "1.0.4294967296"] {
        assert_eq!(v(odd), Err(NoVersion), "{odd}");
    }
    let one = v("1.9.3").unwrap();
    assert!(one < v("1.10.0").unwrap() && v("2.0.0").unwrap() > v("1.10.99").unwrap());
    let after = |step| one.after(step).to_string();
    assert_eq!([Step::None, Step::Patch, Step::Minor, Step::Major].map(after), ["1.9.3", "1.9.4", "1.10.0", "2.0.0"]);
    assert_eq!((one.apart(v("1.10.0").unwrap()), one.apart(v("2.9.3").unwrap())), (Step::Minor, Step::Major));
    assert!(Step::None < Step::Patch && Step::Minor < Step::Major);
}

/// A complete review is judged in about a microsecond: a hundred thousand of them are judged anew while a person waits.
#[test]
#[ignore = "a measurement: cargo test --release -p tarazy-core --lib -- --ignored --nocapture microsecond"]
fn a_complete_review_is_judged_in_about_a_microsecond() {
    let rubric = Rubric::load().unwrap();
    let mut answers: Vec<Answer> =
        rubric.questions().iter().map(|q| Answer { code: q.code.clone(), value: q.scale[0].clone() }).collect();
    answers.iter_mut().filter(|a| a.code == "A14").for_each(|a| a.value = "N".to_owned());
    for judge in [|r: &Rubric, a: &[Answer]| r.judge(a).settled, |r: &Rubric, a: &[Answer]| r.rejudge(pairs(a)).settled] {
        let began = std::time::Instant::now();
        let settled = (0..100_000).filter(|_| judge(rubric, std::hint::black_box(&answers))).count();
        println!("{settled}: {:?} each", began.elapsed() / 100_000);
    }
}
