//! C8 beside its ratio: the difference of shares, the ratio within strata of platform, time and language, whether strata have one ratio, the ratio
//! with Firth's penalty where a cell is small, and whether the sum of strata points another way than they do (C14, Simpson).

use super::figure::{LEVEL, SEED, Variant};
use super::made_of::month_of;
use super::targets::{ROW_MIN, count, is_bullying_or_criticism, is_power, ratio};
use super::{CRITICISM, Figure, Population, Selection, Tally, Unit};
use crate::analysis::frame::{Code, Frame, NO_CODE};
use crate::model::terms::ITEM_LANGUAGES;
use crate::stats::{Display, Random, Simpson, Table as Square, firth, mantel_haenszel, newcombe, simpson_check};
use std::collections::BTreeMap;

/// Fewer items in a cell call for Firth's penalty (statistics, C8).
pub(super) const CELL_MIN: u64 = 10;
/// Items of the rarer verdict for each term of a regression.
pub(super) const RARER_PER_TERM: u64 = 10;
/// Platforms that are held against the rest: those with most items.
pub(super) const PLATFORMS_MAX: usize = 5;

/// A reviewed item that is criticism or bullying, and whom its order protects.
#[derive(Debug, Clone, Copy)]
pub(super) struct Case {
    pub cluster: u32,
    /// An official or a body is protected.
    pub power: bool,
    pub is_criticism: bool,
    platform: Option<u32>,
    quarter: Option<i32>,
    language: Code,
}

/// What items are told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Factor {
    Platform,
    Quarter,
    Language,
}

impl Factor {
    pub(super) const ALL: [Self; 3] = [Self::Platform, Self::Quarter, Self::Language];

    const fn code(self) -> &'static str {
        match self {
            Self::Platform => "platform",
            Self::Quarter => "quarter",
            Self::Language => "language",
        }
    }

    const fn within(self) -> &'static str {
        match self {
            Self::Platform => "C8.targeting_within_platforms",
            Self::Quarter => "C8.targeting_within_quarters",
            Self::Language => "C8.targeting_within_languages",
        }
    }

    // What is unknown is a stratum of its own: it is compared with nothing else.
    fn of(self, case: &Case) -> i64 {
        match self {
            Self::Platform => case.platform.map_or(-1, i64::from),
            Self::Quarter => case.quarter.map_or(-1, i64::from),
            Self::Language => i64::from(case.language),
        }
    }
}

/// Lists the items that C8 compares, and how many more there are of which it is unknown whom the order protects.
pub(super) fn cases(selection: &Selection<'_>) -> (Vec<Case>, u64) {
    let (mut cases, mut unknown) = (Vec::new(), 0);
    for (order, item, judged) in selection.judged().filter(|(.., judged)| is_bullying_or_criticism(judged.verdict)) {
        let Some(power) = is_power(item.protected) else {
            unknown += 1;
            continue;
        };
        let quarter = quarter_of(month_of(order));
        let language = if ITEM_LANGUAGES.get(usize::from(item.language)).is_none_or(|code| code.is_empty()) {
            NO_CODE
        } else {
            item.language
        };
        let is_criticism = judged.verdict == CRITICISM;
        cases.push(Case { cluster: order.cluster, power, is_criticism, platform: order.platform, quarter, language });
    }
    (cases, unknown)
}

fn quarter_of(month: Option<(i32, u32)>) -> Option<i32> {
    let (year, month) = month?;
    year.checked_mul(4)?.checked_add(i32::try_from(month.saturating_sub(1) / 3).ok()?)
}

/// Makes the tables of clusters.
pub(super) fn by_cluster(cases: &[Case]) -> Vec<Square> {
    let mut clusters: BTreeMap<u32, Square> = BTreeMap::new();
    for case in cases {
        count(clusters.entry(case.cluster).or_default(), case.power, case.is_criticism);
    }
    clusters.into_values().collect()
}

/// Makes the figures beside the ratio. The ratio itself is taken away where strata and their sum disagree: then only the one within them is shown.
pub(super) fn figures(selection: &Selection<'_>, cases: &[Case], targeting: &mut Figure) -> Vec<Figure> {
    let drawn = one_of_each(cases);
    let checks: Vec<(Factor, Figure, Option<Simpson>)> = Factor::ALL.map(|factor| checked(cases, targeting, factor)).into();
    let mut list = vec![difference(selection, cases)];
    list.extend(Factor::ALL.map(|factor| within(cases, &drawn, factor.within(), &[factor])));
    list.push(within(cases, &drawn, "C8.targeting_within_all", &Factor::ALL));
    stand_in(targeting, &mut list, &checks);
    list.extend(Factor::ALL.map(|factor| alike(&drawn, factor)));
    list.push(penalised(cases, &drawn));
    list.extend(by_language(cases));
    list.extend(by_platform(selection.frame, cases));
    list.extend(checks.into_iter().map(|(_, figure, _)| figure));
    list
}

// Of each cluster one item, each with the same chance: items drawn so are independent, which the tests over strata take for granted.
fn one_of_each(cases: &[Case]) -> Vec<Case> {
    let mut clusters: BTreeMap<u32, Vec<&Case>> = BTreeMap::new();
    for case in cases {
        clusters.entry(case.cluster).or_default().push(case);
    }
    let mut random = Random::seeded(SEED);
    clusters.values().filter_map(|held| held.get(random.below(held.len())).map(|case| **case)).collect()
}

fn strata(cases: &[Case], factors: &[Factor]) -> Vec<Square> {
    let mut strata: BTreeMap<Vec<i64>, Square> = BTreeMap::new();
    for case in cases {
        let key = factors.iter().map(|factor| factor.of(case)).collect();
        count(strata.entry(key).or_default(), case.power, case.is_criticism);
    }
    strata.into_values().collect()
}

// The share of criticism where an official or a body is protected less that elsewhere, on effective sizes (Newcombe).
fn difference(selection: &Selection<'_>, cases: &[Case]) -> Figure {
    let fresh = || Tally::of(selection.frame.clusters);
    let (mut power, mut others) = (fresh(), fresh());
    for case in cases {
        if case.power { &mut power } else { &mut others }.add(case.cluster, case.is_criticism);
    }
    let clusters = by_cluster(cases).len() as u64;
    let empty = Figure::empty("C8.difference", "C8.d/1", Population::Reviewed, Unit::Difference).with("caveat-no-intention");
    let n = cases.len() as u64;
    let figure = Figure { n, clusters, ..empty };
    if n == 0 {
        return figure;
    }
    if power.totals().1 < ROW_MIN || others.totals().1 < ROW_MIN {
        return Figure { display: Display::Counts, state: "too_few", ..figure };
    }
    let figure = if clusters < n { figure.with("caveat-clusters") } else { figure };
    match power.sample().and_then(|one| newcombe(one, others.sample()?, LEVEL)) {
        Ok(found) => Figure {
            estimate: Some(found.estimate),
            limits: Some((found.low, found.high)),
            display: Display::Interval,
            state: "ok",
            ..figure
        },
        Err(why) => Figure { display: Display::Counts, ..figure.without(why) },
    }
}

// The ratio that strata have in common (Cochran, Mantel and Haenszel), on one item of each cluster.
fn within(cases: &[Case], drawn: &[Case], name: &'static str, factors: &[Factor]) -> Figure {
    let tables = strata(drawn, factors);
    let sum = Square::sum(&tables);
    let empty = Figure::empty(name, "C8.mh/2", Population::Reviewed, Unit::OddsRatio).with("caveat-no-intention");
    let figure = Figure { x: Some(sum.a), n: sum.total(), clusters: tables.len() as u64, ..empty };
    if sum.total() == 0 {
        return figure;
    }
    let figure = if drawn.len() < cases.len() { figure.with("caveat-one-of-each") } else { figure };
    if sum.a + sum.b < ROW_MIN || sum.c + sum.d < ROW_MIN {
        return Figure { display: Display::Counts, state: "too_few", ..figure };
    }
    match mantel_haenszel(&tables, LEVEL) {
        Ok(found) => Figure {
            estimate: Some(found.odds_ratio),
            limits: found.limits.map(|limits| (limits.low, limits.high)),
            p: Some(found.p),
            display: Display::Interval,
            state: "ok",
            ..figure
        },
        Err(why) => Figure { display: Display::Counts, ..figure.without(why) },
    }
}

// Whether strata have one ratio (Breslow and Day with Tarone's correction). Below ten items a stratum the approximation is worth nothing.
fn alike(drawn: &[Case], factor: Factor) -> Figure {
    let tables: Vec<Square> = strata(drawn, &[factor]).into_iter().filter(|table| table.is_informative()).collect();
    let n = Square::sum(&tables).total();
    let empty = Figure::empty("C8.same_ratio", "C8.bd/1", Population::Reviewed, Unit::ChiSquared).of("factor", factor.code());
    let figure = Figure { n, clusters: tables.len() as u64, ..empty };
    if n == 0 {
        return figure;
    }
    if tables.iter().any(|table| table.total() < ROW_MIN) {
        return Figure { display: Display::Counts, state: "sparse", ..figure };
    }
    match mantel_haenszel(&tables, LEVEL).map(|found| found.homogeneity) {
        Ok(Some(found)) => Figure {
            estimate: Some(found.tarone),
            p: Some(found.p),
            df: Some(found.df as u64),
            display: Display::Interval,
            state: "ok",
            ..figure
        },
        Ok(None) => Figure { display: Display::Counts, state: "one_stratum", ..figure },
        Err(why) => Figure { display: Display::Counts, ..figure.without(why) },
    }
}

// The ratio with Firth's penalty and limits of the profile, beside platform and language as far as the rarer verdict bears their terms. Only where a
// cell is small: elsewhere the ratio of the table stands.
fn penalised(cases: &[Case], drawn: &[Case]) -> Figure {
    let sum = Square::sum(&strata(drawn, &[]));
    let empty =
        Figure::empty("C8.targeting_firth", "C8.firth/1", Population::Reviewed, Unit::OddsRatio).with("caveat-no-intention");
    let figure = Figure { x: Some(sum.a), n: sum.total(), clusters: sum.total(), ..empty };
    if sum.total() == 0 {
        return figure;
    }
    let counted = |figure: Figure, state| Figure { display: Display::Counts, state, ..figure };
    if sum.a + sum.b < ROW_MIN || sum.c + sum.d < ROW_MIN {
        return counted(figure, "too_few");
    }
    if [sum.a, sum.b, sum.c, sum.d].iter().all(|cell| *cell >= CELL_MIN) {
        return counted(figure, "not_needed");
    }
    let figure = if drawn.len() < cases.len() { figure.with("caveat-one-of-each") } else { figure };
    let outcomes: Vec<bool> = drawn.iter().map(|case| case.is_criticism).collect();
    let rarer = (sum.a + sum.c).min(sum.b + sum.d);
    let fitted = [&[Factor::Platform, Factor::Language][..], &[Factor::Platform], &[]].into_iter().find_map(|factors| {
        let terms = terms(drawn, factors);
        let bears = factors.is_empty() || rarer >= RARER_PER_TERM * terms.len() as u64;
        bears.then(|| firth(&outcomes, &terms, LEVEL)).filter(|found| factors.is_empty() || found.is_ok())
    });
    match fitted.map(|found| found.map(|fit| fit.terms.first().copied())) {
        Some(Ok(Some(term))) => {
            let (estimate, low, high) = term.odds_ratio();
            let shown = Figure { display: Display::Interval, state: "ok", ..figure };
            Figure { estimate: Some(estimate), limits: Some((low, high)), p: Some(term.p), ..shown }
        }
        Some(Err(why)) => {
            let state = figure.clone().without(why).state;
            counted(figure, state)
        }
        _ => counted(figure, "not_converged"),
    }
}

// Whom the order protects first, then one column for each level of the factors but the first.
fn terms(cases: &[Case], factors: &[Factor]) -> Vec<Vec<f64>> {
    let column = |holds: &dyn Fn(&Case) -> bool| cases.iter().map(|case| f64::from(u8::from(holds(case)))).collect::<Vec<f64>>();
    let mut terms = vec![column(&|case| case.power)];
    for factor in factors {
        let levels: std::collections::BTreeSet<i64> = cases.iter().map(|case| factor.of(case)).collect();
        terms.extend(levels.into_iter().skip(1).map(|level| column(&|case| factor.of(case) == level)));
    }
    terms
}

// Exploratory: the odds of criticism in one language by the odds in the others, whomever the order protects.
fn by_language(cases: &[Case]) -> Vec<Figure> {
    let known = ITEM_LANGUAGES.iter().zip(0_u8..).filter(|(code, _)| !code.is_empty());
    let occurs = known.filter(|(_, place)| cases.iter().any(|case| case.language == *place));
    occurs
        .map(|(code, place)| {
            let variant = Variant { list: "language", code: (*code).to_owned() };
            against_rest(cases, "C8.criticism_by_language", variant, &|case| {
                (case.language != NO_CODE).then_some(case.language == place)
            })
        })
        .collect()
}

fn by_platform(frame: &Frame, cases: &[Case]) -> Vec<Figure> {
    let mut counts: BTreeMap<u32, u64> = BTreeMap::new();
    cases.iter().filter_map(|case| case.platform).for_each(|platform| *counts.entry(platform).or_default() += 1);
    let mut most: Vec<(u32, u64)> = counts.into_iter().filter(|(_, count)| *count >= ROW_MIN).collect();
    most.sort_by_key(|(place, count)| (std::cmp::Reverse(*count), *place));
    let named = most.into_iter().take(PLATFORMS_MAX).filter_map(|(place, _)| Some((place, frame.platforms.get(place as usize)?)));
    named
        .map(|(place, id)| {
            let variant = Variant { list: super::PLATFORM, code: id.to_string() };
            against_rest(cases, "C8.criticism_by_platform", variant, &|case| case.platform.map(|platform| platform == place))
        })
        .collect()
}

fn against_rest(cases: &[Case], name: &'static str, variant: Variant, is: &dyn Fn(&Case) -> Option<bool>) -> Figure {
    let mut clusters: BTreeMap<u32, Square> = BTreeMap::new();
    let mut unknown = 0;
    for case in cases {
        match is(case) {
            Some(is) => count(clusters.entry(case.cluster).or_default(), is, case.is_criticism),
            None => unknown += 1,
        }
    }
    let tables: Vec<Square> = clusters.into_values().collect();
    let empty = Figure::empty(name, "C8.rest/1", Population::Reviewed, Unit::OddsRatio);
    ratio(&tables, Figure { variant: Some(variant), unknown, ..empty }).with("caveat-no-intention")
}

// C14: the ratio within strata by the ratio of their sum.
fn checked(cases: &[Case], targeting: &Figure, factor: Factor) -> (Factor, Figure, Option<Simpson>) {
    let tables = strata(cases, &[factor]);
    let empty = Figure::empty("C14.simpson", "C14.simpson/1", Population::Reviewed, Unit::Index).of("factor", factor.code());
    let figure = Figure { n: cases.len() as u64, clusters: tables.len() as u64, ..empty };
    if cases.is_empty() {
        return (factor, figure, None);
    }
    if targeting.state != "ok" {
        return (factor, Figure { display: Display::Counts, state: targeting.state, ..figure }, None);
    }
    match simpson_check(&tables) {
        Ok(found) => {
            let state = match (found.strict_reversal, found.pooled_reversal, found.is_flagged()) {
                (true, ..) => "reversed",
                (_, true, _) => "pooled_reversed",
                (.., true) => "changed",
                _ => "ok",
            };
            let estimate = found.relative_change.map(|change| 1.0 + change).filter(|value| value.is_finite());
            (factor, Figure { estimate, display: Display::Interval, state, ..figure }, Some(found))
        }
        Err(why) => (factor, Figure { display: Display::Counts, ..figure.without(why) }, None),
    }
}

/// What is said beside the ratio within strata where it stands for the one over all.
pub(super) const STANDS: &str = "caveat-stands-for-crude";

// Where the sum of strata misleads, the ratio within those that change it most is all that is shown (statistics, C14).
fn stand_in(targeting: &mut Figure, within: &mut [Figure], checks: &[(Factor, Figure, Option<Simpson>)]) {
    let flagged =
        checks.iter().filter_map(|(factor, _, found)| Some((*factor, found.as_ref().filter(|found| found.is_flagged())?)));
    let Some((factor, _)) = flagged.max_by(|(_, one), (_, other)| one.apart().total_cmp(&other.apart())) else { return };
    let Some(figure) = within.iter_mut().find(|figure| figure.name == factor.within() && figure.p.is_some()) else {
        targeting.caveats.push("caveat-strata-differ");
        return;
    };
    figure.caveats.push(STANDS);
    *targeting =
        Figure { estimate: None, limits: None, p: None, display: Display::Counts, state: "strata_differ", ..targeting.clone() };
}
