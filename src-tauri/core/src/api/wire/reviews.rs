//! Reviewing: seats and queues, a sheet, what the rules make of it, what two reviewers agree on, and the calibration set.

use super::{OrderItemView, Trilingual, WireTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One question of the rubric.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Question {
    /// Code, as A3.
    pub code: String,
    /// Part: G, A, B, C.
    pub part: String,
    /// The question.
    pub text: Trilingual,
    /// Help under it.
    pub help: Trilingual,
    /// An example.
    pub example: Trilingual,
    /// Where it comes from.
    pub source: String,
    /// Values that can be chosen, in the order of the digit keys.
    pub scale: Vec<String>,
    /// Several values can hold at once; the answer joins them with a plus, in the order of the scale.
    pub several: bool,
    /// Values that must rest on a quote, an exhibit or a note.
    pub grounded: Vec<String>,
}

/// An answer to one question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Answer {
    /// Code of the question.
    pub code: String,
    /// Chosen value: Y, LY, LN, N, CT, NA, or the question's own; empty when open.
    pub value: String,
    /// Words of the content the answer rests on.
    #[serde(default)]
    pub quote: String,
    /// Exhibit it rests on: its label, page or second.
    #[serde(default)]
    pub exhibit: String,
    /// Note.
    #[serde(default)]
    pub note: String,
    /// How sure the reviewer is: 1 little, 2, 3 very; 0 when not said.
    #[serde(default)]
    pub confidence: u8,
}

/// A reviewer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewerRow {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
    /// Not of the organisation: yes, no, unknown.
    pub outside: String,
    /// Reviews locked.
    pub locked: u32,
    /// Items given and not locked yet.
    pub open: u32,
    /// Cases of the calibration set answered.
    pub calibrated: u32,
    /// Cases in the calibration set.
    pub calibration: u32,
    /// Of the answered cases, those whose verdict is the key's.
    pub calibrated_right: u32,
}

/// Who reviews, and who sits at this keyboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reviewers {
    /// In the order in which they came.
    pub rows: Vec<ReviewerRow>,
    /// The seat: a reviewer's id, or empty.
    pub seat: String,
    /// The name that the ledger knows at this keyboard: proposed for a new reviewer.
    pub actor: String,
}

/// Takes the seat: one who is known, or somebody new by name.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SeatTake {
    /// Reviewer, or empty.
    pub id: String,
    /// Name, where the id is empty.
    pub name: String,
}

/// Asks for a queue.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct QueueAsk {
    /// mine, free, waiting, disputed, again, settled; empty is mine, then free.
    pub line: String,
    /// Only disputes on this question.
    pub question: String,
}

/// An order item in a queue.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QueueRow {
    /// Order item id.
    pub id: String,
    /// Reference of the order.
    pub reference: String,
    /// Address.
    pub locator: String,
    /// Kind.
    pub kind: String,
    /// Language.
    pub language: String,
    /// mine, started, free, waiting, disputed, again, settled.
    pub state: String,
    /// first, second, adjudication, or empty when the seat has no place.
    pub round: String,
    /// Cycle, from 1.
    pub cycle: u32,
    /// Verdict that stands.
    pub verdict: Option<String>,
    /// Questions on which two reviewers contradict each other, once both reviews are locked.
    pub disputes: Vec<String>,
    /// The item or its order changed since it was judged.
    pub changed: bool,
}

/// A question with the number of items that reviewers dispute on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DisputedQuestion {
    /// Code.
    pub code: String,
    /// Items.
    pub count: u32,
}

/// A queue.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Queue {
    /// At most 200.
    pub rows: Vec<QueueRow>,
    /// There are more than these.
    pub cut: bool,
    /// Items without a verdict that stands.
    pub open: u32,
    /// Given to the seat and not locked.
    pub mine: u32,
    /// Locked by the seat, the other review is open.
    pub waiting: u32,
    /// Disputed.
    pub disputed: u32,
    /// To be judged anew: changed since, or under an older major version.
    pub again: u32,
    /// With a verdict that stands.
    pub settled: u32,
    /// Disputed items by question.
    pub questions: Vec<DisputedQuestion>,
    /// Name of the reviewer in the seat, or empty.
    pub seat: String,
}

/// The next item for the seat.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NextItem {
    /// Order item id; nothing when all is done.
    pub id: Option<String>,
}

/// Gives items that nobody has to two reviewers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Assign {
    /// One reviewer.
    pub first: String,
    /// The other.
    pub second: String,
    /// How many items, at most 500.
    pub count: u32,
}

/// What was given out.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Assigned {
    /// Items.
    pub count: u32,
}

/// Says whether the seat has a conflict of interest in an item.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ConflictDeclare {
    /// Order item id.
    pub id: String,
    /// none or declared.
    pub conflict: String,
    /// What it is, required when declared.
    #[serde(default)]
    pub note: String,
}

/// Opens an item's next cycle.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CycleOpen {
    /// Order item id.
    pub id: String,
    /// item_changed, new_major, new_evidence, error.
    pub reason: String,
    /// Note.
    #[serde(default)]
    pub note: String,
}

/// Where an answer of the register comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Pointer {
    /// Kind of record, as orders.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// Its reference or label.
    pub reference: String,
    /// Field, as issued.
    pub field: String,
    /// What it holds: a code, a text, or a moment as the window words it.
    pub code: String,
    /// The same as a moment, where the field is one.
    pub time: Option<WireTime>,
}

/// A provision with the version that was in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProvisionInForce {
    /// Act.
    pub act: Trilingual,
    /// Article.
    pub article: String,
    /// What it says, in our own words.
    pub summary: Trilingual,
    /// In force from, YYYY-MM-DD, or empty when not known.
    pub from: String,
    /// Last day in force, or empty.
    pub to: String,
    /// yes, no, unknown on the order's date.
    pub in_force: String,
    /// Where it was read.
    pub source: String,
    /// The wording was compared with the source.
    pub checked: bool,
}

/// One line of the statutory checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChecklistLine {
    /// Question of part B.
    pub code: String,
    /// What the register gives: LY, LN, NA, or empty where nothing follows.
    pub value: String,
    /// Why, as a code: not_in_force_yet, other_ground, decided_before, decided_after, …; empty where nothing follows.
    pub why: String,
    /// Fields that it follows from.
    pub pointers: Vec<Pointer>,
    /// Provisions that it rests on.
    pub provisions: Vec<ProvisionInForce>,
}

/// Everything a reviewer needs for one item.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReviewSheet {
    /// Order item id.
    pub id: String,
    /// Id of its order.
    pub order: String,
    /// Reference of the order.
    pub reference: String,
    /// declare: the seat has yet to say whether there is a conflict of interest, and the content is not here; answer; locked: own review, not yet
    /// readable by others; open: both reviews can be read; taken: others have the places; declined: a conflict was declared.
    pub stage: String,
    /// first, second, adjudication, or empty.
    pub round: String,
    /// Cycle, from 1.
    pub cycle: u32,
    /// The item; officials' names are covered in its text where `masked` says so.
    pub item: OrderItemView,
    /// Occurrences of officials' names that are covered.
    pub masked: u32,
    /// The names were uncovered for this review.
    pub saw_official: bool,
    /// When the item was posted.
    pub posted: WireTime,
    /// Rubric version.
    pub rubric: String,
    /// The questions in order: G, A, B, then C.
    pub questions: Vec<Question>,
    /// Answers saved so far.
    pub answers: Vec<Answer>,
    /// Verdict that was chosen against the rules and not yet handed in, or empty.
    pub chosen: String,
    /// Reason of that, as far as it is written.
    pub override_reason: String,
    /// Seconds with the sheet open so far.
    pub seconds: u32,
    /// Answers of part B that the register already gives, by code.
    pub proposed: Vec<Answer>,
    /// The statutory checklist B1–B7 and B14, with what each line follows from.
    pub checklist: Vec<ChecklistLine>,
    /// Judgement of the saved answers.
    pub judgement: Judgement,
    /// The seat's own locked review of this cycle, or where the seat has none and both can be read, the adjudication or the first one.
    pub locked: Option<LockedReview>,
    /// The own locked review may still be corrected: nobody else can read it yet.
    pub can_correct: bool,
    /// A correction of it that was begun and not locked.
    pub correction: Option<Correction>,
    /// What was judged changed since the review was locked.
    pub changed: bool,
    /// Digest of what is judged, to be handed in with the answers.
    pub subject: String,
    /// What became of the two reviews, once both are locked.
    pub outcome: Option<ReviewOutcome>,
    /// Reviews that may be read, oldest first: for the adjudicator and for whoever looks back.
    pub readings: Vec<ReviewReading>,
}

/// A correction of a locked review that was begun and not locked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Correction {
    /// Its answers.
    pub answers: Vec<Answer>,
    /// Verdict chosen against the rules, or empty.
    pub chosen: String,
    /// Reason of that, as far as it is written.
    pub override_reason: String,
}

/// What became of two blind reviews.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewOutcome {
    /// agreed, adjudicated, or empty while disputed.
    pub how: String,
    /// The verdict, empty while disputed.
    pub verdict: String,
    /// Its subtype.
    pub subtype: String,
    /// Version of the rubric.
    pub rubric: String,
    /// Questions on which the two contradict each other.
    pub disputes: Vec<String>,
    /// Findings about the order.
    pub findings: Vec<String>,
    /// Codes of part B that are not met.
    pub defects: Vec<String>,
    /// Elements of arbitrariness that they touch.
    pub elements: Vec<String>,
    /// Questions of part B that apply.
    pub applicable: u32,
    /// Those of them that are open.
    pub unanswered: u32,
    /// It counts in figures.
    pub standing: bool,
}

/// A locked review as it may be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReviewReading {
    /// Reviewer.
    pub reviewer: String,
    /// first, second, adjudication.
    pub round: String,
    /// Cycle.
    pub cycle: u32,
    /// Version of the rubric.
    pub rubric: String,
    /// Answers.
    pub answers: Vec<Answer>,
    /// Codes of those that are the register's own, to which the reviewer added nothing.
    pub from_register: Vec<String>,
    /// What was locked.
    pub locked: LockedReview,
    /// A later review by the same person takes its place.
    pub superseded: bool,
}

/// A locked review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LockedReview {
    /// Reviewer.
    pub reviewer: String,
    /// UTC second.
    #[ts(type = "number")]
    pub locked_at: i64,
    /// Computed verdict.
    pub computed: String,
    /// Final verdict.
    pub verdict: String,
    /// Subtype, as inside_statute, or empty.
    pub subtype: String,
    /// Reason, where the final verdict is not the computed one.
    pub override_reason: String,
    /// Rule that fired.
    pub rule: String,
    /// Ledger entry.
    pub seq: u32,
    /// Whether the officials' names stayed covered: yes, no, unknown.
    pub blind_to_official: String,
    /// Minutes with the sheet open.
    pub minutes: u32,
}

/// What the rules make of a set of answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Judgement {
    /// Verdict of part A.
    pub verdict: String,
    /// Subtype, or empty.
    pub subtype: String,
    /// Id of the rule that fired, as R4c, or empty while answers are open and disagree.
    pub rule: String,
    /// The rule in words.
    pub rule_text: Trilingual,
    /// Open questions that would still decide.
    pub deciding: Vec<String>,
    /// Every completion of the open answers gives this verdict.
    pub settled: bool,
    /// Order findings of part B that hold: unlawful_on_its_face, arbitrary, …
    pub findings: Vec<String>,
    /// Codes of part B answered "not met".
    pub defects: Vec<String>,
    /// Elements of arbitrariness that they touch.
    pub elements: Vec<String>,
    /// Questions of part B that apply.
    pub applicable: u32,
    /// Those of them that are open.
    pub unanswered: u32,
}

/// Asks what the rules make of answers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReviewJudge {
    /// The answers.
    pub answers: Vec<Answer>,
    /// Version of the method, as the sheet names it; empty for the one in use.
    #[serde(default)]
    pub rubric: String,
    /// Verdict chosen against the rules, by which the order is found; empty for the computed one.
    #[serde(default)]
    pub verdict: String,
}

/// Keeps answers of an open review.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ReviewSave {
    /// Order item id.
    pub id: String,
    /// They correct a locked review that nobody else can read yet; without answers the correction is given up.
    #[serde(default)]
    pub correcting: bool,
    /// The answers.
    pub answers: Vec<Answer>,
    /// Verdict chosen against the rules, or empty.
    #[serde(default)]
    pub verdict: String,
    /// Reason of that, as far as it is written.
    #[serde(default)]
    pub override_reason: String,
    /// Seconds with the sheet open, all in all.
    #[serde(default)]
    pub seconds: u32,
    /// The officials' names were uncovered.
    #[serde(default)]
    pub saw_official: bool,
}

/// Locks a review.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ReviewLock {
    /// Order item id.
    pub id: String,
    /// The answers.
    pub answers: Vec<Answer>,
    /// Final verdict.
    pub verdict: String,
    /// Reason, required when it differs from the computed one.
    #[serde(default)]
    pub override_reason: String,
    /// Digest of what was judged, as the sheet gave it.
    pub subject: String,
    /// Version of the rubric that the sheet asked by; empty for whichever is in use.
    #[serde(default)]
    pub rubric: String,
    /// Seconds with the sheet open, all in all.
    #[serde(default)]
    pub seconds: u32,
    /// The officials' names were uncovered.
    #[serde(default)]
    pub saw_official: bool,
}

/// An item that says nearly the same, with its verdict.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SimilarItem {
    /// Order item id.
    pub id: String,
    /// Reference of its order.
    pub reference: String,
    /// Address.
    pub locator: String,
    /// Beginning of its text.
    pub text: String,
    /// Share of the pairs of neighbouring words of both that both have.
    pub similarity: f64,
    /// Verdict that stands, or empty.
    pub verdict: String,
    /// Its subtype.
    pub subtype: String,
    /// Version of the rubric, or empty.
    pub rubric: String,
    /// Outcome: removed, no_action, …
    pub outcome: String,
}

/// A pair of like items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComparatorView {
    /// Record id.
    pub id: String,
    /// The other item's address.
    pub locator: String,
    /// The other item's order, where it has one.
    pub reference: String,
    /// What both have in common.
    pub shared_features: String,
    /// How they were treated differently.
    pub difference: String,
    /// Verdict of the other item that stands, or empty.
    pub verdict: String,
    /// Who looked at the pair, and what each thinks: comparable, not_comparable, unknown.
    pub views: Vec<ComparatorOpinion>,
    /// Two different people think that the items can be compared.
    pub counts: bool,
}

/// What one person thinks of a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComparatorOpinion {
    /// Who.
    pub reviewer: String,
    /// comparable, not_comparable, unknown.
    pub view: String,
}

/// What the state's experts decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StateDecision {
    /// Record id.
    pub id: String,
    /// Reference.
    pub reference: String,
    /// Number.
    pub number: String,
    /// When it was decided.
    pub decided: WireTime,
    /// bullying, not_bullying, partly, unknown.
    pub conclusion: String,
    /// none, formula, case_specific, unknown.
    pub reasons_level: String,
    /// Disciplines in the group.
    pub disciplines: Vec<String>,
    /// yes, no, unknown.
    pub dissent: String,
}

/// What an expert outside the state found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutsideOpinion {
    /// Record id.
    pub id: String,
    /// Label of the expert.
    pub label: String,
    /// Disciplines.
    pub discipline: Vec<String>,
    /// What was asked.
    pub question: String,
    /// What was found.
    pub finding: String,
    /// yes, no, partly, unknown.
    pub agrees_with_state: String,
    /// What was said of independence.
    pub independence: String,
}

/// What stands beside an item: shown once the seat's own review is locked, so that it cannot lead the answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ReviewContext {
    /// Most alike first.
    pub similar: Vec<SimilarItem>,
    /// Like items that were treated differently.
    pub comparators: Vec<ComparatorView>,
    /// Decisions of the state's experts behind the order.
    pub state: Vec<StateDecision>,
    /// Opinions of experts outside the state.
    pub opinions: Vec<OutsideOpinion>,
}

/// What is found about an order through one of its items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ItemFinding {
    /// Order item id.
    pub id: String,
    /// Address.
    pub locator: String,
    /// What became of its reviews.
    pub outcome: ReviewOutcome,
}

/// What was found about an order: flags that hold each by itself, counted over its judged items. No weights, no index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderFindings {
    /// Items of the order that stand.
    pub items: u32,
    /// Those of them with a verdict that stands.
    pub judged: u32,
    /// Flags and the number of items on which they hold.
    pub flags: Vec<super::NamedCount>,
    /// One label for tables that have room for one: the first that holds of arbitrary, unlawful_on_its_face, defective_procedure,
    /// no_defect_found, not_assessable; or empty.
    pub label: String,
    /// Elements of arbitrariness touched, with the number of items.
    pub elements: Vec<super::NamedCount>,
    /// The items.
    pub rows: Vec<ItemFinding>,
}

/// Asks how far reviewers agree.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AgreementAsk {
    /// Major version of the method; nothing for the one in use.
    pub major: Option<u32>,
}

/// How far two blind reviewers agree on one thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AgreementLine {
    /// Code of a question, `verdict`, or `criticism` for criticism against all else.
    pub code: String,
    /// Categories that can occur.
    pub categories: Vec<String>,
    /// Items that both answered.
    pub n: u32,
    /// Share of them on which both say the same; nothing when n is 0.
    pub percent: Option<f64>,
    /// Cohen's kappa of first against second place.
    pub kappa: Option<f64>,
    /// Krippendorff's alpha, nominal.
    pub alpha: Option<f64>,
    /// Lower limit, 95 %, bootstrap over orders; only from ten items.
    pub low: Option<f64>,
    /// Upper limit.
    pub high: Option<f64>,
    /// Gwet's AC1.
    pub ac1: Option<f64>,
    /// Share of each category among the first places, in the order of the categories.
    pub first: Vec<f64>,
    /// The same among the second places.
    pub second: Vec<f64>,
    /// ok, no_variation, no_pairable_values, few: fewer than thirty items, so alpha is told and not relied on.
    pub status: String,
    /// firm, tentative, below, or empty where there is no alpha to read.
    pub reading: String,
}

/// Agreement on the verdict within a part of the items.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AgreementSlice {
    /// quarter, as 2025-Q3; or language.
    pub of: String,
    /// Which.
    pub name: String,
    /// Agreement on the verdict.
    pub line: AgreementLine,
}

/// How far reviewers agree, on blind reviews alone, before any adjudication.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Agreement {
    /// Major version of the method.
    pub major: u32,
    /// Majors under which anything was judged.
    pub majors: Vec<u32>,
    /// Items with two locked blind reviews.
    pub pairs: u32,
    /// Items that were adjudicated.
    pub adjudicated: u32,
    /// Items that are disputed.
    pub disputed: u32,
    /// The six verdicts.
    pub verdict: AgreementLine,
    /// Legitimate criticism against all else.
    pub criticism: AgreementLine,
    /// The questions in their order.
    pub questions: Vec<AgreementLine>,
    /// By quarter of locking, then by language.
    pub slices: Vec<AgreementSlice>,
    /// Alpha of the six verdicts, and of criticism against all else, allows a headline: at least 0.667.
    pub headline: bool,
    /// Replicates of the bootstrap.
    pub replicates: u32,
}

/// A case of the calibration set in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalibrationRow {
    /// Code.
    pub code: String,
    /// Kind of content.
    pub kind: String,
    /// Language it stands in.
    pub language: String,
    /// The seat answered it.
    pub answered: bool,
    /// The seat began to answer it and did not hand it in.
    pub begun: bool,
    /// The verdict is the key's; nothing while not answered.
    pub right: Option<bool>,
}

/// Where the seat stands in the calibration set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Calibration {
    /// Version of the set.
    pub version: String,
    /// What it is for.
    pub note: Trilingual,
    /// The cases.
    pub rows: Vec<CalibrationRow>,
    /// Cases answered.
    pub answered: u32,
    /// Verdicts that are the key's.
    pub right: u32,
    /// By question: answers given and answers like the key's, met or not met.
    pub questions: Vec<CalibrationQuestion>,
}

/// How one question was answered over the calibration set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalibrationQuestion {
    /// Code.
    pub code: String,
    /// Answers that decide.
    pub of: u32,
    /// Those like the key's.
    pub right: u32,
}

/// A case of the calibration set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalibrationCase {
    /// Code.
    pub code: String,
    /// Kind of content.
    pub kind: String,
    /// Language it stands in.
    pub language: String,
    /// normal, child_identifiable, intimate, graphic.
    pub sensitivity: String,
    /// The content.
    pub content: Trilingual,
    /// What is known around it.
    pub setting: Trilingual,
    /// The seat's answers: those that it handed in, and until then those that were kept.
    pub answers: Vec<Answer>,
    /// Verdict of the seat's answers, once they are handed in.
    pub verdict: String,
    /// The key, once the seat has answered.
    pub feedback: Option<CalibrationFeedback>,
}

/// The key of a case, shown after the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalibrationFeedback {
    /// Verdict of the key.
    pub verdict: String,
    /// Its subtype.
    pub subtype: String,
    /// The verdict is the key's.
    pub right: bool,
    /// Answers of the key.
    pub key: Vec<Answer>,
    /// Questions that the seat decided otherwise.
    pub differing: Vec<String>,
    /// Why.
    pub why: Trilingual,
    /// The usual mistake.
    pub pitfall: Trilingual,
}

/// Names a case of the calibration set.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ByCode {
    /// Code.
    pub code: String,
}

/// Answers to a case of the calibration set: to be kept, or handed in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CalibrationAnswer {
    /// Code of the case.
    pub code: String,
    /// The answers.
    pub answers: Vec<Answer>,
}
