//! From rows to orders. An order is not an address: rows with one authority, number and date become one order with many items.
//!
//! The key is (authority, number, date): authority and number as written, apart from outer and doubled blanks, and the day that was
//! read. Numbers that differ in a letter stay apart, because guessing that two orders are one cannot be seen afterwards. `б/н`
//! ("without number") is a number only together with an authority and a date; a row that says nothing about a number is its own order.

use super::addresses::{LocatorKind, host_of, refang, split_addresses, split_names};
use super::dates::{DateOrder, DateValue, ParsedDate, decide_order, read_date};
use super::error::{Error, Result};
use super::fields::Field;
use super::table::{Preset, Row, Table};
use super::words::words;
use crate::model::time::Precision;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

/// Rows between two reports of progress.
const PROGRESS_ROWS: u64 = 1024;
/// Letters of a cell that are shown when its row is rejected.
const CELL_SHOWN: usize = 120;

/// What a file holds, ready to be recorded.
#[derive(Debug, Default)]
pub struct Batch {
    /// Data rows read.
    pub rows: u64,
    /// Orders, by their first row.
    pub orders: Vec<IncomingOrder>,
    /// Rows that say exactly what an earlier row said.
    pub duplicates: u64,
    /// Rows that could not be taken.
    pub rejected: Vec<Rejected>,
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
}

/// An item of an order as a file tells it.
#[derive(Debug, Clone)]
#[allow(dead_code, reason = "raw address, kind, network addresses and line are told here and not kept by the register yet")]
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

/// Why a row could not be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A date that cannot be read.
    DateUnreadable,
    /// Too few fields to know which is which.
    FieldsMissing,
    /// More fields than the table has columns.
    FieldsExtra,
    /// Neither number nor address nor content.
    NothingNamed,
}

impl Reason {
    /// Returns the code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::DateUnreadable => "date_unreadable",
            Self::FieldsMissing => "fields_missing",
            Self::FieldsExtra => "fields_extra",
            Self::NothingNamed => "nothing_named",
        }
    }
}

/// Groups the rows of a table into orders. `fields` names the field of each column; `progress` is told rows done and of how many,
/// and may stop it.
pub fn group(table: &Table, fields: &[Field], progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>) -> Result<Batch> {
    const NEEDED: [Field; 6] = [Field::Number, Field::Locator, Field::Host, Field::Ip, Field::Content, Field::Title];
    if !NEEDED.iter().any(|field| fields.contains(field)) {
        return Err(Error::NoColumns);
    }
    let mut grouping = Grouping::new(table, fields);
    let of = table.row_count() as u64;
    for row in table.rows() {
        if grouping.batch.rows.is_multiple_of(PROGRESS_ROWS) && progress(grouping.batch.rows, of).is_break() {
            return Err(Error::Cancelled);
        }
        grouping.batch.rows += 1;
        if !grouping.seen.insert(row.raw()) {
            grouping.batch.duplicates += 1;
        } else if let Err(rejected) = grouping.take(row) {
            grouping.batch.rejected.push(rejected);
        }
    }
    if progress(of, of).is_break() {
        return Err(Error::Cancelled);
    }
    let mut batch = grouping.batch;
    for order in &mut batch.orders {
        merge_repeats(&mut order.items);
        name_platform(order);
    }
    Ok(batch)
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Key<'a> {
    authority: Cow<'a, str>,
    number: Cow<'a, str>,
    days: Option<(NaiveDate, NaiveDate)>,
}

/// Where the fields of a table are, and how its columns write dates.
struct Layout {
    /// Columns of each field, by its place in the list of fields.
    columns: Vec<Vec<usize>>,
    date_orders: Vec<(Field, DateOrder)>,
    /// Date fields whose every time is midnight: a program wrote days as moments, and they say no more than the day.
    whole_days: Vec<Field>,
    /// Names of the columns as written, empty where there are none.
    headers: Vec<String>,
    preset: Option<Preset>,
    width: usize,
}

struct Grouping<'a> {
    layout: Layout,
    batch: Batch,
    seen: HashSet<&'a str>,
    places: HashMap<Key<'a>, usize>,
    /// Instruments that follow from an authority: one lookup for each name.
    courts: HashMap<Cow<'a, str>, bool>,
    /// The items of the row at hand; kept, so that not every row asks for memory.
    items: Vec<IncomingItem>,
}

const DATE_FIELDS: [Field; 3] = [Field::Issued, Field::Received, Field::Complied];
/// Fields that the register does not keep as such: what they say goes into the note.
const REMARK_FIELDS: [Field; 6] =
    [Field::Deadline, Field::Place, Field::Author, Field::Verdict, Field::Reviewer, Field::Confidential];
/// Bytes of a note; an order with thousands of rows must not carry a book.
const NOTE_BYTES_MAX: usize = 16_000;

impl Layout {
    fn new(table: &Table, fields: &[Field]) -> Self {
        let of = |field: Field| fields.iter().enumerate().filter(|(_, own)| **own == field).map(|(index, _)| index).collect();
        let mut layout = Self {
            columns: Field::ALL.iter().map(|field| of(*field)).collect(),
            date_orders: Vec::new(),
            whole_days: Vec::new(),
            headers: (0..table.columns()).map(|index| table.header_of(index)).collect(),
            preset: table.preset(),
            width: table.columns(),
        };
        for field in DATE_FIELDS {
            if !layout.columns_of(field).is_empty() {
                let cells = table.rows().map(|row| layout.cell(row, field));
                let order = decide_order(cells);
                layout.date_orders.push((field, order));
                let mut seconds = table.rows().filter_map(|row| {
                    let cell = layout.cell(row, field);
                    // Only a cell with a colon has a time of day.
                    if cell.contains(':') { read_date(&cell, order)?.second } else { None }
                });
                if seconds.next() == Some(0) && seconds.all(|second| second == 0) {
                    layout.whole_days.push(field);
                }
            }
        }
        layout
    }

    fn columns_of(&self, field: Field) -> &[usize] {
        self.columns.get(field as usize).map_or(&[], Vec::as_slice)
    }

    /// Returns the first cell of a field that is not blank, as written.
    fn cell<'a>(&self, row: Row<'a>, field: Field) -> Cow<'a, str> {
        let mut cells = self.columns_of(field).iter().map(|index| row.cell(*index));
        cells.find(|cell| !cell.is_empty()).unwrap_or_default()
    }

    /// Returns what a field says; words that say nothing are nothing.
    fn said<'a>(&self, row: Row<'a>, field: Field) -> Cow<'a, str> {
        if self.columns_of(field).is_empty() {
            return Cow::default();
        }
        let cell = self.cell(row, field);
        if words().is_empty_like(&cell) { Cow::default() } else { cell }
    }

    /// Reads the date of a field; an unreadable one is the row's fault.
    fn date<'a>(&self, row: Row<'a>, field: Field) -> std::result::Result<Option<(DateValue, Cow<'a, str>)>, Rejected> {
        let cell = self.said(row, field);
        if cell.is_empty() {
            return Ok(None);
        }
        let order = self.date_orders.iter().find(|(own, _)| *own == field).map_or(DateOrder::Undecided, |(_, order)| *order);
        match read_date(&cell, order) {
            Some(value) if self.whole_days.contains(&field) && value.second.is_some() => {
                Ok(Some((DateValue { second: None, precision: Precision::Day, ..value }, cell)))
            }
            Some(value) => Ok(Some((value, cell))),
            None => Err(reject(row, Reason::DateUnreadable, &cell)),
        }
    }

    fn check_width(&self, row: Row<'_>) -> std::result::Result<(), Rejected> {
        if self.preset == Some(Preset::RknDump) && row.width() < self.width {
            return Err(reject(row, Reason::FieldsMissing, row.raw()));
        }
        let extra = (self.width..row.width()).map(|index| row.cell(index)).find(|cell| !cell.is_empty());
        extra.map_or(Ok(()), |cell| Err(reject(row, Reason::FieldsExtra, &cell)))
    }
}

fn reject(row: Row<'_>, reason: Reason, cell: &str) -> Rejected {
    Rejected { row: row.line(), reason, cell: cell.chars().take(CELL_SHOWN).collect() }
}

impl<'a> Grouping<'a> {
    fn new(table: &'a Table, fields: &[Field]) -> Self {
        Self {
            layout: Layout::new(table, fields),
            batch: Batch::default(),
            seen: HashSet::with_capacity(table.row_count()),
            places: HashMap::with_capacity(table.row_count()),
            courts: HashMap::new(),
            items: Vec::new(),
        }
    }

    fn take(&mut self, row: Row<'a>) -> std::result::Result<(), Rejected> {
        self.layout.check_width(row)?;
        let issued = self.layout.date(row, Field::Issued)?;
        let received = self.layout.date(row, Field::Received)?;
        let complied = self.layout.date(row, Field::Complied)?.map(parsed);
        self.items.clear();
        add_items(&self.layout, row, complied, &mut self.items);
        let number_cell = self.layout.cell(row, Field::Number);
        let without = words().is_without_number(&number_cell);
        let number = if without { number_cell } else { self.layout.said(row, Field::Number) };
        if self.items.is_empty() && (number.is_empty() || without) {
            return Err(reject(row, Reason::NothingNamed, row.raw()));
        }
        let authority = self.layout.said(row, Field::Authority);
        let days = issued.as_ref().map(|(value, _)| (value.first, value.last));
        let groups = !number.is_empty() && (!without || (!authority.is_empty() && days.is_some()));
        let next = self.batch.orders.len();
        let place = if groups {
            let key = Key { authority: single_blanks(&authority), number: single_blanks(&number), days };
            *self.places.entry(key).or_insert(next)
        } else {
            next
        };
        if place == next {
            let court = *self.courts.entry(authority.clone()).or_insert_with(|| words().is_court(&authority));
            self.batch.orders.push(IncomingOrder {
                number: number.into_owned(),
                authority: authority.into_owned(),
                issued: issued.map(parsed),
                instrument: if court { "court_act" } else { "unknown" },
                first_row: row.line(),
                ..IncomingOrder::default()
            });
        }
        if let Some(order) = self.batch.orders.get_mut(place) {
            match (&order.received, received.map(parsed)) {
                (None, said) => order.received = said,
                // Another receipt of the same order is not dropped: a person must see both.
                (Some(first), Some(said)) if first.raw != said.raw => {
                    add_remark(&self.layout, row, Field::Received, &mut order.note)
                }
                _ => {}
            }
            add_row(&self.layout, row, order);
            if order.items.is_empty() {
                // Most orders have one item; the usual spare room would cost more than all items.
                order.items.reserve_exact(self.items.len());
            }
            order.items.append(&mut self.items);
        }
        Ok(())
    }
}

fn parsed((value, raw): (DateValue, Cow<'_, str>)) -> ParsedDate {
    ParsedDate::new(value, &raw)
}

/// Adds what a row says of the whole order; a later row never overwrites an earlier one.
fn add_row(layout: &Layout, row: Row<'_>, order: &mut IncomingOrder) {
    let texts = [
        (Field::Platform, &mut order.platform),
        (Field::Provisions, &mut order.provisions),
        (Field::Reason, &mut order.reason),
        (Field::Topic, &mut order.topic),
        (Field::Evidence, &mut order.evidence),
        (Field::Note, &mut order.note),
    ];
    for (field, text) in texts {
        add_line(text, &layout.said(row, field));
    }
    let instrument = layout.said(row, Field::Instrument);
    let named = words().instrument(&instrument);
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
        (Field::Outcome, words().outcome(&layout.said(row, Field::Outcome)) == "unknown"),
        (Field::Language, words().language(&layout.said(row, Field::Language)) == "other"),
    ];
    for (field, _) in unread.into_iter().filter(|(_, unread)| *unread) {
        add_remark(layout, row, field, &mut order.note);
    }
}

/// Adds what the columns of a field say, each with its name.
fn add_remark(layout: &Layout, row: Row<'_>, field: Field, note: &mut String) {
    for index in layout.columns_of(field) {
        let cell = row.cell(*index);
        if words().is_empty_like(&cell) {
            continue;
        }
        match layout.headers.get(*index) {
            Some(header) if !header.is_empty() => add_line(note, &format!("{header}: {cell}")),
            _ => add_line(note, &cell),
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
    let text = |field| layout.said(row, field).into_owned();
    let host_cell = layout.said(row, Field::Host);
    let ip_cell = layout.said(row, Field::Ip);
    let locator_cell = layout.said(row, Field::Locator);
    let blank = IncomingItem {
        locator: String::new(),
        locator_raw: None,
        kind: LocatorKind::Text,
        host: String::new(),
        ips: split_names(&ip_cell).map(str::to_owned).collect(),
        text: text(Field::Content),
        title: text(Field::Title),
        language: words().language(&layout.said(row, Field::Language)),
        outcome: words().outcome(&layout.said(row, Field::Outcome)),
        complied,
        row: row.line(),
    };
    let mut locators = split_addresses(&locator_cell);
    if locators.is_empty() {
        locators = split_names(&host_cell).collect();
    }
    if locators.is_empty() {
        locators = split_names(&ip_cell).collect();
    }
    let Some((last, others)) = locators.split_last() else {
        if !blank.text.is_empty() || !blank.title.is_empty() {
            items.push(blank);
        }
        return;
    };
    let own_host = if others.is_empty() { host_of(&host_cell) } else { None };
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

fn single_blanks<'a>(text: &Cow<'a, str>) -> Cow<'a, str> {
    // 0xC2 starts the blank that does not break, among others.
    let bytes = text.as_bytes();
    if bytes.windows(2).any(|pair| pair == b"  ") || bytes.iter().any(|byte| matches!(byte, b'\n' | b'\t' | 0xc2)) {
        text.split_whitespace().collect::<Vec<_>>().join(" ").into()
    } else {
        text.clone()
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

    fn read(text: &str) -> Batch {
        let table = open_bytes(text.as_bytes().to_vec(), "t.csv", &Limits::default()).unwrap();
        let fields: Vec<Field> = propose(&table).iter().map(|column| column.field).collect();
        group(&table, &fields, &mut |_, _| ControlFlow::Continue(())).unwrap()
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
            [(3, "date_unreadable", "позавчера"), (5, "nothing_named", ",2024-02-01,"), (6, "fields_extra", "extra")]
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
    fn platforms_are_known_by_their_hosts() {
        let batch = read("order number,url\n1,https://m.youtube.com/a | https://youtu.be/b\n2,http://a.kz | http://b.kz\n");
        assert_eq!((batch.orders[0].platform_known, batch.orders[0].platform_host.as_str()), ("YouTube", ""));
        assert_eq!((batch.orders[1].platform_known, batch.orders[1].platform_host.as_str()), ("", ""));
    }

    #[test]
    fn a_table_without_what_an_order_needs_is_refused() {
        let table = open_bytes(b"date,agency\n2024-01-01,x\n".to_vec(), "t.csv", &Limits::default()).unwrap();
        let mut go_on = |_, _| ControlFlow::Continue(());
        assert!(matches!(group(&table, &[Field::Issued, Field::Authority], &mut go_on), Err(Error::NoColumns)));
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
        assert!(matches!(group(&table, &[Field::Number, Field::Locator], &mut stop), Err(Error::Cancelled)));
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
