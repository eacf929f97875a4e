//! Registers of what several sources tell of: how many orders were ever issued.

use super::super::tests::{named, order};
use super::super::*;
use super::Claim::{AtLeast, Falls, Nominal};
use super::Held;
use super::draw::{Draw, made, measured_at};
use crate::model::terms::SOURCE_LISTS;

const LISTED: [&str; 3] = ["platform", "author", "press"];

fn bit(name: &str) -> u8 {
    1 << SOURCE_LISTS.iter().position(|list| *list == name).unwrap()
}

// Of `issued` orders those that are on a list; an order that is easy to learn of is so for every list.
fn listed(draw: &mut Draw, issued: u32, seen: &[f64], ease: [f64; 2]) -> (Frame, f64) {
    let (mut orders, mut criticism) = (Vec::new(), 0_u64);
    for _ in 0..issued {
        let (ease, is_criticism) = (ease[draw.below(2)], draw.chance(0.4));
        let lists = seen.iter().zip(LISTED).filter(|(seen, _)| draw.chance(*seen * ease)).map(|(_, name)| bit(name)).sum();
        criticism += u64::from(is_criticism);
        let verdict = if is_criticism { "legitimate_criticism" } else { "real_bullying" };
        if lists > 0 {
            let cluster = u32::try_from(orders.len()).unwrap();
            orders.push((OrderRow { cluster, lists, ..order(0) }, Some(verdict)));
        }
    }
    (made(&orders), figure::real(criticism) / f64::from(issued))
}

pub(super) fn independent_lists(seed: u64, held: &mut Held) {
    let mut draw = Draw::of(seed, 12);
    let (frame, share) = listed(&mut draw, 400, &[0.5, 0.4, 0.35], [1.0, 1.0]);
    let found = measured_at(&frame, 0);
    let bound = named(&found, "C13.lower_bound");
    held.figure("C13.lower_bound, three independent lists", Nominal, bound, 400.0);
    held.count(
        "C13.lower_bound, its lower limit, independent lists",
        AtLeast,
        bound.limits.map(|(low, _)| (low, f64::INFINITY)),
        400.0,
    );
    held.figure("C13.estimate, three independent lists", Nominal, named(&found, "C13.estimate"), 400.0);
    let issued = named(&found, "C1.criticism_of_issued");
    held.count("C1.criticism_of_issued, its bounds, independent lists", AtLeast, issued.bounds, share);
    let (frame, _) = listed(&mut draw, 400, &[0.5, 0.4], [1.0, 1.0]);
    held.figure("C13.two_lists, independent", Nominal, named(&measured_at(&frame, 0), "C13.two_lists"), 400.0);
}

// Half of the orders are three times as easy to learn of as the others, for every list.
pub(super) fn lists_that_hang_together(seed: u64, held: &mut Held) {
    let mut draw = Draw::of(seed, 13);
    let (frame, share) = listed(&mut draw, 600, &[0.5, 0.4, 0.35], [1.5, 0.5]);
    let found = measured_at(&frame, 0);
    let bound = named(&found, "C13.lower_bound");
    held.count(
        "C13.lower_bound, its lower limit, lists that hang together",
        AtLeast,
        bound.limits.map(|(low, _)| (low, f64::INFINITY)),
        600.0,
    );
    held.figure("C13.lower_bound, lists that hang together", Falls("caveat-hidden-orders"), bound, 600.0);
    held.figure("C13.estimate, lists that hang together", Falls("caveat-lists-alike"), named(&found, "C13.estimate"), 600.0);
    let issued = named(&found, "C1.criticism_of_issued");
    held.count("C1.criticism_of_issued, its bounds, lists that hang together", AtLeast, issued.bounds, share);
    let (frame, _) = listed(&mut draw, 600, &[0.5, 0.4], [1.5, 0.5]);
    let two = measured_at(&frame, 0);
    held.figure("C13.two_lists, that hang together", Falls("caveat-two-lists"), named(&two, "C13.two_lists"), 600.0);
}
