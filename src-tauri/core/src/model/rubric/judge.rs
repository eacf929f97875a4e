//! What the rules make of answers about the content. Every complete answer set was tried when the rubric was read; judging looks it up.

use super::{Answer, INPUTS_MAX, Question, RULES_MAX, Reads, Rubric, Rules, Source, Subtype};
use std::collections::BTreeMap;

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

/// A judgement without what only a reader of the sheet asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged<'r> {
    /// Verdict.
    pub verdict: &'r str,
    /// Rule that fired.
    pub rule: &'r str,
    /// Every completion gives this verdict.
    pub settled: bool,
}

/// The verdict of answers that leave it open, and of those that no rule fits.
pub(super) const OPEN: &str = "cannot_tell";

/// How an answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Met,
    NotMet,
    Open,
}

/// How an input or a question is read.
#[derive(Debug)]
pub(super) enum Use {
    /// By the answer to the question at this place.
    Values { place: usize, met: Vec<String>, not_met: Vec<String> },
    /// By others that must all be met.
    AllOf(Vec<String>),
}

/// Returns how every question and every input is read, or nothing where an input is no question and joins none, or joins itself.
pub(super) fn uses(source: &Source) -> Option<BTreeMap<String, Use>> {
    let rules = &source.rules;
    let mut uses = BTreeMap::new();
    for (place, question) in source.questions.iter().enumerate() {
        let reads = rules.reads.get(&question.code).unwrap_or(&rules.standard);
        let values = Use::Values { place, met: reads.met.clone(), not_met: reads.not_met.clone() };
        if uses.insert(question.code.clone(), values).is_some() {
            return None;
        }
    }
    for (code, reads) in rules.reads.iter().filter(|(_, reads)| !reads.all_of.is_empty()) {
        let is_plain = |part: &String| source.questions.iter().any(|q| q.code == *part);
        if !reads.all_of.iter().all(is_plain) || uses.insert(code.clone(), Use::AllOf(reads.all_of.clone())).is_some() {
            return None;
        }
    }
    rules.inputs.iter().all(|code| uses.contains_key(code)).then_some(uses)
}

/// A clause fits when all of `met` and none of `unmet` are met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clause {
    pub met: u32,
    pub unmet: u32,
}

impl Clause {
    /// Says whether it fits a complete answer set.
    pub const fn fits(self, set: u32) -> bool {
        set & self.met == self.met && set & self.unmet == 0
    }
}

/// No rule fits.
pub(super) const NONE: u8 = u8::MAX;

/// The rules with every complete answer set decided.
pub(super) struct Compiled {
    /// Clauses of each rule.
    pub clauses: Vec<Vec<Clause>>,
    /// Rule of each complete answer set; bit i of its number says that input i is met.
    pub table: Vec<u8>,
}

impl Compiled {
    /// Tries every complete answer set; nothing where a rule names what is no input, or there is too much of anything.
    pub fn of(rules: &Rules) -> Option<Self> {
        if rules.inputs.len() > INPUTS_MAX || rules.content.len() > RULES_MAX {
            return None;
        }
        let clauses: Vec<Vec<Clause>> = rules
            .content
            .iter()
            .map(|rule| rule.when.iter().map(|c| clause(c, &rules.inputs)).collect())
            .collect::<Option<_>>()?;
        let first = |set: u32| {
            let place = clauses.iter().position(|rule| rule.iter().any(|clause| clause.fits(set)));
            place.and_then(|place| u8::try_from(place).ok()).unwrap_or(NONE)
        };
        let table = (0..1u32 << rules.inputs.len()).map(first).collect();
        Some(Self { clauses, table })
    }

    /// Returns the place of the rule that decides a complete answer set.
    pub fn rule(&self, set: u32) -> Option<usize> {
        let place = usize::try_from(set).ok().and_then(|set| self.table.get(set)).copied().unwrap_or(NONE);
        (place != NONE).then_some(place.into())
    }
}

fn clause(words: &[String], inputs: &[String]) -> Option<Clause> {
    let bit = |code: &str| inputs.iter().zip(0u32..).find(|(c, _)| *c == code).map(|(_, i)| 1u32 << i);
    words.iter().try_fold(Clause { met: 0, unmet: 0 }, |c, word| match word.strip_prefix('!') {
        Some(code) => Some(Clause { unmet: c.unmet | bit(code)?, ..c }),
        None => Some(Clause { met: c.met | bit(word)?, ..c }),
    })
}

// Which inputs are met, and which are open.
struct Stand {
    met: u32,
    open: u32,
}

impl Rubric {
    /// Judges the content. Open answers are resolved by trying every completion: if all give one verdict, it is that; otherwise it is
    /// `cannot_tell` with the questions that decide.
    #[must_use]
    pub fn judge(&self, answers: &[Answer]) -> Judgement {
        let given = Given::of(self, answers);
        let stand = self.stand(&given);
        let fired = self.fired(&stand);
        let rules = fired.iter().filter_map(|place| self.source.rules.content.get(*place));
        let (mut verdicts, mut subtypes): (Vec<&str>, Vec<&str>) =
            rules.map(|r| (r.verdict.as_str(), r.subtype.as_str())).unzip();
        let first = fired.first().and_then(|place| self.source.rules.content.get(*place));
        verdicts.dedup();
        subtypes.dedup();
        match first {
            Some(first) if verdicts.len() == 1 => Judgement {
                verdict: first.verdict.clone(),
                // Completions that agree on the verdict may differ in the subtype; then there is none yet.
                subtype: if subtypes.len() == 1 { given.subtype(&first.subtype) } else { String::new() },
                rule: first.id.clone(),
                deciding: Vec::new(),
                settled: true,
            },
            _ => Judgement {
                verdict: OPEN.to_owned(),
                subtype: String::new(),
                rule: self.source.rules.open.id.clone(),
                deciding: self.deciding(&stand),
                settled: false,
            },
        }
    }

    /// Judges the content again, for those who have very many reviews: the same verdict and rule as [`Rubric::judge`]. Answers are pairs of
    /// a question's code and the chosen value.
    #[must_use]
    pub fn rejudge<'a>(&'a self, answers: impl IntoIterator<Item = (&'a str, &'a str)>) -> Judged<'a> {
        let stand = self.stand(&Given::of_pairs(self, answers));
        let open = Judged { verdict: OPEN, rule: &self.source.rules.open.id, settled: false };
        let mut found: Option<&super::Rule> = None;
        for place in self.fired(&stand) {
            match (found, self.source.rules.content.get(place)) {
                (None, rule) => found = rule,
                (Some(found), Some(rule)) if found.verdict != rule.verdict => return open,
                _ => {}
            }
        }
        found.map_or(open, |rule| Judged { verdict: &rule.verdict, rule: &rule.id, settled: true })
    }

    /// Says whether a value answers a question with "met" or with "not met"; nothing where it leaves the question open, and nothing where
    /// the question does not apply, however the rules go on from there.
    #[must_use]
    pub fn met(&self, code: &str, value: &str) -> Option<bool> {
        let Some(Use::Values { met, not_met, .. }) = self.uses.get(code).filter(|_| value != "NA") else { return None };
        match of_values(value, met, not_met) {
            State::Met => Some(true),
            State::NotMet => Some(false),
            State::Open => None,
        }
    }

    fn stand(&self, given: &Given<'_>) -> Stand {
        let mut stand = Stand { met: 0, open: 0 };
        for (code, i) in self.source.rules.inputs.iter().zip(0u32..) {
            match given.state(code) {
                State::Met => stand.met |= 1 << i,
                State::Open => stand.open |= 1 << i,
                State::NotMet => {}
            }
        }
        stand
    }

    // Places of the rules that decide some completion, in their order.
    fn fired(&self, stand: &Stand) -> Vec<usize> {
        if stand.open == 0 {
            return self.compiled.rule(stand.met).into_iter().collect();
        }
        let mut fired = vec![false; self.source.rules.content.len()];
        for set in completions(stand) {
            if let Some(is) = self.compiled.rule(set).and_then(|place| fired.get_mut(place)) {
                *is = true;
            }
        }
        fired.iter().enumerate().filter(|(_, fired)| **fired).map(|(place, _)| place).collect()
    }

    // Open inputs that change the verdict of some completion.
    fn deciding(&self, stand: &Stand) -> Vec<String> {
        let verdict =
            |set: u32| self.compiled.rule(set).and_then(|p| self.source.rules.content.get(p)).map(|r| r.verdict.as_str());
        let inputs = self.source.rules.inputs.iter().zip(0u32..).filter(|(_, i)| stand.open >> i & 1 == 1);
        let decides = |bit: u32| completions(stand).any(|set| set & bit == 0 && verdict(set) != verdict(set | bit));
        inputs.filter(|(_, i)| decides(1 << i)).map(|(code, _)| code.clone()).collect()
    }
}

// Every way to answer what is open: the subsets of the open inputs, in the order of their numbers.
fn completions(stand: &Stand) -> impl Iterator<Item = u32> {
    let (met, open) = (stand.met, stand.open);
    std::iter::successors(Some(0u32), move |subset| {
        let next = subset.wrapping_sub(open) & open;
        (next != 0).then_some(next)
    })
    .map(move |subset| met | subset)
}

/// Reads a value; several values joined say met when one of them does, and not met when all do.
fn of_values(value: &str, met: &[String], not_met: &[String]) -> State {
    let among = |list: &[String], value: &str| list.iter().any(|v| v == value);
    if among(met, value) {
        State::Met
    } else if among(not_met, value) {
        State::NotMet
    } else if !value.contains('+') {
        State::Open
    } else if value.split('+').any(|v| among(met, v)) {
        State::Met
    } else if value.split('+').all(|v| among(not_met, v)) {
        State::NotMet
    } else {
        State::Open
    }
}

/// One that is not met is enough; one that is open leaves the rest open.
fn all_of(states: impl IntoIterator<Item = State>) -> State {
    states.into_iter().fold(State::Met, |all, one| match (all, one) {
        (State::NotMet, _) | (_, State::NotMet) => State::NotMet,
        (State::Open, _) | (_, State::Open) => State::Open,
        _ => State::Met,
    })
}

/// The answers, by the places of their questions; an empty value is no answer.
pub(super) struct Given<'a> {
    rubric: &'a Rubric,
    values: Vec<&'a str>,
}

impl<'a> Given<'a> {
    pub fn of(rubric: &'a Rubric, answers: &'a [Answer]) -> Self {
        Self::of_pairs(rubric, answers.iter().map(|a| (a.code.as_str(), a.value.as_str())))
    }

    fn of_pairs(rubric: &'a Rubric, answers: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let questions = &rubric.source.questions;
        let mut values = vec![""; questions.len()];
        // Answers come in the order of the questions nearly always.
        let mut next = 0;
        for (code, answered) in answers.into_iter().filter(|(_, value)| !value.is_empty()) {
            let is = |q: &Question| q.code == code;
            let ahead = questions.get(next..).and_then(|rest| rest.iter().position(is)).map(|n| n + next);
            let Some(place) = ahead.or_else(|| questions.iter().position(is)) else { continue };
            if let Some(value) = values.get_mut(place) {
                *value = answered;
            }
            next = place + 1;
        }
        Self { rubric, values }
    }

    pub fn value(&self, code: &str) -> &'a str {
        match self.rubric.uses.get(code) {
            Some(Use::Values { place, .. }) => self.values.get(*place).copied().unwrap_or_default(),
            _ => "",
        }
    }

    pub fn state(&self, code: &str) -> State {
        match self.rubric.uses.get(code) {
            Some(Use::Values { place, met, not_met }) => {
                of_values(self.values.get(*place).copied().unwrap_or_default(), met, not_met)
            }
            // What joins others joins questions alone.
            Some(Use::AllOf(codes)) => all_of(codes.iter().map(|code| self.state(code))),
            None => State::Open,
        }
    }

    pub fn all(&self, codes: &[String]) -> State {
        all_of(codes.iter().map(|code| self.state(code)))
    }

    fn subtype(&self, rule: &str) -> String {
        let Some(Subtype { of, met, not_met, open }) = self.rubric.source.rules.subtypes.get(rule) else {
            return rule.to_owned();
        };
        match self.state(of) {
            State::Met if met.is_empty() => self.value(of).to_owned(),
            State::Met => met.clone(),
            State::NotMet => not_met.clone(),
            State::Open => open.clone(),
        }
    }
}

/// Says whether the values of a reading tell anything.
pub(super) fn tells(reads: &Reads, scale: &[String]) -> bool {
    let some = |list: &[String]| list.iter().any(|v| scale.contains(v));
    some(&reads.met) && some(&reads.not_met)
}
