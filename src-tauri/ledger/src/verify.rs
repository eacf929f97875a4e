//! Walking a ledger from its first entry: places without gaps, each entry linked to the one before, each checkpoint signed over what
//! was walked.

use crate::checkpoint;
use crate::entry::Entry;
use crate::tree::{Frontier, leaf_hash};

/// What does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// The bytes are not an entry.
    Unreadable,
    /// Another place was due: entries are missing or out of order.
    Missing {
        /// The place that was due.
        due: u64,
        /// The place under which the entry was kept.
        found: u64,
    },
    /// The entry does not follow the one before: it names another place or another leaf hash. Either of the two was altered.
    Broken,
    /// The entry belongs to another vault or device.
    Foreign,
    /// The note is no checkpoint of this log, or its signature does not hold.
    BadSignature,
    /// The checkpoint is signed over another size or root than was walked.
    WrongRoot,
    /// The checkpoint's signature holds, but an earlier flaw leaves nothing to compare it with.
    Unsettled,
}

impl Flaw {
    /// Returns the code of the flaw.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "entry_unreadable",
            Self::Missing { .. } => "entry_missing",
            Self::Broken => "entry_altered",
            Self::Foreign => "entry_foreign",
            Self::BadSignature => "checkpoint_altered",
            Self::WrongRoot => "checkpoint_disagrees",
            Self::Unsettled => "checkpoint_unsettled",
        }
    }
}

/// Walks one ledger. It goes on after a flaw, so that one altered entry does not hide the next.
pub struct Walker {
    vault: [u8; 16],
    device: [u8; 16],
    public: [u8; 32],
    origin: String,
    due: u64,
    last: [u8; 32],
    frontier: Frontier,
    // Once the tree walked is known to differ from the tree signed, later roots say nothing new.
    is_parted: bool,
}

impl Walker {
    /// Starts before the first entry.
    #[must_use]
    pub fn new(vault: [u8; 16], device: [u8; 16], public: [u8; 32], origin: &str) -> Self {
        let (origin, frontier) = (origin.to_owned(), Frontier::new());
        Self { vault, device, public, origin, due: 0, last: [0; 32], frontier, is_parted: false }
    }

    /// Takes the next entry with the place under which it was kept.
    pub fn take(&mut self, kept_at: u64, bytes: &[u8]) -> Result<Entry, Flaw> {
        let (due, before) = (self.due, self.last);
        self.due = due.max(kept_at).saturating_add(1);
        self.last = leaf_hash(bytes);
        self.frontier.push(self.last);
        if kept_at != due {
            // The gap is told once; the entry behind it is judged against this one again.
            self.is_parted = true;
            return Err(Flaw::Missing { due, found: kept_at });
        }
        let entry = Entry::from_bytes(bytes).map_err(|_| Flaw::Unreadable)?;
        if entry.vault != self.vault || entry.device != self.device {
            Err(Flaw::Foreign)
        } else if entry.seq != due || entry.prev != before {
            Err(Flaw::Broken)
        } else {
            Ok(entry)
        }
    }

    /// Compares a checkpoint with what was walked so far. The first that disagrees shows where the ledger was altered.
    pub fn check(&mut self, note: &str) -> Result<(), Flaw> {
        let signed = checkpoint::open(note, &self.public, &self.origin).map_err(|_| Flaw::BadSignature)?;
        if self.is_parted {
            return Err(Flaw::Unsettled);
        }
        if signed.size == self.size() && signed.root == self.root() {
            return Ok(());
        }
        self.is_parted = true;
        Err(Flaw::WrongRoot)
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

    type Line<'l> = (u64, &'l [u8], &'l str);

    fn flaws_at(signer: &Signer, lines: &[Line<'_>]) -> Vec<(u64, Flaw)> {
        let mut walker = Walker::new([1; 16], [2; 16], signer.public(), "log");
        let mut found = Vec::new();
        for (seq, bytes, note) in lines {
            found.extend(walker.take(*seq, bytes).err().map(|flaw| (*seq, flaw)));
            found.extend(walker.check(note).err().map(|flaw| (*seq, flaw)));
        }
        found
    }

    fn flaws(signer: &Signer, lines: &[Line<'_>]) -> Vec<Flaw> {
        flaws_at(signer, lines).into_iter().map(|(_, flaw)| flaw).collect()
    }

    fn listed(entries: &[(Vec<u8>, String)]) -> Vec<Line<'_>> {
        entries.iter().zip(0..).map(|((b, n), seq)| (seq, b.as_slice(), n.as_str())).collect()
    }

    #[test]
    fn a_sound_ledger_has_no_flaw() {
        let (signer, entries) = ledger(20);
        assert_eq!(flaws(&signer, &listed(&entries)), []);
    }

    #[test]
    fn every_flipped_bit_of_every_entry_is_seen() {
        let (signer, entries) = ledger(4);
        for which in 0..entries.len() {
            for bit in 0..entries[which].0.len() * 8 {
                let mut altered = entries.clone();
                altered[which].0[bit / 8] ^= 1 << (bit % 8);
                assert_ne!(flaws(&signer, &listed(&altered)), [], "entry {which}, bit {bit}");
            }
        }
    }

    #[test]
    fn one_altered_entry_is_told_where_it_is_and_once() {
        let (signer, mut entries) = ledger(50);
        let mut entry = Entry::from_bytes(&entries[10].0).unwrap();
        entry.recorded_at += 1;
        entries[10].0 = entry.to_bytes();
        let found = flaws_at(&signer, &listed(&entries));
        let told: Vec<_> = found.iter().filter(|(_, flaw)| *flaw != Flaw::Unsettled).copied().collect();
        assert_eq!(told, [(10, Flaw::WrongRoot), (11, Flaw::Broken)]);
        assert_eq!(found.len(), 2 + 39, "and every later checkpoint is unsettled");
    }

    #[test]
    fn a_gap_is_told_once() {
        let (signer, entries) = ledger(9);
        let mut dropped = listed(&entries);
        dropped.drain(2..5);
        let mut expected = vec![Flaw::Missing { due: 2, found: 5 }];
        expected.extend([Flaw::Unsettled; 4]);
        assert_eq!(flaws(&signer, &dropped), expected);
    }

    #[test]
    fn entries_out_of_order_are_seen() {
        let (signer, entries) = ledger(6);
        let mut swapped = listed(&entries);
        swapped.swap(1, 2);
        assert!(flaws(&signer, &swapped).contains(&Flaw::Missing { due: 1, found: 2 }));
        let mut repeated = listed(&entries);
        repeated.insert(3, repeated[2]);
        assert!(flaws(&signer, &repeated).contains(&Flaw::Missing { due: 3, found: 2 }));
        // Kept under a new place, the bytes still say the old one.
        let mut renamed = listed(&entries);
        renamed.remove(2);
        renamed.iter_mut().zip(0..).for_each(|(line, at)| line.0 = at);
        assert!(flaws(&signer, &renamed).contains(&Flaw::Broken));
    }

    #[test]
    fn what_another_wrote_or_signed_is_seen() {
        let (signer, entries) = ledger(3);
        for (vault, device) in [([9; 16], [2; 16]), ([1; 16], [9; 16])] {
            let mut walker = Walker::new(vault, device, signer.public(), "log");
            assert_eq!(walker.take(0, &entries[0].0), Err(Flaw::Foreign));
        }
        let mut walker = Walker::new([1; 16], [2; 16], Signer::from_seed([4; 32]).public(), "log");
        assert!(walker.take(0, &entries[0].0).is_ok());
        assert_eq!(walker.check(&entries[0].1), Err(Flaw::BadSignature));
        let mut walker = Walker::new([1; 16], [2; 16], signer.public(), "log");
        assert_eq!(walker.take(0, b"x"), Err(Flaw::Unreadable));
    }

    #[test]
    fn a_sound_checkpoint_at_the_wrong_place_is_seen() {
        let (signer, entries) = ledger(3);
        let mut moved = listed(&entries);
        moved[2].2 = moved[1].2;
        assert_eq!(flaws(&signer, &moved), [Flaw::WrongRoot]);
    }

    // Only the holder of the key could write these: the statements must agree with each other all the same.
    #[test]
    fn a_place_or_size_that_is_not_true_is_seen_though_all_is_linked_and_signed() {
        let (signer, entries) = ledger(2);
        let mut walker = Walker::new([1; 16], [2; 16], signer.public(), "log");
        let first = walker.take(0, &entries[0].0).unwrap();
        let again = Entry { prev: leaf_hash(&entries[0].0), ..first };
        assert_eq!(walker.take(1, &again.to_bytes()), Err(Flaw::Broken));
        let larger = Checkpoint { origin: "log".to_owned(), size: 3, root: walker.root() };
        assert_eq!(walker.check(&sign(&signer, &larger)), Err(Flaw::WrongRoot));
    }

    #[test]
    fn every_code_is_its_own() {
        let all = [
            Flaw::Unreadable,
            Flaw::Missing { due: 0, found: 1 },
            Flaw::Broken,
            Flaw::Foreign,
            Flaw::BadSignature,
            Flaw::WrongRoot,
            Flaw::Unsettled,
        ];
        let codes: std::collections::BTreeSet<&str> = all.iter().map(|f| f.code()).collect();
        assert_eq!(codes.len(), all.len());
    }
}
