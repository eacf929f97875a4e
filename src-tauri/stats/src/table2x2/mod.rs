//! Tables of two rows and two columns: the exact odds ratio, the odds ratio over strata, the odds ratio of clustered items, and the
//! check whether strata and their sum point different ways.
//!
//! An odds ratio of 0 or infinity is a result. A table with an empty row or column has none, and says so.

mod cluster;
mod conditional;
mod exact;
mod simpson;
mod strata;

pub use cluster::{ClusterOddsRatio, cluster_odds_ratio, one_item_each};
pub use exact::{OddsRatio, odds_ratio};
pub use simpson::{RELATIVE_CHANGE_MAX, Simpson, simpson_check};
pub use strata::{Homogeneity, MantelHaenszel, mantel_haenszel};

/// Counts of a table: the rows are exposed and unexposed, the columns event and no event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Table {
    /// Exposed with the event.
    pub a: u64,
    /// Exposed without it.
    pub b: u64,
    /// Unexposed with the event.
    pub c: u64,
    /// Unexposed without it.
    pub d: u64,
}

/// Limits of an odds ratio, in \[0, infinity\].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
}

impl Table {
    /// Returns the number of items.
    #[must_use]
    pub const fn total(self) -> u64 {
        self.a.saturating_add(self.b).saturating_add(self.c).saturating_add(self.d)
    }

    /// Returns whether no row and no column is empty: only then does the table tell of an association.
    #[must_use]
    pub const fn is_informative(self) -> bool {
        // Both cells of a diagonal: then each row and each column has one of them, and a table that has neither lacks one.
        (self.a > 0 && self.d > 0) || (self.b > 0 && self.c > 0)
    }

    /// Returns 1 where ad > bc, -1 where ad < bc, and 0 where they are equal.
    #[must_use]
    pub fn sign(self) -> i8 {
        let product = |one: u64, other: u64| u128::from(one) * u128::from(other);
        match product(self.a, self.d).cmp(&product(self.b, self.c)) {
            std::cmp::Ordering::Less => -1,
            std::cmp::Ordering::Equal => 0,
            std::cmp::Ordering::Greater => 1,
        }
    }

    /// Returns the cell by cell sum of tables.
    #[must_use]
    pub fn sum(tables: &[Self]) -> Self {
        tables.iter().fold(Self::default(), |sum, table| Self {
            a: sum.a.saturating_add(table.a),
            b: sum.b.saturating_add(table.b),
            c: sum.c.saturating_add(table.c),
            d: sum.d.saturating_add(table.d),
        })
    }

    fn reals(self) -> [f64; 4] {
        [real(self.a), real(self.b), real(self.c), real(self.d)]
    }
}

// Of a table that is informative: then one of the products is not 0.
fn sample_odds_ratio([a, b, c, d]: [f64; 4]) -> f64 {
    if b * c > 0.0 { (a * d) / (b * c) } else { f64::INFINITY }
}

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
const fn real(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests;
