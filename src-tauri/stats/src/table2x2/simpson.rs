//! Whether strata and their sum point different ways (Simpson's paradox).

use super::strata::{common_odds_ratio, informative};
use super::{Table, sample_odds_ratio};
use crate::Undefined;

/// A change of the odds ratio by more than this share is told beside it.
pub const RELATIVE_CHANGE_MAX: f64 = 0.20;

/// The odds ratio of the sum of strata against the one that they have in common.
#[derive(Debug, Clone, PartialEq)]
pub struct Simpson {
    /// Sample odds ratio of the sum of all strata.
    pub crude: f64,
    /// Mantel-Haenszel odds ratio of the strata.
    pub adjusted: f64,
    /// 1 where the crude odds ratio is above 1, -1 below, 0 at 1.
    pub crude_sign: i8,
    /// The same of each stratum, in the order given; 0 also where a row or column is empty.
    pub stratum_signs: Vec<i8>,
    /// Whether every stratum that tells anything points the other way than the sum.
    pub strict_reversal: bool,
    /// Whether the crude and the adjusted odds ratio are on different sides of 1.
    pub pooled_reversal: bool,
    /// adjusted / crude - 1; nothing where the crude odds ratio is 0 or infinite: then so is the adjusted one.
    pub relative_change: Option<f64>,
}

impl Simpson {
    /// Returns how far the two odds ratios lie apart: the absolute logarithm of their ratio, 0 where both are 0 or infinite.
    #[must_use]
    pub fn apart(&self) -> f64 {
        let distance = (libm::log(self.adjusted) - libm::log(self.crude)).abs();
        if distance.is_nan() { 0.0 } else { distance }
    }

    /// Returns whether the crude odds ratio must not stand alone.
    #[must_use]
    pub fn is_flagged(&self) -> bool {
        self.strict_reversal
            || self.pooled_reversal
            || self.relative_change.is_some_and(|share| share.abs() > RELATIVE_CHANGE_MAX)
    }
}

/// Compares the odds ratio of the sum of strata with that of the strata. Sources: Simpson, E. H. (1951), J. R. Stat. Soc. B 13, 238-241;
/// Bickel, P. J., Hammel, E. A. and O'Connell, J. W. (1975), Science 187, 398-404.
///
/// # Errors
/// `NoInformativeStratum` where every stratum has an empty row or column, or there is none.
pub fn simpson_check(strata: &[Table]) -> Result<Simpson, Undefined> {
    let used = informative(strata)?;
    let sum = Table::sum(strata);
    let (crude, adjusted) = (sample_odds_ratio(sum.reals()), common_odds_ratio(&used));
    let crude_sign = sum.sign();
    // Of a crude odds ratio of exactly 1 nothing is a reversal.
    let strict_reversal = crude_sign != 0 && used.iter().all(|table| table.sign() == -crude_sign);
    let pooled_reversal = (crude_sign > 0 && adjusted < 1.0) || (crude_sign < 0 && adjusted > 1.0);
    let relative_change = (crude > 0.0 && crude.is_finite()).then(|| adjusted / crude - 1.0);
    let stratum_signs = strata.iter().map(|table| table.sign()).collect();
    Ok(Simpson { crude, adjusted, crude_sign, stratum_signs, strict_reversal, pooled_reversal, relative_change })
}
