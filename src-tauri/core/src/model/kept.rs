//! What the register keeps beside the kinds of record: files that were imported, what was given to whom to review, reviews that were locked,
//! methods that were adopted, papers that were sealed. No form
//! writes them; they are described as kinds are, so that the open export and its reading back need no second way.

use super::kinds::{Field, Hand, KINDS, Kind, Shape, WITHDRAWN};
use super::terms::VERDICTS;

const fn app(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, sealed: false, needed: false, hand: Hand::App }
}

const fn needed(name: &'static str, shape: Shape) -> Field {
    Field { needed: true, ..app(name, shape) }
}

/// No field came later: the whole table did.
const ALL: usize = usize::MAX;

/// Files that were imported. Their bytes are not kept, their digests are.
pub static IMPORT_BATCHES: Kind = Kind {
    name: "import_batches",
    prefix: "",
    title: &["name"],
    fields: &[
        app("name", Shape::Text),
        app("digest", Shape::Text),
        app("mapping", Shape::Long),
        needed("made_at", Shape::Number),
        needed("rows", Shape::Number),
        needed("orders", Shape::Number),
        needed("items", Shape::Number),
        needed("rejected", Shape::Number),
        needed("state", Shape::Text),
    ],
    added: ALL,
};

/// Locked reviews.
pub static REVIEWS: Kind = Kind {
    name: "reviews",
    prefix: "",
    title: &["verdict"],
    fields: &[
        needed("order_item", Shape::Link("order_items")),
        needed("rubric", Shape::Text),
        app("reviewer", Shape::Text),
        app("answers", Shape::Long),
        app("computed", Shape::Text),
        app("rule", Shape::Text),
        needed("verdict", Shape::Code(&VERDICTS, "")),
        app("subtype", Shape::Text),
        app("override_reason", Shape::Long),
        needed("locked_at", Shape::Number),
        app("seat", Shape::Link("reviewers")),
        app("cycle", Shape::Number),
        app("round", Shape::Text),
        app("blind_to_official", Shape::Text),
        app("seconds", Shape::Number),
        app("subject_digest", Shape::Text),
        app("rubric_digest", Shape::Text),
        app("supersedes", Shape::Link("reviews")),
    ],
    added: 10,
};

/// Items given to reviewers.
pub static ASSIGNMENTS: Kind = Kind {
    name: "assignments",
    prefix: "",
    title: &["round"],
    fields: &[
        needed("order_item", Shape::Link("order_items")),
        needed("seat", Shape::Link("reviewers")),
        needed("cycle", Shape::Number),
        needed("round", Shape::Text),
        needed("assigned_at", Shape::Number),
        needed("conflict", Shape::Text),
        app("conflict_note", Shape::Long),
    ],
    added: ALL,
};

/// Items that are judged once more.
pub static REVIEW_CYCLES: Kind = Kind {
    name: "review_cycles",
    prefix: "",
    title: &["reason"],
    fields: &[
        needed("order_item", Shape::Link("order_items")),
        needed("cycle", Shape::Number),
        needed("reason", Shape::Text),
        app("note", Shape::Long),
        needed("opened_at", Shape::Number),
    ],
    added: ALL,
};

/// What reviewers answered to the invented cases.
pub static CALIBRATION_ANSWERS: Kind = Kind {
    name: "calibration_answers",
    prefix: "",
    title: &["case_code"],
    fields: &[
        needed("seat", Shape::Link("reviewers")),
        needed("set_version", Shape::Text),
        needed("case_code", Shape::Text),
        needed("rubric", Shape::Text),
        app("answers", Shape::Long),
        needed("verdict", Shape::Text),
        needed("answered_at", Shape::Number),
    ],
    added: ALL,
};

/// Versions of the method: drafts, and those that were adopted.
pub static METHODOLOGIES: Kind = Kind {
    name: "methodologies",
    prefix: "",
    title: &["version"],
    fields: &[
        needed("version", Shape::Text),
        needed("status", Shape::Text),
        app("base", Shape::Text),
        needed("method", Shape::Long),
        needed("questions", Shape::Long),
        needed("rules", Shape::Long),
        app("digest", Shape::Text),
        app("note", Shape::Long),
        app("adopted_on", Shape::Text),
        app("adopted_by", Shape::Text),
        app("adopted_at", Shape::Number),
        app("retired_at", Shape::Number),
        app(WITHDRAWN, Shape::Mark),
    ],
    added: 10,
};

/// Sealed papers. Their bytes are not kept, their digests are.
pub static PAPERS: Kind = Kind {
    name: "papers",
    prefix: "",
    title: &["name"],
    fields: &[
        needed("kind", Shape::Text),
        needed("lang", Shape::Text),
        app("name", Shape::Text),
        app("digest", Shape::Text),
        needed("bytes", Shape::Number),
        app("snapshot", Shape::Text),
        needed("sealed_at", Shape::Number),
        app("audience", Shape::Text),
        app("format", Shape::Text),
        app("filter", Shape::Text),
        app("subject", Shape::Text),
        app("leaks", Shape::Number),
        app("leaks_reason", Shape::Long),
    ],
    added: 7,
};

/// Settings that are knowledge of the register and not somebody's taste or seat.
pub const KNOWLEDGE: [&str; 2] = ["example", "organisation"];

/// Returns everything that a whole export holds, in its order: what others link to comes first.
pub fn whole() -> impl DoubleEndedIterator<Item = &'static Kind> + Clone {
    let kept = [&METHODOLOGIES, &ASSIGNMENTS, &REVIEW_CYCLES, &REVIEWS, &CALIBRATION_ANSWERS, &PAPERS];
    std::iter::once(&IMPORT_BATCHES).chain(KINDS).chain(kept)
}

/// Finds a kind of a whole export by its name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Kind> {
    whole().find(|kind| kind.name == name)
}

/// Says whether a field follows from others: it is not exported, and filled again when an export is read back.
#[must_use]
pub fn is_derived(kind: &Kind, field: &Field) -> bool {
    kind.name == "authority_aliases" && field.name == "folded"
}
