//! Small cells: which counts of a table may be published, what a reader can deduce of the others, and whether released rows hide
//! the people in them.
//!
//! A table is extended by its totals; a [`Cell`] names a place in the extended table, the totals being its last row and column.
//! What a reader can deduce is computed exactly, in whole numbers, never estimated: either every protected count keeps a range as
//! wide as the threshold, or the table is withheld.
//!
//! What this cannot see: a second table about the same people (compare periods and filters before publishing both), what a reader
//! knows from elsewhere, and a reader who runs the procedure over every table that fits and keeps those that come out with the
//! same blanks. In tables of two or three rows and columns that reader often narrows a range below the threshold, so merge
//! categories first and publish few small tables. Only the published face of a [`Suppression`] may leave: its lists of primary
//! and complementary cells say where the small counts are.
//!
//! Sources: Fellegi, I. P. (1972), J. Am. Stat. Assoc. 67, 7-18; Cox, L. H. (1980), J. Am. Stat. Assoc. 75, 377-385; Hundepool,
//! A. et al. (2012), Statistical Disclosure Control, Wiley.

mod anonymity;
mod figures;
mod network;
mod sheet;
mod table;

pub use anonymity::{Anonymity, Anonymous, Record, k_anonymity};
pub use figures::{Base, CHILD_SERIES_STEP, RoundedSeries, figures_to_blank, rounded_series, shares_to_blank};
pub use table::{Deduced, Outcome, Suppression, Withheld, deductions, suppress_list, suppress_table};

/// A place in a table extended by its totals, which are the last row and the last column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Row, from 0.
    pub row: usize,
    /// Column, from 0.
    pub column: usize,
}

/// Whether nothing and all are counts to protect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zeros {
    /// A zero is published.
    Stay,
    /// None or all of a group, such as a named school, tells about each of its members: zeros are protected, and counts that make
    /// up the whole of their row or column.
    Reveal,
}

/// What a reader brings to the published table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The published counts, that no count is negative, and that the sums hold.
    OfTheTable,
    /// Besides, that zeros are never blanked, so that a blank stands for 1 or more. Where zeros are protected this reader knows
    /// no more than the other.
    OfTheRule,
}

/// What is protected, from whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Counts above 0 and below this are protected, and what a reader can deduce of one must be a range at least this wide.
    pub threshold: u64,
    /// Whether zeros are protected too.
    pub zeros: Zeros,
    /// The reader to be kept in the dark.
    pub reader: Reader,
}

impl Rule {
    /// The rule for tables about adults: counts below 5.
    pub const ADULTS: Self = Self { threshold: 5, zeros: Zeros::Stay, reader: Reader::OfTheTable };
    /// The rule for tables about children: counts below 10.
    pub const CHILDREN: Self = Self { threshold: 10, ..Self::ADULTS };

    /// Returns the rule for a table in which none and all reveal as much as a small count.
    #[must_use]
    pub const fn where_zeros_reveal(self) -> Self {
        Self { zeros: Zeros::Reveal, ..self }
    }

    /// Returns the rule against a reader who knows that zeros are never blanked.
    #[must_use]
    pub const fn against_readers_of_the_rule(self) -> Self {
        Self { reader: Reader::OfTheRule, ..self }
    }

    // The least count that the reader thinks possible behind a blank.
    const fn floor(self) -> u64 {
        match (self.reader, self.zeros) {
            (Reader::OfTheRule, Zeros::Stay) => 1,
            _ => 0,
        }
    }
}

#[cfg(test)]
mod attack;
#[cfg(test)]
mod attacker;
#[cfg(test)]
mod tests;
