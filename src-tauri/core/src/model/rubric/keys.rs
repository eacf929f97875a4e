//! Which keys the files of a version have. Reading passes over what it does not know, because a register keeps what it once let in; the
//! check names it, because a misspelt key is a rule that silently does not hold.

use super::Fault;
use super::read::FILES;
use serde_json::Value;

/// What may stand at a place. Whether a value is of the right kind is the reading's business.
enum Shape {
    /// Anything without keys.
    Leaf,
    /// These keys.
    Keys(&'static [(&'static str, Shape)]),
    /// A list of such.
    List(&'static Shape),
    /// Such under keys that the method chooses.
    Named(&'static Shape),
}

use Shape::{Keys, Leaf, List, Named};

const TEXTS: Shape = Keys(&[("kk", Leaf), ("ru", Leaf), ("en", Leaf)]);

const METHOD: Shape = Keys(&[
    ("key", Leaf),
    ("version", Leaf),
    ("status", Leaf),
    ("base", Leaf),
    ("published_on", Leaf),
    ("adopted_on", Leaf),
    ("adopted_by", Leaf),
    ("note", TEXTS),
    ("changelog", List(&TEXTS)),
]);

const QUESTIONS: Shape = List(&Keys(&[
    ("code", Leaf),
    ("part", Leaf),
    ("several", Leaf),
    ("scale", Leaf),
    ("text", TEXTS),
    ("help", TEXTS),
    ("example", TEXTS),
    ("source", Leaf),
    ("checked", Leaf),
    ("gc35", Leaf),
]));

const READS: Shape = Keys(&[("met", Leaf), ("not_met", Leaf), ("all_of", Leaf), ("grounded", Leaf)]);

const SUBTYPE: Shape = Keys(&[("of", Leaf), ("met", Leaf), ("not_met", Leaf), ("open", Leaf)]);

const RULE: Shape = Keys(&[("id", Leaf), ("verdict", Leaf), ("subtype", Leaf), ("when", Leaf), ("text", TEXTS)]);

const WORDED: Shape = Keys(&[("id", Leaf), ("text", TEXTS)]);

const NAMED: Shape = Keys(&[("code", Leaf), ("text", TEXTS), ("help", TEXTS), ("source", Leaf), ("checked", Leaf)]);

const FINDINGS: Shape = Keys(&[
    ("not_assessable_over", Leaf),
    ("unlawful_on_its_face", Leaf),
    ("arbitrary_verdicts", Leaf),
    ("arbitrary_codes", Leaf),
    ("arbitrary_elements", Leaf),
    ("defective_verdicts", Leaf),
    ("derived", Keys(&[("code", Leaf), ("all_of", Leaf), ("not_met_once_answered", Leaf)])),
    ("text", List(&WORDED)),
]);

const RULES: Shape = Keys(&[
    ("inputs", Leaf),
    ("standard", READS),
    ("reads", Named(&READS)),
    ("subtypes", Named(&SUBTYPE)),
    ("content", List(&RULE)),
    ("open", WORDED),
    ("findings", FINDINGS),
    ("note", TEXTS),
    ("elements", List(&NAMED)),
    ("verdicts", List(&NAMED)),
    ("parts", List(&NAMED)),
]);

/// Names the keys of the three files that no version has.
pub(super) fn odd_keys(files: &[String; 3]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for ((file, text), shape) in FILES.into_iter().zip(files).zip([&METHOD, &QUESTIONS, &RULES]) {
        let Ok(value) = serde_json::from_str::<Value>(text) else { continue };
        let mut odd = Vec::new();
        walk(&value, shape, "", &mut odd);
        faults.extend(odd.into_iter().map(|key| Fault::UnknownKey { file: file.to_owned(), key }));
    }
    faults
}

fn walk(value: &Value, shape: &Shape, at: &str, odd: &mut Vec<String>) {
    let below = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
    match (shape, value) {
        (Keys(known), Value::Object(map)) => {
            for (key, value) in map {
                match known.iter().find(|(name, _)| name == key) {
                    Some((_, shape)) => walk(value, shape, &below(key), odd),
                    None => odd.push(below(key)),
                }
            }
        }
        (Named(shape), Value::Object(map)) => map.iter().for_each(|(key, value)| walk(value, shape, &below(key), odd)),
        (List(shape), Value::Array(list)) => {
            for (value, place) in list.iter().zip(1u32..) {
                walk(value, shape, &below(&name_of(value, place)), odd);
            }
        }
        _ => {}
    }
}

// What stands in a list is known by its code, or else by its place.
fn name_of(value: &Value, place: u32) -> String {
    let said = ["code", "id"].iter().find_map(|key| value.get(key)?.as_str());
    said.map_or_else(|| place.to_string(), str::to_owned)
}
