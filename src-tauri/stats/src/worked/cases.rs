//! A file of worked examples (schema stats-cases/1), recomputed one by one.

use super::compare::{Tolerance, difference};
use super::{Trouble, estimate};
use serde_json::Value;

/// What became of one case.
#[derive(Debug, Clone, PartialEq)]
pub struct Recomputed {
    /// Its name in the file; its place where it has none.
    pub id: String,
    /// The estimator.
    pub method: String,
    /// What was computed.
    pub outcome: Outcome,
}

/// What became of a computation.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// The answer is what was expected.
    Agrees(Value),
    /// It is not; where and how.
    Differs(Value, String),
    /// Nothing was expected: the answer alone.
    Computed(Value),
    /// A field is missing or of another kind.
    Unreadable(&'static str),
    /// No estimator has this name.
    NoMethod,
}

/// Why a file holds no cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCases {
    /// Not JSON.
    Json,
    /// JSON, but neither `{"cases": [...]}` nor a list of cases.
    Shape,
}

/// Recomputes all cases of a file.
///
/// # Errors
/// A text that is not JSON or holds no list of cases.
pub fn recompute(text: &str) -> Result<Vec<Recomputed>, NoCases> {
    let file: Value = serde_json::from_str(text).map_err(|_| NoCases::Json)?;
    let cases = file.get("cases").unwrap_or(&file).as_array().ok_or(NoCases::Shape)?;
    if !cases.iter().all(Value::is_object) {
        return Err(NoCases::Shape);
    }
    Ok(cases.iter().enumerate().map(|(place, case)| one(place, case)).collect())
}

fn one(place: usize, case: &Value) -> Recomputed {
    let text = |name: &str| case.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (id, method) = (text("id"), text("method"));
    let none = Value::Null;
    let field = |name: &str| case.get(name).unwrap_or(&none);
    let outcome = match estimate(&method, field("input"), field("options")) {
        Err(Trouble::Method | Trouble::No(_)) => Outcome::NoMethod,
        Err(Trouble::Field(name)) => Outcome::Unreadable(name),
        Ok(got) => match case.get("expected") {
            None => Outcome::Computed(got),
            Some(expected) => {
                let within = |name: &str| field("tolerance").get(name).and_then(Value::as_f64).unwrap_or(0.0);
                match difference(&got, expected, Tolerance { absolute: within("abs"), relative: within("rel") }) {
                    None => Outcome::Agrees(got),
                    Some(how) => Outcome::Differs(got, how),
                }
            }
        },
    };
    Recomputed { id: if id.is_empty() { format!("#{}", place + 1) } else { id }, method, outcome }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/reference/stats-cases.json");

    #[test]
    fn every_reference_case_comes_out() {
        let Ok(file) = std::fs::read_to_string(CASES) else {
            println!("skipped: the reference cases are not beside the project");
            return;
        };
        let only = std::env::var("TARAZY_METHODS").unwrap_or_default();
        // A generated register is measured as a register, not by one estimator.
        let (cases, whole): (Vec<Recomputed>, Vec<Recomputed>) =
            recompute(&file).unwrap().into_iter().partition(|case| case.method != "register.end_to_end");
        let wrong: Vec<&Recomputed> = cases
            .iter()
            .filter(|case| only.split(',').any(|start| case.method.starts_with(start)))
            .filter(|case| !matches!(case.outcome, Outcome::Agrees(_)))
            .collect();
        assert!(wrong.is_empty(), "{} of {} differ: {wrong:#?}", wrong.len(), cases.len());
        assert_eq!((cases.len(), whole.len()), (155, 1));
    }

    #[test]
    fn a_case_that_cannot_be_computed_says_why_and_the_others_are_computed() {
        let cases = recompute(
            r#"[{"id": "a", "method": "proportion.interval", "input": {"x": 1, "n": 2}, "options": {"kind": "wilson", "level": 0.95}},
                {"method": "no.such", "input": {}},
                {"id": "c", "method": "proportion.interval", "input": {"n": 2}, "options": {"kind": "wilson"}},
                {"id": "d", "method": "proportion.interval", "input": {"x": 1, "n": 2}, "options": {"kind": "wilson"}, "expected": {"estimate": 0.4}}]"#,
        )
        .unwrap();
        let [a, b, c, d] = cases.as_slice() else { panic!("{cases:?}") };
        assert!(matches!(&a.outcome, Outcome::Computed(value) if value["status"] == "ok"), "{a:?}");
        assert_eq!((b.id.as_str(), &b.outcome), ("#2", &Outcome::NoMethod));
        assert_eq!(c.outcome, Outcome::Unreadable("x"));
        assert!(matches!(&d.outcome, Outcome::Differs(_, how) if how.starts_with(".estimate")), "{d:?}");
        assert_eq!(
            (recompute("nothing"), recompute("{}"), recompute("[1]")),
            (Err(NoCases::Json), Err(NoCases::Shape), Err(NoCases::Shape))
        );
    }
}
