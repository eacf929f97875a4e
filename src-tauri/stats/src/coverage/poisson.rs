//! A Poisson log-linear model of a capture table, fitted by iteratively reweighted least squares.
//!
//! Every column of the design is 0 or 1: a term is a pattern, and it counts in the cells whose pattern holds it. So every sum that the
//! equations need runs over the cells that hold two terms.

use super::super::undefined::Undefined;
use nalgebra::{Cholesky, DMatrix, DVector};

// A model without finite estimates moves by about 1 in every step: the limit ends it, long before a mean underflows.
const STEPS_MAX: u32 = 100;
// Steps shrink quadratically: after one of this size the next is below the digits of a double.
const STEP_MIN: f64 = 1e-7;
// A pivot that loses all but this part of its diagonal is a column that the others make up.
const PIVOT_MIN: f64 = 1e-12;

/// A fitted model.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// The mean of every cell by pattern, also of those that were left out of the fit.
    pub means: Vec<f64>,
    /// Twice the logarithm of the likelihood ratio against the table itself, over the cells of the fit.
    pub deviance: f64,
}

/// Fits the model with these terms to the cells that have a count, by pattern. A count need not be whole: the profile of a total
/// passes any number of unseen things. Source: Nelder, J. A. and Wedderburn, R. W. M. (1972), J. R. Stat. Soc. A 135, 370-384.
///
/// # Errors
/// `CollinearTerms` where the cells cannot tell the terms apart; `NotConverged` where a mean tends to 0 or infinity.
pub fn fit(cells: &[Option<f64>], terms: &[usize]) -> Result<Fit, Undefined> {
    // The start: least squares of the logarithm of each count.
    let weight = |count: f64| count + 0.5;
    let weights: Vec<f64> = cells.iter().map(|cell| cell.map_or(0.0, weight)).collect();
    let pulls = cells.iter().map(|cell| cell.map_or(0.0, |count| weight(count) * libm::log(weight(count)) - 0.5));
    let mut betas = solved(&weights, &pulls.collect::<Vec<_>>(), terms).ok_or(Undefined::CollinearTerms)?;
    let mut likelihood = likelihood_of(cells, &predictors(cells.len(), terms, &betas));
    for _ in 0..STEPS_MAX {
        let means: Vec<f64> = predictors(cells.len(), terms, &betas).into_iter().map(libm::exp).collect();
        let inside: Vec<f64> = cells.iter().zip(&means).map(|(cell, mean)| cell.map_or(0.0, |_| *mean)).collect();
        let misses: Vec<f64> = cells.iter().zip(&means).map(|(cell, mean)| cell.map_or(0.0, |count| count - mean)).collect();
        let step = solved(&inside, &misses, terms).ok_or(Undefined::NotConverged)?;
        let small = step.amax() < STEP_MIN;
        let mut next = &betas + &step;
        let mut reached = likelihood_of(cells, &predictors(cells.len(), terms, &next));
        // The likelihood has one top: a step that leads down, by more than rounding does, was too long.
        let floor = likelihood - 1e-10 * (1.0 + likelihood.abs());
        let mut share = 1.0;
        while !small && (reached.is_nan() || reached < floor) && share > 1e-9 {
            share /= 2.0;
            next = &betas + &step * share;
            reached = likelihood_of(cells, &predictors(cells.len(), terms, &next));
        }
        (betas, likelihood) = (next, reached);
        if small {
            let means: Vec<f64> = predictors(cells.len(), terms, &betas).into_iter().map(libm::exp).collect();
            let deviance = deviance_of(cells, &means);
            let finite = deviance.is_finite() && means.iter().all(|mean| mean.is_finite());
            return if finite { Ok(Fit { means, deviance }) } else { Err(Undefined::NotConverged) };
        }
    }
    Err(Undefined::NotConverged)
}

// Solves the weighted normal equations, or returns nothing where they do not tell the terms apart.
fn solved(weights: &[f64], pulls: &[f64], terms: &[usize]) -> Option<DVector<f64>> {
    let pairs = terms.iter().flat_map(|one| terms.iter().map(move |other| one | other));
    let information = DMatrix::from_iterator(terms.len(), terms.len(), pairs.map(|pattern| sum_holding(weights, pattern)));
    let right = DVector::from_iterator(terms.len(), terms.iter().map(|term| sum_holding(pulls, *term)));
    let diagonal = information.diagonal();
    let root = Cholesky::new(information)?;
    let pivots = root.l_dirty().diagonal();
    let apart = pivots.iter().zip(diagonal.iter()).all(|(pivot, whole)| pivot * pivot > PIVOT_MIN * whole);
    let found = root.solve(&right);
    (apart && found.iter().all(|beta| beta.is_finite())).then_some(found)
}

// Sums over the cells whose pattern holds a term.
fn sum_holding(values: &[f64], term: usize) -> f64 {
    values.iter().enumerate().filter(|(pattern, _)| pattern & term == term).map(|(_, value)| value).sum()
}

fn predictors(cells: usize, terms: &[usize], betas: &DVector<f64>) -> Vec<f64> {
    let held = |pattern: usize| terms.iter().zip(betas.iter()).filter(move |(term, _)| pattern & **term == **term);
    (0..cells).map(|pattern| held(pattern).map(|(_, beta)| beta).sum()).collect()
}

fn likelihood_of(cells: &[Option<f64>], predictors: &[f64]) -> f64 {
    let given = cells.iter().zip(predictors).filter_map(|(cell, predictor)| cell.map(|count| (count, *predictor)));
    given.map(|(count, predictor)| count * predictor - libm::exp(predictor)).sum()
}

fn deviance_of(cells: &[Option<f64>], means: &[f64]) -> f64 {
    let given = cells.iter().zip(means).filter_map(|(cell, mean)| cell.map(|count| (count, *mean)));
    let part = |(count, mean): (f64, f64)| if count > 0.0 { count * libm::log(count / mean) - (count - mean) } else { mean };
    2.0 * given.map(part).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_saturated_model_returns_its_cells() {
        let fitted = fit(&[None, Some(5.0), Some(7.0), Some(3.0)], &[0, 1, 2]).unwrap();
        for (mean, wanted) in fitted.means.iter().zip([35.0 / 3.0, 5.0, 7.0, 3.0]) {
            assert!((mean - wanted).abs() < 1e-9, "{fitted:?}");
        }
        assert!(fitted.deviance.abs() < 1e-9);
    }

    #[test]
    fn what_has_no_finite_estimate_is_refused() {
        // The cell without a count lies on the line of three others of which one is 0.
        assert_eq!(fit(&[None, Some(5.0), Some(7.0), Some(0.0)], &[0, 1, 2]), Err(Undefined::NotConverged));
        assert_eq!(fit(&[None, Some(0.0), Some(7.0), Some(3.0)], &[0, 1, 2]), Err(Undefined::NotConverged));
        assert_eq!(fit(&[None, Some(0.0), Some(0.0), Some(0.0)], &[0]), Err(Undefined::NotConverged));
        assert_eq!(fit(&[None, Some(5.0), Some(7.0), Some(3.0)], &[0, 1, 1]), Err(Undefined::CollinearTerms));
        assert_eq!(fit(&[None, Some(5.0), Some(7.0), Some(3.0)], &[0, 1, 2, 3]), Err(Undefined::CollinearTerms));
        assert_eq!(fit(&[None, None], &[0]), Err(Undefined::CollinearTerms));
        assert!(fit(&[Some(f64::NAN), Some(1.0)], &[0]).is_err());
        assert!(fit(&[Some(f64::INFINITY), Some(1.0)], &[0]).is_err());
    }

    #[test]
    fn counts_far_apart_are_fitted() {
        let fitted =
            fit(&[None, Some(1e9), Some(1.0), Some(1e3), Some(2e9), Some(3.0), Some(9e8), Some(5.0)], &[0, 1, 2, 4]).unwrap();
        assert!(fitted.means.iter().all(|mean| *mean > 0.0 && mean.is_finite()));
    }

    proptest! {
        // The equations of the maximum: every term's margin is that of the data.
        #[test]
        fn margins_of_the_fit_are_those_of_the_data(counts in prop::collection::vec(1_u32..200, 7), terms in 0_usize..7) {
            let cells: Vec<Option<f64>> = std::iter::once(None).chain(counts.iter().map(|count| Some(f64::from(*count)))).collect();
            let terms: Vec<usize> = [0, 1, 2, 4].into_iter().chain([3, 5, 6].into_iter().enumerate().filter(|(i, _)| terms >> i & 1 == 1).map(|(_, t)| t)).collect();
            let fitted = fit(&cells, &terms).unwrap();
            for term in terms {
                let sum = |values: Vec<f64>| sum_holding(&values, term);
                let data = sum(cells.iter().map(|cell| cell.unwrap_or(0.0)).collect());
                let model = sum(cells.iter().zip(&fitted.means).map(|(cell, mean)| cell.map_or(0.0, |_| *mean)).collect());
                prop_assert!((data - model).abs() < 1e-8 * data, "{term}: {data} {model}");
            }
            prop_assert!(fitted.deviance > -1e-9);
        }
    }
}
