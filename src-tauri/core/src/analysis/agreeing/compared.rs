//! What two blind reviewers answered to the questions that decide verdicts, kept as small numbers. A pair of reviews that both are locked never
//! changes, so each is read once; which pairs count may change with every order.

use super::{RELIED_FROM, Scale, deciding, given_of};
use crate::error::Result;
use crate::id::Id;
use crate::model::rubric::Rubric;
use crate::stats::{Reading, alpha_of_two, reading};
use crate::store::Vault;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// An order item and one of its cycles.
type Key = (Id, u32);

/// No answer.
const NONE: u16 = u16::MAX;
/// Name under which it is kept in the vault.
const NAME: &str = "compared";
/// So many pairs that are new since it was kept make it worth keeping again.
const KEPT_AFTER: usize = 500;
const KEY_BYTES: usize = 20;

/// Pairs that were compared, for one version of the method.
#[derive(Debug, Default)]
pub struct Compared {
    head: Head,
    // For each deciding question, the places of both answers among its categories.
    pairs: HashMap<Key, Vec<[u16; 2]>>,
    kept: Option<usize>,
}

#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    version: String,
    // By deciding question.
    categories: Vec<Vec<String>>,
}

impl Compared {
    /// Returns the deciding questions on which the reviewers of these pairs agree too little, in the order of the rubric.
    pub fn below(&mut self, vault: &Vault, rubric: &Rubric, keys: &[Key]) -> Result<Vec<String>> {
        self.bring_up(vault, rubric, keys)?;
        let mut tables: Vec<Vec<Vec<u64>>> =
            self.head.categories.iter().map(|list| vec![vec![0; list.len()]; list.len()]).collect();
        for places in keys.iter().filter_map(|key| self.pairs.get(key)) {
            for (table, [first, second]) in tables.iter_mut().zip(places) {
                if let Some(cell) = table.get_mut(usize::from(*first)).and_then(|row| row.get_mut(usize::from(*second))) {
                    *cell += 1;
                }
            }
        }
        let is_below = |table: &Vec<Vec<u64>>| {
            let both: u64 = table.iter().flatten().sum();
            both >= RELIED_FROM as u64 && alpha_of_two(table).is_ok_and(|a| reading(a.alpha) == Reading::Below)
        };
        Ok(deciding(rubric).zip(&tables).filter(|(_, table)| is_below(table)).map(|(q, _)| q.code.clone()).collect())
    }

    fn bring_up(&mut self, vault: &Vault, rubric: &Rubric, keys: &[Key]) -> Result<()> {
        if self.head.version != rubric.version() {
            let kept = vault.derived(NAME)?.and_then(|(_, bytes)| Self::from_bytes(&bytes));
            *self = kept.filter(|kept| kept.head.version == rubric.version()).unwrap_or_else(|| Self {
                head: Head {
                    version: rubric.version().to_owned(),
                    categories: deciding(rubric).map(|q| Scale::of(rubric, q).categories).collect(),
                },
                ..Self::default()
            });
        }
        let missing: Vec<Key> = keys.iter().filter(|key| !self.pairs.contains_key(key)).copied().collect();
        if missing.is_empty() {
            return Ok(());
        }
        let mut scales: Vec<Scale<'_>> = deciding(rubric).map(|question| Scale::of(rubric, question)).collect();
        for (scale, known) in scales.iter_mut().zip(&self.head.categories) {
            scale.categories.clone_from(known);
        }
        // All or nothing: numbers of categories mean nothing without their names.
        let mut read: Vec<(Key, Vec<[u16; 2]>)> = Vec::new();
        vault.each_answered(&missing, &mut |answered| {
            let (first, second) = (given_of(answered.first)?, given_of(answered.second)?);
            let places = scales.iter_mut().map(|scale| {
                let code = &scale.question.code;
                scale
                    .places([first.get(code), second.get(code)])
                    .map(|place| place.and_then(|n| u16::try_from(n).ok()).unwrap_or(NONE))
            });
            read.push((answered.key, places.collect()));
            Ok(())
        })?;
        self.pairs.extend(read);
        // A cycle without both reviews has nothing to compare, and need not be looked for again.
        for key in missing {
            self.pairs.entry(key).or_insert_with(|| vec![[NONE; 2]; scales.len()]);
        }
        self.head.categories = scales.into_iter().map(|scale| scale.categories).collect();
        if self.pairs.len() >= self.kept.unwrap_or(0).saturating_add(KEPT_AFTER) {
            self.kept = Some(self.pairs.len());
            if let Some(bytes) = self.to_bytes() {
                vault.keep_derived(NAME, vault.edition()?, &bytes)?;
            }
        }
        Ok(())
    }

    fn to_bytes(&self) -> Option<Vec<u8>> {
        let mut bytes = serde_json::to_vec(&self.head).ok()?;
        bytes.push(0);
        let mut keys: Vec<&Key> = self.pairs.keys().collect();
        keys.sort_unstable();
        for key in keys {
            bytes.extend_from_slice(key.0.bytes());
            bytes.extend_from_slice(&key.1.to_be_bytes());
            bytes.extend(self.pairs.get(key)?.iter().flatten().flat_map(|place| place.to_be_bytes()));
        }
        Some(bytes)
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let end = bytes.iter().position(|byte| *byte == 0)?;
        let (head, rest) = bytes.split_at_checked(end)?;
        let head: Head = serde_json::from_slice(head).ok()?;
        let pair = |record: &[u8]| {
            let (key, places) = record.split_at_checked(KEY_BYTES)?;
            let (id, cycle) = key.split_at_checked(16)?;
            let places =
                places.as_chunks::<4>().0.iter().map(|[a, b, c, d]| [u16::from_be_bytes([*a, *b]), u16::from_be_bytes([*c, *d])]);
            Some(((Id::from_slice(id).ok()?, u32::from_be_bytes(cycle.try_into().ok()?)), places.collect()))
        };
        let records = rest.get(1..)?.chunks_exact(KEY_BYTES + 4 * head.categories.len());
        let pairs: HashMap<Key, Vec<[u16; 2]>> = records.map(pair).collect::<Option<_>>()?;
        let kept = Some(pairs.len());
        Some(Self { head, pairs, kept })
    }
}
