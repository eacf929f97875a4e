//! Statements with the field names of the EU's DSA Transparency Database (D→ of the domain model): one for each order item. Kazakhstan is
//! outside the territory that the database knows, and an order of a state is for it one notification among others.

use super::{ItemOut, OrderOut, moment, one_day, text};
use crate::model::kinds::Held;
use serde::Serialize;
use std::io::{Result, Write};

/// What the file says of itself.
pub const NOTE: &str = "DSA-like: field names of the DSA Transparency Database, no affiliation. One statement for each item of each order, as a monitor saw it and not as a platform states it. Territory KZ is an extension: the database allows EU and EEA states only. Sealed fields are left out.";

/// A file of statements that is being written.
pub struct Dsa<W: Write> {
    out: W,
    rows: u64,
}

#[derive(Serialize)]
struct Statement<'o> {
    puid: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    platform_name: &'o str,
    #[serde(skip_serializing_if = "Option::is_none")]
    platform_uuid: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    decision_visibility: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decision_visibility_other: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decision_account: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decision_ground: Option<&'static str>,
    #[serde(skip_serializing_if = "String::is_empty")]
    illegal_content_legal_ground: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    illegal_content_explanation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    category_addition: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    category_specification: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    category_specification_other: Option<&'o str>,
    content_type: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_type_other: Option<&'o str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_language: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    application_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date_visibility_restriction: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date_account_restriction: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    territorial_scope: Vec<&'static str>,
    source_type: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    source_identity: &'o str,
    tarazy: Own<'o>,
}

// What the database has no field for.
#[derive(Serialize)]
struct Own<'o> {
    order: &'o str,
    ground: &'o str,
    outcome: &'o str,
}

impl<W: Write> Dsa<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn new(mut out: W, app: &str) -> Result<Self> {
        let quoted = |text: &str| serde_json::to_string(text).map_err(std::io::Error::from);
        write!(out, "{{\n\"note\":{},\n\"app\":{},\n\"statements\":[", quoted(NOTE)?, quoted(app)?)?;
        Ok(Self { out, rows: 0 })
    }

    /// Writes the statements of an order.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn order(&mut self, order: &OrderOut) -> Result<()> {
        for item in &order.items {
            self.out.write_all(if self.rows == 0 { b"\n" } else { b",\n" })?;
            self.rows += 1;
            serde_json::to_writer(&mut self.out, &statement(order, item)).map_err(std::io::Error::from)?;
        }
        Ok(())
    }

    /// Ends the file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> Result<W> {
        writeln!(self.out, "{}]\n}}", if self.rows == 0 { "" } else { "\n" })?;
        self.out.flush()?;
        Ok(self.out)
    }
}

fn statement<'o>(order: &'o OrderOut, item: &'o ItemOut) -> Statement<'o> {
    let outcome = text(&item.link, "outcome");
    let ground = text(&order.fields, "ground");
    let kind = text(&item.item, "kind");
    let (category, additions, keywords) = category(ground);
    let content_type = content_type(kind);
    let is_account = outcome == "account_suspended";
    // Ground and day belong to a decision of the platform, and here there may be none.
    let is_decided = is_account || visibility(outcome).is_some();
    let ended = one_day(moment(&item.link, "reinstated"));
    let platform = match order.fields.get("platform") {
        Some(Held::Link(id)) => Some(id.to_string()),
        _ => None,
    };
    Statement {
        puid: item.id.to_string(),
        platform_name: &order.platform,
        platform_uuid: platform,
        decision_visibility: visibility(outcome).into_iter().collect(),
        decision_visibility_other: (outcome == "partly").then_some("partly"),
        decision_account: is_account.then_some("DECISION_ACCOUNT_SUSPENDED"),
        decision_ground: match text(&item.link, "platform_basis") {
            _ if !is_decided => None,
            "local_law" => Some("DECISION_GROUND_ILLEGAL_CONTENT"),
            "terms" => Some("DECISION_GROUND_INCOMPATIBLE_CONTENT"),
            _ => None,
        },
        // The database takes 500 letters.
        illegal_content_legal_ground: text(&order.fields, "provisions").chars().take(500).collect(),
        illegal_content_explanation: (!ground.is_empty())
            .then(|| format!("Ground that the order states, by the monitor's list: {ground}")),
        category,
        category_addition: additions.to_vec(),
        category_specification: keywords.to_vec(),
        category_specification_other: keywords.contains(&"KEYWORD_OTHER").then_some(ground),
        content_type: vec![content_type],
        content_type_other: (content_type == "CONTENT_TYPE_OTHER" && !kind.is_empty()).then_some(kind),
        content_language: match text(&item.item, "language") {
            "kk" => Some("KK"),
            "ru" => Some("RU"),
            "en" => Some("EN"),
            _ => None,
        },
        content_date: one_day(moment(&item.item, "posted")),
        application_date: one_day(moment(&item.link, "complied")).filter(|_| is_decided),
        end_date_visibility_restriction: ended.clone().filter(|_| !is_account),
        end_date_account_restriction: ended.filter(|_| is_account),
        territorial_scope: if text(&order.fields, "scope") == "worldwide" { Vec::new() } else { vec!["KZ"] },
        source_type: "SOURCE_TYPE_OTHER_NOTIFICATION",
        source_identity: &order.authority,
        tarazy: Own {
            order: text(&order.fields, "reference"),
            ground: if ground.is_empty() { "not_stated" } else { ground },
            outcome: if outcome.is_empty() { "unknown" } else { outcome },
        },
    }
}

fn visibility(outcome: &str) -> Option<&'static str> {
    Some(match outcome {
        "removed" => "DECISION_VISIBILITY_CONTENT_REMOVED",
        "geo_blocked" => "DECISION_VISIBILITY_CONTENT_DISABLED",
        "age_gated" => "DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED",
        "labelled" => "DECISION_VISIBILITY_CONTENT_LABELLED",
        "partly" => "DECISION_VISIBILITY_OTHER",
        // No decision of the platform, or none that is known.
        _ => return None,
    })
}

type Category = (Option<&'static str>, &'static [&'static str], &'static [&'static str]);

fn category(ground: &str) -> Category {
    match ground {
        "child_cyberbullying" => (
            Some("STATEMENT_CATEGORY_CYBER_VIOLENCE"),
            &["STATEMENT_CATEGORY_PROTECTION_OF_MINORS"],
            &["KEYWORD_CYBER_BULLYING_INTIMIDATION"],
        ),
        "bullying_unspecified" => (Some("STATEMENT_CATEGORY_CYBER_VIOLENCE"), &[], &["KEYWORD_CYBER_BULLYING_INTIMIDATION"]),
        "honour_dignity" | "defamation" => (Some("STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH"), &[], &["KEYWORD_DEFAMATION"]),
        "false_information" => (
            Some("STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS"),
            &[],
            &["KEYWORD_MISINFORMATION_DISINFORMATION"],
        ),
        "elections" => (Some("STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS"), &[], &[]),
        "personal_data" => (Some("STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS"), &[], &[]),
        "extremism" => (Some("STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY"), &[], &[]),
        "drugs" | "gambling" => (Some("STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS"), &[], &[]),
        "" | "not_stated" => (None, &[], &[]),
        // The database has no category of its own for these.
        _ => (Some("STATEMENT_CATEGORY_OTHER_VIOLATION_TC"), &[], &["KEYWORD_OTHER"]),
    }
}

fn content_type(kind: &str) -> &'static str {
    match kind {
        "post" | "comment" | "message" | "article" => "CONTENT_TYPE_TEXT",
        "image" => "CONTENT_TYPE_IMAGE",
        "video" | "livestream" => "CONTENT_TYPE_VIDEO",
        "audio" => "CONTENT_TYPE_AUDIO",
        _ => "CONTENT_TYPE_OTHER",
    }
}

#[cfg(test)]
mod tests {
    use super::super::lumen::tests::sample;
    use super::*;

    #[test]
    fn a_statement_holds_what_may_leave_and_nothing_else() {
        let mut dsa = Dsa::new(Vec::new(), "tarazy test").unwrap();
        dsa.order(&sample()).unwrap();
        let written = String::from_utf8(dsa.finish().unwrap()).unwrap();
        assert!(!written.contains("SEALED"), "{written}");
        let value: serde_json::Value = serde_json::from_str(&written).unwrap();
        assert_eq!(value["statements"].as_array().unwrap().len(), 2);
        insta::assert_snapshot!(written.replace(",\"", ",\n\""));
    }

    #[test]
    fn every_ground_has_a_category_but_none() {
        for ground in crate::model::terms::GROUNDS {
            assert_eq!(category(ground).0.is_none(), ground == "not_stated", "{ground}");
        }
    }
}
