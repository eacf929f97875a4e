//! JSON whose bytes depend on what it says alone. Whether a map keeps the order of its making is decided by features that other crates of a build ask
//! for: the window's build does, the command line's does not.

use serde_json::{Map, Value};

/// Returns the same document with the names of every object in the order of their bytes. Written without blanks it has one form.
#[must_use]
pub fn canonical(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<(String, Value)> = fields.into_iter().collect();
            fields.sort_by(|(one, _), (other, _)| one.cmp(other));
            Value::Object(fields.into_iter().map(|(name, value)| (name, canonical(value))).collect::<Map<_, _>>())
        }
        Value::Array(list) => Value::Array(list.into_iter().map(canonical).collect()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::canonical;
    use serde_json::json;

    #[test]
    fn names_stand_in_the_order_of_their_bytes_at_every_depth() {
        let made = canonical(json!({ "b": [{ "қ": 1, "z": 2, "a": 0.5 }], "a": null }));
        assert_eq!(made.to_string(), r#"{"a":null,"b":[{"a":0.5,"z":2,"қ":1}]}"#);
    }
}
