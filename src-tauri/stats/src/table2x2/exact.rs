//! The odds ratio of one table with fixed margins: conditional estimate, exact and mid-p limits, Fisher's and mid-p tests.

use super::conditional::{Conditional, NEGLIGIBLE, NONE, Sums, TOTAL_MAX};
use super::{Limits, Table, sample_odds_ratio};
use crate::Undefined;
use crate::normal::quantile;
use crate::special::root;

// Tables that are as probable as the observed one but for rounding count as such.
const SLACK: f64 = 1.0 + 1e-7;
// No table of TOTAL_MAX items has a limit with a logarithm beyond this at any level a double can name.
const LN_ODDS_MAX: f64 = 600.0;

/// The odds ratio of a table, with limits and tests.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OddsRatio {
    /// ad/(bc).
    pub sample: f64,
    /// The conditional maximum likelihood estimate: the odds ratio at which the first cell is expected to be what it is.
    pub conditional: f64,
    /// Exact limits: each tail holds at most (1 - level)/2. They are too wide rather than too narrow.
    pub exact: Limits,
    /// Mid-p limits: the observed table counts half in each tail.
    pub mid_p: Limits,
    /// The sample odds ratio after 1/2 is added to each cell.
    pub haldane: f64,
    /// Its normal limits on the logarithmic scale.
    pub haldane_limits: Limits,
    /// Fisher's two-sided p-value: the probability of the tables that are not more probable than the observed one.
    pub p_fisher: f64,
    /// Probability of a first cell at least as large.
    pub p_greater: f64,
    /// Probability of a first cell at most as large.
    pub p_less: f64,
    /// Twice the smaller one-sided mid-p, at most 1: below 1 - level just where the mid-p limits leave 1 out.
    pub p_mid: f64,
}

/// Returns the odds ratio of a table, conditional on its margins, at a two-sided level in (0, 1).
///
/// With `P(t; w)` proportional to `C(a+b, t) C(c+d, a+c-t) w^t`: the conditional estimate solves `E(t; w) = a`; the lower limits solve
/// `P(t > a; w) + s P(t = a; w) = (1 - level)/2` with s = 1 (exact) or 1/2 (mid-p), the upper limits the same with `t < a`. A first cell
/// at the end of its range has the estimate 0 or infinity and a limit there. P-values are those at w = 1; one below 1e-300 may come out
/// as 0.
///
/// Sources: Fisher, R. A. (1935), J. R. Stat. Soc. 98, 39-82; Cornfield, J. (1956), Proc. Third Berkeley Symp. 4, 135-148 (exact
/// limits); Lancaster, H. O. (1961), J. Am. Stat. Assoc. 56, 223-234 (mid-p); Haldane, J. B. S. (1956), Ann. Hum. Genet. 20, 309-311,
/// and Woolf, B. (1955), Ann. Hum. Genet. 19, 251-253 (addition of 1/2, limits on the logarithmic scale).
///
/// # Errors
/// `NZero` without items, `ZeroMargin` for an empty row or column, `Malformed` for a level outside (0, 1) or more than 10¹¹ items.
pub fn odds_ratio(table: Table, level: f64) -> Result<OddsRatio, Undefined> {
    let z = quantile(0.5 + level / 2.0).filter(|_| level > 0.0).ok_or(Undefined::Malformed)?;
    if table.total() == 0 {
        return Err(Undefined::NZero);
    }
    if !table.is_informative() {
        return Err(Undefined::ZeroMargin);
    }
    if table.total() > TOTAL_MAX {
        return Err(Undefined::Malformed);
    }
    let added = table.reals().map(|cell| cell + 0.5);
    let (haldane, se) = (sample_odds_ratio(added), added.iter().map(|cell| 1.0 / cell).sum::<f64>().sqrt());
    let search = Search { margins: Conditional::of(table), x: table.reals()[0], start: libm::log(haldane), step: se };
    let tail = (1.0 - level) / 2.0;
    let tests = search.tests();
    Ok(OddsRatio {
        sample: sample_odds_ratio(table.reals()),
        conditional: search.conditional()?,
        exact: search.limits(tail, 1.0)?,
        mid_p: search.limits(tail, 0.5)?,
        haldane,
        haldane_limits: Limits { low: haldane * libm::exp(-z * se), high: haldane * libm::exp(z * se) },
        p_fisher: tests.two_sided,
        p_greater: tests.greater,
        p_less: tests.less,
        p_mid: tests.mid,
    })
}

// A table's margins, its first cell, and where to look for solutions on the logarithmic scale.
struct Search {
    margins: Conditional,
    x: f64,
    start: f64,
    step: f64,
}

struct Tests {
    two_sided: f64,
    greater: f64,
    less: f64,
    mid: f64,
}

impl Search {
    fn conditional(&self) -> Result<f64, Undefined> {
        if self.x <= self.margins.low {
            return Ok(0.0);
        }
        if self.x >= self.margins.high {
            return Ok(f64::INFINITY);
        }
        self.solve(&|sums| sums.moment / sums.total())
    }

    fn limits(&self, tail: f64, share: f64) -> Result<Limits, Undefined> {
        let low = if self.x <= self.margins.low {
            0.0
        } else {
            self.solve(&|sums| (sums.above + share * sums.at) / sums.total() - tail)?
        };
        let high = if self.x >= self.margins.high {
            f64::INFINITY
        } else {
            self.solve(&|sums| tail - (sums.below + share * sums.at) / sums.total())?
        };
        Ok(Limits { low, high })
    }

    // Finds the odds ratio at which something that grows with it is 0.
    fn solve(&self, rising: &dyn Fn(Sums) -> f64) -> Result<f64, Undefined> {
        let at = |ln_odds: f64| rising(self.margins.sums(libm::exp(ln_odds), self.x, NEGLIGIBLE));
        let (mut low, mut high, mut step) = (self.start, self.start, self.step);
        while at(low) > 0.0 {
            if low < -LN_ODDS_MAX {
                return Err(Undefined::NotConverged);
            }
            (high, low, step) = (low, low - step, step * 2.0);
        }
        while at(high) < 0.0 {
            if high > LN_ODDS_MAX {
                return Err(Undefined::NotConverged);
            }
            (low, high, step) = (high, high + step, step * 2.0);
        }
        // Where an end is the solution itself, rounding may take it out again.
        (low, high) = (low - self.step / 1_000.0, high + self.step / 1_000.0);
        // Counted from the lower end: the root finder's nearness is relative, and the logarithm may be 0.
        let found = root(1.0, 1.0 + (high - low), &|ahead| at(low + (ahead - 1.0))).ok_or(Undefined::NotConverged)?;
        Ok(libm::exp(low + (found - 1.0)))
    }

    fn tests(&self) -> Tests {
        let sums = self.margins.sums(1.0, self.x, NONE);
        let total = sums.total();
        let mut as_rare = 0.0;
        self.margins.walk(1.0, NONE, |_, weight| {
            if weight <= sums.at * SLACK {
                as_rare += weight;
            }
        });
        let share = |weight: f64| (weight / total).clamp(0.0, 1.0);
        Tests {
            two_sided: share(as_rare),
            greater: share(sums.at + sums.above),
            less: share(sums.at + sums.below),
            mid: (2.0 * share(0.5 * sums.at + sums.above.min(sums.below))).min(1.0),
        }
    }
}
