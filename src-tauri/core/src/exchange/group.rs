//! From rows to orders. An order is not an address: rows with one authority, number and date become one order with many items.
//!
//! The key is (authority, number, date): authority and number as written, apart from outer and doubled blanks, and the day that was
//! read. Numbers that differ in a letter stay apart, because guessing that two orders are one cannot be seen afterwards. `б/н`
//! ("without number") is a number only together with an authority and a date; a row that says nothing about a number is its own order.
//!
//! Two passes: the first gives every row its group, the second makes the orders one after the other, each as soon as its last row has
//! come. A register of a million rows is never in memory as orders.

use super::addresses::{LocatorKind, host_of, split_addresses, split_names};
use super::dates::{DateOrder, DateValue, OrderVotes, ParsedDate, read_date};
use super::error::{Error, Result};
use super::fields::Field;
use super::table::{DataRows, Preset, Row, Table};
use super::words::words;
use crate::model::address::refang;
use crate::model::time::Precision;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::ops::ControlFlow;

/// Rows between two reports of progress.
const PROGRESS_ROWS: u64 = 1024;
/// Letters of a cell that are shown when its row is rejected.
const CELL_SHOWN: usize = 120;
/// Rejected rows that are kept to be shown; all of them can be walked over.
const REJECTED_KEPT: usize = 500;
/// Pairs of orders that are kept to be shown because only their dates differ.
const TWINS_KEPT: usize = 1000;
/// Letters of orders that wait for an earlier one whose rows lie further apart; above it they go first.
const WAITING_BYTES: usize = if cfg!(test) { 64 * 1024 } else { 32 * 1024 * 1024 };
/// Words of four letters or more that make a sentence of a number.
const SENTENCE_WORDS: usize = 3;

/// What each column holds, and how it writes dates where a person said so.
#[derive(Debug, Clone, Default)]
pub struct Mapping {
    /// Field of each column.
    pub fields: Vec<Field>,
    /// Order of day and month in each column; shorter than the fields where nobody said anything.
    pub dates: Vec<Option<DateOrder>>,
}

/// What the first pass found: which rows make which order.
#[derive(Debug)]
pub struct Plan<'t> {
    table: &'t Table,
    layout: Layout,
    /// The group of each data row, or a mark.
    groups: Vec<u32>,
    /// Rows of each group.
    sizes: Vec<u32>,
    /// Rows in the file, those above the header included.
    pub rows: u64,
    /// Rows that say exactly what an earlier row said.
    pub duplicates: u64,
    /// Rows that could not be taken: the first of them.
    pub rejected: Vec<Rejected>,
    /// How many in all.
    pub rejected_total: u64,
    /// Authorities as written, each once.
    pub issuers: Vec<String>,
    /// Pairs of orders with the same authority and number and another date.
    pub twins: Vec<(u32, u32)>,
    /// How many such pairs there are.
    pub twins_total: u32,
    /// Some texts of items, evenly drawn: what everybody writes is learned from them.
    pub sample: Sample,
}

/// Texts evenly drawn from a succession of unknown length: every one at first, then every second, every fourth.
#[derive(Debug)]
pub struct Sample {
    /// The texts.
    pub texts: Vec<String>,
    every: usize,
    seen: usize,
}

impl Sample {
    const MAX: usize = 4_000;

    const fn new() -> Self {
        Self { texts: Vec::new(), every: 1, seen: 0 }
    }

    fn take(&mut self, text: &str) {
        if self.seen.is_multiple_of(self.every) {
            self.texts.push(text.to_owned());
            if self.texts.len() > Self::MAX {
                self.texts = std::mem::take(&mut self.texts).into_iter().step_by(2).collect();
                self.every *= 2;
            }
        }
        self.seen += 1;
    }
}

/// How a column of dates reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatesSeen {
    /// Column.
    pub column: usize,
    /// What was decided, by a person or by the cells.
    pub order: DateOrder,
    /// What the cells say.
    pub votes: OrderVotes,
    /// The first cell that could be read in two ways.
    pub sample: String,
}

impl DatesSeen {
    /// Says whether a person must tell how the column writes its dates.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.order == DateOrder::Undecided && self.votes.doubtful > 0
    }
}
/// An order as a file tells it. Texts are empty where the file says nothing.
#[derive(Debug, Clone, Default)]
pub struct IncomingOrder {
    /// Number as written, `б/н` included.
    pub number: String,
    /// Authority as written.
    pub authority: String,
    /// Date of the order.
    pub issued: Option<ParsedDate>,
    /// When the platform received it.
    pub received: Option<ParsedDate>,
    /// Code of the instrument, unknown where nothing says it.
    pub instrument: &'static str,
    /// Platform as written.
    pub platform: String,
    /// The host of all its items, where they share one.
    pub platform_host: String,
    /// Name of a known platform to which all its items belong.
    pub platform_known: &'static str,
    /// Cited provisions.
    pub provisions: String,
    /// Reason as stated.
    pub reason: String,
    /// Topic.
    pub topic: String,
    /// Where it is known from.
    pub evidence: String,
    /// Notes, and what other columns say for which the register has no field, each with the name of its column.
    pub note: String,
    /// Its items.
    pub items: Vec<IncomingItem>,
    /// Line of its first row, from 1.
    pub first_row: u32,
    /// How many rows tell of it.
    pub rows: u32,
    /// Its rows tell different times of receipt.
    pub receipts_differ: bool,
    /// Words stood where its number should; they are the first line of the note.
    pub named_by_note: bool,
}

/// An item of an order as a file tells it.
#[derive(Debug, Clone)]
#[allow(dead_code, reason = "raw address, kind, network addresses and line are told here and go into the note")]
pub struct IncomingItem {
    /// Address made readable; empty when only the content is known.
    pub locator: String,
    /// Address as written, where making it readable changed it.
    pub locator_raw: Option<String>,
    /// What the locator is.
    pub kind: LocatorKind,
    /// Host, lower case, without `www.`.
    pub host: String,
    /// Network addresses named beside it.
    pub ips: Vec<String>,
    /// Text of the content.
    pub text: String,
    /// Title.
    pub title: String,
    /// Code of the language, empty where the file says none.
    pub language: &'static str,
    /// Code of the outcome.
    pub outcome: &'static str,
    /// When it was first down.
    pub complied: Option<ParsedDate>,
    /// Line in the file, from 1.
    pub row: u32,
}

/// A row that could not be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// Line in the file, from 1.
    pub row: u32,
    /// Why.
    pub reason: Reason,
    /// The cell at fault, cut.
    pub cell: String,
}

macro_rules! reasons {
    ($($(#[$doc:meta])+ $variant:ident = $code:literal),+ $(,)?) => {
        /// Why a row could not be taken.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Reason { $($(#[$doc])+ $variant),+ }

        impl Reason {
            /// All reasons.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    };
}

reasons! {
    /// A date that cannot be read.
    DateUnreadable = "date_unreadable",
    /// Too few fields to know which is which.
    FieldsMissing = "fields_missing",
    /// More fields than the table has columns.
    FieldsExtra = "fields_extra",
    /// Neither number nor address nor content.
    NothingNamed = "nothing_named",
    /// A cell longer than the limit.
    CellTooLong = "cell_too_long",
    /// It stands above the header.
    AboveHeader = "above_header",
    /// A figure that is no number.
    NumberUnreadable = "number_unreadable",
}

const REPEATED: u32 = u32::MAX;
const REJECTED: u32 = 0xffff_ff00;

impl Reason {
    fn mark(self) -> u32 {
        REJECTED + u32::try_from(Self::ALL.iter().position(|own| *own == self).unwrap_or(0)).unwrap_or(0)
    }

    fn of_mark(mark: u32) -> Option<Self> {
        if mark == REPEATED { None } else { Self::ALL.get(mark.checked_sub(REJECTED)? as usize).copied() }
    }
}

/// Makes the first pass: every row gets its group. `progress` is told rows done and of how many, and may stop it.
pub fn plan<'t>(table: &'t Table, mapping: &Mapping, progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>) -> Result<Plan<'t>> {
    const NEEDED: [Field; 6] = [Field::Number, Field::Locator, Field::Host, Field::Ip, Field::Content, Field::Title];
    if !NEEDED.iter().any(|field| mapping.fields.contains(field)) {
        return Err(Error::NoColumns);
    }
    let mut grouping = Grouping::new(table, mapping);
    let of = u64::from(table.row_count());
    let mut walk = table.walk();
    let mut done = 0;
    while let Some((_, row)) = walk.next() {
        if u64::is_multiple_of(done, PROGRESS_ROWS) && progress(done, of).is_break() {
            return Err(Error::Cancelled);
        }
        done += 1;
        grouping.take(row);
    }
    if progress(of, of).is_break() {
        return Err(Error::Cancelled);
    }
    let mut plan = grouping.plan;
    plan.rows += done;
    Ok(plan)
}

/// Hears of rejected rows: line, reason, cells. It may stop the walk.
pub type RejectedRows<'f> = dyn FnMut(u32, Reason, Vec<&str>) -> ControlFlow<()> + 'f;

impl Plan<'_> {
    /// Returns how many orders the rows make.
    #[must_use]
    pub fn order_count(&self) -> usize {
        self.sizes.len()
    }

    /// Says how the columns of dates read.
    #[must_use]
    pub fn dates(&self) -> &[DatesSeen] {
        &self.layout.dates
    }

    /// Makes the second pass: the orders one after the other, every time in the same succession.
    #[must_use]
    pub fn orders(&self) -> Orders<'_> {
        Orders {
            plan: self,
            walk: self.table.walk(),
            open: BTreeMap::new(),
            waiting: 0,
            ready: Vec::new(),
            items: Vec::new(),
            courts: HashMap::new(),
        }
    }

    /// Walks over all rows that could not be taken: line, reason, cells.
    pub fn each_rejected(&self, take: &mut RejectedRows<'_>) {
        for (line, cells) in self.table.rows_above() {
            if take(line, Reason::AboveHeader, vec![cells.as_str()]).is_break() {
                return;
            }
        }
        let mut walk = self.table.walk();
        while let Some((number, row)) = walk.next() {
            let mark = self.groups.get(number as usize).copied().unwrap_or(REPEATED);
            if let Some(reason) = Reason::of_mark(mark)
                && take(row.line(), reason, row.cells().collect()).is_break()
            {
                return;
            }
        }
    }
}

/// Hashes with two random keys: two rows of a file with the same hash are the same.
struct Twofold(RandomState, RandomState);

impl Twofold {
    fn of(&self, value: &impl std::hash::Hash) -> u128 {
        u128::from(self.0.hash_one(value)) << 64 | u128::from(self.1.hash_one(value))
    }
}

struct Grouping<'t> {
    plan: Plan<'t>,
    hashes: Twofold,
    seen: HashSet<u128>,
    places: HashMap<u128, u32>,
    by_number: HashMap<u64, u32>,
    issuers: HashSet<String>,
}

/// Where the fields of a table are, and how its columns write dates.
#[derive(Debug)]
struct Layout {
    /// Columns of each field, by its place in the list of fields.
    columns: Vec<Vec<usize>>,
    dates: Vec<DatesSeen>,
    /// Columns of dates whose every time is midnight: a program wrote days as moments, and they say no more than the day.
    whole_days: Vec<usize>,
    /// Names of the columns as written, empty where there are none.
    headers: Vec<String>,
    preset: Option<Preset>,
    width: usize,
}

const DATE_FIELDS: [Field; 3] = [Field::Issued, Field::Received, Field::Complied];
/// Fields that the register does not keep as such: what they say goes into the note.
const REMARK_FIELDS: [Field; 6] =
    [Field::Deadline, Field::Place, Field::Author, Field::Verdict, Field::Reviewer, Field::Confidential];
/// Bytes of a note; an order with thousands of rows must not carry a book.
const NOTE_BYTES_MAX: usize = 16_000;

impl Layout {
    fn new(table: &Table, mapping: &Mapping) -> Self {
        let of = |field: Field| {
            mapping.fields.iter().enumerate().filter(|(_, own)| **own == field).map(|(index, _)| index).collect::<Vec<_>>()
        };
        let mut layout = Self {
            columns: Field::ALL.iter().map(|field| of(*field)).collect(),
            dates: DATE_FIELDS
                .iter()
                .flat_map(|field| of(*field))
                .map(|column| DatesSeen {
                    column,
                    order: mapping.dates.get(column).copied().flatten().unwrap_or(DateOrder::Undecided),
                    votes: OrderVotes::default(),
                    sample: String::new(),
                })
                .collect(),
            whole_days: Vec::new(),
            headers: (0..table.columns()).map(|index| table.header_of(index)).collect(),
            preset: table.preset(),
            width: table.columns(),
        };
        layout.read_dates(table);
        layout
    }

    fn read_dates(&mut self, table: &Table) {
        let mut timed = vec![false; self.dates.len()];
        let mut walk = table.walk();
        while let Some((_, row)) = walk.next() {
            for (dates, timed) in self.dates.iter_mut().zip(&mut timed) {
                let cell = row.cell(dates.column);
                let before = dates.votes.doubtful;
                dates.votes.take(cell);
                if dates.votes.doubtful > 0 && before == 0 {
                    dates.sample = cell.chars().take(CELL_SHOWN).collect();
                }
                // Only a cell with a colon has a time of day.
                *timed |= cell.contains(':');
            }
        }
        for dates in self.dates.iter_mut().filter(|dates| dates.order == DateOrder::Undecided) {
            dates.order = dates.votes.order();
        }
        for (dates, _) in self.dates.iter().zip(timed).filter(|(_, timed)| *timed) {
            let (mut walk, mut any, mut midnights) = (table.walk(), false, true);
            while let Some((_, row)) = walk.next() {
                let cell = row.cell(dates.column);
                if cell.contains(':')
                    && let Some(second) = read_date(cell, dates.order).and_then(|value| value.second)
                {
                    (any, midnights) = (true, second == 0);
                    if !midnights {
                        break;
                    }
                }
            }
            if any && midnights {
                self.whole_days.push(dates.column);
            }
        }
    }

    fn columns_of(&self, field: Field) -> &[usize] {
        self.columns.get(field as usize).map_or(&[], Vec::as_slice)
    }

    /// Returns the first cell of a field that is not blank, as written, with its column.
    fn place_of<'a>(&self, row: Row<'a>, field: Field) -> Option<(usize, &'a str)> {
        self.columns_of(field).iter().map(|index| (*index, row.cell(*index))).find(|(_, cell)| !cell.is_empty())
    }

    /// Returns the first cell of a field that is not blank, as written.
    fn cell<'a>(&self, row: Row<'a>, field: Field) -> &'a str {
        self.place_of(row, field).map_or("", |(_, cell)| cell)
    }

    /// Returns what a field says; words that say nothing are nothing.
    fn said<'a>(&self, row: Row<'a>, field: Field) -> &'a str {
        let cell = self.cell(row, field);
        if cell.is_empty() || words().is_empty_like(cell) { "" } else { cell }
    }

    /// Returns the code of what happened to an item.
    fn outcome(&self, row: Row<'_>) -> &'static str {
        let Some((column, cell)) = self.place_of(row, Field::Outcome).filter(|(_, cell)| !words().is_empty_like(cell)) else {
            return "unknown";
        };
        words().outcome_under(self.headers.get(column).map_or("", String::as_str), cell)
    }

    /// Reads the date of a field; an unreadable one is the row's fault, and its cell is returned.
    fn date<'a>(&self, row: Row<'a>, field: Field) -> std::result::Result<Option<(DateValue, &'a str)>, &'a str> {
        let Some((column, cell)) = self.place_of(row, field).filter(|(_, cell)| !words().is_empty_like(cell)) else {
            return Ok(None);
        };
        let order = self.dates.iter().find(|dates| dates.column == column).map_or(DateOrder::Undecided, |dates| dates.order);
        match read_date(cell, order) {
            Some(value) if value.second.is_some() && self.whole_days.contains(&column) => {
                Ok(Some((DateValue { second: None, precision: Precision::Day, ..value }, cell)))
            }
            Some(value) => Ok(Some((value, cell))),
            None => Err(cell),
        }
    }

    /// Says what is wrong with the shape of a row, with the cell at fault.
    fn check_shape<'a>(&self, row: Row<'a>) -> std::result::Result<(), (Reason, Cow<'a, str>)> {
        if row.is_cut() {
            return Err((Reason::CellTooLong, whole(row)));
        }
        if self.preset == Some(Preset::RknDump) && row.width() < self.width {
            return Err((Reason::FieldsMissing, whole(row)));
        }
        let extra = (self.width..row.width()).map(|index| row.cell(index)).find(|cell| !cell.is_empty());
        extra.map_or(Ok(()), |cell| Err((Reason::FieldsExtra, cell.into())))
    }
}

/// Returns the beginning of a row as one text.
fn whole(row: Row<'_>) -> Cow<'_, str> {
    let start: Vec<&str> = row.cells().take(12).map(|cell| cell.get(..CELL_SHOWN).unwrap_or(cell)).collect();
    start.join(" ; ").into()
}

/// What a row says of the order it belongs to.
struct Named<'a> {
    number: &'a str,
    is_without: bool,
    authority: &'a str,
    issued: Option<(DateValue, &'a str)>,
}

impl<'a> Named<'a> {
    fn read(layout: &Layout, row: Row<'a>) -> std::result::Result<Self, &'a str> {
        let cell = layout.cell(row, Field::Number);
        let is_without = words().is_without_number(cell);
        Ok(Self {
            number: if is_without { cell } else { layout.said(row, Field::Number) },
            is_without,
            authority: layout.said(row, Field::Authority),
            issued: layout.date(row, Field::Issued)?,
        })
    }

    /// Says whether other rows can belong to the same order.
    fn groups(&self) -> bool {
        !self.number.is_empty() && (!self.is_without || (!self.authority.is_empty() && self.issued.is_some()))
    }
}

#[derive(Hash)]
struct Key<'a> {
    authority: Cow<'a, str>,
    number: Cow<'a, str>,
    days: Option<(NaiveDate, NaiveDate)>,
}

impl<'t> Grouping<'t> {
    fn new(table: &'t Table, mapping: &Mapping) -> Self {
        let above = table.rows_above();
        let rejected: Vec<Rejected> = above
            .iter()
            .take(REJECTED_KEPT)
            .map(|(row, cells)| Rejected {
                row: *row,
                reason: Reason::AboveHeader,
                cell: cells.chars().take(CELL_SHOWN).collect(),
            })
            .collect();
        let plan = Plan {
            table,
            layout: Layout::new(table, mapping),
            groups: Vec::with_capacity(table.row_count() as usize),
            sizes: Vec::new(),
            rows: above.len() as u64,
            duplicates: 0,
            rejected,
            rejected_total: above.len() as u64,
            issuers: Vec::new(),
            twins: Vec::new(),
            twins_total: 0,
            sample: Sample::new(),
        };
        Self {
            plan,
            hashes: Twofold(RandomState::new(), RandomState::new()),
            seen: HashSet::new(),
            places: HashMap::new(),
            by_number: HashMap::new(),
            issuers: HashSet::new(),
        }
    }

    fn take(&mut self, row: Row<'_>) {
        let hash = self.hashes.of(&RowHash(row));
        let group = if self.seen.insert(hash) {
            match self.place(row) {
                Ok(group) => group,
                Err((reason, cell)) => {
                    if self.plan.rejected.len() < REJECTED_KEPT {
                        self.plan.rejected.push(Rejected {
                            row: row.line(),
                            reason,
                            cell: cell.chars().take(CELL_SHOWN).collect(),
                        });
                    }
                    self.plan.rejected_total += 1;
                    reason.mark()
                }
            }
        } else {
            self.plan.duplicates += 1;
            REPEATED
        };
        self.plan.groups.push(group);
    }

    fn place<'a>(&mut self, row: Row<'a>) -> std::result::Result<u32, (Reason, Cow<'a, str>)> {
        let layout = &self.plan.layout;
        layout.check_shape(row)?;
        let unreadable = |cell: &'a str| (Reason::DateUnreadable, Cow::Borrowed(cell));
        let named = Named::read(layout, row).map_err(unreadable)?;
        layout.date(row, Field::Received).map_err(unreadable)?;
        layout.date(row, Field::Complied).map_err(unreadable)?;
        // A letter of which only the sender, the day and the words are known is an order all the same.
        let is_told = !named.authority.is_empty() && named.issued.is_some() && !layout.said(row, Field::Note).is_empty();
        if (named.number.is_empty() || named.is_without) && !is_told && !has_items(layout, row) {
            return Err((Reason::NothingNamed, whole(row)));
        }
        // An item without content has its title for its text.
        let text = [Field::Content, Field::Title].into_iter().map(|field| layout.said(row, field)).find(|text| !text.is_empty());
        if let Some(text) = text {
            self.plan.sample.take(text);
        }
        if !named.authority.is_empty() && !self.issuers.contains(named.authority) {
            self.issuers.insert(named.authority.to_owned());
            self.plan.issuers.push(named.authority.to_owned());
        }
        let next = u32::try_from(self.plan.sizes.len()).unwrap_or(REJECTED);
        let place = if named.groups() {
            let days = named.issued.as_ref().map(|(value, _)| (value.first, value.last));
            let (authority, number) = (single_blanks(named.authority), single_blanks(named.number));
            let by_number = self.hashes.0.hash_one((&authority, &number));
            let place = *self.places.entry(self.hashes.of(&Key { authority, number, days })).or_insert(next);
            if place == next && !named.is_without {
                // The same number on another day: two orders, or one of them a slip.
                let first = *self.by_number.entry(by_number).or_insert(next);
                if first != next {
                    self.plan.twins_total += 1;
                    if self.plan.twins.len() < TWINS_KEPT {
                        self.plan.twins.push((first, next));
                    }
                }
            }
            place
        } else {
            next
        };
        match self.plan.sizes.get_mut(place as usize) {
            Some(size) => *size += 1,
            None => self.plan.sizes.push(1),
        }
        Ok(place)
    }
}

/// A row hashed by its cells.
struct RowHash<'a>(Row<'a>);

impl std::hash::Hash for RowHash<'_> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (0..self.0.width()).for_each(|index| self.0.whole_cell(index).hash(state));
    }
}

fn has_items(layout: &Layout, row: Row<'_>) -> bool {
    [Field::Content, Field::Title].iter().any(|field| !layout.said(row, *field).is_empty())
        || !split_addresses(layout.said(row, Field::Locator)).is_empty()
        || [Field::Host, Field::Ip].iter().any(|field| split_names(layout.said(row, *field)).next().is_some())
}

struct Open {
    order: IncomingOrder,
    left: u32,
    bytes: usize,
}

/// The orders of a plan, one after the other: by their first rows, unless too many would have to wait for one whose rows lie far apart.
pub struct Orders<'p> {
    plan: &'p Plan<'p>,
    walk: DataRows<'p>,
    open: BTreeMap<u32, Open>,
    waiting: usize,
    /// Ready, the next one last.
    ready: Vec<(u32, IncomingOrder)>,
    /// The items of the row at hand; kept, so that not every row asks for memory.
    items: Vec<IncomingItem>,
    /// Instruments that follow from an authority: one lookup for each name.
    courts: HashMap<String, bool>,
}

impl Iterator for Orders<'_> {
    /// Its place among the groups, and the order.
    type Item = (u32, IncomingOrder);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(next) = self.ready.pop() {
                return Some(next);
            }
            if self.open.first_entry().is_some_and(|entry| entry.get().left == 0) {
                let (place, done) = self.open.pop_first()?;
                self.waiting = self.waiting.saturating_sub(done.bytes);
                return Some((place, close(done.order)));
            }
            if self.waiting > WAITING_BYTES {
                let done: Vec<u32> = self.open.iter().filter(|(_, open)| open.left == 0).map(|(place, _)| *place).collect();
                for place in done.into_iter().rev() {
                    if let Some(done) = self.open.remove(&place) {
                        self.ready.push((place, close(done.order)));
                    }
                }
                // Those still open are counted again from nothing: they cannot be helped.
                self.waiting = 0;
                continue;
            }
            let (number, row) = self.walk.next()?;
            let place = self.plan.groups.get(number as usize).copied().unwrap_or(REPEATED);
            if place < REJECTED {
                let layout = &self.plan.layout;
                let left = self.plan.sizes.get(place as usize).copied().unwrap_or(1);
                let open = self.open.entry(place).or_insert_with(|| Open { order: IncomingOrder::default(), left, bytes: 0 });
                let before = open.bytes;
                add_row(layout, row, open, &mut self.items, &mut self.courts);
                open.left = open.left.saturating_sub(1);
                self.waiting += open.bytes - before;
            }
        }
    }
}

fn close(mut order: IncomingOrder) -> IncomingOrder {
    merge_repeats(&mut order.items);
    name_platform(&mut order);
    order
}

/// Adds a row to its order. The first pass has read its dates already.
fn add_row(layout: &Layout, row: Row<'_>, open: &mut Open, items: &mut Vec<IncomingItem>, courts: &mut HashMap<String, bool>) {
    let Open { order, bytes, .. } = open;
    let date = |field| layout.date(row, field).ok().flatten().map(parsed);
    items.clear();
    add_items(layout, row, date(Field::Complied), items);
    if order.rows == 0 {
        let Ok(named) = Named::read(layout, row) else { return };
        let is_court = match courts.get(named.authority) {
            Some(court) => *court,
            None => {
                let court = words().is_court(named.authority);
                courts.insert(named.authority.to_owned(), court);
                court
            }
        };
        let is_sentence = is_sentence(named.number);
        *order = IncomingOrder {
            number: if is_sentence { String::new() } else { named.number.to_owned() },
            authority: named.authority.to_owned(),
            issued: named.issued.map(parsed),
            instrument: if is_court { "court_act" } else { "unknown" },
            first_row: row.line(),
            ..IncomingOrder::default()
        };
        if is_sentence {
            add_remark(layout, row, Field::Number, &mut order.note);
            order.named_by_note = true;
        }
    }
    order.rows += 1;
    match (&order.received, date(Field::Received)) {
        (None, said) => order.received = said,
        // Another receipt of the same order is not dropped: a person must see both.
        (Some(first), Some(said)) if first.raw != said.raw => {
            order.receipts_differ = true;
            add_remark(layout, row, Field::Received, &mut order.note);
        }
        _ => {}
    }
    add_words(layout, row, order);
    if order.items.is_empty() {
        // Most orders have one item; the usual spare room would cost more than all items.
        order.items.reserve_exact(items.len());
    }
    *bytes += 400 + items.iter().map(|item| 300 + item.locator.len() + item.text.len()).sum::<usize>();
    order.items.append(items);
}

/// A number cell that holds prose: the words go into the note, and the number stays unknown rather than wrong.
fn is_sentence(number: &str) -> bool {
    number.len() > 40
        && number.split_whitespace().filter(|word| word.chars().count() >= 4 && word.chars().all(char::is_alphabetic)).count()
            >= SENTENCE_WORDS
}

fn parsed((value, raw): (DateValue, &str)) -> ParsedDate {
    ParsedDate::new(value, raw)
}

/// Adds what a row says of the whole order; a later row never overwrites an earlier one.
fn add_words(layout: &Layout, row: Row<'_>, order: &mut IncomingOrder) {
    let texts = [
        (Field::Platform, &mut order.platform),
        (Field::Provisions, &mut order.provisions),
        (Field::Reason, &mut order.reason),
        (Field::Topic, &mut order.topic),
        (Field::Evidence, &mut order.evidence),
    ];
    for (field, text) in texts {
        add_line(text, layout.said(row, field));
    }
    if layout.columns_of(Field::Note).len() > 1 {
        add_remark(layout, row, Field::Note, &mut order.note);
    } else {
        add_line(&mut order.note, layout.said(row, Field::Note));
    }
    let instrument = layout.said(row, Field::Instrument);
    let named = words().instrument(instrument);
    if named != "unknown" && (order.instrument == "unknown" || order.first_row == row.line()) {
        order.instrument = named;
    } else if named != "unknown" && named != order.instrument {
        add_remark(layout, row, Field::Instrument, &mut order.note);
    }
    for field in REMARK_FIELDS {
        add_remark(layout, row, field, &mut order.note);
    }
    // A word that is no code would be lost.
    let unread = [
        (Field::Instrument, named == "unknown"),
        (Field::Outcome, layout.outcome(row) == "unknown"),
        (Field::Language, words().language(layout.said(row, Field::Language)) == "other"),
    ];
    for (field, _) in unread.into_iter().filter(|(_, unread)| *unread) {
        add_remark(layout, row, field, &mut order.note);
    }
}

/// Adds what the columns of a field say, each with its name.
fn add_remark(layout: &Layout, row: Row<'_>, field: Field, note: &mut String) {
    for index in layout.columns_of(field) {
        let cell = row.cell(*index);
        if words().is_empty_like(cell) {
            continue;
        }
        match layout.headers.get(*index) {
            Some(header) if !header.is_empty() => add_line(note, &format!("{header}: {cell}")),
            _ => add_line(note, cell),
        }
    }
}

fn add_line(text: &mut String, line: &str) {
    const CUT: &str = "…";
    if line.is_empty() || text.lines().any(|own| own == line) || text.ends_with(CUT) {
        return;
    }
    // A cell of several lines is there already when all of its lines are.
    if line.contains('\n') && line.lines().all(|part| text.lines().any(|own| own == part)) {
        return;
    }
    if !text.is_empty() {
        text.push('\n');
    }
    let room = NOTE_BYTES_MAX.saturating_sub(text.len());
    if line.len() <= room {
        text.push_str(line);
    } else {
        // What does not fit is cut where everybody sees it.
        let whole = line.char_indices().map(|(place, letter)| place + letter.len_utf8()).take_while(|end| *end <= room).last();
        text.push_str(line.get(..whole.unwrap_or(0)).unwrap_or_default());
        text.push_str(CUT);
    }
}

/// Adds an item for each address of a row, or one for its content where it has no address.
fn add_items(layout: &Layout, row: Row<'_>, complied: Option<ParsedDate>, items: &mut Vec<IncomingItem>) {
    let text = |field| layout.said(row, field).to_owned();
    let host_cell = layout.said(row, Field::Host);
    let ip_cell = layout.said(row, Field::Ip);
    let locator_cell = layout.said(row, Field::Locator);
    let blank = IncomingItem {
        locator: String::new(),
        locator_raw: None,
        kind: LocatorKind::Text,
        host: String::new(),
        ips: split_names(ip_cell).map(str::to_owned).collect(),
        text: text(Field::Content),
        title: text(Field::Title),
        language: words().language(layout.said(row, Field::Language)),
        outcome: layout.outcome(row),
        complied,
        row: row.line(),
    };
    let mut locators = split_addresses(locator_cell);
    if locators.is_empty() {
        locators = split_names(host_cell).collect();
    }
    if locators.is_empty() {
        locators = split_names(ip_cell).collect();
    }
    let Some((last, others)) = locators.split_last() else {
        if !blank.text.is_empty() || !blank.title.is_empty() {
            items.push(blank);
        }
        return;
    };
    let own_host = if others.is_empty() { host_of(host_cell) } else { None };
    for raw in others {
        items.push(blank.clone().at(raw, None));
    }
    items.push(blank.at(last, own_host));
}

impl IncomingItem {
    fn at(self, raw: &str, host: Option<String>) -> Self {
        let locator = refang(raw);
        Self {
            kind: LocatorKind::of(&locator),
            host: host.or_else(|| host_of(&locator)).unwrap_or_default(),
            locator_raw: matches!(locator, Cow::Owned(_)).then(|| raw.to_owned()),
            locator: locator.into_owned(),
            ..self
        }
    }
}

fn single_blanks(text: &str) -> Cow<'_, str> {
    // 0xC2 starts the blank that does not break, among others.
    let bytes = text.as_bytes();
    if bytes.windows(2).any(|pair| pair == b"  ") || bytes.iter().any(|byte| matches!(byte, b'\n' | b'\t' | 0xc2)) {
        text.split_whitespace().collect::<Vec<_>>().join(" ").into()
    } else {
        text.into()
    }
}

/// One address in one order is one item, however many rows name it, unless they tell different things of it.
fn merge_repeats(items: &mut Vec<IncomingItem>) {
    if items.len() < 2 {
        return;
    }
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    let mut merged: Vec<IncomingItem> = Vec::with_capacity(items.len());
    for item in items.drain(..) {
        let same = places.entry(item.locator.clone()).or_default();
        let place = same.iter().copied().find(|place| merged.get(*place).is_some_and(|known| known.agrees_with(&item)));
        match place.and_then(|place| merged.get_mut(place)) {
            Some(known) if !item.locator.is_empty() => absorb(known, item),
            _ => {
                same.push(merged.len());
                merged.push(item);
            }
        }
    }
    *items = merged;
}

impl IncomingItem {
    // Comments under one post share its address; what is silent agrees with everything.
    fn agrees_with(&self, other: &Self) -> bool {
        let texts = [(&self.text, &other.text), (&self.title, &other.title)];
        let same_text = texts.iter().all(|(own, other)| own.is_empty() || other.is_empty() || own == other);
        let same_outcome = self.outcome == "unknown" || other.outcome == "unknown" || self.outcome == other.outcome;
        let same_time = match (&self.complied, &other.complied) {
            (Some(own), Some(other)) => own.raw == other.raw,
            _ => true,
        };
        same_text && same_outcome && same_time
    }
}

fn absorb(known: &mut IncomingItem, item: IncomingItem) {
    for ip in item.ips {
        if !known.ips.contains(&ip) {
            known.ips.push(ip);
        }
    }
    for (own, other) in [(&mut known.text, item.text), (&mut known.title, item.title)] {
        if own.is_empty() {
            *own = other;
        }
    }
    if known.language.is_empty() {
        known.language = item.language;
    }
    if known.outcome == "unknown" {
        known.outcome = item.outcome;
    }
    known.complied = known.complied.take().or(item.complied);
}

fn name_platform(order: &mut IncomingOrder) {
    let mut hosts = order.items.iter().map(|item| item.host.as_str());
    let Some(first) = hosts.next().filter(|host| !host.is_empty()) else { return };
    let known = words().platform(first);
    if hosts.clone().all(|host| host == first) {
        order.platform_host = first.to_owned();
    }
    if let Some(known) = known
        && hosts.all(|host| words().platform(host) == Some(known))
    {
        order.platform_known = known;
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Limits, propose, table::open_bytes};
    use super::*;
    use proptest::prelude::*;

    /// A whole file as orders.
    struct Batch {
        rows: u64,
        orders: Vec<IncomingOrder>,
        duplicates: u64,
        rejected: Vec<Rejected>,
        twins: u32,
        asks: Vec<String>,
    }

    fn group(table: &Table, mapping: &Mapping) -> Batch {
        let plan = plan(table, mapping, &mut |_, _| ControlFlow::Continue(())).unwrap();
        let orders: Vec<_> = plan.orders().collect();
        assert_eq!(orders.len(), plan.order_count());
        let mut walked = Vec::new();
        plan.each_rejected(&mut |row, reason, _| {
            walked.push((row, reason));
            ControlFlow::Continue(())
        });
        assert_eq!(walked, plan.rejected.iter().map(|r| (r.row, r.reason)).collect::<Vec<_>>());
        Batch {
            rows: plan.rows,
            orders: orders.into_iter().map(|(_, order)| order).collect(),
            duplicates: plan.duplicates,
            asks: plan.dates().iter().filter(|dates| dates.asks()).map(|dates| dates.sample.clone()).collect(),
            twins: plan.twins_total,
            rejected: plan.rejected,
        }
    }

    fn mapping(table: &Table) -> Mapping {
        Mapping { fields: propose(table).iter().map(|column| column.field).collect(), dates: Vec::new() }
    }

    fn read(text: &str) -> Batch {
        let table = open_bytes(text.as_bytes().to_vec(), "t.csv", &Limits::default()).unwrap();
        group(&table, &mapping(&table))
    }

    fn counts(text: &str) -> (u64, usize, usize, u64, usize) {
        let batch = read(text);
        let items = batch.orders.iter().map(|order| order.items.len()).sum();
        (batch.rows, batch.orders.len(), items, batch.duplicates, batch.rejected.len())
    }

    #[test]
    fn rows_of_one_order_become_one_order() {
        let text = "Номер предписания;Орган;Дата предписания;Ссылка\n\
            5-1;МКИ;01.02.2024;http://a.kz/1\n\
            5-1 ; МКИ;2024-02-01;http://a.kz/2\n\
            5-1;МКИ;2.2.2024;http://a.kz/3\n\
            5-1;МКИ;01.02.2024;http://a.kz/1\n";
        assert_eq!(counts(text), (4, 2, 3, 1, 0));
    }

    #[test]
    fn without_number_is_never_a_key_by_itself() {
        let head = "Номер предписания;Орган;Дата предписания;Ссылка\n";
        assert_eq!(counts(&format!("{head}б/н;МКИ;01.02.2024;http://a.kz/1\nб/н;МКИ;01.02.2024;http://a.kz/2\n")).1, 1);
        assert_eq!(counts(&format!("{head}б/н;МКИ;01.02.2024;http://a.kz/1\nб/н;МКИ;02.02.2024;http://a.kz/2\n")).1, 2);
        assert_eq!(counts(&format!("{head}б/н;;;http://a.kz/1\nб/н;;;http://a.kz/2\n")).1, 2);
        assert_eq!(counts(&format!("{head};МКИ;01.02.2024;http://a.kz/1\n;МКИ;01.02.2024;http://a.kz/2\n")).1, 2);
        let batch = read(&format!("{head}б/н;МКИ;01.02.2024;http://a.kz/1\nн/д;МКИ;01.02.2024;http://a.kz/2\n"));
        let numbers: Vec<_> = batch.orders.iter().map(|order| order.number.as_str()).collect();
        assert_eq!(numbers, ["б/н", ""]);
    }

    #[test]
    fn several_addresses_in_a_cell_are_several_items() {
        let batch = read(
            "order number,agency,date,url,outcome\n5,МКИ,2024-02-01,\"hxxp://a[.]kz/1\nhttp://a.kz/2, http://a.kz/3\",Удалено\n",
        );
        let items = &batch.orders[0].items;
        assert_eq!(
            items.iter().map(|item| item.locator.as_str()).collect::<Vec<_>>(),
            ["http://a.kz/1", "http://a.kz/2", "http://a.kz/3"]
        );
        assert_eq!(items[0].locator_raw.as_deref(), Some("hxxp://a[.]kz/1"));
        assert_eq!(items[1].locator_raw, None);
        assert_eq!((items[0].host.as_str(), items[0].outcome), ("a.kz", "removed"));
        assert_eq!(batch.orders[0].platform_host, "a.kz");
    }

    #[test]
    fn an_address_named_twice_in_one_order_is_one_item() {
        let batch = read("order number,ip,url,notes\n5,10.0.0.1,http://a.kz/1,one\n5,10.0.0.2,http://a.kz/1,two\n");
        let order = &batch.orders[0];
        assert_eq!((order.items.len(), order.items[0].ips.len()), (1, 2));
        assert_eq!(order.note, "one\ntwo");
    }

    #[test]
    fn rows_in_doubt_are_rejected_with_line_and_reason() {
        let batch = read(
            "order number,date,url\n1,2024-02-01,http://a.kz\n2,позавчера,http://b.kz\n3,н/д,http://c.kz\n,2024-02-01,\n4,2024-02-01,http://d.kz,extra\n",
        );
        let rejected: Vec<_> = batch.rejected.iter().map(|r| (r.row, r.reason.code(), r.cell.as_str())).collect();
        assert_eq!(
            rejected,
            [(3, "date_unreadable", "позавчера"), (5, "nothing_named", " ; 2024-02-01 ; "), (6, "fields_extra", "extra")]
        );
        assert_eq!(batch.orders.len(), 2);
        assert!(batch.orders[1].issued.is_none());
    }

    #[test]
    fn rows_without_addresses_still_make_orders() {
        let batch = read(
            "Нұсқама нөмірі;Күні;Орган;Мәтін\n5-1;2024 жылғы 1 ақпан;Ақпарат комитеті;қатты сын\n6-1;2024 жылғы 2 ақпан;Алматы қалалық соты;\n",
        );
        assert_eq!(batch.orders[0].items[0].text, "қатты сын");
        assert_eq!(batch.orders[1].items.len(), 0);
        assert_eq!(batch.orders[1].instrument, "court_act");
        assert_eq!(batch.orders[0].issued.as_ref().unwrap().shown(), "2024-02-01");
    }

    #[test]
    fn what_has_no_field_goes_into_the_note() {
        let batch = read(
            "Номер предписания;Ссылка;Язык;Автор;Срок исполнения;Статус;Примечание\n5;http://a.kz/1;казахский;Газета;3 дня;на рассмотрении;важно\n5;http://a.kz/2;татарский;Газета;н/д;удалено;\n",
        );
        let order = &batch.orders[0];
        assert_eq!(order.note, "важно\nСрок исполнения: 3 дня\nАвтор: Газета\nСтатус: на рассмотрении\nЯзык: татарский");
        let items: Vec<_> = order.items.iter().map(|item| (item.language, item.outcome)).collect();
        assert_eq!(items, [("kk", "unknown"), ("other", "removed")]);
    }

    #[test]
    fn dates_are_decided_by_the_column() {
        let batch = read("order number,date,url\n1,3/4/2019,http://a.kz\n2,1/26/2019,http://b.kz\n");
        assert_eq!(batch.orders[0].issued.as_ref().unwrap().shown(), "2019-03-04");
        let batch = read("order number,date,url\n1,3/4/2019,http://a.kz\n2,5/6/2019,http://b.kz\n");
        let issued = batch.orders[0].issued.as_ref().unwrap();
        let moment = issued.moment(0, crate::model::time::Basis::Document).unwrap();
        let day = |second: Option<i64>| chrono::DateTime::from_timestamp(second.unwrap(), 0).unwrap().date_naive().to_string();
        assert_eq!((day(moment.earliest).as_str(), day(moment.latest).as_str()), ("2019-03-04", "2019-04-03"));
        assert_eq!(issued.shown(), "3/4/2019");
    }

    #[test]
    fn a_person_settles_what_the_cells_do_not() {
        let text = "order number,date,url\n1,3/4/2019,http://a.kz\n2,5/6/2019,http://b.kz\n";
        assert_eq!(read(text).asks, ["3/4/2019"]);
        let table = open_bytes(text.as_bytes().to_vec(), "t.csv", &Limits::default()).unwrap();
        let shown = |order| {
            let mapping = Mapping { dates: vec![None, Some(order)], ..mapping(&table) };
            let batch = group(&table, &mapping);
            (batch.orders.first().map(|o| o.issued.as_ref().unwrap().shown()), batch.asks.len(), batch.rejected.len())
        };
        assert_eq!(shown(DateOrder::DayFirst), (Some("2019-04-03".to_owned()), 0, 0));
        assert_eq!(shown(DateOrder::MonthFirst), (Some("2019-03-04".to_owned()), 0, 0));
        assert_eq!(shown(DateOrder::Iso), (None, 0, 2));
    }

    #[test]
    fn rows_above_the_header_are_counted_and_rejected() {
        let batch = read("b.kz;2020-01-05;9\nСсылка;Дата;Номер предписания\na.kz;2020-01-01;1\n");
        assert_eq!((batch.rows, batch.orders.len()), (2, 1));
        assert_eq!(batch.rejected, [Rejected { row: 1, reason: Reason::AboveHeader, cell: "b.kz ; 2020-01-05 ; 9".to_owned() }]);
    }

    #[test]
    fn a_sentence_in_the_number_cell_is_no_number() {
        let sentence = "определение о предварительном обеспечении по заявлению № 2и-0249/2016";
        let batch = read(&format!(
            "Номер предписания;Орган;Дата предписания;Ссылка\n{sentence};Мосгорсуд;01.02.2016;http://a.kz/1\n{sentence};Мосгорсуд;01.02.2016;http://a.kz/2\n"
        ));
        assert_eq!((batch.orders.len(), batch.orders[0].items.len()), (1, 2));
        assert_eq!(
            (batch.orders[0].number.as_str(), batch.orders[0].note.as_str()),
            ("", format!("Номер предписания: {sentence}").as_str())
        );
        assert!(!is_sentence("решение суда № 5") && !is_sentence("Исорг-27/3-3420-14/27/3-286-2014/Нд6333-14"));
    }

    #[test]
    fn the_same_number_on_two_days_is_shown() {
        let batch = read(
            "Номер предписания;Орган;Дата предписания;Ссылка\n5;МКИ;01.02.2024;http://a.kz/1\n5;МКИ;11.02.2024;http://a.kz/2\n6;МКИ;11.02.2024;http://a.kz/2\n",
        );
        assert_eq!((batch.orders.len(), batch.twins), (3, 1));
    }

    #[test]
    fn ten_thousand_addresses_are_one_order() {
        let rows: String = (0..10_000).map(|n| format!("5;МКИ;01.02.2024;http://a.kz/{n}\n")).collect();
        let batch = read(&format!("Номер предписания;Орган;Дата предписания;Ссылка\n{rows}"));
        assert_eq!((batch.orders.len(), batch.orders[0].items.len(), batch.orders[0].rows), (1, 10_000, 10_000));
        let cell: String = (0..10_000).map(|n| format!("http://a.kz/{n} | ")).collect();
        let batch = read(&format!("Номер предписания;Ссылка\n5;{cell}\n"));
        assert_eq!((batch.orders[0].items.len(), batch.orders[0].rows), (10_000, 1));
    }

    #[test]
    fn what_looks_like_a_formula_stays_as_it_is_written() {
        let batch = read(
            "Номер предписания;Ссылка;Примечание\n=1+1;http://a.kz/1;=HYPERLINK(\"\"http://b.kz\"\")\n@x;http://a.kz/2;-2\n+5;http://a.kz/3;|calc\n",
        );
        let numbers: Vec<_> = batch.orders.iter().map(|order| order.number.as_str()).collect();
        assert_eq!(numbers, ["=1+1", "@x", "+5"]);
        assert!(batch.orders[0].note.starts_with("=HYPERLINK"));
    }

    #[test]
    fn orders_come_by_their_first_rows_unless_too_many_wait() {
        let head = "Номер предписания;Орган;Ссылка\n";
        let text = format!("{head}1;А;http://a.kz/1\n2;А;http://a.kz/2\n3;А;http://a.kz/3\n1;А;http://a.kz/4\n");
        let numbers = |text: &str| read(text).orders.iter().map(|order| order.number.clone()).collect::<Vec<_>>();
        assert_eq!(numbers(&text), ["1", "2", "3"]);
        let long = "д".repeat(1_000);
        let many: String = (2..60).map(|n| format!("{n};А;http://a.kz/{n}{long}\n")).collect();
        let numbers = numbers(&format!("{head}1;А;http://a.kz/1\n{many}1;А;http://a.kz/0\n"));
        assert_eq!((numbers.len(), numbers[0].as_str()), (59, "2"));
        assert!(numbers.contains(&"1".to_owned()));
    }

    #[test]
    fn platforms_are_known_by_their_hosts() {
        let batch = read("order number,url\n1,https://m.youtube.com/a | https://youtu.be/b\n2,http://a.kz | http://b.kz\n");
        assert_eq!((batch.orders[0].platform_known, batch.orders[0].platform_host.as_str()), ("YouTube", ""));
        assert_eq!((batch.orders[1].platform_known, batch.orders[1].platform_host.as_str()), ("", ""));
    }

    #[test]
    fn a_table_without_what_an_order_needs_is_refused() {
        let table = open_bytes(b"date,agency\n2024-01-01,x\n".to_vec(), "t.csv", &Limits::default()).unwrap();
        let mut go_on = |_, _| ControlFlow::Continue(());
        let mapping = Mapping { fields: vec![Field::Issued, Field::Authority], dates: Vec::new() };
        assert!(matches!(plan(&table, &mapping, &mut go_on), Err(Error::NoColumns)));
    }

    #[test]
    fn cancelling_stops_the_grouping() {
        let text = (0..5000).map(|n| format!("{n},http://a.kz/{n}\n")).collect::<String>();
        let table = open_bytes(format!("order number,url\n{text}").into_bytes(), "t.csv", &Limits::default()).unwrap();
        let mut calls = Vec::new();
        let mut stop = |done, of| {
            calls.push((done, of));
            if done >= 2048 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let mapping = Mapping { fields: vec![Field::Number, Field::Locator], dates: Vec::new() };
        assert!(matches!(plan(&table, &mapping, &mut stop), Err(Error::Cancelled)));
        assert_eq!(calls, [(0, 5000), (1024, 5000), (2048, 5000)]);
    }

    proptest! {
        /// Every row is a duplicate, rejected, or part of exactly one order.
        #[test]
        fn no_row_is_lost(rows in proptest::collection::vec(("[12]|б/н|", "[АБ]|", "2024-01-0[12]|вчера|", "[a-c]\\.kz/[12]|"), 1..40)) {
            let mut text = String::from("номер предписания;орган;дата предписания;ссылка\n0;А;2024-01-01;z.kz/0\n");
            for (number, authority, date, url) in &rows {
                text.push_str(&format!("{number};{authority};{date};{url}\n"));
            }
            let batch = read(&text);
            let blank = rows.iter().filter(|row| row.0.is_empty() && row.1.is_empty() && row.2.is_empty() && row.3.is_empty()).count();
            // Records of separators alone are rows that name nothing.
            prop_assert_eq!(batch.rows as usize, rows.len() + 1);
            prop_assert!(batch.rejected.len() + batch.duplicates as usize >= usize::from(blank > 0));
            let rows_of_items: HashSet<u32> = batch.orders.iter().flat_map(|o| o.items.iter().map(|i| i.row)).collect();
            let firsts: HashSet<u32> = batch.orders.iter().map(|o| o.first_row).collect();
            prop_assert_eq!(firsts.len(), batch.orders.len());
            prop_assert!(rows_of_items.len() + batch.rejected.len() + batch.duplicates as usize <= batch.rows as usize);
        }
    }
}
