//! Reading fields of a worked example, and writing numbers of its answer.

use super::Trouble;
use crate::Undefined;
use serde_json::{Map, Value, json};

/// Reads a number; "inf" and "-inf" stand for infinities.
pub(super) fn number(of: &Value, name: &'static str) -> Result<f64, Trouble> {
    real(of.get(name).ok_or(Trouble::Field(name))?).ok_or(Trouble::Field(name))
}

fn real(value: &Value) -> Option<f64> {
    match value.as_str() {
        Some("inf") => Some(f64::INFINITY),
        Some("-inf") => Some(f64::NEG_INFINITY),
        Some(_) => None,
        None => value.as_f64(),
    }
}

/// Reads a count; one above 2^53 may be a string.
pub(super) fn count(of: &Value, name: &'static str) -> Result<u64, Trouble> {
    whole(of.get(name).ok_or(Trouble::Field(name))?).ok_or(Trouble::Field(name))
}

fn whole(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str().and_then(|text| text.parse().ok()))
}

/// Reads a two-sided level, 0.95 where none is named.
pub(super) fn level(options: &Value) -> Result<f64, Trouble> {
    if options.get("level").is_none() { Ok(0.95) } else { number(options, "level") }
}

/// Reads a text.
pub(super) fn text<'v>(of: &'v Value, name: &'static str) -> Result<&'v str, Trouble> {
    of.get(name).and_then(Value::as_str).ok_or(Trouble::Field(name))
}

/// Reads a list.
pub(super) fn list<'v>(of: &'v Value, name: &'static str) -> Result<&'v [Value], Trouble> {
    of.get(name).and_then(Value::as_array).map(Vec::as_slice).ok_or(Trouble::Field(name))
}

/// Reads a list of numbers.
pub(super) fn numbers(of: &Value, name: &'static str) -> Result<Vec<f64>, Trouble> {
    list(of, name)?.iter().map(|value| real(value).ok_or(Trouble::Field(name))).collect()
}

/// Reads a list of counts.
pub(super) fn counts(of: &Value, name: &'static str) -> Result<Vec<u64>, Trouble> {
    list(of, name)?.iter().map(|value| whole(value).ok_or(Trouble::Field(name))).collect()
}

/// Reads a table of counts, row by row.
pub(super) fn table(of: &Value, name: &'static str) -> Result<Vec<Vec<u64>>, Trouble> {
    let row = |row: &Value| row.as_array()?.iter().map(whole).collect::<Option<Vec<u64>>>();
    list(of, name)?.iter().map(|value| row(value).ok_or(Trouble::Field(name))).collect()
}

/// Writes a number; infinities are texts.
pub(super) fn written(value: f64) -> Value {
    if value.is_infinite() { json!(if value > 0.0 { "inf" } else { "-inf" }) } else { json!(value) }
}

/// Writes numbers.
pub(super) fn all_written(values: &[f64]) -> Value {
    Value::Array(values.iter().copied().map(written).collect())
}

/// Makes an answer of named numbers.
pub(super) fn answer<const N: usize>(fields: [(&str, f64); N]) -> Map<String, Value> {
    fields.into_iter().map(|(name, value)| (name.to_owned(), written(value))).collect()
}

/// Writes a part of an answer that may have no number of its own: null in its place, or its status and reason.
pub(super) fn status(why: Undefined) -> Value {
    json!({ "status": why.status(), "reason": why.code() })
}
