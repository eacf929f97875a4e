//! Worked examples of shares corrected for misclassification.

use super::Answer;
use super::proportion::{only, sample};
use super::read::{self, level, number};
use crate::{Corrected, known_accuracy, rogan_gladen, tipping_point, wilson_of};
use serde_json::{Map, Value, json};

pub(super) fn answer(method: &str, input: &Value, options: &Value) -> Option<Answer> {
    Some(match method {
        "misclassification.rogan_gladen" => validated(input, options),
        "misclassification.known_accuracy" => known(input, options),
        "misclassification.tipping_point" => tipping(input, options),
        _ => return None,
    })
}

fn validated(input: &Value, options: &Value) -> Answer {
    only(options, "interval", "lang_reiczigel")?;
    let judged = sample(input, ["x", "n", "n_eff"])?;
    let sensitivity = sample(input, ["true_positive", "validation_positive", "validation_positive_eff"])?;
    let specificity = sample(input, ["true_negative", "validation_negative", "validation_negative_eff"])?;
    Ok(written(&rogan_gladen(judged, sensitivity, specificity, level(options)?)?))
}

fn known(input: &Value, options: &Value) -> Answer {
    only(options, "interval", "wilson_mapped")?;
    let (sensitivity, specificity) = (number(input, "sensitivity")?, number(input, "specificity")?);
    Ok(written(&known_accuracy(sample(input, ["x", "n", "n_eff"])?, sensitivity, specificity, level(options)?)?))
}

fn written(found: &Corrected) -> Map<String, Value> {
    let mut fields = read::answer([
        ("raw_estimate", found.raw),
        ("estimate", found.estimate),
        ("lower", found.interval.low),
        ("upper", found.interval.high),
    ]);
    fields.insert("truncated".to_owned(), json!(found.truncated));
    // An interval that is one point of the edge is never to be read as certainty.
    if found.outside {
        fields.insert("status".to_owned(), json!("boundary"));
    }
    fields
}

fn tipping(input: &Value, options: &Value) -> Answer {
    only(options, "interval", "wilson")?;
    let sensitivity = if options.get("sensitivity").is_none() { 1.0 } else { number(options, "sensitivity")? };
    let limit = wilson_of(sample(input, ["x", "n", "n_eff"])?, level(options)?)?.low;
    let found = tipping_point(limit, sensitivity, number(input, "threshold")?)?;
    let mut fields = read::answer([("max_false_legit_rate", found.rate)]);
    fields.insert("already_below".to_owned(), json!(found.already_below));
    Ok(fields)
}
