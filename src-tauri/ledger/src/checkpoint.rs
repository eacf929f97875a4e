//! Signed checkpoints in the text form of C2SP (tlog-checkpoint over signed-note): origin, size and root, then a signature line.

use crate::error::Error;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

const NOTE_BYTES_MAX: usize = 16 * 1024;
/// Type byte of Ed25519 in a signed note.
const ED25519: u8 = 1;

/// How large a log is and what its root is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Name of the log, one per vault and device.
    pub origin: String,
    /// Number of entries.
    pub size: u64,
    /// Root of the tree over them.
    pub root: [u8; 32],
}

impl Checkpoint {
    fn body(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, STANDARD.encode(self.root))
    }
}

/// The key of a device. It prints stars and is wiped when dropped.
pub struct Signer(SigningKey);

impl Signer {
    /// Takes the thirty-two secret bytes.
    #[must_use]
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self(SigningKey::from_bytes(&seed))
    }

    /// Returns the public half.
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    /// Returns the short form of the public half that people compare: sixteen hexadecimal digits in groups of four.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let digest = Sha256::digest(self.public());
        let groups: Vec<String> =
            digest.iter().take(8).collect::<Vec<_>>().chunks(2).map(|pair| pair.iter().map(|b| format!("{b:02x}")).collect()).collect();
        groups.join(" ")
    }
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signer(***)")
    }
}

// Binds a signature line to name and key.
fn key_hash(name: &str, public: &[u8; 32]) -> [u8; 4] {
    let digest: [u8; 32] =
        Sha256::new().chain_update(name.as_bytes()).chain_update([b'\n', ED25519]).chain_update(public).finalize().into();
    let [a, b, c, d, ..] = digest;
    [a, b, c, d]
}

/// Signs a checkpoint.
#[must_use]
pub fn sign(signer: &Signer, checkpoint: &Checkpoint) -> String {
    let body = checkpoint.body();
    let mut blob = key_hash(&checkpoint.origin, &signer.public()).to_vec();
    blob.extend_from_slice(&signer.0.sign(body.as_bytes()).to_bytes());
    format!("{body}\n\u{2014} {} {}\n", checkpoint.origin, STANDARD.encode(blob))
}

/// Opens a note: the signature is verified before anything is read out of the text.
pub fn open(note: &str, public: &[u8; 32], origin: &str) -> Result<Checkpoint, Error> {
    if note.len() > NOTE_BYTES_MAX {
        return Err(Error::Checkpoint);
    }
    let (body, signatures) = note.split_once("\n\n").ok_or(Error::Checkpoint)?;
    let body = format!("{body}\n");
    let expected = key_hash(origin, public);
    let signature = signatures
        .lines()
        .filter_map(|line| line.strip_prefix("\u{2014} ")?.strip_prefix(origin)?.strip_prefix(' '))
        .filter_map(|text| STANDARD.decode(text).ok())
        .find_map(|blob| {
            let (hash, signature) = blob.split_first_chunk::<4>()?;
            (*hash == expected).then(|| <[u8; 64]>::try_from(signature).ok())?
        })
        .ok_or(Error::Signature)?;
    VerifyingKey::from_bytes(public)
        .and_then(|key| key.verify_strict(body.as_bytes(), &Signature::from_bytes(&signature)))
        .map_err(|_| Error::Signature)?;
    parse(&body, origin)
}

fn parse(body: &str, origin: &str) -> Result<Checkpoint, Error> {
    let mut lines = body.lines();
    let (Some(name), Some(size), Some(root), None) = (lines.next(), lines.next(), lines.next(), lines.next()) else {
        return Err(Error::Checkpoint);
    };
    let number: u64 = size.parse().map_err(|_| Error::Checkpoint)?;
    let root = STANDARD.decode(root).ok().and_then(|r| r.try_into().ok()).ok_or(Error::Checkpoint)?;
    // Decimal without sign or leading zeros: one number, one text.
    if name != origin || number.to_string() != size {
        return Err(Error::Checkpoint);
    }
    Ok(Checkpoint { origin: name.to_owned(), size: number, root })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed() -> (Signer, String) {
        let signer = Signer::from_seed([7; 32]);
        let note = sign(&signer, &Checkpoint { origin: "tarazy/1".to_owned(), size: 42, root: [9; 32] });
        (signer, note)
    }

    #[test]
    fn a_note_opens_with_its_key_and_name_only() {
        let (signer, note) = signed();
        let opened = open(&note, &signer.public(), "tarazy/1").unwrap();
        assert_eq!((opened.size, opened.root), (42, [9; 32]));
        assert_eq!(open(&note, &Signer::from_seed([8; 32]).public(), "tarazy/1"), Err(Error::Signature));
        assert_eq!(open(&note, &signer.public(), "tarazy/2"), Err(Error::Signature));
        assert_eq!(format!("{signer:?}"), "Signer(***)");
    }

    #[test]
    fn every_flipped_bit_of_the_text_is_seen() {
        let (signer, note) = signed();
        for at in 0..note.len() {
            let mut bytes = note.clone().into_bytes();
            bytes[at] ^= 1;
            if let Ok(text) = String::from_utf8(bytes) {
                assert!(open(&text, &signer.public(), "tarazy/1").is_err(), "byte {at}");
            }
        }
    }
}
