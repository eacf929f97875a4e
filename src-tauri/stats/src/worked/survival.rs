//! Worked examples of times until something happens.

use super::{
    Answer, Trouble,
    read::{self, counts, level, list, number, numbers, status, text, written},
};
use crate::{
    Undefined,
    survival::{
        Bracket, Brackets, CauseShares, Delay, Ended, Followed, Incidence, Mass, Share, Step, aalen_johansen, kaplan_meier,
        log_rank, reporting_delays, turnbull,
    },
};
use serde_json::{Map, Value, json};

pub(super) fn answer(method: &str, input: &Value, options: &Value) -> Option<Answer> {
    Some(match method {
        "survival.kaplan_meier" => curve(input, options),
        "survival.aalen_johansen" => causes(input, options),
        "survival.log_rank" => comparison(input),
        "survival.reporting_delays" => delays(input, options),
        "survival.turnbull" => brackets(input, options),
        _ => return None,
    })
}

fn curve(input: &Value, options: &Value) -> Answer {
    if options.get("conf_type").is_some() && text(options, "conf_type")? != "log-log" {
        return Err(Trouble::Field("conf_type"));
    }
    let asked = asked(options)?;
    let curve = kaplan_meier(&followed(input)?, from(options)?, level(options)?)?;
    let at = |time: &f64| at_time(*time, curve.at(*time).map(|share| written_share(&share)));
    let median = curve.median();
    let mut fields = Map::new();
    fields.insert("steps".to_owned(), curve.steps.iter().map(written_step).collect());
    fields.insert("at".to_owned(), asked.iter().map(at).collect());
    fields.insert("median".to_owned(), json!(median.time.ok()));
    fields.insert("median_lower".to_owned(), json!(median.low));
    fields.insert("median_upper".to_owned(), json!(median.high));
    fields.insert("n".to_owned(), json!(curve.n));
    fields.insert("left_out".to_owned(), json!(curve.left_out));
    fields.insert("watched_from".to_owned(), json!(curve.watched_from));
    Ok(fields)
}

fn written_step(step: &Step) -> Value {
    json!({
        "time": step.time, "at_risk": step.at_risk, "events": step.events, "censored": step.censored,
        "survival": step.survival, "se": step.se, "lower": step.low, "upper": step.high,
    })
}

fn written_share(share: &Share) -> Map<String, Value> {
    let mut fields = read::answer([
        ("survival", share.survival),
        ("lower", share.low),
        ("upper", share.high),
        ("share_done", share.done),
        ("done_lower", share.done_low),
        ("done_upper", share.done_high),
    ]);
    fields.insert("at_risk".to_owned(), json!(share.at_risk));
    fields.insert("events".to_owned(), json!(share.events));
    fields
}

fn causes(input: &Value, options: &Value) -> Answer {
    let states = counts(input, "state")?;
    let named = options.get("states").and_then(Value::as_object).map_or(0, Map::len);
    // State 0 is censored, and every named or occurring one above it is a cause.
    let most = states.iter().copied().max().and_then(|most| usize::try_from(most).ok()).unwrap_or(0);
    let causes = most.max(named.saturating_sub(1)).max(1);
    let cause = |state: &u64| usize::try_from(*state).ok().and_then(|state| state.checked_sub(1));
    let units: Vec<Ended> = spells(input, states.len())?
        .zip(&states)
        .map(|((entry, time), state)| Ended { entry, time, cause: cause(state) })
        .collect();
    let asked = asked(options)?;
    let curves = aalen_johansen(&units, causes, from(options)?, level(options)?)?;
    let at = |time: &f64| at_time(*time, curves.at(*time).map(|shares| written_causes(&shares)));
    let mut fields = Map::new();
    fields.insert("at".to_owned(), asked.iter().map(at).collect());
    fields.insert("n".to_owned(), json!(curves.n));
    fields.insert("left_out".to_owned(), json!(curves.left_out));
    fields.insert("watched_from".to_owned(), json!(curves.watched_from));
    Ok(fields)
}

fn written_causes(shares: &CauseShares) -> Map<String, Value> {
    let each = |part: fn(&Incidence) -> Value| Value::Array(shares.causes.iter().map(part).collect());
    let mut fields = read::answer([("event_free", shares.event_free)]);
    fields.insert("cumulative_incidence".to_owned(), each(|cause| json!(cause.share)));
    fields.insert("se".to_owned(), each(|cause| json!(cause.se)));
    fields.insert("lower".to_owned(), each(|cause| json!(cause.low)));
    fields.insert("upper".to_owned(), each(|cause| json!(cause.high)));
    fields.insert("at_risk".to_owned(), json!(shares.at_risk));
    fields
}

fn comparison(input: &Value) -> Answer {
    let groups = list(input, "groups")?.iter().map(followed).collect::<Result<Vec<_>, _>>()?;
    let test = log_rank(&groups)?;
    let mut fields = read::answer([("chi2", test.chi_squared), ("df", f64::from(test.df)), ("p", test.p)]);
    fields.insert("observed".to_owned(), json!(test.observed));
    fields.insert("expected".to_owned(), json!(test.expected));
    Ok(fields)
}

fn delays(input: &Value, options: &Value) -> Answer {
    let (delays, bounds) = (numbers(input, "delay")?, numbers(input, "bound")?);
    if delays.len() != bounds.len() {
        return Err(Undefined::Malformed.into());
    }
    let units: Vec<Delay> = delays.iter().zip(&bounds).map(|(delay, bound)| Delay { delay: *delay, bound: *bound }).collect();
    let asked = asked(options)?;
    let share = if options.get("share").is_some() { number(options, "share")? } else { 0.95 };
    let found = reporting_delays(&units, level(options)?)?;
    let within = found.within(share)?;
    let at = |delay: &f64| {
        let told = found.share_within(*delay);
        at_time(*delay, told.map(|of| read::answer([("share", of.share), ("lower", of.low), ("upper", of.high)])))
    };
    let mut fields = read::answer([("delay_within", within.delay), ("lower", within.low), ("longest_bound", found.bound)]);
    fields.insert("upper".to_owned(), json!(within.high));
    fields.insert("at".to_owned(), asked.iter().map(at).collect());
    Ok(fields)
}

fn brackets(input: &Value, options: &Value) -> Answer {
    let (after, by) = (numbers(input, "after")?, numbers(input, "by")?);
    if after.len() != by.len() {
        return Err(Undefined::Malformed.into());
    }
    let units: Vec<Bracket> = after.iter().zip(&by).map(|(after, by)| Bracket { after: *after, by: *by }).collect();
    let (asked, level) = (asked(options)?, level(options)?);
    let (bounds, found) = (Brackets::of(&units)?, turnbull(&units)?);
    let at = |time: &f64| {
        let told = found.at(*time).and_then(|survival| {
            let sharp = bounds.at(*time, level)?;
            Ok(read::answer([
                ("survival_low", survival.low),
                ("survival_high", survival.high),
                ("done_bound_low", sharp.low),
                ("done_bound_high", sharp.high),
                ("done_outer_lower", sharp.outer_low),
                ("done_outer_upper", sharp.outer_high),
            ]))
        });
        at_time(*time, told)
    };
    let mass = |mass: &Mass| {
        let Bracket { after, by } = mass.within;
        json!({ "after": written(after), "by": written(by), "share": mass.share })
    };
    let mut fields = read::answer([("log_likelihood", found.log_likelihood)]);
    fields.insert("masses".to_owned(), found.masses.iter().map(mass).collect());
    fields.insert("at".to_owned(), asked.iter().map(at).collect());
    Ok(fields)
}

// An answer at one time has a status of its own.
fn at_time(time: f64, told: Result<Map<String, Value>, Undefined>) -> Value {
    let mut fields = match told {
        Ok(mut fields) => {
            fields.insert("status".to_owned(), json!("ok"));
            fields
        }
        Err(why) => status(why).as_object().cloned().unwrap_or_default(),
    };
    fields.insert("time".to_owned(), written(time));
    Value::Object(fields)
}

fn asked(options: &Value) -> Result<Vec<f64>, Trouble> {
    if options.get("at").is_none() { Ok(Vec::new()) } else { numbers(options, "at") }
}

fn from(options: &Value) -> Result<Option<f64>, Trouble> {
    options.get("from").filter(|from| !from.is_null()).map(|_| number(options, "from")).transpose()
}

fn followed(input: &Value) -> Result<Vec<Followed>, Trouble> {
    let event = |value: &Value| match value {
        Value::Bool(event) => Ok(*event),
        other => other.as_u64().filter(|event| *event <= 1).map(|event| event == 1).ok_or(Trouble::Field("event")),
    };
    let events = list(input, "event")?.iter().map(event).collect::<Result<Vec<_>, _>>()?;
    let units = spells(input, events.len())?;
    Ok(units.zip(events).map(|((entry, time), event)| Followed { entry, time, event }).collect())
}

// Entries and times of `units` units; an entry that is missing or null is the unit's own start.
fn spells(input: &Value, units: usize) -> Result<impl Iterator<Item = (Option<f64>, f64)> + use<>, Trouble> {
    let times = numbers(input, "time")?;
    let entry = |value: &Value| if value.is_null() { Ok(None) } else { value.as_f64().map(Some).ok_or(Trouble::Field("entry")) };
    let entries = if input.get("entry").is_some() {
        list(input, "entry")?.iter().map(entry).collect::<Result<Vec<_>, _>>()?
    } else {
        vec![None; times.len()]
    };
    if times.len() != units || entries.len() != units {
        return Err(Undefined::Malformed.into());
    }
    Ok(entries.into_iter().zip(times))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(method: &str, input: &Value, options: &Value) -> Answer {
        answer(method, input, options).unwrap()
    }

    #[test]
    fn delays_and_brackets_have_answers() {
        let input = json!({ "delay": [1, 2, 4, 0], "bound": [5, 3, 4, 1] });
        let fields = told("survival.reporting_delays", &input, &json!({ "share": 0.5, "at": [1.5, 6] })).unwrap();
        assert_eq!((&fields["delay_within"], &fields["longest_bound"]), (&json!(2.0), &json!(5.0)));
        assert_eq!((&fields["at"][0]["share"], &fields["at"][1]["reason"]), (&json!(0.25), &json!("beyond_follow_up")));
        let input = json!({ "after": ["-inf", 2, "-inf"], "by": [1, "inf", 3] });
        let fields = told("survival.turnbull", &input, &json!({ "at": [2] })).unwrap();
        assert_eq!((&fields["masses"][0]["after"], &fields["masses"][1]["by"]), (&json!("-inf"), &json!(3.0)));
        let at = &fields["at"][0];
        assert!((at["survival_low"].as_f64().unwrap() - 0.5).abs() < 1e-9, "{at}");
        assert_eq!(at["done_bound_low"], json!(1.0 / 3.0));
    }

    #[test]
    fn a_start_can_be_set() {
        let input = json!({ "entry": [0.5, 1, null], "time": [1, 4, 5], "event": [1, true, 0] });
        let fields = told("survival.kaplan_meier", &input, &json!({ "from": 1, "at": [4] })).unwrap();
        assert_eq!((&fields["n"], &fields["left_out"], &fields["at"][0]["survival"]), (&json!(2), &json!(1), &json!(0.5)));
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let input = json!({ "time": [1, 2], "event": [1, 0] });
        for (input, options, field) in [
            (&input, json!({ "conf_type": "plain" }), "conf_type"),
            (&input, json!({ "at": 3 }), "at"),
            (&input, json!({ "from": "soon" }), "from"),
            (&json!({ "time": [1, 2], "event": [1, 2] }), json!({}), "event"),
            (&json!({ "event": [1, 1] }), json!({}), "time"),
            (&json!({ "time": [1], "event": [1], "entry": ["x"] }), json!({}), "entry"),
        ] {
            assert_eq!(told("survival.kaplan_meier", input, &options), Err(Trouble::Field(field)));
        }
        let uneven = json!({ "time": [1, 2], "event": [1], "state": [1], "delay": [1], "bound": [], "after": [1], "by": [] });
        for method in ["kaplan_meier", "aalen_johansen", "reporting_delays", "turnbull"] {
            let got = told(&format!("survival.{method}"), &uneven, &json!({}));
            assert_eq!(got, Err(Trouble::No(Undefined::Malformed)), "{method}");
        }
        let huge = json!({ "time": [1], "state": [u64::MAX] });
        assert_eq!(told("survival.aalen_johansen", &huge, &json!({})), Err(Trouble::No(Undefined::Malformed)));
        assert!(answer("survival.cox", &input, &json!({})).is_none());
    }
}
