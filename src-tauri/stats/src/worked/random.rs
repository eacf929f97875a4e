//! Worked examples of random numbers, by which another program can check that its generator is ours.

use super::read::count;
use super::{Answer, Trouble};
use crate::{Random, Undefined};
use serde_json::{Map, Value, json};

const DRAWN_MAX: u64 = 1_000_000;

pub(super) fn answer(method: &str, input: &Value, _: &Value) -> Option<Answer> {
    Some(match method {
        "random.xoshiro256pp" => numbers(input),
        "random.index" => indexes(input),
        _ => return None,
    })
}

fn numbers(input: &Value) -> Answer {
    let (mut random, n) = started(input)?;
    // A number of 64 bits is a text: many readers of JSON keep 53.
    let drawn: Vec<String> = (0..n).map(|_| random.next().to_string()).collect();
    Ok(Map::from_iter([("u64".to_owned(), json!(drawn))]))
}

fn indexes(input: &Value) -> Answer {
    let bound = usize::try_from(count(input, "bound")?).map_err(|_| Trouble::Field("bound"))?;
    if bound == 0 {
        return Err(Undefined::EmptyList.into());
    }
    let (mut random, n) = started(input)?;
    let drawn: Vec<usize> = (0..n).map(|_| random.below(bound)).collect();
    Ok(Map::from_iter([("index".to_owned(), json!(drawn))]))
}

fn started(input: &Value) -> Result<(Random, u64), Trouble> {
    let n = count(input, "n")?;
    if n > DRAWN_MAX {
        return Err(Trouble::Field("n"));
    }
    Ok((Random::seeded(count(input, "seed")?), n))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::worked::estimate;

    #[test]
    fn nothing_is_drawn_from_nothing_nor_without_end() {
        let empty = estimate("random.index", &json!({ "seed": "7", "bound": 0, "n": 3 }), &json!({})).unwrap();
        assert_eq!(empty, json!({ "status": "undefined", "reason": "empty_list" }));
        for method in ["random.index", "random.xoshiro256pp"] {
            let input = json!({ "seed": 7, "bound": 5, "n": DRAWN_MAX + 1 });
            assert_eq!(estimate(method, &input, &json!({})), Err(Trouble::Field("n")), "{method}");
            assert_eq!(
                estimate(method, &json!({ "seed": "seven", "bound": 5, "n": 1 }), &json!({})),
                Err(Trouble::Field("seed"))
            );
        }
    }
}
