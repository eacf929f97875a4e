//! Orders, their items, and the order items between them.

use super::cells::{Build, Take, id_at, maybe_id_at, moment_at, moment_columns, outcome_at, outcome_columns};
use super::change::Change;
use super::record::{ITEMS, ORDER_ITEMS, ORDERS, Row};
use super::table::Sort;
use super::vault::{Vault, keep, recall};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::filter::Filter;
use crate::model::time::Moment;
use chrono::Datelike;
use rusqlite::{Connection, OptionalExtension, params};

/// An order as recorded.
#[derive(Debug, Clone, PartialEq)]
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
    /// Columns that came with later schemas, as they stand in the table; read and written by the description of the kind.
    pub more: Row,
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
            .tail(&self.more)
            .done()
    }

    pub(super) fn from_row(row: Row) -> Result<Self> {
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
            more: t.rest(),
        })
    }
}

/// A content item as recorded.
#[derive(Debug, Clone, PartialEq)]
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
    /// See [`Order::more`].
    pub more: Row,
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
            more: Row::new(),
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
            .tail(&self.more)
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
            more: t.rest(),
        })
    }
}

/// One order applied to one item.
#[derive(Debug, Clone, PartialEq)]
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
    /// See [`Order::more`].
    pub more: Row,
}

impl OrderItem {
    pub(super) fn row(&self) -> Row {
        Build::row()
            .maybe_id(self.batch.as_ref())
            .id(&self.order)
            .id(&self.item)
            .text(&self.outcome)
            .moment(&self.complied)
            .tail(&self.more)
            .done()
    }

    pub(super) fn from_row(row: Row) -> Result<Self> {
        let mut t = Take::from(row);
        Ok(Self {
            batch: t.maybe_id()?,
            order: t.id()?,
            item: t.id()?,
            outcome: t.text()?,
            complied: t.moment()?,
            more: t.rest(),
        })
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
    /// When it became known.
    pub learned: Moment,
    /// How.
    pub learned_how: String,
    /// Ground.
    pub ground: String,
    /// Action demanded.
    pub action: String,
    /// How much of the document was seen.
    pub document_seen: String,
    /// Reasons given.
    pub reasons_level: String,
    /// Cited provisions as written.
    pub provisions: String,
    /// Whether it names its items.
    pub names_items_by_url: String,
    /// Whether it tells of an appeal.
    pub informs_of_appeal: String,
    /// Whether the author was told.
    pub author_notified: String,
    /// Notes.
    pub note: String,
    /// Draft.
    pub draft: bool,
    /// Import that made it.
    pub batch: Option<Id>,
    /// When it came on record, in UTC microseconds.
    pub recorded_at: i64,
    /// Its items: outcome and time of each.
    pub outcomes: Vec<(String, Moment)>,
    /// How many of them are reviewed.
    pub reviewed: u32,
    /// Final verdicts of those, in the order of the items.
    pub verdicts: Vec<String>,
    /// Address of the first item.
    pub first_locator: String,
}

/// Which orders, in which order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// What they must be like.
    pub filter: Filter,
    /// Second at which deadlines are told: the same for all views where the filter asks for none.
    pub now: i64,
    /// Sorted by.
    pub sort: Sort,
    /// Largest or newest first.
    pub descending: bool,
}

impl Vault {
    /// Lists a page of a view: how many match, how many there are, and the rows asked for.
    pub fn list_orders(&self, view: &View, offset: usize, limit: usize) -> Result<(usize, usize, Vec<Listed>)> {
        let db = self.read()?;
        let (numbers, all) = self.view_rows(&db, view)?;
        let mut rows = Vec::with_capacity(limit);
        for number in numbers.iter().skip(offset).take(limit) {
            rows.extend(listed(&db, *number)?);
        }
        Ok((numbers.len(), all, rows))
    }

    /// Counts all orders.
    pub fn count_orders(&self) -> Result<usize> {
        count_orders(&*self.read()?)
    }

    /// Reads one order.
    pub fn order(&self, id: &Id) -> Result<Order> {
        Order::from_row(ORDERS.read(&*self.read()?, id)?.ok_or(Error::NotFound)?)
    }

    /// Reads the items of an order, at most `limit`, in the order in which it names them.
    pub fn items_of(&self, order: &Id, limit: usize) -> Result<Vec<OrderItemRead>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached("SELECT id FROM order_items WHERE order_id = ?1 AND withdrawn IS NULL ORDER BY rowid LIMIT ?2")
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
            .query_row(
                "SELECT count(*) AS n FROM order_items WHERE order_id = ?1 AND withdrawn IS NULL",
                [&order.bytes()[..]],
                |r| r.get("n"),
            )
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
}

pub(super) fn count_orders(db: &Connection) -> Result<usize> {
    let all: i64 = db
        .query_row("SELECT (SELECT count(*) FROM orders) - (SELECT count(*) FROM orders WHERE withdrawn = 1) AS n", [], |r| {
            r.get("n")
        })
        .doing("counting orders")?;
    Ok(usize::try_from(all).unwrap_or(0))
}

pub(super) fn listed(db: &Connection, number: i64) -> Result<Option<Listed>> {
    let mut statement = db
        .prepare_cached(
            "SELECT id, batch_id, reference, number, authority_id, platform_id, instrument, learned_earliest, learned_latest,
             learned_precision, learned_offset, learned_basis, learned_how, issued_earliest, issued_latest, issued_precision,
             issued_offset, issued_basis, received_earliest, received_latest, received_precision, received_offset, received_basis,
             provisions, ground, action, document_seen, names_items_by_url, informs_of_appeal, author_notified, reasons_level, note,
             draft FROM orders WHERE rowid = ?1",
        )
        .doing("preparing to read a row of orders")?;
    let found = statement.query_row([number], listed_row).optional().doing("reading a row of orders")?;
    let Some(mut row) = found else { return Ok(None) };
    row.recorded_at = super::table::recorded_at(db, &row.id, row.batch.as_ref())?;
    let mut statement = db
        .prepare_cached(concat!(
            "SELECT oi.item_id AS item_id, ",
            outcome_columns!(),
            ",
             (SELECT v.verdict FROM judged v WHERE v.order_item_id = oi.id AND v.standing = 1) AS verdict
             FROM order_items oi WHERE order_id = ?1 AND withdrawn IS NULL ORDER BY oi.rowid"
        ))
        .doing("preparing to read a row's items")?;
    let mut items = statement.query([&row.id.bytes()[..]]).doing("reading a row's items")?;
    let mut first = None;
    while let Some(r) = items.next().doing("reading a row's items")? {
        let outcome: String = r.get("outcome").doing("reading a row's items")?;
        let at = outcome_at(r, &outcome).doing("reading a row's items")?;
        row.outcomes.push((outcome, at));
        if let Some(verdict) = r.get("verdict").doing("reading a row's items")? {
            row.reviewed += 1;
            row.verdicts.push(verdict);
        }
        if first.is_none() {
            first = Some(id_at(r, "item_id").doing("reading a row's items")?);
        }
    }
    if let Some(item) = first {
        row.first_locator = db
            .prepare_cached("SELECT locator FROM items WHERE id = ?1")
            .and_then(|mut s| s.query_row([&item.bytes()[..]], |r| r.get("locator")).optional())
            .doing("reading a row's first address")?
            .unwrap_or_default();
    }
    Ok(Some(row))
}

fn listed_row(r: &rusqlite::Row<'_>) -> rusqlite::Result<Listed> {
    Ok(Listed {
        id: id_at(r, "id")?,
        reference: r.get("reference")?,
        number: r.get("number")?,
        authority: maybe_id_at(r, "authority_id")?,
        platform: maybe_id_at(r, "platform_id")?,
        instrument: r.get("instrument")?,
        issued: moment_at(r, moment_columns!("issued"))?,
        received: moment_at(r, moment_columns!("received"))?,
        learned: moment_at(r, moment_columns!("learned"))?,
        learned_how: r.get("learned_how")?,
        ground: r.get("ground")?,
        action: r.get("action")?,
        document_seen: r.get("document_seen")?,
        reasons_level: r.get("reasons_level")?,
        provisions: r.get("provisions")?,
        names_items_by_url: r.get("names_items_by_url")?,
        informs_of_appeal: r.get("informs_of_appeal")?,
        author_notified: r.get("author_notified")?,
        note: r.get("note")?,
        draft: r.get::<_, i64>("draft")? == 1,
        batch: maybe_id_at(r, "batch_id")?,
        recorded_at: 0,
        outcomes: Vec::new(),
        reviewed: 0,
        verdicts: Vec::new(),
        first_locator: String::new(),
    })
}

fn order_item_read(db: &Connection, id: &Id) -> Result<OrderItemRead> {
    let order_item = OrderItem::from_row(ORDER_ITEMS.read(db, id)?.ok_or(Error::NotFound)?)?;
    let item = Item::from_row(ITEMS.read(db, &order_item.item)?.ok_or(Error::NotFound)?)?;
    let verdict = db
        .prepare_cached("SELECT verdict FROM judged WHERE order_item_id = ?1 AND standing = 1")
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
                    "SELECT EXISTS (SELECT 1 FROM order_items oi JOIN items i ON i.id = oi.item_id WHERE oi.order_id = ?1 AND i.locator = ?2
                     AND oi.withdrawn IS NULL) AS linked",
                    params![&id.bytes()[..], item.locator],
                    |r| r.get("linked"),
                )
                .doing("looking for an order item")?;
            if !linked {
                let item_id = self.item_for(item)?;
                self.link(&id, &item_id, &OrderItemFacts::default())?;
            }
        }
        Ok(())
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
        let order_item = OrderItem {
            batch: None,
            order: *order,
            item: *item,
            outcome: facts.outcome.clone(),
            complied: facts.complied,
            more: Row::new(),
        };
        self.add(&ORDER_ITEMS, id, order_item.row())?;
        Ok(id)
    }
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

pub(super) fn find_item(db: &Connection, locator: &str) -> Result<Option<Id>> {
    if locator.is_empty() {
        return Ok(None);
    }
    db.prepare_cached("SELECT id FROM items WHERE locator = ?1 AND withdrawn IS NULL ORDER BY rowid LIMIT 1")
        .and_then(|mut s| s.query_row([locator], |r| id_at(r, "id")).optional())
        .doing("looking for an item")
}

pub(super) fn order_row(order: &Order) -> Row {
    order.row()
}
