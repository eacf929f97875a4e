//! The queues of reviewing: what is given to the seat, what is free, what waits for the other reviewer, what is disputed, what is to be judged
//! anew, what is settled. None of them tells what a review says before both blind reviews are locked.

use super::cells::id_at;
use super::methods::major_in_use;
use super::seats::{Seat, opened_anew};
use super::vault::Vault;
use crate::error::{Doing, Result};
use crate::id::Id;
use rusqlite::{Connection, params};

/// An item in a queue.
#[derive(Debug, Clone)]
pub struct Queued {
    /// Order item.
    pub id: Id,
    /// Reference of its order.
    pub reference: String,
    /// Address.
    pub locator: String,
    /// Kind.
    pub kind: String,
    /// Language.
    pub language: String,
    /// The seat kept answers.
    pub started: bool,
    /// Round of the seat at the item, or empty.
    pub round: String,
    /// Newest cycle, from 1.
    pub cycle: u32,
    /// Verdict that stands, or empty.
    pub verdict: String,
    /// Questions on which two reviewers contradict each other, once both may be read.
    pub disputes: Vec<String>,
    /// The item or its order changed since it was judged.
    pub changed: bool,
}

/// Which queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueueLine {
    /// Given to the seat, begun or not, and not locked.
    Mine,
    /// One of the blind places is free.
    Free,
    /// The seat locked its review; the other one is open.
    Waiting,
    /// Two blind reviews differ.
    Disputed,
    /// Judged under an older major version, or changed since.
    Again,
    /// A verdict stands.
    Settled,
}

impl QueueLine {
    /// Every queue.
    pub const ALL: [Self; 6] = [Self::Mine, Self::Free, Self::Waiting, Self::Disputed, Self::Again, Self::Settled];

    /// Returns its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Free => "free",
            Self::Waiting => "waiting",
            Self::Disputed => "disputed",
            Self::Again => "again",
            Self::Settled => "settled",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.code() == code)
    }
}

/// How long the queues are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueueCounts {
    /// Given to the seat and not locked.
    pub mine: u32,
    /// Locked by the seat, the other review is open.
    pub waiting: u32,
    /// Disputed.
    pub disputed: u32,
    /// To be judged anew.
    pub again: u32,
    /// Settled.
    pub settled: u32,
    /// Disputed items by question of disagreement, in the order of the codes.
    pub questions: Vec<(String, u32)>,
}

// A row of a queue for the item `w.id`; ?1 is the seat.
macro_rules! queued {
    ($wanted:expr) => {
        concat!(
            "SELECT w.id AS id, o.reference AS reference, i.locator AS locator, i.kind AS kind, i.language AS language,
             EXISTS (SELECT 1 FROM review_drafts d WHERE d.order_item_id = w.id AND d.seat_id = ?1 AND NOT EXISTS
               (SELECT 1 FROM reviews v WHERE v.order_item_id = w.id AND v.seat_id = ?1 AND v.cycle =
                 (SELECT coalesce(max(c.cycle), 1) FROM review_cycles c WHERE c.order_item_id = w.id))) AS started,
             (SELECT coalesce(max(c.cycle), 1) FROM review_cycles c WHERE c.order_item_id = w.id) AS cycle,
             coalesce((SELECT a.round FROM assignments a WHERE a.order_item_id = w.id AND a.seat_id = ?1 AND a.conflict <> 'declared'
               ORDER BY a.cycle DESC LIMIT 1), '') AS round,
             coalesce((SELECT j.verdict FROM judged j WHERE j.order_item_id = w.id AND j.standing = 1), '') AS verdict,
             coalesce((SELECT j.disputed FROM judged j WHERE j.order_item_id = w.id ORDER BY j.cycle DESC LIMIT 1), '') AS disputed,
             coalesce((SELECT j.changed FROM judged j WHERE j.order_item_id = w.id ORDER BY j.cycle DESC LIMIT 1), 0) AS changed
             FROM (",
            $wanted,
            ") w JOIN order_items oi ON oi.id = w.id AND oi.withdrawn IS NULL JOIN orders o ON o.id = oi.order_id AND o.withdrawn IS NULL
             JOIN items i ON i.id = oi.item_id AND i.stub IS NULL ORDER BY w.n LIMIT ?2"
        )
    };
}

macro_rules! newest_cycle {
    ($table:literal) => {
        concat!(
            $table,
            ".cycle = (SELECT coalesce(max(c.cycle), 1) FROM review_cycles c WHERE c.order_item_id = ",
            $table,
            ".order_item_id)"
        )
    };
}

macro_rules! mine {
    () => {
        "SELECT a.order_item_id AS id, a.rowid AS n FROM assignments a WHERE a.seat_id = ?1 AND a.conflict <> 'declared' AND NOT EXISTS
           (SELECT 1 FROM reviews v WHERE v.order_item_id = a.order_item_id AND v.cycle = a.cycle AND v.seat_id = ?1)"
    };
}

macro_rules! waiting {
    () => {
        "SELECT v.order_item_id AS id, v.rowid AS n FROM reviews v WHERE v.seat_id = ?1
           AND NOT EXISTS (SELECT 1 FROM reviews w WHERE w.supersedes_id = v.id)
           AND NOT EXISTS (SELECT 1 FROM judged j WHERE j.order_item_id = v.order_item_id AND j.cycle = v.cycle)"
    };
}

macro_rules! disputed {
    () => {
        concat!("SELECT j.order_item_id AS id, j.at AS n FROM judged j WHERE j.state = 'disputed' AND ", newest_cycle!("j"))
    };
}

// ?3 is the major version in use. An item whose next cycle is open already is on its way.
macro_rules! again {
    () => {
        concat!(
            "SELECT j.order_item_id AS id, j.at AS n FROM judged j WHERE j.changed = 1 AND j.state = 'settled' AND ",
            newest_cycle!("j"),
            " UNION SELECT j.order_item_id, j.at FROM judged j WHERE j.standing = 0 AND j.state = 'settled' AND j.major <> ?3 AND ",
            newest_cycle!("j")
        )
    };
}

// One blind place is held by somebody else and the other is free, then cycles that were opened anew, then items that nobody has.
macro_rules! free {
    () => {
        concat!(
            "SELECT id, n FROM (SELECT a.order_item_id AS id, a.rowid AS n FROM assignments a WHERE a.round <> 'adjudication' AND a.conflict <> 'declared'
               AND a.seat_id <> ?1 AND ",
            newest_cycle!("a"),
            " AND NOT EXISTS (SELECT 1 FROM assignments b WHERE b.order_item_id = a.order_item_id AND b.cycle = a.cycle AND b.id <> a.id
                 AND (b.conflict <> 'declared' OR b.seat_id = ?1)) ORDER BY a.rowid LIMIT ?2)
             UNION ALL SELECT id, n FROM (SELECT c.order_item_id AS id, 2305843009213693952 + c.rowid AS n FROM review_cycles c
               WHERE ",
            opened_anew!(),
            " ORDER BY c.rowid LIMIT ?2)
             UNION ALL SELECT id, n FROM (SELECT f.id AS id, 4611686018427387904 + f.rowid AS n FROM order_items f JOIN orders p ON p.id = f.order_id AND p.withdrawn IS NULL
               JOIN items t ON t.id = f.item_id AND t.stub IS NULL
               WHERE f.withdrawn IS NULL AND f.rowid > ?3 AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.order_item_id = f.id)
                 AND NOT EXISTS (SELECT 1 FROM reviews v WHERE v.order_item_id = f.id AND v.cycle IS NOT NULL) ORDER BY f.rowid LIMIT ?2)"
        )
    };
}

impl Vault {
    /// Lists a queue, at most `limit` items; disputed ones only where they differ on `question`, unless that is empty.
    pub fn queue(&self, seat: &Seat, line: QueueLine, question: &str, limit: u32) -> Result<Vec<Queued>> {
        let db = self.read()?;
        let sql = match line {
            QueueLine::Mine => queued!(mine!()),
            QueueLine::Free => queued!(free!()),
            QueueLine::Waiting => queued!(waiting!()),
            QueueLine::Disputed => {
                queued!(concat!(disputed!(), " AND (?3 = '' OR instr(' ' || j.disputed || ' ', ' ' || ?3 || ' ') > 0)"))
            }
            QueueLine::Again => queued!(again!()),
            QueueLine::Settled => queued!("SELECT j.order_item_id AS id, -j.at AS n FROM judged j WHERE j.standing = 1"),
        };
        let mut statement = db.prepare_cached(sql).doing("preparing a queue")?;
        let seat = &seat.id().bytes()[..];
        let rows = match line {
            QueueLine::Disputed => statement.query_map(params![seat, limit, question], queued_at),
            QueueLine::Again => statement.query_map(params![seat, limit, major_in_use(&db)?], queued_at),
            QueueLine::Free => statement.query_map(params![seat, limit, super::seats::fresh_from(&db)?], queued_at),
            _ => statement.query_map(params![seat, limit], queued_at),
        };
        let mut rows: Vec<Queued> = rows.and_then(Iterator::collect).doing("reading a queue")?;
        if matches!(line, QueueLine::Mine | QueueLine::Free | QueueLine::Waiting) {
            // Whoever judges an item anew is not told what was found before; an adjudicator is told what to decide.
            for row in rows.iter_mut().filter(|row| row.round != "adjudication") {
                row.verdict.clear();
                row.disputes.clear();
                row.changed = false;
            }
        }
        Ok(rows)
    }

    /// Counts the queues.
    pub fn queue_counts(&self, seat: &Seat) -> Result<QueueCounts> {
        let db = self.read()?;
        let own = |sql: &'static str| count(&db, sql, params![&seat.id().bytes()[..]]);
        let major = major_in_use(&db)?;
        Ok(QueueCounts {
            mine: own(concat!(
                "SELECT count(*) AS n FROM (",
                mine!(),
                ") w JOIN order_items oi ON oi.id = w.id AND oi.withdrawn IS NULL
                 JOIN orders o ON o.id = oi.order_id AND o.withdrawn IS NULL JOIN items i ON i.id = oi.item_id AND i.stub IS NULL"
            ))?,
            waiting: own(concat!(
                "SELECT count(*) AS n FROM (",
                waiting!(),
                ") w JOIN order_items oi ON oi.id = w.id AND oi.withdrawn IS NULL
                 JOIN orders o ON o.id = oi.order_id AND o.withdrawn IS NULL JOIN items i ON i.id = oi.item_id AND i.stub IS NULL"
            ))?,
            disputed: count(
                &db,
                concat!(
                    "SELECT count(*) AS n FROM (",
                    disputed!(),
                    ") w JOIN order_items oi ON oi.id = w.id AND oi.withdrawn IS NULL
                     JOIN orders o ON o.id = oi.order_id AND o.withdrawn IS NULL JOIN items i ON i.id = oi.item_id AND i.stub IS NULL"
                ),
                [],
            )?,
            again: count(
                &db,
                concat!(
                    "SELECT count(*) AS n FROM (",
                    again!(),
                    ") w JOIN order_items oi ON oi.id = w.id AND oi.withdrawn IS NULL AND ?1 = 0 AND ?2 = 0
                     JOIN orders o ON o.id = oi.order_id AND o.withdrawn IS NULL JOIN items i ON i.id = oi.item_id AND i.stub IS NULL"
                ),
                params![0, 0, major],
            )?,
            settled: count(
                &db,
                "SELECT count(*) AS n FROM judged j JOIN order_items oi ON oi.id = j.order_item_id AND oi.withdrawn IS NULL
                 JOIN orders o ON o.id = oi.order_id AND o.withdrawn IS NULL JOIN items i ON i.id = oi.item_id AND i.stub IS NULL WHERE j.standing = 1",
                [],
            )?,
            questions: questions(&db)?,
        })
    }
}

fn count(db: &Connection, sql: &'static str, args: impl rusqlite::Params) -> Result<u32> {
    db.prepare_cached(sql).and_then(|mut s| s.query_row(args, |r| r.get("n"))).doing("counting a queue")
}

fn questions(db: &Connection) -> Result<Vec<(String, u32)>> {
    let mut statement = db
        .prepare_cached(concat!(
            "SELECT d.disputed AS disputed FROM (",
            disputed!(),
            ") w JOIN judged d ON d.order_item_id = w.id AND d.state = 'disputed' JOIN order_items oi ON oi.id = w.id AND oi.withdrawn IS NULL
             JOIN orders o ON o.id = oi.order_id AND o.withdrawn IS NULL JOIN items i ON i.id = oi.item_id AND i.stub IS NULL"
        ))
        .doing("preparing to count disputes")?;
    let mut counts = std::collections::BTreeMap::new();
    let mut rows = statement.query([]).doing("counting disputes")?;
    while let Some(r) = rows.next().doing("counting disputes")? {
        let codes: String = r.get("disputed").doing("counting disputes")?;
        for code in codes.split_whitespace() {
            *counts.entry(code.to_owned()).or_insert(0) += 1;
        }
    }
    Ok(counts.into_iter().collect())
}

fn queued_at(r: &rusqlite::Row<'_>) -> rusqlite::Result<Queued> {
    Ok(Queued {
        id: id_at(r, "id")?,
        reference: r.get("reference")?,
        locator: r.get("locator")?,
        kind: r.get("kind")?,
        language: r.get("language")?,
        started: r.get("started")?,
        round: r.get("round")?,
        cycle: r.get("cycle")?,
        verdict: r.get("verdict")?,
        disputes: r.get::<_, String>("disputed")?.split_whitespace().map(str::to_owned).collect(),
        changed: r.get("changed")?,
    })
}
