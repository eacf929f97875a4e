//! Authorities with their dated aliases, platforms with their domains and audience measures, and settings.

use super::cells::{Build, id_at};
use super::change::{Change, Event};
use super::record::{AUDIENCE_MEASURES, AUTHORITIES, AUTHORITY_ALIASES, PLATFORMS, SETTINGS};
use super::vault::Vault;
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::fold::fold;
use rusqlite::{Connection, OptionalExtension};

/// A name in three languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Kazakh.
    pub kk: String,
    /// Russian.
    pub ru: String,
    /// English.
    pub en: String,
}

/// An authority with the names it went by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// Kind.
    pub kind: String,
    /// Names.
    pub names: Names,
    /// Aliases: name, first day, last day (YYYY-MM-DD, empty when open).
    pub aliases: Vec<(String, String, String)>,
}

/// A platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Platform {
    /// Kind.
    pub kind: String,
    /// Names.
    pub names: Names,
    /// Domains.
    pub domains: Vec<String>,
}

/// One measure of an audience.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audience {
    /// Users.
    pub value: i64,
    /// Unit.
    pub unit: String,
    /// Period, as YYYY-MM.
    pub period: String,
    /// Who published it.
    pub source: String,
}

/// A platform with its measures and the number of its orders.
#[derive(Debug, Clone)]
pub struct PlatformRead {
    /// Identifier.
    pub id: Id,
    /// The platform.
    pub platform: Platform,
    /// Its measures, oldest first.
    pub measures: Vec<Audience>,
    /// Orders addressed to it.
    pub orders: u32,
}

impl Change<'_> {
    /// Adds an authority with its aliases; its own names are aliases too.
    pub fn add_authority(&mut self, authority: &Authority) -> Result<Id> {
        let id = Id::draw(self.env()).doing("naming an authority")?;
        let names = &authority.names;
        self.add(&AUTHORITIES, id, Build::row().text(&authority.kind).text(&names.kk).text(&names.ru).text(&names.en).done())?;
        let own = [&names.kk, &names.ru, &names.en].map(|n| (n.clone(), String::new(), String::new()));
        let mut folded_before = Vec::new();
        for (alias, from, to) in own.iter().chain(&authority.aliases) {
            let folded = fold(alias);
            if folded.trim().is_empty() || folded_before.contains(&folded) {
                continue;
            }
            let row = Build::row().id(&id).text(alias).text(&folded).text(from).text(to).done();
            let alias_id = Id::draw(self.env()).doing("naming an alias")?;
            self.add(&AUTHORITY_ALIASES, alias_id, row)?;
            folded_before.push(folded);
        }
        Ok(id)
    }

    /// Makes the names of an authority aliases too, as far as they are none: whatever looks for an authority looks among the aliases.
    pub(super) fn keep_aliases(&mut self, id: &Id) -> Result<()> {
        let names: [String; 3] = self
            .db()
            .query_row("SELECT name_kk, name_ru, name_en FROM authorities WHERE id = ?1", [&id.bytes()[..]], |r| {
                Ok([r.get("name_kk")?, r.get("name_ru")?, r.get("name_en")?])
            })
            .doing("reading an authority's names")?;
        for name in names {
            let folded = fold(&name);
            let known: bool = self
                .db()
                .query_row(
                    "SELECT EXISTS (SELECT 1 FROM authority_aliases WHERE authority_id = ?1 AND folded = ?2 AND withdrawn IS NULL) AS known",
                    rusqlite::params![&id.bytes()[..], folded],
                    |r| r.get("known"),
                )
                .doing("looking for an alias")?;
            if known || folded.trim().is_empty() {
                continue;
            }
            let alias = Id::draw(self.env()).doing("naming an alias")?;
            let row = Build::row().id(id).text(&name).text(&folded).text("").text("").done();
            self.add(&AUTHORITY_ALIASES, alias, row)?;
        }
        Ok(())
    }

    /// Finds an authority by any name it went by, or adds one of unknown kind.
    pub fn authority_for(&mut self, written: &str) -> Result<Id> {
        if let Some(id) = find_authority(self.db(), written)? {
            return Ok(id);
        }
        let name = written.trim().to_owned();
        self.add_authority(&Authority {
            kind: kind_of(&name).to_owned(),
            names: Names { kk: name.clone(), ru: name.clone(), en: name },
            aliases: Vec::new(),
        })
    }

    /// Adds a platform.
    pub fn add_platform(&mut self, platform: &Platform) -> Result<Id> {
        let id = Id::draw(self.env()).doing("naming a platform")?;
        let names = &platform.names;
        let row =
            Build::row().text(&platform.kind).text(&names.kk).text(&names.ru).text(&names.en).text(&platform.domains.join(" "));
        self.add(&PLATFORMS, id, row.done())?;
        Ok(id)
    }

    /// Finds a platform by name or domain, or adds one of unknown kind.
    pub fn platform_for(&mut self, written: &str) -> Result<Id> {
        if let Some(id) = find_platform(self.db(), written)? {
            return Ok(id);
        }
        let name = written.trim().to_owned();
        let domains = if name.contains('.') && !name.contains(' ') { vec![name.to_lowercase()] } else { Vec::new() };
        self.add_platform(&Platform {
            kind: "other".to_owned(),
            names: Names { kk: name.clone(), ru: name.clone(), en: name },
            domains,
        })
    }

    /// Adds an audience measure.
    pub fn add_measure(&mut self, platform: &Id, measure: &Audience) -> Result<Id> {
        if PLATFORMS.read(self.db(), platform)?.is_none() {
            return Err(Error::NotFound);
        }
        let id = Id::draw(self.env()).doing("naming a measure")?;
        let row =
            Build::row().id(platform).int(measure.value).text(&measure.unit).text(&measure.period).text(&measure.source).done();
        self.add(&AUDIENCE_MEASURES, id, row)?;
        self.concerns(*platform);
        Ok(id)
    }

    /// Sets a setting.
    pub fn set_setting(&mut self, name: &str, value: &str) -> Result<()> {
        let found = self
            .db()
            .query_row("SELECT id FROM settings WHERE name = ?1", [name], |r| id_at(r, "id"))
            .optional()
            .doing("finding a setting")?;
        let row = Build::row().text(name).text(value).done();
        match found {
            Some(id) => self.set(&SETTINGS, id, row),
            None => {
                let id = Id::draw(self.env()).doing("naming a setting")?;
                self.add(&SETTINGS, id, row)
            }
        }
    }
}

impl Vault {
    /// Reads a setting, empty when it was never set.
    pub fn setting(&self, name: &str) -> Result<String> {
        let found = self
            .read()?
            .query_row("SELECT value FROM settings WHERE name = ?1", [name], |r| r.get("value"))
            .optional()
            .doing("reading a setting")?;
        Ok(found.unwrap_or_default())
    }

    /// Sets a setting as an event of its own, unless it already says so.
    pub fn put_setting(&self, name: &str, value: &str) -> Result<()> {
        if self.setting(name)? == value {
            return Ok(());
        }
        let mut change = self.begin()?;
        change.set_setting(name, value)?;
        change.commit(Event::SettingsChanged, self.id()).map(drop)
    }

    /// Lists authorities by name.
    pub fn authorities(&self) -> Result<Vec<(Id, Names)>> {
        named(&*self.read()?, "SELECT id, name_kk, name_ru, name_en FROM authorities ORDER BY name_ru, rowid")
    }

    /// Lists platforms by name.
    pub fn platform_names(&self) -> Result<Vec<(Id, Names)>> {
        named(&*self.read()?, "SELECT id, name_kk, name_ru, name_en FROM platforms ORDER BY name_en, rowid")
    }

    /// Finds a platform by name or by the host of an address.
    pub fn find_platform(&self, written: &str) -> Result<Option<Id>> {
        find_platform(&*self.read()?, written)
    }

    /// Reads what platforms are known by, to find many.
    pub fn known_platforms(&self) -> Result<KnownPlatforms> {
        KnownPlatforms::read(&*self.read()?)
    }

    /// Lists platforms with their measures.
    pub fn platforms(&self) -> Result<Vec<PlatformRead>> {
        let db = self.read()?;
        let mut statement = db
            .prepare_cached(
                "SELECT p.id AS id, kind, name_kk, name_ru, name_en, domains,
                 (SELECT count(*) FROM orders o WHERE o.platform_id = p.id AND o.draft = 0 AND o.withdrawn IS NULL AND o.dup_of_id IS NULL)
                 AS orders FROM platforms p WHERE p.withdrawn IS NULL ORDER BY name_en, p.rowid",
            )
            .doing("preparing to list platforms")?;
        let rows = statement.query_map([], |r| {
            let domains: String = r.get("domains")?;
            Ok(PlatformRead {
                id: id_at(r, "id")?,
                platform: Platform {
                    kind: r.get("kind")?,
                    names: names_at(r)?,
                    domains: domains.split_whitespace().map(str::to_owned).collect(),
                },
                measures: Vec::new(),
                orders: r.get("orders")?,
            })
        });
        let mut list: Vec<PlatformRead> = rows.and_then(Iterator::collect).doing("listing platforms")?;
        let mut statement = db
            .prepare_cached("SELECT value, unit, period, source FROM audience_measures WHERE platform_id = ?1 AND withdrawn IS NULL ORDER BY rowid")
            .doing("preparing to list measures")?;
        for read in &mut list {
            let rows = statement.query_map([&read.id.bytes()[..]], |r| {
                Ok(Audience { value: r.get("value")?, unit: r.get("unit")?, period: r.get("period")?, source: r.get("source")? })
            });
            read.measures = rows.and_then(Iterator::collect).doing("listing measures")?;
        }
        Ok(list)
    }
}

fn named(db: &Connection, sql: &'static str) -> Result<Vec<(Id, Names)>> {
    let mut statement = db.prepare_cached(sql).doing("preparing to list names")?;
    let rows = statement.query_map([], |r| Ok((id_at(r, "id")?, names_at(r)?)));
    rows.and_then(Iterator::collect).doing("listing names")
}

fn names_at(r: &rusqlite::Row<'_>) -> rusqlite::Result<Names> {
    Ok(Names { kk: r.get("name_kk")?, ru: r.get("name_ru")?, en: r.get("name_en")? })
}

pub(super) fn find_authority(db: &Connection, written: &str) -> Result<Option<Id>> {
    let folded = fold(written);
    db.prepare_cached(
        "SELECT l.authority_id AS id FROM authority_aliases l JOIN authorities a ON a.id = l.authority_id
         WHERE l.folded = ?1 AND l.withdrawn IS NULL AND a.withdrawn IS NULL ORDER BY l.rowid LIMIT 1",
    )
    .and_then(|mut s| s.query_row([folded.trim()], |r| id_at(r, "id")).optional())
    .doing("finding an authority")
}

/// Reads every name that an authority goes by, each once.
pub(super) fn authority_names(db: &Connection, id: &Id) -> Result<Vec<String>> {
    let mut names = own_names(db, id, "SELECT name_kk, name_ru, name_en FROM authorities WHERE id = ?1")?;
    let mut statement = db
        .prepare_cached("SELECT alias FROM authority_aliases WHERE authority_id = ?1 ORDER BY rowid")
        .doing("preparing to read an authority's names")?;
    let aliases: Vec<String> = statement
        .query_map([&id.bytes()[..]], |r| r.get("alias"))
        .and_then(Iterator::collect)
        .doing("reading an authority's names")?;
    names.extend(aliases);
    Ok(each_once(names))
}

/// Reads every name of a platform, each once.
pub(super) fn platform_own_names(db: &Connection, id: &Id) -> Result<Vec<String>> {
    Ok(each_once(own_names(db, id, "SELECT name_kk, name_ru, name_en FROM platforms WHERE id = ?1")?))
}

fn own_names(db: &Connection, id: &Id, sql: &'static str) -> Result<Vec<String>> {
    let names =
        db.prepare_cached(sql).and_then(|mut s| s.query_row([&id.bytes()[..]], names_at)).doing("reading the names of one")?;
    Ok(vec![names.kk, names.ru, names.en])
}

fn each_once(names: Vec<String>) -> Vec<String> {
    let mut once: Vec<String> = Vec::with_capacity(names.len());
    for name in names {
        if !once.contains(&name) {
            once.push(name);
        }
    }
    once
}

fn find_platform(db: &Connection, written: &str) -> Result<Option<Id>> {
    Ok(KnownPlatforms::read(db)?.find(written))
}

/// What each platform is known by: names, folded, and domains.
pub struct KnownPlatforms(Vec<(Id, [String; 3], Vec<String>)>);

impl KnownPlatforms {
    pub(super) fn read(db: &Connection) -> Result<Self> {
        let mut statement = db
            .prepare_cached("SELECT id, name_kk, name_ru, name_en, domains FROM platforms WHERE withdrawn IS NULL ORDER BY rowid")
            .doing("preparing to find a platform")?;
        let rows = statement.query_map([], |r| {
            let names = names_at(r)?;
            let domains: String = r.get("domains")?;
            let folded = [&names.kk, &names.ru, &names.en].map(|name| fold(name).trim().to_owned());
            Ok((id_at(r, "id")?, folded, domains.split_whitespace().map(|domain| format!(".{domain}")).collect()))
        });
        rows.and_then(Iterator::collect).map(Self).doing("finding a platform")
    }

    /// Finds a platform by its name in any language, or by its domain or one under it.
    #[must_use]
    pub fn find(&self, written: &str) -> Option<Id> {
        let wanted = fold(written);
        let wanted = wanted.trim();
        if wanted.is_empty() {
            return None;
        }
        let host = host_of(wanted);
        let under = |dotted: &String| host.ends_with(dotted.as_str()) || dotted.strip_prefix('.') == Some(host);
        self.0
            .iter()
            .find(|(_, names, domains)| names.iter().any(|name| name == wanted) || domains.iter().any(under))
            .map(|(id, ..)| *id)
    }
}

/// Returns the host of an address, or the text itself where it is no address.
fn host_of(text: &str) -> &str {
    let after = text.split_once("://").map_or(text, |(_, rest)| rest);
    let host = after.split(['/', '?', '#', ':']).next().unwrap_or(after);
    host.strip_prefix("www.").unwrap_or(host)
}

// A first guess, so that tables by kind are not empty; a person may say better.
fn kind_of(name: &str) -> &'static str {
    let folded = fold(name);
    let has = |words: &[&str]| words.iter().any(|w| folded.contains(w));
    if has(&["суд", "сот", "court"]) {
        "court"
    } else if has(&["прокур", "prosecutor"]) {
        "prosecutor_general"
    } else if has(&["полици", "police", "мвд", "ишки истер"]) {
        "police"
    } else if has(&["информаци", "акпарат", "information"]) {
        "info_ministry"
    } else {
        "other"
    }
}
