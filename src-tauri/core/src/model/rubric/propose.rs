//! Answers of part B that follow from what the register knows of an order.

use super::{Answer, Rubric};

// Law 118-VII came into force on 4 July 2022; the rules of the expert group were registered on 8 September 2022.
const STATUTE_IN_FORCE: (i32, u32, u32) = (2022, 7, 4);
const EXPERT_GROUP_RULES: (i32, u32, u32) = (2022, 9, 8);

// Acts by a part of their name in Kazakh or Russian, with a day before which they cannot have been in force: the first day of the year
// or the day on which they were signed.
const ACTS: [(&str, (i32, u32, u32)); 2] = [("масс-медиа", (2024, 1, 1)), ("онлайн-платформ", (2023, 7, 10))];

/// What the register knows of an order, as far as part B asks.
#[derive(Debug, Clone, Default)]
pub struct RegisterFacts {
    /// Kind of instrument.
    pub instrument: String,
    /// Ground.
    pub ground: String,
    /// Whether it names its items.
    pub names_items_by_url: String,
    /// Reasons given.
    pub reasons_level: String,
    /// Whether the author was told.
    pub author_notified: String,
    /// Whether it tells of an appeal.
    pub informs_of_appeal: String,
    /// Last day on which it can have been issued: year, month, day. Only "before" is ever concluded from it.
    pub issued: Option<(i32, u32, u32)>,
    /// Cited provisions as written.
    pub provisions: String,
}

impl Rubric {
    /// Answers of part B that follow from what is recorded. Only "likely": the reviewer confirms them against the document.
    #[must_use]
    pub fn propose(&self, facts: &RegisterFacts) -> Vec<Answer> {
        let mut answers = Vec::new();
        let mut put = |code: &str, value: &str| answers.push(Answer { code: code.to_owned(), value: value.to_owned() });
        let before = |day: (i32, u32, u32)| facts.issued.is_some_and(|issued| issued < day);
        let cited = facts.provisions.to_lowercase();
        if ACTS.iter().any(|(act, day)| before(*day) && cited.contains(act)) {
            put("B1", "LN");
        }
        let other_ground = !matches!(facts.ground.as_str(), "" | "not_stated" | "child_cyberbullying" | "bullying_unspecified");
        if before(STATUTE_IN_FORCE) || (other_ground && !cites_statute(&cited)) {
            ["B2", "B3", "B4", "B5"].iter().for_each(|code| put(code, "NA"));
        } else if before(EXPERT_GROUP_RULES) {
            put("B3", "NA");
        }
        match facts.names_items_by_url.as_str() {
            "yes" => put("B6", "LY"),
            "no" | "partly" => put("B6", "LN"),
            _ => {}
        }
        match facts.reasons_level.as_str() {
            "case_specific" => put("B7", "LY"),
            "none" | "formula" => put("B7", "LN"),
            _ => {}
        }
        match (facts.author_notified.as_str(), facts.informs_of_appeal.as_str()) {
            ("no", _) => put("B11", "LN"),
            ("yes", "yes") => put("B11", "LY"),
            _ => {}
        }
        match facts.instrument.as_str() {
            "ministry_order" | "prosecutor_submission" | "court_act" => put("B14", "LY"),
            "letter" | "platform_channel_flag" | "preventive_recommendation" => put("B14", "LN"),
            _ => {}
        }
        answers
    }
}

// Whether article 18-4 or 40 is among what is cited, of whatever act and in whatever words: too often rather than too seldom, because
// what is not found here is proposed as "does not apply".
fn cites_statute(provisions: &str) -> bool {
    provisions
        .replace(['–', '‑', '—'], "-")
        .split(|c: char| !c.is_ascii_digit() && c != '-')
        .any(|number| matches!(number.trim_matches('-'), "40" | "18-4"))
}
