//! Which tables are record, and how a row of each is read and written. The ledger, its replay and the verifier all work on these
//! lists, so a column that is not listed here cannot be changed by the app at all.

use crate::error::{Doing, Error, Result};
use crate::id::Id;
use rusqlite::types::Value;
use rusqlite::{Connection, Statement};

/// A table of the record.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns without the identifier, in a fixed order.
    pub columns: &'static [&'static str],
    select: &'static str,
    insert: &'static str,
    insert_base: &'static str,
    update: &'static str,
    /// Reads all rows with their identifiers in the order they were made.
    pub scan: &'static str,
    /// Number of columns that the table was made with. What came later counts in the digest of a row only where it holds something, so
    /// that rows sealed before keep theirs.
    pub base: usize,
}

/// Values of one row, aligned with the table's columns.
pub type Row = Vec<Value>;

// The texts are put together when the program is compiled: what runs is literal SQL. First the columns that the table was made with, then those
// that came later.
macro_rules! table {
    ($name:ident, $table:literal, [$first:literal $(, $column:literal)* $(,)?]) => {
        table!($name, $table, [$first $(, $column)*], []);
    };
    ($name:ident, $table:literal, [$first:literal $(, $column:literal)* $(,)?], [$($later:literal),* $(,)?]) => {
        pub const $name: Table = Table {
            name: $table,
            columns: &[$first $(, $column)* $(, $later)*],
            select: concat!("SELECT ", $first $(, ", ", $column)* $(, ", ", $later)*, " FROM ", $table, " WHERE id = ?1"),
            insert: concat!(
                "INSERT INTO ", $table, " (", $first $(, ", ", $column)* $(, ", ", $later)*, ", id) VALUES (?"
                $(, table!(@mark $column))* $(, table!(@mark $later))*, ", ?)"
            ),
            insert_base: concat!("INSERT INTO ", $table, " (", $first $(, ", ", $column)*, ", id) VALUES (?" $(, table!(@mark $column))*, ", ?)"),
            update: concat!("UPDATE ", $table, " SET ", $first, " = ?" $(, ", ", $column, " = ?")* $(, ", ", $later, " = ?")*, " WHERE id = ?"),
            scan: concat!("SELECT ", $first $(, ", ", $column)* $(, ", ", $later)*, ", id FROM ", $table, " ORDER BY rowid"),
            base: [$first $(, $column)*].len(),
        };
    };
    (@mark $column:literal) => { ", ?" };
}

table!(SETTINGS, "settings", ["name", "value"]);
table!(
    AUTHORITIES,
    "authorities",
    ["kind", "name_kk", "name_ru", "name_en"],
    [
        "successor_of_id",
        "valid_from_earliest",
        "valid_from_latest",
        "valid_from_precision",
        "valid_from_offset",
        "valid_from_basis",
        "valid_to_earliest",
        "valid_to_latest",
        "valid_to_precision",
        "valid_to_offset",
        "valid_to_basis",
        "note",
        "withdrawn"
    ]
);
table!(AUTHORITY_ALIASES, "authority_aliases", ["authority_id", "alias", "folded", "valid_from", "valid_to"], ["withdrawn"]);
table!(
    PLATFORMS,
    "platforms",
    ["kind", "name_kk", "name_ru", "name_en", "domains"],
    ["owner_legal_name", "exemption", "gov_channel", "note", "withdrawn"]
);
table!(AUDIENCE_MEASURES, "audience_measures", ["platform_id", "value", "unit", "period", "source"], ["withdrawn"]);
table!(
    REPRESENTATIVES,
    "representatives",
    [
        "platform_id",
        "name",
        "seat",
        "appointed_earliest",
        "appointed_latest",
        "appointed_precision",
        "appointed_offset",
        "appointed_basis",
        "ended_earliest",
        "ended_latest",
        "ended_precision",
        "ended_offset",
        "ended_basis",
        "register_number",
        "source",
        "note"
    ],
    ["withdrawn"]
);
table!(PROVISIONS, "provisions", ["act", "article", "paragraph", "name_kk", "name_ru", "name_en", "note"], ["withdrawn"]);
table!(
    PROVISION_VERSIONS,
    "provision_versions",
    [
        "provision_id",
        "in_force_from_earliest",
        "in_force_from_latest",
        "in_force_from_precision",
        "in_force_from_offset",
        "in_force_from_basis",
        "in_force_to_earliest",
        "in_force_to_latest",
        "in_force_to_precision",
        "in_force_to_offset",
        "in_force_to_basis",
        "text_kk",
        "text_ru",
        "note_en",
        "source"
    ],
    ["withdrawn"]
);
table!(
    ACTORS,
    "actors",
    ["reference", "kind", "name", "public_label", "is_child", "gender", "consent", "consent_exhibit", "contact", "note"],
    ["withdrawn"]
);
table!(
    ACTOR_AGES,
    "actor_ages",
    ["actor_id", "band", "at_earliest", "at_latest", "at_precision", "at_offset", "at_basis", "source"],
    ["withdrawn"]
);
table!(
    OCCUPANCIES,
    "occupancies",
    [
        "actor_id",
        "post",
        "body",
        "public_office",
        "held_from_earliest",
        "held_from_latest",
        "held_from_precision",
        "held_from_offset",
        "held_from_basis",
        "held_to_earliest",
        "held_to_latest",
        "held_to_precision",
        "held_to_offset",
        "held_to_basis",
        "source"
    ],
    ["withdrawn"]
);
table!(
    EXPERT_DECISIONS,
    "expert_decisions",
    [
        "reference",
        "number",
        "requested_earliest",
        "requested_latest",
        "requested_precision",
        "requested_offset",
        "requested_basis",
        "decided_earliest",
        "decided_latest",
        "decided_precision",
        "decided_offset",
        "decided_basis",
        "extended",
        "members_known",
        "disciplines",
        "votes",
        "conclusion",
        "reasons_level",
        "dissent",
        "published",
        "note"
    ],
    ["withdrawn"]
);
table!(REPETITION_SETS, "repetition_sets", ["label", "note"], ["withdrawn"]);
table!(
    ORDERS,
    "orders",
    [
        "batch_id",
        "reference",
        "instrument",
        "number",
        "authority_id",
        "platform_id",
        "learned_earliest",
        "learned_latest",
        "learned_precision",
        "learned_offset",
        "learned_basis",
        "learned_how",
        "issued_earliest",
        "issued_latest",
        "issued_precision",
        "issued_offset",
        "issued_basis",
        "received_earliest",
        "received_latest",
        "received_precision",
        "received_offset",
        "received_basis",
        "provisions",
        "ground",
        "action",
        "document_seen",
        "names_items_by_url",
        "informs_of_appeal",
        "author_notified",
        "reasons_level",
        "note",
        "draft"
    ],
    [
        "signatory_role",
        "representative_id",
        "more_actions",
        "deadline_basis",
        "deadline_stated_earliest",
        "deadline_stated_latest",
        "deadline_stated_precision",
        "deadline_stated_offset",
        "deadline_stated_basis",
        "closed_earliest",
        "closed_latest",
        "closed_precision",
        "closed_offset",
        "closed_basis",
        "scope",
        "duration",
        "duration_until_earliest",
        "duration_until_latest",
        "duration_until_precision",
        "duration_until_offset",
        "duration_until_basis",
        "stated_reasons",
        "court_act_cited",
        "expert_decision_id",
        "secrecy_demanded",
        "second_source",
        "dup_of_id",
        "withdrawn"
    ]
);
table!(ORDER_PROVISIONS, "order_provisions", ["order_id", "provision_id", "as_written"], ["withdrawn"]);
table!(
    ORDER_SOURCES,
    "order_sources",
    ["order_id", "list", "learned_earliest", "learned_latest", "learned_precision", "learned_offset", "learned_basis", "note"],
    ["withdrawn"]
);
table!(
    ITEMS,
    "items",
    [
        "batch_id",
        "locator",
        "kind",
        "language",
        "text",
        "posted_earliest",
        "posted_latest",
        "posted_precision",
        "posted_offset",
        "posted_basis",
        "sensitivity",
        "topic"
    ],
    [
        "platform_id",
        "author_id",
        "views",
        "shares",
        "followers",
        "members",
        "reach_at_earliest",
        "reach_at_latest",
        "reach_at_precision",
        "reach_at_offset",
        "reach_at_basis",
        "visibility",
        "topics",
        "statement_mode",
        "repetition_set_id",
        "stub",
        "referral_note",
        "withdrawn"
    ]
);
table!(
    ORDER_ITEMS,
    "order_items",
    [
        "batch_id",
        "order_id",
        "item_id",
        "outcome",
        "complied_earliest",
        "complied_latest",
        "complied_precision",
        "complied_offset",
        "complied_basis"
    ],
    [
        "demanded_action",
        "platform_basis",
        "last_seen_up_earliest",
        "last_seen_up_latest",
        "last_seen_up_precision",
        "last_seen_up_offset",
        "last_seen_up_basis",
        "first_seen_down_earliest",
        "first_seen_down_latest",
        "first_seen_down_precision",
        "first_seen_down_offset",
        "first_seen_down_basis",
        "author_notice_earliest",
        "author_notice_latest",
        "author_notice_precision",
        "author_notice_offset",
        "author_notice_basis",
        "appeal_filed_earliest",
        "appeal_filed_latest",
        "appeal_filed_precision",
        "appeal_filed_offset",
        "appeal_filed_basis",
        "appeal_decided_earliest",
        "appeal_decided_latest",
        "appeal_decided_precision",
        "appeal_decided_offset",
        "appeal_decided_basis",
        "appeal_result",
        "reinstated_earliest",
        "reinstated_latest",
        "reinstated_precision",
        "reinstated_offset",
        "reinstated_basis",
        "reinstated_by",
        "chilling_effect",
        "withdrawn",
        "platform_rules"
    ]
);
table!(
    COMPLAINTS,
    "complaints",
    [
        "reference",
        "channel",
        "filed_earliest",
        "filed_latest",
        "filed_precision",
        "filed_offset",
        "filed_basis",
        "filer_capacity",
        "to_expert_group",
        "decision",
        "order_id",
        "note"
    ],
    [
        "signature",
        "alleged_victim_id",
        "extended",
        "extension_reasoned",
        "decided_earliest",
        "decided_latest",
        "decided_precision",
        "decided_offset",
        "decided_basis",
        "how_known",
        "comparable_group",
        "expert_decision_id",
        "withdrawn"
    ]
);
table!(COMPLAINT_ITEMS, "complaint_items", ["complaint_id", "item_id"], ["withdrawn"]);
table!(ITEM_TRANSLATIONS, "item_translations", ["item_id", "language", "text", "made_by", "translator"], ["withdrawn"]);
table!(
    COMPARATOR_PAIRS,
    "comparator_pairs",
    ["item_a_id", "item_b_id", "shared_features", "difference_in_treatment", "rationale", "first_reviewer", "second_reviewer"],
    ["first_view", "second_view", "withdrawn"]
);
table!(
    EXPERT_OPINIONS,
    "expert_opinions",
    [
        "item_id",
        "order_id",
        "expert",
        "public_label",
        "discipline",
        "question",
        "finding",
        "agrees_with_state",
        "independence_statement",
        "exhibit"
    ],
    ["withdrawn"]
);
table!(REVIEWERS, "reviewers", ["name", "public_label", "outside_organisation", "languages", "note"], ["withdrawn"]);
table!(ACTOR_ROLES, "actor_roles", ["actor_id", "role", "complaint_id", "order_id", "item_id", "source"], ["withdrawn"]);
table!(
    OFFICIAL_FIGURES,
    "official_figures",
    [
        "batch_id",
        "publisher",
        "country",
        "period_earliest",
        "period_latest",
        "period_precision",
        "period_offset",
        "period_basis",
        "metric",
        "value",
        "requester",
        "platform_name",
        "ground",
        "action",
        "source",
        "reliability",
        "note"
    ],
    ["withdrawn"]
);
table!(
    COVERAGE_PERIODS,
    "coverage_periods",
    [
        "watched_from_earliest",
        "watched_from_latest",
        "watched_from_precision",
        "watched_from_offset",
        "watched_from_basis",
        "watched_to_earliest",
        "watched_to_latest",
        "watched_to_precision",
        "watched_to_offset",
        "watched_to_basis",
        "sources_watched",
        "known_gaps"
    ],
    ["withdrawn"]
);
table!(
    PROCEEDINGS,
    "proceedings",
    [
        "reference",
        "forum",
        "number",
        "order_id",
        "complaint_id",
        "filed_earliest",
        "filed_latest",
        "filed_precision",
        "filed_offset",
        "filed_basis",
        "due_earliest",
        "due_latest",
        "due_precision",
        "due_offset",
        "due_basis",
        "decided_earliest",
        "decided_latest",
        "decided_precision",
        "decided_offset",
        "decided_basis",
        "stage",
        "claim",
        "result",
        "remedies_exhausted",
        "note"
    ],
    ["withdrawn"]
);
table!(
    TASKS,
    "tasks",
    [
        "label",
        "due_earliest",
        "due_latest",
        "due_precision",
        "due_offset",
        "due_basis",
        "done_earliest",
        "done_latest",
        "done_precision",
        "done_offset",
        "done_basis",
        "order_id",
        "complaint_id",
        "proceeding_id",
        "note"
    ],
    ["withdrawn"]
);
table!(
    EXHIBITS,
    "exhibits",
    [
        "reference",
        "kind",
        "description",
        "sha256",
        "size",
        "mime",
        "copy_type",
        "derived_from_id",
        "captured_earliest",
        "captured_latest",
        "captured_precision",
        "captured_offset",
        "captured_basis",
        "captured_by",
        "tool",
        "tool_version",
        "source_url",
        "acquisition",
        "language",
        "sensitivity",
        "released_to",
        "order_id",
        "item_id",
        "complaint_id"
    ],
    ["withdrawn"]
);
table!(
    CUSTODY_EVENTS,
    "custody_events",
    [
        "exhibit_id",
        "at_earliest",
        "at_latest",
        "at_precision",
        "at_offset",
        "at_basis",
        "actor",
        "action",
        "reason",
        "sha_before",
        "sha_after"
    ],
    ["withdrawn"]
);
table!(FACTS, "facts", ["subject_id", "field", "confidence", "exhibits", "note"], ["withdrawn"]);
table!(
    IMPORT_BATCHES,
    "import_batches",
    ["name", "digest", "mapping", "made_at", "rows", "orders", "items", "rejected", "state"]
);
table!(
    REVIEWS,
    "reviews",
    ["order_item_id", "rubric", "reviewer", "answers", "computed", "rule", "verdict", "subtype", "override_reason", "locked_at"],
    ["seat_id", "cycle", "round", "blind_to_official", "seconds", "subject_digest", "rubric_digest", "supersedes_id"]
);
table!(ASSIGNMENTS, "assignments", ["order_item_id", "seat_id", "cycle", "round", "assigned_at", "conflict", "conflict_note"]);
table!(REVIEW_CYCLES, "review_cycles", ["order_item_id", "cycle", "reason", "note", "opened_at"]);
table!(
    CALIBRATION_ANSWERS,
    "calibration_answers",
    ["seat_id", "set_version", "case_code", "rubric", "answers", "verdict", "answered_at"]
);
table!(
    METHODOLOGIES,
    "methodologies",
    ["version", "status", "base", "method", "questions", "rules", "digest", "note", "adopted_on", "adopted_by"],
    ["adopted_at", "retired_at", "withdrawn"]
);
table!(
    PAPERS,
    "papers",
    ["kind", "lang", "name", "digest", "bytes", "snapshot", "sealed_at"],
    ["audience", "format", "filter", "subject", "leaks", "leaks_reason"]
);

/// Every table of the record.
pub const TABLES: [&Table; 39] = [
    &SETTINGS,
    &AUTHORITIES,
    &AUTHORITY_ALIASES,
    &PLATFORMS,
    &AUDIENCE_MEASURES,
    &REPRESENTATIVES,
    &PROVISIONS,
    &PROVISION_VERSIONS,
    &ACTORS,
    &ACTOR_AGES,
    &OCCUPANCIES,
    &EXPERT_DECISIONS,
    &REPETITION_SETS,
    &ORDERS,
    &ORDER_PROVISIONS,
    &ORDER_SOURCES,
    &ITEMS,
    &ORDER_ITEMS,
    &COMPLAINTS,
    &COMPLAINT_ITEMS,
    &ITEM_TRANSLATIONS,
    &COMPARATOR_PAIRS,
    &EXPERT_OPINIONS,
    &ACTOR_ROLES,
    &OFFICIAL_FIGURES,
    &COVERAGE_PERIODS,
    &PROCEEDINGS,
    &TASKS,
    &EXHIBITS,
    &CUSTODY_EVENTS,
    &FACTS,
    &REVIEWERS,
    &IMPORT_BATCHES,
    &ASSIGNMENTS,
    &REVIEW_CYCLES,
    &REVIEWS,
    &CALIBRATION_ANSWERS,
    &METHODOLOGIES,
    &PAPERS,
];

/// Tables that imports write, in the order in which a batch seals their rows.
pub const BATCHED: [&Table; 4] = [&ORDERS, &ITEMS, &ORDER_ITEMS, &OFFICIAL_FIGURES];

impl Table {
    /// Fills a row up to the width of the table.
    #[must_use]
    pub fn whole(&self, mut row: Row) -> Row {
        row.resize(self.columns.len(), Value::Null);
        row
    }

    /// Returns the cells of a row that its digest in a batch is made of.
    #[must_use]
    pub fn counted<'r>(&self, row: &'r Row) -> &'r [Value] {
        let filled = row.iter().rposition(|cell| *cell != Value::Null).map_or(0, |last| last + 1);
        row.get(..filled.max(self.base).min(row.len())).unwrap_or_default()
    }

    /// Finds a table by its name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        TABLES.iter().copied().find(|t| t.name == name)
    }

    /// Reads one row, or nothing when there is none.
    pub fn read(&self, db: &Connection, id: &Id) -> Result<Option<Row>> {
        use rusqlite::OptionalExtension;
        let mut statement = db.prepare_cached(self.select).doing("preparing to read a row")?;
        let width = self.columns.len();
        statement.query_row([&id.bytes()[..]], |r| row_of(r, width)).optional().doing("reading a row")
    }

    /// Prepares to add many rows with [`put`] that fill no column which came later: binding half a hundred empty cells for each row takes longer
    /// than the rest of it.
    pub(super) fn adding<'c>(&self, db: &'c Connection) -> Result<Statement<'c>> {
        db.prepare(self.insert_base).doing("preparing to add rows")
    }

    pub(super) fn insert(&self, db: &Connection, id: &Id, row: &Row) -> Result<()> {
        put(&mut *db.prepare_cached(self.insert).doing("preparing to add a row")?, id, row)
    }

    pub(super) fn update(&self, db: &Connection, id: &Id, row: &Row) -> Result<()> {
        put(&mut *db.prepare_cached(self.update).doing("preparing to change a row")?, id, row)
    }
}

/// Adds or changes a row by a statement that a table prepared. Cells that either leaves off at its end hold nothing.
pub(super) fn put(statement: &mut Statement<'_>, id: &Id, row: &Row) -> Result<()> {
    let width = statement.parameter_count().saturating_sub(1);
    if row.iter().skip(width).any(|cell| *cell != Value::Null) {
        return Err(Error::Inside("a row has more cells than the statement that writes it"));
    }
    let mut bind = || -> rusqlite::Result<()> {
        for (place, cell) in (1..).zip(row.iter().chain(std::iter::repeat(&Value::Null)).take(width)) {
            statement.raw_bind_parameter(place, cell)?;
        }
        statement.raw_bind_parameter(width + 1, &id.bytes()[..])?;
        statement.raw_execute()?;
        Ok(())
    };
    bind().doing("writing a row")
}

/// Reads the first `width` columns of a result row.
pub(super) fn row_of(r: &rusqlite::Row<'_>, width: usize) -> rusqlite::Result<Row> {
    (0..width).map(|i| r.get(i)).collect()
}
