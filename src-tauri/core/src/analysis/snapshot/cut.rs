//! Cutting the picked orders out of the register. Rows, platforms, actors, groups and reviewers are numbered anew, each kind in the order that it had:
//! what is drawn or summed comes in the same order as in the vault.

use super::rows::{is_code, named};
use crate::analysis::frame::{AppealRow, ComplaintRow, Frame, ItemRow, JudgedRow, OrderRow};
use crate::analysis::profile::Selection;
use crate::id::Id;
use crate::store::{OfficialFact, Publisher, WatchedFact};
use std::collections::BTreeMap;

/// Returns what stands in a snapshot for the identifier of the thing at a place: its number.
pub(super) fn id_of(place: u32) -> Id {
    Id::from_bytes((u128::from(place) + 1).to_be_bytes())
}

/// Returns the place behind such an identifier; nothing where it is one of a vault.
pub(super) fn number_of(id: Id) -> Option<u32> {
    u128::from_be_bytes(*id.bytes()).checked_sub(1).and_then(|place| u32::try_from(place).ok())
}

/// Returns the number of a platform of a snapshot, from 1; the code itself where it is none.
#[must_use]
pub fn numbered(code: &str) -> String {
    let place = code.parse::<Id>().ok().and_then(number_of);
    place.map_or_else(|| code.to_owned(), |place| (u64::from(place) + 1).to_string())
}

/// What was cut out.
#[derive(Debug)]
pub struct Cut {
    /// The picked orders as a register of their own.
    pub frame: Frame,
    /// New places of items by the old ones.
    pub items: BTreeMap<u32, u32>,
}

// New numbers by the old ones.
struct Anew<K>(BTreeMap<K, u32>);

impl<K: Ord + Copy> Anew<K> {
    fn of(used: impl Iterator<Item = K>) -> Self {
        let mut numbers: BTreeMap<K, u32> = used.map(|one| (one, 0)).collect();
        (0_u32..).zip(numbers.values_mut()).for_each(|(next, number)| *number = next);
        Self(numbers)
    }

    fn get(&self, old: K) -> Option<u32> {
        self.0.get(&old).copied()
    }
}

impl Cut {
    /// Cuts a selection out.
    #[must_use]
    pub fn of(selection: &Selection<'_>) -> Self {
        let old = selection.frame;
        let orders: Vec<&OrderRow> = selection.orders().collect();
        let places = orders.iter().flat_map(|order| order.items.0..order.items.0.saturating_add(order.items.1));
        let items: BTreeMap<u32, u32> = places.zip(0_u32..).collect();
        let rows = || selection.items().map(|(_, item)| item);
        let platforms = Anew::of(orders.iter().filter_map(|order| order.platform));
        let authorities = Anew::of(orders.iter().filter_map(|order| order.authority));
        let of_orders = orders.iter().filter_map(|order| order.beneficiary);
        let actors = Anew::of(of_orders.chain(rows().filter_map(|item| item.beneficiary)));
        let clusters = Anew::of(orders.iter().map(|order| order.cluster));
        let likes = Anew::of(rows().filter_map(|item| item.like));
        let verdicts = Anew::of(rows().filter_map(|item| item.judged));
        let mut frame = Frame {
            clusters: size(&clusters.0),
            platforms: (0..size(&platforms.0)).map(id_of).collect(),
            authorities: (0..size(&authorities.0)).map(id_of).collect(),
            reviewers: old.reviewers.clone(),
            ..Frame::default()
        };
        for (place, order) in (0_u32..).zip(&orders) {
            let first = u32::try_from(frame.items.len()).unwrap_or(u32::MAX);
            frame.items.extend(old.items_of(order).iter().map(|item| ItemRow {
                order: place,
                beneficiary: item.beneficiary.and_then(|actor| actors.get(actor)),
                judged: item.judged.and_then(|verdict| verdicts.get(verdict)),
                like: item.like.and_then(|group| likes.get(group)),
                ..*item
            }));
            frame.orders.push(OrderRow {
                row: i64::from(place) + 1,
                platform: order.platform.and_then(|platform| platforms.get(platform)),
                authority: order.authority.and_then(|authority| authorities.get(authority)),
                beneficiary: order.beneficiary.and_then(|actor| actors.get(actor)),
                cluster: clusters.get(order.cluster).unwrap_or(0),
                items: if order.items.1 == 0 { (0, 0) } else { (first, order.items.1) },
                ..**order
            });
        }
        let moved = |item: u32| items.get(&item).copied();
        let judged = verdicts.0.keys().filter_map(|place| old.judged.get(*place as usize));
        frame.judged = judged.filter_map(|row| Some(JudgedRow { item: moved(row.item)?, ..row.clone() })).collect();
        let appeals = old.appeals.iter();
        frame.appeals = appeals.filter_map(|row| Some(AppealRow { item: moved(row.item)?, ..row.clone() })).collect();
        frame.complaints = grouped_anew(&old.complaints);
        frame.watched = watched_anew(&old.watched);
        // What is published knows no filter: beside orders that one picked it is not told.
        if !selection.is_narrowed() {
            frame.official = official_anew(old, [&authorities, &platforms]);
        }
        Self { frame, items }
    }
}

fn size<K>(numbers: &BTreeMap<K, u32>) -> u32 {
    u32::try_from(numbers.len()).unwrap_or(u32::MAX)
}

// The name of a group may say whom it is about. Numbers of one length sort as the names did.
fn grouped_anew(complaints: &[ComplaintRow]) -> Vec<ComplaintRow> {
    let named = complaints.iter().map(|row| row.group.as_str()).filter(|group| !group.is_empty());
    let groups = Anew::of(named);
    let width = groups.0.len().to_string().len();
    let anew = |row: &ComplaintRow| ComplaintRow {
        group: groups.get(row.group.as_str()).map_or_else(String::new, |n| format!("g{:0width$}", u64::from(n) + 1)),
        ..row.clone()
    };
    complaints.iter().map(anew).collect()
}

// Names of publishers are free text. Those that orders name keep the numbers that orders give them; others come after.
fn official_anew(old: &Frame, [authorities, platforms]: [&Anew<u32>; 2]) -> Vec<OfficialFact> {
    let place = |list: &[Id], id: Id| list.iter().position(|known| *known == id).and_then(|place| u32::try_from(place).ok());
    let mut others: [BTreeMap<Id, u32>; 2] = Default::default();
    let [other_authorities, other_platforms] = &mut others;
    let number = |id: Id, known: Option<u32>, others: &mut BTreeMap<Id, u32>, first: u32| {
        let next = first.saturating_add(size(others));
        id_of(known.unwrap_or_else(|| *others.entry(id).or_insert(next)))
    };
    let mut anew = |fact: &OfficialFact| {
        let publisher_is = fact.publisher_is.map(|publisher| match publisher {
            Publisher::Authority(id) => {
                let known = place(&old.authorities, id).and_then(|place| authorities.get(place));
                Publisher::Authority(number(id, known, other_authorities, size(&authorities.0)))
            }
            Publisher::Platform(id) => {
                let known = place(&old.platforms, id).and_then(|place| platforms.get(place));
                Publisher::Platform(number(id, known, other_platforms, size(&platforms.0)))
            }
        });
        let metric = Some(&fact.metric).filter(|metric| is_code(metric)).cloned().unwrap_or_default();
        OfficialFact { publisher: named(publisher_is), publisher_is, metric, ..fact.clone() }
    };
    old.official.iter().map(&mut anew).collect()
}

// What was watched is free text: only whether it is the same matters.
fn watched_anew(watched: &[WatchedFact]) -> Vec<WatchedFact> {
    let sources = Anew::of(watched.iter().map(|fact| fact.sources.as_str()));
    let anew = |fact: &WatchedFact| WatchedFact {
        sources: format!("s{}", u64::from(sources.get(fact.sources.as_str()).unwrap_or(0)) + 1),
        ..fact.clone()
    };
    watched.iter().map(anew).collect()
}
