//! Groups of like cases: how often two cases of one group are decided alike.

use crate::bootstrap::{Resampled, Resampling, places_of, resample};
use crate::proportion::{Interval, wilson};
use crate::undefined::Undefined;

// Outside these a ratio is a slip of the pen, and its square would leave the range of numbers.
const RATIO_MIN: f64 = 1e-6;
const RATIO_MAX: f64 = 1e6;

/// How like cases were decided. Only groups with at least two decided cases count.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LikeCases {
    /// Groups with at least two decided cases.
    pub groups_used: u64,
    /// Those of them in which not all cases were decided alike.
    pub divergent_groups: u64,
    /// Divergent groups as a share of the used ones, in [0, 1].
    pub divergent_share: f64,
    /// Its Wilson limits over the groups.
    pub divergent: Interval,
    /// Share of ordered pairs of cases of one group that were decided alike, over all groups, in [0, 1].
    pub pair_concordance: f64,
    /// Mean over the groups of the share of their own pairs that were decided alike.
    pub pair_concordance_macro: f64,
    /// 1 - pair concordance.
    pub pair_discordance: f64,
    /// Share of pairs that would be decided alike if decisions fell at random with their shares among the used cases.
    pub expected_concordance: f64,
    /// (concordance - expected) / (1 - expected), at most 1; no number where all used cases were decided one way.
    pub chance_corrected: Result<f64, Undefined>,
}

/// A statistic of like cases that a bootstrap may be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LikeStatistic {
    /// Share of pairs decided alike.
    PairConcordance,
    /// Mean of the groups' own shares.
    PairConcordanceMacro,
    /// Share of pairs decided differently.
    PairDiscordance,
    /// Concordance beyond chance.
    ChanceCorrected,
    /// Share of groups with more than one decision.
    DivergentShare,
}

/// A group of like cases with two decisions: acted upon, or knowingly not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decided {
    /// Cases acted upon.
    pub acted: u64,
    /// Cases known and not acted upon.
    pub not_acted: u64,
}

/// Concordance if cases not acted upon come to light `ratio` times as often as cases acted upon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AtRatio {
    /// P(a case not acted upon is known) / P(a case acted upon is known).
    pub ratio: f64,
    /// Share of pairs decided alike, in [0, 1].
    pub pair_concordance: f64,
    /// 1 - pair concordance.
    pub pair_discordance: f64,
    /// Share of pairs that would be decided alike by chance.
    pub expected_concordance: f64,
    /// Concordance beyond chance; no number where all used cases were decided one way.
    pub chance_corrected: Result<f64, Undefined>,
}

// What one group adds to the sums.
struct Part {
    concordant: f64,
    discordant: f64,
    divergent: bool,
    cases: Vec<f64>,
}

// The sums over the groups.
struct Sums {
    groups: f64,
    divergent: f64,
    concordant: f64,
    discordant: f64,
    own_shares: f64,
    cases: Vec<f64>,
}

/// Returns how like cases were decided. A group is a row of counts, one for each decision, all rows with the same decisions in the
/// same order; `level` is the two-sided level of the Wilson limits. With `n_gd` cases of group g decided d, `n_g` in the group and
/// the shares `p_d` of the decisions among the used cases:
///
/// `K = sum_g sum_d n_gd (n_gd - 1) / sum_g n_g (n_g - 1)`, `K_e = sum_d p_d²`, corrected `(K - K_e) / (1 - K_e)`.
///
/// Entropy is not offered: in groups of two or three its plug-in estimate is strongly biased. Sources: K is the observed agreement
/// of Fleiss, J. L. (1971), Psychol. Bull. 76, 378-382, with cases for raters and groups weighted by their pairs, and `K_e` its
/// chance term; limits: Wilson, E. B. (1927), J. Am. Stat. Assoc. 22, 209-212.
///
/// # Errors
/// `Malformed` for rows of different lengths or a level outside (0, 1), `NoPairs` where no group has two decided cases.
pub fn like_cases(groups: &[Vec<u64>], level: f64) -> Result<LikeCases, Undefined> {
    let parts = parts_of(groups, &vec![1.0; groups.first().map_or(0, Vec::len)])?;
    let used: Vec<&Part> = parts.iter().flatten().collect();
    let sums = sums_of(used.iter().map(|part| (*part, 1)));
    let (groups_used, divergent_groups) = (used.len() as u64, used.iter().filter(|part| part.divergent).count() as u64);
    let concordance = sums.concordance().ok_or(Undefined::NoPairs)?;
    Ok(LikeCases {
        groups_used,
        divergent_groups,
        divergent_share: sums.divergent / sums.groups,
        divergent: wilson(divergent_groups, groups_used, level).ok_or(Undefined::Malformed)?,
        pair_concordance: concordance,
        pair_concordance_macro: sums.own_shares / sums.groups,
        pair_discordance: sums.discordant / (sums.concordant + sums.discordant),
        expected_concordance: sums.expected(),
        chance_corrected: sums.chance_corrected().ok_or(Undefined::NoVariation),
    })
}

/// Returns the percentile limits of a statistic of like cases, with the used groups drawn with replacement in the order given.
///
/// # Errors
/// Those of `like_cases` and of `resample`; `NoVariation` for a chance-corrected figure where all cases were decided one way.
pub fn bootstrap_like_cases(groups: &[Vec<u64>], statistic: LikeStatistic, plan: Resampling) -> Result<Resampled, Undefined> {
    let each: Vec<usize> = (0..groups.len()).collect();
    bootstrap_like_cases_of_clusters(groups, &each, statistic, plan)
}

/// Returns the same with whole clusters drawn: `clusters` names the cluster of each group, where groups share a letter. Clusters
/// without a used group are left out, and the others are taken in the order of their names.
///
/// # Errors
/// Those of `bootstrap_like_cases`, and `Malformed` where the lengths differ.
pub fn bootstrap_like_cases_of_clusters(
    groups: &[Vec<u64>],
    clusters: &[usize],
    statistic: LikeStatistic,
    plan: Resampling,
) -> Result<Resampled, Undefined> {
    let parts = parts_of(groups, &vec![1.0; groups.first().map_or(0, Vec::len)])?;
    drawn(parts, clusters, statistic, plan)
}

/// Returns concordance at each of several knowledge ratios: a pair is seen with a probability that depends on both decisions, so
/// pairs are weighted by its inverse, 1 for two cases acted upon, 1/ratio for one of each, 1/ratio² for two not acted upon, and the
/// shares of the decisions likewise. At ratio 1 this is the plain concordance. Source: the weights are those of Horvitz, D. G. and
/// Thompson, D. J. (1952), J. Am. Stat. Assoc. 47, 663-685, cases coming to light independently of each other.
///
/// # Errors
/// `Malformed` for a ratio outside [1e-6, 1e6], `NoPairs` where no group has two decided cases.
pub fn knowledge_table(groups: &[Decided], ratios: &[f64]) -> Result<Vec<AtRatio>, Undefined> {
    let at = |ratio: &f64| {
        let parts = parts_known(groups, *ratio)?;
        let sums = sums_of(parts.iter().flatten().map(|part| (part, 1)));
        Ok(AtRatio {
            ratio: *ratio,
            pair_concordance: sums.concordance().ok_or(Undefined::NoPairs)?,
            pair_discordance: sums.discordant / (sums.concordant + sums.discordant),
            expected_concordance: sums.expected(),
            chance_corrected: sums.chance_corrected().ok_or(Undefined::NoVariation),
        })
    };
    ratios.iter().map(at).collect()
}

/// Returns the percentile limits of the pair discordance at one knowledge ratio, with whole clusters drawn.
///
/// # Errors
/// Those of `knowledge_table` and of `resample`, and `Malformed` where the lengths differ.
pub fn bootstrap_known_discordance(
    groups: &[Decided],
    clusters: &[usize],
    ratio: f64,
    plan: Resampling,
) -> Result<Resampled, Undefined> {
    drawn(parts_known(groups, ratio)?, clusters, LikeStatistic::PairDiscordance, plan)
}

fn drawn(
    parts: Vec<Option<Part>>,
    clusters: &[usize],
    statistic: LikeStatistic,
    plan: Resampling,
) -> Result<Resampled, Undefined> {
    if parts.len() != clusters.len() {
        return Err(Undefined::Malformed);
    }
    let (parts, names): (Vec<Part>, Vec<usize>) =
        parts.into_iter().zip(clusters).filter_map(|(part, cluster)| part.map(|part| (part, *cluster))).unzip();
    if parts.is_empty() {
        return Err(Undefined::NoPairs);
    }
    let (count, places) = places_of(&names);
    let estimate = sums_of(parts.iter().map(|part| (part, 1))).statistic(statistic).ok_or(Undefined::NoVariation)?;
    let mut statistics = |times: &[u32]| {
        let taken = parts.iter().zip(&places).map(|(part, place)| (part, times.get(*place).copied().unwrap_or(0)));
        vec![sums_of(taken).statistic(statistic)]
    };
    let found = resample(count, plan, &[estimate], &mut statistics)?;
    found.into_iter().next().unwrap_or(Err(Undefined::TooFewReplicates))
}

fn parts_known(groups: &[Decided], ratio: f64) -> Result<Vec<Option<Part>>, Undefined> {
    if !(RATIO_MIN..=RATIO_MAX).contains(&ratio) {
        return Err(Undefined::Malformed);
    }
    let rows: Vec<Vec<u64>> = groups.iter().map(|group| vec![group.acted, group.not_acted]).collect();
    parts_of(&rows, &[1.0, 1.0 / ratio])
}

// One part for each group, none where it has fewer than two decided cases. `weights` holds the weight of a case of each decision; a
// pair has the product of the two.
fn parts_of(groups: &[Vec<u64>], weights: &[f64]) -> Result<Vec<Option<Part>>, Undefined> {
    groups
        .iter()
        .map(|row| if row.len() == weights.len() { Ok(part_of(row, weights)) } else { Err(Undefined::Malformed) })
        .collect()
}

fn part_of(row: &[u64], weights: &[f64]) -> Option<Part> {
    let decided = row.iter().fold(0_u64, |sum, count| sum.saturating_add(*count));
    if decided < 2 {
        return None;
    }
    let cases: Vec<f64> = row.iter().zip(weights).map(|(count, weight)| real(*count) * weight).collect();
    let concordant =
        row.iter().zip(weights).map(|(count, weight)| real(*count) * (real(*count) - 1.0).max(0.0) * weight * weight).sum();
    // Each decision with those before it, both ways round: nothing is subtracted, so a group decided one way has exactly 0.
    let (mut discordant, mut before) = (0.0, 0.0);
    for count in &cases {
        discordant += 2.0 * count * before;
        before += count;
    }
    Some(Part { concordant, discordant, divergent: row.iter().filter(|count| **count > 0).count() > 1, cases })
}

fn sums_of<'p>(parts: impl Iterator<Item = (&'p Part, u32)>) -> Sums {
    let mut sums = Sums { groups: 0.0, divergent: 0.0, concordant: 0.0, discordant: 0.0, own_shares: 0.0, cases: Vec::new() };
    for (part, times) in parts.filter(|(_, times)| *times > 0) {
        let times = f64::from(times);
        sums.groups += times;
        sums.divergent += if part.divergent { times } else { 0.0 };
        sums.concordant += times * part.concordant;
        sums.discordant += times * part.discordant;
        sums.own_shares += times * (part.concordant / (part.concordant + part.discordant));
        sums.cases.resize(part.cases.len(), 0.0);
        sums.cases.iter_mut().zip(&part.cases).for_each(|(sum, cases)| *sum += times * cases);
    }
    sums
}

impl Sums {
    fn concordance(&self) -> Option<f64> {
        let pairs = self.concordant + self.discordant;
        (pairs > 0.0).then(|| self.concordant / pairs)
    }

    fn expected(&self) -> f64 {
        let all: f64 = self.cases.iter().sum();
        self.cases.iter().map(|cases| cases / all * (cases / all)).sum()
    }

    // Written with discordance over that of chance: 1 exactly where all pairs agree.
    fn chance_corrected(&self) -> Option<f64> {
        let all: f64 = self.cases.iter().sum();
        let by_chance: f64 = self.cases.iter().map(|cases| cases / all * ((all - cases) / all)).sum();
        let pairs = self.concordant + self.discordant;
        (pairs > 0.0 && by_chance > 0.0).then(|| 1.0 - self.discordant / pairs / by_chance)
    }

    fn statistic(&self, statistic: LikeStatistic) -> Option<f64> {
        match statistic {
            LikeStatistic::PairConcordance => self.concordance(),
            LikeStatistic::PairConcordanceMacro => (self.groups > 0.0).then(|| self.own_shares / self.groups),
            LikeStatistic::PairDiscordance => self.concordance().map(|_| self.discordant / (self.concordant + self.discordant)),
            LikeStatistic::ChanceCorrected => self.chance_corrected(),
            LikeStatistic::DivergentShare => (self.groups > 0.0).then(|| self.divergent / self.groups),
        }
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
const fn real(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests;
