//! The figures of the register and worked examples on the command line.

use super::answer::{Answer, document};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;
use tarazy_core::api::wire::{Profile, ProfileAsk, ProfileCurve, ProfileFigure, ProfileSeries, ProfileTable, PublicAsk};
use tarazy_core::api::{App, figure_name};
use tarazy_core::{Arg, Texts};
use tarazy_stats::worked::cases::{NoCases, Outcome, Recomputed, recompute};

/// Measures the register, or the orders of a filter: all figures, or those of the names.
pub fn measure(app: &App, names: &[String], filter: &str) -> anyhow::Result<Answer> {
    let profile = app.profile(ProfileAsk { filter: filter.to_owned() })?;
    if let Some(problem) = &profile.problem {
        return Ok(Answer::filter_problem(filter, problem));
    }
    let document = document(&profile);
    Ok(told(profile, names, document))
}

/// Tells a profile: the whole of it, for which `document` stands, or the figures of the names.
pub(super) fn told(profile: Profile, names: &[String], document: Value) -> Answer {
    let wanted = |figure: &&ProfileFigure| names.is_empty() || names.iter().any(|name| is_named(&figure.name, name));
    if let Some(name) = names.iter().find(|name| !profile.figures.iter().any(|figure| is_named(&figure.name, name))) {
        let (name, said) = (name.clone(), json!({ "failure": { "code": "no_figure", "name": name } }));
        return Answer::new(said, move |t| t.say("measure-no-figure", &[("name", Arg::from(name.as_str()))])).unusable();
    }
    let figures: Vec<ProfileFigure> = profile.figures.iter().filter(wanted).cloned().collect();
    let told = if names.is_empty() { document } else { json!({ "rubric": profile.rubric, "figures": figures }) };
    let whole = names.is_empty();
    Answer::new(told, move |t| {
        let mut out = String::new();
        if whole {
            flow(&mut out, &profile, t);
        }
        figures.iter().for_each(|figure| told_figure(&mut out, figure, t));
        if whole {
            profile.tables.iter().for_each(|table| told_table(&mut out, table, t));
            profile.curves.iter().for_each(|curve| told_curve(&mut out, curve, t));
            profile.series.iter().for_each(|series| told_series(&mut out, series, t));
        }
        let beside = profile.tables.iter().map(|of| &of.caveats);
        let beside = beside.chain(profile.curves.iter().map(|of| &of.caveats)).chain(profile.series.iter().map(|of| &of.caveats));
        let beside: Vec<&String> = if whole { beside.flatten().collect() } else { Vec::new() };
        said_beside(&mut out, figures.iter().flat_map(|figure| &figure.caveats).chain(beside), t);
        if whole {
            let args = [("version", Arg::from(u64::from(profile.plan))), ("digest", Arg::from(profile.plan_digest.as_str()))];
            let _ = writeln!(out, "\n{}", t.say("measure-plan", &args));
        }
        out
    })
}

/// Tells the public form of the register, or of a quarter.
pub fn public(app: &App, quarter: &str) -> anyhow::Result<Answer> {
    let profile = app.profile_public(PublicAsk { quarter: quarter.to_owned() })?;
    Ok(Answer::new(document(&profile), move |t| {
        let count = |n: Option<u32>| n.map_or_else(|| t.say("public-blank", &[]), |n| t.count(u64::from(n)));
        let flow = &profile.flow;
        let args = [
            ("orders", Arg::from(count(flow.orders))),
            ("items", Arg::from(count(flow.items))),
            ("seen", Arg::from(count(flow.orders_seen))),
            ("reviewed", Arg::from(count(flow.reviewed))),
            ("unreviewed", Arg::from(count(flow.unreviewed))),
        ];
        let mut out = format!("{}\n\n", t.say("public-flow", &args));
        for figure in &profile.figures {
            match &figure.figure {
                Some(figure) => told_figure(&mut out, figure, t),
                None => {
                    let _ = writeln!(
                        out,
                        "{}  {}\n    {}",
                        figure.name,
                        t.named("figure", &figure.name),
                        t.named("state", &figure.state)
                    );
                }
            }
        }
        for table in &profile.tables {
            told_head(&mut out, &table.name, &table.columns, t);
            if table.rows.is_empty() {
                let _ = writeln!(out, "    {}", t.named("state", &table.state));
            }
            for (code, counts) in table.rows.iter().zip(&table.counts) {
                let counts: Vec<String> = counts.iter().map(|cell| count(*cell)).collect();
                let _ = writeln!(out, "    {}: {}", row_name(&table.name, code, t), counts.join(" · "));
            }
        }
        let shown: Vec<ProfileFigure> = profile.figures.iter().filter_map(|figure| figure.figure.clone()).collect();
        said_beside(&mut out, shown.iter().flat_map(|figure| &figure.caveats), t);
        let quarters = [("quarters", Arg::from(profile.quarters.join(", ")))];
        let _ = writeln!(out, "\n{}\n{}", t.say("public-about", &[]), t.say("public-quarters", &quarters));
        out
    }))
}

// A component names all its figures: C5 is C5.any_reason and its fellows.
fn is_named(figure: &str, name: &str) -> bool {
    let rest = figure.strip_prefix(name);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn flow(out: &mut String, profile: &Profile, t: &Texts) {
    let n = |n: u32| Arg::from(u64::from(n));
    let flow = &profile.flow;
    let args = [
        ("orders", n(flow.orders)),
        ("items", n(flow.items)),
        ("seen", n(flow.orders_seen)),
        ("reviewed", n(flow.reviewed)),
        ("clusters", n(flow.reviewed_clusters)),
        ("unreviewed", n(flow.unreviewed)),
    ];
    let _ = writeln!(out, "{}", t.say("measure-flow", &args));
    if flow.orders_apart > 0 {
        let args = [("orders", n(flow.orders_apart)), ("items", n(flow.items_apart))];
        let _ = writeln!(out, "{}", t.say("measure-apart", &args));
    }
    let _ = writeln!(out);
}

fn told_figure(out: &mut String, figure: &ProfileFigure, t: &Texts) {
    let _ = writeln!(out, "{}  {}", figure.name, figure_name(figure, t));
    let mut parts: Vec<String> = Vec::new();
    if figure.unit == "share"
        && let Some(x) = figure.x
    {
        let args = [("x", Arg::from(u64::from(x))), ("n", Arg::from(u64::from(figure.n)))];
        parts.push(t.say("measure-count", &args));
    } else {
        parts.push(format!("n = {}", t.count(u64::from(figure.n))));
    }
    parts.extend(match figure.unit.as_str() {
        "chi_squared" => chi_squared(figure, t),
        "difference" => difference(figure, t),
        "share" => numbers(figure, &|value| t.percent(value, u64::from(figure.n)), t),
        // Things are whole, but an estimate of their number need not be.
        "count" => numbers(figure, &|value| t.fixed(value, usize::from(value.fract() > 0.0)), t),
        _ => numbers(figure, &|value| t.decimal(value), t),
    });
    if figure.unknown > 0 {
        parts.push(t.say("measure-unknown", &[("n", Arg::from(u64::from(figure.unknown)))]));
    }
    if figure.state != "ok" {
        parts.push(t.named("state", &figure.state));
    }
    parts.extend(test(figure, t));
    let _ = writeln!(out, "    {}  [{}]", parts.join(" · "), figure.method);
}

fn test(figure: &ProfileFigure, t: &Texts) -> Vec<String> {
    let Some(p) = figure.p else { return Vec::new() };
    let id = if figure.family == "exploratory" { "measure-exploratory" } else { "measure-holm" };
    let adjusted = figure.p_adjusted.map(|p| t.say(id, &[("p", Arg::from(t.chance(p)))]));
    std::iter::once(format!("p {}", t.chance(p))).chain(adjusted).collect()
}

fn chi_squared(figure: &ProfileFigure, t: &Texts) -> Vec<String> {
    let found = figure.estimate.zip(figure.df);
    let told = |(value, df): (f64, u32)| {
        let args = [("value", Arg::from(t.decimal(value))), ("df", Arg::from(u64::from(df)))];
        t.say("measure-chi-squared", &args)
    };
    found.map(told).into_iter().collect()
}

fn difference(figure: &ProfileFigure, t: &Texts) -> Vec<String> {
    let points = |share: f64| Arg::from(t.decimal(share * 100.0));
    let told = figure.estimate.map(|value| t.say("measure-points", &[("points", points(value))]));
    let limits = figure.low.zip(figure.high);
    let limits = limits.map(|(low, high)| t.say("measure-points-interval", &[("low", points(low)), ("high", points(high))]));
    told.into_iter().chain(limits).collect()
}

fn numbers(figure: &ProfileFigure, value: &dyn Fn(f64) -> String, t: &Texts) -> Vec<String> {
    let mut parts = Vec::new();
    let at_least = figure.name.ends_with("_at_least");
    match (figure.estimate, figure.low, figure.high) {
        (Some(estimate), None, None) if at_least => {
            parts.push(t.say("measure-at-least", &[("low", Arg::from(value(estimate)))]));
        }
        (_, Some(low), _) if at_least => parts.push(t.say("measure-at-least", &[("low", Arg::from(value(low)))])),
        (Some(estimate), Some(low), Some(high)) => {
            let args = [("estimate", value(estimate).into()), ("low", value(low).into()), ("high", value(high).into())];
            parts.push(t.say("measure-interval", &args));
        }
        (Some(estimate), low, high) => {
            let ends = [low.map(value), high.map(value)].map(|end| end.unwrap_or_else(|| "∞".to_owned()));
            let open = low.is_some() || high.is_some();
            let [low, high] = ends;
            let args = [("estimate", value(estimate).into()), ("low", low.into()), ("high", high.into())];
            parts.push(if open { t.say("measure-interval", &args) } else { value(estimate) });
        }
        _ => {}
    }
    match (figure.bound_low, figure.bound_high) {
        (Some(low), Some(high)) => {
            parts.push(t.say("measure-between", &[("low", value(low).into()), ("high", value(high).into())]))
        }
        // What was never seen to end has no upper bound.
        (Some(low), None) => parts.push(t.say("measure-at-least", &[("low", value(low).into())])),
        _ => {}
    }
    parts
}

fn told_table(out: &mut String, table: &ProfileTable, t: &Texts) {
    told_head(out, &table.name, &table.columns, t);
    for (code, counts) in table.rows.iter().zip(&table.counts) {
        let counts: Vec<String> = counts.iter().map(|count| t.count(u64::from(*count))).collect();
        let _ = writeln!(out, "    {}: {}", row_name(&table.name, code, t), counts.join(" · "));
    }
}

fn told_head(out: &mut String, name: &str, columns: &[String], t: &Texts) {
    let _ = writeln!(out, "\n{}", t.named("profile", name));
    let column = |code: &String| match code.as_str() {
        "items" | "orders" | "recorded" | "reviewed" | "alone" | "before" | "after" | "published" | "known" => {
            t.named("counted", code)
        }
        list if name == "lists" => t.named("source-list", list),
        verdict => t.named("verdict", verdict),
    };
    let _ = writeln!(out, "    {}", columns.iter().map(column).collect::<Vec<_>>().join(" · "));
}

fn row_name(table: &str, code: &str, t: &Texts) -> String {
    match (table, code) {
        (_, "total") => t.named("counted", code),
        ("verdicts", _) => t.named("verdict", code),
        ("findings", _) => t.named("order-finding", code),
        ("elements", _) => t.named("order-element", code),
        ("verdicts_by_protected" | "compared_protected", _) => t.named("protected", code),
        ("months" | "quarters" | "compared_platforms" | "compared_languages" | "compared_months", "unknown") => {
            t.named("protected", code)
        }
        ("compared_languages", _) => t.named("language", code),
        ("deadlines", _) => t.named("deadline", code),
        ("instruments", _) => t.named("instrument", code),
        ("grounds", _) => t.named("ground", code),
        ("sources", _) => t.named("learned", code),
        ("lists", _) => t.named("source-list", code),
        ("platform_rules", _) => t.named("platform-rules", code),
        ("platform_basis", _) => t.named("platform-basis", code),
        ("official_figures", _) => official(code, t),
        _ => code.to_owned(),
    }
}

// Publisher, days and what is counted; the same number stated twice has a fourth part.
fn official(code: &str, t: &Texts) -> String {
    let mut parts = code.split('\t');
    let (publisher, days, metric) = (parts.next(), parts.next(), parts.next());
    let days = days.unwrap_or_default().replace('/', " – ");
    format!("{}, {days}, {}", publisher.unwrap_or_default(), t.named("metric", metric.unwrap_or("unknown")))
}

fn told_curve(out: &mut String, curve: &ProfileCurve, t: &Texts) {
    let name = t.named("curve", &curve.name);
    let _ = writeln!(out, "\n{name}  [{}]", curve.method);
    if curve.state != "ok" {
        let _ = writeln!(out, "    {}", t.named("state", &curve.state));
    }
    let share = |share: f64| t.percent(share, u64::from(curve.n));
    for point in &curve.points {
        let (low, high) = (share(point.low), share(point.high));
        let told = match point.share {
            Some(known) => {
                t.say("measure-interval", &[("estimate", share(known).into()), ("low", low.into()), ("high", high.into())])
            }
            None => t.say("measure-between", &[("low", low.into()), ("high", high.into())]),
        };
        let _ = writeln!(out, "    {}: {told}", t.say("analysis-hours", &[("hours", t.decimal(point.hours).into())]));
    }
}

fn told_series(out: &mut String, series: &ProfileSeries, t: &Texts) {
    let name = t.named("series", &series.name);
    let _ = writeln!(out, "\n{name}  [{}]", series.method);
    for point in &series.points {
        let args = [
            ("estimate", t.decimal(point.value).into()),
            ("low", t.decimal(point.low).into()),
            ("high", t.decimal(point.high).into()),
        ];
        let _ = writeln!(out, "    {}: {}", point.period, t.say("measure-interval", &args));
    }
}

// Each sentence once, under all figures that it belongs to.
fn said_beside<'p>(out: &mut String, caveats: impl Iterator<Item = &'p String>, t: &Texts) {
    let mut said: Vec<&str> = Vec::new();
    for caveat in caveats {
        if !said.contains(&caveat.as_str()) {
            said.push(caveat);
        }
    }
    if !said.is_empty() {
        let _ = writeln!(out);
    }
    for caveat in said {
        let _ = writeln!(out, "{}", t.say(caveat, &[]));
    }
}

/// Recomputes a file of worked examples.
pub fn estimate(file: &Path) -> anyhow::Result<Answer> {
    let text = std::fs::read_to_string(file)?;
    let cases = match recompute(&text) {
        Ok(cases) => cases,
        Err(why) => {
            let id = if why == NoCases::Json { "estimate-no-json" } else { "estimate-no-cases" };
            let said = json!({ "failure": { "code": id } });
            return Ok(Answer::new(said, move |t| t.say(id, &[])).bad());
        }
    };
    let agree = cases.iter().filter(|case| matches!(case.outcome, Outcome::Agrees(_))).count();
    let bad = cases.iter().any(|case| !matches!(case.outcome, Outcome::Agrees(_) | Outcome::Computed(_)));
    let expected = cases.iter().filter(|case| !matches!(case.outcome, Outcome::Computed(_))).count();
    let said = json!({ "cases": cases.iter().map(case_json).collect::<Vec<Value>>(), "agree": agree, "expected": expected });
    let answer = Answer::new(said, move |t| {
        let mut out = String::new();
        for case in &cases {
            let what = match &case.outcome {
                Outcome::Agrees(_) => t.say("estimate-agrees", &[]),
                Outcome::Differs(_, how) => t.say("estimate-differs", &[("how", Arg::from(how.as_str()))]),
                Outcome::Computed(value) => format!("{}: {value}", t.say("estimate-computed", &[])),
                Outcome::Unreadable(field) => t.say("estimate-unreadable", &[("field", Arg::from(*field))]),
                Outcome::NoMethod => t.say("estimate-no-method", &[]),
            };
            let _ = writeln!(out, "{}  {}  {what}", case.id, case.method);
        }
        let args = [("agree", Arg::from(agree as u64)), ("all", Arg::from(expected as u64))];
        let _ = writeln!(out, "{}", t.say("estimate-summary", &args));
        out
    });
    Ok(if bad { answer.bad() } else { answer })
}

fn case_json(case: &Recomputed) -> Value {
    let (state, answer, more) = match &case.outcome {
        Outcome::Agrees(value) => ("agrees", value.clone(), Value::Null),
        Outcome::Differs(value, how) => ("differs", value.clone(), json!(how)),
        Outcome::Computed(value) => ("computed", value.clone(), Value::Null),
        Outcome::Unreadable(field) => ("unreadable", Value::Null, json!(field)),
        Outcome::NoMethod => ("no_method", Value::Null, Value::Null),
    };
    json!({ "id": case.id, "method": case.method, "state": state, "answer": answer, "detail": more })
}

#[cfg(test)]
mod tests {
    use tarazy_core::api::texts_of;
    use tarazy_core::api::wire::Lang;

    #[test]
    fn a_chance_is_never_written_as_nought() {
        let english = texts_of(Lang::En);
        for (p, written) in
            [(0.0, "< 0.001"), (0.0012, "= 0.001"), (0.0049, "= 0.005"), (0.02, "= 0.02"), (0.049, "= 0.049"), (0.412, "= 0.41")]
        {
            assert_eq!(english.chance(p), written);
        }
        assert_eq!(texts_of(Lang::Kk).chance(0.0049), "= 0,005");
    }
}
