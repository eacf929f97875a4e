//! Whether a Poisson likelihood has a maximum.

use crate::Undefined;
use nalgebra::{DMatrix, DVector, SymmetricEigen};

// Squares of lengths, as shares of the largest, that count as nothing.
const NOTHING: f64 = 1e-12;
// Where there is no minimum a part of the sum falls by a factor of e with each, and must not fall so far that rounding hides it.
const ITERATIONS_MAX: usize = 30;
const HALVINGS_MAX: usize = 30;
const SETTLED: f64 = 1e-8;

/// Says whether some combination of the columns of `basis` (orthonormal) is 0 in all rows with events, and in the others nowhere above
/// 0 but somewhere below. Along it the likelihood rises without end, as it only draws the fitted counts of rows without events
/// towards 0.
///
/// Combinations that are 0 in all rows with events are coordinates c of the others, `z_i` for row i. One of the kind looked for exists
/// unless `sum exp(z_i' c)` has a minimum, which Newton's steps find: where it exists the steps vanish, where not they go on for ever.
/// This sum, unlike the likelihood, holds nothing large beside which small parts are lost.
///
/// Source of the condition: Haberman, S. J. (1974), The Analysis of Frequency Data, chapter 2.
pub(super) fn separated(y: &DVector<f64>, basis: &DMatrix<f64>) -> Result<bool, Undefined> {
    let rows = |events: bool| -> Vec<usize> {
        y.iter().enumerate().filter(|(_, y)| (**y > 0.0) == events).map(|(row, _)| row).collect()
    };
    let with_events = basis.select_rows(&rows(true));
    let size = basis.ncols();
    let eigen = SymmetricEigen::try_new(with_events.tr_mul(&with_events), f64::EPSILON, 10_000).ok_or(Undefined::NotConverged)?;
    let largest = eigen.eigenvalues.iter().copied().fold(0.0, f64::max);
    let free: Vec<usize> =
        (0..size).filter(|place| eigen.eigenvalues.get(*place).is_none_or(|value| *value <= NOTHING * largest)).collect();
    if free.is_empty() {
        return Ok(false);
    }
    // One column for each row without events, its length made 1: only directions matter.
    let others = basis.select_rows(&rows(false)).transpose();
    let seen = eigen.eigenvectors.select_columns(&free).tr_mul(&others);
    let far = seen.column_iter().map(|column| column.norm_squared()).fold(0.0, f64::max);
    let directions: Vec<DVector<f64>> =
        seen.column_iter().filter(|column| column.norm_squared() > NOTHING * far).map(|column| column.normalize()).collect();
    Ok(!has_minimum(&directions, free.len()))
}

// Whether sum exp(z_i' c) has a minimum.
fn has_minimum(directions: &[DVector<f64>], size: usize) -> bool {
    let mut place = DVector::zeros(size);
    let height = |place: &DVector<f64>| directions.iter().map(|direction| libm::exp(direction.dot(place))).sum::<f64>();
    for _ in 0..ITERATIONS_MAX {
        let (mut slope, mut curve) = (DVector::zeros(size), DMatrix::zeros(size, size));
        for direction in directions {
            let weight = libm::exp(direction.dot(&place));
            slope.axpy(-weight, direction, 1.0);
            curve.ger(weight, direction, direction, 1.0);
        }
        let Some(step) = curve.cholesky().map(|factors| factors.solve(&slope)) else { return false };
        if step.norm() <= SETTLED * (1.0 + place.norm()) {
            return true;
        }
        // Near the minimum a step gains less than rounding shows.
        let now = height(&place) * (1.0 + 1e-12);
        let mut part = 1.0;
        let tries = std::iter::repeat_with(|| {
            let tried = &place + &step * part;
            part *= 0.5;
            tried
        });
        let Some(next) = tries.take(HALVINGS_MAX).find(|tried| height(tried) <= now) else { return false };
        place = next;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(counts: &[f64], columns: &[Vec<f64>]) -> bool {
        let ones = std::iter::repeat_n(1.0, counts.len());
        let design = DMatrix::from_iterator(counts.len(), columns.len() + 1, ones.chain(columns.iter().flatten().copied()));
        separated(&DVector::from_column_slice(counts), &design.qr().q()).unwrap()
    }

    fn line(n: u8) -> Vec<f64> {
        (0..n).map(f64::from).collect()
    }

    #[test]
    fn a_group_without_events_is_separated() {
        let step = vec![0.0, 0.0, 0.0, 1.0, 1.0, 1.0];
        assert!(told(&[0.0, 0.0, 0.0, 4.0, 2.0, 3.0], std::slice::from_ref(&step)));
        assert!(!told(&[0.0, 0.0, 1.0, 4.0, 2.0, 3.0], std::slice::from_ref(&step)));
        assert!(!told(&[0.0, 0.0, 1e-3, 1e9, 0.0, 0.0], std::slice::from_ref(&step)), "sizes do not matter");
        // With a line beside the step: one event before it, at its first period, leaves a line that may fall for ever.
        assert!(told(&[5.0, 0.0, 0.0, 4.0, 2.0, 3.0], &[step.clone(), vec![0.0, 1.0, 2.0, 0.0, 0.0, 0.0]]));
        assert!(!told(&[0.0, 5.0, 0.0, 4.0, 2.0, 3.0], &[step, vec![0.0, 1.0, 2.0, 0.0, 0.0, 0.0]]));
    }

    #[test]
    fn a_line_through_one_event_is_separated_at_the_ends_only() {
        for at in 0..7 {
            let mut counts = vec![0.0; 7];
            counts[at] = 3.0;
            assert_eq!(told(&counts, &[line(7)]), at == 0 || at == 6, "{at}");
        }
        assert!(!told(&[1.0, 0.0, 0.0, 0.0, 0.0, 1.0], &[line(6)]));
        assert!(!told(&[3.0, 0.0, 0.0], &[]));
        // A column of its own for one row without events, beside rows that hold each other.
        assert!(told(&[0.0, 1.0, 0.0, 0.0], &[vec![1.0, 0.0, 0.0, 0.0], vec![0.0, 3.0, 1.0, 4.0]]));
        // Points on all sides of the one with an event, where the last step gains next to nothing.
        let columns = [vec![0.0, 2.0, 1.0, 3.0, 2.0, 1.0, 1.0], vec![0.0, 3.0, 3.0, 4.0, 1.0, 1.0, 0.0]];
        assert!(!told(&[0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0], &columns));
    }

    proptest! {
        // With a line and one more column of two values, every combination of slopes can be tried: those that touch two rows or more.
        #[test]
        fn it_is_what_trying_all_slopes_says(
            raw in prop::collection::vec((0_u8..2, 0_u8..5, 0_u8..5), 4..10),
        ) {
            let counts: Vec<f64> = raw.iter().map(|(count, ..)| f64::from(*count)).collect();
            let columns = [raw.iter().map(|row| f64::from(row.1)).collect::<Vec<_>>(), raw.iter().map(|row| f64::from(row.2)).collect()];
            let ones = std::iter::repeat_n(1.0, raw.len());
            let design = DMatrix::from_iterator(raw.len(), 3, ones.chain(columns.iter().flatten().copied()));
            prop_assume!(design.rank(1e-9) == 3 && counts.iter().any(|count| *count > 0.0));
            // Whole numbers for the slopes: a line that divides points of a grid of 5 by 5 has one with slopes from -4 to 4.
            let mut found = false;
            for (one, other) in (-4..=4).flat_map(|one| (-4..=4).map(move |other| (one, other))) {
                let heights: Vec<i32> = raw.iter().map(|row| one * i32::from(row.1) + other * i32::from(row.2)).collect();
                let top: Vec<i32> = heights.iter().zip(&raw).filter(|(_, row)| row.0 > 0).map(|(height, _)| *height).collect();
                let level = top.iter().all(|height| *height == top[0]);
                let below = heights.iter().all(|height| *height <= top[0]) && heights.iter().any(|height| *height < top[0]);
                found |= level && below;
            }
            prop_assert_eq!(told(&counts, &columns), found);
        }
    }
}
