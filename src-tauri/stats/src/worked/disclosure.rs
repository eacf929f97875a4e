//! Worked examples of disclosure control: small cells of a table, and rows that must hide people.

use super::read::{count, list, table, text};
use super::{Answer, Trouble};
use crate::{Anonymous, Cell, Outcome, Reader, Record, Rule, Zeros, k_anonymity, suppress_table};
use serde_json::{Map, Value, json};

pub(super) fn answer(method: &str, input: &Value, options: &Value) -> Option<Answer> {
    match method {
        "disclosure.suppress_table" => Some(suppressed(input, options)),
        "disclosure.k_anonymity" => Some(anonymous(input, options)),
        _ => None,
    }
}

fn suppressed(input: &Value, options: &Value) -> Answer {
    let outcome = suppress_table(&table(input, "table")?, rule(options)?)?;
    let fields = match outcome {
        Outcome::Withhold(why) => json!({ "status": "withhold_table", "reason": why.code() }),
        Outcome::Publish(found) => {
            let audit = found.audit.iter().map(|range| {
                let greatest = range.greatest.map_or_else(|| json!("inf"), |value| json!(value));
                json!({ "cell": place(&range.cell), "min": range.least, "max": greatest })
            });
            json!({
                "primary": found.primary.iter().map(place).collect::<Vec<_>>(),
                "complementary": found.complementary.iter().map(place).collect::<Vec<_>>(),
                "audit": audit.collect::<Vec<_>>(),
                "published": found.published,
            })
        }
    };
    fields.as_object().cloned().ok_or(Trouble::Field("table"))
}

fn place(cell: &Cell) -> Value {
    json!([cell.row, cell.column])
}

fn rule(options: &Value) -> Result<Rule, Trouble> {
    let threshold = if options.get("threshold").is_none() { Rule::ADULTS.threshold } else { count(options, "threshold")? };
    let zeros = match options.get("zeros").and_then(Value::as_str) {
        None if options.get("zeros").is_none() => Zeros::Stay,
        Some("stay") => Zeros::Stay,
        Some("reveal") => Zeros::Reveal,
        _ => return Err(Trouble::Field("zeros")),
    };
    let reader = match options.get("reader").and_then(Value::as_str) {
        None if options.get("reader").is_none() => Reader::OfTheTable,
        Some("of_the_table") => Reader::OfTheTable,
        Some("of_the_rule") => Reader::OfTheRule,
        _ => return Err(Trouble::Field("reader")),
    };
    Ok(Rule { threshold, zeros, reader })
}

fn anonymous(input: &Value, options: &Value) -> Answer {
    let quasi: Option<Vec<&str>> = list(input, "quasi_identifiers")?.iter().map(Value::as_str).collect();
    let quasi = quasi.ok_or(Trouble::Field("quasi_identifiers"))?;
    let sensitive = text(input, "sensitive")?;
    let records = list(input, "records")?.iter().map(|row| {
        // A field that a record lacks is a slip of the pen; one that is null is a missing value, and a value.
        let written = |name: &str| row.get(name).map(Value::to_string);
        let quasi_identifiers = quasi.iter().map(|name| written(name)).collect::<Option<Vec<String>>>()?;
        Some(Record { quasi_identifiers, sensitive: written(sensitive)? })
    });
    let records = records.collect::<Option<Vec<_>>>().ok_or(Trouble::Field("records"))?;
    let l = if options.get("l").is_none() { 1 } else { count(options, "l")? };
    let found = k_anonymity(&records, Anonymous { k: count(options, "k")?, l })?;
    let fields: Map<String, Value> = [
        ("classes", json!(found.classes)),
        ("smallest_class", json!(found.smallest_class)),
        ("records_below_k", json!(found.records_below_k)),
        ("smallest_distinct_sensitive", json!(found.smallest_distinct_sensitive)),
        ("satisfied", json!(found.satisfied)),
        ("exposed", json!(found.exposed)),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect();
    Ok(fields)
}
