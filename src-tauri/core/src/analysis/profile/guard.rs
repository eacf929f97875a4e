//! The public form of a profile: what may be told to everybody without telling of anybody (statistics, section 7).
//!
//! Cells below 5 are blank, in tables with children below 10, and as many more as it takes that nobody computes them. A figure is told only where it
//! follows from cells that are told, or where each count that it is made of is large enough to be a cell of its own and no two figures together
//! tell a smaller one. A figure or a table that is not named here is not told; nor is one of several figures of one name, a curve or a series. What is blank says nothing of why.
//!
//! There is one cut of the public form and no filter: quarters of issue, which are laid side by side in one table before any is told, so that none can
//! be had by taking one profile from another.

use super::{
    BULLYING, CANNOT_TELL, CRITICISM, Figure, Flow, Given, MIXED, Population, Profile, Selection, Table, made_of, profile,
    targets, terms,
};
use crate::analysis::frame::Frame;
use crate::stats::{Outcome, Rule, suppress_list, suppress_table};
use std::collections::BTreeMap;

/// Counts above 0 and below this are blank.
pub const FEW: u64 = 5;
/// The same where children are counted.
pub const FEW_CHILDREN: u64 = 10;
/// State of a figure that is not told.
pub const SUPPRESSED: &str = "suppressed";
/// Name of the table of quarters, in the place of the months.
pub const QUARTERS: &str = "quarters";

const OF_ORDERS: Rule = Rule::ADULTS.against_readers_of_the_rule();
const OF_CHILDREN: Rule = Rule::CHILDREN.against_readers_of_the_rule();

/// A count, or a blank.
pub type Told = Option<u64>;

/// A profile for everybody.
#[derive(Debug, Clone, PartialEq)]
pub struct Public {
    /// Quarters of which a profile can be had.
    pub quarters: Vec<String>,
    /// Steps from the register to what was reviewed.
    pub flow: PublicFlow,
    /// Figures: one that is not told has the state [`SUPPRESSED`] and no number.
    pub figures: Vec<Figure>,
    /// Tables with blanks; one that is not told has no rows.
    pub tables: Vec<PublicTable>,
}

/// The flow with blanks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PublicFlow {
    /// Orders.
    pub orders: Told,
    /// Their items.
    pub items: Told,
    /// Orders whose document was seen.
    pub orders_seen: Told,
    /// Orders in no share.
    pub orders_apart: Told,
    /// Their items.
    pub items_apart: Told,
    /// Reviewed items that count in shares.
    pub reviewed: Told,
    /// Reviewed items that count in no share.
    pub reviewed_apart: Told,
    /// Items without a verdict.
    pub unreviewed: Told,
    /// Clusters of the reviewed items.
    pub reviewed_clusters: Told,
}

/// A table with blanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicTable {
    /// What it counts.
    pub name: &'static str,
    /// Whom it speaks of.
    pub population: Population,
    /// Codes of the rows; none where the table is not told.
    pub rows: Vec<String>,
    /// Codes of the columns.
    pub columns: Vec<String>,
    /// Counts, row by row.
    pub counts: Vec<Vec<Told>>,
    /// What is said beside it.
    pub caveats: Vec<&'static str>,
}

/// Returns the public form of the whole register, or of a quarter of issue as `2026-Q1`; nothing where that quarter cannot be told.
#[must_use]
pub fn public(frame: &Frame, given: &Given, quarter: Option<&str>) -> Option<Public> {
    let parts = Parts::of(frame, given.now);
    match quarter {
        None => Some(whole(&Selection::whole(frame), given, &parts)),
        Some(name) => parts.slice(name),
    }
}

const fn is_large(count: u64, few: u64) -> bool {
    count == 0 || count >= few
}

// Orders by quarter of issue, and the tables of orders by quarter, each laid side by side.
struct Parts {
    names: Vec<String>,
    orders: Vec<u64>,
    told: Vec<Told>,
    tables: Vec<Sliced>,
}

// A table of orders: its whole and its quarters, with the same blanks.
struct Sliced {
    table: Table,
    whole: Option<Vec<Told>>,
    slices: Option<Vec<Vec<Told>>>,
}

impl Parts {
    fn of(frame: &Frame, now: i64) -> Self {
        let mut rows: BTreeMap<(i32, u32), Vec<i64>> = BTreeMap::new();
        let mut unknown = Vec::new();
        for order in &frame.orders {
            match made_of::month_of(order) {
                Some((year, month)) => rows.entry((year, month.div_ceil(3))).or_default().push(order.row),
                None => unknown.push(order.row),
            }
        }
        let ends = rows.keys().next().copied().zip(rows.keys().next_back().copied());
        let mut parts: Vec<(String, Vec<i64>)> = Vec::new();
        let mut next = ends.map(|(first, _)| first);
        while let Some((year, quarter)) = next.filter(|next| ends.is_some_and(|(_, last)| *next <= last)) {
            parts.push((format!("{year}-Q{quarter}"), rows.remove(&(year, quarter)).unwrap_or_default()));
            next = Some(if quarter == 4 { (year.saturating_add(1), 1) } else { (year, quarter + 1) });
        }
        parts.push(("unknown".to_owned(), unknown));
        let orders: Vec<u64> = parts.iter().map(|(_, rows)| rows.len() as u64).collect();
        let told = list(&orders, OF_ORDERS).unwrap_or_else(|| vec![None; orders.len()]);
        let tables_of = |selection: &Selection<'_>| {
            let mut tables = vec![terms::by_state(selection, now)];
            tables.extend(made_of::tables(selection));
            tables
        };
        let of_parts: Vec<Vec<Table>> = parts.iter().map(|(_, rows)| tables_of(&Selection::of_rows(frame, rows))).collect();
        let whole = tables_of(&Selection::whole(frame));
        let tables = whole.into_iter().enumerate().map(|(place, table)| {
            let rows = of_parts.iter().map(|tables| tables.get(place).map(column).unwrap_or_default()).collect();
            Sliced::of(table, rows, &told)
        });
        let tables = tables.collect();
        Self { names: parts.into_iter().map(|(name, _)| name).collect(), orders, told, tables }
    }

    fn quarters(&self) -> Vec<String> {
        let named = self.names.iter().zip(&self.told).filter(|(name, told)| told.is_some_and(|n| n > 0) && *name != "unknown");
        named.map(|(name, _)| name.clone()).collect()
    }

    fn slice(&self, name: &str) -> Option<Public> {
        let quarters = self.quarters();
        let place = quarters.contains(&name.to_owned()).then(|| self.names.iter().position(|known| known == name))??;
        let orders = self.told.get(place).copied().flatten();
        let tables = self.tables.iter().map(|sliced| {
            let counts = sliced.slices.as_ref().and_then(|slices| slices.get(place)).cloned();
            sliced.told(counts)
        });
        let tables = tables.collect();
        Some(Public { quarters, flow: PublicFlow { orders, ..PublicFlow::default() }, figures: Vec::new(), tables })
    }
}

fn column(table: &Table) -> Vec<u64> {
    table.counts.iter().map(|row| row.iter().sum()).collect()
}

impl Sliced {
    // Whole and quarters stand or fall together; where they cannot stand together, the whole is told alone.
    fn of(table: Table, rows: Vec<Vec<u64>>, told: &[Told]) -> Self {
        let Some(published) = sheet(&rows, OF_ORDERS) else { return Self::alone(table) };
        let Some((totals, inner)) = published.split_last() else { return Self::alone(table) };
        let Some((of_all, whole)) = totals.split_last() else { return Self::alone(table) };
        // How many orders a quarter has is told elsewhere: a blank there hides nothing.
        let is_hidden = |(row, told): (&Vec<Told>, &Told)| told.is_some() && row.last().copied().flatten().is_none();
        if of_all.is_none() || inner.iter().zip(told).any(is_hidden) {
            return Self::alone(table);
        }
        let slices = inner.iter().zip(told).map(|(row, told)| {
            let cells = row.iter().take(row.len().saturating_sub(1));
            cells.map(|cell| cell.filter(|_| told.is_some())).collect()
        });
        let slices = Some(slices.collect());
        Self { table, whole: Some(whole.to_vec()), slices }
    }

    fn alone(table: Table) -> Self {
        let whole = list(&column(&table), OF_ORDERS);
        Self { table, whole, slices: None }
    }

    fn told(&self, counts: Option<Vec<Told>>) -> PublicTable {
        blanked(&self.table, counts.map(|cells| cells.into_iter().map(|cell| vec![cell]).collect()))
    }

    fn cell(&self, code: &str) -> Told {
        let place = self.table.rows.iter().position(|row| row == code)?;
        self.whole.as_ref()?.get(place).copied().flatten()
    }
}

fn blanked(table: &Table, counts: Option<Vec<Vec<Told>>>) -> PublicTable {
    PublicTable {
        name: table.name,
        population: table.population,
        rows: if counts.is_some() { table.rows.clone() } else { Vec::new() },
        columns: table.columns.clone(),
        counts: counts.unwrap_or_default(),
        caveats: table.caveats.clone(),
    }
}

// A list whose total is told elsewhere; nothing where it cannot be.
fn list(counts: &[u64], rule: Rule) -> Option<Vec<Told>> {
    let Ok(Outcome::Publish(found)) = suppress_list(counts, rule) else { return None };
    let cells: Vec<Told> = found.published.iter().map(|row| row.first().copied().flatten()).collect();
    let (total, cells) = cells.split_last()?;
    total.map(|_| cells.to_vec())
}

// A table with its totals in the last row and column; nothing where it cannot be told.
fn sheet(counts: &[Vec<u64>], rule: Rule) -> Option<Vec<Vec<Told>>> {
    match suppress_table(counts, rule) {
        Ok(Outcome::Publish(found)) => Some(found.published),
        Ok(Outcome::Withhold(_)) | Err(_) => None,
    }
}

fn at(sheet: Option<&Vec<Vec<Told>>>, row: usize, column: usize) -> Told {
    sheet?.get(row)?.get(column).copied().flatten()
}

// Verdicts by whom an order protects: the table with children from which the shares of C1 and the ratio of C8 follow.
struct Reviewed {
    sheet: Option<Vec<Vec<Told>>>,
    by_verdict: Vec<Told>,
    total: Told,
}

impl Reviewed {
    fn of(tables: &[Table]) -> Self {
        let counts = tables.iter().find(|table| table.name == "verdicts_by_protected").map(|table| table.counts.clone());
        let counts = counts.unwrap_or_default();
        let found = sheet(&counts, OF_CHILDREN);
        let sums = |row: &Vec<Vec<u64>>| -> Vec<u64> {
            let width = row.first().map_or(0, Vec::len);
            (0..width).map(|column| row.iter().filter_map(|cells| cells.get(column)).sum()).collect()
        };
        let of_all = found.as_ref().and_then(|sheet| sheet.last()).and_then(|totals| totals.split_last());
        if let Some((Some(total), by_verdict)) = of_all {
            return Self { total: Some(*total), by_verdict: by_verdict.to_vec(), sheet: found };
        }
        // Who is protected is then told of nobody; the verdicts alone still may be.
        let sums = sums(&counts);
        let by_verdict = list(&sums, OF_CHILDREN);
        let total = by_verdict.as_ref().map(|_| sums.iter().sum());
        Self { sheet: None, by_verdict: by_verdict.unwrap_or_else(|| vec![None; sums.len()]), total }
    }

    fn verdict(&self, place: u8) -> bool {
        self.total.is_some() && self.by_verdict.get(usize::from(place)).copied().flatten().is_some()
    }

    fn has_no_blank(&self) -> bool {
        self.total.is_some() && self.by_verdict.iter().all(Option::is_some)
    }

    // Both verdicts of the ratio, for everybody.
    fn is_ratio_told(&self) -> bool {
        (0..targets::PROTECTED.len())
            .all(|row| [BULLYING, CRITICISM].iter().all(|column| at(self.sheet.as_ref(), row, usize::from(*column)).is_some()))
    }

    fn are_kinds_told(&self) -> bool {
        let last = self.sheet.as_ref().and_then(|sheet| sheet.first()).map_or(0, Vec::len).saturating_sub(1);
        (0..targets::PROTECTED.len()).all(|row| at(self.sheet.as_ref(), row, last).is_some())
    }
}

// Applications: children, other persons, officials and bodies, unknown; acted upon or not.
struct Complaints(Option<Vec<Vec<Told>>>);

impl Complaints {
    fn has(&self, cells: &[(usize, usize)]) -> bool {
        cells.iter().all(|(row, column)| at(self.0.as_ref(), *row, *column).is_some())
    }
}

struct Whole<'p> {
    found: &'p Profile,
    parts: &'p Parts,
    reviewed: Reviewed,
    complaints: Complaints,
    flow: PublicFlow,
}

fn whole(selection: &Selection<'_>, given: &Given, parts: &Parts) -> Public {
    let found = profile(selection, given);
    let reviewed = Reviewed::of(&found.tables);
    let flow = flow(&found.flow, &reviewed);
    let complaints = Complaints(sheet(&targets::complaint_cells(selection.frame), OF_CHILDREN));
    let whole = Whole { found: &found, parts, reviewed, complaints, flow };
    let told = |figure: &Figure| {
        if whole.is_told(figure) { whole.trimmed(figure) } else { suppressed(figure) }
    };
    let figures = found.figures.iter().map(told).collect();
    let tables = found.tables.iter().map(|table| whole.table(table)).collect();
    Public { quarters: parts.quarters(), flow: whole.flow, figures, tables }
}

fn suppressed(figure: &Figure) -> Figure {
    Figure { state: SUPPRESSED, ..Figure::empty(figure.name, figure.method, figure.population, figure.unit) }
}

// Sizes of the register. Each is told where every part between two told sizes is large enough.
fn flow(flow: &Flow, reviewed: &Reviewed) -> PublicFlow {
    let few = |count: u64| !is_large(count, FEW);
    // Of what children are among, a size bounds how many: it is held to their threshold.
    let small = |count: u64| !is_large(count, FEW_CHILDREN);
    if small(flow.orders) {
        return PublicFlow::default();
    }
    let seen = !few(flow.orders_seen) && !few(flow.orders.saturating_sub(flow.orders_seen));
    let between = flow.orders.saturating_sub(flow.orders_seen).saturating_sub(flow.orders_apart);
    let in_shares = flow.orders.saturating_sub(flow.orders_apart);
    let apart = !few(flow.orders_apart) && !small(in_shares) && (!seen || !few(between));
    let items = !small(flow.items) && reviewed.total.is_none_or(|n| !few(flow.items.saturating_sub(n)));
    let unreviewed_apart = flow.items_apart.saturating_sub(flow.reviewed_apart);
    let rest = [flow.items_apart, flow.reviewed_apart, flow.unreviewed, unreviewed_apart];
    let rest = items && apart && reviewed.total.is_some() && !rest.into_iter().any(few);
    let told = |is_told: bool, count: u64| is_told.then_some(count);
    PublicFlow {
        orders: Some(flow.orders),
        items: told(items, flow.items),
        orders_seen: told(seen, flow.orders_seen),
        orders_apart: told(apart, flow.orders_apart),
        items_apart: told(rest, flow.items_apart),
        reviewed: reviewed.total,
        reviewed_apart: told(rest, flow.reviewed_apart),
        unreviewed: told(rest, flow.unreviewed),
        reviewed_clusters: reviewed.total.map(|_| flow.reviewed_clusters).filter(|n| !few(*n)),
    }
}

// Yes, no and unknown of a share, each large enough.
fn are_large(figure: &Figure, few: u64) -> bool {
    let x = figure.x.unwrap_or(0);
    [x, figure.n.saturating_sub(x), figure.unknown].into_iter().all(|count| is_large(count, few))
}

impl Whole<'_> {
    fn figure(&self, name: &str) -> Option<&Figure> {
        self.found.figures.iter().find(|figure| figure.name == name)
    }

    fn is_other_told(&self, name: &str) -> bool {
        self.figure(name).is_some_and(|figure| self.is_told(figure))
    }

    // The share of a verdict is bounded by what cannot be told: bounds and share together would tell how much that is.
    fn trimmed(&self, figure: &Figure) -> Figure {
        let bounds = figure.bounds.filter(|_| !figure.name.starts_with("C1.") || self.reviewed.verdict(CANNOT_TELL));
        let bounds = if figure.name == "C1.criticism_of_recorded" { figure.bounds } else { bounds };
        // What a p-value is adjusted to depends on those beside it.
        let family: Vec<&Figure> = self.found.figures.iter().filter(|other| other.family == figure.family).collect();
        let p_adjusted = figure.p_adjusted.filter(|_| family.iter().all(|other| self.is_told(other)));
        Figure { bounds, p_adjusted, ..figure.clone() }
    }

    fn is_told(&self, figure: &Figure) -> bool {
        if self.flow.orders.is_none() && figure.population != Population::Complaints {
            return false;
        }
        // One of several of its name speaks of a part that no table here has a cell for.
        if figure.variant.is_some() {
            return false;
        }
        let (name, x) = (figure.name, figure.x.unwrap_or(0));
        let (component, part) = name.split_once('.').unwrap_or((name, ""));
        match component {
            "C1" | "C2" | "C8" => self.is_verdict_figure_told(component, part, figure),
            "C3" if matches!(part, "divergent_groups" | "pair_discordance") => {
                self.figure("C3.divergent_groups").is_some_and(|groups| are_large(groups, FEW))
            }
            "C5" => self.flow.orders_seen.is_some() && are_large(figure, FEW) && self.is_apart_from_fellow(name, figure),
            "C6" => self.is_process_told(part, figure),
            "C7" => self.is_term_told(part, figure),
            "C9" => self.is_application_told(part, figure),
            "C10" => match part {
                "officials" => {
                    self.flow.orders_apart.is_some() && are_large(figure, FEW_CHILDREN) && self.reviewed.are_kinds_told()
                }
                "top_share" => {
                    self.is_other_told("C10.officials") && is_large(x, FEW) && is_large(figure.n.saturating_sub(x), FEW)
                }
                "effective_number" => self.is_other_told("C10.top_share"),
                _ => false,
            },
            "C11" => self.is_trend_told(part, figure),
            _ => false,
        }
    }

    fn is_verdict_figure_told(&self, component: &str, part: &str, figure: &Figure) -> bool {
        let reviewed = &self.reviewed;
        match (component, part) {
            ("C1", "bullying") => reviewed.verdict(BULLYING),
            ("C1", "criticism" | "criticism_at_least" | "tipping_point") => reviewed.verdict(CRITICISM),
            ("C1", "mixed") => reviewed.verdict(MIXED),
            ("C1", "other_unlawful") => reviewed.verdict(3),
            ("C1", "other_lawful") => reviewed.verdict(4),
            ("C1", "cannot_tell") => reviewed.verdict(CANNOT_TELL),
            ("C1", "criticism_broad") => reviewed.verdict(CRITICISM) && reviewed.verdict(MIXED),
            ("C1", "criticism_decided") => reviewed.verdict(CRITICISM) && reviewed.verdict(CANNOT_TELL),
            ("C1", "criticism_of_recorded") => reviewed.verdict(CRITICISM) && self.flow.items.is_some(),
            ("C2", "criticism_corrected") => reviewed.total.is_some() && are_large(figure, FEW_CHILDREN),
            // Strata are told in no table, so nobody could say what their ratio gives away.
            ("C8", "targeting" | "e_value") => reviewed.is_ratio_told(),
            _ => false,
        }
    }

    // Two shares of one denominator tell what lies between them: orders with a formula for a reason, and those that name a law and no paragraph.
    fn is_apart_from_fellow(&self, name: &str, figure: &Figure) -> bool {
        let no = |figure: &Figure| figure.n.saturating_sub(figure.x.unwrap_or(0));
        let is_far = |fellow: &str| {
            let fellow = self.figure(fellow).filter(|fellow| are_large(fellow, FEW));
            fellow.is_none_or(|fellow| is_large(no(figure).abs_diff(no(fellow)), FEW))
        };
        match name {
            "C5.any_reason" | "C5.refers_to_content" | "C5.cites_law" | "C5.names_remedy" => true,
            "C5.individual_reasons" => is_far("C5.any_reason"),
            "C5.cites_paragraph" => is_far("C5.cites_law"),
            _ => false,
        }
    }

    fn is_process_told(&self, part: &str, figure: &Figure) -> bool {
        let is_large_here = are_large(figure, FEW);
        match part {
            "author_notified" | "experts_decided" => self.flow.orders_apart.is_some() && is_large_here,
            "court_authorised" => {
                // Without a court act and seen, or with one: what is seen and has one follows.
                let x = figure.x.unwrap_or(0);
                let seen_with = self.found.flow.orders_seen.saturating_sub(figure.n.saturating_sub(x));
                let unseen_with = x.saturating_sub(seen_with);
                self.flow.orders_apart.is_some() && is_large_here && is_large(seen_with, FEW) && is_large(unseen_with, FEW)
            }
            "annulled_on_appeal" => is_large_here,
            "restored_after_success" => is_large_here && self.is_other_told("C6.annulled_on_appeal"),
            _ => false,
        }
    }

    // Where every order has one item, the table of states counts the same things.
    fn is_term_told(&self, part: &str, figure: &Figure) -> bool {
        let states = self.parts.tables.iter().find(|sliced| sliced.table.name == "deadlines");
        let are_states_told =
            states.is_some_and(|states| ["met", "missed", "indeterminate"].iter().all(|state| states.cell(state).is_some()));
        match part {
            "acted_in_term" => are_states_told && are_large(figure, FEW),
            "median_hours" => self.flow.items_apart.is_some() && is_large(figure.n, FEW) && is_large(figure.unknown, FEW),
            _ => false,
        }
    }

    fn is_application_told(&self, part: &str, figure: &Figure) -> bool {
        const CHILD: usize = 0;
        const POWER: usize = 2;
        const UNKNOWN: usize = 3;
        const ALL: usize = 4;
        let row = |row: usize| [(row, 0), (row, 1)];
        match part {
            "acted_on" => self.complaints.has(&row(ALL)) && self.complaints.has(&[(ALL, 2)]) && is_large(figure.unknown, FEW),
            "acted_on_officials" => self.complaints.has(&row(POWER)),
            "acted_on_children" => self.complaints.has(&row(CHILD)),
            "acted_on_ratio" => {
                (CHILD..=POWER).all(|kind| self.complaints.has(&row(kind))) && self.complaints.has(&[(UNKNOWN, 2)])
            }
            _ => false,
        }
    }

    // How many orders lie in months that are over: no quarter may be cut into a small rest.
    fn is_trend_told(&self, part: &str, figure: &Figure) -> bool {
        let mut before = 0_u64;
        let is_cut_large = self.parts.orders.iter().all(|orders| {
            before = before.saturating_add(*orders);
            is_large(before.abs_diff(figure.n), FEW)
        });
        part == "trend" && self.parts.told.iter().all(Option::is_some) && is_cut_large
    }

    fn table(&self, table: &Table) -> PublicTable {
        if let Some(sliced) = self.parts.tables.iter().find(|sliced| sliced.table.name == table.name) {
            return sliced.told(sliced.whole.clone().filter(|_| self.flow.orders.is_some()));
        }
        let single = |cells: &[Told]| cells.iter().map(|cell| vec![*cell]).collect();
        match table.name {
            "verdicts" => blanked(table, self.reviewed.total.map(|_| single(&self.reviewed.by_verdict))),
            "verdicts_by_protected" => blanked(table, self.reviewed.sheet.as_ref().map(|sheet| inner(sheet))),
            "findings" | "defects" | "elements" if self.reviewed.has_no_blank() => blanked(table, Some(several(table))),
            "months" => {
                let counts = self.flow.orders.map(|_| single(&self.parts.told));
                PublicTable {
                    name: QUARTERS,
                    rows: if counts.is_some() { self.parts.names.clone() } else { Vec::new() },
                    ..blanked(table, counts)
                }
            }
            _ => blanked(table, None),
        }
    }
}

fn inner(sheet: &[Vec<Told>]) -> Vec<Vec<Told>> {
    let rows = sheet.iter().take(sheet.len().saturating_sub(1));
    rows.map(|row| row.iter().take(row.len().saturating_sub(1)).copied().collect()).collect()
}

// One thing has several findings, so rows do not add up: each is a share of the last one, told where all four of its counts are large.
fn several(table: &Table) -> Vec<Vec<Told>> {
    let of = table.counts.last().cloned().unwrap_or_default();
    let is_told = |row: &Vec<u64>| {
        row.iter().zip(&of).all(|(x, n)| is_large(*x, FEW_CHILDREN) && is_large(n.saturating_sub(*x), FEW_CHILDREN))
    };
    table.counts.iter().map(|row| row.iter().map(|count| is_told(row).then_some(*count)).collect()).collect()
}

#[cfg(test)]
mod tests;
