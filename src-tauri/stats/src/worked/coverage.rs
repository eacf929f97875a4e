//! Worked examples of coverage: what no list holds.

use super::read::{self, count, level, list, number, text, written};
use super::{Answer, Trouble};
use crate::coverage::{
    Bma, BmaOptions, CaptureTable, Graphs, LogLinearModel, LowerBound, Prior, Unseen, chao_lower_bound, chapman,
    decomposable_bma, log_linear, pairwise_lower_bound, profile_limits,
};
use serde_json::{Map, Value, json};

/// Answers for the methods of coverage.
pub(super) fn answer(method: &str, input: &Value, options: &Value) -> Option<Answer> {
    Some(match method {
        "coverage.chao_lower_bound" => chao(input, options),
        "coverage.chapman" => two_lists(input, options),
        "coverage.pairwise_lower_bound" => pairs(input, options),
        "coverage.log_linear" => models(input, options),
        "coverage.decomposable_bma" => average(input, options),
        _ => return None,
    })
}

fn chao(input: &Value, options: &Value) -> Answer {
    let trouble = || Trouble::Field("frequency");
    let given = input.get("frequency").and_then(Value::as_object).ok_or_else(trouble)?;
    let pair = |(times, things): (&String, &Value)| Some((times.parse().ok()?, things.as_u64()?));
    let frequencies: Vec<(u64, u64)> = given.iter().map(|entry| pair(entry).ok_or_else(trouble)).collect::<Result<_, _>>()?;
    let found = chao_lower_bound(&frequencies, level(options)?)?;
    let mut fields = bound(&found.bound);
    fields.insert("unseen".to_owned(), written(found.bound.unseen));
    fields.insert("form".to_owned(), json!(found.form.code()));
    Ok(fields)
}

fn two_lists(input: &Value, options: &Value) -> Answer {
    if options.get("interval").is_some_and(|interval| interval != "lognormal_chao_1987") {
        return Err(Trouble::Field("interval"));
    }
    let found = chapman(count(input, "list_1")?, count(input, "list_2")?, count(input, "both")?, level(options)?)?;
    let mut fields = bound(&found.bound);
    fields.insert("reliable".to_owned(), json!(found.reliable));
    Ok(fields)
}

fn pairs(input: &Value, options: &Value) -> Answer {
    let found = pairwise_lower_bound(&Lists::read(input)?.table, level(options)?)?;
    let mut fields = bound(&found);
    fields.insert("unseen".to_owned(), written(found.unseen));
    Ok(fields)
}

fn bound(of: &LowerBound) -> Map<String, Value> {
    let mut fields = read::answer([("estimate", of.estimate), ("se", of.se), ("lower", of.low), ("upper", of.high)]);
    fields.insert("observed".to_owned(), json!(of.observed));
    fields
}

fn models(input: &Value, options: &Value) -> Answer {
    let lists = Lists::read(input)?;
    if options.get("max_interaction").is_some_and(|most| most.as_u64() != Some(2)) {
        return Err(Trouble::Field("max_interaction"));
    }
    let by_aic = match options.get("criterion").and_then(Value::as_str) {
        None if options.get("criterion").is_none() => false,
        Some("bic") => false,
        Some("aic") => true,
        _ => return Err(Trouble::Field("criterion")),
    };
    let found = log_linear(&lists.table)?;
    let mut models: Vec<&LogLinearModel> = found.models.iter().collect();
    models.sort_by_key(|model| (model.interactions.len(), lists.named(&model.interactions)));
    let best = |model: Option<&LogLinearModel>| model.map_or(Value::Null, |model| json!(lists.named(&model.interactions)));
    let (key, chosen) = if by_aic { ("best_aic_profile", found.best_aic()) } else { ("best_bic_profile", found.best_bic()) };
    let interactions = chosen.map(|model| model.interactions.as_slice()).unwrap_or_default();
    let profile = match profile_limits(&lists.table, interactions, level(options)?) {
        Ok(limits) => Value::Object(read::answer([("estimate", limits.estimate), ("lower", limits.low), ("upper", limits.high)])),
        Err(why) => read::status(why),
    };
    Ok(Map::from_iter([
        ("observed".to_owned(), json!(found.observed)),
        ("models".to_owned(), models.into_iter().map(|model| lists.model(model)).collect()),
        ("best_bic".to_owned(), best(found.best_bic())),
        ("best_aic".to_owned(), best(found.best_aic())),
        (key.to_owned(), profile),
    ]))
}

fn average(input: &Value, options: &Value) -> Answer {
    let lists = Lists::read(input)?;
    let found = decomposable_bma(&lists.table, &average_options(&lists.table, options)?)?;
    let Bma { observed, mean, low, median, high, mode, ref graphs, unseen_max, tail } = found;
    let mut fields = read::answer([("posterior_mean", mean), ("tail", tail)]);
    let counts = [("observed", observed), ("lower", low), ("median", median), ("upper", high), ("mode", mode)];
    fields.extend(counts.map(|(name, value)| (name.to_owned(), json!(value))));
    fields.insert("max_unseen".to_owned(), json!(unseen_max));
    fields.insert("models".to_owned(), json!(graphs.len()));
    if let Some(best) = graphs.first() {
        let mut edges = lists.named(&best.edges);
        edges.sort_unstable();
        fields.insert("best_model_edges".to_owned(), json!(edges));
        fields.insert("best_model_probability".to_owned(), written(best.probability));
    }
    Ok(fields)
}

fn average_options(table: &CaptureTable, options: &Value) -> Result<BmaOptions, Trouble> {
    let mut chosen = BmaOptions { level: level(options)?, ..BmaOptions::usual(table.lists()) };
    if options.get("delta").is_some() {
        chosen.delta = number(options, "delta")?;
    }
    if options.get("max_unseen").is_some() {
        chosen.unseen = Unseen::UpTo(count(options, "max_unseen")?);
    }
    if options.get("prior").is_some() {
        chosen.prior = match text(options, "prior")? {
            "1/N" => Prior::Reciprocal,
            "uniform" => Prior::Uniform,
            _ => return Err(Trouble::Field("prior")),
        };
    }
    if options.get("graphs").is_some() {
        chosen.graphs = match text(options, "graphs")? {
            "all_decomposable" => Graphs::All,
            "all_decomposable_except_complete" => Graphs::AllButComplete,
            _ => return Err(Trouble::Field("graphs")),
        };
    }
    Ok(chosen)
}

// A capture table and the names of its lists.
struct Lists<'v> {
    names: Vec<&'v str>,
    table: CaptureTable,
}

impl<'v> Lists<'v> {
    fn read(input: &'v Value) -> Result<Self, Trouble> {
        let names: Option<Vec<&str>> = list(input, "lists")?.iter().map(Value::as_str).collect();
        let names = names.ok_or(Trouble::Field("lists"))?;
        let place = |name: &Value| names.iter().position(|known| Some(*known) == name.as_str());
        let distinct = list(input, "lists")?.iter().enumerate().all(|(own, name)| place(name) == Some(own));
        if !distinct {
            return Err(Trouble::Field("lists"));
        }
        let mut counts = Vec::new();
        for cell in list(input, "cells")? {
            let mut on = 0_usize;
            for name in list(cell, "on")? {
                let bit = place(name).and_then(|place| 1_usize.checked_shl(u32::try_from(place).ok()?));
                on |= bit.ok_or(Trouble::Field("on"))?;
            }
            counts.push((on, count(cell, "count")?));
        }
        let table = CaptureTable::new(names.len(), &counts)?;
        Ok(Self { names, table })
    }

    fn named(&self, pairs: &[(usize, usize)]) -> Vec<[&'v str; 2]> {
        let name = |place: usize| self.names.get(place).copied().unwrap_or_default();
        pairs.iter().map(|(one, other)| [name(*one), name(*other)]).collect()
    }

    fn model(&self, model: &LogLinearModel) -> Value {
        let mut fields = match &model.fit {
            Ok(fit) => read::answer([
                ("estimate", fit.estimate),
                ("unseen", fit.unseen),
                ("deviance", fit.deviance),
                ("df", f64::from(fit.df)),
                ("aic_difference", fit.aic_difference),
                ("bic_difference", fit.bic_difference),
            ]),
            Err(why) => match read::status(*why) {
                Value::Object(fields) => fields,
                _ => Map::new(),
            },
        };
        fields.insert("interactions".to_owned(), json!(self.named(&model.interactions)));
        Value::Object(fields)
    }
}
