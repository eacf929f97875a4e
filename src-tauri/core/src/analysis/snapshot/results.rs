//! The figures as bytes: JSON without blanks, names in the order of their bytes, numbers with twelve significant digits. Compensated sums differ
//! between languages in the last digits, and nobody reads those (statistics, section 10).

use super::{About, numbered};
use crate::analysis::canonical::canonical;
use crate::analysis::profile::{
    BY_PLATFORM, Curve, CurvePoint, Figure, Flow, PLATFORM, Profile, SEED, Series, SeriesPoint, Table, Variant, plan,
};
use crate::stats::Display;
use serde_json::{Value, json};

/// Form of the figures.
pub const FORMAT: &str = "tarazy-results/1";

/// Writes a profile. Under the guard no rate is told, as in the window.
#[must_use]
pub fn results(profile: &Profile, about: &About) -> Value {
    let Profile { flow, figures, tables, curves, series } = profile;
    let About { app, rubric, rubric_digest, plan_version: _, plan_digest: _, filter, narrowed, now, questions_below } = about;
    canonical(json!({
        "format": FORMAT,
        "app": app,
        "methodology": rubric,
        "methodology_digest": rubric_digest,
        "plan_version": plan::VERSION,
        "plan_digest": plan::digest(),
        "seed": SEED,
        "filter": filter,
        "narrowed": narrowed,
        "now": crate::utc(*now),
        "questions_below": questions_below,
        "flow": told_flow(flow),
        "figures": figures.iter().map(told_figure).collect::<Vec<_>>(),
        "tables": tables.iter().map(told_table).collect::<Vec<_>>(),
        "curves": curves.iter().map(told_curve).collect::<Vec<_>>(),
        "series": series.iter().map(told_series).collect::<Vec<_>>(),
    }))
}

/// Returns a number with twelve significant digits; a limit that is not there is told as such.
fn digits(value: f64) -> Value {
    if value.is_infinite() {
        return json!(if value > 0.0 { "inf" } else { "-inf" });
    }
    format!("{value:.11e}").parse::<f64>().map_or(Value::Null, |value| json!(value))
}

fn told_figure(figure: &Figure) -> Value {
    let Figure {
        name,
        variant,
        method,
        population,
        unit,
        x,
        n,
        unknown,
        clusters,
        estimate,
        limits,
        bounds,
        p,
        df,
        family,
        p_adjusted,
        display,
        state,
        caveats,
    } = figure;
    let shown = matches!(display, Display::Interval | Display::Headline);
    let number = |value: &Option<f64>| value.filter(|_| shown).map(digits);
    let pair = |pair: &Option<(f64, f64)>| pair.filter(|_| shown).map(|(low, high)| json!([digits(low), digits(high)]));
    json!({
        "name": name,
        "variant": variant.as_ref().map(told_variant),
        "method": method,
        "population": population.code(),
        "unit": unit.code(),
        "x": x,
        "n": n,
        "unknown": unknown,
        "clusters": clusters,
        "estimate": number(estimate),
        "limits": pair(limits),
        "bounds": pair(bounds),
        "p": number(p),
        "df": df,
        "family": family.code(),
        "p_adjusted": number(p_adjusted),
        "level": display.code(),
        "state": state,
        "caveats": caveats,
    })
}

// Platforms are numbers, as in the rows.
fn told_variant(variant: &Variant) -> Value {
    let Variant { list, code } = variant;
    json!({ "list": list, "code": if *list == PLATFORM { numbered(code) } else { code.clone() } })
}

fn told_curve(curve: &Curve) -> Value {
    let Curve { name, method, population, n, unknown, points, state, caveats } = curve;
    let point = |point: &CurvePoint| {
        let CurvePoint { hours, share, low, high, at_risk } = point;
        json!({
            "hours": digits(*hours),
            "share": share.map(digits),
            "low": digits(*low),
            "high": digits(*high),
            "at_risk": at_risk,
        })
    };
    json!({
        "name": name,
        "method": method,
        "population": population.code(),
        "n": n,
        "unknown": unknown,
        "points": points.iter().map(point).collect::<Vec<_>>(),
        "state": state,
        "caveats": caveats,
    })
}

fn told_series(series: &Series) -> Value {
    let Series { name, method, population, points, caveats } = series;
    let point = |point: &SeriesPoint| {
        let SeriesPoint { period, value, low, high } = point;
        json!({ "period": period, "value": digits(*value), "low": digits(*low), "high": digits(*high) })
    };
    json!({
        "name": name,
        "method": method,
        "population": population.code(),
        "points": points.iter().map(point).collect::<Vec<_>>(),
        "caveats": caveats,
    })
}

fn told_table(table: &Table) -> Value {
    let Table { name, population, rows, columns, counts, caveats } = table;
    let is_of_platforms = *name == BY_PLATFORM;
    let rows: Vec<String> = rows.iter().map(|code| if is_of_platforms { numbered(code) } else { code.clone() }).collect();
    json!({
        "name": name,
        "population": population.code(),
        "rows": rows,
        "columns": columns,
        "counts": counts,
        "caveats": caveats,
    })
}

fn told_flow(flow: &Flow) -> Value {
    let Flow { orders, items, orders_seen, orders_apart, items_apart, reviewed, reviewed_apart, unreviewed, reviewed_clusters } =
        flow;
    json!({
        "orders": orders,
        "items": items,
        "orders_seen": orders_seen,
        "orders_apart": orders_apart,
        "items_apart": items_apart,
        "reviewed": reviewed,
        "reviewed_apart": reviewed_apart,
        "unreviewed": unreviewed,
        "reviewed_clusters": reviewed_clusters,
    })
}
