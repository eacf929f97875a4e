//! The shares of places under which covers of them are most likely.

use super::real;
use crate::Undefined;

// Neither is reached by data of the kind we meet; the second keeps a huge list from running for hours.
const ITERATIONS_MAX: usize = 20_000;
const STEPS_MAX: usize = 1_000_000_000;
// The largest excess of a gradient over 1, and the largest share that a step of expectation and maximisation still moves; and the same
// for each unit, which counts from a hundred thousand on: shares of so many have fewer digits.
const SETTLED: f64 = 1e-10;
const SETTLED_EACH: f64 = 1e-15;
// How often a step is halved before it is left out.
const HALVINGS_MAX: usize = 20;

/// Units whose event is at one of some places that follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cover {
    /// The first of the places.
    pub from: usize,
    /// The place after the last.
    pub to: usize,
    /// Units, at least 1.
    pub units: u64,
}

/// The maximum.
#[derive(Debug)]
pub(super) struct Maximum {
    /// The share of each place.
    pub shares: Vec<f64>,
    /// The logarithm of the likelihood, natural.
    pub log_likelihood: f64,
    /// No shares have a log-likelihood that is higher by more than this.
    pub gap: f64,
}

/// Returns the shares of `places` places under which the covers are most likely. Each place must be the last of one cover at least,
/// and each cover hold a place. Refuses an empty list and iterations that do not settle.
pub(super) fn maximum(covers: Vec<Cover>, places: usize) -> Result<Maximum, Undefined> {
    if covers.is_empty() {
        return Err(Undefined::NZero);
    }
    let problem = Problem::of(covers, places);
    let (sums, gap) = problem.maximised()?;
    Ok(Maximum { shares: steps_of(&sums).collect(), log_likelihood: problem.log_likelihood(&sums), gap })
}

#[derive(Debug)]
struct Problem {
    covers: Vec<Cover>,
    places: usize,
    n: f64,
}

impl Problem {
    fn of(mut covers: Vec<Cover>, places: usize) -> Self {
        let n = real(covers.iter().map(|cover| cover.units).sum());
        covers.sort_unstable();
        covers.dedup_by(|next, kept| {
            let same = (next.from, next.to) == (kept.from, kept.to);
            if same {
                kept.units += next.units;
            }
            same
        });
        Self { covers, places, n }
    }

    // Alternates the two steps until the gradients say that nothing is left to gain. `sums` holds the share up to each place, with a 0
    // before the first.
    fn maximised(&self) -> Result<(Vec<f64>, f64), Undefined> {
        let mut sums = self.start();
        let settled = SETTLED.max(SETTLED_EACH * self.n);
        let rounds = ITERATIONS_MAX.min(STEPS_MAX / (self.covers.len() + sums.len()));
        for _ in 0..rounds {
            let gradients = self.gradients(&sums);
            let excess = gradients.iter().fold(0.0, |most: f64, gradient| most.max(gradient - 1.0));
            let moved: f64 = steps_of(&sums).zip(&gradients).map(|(share, gradient)| share * (gradient - 1.0).abs()).sum();
            if excess <= settled && moved <= settled {
                return Ok((sums, self.n * excess));
            }
            if !(excess.is_finite() && moved.is_finite()) {
                break;
            }
            sums = summed(steps_of(&sums).zip(&gradients).map(|(share, gradient)| share * gradient));
            sums = self.convex_minorant_step(sums);
        }
        Err(Undefined::NotConverged)
    }

    // Kaplan-Meier's shares if each unit had its event in the middle of its cover, or had been censored before a cover that reaches the
    // last place among others. It gives each cover a share, and is the maximum already where all times are exact or censored.
    fn start(&self) -> Vec<f64> {
        let (mut events, mut leave) = (vec![0; self.places], vec![0; self.places]);
        for cover in &self.covers {
            let (counts, place) = if cover.to == self.places && cover.from + 1 < cover.to {
                (&mut leave, cover.from)
            } else {
                (&mut events, cover.from.midpoint(cover.to - 1))
            };
            if let Some(count) = counts.get_mut(place) {
                *count += cover.units;
            }
        }
        let (mut survival, mut at_risk) = (1.0, self.covers.iter().map(|cover| cover.units).sum::<u64>());
        let share = |(events, leave): (&u64, &u64)| {
            at_risk = at_risk.saturating_sub(*leave);
            let share = if at_risk > 0 { survival * real(*events) / real(at_risk) } else { 0.0 };
            survival -= share;
            at_risk = at_risk.saturating_sub(*events);
            share
        };
        summed(events.iter().zip(&leave).map(share))
    }

    // For each cover the share inside it.
    fn inside<'s>(&'s self, sums: &'s [f64]) -> impl Iterator<Item = (&'s Cover, f64)> {
        self.covers.iter().map(|cover| (cover, value(sums, cover.to) - value(sums, cover.from)))
    }

    fn log_likelihood(&self, sums: &[f64]) -> f64 {
        self.inside(sums)
            .map(|(cover, share)| real(cover.units) * if share > 0.0 { libm::log(share) } else { f64::NEG_INFINITY })
            .sum()
    }

    // For each place the mean over the units of [place in cover] / share inside it. At the maximum none is above 1.
    fn gradients(&self, sums: &[f64]) -> Vec<f64> {
        let mut changes = vec![0.0; self.places + 1];
        for (cover, share) in self.inside(sums) {
            let term = real(cover.units) / (self.n * share);
            add(&mut changes, cover.from, term);
            add(&mut changes, cover.to, -term);
        }
        changes.pop();
        let mut sum = 0.0;
        changes
            .iter()
            .map(|change| {
                sum += change;
                sum
            })
            .collect()
    }

    fn convex_minorant_step(&self, sums: Vec<f64>) -> Vec<f64> {
        let (mut slopes, mut weights) = (vec![0.0; sums.len()], vec![0.0; sums.len()]);
        for (cover, share) in self.inside(&sums) {
            let term = real(cover.units) / share;
            add(&mut slopes, cover.to, term);
            add(&mut slopes, cover.from, -term);
            add(&mut weights, cover.to, term / share);
            add(&mut weights, cover.from, term / share);
        }
        let inner = 1..self.places;
        let parts = |of: &[f64]| of.get(inner.clone()).unwrap_or_default().to_vec();
        let (slopes, weights, now) = (parts(&slopes), parts(&weights), parts(&sums));
        let wanted = now.iter().zip(&slopes).zip(&weights).map(|((sum, slope), weight)| sum + slope / weight);
        let aim: Vec<f64> = pooled(wanted.zip(weights.iter().copied())).into_iter().map(|sum| sum.clamp(0.0, 1.0)).collect();
        let rise: f64 = slopes.iter().zip(aim.iter().zip(&now)).map(|(slope, (aim, now))| slope * (aim - now)).sum();
        let before = self.log_likelihood(&sums);
        let mut part = 1.0;
        for _ in 0..HALVINGS_MAX {
            let between = now.iter().zip(&aim).map(|(now, aim)| now + part * (aim - now));
            let tried: Vec<f64> = std::iter::once(0.0).chain(between).chain(std::iter::once(1.0)).collect();
            if self.log_likelihood(&tried) >= before + 1e-4 * part * rise {
                return tried;
            }
            part *= 0.5;
        }
        sums
    }
}

// The rising values nearest to the wanted ones by weighted squares (pool adjacent violators).
fn pooled(wanted: impl Iterator<Item = (f64, f64)>) -> Vec<f64> {
    let mut blocks: Vec<(f64, f64, usize)> = Vec::new();
    for (value, weight) in wanted {
        let mut block = (value, weight, 1);
        while let Some(last) = blocks.pop_if(|last| last.0 >= block.0) {
            let weight = last.1 + block.1;
            block = ((last.0 * last.1 + block.0 * block.1) / weight, weight, last.2 + block.2);
        }
        blocks.push(block);
    }
    blocks.into_iter().flat_map(|(value, _, size)| std::iter::repeat_n(value, size)).collect()
}

fn steps_of(sums: &[f64]) -> impl Iterator<Item = f64> {
    sums.iter().zip(sums.iter().skip(1)).map(|(before, after)| after - before)
}

// Cumulative shares, scaled to end at exactly 1.
fn summed(shares: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut sums = vec![0.0];
    let mut sum = 0.0;
    sums.extend(shares.map(|share| {
        sum += share;
        sum
    }));
    if let Some(last) = sums.last().copied() {
        sums.iter_mut().for_each(|sum| *sum /= last);
    }
    sums
}

fn value(values: &[f64], place: usize) -> f64 {
    values.get(place).copied().unwrap_or(0.0)
}

fn add(values: &mut [f64], place: usize, term: f64) {
    if let Some(value) = values.get_mut(place) {
        *value += term;
    }
}
