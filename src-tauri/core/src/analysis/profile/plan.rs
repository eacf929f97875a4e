//! What is fixed before anybody looks: primary questions, thresholds, level, seeds, replicates. One canonical document whose digest is told with every
//! result, so that whoever reads two results knows whether they were asked the same question.

use super::families::PRIMARY;
use super::{
    back, checks, content, coverage, events, figure, guard, known, predict, removal, rules, targets, terms, times, trend, within,
};
use crate::analysis::agreeing;
use crate::analysis::canonical::canonical;
use crate::stats::coverage::{LIMITS_RATIO_MAX, LIST_LENGTH_MIN};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Version of the document: it moves whenever anything in it does. A test holds version and digest together.
pub const VERSION: u32 = 1;

/// Returns the document.
#[must_use]
pub fn document() -> Value {
    canonical(json!({
        "version": VERSION,
        "level": figure::LEVEL,
        // A question without a test stands as null.
        "primary": PRIMARY,
        "primary_questions": PRIMARY.len(),
        "adjustment": "holm",
        "adjustment_exploratory": "benjamini_hochberg",
        "seed": figure::SEED,
        "replicates": targets::REPLICATES,
        "concentration_replicates": targets::OFFICE_REPLICATES,
        "change_seed": figure::SEED,
        "change_replicates": events::REPLICATES,
        "removal_seed": figure::SEED,
        "knowledge_ratios": known::RATIOS.map(|(code, _)| code),
        "agreement_seed": agreeing::SEED,
        "agreement_replicates": agreeing::REPLICATES,
        "thresholds": thresholds(),
    }))
}

// A list, for a document of this size is more than one macro takes.
fn thresholds() -> Value {
    let list = [
        ("small_cell", json!(guard::FEW)),
        ("small_cell_children", json!(guard::FEW_CHILDREN)),
        ("agreement_interval_items", json!(agreeing::INTERVAL_FROM)),
        ("agreement_relied_items", json!(agreeing::RELIED_FROM)),
        ("appeal_events", json!(back::EVENTS_MIN)),
        ("beneficiaries", json!(targets::BENEFICIARIES_MIN)),
        ("calibration_cases_of_each_class", json!(content::CALIBRATION_MIN)),
        ("change_months", json!(events::MONTHS_MIN)),
        ("change_orders", json!(events::ORDERS_MIN)),
        ("clusters_in_a_cell", json!(targets::CLUSTERS_MIN)),
        ("concentration_bootstrap_orders", json!(targets::BOOTSTRAP_ORDERS_MAX)),
        ("concentration_orders", json!(targets::CONCENTRATION_ORDERS_MIN)),
        ("coverage_limits_ratio", json!(LIMITS_RATIO_MAX)),
        ("coverage_list_orders", json!(LIST_LENGTH_MIN)),
        ("coverage_lists", json!(coverage::LISTS_MIN)),
        ("curve_bounded_items", json!(removal::TURNBULL_MAX)),
        ("curve_points", json!(removal::POINTS_MAX)),
        ("exact_days", json!(back::EXACT_DAYS)),
        ("exact_hours", json!(times::EXACT_HOURS)),
        ("late_days", json!(checks::LATE_DAYS)),
        ("like_groups", json!(targets::GROUPS_MIN)),
        ("like_groups_headline", json!(targets::GROUPS_HEADLINE)),
        ("median_items", json!(terms::MEDIAN_MIN)),
        ("office_orders", json!(targets::OFFICE_MIN)),
        ("platform_rule_items", json!(rules::ITEMS_MIN)),
        ("platforms_compared", json!(within::PLATFORMS_MAX)),
        ("rarer_decisions_per_factor", json!(predict::RARER_PER_TERM)),
        ("rarer_items_per_term", json!(within::RARER_PER_TERM)),
        ("ratio_row_items", json!(targets::ROW_MIN)),
        ("removal_events", json!(removal::EVENTS_MIN)),
        ("removal_group_events", json!(removal::GROUP_EVENTS_MIN)),
        ("removal_items_at_term", json!(removal::AT_TERM_MIN)),
        ("step_months_of_a_side", json!(events::SIDE_MIN)),
        ("step_months_of_a_side_most", json!(events::SIDE_MAX)),
        ("step_seasons_months", json!(events::SEASONS_MIN)),
        ("table_cell_items", json!(within::CELL_MIN)),
        ("trend_learned_share", json!(trend::LEARNED_SHARE)),
        ("trend_months", json!(trend::MONTHS_MIN)),
        ("trend_orders", json!(trend::ORDERS_MIN)),
    ];
    Value::Object(list.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Returns SHA-256, hexadecimal, of the document's bytes: JSON without blanks, names in the order of their bytes.
#[must_use]
pub fn digest() -> String {
    Sha256::digest(document().to_string()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    /// Whoever changes what is fixed in advance gives it a new version here, and says so in the list of changes of the method.
    #[test]
    fn the_plan_changes_with_its_version_only() {
        assert_eq!(
            (super::VERSION, super::digest().as_str()),
            (1, "86837b6f8c6e46e65d2cfd1b4a02835f290b31b73448f6dcd30ed24e0a24b87c"),
            "{}",
            super::document()
        );
    }
}
