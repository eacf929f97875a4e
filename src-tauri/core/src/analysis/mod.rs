//! The measures of the register: counts become estimates here and nowhere else.

pub mod agreeing;
mod canonical;
pub mod cross;
pub mod frame;
pub mod profile;
pub mod snapshot;

use crate::error::{Error, Result};
use crate::model::terms::VERDICTS;
pub use crate::model::time::{compliance, deadline_of};
use crate::store::{Counts, Vault};
use frame::Frame;
use profile::{Figure, Selection};
use std::collections::BTreeMap;

/// What the desk and the brief tell, under the major version of the method in use: the same figures as those of the profile of the whole register.
/// Orders and items are never added together.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// Counts beside the figures.
    pub counts: Counts,
    /// Reviewed order items by verdict, all six, in the fixed order.
    pub verdicts: Vec<(&'static str, u32)>,
    /// The same by cluster of orders that hang together, sorted: all that the shares and their intervals are made of.
    pub by_cluster: Vec<[u32; 6]>,
    /// Order items with a verdict that stands: two blind reviewers agree, or a third decided.
    pub reviewed: u32,
    /// Share of legitimate criticism among reviewed order items (strict; mixed and cannot-tell stay in the denominator), with the cannot-tell on
    /// either side as bounds.
    pub criticism: Figure,
    /// Share of real bullying among reviewed order items.
    pub bullying: Figure,
    /// Orders by state of the 24-hour term.
    pub deadlines: Vec<(String, u32)>,
    /// How far two blind reviewers agree on the verdict. Where it is too little, no share heads a page.
    pub agreement: agreeing::OnVerdict,
    /// Version of the method in use.
    pub rubric: String,
}

/// Measures the register. The frame and the agreement of reviewers must be those of this state of it.
pub fn measure(vault: &Vault, frame: &Frame, agreement: agreeing::OnVerdict) -> Result<Measured> {
    let counts = vault.counts()?;
    let selection = Selection::whole(frame);
    let [bullying, criticism] =
        profile::headline(&selection, &agreement.disputed()).ok_or(Error::Inside("a share is missing"))?;
    let by_cluster = by_cluster(&selection);
    let of = |place: usize| by_cluster.iter().filter_map(|cluster| cluster.get(place)).sum();
    let verdicts: Vec<(&'static str, u32)> = (0..).zip(VERDICTS).map(|(place, verdict)| (verdict, of(place))).collect();
    let deadlines = profile::deadlines(&selection, vault.env().clock.now_seconds());
    Ok(Measured {
        reviewed: verdicts.iter().map(|(_, n)| n).sum(),
        verdicts,
        by_cluster,
        criticism,
        bullying,
        deadlines: deadlines.into_iter().map(|(code, n)| (code, u32::try_from(n).unwrap_or(u32::MAX))).collect(),
        agreement,
        rubric: vault.method_in_use()?,
        counts,
    })
}

fn by_cluster(selection: &Selection<'_>) -> Vec<[u32; 6]> {
    let mut clusters: BTreeMap<u32, [u32; 6]> = BTreeMap::new();
    for (order, _, judged) in selection.judged() {
        if let Some(count) = clusters.entry(order.cluster).or_default().get_mut(usize::from(judged.verdict)) {
            *count += 1;
        }
    }
    let mut list: Vec<[u32; 6]> = clusters.into_values().collect();
    list.sort_unstable();
    list
}

#[cfg(test)]
mod tests;
