//! What crosses the border: requests and replies of the window and the command line, and nothing else.
//!
//! Times cross as UTC seconds with their precision; texts that people read are worded by the side that shows them.

mod analysis;
mod autolock;
mod backup;
mod bundle;
mod capture;
mod clock;
mod exhibits;
mod exports;
mod health;
mod hidden;
mod imports;
mod keys;
mod methods;
mod papers;
mod profile;
mod purge;
mod records;
mod reviews;
mod search;
mod snapshot;
mod table;

pub use analysis::*;
pub use autolock::*;
pub use backup::*;
pub use bundle::*;
pub use capture::*;
pub use clock::*;
pub use exhibits::*;
pub use exports::*;
pub use health::*;
pub use imports::*;
pub use keys::*;
pub use methods::*;
pub use papers::*;
pub use profile::*;
pub use purge::*;
pub use records::*;
pub use reviews::*;
pub use search::*;
pub use snapshot::*;
pub use table::*;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One of the three languages of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Kazakh, Cyrillic script.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

/// How the window looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Look {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A text in up to three languages; empty where nobody wrote it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Trilingual {
    /// Kazakh.
    #[serde(default)]
    pub kk: String,
    /// Russian.
    #[serde(default)]
    pub ru: String,
    /// English.
    #[serde(default)]
    pub en: String,
}

/// A moment known as an interval of UTC seconds, both ends inclusive; absent ends mean unknown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WireTime {
    /// Earliest possible UTC second, or nothing.
    #[ts(type = "number | null")]
    pub earliest: Option<i64>,
    /// Latest possible UTC second, or nothing.
    #[ts(type = "number | null")]
    pub latest: Option<i64>,
    /// exact, minute, hour, day, month, year, unknown.
    pub precision: String,
    /// Offset of the zone in which it was stated, in minutes east of UTC.
    pub offset_minutes: i32,
    /// document, platform_notice, observed, witness, press, inferred.
    pub basis: String,
}

/// Nothing to say.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// Where the vault stands.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VaultState {
    /// absent (nothing at the place), locked, open.
    pub state: String,
    /// The folder's own name, never its path.
    pub label: String,
    /// The open register holds the invented example.
    pub example: bool,
    /// Interface language stored in the open vault.
    pub lang: Option<Lang>,
    /// How the window looks, stored in the open vault; as the system says while none is open.
    pub look: Look,
    /// Name of the organisation, as printed on papers.
    pub organisation: String,
    /// Name of the person at the keyboard.
    pub actor: String,
    /// Version of the app.
    pub version: String,
    /// Something in the open register is damaged: it is shown and nothing can be written.
    pub read_only: bool,
}

/// Asks for a passphrase to offer.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PassphraseSuggest {
    /// Language of the words.
    pub lang: Lang,
}

/// A generated passphrase.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PassphraseOffer {
    /// Six words with blanks between.
    pub words: String,
    /// Bits of randomness.
    pub bits: u32,
}

/// Asks how strong a chosen passphrase is.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PassphraseCheck {
    /// The passphrase as typed.
    pub passphrase: String,
}

/// Offline estimate of a passphrase.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PassphraseStrength {
    /// Estimated bits.
    pub bits: u32,
    /// weak (refused), fair, strong.
    pub grade: String,
}

/// Creates a vault at the chosen place.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct VaultCreate {
    /// The passphrase as typed.
    pub passphrase: String,
    /// Interface language to remember.
    pub lang: Lang,
    /// Fill it with the invented example register.
    pub with_example: bool,
    /// Organisation printed on papers.
    pub organisation: String,
    /// Name of the person at the keyboard.
    pub actor: String,
}

/// Unlocks the vault at the chosen place.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct VaultUnlock {
    /// The passphrase as typed.
    pub passphrase: String,
}

/// Replaces the passphrase.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PassphraseChange {
    /// The one that opens the vault today.
    pub old: String,
    /// The one that shall open it from now on.
    pub new: String,
}

/// Remembers the interface language in the open vault.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LangSet {
    /// The language.
    pub lang: Lang,
}

/// Remembers in the open vault how the window looks.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LookSet {
    /// How it looks.
    pub look: Look,
}

/// What the authors of a work inside the program ask to be said.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Notice {
    /// The work.
    pub work: String,
    /// Their words.
    pub text: String,
}

/// Notices of the works by others that are inside the program.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Notices {
    /// One for each work.
    pub rows: Vec<Notice>,
}

/// A running 24-hour clock on the desk.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DeskClock {
    /// Order id.
    pub order: String,
    /// Human reference, as KZ-2025-0042.
    pub reference: String,
    /// Number of the order, empty when unknown.
    pub number: String,
    /// Authority.
    pub authority: Trilingual,
    /// Platform.
    pub platform: Trilingual,
    /// Deadline as an interval.
    pub deadline: WireTime,
    /// Whole minutes left until the earliest end of the deadline, negative when past it.
    pub minutes_left: i32,
}

/// An order in a short list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderBrief {
    /// Order id.
    pub id: String,
    /// Human reference.
    pub reference: String,
    /// Number of the order.
    pub number: String,
    /// Authority.
    pub authority: Trilingual,
    /// Issued.
    pub issued: WireTime,
}

/// What needs me now, and three numbers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Desk {
    /// Orders whose clock runs, most urgent first, at most ten.
    pub clocks: Vec<DeskClock>,
    /// Drafts to complete, newest first, at most ten.
    pub drafts: Vec<OrderBrief>,
    /// Number of all drafts.
    pub drafts_total: u32,
    /// Order items without a locked review.
    pub to_review: u32,
    /// Complaints recorded.
    pub complaints: u32,
    /// Complaints that led to no order as far as known.
    pub complaints_without_order: u32,
    /// The measures of the register.
    pub measures: Measures,
    /// State of the ledger.
    pub ledger: LedgerState,
}

/// A share with its interval and its display level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Share {
    /// Method id with version, as C1/2.
    pub method: String,
    /// Numerator.
    pub count: u32,
    /// Denominator.
    pub of: u32,
    /// headline, interval, counts, nothing.
    pub level: String,
    /// Estimate in [0, 1], where the level shows one.
    pub estimate: Option<f64>,
    /// Lower limit of the 95 % Wilson interval.
    pub low: Option<f64>,
    /// Upper limit of the 95 % Wilson interval.
    pub high: Option<f64>,
    /// Share if every cannot-tell were not counted: the low end of the band.
    pub band_low: Option<f64>,
    /// Share if every cannot-tell were counted: the high end of the band.
    pub band_high: Option<f64>,
    /// Identifiers of the caveats to be worded, as caveat-known-orders-only.
    pub caveats: Vec<String>,
}

/// Items reviewed with one verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VerdictCount {
    /// real_bullying, legitimate_criticism, mixed, other_unlawful, other_lawful, cannot_tell.
    pub verdict: String,
    /// Number of order items.
    pub count: u32,
}

/// The measures that exist so far. Orders and items are never added together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Measures {
    /// Complaints recorded.
    pub complaints: u32,
    /// Orders recorded.
    pub orders: u32,
    /// Orders whose document was seen (original, copy or quoted).
    pub orders_seen: u32,
    /// Order items recorded.
    pub items: u32,
    /// Order items with a locked review under the current rubric that count in the shares.
    pub reviewed: u32,
    /// Reviewed order items whose order is known by description alone: in no share.
    pub reviewed_apart: u32,
    /// First and last day of the orders counted, as YYYY-MM-DD, empty when none has a date.
    pub first_day: String,
    /// See first_day.
    pub last_day: String,
    /// Reviewed order items by verdict, all six in a fixed order.
    pub verdicts: Vec<VerdictCount>,
    /// Share of legitimate criticism among reviewed order items.
    pub criticism: Share,
    /// Share of real bullying among reviewed order items.
    pub bullying: Share,
    /// Questions that decide verdicts and on which two reviewers agree too little (alpha below 0.667).
    pub questions_below: Vec<String>,
    /// Orders by state of the 24-hour deadline: met, missed, indeterminate, running, unknown.
    pub deadlines: Vec<NamedCount>,
    /// Version of the rubric.
    pub rubric: String,
}

/// A count with a code for a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NamedCount {
    /// Code.
    pub code: String,
    /// Count.
    pub count: u32,
}

/// Where the ledger stands.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LedgerState {
    /// Entries.
    pub entries: u32,
    /// Root of the tree, hexadecimal.
    pub root: String,
    /// Fingerprint of this device's public key.
    pub device: String,
    /// UTC second of the last entry.
    #[ts(type = "number | null")]
    pub last_at: Option<i64>,
}

/// One entry of the ledger in a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LedgerLine {
    /// Place from 0.
    pub seq: u32,
    /// UTC second.
    #[ts(type = "number")]
    pub recorded_at: i64,
    /// Event kind, as order_recorded.
    pub kind: String,
    /// Who.
    pub actor: String,
    /// Human reference of the object, where it has one.
    pub object: String,
    /// Places within its order of the items that it speaks of, as 2 or 1–3, 5; empty where the order has one item only.
    pub items: String,
    /// What more the sentence about it needs, as a code: the round of a review, the reason of a cycle, a case; or nothing.
    pub detail: String,
    /// Leaf hash, hexadecimal.
    pub leaf: String,
}

/// Asks for the newest entries.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LedgerPage {
    /// How many, newest first.
    pub limit: u32,
    /// Skip so many.
    pub offset: u32,
}

/// The newest entries.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LedgerLines {
    /// State of the whole.
    pub state: LedgerState,
    /// Lines, newest first.
    pub lines: Vec<LedgerLine>,
}

/// What verification found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VerifyReport {
    /// good, bad.
    pub status: String,
    /// Entries checked.
    pub entries: u32,
    /// Checkpoints whose signature was checked.
    pub checkpoints: u32,
    /// Rows compared with their last event.
    pub rows: u32,
    /// What is wrong, at most 100 findings.
    pub findings: Vec<HealthFinding>,
    /// Root of the tree, hexadecimal.
    pub root: String,
}

/// Asks for a page of orders.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrdersList {
    /// The filter: words, "phrases" and `field:value` terms that must all hold; empty for all.
    pub filter: String,
    /// reference, number, authority, platform, issued, deadline, learned, items, removed, reviewed, provisions, origin, or a coded field:
    /// instrument, learned_how, ground, action, document_seen, reasons_level, names_items_by_url, informs_of_appeal, author_notified,
    /// draft.
    pub sort: String,
    /// Newest or largest first.
    pub descending: bool,
    /// First row wanted.
    pub offset: u32,
    /// Rows wanted, at most 500.
    pub limit: u32,
}

/// A row of the orders table.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderRow {
    /// Order id.
    pub id: String,
    /// Human reference.
    pub reference: String,
    /// Number as written, empty when none.
    pub number: String,
    /// Authority.
    pub authority: Trilingual,
    /// Platform, empty when unknown.
    pub platform: Trilingual,
    /// Instrument kind.
    pub instrument: String,
    /// Issued.
    pub issued: WireTime,
    /// Received.
    pub received: WireTime,
    /// When it became known.
    pub learned: WireTime,
    /// As in OrderDraft.
    pub learned_how: String,
    /// End of the 24-hour term from receipt.
    pub deadline: WireTime,
    /// met, missed, indeterminate, running, unknown.
    pub deadline_state: String,
    /// Order items.
    pub items: u32,
    /// Order items that are gone: removed, geo-blocked, account suspended.
    pub removed: u32,
    /// Order items whose outcome is known.
    pub known: u32,
    /// Order items reviewed.
    pub reviewed: u32,
    /// Their verdicts, in the fixed order, without zeros.
    pub verdicts: Vec<VerdictCount>,
    /// As in OrderDraft.
    pub ground: String,
    /// As in OrderDraft.
    pub action: String,
    /// As in OrderDraft.
    pub document_seen: String,
    /// As in OrderDraft.
    pub reasons_level: String,
    /// Cited provisions, cut to 300 characters.
    pub provisions: String,
    /// As in OrderDraft.
    pub names_items_by_url: String,
    /// As in OrderDraft.
    pub informs_of_appeal: String,
    /// As in OrderDraft.
    pub author_notified: String,
    /// Notes, cut to 300 characters.
    pub note: String,
    /// The note goes on: whoever edits it must read the order first.
    pub note_cut: bool,
    /// Still a draft.
    pub draft: bool,
    /// Address of the first item, for the eye.
    pub first_locator: String,
    /// Name of the import that made it, or empty.
    pub origin: String,
    /// UTC second at which it came on record.
    #[ts(type = "number")]
    pub recorded_at: i64,
}

/// A page of orders.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrdersPage {
    /// Orders that match the filter.
    pub total: u32,
    /// Orders in the register.
    pub all: u32,
    /// The rows asked for.
    pub rows: Vec<OrderRow>,
    /// What is wrong with the filter; then there are no rows.
    pub problem: Option<FilterProblem>,
}

/// Names one thing by its id.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ById {
    /// The id.
    pub id: String,
}

/// An item of an order, with what happened to it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderItemView {
    /// Order item id.
    pub id: String,
    /// Content item id.
    pub item: String,
    /// Place within the order, from 1, the same for ever; 0 where the order has no other item.
    pub place: u32,
    /// Address as the order gave it.
    pub locator: String,
    /// Kind: post, comment, video…
    pub kind: String,
    /// Text of the content, in the original.
    pub text: String,
    /// kk, ru, en, mixed, other, empty.
    pub language: String,
    /// Outcome: removed, geo_blocked, … unknown.
    pub outcome: String,
    /// When it was first seen down.
    pub complied: WireTime,
    /// met, missed, indeterminate, running, unknown.
    pub deadline_state: String,
    /// Final verdict of a locked review, or nothing.
    pub verdict: Option<String>,
    /// normal, child_identifiable, intimate, graphic.
    pub sensitivity: String,
}

/// An order in full.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderDetail {
    /// Order id.
    pub id: String,
    /// Human reference.
    pub reference: String,
    /// The recorded fields, as the capture form edits them.
    pub order: OrderDraft,
    /// Authority, worded.
    pub authority: Trilingual,
    /// Platform, worded.
    pub platform: Trilingual,
    /// Deadline by interval arithmetic.
    pub deadline: WireTime,
    /// Basis of the deadline: h24_from_receipt, h24_from_issue, not_stated.
    pub deadline_basis: String,
    /// met, missed, indeterminate, running, unknown.
    pub deadline_state: String,
    /// Its items, at most 1,000.
    pub items: Vec<OrderItemView>,
    /// Number of all its items.
    pub items_total: u32,
    /// The complaint behind it.
    pub complaint: Option<ComplaintRow>,
    /// Entries of the ledger that speak of it, oldest first, at most 200.
    pub history: Vec<LedgerLine>,
    /// Import batch id, or nothing.
    pub batch: Option<String>,
}

/// What the capture form sends: almost everything may be empty.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderDraft {
    /// ministry_order, prosecutor_submission, court_act, police_request, letter, platform_channel_flag, preventive_recommendation, unknown.
    pub instrument: String,
    /// Number as written.
    pub number: String,
    /// Authority by name or alias, as typed.
    pub authority: String,
    /// Platform by name or domain, as typed.
    pub platform: String,
    /// When we learned of it.
    pub learned: WireTime,
    /// platform_notice, author, lawyer, court_file, register, press, foi, leak, monitoring, unknown.
    pub learned_how: String,
    /// Issued.
    pub issued: WireTime,
    /// Received by the platform.
    pub received: WireTime,
    /// Cited provisions as written.
    pub provisions: String,
    /// child_cyberbullying … not_stated.
    pub ground: String,
    /// delete, geo_block, suspend_account, block_site, disclose_author, label, other, not_stated.
    pub action: String,
    /// original, copy, quoted, described_only, unknown.
    pub document_seen: String,
    /// yes, no, unknown.
    pub names_items_by_url: String,
    /// yes, no, unknown.
    pub informs_of_appeal: String,
    /// yes, no, unknown.
    pub author_notified: String,
    /// none, formula, case_specific, unknown.
    pub reasons_level: String,
    /// Addresses, one a line.
    pub locators: Vec<String>,
    /// Text of the first item, where known.
    pub text: String,
    /// Notes.
    pub note: String,
    /// Still to be completed.
    pub draft: bool,
}

/// Saves a new order.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderAdd {
    /// The form.
    pub order: OrderDraft,
    /// What else was read and not rejected.
    #[serde(default)]
    pub more: Vec<MoreField>,
    /// Child sexual material is behind the order: to whom it was reported. Then the form has no address and no text, and the order gets one
    /// item of which nothing else is kept. Empty otherwise.
    #[serde(default)]
    pub referral: String,
}

impl OrderAdd {
    /// Saves a form and nothing else.
    #[must_use]
    pub const fn of(order: OrderDraft) -> Self {
        Self { order, more: Vec::new(), referral: String::new() }
    }
}

/// Replaces the recorded fields of an order.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OrderAmend {
    /// Order id.
    pub id: String,
    /// The form.
    pub order: OrderDraft,
}

/// Where something was saved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Saved {
    /// Its id.
    pub id: String,
    /// Human reference.
    pub reference: String,
    /// Ledger entry.
    pub seq: u32,
}

/// Records what happened to one item of an order.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OutcomeSet {
    /// Order item id.
    pub id: String,
    /// removed, geo_blocked, account_suspended, age_gated, labelled, author_deleted, partly, refused, no_action, unknown.
    pub outcome: String,
    /// When it was first seen down.
    pub complied: WireTime,
}

/// A text pasted into the capture field.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Recognise {
    /// An address or the text of a letter.
    pub text: String,
}

/// What was recognised; the form filled with it and the fields that were touched.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Recognised {
    /// A form with the recognised fields filled.
    pub order: OrderDraft,
    /// Names of the recognised fields.
    pub fields: Vec<String>,
    /// Likely duplicates.
    pub duplicates: Vec<Duplicate>,
    /// Each value with its passage.
    pub found: Vec<Reading>,
    /// What else was read: it goes along with the form, unless a person rejects it.
    pub more: Vec<MoreField>,
    /// The text speaks of child sexual material: addresses and text are left out and must not be recorded.
    pub child_sexual: bool,
}

/// A record that may be the same.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Duplicate {
    /// Order id.
    pub id: String,
    /// Human reference.
    pub reference: String,
    /// same_number_issuer, same_number, same_locator, alike_locator.
    pub why: String,
    /// The address as that record holds it, where an address is why.
    pub locator: String,
    /// In what it is written differently: scheme, www, mobile, slash, escape, tracking …
    pub how: Vec<String>,
}

/// A complaint in a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ComplaintRow {
    /// Complaint id.
    pub id: String,
    /// Human reference.
    pub reference: String,
    /// e_otinish, paper, hotline_111, platform_form, media, unknown.
    pub channel: String,
    /// Filed.
    pub filed: WireTime,
    /// legal_representative, child, other_citizen, official_for_self, agency, anonymous, unknown.
    pub filer_capacity: String,
    /// confirmed, not_confirmed, refused, forwarded, no_reply, pending, unknown.
    pub decision: String,
    /// yes, no, unknown.
    pub to_expert_group: String,
    /// What it was about, in the words of the monitor.
    pub note: String,
    /// Reference of the order it led to, empty when none is known.
    pub order_reference: String,
}

/// All complaints.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Complaints {
    /// Newest first.
    pub rows: Vec<ComplaintRow>,
}

/// Records a complaint.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ComplaintAdd {
    /// See ComplaintRow.
    pub channel: String,
    /// Filed.
    pub filed: WireTime,
    /// See ComplaintRow.
    pub filer_capacity: String,
    /// See ComplaintRow.
    pub decision: String,
    /// yes, no, unknown.
    pub to_expert_group: String,
    /// Notes.
    pub note: String,
    /// Reference of the order it led to, empty when none is known.
    pub order_reference: String,
}

/// A platform with its threshold computed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlatformRow {
    /// Platform id.
    pub id: String,
    /// Name.
    pub name: Trilingual,
    /// social_network, messenger, video, forum, media, website, other.
    pub kind: String,
    /// Domains.
    pub domains: Vec<String>,
    /// yes, no, unknown: computed, never stored.
    pub meets_threshold: String,
    /// Value of the measure that decided, or nothing.
    #[ts(type = "number | null")]
    pub measure_value: Option<i64>,
    /// Unit of that measure.
    pub measure_unit: String,
    /// Period of that measure.
    pub measure_period: String,
    /// Source of that measure.
    pub measure_source: String,
    /// Orders on record.
    pub orders: u32,
}

/// All platforms.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Platforms {
    /// By name.
    pub rows: Vec<PlatformRow>,
}

/// Adds an audience measure to a platform.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MeasureAdd {
    /// Platform id.
    pub platform: String,
    /// Users.
    #[ts(type = "number")]
    pub value: i64,
    /// avg_daily_over_month, monthly_users, hosts_per_day, other.
    pub unit: String,
    /// As YYYY-MM.
    pub period: String,
    /// Who published it.
    pub source: String,
}

/// A name for something, with its usual list value.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NamedChoice {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Trilingual,
}

/// Authorities and platforms to choose from while typing.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Choices {
    /// Authorities.
    pub authorities: Vec<NamedChoice>,
    /// Platforms.
    pub platforms: Vec<NamedChoice>,
}

/// How far an import, an export or a file is: sent as an event while it runs.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Progress {
    /// reading, grouping, writing, indexing, sealing, export, exhibit.
    pub stage: String,
    /// Done so far.
    pub done: u32,
    /// Of so many.
    pub of: u32,
}

/// Asks for a chart.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ChartAsk {
    /// verdicts.
    pub name: String,
    /// Language.
    pub lang: Lang,
    /// light, dark.
    pub theme: String,
}

/// A chart as an SVG document with its text alternative.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Chart {
    /// SVG.
    pub svg: String,
    /// Text alternative with every value.
    pub alt: String,
}

/// A failure on the wire: a code and named parameters, never prose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Failure {
    /// Name of the failure.
    pub code: Code,
    /// Parameters of its message.
    pub params: std::collections::BTreeMap<String, String>,
}

/// The name of a failure. The window's copy is a total map from these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The passphrase does not open any slot.
    WrongPassphrase,
    /// Header and its copy are unreadable or altered.
    HeaderDamaged,
    /// header.json and header.bak are both missing, though a database is there.
    HeaderMissing,
    /// The header belongs to another vault than the database.
    HeaderForeign,
    /// The database cannot be read with the right key.
    DatabaseDamaged,
    /// The vault was written by a newer version.
    VaultNewer,
    /// No vault at this place.
    VaultAbsent,
    /// A vault or other files are already there.
    VaultExists,
    /// Another window or process has the vault open.
    VaultInUse,
    /// The folder cannot be written.
    VaultReadOnly,
    /// A paper is not saved there: inside the vault's folder, or over a file.
    PlaceRefused,
    /// The system did not take a picture onto the clipboard.
    ClipboardRefused,
    /// The disk is full.
    DiskFull,
    /// The disk could not be read or written.
    DiskFailing,
    /// The command needs an open vault.
    Locked,
    /// Something in the vault is damaged: it is shown and nothing is written.
    VaultDamaged,
    /// Too many wrong tries in a row. seconds.
    TryLater,
    /// Words that are no recovery key.
    RecoveryWrong,
    /// What was typed back is not what was shown.
    RecoveryDiffers,
    /// A recovery key that is none of this register's, or none any more.
    RecoveryStale,
    /// A share that was not made with this key. number.
    ShareFalse,
    /// A backup that is not whole.
    BackupDamaged,
    /// No backup of this app.
    BackupForeign,
    /// Nothing of what was given opens the backup.
    BackupUnopened,
    /// The folder for backups is not there now.
    BackupNowhere,
    /// A folder that must be empty is not.
    FolderTaken,
    /// The passphrase is too weak. bits.
    PassphraseWeak,
    /// A value is missing or not allowed. field.
    Invalid,
    /// Nothing with this id.
    NotFound,
    /// The file has no data rows. name.
    FileEmpty,
    /// The file is not a table of text. name.
    FileBinary,
    /// The encoding was not recognised. name.
    FileEncoding,
    /// More of something than a table may have. what, limit.
    FileBounds,
    /// A workbook that cannot be read. name.
    FileWorkbook,
    /// The file is larger than the limit. limit.
    FileTooLarge,
    /// The file cannot be read. name.
    FileUnreadable,
    /// The folder is not there. name.
    FolderAbsent,
    /// No column could be mapped to what an order needs.
    FileNoColumns,
    /// The file is no open export that this version knows. name.
    FileForeign,
    /// An open export is damaged or cut short. name, line.
    FileDamaged,
    /// A record of an open export is not of its kind. name, line, kind, field.
    FileRecordRefused,
    /// The file is no snapshot that this version knows. name.
    SnapshotForeign,
    /// A snapshot is damaged or altered. name, part (with its line, where it has lines).
    SnapshotDamaged,
    /// An archive holds more than a snapshot may. name.
    SnapshotTooLarge,
    /// A register can be read back into an empty one only.
    RegisterNotEmpty,
    /// The person cancelled; nothing was changed.
    Cancelled,
    /// The import cannot be undone: later entries build on it. count.
    UndoBlocked,
    /// The import would bring nothing: every row is rejected, or known already. rejected, known.
    NothingToImport,
    /// It was undone before.
    UndoneBefore,
    /// Something changed since what an undo would put back. field, reference, entry.
    UndoOvertaken,
    /// An entry that no undo takes back. why: addition, own_rules, nothing, reviewed, purged.
    UndoRefused,
    /// More orders than one act may touch. count, limit.
    TooMany,
    /// The review is locked.
    ReviewLocked,
    /// Nobody sits at this keyboard as a reviewer.
    SeatEmpty,
    /// Others have the places of the item, or it is settled.
    PlaceTaken,
    /// Somebody who reviews has a name that looks the same. name.
    NameAlike,
    /// Say first whether there is a conflict of interest.
    ConflictOpen,
    /// A conflict of interest was declared: somebody else reviews the item.
    ConflictDeclared,
    /// What others answered is not shown before both blind reviews are locked.
    StillBlind,
    /// The item is being judged already.
    CycleOpen,
    /// The item or its order changed while it was reviewed.
    ReviewOvertaken,
    /// An override needs a reason.
    OverrideNeedsReason,
    /// Y and N need a quote, an exhibit or a note. question.
    AnswerNeedsGround,
    /// Quoted words do not stand in the item, and nothing says where they stand.
    QuoteNotInItem,
    /// A question that still decides has no answer. question.
    AnswerOpen,
    /// A method has faults. fault, count, and the parameters of the first.
    MethodFaulty,
    /// A version that was adopted never changes. version.
    MethodSettled,
    /// The same version is here with other bytes. version.
    MethodTaken,
    /// A draft says the same as what it was made from. version.
    MethodUnchanged,
    /// Without this version there would be none in use. version.
    MethodLast,
    /// The paper needs at least one reviewed item.
    PaperNeedsReview,
    /// A paper about an order needs one chosen.
    PaperNeedsOrder,
    /// A letter has no shape in the paper's fonts. letter.
    PaperGlyphMissing,
    /// The paper holds values that its readers may not see. count.
    PaperLeaks,
    /// The paper has more words than it may have.
    PaperOverLimit,
    /// The paper would tell the press or the public who a child is. count.
    PaperTellsChild,
    /// The file of the sealed paper is not kept.
    PaperNotKept,
    /// A bundle would be larger than archives of its form can be. megabytes.
    BundleTooLarge,
    /// The file of the exhibit is not in the vault.
    ExhibitMissing,
    /// The file of the exhibit is damaged, or another one.
    ExhibitAltered,
    /// The file is too large to be taken in. limit.
    ExhibitTooLarge,
    /// The file cannot be read to its end, or changed meanwhile.
    ExhibitUnread,
    /// Something went wrong inside; the cause is in the log.
    Internal,
}
