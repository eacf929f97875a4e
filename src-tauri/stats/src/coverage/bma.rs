//! The Bayesian estimate of a total, averaged over all ways in which the lists may depend on each other.

use super::super::special::{ln_gamma, stirling_error};
use super::super::undefined::Undefined;
use super::graphs::{Graph, decomposable_graphs};
use super::{CaptureTable, real};

/// The prior of the total N.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prior {
    /// 1/N.
    Reciprocal,
    /// The same for every N.
    Uniform,
}

/// The graphs that are averaged, each with the same prior.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Graphs {
    /// All decomposable ones. The complete one says nothing of what is unseen and pulls the lower limit down to what is seen.
    All,
    /// All but the complete one.
    AllButComplete,
}

/// How many unseen things are thought of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unseen {
    /// From 1 to a number: the prior of more is 0. Mean and limits may then depend on the number.
    UpTo(u64),
    /// From 1 to where less than 1e-9 of the probability is left beyond.
    Enough,
}

/// What the estimate rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BmaOptions {
    /// The prior count of each cell of the table, in [1e-6, 1e3].
    pub delta: f64,
    /// The prior of the total.
    pub prior: Prior,
    /// The graphs.
    pub graphs: Graphs,
    /// How many unseen things are thought of.
    pub unseen: Unseen,
    /// Two-sided level of the limits, in (0, 1).
    pub level: f64,
}

impl BmaOptions {
    /// Returns the usual options for a number of lists: a prior that counts one thing in all, spread evenly over the cells; 1/N; without
    /// the complete graph; enough unseen things; 0.95.
    #[must_use]
    pub fn usual(lists: usize) -> Self {
        let delta = (0..lists).fold(1.0, |delta, _| delta / 2.0);
        Self { delta, prior: Prior::Reciprocal, graphs: Graphs::AllButComplete, unseen: Unseen::Enough, level: 0.95 }
    }
}

/// A graph with its posterior probability.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightedGraph {
    /// Its edges: pairs of places of lists that may depend on each other, the lower first, in ascending order.
    pub edges: Vec<(usize, usize)>,
    /// Its probability given the table.
    pub probability: f64,
}

/// The posterior of a total.
#[derive(Debug, Clone, PartialEq)]
pub struct Bma {
    /// Things observed.
    pub observed: u64,
    /// The mean. Infinite where the prior has no end and a graph leaves a tail so long.
    pub mean: f64,
    /// Lower limit: the smallest total whose cumulative probability reaches (1 - level)/2.
    pub low: u64,
    /// The smallest total whose cumulative probability reaches 1/2.
    pub median: u64,
    /// Upper limit: the smallest total whose cumulative probability reaches (1 + level)/2.
    pub high: u64,
    /// The most probable total.
    pub mode: u64,
    /// All graphs, the most probable first.
    pub graphs: Vec<WeightedGraph>,
    /// The largest number of unseen things looked at.
    pub unseen_max: u64,
    /// What share of the probability would lie beyond it at most, were the prior not cut there; 1 where there is no bound.
    pub tail: f64,
}

// Every number of unseen things is looked at up to here, and beyond it one in each of 2,048 blocks of a doubling: the posterior is
// smooth there.
const SINGLY: u64 = 1 << 14;
const BLOCKS: u64 = 1 << 11;
// The first number at which the tail is judged, and the last.
const UNSEEN_FIRST: u64 = 1 << 10;
const UNSEEN_LAST: u64 = 1 << 48;
const TAIL_MAX: f64 = 1e-9;
// A block that holds more than this is too coarse to tell where in it the probability lies.
const BLOCK_SHARE_MAX: f64 = 0.25;

/// Returns the posterior of a total averaged over decomposable graphs of three to five lists. For a graph and a total N = observed +
/// unseen, unseen from 1 on, the weight is prior(N) · N!/unseen! · product over cliques of M divided by the product over separators of
/// M. For a set S of the k lists `M_S` is the product over the cells c of its margin of Γ(`n_c` + a)/Γ(a), times Γ(A)/Γ(N + A), with
/// a = delta 2^(k-|S|) and A = delta 2^k: the cells' probabilities have a hyper-Dirichlet prior.
///
/// Up to 16,384 unseen things every total counts; above, totals count in blocks of at most 1/2,048 of what is unseen, and limits
/// are interpolated within one.
///
/// Source: Madigan, D. and York, J. C. (1997), Biometrika 84, 19-31; the prior: Dawid, A. P. and Lauritzen, S. L. (1993), Ann. Stat.
/// 21, 1272-1317.
///
/// # Errors
/// `FewerThanThreeLists`, `MoreThanFiveLists`, `NZero`, `EmptyList`, `NoPairwiseOverlap`; `Malformed` for a delta or level outside its
/// range and for no unseen things; `NotConverged` where the tail is too long or the posterior too narrow for the numbers looked at.
pub fn decomposable_bma(table: &CaptureTable, options: &BmaOptions) -> Result<Bma, Undefined> {
    table.modelled()?;
    let fits = (1e-6..=1e3).contains(&options.delta) && options.level > 0.0 && options.level < 1.0;
    if !fits || options.unseen == Unseen::UpTo(0) {
        return Err(Undefined::Malformed);
    }
    let mut graphs = decomposable_graphs(table.lists());
    if options.graphs == Graphs::AllButComplete {
        graphs.pop();
    }
    let mut sum = Sum::new(table, options, &graphs);
    match options.unseen {
        Unseen::UpTo(last) => sum.run_to(last.min(UNSEEN_LAST)),
        Unseen::Enough => sum.run_to_the_end()?,
    }
    sum.posterior(options, graphs)
}

// A graph as a sum over sets of lists of a multiple of what moves with N, and a constant.
struct Weighing {
    parts: Vec<(usize, f64)>,
    constant: f64,
    // The weight falls as this power of the number of unseen things in the end.
    fall: f64,
}

// The totals of a block of numbers of unseen things.
struct Block {
    first: u64,
    width: u64,
    // The logarithm of its weight.
    weight: f64,
}

struct Sum {
    seen: u64,
    observed: f64,
    // delta 2^k.
    whole: f64,
    prior: Prior,
    // By set of lists: its margin's cell of things on none of them, with its prior, the unseen left out.
    outside: Vec<f64>,
    weighings: Vec<Weighing>,
    blocks: Vec<Block>,
    // The weights of graphs, all divided by exp(scale).
    masses: Vec<f64>,
    scale: f64,
    last: u64,
}

impl Sum {
    fn new(table: &CaptureTable, options: &BmaOptions, graphs: &[Graph]) -> Self {
        let observed = real(table.observed());
        let sets = 1_usize << table.lists();
        // A cell of a margin stands for as many cells of the table as there are sets of the other lists.
        let prior_of = |set: usize| options.delta * real((sets >> set.count_ones()) as u64);
        let whole = prior_of(0);
        let margins: Vec<(f64, f64)> = (0..sets).map(|set| margin(table, set, prior_of(set))).collect();
        let outside: Vec<f64> = margins.iter().map(|(outside, _)| *outside).collect();
        let weighing = |graph: &Graph| {
            let (mut constant, mut fall) = (0.0, if options.prior == Prior::Reciprocal { 1.0 } else { 0.0 } - observed);
            let mut parts = Vec::new();
            for (set, times) in &graph.parts {
                let (times, (outside, fixed)) = (f64::from(*times), margins.get(*set).copied().unwrap_or_default());
                constant += times * (fixed + ln_gamma(whole));
                fall += times * (observed + whole - outside);
                parts.push((*set, times));
            }
            Weighing { parts, constant, fall }
        };
        let weighings: Vec<Weighing> = graphs.iter().map(weighing).collect();
        let masses = vec![0.0; weighings.len()];
        let prior = options.prior;
        Self {
            seen: table.observed(),
            observed,
            whole,
            prior,
            outside,
            weighings,
            blocks: Vec::new(),
            masses,
            scale: f64::NEG_INFINITY,
            last: 0,
        }
    }

    // The logarithms of the graphs' weights at a number of unseen things, each gamma function taken once.
    fn weights_at(&self, unseen: f64) -> Vec<f64> {
        let total = rise(self.observed + self.whole, unseen);
        let moving: Vec<f64> = self.outside.iter().map(|outside| rise(*outside, unseen) - total).collect();
        let prior = if self.prior == Prior::Reciprocal { -libm::log(self.observed + unseen) } else { 0.0 };
        let common = rise(self.observed + 1.0, unseen) + prior;
        let part = |(set, times): &(usize, f64)| times * moving.get(*set).copied().unwrap_or_default();
        self.weighings.iter().map(|graph| common + graph.constant + graph.parts.iter().map(part).sum::<f64>()).collect()
    }

    fn run_to(&mut self, last: u64) {
        while self.last < last {
            let first = self.last + 1;
            let width = if first < SINGLY { 1 } else { (1 << first.ilog2()) / BLOCKS };
            let width = width.clamp(1, last - self.last);
            self.take(Block { first, width, weight: f64::NEG_INFINITY });
            self.last += width;
        }
    }

    fn take(&mut self, mut block: Block) {
        let middle = real(block.first) + real(block.width - 1) / 2.0;
        let logarithms = self.weights_at(middle);
        let width = libm::log(real(block.width));
        let top = logarithms.iter().copied().fold(f64::NEG_INFINITY, f64::max) + width;
        if top > self.scale {
            let shrink = libm::exp(self.scale - top);
            self.masses.iter_mut().for_each(|mass| *mass *= shrink);
            self.scale = top;
        }
        let mut sum = 0.0;
        for (mass, logarithm) in self.masses.iter_mut().zip(&logarithms) {
            let weight = libm::exp(logarithm + width - self.scale);
            *mass += weight;
            sum += weight;
        }
        block.weight = libm::log(sum) + self.scale;
        self.blocks.push(block);
    }

    fn run_to_the_end(&mut self) -> Result<(), Undefined> {
        // Such a tail has no end.
        if self.weighings.iter().any(|graph| graph.fall <= 1.0) {
            return Err(Undefined::NotConverged);
        }
        let mut end = UNSEEN_FIRST;
        while end <= UNSEEN_LAST {
            self.run_to(end);
            if self.tail() < TAIL_MAX {
                return Ok(());
            }
            end *= 2;
        }
        Err(Undefined::NotConverged)
    }

    // At most what share lies beyond. A graph's weight falls there as a power of the number of unseen things, at least as fast as the
    // slower of how it falls now and how it falls in the end.
    fn tail(&self) -> f64 {
        let end = real(self.last);
        let before = end * (1.0 - 1.0 / 64.0);
        let (now, earlier) = (self.weights_at(end), self.weights_at(before));
        let mut beyond = 0.0;
        for (graph, (now, earlier)) in self.weighings.iter().zip(now.iter().zip(&earlier)) {
            let fall = graph.fall.min((earlier - now) / libm::log(end / before));
            if fall <= 1.0 {
                return 1.0;
            }
            beyond += libm::exp(now - self.scale) * end / (fall - 1.0);
        }
        beyond / (beyond + self.masses.iter().sum::<f64>())
    }

    fn posterior(&self, options: &BmaOptions, graphs: Vec<Graph>) -> Result<Bma, Undefined> {
        let top = self.blocks.iter().map(|block| block.weight).fold(f64::NEG_INFINITY, f64::max);
        let weights: Vec<f64> = self.blocks.iter().map(|block| libm::exp(block.weight - top)).collect();
        let sum: f64 = weights.iter().sum();
        let coarse = |(block, weight): (&Block, &f64)| block.width > 1 && *weight > BLOCK_SHARE_MAX * sum;
        if !(sum.is_finite() && sum > 0.0) || self.blocks.iter().zip(&weights).any(coarse) {
            return Err(Undefined::NotConverged);
        }
        let middle = |block: &Block| real(block.first) + real(block.width - 1) / 2.0;
        let unseen: f64 = self.blocks.iter().zip(&weights).map(|(block, weight)| middle(block) * weight).sum();
        let endless = options.unseen == Unseen::Enough && self.weighings.iter().any(|graph| graph.fall <= 2.0);
        let seen = self.seen;
        let reached = |share: f64| self.reached(share * sum, &weights).map_or(seen, |unseen| seen + unseen);
        Ok(Bma {
            observed: seen,
            mean: if endless { f64::INFINITY } else { self.observed + unseen / sum },
            low: reached(f64::midpoint(1.0, -options.level)),
            median: reached(0.5),
            high: reached(f64::midpoint(1.0, options.level)),
            mode: seen + self.densest(),
            graphs: self.weighted(graphs),
            unseen_max: self.last,
            tail: self.tail(),
        })
    }

    // The first number of unseen things at which the weights sum up to a part.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a block is at most its width")]
    fn reached(&self, part: f64, weights: &[f64]) -> Option<u64> {
        let mut before = 0.0;
        for (block, weight) in self.blocks.iter().zip(weights) {
            if before + weight >= part {
                let inside = ((part - before) / weight * real(block.width)).ceil() as u64;
                return Some(block.first + inside.clamp(1, block.width) - 1);
            }
            before += weight;
        }
        self.blocks.last().map(|block| block.first + block.width - 1)
    }

    fn densest(&self) -> u64 {
        let density = |block: &Block| block.weight - libm::log(real(block.width));
        let (mut found, mut highest) = (0, f64::NEG_INFINITY);
        for block in &self.blocks {
            if density(block) > highest {
                (found, highest) = (block.first + (block.width - 1) / 2, density(block));
            }
        }
        found
    }

    fn weighted(&self, graphs: Vec<Graph>) -> Vec<WeightedGraph> {
        let sum: f64 = self.masses.iter().sum();
        let weighted = graphs
            .into_iter()
            .zip(&self.masses)
            .map(|(graph, mass)| WeightedGraph { edges: graph.edges, probability: mass / sum });
        let mut weighted: Vec<WeightedGraph> = weighted.collect();
        // A stable sort: graphs alike keep their order.
        weighted.sort_by(|one, other| other.probability.total_cmp(&one.probability));
        weighted
    }
}

// Returns for a set of lists the things on none of them, with the prior of a cell, and the logarithm of what does not move with the
// number of unseen things: the product over the other cells of Γ(n_c + a)/Γ(a), divided by Γ(a) for the cell of the unseen.
fn margin(table: &CaptureTable, set: usize, prior: f64) -> (f64, f64) {
    let mut counts = std::collections::BTreeMap::new();
    for (on, count) in table.patterns() {
        *counts.entry(on & set).or_insert(0_u64) += count;
    }
    let outside = counts.remove(&0).unwrap_or_default();
    let fixed: f64 = counts.values().map(|count| ln_gamma(real(*count) + prior) - ln_gamma(prior)).sum();
    (real(outside) + prior, fixed - ln_gamma(prior))
}

// Returns ln Γ(unseen + y) - ln Γ(unseen + 1) without the cancellation of the two where much is unseen. The second term falls out of
// every weight.
fn rise(y: f64, unseen: f64) -> f64 {
    let (a, b) = (unseen + 1.0, y - 1.0);
    if a < 16.0 {
        return ln_gamma(a + b) - ln_gamma(a);
    }
    (a - 0.5) * libm::log1p(b / a) + b * libm::log(a + b) - b + stirling_error(a + b) - stirling_error(a)
}

#[cfg(test)]
mod tests;
