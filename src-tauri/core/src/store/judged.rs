//! What became of the reviews of an item: derived from locked reviews, kept beside them by the same transaction, and never an event of its own.

use super::cells::id_at;
use super::methods::{major_in_use, rubric_in};
use super::record::Table;
use super::vault::Vault;
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::rubric::Rubric;
use crate::model::settle::{Reading, Settlement, answers_of, settle, written};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What became of one cycle of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// Cycle, from 1.
    pub cycle: u32,
    /// Version of the rubric.
    pub rubric: String,
    /// A third person has yet to decide.
    pub disputed: bool,
    /// agreed, adjudicated, or empty while disputed.
    pub how: String,
    /// The verdict, empty while disputed.
    pub verdict: String,
    /// Its subtype.
    pub subtype: String,
    /// Questions on which the two contradict each other.
    pub disputes: Vec<String>,
    /// Findings about the order.
    pub flags: Vec<String>,
    /// Codes of part B that are not met.
    pub defects: Vec<String>,
    /// Elements of arbitrariness that they touch.
    pub elements: Vec<String>,
    /// Questions of part B that apply.
    pub applicable: u32,
    /// Those of them that are open.
    pub unanswered: u32,
    /// UTC second of the last review that made it so.
    pub at: i64,
    /// The item or its order changed since a reviewer looked at it.
    pub changed: bool,
    /// It counts in figures.
    pub standing: bool,
}

// The columns that `judged_at` reads, of the table under the name j.
macro_rules! judged_columns {
    () => {
        "j.cycle, j.rubric, j.state, j.how, j.verdict, j.subtype, j.disputed, j.flags, j.defects, j.elements, j.applicable, j.unanswered, j.at,
         j.changed, j.standing"
    };
}

/// Returns the first number of a version.
pub(super) fn major_of(version: &str) -> u32 {
    version.split('.').next().and_then(|n| n.parse().ok()).unwrap_or(0)
}

fn numbers_of(version: &str) -> Vec<u32> {
    version.split('.').map(|n| n.parse().unwrap_or(0)).collect()
}

/// Returns the version by which the newest cycle of an item is reviewed: the one that its first locked review used, or nothing while there
/// is none. Whatever is adopted meanwhile, both answer the same questions under the same rules.
pub(super) fn version_of_cycle(db: &Connection, order_item: &Id) -> Result<Option<String>> {
    let cycle = super::seats::cycle_of(db, order_item)?;
    db.prepare_cached("SELECT rubric FROM reviews WHERE order_item_id = ?1 AND cycle = ?2 ORDER BY rowid LIMIT 1")
        .and_then(|mut s| s.query_row(params![&order_item.bytes()[..], cycle], |r| r.get("rubric")).optional())
        .doing("finding the version of a cycle")
}

/// Columns of an item, of its order and of the application and the expert decision behind it that a reviewer judges by. When one of them changes, what was judged is not what is there.
const SUBJECT: &str =
    "SELECT i.locator, i.kind, i.language, i.text, i.posted_earliest, i.posted_latest, i.sensitivity, i.topics, i.statement_mode,
       o.instrument, o.number, o.authority_id, o.platform_id, o.issued_earliest, o.issued_latest, o.received_earliest, o.received_latest,
       o.provisions, o.ground, o.action, o.document_seen, o.names_items_by_url, o.informs_of_appeal, o.author_notified, o.reasons_level,
       o.stated_reasons, o.scope, o.duration, o.expert_decision_id,
       c.filer_capacity, c.signature, c.to_expert_group, c.extended, c.extension_reasoned, c.filed_earliest, c.filed_latest,
       e.requested_earliest, e.requested_latest, e.decided_earliest, e.decided_latest, e.conclusion, e.extended
     FROM order_items oi JOIN items i ON i.id = oi.item_id JOIN orders o ON o.id = oi.order_id
     LEFT JOIN complaints c ON c.id = (SELECT id FROM complaints WHERE order_id = o.id AND withdrawn IS NULL ORDER BY rowid LIMIT 1)
     LEFT JOIN expert_decisions e ON e.id = coalesce(o.expert_decision_id, c.expert_decision_id) AND e.withdrawn IS NULL
     WHERE oi.id = ?1";

/// Returns SHA-256, hexadecimal, of what a reviewer of this order item judges by.
pub(super) fn subject_digest(db: &Connection, order_item: &Id) -> Result<String> {
    let mut statement = db.prepare_cached(SUBJECT).doing("preparing to read what is judged")?;
    let width = statement.column_count();
    let digest = statement
        .query_row([&order_item.bytes()[..]], |r| {
            let mut digest = Sha256::new();
            for column in 0..width {
                // Kind and length before the bytes: no two rows give the same stream.
                let (kind, bytes): (u8, Vec<u8>) = match r.get_ref(column)? {
                    ValueRef::Null | ValueRef::Real(_) => (0, Vec::new()),
                    ValueRef::Integer(n) => (1, n.to_be_bytes().to_vec()),
                    ValueRef::Text(text) => (2, text.to_vec()),
                    ValueRef::Blob(blob) => (3, blob.to_vec()),
                };
                digest.update([kind]);
                digest.update((bytes.len() as u64).to_be_bytes());
                digest.update(&bytes);
            }
            Ok(digest.finalize())
        })
        .optional()
        .doing("reading what is judged")?;
    digest.map(|d| super::header::hex(&d)).ok_or(Error::NotFound)
}

struct Locked {
    reading: Reading,
    rubric: String,
    subject: Option<String>,
    at: i64,
}

// The review of a round that no other supersedes.
fn locked_in(db: &Connection, order_item: &Id, cycle: u32, round: &str) -> Result<Option<Locked>> {
    let found = db
        .prepare_cached(
            "SELECT rubric, answers, verdict, subtype, subject_digest, locked_at FROM reviews v
             WHERE order_item_id = ?1 AND cycle = ?2 AND round = ?3 AND NOT EXISTS (SELECT 1 FROM reviews w WHERE w.supersedes_id = v.id)
             ORDER BY rowid DESC LIMIT 1",
        )
        .and_then(|mut s| {
            s.query_row(params![&order_item.bytes()[..], cycle, round], |r| {
                Ok((
                    r.get::<_, String>("answers")?,
                    Locked {
                        reading: Reading { verdict: r.get("verdict")?, subtype: r.get("subtype")?, answers: Vec::new() },
                        rubric: r.get("rubric")?,
                        subject: r.get("subject_digest")?,
                        at: r.get("locked_at")?,
                    },
                ))
            })
            .optional()
        })
        .doing("reading the reviews of a cycle")?;
    let Some((answers, mut locked)) = found else { return Ok(None) };
    locked.reading.answers = answers_of(&answers).ok_or(Error::Inside("answers are unreadable"))?;
    Ok(Some(locked))
}

// What a cycle comes to, once both blind reviews are locked.
struct Come {
    version: String,
    settled: Settlement,
    first: String,
    second: String,
    changed: bool,
    at: i64,
}

fn come_to(db: &Connection, order_item: &Id, cycle: u32) -> Result<Option<Come>> {
    let [first, second, third] = ["first", "second", "adjudication"].map(|round| locked_in(db, order_item, cycle, round));
    let (Some(first), Some(second), third) = (first?, second?, third?) else { return Ok(None) };
    // A cycle is reviewed by one version; only what came with an export can differ, and then the older has the questions that both answered.
    let older = if numbers_of(&first.rubric) <= numbers_of(&second.rubric) { &first.rubric } else { &second.rubric };
    let version = third.as_ref().map_or(older, |t| &t.rubric).clone();
    let rubric = rubric_in(db, &version)?;
    let settled = settle(&rubric, &first.reading, &second.reading, third.as_ref().map(|t| &t.reading));
    let now = subject_digest(db, order_item)?;
    let all = [Some(&first), Some(&second), third.as_ref()];
    let changed = all.iter().flatten().any(|l| l.subject.as_ref().is_some_and(|s| *s != now));
    let at = all.iter().flatten().map(|l| l.at).max().unwrap_or(0);
    Ok(Some(Come { version, settled, first: first.reading.verdict, second: second.reading.verdict, changed, at }))
}

/// Settles a cycle once both blind reviews are locked, and says which verdict of the item stands.
pub(super) fn settle_cycle(db: &Connection, order_item: &Id, cycle: u32) -> Result<()> {
    let Some(come) = come_to(db, order_item, cycle)? else { return Ok(()) };
    write(db, order_item, cycle, (&come.version, &come.settled), (&come.first, &come.second), (come.changed, come.at))?;
    // What both can read nobody corrects any more.
    db.prepare_cached(
        "DELETE FROM review_drafts WHERE order_item_id = ?1 AND seat_id IN
           (SELECT v.seat_id FROM reviews v WHERE v.order_item_id = ?1 AND v.cycle = ?2)",
    )
    .and_then(|mut s| s.execute(params![&order_item.bytes()[..], cycle]))
    .doing("clearing corrections")?;
    stand(db, order_item)
}

/// Looks whether the verdicts in the figures are what the locked reviews come to, and hands over each item where they are not.
pub(super) fn compare(db: &Connection, differs: &mut dyn FnMut(&Id)) -> Result<()> {
    let cycles = cycles(db)?;
    for (item, cycle) in &cycles {
        let kept = read_cycle(db, item, *cycle)?;
        let same = match (come_to(db, item, *cycle)?, &kept) {
            (None, None) => true,
            (Some(come), Some((kept, major, first, second))) => {
                let (settled, findings) = (&come.settled, &come.settled.findings);
                kept.rubric == come.version
                    && *major == major_of(&come.version)
                    && (first, second) == (&come.first, &come.second)
                    && kept.how == settled.how.map_or("", crate::model::settle::How::code)
                    && kept.applicable as usize == findings.applicable
                    && kept.unanswered as usize == findings.open
                    && kept.at == come.at
                    && kept.disputed == settled.how.is_none()
                    && kept.verdict == settled.verdict
                    && kept.subtype == settled.subtype
                    && kept.disputes == settled.disputed
                    && kept.flags == findings.flags
                    && kept.defects == findings.defects
                    && kept.elements == findings.elements
                    && kept.changed == come.changed
            }
            _ => false,
        };
        if !same {
            differs(item);
        }
    }
    // What no review stands behind counts nowhere.
    let behind: std::collections::BTreeSet<&(Id, u32)> = cycles.iter().collect();
    let mut statement = db
        .prepare_cached("SELECT order_item_id AS id, cycle FROM judged ORDER BY order_item_id, cycle")
        .doing("preparing to compare verdicts")?;
    let kept: Vec<(Id, u32)> = statement
        .query_map([], |r| Ok((id_at(r, "id")?, r.get("cycle")?)))
        .and_then(Iterator::collect)
        .doing("comparing verdicts")?;
    kept.iter().filter(|row| !behind.contains(row)).for_each(|(item, _)| differs(item));
    let major = major_in_use(db)?;
    let mut statement = db
        .prepare_cached(
            "SELECT j.order_item_id AS id FROM judged j WHERE j.standing <> (j.state = 'settled' AND j.major = ?1 AND NOT EXISTS
               (SELECT 1 FROM judged k WHERE k.order_item_id = j.order_item_id AND k.state = 'settled' AND k.major = ?1 AND k.cycle > j.cycle))",
        )
        .doing("preparing to compare standing verdicts")?;
    let odd: Vec<Id> =
        statement.query_map([major], |r| id_at(r, "id")).and_then(Iterator::collect).doing("comparing standing verdicts")?;
    odd.iter().for_each(differs);
    Ok(())
}

// A row with the major version and the verdicts of both places.
fn read_cycle(db: &Connection, order_item: &Id, cycle: u32) -> Result<Option<(Judged, u32, String, String)>> {
    db.prepare_cached(concat!(
        "SELECT ",
        judged_columns!(),
        ", j.major, j.first_verdict, j.second_verdict FROM judged j WHERE j.order_item_id = ?1 AND j.cycle = ?2"
    ))
    .and_then(|mut s| {
        let row = |r: &rusqlite::Row<'_>| Ok((judged_at(r)?, r.get("major")?, r.get("first_verdict")?, r.get("second_verdict")?));
        s.query_row(params![&order_item.bytes()[..], cycle], row).optional()
    })
    .doing("reading what became of a cycle")
}

fn write(
    db: &Connection,
    order_item: &Id,
    cycle: u32,
    settled: (&str, &Settlement),
    verdicts: (&str, &str),
    end: (bool, i64),
) -> Result<()> {
    let (version, settled) = settled;
    let findings = &settled.findings;
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    db.prepare_cached(
        "INSERT INTO judged (order_item_id, cycle, rubric, major, state, how, first_verdict, second_verdict, verdict, subtype, disputed,
           flags, defects, elements, applicable, unanswered, at, changed, standing)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, 0)
         ON CONFLICT (order_item_id, cycle) DO UPDATE SET rubric = excluded.rubric, major = excluded.major, state = excluded.state,
           how = excluded.how, first_verdict = excluded.first_verdict, second_verdict = excluded.second_verdict, verdict = excluded.verdict,
           subtype = excluded.subtype, disputed = excluded.disputed, flags = excluded.flags, defects = excluded.defects,
           elements = excluded.elements, applicable = excluded.applicable, unanswered = excluded.unanswered, at = excluded.at,
           changed = excluded.changed, standing = 0",
    )
    .and_then(|mut s| {
        s.execute(params![
            &order_item.bytes()[..],
            cycle,
            version,
            major_of(version),
            if settled.how.is_some() { "settled" } else { "disputed" },
            settled.how.map_or("", crate::model::settle::How::code),
            verdicts.0,
            verdicts.1,
            settled.verdict,
            settled.subtype,
            settled.disputed.join(" "),
            findings.flags.join(" "),
            findings.defects.join(" "),
            findings.elements.join(" "),
            count(findings.applicable),
            count(findings.open),
            end.1,
            end.0,
        ])
    })
    .doing("writing what became of a cycle")
    .map(drop)
}

// Of an item's cycles the newest that is settled under the major version in use counts.
fn stand(db: &Connection, order_item: &Id) -> Result<()> {
    let major = major_in_use(db)?;
    db.prepare_cached(
        "UPDATE judged SET standing = (state = 'settled' AND major = ?2 AND cycle =
           (SELECT max(k.cycle) FROM judged k WHERE k.order_item_id = ?1 AND k.state = 'settled' AND k.major = ?2)) WHERE order_item_id = ?1",
    )
    .and_then(|mut s| s.execute(params![&order_item.bytes()[..], major]))
    .doing("saying which verdict stands")
    .map(drop)
}

/// Says for all items which verdict stands, after another major version came into use.
pub(super) fn stand_all(db: &Connection, major: u32) -> Result<()> {
    db.execute(
        "UPDATE judged SET standing = (state = 'settled' AND major = ?1 AND NOT EXISTS
           (SELECT 1 FROM judged k WHERE k.order_item_id = judged.order_item_id AND k.state = 'settled' AND k.major = ?1 AND k.cycle > judged.cycle))",
        [major],
    )
    .doing("saying which verdicts stand")
    .map(drop)
}

/// Makes everything anew from the locked reviews.
pub(super) fn settle_all(db: &Connection) -> Result<()> {
    db.execute_batch("DELETE FROM judged").doing("clearing what became of reviews")?;
    for (item, cycle) in cycles(db)? {
        settle_cycle(db, &item, cycle)?;
    }
    Ok(())
}

fn cycles(db: &Connection) -> Result<Vec<(Id, u32)>> {
    let mut statement = db
        .prepare_cached(
            "SELECT order_item_id AS id, cycle FROM reviews WHERE cycle IS NOT NULL GROUP BY order_item_id, cycle ORDER BY min(rowid)",
        )
        .doing("preparing to list cycles")?;
    statement.query_map([], |r| Ok((id_at(r, "id")?, r.get("cycle")?))).and_then(Iterator::collect).doing("listing cycles")
}

/// Finds what was judged by a row: before the row is changed and after it, for it may have moved from one order to another.
pub(super) fn judged_by(db: &Connection, table: &Table, id: &Id) -> Result<Vec<(Id, u32)>> {
    let sql = match table.name {
        "items" => {
            "SELECT j.order_item_id AS id, j.cycle AS cycle FROM order_items oi JOIN judged j ON j.order_item_id = oi.id WHERE oi.item_id = ?1"
        }
        "orders" => {
            "SELECT j.order_item_id AS id, j.cycle AS cycle FROM order_items oi JOIN judged j ON j.order_item_id = oi.id WHERE oi.order_id = ?1"
        }
        "order_items" => "SELECT order_item_id AS id, cycle FROM judged WHERE order_item_id = ?1",
        "complaints" => {
            "SELECT j.order_item_id AS id, j.cycle AS cycle FROM complaints c JOIN order_items oi ON oi.order_id = c.order_id
             JOIN judged j ON j.order_item_id = oi.id WHERE c.id = ?1"
        }
        "expert_decisions" => {
            "SELECT j.order_item_id AS id, j.cycle AS cycle FROM orders o JOIN order_items oi ON oi.order_id = o.id
             JOIN judged j ON j.order_item_id = oi.id WHERE o.expert_decision_id = ?1
             UNION SELECT j.order_item_id, j.cycle FROM complaints c JOIN order_items oi ON oi.order_id = c.order_id
             JOIN judged j ON j.order_item_id = oi.id WHERE c.expert_decision_id = ?1"
        }
        _ => return Ok(Vec::new()),
    };
    let mut statement = db.prepare_cached(sql).doing("preparing to look at what was judged")?;
    statement
        .query_map([&id.bytes()[..]], |r| Ok((id_at(r, "id")?, r.get("cycle")?)))
        .and_then(Iterator::collect)
        .doing("looking at what was judged")
}

/// Looks whether what was judged still is what is there.
pub(super) fn recheck(db: &Connection, judged: &[(Id, u32)]) -> Result<()> {
    for (item, cycle) in judged {
        let now = subject_digest(db, item)?;
        db.prepare_cached(
            "UPDATE judged SET changed = EXISTS (SELECT 1 FROM reviews v WHERE v.order_item_id = ?1 AND v.cycle = ?2
               AND v.subject_digest IS NOT NULL AND v.subject_digest <> ?3 AND NOT EXISTS (SELECT 1 FROM reviews w WHERE w.supersedes_id = v.id))
             WHERE order_item_id = ?1 AND cycle = ?2",
        )
        .and_then(|mut s| s.execute(params![&item.bytes()[..], cycle, now]))
        .doing("flagging a changed item")?;
    }
    Ok(())
}

/// Reads what became of the newest cycle of an item that both blind reviewers locked.
pub(super) fn newest(db: &Connection, order_item: &Id) -> Result<Option<Judged>> {
    read(
        db,
        concat!("SELECT ", judged_columns!(), " FROM judged j WHERE j.order_item_id = ?1 ORDER BY j.cycle DESC LIMIT 1"),
        order_item,
    )
}

/// Reads the verdict of an item that stands.
pub(super) fn standing(db: &Connection, order_item: &Id) -> Result<Option<Judged>> {
    read(db, concat!("SELECT ", judged_columns!(), " FROM judged j WHERE j.order_item_id = ?1 AND j.standing = 1"), order_item)
}

fn read(db: &Connection, sql: &'static str, order_item: &Id) -> Result<Option<Judged>> {
    db.prepare_cached(sql)
        .and_then(|mut s| s.query_row([&order_item.bytes()[..]], judged_at).optional())
        .doing("reading what became of reviews")
}

pub(super) fn list(r: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<Vec<String>> {
    Ok(r.get::<_, String>(column)?.split_whitespace().map(str::to_owned).collect())
}

/// Reads a row of `judged` by the names of its columns.
pub(super) fn judged_at(r: &rusqlite::Row<'_>) -> rusqlite::Result<Judged> {
    Ok(Judged {
        cycle: r.get("cycle")?,
        rubric: r.get("rubric")?,
        disputed: r.get::<_, String>("state")? == "disputed",
        how: r.get("how")?,
        verdict: r.get("verdict")?,
        subtype: r.get("subtype")?,
        disputes: list(r, "disputed")?,
        flags: list(r, "flags")?,
        defects: list(r, "defects")?,
        elements: list(r, "elements")?,
        applicable: r.get("applicable")?,
        unanswered: r.get("unanswered")?,
        at: r.get("at")?,
        changed: r.get("changed")?,
        standing: r.get("standing")?,
    })
}

/// What became of judging all locked reviews once more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rejudged {
    /// Reviews judged.
    pub reviews: u64,
    /// Those whose computed verdict or rule the answers do not give.
    pub differing: Vec<Id>,
}

/// Judges the locked reviews of a range of rows once more.
fn rejudge(db: &Connection, rows: std::ops::RangeInclusive<i64>) -> Result<Rejudged> {
    let mut statement = db
        .prepare_cached("SELECT id, rubric, answers, computed, rule FROM reviews WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid")
        .doing("preparing to judge anew")?;
    let mut rubrics: BTreeMap<String, Arc<Rubric>> = BTreeMap::new();
    let mut found = Rejudged::default();
    let mut rows = statement.query([rows.start(), rows.end()]).doing("judging anew")?;
    while let Some(r) = rows.next().doing("judging anew")? {
        let text = |place: usize| r.get_ref(place).doing("judging anew")?.as_str().map_err(|_| Error::DatabaseDamaged);
        let version = text(1)?;
        if !rubrics.contains_key(version) {
            rubrics.insert(version.to_owned(), rubric_in(db, version)?);
        }
        let Some(rubric) = rubrics.get(version) else { continue };
        found.reviews += 1;
        let (computed, rule) = (text(3)?, text(4)?);
        let holds = written(text(2)?).is_some_and(|answers| {
            let judged = rubric.rejudge(answers.iter().map(|a| (&*a.code, &*a.value)));
            (judged.verdict, judged.rule) == (computed, rule)
        });
        if !holds {
            found.differing.push(id_at(r, "id").doing("judging anew")?);
        }
    }
    Ok(found)
}

impl Vault {
    /// Returns the version of the method by which an item is reviewed now.
    pub fn version_for(&self, order_item: &Id) -> Result<String> {
        let bound = version_of_cycle(&*self.read()?, order_item)?;
        bound.map_or_else(|| self.method_in_use(), Ok)
    }

    /// Judges all locked reviews once more by the version of the method that each is bound to.
    ///
    /// Most of the work is deciphering the answers, so two do it, each over half of the rows and by a connection of its own: the window
    /// reads on meanwhile.
    pub fn rejudge(&self) -> Result<Rejudged> {
        self.rejudge_watched(&|_| Ok(()))
    }

    /// As [`Self::rejudge`], by connections that somebody watches over.
    pub(super) fn rejudge_watched(&self, watch: &dyn Fn(&mut Connection) -> Result<()>) -> Result<Rejudged> {
        let (mut one, mut other) = (self.own_reader()?, self.own_reader()?);
        watch(&mut one)?;
        watch(&mut other)?;
        let last: i64 = one
            .query_row("SELECT ifnull(max(rowid), 0) FROM reviews", [], |r| r.get(0))
            .doing("looking for what to judge anew")?;
        let middle = last / 2;
        let (first, rest) = std::thread::scope(|scope| {
            let rest = scope.spawn(move || rejudge(&other, middle + 1..=last));
            (rejudge(&one, i64::MIN..=middle), rest.join())
        });
        let (mut found, rest) = (first?, rest.map_err(|_| Error::Inside("judging anew was abandoned"))??);
        found.reviews += rest.reviews;
        found.differing.extend(rest.differing);
        Ok(found)
    }

    /// Reads what became of the newest complete cycle of an item.
    pub fn judged(&self, order_item: &Id) -> Result<Option<Judged>> {
        newest(&*self.read()?, order_item)
    }

    /// Reads the verdict of an item that stands, if one does.
    pub fn standing_verdict(&self, order_item: &Id) -> Result<Option<Judged>> {
        standing(&*self.read()?, order_item)
    }

    /// Reads the standing verdicts of an order, with the items they belong to.
    pub fn judged_of_order(&self, order: &Id) -> Result<Vec<(Id, Judged)>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(concat!(
                "SELECT ",
                judged_columns!(),
                ", oi.id AS id FROM order_items oi JOIN judged j ON j.order_item_id = oi.id AND j.standing = 1
                 WHERE oi.order_id = ?1 AND oi.withdrawn IS NULL ORDER BY oi.rowid"
            ))
            .doing("preparing to read an order's findings")?;
        let rows = statement.query_map([&order.bytes()[..]], |r| Ok((id_at(r, "id")?, judged_at(r)?)));
        rows.and_then(Iterator::collect).doing("reading an order's findings")
    }
}
