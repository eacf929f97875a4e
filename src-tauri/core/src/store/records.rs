//! Any record of any kind, read and written by the description of its kind. There is one way for all of them.

use super::cells::id_at;
use super::change::Change;
use super::record::{Row, Table};
use super::vault::Vault;
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::fold::fold;
use crate::model::kinds::{
    CUSTODY_EVENTS, EXHIBITS, Field, Fields, Hand, Held, ITEM_TRANSLATIONS, KINDS, Kind, Shape, WITHDRAWN,
};
use crate::model::rules;
use crate::model::time::{Basis, Moment, Precision};
use crate::store::names::Names;
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, OptionalExtension};

/// A record of any kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its identifier.
    pub id: Id,
    /// Its filled fields.
    pub fields: Fields,
}

impl Record {
    /// Returns a text or a code; empty where there is none.
    #[must_use]
    pub fn text(&self, field: &str) -> &str {
        match self.fields.get(field) {
            Some(Held::Text(text)) => text,
            _ => "",
        }
    }

    /// Returns codes; none where there are none.
    #[must_use]
    pub fn codes(&self, field: &str) -> Vec<String> {
        match self.fields.get(field) {
            Some(Held::Codes(codes)) => codes.clone(),
            _ => Vec::new(),
        }
    }

    /// Returns a moment, where it is known.
    #[must_use]
    pub fn moment(&self, field: &str) -> Option<Moment> {
        match self.fields.get(field) {
            Some(Held::Moment(moment)) => Some(*moment),
            _ => None,
        }
    }

    /// Returns the record that a field leads to.
    #[must_use]
    pub fn link(&self, field: &str) -> Option<Id> {
        match self.fields.get(field) {
            Some(Held::Link(id)) => Some(*id),
            _ => None,
        }
    }
}

/// Which records of a kind.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'w> {
    /// Only those whose field links to this record.
    pub about: Option<(&'w str, Id)>,
    /// Words that must all occur in the texts.
    pub words: &'w str,
    /// Rows to skip.
    pub offset: usize,
    /// Rows at the most.
    pub limit: usize,
}

/// Returns the table of a kind.
pub fn table_of(kind: &Kind) -> Result<&'static Table> {
    Table::named(kind.name).ok_or(Error::Inside("a kind of record has no table"))
}

/// Puts fields into the columns of their kind.
#[must_use]
pub fn row_of_fields(kind: &Kind, fields: &Fields) -> Row {
    let mut row = Row::new();
    for (place, field) in kind.fields.iter().enumerate() {
        let held = fields.get(field.name).unwrap_or(&Held::Nothing);
        cells(field, held, field.is_later(place, kind), &mut row);
    }
    row
}

/// Returns the columns that came with later schemas, as far as they are filled.
#[must_use]
pub fn later(kind: &Kind, fields: &Fields) -> Row {
    let base: usize = kind
        .fields
        .iter()
        .enumerate()
        .filter(|(place, field)| !field.is_later(*place, kind))
        .map(|(_, field)| field.width())
        .sum();
    let mut row: Row = row_of_fields(kind, fields).into_iter().skip(base).collect();
    while row.last() == Some(&Cell::Null) {
        row.pop();
    }
    row
}

/// Reads a moment out of the columns that came with later schemas; unknown where nobody filled it.
#[must_use]
pub fn later_moment(kind: &Kind, later: &[Cell], name: &str) -> Moment {
    let mut at = later.iter();
    for (_, field) in kind.fields.iter().enumerate().filter(|(place, field)| field.is_later(*place, kind)) {
        if field.name == name {
            return match held(field, &mut at) {
                Some(Held::Moment(moment)) => moment,
                _ => Moment::unknown(),
            };
        }
        at.by_ref().take(field.width()).for_each(drop);
    }
    Moment::unknown()
}

fn cells(field: &Field, held: &Held, later: bool, row: &mut Row) {
    let text = |t: &str| Cell::Text(t.to_owned());
    match (field.shape, held) {
        (Shape::Moment, Held::Moment(m)) => {
            let end = |e: Option<i64>| e.map_or(Cell::Null, Cell::Integer);
            row.extend([
                end(m.earliest),
                end(m.latest),
                text(m.precision.code()),
                Cell::Integer(i64::from(m.offset_minutes)),
                text(m.basis.code()),
            ]);
        }
        (Shape::Moment, _) if later => row.extend([const { Cell::Null }; 5]),
        (Shape::Moment, _) => cells(field, &Held::Moment(Moment::unknown()), later, row),
        (_, Held::Text(t)) => row.push(text(t)),
        (_, Held::Codes(codes)) => row.push(text(&codes.join(" "))),
        (_, Held::Number(n)) => row.push(Cell::Integer(*n)),
        (_, Held::Link(id)) => row.push(Cell::Blob(id.bytes().to_vec())),
        (_, Held::Mark) => row.push(Cell::Integer(1)),
        (Shape::Link(_) | Shape::About | Shape::Number, _) => row.push(Cell::Null),
        _ if later => row.push(Cell::Null),
        (Shape::Code(_, unset), _) => row.push(text(unset)),
        (Shape::Mark, _) => row.push(Cell::Integer(0)),
        (Shape::Text | Shape::Long | Shape::Codes(_), _) => row.push(text("")),
    }
}

/// Reads the fields out of the columns of their kind.
pub fn fields_of_row(kind: &Kind, row: &[Cell]) -> Result<Fields> {
    let mut at = row.iter();
    let mut fields = Fields::new();
    for field in kind.fields {
        let held = held(field, &mut at).ok_or(Error::Inside("a row has another shape than its kind"))?;
        if !held.is_nothing() {
            fields.insert(field.name, held);
        }
    }
    Ok(fields)
}

fn held<'c>(field: &Field, at: &mut impl Iterator<Item = &'c Cell>) -> Option<Held> {
    if field.shape == Shape::Moment {
        let mut next = || at.next();
        let (a, b, precision, offset, basis) = (next()?, next()?, next()?, next()?, next()?);
        let (Cell::Integer(a), Cell::Integer(b)) = (a, b) else { return Some(Held::Nothing) };
        let (Cell::Text(precision), Cell::Integer(offset), Cell::Text(basis)) = (precision, offset, basis) else { return None };
        return Some(Held::Moment(Moment {
            earliest: Some(*a),
            latest: Some(*b),
            precision: Precision::parse(precision)?,
            offset_minutes: i32::try_from(*offset).ok()?,
            basis: Basis::parse(basis)?,
        }));
    }
    Some(match (field.shape, at.next()?) {
        (_, Cell::Null) => Held::Nothing,
        (Shape::Text | Shape::Long, Cell::Text(t)) => text_or_nothing(t, ""),
        (Shape::Code(_, unset), Cell::Text(t)) => text_or_nothing(t, unset),
        (Shape::Codes(_), Cell::Text(t)) => {
            let codes: Vec<String> = t.split_whitespace().map(str::to_owned).collect();
            if codes.is_empty() { Held::Nothing } else { Held::Codes(codes) }
        }
        (Shape::Number, Cell::Integer(n)) => Held::Number(*n),
        (Shape::Mark, Cell::Integer(0)) => Held::Nothing,
        (Shape::Mark, Cell::Integer(_)) => Held::Mark,
        (Shape::Link(_) | Shape::About, Cell::Blob(b)) => Held::Link(Id::from_slice(b).ok()?),
        _ => return None,
    })
}

fn text_or_nothing(text: &str, nothing: &str) -> Held {
    if text == nothing { Held::Nothing } else { Held::Text(text.to_owned()) }
}

impl Vault {
    /// Reads one record.
    pub fn record(&self, kind: &Kind, id: &Id) -> Result<Record> {
        read(&*self.read()?, kind, id)
    }

    /// Lists records of a kind, newest first. Returns how many there are of those wanted, and the page.
    pub fn records(&self, kind: &Kind, wanted: &Wanted<'_>) -> Result<(usize, Vec<Record>)> {
        let db = self.read()?;
        let words: Vec<String> = fold(wanted.words).split_whitespace().map(str::to_owned).collect();
        let ids = match wanted.about {
            Some((field, id)) => linked(&db, kind, field, &id)?,
            None if words.is_empty() => {
                // Names of tables come from the closed list of kinds, never from outside.
                let sql = format!("SELECT id FROM {} WHERE withdrawn IS NULL ORDER BY rowid DESC LIMIT ?1 OFFSET ?2", kind.name);
                let mut statement = db.prepare_cached(&sql).doing("preparing to list records")?;
                let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
                let ids: Vec<Id> = statement
                    .query_map([number(wanted.limit), number(wanted.offset)], |r| id_at(r, "id"))
                    .and_then(Iterator::collect)
                    .doing("listing records")?;
                let rows = ids.iter().map(|id| read(&db, kind, id)).collect::<Result<_>>()?;
                return Ok((count(&db, kind)?, rows));
            }
            None => all(&db, kind)?,
        };
        let mut found = Vec::new();
        let mut total = 0;
        for id in ids {
            let record = read(&db, kind, &id)?;
            if words.is_empty() || holds(&db, kind, &record, &words)? {
                if total >= wanted.offset && found.len() < wanted.limit {
                    found.push(record);
                }
                total += 1;
            }
        }
        Ok((total, found))
    }

    /// Counts the records of a kind.
    pub fn count_records(&self, kind: &Kind) -> Result<usize> {
        count(&*self.read()?, kind)
    }

    /// Returns how a record is called where others link to it; the human reference first, where it has one.
    pub fn label(&self, kind: &Kind, id: &Id) -> Result<Names> {
        label(&*self.read()?, kind, id)
    }

    /// Says of which kind a record is.
    pub fn kind_of(&self, id: &Id) -> Result<&'static Kind> {
        kind_of(&*self.read()?, id)
    }
}

pub(super) fn read(db: &Connection, kind: &Kind, id: &Id) -> Result<Record> {
    let row = table_of(kind)?.read(db, id)?.ok_or(Error::NotFound)?;
    Ok(Record { id: *id, fields: fields_of_row(kind, &row)? })
}

fn count(db: &Connection, kind: &Kind) -> Result<usize> {
    let sql = format!("SELECT count(*) AS n FROM {} WHERE withdrawn IS NULL", kind.name);
    let n: i64 = db.prepare_cached(&sql).and_then(|mut s| s.query_row([], |r| r.get("n"))).doing("counting records")?;
    Ok(usize::try_from(n).unwrap_or_default())
}

fn all(db: &Connection, kind: &Kind) -> Result<Vec<Id>> {
    let sql = format!("SELECT id FROM {} WHERE withdrawn IS NULL ORDER BY rowid DESC", kind.name);
    let mut statement = db.prepare_cached(&sql).doing("preparing to list records")?;
    statement.query_map([], |r| id_at(r, "id")).and_then(Iterator::collect).doing("listing records")
}

fn linked(db: &Connection, kind: &Kind, field: &str, to: &Id) -> Result<Vec<Id>> {
    let field = kind.field(field).filter(|f| matches!(f.shape, Shape::Link(_) | Shape::About)).ok_or(Error::Invalid("about"))?;
    let sql = format!("SELECT id FROM {} WHERE {}_id = ?1 AND withdrawn IS NULL ORDER BY rowid DESC", kind.name, field.name);
    let mut statement = db.prepare_cached(&sql).doing("preparing to list linked records")?;
    statement.query_map([&to.bytes()[..]], |r| id_at(r, "id")).and_then(Iterator::collect).doing("listing linked records")
}

fn holds(db: &Connection, kind: &Kind, record: &Record, words: &[String]) -> Result<bool> {
    let mut line = String::new();
    for (name, held) in &record.fields {
        match (kind.field(name).map(|f| f.shape), held) {
            (Some(Shape::Text | Shape::Long), Held::Text(text)) => line.push_str(text),
            (Some(Shape::Link(to)), Held::Link(id)) => {
                if let Some(to) = Kind::named(to) {
                    let names = label(db, to, id)?;
                    line.push_str(&[names.kk, names.ru, names.en].join(" "));
                }
            }
            (_, Held::Number(n)) => line.push_str(&n.to_string()),
            _ => {}
        }
        line.push(' ');
    }
    let folded = fold(&line);
    Ok(words.iter().all(|w| folded.contains(w.as_str())))
}

pub(super) fn label(db: &Connection, kind: &Kind, id: &Id) -> Result<Names> {
    let record = read(db, kind, id)?;
    let text = |name: &str| match record.fields.get(name) {
        Some(Held::Text(t)) => t.clone(),
        Some(Held::Number(n)) => n.to_string(),
        _ => String::new(),
    };
    if kind.title.contains(&"name") {
        let [kk, ru, en] = ["name_kk", "name_ru", "name_en"].map(text);
        if !(kk.is_empty() && ru.is_empty() && en.is_empty()) || kind.field("name_kk").is_some() {
            return Ok(Names { kk, ru, en });
        }
    }
    let reference = text("reference");
    let mut parts: Vec<String> = Vec::new();
    // The words of what must be handled with care stand in no list.
    let is_hard = kind.name == "items" && record.fields.contains_key("sensitivity");
    for title in kind.title.iter().filter(|title| !is_hard || **title != "text") {
        match (kind.field(title).map(|f| f.shape), record.fields.get(title)) {
            (Some(Shape::Link(to)), Some(Held::Link(other))) => {
                if let Some(to) = Kind::named(to) {
                    parts.push(label(db, to, other)?.ru);
                }
            }
            _ => parts.push(text(title)),
        }
    }
    if !reference.is_empty() && !kind.title.contains(&"reference") {
        parts.insert(0, reference);
    }
    parts.retain(|p| !p.is_empty());
    let line: String = parts.join(" · ").chars().take(160).collect();
    Ok(Names { kk: line.clone(), ru: line.clone(), en: line })
}

pub(super) fn kind_of(db: &Connection, id: &Id) -> Result<&'static Kind> {
    for kind in KINDS {
        if table_of(kind)?.read(db, id)?.is_some() {
            return Ok(kind);
        }
    }
    Err(Error::NotFound)
}

impl Change<'_> {
    /// Adds a record. What the app itself fills is filled here; the rules are kept or nothing is written. Returns its identifier and its
    /// human reference, which is empty where the kind has none.
    pub fn add_record(&mut self, kind: &'static Kind, mut fields: Fields) -> Result<(Id, String)> {
        let id = Id::draw(self.env()).doing("naming a record")?;
        let reference = if kind.prefix.is_empty() { String::new() } else { self.next_reference(kind.prefix)? };
        if !reference.is_empty() {
            fields.insert("reference", Held::Text(reference.clone()));
        }
        self.fill(kind, &mut fields)?;
        self.keep_rules(kind, &id, &fields)?;
        self.add(table_of(kind)?, id, row_of_fields(kind, &fields))?;
        self.name_links(kind, &fields);
        if kind.name == "authorities" {
            self.keep_aliases(&id)?;
        }
        Ok((id, reference))
    }

    /// Changes fields of a record: those named are replaced, or emptied where they hold nothing; all others stay.
    pub fn amend_record(&mut self, kind: &'static Kind, id: &Id, patch: Fields) -> Result<()> {
        // What was done was done: custody is only ever added to.
        if kind.name == CUSTODY_EVENTS.name {
            return Err(Error::Invalid("action"));
        }
        let before = read(self.db(), kind, id)?.fields;
        let mut fields = before.clone();
        for (name, held) in patch {
            if held.is_nothing() {
                fields.remove(name);
            } else {
                fields.insert(name, held);
            }
        }
        self.fill(kind, &mut fields)?;
        self.keep_rules(kind, id, &fields)?;
        self.set(table_of(kind)?, *id, row_of_fields(kind, &fields))?;
        self.name_links(kind, &fields);
        if kind.name == "authorities" {
            self.keep_aliases(id)?;
        }
        Ok(())
    }

    // What the app knows better than any form.
    pub(super) fn fill(&self, kind: &Kind, fields: &mut Fields) -> Result<()> {
        if kind.name == "authority_aliases"
            && let Some(Held::Text(alias)) = fields.get("alias")
        {
            let folded = fold(alias);
            fields.insert("folded", Held::Text(folded));
        }
        Ok(())
    }

    fn keep_rules(&self, kind: &'static Kind, id: &Id, fields: &Fields) -> Result<()> {
        rules::check(kind, Some(id), fields).map_err(|breach| Error::Invalid(breach.field))?;
        self.keep_stub(kind, id, fields)?;
        self.keep_reviewers_apart(kind, id, fields)?;
        for field in kind.fields {
            let Some(Held::Link(to)) = fields.get(field.name) else { continue };
            let found = match field.shape {
                Shape::Link(table) => {
                    let linked = Table::named(table).map(|t| t.read(self.db(), to)).transpose()?.flatten();
                    // An order that is itself another once more stands for nothing: two would vanish from every figure.
                    let counts = field.name != "dup_of" || {
                        let order = read(self.db(), &crate::model::kinds::ORDERS, to)?.fields;
                        !order.contains_key("dup_of") && !order.contains_key(WITHDRAWN)
                    };
                    linked.is_some() && counts
                }
                _ => {
                    let about = kind_of(self.db(), to).map_err(|_| Error::Invalid(field.name))?;
                    kind.name != "facts"
                        || matches!(fields.get("field"), Some(Held::Text(name)) if about.field(name).is_some_and(|f| f.hand == Hand::Person))
                }
            };
            if !found {
                return Err(Error::Invalid(field.name));
            }
        }
        Ok(())
    }

    // Two reviewers of one name would be one person in both blind places of an item.
    fn keep_reviewers_apart(&self, kind: &Kind, id: &Id, fields: &Fields) -> Result<()> {
        let Some(Held::Text(name)) = fields.get("name").filter(|_| kind.name == "reviewers") else { return Ok(()) };
        super::seats::refuse_alike(self.db(), name, id)
    }

    // Of a stub nothing is kept, in other words or in a file neither.
    fn keep_stub(&self, kind: &Kind, id: &Id, fields: &Fields) -> Result<()> {
        let told = [&ITEM_TRANSLATIONS, &EXHIBITS];
        if kind.name == "items" && fields.contains_key("stub") {
            for other in told {
                if !linked(self.db(), other, "item", id)?.is_empty() {
                    return Err(Error::Invalid("stub"));
                }
            }
        }
        if told.iter().any(|other| other.name == kind.name)
            && let Some(Held::Link(item)) = fields.get("item")
            && read(self.db(), &crate::model::kinds::ITEMS, item)?.fields.contains_key("stub")
        {
            return Err(Error::Invalid("item"));
        }
        Ok(())
    }

    // The history of whatever a record links to tells of it.
    fn name_links(&mut self, kind: &Kind, fields: &Fields) {
        for field in kind.fields {
            if let (Shape::Link(to), Some(Held::Link(id))) = (field.shape, fields.get(field.name)) {
                if to != "import_batches" {
                    self.concerns(*id);
                }
            } else if let (Shape::About, Some(Held::Link(id))) = (field.shape, fields.get(field.name)) {
                self.concerns(*id);
            }
        }
    }
}

/// Finds a record by the human reference of its kind, or by its identifier.
pub(super) fn find(db: &Connection, kind: &Kind, written: &str) -> Result<Option<Id>> {
    if let Ok(id) = written.parse::<Id>() {
        return Ok(table_of(kind)?.read(db, &id)?.map(|_| id));
    }
    if kind.prefix.is_empty() {
        return Ok(None);
    }
    let sql = format!("SELECT id FROM {} WHERE reference = ?1", kind.name);
    db.prepare_cached(&sql)
        .and_then(|mut s| s.query_row([written.trim()], |r| id_at(r, "id")).optional())
        .doing("looking for a reference")
}

impl Vault {
    /// Finds a record by the human reference of its kind, or by its identifier.
    pub fn find_record(&self, kind: &Kind, written: &str) -> Result<Id> {
        find(&*self.read()?, kind, written)?.ok_or(Error::NotFound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::record::TABLES;

    /// The description and the table are one list.
    #[test]
    fn a_kind_and_its_table_have_the_same_columns() {
        for kind in KINDS {
            let table = table_of(kind).unwrap();
            let columns: Vec<String> = kind.fields.iter().flat_map(Field::columns).collect();
            assert_eq!(columns, table.columns, "{}", kind.name);
            let first = kind.fields.iter().enumerate().filter(|(place, field)| !field.is_later(*place, kind));
            let base: usize = first.map(|(_, field)| field.width()).sum();
            assert_eq!(base, table.base, "{}", kind.name);
        }
        assert!(TABLES.len() > KINDS.len());
    }

    /// A row that was sealed with its mark keeps its digest: nothing that came later stands before the mark.
    #[test]
    fn what_came_after_the_mark_of_the_withdrawn_stands_after_it() {
        let columns = table_of(&crate::model::kinds::ORDER_ITEMS).unwrap().columns;
        assert_eq!(columns.iter().rev().take(3).copied().collect::<Vec<_>>(), ["platform_rules", WITHDRAWN, "chilling_effect"]);
    }
}
