//! Whether ratings can tell error from truth at all.

use super::maximise::{Data, Fit};
use super::{EDGE, RatedAlike};
use crate::special::chi_squared_quantile;
use std::collections::BTreeSet;

/// Tells whether each rater who rated has rated an item with three ratings, or shares an item with a rater of whom this is true.
pub(super) fn all_are_tied(rated: &[RatedAlike], raters: usize) -> bool {
    let items: Vec<BTreeSet<usize>> = rated
        .iter()
        .filter(|alike| alike.items > 0)
        .map(|alike| alike.ratings.iter().map(|rating| rating.rater).collect())
        .collect();
    let with_three = rated.iter().filter(|alike| alike.items > 0 && alike.ratings.len() >= 3);
    let mut tied: BTreeSet<usize> = with_three.flat_map(|alike| alike.ratings.iter().map(|rating| rating.rater)).collect();
    // Each pass ties one rater more or is the last.
    for _ in 0..raters {
        let before = tied.len();
        for item in &items {
            if !item.is_disjoint(&tied) {
                tied.extend(item);
            }
        }
        if tied.len() == before {
            break;
        }
    }
    items.iter().flatten().all(|rater| tied.contains(rater))
}

/// Tells whether classes explain the ratings better than raters who guess at constant rates, by more than chance would.
pub(super) fn classes_show(data: &Data, fit: &Fit) -> bool {
    let mut guessing = 0.0;
    for row in data.named() {
        let sum: f64 = row.iter().sum();
        guessing += row.iter().filter(|count| **count > 0.0).map(|count| count * libm::log(count / sum)).sum::<f64>();
    }
    let free = u32::try_from(data.classes_named().saturating_sub(1)).map_or(f64::INFINITY, f64::from);
    2.0 * (fit.log_likelihood - guessing) > chi_squared_quantile(0.95, free)
}

/// Tells whether each class with items is named, over all raters, more often for its own items than for the others.
pub(super) fn labels_fit(fit: &Fit) -> bool {
    fit.prevalence.iter().enumerate().filter(|(_, share)| **share > EDGE).all(|(class, _)| {
        // Named so and all ratings, among items of the class and among the others.
        let (mut own, mut own_all, mut other, mut other_all) = (0.0, 0.0, 0.0, 0.0);
        for (truth, row) in fit.tables.iter().flat_map(|of_rater| of_rater.iter().enumerate()) {
            let (named, all) = (row.get(class).copied().unwrap_or(0.0), row.iter().sum::<f64>());
            if truth == class {
                own += named;
                own_all += all;
            } else {
                other += named;
                other_all += all;
            }
        }
        own * other_all > other * own_all || other_all <= 0.0
    })
}
