//! Worked examples of the agreement of raters.

use super::read::{self, count, level, list, table, text};
use super::{Answer, Trouble};
use crate::{
    Metric, Weights, bootstrap_alpha, cohen_kappa, fleiss_kappa, gwet_ac1, krippendorff_alpha, percent_agreement, units_paired,
};
use serde_json::{Map, Value, json};

// Tables grow with the square of the categories, and time with the replicates: a file asks for no more than a report needs.
const CATEGORIES_MAX: usize = 1_000;
const REPLICATES_MAX: u64 = 1_000_000;

pub(super) fn answer(method: &str, input: &Value, options: &Value) -> Option<Answer> {
    Some(match method {
        "agreement.cohen_kappa" => cohen(input, options),
        "agreement.fleiss_kappa" => fleiss(input),
        "agreement.gwet_ac1" => gwet(input),
        "agreement.krippendorff_alpha" => krippendorff(input, options),
        "agreement.percent" => percent(input),
        "bootstrap.krippendorff_alpha" => bootstrap(input, options),
        _ => return None,
    })
}

struct Ratings<'v> {
    units: Vec<Vec<Option<usize>>>,
    categories: Vec<&'v Value>,
}

// Reads units of ratings: the categories are those listed or, where none are, those that occur, in the order in which they do.
fn ratings(input: &Value) -> Result<Ratings<'_>, Trouble> {
    let listed = input.get("categories").is_some();
    let mut categories: Vec<&Value> = if listed { list(input, "categories")?.iter().collect() } else { Vec::new() };
    let mut units = Vec::new();
    for unit in list(input, "units")? {
        let unit = unit.as_array().ok_or(Trouble::Field("units"))?;
        let mut places = Vec::new();
        for rating in unit {
            if !listed && !rating.is_null() && !categories.contains(&rating) {
                categories.push(rating);
            }
            if categories.len() > CATEGORIES_MAX {
                return Err(Trouble::Field("categories"));
            }
            let place = categories.iter().position(|category| *category == rating);
            if place.is_none() && !rating.is_null() {
                return Err(Trouble::Field("units"));
            }
            places.push(place);
        }
        units.push(places);
    }
    if categories.len() > CATEGORIES_MAX { Err(Trouble::Field("categories")) } else { Ok(Ratings { units, categories }) }
}

// Reads units whose categories are listed: the places of those that happen to occur are no rubric.
fn rated(input: &Value) -> Result<Ratings<'_>, Trouble> {
    list(input, "categories")?;
    ratings(input)
}

fn metric(options: &Value, categories: &[&Value]) -> Result<Metric, Trouble> {
    match text(options, "metric")? {
        "nominal" => Ok(Metric::Nominal),
        "ordinal" => Ok(Metric::Ordinal),
        // Distances are counted in places: numbers of other distances would be measured wrongly.
        "interval" if evenly_spaced(categories) => Ok(Metric::Interval),
        "interval" => Err(Trouble::Field("categories")),
        _ => Err(Trouble::Field("metric")),
    }
}

fn evenly_spaced(categories: &[&Value]) -> bool {
    let values: Option<Vec<f64>> = categories.iter().map(|value| value.as_f64()).collect();
    let Some(values) = values else { return false };
    let mut steps = values.iter().zip(values.iter().skip(1)).map(|(one, next)| next - one);
    let Some(first) = steps.next() else { return true };
    first.abs() > 0.0 && steps.all(|step| (step - first).abs() <= 1e-9 * first.abs())
}

fn cohen(input: &Value, options: &Value) -> Answer {
    let weights = match text(options, "weights")? {
        "none" => Weights::None,
        "linear" => Weights::Linear,
        "quadratic" => Weights::Quadratic,
        _ => return Err(Trouble::Field("weights")),
    };
    let found = cohen_kappa(&table(input, "matrix")?, weights, level(options)?)?;
    Ok(read::answer([
        ("observed_agreement", found.observed),
        ("expected_agreement", found.expected),
        ("kappa", found.kappa),
        ("se", found.se),
        ("lower", found.low),
        ("upper", found.high),
    ]))
}

fn fleiss(input: &Value) -> Answer {
    let found = fleiss_kappa(&table(input, "counts")?)?;
    Ok(read::answer([("observed_agreement", found.observed), ("expected_agreement", found.expected), ("kappa", found.kappa)]))
}

fn gwet(input: &Value) -> Answer {
    let ratings = rated(input)?;
    let found = gwet_ac1(&ratings.units, ratings.categories.len())?;
    Ok(read::answer([("observed_agreement", found.observed), ("expected_agreement", found.expected), ("ac1", found.ac1)]))
}

fn krippendorff(input: &Value, options: &Value) -> Answer {
    let ratings = rated(input)?;
    let metric = metric(options, &ratings.categories)?;
    let found = krippendorff_alpha(&ratings.units, ratings.categories.len(), metric)?;
    let mut fields = read::answer([
        ("alpha", found.alpha),
        ("observed_disagreement", found.observed_disagreement),
        ("expected_disagreement", found.expected_disagreement),
    ]);
    fields.insert("pairable_values".to_owned(), json!(found.pairable));
    Ok(fields)
}

fn percent(input: &Value) -> Answer {
    let ratings = ratings(input)?;
    let share = percent_agreement(&ratings.units, ratings.categories.len())?;
    Ok(Map::from_iter([("agreement".to_owned(), json!(share)), ("units_used".to_owned(), json!(units_paired(&ratings.units)))]))
}

fn bootstrap(input: &Value, options: &Value) -> Answer {
    let ratings = rated(input)?;
    let metric = metric(options, &ratings.categories)?;
    let replicates = count(options, "replicates")?;
    let replicates =
        u32::try_from(replicates).ok().filter(|_| replicates <= REPLICATES_MAX).ok_or(Trouble::Field("replicates"))?;
    let seed = count(options, "seed")?;
    let found = bootstrap_alpha(&ratings.units, ratings.categories.len(), metric, replicates, seed, level(options)?)?;
    let mut fields = read::answer([("estimate", found.estimate), ("lower", found.low), ("upper", found.high)]);
    fields.insert("undefined_replicates".to_owned(), json!(found.undefined_replicates));
    Ok(fields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::worked::estimate;

    fn alpha(categories: Value, metric: &str) -> Result<Value, Trouble> {
        let units = json!([[1, 1], [2, 4], [4, 4], [1, null]]);
        let input = json!({ "categories": categories, "units": units });
        estimate("agreement.krippendorff_alpha", &input, &json!({ "metric": metric }))
    }

    #[test]
    fn intervals_are_measured_between_evenly_spaced_numbers_only() {
        assert!(alpha(json!([1, 2, 3, 4]), "interval").is_ok());
        assert!(alpha(json!([4, 3, 2, 1]), "interval").is_ok());
        assert_eq!(alpha(json!([1, 2, 4]), "interval"), Err(Trouble::Field("categories")));
        assert!(alpha(json!([1, 2, 4]), "ordinal").is_ok());
        let words = json!({ "categories": ["a", "b"], "units": [["a", "b"]] });
        assert_eq!(
            estimate("agreement.krippendorff_alpha", &words, &json!({ "metric": "interval" })),
            Err(Trouble::Field("categories"))
        );
    }

    #[test]
    fn what_a_file_may_not_ask_is_refused() {
        assert_eq!(alpha(json!([1, 2]), "nominal"), Err(Trouble::Field("units")), "4 is no category");
        assert_eq!(alpha(json!([1, 2, 4]), "ratio"), Err(Trouble::Field("metric")));
        let many: Vec<usize> = (0..=CATEGORIES_MAX).collect();
        assert_eq!(alpha(json!(many), "nominal"), Err(Trouble::Field("categories")));
        let units: Vec<[usize; 1]> = many.iter().map(|place| [*place]).collect();
        assert_eq!(estimate("agreement.percent", &json!({ "units": units }), &json!({})), Err(Trouble::Field("categories")));
        let unlisted = json!({ "units": [["a", "b"]] });
        for method in ["agreement.gwet_ac1", "agreement.krippendorff_alpha", "bootstrap.krippendorff_alpha"] {
            assert_eq!(
                estimate(method, &unlisted, &json!({ "metric": "nominal" })),
                Err(Trouble::Field("categories")),
                "{method}"
            );
        }
        let drawn = |replicates: u64| {
            let options = json!({ "metric": "nominal", "replicates": replicates, "seed": 1 });
            estimate(
                "bootstrap.krippendorff_alpha",
                &json!({ "categories": [0, 1], "units": [[0, 1], [1, 1], [0, 0]] }),
                &options,
            )
        };
        assert_eq!(drawn(REPLICATES_MAX + 1), Err(Trouble::Field("replicates")));
        assert!(drawn(50).is_ok());
        let weights = estimate("agreement.cohen_kappa", &json!({ "matrix": [[1, 0], [0, 1]] }), &json!({ "weights": "steep" }));
        assert_eq!(weights, Err(Trouble::Field("weights")));
    }

    #[test]
    fn categories_that_are_not_listed_are_those_that_occur() {
        let found =
            estimate("agreement.percent", &json!({ "units": [["b", "b"], ["a", "c"], [null, "d"]] }), &json!({})).unwrap();
        assert_eq!(found, json!({ "status": "ok", "agreement": 0.5, "units_used": 2 }));
    }
}
