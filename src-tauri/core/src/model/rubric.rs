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

// Law 118-VII came into force on 4 July 2022; the rules of the expert group were registered on 8 September 2022.
const STATUTE_IN_FORCE: (i32, u32, u32) = (2022, 7, 4);
const EXPERT_GROUP_RULES: (i32, u32, u32) = (2022, 9, 8);

// Acts by a part of their name in Kazakh or Russian, with a day before which they cannot have been in force: the first day of the year
// or the day on which they were signed.
const ACTS: [(&str, (i32, u32, u32)); 2] = [("масс-медиа", (2024, 1, 1)), ("онлайн-платформ", (2023, 7, 10))];

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
    /// Several values can hold at once; such an answer joins them with a plus.
    #[serde(default)]
    pub several: bool,
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

impl Question {
    /// Values that must rest on a quote or a note: "shown" one way or the other, and any kind of threat.
    pub fn grounded(&self) -> impl Iterator<Item = &str> {
        let standard = self.part != "G" && self.scale.iter().any(|v| v == "LY");
        let threats = self.code == "A14";
        self.scale
            .iter()
            .map(String::as_str)
            .filter(move |v| (standard && matches!(*v, "Y" | "N")) || (threats && !matches!(*v, "N" | "CT")))
    }

    /// Says whether a value can answer the question: open, one of the scale, or several where several can hold, none of them twice and
    /// none that excludes the rest.
    #[must_use]
    pub fn allows(&self, value: &str) -> bool {
        if value.is_empty() || self.scale.iter().any(|v| v == value) {
            return true;
        }
        let joins = |v: &str| self.scale.iter().position(|s| s == v && v != NONE_OF_THEM);
        let places: Option<Vec<usize>> = value.split('+').map(joins).collect();
        self.several && places.is_some_and(|places| places.is_sorted_by(|a, b| a < b))
    }
}

/// The value beside which no other can hold.
const NONE_OF_THEM: &str = "none";

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
    /// Questions of part B that apply.
    pub applicable: usize,
    /// Those of them that are open or cannot be told.
    pub open: usize,
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
    /// Last day on which it can have been issued: year, month, day. Only "before" is ever concluded from it.
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
    derived: Derived,
    text: Vec<OpenText>,
}

// An answer about the order that follows from answers about the content. "Met" follows at once; "not met" is an accusation and waits
// until an answer to one of `not_met_once_answered` shows that this checklist applies to the order at all.
#[derive(Deserialize)]
struct Derived {
    code: String,
    all_of: Vec<String>,
    not_met_once_answered: Vec<String>,
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

    /// Files of this version as published.
    pub const FILES: [(&'static str, &'static str); 3] =
        [("method.json", METHOD), ("questions.json", QUESTIONS), ("rules.json", RULES)];

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

    /// Returns a finding about the order in words.
    #[must_use]
    pub fn finding_text(&self, id: &str) -> Option<&Texts> {
        self.findings.text.iter().find(|f| f.id == id).map(|f| &f.text)
    }

    /// Finds a question by its code.
    #[must_use]
    pub fn question(&self, code: &str) -> Option<&Question> {
        self.questions.iter().find(|q| q.code == code)
    }

    /// Says whether an answer must rest on a quote or a note.
    #[must_use]
    pub fn needs_ground(&self, code: &str, value: &str) -> bool {
        self.question(code).is_some_and(|q| q.grounded().any(|v| v == value))
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
                subtype: if rest.iter().all(|r| r.subtype == first.subtype) {
                    given.subtype(&first.subtype)
                } else {
                    String::new()
                },
                rule: first.id.clone(),
                deciding: Vec::new(),
                settled: true,
            },
            _ => Judgement {
                verdict: "cannot_tell".to_owned(),
                subtype: String::new(),
                rule: self.open.id.clone(),
                deciding: self
                    .inputs
                    .iter()
                    .zip(0u32..)
                    .filter(|(_, i)| deciding >> i & 1 == 1)
                    .map(|(c, _)| c.clone())
                    .collect(),
                settled: false,
            },
        }
    }

    fn first_fitting(&self, set: u32) -> Option<(usize, &Rule)> {
        self.rules.iter().enumerate().find(|(_, rule)| rule.clauses.iter().any(|c| set & c.met == c.met && set & c.unmet == 0))
    }

    /// Says what part B finds about the order: independent flags, no weights (methodology, "Order finding").
    #[must_use]
    pub fn order_findings(&self, answers: &[Answer], verdict: &str) -> Findings {
        let given = Given::of(answers);
        let asked: Vec<(&Question, Option<State>)> = self
            .questions
            .iter()
            .filter(|q| q.part == "B")
            .map(|q| (q, given.order_state(&q.code, &self.findings.derived)))
            .collect();
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
            (
                "arbitrary",
                named(&rules.arbitrary_verdicts) || not_met(&rules.arbitrary_codes) || elements.len() >= rules.arbitrary_elements,
            ),
            ("unlawful_on_its_face", not_met(&rules.unlawful_on_its_face)),
            ("defective_procedure", named(&rules.defective_verdicts) && other_defect),
            ("no_defect_found", applicable > 0 && open == 0 && unmet.is_empty()),
            ("not_assessable", open * of > applicable * over),
        ];
        Findings {
            flags: flags.into_iter().filter(|(_, holds)| *holds).map(|(f, _)| f.to_owned()).collect(),
            defects: unmet.iter().map(|q| q.code.clone()).collect(),
            elements: elements.into_iter().collect(),
            applicable,
            open,
        }
    }

    /// Answers of part B that follow from what is recorded. Only "likely": the reviewer confirms them against the document.
    #[must_use]
    pub fn propose(&self, facts: &RegisterFacts) -> Vec<Answer> {
        let mut answers = Vec::new();
        let mut put = |code: &str, value: &str| answers.push(Answer { code: code.to_owned(), value: value.to_owned() });
        let before = |day: (i32, u32, u32)| facts.issued.is_some_and(|issued| issued < day);
        let cited = facts.provisions.to_lowercase();
        if ACTS.iter().any(|(act, day)| before(*day) && cited.contains(act)) {
            put("B1", "LN");
        }
        let other_ground = !matches!(facts.ground.as_str(), "" | "not_stated" | "child_cyberbullying" | "bullying_unspecified");
        if before(STATUTE_IN_FORCE) || (other_ground && !cites_statute(&cited)) {
            ["B2", "B3", "B4", "B5"].iter().for_each(|code| put(code, "NA"));
        } else if before(EXPERT_GROUP_RULES) {
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

// Whether article 18-4 or 40 is among what is cited, of whatever act and in whatever words: too often rather than too seldom, because
// what is not found here is proposed as "does not apply".
fn cites_statute(provisions: &str) -> bool {
    provisions
        .replace(['–', '‑', '—'], "-")
        .split(|c: char| !c.is_ascii_digit() && c != '-')
        .any(|number| matches!(number.trim_matches('-'), "40" | "18-4"))
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

// One that is not met is enough; one that is open leaves the rest open.
fn all_of(states: impl IntoIterator<Item = State>) -> State {
    states.into_iter().fold(State::Met, |all, one| match (all, one) {
        (State::NotMet, _) | (_, State::NotMet) => State::NotMet,
        (State::Open, _) | (_, State::Open) => State::Open,
        _ => State::Met,
    })
}

// The answers by code; an empty value is no answer.
struct Given<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Given<'a> {
    fn of(answers: &'a [Answer]) -> Self {
        Self(answers.iter().filter(|a| !a.value.is_empty()).map(|a| (a.code.as_str(), a.value.as_str())).collect())
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
            // Any kind is written in small letters; a value that is not on the scale must not become an accusation.
            ("A14", kind) if kind.starts_with(|c: char| c.is_ascii_lowercase()) => State::Met,
            ("A14", _) => State::Open,
            ("A15", _) => self.rabat(),
            _ => self.standard(code),
        }
    }

    // Incitement by the Rabat test: all six factors, or none.
    fn rabat(&self) -> State {
        all_of(["A15a", "A15b", "A15c", "A15d", "A15e", "A15f"].map(|code| match self.value(code) {
            "NA" => State::NotMet,
            _ => self.standard(code),
        }))
    }

    // Nothing where the question does not apply.
    fn order_state(&self, code: &str, derived: &Derived) -> Option<State> {
        match self.value(code) {
            "NA" => None,
            "" if code == derived.code => {
                let applies = derived.not_met_once_answered.iter().any(|c| !matches!(self.value(c), "" | "NA"));
                Some(match all_of(derived.all_of.iter().map(|c| self.standard(c))) {
                    State::NotMet if !applies => State::Open,
                    state => state,
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

    #[test]
    fn each_of_the_8192_complete_answer_sets_has_exactly_one_verdict() {
        let rubric = Rubric::load().unwrap();
        assert_eq!(rubric.inputs, INPUTS);
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
            rubric.rules.iter().map(|r| (r.id.as_str(), fired.get(&r.id).copied().unwrap_or(0))).collect();
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
        assert_eq!(digest, "cb2b7866fb7fddacbafb9eab3fd66bff9192ef05a9a36c38ad5a0e8736e6296b");
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
        let checklist = |ground: &str, provisions: &str, issued: Option<(i32, u32, u32)>| -> Vec<(String, String)> {
            let facts = RegisterFacts {
                ground: ground.to_owned(),
                provisions: provisions.to_owned(),
                issued,
                ..RegisterFacts::default()
            };
            rubric.propose(&facts).into_iter().map(|a| (a.code, a.value)).collect()
        };
        let is = |code: &str, value: &str| (code.to_owned(), value.to_owned());
        let none_apply = ["B2", "B3", "B4", "B5"].map(|c| is(c, "NA"));
        assert_eq!(checklist("gambling", "", None), none_apply);
        assert_eq!(checklist("gambling", "ст. 41-1", None), none_apply);
        assert_eq!(checklist("", "", None), []);
        for cited in [
            "«Масс-медиа туралы» Заңның 40-бабы",
            "статья 40 Закона",
            "п. 2 ст.40",
            "18-4-бап; 41-1-бап",
            "ст. 18–4",
            "article 40(2)",
        ] {
            assert_eq!(checklist("honour_dignity", cited, None), [], "{cited}");
        }
        assert_eq!(checklist("child_cyberbullying", "", Some((2022, 7, 3))), none_apply);
        assert_eq!(checklist("child_cyberbullying", "", Some((2022, 9, 7))), [is("B3", "NA")]);
        assert_eq!(checklist("child_cyberbullying", "", Some((2022, 9, 8))), []);
        let platforms = "ст. 9 Закона «Об онлайн-платформах и онлайн-рекламе»";
        assert_eq!(checklist("child_cyberbullying", platforms, Some((2023, 7, 9))), [is("B1", "LN")]);
        assert_eq!(checklist("child_cyberbullying", platforms, Some((2023, 7, 10))), []);
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
            prop_assert_eq!(rubric.judge(&partial), judged);
        }
    }
}
