//! What part B finds about the order: independent flags, no weights (methodology, "Order finding").

use super::judge::{Given, State, Use};
use super::{Answer, Derived, Question, Rubric};
use std::collections::BTreeSet;

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

/// The part of the sheet that is about the order.
pub(super) const PART: &str = "B";

/// The flags, in their order.
pub(super) const FLAGS: [&str; 5] =
    ["arbitrary", "unlawful_on_its_face", "defective_procedure", "no_defect_found", "not_assessable"];

impl Rubric {
    /// Says what part B finds about the order.
    #[must_use]
    pub fn order_findings(&self, answers: &[Answer], verdict: &str) -> Findings {
        let rules = &self.source.rules.findings;
        let given = Given::of(self, answers);
        let of_order = self.source.questions.iter().filter(|q| q.part == PART);
        let asked: Vec<(&Question, Option<State>)> = of_order.map(|q| (q, given.order_state(&q.code, &rules.derived))).collect();
        let applicable = asked.iter().filter(|(_, s)| s.is_some()).count();
        let open = asked.iter().filter(|(_, s)| *s == Some(State::Open)).count();
        let unmet: Vec<&Question> = asked.iter().filter(|(_, s)| *s == Some(State::NotMet)).map(|(q, _)| *q).collect();
        let not_met = |codes: &[String]| unmet.iter().any(|q| codes.contains(&q.code));
        let elements: BTreeSet<String> = unmet.iter().filter(|q| !q.gc35.is_empty()).map(|q| q.gc35.clone()).collect();
        let named = |list: &[String]| list.iter().any(|v| v == verdict);
        let other_defect =
            unmet.iter().any(|q| !rules.unlawful_on_its_face.contains(&q.code) && !rules.arbitrary_codes.contains(&q.code));
        let (over, of) = rules.not_assessable_over;
        let holds = [
            named(&rules.arbitrary_verdicts) || not_met(&rules.arbitrary_codes) || elements.len() >= rules.arbitrary_elements,
            not_met(&rules.unlawful_on_its_face),
            named(&rules.defective_verdicts) && other_defect,
            applicable > 0 && open == 0 && unmet.is_empty(),
            open.saturating_mul(of) > applicable.saturating_mul(over),
        ];
        Findings {
            flags: FLAGS.iter().zip(holds).filter(|(_, holds)| *holds).map(|(flag, _)| (*flag).to_owned()).collect(),
            defects: unmet.iter().map(|q| q.code.clone()).collect(),
            elements: elements.into_iter().collect(),
            applicable,
            open,
        }
    }
}

impl Rubric {
    /// Returns answers with the one that follows from others put in where it was left open: what a reviewer says by saying the rest.
    #[must_use]
    pub fn with_derived(&self, answers: &[Answer]) -> Vec<Answer> {
        let derived = &self.source.rules.findings.derived;
        let given = Given::of(self, answers);
        let is_open = !derived.code.is_empty() && given.value(&derived.code).is_empty();
        let value = match given.order_state(&derived.code, derived).filter(|_| is_open) {
            Some(State::Met) => self.said(&derived.code, true),
            Some(State::NotMet) => self.said(&derived.code, false),
            Some(State::Open) | None => None,
        };
        let put = value.map(|value| Answer { code: derived.code.clone(), value: value.to_owned() });
        answers.iter().filter(|a| put.as_ref().is_none_or(|put| put.code != a.code)).cloned().chain(put.clone()).collect()
    }

    /// Returns the code of the answer that follows from others, or an empty one.
    #[must_use]
    pub fn derived(&self) -> &str {
        &self.source.rules.findings.derived.code
    }

    // The least certain value that says met, or not met.
    fn said(&self, code: &str, is_met: bool) -> Option<&str> {
        match self.uses.get(code)? {
            Use::Values { met, not_met, .. } => if is_met { met } else { not_met }.last().map(String::as_str),
            Use::AllOf(_) => None,
        }
    }
}

impl Given<'_> {
    // Nothing where the question does not apply.
    fn order_state(&self, code: &str, derived: &Derived) -> Option<State> {
        match self.value(code) {
            "NA" => None,
            "" if code == derived.code => {
                let applies = derived.not_met_once_answered.iter().any(|c| !matches!(self.value(c), "" | "NA"));
                Some(match self.all(&derived.all_of) {
                    State::NotMet if !applies => State::Open,
                    state => state,
                })
            }
            _ => Some(self.state(code)),
        }
    }
}
