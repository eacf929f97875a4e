//! Worked examples: an estimator by its name, its input and options as JSON, its answer as JSON. The schema is that of the reference
//! cases (stats-cases/1), so that an expert can hold any estimator against a calculation of their own.

mod agreement;
pub mod cases;
pub mod compare;
mod coverage;
mod disclosure;
mod latent;
mod misclassification;
mod proportion;
mod random;
mod rate;
mod read;
mod survival;
mod table;
mod trend;

use crate::Undefined;
use serde_json::{Map, Value, json};

/// Why an example has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The estimator says that there is no number.
    No(Undefined),
    /// A field is missing or of another kind.
    Field(&'static str),
    /// No estimator has this name.
    Method,
}

impl From<Undefined> for Trouble {
    fn from(why: Undefined) -> Self {
        Self::No(why)
    }
}

/// The fields of an answer, its status left out.
pub(crate) type Answer = Result<Map<String, Value>, Trouble>;

type Family = fn(&str, &Value, &Value) -> Option<Answer>;

// Each answers for the methods it knows.
const FAMILIES: [Family; 11] = [
    agreement::answer,
    coverage::answer,
    disclosure::answer,
    latent::answer,
    misclassification::answer,
    proportion::answer,
    random::answer,
    rate::answer,
    survival::answer,
    table::answer,
    trend::answer,
];

/// Computes a worked example: `{"status": "ok", ...}`, or a status with a reason.
///
/// # Errors
/// A field that is missing or of another kind, and a method that does not exist.
pub fn estimate(method: &str, input: &Value, options: &Value) -> Result<Value, Trouble> {
    match FAMILIES.iter().find_map(|family| family(method, input, options)).ok_or(Trouble::Method)? {
        Ok(mut fields) => {
            // An estimate on the edge of its range says so itself.
            fields.entry("status").or_insert_with(|| json!("ok"));
            Ok(Value::Object(fields))
        }
        Err(Trouble::No(why)) => Ok(json!({ "status": why.status(), "reason": why.code() })),
        Err(other) => Err(other),
    }
}
