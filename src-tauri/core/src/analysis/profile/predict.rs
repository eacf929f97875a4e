//! C4: whether lawful conditions explain what is decided, and whether others add to it. What was not ordered away is never reviewed, so of content no
//! decision varies; of applications it does: some were acted upon and some were not.

use super::figure::{LEVEL, SEED};
use super::targets::{decided, is_power};
use super::{Figure, Population, Selection, Unit};
use crate::analysis::frame::{ComplaintRow, Tri};
use crate::model::terms::{CHANNELS, ITEM_LANGUAGES};
use crate::stats::{Display, Random, Ratio, Undefined, e_value, firth, firth_nested, predictability};
use crate::store::Protected;
use std::collections::BTreeMap;

/// Decisions of the rarer kind for each tested term (statistics, C4).
pub(super) const RARER_PER_TERM: usize = 10;

/// What may decide on an application.
struct Factor {
    code: &'static str,
    /// The law makes it count; otherwise it should not.
    is_lawful: bool,
    of: fn(&ComplaintRow) -> Option<bool>,
}

// The law protects children, and the application is to be signed. What the expert group concluded is part of the decision and explains nothing.
const FACTORS: [Factor; 5] = [
    Factor { code: "child", is_lawful: true, of: |row| row.victim.map(|victim| victim == Protected::Child) },
    Factor {
        code: "signed",
        is_lawful: true,
        of: |row| match row.is_signed {
            Tri::Yes => Some(true),
            Tri::No => Some(false),
            Tri::Unknown => None,
        },
    },
    Factor { code: OFFICIAL, is_lawful: false, of: |row| is_power(row.victim) },
    Factor {
        code: "e_otinish",
        is_lawful: false,
        of: |row| match CHANNELS.get(usize::from(row.channel)).copied() {
            None | Some("unknown") => None,
            Some(channel) => Some(channel == "e_otinish"),
        },
    },
    Factor {
        code: "kazakh",
        is_lawful: false,
        of: |row| match ITEM_LANGUAGES.get(usize::from(row.language)).copied() {
            None | Some("") => None,
            Some(language) => Some(language == "kk"),
        },
    },
];
const OFFICIAL: &str = "official";

type Decided<'f> = (&'f ComplaintRow, bool);

/// Makes the figures of C4.
pub(super) fn figures(selection: &Selection<'_>) -> Vec<Figure> {
    let all: Vec<Decided<'_>> = selection.frame.complaints.iter().filter_map(|row| Some((row, decided(row)?))).collect();
    let used: Vec<&Factor> = FACTORS.iter().filter(|factor| is_known(factor, &all)).collect();
    let whole: Vec<Decided<'_>> =
        all.iter().copied().filter(|(row, _)| used.iter().all(|factor| (factor.of)(row).is_some())).collect();
    let counts = (whole.len() as u64, (all.len() - whole.len()) as u64);
    let said = |figure: Figure| {
        let figure = Figure { n: counts.0, unknown: counts.1, clusters: counts.0, ..figure };
        let figure = figure.with("caveat-lawful-recorded").with("caveat-unrecorded-factor").with("caveat-complaints-known");
        if used.len() < FACTORS.len() && !all.is_empty() { figure.with("caveat-factors-left-out") } else { figure }
    };
    let mut list = vec![of_orders(selection)];
    // Without the alleged victim neither side of the question has its first factor.
    let identified = used.iter().any(|factor| factor.code == OFFICIAL);
    let made = |figure: Figure, make: &dyn Fn(Figure) -> Figure| match (all.is_empty(), identified) {
        (true, _) => said(figure),
        (false, true) => make(said(figure)),
        (false, false) => {
            let figure = said(figure).with("caveat-victims-unrecorded");
            Figure { display: Display::Counts, state: "not_identified", ..figure }
        }
    };
    list.push(made(Figure::empty("C4.extraneous", "C4.plr/1", Population::Complaints, Unit::ChiSquared), &|figure| {
        tested(&whole, &used, figure)
    }));
    list.push(made(
        Figure::empty("C4.extraneous_one_per_group", "C4.plr/1", Population::Complaints, Unit::ChiSquared),
        &|figure| one_per_group(&whole, &used, figure),
    ));
    if identified {
        list.extend(factors(&whole, &used, &said));
    }
    for (name, is_lawful) in [("C4.explained_by_law", true), ("C4.explained_by_others", false)] {
        let figure = Figure::empty(name, "C4.u/1", Population::Complaints, Unit::Share);
        list.push(made(figure, &|figure| explained(&whole, &used, is_lawful, figure, |found| found.0)));
    }
    for (name, is_lawful) in [("C4.tau_by_law", true), ("C4.tau_by_others", false)] {
        let figure = Figure::empty(name, "C4.tau/1", Population::Complaints, Unit::Share);
        list.push(made(figure, &|figure| explained(&whole, &used, is_lawful, figure, |found| found.1)));
    }
    list
}

// On orders alone there is nothing to explain: all that the register knows of content was ordered away.
fn of_orders(selection: &Selection<'_>) -> Figure {
    let n = selection.judged().count() as u64;
    let empty = Figure::empty("C4.of_orders", "C4.plr/1", Population::Reviewed, Unit::ChiSquared);
    let display = if n > 0 { Display::Counts } else { Display::Nothing };
    Figure { n, display, state: "not_identified", ..empty.with("caveat-ignored-content-unreviewed") }
}

// Known of at least half of those acted upon and of those not: what is written down of one side alone would look like its cause.
fn is_known(factor: &Factor, all: &[Decided<'_>]) -> bool {
    [true, false].into_iter().all(|side| {
        let of_side: Vec<bool> =
            all.iter().filter(|(_, acted)| *acted == side).map(|(row, _)| (factor.of)(row).is_some()).collect();
        2 * of_side.iter().filter(|is| **is).count() >= of_side.len()
    }) && all.iter().any(|(row, _)| (factor.of)(row).is_some())
}

/// What a regression is made of: outcomes, columns, and which factor each column is.
struct Design<'f> {
    outcomes: Vec<bool>,
    terms: Vec<Vec<f64>>,
    factors: Vec<&'f Factor>,
}

impl<'f> Design<'f> {
    // Lawful factors first. A factor that never varies, or that others determine, has no term.
    fn of(rows: &[Decided<'_>], used: &[&'f Factor]) -> Result<Self, &'static str> {
        let outcomes: Vec<bool> = rows.iter().map(|(_, acted)| *acted).collect();
        let columns: Vec<(&'f Factor, Vec<f64>)> = used
            .iter()
            .map(|factor| {
                (*factor, rows.iter().map(|(row, _)| f64::from(u8::from((factor.of)(row) == Some(true)))).collect::<Vec<f64>>())
            })
            .filter(|(_, column)| column.iter().any(|value| *value > 0.5) && column.iter().any(|value| *value < 0.5))
            .collect();
        let acted = outcomes.iter().filter(|acted| **acted).count();
        let rarer = acted.min(outcomes.len() - acted);
        let tested = columns.iter().filter(|(factor, _)| !factor.is_lawful).count();
        if tested == 0 || rarer == 0 {
            return Err(Undefined::NoVariation.code());
        }
        if rarer < RARER_PER_TERM * tested {
            return Err("too_few_decisions");
        }
        let mut design = Self { outcomes, terms: Vec::new(), factors: Vec::new() };
        for (factor, column) in columns {
            design.terms.push(column);
            match firth_nested(&design.outcomes, &design.terms, &[design.terms.len() - 1]) {
                Ok(_) => design.factors.push(factor),
                Err(Undefined::CollinearTerms) => drop(design.terms.pop()),
                Err(why) => return Err(why.code()),
            }
        }
        if design.tested().is_empty() { Err(Undefined::CollinearTerms.code()) } else { Ok(design) }
    }

    fn tested(&self) -> Vec<usize> {
        self.factors.iter().enumerate().filter(|(_, factor)| !factor.is_lawful).map(|(place, _)| place).collect()
    }
}

// Whether extraneous factors add to the lawful ones: the penalised likelihood-ratio test of all of them together.
fn tested(rows: &[Decided<'_>], used: &[&Factor], figure: Figure) -> Figure {
    let found = Design::of(rows, used)
        .and_then(|design| firth_nested(&design.outcomes, &design.terms, &design.tested()).map_err(Undefined::code));
    match found {
        Ok(test) => Figure {
            estimate: Some(test.chi2),
            p: Some(test.p),
            df: Some(test.df as u64),
            display: Display::Interval,
            state: "ok",
            ..figure
        },
        Err(state) => Figure { display: Display::Counts, state, ..figure },
    }
}

// The same on one application of each comparable group, drawn with the same chance: those of a group are not independent.
fn one_per_group(rows: &[Decided<'_>], used: &[&Factor], figure: Figure) -> Figure {
    let mut groups: BTreeMap<&str, Vec<Decided<'_>>> = BTreeMap::new();
    let mut drawn: Vec<Decided<'_>> = Vec::new();
    for decided in rows {
        match decided.0.group.as_str() {
            "" => drawn.push(*decided),
            group => groups.entry(group).or_default().push(*decided),
        }
    }
    if groups.values().all(|group| group.len() < 2) {
        let display = if rows.is_empty() { Display::Nothing } else { Display::Counts };
        return Figure { display, state: "nothing_grouped", ..figure };
    }
    let mut random = Random::seeded(SEED);
    drawn.extend(groups.values().filter_map(|group| group.get(random.below(group.len()))));
    let n = drawn.len() as u64;
    tested(&drawn, used, Figure { n, clusters: n, ..figure })
}

// Each extraneous factor beside all others: the ratio of the odds of being acted upon with it and without. Exploratory.
fn factors(rows: &[Decided<'_>], used: &[&Factor], said: &dyn Fn(Figure) -> Figure) -> Vec<Figure> {
    let empty = || said(Figure::empty("C4.factor", "C4.firth/1", Population::Complaints, Unit::OddsRatio));
    let strength = said(Figure::empty("C4.e_value", "C4.e/1", Population::Complaints, Unit::Index));
    let Ok(design) = Design::of(rows, used) else { return Vec::new() };
    let fit = match firth(&design.outcomes, &design.terms, LEVEL) {
        Ok(fit) => fit,
        Err(why) => return vec![Figure { display: Display::Counts, ..empty().without(why) }],
    };
    let mut list = Vec::new();
    for (factor, term) in design.factors.iter().zip(&fit.terms).filter(|(factor, _)| !factor.is_lawful) {
        let (estimate, low, high) = term.odds_ratio();
        let shown = |figure: Figure| Figure { display: Display::Interval, state: "ok", ..figure };
        list.push(shown(
            Figure { estimate: Some(estimate), limits: Some((low, high)), p: Some(term.p), ..empty() }.of("factor", factor.code),
        ));
        if factor.code == OFFICIAL
            && let Ok(found) = e_value(estimate, low, high, Ratio::CommonOdds)
        {
            let limits = Some((found.limit, f64::INFINITY));
            list.push(shown(Figure { estimate: Some(found.estimate), limits, ..strength.clone() }));
        }
    }
    list
}

// How much of what is decided a pattern of factors takes away: uncertainty coefficient with the terms of Miller and Madow, and tau.
fn explained(rows: &[Decided<'_>], used: &[&Factor], is_lawful: bool, figure: Figure, which: fn((f64, f64)) -> f64) -> Figure {
    let mut patterns: BTreeMap<Vec<bool>, [u64; 2]> = BTreeMap::new();
    for (row, acted) in rows {
        let of = |factor: &&&Factor| factor.is_lawful == is_lawful;
        let pattern = used.iter().filter(of).map(|factor| (factor.of)(row) == Some(true)).collect();
        let [yes, no] = patterns.entry(pattern).or_default();
        *if *acted { yes } else { no } += 1;
    }
    let table: Vec<Vec<u64>> = patterns.values().map(|counts| counts.to_vec()).collect();
    match predictability(&table) {
        Ok(found) if found.has_enough_cases() => Figure {
            // Below 0 the factor takes away less than chance would: nothing.
            estimate: Some(which((found.uncertainty_miller_madow.max(0.0), found.tau))),
            display: Display::Interval,
            state: "ok",
            ..figure
        },
        Ok(_) => Figure { display: Display::Counts, state: "sparse", ..figure },
        Err(why) => Figure { display: Display::Counts, ..figure.without(why) },
    }
}
