//! The case file: what a lawyer puts before a judge about one order. Here are its facts, as plain data: codes, names in three languages,
//! moments and words, already held to what its readers may see. How they are worded stands beside.
//!
//! A field that is empty holds nothing that the reader may see; what was withheld is listed by its kind.

mod compose;
mod items;
mod law;
mod times;
mod unseen;
mod words;

#[cfg(test)]
mod tests;

use crate::model::audience::Audience;
use crate::model::rubric::Texts as Three;
use crate::model::time::Moment;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::sync::Arc;

pub use compose::{compose, empty};
pub use times::{in_order, month_of, spans};

/// Codes of the statutory elements, in the order in which they are shown.
pub const MATRIX: [&str; 11] = ["A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4", "B5", "B6", "B7"];

/// A moment as the reader may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct When {
    /// The moment; nothing finer than months where only those may be seen.
    #[serde(serialize_with = "ends")]
    pub moment: Moment,
    /// Only its month is shown.
    pub only_month: bool,
}

/// An exhibit that the file rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Exhibit {
    /// Its number in this file.
    pub number: String,
    /// What records call it.
    pub called: String,
    /// What it is.
    pub description: String,
    /// When it was captured.
    pub captured: Option<When>,
    /// By whom.
    pub captured_by: String,
    /// With what.
    pub tool: String,
    /// Media type of its file.
    pub media: String,
    /// Bytes of its file.
    pub size: Option<u64>,
    /// SHA-256 of its file, hexadecimal; empty where the register holds none.
    pub digest: String,
    /// What was done with it, oldest first.
    pub custody: Vec<Act>,
    /// Its file, where that is a photograph which may be printed.
    #[serde(serialize_with = "is_there")]
    pub picture: Option<Arc<Vec<u8>>>,
}

// The digest says which file it is; what matters beside it is whether it is printed.
fn is_there<S: Serializer>(picture: &Option<Arc<Vec<u8>>>, to: S) -> Result<S::Ok, S::Error> {
    picture.is_some().serialize(to)
}

/// What was done with an exhibit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Act {
    /// When.
    pub at: Option<When>,
    /// Code of what was done.
    pub action: String,
    /// By whom.
    pub actor: String,
    /// Why.
    pub reason: String,
}

fn ends<S: Serializer>(moment: &Moment, to: S) -> Result<S::Ok, S::Error> {
    let Moment { earliest, latest, precision, offset_minutes, basis } = moment;
    (earliest, latest, precision.code(), offset_minutes, basis.code()).serialize(to)
}

/// A line of the chronology.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// Kind and field, as `orders.issued`; `term` for the end of the 24-hour term.
    pub what: String,
    /// Reference of the record, or its label; empty where it is the order.
    pub of: String,
    /// Places of the items that it is told of, as `2` or `1–3, 5`; empty where it is not about items, or the order has one.
    pub items: String,
    /// When.
    pub when: When,
    /// Items that one line stands for where their moments differ: the line holds their span. 0: all have this moment.
    pub span_of: u32,
    /// How sure one is of it: a code, or empty.
    pub confidence: String,
    /// Numbers of the exhibits that it rests on.
    pub exhibits: Vec<String>,
    /// Numbers, from 1, of lines before it of which it cannot be told whether they came first.
    pub overlaps: Vec<u32>,
}

/// A moment that nobody knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Untold {
    /// Kind and field.
    pub what: String,
    /// Reference of the record; empty where it is the order.
    pub of: String,
    /// Items for which it is not known; 0 where it is not about items.
    pub items: u32,
}

/// The order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Order {
    /// Reference.
    pub reference: String,
    /// Number.
    pub number: String,
    /// Kind of act.
    pub instrument: String,
    /// Authority, in three languages.
    pub authority: Three,
    /// Platform.
    pub platform: Three,
    /// Representative of the platform.
    pub representative: String,
    /// Office of the signatory.
    pub signatory_role: String,
    /// When it was issued.
    pub issued: Option<When>,
    /// When the platform received it.
    pub received: Option<When>,
    /// Provisions as written.
    pub provisions: String,
    /// Ground stated.
    pub ground: String,
    /// Actions demanded.
    pub actions: Vec<String>,
    /// Territorial scope.
    pub scope: String,
    /// Duration.
    pub duration: String,
    /// Until when.
    pub until: Option<When>,
    /// What the term is counted from, by the order.
    pub deadline_basis: String,
    /// State of the 24-hour term.
    pub deadline_state: String,
    /// Reasons word for word.
    pub stated_reasons: String,
    /// Reasons are on record and this reader may not see them.
    pub reasons_withheld: bool,
    /// How far it gives reasons.
    pub reasons_level: String,
    /// Court act that it cites.
    pub court_act_cited: String,
    /// How the document was seen.
    pub document_seen: String,
    /// How it became known.
    pub learned_how: String,
    /// A second independent source.
    pub second_source: String,
    /// It names each item.
    pub names_items_by_url: String,
    /// It says how to appeal.
    pub informs_of_appeal: String,
    /// The author was told.
    pub author_notified: String,
    /// Secrecy is demanded.
    pub secrecy_demanded: String,
    /// Working note.
    pub note: String,
    /// Provisions on record, as the order writes them, with whether they were in force.
    pub cited: Vec<Cited>,
    /// Fields whose fact somebody weighed: field, how sure, exhibits.
    pub weighed: Vec<(String, String, Vec<String>)>,
}

/// A provision that the order cites.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cited {
    /// As the order writes it.
    pub as_written: String,
    /// Act, article and paragraph as known.
    pub known_as: String,
    /// In force on the day of the order: yes, no, unknown.
    pub in_force: String,
    /// Its wording on that day, in the language in which it is on record.
    pub wording: Three,
    /// Source of the wording.
    pub source: String,
}

/// An application to the ministry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Complaint {
    /// Reference.
    pub reference: String,
    /// When it was filed.
    pub filed: Option<When>,
    /// Channel.
    pub channel: String,
    /// In what capacity.
    pub filer_capacity: String,
    /// How it was signed.
    pub signature: String,
    /// Sent to the expert group.
    pub to_expert_group: String,
    /// What came of it.
    pub decision: String,
    /// How it is known.
    pub how_known: String,
    /// What it was about.
    pub note: String,
}

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// Role.
    pub role: String,
    /// Label.
    pub label: String,
    /// Name, where the reader may see it.
    pub name: String,
    /// Band of age, or empty.
    pub band: String,
    /// A child: yes, no, unknown.
    pub is_child: String,
    /// Posts held, in words.
    pub posts: Vec<String>,
}

/// Why the register gives a line of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ground {
    /// Kind of record.
    pub kind: String,
    /// Its reference.
    pub of: String,
    /// Field.
    pub field: String,
    /// What it holds: a code or a text.
    pub code: String,
    /// The same as a moment.
    pub when: Option<When>,
}

/// A provision that a line of the checklist rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InForce {
    /// Act.
    pub act: Three,
    /// Article.
    pub article: String,
    /// What it says, in our own words.
    pub summary: Three,
    /// In force on the day of the order: yes, no, unknown.
    pub in_force: String,
    /// From, YYYY-MM-DD, or empty.
    pub from: String,
    /// To, or empty.
    pub to: String,
    /// Where it was read.
    pub source: String,
    /// Compared with the official text.
    pub checked: bool,
}

/// What the register itself says of a question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FromRegister {
    /// LY, LN, NA, or empty where nothing follows.
    pub value: String,
    /// Why, as a code.
    pub why: String,
    /// Fields that it follows from.
    pub grounds: Vec<Ground>,
    /// Provisions.
    pub provisions: Vec<InForce>,
}

/// A question of the method with what is known of it over the judged items of the order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Element {
    /// Code.
    pub code: String,
    /// What is asked.
    pub asks: Three,
    /// Source of the question.
    pub source: String,
    /// Its wording was compared with the source.
    pub checked: bool,
    /// What the register itself gives; nothing for questions that no checklist has.
    pub register: Option<FromRegister>,
    /// Places of the items on which it is met.
    pub met: Vec<u32>,
    /// On which it is not met.
    pub not_met: Vec<u32>,
    /// On which it is open or cannot be told.
    pub open: Vec<u32>,
    /// On which it does not apply.
    pub apart: Vec<u32>,
    /// Exhibits that answers to it rest on.
    pub exhibits: Vec<String>,
}

impl Element {
    /// Returns the number of judged items to which it applies.
    #[must_use]
    pub fn applies(&self) -> usize {
        self.met.len() + self.not_met.len() + self.open.len()
    }
}

/// What was found about the order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Findings {
    /// Items of the order.
    pub items: u32,
    /// Those with a verdict that stands.
    pub judged: u32,
    /// Of these, those on which both blind reviewers reached the same verdict by themselves.
    pub agreed: u32,
    /// Verdicts that stand: code and count.
    pub verdicts: Vec<(String, u32)>,
    /// Flags: code and count.
    pub flags: Vec<(String, u32)>,
    /// Elements of arbitrariness: code and count.
    pub elements: Vec<(String, u32)>,
    /// Outcomes: code and count.
    pub outcomes: Vec<(String, u32)>,
    /// What the platform gave as its basis: code and count.
    pub bases: Vec<(String, u32)>,
    /// What its own rules would have had: code and count.
    pub rules: Vec<(String, u32)>,
}

/// A translation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Translation {
    /// Language.
    pub language: String,
    /// Text.
    pub text: String,
    /// Who made it: human, machine, unknown.
    pub made_by: String,
    /// The translator, where the reader may see who.
    pub translator: String,
}

/// How one question was answered for an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answered {
    /// Code.
    pub code: String,
    /// What is asked.
    pub asks: Three,
    /// Value of the first reviewer, the second, and the third where there was one.
    pub values: Vec<String>,
    /// Words of the item, an exhibit or a note that an answer rests on.
    pub grounds: Vec<AnswerGround>,
}

/// What an answer rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnswerGround {
    /// Who, as a round: first, second, adjudication.
    pub round: String,
    /// Words of the item.
    pub quote: String,
    /// Number of an exhibit, with what the reviewer called it.
    pub exhibit: String,
    /// Note.
    pub note: String,
}

/// What became of the reviews of an item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Settled {
    /// agreed, adjudicated; empty: disputed.
    pub how: String,
    /// Verdict, empty while disputed.
    pub verdict: String,
    /// Subtype.
    pub subtype: String,
    /// Version of the method.
    pub rubric: String,
    /// Rules that fired: identifier and words, one for each review that decided.
    pub rules: Vec<(String, Three)>,
    /// Questions on which the two contradict each other.
    pub disputes: Vec<String>,
    /// Flags.
    pub flags: Vec<String>,
    /// Codes of part B that are not met.
    pub defects: Vec<String>,
    /// Elements of arbitrariness.
    pub elements: Vec<String>,
    /// Questions about the order that apply.
    pub applicable: u32,
    /// Those of them that are open.
    pub unanswered: u32,
    /// It counts in figures.
    pub standing: bool,
    /// The item or the order changed since.
    pub changed: bool,
    /// Verdicts of the reviews: round and verdict.
    pub verdicts: Vec<(String, String)>,
    /// Reasons of verdicts against the rules: round and reason.
    pub overrides: Vec<(String, String)>,
    /// Questions that both blind reviewers answered.
    pub both: u32,
    /// Of these, those that both answered alike.
    pub alike: u32,
}

/// An item of the order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Its place in the order.
    pub place: u32,
    /// Address.
    pub locator: String,
    /// Kind.
    pub kind: String,
    /// Language of its text.
    pub language: String,
    /// When it was posted.
    pub posted: Option<When>,
    /// How careful one must be with it.
    pub sensitivity: String,
    /// Child sexual material: nothing of it is kept but where it was referred.
    pub stub: bool,
    /// Where and when it was referred.
    pub referral: String,
    /// Topics.
    pub topics: Vec<String>,
    /// How it speaks.
    pub statement_mode: String,
    /// Text in its language.
    pub text: String,
    /// A text is on record and this reader may not see it.
    pub text_withheld: bool,
    /// Translations.
    pub translations: Vec<Translation>,
    /// What happened to it.
    pub outcome: String,
    /// When the platform acted.
    pub complied: Option<When>,
    /// State of the 24-hour term for it.
    pub deadline_state: String,
    /// Action demanded for it.
    pub demanded_action: String,
    /// Basis that the platform gave.
    pub basis: String,
    /// Whether the platform's own rules would have had it removed.
    pub rules: String,
    /// Result of an appeal.
    pub appeal: String,
    /// Who put it back.
    pub reinstated_by: String,
    /// Effect on the author.
    pub effect: String,
    /// Items of the same set of repetitions, by their places.
    pub repeats: Vec<u32>,
    /// What became of its reviews; nothing before both are locked.
    pub settled: Option<Settled>,
    /// How the questions were answered.
    pub answers: Vec<Answered>,
}

/// A pair of like items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// Place of the item of this order.
    pub place: u32,
    /// The other item: its address, where the reader may see it.
    pub locator: String,
    /// Reference of the other item's order; empty where none is known.
    pub reference: String,
    /// Outcome of the other item.
    pub outcome: String,
    /// Verdict of the other item that stands.
    pub verdict: String,
    /// What both share.
    pub shared: String,
    /// How they were treated differently.
    pub difference: String,
    /// Why they compare.
    pub rationale: String,
    /// What each of those who looked thinks.
    pub views: Vec<String>,
    /// Two different people think that they can be compared.
    pub counts: bool,
}

/// An opinion of an expert outside the state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Opinion {
    /// Place of the item; 0 where it is about the order.
    pub place: u32,
    /// Label.
    pub label: String,
    /// Name, where the reader may see it.
    pub name: String,
    /// Disciplines.
    pub disciplines: Vec<String>,
    /// What was asked.
    pub question: String,
    /// What was found.
    pub finding: String,
    /// Agrees with the state's experts.
    pub agrees: String,
    /// What was said of independence.
    pub independence: String,
    /// Number of the exhibit with what it is called.
    pub exhibit: String,
}

/// The decision of the state's expert group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// Reference.
    pub reference: String,
    /// Number.
    pub number: String,
    /// When it was put to the group.
    pub requested: Option<When>,
    /// When it decided.
    pub decided: Option<When>,
    /// Whether the time was extended.
    pub extended: String,
    /// Members known, without names.
    pub members: String,
    /// Disciplines.
    pub disciplines: Vec<String>,
    /// Votes.
    pub votes: String,
    /// Conclusion.
    pub conclusion: String,
    /// Reasons.
    pub reasons_level: String,
    /// Dissent.
    pub dissent: String,
    /// Published.
    pub published: String,
}

/// An appeal, a lawsuit or a communication.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Proceeding {
    /// Reference.
    pub reference: String,
    /// Forum.
    pub forum: String,
    /// Number.
    pub number: String,
    /// When it was filed.
    pub filed: Option<When>,
    /// By when the next step is due.
    pub due: Option<When>,
    /// When it was decided.
    pub decided: Option<When>,
    /// Stage.
    pub stage: String,
    /// Claim.
    pub claim: String,
    /// Result.
    pub result: String,
    /// Domestic remedies are exhausted.
    pub exhausted: String,
}

/// An entry of the ledger about the order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub seq: u64,
    /// UTC second; nothing where the reader may not see it.
    pub at: Option<i64>,
    /// What happened.
    pub kind: String,
    /// Leaf hash, hexadecimal.
    pub leaf: String,
}

/// Everything the case file says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseFile {
    /// Who it is for.
    #[serde(skip)]
    pub audience: Audience,
    /// Organisation that issues it.
    #[serde(skip)]
    pub organisation: String,
    /// Who prepared it, where the reader may see it.
    #[serde(skip)]
    pub prepared_by: String,
    /// Day it is made, as YYYY-MM-DD.
    #[serde(skip)]
    pub day: String,
    /// The register is the invented example.
    pub is_example: bool,
    /// The order.
    pub order: Order,
    /// The application behind it.
    pub complaints: Vec<Complaint>,
    /// Who takes part.
    pub people: Vec<Person>,
    /// Every known moment, in order.
    pub chronology: Vec<Told>,
    /// Moments that nobody knows.
    pub untold: Vec<Untold>,
    /// Every question of the method, with what is known of it.
    pub elements: Vec<Element>,
    /// What was found about the order.
    pub findings: Findings,
    /// Items with a chapter of their own.
    pub items: Vec<Item>,
    /// Items that stand in a table alone.
    pub rest: Vec<Item>,
    /// Pairs of like items.
    pub pairs: Vec<Pair>,
    /// Opinions of experts outside the state.
    pub opinions: Vec<Opinion>,
    /// The decision of the state's experts.
    pub decision: Option<Decision>,
    /// Proceedings.
    pub proceedings: Vec<Proceeding>,
    /// Exhibits in the order of their numbers.
    pub exhibits: Vec<Exhibit>,
    /// Pictures among them that may be printed and are not, for there are too many.
    pub pictures_left: u32,
    /// Those of a form that cannot be printed, or of which the file cannot be read.
    pub pictures_unfit: u32,
    /// Entries of the ledger about the order, oldest first.
    #[serde(skip)]
    pub entries: Vec<Entry>,
    /// Entries in the whole ledger.
    #[serde(skip)]
    pub ledger_size: u64,
    /// Root of the ledger, hexadecimal.
    #[serde(skip)]
    pub ledger_root: String,
    /// Version of the method in use.
    pub rubric: String,
    /// Its digest, hexadecimal.
    pub rubric_digest: String,
    /// Versions by which items were judged, with their digests.
    pub rubrics: Vec<(String, String)>,
    /// Kinds of things that are on record and that this reader does not see, as codes.
    pub withheld: Vec<String>,
    /// Digest of all these facts, hexadecimal.
    #[serde(skip)]
    pub snapshot: String,
    /// What people wrote, by the name of the text.
    #[serde(skip)]
    pub written: BTreeMap<String, String>,
}

impl CaseFile {
    /// Returns a question of the method.
    #[must_use]
    pub fn element(&self, code: &str) -> Option<&Element> {
        self.elements.iter().find(|element| element.code == code)
    }

    /// Returns all items, in the order in which the order names them.
    pub fn all_items(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().chain(&self.rest)
    }
}
