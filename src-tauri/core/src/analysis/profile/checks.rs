//! C14: the share of criticism counted otherwise, one choice at a time, and what the reviewed items are against the recorded ones.

use super::figure::SEED;
use super::made_of::month_of;
use super::targets::{PROTECTED, place_of};
use super::{CANNOT_TELL, CRITICISM, Figure, Given, MIXED, Population, Selection, Table, Tally, Unit};
use crate::analysis::frame::{ItemRow, JudgedRow, OrderRow};
use crate::model::terms::{ITEM_LANGUAGES, LEARNED_HOW};
use crate::stats::{Display, Random};
use std::collections::{BTreeMap, BTreeSet};

/// An order is learned of late where more time may have gone by since it was issued.
pub(super) const LATE_DAYS: i64 = 90;
const DAY: i64 = 86_400;

/// A judged item with its order.
type Seen<'f> = (&'f OrderRow, &'f ItemRow, &'f JudgedRow);

/// Makes the share of criticism, counted otherwise.
pub(super) fn figures(selection: &Selection<'_>, given: &Given) -> Vec<Figure> {
    let all: Vec<Seen<'_>> = selection.judged().collect();
    // Of a million clusters those of reviewed items are few.
    let clusters: BTreeSet<u32> = all.iter().map(|(order, ..)| order.cluster).collect();
    let clusters: BTreeMap<u32, u32> = clusters.into_iter().zip(0..).collect();
    let count = u32::try_from(clusters.len()).unwrap_or(u32::MAX);
    let is_disputed = given.disputed.contains(&"legitimate_criticism");
    let share = |name: &'static str, keep: &dyn Fn(&Seen<'_>) -> bool, is: &dyn Fn(u8) -> bool| {
        let mut tally = Tally::of(count);
        for (order, _, judged) in all.iter().filter(|seen| keep(seen)) {
            tally.add(clusters.get(&order.cluster).copied().unwrap_or(u32::MAX), is(judged.verdict));
        }
        let figure = tally.share(name, "C14.share/1", Population::Reviewed).at_most(Display::Interval);
        let figure = figure.with("caveat-known-orders-only");
        if is_disputed { figure.with("caveat-agreement-low") } else { figure }
    };
    let strict = |verdict: u8| verdict == CRITICISM;
    let drawn = one_of_each(&all);
    let mut list = vec![
        share("C14.one_of_each_cluster", &|seen| drawn.contains(&seen.2.item), &strict),
        share("C14.decided_only", &|(.., judged)| judged.verdict != CANNOT_TELL, &strict),
        share("C14.broad", &|_| true, &|verdict| matches!(verdict, CRITICISM | MIXED)),
        share("C14.without_late", &|(order, ..)| is_learned_soon(order), &strict).with("caveat-late"),
    ];
    for (how, code) in LEARNED_HOW.iter().zip(0_u8..).filter(|(_, code)| all.iter().any(|(order, ..)| order.learned_how == *code))
    {
        list.push(share("C14.without_source", &|(order, ..)| order.learned_how != code, &strict).of("learned", *how));
    }
    for reviewer in (0_u32..).zip(&selection.frame.reviewers).map(|(reviewer, _)| reviewer) {
        let took_part = |(.., judged): &Seen<'_>| judged.reviewers.contains(&reviewer);
        if all.iter().any(took_part) {
            let figure = share("C14.without_reviewer", &|seen| !took_part(seen), &strict);
            list.push(figure.of("", (reviewer + 1).to_string()));
        }
    }
    let outside = |reviewer: &u32| selection.frame.reviewers.get(*reviewer as usize).copied().unwrap_or(false);
    let is_outside = |(.., judged): &Seen<'_>| !judged.reviewers.is_empty() && judged.reviewers.iter().all(outside);
    list.push(share("C14.outside_reviewers", &is_outside, &strict));
    for (language, code) in ITEM_LANGUAGES.iter().zip(0_u8..).filter(|(language, _)| !language.is_empty()) {
        if all.iter().any(|(_, item, _)| item.language == code) {
            list.push(share("C14.in_language", &|(_, item, _)| item.language == code, &strict).of("language", *language));
        }
    }
    list.push(range(&list, all.len() as u64));
    list
}

// Places of the items that are drawn, one of each cluster, each with the same chance.
fn one_of_each(all: &[Seen<'_>]) -> BTreeSet<u32> {
    let mut clusters: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    all.iter().for_each(|(order, _, judged)| clusters.entry(order.cluster).or_default().push(judged.item));
    let mut random = Random::seeded(SEED);
    clusters.values().filter_map(|held| held.get(random.below(held.len())).copied()).collect()
}

// Every moment that may be meant lies near enough to issue; of the others it is late, or nobody knows.
fn is_learned_soon(order: &OrderRow) -> bool {
    let (Some((_, learned)), Some((issued, _))) = (order.learned, order.issued) else { return false };
    learned.saturating_sub(issued) <= LATE_DAYS * DAY
}

// The lowest and the highest share above, of those that rest on enough items.
fn range(list: &[Figure], n: u64) -> Figure {
    let shown = list.iter().filter(|figure| figure.display >= Display::Interval).filter_map(|figure| figure.estimate);
    let ends = shown.fold(None, |ends: Option<(f64, f64)>, share| {
        Some(ends.map_or((share, share), |(low, high)| (low.min(share), high.max(share))))
    });
    let figure = Figure { n, ..Figure::empty("C14.range", "C14.range/1", Population::Reviewed, Unit::Share) };
    match ends {
        Some(_) => Figure { bounds: ends, display: Display::Interval, state: "ok", ..figure.with("caveat-range") },
        None if n > 0 => Figure { display: Display::Counts, state: "too_few_items", ..figure },
        None => figure,
    }
}

/// Counts recorded items and reviewed ones by platform, language, whom the order protects, and month of issue: what was reviewed may be another mixture
/// than what is recorded.
pub(super) fn recorded_and_reviewed(selection: &Selection<'_>) -> [Table; 4] {
    let mut counts: [Counts; 4] = Default::default();
    for (order, item) in selection.items() {
        let reviewed = u64::from(order.is_in_shares && item.judged.is_some());
        for (counts, key) in counts.iter_mut().zip(keys(order, item)) {
            counts.add(key, reviewed);
        }
    }
    let frame = selection.frame;
    let platform = |place: i64| place_in(&frame.platforms, place).map(std::string::ToString::to_string);
    let language = |place: i64| place_in(&ITEM_LANGUAGES, place).map(|code| (*code).to_owned());
    let protected = |place: i64| place_in(&PROTECTED, place).map(|code| (*code).to_owned());
    let month = |months: i64| Some(format!("{}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1));
    let [platforms, languages, whom, months] = counts;
    [
        platforms.table(super::BY_PLATFORM, &platform),
        languages.table("compared_languages", &language),
        whom.table("compared_protected", &protected),
        months.table("compared_months", &month),
    ]
}

// What an item is compared by: platform, language, whom it protects, month. Numbers until all is counted: a million items would make a million names.
fn keys(order: &OrderRow, item: &ItemRow) -> [Option<i64>; 4] {
    let is_said = ITEM_LANGUAGES.get(usize::from(item.language)).is_some_and(|code| !code.is_empty());
    [
        order.platform.map(i64::from),
        is_said.then(|| item.language.into()),
        item.protected.and_then(|whom| i64::try_from(place_of(Some(whom))).ok()),
        month_of(order).map(|(year, month)| i64::from(year) * 12 + i64::from(month) - 1),
    ]
}

fn place_in<T>(list: &[T], place: i64) -> Option<&T> {
    usize::try_from(place).ok().and_then(|place| list.get(place))
}

// Items recorded and reviewed, by key.
#[derive(Default)]
struct Counts {
    rows: BTreeMap<i64, [u64; 2]>,
    unknown: [u64; 2],
}

impl Counts {
    fn add(&mut self, key: Option<i64>, reviewed: u64) {
        let [all, seen] = key.map_or(&mut self.unknown, |key| self.rows.entry(key).or_default());
        (*all, *seen) = (*all + 1, *seen + reviewed);
    }

    fn table(self, name: &'static str, said: &dyn Fn(i64) -> Option<String>) -> Table {
        let mut listed: Vec<(i64, [u64; 2])> = self.rows.into_iter().collect();
        // Months stand in their order, everything else by how much there is of it.
        if name != "compared_months" {
            listed.sort_by(|(one, counts), (other, more)| more.cmp(counts).then_with(|| one.cmp(other)));
        }
        let named = listed.into_iter().filter_map(|(key, counts)| Some((said(key)?, counts.to_vec())));
        let rest = (self.unknown != [0, 0]).then(|| ("unknown".to_owned(), self.unknown.to_vec()));
        let (rows, counts) = named.chain(rest).unzip();
        Table {
            name,
            population: Population::Recorded,
            rows,
            columns: vec!["recorded".to_owned(), "reviewed".to_owned()],
            counts,
            caveats: vec!["caveat-recorded-reviewed"],
        }
    }
}
