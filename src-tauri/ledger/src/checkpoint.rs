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
    /// Name of the log, one per vault and device; also the name of its key, so it has no spaces and no plus.
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

    /// Returns the [`fingerprint`] of the public half.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.public())
    }
}

/// Returns the short form of a public key that people compare: the first sixteen hexadecimal digits of its SHA-256 in groups of four.
#[must_use]
pub fn fingerprint(public: &[u8; 32]) -> String {
    let digest: [u8; 32] = Sha256::digest(public).into();
    let groups: Vec<String> = digest.as_chunks::<2>().0.iter().take(4).map(|[a, b]| format!("{a:02x}{b:02x}")).collect();
    groups.join(" ")
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signer(***)")
    }
}

/// Signs a text as it stands. It must not be read as a checkpoint: its first line begins with a number sign.
pub fn sign_text(signer: &Signer, text: &str) -> Result<[u8; 64], Error> {
    if text.starts_with('#') { Ok(signer.0.sign(text.as_bytes()).to_bytes()) } else { Err(Error::Checkpoint) }
}

/// Says whether a signature over a text holds.
pub fn check_text(text: &str, public: &[u8; 32], signature: &[u8]) -> Result<(), Error> {
    let key = VerifyingKey::from_bytes(public).map_err(|_| Error::Signature)?;
    let signature = Signature::from_slice(signature).map_err(|_| Error::Signature)?;
    key.verify_strict(text.as_bytes(), &signature).map_err(|_| Error::Signature)
}

/// Bytes before the key in the usual form of an Ed25519 public key (RFC 8410, section 4).
const KEY_HEAD: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
const PEM: [&str; 2] = ["-----BEGIN PUBLIC KEY-----\n", "\n-----END PUBLIC KEY-----\n"];

/// Writes a public key as a PEM file, which OpenSSL reads.
#[must_use]
pub fn key_to_pem(public: &[u8; 32]) -> String {
    let [head, foot] = PEM;
    format!("{head}{}{foot}", STANDARD.encode([&KEY_HEAD[..], public].concat()))
}

/// Reads a public key from the one PEM file that [`key_to_pem`] writes.
pub fn key_from_pem(pem: &str) -> Result<[u8; 32], Error> {
    let [head, foot] = PEM;
    let body = pem.strip_prefix(head).and_then(|rest| rest.strip_suffix(foot)).ok_or(Error::Signature)?;
    let bytes = STANDARD.decode(body).map_err(|_| Error::Signature)?;
    bytes.strip_prefix(&KEY_HEAD).and_then(|key| key.try_into().ok()).ok_or(Error::Signature)
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
///
/// Lines of other signers, such as witnesses, are passed over as the format demands, but must be signature lines: nothing unsigned
/// can be slipped into a note. Extension lines, which the format allows and advises against, are refused.
pub fn open(note: &str, public: &[u8; 32], origin: &str) -> Result<Checkpoint, Error> {
    if note.len() > NOTE_BYTES_MAX || note.contains(|c| c < ' ' && c != '\n') {
        return Err(Error::Checkpoint);
    }
    // The last empty line parts text and signatures; the newline before it belongs to the text.
    let (body, rest) = note.rfind("\n\n").and_then(|at| note.split_at_checked(at + 1)).ok_or(Error::Checkpoint)?;
    let lines = rest.strip_prefix('\n').and_then(|lines| lines.strip_suffix('\n')).ok_or(Error::Checkpoint)?;
    let key = VerifyingKey::from_bytes(public).map_err(|_| Error::Signature)?;
    let ours = key_hash(origin, public);
    let mut is_signed = false;
    for line in lines.split('\n') {
        let (name, hash, signature) = signature_line(line).ok_or(Error::Checkpoint)?;
        if name == origin && hash == ours {
            // One signature of ours that does not hold is enough to refuse the note.
            let signature = Signature::from_slice(&signature).map_err(|_| Error::Signature)?;
            key.verify_strict(body.as_bytes(), &signature).map_err(|_| Error::Signature)?;
            is_signed = true;
        }
    }
    if is_signed { parse(body, origin) } else { Err(Error::Signature) }
}

fn signature_line(line: &str) -> Option<(&str, [u8; 4], Vec<u8>)> {
    let (name, text) = line.strip_prefix("\u{2014} ")?.split_once(' ')?;
    if name.is_empty() || name.contains(|c: char| c == '+' || c.is_whitespace()) {
        return None;
    }
    let blob = STANDARD.decode(text).ok()?;
    let (hash, signature) = blob.split_first_chunk::<4>()?;
    (!signature.is_empty()).then(|| (name, *hash, signature.to_vec()))
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
    fn the_text_of_a_note_never_changes() {
        assert_eq!(
            signed().1,
            concat!(
                "tarazy/1\n42\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n\n",
                "\u{2014} tarazy/1 aYQfNHFQZNcuYnNhL7AV2g8VsERudfbeE0OrHSCdZytvIjF1bGNt+JtvIe9OlRWEjZJNWmrMDUUkB41MxFAqa97z0wc=\n"
            )
        );
    }

    // RFC 8032, section 7.1, test 1: secret and public key.
    #[test]
    fn the_public_key_is_the_standards() {
        let seed = bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        let public = bytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assert_eq!(Signer::from_seed(seed).public(), public);
        assert_eq!(fingerprint(&public), "21fe 31df a154 a261");
    }

    // Published verifier keys have the form name+hash+base64(0x01, public key).
    #[test]
    fn the_key_hash_is_the_one_others_publish() {
        for published in [
            "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        ] {
            let [name, hash, key] = published.splitn(3, '+').collect::<Vec<_>>().try_into().unwrap();
            let key = STANDARD.decode(key).unwrap();
            let ours: String = key_hash(name, key[1..].try_into().unwrap()).iter().map(|b| format!("{b:02x}")).collect();
            assert_eq!((key[0], ours.as_str()), (ED25519, hash));
        }
    }

    // The example of the package that the form of signed notes comes from (golang.org/x/mod/sumdb/note).
    #[test]
    fn a_signature_that_others_published_holds_here() {
        let text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        let line =
            "\u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
        let key = STANDARD.decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").unwrap();
        let public: [u8; 32] = key[1..].try_into().unwrap();
        let (name, hash, signature) = signature_line(line).unwrap();
        assert_eq!(hash, key_hash(name, &public));
        assert_eq!(check_text(text, &public, &signature), Ok(()));
        assert_eq!(check_text(&text.replace("answer", "Answer"), &public, &signature), Err(Error::Signature));
        // Signed, and no checkpoint.
        assert_eq!(open(&format!("{text}\n{line}\n"), &public, "PeterNeumann"), Err(Error::Checkpoint));
    }

    fn bytes(hex: &str) -> [u8; 32] {
        let pairs: Vec<u8> = (0..32).map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap()).collect();
        pairs.try_into().unwrap()
    }

    fn open_ours(note: &str) -> Result<Checkpoint, Error> {
        open(note, &signed().0.public(), "tarazy/1")
    }

    #[test]
    fn other_signers_are_passed_over_and_nothing_else() {
        let (_, note) = signed();
        let other = format!("\u{2014} witness.example {}\n", STANDARD.encode([1; 76]));
        let (body, line) = note.split_once("\n\n").unwrap();
        assert!(open_ours(&format!("{note}{other}")).is_ok());
        assert!(open_ours(&format!("{body}\n\n{other}{line}")).is_ok());
        for slipped in [
            "x",
            "x\n",
            "\n",
            "\u{2014} witness.example\n",
            "\u{2014}  AAAAAAA=\n",
            "\u{2014} a+b AAAAAAA=\n",
            "\u{2014} a AAAAAA==\n",
        ] {
            assert_eq!(open_ours(&format!("{note}{slipped}")), Err(Error::Checkpoint), "{slipped:?}");
        }
        assert_eq!(
            open_ours(&format!("{note}{}", other.replace("witness", "wit\u{7}ness"))),
            Err(Error::Checkpoint),
            "a control character"
        );
        assert_eq!(open_ours(&note.replace('\n', "\r\n")), Err(Error::Checkpoint));
        assert_eq!(open_ours(note.strip_suffix('\n').unwrap()), Err(Error::Checkpoint));
        assert_eq!(open_ours(&format!("{body}\n\n{other}")), Err(Error::Signature));
        let spoilt = format!(
            "\u{2014} tarazy/1 {}\n",
            STANDARD.encode([&key_hash("tarazy/1", &signed().0.public())[..], &[1; 64]].concat())
        );
        assert_eq!(open_ours(&format!("{note}{spoilt}")), Err(Error::Signature), "ours must all hold");
        assert_eq!(open_ours(&format!("{note}{}", other.repeat(200))), Err(Error::Checkpoint), "too long");
    }

    // Signed by the right key, and still not a checkpoint.
    #[test]
    fn a_signed_text_must_be_a_checkpoint() {
        let root = STANDARD.encode([9; 32]);
        for body in [
            "tarazy/1\n42\n".to_owned(),
            format!("tarazy/1\n042\n{root}\n"),
            format!("tarazy/1\n+42\n{root}\n"),
            format!("tarazy/1\n18446744073709551616\n{root}\n"),
            format!("tarazy/1\n42\n{}\n", STANDARD.encode([9; 31])),
            format!("tarazy/1\n42\n{root}\nmore\n"),
            format!("tarazy/2\n42\n{root}\n"),
            format!("\ntarazy/1\n42\n{root}\n"),
        ] {
            let signer = signed().0;
            let blob = [&key_hash("tarazy/1", &signer.public())[..], &signer.0.sign(body.as_bytes()).to_bytes()].concat();
            let note = format!("{body}\n\u{2014} tarazy/1 {}\n", STANDARD.encode(blob));
            assert_eq!(open_ours(&note), Err(Error::Checkpoint), "{body:?}");
        }
    }

    // Under the neutral point as a key, a neutral signature holds for every text unless verification is strict.
    #[test]
    fn a_key_that_signs_everything_is_refused() {
        let mut neutral = [0; 32];
        neutral[0] = 1;
        let blob = [&key_hash("tarazy/1", &neutral)[..], &neutral, &[0; 32]].concat();
        let note = format!("tarazy/1\n42\n{}\n\n\u{2014} tarazy/1 {}\n", STANDARD.encode([9; 32]), STANDARD.encode(blob));
        assert_eq!(open(&note, &neutral, "tarazy/1"), Err(Error::Signature));
    }

    #[test]
    fn an_origin_cannot_smuggle_lines() {
        let signer = signed().0;
        for origin in ["", "a b", "a+b", "tarazy/1\n42\nx", "a\tb"] {
            let note = sign(&signer, &Checkpoint { origin: origin.to_owned(), size: 1, root: [0; 32] });
            assert!(open(&note, &signer.public(), origin).is_err(), "{origin:?}");
            assert!(open_ours(&note).is_err(), "{origin:?}");
        }
    }

    #[test]
    fn every_flipped_bit_of_the_text_is_seen() {
        let (_, note) = signed();
        for bit in 0..note.len() * 8 {
            let mut bytes = note.clone().into_bytes();
            bytes[bit / 8] ^= 1 << (bit % 8);
            if let Ok(text) = String::from_utf8(bytes) {
                assert!(open_ours(&text).is_err(), "bit {bit}");
            }
        }
    }
}
