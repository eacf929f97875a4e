//! Versions of the method: drafts, what was adopted, and what comes with the program. An adopted version never changes; triggers of the
//! schema hold that whatever the program does.

use super::cells::{Build, Take, id_at};
use super::change::{Change, Event};
use super::header::hex;
use super::record::{METHODOLOGIES, Row};
use super::vault::Vault;
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::kinds::{Fields, Held};
use crate::model::rubric::{
    self, Fault, Rubric, Source, Step, Version, check, check_files, digest_of, judge_differently, read_texts, step, texts_of,
};
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use tarazy_ledger::Value;

/// Where a version stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It comes with the program, and nobody adopted it here.
    Published,
    /// It is written on.
    Draft,
    /// It was adopted.
    Adopted,
    /// It was adopted and then given up.
    Retired,
}

impl Status {
    /// Returns its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Draft => "draft",
            Self::Adopted => "adopted",
            Self::Retired => "retired",
        }
    }

    fn parse(code: &str) -> Result<Self> {
        match code {
            "draft" => Ok(Self::Draft),
            "adopted" => Ok(Self::Adopted),
            "retired" => Ok(Self::Retired),
            _ => Err(UNREADABLE),
        }
    }
}

/// A version as the register holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Methodology {
    /// Its row; none for the version that comes with the program and was not adopted.
    pub id: Option<Id>,
    /// Its number; of a draft the one that it would have got when it was last saved.
    pub version: String,
    /// Where it stands.
    pub status: Status,
    /// Number of the version that it was made from, or empty.
    pub base: String,
    /// method.json, questions.json, rules.json.
    pub files: [String; 3],
    /// SHA-256 over the three, hexadecimal; empty for a draft.
    pub digest: String,
    /// Why it was retired.
    pub note: String,
    /// Day of the adoption, as YYYY-MM-DD.
    pub adopted_on: String,
    /// Who adopted it.
    pub adopted_by: String,
    /// UTC second at which the adoption came on record.
    pub adopted_at: Option<i64>,
    /// UTC second at which it was retired.
    pub retired_at: Option<i64>,
    /// A draft that was discarded.
    withdrawn: bool,
}

/// Its texts were read before they were written, so this cannot happen.
const UNREADABLE: Error = Error::Inside("a method is unreadable");

/// A draft is bounded: its texts are kept with every entry of the ledger that changes them.
const FILE_BYTES_MAX: usize = 2 * 1024 * 1024;

impl Methodology {
    fn built_in() -> Result<Self> {
        let rubric = Rubric::built_in().map_err(|_| UNREADABLE)?;
        Ok(Self {
            id: None,
            version: rubric.version().to_owned(),
            status: Status::Published,
            base: rubric.source().method.base.clone(),
            files: rubric.files().map(|(_, text)| text.to_owned()),
            digest: hex(&rubric.digest()),
            note: String::new(),
            adopted_on: String::new(),
            adopted_by: String::new(),
            adopted_at: None,
            retired_at: None,
            withdrawn: false,
        })
    }

    /// Returns what it is called by: its number, or the id of a draft.
    #[must_use]
    pub fn key(&self) -> String {
        match (self.status, &self.id) {
            (Status::Draft, Some(id)) => id.to_string(),
            _ => self.version.clone(),
        }
    }

    /// Reads what its texts say.
    pub fn source(&self) -> Result<Source> {
        read_texts(&self.files).map_err(|_| UNREADABLE)
    }

    fn row(&self) -> Row {
        let [method, questions, rules] = &self.files;
        let number = |n: Option<i64>| n.map_or(Cell::Null, Cell::Integer);
        let later = [number(self.adopted_at), number(self.retired_at), number(self.withdrawn.then_some(1))];
        Build::row()
            .text(&self.version)
            .text(self.status.code())
            .text(&self.base)
            .text(method)
            .text(questions)
            .text(rules)
            .text(&self.digest)
            .text(&self.note)
            .text(&self.adopted_on)
            .text(&self.adopted_by)
            .tail(&later)
            .done()
    }

    fn from_row(id: Id, row: Row) -> Result<Self> {
        let mut t = Take::from(row);
        let (version, status, base) = (t.text()?, Status::parse(&t.text()?)?, t.text()?);
        let files = [t.text()?, t.text()?, t.text()?];
        let (digest, note, adopted_on, adopted_by) = (t.text()?, t.text()?, t.text()?, t.text()?);
        let later = t.rest();
        let number = |place: usize| match later.get(place) {
            Some(Cell::Integer(n)) => Some(*n),
            _ => None,
        };
        Ok(Self {
            id: Some(id),
            version,
            status,
            base,
            files,
            digest,
            note,
            adopted_on,
            adopted_by,
            adopted_at: number(0),
            retired_at: number(1),
            withdrawn: number(2).is_some(),
        })
    }
}

/// Another major is in use from now on: what verdicts are made of changes with it. The standing verdicts are reckoned anew here, in the
/// same change.
fn major_changed(change: &Change<'_>, major: u32) -> Result<()> {
    super::judged::stand_all(change.db(), major)
}

/// Returns a settled version, ready to judge, on the connection of whoever is writing.
pub(super) fn rubric_in(db: &Connection, version: &str) -> Result<Arc<Rubric>> {
    if version == Rubric::VERSION {
        return Rubric::built_in().map_err(|_| UNREADABLE);
    }
    // By digest: two vaults in one process may hold different bytes under one number until one of them is found out.
    static READ: Mutex<BTreeMap<String, Arc<Rubric>>> = Mutex::new(BTreeMap::new());
    let digest: String = db
        .prepare_cached("SELECT digest FROM methodologies WHERE version = ?1 AND status <> 'draft'")
        .and_then(|mut s| s.query_row([version], |r| r.get("digest")).optional())
        .doing("finding a method's digest")?
        .ok_or(Error::Invalid("rubric"))?;
    let read = || READ.lock().map_err(|_| Error::Inside("the rubrics were abandoned"));
    if let Some(rubric) = read()?.get(&digest) {
        return Ok(Arc::clone(rubric));
    }
    let found = find(db, version)?;
    if hex(&digest_of(&found.files)) != digest {
        return Err(Error::DatabaseDamaged);
    }
    let rubric = Arc::new(Rubric::of_texts(found.files).map_err(|_| UNREADABLE)?);
    read()?.insert(digest, Arc::clone(&rubric));
    Ok(rubric)
}

/// Returns the major version in use.
pub(super) fn major_in_use(db: &Connection) -> Result<u32> {
    Ok(in_use(db)?.major)
}

impl Change<'_> {
    fn method(&self, key: &str) -> Result<Methodology> {
        find(self.db(), key)
    }
}

impl Vault {
    /// Lists every version: drafts first, then by number from the highest. Discarded drafts are not listed.
    pub fn methods(&self) -> Result<Vec<Methodology>> {
        all(&*self.read()?)
    }

    /// Finds a version by its number, or a draft by its id.
    pub fn method(&self, key: &str) -> Result<Methodology> {
        find(&*self.read()?, key)
    }

    /// Counts locked reviews by version.
    pub fn method_reviews(&self) -> Result<BTreeMap<String, u32>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached("SELECT rubric, count(*) AS n FROM reviews v WHERE NOT EXISTS (SELECT 1 FROM reviews w WHERE w.supersedes_id = v.id) GROUP BY rubric ORDER BY rubric")
            .doing("preparing to count reviews")?;
        let rows = statement.query_map([], |r| Ok((r.get("rubric")?, r.get("n")?)));
        rows.and_then(Iterator::collect).doing("counting reviews")
    }

    /// Returns the number of the version by which reviews are made: of those adopted the highest, or the one that comes with the program.
    pub fn method_in_use(&self) -> Result<String> {
        in_use(&*self.read()?).map(|version| version.to_string())
    }

    /// Returns a settled version, ready to judge.
    ///
    /// # Errors
    /// [`Error::NotFound`] for one that is not here, or a draft.
    pub fn rubric(&self, version: &str) -> Result<Arc<Rubric>> {
        if version == Rubric::VERSION {
            return Rubric::built_in().map_err(|_| UNREADABLE);
        }
        let kept = || self.rubrics.lock().map_err(|_| Error::Inside("the rubrics were abandoned"));
        if let Some(rubric) = kept()?.get(version) {
            return Ok(Arc::clone(rubric));
        }
        let found = self.method(version)?;
        if found.status == Status::Draft {
            return Err(Error::NotFound);
        }
        if hex(&digest_of(&found.files)) != found.digest {
            return Err(Error::DatabaseDamaged);
        }
        let rubric = Arc::new(Rubric::of_texts(found.files).map_err(|_| UNREADABLE)?);
        kept()?.insert(version.to_owned(), Arc::clone(&rubric));
        Ok(rubric)
    }

    /// Returns the step of a draft from what it was made from, and the number that it gets with it: the next one that is free.
    pub fn method_number(&self, base: &str, source: &Source) -> Result<(Step, String)> {
        number(&*self.read()?, base, source)
    }

    /// Returns the line of the changelog that is a draft's own; nothing for what is settled.
    pub fn method_change(&self, draft: &Methodology) -> Result<String> {
        if draft.status == Status::Draft { said_of(&*self.read()?, draft, &draft.source()?) } else { Ok(String::new()) }
    }

    /// Begins a draft from a settled version.
    pub fn draft_method(&self, base: &str) -> Result<Id> {
        let mut change = self.begin()?;
        let from = change.method(base)?;
        if from.status == Status::Draft {
            return Err(Error::NotFound);
        }
        let mut source = from.source()?;
        "draft".clone_into(&mut source.method.status);
        source.method.base.clone_from(&from.version);
        (source.method.published_on, source.method.adopted_on, source.method.adopted_by) = (None, None, None);
        let id = Id::draw(self.env()).doing("naming a draft")?;
        let draft = Methodology {
            id: Some(id),
            status: Status::Draft,
            base: from.version.clone(),
            files: texts_of(&source).map_err(|_| UNREADABLE)?,
            digest: String::new(),
            note: String::new(),
            adopted_on: String::new(),
            adopted_by: String::new(),
            adopted_at: None,
            retired_at: None,
            ..from
        };
        change.add(&METHODOLOGIES, id, draft.row())?;
        change.commit(Event::MethodDrafted, &id)?;
        Ok(id)
    }

    /// Saves a draft. `change` is the line of the changelog that tells what it changes.
    pub fn save_method(&self, key: &str, mut source: Source, said: &str) -> Result<()> {
        let mut change = self.begin()?;
        let (id, mut draft) = open_draft(&change, key)?;
        let (_, version) = number(change.db(), &draft.base, &source)?;
        settle(change.db(), &draft, &mut source, &version, said)?;
        draft.version = version;
        draft.files = texts_of(&source).map_err(|_| UNREADABLE)?;
        if draft.files.iter().any(|text| text.len() > FILE_BYTES_MAX) {
            return Err(Error::Invalid("questions"));
        }
        let row = draft.row();
        if METHODOLOGIES.read(change.db(), &id)?.as_ref() == Some(&METHODOLOGIES.whole(row.clone())) {
            return Ok(());
        }
        change.set(&METHODOLOGIES, id, row)?;
        change.commit(Event::MethodAmended, &id)?;
        Ok(())
    }

    /// Discards a draft: it is marked, never deleted.
    pub fn discard_method(&self, key: &str) -> Result<()> {
        let mut change = self.begin()?;
        let (id, mut draft) = open_draft(&change, key)?;
        draft.withdrawn = true;
        change.set(&METHODOLOGIES, id, draft.row())?;
        change.commit(Event::MethodDiscarded, &id)?;
        Ok(())
    }

    /// Adopts a draft, or the version that comes with the program, and returns its number.
    ///
    /// # Errors
    /// [`Error::MethodFaulty`] unless the check is clean, [`Error::MethodUnchanged`] for a draft that changes nothing,
    /// [`Error::MethodSettled`] for what was adopted before.
    pub fn adopt_method(&self, key: &str, by: &str, on: &str) -> Result<String> {
        let mut change = self.begin()?;
        let mut adopted = change.method(key)?;
        let is_new = adopted.id.is_none();
        let id = match adopted.id {
            Some(_) if adopted.status != Status::Draft => return Err(Error::MethodSettled(adopted.version)),
            Some(id) => id,
            None => Id::draw(self.env()).doing("naming a method")?,
        };
        if !is_new {
            let mut source = adopted.source()?;
            let (step, version) = number(change.db(), &adopted.base, &source)?;
            if step == Step::None {
                return Err(Error::MethodUnchanged(adopted.base));
            }
            clean(&check(&source))?;
            let said = said_of(change.db(), &adopted, &source)?;
            if said.is_empty() {
                return Err(Error::Invalid("change"));
            }
            settle(change.db(), &adopted, &mut source, &version, &said)?;
            "adopted".clone_into(&mut source.method.status);
            source.method.published_on = Some(on.to_owned());
            (source.method.adopted_on, source.method.adopted_by) = (Some(on.to_owned()), Some(by.to_owned()));
            adopted.files = texts_of(&source).map_err(|_| UNREADABLE)?;
            adopted.digest = hex(&digest_of(&adopted.files));
            adopted.version = version;
        }
        adopted.status = Status::Adopted;
        on.clone_into(&mut adopted.adopted_on);
        by.clone_into(&mut adopted.adopted_by);
        adopted.adopted_at = Some(self.env().clock.now_seconds());
        let before = in_use(change.db())?;
        if is_new {
            change.add(&METHODOLOGIES, id, adopted.row())?;
        } else {
            change.set(&METHODOLOGIES, id, adopted.row())?;
        }
        told_of_major(&mut change, before)?;
        change.commit(Event::MethodAdopted, &id)?;
        Ok(adopted.version)
    }

    /// Takes over a version that somebody else published, and returns its number. What is here already with the same bytes stays as it is.
    ///
    /// # Errors
    /// [`Error::MethodTaken`] when its number is here with other bytes, [`Error::MethodFaulty`] unless the check is clean and its number
    /// says as much as what changed, [`Error::Invalid`] when nobody adopted it.
    pub fn import_method(&self, files: [String; 3], source: &Source) -> Result<String> {
        let mut change = self.begin()?;
        let method = &source.method;
        let digest = hex(&digest_of(&files));
        let known: Vec<Methodology> = all(change.db())?.into_iter().filter(|m| m.status != Status::Draft).collect();
        if let Some(here) = known.iter().find(|m| m.version == method.version) {
            return if here.digest == digest { Ok(here.version.clone()) } else { Err(Error::MethodTaken(here.version.clone())) };
        }
        let mut faults = check_files(&files, source);
        // What has no number is no step from anything; the check says so.
        let number = method.version.parse::<Version>().ok();
        for (other, number) in known.iter().filter_map(|other| Some((other, number?))) {
            let (theirs, other_number) = (other.source()?, version_of(&other.version)?);
            let apart = number.apart(other_number);
            let mixes_majors = apart < Step::Major && judge_differently(&theirs, source);
            if mixes_majors || (other.version == method.base && step(&theirs, source) > apart) {
                faults.push(Fault::StepTooSmall { version: method.version.clone(), other: other.version.clone() });
            }
        }
        clean(&faults)?;
        let by = method.adopted_by.clone().filter(|by| !by.trim().is_empty()).ok_or(Error::Invalid("adopted_by"))?;
        let id = Id::draw(self.env()).doing("naming a method")?;
        let adopted = Methodology {
            id: Some(id),
            version: method.version.clone(),
            status: Status::Adopted,
            base: method.base.clone(),
            files,
            digest: digest.clone(),
            note: String::new(),
            adopted_on: method.adopted_on.clone().unwrap_or_default(),
            adopted_by: by,
            adopted_at: Some(self.env().clock.now_seconds()),
            retired_at: None,
            withdrawn: false,
        };
        let before = in_use(change.db())?;
        change.add(&METHODOLOGIES, id, adopted.row())?;
        change.state("published_elsewhere", Value::Text(digest));
        told_of_major(&mut change, before)?;
        change.commit(Event::MethodAdopted, &id)?;
        Ok(adopted.version)
    }

    /// Retires an adopted version: no review is begun by it any more, those that are locked stay bound to it.
    ///
    /// # Errors
    /// [`Error::MethodLast`] where no other version could take its place.
    pub fn retire_method(&self, version: &str, why: &str) -> Result<()> {
        let mut change = self.begin()?;
        let mut retired = change.method(version)?;
        let id = retired.id.filter(|_| retired.status == Status::Adopted).ok_or(Error::NotFound)?;
        let before = in_use(change.db())?;
        retired.status = Status::Retired;
        retired.retired_at = Some(self.env().clock.now_seconds());
        why.clone_into(&mut retired.note);
        change.set(&METHODOLOGIES, id, retired.row())?;
        if candidates(change.db())?.is_empty() {
            return Err(Error::MethodLast(version.to_owned()));
        }
        told_of_major(&mut change, before)?;
        change.commit(Event::MethodRetired, &id)?;
        Ok(())
    }
}

fn told_of_major(change: &mut Change<'_>, before: Version) -> Result<()> {
    let now = in_use(change.db())?;
    if now.major == before.major { Ok(()) } else { major_changed(change, now.major) }
}

fn clean(faults: &[Fault]) -> Result<()> {
    if faults.is_empty() { Ok(()) } else { Err(Error::MethodFaulty(faults.iter().map(Into::into).collect())) }
}

fn version_of(text: &str) -> Result<Version> {
    text.parse().map_err(|_| UNREADABLE)
}

// The draft itself says nothing of its number, status, dates and earlier changes: those follow.
fn settle(db: &Connection, draft: &Methodology, source: &mut Source, version: &str, said: &str) -> Result<()> {
    let base = find(db, &draft.base)?.source()?.method;
    let method = &mut source.method;
    method.key = base.key;
    "draft".clone_into(&mut method.status);
    version.clone_into(&mut method.version);
    method.base.clone_from(&draft.base);
    (method.published_on, method.adopted_on, method.adopted_by) = (None, None, None);
    method.changelog = base.changelog;
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    if !said.is_empty() {
        method.changelog.push(rubric::Change::Plain(format!("{version}: {said}")));
    }
    Ok(())
}

// The line of the changelog that is the draft's own.
fn said_of(db: &Connection, draft: &Methodology, source: &Source) -> Result<String> {
    let base = find(db, &draft.base)?.source()?.method.changelog.len();
    let own = source.method.changelog.get(base).map(|change| change.texts().en);
    Ok(own.and_then(|line| line.split_once(": ").map(|(_, said)| said.to_owned())).unwrap_or_default())
}

fn open_draft(change: &Change<'_>, key: &str) -> Result<(Id, Methodology)> {
    let draft = change.method(key)?;
    match draft.id {
        Some(id) if draft.status == Status::Draft => Ok((id, draft)),
        _ => Err(Error::MethodSettled(draft.version)),
    }
}

fn number(db: &Connection, base: &str, source: &Source) -> Result<(Step, String)> {
    let from = find(db, base)?;
    let mut step = step(&from.source()?, source);
    let from = version_of(&from.version)?;
    let settled: Vec<Methodology> = all(db)?.into_iter().filter(|m| m.status != Status::Draft).collect();
    // What judges otherwise than any version of the major is none of it, whichever it was made from.
    if matches!(step, Step::Patch | Step::Minor) {
        for other in &settled {
            if version_of(&other.version)?.major == from.major && judge_differently(&other.source()?, source) {
                step = Step::Major;
            }
        }
    }
    let mut version = from.after(step);
    while step != Step::None && settled.iter().any(|m| m.version == version.to_string()) {
        version = version.after(step);
    }
    Ok((step, version.to_string()))
}

fn in_use(db: &Connection) -> Result<Version> {
    candidates(db)?.into_iter().max().map_or_else(|| version_of(Rubric::VERSION), Ok)
}

// Versions by which reviews can be begun: those adopted, and the one that comes with the program, which needs no adoption unless it was
// retired. A lower one that somebody else published does not take its place.
fn candidates(db: &Connection) -> Result<Vec<Version>> {
    let mut statement = db
        .prepare_cached("SELECT version, status FROM methodologies WHERE status <> 'draft' ORDER BY rowid")
        .doing("preparing to look for the method in use")?;
    let rows = statement.query_map([], |r| Ok((r.get("version")?, r.get::<_, String>("status")? == "adopted")));
    let settled: Vec<(String, bool)> = rows.and_then(Iterator::collect).doing("looking for the method in use")?;
    let built_in = (!settled.iter().any(|(version, _)| version == Rubric::VERSION)).then_some(Rubric::VERSION);
    settled.iter().filter(|(_, adopted)| *adopted).map(|(version, _)| version.as_str()).chain(built_in).map(version_of).collect()
}

fn all(db: &Connection) -> Result<Vec<Methodology>> {
    let mut statement = db
        .prepare_cached("SELECT id FROM methodologies WHERE withdrawn IS NULL ORDER BY rowid")
        .doing("preparing to list methods")?;
    let ids: Vec<Id> = statement.query_map([], |r| id_at(r, "id")).and_then(Iterator::collect).doing("listing methods")?;
    let mut found = ids
        .into_iter()
        .map(|id| Methodology::from_row(id, METHODOLOGIES.read(db, &id)?.ok_or(Error::NotFound)?))
        .collect::<Result<Vec<_>>>()?;
    if !found.iter().any(|m| m.status != Status::Draft && m.version == Rubric::VERSION) {
        found.push(Methodology::built_in()?);
    }
    found.sort_by_cached_key(|m| (m.status != Status::Draft, std::cmp::Reverse(m.version.parse::<Version>().ok())));
    Ok(found)
}

fn find(db: &Connection, key: &str) -> Result<Methodology> {
    let id = match key.parse::<Id>() {
        Ok(id) => Some(id),
        Err(_) => db
            .prepare_cached("SELECT id FROM methodologies WHERE version = ?1 AND status <> 'draft'")
            .and_then(|mut s| s.query_row([key], |r| id_at(r, "id")).optional())
            .doing("finding a method")?,
    };
    let row = id.map_or(Ok(None), |id| METHODOLOGIES.read(db, &id))?;
    match (id, row) {
        (Some(id), Some(row)) => Some(Methodology::from_row(id, row)?).filter(|m| !m.withdrawn).ok_or(Error::NotFound),
        _ if key == Rubric::VERSION => Methodology::built_in(),
        _ => Err(Error::NotFound),
    }
}

/// Holds a version of an open export to what this register would have let in: verdicts are bound to its bytes.
pub(super) fn check_restored(fields: &Fields) -> Result<()> {
    let text = |name: &str| match fields.get(name) {
        Some(Held::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let files = ["method", "questions", "rules"].map(text);
    let source = read_texts(&files).map_err(|_| Error::Invalid("rules"))?;
    if text("status") == "draft" {
        return Ok(());
    }
    // A draft alone is ever discarded.
    if fields.contains_key("withdrawn") {
        return Err(Error::Invalid("withdrawn"));
    }
    let digest = digest_of(&files);
    if hex(&digest) != text("digest") || source.method.version != text("version") {
        return Err(Error::Invalid("digest"));
    }
    let built_in = Rubric::load().map_err(|_: rubric::Error| UNREADABLE)?;
    if text("version") == Rubric::VERSION && digest != built_in.digest() {
        return Err(Error::Invalid("digest"));
    }
    source.method.version.parse::<Version>().map_err(|_| Error::Invalid("version"))?;
    if check_files(&files, &source).is_empty() { Ok(()) } else { Err(Error::Invalid("rules")) }
}

#[cfg(test)]
mod tests;
