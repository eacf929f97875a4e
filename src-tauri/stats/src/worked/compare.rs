//! Holding an answer against what a case expects, by the rule of the case file: every expected key is there and equal, numbers within
//! `abs + rel |b|`; strings, truth values, nulls and lengths exactly; further keys are allowed.

use serde_json::Value;

/// How far two numbers may lie apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tolerance {
    /// In the unit of the number.
    pub absolute: f64,
    /// As a share of the expected number.
    pub relative: f64,
}

/// Returns where and how an answer differs from what was expected, or nothing.
#[must_use]
pub fn difference(got: &Value, wanted: &Value, tolerance: Tolerance) -> Option<String> {
    differs(got, wanted, tolerance, "")
}

fn differs(got: &Value, wanted: &Value, tolerance: Tolerance, path: &str) -> Option<String> {
    let told = |what: &str| Some(format!("{path}: {what}: got {got}, expected {wanted}"));
    match (got, wanted) {
        (Value::Object(one), Value::Object(other)) => other.iter().find_map(|(key, value)| {
            let path = format!("{path}.{key}");
            one.get(key).map_or_else(|| Some(format!("{path} is missing")), |found| differs(found, value, tolerance, &path))
        }),
        (Value::Array(one), Value::Array(other)) if one.len() != other.len() => told("length"),
        (Value::Array(one), Value::Array(other)) => {
            one.iter().zip(other).enumerate().find_map(|(i, (a, b))| differs(a, b, tolerance, &format!("{path}[{i}]")))
        }
        (Value::Number(one), Value::Number(other)) => match (one.as_f64(), other.as_f64()) {
            (Some(a), Some(b)) if (a - b).abs() <= tolerance.absolute + tolerance.relative * b.abs() => None,
            _ => told("number"),
        },
        _ if got == wanted => None,
        _ => told("value"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const NEAR: Tolerance = Tolerance { absolute: 0.01, relative: 0.1 };

    #[test]
    fn numbers_may_differ_as_far_as_they_are_allowed_to_and_nothing_else_may() {
        assert_eq!(difference(&json!({"a": 10.9, "b": 1}), &json!({"a": 10}), NEAR), None);
        assert_eq!(difference(&json!([1, "x", null, true]), &json!([1, "x", null, true]), NEAR), None);
        for (got, wanted, path) in [
            (json!({"a": 11.2}), json!({"a": 10}), ".a: number"),
            (json!({"b": 1}), json!({"a": 1}), ".a is missing"),
            (json!({"a": [1, 2]}), json!({"a": [1]}), ".a: length"),
            (json!({"a": [1, 2]}), json!({"a": [1, 3]}), ".a[1]: number"),
            (json!({"a": "inf"}), json!({"a": 1}), ".a: value"),
            (json!({"a": null}), json!({"a": 0}), ".a: value"),
            (json!({"a": false}), json!({"a": true}), ".a: value"),
        ] {
            let told = difference(&got, &wanted, NEAR).unwrap();
            assert!(told.starts_with(path), "{told}");
        }
    }
}
