//! A figure in the few words that stand beside its drawing. Under the guard there are counts and a reason, never a rate.

use crate::api::wire::ProfileFigure;
use crate::texts::{Arg, Texts};

/// Says whether the guard lets a rate be shown.
pub(in crate::api) fn is_shown(figure: &ProfileFigure) -> bool {
    matches!(figure.level.as_str(), "interval" | "headline")
}

/// Says of how many a figure speaks.
pub(in crate::api) fn count(figure: &ProfileFigure, texts: &Texts) -> String {
    match figure.x.filter(|_| figure.unit == "share" && figure.n > 0) {
        Some(x) => texts.say("count-of", &[("count", x.into()), ("of", figure.n.into())]),
        None => texts.say("analysis-n", &[("n", figure.n.into())]),
    }
}

/// Says the number with its limits, or nothing where there is none.
pub(in crate::api) fn number_of(figure: &ProfileFigure, texts: &Texts) -> Option<String> {
    if is_shown(figure) { number(figure, texts) } else { None }
}

/// Says why there is no number.
pub(in crate::api) fn reason(figure: &ProfileFigure, texts: &Texts) -> String {
    match (figure.state.as_str(), figure.level.as_str()) {
        ("ok", "nothing") => texts.say("state-n-zero", &[]),
        ("ok", "counts") => texts.say("share-too-few", &[]),
        ("ok", _) => texts.say("analysis-no-number", &[]),
        (state, _) => texts.named("state", state),
    }
}

/// Says the p-value of a test, adjusted for those beside it; nothing where it is none.
pub(in crate::api) fn test(figure: &ProfileFigure, texts: &Texts) -> Option<String> {
    let p = texts.chance(figure.p.filter(|_| is_shown(figure))?);
    let Some(adjusted) = figure.p_adjusted else { return Some(texts.say("analysis-p", &[("p", p.into())])) };
    let id = if figure.family == "exploratory" { "analysis-p-exploratory" } else { "analysis-p-adjusted" };
    let adjusted = texts.chance(adjusted).trim_start_matches("= ").to_owned();
    Some(texts.say(id, &[("p", p.into()), ("adjusted", adjusted.into())]))
}

fn number(figure: &ProfileFigure, texts: &Texts) -> Option<String> {
    let of = u64::from(figure.n);
    match figure.unit.as_str() {
        "share" => share(figure, texts, &|value| texts.percent(value, of)),
        "odds_ratio" | "rate_ratio" => {
            limited(figure, texts, &|value| ratio(texts, value), &str::to_owned).or_else(|| no_finite(figure, texts))
        }
        unit @ ("hours" | "days") => lasting(figure, texts, unit),
        "difference" => difference(figure, texts),
        "chi_squared" => {
            let args = [("value", ratio(texts, figure.estimate?).into()), ("df", figure.df?.into())];
            Some(texts.say("measure-chi-squared", &args))
        }
        "per_month" => {
            let slope = texts.say("analysis-slope", &[]);
            limited(figure, texts, &|value| signed(texts, value), &|said| format!("{said} {slope}"))
        }
        "index" if figure.high.is_some() => limited(figure, texts, &|value| ratio(texts, value), &str::to_owned),
        "index" => {
            let nearer = figure.low.map(|low| texts.say("analysis-limit-nearer", &[("low", ratio(texts, low).into())]));
            let estimate = ratio(texts, figure.estimate?);
            Some(nearer.map_or_else(|| estimate.clone(), |nearer| format!("{estimate}; {nearer}")))
        }
        _ if figure.name.ends_with("_at_least") && figure.low.is_none() => {
            Some(texts.say("measure-at-least", &[("low", texts.fixed(figure.estimate?, 0).into())]))
        }
        _ => limited(figure, texts, &|value| texts.fixed(value, 1), &str::to_owned),
    }
}

fn share(figure: &ProfileFigure, texts: &Texts, write: &dyn Fn(f64) -> String) -> Option<String> {
    let say = |id: &str, name: &str, value: f64| texts.say(id, &[(name, Arg::from(write(value)))]);
    if figure.name.ends_with("_at_least") {
        return figure.low.map(|low| say("measure-at-least", "low", low));
    }
    match (figure.estimate, figure.x) {
        (None, _) => {
            let (low, high) = figure.bound_low.zip(figure.bound_high)?;
            Some(texts.say("measure-between", &[("low", write(low).into()), ("high", write(high).into())]))
        }
        (_, Some(0)) if figure.high.is_some() => figure.high.map(|high| say("analysis-none-seen", "high", high)),
        (_, Some(x)) if x == figure.n && figure.low.is_some() => figure.low.map(|low| say("analysis-all-seen", "low", low)),
        _ => limited(figure, texts, write, &str::to_owned),
    }
}

/// Writes the estimate, with its unit, and both limits, or the one that there is.
fn limited(
    figure: &ProfileFigure,
    texts: &Texts,
    write: &dyn Fn(f64) -> String,
    with_unit: &dyn Fn(&str) -> String,
) -> Option<String> {
    let estimate = with_unit(&write(figure.estimate?));
    Some(match (figure.low, figure.high) {
        (Some(low), Some(high)) => format!("{estimate} ({}–{})", write(low), write(high)),
        (Some(low), None) => format!("{estimate}; {}", texts.say("analysis-ratio-open", &[("low", write(low).into())])),
        (None, Some(high)) => format!("{estimate}; {}", texts.say("analysis-ratio-low", &[("high", write(high).into())])),
        (None, None) => format!("{estimate}; {}", texts.say("analysis-no-limits", &[])),
    })
}

fn no_finite(figure: &ProfileFigure, texts: &Texts) -> Option<String> {
    let limit = match (figure.low, figure.high) {
        (Some(low), _) => texts.say("analysis-ratio-open", &[("low", ratio(texts, low).into())]),
        (None, Some(high)) => texts.say("analysis-ratio-low", &[("high", ratio(texts, high).into())]),
        (None, None) => return None,
    };
    Some(format!("{}; {limit}", texts.say("analysis-ratio-none", &[])))
}

// A time between the earliest and the latest that the known moments allow.
fn lasting(figure: &ProfileFigure, texts: &Texts, unit: &str) -> Option<String> {
    let write = |value: f64| texts.fixed(value, usize::from(value < 10.0));
    if let Some(estimate) = figure.estimate {
        let said = texts.say(&format!("analysis-{unit}"), &[(unit, write(estimate).into())]);
        let limits = figure.low.zip(figure.high);
        return Some(limits.map_or_else(|| said.clone(), |(low, high)| format!("{said} ({}–{})", write(low), write(high))));
    }
    let low = figure.bound_low?;
    let args = [("low", Arg::from(write(low))), ("high", Arg::from(figure.bound_high.map(write).unwrap_or_default()))];
    Some(if figure.bound_high.is_some() {
        texts.say(&format!("analysis-{unit}-between"), &args)
    } else {
        texts.say(&format!("analysis-{unit}-least"), args.get(..1).unwrap_or_default())
    })
}

// Two shares less one another, in points of a hundred.
fn difference(figure: &ProfileFigure, texts: &Texts) -> Option<String> {
    let points = |value: f64| signed_by(texts, value * 100.0, 1);
    let told = texts.say("measure-points", &[("points", points(figure.estimate?).into())]);
    Some(match figure.low.zip(figure.high) {
        Some((low, high)) => {
            let limits = texts.say("measure-points-interval", &[("low", points(low).into()), ("high", points(high).into())]);
            format!("{told}; {limits}")
        }
        None => told,
    })
}

/// Writes a ratio with as many digits as its size calls for.
pub(in crate::api) fn ratio(texts: &Texts, value: f64) -> String {
    texts.fixed(
        value,
        if value >= 100.0 {
            0
        } else if value >= 10.0 {
            1
        } else {
            2
        },
    )
}

fn signed(texts: &Texts, value: f64) -> String {
    signed_by(texts, value, 2)
}

fn signed_by(texts: &Texts, value: f64, digits: usize) -> String {
    let written = texts.fixed(value.abs(), digits);
    // What is written as 0 has no sign.
    if written == texts.fixed(0.0, digits) { written } else { format!("{}{written}", if value > 0.0 { '+' } else { '−' }) }
}
