//! Cumulative incidence of causes that rule each other out.

use super::{
    kaplan_meier::log_log_limits,
    real,
    watch::{Spell, Watch},
};
use crate::{Undefined, quantile};

/// The largest number of causes: the curves hold a state of each for every time.
pub const CAUSES_MAX: usize = 32;

/// A unit that was watched until one of several causes ended it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ended {
    /// When it came under watch, counted from its own start; nothing if from its start on.
    pub entry: Option<f64>,
    /// When a cause ended it or, if none had yet, when the watch ended.
    pub time: f64,
    /// The place of the cause, from 0; nothing if none had come.
    pub cause: Option<usize>,
}

/// The share that a cause has ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Incidence {
    /// The share, in [0, 1].
    pub share: f64,
    /// Its standard error; nothing where the share is 0 or 1.
    pub se: Option<f64>,
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
    /// Events of this cause up to the time.
    pub events: u64,
}

/// The shares at an asked time: they add up to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct CauseShares {
    /// Share that nothing has ended, in [0, 1].
    pub event_free: f64,
    /// Of each cause, in the order of their places.
    pub causes: Vec<Incidence>,
    /// Units at risk at the time.
    pub at_risk: u64,
}

/// The cumulative incidence of each cause.
#[derive(Debug, Clone)]
pub struct CauseCurves {
    /// Units ever at risk.
    pub n: u64,
    /// Units that came under watch when it was over: they say nothing.
    pub left_out: u64,
    /// When the first unit came under watch; shares are then those of units that last beyond. Nothing if one was from its start on.
    pub watched_from: Option<f64>,
    watch: Watch,
    // The share that is free of events after each moment.
    free: Vec<f64>,
    // For each moment the state of each cause.
    states: Vec<State>,
    causes: usize,
    z: f64,
    tail: f64,
}

#[derive(Debug, Clone, Copy, Default)]
struct State {
    share: f64,
    variance: f64,
    // With the share that is free of events.
    covariance: f64,
    events: u64,
}

/// Returns the Aalen-Johansen cumulative incidence of each of `causes` causes, with limits at a two-sided `level`. Events come before
/// censorings at equal times; `from` and delayed entry are as in [`super::kaplan_meier`]. One less the Kaplan-Meier curve of one
/// cause, the others taken as censored, overstates it: it asks what would happen if the others could not.
///
/// With `d_k` events of cause k among n at risk, d of all causes, and S the share free of events just before: `I_k(t) = sum S d_k / n`.
/// The variance is that of multinomial increments, carried on from moment to moment with the covariance of `I_k` and S (Greenwood's
/// kind): without censoring it is `I (1 - I) / n`, with one cause Greenwood's. Limits are symmetrical for
/// `ln(-ln(1 - I))`, so with one cause they are those of Kaplan-Meier. Where the cause has not come the upper limit is the exact
/// `1 - a^(1/n)`, a being half of 1 - level and n the smallest number under watch at any moment up to t.
///
/// Sources: Aalen, O. O. and Johansen, S. (1978), Scand. J. Stat. 5, 141-150; variance: Andersen, P. K., Borgan, Ø., Gill, R. D. and
/// Keiding, N. (1993), Statistical Models Based on Counting Processes, section IV.4.
///
/// # Errors
/// Nobody ever at risk, a time that is negative or not finite, a cause that is not below `causes`, no causes or more than
/// [`CAUSES_MAX`], a level outside (0, 1).
pub fn aalen_johansen(units: &[Ended], causes: usize, from: Option<f64>, level: f64) -> Result<CauseCurves, Undefined> {
    let z = quantile(0.5 + level / 2.0).filter(|_| level > 0.0).ok_or(Undefined::Malformed)?;
    if causes == 0 || causes > CAUSES_MAX {
        return Err(Undefined::Malformed);
    }
    let mark = |unit: &Ended| unit.cause.map_or(0, |cause| cause.saturating_add(1));
    let spell = |unit: &Ended| Spell { entry: unit.entry, time: unit.time, mark: mark(unit) };
    let watch = Watch::over(units.iter().map(spell), from, causes + 1)?;
    let (mut free, mut states) = (Vec::with_capacity(watch.moments.len()), Vec::new());
    let (mut survival, mut variance, mut seen) = (1.0, 0.0, 0);
    let mut now = vec![State::default(); causes];
    for (moment, ended) in watch.rows() {
        let n = real(moment.at_risk);
        let events: u64 = ended.iter().skip(1).sum();
        let stays = real(moment.at_risk - events) / n;
        seen += events;
        let spread = survival * survival * stays / n;
        let next_survival = survival * stays;
        let next_variance = stays * stays * variance + spread * (1.0 - stays);
        for (state, events) in now.iter_mut().zip(ended.iter().skip(1)) {
            let hazard = real(*events) / n;
            state.events += events;
            let grown = 2.0 * hazard * state.covariance + hazard * hazard * variance;
            state.variance += grown + survival * survival * hazard * (1.0 - hazard) / n;
            state.covariance = stays * (state.covariance + hazard * variance) - spread * hazard;
            state.share += survival * hazard;
            // Alone so far: its share and the rest are one number, and so are their variances.
            if state.events == seen {
                *state = State { share: 1.0 - next_survival, variance: next_variance, covariance: -next_variance, ..*state };
            }
        }
        (survival, variance) = (next_survival, next_variance);
        free.push(survival);
        states.extend_from_slice(&now);
    }
    let tail = (1.0 - level) / 2.0;
    Ok(CauseCurves { n: watch.n, left_out: watch.left_out, watched_from: watch.from, watch, free, states, causes, z, tail })
}

impl CauseCurves {
    /// Returns the shares at a time.
    ///
    /// # Errors
    /// As those of [`super::Curve::at`].
    pub fn at(&self, time: f64) -> Result<CauseShares, Undefined> {
        self.watch.check(time)?;
        let least = self.watch.least(time);
        let passed = self.watch.passed(time);
        let Some(last) = passed.checked_sub(1) else {
            let nothing = self.nothing_seen(least);
            return Ok(CauseShares { event_free: 1.0, causes: vec![nothing; self.causes], at_risk: self.watch.at_risk(time) });
        };
        let event_free = self.free.get(last).copied().unwrap_or(1.0);
        let states = self.states.get(last * self.causes..passed * self.causes).unwrap_or_default();
        let emptied = self.watch.moments.get(last).map_or(1, |moment| moment.at_risk);
        // What is left beside a cause is added up, not subtracted from 1, so that little of it is still exact.
        let of_state = |(place, state): (usize, &State)| {
            let others = states.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, other)| other.share);
            self.incidence(state, others.fold(event_free, |sum, share| sum + share), (least, emptied))
        };
        Ok(CauseShares {
            event_free,
            causes: states.iter().enumerate().map(of_state).collect(),
            at_risk: self.watch.at_risk(time),
        })
    }

    fn incidence(&self, state: &State, rest: f64, (least, emptied): (u64, u64)) -> Incidence {
        if state.events == 0 {
            return self.nothing_seen(least);
        }
        let (share, events) = (state.share.min(1.0), state.events);
        if rest <= 0.0 {
            return Incidence { share: 1.0, se: None, low: libm::pow(self.tail, 1.0 / real(emptied)), high: 1.0, events };
        }
        let se = state.variance.max(0.0).sqrt();
        let log_rest = if rest < 0.5 { libm::log(rest) } else { libm::log1p(-share) };
        let (rest_low, rest_high) = log_log_limits(log_rest, self.z * se / rest);
        Incidence { share, se: Some(se), low: (1.0 - rest_high).min(share), high: (1.0 - rest_low).max(share), events }
    }

    fn nothing_seen(&self, least: u64) -> Incidence {
        Incidence { share: 0.0, se: None, low: 0.0, high: 1.0 - libm::pow(self.tail, 1.0 / real(least)), events: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survival::{Followed, kaplan_meier};
    use proptest::prelude::*;

    fn ended(raw: &[(Option<u8>, u8, Option<usize>)]) -> Vec<Ended> {
        raw.iter()
            .map(|(entry, time, cause)| Ended { entry: entry.map(f64::from), time: f64::from(*time), cause: *cause })
            .collect()
    }

    // Fourteen orders: 0 removed by the platform, 1 by the author.
    fn removals() -> Vec<Ended> {
        let times = [2, 5, 5, 9, 12, 12, 24, 24, 24, 30, 48, 60, 72, 72];
        let states = [1, 1, 2, 0, 1, 1, 1, 2, 0, 1, 2, 0, 1, 0_usize];
        ended(&times.iter().zip(states).map(|(time, state)| (None, *time, state.checked_sub(1))).collect::<Vec<_>>())
    }

    #[test]
    fn standard_errors_are_those_of_the_infinitesimal_jackknife() {
        let curves = aalen_johansen(&removals(), 2, None, 0.95).unwrap();
        // Derivatives of the shares by the weights of the units, taken numerically (numpy).
        for (time, first, second) in [
            (12.0, 0.126_087_109_506_378_44, 0.068_830_293_689_959_4),
            (24.0, 0.134_098_871_317_508_6, 0.098_042_056_781_562_79),
            (72.0, 0.153_156_297_003_921_3, 0.123_833_801_910_572_15),
        ] {
            let causes = curves.at(time).unwrap().causes;
            let se: Vec<f64> = causes.iter().map(|cause| cause.se.unwrap()).collect();
            assert!((se[0] - first).abs() < 1e-9 && (se[1] - second).abs() < 1e-9, "{time}: {se:?}");
        }
    }

    #[test]
    fn a_cause_that_never_came_has_an_exact_limit() {
        let units = ended(&[(None, 3, Some(0)), (None, 5, None), (None, 8, None), (None, 9, None)]);
        let at = aalen_johansen(&units, 2, None, 0.95).unwrap().at(6.0).unwrap();
        assert_eq!((at.at_risk, at.causes[1].share, at.causes[1].low, at.causes[1].se), (2, 0.0, 0.0, None));
        assert!((at.causes[1].high - (1.0 - libm::sqrt(0.025))).abs() < 1e-15);
        let early = aalen_johansen(&units, 2, None, 0.95).unwrap().at(0.0).unwrap();
        assert_eq!((early.event_free, early.causes[0].events), (1.0, 0));
        assert!((early.causes[0].high - (1.0 - libm::pow(0.025, 0.25))).abs() < 1e-15);
    }

    #[test]
    fn what_has_no_curves_is_refused() {
        let refused = |units: &[Ended], causes, level| aalen_johansen(units, causes, None, level).unwrap_err();
        assert_eq!(refused(&[], 2, 0.95), Undefined::NZero);
        assert_eq!(refused(&removals(), 1, 0.95), Undefined::Malformed, "a cause outside the list");
        assert_eq!(refused(&removals(), 0, 0.95), Undefined::Malformed);
        assert_eq!(refused(&removals(), CAUSES_MAX + 1, 0.95), Undefined::Malformed);
        assert_eq!(refused(&removals(), 2, 1.0), Undefined::Malformed);
        let huge = [Ended { entry: None, time: 1.0, cause: Some(usize::MAX) }];
        assert_eq!(refused(&huge, 2, 0.95), Undefined::Malformed);
        assert_eq!(aalen_johansen(&removals(), 2, None, 0.95).unwrap().at(72.5), Err(Undefined::BeyondFollowUp));
    }

    proptest! {
        #[test]
        fn shares_add_up_and_limits_hold_them(
            raw in prop::collection::vec((prop::option::of(0_u8..10), 0_u8..20, prop::option::of(0_usize..3)), 1..50),
            asked in 0_u8..20,
        ) {
            let units = ended(&raw);
            let Ok(curves) = aalen_johansen(&units, 3, None, 0.95) else { return Ok(()) };
            let Ok(at) = curves.at(f64::from(asked)) else { return Ok(()) };
            let all: f64 = at.causes.iter().map(|cause| cause.share).sum();
            prop_assert!((all + at.event_free - 1.0).abs() < 1e-12);
            for cause in &at.causes {
                let inside = 0.0 <= cause.low && cause.low <= cause.share && cause.share <= cause.high && cause.high <= 1.0;
                prop_assert!(inside, "{cause:?}");
            }
            // The rest of all causes together is the Kaplan-Meier curve of any of them.
            let any: Vec<Followed> =
                units.iter().map(|unit| Followed { entry: unit.entry, time: unit.time, event: unit.cause.is_some() }).collect();
            let survival = kaplan_meier(&any, None, 0.95).unwrap().at(f64::from(asked)).unwrap().survival;
            prop_assert!((survival - at.event_free).abs() < 1e-12);
            // And one less that of a cause, the others taken as censored, is no smaller than its share.
            let first: Vec<Followed> =
                units.iter().map(|unit| Followed { entry: unit.entry, time: unit.time, event: unit.cause == Some(0) }).collect();
            if let Ok(naive) = kaplan_meier(&first, None, 0.95).unwrap().at(f64::from(asked)) {
                prop_assert!(naive.done >= at.causes[0].share - 1e-12);
            }
        }

        #[test]
        fn one_cause_is_kaplan_meier(
            raw in prop::collection::vec((prop::option::of(0_u8..10), 0_u8..20, any::<bool>()), 1..50),
            asked in 0_u8..20,
        ) {
            let one: Vec<_> = raw.iter().map(|(entry, time, event)| (*entry, *time, event.then_some(0))).collect();
            let units = ended(&one);
            let watched: Vec<Followed> =
                units.iter().map(|unit| Followed { entry: unit.entry, time: unit.time, event: unit.cause.is_some() }).collect();
            let (Ok(curves), Ok(curve)) = (aalen_johansen(&units, 2, None, 0.9), kaplan_meier(&watched, None, 0.9)) else {
                return Ok(());
            };
            match (curves.at(f64::from(asked)), curve.at(f64::from(asked))) {
                (Ok(at), Ok(share)) => {
                    let (cause, off) = (at.causes[0], |a: f64, b: f64| (a - b).abs() < 1e-9);
                    let alike = off(cause.share, share.done) && off(cause.low, share.done_low) && off(cause.high, share.done_high);
                    prop_assert!(alike, "{cause:?} {share:?}");
                }
                (one, other) => prop_assert_eq!(one.map(|_| ()), other.map(|_| ())),
            }
        }

        #[test]
        fn without_censoring_the_error_is_binomial(raw in prop::collection::vec((1_u8..9, 0_usize..2), 2..40)) {
            let units = ended(&raw.iter().map(|(time, cause)| (None, *time, Some(*cause))).collect::<Vec<_>>());
            let (Ok(at), n) = (aalen_johansen(&units, 2, None, 0.95).unwrap().at(4.0), units.len() as f64) else { return Ok(()) };
            let x = raw.iter().filter(|(time, cause)| *time <= 4 && *cause == 0).count() as f64;
            prop_assert!((at.causes[0].share - x / n).abs() < 1e-12);
            if let Some(se) = at.causes[0].se {
                prop_assert!((se - (x / n * (1.0 - x / n) / n).sqrt()).abs() < 1e-9);
            }
        }
    }
}
