//! Worked examples of shares: intervals, differences, bounds and presentation.

use super::read::{self, count, level, list, number, status, text, written};
use super::{Answer, Trouble};
use crate::{
    ClusterCount, DesignShare, Display, Interval, Sample, StratumCount, Undefined, clopper_pearson, clopper_pearson_lower,
    cluster_share, hypergeometric, jeffreys, newcombe, presentation, stratified_share, whole_bounds, wilson_of, with_unknown,
};
use serde_json::{Map, Value, json};

pub(super) fn answer(method: &str, input: &Value, options: &Value) -> Option<Answer> {
    Some(match method {
        "proportion.interval" => interval(input, options),
        "proportion.difference" => difference(input, options),
        "proportion.finite_interval" => finite(input, options),
        "proportion.cluster_interval" => clusters(input, options),
        "proportion.stratified_interval" => strata(input, options),
        "share.with_unknown" => unknown(input, options),
        "bounds.all_orders" => bounds(input),
        "presentation.proportion" => shown(input),
        _ => return None,
    })
}

// Reads x of n, on an effective size where one is given.
pub(super) fn sample(of: &Value, [x, n, n_eff]: [&'static str; 3]) -> Result<Sample, Trouble> {
    let counted = Sample::counted(count(of, x)?, count(of, n)?)?;
    if of.get(n_eff).is_none() {
        return Ok(counted);
    }
    Ok(Sample::effective(counted.share(), number(of, n_eff)?)?)
}

// Refuses another method of making an interval than the one there is.
pub(super) fn only(options: &Value, name: &'static str, known: &str) -> Result<(), Trouble> {
    if options.get(name).is_none() || text(options, name)? == known { Ok(()) } else { Err(Trouble::Field(name)) }
}

fn interval(input: &Value, options: &Value) -> Answer {
    let (sample, level) = (sample(input, ["x", "n", "n_eff"])?, level(options)?);
    let found = match text(options, "kind")? {
        "wilson" => wilson_of(sample, level)?,
        "clopper_pearson" => clopper_pearson(sample, level)?,
        "clopper_pearson_lower" => Interval { low: clopper_pearson_lower(sample, level)?, high: 1.0 },
        "jeffreys" => jeffreys(sample, level)?,
        _ => return Err(Trouble::Field("kind")),
    };
    Ok(read::answer([("estimate", sample.share()), ("lower", found.low), ("upper", found.high)]))
}

fn difference(input: &Value, options: &Value) -> Answer {
    only(options, "kind", "newcombe_hybrid_score")?;
    let (one, other) = (sample(input, ["x1", "n1", "n_eff1"])?, sample(input, ["x2", "n2", "n_eff2"])?);
    let found = newcombe(one, other, level(options)?)?;
    Ok(read::answer([("estimate", found.estimate), ("lower", found.low), ("upper", found.high)]))
}

fn finite(input: &Value, options: &Value) -> Answer {
    only(options, "kind", "exact_hypergeometric")?;
    let found = hypergeometric(count(input, "x")?, count(input, "n")?, count(input, "population")?, level(options)?)?;
    let limits = [("estimate", found.estimate), ("lower", found.interval.low), ("upper", found.interval.high)];
    Ok(with_counts(read::answer(limits), found.low_count, found.high_count))
}

fn with_counts(mut fields: Map<String, Value>, low: u64, high: u64) -> Map<String, Value> {
    fields.insert("lower_count".to_owned(), json!(low));
    fields.insert("upper_count".to_owned(), json!(high));
    fields
}

fn clusters(input: &Value, options: &Value) -> Answer {
    only(options, "kind", "korn_graubard")?;
    let one = |of: &Value| Ok(ClusterCount { x: count(of, "x")?, n: count(of, "n")? });
    let all: Vec<ClusterCount> = list(input, "clusters")?.iter().map(one).collect::<Result<_, Trouble>>()?;
    Ok(designed(&cluster_share(&all, level(options)?)?))
}

fn strata(input: &Value, options: &Value) -> Answer {
    only(options, "kind", "korn_graubard")?;
    let one = |of: &Value| Ok(StratumCount { population: count(of, "population")?, n: count(of, "n")?, x: count(of, "x")? });
    let all: Vec<StratumCount> = list(input, "strata")?.iter().map(one).collect::<Result<_, Trouble>>()?;
    Ok(designed(&stratified_share(&all, level(options)?)?))
}

fn designed(found: &DesignShare) -> Map<String, Value> {
    let mut fields = read::answer([
        ("estimate", found.estimate),
        ("unweighted", found.unweighted),
        ("n_eff", found.n_eff),
        ("lower", found.interval.low),
        ("upper", found.interval.high),
        ("cautious_lower", found.cautious.low),
        ("cautious_upper", found.cautious.high),
    ]);
    for (name, count) in [("x", found.x), ("n", found.n), ("df", found.df)] {
        fields.insert(name.to_owned(), json!(count));
    }
    for (name, value) in [("se", found.se), ("deff", found.deff)] {
        fields.insert(name.to_owned(), value.map_or_else(|| status(Undefined::NoVariation), written));
    }
    fields
}

fn unknown(input: &Value, options: &Value) -> Answer {
    let deff = if input.get("deff").is_none() { 1.0 } else { number(input, "deff")? };
    let [yes, no, unknown] = [count(input, "yes")?, count(input, "no")?, count(input, "unknown")?];
    let found = with_unknown(yes, no, unknown, deff, level(options)?)?;
    let mut fields = read::answer([
        ("bound_lower", found.bounds.low),
        ("bound_upper", found.bounds.high),
        ("bound_lower_limit", found.limits.low),
        ("bound_upper_limit", found.limits.high),
        ("unknown_share", found.unknown_share),
    ]);
    match found.observed {
        Some((share, interval)) => {
            fields.extend(read::answer([("observed_share", share), ("lower", interval.low), ("upper", interval.high)]));
        }
        None => {
            fields.insert("observed_share".to_owned(), status(Undefined::NZero));
        }
    }
    Ok(fields)
}

fn bounds(input: &Value) -> Answer {
    let found = whole_bounds(count(input, "x")?, count(input, "n")?, count(input, "total")?)?;
    let limits = read::answer([("lower", found.interval.low), ("upper", found.interval.high)]);
    Ok(with_counts(limits, found.low_count, found.high_count))
}

fn shown(input: &Value) -> Answer {
    let (x, n) = (count(input, "x")?, count(input, "n")?);
    // Where none is given, the items are independent.
    let n_eff = if input.get("n_eff").is_none() { f64::INFINITY } else { number(input, "n_eff")? };
    let found = presentation(x, n, n_eff)?;
    let mut fields: Map<String, Value> = found.width.map(|width| ("width".to_owned(), written(width))).into_iter().collect();
    let name = match found.display {
        Display::Nothing => "no_data",
        shown => shown.code(),
    };
    fields.insert("level".to_owned(), json!(name));
    Ok(fields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::worked::estimate;

    fn refused(method: &str, input: Value, options: Value, field: &'static str) {
        assert_eq!(estimate(method, &input, &options), Err(Trouble::Field(field)), "{method} {input} {options}");
    }

    #[test]
    fn other_kinds_and_missing_fields_are_refused() {
        let five = json!({ "x": 5, "n": 9 });
        refused("proportion.interval", five.clone(), json!({}), "kind");
        refused("proportion.interval", five.clone(), json!({ "kind": "wald" }), "kind");
        refused("proportion.interval", json!({ "x": 5 }), json!({ "kind": "wilson" }), "n");
        refused("proportion.interval", json!({ "x": -5, "n": 9 }), json!({ "kind": "wilson" }), "x");
        refused("proportion.interval", json!({ "x": 5, "n": 9, "n_eff": "few" }), json!({ "kind": "wilson" }), "n_eff");
        refused("proportion.finite_interval", json!({ "x": 5, "n": 9, "population": 20 }), json!({ "kind": "normal" }), "kind");
        refused("proportion.cluster_interval", json!({ "clusters": [{ "x": 1 }] }), json!({}), "n");
        refused("proportion.stratified_interval", json!({ "strata": 5 }), json!({}), "strata");
        refused("misclassification.tipping_point", five.clone(), json!({ "interval": "wald" }), "interval");
        refused("misclassification.tipping_point", five, json!({}), "threshold");
        refused("rate.ratio", json!({ "events_1": 1 }), json!({ "kind": "wald" }), "kind");
    }

    #[test]
    fn an_effective_size_widens() {
        let width = |input: Value, kind: &str| {
            let found = estimate("proportion.interval", &input, &json!({ "kind": kind })).unwrap();
            found["upper"].as_f64().unwrap() - found["lower"].as_f64().unwrap()
        };
        for kind in ["wilson", "clopper_pearson", "clopper_pearson_lower", "jeffreys"] {
            assert!(
                width(json!({ "x": 26, "n": 40, "n_eff": 20.5 }), kind) > 1.1 * width(json!({ "x": 26, "n": 40 }), kind),
                "{kind}"
            );
        }
        let apart = |input: Value| estimate("proportion.difference", &input, &json!({})).unwrap()["lower"].as_f64().unwrap();
        let plain = apart(json!({ "x1": 56, "n1": 70, "x2": 48, "n2": 80 }));
        assert!(apart(json!({ "x1": 56, "n1": 70, "n_eff1": 35, "x2": 48, "n2": 80, "n_eff2": 40 })) < plain - 0.02);
    }

    #[test]
    fn parts_without_a_number_say_so() {
        let none = json!({ "status": "undefined", "reason": "n_zero" });
        let found = estimate("share.with_unknown", &json!({ "yes": 0, "no": 0, "unknown": 3 }), &json!({})).unwrap();
        assert_eq!((&found["observed_share"], &found["status"]), (&none, &json!("ok")));
        let found =
            estimate("proportion.cluster_interval", &json!({ "clusters": [{ "x": 1, "n": 1 }, { "x": 2, "n": 2 }] }), &json!({}));
        assert_eq!(found.unwrap()["se"], json!({ "status": "undefined", "reason": "no_variation" }));
        let wrong = json!({ "x": 5, "n": 1000, "sensitivity": 0.9, "specificity": 0.9 });
        let found = estimate("misclassification.known_accuracy", &wrong, &json!({})).unwrap();
        assert_eq!((&found["status"], &found["truncated"]), (&json!("boundary"), &json!(true)));
    }
}
