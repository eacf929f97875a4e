//! The JSON Schema of the open form, made from the description of the kinds. The file in `assets/schemas` is what this says; a test fails
//! when it is not.

use super::open::SCHEMA;
use crate::model::kept::{KNOWLEDGE, is_derived, whole};
use crate::model::kinds::{Field, Kind, Shape};
use serde_json::{Map, Value, json};

/// Makes the schema (JSON Schema 2020-12).
#[must_use]
pub fn schema() -> Value {
    let mut kinds = Map::new();
    let mut defs = Map::new();
    for kind in whole() {
        let list = json!({ "type": "array", "items": { "$ref": format!("#/$defs/{}", kind.name) }, "description": said(kind) });
        kinds.insert(kind.name.to_owned(), list);
        defs.insert(kind.name.to_owned(), record(kind));
    }
    defs.insert(
        "id".to_owned(),
        json!({
            "type": "string",
            "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
            "description": "UUID of a record; kept when a register is read back, and what links lead to."
        }),
    );
    defs.insert(
        "second".to_owned(),
        json!({
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
            "description": "UTC second (RFC 3339)."
        }),
    );
    defs.insert("time".to_owned(), json!({
        "type": "object",
        "description": "A moment as it is known: an interval of UTC seconds, both ends inclusive. A day is 86,400 seconds in the zone of the statement. A moment that nobody knows is left out.",
        "properties": {
            "earliest": { "$ref": "#/$defs/second" },
            "latest": { "$ref": "#/$defs/second" },
            "precision": { "enum": ["exact", "minute", "hour", "day", "month", "year"], "description": "How finely it was stated." },
            "offset_minutes": { "type": "integer", "minimum": -840, "maximum": 840, "description": "Zone of the statement, minutes east of UTC. Kazakhstan went to UTC+5 as a whole on 1 March 2024." },
            "basis": { "enum": ["document", "platform_notice", "observed", "witness", "press", "inferred"], "description": "What it rests on." }
        },
        "required": ["earliest", "latest", "precision", "offset_minutes", "basis"],
        "additionalProperties": false
    }));
    let settings: Map<String, Value> =
        KNOWLEDGE.iter().map(|name| ((*name).to_owned(), json!({ "type": "string", "description": setting(name) }))).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "tarazy-register-1.schema.json",
        "title": "An open register of deletion orders (tarazy-register/1)",
        "description": "Everything that a Tarazy register knows, in one JSON document: for other programs, for archives, and for reading back into an empty register without loss. A field that nobody filled is left out; it never means \"no\". `schema` is the first member, so that a reader knows the form before anything else. Codes stay as they are in all languages; the codebook of a full export words them in Kazakh, Russian and English.",
        "type": "object",
        "properties": {
            "schema": { "const": SCHEMA, "description": "Form and version. Another version has another number." },
            "app": { "type": "string", "description": "Program that wrote the document." },
            "as_of": { "type": "string", "description": "UTC second of the last entry of the ledger: the same register gives the same document whenever it is exported. Empty while the ledger is." },
            "vault": { "$ref": "#/$defs/id", "description": "The vault that was exported." },
            "ledger": {
                "type": "object",
                "description": "The ledger at that moment: its entries are in a full export, not here.",
                "properties": {
                    "size": { "type": "integer", "minimum": 0, "description": "Entries." },
                    "root": { "type": "string", "pattern": "^[0-9a-f]{64}$", "description": "Root of the tree over the entries (RFC 6962, SHA-256)." }
                },
                "required": ["size", "root"],
                "additionalProperties": false
            },
            "held_back": { "type": "integer", "minimum": 0, "description": "Locked reviews that are left out: the second reviewer of their items sat at the keyboard, or nobody did, and may not read them yet. Only a document with 0 holds all reviews." },
            "settings": { "type": "object", "description": "Settings that belong to the register.", "properties": settings, "additionalProperties": false },
            "kinds": { "type": "object", "description": "The records by their kind, each kind in the order of recording.", "properties": kinds, "additionalProperties": false }
        },
        "required": ["schema", "kinds"],
        "additionalProperties": false,
        "$defs": defs
    })
}

fn record(kind: &Kind) -> Value {
    let mut properties = Map::new();
    properties.insert("id".to_owned(), json!({ "$ref": "#/$defs/id" }));
    let mut required = vec!["id"];
    for field in kind.fields.iter().filter(|f| !is_derived(kind, f)) {
        properties.insert(field.name.to_owned(), value(field));
        if field.needed {
            required.push(field.name);
        }
    }
    json!({ "type": "object", "description": said(kind), "properties": properties, "required": required, "additionalProperties": false })
}

fn value(field: &Field) -> Value {
    let but = |values: &[&str], unset: &str| values.iter().filter(|v| **v != unset).map(|v| json!(v)).collect::<Vec<_>>();
    let mut value = match field.shape {
        Shape::Text | Shape::Long => json!({ "type": "string", "minLength": 1 }),
        Shape::Code(values, unset) => json!({ "enum": but(values, unset) }),
        Shape::Codes(values) => {
            json!({ "type": "array", "items": { "enum": but(values, "") }, "minItems": 1, "uniqueItems": true })
        }
        Shape::Number => json!({ "type": "integer", "minimum": 0 }),
        Shape::Moment => json!({ "$ref": "#/$defs/time" }),
        Shape::Link(_) | Shape::About => json!({ "$ref": "#/$defs/id" }),
        Shape::Mark => json!({ "const": true }),
    };
    let mut words: Vec<String> = Vec::new();
    match field.shape {
        Shape::Code(_, unset) if !unset.is_empty() => words.push(format!("Left out where it is {unset}.")),
        Shape::Link(to) => words.push(format!("The record of {to} with this id.")),
        Shape::About => words.push("The record of any kind with this id.".to_owned()),
        Shape::Mark => words.push("Set or left out.".to_owned()),
        Shape::Number if field.name.ends_with("_at") => words.push("UTC seconds since 1970.".to_owned()),
        _ => {}
    }
    if field.sealed {
        words.push("Sealed: names, contacts or words that identify. It never leaves with tables and statements.".to_owned());
    }
    if let (false, Some(map)) = (words.is_empty(), value.as_object_mut()) {
        map.insert("description".to_owned(), words.join(" ").into());
    }
    value
}

fn setting(name: &str) -> &'static str {
    match name {
        "example" => "\"yes\" where everything in the register is invented.",
        _ => "Organisation that keeps the register, as papers name it.",
    }
}

fn said(kind: &Kind) -> &'static str {
    match kind.name {
        "import_batches" => {
            "Files that were imported: name, SHA-256, mapping of the columns, counts. The files themselves are not kept."
        }
        "authorities" => "Bodies that issue orders, with what came before them.",
        "authority_aliases" => "Other names of an authority, each with the days it was in use.",
        "platforms" => "Social networks, messengers and sites.",
        "audience_measures" => "How many people a platform reaches, by whose count.",
        "representatives" => {
            "Legal representatives that platforms appoint under article 9 of the Law on Online Platforms of 10 July 2023."
        }
        "provisions" => "Provisions of law that orders cite.",
        "provision_versions" => "The wording of a provision in the days it was in force.",
        "actors" => "People, organisations and accounts. The name is sealed; papers know the label.",
        "actor_ages" => "How old an actor was at a date.",
        "occupancies" => "Posts that an actor held: who was an official on which day.",
        "expert_decisions" => "Decisions of the state's expert group (article 40 of the Law on Mass Media).",
        "repetition_sets" => "Items that say the same again: nearly the same text, or one campaign.",
        "orders" => "Orders: binding demands of an authority.",
        "order_provisions" => "Provisions that an order cites, as written and as known.",
        "order_sources" => {
            "Other sources that know of an order than the one in `learned_how`. What sources share is what coverage is told from."
        }
        "items" => {
            "Posts, comments, pictures, accounts: what orders are about. A stub stands for child sexual material, of which nothing is kept."
        }
        "order_items" => "One order applied to one item: what became of it. Verdicts belong here, not to orders.",
        "complaints" => "Applications to the ministry, with or without an order after them.",
        "complaint_items" => "Items that a complaint names.",
        "item_translations" => "Translations of an item's text.",
        "comparator_pairs" => "Like items that were treated differently.",
        "expert_opinions" => "What experts outside the state found about an item or an order.",
        "reviewers" => "People who review.",
        "assignments" => {
            "Items given to reviewers: two blind places and, where they differ, the adjudication; `conflict` says whether a conflict of interest was denied or declared."
        }
        "review_cycles" => "Items that are judged once more, and why. The first cycle of an item has no entry.",
        "calibration_answers" => "What reviewers answered to the invented cases of a calibration set.",
        "actor_roles" => "What an actor is to a complaint, an order or an item.",
        "official_figures" => "Numbers that an authority or a platform published.",
        "coverage_periods" => "What was watched and what was not: that no case is known says nothing of days when nobody looked.",
        "proceedings" => "Appeals, lawsuits and communications.",
        "tasks" => "What somebody must do, and by when.",
        "exhibits" => {
            "What proves something. The files themselves are not in this document: `sha256` and `size` say what each must be. `released_to` names who may be given the file; where it is absent, nobody may."
        }
        "custody_events" => "What was done with an exhibit, by whom and why. Only ever added to.",
        "facts" => "What a contestable fact rests on, and how sure one is of it.",
        "reviews" => {
            "Locked reviews of order items. `answers` is a JSON text: a list of {code, value, quote, exhibit, note, confidence} by the questions of the version of the method named in `rubric`. Reviews that are still blind to somebody are left out."
        }
        "methodologies" => {
            "Versions of the method: `method`, `questions` and `rules` are the texts of its three files, `digest` is SHA-256 over them, one after the other. A draft has none."
        }
        "papers" => {
            "Sealed papers: kind, language, SHA-256 of the file and of the facts it prints. The files themselves are not kept."
        }
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The published schema is what the kinds say: a difference means that somebody forgot to write it anew.
    #[test]
    fn schema_file() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/schemas/tarazy-register-1.schema.json");
        let now = schema();
        if std::env::var_os("TARAZY_WRITE_SCHEMA").is_some() {
            std::fs::write(&path, serde_json::to_string_pretty(&now).unwrap() + "\n").unwrap();
        }
        let there: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        assert!(there == now, "assets/schemas is stale: TARAZY_WRITE_SCHEMA=1 cargo test -p tarazy-core --lib schema_file");
        assert!(whole().all(|kind| !said(kind).is_empty()), "a kind has no description in the schema");
    }
}
