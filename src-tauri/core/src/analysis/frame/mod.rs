//! The register as figures see it: orders and their items as rows of small numbers, read once and brought up to date by reading again what was
//! written since. A filter picks orders; every figure is then made from what it picked, without another reading of the database.
//!
//! A frame that was brought up to date equals one that is read anew, number by number: what is numbered here (platforms, clusters, whom orders
//! protect) is numbered once more after every change.

mod made;

use crate::error::Result;
use crate::id::Id;
use crate::store::{Bounds, OfficialFact, Protected, Vault, WatchedFact};
use made::Kept;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// It was decided within the term of the law; unknown where its days leave that open.
    pub in_term: Tri,
}

/// The register as figures see it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
    /// What it is brought up to date with; of no meaning elsewhere.
    pub(super) kept: Kept,
}

/// Returns the place of a code in its list.
#[must_use]
pub fn code_of(list: &[&str], code: &str) -> Code {
    list.iter().position(|known| *known == code).and_then(|at| u8::try_from(at).ok()).unwrap_or(NO_CODE)
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Frame {
    /// Reads the register. `go_on` hears after some rows how many more were read, of how many there are in all, and answers whether to go on.
    ///
    /// # Errors
    /// [`crate::error::Error::Cancelled`] when the answer was no.
    pub fn read(vault: &Vault, go_on: &(dyn Fn(u64, u64) -> bool + Sync)) -> Result<Self> {
        let mut frame = made::read(vault, go_on)?;
        frame.bring_up(vault, go_on)?;
        Ok(frame)
    }

    /// Brings the frame up to date with the register.
    ///
    /// # Errors
    /// As [`Frame::read`]; the frame is of no more use then.
    pub fn bring_up(&mut self, vault: &Vault, go_on: &(dyn Fn(u64, u64) -> bool + Sync)) -> Result<()> {
        // What is written while it is read is read again.
        loop {
            let edition = vault.edition()?;
            if edition == self.edition {
                return Ok(());
            }
            match vault.written_since(self.edition)? {
                Some(written) => made::renew(self, vault, &written)?,
                None => *self = made::read(vault, go_on)?,
            }
            self.edition = self.edition.max(edition);
        }
    }

    /// Finds where order items stand among [`Frame::items`]; nothing for what figures do not speak of.
    #[must_use]
    pub fn places(&self, order_items: &[Id]) -> Vec<Option<u32>> {
        self.kept.places(order_items)
    }

    /// Says of each order item whether it counts in shares.
    #[must_use]
    pub fn in_shares(&self, order_items: &[Id]) -> Vec<bool> {
        let places = self.places(order_items).into_iter();
        let order = |place: u32| self.order(self.items.get(place as usize)?.order);
        places.map(|place| place.and_then(order).is_some_and(|order| order.is_in_shares)).collect()
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
