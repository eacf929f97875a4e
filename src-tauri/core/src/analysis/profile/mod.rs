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
pub use figure::{Figure, Population, SEED, Tally, Unit, Variant};

use super::frame::{Frame, ItemRow, JudgedRow, OrderRow};

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
    orders: Vec<u32>,
    is_cut: bool,
}

impl<'f> Selection<'f> {
    /// Picks everything.
    #[must_use]
    pub fn whole(frame: &'f Frame) -> Self {
        let count = u32::try_from(frame.orders.len()).unwrap_or(u32::MAX);
        Self { frame, orders: (0..count).collect(), is_cut: false }
    }

    /// Picks everything of what was itself cut out of a register, and says whether that left some order out.
    #[must_use]
    pub fn of_cut(frame: &'f Frame, is_cut: bool) -> Self {
        Self { is_cut, ..Self::whole(frame) }
    }

    /// Picks orders by their rows in the register, in ascending order. Rows that figures do not speak of play no part.
    #[must_use]
    pub fn of_rows(frame: &'f Frame, rows: &[i64]) -> Self {
        let mut wanted = rows.iter().copied().peekable();
        let orders = (0_u32..).zip(&frame.orders).filter(|(_, order)| {
            while wanted.next_if(|row| *row < order.row).is_some() {}
            wanted.next_if_eq(&order.row).is_some()
        });
        Self { frame, orders: orders.map(|(place, _)| place).collect(), is_cut: false }
    }

    /// Says whether some order of the register was not picked.
    #[must_use]
    pub const fn is_narrowed(&self) -> bool {
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
        self.items()
            .filter(|(order, _)| order.is_in_shares)
            .filter_map(move |(order, item)| Some((order, item, frame.judged_of(item)?)))
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

/// What a profile needs beside the register.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// How the reviewers did on the calibration set.
    pub calibration: Calibration,
    /// Verdicts whose shares stand in no heading, since reviewers agree too little.
    pub disputed: Vec<&'static str>,
    /// UTC second at which terms are told.
    pub now: i64,
}

/// Measures a selection.
#[must_use]
pub fn profile(selection: &Selection<'_>, given: &Given) -> Profile {
    let flow = flow(selection);
    let covered = coverage::Coverage::of(selection);
    let mut figures = content::figures(selection, &flow, given, &covered);
    figures.extend(procedure::figures(selection));
    figures.extend(terms::figures(selection, given.now));
    let removal = removal::Removal::of(selection, given.now);
    figures.extend(removal.figures());
    figures.extend(back::figures(selection, given.now));
    figures.extend(targets::figures(selection));
    figures.extend(predict::figures(selection));
    let known = trend::Known::of(selection, given.now);
    let (steps, change) = events::found(selection, &known);
    figures.extend(trend::figures(&known));
    figures.extend(steps);
    figures.extend(rules::figures(selection));
    figures.extend(covered.figures());
    figures.extend(checks::figures(selection, given));
    families::adjusted(&mut figures);
    said_of_whole(selection, &mut figures);
    // By component, C3 before C10; within one as they were made.
    figures.sort_by_key(|figure| component(figure.name));
    let mut tables = vec![
        content::verdicts(selection),
        findings::by_finding(selection),
        findings::by_defect(selection),
        findings::by_element(selection),
        targets::verdicts_by_protected(selection),
        terms::by_state(selection, given.now),
        made_of::months(selection),
    ];
    tables.extend(made_of::tables(selection));
    tables.extend(rules::tables(selection));
    tables.extend([change, covered.table(), coverage::official(selection)]);
    tables.extend(checks::recorded_and_reviewed(selection));
    Profile { flow, figures, tables, curves: removal.curves(), series: vec![made_of::months_series(selection)] }
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

fn flow(selection: &Selection<'_>) -> Flow {
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
pub(in crate::analysis) mod tests;
#[cfg(test)]
mod tests_of_verdicts;
#[cfg(test)]
mod timed_tests;
