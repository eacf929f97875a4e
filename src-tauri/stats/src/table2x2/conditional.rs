//! The distribution of a table's first cell when its margins are fixed: the non-central hypergeometric distribution.
//!
//! Its probabilities are products of ratios of neighbours, walked from the middle outwards. That needs no logarithms of factorials,
//! whose digits run out at large counts: ln(10⁹!) is known to about six decimals only.

use super::{Table, real};

// Weights below this are lost to the rounding of their sum.
pub(super) const NEGLIGIBLE: f64 = 1e-21;
// With this every weight is walked that a double can hold.
pub(super) const NONE: f64 = 0.0;
// Some forty standard deviations are walked: beyond this the walk is too long.
pub(super) const TOTAL_MAX: u64 = 100_000_000_000;

/// Margins of a table, and the range of its first cell that they leave.
#[derive(Debug, Clone, Copy)]
pub(super) struct Conditional {
    first_row: f64,
    second_row: f64,
    first_column: f64,
    /// Least value of the first cell.
    pub low: f64,
    /// Greatest value of the first cell.
    pub high: f64,
}

/// Sums of weights: shares of `total()` are probabilities.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    /// Weight of the values below the one asked for.
    pub below: f64,
    /// Weight of the value asked for; 0 where it is beyond the walk.
    pub at: f64,
    /// Weight of the values above it.
    pub above: f64,
    /// Sum of weights times the distance from it.
    pub moment: f64,
}

impl Sums {
    pub(super) fn total(self) -> f64 {
        self.below + self.at + self.above
    }
}

impl Conditional {
    /// Takes the margins of a table of at most `TOTAL_MAX` items.
    pub(super) fn of(table: Table) -> Self {
        let (first_row, second_row) = (real(table.a) + real(table.b), real(table.c) + real(table.d));
        let first_column = real(table.a) + real(table.c);
        let (low, high) = ((first_column - second_row).max(0.0), first_row.min(first_column));
        Self { first_row, second_row, first_column, low, high }
    }

    /// Returns the first cell at which a table with these margins has the odds ratio `odds` > 0.
    ///
    /// It solves `x (s + x) = odds (r - x) (c - x)` for s = second row - first column; the terms are arranged so that none cancel.
    pub(super) fn fitted(&self, odds: f64) -> f64 {
        let (r, c, s) = (self.first_row, self.first_column, self.second_row - self.first_column);
        let inner = r * self.second_row + c * (r + s);
        // Large odds are divided out: their square need not be a double.
        let (one, other) = if odds > 1.0 { (1.0, 1.0 / odds) } else { (odds, 1.0) };
        let middle = s * other + one * (r + c);
        let root = ((one * (r - c)) * (one * (r - c)) + (s * other) * (s * other) + 2.0 * one * other * inner).sqrt();
        let x = if middle >= 0.0 { 2.0 * one * r * c / (middle + root) } else { (root - middle) / (2.0 * (other - one)) };
        x.clamp(self.low, self.high)
    }

    // Probability of t + 1 as a multiple of that of t, at an odds ratio of 1.
    fn ratio(&self, t: f64) -> f64 {
        (self.first_row - t) * (self.first_column - t) / ((t + 1.0) * (self.second_row - self.first_column + t + 1.0))
    }

    /// Hands each value and its weight to `each`, from the middle up, then from below the middle down, until weights are at most
    /// `negligible` times the sum so far, or too small for a double. Weights are multiples of one near the greatest.
    pub(super) fn walk(&self, odds: f64, negligible: f64, mut each: impl FnMut(f64, f64)) {
        let start = self.fitted(odds).round().clamp(self.low, self.high);
        each(start, 1.0);
        let (mut t, mut weight, mut sum) = (start, 1.0, 1.0);
        while t < self.high {
            weight *= self.ratio(t) * odds;
            t += 1.0;
            sum += weight;
            each(t, weight);
            if weight < f64::MIN_POSITIVE || weight < negligible * sum {
                break;
            }
        }
        (t, weight) = (start, 1.0);
        while t > self.low {
            t -= 1.0;
            weight /= self.ratio(t) * odds;
            sum += weight;
            each(t, weight);
            if weight < f64::MIN_POSITIVE || weight < negligible * sum {
                break;
            }
        }
    }

    /// Sums the weights below, at and above `x`.
    pub(super) fn sums(&self, odds: f64, x: f64, negligible: f64) -> Sums {
        let mut sums = Sums::default();
        self.walk(odds, negligible, |t, weight| {
            let part = if t < x {
                &mut sums.below
            } else if t > x {
                &mut sums.above
            } else {
                &mut sums.at
            };
            *part += weight;
            sums.moment += (t - x) * weight;
        });
        sums
    }

    /// Returns an upper bound of the number of values that a full walk at an odds ratio of 1 meets.
    pub(super) fn walk_length_max(&self) -> f64 {
        let total = self.first_row + self.second_row;
        let other_column = total - self.first_column;
        let variance = self.first_row / total * self.second_row / total * self.first_column / total * other_column;
        (self.high - self.low + 1.0).min(100.0 * variance.sqrt() + 1_000.0)
    }

    /// Returns the probabilities at an odds ratio of 1, and the value of the first: all that a double can hold.
    pub(super) fn probabilities(&self) -> (f64, Vec<f64>) {
        let mut pairs = Vec::new();
        self.walk(1.0, NONE, |t, weight| pairs.push((t, weight)));
        pairs.sort_by(|one, other| one.0.total_cmp(&other.0));
        let sum: f64 = pairs.iter().map(|pair| pair.1).sum();
        let first = pairs.first().map_or(self.low, |pair| pair.0);
        (first, pairs.iter().map(|pair| pair.1 / sum).collect())
    }
}
