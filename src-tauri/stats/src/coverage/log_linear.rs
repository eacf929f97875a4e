//! Log-linear models of a capture table, all of them side by side. None is selected: on one table they can differ threefold.

use super::super::undefined::Undefined;
use super::poisson::{Fit, fit};
use super::{CaptureTable, both, real};

/// All hierarchical models up to interactions of two lists.
#[derive(Debug, Clone, PartialEq)]
pub struct LogLinear {
    /// Things observed.
    pub observed: u64,
    /// The models: fewer interactions first, then in the order of the lists.
    pub models: Vec<LogLinearModel>,
}

/// One model: the pairs of lists that may depend on each other, and what follows.
#[derive(Debug, Clone, PartialEq)]
pub struct LogLinearModel {
    /// The interactions, each a pair of places of lists, the lower first, in ascending order.
    pub interactions: Vec<(usize, usize)>,
    /// Its numbers, or why it has none: where the cells cannot tell its terms apart, or a mean tends to 0 or infinity.
    pub fit: Result<LogLinearFit, Undefined>,
}

/// The numbers of a model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogLinearFit {
    /// The total: observed + unseen.
    pub estimate: f64,
    /// Things expected on no list.
    pub unseen: f64,
    /// Deviance from the table.
    pub deviance: f64,
    /// Cells less parameters.
    pub df: u32,
    /// Akaike's criterion, deviance + 2 per parameter, less that of the best model here: at least 0.
    pub aic_difference: f64,
    /// The Bayesian criterion, deviance + ln(observed) per parameter, less that of the best model here: at least 0.
    pub bic_difference: f64,
}

impl LogLinear {
    /// Returns the model that Akaike's criterion puts first, the earlier of two alike.
    #[must_use]
    pub fn best_aic(&self) -> Option<&LogLinearModel> {
        self.least(|fit| fit.aic_difference)
    }

    /// Returns the model that the Bayesian criterion puts first, the earlier of two alike.
    #[must_use]
    pub fn best_bic(&self) -> Option<&LogLinearModel> {
        self.least(|fit| fit.bic_difference)
    }

    fn least(&self, by: impl Fn(&LogLinearFit) -> f64) -> Option<&LogLinearModel> {
        let fitted = self.models.iter().filter_map(|model| model.fit.as_ref().ok().map(|fit| (model, by(fit))));
        fitted.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(model, _)| model)
    }
}

/// Fits every Poisson log-linear model of three to five lists that has all lists as terms and any set of interactions of two lists: 8,
/// 64 or 1,024 models. The mean of the cell on no list is what is unseen.
///
/// Source: Fienberg, S. E. (1972), Biometrika 59, 591-603; Cormack, R. M. (1989), Biometrics 45, 395-413. Where two lists share nothing
/// their interaction is minus infinity: their common cells have mean 0 and the rest is fitted without them, as in Fienberg, S. E. and
/// Rinaldo, A. (2012), Ann. Stat. 40, 996-1023; the interaction still counts as a parameter.
///
/// # Errors
/// `FewerThanThreeLists`, `MoreThanFiveLists`, `NZero`, `EmptyList`, `NoPairwiseOverlap`; `NotConverged` where no model has a number.
pub fn log_linear(table: &CaptureTable) -> Result<LogLinear, Undefined> {
    table.modelled()?;
    let mut models: Vec<LogLinearModel> = sets_of(&table.pairs()).map(|pairs| model(table, pairs)).collect();
    // A stable sort: models of one size keep the order of their interactions.
    models
        .sort_by(|one, other| (one.interactions.len(), &one.interactions).cmp(&(other.interactions.len(), &other.interactions)));
    let minimum = |by: fn(&LogLinearFit) -> f64| {
        models.iter().filter_map(|model| model.fit.as_ref().ok().map(by)).min_by(f64::total_cmp).ok_or(Undefined::NotConverged)
    };
    let (best_aic, best_bic) = (minimum(|fit| fit.aic_difference)?, minimum(|fit| fit.bic_difference)?);
    for fit in models.iter_mut().filter_map(|model| model.fit.as_mut().ok()) {
        fit.aic_difference -= best_aic;
        fit.bic_difference -= best_bic;
    }
    Ok(LogLinear { observed: table.observed(), models })
}

fn sets_of(pairs: &[(usize, usize)]) -> impl Iterator<Item = Vec<(usize, usize)>> {
    let taken = move |set: usize| (0..).zip(pairs).filter(|(bit, _)| set >> bit & 1 == 1).map(|(_, pair)| *pair).collect();
    (0..1_usize << pairs.len()).map(taken)
}

// The criteria themselves stand where their differences will.
fn model(table: &CaptureTable, interactions: Vec<(usize, usize)>) -> LogLinearModel {
    let observed = real(table.observed());
    let terms = 1 + table.lists() + interactions.len();
    let cells = (1 << table.lists()) - 1_usize;
    let numbers = |found: Fit| {
        let unseen = found.means.first().copied().ok_or(Undefined::Malformed)?;
        let parameters = real(terms as u64);
        Ok(LogLinearFit {
            estimate: observed + unseen,
            unseen,
            deviance: found.deviance,
            df: u32::try_from(cells.saturating_sub(terms)).unwrap_or(0),
            aic_difference: found.deviance + 2.0 * parameters,
            bic_difference: found.deviance + libm::log(observed) * parameters,
        })
    };
    let fit = fitted(table, &interactions, None).and_then(numbers);
    LogLinearModel { interactions, fit }
}

/// Fits one model, with a number of unseen things or without.
pub(super) fn fitted(table: &CaptureTable, interactions: &[(usize, usize)], unseen: Option<f64>) -> Result<Fit, Undefined> {
    let (sharing, apart): (Vec<usize>, Vec<usize>) =
        interactions.iter().map(|pair| both(*pair)).partition(|pair| table.at_least(*pair) > 0);
    let known = table.patterns().skip(1).map(|(on, count)| {
        // Nothing is ever on two lists whose interaction is minus infinity.
        let possible = apart.iter().all(|pair| on & pair != *pair);
        possible.then(|| real(count))
    });
    let cells: Vec<Option<f64>> = std::iter::once(unseen).chain(known).collect();
    let terms: Vec<usize> = std::iter::once(0).chain((0..table.lists()).map(|list| 1 << list)).chain(sharing).collect();
    fit(&cells, &terms)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{hepatitis, kosovo, of_ascending, relabelled};
    use super::*;
    use proptest::prelude::*;

    fn unseen_of(table: &CaptureTable, interactions: &[(usize, usize)]) -> Result<f64, Undefined> {
        let models = log_linear(table).unwrap().models;
        models.into_iter().find(|model| model.interactions == interactions).unwrap().fit.map(|fit| fit.unseen)
    }

    fn near(got: f64, wanted: f64) {
        assert!((got - wanted).abs() <= 1e-9 * wanted.abs().max(1.0), "{got} against {wanted}");
    }

    #[test]
    fn three_lists_give_eight_models_that_differ_threefold() {
        let all = log_linear(&hepatitis()).unwrap();
        assert_eq!(all.models.len(), 8);
        assert_eq!(all.best_aic().unwrap().interactions, [(0, 1), (0, 2), (1, 2)]);
        assert_eq!(all.best_aic(), all.best_bic());
        let estimates: Vec<f64> = all.models.iter().map(|model| model.fit.unwrap().estimate.round()).collect();
        assert_eq!(estimates, [388.0, 416.0, 393.0, 413.0, 463.0, 527.0, 452.0, 1_313.0]);
        assert_eq!(all.models.iter().map(|model| model.fit.unwrap().df).collect::<Vec<_>>(), [3, 2, 2, 2, 1, 1, 1, 0]);
    }

    #[test]
    fn four_and_five_lists_give_all_models() {
        let four = log_linear(&kosovo()).unwrap();
        assert_eq!(four.models.len(), 64);
        assert!(
            four.models.iter().all(|model| model.fit.is_ok_and(|fit| fit.aic_difference >= 0.0 && fit.bic_difference >= 0.0))
        );
        let five = log_linear(&of_ascending(5, &(1..32).collect::<Vec<_>>())).unwrap();
        assert_eq!(five.models.len(), 1_024);
        assert_eq!(five.best_bic().unwrap().fit.unwrap().bic_difference, 0.0);
    }

    #[test]
    fn lists_that_share_nothing_have_an_interaction_without_cells() {
        // Lists 0 and 2 share nothing. Both depend on nothing else: list 1 is independent of the two together.
        let table = of_ascending(3, &[30, 40, 6, 50, 0, 9, 0]);
        near(unseen_of(&table, &[(0, 2)]).unwrap(), 40.0 * 80.0 / 15.0);
        // With 0 and 1 dependent too, 2 is independent of 1 where 0 is not.
        near(unseen_of(&table, &[(0, 1), (0, 2)]).unwrap(), 40.0 * 50.0 / 9.0);
        assert_eq!(unseen_of(&table, &[(0, 1), (0, 2), (1, 2)]), Err(Undefined::CollinearTerms));
        // The numbers are where those of ever rarer matches tend to.
        let rarer = of_ascending(3, &[30_000_000, 40_000_000, 6_000_000, 50_000_000, 1, 9_000_000, 0]);
        near(unseen_of(&rarer, &[(0, 2)]).unwrap() / 1e6, 40.0 * 80.000_001 / 15.0);
    }

    #[test]
    fn a_model_whose_estimate_is_at_infinity_says_so() {
        // On exactly lists 0 and 1 there is nothing, on all three there is: with all interactions what is unseen has no bound.
        let table = of_ascending(3, &[30, 40, 0, 50, 7, 9, 3]);
        assert_eq!(unseen_of(&table, &[(0, 1), (0, 2), (1, 2)]), Err(Undefined::NotConverged));
        assert!(log_linear(&table).unwrap().models.iter().filter(|model| model.fit.is_ok()).count() >= 6);
    }

    #[test]
    fn tables_without_a_model_are_refused() {
        assert_eq!(log_linear(&of_ascending(2, &[5, 7, 3])), Err(Undefined::FewerThanThreeLists));
        assert_eq!(log_linear(&of_ascending(6, &[5, 7, 3])), Err(Undefined::MoreThanFiveLists));
        assert_eq!(log_linear(&of_ascending(3, &[5, 7, 3])), Err(Undefined::EmptyList));
        assert_eq!(log_linear(&of_ascending(3, &[5, 7, 0, 3])), Err(Undefined::NoPairwiseOverlap));
        // Everything is on all lists: what is unseen tends to nothing.
        assert_eq!(log_linear(&of_ascending(3, &[0, 0, 0, 0, 0, 0, 5])), Err(Undefined::NotConverged));
        // A single thing.
        assert!(log_linear(&of_ascending(3, &[0, 0, 0, 0, 0, 0, 1])).is_err());
    }

    #[test]
    fn huge_counts_are_fitted() {
        let big = 1_000_000_000;
        let table = of_ascending(3, &[big, big, big, big, big, big, big]);
        near(unseen_of(&table, &[(0, 1), (0, 2), (1, 2)]).unwrap() / 1e9, 1.0);
    }

    proptest! {
        // Closed forms. Source: Bishop, Fienberg and Holland (1975), Discrete Multivariate Analysis, chapter 6.
        #[test]
        fn closed_forms_come_out(cells in prop::collection::vec(1_u64..200, 7)) {
            let table = of_ascending(3, &cells);
            let x = |on: usize| real(table.exactly(on));
            near(unseen_of(&table, &[(0, 1)]).unwrap(), x(4) * (x(1) + x(2) + x(3)) / (x(5) + x(6) + x(7)));
            near(unseen_of(&table, &[(0, 1), (0, 2)]).unwrap(), x(2) * x(4) / x(6));
            near(unseen_of(&table, &[(0, 1), (0, 2), (1, 2)]).unwrap(), x(7) * x(1) * x(2) * x(4) / (x(3) * x(5) * x(6)));
            // Independent lists: the total N solves 1 - observed/N = product of (1 - list/N).
            let total = real(table.observed()) + unseen_of(&table, &[]).unwrap();
            let outside: f64 = [1, 2, 4].into_iter().map(|list| 1.0 - real(table.at_least(list)) / total).product();
            near(1.0 - real(table.observed()) / total, outside);
        }

        #[test]
        fn more_terms_never_fit_worse(cells in prop::collection::vec(1_u64..60, 15)) {
            let models = log_linear(&of_ascending(4, &cells)).unwrap().models;
            let deviance = |set: &[(usize, usize)]| models.iter().find(|model| model.interactions == set).unwrap().fit.unwrap().deviance;
            let all = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];
            let path: Vec<f64> = (0..=6).map(|taken| deviance(&all[..taken])).collect();
            prop_assert!(path.windows(2).all(|two| two[1] <= two[0] + 1e-7), "{path:?}");
        }

        #[test]
        fn the_order_of_lists_does_not_matter(cells in prop::collection::vec(0_u64..40, 7), order in Just(vec![0, 1, 2]).prop_shuffle()) {
            let table = of_ascending(3, &cells);
            match (log_linear(&table), log_linear(&relabelled(&table, &order))) {
                (Ok(one), Ok(other)) => {
                    let sorted = |all: LogLinear| {
                        let mut found: Vec<f64> = all.models.iter().filter_map(|model| model.fit.ok()).map(|fit| fit.deviance).collect();
                        found.sort_by(f64::total_cmp);
                        found
                    };
                    let (one, other) = (sorted(one), sorted(other));
                    prop_assert_eq!(one.len(), other.len());
                    prop_assert!(one.iter().zip(&other).all(|(a, b)| (a - b).abs() < 1e-6), "{one:?} {other:?}");
                }
                (one, other) => prop_assert_eq!(one.err(), other.err()),
            }
        }
    }
}
