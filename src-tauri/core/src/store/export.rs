//! The register as a whole: read out in order without holding it in memory, and read back into a vault whose register is empty.

use super::cells::id_at;
use super::change::{Change, Event, Sealed, row_hash, signed};
use super::orders::View;
use super::record::{REVIEWS, row_of};
use super::records::{self, Record, fields_of_row, kind_of, row_of_fields, table_of};
use super::vault::{Vault, keep, recall};
use super::{filter, near, search};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::kept::{KNOWLEDGE, METHODOLOGIES, whole};
use crate::model::kinds::{Fields, Hand, Held, Kind};
use crate::model::rules::{self, TEXT_CHARS_MAX};
use crate::store::names::Names;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{BTreeMap, BTreeSet};
use tarazy_ledger::{Frontier, Value};

/// Name of the format of the open export, with its version.
pub const SCHEMA: &str = "tarazy-register/1";
/// Name of the fact that carries the salt of a register that was read back.
pub(super) const REGISTER_SALT: &str = "register_salt";
/// Name of the fact that tells how many rows each table was given.
pub(super) const REGISTER_ROWS: &str = "register_rows";

/// An order with everything that tables and statements tell of it.
#[derive(Debug, Clone)]
pub struct OrderRead {
    /// The order.
    pub order: Record,
    /// Its items, in the order in which it names them.
    pub items: Vec<ItemRead>,
}

/// An order item with its item.
#[derive(Debug, Clone)]
pub struct ItemRead {
    /// The order item.
    pub link: Record,
    /// The item.
    pub item: Record,
    /// Final verdict of its newest locked review, and the version of the method.
    pub verdict: Option<(String, String)>,
}

/// One entry of the ledger with what stands beside it.
#[derive(Debug, Clone)]
pub struct EntryRead {
    /// Place from 0.
    pub seq: u64,
    /// The signed bytes.
    pub bytes: Vec<u8>,
    /// The values that the entry's digests were made of.
    pub payload: Vec<u8>,
    /// The checkpoint behind it.
    pub note: Option<String>,
}

/// Answers of the seat to a calibration case that were not handed in.
#[derive(Debug, Clone)]
pub struct CaseDraft {
    /// Version of the set.
    pub set: String,
    /// Case.
    pub case: String,
    /// Answers as JSON.
    pub answers: String,
    /// UTC second.
    pub saved_at: i64,
}

/// What of an item an export would tell; of sensitive items it is withheld.
#[derive(Debug, Clone, Copy, Default)]
pub struct Told {
    /// Its address.
    pub locator: bool,
    /// Its text.
    pub text: bool,
    /// Its topic in words.
    pub topic: bool,
    /// Its author.
    pub author: bool,
}

/// What an order adds to an export.
#[derive(Debug, Clone, Copy)]
pub struct Weight {
    /// A draft, a duplicate, or withdrawn.
    pub set_aside: bool,
    /// Its items.
    pub items: u64,
    /// Its items of which something is withheld.
    pub withheld: u64,
}

/// A file that one or more exhibits name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExhibitFile {
    /// SHA-256, hexadecimal.
    pub sha256: String,
    /// Its bytes.
    pub size: u64,
    /// Its media type.
    pub media: String,
}

/// A reading of the register at one moment, for the seat at this keyboard: reviews that are blind to it are not in it.
pub struct Reading<'d> {
    db: &'d Connection,
    seat: Option<Id>,
    blind: BTreeSet<Id>,
}

impl Vault {
    /// Reads the register at one moment, whatever is written meanwhile.
    pub fn reading<T>(&self, read: impl FnOnce(&Reading<'_>) -> Result<T>) -> Result<T> {
        let db = self.own_reader()?;
        let moment = db.unchecked_transaction().doing("beginning to read a register")?;
        let seat = super::seats::seat_in(&moment)?.map(|s| *s.id());
        let blind = super::reviews::blind_to(&moment, seat.as_ref())?;
        read(&Reading { db: &moment, seat, blind })
    }

    /// Reads a whole register back, all or nothing, under one entry. `read` hands over the records and
    /// returns the digest of where they came from; identifiers and links are kept.
    ///
    /// # Errors
    /// [`Error::RegisterNotEmpty`] unless nothing but what a new vault begins with is there; whatever `read` returns; [`Error::Invalid`]
    /// with the field or kind at fault. Nothing is written then.
    pub fn restore(&self, read: impl FnOnce(&mut Restore<'_>) -> Result<String>) -> Result<u64> {
        let change = self.begin()?;
        refuse_filled(change.db())?;
        change.db().execute_batch("PRAGMA defer_foreign_keys = ON").doing("letting links wait")?;
        for kind in whole().rev() {
            // Names of tables come from the closed list of kinds, never from outside.
            change.db().execute(&format!("DELETE FROM {}", kind.name), []).doing("making way for a register")?;
        }
        let mut salt = [0u8; 32];
        change.env().entropy.fill(&mut salt).doing("drawing a register's salt")?;
        let trees = whole().map(|kind| (kind.name, Frontier::new())).collect();
        let mut restore = Restore { change, salt, trees, serials: BTreeMap::new() };
        let source = read(&mut restore)?;
        restore.finish(&source, self.id())
    }

    /// Says whether a register could be read back here: nothing is in it but what a new vault begins with.
    pub fn is_fresh(&self) -> Result<bool> {
        match refuse_filled(&*self.read()?) {
            Ok(()) => Ok(true),
            Err(Error::RegisterNotEmpty) => Ok(false),
            Err(other) => Err(other),
        }
    }
}

fn refuse_filled(db: &Connection) -> Result<()> {
    for kind in whole() {
        let sql = format!(
            "SELECT EXISTS (SELECT 1 FROM {} k WHERE
               NOT EXISTS (SELECT 1 FROM ledger_touches t JOIN ledger_entries e ON e.seq = t.seq WHERE t.id = k.id AND e.kind = 'vault_created')
               OR EXISTS (SELECT 1 FROM ledger_touches t JOIN ledger_entries e ON e.seq = t.seq WHERE t.id = k.id AND e.kind <> 'vault_created')
             ) AS held",
            kind.name
        );
        if db.query_row(&sql, [], |r| r.get("held")).doing("asking whether the register is empty")? {
            return Err(Error::RegisterNotEmpty);
        }
    }
    Ok(())
}

/// Puts the roots of the tables' trees into one tree, in the order of their names.
pub(super) fn tree_of_trees(trees: &BTreeMap<&str, Frontier>) -> Frontier {
    let mut whole = Frontier::new();
    for tree in trees.values() {
        whole.push(tree.root());
    }
    whole
}

impl Reading<'_> {
    /// Counts the records of a kind.
    pub fn count(&self, kind: &Kind) -> Result<u64> {
        let sql = format!("SELECT count(*) AS n FROM {}", kind.name);
        let n: i64 = self.db.query_row(&sql, [], |r| r.get("n")).doing("counting records")?;
        Ok(n.unsigned_abs().saturating_sub(if kind.name == REVIEWS.name { self.blind() } else { 0 }))
    }

    /// Lists the files that exhibits name, each once.
    pub fn files(&self) -> Result<Vec<ExhibitFile>> {
        let mut statement = self
            .db
            .prepare("SELECT sha256, max(size) AS size, max(mime) AS mime FROM exhibits WHERE sha256 <> '' GROUP BY sha256 ORDER BY sha256")
            .doing("preparing to list files")?;
        let read = |r: &rusqlite::Row<'_>| {
            let (size, media): (Option<i64>, Option<String>) = (r.get("size")?, r.get("mime")?);
            Ok(ExhibitFile {
                sha256: r.get("sha256")?,
                size: size.unwrap_or_default().unsigned_abs(),
                media: media.unwrap_or_default(),
            })
        };
        statement.query_map([], read).and_then(Iterator::collect).doing("listing files")
    }

    /// Looks whether a file is there and is the one that it must be.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn look_at(&self, vault: &Vault, sha256: &str, size: u64) -> Result<super::blobs::Found> {
        Vault::look_at_blob(self.open(vault, sha256, size))
    }

    /// Opens a file.
    ///
    /// # Errors
    /// [`Error::ExhibitMissing`], [`Error::ExhibitAltered`], those of the disk.
    pub fn open(&self, vault: &Vault, sha256: &str, size: u64) -> Result<super::blobs::Blob> {
        vault.open_blob(self.db, sha256, size)
    }

    /// Hands over the texts that people wrote into papers: kind of paper, subject, language, name, text.
    pub fn paper_texts(&self, take: &mut dyn FnMut([String; 5]) -> Result<()>) -> Result<()> {
        let mut statement = self
            .db
            .prepare("SELECT kind, subject, lang, name, text FROM paper_texts ORDER BY kind, subject, lang, name")
            .doing("preparing to read texts of papers")?;
        let mut rows = statement.query([]).doing("reading texts of papers")?;
        while let Some(r) = rows.next().doing("reading texts of papers")? {
            let column = |name| r.get(name).doing("reading texts of papers");
            take([column("kind")?, column("subject")?, column("lang")?, column("name")?, column("text")?])?;
        }
        Ok(())
    }

    /// Returns the number of reviews that are held back, because the seat has yet to review the same items.
    #[must_use]
    pub fn blind(&self) -> u64 {
        self.blind.len() as u64
    }

    /// Hands over every record of a kind in the order of their recording.
    pub fn each(&self, kind: &Kind, take: &mut dyn FnMut(&Record) -> Result<()>) -> Result<()> {
        let table = table_of(kind)?;
        let width = table.columns.len();
        let mut statement = self.db.prepare(table.scan).doing("preparing to read a kind")?;
        let mut rows = statement.query([]).doing("reading a kind")?;
        while let Some(r) = rows.next().doing("reading a kind")? {
            let row = row_of(r, width).doing("reading a kind")?;
            let id = Id::from_bytes(r.get(width).doing("reading a kind")?);
            if !self.blind.contains(&id) {
                take(&Record { id, fields: fields_of_row(kind, &row)? })?;
            }
        }
        Ok(())
    }

    // In the order of their recording, whatever the view is sorted by.
    fn rows(&self, view: &View) -> Result<Vec<i64>> {
        if let Some(found) = filter::rows_of(self.db, &super::search::Vocabulary::default(), &view.filter, view.now)? {
            return Ok(found.list());
        }
        let mut statement = self
            .db
            .prepare_cached("SELECT rowid AS n FROM orders WHERE withdrawn IS NULL ORDER BY rowid")
            .doing("preparing to list orders")?;
        statement.query_map([], |r| r.get("n")).and_then(Iterator::collect).doing("listing orders")
    }

    /// Counts the orders of a view.
    pub fn size_of(&self, view: &View) -> Result<u64> {
        Ok(self.rows(view)?.len() as u64)
    }

    /// Weighs the orders of a view one by one without reading them: what an export would hold is told before it is made.
    pub fn weigh(&self, view: &View, told: Told, take: &mut dyn FnMut(Weight)) -> Result<()> {
        let mut statement = self
            .db
            .prepare(
                "SELECT o.draft = 1 OR o.withdrawn IS NOT NULL OR o.dup_of_id IS NOT NULL AS set_aside,
                 (SELECT count(*) FROM order_items oi WHERE oi.order_id = o.id AND oi.withdrawn IS NULL) AS items,
                 (SELECT count(*) FROM order_items oi JOIN items i ON i.id = oi.item_id WHERE oi.order_id = o.id AND oi.withdrawn IS NULL
                  AND (i.stub IS NOT NULL OR i.sensitivity = 'child_identifiable' OR i.sensitivity = 'intimate')
                  AND ((?2 AND i.locator <> '') OR (?3 AND i.text <> '') OR (?4 AND i.topic <> '') OR (?5 AND i.author_id IS NOT NULL))
                 ) AS withheld
                 FROM orders o WHERE o.rowid = ?1",
            )
            .doing("preparing to weigh orders")?;
        for number in self.rows(view)? {
            let weight = statement
                .query_row(params![number, told.locator, told.text, told.topic, told.author], |r| {
                    Ok(Weight {
                        set_aside: r.get("set_aside")?,
                        items: r.get::<_, i64>("items")?.unsigned_abs(),
                        withheld: r.get::<_, i64>("withheld")?.unsigned_abs(),
                    })
                })
                .doing("weighing orders")?;
            take(weight);
        }
        Ok(())
    }

    /// Hands over every order of a view.
    pub fn orders(&self, view: &View, take: &mut dyn FnMut(OrderRead) -> Result<()>) -> Result<()> {
        let orders = Kind::named("orders").ok_or(Error::Inside("a kind of record is gone"))?;
        let links = Kind::named("order_items").ok_or(Error::Inside("a kind of record is gone"))?;
        let items = Kind::named("items").ok_or(Error::Inside("a kind of record is gone"))?;
        for number in self.rows(view)? {
            let id = self
                .db
                .prepare_cached("SELECT id FROM orders WHERE rowid = ?1")
                .and_then(|mut s| s.query_row([number], |r| id_at(r, "id")).optional())
                .doing("reading an order")?;
            let Some(id) = id else { continue };
            let mut statement = self
                .db
                .prepare_cached("SELECT id FROM order_items WHERE order_id = ?1 AND withdrawn IS NULL ORDER BY rowid")
                .doing("preparing to read an order's items")?;
            let ids: Vec<Id> = statement
                .query_map([&id.bytes()[..]], |r| id_at(r, "id"))
                .and_then(Iterator::collect)
                .doing("reading an order's items")?;
            let mut read = OrderRead { order: records::read(self.db, orders, &id)?, items: Vec::with_capacity(ids.len()) };
            for link in ids {
                let link = records::read(self.db, links, &link)?;
                let Some(Held::Link(item)) = link.fields.get("item") else { continue };
                let item = records::read(self.db, items, item)?;
                let verdict = self.verdict(&link.id)?;
                read.items.push(ItemRead { link, item, verdict });
            }
            take(read)?;
        }
        Ok(())
    }

    fn verdict(&self, order_item: &Id) -> Result<Option<(String, String)>> {
        self.db
            .prepare_cached("SELECT verdict, rubric FROM judged WHERE order_item_id = ?1 AND standing = 1")
            .and_then(|mut s| s.query_row([&order_item.bytes()[..]], |r| Ok((r.get("verdict")?, r.get("rubric")?))).optional())
            .doing("reading an item's verdict")
    }

    /// Returns how a record is called where others link to it.
    pub fn label(&self, kind: &Kind, id: &Id) -> Result<Names> {
        records::label(self.db, kind, id)
    }

    /// Returns the public label of an actor: the only name of a person that leaves.
    pub fn public_label(&self, actor: &Id) -> Result<String> {
        let label = self
            .db
            .prepare_cached("SELECT public_label AS label FROM actors WHERE id = ?1")
            .and_then(|mut s| s.query_row([&actor.bytes()[..]], |r| r.get("label")).optional())
            .doing("reading an actor's label")?;
        Ok(label.unwrap_or_default())
    }

    /// Lists who is what to an order, to its items and to the complaint behind it: role and public label, never a name.
    pub fn roles(&self, order: &Id) -> Result<Vec<(String, String)>> {
        let mut statement = self
            .db
            .prepare_cached(
                "SELECT DISTINCT r.role AS role, a.public_label AS label FROM actor_roles r JOIN actors a ON a.id = r.actor_id
                 WHERE r.withdrawn IS NULL AND a.withdrawn IS NULL AND (r.order_id = ?1
                 OR r.item_id IN (SELECT item_id FROM order_items WHERE order_id = ?1 AND withdrawn IS NULL)
                 OR r.complaint_id IN (SELECT id FROM complaints WHERE order_id = ?1 AND withdrawn IS NULL)) ORDER BY r.rowid",
            )
            .doing("preparing to read an order's actors")?;
        statement
            .query_map([&order.bytes()[..]], |r| Ok((r.get("role")?, r.get("label")?)))
            .and_then(Iterator::collect)
            .doing("reading an order's actors")
    }

    /// Reads the settings that are knowledge of the register.
    pub fn knowledge(&self) -> Result<Vec<(String, String)>> {
        let mut found = Vec::new();
        for name in KNOWLEDGE {
            let value: Option<String> = self
                .db
                .query_row("SELECT value FROM settings WHERE name = ?1", [name], |r| r.get("value"))
                .optional()
                .doing("reading a setting")?;
            found.push((name.to_owned(), value.unwrap_or_default()));
        }
        Ok(found)
    }

    /// Returns size and root of the ledger, and the UTC microsecond of its last entry.
    pub fn ledger(&self) -> Result<(u64, [u8; 32], Option<i64>)> {
        let kept = recall(self.db, "frontier")?.ok_or(Error::DatabaseDamaged)?;
        let frontier = Frontier::from_bytes(&kept).map_err(|_| Error::DatabaseDamaged)?;
        let last = self
            .db
            .query_row("SELECT recorded_at FROM ledger_entries ORDER BY seq DESC LIMIT 1", [], |r| r.get("recorded_at"))
            .optional()
            .doing("reading the last entry")?;
        Ok((frontier.size(), frontier.root(), last))
    }

    /// Hands over every entry of the ledger with its values and its checkpoint. An entry that locked a review which is still blind comes without
    /// its values: its signed bytes hold their digests, so it can be verified all the same.
    pub fn entries(&self, take: &mut dyn FnMut(EntryRead) -> Result<()>) -> Result<()> {
        let mut statement = self
            .db
            .prepare(
                "SELECT seq, bytes, payload, (SELECT note FROM ledger_checkpoints c WHERE c.size = e.seq + 1) AS note
                 FROM ledger_entries e ORDER BY seq",
            )
            .doing("preparing to read the ledger")?;
        let mut of_blind = BTreeSet::new();
        for id in &self.blind {
            let mut touches = self
                .db
                .prepare_cached("SELECT seq FROM ledger_touches WHERE id = ?1")
                .doing("preparing to find blind entries")?;
            let found = touches.query_map([&id.bytes()[..]], |r| r.get::<_, i64>("seq"));
            of_blind.extend(found.and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>).doing("finding blind entries")?);
        }
        let mut rows = statement.query([]).doing("reading the ledger")?;
        while let Some(r) = rows.next().doing("reading the ledger")? {
            let entry = || -> rusqlite::Result<EntryRead> {
                let seq: i64 = r.get("seq")?;
                Ok(EntryRead {
                    seq: seq.unsigned_abs(),
                    bytes: r.get("bytes")?,
                    payload: if of_blind.contains(&seq) { Vec::new() } else { r.get("payload")? },
                    note: r.get("note")?,
                })
            };
            take(entry().doing("reading the ledger")?)?;
        }
        Ok(())
    }

    /// Hands over the seat's answers that were not handed in: order item, answers as JSON, UTC second.
    pub fn drafts(&self, take: &mut dyn FnMut(&Id, &str, i64) -> Result<()>) -> Result<()> {
        let mut statement = self
            .db
            .prepare("SELECT order_item_id AS id, answers, saved_at FROM review_drafts WHERE seat_id = ?1 ORDER BY order_item_id")
            .doing("preparing to read drafts")?;
        let mut rows = statement.query([self.seat.as_ref().map(|s| s.bytes().to_vec())]).doing("reading drafts")?;
        while let Some(r) = rows.next().doing("reading drafts")? {
            let answers: String = r.get("answers").doing("reading drafts")?;
            take(&id_at(r, "id").doing("reading drafts")?, &answers, r.get("saved_at").doing("reading drafts")?)?;
        }
        Ok(())
    }

    /// Hands over the seat's answers to calibration cases that were not handed in.
    pub fn case_drafts(&self, take: &mut dyn FnMut(&CaseDraft) -> Result<()>) -> Result<()> {
        let mut statement = self
            .db
            .prepare(
                "SELECT set_version, case_code, answers, saved_at FROM calibration_drafts WHERE seat_id = ?1 ORDER BY set_version, case_code",
            )
            .doing("preparing to read drafts of a calibration")?;
        let drafts = statement.query_map([self.seat.as_ref().map(|s| s.bytes().to_vec())], |r| {
            Ok(CaseDraft {
                set: r.get("set_version")?,
                case: r.get("case_code")?,
                answers: r.get("answers")?,
                saved_at: r.get("saved_at")?,
            })
        });
        let drafts: Vec<CaseDraft> = drafts.and_then(Iterator::collect).doing("reading drafts of a calibration")?;
        drafts.iter().try_for_each(take)
    }
}

/// A register that is being read back. Nothing is visible to anyone until it is whole.
pub struct Restore<'v> {
    change: Change<'v>,
    salt: [u8; 32],
    trees: BTreeMap<&'static str, Frontier>,
    serials: BTreeMap<String, u64>,
}

impl Restore<'_> {
    /// Takes a setting. One that is no knowledge of a register is refused.
    pub fn setting(&mut self, name: &str, value: &str) -> Result<()> {
        let known = KNOWLEDGE.contains(&name);
        if !known || value.chars().count() > TEXT_CHARS_MAX {
            return Err(Error::Invalid("settings"));
        }
        self.change.set_setting(name, value)
    }

    /// Takes a record with its identifier. Links may lead to records that come later.
    pub fn record(&mut self, kind: &'static Kind, id: Id, mut fields: Fields) -> Result<()> {
        check(kind, &id, &fields)?;
        if kind.name == METHODOLOGIES.name {
            super::methods::check_restored(&fields)?;
        }
        self.change.fill(kind, &mut fields)?;
        let table = table_of(kind)?;
        let row = table.whole(row_of_fields(kind, &fields));
        table.insert(self.change.db(), &id, &row).map_err(told)?;
        if let Some(tree) = self.trees.get_mut(kind.name) {
            tree.push(row_hash(&self.salt, table, &id, &row));
        }
        if let (false, Some(Held::Text(reference))) = (kind.prefix.is_empty(), fields.get("reference")) {
            self.count_reference(kind.prefix, reference);
        }
        Ok(())
    }

    // The next reference that the app gives must be a new one.
    fn count_reference(&mut self, prefix: &str, reference: &str) {
        let Some((year, serial)) = reference.strip_prefix(prefix).and_then(|rest| rest.split_once('-')) else { return };
        let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        if let (true, Ok(serial)) = (is_year, serial.parse::<u64>()) {
            let last = self.serials.entry(format!("serial {prefix}{year}")).or_default();
            *last = serial.max(*last);
        }
    }

    fn finish(mut self, source: &str, vault: &Id) -> Result<u64> {
        let db = self.change.db();
        let broken: Option<String> =
            db.query_row("PRAGMA foreign_key_check", [], |r| r.get(0)).optional().doing("checking a register's links")?;
        if let Some(table) = broken {
            return Err(Error::Invalid(whole().find(|k| k.name == table).map_or("links", |k| k.name)));
        }
        check_facts(db)?;
        let mut statement = db.prepare("SELECT id FROM orders ORDER BY rowid").doing("preparing to word orders")?;
        let orders: Vec<Id> = statement.query_map([], |r| id_at(r, "id")).and_then(Iterator::collect).doing("wording orders")?;
        drop(statement);
        for order in &orders {
            search::renew(db, order, None)?;
        }
        near::mark_all(db)?;
        super::judged::settle_all(db)?;
        for (key, serial) in &self.serials {
            let last = recall(db, key)?.and_then(|v| v.try_into().ok()).map_or(0, u64::from_be_bytes);
            // Above this the references of a hostile file would leave no room for ours.
            keep(db, key, &last.max((*serial).min(u64::from(u32::MAX))).to_be_bytes())?;
        }
        let rows = self.trees.iter().map(|(name, tree)| ((*name).to_owned(), Value::Int(signed(tree.size()))));
        self.change.state(REGISTER_ROWS, Value::Map(rows.collect()));
        self.change.state(REGISTER_SALT, Value::Bytes(self.salt.to_vec()));
        self.change.state("source", Value::Text(source.to_owned()));
        let sealed = Sealed { salt: self.salt, frontier: tree_of_trees(&self.trees) };
        self.change.commit_with(Event::RegisterImported, vault, Some(&sealed))
    }
}

// What the database itself refuses is a fault of the file: an identifier or reference that occurs twice, a code that is on no list.
fn told(error: Error) -> Error {
    match error {
        Error::Store { source, .. } if source.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => {
            Error::Invalid("id")
        }
        other => other,
    }
}

fn check(kind: &'static Kind, id: &Id, fields: &Fields) -> Result<()> {
    if Kind::named(kind.name).is_none() {
        // What the app alone writes has no rules but that it is there.
        if let Some(lacks) = kind.fields.iter().find(|f| f.needed && !fields.contains_key(f.name)) {
            return Err(Error::Invalid(lacks.name));
        }
        // What became of reviews follows from their answers: those that cannot be read would hide all others.
        let unreadable = |held: &Held| matches!(held, Held::Text(text) if crate::model::settle::answers_of(text).is_none());
        if kind.name == REVIEWS.name && fields.get("answers").is_none_or(unreadable) {
            return Err(Error::Invalid("answers"));
        }
        return Ok(());
    }
    let is_long = |held: &Held| matches!(held, Held::Text(t) if t.len() > TEXT_CHARS_MAX);
    let checked = if fields.values().any(is_long) {
        // An import may have brought a longer text than a form takes; what the register holds can always come back.
        let mut short = fields.clone();
        for held in short.values_mut() {
            if let Held::Text(text) = held {
                *text = text.chars().take(TEXT_CHARS_MAX).collect();
            }
        }
        rules::shape(kind, Some(id), &short)
    } else {
        rules::shape(kind, Some(id), fields)
    };
    checked.map_err(|breach| Error::Invalid(breach.field))
}

// A fact says something of a field that its subject has.
fn check_facts(db: &Connection) -> Result<()> {
    let mut statement = db.prepare("SELECT subject_id AS id, field FROM facts").doing("preparing to check facts")?;
    let mut rows = statement.query([]).doing("checking facts")?;
    while let Some(r) = rows.next().doing("checking facts")? {
        let about = kind_of(db, &id_at(r, "id").doing("checking facts")?).map_err(|_| Error::Invalid("subject"))?;
        let name: String = r.get("field").doing("checking facts")?;
        if !about.field(&name).is_some_and(|f| f.hand == Hand::Person) {
            return Err(Error::Invalid("field"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kinds::Field;
    use crate::store::record::TABLES;

    /// A table that is not described is not exported, and an export that forgets a table is a lock.
    #[test]
    fn every_table_of_the_record_is_in_a_whole_export() {
        for table in TABLES {
            assert!(table.name == "settings" || whole().any(|kind| kind.name == table.name), "{} is not exported", table.name);
        }
        for kind in whole() {
            let columns: Vec<String> = kind.fields.iter().flat_map(Field::columns).collect();
            assert_eq!(columns, table_of(kind).unwrap().columns, "{}", kind.name);
        }
    }
}
