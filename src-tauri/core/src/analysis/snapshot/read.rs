//! Reading a snapshot back. The files come from somebody else: every digest is checked before a byte is believed, and every number before it is used
//! as a place.

use super::cut::id_of;
use super::rows::{AnswerRow, Calibration, PairRow, ReviewRow, ReviewerRow, Rows, second_of};
use super::{FORMAT, MANIFEST, Manifest, PLAN, PlanFile, README, RESULTS, Snapshot, digest_of};
use crate::analysis::canonical::canonical;
use crate::analysis::frame::{AppealRow, ComplaintRow, Frame, ItemRow, JudgedRow, OrderRow};
use crate::store::{OfficialFact, WatchedFact};
use std::collections::{BTreeMap, BTreeSet};

/// Why files are no snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// There is no manifest of a form that is known here.
    Foreign,
    /// A file that the manifest names is not there.
    Missing(String),
    /// A file that the manifest does not name.
    Unnamed(String),
    /// A file whose bytes are not those of the manifest.
    Altered(String),
    /// A file that says what it cannot: name and line, 0 where there are no lines.
    Malformed(String, u64),
}

type Files = BTreeMap<String, Vec<u8>>;

/// Reads files, and returns them with the digest of the snapshot, which is that of the manifest.
///
/// # Errors
/// What is wrong with which file.
pub fn read(files: &Files) -> Result<(Snapshot, String), Refused> {
    let manifest = files.get(MANIFEST).ok_or(Refused::Foreign)?;
    let listed: Manifest = serde_json::from_slice(manifest).map_err(|_| Refused::Foreign)?;
    if listed.format != FORMAT {
        return Err(Refused::Foreign);
    }
    checked(files, &listed)?;
    let malformed = |name: &str| Refused::Malformed(name.to_owned(), 0);
    let plan: PlanFile = serde_json::from_slice(bytes(files, PLAN)?).map_err(|_| malformed(PLAN))?;
    let about = plan.snapshot;
    let is_one = (&listed.app, &listed.methodology, &listed.methodology_digest, &listed.plan_digest)
        == (&about.app, &about.rubric, &about.rubric_digest, &about.plan_digest);
    if second_of(&plan.now) != Some(about.now) {
        return Err(malformed(PLAN));
    }
    if !is_one || digest_of(canonical(plan.fixed).to_string().as_bytes()) != about.plan_digest {
        return Err(malformed(PLAN));
    }
    let mut reviews: Vec<ReviewRow> = table(files)?;
    let frame = frame(files)?;
    answered(files, &frame, &mut reviews)?;
    let calibration: Vec<Calibration> = table(files)?;
    let pairs: Vec<PairRow> = table(files)?;
    Ok((Snapshot { about, frame, reviews, calibration, pairs }, digest_of(manifest)))
}

fn checked(files: &Files, listed: &Manifest) -> Result<(), Refused> {
    for (name, digest) in &listed.files {
        let bytes = files.get(name).ok_or_else(|| Refused::Missing(name.clone()))?;
        if digest_of(bytes) != *digest {
            return Err(Refused::Altered(name.clone()));
        }
    }
    if let Some(name) = files.keys().find(|name| *name != MANIFEST && !listed.files.contains_key(*name)) {
        return Err(Refused::Unnamed(name.clone()));
    }
    [README, PLAN, RESULTS].into_iter().try_for_each(|name| bytes(files, name).map(drop))
}

fn bytes<'f>(files: &'f Files, name: &str) -> Result<&'f [u8], Refused> {
    files.get(name).map(Vec::as_slice).ok_or_else(|| Refused::Missing(name.to_owned()))
}

fn table<R: Rows>(files: &Files) -> Result<Vec<R>, Refused> {
    R::read(bytes(files, R::FILE)?).map_err(|line| Refused::Malformed(R::FILE.to_owned(), line))
}

// The line of the first row that does not hold.
fn each<R: Rows>(rows: &[R], mut holds: impl FnMut(&R) -> bool) -> Result<(), Refused> {
    let Some(place) = rows.iter().position(|row| !holds(row)) else { return Ok(()) };
    Err(Refused::Malformed(R::FILE.to_owned(), u64::try_from(place).unwrap_or(u64::MAX).saturating_add(2)))
}

fn frame(files: &Files) -> Result<Frame, Refused> {
    let mut orders: Vec<OrderRow> = table(files)?;
    let mut items: Vec<ItemRow> = table(files)?;
    let judged: Vec<JudgedRow> = table(files)?;
    let appeals: Vec<AppealRow> = table(files)?;
    let complaints: Vec<ComplaintRow> = table(files)?;
    let reviewers: Vec<bool> = table::<ReviewerRow>(files)?.into_iter().map(|row| row.is_outside).collect();
    let (official, watched): (Vec<OfficialFact>, Vec<WatchedFact>) = (table(files)?, table(files)?);
    let is_under = |place: u32, count: usize| usize::try_from(place).is_ok_and(|place| place < count);
    // Figures keep a count for each cluster and each group: a number beyond what there is would be memory for nothing.
    each(&orders, |order| {
        let named = [Some(order.cluster), order.platform, order.authority];
        named.into_iter().flatten().all(|place| is_under(place, orders.len()))
    })?;
    let mut last = 0;
    each(&items, |item| {
        let follows = item.order >= last && is_under(item.order, orders.len());
        last = item.order;
        follows && item.like.is_none_or(|group| is_under(group, items.len()))
    })?;
    let mut taken = BTreeSet::new();
    each(&judged, |row| {
        let are_known = row.reviewers.iter().all(|reviewer| is_under(*reviewer, reviewers.len()));
        are_known && is_under(row.item, items.len()) && taken.insert(row.item)
    })?;
    let mut before = None;
    each(&appeals, |row| {
        let follows = before.is_none_or(|last| last < row.item);
        before = Some(row.item);
        follows && is_under(row.item, items.len())
    })?;
    for (place, item) in (0_u32..).zip(&items) {
        if let Some(order) = orders.get_mut(item.order as usize) {
            if order.items.1 == 0 {
                order.items.0 = place;
            }
            order.items.1 += 1;
        }
    }
    for (place, row) in (0_u32..).zip(&judged) {
        if let Some(item) = items.get_mut(row.item as usize) {
            item.judged = Some(place);
        }
    }
    let clusters = orders.iter().map(|order| order.cluster.saturating_add(1)).max().unwrap_or(0);
    // Numbers are given without a gap.
    let up_to = |numbers: &mut dyn Iterator<Item = u32>| {
        let count = numbers.max().map_or(0, |last| last.saturating_add(1));
        (0..count).map(id_of).collect::<Vec<_>>()
    };
    let platforms = up_to(&mut orders.iter().filter_map(|order| order.platform));
    let authorities = up_to(&mut orders.iter().filter_map(|order| order.authority));
    // Nothing speaks of actors by another thing than their number.
    let actors = Vec::new();
    Ok(Frame {
        edition: 0,
        orders,
        items,
        judged,
        appeals,
        complaints,
        reviewers,
        platforms,
        authorities,
        actors,
        official,
        watched,
        clusters,
        // What is frozen is never brought up to date.
        ..Frame::default()
    })
}

fn answered(files: &Files, frame: &Frame, reviews: &mut [ReviewRow]) -> Result<(), Refused> {
    let mut before = None;
    each(reviews, |row| {
        let follows = before.is_none_or(|last| last < (row.item, row.place));
        before = Some((row.item, row.place));
        follows && (row.item as usize) < frame.items.len()
    })?;
    let answers: Vec<AnswerRow> = table(files)?;
    let places: BTreeMap<_, usize> = reviews.iter().enumerate().map(|(at, row)| ((row.item, row.place), at)).collect();
    each(&answers, |row| places.contains_key(&(row.item, row.place)))?;
    for row in answers {
        let review = places.get(&(row.item, row.place)).and_then(|at| reviews.get_mut(*at));
        review.into_iter().for_each(|review| review.answers.push(row.answer.clone()));
    }
    Ok(())
}
