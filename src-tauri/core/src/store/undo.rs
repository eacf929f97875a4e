//! Undo: what an entry changed is put back by an entry of its own, as long as nothing changed it since. Works for every table of the
//! record whose rows may change; reviews, methods, papers and imports have rules of their own. Nothing here takes a row away: what was added by mistake is
//! marked as withdrawn.

use super::change::{Event, PURGED, signed, value_of};
use super::payload::{Payload, halves};
use super::record::{
    ASSIGNMENTS, AUTHORITIES, AUTHORITY_ALIASES, CALIBRATION_ANSWERS, CUSTODY_EVENTS, IMPORT_BATCHES, ITEMS, METHODOLOGIES,
    ORDER_ITEMS, ORDERS, PAPERS, PLATFORMS, REVIEW_CYCLES, REVIEWERS, REVIEWS, Row, Table,
};
use super::vault::Vault;
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::kinds::{Kind, Shape, WITHDRAWN};
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeSet;
use tarazy_ledger::Value;

/// Name of the fact that says which entry an undo undoes.
const UNDOES: &str = "undoes";

/// One row that an entry touched, as it stood before and after.
#[derive(Debug, Clone)]
pub struct Touched {
    /// Table.
    pub table: &'static str,
    /// Row.
    pub id: Id,
    /// The entry made it.
    pub made: bool,
    /// Columns that the entry changed.
    pub changed: Vec<&'static str>,
    /// Columns whose values in this entry were purged.
    pub purged: Vec<&'static str>,
    columns: &'static [&'static str],
    before: Row,
    after: Row,
}

impl Touched {
    /// Returns the value of a column before the entry.
    #[must_use]
    pub fn before(&self, column: &str) -> Value {
        self.at(&self.before, column)
    }

    /// Returns the value of a column after the entry.
    #[must_use]
    pub fn after(&self, column: &str) -> Value {
        self.at(&self.after, column)
    }

    /// Says whether it is an item that must be handled with care: its words and its address identify a child, are intimate, or are not kept.
    #[must_use]
    pub fn is_hard(&self) -> bool {
        let is_normal = || self.after("sensitivity") == Value::Text("normal".to_owned());
        self.table == "item_translations" || (self.table == "items" && (self.after("stub") != Value::Null || !is_normal()))
    }

    fn at(&self, row: &Row, column: &str) -> Value {
        let place = self.columns.iter().position(|c| *c == column);
        place.and_then(|p| row.get(p)).map_or(Value::Null, value_of)
    }
}

/// An entry with what it changed.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Event.
    pub kind: String,
    /// Who.
    pub actor: String,
    /// UTC microseconds.
    pub recorded_at: i64,
    /// The rows, at most as many as were asked for.
    pub touched: Vec<Touched>,
    /// Rows in all.
    pub rows: usize,
    /// The entry that it undoes.
    pub undoes: Option<u64>,
    /// The entry that undid it.
    pub undone_by: Option<u64>,
    /// Why it cannot be undone whatever the register says now: addition, own_rules, nothing, reviewed, purged.
    pub hindrance: Option<&'static str>,
}

struct Touch {
    table: &'static Table,
    id: Id,
    made: bool,
    columns: Vec<(&'static str, Value, Value)>,
    purged: Vec<&'static str>,
}

struct Read {
    kind: String,
    actor: String,
    recorded_at: i64,
    object: Id,
    touches: Vec<Touch>,
    undoes: Option<u64>,
}

impl Vault {
    /// Reads what an entry changed, for at most `limit` rows.
    pub fn entry(&self, seq: u64, limit: usize) -> Result<Entry> {
        let db = self.read()?;
        let read = read(&db, seq)?;
        let rows = read.touches.len();
        let mut touched: Vec<Touched> = read.touches.iter().take(limit).map(|t| stood(&db, seq, t)).collect::<Result<_>>()?;
        cover_blind(&db, &mut touched)?;
        let undone_by = match read.touches.iter().find(|t| !t.made).or(read.touches.first()) {
            Some(touch) => later(&db, &touch.id, seq)?.into_iter().find(|(_, r)| r.undoes == Some(seq)).map(|(s, _)| s),
            None => None,
        };
        Ok(Entry {
            hindrance: hindrance(&read).err(),
            kind: read.kind,
            actor: read.actor,
            recorded_at: read.recorded_at,
            touched,
            rows,
            undoes: read.undoes,
            undone_by,
        })
    }

    /// Puts back what an entry changed, and returns the place of the entry that says so. Refused with the present state untouched when
    /// something changed it since, when it added rows, and when its rows have rules of their own.
    pub fn undo_entry(&self, seq: u64) -> Result<u64> {
        let mut change = self.begin()?;
        let mut read = read(change.db(), seq)?;
        hindrance(&read).map_err(Error::UndoRefused)?;
        if judged(change.db(), &read.touches)? {
            return Err(Error::UndoRefused("reviewed"));
        }
        mark_additions(change.db(), &mut read.touches)?;
        let mut is_undone = true;
        let mut conflict = None;
        let mut rows = Vec::new();
        for touch in read.touches.iter().filter(|t| !t.made) {
            let Some(mut row) = touch.table.read(change.db(), &touch.id)? else {
                return Err(overtaken(change.db(), touch, "", seq));
            };
            for (column, before, after) in &touch.columns {
                let place = touch.table.columns.iter().position(|c| c == column);
                let cell = place.and_then(|p| row.get_mut(p)).ok_or(Error::Inside("an entry names another column"))?;
                let now = value_of(cell);
                is_undone &= now == *before;
                if now != *after {
                    conflict = conflict.or(Some((touch, *column)));
                }
                *cell = cell_of(before);
            }
            rows.push((touch, row));
        }
        if is_undone {
            return Err(Error::UndoneBefore);
        }
        if let Some((touch, column)) = conflict {
            return Err(overtaken(change.db(), touch, column, seq));
        }
        for (touch, row) in rows {
            change.set(touch.table, touch.id, row)?;
        }
        let orders = orders_behind(change.db(), &read.touches)?;
        for order in orders {
            change.concerns(order);
        }
        change.state(UNDOES, Value::Int(signed(seq)));
        change.commit(Event::ChangeUndone, &read.object)
    }
}

// Nothing is ever taken away: what an entry added is marked as withdrawn instead, and undoing that takes the mark off again.
fn mark_additions(db: &Connection, touches: &mut [Touch]) -> Result<()> {
    let alone = touches.iter().all(|t| stays(t.table));
    let own: BTreeSet<Id> = touches.iter().filter(|t| t.made).map(|t| t.id).collect();
    for touch in touches.iter_mut().filter(|t| t.made && (alone || !stays(t.table))) {
        // An item that another order names as well goes on.
        if touch.table.name == ITEMS.name && named_elsewhere(db, &touch.id, &own)? {
            continue;
        }
        if let Some(column) = touch.table.columns.iter().find(|c| **c == WITHDRAWN) {
            touch.made = false;
            touch.columns = vec![(*column, Value::Int(1), Value::Null)];
        }
    }
    Ok(())
}

fn named_elsewhere(db: &Connection, item: &Id, own: &BTreeSet<Id>) -> Result<bool> {
    let mut statement = db
        .prepare_cached("SELECT id FROM order_items WHERE item_id = ?1 AND withdrawn IS NULL ORDER BY rowid")
        .doing("preparing to look for other orders")?;
    let links: Vec<Id> = statement
        .query_map([&item.bytes()[..]], |r| super::cells::id_at(r, "id"))
        .and_then(Iterator::collect)
        .doing("looking for other orders")?;
    Ok(links.iter().any(|link| !own.contains(link)))
}

// What the undoing takes out of the register: rows that the entry added, and rows from which it took the mark of a withdrawal.
fn takes_out(touch: &Touch) -> bool {
    let was_put_back =
        |(column, before, after): &(&str, Value, Value)| *column == WITHDRAWN && *before != Value::Null && *after == Value::Null;
    touch.made || touch.columns.iter().any(was_put_back)
}

// A locked review is a finding on an order item: what was judged is not taken out of the register by one key, nor is whoever judged it.
fn judged(db: &Connection, touches: &[Touch]) -> Result<bool> {
    for touch in touches.iter().filter(|t| takes_out(t)) {
        let sql = match touch.table.name {
            name if name == ORDERS.name => {
                "SELECT EXISTS (SELECT 1 FROM order_items oi JOIN reviews v ON v.order_item_id = oi.id WHERE oi.order_id = ?1)
                 OR EXISTS (SELECT 1 FROM order_items oi JOIN assignments a ON a.order_item_id = oi.id WHERE oi.order_id = ?1)
                 OR EXISTS (SELECT 1 FROM orders WHERE dup_of_id = ?1 AND withdrawn IS NULL) AS judged"
            }
            name if name == ORDER_ITEMS.name => {
                "SELECT EXISTS (SELECT 1 FROM assignments WHERE order_item_id = ?1) OR EXISTS (SELECT 1 FROM reviews WHERE order_item_id = ?1) AS judged"
            }
            name if name == ITEMS.name => {
                "SELECT EXISTS (SELECT 1 FROM order_items oi JOIN assignments a ON a.order_item_id = oi.id WHERE oi.item_id = ?1)
                 OR EXISTS (SELECT 1 FROM order_items oi JOIN reviews v ON v.order_item_id = oi.id WHERE oi.item_id = ?1) AS judged"
            }
            name if name == REVIEWERS.name => {
                "SELECT EXISTS (SELECT 1 FROM assignments WHERE seat_id = ?1) OR EXISTS (SELECT 1 FROM reviews WHERE seat_id = ?1)
                 OR EXISTS (SELECT 1 FROM calibration_answers WHERE seat_id = ?1) AS judged"
            }
            _ => continue,
        };
        let judged: bool = db
            .prepare_cached(sql)
            .and_then(|mut s| s.query_row([&touch.id.bytes()[..]], |r| r.get("judged")))
            .doing("looking for reviews")?;
        if judged {
            return Ok(true);
        }
    }
    Ok(false)
}

// Names that a change brought along stay known when the change is undone: they say nothing of an order. What was done with an exhibit was done.
fn stays(table: &Table) -> bool {
    [&AUTHORITIES, &AUTHORITY_ALIASES, &PLATFORMS, &CUSTODY_EVENTS].iter().any(|t| t.name == table.name)
}

// Entries that are not taken back: what came whole, and who sat down, which is told by sitting down once more.
const WHOLE: [&str; 4] = ["register_imported", "vault_created", "example_laid_in", "seat_taken"];

fn hindrance(read: &Read) -> std::result::Result<(), &'static str> {
    let touches = &read.touches;
    let own = [&REVIEWS, &ASSIGNMENTS, &REVIEW_CYCLES, &CALIBRATION_ANSWERS, &METHODOLOGIES, &PAPERS, &IMPORT_BATCHES];
    let has_rules = |t: &Touch| own.iter().any(|own| own.name == t.table.name);
    let can_be_marked = |t: &Touch| t.table.columns.contains(&WITHDRAWN);
    let is_custody = |t: &Touch| t.table.name == CUSTODY_EVENTS.name;
    let only_custody = !touches.is_empty() && touches.iter().all(is_custody);
    if WHOLE.contains(&read.kind.as_str()) || touches.iter().any(has_rules) || only_custody {
        Err("own_rules")
    } else if read.kind == PURGED || touches.iter().any(|t| !t.purged.is_empty()) {
        Err("purged")
    } else if touches.is_empty() {
        Err("nothing")
    } else if touches.iter().any(|t| t.made && !stays(t.table) && !can_be_marked(t)) {
        Err("addition")
    } else {
        Ok(())
    }
}

fn overtaken(db: &Connection, touch: &Touch, column: &str, seq: u64) -> Error {
    let changed = |r: &Read| r.touches.iter().any(|t| t.id == touch.id && t.columns.iter().any(|(c, ..)| *c == column));
    let by = later(db, &touch.id, seq).ok().and_then(|all| all.into_iter().find(|(_, r)| changed(r))).map(|(s, _)| s);
    Error::UndoOvertaken {
        field: format!("{}.{}", touch.table.name, moment_of(column)),
        reference: reference(db, touch.table, &touch.id).unwrap_or_default(),
        seq: by.unwrap_or(seq),
    }
}

/// Returns the name of the moment that a column is part of, or the column itself.
#[must_use]
pub fn moment_of(column: &str) -> &str {
    let is_moment =
        |name: &str| crate::model::kinds::KINDS.iter().any(|k: &&Kind| k.field(name).is_some_and(|f| f.shape == Shape::Moment));
    ["_earliest", "_latest", "_precision", "_offset", "_basis"]
        .into_iter()
        .find_map(|end| column.strip_suffix(end))
        .filter(|name| is_moment(name))
        .unwrap_or(column)
}

impl Vault {
    /// Returns what a touched row is called: the reference of its order or complaint, or nothing.
    pub fn called(&self, touched: &Touched) -> Result<String> {
        let table = Table::named(touched.table).ok_or(Error::NotFound)?;
        reference(&*self.read()?, table, &touched.id)
    }

    /// Returns the place within its order of the item that a touched row is about; 0 where the order has no other item, or there is none.
    pub fn placed(&self, touched: &Touched) -> Result<u32> {
        let order_item = match (touched.table, touched.after("order_item_id")) {
            ("order_items", _) => Some(touched.id),
            (_, Value::Bytes(bytes)) => Id::from_slice(&bytes).ok(),
            _ => None,
        };
        order_item.map_or(Ok(0), |id| self.place_in_order(&id))
    }

    /// Returns what an identifier in a field leads to, by its reference or name, with its place within the order where it is one of
    /// several items; nothing where only the identifier tells.
    pub fn leads_to(&self, field: &str, id: &Id) -> Result<Option<(String, u32)>> {
        let sql = match field {
            "seat_id" => "SELECT name FROM reviewers WHERE id = ?1",
            "order_id" => "SELECT reference AS name FROM orders WHERE id = ?1",
            "complaint_id" => "SELECT reference AS name FROM complaints WHERE id = ?1",
            "batch_id" => "SELECT name FROM import_batches WHERE id = ?1",
            "order_item_id" => ORDER_OF_ITEM,
            _ => return Ok(None),
        };
        let found: Option<String> = self
            .read()?
            .prepare_cached(sql)
            .and_then(|mut s| s.query_row([&id.bytes()[..]], |r| r.get("name")).optional())
            .doing("naming what an identifier leads to")?;
        let place = if field == "order_item_id" { self.place_in_order(id)? } else { 0 };
        Ok(found.filter(|name| !name.is_empty()).map(|name| (name, place)))
    }
}

const ORDER_OF_ITEM: &str = "SELECT o.reference AS name FROM order_items oi JOIN orders o ON o.id = oi.order_id WHERE oi.id = ?1";

fn reference(db: &Connection, table: &Table, id: &Id) -> Result<String> {
    let sql = match table.name {
        "orders" => "SELECT reference AS name FROM orders WHERE id = ?1",
        "complaints" => "SELECT reference AS name FROM complaints WHERE id = ?1",
        "order_items" => ORDER_OF_ITEM,
        "assignments" => {
            "SELECT o.reference AS name FROM assignments v JOIN order_items oi ON oi.id = v.order_item_id JOIN orders o ON o.id = oi.order_id WHERE v.id = ?1"
        }
        "review_cycles" => {
            "SELECT o.reference AS name FROM review_cycles v JOIN order_items oi ON oi.id = v.order_item_id JOIN orders o ON o.id = oi.order_id WHERE v.id = ?1"
        }
        "reviews" => {
            "SELECT o.reference AS name FROM reviews v JOIN order_items oi ON oi.id = v.order_item_id JOIN orders o ON o.id = oi.order_id WHERE v.id = ?1"
        }
        "items" => {
            "SELECT o.reference AS name FROM order_items oi JOIN orders o ON o.id = oi.order_id WHERE oi.item_id = ?1 ORDER BY oi.rowid LIMIT 1"
        }
        "settings" => "SELECT name FROM settings WHERE id = ?1",
        "authorities" => "SELECT name_ru AS name FROM authorities WHERE id = ?1",
        "platforms" => "SELECT name_ru AS name FROM platforms WHERE id = ?1",
        _ => return Ok(String::new()),
    };
    let found = db
        .prepare_cached(sql)
        .and_then(|mut s| s.query_row([&id.bytes()[..]], |r| r.get("name")).optional())
        .doing("naming a row")?;
    Ok(found.unwrap_or_default())
}

// The orders whose words hold something of the rows: what the filter finds must follow.
fn orders_behind(db: &Connection, touches: &[Touch]) -> Result<BTreeSet<Id>> {
    let mut orders = BTreeSet::new();
    for touch in touches.iter().filter(|t| !t.made) {
        let sql = match touch.table.name {
            name if name == ORDERS.name => {
                orders.insert(touch.id);
                continue;
            }
            name if name == ITEMS.name => "SELECT order_id AS id FROM order_items WHERE item_id = ?1 ORDER BY rowid",
            name if name == ORDER_ITEMS.name => "SELECT order_id AS id FROM order_items WHERE id = ?1",
            name if name == AUTHORITIES.name => "SELECT id FROM orders WHERE authority_id = ?1 ORDER BY rowid",
            name if name == AUTHORITY_ALIASES.name => {
                "SELECT o.id AS id FROM orders o JOIN authority_aliases l ON l.authority_id = o.authority_id WHERE l.id = ?1 ORDER BY o.rowid"
            }
            name if name == PLATFORMS.name => "SELECT id FROM orders WHERE platform_id = ?1 ORDER BY rowid",
            _ => continue,
        };
        let mut statement = db.prepare_cached(sql).doing("preparing to find orders")?;
        let found = statement.query_map([&touch.id.bytes()[..]], |r| super::cells::id_at(r, "id"));
        orders.extend(found.and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>).doing("finding orders")?);
    }
    Ok(orders)
}

// How a row stood right before and right after an entry: the present row, with every later entry undone in thought.
fn stood(db: &Connection, seq: u64, touch: &Touch) -> Result<Touched> {
    let columns = touch.table.columns;
    let mut after = touch.table.read(db, &touch.id)?.unwrap_or_else(|| vec![Cell::Null; columns.len()]);
    let put = |row: &mut Row, column: &str, value: &Value| {
        if let Some(cell) = columns.iter().position(|c| *c == column).and_then(|p| row.get_mut(p)) {
            *cell = cell_of(value);
        }
    };
    for (_, read) in later(db, &touch.id, seq)? {
        for (column, before, _) in read.touches.iter().filter(|t| t.id == touch.id).flat_map(|t| &t.columns) {
            put(&mut after, column, before);
        }
    }
    for (column, _, value) in &touch.columns {
        put(&mut after, column, value);
    }
    for column in &touch.purged {
        put(&mut after, column, &Value::Null);
    }
    let mut before = after.clone();
    for (column, value, _) in &touch.columns {
        put(&mut before, column, value);
    }
    Ok(Touched {
        table: touch.table.name,
        id: touch.id,
        made: touch.made,
        changed: touch.columns.iter().map(|(c, ..)| *c).collect(),
        purged: touch.purged.clone(),
        columns,
        before,
        after,
    })
}

// What a review says that a seat may not read yet, and how somebody else answered the calibration set, stands in no history either.
fn cover_blind(db: &Connection, touched: &mut [Touched]) -> Result<()> {
    const SAID: [&str; 7] = ["answers", "computed", "rule", "verdict", "subtype", "override_reason", "blind_to_official"];
    if !touched.iter().any(|t| t.table == REVIEWS.name || t.table == CALIBRATION_ANSWERS.name) {
        return Ok(());
    }
    let seat = super::seats::seat_in(db)?.map(|s| *s.id());
    let blind = super::reviews::blind_to(db, seat.as_ref())?;
    let own = seat.map_or(Value::Null, |id| Value::Bytes(id.bytes().to_vec()));
    for touch in touched {
        let is_blind = blind.contains(&touch.id) || (touch.table == CALIBRATION_ANSWERS.name && touch.after("seat_id") != own);
        if is_blind {
            touch.changed.retain(|column| !SAID.contains(column));
            for (cell, column) in touch.after.iter_mut().zip(touch.columns) {
                if SAID.contains(column) {
                    *cell = Cell::Null;
                }
            }
        }
    }
    Ok(())
}

// Later entries that speak of a thing, newest first.
fn later(db: &Connection, id: &Id, seq: u64) -> Result<Vec<(u64, Read)>> {
    let mut statement = db
        .prepare_cached("SELECT seq FROM ledger_touches WHERE id = ?1 AND seq > ?2 ORDER BY seq DESC")
        .doing("preparing to look for later entries")?;
    let found: Vec<i64> = statement
        .query_map(params![&id.bytes()[..], signed(seq)], |r| r.get("seq"))
        .and_then(Iterator::collect)
        .doing("looking for later entries")?;
    found.into_iter().map(|s| Ok((s.unsigned_abs(), read(db, s.unsigned_abs())?))).collect()
}

fn read(db: &Connection, seq: u64) -> Result<Read> {
    let (kind, actor, recorded_at, object, payload): (String, _, _, _, Vec<u8>) = db
        .prepare_cached("SELECT kind, actor, recorded_at, object, payload FROM ledger_entries WHERE seq = ?1")
        .and_then(|mut s| {
            s.query_row([signed(seq)], |r| {
                let payload: Vec<u8> = r.get("payload")?;
                Ok((r.get("kind")?, r.get("actor")?, r.get("recorded_at")?, super::cells::id_at(r, "object")?, payload))
            })
            .optional()
        })
        .doing("reading an entry")?
        .ok_or(Error::NotFound)?;
    let (touches, undoes) = taken_apart(&payload, kind == PURGED).ok_or(Error::Inside("an entry cannot be read"))?;
    Ok(Read { kind, actor, recorded_at, object, touches, undoes })
}

fn taken_apart(payload: &[u8], is_purge: bool) -> Option<(Vec<Touch>, Option<u64>)> {
    let payload = Payload::read(payload)?;
    let undoes = match payload.fact(UNDOES) {
        Some(Value::Int(seq)) => u64::try_from(*seq).ok(),
        _ => None,
    };
    let mut touches = Vec::with_capacity(payload.touches.len());
    for touch in payload.touches {
        let table = Table::named(&touch.table)?;
        let (mut columns, mut purged) = (Vec::with_capacity(touch.columns.len()), Vec::new());
        for (name, pair) in touch.columns {
            let column = *table.columns.iter().find(|c| **c == name)?;
            match pair.as_ref().map(halves) {
                // A purge tells all that a row still holds; what it changed is what differs.
                Some(Some((before, after))) if is_purge && before == after => {}
                Some(Some((before, after))) => columns.push((column, before.clone(), after.clone())),
                Some(None) => return None,
                None => purged.push(column),
            }
        }
        touches.push(Touch { table, id: touch.id, made: touch.made && !is_purge, columns, purged });
    }
    Some((touches, undoes))
}

pub(super) fn cell_of(value: &Value) -> Cell {
    match value {
        Value::Int(i) => Cell::Integer(*i),
        Value::Text(t) => Cell::Text(t.clone()),
        Value::Bytes(b) => Cell::Blob(b.clone()),
        _ => Cell::Null,
    }
}
