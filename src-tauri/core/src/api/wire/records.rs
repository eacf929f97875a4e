//! Records of any kind, by the description of their kind.

use super::{LedgerLine, Trilingual, WireTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A field of a kind of record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FieldInfo {
    /// Name; its label is the text `field-<kind>-<name>` or, where many kinds share it, `field-<name>`.
    pub name: String,
    /// text, long, code, codes, number, moment, link, about, mark.
    pub shape: String,
    /// Codes that can be chosen, without the one that says nothing.
    pub values: Vec<String>,
    /// The code that says nothing, empty where there is none.
    pub unset: String,
    /// Kind of the record that it links to.
    pub kind: String,
    /// Names, contacts and words that identify: in no paper unless a person allows it.
    pub sealed: bool,
    /// A record without it is refused.
    pub needed: bool,
}

/// A kind of record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KindInfo {
    /// Name, as actors.
    pub name: String,
    /// Beginning of its human references, empty where it has none.
    pub prefix: String,
    /// Fields that a person knows it by.
    pub title: Vec<String>,
    /// Fields that a person fills.
    pub fields: Vec<FieldInfo>,
}

/// All kinds of record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Kinds {
    /// Those first that others link to.
    pub kinds: Vec<KindInfo>,
}

/// What a field holds. Links are identifiers; a human reference is understood too where the kind has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum FieldValue {
    /// A mark that is set or not.
    Mark(bool),
    /// A number.
    Number(#[ts(type = "number")] i64),
    /// A moment.
    Time(WireTime),
    /// Several codes.
    Codes(Vec<String>),
    /// A text, a code, or the identifier of another record.
    Text(String),
}

/// What a link leads to.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LinkLabel {
    /// Its kind.
    pub kind: String,
    /// Its identifier.
    pub id: String,
    /// What it is called.
    pub label: Trilingual,
}

/// How sure one is of a field, and what it rests on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FactView {
    /// Identifier of the fact, itself a record of the kind `facts`.
    pub id: String,
    /// The field.
    pub field: String,
    /// confirmed, probable, alleged, unknown.
    pub confidence: String,
    /// Exhibits as written.
    pub exhibits: String,
    /// Note.
    pub note: String,
}

/// A record of any kind.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordView {
    /// Its kind.
    pub kind: String,
    /// Its identifier.
    pub id: String,
    /// Human reference, empty where the kind has none.
    pub reference: String,
    /// What it is called.
    pub label: Trilingual,
    /// Its filled fields; what is absent nobody filled.
    #[ts(type = "Record<string, FieldValue>")]
    pub fields: BTreeMap<String, FieldValue>,
    /// What its links lead to, by field.
    #[ts(type = "Record<string, LinkLabel>")]
    pub links: BTreeMap<String, LinkLabel>,
    /// What was found by the rules of the domain, as codes: no_representative, two_versions_in_force …
    pub findings: Vec<String>,
}

/// Asks for records of one kind.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordsAsk {
    /// The kind.
    pub kind: String,
    /// Words that must all occur, empty for all.
    #[serde(default)]
    pub words: String,
    /// First row wanted.
    #[serde(default)]
    pub offset: u32,
    /// Rows wanted, at most 500.
    pub limit: u32,
}

/// Records of one kind.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordsPage {
    /// The kind.
    pub kind: String,
    /// The field by which these are linked to the record that was asked for; empty in a plain list.
    pub by: String,
    /// How many there are of those wanted.
    pub total: u32,
    /// The rows, newest first.
    pub rows: Vec<RecordView>,
}

/// Asks for one record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordAsk {
    /// The kind.
    pub kind: String,
    /// Identifier, or human reference.
    pub id: String,
}

/// One record with all that is linked to it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordDetail {
    /// The record.
    pub record: RecordView,
    /// How sure one is of its fields.
    pub facts: Vec<FactView>,
    /// Records that link to it, by kind and field; kinds without any are absent. At most 200 of each.
    pub linked: Vec<RecordsPage>,
    /// Entries of the ledger that speak of it, oldest first, at most 200.
    pub history: Vec<LedgerLine>,
}

/// Writes a record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordSave {
    /// The kind.
    pub kind: String,
    /// Identifier or reference of the record to amend; empty to add one.
    #[serde(default)]
    pub id: String,
    /// Fields to set; null empties a field, what is absent stays as it is.
    #[ts(type = "Record<string, FieldValue | null>")]
    pub fields: BTreeMap<String, Option<FieldValue>>,
}

/// Asks for records to choose from while typing.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordChoices {
    /// The kind.
    pub kind: String,
    /// What was typed so far.
    pub words: String,
}

/// Records to choose from.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordChoiceList {
    /// At most 20.
    pub rows: Vec<LinkLabel>,
}
