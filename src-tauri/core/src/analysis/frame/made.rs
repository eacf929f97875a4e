//! How a frame is made and brought up to date: rows are read from the vault, then everything that follows from several of them together is worked
//! out from memory.

use super::{AppealRow, Code, ComplaintRow, Frame, ItemRow, JudgedRow, NO_CODE, OrderRow, Reasons, Tri, code_of, small};
use crate::error::Result;
use crate::id::Id;
use crate::model::statute::Law;
use crate::model::terms::{
    CHANNELS, DECISIONS, GROUNDS, INSTRUMENTS, ITEM_LANGUAGES, LEARNED_HOW, OUTCOMES, PLATFORM_BASES, PLATFORM_RULES,
    SOURCE_LISTS, VERDICTS, list_of,
};
use crate::store::{Alike, ComplaintFacts, ItemFacts, OrderFacts, OtherSource, Party, Protected, Vault, Written};
use std::collections::{BTreeMap, HashMap};

/// What a frame keeps beside its rows, so that it can be brought up to date.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    // By place of the order and of the item.
    orders: Vec<OrderKey>,
    items: Vec<ItemKey>,
    // Appeals by order item, and the order item of each verdict.
    appeals: BTreeMap<Id, AppealRow>,
    judged: Vec<Id>,
    cited: Vec<(Id, bool)>,
    parties: Vec<Party>,
    alike: Vec<Alike>,
    others: Vec<OtherSource>,
}

impl Kept {
    /// Finds the places of order items.
    pub fn places(&self, order_items: &[Id]) -> Vec<Option<u32>> {
        if order_items.is_empty() {
            return Vec::new();
        }
        let index = Index::of(&self.items, |key| &key.own);
        order_items.iter().map(|own| index.place(own)).collect()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct OrderKey {
    id: Id,
    // It names a law in words.
    cites: bool,
    // The list that it was learned of from.
    lists: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ItemKey {
    row: i64,
    own: Id,
    content: Id,
}

const NOWHERE: u32 = u32::MAX;

/// Numbers the things that occur, in the order in which they first do.
#[derive(Default)]
struct Numbered {
    known: HashMap<Id, u32>,
    list: Vec<Id>,
}

impl Numbered {
    fn place(&mut self, id: Id) -> u32 {
        let next = small(self.list.len());
        let place = *self.known.entry(id).or_insert(next);
        if place == next {
            self.list.push(id);
        }
        place
    }

    // Numbers what the other one numbered: by its number, the number here.
    fn take(&mut self, other: &Self) -> Vec<u32> {
        other.list.iter().map(|id| self.place(*id)).collect()
    }
}

// The bit of a list; none where nobody said which it is.
fn bit_of(list: Option<&str>) -> u8 {
    let known = SOURCE_LISTS.split_last().map_or(SOURCE_LISTS.as_slice(), |(_, known)| known);
    let place = list.and_then(|list| known.iter().position(|one| *one == list));
    place.map_or(0, |place| 1 << place)
}

/// Rows as they were read: orders by row, items by row.
#[derive(Default)]
struct Rows {
    orders: Vec<OrderRow>,
    order_keys: Vec<OrderKey>,
    platforms: Numbered,
    authorities: Numbered,
    items: Vec<ItemRow>,
    item_keys: Vec<ItemKey>,
    item_orders: Vec<Id>,
    appeals: BTreeMap<Id, AppealRow>,
    languages: Vec<(Id, Code)>,
}

impl Rows {
    fn order(&mut self, fact: &OrderFacts<'_>) {
        let is_seen = matches!(fact.document_seen, "original" | "copy" | "quoted");
        self.order_keys.push(OrderKey { id: fact.id, cites: fact.cites, lists: bit_of(list_of(fact.learned_how)) });
        self.orders.push(OrderRow {
            row: fact.row,
            platform: fact.platform.map(|id| self.platforms.place(id)),
            authority: fact.authority.map(|id| self.authorities.place(id)),
            beneficiary: None,
            protected: None,
            lists: 0,
            instrument: code_of(&INSTRUMENTS, fact.instrument),
            learned_how: code_of(&LEARNED_HOW, fact.learned_how),
            ground: code_of(&GROUNDS, fact.ground),
            is_seen,
            is_in_shares: fact.document_seen != "described_only" || fact.second_source,
            names_items: Tri::parse(fact.names_items),
            informs_of_appeal: Tri::parse(fact.informs_of_appeal),
            author_notified: Tri::parse(fact.author_notified),
            reasons: match fact.reasons_level {
                "none" => Reasons::None,
                "formula" => Reasons::Formula,
                "case_specific" => Reasons::CaseSpecific,
                _ => Reasons::Unknown,
            },
            cites: fact.cites,
            cites_paragraph: Tri::Unknown,
            court_act: fact.court_act || fact.instrument == "court_act",
            experts: fact.expert_decision,
            learned: fact.learned,
            issued: fact.issued,
            issued_offset: fact.issued_offset,
            received: fact.received,
            cluster: 0,
            items: (0, 0),
        });
    }

    fn item(&mut self, fact: &ItemFacts<'_>) {
        if fact.appeal_filed.is_some() || fact.reinstated.is_some() || !matches!(fact.appeal_result, "" | "none" | "unknown") {
            let appeal = AppealRow {
                item: 0,
                result: fact.appeal_result.to_owned(),
                filed: fact.appeal_filed,
                decided: fact.appeal_decided,
                reinstated: fact.reinstated,
            };
            self.appeals.insert(fact.id, appeal);
        }
        self.item_keys.push(ItemKey { row: fact.row, own: fact.id, content: fact.item });
        self.item_orders.push(fact.order);
        self.items.push(ItemRow {
            order: NOWHERE,
            outcome: code_of(&OUTCOMES, fact.outcome),
            language: NO_CODE,
            protected: None,
            beneficiary: None,
            at: fact.at,
            seen_up: fact.seen_up.map(|(earliest, _)| earliest),
            platform_basis: code_of(&PLATFORM_BASES, fact.platform_basis),
            platform_rules: code_of(&PLATFORM_RULES, fact.platform_rules),
            judged: None,
            like: None,
        });
    }

    fn language(&mut self, content: Id, language: &str) {
        self.languages.push((content, code_of(&ITEM_LANGUAGES, language)));
    }

    // Lays what was read after this behind it.
    fn extend(&mut self, rest: Self) {
        let platforms = self.platforms.take(&rest.platforms);
        let authorities = self.authorities.take(&rest.authorities);
        let anew = |places: &[u32], place: Option<u32>| place.and_then(|place| places.get(place as usize).copied());
        self.orders.reserve_exact(rest.orders.len());
        self.orders.extend(rest.orders.into_iter().map(|order| OrderRow {
            platform: anew(&platforms, order.platform),
            authority: anew(&authorities, order.authority),
            ..order
        }));
        self.order_keys.extend(rest.order_keys);
        self.items.reserve_exact(rest.items.len());
        self.items.extend(rest.items);
        self.item_keys.extend(rest.item_keys);
        self.item_orders.extend(rest.item_orders);
        self.appeals.extend(rest.appeals);
        self.languages.extend(rest.languages);
    }
}

/// Finds places by identifier. Identifiers of one import ascend with their rows, so most often nothing need be sorted.
struct Index<'k, K> {
    keys: &'k [K],
    id: fn(&K) -> &Id,
    sorted: Option<Vec<u32>>,
}

impl<'k, K> Index<'k, K> {
    fn of(keys: &'k [K], id: fn(&K) -> &Id) -> Self {
        let ascends = keys.is_sorted_by(|one, other| id(one) < id(other));
        let sorted = (!ascends).then(|| {
            let mut places: Vec<u32> = (0..small(keys.len())).collect();
            places.sort_by_key(|place| keys.get(*place as usize).map(id));
            places
        });
        Self { keys, id, sorted }
    }

    fn at(&self, rank: usize) -> Option<(u32, &Id)> {
        let place = match &self.sorted {
            Some(sorted) => *sorted.get(rank)?,
            None => small(rank),
        };
        Some((place, (self.id)(self.keys.get(place as usize)?)))
    }

    fn first_rank(&self, wanted: &Id) -> usize {
        let (mut low, mut high) = (0, self.keys.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.at(middle).is_some_and(|(_, id)| id < wanted) { low = middle + 1 } else { high = middle }
        }
        low
    }

    // The first rank of an identifier, which may be this one.
    fn rank(&self, wanted: &Id, maybe: usize) -> usize {
        let is = |rank: usize| self.at(rank).is_some_and(|(_, id)| id == wanted);
        let is_first = is(maybe) && !maybe.checked_sub(1).is_some_and(is);
        if is_first { maybe } else { self.first_rank(wanted) }
    }

    /// Hands over the places of an identifier, ascending.
    fn places<'i>(&'i self, wanted: &'i Id) -> impl Iterator<Item = u32> + 'i {
        self.places_from(self.first_rank(wanted), wanted)
    }

    fn places_from<'i>(&'i self, rank: usize, wanted: &'i Id) -> impl Iterator<Item = u32> + 'i {
        (rank..).map_while(move |rank| self.at(rank).filter(|(_, id)| *id == wanted)).map(|(place, _)| place)
    }

    fn place(&self, wanted: &Id) -> Option<u32> {
        self.places(wanted).next()
    }

    /// Hands over neighbours of one identifier: the first place that has it, and each other.
    fn shared(&self) -> Vec<(u32, u32)> {
        let mut shared = Vec::new();
        // Ascending identifiers are all different.
        let Some(sorted) = &self.sorted else { return shared };
        let mut first: Option<(u32, &Id)> = None;
        for rank in 0..sorted.len() {
            let Some((place, id)) = self.at(rank) else { continue };
            match first {
                Some((one, known)) if known == id => shared.push((one, place)),
                _ => first = Some((place, id)),
            }
        }
        shared
    }
}

/// Reads everything.
pub fn read(vault: &Vault, go_on: &(dyn Fn(u64, u64) -> bool + Sync)) -> Result<Frame> {
    let edition = vault.edition()?;
    let [mut rows, rest] = vault.each_fact(Rows::order, Rows::item, Rows::language, go_on)?;
    rows.extend(rest);
    let mut frame = Frame { edition, orders: rows.orders, ..Frame::default() };
    (frame.platforms, frame.authorities) = (rows.platforms.list, rows.authorities.list);
    frame.kept.orders = rows.order_keys;
    frame.kept.appeals = rows.appeals;
    link(&frame.kept.orders, &mut rows.items, &rows.item_orders);
    drop(rows.item_orders);
    lay_together(&mut rows.items, &mut rows.item_keys);
    (frame.items, frame.kept.items) = (rows.items, rows.item_keys);
    drop_strangers(&mut frame.kept);
    let mut languages = Languages::of(&mut frame);
    rows.languages.drain(..).for_each(|(content, language)| languages.put(&content, language));
    read_beside(&mut frame, vault, &|_| true)?;
    work_out(&mut frame);
    Ok(frame)
}

// Items come after their orders in the same sequence, as a rule: the order of the item before, or the next one, is looked at first.
fn link(orders: &[OrderKey], items: &mut [ItemRow], wanted: &[Id]) {
    let index = Index::of(orders, |key| &key.id);
    let mut last = 0_u32;
    for (item, order) in items.iter_mut().zip(wanted) {
        let near = [last, last.saturating_add(1)];
        let is_it = |place: &u32| orders.get(*place as usize).is_some_and(|key| key.id == *order);
        item.order = near.into_iter().find(is_it).or_else(|| index.place(order)).unwrap_or(NOWHERE);
        if item.order != NOWHERE {
            last = item.order;
        }
    }
}

// Lays the items of one order together, by row, and leaves out those of orders that figures do not speak of.
fn lay_together(items: &mut Vec<ItemRow>, keys: &mut Vec<ItemKey>) {
    let ascends = items.is_sorted_by_key(|item| item.order);
    if !ascends {
        let mut places: Vec<u32> = (0..small(items.len())).collect();
        places.sort_by_key(|place| items.get(*place as usize).map_or(NOWHERE, |item| item.order));
        *items = places.iter().filter_map(|place| items.get(*place as usize).copied()).collect();
        *keys = places.iter().filter_map(|place| keys.get(*place as usize).copied()).collect();
    }
    let known = items.partition_point(|item| item.order != NOWHERE);
    items.truncate(known);
    keys.truncate(known);
}

/// Reads again what was written.
pub fn renew(frame: &mut Frame, vault: &Vault, written: &Written) -> Result<()> {
    let came = renew_orders(frame, vault, &written.orders)?;
    let mut rows = written.order_items.clone();
    for order in came {
        rows.extend(vault.item_rows_of(&order)?);
    }
    rows.sort_unstable();
    rows.dedup();
    let moved = renew_items(frame, vault, &rows)?;
    Languages::of(frame).written(vault, &rows, &written.items)?;
    let (orders_moved, contents_moved) = (!written.orders.is_empty(), !written.items.is_empty());
    read_beside(frame, vault, &|source| match source {
        Source::Cited => written.is_any(&["order_provisions", "provisions"]),
        Source::Parties => written.is_any(&["actor_roles", "actors", "complaints", "occupancies"]),
        Source::Verdicts => moved || written.is_any(&["methodologies", "review_cycles", "reviewers", "reviews"]),
        Source::Alike => contents_moved || written.is_any(&["comparator_pairs", "repetition_sets"]),
        Source::Complaints => {
            orders_moved || contents_moved || written.is_any(&["actors", "complaint_items", "complaints", "occupancies"])
        }
        Source::Others => orders_moved || written.is_any(&["order_sources"]),
        Source::Official => written.is_any(&["authorities", "authority_aliases", "official_figures", "platforms"]),
        Source::Watched => written.is_any(&["coverage_periods"]),
    })?;
    work_out(frame);
    Ok(())
}

// Puts orders in their new state. Returns those that were not there before, whose items have to be read.
fn renew_orders(frame: &mut Frame, vault: &Vault, written: &[i64]) -> Result<Vec<Id>> {
    if written.is_empty() {
        return Ok(Vec::new());
    }
    let mut read = Rows { platforms: numbered(&frame.platforms), authorities: numbered(&frame.authorities), ..Rows::default() };
    vault.order_facts(written, &mut |fact| read.order(&fact))?;
    (frame.platforms, frame.authorities) = (read.platforms.list, read.authorities.list);
    let is_written = |row: i64| written.binary_search(&row).is_ok();
    let there: Vec<i64> = frame.orders.iter().map(|order| order.row).filter(|row| is_written(*row)).collect();
    let came: Vec<Id> = read
        .orders
        .iter()
        .zip(&read.order_keys)
        .filter(|(order, _)| there.binary_search(&order.row).is_err())
        .map(|(_, key)| key.id)
        .collect();
    if came.is_empty() && there.len() == read.orders.len() {
        for (row, key) in read.orders.into_iter().zip(read.order_keys) {
            if let Ok(place) = frame.orders.binary_search_by_key(&row.row, |order| order.row) {
                if let Some(order) = frame.orders.get_mut(place) {
                    *order = row;
                }
                if let Some(kept) = frame.kept.orders.get_mut(place) {
                    *kept = key;
                }
            }
        }
        return Ok(came);
    }
    let mut new = read.orders.into_iter().zip(read.order_keys).peekable();
    let old = std::mem::take(&mut frame.orders).into_iter().zip(std::mem::take(&mut frame.kept.orders));
    let mut places = Vec::with_capacity(old.len());
    let lay = |frame: &mut Frame, (order, key): (OrderRow, OrderKey)| {
        frame.orders.push(order);
        frame.kept.orders.push(key);
        small(frame.orders.len() - 1)
    };
    for (order, key) in old {
        while let Some(before) = new.next_if(|(new, _)| new.row < order.row) {
            lay(frame, before);
        }
        let stays = if is_written(order.row) { new.next_if(|(new, _)| new.row == order.row) } else { Some((order, key)) };
        places.push(stays.map_or(NOWHERE, |stays| lay(frame, stays)));
    }
    for rest in new {
        lay(frame, rest);
    }
    for item in &mut frame.items {
        item.order = places.get(item.order as usize).copied().unwrap_or(NOWHERE);
    }
    Ok(came)
}

fn numbered(list: &[Id]) -> Numbered {
    Numbered { known: list.iter().copied().zip(0..).collect(), list: list.to_vec() }
}

// Puts items in their new state, and lets go of those whose orders went. Says whether any came, went or moved.
fn renew_items(frame: &mut Frame, vault: &Vault, written: &[i64]) -> Result<bool> {
    let is_gone = |item: &ItemRow| item.order == NOWHERE;
    if written.is_empty() && !frame.items.iter().any(is_gone) {
        return Ok(false);
    }
    let mut read = Rows::default();
    vault.item_facts(written, &mut |fact| read.item(&fact))?;
    // Also of items of orders that figures do not speak of: their appeals may have gone.
    for key in &read.item_keys {
        frame.kept.appeals.remove(&key.own);
    }
    link(&frame.kept.orders, &mut read.items, &read.item_orders);
    lay_together(&mut read.items, &mut read.item_keys);
    let is_written = |row: i64| written.binary_search(&row).is_ok();
    let (items, keys) = (std::mem::take(&mut frame.items), std::mem::take(&mut frame.kept.items));
    let mut new = read.items.into_iter().zip(read.item_keys).peekable();
    let mut moved = false;
    frame.items.reserve_exact(items.len() + new.len());
    frame.kept.items.reserve_exact(keys.len() + new.len());
    let lay = |frame: &mut Frame, (item, key): (ItemRow, ItemKey)| {
        frame.items.push(item);
        frame.kept.items.push(key);
    };
    for (item, key) in items.into_iter().zip(keys) {
        let (leaves, again) = (is_gone(&item) || is_written(key.row), (item.order, key.row));
        if leaves {
            frame.kept.appeals.remove(&key.own);
        }
        if is_gone(&item) {
            moved = true;
            continue;
        }
        while let Some(before) = new.next_if(|(new, key)| (new.order, key.row) < again) {
            moved = true;
            lay(frame, before);
        }
        let stays = match new.next_if(|(new, key)| leaves && (new.order, key.row) == again) {
            Some((new, new_key)) => {
                moved |= new_key != key;
                Some((new, new_key))
            }
            None => Some((item, key)).filter(|_| !leaves),
        };
        moved |= stays.is_none();
        stays.into_iter().for_each(|stays| lay(frame, stays));
    }
    for rest in new {
        moved = true;
        lay(frame, rest);
    }
    frame.kept.appeals.extend(read.appeals);
    drop_strangers(&mut frame.kept);
    Ok(moved)
}

// An item of an order that figures do not speak of has no appeal here either.
fn drop_strangers(kept: &mut Kept) {
    if kept.appeals.is_empty() {
        return;
    }
    let index = Index::of(&kept.items, |key| &key.own);
    kept.appeals.retain(|own, _| index.place(own).is_some());
}

/// What is read beside orders and items.
#[derive(Clone, Copy)]
enum Source {
    Cited,
    Parties,
    Verdicts,
    Alike,
    Complaints,
    Others,
    Official,
    Watched,
}

fn read_beside(frame: &mut Frame, vault: &Vault, is_wanted: &dyn Fn(Source) -> bool) -> Result<()> {
    if is_wanted(Source::Cited) {
        frame.kept.cited = vault.orders_citing()?;
    }
    if is_wanted(Source::Parties) {
        frame.kept.parties = vault.parties()?;
    }
    if is_wanted(Source::Alike) {
        frame.kept.alike = vault.alike()?;
    }
    if is_wanted(Source::Complaints) {
        frame.complaints = vault.complaint_facts()?.into_iter().map(complaint).collect();
    }
    if is_wanted(Source::Others) {
        frame.kept.others = vault.other_sources()?;
    }
    if is_wanted(Source::Official) {
        frame.official = vault.official_facts()?;
    }
    if is_wanted(Source::Watched) {
        frame.watched = vault.watched_facts()?;
    }
    if is_wanted(Source::Verdicts) {
        let mut parts = taken_part(frame, vault)?;
        (frame.judged, frame.kept.judged) = (Vec::new(), Vec::new());
        let index = Index::of(&frame.kept.items, |key| &key.own);
        for found in vault.verdict_facts()? {
            let Some(item) = index.place(&found.order_item) else { continue };
            frame.kept.judged.push(found.order_item);
            frame.judged.push(JudgedRow {
                item,
                verdict: code_of(&VERDICTS, &found.verdict),
                blind: [code_of(&VERDICTS, &found.first), code_of(&VERDICTS, &found.second)],
                reviewers: parts.remove(&found.order_item).unwrap_or_default(),
                flags: found.flags,
                defects: found.defects,
                elements: found.elements,
            });
        }
    }
    Ok(())
}

fn complaint(fact: ComplaintFacts) -> ComplaintRow {
    ComplaintRow {
        led_to_order: fact.order.is_some(),
        decision: code_of(&DECISIONS, &fact.decision),
        victim: fact.victim,
        group: fact.group,
        channel: code_of(&CHANNELS, &fact.channel),
        is_signed: match fact.signature.as_str() {
            "eds" | "hand" => Tri::Yes,
            "none" => Tri::No,
            _ => Tri::Unknown,
        },
        language: code_of(&ITEM_LANGUAGES, &fact.language),
        // Where the law that comes with the program cannot be read, nothing follows from it.
        in_term: match Law::load()
            .ok()
            .and_then(|law| law.is_decided_in_term(&fact.filed, &fact.decided, &fact.extended, &fact.extension_reasoned))
        {
            Some(in_term) => Tri::is(in_term),
            None => Tri::Unknown,
        },
    }
}

// Reviewers get numbers in the order of the register, whichever items they had.
fn taken_part(frame: &mut Frame, vault: &Vault) -> Result<HashMap<Id, Vec<u32>>> {
    let parts = vault.taken_part()?;
    let known: BTreeMap<i64, bool> = parts.iter().map(|part| (part.reviewer, part.is_outside)).collect();
    let numbers: HashMap<i64, u32> = known.keys().copied().zip(0..).collect();
    frame.reviewers = known.into_values().collect();
    let mut by_item: HashMap<Id, Vec<u32>> = HashMap::new();
    for part in parts {
        by_item.entry(part.order_item).or_default().extend(numbers.get(&part.reviewer));
    }
    Ok(by_item)
}

/// Puts the language of contents to the items that name them.
struct Languages<'f> {
    items: &'f mut [ItemRow],
    keys: &'f [ItemKey],
    contents: Index<'f, ItemKey>,
    next: usize,
}

impl<'f> Languages<'f> {
    fn of(frame: &'f mut Frame) -> Self {
        let Frame { items, kept, .. } = frame;
        Self { items, keys: &kept.items, contents: Index::of(&kept.items, |key| &key.content), next: 0 }
    }

    fn put(&mut self, content: &Id, language: Code) {
        // Contents ascend as a rule: the next one is looked at first.
        let rank = self.contents.rank(content, self.next);
        for place in self.contents.places_from(rank, content) {
            if let Some(item) = self.items.get_mut(place as usize) {
                item.language = language;
            }
            self.next = rank + 1;
        }
    }

    fn say(&mut self, content: &Id, language: &str) {
        self.put(content, if language.is_empty() { NO_CODE } else { code_of(&ITEM_LANGUAGES, language) });
    }

    // Items whose rows were read again have none yet; contents that were written may have another.
    fn written(mut self, vault: &Vault, rows: &[i64], contents: &[i64]) -> Result<()> {
        if rows.is_empty() && contents.is_empty() {
            return Ok(());
        }
        let is_read = |key: &&ItemKey| rows.binary_search(&key.row).is_ok();
        let named: Vec<Id> = self.keys.iter().filter(is_read).map(|key| key.content).collect();
        vault.languages_of(&named, &mut |content, language| self.say(&content, language))?;
        vault.languages_in(contents, &mut |content, language| self.say(&content, language))
    }
}

// Everything that follows from several rows together.
fn work_out(frame: &mut Frame) {
    let kept = std::mem::take(&mut frame.kept);
    let contents = Index::of(&kept.items, |key| &key.content);
    begin(frame, &kept);
    ranges(frame);
    numbers(frame);
    citations(frame, &kept);
    lists(frame, &kept);
    parties(frame, &kept, &contents);
    places(frame, &kept);
    likes(frame, &kept, &contents);
    drop(contents);
    frame.kept = kept;
}

// What an order has of itself; everything below adds to it. One way through the orders: they are many.
fn begin(frame: &mut Frame, kept: &Kept) {
    for (order, key) in frame.orders.iter_mut().zip(&kept.orders) {
        order.items = (0, 0);
        order.lists = key.lists;
        order.cites = key.cites;
        order.cites_paragraph = if key.cites { Tri::Unknown } else { Tri::No };
        (order.protected, order.beneficiary) = (None, None);
    }
}

fn ranges(frame: &mut Frame) {
    for (place, item) in (0_u32..).zip(&frame.items) {
        if let Some(order) = frame.orders.get_mut(item.order as usize) {
            if order.items.1 == 0 {
                order.items.0 = place;
            }
            order.items.1 += 1;
        }
    }
}

// Platforms and authorities are numbered in the order in which orders name them.
fn numbers(frame: &mut Frame) {
    let orders = &mut frame.orders;
    frame.platforms = anew(&frame.platforms, orders.iter_mut().filter_map(|order| order.platform.as_mut()));
    frame.authorities = anew(&frame.authorities, orders.iter_mut().filter_map(|order| order.authority.as_mut()));
}

fn anew<'p>(known: &[Id], places: impl Iterator<Item = &'p mut u32>) -> Vec<Id> {
    let mut numbers = vec![NOWHERE; known.len()];
    let mut list = Vec::new();
    for place in places {
        let (Some(number), Some(id)) = (numbers.get_mut(*place as usize), known.get(*place as usize)) else { continue };
        if *number == NOWHERE {
            *number = small(list.len());
            list.push(*id);
        }
        *place = *number;
    }
    list
}

// A record that repeats an order tells of a second source of it.
fn lists(frame: &mut Frame, kept: &Kept) {
    if kept.others.is_empty() {
        return;
    }
    let index = Index::of(&kept.orders, |key| &key.id);
    for source in &kept.others {
        let list = list_of(&source.learned_how).or(Some(source.list.as_str()));
        if let Some(order) = index.place(&source.order).and_then(|place| frame.orders.get_mut(place as usize)) {
            order.lists |= bit_of(list);
        }
    }
}

fn citations(frame: &mut Frame, kept: &Kept) {
    if kept.cited.is_empty() {
        return;
    }
    let index = Index::of(&kept.orders, |key| &key.id);
    for (id, exact) in &kept.cited {
        if let Some(order) = index.place(id).and_then(|place| frame.orders.get_mut(place as usize)) {
            order.cites = true;
            order.cites_paragraph = Tri::is(*exact);
        }
    }
}

// The most vulnerable of those whom an order protects is whom it is counted for.
fn parties(frame: &mut Frame, kept: &Kept, contents: &Index<'_, ItemKey>) {
    for item in &mut frame.items {
        (item.protected, item.beneficiary) = (None, None);
    }
    let mut actors = Numbered::default();
    if !kept.parties.is_empty() {
        let orders = Index::of(&kept.orders, |key| &key.id);
        for party in &kept.parties {
            let actor = actors.place(party.actor);
            let takes_over = |known: Option<Protected>| known.is_none_or(|known| party.kind < known);
            if let Some(item) = party.item {
                for place in contents.places(&item) {
                    if let Some(row) = frame.items.get_mut(place as usize).filter(|row| takes_over(row.protected)) {
                        (row.protected, row.beneficiary) = (Some(party.kind), Some(actor));
                    }
                }
            } else if let Some(order) = party.order.and_then(|id| orders.place(&id))
                && let Some(row) = frame.orders.get_mut(order as usize).filter(|row| takes_over(row.protected))
            {
                (row.protected, row.beneficiary) = (Some(party.kind), Some(actor));
            }
        }
    }
    frame.actors = actors.list;
    for item in &mut frame.items {
        if item.protected.is_none()
            && let Some(order) = frame.orders.get(item.order as usize)
        {
            (item.protected, item.beneficiary) = (order.protected, order.beneficiary);
        }
    }
}

// Verdicts and appeals name the places of their items.
fn places(frame: &mut Frame, kept: &Kept) {
    frame.items.iter_mut().for_each(|item| item.judged = None);
    frame.appeals.clear();
    if kept.judged.is_empty() && kept.appeals.is_empty() {
        return;
    }
    let index = Index::of(&kept.items, |key| &key.own);
    for ((number, judged), own) in (0_u32..).zip(&mut frame.judged).zip(&kept.judged) {
        let Some(place) = index.place(own) else { continue };
        judged.item = place;
        if let Some(item) = frame.items.get_mut(place as usize) {
            item.judged = Some(number);
        }
    }
    let placed = kept.appeals.iter().filter_map(|(own, appeal)| Some(AppealRow { item: index.place(own)?, ..appeal.clone() }));
    frame.appeals.extend(placed);
    frame.appeals.sort_by_key(|appeal| appeal.item);
}

// Orders hang together where they name one item, or items that are alike. An item that two orders name is like itself.
fn likes(frame: &mut Frame, kept: &Kept, contents: &Index<'_, ItemKey>) {
    let mut orders = Joined::of(frame.orders.len());
    let mut items = Joined::of(frame.items.len());
    let mut join = |one: u32, other: u32| {
        items.join(one, other);
        let order = |place: u32| frame.items.get(place as usize).map_or(0, |item| item.order);
        orders.join(order(one), order(other));
    };
    for (one, other) in contents.shared() {
        join(one, other);
    }
    for alike in &kept.alike {
        if let (Some(one), Some(other)) = (contents.place(&alike.0), contents.place(&alike.1)) {
            join(one, other);
        }
    }
    for (place, item) in (0_u32..).zip(&mut frame.items) {
        item.like = Some(items.root(place)).filter(|root| *root != place || items.is_shared(place));
    }
    let mut numbers = vec![NOWHERE; frame.orders.len()];
    let mut next = 0;
    for (place, order) in (0_u32..).zip(&mut frame.orders) {
        if let Some(number) = numbers.get_mut(orders.root(place) as usize) {
            if *number == NOWHERE {
                *number = next;
                next += 1;
            }
            order.cluster = *number;
        }
    }
    frame.clusters = next;
}

// Which things hang together, directly or through others. The root of a group is its first member.
struct Joined {
    above: Vec<u32>,
    shared: Vec<bool>,
}

impl Joined {
    fn of(count: usize) -> Self {
        Self { above: (0..small(count)).collect(), shared: vec![false; count] }
    }

    fn root(&mut self, place: u32) -> u32 {
        let mut root = place;
        while let Some(above) = self.above.get(root as usize).copied().filter(|above| *above != root) {
            root = above;
        }
        let mut here = place;
        while let Some(above) = self.above.get_mut(here as usize).filter(|above| **above != root) {
            here = std::mem::replace(above, root);
        }
        root
    }

    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        let (low, high) = (one.min(other), one.max(other));
        if let Some(above) = self.above.get_mut(high as usize) {
            *above = low;
        }
        if let Some(shared) = self.shared.get_mut(low as usize).filter(|_| low != high) {
            *shared = true;
        }
    }

    fn is_shared(&self, place: u32) -> bool {
        self.shared.get(place as usize).copied().unwrap_or(false)
    }
}
