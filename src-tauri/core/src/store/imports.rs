//! Imports: tens of thousands of rows under one entry of the ledger, and one undo.

use super::aside::Aside;
use super::cells::{Build, Take, id_at, maybe_id_at, moment_at, moment_columns};
use super::change::{Change, Event, Sealed, row_hash};
use super::near::{self, Marker};
use super::orders::{Item, Order, OrderItem, OrderItemFacts, order_row};
use super::record::{IMPORT_BATCHES, ITEMS, OFFICIAL_FIGURES, ORDER_ITEMS, ORDERS, Row, put};
use super::records::row_of_fields;
use super::search::{self, Entryway, Source};
use super::vault::{Vault, keep, recall};
use crate::error::{Doing, Error, Result};
use crate::id::{Id, Ids};
use crate::model::kinds::{self, Fields};
use crate::model::rules;
use crate::model::stem::Stems;
use crate::model::time::{Moment, Precision};
use chrono::Datelike;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{BuildHasher, RandomState};
use tarazy_ledger::{Frontier, Value};

/// Rows between two reports of progress.
const PULSE_ROWS: usize = 512;

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
    /// Some texts of its items, evenly drawn.
    pub sample: Vec<String>,
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
    /// The first line of its note stands where its number should: such an order is found again by it.
    pub is_named_by_note: bool,
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
    /// Order items made, those added to known orders included.
    pub items: u32,
    /// What it found of orders that the register holds.
    pub standing: Overlap,
}

/// What a file has in common with the register.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Overlap {
    /// Orders that the register holds by issuer, number and day.
    pub known: u32,
    /// Those of them that get something new.
    pub grown: u32,
    /// Order items that are added to known orders.
    pub added: u32,
    /// Outcomes and times that were unknown and are told now.
    pub outcomes: u32,
    /// Outcomes and times that the register tells otherwise; they stay as they are.
    pub differing: u32,
}

/// Hears how far it is, and answers whether to go on.
pub type Pulse<'p> = dyn FnMut(&'static str, usize, usize) -> bool + 'p;

impl Vault {
    /// Says what of these orders the register already holds, and what they would add to it. Nothing is written.
    pub fn compare(&self, orders: impl Iterator<Item = NewOrder>) -> Result<Overlap> {
        let db = self.read()?;
        let mut standing = Overlap::default();
        let Some(mut finder) = Finder::new(&db)? else { return Ok(standing) };
        for new in orders {
            if let Some(order) = finder.find(&new)? {
                standing.count(&Growth::of(&db, &order, &new.items)?);
            }
        }
        Ok(standing)
    }

    /// Returns the import of the same file that still stands, newest first.
    pub fn seen_before(&self, digest: &str) -> Result<Option<Batch>> {
        let found = self.imports()?.into_iter().find(|(_, batch)| batch.digest == digest && batch.state == "made");
        Ok(found.map(|(_, batch)| batch))
    }

    /// Imports orders under one entry, all or none. `orders` gives the same orders in the same succession each time; `of` is how many.
    /// What a known order lacks is added to it. A cancel leaves nothing behind, and a file that brings nothing is refused.
    pub fn import<I: Iterator<Item = NewOrder> + Send>(
        &self,
        batch: &NewBatch,
        of: usize,
        issuers: &[String],
        orders: &dyn Fn() -> I,
        pulse: &mut Pulse<'_>,
    ) -> Result<Made> {
        let mut change = self.begin_trusted()?;
        let known = known(change.db(), of, orders, pulse)?;
        let batch_id = Id::draw(change.env()).doing("naming an import")?;
        let mut salt = [0u8; 32];
        change.env().entropy.fill(&mut salt).doing("drawing an import's salt")?;
        let mut recorded = Batch {
            name: batch.name.clone(),
            digest: batch.digest.clone(),
            mapping: batch.mapping.clone(),
            made_at: change.env().clock.now_seconds(),
            rows: i64::from(batch.rows),
            orders: 0,
            items: 0,
            rejected: i64::from(batch.rejected),
            state: "made".to_owned(),
        };
        change.add(&IMPORT_BATCHES, batch_id, recorded.row())?;
        change.state("salt", Value::Bytes(salt.to_vec()));
        let mut sealed = Sealed { salt, frontier: Frontier::new() };
        let counts = write(&mut change, &mut sealed, &batch_id, (of, issuers, &known, batch), orders(), pulse)?;
        if counts.orders == 0 && counts.items == 0 && counts.standing.outcomes == 0 {
            return Err(Error::NothingToImport { rejected: batch.rejected, known: counts.standing.known });
        }
        if !pulse("sealing", 0, 1) {
            return Err(Error::Cancelled);
        }
        (recorded.orders, recorded.items) = (i64::from(counts.orders), i64::from(counts.items));
        change.settle(&IMPORT_BATCHES, batch_id, recorded.row())?;
        change.commit_with(Event::ImportMade, &batch_id, Some(&sealed))?;
        Ok(Made { batch: batch_id, ..counts })
    }

    /// Imports official figures under one entry, all or none. Returns the batch, and how many were written.
    pub fn import_figures(&self, batch: &NewBatch, figures: Vec<Fields>) -> Result<(Id, u32)> {
        if figures.is_empty() {
            return Err(Error::NothingToImport { rejected: batch.rejected, known: 0 });
        }
        let mut change = self.begin()?;
        let batch_id = Id::draw(change.env()).doing("naming an import")?;
        let mut salt = [0u8; 32];
        change.env().entropy.fill(&mut salt).doing("drawing an import's salt")?;
        let recorded = Batch {
            name: batch.name.clone(),
            digest: batch.digest.clone(),
            mapping: batch.mapping.clone(),
            made_at: change.env().clock.now_seconds(),
            rows: i64::from(batch.rows),
            orders: 0,
            items: 0,
            rejected: i64::from(batch.rejected),
            state: "made".to_owned(),
        };
        change.add(&IMPORT_BATCHES, batch_id, recorded.row())?;
        change.state("salt", Value::Bytes(salt.to_vec()));
        let mut sealed = Sealed { salt, frontier: Frontier::new() };
        let mut ids = Ids::new(change.env()).doing("naming figures")?;
        let mut written = 0;
        {
            let mut adding = OFFICIAL_FIGURES.adding(change.db())?;
            for mut fields in figures {
                fields.insert("batch", kinds::Held::Link(batch_id));
                rules::check(&kinds::OFFICIAL_FIGURES, None, &fields).map_err(|breach| Error::Invalid(breach.field))?;
                let (id, row) = (ids.take(), row_of_fields(&kinds::OFFICIAL_FIGURES, &fields));
                put(&mut adding, &id, &row)?;
                sealed.frontier.push(row_hash(&salt, &OFFICIAL_FIGURES, &id, &row));
                written += 1;
            }
        }
        change.commit_with(Event::ImportMade, &batch_id, Some(&sealed))?;
        Ok((batch_id, written))
    }

    /// Takes an import back: its rows go, what it told of known orders is unknown again, the entry that says so stays. Refused when later
    /// records build on it.
    pub fn undo_import(&self, batch: &Id) -> Result<u64> {
        let mut change = self.begin()?;
        let mut recorded = Batch::from_row(IMPORT_BATCHES.read(change.db(), batch)?.ok_or(Error::NotFound)?)?;
        if recorded.state == "undone" {
            return Err(Error::UndoneBefore);
        }
        let told = told_by(change.db(), batch)?;
        let count = later_records(change.db(), batch, &told)?;
        if count > 0 {
            return Err(Error::UndoBlocked { count });
        }
        let grown = grown_by(change.db(), batch)?;
        search::take_batch(change.db(), batch)?;
        let before = grown.iter().map(|order| search::entry_of(change.db(), order)).collect::<Result<Vec<_>>>()?;
        for sql in [
            "DELETE FROM near_marks WHERE item_rowid IN (SELECT rowid FROM items WHERE batch_id = ?1)",
            "DELETE FROM order_items WHERE batch_id = ?1",
            "DELETE FROM items WHERE batch_id = ?1",
            "DELETE FROM orders WHERE batch_id = ?1",
            "DELETE FROM official_figures WHERE batch_id = ?1",
        ] {
            change.db().execute(sql, [&batch.bytes()[..]]).doing("taking an import back")?;
        }
        for (order, before) in grown.into_iter().zip(before) {
            search::renew(change.db(), &order, before)?;
        }
        for (id, before) in told {
            let mut row = ORDER_ITEMS.read(change.db(), &id)?.ok_or(Error::NotFound)?;
            for (column, value) in before {
                if let Some(cell) = ORDER_ITEMS.columns.iter().position(|own| *own == column).and_then(|at| row.get_mut(at)) {
                    *cell = value;
                }
            }
            change.set(&ORDER_ITEMS, id, row)?;
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

/// Finds orders that the register holds: same number, same known issuer, same day or interval.
struct Finder<'c> {
    db: &'c Connection,
    authorities: HashMap<String, Option<Id>>,
    /// Orders without a number, by what their notes begin with; read when the first such order is looked for.
    noted: Option<Noted>,
}

impl<'c> Finder<'c> {
    /// Prepares to look; nothing where the register has no orders.
    fn new(db: &'c Connection) -> Result<Option<Self>> {
        let any: bool = db
            .query_row("SELECT EXISTS (SELECT 1 FROM orders) AS held", [], |r| r.get("held"))
            .doing("asking whether there are orders")?;
        Ok(any.then(|| Self { db, authorities: HashMap::new(), noted: None }))
    }

    fn find(&mut self, new: &NewOrder) -> Result<Option<Id>> {
        let authority = match self.authorities.get(new.authority.as_str()) {
            Some(found) => *found,
            None => {
                let found = super::names::find_authority(self.db, &new.authority)?;
                self.authorities.insert(new.authority.clone(), found);
                found
            }
        };
        // An issuer that the register does not know has no order in it, and a number alone names none.
        let issuer_is_new = authority.is_none() && !new.authority.trim().is_empty();
        let number_alone = authority.is_none() && new.order.issued.earliest.is_none();
        if issuer_is_new || number_alone {
            return Ok(None);
        }
        let (earliest, latest) = (new.order.issued.earliest, new.order.issued.latest);
        if new.order.number.is_empty() {
            // The words that stood in place of a number stand first in the note.
            let Some(line) = new.order.note.lines().next().filter(|_| new.is_named_by_note) else { return Ok(None) };
            if self.noted.is_none() {
                self.noted = Some(noted(self.db)?);
            }
            let key = (authority, earliest, latest, line.to_owned());
            return Ok(self.noted.as_ref().and_then(|noted| noted.get(&key)).copied());
        }
        let bytes = authority.as_ref().map(|a| &a.bytes()[..]);
        self.db
            .prepare_cached(
                "SELECT id FROM orders INDEXED BY orders_number WHERE number = ?1 AND number <> '' AND authority_id IS ?2 AND issued_earliest IS ?3 AND issued_latest IS ?4
                 AND withdrawn IS NULL
                 ORDER BY rowid LIMIT 1",
            )
            .and_then(|mut s| s.query_row(params![new.order.number, bytes, earliest, latest], |r| id_at(r, "id")).optional())
            .doing("looking for a known order")
    }
}

type Noted = HashMap<(Option<Id>, Option<i64>, Option<i64>, String), Id>;

fn noted(db: &Connection) -> Result<Noted> {
    let mut statement = db
        .prepare_cached("SELECT id, authority_id, issued_earliest, issued_latest, note FROM orders WHERE number = '' AND note <> '' AND withdrawn IS NULL ORDER BY rowid DESC")
        .doing("preparing to look into notes")?;
    let rows = statement.query_map([], |r| {
        let authority = maybe_id_at(r, "authority_id")?;
        let line = r.get::<_, String>("note")?.lines().next().unwrap_or_default().to_owned();
        Ok(((authority, r.get("issued_earliest")?, r.get("issued_latest")?, line), id_at(r, "id")?))
    });
    rows.and_then(Iterator::collect).doing("looking into notes")
}

/// Finds the known orders among many, by their place.
fn known<I: Iterator<Item = NewOrder>>(
    db: &Connection,
    of: usize,
    orders: &dyn Fn() -> I,
    pulse: &mut Pulse<'_>,
) -> Result<HashMap<usize, Id>> {
    let mut known = HashMap::new();
    let Some(mut finder) = Finder::new(db)? else { return Ok(known) };
    for (place, new) in orders().enumerate() {
        if place % PULSE_ROWS == 0 && !pulse("comparing", place, of) {
            return Err(Error::Cancelled);
        }
        if let Some(id) = finder.find(&new)? {
            known.insert(place, id);
        }
    }
    Ok(known)
}

/// What a file tells of a known order beyond what the register holds.
#[derive(Debug, Default)]
struct Growth {
    /// Places of items that the order does not have.
    added: Vec<usize>,
    /// Order items of which nothing was known, and the place of the item that tells it.
    told: Vec<(Id, usize)>,
    differing: u32,
}

struct Held {
    id: Id,
    locator: String,
    text: String,
    outcome: String,
    complied: Moment,
    is_claimed: bool,
}

impl Growth {
    fn of(db: &Connection, order: &Id, items: &[(Item, OrderItemFacts)]) -> Result<Self> {
        let mut held = held_by(db, order)?;
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, one) in held.iter().enumerate() {
            // What has no address is known by its text.
            let key = if one.locator.is_empty() { format!("\n{}", one.text) } else { one.locator.clone() };
            places.entry(key).or_default().push(place);
        }
        let mut growth = Self::default();
        for (place, (item, facts)) in items.iter().enumerate() {
            let key = if item.locator.is_empty() { format!("\n{}", item.text) } else { item.locator.clone() };
            let candidates = places.get(&key).map_or(&[][..], Vec::as_slice);
            let fits = |held: &Held| !held.is_claimed && (held.text.is_empty() || item.text.is_empty() || held.text == item.text);
            let same =
                |held: &Held| fits(held) && held.outcome == facts.outcome && held.complied.bounds() == facts.complied.bounds();
            let find = |wanted: &dyn Fn(&Held) -> bool| candidates.iter().copied().find(|at| held.get(*at).is_some_and(wanted));
            let Some(one) = find(&same).or_else(|| find(&fits)).and_then(|at| held.get_mut(at)) else {
                growth.added.push(place);
                continue;
            };
            one.is_claimed = true;
            let is_same = one.outcome == facts.outcome && one.complied.bounds() == facts.complied.bounds();
            if is_same || facts.outcome == "unknown" {
                continue;
            }
            let silent =
                one.complied.precision == Precision::Unknown && (one.outcome == "unknown" || one.outcome == facts.outcome);
            let adds = one.outcome == "unknown" || facts.complied.precision != Precision::Unknown;
            match (silent, adds) {
                (true, true) => growth.told.push((one.id, place)),
                (false, _) if facts.complied.precision != Precision::Unknown || one.outcome != facts.outcome => {
                    growth.differing += 1
                }
                _ => {}
            }
        }
        Ok(growth)
    }
}

fn held_by(db: &Connection, order: &Id) -> Result<Vec<Held>> {
    let mut statement = db
        .prepare_cached(
            "SELECT oi.id AS id, i.locator AS locator, i.text AS text, outcome, complied_earliest, complied_latest, complied_precision,
             complied_offset, complied_basis FROM order_items oi JOIN items i ON i.id = oi.item_id WHERE oi.order_id = ?1
             AND oi.withdrawn IS NULL ORDER BY oi.rowid",
        )
        .doing("preparing to compare an order's items")?;
    let rows = statement.query_map([&order.bytes()[..]], |r| {
        Ok(Held {
            id: id_at(r, "id")?,
            locator: r.get("locator")?,
            text: r.get("text")?,
            outcome: r.get("outcome")?,
            complied: moment_at(r, moment_columns!("complied"))?,
            is_claimed: false,
        })
    });
    rows.and_then(Iterator::collect).doing("comparing an order's items")
}

impl Overlap {
    fn count(&mut self, growth: &Growth) {
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.known += 1;
        self.grown += u32::from(!growth.added.is_empty() || !growth.told.is_empty());
        self.added += small(growth.added.len());
        self.outcomes += small(growth.told.len());
        self.differing += growth.differing;
    }
}

/// Returns the orders of others to which an import added items.
fn grown_by(db: &Connection, batch: &Id) -> Result<BTreeSet<Id>> {
    let mut statement = db
        .prepare_cached(
            "SELECT DISTINCT oi.order_id AS id FROM order_items oi JOIN orders o ON o.id = oi.order_id WHERE oi.batch_id = ?1 AND o.batch_id IS NOT ?1",
        )
        .doing("preparing to find grown orders")?;
    let rows = statement.query_map([&batch.bytes()[..]], |r| id_at(r, "id"));
    rows.and_then(Iterator::collect).doing("finding grown orders")
}

type Before = Vec<(String, rusqlite::types::Value)>;

/// Reads from the entry of an import what the order items of others were before it.
fn told_by(db: &Connection, batch: &Id) -> Result<Vec<(Id, Before)>> {
    let payload: Option<Vec<u8>> = db
        .query_row(
            "SELECT payload FROM ledger_entries WHERE object = ?1 AND kind = 'import_made' ORDER BY seq LIMIT 1",
            [&batch.bytes()[..]],
            |r| r.get("payload"),
        )
        .optional()
        .doing("reading an import's entry")?;
    let mut told = Vec::new();
    // An import that came with an open export has its entry in another ledger.
    let Some(payload) = payload else { return Ok(told) };
    let payload = super::payload::Payload::read(&payload).ok_or(Error::Inside("an import's entry cannot be read"))?;
    for touch in payload.touches.iter().filter(|touch| !touch.made && touch.table == ORDER_ITEMS.name) {
        let before = touch.columns.iter().filter_map(|(name, pair)| {
            let (before, _) = super::payload::halves(pair.as_ref()?)?;
            Some((name.clone(), cell_of(before)))
        });
        told.push((touch.id, before.collect()));
    }
    Ok(told)
}

fn cell_of(value: &Value) -> rusqlite::types::Value {
    use rusqlite::types::Value as Cell;
    match value {
        Value::Int(number) => Cell::Integer(*number),
        Value::Text(text) => Cell::Text(text.clone()),
        Value::Bytes(bytes) => Cell::Blob(bytes.clone()),
        _ => Cell::Null,
    }
}

// What an import that was itself taken back had touched is as it was before.
fn later_records(db: &Connection, batch: &Id, told: &[(Id, Before)]) -> Result<u32> {
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
    let later: u32 = db
        .query_row(
            "SELECT (SELECT count(DISTINCT t.id) FROM ledger_touches t WHERE t.seq > ?2 AND (
                   EXISTS (SELECT 1 FROM orders o WHERE o.id = t.id AND o.batch_id = ?1)
                OR EXISTS (SELECT 1 FROM order_items oi WHERE oi.id = t.id AND oi.batch_id = ?1)
                OR EXISTS (SELECT 1 FROM items i WHERE i.id = t.id AND i.batch_id = ?1)
                OR EXISTS (SELECT 1 FROM official_figures f WHERE f.id = t.id AND f.batch_id = ?1))
                AND NOT EXISTS (SELECT 1 FROM ledger_entries e JOIN import_batches b ON b.id = e.object
                  WHERE e.seq = t.seq AND b.state = 'undone' AND (e.kind = 'import_made' OR e.kind = 'import_undone')))
              + (SELECT count(*) FROM items i JOIN order_items oi ON oi.item_id = i.id WHERE i.batch_id = ?1 AND oi.batch_id IS NOT ?1)
              + (SELECT count(*) FROM orders o JOIN order_items oi ON oi.order_id = o.id WHERE o.batch_id = ?1 AND oi.batch_id IS NOT ?1) AS later",
            params![&batch.bytes()[..], made],
            |r| r.get("later"),
        )
        .doing("looking for later records")?;
    let mut statement = db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM ledger_touches t WHERE t.id = ?1 AND t.seq > ?2 AND NOT EXISTS (
                SELECT 1 FROM ledger_entries e JOIN import_batches b ON b.id = e.object
                WHERE e.seq = t.seq AND b.state = 'undone' AND (e.kind = 'import_made' OR e.kind = 'import_undone'))) AS later",
        )
        .doing("preparing to look for later outcomes")?;
    let mut count = later;
    for (id, _) in told {
        let is_later: bool =
            statement.query_row(params![&id.bytes()[..], made], |r| r.get("later")).doing("looking for later outcomes")?;
        count += u32::from(is_later);
    }
    Ok(count)
}

/// A new order with its rows made and hashed, ready to be written.
struct ReadyOrder {
    id: Id,
    row: Row,
    hash: [u8; 32],
    entry: Entryway,
    items: Vec<ReadyItem>,
}

struct ReadyItem {
    /// The item, where it is the first of its kind in this import.
    item: Option<ReadyContent>,
    link: OrderItem,
    link_id: Id,
    link_row: Row,
    link_hash: [u8; 32],
}

struct ReadyContent {
    item: Item,
    row: Row,
    hash: [u8; 32],
    /// Marks by which near texts are found; nothing where the text is too short.
    bands: Option<Vec<u8>>,
}

enum Ready {
    New(Box<ReadyOrder>),
    Known(Id, Box<NewOrder>),
}

/// What the thread that makes rows needs to know.
struct Making<'a> {
    batch: Id,
    salt: [u8; 32],
    known: &'a HashMap<usize, Id>,
    issuers: &'a HashMap<String, Id>,
    issuer_names: Named,
    platform_names: Named,
    stems: Stems,
    marker: &'a Marker,
    year: i32,
    serial: u64,
    order_ids: Ids,
    item_ids: Ids,
    link_ids: Ids,
    /// Several texts under one address, as comments under a post, are several items; the same address and text are one.
    seen: HashMap<u128, Id>,
    hashes: (RandomState, RandomState),
}

impl Making<'_> {
    fn ready(&mut self, place: usize, mut new: NewOrder) -> Ready {
        if let Some(order) = self.known.get(&place) {
            return Ready::Known(*order, Box::new(new));
        }
        self.serial += 1;
        new.order.batch = Some(self.batch);
        new.order.reference = format!("KZ-{}-{:04}", self.year, self.serial);
        if new.order.authority.is_none() {
            new.order.authority = self.issuers.get(&new.authority).copied();
        }
        let id = self.order_ids.take();
        let issuer = new.order.authority.as_ref().and_then(|id| self.issuer_names.get(id));
        let addressee = new.order.platform.as_ref().and_then(|id| self.platform_names.get(id));
        let names: Vec<&[String]> = [issuer, addressee].into_iter().flatten().map(Vec::as_slice).collect();
        let own = [&*new.order.reference, &*new.order.number, &*new.order.provisions];
        let mut source = Source::of_order(own, &new.order.note, &names);
        new.items.iter().for_each(|(item, _)| source.add_item(&item.locator, &item.language, [&item.text, &item.topic]));
        let entry = source.stems(&self.stems);
        let row = order_row(&new.order);
        let hash = row_hash(&self.salt, &ORDERS, &id, &row);
        let items = new.items.into_iter().map(|(item, facts)| self.ready_item(&id, item, facts)).collect();
        Ready::New(Box::new(ReadyOrder { id, row, hash, entry, items }))
    }

    fn ready_item(&mut self, order: &Id, mut item: Item, facts: OrderItemFacts) -> ReadyItem {
        // The words of a text depend on its language, so the same text in two languages is two items.
        let key = (item.locator.as_str(), item.text.as_str(), item.language.as_str());
        let key = u128::from(self.hashes.0.hash_one(key)) << 64 | u128::from(self.hashes.1.hash_one(key));
        let known = if item.locator.is_empty() { None } else { self.seen.get(&key).copied() };
        let item_id = known.unwrap_or_else(|| self.item_ids.take());
        let made = known.is_none().then(|| {
            if !item.locator.is_empty() {
                self.seen.insert(key, item_id);
            }
            item.batch = Some(self.batch);
            let row = item.row();
            let hash = row_hash(&self.salt, &ITEMS, &item_id, &row);
            let bands = self.marker.bands(&self.stems, &item.text);
            ReadyContent { item, row, hash, bands }
        });
        let link = OrderItem {
            batch: Some(self.batch),
            order: *order,
            item: item_id,
            outcome: facts.outcome,
            complied: facts.complied,
            more: Row::new(),
        };
        let link_id = self.link_ids.take();
        let link_row = link.row();
        let link_hash = row_hash(&self.salt, &ORDER_ITEMS, &link_id, &link_row);
        ReadyItem { item: made, link, link_id, link_row, link_hash }
    }
}

/// The names of issuers or addressees, for the index.
type Named = BTreeMap<Id, Vec<String>>;

fn resolve(change: &mut Change<'_>, issuers: &[String]) -> Result<(HashMap<String, Id>, Named)> {
    let (mut by_name, mut words) = (HashMap::new(), BTreeMap::new());
    for written in issuers.iter().filter(|written| !written.trim().is_empty()) {
        let id = change.authority_for(written)?;
        by_name.insert(written.clone(), id);
        words.insert(id, super::names::authority_names(change.db(), &id)?);
    }
    Ok((by_name, words))
}

fn platform_names(db: &Connection) -> Result<Named> {
    let mut statement = db.prepare_cached("SELECT id FROM platforms ORDER BY rowid").doing("preparing to list platforms")?;
    let ids: Vec<Id> = statement.query_map([], |r| id_at(r, "id")).and_then(Iterator::collect).doing("listing platforms")?;
    ids.into_iter().map(|id| Ok((id, super::names::platform_own_names(db, &id)?))).collect()
}

fn write<I: Iterator<Item = NewOrder> + Send>(
    change: &mut Change<'_>,
    sealed: &mut Sealed,
    batch: &Id,
    (of, issuers, known, file): (usize, &[String], &HashMap<usize, Id>, &NewBatch),
    orders: I,
    pulse: &mut Pulse<'_>,
) -> Result<Made> {
    let (issuers, issuer_names) = resolve(change, issuers)?;
    let year = chrono::DateTime::from_timestamp(change.env().clock.now_seconds(), 0).map_or(1970, |t| t.year());
    let key = format!("serial KZ-{year}");
    let serial = recall(change.db(), &key)?.and_then(|v| v.try_into().ok()).map_or(0, u64::from_be_bytes);
    let any: bool = change
        .db()
        .query_row("SELECT EXISTS (SELECT 1 FROM items) AS held", [], |r| r.get("held"))
        .doing("asking whether there are items")?;
    // Rows of known orders bring hardly any items.
    let rows = i64::from(file.rows.saturating_sub(file.rejected));
    let new = of.saturating_sub(known.len());
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let coming = rows.saturating_mul(whole(new)) / whole(of).max(1);
    near::foresee(change.db(), &file.sample, coming)?;
    let marker = Marker::read(change.db())?;
    let mut making = Making {
        batch: *batch,
        salt: sealed.salt,
        known,
        issuers: &issuers,
        issuer_names,
        platform_names: platform_names(change.db())?,
        stems: Stems::default(),
        marker: &marker,
        year,
        serial,
        order_ids: Ids::new(change.env()).doing("naming orders")?,
        item_ids: Ids::new(change.env()).doing("naming items")?,
        link_ids: Ids::new(change.env()).doing("naming order items")?,
        seen: HashMap::new(),
        hashes: (RandomState::new(), RandomState::new()),
    };
    let mut writing = Writing {
        sealed: &mut *sealed,
        marker: &marker,
        batch: *batch,
        any,
        items: Vec::new(),
        links: Vec::new(),
        replaced: HashMap::new(),
        stems: Stems::default(),
        counts: Made { batch: *batch, orders: 0, items: 0, standing: Overlap::default() },
        told: BTreeMap::new(),
        grown: BTreeSet::new(),
        ids: Ids::new(change.env()).doing("naming additions")?,
    };
    let db = change.db();
    let aside = Aside::set(db, new, any)?;
    let mut statements = Statements { order: ORDERS.adding(db)?, item: ITEMS.adding(db)?, link: ORDER_ITEMS.adding(db)? };
    let mut done = 0;
    let ready = orders.enumerate().map(|(place, new)| making.ready(place, new));
    Sealed::beside(ready, &mut |ready| {
        if done % PULSE_ROWS == 0 && !pulse("writing", done, of) {
            return Err(Error::Cancelled);
        }
        done += 1;
        match ready {
            Ready::New(order) => writing.add_order(db, &mut statements, *order),
            Ready::Known(order, new) => writing.grow(db, &mut statements, &order, *new),
        }
    })?;
    drop(statements);
    // What the second thread remembered makes room for the sorting of the indexes.
    drop(making);
    let Writing { items, links, counts, told, grown, .. } = writing;
    // The tree of a batch has its orders first, then its items, then its order items.
    items.into_iter().chain(links).for_each(|hash| sealed.frontier.push(hash));
    aside.put_back(db, &mut |done, of| if pulse("indexing", done, of) { Ok(()) } else { Err(Error::Cancelled) })?;
    keep(change.db(), &key, &(serial + u64::from(counts.orders)).to_be_bytes())?;
    for (id, row) in told {
        change.set(&ORDER_ITEMS, id, row)?;
    }
    grown.into_iter().for_each(|order| change.concerns(order));
    Ok(counts)
}

struct Statements<'c> {
    order: rusqlite::Statement<'c>,
    item: rusqlite::Statement<'c>,
    link: rusqlite::Statement<'c>,
}

struct Writing<'s> {
    sealed: &'s mut Sealed,
    marker: &'s Marker,
    batch: Id,
    /// The register held items before.
    any: bool,
    /// Leaves of the batch's tree that follow its orders.
    items: Vec<[u8; 32]>,
    links: Vec<[u8; 32]>,
    /// Items that the register held already, in place of those that were made.
    replaced: HashMap<Id, Id>,
    stems: Stems,
    counts: Made,
    /// Order items of known orders that get an outcome. Two groups of a file may be one known order: the first word counts.
    told: BTreeMap<Id, Row>,
    /// Known orders that get something.
    grown: BTreeSet<Id>,
    ids: Ids,
}

impl Writing<'_> {
    fn add_order(&mut self, db: &Connection, to: &mut Statements<'_>, order: ReadyOrder) -> Result<()> {
        put(&mut to.order, &order.id, &order.row)?;
        let number = db.last_insert_rowid();
        self.sealed.frontier.push(order.hash);
        self.counts.orders += 1;
        let mut borrows = false;
        for ready in order.items {
            borrows |= self.add_item(db, to, ready)?;
        }
        // An order that names an item which the register holds already has its text too, and not only what the file says.
        if borrows { search::renew(db, &order.id, None) } else { search::put(db, number, &order.entry) }
    }

    /// Writes an item and its place in an order. Says whether the register held the item before.
    fn add_item(&mut self, db: &Connection, to: &mut Statements<'_>, ready: ReadyItem) -> Result<bool> {
        let ReadyItem { item, mut link, link_id, mut link_row, mut link_hash } = ready;
        if let Some(ReadyContent { item, row, hash, bands }) = item {
            match self.held(db, &item)? {
                Some(held) => {
                    self.replaced.insert(link.item, held);
                }
                None => {
                    put(&mut to.item, &link.item, &row)?;
                    if bands.is_some() {
                        near::put(db, db.last_insert_rowid(), bands.as_deref())?;
                    }
                    self.items.push(hash);
                }
            }
        }
        let is_borrowed = self.replaced.contains_key(&link.item);
        if let Some(held) = self.replaced.get(&link.item) {
            link.item = *held;
            link_row = link.row();
            link_hash = row_hash(&self.sealed.salt, &ORDER_ITEMS, &link_id, &link_row);
        }
        put(&mut to.link, &link_id, &link_row)?;
        self.links.push(link_hash);
        self.counts.items += 1;
        Ok(is_borrowed)
    }

    /// Finds an item that the register held before under the same address; one with a text of its own is always new.
    fn held(&self, db: &Connection, item: &Item) -> Result<Option<Id>> {
        if !self.any || !item.text.is_empty() || item.locator.is_empty() {
            return Ok(None);
        }
        db.prepare_cached(
            "SELECT id FROM items WHERE locator = ?1 AND batch_id IS NOT ?2 AND withdrawn IS NULL ORDER BY rowid LIMIT 1",
        )
        .and_then(|mut s| s.query_row(params![item.locator, &self.batch.bytes()[..]], |r| id_at(r, "id")).optional())
        .doing("looking for an item")
    }

    fn grow(&mut self, db: &Connection, to: &mut Statements<'_>, order: &Id, new: NewOrder) -> Result<()> {
        let growth = Growth::of(db, order, &new.items)?;
        self.counts.standing.count(&growth);
        if !growth.added.is_empty() || !growth.told.is_empty() {
            self.grown.insert(*order);
        }
        let before = if growth.added.is_empty() { None } else { search::entry_of(db, order)? };
        for place in &growth.added {
            let Some((item, facts)) = new.items.get(*place) else { continue };
            let link = |item| OrderItem {
                batch: Some(self.batch),
                order: *order,
                item,
                outcome: facts.outcome.clone(),
                complied: facts.complied,
                more: Row::new(),
            };
            let item = Item { batch: Some(self.batch), ..item.clone() };
            let (item_id, link_id) = (self.ids.take(), self.ids.take());
            let (row, link) = (item.row(), link(item_id));
            let hash = row_hash(&self.sealed.salt, &ITEMS, &item_id, &row);
            let link_row = link.row();
            let link_hash = row_hash(&self.sealed.salt, &ORDER_ITEMS, &link_id, &link_row);
            let content = ReadyContent { bands: self.marker.bands(&self.stems, &item.text), item, row, hash };
            self.add_item(db, to, ReadyItem { item: Some(content), link, link_id, link_row, link_hash })?;
        }
        for (id, place) in &growth.told {
            let (Some((_, facts)), Some(row)) = (new.items.get(*place), ORDER_ITEMS.read(db, id)?) else { continue };
            let mut told = OrderItem::from_row(row)?;
            told.outcome.clone_from(&facts.outcome);
            told.complied = facts.complied;
            self.told.entry(*id).or_insert_with(|| told.row());
        }
        if !growth.added.is_empty() {
            search::renew(db, order, before)?;
        }
        Ok(())
    }
}
