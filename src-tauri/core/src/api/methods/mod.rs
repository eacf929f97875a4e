//! Versions of the method: drafted, checked, adopted, retired, published and read back.

mod form;

use super::papers::{refuse_inside, texts_of};
use super::vault::code;
use super::wire::{
    Code, Lang, Method, MethodAdopt, MethodAsk, MethodChecked, MethodDraft, MethodExport, MethodFault, MethodFile, MethodFolder,
    MethodForm, MethodRetire, MethodRow, MethodSaved, MethodSets, Methods, Nothing,
};
use super::{App, file_name, write_whole};
use crate::error::{Doing, Error, Result};
use crate::model::rubric::{self, FILES, Fault, Rubric, SUMS, Source, Step, check_files, digest_of, read_folder, sums};
use crate::model::time::ASTANA;
use crate::papers::rule_book::{RuleBook, compose};
use crate::papers::to_pdf;
use crate::store::{Methodology, Status, Vault, hex};
use form::{checked_of, fault_of, form_of, refused_for, source_of, trilingual};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// Nobody's method is larger than this.
const FILE_BYTES_MAX: u64 = 4 * 1024 * 1024;

/// What goes stale with a version: the sheets of reviews are made of the one in use.
const TOPICS: [&str; 4] = ["methods", "reviews", "orders", "ledger"];

pub(super) fn methods(app: &App, _: Nothing) -> Result<Methods> {
    let vault = app.vault()?;
    let (in_use, reviews) = (vault.method_in_use()?, vault.method_reviews()?);
    let rows = vault.methods()?.iter().map(|m| row(m, &in_use, &reviews)).collect();
    Ok(Methods { rows, in_use })
}

fn row(m: &Methodology, in_use: &str, reviews: &BTreeMap<String, u32>) -> MethodRow {
    let settled = m.status != Status::Draft;
    MethodRow {
        key: m.key(),
        version: m.version.clone(),
        status: m.status.code().to_owned(),
        digest: m.digest.clone(),
        adopted_on: m.adopted_on.clone(),
        adopted_by: m.adopted_by.clone(),
        adopted_at: m.adopted_at,
        retired_at: m.retired_at,
        retired_why: m.note.clone(),
        base: m.base.clone(),
        in_use: settled && m.version == in_use,
        built_in: settled && m.version == Rubric::VERSION,
        reviews: if settled { reviews.get(&m.version).copied().unwrap_or(0) } else { 0 },
    }
}

pub(super) fn method_open(app: &App, args: MethodAsk) -> Result<Method> {
    opened(&*app.vault()?, &args.version)
}

fn opened(vault: &Vault, key: &str) -> Result<Method> {
    let found = vault.method(key)?;
    let source = found.source()?;
    let settled = found.status != Status::Draft;
    let (step, version) = if settled {
        (step_from_base(vault, &found, &source)?, found.version.clone())
    } else {
        vault.method_number(&found.base, &source)?
    };
    let mut row = row(&found, &vault.method_in_use()?, &vault.method_reviews()?);
    row.version.clone_from(&version);
    let files = if settled { files_of(&found.files) } else { Vec::new() };
    Ok(Method {
        row,
        published_on: source.method.published_on.clone().unwrap_or_default(),
        changelog: source.method.changelog.iter().map(|change| trilingual(&change.texts())).collect(),
        files,
        form: form_of(&source, &vault.method_change(&found)?),
        checked: checked_of(&source, step, version),
    })
}

// A base that is not here says nothing: somebody else's version was made from somebody else's.
fn step_from_base(vault: &Vault, found: &Methodology, source: &Source) -> Result<Step> {
    match vault.method(&found.base) {
        Ok(base) => Ok(rubric::step(&base.source()?, source)),
        Err(Error::NotFound) => Ok(Step::None),
        Err(other) => Err(other),
    }
}

fn files_of(files: &[String; 3]) -> Vec<MethodFile> {
    let file = |(name, text): (&&str, &String)| MethodFile { name: (*name).to_owned(), digest: hex(&Sha256::digest(text)) };
    FILES.iter().zip(files).map(file).collect()
}

pub(super) fn method_draft(app: &App, args: MethodAsk) -> Result<Method> {
    let vault = app.vault()?;
    let id = vault.draft_method(&args.version)?;
    app.changed(&TOPICS);
    opened(&vault, &id.to_string())
}

pub(super) fn method_check(app: &App, args: MethodDraft) -> Result<MethodChecked> {
    let vault = app.vault()?;
    let found = vault.method(&args.version)?;
    let mut source = source_of(&args.form)?;
    let base = if found.status == Status::Draft { &found.base } else { &found.version };
    let (step, version) = vault.method_number(base, &source)?;
    // A form has no number of its own: it gets the one that its changes make it.
    source.method.version.clone_from(&version);
    Ok(checked(&source, &args.form, step, version))
}

// A form can hold what the files cannot: two readings under one code.
fn checked(source: &Source, form: &MethodForm, step: Step, version: String) -> MethodChecked {
    let mut checked = checked_of(source, step, version);
    let mut seen = std::collections::BTreeSet::new();
    let codes = form.reads.iter().map(|r| &r.code);
    let twice = codes.filter(|code| !seen.insert(*code)).map(|code| Fault::DuplicateCode { code: code.clone() });
    checked.faults.extend(twice.map(|fault| fault_of(&fault)));
    checked
}

pub(super) fn method_save(app: &App, args: MethodDraft) -> Result<Method> {
    let vault = app.vault()?;
    vault.save_method(&args.version, source_of(&args.form)?, &args.form.change)?;
    app.changed(&TOPICS);
    opened(&vault, &args.version)
}

pub(super) fn method_adopt(app: &App, args: MethodAdopt) -> Result<Method> {
    let vault = app.vault()?;
    let by = args.by.split_whitespace().collect::<Vec<_>>().join(" ");
    if by.is_empty() || by.chars().count() > 300 {
        return Err(Error::Invalid("adopted_by"));
    }
    let today = today(&vault);
    let on = if args.on.trim().is_empty() { today.clone() } else { args.on.trim().to_owned() };
    // What is not decided yet is not adopted.
    if !is_day(&on) || on > today {
        return Err(Error::Invalid("adopted_on"));
    }
    let version = vault.adopt_method(&args.version, &by, &on)?;
    app.changed(&TOPICS);
    opened(&vault, &version)
}

fn today(vault: &Vault) -> String {
    super::desk::local_day(vault.env().clock.now_seconds(), ASTANA).unwrap_or_default()
}

fn is_day(text: &str) -> bool {
    text.len() == 10 && chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
}

pub(super) fn method_retire(app: &App, args: MethodRetire) -> Result<Method> {
    let vault = app.vault()?;
    let why = args.why.trim();
    if why.is_empty() || why.chars().count() > 4_000 {
        return Err(Error::Invalid("why"));
    }
    vault.retire_method(&args.version, why)?;
    app.changed(&TOPICS);
    opened(&vault, &args.version)
}

pub(super) fn method_discard(app: &App, args: MethodAsk) -> Result<Nothing> {
    app.vault()?.discard_method(&args.version)?;
    app.changed(&TOPICS);
    Ok(Nothing {})
}

pub(super) fn method_export(app: &App, args: MethodExport) -> Result<MethodSaved> {
    let vault = app.vault()?;
    let found = vault.method(&args.version)?;
    match args.what.as_str() {
        "pdf" => save_book(app, &vault, &found, args.lang),
        "folder" => save_folder(app, &vault, &found),
        _ => Err(Error::Invalid("what")),
    }
}

fn save_book(app: &App, vault: &Vault, found: &Methodology, lang: Lang) -> Result<MethodSaved> {
    let bytes = book_file(found, &today(vault), lang)?;
    let proposed = format!("tarazy-method-{}-{}.pdf", found.version, code(lang));
    let path = app.host.pick_save(&proposed).ok_or(Error::Cancelled)?;
    refuse_inside(vault.folder(), &path)?;
    write_whole(&path, &bytes)?;
    let name = file_name(&path);
    Ok(MethodSaved { name, digest: hex(&Sha256::digest(&bytes)) })
}

/// Makes the rule book of a version.
fn book_file(found: &Methodology, day: &str, lang: Lang) -> Result<Vec<u8>> {
    let source = found.source()?;
    let book = RuleBook {
        source: &source,
        sets: rubric::sets(&source).unwrap_or_default(),
        version: found.version.clone(),
        status: found.status.code().to_owned(),
        base: found.base.clone(),
        adopted_on: found.adopted_on.clone(),
        adopted_by: found.adopted_by.clone(),
        digest: found.digest.clone(),
        files: files_of(&found.files).into_iter().map(|f| (f.name, f.digest)).collect(),
        day: day.to_owned(),
    };
    Ok(to_pdf(&compose(&book, &texts_of(lang)))?)
}

// One version is one folder, named by its number. What is already there is not written over.
fn save_folder(app: &App, vault: &Vault, found: &Methodology) -> Result<MethodSaved> {
    let into = app.host.pick_folder().ok_or(Error::Cancelled)?;
    let folder = into.join(&found.version);
    refuse_inside(vault.folder(), &folder)?;
    if folder.exists() {
        return Err(Error::PlaceRefused);
    }
    std::fs::create_dir_all(&folder).doing("making a folder for a method")?;
    for (name, text) in FILES.iter().zip(&found.files) {
        write_whole(&folder.join(name), text.as_bytes())?;
    }
    // A draft may still change: nothing vouches for it.
    if found.status != Status::Draft {
        write_whole(&folder.join(SUMS), sums(&found.files).as_bytes())?;
    }
    Ok(MethodSaved { name: found.version.clone(), digest: found.digest.clone() })
}

pub(super) fn method_import(app: &App, _: Nothing) -> Result<Method> {
    let vault = app.vault()?;
    let folder = app.host.pick_folder().ok_or(Error::Cancelled)?;
    let faulty = |faults: Vec<Fault>| Error::MethodFaulty(faults.iter().map(Into::into).collect());
    let (files, source, sealed) = read_folder(&read_files(&folder)?).map_err(faulty)?;
    if !sealed {
        return Err(faulty(vec![Fault::Unsealed]));
    }
    let version = vault.import_method(files, &source)?;
    app.changed(&TOPICS);
    opened(&vault, &version)
}

// Files that are not there are the reading's business; those that are too large are nobody's method.
fn read_files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    if !folder.is_dir() {
        let name = file_name(folder);
        return Err(Error::File { code: Code::FolderAbsent, params: BTreeMap::from([("name".to_owned(), name)]) });
    }
    let mut read = Vec::new();
    for name in FILES.into_iter().chain([SUMS]) {
        let path = folder.join(name);
        let Ok(about) = std::fs::metadata(&path) else { continue };
        if about.len() > FILE_BYTES_MAX || !about.is_file() {
            let params = BTreeMap::from([("limit".to_owned(), FILE_BYTES_MAX.to_string())]);
            return Err(Error::File { code: Code::FileTooLarge, params });
        }
        read.push((name.to_owned(), std::fs::read(&path).doing("reading a method")?));
    }
    Ok(read)
}

/// Reads the files of a version that has no faults.
pub(super) fn texts_of_folder(folder: &Path) -> Result<[String; 3]> {
    let faulty = |faults: Vec<Fault>| Error::MethodFaulty(faults.iter().map(Into::into).collect());
    let (files, source, _) = read_folder(&read_files(folder)?).map_err(faulty)?;
    let faults = check_files(&files, &source);
    if faults.is_empty() { Ok(files) } else { Err(faulty(faults)) }
}

/// Returns what is wrong with a method that was refused for its faults; nothing of any other failure.
#[must_use]
pub fn faults_of(error: &Error) -> Vec<MethodFault> {
    let Error::MethodFaulty(faults) = error else { return Vec::new() };
    faults.iter().map(refused_for).collect()
}

/// Checks a folder that claims to be a version, without any register.
pub fn check_folder(folder: &Path) -> Result<MethodFolder> {
    Ok(match read_folder(&read_files(folder)?) {
        Ok((files, source, sealed)) => {
            let mut checked = checked_of(&source, Step::None, source.method.version.clone());
            checked.faults = check_files(&files, &source).iter().map(fault_of).collect();
            MethodFolder { version: source.method.version.clone(), digest: hex(&digest_of(&files)), sealed, checked }
        }
        Err(faults) => MethodFolder {
            version: String::new(),
            digest: String::new(),
            sealed: false,
            checked: MethodChecked {
                step: Step::None.code().to_owned(),
                version: String::new(),
                faults: faults.iter().map(fault_of).collect(),
                sets: Vec::<MethodSets>::new(),
                sets_total: 0,
            },
        },
    })
}

#[cfg(test)]
mod tests;
