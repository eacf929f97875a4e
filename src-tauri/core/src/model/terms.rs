//! The fixed lists of the domain model: allowed values of coded fields. The database holds the same lists as CHECK constraints.

/// Kinds of instrument.
pub const INSTRUMENTS: [&str; 8] = [
    "ministry_order",
    "prosecutor_submission",
    "court_act",
    "police_request",
    "letter",
    "platform_channel_flag",
    "preventive_recommendation",
    "unknown",
];
/// Ways in which an order became known.
pub const LEARNED_HOW: [&str; 10] =
    ["platform_notice", "author", "lawyer", "court_file", "register", "press", "foi", "leak", "monitoring", "unknown"];
/// Lists of orders that coverage is told from (statistics, C13): who else knows of an order. One that copies another is part of it.
pub const SOURCE_LISTS: [&str; 7] = ["platform", "author", "press", "court", "disclosure", "monitoring", "unknown"];

/// Returns the list that a way of learning of an order belongs to; nothing where nobody said. Lawyers speak for authors, a leak and the
/// answer to an information request both come out of the ministry, and public registers are what is monitored.
#[must_use]
pub fn list_of(learned_how: &str) -> Option<&'static str> {
    Some(match learned_how {
        "platform_notice" => "platform",
        "author" | "lawyer" => "author",
        "press" => "press",
        "court_file" => "court",
        "foi" | "leak" => "disclosure",
        "register" | "monitoring" => "monitoring",
        _ => return None,
    })
}

/// On what rule a platform acted.
pub const PLATFORM_BASES: [&str; 5] = ["local_law", "terms", "both", "none_given", "unknown"];
/// Whether the published rules of the platform itself would have had the item removed.
pub const PLATFORM_RULES: [&str; 4] = ["yes", "no", "unclear", "unknown"];
/// Grounds that an order states.
pub const GROUNDS: [&str; 14] = [
    "child_cyberbullying",
    "bullying_unspecified",
    "honour_dignity",
    "defamation",
    "false_information",
    "personal_data",
    "extremism",
    "drugs",
    "gambling",
    "pornography",
    "elections",
    "lgbt_propaganda",
    "other",
    "not_stated",
];
/// What an order demands.
pub const ACTIONS: [&str; 8] =
    ["delete", "geo_block", "suspend_account", "block_site", "disclose_author", "label", "other", "not_stated"];
/// How much of the document was seen.
pub const DOCUMENT_SEEN: [&str; 5] = ["original", "copy", "quoted", "described_only", "unknown"];
/// Yes, no, or unknown: never a default of no.
pub const TRI: [&str; 3] = ["yes", "no", "unknown"];
/// Whether the order names its items.
pub const NAMES_ITEMS: [&str; 4] = ["yes", "no", "partly", "unknown"];
/// How far an order gives reasons.
pub const REASONS_LEVELS: [&str; 4] = ["none", "formula", "case_specific", "unknown"];
/// What happened to an item.
pub const OUTCOMES: [&str; 10] = [
    "removed",
    "geo_blocked",
    "account_suspended",
    "age_gated",
    "labelled",
    "author_deleted",
    "partly",
    "refused",
    "no_action",
    "unknown",
];
/// Languages of content; empty when nobody said.
pub const ITEM_LANGUAGES: [&str; 6] = ["kk", "ru", "en", "mixed", "other", ""];
/// Channels of a complaint.
pub const CHANNELS: [&str; 6] = ["e_otinish", "paper", "hotline_111", "platform_form", "media", "unknown"];
/// Who filed a complaint.
pub const FILERS: [&str; 7] =
    ["legal_representative", "child", "other_citizen", "official_for_self", "agency", "anonymous", "unknown"];
/// What came of a complaint.
pub const DECISIONS: [&str; 7] = ["confirmed", "not_confirmed", "refused", "forwarded", "no_reply", "pending", "unknown"];
/// The six verdicts in the order in which they are always listed.
pub const VERDICTS: [&str; 6] =
    ["real_bullying", "legitimate_criticism", "mixed", "other_unlawful", "other_lawful", "cannot_tell"];
/// Units of an audience measure.
pub const AUDIENCE_UNITS: [&str; 4] = ["avg_daily_over_month", "monthly_users", "hosts_per_day", "other"];

/// The threshold of article 9 of the Law on Online Platforms of 10 July 2023: more than 100,000 users a day on average over a month.
pub const AUDIENCE_THRESHOLD: i64 = 100_000;

/// Says whether platforms with these measures (value, unit, period) stand above the threshold, and by which measure: only the unit
/// that the law names decides, the newest period first; without such a measure the answer is unknown. Computed, never stored.
#[must_use]
pub fn meets_threshold<'m>(measures: impl Iterator<Item = (i64, &'m str, &'m str)>) -> (&'static str, Option<usize>) {
    let newest = measures
        .enumerate()
        .filter(|(_, (_, unit, _))| *unit == "avg_daily_over_month")
        .max_by(|(i, (_, _, a)), (j, (_, _, b))| a.cmp(b).then(i.cmp(j)));
    match newest {
        Some((i, (value, ..))) if value > AUDIENCE_THRESHOLD => ("yes", Some(i)),
        Some((i, _)) => ("no", Some(i)),
        None => ("unknown", None),
    }
}

#[cfg(test)]
mod tests {
    use super::{LEARNED_HOW, SOURCE_LISTS, list_of, meets_threshold};

    #[test]
    fn every_way_of_learning_leads_to_a_list_but_the_unknown_one() {
        for how in LEARNED_HOW {
            assert_eq!(list_of(how).is_some_and(|list| SOURCE_LISTS.contains(&list)), how != "unknown", "{how}");
        }
    }

    #[test]
    fn the_threshold_is_computed_from_the_unit_the_law_names() {
        let check = |measures: &[(i64, &str, &str)], expect| assert_eq!(meets_threshold(measures.iter().copied()), expect);
        check(&[], ("unknown", None));
        check(&[(9_000_000, "monthly_users", "2025-01")], ("unknown", None));
        check(&[(100_000, "avg_daily_over_month", "2025-01")], ("no", Some(0)));
        check(&[(100_001, "avg_daily_over_month", "2025-01")], ("yes", Some(0)));
        check(&[(500_000, "avg_daily_over_month", "2024-01"), (90_000, "avg_daily_over_month", "2025-06")], ("no", Some(1)));
    }
}
