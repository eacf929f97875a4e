//! What times that are known only between two moments say of a share when nothing is assumed about where between they lie.

use super::{count, real};
use crate::{Undefined, wilson};

/// What is known of a time: that it is later than one moment and not later than another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bracket {
    /// The last moment at which the event had not come; minus infinity if none is known.
    pub after: f64,
    /// The first moment at which it had come; infinity if it had not come when last looked at. Equal to `after` where the time is
    /// known exactly.
    pub by: f64,
}

impl Bracket {
    /// Returns the bracket of a time that is known.
    #[must_use]
    pub const fn at(time: f64) -> Self {
        Self { after: time, by: time }
    }

    /// Says whether the time is known exactly.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.by <= self.after
    }

    // Times themselves are finite; only an open side is infinite.
    pub(super) fn checked(self) -> Result<Self, Undefined> {
        let sound = self.after <= self.by && self.after < f64::INFINITY && self.by > f64::NEG_INFINITY;
        // A negative zero would sort apart from a positive one.
        if sound { Ok(Self { after: self.after + 0.0, by: self.by + 0.0 }) } else { Err(Undefined::Malformed) }
    }
}

/// The share of these units whose event has come by a time, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareBounds {
    /// Units.
    pub n: u64,
    /// Units whose event surely has come.
    pub done: u64,
    /// Units whose event surely has not.
    pub not_done: u64,
    /// Units of which neither is known.
    pub unknown: u64,
    /// Smallest possible share done: done / n.
    pub low: f64,
    /// Largest possible share done: (done + unknown) / n.
    pub high: f64,
    /// Lower Wilson limit of the smallest.
    pub outer_low: f64,
    /// Upper Wilson limit of the largest.
    pub outer_high: f64,
}

/// Brackets, sorted for questions.
#[derive(Debug, Clone, PartialEq)]
pub struct Brackets {
    after: Vec<f64>,
    by: Vec<f64>,
    exact: Vec<f64>,
}

impl Brackets {
    /// Sorts the brackets of units. One whose event had not come when last looked at is unknown from then on: no censoring is assumed
    /// to be by chance.
    ///
    /// # Errors
    /// No units; a bracket that ends before it begins, or lies at infinity.
    pub fn of(units: &[Bracket]) -> Result<Self, Undefined> {
        if units.is_empty() {
            return Err(Undefined::NZero);
        }
        let units = units.iter().copied().map(Bracket::checked).collect::<Result<Vec<_>, _>>()?;
        let sorted = |values: Vec<f64>| {
            let mut values = values;
            values.sort_unstable_by(f64::total_cmp);
            values
        };
        Ok(Self {
            after: sorted(units.iter().map(|unit| unit.after).collect()),
            by: sorted(units.iter().map(|unit| unit.by).collect()),
            exact: sorted(units.iter().filter(|unit| unit.is_exact()).map(|unit| unit.by).collect()),
        })
    }

    /// Returns the sharp bounds of the share done by a time, and outer limits at a two-sided `level` such as 0.95. The bounds hold
    /// wherever the times lie in their brackets, and each can be attained; the outer limits cover any share between them.
    ///
    /// Source: Manski, C. F. (1989), J. Hum. Resour. 24, 343-360.
    ///
    /// # Errors
    /// A time that is not finite, a level outside (0, 1).
    pub fn at(&self, time: f64, level: f64) -> Result<ShareBounds, Undefined> {
        if !time.is_finite() {
            return Err(Undefined::Malformed);
        }
        let below = |values: &[f64]| count(values.partition_point(|value| *value < time));
        let up_to = |values: &[f64]| count(values.partition_point(|value| *value <= time));
        let n = count(self.by.len());
        let done = up_to(&self.by);
        // One whose time is exactly this has come, though it is not over before it.
        let just_now = up_to(&self.exact) - below(&self.exact);
        told(n, done, n - below(&self.after) - just_now, level)
    }
}

/// Returns what [`Brackets::at`] returns, for each of a few ascending times: units are counted between them and not sorted.
///
/// # Errors
/// As [`Brackets::of`] and [`Brackets::at`]; times that do not ascend.
pub fn share_bounds(units: impl IntoIterator<Item = Bracket>, times: &[f64], level: f64) -> Result<Vec<ShareBounds>, Undefined> {
    if !times.iter().all(|time| time.is_finite()) || !times.is_sorted_by(|one, other| one < other) {
        return Err(Undefined::Malformed);
    }
    // Units that have come from this time on, and units that have not come up to the time before this one.
    let (mut come, mut not_come) = (vec![0_u64; times.len() + 1], vec![0_u64; times.len() + 1]);
    let mut n = 0;
    let note = |counts: &mut [u64], place: usize| counts.get_mut(place).into_iter().for_each(|count| *count += 1);
    for unit in units {
        let unit = unit.checked()?;
        n += 1;
        note(&mut come, times.partition_point(|time| *time < unit.by));
        let is_up = |time: &f64| *time < unit.after || (*time <= unit.after && !unit.is_exact());
        note(&mut not_come, times.partition_point(is_up));
    }
    if n == 0 {
        return Err(Undefined::NZero);
    }
    let (mut done, mut up) = (0, n);
    let at = |(come, not_come): (&u64, &u64)| {
        done += come;
        up -= not_come;
        told(n, done, up, level)
    };
    come.iter().zip(&not_come).take(times.len()).map(at).collect()
}

fn told(n: u64, done: u64, not_done: u64, level: f64) -> Result<ShareBounds, Undefined> {
    let possible = n - not_done;
    let low = wilson(done, n, level).ok_or(Undefined::Malformed)?;
    let high = wilson(possible, n, level).ok_or(Undefined::Malformed)?;
    Ok(ShareBounds {
        n,
        done,
        not_done,
        unknown: possible - done,
        low: real(done) / real(n),
        high: real(possible) / real(n),
        outer_low: low.low,
        outer_high: high.high,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn between(after: f64, by: f64) -> Bracket {
        Bracket { after, by }
    }

    #[test]
    fn counts_and_limits_by_hand() {
        let units = [Bracket::at(3.0), between(0.0, 5.0), between(4.0, 10.0), between(8.0, f64::INFINITY)];
        let brackets = Brackets::of(&units).unwrap();
        let told = |time: f64| {
            let at = brackets.at(time, 0.95).unwrap();
            (at.done, at.not_done, at.unknown)
        };
        assert_eq!(told(0.0), (0, 4, 0));
        assert_eq!(told(2.0), (0, 3, 1));
        assert_eq!(told(3.0), (1, 2, 1), "an exact time counts at itself");
        assert_eq!(told(4.0), (1, 2, 1));
        assert_eq!(told(5.0), (2, 1, 1));
        assert_eq!(told(10.0), (3, 0, 1));
        assert_eq!(told(1e9), (3, 0, 1), "one that was never seen done stays unknown");
        let at = brackets.at(5.0, 0.95).unwrap();
        assert_eq!((at.low, at.high), (0.5, 0.75));
        assert_eq!((at.outer_low, at.outer_high), (wilson(2, 4, 0.95).unwrap().low, wilson(3, 4, 0.95).unwrap().high));
    }

    #[test]
    fn what_is_no_bracket_is_refused() {
        assert_eq!(Brackets::of(&[]).unwrap_err(), Undefined::NZero);
        for (after, by) in [(2.0, 1.0), (f64::NAN, 1.0), (1.0, f64::NAN), (f64::INFINITY, f64::INFINITY)] {
            assert_eq!(Brackets::of(&[between(after, by)]).unwrap_err(), Undefined::Malformed, "{after} {by}");
        }
        let one = Brackets::of(&[between(f64::NEG_INFINITY, f64::INFINITY)]).unwrap();
        assert_eq!(one.at(3.0, 0.95).map(|at| (at.low, at.high, at.outer_low, at.outer_high)), Ok((0.0, 1.0, 0.0, 1.0)));
        assert_eq!((one.at(f64::NAN, 0.95), one.at(1.0, 1.0)), (Err(Undefined::Malformed), Err(Undefined::Malformed)));
    }

    proptest! {
        #[test]
        fn bounds_hold_every_possible_share(
            raw in prop::collection::vec((0_u8..20, 0_u8..6, 0.0_f64..=1.0), 1..30),
            asked in 0_u8..30,
        ) {
            let units: Vec<Bracket> =
                raw.iter().map(|(after, wide, _)| between(f64::from(*after), f64::from(*after) + f64::from(*wide))).collect();
            let time = f64::from(asked);
            // A time somewhere in each bracket; its lower end itself only where the time is exact.
            let inside = |(unit, (_, _, part)): (&Bracket, &(u8, u8, f64))| unit.by - (unit.by - unit.after) * part * 0.999;
            let come = units.iter().zip(&raw).map(inside).filter(|at| *at <= time).count() as f64;
            let bounds = Brackets::of(&units).unwrap().at(time, 0.95).unwrap();
            let others = [time, time + 0.5, time + 3.0];
            let found = share_bounds(units.iter().copied(), &others, 0.95).unwrap();
            let sorted = Brackets::of(&units).unwrap();
            prop_assert_eq!(found, others.map(|time| sorted.at(time, 0.95).unwrap()).to_vec());
            let share = come / units.len() as f64;
            prop_assert!(bounds.low <= share && share <= bounds.high, "{bounds:?} {share}");
            prop_assert!(bounds.outer_low <= bounds.low && bounds.high <= bounds.outer_high);
            prop_assert_eq!(bounds.done + bounds.not_done + bounds.unknown, bounds.n);
        }
    }
}
