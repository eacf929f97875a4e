//! Poisson regression of counts on terms, with the exposure of each period and a dispersion.

use super::{count, real, separation::separated};
use crate::{
    Undefined, quantile,
    special::{t_quantile, t_sf},
};
use nalgebra::{DMatrix, DVector};

const ITERATIONS_MAX: usize = 100;
const HALVINGS_MAX: usize = 30;
// Fitted logarithms settle when none moves by more than this share of 1 and itself.
const SETTLED: f64 = 1e-9;
// A column whose part that the columns before it do not explain is smaller than this share of it is taken as explained.
const EXPLAINED: f64 = 1e-9;

/// What a fit says of a term.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Term {
    /// The coefficient: the logarithm of the factor by which the rate changes for one unit of the term.
    pub coefficient: f64,
    /// Its standard error if counts vary as Poisson ones.
    pub se_poisson: f64,
    /// The same times the square root of the dispersion as it was found, which may be below 1.
    pub se_quasi: f64,
    /// Two-sided chance by the t distribution with that error; nothing where the fit is perfect.
    pub p_quasi: Option<f64>,
    /// Standard error to report: with the dispersion, or 1 where it is less.
    pub se: f64,
    /// Lower limit of the coefficient, with this error and the t distribution.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
    /// Two-sided chance with this error, in [0, 1].
    pub p: f64,
}

impl Term {
    /// Returns the factor by which the rate changes for one unit of the term, with its limits.
    #[must_use]
    pub fn factor(&self) -> (f64, f64, f64) {
        (libm::exp(self.coefficient), libm::exp(self.low), libm::exp(self.high))
    }
}

/// A fit.
#[derive(Debug, Clone, PartialEq)]
pub struct PoissonFit {
    /// The intercept first, then the terms in their order.
    pub terms: Vec<Term>,
    /// Fitted counts, one for each period.
    pub fitted: Vec<f64>,
    /// Deviance.
    pub deviance: f64,
    /// Pearson's chi-squared by the residual degrees of freedom.
    pub dispersion: f64,
    /// Residual degrees of freedom: periods less terms, the intercept being one.
    pub df_residual: u64,
}

/// Returns the Poisson regression `ln E(count) = ln(exposure) + b_0 + sum b_k x_k`, with limits at a two-sided `level` such as 0.95. One
/// column for each term, each as long as `counts`; the intercept is added. Without `exposure` each period counts as 1.
///
/// Maximum likelihood by iteratively reweighted least squares in the orthonormal basis of the columns, steps halved where the deviance
/// would rise. Covariance `(X' diag(m) X)^-1` at the fitted counts m; dispersion `sum (y - m)² / m` by the residual degrees of freedom;
/// limits and chances by the t distribution with these. The errors to report never use a dispersion below 1: counts do not vary less
/// than Poisson ones but by chance. Periods that depend on their neighbours are not allowed for.
///
/// Sources: Nelder, J. A. and Wedderburn, R. W. M. (1972), J. R. Stat. Soc. A 135, 370-384; dispersion: Wedderburn, R. W. M. (1974),
/// Biometrika 61, 439-447.
///
/// # Errors
/// No periods; lengths that differ; a number that is not finite; an exposure that is not above 0; no event; no residual degrees of
/// freedom; a column that is a combination of others; a level outside (0, 1). `Separated` where the likelihood has no maximum: a term
/// all of whose periods are without events would have an infinite coefficient.
pub fn poisson_regression(
    counts: &[u64],
    columns: &[Vec<f64>],
    exposure: Option<&[f64]>,
    level: f64,
) -> Result<PoissonFit, Undefined> {
    quantile(0.5 + level / 2.0).filter(|_| level > 0.0).ok_or(Undefined::Malformed)?;
    let offset = offsets(counts, columns, exposure)?;
    if counts.iter().all(|count| *count == 0) {
        return Err(Undefined::NoEvents);
    }
    let df_residual = count(counts.len()).checked_sub(count(columns.len()) + 1).filter(|df| *df > 0);
    let df_residual = df_residual.ok_or(Undefined::NoResidualDegreesOfFreedom)?;
    let y = DVector::from_iterator(counts.len(), counts.iter().map(|count| real(*count)));
    let Design { scales, basis, triangle } = factored(counts.len(), columns)?;
    if separated(&y, &basis)? {
        return Err(Undefined::Separated);
    }
    let fit = Fit { y, offset, basis };
    let (inner, fitted) = fit.maximised()?;
    // From the basis back to the columns. Products of matrices are left out: the library's differ from machine to machine.
    let coefficients = triangle.solve_upper_triangular(&inner).ok_or(Undefined::CollinearTerms)?;
    let root = fit.information(&fitted).cholesky().ok_or(Undefined::NotConverged)?.unpack();
    let variance = |place: usize| {
        let mut row = DVector::zeros(columns.len() + 1);
        *row.get_mut(place)? = 1.0;
        root.solve_lower_triangular(&triangle.tr_solve_upper_triangular(&row)?).map(|part| part.norm_squared())
    };
    // Without events the part is m itself, also where m is too small to divide by.
    let part = |(y, m): (&f64, &f64)| if *y > 0.0 { (y - m) * (y - m) / m } else { *m };
    let pearson: f64 = fit.y.iter().zip(fitted.iter()).map(part).sum();
    let dispersion = pearson / real(df_residual);
    let told = |(place, (coefficient, scale)): (usize, (&f64, &f64))| {
        term(coefficient / scale, variance(place)?.sqrt() / scale, dispersion, real(df_residual), level)
    };
    let terms =
        coefficients.iter().zip(&scales).enumerate().map(told).collect::<Option<Vec<_>>>().ok_or(Undefined::NotConverged)?;
    Ok(PoissonFit { terms, deviance: fit.deviance(&fitted), fitted: fitted.iter().copied().collect(), dispersion, df_residual })
}

fn term(coefficient: f64, se_poisson: f64, dispersion: f64, df: f64, level: f64) -> Option<Term> {
    let chance = |se: f64| (2.0 * t_sf((coefficient / se).abs(), df)).min(1.0);
    let se_quasi = se_poisson * dispersion.sqrt();
    let se = se_poisson * dispersion.max(1.0).sqrt();
    let reach = t_quantile(0.5 + level / 2.0, df)? * se;
    // What is left of a perfect fit is rounding.
    let p_quasi = (dispersion > 1e-14).then(|| chance(se_quasi));
    let (low, high) = (coefficient - reach, coefficient + reach);
    let sound = coefficient.is_finite() && se.is_finite() && se > 0.0;
    sound.then(|| Term { coefficient, se_poisson, se_quasi, p_quasi, se, low, high, p: chance(se) })
}

// The logarithms of the exposures, once all lengths and numbers are sound.
fn offsets(counts: &[u64], columns: &[Vec<f64>], exposure: Option<&[f64]>) -> Result<DVector<f64>, Undefined> {
    let n = counts.len();
    let sound = |column: &Vec<f64>| column.len() == n && column.iter().all(|value| value.is_finite());
    if !columns.iter().all(sound) || exposure.is_some_and(|exposure| exposure.len() != n) {
        return Err(Undefined::Malformed);
    }
    if n == 0 {
        return Err(Undefined::NZero);
    }
    let Some(exposure) = exposure else { return Ok(DVector::zeros(n)) };
    if !exposure.iter().all(|part| part.is_finite()) {
        return Err(Undefined::Malformed);
    }
    if exposure.iter().any(|part| *part <= 0.0) {
        return Err(Undefined::ZeroExposure);
    }
    Ok(DVector::from_iterator(n, exposure.iter().map(|part| libm::log(*part))))
}

// The columns with the intercept first.
struct Design {
    // The largest value of each column without its sign.
    scales: Vec<f64>,
    // An orthonormal basis of the columns divided by their scales.
    basis: DMatrix<f64>,
    // What makes them of the basis.
    triangle: DMatrix<f64>,
}

fn factored(n: usize, columns: &[Vec<f64>]) -> Result<Design, Undefined> {
    let size = |column: &Vec<f64>| column.iter().fold(0.0, |most: f64, value| most.max(value.abs()));
    let scales: Vec<f64> = std::iter::once(1.0).chain(columns.iter().map(size)).collect();
    // An empty column is the most simple combination of others.
    if scales.iter().any(|scale| *scale <= 0.0) {
        return Err(Undefined::CollinearTerms);
    }
    let ones = std::iter::repeat_n(1.0, n);
    let scaled =
        columns.iter().zip(scales.iter().skip(1)).flat_map(|(column, scale)| column.iter().map(move |value| value / scale));
    let design = DMatrix::from_iterator(n, columns.len() + 1, ones.chain(scaled));
    let norms: Vec<f64> = design.column_iter().map(|column| column.norm()).collect();
    let factors = design.qr();
    let triangle = factors.r();
    if triangle.diagonal().iter().zip(&norms).any(|(left, norm)| left.abs() <= EXPLAINED * norm) {
        return Err(Undefined::CollinearTerms);
    }
    Ok(Design { scales, basis: factors.q(), triangle })
}

struct Fit {
    y: DVector<f64>,
    offset: DVector<f64>,
    basis: DMatrix<f64>,
}

impl Fit {
    fn maximised(&self) -> Result<(DVector<f64>, DVector<f64>), Undefined> {
        let mut coefficients = self.start()?;
        let mut logs = self.logs(&coefficients);
        let mut deviance = self.deviance(&logs.map(libm::exp));
        for _ in 0..ITERATIONS_MAX {
            if !deviance.is_finite() {
                return Err(Undefined::NotConverged);
            }
            let fitted = logs.map(libm::exp);
            let step = self.solved(&fitted, &(&self.y - &fitted))?;
            let mut part = 1.0;
            let tries = std::iter::repeat_with(|| {
                let tried = &coefficients + &step * part;
                let tried_logs = self.logs(&tried);
                let tried_deviance = self.deviance(&tried_logs.map(libm::exp));
                part *= 0.5;
                (tried, tried_logs, tried_deviance)
            });
            let better = tries.take(HALVINGS_MAX).find(|(.., tried)| *tried <= deviance + 1e-9 * (1.0 + deviance));
            let Some((next, next_logs, next_deviance)) = better else { return Err(Undefined::NotConverged) };
            let most = logs
                .iter()
                .zip(next_logs.iter())
                .fold(0.0, |most: f64, (one, other)| most.max((one - other).abs() / (1.0 + one.abs())));
            (coefficients, logs, deviance) = (next, next_logs, next_deviance);
            // A step that had to be halved says nothing of the distance.
            if most <= SETTLED && part >= 0.5 {
                return Ok((coefficients, logs.map(libm::exp)));
            }
        }
        Err(Undefined::NotConverged)
    }

    fn logs(&self, coefficients: &DVector<f64>) -> DVector<f64> {
        &self.basis * coefficients + &self.offset
    }

    // The least-squares fit of the logarithms of the counts, moved off 0, with these as weights.
    fn start(&self) -> Result<DVector<f64>, Undefined> {
        let weights = self.y.map(|y| y + 0.1);
        let logs = weights.map(libm::log) - &self.offset;
        self.solved(&weights, &logs.component_mul(&weights))
    }

    // (B' diag(m) B)^-1 B' v in the basis B.
    fn solved(&self, fitted: &DVector<f64>, v: &DVector<f64>) -> Result<DVector<f64>, Undefined> {
        let solved = self.information(fitted).cholesky().ok_or(Undefined::NotConverged)?.solve(&self.basis.tr_mul(v));
        if solved.iter().all(|value| value.is_finite()) { Ok(solved) } else { Err(Undefined::NotConverged) }
    }

    fn information(&self, fitted: &DVector<f64>) -> DMatrix<f64> {
        let mut weighted = self.basis.clone();
        for mut column in weighted.column_iter_mut() {
            column.component_mul_assign(fitted);
        }
        self.basis.tr_mul(&weighted)
    }

    fn deviance(&self, fitted: &DVector<f64>) -> f64 {
        // The logarithm of a ratio near 1 would lose the digits that are left of y - m.
        let log_part = |y: f64, m: f64| if y > 0.0 { y * libm::log1p((y - m) / m) } else { 0.0 };
        let parts = self.y.iter().zip(fitted.iter()).map(|(y, m)| log_part(*y, *m) - (y - m));
        (2.0 * parts.sum::<f64>()).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(got: f64, wanted: f64, share: f64) {
        assert!((got - wanted).abs() <= share * wanted.abs().max(1e-3), "{got:e} against {wanted:e}");
    }

    fn line(n: u32) -> Vec<f64> {
        (0..n).map(f64::from).collect()
    }

    #[test]
    fn two_groups_by_hand() {
        // Group means 2 and 5 of three periods each: the coefficient is ln 2.5 with variance 1/6 + 1/15.
        let counts = [1, 2, 3, 4, 5, 6];
        let group = vec![0.0, 0.0, 0.0, 1.0, 1.0, 1.0];
        let fit = poisson_regression(&counts, &[group], None, 0.95).unwrap();
        near(fit.terms[0].coefficient, 2.0_f64.ln(), 1e-12);
        near(fit.terms[1].coefficient, 2.5_f64.ln(), 1e-12);
        near(fit.terms[1].se_poisson, (1.0 / 6.0 + 1.0 / 15.0_f64).sqrt(), 1e-12);
        near(fit.dispersion, (1.0 + 0.4) / 4.0, 1e-12);
        assert_eq!(fit.df_residual, 4);
        // Less dispersed than Poisson counts: the errors to report are not narrowed.
        near(fit.terms[1].se, fit.terms[1].se_poisson, 1e-15);
        assert!(fit.terms[1].se_quasi < fit.terms[1].se && fit.terms[1].p_quasi.unwrap() < fit.terms[1].p);
        near(fit.terms[1].high - fit.terms[1].coefficient, 2.776_445_105_197_799 * fit.terms[1].se, 1e-9);
    }

    #[test]
    fn without_terms_the_rate_is_the_plain_one() {
        let fit = poisson_regression(&[3, 0, 9], &[], Some(&[10.0, 10.0, 20.0]), 0.95).unwrap();
        near(fit.terms[0].coefficient, (12.0_f64 / 40.0).ln(), 1e-12);
        near(fit.terms[0].se_poisson, (1.0 / 12.0_f64).sqrt(), 1e-12);
        assert!(fit.dispersion > 1.0 && fit.terms[0].se > fit.terms[0].se_poisson);
    }

    #[test]
    fn what_has_no_fit_is_refused() {
        let refused = |counts: &[u64], columns: &[Vec<f64>], exposure: Option<&[f64]>| {
            poisson_regression(counts, columns, exposure, 0.95).unwrap_err()
        };
        assert_eq!(refused(&[], &[], None), Undefined::NZero);
        assert_eq!(refused(&[0, 0, 0], &[], None), Undefined::NoEvents);
        assert_eq!(refused(&[4], &[], None), Undefined::NoResidualDegreesOfFreedom);
        assert_eq!(refused(&[1, 2], &[line(2)], None), Undefined::NoResidualDegreesOfFreedom);
        assert_eq!(refused(&[1, 2, 3], &[line(2)], None), Undefined::Malformed);
        assert_eq!(refused(&[1, 2, 3], &[], Some(&[1.0, 1.0])), Undefined::Malformed);
        assert_eq!(refused(&[1, 2, 3], &[vec![0.0, f64::NAN, 1.0]], None), Undefined::Malformed);
        assert_eq!(refused(&[1, 2, 3], &[], Some(&[1.0, 0.0, 1.0])), Undefined::ZeroExposure);
        assert_eq!(refused(&[1, 2, 3, 4], &[vec![2.0; 4]], None), Undefined::CollinearTerms, "the intercept again");
        assert_eq!(refused(&[1, 2, 3, 4], &[vec![0.0; 4]], None), Undefined::CollinearTerms);
        let double: Vec<f64> = line(6).iter().map(|x| 3.0 * x - 7.0).collect();
        assert_eq!(refused(&[1, 2, 3, 4, 2, 1], &[line(6), double], None), Undefined::CollinearTerms);
        for level in [0.0, 1.0, f64::NAN] {
            assert_eq!(poisson_regression(&[1, 2, 3], &[], None, level).unwrap_err(), Undefined::Malformed);
        }
    }

    #[test]
    fn a_term_without_events_has_no_finite_coefficient() {
        let step = vec![0.0, 0.0, 0.0, 1.0, 1.0, 1.0];
        assert_eq!(poisson_regression(&[0, 0, 0, 4, 2, 3], &[step], None, 0.95).unwrap_err(), Undefined::Separated);
        assert_eq!(poisson_regression(&[0, 0, 0, 0, 0, 7], &[line(6)], None, 0.95).unwrap_err(), Undefined::Separated);
        // A rate that falls to nothing has one, though the last fitted counts are too small for a number.
        let mut falling = vec![1_000_000, 1];
        falling.extend([0; 98]);
        let fit = poisson_regression(&falling, &[line(100)], None, 0.95).unwrap();
        assert!((fit.terms[1].coefficient + 1e6_f64.ln()).abs() < 1e-3, "{:?}", fit.terms[1]);
        // Zeros on both sides leave a maximum.
        let fit = poisson_regression(&[0, 0, 3, 0, 0], &[line(5)], None, 0.95).unwrap();
        assert!(fit.terms[1].coefficient.abs() < 1e-9 && fit.terms[1].p > 0.999);
    }

    #[test]
    fn equal_counts_are_a_perfect_fit() {
        let fit = poisson_regression(&[4; 8], &[line(8)], None, 0.95).unwrap();
        assert_eq!(fit.terms[1].p_quasi, None);
        assert!(fit.deviance < 1e-12 && fit.terms[1].p > 0.999_999 && fit.terms[1].se > 0.0);
    }

    #[test]
    fn scale_and_place_of_a_term_do_not_hurt() {
        let counts = [1_000_000_000, 1_000_200_000, 999_900_000, 1_000_400_000, 1_000_100_000, 1_000_500_000];
        let plain = poisson_regression(&counts, &[line(6)], None, 0.95).unwrap();
        // Seconds since 1970, a month apart; and a unit that is far too small.
        for (start, unit) in [(1.75e9, 2.6e6), (0.0, 1e-250), (0.0, 1e250)] {
            let moved: Vec<f64> = line(6).iter().map(|x| start + x * unit).collect();
            let fit = poisson_regression(&counts, &[moved], None, 0.95).unwrap();
            near(fit.terms[1].coefficient * unit, plain.terms[1].coefficient, 1e-7);
            near(fit.deviance, plain.deviance, 1e-6);
        }
    }

    proptest! {
        // The equations that only the maximum fulfils: X'(y - m) = 0.
        #[test]
        fn the_scores_vanish(
            counts in prop::collection::vec(0_u64..40, 8..30),
            noise in prop::collection::vec(-1.0_f64..1.0, 30),
            days in prop::collection::vec(1.0_f64..31.0, 30),
        ) {
            let n = counts.len();
            let columns = [line(u32::try_from(n).unwrap()), noise[..n].to_vec()];
            let fit = match poisson_regression(&counts, &columns, Some(&days[..n]), 0.95) {
                Ok(fit) => fit,
                Err(why) => {
                    // Only where hardly any period has an event is there no maximum.
                    let positive = counts.iter().filter(|count| **count > 0).count();
                    prop_assert!(why == Undefined::NoEvents || why == Undefined::Separated && positive < 3, "{why:?}");
                    return Ok(());
                }
            };
            let total: u64 = counts.iter().sum();
            let left = |column: &mut dyn Iterator<Item = f64>| -> f64 {
                counts.iter().zip(&fit.fitted).zip(column).map(|((y, m), x)| (*y as f64 - m) * x).sum()
            };
            prop_assert!(left(&mut std::iter::repeat(1.0)).abs() < 1e-7 * total as f64);
            for column in &columns {
                prop_assert!(left(&mut column.iter().copied()).abs() < 1e-6 * (1.0 + total as f64));
            }
            for term in &fit.terms {
                prop_assert!(term.low <= term.coefficient && term.coefficient <= term.high && term.se >= term.se_poisson);
                prop_assert!((0.0..=1.0).contains(&term.p));
            }
            // Twice the exposure is half the rate and nothing else.
            let double: Vec<f64> = days[..n].iter().map(|day| 2.0 * day).collect();
            let slower = poisson_regression(&counts, &columns, Some(&double), 0.95).unwrap();
            prop_assert!((slower.terms[0].coefficient + 2.0_f64.ln() - fit.terms[0].coefficient).abs() < 1e-8);
            prop_assert!((slower.terms[1].se - fit.terms[1].se).abs() < 1e-8);
        }
    }
}
