//! Worked examples of rates of events.

use super::proportion::only;
use super::read::{self, count, level, number};
use super::{Answer, Trouble};
use crate::{Watched, poisson_rate, rate_ratio};
use serde_json::Value;

pub(super) fn answer(method: &str, input: &Value, options: &Value) -> Option<Answer> {
    Some(match method {
        "rate.poisson_interval" => interval(input, options),
        "rate.ratio" => ratio(input, options),
        _ => return None,
    })
}

fn watched(of: &Value, events: &'static str, exposure: &'static str) -> Result<Watched, Trouble> {
    Ok(Watched { events: count(of, events)?, exposure: number(of, exposure)? })
}

fn interval(input: &Value, options: &Value) -> Answer {
    only(options, "kind", "garwood")?;
    let found = poisson_rate(watched(input, "events", "exposure")?, level(options)?)?;
    Ok(read::answer([("rate", found.rate), ("lower", found.low), ("upper", found.high)]))
}

fn ratio(input: &Value, options: &Value) -> Answer {
    only(options, "kind", "exact_conditional")?;
    let (one, other) = (watched(input, "events_1", "exposure_1")?, watched(input, "events_2", "exposure_2")?);
    let found = rate_ratio(one, other, level(options)?)?;
    Ok(read::answer([("ratio", found.ratio), ("lower", found.low), ("upper", found.high), ("p", found.p)]))
}
