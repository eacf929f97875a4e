//! Ranks of units when weights, shares and the way of putting them together vary.

use super::draws::{beta, weights};
use super::{Aggregation, put_together};
use crate::random::{Random, quantile_of};
use crate::undefined::Undefined;

// More replicates than anybody needs: a mistyped number must not keep a machine busy for days.
const REPLICATES_MAX: u32 = 1_000_000;

/// A component of one unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Component {
    /// Its share, in [0, 1].
    pub share: f64,
    /// The number of independent items that the share rests on, above 0; nothing where the share is to be held fixed.
    pub n_eff: Option<f64>,
}

/// Whether a component is left out at random.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// All components always count.
    None,
    /// In each replicate one component, or none, is left out for all units, each of these as likely as any other.
    OneOrNone,
}

/// What is varied, and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variation<'a> {
    /// Ways of putting components together, one of them drawn in each replicate.
    pub aggregations: &'a [Aggregation],
    /// Whether a component is left out.
    pub left_out: LeftOut,
    /// Number of replicates, at most a million.
    pub replicates: u32,
    /// Seed of the first replicate; the next has the next number.
    pub seed: u64,
}

/// Where a unit ranks over all replicates; rank 1 has the highest index, and units with one value share the mean of their ranks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankRange {
    /// The rank below which 5 % of the replicates lie.
    pub low: f64,
    /// The median rank.
    pub median: f64,
    /// The rank below which 95 % of the replicates lie.
    pub high: f64,
    /// Share of replicates in which the unit ranks first; units that share the first place share the replicate.
    pub first_share: f64,
}

impl RankRange {
    /// Tells whether two ranges have no rank in common. Units whose ranges meet are not distinguishable.
    #[must_use]
    pub fn is_apart_from(&self, other: &Self) -> bool {
        self.high < other.low || other.high < self.low
    }
}

/// Ranks of all units.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranks {
    /// One range for each unit, in the order given.
    pub ranges: Vec<RankRange>,
    /// For each unit u and each unit v, the share of replicates in which u has the higher index; equal values count half. Half on
    /// the diagonal.
    pub above: Vec<Vec<f64>>,
}

/// Returns how the ranks of units vary. Each unit has the same components in the same order. Replicate b has its own generator
/// seeded with seed + b and draws, in this order: one u for each component's weight (Dirichlet with all parameters 1); where there
/// are several aggregations, the index of one; where components are left out, an index below their number + 1, the last leaving out
/// none; then unit by unit and component by component, where the share is not fixed, a share from the beta distribution with shapes
/// `n_eff h + 1/2` and `n_eff (1 - h) + 1/2`, which leaves doubt about shares of 0 and 1 as well (Jeffreys, H. (1946), Proc. R. Soc. A
/// 186, 453-461). Shares of different components are drawn independently. Quantiles of ranks are of type 7.
/// Sources: Saisana, M., Saltelli, A. and Tarantola, S. (2005), J. R. Stat. Soc. A 168, 307-323; OECD and JRC (2008), Handbook on
/// Constructing Composite Indicators, step 7.
///
/// # Errors
/// `NZero` without units or components, `TooFewReplicates` without replicates, `Malformed` for units with different numbers of
/// components, a share outside [0, 1], an effective number that is not above 0 or not finite, no aggregation, more than a million
/// replicates.
pub fn rank_ranges(units: &[Vec<Component>], variation: Variation) -> Result<Ranks, Undefined> {
    let components = checked(units, variation)?;
    let mut ranks: Vec<Vec<f64>> = vec![Vec::new(); units.len()];
    let mut firsts = vec![0.0; units.len()];
    let mut above = vec![vec![0.0; units.len()]; units.len()];
    for replicate in 0..variation.replicates {
        let values = replicate_of(units, components, variation, replicate)?;
        let first = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let sharing = super::real(values.iter().filter(|value| **value >= first).count());
        for (((value, ranks), firsts), above) in values.iter().zip(&mut ranks).zip(&mut firsts).zip(&mut above) {
            let mut rank = 0.5;
            for (other, above) in values.iter().zip(above) {
                *above += half_steps(*value, *other);
                rank += half_steps(*other, *value);
            }
            ranks.push(rank);
            *firsts += if *value >= first { 1.0 / sharing } else { 0.0 };
        }
    }
    let all = f64::from(variation.replicates);
    above.iter_mut().flatten().for_each(|share| *share /= all);
    let ranges = ranks.into_iter().zip(firsts).map(|(ranks, first)| range_of(ranks, first / all)).collect::<Option<Vec<_>>>();
    Ok(Ranks { ranges: ranges.ok_or(Undefined::TooFewReplicates)?, above })
}

// 1 where one lies above the other, one half where they are equal. A unit beside itself is equal, so its own rank starts from 1/2.
fn half_steps(one: f64, other: f64) -> f64 {
    0.5 * f64::from(u8::from(one > other)) + 0.5 * f64::from(u8::from(one >= other))
}

fn range_of(mut ranks: Vec<f64>, first_share: f64) -> Option<RankRange> {
    ranks.sort_unstable_by(f64::total_cmp);
    let at = |p: f64| quantile_of(&ranks, p);
    Some(RankRange { low: at(0.05)?, median: at(0.5)?, high: at(0.95)?, first_share })
}

// Returns the number of components.
fn checked(units: &[Vec<Component>], variation: Variation) -> Result<usize, Undefined> {
    let components = units.first().map_or(0, Vec::len);
    if components == 0 {
        return Err(Undefined::NZero);
    }
    let right =
        |one: &Component| (0.0..=1.0).contains(&one.share) && one.n_eff.is_none_or(|n_eff| n_eff > 0.0 && n_eff.is_finite());
    let malformed = units.iter().any(|unit| unit.len() != components) || !units.iter().flatten().all(right);
    if malformed || variation.aggregations.is_empty() || variation.replicates > REPLICATES_MAX {
        return Err(Undefined::Malformed);
    }
    if variation.replicates == 0 { Err(Undefined::TooFewReplicates) } else { Ok(components) }
}

fn replicate_of(
    units: &[Vec<Component>],
    components: usize,
    variation: Variation,
    replicate: u32,
) -> Result<Vec<f64>, Undefined> {
    let mut random = Random::of_replicate(variation.seed, replicate);
    let mut weights = weights(&mut random, components);
    let many = variation.aggregations.len();
    let place = if many > 1 { random.below(many) } else { 0 };
    let aggregation = *variation.aggregations.get(place).ok_or(Undefined::Malformed)?;
    // A lone component cannot be left out.
    if variation.left_out == LeftOut::OneOrNone && components > 1 {
        if let Some(weight) = weights.get_mut(random.below(components + 1)) {
            *weight = 0.0;
        }
        let sum: f64 = weights.iter().sum();
        if sum > 0.0 {
            weights.iter_mut().for_each(|weight| *weight /= sum);
        }
    }
    let mut values = Vec::with_capacity(units.len());
    for unit in units {
        let shares: Vec<f64> = unit.iter().map(|one| share_of(*one, &mut random)).collect::<Result<_, _>>()?;
        values.push(put_together(&shares, &weights, aggregation));
    }
    Ok(values)
}

fn share_of(component: Component, random: &mut Random) -> Result<f64, Undefined> {
    let h = component.share;
    component.n_eff.map_or(Ok(h), |n_eff| beta(random, n_eff * h + 0.5, n_eff * (1.0 - h) + 0.5))
}
