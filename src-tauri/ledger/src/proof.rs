//! Proofs as texts in the form of C2SP (tlog-proof): the place of an entry, the hashes beside its path, and the checkpoint that they
//! lead to. Other tools read them too.

use crate::checkpoint::{Checkpoint, open};
use crate::error::Error;
use crate::tree::{leaf_hash, verify_inclusion};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

const HEAD: &str = "c2sp.org/tlog-proof@v1\n";
/// A tree of 2^63 leaves is no higher.
const HASHES_MAX: usize = 63;

/// Writes a proof; the checkpoint is a signed note as it stands.
#[must_use]
pub fn write_proof(place: u64, hashes: &[[u8; 32]], note: &str) -> String {
    format!("{HEAD}index {place}\n{}\n{note}", write_hashes(hashes))
}

/// Writes hashes, each on a line of its own.
pub(crate) fn write_hashes(hashes: &[[u8; 32]]) -> String {
    hashes.iter().map(|hash| format!("{}\n", STANDARD.encode(hash))).collect()
}

/// Reads hashes from lines, no more of them than a proof can have.
pub(crate) fn read_hashes<'t>(lines: impl Iterator<Item = &'t str>) -> Result<Vec<[u8; 32]>, Error> {
    let hash = |line: &str| STANDARD.decode(line).ok().and_then(|hash| <[u8; 32]>::try_from(hash).ok()).ok_or(Error::Proof);
    lines.take(HASHES_MAX + 1).map(hash).collect()
}

/// Reads a number that is written as it must be: decimal, without sign or leading zeros.
pub(crate) fn number(typed: &str) -> Result<u64, Error> {
    typed.parse().ok().filter(|number: &u64| number.to_string() == typed).ok_or(Error::Proof)
}

/// Checks that an entry stands in the log: the signature of the checkpoint first, then the way from the entry to its root. Returns the
/// place of the entry and the checkpoint.
///
/// # Errors
/// [`Error::Proof`] for what is no such text or does not lead to the root, [`Error::Checkpoint`] and [`Error::Signature`] as [`open`].
pub fn check_proof(proof: &str, entry: &[u8], public: &[u8; 32], origin: &str) -> Result<(u64, Checkpoint), Error> {
    let rest = proof.strip_prefix(HEAD).ok_or(Error::Proof)?;
    let (head, note) = rest.split_once("\n\n").ok_or(Error::Proof)?;
    let checkpoint = open(note, public, origin)?;
    let mut lines = head.split('\n');
    let typed = lines.next().and_then(|line| line.strip_prefix("index ")).ok_or(Error::Proof)?;
    let place = number(typed)?;
    let hashes = read_hashes(lines)?;
    if verify_inclusion(&leaf_hash(entry), place, checkpoint.size, &hashes, &checkpoint.root) {
        Ok((place, checkpoint))
    } else {
        Err(Error::Proof)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checkpoint::{Signer, sign};
    use crate::tree::Tree;
    use proptest::prelude::*;

    const ORIGIN: &str = "tarazy/0123456789abcdef";

    fn log(size: usize) -> (Vec<Vec<u8>>, Tree, String, [u8; 32]) {
        let entries: Vec<Vec<u8>> = (0..size).map(|n| n.to_string().into_bytes()).collect();
        let tree = Tree::of(entries.iter().map(|entry| leaf_hash(entry)).collect());
        let signer = Signer::from_seed([7; 32]);
        let checkpoint = Checkpoint { origin: ORIGIN.to_owned(), size: size as u64, root: tree.root() };
        let note = sign(&signer, &checkpoint);
        (entries, tree, note, signer.public())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn a_proof_holds_for_its_entry_alone(size in 1usize..40, place in 0usize..40, other in 0usize..40) {
            let (place, other) = (place % size, other % size);
            let (entries, tree, note, public) = log(size);
            let proof = write_proof(place as u64, &tree.inclusion_proof(place).unwrap(), &note);
            let (found, checkpoint) = check_proof(&proof, &entries[place], &public, ORIGIN).unwrap();
            prop_assert_eq!((found, checkpoint.size), (place as u64, size as u64));
            if other != place {
                prop_assert!(check_proof(&proof, &entries[other], &public, ORIGIN).is_err());
            }
        }

        #[test]
        fn no_letter_of_a_proof_can_be_changed(place in 0usize..11, at in 0usize..1_000, bit in 0u8..7) {
            let (entries, tree, note, public) = log(11);
            let proof = write_proof(place as u64, &tree.inclusion_proof(place).unwrap(), &note);
            let mut bytes = proof.into_bytes();
            let at = at % bytes.len();
            bytes[at] ^= 1 << bit;
            if let Ok(changed) = String::from_utf8(bytes) {
                prop_assert!(check_proof(&changed, &entries[place], &public, ORIGIN).is_err());
            }
        }
    }

    #[test]
    fn a_proof_has_the_form_that_others_read() {
        let (entries, tree, note, public) = log(3);
        let proof = write_proof(2, &tree.inclusion_proof(2).unwrap(), &note);
        let lines: Vec<&str> = proof.lines().collect();
        assert_eq!(lines[..2], ["c2sp.org/tlog-proof@v1", "index 2"]);
        assert_eq!(lines[2].len(), 44);
        assert_eq!(lines[3..5], ["", ORIGIN]);
        assert!(check_proof(&proof, &entries[2], &public, ORIGIN).is_ok());
        assert_eq!(check_proof(&proof.replace("index 2", "index 02"), &entries[2], &public, ORIGIN), Err(Error::Proof));
        assert_eq!(check_proof(&proof, &entries[2], &[9; 32], ORIGIN), Err(Error::Signature));
    }
}
