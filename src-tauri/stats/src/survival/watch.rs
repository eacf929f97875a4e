//! Who was under watch when: the risk sets behind the curves.

use super::count;
use crate::Undefined;

/// A unit as the sweep sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spell {
    /// When it came under watch; nothing if from its start on.
    pub entry: Option<f64>,
    /// When its watch ended.
    pub time: f64,
    /// How: 0 by censoring, from 1 on by an event of that kind.
    pub mark: usize,
}

/// A moment at which the watch of some units ended.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    /// The time.
    pub time: f64,
    /// Units with entry < time <= end of their watch.
    pub at_risk: u64,
    // Units under watch just after it.
    after: u64,
    // The smallest number under watch since the first came, up to this moment.
    least: u64,
    // Units whose watch ended at this moment or before.
    gone: u64,
}

// How far a curve can be drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
enum End {
    // To the end of the last watch, which counts.
    Last(f64),
    // Up to this time, which counts: nobody was under watch afterwards, though others came later.
    Gap(f64),
    // Up to this time, which does not count: the event struck everyone under watch, though others came later.
    Emptied(f64),
}

/// The risk sets of all moments, in the order of time.
#[derive(Debug, Clone)]
pub(super) struct Watch {
    /// The moments up to which a curve can be drawn.
    pub moments: Vec<Moment>,
    /// Units that were ever at risk.
    pub n: u64,
    /// Units whose watch began when it was over already.
    pub left_out: u64,
    /// When the first unit came under watch; nothing if one was from its start on.
    pub from: Option<f64>,
    // For each moment the units of each mark.
    ended: Vec<u64>,
    marks: usize,
    entries: Vec<f64>,
    at_first: u64,
    end: End,
}

impl Watch {
    /// Sweeps over the units once they are sorted; marks must be below `marks`. Where `from` is given, only what happened after that
    /// time counts. Refuses lists that hold nobody ever at risk, and times that are negative or not finite.
    pub(super) fn over(spells: impl Iterator<Item = Spell>, from: Option<f64>, marks: usize) -> Result<Self, Undefined> {
        let (mut exits, mut entries, mut left_out) = (Vec::new(), Vec::new(), 0);
        let from = from.map_or(Ok(f64::NEG_INFINITY), finite)?;
        for spell in spells {
            let time = finite(spell.time)?;
            let entry = spell.entry.map_or(Ok(f64::NEG_INFINITY), finite)?.max(from);
            if time < 0.0 || spell.mark >= marks {
                return Err(Undefined::Malformed);
            }
            if entry < time {
                exits.push((time, spell.mark));
                entries.push(entry);
            } else {
                left_out += 1;
            }
        }
        exits.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
        entries.sort_unstable_by(f64::total_cmp);
        let first = *entries.first().ok_or(Undefined::NZero)?;
        let last = exits.last().map_or(first, |exit| exit.0);
        let at_first = count(entries.partition_point(|entry| *entry <= first));
        let mut watch = Self {
            moments: Vec::new(),
            n: count(exits.len()),
            left_out,
            from: (first > f64::NEG_INFINITY).then_some(first),
            ended: Vec::new(),
            marks,
            entries,
            at_first,
            end: End::Last(last),
        };
        watch.sweep(&exits);
        Ok(watch)
    }

    fn sweep(&mut self, exits: &[(f64, usize)]) {
        let (mut gone, mut after, mut least) = (0, self.at_first, self.at_first);
        let mut entries = self.entries.iter().copied().peekable();
        let mut entered = 0;
        for tied in exits.chunk_by(|one, other| one.0.total_cmp(&other.0).is_eq()) {
            let time = tied.first().map_or(0.0, |exit| exit.0);
            least = least.min(after);
            while entries.next_if(|entry| *entry < time).is_some() {
                entered += 1;
            }
            let at_risk = entered - gone;
            let ends = count(tied.len());
            let mut counts = vec![0_u64; self.marks];
            for (_, mark) in tied {
                if let Some(count) = counts.get_mut(*mark) {
                    *count += 1;
                }
            }
            let events: u64 = counts.iter().skip(1).sum();
            if events == at_risk && entered < self.n {
                self.end = End::Emptied(time);
                return;
            }
            while entries.next_if(|entry| *entry <= time).is_some() {
                entered += 1;
            }
            gone += ends;
            after = entered - gone;
            self.moments.push(Moment { time, at_risk, after, least, gone });
            self.ended.extend(counts);
            if after == 0 && entered < self.n {
                self.end = End::Gap(time);
                return;
            }
        }
    }

    /// Returns the moments, each with the number of units of each mark.
    pub(super) fn rows(&self) -> impl Iterator<Item = (&Moment, &[u64])> {
        self.moments.iter().zip(self.ended.chunks_exact(self.marks.max(1)))
    }

    /// Says whether a curve can be read at a time, and why not.
    pub(super) fn check(&self, time: f64) -> Result<(), Undefined> {
        if finite(time)? < 0.0 {
            return Err(Undefined::Malformed);
        }
        if self.from.is_some_and(|from| time <= from) {
            return Err(Undefined::ZeroExposure);
        }
        match self.end {
            End::Last(end) if time > end => Err(Undefined::BeyondFollowUp),
            End::Gap(end) if time > end => Err(Undefined::WatchInterrupted),
            End::Emptied(end) if time >= end => Err(Undefined::WatchInterrupted),
            _ => Ok(()),
        }
    }

    /// Returns why a curve does not come down to a level that it does not reach.
    pub(super) const fn why_not_reached(&self) -> Undefined {
        match self.end {
            End::Last(_) => Undefined::NotReached,
            End::Gap(_) | End::Emptied(_) => Undefined::WatchInterrupted,
        }
    }

    /// Returns the number of moments at or before a time.
    pub(super) fn passed(&self, time: f64) -> usize {
        self.moments.partition_point(|moment| moment.time <= time)
    }

    /// Returns the number at risk at a time: entry < time <= end of watch.
    pub(super) fn at_risk(&self, time: f64) -> u64 {
        let entered = count(self.entries.partition_point(|entry| *entry < time));
        entered.saturating_sub(self.before(time).map_or(0, |moment| moment.gone))
    }

    /// Returns the smallest number under watch since the first came, up to a time.
    pub(super) fn least(&self, time: f64) -> u64 {
        self.before(time).map_or(self.at_first, |moment| moment.least.min(moment.after))
    }

    // The last moment before a time.
    fn before(&self, time: f64) -> Option<&Moment> {
        let at = self.moments.partition_point(|moment| moment.time < time).checked_sub(1)?;
        self.moments.get(at)
    }
}

// A negative zero would sort apart from a positive one.
fn finite(value: f64) -> Result<f64, Undefined> {
    if value.is_finite() { Ok(value + 0.0) } else { Err(Undefined::Malformed) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spell(entry: Option<f64>, time: f64, mark: usize) -> Spell {
        Spell { entry, time, mark }
    }

    fn over(spells: &[Spell]) -> Result<Watch, Undefined> {
        Watch::over(spells.iter().copied(), None, 2)
    }

    #[test]
    fn one_who_comes_at_a_moment_is_at_risk_after_it() {
        let watch = over(&[spell(None, 2.0, 1), spell(None, 4.0, 0), spell(Some(2.0), 3.0, 1)]).unwrap();
        let at_risk: Vec<u64> = watch.moments.iter().map(|moment| moment.at_risk).collect();
        assert_eq!(at_risk, [2, 2, 1]);
        assert_eq!((watch.at_risk(2.0), watch.at_risk(2.5), watch.at_risk(4.0), watch.at_risk(4.5)), (2, 2, 1, 0));
    }

    #[test]
    fn one_who_comes_when_it_is_over_is_left_out() {
        let watch = over(&[spell(None, 2.0, 1), spell(Some(5.0), 5.0, 1), spell(Some(7.0), 5.0, 1)]).unwrap();
        assert_eq!((watch.n, watch.left_out), (1, 2));
        assert_eq!(over(&[spell(Some(5.0), 5.0, 1)]).unwrap_err(), Undefined::NZero);
    }

    #[test]
    fn a_curve_ends_where_nobody_watches_or_everyone_is_struck() {
        let gap = over(&[spell(None, 2.0, 0), spell(Some(3.0), 9.0, 1)]).unwrap();
        assert_eq!((gap.check(2.0), gap.check(2.1)), (Ok(()), Err(Undefined::WatchInterrupted)));
        let emptied = over(&[spell(None, 2.0, 1), spell(Some(2.0), 9.0, 1)]).unwrap();
        assert_eq!((emptied.check(1.9), emptied.check(2.0)), (Ok(()), Err(Undefined::WatchInterrupted)));
        let whole = over(&[spell(None, 2.0, 1), spell(Some(1.0), 9.0, 1)]).unwrap();
        assert_eq!((whole.check(9.0), whole.check(9.1)), (Ok(()), Err(Undefined::BeyondFollowUp)));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for time in [f64::NAN, f64::INFINITY, -1.0] {
            assert_eq!(over(&[spell(None, time, 1)]).unwrap_err(), Undefined::Malformed);
        }
        assert_eq!(over(&[spell(Some(f64::NAN), 1.0, 1)]).unwrap_err(), Undefined::Malformed);
        assert_eq!(over(&[spell(None, 1.0, 2)]).unwrap_err(), Undefined::Malformed);
        assert_eq!(over(&[spell(None, -0.0, 1), spell(None, 0.0, 1)]).unwrap().moments.len(), 1, "both zeros are one time");
    }

    proptest! {
        #[test]
        fn the_sweep_counts_what_counting_gives(
            raw in prop::collection::vec((prop::option::of(0_u8..12), 0_u8..12, 0_usize..2), 1..40),
            asked in 0_u8..12,
        ) {
            let spells: Vec<Spell> =
                raw.iter().map(|(entry, time, mark)| spell(entry.map(f64::from), f64::from(*time), *mark)).collect();
            let Ok(watch) = over(&spells) else { return Ok(()) };
            let under = |time: f64| {
                let inside = |spell: &&Spell| spell.entry.is_none_or(|entry| entry < time) && time <= spell.time;
                spells.iter().filter(inside).count() as u64
            };
            for moment in &watch.moments {
                prop_assert_eq!(moment.at_risk, under(moment.time));
            }
            let time = f64::from(asked);
            if watch.check(time).is_ok() {
                prop_assert_eq!(watch.at_risk(time), under(time));
                // Numbers under watch change at whole times only: half ones see every value between.
                let first = watch.from.unwrap_or(-1.0);
                let seen = (-2..=24).map(|half| f64::from(half) / 2.0).filter(|at| *at > first && *at <= time).map(under);
                prop_assert_eq!(watch.least(time), seen.min().unwrap());
            }
        }
    }
}
