//! Proofs as texts that a ledger has only grown: that what an earlier checkpoint signed is still the beginning of what a later one signs. The form is
//! that in which C2SP asks a witness for its signature (tlog-witness, add-checkpoint): the earlier size, the hashes, the later checkpoint. A witness
//! takes it as it stands.

use crate::checkpoint::{Checkpoint, open};
use crate::error::Error;
use crate::proof::{number, read_hashes, write_hashes};
use crate::tree::verify_consistency;

/// Writes a proof: the size of the earlier checkpoint, the hashes of [`crate::consistency_proof`], and the later checkpoint, a signed note as it stands.
#[must_use]
pub fn write_consistency(old: u64, hashes: &[[u8; 32]], note: &str) -> String {
    format!("old {old}\n{}\n{note}", write_hashes(hashes))
}

/// Checks that the log of an earlier checkpoint has only grown since: the signatures of both checkpoints first, then the way from the earlier root to
/// the later. Returns the earlier checkpoint and the later one.
///
/// # Errors
/// [`Error::Proof`] for what is no such text, speaks of another size than the earlier checkpoint, or does not lead from root to root: then the log
/// was written anew. A checkpoint of no entries promises nothing and is refused too. [`Error::Checkpoint`] and [`Error::Signature`] as [`open`].
pub fn check_consistency(proof: &str, old: &str, public: &[u8; 32], origin: &str) -> Result<(Checkpoint, Checkpoint), Error> {
    let (head, note) = proof.split_once("\n\n").ok_or(Error::Proof)?;
    let (old, new) = (open(old, public, origin)?, open(note, public, origin)?);
    let mut lines = head.split('\n');
    let said = lines.next().and_then(|line| line.strip_prefix("old ")).ok_or(Error::Proof)?;
    let is_meant = number(said)? == old.size;
    let hashes = read_hashes(lines)?;
    if is_meant && verify_consistency((old.size, &old.root), (new.size, &new.root), &hashes) {
        Ok((old, new))
    } else {
        Err(Error::Proof)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checkpoint::{Signer, sign};
    use crate::tree::{consistency_proof, leaf_hash, root};
    use proptest::prelude::*;

    const ORIGIN: &str = "tarazy/0123456789abcdef";

    fn signer() -> Signer {
        Signer::from_seed([7; 32])
    }

    fn leaves(of: &str, count: usize) -> Vec<[u8; 32]> {
        (0..count).map(|n| leaf_hash(format!("{of} {n}").as_bytes())).collect()
    }

    fn note(leaves: &[[u8; 32]]) -> String {
        sign(&signer(), &Checkpoint { origin: ORIGIN.to_owned(), size: leaves.len() as u64, root: root(leaves) })
    }

    fn proof(leaves: &[[u8; 32]], old: usize) -> String {
        write_consistency(old as u64, &consistency_proof(leaves, old).unwrap(), &note(leaves))
    }

    fn check(proof: &str, old: &str) -> Result<(u64, u64), Error> {
        check_consistency(proof, old, &signer().public(), ORIGIN).map(|(old, new)| (old.size, new.size))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn a_log_that_grew_is_told_from_one_that_was_cut(sizes in (1usize..70, 1usize..70)) {
            let (old, new) = (sizes.0.min(sizes.1), sizes.0.max(sizes.1));
            let log = leaves("entry", new);
            prop_assert_eq!(check(&proof(&log, old), &note(&log[..old])), Ok((old as u64, new as u64)));
            // What was seen once is larger than what is there now: the same proof the other way round.
            if old != new {
                let hashes = consistency_proof(&log, old).unwrap();
                let cut = write_consistency(new as u64, &hashes, &note(&log[..old]));
                prop_assert_eq!(check(&cut, &note(&log)), Err(Error::Proof));
            }
        }

        // Whoever holds the key can sign another past. No proof of his leads to it from the one that was seen.
        #[test]
        fn a_forked_log_never_passes(sizes in (1usize..40, 1usize..40), at: prop::sample::Index, other in 1usize..40) {
            let (old, new) = (sizes.0.min(sizes.1), sizes.0.max(sizes.1));
            let seen = leaves("entry", new);
            let mut forked = seen.clone();
            forked[at.index(old)] = leaf_hash(b"written anew");
            let told = note(&seen[..old]);
            prop_assert_eq!(check(&proof(&forked, old), &told), Err(Error::Proof), "its own proof");
            // Hashes of the log that was seen, of another size, none.
            let seen_hashes = consistency_proof(&seen, old).unwrap();
            let others = consistency_proof(&forked, other.min(new)).unwrap();
            for hashes in [seen_hashes, others, Vec::new()] {
                prop_assert_eq!(check(&write_consistency(old as u64, &hashes, &note(&forked)), &told), Err(Error::Proof));
            }
        }

        #[test]
        fn no_letter_of_a_proof_can_be_changed(old in 1usize..12, at: prop::sample::Index, bit in 0u8..7) {
            let log = leaves("entry", 11);
            let old = old.min(11);
            let mut bytes = proof(&log, old).into_bytes();
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            if let Ok(changed) = String::from_utf8(bytes) {
                prop_assert!(check(&changed, &note(&log[..old])).is_err(), "{at}: {changed}");
            }
        }

        #[test]
        fn what_is_no_proof_is_refused(text in "(old [0-9]{1,20}\n)?([A-Za-z0-9+/]{43}=\n){0,3}\n?\\PC{0,60}") {
            prop_assert!(check(&text, &note(&leaves("entry", 3))).is_err());
        }
    }

    #[test]
    fn a_proof_has_the_form_that_witnesses_take() {
        let log = leaves("entry", 8);
        let proof = proof(&log, 6);
        let (head, later) = proof.split_once("\n\n").unwrap();
        let lines: Vec<&str> = head.split('\n').collect();
        assert_eq!(lines[0], "old 6");
        assert_eq!(lines[1..].iter().map(|line| line.len()).collect::<Vec<_>>(), [44, 44, 44]);
        assert_eq!(later, note(&log));
        let (same, nothing) = (write_consistency(8, &[], &note(&log)), write_consistency(0, &[], &note(&log)));
        assert!(same.starts_with(&format!("old 8\n\n{ORIGIN}\n8\n")));
        assert_eq!(check(&same, &note(&log)), Ok((8, 8)));
        assert_eq!(check(&nothing, &note(&[])), Err(Error::Proof), "an empty log promises nothing");
        for (written, otherwise) in [("old 6", "old 06"), ("old 6", "old +6"), ("old 6", "old 7"), ("old 6", "Old 6")] {
            assert_eq!(check(&proof.replacen(written, otherwise, 1), &note(&log[..6])), Err(Error::Proof), "{otherwise:?}");
        }
        let long = write_consistency(6, &[[0; 32]; 64], &note(&log));
        assert_eq!(check(&long, &note(&log[..6])), Err(Error::Proof), "higher than any tree");
    }

    #[test]
    fn both_checkpoints_are_of_the_same_log_and_key() {
        let log = leaves("entry", 5);
        let (proof, told) = (proof(&log, 3), note(&log[..3]));
        let other = Signer::from_seed([8; 32]);
        let signed = |origin: &str, signer: &Signer| {
            sign(signer, &Checkpoint { origin: origin.to_owned(), size: 3, root: root(&log[..3]) })
        };
        assert_eq!(check(&proof, &told), Ok((3, 5)));
        assert_eq!(check(&proof, &signed(ORIGIN, &other)), Err(Error::Signature));
        assert_eq!(check(&proof, &signed("tarazy/fedcba9876543210", &signer())), Err(Error::Signature));
        assert_eq!(check_consistency(&proof, &told, &other.public(), ORIGIN), Err(Error::Signature));
        assert_eq!(check(&proof, &told.replace("\n3\n", "\n4\n")), Err(Error::Signature));
        assert_eq!(check(&proof, ""), Err(Error::Checkpoint));
    }
}
