//! Worked examples of change over time.

use super::{
    Answer, Trouble,
    read::{self, count, counts, level, list, numbers, written},
};
use crate::{
    Undefined,
    trend::{
        Continuity, DrawnChance, Term, mann_kendall, pettitt, pettitt_p, poisson_change_point, poisson_change_point_p,
        poisson_regression,
    },
};
use serde_json::{Map, Value, json};

pub(super) fn answer(method: &str, input: &Value, options: &Value) -> Option<Answer> {
    Some(match method {
        "trend.mann_kendall" => monotone(input, options),
        "trend.pettitt" => ranked_change(input, options),
        "trend.poisson_change_point" => counted_change(input, options),
        "trend.poisson_regression" => regression(input, options),
        _ => return None,
    })
}

fn monotone(input: &Value, options: &Value) -> Answer {
    let continuity = match options.get("continuity") {
        None | Some(Value::Bool(true)) => Continuity::Corrected,
        Some(Value::Bool(false)) => Continuity::Plain,
        Some(_) => return Err(Trouble::Field("continuity")),
    };
    let test = mann_kendall(&numbers(input, "values")?, continuity)?;
    let mut fields = read::answer([
        ("var_S", test.variance),
        ("z", test.z),
        ("p", test.p),
        ("tau_b", test.tau_b),
        ("sen_slope", test.sen_slope),
    ]);
    fields.insert("S".to_owned(), json!(test.s));
    Ok(fields)
}

fn ranked_change(input: &Value, options: &Value) -> Answer {
    let values = numbers(input, "values")?;
    let test = pettitt(&values)?;
    let mut fields = read::answer([("p_approx", test.p_approx)]);
    fields.insert("K".to_owned(), json!(test.k));
    fields.insert("change_after_index".to_owned(), json!(test.change_after));
    drawn(&mut fields, options, |replicates, seed| pettitt_p(&values, replicates, seed))?;
    Ok(fields)
}

fn counted_change(input: &Value, options: &Value) -> Answer {
    let (events, exposure) = (counts(input, "counts")?, exposure(input)?);
    let found = poisson_change_point(&events, exposure.as_deref())?;
    let mut fields = read::answer([
        ("likelihood_ratio", found.likelihood_ratio),
        ("rate_before", found.rate_before),
        ("rate_after", found.rate_after),
    ]);
    fields.insert("change_after_index".to_owned(), json!(found.change_after));
    drawn(&mut fields, options, |replicates, seed| poisson_change_point_p(&events, exposure.as_deref(), replicates, seed))?;
    Ok(fields)
}

// A chance is drawn where a number of replicates is given.
fn drawn(
    fields: &mut Map<String, Value>,
    options: &Value,
    chance: impl Fn(u32, u64) -> Result<DrawnChance, Undefined>,
) -> Result<(), Trouble> {
    if options.get("replicates").is_some() {
        let replicates = u32::try_from(count(options, "replicates")?).map_err(|_| Trouble::Field("replicates"))?;
        let found = chance(replicates, count(options, "seed")?)?;
        fields.insert("p_drawn".to_owned(), written(found.p));
    }
    Ok(())
}

fn regression(input: &Value, options: &Value) -> Answer {
    let name = |value: &Value| value.as_str().map(str::to_owned).ok_or(Trouble::Field("terms"));
    let names = list(options, "terms")?.iter().map(name).collect::<Result<Vec<_>, _>>()?;
    let all = input.get("columns").cloned().unwrap_or_else(|| json!({}));
    let column = |name: &String| {
        let values = all.get(name).and_then(Value::as_array).ok_or(Trouble::Field("columns"))?;
        values.iter().map(|value| value.as_f64().ok_or(Trouble::Field("columns"))).collect::<Result<Vec<_>, _>>()
    };
    let columns = names.iter().map(column).collect::<Result<Vec<_>, _>>()?;
    let fit = poisson_regression(&counts(input, "counts")?, &columns, exposure(input)?.as_deref(), level(options)?)?;
    let each = |part: fn(&Term) -> Value| Value::Array(fit.terms.iter().map(part).collect());
    let mut fields = read::answer([("deviance", fit.deviance), ("dispersion", fit.dispersion)]);
    fields.insert("df_residual".to_owned(), json!(fit.df_residual));
    fields.insert("terms".to_owned(), std::iter::once("intercept".to_owned()).chain(names).map(Value::String).collect());
    fields.insert("coef".to_owned(), each(|term| written(term.coefficient)));
    fields.insert("se_poisson".to_owned(), each(|term| written(term.se_poisson)));
    fields.insert("se_quasi".to_owned(), each(|term| written(term.se_quasi)));
    fields.insert("p_quasi".to_owned(), each(|term| json!(term.p_quasi)));
    fields.insert("se_reported".to_owned(), each(|term| written(term.se)));
    fields.insert("p_reported".to_owned(), each(|term| written(term.p)));
    fields.insert("lower_reported".to_owned(), each(|term| written(term.low)));
    fields.insert("upper_reported".to_owned(), each(|term| written(term.high)));
    Ok(fields)
}

fn exposure(input: &Value) -> Result<Option<Vec<f64>>, Trouble> {
    if input.get("exposure").is_some() { numbers(input, "exposure").map(Some) } else { Ok(None) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(method: &str, input: &Value, options: &Value) -> Answer {
        answer(method, input, options).unwrap()
    }

    #[test]
    fn a_chance_is_drawn_where_it_is_asked_for() {
        let input = json!({ "counts": [1, 9], "values": [1, 2, 3, 4] });
        for method in ["trend.poisson_change_point", "trend.pettitt"] {
            assert!(!told(method, &input, &json!({})).unwrap().contains_key("p_drawn"));
            let fields = told(method, &input, &json!({ "replicates": 99, "seed": "7" })).unwrap();
            let p = fields["p_drawn"].as_f64().unwrap();
            assert!((0.01..1.0).contains(&p), "{method} {p}");
            assert_eq!(told(method, &input, &json!({ "replicates": 99 })), Err(Trouble::Field("seed")));
            let none = told(method, &input, &json!({ "replicates": 0, "seed": 7 }));
            assert_eq!(none, Err(Trouble::No(Undefined::TooFewReplicates)));
        }
    }

    #[test]
    fn errors_to_report_never_use_a_dispersion_below_one() {
        let input = json!({ "counts": [4, 5, 4, 5, 5, 4], "columns": { "time": [0, 1, 2, 3, 4, 5] } });
        let fields = told("trend.poisson_regression", &input, &json!({ "terms": ["time"] })).unwrap();
        assert!(fields["dispersion"].as_f64().unwrap() < 1.0);
        assert_eq!(fields["se_reported"], fields["se_poisson"]);
        let (quasi, reported) = (&fields["p_quasi"][1], &fields["p_reported"][1]);
        assert!(quasi.as_f64() < reported.as_f64());
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let input = json!({ "counts": [4, 5, 6], "columns": { "time": [0, 1, "two"] }, "values": [1, 2] });
        for (method, options, field) in [
            ("trend.poisson_regression", json!({}), "terms"),
            ("trend.poisson_regression", json!({ "terms": ["time"] }), "columns"),
            ("trend.poisson_regression", json!({ "terms": ["place"] }), "columns"),
            ("trend.mann_kendall", json!({ "continuity": "yes" }), "continuity"),
            ("trend.pettitt", json!({ "replicates": 5_000_000_000_u64, "seed": 1 }), "replicates"),
        ] {
            assert_eq!(told(method, &input, &options), Err(Trouble::Field(field)), "{method}");
        }
        assert!(answer("trend.arima", &input, &json!({})).is_none());
    }
}
