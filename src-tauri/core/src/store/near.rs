//! Marks of items for near duplicates: kept with the items, made anew when the register has grown so far that other words are common.

use super::cells::id_at;
use super::vault::{Vault, keep, recall};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::near::{BANDS, Common, Mark, mark, meet, pairs, similarity, telling};
use crate::model::stem::Stems;
use rusqlite::{Connection, OptionalExtension, params};

/// Texts from which common pairs are learned.
const SAMPLE_MAX: i64 = 2_000;
/// Fewer items teach nothing.
const ITEMS_MIN: i64 = 200;
/// Candidates that are compared in full.
const CANDIDATES_MAX: usize = 1_000;
/// Texts that have fewer of their pairs in common are not alike.
const ALIKE_MIN: f64 = 0.4;
const LEARNED_AT: &str = "common pairs learned at";

/// An item that says nearly the same.
#[derive(Debug, Clone)]
pub struct Near {
    /// The item.
    pub item: Id,
    /// An order that names it, and its reference; the newest.
    pub order: Option<(Id, String)>,
    /// Share of the pairs of words of both that both have.
    pub similarity: f64,
}

/// Makes marks with what is common as far as it is known now.
pub(super) struct Marker {
    common: Common,
}

impl Marker {
    /// Reads what is common.
    pub fn read(db: &Connection) -> Result<Self> {
        let mut statement =
            db.prepare_cached("SELECT pair FROM near_common ORDER BY pair").doing("preparing to read common pairs")?;
        let pairs: Vec<i64> =
            statement.query_map([], |r| r.get("pair")).and_then(Iterator::collect).doing("reading common pairs")?;
        Ok(Self { common: Common::of(pairs.into_iter().map(i64::cast_unsigned)) })
    }

    fn telling(&self, stems: &Stems, text: &str) -> Vec<u64> {
        telling(pairs(stems, text), &self.common)
    }

    /// Returns the bands of a text, or nothing for one that has too few words of its own.
    pub fn bands(&self, stems: &Stems, text: &str) -> Option<Vec<u8>> {
        if text.is_empty() {
            return None;
        }
        mark(&self.telling(stems, text)).map(|mark| mark.iter().flat_map(|band| band.to_be_bytes()).collect())
    }
}

fn mark_of(bands: &[u8]) -> Option<Mark> {
    let mut mark = [0_u32; BANDS];
    if bands.len() != BANDS * 4 {
        return None;
    }
    for (band, bytes) in mark.iter_mut().zip(bands.chunks_exact(4)) {
        *band = u32::from_be_bytes(bytes.try_into().ok()?);
    }
    Some(mark)
}

/// Keeps the bands of an item, or takes them away.
pub(super) fn put(db: &Connection, item_row: i64, bands: Option<&[u8]>) -> Result<()> {
    match bands {
        Some(bands) => db
            .prepare_cached(
                "INSERT INTO near_marks (item_rowid, bands) VALUES (?1, ?2) ON CONFLICT (item_rowid) DO UPDATE SET bands = excluded.bands",
            )
            .and_then(|mut s| s.execute(params![item_row, bands])),
        None => db.prepare_cached("DELETE FROM near_marks WHERE item_rowid = ?1").and_then(|mut s| s.execute([item_row])),
    }
    .doing("keeping an item's mark")?;
    Ok(())
}

/// Marks one item anew.
pub(super) fn mark_item(db: &Connection, id: &Id) -> Result<()> {
    let found: Option<(i64, String)> = db
        .prepare_cached("SELECT rowid AS n, text FROM items WHERE id = ?1")
        .and_then(|mut s| s.query_row([&id.bytes()[..]], |r| Ok((r.get("n")?, r.get("text")?))).optional())
        .doing("reading an item to mark")?;
    match found {
        Some((row, text)) if !text.is_empty() => put(db, row, Marker::read(db)?.bands(&Stems::default(), &text).as_deref()),
        Some((row, _)) => put(db, row, None),
        None => Ok(()),
    }
}

/// Learns anew what is common, and makes all marks anew, whenever the items have doubled since the last time.
pub(super) fn settle(db: &Connection) -> Result<()> {
    if is_due(db, items(db)?)? { mark_all(db) } else { Ok(()) }
}

fn items(db: &Connection) -> Result<i64> {
    db.prepare_cached("SELECT coalesce(max(rowid), 0) AS n FROM items")
        .and_then(|mut s| s.query_row([], |r| r.get("n")))
        .doing("asking how many items there are")
}

fn is_due(db: &Connection, items: i64) -> Result<bool> {
    let learned = recall(db, LEARNED_AT)?.and_then(|v| v.try_into().ok()).map_or(0, i64::from_be_bytes);
    Ok(items >= ITEMS_MIN && items / 2 >= learned)
}

/// Learns what is common and makes all marks anew.
pub(super) fn mark_all(db: &Connection) -> Result<()> {
    learn(db, items(db)?, &[], 0)
}

/// Learns before an import what settling after it would learn, so that its texts are marked once. `sample` are some of its texts, evenly
/// drawn from `coming` of them; without any, settling learns what there is to learn.
pub(super) fn foresee(db: &Connection, sample: &[String], coming: i64) -> Result<()> {
    if sample.is_empty() {
        return Ok(());
    }
    let all = items(db)? + coming;
    if is_due(db, all)? { learn(db, all, sample, coming) } else { Ok(()) }
}

fn learn(db: &Connection, all: i64, drawn: &[String], coming: i64) -> Result<()> {
    let count: i64 =
        db.query_row("SELECT count(*) AS n FROM items WHERE text <> ''", [], |r| r.get("n")).doing("counting texts to mark")?;
    keep(db, LEARNED_AT, &all.to_be_bytes())?;
    if count == 0 && drawn.is_empty() {
        return Ok(());
    }
    let stems = Stems::default();
    // Texts that are there and texts that are coming are drawn alike: one in so many of both.
    let every = ((count + coming) / SAMPLE_MAX).max(1);
    let mut sample: Vec<Vec<u64>> = Vec::new();
    each_text(db, |n, _, text| {
        if n % every == 0 {
            sample.push(pairs(&stems, text));
        }
        Ok(())
    })?;
    let wanted = usize::try_from(coming / every).unwrap_or(0).clamp(1, drawn.len().max(1));
    sample.extend(drawn.iter().step_by((drawn.len() / wanted).max(1)).map(|text| pairs(&stems, text)));
    let common = Common::learn(sample.iter().map(Vec::as_slice));
    db.execute("DELETE FROM near_common", []).doing("forgetting common pairs")?;
    let mut adding = db.prepare("INSERT INTO near_common (pair) VALUES (?1)").doing("preparing to keep common pairs")?;
    for pair in common.pairs() {
        adding.execute([pair.cast_signed()]).doing("keeping common pairs")?;
    }
    let marker = Marker { common };
    each_text(db, |_, row, text| put(db, row, marker.bands(&stems, text).as_deref()))
}

fn each_text(db: &Connection, mut each: impl FnMut(i64, i64, &str) -> Result<()>) -> Result<()> {
    let mut statement = db
        .prepare_cached("SELECT rowid AS n, text FROM items WHERE text <> '' ORDER BY rowid")
        .doing("preparing to read texts")?;
    let mut rows = statement.query([]).doing("reading texts")?;
    let mut n = 0;
    while let Some(r) = rows.next().doing("reading texts")? {
        let text = r.get_ref("text").doing("reading texts")?;
        each(n, r.get("n").doing("reading texts")?, text.as_str().unwrap_or_default())?;
        n += 1;
    }
    Ok(())
}

impl Vault {
    /// Lists items that say nearly the same as this one, most alike first, at most fifty.
    pub fn near_duplicates(&self, item: &Id) -> Result<Vec<Near>> {
        let db = self.read()?;
        let (row, text): (i64, String) = db
            .prepare_cached("SELECT rowid AS n, text FROM items WHERE id = ?1")
            .and_then(|mut s| s.query_row([&item.bytes()[..]], |r| Ok((r.get("n")?, r.get("text")?))).optional())
            .doing("reading an item")?
            .ok_or(Error::NotFound)?;
        let (marker, stems) = (Marker::read(&db)?, Stems::default());
        let own = marker.telling(&stems, &text);
        let Some(wanted) = mark(&own) else { return Ok(Vec::new()) };
        let mut near = Vec::new();
        for candidate in candidates(&db, row, &wanted)? {
            let (id, text): (Id, String) = db
                .prepare_cached("SELECT id, CASE WHEN withdrawn = 1 THEN '' ELSE text END AS text FROM items WHERE rowid = ?1")
                .and_then(|mut s| s.query_row([candidate], |r| Ok((id_at(r, "id")?, r.get("text")?))))
                .doing("reading a candidate")?;
            let similarity = similarity(&own, &marker.telling(&stems, &text));
            if similarity >= ALIKE_MIN {
                near.push((id, similarity));
            }
        }
        near.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        near.into_iter().take(50).map(|(item, similarity)| Ok(Near { order: order_of(&db, &item)?, item, similarity })).collect()
    }
}

fn candidates(db: &Connection, own: i64, wanted: &Mark) -> Result<Vec<i64>> {
    let mut statement = db
        .prepare_cached("SELECT item_rowid AS n, bands FROM near_marks ORDER BY item_rowid")
        .doing("preparing to compare marks")?;
    let mut rows = statement.query([]).doing("comparing marks")?;
    let mut found = Vec::new();
    while let Some(r) = rows.next().doing("comparing marks")? {
        let bands = r.get_ref("bands").doing("comparing marks")?;
        let meets = bands.as_blob().ok().and_then(mark_of).is_some_and(|mark| meet(&mark, wanted));
        let row: i64 = r.get("n").doing("comparing marks")?;
        if meets && row != own && found.len() < CANDIDATES_MAX {
            found.push(row);
        }
    }
    Ok(found)
}

fn order_of(db: &Connection, item: &Id) -> Result<Option<(Id, String)>> {
    db.prepare_cached(
        "SELECT o.id AS id, o.reference AS reference FROM order_items oi JOIN orders o ON o.id = oi.order_id
         WHERE oi.item_id = ?1 AND oi.withdrawn IS NULL AND o.withdrawn IS NULL ORDER BY o.rowid DESC LIMIT 1",
    )
    .and_then(|mut s| s.query_row([&item.bytes()[..]], |r| Ok((id_at(r, "id")?, r.get("reference")?))).optional())
    .doing("finding an item's order")
}
