//! Exhibits: files taken in, listed with their custody, saved as copies, verified. Nothing here looks into a file.

use super::orders::wire_time;
use super::papers::refuse_inside;
use super::records::held_of;
use super::wire::{
    ById, CustodyView, ExhibitAdd, ExhibitSave, ExhibitSaved, ExhibitVerified, ExhibitView, Exhibits, Nothing, Progress, Saved,
};
use super::{App, file_name, parse_id, seq_of};
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::model::kinds::{EXHIBITS, Fields, Hand, ITEMS};
use crate::model::mime::{HEAD_BYTES, ending, media_type};
use crate::model::time::Moment;
use crate::store::{Custody, Exhibit, Found, Vault, fault};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::Path;
use std::sync::atomic::Ordering;

/// Bytes of a file at the most.
const FILE_LARGEST: u64 = 2 * 1024 * 1024 * 1024;
/// Bytes of a picture that is put into a paper.
const PICTURE_LARGEST: u64 = 64 * 1024 * 1024 - 1;
/// Bytes between two reports of how far the work is.
const PULSE_BYTES: u64 = 4 * 1024 * 1024;
const CHANGED: [&str; 3] = ["records", "orders", "ledger"];

/// An exhibit as papers tell of it: facts without words. What is sealed is here too; who may read it is the paper's to say.
#[derive(Debug, Clone)]
pub struct ExhibitFacts {
    /// Its identifier.
    pub id: Id,
    /// Its reference, as EX-2026-0001.
    pub reference: String,
    /// Code of its kind.
    pub kind: String,
    /// What it is.
    pub description: String,
    /// The item that it shows, where it shows one.
    pub item: Option<Id>,
    /// When it was captured, as precisely as it is known.
    pub captured: Option<Moment>,
    /// Who captured it. Sealed.
    pub captured_by: String,
    /// What it was captured with.
    pub tool: String,
    /// Version of that.
    pub tool_version: String,
    /// Where it was captured. Sealed.
    pub source_url: String,
    /// self, received, public_register, unknown.
    pub acquisition: String,
    /// SHA-256 of its file, hexadecimal; empty where it has none.
    pub sha256: String,
    /// Bytes of its file.
    pub size: Option<u64>,
    /// Media type of its file.
    pub mime: String,
    /// original, working, redacted, unknown.
    pub copy_type: String,
    /// normal, child_identifiable, intimate, graphic.
    pub sensitivity: String,
    /// Codes of the audiences that may be given its file; empty: none may.
    pub released_to: Vec<String>,
    /// What was done with it, oldest first. Who did it is sealed.
    pub custody: Vec<Custody>,
}

/// Lists the exhibits of an order, of its items and of the applications that led to it, oldest first.
///
/// # Errors
/// Those of the database.
pub fn listed(vault: &Vault, order: &Id) -> Result<Vec<ExhibitFacts>> {
    Ok(vault.exhibits_of(order)?.into_iter().map(facts).collect())
}

/// Returns the digests of the files in which somebody is to be protected: by what is said of an exhibit, or of the item that it shows. The same file
/// under another name is protected with it.
///
/// # Errors
/// Those of the database.
pub fn protected(vault: &Vault, exhibits: &[ExhibitFacts]) -> Result<BTreeSet<String>> {
    let mut files = BTreeSet::new();
    for exhibit in exhibits {
        let is_item_hard = match exhibit.item {
            Some(item) => {
                let fields = vault.record(&ITEMS, &item)?.fields;
                fields.contains_key("sensitivity") || fields.contains_key("stub")
            }
            None => false,
        };
        if is_item_hard || exhibit.sensitivity != "normal" {
            files.insert(exhibit.sha256.clone());
        }
    }
    Ok(files)
}

/// Returns the file of an exhibit where it is a JPEG picture of fewer than 64 MiB; nothing where it is anything else.
///
/// # Errors
/// [`Error::ExhibitMissing`] and [`Error::ExhibitAltered`]; those of the disk.
pub fn picture(vault: &Vault, exhibit: &ExhibitFacts) -> Result<Option<Vec<u8>>> {
    if exhibit.mime == "image/jpeg" { vault.blob_bytes(&exhibit.id, PICTURE_LARGEST) } else { Ok(None) }
}

fn facts(exhibit: Exhibit) -> ExhibitFacts {
    let text = |field: &str| exhibit.text(field).to_owned();
    let coded = |field: &str, unset: &str| if exhibit.text(field).is_empty() { unset.to_owned() } else { text(field) };
    ExhibitFacts {
        id: exhibit.record.id,
        reference: text("reference"),
        kind: coded("kind", "other"),
        description: text("description"),
        item: exhibit.record.link("item"),
        captured: exhibit.moment("captured"),
        captured_by: text("captured_by"),
        tool: text("tool"),
        tool_version: text("tool_version"),
        source_url: text("source_url"),
        acquisition: coded("acquisition", "unknown"),
        sha256: text("sha256"),
        size: exhibit.size(),
        mime: text("mime"),
        copy_type: coded("copy_type", "unknown"),
        sensitivity: coded("sensitivity", "normal"),
        released_to: exhibit.codes("released_to"),
        custody: exhibit.custody,
    }
}

/// Says how far a file is, and stops when somebody cancels.
struct Pulse<'a> {
    app: &'a App,
    of: u64,
    told: Option<u64>,
}

impl<'a> Pulse<'a> {
    fn new(app: &'a App, of: u64) -> Self {
        app.cancel.store(false, Ordering::SeqCst);
        Self { app, of, told: None }
    }

    fn beat(&mut self, done: u64) -> bool {
        if self.told.is_none_or(|told| done >= told + PULSE_BYTES || done == self.of) {
            self.told = Some(done);
            let kib = |bytes: u64| seq_of(bytes.div_ceil(1024));
            self.app.host.progress(&Progress { stage: "exhibit".to_owned(), done: kib(done), of: kib(self.of) });
        }
        !self.app.cancel.load(Ordering::SeqCst)
    }
}

pub(super) fn exhibit_add(app: &App, args: ExhibitAdd) -> Result<Saved> {
    let vault = app.vault()?;
    let mut fields = Fields::new();
    for (name, value) in &args.fields {
        let field = EXHIBITS.field(name).filter(|f| f.hand == Hand::Person).ok_or(Error::Invalid("field"))?;
        let held = held_of(&vault, field, value.as_ref())?;
        if !held.is_nothing() {
            fields.insert(field.name, held);
        }
    }
    // Whatever would be refused is refused before a file is picked and read.
    vault.try_exhibit(&fields)?;
    let path = app.host.pick_file().ok_or(Error::Cancelled)?;
    let (file, size, media) = opened(&path)?;
    let mut pulse = Pulse::new(app, size);
    let stored = vault.take_in(file, size, &mut |done| pulse.beat(done))?;
    let (id, reference, seq) = vault.add_exhibit(fields, &stored, media, args.reason.trim())?;
    app.changed(&CHANGED);
    Ok(Saved { id: id.to_string(), reference, seq: seq_of(seq) })
}

fn opened(path: &Path) -> Result<(File, u64, &'static str)> {
    let mut file = File::open(path).map_err(|_| Error::SourceUnread)?;
    let about = file.metadata().map_err(|_| Error::SourceUnread)?;
    if !about.is_file() {
        return Err(Error::SourceUnread);
    }
    if about.len() > FILE_LARGEST {
        return Err(Error::ExhibitTooLarge { limit: FILE_LARGEST });
    }
    let mut head = Vec::with_capacity(HEAD_BYTES);
    (&file).take(HEAD_BYTES as u64).read_to_end(&mut head).map_err(|_| Error::SourceUnread)?;
    file.rewind().map_err(|_| Error::SourceUnread)?;
    let name = file_name(path);
    Ok((file, about.len(), media_type(&name, &head)))
}

pub(super) fn exhibit_cancel(app: &App, _: Nothing) -> Result<Nothing> {
    app.cancel.store(true, Ordering::SeqCst);
    Ok(Nothing {})
}

pub(super) fn exhibit_save(app: &App, args: ExhibitSave) -> Result<ExhibitSaved> {
    let vault = app.vault()?;
    let id = vault.find_record(&EXHIBITS, &args.id)?;
    let reason = args.reason.trim();
    if reason.is_empty() {
        return Err(Error::Invalid("reason"));
    }
    let exhibit = vault.exhibit(&id)?;
    // Told before anybody chooses a place.
    let mut blob = vault.blob(&id)?;
    let (reference, sha256) = (exhibit.text("reference").to_owned(), exhibit.text("sha256").to_owned());
    let proposed = format!("{reference}.{}", ending(exhibit.text("mime")));
    let path = app.host.pick_save(&proposed).ok_or(Error::Cancelled)?;
    refuse_inside(vault.folder(), &path)?;
    let mut copy = super::unfinished::Unfinished::beside(&path)?;
    let mut pulse = Pulse::new(app, exhibit.size().unwrap_or_default());
    copied(&mut blob, copy.file(), &mut pulse)?;
    copy.flush()?;
    // Custody first: an entry about a copy that was not made in the end harms nobody, a copy of which no entry tells does.
    let done = Custody { reason: reason.to_owned(), sha_before: sha256.clone(), sha_after: sha256.clone(), ..Custody::default() };
    let seq = vault.handle_exhibit(&id, "export", done)?;
    copy.name(&path)?;
    app.changed(&CHANGED);
    let name = file_name(&path);
    Ok(ExhibitSaved { reference, name, sha256, seq: seq_of(seq) })
}

// A file that turns out not to be the one on record leaves nothing behind: what was written of it goes with its temporary name.
fn copied(from: &mut impl Read, to: &mut File, pulse: &mut Pulse<'_>) -> Result<()> {
    let (mut piece, mut done) = (vec![0u8; 64 * 1024], 0u64);
    loop {
        if !pulse.beat(done) {
            return Err(Error::Cancelled);
        }
        let got = from.read(&mut piece).map_err(fault)?;
        if got == 0 {
            return Ok(());
        }
        to.write_all(piece.get(..got).unwrap_or_default()).doing("saving an exhibit")?;
        done += got as u64;
    }
}

pub(super) fn exhibit_verify(app: &App, args: ById) -> Result<ExhibitVerified> {
    let vault = app.vault()?;
    let id = vault.find_record(&EXHIBITS, &args.id)?;
    let exhibit = vault.exhibit(&id)?;
    let found = vault.look_at_exhibit(&id)?;
    let sha256 = exhibit.text("sha256").to_owned();
    // Where the file is not the one on record nothing is said of its digest: custody shows that there was one before and none after.
    let sha_after = if found == Found::Good { sha256.clone() } else { String::new() };
    let seq = vault.handle_exhibit(&id, "verify", Custody { sha_before: sha256.clone(), sha_after, ..Custody::default() })?;
    app.changed(&CHANGED);
    let state = match found {
        Found::Good => "good",
        Found::Missing => "missing",
        Found::Altered => "altered",
    };
    Ok(ExhibitVerified { reference: exhibit.text("reference").to_owned(), state: state.to_owned(), sha256, seq: seq_of(seq) })
}

pub(super) fn exhibits_of(app: &App, args: ById) -> Result<Exhibits> {
    let rows = listed(&*app.vault()?, &parse_id(&args.id)?)?;
    Ok(Exhibits { rows: rows.iter().map(view).collect() })
}

fn view(exhibit: &ExhibitFacts) -> ExhibitView {
    let time = |moment: Option<Moment>| wire_time(&moment.unwrap_or_else(Moment::unknown));
    let custody = exhibit.custody.iter().map(|done| CustodyView {
        action: done.action.clone(),
        at: time(done.at),
        actor: done.actor.clone(),
        reason: done.reason.clone(),
        failed: !done.sha_before.is_empty() && done.sha_after.is_empty(),
    });
    ExhibitView {
        id: exhibit.id.to_string(),
        reference: exhibit.reference.clone(),
        kind: exhibit.kind.clone(),
        description: exhibit.description.clone(),
        sha256: exhibit.sha256.clone(),
        size: exhibit.size.and_then(|size| i64::try_from(size).ok()).unwrap_or_default(),
        mime: exhibit.mime.clone(),
        copy_type: exhibit.copy_type.clone(),
        captured: time(exhibit.captured),
        sensitivity: exhibit.sensitivity.clone(),
        released_to: exhibit.released_to.clone(),
        custody: custody.collect(),
    }
}

#[cfg(test)]
mod tests;
