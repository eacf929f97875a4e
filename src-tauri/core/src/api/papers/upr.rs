//! The submission to the universal periodic review.

use super::figures::{facts, seen, sees_small_counts};
use super::{Asked, Kind, Made, NO_PERIOD, TextForm, TextOf, WORD_LIMIT};
use crate::error::Result;
use crate::model::audience::Audience;
use crate::model::filter::Filter;
use crate::papers::upr::{Submission, compose};
use chrono::{Months, NaiveDate};

/// Months that a review looks back.
const CYCLE: u32 = 48;

pub(super) const KIND: Kind = Kind {
    code: "upr",
    formats: &["docx", "pdf"],
    audiences: &[Audience::Public, Audience::Partner],
    subject_kind: "",
    // The period is a text of its own, and the orders follow from it.
    filtered: false,
    // What one organisation may write, as the rules were last known. They change from cycle to cycle: check them and set another limit.
    limit: 2_815,
    texts: &[
        TextOf { name: "joint-submitters", form: TextForm::Long },
        TextOf { name: "from-day", form: TextForm::Day },
        TextOf { name: "to-day", form: TextForm::Day },
        TextOf { name: "earlier-recommendations", form: TextForm::Long },
        TextOf { name: "recommendations", form: TextForm::Long },
        TextOf { name: WORD_LIMIT, form: TextForm::Number },
    ],
    make,
};

fn make(asked: &Asked) -> Result<Made> {
    let period = |to_day: String, from_day: &str| (or(from_day, &years_before(&to_day)), to_day);
    let filter_of = |from_day: &str, to_day: &str| format!("issued:{from_day}..{to_day}");
    let (from_day, to_day) = period(or(asked.written("to-day"), &asked.day), asked.written("from-day"));
    // Days that make no period are told, and the usual one is shown until they are corrected.
    let is_period = from_day <= to_day && Filter::parse(&filter_of(&from_day, &to_day)).is_ok();
    let (from_day, to_day) = if is_period { (from_day, to_day) } else { period(asked.day.clone(), "") };
    // There is one public form, and it is of the whole register: whoever is told that is told nothing of a period.
    let is_of_period = sees_small_counts(asked.audience);
    let filter = if is_of_period { filter_of(&from_day, &to_day) } else { String::new() };
    let seen = seen(asked, &filter)?;
    let facts = facts(asked, &seen, &filter)?;
    let (snapshot, refused) = (facts.digest.clone(), if is_period { seen.refused(false) } else { NO_PERIOD });
    let submission = Submission { facts, from_day, to_day, is_of_period };
    Ok(Made { document: compose(&submission, &asked.texts), snapshot, refused })
}

fn or(written: &str, usual: &str) -> String {
    if written.is_empty() { usual.to_owned() } else { written.to_owned() }
}

/// Returns the day one cycle before a day.
fn years_before(day: &str) -> String {
    let parsed = NaiveDate::parse_from_str(day, "%Y-%m-%d").ok();
    let before = parsed.and_then(|day| day.checked_sub_months(Months::new(CYCLE)));
    before.map_or_else(|| day.to_owned(), |day| day.format("%Y-%m-%d").to_string())
}

#[cfg(test)]
mod tests {
    use super::years_before;

    #[test]
    fn a_review_looks_back_four_years() {
        assert_eq!(years_before("2026-07-14"), "2022-07-14");
        assert_eq!(years_before("2028-02-29"), "2024-02-29");
        assert_eq!(years_before("2027-02-28"), "2023-02-28");
        assert_eq!(years_before("never"), "never");
    }
}
