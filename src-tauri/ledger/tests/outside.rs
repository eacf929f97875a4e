//! Held against a tree that others wrote (ct-merkle): the same roots, the same proofs, and each believes and refuses what the other does.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that stops has said what is wrong")]

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use ct_merkle::{ConsistencyProof, InclusionProof, RootHash};
use proptest::prelude::*;
use sha2::Sha256;
use tarazy_ledger::{Frontier, Tree, consistency_proof, inclusion_proof, leaf_hash, root, verify_consistency, verify_inclusion};

type Hash = [u8; 32];
type Theirs = MemoryBackedTree<Sha256, Vec<u8>>;

fn both(entries: &[Vec<u8>]) -> (Vec<Hash>, Theirs) {
    let mut theirs = Theirs::new();
    entries.iter().for_each(|entry| theirs.push(entry.clone()));
    (entries.iter().map(|entry| leaf_hash(entry)).collect(), theirs)
}

fn their_root(root: &Hash, size: usize) -> RootHash<Sha256> {
    RootHash::new((*root).into(), size as u64)
}

fn inclusion(proof: &[Hash]) -> InclusionProof<Sha256> {
    InclusionProof::from_bytes(proof.concat())
}

/// Says whether theirs leads from an entry to a root.
fn they_include(entry: &Vec<u8>, place: usize, size: usize, proof: &[Hash], root: &Hash) -> bool {
    their_root(root, size).verify_inclusion(entry, place as u64, &inclusion(proof)).is_ok()
}

/// Says whether theirs leads from an old root to a new one.
fn they_extend(old: (usize, &Hash), new: (usize, &Hash), proof: &[Hash]) -> bool {
    let Ok(proof) = ConsistencyProof::<Sha256>::try_from_bytes(proof.concat()) else { return false };
    their_root(new.1, new.0).verify_consistency(&their_root(old.1, old.0), &proof).is_ok()
}

fn entries() -> impl Strategy<Value = Vec<Vec<u8>>> {
    prop::collection::vec(prop::collection::vec(any::<u8>(), 0..20), 1..120)
}

/// What somebody does to a proof.
#[derive(Debug, Clone)]
enum Harm {
    None,
    Flip(prop::sample::Index, usize),
    Drop(prop::sample::Index),
    Add(prop::sample::Index, Hash),
    Swap(prop::sample::Index, prop::sample::Index),
}

fn harms() -> impl Strategy<Value = Harm> {
    prop_oneof![
        Just(Harm::None),
        (any::<prop::sample::Index>(), 0usize..256).prop_map(|(at, bit)| Harm::Flip(at, bit)),
        any::<prop::sample::Index>().prop_map(Harm::Drop),
        (any::<prop::sample::Index>(), any::<Hash>()).prop_map(|(at, hash)| Harm::Add(at, hash)),
        (any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(|(a, b)| Harm::Swap(a, b)),
    ]
}

fn harmed(mut proof: Vec<Hash>, harm: &Harm) -> Vec<Hash> {
    let count = proof.len();
    match harm {
        Harm::Add(at, hash) => proof.insert(at.index(count + 1), *hash),
        _ if count == 0 => {}
        Harm::None => {}
        Harm::Flip(at, bit) => proof[at.index(count)][bit / 8] ^= 1 << (bit % 8),
        Harm::Drop(at) => drop(proof.remove(at.index(count))),
        Harm::Swap(a, b) => proof.swap(a.index(count), b.index(count)),
    }
    proof
}

proptest! {
    #[test]
    fn roots_are_the_same(entries in entries()) {
        let (leaves, theirs) = both(&entries);
        let mut frontier = Frontier::new();
        leaves.iter().for_each(|leaf| frontier.push(*leaf));
        let expected = theirs.root().as_bytes().to_vec();
        prop_assert_eq!(root(&leaves).to_vec(), expected.clone());
        prop_assert_eq!(frontier.root().to_vec(), expected.clone());
        prop_assert_eq!(Tree::of(leaves).root().to_vec(), expected);
    }

    #[test]
    fn inclusion_proofs_are_the_same_and_what_one_refuses_the_other_does(
        entries in entries(), at: prop::sample::Index, as_if: prop::sample::Index, harm in harms()
    ) {
        let (leaves, theirs) = both(&entries);
        let (size, place, root) = (leaves.len(), at.index(leaves.len()), root(&leaves));
        let ours = inclusion_proof(&leaves, place).unwrap();
        prop_assert_eq!(ours.concat(), theirs.prove_inclusion(place).as_bytes().to_vec());
        prop_assert!(they_include(&entries[place], place, size, &ours, &root));
        // Harmed, or told of another place.
        for (proof, told) in [(harmed(ours.clone(), &harm), place), (ours, as_if.index(size))] {
            let ours = verify_inclusion(&leaves[place], told as u64, size as u64, &proof, &root);
            prop_assert_eq!(ours, they_include(&entries[place], told, size, &proof, &root));
        }
    }

    #[test]
    fn consistency_proofs_are_the_same_and_what_one_refuses_the_other_does(
        entries in entries(), at: prop::sample::Index, as_if: prop::sample::Index, harm in harms()
    ) {
        let (leaves, theirs) = both(&entries);
        let (size, old) = (leaves.len(), at.index(leaves.len()) + 1);
        let (old_root, new_root) = (root(&leaves[..old]), root(&leaves));
        let ours = consistency_proof(&leaves, old).unwrap();
        prop_assert_eq!(ours.concat(), theirs.prove_consistency(size - old).as_bytes().to_vec());
        prop_assert!(they_extend((old, &old_root), (size, &new_root), &ours));
        for (proof, told) in [(harmed(ours.clone(), &harm), old), (ours, as_if.index(size) + 1)] {
            let ours = verify_consistency((told as u64, &old_root), (size as u64, &new_root), &proof);
            prop_assert_eq!(ours, they_extend((told, &old_root), (size, &new_root), &proof), "{} of {}", told, size);
        }
    }
}
