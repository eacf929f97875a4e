//! Orders, their items, and the order items between them.

use super::cells::{Build, Take, id_at, moment_at, moment_columns};
use super::change::Change;
use super::record::{ITEMS, ORDER_ITEMS, ORDERS, Row};
use super::vault::{Vault, keep, recall};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::fold::fold;
use crate::model::time::Moment;
use chrono::Datelike;
use rusqlite::{Connection, OptionalExtension, params};

/// An order as recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Import that made it.
    pub batch: Option<Id>,
    /// Human reference.
    pub reference: String,
    /// Kind of instrument.
    pub instrument: String,
    /// Number as written.
    pub number: String,
    /// Issuer.
    pub authority: Option<Id>,
    /// Addressee.
    pub platform: Option<Id>,
    /// When we learned of it.
    pub learned: Moment,
    /// How.
    pub learned_how: String,
    /// Issued.
    pub issued: Moment,
    /// Received by the platform.
    pub received: Moment,
    /// Cited provisions as written.
    pub provisions: String,
    /// Ground.
    pub ground: String,
    /// Action demanded.
    pub action: String,
    /// How much of the document was seen.
    pub document_seen: String,
    /// Whether it names its items.
    pub names_items_by_url: String,
    /// Whether it tells of an appeal.
    pub informs_of_appeal: String,
    /// Whether the author was told.
    pub author_notified: String,
    /// Reasons given.
    pub reasons_level: String,
    /// Notes.
    pub note: String,
    /// Still to be completed.
    pub draft: bool,
}

impl Order {
    fn row(&self) -> Row {
        Build::row()
            .maybe_id(self.batch.as_ref())
            .text(&self.reference)
            .text(&self.instrument)
            .text(&self.number)
            .maybe_id(self.authority.as_ref())
            .maybe_id(self.platform.as_ref())
            .moment(&self.learned)
            .text(&self.learned_how)
            .moment(&self.issued)
            .moment(&self.received)
            .text(&self.provisions)
            .text(&self.ground)
            .text(&self.action)
            .text(&self.document_seen)
            .text(&self.names_items_by_url)
            .text(&self.informs_of_appeal)
            .text(&self.author_notified)
            .text(&self.reasons_level)
            .text(&self.note)
            .int(i64::from(self.draft))
            .done()
    }

    fn from_row(row: Row) -> Result<Self> {
        let mut t = Take::from(row);
        Ok(Self {
            batch: t.maybe_id()?,
            reference: t.text()?,
            instrument: t.text()?,
            number: t.text()?,
            authority: t.maybe_id()?,
            platform: t.maybe_id()?,
            learned: t.moment()?,
            learned_how: t.text()?,
            issued: t.moment()?,
            received: t.moment()?,
            provisions: t.text()?,
            ground: t.text()?,
            action: t.text()?,
            document_seen: t.text()?,
            names_items_by_url: t.text()?,
            informs_of_appeal: t.text()?,
            author_notified: t.text()?,
            reasons_level: t.text()?,
            note: t.text()?,
            draft: t.int()? == 1,
        })
    }
}

/// A content item as recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Import that made it.
    pub batch: Option<Id>,
    /// Address as the order gave it.
    pub locator: String,
    /// Kind.
    pub kind: String,
    /// Language.
    pub language: String,
    /// Text in the original.
    pub text: String,
    /// Posted.
    pub posted: Moment,
    /// How careful one must be.
    pub sensitivity: String,
    /// Topic.
    pub topic: String,
}

impl Item {
    /// Makes an item of which only the address is known.
    #[must_use]
    pub fn at(locator: &str) -> Self {
        Self {
            batch: None,
            locator: locator.to_owned(),
            kind: "other".to_owned(),
            language: String::new(),
            text: String::new(),
            posted: Moment::unknown(),
            sensitivity: "normal".to_owned(),
            topic: String::new(),
        }
    }

    pub(super) fn row(&self) -> Row {
        Build::row()
            .maybe_id(self.batch.as_ref())
            .text(&self.locator)
            .text(&self.kind)
            .text(&self.language)
            .text(&self.text)
            .moment(&self.posted)
            .text(&self.sensitivity)
            .text(&self.topic)
            .done()
    }

    fn from_row(row: Row) -> Result<Self> {
        let mut t = Take::from(row);
        Ok(Self {
            batch: t.maybe_id()?,
            locator: t.text()?,
            kind: t.text()?,
            language: t.text()?,
            text: t.text()?,
            posted: t.moment()?,
            sensitivity: t.text()?,
            topic: t.text()?,
        })
    }
}

/// One order applied to one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderItem {
    /// Import that made it.
    pub batch: Option<Id>,
    /// The order.
    pub order: Id,
    /// The item.
    pub item: Id,
    /// Outcome.
    pub outcome: String,
    /// When the platform acted.
    pub complied: Moment,
}

impl OrderItem {
    pub(super) fn row(&self) -> Row {
        Build::row()
            .maybe_id(self.batch.as_ref())
            .id(&self.order)
            .id(&self.item)
            .text(&self.outcome)
            .moment(&self.complied)
            .done()
    }

    pub(super) fn from_row(row: Row) -> Result<Self> {
        let mut t = Take::from(row);
        Ok(Self { batch: t.maybe_id()?, order: t.id()?, item: t.id()?, outcome: t.text()?, complied: t.moment()? })
    }
}

/// An order item read together with its item and its review.
#[derive(Debug, Clone)]
pub struct OrderItemRead {
    /// Identifier of the order item.
    pub id: Id,
    /// Outcome and times.
    pub order_item: OrderItem,
    /// The item.
    pub item: Item,
    /// Final verdict of its locked review.
    pub verdict: Option<String>,
}

/// A row of the orders table.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Identifier.
    pub id: Id,
    /// Human reference.
    pub reference: String,
    /// Number.
    pub number: String,
    /// Issuer.
    pub authority: Option<Id>,
    /// Addressee.
    pub platform: Option<Id>,
    /// Kind of instrument.
    pub instrument: String,
    /// Issued.
    pub issued: Moment,
    /// Received.
    pub received: Moment,
    /// Draft.
    pub draft: bool,
    /// Its items: outcome and time of each.
    pub outcomes: Vec<(String, Moment)>,
    /// How many of them are reviewed.
    pub reviewed: u32,
    /// Address of the first item.
    pub first_locator: String,
}

/// What the orders table is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Order of recording.
    Reference,
    /// Number as text.
    Number,
    /// Name of the authority.
    Authority,
    /// Name of the platform.
    Platform,
    /// Date of issue.
    Issued,
    /// Receipt, which sets the deadline.
    Deadline,
    /// Number of items.
    Items,
}

impl Sort {
    /// Reads a code; anything unknown sorts by reference.
    #[must_use]
    pub fn parse(code: &str) -> Self {
        match code {
            "number" => Self::Number,
            "authority" => Self::Authority,
            "platform" => Self::Platform,
            "issued" => Self::Issued,
            "deadline" => Self::Deadline,
            "items" => Self::Items,
            _ => Self::Reference,
        }
    }
}

/// Which orders, in which order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Words that must all occur.
    pub filter: String,
    /// Sorted by.
    pub sort: Sort,
    /// Largest or newest first.
    pub descending: bool,
}

macro_rules! listing {
    ($order:literal) => {
        concat!(
            "SELECT o.rowid AS n FROM orders o JOIN order_words w ON w.order_rowid = o.rowid
             LEFT JOIN authorities a ON a.id = o.authority_id LEFT JOIN platforms p ON p.id = o.platform_id
             WHERE (?1 = '' OR holds_all(w.words, ?1)) ORDER BY ",
            $order
        )
    };
}

const fn listing(sort: Sort, descending: bool) -> &'static str {
    match (sort, descending) {
        (Sort::Reference, false) => listing!("o.rowid"),
        (Sort::Reference, true) => listing!("o.rowid DESC"),
        (Sort::Number, false) => listing!("o.number = '', o.number, o.rowid"),
        (Sort::Number, true) => listing!("o.number = '', o.number DESC, o.rowid DESC"),
        (Sort::Authority, false) => listing!("a.name_ru IS NULL, a.name_ru, o.rowid"),
        (Sort::Authority, true) => listing!("a.name_ru IS NULL, a.name_ru DESC, o.rowid DESC"),
        (Sort::Platform, false) => listing!("p.name_en IS NULL, p.name_en, o.rowid"),
        (Sort::Platform, true) => listing!("p.name_en IS NULL, p.name_en DESC, o.rowid DESC"),
        (Sort::Issued, false) => listing!("o.issued_earliest IS NULL, o.issued_earliest, o.rowid"),
        (Sort::Issued, true) => listing!("o.issued_earliest IS NULL, o.issued_earliest DESC, o.rowid DESC"),
        (Sort::Deadline, false) => listing!("o.received_earliest IS NULL, o.received_earliest, o.rowid"),
        (Sort::Deadline, true) => listing!("o.received_earliest IS NULL, o.received_earliest DESC, o.rowid DESC"),
        (Sort::Items, false) => listing!("(SELECT count(*) FROM order_items i WHERE i.order_id = o.id), o.rowid"),
        (Sort::Items, true) => listing!("(SELECT count(*) FROM order_items i WHERE i.order_id = o.id) DESC, o.rowid DESC"),
    }
}

/// Lists the row numbers of a view, all of them: eight bytes a row, kept by the vault between pages.
pub(super) fn row_numbers(db: &Connection, view: &View) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(listing(view.sort, view.descending)).doing("preparing to list orders")?;
    let rows = statement.query_map([fold(&view.filter).trim()], |r| r.get("n")).doing("listing orders")?;
    rows.collect::<rusqlite::Result<_>>().doing("listing orders")
}

/// Registers the filter's function: every word of the second argument occurs in the first.
pub(super) fn register_filter(db: &Connection) -> Result<()> {
    use rusqlite::functions::FunctionFlags;
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    db.create_scalar_function("holds_all", 2, flags, |ctx| {
        let (Ok(words), Ok(wanted)) = (ctx.get_raw(0).as_str(), ctx.get_raw(1).as_str()) else { return Ok(false) };
        Ok(wanted.split(' ').all(|word| words.contains(word)))
    })
    .doing("registering the filter")
}

impl Vault {
    /// Lists a page of a view: how many match, how many there are, and the rows asked for.
    pub fn list_orders(&self, view: &View, offset: usize, limit: usize) -> Result<(usize, usize, Vec<Listed>)> {
        let db = self.read()?;
        let all: i64 = db.query_row("SELECT count(*) AS n FROM orders", [], |r| r.get("n")).doing("counting orders")?;
        let numbers = self.view_rows(&db, view)?;
        let mut rows = Vec::with_capacity(limit);
        for number in numbers.iter().skip(offset).take(limit) {
            rows.extend(listed(&db, *number)?);
        }
        Ok((numbers.len(), usize::try_from(all).unwrap_or(0), rows))
    }

    /// Reads one order.
    pub fn order(&self, id: &Id) -> Result<Order> {
        Order::from_row(ORDERS.read(&*self.read()?, id)?.ok_or(Error::NotFound)?)
    }

    /// Reads the items of an order, at most `limit`, in the order in which it names them.
    pub fn items_of(&self, order: &Id, limit: usize) -> Result<Vec<OrderItemRead>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached("SELECT id FROM order_items WHERE order_id = ?1 ORDER BY rowid LIMIT ?2")
            .doing("preparing to list an order's items")?;
        let ids: Vec<Id> = statement
            .query_map(params![&order.bytes()[..], i64::try_from(limit).unwrap_or(i64::MAX)], |r| id_at(r, "id"))
            .and_then(Iterator::collect)
            .doing("listing an order's items")?;
        ids.iter().map(|id| order_item_read(&db, id)).collect()
    }

    /// Reads one order item.
    pub fn order_item(&self, id: &Id) -> Result<OrderItemRead> {
        order_item_read(&*self.read()?, id)
    }

    /// Counts the items of an order.
    pub fn count_items(&self, order: &Id) -> Result<u32> {
        self.read()?
            .query_row("SELECT count(*) AS n FROM order_items WHERE order_id = ?1", [&order.bytes()[..]], |r| r.get("n"))
            .doing("counting an order's items")
    }

    /// Finds an order by its reference.
    pub fn order_by_reference(&self, reference: &str) -> Result<Id> {
        self.read()?
            .query_row("SELECT id FROM orders WHERE reference = ?1", [reference.trim()], |r| id_at(r, "id"))
            .optional()
            .doing("finding an order by its reference")?
            .ok_or(Error::NotFound)
    }

    /// Finds orders with the same number, or that name the same address: likely duplicates, at most ten. `why` tells which.
    pub fn likely_duplicates(&self, number: &str, locators: &[String]) -> Result<Vec<(Id, String, &'static str)>> {
        let db = self.read()?;
        let mut found = Vec::new();
        if !number.trim().is_empty() {
            let mut statement = db
                .prepare_cached("SELECT id, reference FROM orders WHERE number = ?1 AND number <> '' ORDER BY rowid LIMIT 5")
                .doing("preparing to look for the same number")?;
            let rows = statement.query_map([number.trim()], |r| Ok((id_at(r, "id")?, r.get("reference")?, "same_number")));
            found.extend(rows.and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>).doing("looking for the same number")?);
        }
        for locator in locators.iter().take(20) {
            let mut statement = db
                .prepare_cached(
                    "SELECT o.id AS id, o.reference AS reference FROM items i JOIN order_items oi ON oi.item_id = i.id
                     JOIN orders o ON o.id = oi.order_id WHERE i.locator = ?1 ORDER BY o.rowid LIMIT 5",
                )
                .doing("preparing to look for the same address")?;
            let rows = statement.query_map([locator.trim()], |r| Ok((id_at(r, "id")?, r.get("reference")?, "same_locator")));
            found.extend(rows.and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>).doing("looking for the same address")?);
        }
        found.sort();
        found.dedup_by(|a, b| a.0 == b.0);
        found.truncate(10);
        Ok(found)
    }
}

pub(super) fn listed(db: &Connection, number: i64) -> Result<Option<Listed>> {
    let mut statement = db
        .prepare_cached(
            "SELECT id, reference, number, authority_id, platform_id, instrument, issued_earliest, issued_latest, issued_precision,
             issued_offset, issued_basis, received_earliest, received_latest, received_precision, received_offset, received_basis, draft
             FROM orders WHERE rowid = ?1",
        )
        .doing("preparing to read a row of orders")?;
    let found = statement
        .query_row([number], |r| {
            let maybe = |name: &str| r.get::<_, Option<[u8; 16]>>(name).map(|b| b.map(Id::from_bytes));
            Ok(Listed {
                id: id_at(r, "id")?,
                reference: r.get("reference")?,
                number: r.get("number")?,
                authority: maybe("authority_id")?,
                platform: maybe("platform_id")?,
                instrument: r.get("instrument")?,
                issued: moment_at(r, moment_columns!("issued"))?,
                received: moment_at(r, moment_columns!("received"))?,
                draft: r.get::<_, i64>("draft")? == 1,
                outcomes: Vec::new(),
                reviewed: 0,
                first_locator: String::new(),
            })
        })
        .optional()
        .doing("reading a row of orders")?;
    let Some(mut row) = found else { return Ok(None) };
    let mut statement = db
        .prepare_cached(
            "SELECT outcome, complied_earliest, complied_latest, complied_precision, complied_offset, complied_basis,
             EXISTS (SELECT 1 FROM reviews v WHERE v.order_item_id = oi.id) AS reviewed,
             CASE WHEN row_number() OVER (ORDER BY oi.rowid) = 1 THEN (SELECT locator FROM items i WHERE i.id = oi.item_id) ELSE '' END AS locator
             FROM order_items oi WHERE order_id = ?1 ORDER BY oi.rowid",
        )
        .doing("preparing to read a row's items")?;
    let mut items = statement.query([&row.id.bytes()[..]]).doing("reading a row's items")?;
    while let Some(r) = items.next().doing("reading a row's items")? {
        let complied = moment_at(r, moment_columns!("complied")).doing("reading a row's items")?;
        row.outcomes.push((r.get("outcome").doing("reading a row's items")?, complied));
        row.reviewed += r.get::<_, u32>("reviewed").doing("reading a row's items")?;
        let locator: String = r.get("locator").doing("reading a row's items")?;
        if row.first_locator.is_empty() {
            row.first_locator = locator;
        }
    }
    Ok(Some(row))
}

fn order_item_read(db: &Connection, id: &Id) -> Result<OrderItemRead> {
    let order_item = OrderItem::from_row(ORDER_ITEMS.read(db, id)?.ok_or(Error::NotFound)?)?;
    let item = Item::from_row(ITEMS.read(db, &order_item.item)?.ok_or(Error::NotFound)?)?;
    let verdict = db
        .prepare_cached("SELECT verdict FROM reviews WHERE order_item_id = ?1 ORDER BY rowid DESC LIMIT 1")
        .and_then(|mut s| s.query_row([&id.bytes()[..]], |r| r.get("verdict")).optional())
        .doing("reading an item's verdict")?;
    Ok(OrderItemRead { id: *id, order_item, item, verdict })
}

impl Change<'_> {
    /// Draws the next human reference of a kind: `KZ-2026-0042`.
    pub fn next_reference(&self, prefix: &str) -> Result<String> {
        let year = chrono::DateTime::from_timestamp(self.env().clock.now_seconds(), 0).map_or(1970, |t| t.year());
        let key = format!("serial {prefix}{year}");
        let last = recall(self.db(), &key)?.and_then(|v| v.try_into().ok()).map_or(0, u64::from_be_bytes);
        keep(self.db(), &key, &(last + 1).to_be_bytes())?;
        Ok(format!("{prefix}{year}-{:04}", last + 1))
    }

    /// Adds an order with its items. Items that the register already holds under the same address are not made again.
    pub fn add_order(&mut self, id: Id, order: &Order, items: &[(Item, OrderItemFacts)]) -> Result<Vec<Id>> {
        self.add(&ORDERS, id, order.row())?;
        let mut made = Vec::new();
        for (item, facts) in items {
            let item_id = self.item_for(item)?;
            made.push(self.link(&id, &item_id, facts)?);
        }
        self.word_order(&id)?;
        Ok(made)
    }

    /// Replaces the fields of an order; addresses not yet among its items are added, none is taken away.
    pub fn amend_order(&mut self, id: Id, order: &Order, items: &[Item]) -> Result<()> {
        self.set(&ORDERS, id, order.row())?;
        for item in items {
            // By address, not by item: another order may hold another item under the same address.
            let linked: bool = self
                .db()
                .query_row(
                    "SELECT EXISTS (SELECT 1 FROM order_items oi JOIN items i ON i.id = oi.item_id WHERE oi.order_id = ?1 AND i.locator = ?2) AS linked",
                    params![&id.bytes()[..], item.locator],
                    |r| r.get("linked"),
                )
                .doing("looking for an order item")?;
            if !linked {
                let item_id = self.item_for(item)?;
                self.link(&id, &item_id, &OrderItemFacts::default())?;
            }
        }
        self.word_order(&id)
    }

    /// Records what happened to an order item.
    pub fn set_outcome(&mut self, id: Id, outcome: &str, complied: &Moment) -> Result<Id> {
        let row = ORDER_ITEMS.read(self.db(), &id)?.ok_or(Error::NotFound)?;
        let mut order_item = OrderItem::from_row(row)?;
        outcome.clone_into(&mut order_item.outcome);
        order_item.complied = *complied;
        let order = order_item.order;
        self.set(&ORDER_ITEMS, id, order_item.row())?;
        self.concerns(order);
        Ok(order)
    }

    fn item_for(&mut self, item: &Item) -> Result<Id> {
        if item.text.is_empty()
            && let Some(id) = find_item(self.db(), &item.locator)?
        {
            return Ok(id);
        }
        let id = Id::draw(self.env()).doing("naming an item")?;
        self.add(&ITEMS, id, item.row())?;
        Ok(id)
    }

    fn link(&mut self, order: &Id, item: &Id, facts: &OrderItemFacts) -> Result<Id> {
        let id = Id::draw(self.env()).doing("naming an order item")?;
        let order_item =
            OrderItem { batch: None, order: *order, item: *item, outcome: facts.outcome.clone(), complied: facts.complied };
        self.add(&ORDER_ITEMS, id, order_item.row())?;
        Ok(id)
    }

    /// Puts the words of an order anew: what the filter looks into.
    fn word_order(&self, id: &Id) -> Result<()> {
        put_words(self.db(), id, &words_of(self.db(), id)?)
    }
}

/// Reads what the filter looks into from the record itself.
pub(super) fn words_of(db: &Connection, id: &Id) -> Result<String> {
    let order = Order::from_row(ORDERS.read(db, id)?.ok_or(Error::NotFound)?)?;
    let issuer = order.authority.as_ref().map_or(Ok(String::new()), |a| super::names::authority_words(db, a))?;
    let addressee = order.platform.as_ref().map_or(Ok(String::new()), |p| super::names::platform_words(db, p))?;
    let mut statement = db
        .prepare_cached("SELECT i.locator AS locator FROM order_items oi JOIN items i ON i.id = oi.item_id WHERE oi.order_id = ?1 ORDER BY oi.rowid")
        .doing("preparing an order's addresses")?;
    let locators: Vec<String> = statement
        .query_map([&id.bytes()[..]], |r| r.get("locator"))
        .and_then(Iterator::collect)
        .doing("reading an order's addresses")?;
    Ok(words(&order, &issuer, &addressee, locators.iter().map(String::as_str)))
}

/// Folds the words of an order into one line.
pub(super) fn words<'l>(order: &Order, issuer: &str, addressee: &str, locators: impl Iterator<Item = &'l str>) -> String {
    let mut line = format!("{} {} {} {} {issuer} {addressee}", order.reference, order.number, order.provisions, order.note);
    for locator in locators {
        line.push(' ');
        line.push_str(locator);
    }
    fold(&line)
}

/// What is known of one item of an order when it is recorded.
#[derive(Debug, Clone)]
pub struct OrderItemFacts {
    /// Outcome.
    pub outcome: String,
    /// When the platform acted.
    pub complied: Moment,
}

impl Default for OrderItemFacts {
    fn default() -> Self {
        Self { outcome: "unknown".to_owned(), complied: Moment::unknown() }
    }
}

pub(super) fn put_words(db: &Connection, order: &Id, folded: &str) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO order_words (order_rowid, words) SELECT rowid, ?2 FROM orders WHERE id = ?1
         ON CONFLICT (order_rowid) DO UPDATE SET words = excluded.words",
    )
    .and_then(|mut s| s.execute(params![&order.bytes()[..], folded]))
    .doing("keeping an order's words")?;
    Ok(())
}

pub(super) fn find_item(db: &Connection, locator: &str) -> Result<Option<Id>> {
    if locator.is_empty() {
        return Ok(None);
    }
    db.prepare_cached("SELECT id FROM items WHERE locator = ?1 ORDER BY rowid LIMIT 1")
        .and_then(|mut s| s.query_row([locator], |r| id_at(r, "id")).optional())
        .doing("looking for an item")
}

pub(super) fn order_row(order: &Order) -> Row {
    order.row()
}
