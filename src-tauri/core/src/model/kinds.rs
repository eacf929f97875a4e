//! The kinds of record that the register knows and the fields of each (domain model). One description rules the forms, the command
//! line, the open export and the checks; the tables of the store hold the same columns in the same order.
//!
//! Nothing here says yes or no by default: a coded field that nobody filled holds the code that says so.

use super::time::Moment;
use crate::id::Id;
use std::collections::BTreeMap;

use super::terms::{
    ACTIONS, AUDIENCE_UNITS, CHANNELS, DECISIONS, DOCUMENT_SEEN, FILERS, GROUNDS, INSTRUMENTS, ITEM_LANGUAGES, LEARNED_HOW,
    NAMES_ITEMS, OUTCOMES, PLATFORM_BASES, PLATFORM_RULES, REASONS_LEVELS, SOURCE_LISTS, TRI,
};

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One line.
    Text,
    /// Several lines.
    Long,
    /// A code out of a list; the second is the one that says that nobody filled it.
    Code(&'static [&'static str], &'static str),
    /// Several codes out of a list, kept with blanks between, in the order of the list.
    Codes(&'static [&'static str]),
    /// A whole number, not negative.
    Number,
    /// A moment: five columns.
    Moment,
    /// Another record, of this kind.
    Link(&'static str),
    /// Any record at all.
    About,
    /// Set or not: a mark that the app puts, never a question that somebody answers.
    Mark,
}

/// What a field of one record holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// Nothing.
    Nothing,
    /// A text, or one code.
    Text(String),
    /// Several codes.
    Codes(Vec<String>),
    /// A number.
    Number(i64),
    /// A moment that is known.
    Moment(Moment),
    /// Another record.
    Link(Id),
    /// A mark that is set.
    Mark,
}

impl Held {
    /// Says whether there is nothing.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing)
    }
}

/// The filled fields of a record; what is absent holds nothing.
pub type Fields = BTreeMap<&'static str, Held>;

/// Who puts a field in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// A person.
    Person,
    /// The app: no form shows it, and an amendment leaves it as it is.
    App,
}

/// A field of a kind of record.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name, which is the name of its column.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// Names, contacts and words that identify: in no paper unless a person allows it.
    pub sealed: bool,
    /// A record without it says nothing.
    pub needed: bool,
    /// Who puts it in.
    pub hand: Hand,
}

impl Field {
    const fn new(name: &'static str, shape: Shape) -> Self {
        Self { name, shape, sealed: false, needed: false, hand: Hand::Person }
    }

    const fn sealed(self) -> Self {
        Self { sealed: true, ..self }
    }

    const fn needed(self) -> Self {
        Self { needed: true, ..self }
    }

    const fn by_app(self) -> Self {
        Self { hand: Hand::App, ..self }
    }

    /// Says whether an unfilled field leaves its columns empty: it came with a later schema, or is the mark of what was withdrawn.
    #[must_use]
    pub fn is_later(&self, place: usize, kind: &Kind) -> bool {
        place >= kind.added || self.name == WITHDRAWN
    }

    /// Returns the number of its columns.
    #[must_use]
    pub const fn width(&self) -> usize {
        match self.shape {
            Shape::Moment => 5,
            _ => 1,
        }
    }

    /// Returns the names of its columns.
    #[must_use]
    pub fn columns(&self) -> Vec<String> {
        match self.shape {
            Shape::Moment => {
                ["earliest", "latest", "precision", "offset", "basis"].map(|end| format!("{}_{end}", self.name)).to_vec()
            }
            Shape::Link(_) | Shape::About => vec![format!("{}_id", self.name)],
            _ => vec![self.name.to_owned()],
        }
    }
}

/// A kind of record.
#[derive(Debug)]
pub struct Kind {
    /// Its name, which is the name of its table.
    pub name: &'static str,
    /// Beginning of its human references; empty where it has none.
    pub prefix: &'static str,
    /// Fields that a person knows it by, most telling first.
    pub title: &'static [&'static str],
    /// Its fields, in the order of the columns.
    pub fields: &'static [Field],
    /// Fields from here on came with a later schema: where nobody filled them, the row holds nothing.
    pub added: usize,
}

impl Kind {
    /// Finds a kind by its name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        KINDS.iter().copied().find(|k| k.name == name)
    }

    /// Finds a field.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|f| f.name == name)
    }
}

const fn text(name: &'static str) -> Field {
    Field::new(name, Shape::Text)
}
const fn long(name: &'static str) -> Field {
    Field::new(name, Shape::Long)
}
const fn code(name: &'static str, values: &'static [&'static str]) -> Field {
    Field::new(name, Shape::Code(values, "unknown"))
}
const fn code_or(name: &'static str, values: &'static [&'static str], unset: &'static str) -> Field {
    Field::new(name, Shape::Code(values, unset))
}
const fn codes(name: &'static str, values: &'static [&'static str]) -> Field {
    Field::new(name, Shape::Codes(values))
}
const fn tri(name: &'static str) -> Field {
    code(name, &TRI)
}
const fn number(name: &'static str) -> Field {
    Field::new(name, Shape::Number)
}
const fn moment(name: &'static str) -> Field {
    Field::new(name, Shape::Moment)
}
const fn link(name: &'static str, kind: &'static str) -> Field {
    Field::new(name, Shape::Link(kind))
}
const fn batch() -> Field {
    link("batch", "import_batches").by_app()
}

/// How sure one is of a fact.
pub const CONFIDENCE: [&str; 4] = ["confirmed", "probable", "alleged", "unknown"];
/// Field of every kind: the record was added by mistake. Nothing is ever taken away, but what is so marked is in no list and no figure.
pub const WITHDRAWN: &str = "withdrawn";
/// Where a representative sits.
pub const SEATS: [&str; 3] = ["in_kz", "abroad", "unknown"];
/// Why the duty to appoint a representative does not reach a platform (article 9 of the Law on Online Platforms).
pub const EXEMPTIONS: [&str; 5] = ["none", "corporate_messenger", "email", "finance_ecommerce", "unknown"];
/// Kinds of platform.
pub const PLATFORM_KINDS: [&str; 7] = ["social_network", "messenger", "video", "forum", "media", "website", "other"];
/// Kinds of authority.
pub const AUTHORITY_KINDS: [&str; 8] =
    ["info_ministry", "prosecutor_general", "court", "police", "security", "education_child", "local_executive", "other"];
/// How a complaint was signed.
pub const SIGNATURES: [&str; 4] = ["eds", "hand", "none", "unknown"];
/// How a complaint became known.
pub const COMPLAINT_KNOWN: [&str; 8] = ["author", "parent", "lawyer", "foi", "court_file", "own_test", "other", "unknown"];
/// What the term of an order rests on.
pub const DEADLINE_BASES: [&str; 5] = ["h24_from_receipt", "h24_from_issue", "immediate", "other", "not_stated"];
/// Where an order is to hold.
pub const SCOPES: [&str; 3] = ["kz", "worldwide", "unknown"];
/// How long an order is to hold.
pub const DURATIONS: [&str; 3] = ["permanent", "until", "not_stated"];
/// Kinds of content.
pub const ITEM_KINDS: [&str; 13] = [
    "post",
    "comment",
    "image",
    "video",
    "audio",
    "story",
    "message",
    "channel",
    "account",
    "group",
    "article",
    "livestream",
    "other",
];
/// How careful one must be with an item.
pub const SENSITIVITIES: [&str; 4] = ["normal", "child_identifiable", "intimate", "graphic"];
/// Who could see an item.
pub const VISIBILITIES: [&str; 4] = ["public", "semi_public", "private", "unknown"];
/// How an item speaks.
pub const STATEMENT_MODES: [&str; 7] = ["fact", "value_judgement", "mixed", "satire", "question", "call", "unknown"];
/// What an item is about.
pub const TOPICS: [&str; 15] = [
    "corruption",
    "public_money",
    "police",
    "courts",
    "education",
    "health",
    "land",
    "elections",
    "protest",
    "child_safety",
    "private_dispute",
    "satire",
    "business",
    "religion",
    "other",
];
/// What came of an appeal.
pub const APPEAL_RESULTS: [&str; 6] = ["upheld", "reversed", "partly", "none", "pending", "unknown"];
/// Who put an item back.
pub const REINSTATED_BY: [&str; 5] = ["platform", "ministry", "court", "author", "unknown"];
/// Kinds of actor.
pub const ACTOR_KINDS: [&str; 4] = ["person", "organisation", "account", "unknown"];
/// Bands of age, at a date.
pub const AGE_BANDS: [&str; 5] = ["under_13", "13_15", "16_17", "adult", "unknown"];
/// What a person agreed to.
pub const CONSENTS: [&str; 5] = ["none", "anonymous", "named_partner", "public", "unknown"];
/// Gender, where it matters and was told.
pub const GENDERS: [&str; 4] = ["female", "male", "other", "unknown"];
/// Roles of an actor in a complaint, an order or an item.
pub const ROLES: [&str; 11] = [
    "complainant",
    "alleged_victim",
    "person_criticised",
    "beneficiary_official",
    "author",
    "publisher",
    "signatory",
    "expert_member",
    "lawyer",
    "witness",
    "unknown",
];
/// Disciplines of the state's expert group.
pub const DISCIPLINES: [&str; 6] = ["law", "psychology", "linguistics", "child_rights", "state_body", "ngo"];
/// What the state's expert group concluded.
pub const CONCLUSIONS: [&str; 4] = ["bullying", "not_bullying", "partly", "unknown"];
/// What an official figure counts.
pub const METRICS: [&str; 7] = ["orders", "items", "complaints", "materials", "requests", "accounts", "unknown"];
/// How far a published figure can be relied on.
pub const RELIABILITIES: [&str; 4] = ["official_document", "official_statement", "secondary", "unknown"];
/// Where a proceeding runs.
pub const FORUMS: [&str; 12] = [
    "platform_appeal",
    "ministry",
    "prosecutor",
    "admin_court",
    "civil_court",
    "constitutional_court",
    "hrc",
    "special_procedure",
    "wgad",
    "upr",
    "other",
    "unknown",
];
/// What a reviewer thinks of a pair: whether the two items can be compared at all.
pub const VIEWS: [&str; 3] = ["comparable", "not_comparable", "unknown"];
/// Whether an expert outside the state agrees with the state's.
pub const AGREES: [&str; 4] = ["yes", "no", "partly", "unknown"];
/// Languages in which somebody can review.
pub const REVIEWER_LANGUAGES: [&str; 3] = ["kk", "ru", "en"];
/// Who translated.
pub const TRANSLATED_BY: [&str; 3] = ["human", "machine", "unknown"];
/// Languages of a translation.
pub const TRANSLATION_LANGUAGES: [&str; 4] = ["kk", "ru", "en", "unknown"];

/// Kinds of exhibit.
pub const EXHIBIT_KINDS: [&str; 11] = [
    "order_scan",
    "platform_notice",
    "screenshot",
    "wacz",
    "mhtml",
    "video",
    "letter",
    "court_act",
    "testimony",
    "press",
    "other",
];
/// What a file of an exhibit is beside the thing itself.
pub const COPY_TYPES: [&str; 4] = ["original", "working", "redacted", "unknown"];
/// How an exhibit came to us.
pub const ACQUISITIONS: [&str; 4] = ["self", "received", "public_register", "unknown"];
/// Who may be given the file of an exhibit: the audiences of papers. Where none is named, nobody may.
pub const RELEASES: [&str; 5] = ["court", "lawyer", "partner", "press", "public"];
/// What was done with an exhibit.
pub const CUSTODY_ACTIONS: [&str; 10] =
    ["ingest", "verify", "view", "copy", "redact", "export", "transfer", "restore", "destroy", "unknown"];

/// Every kind, those first that others link to.
pub const KINDS: [&Kind; 31] = [
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
];

macro_rules! kind {
    ($(#[$doc:meta])* $const:ident, $name:literal, $prefix:literal, $title:expr, $added:expr, [$($field:expr),+ $(,)?]) => {
        kind!($(#[$doc])* $const, $name, $prefix, $title, $added, [$($field),+], []);
    };
    // What came after the mark stands after it: the digest of a row counts its cells by their places.
    ($(#[$doc:meta])* $const:ident, $name:literal, $prefix:literal, $title:expr, $added:expr, [$($field:expr),+ $(,)?], [$($last:expr),*]) => {
        $(#[$doc])*
        pub static $const: Kind = Kind {
            name: $name,
            prefix: $prefix,
            title: &$title,
            fields: &[$($field,)+ Field::new(WITHDRAWN, Shape::Mark).by_app(), $($last),*],
            added: $added,
        };
    };
}

/// No field came later than the table, but for the mark of what was withdrawn, which is empty wherever it is not set.
const ALL: usize = usize::MAX;

kind!(
    /// Bodies that issue orders, with what came before them.
    AUTHORITIES, "authorities", "", ["name"], 4,
    [
        code_or("kind", &AUTHORITY_KINDS, "other"), text("name_kk"), text("name_ru"), text("name_en"),
        link("successor_of", "authorities"), moment("valid_from"), moment("valid_to"), long("note"),
    ]
);
kind!(
    /// Other names of an authority, each with the days it was in use.
    AUTHORITY_ALIASES, "authority_aliases", "", ["alias"], ALL,
    [
        link("authority", "authorities").needed(), text("alias").needed(), text("folded").by_app(), text("valid_from"), text("valid_to"),
    ]
);
kind!(
    /// Social networks, messengers and sites.
    PLATFORMS, "platforms", "", ["name"], 5,
    [
        code_or("kind", &PLATFORM_KINDS, "other"), text("name_kk"), text("name_ru"), text("name_en"), text("domains"),
        text("owner_legal_name"), code("exemption", &EXEMPTIONS), tri("gov_channel"), long("note"),
    ]
);
kind!(
    /// How many people a platform reaches, by whose count.
    AUDIENCE_MEASURES, "audience_measures", "", ["period", "value"], ALL,
    [
        link("platform", "platforms").needed(), number("value").needed(), code_or("unit", &AUDIENCE_UNITS, "other"),
        text("period").needed(), text("source").needed(),
    ]
);
kind!(
    /// Legal representatives that platforms appoint under article 9 of the Law on Online Platforms of 10 July 2023.
    REPRESENTATIVES, "representatives", "", ["name", "register_number"], ALL,
    [
        link("platform", "platforms").needed(), text("name"), code("seat", &SEATS), moment("appointed"), moment("ended"),
        text("register_number"), text("source"), long("note"),
    ]
);
kind!(
    /// Provisions of law that orders cite.
    PROVISIONS, "provisions", "", ["act", "article", "paragraph"], ALL,
    [text("act").needed(), text("article"), text("paragraph"), text("name_kk"), text("name_ru"), text("name_en"), long("note")]
);
kind!(
    /// The wording of a provision in the days it was in force.
    PROVISION_VERSIONS, "provision_versions", "", ["provision", "in_force_from"], ALL,
    [
        link("provision", "provisions").needed(), moment("in_force_from").needed(), moment("in_force_to"), long("text_kk"),
        long("text_ru"), long("note_en"), text("source").needed(),
    ]
);
kind!(
    /// People, organisations and accounts. The name is sealed; papers know the label.
    ACTORS, "actors", "KZ-A-", ["public_label"], ALL,
    [
        text("reference").by_app(), code("kind", &ACTOR_KINDS), text("name").sealed(), text("public_label").needed(),
        tri("is_child"), code("gender", &GENDERS), code("consent", &CONSENTS), text("consent_exhibit"), text("contact").sealed(),
        long("note").sealed(),
    ]
);
kind!(
    /// How old an actor was at a date.
    ACTOR_AGES, "actor_ages", "", ["band"], ALL,
    [link("actor", "actors").needed(), code("band", &AGE_BANDS), moment("at"), text("source")]
);
kind!(
    /// Posts that an actor held: who was an official on which day.
    OCCUPANCIES, "occupancies", "", ["post", "body"], ALL,
    [
        link("actor", "actors").needed(), text("post").needed(), text("body"), tri("public_office"), moment("held_from"),
        moment("held_to"), text("source"),
    ]
);
kind!(
    /// Decisions of the state's expert group (article 40 of the Law on Mass Media).
    EXPERT_DECISIONS, "expert_decisions", "KZ-E-", ["number"], ALL,
    [
        text("reference").by_app(), text("number"), moment("requested"), moment("decided"), tri("extended"), text("members_known"),
        codes("disciplines", &DISCIPLINES), text("votes"), code("conclusion", &CONCLUSIONS), code("reasons_level", &REASONS_LEVELS),
        tri("dissent"), tri("published"), long("note"),
    ]
);
kind!(
    /// Items that say the same again: nearly the same text, or one campaign.
    REPETITION_SETS, "repetition_sets", "", ["label"], ALL,
    [text("label").needed(), long("note")]
);
kind!(
    /// Orders: binding demands of an authority.
    ORDERS, "orders", "KZ-", ["reference", "number"], 20,
    [
        batch(), text("reference").by_app(), code("instrument", &INSTRUMENTS), text("number"), link("authority", "authorities"),
        link("platform", "platforms"), moment("learned"), code("learned_how", &LEARNED_HOW), moment("issued"), moment("received"),
        long("provisions"), code_or("ground", &GROUNDS, "not_stated"), code_or("action", &ACTIONS, "not_stated"),
        code("document_seen", &DOCUMENT_SEEN), code("names_items_by_url", &NAMES_ITEMS), tri("informs_of_appeal"),
        tri("author_notified"), code("reasons_level", &REASONS_LEVELS), long("note"), Field::new("draft", Shape::Mark),
        text("signatory_role"), link("representative", "representatives"), codes("more_actions", &ACTIONS),
        code_or("deadline_basis", &DEADLINE_BASES, "not_stated"), moment("deadline_stated"), moment("closed"), code("scope", &SCOPES),
        code_or("duration", &DURATIONS, "not_stated"), moment("duration_until"), long("stated_reasons").sealed(), text("court_act_cited"),
        link("expert_decision", "expert_decisions"), tri("secrecy_demanded"), text("second_source"), link("dup_of", "orders"),
    ]
);
kind!(
    /// Provisions that an order cites, as written and as known.
    ORDER_PROVISIONS, "order_provisions", "", ["as_written"], ALL,
    [link("order", "orders").needed(), link("provision", "provisions").needed(), text("as_written")]
);
kind!(
    /// Other sources that know of an order than the one that it was first learned from. What they share is what coverage is told from.
    ORDER_SOURCES, "order_sources", "", ["list"], ALL,
    [link("order", "orders").needed(), code("list", &SOURCE_LISTS).needed(), moment("learned"), long("note")]
);
kind!(
    /// Posts, comments, pictures, accounts: what orders are about.
    ITEMS, "items", "", ["locator", "text"], 8,
    [
        batch(), text("locator"), code_or("kind", &ITEM_KINDS, "other"), code_or("language", &ITEM_LANGUAGES, ""), long("text"),
        moment("posted"), code_or("sensitivity", &SENSITIVITIES, "normal"), text("topic"),
        link("platform", "platforms"), link("author", "actors"), number("views"), number("shares"),
        number("followers"), number("members"), moment("reach_at"), code("visibility", &VISIBILITIES), codes("topics", &TOPICS),
        code("statement_mode", &STATEMENT_MODES), link("repetition_set", "repetition_sets"),
        Field::new("stub", Shape::Mark), long("referral_note"),
    ]
);
kind!(
    /// One order applied to one item: what became of it.
    ORDER_ITEMS, "order_items", "", ["item"], 5,
    [
        batch(), link("order", "orders").needed(), link("item", "items").needed(), code("outcome", &OUTCOMES), moment("complied"),
        code_or("demanded_action", &ACTIONS, "not_stated"), code("platform_basis", &PLATFORM_BASES), moment("last_seen_up"),
        moment("first_seen_down"), moment("author_notice"), moment("appeal_filed"), moment("appeal_decided"),
        code("appeal_result", &APPEAL_RESULTS), moment("reinstated"), code("reinstated_by", &REINSTATED_BY), long("chilling_effect"),
    ],
    [code("platform_rules", &PLATFORM_RULES)]
);
kind!(
    /// Applications to the ministry, with or without an order after them.
    COMPLAINTS, "complaints", "KZ-C-", ["reference"], 8,
    [
        text("reference").by_app(), code("channel", &CHANNELS), moment("filed"), code("filer_capacity", &FILERS), tri("to_expert_group"),
        code("decision", &DECISIONS), link("order", "orders"), long("note"),
        code("signature", &SIGNATURES), link("alleged_victim", "actors"), tri("extended"), tri("extension_reasoned"), moment("decided"),
        code("how_known", &COMPLAINT_KNOWN), text("comparable_group"), link("expert_decision", "expert_decisions"),
    ]
);
kind!(
    /// Items that a complaint names.
    COMPLAINT_ITEMS, "complaint_items", "", ["item"], ALL,
    [link("complaint", "complaints").needed(), link("item", "items").needed()]
);
kind!(
    /// Translations of an item's text.
    ITEM_TRANSLATIONS, "item_translations", "", ["language"], ALL,
    [
        link("item", "items").needed(), code("language", &TRANSLATION_LANGUAGES), long("text").needed(),
        code("made_by", &TRANSLATED_BY), text("translator").sealed(),
    ]
);
kind!(
    /// Like items that were treated differently.
    COMPARATOR_PAIRS, "comparator_pairs", "", ["shared_features"], 7,
    [
        link("item_a", "items").needed(), link("item_b", "items").needed(), long("shared_features").needed(),
        long("difference_in_treatment"), long("rationale"), text("first_reviewer"), text("second_reviewer"),
        code("first_view", &VIEWS), code("second_view", &VIEWS),
    ]
);
kind!(
    /// What experts outside the state found about an item or an order. Names are sealed; papers know the label.
    EXPERT_OPINIONS, "expert_opinions", "", ["public_label", "finding"], ALL,
    [
        link("item", "items"), link("order", "orders"), text("expert").sealed(), text("public_label").needed(), codes("discipline", &DISCIPLINES),
        long("question"), long("finding").needed(), code("agrees_with_state", &AGREES), long("independence_statement"), text("exhibit"),
    ]
);
kind!(
    /// People who review. Names are sealed; papers know the label.
    REVIEWERS, "reviewers", "", ["name"], ALL,
    [
        text("name").needed(), text("public_label"), tri("outside_organisation"), codes("languages", &REVIEWER_LANGUAGES), long("note").sealed(),
    ]
);
kind!(
    /// What an actor is to a complaint, an order or an item.
    ACTOR_ROLES, "actor_roles", "", ["role"], ALL,
    [
        link("actor", "actors").needed(), code("role", &ROLES), link("complaint", "complaints"), link("order", "orders"),
        link("item", "items"), text("source"),
    ]
);
kind!(
    /// Numbers that an authority or a platform published.
    OFFICIAL_FIGURES, "official_figures", "", ["publisher", "metric", "value"], ALL,
    [
        batch(), text("publisher").needed(), text("country"), moment("period").needed(), code("metric", &METRICS), number("value").needed(),
        text("requester"), text("platform_name"), text("ground"), text("action"), text("source"), code("reliability", &RELIABILITIES),
        long("note"),
    ]
);
kind!(
    /// What was watched and what was not: that no case is known says nothing of days when nobody looked.
    COVERAGE_PERIODS, "coverage_periods", "", ["sources_watched"], ALL,
    [moment("watched_from").needed(), moment("watched_to"), long("sources_watched").needed(), long("known_gaps")]
);
kind!(
    /// Appeals, lawsuits and communications.
    PROCEEDINGS, "proceedings", "KZ-P-", ["number", "claim"], ALL,
    [
        text("reference").by_app(), code("forum", &FORUMS), text("number"), link("order", "orders"), link("complaint", "complaints"),
        moment("filed"), moment("due"), moment("decided"), text("stage"), long("claim"), long("result"), tri("remedies_exhausted"),
        long("note"),
    ]
);
kind!(
    /// What somebody must do, and by when.
    TASKS, "tasks", "", ["label"], ALL,
    [
        text("label").needed(), moment("due"), moment("done"), link("order", "orders"), link("complaint", "complaints"),
        link("proceeding", "proceedings"), long("note"),
    ]
);
kind!(
    /// What proves something: a file that lies encrypted in the vault, or a thing that is described. Who took it and where from is sealed.
    EXHIBITS, "exhibits", "EX-", ["reference", "description"], ALL,
    [
        text("reference").by_app(), code_or("kind", &EXHIBIT_KINDS, "other"), long("description").needed(), text("sha256").by_app(),
        number("size").by_app(), text("mime").by_app(), code("copy_type", &COPY_TYPES), link("derived_from", "exhibits"),
        moment("captured"), text("captured_by").sealed(), text("tool"), text("tool_version"), text("source_url").sealed(),
        code("acquisition", &ACQUISITIONS), code_or("language", &ITEM_LANGUAGES, ""), code_or("sensitivity", &SENSITIVITIES, "normal"),
        codes("released_to", &RELEASES), link("order", "orders"), link("item", "items"), link("complaint", "complaints"),
    ]
);
kind!(
    /// What was done with an exhibit, by whom and why. It is only ever added to. Who did it is sealed.
    CUSTODY_EVENTS, "custody_events", "", ["action"], ALL,
    [
        link("exhibit", "exhibits").needed(), moment("at"), text("actor").sealed(), code("action", &CUSTODY_ACTIONS), long("reason"),
        text("sha_before").by_app(), text("sha_after").by_app(),
    ]
);
kind!(
    /// What a contestable fact rests on, and how sure one is of it.
    FACTS, "facts", "", ["field"], ALL,
    [
        Field::new("subject", Shape::About).needed(), text("field").needed(), code("confidence", &CONFIDENCE), text("exhibits"),
        long("note"),
    ]
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_leads_to_a_kind_and_every_title_is_a_field() {
        for kind in KINDS {
            for field in kind.fields {
                match field.shape {
                    Shape::Link("import_batches") => assert_eq!(field.hand, Hand::App),
                    Shape::Link(to) => assert!(Kind::named(to).is_some(), "{}.{} leads to {to}", kind.name, field.name),
                    Shape::Code(values, unset) => {
                        assert!(values.contains(&unset), "{}.{} has no code for nothing", kind.name, field.name);
                    }
                    _ => {}
                }
            }
            for title in kind.title {
                assert!(kind.field(title).is_some() || *title == "name", "{}.{title}", kind.name);
            }
            assert_eq!(kind.prefix.is_empty(), kind.field("reference").is_none(), "{}", kind.name);
        }
    }

    #[test]
    fn a_file_is_released_to_those_whom_papers_are_for() {
        assert_eq!(RELEASES, crate::model::audience::Audience::ALL.map(crate::model::audience::Audience::code));
    }

    #[test]
    fn no_field_answers_a_question_that_nobody_asked() {
        for field in KINDS.iter().flat_map(|k| k.fields) {
            if let Shape::Code(values, unset) = field.shape {
                assert!(!values.contains(&"yes") || unset == "unknown", "{} defaults to {unset}", field.name);
            }
        }
    }
}
