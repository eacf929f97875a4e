//! Whether a version can be applied: every complete answer set has exactly one verdict, every rule decides something, nothing is named
//! that is not there, and everything is worded in three languages. A fault is an answer, not an error.

use super::find::{FLAGS, PART};
use super::judge::{Clause, Compiled, NONE, tells};
use super::keys::odd_keys;
use super::read::{FILES, SUMS};
use super::{FindingRules, INPUTS_MAX, Named, Question, RULES_MAX, Rule, Source, Texts, Version};
use crate::model::terms::VERDICTS;
use crate::texts::{Lang, Texts as Program};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// Something wrong with a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No rule fits these answers, whatever the others are.
    Hole {
        /// Inputs, met or not.
        answers: Vec<(String, bool)>,
    },
    /// A rule decides nothing: rules before it take all that it fits.
    NeverReached {
        /// The rule.
        rule: String,
        /// The rules before it; none: it fits nothing.
        by: Vec<String>,
    },
    /// One rule before it takes all that a rule fits, and says otherwise.
    Overlap {
        /// The rule.
        rule: String,
        /// The one before it.
        with: String,
        /// Answers that both fit.
        answers: Vec<(String, bool)>,
    },
    /// A rule, or what else stands there, names what is no input or no question.
    UnknownCode {
        /// Rule, or the name of the list.
        rule: String,
        /// What it names.
        code: String,
    },
    /// A question is read by a value that its scale does not have.
    UnknownValue {
        /// The question.
        question: String,
        /// The value.
        value: String,
    },
    /// A verdict that is none.
    UnknownVerdict {
        /// Rule, or the name of the list.
        rule: String,
        /// What it says.
        verdict: String,
    },
    /// One of the six verdicts is not named.
    MissingVerdict {
        /// The verdict.
        verdict: String,
    },
    /// A subtype that the program has no words for: it would be printed as its code.
    UnwordedSubtype {
        /// Rule, or the name of what an answer names.
        rule: String,
        /// The subtype.
        subtype: String,
    },
    /// A value of a scale that the program has no words for.
    UnwordedValue {
        /// The question.
        question: String,
        /// The value.
        value: String,
    },
    /// A question that does not say where it comes from.
    NoSource {
        /// The question.
        question: String,
    },
    /// A number of a version that is none.
    BadVersion {
        /// What stands there.
        version: String,
    },
    /// A finding that no answers can make.
    NeverHolds {
        /// The finding.
        finding: &'static str,
    },
    /// A key that no version has.
    UnknownKey {
        /// File in which it stands.
        file: String,
        /// Where it stands, as A3.colour.
        key: String,
    },
    /// A folder without digests: nothing says that these are the bytes that were published.
    Unsealed,
    /// A text is not there in a language.
    MissingTranslation {
        /// File in which it would stand.
        file: &'static str,
        /// What it is the text of, as A3.help.
        place: String,
        /// Code of the language.
        lang: &'static str,
    },
    /// Two things have one code, or something has none.
    DuplicateCode {
        /// The code.
        code: String,
    },
    /// A question without values, or with one twice.
    NoScale {
        /// The question.
        question: String,
    },
    /// No answer can make an input both met and not met.
    Unread {
        /// The input.
        code: String,
    },
    /// More inputs than can be tried.
    TooManyInputs {
        /// How many.
        count: usize,
    },
    /// More rules than can be held.
    TooManyRules {
        /// How many.
        count: usize,
    },
    /// A number with which a finding says nothing, or always holds.
    OutOfRange {
        /// The list that it stands in.
        place: String,
    },
    /// A file that is not there, or not of its shape.
    Unreadable {
        /// Its name.
        file: String,
    },
    /// A file that is not the one that was sealed.
    ChangedByte {
        /// Its name.
        file: String,
    },
    /// The number claims less than what changed.
    StepTooSmall {
        /// The number.
        version: String,
        /// The number of the version that it is compared with.
        other: String,
    },
}

impl Fault {
    /// Returns its code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Hole { .. } => "hole",
            Self::NeverReached { .. } => "never_reached",
            Self::Overlap { .. } => "overlap",
            Self::UnknownCode { .. } => "unknown_code",
            Self::UnknownValue { .. } => "unknown_value",
            Self::UnknownVerdict { .. } => "unknown_verdict",
            Self::MissingVerdict { .. } => "missing_verdict",
            Self::UnwordedSubtype { .. } => "unworded_subtype",
            Self::UnwordedValue { .. } => "unworded_value",
            Self::NoSource { .. } => "no_source",
            Self::BadVersion { .. } => "bad_version",
            Self::NeverHolds { .. } => "never_holds",
            Self::UnknownKey { .. } => "unknown_key",
            Self::Unsealed => "unsealed",
            Self::MissingTranslation { .. } => "missing_translation",
            Self::DuplicateCode { .. } => "duplicate_code",
            Self::NoScale { .. } => "no_scale",
            Self::Unread { .. } => "unread",
            Self::TooManyInputs { .. } => "too_many_inputs",
            Self::TooManyRules { .. } => "too_many_rules",
            Self::OutOfRange { .. } => "out_of_range",
            Self::Unreadable { .. } => "unreadable",
            Self::ChangedByte { .. } => "changed_byte",
            Self::StepTooSmall { .. } => "step_too_small",
        }
    }

    /// Returns the file in which it is to be mended; nothing where that may be one or another.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::UnknownCode { .. } | Self::DuplicateCode { .. } => None,
            Self::UnknownKey { file, .. } | Self::Unreadable { file } | Self::ChangedByte { file } => Some(file),
            Self::MissingTranslation { file, .. } => Some(file),
            Self::Unsealed => Some(SUMS),
            Self::BadVersion { .. } | Self::StepTooSmall { .. } => Some(IN_METHOD),
            Self::UnwordedValue { .. } | Self::NoSource { .. } | Self::NoScale { .. } => Some(IN_QUESTIONS),
            Self::Hole { .. }
            | Self::NeverReached { .. }
            | Self::Overlap { .. }
            | Self::UnknownValue { .. }
            | Self::UnknownVerdict { .. }
            | Self::MissingVerdict { .. }
            | Self::UnwordedSubtype { .. }
            | Self::NeverHolds { .. }
            | Self::Unread { .. }
            | Self::TooManyInputs { .. }
            | Self::TooManyRules { .. }
            | Self::OutOfRange { .. } => Some(IN_RULES),
        }
    }

    /// Returns the parameters of its message, with its file where it has one; answers are given apart.
    #[must_use]
    pub fn params(&self) -> BTreeMap<String, String> {
        let mut pairs: Vec<(&str, String)> = match self {
            // Its file, which is all that two of them say, is put in below.
            Self::Hole { .. } | Self::Unsealed | Self::Unreadable { .. } | Self::ChangedByte { .. } => Vec::new(),
            Self::NeverReached { rule, by } => {
                let by = if by.is_empty() { "none".to_owned() } else { by.join(", ") };
                vec![("rule", rule.clone()), ("by", by)]
            }
            Self::Overlap { rule, with, .. } => vec![("rule", rule.clone()), ("with", with.clone())],
            Self::UnknownCode { rule, code } => vec![("rule", rule.clone()), ("code", code.clone())],
            Self::UnknownValue { question, value } => vec![("question", question.clone()), ("value", value.clone())],
            Self::UnknownVerdict { rule, verdict } => vec![("rule", rule.clone()), ("verdict", verdict.clone())],
            Self::MissingVerdict { verdict } => vec![("verdict", verdict.clone()), ("place", "verdicts".to_owned())],
            Self::UnwordedSubtype { rule, subtype } => vec![("rule", rule.clone()), ("subtype", subtype.clone())],
            Self::UnwordedValue { question, value } => vec![("question", question.clone()), ("value", value.clone())],
            Self::BadVersion { version } => vec![("version", version.clone())],
            Self::NeverHolds { finding } => vec![("place", (*finding).to_owned())],
            Self::UnknownKey { key, .. } => vec![("key", key.clone())],
            Self::MissingTranslation { place, lang, .. } => vec![("place", place.clone()), ("lang", (*lang).to_owned())],
            Self::DuplicateCode { code } | Self::Unread { code } => vec![("code", code.clone())],
            Self::OutOfRange { place } => vec![("place", place.clone())],
            Self::NoScale { question } | Self::NoSource { question } => vec![("question", question.clone())],
            Self::TooManyInputs { count } => vec![("count", count.to_string()), ("limit", INPUTS_MAX.to_string())],
            Self::TooManyRules { count } => vec![("count", count.to_string()), ("limit", RULES_MAX.to_string())],
            Self::StepTooSmall { version, other } => vec![("version", version.clone()), ("other", other.clone())],
        };
        pairs.extend(self.file().map(|file| ("file", file.to_owned())));
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// Returns the answers it speaks of.
    #[must_use]
    pub fn answers(&self) -> &[(String, bool)] {
        match self {
            Self::Hole { answers } | Self::Overlap { answers, .. } => answers,
            _ => &[],
        }
    }
}

impl From<&Fault> for crate::error::Faulty {
    fn from(fault: &Fault) -> Self {
        Self { code: fault.code(), params: fault.params(), answers: fault.answers().to_vec() }
    }
}

/// Holes named at the most; mending the first often mends the rest.
const HOLES_MAX: usize = 20;

const IN_METHOD: &str = FILES[0];
const IN_QUESTIONS: &str = FILES[1];
const IN_RULES: &str = FILES[2];

/// Finds everything that is wrong with a version that comes as files.
#[must_use]
pub fn check_files(files: &[String; 3], source: &Source) -> Vec<Fault> {
    let mut faults = odd_keys(files);
    faults.extend(check(source));
    faults
}

/// Finds everything that is wrong with a version.
#[must_use]
pub fn check(source: &Source) -> Vec<Fault> {
    let mut faults = Vec::new();
    let version = &source.method.version;
    if version.parse::<Version>().is_err() {
        faults.push(Fault::BadVersion { version: version.clone() });
    }
    codes(source, &mut faults);
    questions(source, &mut faults);
    readings(source, &mut faults);
    rules(source, &mut faults);
    findings(source, &mut faults);
    words(source, &mut faults);
    faults
}

/// Returns how many complete answer sets each rule decides, in their order; nothing where they cannot be tried.
#[must_use]
pub fn sets(source: &Source) -> Option<Vec<(String, u32)>> {
    let compiled = Compiled::of(&source.rules)?;
    let mut counts = vec![0u32; source.rules.content.len()];
    for rule in &compiled.table {
        if let Some(count) = counts.get_mut(usize::from(*rule)) {
            *count += 1;
        }
    }
    Some(source.rules.content.iter().map(|r| r.id.clone()).zip(counts).collect())
}

fn twice<'a>(codes: impl IntoIterator<Item = &'a str>, faults: &mut Vec<Fault>) {
    let mut seen = BTreeSet::new();
    for code in codes {
        if code.trim().is_empty() || !seen.insert(code) {
            faults.push(Fault::DuplicateCode { code: code.to_owned() });
        }
    }
}

fn codes(source: &Source, faults: &mut Vec<Fault>) {
    let rules = &source.rules;
    // An input that joins several questions has a name of its own.
    let joined = rules.reads.iter().filter(|(_, reads)| !reads.all_of.is_empty()).map(|(code, _)| code.as_str());
    twice(source.questions.iter().map(|q| q.code.as_str()).chain(joined), faults);
    twice(rules.inputs.iter().map(String::as_str), faults);
    twice(rules.content.iter().map(|r| r.id.as_str()).chain([rules.open.id.as_str()]), faults);
    for list in [&rules.elements, &rules.verdicts, &rules.parts] {
        twice(list.iter().map(|n| n.code.as_str()), faults);
    }
}

fn questions(source: &Source, faults: &mut Vec<Fault>) {
    let known = |list: &[Named], code: &str| list.is_empty() || list.iter().any(|n| n.code == code);
    for q in &source.questions {
        let distinct: BTreeSet<&String> = q.scale.iter().collect();
        if q.scale.is_empty() || distinct.len() < q.scale.len() || q.scale.iter().any(|v| v.trim().is_empty() || v.contains('+'))
        {
            faults.push(Fault::NoScale { question: q.code.clone() });
        }
        let bare = distinct.into_iter().filter(|v| !v.trim().is_empty() && !is_worded("scale", &v.to_lowercase()));
        faults.extend(bare.map(|v| Fault::UnwordedValue { question: q.code.clone(), value: v.clone() }));
        if q.source.trim().is_empty() {
            faults.push(Fault::NoSource { question: q.code.clone() });
        }
        let unknown = |code: &String| Fault::UnknownCode { rule: q.code.clone(), code: code.clone() };
        if !known(&source.rules.parts, &q.part) {
            faults.push(unknown(&q.part));
        }
        if !q.gc35.is_empty() && !known(&source.rules.elements, &q.gc35) {
            faults.push(unknown(&q.gc35));
        }
    }
}

fn readings(source: &Source, faults: &mut Vec<Fault>) {
    let rules = &source.rules;
    let question = |code: &str| source.questions.iter().find(|q| q.code == code);
    for (code, reads) in &rules.reads {
        match (question(code), reads.all_of.is_empty()) {
            (Some(question), true) => {
                let values = reads.met.iter().chain(&reads.not_met).chain(&reads.grounded);
                let odd = values.filter(|v| !question.scale.contains(v)).collect::<BTreeSet<_>>();
                let both = reads.met.iter().filter(|v| reads.not_met.contains(v)).collect::<BTreeSet<_>>();
                let fault = |v: &&String| Fault::UnknownValue { question: code.clone(), value: (*v).clone() };
                faults.extend(odd.union(&both).map(fault));
            }
            (None, false) => {
                let missing = reads.all_of.iter().filter(|part| question(part).is_none());
                faults.extend(missing.map(|part| Fault::UnknownCode { rule: code.clone(), code: part.clone() }));
            }
            // What is asked is not joined as well.
            (Some(_), false) => faults.push(Fault::DuplicateCode { code: code.clone() }),
            (None, true) => faults.push(Fault::UnknownCode { rule: "reads".to_owned(), code: code.clone() }),
        }
    }
    // The usual scale is read like any other, by values that some question has.
    let usual = &rules.standard;
    let asked = |v: &&String| source.questions.iter().any(|q| q.scale.contains(v));
    let odd = usual
        .met
        .iter()
        .chain(&usual.not_met)
        .chain(&usual.grounded)
        .filter(|v| !asked(v) || usual.met.contains(v) && usual.not_met.contains(v));
    let odd: BTreeSet<&String> = odd.collect();
    faults.extend(odd.into_iter().map(|v| Fault::UnknownValue { question: "standard".to_owned(), value: v.clone() }));
    let told = |code: &String| question(code).is_some_and(|q| tells(rules.reads.get(code).unwrap_or(&rules.standard), &q.scale));
    for code in &rules.inputs {
        match rules.reads.get(code).filter(|reads| !reads.all_of.is_empty()) {
            Some(joined) if joined.all_of.iter().all(|part| question(part).is_none() || told(part)) => {}
            None if question(code).is_none() => {
                faults.push(Fault::UnknownCode { rule: "inputs".to_owned(), code: code.clone() });
            }
            None if told(code) => {}
            _ => faults.push(Fault::Unread { code: code.clone() }),
        }
    }
    for (name, subtype) in &rules.subtypes {
        let of = question(&subtype.of);
        if of.is_none() {
            faults.push(Fault::UnknownCode { rule: name.clone(), code: subtype.of.clone() });
        }
        // Where no subtype is named for "met", the chosen value is one.
        let chosen = of.filter(|_| subtype.met.is_empty()).map_or(&[][..], |q| &reading(source, q).met);
        let named = chosen.iter().chain([&subtype.met, &subtype.not_met, &subtype.open]);
        faults.extend(unworded(name, named));
    }
    for rule in rules.content.iter().filter(|rule| !rules.subtypes.contains_key(&rule.subtype)) {
        faults.extend(unworded(&rule.id, [&rule.subtype]));
    }
}

fn reading<'s>(source: &'s Source, question: &Question) -> &'s super::Reads {
    source.rules.reads.get(&question.code).unwrap_or(&source.rules.standard)
}

fn unworded<'s>(rule: &str, subtypes: impl IntoIterator<Item = &'s String>) -> Vec<Fault> {
    let bare: BTreeSet<&String> = subtypes.into_iter().filter(|code| !code.is_empty() && !is_worded("subtype", code)).collect();
    bare.into_iter().map(|code| Fault::UnwordedSubtype { rule: rule.to_owned(), subtype: code.clone() }).collect()
}

// A version names values and subtypes by codes; their words are the program's, in every language or in none.
fn is_worded(list: &str, code: &str) -> bool {
    static WORDS: OnceLock<Program> = OnceLock::new();
    !WORDS.get_or_init(|| Program::new(Lang::En)).named(list, code).starts_with('⟦')
}

fn rules(source: &Source, faults: &mut Vec<Fault>) {
    let rules = &source.rules;
    let named = |rule: &Rule| Fault::UnknownVerdict { rule: rule.id.clone(), verdict: rule.verdict.clone() };
    faults.extend(rules.content.iter().filter(|r| !is_verdict(&r.verdict)).map(named));
    if rules.content.len() > RULES_MAX {
        faults.push(Fault::TooManyRules { count: rules.content.len() });
    }
    if rules.inputs.len() > INPUTS_MAX {
        faults.push(Fault::TooManyInputs { count: rules.inputs.len() });
    }
    for rule in &rules.content {
        let words: BTreeSet<&str> = rule.when.iter().flatten().map(|word| word.strip_prefix('!').unwrap_or(word)).collect();
        let unknown = words.into_iter().filter(|code| !rules.inputs.iter().any(|i| i == code));
        faults.extend(unknown.map(|code| Fault::UnknownCode { rule: rule.id.clone(), code: code.to_owned() }));
    }
    // With any of these the answer sets cannot be tried.
    if let Some(compiled) = Compiled::of(rules) {
        holes(&compiled, &rules.inputs, faults);
        reached(&compiled, rules, faults);
    }
}

fn is_verdict(verdict: &str) -> bool {
    VERDICTS.contains(&verdict)
}

// Each hole is named by as few answers as tell it: an input is left out where both its answers lie in the hole.
fn holes(compiled: &Compiled, inputs: &[String], faults: &mut Vec<Fault>) {
    let all = low_bits(inputs.len());
    let is_hole = |set: u32| compiled.rule(set).is_none();
    let mut told: Vec<Clause> = Vec::new();
    for set in (0..=all).filter(|set| is_hole(*set)) {
        if told.iter().any(|t| t.fits(set)) {
            continue;
        }
        let mut free = 0u32;
        for bit in (0..inputs.len()).map(|i| 1u32 << i) {
            let wider = free | bit;
            if subsets(wider).all(|some| is_hole(set & !wider | some)) {
                free = wider;
            }
        }
        told.push(Clause { met: set & !free, unmet: !set & all & !free });
        if told.len() >= HOLES_MAX {
            break;
        }
    }
    faults.extend(told.into_iter().map(|clause| Fault::Hole { answers: worded(clause, inputs) }));
}

fn reached(compiled: &Compiled, rules: &super::Rules, faults: &mut Vec<Fault>) {
    for (place, (rule, clauses)) in rules.content.iter().zip(&compiled.clauses).enumerate() {
        let fits = |set: u32| clauses.iter().any(|c| c.fits(set));
        let mut by = BTreeSet::new();
        let mut is_reached = false;
        let mut first = None;
        for (set, decided) in (0u32..).zip(&compiled.table).filter(|(set, _)| fits(*set)) {
            first = first.or(Some(set));
            if usize::from(*decided) == place {
                is_reached = true;
                break;
            }
            if *decided != NONE {
                by.insert(usize::from(*decided));
            }
        }
        if is_reached {
            continue;
        }
        let takes_all =
            |other: &[Clause]| (0u32..).zip(&compiled.table).all(|(set, _)| !fits(set) || other.iter().any(|c| c.fits(set)));
        let before = rules.content.iter().zip(&compiled.clauses).take(place);
        let other = first.and_then(|_| before.into_iter().find(|(other, c)| other.verdict != rule.verdict && takes_all(c)));
        let id = |place: &usize| rules.content.get(*place).map(|r| r.id.clone());
        faults.push(match (other, clauses.iter().find(|c| c.met & c.unmet == 0)) {
            (Some((other, _)), Some(clause)) => {
                Fault::Overlap { rule: rule.id.clone(), with: other.id.clone(), answers: worded(*clause, &rules.inputs) }
            }
            _ => Fault::NeverReached { rule: rule.id.clone(), by: by.iter().filter_map(id).collect() },
        });
    }
}

const fn low_bits(n: usize) -> u32 {
    (1u32 << n) - 1
}

/// Returns every subset of some bits.
fn subsets(bits: u32) -> impl Iterator<Item = u32> {
    std::iter::successors(Some(0u32), move |subset| {
        let next = subset.wrapping_sub(bits) & bits;
        (next != 0).then_some(next)
    })
}

fn worded(clause: Clause, inputs: &[String]) -> Vec<(String, bool)> {
    let said = inputs.iter().zip(0u32..).filter(|(_, i)| (clause.met | clause.unmet) >> i & 1 == 1);
    said.map(|(code, i)| (code.clone(), clause.met >> i & 1 == 1)).collect()
}

// The share of open answers is a fraction of small numbers.
const SHARE_MAX: usize = 100;

fn findings(source: &Source, faults: &mut Vec<Fault>) {
    let rules: &FindingRules = &source.rules.findings;
    let of_part = |code: &str| source.questions.iter().any(|q| q.code == code && q.part == PART);
    let asked = |code: &str| source.questions.iter().any(|q| q.code == code) || source.rules.reads.contains_key(code);
    let mut unknown = |list: &str, codes: &[String], is_known: &dyn Fn(&str) -> bool| {
        let odd = codes.iter().filter(|code| !is_known(code));
        faults.extend(odd.map(|code| Fault::UnknownCode { rule: list.to_owned(), code: code.clone() }));
    };
    unknown("unlawful_on_its_face", &rules.unlawful_on_its_face, &of_part);
    unknown("arbitrary_codes", &rules.arbitrary_codes, &of_part);
    if !rules.derived.code.is_empty() {
        unknown("derived", std::slice::from_ref(&rules.derived.code), &of_part);
        unknown("derived", &rules.derived.all_of, &asked);
        unknown("derived", &rules.derived.not_met_once_answered, &of_part);
    }
    let (over, of) = rules.not_assessable_over;
    let touched: BTreeSet<&String> = of_order(source).map(|q| &q.gc35).filter(|element| !element.is_empty()).collect();
    let out_of_range = [
        ("not_assessable", over > of || of == 0 || of > SHARE_MAX),
        ("arbitrary_elements", rules.arbitrary_elements == 0 || rules.arbitrary_elements > touched.len()),
    ];
    let flags: Vec<String> = rules.text.iter().map(|w| w.id.clone()).collect();
    unknown("findings", &flags, &|code| FLAGS.contains(&code));
    for (list, verdicts) in [("arbitrary_verdicts", &rules.arbitrary_verdicts), ("defective_verdicts", &rules.defective_verdicts)]
    {
        let odd = verdicts.iter().filter(|v| !is_verdict(v));
        faults.extend(odd.map(|v| Fault::UnknownVerdict { rule: list.to_owned(), verdict: v.clone() }));
    }
    let odd = source.rules.verdicts.iter().filter(|v| !is_verdict(&v.code));
    faults.extend(odd.map(|v| Fault::UnknownVerdict { rule: "verdicts".to_owned(), verdict: v.code.clone() }));
    let unnamed = VERDICTS.iter().filter(|verdict| !source.rules.verdicts.iter().any(|v| v.code == **verdict));
    faults.extend(unnamed.map(|verdict| Fault::MissingVerdict { verdict: (*verdict).to_owned() }));
    faults.extend(never_holding(source).into_iter().map(|finding| Fault::NeverHolds { finding }));
    let wrong = out_of_range.into_iter().filter(|(_, wrong)| *wrong);
    faults.extend(wrong.map(|(place, _)| Fault::OutOfRange { place: place.to_owned() }));
    twice(flags.iter().map(String::as_str), faults);
    let worded = |flag: &&&str| !flags.iter().any(|f| f == **flag);
    faults.extend(FLAGS.iter().filter(worded).flat_map(|flag| missing(IN_RULES, flag, &Texts::default())));
}

fn of_order(source: &Source) -> impl Iterator<Item = &Question> {
    source.questions.iter().filter(|q| q.part == PART)
}

// Findings that no answers can make. What names an unknown code has its own fault and is given the benefit of the doubt.
fn never_holding(source: &Source) -> Vec<&'static str> {
    let rules = &source.rules.findings;
    let fails = |q: &Question| reading(source, q).not_met.iter().any(|v| q.scale.contains(v));
    let can_fail = |code: &String| of_order(source).find(|q| q.code == *code).is_none_or(fails);
    let is_other = |q: &&Question| !rules.unlawful_on_its_face.contains(&q.code) && !rules.arbitrary_codes.contains(&q.code);
    let (over, of) = rules.not_assessable_over;
    let is_asked = of_order(source).next().is_some();
    // In the order of the flags; that content, an answer or some elements make an order arbitrary is held elsewhere.
    let holds = [
        true,
        rules.unlawful_on_its_face.iter().any(can_fail),
        !rules.defective_verdicts.is_empty() && of_order(source).filter(is_other).any(fails),
        is_asked,
        is_asked && (over != of || of == 0),
    ];
    FLAGS.into_iter().zip(holds).filter(|(_, holds)| !holds).map(|(flag, _)| flag).collect()
}

fn missing(file: &'static str, place: &str, texts: &Texts) -> Vec<Fault> {
    let empty = texts.each().into_iter().filter(|(_, text)| text.trim().is_empty());
    empty.map(|(lang, _)| Fault::MissingTranslation { file, place: place.to_owned(), lang }).collect()
}

fn words(source: &Source, faults: &mut Vec<Fault>) {
    faults.extend(missing(IN_METHOD, "note", &source.method.note));
    for (change, place) in source.method.changelog.iter().zip(1u32..) {
        faults.extend(missing(IN_METHOD, &format!("changelog.{place}"), &change.texts()));
    }
    for q in &source.questions {
        for (part, texts) in [("text", &q.text), ("help", &q.help), ("example", &q.example)] {
            faults.extend(missing(IN_QUESTIONS, &format!("{}.{part}", q.code), texts));
        }
    }
    let rules = &source.rules;
    let mut all: Vec<(String, &Texts)> = rules.content.iter().map(|r| (r.id.clone(), &r.text)).collect();
    all.push((rules.open.id.clone(), &rules.open.text));
    all.extend(rules.findings.text.iter().map(|w| (w.id.clone(), &w.text)));
    for named in rules.elements.iter().chain(&rules.verdicts).chain(&rules.parts) {
        all.push((named.code.clone(), &named.text));
        if !named.help.is_empty() {
            all.push((format!("{}.help", named.code), &named.help));
        }
    }
    if !rules.note.is_empty() {
        all.push(("elements.note".to_owned(), &rules.note));
    }
    faults.extend(all.into_iter().flat_map(|(place, texts)| missing(IN_RULES, &place, texts)));
}
