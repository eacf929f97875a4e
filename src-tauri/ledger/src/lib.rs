//! The signed append-only record: bytes in, answers out.
//!
//! There is no input or output here, no clock, no randomness and no database, so that an opposing expert can read it in one sitting,
//! build it alone, or write the same checks anew from this page and the standards it names.
//!
//! # Values
//!
//! Everything that is hashed is deterministic CBOR (RFC 8949, section 4.2.1), narrowed to integers that fit 64 bits with sign, byte
//! strings, text, lists, maps with text keys, true, false and null. A value has one encoding; [`decode`] refuses every other.
//!
//! # Entries
//!
//! An [`Entry`] is a map of exactly eleven members:
//!
//! | Member | Value |
//! |---|---|
//! | `format` | 1 |
//! | `vault`, `device` | 16 bytes each: which register, which machine wrote |
//! | `seq` | place from 0 |
//! | `at` | UTC microseconds since 1970-01-01 by the machine's own clock |
//! | `kind` | what happened, as `order_recorded` |
//! | `object` | 16 bytes: what it is about; zeros for nothing |
//! | `fields` | list of `[name, digest]`, no name twice |
//! | `rows` | null, or the root of a tree over the rows of an import |
//! | `prev` | leaf hash of the entry before; 32 zeros in the first |
//! | `app` | program and version that wrote it |
//!
//! An entry holds no value of any field, the actor's name included, only digests: SHA-256(salt, CBOR of `[name, value]`) with 16 salt
//! bytes for each field. Values can be disclosed one by one with their salts, and a digest alone lets nobody guess a name.
//!
//! # Tree and checkpoints
//!
//! The hash of an entry's bytes, SHA-256(0x00, bytes), is a leaf of a Merkle tree (RFC 6962, section 2.1); inclusion and consistency
//! proofs are those of RFC 9162, sections 2.1.3 and 2.1.4. After every entry the root is signed with Ed25519 (RFC 8032) as a
//! [`Checkpoint`]: a C2SP signed note (c2sp.org/signed-note, c2sp.org/tlog-checkpoint), which other tools read. The log's origin is
//! also the name of its key. Verification is strict: no key of small order, no second form of a signature.
//!
//! [`write_proof`] writes an inclusion proof with its checkpoint as c2sp.org/tlog-proof does, [`write_consistency`] a consistency proof as
//! c2sp.org/tlog-witness asks for one: whoever kept an earlier checkpoint sees with [`check_consistency`] that the ledger has only grown.
//!
//! # What it shows and what it does not
//!
//! A ledger without [`Flaw`] was written in this order by the holder of the key, and nothing was altered, dropped, added or moved since
//! its last checkpoint was seen by somebody else. Until then the holder of the key can write it anew. It says nothing of whether a
//! statement is true, whether the clock was right, or what was never recorded.
//!
//! ```
//! use tarazy_ledger::{Checkpoint, Entry, Frontier, Signer, Walker, leaf_hash, sign};
//!
//! let entry = Entry {
//!     vault: [1; 16], device: [2; 16], seq: 0, recorded_at: 1_700_000_000_000_000, kind: "vault_created".to_owned(),
//!     object: [0; 16], fields: Vec::new(), rows_root: None, prev: [0; 32], app: "tarazy 0.1.0".to_owned(),
//! };
//! let bytes = entry.to_bytes();
//! let mut frontier = Frontier::new();
//! frontier.push(leaf_hash(&bytes));
//! let signer = Signer::from_seed([3; 32]); // a real seed is random
//! let note = sign(&signer, &Checkpoint { origin: "example.org/log".to_owned(), size: 1, root: frontier.root() });
//!
//! // The other side has the bytes, the note and the public key.
//! let mut walker = Walker::new([1; 16], [2; 16], signer.public(), "example.org/log");
//! assert_eq!(walker.take(0, &bytes), Ok(entry));
//! assert_eq!(walker.check(&note), Ok(()));
//! ```

mod checkpoint;
mod consistency;
mod disclosure;
mod encode;
mod entry;
mod error;
mod proof;
mod sums;
mod tree;
mod verify;

pub use checkpoint::{Checkpoint, Signer, check_text, fingerprint, key_from_pem, key_to_pem, open, sign, sign_text};
pub use consistency::{check_consistency, write_consistency};
pub use disclosure::{Disclosure, hex, sha256_hex, unhex};
pub use encode::{Scalar, Value, decode, encode};
pub use entry::{Entry, FieldDigest, field_digest, list_digest};
pub use error::Error;
pub use proof::{check_proof, write_proof};
pub use sums::{SUMS_HEAD, sums};
pub use tree::{
    Frontier, Tree, consistency_proof, inclusion_proof, leaf_hash, node_hash, root, verify_consistency, verify_inclusion,
};
pub use verify::{Flaw, Walker};
