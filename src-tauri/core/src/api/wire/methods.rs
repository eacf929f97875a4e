//! Versions of the method: what the editor, the rule book and the command line see of them.
//!
//! What a draft can change is one form; it goes back as it came. What follows from it (step, faults, answer sets) stands beside it.

use super::{Lang, Trilingual};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Names a version.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MethodAsk {
    /// Key of a row: the number of a published version, the id of a draft.
    pub version: String,
}

/// All versions of the method.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Methods {
    /// Highest version first, drafts before what they are drafts of.
    pub rows: Vec<MethodRow>,
    /// Number of the version by which reviews are made today.
    pub in_use: String,
}

/// A version of the method in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MethodRow {
    /// What to call it by: its number, or the id of a draft.
    pub key: String,
    /// Its number; of a draft the one that it would get today.
    pub version: String,
    /// published (with the program, adopted by nobody here), draft, adopted, retired.
    pub status: String,
    /// SHA-256 over its three files, hexadecimal; empty for a draft.
    pub digest: String,
    /// Day on which it was adopted, as YYYY-MM-DD, or empty.
    pub adopted_on: String,
    /// Who adopted it, or empty.
    pub adopted_by: String,
    /// UTC second at which the adoption came on record.
    #[ts(type = "number | null")]
    pub adopted_at: Option<i64>,
    /// UTC second at which it was retired.
    #[ts(type = "number | null")]
    pub retired_at: Option<i64>,
    /// Why it was retired, or empty.
    pub retired_why: String,
    /// Number of the version that it was made from, or empty.
    pub base: String,
    /// Reviews are made by it today.
    pub in_use: bool,
    /// It comes with the program.
    pub built_in: bool,
    /// Locked reviews under it.
    pub reviews: u32,
}

/// A version as a whole.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Method {
    /// What the list says of it.
    pub row: MethodRow,
    /// Day on which it was published, as YYYY-MM-DD, or empty.
    pub published_on: String,
    /// What each version changed, oldest first.
    pub changelog: Vec<Trilingual>,
    /// Its files with their SHA-256; none for a draft.
    pub files: Vec<MethodFile>,
    /// What a draft can change.
    pub form: MethodForm,
    /// What follows from the form.
    pub checked: MethodChecked,
}

/// A file of a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MethodFile {
    /// Its name.
    pub name: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub digest: String,
}

/// What a draft can change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MethodForm {
    /// What it is for, in a paragraph.
    pub note: Trilingual,
    /// What this version changes, one line for the changelog; empty in a published one.
    pub change: String,
    /// The questions in their order.
    pub questions: Vec<MethodQuestion>,
    /// Inputs of the content verdict, each met or not met: codes of questions, or of readings that join several.
    pub inputs: Vec<String>,
    /// How the usual scale is read.
    pub standard: MethodReads,
    /// Questions that are read in another way, and inputs that join several.
    pub reads: Vec<MethodReads>,
    /// Subtypes that an answer names.
    pub subtypes: Vec<MethodSubtype>,
    /// The rules of the content verdict in their order: the first that fits decides.
    pub rules: Vec<MethodRule>,
    /// Id of what stands for a rule while open answers decide.
    pub open_id: String,
    /// How open answers are treated, in words.
    pub open: Trilingual,
    /// The rules of the order finding.
    pub findings: MethodFindings,
    /// On what the elements of arbitrariness rest.
    pub elements_note: Trilingual,
    /// Elements of arbitrariness.
    pub elements: Vec<MethodNamed>,
    /// Verdicts.
    pub verdicts: Vec<MethodNamed>,
    /// Parts of the sheet: G, A, B, C.
    pub parts: Vec<MethodNamed>,
}

/// A question as the method's files hold it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MethodQuestion {
    /// Code, as A3.
    pub code: String,
    /// Part: G, A, B, C.
    pub part: String,
    /// Values that can be chosen, in the order of the digit keys.
    pub scale: Vec<String>,
    /// Several values can hold at once.
    pub several: bool,
    /// The question.
    pub text: Trilingual,
    /// Help under it.
    pub help: Trilingual,
    /// An invented example.
    pub example: Trilingual,
    /// Where it comes from.
    pub source: String,
    /// The source's wording was compared with the original.
    pub checked: bool,
    /// Element of arbitrariness that a defect touches, or empty.
    pub gc35: String,
}

/// How answers to a question are read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MethodReads {
    /// Code of the question or of the input that joins several; empty for the usual scale.
    pub code: String,
    /// Values that say met.
    pub met: Vec<String>,
    /// Values that say not met; all others leave it open.
    pub not_met: Vec<String>,
    /// Codes that must all be met; then there are no values.
    pub all_of: Vec<String>,
    /// Values that must rest on a quote, an exhibit or a note.
    pub grounded: Vec<String>,
}

/// A subtype that an answer names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MethodSubtype {
    /// What rules call it, as by_age.
    pub code: String,
    /// Code of the question that names it.
    pub of: String,
    /// Subtype where that is met; empty: the chosen value itself.
    pub met: String,
    /// Subtype where it is not met.
    pub not_met: String,
    /// Subtype where it is open.
    pub open: String,
}

/// One condition: an input that must be met, or must not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MethodCondition {
    /// Code of the input.
    pub code: String,
    /// It must be met; otherwise it must not.
    pub met: bool,
}

/// A rule of the content verdict.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MethodRule {
    /// Id, as R4c.
    pub id: String,
    /// Verdict.
    pub verdict: String,
    /// Subtype, the code of one that an answer names, or empty.
    pub subtype: String,
    /// Alternatives, one of which must hold; all conditions of it must. An alternative without conditions holds always.
    pub when: Vec<Vec<MethodCondition>>,
    /// The rule in words.
    pub text: Trilingual,
}

/// The rules of the order finding.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MethodFindings {
    /// Not assessable when more than so many …
    pub not_assessable_over: u32,
    /// … of so many applicable questions are open.
    pub not_assessable_of: u32,
    /// Codes of part B one of which not met makes an order unlawful on its face.
    pub unlawful_on_its_face: Vec<String>,
    /// Verdicts whose removal is arbitrary.
    pub arbitrary_verdicts: Vec<String>,
    /// Codes of part B one of which not met makes an order arbitrary.
    pub arbitrary_codes: Vec<String>,
    /// Elements of arbitrariness that defects must touch to make it so.
    pub arbitrary_elements: u32,
    /// Verdicts with which any other defect is one of procedure.
    pub defective_verdicts: Vec<String>,
    /// Code of part B that follows from answers about the content.
    pub derived: String,
    /// The answers it follows from.
    pub derived_all_of: Vec<String>,
    /// It is not met only once one of these is answered.
    pub derived_once_answered: Vec<String>,
    /// The findings in words.
    pub texts: Vec<MethodNamed>,
}

/// Something with a code that the method words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MethodNamed {
    /// Code.
    pub code: String,
    /// Its words.
    pub text: Trilingual,
    /// What is meant, where that is said.
    pub help: Trilingual,
    /// Where it comes from, or empty.
    pub source: String,
    /// The source's wording was compared with the original.
    pub checked: bool,
}

/// Checks or saves a draft.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MethodDraft {
    /// Key of the draft; for a check also the number of the version that the form began as.
    pub version: String,
    /// The form.
    pub form: MethodForm,
}

/// What follows from a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MethodChecked {
    /// The step from the version it was made from: none, patch, minor, major.
    pub step: String,
    /// The number it gets when it is adopted.
    pub version: String,
    /// What is wrong with it; it cannot be adopted before that is none.
    pub faults: Vec<MethodFault>,
    /// How many complete answer sets each rule decides, in their order.
    pub sets: Vec<MethodSets>,
    /// Complete answer sets in all; 0 where they cannot be tried.
    pub sets_total: u32,
}

/// How many complete answer sets a rule decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MethodSets {
    /// Id of the rule.
    pub rule: String,
    /// Complete answer sets.
    pub sets: u32,
}

/// Something wrong with a method.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MethodFault {
    /// hole, never_reached, overlap, unknown_code, unknown_value, unknown_verdict, missing_verdict, unworded_subtype, unworded_value,
    /// missing_translation, duplicate_code, no_scale, no_source, unread, too_many_inputs, too_many_rules, out_of_range, never_holds,
    /// unreadable, unknown_key, unsealed, changed_byte, bad_version, step_too_small.
    pub code: String,
    /// Parameters of its message method-fault-…, worded but for codes; `file` where it is to be mended in one.
    pub params: BTreeMap<String, String>,
    /// The answers it speaks of (hole, overlap); inputs left out are met or not.
    pub answers: Vec<MethodCondition>,
}

/// Adopts a draft, or the version that comes with the program.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MethodAdopt {
    /// Key of the version.
    pub version: String,
    /// Who adopts it: an organisation.
    pub by: String,
    /// Day of the decision, as YYYY-MM-DD; empty for today.
    pub on: String,
}

/// Retires an adopted version.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MethodRetire {
    /// Its number.
    pub version: String,
    /// Why.
    pub why: String,
}

/// Saves a version as files.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MethodExport {
    /// Key of the version.
    pub version: String,
    /// pdf (the rule book), folder (the data with their digests).
    pub what: String,
    /// Language of the rule book.
    pub lang: Lang,
}

/// What was saved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MethodSaved {
    /// Name of the file or folder, without where it is.
    pub name: String,
    /// SHA-256 of the PDF, or over the three files of the folder, hexadecimal.
    pub digest: String,
}

/// What stands in a folder that claims to be a version.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MethodFolder {
    /// The number it names.
    pub version: String,
    /// SHA-256 over its three files, hexadecimal.
    pub digest: String,
    /// SHA256SUMS is there and agrees; without it the folder cannot be imported.
    pub sealed: bool,
    /// What is wrong with it and how its rules decide.
    pub checked: MethodChecked,
}
