//! The model of Dawid and Skene: classes and raters' errors from ratings alone.

mod identified;
mod maximise;

use self::identified::{all_are_tied, classes_show, labels_fit};
use self::maximise::{Data, Fit, Held, maximise};
use crate::bootstrap::{Resampled, Resampling, places_of, resample};
use crate::proportion::Interval;
use crate::special::chi_squared_quantile;
use crate::undefined::Undefined;

// A rate or share nearer to 0 or 1 than this is on the edge: the alternation comes as near as it likes and never arrives.
const EDGE: f64 = 1e-9;
// Halvings of an interval of width 1: limits to about 1e-9.
const HALVINGS: u32 = 30;
// How far a start is moved from the estimate towards equal probabilities.
const SOFTENING: f64 = 0.05;

/// One rating: a rater names a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rating {
    /// Place of the rater, from 0.
    pub rater: usize,
    /// Place of the class named, from 0.
    pub class: usize,
}

/// Items that were all rated in one way. A rater may rate an item more than once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatedAlike {
    /// The ratings of each of them.
    pub ratings: Vec<Rating>,
    /// How many items there are.
    pub items: u64,
}

/// When the alternation ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stopping {
    /// It has settled when the log-likelihood moves less than this.
    pub tolerance: f64,
    /// It is given up after this many steps, at most a million.
    pub steps_max: u32,
}

impl Default for Stopping {
    fn default() -> Self {
        Self { tolerance: 1e-12, steps_max: 100_000 }
    }
}

/// What ratings say of classes and raters.
#[derive(Debug, Clone, PartialEq)]
pub struct DawidSkene {
    /// Share of each class among the items; sums to 1.
    pub prevalence: Vec<f64>,
    /// `error_rates[rater][true class][class named]`, rows summing to 1; nothing where the rater rated no item of the class.
    pub error_rates: Vec<Vec<Option<Vec<f64>>>>,
    /// `rated[rater][true class]`: the expected number of the rater's ratings of items of the class. A rater without an error among
    /// so many has `faultless_limit` beside the rate.
    pub rated: Vec<Vec<f64>>,
    /// For each way of rating, in the order given, the probability of each class.
    pub posterior: Vec<Vec<f64>>,
    /// For each way of rating the most probable class; none where two are equally probable.
    pub likeliest: Vec<Option<usize>>,
    /// Natural logarithm of the likelihood, without the constant of the multinomial.
    pub log_likelihood: f64,
    /// Steps of the alternation.
    pub steps: u32,
    /// Whether the estimate is on the edge as a whole: no rater is seen to err, or a class has no items. "No error seen" is then all
    /// that may be said.
    pub on_boundary: bool,
}

/// Returns the classes and error rates under which the ratings are most likely. With shares `p_t`, rates `e_rtl` that rater r names
/// class l for an item of class t, and `n_irl` times that rater r named l for item i, the likelihood is
/// `prod_i sum_t p_t prod_rl e_rtl^n_irl`. The alternation (EM) starts from the share of the ratings of each item that name each
/// class, so classes keep the raters' own names; a class that a rater never names given a true class keeps the rate 0.
///
/// Errors are taken to be independent given the class, and items to be independent. Raters who find the same items hard break the
/// first, items of one letter the second; see `prevalence_limits` for the second.
/// Source: Dawid, A. P. and Skene, A. M. (1979), Appl. Stat. 28, 20-28.
///
/// # Errors
/// - `NZero` without rated items; `Malformed` for a rater or class outside the list, an item without ratings, a tolerance that is not
///   above 0, fewer than two classes; `NotConverged` where the steps run out.
/// - `FewerThanThreeRatingsPerItem` where a rater rated no item with three ratings and is not tied to such an item by a chain of
///   shared items: two ratings of an item never tell error from truth.
/// - `NoVariation` where only one class is ever named.
/// - `YoudenNotPositive` where raters who guess at their own constant rates would do about as well: twice the gain in log-likelihood
///   is below the 95 % point of chi-squared with (classes - 1) degrees of freedom. Guessing fits with any shares of the classes, so
///   no share is excluded then. Also where a class is named no more often for its own items than for others: its name is void.
pub fn dawid_skene(rated: &[RatedAlike], raters: usize, classes: usize, stopping: Stopping) -> Result<DawidSkene, Undefined> {
    let (_, fit) = fitted(rated, raters, classes, stopping)?;
    let error_rates = fit.rates();
    let faultless =
        error_rates.iter().all(|of_rater| of_rater.iter().enumerate().all(|(class, row)| names_only(row.as_ref(), class)));
    let empty = fit.prevalence.iter().any(|share| *share < EDGE);
    Ok(DawidSkene {
        error_rates,
        rated: fit.sums(),
        likeliest: fit.posterior.iter().map(|row| likeliest_of(row)).collect(),
        on_boundary: faultless || empty,
        prevalence: fit.prevalence,
        posterior: fit.posterior,
        log_likelihood: fit.log_likelihood,
        steps: fit.steps,
    })
}

/// Returns likelihood limits of the share of one class: the shares at which the log-likelihood, everything else being fitted anew,
/// lies less than `design_effect` times half the chi-squared quantile (1 degree of freedom) below its greatest value. Unlike limits
/// from a standard error they are wide where ratings hardly tell error from truth, and hold at the edges. Each fit starts near the
/// estimate and keeps its names of the classes: the same fit under exchanged names is not followed. `design_effect` is the variance
/// of the share under clusters over that of independent items, at least 1.
/// Source: the profile likelihood, Venzon, D. J. and Moolgavkar, S. H. (1988), Appl. Stat. 37, 87-94.
///
/// # Errors
/// Those of `dawid_skene`, and `Malformed` for a class outside the list, a level outside (0, 1), a design effect below 1.
pub fn prevalence_limits(
    rated: &[RatedAlike],
    (raters, classes): (usize, usize),
    class: usize,
    (level, design_effect): (f64, f64),
    stopping: Stopping,
) -> Result<Interval, Undefined> {
    if !(level > 0.0 && level < 1.0 && design_effect >= 1.0 && design_effect.is_finite()) {
        return Err(Undefined::Malformed);
    }
    let (data, fit) = fitted(rated, raters, classes, stopping)?;
    let estimate = *fit.prevalence.get(class).ok_or(Undefined::Malformed)?;
    let allowed = 0.5 * chi_squared_quantile(level, 1.0) * design_effect;
    // From the very estimate a rate of 0 would stay 0, however much likelier another would be beside the share that is held.
    let even = SOFTENING / real(classes);
    let start: Vec<Vec<f64>> =
        fit.posterior.iter().map(|row| row.iter().map(|p| p * (1.0 - SOFTENING) + even).collect()).collect();
    let is_within = |share: f64| -> Result<bool, Undefined> {
        let held = maximise(&data, start.clone(), Some(Held { class, share }), stopping)?;
        Ok(fit.log_likelihood - held.log_likelihood <= allowed)
    };
    let limit = |end: f64| -> Result<f64, Undefined> {
        if (estimate - end).abs() < EDGE || is_within(end)? {
            return Ok(end);
        }
        let (mut inside, mut outside) = (estimate, end);
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(inside, outside);
            if is_within(middle)? {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        Ok(outside)
    };
    Ok(Interval { low: limit(0.0)?, high: limit(1.0)? })
}

/// Returns percentile limits of the share of each class with whole clusters drawn; `clusters` names the cluster of each way of
/// rating, so items of different clusters need rows of their own. A replicate that is refused counts as undefined.
///
/// Where ratings hardly tell error from truth these limits are too narrow, since each replicate starts from the same names:
/// `prevalence_limits` shows that. State the wider of the two.
///
/// # Errors
/// Those of `dawid_skene` and of `resample`, and `Malformed` where the lengths differ.
pub fn bootstrap_prevalence(
    rated: &[RatedAlike],
    clusters: &[usize],
    (raters, classes): (usize, usize),
    plan: Resampling,
    stopping: Stopping,
) -> Result<Vec<Result<Resampled, Undefined>>, Undefined> {
    if rated.len() != clusters.len() {
        return Err(Undefined::Malformed);
    }
    let estimates = fitted(rated, raters, classes, stopping)?.1.prevalence;
    let (many, places) = places_of(clusters);
    let mut statistics = |times: &[u32]| {
        let repeated = rated.iter().zip(&places).map(|(alike, place)| RatedAlike {
            ratings: alike.ratings.clone(),
            items: alike.items.saturating_mul(u64::from(times.get(*place).copied().unwrap_or(0))),
        });
        let repeated: Vec<RatedAlike> = repeated.filter(|alike| alike.items > 0).collect();
        fitted(&repeated, raters, classes, stopping)
            .map_or_else(|_| vec![None; classes], |(_, fit)| fit.prevalence.into_iter().map(Some).collect())
    };
    resample(many, plan, &estimates, &mut statistics)
}

/// Returns the greatest error rate that `rated` ratings without an error cannot exclude, the one-sided exact limit
/// `1 - (1 - level)^(1/rated)`, about 3/rated at a level of 0.95; nothing without ratings or with a level outside (0, 1).
/// Source: Hanley, J. A. and Lippman-Hand, A. (1983), J. Am. Med. Assoc. 249, 1743-1745.
#[must_use]
pub fn faultless_limit(rated: f64, level: f64) -> Option<f64> {
    (rated > 0.0 && level > 0.0 && level < 1.0).then(|| -libm::expm1(libm::log1p(-level) / rated))
}

fn fitted(rated: &[RatedAlike], raters: usize, classes: usize, stopping: Stopping) -> Result<(Data, Fit), Undefined> {
    let data = Data::checked(rated, raters, classes)?;
    if !(stopping.tolerance > 0.0 && stopping.tolerance.is_finite()) {
        return Err(Undefined::Malformed);
    }
    if !all_are_tied(rated, raters) {
        return Err(Undefined::FewerThanThreeRatingsPerItem);
    }
    if data.classes_named() < 2 {
        return Err(Undefined::NoVariation);
    }
    let fit = maximise(&data, data.shares_of_ratings(), None, stopping)?;
    if !classes_show(&data, &fit) || !labels_fit(&fit) {
        return Err(Undefined::YoudenNotPositive);
    }
    Ok((data, fit))
}

fn names_only(row: Option<&Vec<f64>>, class: usize) -> bool {
    row.into_iter().flatten().enumerate().all(|(named, rate)| if named == class { *rate > 1.0 - EDGE } else { *rate < EDGE })
}

fn likeliest_of(row: &[f64]) -> Option<usize> {
    let most = row.iter().copied().fold(0.0, f64::max);
    let mut near = row.iter().enumerate().filter(|(_, share)| **share >= most - EDGE).map(|(class, _)| class);
    near.next().filter(|_| near.next().is_none())
}

#[allow(clippy::cast_precision_loss, reason = "numbers of classes are small")]
const fn real(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests;
