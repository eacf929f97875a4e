//! Whether released rows hide the people in them.

use crate::undefined::Undefined;
use std::collections::{BTreeMap, BTreeSet};

/// One row to be released.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record<Q, S> {
    /// What a reader may know from elsewhere, after generalisation: region, month, language. A missing value is a value: the
    /// reader sees the gap.
    pub quasi_identifiers: Q,
    /// What the reader would like to learn.
    pub sensitive: S,
}

/// How well rows must hide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anonymous {
    /// Rows that must be alike.
    pub k: u64,
    /// Different sensitive values that must occur among them: with one, nobody is hidden; 1 asks for nothing.
    pub l: u64,
}

impl Anonymous {
    /// For rows about adults.
    pub const ADULTS: Self = Self { k: 5, l: 2 };
    /// For rows about children.
    pub const CHILDREN: Self = Self { k: 10, l: 2 };
}

/// How well rows hide. A class is a set of all rows with the same quasi-identifiers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anonymity {
    /// Number of classes.
    pub classes: u64,
    /// Rows of the smallest class.
    pub smallest_class: u64,
    /// Rows in classes of fewer than k.
    pub records_below_k: u64,
    /// The fewest different sensitive values in a class.
    pub smallest_distinct_sensitive: u64,
    /// Whether every class has k rows and l sensitive values.
    pub satisfied: bool,
    /// Places, from 0, of the rows whose class lacks rows or values: to be generalised further, or left out.
    pub exposed: Vec<usize>,
}

/// Returns how well rows hide: k-anonymity and distinct l-diversity. Sources: Sweeney, L. (2002), Int. J. Uncertain. Fuzz.
/// Knowl.-Based Syst. 10, 557-570; Machanavajjhala, A., Kifer, D., Gehrke, J. and Venkitasubramaniam, M. (2007), ACM Trans.
/// Knowl. Discov. Data 1, article 3.
///
/// # Errors
/// `EmptyList` without rows; `Malformed` for k or l of 0.
pub fn k_anonymity<Q: Ord, S: Ord>(records: &[Record<Q, S>], wanted: Anonymous) -> Result<Anonymity, Undefined> {
    if wanted.k == 0 || wanted.l == 0 {
        return Err(Undefined::Malformed);
    }
    let mut classes: BTreeMap<&Q, (Vec<usize>, BTreeSet<&S>)> = BTreeMap::new();
    for (place, record) in records.iter().enumerate() {
        let (places, values) = classes.entry(&record.quasi_identifiers).or_default();
        places.push(place);
        values.insert(&record.sensitive);
    }
    let sizes = || classes.values().map(|(places, _)| counted(places.len()));
    let distinct = classes.values().map(|(_, values)| counted(values.len()));
    let smallest_class = sizes().min().ok_or(Undefined::EmptyList)?;
    let smallest_distinct_sensitive = distinct.min().ok_or(Undefined::EmptyList)?;
    let is_exposed =
        |places: &[usize], values: &BTreeSet<&S>| counted(places.len()) < wanted.k || counted(values.len()) < wanted.l;
    let exposed = classes.values().filter(|(places, values)| is_exposed(places, values));
    let mut exposed: Vec<usize> = exposed.flat_map(|(places, _)| places).copied().collect();
    exposed.sort_unstable();
    Ok(Anonymity {
        classes: counted(classes.len()),
        smallest_class,
        records_below_k: sizes().filter(|&size| size < wanted.k).sum(),
        smallest_distinct_sensitive,
        satisfied: exposed.is_empty(),
        exposed,
    })
}

fn counted(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
