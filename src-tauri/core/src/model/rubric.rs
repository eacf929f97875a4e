//! The rubric: questions, rules and what they make of answers. The content is data (assets/methodology); this file only applies it.
//!
//! The content verdict is an ordered table over thirteen inputs, each met or not met: G1, G3, A1, A3, A4, A5, A6, A9, A10, A13, A14,
//! A15 and A16. The first rule that fits gives the verdict; the last fits always, so every one of the 8,192 complete answer sets has
//! exactly one. Open answers are resolved by trying every completion.

use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

const METHOD: &str = include_str!("../../../../assets/methodology/1.0.0/method.json");
const QUESTIONS: &str = include_str!("../../../../assets/methodology/1.0.0/questions.json");
const RULES: &str = include_str!("../../../../assets/methodology/1.0.0/rules.json");

/// A text in three languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Texts {
    /// Kazakh.
    pub kk: String,
    /// Russian.
    pub ru: String,
    /// English.
    pub en: String,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Question {
    /// Code, as A3.
    pub code: String,
    /// Part: G, A, B.
    pub part: String,
    /// Values in the order of the digit keys.
    pub scale: Vec<String>,
    /// The question.
    pub text: Texts,
    /// Help.
    pub help: Texts,
    /// An invented example.
    pub example: Texts,
    /// Where it comes from.
    pub source: String,
    /// The source's wording was checked against the text.
    #[serde(default)]
    pub checked: bool,
    /// Element of arbitrariness that a defect touches (part B).
    #[serde(default)]
    pub gc35: String,
}

/// An answer as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Code of the question.
    pub code: String,
    /// Chosen value; empty when open.
    pub value: String,
}

/// What the rules make of answers about the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// Verdict.
    pub verdict: String,
    /// Subtype, or empty.
    pub subtype: String,
    /// Rule that fired; R0 while open answers decide.
    pub rule: String,
    /// Open questions that would still decide.
    pub deciding: Vec<String>,
    /// Every completion gives this verdict.
    pub settled: bool,
}

/// What part B says of the order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// Flags that hold, each by itself.
    pub flags: Vec<String>,
    /// Codes answered "not met".
    pub defects: Vec<String>,
    /// Elements of arbitrariness that the defects touch.
    pub elements: Vec<String>,
}

/// What the register knows of an order, as far as part B asks.
#[derive(Debug, Clone, Default)]
pub struct RegisterFacts {
    /// Kind of instrument.
    pub instrument: String,
    /// Ground.
    pub ground: String,
    /// Whether it names its items.
    pub names_items_by_url: String,
    /// Reasons given.
    pub reasons_level: String,
    /// Whether the author was told.
    pub author_notified: String,
    /// Whether it tells of an appeal.
    pub informs_of_appeal: String,
    /// Day of issue: year, month, day.
    pub issued: Option<(i32, u32, u32)>,
    /// Cited provisions as written.
    pub provisions: String,
}

/// An asset of the rubric cannot be read: the build is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the rubric's data cannot be read")]
pub struct Error;

#[derive(Deserialize)]
struct RuleText {
    id: String,
    verdict: String,
    subtype: String,
    when: Vec<Vec<String>>,
    text: Texts,
}

#[derive(Deserialize)]
struct OpenText {
    id: String,
    text: Texts,
}

#[derive(Deserialize)]
struct RulesText {
    inputs: Vec<String>,
    content: Vec<RuleText>,
    open: OpenText,
    findings: FindingRules,
}

#[derive(Deserialize)]
struct FindingRules {
    not_assessable_over: (usize, usize),
    unlawful_on_its_face: Vec<String>,
    arbitrary_verdicts: Vec<String>,
    arbitrary_codes: Vec<String>,
    arbitrary_elements: usize,
    defective_verdicts: Vec<String>,
}

// A clause fits when all of `met` and none of `unmet` are met.
#[derive(Debug, Clone, Copy)]
struct Clause {
    met: u32,
    unmet: u32,
}

struct Rule {
    id: String,
    verdict: String,
    subtype: String,
    clauses: Vec<Clause>,
    text: Texts,
}

/// The published rubric, version 1.0.0.
pub struct Rubric {
    questions: Vec<Question>,
    inputs: Vec<String>,
    rules: Vec<Rule>,
    open: OpenText,
    findings: FindingRules,
}

/// How an input stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Met,
    NotMet,
    Open,
}

impl Rubric {
    /// Its version.
    pub const VERSION: &'static str = "1.0.0";

    /// Reads the rubric that comes with the program, once.
    pub fn load() -> Result<&'static Self, Error> {
        static LOADED: OnceLock<Result<Rubric, Error>> = OnceLock::new();
        LOADED.get_or_init(Self::read).as_ref().map_err(|e| *e)
    }

    fn read() -> Result<Self, Error> {
        let questions = serde_json::from_str(QUESTIONS).map_err(|_| Error)?;
        let rules: RulesText = serde_json::from_str(RULES).map_err(|_| Error)?;
        let compiled: Option<Vec<Rule>> = rules.content.into_iter().map(|r| compile(r, &rules.inputs)).collect();
        Ok(Self { questions, rules: compiled.ok_or(Error)?, inputs: rules.inputs, open: rules.open, findings: rules.findings })
    }

    /// Returns SHA-256 over method.json, questions.json and rules.json, one after the other.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        Sha256::new().chain_update(METHOD).chain_update(QUESTIONS).chain_update(RULES).finalize().into()
    }

    /// Returns the questions in their order.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// Returns a rule in words.
    #[must_use]
    pub fn rule_text(&self, id: &str) -> Option<&Texts> {
        if id == self.open.id { Some(&self.open.text) } else { self.rules.iter().find(|r| r.id == id).map(|r| &r.text) }
    }

    /// Says whether an answer must rest on a quote or a note: "shown" one way or the other, and any kind of threat.
    #[must_use]
    pub fn needs_ground(&self, code: &str, value: &str) -> bool {
        let standard = self.questions.iter().any(|q| q.code == code && q.part != "G" && q.scale.iter().any(|v| v == "LY"));
        (standard && matches!(value, "Y" | "N")) || (code == "A14" && !matches!(value, "" | "N" | "CT"))
    }

    /// Judges the content. Open answers are resolved by trying every completion: if all give one verdict, it is that; otherwise it is
    /// `cannot_tell` with the questions that decide.
    #[must_use]
    pub fn judge(&self, answers: &[Answer]) -> Judgement {
        let given = Given::of(answers);
        let states: Vec<State> = self.inputs.iter().map(|code| given.input(code)).collect();
        let known = bits(&states, State::Met);
        let open: Vec<u32> = (0u32..).zip(&states).filter(|(_, s)| **s == State::Open).map(|(i, _)| 1 << i).collect();
        let mut fired: BTreeSet<usize> = BTreeSet::new();
        let mut deciding = 0u32;
        for choice in 0u32..1 << open.len() {
            let set = known | open.iter().zip(0u32..).filter(|(_, i)| choice >> i & 1 == 1).map(|(bit, _)| bit).sum::<u32>();
            let Some((index, rule)) = self.first_fitting(set) else { continue };
            fired.insert(index);
            for bit in &open {
                if deciding & bit == 0 && self.first_fitting(set ^ bit).is_some_and(|(_, other)| other.verdict != rule.verdict) {
                    deciding |= bit;
                }
            }
        }
        let rules: Vec<&Rule> = fired.iter().filter_map(|i| self.rules.get(*i)).collect();
        let settled = rules.windows(2).all(|pair| matches!(pair, [a, b] if a.verdict == b.verdict));
        match rules.as_slice() {
            [first, rest @ ..] if settled => Judgement {
                verdict: first.verdict.clone(),
                // Completions that agree on the verdict may differ in the subtype; then there is none yet.
                subtype: if rest.iter().all(|r| r.subtype == first.subtype) { given.subtype(&first.subtype) } else { String::new() },
                rule: first.id.clone(),
                deciding: Vec::new(),
                settled: true,
            },
            _ => Judgement {
                verdict: "cannot_tell".to_owned(),
                subtype: String::new(),
                rule: self.open.id.clone(),
                deciding: self.inputs.iter().zip(0u32..).filter(|(_, i)| deciding >> i & 1 == 1).map(|(c, _)| c.clone()).collect(),
                settled: false,
            },
        }
    }

    fn first_fitting(&self, set: u32) -> Option<(usize, &Rule)> {
        self.rules
            .iter()
            .enumerate()
            .find(|(_, rule)| rule.clauses.iter().any(|c| set & c.met == c.met && set & c.unmet == 0))
    }

    /// Says what part B finds about the order: independent flags, no weights (methodology, "Order finding").
    #[must_use]
    pub fn order_findings(&self, answers: &[Answer], verdict: &str) -> Findings {
        let given = Given::of(answers);
        let asked: Vec<(&Question, Option<State>)> =
            self.questions.iter().filter(|q| q.part == "B").map(|q| (q, given.order_state(&q.code))).collect();
        let applicable = asked.iter().filter(|(_, s)| s.is_some()).count();
        let open = asked.iter().filter(|(_, s)| *s == Some(State::Open)).count();
        let unmet: Vec<&Question> = asked.iter().filter(|(_, s)| *s == Some(State::NotMet)).map(|(q, _)| *q).collect();
        let not_met = |codes: &[String]| unmet.iter().any(|q| codes.contains(&q.code));
        let elements: BTreeSet<String> = unmet.iter().filter(|q| !q.gc35.is_empty()).map(|q| q.gc35.clone()).collect();
        let rules = &self.findings;
        let named = |list: &[String]| list.iter().any(|v| v == verdict);
        let other_defect =
            unmet.iter().any(|q| !rules.unlawful_on_its_face.contains(&q.code) && !rules.arbitrary_codes.contains(&q.code));
        let (over, of) = rules.not_assessable_over;
        let flags = [
            ("arbitrary", named(&rules.arbitrary_verdicts) || not_met(&rules.arbitrary_codes) || elements.len() >= rules.arbitrary_elements),
            ("unlawful_on_its_face", not_met(&rules.unlawful_on_its_face)),
            ("defective_procedure", named(&rules.defective_verdicts) && other_defect),
            ("no_defect_found", applicable > 0 && open == 0 && unmet.is_empty()),
            ("not_assessable", open * of > applicable * over),
        ];
        Findings {
            flags: flags.into_iter().filter(|(_, holds)| *holds).map(|(f, _)| f.to_owned()).collect(),
            defects: unmet.iter().map(|q| q.code.clone()).collect(),
            elements: elements.into_iter().collect(),
        }
    }

    /// Answers of part B that follow from what is recorded. Only "likely": the reviewer confirms them against the document.
    #[must_use]
    pub fn propose(&self, facts: &RegisterFacts) -> Vec<Answer> {
        let mut answers = Vec::new();
        let mut put = |code: &str, value: &str| answers.push(Answer { code: code.to_owned(), value: value.to_owned() });
        let bullying = matches!(facts.ground.as_str(), "child_cyberbullying" | "bullying_unspecified");
        let cites = ["18-4", "40-бап", "ст. 40", "art. 40"].iter().any(|p| facts.provisions.contains(p));
        if !bullying && !cites && facts.ground != "not_stated" {
            ["B2", "B3", "B4", "B5"].iter().for_each(|code| put(code, "NA"));
        } else if facts.issued.is_some_and(|day| day < (2022, 9, 8)) {
            // The rules of the expert group were registered on 8 September 2022.
            put("B3", "NA");
        }
        match facts.names_items_by_url.as_str() {
            "yes" => put("B6", "LY"),
            "no" | "partly" => put("B6", "LN"),
            _ => {}
        }
        match facts.reasons_level.as_str() {
            "case_specific" => put("B7", "LY"),
            "none" | "formula" => put("B7", "LN"),
            _ => {}
        }
        match (facts.author_notified.as_str(), facts.informs_of_appeal.as_str()) {
            ("no", _) => put("B11", "LN"),
            ("yes", "yes") => put("B11", "LY"),
            _ => {}
        }
        match facts.instrument.as_str() {
            "ministry_order" | "prosecutor_submission" | "court_act" => put("B14", "LY"),
            "letter" | "platform_channel_flag" | "preventive_recommendation" => put("B14", "LN"),
            _ => {}
        }
        answers
    }
}

fn compile(rule: RuleText, inputs: &[String]) -> Option<Rule> {
    let bit = |code: &str| inputs.iter().zip(0u32..).find(|(c, _)| *c == code).map(|(_, i)| 1u32 << i);
    let clause = |words: &Vec<String>| {
        words.iter().try_fold(Clause { met: 0, unmet: 0 }, |c, word| match word.strip_prefix('!') {
            Some(code) => Some(Clause { unmet: c.unmet | bit(code)?, ..c }),
            None => Some(Clause { met: c.met | bit(word)?, ..c }),
        })
    };
    let clauses = rule.when.iter().map(clause).collect::<Option<Vec<_>>>()?;
    Some(Rule { id: rule.id, verdict: rule.verdict, subtype: rule.subtype, clauses, text: rule.text })
}

fn bits(states: &[State], wanted: State) -> u32 {
    (0u32..).zip(states).filter(|(_, s)| **s == wanted).map(|(i, _)| 1 << i).sum()
}

// The answers by code.
struct Given<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Given<'a> {
    fn of(answers: &'a [Answer]) -> Self {
        Self(answers.iter().map(|a| (a.code.as_str(), a.value.as_str())).collect())
    }

    fn value(&self, code: &str) -> &str {
        self.0.get(code).copied().unwrap_or_default()
    }

    fn standard(&self, code: &str) -> State {
        match self.value(code) {
            "Y" | "LY" => State::Met,
            "N" | "LN" => State::NotMet,
            _ => State::Open,
        }
    }

    fn input(&self, code: &str) -> State {
        match (code, self.value(code)) {
            ("G1", "original" | "archived_copy" | "transcript") | ("G3", "yes") => State::Met,
            ("G1", "not_seen") | ("G3", "no" | "cannot_tell") => State::NotMet,
            ("A13", "NA") => State::Met,
            ("A16", "NA") | ("A14", "N" | "NA") => State::NotMet,
            ("A14", "" | "CT") => State::Open,
            ("A14", _) => State::Met,
            ("A15", _) => self.rabat(),
            _ => self.standard(code),
        }
    }

    // Incitement by the Rabat test: all six factors, or none.
    fn rabat(&self) -> State {
        let factors = ["A15a", "A15b", "A15c", "A15d", "A15e", "A15f"].map(|code| match self.value(code) {
            "NA" => State::NotMet,
            _ => self.standard(code),
        });
        if factors.contains(&State::NotMet) {
            State::NotMet
        } else if factors.contains(&State::Open) {
            State::Open
        } else {
            State::Met
        }
    }

    // Nothing where the question does not apply.
    fn order_state(&self, code: &str) -> Option<State> {
        match (code, self.value(code)) {
            (_, "NA") => None,
            // The statutory elements are those of part A: A1, A2, A3 and A4 together.
            ("B2", "") => {
                let elements = ["A1", "A2", "A3", "A4"].map(|c| self.standard(c));
                Some(if elements.contains(&State::NotMet) {
                    State::NotMet
                } else if elements.contains(&State::Open) {
                    State::Open
                } else {
                    State::Met
                })
            }
            _ => Some(self.standard(code)),
        }
    }

    fn subtype(&self, rule: &str) -> String {
        match rule {
            "by_age" => match self.standard("A2") {
                State::Met => "inside_statute",
                State::NotMet => "outside_statute",
                State::Open => "age_unknown",
            }
            .to_owned(),
            "by_kind" => match self.value("A14") {
                "" | "N" | "CT" | "NA" => "incitement".to_owned(),
                kind => kind.to_owned(),
            },
            other => other.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const INPUTS: [&str; 13] = ["G1", "G3", "A1", "A3", "A4", "A5", "A6", "A9", "A10", "A13", "A14", "A15", "A16"];

    fn answer(code: &str, met: bool) -> Vec<Answer> {
        let one = |code: &str, value: &str| Answer { code: code.to_owned(), value: value.to_owned() };
        match (code, met) {
            ("G1", true) => vec![one(code, "original")],
            ("G1", false) => vec![one(code, "not_seen")],
            ("G3", _) => vec![one(code, if met { "yes" } else { "no" })],
            ("A14", true) => vec![one(code, "threat")],
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

    #[test]
    fn each_of_the_8192_complete_answer_sets_has_exactly_one_verdict() {
        let rubric = Rubric::load().unwrap();
        assert_eq!(rubric.inputs, INPUTS);
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        let mut fired: BTreeSet<String> = BTreeSet::new();
        for set in 0..1u32 << INPUTS.len() {
            let judged = rubric.judge(&complete(set));
            let at = |code: &str| set >> INPUTS.iter().position(|c| *c == code).unwrap() & 1 == 1;
            assert!(judged.settled && judged.deciding.is_empty(), "{set:013b}");
            assert_eq!(judged.verdict, by_hand(at), "{set:013b}");
            *counts.entry(judged.verdict).or_default() += 1;
            fired.insert(judged.rule);
        }
        assert_eq!(counts.values().sum::<u32>(), 8192);
        assert_eq!(fired.len(), rubric.rules.len(), "every rule is reachable");
        let counted: Vec<(&str, u32)> = counts.iter().map(|(v, n)| (v.as_str(), *n)).collect();
        assert_eq!(
            counted,
            [
                ("cannot_tell", 6144),
                ("legitimate_criticism", 32),
                ("mixed", 544),
                ("other_lawful", 208),
                ("other_unlawful", 976),
                ("real_bullying", 288)
            ]
        );
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
        let all = |value: &str| -> Vec<Answer> {
            (1..=14).map(|n| Answer { code: format!("B{n}"), value: value.to_owned() }).collect()
        };
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
    fn the_register_answers_only_what_follows() {
        let rubric = Rubric::load().unwrap();
        assert_eq!(rubric.propose(&RegisterFacts { ground: "not_stated".to_owned(), ..RegisterFacts::default() }), []);
        let facts = RegisterFacts {
            ground: "child_cyberbullying".to_owned(),
            instrument: "letter".to_owned(),
            names_items_by_url: "yes".to_owned(),
            reasons_level: "formula".to_owned(),
            author_notified: "no".to_owned(),
            ..RegisterFacts::default()
        };
        let said: Vec<(String, String)> = rubric.propose(&facts).into_iter().map(|a| (a.code, a.value)).collect();
        let expect = [("B6", "LY"), ("B7", "LN"), ("B11", "LN"), ("B14", "LN")];
        assert_eq!(said, expect.map(|(c, v)| (c.to_owned(), v.to_owned())));
    }

    #[test]
    fn every_question_is_worded_in_three_languages_and_every_code_of_the_rules_is_asked() {
        let rubric = Rubric::load().unwrap();
        let codes: BTreeSet<&str> = rubric.questions.iter().map(|q| q.code.as_str()).collect();
        assert_eq!(codes.len(), rubric.questions.len());
        for q in &rubric.questions {
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
            if judged.settled {
                prop_assert_eq!(&judged.verdict, &rubric.judge(&complete(set)).verdict);
            } else {
                prop_assert!(!judged.deciding.is_empty());
            }
            let half = usize::try_from(seed % 7).unwrap().min(partial.len());
            partial.rotate_left(half);
            prop_assert_eq!(rubric.judge(&partial), judged);
        }
    }
}
