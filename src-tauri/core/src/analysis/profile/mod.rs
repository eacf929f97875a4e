//! The arbitrariness profile: components, each with its own denominator, interval, guard and caveats. There is no total and no index: weights have
//! no basis in law (statistics, sections 0 and 4).

mod back;
mod checks;
mod content;
mod coverage;
mod curve;
mod events;
mod families;
mod figure;
mod findings;
pub mod guard;
mod known;
mod made_of;
pub mod plan;
mod predict;
mod procedure;
mod removal;
mod rules;
mod targets;
mod terms;
mod times;
mod trend;
mod within;

pub use content::{Calibrated, Calibration};
pub use curve::{Curve, CurvePoint, Series, SeriesPoint};
pub use events::{LegalEvent, legal_events};
pub use figure::{Figure, Population, SEED, Tally, Unit, Variant};

pub use made_of::month_of;
pub use terms::seconds as seconds_to_outcome;

use super::frame::{Frame, ItemRow, JudgedRow, OrderRow};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

// Places of verdicts in the list of the domain (`model::terms::VERDICTS`).
const BULLYING: u8 = 0;
const CRITICISM: u8 = 1;
const MIXED: u8 = 2;
const CANNOT_TELL: u8 = 5;

/// The list of a variant that is a platform, by its identifier.
pub const PLATFORM: &str = "platform";
/// The table whose rows are platforms, by their identifiers.
pub const BY_PLATFORM: &str = "compared_platforms";

/// What a filter picked of the register.
#[derive(Debug)]
pub struct Selection<'f> {
    /// The register.
    pub frame: &'f Frame,
    orders: Arc<Vec<u32>>,
    is_cut: bool,
    // Places of the items of these orders that have a verdict, ascending: of a million items few have one, and many figures speak of those.
    judged: OnceLock<Vec<u32>>,
}

impl<'f> Selection<'f> {
    /// Picks everything.
    #[must_use]
    pub fn whole(frame: &'f Frame) -> Self {
        let count = u32::try_from(frame.orders.len()).unwrap_or(u32::MAX);
        Self::again(frame, Arc::new((0..count).collect()))
    }

    /// Picks everything of what was itself cut out of a register, and says whether that left some order out.
    #[must_use]
    pub fn of_cut(frame: &'f Frame, is_cut: bool) -> Self {
        Self { is_cut, ..Self::whole(frame) }
    }

    /// Picks orders by their rows in the register, in ascending order. Rows that figures do not speak of play no part.
    #[must_use]
    pub fn of_rows(frame: &'f Frame, rows: &[i64]) -> Self {
        let mut orders = Vec::with_capacity(rows.len());
        // Rows and orders ascend, and most wanted rows are near each other: the next is looked for in steps that double.
        let mut from = 0;
        for row in rows {
            let is_before = |place: usize| frame.orders.get(place).is_some_and(|order| order.row < *row);
            let mut step = 1;
            while is_before(from + step) {
                from += step;
                step *= 2;
            }
            let window = frame.orders.get(from..(from + step + 1).min(frame.orders.len())).unwrap_or_default();
            from += window.partition_point(|order| order.row < *row);
            if frame.orders.get(from).is_some_and(|order| order.row == *row) {
                orders.push(u32::try_from(from).unwrap_or(u32::MAX));
            }
        }
        Self::again(frame, Arc::new(orders))
    }

    /// Picks what was picked before of the same frame.
    #[must_use]
    pub const fn again(frame: &'f Frame, orders: Arc<Vec<u32>>) -> Self {
        Self { frame, orders, is_cut: false, judged: OnceLock::new() }
    }

    /// Returns what is picked, for picking it again.
    #[must_use]
    pub fn picked(&self) -> Arc<Vec<u32>> {
        Arc::clone(&self.orders)
    }

    /// Cuts it into as many pieces of about one size.
    #[must_use]
    pub fn pieces(&self, count: usize) -> Vec<Self> {
        let size = self.orders.len().div_ceil(count.max(1)).max(1);
        let piece = |orders: &[u32]| Self { is_cut: self.is_cut, ..Self::again(self.frame, Arc::new(orders.to_vec())) };
        self.orders.chunks(size).map(piece).collect()
    }

    /// Says whether some order of the register was not picked.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        self.is_cut || self.orders.len() < self.frame.orders.len()
    }

    /// Hands over the orders.
    pub fn orders(&self) -> impl Iterator<Item = &'f OrderRow> {
        self.orders.iter().filter_map(|place| self.frame.order(*place))
    }

    /// Hands over the items with their orders.
    pub fn items(&self) -> impl Iterator<Item = (&'f OrderRow, &'f ItemRow)> {
        let frame = self.frame;
        self.orders().flat_map(move |order| frame.items_of(order).iter().map(move |item| (order, item)))
    }

    /// Hands over the items that count in shares and have a verdict that stands.
    pub fn judged(&self) -> impl Iterator<Item = (&'f OrderRow, &'f ItemRow, &'f JudgedRow)> {
        let frame = self.frame;
        let seen = move |place: &u32| {
            let item = frame.items.get(*place as usize)?;
            Some((frame.order(item.order)?, item, frame.judged_of(item)?))
        };
        self.with_verdict().iter().filter_map(seen).filter(|(order, ..)| order.is_in_shares)
    }

    fn with_verdict(&self) -> &[u32] {
        self.judged.get_or_init(|| {
            let is_whole = self.orders.len() == self.frame.orders.len();
            let is_picked = |place: &u32| {
                let order = self.frame.items.get(*place as usize).map(|item| item.order);
                is_whole || order.is_some_and(|order| self.orders.binary_search(&order).is_ok())
            };
            let mut places: Vec<u32> = self.frame.judged.iter().map(|judged| judged.item).filter(is_picked).collect();
            places.sort_unstable();
            places
        })
    }
}

/// How many orders and items stand at each step between what was issued and what was reviewed (statistics, section 1).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flow {
    /// Orders that the register knows.
    pub orders: u64,
    /// Their items: U1.
    pub items: u64,
    /// Orders whose document was seen.
    pub orders_seen: u64,
    /// Orders known by description alone and from one source: in no share.
    pub orders_apart: u64,
    /// Their items.
    pub items_apart: u64,
    /// Items with a verdict that stands and that count in shares: U3.
    pub reviewed: u64,
    /// Items with a verdict that stands which count in no share.
    pub reviewed_apart: u64,
    /// Items that count in shares and have no verdict yet.
    pub unreviewed: u64,
    /// Clusters that the reviewed items fall into.
    pub reviewed_clusters: u64,
}

/// A table of counts: rows and columns by code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it counts.
    pub name: &'static str,
    /// Whom it speaks of.
    pub population: Population,
    /// Codes of the rows.
    pub rows: Vec<String>,
    /// Codes of the columns.
    pub columns: Vec<String>,
    /// Counts, row by row.
    pub counts: Vec<Vec<u64>>,
    /// What is said beside it.
    pub caveats: Vec<&'static str>,
}

/// The profile of a selection.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {
    /// Steps from the register to what was reviewed.
    pub flow: Flow,
    /// Figures, by component.
    pub figures: Vec<Figure>,
    /// Tables.
    pub tables: Vec<Table>,
    /// Curves over time.
    pub curves: Vec<Curve>,
    /// Values by period.
    pub series: Vec<Series>,
}

/// Whether intervals that are drawn thousands of times over are made with the rest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Draws {
    /// They are made.
    #[default]
    Made,
    /// They are left for later: their figures say so (`pending`).
    Later,
}

/// What a profile needs beside the register.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// How the reviewers did on the calibration set.
    pub calibration: Calibration,
    /// Verdicts whose shares stand in no heading, since reviewers agree too little.
    pub disputed: Vec<&'static str>,
    /// UTC second at which terms are told.
    pub now: i64,
    /// Whether drawn intervals are made.
    pub draws: Draws,
}

/// State of a figure whose interval is not drawn yet.
pub const PENDING: &str = "pending";

/// Part of a profile, that needs no other.
#[derive(Default)]
struct Part {
    figures: Vec<Figure>,
    tables: Vec<Table>,
    curves: Vec<Curve>,
    series: Vec<Series>,
}

impl From<Vec<Figure>> for Part {
    fn from(figures: Vec<Figure>) -> Self {
        Self { figures, ..Self::default() }
    }
}

impl From<Table> for Part {
    fn from(table: Table) -> Self {
        Self { tables: vec![table], ..Self::default() }
    }
}

/// What parts are made from, and what several of them need: whoever needs it first makes it.
struct Ground<'s> {
    selection: &'s Selection<'s>,
    flow: Flow,
    given: &'s Given,
    covered: OnceLock<coverage::Coverage>,
    known: OnceLock<trend::Known>,
    removal: OnceLock<removal::Removal>,
}

impl<'s> Ground<'s> {
    fn of(selection: &'s Selection<'s>, flow: Flow, given: &'s Given) -> Self {
        let (covered, known, removal) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { selection, flow, given, covered, known, removal }
    }

    fn covered(&self) -> &coverage::Coverage {
        self.covered.get_or_init(|| coverage::Coverage::of(self.selection))
    }

    fn removal(&self) -> &removal::Removal {
        self.removal.get_or_init(|| removal::Removal::of(self.selection, self.given.now))
    }

    fn known(&self) -> &trend::Known {
        self.known.get_or_init(|| trend::Known::of(self.selection, self.given.now))
    }
}

type Make = fn(&Ground<'_>) -> Part;

// What is drawn thousands of times over.
const LIKES_AND_OFFICES: Make = |on| targets::drawn(on.selection, on.given.draws).into();
const STEPS: Make = |on| {
    let (figures, change) = events::found(on.selection, on.known(), on.given.draws);
    Part { figures, ..change.into() }
};

// Within a component figures stand in this order, and so do tables.
const PARTS: [Make; 25] = [
    |on| content::figures(on.selection, &on.flow, on.given, on.covered()).into(),
    |on| procedure::figures(on.selection).into(),
    |on| terms::figures(on.selection, on.given.now).into(),
    |on| on.removal().by_term().into(),
    |on| on.removal().reported().into(),
    |on| on.removal().median_and_compared().into(),
    |on| Part { curves: on.removal().curves(), ..Part::default() },
    |on| back::figures(on.selection, on.given.now).into(),
    LIKES_AND_OFFICES,
    |on| targets::figures(on.selection).into(),
    |on| predict::figures(on.selection).into(),
    |on| trend::figures(on.known()).into(),
    |on| content::verdicts(on.selection).into(),
    |on| findings::by_finding(on.selection).into(),
    |on| findings::by_defect(on.selection).into(),
    |on| findings::by_element(on.selection).into(),
    |on| targets::verdicts_by_protected(on.selection).into(),
    |on| terms::by_state(on.selection, on.given.now).into(),
    |on| {
        let months = made_of::months(on.selection);
        Part { series: vec![made_of::months_series(&months)], ..months.into() }
    },
    |on| Part { tables: made_of::tables(on.selection).into(), ..Part::default() },
    |on| Part { figures: rules::figures(on.selection).into(), tables: rules::tables(on.selection).into(), ..Part::default() },
    STEPS,
    |on| Part { figures: on.covered().figures(), ..on.covered().table().into() },
    |on| coverage::official(on.selection).into(),
    |on| Part {
        figures: checks::figures(on.selection, on.given),
        tables: checks::recorded_and_reviewed(on.selection).into(),
        ..Part::default()
    },
];

/// Measures a selection.
#[must_use]
pub fn profile(selection: &Selection<'_>, given: &Given) -> Profile {
    profile_while(selection, given, &|_, _| true).unwrap_or_default()
}

/// Measures a selection as long as it is wanted: `go_on` hears before each part how many are begun, of how many, and answers whether to go on. Two
/// work at it; what comes out does not depend on which of them made what. Nothing where it was told to stop.
#[must_use]
pub fn profile_while(selection: &Selection<'_>, given: &Given, go_on: &(dyn Fn(usize, usize) -> bool + Sync)) -> Option<Profile> {
    let on = Ground::of(selection, flow(selection), given);
    let mut profile = Profile { flow: on.flow, ..Profile::default() };
    for part in made(&on, &PARTS, go_on)? {
        profile.figures.extend(part.figures);
        profile.tables.extend(part.tables);
        profile.curves.extend(part.curves);
        profile.series.extend(part.series);
    }
    // What is adjusted depends on every test of its family: it waits for those that are pending.
    if !profile.figures.iter().any(|figure| figure.state == PENDING) {
        families::adjusted(&mut profile.figures);
    }
    said_of_whole(selection, &mut profile.figures);
    // By component, C3 before C10; within one as they were made.
    profile.figures.sort_by_key(|figure| component(figure.name));
    Some(profile)
}

/// Makes what is pending in a profile of the same selection and second: the whole profile comes of it. Nothing where it was told to stop.
#[must_use]
pub fn drawn_while(
    selection: &Selection<'_>,
    given: &Given,
    mut profile: Profile,
    go_on: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Option<Profile> {
    let given = Given { draws: Draws::Made, ..given.clone() };
    let parts = made(&Ground::of(selection, profile.flow, &given), &[LIKES_AND_OFFICES, STEPS], go_on)?;
    let mut figures: Vec<Figure> = parts.into_iter().flat_map(|part| part.figures).collect();
    said_of_whole(selection, &mut figures);
    for pending in profile.figures.iter_mut().filter(|figure| figure.state == PENDING) {
        let is_it = |figure: &&Figure| figure.name == pending.name && figure.variant == pending.variant;
        if let Some(drawn) = figures.iter().find(is_it) {
            *pending = drawn.clone();
        }
    }
    families::adjusted(&mut profile.figures);
    Some(profile)
}

// Two work at the parts.
fn made(on: &Ground<'_>, parts: &[Make], go_on: &(dyn Fn(usize, usize) -> bool + Sync)) -> Option<Vec<Part>> {
    let (next, is_stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let work = || {
        let mut made: Vec<(usize, Part)> = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(make) = parts.get(place) else { return made };
            if is_stopped.load(Ordering::Relaxed) || !go_on(place, parts.len()) {
                is_stopped.store(true, Ordering::Relaxed);
                return made;
            }
            made.push((place, make(on)));
        }
    };
    let mut made = std::thread::scope(|scope| {
        let other = scope.spawn(work);
        let mut made = work();
        made.extend(other.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause)));
        made
    });
    if is_stopped.into_inner() {
        return None;
    }
    made.sort_by_key(|(place, _)| *place);
    Some(made.into_iter().map(|(_, part)| part).collect())
}

/// Makes the shares of real bullying and of legitimate criticism, as the profile has them.
#[must_use]
pub fn headline(selection: &Selection<'_>, disputed: &[&'static str]) -> Option<[Figure; 2]> {
    let mut figures = content::shares(selection, disputed).into_iter();
    let mut take = |name: &str| figures.find(|figure| figure.name == name);
    Some([take("C1.bullying")?, take("C1.criticism")?])
}

/// Counts orders by the state of their term at a second.
#[must_use]
pub fn deadlines(selection: &Selection<'_>, now: i64) -> Vec<(String, u64)> {
    let table = terms::by_state(selection, now);
    table.rows.into_iter().zip(table.counts).map(|(code, counts)| (code, counts.into_iter().sum())).collect()
}

fn component(figure: &str) -> u32 {
    let code = figure.split('.').next().and_then(|code| code.strip_prefix('C'));
    code.and_then(|number| number.parse().ok()).unwrap_or(u32::MAX)
}

// Applications know no filter of orders, and how reviewers did on the calibration set is one thing for the whole register.
fn said_of_whole(selection: &Selection<'_>, figures: &mut [Figure]) {
    for figure in figures.iter_mut().filter(|_| selection.is_narrowed()) {
        if figure.population == Population::Complaints {
            figure.caveats.push("caveat-applications-unfiltered");
        }
        if figure.name == "C2.criticism_corrected" {
            figure.caveats.push("caveat-calibration-unfiltered");
        }
    }
}

/// Names of the tables that are counted at once.
pub const COUNTED: [&str; 5] = ["verdicts", "months", "instruments", "grounds", "sources"];

/// Counts what needs no interval: the steps, and the tables that no clock moves ([`COUNTED`]).
#[must_use]
pub fn counted(selection: &Selection<'_>) -> (Flow, Vec<Table>) {
    std::thread::scope(|scope| {
        let months = scope.spawn(|| made_of::months(selection));
        let (flow, made_of) = (flow(selection), made_of::tables(selection));
        let months = months.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause));
        (flow, [content::verdicts(selection), months].into_iter().chain(made_of).collect())
    })
}

/// Counts the steps from the register to what was reviewed.
#[must_use]
pub fn flow(selection: &Selection<'_>) -> Flow {
    let mut flow = Flow::default();
    let mut clusters = Tally::of(selection.frame.clusters);
    for order in selection.orders() {
        let items = u64::from(order.items.1);
        flow.orders += 1;
        flow.items += items;
        flow.orders_seen += u64::from(order.is_seen);
        if !order.is_in_shares {
            flow.orders_apart += 1;
            flow.items_apart += items;
        }
        for item in selection.frame.items_of(order) {
            match (item.judged.is_some(), order.is_in_shares) {
                (true, true) => {
                    flow.reviewed += 1;
                    clusters.add(order.cluster, true);
                }
                (true, false) => flow.reviewed_apart += 1,
                (false, true) => flow.unreviewed += 1,
                (false, false) => {}
            }
        }
    }
    flow.reviewed_clusters = clusters.clusters();
    flow
}

#[cfg(test)]
mod covered_tests;
#[cfg(test)]
pub(in crate::analysis) mod tests;
#[cfg(test)]
mod tests_of_verdicts;
#[cfg(test)]
mod timed_tests;
