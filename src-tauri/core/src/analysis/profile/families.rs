//! Which p-values are adjusted together (statistics, C14): six questions fixed in advance by Holm, everything else by Benjamini and Hochberg, marked as
//! exploratory.

use super::figure::Family;
use super::{Figure, within};
use crate::stats::adjust;

/// The six questions, each with the figure whose test answers it. C3 has none: that like cases are decided alike is refuted by one pair, and no chance
/// is to be told. A question without a p-value counts all the same.
pub(super) const PRIMARY: [Option<&str>; 6] =
    [Some("C1.against_half"), None, Some("C4.extraneous"), Some("C8.targeting"), Some("C9.acted_on_ratio"), Some("C11.trend")];

/// Sets the family of every figure with a test and its adjusted p-value.
pub(super) fn adjusted(figures: &mut [Figure]) {
    for figure in figures.iter_mut().filter(|figure| figure.p.is_some()) {
        // The ratio within strata answers for the one that it stands for.
        let is_primary = PRIMARY.contains(&Some(figure.name)) || figure.caveats.contains(&within::STANDS);
        figure.family = if is_primary { Family::Primary } else { Family::Exploratory };
    }
    let exploratory = figures.iter().filter(|figure| figure.family == Family::Exploratory).count();
    for (family, questions) in [(Family::Primary, PRIMARY.len()), (Family::Exploratory, exploratory)] {
        let mut members: Vec<&mut Figure> = figures.iter_mut().filter(|figure| figure.family == family).collect();
        let p: Vec<f64> = members.iter().filter_map(|figure| figure.p).collect();
        let Ok(found) = adjust(&p, questions) else { continue };
        let values = if family == Family::Primary { found.holm } else { found.bh };
        for (figure, value) in members.iter_mut().zip(values) {
            figure.p_adjusted = Some(value);
        }
    }
}
