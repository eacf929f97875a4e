//! How far a factor explains decisions: shares of variation that it takes away.

use crate::undefined::Undefined;

/// How far a factor (rows) explains a decision (columns). Entropies are in natural units (nats).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Predictability {
    /// Decisions counted.
    pub n: u64,
    /// Goodman and Kruskal's tau, in [0, 1]: the share of the Gini variation of the decision that the factor takes away.
    pub tau: f64,
    /// The uncertainty coefficient, in [0, 1]: the share of the entropy of the decision that the factor takes away.
    pub uncertainty: f64,
    /// Entropy of the decision, H(D).
    pub entropy: f64,
    /// Mean entropy of the decision within the factor's rows, H(D|X).
    pub conditional_entropy: f64,
    /// Mean Gini variation of the decision within the factor's rows.
    pub gini_conditional: f64,
    /// H(D) with the Miller-Madow term.
    pub entropy_miller_madow: f64,
    /// H(D|X) with the Miller-Madow terms.
    pub conditional_entropy_miller_madow: f64,
    /// The uncertainty coefficient of the two corrected entropies. Below 0 where the factor takes away less than chance would.
    pub uncertainty_miller_madow: f64,
    /// Cells that hold a case.
    pub occupied_cells: u64,
}

impl Predictability {
    /// Tells whether there are five cases for each occupied cell. With fewer the coefficients say more about the table's size than
    /// about the factor, even with the corrections.
    #[must_use]
    pub const fn has_enough_cases(&self) -> bool {
        self.n >= self.occupied_cells.saturating_mul(5)
    }
}

/// Returns how far the rows of a table of counts (a factor) explain its columns (decisions). With counts `n_ij`, row sums `n_i`,
/// column sums `m_j` and n in all:
///
/// - `H(D) = -sum_j m_j/n ln(m_j/n)`, `H(D|X) = sum_ij n_ij/n ln(n_i/n_ij)`, `U = 1 - H(D|X)/H(D)`;
/// - `V = sum_j m_j/n (1 - m_j/n)`, `V_X = sum_i n_i/n sum_j n_ij/n_i (1 - n_ij/n_i)`, `tau = 1 - V_X/V`;
/// - Miller-Madow terms: `(occupied columns - 1)/2n` for `H(D)`, `(occupied cells - occupied rows)/2n` for `H(D|X)`.
///
/// Sources: Goodman, L. A. and Kruskal, W. H. (1954), J. Am. Stat. Assoc. 49, 732-764; Theil, H. (1972), Statistical Decomposition
/// Analysis; Miller, G. A. (1955), Note on the bias of information estimates, in: Information Theory in Psychology, 95-100.
///
/// # Errors
/// `Malformed` for rows of different lengths, `NZero` without cases, `NoVariation` with one decision only.
pub fn predictability(table: &[Vec<u64>]) -> Result<Predictability, Undefined> {
    let width = table.first().map_or(0, Vec::len);
    if table.iter().any(|row| row.len() != width) {
        return Err(Undefined::Malformed);
    }
    let cases = table.iter().flatten().try_fold(0_u64, |sum, count| sum.checked_add(*count)).ok_or(Undefined::Malformed)?;
    if cases == 0 {
        return Err(Undefined::NZero);
    }
    let n = real(cases);
    let columns: Vec<f64> = (0..width).map(|j| table.iter().filter_map(|row| row.get(j)).copied().map(real).sum()).collect();
    let occupied_columns = columns.iter().filter(|sum| **sum > 0.0).count();
    if occupied_columns < 2 {
        return Err(Undefined::NoVariation);
    }
    let (entropy, variation) = (entropy_of(&columns, n), variation_of(&columns, n));
    let (mut conditional_entropy, mut gini_conditional) = (0.0, 0.0);
    let (mut occupied_cells, mut occupied_rows) = (0_u64, 0_u64);
    for row in table {
        let row: Vec<f64> = row.iter().copied().map(real).filter(|count| *count > 0.0).collect();
        let sum: f64 = row.iter().sum();
        if sum > 0.0 {
            conditional_entropy += sum / n * entropy_of(&row, sum);
            gini_conditional += sum / n * variation_of(&row, sum);
            occupied_cells += row.len() as u64;
            occupied_rows += 1;
        }
    }
    let entropy_miller_madow = entropy + real(occupied_columns as u64 - 1) / (2.0 * n);
    let conditional_entropy_miller_madow = conditional_entropy + real(occupied_cells - occupied_rows) / (2.0 * n);
    Ok(Predictability {
        n: cases,
        // Rounding must not push a factor that explains nothing below 0.
        tau: (1.0 - gini_conditional / variation).max(0.0),
        uncertainty: (1.0 - conditional_entropy / entropy).max(0.0),
        entropy,
        conditional_entropy,
        gini_conditional,
        entropy_miller_madow,
        conditional_entropy_miller_madow,
        uncertainty_miller_madow: 1.0 - conditional_entropy_miller_madow / entropy_miller_madow,
        occupied_cells,
    })
}

// Each term is 0 or above, so a row with one decision has exactly 0.
fn entropy_of(counts: &[f64], n: f64) -> f64 {
    counts.iter().filter(|count| **count > 0.0).map(|count| count / n * libm::log(n / count)).sum::<f64>() + 0.0
}

fn variation_of(counts: &[f64], n: f64) -> f64 {
    counts.iter().map(|count| count / n * ((n - count) / n)).sum::<f64>() + 0.0
}

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
const fn real(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(one: f64, other: f64) -> bool {
        (one - other).abs() <= 1e-12 * other.abs().max(1.0)
    }

    #[test]
    fn a_factor_that_says_nothing_explains_nothing() {
        let found = predictability(&[vec![3, 6], vec![10, 20], vec![1, 2]]).unwrap();
        assert!(found.tau.abs() < 1e-15 && found.uncertainty.abs() < 1e-15, "{found:?}");
        assert!(
            found.uncertainty_miller_madow < 0.0,
            "three rows take away something by chance, and that is taken off: {found:?}"
        );
        let one_row = predictability(&[vec![3, 6]]).unwrap();
        assert!(one_row.tau.abs() < 1e-15 && near(one_row.conditional_entropy, one_row.entropy));
    }

    #[test]
    fn a_table_by_hand() {
        // Halves: H(D) = ln 2; rows 3:1 and 1:3 have entropy 0.5623351446188083 and Gini variation 3/8.
        let found = predictability(&[vec![3, 1], vec![1, 3]]).unwrap();
        assert!(near(found.entropy, std::f64::consts::LN_2) && near(found.conditional_entropy, 0.562_335_144_618_808_3));
        assert!(near(found.tau, 0.25) && near(found.gini_conditional, 0.375));
        assert!(near(found.entropy_miller_madow, std::f64::consts::LN_2 + 1.0 / 16.0));
        assert!(near(found.conditional_entropy_miller_madow, 0.562_335_144_618_808_3 + 2.0 / 16.0));
        assert_eq!((found.n, found.occupied_cells, found.has_enough_cases()), (8, 4, false));
    }

    #[test]
    fn what_has_no_number_is_refused() {
        assert_eq!(predictability(&[]), Err(Undefined::NZero));
        assert_eq!(predictability(&[vec![], vec![]]), Err(Undefined::NZero));
        assert_eq!(predictability(&[vec![0, 0]]), Err(Undefined::NZero));
        assert_eq!(predictability(&[vec![1, 0], vec![0, 0]]), Err(Undefined::NoVariation), "one case");
        assert_eq!(predictability(&[vec![9], vec![4]]), Err(Undefined::NoVariation));
        assert_eq!(predictability(&[vec![1, 2], vec![1]]), Err(Undefined::Malformed));
        assert_eq!(predictability(&[vec![u64::MAX, u64::MAX]]), Err(Undefined::Malformed));
    }

    #[test]
    fn empty_rows_and_columns_change_nothing() {
        let with = predictability(&[vec![4, 0, 2], vec![0, 0, 0], vec![1, 0, 7]]).unwrap();
        assert_eq!(with, predictability(&[vec![4, 2], vec![1, 7]]).unwrap());
    }

    #[test]
    fn huge_counts_keep_their_digits() {
        let small = predictability(&[vec![30, 10], vec![10, 30]]).unwrap();
        let huge = predictability(&[vec![3_000_000_000, 1_000_000_000], vec![1_000_000_000, 3_000_000_000]]).unwrap();
        assert!(near(small.tau, huge.tau) && near(small.uncertainty, huge.uncertainty));
        let rare = predictability(&[vec![1_000_000_000, 1], vec![1_000_000_000, 1]]).unwrap();
        assert!((0.0..1e-6).contains(&rare.tau) && rare.uncertainty < 1e-6, "{rare:?}");
    }

    proptest! {
        #[test]
        fn coefficients_are_shares_whatever_the_order(cells in prop::collection::vec(prop::collection::vec(0u64..40, 3), 1..6)) {
            if let Ok(found) = predictability(&cells) {
                for share in [found.tau, found.uncertainty] {
                    prop_assert!((0.0..=1.0).contains(&share));
                }
                prop_assert!(found.conditional_entropy >= 0.0 && found.conditional_entropy <= found.entropy + 1e-12);
                let mut turned: Vec<Vec<u64>> = cells.iter().map(|row| row.iter().rev().copied().collect()).collect();
                turned.reverse();
                let again = predictability(&turned).unwrap();
                prop_assert!(near(found.tau, again.tau) && near(found.uncertainty, again.uncertainty));
                // A finer factor explains no less.
                let merged: Vec<u64> = (0..3).map(|j| cells.iter().take(2).map(|row| row[j]).sum()).collect();
                let coarse: Vec<Vec<u64>> = std::iter::once(merged).chain(cells.iter().skip(2).cloned()).collect();
                let coarse = predictability(&coarse).unwrap();
                prop_assert!(coarse.tau <= found.tau + 1e-12 && coarse.uncertainty <= found.uncertainty + 1e-12);
            }
        }
    }
}
