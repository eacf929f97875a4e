//! C1, C2: what was ordered away. Shares of verdicts among reviewed items, bounds for those that nobody reviewed, how wrong reviewers might be before
//! the statement falls, and the share corrected by the calibration set.

use super::coverage::Coverage;
use super::figure::{LEVEL, real};
use super::{CANNOT_TELL, CRITICISM, Figure, Flow, Given, MIXED, Population, Selection, Table, Tally, Unit};
use crate::model::terms::VERDICTS;
use crate::stats::{ClusterCount, Display, cluster_share, rogan_gladen, share_p, tipping_point};
use std::collections::BTreeMap;

/// Fewer calibration cases of either class correct nothing (statistics, C2).
pub(super) const CALIBRATION_MIN: usize = 40;

/// Names of the shares of the six verdicts.
const SHARES: [&str; 6] = ["C1.bullying", "C1.criticism", "C1.mixed", "C1.other_unlawful", "C1.other_lawful", "C1.cannot_tell"];

/// How reviewers did on the calibration set, case by case: of the answers to a case, how many told rightly whether it is legitimate criticism.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calibration {
    /// Cases whose key is legitimate criticism.
    pub criticism: Vec<ClusterCount>,
    /// The other cases.
    pub other: Vec<ClusterCount>,
}

/// One answer to a case of the calibration set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calibrated {
    /// Code of the case.
    pub case: String,
    /// Its key is legitimate criticism.
    pub is_criticism: bool,
    /// The answer came to legitimate criticism.
    pub said_criticism: bool,
}

impl Calibration {
    /// Counts answers by case.
    #[must_use]
    pub fn of<'a>(answers: impl Iterator<Item = &'a Calibrated>) -> Self {
        let mut cases: BTreeMap<&str, (bool, ClusterCount)> = BTreeMap::new();
        for answer in answers {
            let (_, case) = cases.entry(&answer.case).or_insert((answer.is_criticism, ClusterCount { x: 0, n: 0 }));
            case.n += 1;
            case.x += u64::from(answer.said_criticism == answer.is_criticism);
        }
        let of = |wanted: bool| cases.values().filter(|(is, _)| *is == wanted).map(|(_, case)| *case).collect();
        Self { criticism: of(true), other: of(false) }
    }
}

/// Makes the figures of C1 and C2.
pub(super) fn figures(selection: &Selection<'_>, flow: &Flow, given: &Given, covered: &Coverage) -> Vec<Figure> {
    let guard = guard_of(&given.disputed, "legitimate_criticism");
    let fresh = || Tally::of(selection.frame.clusters);
    let (mut broad, mut decided, mut first) = (fresh(), fresh(), fresh());
    for (order, _, judged) in selection.judged() {
        broad.add(order.cluster, matches!(judged.verdict, CRITICISM | MIXED));
        first.add(order.cluster, judged.blind.first() == Some(&CRITICISM));
        if judged.verdict != CANNOT_TELL {
            decided.add(order.cluster, judged.verdict == CRITICISM);
        }
    }
    let shares = by_verdict(selection);
    let mut list = told(&shares, &given.disputed);
    let said = |figure: Figure, verdict: &str| said(figure, &given.disputed, verdict);
    list.push(said(broad.share("C1.criticism_broad", "C1/2", Population::Reviewed), "legitimate_criticism"));
    list.push(said(decided.share("C1.criticism_decided", "C1/2", Population::Reviewed), "legitimate_criticism"));
    if let Some(criticism) = shares.get(usize::from(CRITICISM)) {
        list.push(against_half(criticism, guard));
        list.push(at_least(criticism, guard));
        list.push(of_all(criticism, flow));
        list.push(of_issued(criticism, flow, covered));
        list.push(tipping(criticism, guard));
    }
    list.push(corrected(&first, given));
    list
}

/// Makes the shares of the six verdicts, in their order.
pub(super) fn shares(selection: &Selection<'_>, disputed: &[&'static str]) -> Vec<Figure> {
    told(&by_verdict(selection), disputed)
}

fn by_verdict(selection: &Selection<'_>) -> Vec<Tally> {
    let mut shares: Vec<Tally> = SHARES.iter().map(|_| Tally::of(selection.frame.clusters)).collect();
    for (order, _, judged) in selection.judged() {
        for (verdict, share) in (0_u8..).zip(&mut shares) {
            share.add(order.cluster, judged.verdict == verdict);
        }
    }
    shares
}

fn told(shares: &[Tally], disputed: &[&'static str]) -> Vec<Figure> {
    let open = shares.get(usize::from(CANNOT_TELL)).map_or(0, |share| share.totals().0);
    let one = |((name, share), verdict): ((&&'static str, &Tally), &str)| {
        let (x, n) = share.totals();
        let figure = said(share.share(name, "C1/2", Population::Reviewed), disputed, verdict);
        let band = n > 0 && *name != "C1.cannot_tell";
        Figure { bounds: band.then(|| (real(x) / real(n), real(x + open) / real(n))), ..figure }
    };
    SHARES.iter().zip(shares).zip(VERDICTS).map(one).collect()
}

fn guard_of(disputed: &[&'static str], verdict: &str) -> Display {
    if disputed.contains(&verdict) { Display::Interval } else { Display::Headline }
}

fn said(figure: Figure, disputed: &[&'static str], verdict: &str) -> Figure {
    let figure = figure.at_most(guard_of(disputed, verdict)).with("caveat-known-orders-only");
    if disputed.contains(&verdict) { figure.with("caveat-agreement-low") } else { figure }
}

// One of the six questions fixed in advance: whether most of what was reviewed is criticism, or less than half (C14). Exact, on the effective size.
fn against_half(criticism: &Tally, guard: Display) -> Figure {
    let base =
        criticism.share("C1.against_half", "C1.half/1", Population::Reviewed).at_most(guard).with("caveat-known-orders-only");
    let shown = base.state == "ok" && base.display >= Display::Interval;
    let p = criticism.sample().and_then(|sample| share_p(sample, 0.5)).ok().filter(|_| shown);
    Figure { p, ..base }
}

// The wording of a court: at least this share, with 95 % confidence.
fn at_least(criticism: &Tally, guard: Display) -> Figure {
    let base = criticism.share("C1.criticism_at_least", "C1.lower/1", Population::Reviewed).at_most(guard);
    match criticism.at_least() {
        Some(low) => Figure { limits: Some((low, 1.0)), ..base },
        None => base,
    }
}

// Whatever the others are like, the share among all that the register knows lies between these.
fn of_all(criticism: &Tally, flow: &Flow) -> Figure {
    let empty = Figure::empty("C1.criticism_of_recorded", "C1.bounds/1", Population::Recorded, Unit::Share);
    match bounded(criticism, flow.items, &empty) {
        Some(figure) => figure.with("caveat-bounds-no-interval"),
        None => empty,
    }
}

// The same among all that were ever issued, as far as the lists tell how many that is at least: each order that nobody knows names one item or
// more. The more there are, the further apart the bounds.
fn of_issued(criticism: &Tally, flow: &Flow, covered: &Coverage) -> Figure {
    let empty = Figure::empty("C1.criticism_of_issued", "C1.bounds/1", Population::Issued, Unit::Share);
    let empty = empty.with("caveat-bounds-no-interval").with("caveat-hidden-orders");
    match covered.at_least {
        Some(least) => {
            let total = flow.items.saturating_add(least.saturating_sub(covered.known));
            bounded(criticism, total, &empty).unwrap_or(empty)
        }
        None if flow.items == 0 => empty,
        None => Figure { n: flow.items, display: Display::Counts, state: "no_lower_bound", ..empty },
    }
}

fn bounded(criticism: &Tally, total: u64, empty: &Figure) -> Option<Figure> {
    Some(Figure {
        x: Some(criticism.totals().0),
        n: total,
        unknown: total.saturating_sub(criticism.totals().1),
        bounds: Some(criticism.among(total)?),
        display: if total < 10 { Display::Counts } else { Display::Interval },
        state: "ok",
        ..empty.clone()
    })
}

// How many of the others reviewers may have taken for criticism before the lower limit falls to one half.
fn tipping(criticism: &Tally, guard: Display) -> Figure {
    let share = criticism.share("C1.tipping_point", "C1.tip/1", Population::Reviewed).at_most(guard);
    let Some((low, _)) = share.limits else { return Figure { estimate: None, ..share } };
    match tipping_point(low, 1.0, 0.5) {
        Ok(point) if point.already_below => Figure { estimate: None, limits: None, state: "below_threshold", ..share },
        Ok(point) => Figure { estimate: Some(point.rate), limits: None, ..share },
        Err(why) => Figure { estimate: None, limits: None, ..share }.without(why),
    }
}

// Raw shares of reviewers who are right nine times in ten miss the truth in half of all registers (statistics, section 9).
fn corrected(first: &Tally, given: &Given) -> Figure {
    let share = first.share("C2.criticism_corrected", "C2/2", Population::Reviewed).with("caveat-calibration-panel");
    let Calibration { criticism, other } = &given.calibration;
    let shown = Figure { limits: None, bounds: None, estimate: None, display: share.display.min(Display::Counts), ..share };
    if shown.n == 0 {
        return shown;
    }
    if [criticism, other].iter().any(|cases| cases.len() < CALIBRATION_MIN) {
        return Figure { state: "too_few_calibration_cases", ..shown };
    }
    let made = || {
        let judged = first.sample()?;
        // Several reviewers answer one case: its answers are a cluster.
        let rate = |cases: &[ClusterCount]| cluster_share(cases, LEVEL)?.cautious_sample();
        rogan_gladen(judged, rate(criticism)?, rate(other)?, LEVEL)
    };
    match made() {
        Ok(found) => Figure {
            estimate: Some(found.estimate),
            limits: Some((found.interval.low, found.interval.high)),
            display: if shown.n < 10 { Display::Counts } else { Display::Interval },
            state: if found.truncated || found.outside { "boundary" } else { "ok" },
            ..shown
        },
        Err(why) => shown.without(why),
    }
}

/// Counts the reviewed items by verdict.
pub(super) fn verdicts(selection: &Selection<'_>) -> Table {
    let mut counts = vec![0_u64; VERDICTS.len()];
    for (.., judged) in selection.judged() {
        if let Some(count) = counts.get_mut(usize::from(judged.verdict)) {
            *count += 1;
        }
    }
    Table {
        name: "verdicts",
        population: Population::Reviewed,
        rows: VERDICTS.map(str::to_owned).to_vec(),
        columns: vec!["items".to_owned()],
        counts: counts.into_iter().map(|count| vec![count]).collect(),
        caveats: vec!["caveat-known-orders-only"],
    }
}
