//! The Kaplan-Meier curve of times that are known or censored, with delayed entry.

use super::{
    real,
    watch::{Spell, Watch},
};
use crate::{Undefined, quantile};

// Two heights of a curve nearer than this are one.
const HEIGHT_SLACK: f64 = 1e-10;

/// A unit that was watched.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Followed {
    /// When it came under watch, counted from its own start; nothing if from its start on.
    pub entry: Option<f64>,
    /// When the event came or, if it had not yet come, when the watch ended.
    pub time: f64,
    /// Whether the event came.
    pub event: bool,
}

/// A moment at which the watch of some units ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The time.
    pub time: f64,
    /// Units with entry < time <= end of watch.
    pub at_risk: u64,
    /// Events at this time.
    pub events: u64,
    /// Units censored at this time; they count as at risk for the events.
    pub censored: u64,
    /// Share for which the event has not come by this time, in [0, 1].
    pub survival: f64,
    /// Greenwood's standard error; nothing where the share is 0 or 1.
    pub se: Option<f64>,
    /// Lower limit of the share.
    pub low: f64,
    /// Upper limit of the share.
    pub high: f64,
}

/// A share at an asked time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// Share for which the event has not come by then, in [0, 1].
    pub survival: f64,
    /// Its lower limit.
    pub low: f64,
    /// Its upper limit.
    pub high: f64,
    /// Share for which it has come: 1 - survival.
    pub done: f64,
    /// Its lower limit.
    pub done_low: f64,
    /// Its upper limit.
    pub done_high: f64,
    /// Units at risk at the time.
    pub at_risk: u64,
    /// Events up to the time.
    pub events: u64,
}

/// The time by which the event has come for an asked share.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeDone {
    /// The first time at which the curve is down there; the middle of the stretch where it is level exactly there before it falls on.
    pub time: Result<f64, Undefined>,
    /// Lower limit: the first time at which the lower limits are down there; nothing if they are at none.
    pub low: Option<f64>,
    /// Upper limit: the same of the upper limits.
    pub high: Option<f64>,
}

/// A Kaplan-Meier curve.
#[derive(Debug, Clone)]
pub struct Curve {
    /// The moments at which it is known, in the order of time.
    pub steps: Vec<Step>,
    /// Units ever at risk.
    pub n: u64,
    /// Units that came under watch when it was over: they say nothing.
    pub left_out: u64,
    /// When the first unit came under watch. Shares are then those of units that last beyond this time: nobody watched sooner.
    /// Nothing if some unit was under watch from its start on.
    pub watched_from: Option<f64>,
    watch: Watch,
    // Events up to each step.
    events: Vec<u64>,
    // Of a two-sided level: the probability left at either side.
    tail: f64,
}

/// Returns the Kaplan-Meier curve of `units` with limits at a two-sided `level` such as 0.95. Events come before censorings at equal
/// times. Where `from` is given, the curve is that of units which last beyond this time, and only what happened later counts: with
/// delayed entry the risk set may be too small at first to begin there.
///
/// With d events among n at risk: `S(t) = prod (1 - d/n)` over the times up to t; `V = sum d / (n (n - d))`; standard error
/// `S sqrt(V)`; limits `S^exp(± z sqrt(V) / ln S)`. Where no event has come (S = 1) the lower limit is the exact `a^(1/n)`, a being
/// half of 1 - level and n the smallest number under watch at any moment up to t: without an event the chance of the data is at most
/// `S^n`. Where the event has come for all (S = 0) the upper limit is `1 - a^(1/n)`, n being the number at risk at that time.
///
/// A curve with delayed entry ends where nobody is under watch, or all who are have had the event, though others come under watch
/// later: from there on the product would be 0 or rest on nobody.
///
/// Sources: Kaplan, E. L. and Meier, P. (1958), J. Am. Stat. Assoc. 53, 457-481; limits: Kalbfleisch, J. D. and Prentice, R. L.
/// (2002), The Statistical Analysis of Failure Time Data, 2nd ed., section 1.4; delayed entry: Klein, J. P. and Moeschberger, M. L.
/// (2003), Survival Analysis, 2nd ed., section 4.6.
///
/// # Errors
/// Nobody ever at risk, a time that is negative or not finite, a level outside (0, 1).
pub fn kaplan_meier(units: &[Followed], from: Option<f64>, level: f64) -> Result<Curve, Undefined> {
    let z = quantile(0.5 + level / 2.0).filter(|_| level > 0.0).ok_or(Undefined::Malformed)?;
    let tail = (1.0 - level) / 2.0;
    let spell = |unit: &Followed| Spell { entry: unit.entry, time: unit.time, mark: usize::from(unit.event) };
    let watch = Watch::over(units.iter().map(spell), from, 2)?;
    let mut steps = Vec::with_capacity(watch.moments.len());
    let (mut survival, mut log_survival, mut sum, mut seen, mut seen_by) = (1.0, 0.0, 0.0, 0, Vec::new());
    for (moment, ended) in watch.rows() {
        let (censored, events) = (ended.first().copied().unwrap_or(0), ended.get(1).copied().unwrap_or(0));
        let (n, d) = (real(moment.at_risk), real(events));
        seen += events;
        seen_by.push(seen);
        survival *= (n - d) / n;
        log_survival += libm::log1p(-d / n);
        sum += d / (n * (n - d));
        let (se, low, high) = if seen == 0 {
            (None, libm::pow(tail, 1.0 / real(watch.least(moment.time))), 1.0)
        } else if events == moment.at_risk {
            (None, 0.0, 1.0 - libm::pow(tail, 1.0 / n))
        } else {
            let (low, high) = log_log_limits(log_survival, z * sum.sqrt());
            (Some(survival * sum.sqrt()), low.min(survival), high.max(survival))
        };
        steps.push(Step { time: moment.time, at_risk: moment.at_risk, events, censored, survival, se, low, high });
    }
    Ok(Curve { steps, n: watch.n, left_out: watch.left_out, watched_from: watch.from, watch, events: seen_by, tail })
}

/// Returns the limits of a share whose logarithm is given, symmetrical for the logarithm of its negative logarithm. `reach` is z
/// times the standard error of the logarithm.
pub(super) fn log_log_limits(log_share: f64, reach: f64) -> (f64, f64) {
    let spread = libm::exp(reach / -log_share);
    (libm::exp(log_share * spread), libm::exp(log_share / spread))
}

impl Curve {
    /// Returns the shares at a time.
    ///
    /// # Errors
    /// A time after the last watch, one from which on the curve cannot be known, one at which nobody had come under watch yet, one
    /// that is negative or not finite.
    pub fn at(&self, time: f64) -> Result<Share, Undefined> {
        self.watch.check(time)?;
        let last = self.watch.passed(time).checked_sub(1);
        let events = last.and_then(|last| self.events.get(last)).copied().unwrap_or(0);
        let (survival, low, high) = match last.and_then(|last| self.steps.get(last)) {
            Some(step) if events > 0 => (step.survival, step.low, step.high),
            _ => (1.0, libm::pow(self.tail, 1.0 / real(self.watch.least(time))), 1.0),
        };
        let (done, done_low, done_high) = (1.0 - survival, 1.0 - high, 1.0 - low);
        Ok(Share { survival, low, high, done, done_low, done_high, at_risk: self.watch.at_risk(time), events })
    }

    /// Returns the time by which the event has come for a `share` in (0, 1). Its limits invert those of the curve, at the steps where
    /// the share is neither 0 nor 1. Source: Brookmeyer, R. and Crowley, J. (1982), Biometrics 38, 29-41.
    #[must_use]
    pub fn time_done(&self, share: f64) -> TimeDone {
        if !(share > 0.0 && share < 1.0) {
            return TimeDone { time: Err(Undefined::Malformed), low: None, high: None };
        }
        let height = 1.0 - share;
        let inner =
            |of: fn(&Step) -> f64| first_at(self.steps.iter().filter(|step| step.se.is_some()).map(|s| (s.time, of(s))), height);
        let time = first_at(self.steps.iter().map(|step| (step.time, step.survival)), height);
        TimeDone {
            time: time.ok_or_else(|| self.watch.why_not_reached()),
            low: inner(|step| step.low),
            high: inner(|step| step.high),
        }
    }

    /// Returns the time by which the event has come for half.
    #[must_use]
    pub fn median(&self) -> TimeDone {
        self.time_done(0.5)
    }
}

// Where a falling curve first is at or below a height; in the middle of its stretch there if it falls on afterwards.
fn first_at(mut curve: impl Iterator<Item = (f64, f64)>, height: f64) -> Option<f64> {
    let (first, reached) = curve.find(|(_, y)| *y <= height + HEIGHT_SLACK)?;
    if (reached - height).abs() > HEIGHT_SLACK {
        return Some(first);
    }
    let falls_on = curve.find(|(_, y)| *y < reached - HEIGHT_SLACK);
    Some(falls_on.map_or(first, |(next, _)| f64::midpoint(first, next)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn units(times: &[(f64, bool)]) -> Vec<Followed> {
        times.iter().map(|(time, event)| Followed { entry: None, time: *time, event: *event }).collect()
    }

    fn late(entry: f64, time: f64, event: bool) -> Followed {
        Followed { entry: Some(entry), time, event }
    }

    // Acute myelogenous leukaemia, maintained group. Miller, R. G. (1981), Survival Analysis.
    fn leukaemia() -> Vec<Followed> {
        let censored = [13.0, 28.0, 45.0, 161.0].map(|time| (time, false));
        units(&[9.0, 13.0, 18.0, 23.0, 31.0, 34.0, 48.0].map(|time| (time, true)).into_iter().chain(censored).collect::<Vec<_>>())
    }

    #[test]
    fn the_leukaemia_curve_is_the_published_one() {
        let curve = kaplan_meier(&leukaemia(), None, 0.95).unwrap();
        // Limits: lifelines 0.30.3, whose curve agrees.
        for (time, survival, low, high) in [
            (9.0, 0.909_091, 0.508_080, 0.986_674),
            (13.0, 0.818_182, 0.447_429, 0.951_162),
            (30.0, 0.613_636, 0.265_752, 0.835_299),
            (48.0, 0.184_091, 0.011_738, 0.525_015),
        ] {
            let at = curve.at(time).unwrap();
            let off = (at.survival - survival).abs().max((at.low - low).abs()).max((at.high - high).abs());
            assert!(off < 6e-7, "{time}: {at:?}");
        }
        assert_eq!(curve.median(), TimeDone { time: Ok(31.0), low: Some(13.0), high: None });
        assert_eq!((curve.at(161.0).unwrap().at_risk, curve.at(161.5)), (1, Err(Undefined::BeyondFollowUp)));
    }

    #[test]
    fn a_level_stretch_at_the_height_has_its_middle() {
        let two_of_four = units(&[(1.0, true), (2.0, true), (6.0, true), (9.0, true)]);
        assert_eq!(kaplan_meier(&two_of_four, None, 0.95).unwrap().median().time, Ok(4.0));
        let open = units(&[(1.0, true), (100.0, false)]);
        assert_eq!(kaplan_meier(&open, None, 0.95).unwrap().median().time, Ok(1.0), "it never falls on");
        let third = kaplan_meier(&two_of_four, None, 0.95).unwrap().time_done(0.75);
        assert_eq!(third.time, Ok(7.5));
    }

    #[test]
    fn without_an_event_the_limit_is_exact_for_the_fewest_under_watch() {
        let curve = kaplan_meier(&[late(0.0, 9.0, false), late(1.0, 9.0, false), late(1.0, 8.0, false)], None, 0.95).unwrap();
        assert_eq!(curve.watched_from, Some(0.0));
        // Between 0 and 1 a single unit was under watch: three at risk at 8 do not make up for it.
        let at = curve.at(8.0).unwrap();
        assert_eq!((at.survival, at.high, at.at_risk, at.events), (1.0, 1.0, 3, 0));
        assert!((at.low - 0.025).abs() < 1e-15);
        assert_eq!(curve.at(0.0), Err(Undefined::ZeroExposure), "nobody had come yet");
        let later =
            kaplan_meier(&[late(0.0, 9.0, false), late(1.0, 9.0, false), late(1.0, 8.0, false)], Some(1.0), 0.95).unwrap();
        assert!((later.at(8.0).unwrap().low - libm::pow(0.025, 1.0 / 3.0)).abs() < 1e-15);
        assert_eq!(later.watched_from, Some(1.0));
    }

    #[test]
    fn a_risk_set_that_empties_early_ends_the_curve() {
        let mut watched = vec![late(0.5, 1.0, true)];
        watched.extend((2..30).map(|time| late(1.0, f64::from(time), time % 2 == 0)));
        let curve = kaplan_meier(&watched, None, 0.95).unwrap();
        assert_eq!((curve.at(20.0), curve.median().time), (Err(Undefined::WatchInterrupted), Err(Undefined::WatchInterrupted)));
        assert!(curve.steps.is_empty());
        // Of those that last beyond 1 the curve can be drawn; the first unit is left out.
        let later = kaplan_meier(&watched, Some(1.0), 0.95).unwrap();
        assert_eq!((later.n, later.left_out, later.at(20.0).map(|at| at.events)), (28, 1, Ok(10)));
    }

    #[test]
    fn what_has_no_curve_is_refused() {
        assert_eq!(kaplan_meier(&[], None, 0.95).unwrap_err(), Undefined::NZero);
        for level in [0.0, 1.0, -0.5, f64::NAN] {
            assert_eq!(kaplan_meier(&units(&[(1.0, true)]), None, level).unwrap_err(), Undefined::Malformed, "{level}");
        }
        assert_eq!(kaplan_meier(&units(&[(f64::NAN, true)]), None, 0.95).unwrap_err(), Undefined::Malformed);
        let curve = kaplan_meier(&units(&[(1.0, true)]), None, 0.95).unwrap();
        assert_eq!((curve.at(f64::NAN), curve.at(-1.0)), (Err(Undefined::Malformed), Err(Undefined::Malformed)));
        assert_eq!(curve.time_done(1.0).time, Err(Undefined::Malformed));
    }

    #[test]
    fn a_million_times_are_as_good_as_ten() {
        let many: Vec<Followed> =
            (0..1_000_000_u32).map(|i| Followed { entry: None, time: f64::from(i % 1_000), event: i % 3 > 0 }).collect();
        let curve = kaplan_meier(&many, None, 0.95).unwrap();
        // A thousand of each time, two in three with an event.
        let by_hand: f64 = (0..=499).map(|step| 1.0 - 2.0 / 3.0 / f64::from(1_000 - step)).product();
        let at = curve.at(499.0).unwrap();
        assert!((at.survival - by_hand).abs() < 1e-3 && at.low < at.survival && at.survival < at.high, "{at:?}");
        assert_eq!((curve.n, at.at_risk), (1_000_000, 501_000));
    }

    proptest! {
        #[test]
        fn limits_hold_the_curve_and_it_falls(
            raw in prop::collection::vec((prop::option::of(0_u8..30), 0_u8..40, any::<bool>()), 1..60),
            level in 0.5_f64..0.999,
        ) {
            let mut watched: Vec<Followed> = raw
                .iter()
                .map(|(entry, time, event)| Followed { entry: entry.map(f64::from), time: f64::from(*time), event: *event })
                .collect();
            let Ok(curve) = kaplan_meier(&watched, None, level) else { return Ok(()) };
            let mut before = 1.0;
            for step in &curve.steps {
                prop_assert!(step.survival <= before && step.survival >= 0.0);
                prop_assert!(0.0 <= step.low && step.low <= step.survival && step.survival <= step.high && step.high <= 1.0);
                before = step.survival;
                let at = curve.at(step.time).unwrap();
                prop_assert_eq!((at.survival, at.low, at.high, at.at_risk), (step.survival, step.low, step.high, step.at_risk));
            }
            let median = curve.median();
            if let Ok(time) = median.time {
                prop_assert!(median.low.is_none_or(|low| low <= time) && median.high.is_none_or(|high| time <= high), "{median:?}");
            }
            // The order of the units plays no part.
            watched.reverse();
            prop_assert_eq!(kaplan_meier(&watched, None, level).unwrap().steps, curve.steps);
        }

        #[test]
        fn without_censoring_the_curve_is_the_share_left(times in prop::collection::vec(0_u8..20, 1..50), asked in 0_u8..20) {
            let watched = units(&times.iter().map(|time| (f64::from(*time), true)).collect::<Vec<_>>());
            let left = times.iter().filter(|time| **time > asked).count() as f64 / times.len() as f64;
            match kaplan_meier(&watched, None, 0.95).unwrap().at(f64::from(asked)) {
                Ok(at) => prop_assert!((at.survival - left).abs() < 1e-12),
                Err(why) => prop_assert!(why == Undefined::BeyondFollowUp && times.iter().all(|time| *time < asked)),
            }
        }
    }
}
