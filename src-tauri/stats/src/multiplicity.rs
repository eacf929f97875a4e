//! P-values of many questions at once.

use super::undefined::Undefined;

/// P-values adjusted for the number of questions, in the order given.
#[derive(Debug, Clone, PartialEq)]
pub struct Adjusted {
    /// Benjamini and Hochberg's: those at most q have a false discovery rate of at most q.
    pub bh: Vec<f64>,
    /// Holm's: those at most alpha have a chance of at most alpha that even one is false.
    pub holm: Vec<f64>,
}

/// Adjusts p-values for `questions` questions. `questions` counts also the ones of the plan that have no p-value: leaving them out
/// would make the others look stronger.
///
/// With p ascending and m questions, Holm: the greatest so far of `(m + 1 - i) p_i`; Benjamini-Hochberg: the least, from the last
/// downwards, of `m p_i / i`; both at most 1. Equal p-values have equal adjusted values.
/// Sources: Holm, S. (1979), Scand. J. Stat. 6, 65-70; Benjamini, Y. and Hochberg, Y. (1995), J. R. Stat. Soc. B 57, 289-300.
///
/// # Errors
/// `NZero` without p-values; `Malformed` for one outside \[0, 1\], or more of them than questions.
pub fn adjust(p: &[f64], questions: usize) -> Result<Adjusted, Undefined> {
    if p.is_empty() {
        return Err(Undefined::NZero);
    }
    if p.len() > questions || !p.iter().all(|value| (0.0..=1.0).contains(value)) {
        return Err(Undefined::Malformed);
    }
    let mut ascending: Vec<(usize, f64)> = p.iter().copied().enumerate().collect();
    ascending.sort_by(|one, other| one.1.total_cmp(&other.1));
    let m = real(questions);
    let mut greatest: f64 = 0.0;
    let holm = ascending.iter().enumerate().map(|(before, (place, value))| {
        greatest = greatest.max((m - real(before)) * value).min(1.0);
        (*place, greatest)
    });
    let holm = in_place(holm.collect());
    let mut least: f64 = 1.0;
    let bh = ascending.iter().enumerate().rev().map(|(before, (place, value))| {
        least = least.min(m * value / (real(before) + 1.0));
        (*place, least)
    });
    Ok(Adjusted { bh: in_place(bh.collect()), holm })
}

/// Returns how many adjusted p-values are at most `alpha`.
#[must_use]
pub fn rejected(adjusted: &[f64], alpha: f64) -> usize {
    adjusted.iter().filter(|value| **value <= alpha).count()
}

fn in_place(mut pairs: Vec<(usize, f64)>) -> Vec<f64> {
    pairs.sort_by_key(|pair| pair.0);
    pairs.into_iter().map(|pair| pair.1).collect()
}

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
const fn real(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_numbers_of_rejections() {
        // Benjamini and Hochberg 1995, section 4.
        let p =
            [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0];
        let found = adjust(&p, p.len()).unwrap();
        assert_eq!((rejected(&found.bh, 0.05), rejected(&found.holm, 0.05)), (4, 3));
    }

    #[test]
    fn unanswered_questions_count() {
        let found = adjust(&[0.01, 0.04], 4).unwrap();
        assert!((found.holm[0] - 0.04).abs() < 1e-15 && (found.holm[1] - 0.12).abs() < 1e-15);
        assert!((found.bh[0] - 0.04).abs() < 1e-15 && (found.bh[1] - 0.08).abs() < 1e-15);
    }

    #[test]
    fn nonsense_is_refused() {
        assert_eq!(adjust(&[], 0), Err(Undefined::NZero));
        for p in [[0.5, f64::NAN], [0.5, -1e-9], [0.5, 1.000_001], [f64::INFINITY, 0.1]] {
            assert_eq!(adjust(&p, 2), Err(Undefined::Malformed), "{p:?}");
        }
        assert_eq!(adjust(&[0.1, 0.2], 1), Err(Undefined::Malformed));
    }

    proptest! {
        #[test]
        fn adjusted_values_keep_order_and_bounds(p in proptest::collection::vec(0.0_f64..=1.0, 1..40), spare in 0_usize..5, turn in 0_usize..40) {
            let m = p.len() + spare;
            let found = adjust(&p, m).unwrap();
            for ((value, bh), holm) in p.iter().zip(&found.bh).zip(&found.holm) {
                // A product and a quotient by the same number may lose the last digit.
                prop_assert!(value * (1.0 - 1e-15) <= *bh && *bh <= *holm * (1.0 + 1e-15) && *holm <= 1.0);
                prop_assert!(*holm <= (real(m) * value).min(1.0), "never above Bonferroni's");
            }
            for (i, one) in p.iter().enumerate() {
                for (j, other) in p.iter().enumerate() {
                    prop_assert!(one > other || (found.bh[i] <= found.bh[j] && found.holm[i] <= found.holm[j]));
                }
            }
            let mut turned = p.clone();
            turned.rotate_left(turn % p.len());
            let again = adjust(&turned, m).unwrap();
            let (mut bh, mut holm) = (found.bh, found.holm);
            bh.rotate_left(turn % p.len());
            holm.rotate_left(turn % p.len());
            prop_assert_eq!(again, Adjusted { bh, holm });
        }
    }
}
