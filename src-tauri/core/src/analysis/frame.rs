//! The register as figures see it: orders and their items as rows of small numbers, read once and kept until something is written. A filter picks
//! orders; every figure is then made from what it picked, without another reading of the database.

use crate::error::{Error, Result};
use crate::id::Id;
use crate::model::terms::{
    CHANNELS, DECISIONS, GROUNDS, INSTRUMENTS, ITEM_LANGUAGES, LEARNED_HOW, OUTCOMES, PLATFORM_BASES, PLATFORM_RULES,
    SOURCE_LISTS, VERDICTS, list_of,
};
use crate::store::{Bounds, ComplaintFacts, ItemFacts, OfficialFact, OrderFacts, Protected, Vault, WatchedFact};
use std::collections::{BTreeMap, HashMap};

/// Yes, no, or nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tri {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Unknown.
    Unknown,
}

impl Tri {
    fn parse(code: &str) -> Self {
        match code {
            "yes" => Self::Yes,
            "no" => Self::No,
            _ => Self::Unknown,
        }
    }

    /// Returns yes or no.
    #[must_use]
    pub const fn is(fact: bool) -> Self {
        if fact { Self::Yes } else { Self::No }
    }
}

/// How far an order gives reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reasons {
    /// None.
    None,
    /// A formula.
    Formula,
    /// Reasons for this content.
    CaseSpecific,
    /// Nobody could read it.
    Unknown,
}

/// A place in a list of codes of the domain (`model::terms`).
pub type Code = u8;
/// No code: nobody said, or a code that is not in the list.
pub const NO_CODE: Code = u8::MAX;

/// An order.
#[derive(Debug, Clone, Copy)]
pub struct OrderRow {
    /// Row in the register.
    pub row: i64,
    /// Place of the platform among [`Frame::platforms`].
    pub platform: Option<u32>,
    /// Place of who issued it among [`Frame::authorities`].
    pub authority: Option<u32>,
    /// Place of whom it protects among [`Frame::actors`].
    pub beneficiary: Option<u32>,
    /// Kind of whom it protects.
    pub protected: Option<Protected>,
    /// Lists that know of it: bit i stands for list i of the domain (`model::terms::SOURCE_LISTS`).
    pub lists: u8,
    /// Instrument.
    pub instrument: Code,
    /// How it was learned of.
    pub learned_how: Code,
    /// Ground.
    pub ground: Code,
    /// Its document was seen: original, copy or quoted.
    pub is_seen: bool,
    /// It counts in shares: its document was seen or two sources speak of it (domain model, integrity rules).
    pub is_in_shares: bool,
    /// It names its items by address.
    pub names_items: Tri,
    /// It tells of an appeal.
    pub informs_of_appeal: Tri,
    /// The author was told.
    pub author_notified: Tri,
    /// Level of its reasons.
    pub reasons: Reasons,
    /// It names a law in some way.
    pub cites: bool,
    /// It names a law down to the paragraph; unknown where what it cites was written down and is not linked to provisions.
    pub cites_paragraph: Tri,
    /// It rests on a court act.
    pub court_act: bool,
    /// A decision of the state's experts is linked.
    pub experts: bool,
    /// Learned of.
    pub learned: Bounds,
    /// Issued.
    pub issued: Bounds,
    /// Zone of that statement, minutes east of UTC.
    pub issued_offset: i32,
    /// Received.
    pub received: Bounds,
    /// Number of its cluster: orders that share a letter, an item or a group of like items are not independent.
    pub cluster: u32,
    /// Place of its first item among [`Frame::items`], and how many it has.
    pub items: (u32, u32),
}

/// An order item.
#[derive(Debug, Clone, Copy)]
pub struct ItemRow {
    /// Place of its order among [`Frame::orders`].
    pub order: u32,
    /// Outcome.
    pub outcome: Code,
    /// Language of the content.
    pub language: Code,
    /// Whom the demand protects where this item is concerned; otherwise as its order.
    pub protected: Option<Protected>,
    /// Place of whom it protects among [`Frame::actors`].
    pub beneficiary: Option<u32>,
    /// When the outcome came about.
    pub at: Bounds,
    /// When somebody last saw it up: at the earliest.
    pub seen_up: Option<i64>,
    /// On what rule the platform acted (`model::terms::PLATFORM_BASES`).
    pub platform_basis: Code,
    /// Whether the platform's own rules would have had it removed (`model::terms::PLATFORM_RULES`).
    pub platform_rules: Code,
    /// Place of its verdict among [`Frame::judged`].
    pub judged: Option<u32>,
    /// Group of like items that it belongs to.
    pub like: Option<u32>,
}

/// What two blind reviewers found of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedRow {
    /// Place of the item among [`Frame::items`].
    pub item: u32,
    /// The verdict that stands.
    pub verdict: Code,
    /// Verdicts of the two blind reviewers.
    pub blind: [Code; 2],
    /// Places among [`Frame::reviewers`] of all who took part: the two, and who decided between them.
    pub reviewers: Vec<u32>,
    /// Findings about the order.
    pub flags: Vec<String>,
    /// Questions of part B that are not met.
    pub defects: Vec<String>,
    /// Elements of arbitrariness that they touch.
    pub elements: Vec<String>,
}

/// An appeal of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppealRow {
    /// Place of the item among [`Frame::items`].
    pub item: u32,
    /// Code of its result.
    pub result: String,
    /// Filed.
    pub filed: Bounds,
    /// Decided.
    pub decided: Bounds,
    /// Put back.
    pub reinstated: Bounds,
}

/// An application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintRow {
    /// It led to an order that figures do not speak of, or to one they do.
    pub led_to_order: bool,
    /// What was decided.
    pub decision: Code,
    /// Kind of the alleged victim.
    pub victim: Option<Protected>,
    /// Group of comparable applications; empty where there is none.
    pub group: String,
    /// Channel.
    pub channel: Code,
    /// It is signed, by hand or electronically.
    pub is_signed: Tri,
    /// Language of the content that it names, where that is one.
    pub language: Code,
}

/// The register as figures see it.
#[derive(Debug, Default)]
pub struct Frame {
    /// Changes with every change of the register.
    pub edition: u64,
    /// Orders, by row.
    pub orders: Vec<OrderRow>,
    /// Order items, those of one order together.
    pub items: Vec<ItemRow>,
    /// Verdicts that stand, by item.
    pub judged: Vec<JudgedRow>,
    /// Appeals, by item.
    pub appeals: Vec<AppealRow>,
    /// Applications, by identifier.
    pub complaints: Vec<ComplaintRow>,
    /// Reviewers who took part in a verdict that stands: whether they are known to be from outside the organisation. Never a name.
    pub reviewers: Vec<bool>,
    /// Platforms that orders name.
    pub platforms: Vec<Id>,
    /// Who issued orders.
    pub authorities: Vec<Id>,
    /// Whom orders protect.
    pub actors: Vec<Id>,
    /// Numbers that others published, by period.
    pub official: Vec<OfficialFact>,
    /// Days on which something was watched.
    pub watched: Vec<WatchedFact>,
    /// Number of clusters.
    pub clusters: u32,
}

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
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

// The bit of a list; none where nobody said which it is.
fn bit_of(list: Option<&str>) -> u8 {
    let known = SOURCE_LISTS.split_last().map_or(SOURCE_LISTS.as_slice(), |(_, known)| known);
    let place = list.and_then(|list| known.iter().position(|one| *one == list));
    place.map_or(0, |place| 1 << place)
}

/// Returns the place of a code in its list.
#[must_use]
pub fn code_of(list: &[&str], code: &str) -> Code {
    list.iter().position(|known| *known == code).and_then(|at| u8::try_from(at).ok()).unwrap_or(NO_CODE)
}

impl Frame {
    /// Reads the register.
    pub fn read(vault: &Vault) -> Result<Self> {
        Self::read_with_items(vault).map(|(frame, _)| frame)
    }

    /// Reads the register, and hands over where each order item stands among [`Frame::items`]: what else is known of items finds its place by it.
    pub fn read_with_items(vault: &Vault) -> Result<(Self, HashMap<Id, u32>)> {
        let mut made = Making::default();
        let mut frame = Self { edition: vault.edition()?, ..Self::default() };
        let cited = vault.orders_citing()?;
        vault.each_order_fact(&mut |fact| made.order(&mut frame, &fact, &cited))?;
        made.items(&mut frame, vault)?;
        made.parties(&mut frame, vault)?;
        made.verdicts(&mut frame, vault)?;
        made.likes(&mut frame, vault)?;
        made.lists(&mut frame, vault)?;
        let mut complaints: Vec<ComplaintRow> = vault.complaint_facts()?.into_iter().map(|fact| made.complaint(fact)).collect();
        frame.complaints.append(&mut complaints);
        frame.platforms = made.platforms.list;
        frame.actors = made.actors.list;
        frame.authorities = made.authorities.list;
        frame.official = vault.official_facts()?;
        frame.watched = vault.watched_facts()?;
        if vault.edition()? == frame.edition {
            Ok((frame, made.own))
        } else {
            Err(Error::Inside("the register changed while it was read"))
        }
    }

    /// Returns an order by its place.
    #[must_use]
    pub fn order(&self, place: u32) -> Option<&OrderRow> {
        self.orders.get(place as usize)
    }

    /// Returns the items of an order.
    #[must_use]
    pub fn items_of(&self, order: &OrderRow) -> &[ItemRow] {
        let (first, count) = (order.items.0 as usize, order.items.1 as usize);
        self.items.get(first..first.saturating_add(count)).unwrap_or_default()
    }

    /// Returns the verdict of an item.
    #[must_use]
    pub fn judged_of(&self, item: &ItemRow) -> Option<&JudgedRow> {
        self.judged.get(item.judged? as usize)
    }
}

#[derive(Default)]
struct Making {
    platforms: Numbered,
    actors: Numbered,
    authorities: Numbered,
    // Order by identifier; order item and content item by identifier, as far as something speaks of them.
    orders: HashMap<Id, u32>,
    own: HashMap<Id, u32>,
    contents: HashMap<Id, Vec<u32>>,
    // Items that name one content.
    shared: Vec<(u32, u32)>,
}

impl Making {
    fn order(&mut self, frame: &mut Frame, fact: &OrderFacts<'_>, cited: &[(Id, bool)]) {
        let is_seen = matches!(fact.document_seen, "original" | "copy" | "quoted");
        let linked =
            cited.binary_search_by(|(order, _)| order.cmp(&fact.id)).ok().and_then(|at| cited.get(at)).map(|(_, exact)| *exact);
        self.orders.insert(fact.id, small(frame.orders.len()));
        frame.orders.push(OrderRow {
            row: fact.row,
            platform: fact.platform.map(|id| self.platforms.place(id)),
            authority: fact.authority.map(|id| self.authorities.place(id)),
            beneficiary: None,
            protected: None,
            lists: bit_of(list_of(fact.learned_how)),
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
            cites: fact.cites || linked.is_some(),
            cites_paragraph: match linked {
                Some(exact) => Tri::is(exact),
                None if fact.cites => Tri::Unknown,
                None => Tri::No,
            },
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

    // Items are read in the order of their rows, where those of one order may lie apart: they are laid together.
    fn items(&mut self, frame: &mut Frame, vault: &Vault) -> Result<()> {
        let mut found: Vec<(ItemRow, Id, Id)> = Vec::new();
        let mut appeals: BTreeMap<Id, AppealRow> = BTreeMap::new();
        vault.each_item_fact(&mut |fact: ItemFacts<'_>| {
            let Some(order) = self.orders.get(&fact.order).copied() else { return };
            if fact.appeal_filed.is_some() || fact.reinstated.is_some() || !matches!(fact.appeal_result, "" | "none" | "unknown")
            {
                let appeal = AppealRow {
                    item: 0,
                    result: fact.appeal_result.to_owned(),
                    filed: fact.appeal_filed,
                    decided: fact.appeal_decided,
                    reinstated: fact.reinstated,
                };
                appeals.insert(fact.id, appeal);
            }
            let row = ItemRow {
                order,
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
            };
            found.push((row, fact.id, fact.item));
        })?;
        found.sort_by_key(|(row, ..)| row.order);
        for (place, (row, own, content)) in (0_u32..).zip(&found) {
            if let Some(order) = frame.orders.get_mut(row.order as usize) {
                if order.items.1 == 0 {
                    order.items.0 = place;
                }
                order.items.1 += 1;
            }
            self.own.insert(*own, place);
            let same = self.contents.entry(*content).or_default();
            if let Some(first) = same.first() {
                self.shared.push((*first, place));
            }
            same.push(place);
        }
        frame.items = found.into_iter().map(|(row, ..)| row).collect();
        vault.each_language(&mut |content, language| {
            let language = code_of(&ITEM_LANGUAGES, language);
            for place in self.contents.get(&content).into_iter().flatten() {
                if let Some(row) = frame.items.get_mut(*place as usize) {
                    row.language = language;
                }
            }
        })?;
        for (own, mut appeal) in appeals {
            if let Some(place) = self.own.get(&own) {
                appeal.item = *place;
                frame.appeals.push(appeal);
            }
        }
        frame.appeals.sort_by_key(|appeal| appeal.item);
        Ok(())
    }

    // The most vulnerable of those whom an order protects is whom it is counted for.
    fn parties(&mut self, frame: &mut Frame, vault: &Vault) -> Result<()> {
        for party in vault.parties()? {
            let actor = self.actors.place(party.actor);
            let takes_over = |known: Option<Protected>| known.is_none_or(|known| party.kind < known);
            if let Some(item) = party.item {
                for place in self.contents.get(&item).into_iter().flatten() {
                    if let Some(row) = frame.items.get_mut(*place as usize).filter(|row| takes_over(row.protected)) {
                        (row.protected, row.beneficiary) = (Some(party.kind), Some(actor));
                    }
                }
            } else if let Some(order) = party.order.and_then(|id| self.orders.get(&id))
                && let Some(row) = frame.orders.get_mut(*order as usize).filter(|row| takes_over(row.protected))
            {
                (row.protected, row.beneficiary) = (Some(party.kind), Some(actor));
            }
        }
        for item in &mut frame.items {
            if item.protected.is_none()
                && let Some(order) = frame.orders.get(item.order as usize)
            {
                (item.protected, item.beneficiary) = (order.protected, order.beneficiary);
            }
        }
        Ok(())
    }

    fn verdicts(&self, frame: &mut Frame, vault: &Vault) -> Result<()> {
        let mut parts = taken_part(frame, vault)?;
        for found in vault.verdict_facts()? {
            let Some(place) = self.own.get(&found.order_item).copied() else { continue };
            let judged = small(frame.judged.len());
            if let Some(item) = frame.items.get_mut(place as usize) {
                item.judged = Some(judged);
            }
            frame.judged.push(JudgedRow {
                item: place,
                verdict: code_of(&VERDICTS, &found.verdict),
                blind: [code_of(&VERDICTS, &found.first), code_of(&VERDICTS, &found.second)],
                reviewers: parts.remove(&found.order_item).unwrap_or_default(),
                flags: found.flags,
                defects: found.defects,
                elements: found.elements,
            });
        }
        Ok(())
    }

    // Orders hang together where they name one item, or items that are alike. An item that two orders name is like itself.
    fn likes(&self, frame: &mut Frame, vault: &Vault) -> Result<()> {
        let mut orders = Joined::of(frame.orders.len());
        let mut items = Joined::of(frame.items.len());
        let mut join = |one: u32, other: u32| {
            items.join(one, other);
            let order = |place: u32| frame.items.get(place as usize).map_or(0, |item| item.order);
            orders.join(order(one), order(other));
        };
        for (one, other) in &self.shared {
            join(*one, *other);
        }
        for alike in vault.alike()? {
            if let (Some([one, ..]), Some([other, ..])) =
                (self.contents.get(&alike.0).map(Vec::as_slice), self.contents.get(&alike.1).map(Vec::as_slice))
            {
                join(*one, *other);
            }
        }
        for (place, item) in (0_u32..).zip(&mut frame.items) {
            item.like = Some(items.root(place)).filter(|root| *root != place || items.is_shared(place));
        }
        let mut numbers: HashMap<u32, u32> = HashMap::new();
        for (place, order) in (0_u32..).zip(&mut frame.orders) {
            let next = small(numbers.len());
            order.cluster = *numbers.entry(orders.root(place)).or_insert(next);
        }
        frame.clusters = small(numbers.len());
        Ok(())
    }

    // A record that repeats an order tells of a second source of it.
    fn lists(&self, frame: &mut Frame, vault: &Vault) -> Result<()> {
        for source in vault.other_sources()? {
            let list = list_of(&source.learned_how).or(Some(source.list.as_str()));
            if let Some(order) = self.orders.get(&source.order).and_then(|place| frame.orders.get_mut(*place as usize)) {
                order.lists |= bit_of(list);
            }
        }
        Ok(())
    }

    fn complaint(&self, fact: ComplaintFacts) -> ComplaintRow {
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
        }
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
