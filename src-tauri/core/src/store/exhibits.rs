//! Exhibits: files that were taken in, with what was done to each.

use super::blobs::{Blob, Found, Stored};
use super::cells::id_at;
use super::change::{Change, Event, actor};
use super::record::EXHIBITS as TABLE;
use super::records::{self, Record};
use super::vault::Vault;
use super::verify::{Replay, Report};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::kinds::{CUSTODY_EVENTS, EXHIBITS, Fields, Held};
use crate::model::time::{ASTANA, Basis, Moment};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::io::Read;

/// Something that was done with an exhibit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Custody {
    /// ingest, verify, view, copy, redact, export, transfer, restore, destroy, unknown.
    pub action: String,
    /// When; nothing where nobody knows.
    pub at: Option<Moment>,
    /// Who.
    pub actor: String,
    /// Why.
    pub reason: String,
    /// SHA-256 before, where there was a file.
    pub sha_before: String,
    /// SHA-256 after.
    pub sha_after: String,
}

/// An exhibit with all that was done with it.
#[derive(Debug, Clone)]
pub struct Exhibit {
    /// The record.
    pub record: Record,
    /// What was done, oldest first.
    pub custody: Vec<Custody>,
}

impl Exhibit {
    /// Returns a text or a code of the exhibit, or nothing.
    #[must_use]
    pub fn text(&self, field: &str) -> &str {
        self.record.text(field)
    }

    /// Returns the bytes of its file; nothing where it has none.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        size(&self.record.fields)
    }

    /// Returns a moment of the exhibit.
    #[must_use]
    pub fn moment(&self, field: &str) -> Option<Moment> {
        self.record.moment(field)
    }

    /// Returns codes of the exhibit.
    #[must_use]
    pub fn codes(&self, field: &str) -> Vec<String> {
        self.record.codes(field)
    }
}

fn text<'f>(fields: &'f Fields, name: &str) -> &'f str {
    match fields.get(name) {
        Some(Held::Text(text)) => text,
        _ => "",
    }
}

fn size(fields: &Fields) -> Option<u64> {
    match fields.get("size") {
        Some(Held::Number(size)) if fields.contains_key("sha256") => u64::try_from(*size).ok(),
        _ => None,
    }
}

impl Vault {
    /// Says whether an exhibit could be added with these fields, before its file is read. Writes nothing.
    pub fn try_exhibit(&self, fields: &Fields) -> Result<()> {
        self.begin()?.add_record(&EXHIBITS, fields.clone()).map(drop)
    }

    /// Adds an exhibit whose file lies in the vault already. Returns its identifier, its reference and the entry that says so.
    pub fn add_exhibit(&self, mut fields: Fields, file: &Stored, media: &str, reason: &str) -> Result<(Id, String, u64)> {
        fields.insert("sha256", Held::Text(file.sha256.clone()));
        fields.insert("size", Held::Number(super::change::signed(file.size)));
        fields.insert("mime", Held::Text(media.to_owned()));
        let mut change = self.begin()?;
        change.name_blob(file)?;
        let (id, reference) = change.add_record(&EXHIBITS, fields)?;
        let done = Custody { reason: reason.to_owned(), sha_after: file.sha256.clone(), ..Custody::default() };
        change.handle(&id, "ingest", done)?;
        let seq = change.commit(Event::ExhibitAdded, &id)?;
        Ok((id, reference, seq))
    }

    /// Records that something was done with an exhibit, now and by whoever is at the keyboard.
    pub fn handle_exhibit(&self, id: &Id, action: &str, custody: Custody) -> Result<u64> {
        let mut change = self.begin()?;
        change.handle(id, action, custody)?;
        change.commit(Event::ExhibitHandled, id)
    }

    /// Reads an exhibit.
    pub fn exhibit(&self, id: &Id) -> Result<Exhibit> {
        read(&*self.read()?, id)
    }

    /// Lists the exhibits that show an order, one of its items, or an application that led to it; oldest first, none that was withdrawn.
    pub fn exhibits_of(&self, order: &Id) -> Result<Vec<Exhibit>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT id FROM exhibits WHERE withdrawn IS NULL AND (order_id = ?1
                 OR item_id IN (SELECT item_id FROM order_items WHERE order_id = ?1 AND withdrawn IS NULL)
                 OR complaint_id IN (SELECT id FROM complaints WHERE order_id = ?1 AND withdrawn IS NULL)) ORDER BY rowid",
            )
            .doing("preparing to list exhibits")?;
        let ids: Vec<Id> = statement
            .query_map([&order.bytes()[..]], |r| id_at(r, "id"))
            .and_then(Iterator::collect)
            .doing("listing exhibits")?;
        ids.iter().map(|id| read(&db, id)).collect()
    }

    /// Opens the file of an exhibit. What was read is the file only once the reading has come to its end without an error.
    pub fn blob(&self, id: &Id) -> Result<Blob> {
        let exhibit = self.exhibit(id)?;
        let size = exhibit.size().ok_or(Error::ExhibitMissing)?;
        self.open_blob(&*self.read()?, exhibit.text("sha256"), size)
    }

    /// Reads the file of an exhibit as a whole where it is no larger than the limit; nothing where it is.
    pub fn blob_bytes(&self, id: &Id, limit: u64) -> Result<Option<Vec<u8>>> {
        let size = self.exhibit(id)?.size().ok_or(Error::ExhibitMissing)?;
        if size > limit {
            return Ok(None);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
        self.blob(id)?.read_to_end(&mut bytes).map_err(super::blobs::fault)?;
        Ok(Some(bytes))
    }

    /// Looks whether the file of an exhibit is there and is the one on record.
    pub fn look_at_exhibit(&self, id: &Id) -> Result<Found> {
        let exhibit = self.exhibit(id)?;
        let Some(size) = exhibit.size() else { return Ok(Found::Missing) };
        let opened = self.open_blob(&*self.read()?, exhibit.text("sha256"), size);
        Self::look_at_blob(opened)
    }
}

impl Change<'_> {
    pub(super) fn handle(&mut self, exhibit: &Id, action: &str, custody: Custody) -> Result<()> {
        let at = custody.at.unwrap_or_else(|| Moment::exact(self.env().clock.now_seconds(), ASTANA, Basis::Observed));
        let who = if custody.actor.is_empty() { actor(self.db())? } else { custody.actor };
        let mut fields = Fields::from([
            ("exhibit", Held::Link(*exhibit)),
            ("at", Held::Moment(at)),
            ("action", Held::Text(action.to_owned())),
        ]);
        for (name, text) in
            [("actor", who), ("reason", custody.reason), ("sha_before", custody.sha_before), ("sha_after", custody.sha_after)]
        {
            if !text.is_empty() {
                fields.insert(name, Held::Text(text));
            }
        }
        self.add_record(&CUSTODY_EVENTS, fields).map(drop)
    }
}

fn read(db: &Connection, id: &Id) -> Result<Exhibit> {
    let record = records::read(db, &EXHIBITS, id)?;
    let mut statement = db
        .prepare_cached("SELECT id FROM custody_events WHERE exhibit_id = ?1 AND withdrawn IS NULL ORDER BY rowid")
        .doing("preparing to read custody")?;
    let ids: Vec<Id> =
        statement.query_map([&id.bytes()[..]], |r| id_at(r, "id")).and_then(Iterator::collect).doing("reading custody")?;
    let custody = ids.iter().map(|id| {
        let fields = records::read(db, &CUSTODY_EVENTS, id)?.fields;
        let action = match text(&fields, "action") {
            "" => "unknown",
            action => action,
        };
        let at = match fields.get("at") {
            Some(Held::Moment(moment)) => Some(*moment),
            _ => None,
        };
        let [actor, reason, sha_before, sha_after] =
            ["actor", "reason", "sha_before", "sha_after"].map(|name| text(&fields, name).to_owned());
        Ok(Custody { action: action.to_owned(), at, actor, reason, sha_before, sha_after })
    });
    Ok(Exhibit { custody: custody.collect::<Result<_>>()?, record })
}

/// Compares the files with the exhibits that name them. Files of exhibits that came with an open export are not in it; where they are here, they are
/// held to what it says.
pub(super) fn compare(
    vault: &Vault,
    db: &Connection,
    replay: &Replay,
    report: &mut Report,
    go_on: &dyn Fn() -> Result<()>,
) -> Result<()> {
    let mut statement = db
        .prepare("SELECT rowid AS n, reference, sha256, size FROM exhibits ORDER BY rowid")
        .doing("preparing to compare exhibits")?;
    let mut rows = statement.query([]).doing("comparing exhibits")?;
    let (mut place, mut looked) = (0, BTreeMap::new());
    while let Some(r) = rows.next().doing("comparing exhibits")? {
        go_on()?;
        let came_along = replay.restored(&TABLE, place);
        place += 1;
        let reference: String = r.get("reference").doing("comparing exhibits")?;
        let sha256: String = r.get("sha256").doing("comparing exhibits")?;
        let size: Option<i64> = r.get("size").doing("comparing exhibits")?;
        if sha256.is_empty() {
            continue;
        }
        let size = size.unwrap_or_default().unsigned_abs();
        let found = match looked.get(&(sha256.clone(), size)) {
            Some(found) => *found,
            None => Vault::look_at_blob(vault.open_blob(db, &sha256, size))?,
        };
        looked.insert((sha256, size), found);
        match found {
            Found::Missing if !came_along => report.find("exhibit_missing", reference),
            Found::Altered => report.find("exhibit_altered", reference),
            Found::Good | Found::Missing => {}
        }
    }
    for name in vault.unknown_blobs(db)? {
        report.find("exhibit_unknown", name.chars().take(12).collect::<String>());
    }
    Ok(())
}
