//! Walking a ledger from its first entry: places without gaps, each entry linked to the one before, each checkpoint signed over what
//! was walked.

use crate::checkpoint;
use crate::entry::Entry;
use crate::error::Error;
use crate::tree::{Frontier, leaf_hash};

/// What does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// The bytes are not an entry.
    Unreadable,
    /// Another place was due: entries are missing or out of order.
    Missing,
    /// The entry does not name the leaf hash of the one before.
    Broken,
    /// The entry belongs to another vault or device.
    Foreign,
    /// The checkpoint's signature does not hold.
    BadSignature,
    /// The checkpoint is signed over another size or root.
    WrongRoot,
}

impl Flaw {
    /// Returns the code of the flaw.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "entry_unreadable",
            Self::Missing => "entry_missing",
            Self::Broken => "entry_altered",
            Self::Foreign => "entry_foreign",
            Self::BadSignature => "checkpoint_altered",
            Self::WrongRoot => "checkpoint_disagrees",
        }
    }
}

/// Walks one ledger. It goes on after a flaw, so that one altered entry does not hide the next.
pub struct Walker {
    vault: [u8; 16],
    device: [u8; 16],
    public: [u8; 32],
    origin: String,
    last: [u8; 32],
    frontier: Frontier,
}

impl Walker {
    /// Starts before the first entry.
    #[must_use]
    pub fn new(vault: [u8; 16], device: [u8; 16], public: [u8; 32], origin: &str) -> Self {
        Self { vault, device, public, origin: origin.to_owned(), last: [0; 32], frontier: Frontier::new() }
    }

    /// Takes the next entry with the place under which it was kept.
    pub fn take(&mut self, kept_at: u64, bytes: &[u8]) -> Result<Entry, Flaw> {
        let (due, before) = (self.frontier.size(), self.last);
        self.last = leaf_hash(bytes);
        self.frontier.push(self.last);
        let entry = Entry::from_bytes(bytes).map_err(|_| Flaw::Unreadable)?;
        if kept_at != due || entry.seq != due {
            Err(Flaw::Missing)
        } else if entry.vault != self.vault || entry.device != self.device {
            Err(Flaw::Foreign)
        } else if entry.prev != before {
            Err(Flaw::Broken)
        } else {
            Ok(entry)
        }
    }

    /// Compares a checkpoint with what was walked so far.
    pub fn check(&self, note: &str) -> Result<(), Flaw> {
        match checkpoint::open(note, &self.public, &self.origin) {
            Ok(c) if c.size == self.size() && c.root == self.root() => Ok(()),
            Ok(_) => Err(Flaw::WrongRoot),
            Err(Error::Checkpoint | Error::Signature | Error::Encoding | Error::Entry | Error::Frontier) => Err(Flaw::BadSignature),
        }
    }

    /// Returns the number of entries walked.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// Returns the root over the entries walked.
    #[must_use]
    pub fn root(&self) -> [u8; 32] {
        self.frontier.root()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checkpoint::{Checkpoint, Signer, sign};
    use crate::encode::Value;
    use crate::entry::{FieldDigest, field_digest};

    fn ledger(n: u64) -> (Signer, Vec<(Vec<u8>, String)>) {
        let signer = Signer::from_seed([3; 32]);
        let (mut frontier, mut prev, mut out) = (Frontier::new(), [0; 32], Vec::new());
        for seq in 0..n {
            let digest = field_digest(&[5; 16], "number", &Value::Int(i64::try_from(seq).unwrap()));
            let entry = Entry {
                vault: [1; 16],
                device: [2; 16],
                seq,
                recorded_at: 1_700_000_000_000_000,
                kind: "order_recorded".to_owned(),
                object: [4; 16],
                fields: vec![FieldDigest { name: "number".to_owned(), digest }],
                rows_root: None,
                prev,
                app: "tarazy 0".to_owned(),
            };
            let bytes = entry.to_bytes();
            prev = leaf_hash(&bytes);
            frontier.push(prev);
            let note = sign(&signer, &Checkpoint { origin: "log".to_owned(), size: seq + 1, root: frontier.root() });
            out.push((bytes, note));
        }
        (signer, out)
    }

    fn flaws(signer: &Signer, entries: &[(u64, &[u8], &str)]) -> Vec<Flaw> {
        let mut walker = Walker::new([1; 16], [2; 16], signer.public(), "log");
        let mut found = Vec::new();
        for (seq, bytes, note) in entries {
            found.extend(walker.take(*seq, bytes).err());
            found.extend(walker.check(note).err());
        }
        found
    }

    fn listed(entries: &[(Vec<u8>, String)]) -> Vec<(u64, &[u8], &str)> {
        entries.iter().zip(0..).map(|((b, n), seq)| (seq, b.as_slice(), n.as_str())).collect()
    }

    #[test]
    fn a_sound_ledger_has_no_flaw() {
        let (signer, entries) = ledger(20);
        assert_eq!(flaws(&signer, &listed(&entries)), []);
    }

    #[test]
    fn every_flipped_byte_of_every_entry_is_seen() {
        let (signer, entries) = ledger(4);
        for which in 0..entries.len() {
            for at in 0..entries[which].0.len() {
                let mut altered = entries.clone();
                altered[which].0[at] ^= 1;
                assert_ne!(flaws(&signer, &listed(&altered)), [], "entry {which}, byte {at}");
            }
        }
    }

    #[test]
    fn a_dropped_a_swapped_and_a_foreign_entry_are_seen() {
        let (signer, entries) = ledger(6);
        let mut dropped = listed(&entries);
        dropped.remove(2);
        assert!(flaws(&signer, &dropped).contains(&Flaw::Missing));
        let mut swapped = listed(&entries);
        swapped.swap(1, 2);
        assert!(flaws(&signer, &swapped).contains(&Flaw::Missing));
        let mut walker = Walker::new([9; 16], [2; 16], signer.public(), "log");
        assert_eq!(walker.take(0, &entries[0].0), Err(Flaw::Foreign));
    }
}
