//! What a bootstrap of alpha draws from, and the disagreement of one drawing.

use super::super::random::{Random, quantile_of};
use super::{Alpha, Bootstrap, Metric, Undefined, real_of, sum_of};
use std::collections::BTreeMap;

// Observed and expected disagreement.
pub(super) struct Disagreement {
    observed: f64,
    expected: f64,
}

impl Disagreement {
    fn ratio(&self) -> f64 {
        self.observed / self.expected
    }

    pub(super) fn alpha(&self, pairable: u64) -> Alpha {
        Alpha { alpha: 1.0 - self.ratio(), observed_disagreement: self.observed, expected_disagreement: self.expected, pairable }
    }
}

// A cell of the table of coincidences and what is added to it.
type Coincidence = (usize, f64);

// What a bootstrap draws from. Units alike, and clusters alike, are of one kind: a replicate only counts how often each kind was
// drawn, and the sums run over the kinds in a fixed order. That is fast, and it makes alpha the same to the bit whatever the
// order of units and raters.
pub(super) struct Pool {
    kinds: Vec<Vec<Coincidence>>,
    kind_of: Vec<usize>,
    categories: usize,
    metric: Metric,
}

impl Pool {
    pub(super) fn of_units(units: &[Vec<Option<usize>>], categories: usize, metric: Metric) -> Result<Self, Undefined> {
        let tallies: Vec<Vec<u32>> = units.iter().map(|unit| tally(unit, categories)).collect::<Result<_, _>>()?;
        let (distinct, kind_of) = sorted_out(&tallies);
        Ok(Self { kinds: distinct.iter().map(|counts| coincidences(counts)).collect(), kind_of, categories, metric })
    }

    pub(super) fn of_clusters(
        units: &[Vec<Option<usize>>],
        clusters: &[usize],
        categories: usize,
        metric: Metric,
    ) -> Result<Self, Undefined> {
        if clusters.len() != units.len() {
            return Err(Undefined::Malformed);
        }
        let units = Self::of_units(units, categories, metric)?;
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (cluster, kind) in clusters.iter().zip(&units.kind_of) {
            members.entry(*cluster).or_default().push(*kind);
        }
        let mut members: Vec<Vec<usize>> = members.into_values().collect();
        for kinds in &mut members {
            kinds.sort_unstable();
        }
        let (distinct, kind_of) = sorted_out(&members);
        let together = |kinds: &Vec<usize>| {
            let mut sums: BTreeMap<usize, f64> = BTreeMap::new();
            for (cell, share) in kinds.iter().filter_map(|kind| units.kinds.get(*kind)).flatten() {
                *sums.entry(*cell).or_default() += share;
            }
            sums.into_iter().collect()
        };
        Ok(Self { kinds: distinct.iter().map(together).collect(), kind_of, categories, metric })
    }

    // How often each kind occurs when everything is taken once.
    pub(super) fn once(&self) -> Vec<u32> {
        let mut times = vec![0; self.kinds.len()];
        self.kind_of.iter().for_each(|kind| count_in(&mut times, *kind));
        times
    }

    pub(super) fn disagreement(&self, times: &[u32]) -> Result<Disagreement, Undefined> {
        let mut table = vec![0.0; self.categories * self.categories];
        for (kind, times) in self.kinds.iter().zip(times).filter(|(_, times)| **times > 0) {
            for (cell, share) in kind {
                if let Some(sum) = table.get_mut(*cell) {
                    *sum += f64::from(*times) * share;
                }
            }
        }
        disagreement(&table, self.categories, self.metric)
    }

    pub(super) fn bootstrap(&self, estimate: f64, (replicates, seed): (u32, u64), level: f64) -> Result<Bootstrap, Undefined> {
        if !(level > 0.0 && level < 1.0) {
            return Err(Undefined::Malformed);
        }
        let says_something = |kind: &&usize| self.kinds.get(**kind).is_some_and(|cells| !cells.is_empty());
        if self.kind_of.iter().filter(says_something).count() < 2 {
            return Err(Undefined::SingleCluster);
        }
        let mut found = Vec::new();
        let mut undefined_replicates = 0;
        let mut times = vec![0; self.kinds.len()];
        for replicate in 0..replicates {
            times.fill(0);
            let mut random = Random::of_replicate(seed, replicate);
            for _ in 0..self.kind_of.len() {
                if let Some(kind) = self.kind_of.get(random.below(self.kind_of.len())) {
                    count_in(&mut times, *kind);
                }
            }
            match self.disagreement(&times) {
                Ok(drawn) => found.push(1.0 - drawn.ratio()),
                Err(_) => undefined_replicates += 1,
            }
        }
        // What is left out is not left out at random: replicates without variation are those in which all agree.
        if u64::from(undefined_replicates) * 20 > u64::from(replicates) {
            return Err(Undefined::TooFewReplicates);
        }
        found.sort_unstable_by(f64::total_cmp);
        let tail = f64::midpoint(1.0, -level);
        match (quantile_of(&found, tail), quantile_of(&found, 1.0 - tail)) {
            (Some(low), Some(high)) => Ok(Bootstrap { estimate, low, high, undefined_replicates }),
            _ => Err(Undefined::TooFewReplicates),
        }
    }
}

// Returns each different thing once, in ascending order, and the place among them of each thing given.
fn sorted_out<T: Ord + Clone>(all: &[T]) -> (Vec<T>, Vec<usize>) {
    let mut distinct = all.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    let places = all.iter().map(|one| distinct.partition_point(|other| other < one)).collect();
    (distinct, places)
}

fn count_in(counts: &mut [u32], place: usize) {
    if let Some(count) = counts.get_mut(place) {
        *count += 1;
    }
}

// Counts a unit's ratings by category.
pub(super) fn tally(unit: &[Option<usize>], categories: usize) -> Result<Vec<u32>, Undefined> {
    let mut counts = vec![0; categories];
    for place in unit.iter().flatten() {
        *counts.get_mut(*place).ok_or(Undefined::Malformed)? += 1;
    }
    Ok(counts)
}

fn coincidences(counts: &[u32]) -> Vec<Coincidence> {
    let given = sum_of(counts);
    if given < 2.0 {
        return Vec::new();
    }
    let occurring =
        || counts.iter().enumerate().filter(|(_, count)| **count > 0).map(|(place, count)| (place, f64::from(*count)));
    let mut found = Vec::new();
    for (c, own) in occurring() {
        for (k, other) in occurring() {
            let pairs = if c == k { own * (own - 1.0) } else { own * other };
            if pairs > 0.0 {
                found.push((c * counts.len() + k, pairs / (given - 1.0)));
            }
        }
    }
    found
}

pub(super) fn disagreement(table: &[f64], categories: usize, metric: Metric) -> Result<Disagreement, Undefined> {
    let margins: Vec<f64> = table.chunks(categories.max(1)).map(|row| row.iter().sum()).collect();
    let n: f64 = margins.iter().sum();
    if n <= 0.0 {
        return Err(Undefined::NoPairableValues);
    }
    if margins.iter().filter(|margin| **margin > 0.0).count() < 2 {
        return Err(Undefined::NoVariation);
    }
    let places = places_of(&margins, metric);
    let (mut observed, mut expected) = (0.0, 0.0);
    for ((c, row), (own, here)) in table.chunks(categories.max(1)).enumerate().zip(margins.iter().zip(&places)) {
        for ((k, coincidence), (other, there)) in row.iter().enumerate().zip(margins.iter().zip(&places)) {
            let distance = match metric {
                Metric::Nominal => f64::from(u8::from(c != k)),
                Metric::Ordinal | Metric::Interval => (here - there) * (here - there),
            };
            observed += coincidence * distance;
            expected += own * other * distance;
        }
    }
    Ok(Disagreement { observed: observed / n, expected: expected / (n * (n - 1.0)) })
}

// Where each category lies on the metric's line. The published ordinal distance, all ratings from c to k less half of those of c
// and of k, is the distance between the middles of their ranks.
fn places_of(margins: &[f64], metric: Metric) -> Vec<f64> {
    let mut before = 0.0;
    let place = |(place, margin): (usize, &f64)| {
        let middle = before + margin / 2.0;
        before += margin;
        if metric == Metric::Ordinal { middle } else { real_of(place) }
    };
    margins.iter().enumerate().map(place).collect()
}
