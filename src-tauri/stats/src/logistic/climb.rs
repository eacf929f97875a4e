//! The maximum of the penalised likelihood, some combinations of the coefficients held where they are.
//!
//! Sums are taken row by row: products of whole matrices may use other instructions on another machine and end in another digit.

use super::design::{Design, Pattern};
use crate::Undefined;
use nalgebra::{Cholesky, DMatrix, DVector, Dyn};

const STEPS_MAX: u32 = 500;
// After so many steps the second derivative is worth its price.
const SIMPLE_STEPS_MAX: u32 = 15;
const HALVINGS_MAX: u32 = 60;
const DOUBLINGS_MAX: u32 = 20;
// No coefficient of an orthogonal column moves by more than this in one step.
const STEP_MAX: f64 = 5.0;
// The rise that the last step may promise. Where coefficients are so large that nearly all chances are 0 or 1 the score is lost in
// rounding earlier: there it is enough that a step which promises little gains nothing.
const RISE: f64 = 1e-18;
const RISE_ROUNDED: f64 = 1e-9;
// The rounding of a log-likelihood.
const ROUNDING: f64 = 1e-13;
// Curvature added along held combinations, in multiples of the largest there is.
const STIFFNESS: f64 = 100.0;

/// The penalised likelihood at some coefficients.
#[derive(Debug, Clone)]
pub(super) struct Point {
    /// Its logarithm.
    pub value: f64,
    /// Nearly the second derivative with its sign turned, decomposed.
    ///
    /// The penalty acts as h/2 more events and h/2 more others in each row, h its entry in the hat matrix: this is the information of
    /// the rows enlarged in this way. With the information alone steps would be up to twice too long where rows are few.
    pub curvature: Cholesky<f64, Dyn>,
    /// The modified score: how steep it is.
    pub score: DVector<f64>,
}

/// A maximum.
#[derive(Debug, Clone)]
pub(super) struct Fit {
    /// Coefficients of the orthogonal columns.
    pub coefficients: DVector<f64>,
    /// The penalised likelihood there.
    pub at: Point,
}

/// Climbs from `start` to the maximum by Newton's steps; the combinations `held` of the coefficients stay as they are there.
pub(super) fn climb(design: &Design, start: DVector<f64>, held: &[DVector<f64>]) -> Result<Fit, Undefined> {
    let at = point(design, &start).ok_or(Undefined::NotConverged)?;
    let mut fit = Fit { coefficients: start, at };
    for steps in 0..STEPS_MAX {
        let bent = if steps < SIMPLE_STEPS_MAX { None } else { second_derivative(design, &fit.coefficients, held) };
        let (step, rise) =
            step(&fit.at.score, bent.as_ref().unwrap_or(&fit.at.curvature), held).ok_or(Undefined::NotConverged)?;
        let scale = 1.0 + fit.at.value.abs();
        if rise.abs() <= RISE * scale {
            return Ok(fit);
        }
        match next(design, &fit, &step) {
            // Beside a saddle the simple curvature makes steps far too short.
            Some((next, 0)) if bent.is_none() && steps >= SIMPLE_STEPS_MAX => fit = lengthened(design, &fit, next),
            Some((next, 0)) => fit = next,
            _ if rise.abs() <= RISE_ROUNDED * scale => return Ok(fit),
            Some((next, _)) => fit = next,
            None => return Err(Undefined::NotConverged),
        }
    }
    Err(Undefined::NotConverged)
}

// Goes along a step as far as the value does not fall; also how often the step had to be halved.
fn next(design: &Design, fit: &Fit, step: &DVector<f64>) -> Option<(Fit, u32)> {
    let longest = step.amax();
    let mut share = if longest > STEP_MAX { STEP_MAX / longest } else { 1.0 };
    let least = fit.at.value - ROUNDING * (1.0 + fit.at.value.abs());
    for halvings in 0..HALVINGS_MAX {
        let coefficients = &fit.coefficients + step * share;
        if let Some(at) = point(design, &coefficients).filter(|at| at.value >= least) {
            return Some((Fit { coefficients, at }, halvings));
        }
        share /= 2.0;
    }
    None
}

// Goes on in the same direction, twice as far each time, as long as the value rises.
fn lengthened(design: &Design, from: &Fit, mut fit: Fit) -> Fit {
    let mut step = &fit.coefficients - &from.coefficients;
    for _ in 0..DOUBLINGS_MAX {
        let coefficients = &fit.coefficients + &step;
        match point(design, &coefficients) {
            Some(at) if at.value > fit.at.value => fit = Fit { coefficients, at },
            _ => break,
        }
        step *= 2.0;
    }
    fit
}

// Newton's step, less what would move the held combinations: for each the part along its own direction. With it the rise that it promises
// twice over: the step times the part of the score that is not held, both small near the maximum.
fn step(score: &DVector<f64>, curvature: &Cholesky<f64, Dyn>, held: &[DVector<f64>]) -> Option<(DVector<f64>, f64)> {
    let (mut step, mut score) = (curvature.solve(score), score.clone());
    if !held.is_empty() {
        let directions: Vec<DVector<f64>> = held.iter().map(|combination| curvature.solve(combination)).collect();
        let cells = directions.iter().flat_map(|direction| held.iter().map(move |combination| combination.dot(direction)));
        let inner = DMatrix::from_iterator(held.len(), held.len(), cells);
        let moved = DVector::from_iterator(held.len(), held.iter().map(|combination| combination.dot(&step)));
        let shares = Cholesky::new(inner)?.solve(&moved);
        for ((combination, direction), share) in held.iter().zip(&directions).zip(shares.iter()) {
            step.axpy(-share, direction, 1.0);
            score.axpy(-share, combination, 1.0);
        }
    }
    let rise = step.dot(&score);
    rise.is_finite().then_some((step, rise))
}

// The chance of the outcome, and that of the other one, each without cancellation.
fn chances(pattern: &Pattern, coefficients: &DVector<f64>) -> (f64, f64) {
    let linear = pattern.x.dot(coefficients);
    let tail = libm::exp(-linear.abs());
    let (less_likely, more_likely) = (tail / (1.0 + tail), 1.0 / (1.0 + tail));
    if linear < 0.0 { (less_likely, more_likely) } else { (more_likely, less_likely) }
}

// Nothing where the information is not positive definite: the penalised likelihood is 0 there.
fn point(design: &Design, coefficients: &DVector<f64>) -> Option<Point> {
    let mut log_likelihood = 0.0;
    for pattern in &design.patterns {
        let linear = pattern.x.dot(coefficients);
        // The logarithm of the larger chance is -ln(1 + exp(-|linear|)), that of the other one less by |linear|.
        let unlikely = if linear < 0.0 { pattern.events } else { pattern.rows - pattern.events };
        log_likelihood -= pattern.rows * libm::log1p(libm::exp(-linear.abs())) + unlikely * linear.abs();
    }
    let information = information(design, coefficients)?;
    let triangle = information.l_dirty();
    let ln_determinant: f64 = triangle.diagonal().iter().map(|entry| 2.0 * libm::log(*entry)).sum();
    let (mut score, mut curvature) = (DVector::zeros(design.width()), DMatrix::zeros(design.width(), design.width()));
    for pattern in &design.patterns {
        let (chance, other) = chances(pattern, coefficients);
        let hat = chance * other * triangle.solve_lower_triangular(&pattern.x)?.norm_squared();
        let residual = pattern.events * other - (pattern.rows - pattern.events) * chance;
        score.axpy(residual + pattern.rows * hat * (other - chance) / 2.0, &pattern.x, 1.0);
        curvature.ger(pattern.rows * (1.0 + hat) * chance * other, &pattern.x, &pattern.x, 1.0);
    }
    let value = log_likelihood + ln_determinant / 2.0;
    value.is_finite().then_some(Point { value, curvature: Cholesky::new(curvature)?, score })
}

fn information(design: &Design, coefficients: &DVector<f64>) -> Option<Cholesky<f64, Dyn>> {
    let mut information = DMatrix::zeros(design.width(), design.width());
    for pattern in &design.patterns {
        let (chance, other) = chances(pattern, coefficients);
        information.ger(pattern.rows * chance * other, &pattern.x, &pattern.x, 1.0);
    }
    Cholesky::new(information)
}

// The second derivative with its sign turned. With w = p(1 - p), the hat matrix's entry h, and v the row taken through the root of the
// information, it is: sum w xx' - sum h (1 - 6w) xx'/2, and half the scalar products of the matrices sum w (1 - 2p) x_j vv'.
fn bends(design: &Design, coefficients: &DVector<f64>) -> Option<DMatrix<f64>> {
    let width = design.width();
    let information = information(design, coefficients)?;
    let (mut bends, mut moves) = (DMatrix::zeros(width, width), DMatrix::zeros(width * width, width));
    for pattern in &design.patterns {
        let (chance, other) = chances(pattern, coefficients);
        let (weight, outer) = (chance * other, information.l_dirty().solve_lower_triangular(&pattern.x)?);
        let hat = weight * outer.norm_squared();
        bends.ger(pattern.rows * (weight - hat * (1.0 - 6.0 * weight) / 2.0), &pattern.x, &pattern.x, 1.0);
        let products = outer.iter().flat_map(|one| outer.iter().map(move |two| one * two));
        let products = DVector::from_iterator(width * width, products);
        moves.ger(pattern.rows * weight * (other - chance), &products, &pattern.x, 1.0);
    }
    let scalar = moves.column_iter().flat_map(|one| moves.column_iter().map(move |two| one.dot(&two) / 2.0));
    Some(bends + DMatrix::from_iterator(width, width, scalar))
}

// The second derivative where it is positive definite across the directions that are free: what it is along the held ones makes no
// difference to a step that leaves them, so they are stiffened.
fn second_derivative(design: &Design, coefficients: &DVector<f64>, held: &[DVector<f64>]) -> Option<Cholesky<f64, Dyn>> {
    let mut bends = bends(design, coefficients)?;
    let stiffness = STIFFNESS * bends.amax();
    for combination in held {
        bends.ger(stiffness / combination.norm_squared(), combination, combination, 1.0);
    }
    Cholesky::new(bends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_derivatives_are_those_of_the_value() {
        let outcomes: Vec<bool> = (0..23).map(|i| (i * 5) % 7 > 3).collect();
        let terms = [(0..23).map(|i| f64::from(i % 4)).collect(), (0..23).map(|i| f64::from(i * i % 11)).collect::<Vec<f64>>()];
        let design = Design::of(&outcomes, &terms).unwrap();
        let here = DVector::from_vec(vec![0.4, -1.3, 2.1]);
        let (at, bends) = (point(&design, &here).unwrap(), bends(&design, &here).unwrap());
        for place in 0..3 {
            let mut aside = DVector::zeros(3);
            aside[place] = 1e-5;
            let (before, after) = (point(&design, &(&here - &aside)).unwrap(), point(&design, &(&here + &aside)).unwrap());
            assert!(((after.value - before.value) / 2e-5 - at.score[place]).abs() < 1e-8);
            let bent = (before.score - after.score) / 2e-5;
            assert!((bent - bends.column(place)).amax() < 1e-8);
        }
    }

    #[test]
    fn held_combinations_stay() {
        let outcomes: Vec<bool> = (0..23).map(|i| (i * 5) % 7 > 3).collect();
        let terms = [(0..23).map(|i| f64::from(i % 4)).collect(), (0..23).map(|i| f64::from(i * i % 11)).collect::<Vec<f64>>()];
        let design = Design::of(&outcomes, &terms).unwrap();
        let held = [DVector::from_vec(vec![1.0, -2.0, 0.5]), DVector::from_vec(vec![0.0, 1.0, 1.0])];
        let start = DVector::from_vec(vec![1.0, 1.0, 1.0]);
        let fit = climb(&design, start.clone(), &held).unwrap();
        assert!(held.iter().all(|combination| (combination.dot(&fit.coefficients) - combination.dot(&start)).abs() < 1e-12));
        // What is left of the slope is a combination of the held ones.
        let free = DVector::from_vec(vec![2.5, 1.0, -1.0]);
        assert!(held.iter().all(|combination| combination.dot(&free).abs() < 1e-12) && free.dot(&fit.at.score).abs() < 1e-7);
    }
}
