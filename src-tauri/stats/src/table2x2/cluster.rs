//! The odds ratio of items that come in clusters.

use super::{Table, real, sample_odds_ratio};
use crate::Undefined;
use crate::random::Random;
use crate::special::{t_quantile, t_sf};

/// The odds ratio of clustered items.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClusterOddsRatio {
    /// ad/(bc) of all clusters together.
    pub odds_ratio: f64,
    /// Standard error of its logarithm.
    pub ln_se: f64,
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
    /// Two-sided p-value of no association.
    pub p: f64,
    /// Clusters that hold items.
    pub clusters: usize,
    /// Clusters with an item in cell a, b, c and d: where one is small the limits mean little.
    pub clusters_per_cell: [usize; 4],
    /// Whether a total was 0, and 1/2 was added to all four.
    pub continuity_added: bool,
}

/// Returns the odds ratio of clustered items with limits at a two-sided level in (0, 1). Each table is one cluster.
///
/// With totals A, B, C, D: `ln OR = ln(AD/(BC))`; its variance is `m/(m-1) sum u²` over the m clusters with items, where
/// `u = a/A - b/B - c/C + d/D`; limits and test use Student's t with m - 1 degrees of freedom. This is the sandwich variance of a
/// logistic regression on one yes-or-no term. If a total is 0, 1/2 is added to all four totals, and only then.
///
/// Sources: Liang, K.-Y. and Zeger, S. L. (1986), Biometrika 73, 13-22 (independence working model); Binder, D. A. (1983), Int. Stat.
/// Rev. 51, 279-292 (linearised variance with m/(m-1)).
///
/// # Errors
/// `NZero` without items; `SingleCluster`; `ZeroMargin` for an empty row or column; `NoVariation` where all clusters have the same
/// influence, so that nothing is seen of how they differ; `Malformed` for a level outside (0, 1).
pub fn cluster_odds_ratio(clusters: &[Table], level: f64) -> Result<ClusterOddsRatio, Undefined> {
    if !(level > 0.0 && level < 1.0) {
        return Err(Undefined::Malformed);
    }
    let used: Vec<Table> = clusters.iter().copied().filter(|table| table.total() > 0).collect();
    let sum = Table::sum(&used);
    if used.is_empty() {
        return Err(Undefined::NZero);
    }
    if used.len() == 1 {
        return Err(Undefined::SingleCluster);
    }
    if !sum.is_informative() {
        return Err(Undefined::ZeroMargin);
    }
    let continuity_added = [sum.a, sum.b, sum.c, sum.d].contains(&0);
    let totals = if continuity_added { sum.reals().map(|cell| cell + 0.5) } else { sum.reals() };
    let [all_a, all_b, all_c, all_d] = totals;
    let (mut squares, mut sizes) = (0.0, 0.0);
    for table in &used {
        let [a, b, c, d] = table.reals();
        let (for_it, against) = (a / all_a + d / all_d, b / all_b + c / all_c);
        squares += (for_it - against) * (for_it - against);
        sizes += (for_it + against) * (for_it + against);
    }
    // Nothing but rounding.
    if squares <= 1e-24 * sizes {
        return Err(Undefined::NoVariation);
    }
    let m = count(used.len());
    let (odds_ratio, ln_se) = (sample_odds_ratio(totals), (m / (m - 1.0) * squares).sqrt());
    let t = t_quantile(0.5 + level / 2.0, m - 1.0).ok_or(Undefined::Malformed)?;
    let of_cell = |cell: fn(&Table) -> u64| used.iter().filter(|table| cell(table) > 0).count();
    Ok(ClusterOddsRatio {
        odds_ratio,
        ln_se,
        low: odds_ratio * libm::exp(-t * ln_se),
        high: odds_ratio * libm::exp(t * ln_se),
        p: (2.0 * t_sf(libm::log(odds_ratio).abs() / ln_se, m - 1.0)).min(1.0),
        clusters: used.len(),
        clusters_per_cell: [of_cell(|t| t.a), of_cell(|t| t.b), of_cell(|t| t.c), of_cell(|t| t.d)],
        continuity_added,
    })
}

/// Draws one item of each cluster that has any, each item of it with the same chance, and returns the table of those drawn: its items
/// are independent, so the exact test holds for it.
#[must_use]
pub fn one_item_each(clusters: &[Table], seed: u64) -> Table {
    let mut random = Random::seeded(seed);
    let mut drawn = Table::default();
    for table in clusters.iter().filter(|table| table.total() > 0) {
        let mut left =
            usize::try_from(table.total()).map_or(u64::MAX, |total| u64::try_from(random.below(total)).unwrap_or(u64::MAX));
        let cells = [(table.a, &mut drawn.a), (table.b, &mut drawn.b), (table.c, &mut drawn.c), (table.d, &mut drawn.d)];
        for (held, place) in cells {
            if left < held {
                *place += 1;
                break;
            }
            left -= held;
        }
    }
    drawn
}

fn count(clusters: usize) -> f64 {
    u64::try_from(clusters).map_or(f64::INFINITY, real)
}
