//! Worked examples of what is behind judgements: unseen classes, like cases, predictability, concentration, the index of components.

use super::read::{all_written, count, counts, level, list, number, numbers, status, table, text, written};
use super::{Answer, Trouble, read};
use crate::{
    Aggregation, Component, LeftOut, LikeStatistic, PairTable, Parameter, RankRange, RatedAlike, Rating, Resampling, Stopping,
    Undefined, Variation, bootstrap_like_cases, composite_index, concentration, dawid_skene, hui_walter, like_cases,
    predictability, rank_ranges,
};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Answers for the methods of this family.
pub(super) fn answer(method: &str, input: &Value, options: &Value) -> Option<Answer> {
    Some(match method {
        "latent_class.dawid_skene" => classes(input, options),
        "latent_class.hui_walter" => two_raters(input, options),
        "consistency.like_cases" => alike(input, options),
        "consistency.predictability" => explained(input),
        "bootstrap.like_cases" => alike_drawn(input, options),
        "concentration.indices" => gathered(input),
        "composite.index" => index(input, options),
        _ => return None,
    })
}

// Ratings as they were read: the items' names, how each was rated, the raters' names, the classes.
struct Ratings {
    items: Vec<String>,
    rated: Vec<RatedAlike>,
    raters: Vec<String>,
    classes: Vec<Value>,
}

fn classes(input: &Value, options: &Value) -> Answer {
    let read = if input.get("ratings").is_some() { one_by_one(input) } else { by_pattern(input) }?;
    let usual = Stopping::default();
    let tolerance = if options.get("tolerance").is_none() { usual.tolerance } else { number(options, "tolerance")? };
    let steps = if options.get("max_iter").is_none() { u64::from(usual.steps_max) } else { count(options, "max_iter")? };
    if options.get("init").is_some_and(|init| init != "average") {
        return Err(Trouble::Field("init"));
    }
    let stopping = Stopping { tolerance, steps_max: u32::try_from(steps).unwrap_or(u32::MAX) };
    let found = dawid_skene(&read.rated, read.raters.len(), read.classes.len(), stopping)?;
    let rows = |of_rater: &Vec<Option<Vec<f64>>>| {
        of_rater.iter().map(|row| row.as_ref().map_or(Value::Null, |row| all_written(row))).collect::<Vec<_>>()
    };
    let rates: Map<String, Value> = read.raters.iter().cloned().zip(found.error_rates.iter().map(|r| json!(rows(r)))).collect();
    let class = |place: &Option<usize>| place.and_then(|place| read.classes.get(place).cloned()).unwrap_or(Value::Null);
    let mut fields = read::answer([("log_likelihood", found.log_likelihood), ("iterations", f64::from(found.steps))]);
    fields.insert("prevalence".into(), all_written(&found.prevalence));
    fields.insert("error_rates".into(), Value::Object(rates));
    fields.insert("map_class".into(), found.likeliest.iter().map(class).collect());
    for (name, row) in read.items.iter().zip(&found.posterior) {
        fields.insert(format!("posterior_item_{name}"), all_written(row));
    }
    if found.on_boundary {
        fields.insert("status".into(), json!("boundary"));
    }
    Ok(fields)
}

fn class_of(classes: &[Value], label: &Value, field: &'static str) -> Result<usize, Trouble> {
    classes.iter().position(|class| class == label).ok_or(Trouble::Field(field))
}

// A list of ratings, each with its item. Items stand in the order of their first ratings.
fn one_by_one(input: &Value) -> Result<Ratings, Trouble> {
    let (classes, ratings) = (list(input, "classes")?.to_vec(), list(input, "ratings")?);
    let raters = ratings.iter().map(|rating| text(rating, "rater")).collect::<Result<BTreeSet<&str>, _>>()?;
    let raters: Vec<String> = raters.into_iter().map(str::to_owned).collect();
    let (mut items, mut rated): (Vec<String>, Vec<RatedAlike>) = (Vec::new(), Vec::new());
    for rating in ratings {
        let item = match rating.get("item").ok_or(Trouble::Field("item"))? {
            Value::String(name) => name.clone(),
            other => other.to_string(),
        };
        let rater = text(rating, "rater")?;
        let rater = raters.iter().position(|name| name == rater).ok_or(Trouble::Field("rater"))?;
        let class = class_of(&classes, rating.get("label").ok_or(Trouble::Field("label"))?, "label")?;
        let one = Rating { rater, class };
        let place = items.iter().position(|name| *name == item);
        if let Some(alike) = place.and_then(|place| rated.get_mut(place)) {
            alike.ratings.push(one);
        } else {
            items.push(item);
            rated.push(RatedAlike { ratings: vec![one], items: 1 });
        }
    }
    Ok(Ratings { items, rated, raters, classes })
}

// Ways of rating with the number of items of each; a rater who is missing or null did not rate.
fn by_pattern(input: &Value) -> Result<Ratings, Trouble> {
    let (classes, patterns) = (list(input, "classes")?.to_vec(), list(input, "patterns")?);
    let labels = |pattern: &'_ Value| pattern.get("labels").and_then(Value::as_object).cloned().ok_or(Trouble::Field("labels"));
    let mut raters = BTreeSet::new();
    for pattern in patterns {
        raters.extend(labels(pattern)?.into_iter().map(|(rater, _)| rater));
    }
    let mut rated = Vec::new();
    for pattern in patterns {
        let labels = labels(pattern)?;
        let mut ratings = Vec::new();
        for (rater, name) in raters.iter().enumerate() {
            if let Some(label) = labels.get(name).filter(|label| !label.is_null()) {
                ratings.push(Rating { rater, class: class_of(&classes, label, "labels")? });
            }
        }
        rated.push(RatedAlike { ratings, items: count(pattern, "count")? });
    }
    Ok(Ratings { items: Vec::new(), rated, raters: raters.into_iter().collect(), classes })
}

fn two_raters(input: &Value, options: &Value) -> Answer {
    let group = |of: &Value| {
        Ok(PairTable {
            both: count(of, "both")?,
            only_first: count(of, "only_first")?,
            only_second: count(of, "only_second")?,
            neither: count(of, "neither")?,
        })
    };
    let groups: Vec<PairTable> = list(input, "populations")?.iter().map(group).collect::<Result<_, Trouble>>()?;
    let groups: [PairTable; 2] = groups.try_into().map_err(|_| Trouble::Field("populations"))?;
    let found = hui_walter(groups, level(options)?)?;
    let mut fields = read::answer([("deviance", found.deviance), ("same_table_p", found.same_table_p)]);
    for (name, pair) in [("sensitivity", found.sensitivity), ("specificity", found.specificity), ("prevalence", found.prevalence)]
    {
        let limit = |of: fn(&Parameter) -> Option<f64>| pair.iter().map(|one| of(one).map_or(Value::Null, written)).collect();
        fields.insert(name.into(), all_written(&pair.map(|one| one.estimate)));
        fields.insert(format!("{name}_lower"), limit(|one| one.limits.map(|limits| limits.low)));
        fields.insert(format!("{name}_upper"), limit(|one| one.limits.map(|limits| limits.high)));
    }
    if found.on_boundary {
        fields.insert("status".into(), json!("boundary"));
    }
    Ok(fields)
}

// Groups as rows of counts, with one column for each decision that any group names.
fn groups_of(input: &Value) -> Result<Vec<Vec<u64>>, Trouble> {
    let groups = list(input, "groups")?;
    let names: Option<Vec<BTreeSet<&String>>> = groups.iter().map(|group| Some(group.as_object()?.keys().collect())).collect();
    let names: BTreeSet<&String> = names.ok_or(Trouble::Field("groups"))?.into_iter().flatten().collect();
    let cell = |group: &Value, name: &str| match group.get(name) {
        None => Ok(0),
        Some(value) => value.as_u64().ok_or(Trouble::Field("groups")),
    };
    groups.iter().map(|group| names.iter().map(|name| cell(group, name)).collect()).collect()
}

fn alike(input: &Value, options: &Value) -> Answer {
    let found = like_cases(&groups_of(input)?, level(options)?)?;
    let mut fields = read::answer([
        ("divergent_share", found.divergent_share),
        ("divergent_lower", found.divergent.low),
        ("divergent_upper", found.divergent.high),
        ("pair_concordance", found.pair_concordance),
        ("pair_concordance_macro", found.pair_concordance_macro),
        ("pair_discordance", found.pair_discordance),
        ("expected_concordance", found.expected_concordance),
    ]);
    fields.insert("groups_used".into(), json!(found.groups_used));
    fields.insert("divergent_groups".into(), json!(found.divergent_groups));
    fields.insert("chance_corrected".into(), part(found.chance_corrected));
    Ok(fields)
}

fn alike_drawn(input: &Value, options: &Value) -> Answer {
    let statistic = match text(input, "statistic")? {
        "pair_concordance" => LikeStatistic::PairConcordance,
        "pair_concordance_macro" => LikeStatistic::PairConcordanceMacro,
        "pair_discordance" => LikeStatistic::PairDiscordance,
        "chance_corrected" => LikeStatistic::ChanceCorrected,
        "divergent_share" => LikeStatistic::DivergentShare,
        _ => return Err(Trouble::Field("statistic")),
    };
    let plan = Resampling { replicates: replicates(options)?, seed: count(options, "seed")?, level: level(options)? };
    let found = bootstrap_like_cases(&groups_of(input)?, statistic, plan)?;
    let mut fields = read::answer([
        ("estimate", found.estimate),
        ("lower", found.low),
        ("upper", found.high),
        ("bias", found.bias),
        ("standard_error", found.standard_error),
    ]);
    fields.insert("undefined_replicates".into(), json!(found.undefined_replicates));
    Ok(fields)
}

fn explained(input: &Value) -> Answer {
    let found = predictability(&table(input, "table")?)?;
    let mut fields = read::answer([
        ("goodman_kruskal_tau", found.tau),
        ("uncertainty_coefficient", found.uncertainty),
        ("entropy", found.entropy),
        ("conditional_entropy", found.conditional_entropy),
        ("gini_conditional", found.gini_conditional),
        ("entropy_miller_madow", found.entropy_miller_madow),
        ("conditional_entropy_miller_madow", found.conditional_entropy_miller_madow),
        ("uncertainty_miller_madow", found.uncertainty_miller_madow),
    ]);
    fields.insert("enough_cases".into(), json!(found.has_enough_cases()));
    Ok(fields)
}

fn gathered(input: &Value) -> Answer {
    let found = concentration(&counts(input, "counts")?)?;
    let mut fields = read::answer([
        ("hhi", found.hhi),
        ("gini", found.gini),
        ("shannon_entropy", found.shannon_entropy),
        ("effective_number", found.effective_number),
        ("top_share", found.top_share),
        ("cr3", found.top_three_share),
    ]);
    fields.insert("hhi_normalised".into(), part(found.hhi_normalised));
    fields.insert("pair_same_unbiased".into(), part(found.pair_same));
    Ok(fields)
}

fn index(input: &Value, options: &Value) -> Answer {
    let aggregation = match text(options, "aggregation")? {
        "geometric_clean_share" => Aggregation::GeometricCleanShare,
        "geometric_mean" => Aggregation::GeometricMean,
        "arithmetic" => Aggregation::Arithmetic,
        _ => return Err(Trouble::Field("aggregation")),
    };
    let weights = numbers(options, "weights")?;
    let units = input.get("units").and_then(Value::as_object).ok_or(Trouble::Field("units"))?;
    let (mut values, mut components) = (Map::new(), Vec::new());
    for (name, shares) in units {
        let shares = shares_of(shares)?;
        values.insert(name.clone(), written(composite_index(&shares, &weights, aggregation)?));
        components.push(shares.into_iter().map(|share| Component { share, n_eff: None }).collect());
    }
    if values.is_empty() {
        return Err(Undefined::NZero.into());
    }
    let mut fields = Map::new();
    fields.insert("value".into(), Value::Object(values));
    if options.get("replicates").is_some() {
        let aggregations = [aggregation];
        let (replicates, seed) = (replicates(options)?, count(options, "seed")?);
        let variation = Variation { aggregations: &aggregations, left_out: LeftOut::None, replicates, seed };
        let ranks = rank_ranges(&components, variation)?;
        let named = |of: fn(&RankRange) -> f64| -> Value {
            Value::Object(units.keys().cloned().zip(ranks.ranges.iter().map(|range| written(of(range)))).collect())
        };
        fields.insert("rank_p05".into(), named(|range| range.low));
        fields.insert("rank_median".into(), named(|range| range.median));
        fields.insert("rank_p95".into(), named(|range| range.high));
        fields.insert("first_share".into(), named(|range| range.first_share));
    }
    Ok(fields)
}

fn shares_of(unit: &Value) -> Result<Vec<f64>, Trouble> {
    let shares = unit.as_array().ok_or(Trouble::Field("units"))?;
    shares.iter().map(|share| share.as_f64().ok_or(Trouble::Field("units"))).collect()
}

fn replicates(options: &Value) -> Result<u32, Trouble> {
    u32::try_from(count(options, "replicates")?).map_err(|_| Trouble::Field("replicates"))
}

// A number, or in its place the reason why there is none.
fn part(number: Result<f64, Undefined>) -> Value {
    number.map_or_else(status, written)
}
