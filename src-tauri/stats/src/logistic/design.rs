//! The columns of a regression, made orthogonal and of one length, and its rows, like ones counted together.
//!
//! Orthogonal columns keep the digits where terms are far from 0, of very different size, or nearly a combination of others.

use crate::Undefined;
use nalgebra::{DMatrix, DVector};
use std::cmp::Ordering;

// A column whose part outside the span of those before it is shorter than this share of it is a combination of them.
const SPAN: f64 = 1e-7;

/// Like rows of a regression.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    /// Its entries in the orthogonal columns; their mean square over all rows is 1.
    pub x: DVector<f64>,
    /// Rows of this kind.
    pub rows: f64,
    /// Those with the outcome.
    pub events: f64,
}

/// A regression's rows and columns.
#[derive(Debug, Clone)]
pub(super) struct Design {
    /// Rows, in an order of their own: results do not depend on that given.
    pub patterns: Vec<Pattern>,
    // Mean and standard deviation of each term.
    scales: Vec<(f64, f64)>,
    // The columns (1, then the terms with mean 0 and standard deviation 1) are the orthogonal ones times this upper triangle.
    triangle: DMatrix<f64>,
}

impl Design {
    /// Takes columns; refuses what no regression can be made of.
    pub(super) fn of(outcomes: &[bool], terms: &[Vec<f64>]) -> Result<Self, Undefined> {
        if terms.iter().any(|term| term.len() != outcomes.len() || term.iter().any(|value| !value.is_finite())) {
            return Err(Undefined::Malformed);
        }
        if outcomes.is_empty() {
            return Err(Undefined::NZero);
        }
        let row = |(place, outcome): (usize, &bool)| {
            let values: Option<Vec<f64>> = terms.iter().map(|term| term.get(place).copied()).collect();
            values.map(|values| (values, *outcome))
        };
        let mut rows = outcomes.iter().enumerate().map(row).collect::<Option<Vec<_>>>().ok_or(Undefined::Malformed)?;
        rows.sort_by(|one, other| by_values(&one.0, &other.0).then(one.1.cmp(&other.1)));
        let scales = (0..terms.len()).map(|term| scale(&rows, term)).collect::<Result<Vec<_>, _>>()?;
        let mut patterns = patterns(&rows, &scales);
        let triangle = orthogonal(&mut patterns, terms.len() + 1).ok_or(Undefined::CollinearTerms)?;
        if outcomes.iter().all(|outcome| *outcome) || !outcomes.iter().any(|outcome| *outcome) {
            return Err(Undefined::NoVariation);
        }
        Ok(Self { patterns, scales, triangle })
    }

    /// Returns the number of coefficients.
    pub(super) fn width(&self) -> usize {
        self.scales.len() + 1
    }

    /// Returns, for the intercept and each term as given, the combination of the orthogonal columns' coefficients that its own is.
    pub(super) fn coefficients(&self) -> Option<Vec<DVector<f64>>> {
        let width = self.width();
        // The coefficients times the triangle are those of the orthogonal columns.
        let solved = |of: &dyn Fn(usize) -> f64| {
            let combination = DVector::from_iterator(width, (0..width).map(of));
            self.triangle.tr_solve_upper_triangular(&combination)
        };
        let to_zero = |place: usize| place.checked_sub(1).and_then(|term| self.scales.get(term)).map_or(1.0, |(m, s)| -m / s);
        let mut all = vec![solved(&to_zero)?];
        for (term, (_, deviation)) in self.scales.iter().enumerate() {
            all.push(solved(&|place| if place == term + 1 { 1.0 / deviation } else { 0.0 })?);
        }
        Some(all)
    }

    /// Returns half the logarithm of the information's determinant in the terms as given less that in the orthogonal columns.
    pub(super) fn ln_scale(&self) -> f64 {
        let scales: f64 = self.scales.iter().map(|(_, deviation)| libm::log(*deviation)).sum();
        scales + self.triangle.diagonal().iter().map(|length| libm::log(*length)).sum::<f64>()
    }
}

fn by_values(one: &[f64], other: &[f64]) -> Ordering {
    one.iter().zip(other).map(|(a, b)| a.total_cmp(b)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

fn scale(rows: &[(Vec<f64>, bool)], term: usize) -> Result<(f64, f64), Undefined> {
    let values = || rows.iter().filter_map(|(values, _)| values.get(term).copied());
    let n = real(rows.len());
    let first = values().next().unwrap_or_default();
    // Counted from the first value, which loses fewer digits where all are large and near each other.
    let mean = first + values().map(|value| value - first).sum::<f64>() / n;
    let deviation = (values().map(|value| (value - mean) * (value - mean)).sum::<f64>() / n).sqrt();
    if !(mean.is_finite() && deviation.is_finite()) {
        return Err(Undefined::Malformed);
    }
    let largest = values().fold(0.0_f64, |largest, value| largest.max(value.abs()));
    // Less is the rounding of a constant, or a spread that the digits of the numbers hardly show.
    if deviation <= 1e-13 * largest || deviation < 1e-150 { Err(Undefined::CollinearTerms) } else { Ok((mean, deviation)) }
}

fn patterns(rows: &[(Vec<f64>, bool)], scales: &[(f64, f64)]) -> Vec<Pattern> {
    rows.chunk_by(|one, other| by_values(&one.0, &other.0).is_eq())
        .filter_map(|like| {
            let scaled = like.first()?.0.iter().zip(scales).map(|(value, (mean, deviation))| (value - mean) / deviation);
            let x = DVector::from_iterator(scales.len() + 1, std::iter::once(1.0).chain(scaled));
            Some(Pattern { x, rows: real(like.len()), events: real(like.iter().filter(|row| row.1).count()) })
        })
        .collect()
}

// Takes from each column its part in the span of those before it (Gram-Schmidt, done twice) and returns the triangle that makes the
// columns out of the orthogonal ones; nothing where a column is a combination of those before it.
fn orthogonal(patterns: &mut [Pattern], width: usize) -> Option<DMatrix<f64>> {
    let roots = DVector::from_iterator(patterns.len(), patterns.iter().map(|pattern| pattern.rows.sqrt()));
    let unit = roots.norm();
    let mut basis: Vec<DVector<f64>> = Vec::with_capacity(width);
    let mut triangle = DMatrix::zeros(width, width);
    for place in 0..width {
        let values = patterns.iter().zip(roots.iter()).map(|(pattern, root)| pattern.x.get(place).map_or(0.0, |x| x * root));
        let mut column = DVector::from_iterator(patterns.len(), values);
        let length = column.norm();
        for _ in 0..2 {
            for (row, other) in basis.iter().enumerate() {
                let part = other.dot(&column);
                column.axpy(-part, other, 1.0);
                *triangle.get_mut((row, place))? += part / unit;
            }
        }
        let outside = column.norm();
        if outside.is_nan() || outside <= SPAN * length {
            return None;
        }
        *triangle.get_mut((place, place))? = outside / unit;
        basis.push(column / outside);
    }
    for (row, (pattern, root)) in patterns.iter_mut().zip(roots.iter()).enumerate() {
        for (entry, column) in pattern.x.iter_mut().zip(&basis) {
            *entry = column.get(row)? * unit / root;
        }
    }
    Some(triangle)
}

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
const fn real(count: usize) -> f64 {
    count as f64
}
