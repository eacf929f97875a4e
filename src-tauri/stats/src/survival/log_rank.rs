//! The log-rank test of any number of groups.

use super::{kaplan_meier::Followed, real};
use crate::{Undefined, special::chi_squared_sf};
use nalgebra::{DMatrix, DVector};

/// The largest number of groups. With more, the chi-squared distribution of the statistic is no longer to be trusted anyway.
pub const GROUPS_MAX: usize = 100;

/// A comparison of curves.
#[derive(Debug, Clone, PartialEq)]
pub struct LogRank {
    /// The statistic.
    pub chi_squared: f64,
    /// Its degrees of freedom: groups that were at risk together with others, less 1 (less 1 for each set of groups that share no
    /// event time with the rest).
    pub df: u32,
    /// Chance of a statistic as large or larger if all groups have one curve, in [0, 1].
    pub p: f64,
    /// Events of each group.
    pub observed: Vec<u64>,
    /// Events of each group expected under one curve.
    pub expected: Vec<f64>,
}

/// Returns the log-rank test that all groups have one curve. Units may come under watch late; one that did so when it was over plays
/// no part. The test does not know of clusters: repeat it on one unit for each.
///
/// At each time with d events among n at risk, `n_j` of them in group j: expected `E_j = d n_j / n`, covariances
/// `d (n - d) / (n - 1) (n_j / n) ([j = k] - n_k / n)`. The statistic is `(O - E)' V^- (O - E)`.
///
/// Sources: Mantel, N. (1966), Cancer Chemother. Rep. 50, 163-170; Peto, R. and Peto, J. (1972), J. R. Stat. Soc. A 135, 185-206.
///
/// # Errors
/// Nobody at risk, a single group with units, no event, no event time that could tell groups apart, more groups than
/// [`GROUPS_MAX`], a time that is negative or not finite.
pub fn log_rank(groups: &[Vec<Followed>]) -> Result<LogRank, Undefined> {
    let mut sweep = Sweep::over(groups)?;
    sweep.run();
    let observed: Vec<u64> = sweep.observed;
    if observed.iter().all(|events| *events == 0) {
        return Err(Undefined::NoEvents);
    }
    if sweep.sizes.iter().filter(|size| **size > 0).count() < 2 {
        return Err(Undefined::NoVariation);
    }
    let excess: Vec<f64> = observed.iter().zip(&sweep.expected).map(|(events, expected)| real(*events) - expected).collect();
    let sets = connected(&sweep.ties);
    let (mut chi_squared, mut df) = (0.0, 0_u32);
    for set in sets.iter().filter(|set| set.len() > 1) {
        chi_squared += quadratic_form(&sweep.ties, &excess, set)?;
        df += u32::try_from(set.len() - 1).unwrap_or(u32::MAX);
    }
    if df == 0 {
        return Err(Undefined::NoInformativeStratum);
    }
    let p = chi_squared_sf(chi_squared, f64::from(df)).min(1.0);
    Ok(LogRank { chi_squared, df, p, observed, expected: sweep.expected })
}

struct Sweep {
    // Of each unit: when its watch ended, its group, whether with an event. In the order of time.
    exits: Vec<(f64, usize, bool)>,
    // Of each unit that came late: when, and its group. In the order of time.
    entries: Vec<(f64, usize)>,
    under: Vec<u64>,
    sizes: Vec<u64>,
    observed: Vec<u64>,
    expected: Vec<f64>,
    // For each pair of groups the negative of their covariance: none is below 0, so the sums lose nothing.
    ties: DMatrix<f64>,
}

impl Sweep {
    fn over(groups: &[Vec<Followed>]) -> Result<Self, Undefined> {
        let size = groups.len();
        if size > GROUPS_MAX {
            return Err(Undefined::Malformed);
        }
        let (mut exits, mut entries) = (Vec::new(), Vec::new());
        let (mut under, mut sizes) = (vec![0; size], vec![0; size]);
        for (place, ((group, under), size)) in groups.iter().zip(&mut under).zip(&mut sizes).enumerate() {
            for unit in group {
                if !(unit.time.is_finite() && unit.time >= 0.0 && unit.entry.is_none_or(f64::is_finite)) {
                    return Err(Undefined::Malformed);
                }
                match unit.entry {
                    Some(entry) if entry >= unit.time => continue,
                    Some(entry) => entries.push((entry, place)),
                    None => *under += 1,
                }
                *size += 1;
                // A negative zero would sort apart from a positive one.
                exits.push((unit.time + 0.0, place, unit.event));
            }
        }
        if exits.is_empty() {
            return Err(Undefined::NZero);
        }
        exits.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
        entries.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
        let (observed, expected, ties) = (vec![0; size], vec![0.0; size], DMatrix::zeros(size, size));
        Ok(Self { exits, entries, under, sizes, observed, expected, ties })
    }

    fn run(&mut self) {
        let (exits, entries) = (std::mem::take(&mut self.exits), std::mem::take(&mut self.entries));
        let mut entries = entries.iter().peekable();
        for tied in exits.chunk_by(|one, other| one.0.total_cmp(&other.0).is_eq()) {
            let time = tied.first().map_or(0.0, |exit| exit.0);
            while let Some((_, group)) = entries.next_if(|(entry, _)| *entry < time) {
                change(&mut self.under, *group, |under| under + 1);
            }
            self.events_at(tied);
            for (_, group, _) in tied {
                change(&mut self.under, *group, |under| under.saturating_sub(1));
            }
        }
    }

    fn events_at(&mut self, tied: &[(f64, usize, bool)]) {
        let mut events = 0;
        for (_, group, _) in tied.iter().filter(|(_, _, event)| *event) {
            events += 1;
            change(&mut self.observed, *group, |observed| observed + 1);
        }
        if events == 0 {
            return;
        }
        let (d, n) = (real(events), real(self.under.iter().sum()));
        for (expected, under) in self.expected.iter_mut().zip(&self.under) {
            *expected += d * (real(*under) / n);
        }
        // With one at risk, or with events for all, nothing could have been otherwise.
        let spread = if n > 1.0 { d * (n - d) / (n - 1.0) } else { 0.0 };
        for (mut column, one) in self.ties.column_iter_mut().zip(&self.under) {
            let factor = spread * (real(*one) / n);
            if factor > 0.0 {
                column.iter_mut().zip(&self.under).for_each(|(tie, other)| *tie += factor * (real(*other) / n));
            }
        }
    }
}

fn change(counts: &mut [u64], place: usize, how: impl Fn(u64) -> u64) {
    if let Some(count) = counts.get_mut(place) {
        *count = how(*count);
    }
}

// The sets of groups that event times connect, each in the order of the groups.
fn connected(ties: &DMatrix<f64>) -> Vec<Vec<usize>> {
    let mut left: Vec<usize> = (0..ties.nrows()).collect();
    let mut sets = Vec::new();
    while let Some(first) = left.first().copied() {
        let mut set = vec![first];
        left.retain(|group| *group != first);
        let mut next = 0;
        while let Some(group) = set.get(next).copied() {
            let tied = |other: &usize| ties.get((group, *other)).is_some_and(|tie| *tie > 0.0);
            set.extend(left.iter().copied().filter(tied));
            left.retain(|other| !tied(other));
            next += 1;
        }
        set.sort_unstable();
        sets.push(set);
    }
    sets
}

// (O - E)' V^- (O - E) over one set. Its last group is left out: the covariances of each group add up to 0, and those of the others have
// full rank since the set hangs together.
fn quadratic_form(ties: &DMatrix<f64>, excess: &[f64], set: &[usize]) -> Result<f64, Undefined> {
    let tie = |one: usize, other: usize| ties.get((one, other)).copied().unwrap_or(0.0);
    let Some((_, kept)) = set.split_last() else { return Ok(0.0) };
    let of = |place: usize| kept.get(place).copied().unwrap_or(0);
    let covariance = DMatrix::from_fn(kept.len(), kept.len(), |row, column| {
        let (one, other) = (of(row), of(column));
        if one == other {
            set.iter().filter(|third| **third != one).map(|third| tie(one, *third)).sum()
        } else {
            -tie(one, other)
        }
    });
    let difference = DVector::from_iterator(kept.len(), kept.iter().map(|group| excess.get(*group).copied().unwrap_or(0.0)));
    let solved = covariance.cholesky().ok_or(Undefined::NotConverged)?.solve(&difference);
    let form = difference.dot(&solved);
    if form.is_finite() { Ok(form.max(0.0)) } else { Err(Undefined::NotConverged) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn group(raw: &[(f64, bool)]) -> Vec<Followed> {
        raw.iter().map(|(time, event)| Followed { entry: None, time: *time, event: *event }).collect()
    }

    fn events(times: &[f64]) -> Vec<Followed> {
        group(&times.iter().map(|time| (*time, true)).collect::<Vec<_>>())
    }

    #[test]
    fn the_leukaemia_groups_differ_as_published() {
        // Miller, R. G. (1981), Survival Analysis: 3.4 with 1 degree of freedom. Digits: lifelines 0.30.3.
        let mut maintained = events(&[9.0, 13.0, 18.0, 23.0, 31.0, 34.0, 48.0]);
        maintained.extend(group(&[13.0, 28.0, 45.0, 161.0].map(|time| (time, false))));
        let mut other = events(&[5.0, 5.0, 8.0, 8.0, 12.0, 23.0, 27.0, 30.0, 33.0, 43.0, 45.0]);
        other.extend(group(&[(16.0, false)]));
        let test = log_rank(&[maintained, other]).unwrap();
        assert!((test.chi_squared - 3.396_388_698_977_602_4).abs() < 1e-12, "{test:?}");
        assert!((test.p - 0.065_339_322_040_504_9).abs() < 1e-13);
        assert_eq!((test.df, test.observed.as_slice()), (1, [7, 11].as_slice()));
    }

    #[test]
    fn late_entry_changes_who_is_at_risk() {
        // By hand. At 2 both of the first group and none of the second are at risk; at 4 one of each, with one event.
        let first = vec![Followed { entry: None, time: 2.0, event: true }, Followed { entry: None, time: 5.0, event: false }];
        let second = vec![Followed { entry: Some(3.0), time: 4.0, event: true }];
        let test = log_rank(&[first, second]).unwrap();
        assert_eq!((test.expected.as_slice(), test.chi_squared), ([1.5, 0.5].as_slice(), 1.0));
        // One that came when it was over plays no part.
        let first = vec![Followed { entry: None, time: 2.0, event: true }, Followed { entry: None, time: 5.0, event: false }];
        let second =
            vec![Followed { entry: Some(3.0), time: 4.0, event: true }, Followed { entry: Some(6.0), time: 4.0, event: true }];
        assert_eq!(log_rank(&[first, second]).unwrap(), test);
    }

    #[test]
    fn what_cannot_be_compared_is_refused() {
        assert_eq!(log_rank(&[]).unwrap_err(), Undefined::NZero);
        assert_eq!(log_rank(&[vec![], vec![]]).unwrap_err(), Undefined::NZero);
        assert_eq!(log_rank(&[events(&[1.0, 2.0]), vec![]]).unwrap_err(), Undefined::NoVariation);
        assert_eq!(log_rank(&[group(&[(1.0, false)]), group(&[(2.0, false)])]).unwrap_err(), Undefined::NoEvents);
        // All events of both at one time; and groups that are never at risk together.
        assert_eq!(log_rank(&[events(&[1.0]), events(&[1.0])]).unwrap_err(), Undefined::NoInformativeStratum);
        let late =
            vec![Followed { entry: Some(5.0), time: 6.0, event: true }, Followed { entry: Some(5.0), time: 7.0, event: true }];
        assert_eq!(log_rank(&[events(&[1.0, 2.0]), late]).unwrap_err(), Undefined::NoInformativeStratum);
        assert_eq!(log_rank(&[events(&[f64::NAN]), events(&[1.0])]).unwrap_err(), Undefined::Malformed);
        assert_eq!(log_rank(&vec![events(&[1.0]); GROUPS_MAX + 1]).unwrap_err(), Undefined::Malformed);
    }

    #[test]
    fn groups_that_never_meet_cost_a_degree_of_freedom() {
        let shift = |by: f64, times: &[f64]| -> Vec<Followed> {
            times.iter().map(|time| Followed { entry: Some(by), time: by + time, event: true }).collect()
        };
        let (one, other) = ([1.0, 2.0, 5.0], [3.0, 4.0, 6.0]);
        let alone = log_rank(&[shift(0.0, &one), shift(0.0, &other)]).unwrap();
        let twice = log_rank(&[shift(0.0, &one), shift(50.0, &one), shift(0.0, &other), shift(50.0, &other), vec![]]).unwrap();
        assert_eq!((alone.df, twice.df), (1, 2));
        assert!((twice.chi_squared - 2.0 * alone.chi_squared).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn the_order_of_groups_plays_no_part_and_sums_agree(
            raw in prop::collection::vec(prop::collection::vec((prop::option::of(0_u8..8), 0_u8..15, any::<bool>()), 0..15), 2..6),
        ) {
            let unit = |(entry, time, event): &(Option<u8>, u8, bool)| Followed {
                entry: entry.map(f64::from), time: f64::from(*time), event: *event,
            };
            let mut groups: Vec<Vec<Followed>> = raw.iter().map(|group| group.iter().map(unit).collect()).collect();
            let Ok(test) = log_rank(&groups) else { return Ok(()) };
            let expected: f64 = test.expected.iter().sum();
            let observed: u64 = test.observed.iter().sum();
            prop_assert!((expected - observed as f64).abs() < 1e-9);
            prop_assert!(test.chi_squared >= 0.0 && (0.0..=1.0).contains(&test.p));
            groups.reverse();
            let turned = log_rank(&groups).unwrap();
            prop_assert!((turned.chi_squared - test.chi_squared).abs() <= 1e-9 * (1.0 + test.chi_squared), "{turned:?} {test:?}");
            prop_assert_eq!(turned.df, test.df);
            let mut mirrored = test.expected.clone();
            mirrored.reverse();
            prop_assert!(mirrored.iter().zip(&turned.expected).all(|(a, b)| (a - b).abs() < 1e-12));
        }

        #[test]
        fn a_group_against_its_copy_shows_nothing(raw in prop::collection::vec((0_u8..15, any::<bool>()), 2..30)) {
            let one = group(&raw.iter().map(|(time, event)| (f64::from(*time), *event)).collect::<Vec<_>>());
            if let Ok(test) = log_rank(&[one.clone(), one]) {
                prop_assert!(test.chi_squared < 1e-18 && test.p > 0.999_999);
            }
        }
    }
}
