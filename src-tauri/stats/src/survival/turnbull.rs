//! The distribution of times of which only brackets are known: Turnbull's nonparametric maximum likelihood estimate.

use super::{
    bounds::Bracket,
    count,
    maximum::{Cover, Maximum, maximum},
};
use crate::Undefined;

// A share below this is one that the likelihood gives nothing.
const NO_SHARE: f64 = 1e-12;

/// A share of the units and where it lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mass {
    /// Where: later than `after` and not later than `by`. Where inside, the data do not tell.
    pub within: Bracket,
    /// The share, in (0, 1].
    pub share: f64,
}

/// The share for which the event has not come by a time, as far as the estimate tells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SurvivalBetween {
    /// If all of the share that may lie on either side of the time lies before it.
    pub low: f64,
    /// If it lies after it. Equal to `low` outside the brackets of the shares.
    pub high: f64,
}

/// The estimate.
#[derive(Debug, Clone, PartialEq)]
pub struct Distribution {
    /// Where the shares lie, in the order of time. They add up to 1.
    pub masses: Vec<Mass>,
    /// Units.
    pub n: u64,
    /// The logarithm of the likelihood, natural.
    pub log_likelihood: f64,
    /// No distribution has a log-likelihood that is higher by more than this.
    pub gap: f64,
    /// The last time at which anything was known. Curves are not drawn on beyond it.
    pub end: f64,
    // The sum of the shares from each on. Summed from the far end, a curve that comes down to 0 does so exactly.
    later: Vec<f64>,
}

/// Returns the distribution under which the brackets are most likely. Where all times are exact or censored it is Kaplan-Meier's.
///
/// Only brackets between a lower end and the upper end next to it can hold a share. With `P_i` the sum of the shares inside bracket i,
/// `sum ln P_i` is maximised by turns of expectation and maximisation, `s_j <- s_j mean_i ([j in i] / P_i)`, and of iterative convex
/// minorants (Newton's steps for the cumulative shares with the diagonal of the second derivatives, made monotone by pooling, and
/// halved until the likelihood rises). The shares are the only ones that attain the maximum: each possible place is the last of one
/// bracket at least, which ties its cumulative share to an earlier one.
///
/// The moments at which one looked must not depend on the times themselves beyond what the brackets say, and units that would not have
/// been seen had they ended sooner must not be given: late entry is not allowed for. Limits: the bootstrap is not
/// consistent for this estimate, so none are given; [`super::Brackets`] gives outer ones that assume nothing.
///
/// Sources: Turnbull, B. W. (1976), J. R. Stat. Soc. B 38, 290-295; Wellner, J. A. and Zhan, Y. (1997), J. Am. Stat. Assoc. 92,
/// 945-959; the gap and the gradients: Gentleman, R. and Geyer, C. J. (1994), Biometrika 81, 618-623.
///
/// # Errors
/// No units; a bracket that ends before it begins, or lies at infinity; iterations that do not settle.
pub fn turnbull(units: &[Bracket]) -> Result<Distribution, Undefined> {
    let units = units.iter().copied().map(Bracket::checked).collect::<Result<Vec<_>, _>>()?;
    let places = places_of(&units);
    let cover = |unit: &Bracket| Cover {
        from: places.partition_point(|place| place.lower.order(&lower_point(unit)).is_lt()),
        to: places.partition_point(|place| place.by <= unit.by),
        units: 1,
    };
    let Maximum { mut shares, log_likelihood, gap } = maximum(units.iter().map(cover).collect(), places.len())?;
    shares.iter_mut().filter(|share| **share < NO_SHARE).for_each(|share| *share = 0.0);
    let all: f64 = shares.iter().sum();
    let mass = |(place, share): (&Place, f64)| Mass { within: place.bracket(), share: share / all };
    let masses: Vec<Mass> = places.iter().zip(shares).filter(|(_, share)| *share > 0.0).map(mass).collect();
    let mut later: Vec<f64> = masses
        .iter()
        .rev()
        .scan(0.0, |sum, mass| {
            *sum += mass.share;
            Some(f64::min(*sum, 1.0))
        })
        .collect();
    later.reverse();
    let finite = units.iter().flat_map(|unit| [unit.after, unit.by]).filter(|end| end.is_finite());
    let end = finite.fold(f64::NEG_INFINITY, f64::max);
    Ok(Distribution { masses, n: count(units.len()), log_likelihood, gap, end, later })
}

impl Distribution {
    /// Returns the share for which the event has not come by a time.
    ///
    /// # Errors
    /// A time after the last at which anything was known, or one that is not finite.
    pub fn at(&self, time: f64) -> Result<SurvivalBetween, Undefined> {
        if !time.is_finite() {
            return Err(Undefined::Malformed);
        }
        if time > self.end {
            return Err(Undefined::BeyondFollowUp);
        }
        let next = self.masses.partition_point(|mass| mass.within.by <= time);
        let later = |place: usize| self.later.get(place).copied().unwrap_or(0.0);
        let high = later(next);
        let open = self.masses.get(next).is_some_and(|mass| mass.within.after < time);
        Ok(SurvivalBetween { low: if open { later(next + 1) } else { high }, high })
    }

    /// Returns the bracket that holds the time by which the event has come for a `share` in (0, 1).
    ///
    /// # Errors
    /// A share outside (0, 1); one that is not reached before the last time at which anything was known.
    pub fn time_done(&self, share: f64) -> Result<Bracket, Undefined> {
        if !(share > 0.0 && share < 1.0) {
            return Err(Undefined::Malformed);
        }
        let mut sum = 0.0;
        let reaches = |mass: &&Mass| {
            sum += mass.share;
            // Shares are the result of iterations: one that should be equal to the asked one may lack the last digits.
            sum >= share - 1e-8
        };
        let within = self.masses.iter().find(reaches).map(|mass| mass.within).ok_or(Undefined::NotReached)?;
        if within.by < f64::INFINITY { Ok(within) } else { Err(Undefined::NotReached) }
    }
}

// An end of a bracket, in an order in which ends at one time follow each other as: the lower end of an exact time (just before it), upper
// ends (at it), other lower ends (just after it).
#[derive(Debug, Clone, Copy, PartialEq)]
struct Point(f64, u8);

impl Point {
    const fn upper(time: f64) -> Self {
        Self(time, 1)
    }

    fn order(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0).then(self.1.cmp(&other.1))
    }
}

// A place that can hold a share: a lower end and the upper end next to it.
#[derive(Debug, Clone, Copy)]
struct Place {
    lower: Point,
    by: f64,
}

impl Place {
    const fn bracket(&self) -> Bracket {
        Bracket { after: self.lower.0, by: self.by }
    }
}

fn lower_point(unit: &Bracket) -> Point {
    Point(unit.after, if unit.is_exact() { 0 } else { 2 })
}

fn places_of(units: &[Bracket]) -> Vec<Place> {
    let mut points: Vec<Point> = units.iter().flat_map(|unit| [lower_point(unit), Point::upper(unit.by)]).collect();
    points.sort_unstable_by(Point::order);
    let mut places = Vec::new();
    let mut lower = None;
    for point in points {
        if point.1 != 1 {
            lower = Some(point);
        } else if let Some(lower) = lower.take() {
            places.push(Place { lower, by: point.0 });
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::{Brackets, Followed, kaplan_meier};
    use proptest::prelude::*;

    const NEVER: f64 = f64::INFINITY;

    fn brackets(raw: &[(f64, f64)]) -> Vec<Bracket> {
        raw.iter().map(|(after, by)| Bracket { after: *after, by: *by }).collect()
    }

    fn masses(raw: &[(f64, f64)]) -> Vec<(f64, f64, f64)> {
        let found = turnbull(&brackets(raw)).unwrap();
        found.masses.iter().map(|mass| (mass.within.after, mass.within.by, (mass.share * 1e6).round() / 1e6)).collect()
    }

    #[test]
    fn small_cases_by_hand() {
        assert_eq!(masses(&[(0.0, 2.0), (1.0, 3.0)]), [(1.0, 2.0, 1.0)], "where both may be, both are");
        assert_eq!(masses(&[(0.0, 1.0), (1.0, 2.0)]), [(0.0, 1.0, 0.5), (1.0, 2.0, 0.5)]);
        assert_eq!(masses(&[(0.0, 1.0), (0.0, 3.0), (2.0, 3.0)]), [(0.0, 1.0, 0.5), (2.0, 3.0, 0.5)]);
        // One look each, at 1, 2 and 3: there, not yet, there. The nearest rising shares are a half, a half, one.
        assert_eq!(
            masses(&[(f64::NEG_INFINITY, 1.0), (2.0, NEVER), (f64::NEG_INFINITY, 3.0)]),
            [(f64::NEG_INFINITY, 1.0, 0.5), (2.0, 3.0, 0.5)]
        );
        // An exact time inside another's bracket draws it in; one at its open end does not.
        assert_eq!(masses(&[(2.0, 2.0), (1.0, 3.0)]), [(2.0, 2.0, 1.0)]);
        assert_eq!(masses(&[(2.0, 2.0), (2.0, 3.0)]), [(2.0, 2.0, 0.5), (2.0, 3.0, 0.5)]);
        assert_eq!(masses(&[(2.0, 2.0), (1.0, 2.0)]), [(2.0, 2.0, 1.0)]);
        assert_eq!(masses(&[(5.0, NEVER), (8.0, NEVER)]), [(8.0, NEVER, 1.0)], "nothing has come");
    }

    #[test]
    fn the_cosmesis_curve_is_the_published_one() {
        // Breast retraction after radiotherapy: Finkelstein, D. M. and Wolfe, R. A. (1985), Biometrics 41, 933-945. Shares: Klein, J. P.
        // and Moeschberger, M. L. (2003), Survival Analysis, 2nd ed., section 5.2.
        let mut raw = vec![
            (0.0, 7.0),
            (0.0, 8.0),
            (0.0, 5.0),
            (4.0, 11.0),
            (5.0, 12.0),
            (5.0, 11.0),
            (6.0, 10.0),
            (7.0, 16.0),
            (7.0, 14.0),
            (11.0, 15.0),
            (11.0, 18.0),
            (17.0, 25.0),
            (17.0, 25.0),
            (19.0, 35.0),
            (18.0, 26.0),
            (25.0, 37.0),
            (26.0, 40.0),
            (27.0, 34.0),
            (36.0, 44.0),
            (36.0, 48.0),
            (37.0, 44.0),
        ];
        let never = [
            15.0, 17.0, 18.0, 22.0, 24.0, 24.0, 32.0, 33.0, 34.0, 36.0, 36.0, 37.0, 37.0, 37.0, 38.0, 40.0, 45.0, 46.0, 46.0,
            46.0, 46.0, 46.0, 46.0, 46.0, 46.0,
        ];
        raw.extend(never.map(|after| (after, NEVER)));
        let found = turnbull(&brackets(&raw)).unwrap();
        for (time, survival) in
            [(4.0, 1.0), (6.0, 0.954), (7.0, 0.920), (11.0, 0.832), (24.0, 0.761), (33.0, 0.668), (38.0, 0.586)]
        {
            let at = found.at(time).unwrap();
            assert!((at.low - survival).abs() < 6e-4 && (at.high - survival).abs() < 6e-4, "{time}: {at:?}");
        }
        // The book's last share, .467, stops short of the maximum; this is expectation and maximisation 200,000 times over (numpy).
        let at = found.at(44.0).unwrap();
        assert!((at.low - 0.465_558).abs() < 1e-6 && (at.high - 0.465_558).abs() < 1e-6, "{at:?}");
        assert_eq!(found.at(49.0), Err(Undefined::BeyondFollowUp));
    }

    #[test]
    fn inside_a_bracket_only_bounds_are_told() {
        let found = turnbull(&brackets(&[(0.0, 4.0), (4.0, 8.0)])).unwrap();
        assert_eq!(found.at(0.0), Ok(SurvivalBetween { low: 1.0, high: 1.0 }));
        assert_eq!(found.at(2.0), Ok(SurvivalBetween { low: 0.5, high: 1.0 }));
        assert_eq!(found.at(4.0), Ok(SurvivalBetween { low: 0.5, high: 0.5 }));
        assert_eq!(found.at(8.0), Ok(SurvivalBetween { low: 0.0, high: 0.0 }));
        assert_eq!(found.time_done(0.5), Ok(Bracket { after: 0.0, by: 4.0 }));
        assert_eq!(found.time_done(0.75), Ok(Bracket { after: 4.0, by: 8.0 }));
        let open = turnbull(&brackets(&[(0.0, 4.0), (6.0, NEVER)])).unwrap();
        assert_eq!((open.time_done(0.75), open.at(7.0)), (Err(Undefined::NotReached), Err(Undefined::BeyondFollowUp)));
    }

    #[test]
    fn what_has_no_distribution_is_refused() {
        assert_eq!(turnbull(&[]).unwrap_err(), Undefined::NZero);
        for raw in [(2.0, 1.0), (f64::NAN, 1.0), (1.0, f64::NAN), (NEVER, NEVER)] {
            assert_eq!(turnbull(&brackets(&[raw])).unwrap_err(), Undefined::Malformed, "{raw:?}");
        }
        // Nothing at all is known: all of the share lies anywhere, and no time can be asked for.
        let nothing = turnbull(&brackets(&[(f64::NEG_INFINITY, NEVER)])).unwrap();
        assert_eq!((nothing.masses.len(), nothing.at(0.0)), (1, Err(Undefined::BeyondFollowUp)));
        let found = turnbull(&brackets(&[(0.0, 1.0)])).unwrap();
        assert_eq!((found.at(f64::NAN), found.time_done(1.0)), (Err(Undefined::Malformed), Err(Undefined::Malformed)));
    }

    fn any_bracket() -> impl Strategy<Value = (f64, f64)> {
        let from = |after: u8| f64::from(after);
        prop_oneof![
            (0_u8..25).prop_map(move |time| (from(time), from(time))),
            (0_u8..25, 1_u8..10).prop_map(move |(after, wide)| (from(after), from(after + wide))),
            (0_u8..25).prop_map(move |after| (from(after), NEVER)),
            (1_u8..25).prop_map(move |by| (f64::NEG_INFINITY, from(by))),
        ]
    }

    proptest! {
        #[test]
        fn with_exact_and_censored_times_it_is_kaplan_meier(raw in prop::collection::vec((0_u8..25, any::<bool>()), 1..60)) {
            let bracket = |(time, event): &(u8, bool)| (f64::from(*time), if *event { f64::from(*time) } else { NEVER });
            let followed = |(time, event): &(u8, bool)| Followed { entry: None, time: f64::from(*time), event: *event };
            let found = turnbull(&brackets(&raw.iter().map(bracket).collect::<Vec<_>>())).unwrap();
            let curve = kaplan_meier(&raw.iter().map(followed).collect::<Vec<_>>(), None, 0.95).unwrap();
            for step in &curve.steps {
                let at = found.at(step.time).unwrap();
                prop_assert!((at.low - step.survival).abs() < 1e-9 && (at.high - step.survival).abs() < 1e-9);
            }
        }

        // Gentleman and Geyer's condition, checked without the code above: no share moved to any place would raise the likelihood.
        #[test]
        fn no_other_distribution_is_likelier(raw in prop::collection::vec(any_bracket(), 1..40)) {
            let units = brackets(&raw);
            let found = turnbull(&units).unwrap();
            let inside = |unit: &Bracket, within: &Bracket| {
                let starts = within.after >= unit.after && (!unit.is_exact() || within.is_exact());
                let exact_at_open_end = within.is_exact() && !unit.is_exact() && within.after <= unit.after;
                starts && !exact_at_open_end && within.by <= unit.by
            };
            let of_unit = |unit: &Bracket| -> f64 {
                found.masses.iter().filter(|mass| inside(unit, &mass.within)).map(|mass| mass.share).sum()
            };
            let shares: Vec<f64> = units.iter().map(of_unit).collect();
            prop_assert!(shares.iter().all(|share| *share > 0.0), "{shares:?}");
            // A point a little before, at and a little after each end reaches every set of brackets that can hold a point together.
            for end in raw.iter().flat_map(|(after, by)| [*after, *by]) {
                let end = end.clamp(-1.0, 1e3);
                for point in [end - 0.25, end, end + 0.25] {
                    let holds = |unit: &Bracket| if unit.is_exact() { point == unit.by } else { unit.after < point && point <= unit.by };
                    let gain: f64 = units.iter().zip(&shares).filter(|(unit, _)| holds(unit)).map(|(_, share)| 1.0 / share).sum();
                    prop_assert!(gain / units.len() as f64 <= 1.0 + 1e-8, "{point} {gain} {found:?}");
                }
            }
            let all: f64 = found.masses.iter().map(|mass| mass.share).sum();
            prop_assert!((all - 1.0).abs() < 1e-12);
            let turned: Vec<Bracket> = units.iter().rev().copied().collect();
            prop_assert_eq!(turnbull(&turned).unwrap(), found);
        }

        #[test]
        fn it_lies_in_the_bounds_that_assume_nothing(raw in prop::collection::vec(any_bracket(), 1..40), asked in 0_u8..35) {
            let units = brackets(&raw);
            let (found, bounds) = (turnbull(&units).unwrap(), Brackets::of(&units).unwrap());
            if let Ok(at) = found.at(f64::from(asked)) {
                let sharp = bounds.at(f64::from(asked), 0.95).unwrap();
                prop_assert!(at.low <= at.high);
                prop_assert!(at.low >= 1.0 - sharp.high - 1e-8 && at.high <= 1.0 - sharp.low + 1e-8, "{at:?} {sharp:?}");
            }
        }
    }
}
