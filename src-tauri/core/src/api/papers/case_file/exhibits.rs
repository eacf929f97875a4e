//! Exhibits of a case: numbered E1, E2, … in the order in which the paper first names them.

use super::around::Around;
use super::seen::{Shown, may};
use crate::api::exhibits::{ExhibitFacts, listed, picture, protected};
use crate::error::{Error, Result};
use crate::id::Id;
use crate::model::audience::Audience;
use crate::model::fold::fold;
use crate::model::time::Moment;
use crate::papers::case_file::{Act, Exhibit, When};
use crate::papers::is_photo;
use crate::store::Vault;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Photographs that a case file prints, and their bytes together.
const PICTURES_MAX: u32 = 40;
const PICTURE_BYTES_MAX: u64 = 64 << 20;

/// Words with which a part of a reference goes on naming the place within the exhibit before it.
const PLACES: [&str; 12] = ["p.", "pp.", "page", "с.", "стр", "лист", "л.", "абз", "бет", "§", "сек", "мин"];

/// Exhibits that are known by what people call them, and those that the paper has named so far.
pub(super) struct Exhibits {
    known: BTreeMap<String, Exhibit>,
    numbers: BTreeMap<String, usize>,
    named: Vec<Exhibit>,
}

/// An exhibit as a reference names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// What it is called.
    pub(super) name: String,
    /// The same with the place within it, as a page.
    pub(super) whole: String,
}

/// Finds the exhibits of an order: those whose files lie in the vault, with what is on record of each, and those that records only refer to in
/// words.
pub(super) fn exhibits_of(vault: &Vault, around: &Around, (order, audience): (&Id, Audience)) -> Result<Exhibits> {
    let mut known = BTreeMap::new();
    for facts in listed(vault, order)? {
        known.insert(fold(&facts.reference), recorded(&facts, audience));
    }
    for reference in around.references()? {
        for named in names_in(&reference) {
            known.entry(fold(&named.name)).or_insert_with(|| called(&named.name));
        }
    }
    Ok(Exhibits { known, numbers: BTreeMap::new(), named: Vec::new() })
}

/// Says what is on record of an exhibit, as far as the audience may see it.
fn recorded(facts: &ExhibitFacts, audience: Audience) -> Exhibit {
    let sees = |kind: &str, field: &str| may(audience, kind, field) == Shown::Whole;
    let shown = |field: &str, text: &str| if sees("exhibits", field) { text.to_owned() } else { String::new() };
    let when = |moment: Option<Moment>| moment.map(|moment| When { moment, only_month: false });
    let custody = facts.custody.iter().map(|event| {
        let seen = |field: &str, text: &str| if sees("custody_events", field) { text.to_owned() } else { String::new() };
        Act {
            at: when(event.at.filter(|_| sees("custody_events", "at"))),
            action: event.action.clone(),
            actor: seen("actor", &event.actor),
            reason: seen("reason", &event.reason),
        }
    });
    Exhibit {
        called: facts.reference.clone(),
        description: shown("description", &facts.description),
        captured: when(facts.captured.filter(|_| sees("exhibits", "captured"))),
        captured_by: shown("captured_by", &facts.captured_by),
        tool: format!("{} {}", facts.tool, facts.tool_version).trim().to_owned(),
        media: facts.mime.clone(),
        size: facts.size,
        digest: facts.sha256.clone(),
        custody: custody.collect(),
        ..Exhibit::default()
    }
}

fn called(name: &str) -> Exhibit {
    Exhibit { called: name.to_owned(), ..Exhibit::default() }
}

/// Photographs that these readers are given and that are not printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Left {
    /// There are too many.
    pub(super) too_many: u32,
    /// Their files are of a form that no paper can hold, or cannot be read.
    pub(super) unfit: u32,
}

/// Puts the photographs beside the exhibits, as far as these readers are given their files and nobody in them is to be protected: neither by the
/// exhibit itself, nor by the item that it shows, nor by another exhibit of the same file.
pub(super) fn with_pictures(vault: &Vault, (order, audience): (&Id, Audience), here: &mut [Exhibit]) -> Result<Left> {
    let all = listed(vault, order)?;
    let is_released = |facts: &ExhibitFacts| facts.released_to.iter().any(|code| code == audience.code());
    let mut kept = protected(vault, &all)?;
    kept.extend(all.iter().filter(|facts| !is_released(facts)).map(|facts| facts.sha256.clone()));
    let (mut taken, mut bytes, mut left) = (0, 0, Left::default());
    for facts in all.iter().filter(|facts| facts.mime == "image/jpeg" && facts.size.is_some() && !kept.contains(&facts.sha256)) {
        let Some(exhibit) = here.iter_mut().find(|exhibit| exhibit.called == facts.reference) else { continue };
        if taken == PICTURES_MAX || bytes + facts.size.unwrap_or(0) > PICTURE_BYTES_MAX {
            left.too_many += 1;
            continue;
        }
        let read = match picture(vault, facts) {
            // What is wrong with the file is told where files are verified; the case file needs its other pages.
            Err(Error::ExhibitMissing | Error::ExhibitAltered) => None,
            read => read?,
        };
        let Some(file) = read.filter(|file| is_photo(file)) else {
            left.unfit += 1;
            continue;
        };
        (taken, bytes) = (taken + 1, bytes + file.len() as u64);
        exhibit.picture = Some(Arc::new(file));
    }
    Ok(left)
}

impl Exhibits {
    /// Gives the numbers of the exhibits that a reference names; those that it names first get the next ones.
    pub(super) fn cite(&mut self, reference: &str) -> Vec<String> {
        names_in(reference).into_iter().map(|named| self.number(&named.name)).collect()
    }

    /// Gives the numbers with the words of the reference, as `E2 (notice, page 3)`; empty where it names nothing.
    pub(super) fn cite_in_words(&mut self, reference: &str) -> String {
        let words = names_in(reference).into_iter().map(|named| format!("{} ({})", self.number(&named.name), named.whole));
        words.collect::<Vec<_>>().join(", ")
    }

    /// Returns the exhibits that were named, then those that are known and were not.
    pub(super) fn into_list(mut self) -> Vec<Exhibit> {
        let unnamed: Vec<String> = self.known.keys().filter(|key| !self.numbers.contains_key(*key)).cloned().collect();
        for key in unnamed {
            self.number(&key);
        }
        self.named
    }

    fn number(&mut self, name: &str) -> String {
        let key = fold(name);
        let place = *self.numbers.entry(key.clone()).or_insert(self.named.len());
        let number = format!("E{}", place + 1);
        if place == self.named.len() {
            let exhibit = self.known.get(&key).cloned().unwrap_or_else(|| called(name));
            self.named.push(Exhibit { number: number.clone(), ..exhibit });
        }
        number
    }
}

/// Parts a reference into the exhibits that it names: by commas, but a page goes with the document before it.
pub(super) fn names_in(reference: &str) -> Vec<Named> {
    let mut names: Vec<Named> = Vec::new();
    for part in reference.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let low = part.to_lowercase();
        let goes_on = low.starts_with(|c: char| c.is_ascii_digit()) || PLACES.iter().any(|place| low.starts_with(place));
        match names.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.whole.push_str(", ");
                last.whole.push_str(part);
            }
            None => names.push(Named { name: part.to_owned(), whole: part.to_owned() }),
        }
    }
    names
}
