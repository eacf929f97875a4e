//! The rubric: questions, rules and what they make of answers. All of it is data (assets/methodology, or a version that the register
//! adopted); this folder reads it, checks it and applies it, and knows no question and no rule by name.
//!
//! The content verdict is an ordered table over inputs, each met or not met. The first rule that fits gives the verdict; a version is
//! published only when every complete answer set has exactly one. Open answers are resolved by trying every completion.

mod check;
mod find;
mod judge;
mod keys;
mod read;
mod step;
mod write;

pub use check::{Fault, check, check_files, sets};
pub use find::Findings;
pub use judge::{Judged, Judgement};
pub use read::{FILES, SUMS, digest_of, read_folder, read_texts};
pub use step::{NoVersion, Step, Version, judge_differently, step};
pub use write::{sums, texts_of};

use crate::texts::Lang;
use judge::{Compiled, Use};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

const METHOD: &str = include_str!("../../../../../assets/methodology/1.0.0/method.json");
const QUESTIONS: &str = include_str!("../../../../../assets/methodology/1.0.0/questions.json");
const RULES: &str = include_str!("../../../../../assets/methodology/1.0.0/rules.json");

/// Inputs that a content verdict can have: their answer sets are all tried.
pub const INPUTS_MAX: usize = 16;

/// Rules of the content verdict.
pub const RULES_MAX: usize = 200;

/// A text in three languages. One that a file leaves out is read as empty, so that the check can say which it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Texts {
    /// Kazakh.
    pub kk: String,
    /// Russian.
    pub ru: String,
    /// English.
    pub en: String,
}

impl Texts {
    /// Says whether nobody wrote it in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.each().iter().all(|(_, text)| text.trim().is_empty())
    }

    /// Returns the one in a language; empty where nobody wrote it.
    #[must_use]
    pub fn spoken(&self, lang: Lang) -> &str {
        match lang {
            Lang::Kk => &self.kk,
            Lang::Ru => &self.ru,
            Lang::En => &self.en,
        }
    }

    /// Returns the three with the codes of their languages.
    #[must_use]
    pub fn each(&self) -> [(&'static str, &str); 3] {
        [("kk", &self.kk), ("ru", &self.ru), ("en", &self.en)]
    }
}

/// One question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Code, as A3.
    pub code: String,
    /// Part: G, A, B, C.
    pub part: String,
    /// Several values can hold at once; such an answer joins them with a plus.
    #[serde(default, skip_serializing_if = "is_false")]
    pub several: bool,
    /// Values in the order of the digit keys.
    pub scale: Vec<String>,
    /// The question.
    #[serde(default)]
    pub text: Texts,
    /// Help.
    #[serde(default)]
    pub help: Texts,
    /// An invented example.
    #[serde(default)]
    pub example: Texts,
    /// Where it comes from.
    #[serde(default)]
    pub source: String,
    /// The source's wording was checked against the text.
    #[serde(default)]
    pub checked: bool,
    /// Element of arbitrariness that a defect touches (part B).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub gc35: String,
    // Follows from how the question is read; filled when a rubric is put together.
    #[serde(skip)]
    grounded: Vec<String>,
}

/// Says so, for fields that are left out where they say nothing.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}

impl Question {
    /// Puts a question together: code, part and element; scale; question, help and example; source.
    #[must_use]
    pub fn new(
        (code, part, gc35): (&str, &str, &str),
        (scale, several): (Vec<String>, bool),
        [text, help, example]: [Texts; 3],
        (source, checked): (&str, bool),
    ) -> Self {
        let (code, part, gc35, source) = (code.to_owned(), part.to_owned(), gc35.to_owned(), source.to_owned());
        Self { code, part, several, scale, text, help, example, source, checked, gc35, grounded: Vec::new() }
    }

    /// Values that must rest on a quote, an exhibit or a note: "shown" one way or the other, and any kind of threat.
    pub fn grounded(&self) -> impl Iterator<Item = &str> {
        self.grounded.iter().map(String::as_str)
    }

    /// Says whether a value can answer the question: open, one of the scale, or several where several can hold, none of them twice and
    /// none that excludes the rest.
    #[must_use]
    pub fn allows(&self, value: &str) -> bool {
        if value.is_empty() || self.scale.iter().any(|v| v == value) {
            return true;
        }
        let joins = |v: &str| self.scale.iter().position(|s| s == v && !ALONE.contains(&v));
        let places: Option<Vec<usize>> = value.split('+').map(joins).collect();
        self.several && places.is_some_and(|places| places.is_sorted_by(|a, b| a < b))
    }
}

/// Values beside which no other can hold: none of them, and nothing known of any.
const ALONE: [&str; 2] = ["none", "CT"];

/// An answer as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Code of the question.
    pub code: String,
    /// Chosen value; empty when open.
    pub value: String,
}

/// What a version is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Method {
    /// What it is a version of.
    pub key: String,
    /// Its number.
    pub version: String,
    /// draft, published, adopted.
    pub status: String,
    /// Number of the version that it was made from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub base: String,
    /// Day of publication, as YYYY-MM-DD.
    #[serde(default)]
    pub published_on: Option<String>,
    /// Day of adoption, as YYYY-MM-DD.
    #[serde(default)]
    pub adopted_on: Option<String>,
    /// Who adopted it.
    #[serde(default)]
    pub adopted_by: Option<String>,
    /// What it is for.
    #[serde(default)]
    pub note: Texts,
    /// What each version changed, oldest first.
    pub changelog: Vec<Change>,
}

/// What one version changed, behind its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Change {
    /// In the one language in which whoever drafted it wrote it.
    Plain(String),
    /// In three.
    Worded(Texts),
}

impl Change {
    /// Returns it in three languages; what was written in one stands for all of them.
    #[must_use]
    pub fn texts(&self) -> Texts {
        match self {
            Self::Plain(line) => Texts { kk: line.clone(), ru: line.clone(), en: line.clone() },
            Self::Worded(texts) => texts.clone(),
        }
    }
}

/// The rules of a version, as its file holds them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// Inputs of the content verdict.
    pub inputs: Vec<String>,
    /// How the usual scale is read.
    pub standard: Reads,
    /// Questions that are read otherwise, and inputs that join several.
    pub reads: BTreeMap<String, Reads>,
    /// Subtypes that an answer names.
    #[serde(default)]
    pub subtypes: BTreeMap<String, Subtype>,
    /// Rules of the content verdict, in their order.
    pub content: Vec<Rule>,
    /// What stands for a rule while open answers decide.
    pub open: Worded,
    /// Rules of the order finding.
    pub findings: FindingRules,
    /// On what the elements of arbitrariness rest.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub note: Texts,
    /// Elements of arbitrariness.
    #[serde(default)]
    pub elements: Vec<Named>,
    /// Verdicts.
    #[serde(default)]
    pub verdicts: Vec<Named>,
    /// Parts of the sheet.
    #[serde(default)]
    pub parts: Vec<Named>,
}

/// How answers to a question are read. What is on neither list leaves it open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reads {
    /// Values that say met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub met: Vec<String>,
    /// Values that say not met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_met: Vec<String>,
    /// Codes that must all be met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub all_of: Vec<String>,
    /// Values that must rest on a quote, an exhibit or a note; where there are none, those of the usual scale.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounded: Vec<String>,
}

/// A subtype that an answer names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subtype {
    /// The question.
    pub of: String,
    /// Where it is met; empty: the chosen value itself.
    pub met: String,
    /// Where it is not met.
    pub not_met: String,
    /// Where it is open.
    pub open: String,
}

/// A rule of the content verdict.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Id, as R4c.
    pub id: String,
    /// Verdict.
    pub verdict: String,
    /// Subtype, the name of one that an answer names, or nothing.
    pub subtype: String,
    /// Alternatives, each a list of inputs that must be met, or behind `!` must not.
    pub when: Vec<Vec<String>>,
    /// The rule in words.
    #[serde(default)]
    pub text: Texts,
}

/// Something with an id that is worded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worded {
    /// Id.
    pub id: String,
    /// Its words.
    #[serde(default)]
    pub text: Texts,
}

/// Something with a code that the method names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Code.
    pub code: String,
    /// Its name.
    #[serde(default)]
    pub text: Texts,
    /// What is meant.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub help: Texts,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The source's wording was checked against the text.
    #[serde(default, skip_serializing_if = "is_false")]
    pub checked: bool,
}

/// Rules of the order finding: independent flags, no weights.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingRules {
    /// Not assessable when more than so many of so many applicable questions are open.
    pub not_assessable_over: (usize, usize),
    /// One of these not met makes it unlawful on its face.
    pub unlawful_on_its_face: Vec<String>,
    /// Verdicts whose removal is arbitrary.
    pub arbitrary_verdicts: Vec<String>,
    /// One of these not met makes it arbitrary.
    pub arbitrary_codes: Vec<String>,
    /// Defects that touch so many elements make it arbitrary.
    pub arbitrary_elements: usize,
    /// Verdicts with which any other defect is one of procedure.
    pub defective_verdicts: Vec<String>,
    /// An answer that follows from answers about the content.
    pub derived: Derived,
    /// The findings in words.
    pub text: Vec<Worded>,
}

/// An answer about the order that follows from answers about the content. "Met" follows at once; "not met" is an accusation and waits
/// until an answer to one of `not_met_once_answered` shows that this checklist applies to the order at all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Derived {
    /// The question it answers.
    pub code: String,
    /// What must all be met.
    pub all_of: Vec<String>,
    /// See above.
    pub not_met_once_answered: Vec<String>,
}

/// A version as its three files say it, whatever it is worth.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// method.json.
    pub method: Method,
    /// questions.json.
    pub questions: Vec<Question>,
    /// rules.json.
    pub rules: Rules,
}

/// The data of a rubric cannot be applied: they cannot be read, or a rule names what is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the rubric's data cannot be read")]
pub struct Error;

/// A version of the rubric, ready to judge.
pub struct Rubric {
    source: Source,
    files: [String; 3],
    uses: BTreeMap<String, Use>,
    compiled: Compiled,
}

impl Rubric {
    /// Number of the version that comes with the program.
    pub const VERSION: &'static str = "1.0.0";

    /// Files of that version as published.
    pub const FILES: [(&'static str, &'static str); 3] =
        [("method.json", METHOD), ("questions.json", QUESTIONS), ("rules.json", RULES)];

    /// Reads the rubric that comes with the program, once.
    pub fn load() -> Result<&'static Self, Error> {
        Self::loaded().as_ref().map(|rubric| &**rubric).map_err(|e| *e)
    }

    /// Returns the rubric that comes with the program, to be held beside others.
    pub fn built_in() -> Result<Arc<Self>, Error> {
        Self::loaded().clone()
    }

    fn loaded() -> &'static Result<Arc<Self>, Error> {
        static LOADED: OnceLock<Result<Arc<Rubric>, Error>> = OnceLock::new();
        LOADED.get_or_init(|| Self::of_texts([METHOD, QUESTIONS, RULES].map(str::to_owned)).map(Arc::new))
    }

    /// Puts a rubric together from the texts of its three files. Holes and shadowed rules are the business of [`check`].
    pub fn of_texts(files: [String; 3]) -> Result<Self, Error> {
        let mut source = read_texts(&files).map_err(|_| Error)?;
        let standard = source.rules.standard.clone();
        for question in &mut source.questions {
            question.grounded = grounded(question, source.rules.reads.get(&question.code), &standard);
        }
        let compiled = Compiled::of(&source.rules).ok_or(Error)?;
        let uses = judge::uses(&source).ok_or(Error)?;
        Ok(Self { source, files, uses, compiled })
    }

    /// Returns its number.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.source.method.version
    }

    /// Returns what it is made of.
    #[must_use]
    pub const fn source(&self) -> &Source {
        &self.source
    }

    /// Returns its three files, name and text.
    #[must_use]
    pub fn files(&self) -> [(&'static str, &str); 3] {
        let [method, questions, rules] = &self.files;
        [("method.json", method), ("questions.json", questions), ("rules.json", rules)]
    }

    /// Returns SHA-256 over method.json, questions.json and rules.json, one after the other.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        digest_of(&self.files)
    }

    /// Returns the questions in their order.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.source.questions
    }

    /// Returns the codes of the questions behind an input: itself, or those that it joins.
    #[must_use]
    pub fn asked_by<'a>(&'a self, input: &'a String) -> &'a [String] {
        match self.source.rules.reads.get(input) {
            Some(reads) if !reads.all_of.is_empty() => &reads.all_of,
            _ => std::slice::from_ref(input),
        }
    }

    /// Returns the inputs of the content verdict.
    #[must_use]
    pub fn inputs(&self) -> &[String] {
        &self.source.rules.inputs
    }

    /// Returns the elements of arbitrariness.
    #[must_use]
    pub fn elements(&self) -> &[Named] {
        &self.source.rules.elements
    }

    /// Returns the verdicts, named.
    #[must_use]
    pub fn verdicts(&self) -> &[Named] {
        &self.source.rules.verdicts
    }

    /// Returns the parts of the sheet, named.
    #[must_use]
    pub fn parts(&self) -> &[Named] {
        &self.source.rules.parts
    }

    /// Returns on what the elements of arbitrariness rest, or nothing where that is not said.
    #[must_use]
    pub fn elements_note(&self) -> Option<&Texts> {
        Some(&self.source.rules.note).filter(|note| !note.is_empty())
    }

    /// Returns a rule in words.
    #[must_use]
    pub fn rule_text(&self, id: &str) -> Option<&Texts> {
        let rules = &self.source.rules;
        if id == rules.open.id { Some(&rules.open.text) } else { rules.content.iter().find(|r| r.id == id).map(|r| &r.text) }
    }

    /// Returns a finding about the order in words.
    #[must_use]
    pub fn finding_text(&self, id: &str) -> Option<&Texts> {
        self.source.rules.findings.text.iter().find(|f| f.id == id).map(|f| &f.text)
    }

    /// Finds a question by its code.
    #[must_use]
    pub fn question(&self, code: &str) -> Option<&Question> {
        self.source.questions.iter().find(|q| q.code == code)
    }

    /// Says whether an answer must rest on a quote, an exhibit or a note.
    #[must_use]
    pub fn needs_ground(&self, code: &str, value: &str) -> bool {
        self.question(code).is_some_and(|q| q.grounded().any(|v| v == value))
    }
}

// Where the question says so itself, that holds; else the usual scale says it for every question that has all of it.
fn grounded(question: &Question, own: Option<&Reads>, standard: &Reads) -> Vec<String> {
    match own.filter(|own| !own.grounded.is_empty()) {
        Some(own) => own.grounded.clone(),
        None if standard.met.iter().chain(&standard.not_met).all(|v| question.scale.contains(v)) => standard.grounded.clone(),
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
