//! The Merkle tree of RFC 6962, section 2.1, with the proofs of RFC 9162, sections 2.1.3 and 2.1.4.

use crate::error::Error;
use sha2::{Digest, Sha256};

type Hash = [u8; 32];

/// Hashes an entry as a leaf: SHA-256(0x00, bytes).
#[must_use]
pub fn leaf_hash(bytes: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(bytes).finalize().into()
}

/// Hashes two nodes into their parent: SHA-256(0x01, left, right).
#[must_use]
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// Returns the root of a list of leaves; of none, the hash of nothing.
#[must_use]
pub fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Sha256::digest([]).into(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = halves(leaves);
            node_hash(&root(left), &root(right))
        }
    }
}

// The largest power of two below the number of leaves goes left.
fn halves(leaves: &[Hash]) -> (&[Hash], &[Hash]) {
    leaves.split_at(split(leaves.len()))
}

const fn split(n: usize) -> usize {
    if n < 2 { n } else { 1 << (n - 1).ilog2() }
}

/// The right edge of a growing tree: as many hashes as its size has ones in binary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    // Roots of the perfect subtrees, the largest first.
    peaks: Vec<Hash>,
}

impl Frontier {
    /// Starts with no leaves.
    #[must_use]
    pub const fn new() -> Self {
        Self { size: 0, peaks: Vec::new() }
    }

    /// Adds a leaf.
    pub fn push(&mut self, leaf: Hash) {
        let mut node = leaf;
        // Each trailing one of the old size is a perfect subtree that the new leaf completes.
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                node = node_hash(&left, &node);
            }
        }
        self.peaks.push(node);
        self.size += 1;
    }

    /// Returns the number of leaves.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Returns the root.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        match peaks.next() {
            None => Sha256::digest([]).into(),
            Some(last) => peaks.fold(*last, |right, left| node_hash(left, &right)),
        }
    }

    /// Writes size and hashes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = self.size.to_be_bytes().to_vec();
        self.peaks.iter().for_each(|p| out.extend_from_slice(p));
        out
    }

    /// Reads size and hashes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let (size, rest) = bytes.split_first_chunk::<8>().ok_or(Error::Frontier)?;
        let size = u64::from_be_bytes(*size);
        // A place is written as a signed number, so no honest tree is larger; this also keeps `push` from overflowing.
        if i64::try_from(size).is_err() {
            return Err(Error::Frontier);
        }
        let (peaks, odd) = rest.as_chunks::<32>();
        if !odd.is_empty() || peaks.len() != usize::try_from(size.count_ones()).unwrap_or(usize::MAX) {
            return Err(Error::Frontier);
        }
        Ok(Self { size, peaks: peaks.to_vec() })
    }
}

/// A whole tree, for many proofs of one size: each is read off it, where [`inclusion_proof`] hashes every leaf once more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    // From the leaves up to the root. A last hash without a neighbour goes up as it is: that is the tree of RFC 6962.
    levels: Vec<Vec<Hash>>,
}

impl Tree {
    /// Grows a tree over leaves.
    #[must_use]
    pub fn of(leaves: Vec<Hash>) -> Self {
        let mut levels = vec![leaves];
        while let Some(below) = levels.last().filter(|below| below.len() > 1) {
            let above = below.chunks(2).filter_map(|pair| match pair {
                [left, right] => Some(node_hash(left, right)),
                [alone] => Some(*alone),
                _ => None,
            });
            let above = above.collect();
            levels.push(above);
        }
        Self { levels }
    }

    /// Returns the number of leaves.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.levels.first().map_or(0, |leaves| leaves.len() as u64)
    }

    /// Returns the root.
    #[must_use]
    pub fn root(&self) -> Hash {
        self.levels.last().and_then(|top| top.first()).copied().unwrap_or_else(|| root(&[]))
    }

    /// Returns what [`inclusion_proof`] returns.
    #[must_use]
    pub fn inclusion_proof(&self, place: usize) -> Option<Vec<Hash>> {
        let leaves = self.levels.first()?;
        if place >= leaves.len() {
            return None;
        }
        let beside = |(height, level): (usize, &Vec<Hash>)| level.get((place >> height) ^ 1).copied();
        let below_the_root = self.levels.len() - 1;
        Some(self.levels.iter().take(below_the_root).enumerate().filter_map(beside).collect())
    }
}

/// Proves that the leaf at a place is in the tree: the hashes beside its path, from the bottom up. Nothing when it is outside.
#[must_use]
pub fn inclusion_proof(leaves: &[Hash], place: usize) -> Option<Vec<Hash>> {
    if place >= leaves.len() {
        return None;
    }
    if leaves.len() == 1 {
        return Some(Vec::new());
    }
    let (left, right) = halves(leaves);
    let (mut proof, beside) = if place < left.len() {
        (inclusion_proof(left, place)?, root(right))
    } else {
        (inclusion_proof(right, place - left.len())?, root(left))
    };
    proof.push(beside);
    Some(proof)
}

/// Says whether a proof leads from a leaf to a root (RFC 9162, section 2.1.3.2).
#[must_use]
pub fn verify_inclusion(leaf: &Hash, place: u64, size: u64, proof: &[Hash], expected: &Hash) -> bool {
    if place >= size {
        return false;
    }
    let (mut first, mut last, mut node) = (place, size - 1, *leaf);
    for beside in proof {
        if last == 0 {
            return false;
        }
        if first & 1 == 1 || first == last {
            node = node_hash(beside, &node);
            while first & 1 == 0 && first != 0 {
                first >>= 1;
                last >>= 1;
            }
        } else {
            node = node_hash(&node, beside);
        }
        first >>= 1;
        last >>= 1;
    }
    last == 0 && node == *expected
}

/// Proves that the first `old` leaves are the beginning of the tree. Nothing when there are not so many, or none.
#[must_use]
pub fn consistency_proof(leaves: &[Hash], old: usize) -> Option<Vec<Hash>> {
    if old == 0 || old > leaves.len() { None } else { Some(grown(leaves, old, true)) }
}

// SUBPROOF of RFC 9162, section 2.1.4.1; `whole` says that the old tree is this whole subtree's beginning as known to the verifier.
fn grown(leaves: &[Hash], old: usize, whole: bool) -> Vec<Hash> {
    if old == leaves.len() {
        return if whole { Vec::new() } else { vec![root(leaves)] };
    }
    let (left, right) = halves(leaves);
    let (mut proof, beside) = if old <= left.len() {
        (grown(left, old, whole), root(right))
    } else {
        (grown(right, old - left.len(), false), root(left))
    };
    proof.push(beside);
    proof
}

/// Says whether a proof leads from an old root to a new one (RFC 9162, section 2.1.4.2).
#[must_use]
pub fn verify_consistency(old: (u64, &Hash), new: (u64, &Hash), proof: &[Hash]) -> bool {
    let ((old_size, old_root), (new_size, new_root)) = (old, new);
    if old_size == 0 || old_size > new_size {
        return false;
    }
    if old_size == new_size {
        return proof.is_empty() && old_root == new_root;
    }
    let mut path = proof.iter();
    // A perfect old tree is itself the first node of the proof.
    let Some(start) = (if old_size.is_power_of_two() { Some(old_root) } else { path.next() }) else { return false };
    let (mut first, mut last) = (old_size - 1, new_size - 1);
    while first & 1 == 1 {
        first >>= 1;
        last >>= 1;
    }
    let (mut from, mut to) = (*start, *start);
    for beside in path {
        if last == 0 {
            return false;
        }
        if first & 1 == 1 || first == last {
            from = node_hash(beside, &from);
            to = node_hash(beside, &to);
            while first & 1 == 0 && first != 0 {
                first >>= 1;
                last >>= 1;
            }
        } else {
            to = node_hash(&to, beside);
        }
        first >>= 1;
        last >>= 1;
    }
    last == 0 && from == *old_root && to == *new_root
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hex(hash: &Hash) -> String {
        hash.iter().map(|b| format!("{b:02x}")).collect()
    }

    fn known() -> Vec<Hash> {
        // The leaves that implementations of Certificate Transparency test against.
        let inputs: [&[u8]; 8] = [
            &[],
            &[0x00],
            &[0x10],
            &[0x20, 0x21],
            &[0x30, 0x31],
            &[0x40, 0x41, 0x42, 0x43],
            &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
            &[0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f],
        ];
        inputs.iter().map(|i| leaf_hash(i)).collect()
    }

    #[test]
    fn a_whole_tree_gives_the_proofs_that_its_leaves_give() {
        for size in 0..70usize {
            let leaves: Vec<Hash> = (0..size).map(|n| leaf_hash(&n.to_be_bytes())).collect();
            let tree = Tree::of(leaves.clone());
            assert_eq!(tree.root(), root(&leaves), "{size}");
            for place in 0..=size {
                assert_eq!(tree.inclusion_proof(place), inclusion_proof(&leaves, place), "{place} of {size}");
            }
        }
    }

    #[test]
    fn roots_known_to_others() {
        let leaves = known();
        assert_eq!(hex(&root(&[])), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (n, known) in [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ]
        .into_iter()
        .enumerate()
        {
            assert_eq!(hex(&root(&leaves[..=n])), known, "{} leaves", n + 1);
        }
    }

    // The proofs over these leaves that transparency-dev publishes (merkle, testonly/reference_test.go), named by their roots of subtrees.
    #[test]
    fn proofs_known_to_others() {
        const L0: &str = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
        const L1: &str = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
        const L4: &str = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
        const L0_1: &str = "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
        const L2_3: &str = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
        const L4_5: &str = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
        const L6_7: &str = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
        const L0_3: &str = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
        const L4_7: &str = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
        let leaves = known();
        let inclusion: [(usize, usize, &[&str]); 7] = [
            (0, 1, &[]),
            (0, 2, &[L1]),
            (1, 2, &[L0]),
            (2, 3, &[L0_1]),
            (1, 5, &[L0, L2_3, L4]),
            (0, 8, &[L1, L2_3, L4_7]),
            (5, 8, &[L4, L6_7, L0_3]),
        ];
        for (place, size, expected) in inclusion {
            let proof = inclusion_proof(&leaves[..size], place).unwrap();
            assert_eq!(proof.iter().map(hex).collect::<Vec<_>>(), expected, "{place} of {size}");
            assert!(verify_inclusion(&leaves[place], place as u64, size as u64, &proof, &root(&leaves[..size])));
        }
        let consistency: [(usize, usize, &[&str]); 4] =
            [(1, 1, &[]), (1, 8, &[L1, L2_3, L4_7]), (2, 5, &[L2_3, L4]), (6, 8, &[L4_5, L6_7, L0_3])];
        for (old, size, expected) in consistency {
            let proof = consistency_proof(&leaves[..size], old).unwrap();
            assert_eq!(proof.iter().map(hex).collect::<Vec<_>>(), expected, "{old} to {size}");
            let (old_root, new_root) = (root(&leaves[..old]), root(&leaves[..size]));
            assert!(verify_consistency((old as u64, &old_root), (size as u64, &new_root), &proof));
        }
    }

    // A proof holds for its own leaf, place, sizes and roots, and for nothing beside them.
    #[test]
    fn every_proof_of_every_small_tree() {
        let leaves: Vec<Hash> = (0..33u64).map(|i| leaf_hash(&i.to_be_bytes())).collect();
        let roots: Vec<Hash> = (0..=leaves.len()).map(|n| root(&leaves[..n])).collect();
        for n in 1..=leaves.len() {
            let size = n as u64;
            for (place, leaf) in leaves[..n].iter().enumerate() {
                let proof = inclusion_proof(&leaves[..n], place).unwrap();
                for other in 0..n {
                    assert_eq!(
                        verify_inclusion(leaf, other as u64, size, &proof, &roots[n]),
                        other == place,
                        "{place} of {n} as {other}"
                    );
                }
                for altered in damaged(&proof) {
                    assert!(!verify_inclusion(leaf, place as u64, size, &altered, &roots[n]), "{place} of {n}");
                }
            }
            for old in 1..=n {
                let proof = consistency_proof(&leaves[..n], old).unwrap();
                for (other, known) in roots.iter().enumerate() {
                    let holds = verify_consistency((old as u64, known), (size, &roots[n]), &proof);
                    assert_eq!(holds, other == old, "{old} of {n} with the root of {other}");
                }
                for altered in damaged(&proof) {
                    assert!(!verify_consistency((old as u64, &roots[old]), (size, &roots[n]), &altered), "{old} of {n}");
                }
            }
        }
    }

    // One bit of each hash flipped, a hash more, a hash less.
    fn damaged(proof: &[Hash]) -> Vec<Vec<Hash>> {
        let mut all = vec![[proof, &[[0; 32]]].concat(), [&[[0; 32]], proof].concat()];
        for at in 0..proof.len() {
            let mut flipped = proof.to_vec();
            flipped[at][at % 32] ^= 1 << (at % 8);
            let mut shorter = proof.to_vec();
            shorter.remove(at);
            all.extend([flipped, shorter]);
        }
        all
    }

    #[test]
    fn there_is_no_proof_of_what_is_not_there() {
        let leaves = known();
        assert_eq!(inclusion_proof(&leaves, 8), None);
        assert_eq!(inclusion_proof(&[], 0), None);
        assert_eq!(consistency_proof(&leaves, 0), None);
        assert_eq!(consistency_proof(&leaves, 9), None);
        assert!(!verify_inclusion(&leaves[0], 0, 0, &[], &leaves[0]));
        assert!(!verify_inclusion(&leaves[0], u64::MAX, u64::MAX, &[], &leaves[0]));
        assert!(!verify_consistency((0, &root(&[])), (8, &root(&leaves)), &[]));
        assert!(!verify_consistency((9, &root(&leaves)), (8, &root(&leaves)), &[]));
        assert!(!verify_consistency((1, &leaves[0]), (u64::MAX, &leaves[0]), &[]));
    }

    #[test]
    fn a_frontier_of_the_wrong_length_is_refused() {
        let mut frontier = Frontier::new();
        known().iter().take(7).for_each(|l| frontier.push(*l));
        let bytes = frontier.to_bytes();
        for n in 0..bytes.len() {
            assert_eq!(Frontier::from_bytes(&bytes[..n]), Err(Error::Frontier), "{n} bytes");
        }
        assert_eq!(Frontier::from_bytes(&[bytes, vec![0]].concat()), Err(Error::Frontier));
        assert_eq!(Frontier::from_bytes(&vec![0xFF; 8 + 64 * 32]), Err(Error::Frontier), "more leaves than can be counted");
    }

    proptest! {
        #[test]
        fn the_frontier_is_the_tree(n in 0u64..200) {
            let leaves: Vec<Hash> = (0..n).map(|i| leaf_hash(&i.to_be_bytes())).collect();
            let mut frontier = Frontier::new();
            leaves.iter().for_each(|l| frontier.push(*l));
            prop_assert_eq!(frontier.root(), root(&leaves));
            prop_assert_eq!(Frontier::from_bytes(&frontier.to_bytes()), Ok(frontier));
        }

        #[test]
        fn every_proof_holds_and_no_other(n in 1usize..70, a: prop::sample::Index, b: prop::sample::Index, flip: prop::sample::Index) {
            let leaves: Vec<Hash> = (0..n).map(|i| leaf_hash(&i.to_be_bytes())).collect();
            let whole = root(&leaves);
            let (place, old) = (a.index(n), b.index(n) + 1);
            let mut proof = inclusion_proof(&leaves, place).unwrap();
            let size = n as u64;
            prop_assert!(verify_inclusion(&leaves[place], place as u64, size, &proof, &whole));
            prop_assert!(!verify_inclusion(&leaf_hash(b"x"), place as u64, size, &proof, &whole));
            if !proof.is_empty() {
                let at = flip.index(proof.len());
                proof[at][0] ^= 1;
                prop_assert!(!verify_inclusion(&leaves[place], place as u64, size, &proof, &whole));
            }
            let old_root = root(&leaves[..old]);
            let mut proof = consistency_proof(&leaves, old).unwrap();
            prop_assert!(verify_consistency((old as u64, &old_root), (size, &whole), &proof));
            prop_assert!(!verify_consistency((old as u64, &leaf_hash(b"x")), (size, &whole), &proof));
            if !proof.is_empty() {
                let at = flip.index(proof.len());
                proof[at][31] ^= 0x80;
                prop_assert!(!verify_consistency((old as u64, &old_root), (size, &whole), &proof));
            }
        }
    }
}
