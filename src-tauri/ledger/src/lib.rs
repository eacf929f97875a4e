//! The signed append-only record: bytes in, answers out.
//!
//! An *entry* is canonical CBOR (RFC 8949, section 4.2.1). Its hash is a leaf of a Merkle tree (RFC 6962, section 2.1; RFC 9162). After
//! every entry the root is signed with Ed25519 (RFC 8032) as a *checkpoint*, a C2SP signed note that other tools read. An entry holds no
//! value of any field, only a salted digest of each: values can be disclosed one by one, and a digest alone lets nobody guess a name.
//!
//! There is no input or output here, no clock, no randomness and no database, so that an opposing expert can build and read it alone.

mod checkpoint;
mod encode;
mod entry;
mod error;
mod tree;
mod verify;

pub use checkpoint::{Checkpoint, Signer, open, sign};
pub use encode::{Value, decode, encode};
pub use entry::{Entry, FieldDigest, field_digest};
pub use error::Error;
pub use tree::{
    Frontier, consistency_proof, inclusion_proof, leaf_hash, node_hash, root, verify_consistency, verify_inclusion,
};
pub use verify::{Flaw, Walker};
