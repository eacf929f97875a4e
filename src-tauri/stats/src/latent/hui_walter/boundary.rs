//! The greatest likelihood within [0, 1] where the equations are solved outside.

use super::{Cells, EDGE, Six, modelled};
use crate::undefined::Undefined;

const STEPS_MAX: u32 = 200_000;
const TOLERANCE: f64 = 1e-14;

/// Returns the likeliest parameters within [0, 1], the raters together better than guessing, from eight starts.
pub(super) fn likeliest_inside(tables: &[Cells; 2], sizes: [f64; 2]) -> Result<Six, Undefined> {
    let mut best: Option<(Six, f64)> = None;
    for good in [0.95, 0.75] {
        for better in [0.9, 0.6] {
            for (low, high) in [(0.1, 0.7), (0.7, 0.1)] {
                let found = climb([good, better, good, better, low, high], tables, sizes)?;
                if best.is_none_or(|(_, value)| found.1 > value) {
                    best = Some(found);
                }
            }
        }
    }
    let (six, _) = best.ok_or(Undefined::NotConverged)?;
    Ok(snapped(facing_right(six)))
}

// Alternates between the chance that the class is there, cell by cell, and the parameters. The value is the log-likelihood over the
// number of items, so that its tolerance means the same for any number.
fn climb(start: Six, tables: &[Cells; 2], sizes: [f64; 2]) -> Result<(Six, f64), Undefined> {
    let all: f64 = sizes.iter().sum();
    let weights = sizes.map(|n| n / all);
    let (mut six, mut last) = (start, f64::NEG_INFINITY);
    for _ in 0..STEPS_MAX {
        let value = likelihood(six, tables, weights);
        if !value.is_finite() {
            return Err(Undefined::NotConverged);
        }
        if (value - last).abs() < TOLERANCE {
            return Ok((six, value));
        }
        last = value;
        six = stepped(six, tables, weights);
    }
    Err(Undefined::NotConverged)
}

fn likelihood(six: Six, tables: &[Cells; 2], weights: [f64; 2]) -> f64 {
    let mut sum = 0.0;
    for ((table, model), weight) in tables.iter().zip(modelled(six)).zip(weights) {
        for (share, fitted) in table.iter().zip(model).filter(|(share, _)| **share > 0.0) {
            sum += weight * share * libm::log(fitted);
        }
    }
    sum
}

fn stepped(six: Six, tables: &[Cells; 2], weights: [f64; 2]) -> Six {
    let [se1, se2, _, _, first, second] = six;
    let (mut is, mut is1, mut is2, mut not, mut not1, mut not2) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    let mut prevalence = [first, second];
    for (((table, model), weight), p) in tables.iter().zip(modelled(six)).zip(weights).zip(&mut prevalence) {
        let of_class = [*p * se1 * se2, *p * se1 * (1.0 - se2), *p * (1.0 - se1) * se2, *p * (1.0 - se1) * (1.0 - se2)];
        let mut in_group = 0.0;
        let answers = [(true, true), (true, false), (false, true), (false, false)];
        for (((share, fitted), there), (one, two)) in table.iter().zip(model).zip(of_class).zip(answers) {
            let chance = if fitted > 0.0 { there / fitted } else { 0.0 };
            let (with, without) = (weight * share * chance, weight * share * (1.0 - chance));
            is += with;
            not += without;
            in_group += share * chance;
            is1 += if one { with } else { 0.0 };
            is2 += if two { with } else { 0.0 };
            not1 += if one { 0.0 } else { without };
            not2 += if two { 0.0 } else { without };
        }
        *p = in_group;
    }
    let [first, second] = prevalence;
    let over = |part: f64, all: f64| if all > 0.0 { (part / all).clamp(0.0, 1.0) } else { 0.5 };
    [over(is1, is), over(is2, is), over(not1, not), over(not2, not), first.clamp(0.0, 1.0), second.clamp(0.0, 1.0)]
}

// The mirror image fits equally well: the class and its absence change places.
fn facing_right(six: Six) -> Six {
    let [se1, se2, sp1, sp2, first, second] = six;
    if se1 + sp1 + se2 + sp2 >= 2.0 { six } else { [1.0 - sp1, 1.0 - sp2, 1.0 - se1, 1.0 - se2, 1.0 - first, 1.0 - second] }
}

// The alternation comes as near to an edge as it likes and never arrives.
fn snapped(six: Six) -> Six {
    six.map(|one| {
        if one < 1e3 * EDGE {
            0.0
        } else if one > 1.0 - 1e3 * EDGE {
            1.0
        } else {
            one
        }
    })
}
