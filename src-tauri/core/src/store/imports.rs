//! Imports: tens of thousands of rows under one entry of the ledger, and one undo.

use super::cells::{Build, Take, id_at};
use super::change::{Change, Event, Sealed};
use super::orders::{Item, Order, OrderItem, OrderItemFacts, find_item, order_row, words};
use super::record::{IMPORT_BATCHES, ITEMS, ORDER_ITEMS, ORDERS, Row};
use super::vault::{Vault, keep, recall};
use crate::error::{Doing, Error, Result};
use crate::id::{Id, Ids};
use chrono::Datelike;
use rusqlite::{Connection, params};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};
use tarazy_ledger::{Frontier, Value};

/// A file that is about to be imported.
#[derive(Debug, Clone)]
pub struct NewBatch {
    /// File name without its folder.
    pub name: String,
    /// SHA-256 of the file, hexadecimal.
    pub digest: String,
    /// The mapping that was used, as JSON.
    pub mapping: String,
    /// Data rows read.
    pub rows: u32,
    /// Rows rejected.
    pub rejected: u32,
}

/// An order that an import brings, before it has a reference.
#[derive(Debug, Clone)]
pub struct NewOrder {
    /// Its fields; reference, authority and batch are filled here.
    pub order: Order,
    /// Issuer as written; found among the aliases or added.
    pub authority: String,
    /// Its items.
    pub items: Vec<(Item, OrderItemFacts)>,
}

/// An import as recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// File name.
    pub name: String,
    /// SHA-256 of the file, hexadecimal.
    pub digest: String,
    /// Mapping as JSON.
    pub mapping: String,
    /// UTC second.
    pub made_at: i64,
    /// Rows read.
    pub rows: i64,
    /// Orders made.
    pub orders: i64,
    /// Order items made.
    pub items: i64,
    /// Rows rejected.
    pub rejected: i64,
    /// made, undone.
    pub state: String,
}

impl Batch {
    fn row(&self) -> Row {
        Build::row()
            .text(&self.name)
            .text(&self.digest)
            .text(&self.mapping)
            .int(self.made_at)
            .int(self.rows)
            .int(self.orders)
            .int(self.items)
            .int(self.rejected)
            .text(&self.state)
            .done()
    }

    fn from_row(row: Row) -> Result<Self> {
        let mut t = Take::from(row);
        Ok(Self {
            name: t.text()?,
            digest: t.text()?,
            mapping: t.text()?,
            made_at: t.int()?,
            rows: t.int()?,
            orders: t.int()?,
            items: t.int()?,
            rejected: t.int()?,
            state: t.text()?,
        })
    }
}

/// What an import made.
#[derive(Debug, Clone, Copy)]
pub struct Made {
    /// The batch.
    pub batch: Id,
    /// Orders made.
    pub orders: u32,
    /// Order items made.
    pub items: u32,
    /// Orders left out because the register holds them.
    pub known: u32,
}

/// Hears how far it is, and answers whether to go on.
pub type Pulse<'p> = dyn FnMut(&'static str, usize, usize) -> bool + 'p;

impl Vault {
    /// Says which of these orders the register already holds, by issuer, number and day.
    pub fn known_orders(&self, orders: &[NewOrder]) -> Result<Vec<bool>> {
        known(&*self.read()?, orders)
    }

    /// Imports orders under one entry, all or none. A cancel leaves nothing behind.
    pub fn import(&self, batch: &NewBatch, mut orders: Vec<NewOrder>, pulse: &mut Pulse<'_>) -> Result<Made> {
        let mut change = self.begin()?;
        let held = known(change.db(), &orders)?;
        let before = orders.len();
        let mut at = held.iter();
        orders.retain(|_| at.next().is_some_and(|known| !known));
        let batch_id = Id::draw(change.env()).doing("naming an import")?;
        let mut salt = [0u8; 32];
        change.env().entropy.fill(&mut salt).doing("drawing an import's salt")?;
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let items: usize = orders.iter().map(|o| o.items.len()).sum();
        let recorded = Batch {
            name: batch.name.clone(),
            digest: batch.digest.clone(),
            mapping: batch.mapping.clone(),
            made_at: change.env().clock.now_seconds(),
            rows: i64::from(batch.rows),
            orders: count(orders.len()),
            items: count(items),
            rejected: i64::from(batch.rejected),
            state: "made".to_owned(),
        };
        change.add(&IMPORT_BATCHES, batch_id, recorded.row())?;
        change.state("salt", Value::Bytes(salt.to_vec()));
        let mut sealed = Sealed { salt, frontier: Frontier::new() };
        let ids = write_orders(&mut change, &mut sealed, &batch_id, &mut orders, pulse)?;
        let links = write_items(&change, &mut sealed, &batch_id, &orders, &ids, pulse)?;
        write_links(&change, &mut sealed, &links, pulse)?;
        if !pulse("sealing", 0, 1) {
            return Err(Error::Cancelled);
        }
        change.commit_with(Event::ImportMade, &batch_id, Some(&sealed))?;
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(Made { batch: batch_id, orders: small(ids.len()), items: small(links.len()), known: small(before - ids.len()) })
    }

    /// Takes an import back: its rows go, the entry that says so stays. Refused when later records build on it.
    pub fn undo_import(&self, batch: &Id) -> Result<u64> {
        let mut change = self.begin()?;
        let mut recorded = Batch::from_row(IMPORT_BATCHES.read(change.db(), batch)?.ok_or(Error::NotFound)?)?;
        if recorded.state == "undone" {
            return Err(Error::UndoneBefore);
        }
        let count = later_records(change.db(), batch)?;
        if count > 0 {
            return Err(Error::UndoBlocked { count });
        }
        for sql in [
            "DELETE FROM order_words WHERE order_rowid IN (SELECT rowid FROM orders WHERE batch_id = ?1)",
            "DELETE FROM order_items WHERE batch_id = ?1",
            "DELETE FROM items WHERE batch_id = ?1",
            "DELETE FROM orders WHERE batch_id = ?1",
        ] {
            change.db().execute(sql, [&batch.bytes()[..]]).doing("taking an import back")?;
        }
        "undone".clone_into(&mut recorded.state);
        change.set(&IMPORT_BATCHES, *batch, recorded.row())?;
        change.commit(Event::ImportUndone, batch)
    }

    /// Lists imports, newest first.
    pub fn imports(&self) -> Result<Vec<(Id, Batch)>> {
        let db = self.read()?;
        let mut statement =
            db.prepare_cached("SELECT id FROM import_batches ORDER BY rowid DESC").doing("preparing to list imports")?;
        let ids: Vec<Id> = statement.query_map([], |r| id_at(r, "id")).and_then(Iterator::collect).doing("listing imports")?;
        ids.into_iter().map(|id| Ok((id, Batch::from_row(IMPORT_BATCHES.read(&db, &id)?.ok_or(Error::NotFound)?)?))).collect()
    }
}

fn known(db: &Connection, orders: &[NewOrder]) -> Result<Vec<bool>> {
    let any: bool = db
        .query_row("SELECT EXISTS (SELECT 1 FROM orders) AS held", [], |r| r.get("held"))
        .doing("asking whether there are orders")?;
    if !any {
        return Ok(vec![false; orders.len()]);
    }
    let mut authorities: HashMap<&str, Option<Id>> = HashMap::new();
    let mut statement = db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM orders WHERE number = ?1 AND number <> '' AND authority_id IS ?2 AND issued_earliest IS ?3 AND issued_latest IS ?4) AS held",
        )
        .doing("preparing to look for known orders")?;
    let mut held = Vec::with_capacity(orders.len());
    for new in orders {
        let authority = match authorities.get(new.authority.as_str()) {
            Some(found) => *found,
            None => {
                let found = super::names::find_authority(db, &new.authority)?;
                authorities.insert(&new.authority, found);
                found
            }
        };
        // An issuer that the register does not know has no order in it, and a number alone names none.
        let issuer_is_new = authority.is_none() && !new.authority.trim().is_empty();
        let number_alone = authority.is_none() && new.order.issued.earliest.is_none();
        if issuer_is_new || number_alone {
            held.push(false);
            continue;
        }
        let bytes = authority.as_ref().map(|a| &a.bytes()[..]);
        held.push(
            statement
                .query_row(params![new.order.number, bytes, new.order.issued.earliest, new.order.issued.latest], |r| {
                    r.get("held")
                })
                .doing("looking for a known order")?,
        );
    }
    Ok(held)
}

fn later_records(db: &Connection, batch: &Id) -> Result<u32> {
    let made: Option<i64> = db
        .query_row("SELECT min(seq) AS seq FROM ledger_touches WHERE id = ?1", [&batch.bytes()[..]], |r| r.get("seq"))
        .doing("finding the import's entry")?;
    // An import that came back with an open export was made in another ledger; everything that came with it builds on it.
    let Some(made) = made else {
        return db
            .query_row("SELECT max(1, (SELECT count(*) FROM orders WHERE batch_id = ?1)) AS n", [&batch.bytes()[..]], |r| {
                r.get("n")
            })
            .doing("counting what builds on an import");
    };
    db.query_row(
        "SELECT (SELECT count(DISTINCT t.id) FROM ledger_touches t WHERE t.seq > ?2 AND (
                   EXISTS (SELECT 1 FROM orders o WHERE o.id = t.id AND o.batch_id = ?1)
                OR EXISTS (SELECT 1 FROM order_items oi WHERE oi.id = t.id AND oi.batch_id = ?1)
                OR EXISTS (SELECT 1 FROM items i WHERE i.id = t.id AND i.batch_id = ?1)))
              + (SELECT count(*) FROM items i JOIN order_items oi ON oi.item_id = i.id WHERE i.batch_id = ?1 AND oi.batch_id IS NOT ?1)
              + (SELECT count(*) FROM review_drafts d JOIN order_items oi ON oi.id = d.order_item_id WHERE oi.batch_id = ?1) AS later",
        params![&batch.bytes()[..], made],
        |r| r.get("later"),
    )
    .doing("looking for later records")
}

// Words of an authority for the filter, read once.
struct Issuers {
    by_name: HashMap<String, Id>,
    words: BTreeMap<Id, String>,
}

fn write_orders(
    change: &mut Change<'_>,
    sealed: &mut Sealed,
    batch: &Id,
    orders: &mut [NewOrder],
    pulse: &mut Pulse<'_>,
) -> Result<Vec<Id>> {
    let mut issuers = Issuers { by_name: HashMap::new(), words: BTreeMap::new() };
    for new in orders.iter_mut() {
        new.order.batch = Some(*batch);
        if new.order.authority.is_none() && !new.authority.trim().is_empty() {
            new.order.authority = Some(issuers.find(change, &new.authority)?);
        }
    }
    let year = chrono::DateTime::from_timestamp(change.env().clock.now_seconds(), 0).map_or(1970, |t| t.year());
    let key = format!("serial KZ-{year}");
    let mut serial = recall(change.db(), &key)?.and_then(|v| v.try_into().ok()).map_or(0, u64::from_be_bytes);
    let mut addressees: BTreeMap<Id, String> = BTreeMap::new();
    for new in orders.iter_mut() {
        serial += 1;
        new.order.reference = format!("KZ-{year}-{serial:04}");
        if let Some(platform) = new.order.platform
            && let Entry::Vacant(vacant) = addressees.entry(platform)
        {
            vacant.insert(super::names::platform_words(change.db(), &platform)?);
        }
    }
    let db = change.db();
    let mut lines =
        db.prepare("INSERT INTO order_words (order_rowid, words) VALUES (?1, ?2)").doing("preparing to keep orders' words")?;
    let mut ids = Ids::new(change.env()).doing("naming orders")?;
    let mut made = Vec::with_capacity(orders.len());
    let of = orders.len();
    let rows = orders.iter().map(|new| {
        let issuer = new.order.authority.as_ref().and_then(|a| issuers.words.get(a)).map_or("", String::as_str);
        let addressee = new.order.platform.as_ref().and_then(|p| addressees.get(p)).map_or("", String::as_str);
        let words = words(&new.order, issuer, addressee, new.items.iter().map(|(item, _)| item.locator.as_str()));
        (ids.take(), order_row(&new.order), words)
    });
    sealed.pour(db, &ORDERS, rows, &mut |done, id, words| {
        if done % 512 == 0 && !pulse("writing", done, of * 3) {
            return Err(Error::Cancelled);
        }
        lines.execute(params![db.last_insert_rowid(), words]).doing("keeping an order's words")?;
        made.push(id);
        Ok(())
    })?;
    keep(change.db(), &key, &serial.to_be_bytes())?;
    Ok(made)
}

impl Issuers {
    fn find(&mut self, change: &mut Change<'_>, written: &str) -> Result<Id> {
        if let Some(id) = self.by_name.get(written) {
            return Ok(*id);
        }
        let id = change.authority_for(written)?;
        self.by_name.insert(written.to_owned(), id);
        self.words.insert(id, super::names::authority_words(change.db(), &id)?);
        Ok(id)
    }
}

fn write_items(
    change: &Change<'_>,
    sealed: &mut Sealed,
    batch: &Id,
    orders: &[NewOrder],
    order_ids: &[Id],
    pulse: &mut Pulse<'_>,
) -> Result<Vec<OrderItem>> {
    let mut ids = Ids::new(change.env()).doing("naming items")?;
    let any: bool = change
        .db()
        .query_row("SELECT EXISTS (SELECT 1 FROM items) AS held", [], |r| r.get("held"))
        .doing("asking whether there are items")?;
    // Several texts under one address, as comments under a post, are several items.
    let mut seen: HashMap<(&str, &str), Id> = HashMap::with_capacity(orders.len());
    let mut links = Vec::with_capacity(orders.len());
    let mut fresh: Vec<(Id, &Item)> = Vec::with_capacity(orders.len());
    for (new, order) in orders.iter().zip(order_ids) {
        for (item, facts) in &new.items {
            let known = match seen.get(&(item.locator.as_str(), item.text.as_str())) {
                Some(id) => Some(*id),
                None if any && item.text.is_empty() => find_item(change.db(), &item.locator)?,
                None => None,
            };
            let item_id = known.unwrap_or_else(|| {
                let id = ids.take();
                fresh.push((id, item));
                id
            });
            if !item.locator.is_empty() {
                seen.insert((&item.locator, &item.text), item_id);
            }
            links.push(OrderItem {
                batch: Some(*batch),
                order: *order,
                item: item_id,
                outcome: facts.outcome.clone(),
                complied: facts.complied,
                more: Row::new(),
            });
        }
    }
    let of = fresh.len();
    let rows = fresh.into_iter().map(|(id, item)| (id, Item { batch: Some(*batch), ..item.clone() }.row(), ()));
    sealed.pour(change.db(), &ITEMS, rows, &mut |done, _, ()| {
        if done % 512 == 0 && !pulse("writing", of + done, of * 3) { Err(Error::Cancelled) } else { Ok(()) }
    })?;
    Ok(links)
}

fn write_links(change: &Change<'_>, sealed: &mut Sealed, links: &[OrderItem], pulse: &mut Pulse<'_>) -> Result<()> {
    let mut ids = Ids::new(change.env()).doing("naming order items")?;
    let of = links.len();
    let rows = links.iter().map(|link| (ids.take(), link.row(), ()));
    sealed.pour(change.db(), &ORDER_ITEMS, rows, &mut |done, _, ()| {
        if done % 512 == 0 && !pulse("writing", of * 2 + done, of * 3) { Err(Error::Cancelled) } else { Ok(()) }
    })
}
