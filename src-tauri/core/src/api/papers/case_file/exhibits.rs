//! Exhibits of a case: numbered E1, E2, … in the order in which the paper first names them.

use super::around::Around;
use crate::error::Result;
use crate::model::fold::fold;
use crate::papers::model::Exhibit;
use crate::store::Vault;
use std::collections::BTreeMap;

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

/// Finds the exhibits of an order. The register knows them by the words in which its records refer to them; what a file was, when and how
/// it was taken and who held it is not on record.
pub(super) fn exhibits_of(_vault: &Vault, around: &Around) -> Result<Exhibits> {
    let mut known = BTreeMap::new();
    for reference in around.references()? {
        for named in names_in(&reference) {
            known.entry(fold(&named.name)).or_insert_with(|| called(&named.name));
        }
    }
    Ok(Exhibits { known, numbers: BTreeMap::new(), named: Vec::new() })
}

fn called(name: &str) -> Exhibit {
    Exhibit {
        number: String::new(),
        description: name.to_owned(),
        captured: String::new(),
        digest: String::new(),
        custody: Vec::new(),
    }
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
