//! The calibration set: invented cases with a key, for whoever begins to review and for measuring how often a reviewer errs.

use super::super::wire::{
    Answer, ByCode, Calibration, CalibrationAnswer, CalibrationCase, CalibrationFeedback, CalibrationQuestion, CalibrationRow,
    Nothing,
};
use super::super::{App, small};
use super::{checked, in_use, plain, read_answers, texts, write_answers};
use crate::analysis::profile::{Calibrated, Calibration as Counts};
use crate::error::{Error, Result};
use crate::id::Id;
use crate::model::rubric::{Rubric, Texts};
use crate::store::{Seat, Vault};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

const CASES: &str = include_str!("../../../../../assets/methodology/calibration/1.json");
const CRITICISM: &str = "legitimate_criticism";
const UNREADABLE: Error = Error::Inside("the calibration set is unreadable");

#[derive(Deserialize)]
struct Case {
    code: String,
    kind: String,
    language: String,
    sensitivity: String,
    content: Texts,
    setting: Texts,
    key: Vec<Answer>,
    #[cfg_attr(not(test), allow(dead_code, reason = "what the key comes to by version 1.0.0; a test holds it to that"))]
    verdict: String,
    #[cfg_attr(not(test), allow(dead_code, reason = "what the key comes to by version 1.0.0; a test holds it to that"))]
    subtype: String,
    why: Texts,
    pitfall: Texts,
}

/// The set that comes with the program.
#[derive(Deserialize)]
pub struct Set {
    version: String,
    note: Texts,
    cases: Vec<Case>,
}

impl Set {
    /// Reads the set, once.
    pub fn load() -> Result<&'static Self> {
        static LOADED: OnceLock<Option<Set>> = OnceLock::new();
        LOADED.get_or_init(|| serde_json::from_str(CASES).ok()).as_ref().ok_or(UNREADABLE)
    }

    /// Returns its version.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Returns the number of its cases.
    pub fn len(&self) -> usize {
        self.cases.len()
    }

    /// Says whether answers to a case come to what its key comes to, both by one version of the method: a rule that changed since changes
    /// what is right for both.
    pub fn is_right(&self, rubric: &Rubric, code: &str, answers: &str) -> Result<bool> {
        let own = rubric.judge(&plain(&read_answers(answers)?));
        Ok(self.case(code).is_some_and(|case| rubric.judge(&plain(&case.key)).verdict == own.verdict))
    }

    /// Says whether a case is legitimate criticism by its key.
    fn is_criticism(&self, rubric: &Rubric, code: &str) -> Option<bool> {
        Some(rubric.judge(&plain(&self.case(code)?.key)).verdict == CRITICISM)
    }

    fn case(&self, code: &str) -> Option<&Case> {
        self.cases.iter().find(|c| c.code == code)
    }
}

/// Lists how each answer of a reviewer to a case of the calibration set told legitimate criticism from everything else, by one version of the method
/// for key and answers; each with whose it is.
pub fn calibration_answers(vault: &Vault) -> Result<Vec<(Id, Calibrated)>> {
    let (set, rubric) = (Set::load()?, in_use(vault)?);
    let mut list = Vec::new();
    for own in vault.calibrated(set.version())? {
        let Some(is_criticism) = set.is_criticism(&rubric, &own.case) else { continue };
        let said_criticism = rubric.judge(&plain(&read_answers(&own.answers)?)).verdict == CRITICISM;
        list.push((own.seat, Calibrated { case: own.case, is_criticism, said_criticism }));
    }
    Ok(list)
}

/// Counts the same by case.
pub fn calibration_counts(vault: &Vault) -> Result<Counts> {
    Ok(Counts::of(calibration_answers(vault)?.iter().map(|(_, answer)| answer)))
}

// Questions on which the answers decide otherwise than the key, and on how many both decide.
fn compared(rubric: &Rubric, case: &Case, answers: &[Answer]) -> Vec<(String, bool)> {
    let given = |code: &str| answers.iter().find(|a| a.code == code).and_then(|a| rubric.met(code, &a.value));
    let both = |key: &Answer| {
        let (key_met, own) = (rubric.met(&key.code, &key.value)?, given(&key.code)?);
        Some((key.code.clone(), key_met == own))
    };
    case.key.iter().filter_map(both).collect()
}

pub fn calibration(app: &App, _: Nothing) -> Result<Calibration> {
    let vault = app.vault()?;
    let seat = vault.seat()?;
    let (set, rubric) = (Set::load()?, in_use(&vault)?);
    let own: Vec<_> = vault.calibrated(&set.version)?.into_iter().filter(|a| a.seat == *seat.id()).collect();
    let kept = kept(&vault, &seat, set, &rubric)?;
    let answered = |case: &Case| own.iter().find(|a| a.case == case.code);
    let mut questions: Vec<CalibrationQuestion> = Vec::new();
    for case in &set.cases {
        let Some(own) = answered(case) else { continue };
        for (code, right) in compared(&rubric, case, &read_answers(&own.answers)?) {
            match questions.iter_mut().find(|q| q.code == code) {
                Some(question) => {
                    question.of += 1;
                    question.right += u32::from(right);
                }
                None => questions.push(CalibrationQuestion { code, of: 1, right: u32::from(right) }),
            }
        }
    }
    let place = |code: &str| rubric.questions().iter().position(|q| q.code == code);
    questions.sort_by_key(|q| place(&q.code));
    let row = |case: &Case| {
        let right = answered(case).map(|a| set.is_right(&rubric, &case.code, &a.answers)).transpose()?;
        Ok(CalibrationRow {
            code: case.code.clone(),
            kind: case.kind.clone(),
            language: case.language.clone(),
            answered: right.is_some(),
            begun: right.is_none() && kept.contains_key(&case.code),
            right,
        })
    };
    let rows: Vec<CalibrationRow> = set.cases.iter().map(row).collect::<Result<_>>()?;
    Ok(Calibration {
        version: set.version.clone(),
        note: texts(&set.note),
        answered: small(own.len()),
        right: small(rows.iter().filter(|r| r.right == Some(true)).count()),
        rows,
        questions,
    })
}

// What the seat answered and did not hand in, by case, as far as the version in use still asks it.
fn kept(vault: &Vault, seat: &Seat, set: &Set, rubric: &Rubric) -> Result<BTreeMap<String, Vec<Answer>>> {
    let mut kept = BTreeMap::new();
    for (case, answers) in vault.calibration_drafts(seat, &set.version)? {
        let mut answers = read_answers(&answers)?;
        answers.retain(|a| rubric.question(&a.code).is_some_and(|q| q.allows(&a.value)));
        if !answers.is_empty() {
            kept.insert(case, answers);
        }
    }
    Ok(kept)
}

fn shown(vault: &Vault, seat: &Seat, code: &str) -> Result<CalibrationCase> {
    let (set, rubric) = (Set::load()?, in_use(vault)?);
    let case = set.case(code).ok_or(Error::NotFound)?;
    let own = vault.calibrated(&set.version)?.into_iter().find(|a| a.seat == *seat.id() && a.case == code);
    let answers = match &own {
        Some(own) => read_answers(&own.answers)?,
        None => kept(vault, seat, set, &rubric)?.remove(code).unwrap_or_default(),
    };
    // The key is not handed out before the answer is in.
    let judged = rubric.judge(&plain(&case.key));
    let feedback = own.as_ref().map(|_| CalibrationFeedback {
        right: rubric.judge(&plain(&answers)).verdict == judged.verdict,
        verdict: judged.verdict,
        subtype: judged.subtype,
        key: case.key.clone(),
        differing: compared(&rubric, case, &answers).into_iter().filter(|(_, right)| !right).map(|(code, _)| code).collect(),
        why: texts(&case.why),
        pitfall: texts(&case.pitfall),
    });
    Ok(CalibrationCase {
        code: case.code.clone(),
        kind: case.kind.clone(),
        language: case.language.clone(),
        sensitivity: case.sensitivity.clone(),
        content: texts(&case.content),
        setting: texts(&case.setting),
        answers,
        verdict: own.map(|a| a.verdict).unwrap_or_default(),
        feedback,
    })
}

pub fn calibration_open(app: &App, args: ByCode) -> Result<CalibrationCase> {
    let vault = app.vault()?;
    shown(&vault, &vault.seat()?, &args.code)
}

pub fn calibration_save(app: &App, args: CalibrationAnswer) -> Result<Nothing> {
    let vault = app.vault()?;
    let seat = vault.seat()?;
    let (set, rubric) = (Set::load()?, in_use(&vault)?);
    set.case(&args.code).ok_or(Error::NotFound)?;
    checked(&rubric, &args.answers)?;
    let was_begun = kept(&vault, &seat, set, &rubric)?.contains_key(&args.code);
    if args.answers.is_empty() {
        vault.drop_calibration(&seat, (&set.version, &args.code))?;
    } else {
        vault.keep_calibration(&seat, (&set.version, &args.code), &write_answers(&args.answers)?)?;
    }
    // The list says which cases are begun, not how far.
    if was_begun == args.answers.is_empty() {
        app.changed(&["reviews"]);
    }
    Ok(Nothing {})
}

pub fn calibration_answer(app: &App, args: CalibrationAnswer) -> Result<CalibrationCase> {
    let vault = app.vault()?;
    let seat = vault.seat()?;
    let (set, rubric) = (Set::load()?, in_use(&vault)?);
    set.case(&args.code).ok_or(Error::NotFound)?;
    checked(&rubric, &args.answers)?;
    let judged = rubric.judge(&plain(&args.answers));
    let answers = write_answers(&args.answers)?;
    vault.answer_calibration(&seat, (&set.version, &args.code), rubric.version(), &answers, &judged.verdict)?;
    app.changed(&["reviews", "ledger"]);
    shown(&vault, &seat, &args.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_of_every_case_gives_its_verdict_by_the_rules() {
        let (set, rubric) = (Set::load().unwrap(), Rubric::load().unwrap());
        assert_eq!(set.len(), 20);
        let mut verdicts: BTreeMap<&str, u32> = BTreeMap::new();
        for case in &set.cases {
            checked(rubric, &case.key).unwrap();
            let judged = rubric.judge(&plain(&case.key));
            assert!(judged.settled, "{}", case.code);
            assert_eq!(
                (judged.verdict.as_str(), judged.subtype.as_str()),
                (case.verdict.as_str(), case.subtype.as_str()),
                "{}",
                case.code
            );
            for t in [&case.content, &case.setting, &case.why, &case.pitfall] {
                assert!(![&t.kk, &t.ru, &t.en].iter().any(|t| t.trim().is_empty()), "{}", case.code);
            }
            *verdicts.entry(case.verdict.as_str()).or_default() += 1;
        }
        // Both directions: a set without bullied children would look like an acquittal machine.
        assert!(verdicts["real_bullying"] >= 4 && verdicts["legitimate_criticism"] >= 4, "{verdicts:?}");
        assert_eq!(verdicts.len(), 6, "{verdicts:?}");
    }
}
