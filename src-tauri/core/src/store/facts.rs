//! What figures are made of: every recorded order, every standing order item and every complaint, read once. No name, text or address of content
//! leaves here; where somebody is protected, what kind of somebody it is.

use super::cells::{later_moment_at, maybe_id_at, moment_columns};
use super::filter::rows_of;
use super::judged::list;
use super::names::KnownPlatforms;
use super::stirred::Written;
use super::vault::{Vault, version};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::filter::Filter;
use crate::model::fold::fold;
use crate::model::time::{Moment, told_at};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, Statement};
use std::collections::BTreeMap;

/// Both ends of a moment in UTC seconds, unless nothing is known.
pub type Bounds = Option<(i64, i64)>;

/// An order as far as figures need it: no draft, not withdrawn, no duplicate of another.
#[derive(Debug, Clone, Copy)]
pub struct OrderFacts<'r> {
    /// Row in the register.
    pub row: i64,
    /// Order.
    pub id: Id,
    /// Platform.
    pub platform: Option<Id>,
    /// Who issued it.
    pub authority: Option<Id>,
    /// Code of the instrument.
    pub instrument: &'r str,
    /// When it was learned of.
    pub learned: Bounds,
    /// How.
    pub learned_how: &'r str,
    /// When it was issued.
    pub issued: Bounds,
    /// Zone of that statement, minutes east of UTC.
    pub issued_offset: i32,
    /// When it was received.
    pub received: Bounds,
    /// It names a law in some way.
    pub cites: bool,
    /// Code of the ground.
    pub ground: &'r str,
    /// Whether the document was seen.
    pub document_seen: &'r str,
    /// A second source confirms it.
    pub second_source: bool,
    /// Whether it names its items by address.
    pub names_items: &'r str,
    /// Whether it tells of an appeal.
    pub informs_of_appeal: &'r str,
    /// Whether the author was told.
    pub author_notified: &'r str,
    /// Level of its reasons.
    pub reasons_level: &'r str,
    /// It cites a court act.
    pub court_act: bool,
    /// A decision of the state's experts is linked.
    pub expert_decision: bool,
}

/// An order item as far as figures need it.
#[derive(Debug, Clone, Copy)]
pub struct ItemFacts<'r> {
    /// Row in the register.
    pub row: i64,
    /// Order item.
    pub id: Id,
    /// Order.
    pub order: Id,
    /// Content item.
    pub item: Id,
    /// Code of the outcome.
    pub outcome: &'r str,
    /// When it came about, as an interval (see [`told_at`]).
    pub at: Bounds,
    /// When somebody last saw it up.
    pub seen_up: Bounds,
    /// Code of the rule that the platform acted on; empty where nobody said.
    pub platform_basis: &'r str,
    /// Code of whether its own rules would have had it removed; empty where nobody said.
    pub platform_rules: &'r str,
    /// Appeal filed.
    pub appeal_filed: Bounds,
    /// Appeal decided.
    pub appeal_decided: Bounds,
    /// Result of the appeal; empty where nobody said.
    pub appeal_result: &'r str,
    /// Put back.
    pub reinstated: Bounds,
}

/// That somebody else knows of an order, too: a source that was added to it, or another record of the same order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherSource {
    /// The order that figures speak of.
    pub order: Id,
    /// The list that knows of it (`model::terms::SOURCE_LISTS`).
    pub list: String,
    /// Where it is another record: how that one was learned of.
    pub learned_how: String,
}

/// A number that somebody published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialFact {
    /// Who published it.
    pub publisher: String,
    /// The authority or the platform that goes by this name, where one does.
    pub publisher_is: Option<Publisher>,
    /// What it counts.
    pub metric: String,
    /// The number.
    pub value: i64,
    /// The period that it speaks of.
    pub period: Bounds,
    /// Zone of that statement, minutes east of UTC.
    pub period_offset: i32,
    /// It speaks of all that its publisher knows: of no single platform, requester, ground or action, and of no other country.
    pub is_of_all: bool,
}

/// Who published a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publisher {
    /// An authority that orders name.
    Authority(Id),
    /// A platform that orders name.
    Platform(Id),
}

/// Days on which something was watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchedFact {
    /// From.
    pub from: Bounds,
    /// To; nothing while it lasts.
    pub to: Bounds,
    /// What was watched, as it was written down.
    pub sources: String,
    /// It tells of gaps.
    pub has_gaps: bool,
}

/// What two blind reviewers found, under the major version of the method in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdicts {
    /// Order item.
    pub order_item: Id,
    /// The verdict that stands.
    pub verdict: String,
    /// Verdict of the first blind reviewer.
    pub first: String,
    /// Verdict of the second.
    pub second: String,
    /// Findings about the order.
    pub flags: Vec<String>,
    /// Questions of part B that are not met.
    pub defects: Vec<String>,
    /// Elements of arbitrariness that they touch.
    pub elements: Vec<String>,
}

/// Whom an order protects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Protected {
    /// A child.
    Child,
    /// Somebody who holds a public office.
    Official,
    /// A body or company.
    Institution,
    /// Any other person.
    Adult,
}

/// That somebody is protected: by an order as a whole or where one item is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Party {
    /// Who, for counting whom most orders protect; never a name.
    pub actor: Id,
    /// Kind.
    pub kind: Protected,
    /// The order, unless the role speaks of an item.
    pub order: Option<Id>,
    /// The content item.
    pub item: Option<Id>,
}

/// An application, as far as figures need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintFacts {
    /// Complaint.
    pub id: Id,
    /// The order that it led to.
    pub order: Option<Id>,
    /// Code of what was decided.
    pub decision: String,
    /// Group of comparable applications; empty where there is none.
    pub group: String,
    /// Kind of the alleged victim.
    pub victim: Option<Protected>,
    /// Code of the channel.
    pub channel: String,
    /// How it is signed; empty where nobody said.
    pub signature: String,
    /// Language of the content that it names, where that is one; otherwise empty.
    pub language: String,
    /// When it was filed.
    pub filed: Moment,
    /// When it was decided.
    pub decided: Moment,
    /// yes, no, or empty: the term was extended.
    pub extended: String,
    /// yes, no, or empty: reasons were given for that.
    pub extension_reasoned: String,
}

/// That a reviewer took part in the verdict that stands of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenPart {
    /// Order item.
    pub order_item: Id,
    /// Place of the reviewer in the register; never a name.
    pub reviewer: i64,
    /// Not of the organisation, as far as that is known.
    pub is_outside: bool,
}

/// Two content items that are alike: of one repetition set, or a pair that two reviewers found comparable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alike(pub Id, pub Id);

// Columns are named, and looked up by name once: a million rows times twenty names would be most of the reading.
struct Places<const N: usize>([usize; N]);

impl<const N: usize> Places<N> {
    fn of(statement: &Statement<'_>, names: [&str; N]) -> Result<Self> {
        let mut places = [0; N];
        for (place, name) in places.iter_mut().zip(names) {
            *place = statement.column_index(name).doing("finding a column of facts")?;
        }
        Ok(Self(places))
    }
}

fn text<'r>(row: &'r Row<'_>, place: usize) -> rusqlite::Result<&'r str> {
    match row.get_ref(place)? {
        ValueRef::Null => Ok(""),
        other => Ok(other.as_str()?),
    }
}

fn id(row: &Row<'_>, place: usize) -> rusqlite::Result<Option<Id>> {
    let bytes: Option<[u8; 16]> = row.get(place)?;
    Ok(bytes.map(Id::from_bytes))
}

fn known_id(row: &Row<'_>, place: usize) -> rusqlite::Result<Id> {
    let bytes: [u8; 16] = row.get(place)?;
    Ok(Id::from_bytes(bytes))
}

fn bounds(row: &Row<'_>, places: (usize, usize)) -> rusqlite::Result<Bounds> {
    let ends: (Option<i64>, Option<i64>) = (row.get(places.0)?, row.get(places.1)?);
    Ok(ends.0.zip(ends.1))
}

macro_rules! language_where {
    ($is:literal) => {
        concat!("SELECT id, CASE WHEN withdrawn IS NULL THEN language ELSE '' END AS language FROM items WHERE ", $is)
    };
}

impl Vault {
    /// Returns a number that changes with every change of the register.
    pub fn edition(&self) -> Result<u64> {
        version(&*self.read()?)
    }

    /// Lists the rows of the orders that a filter finds at a second, or nothing where it lets all through.
    pub fn rows_found(&self, filter: &Filter, now: i64) -> Result<Option<Vec<i64>>> {
        let db = self.read()?;
        Ok(rows_of(&db, &self.vocabulary, filter, now)?.map(|rows| rows.list()))
    }

    /// Reads every order that figures speak of, every order item that was not withdrawn, and the language of every content item of which one was
    /// said, each in the order of its rows. Two read at once, each
    /// half of the rows on a connection of its own: most of the time goes into deciphering pages. Returns what was made of the first half and of the
    /// second. `go_on` hears after some rows how many more were read, of how many there are in all, and answers whether to go on.
    ///
    /// # Errors
    /// [`Error::Cancelled`] when the answer was no.
    pub fn each_fact<M: Default + Send>(
        &self,
        order: fn(&mut M, &OrderFacts<'_>),
        item: fn(&mut M, &ItemFacts<'_>),
        language: fn(&mut M, Id, &str),
        go_on: &(dyn Fn(u64, u64) -> bool + Sync),
    ) -> Result<[M; 2]> {
        let (one, other) = (self.own_scanner()?, self.own_scanner()?);
        let ends = one
            .query_row(
                "SELECT ifnull((SELECT max(rowid) FROM orders), 0) AS o, ifnull((SELECT max(rowid) FROM order_items), 0) AS i,
                   ifnull((SELECT max(rowid) FROM items), 0) AS c",
                [],
                |r| Ok([r.get::<_, i64>("o")?, r.get::<_, i64>("i")?, r.get::<_, i64>("c")?]),
            )
            .doing("looking for what figures are made of")?;
        let of = ends.iter().fold(0_i64, |sum, end| sum.saturating_add(*end)).unsigned_abs();
        let [last_order, last_item, last_content] = ends;
        let half = &|db: Connection, range: fn(i64) -> (i64, i64)| {
            let pulse = |rows: u64| if go_on(rows, of) { Ok(()) } else { Err(Error::Cancelled) };
            let mut made = M::default();
            orders(&db, range(last_order), &mut |fact| order(&mut made, &fact), &pulse)?;
            items(&db, range(last_item), &mut |fact| item(&mut made, &fact), &pulse)?;
            languages(&db, range(last_content), &mut |content, said| language(&mut made, content, said), &pulse)?;
            Ok::<_, Error>(made)
        };
        let (first, rest) = std::thread::scope(|scope| {
            let rest = scope.spawn(move || half(other, |end| (end / 2 + 1, i64::MAX)));
            (half(one, |end| (i64::MIN, end / 2)), rest.join())
        });
        Ok([first?, rest.map_err(|_| Error::Inside("reading facts was abandoned"))??])
    }

    /// Reads the orders of these rows as far as figures speak of them.
    pub fn order_facts(&self, rows: &[i64], take: &mut dyn FnMut(OrderFacts<'_>)) -> Result<()> {
        let db = self.read()?;
        rows.iter().try_for_each(|row| orders(&db, (*row, *row), take, &|_| Ok(())))
    }

    /// Reads the order items of these rows that were not withdrawn.
    pub fn item_facts(&self, rows: &[i64], take: &mut dyn FnMut(ItemFacts<'_>)) -> Result<()> {
        let db = self.read()?;
        rows.iter().try_for_each(|row| items(&db, (*row, *row), take, &|_| Ok(())))
    }

    /// Lists the rows of the items of an order.
    pub fn item_rows_of(&self, order: &Id) -> Result<Vec<i64>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached("SELECT rowid AS n FROM order_items WHERE order_id = ?1 ORDER BY rowid")
            .doing("preparing to list the items of an order")?;
        let rows = statement.query_map([&order.bytes()[..]], |r| r.get("n"));
        rows.and_then(Iterator::collect).doing("listing the items of an order")
    }

    /// Lists what changes wrote after an edition, as far as figures read it. Nothing where not all of it is known.
    pub fn written_since(&self, edition: u64) -> Result<Option<Written>> {
        self.stirred.since(edition)
    }

    /// Lets go of what changes wrote up to an edition: nobody keeps anything older.
    pub fn forget_written(&self, edition: u64) -> Result<()> {
        self.stirred.forget(edition)
    }

    /// Lists the verdicts that stand.
    pub fn verdict_facts(&self) -> Result<Vec<Verdicts>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT j.order_item_id AS id, j.verdict AS verdict, j.first_verdict AS first, j.second_verdict AS second,
                   j.flags AS flags, j.defects AS defects, j.elements AS elements
                 FROM judged j JOIN order_items oi ON oi.id = j.order_item_id AND oi.withdrawn IS NULL
                 WHERE j.standing = 1 ORDER BY j.order_item_id",
            )
            .doing("preparing to read verdicts")?;
        let rows = statement.query_map([], |r| {
            Ok(Verdicts {
                order_item: super::cells::id_at(r, "id")?,
                verdict: r.get("verdict")?,
                first: r.get("first")?,
                second: r.get("second")?,
                flags: list(r, "flags")?,
                defects: list(r, "defects")?,
                elements: list(r, "elements")?,
            })
        });
        rows.and_then(Iterator::collect).doing("reading verdicts")
    }

    /// Lists who took part in the verdicts that stand: the blind reviewers, and who decided between them.
    pub fn taken_part(&self) -> Result<Vec<TakenPart>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT v.order_item_id AS id, p.rowid AS reviewer, p.outside_organisation = 'yes' AS outside
                 FROM judged j JOIN reviews v ON v.order_item_id = j.order_item_id AND v.cycle = j.cycle JOIN reviewers p ON p.id = v.seat_id
                 WHERE j.standing = 1 AND NOT EXISTS (SELECT 1 FROM reviews w WHERE w.supersedes_id = v.id)
                 ORDER BY v.order_item_id, p.rowid",
            )
            .doing("preparing to read who reviewed")?;
        let rows = statement.query_map([], |r| {
            Ok(TakenPart {
                order_item: super::cells::id_at(r, "id")?,
                reviewer: r.get("reviewer")?,
                is_outside: r.get("outside")?,
            })
        });
        rows.and_then(Iterator::collect).doing("reading who reviewed")
    }

    /// Hands over the language of the content items of these rows; an empty one where none was said.
    pub fn languages_in(&self, rows: &[i64], take: &mut dyn FnMut(Id, &str)) -> Result<()> {
        let db = self.read()?;
        let mut statement = db.prepare_cached(language_where!("rowid = ?1")).doing("preparing to read a language")?;
        rows.iter().try_for_each(|row| one_language(&mut statement, [row], take))
    }

    /// Hands over the language of these content items, as [`Vault::languages_in`] does.
    pub fn languages_of(&self, items: &[Id], take: &mut dyn FnMut(Id, &str)) -> Result<()> {
        let db = self.read()?;
        let mut statement = db.prepare_cached(language_where!("id = ?1")).doing("preparing to read a language")?;
        items.iter().try_for_each(|id| one_language(&mut statement, [&id.bytes()[..]], take))
    }

    /// Lists whom orders protect: officials who benefit, and alleged victims of orders, of items, and of the applications behind orders.
    pub fn parties(&self) -> Result<Vec<Party>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT a.id AS actor, a.kind AS kind, a.is_child AS is_child, r.role AS role, coalesce(r.order_id, c.order_id) AS order_id,
                   r.item_id AS item_id,
                   EXISTS (SELECT 1 FROM occupancies p WHERE p.actor_id = a.id AND p.withdrawn IS NULL AND p.public_office = 'yes') AS office
                 FROM actor_roles r JOIN actors a ON a.id = r.actor_id AND a.withdrawn IS NULL
                 LEFT JOIN complaints c ON c.id = r.complaint_id AND c.withdrawn IS NULL
                 WHERE r.withdrawn IS NULL AND (r.role = 'beneficiary_official' OR r.role = 'alleged_victim')
                 UNION ALL
                 SELECT a.id, a.kind, a.is_child, 'alleged_victim', c.order_id, NULL,
                   EXISTS (SELECT 1 FROM occupancies p WHERE p.actor_id = a.id AND p.withdrawn IS NULL AND p.public_office = 'yes')
                 FROM complaints c JOIN actors a ON a.id = c.alleged_victim_id AND a.withdrawn IS NULL
                 WHERE c.withdrawn IS NULL AND c.order_id IS NOT NULL
                 ORDER BY actor, order_id, item_id",
            )
            .doing("preparing to read whom orders protect")?;
        let rows = statement.query_map([], |r| {
            let (kind, child, role): (String, String, String) = (r.get("kind")?, r.get("is_child")?, r.get("role")?);
            Ok(Party {
                actor: super::cells::id_at(r, "actor")?,
                kind: protected(&kind, &child, role == "beneficiary_official" || r.get("office")?),
                order: maybe_id_at(r, "order_id")?,
                item: maybe_id_at(r, "item_id")?,
            })
        });
        rows.and_then(Iterator::collect).doing("reading whom orders protect")
    }

    /// Lists the applications.
    pub fn complaint_facts(&self) -> Result<Vec<ComplaintFacts>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT c.id AS id, o.id AS order_id, c.decision AS decision, coalesce(c.comparable_group, '') AS grouped, a.kind AS kind, a.is_child AS is_child,
                   c.channel AS channel, coalesce(c.signature, '') AS signature,
                   coalesce(c.extended, '') AS extended, coalesce(c.extension_reasoned, '') AS extension_reasoned,
                   c.filed_earliest AS filed_earliest, c.filed_latest AS filed_latest, c.filed_precision AS filed_precision,
                   c.filed_offset AS filed_offset, c.filed_basis AS filed_basis,
                   c.decided_earliest AS decided_earliest, c.decided_latest AS decided_latest, c.decided_precision AS decided_precision,
                   c.decided_offset AS decided_offset, c.decided_basis AS decided_basis,
                   (SELECT CASE WHEN min(i.language) = max(i.language) THEN min(i.language) ELSE '' END
                    FROM complaint_items ci JOIN items i ON i.id = ci.item_id AND i.withdrawn IS NULL
                    WHERE ci.complaint_id = c.id AND ci.withdrawn IS NULL) AS language,
                   EXISTS (SELECT 1 FROM occupancies p WHERE p.actor_id = a.id AND p.withdrawn IS NULL AND p.public_office = 'yes') AS office
                 FROM complaints c LEFT JOIN actors a ON a.id = c.alleged_victim_id AND a.withdrawn IS NULL
                 LEFT JOIN orders o ON o.id = c.order_id AND o.withdrawn IS NULL AND o.draft = 0
                 WHERE c.withdrawn IS NULL ORDER BY c.id",
            )
            .doing("preparing to read applications")?;
        let rows = statement.query_map([], |r| {
            let (kind, child): (Option<String>, Option<String>) = (r.get("kind")?, r.get("is_child")?);
            let office: bool = r.get("office")?;
            Ok(ComplaintFacts {
                id: super::cells::id_at(r, "id")?,
                order: maybe_id_at(r, "order_id")?,
                decision: r.get("decision")?,
                group: r.get("grouped")?,
                victim: kind.zip(child).map(|(kind, child)| protected(&kind, &child, office)),
                channel: r.get("channel")?,
                signature: r.get("signature")?,
                language: r.get::<_, Option<String>>("language")?.unwrap_or_default(),
                filed: later_moment_at(r, moment_columns!("filed"))?,
                decided: later_moment_at(r, moment_columns!("decided"))?,
                extended: r.get("extended")?,
                extension_reasoned: r.get("extension_reasoned")?,
            })
        });
        rows.and_then(Iterator::collect).doing("reading applications")
    }

    /// Lists pairs of content items that are alike, each with its neighbour: of one repetition set, or found comparable by two reviewers.
    pub fn alike(&self) -> Result<Vec<Alike>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT first AS one, id AS other FROM (
                   SELECT i.id AS id, min(i.id) OVER (PARTITION BY i.repetition_set_id) AS first
                   FROM items i JOIN repetition_sets s ON s.id = i.repetition_set_id AND s.withdrawn IS NULL
                   WHERE i.repetition_set_id IS NOT NULL AND i.withdrawn IS NULL) WHERE first <> id
                 UNION ALL
                 SELECT item_a_id, item_b_id FROM comparator_pairs
                 WHERE withdrawn IS NULL AND first_view = 'comparable' AND second_view = 'comparable'
                 ORDER BY one, other",
            )
            .doing("preparing to read like items")?;
        let rows = statement.query_map([], |r| Ok(Alike(super::cells::id_at(r, "one")?, super::cells::id_at(r, "other")?)));
        rows.and_then(Iterator::collect).doing("reading like items")
    }

    /// Lists who else knows of orders: sources that were added to them, and other records of the same order.
    pub fn other_sources(&self) -> Result<Vec<OtherSource>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT coalesce(o.dup_of_id, o.id) AS id, s.list AS list, '' AS how FROM order_sources s
                 JOIN orders o ON o.id = s.order_id AND o.withdrawn IS NULL AND o.draft = 0 WHERE s.withdrawn IS NULL
                 UNION ALL
                 SELECT dup_of_id, '', learned_how FROM orders INDEXED BY orders_dup_of
                 WHERE dup_of_id IS NOT NULL AND withdrawn IS NULL AND draft = 0
                 ORDER BY id, list, how",
            )
            .doing("preparing to read other sources")?;
        let rows = statement.query_map([], |r| {
            Ok(OtherSource { order: super::cells::id_at(r, "id")?, list: r.get("list")?, learned_how: r.get("how")? })
        });
        rows.and_then(Iterator::collect).doing("reading other sources")
    }

    /// Lists the numbers that others published, in the order of their periods.
    pub fn official_facts(&self) -> Result<Vec<OfficialFact>> {
        let db = self.read()?;
        let known = Publishers::read(&db)?;
        let mut statement = db
            .prepare_cached(
                "SELECT publisher, metric, value, period_earliest, period_latest, period_offset,
                   platform_name = '' AND requester = '' AND ground = '' AND action = '' AS whole, country
                 FROM official_figures WHERE withdrawn IS NULL ORDER BY period_earliest, period_latest, publisher, metric, rowid",
            )
            .doing("preparing to read official figures")?;
        let rows = statement.query_map([], |r| {
            let (publisher, country): (String, String) = (r.get("publisher")?, r.get("country")?);
            let ends: (Option<i64>, Option<i64>) = (r.get("period_earliest")?, r.get("period_latest")?);
            let publisher_is = known.find(&publisher);
            // A number of a platform without a country is one of the whole world.
            let is_here = is_at_home(&country) || (country.is_empty() && !matches!(publisher_is, Some(Publisher::Platform(_))));
            Ok(OfficialFact {
                publisher_is,
                metric: r.get("metric")?,
                value: r.get("value")?,
                period: ends.0.zip(ends.1),
                period_offset: r.get("period_offset")?,
                is_of_all: r.get::<_, bool>("whole")? && is_here,
                publisher,
            })
        });
        rows.and_then(Iterator::collect).doing("reading official figures")
    }

    /// Lists the days on which something was watched.
    pub fn watched_facts(&self) -> Result<Vec<WatchedFact>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT watched_from_earliest, watched_from_latest, watched_to_earliest, watched_to_latest, sources_watched,
                   known_gaps <> '' AS gaps
                 FROM coverage_periods WHERE withdrawn IS NULL ORDER BY watched_from_earliest, rowid",
            )
            .doing("preparing to read what was watched")?;
        let rows = statement.query_map([], |r| {
            let ends = |first: &str, last: &str| -> rusqlite::Result<Bounds> {
                Ok(r.get::<_, Option<i64>>(first)?.zip(r.get::<_, Option<i64>>(last)?))
            };
            Ok(WatchedFact {
                from: ends("watched_from_earliest", "watched_from_latest")?,
                to: ends("watched_to_earliest", "watched_to_latest")?,
                sources: r.get("sources_watched")?,
                has_gaps: r.get("gaps")?,
            })
        });
        rows.and_then(Iterator::collect).doing("reading what was watched")
    }

    /// Lists the orders whose cited provisions are linked, by identifier, and whether one of them is named down to the paragraph.
    pub fn orders_citing(&self) -> Result<Vec<(Id, bool)>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT op.order_id AS id, max(p.article <> '' AND p.paragraph <> '') AS exact FROM order_provisions op
                 JOIN provisions p ON p.id = op.provision_id AND p.withdrawn IS NULL
                 WHERE op.withdrawn IS NULL GROUP BY op.order_id ORDER BY op.order_id",
            )
            .doing("preparing to read cited paragraphs")?;
        let rows = statement.query_map([], |r| Ok((super::cells::id_at(r, "id")?, r.get("exact")?)));
        rows.and_then(Iterator::collect).doing("reading cited paragraphs")
    }
}

// Contents of which a language was said, in the order of their rows: a join from the order items would look each of them up.
fn languages(db: &Connection, ends: (i64, i64), take: &mut dyn FnMut(Id, &str), pulse: &dyn Fn(u64) -> Result<()>) -> Result<()> {
    let mut statement = db
        .prepare_cached(
            "SELECT id, language FROM items NOT INDEXED
             WHERE rowid BETWEEN ?1 AND ?2 AND language <> '' AND withdrawn IS NULL ORDER BY rowid",
        )
        .doing("preparing to read languages")?;
    let mut rows = statement.query(ends).doing("reading languages")?;
    let mut count = 0;
    while let Some(r) = rows.next().doing("reading languages")? {
        let (own, language) = known_id(r, 0).and_then(|own| Ok((own, text(r, 1)?))).doing("reading languages")?;
        take(own, language);
        count += 1;
        if count % PULSE_ROWS == 0 {
            pulse(PULSE_ROWS)?;
        }
    }
    pulse(count % PULSE_ROWS)
}

fn one_language(statement: &mut Statement<'_>, wanted: impl rusqlite::Params, take: &mut dyn FnMut(Id, &str)) -> Result<()> {
    let mut rows = statement.query(wanted).doing("reading a language")?;
    while let Some(r) = rows.next().doing("reading a language")? {
        let (own, language) = known_id(r, 0).and_then(|own| Ok((own, text(r, 1)?))).doing("reading a language")?;
        take(own, language);
    }
    Ok(())
}

// Names by which a publisher is known for an authority or a platform.
struct Publishers {
    authorities: BTreeMap<String, Id>,
    platforms: KnownPlatforms,
}

impl Publishers {
    fn read(db: &Connection) -> Result<Self> {
        let mut authorities = BTreeMap::new();
        let mut statement = db
            .prepare_cached(
                "SELECT l.folded AS folded, l.authority_id AS id FROM authority_aliases l
                 JOIN authorities a ON a.id = l.authority_id WHERE l.withdrawn IS NULL AND a.withdrawn IS NULL ORDER BY l.rowid",
            )
            .doing("preparing to read names of authorities")?;
        let rows = statement.query_map([], |r| Ok((r.get::<_, String>("folded")?, super::cells::id_at(r, "id")?)));
        for row in rows.doing("reading names of authorities")? {
            let (folded, id) = row.doing("reading names of authorities")?;
            authorities.entry(folded.trim().to_owned()).or_insert(id);
        }
        Ok(Self { authorities, platforms: KnownPlatforms::read(db)? })
    }

    fn find(&self, name: &str) -> Option<Publisher> {
        let authority = self.authorities.get(fold(name).trim()).copied().map(Publisher::Authority);
        authority.or_else(|| self.platforms.find(name).map(Publisher::Platform))
    }
}

// Publishers of many countries give a number for each.
fn is_at_home(country: &str) -> bool {
    ["kazakhstan", "kz", "kaz", "казахстан", "қазақстан", "республика казахстан", "қазақстан республикасы"]
        .iter()
        .any(|name| fold(name).trim() == fold(country).trim())
}

// A child who holds an office is a child; a body is a body, whoever speaks for it.
fn protected(kind: &str, is_child: &str, office: bool) -> Protected {
    match (kind, is_child, office) {
        (_, "yes", _) => Protected::Child,
        ("organisation", ..) => Protected::Institution,
        (_, _, true) => Protected::Official,
        _ => Protected::Adult,
    }
}

/// Rows after which it is asked whether to go on.
const PULSE_ROWS: u64 = 1 << 13;

fn orders(
    db: &Connection,
    ends: (i64, i64),
    take: &mut dyn FnMut(OrderFacts<'_>),
    pulse: &dyn Fn(u64) -> Result<()>,
) -> Result<()> {
    let mut statement = db
        .prepare_cached(
            "SELECT rowid AS n, id, platform_id, authority_id, instrument, learned_earliest, learned_latest, learned_how, issued_earliest,
               issued_latest, issued_offset, received_earliest, received_latest, provisions <> '' AS cites, ground, document_seen,
               second_source IS NOT NULL AS second, names_items_by_url, informs_of_appeal, author_notified, reasons_level,
               coalesce(court_act_cited, '') <> '' AS court_act, expert_decision_id IS NOT NULL AS experts
             FROM orders NOT INDEXED
             WHERE rowid BETWEEN ?1 AND ?2 AND draft = 0 AND withdrawn IS NULL AND dup_of_id IS NULL ORDER BY rowid",
        )
        .doing("preparing to read facts of orders")?;
    let Places(
        [
            n,
            own,
            platform,
            authority,
            instrument,
            learned,
            learned_end,
            how,
            issued,
            issued_end,
            offset,
            received,
            received_end,
            cites,
            ground,
            seen,
            second,
            names,
            appeal,
            notified,
            reasons,
            court,
            experts,
        ],
    ) = Places::of(
        &statement,
        [
            "n",
            "id",
            "platform_id",
            "authority_id",
            "instrument",
            "learned_earliest",
            "learned_latest",
            "learned_how",
            "issued_earliest",
            "issued_latest",
            "issued_offset",
            "received_earliest",
            "received_latest",
            "cites",
            "ground",
            "document_seen",
            "second",
            "names_items_by_url",
            "informs_of_appeal",
            "author_notified",
            "reasons_level",
            "court_act",
            "experts",
        ],
    )?;
    let mut rows = statement.query(ends).doing("reading facts of orders")?;
    let mut count = 0;
    while let Some(r) = rows.next().doing("reading facts of orders")? {
        let fact = || -> rusqlite::Result<OrderFacts<'_>> {
            Ok(OrderFacts {
                row: r.get(n)?,
                id: known_id(r, own)?,
                platform: id(r, platform)?,
                authority: id(r, authority)?,
                instrument: text(r, instrument)?,
                learned: bounds(r, (learned, learned_end))?,
                learned_how: text(r, how)?,
                issued: bounds(r, (issued, issued_end))?,
                issued_offset: r.get(offset)?,
                received: bounds(r, (received, received_end))?,
                cites: r.get(cites)?,
                ground: text(r, ground)?,
                document_seen: text(r, seen)?,
                second_source: r.get(second)?,
                names_items: text(r, names)?,
                informs_of_appeal: text(r, appeal)?,
                author_notified: text(r, notified)?,
                reasons_level: text(r, reasons)?,
                court_act: r.get(court)?,
                expert_decision: r.get(experts)?,
            })
        };
        take(fact().doing("reading facts of orders")?);
        count += 1;
        if count % PULSE_ROWS == 0 {
            pulse(PULSE_ROWS)?;
        }
    }
    pulse(count % PULSE_ROWS)
}

fn items(
    db: &Connection,
    ends: (i64, i64),
    take: &mut dyn FnMut(ItemFacts<'_>),
    pulse: &dyn Fn(u64) -> Result<()>,
) -> Result<()> {
    let mut statement = db
        .prepare_cached(
            "SELECT rowid AS n, id, order_id, item_id, outcome, complied_earliest, complied_latest, last_seen_up_earliest,
               last_seen_up_latest, first_seen_down_earliest, first_seen_down_latest, appeal_filed_earliest, appeal_filed_latest,
               appeal_decided_earliest, appeal_decided_latest, appeal_result, reinstated_earliest, reinstated_latest, platform_basis,
               platform_rules
             FROM order_items NOT INDEXED WHERE rowid BETWEEN ?1 AND ?2 AND withdrawn IS NULL ORDER BY rowid",
        )
        .doing("preparing to read facts of items")?;
    let Places(
        [
            n,
            own,
            order,
            item,
            outcome,
            done,
            done_end,
            up,
            up_end,
            down,
            down_end,
            filed,
            filed_end,
            decided,
            decided_end,
            result,
            back,
            back_end,
            basis,
            rules,
        ],
    ) = Places::of(
        &statement,
        [
            "n",
            "id",
            "order_id",
            "item_id",
            "outcome",
            "complied_earliest",
            "complied_latest",
            "last_seen_up_earliest",
            "last_seen_up_latest",
            "first_seen_down_earliest",
            "first_seen_down_latest",
            "appeal_filed_earliest",
            "appeal_filed_latest",
            "appeal_decided_earliest",
            "appeal_decided_latest",
            "appeal_result",
            "reinstated_earliest",
            "reinstated_latest",
            "platform_basis",
            "platform_rules",
        ],
    )?;
    let mut rows = statement.query(ends).doing("reading facts of items")?;
    let mut count = 0;
    while let Some(r) = rows.next().doing("reading facts of items")? {
        let fact = || -> rusqlite::Result<ItemFacts<'_>> {
            let outcome = text(r, outcome)?;
            let (up, down) = (bounds(r, (up, up_end))?, bounds(r, (down, down_end))?);
            Ok(ItemFacts {
                row: r.get(n)?,
                id: known_id(r, own)?,
                order: known_id(r, order)?,
                item: known_id(r, item)?,
                outcome,
                at: told_at(outcome, Moment::between(bounds(r, (done, done_end))?), &Moment::between(up), &Moment::between(down))
                    .bounds(),
                seen_up: up,
                platform_basis: text(r, basis)?,
                platform_rules: text(r, rules)?,
                appeal_decided: bounds(r, (decided, decided_end))?,
                appeal_filed: bounds(r, (filed, filed_end))?,
                appeal_result: text(r, result)?,
                reinstated: bounds(r, (back, back_end))?,
            })
        };
        take(fact().doing("reading facts of items")?);
        count += 1;
        if count % PULSE_ROWS == 0 {
            pulse(PULSE_ROWS)?;
        }
    }
    pulse(count % PULSE_ROWS)
}
