//! C3 and C9 beside their ratios: what changes if applications that were not acted upon come to light more often, or less, than those that were; which
//! victims were known of and left alone; and what the register cannot tell at all.

use super::figure::{LEVEL, SEED};
use super::targets::{GROUPS_MIN, REPLICATES, decided};
use super::{Figure, Population, Selection, Tally, Unit};
use crate::stats::{Decided, Display, Resampling, bootstrap_known_discordance};
use crate::store::Protected;
use std::collections::BTreeMap;

/// Ratios of knowledge that are tried: an application that was not acted upon comes to light half as often, as often, twice as often as one that was.
pub(super) const RATIOS: [(&str, f64); 3] = [("1/2", 0.5), ("1", 1.0), ("2", 2.0)];
const VICTIMS: [(&str, Protected); 4] = [
    ("child", Protected::Child),
    ("adult", Protected::Adult),
    ("official", Protected::Official),
    ("institution", Protected::Institution),
];

/// Makes the figures; `acted` is the ratio of C9.
pub(super) fn figures(selection: &Selection<'_>, acted: &Figure) -> Vec<Figure> {
    let mut list = at_ratios(selection);
    list.push(by_verdict(selection));
    list.extend(left_alone(selection));
    list.extend(acted_at_ratios(selection));
    list.push(factor_to_remove(acted));
    list
}

// C3 at each ratio of knowledge: a pair is seen with a chance that depends on both decisions. A divergent pair remains divergent at any ratio; only its
// weight changes.
fn at_ratios(selection: &Selection<'_>) -> Vec<Figure> {
    let mut groups: BTreeMap<&str, Decided> = BTreeMap::new();
    for complaint in selection.frame.complaints.iter().filter(|complaint| !complaint.group.is_empty()) {
        let Some(acted) = decided(complaint) else { continue };
        let group = groups.entry(complaint.group.as_str()).or_insert(Decided { acted: 0, not_acted: 0 });
        *if acted { &mut group.acted } else { &mut group.not_acted } += 1;
    }
    let groups: Vec<Decided> = groups.into_values().filter(|group| group.acted + group.not_acted > 1).collect();
    let each: Vec<usize> = (0..groups.len()).collect();
    let n = groups.len() as u64;
    let plan = Resampling { replicates: REPLICATES, seed: SEED, level: LEVEL };
    let at = |(code, ratio): (&'static str, f64)| {
        let figure = Figure::empty("C3.pair_discordance_at", "C3.rho/1", Population::Complaints, Unit::Share).of("", code);
        let figure = Figure { n, clusters: n, ..figure.with("caveat-knowledge-ratio").with("caveat-groups-small") };
        match bootstrap_known_discordance(&groups, &each, ratio, plan) {
            Ok(_) if n < GROUPS_MIN => Figure { display: Display::Counts, state: "ok", ..figure },
            Ok(drawn) => Figure {
                estimate: Some(drawn.estimate),
                limits: Some((drawn.low.min(drawn.estimate), drawn.high.max(drawn.estimate))),
                display: Display::Interval,
                state: "ok",
                ..figure
            },
            Err(why) if n == 0 => figure.without(why),
            Err(why) => Figure { display: Display::Counts, ..figure.without(why) },
        }
    };
    RATIOS.map(at).into()
}

// Whether criticism is ordered away more readily than bullying: its other half, content that was not ordered away, is not reviewed.
fn by_verdict(selection: &Selection<'_>) -> Figure {
    let n = selection.judged().count() as u64;
    let display = if n > 0 { Display::Counts } else { Display::Nothing };
    let empty = Figure::empty("C9.verdict_ratio", "C9/1", Population::Reviewed, Unit::OddsRatio);
    Figure { n, display, state: "not_identified", ..empty.with("caveat-ignored-content-unreviewed") }
}

// Of the applications known to be decided, those that were not acted upon, by who is the alleged victim.
fn left_alone(selection: &Selection<'_>) -> Vec<Figure> {
    let each = u32::try_from(selection.frame.complaints.len()).unwrap_or(u32::MAX);
    let share = |(code, victim): (&'static str, Protected)| {
        let mut tally = Tally::of(each);
        for (place, complaint) in (0_u32..).zip(&selection.frame.complaints).filter(|(_, row)| row.victim == Some(victim)) {
            match decided(complaint) {
                Some(acted) => tally.add(place, !acted),
                None => tally.add_unknown(),
            }
        }
        tally.share("C9.not_acted_on", "C9.left/1", Population::Complaints).of("protected", code).with("caveat-complaints-known")
    };
    VICTIMS.map(share).into()
}

// The share acted upon, if what was not acted upon comes to light `ratio` times as often: its count is divided by the ratio.
#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
fn acted_at_ratios(selection: &Selection<'_>) -> Vec<Figure> {
    let found: Vec<bool> = selection.frame.complaints.iter().filter_map(decided).collect();
    let n = found.len() as u64;
    let acted = found.iter().filter(|acted| **acted).count() as f64;
    let at = |(code, ratio): (&'static str, f64)| {
        let figure = Figure::empty("C9.acted_on_at", "C9.rho/1", Population::Complaints, Unit::Share).of("", code);
        let figure = Figure { n, clusters: n, ..figure.with("caveat-knowledge-ratio") };
        match n {
            0 => figure,
            1..10 => Figure { display: Display::Counts, state: "ok", ..figure },
            _ => Figure {
                estimate: Some(acted / (acted + (n as f64 - acted) / ratio)),
                display: Display::Interval,
                state: "ok",
                ..figure
            },
        }
    };
    RATIOS.map(at).into()
}

// How many times as often ignored applications of one side must come to light for nothing to be left of the ratio, and of its limit nearer to 1.
fn factor_to_remove(acted: &Figure) -> Figure {
    let empty = Figure::empty("C9.factor_to_remove", "C9.factor/1", Population::Complaints, Unit::Index);
    let figure = Figure {
        n: acted.n,
        unknown: acted.unknown,
        clusters: acted.clusters,
        display: acted.display,
        state: acted.state,
        ..empty
    };
    let figure = figure.with("caveat-knowledge-by-side");
    let (Some(estimate), Some((low, high))) = (acted.estimate, acted.limits) else { return figure };
    let over = |ratio: f64| if ratio < 1.0 { 1.0 / ratio } else { ratio };
    let nearer = if low > 1.0 {
        low
    } else if high < 1.0 {
        1.0 / high
    } else {
        1.0
    };
    Figure { estimate: Some(over(estimate)), limits: Some((nearer, f64::INFINITY)), ..figure }
}
