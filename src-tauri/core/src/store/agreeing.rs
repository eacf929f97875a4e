//! Pairs of blind reviews, and answers to the calibration set: what agreement is measured from.

use super::cells::{Build, id_at, maybe_id_at};
use super::change::Event;
use super::counts::in_shares;
use super::record::CALIBRATION_ANSWERS;
use super::seats::Seat;
use super::vault::Vault;
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use rusqlite::{Connection, params};

/// Two blind reviews of one item.
#[derive(Debug, Clone)]
pub struct Pair {
    /// The order: items of one order are not independent.
    pub order: Id,
    /// Language of the item.
    pub language: String,
    /// UTC second of the later lock.
    pub at: i64,
    /// State: disputed, settled by agreement or adjudicated.
    pub how: String,
    /// Verdict and answers as JSON of the first place.
    pub first: (String, String),
    /// The same of the second place.
    pub second: (String, String),
}

/// A locked review behind a verdict that stands.
#[derive(Debug, Clone)]
pub struct StandingReview {
    /// Order item.
    pub order_item: Id,
    /// first, second or adjudication.
    pub round: String,
    /// Who; nothing where only a name came with an export.
    pub seat: Option<Id>,
    /// Place of the seat in the register, as [`super::TakenPart`] tells it.
    pub seat_row: Option<i64>,
    /// The name that was written down.
    pub reviewer: String,
    /// Final verdict.
    pub verdict: String,
    /// Its subtype.
    pub subtype: String,
    /// Answers as JSON.
    pub answers: String,
}

/// The verdicts of two blind reviews of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairOf {
    /// Order item.
    pub order_item: Id,
    /// Its newest complete cycle under a major version.
    pub cycle: u32,
    /// Verdict of the first place.
    pub first: String,
    /// Verdict of the second.
    pub second: String,
}

/// The answers as JSON of two blind reviews of one item.
#[derive(Debug, Clone, Copy)]
pub struct Answered<'r> {
    /// Order item and cycle.
    pub key: (Id, u32),
    /// Answers of the first place.
    pub first: &'r str,
    /// Answers of the second.
    pub second: &'r str,
}

/// An answer to a case of the calibration set.
#[derive(Debug, Clone)]
pub struct Calibrated {
    /// Who.
    pub seat: Id,
    /// Case.
    pub case: String,
    /// Answers as JSON.
    pub answers: String,
    /// Verdict of the answers.
    pub verdict: String,
}

impl Vault {
    /// Hands over the pairs of locked blind reviews under a major version, one for each item: its newest complete cycle. Superseded
    /// reviews and adjudications are not among them, nor are items that are in no share: withdrawn ones, those of drafts and of duplicates,
    /// and those of orders known by description alone.
    pub fn each_pair(&self, major: u32, take: &mut dyn FnMut(Pair) -> Result<()>) -> Result<()> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
concat!("SELECT oi.order_id AS id, i.language AS language, max(a.locked_at, b.locked_at) AS at, j.how AS how,
                   a.verdict AS first_verdict, a.answers AS first_answers, b.verdict AS second_verdict, b.answers AS second_answers
                 FROM judged j JOIN order_items oi ON oi.id = j.order_item_id AND oi.withdrawn IS NULL
                 JOIN orders o ON o.id = oi.order_id AND ",
                in_shares!(),
                " JOIN items i ON i.id = oi.item_id
                 JOIN reviews a ON a.order_item_id = j.order_item_id AND a.cycle = j.cycle AND a.round = 'first'
                   AND NOT EXISTS (SELECT 1 FROM reviews w WHERE w.supersedes_id = a.id)
                 JOIN reviews b ON b.order_item_id = j.order_item_id AND b.cycle = j.cycle AND b.round = 'second'
                   AND NOT EXISTS (SELECT 1 FROM reviews w WHERE w.supersedes_id = b.id)
                 WHERE j.major = ?1 AND j.cycle = (SELECT max(k.cycle) FROM judged k WHERE k.order_item_id = j.order_item_id AND k.major = ?1)
                 ORDER BY j.order_item_id"),
            )
            .doing("preparing to read pairs of reviews")?;
        let mut rows = statement.query([major]).doing("reading pairs of reviews")?;
        while let Some(r) = rows.next().doing("reading pairs of reviews")? {
            let pair = || -> rusqlite::Result<Pair> {
                Ok(Pair {
                    order: id_at(r, "id")?,
                    language: r.get("language")?,
                    at: r.get("at")?,
                    how: r.get("how")?,
                    first: (r.get("first_verdict")?, r.get("first_answers")?),
                    second: (r.get("second_verdict")?, r.get("second_answers")?),
                })
            };
            take(pair().doing("reading pairs of reviews")?)?;
        }
        Ok(())
    }

    /// Counts the verdicts of both places under the major version in use, one pair for each item: first, second, how many.
    pub fn verdict_pairs(&self) -> Result<Vec<(String, String, u64)>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
concat!("SELECT j.first_verdict AS first, j.second_verdict AS second, count(*) AS n FROM judged j
                 JOIN order_items oi ON oi.id = j.order_item_id AND oi.withdrawn IS NULL JOIN orders o ON o.id = oi.order_id AND ",
                in_shares!(),
                " WHERE j.major = ?1 AND j.cycle = (SELECT max(k.cycle) FROM judged k WHERE k.order_item_id = j.order_item_id AND k.major = ?1)
                 GROUP BY j.first_verdict, j.second_verdict ORDER BY j.first_verdict, j.second_verdict"),
            )
            .doing("preparing to count pairs of verdicts")?;
        let rows = statement.query_map([super::methods::major_in_use(&db)?], |r| {
            Ok((r.get("first")?, r.get("second")?, r.get::<_, i64>("n")?.unsigned_abs()))
        });
        rows.and_then(Iterator::collect).doing("counting pairs of verdicts")
    }

    /// Lists the pairs of verdicts under a major version, one for each item that still stands, whether it counts in shares or not.
    pub fn pairs_of(&self, major: u32) -> Result<Vec<PairOf>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT j.order_item_id AS id, j.cycle AS cycle, j.first_verdict AS first, j.second_verdict AS second FROM judged j
                 WHERE j.major = ?1 AND j.cycle = (SELECT max(k.cycle) FROM judged k WHERE k.order_item_id = j.order_item_id AND k.major = ?1)
                 ORDER BY j.order_item_id",
            )
            .doing("preparing to list pairs of verdicts")?;
        let rows = statement.query_map([major], |r| {
            Ok(PairOf { order_item: id_at(r, "id")?, cycle: r.get("cycle")?, first: r.get("first")?, second: r.get("second")? })
        });
        rows.and_then(Iterator::collect).doing("listing pairs of verdicts")
    }

    /// Hands over the answers of both blind reviews of cycles. A cycle without both is left out.
    pub fn each_answered(&self, cycles: &[(Id, u32)], take: &mut dyn FnMut(Answered<'_>) -> Result<()>) -> Result<()> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT a.answers AS first, b.answers AS second FROM reviews a JOIN reviews b
                   ON b.order_item_id = a.order_item_id AND b.cycle = a.cycle AND b.round = 'second'
                   AND NOT EXISTS (SELECT 1 FROM reviews w WHERE w.supersedes_id = b.id)
                 WHERE a.order_item_id = ?1 AND a.cycle = ?2 AND a.round = 'first'
                   AND NOT EXISTS (SELECT 1 FROM reviews w WHERE w.supersedes_id = a.id)",
            )
            .doing("preparing to read answers of pairs")?;
        for (order_item, cycle) in cycles {
            let mut rows = statement.query(params![&order_item.bytes()[..], cycle]).doing("reading answers of pairs")?;
            while let Some(r) = rows.next().doing("reading answers of pairs")? {
                let text = |name| r.get_ref(name).doing("reading answers of pairs")?.as_str().map_err(|_| Error::DatabaseDamaged);
                take(Answered { key: (*order_item, *cycle), first: text("first")?, second: text("second")? })?;
            }
        }
        Ok(())
    }

    /// Lists the major versions under which two reviewers judged anything.
    pub fn majors(&self) -> Result<Vec<u32>> {
        let db = self.read()?;
        let mut statement =
            db.prepare_cached("SELECT DISTINCT major FROM judged ORDER BY major").doing("preparing to list major versions")?;
        statement.query_map([], |r| r.get("major")).and_then(Iterator::collect).doing("listing major versions")
    }

    /// Returns the major version of the method in use.
    pub fn major(&self) -> Result<u32> {
        super::methods::major_in_use(&*self.read()?)
    }

    /// Hands over the locked reviews behind the verdicts that stand, by item: what a verdict was made of, for whoever makes it anew.
    pub fn each_standing_review(&self, take: &mut dyn FnMut(StandingReview) -> Result<()>) -> Result<()> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT j.order_item_id AS id, v.round AS round, v.seat_id AS seat, p.rowid AS seat_row, v.reviewer AS reviewer, v.verdict AS verdict, v.subtype AS subtype,
                   v.answers AS answers
                 FROM judged j JOIN order_items oi ON oi.id = j.order_item_id AND oi.withdrawn IS NULL
                 JOIN reviews v ON v.order_item_id = j.order_item_id AND v.cycle = j.cycle AND v.round IS NOT NULL
                   AND NOT EXISTS (SELECT 1 FROM reviews w WHERE w.supersedes_id = v.id)
                 LEFT JOIN reviewers p ON p.id = v.seat_id
                 WHERE j.standing = 1 ORDER BY j.order_item_id, v.round = 'adjudication', v.round",
            )
            .doing("preparing to read standing reviews")?;
        let mut rows = statement.query([]).doing("reading standing reviews")?;
        while let Some(r) = rows.next().doing("reading standing reviews")? {
            let review = || -> rusqlite::Result<StandingReview> {
                Ok(StandingReview {
                    order_item: id_at(r, "id")?,
                    round: r.get("round")?,
                    seat: maybe_id_at(r, "seat")?,
                    seat_row: r.get("seat_row")?,
                    reviewer: r.get("reviewer")?,
                    verdict: r.get("verdict")?,
                    subtype: r.get("subtype")?,
                    answers: r.get("answers")?,
                })
            };
            take(review().doing("reading standing reviews")?)?;
        }
        Ok(())
    }

    /// Lists the answers of all reviewers to a calibration set.
    pub fn calibrated(&self, set_version: &str) -> Result<Vec<Calibrated>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT seat_id AS id, case_code, answers, verdict FROM calibration_answers WHERE set_version = ?1 ORDER BY rowid",
            )
            .doing("preparing to read a calibration")?;
        let rows = statement.query_map([set_version], |r| {
            Ok(Calibrated {
                seat: id_at(r, "id")?,
                case: r.get("case_code")?,
                answers: r.get("answers")?,
                verdict: r.get("verdict")?,
            })
        });
        rows.and_then(Iterator::collect).doing("reading a calibration")
    }

    /// Lists what the seat answered to cases of a calibration set and did not hand in: case, answers as JSON.
    pub fn calibration_drafts(&self, seat: &Seat, set_version: &str) -> Result<Vec<(String, String)>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT case_code, answers FROM calibration_drafts WHERE seat_id = ?1 AND set_version = ?2 ORDER BY case_code",
            )
            .doing("preparing to read drafts of a calibration")?;
        let rows =
            statement.query_map(params![&seat.id().bytes()[..], set_version], |r| Ok((r.get("case_code")?, r.get("answers")?)));
        rows.and_then(Iterator::collect).doing("reading drafts of a calibration")
    }

    /// Keeps answers of the seat to a case of a calibration set that were not handed in yet.
    ///
    /// # Errors
    /// [`Error::ReviewLocked`] once the case is handed in.
    pub fn keep_calibration(&self, seat: &Seat, set: (&str, &str), answers: &str) -> Result<()> {
        let now = self.env().clock.now_seconds();
        self.scratch(|db| {
            refuse_answered(db, seat, set)?;
            db.prepare_cached(
                "INSERT INTO calibration_drafts (seat_id, set_version, case_code, answers, saved_at) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (seat_id, set_version, case_code) DO UPDATE SET answers = excluded.answers, saved_at = excluded.saved_at",
            )
            .and_then(|mut s| s.execute(params![&seat.id().bytes()[..], set.0, set.1, answers, now]))
            .doing("keeping a draft of a calibration")
            .map(drop)
        })
    }

    /// Gives up what the seat kept of a case.
    ///
    /// # Errors
    /// [`Error::ReviewLocked`] once the case is handed in.
    pub fn drop_calibration(&self, seat: &Seat, set: (&str, &str)) -> Result<()> {
        self.scratch(|db| {
            refuse_answered(db, seat, set)?;
            clear_draft(db, seat, set)
        })
    }

    /// Records the answers of the seat to a case of a calibration set, once. What was kept of them goes.
    pub fn answer_calibration(&self, seat: &Seat, set: (&str, &str), rubric: &str, answers: &str, verdict: &str) -> Result<u64> {
        let (version, case) = set;
        let mut change = self.begin()?;
        refuse_answered(change.db(), seat, set)?;
        let id = Id::draw(self.env()).doing("naming an answer")?;
        let at = self.env().clock.now_seconds();
        let row = Build::row().id(seat.id()).text(version).text(case).text(rubric).text(answers).text(verdict).int(at).done();
        change.add(&CALIBRATION_ANSWERS, id, row)?;
        clear_draft(change.db(), seat, set)?;
        change.concerns(*seat.id());
        change.commit(Event::CalibrationAnswered, &id)
    }
}

fn refuse_answered(db: &Connection, seat: &Seat, (version, case): (&str, &str)) -> Result<()> {
    let given: bool = db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM calibration_answers WHERE seat_id = ?1 AND set_version = ?2 AND case_code = ?3) AS given",
        )
        .and_then(|mut s| s.query_row(params![&seat.id().bytes()[..], version, case], |r| r.get("given")))
        .doing("asking whether a case was answered")?;
    if given { Err(Error::ReviewLocked) } else { Ok(()) }
}

fn clear_draft(db: &Connection, seat: &Seat, (version, case): (&str, &str)) -> Result<()> {
    db.prepare_cached("DELETE FROM calibration_drafts WHERE seat_id = ?1 AND set_version = ?2 AND case_code = ?3")
        .and_then(|mut s| s.execute(params![&seat.id().bytes()[..], version, case]))
        .doing("clearing a draft of a calibration")
        .map(drop)
}
