//! The form of a method: what the editor sends and gets, put into the shape of the files and back.

use super::super::wire::{
    MethodChecked, MethodCondition, MethodFault, MethodFindings, MethodForm, MethodNamed, MethodQuestion, MethodReads,
    MethodRule, MethodSets, MethodSubtype, Trilingual,
};
use crate::error::{Error, Faulty, Result};
use crate::model::rubric::{
    Derived, Fault, FindingRules, Named, Question, Reads, Rule, Rules, Source, Step, Subtype, Texts, Worded, check, sets,
};

/// Texts of a method are longer than those of a record, but nobody writes a book into one field.
const TEXT_CHARS_MAX: usize = 10_000;
const LIST_MAX: usize = 500;

pub(super) fn trilingual(texts: &Texts) -> Trilingual {
    Trilingual { kk: texts.kk.clone(), ru: texts.ru.clone(), en: texts.en.clone() }
}

fn texts(wire: &Trilingual) -> Texts {
    Texts { kk: wire.kk.trim().to_owned(), ru: wire.ru.trim().to_owned(), en: wire.en.trim().to_owned() }
}

/// Puts what the files say into the form.
pub(super) fn form_of(source: &Source, change: &str) -> MethodForm {
    let rules = &source.rules;
    let named = |list: &[Named]| list.iter().map(named_of).collect();
    MethodForm {
        note: trilingual(&source.method.note),
        change: change.to_owned(),
        questions: source.questions.iter().map(question_of).collect(),
        inputs: rules.inputs.clone(),
        standard: reads_of("", &rules.standard),
        reads: rules.reads.iter().map(|(code, reads)| reads_of(code, reads)).collect(),
        subtypes: rules.subtypes.iter().map(|(code, s)| subtype_of(code, s)).collect(),
        rules: rules.content.iter().map(rule_of).collect(),
        open_id: rules.open.id.clone(),
        open: trilingual(&rules.open.text),
        findings: findings_of(&rules.findings),
        elements_note: trilingual(&rules.note),
        elements: named(&rules.elements),
        verdicts: named(&rules.verdicts),
        parts: named(&rules.parts),
    }
}

fn question_of(q: &Question) -> MethodQuestion {
    MethodQuestion {
        code: q.code.clone(),
        part: q.part.clone(),
        scale: q.scale.clone(),
        several: q.several,
        text: trilingual(&q.text),
        help: trilingual(&q.help),
        example: trilingual(&q.example),
        source: q.source.clone(),
        checked: q.checked,
        gc35: q.gc35.clone(),
    }
}

fn reads_of(code: &str, reads: &Reads) -> MethodReads {
    let Reads { met, not_met, all_of, grounded } = reads.clone();
    MethodReads { code: code.to_owned(), met, not_met, all_of, grounded }
}

fn subtype_of(code: &str, subtype: &Subtype) -> MethodSubtype {
    let Subtype { of, met, not_met, open } = subtype.clone();
    MethodSubtype { code: code.to_owned(), of, met, not_met, open }
}

fn rule_of(rule: &Rule) -> MethodRule {
    let condition = |word: &String| match word.strip_prefix('!') {
        Some(code) => MethodCondition { code: code.to_owned(), met: false },
        None => MethodCondition { code: word.clone(), met: true },
    };
    MethodRule {
        id: rule.id.clone(),
        verdict: rule.verdict.clone(),
        subtype: rule.subtype.clone(),
        when: rule.when.iter().map(|clause| clause.iter().map(condition).collect()).collect(),
        text: trilingual(&rule.text),
    }
}

fn findings_of(rules: &FindingRules) -> MethodFindings {
    let rules = rules.clone();
    let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let worded = |w: &Worded| MethodNamed { code: w.id.clone(), text: trilingual(&w.text), ..MethodNamed::default() };
    MethodFindings {
        not_assessable_over: small(rules.not_assessable_over.0),
        not_assessable_of: small(rules.not_assessable_over.1),
        unlawful_on_its_face: rules.unlawful_on_its_face,
        arbitrary_verdicts: rules.arbitrary_verdicts,
        arbitrary_codes: rules.arbitrary_codes,
        arbitrary_elements: small(rules.arbitrary_elements),
        defective_verdicts: rules.defective_verdicts,
        derived: rules.derived.code,
        derived_all_of: rules.derived.all_of,
        derived_once_answered: rules.derived.not_met_once_answered,
        texts: rules.text.iter().map(worded).collect(),
    }
}

fn named_of(named: &Named) -> MethodNamed {
    MethodNamed {
        code: named.code.clone(),
        text: trilingual(&named.text),
        help: trilingual(&named.help),
        source: named.source.clone(),
        checked: named.checked,
    }
}

/// Puts a form into the shape of the files. Number, status and dates are not the form's to say.
pub(super) fn source_of(form: &MethodForm) -> Result<Source> {
    bounded(form)?;
    let mut source = Source::default();
    source.method.note = texts(&form.note);
    source.questions = form.questions.iter().map(asked).collect();
    let f = &form.findings;
    let large = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let named = |list: &[MethodNamed]| list.iter().map(said).collect();
    source.rules = Rules {
        inputs: form.inputs.clone(),
        standard: read(&form.standard),
        reads: form.reads.iter().map(|r| (r.code.clone(), read(r))).collect(),
        subtypes: form.subtypes.iter().map(|s| (s.code.clone(), kind(s))).collect(),
        content: form.rules.iter().map(decided).collect(),
        open: Worded { id: form.open_id.clone(), text: texts(&form.open) },
        findings: FindingRules {
            not_assessable_over: (large(f.not_assessable_over), large(f.not_assessable_of)),
            unlawful_on_its_face: f.unlawful_on_its_face.clone(),
            arbitrary_verdicts: f.arbitrary_verdicts.clone(),
            arbitrary_codes: f.arbitrary_codes.clone(),
            arbitrary_elements: large(f.arbitrary_elements),
            defective_verdicts: f.defective_verdicts.clone(),
            derived: Derived {
                code: f.derived.clone(),
                all_of: f.derived_all_of.clone(),
                not_met_once_answered: f.derived_once_answered.clone(),
            },
            text: f.texts.iter().map(|t| Worded { id: t.code.clone(), text: texts(&t.text) }).collect(),
        },
        note: texts(&form.elements_note),
        elements: named(&form.elements),
        verdicts: named(&form.verdicts),
        parts: named(&form.parts),
    };
    Ok(source)
}

fn bounded(form: &MethodForm) -> Result<()> {
    let lists =
        [form.questions.len(), form.inputs.len(), form.reads.len(), form.rules.len(), form.elements.len(), form.verdicts.len()];
    if lists.into_iter().any(|n| n > LIST_MAX) {
        return Err(Error::TooMany { count: lists.into_iter().max().unwrap_or(0), limit: LIST_MAX });
    }
    // Whatever is written where, it is written in the JSON of the form.
    let long = |text: &str| text.chars().count() > TEXT_CHARS_MAX;
    let too_long = form.questions.iter().any(|q| {
        [&q.text, &q.help, &q.example].iter().any(|t| long(&t.kk) || long(&t.ru) || long(&t.en))
            || long(&q.source)
            || long(&q.code)
    });
    if too_long || long(&form.change) { Err(Error::Invalid("questions")) } else { Ok(()) }
}

fn asked(q: &MethodQuestion) -> Question {
    Question::new(
        (q.code.trim(), &q.part, &q.gc35),
        (q.scale.clone(), q.several),
        [texts(&q.text), texts(&q.help), texts(&q.example)],
        (q.source.trim(), q.checked),
    )
}

fn read(reads: &MethodReads) -> Reads {
    let MethodReads { met, not_met, all_of, grounded, .. } = reads.clone();
    Reads { met, not_met, all_of, grounded }
}

fn kind(subtype: &MethodSubtype) -> Subtype {
    let MethodSubtype { of, met, not_met, open, .. } = subtype.clone();
    Subtype { of, met, not_met, open }
}

fn decided(rule: &MethodRule) -> Rule {
    let word = |c: &MethodCondition| format!("{}{}", if c.met { "" } else { "!" }, c.code);
    Rule {
        id: rule.id.trim().to_owned(),
        verdict: rule.verdict.clone(),
        subtype: rule.subtype.clone(),
        when: rule.when.iter().map(|clause| clause.iter().map(word).collect()).collect(),
        text: texts(&rule.text),
    }
}

fn said(named: &MethodNamed) -> Named {
    Named {
        code: named.code.trim().to_owned(),
        text: texts(&named.text),
        help: texts(&named.help),
        source: named.source.trim().to_owned(),
        checked: named.checked,
    }
}

fn conditions(answers: &[(String, bool)]) -> Vec<MethodCondition> {
    answers.iter().map(|(code, met)| MethodCondition { code: code.clone(), met: *met }).collect()
}

pub(super) fn fault_of(fault: &Fault) -> MethodFault {
    refused_for(&fault.into())
}

pub(super) fn refused_for(fault: &Faulty) -> MethodFault {
    MethodFault { code: fault.code.to_owned(), params: fault.params.clone(), answers: conditions(&fault.answers) }
}

/// Says what follows from a source. `faults` may tell of more than the check of the source itself.
pub(super) fn checked_of(source: &Source, step: Step, version: String) -> MethodChecked {
    let sets = sets(source).unwrap_or_default();
    let total = u32::try_from(source.rules.inputs.len()).ok().and_then(|n| 1u32.checked_shl(n));
    MethodChecked {
        step: step.code().to_owned(),
        version,
        faults: check(source).iter().map(fault_of).collect(),
        sets_total: total.filter(|_| !sets.is_empty()).unwrap_or(0),
        sets: sets.into_iter().map(|(rule, sets)| MethodSets { rule, sets }).collect(),
    }
}
