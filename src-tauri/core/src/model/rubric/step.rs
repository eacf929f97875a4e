//! How far one version is from another: what was changed decides the number, not the person who changed it.

use super::find::PART;
use super::{Named, Question, Source};
use std::fmt;
use std::str::FromStr;

/// The step from one version to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Nothing differs.
    None,
    /// Wording alone: texts, help, examples, sources, translations.
    Patch,
    /// A question or a value came that no rule reads: earlier reviews stay comparable.
    Minor,
    /// What is asked or how it is read changed: reviews are done again or told apart.
    Major,
}

impl Step {
    /// Returns its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// Number of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// Verdicts under one major can stand in one figure.
    pub major: u32,
    /// Questions came.
    pub minor: u32,
    /// Wording changed.
    pub patch: u32,
}

impl Version {
    /// Returns the number after a step.
    #[must_use]
    pub const fn after(self, step: Step) -> Self {
        let Self { major, minor, patch } = self;
        match step {
            Step::None => self,
            Step::Patch => Self { major, minor, patch: patch.saturating_add(1) },
            Step::Minor => Self { major, minor: minor.saturating_add(1), patch: 0 },
            Step::Major => Self { major: major.saturating_add(1), minor: 0, patch: 0 },
        }
    }

    /// Returns the step that two numbers claim between them, whichever is the later.
    #[must_use]
    pub const fn apart(self, other: Self) -> Step {
        if self.major != other.major {
            Step::Major
        } else if self.minor != other.minor {
            Step::Minor
        } else if self.patch != other.patch {
            Step::Patch
        } else {
            Step::None
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// A text is no number of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoVersion;

impl FromStr for Version {
    type Err = NoVersion;

    fn from_str(text: &str) -> Result<Self, NoVersion> {
        let number = |part: Option<&str>| {
            let part = part.filter(|p| *p == "0" || !p.starts_with('0')).filter(|p| p.bytes().all(|b| b.is_ascii_digit()));
            part.and_then(|p| p.parse().ok()).ok_or(NoVersion)
        };
        let mut parts = text.split('.');
        let version = Self { major: number(parts.next())?, minor: number(parts.next())?, patch: number(parts.next())? };
        if parts.next().is_some() { Err(NoVersion) } else { Ok(version) }
    }
}

/// Returns the step from one source to another. Number, status, dates and what is said of changes are no difference.
#[must_use]
pub fn step(from: &Source, to: &Source) -> Step {
    let questions = of_questions(from, to);
    let mut steps = vec![questions, of_rules(from, to)];
    for (from, to) in [
        (&from.rules.elements, &to.rules.elements),
        (&from.rules.verdicts, &to.rules.verdicts),
        (&from.rules.parts, &to.rules.parts),
    ] {
        steps.push(of_named(from, to));
    }
    let worded = from.rules != to.rules || from.method.note != to.method.note;
    if worded {
        steps.push(Step::Patch);
    }
    steps.into_iter().max().unwrap_or(Step::None)
}

fn of_questions(from: &Source, to: &Source) -> Step {
    let find = |list: &'_ [Question], code: &str| list.iter().find(|q| q.code == code).cloned();
    let removed = from.questions.iter().any(|q| find(&to.questions, &q.code).is_none());
    let added = |is: &dyn Fn(&Question) -> bool| to.questions.iter().any(|q| find(&from.questions, &q.code).is_none() && is(q));
    let pairs = from.questions.iter().filter_map(|q| Some((q, find(&to.questions, &q.code)?)));
    let mut step = pairs.map(|(old, new)| of_question(old, &new)).max().unwrap_or(Step::None);
    if from.questions.iter().map(|q| &q.code).ne(to.questions.iter().map(|q| &q.code)) {
        step = step.max(Step::Patch);
    }
    if removed || added(&|q| q.part == PART) {
        // The order finding reads every question about the order: one more can make a defect, or an open answer.
        Step::Major
    } else if added(&|_| true) {
        step.max(Step::Minor)
    } else {
        step
    }
}

fn of_question(old: &Question, new: &Question) -> Step {
    let is_kept = |v: &String| new.scale.contains(v);
    // The order of a scale is the order of the digit keys alone; of several values it is how they are written.
    let is_moved = old.several && new.scale.iter().filter(|v| old.scale.contains(v)).ne(old.scale.iter());
    if old.part != new.part || old.several != new.several || old.gc35 != new.gc35 || !old.scale.iter().all(is_kept) || is_moved {
        Step::Major
    } else if new.scale.len() > old.scale.len() {
        Step::Minor
    } else if (&old.text, &old.help, &old.example, &old.source, old.checked, &old.scale)
        != (&new.text, &new.help, &new.example, &new.source, new.checked, &new.scale)
    {
        Step::Patch
    } else {
        Step::None
    }
}

// Everything that decides, and nothing that words it. A reading of a question that only now came can change no earlier verdict, unless
// an input reads it, and then the inputs differ.
fn of_rules(from: &Source, to: &Source) -> Step {
    let (a, b) = (&from.rules, &to.rules);
    let rules = |source: &Source| -> Vec<_> {
        source.rules.content.iter().map(|r| (r.id.clone(), r.verdict.clone(), r.subtype.clone(), r.when.clone())).collect()
    };
    let findings = |source: &Source| {
        let mut findings = source.rules.findings.clone();
        findings.text.iter_mut().for_each(|worded| worded.text = super::Texts::default());
        let derived = &mut findings.derived;
        for list in [
            &mut findings.unlawful_on_its_face,
            &mut findings.arbitrary_verdicts,
            &mut findings.arbitrary_codes,
            &mut findings.defective_verdicts,
            &mut derived.all_of,
            &mut derived.not_met_once_answered,
        ] {
            list.sort();
        }
        findings
    };
    let knows = |source: &Source, code: &String| {
        source.questions.iter().any(|q| q.code == *code) || source.rules.reads.contains_key(code)
    };
    // In which order values and codes are listed says nothing.
    let sorted = |list: &[String]| list.iter().cloned().collect::<std::collections::BTreeSet<_>>();
    let read = |r: &super::Reads| [&r.met, &r.not_met, &r.all_of, &r.grounded].map(|list| sorted(list));
    let reads_differ = a.reads.iter().any(|(code, reads)| knows(to, code) && b.reads.get(code).map(read) != Some(read(reads)))
        || b.reads.keys().any(|code| knows(from, code) && !a.reads.contains_key(code));
    let differs = a.inputs != b.inputs
        || read(&a.standard) != read(&b.standard)
        || reads_differ
        || a.subtypes != b.subtypes
        || rules(from) != rules(to)
        || a.open.id != b.open.id
        || findings(from) != findings(to);
    if differs { Step::Major } else { Step::None }
}

/// Says whether two versions read or judge the same answers differently, whatever else they ask: versions of one major never do.
#[must_use]
pub fn judge_differently(from: &Source, to: &Source) -> bool {
    let pairs = || from.questions.iter().filter_map(|q| Some((q, to.questions.iter().find(|other| other.code == q.code)?)));
    // Values may have come on either side, and still both read alike what both ask: what differs otherwise is major in both directions.
    let reads_otherwise =
        |(one, other): (&Question, &Question)| of_question(one, other) == Step::Major && of_question(other, one) == Step::Major;
    let of_order = |source: &Source| -> std::collections::BTreeSet<String> {
        source.questions.iter().filter(|q| q.part == PART).map(|q| q.code.clone()).collect()
    };
    of_rules(from, to) == Step::Major
        || of_rules(to, from) == Step::Major
        || of_order(from) != of_order(to)
        || pairs().any(reads_otherwise)
}

fn of_named(from: &[Named], to: &[Named]) -> Step {
    let has = |list: &[Named], code: &str| list.iter().any(|n| n.code == code);
    if from.iter().any(|n| !has(to, &n.code)) {
        Step::Major
    } else if to.iter().any(|n| !has(from, &n.code)) {
        Step::Minor
    } else {
        Step::None
    }
}
