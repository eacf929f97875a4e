//! What two blind reviews, and an adjudication where they differ, make of an item.
//!
//! A verdict stands when both blind reviewers reached it, or when a third person decided between them. What the order did wrong is judged from
//! what both found: a defect that one saw and the other did not is open until somebody adjudicates.

use super::rubric::{Answer, Findings, Rubric};
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// One locked review, as far as settling looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Final verdict.
    pub verdict: String,
    /// Subtype, or empty.
    pub subtype: String,
    /// Its answers.
    pub answers: Vec<Answer>,
}

/// How a verdict came to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Both blind reviewers reached it.
    Agreed,
    /// A third person decided.
    Adjudicated,
}

impl How {
    /// Returns its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Adjudicated => "adjudicated",
        }
    }
}

/// What became of two blind reviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    /// How the verdict came to stand; nothing while a third person has to decide.
    pub how: Option<How>,
    /// The verdict, empty while disputed.
    pub verdict: String,
    /// Its subtype.
    pub subtype: String,
    /// Questions to which one reviewer answered "met" and the other "not met", or which name different kinds.
    pub disputed: Vec<String>,
    /// What the order did wrong, by what both found or by the adjudicator; empty while disputed.
    pub findings: Findings,
}

/// Settles two blind reviews. Adjudication is due when the verdicts or their subtypes differ, or when a question about the order is disputed.
#[must_use]
pub fn settle(rubric: &Rubric, first: &Reading, second: &Reading, third: Option<&Reading>) -> Settlement {
    // What follows from a reviewer's answers is that reviewer's own: it is compared like the rest, and never follows from what both share.
    let (one, other) = (rubric.with_derived(&first.answers), rubric.with_derived(&second.answers));
    let disputed = disputed(rubric, &one, &other);
    if let Some(third) = third {
        return Settlement {
            how: Some(How::Adjudicated),
            verdict: third.verdict.clone(),
            subtype: third.subtype.clone(),
            findings: rubric.order_findings(&third.answers, &third.verdict),
            disputed,
        };
    }
    let of_order = |code: &String| rubric.question(code).is_some_and(|q| q.part == "B");
    if first.verdict != second.verdict || first.subtype != second.subtype || disputed.iter().any(of_order) {
        return Settlement { how: None, verdict: String::new(), subtype: String::new(), disputed, findings: Findings::default() };
    }
    Settlement {
        how: Some(How::Agreed),
        verdict: first.verdict.clone(),
        subtype: first.subtype.clone(),
        findings: rubric.order_findings(&settled(rubric, &one, &other), &first.verdict),
        disputed,
    }
}

/// Returns the answers by which the order behind a settled item is judged: those of the third person, or what both found.
#[must_use]
pub fn decisive(rubric: &Rubric, first: &[Answer], second: &[Answer], third: Option<&[Answer]>) -> Vec<Answer> {
    match third {
        Some(third) => rubric.with_derived(third),
        None => settled(rubric, &rubric.with_derived(first), &rubric.with_derived(second)),
    }
}

// What both found; the answer that follows from others stays open where they do not agree on it.
fn settled(rubric: &Rubric, one: &[Answer], other: &[Answer]) -> Vec<Answer> {
    let mut answers = shared(rubric, one, other);
    let derived = rubric.derived();
    if !derived.is_empty() && !answers.iter().any(|a| a.code == derived) {
        answers.push(Answer { code: derived.to_owned(), value: OPEN.to_owned() });
    }
    answers
}

// "Cannot tell".
const OPEN: &str = "CT";

fn by_code(answers: &[Answer]) -> BTreeMap<&str, &str> {
    answers.iter().filter(|a| !a.value.is_empty()).map(|a| (a.code.as_str(), a.value.as_str())).collect()
}

/// Returns the questions on which two reviewers contradict each other, in the order of the rubric. "Cannot tell" contradicts nothing.
#[must_use]
pub fn disputed(rubric: &Rubric, first: &[Answer], second: &[Answer]) -> Vec<String> {
    let (first, second) = (by_code(first), by_code(second));
    let contradicts = |code: &str| {
        let (Some(one), Some(other)) = (first.get(code), second.get(code)) else { return false };
        match (rubric.met(code, one), rubric.met(code, other)) {
            (Some(true), Some(true)) => code == "A14" && one != other,
            (Some(one), Some(other)) => one != other,
            _ => false,
        }
    };
    rubric.questions().iter().filter(|q| contradicts(&q.code)).map(|q| q.code.clone()).collect()
}

/// Returns what both reviewers answered: where both say met or both not met the first one's value, where both say that it does not apply
/// that, and nothing elsewhere.
#[must_use]
pub fn shared(rubric: &Rubric, first: &[Answer], second: &[Answer]) -> Vec<Answer> {
    let other = by_code(second);
    let agrees = |answer: &&Answer| {
        let Some(other) = other.get(answer.code.as_str()) else { return false };
        let state = rubric.met(&answer.code, &answer.value);
        answer.value == *other || (state.is_some() && state == rubric.met(&answer.code, other))
    };
    first.iter().filter(agrees).cloned().collect()
}

/// An answer as it stands in a locked review, without what it rests on.
#[derive(Debug, Deserialize)]
pub struct Written<'w> {
    /// Code of the question.
    #[serde(borrow)]
    pub code: Cow<'w, str>,
    /// Chosen value; empty when open.
    #[serde(borrow)]
    pub value: Cow<'w, str>,
    #[serde(borrow, default)]
    from: Cow<'w, str>,
}

/// Marks an answer that the register gave and no reviewer touched.
pub const REGISTER: &str = "register";

impl Written<'_> {
    /// Says whether the register gave it and the reviewer added nothing.
    #[must_use]
    pub fn is_registers(&self) -> bool {
        self.from == REGISTER
    }
}

/// Reads the answers of a locked review without copying them. Nothing when the text is no list of answers.
#[must_use]
pub fn written(json: &str) -> Option<Vec<Written<'_>>> {
    serde_json::from_str(json).ok()
}

/// Reads the answers of a locked review, without what they rest on. Nothing when the text is no list of answers.
#[must_use]
pub fn answers_of(json: &str) -> Option<Vec<Answer>> {
    let written = written(json)?;
    Some(written.into_iter().map(|w| Answer { code: w.code.into_owned(), value: w.value.into_owned() }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(pairs: &[(&str, &str)]) -> Vec<Answer> {
        pairs.iter().map(|(code, value)| Answer { code: (*code).to_owned(), value: (*value).to_owned() }).collect()
    }

    fn reading(verdict: &str, pairs: &[(&str, &str)]) -> Reading {
        Reading { verdict: verdict.to_owned(), subtype: String::new(), answers: answers(pairs) }
    }

    #[test]
    fn two_who_agree_settle_it_and_two_who_differ_do_not() {
        let rubric = Rubric::load().unwrap();
        let one = reading("mixed", &[("A3", "Y"), ("B6", "LY")]);
        let same = settle(rubric, &one, &reading("mixed", &[("A3", "LY"), ("B6", "Y")]), None);
        assert_eq!((same.how, same.verdict.as_str()), (Some(How::Agreed), "mixed"));
        assert!(same.disputed.is_empty());
        let other = settle(rubric, &one, &reading("real_bullying", &[("A3", "N"), ("B6", "LY")]), None);
        assert_eq!((other.how, other.verdict.as_str()), (None, ""));
        assert_eq!(other.disputed, ["A3"]);
        let third = reading("real_bullying", &[("B6", "LN")]);
        let decided = settle(rubric, &one, &reading("real_bullying", &[("A3", "N")]), Some(&third));
        assert_eq!((decided.how, decided.verdict.as_str()), (Some(How::Adjudicated), "real_bullying"));
        assert_eq!((decided.disputed, decided.findings.defects), (vec!["A3".to_owned()], vec!["B6".to_owned()]));
    }

    #[test]
    fn a_contradiction_about_the_order_is_adjudicated_and_one_about_the_content_is_only_told() {
        let rubric = Rubric::load().unwrap();
        let of = |code: &str, one: &str, other: &str| {
            settle(rubric, &reading("mixed", &[(code, one)]), &reading("mixed", &[(code, other)]), None)
        };
        assert_eq!((of("B3", "LY", "LN").how, of("B3", "LY", "LN").disputed), (None, vec!["B3".to_owned()]));
        assert_eq!((of("A8", "LY", "LN").how, of("A8", "LY", "LN").disputed), (Some(How::Agreed), vec!["A8".to_owned()]));
        assert!(of("B3", "LY", "CT").disputed.is_empty() && of("B3", "NA", "LN").disputed.is_empty());
        assert_eq!(of("A14", "threat", "doxing").disputed, ["A14"]);
        assert_eq!(of("G1", "original", "not_seen").disputed, ["G1"]);
        assert!(of("G1", "original", "transcript").disputed.is_empty() && of("A12", "fact", "satire").disputed.is_empty());
        let mut adult = reading("real_bullying", &[]);
        adult.subtype = "outside_statute".to_owned();
        assert_eq!(settle(rubric, &adult, &reading("real_bullying", &[]), None).how, None, "whose age decides is not settled");
    }

    #[test]
    fn a_defect_counts_when_both_saw_it() {
        let rubric = Rubric::load().unwrap();
        let one = reading("real_bullying", &[("B6", "LN"), ("B7", "LN"), ("B4", "NA"), ("B5", "NA")]);
        let other = reading("real_bullying", &[("B6", "N"), ("B7", "CT"), ("B4", "NA"), ("B5", "LY")]);
        let settled = settle(rubric, &one, &other, None);
        assert_eq!(settled.findings.defects, ["B6"]);
        let plain: Vec<(String, String)> =
            shared(rubric, &one.answers, &other.answers).into_iter().map(|a| (a.code, a.value)).collect();
        assert_eq!(plain, [("B6".to_owned(), "LN".to_owned()), ("B4".to_owned(), "NA".to_owned())]);
    }

    #[test]
    fn what_follows_from_answers_is_each_reviewers_own() {
        let rubric = Rubric::load().unwrap();
        // Not humiliating anybody (A3), so the statute was not met (B2), once this checklist applies at all (B3, B4).
        let implied = reading("other_lawful", &[("A1", "LY"), ("A3", "LN"), ("B3", "LY"), ("B4", "LY")]);
        let settled = |b2: &str| {
            let answers = [("A1", "LY"), ("A3", "LN"), ("B2", b2), ("B3", "LY"), ("B4", "LY")];
            settle(rubric, &implied, &reading("other_lawful", &answers), None)
        };
        let both = settle(rubric, &implied, &implied, None);
        assert_eq!((both.how, both.findings.defects), (Some(How::Agreed), vec!["B2".to_owned()]));
        for untold in ["CT", "NA"] {
            let one = settled(untold);
            assert_eq!((one.how, one.findings.defects), (Some(How::Agreed), Vec::<String>::new()), "{untold}");
        }
        assert_eq!(settled("LN").findings.defects, ["B2"]);
        let contradicted = settled("LY");
        assert_eq!((contradicted.how, contradicted.disputed), (None, vec!["B2".to_owned()]));
    }

    #[test]
    fn answers_are_read_without_their_grounds() {
        let read = answers_of(r#"[{"code":"A3","value":"Y","quote":"«\"ә\"»","note":""}]"#).unwrap();
        assert_eq!(read, answers(&[("A3", "Y")]));
        assert_eq!(answers_of("{}"), None);
    }
}
