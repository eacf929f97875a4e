//! The last look at a paper before it is saved: does it hold a value that its readers may not see?

use super::super::wire::PaperLeak;
use super::Asked;
use crate::error::{Error, Result};
use crate::id::Id;
use crate::model::audience::Audience;
use crate::model::kept::whole;
use crate::model::kinds::Kind;
use crate::model::leaks::{Found, Machine, Ordinary, Paper, Source};
use crate::model::redaction::{Care, Searched, Shown, searched, shows, shows_of};
use crate::model::words;
use crate::papers::Document;
use crate::papers::inside::inside;
use crate::store::{SealedColumn, SealedValue, Vault};
use crate::texts;
use std::sync::LazyLock;
use std::sync::mpsc::{TrySendError, sync_channel};
use zeroize::Zeroizing;

/// Letters that a reason to let something stand has at least.
const REASON_MIN: usize = 10;
/// Hits that are told: who sees these knows enough.
const TOLD_MAX: usize = 200;

/// Bytes of values that are handed over together, and how often that may wait.
const BATCH_BYTES: usize = 64 * 1024;
const BATCHES_WAITING: usize = 8;

/// What the search found.
#[derive(Default)]
pub(super) struct Leaks {
    /// What is told, at most [`TOLD_MAX`].
    pub told: Vec<PaperLeak>,
    /// How many values were found.
    pub count: usize,
    /// How many of them tell who a child is.
    pub children: usize,
}

/// Fields of bodies, laws and published figures: what everybody may read says nothing of anybody.
const INSTITUTIONS: [(&str, &str); 17] = [
    ("authorities", "name_kk"),
    ("authorities", "name_ru"),
    ("authorities", "name_en"),
    ("authority_aliases", "alias"),
    ("platforms", "name_kk"),
    ("platforms", "name_ru"),
    ("platforms", "name_en"),
    ("platforms", "domains"),
    ("provisions", "act"),
    ("provisions", "name_kk"),
    ("provisions", "name_ru"),
    ("provisions", "name_en"),
    ("provision_versions", "text_kk"),
    ("provision_versions", "text_ru"),
    ("provision_versions", "note_en"),
    ("official_figures", "publisher"),
    ("coverage_periods", "sources_watched"),
];

/// The words of the three languages and of our own texts: the same for every register.
static OWN: LazyLock<Ordinary> = LazyLock::new(|| {
    let mut own = Ordinary::default();
    for lang in ["kk", "ru", "en"] {
        own.take_words(words::list(lang).into_iter());
    }
    texts::every_text().for_each(|text| own.take_text(text));
    own
});

/// Searches the words of a paper and the bytes of its file for every sealed value of the register, and for the names of this machine.
pub(super) fn found(asked: &Asked, document: &Document, bytes: &[u8], format: &str) -> Result<Leaks> {
    search(asked.vault, asked.audience, document, &[(bytes, format)])
}

/// Refuses a paper with something that its readers may not see, unless a reason lets it stand; what tells the press or the public who a child is
/// stands for no reason.
pub(super) fn refuse(leaks: &Leaks, audience: Audience, reason: &str) -> Result<()> {
    if leaks.count == 0 {
        return Ok(());
    }
    if leaks.children > 0 && matches!(audience, Audience::Press | Audience::Public) {
        return Err(Error::PaperTellsChild { count: leaks.children });
    }
    match reason.chars().filter(|letter| letter.is_alphabetic()).count() {
        0 => Err(Error::PaperLeaks { count: leaks.count }),
        letters if letters < REASON_MIN => Err(Error::Invalid("leaks_reason")),
        _ => Ok(()),
    }
}

fn search(vault: &Vault, audience: Audience, document: &Document, files: &[(&[u8], &str)]) -> Result<Leaks> {
    let mut said: Vec<(Source, String)> = document.everything().into_iter().map(|words| (Source::Words, words)).collect();
    for (bytes, format) in files {
        let inside = inside(bytes, format)?;
        said.extend(inside.said.into_iter().map(|words| (Source::File, words)));
        said.extend(inside.letters.into_iter().map(|words| (Source::Bytes, words)));
    }
    let paper = Paper::new(said.iter().map(|(source, words)| (*source, words.as_str())), ordinary(vault)?);
    let columns = columns(audience);
    let places: Vec<SealedColumn> = columns.iter().map(|column| column.0).collect();
    // One reads and decrypts while the other looks, and looks too where the other cannot keep up.
    let mut found = std::thread::scope(|scope| {
        let (give, take) = sync_channel::<Batch>(BATCHES_WAITING);
        let looking = scope.spawn(|| take.into_iter().map(|batch| look(&paper, &batch)).collect::<Vec<Looked>>());
        let (mut batch, mut own) = (Batch::default(), Vec::new());
        let mut hand_over = |full: &mut Batch| {
            let next = Batch { number: full.number + 1, ..Batch::default() };
            // Whoever takes none any more has failed, and says so below.
            if let Err(TrySendError::Full(batch) | TrySendError::Disconnected(batch)) =
                give.try_send(std::mem::replace(full, next))
            {
                own.push(look(&paper, &batch));
            }
        };
        let read = vault.each_sealed(&places, &mut |value| {
            let Some((column, searched)) = columns.get(value.place) else { return };
            let care = if value.is_sensitive { Care::Sensitive } else { Care::Usual };
            if shows_of(audience, column.kind.name, column.field, care) == Shown::Whole {
                return;
            }
            if batch.text.len() + value.text.len() > BATCH_BYTES {
                hand_over(&mut batch);
            }
            batch.add(&value, *searched);
        });
        hand_over(&mut batch);
        drop(give);
        let theirs = looking.join().map_err(|_| Error::Inside("searching a paper"));
        read.and(theirs).map(|theirs| own.into_iter().chain(theirs).collect::<Vec<Looked>>())
    })?;
    // In the order of the register, whoever found it.
    found.sort_by_key(|looked| looked.number);
    let mut leaks = Leaks {
        count: found.iter().map(|looked| looked.count).sum(),
        children: found.iter().map(|looked| looked.children).sum(),
        ..Leaks::default()
    };
    let hits = found.into_iter().flat_map(|looked| looked.hits).take(TOLD_MAX);
    for Hit { place, id, found } in hits {
        let Some((SealedColumn { kind, field }, _)) = columns.get(place) else { continue };
        let label = vault.label_of(kind, &id)?;
        leaks.told.push(told(kind.name, field, label, found));
    }
    for (what, found) in paper.find_machine(&machine(vault)) {
        leaks.count += 1;
        leaks.told.push(told("machine", what, String::new(), found));
    }
    Ok(leaks)
}

/// Values that wait to be looked for, their texts in one.
#[derive(Default)]
struct Batch {
    number: usize,
    text: Zeroizing<String>,
    values: Vec<Waiting>,
}

struct Waiting {
    place: usize,
    id: Id,
    searched: Searched,
    is_child: bool,
    /// Where its text ends: it begins where the one before ends.
    end: usize,
}

impl Batch {
    fn add(&mut self, value: &SealedValue<'_>, searched: Searched) {
        // Room for all of it at once: what grows leaves copies behind that nobody wipes.
        if self.text.capacity() == 0 {
            self.text.reserve_exact(BATCH_BYTES.max(value.text.len()));
        }
        self.text.push_str(value.text);
        let (place, id, is_child) = (value.place, value.id, value.is_child);
        self.values.push(Waiting { place, id, searched, is_child, end: self.text.len() });
    }
}

/// What was found of a batch.
struct Looked {
    number: usize,
    count: usize,
    children: usize,
    /// The first of them, at most [`TOLD_MAX`].
    hits: Vec<Hit>,
}

/// A value that was found, by the place of its column.
struct Hit {
    place: usize,
    id: Id,
    found: Found,
}

fn look(paper: &Paper, batch: &Batch) -> Looked {
    let mut looked = Looked { number: batch.number, count: 0, children: 0, hits: Vec::new() };
    let mut from = 0;
    for Waiting { place, id, searched, is_child, end } in &batch.values {
        let value = batch.text.get(from..*end).unwrap_or_default();
        from = *end;
        if let Some(found) = paper.find(value, *searched) {
            looked.count += 1;
            looked.children += usize::from(*is_child);
            if looked.hits.len() < TOLD_MAX {
                looked.hits.push(Hit { place: *place, id: *id, found });
            }
        }
    }
    looked
}

fn told(kind: &str, field: &str, label: String, found: Found) -> PaperLeak {
    PaperLeak { kind: kind.to_owned(), field: field.to_owned(), label, shown: found.shown, how: found.how.code().to_owned() }
}

// The fields that an audience may not see whole, in any record or in a sensitive one, and how each is looked for.
fn columns(audience: Audience) -> Vec<(SealedColumn, Searched)> {
    let of = |kind: &'static Kind| {
        kind.fields.iter().filter_map(move |field| {
            let is_whole = shows_of(audience, kind.name, field.name, Care::Sensitive) == Shown::Whole
                && shows(audience, kind.name, field.name) == Shown::Whole;
            let searched = searched(kind.name, field.name).filter(|_| !is_whole)?;
            Some((SealedColumn { kind, field: field.name }, searched))
        })
    };
    whole().flat_map(of).collect()
}

fn ordinary(vault: &Vault) -> Result<Ordinary> {
    let mut ordinary = Ordinary::above(&OWN);
    let columns: Vec<SealedColumn> =
        INSTITUTIONS.iter().filter_map(|(kind, field)| Some(SealedColumn { kind: Kind::named(kind)?, field })).collect();
    vault.each_sealed(&columns, &mut |value| ordinary.take_text(value.text))?;
    ordinary.take_text(&vault.setting("organisation")?);
    Ok(ordinary)
}

fn machine(vault: &Vault) -> Machine {
    let own = &vault.env().machine;
    let folder = vault.folder().to_string_lossy().into_owned();
    Machine { user: own.user.clone(), host: own.host.clone(), folders: vec![own.home.clone(), folder] }
}

#[cfg(test)]
mod tests;
