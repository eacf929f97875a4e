//! The alternation that finds the greatest likelihood.

use super::{RatedAlike, Rating, Stopping};
use crate::undefined::Undefined;

const STEPS_MAX: u32 = 1_000_000;
// Sums of many logarithms jitter in their last digits: a move below this share of the sum is none.
const JITTER: f64 = 8.0 * f64::EPSILON;

// A table [rater][true class][class named].
type Tables = Vec<Vec<Vec<f64>>>;

/// Ratings that were checked.
pub(super) struct Data {
    rows: Vec<(Vec<Rating>, f64)>,
    raters: usize,
    classes: usize,
}

/// A share held fixed while the rest is fitted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    pub(super) class: usize,
    pub(super) share: f64,
}

/// Where the alternation settled.
pub(super) struct Fit {
    pub(super) prevalence: Vec<f64>,
    /// Expected counts, not yet rates.
    pub(super) tables: Tables,
    pub(super) posterior: Vec<Vec<f64>>,
    pub(super) log_likelihood: f64,
    pub(super) steps: u32,
}

impl Data {
    pub(super) fn checked(rated: &[RatedAlike], raters: usize, classes: usize) -> Result<Self, Undefined> {
        let outside = |rating: &Rating| rating.rater >= raters || rating.class >= classes;
        if classes < 2 || rated.iter().any(|alike| alike.ratings.is_empty() || alike.ratings.iter().any(outside)) {
            return Err(Undefined::Malformed);
        }
        let rows: Vec<(Vec<Rating>, f64)> = rated.iter().map(|alike| (alike.ratings.clone(), real(alike.items))).collect();
        if rows.iter().all(|(_, items)| *items <= 0.0) { Err(Undefined::NZero) } else { Ok(Self { rows, raters, classes }) }
    }

    /// Returns how often each rater names each class: [rater][class named].
    pub(super) fn named(&self) -> Vec<Vec<f64>> {
        let mut counts = vec![vec![0.0; self.classes]; self.raters];
        for (ratings, items) in &self.rows {
            for rating in ratings {
                if let Some(count) = counts.get_mut(rating.rater).and_then(|row| row.get_mut(rating.class)) {
                    *count += items;
                }
            }
        }
        counts
    }

    /// Returns the number of classes that some rater names.
    pub(super) fn classes_named(&self) -> usize {
        let named = self.named();
        (0..self.classes).filter(|class| named.iter().filter_map(|row| row.get(*class)).any(|count| *count > 0.0)).count()
    }

    /// Returns, for each way of rating, the share of its ratings that name each class.
    pub(super) fn shares_of_ratings(&self) -> Vec<Vec<f64>> {
        let shares = |(ratings, _): &(Vec<Rating>, f64)| {
            let many = real(ratings.len() as u64);
            let share = |class| real(ratings.iter().filter(|rating| rating.class == class).count() as u64) / many;
            (0..self.classes).map(share).collect()
        };
        self.rows.iter().map(shares).collect()
    }
}

impl Fit {
    /// Returns the rates [rater][true class], nothing where the rater rated no item of the class.
    pub(super) fn rates(&self) -> Vec<Vec<Option<Vec<f64>>>> {
        let rates = |row: &Vec<f64>| {
            let sum: f64 = row.iter().sum();
            (sum > 0.0).then(|| row.iter().map(|count| count / sum).collect())
        };
        self.tables.iter().map(|of_rater| of_rater.iter().map(rates).collect()).collect()
    }

    /// Returns the expected numbers of ratings [rater][true class].
    pub(super) fn sums(&self) -> Vec<Vec<f64>> {
        self.tables.iter().map(|of_rater| of_rater.iter().map(|row| row.iter().sum()).collect()).collect()
    }
}

/// Alternates from a posterior until the log-likelihood settles.
pub(super) fn maximise(
    data: &Data,
    mut posterior: Vec<Vec<f64>>,
    held: Option<Held>,
    stopping: Stopping,
) -> Result<Fit, Undefined> {
    let mut last = f64::NEG_INFINITY;
    for step in 1..=stopping.steps_max.min(STEPS_MAX) {
        let prevalence = shares(data, &posterior, held);
        let tables = expected(data, &posterior);
        let (next, log_likelihood) = classify(data, &prevalence, &tables);
        if !log_likelihood.is_finite() {
            return Err(Undefined::NotConverged);
        }
        posterior = next;
        if (log_likelihood - last).abs() < stopping.tolerance.max(JITTER * log_likelihood.abs()) {
            return Ok(Fit { prevalence, tables, posterior, log_likelihood, steps: step });
        }
        last = log_likelihood;
    }
    Err(Undefined::NotConverged)
}

fn shares(data: &Data, posterior: &[Vec<f64>], held: Option<Held>) -> Vec<f64> {
    let mut sums = vec![0.0; data.classes];
    for ((_, items), row) in data.rows.iter().zip(posterior) {
        sums.iter_mut().zip(row).for_each(|(sum, share)| *sum += items * share);
    }
    let Some(Held { class, share }) = held else {
        let all: f64 = sums.iter().sum();
        return sums.iter().map(|sum| sum / all).collect();
    };
    let others: f64 = sums.iter().enumerate().filter(|(place, _)| *place != class).map(|(_, sum)| sum).sum();
    let even = (1.0 - share) / real(data.classes.saturating_sub(1).max(1) as u64);
    let of = |(place, sum): (usize, &f64)| match place == class {
        true => share,
        false if others > 0.0 => (1.0 - share) * sum / others,
        false => even,
    };
    sums.iter().enumerate().map(of).collect()
}

fn expected(data: &Data, posterior: &[Vec<f64>]) -> Tables {
    let mut tables = vec![vec![vec![0.0; data.classes]; data.classes]; data.raters];
    for ((ratings, items), row) in data.rows.iter().zip(posterior) {
        for rating in ratings {
            let Some(of_rater) = tables.get_mut(rating.rater) else { continue };
            for (of_class, share) in of_rater.iter_mut().zip(row) {
                if let Some(count) = of_class.get_mut(rating.class) {
                    *count += items * share;
                }
            }
        }
    }
    tables
}

// The probability of each class for each way of rating, and the log-likelihood. In logarithms: the product of many rates leaves the
// range of numbers.
fn classify(data: &Data, prevalence: &[f64], tables: &Tables) -> (Vec<Vec<f64>>, f64) {
    // [rater][class named][true class]: what one rating adds to the logarithms of all classes lies together.
    let added: Tables = tables.iter().map(|of_rater| logarithms(of_rater)).collect();
    let start: Vec<f64> = prevalence.iter().map(|share| libm::log(*share)).collect();
    let mut log_likelihood = 0.0;
    let mut posterior = Vec::with_capacity(data.rows.len());
    for (ratings, items) in &data.rows {
        let mut logs = start.clone();
        for rating in ratings {
            if let Some(more) = added.get(rating.rater).and_then(|of_rater| of_rater.get(rating.class)) {
                logs.iter_mut().zip(more).for_each(|(log, more)| *log += more);
            }
        }
        let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if most.is_finite() {
            logs.iter_mut().for_each(|log| *log = libm::exp(*log - most));
            let sum: f64 = logs.iter().sum();
            logs.iter_mut().for_each(|share| *share /= sum);
            log_likelihood += items * (most + libm::log(sum));
        } else {
            // No class allows these ratings. Rows that stand for no items are classified and not learned from, so it may be.
            logs.fill(0.0);
            log_likelihood += if *items > 0.0 { f64::NEG_INFINITY } else { 0.0 };
        }
        posterior.push(logs);
    }
    (posterior, log_likelihood)
}

fn logarithms(of_rater: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let sums: Vec<f64> = of_rater.iter().map(|row| row.iter().sum()).collect();
    let log = |(row, sum): (&Vec<f64>, &f64), named: usize| {
        let count = row.get(named).copied().unwrap_or(0.0);
        if count > 0.0 { libm::log(count / sum) } else { f64::NEG_INFINITY }
    };
    (0..of_rater.len()).map(|named| of_rater.iter().zip(&sums).map(|pair| log(pair, named)).collect()).collect()
}

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
const fn real(count: u64) -> f64 {
    count as f64
}
