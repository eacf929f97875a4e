//! C3, C8, C9, C10: whom the power serves. Verdicts by whom an order protects, applications acted upon by who is the alleged victim, comparable
//! applications decided differently, and how far orders gather on few beneficiaries.

use super::figure::{LEVEL, SEED};
use super::within::{self, Case};
use super::{BULLYING, CRITICISM, Draws, Figure, PENDING, Population, Selection, Table, Tally, Unit, known};
use crate::analysis::frame::{ComplaintRow, Frame, Tri};
use crate::model::terms::{DECISIONS, VERDICTS};
use crate::stats::{
    Concentration, ConcentrationLimits, Display, LikeStatistic, Placed, Ratio, Resampled, Resampling, Table as Square, Undefined,
    bootstrap_concentration, bootstrap_like_cases, cluster_odds_ratio, concentration, e_value, like_cases, odds_ratio,
    one_item_each,
};
use crate::store::Protected;
use std::collections::BTreeMap;

/// Fewer items in a row of the table give no ratio (statistics, C8).
pub(super) const ROW_MIN: u64 = 10;
/// A cell that rests on fewer clusters is tested exactly, on one item of each cluster.
pub(super) const CLUSTERS_MIN: usize = 10;
/// Fewer groups are counted and not measured; a heading needs thirty (statistics, C3).
pub(super) const GROUPS_MIN: u64 = 10;
pub(super) const GROUPS_HEADLINE: u64 = 30;
/// Fewer orders or beneficiaries give no index (statistics, C10).
pub(super) const CONCENTRATION_ORDERS_MIN: u64 = 30;
pub(super) const BENEFICIARIES_MIN: usize = 5;
/// Offices that fewer orders protect are put together.
pub(super) const OFFICE_MIN: usize = 5;
/// Draws of clusters for the limits of the indices, and orders above which they would take too long while somebody waits.
pub(super) const OFFICE_REPLICATES: u32 = 2_000;
pub(super) const BOOTSTRAP_ORDERS_MAX: usize = 5_000;
pub(super) const REPLICATES: u32 = 10_000;

/// Kinds of whom an order protects, in the order of tables.
pub const PROTECTED: [&str; 5] = ["child", "adult", "official", "institution", "unknown"];

/// Returns the place among [`PROTECTED`].
pub(super) const fn place_of(kind: Option<Protected>) -> usize {
    match kind {
        Some(Protected::Child) => 0,
        Some(Protected::Adult) => 1,
        Some(Protected::Official) => 2,
        Some(Protected::Institution) => 3,
        None => 4,
    }
}

/// Says whether power is protected: officials and bodies against children and other persons; whoever is unknown is on neither side.
pub(super) const fn is_power(kind: Option<Protected>) -> Option<bool> {
    match kind {
        Some(Protected::Official | Protected::Institution) => Some(true),
        Some(Protected::Child | Protected::Adult) => Some(false),
        None => None,
    }
}

/// Makes the figures of C8 and C9, and what holds at ratios of knowledge.
pub(super) fn figures(selection: &Selection<'_>) -> Vec<Figure> {
    let (cases, unknown) = within::cases(selection);
    let mut targeting = targeting(&cases, unknown);
    let beside = within::figures(selection, &cases, &mut targeting);
    let standing = beside.iter().find(|figure| figure.caveats.contains(&within::STANDS));
    let explained = explained_away(standing.unwrap_or(&targeting));
    let mut list = vec![targeting, explained];
    list.extend(beside);
    let acted = acted_upon(selection);
    let [.., odds] = &acted;
    let beside = known::figures(selection, odds);
    list.extend(acted);
    list.extend(beside);
    list
}

/// Makes the figures of C3 and C10 whose intervals are drawn. Pairs at ratios of knowledge stand after these pairs themselves.
pub(super) fn drawn(selection: &Selection<'_>, draws: Draws) -> Vec<Figure> {
    likes(selection, draws).into_iter().chain(gathered(selection, draws)).collect()
}

/// Counts reviewed items by verdict and whom the order protects.
pub(super) fn verdicts_by_protected(selection: &Selection<'_>) -> Table {
    let mut counts = vec![vec![0_u64; VERDICTS.len()]; PROTECTED.len()];
    for (_, item, judged) in selection.judged() {
        let cell = counts.get_mut(place_of(item.protected)).and_then(|row| row.get_mut(usize::from(judged.verdict)));
        if let Some(count) = cell {
            *count += 1;
        }
    }
    Table {
        name: "verdicts_by_protected",
        population: Population::Reviewed,
        rows: PROTECTED.map(str::to_owned).to_vec(),
        columns: VERDICTS.map(str::to_owned).to_vec(),
        counts,
        caveats: vec!["caveat-known-orders-only", "caveat-no-intention"],
    }
}

// C8: among reviewed items that are criticism or bullying, the odds of criticism where an official or a body is protected, by those elsewhere.
fn targeting(cases: &[Case], unknown: u64) -> Figure {
    let figure = Figure { unknown, ..Figure::empty("C8.targeting", "C8/1", Population::Reviewed, Unit::OddsRatio) };
    ratio(&within::by_cluster(cases), figure).with("caveat-no-intention")
}

/// Says whether a verdict is one of the two that C8 compares.
pub(super) const fn is_bullying_or_criticism(verdict: u8) -> bool {
    matches!(verdict, BULLYING | CRITICISM)
}

// How strong a cause that the register does not record must be to explain the ratio away (C8). Both verdicts are common, so their odds are no
// near risks.
fn explained_away(targeting: &Figure) -> Figure {
    let empty = Figure { n: targeting.n, clusters: targeting.clusters, unknown: targeting.unknown, ..E_VALUE };
    let (Some(estimate), Some((low, high))) = (targeting.estimate, targeting.limits) else {
        return Figure { state: targeting.state, ..empty };
    };
    match e_value(estimate, low, high, Ratio::CommonOdds) {
        Ok(found) => Figure {
            estimate: Some(found.estimate),
            limits: Some((found.limit, f64::INFINITY)),
            display: targeting.display,
            state: "ok",
            ..empty
        },
        Err(why) => empty.without(why),
    }
}

const E_VALUE: Figure = Figure::empty("C8.e_value", "C8.e/1", Population::Reviewed, Unit::Index);

/// Counts one thing in a table: whether power is protected, and whether what is counted is so.
pub(super) const fn count(table: &mut Square, power: bool, hit: bool) {
    match (power, hit) {
        (true, true) => table.a += 1,
        (true, false) => table.b += 1,
        (false, true) => table.c += 1,
        (false, false) => table.d += 1,
    }
}

// C9: of the applications known to be decided, those that led to an order, by who is the alleged victim. What is not known to have come before the
// ministry, or is still pending, is neither.
fn acted_upon(selection: &Selection<'_>) -> [Figure; 5] {
    let each = || Tally::of(u32::try_from(selection.frame.complaints.len()).unwrap_or(u32::MAX));
    let (mut all, mut power, mut children, mut in_term) = (each(), each(), each(), each());
    let mut table = Square::default();
    let mut unknown = 0;
    for (place, complaint) in (0_u32..).zip(&selection.frame.complaints) {
        let Some(acted) = decided(complaint) else {
            all.add_unknown();
            continue;
        };
        all.add(place, acted);
        match complaint.in_term {
            // Where no reply came there is nothing that could be in time.
            _ if is_unanswered(complaint) => {}
            Tri::Yes => in_term.add(place, true),
            Tri::No => in_term.add(place, false),
            Tri::Unknown => in_term.add_unknown(),
        }
        match is_power(complaint.victim) {
            Some(true) => power.add(place, acted),
            Some(false) if complaint.victim == Some(Protected::Child) => children.add(place, acted),
            Some(false) => {}
            None => unknown += 1,
        }
        if let Some(power) = is_power(complaint.victim) {
            count(&mut table, power, acted);
        }
    }
    let share = |tally: &Tally, name| tally.share(name, "C9/1", Population::Complaints).with("caveat-complaints-known");
    let odds = Figure { unknown, ..Figure::empty("C9.acted_on_ratio", "C9/1", Population::Complaints, Unit::OddsRatio) };
    [
        share(&all, "C9.acted_on"),
        share(&power, "C9.acted_on_officials"),
        share(&children, "C9.acted_on_children"),
        share(&in_term, "C9.decided_in_term"),
        of_single(table, Figure { clusters: table.total(), ..odds }).with("caveat-complaints-known"),
    ]
}

/// Counts the applications known to be decided: rows of children, other persons, officials and bodies, and unknown; columns of those acted upon and not.
pub(super) fn complaint_cells(frame: &Frame) -> Vec<Vec<u64>> {
    let mut counts = vec![vec![0_u64; 2]; 4];
    for complaint in &frame.complaints {
        let Some(acted) = decided(complaint) else { continue };
        let row = match (complaint.victim, is_power(complaint.victim)) {
            (Some(Protected::Child), _) => 0,
            (_, Some(false)) => 1,
            (_, Some(true)) => 2,
            (_, None) => 3,
        };
        if let Some(count) = counts.get_mut(row).and_then(|row| row.get_mut(usize::from(!acted))) {
            *count += 1;
        }
    }
    counts
}

fn is_unanswered(complaint: &ComplaintRow) -> bool {
    !complaint.led_to_order && DECISIONS.get(usize::from(complaint.decision)) == Some(&"no_reply")
}

/// Returns whether an application led to an order; nothing where nobody knows what became of it.
pub(super) fn decided(complaint: &ComplaintRow) -> Option<bool> {
    if complaint.led_to_order {
        return Some(true);
    }
    match DECISIONS.get(usize::from(complaint.decision)).copied() {
        Some("confirmed") => Some(true),
        Some("not_confirmed" | "refused" | "no_reply") => Some(false),
        _ => None,
    }
}

/// Makes the odds ratio of things in clusters: mid-p limits where each stands alone, limits that know of clusters otherwise, and the exact ones on one
/// item of each cluster where a cell rests on few. Where all hang together nothing tells how sure it is.
pub(super) fn ratio(tables: &[Square], figure: Figure) -> Figure {
    let used: Vec<Square> = tables.iter().copied().filter(|table| table.total() > 0).collect();
    let sum = Square::sum(&used);
    let figure = Figure { clusters: used.len() as u64, ..figure };
    if used.iter().all(|table| table.total() == 1) {
        return of_single(sum, figure);
    }
    let figure = Figure { x: Some(sum.a), n: sum.total(), ..figure };
    if has_short_row(sum) {
        return Figure { display: Display::Counts, state: "too_few", ..figure };
    }
    match cluster_odds_ratio(tables, LEVEL) {
        Ok(found) if found.clusters_per_cell.iter().all(|count| *count >= CLUSTERS_MIN) => Figure {
            estimate: Some(found.odds_ratio),
            limits: Some((found.low, found.high)),
            p: Some(found.p),
            display: Display::Interval,
            state: "ok",
            ..figure.with("caveat-clusters")
        },
        Ok(_) => exact(one_item_each(tables, SEED), figure).with("caveat-one-of-each-cluster"),
        Err(why) => Figure { display: Display::Counts, ..figure.without(why) },
    }
}

// The same of things that do not hang together.
fn of_single(sum: Square, figure: Figure) -> Figure {
    let figure = Figure { x: Some(sum.a), n: sum.total(), ..figure };
    match sum.total() {
        0 => figure,
        _ if has_short_row(sum) => Figure { display: Display::Counts, state: "too_few", ..figure },
        _ => exact(sum, figure),
    }
}

const fn has_short_row(sum: Square) -> bool {
    sum.a + sum.b < ROW_MIN || sum.c + sum.d < ROW_MIN
}

fn exact(table: Square, figure: Figure) -> Figure {
    match odds_ratio(table, LEVEL) {
        Ok(found) => Figure {
            estimate: Some(found.conditional),
            limits: Some((found.mid_p.low, found.mid_p.high)),
            p: Some(found.p_mid),
            display: Display::Interval,
            state: "ok",
            ..figure
        },
        Err(why) => Figure { display: Display::Counts, ..figure.without(why) },
    }
}

// C3: groups of comparable applications, some acted upon and some not.
fn likes(selection: &Selection<'_>, draws: Draws) -> [Figure; 2] {
    let mut groups: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for complaint in selection.frame.complaints.iter().filter(|complaint| !complaint.group.is_empty()) {
        let Some(acted) = decided(complaint) else { continue };
        let group = groups.entry(complaint.group.as_str()).or_default();
        if acted { group.0 += 1 } else { group.1 += 1 }
    }
    let counts: Vec<Vec<u64>> = groups.values().map(|(acted, not_acted)| vec![*acted, *not_acted]).collect();
    let empty = |name| {
        Figure::empty(name, "C3/1", Population::Complaints, Unit::Share)
            .with("caveat-proof-of-knowledge")
            .with("caveat-groups-blind")
    };
    let divergent = empty("C3.divergent_groups").with("caveat-no-chance");
    let discordant = empty("C3.pair_discordance");
    let found = match like_cases(&counts, LEVEL) {
        Ok(found) => found,
        Err(why) => return [divergent.without(why), discordant.without(why)],
    };
    let n = found.groups_used;
    let display = match n {
        n if n < GROUPS_MIN => Display::Counts,
        n if n < GROUPS_HEADLINE => Display::Interval,
        _ => Display::Headline,
    };
    let divergent = Figure {
        x: Some(found.divergent_groups),
        n,
        clusters: n,
        estimate: Some(found.divergent_share),
        limits: Some((found.divergent.low, found.divergent.high)),
        display,
        state: "ok",
        ..divergent
    };
    if draws == Draws::Later {
        let pending = Figure { n, clusters: n, display: Display::Counts, state: PENDING, ..discordant };
        return [divergent, pending.with("caveat-groups-small")];
    }
    let plan = Resampling { replicates: REPLICATES, seed: SEED, level: LEVEL };
    let discordant = match bootstrap_like_cases(&counts, LikeStatistic::PairDiscordance, plan) {
        Ok(drawn) => Figure {
            n,
            clusters: n,
            estimate: Some(drawn.estimate),
            limits: Some((drawn.low, drawn.high)),
            display: display.min(Display::Interval),
            state: "ok",
            ..discordant.with("caveat-groups-small")
        },
        Err(why) => Figure { n, clusters: n, display: Display::Counts, ..discordant.without(why) },
    };
    [divergent, discordant]
}

// C10: shares by kind of beneficiary, and how far orders gather among named public offices. Persons and children are never counted one by one.
fn gathered(selection: &Selection<'_>, draws: Draws) -> Vec<Figure> {
    let mut power = Tally::of(selection.frame.clusters);
    let mut offices: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for order in selection.orders().filter(|order| order.is_in_shares) {
        match is_power(order.protected) {
            Some(is) => power.add(order.cluster, is),
            None => power.add_unknown(),
        }
        if let (Some(Protected::Official | Protected::Institution), Some(actor)) = (order.protected, order.beneficiary) {
            offices.entry(actor).or_default().push(order.cluster as usize);
        }
    }
    let share = power.share("C10.officials", "C10/1", Population::Recorded).with("caveat-beneficiary-known");
    let indices = concentrated(offices.into_values().collect(), power.unknown(), draws);
    std::iter::once(share).chain(indices).collect()
}

// Offices that few orders protect are one category: an index of them by name would point at single orders.
fn merged(offices: Vec<Vec<usize>>) -> (Vec<Vec<usize>>, bool) {
    let (mut kept, few): (Vec<_>, Vec<_>) = offices.into_iter().partition(|orders| orders.len() >= OFFICE_MIN);
    let is_merged = few.len() > 1;
    let rest: Vec<usize> = few.into_iter().flatten().collect();
    if !rest.is_empty() {
        kept.push(rest);
    }
    (kept, is_merged)
}

type Index = (&'static str, Unit, fn(&Concentration) -> Option<f64>, fn(&ConcentrationLimits) -> Option<Resampled>);

const INDICES: [Index; 6] = [
    ("C10.top_share", Unit::Share, |of| Some(of.top_share), |of| sound(of.top_share)),
    ("C10.top_three_share", Unit::Share, |of| Some(of.top_three_share), |of| sound(of.top_three_share)),
    ("C10.hhi", Unit::Index, |of| Some(of.hhi), |of| of.hhi.ok()),
    ("C10.effective_number", Unit::Count, |of| Some(of.effective_number), |of| of.effective_number.ok()),
    ("C10.gini", Unit::Index, |of| Some(of.gini), |of| sound(of.gini)),
    ("C10.pair_same", Unit::Share, |of| of.pair_same.ok(), |of| of.pair_same.ok()),
];

// Of these no bootstrap is sound where its replicates lie to one side: then the index stands without limits.
fn sound(drawn: Result<Resampled, Undefined>) -> Option<Resampled> {
    drawn.ok().filter(|drawn| !drawn.is_biased())
}

fn concentrated(offices: Vec<Vec<usize>>, unknown: u64, draws: Draws) -> Vec<Figure> {
    let named = offices.len();
    let (offices, is_merged) = merged(offices);
    let counts: Vec<u64> = offices.iter().map(|orders| orders.len() as u64).collect();
    let n: u64 = counts.iter().sum();
    let empty = |name, unit| {
        let figure = Figure::empty(name, "C10/2", Population::Recorded, unit).with("caveat-beneficiary-known");
        let figure = if is_merged { figure.with("caveat-offices-merged") } else { figure };
        Figure { n, clusters: named as u64, unknown, ..figure }
    };
    let found = match concentration(&counts) {
        Ok(found) => found,
        Err(why) => return INDICES.iter().map(|(name, unit, ..)| empty(name, *unit).without(why)).collect(),
    };
    let is_enough = n >= CONCENTRATION_ORDERS_MIN && counts.len() >= BENEFICIARIES_MIN;
    let display = if is_enough { Display::Interval } else { Display::Counts };
    let is_drawn = is_enough && n <= BOOTSTRAP_ORDERS_MAX as u64;
    if is_drawn && draws == Draws::Later {
        let pending = |(name, unit, ..): &Index| Figure { display: Display::Counts, state: PENDING, ..empty(name, *unit) };
        return INDICES.iter().map(pending).collect();
    }
    let limits = is_drawn.then(|| drawn_limits(&offices)).flatten();
    let index = |(name, unit, of, limit): &Index| {
        let figure = empty(name, *unit);
        let Some(value) = of(&found) else { return figure.without(Undefined::NoPairs) };
        let drawn = limits.as_ref().and_then(limit);
        let x = (*name == "C10.top_share").then(|| counts.iter().max().copied()).flatten();
        let ends = drawn.map(|drawn| (drawn.low, drawn.high));
        let figure = if is_enough && ends.is_none() { figure.with("caveat-no-sound-limits") } else { figure };
        Figure { x, estimate: Some(value), limits: ends, display, state: "ok", ..figure }
    };
    INDICES.iter().map(index).collect()
}

fn drawn_limits(offices: &[Vec<usize>]) -> Option<ConcentrationLimits> {
    let of = offices
        .iter()
        .enumerate()
        .flat_map(|(category, orders)| orders.iter().map(move |cluster| Placed { category, cluster: *cluster }));
    let placed: Vec<Placed> = of.collect();
    let plan = Resampling { replicates: OFFICE_REPLICATES, seed: SEED, level: LEVEL };
    bootstrap_concentration(&placed, offices.len(), plan).ok()
}
