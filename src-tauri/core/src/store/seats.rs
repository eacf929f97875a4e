//! Who reviews: the seat at this keyboard, what was given to whom, and conflicts of interest.
//!
//! Whatever reads reviews asks for a [`Seat`], and a seat can only be had from the vault: nothing above can read in another's name.

use super::cells::{Build, id_at};
use super::change::{Change, Event};
use super::record::{ASSIGNMENTS, REVIEW_CYCLES, REVIEWERS};
use super::vault::{Vault, keep, recall};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::fold::{fold, look};
use rusqlite::{Connection, OptionalExtension, params};

/// The reviewer who sits at this keyboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    id: Id,
    name: String,
}

impl Seat {
    /// Returns the reviewer.
    #[must_use]
    pub const fn id(&self) -> &Id {
        &self.id
    }

    /// Returns the reviewer's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// A reviewer with what was done.
#[derive(Debug, Clone)]
pub struct Reviewer {
    /// Identifier.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Not of the organisation.
    pub outside: String,
    /// Reviews locked, superseded ones not counted.
    pub locked: u32,
    /// Items given and not locked yet.
    pub open: u32,
}

/// Which place a reviewer takes in a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Round {
    /// One of two blind reviews.
    First,
    /// The other.
    Second,
    /// Decides between them.
    Adjudication,
}

impl Round {
    /// Every round.
    pub const ALL: [Self; 3] = [Self::First, Self::Second, Self::Adjudication];

    /// Returns its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
            Self::Adjudication => "adjudication",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.code() == code)
    }
}

/// The place of a reviewer at an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The assignment.
    pub id: Id,
    /// Cycle, from 1.
    pub cycle: u32,
    /// Round.
    pub round: Round,
    /// unknown, none, declared.
    pub conflict: String,
    /// What was declared.
    pub conflict_note: String,
}

/// Reasons for which an item is judged once more.
pub const CYCLE_REASONS: [&str; 4] = ["item_changed", "new_major", "new_evidence", "error"];
/// Items that are looked at for one with a text before one without is taken.
const TEXT_AHEAD: u32 = 500;
// How far the items have been given out: before it none is fresh. A hint, never a fact: where nothing is found after it, all are looked at.
const FRESH_FROM: &str = "fresh items from";
const CONFLICT_CHARS_MAX: usize = 2_000;

// A cycle `c` that was opened anew and whose places nobody has, but for those who declared a conflict; ?1, the seat, is not among these.
macro_rules! opened_anew {
    () => {
        "NOT EXISTS (SELECT 1 FROM review_cycles d WHERE d.order_item_id = c.order_item_id AND d.cycle > c.cycle)
           AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.order_item_id = c.order_item_id AND a.cycle = c.cycle
             AND (a.conflict <> 'declared' OR a.seat_id = ?1))"
    };
}
pub(super) use opened_anew;

/// Returns the newest cycle of an item.
pub(super) fn cycle_of(db: &Connection, order_item: &Id) -> Result<u32> {
    db.prepare_cached("SELECT coalesce(max(cycle), 1) AS cycle FROM review_cycles WHERE order_item_id = ?1")
        .and_then(|mut s| s.query_row([&order_item.bytes()[..]], |r| r.get("cycle")))
        .doing("finding an item's cycle")
}

/// Returns the place of a reviewer in the newest cycle of an item.
pub(super) fn place_of(db: &Connection, seat: &Id, order_item: &Id) -> Result<Option<Place>> {
    let cycle = cycle_of(db, order_item)?;
    let found = db
        .prepare_cached(
            "SELECT id, round, conflict, conflict_note FROM assignments WHERE order_item_id = ?1 AND cycle = ?2 AND seat_id = ?3",
        )
        .and_then(|mut s| {
            s.query_row(params![&order_item.bytes()[..], cycle, &seat.bytes()[..]], |r| {
                Ok((id_at(r, "id")?, r.get::<_, String>("round")?, r.get("conflict")?, r.get("conflict_note")?))
            })
            .optional()
        })
        .doing("finding a reviewer's place")?;
    let Some((id, round, conflict, conflict_note)) = found else { return Ok(None) };
    let round = Round::parse(&round).ok_or(Error::Inside("an assignment has an unknown round"))?;
    Ok(Some(Place { id, cycle, round, conflict, conflict_note }))
}

/// Says whether both blind reviews of a cycle are locked: from then on they may be read.
pub(super) fn is_unblinded(db: &Connection, order_item: &Id, cycle: u32) -> Result<bool> {
    db.prepare_cached("SELECT EXISTS (SELECT 1 FROM judged WHERE order_item_id = ?1 AND cycle = ?2) AS unblinded")
        .and_then(|mut s| s.query_row(params![&order_item.bytes()[..], cycle], |r| r.get("unblinded")))
        .doing("asking whether a cycle is complete")
}

fn is_disputed(db: &Connection, order_item: &Id, cycle: u32) -> Result<bool> {
    db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM judged WHERE order_item_id = ?1 AND cycle = ?2 AND state = 'disputed') AS disputed",
    )
    .and_then(|mut s| s.query_row(params![&order_item.bytes()[..], cycle], |r| r.get("disputed")))
    .doing("asking whether a cycle is disputed")
}

// An item of an order that stands, and no stub: of child sexual material nothing is kept, so there is nothing to judge.
pub(super) fn is_reviewable(db: &Connection, order_item: &Id) -> Result<bool> {
    db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM order_items oi JOIN orders o ON o.id = oi.order_id JOIN items i ON i.id = oi.item_id
         WHERE oi.id = ?1 AND oi.withdrawn IS NULL AND o.withdrawn IS NULL AND i.stub IS NULL) AS reviewable",
    )
    .and_then(|mut s| s.query_row([&order_item.bytes()[..]], |r| r.get("reviewable")))
    .doing("asking whether an item can be reviewed")
}

// The first of these rounds that nobody holds.
fn free_round(db: &Connection, order_item: &Id, cycle: u32, rounds: &[Round]) -> Result<Option<Round>> {
    for round in rounds {
        let held: bool = db
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM assignments WHERE order_item_id = ?1 AND cycle = ?2 AND round = ?3 AND conflict <> 'declared') AS held",
            )
            .and_then(|mut s| s.query_row(params![&order_item.bytes()[..], cycle, round.code()], |r| r.get("held")))
            .doing("looking for a free place")?;
        if !held {
            return Ok(Some(*round));
        }
    }
    Ok(None)
}

/// Finds the order of an order item.
pub(super) fn order_of(db: &Connection, order_item: &Id) -> Result<Id> {
    db.prepare_cached("SELECT order_id AS id FROM order_items WHERE id = ?1")
        .and_then(|mut s| s.query_row([&order_item.bytes()[..]], |r| id_at(r, "id")).optional())
        .doing("finding the order of an item")?
        .ok_or(Error::NotFound)
}

/// Refuses a reviewer's name that cannot be told from another's by eye: a review would seem to be somebody else's. A name that stays as it
/// is passes.
pub(super) fn refuse_alike(db: &Connection, name: &str, own: &Id) -> Result<()> {
    let mut statement = db
        .prepare_cached("SELECT id, name FROM reviewers WHERE withdrawn IS NULL ORDER BY rowid")
        .doing("preparing to compare reviewers")?;
    let known: Vec<(Id, String)> = statement
        .query_map([], |r| Ok((id_at(r, "id")?, r.get("name")?)))
        .and_then(Iterator::collect)
        .doing("comparing reviewers")?;
    if known.iter().any(|(id, kept)| id == own && kept == name) {
        return Ok(());
    }
    let is_alike = |other: &str| fold(other) == fold(name) || look(other) == look(name);
    match known.into_iter().find(|(id, other)| id != own && is_alike(other)) {
        Some((_, other)) => Err(Error::NameAlike(other)),
        None => Ok(()),
    }
}

impl Change<'_> {
    /// Adds a reviewer.
    pub fn add_reviewer(&mut self, name: &str) -> Result<Id> {
        let id = Id::draw(self.env()).doing("naming a reviewer")?;
        refuse_alike(self.db(), name, &id)?;
        self.add(&REVIEWERS, id, Build::row().text(name).text("").text("unknown").text("").text("").done())?;
        Ok(id)
    }

    /// Gives an item to a reviewer: a blind place, or the adjudication where two reviews differ. A place that the reviewer has already is kept.
    pub fn assign(&mut self, seat: &Id, order_item: &Id) -> Result<Place> {
        if let Some(place) = place_of(self.db(), seat, order_item)? {
            return Ok(place);
        }
        if !is_reviewable(self.db(), order_item)? {
            return Err(Error::NotFound);
        }
        let cycle = cycle_of(self.db(), order_item)?;
        let rounds: &[Round] = if is_disputed(self.db(), order_item, cycle)? {
            &[Round::Adjudication]
        } else if is_unblinded(self.db(), order_item, cycle)? {
            &[]
        } else {
            &[Round::First, Round::Second]
        };
        let round = free_round(self.db(), order_item, cycle, rounds)?.ok_or(Error::PlaceTaken)?;
        let id = Id::draw(self.env()).doing("naming an assignment")?;
        let at = self.env().clock.now_seconds();
        let row =
            Build::row().id(order_item).id(seat).int(i64::from(cycle)).text(round.code()).int(at).text("unknown").text("").done();
        self.add(&ASSIGNMENTS, id, row)?;
        self.concerns(*order_item);
        self.concerns(order_of(self.db(), order_item)?);
        self.concerns(*seat);
        Ok(Place { id, cycle, round, conflict: "unknown".to_owned(), conflict_note: String::new() })
    }

    /// Records whether a reviewer has a conflict of interest. A conflict frees the place for somebody else.
    pub fn declare(&mut self, seat: &Seat, order_item: &Id, conflict: &str, note: &str) -> Result<Id> {
        let place = place_of(self.db(), &seat.id, order_item)?.ok_or(Error::NotFound)?;
        if !matches!(conflict, "none" | "declared") || note.chars().count() > CONFLICT_CHARS_MAX {
            return Err(Error::Invalid("conflict"));
        }
        if conflict == "declared" && note.trim().is_empty() {
            return Err(Error::Invalid("conflict_note"));
        }
        if super::reviews::locked_by(self.db(), &seat.id, order_item, place.cycle)?.is_some() {
            return Err(Error::ReviewLocked);
        }
        let mut row = ASSIGNMENTS.read(self.db(), &place.id)?.ok_or(Error::NotFound)?;
        if let [.., kept_conflict, kept_note] = row.as_mut_slice() {
            *kept_conflict = rusqlite::types::Value::Text(conflict.to_owned());
            *kept_note = rusqlite::types::Value::Text(note.trim().to_owned());
        }
        self.set(&ASSIGNMENTS, place.id, row)?;
        if conflict == "declared" {
            super::reviews::clear_draft(self.db(), &seat.id, order_item)?;
        }
        self.concerns(*order_item);
        self.concerns(order_of(self.db(), order_item)?);
        Ok(place.id)
    }

    /// Opens an item's next cycle: two blind reviews anew. The verdict that stands stays until they are settled.
    pub fn open_cycle(&mut self, order_item: &Id, reason: &str, note: &str) -> Result<Id> {
        if !CYCLE_REASONS.contains(&reason) || note.chars().count() > CONFLICT_CHARS_MAX {
            return Err(Error::Invalid("reason"));
        }
        let cycle = cycle_of(self.db(), order_item)?;
        // What is not settled is not judged anew: the reviews under way go on.
        if !is_unblinded(self.db(), order_item, cycle)? || is_disputed(self.db(), order_item, cycle)? {
            return Err(Error::CycleOpen);
        }
        if !is_reviewable(self.db(), order_item)? {
            return Err(Error::NotFound);
        }
        let id = Id::draw(self.env()).doing("naming a cycle")?;
        let at = self.env().clock.now_seconds();
        let row = Build::row().id(order_item).int(i64::from(cycle) + 1).text(reason).text(note.trim()).int(at).done();
        self.add(&REVIEW_CYCLES, id, row)?;
        // Both begin anew, with nothing left over from what was not handed in before.
        self.db()
            .execute("DELETE FROM review_drafts WHERE order_item_id = ?1", [&order_item.bytes()[..]])
            .doing("clearing drafts")?;
        self.concerns(*order_item);
        self.concerns(order_of(self.db(), order_item)?);
        Ok(id)
    }
}

impl Vault {
    /// Returns who sits at this keyboard.
    pub fn seat(&self) -> Result<Seat> {
        self.seat_if_any()?.ok_or(Error::SeatEmpty)
    }

    /// Returns who sits at this keyboard, if anybody took the seat.
    pub fn seat_if_any(&self) -> Result<Option<Seat>> {
        seat_in(&*self.read()?)
    }

    /// Lists reviewers in the order in which they came.
    pub fn reviewers(&self) -> Result<Vec<Reviewer>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT r.id AS id, r.name AS name, r.outside_organisation AS outside,
                   (SELECT count(*) FROM reviews v WHERE v.seat_id = r.id AND NOT EXISTS (SELECT 1 FROM reviews w WHERE w.supersedes_id = v.id)) AS locked,
                   (SELECT count(*) FROM assignments a WHERE a.seat_id = r.id AND a.conflict <> 'declared' AND NOT EXISTS
                     (SELECT 1 FROM reviews v WHERE v.order_item_id = a.order_item_id AND v.cycle = a.cycle AND v.seat_id = r.id)) AS open
                 FROM reviewers r WHERE r.withdrawn IS NULL ORDER BY r.rowid",
            )
            .doing("preparing to list reviewers")?;
        let rows = statement.query_map([], |r| {
            Ok(Reviewer {
                id: id_at(r, "id")?,
                name: r.get("name")?,
                outside: r.get("outside")?,
                locked: r.get("locked")?,
                open: r.get("open")?,
            })
        });
        rows.and_then(Iterator::collect).doing("listing reviewers")
    }

    /// Gives the seat to a reviewer.
    pub fn take_seat(&self, reviewer: &Id) -> Result<u64> {
        let known = self.reviewers()?.into_iter().find(|r| r.id == *reviewer).ok_or(Error::NotFound)?;
        let mut change = self.begin()?;
        change.set_setting("seat", &reviewer.to_string())?;
        change.set_setting("actor", &known.name)?;
        change.commit(Event::SeatTaken, reviewer)
    }

    /// Gives the seat to somebody by name: one who is known already, or a new reviewer.
    pub fn take_seat_as(&self, name: &str) -> Result<u64> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() || name.chars().count() > 200 {
            return Err(Error::Invalid("name"));
        }
        if let Some(known) = self.reviewers()?.into_iter().find(|r| fold(&r.name) == fold(&name)) {
            return self.take_seat(&known.id);
        }
        let mut change = self.begin()?;
        let id = change.add_reviewer(&name)?;
        change.set_setting("seat", &id.to_string())?;
        change.set_setting("actor", &name)?;
        change.commit(Event::SeatTaken, &id)
    }

    /// Finds the next item for the seat: what was begun, what was given to it, what waits for a second reviewer, what two others differ on,
    /// then what nobody has yet.
    /// What comes first in the register comes first here, but an item with a text goes before those without that stand near it.
    pub fn next_item(&self, seat: &Seat) -> Result<Option<Id>> {
        let mine = self.own_next(seat)?;
        if mine.is_some() {
            return Ok(mine);
        }
        let from = fresh_from(&*self.read()?)?;
        let mut found = self.fresh(from)?;
        if found.is_none() && from > 0 {
            found = self.fresh(0)?;
        }
        let Some((first_row, id)) = found else { return Ok(None) };
        if first_row > from {
            self.scratch(|db| keep(db, FRESH_FROM, &(first_row - 1).to_be_bytes()))?;
        }
        Ok(Some(id))
    }

    fn own_next(&self, seat: &Seat) -> Result<Option<Id>> {
        let db = self.read()?;
        for sql in [
            // Given to this reviewer and not locked.
            "SELECT a.order_item_id AS id FROM assignments a JOIN order_items oi ON oi.id = a.order_item_id AND oi.withdrawn IS NULL
             JOIN orders o ON o.id = oi.order_id AND o.withdrawn IS NULL JOIN items i ON i.id = oi.item_id AND i.stub IS NULL
             WHERE a.seat_id = ?1 AND a.conflict <> 'declared' AND NOT EXISTS
               (SELECT 1 FROM reviews v WHERE v.order_item_id = a.order_item_id AND v.cycle = a.cycle AND v.seat_id = ?1)
             ORDER BY NOT EXISTS (SELECT 1 FROM review_drafts d WHERE d.order_item_id = a.order_item_id AND d.seat_id = ?1), a.rowid LIMIT 1",
            // Somebody else has one of the blind places, the other is free.
            "SELECT a.order_item_id AS id FROM assignments a JOIN order_items oi ON oi.id = a.order_item_id AND oi.withdrawn IS NULL
             JOIN orders o ON o.id = oi.order_id AND o.withdrawn IS NULL JOIN items i ON i.id = oi.item_id AND i.stub IS NULL
             WHERE a.round <> 'adjudication' AND a.conflict <> 'declared' AND a.seat_id <> ?1
               AND a.cycle = (SELECT coalesce(max(c.cycle), 1) FROM review_cycles c WHERE c.order_item_id = a.order_item_id)
               AND NOT EXISTS (SELECT 1 FROM assignments b WHERE b.order_item_id = a.order_item_id AND b.cycle = a.cycle AND b.id <> a.id
                 AND (b.conflict <> 'declared' OR b.seat_id = ?1))
             ORDER BY a.rowid LIMIT 1",
            // Two reviewers differ, neither is the seat, and nobody decides between them yet.
            "SELECT j.order_item_id AS id FROM judged j JOIN order_items oi ON oi.id = j.order_item_id AND oi.withdrawn IS NULL
             JOIN orders o ON o.id = oi.order_id AND o.withdrawn IS NULL JOIN items i ON i.id = oi.item_id AND i.stub IS NULL
             WHERE j.state = 'disputed'
               AND j.cycle = (SELECT coalesce(max(c.cycle), 1) FROM review_cycles c WHERE c.order_item_id = j.order_item_id)
               AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.order_item_id = j.order_item_id AND a.cycle = j.cycle
                 AND (a.seat_id = ?1 OR (a.round = 'adjudication' AND a.conflict <> 'declared')))
             ORDER BY j.at, j.order_item_id LIMIT 1",
            // A cycle that was opened anew and that nobody has yet.
            concat!(
                "SELECT c.order_item_id AS id FROM review_cycles c JOIN order_items oi ON oi.id = c.order_item_id AND oi.withdrawn IS NULL
             JOIN orders o ON o.id = oi.order_id AND o.withdrawn IS NULL JOIN items i ON i.id = oi.item_id AND i.stub IS NULL
             WHERE ",
                opened_anew!(),
                " ORDER BY c.rowid LIMIT 1"
            ),
        ] {
            let found = db
                .prepare_cached(sql)
                .and_then(|mut s| s.query_row([&seat.id.bytes()[..]], |r| id_at(r, "id")).optional())
                .doing("finding the next item")?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    // The first item after a row that nobody has, and the row of the very first such item: the next search begins there.
    fn fresh(&self, from: i64) -> Result<Option<(i64, Id)>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT oi.rowid AS n, oi.id AS id, i.text <> '' AS has_text FROM order_items oi JOIN orders o ON o.id = oi.order_id AND o.withdrawn IS NULL
                 JOIN items i ON i.id = oi.item_id AND i.stub IS NULL
                 WHERE oi.rowid > ?1 AND oi.withdrawn IS NULL AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.order_item_id = oi.id)
                   AND NOT EXISTS (SELECT 1 FROM reviews v WHERE v.order_item_id = oi.id AND v.cycle IS NOT NULL)
                 ORDER BY oi.rowid LIMIT ?2",
            )
            .doing("preparing to find a fresh item")?;
        let mut rows = statement.query(params![from, TEXT_AHEAD]).doing("finding a fresh item")?;
        let mut first = None;
        while let Some(r) = rows.next().doing("finding a fresh item")? {
            let at: i64 = r.get("n").doing("finding a fresh item")?;
            let id = id_at(r, "id").doing("finding a fresh item")?;
            let (row, _) = *first.get_or_insert((at, id));
            if r.get("has_text").doing("finding a fresh item")? {
                return Ok(Some((row, id)));
            }
        }
        Ok(first)
    }

    /// Gives the next items that nobody has to two reviewers, at most `count`. Returns how many.
    pub fn assign_next(&self, first: &Id, second: &Id, count: u32) -> Result<u32> {
        if first == second {
            return Err(Error::Invalid("second"));
        }
        let known = self.reviewers()?;
        if ![first, second].iter().all(|id| known.iter().any(|r| r.id == **id)) {
            return Err(Error::NotFound);
        }
        let items: Vec<Id> = {
            let db = self.read()?;
            let mut statement = db
                .prepare_cached(
                    // Cycles that were opened anew first: somebody waits for them.
                    "SELECT id FROM (SELECT oi.id AS id, 0 AS fresh, c.rowid AS n FROM review_cycles c
                       JOIN order_items oi ON oi.id = c.order_item_id AND oi.withdrawn IS NULL
                       JOIN orders o ON o.id = oi.order_id AND o.withdrawn IS NULL JOIN items i ON i.id = oi.item_id AND i.stub IS NULL
                       WHERE NOT EXISTS (SELECT 1 FROM review_cycles d WHERE d.order_item_id = c.order_item_id AND d.cycle > c.cycle)
                         AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.order_item_id = c.order_item_id AND a.cycle = c.cycle)
                     UNION ALL SELECT id, fresh, n FROM (SELECT oi.id AS id, 1 AS fresh, oi.rowid AS n FROM order_items oi
                       JOIN orders o ON o.id = oi.order_id AND o.withdrawn IS NULL JOIN items i ON i.id = oi.item_id AND i.stub IS NULL
                       WHERE oi.withdrawn IS NULL AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.order_item_id = oi.id)
                         AND NOT EXISTS (SELECT 1 FROM reviews v WHERE v.order_item_id = oi.id AND v.cycle IS NOT NULL)
                       ORDER BY oi.rowid LIMIT ?1))
                     ORDER BY fresh, n LIMIT ?1",
                )
                .doing("preparing to find items to assign")?;
            statement.query_map([count], |r| id_at(r, "id")).and_then(Iterator::collect).doing("finding items to assign")?
        };
        if items.is_empty() {
            return Ok(0);
        }
        let mut change = self.begin()?;
        for item in &items {
            change.assign(first, item)?;
            change.assign(second, item)?;
        }
        change.commit(Event::ItemsAssigned, first)?;
        Ok(u32::try_from(items.len()).unwrap_or(u32::MAX))
    }

    /// Returns the place of the seat at an item.
    pub fn place(&self, seat: &Seat, order_item: &Id) -> Result<Option<Place>> {
        place_of(&*self.read()?, &seat.id, order_item)
    }

    /// Says why a reviewer cannot take an item, or that it can be taken.
    pub fn can_take(&self, order_item: &Id) -> Result<bool> {
        let db = self.read()?;
        let cycle = cycle_of(&db, order_item)?;
        let rounds: &[Round] = if is_disputed(&db, order_item, cycle)? {
            &[Round::Adjudication]
        } else if is_unblinded(&db, order_item, cycle)? {
            &[]
        } else {
            &[Round::First, Round::Second]
        };
        Ok(is_reviewable(&db, order_item)? && free_round(&db, order_item, cycle, rounds)?.is_some())
    }
}

/// Returns the row of order items up to which all were given out when somebody last looked.
pub(super) fn fresh_from(db: &Connection) -> Result<i64> {
    Ok(recall(db, FRESH_FROM)?.and_then(|v| v.try_into().ok()).map_or(0, i64::from_be_bytes))
}

/// Reads who sits at this keyboard.
pub(super) fn seat_in(db: &Connection) -> Result<Option<Seat>> {
    let setting: Option<String> = db
        .prepare_cached("SELECT value FROM settings WHERE name = 'seat'")
        .and_then(|mut s| s.query_row([], |r| r.get("value")).optional())
        .doing("reading who sits here")?;
    let Some(id) = setting.and_then(|text| text.parse::<Id>().ok()) else { return Ok(None) };
    let name: Option<String> = db
        .prepare_cached("SELECT name FROM reviewers WHERE id = ?1 AND withdrawn IS NULL")
        .and_then(|mut s| s.query_row([&id.bytes()[..]], |r| r.get("name")).optional())
        .doing("reading who sits here")?;
    Ok(name.map(|name| Seat { id, name }))
}
