//! Registers whose truth is known, measured by the profile itself: how often the limits of a figure hold the truth, by the name under which a reader
//! finds it. Estimators alone stand in the truth test of the statistics crate; what is asked here is whether the profile gives them what they need.

mod draw;
mod lists;
mod times;
mod verdicts;

use super::*;
use crate::stats::special::binomial_mass;
use std::collections::BTreeMap;
use std::io::Write;

/// A register made from a seed, and what its figures hold.
type Scene = fn(u64, &mut Held);

const SCENES: [Scene; 15] = [
    verdicts::verdicts_of_letters,
    verdicts::reviewers_who_err,
    verdicts::targeting_within_platforms,
    verdicts::no_targeting,
    verdicts::small_cells,
    verdicts::offices,
    verdicts::applications,
    times::whole_histories,
    times::learned_of_late,
    times::letters_acted_upon_together,
    times::times_known_to_the_day,
    times::steps_at_a_law,
    times::months_that_vary_more,
    lists::independent_lists,
    lists::lists_that_hang_together,
];
/// Registers of each scene.
const REGISTERS: u64 = 400;
/// A line is off where simulation alone would put it so far off, on one side, less often than once in two thousand.
const CHANCE: f64 = 0.0005;

/// What is claimed of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Claim {
    /// As often as it says.
    Nominal,
    /// As often, or more: exact limits, limits of a bound, one-sided ones.
    AtLeast,
    /// Less often, which a caveat says beside the figure: if it held, the caveat would not be needed.
    Falls(&'static str),
}

/// How often limits held the truth, and how wide they were.
#[derive(Debug)]
struct Line {
    claim: Claim,
    held: u64,
    of: u64,
    untold: u64,
    width: f64,
    /// Lacks of the caveat that a line which falls relies on.
    unsaid: u64,
}

/// Lines by name.
#[derive(Debug, Default)]
struct Held(BTreeMap<&'static str, Line>);

impl Held {
    fn count(&mut self, name: &'static str, claim: Claim, limits: Option<(f64, f64)>, truth: f64) -> &mut Line {
        let line = self.0.entry(name).or_insert(Line { claim, held: 0, of: 0, untold: 0, width: 0.0, unsaid: 0 });
        match limits {
            Some((low, high)) => {
                assert!(low <= high, "{name}: {low} above {high}");
                line.of += 1;
                line.held += u64::from(low <= truth && truth <= high);
                line.width += high - low;
            }
            None => line.untold += 1,
        }
        line
    }

    // The limits of a figure. What it is claimed to hold is asked only where a number is told.
    fn figure(&mut self, name: &'static str, claim: Claim, figure: &Figure, truth: f64) {
        let line = self.count(name, claim, figure.limits.filter(|_| matches!(figure.state, "ok" | "boundary")), truth);
        if let Claim::Falls(caveat) = claim {
            line.unsaid += u64::from(!figure.caveats.contains(&caveat));
        }
    }

    // A test where there is nothing to find: it is silent at 0.05 in nineteen of twenty.
    fn silent(&mut self, name: &'static str, claim: Claim, figure: &Figure) {
        let p = figure.p.filter(|_| figure.state == "ok");
        let line = self.count(name, claim, p.map(|p| (p.max(0.05), f64::INFINITY)), p.unwrap_or(0.0));
        if let Claim::Falls(caveat) = claim {
            line.unsaid += u64::from(!figure.caveats.contains(&caveat));
        }
    }

    fn join(&mut self, other: Self) {
        for (name, part) in other.0 {
            match self.0.get_mut(name) {
                Some(line) => {
                    line.held += part.held;
                    line.of += part.of;
                    line.untold += part.untold;
                    line.width += part.width;
                    line.unsaid += part.unsaid;
                }
                None => {
                    self.0.insert(name, part);
                }
            }
        }
    }
}

// The chance of at most so many of n at the level, and of at least so many.
fn tails(held: u64, of: u64) -> (f64, f64) {
    let real = figure::real;
    let mass = |x: u64| binomial_mass(real(x), real(of), figure::LEVEL, 1.0 - figure::LEVEL);
    ((0..=held).map(mass).sum(), (held..=of).map(mass).sum())
}

impl Line {
    // What is wrong with it, if something is.
    fn fault(&self) -> Option<String> {
        let (low, high) = tails(self.held, self.of);
        let (too_rarely, too_often) = (low < CHANCE, high < CHANCE);
        match self.claim {
            _ if self.untold > 0 || self.of == 0 => Some(format!("untold {} times", self.untold)),
            Claim::Nominal | Claim::AtLeast if too_rarely => Some("holds the truth less often than it says".to_owned()),
            Claim::Nominal if too_often => Some("wider than it says".to_owned()),
            Claim::Falls(caveat) if self.unsaid > 0 => Some(format!("{caveat} is not said")),
            Claim::Falls(caveat) if !too_rarely => Some(format!("holds after all: {caveat} is not needed")),
            _ => None,
        }
    }
}

// Registers in turn on two threads.
fn over_registers(one: Scene) -> Held {
    let of = |start: u64| {
        let mut held = Held::default();
        (start..REGISTERS).step_by(2).for_each(|seed| one(seed, &mut held));
        held
    };
    std::thread::scope(|scope| {
        let (even, odd) = (scope.spawn(|| of(0)), scope.spawn(|| of(1)));
        let mut held = even.join().unwrap();
        held.join(odd.join().unwrap());
        held
    })
}

#[test]
fn figures_of_the_profile_hold_the_truth_as_often_as_they_say() {
    let mut all = Held::default();
    for scene in SCENES {
        all.join(over_registers(scene));
    }
    // Written past what a passing test keeps to itself.
    let mut out = std::io::stderr().lock();
    writeln!(out, "{:72} nominal  held      n  untold  mean width", "figure of the profile").unwrap();
    for (name, line) in &all.0 {
        let (share, width) = (figure::real(line.held) / figure::real(line.of), line.width / figure::real(line.of));
        let claim = match line.claim {
            Claim::Nominal => " 0.950 ",
            Claim::AtLeast => ">=0.950",
            Claim::Falls(_) => "<0.950 ",
        };
        let width = if width.is_finite() { format!("{width:.3}") } else { "-".to_owned() };
        writeln!(out, "{name:72} {claim}  {share:.3} {:6} {:7}  {width}", line.of, line.untold).unwrap();
    }
    let faults: Vec<String> = all.0.iter().filter_map(|(name, line)| Some(format!("{name}: {}", line.fault()?))).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_line_is_off_on_either_side_and_where_nothing_is_told() {
    let line = |claim, held| Line { claim, held, of: 400, untold: 0, width: 0.0, unsaid: 0 };
    assert_eq!(line(Claim::Nominal, 380).fault(), None);
    assert!(line(Claim::Nominal, 360).fault().is_some() && line(Claim::AtLeast, 360).fault().is_some());
    assert!(line(Claim::Nominal, 398).fault().is_some() && line(Claim::AtLeast, 398).fault().is_none());
    assert!(line(Claim::Falls("caveat"), 380).fault().is_some() && line(Claim::Falls("caveat"), 330).fault().is_none());
    assert!(Line { untold: 1, ..line(Claim::AtLeast, 399) }.fault().is_some());
    assert!(Line { unsaid: 1, ..line(Claim::Falls("caveat"), 330) }.fault().is_some());
}
