//! Worked examples of tables of two rows and columns, logistic regression, E-values and adjusted p-values.

use super::read::{all_written, answer as named, count, level, list, number, numbers, text, written};
use super::{Answer, Trouble};
use crate::{
    Coefficient, Ratio, Table, adjust, cluster_odds_ratio, e_value, firth, firth_nested, mantel_haenszel, odds_ratio, rejected,
    simpson_check,
};
use serde_json::{Map, Value, json};

pub(super) fn answer(method: &str, input: &Value, options: &Value) -> Option<Answer> {
    Some(match method {
        "table2x2.odds_ratio" => one_table(input, options),
        "table2x2.mantel_haenszel" => strata(input, options),
        "table2x2.cluster_odds_ratio" => clusters(input, options),
        "table2x2.simpson_check" => reversal(input),
        "logistic.firth" => regression(input, options),
        "logistic.firth_nested" => block(input),
        "sensitivity.e_value" => unseen_cause(input, options),
        "multiplicity.adjust" => many_questions(input),
        _ => return None,
    })
}

fn one_table(input: &Value, options: &Value) -> Answer {
    let found = odds_ratio(cells(input)?, level(options)?)?;
    Ok(named([
        ("odds_ratio_sample", found.sample),
        ("odds_ratio_conditional", found.conditional),
        ("exact_lower", found.exact.low),
        ("exact_upper", found.exact.high),
        ("midp_lower", found.mid_p.low),
        ("midp_upper", found.mid_p.high),
        ("odds_ratio_haldane", found.haldane),
        ("haldane_lower", found.haldane_limits.low),
        ("haldane_upper", found.haldane_limits.high),
        ("p_fisher_two_sided", found.p_fisher),
        ("p_fisher_greater", found.p_greater),
        ("p_fisher_less", found.p_less),
        ("p_mid_two_sided", found.p_mid),
    ]))
}

fn strata(input: &Value, options: &Value) -> Answer {
    let found = mantel_haenszel(&tables(input, "strata")?, level(options)?)?;
    let mut fields = named([
        ("odds_ratio_mh", found.odds_ratio),
        ("chi2", found.chi2),
        ("p", found.p),
        ("chi2_corrected", found.chi2_corrected),
        ("p_corrected", found.p_corrected),
    ]);
    put(&mut fields, "strata_used", json!(found.strata_used));
    put(&mut fields, "p_exact", perhaps(found.p_exact));
    put(&mut fields, "lower", perhaps(found.limits.map(|limits| limits.low)));
    put(&mut fields, "upper", perhaps(found.limits.map(|limits| limits.high)));
    put(&mut fields, "breslow_day", perhaps(found.homogeneity.map(|test| test.breslow_day)));
    put(&mut fields, "breslow_day_tarone", perhaps(found.homogeneity.map(|test| test.tarone)));
    put(&mut fields, "homogeneity_df", json!(found.homogeneity.map(|test| test.df)));
    put(&mut fields, "homogeneity_p", perhaps(found.homogeneity.map(|test| test.p)));
    Ok(fields)
}

fn clusters(input: &Value, options: &Value) -> Answer {
    let found = cluster_odds_ratio(&tables(input, "clusters")?, level(options)?)?;
    let mut fields = named([
        ("odds_ratio", found.odds_ratio),
        ("log_se", found.ln_se),
        ("lower", found.low),
        ("upper", found.high),
        ("p", found.p),
    ]);
    put(&mut fields, "clusters", json!(found.clusters));
    put(&mut fields, "clusters_per_cell", json!(found.clusters_per_cell));
    put(&mut fields, "continuity_added", json!(found.continuity_added));
    Ok(fields)
}

fn reversal(input: &Value) -> Answer {
    let found = simpson_check(&tables(input, "strata")?)?;
    let mut fields = named([("crude_odds_ratio", found.crude), ("adjusted_odds_ratio", found.adjusted)]);
    put(&mut fields, "crude_sign", json!(found.crude_sign));
    put(&mut fields, "stratum_signs", json!(found.stratum_signs));
    put(&mut fields, "strict_reversal", json!(found.strict_reversal));
    put(&mut fields, "pooled_reversal", json!(found.pooled_reversal));
    put(&mut fields, "relative_change", perhaps(found.relative_change));
    put(&mut fields, "flagged", json!(found.is_flagged()));
    Ok(fields)
}

fn regression(input: &Value, options: &Value) -> Answer {
    if options.get("interval").is_some_and(|interval| interval != "profile_penalised_likelihood") {
        return Err(Trouble::Field("interval"));
    }
    let (outcomes, columns, names) = columns(input)?;
    let found = firth(&outcomes, &columns, level(options)?)?;
    let all: Vec<Coefficient> = std::iter::once(found.intercept).chain(found.terms).collect();
    let every = |of: fn(&Coefficient) -> f64| all_written(&all.iter().map(of).collect::<Vec<f64>>());
    let mut fields = named([("penalised_log_likelihood", found.penalised_log_likelihood)]);
    put(&mut fields, "terms", json!(std::iter::once("intercept").chain(names).collect::<Vec<&str>>()));
    put(&mut fields, "coef", every(|term| term.estimate));
    put(&mut fields, "odds_ratio", every(|term| libm::exp(term.estimate)));
    put(&mut fields, "lower", every(|term| term.low));
    put(&mut fields, "upper", every(|term| term.high));
    put(&mut fields, "p_penalised_lr", every(|term| term.p));
    Ok(fields)
}

fn block(input: &Value) -> Answer {
    let (outcomes, columns, names) = columns(input)?;
    let place = |term: &Value| names.iter().position(|name| term == name).ok_or(Trouble::Field("test"));
    let tested = list(input, "test")?.iter().map(place).collect::<Result<Vec<usize>, _>>()?;
    let found = firth_nested(&outcomes, &columns, &tested)?;
    let mut fields = named([("chi2", found.chi2), ("p", found.p)]);
    put(&mut fields, "df", json!(found.df));
    Ok(fields)
}

fn unseen_cause(input: &Value, options: &Value) -> Answer {
    let scale = if options.get("scale").is_none() { "risk_ratio" } else { text(options, "scale")? };
    let ratio = match scale {
        "risk_ratio" | "odds_ratio_rare" => Ratio::Risks,
        "odds_ratio_common" => Ratio::CommonOdds,
        _ => return Err(Trouble::Field("scale")),
    };
    let found = e_value(number(input, "estimate")?, number(input, "lower")?, number(input, "upper")?, ratio)?;
    Ok(named([("e_value", found.estimate), ("e_value_limit", found.limit)]))
}

fn many_questions(input: &Value) -> Answer {
    let p = numbers(input, "p")?;
    let found = adjust(&p, p.len())?;
    let mut fields = Map::new();
    put(&mut fields, "bh", all_written(&found.bh));
    put(&mut fields, "holm", all_written(&found.holm));
    put(&mut fields, "rejected_bh_05", json!(rejected(&found.bh, 0.05)));
    put(&mut fields, "rejected_holm_05", json!(rejected(&found.holm, 0.05)));
    Ok(fields)
}

fn cells(of: &Value) -> Result<Table, Trouble> {
    Ok(Table { a: count(of, "a")?, b: count(of, "b")?, c: count(of, "c")?, d: count(of, "d")? })
}

fn tables(of: &Value, name: &'static str) -> Result<Vec<Table>, Trouble> {
    list(of, name)?.iter().map(cells).collect()
}

type Columns<'v> = (Vec<bool>, Vec<Vec<f64>>, Vec<&'v str>);

// Outcomes, columns of the terms, and the names of these.
fn columns(input: &Value) -> Result<Columns<'_>, Trouble> {
    let columns = input.get("columns").ok_or(Trouble::Field("columns"))?;
    let column = |name: &str| -> Result<Vec<f64>, Trouble> {
        let values = columns.get(name).and_then(Value::as_array).ok_or(Trouble::Field("columns"))?;
        values.iter().map(|value| value.as_f64().ok_or(Trouble::Field("columns"))).collect()
    };
    let outcome = |value: f64| match value {
        0.0 => Ok(false),
        1.0 => Ok(true),
        _ => Err(Trouble::Field("outcome")),
    };
    let outcomes = column(text(input, "outcome")?)?.into_iter().map(outcome).collect::<Result<Vec<bool>, _>>()?;
    let names = list(input, "terms")?.iter().map(|name| name.as_str().ok_or(Trouble::Field("terms")));
    let names = names.collect::<Result<Vec<&str>, _>>()?;
    let terms = names.iter().map(|name| column(name)).collect::<Result<Vec<_>, _>>()?;
    Ok((outcomes, terms, names))
}

fn put(fields: &mut Map<String, Value>, name: &str, value: Value) {
    fields.insert(name.to_owned(), value);
}

fn perhaps(value: Option<f64>) -> Value {
    value.map_or(Value::Null, written)
}
