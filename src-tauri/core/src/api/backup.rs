//! Backups: where they lie, which are there, making one, trying one out, and making a register of one.

use super::keys::typed_key;
use super::vault::{install, strong};
use super::wire::{BackupDrill, BackupLine, BackupMade, BackupRestore, Backups, Drilled, Nothing, Progress, VaultState};
use super::{App, file_name, seq_of, small};
use crate::error::{Doing, Error, Result};
use crate::store::{BACKUPS, Kind, Opener, Passphrase, Tried, Vault, restore, shares_in, sync_folder, try_out};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Generations that are kept.
const GENERATIONS: usize = 3;
const DUE_DAYS: u32 = 7;
const DAY_SECONDS: i64 = 24 * 3_600;
/// Folder made inside the one that was chosen: whatever else lies there is not ours.
const FOLDER: &str = "tarazy-backups";
const END: &str = ".backup.age";
const STAGE: &str = "backup";
/// Verified ones that are remembered: of sticks that take turns only one is there.
const REMEMBERED: usize = 32;

/// Held by whoever writes a backup or tries one out: both have one place in the vault for it. The other waits.
#[derive(Default)]
pub struct Copying(Mutex<()>);

impl Copying {
    // Before anything is asked of the vault: it may be locked while this one waits.
    fn alone(&self) -> MutexGuard<'_, ()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

// A backup that was tried out and found whole.
#[derive(Clone, Serialize, Deserialize)]
struct Whole {
    name: String,
    made_at: i64,
    bytes: u64,
    sha256: String,
}

// What the register knows of its backups. Earlier versions noted others, of which no size is known: they count for nothing.
#[derive(Default, Serialize, Deserialize)]
struct Kept {
    #[serde(default)]
    folder: String,
    // In the order in which they were verified, which no clock can turn round.
    #[serde(default)]
    whole: Vec<Whole>,
    #[serde(default)]
    drilled_at: Option<i64>,
}

impl Kept {
    fn of(vault: &Vault) -> Result<Self> {
        Ok(vault.note(BACKUPS)?.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default())
    }

    fn keep(&self, vault: &Vault) -> Result<()> {
        let bytes = serde_json::to_vec(self).map_err(|_| Error::Inside("keeping what is known of backups"))?;
        vault.keep_note(BACKUPS, &bytes)
    }

    fn place(&self) -> Option<PathBuf> {
        (!self.folder.is_empty()).then(|| PathBuf::from(&self.folder))
    }

    // The folder, where it is there now.
    fn reached(&self) -> Option<PathBuf> {
        self.place().filter(|place| place.is_dir())
    }

    // Those that lie there with the size that they had.
    fn lying(&self, place: &Path) -> Vec<&Whole> {
        let has_size = |about: std::fs::Metadata, bytes| about.is_file() && about.len() == bytes;
        let lies = |known: &&Whole| std::fs::metadata(place.join(&known.name)).is_ok_and(|about| has_size(about, known.bytes));
        self.whole.iter().filter(lies).collect()
    }
}

/// How backups stand.
pub(super) struct Standing {
    /// Days since the last verified one.
    pub days: Option<u32>,
    /// One is due.
    pub due: bool,
}

pub(super) fn standing_of(app: &App, vault: &Vault) -> Result<Standing> {
    Ok(stands(app, &Kept::of(vault)?))
}

fn stands(app: &App, kept: &Kept) -> Standing {
    let counted = match kept.reached() {
        Some(place) => kept.lying(&place),
        // The stick is elsewhere: what was noted is all that is known.
        None => kept.whole.iter().collect(),
    };
    let now = app.env.clock.now_seconds();
    // One that was made while the clock was set forward does not tell how old it is.
    let last = counted.iter().rev().map(|known| known.made_at).find(|at| *at <= now.saturating_add(DAY_SECONDS));
    let days = last.map(|at| u32::try_from(now.saturating_sub(at).max(0) / DAY_SECONDS).unwrap_or(u32::MAX));
    Standing { days, due: days.is_none_or(|days| days >= DUE_DAYS) }
}

pub(super) fn backups(app: &App, _: Nothing) -> Result<Backups> {
    let vault = app.vault()?;
    let kept = Kept::of(&vault)?;
    let place = kept.place();
    let lines = place.as_deref().map(|place| lines(place, &vault, &kept)).unwrap_or_default();
    let Standing { days, due } = stands(app, &kept);
    Ok(Backups {
        folder: place.as_deref().and_then(Path::parent).map(file_name).unwrap_or_default(),
        reachable: kept.reached().is_some(),
        same_disk: place.as_deref().is_some_and(|place| is_one_disk(place, vault.folder())),
        lines,
        days,
        due,
        opened_by: vault.slots()?.into_iter().map(|(kind, ..)| kind.code().to_owned()).collect(),
        drilled_at: kept.drilled_at,
    })
}

// Of this register: the one that was verified last stands first, and those that are not verified stand last.
fn lines(place: &Path, vault: &Vault, kept: &Kept) -> Vec<BackupLine> {
    let (begin, whole) = (beginning(vault), kept.lying(place));
    let rank = |name: &str| whole.iter().position(|known| known.name == name);
    let entries = std::fs::read_dir(place).into_iter().flatten().flatten();
    let mut lines: Vec<BackupLine> = entries
        .filter_map(|entry| {
            let name = entry.file_name().to_str()?.to_owned();
            let moment = name.strip_prefix(&begin)?.strip_suffix(END)?;
            let made_at = chrono::NaiveDateTime::parse_from_str(moment, MOMENT).ok()?.and_utc().timestamp();
            let verified = rank(&name).is_some();
            Some(BackupLine { made_at, bytes: entry.metadata().ok()?.len(), verified, name })
        })
        .collect();
    lines.sort_by(|a, b| rank(&b.name).cmp(&rank(&a.name)).then_with(|| b.name.cmp(&a.name)));
    lines
}

const MOMENT: &str = "%Y%m%d-%H%M%S";

// Two registers may have one folder.
fn beginning(vault: &Vault) -> String {
    let id = vault.id().to_string();
    let short: String = id.chars().filter(char::is_ascii_alphanumeric).rev().take(8).collect();
    format!("tarazy-{short}-")
}

#[cfg(unix)]
fn is_one_disk(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let disk = |path: &Path| std::fs::metadata(path).map(|about| about.dev()).ok();
    disk(a).is_some() && disk(a) == disk(b)
}

#[cfg(not(unix))]
fn is_one_disk(a: &Path, b: &Path) -> bool {
    a.components().next() == b.components().next()
}

pub(super) fn backup_choose(app: &App, nothing: Nothing) -> Result<Backups> {
    let vault = app.vault()?;
    let chosen = app.host.pick_folder().ok_or(Error::Cancelled)?;
    // What lies inside the vault is lost with it.
    if chosen.starts_with(vault.folder()) {
        return Err(Error::PlaceRefused);
    }
    let place = if chosen.file_name().is_some_and(|name| name == FOLDER) { chosen } else { chosen.join(FOLDER) };
    std::fs::create_dir_all(&place).doing("making the folder for backups")?;
    let folder = place.to_str().ok_or(Error::PlaceRefused)?.to_owned();
    Kept { folder, ..Kept::of(&vault)? }.keep(&vault)?;
    app.changed(&["backups", "health"]);
    backups(app, nothing)
}

pub(super) fn backup_make(app: &App, _: Nothing) -> Result<BackupMade> {
    const WRITING: &str = "writing a backup";
    let _alone = app.copying.alone();
    let vault = app.vault()?;
    let place = Kept::of(&vault)?.reached().ok_or(Error::BackupNowhere)?;
    app.cancel.store(false, Ordering::SeqCst);
    // Writing is the first half, trying it out the second.
    let go_on = |half: u64, done: u64, of: u64| {
        let kib = |bytes: u64| seq_of(bytes / 1024);
        app.host.progress(&Progress { stage: STAGE.to_owned(), done: kib(half * of + done), of: kib(2 * of) });
        !app.cancel.load(Ordering::SeqCst)
    };
    let mut file = tempfile::Builder::new().prefix(".tarazy-").tempfile_in(&place).doing(WRITING)?;
    let contents = vault.write_backup(file.as_file_mut(), &mut |done, of| go_on(0, done, of))?;
    file.as_file().sync_all().doing(WRITING)?;
    let tried = vault.try_backup(file.path(), &mut |done, of| go_on(1, done, of))?;
    if tried.contents != contents {
        return Err(Error::BackupDamaged);
    }
    let (name, made_at) = free_name(&vault, &place, contents.made_at)?;
    file.persist(place.join(&name)).map_err(|e| e.error).doing("naming a backup")?;
    // Nothing makes way for a name that a power cut could still take away.
    sync_folder(&place)?;
    let findings: Vec<String> = tried.report.findings.iter().map(|(code, _)| (*code).to_owned()).collect();
    let line = BackupLine { name, made_at, bytes: tried.bytes, verified: findings.is_empty() };
    // What is not whole stays beside those that are: it counts for nothing, and nothing makes way for it.
    let removed = if line.verified { hold(&vault, &place, &line, tried.sha256)? } else { 0 };
    if line.verified {
        // What was written since is not in it.
        vault.anchor_at(contents.entries)?;
    }
    app.changed(&["backups", "health"]);
    Ok(BackupMade { line, entries: contents.entries, files: contents.files(), removed, findings })
}

// Notes a backup that was tried out and found whole; only for such a one older ones make way, and only those that this register noted: another one, that
// was restored from a backup of it, may keep its own beside them. Returns how many did.
fn hold(vault: &Vault, place: &Path, made: &BackupLine, sha256: String) -> Result<u32> {
    let mut kept = Kept::of(vault)?;
    kept.whole.push(Whole { name: made.name.clone(), made_at: made.made_at, bytes: made.bytes, sha256 });
    kept.whole.drain(..kept.whole.len().saturating_sub(REMEMBERED));
    kept.keep(vault)?;
    let lying = kept.lying(place);
    let older = lying.iter().take(lying.len().saturating_sub(GENERATIONS));
    let removed: Vec<String> =
        older.map(|old| old.name.clone()).filter(|name| std::fs::remove_file(place.join(name)).is_ok()).collect();
    if !removed.is_empty() {
        sync_folder(place)?;
        kept.whole.retain(|known| !removed.contains(&known.name));
        kept.keep(vault)?;
    }
    Ok(small(removed.len()))
}

// The name tells when it was made. One that is taken, by a clock that was set back or by another register, is not taken over.
fn free_name(vault: &Vault, place: &Path, made_at: i64) -> Result<(String, i64)> {
    for at in made_at.. {
        let moment = chrono::DateTime::from_timestamp(at, 0).ok_or(Error::Inside("a moment that is none"))?;
        let name = format!("{}{}{END}", beginning(vault), moment.format(MOMENT));
        if !place.join(&name).exists() {
            return Ok((name, at));
        }
    }
    Err(Error::Inside("no name is free"))
}

pub(super) fn backup_cancel(app: &App, nothing: Nothing) -> Result<Nothing> {
    app.cancel.store(true, Ordering::SeqCst);
    Ok(nothing)
}

pub(super) fn backup_drill(app: &App, args: BackupDrill) -> Result<Drilled> {
    let _alone = app.copying.alone();
    let vault = app.vault()?;
    let kept = Kept::of(&vault)?;
    let place = kept.reached().ok_or(Error::BackupNowhere)?;
    let newest = lines(&place, &vault, &kept).into_iter().next().ok_or(Error::NotFound)?;
    let file = place.join(&newest.name);
    let key = typed_key(&args.typed, &shares_in(&file)?)?;
    app.cancel.store(false, Ordering::SeqCst);
    let mut go_on = |done: u64, of: u64| {
        app.host.progress(&Progress { stage: STAGE.to_owned(), done: seq_of(done / 1024), of: seq_of(of / 1024) });
        !app.cancel.load(Ordering::SeqCst)
    };
    let Tried { contents, report, .. } = try_out(&file, Opener::Recovery(&key), vault.folder(), &app.env, &mut go_on)?;
    if report.findings.is_empty() {
        Kept { drilled_at: Some(app.env.clock.now_seconds()), ..Kept::of(&vault)? }.keep(&vault)?;
    }
    app.changed(&["backups"]);
    Ok(Drilled {
        name: newest.name,
        entries: report.entries,
        rows: report.rows,
        files: contents.files(),
        findings: report.findings.iter().map(|(code, _)| (*code).to_owned()).collect(),
    })
}

pub(super) fn backup_restore(app: &App, args: BackupRestore) -> Result<VaultState> {
    if app.vault().is_ok() {
        return Err(Error::FolderTaken);
    }
    let new = if args.new.is_empty() { None } else { Some(strong(&args.new)?) };
    let file = app.host.pick_file().ok_or(Error::Cancelled)?;
    let chosen = app.host.pick_folder().ok_or(Error::Cancelled)?;
    // A folder that holds other things is left to them.
    let is_occupied = std::fs::read_dir(&chosen).is_ok_and(|mut entries| entries.next().is_some());
    let place = if is_occupied { chosen.join("tarazy") } else { chosen };
    app.cancel.store(false, Ordering::SeqCst);
    let mut go_on = |done: u64, of: u64| {
        app.host.progress(&Progress { stage: "restore".to_owned(), done: seq_of(done / 1024), of: seq_of(of / 1024) });
        !app.cancel.load(Ordering::SeqCst)
    };
    let passphrase = Passphrase::new(&args.passphrase);
    let restored = if args.typed.iter().any(|text| !text.trim().is_empty()) {
        // Whoever restores by the recovery key has forgotten the passphrase: without a new one the register could not be opened again by hand.
        if new.is_none() {
            return Err(Error::Invalid("new"));
        }
        let key = typed_key(&args.typed, &shares_in(&file)?)?;
        restore(&file, Opener::Recovery(&key), &place, &app.env, &mut go_on)?
    } else {
        restore(&file, &passphrase, &place, &app.env, &mut go_on)?
    };
    if let Some(new) = new {
        restored.vault.set_person(Kind::Passphrase, &new, app.kdf.cost()?)?;
    }
    *app.place.lock().map_err(|_| Error::Inside("the place was abandoned"))? = place;
    install(app, restored.vault)
}

#[cfg(test)]
mod tests;
