//! The search index: stems of all texts. It is derived from the record and written by the same transaction; what it hides would be as good as
//! removed, so verification derives it anew.
//!
//! A row of the index is numbered by kind and by the row of the record: another kind needs a base, a way to read its texts, and a call of
//! [`Stale::note`] where its rows change.

use super::cells::{id_at, maybe_id_at};
use super::record::{Row, Table};
use super::vault::{Vault, keep, recall};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::filter::{Filter, Test};
use crate::model::near::mixed;
use crate::model::stem::{Stems, Tongue, Word, append, words};
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, params};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::RangeInclusive;
use std::sync::{Arc, Mutex};

/// Version of stems and folding in the index. A vault that was indexed by another one is indexed anew when it is opened.
const INDEXED_BY: [u8; 1] = [1];
const KEPT_AS: &str = "indexed by";

/// Hits that are ranked, the newest ones: ranking all of a million would take a second.
pub const RANKED_MAX: usize = 1_000;
/// Letters of a word of which the beginning is looked up.
const PREFIX_LETTERS_MIN: usize = 3;
/// Words of a query at the most.
const QUERY_WORDS_MAX: usize = 32;

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An order with its items.
    Order,
}

impl Kind {
    /// Returns the code of the kind on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Order => "order",
        }
    }
}

/// The texts of one thing as they stand in the record, by column of the index.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// References, numbers, provisions, and the names of issuer and addressee: texts of no certain language.
    pub facts: Vec<String>,
    /// Addresses: words without endings.
    pub locators: Vec<String>,
    /// Texts of items, each with its language where it is known.
    pub texts: Vec<(String, Option<Tongue>)>,
    /// Notes.
    pub note: String,
}

/// What the index holds of one thing: stems with blanks between.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Entryway {
    facts: String,
    text: String,
    note: String,
}

impl Source {
    /// Takes an order apart, but for its items: reference, number and provisions, its note, and the names of issuer and addressee.
    pub(super) fn of_order(own: [&str; 3], note: &str, names: &[&[String]]) -> Self {
        let own = own.into_iter().map(str::to_owned);
        let facts = own.chain(names.iter().copied().flatten().cloned()).collect();
        Self { facts, note: note.to_owned(), ..Self::default() }
    }

    /// Adds an item of the order.
    pub(super) fn add_item(&mut self, locator: &str, language: &str, texts: [&str; 2]) {
        self.locators.push(locator.to_owned());
        for text in texts.into_iter().filter(|text| !text.is_empty()) {
            self.texts.push((text.to_owned(), Tongue::parse(language)));
        }
    }

    // Tells every stem with its column, in the order in which the index has them.
    fn tell(&self, stems: &Stems, take: &mut dyn FnMut(Column, &str)) {
        self.facts.iter().for_each(|fact| stems.each(fact, None, &mut |stem| take(Column::Facts, stem)));
        self.locators.iter().flat_map(|locator| address_words(locator)).for_each(|word| take(Column::Facts, &word));
        self.texts.iter().for_each(|(text, tongue)| stems.each(text, *tongue, &mut |stem| take(Column::Text, stem)));
        stems.each(&self.note, None, &mut |stem| take(Column::Note, stem));
    }

    /// Returns what the index holds of it.
    pub(super) fn stems(&self, stems: &Stems) -> Entryway {
        let mut entry = Entryway::default();
        self.tell(stems, &mut |column, stem| match column {
            Column::Facts => append(&mut entry.facts, stem),
            Column::Text => append(&mut entry.text, stem),
            Column::Note => append(&mut entry.note, stem),
        });
        entry
    }
}

// A column of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Facts,
    Text,
    Note,
}

impl Column {
    fn named(name: &[u8]) -> Option<Self> {
        match name {
            b"facts" => Some(Self::Facts),
            b"text" => Some(Self::Text),
            b"note" => Some(Self::Note),
            _ => None,
        }
    }
}

// Every address begins alike: these words would lead to everything.
fn address_words(locator: &str) -> impl Iterator<Item = String> {
    words(locator).map(|word| word.folded).filter(|word| !matches!(word.as_str(), "http" | "https" | "www"))
}

/// Reads the texts of an order, by its row.
pub(super) fn read_order(db: &Connection, row: i64) -> Result<Option<(Id, Source)>> {
    let mut read = None;
    each_order(db, row..=row, &mut |_, id, source| {
        read = Some((id, source));
        Ok(())
    })?;
    Ok(read)
}

/// Reads the texts of the orders of some rows, in the order of these. What was withdrawn is not searched.
pub(super) fn each_order(
    db: &Connection,
    rows: RangeInclusive<i64>,
    take: &mut dyn FnMut(i64, Id, Source) -> Result<()>,
) -> Result<()> {
    const DOING: &str = "reading texts to index";
    let mut statement = db
        .prepare_cached(
            "SELECT o.rowid AS n, o.id AS id, o.reference AS reference, o.number AS number, o.provisions AS provisions, o.note AS note,
                    o.authority_id AS authority_id, o.platform_id AS platform_id,
                    i.locator AS locator, i.language AS language, i.text AS text, i.topic AS topic
             FROM orders o
             LEFT JOIN order_items oi ON oi.order_id = o.id AND oi.withdrawn IS NULL
             LEFT JOIN items i ON i.id = oi.item_id
             WHERE o.rowid BETWEEN ?1 AND ?2 AND o.withdrawn IS NULL ORDER BY o.rowid, oi.rowid",
        )
        .doing("preparing to read texts to index")?;
    let mut found = statement.query(params![rows.start(), rows.end()]).doing(DOING)?;
    let (mut issuers, mut addressees) = (Known::of(super::names::authority_names), Known::of(super::names::platform_own_names));
    let mut open: Option<(i64, Id, Source)> = None;
    while let Some(r) = found.next().doing(DOING)? {
        let number: i64 = r.get("n").doing(DOING)?;
        let mut order = match open.take() {
            Some(same) if same.0 == number => same,
            before => {
                if let Some((number, id, source)) = before {
                    take(number, id, source)?;
                }
                let issuer = issuers.names(db, maybe_id_at(r, "authority_id").doing(DOING)?)?;
                let addressee = addressees.names(db, maybe_id_at(r, "platform_id").doing(DOING)?)?;
                (number, id_at(r, "id").doing(DOING)?, order_at(r, &[&issuer, &addressee]).doing(DOING)?)
            }
        };
        add_item_at(r, &mut order.2).doing(DOING)?;
        open = Some(order);
    }
    match open {
        Some((number, id, source)) => take(number, id, source),
        None => Ok(()),
    }
}

// Names that many orders share, by whom they are of: one for issuers and one for addressees, since an identifier is one within its table only.
struct Known {
    read: fn(&Connection, &Id) -> Result<Vec<String>>,
    names: HashMap<Id, Arc<[String]>>,
}

impl Known {
    fn of(read: fn(&Connection, &Id) -> Result<Vec<String>>) -> Self {
        Self { read, names: HashMap::new() }
    }

    fn names(&mut self, db: &Connection, id: Option<Id>) -> Result<Arc<[String]>> {
        let Some(id) = id else { return Ok(Arc::default()) };
        if let Some(names) = self.names.get(&id) {
            return Ok(Arc::clone(names));
        }
        let names: Arc<[String]> = (self.read)(db, &id)?.into();
        self.names.insert(id, Arc::clone(&names));
        Ok(names)
    }
}

fn order_at(r: &rusqlite::Row<'_>, names: &[&[String]]) -> rusqlite::Result<Source> {
    let own = [r.get_ref("reference")?.as_str()?, r.get_ref("number")?.as_str()?, r.get_ref("provisions")?.as_str()?];
    Ok(Source::of_order(own, r.get_ref("note")?.as_str()?, names))
}

// Adds the item of a row, if there is one.
fn add_item_at(r: &rusqlite::Row<'_>, source: &mut Source) -> rusqlite::Result<()> {
    if let Some(locator) = r.get_ref("locator")?.as_str_or_null()? {
        let texts = [r.get_ref("text")?.as_str()?, r.get_ref("topic")?.as_str()?];
        source.add_item(locator, r.get_ref("language")?.as_str()?, texts);
    }
    Ok(())
}

/// Writes an entry of the index.
pub(super) fn put(db: &Connection, number: i64, entry: &Entryway) -> Result<()> {
    db.prepare_cached("INSERT INTO search (rowid, facts, text, note) VALUES (?1, ?2, ?3, ?4)")
        .and_then(|mut s| s.execute(params![number, entry.facts, entry.text, entry.note]))
        .doing("indexing texts")?;
    Ok(())
}

/// Takes an entry out of the index. It must be given as it was put in: the index keeps no texts.
pub(super) fn take(db: &Connection, number: i64, entry: &Entryway) -> Result<()> {
    db.prepare_cached("INSERT INTO search (search, rowid, facts, text, note) VALUES ('delete', ?1, ?2, ?3, ?4)")
        .and_then(|mut s| s.execute(params![number, entry.facts, entry.text, entry.note]))
        .doing("taking texts out of the index")?;
    Ok(())
}

/// Takes the entries of the orders of an import out of the index, before their rows go.
pub(super) fn take_batch(db: &Connection, batch: &Id) -> Result<()> {
    let mut statement = db
        .prepare_cached("SELECT rowid AS n FROM orders WHERE batch_id = ?1")
        .doing("preparing to take an import out of the index")?;
    let numbers: Vec<i64> = statement
        .query_map([&batch.bytes()[..]], |r| r.get("n"))
        .and_then(Iterator::collect)
        .doing("taking an import out of the index")?;
    let stems = Stems::default();
    for number in numbers {
        if let Some((_, source)) = read_order(db, number)? {
            take(db, number, &source.stems(&stems))?;
        }
    }
    Ok(())
}

/// Returns what the index holds of an order; nothing where it holds none.
pub(super) fn entry_of(db: &Connection, order: &Id) -> Result<Option<Entryway>> {
    Ok(read_order(db, number_of(db, order)?)?.map(|(_, source)| source.stems(&Stems::default())))
}

/// Writes the entry of an order anew; `before` is what the index holds of it.
pub(super) fn renew(db: &Connection, order: &Id, before: Option<Entryway>) -> Result<()> {
    let number = number_of(db, order)?;
    if let Some(before) = before {
        take(db, number, &before)?;
    }
    match read_order(db, number)? {
        Some((_, source)) => put(db, number, &source.stems(&Stems::default())),
        None => Ok(()),
    }
}

fn number_of(db: &Connection, order: &Id) -> Result<i64> {
    db.prepare_cached("SELECT rowid AS n FROM orders WHERE id = ?1")
        .and_then(|mut s| s.query_row([&order.bytes()[..]], |r| r.get("n")))
        .doing("finding an order's row")
}

/// Orders whose entries a change makes stale, each with its entry from before, or nothing where there was none.
#[derive(Default)]
pub(super) struct Stale(BTreeMap<i64, Option<Entryway>>);

impl Stale {
    /// Hears of a row before it is written: entries that it is about to change are remembered as they are.
    pub fn note(&mut self, db: &Connection, table: &Table, id: &Id, row: &Row) -> Result<()> {
        let sql = match table.name {
            "orders" => "SELECT rowid AS n FROM orders WHERE id = ?1",
            "items" => "SELECT o.rowid AS n FROM order_items oi JOIN orders o ON o.id = oi.order_id WHERE oi.item_id = ?1",
            "order_items" => "SELECT rowid AS n FROM orders WHERE id = ?1",
            "authorities" | "authority_aliases" => "SELECT rowid AS n FROM orders WHERE authority_id = ?1",
            "platforms" => "SELECT rowid AS n FROM orders WHERE platform_id = ?1",
            _ => return Ok(()),
        };
        let owner = owner(table, row).unwrap_or(*id);
        let mut statement = db.prepare_cached(sql).doing("preparing to look for stale entries")?;
        let found: Vec<i64> = statement
            .query_map([&owner.bytes()[..]], |r| r.get("n"))
            .and_then(Iterator::collect)
            .doing("looking for stale entries")?;
        for number in found {
            if let Entry::Vacant(vacant) = self.0.entry(number) {
                let before = read_order(db, number)?;
                vacant.insert(before.map(|(_, source)| source.stems(&Stems::default())));
            }
        }
        Ok(())
    }

    /// Hears of an order that was just added.
    pub fn note_new(&mut self, number: i64) {
        self.0.insert(number, None);
    }

    /// Writes the stale entries anew.
    pub fn freshen(&mut self, db: &Connection) -> Result<()> {
        let stems = Stems::default();
        for (number, before) in std::mem::take(&mut self.0) {
            if let Some(before) = before {
                take(db, number, &before)?;
            }
            if let Some((_, source)) = read_order(db, number)? {
                put(db, number, &source.stems(&stems))?;
            }
        }
        Ok(())
    }
}

/// Returns the thing that a row belongs to, if it is of a kind that belongs to something.
pub(super) fn owner(table: &Table, row: &Row) -> Option<Id> {
    let column = match table.name {
        "order_items" => "order_id",
        "authority_aliases" => "authority_id",
        _ => return None,
    };
    let at = table.columns.iter().position(|c| *c == column)?;
    match row.get(at) {
        Some(Cell::Blob(bytes)) => Id::from_slice(bytes).ok(),
        _ => None,
    }
}

/// Fills the index of a vault that has none or an older one: all or nothing.
pub(super) fn bring_up(db: &Connection) -> Result<()> {
    if recall(db, KEPT_AS)?.as_deref() == Some(&INDEXED_BY[..]) {
        return Ok(());
    }
    // Unchecked, since the connection is lent and not owned; nothing else writes yet.
    let change = db.unchecked_transaction().doing("beginning to index")?;
    db.execute("INSERT INTO search (search) VALUES ('delete-all')", []).doing("emptying the index")?;
    let stems = Stems::default();
    each_order(db, i64::MIN..=i64::MAX, &mut |number, _, source| put(db, number, &source.stems(&stems)))?;
    // The first overwriting delete raises the version of the index, which a connection that is already open would learn of too late.
    let trial = Entryway { note: "x".to_owned(), ..Entryway::default() };
    put(db, 0, &trial)?;
    take(db, 0, &trial)?;
    super::near::mark_all(db)?;
    keep(db, KEPT_AS, &INDEXED_BY)?;
    change.commit().doing("committing the index")
}

/// A query: what the index is asked, and how the same is found in a text again.
pub(super) struct Query {
    expression: String,
    sought: Vec<Sought>,
}

enum Sought {
    Forms { forms: Vec<String>, beginning: Option<String> },
}

fn quoted(words: &[String]) -> String {
    // Words are letters, digits and marks: there is nothing to escape.
    format!("\"{}\"", words.join(" "))
}

fn begins(word: &str) -> bool {
    word.chars().count() >= PREFIX_LETTERS_MIN
}

/// Stems words as they stand in a text of each language. In one of a Cyrillic language Latin words are stemmed as English.
fn in_each_tongue(stems: &Stems, words: &[String]) -> [Vec<String>; 3] {
    [Tongue::Kk, Tongue::Ru, Tongue::En].map(|tongue| {
        let of = |word: &str| if word.starts_with(|c: char| c.is_ascii()) { Tongue::En } else { tongue };
        words.iter().map(|word| stems.stem(word, of(word)).into_owned()).collect()
    })
}

/// Says how the index is asked for one test; nothing for what has no words.
pub(super) fn expression(test: &Test, stems: &Stems) -> Option<String> {
    let (text, is_phrase) = match test {
        Test::Word(text) => (text, false),
        Test::Phrase(text) => (text, true),
        _ => return None,
    };
    let found: Vec<String> = if is_phrase { words(text).map(|w| w.folded).collect() } else { address_words(text).collect() };
    let found: Vec<String> = found.into_iter().take(QUERY_WORDS_MAX).collect();
    let mut any: Vec<String> = Vec::new();
    let mut add = |one: String| {
        if !any.contains(&one) {
            any.push(one);
        }
    };
    match (found.as_slice(), is_phrase) {
        ([], _) => return None,
        ([word], _) => {
            for form in stems.all(word) {
                add(quoted(&[form]));
            }
            if begins(word) && !is_phrase {
                add(format!("{} *", quoted(std::slice::from_ref(word))));
            }
        }
        (several, _) => {
            // An address or a number in parts, of which the last may be only begun.
            if !is_phrase && several.last().is_some_and(|last| begins(last)) {
                add(format!("{} *", quoted(several)));
            }
            add(quoted(several));
            for stemmed in in_each_tongue(stems, several) {
                add(quoted(&stemmed));
            }
        }
    }
    Some(format!("({})", any.join(" OR ")))
}

impl Query {
    /// Makes a query of a filter's words; nothing when it asks for none.
    fn of(filter: &Filter) -> Option<Self> {
        let stems = Stems::default();
        let (mut all, mut none, mut sought) = (Vec::new(), Vec::new(), Vec::new());
        for term in filter.terms.iter().take(QUERY_WORDS_MAX) {
            let Some(one) = expression(&term.test, &stems) else { continue };
            if term.negated {
                none.push(one);
                continue;
            }
            all.push(one);
            let (Test::Word(text) | Test::Phrase(text)) = &term.test else { continue };
            for word in words(text).take(QUERY_WORDS_MAX) {
                let forms = stems.all(&word.folded);
                sought.push(Sought::Forms { forms, beginning: begins(&word.folded).then_some(word.folded) });
            }
        }
        if all.is_empty() {
            return None;
        }
        let expression = none.into_iter().fold(format!("({})", all.join(" AND ")), |so_far, not| format!("({so_far} NOT {not})"));
        Some(Self { expression, sought })
    }

    fn is_hit(&self, stems: &Stems, word: &Word) -> bool {
        self.sought.iter().any(|Sought::Forms { forms, beginning }| {
            if beginning.as_ref().is_some_and(|b| word.folded.starts_with(b.as_str())) {
                return true;
            }
            // A stem begins like its word, so most words need not be stemmed.
            let first = word.folded.chars().next();
            forms.iter().any(|form| form.chars().next() == first)
                && stems.all(&word.folded).iter().any(|stem| forms.contains(stem))
        })
    }
}

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// As written.
    pub text: String,
    /// Found by the query.
    pub hit: bool,
}

/// One thing that was found.
#[derive(Debug, Clone)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// Its identifier.
    pub id: Id,
    /// Weight: better hits have a smaller one.
    pub rank: f64,
    /// Where the words stand.
    pub snippet: Vec<Segment>,
}

/// What a search found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Hits, at most [`RANKED_MAX`].
    pub total: usize,
    /// There are more, older ones, which were neither counted nor ranked.
    pub more: bool,
    /// The best ones.
    pub hits: Vec<Hit>,
}

/// Words of a snippet before the first hit, and in all.
const BEFORE: usize = 6;
const SNIPPET_WORDS: usize = 26;
/// Words of one text that are looked through for a snippet.
const LOOKED_AT_MAX: usize = 4_000;

impl Vault {
    /// Searches for the words of a filter. The newest thousand hits are ranked, names and numbers above texts and notes.
    pub fn search(&self, filter: &Filter, limit: usize) -> Result<Found> {
        let Some(query) = Query::of(filter) else { return Ok(Found::default()) };
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT rowid AS n, bm25(search, 3.0, 1.0, 1.0) AS weight FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?2",
            )
            .doing("preparing to search")?;
        let asked = i64::try_from(RANKED_MAX + 1).unwrap_or(i64::MAX);
        let mut ranked: Vec<(i64, f64)> = statement
            .query_map(params![query.expression, asked], |r| Ok((r.get("n")?, r.get("weight")?)))
            .and_then(Iterator::collect)
            .doing("searching")?;
        let more = ranked.len() > RANKED_MAX;
        ranked.truncate(RANKED_MAX);
        let total = ranked.len();
        ranked.sort_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        let stems = Stems::default();
        let mut hits = Vec::with_capacity(limit.min(total));
        for (number, rank) in ranked.into_iter().take(limit) {
            if let Some((id, source)) = read_order(&db, number)? {
                let hard = hard_texts(&db, &id)?;
                hits.push(Hit { kind: Kind::Order, id, rank, snippet: snippet(&query, &stems, &source, &hard) });
            }
        }
        Ok(Found { total, more, hits })
    }
}

// Texts whose words stand in no list, since they must be handled with care: they are found and not shown.
fn hard_texts(db: &Connection, order: &Id) -> Result<Vec<String>> {
    let mut statement = db
        .prepare_cached(
            "SELECT i.text AS text, i.topic AS topic FROM order_items oi JOIN items i ON i.id = oi.item_id
             WHERE oi.order_id = ?1 AND i.sensitivity <> 'normal'",
        )
        .doing("preparing to look for what is not shown")?;
    let rows = statement.query_map([&order.bytes()[..]], |r| Ok([r.get::<_, String>("text")?, r.get("topic")?]));
    let pairs: Vec<[String; 2]> = rows.and_then(Iterator::collect).doing("looking for what is not shown")?;
    Ok(pairs.into_iter().flatten().filter(|text| !text.is_empty()).collect())
}

// The first text in which a word was found, from some words before it.
fn snippet(query: &Query, stems: &Stems, source: &Source, hard: &[String]) -> Vec<Segment> {
    let texts = source
        .texts
        .iter()
        .map(|(text, _)| text)
        .filter(|text| !hard.contains(text))
        .chain([&source.note])
        .chain(&source.facts)
        .chain(&source.locators);
    for text in texts {
        let found: Vec<(Word, bool)> = words(text)
            .take(LOOKED_AT_MAX)
            .map(|word| {
                let hit = query.is_hit(stems, &word);
                (word, hit)
            })
            .collect();
        let Some(first) = found.iter().position(|(_, hit)| *hit) else { continue };
        let shown: Vec<&(Word, bool)> = found.iter().skip(first.saturating_sub(BEFORE)).take(SNIPPET_WORDS).collect();
        let is_cut_before = first > BEFORE;
        let is_cut_after = first.saturating_sub(BEFORE) + shown.len() < found.len();
        let mut at = if is_cut_before { shown.first().map_or(0, |(word, _)| word.from) } else { 0 };
        let end = if is_cut_after { shown.last().map_or(text.len(), |(word, _)| word.to) } else { text.len() };
        let mut segments: Vec<Segment> = Vec::new();
        let mut push = |part: &str, hit: bool| {
            if !part.is_empty() {
                segments.push(Segment { text: part.to_owned(), hit });
            }
        };
        if is_cut_before {
            push("… ", false);
        }
        for (word, _) in shown.iter().filter(|(_, hit)| *hit) {
            push(text.get(at..word.from).unwrap_or_default(), false);
            push(text.get(word.from..word.to).unwrap_or_default(), true);
            at = word.to;
        }
        push(text.get(at..end).unwrap_or_default(), false);
        if is_cut_after {
            push(" …", false);
        }
        return segments;
    }
    Vec::new()
}

/// All words of the index in memory, a line each, for one version of the register: what a person types is then looked for inside of words
/// at every keystroke without reading the index anew.
#[derive(Default)]
pub(super) struct Vocabulary(Mutex<Option<(u64, Arc<str>)>>);

impl Vocabulary {
    /// Forgets what was read.
    pub fn forget(&self) -> Result<()> {
        *self.0.lock().map_err(|_| Error::Inside("the words were abandoned"))? = None;
        Ok(())
    }

    fn read(&self, db: &Connection) -> Result<Arc<str>> {
        let mut kept = self.0.lock().map_err(|_| Error::Inside("the words were abandoned"))?;
        let version = super::vault::version(db)?;
        if let Some((_, words)) = kept.as_ref().filter(|(of, _)| *of == version) {
            return Ok(Arc::clone(words));
        }
        let mut lines = String::from("\n");
        let mut statement = db.prepare_cached("SELECT term FROM search_terms").doing("preparing to look into words")?;
        let mut rows = statement.query([]).doing("looking into words")?;
        while let Some(r) = rows.next().doing("looking into words")? {
            if let Ok(term) = r.get_ref("term").doing("looking into words")?.as_str() {
                lines.push_str(term);
                lines.push('\n');
            }
        }
        let words: Arc<str> = lines.into();
        *kept = Some((version, Arc::clone(&words)));
        Ok(words)
    }
}

// The lines in which a piece stands, each once; `lines` begins and ends with a line break, as does each line.
fn lines_with<'l, 'p>(lines: &'l str, piece: &'p str) -> impl Iterator<Item = &'l str> + use<'l, 'p> {
    let mut done = 0;
    lines.match_indices(piece).filter_map(move |(at, _)| {
        let begin = lines.get(..at)?.rfind('\n')? + 1;
        let end = begin + lines.get(begin..)?.find('\n')?;
        let is_new = end > done;
        done = done.max(end);
        lines.get(begin..end).filter(|_| is_new)
    })
}

/// Reads the orders in which a word or phrase stands, each by its row. What begins no word is looked for inside of words.
pub(super) fn orders_with(db: &Connection, vocabulary: &Vocabulary, test: &Test, take_row: &mut dyn FnMut(i64)) -> Result<()> {
    let mut any = false;
    if let Some(expression) = expression(test, &Stems::default()) {
        each_match(db, &expression, &mut |row| {
            any = true;
            take_row(row);
        })?;
    }
    match test {
        Test::Word(piece) if !any => orders_with_piece(db, vocabulary, piece, take_row),
        _ => Ok(()),
    }
}

fn each_match(db: &Connection, expression: &str, take_row: &mut dyn FnMut(i64)) -> Result<()> {
    let mut statement =
        db.prepare_cached("SELECT rowid AS n FROM search WHERE search MATCH ?1").doing("preparing to look for words")?;
    let mut rows = statement.query([expression]).doing("looking for words")?;
    while let Some(r) = rows.next().doing("looking for words")? {
        take_row(r.get("n").doing("looking for words")?);
    }
    Ok(())
}

/// Words of the index that are asked for at once.
const ASKED_AT_ONCE: usize = 200;

/// Words with the ending typed first that are asked for one by one: where there are more of them, what is typed first is taken as a whole word.
const ENDED_MAX: usize = 200;
/// Words with that ending for which what is typed last may be only begun: every such question reads all places of all words that begin so. Where there
/// are more, it is taken as a whole word.
const ENDED_AND_BEGUN_MAX: usize = 16;

// All words of the index are read through: a piece of a word may stand in any of them. They are stems, so the piece is looked for as it is and
// without its ending. Of several words the first may be only ended and the last only begun, as long as that asks a few things only: thousands of words
// end in one figure. One word of fewer than three letters is looked for at the beginning of words alone, since it stands inside of nearly all.
fn orders_with_piece(db: &Connection, vocabulary: &Vocabulary, piece: &str, take_row: &mut dyn FnMut(i64)) -> Result<()> {
    let parts: Vec<String> = address_words(piece).take(QUERY_WORDS_MAX).collect();
    match parts.as_slice() {
        [] => Ok(()),
        [word] if !begins(word) => each_match(db, &format!("{} *", quoted(&parts)), take_row),
        _ => {
            let lines = vocabulary.read(db)?;
            let asked = asked_for_piece(&lines, &parts);
            asked.chunks(ASKED_AT_ONCE).try_for_each(|some| each_match(db, &some.join(" OR "), take_row))
        }
    }
}

// What the index is asked for a piece of which these are the words.
fn asked_for_piece(lines: &str, parts: &[String]) -> Vec<String> {
    let Some((first, rest)) = parts.split_first() else { return Vec::new() };
    let stems = Stems::default();
    let mut forms = stems.all(first);
    forms.retain(|form| begins(form) || form == first);
    let mut rests = vec![rest.to_vec()];
    for stemmed in in_each_tongue(&stems, rest) {
        if !rests.contains(&stemmed) {
            rests.push(stemmed);
        }
    }
    let mut asked: Vec<String> = Vec::new();
    if rest.is_empty() {
        for form in &forms {
            asked.extend(lines_with(lines, form).map(|term| quoted(&[term.to_owned()])));
        }
    } else {
        let mut ended: Vec<&str> = Vec::new();
        for form in &forms {
            ended.extend(lines_with(lines, &format!("{form}\n")));
        }
        ended.sort_unstable();
        ended.dedup();
        if ended.len() > ENDED_MAX {
            ended = vec![first];
        }
        let begun = if ended.len() > ENDED_AND_BEGUN_MAX { "" } else { " *" };
        for term in ended {
            let whole = |rest: &Vec<String>| quoted(&[&[term.to_owned()], rest.as_slice()].concat());
            asked.extend(rests.iter().map(|rest| whole(rest) + begun));
        }
    }
    asked.sort_unstable();
    asked.dedup();
    asked
}

/// Sums up what the index must hold of every entry, word by word and place by place: sums of equal sets are equal, in any order.
///
/// Of a million orders these are twenty million places, so that sums lie side by side by the numbers of entries.
#[derive(Default)]
pub(super) struct Sum {
    sheets: Vec<[u64; SHEET]>,
    // Where the sheet of such numbers lies.
    at: BTreeMap<i64, usize>,
    // The sheet of the number before: entries are told mostly in their order.
    last: Option<(i64, usize)>,
    // Entries of the index in whose neighbourhood nothing was expected: they differ, whatever they hold.
    strays: BTreeSet<i64>,
}

/// Sums on one sheet.
const SHEET: usize = 1 << 12;

// The number of the sheet, and the place on it.
fn on_sheet(number: i64) -> (i64, usize) {
    const WIDTH: i64 = SHEET as i64;
    (number.div_euclid(WIDTH), usize::try_from(number.rem_euclid(WIDTH)).unwrap_or(SHEET))
}

impl Sum {
    /// Adds what an entry must hold.
    pub fn expect(&mut self, number: i64, source: &Source, stems: &Stems) {
        let mut sum = 0_u64;
        let mut places = [0_i64; 3];
        source.tell(stems, &mut |column, word| {
            if let Some(place) = places.get_mut(column as usize).filter(|_| !word.is_empty()) {
                sum = sum.wrapping_add(placed(hashed(word.as_bytes()), column, *place));
                *place += 1;
            }
        });
        self.expect_sum(number, sum);
    }

    fn expect_sum(&mut self, number: i64, sum: u64) {
        let (sheet, place) = on_sheet(number);
        let at = *self.at.entry(sheet).or_insert_with(|| {
            self.sheets.push([0; SHEET]);
            self.sheets.len() - 1
        });
        if let Some(was) = self.sheets.get_mut(at).and_then(|sheet| sheet.get_mut(place)) {
            *was = was.wrapping_add(sum);
        }
    }

    // Takes away what the index holds of one place.
    fn meet(&mut self, number: i64, sum: u64) {
        let (sheet, place) = on_sheet(number);
        let at = match self.last {
            Some((last, at)) if last == sheet => Some(at),
            _ => self.at.get(&sheet).copied(),
        };
        self.last = at.map(|at| (sheet, at));
        match at.and_then(|at| self.sheets.get_mut(at)).and_then(|sheet| sheet.get_mut(place)) {
            Some(was) => *was = was.wrapping_sub(sum),
            None => _ = self.strays.insert(number),
        }
    }

    fn differing(self) -> BTreeSet<i64> {
        let Self { sheets, at, strays: mut differing, .. } = self;
        for (sheet, at) in at {
            for (place, _) in (0_i64..).zip(sheets.get(at).into_iter().flatten()).filter(|(_, sum)| **sum != 0) {
                differing.insert(sheet * SHEET as i64 + place);
            }
        }
        differing
    }

    /// Takes away what the index does hold, and returns the numbers of entries where the two differ, in their order.
    pub fn compare(mut self, db: &Connection) -> Result<BTreeSet<i64>> {
        const DOING: &str = "comparing the index";
        let mut statement =
            db.prepare("SELECT term, doc, col, \"offset\" FROM search_places").doing("preparing to compare the index")?;
        let mut rows = statement.query([]).doing(DOING)?;
        // All places of a word follow each other. Columns are read by place: names would be looked up twenty million times.
        let (mut word, mut hash) = (Vec::new(), hashed(&[]));
        while let Some(r) = rows.next().doing(DOING)? {
            let term = r.get_ref(0).doing(DOING)?.as_bytes().map_err(|_| Error::DatabaseDamaged)?;
            if word != term {
                word.clear();
                word.extend_from_slice(term);
                hash = hashed(term);
            }
            let (number, place): (i64, i64) = (r.get(1).doing(DOING)?, r.get(3).doing(DOING)?);
            let column = r.get_ref(2).doing(DOING)?.as_bytes().ok().and_then(Column::named).ok_or(Error::DatabaseDamaged)?;
            self.meet(number, placed(hash, column, place));
        }
        Ok(self.differing())
    }
}

fn hashed(word: &[u8]) -> u64 {
    use std::hash::Hasher;
    let mut hasher = std::hash::DefaultHasher::new();
    hasher.write(word);
    hasher.finish()
}

// Mixes a word's hash with where it stands.
fn placed(word: u64, column: Column, place: i64) -> u64 {
    mixed(word ^ mixed(((column as u64) << 56).wrapping_add(place.unsigned_abs())))
}

#[cfg(test)]
mod tests {
    use super::*;

    // Of what is typed first nearly every word can be the end, and of what is typed last the beginning: such a question was asked once for each.
    #[test]
    fn half_of_a_number_or_an_address_asks_the_index_a_few_things_only() {
        let words: String = (0..5_000).map(|n| format!("\n{n}")).collect::<String>() + "\n";
        let asked = |typed: &str| asked_for_piece(&words, &address_words(typed).collect::<Vec<_>>());
        // 500 end in 2, 50 in 12, 5 in 312, and one is 4312.
        assert_eq!(asked("2-1687/20"), [r#""2 1687 20" *"#]);
        assert_eq!(asked("12-1687/20").len(), 50);
        assert!(asked("12-1687/20").iter().all(|one| one.ends_with(r#" 1687 20""#)));
        assert_eq!(asked("312-1687/20").len(), 5);
        assert!(asked("312-1687/20").iter().all(|one| one.ends_with(r#" 1687 20" *"#)));
        assert_eq!(asked("4312-1687/20"), [r#""4312 1687 20" *"#]);
    }

    #[test]
    fn a_piece_is_found_in_each_line_once_at_its_beginning_middle_and_end() {
        let lines = "\nanan\nban\nnab\n";
        let found = |piece: &str| lines_with(lines, piece).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(found("an"), ["anan", "ban"]);
        assert_eq!(found("an\n"), ["anan", "ban"]);
        assert_eq!(found("nab"), ["nab"]);
        assert_eq!(found("xyz"), [""; 0]);
    }

    #[test]
    fn sums_are_told_by_their_numbers_across_sheets() {
        let numbers = [i64::MIN, -4097, -1, 0, 1, 4095, 4096, 8191, i64::MAX];
        let mut sum = Sum::default();
        numbers.into_iter().for_each(|number| sum.expect_sum(number, 7));
        numbers.into_iter().for_each(|number| sum.meet(number, 7));
        assert_eq!(sum.differing(), BTreeSet::new());
        for odd in numbers {
            let mut sum = Sum::default();
            numbers.into_iter().for_each(|number| sum.expect_sum(number, 7));
            numbers.into_iter().rev().for_each(|number| sum.meet(number, if number == odd { 8 } else { 7 }));
            assert_eq!(sum.differing(), BTreeSet::from([odd]));
        }
        // Beside an expected one and far from any.
        let mut sum = Sum::default();
        sum.expect_sum(5, 7);
        [5, 6, 1 << 40].into_iter().for_each(|number| sum.meet(number, 7));
        assert_eq!(sum.differing(), BTreeSet::from([6, 1 << 40]));
    }
}
