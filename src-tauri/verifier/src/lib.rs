//! Checks a bundle: a paper, the entries of the ledger that speak of it, and what proves them. Nothing but the ledger's own checks is
//! needed, no clock and no network, so that an opposing expert can build it alone.
//!
//! # A bundle
//!
//! | File | What it is |
//! |---|---|
//! | `SHA256SUMS` | first a line that begins with a number sign, then SHA-256 of every other file, in the order of their names |
//! | `SHA256SUMS.sig` | signature of that file by the key of the ledger (Ed25519, 64 bytes) |
//! | `ledger/public-key.pem` | the key, as OpenSSL reads it |
//! | `ledger/checkpoint.txt` | a signed note: how many entries there are and the root over them |
//! | `ledger/N.entry` | an entry, byte for byte as it was hashed |
//! | `ledger/N.tlog-proof` | the way from the entry to the root of the checkpoint |
//! | `ledger/N.disclosed` | the values of the entry that are disclosed, with their salts |
//! | `ledger/entries.txt` | the same for people |
//! | `paper/…`, `exhibits/…`, `data/…`, `method/…`, `README.*.txt`, `verify.sh`, `verify/…` | whatever else the sums name |
//!
//! The archive is a ZIP of one form: files stored as they are, no comment, no extra field, one fixed time. Every byte of it follows from the
//! files, so a byte that differs is found even where no file holds it.

mod archive;

use std::collections::BTreeMap;
use tarazy_ledger::{
    Checkpoint, Disclosure, Entry, SUMS_HEAD, Value, check_consistency, check_proof, check_text, fingerprint, hex, key_from_pem,
    open, sha256_hex,
};

pub use archive::{Refused, TIME, unpack};

/// Files by their names.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Name of the sums.
pub const SUMS: &str = "SHA256SUMS";
/// Name of their signature.
pub const SIGNATURE: &str = "SHA256SUMS.sig";
/// Name of the key.
pub const KEY: &str = "ledger/public-key.pem";
/// Name of the checkpoint.
pub const CHECKPOINT: &str = "ledger/checkpoint.txt";
/// Name of the entries for people.
pub const ENTRIES: &str = "ledger/entries.txt";
/// What does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// Code: missing, unnamed, altered, sums, signature, key, checkpoint, entry, proof, disclosure, told, paper.
    pub code: &'static str,
    /// The file.
    pub place: String,
}

/// What was found in a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What does not hold; empty: everything does.
    pub flaws: Vec<Flaw>,
    /// Short form of the key, which people compare with the one that the organisation publishes.
    pub fingerprint: String,
    /// Name of the log.
    pub origin: String,
    /// Entries that the log had at the checkpoint.
    pub size: u64,
    /// Root over them, hexadecimal.
    pub root: String,
    /// Entries that were checked, in their order.
    pub entries: Vec<Seen>,
    /// Files whose sums were checked.
    pub files: usize,
    /// Papers whose digest stands in a disclosed entry: name of the file and number of the entry.
    pub sealed: Vec<(String, u64)>,
}

/// An entry that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Place from 0.
    pub seq: u64,
    /// What happened.
    pub kind: String,
    /// UTC microseconds, as the machine's clock said.
    pub recorded_at: i64,
    /// Fields disclosed and withheld.
    pub fields: (usize, usize),
}

/// Writes the sums of files: what is signed.
#[must_use]
pub fn sums(origin: &str, files: &Files) -> String {
    tarazy_ledger::sums(
        origin,
        files.iter().filter(|(name, _)| !is_apart(name)).map(|(name, bytes)| (name.as_str(), bytes.as_slice())),
    )
}

fn is_apart(name: &str) -> bool {
    name == SUMS || name == SIGNATURE
}

/// Checks a bundle.
#[must_use]
pub fn check(files: &Files) -> Report {
    let mut report = Report {
        flaws: Vec::new(),
        fingerprint: String::new(),
        origin: String::new(),
        size: 0,
        root: String::new(),
        entries: Vec::new(),
        files: files.keys().filter(|name| !is_apart(name)).count(),
        sealed: Vec::new(),
    };
    if let Some((public, checkpoint)) = check_frame(files, &mut report) {
        check_entries(files, &public, &checkpoint, &mut report);
    }
    report
}

impl Report {
    fn find(&mut self, code: &'static str, place: impl Into<String>) {
        self.flaws.push(Flaw { code, place: place.into() });
    }

    /// Says whether everything holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.flaws.is_empty()
    }
}

fn text<'f>(files: &'f Files, name: &str, report: &mut Report) -> Option<&'f str> {
    let Some(bytes) = files.get(name) else {
        report.find("missing", name);
        return None;
    };
    let text = std::str::from_utf8(bytes).ok();
    if text.is_none() {
        report.find("altered", name);
    }
    text
}

/// Checks sums, signature, key and checkpoint.
fn check_frame(files: &Files, report: &mut Report) -> Option<([u8; 32], Checkpoint)> {
    let said = text(files, SUMS, report);
    let key = text(files, KEY, report);
    let note = text(files, CHECKPOINT, report);
    let signature = files.get(SIGNATURE);
    if signature.is_none() {
        report.find("missing", SIGNATURE);
    }
    let (said, key, note, signature) = (said?, key?, note?, signature?);
    let Ok(public) = key_from_pem(key) else {
        report.find("key", KEY);
        return None;
    };
    report.fingerprint = fingerprint(&public);
    let Some(origin) = said.strip_prefix(SUMS_HEAD).and_then(|rest| rest.split('\n').next()) else {
        report.find("sums", SUMS);
        return None;
    };
    report.origin = origin.to_owned();
    if check_text(said, &public, signature).is_err() {
        report.find("signature", SIGNATURE);
    }
    if said != sums(origin, files) {
        differ(said, files, report);
    }
    let Ok(checkpoint) = open(note, &public, origin) else {
        report.find("checkpoint", CHECKPOINT);
        return None;
    };
    report.size = checkpoint.size;
    report.root = hex(&checkpoint.root);
    Some((public, checkpoint))
}

/// What a consistency proof shows: a log has only grown since somebody kept a checkpoint of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grown {
    /// The checkpoint that was kept.
    pub from: Checkpoint,
    /// The checkpoint of the proof.
    pub to: Checkpoint,
    /// Short form of the key that signed both.
    pub fingerprint: String,
}

/// Checks that a log has only grown since a checkpoint of it was kept: by that checkpoint (a signed note), a consistency proof with a later one, and the
/// key as PEM, all as texts.
///
/// # Errors
/// The code of what does not hold: key, signature, checkpoint, grown.
pub fn grown(kept: &str, proof: &str, key: &str) -> Result<Grown, &'static str> {
    let public = key_from_pem(key).map_err(|_| "key")?;
    // A note names its log itself; that the key signed it under this name is checked with the rest.
    let origin = kept.split('\n').next().unwrap_or_default();
    match check_consistency(proof, kept, &public, origin) {
        Ok((from, to)) => Ok(Grown { from, to, fingerprint: fingerprint(&public) }),
        Err(tarazy_ledger::Error::Signature) => Err("signature"),
        Err(tarazy_ledger::Error::Checkpoint) => Err("checkpoint"),
        Err(_) => Err("grown"),
    }
}

/// Names every file that the sums do not fit.
fn differ(said: &str, files: &Files, report: &mut Report) {
    let named: BTreeMap<&str, &str> =
        said.lines().skip(1).filter_map(|line| line.split_once("  ")).map(|(sum, name)| (name, sum)).collect();
    let before = report.flaws.len();
    for (name, sum) in &named {
        match files.get(*name) {
            None => report.find("missing", *name),
            Some(bytes) if sha256_hex(bytes) != *sum => report.find("altered", *name),
            Some(_) => {}
        }
    }
    for name in files.keys().filter(|name| !is_apart(name) && !named.contains_key(name.as_str())) {
        report.find("unnamed", name.as_str());
    }
    // A line that is written otherwise, twice, or out of its order.
    if report.flaws.len() == before {
        report.find("sums", SUMS);
    }
}

/// Checks every entry against the checkpoint, what is disclosed of it, and what people are told of it.
fn check_entries(files: &Files, public: &[u8; 32], checkpoint: &Checkpoint, report: &mut Report) {
    let number = |name: &str, ending: &str| name.strip_prefix("ledger/")?.strip_suffix(ending)?.parse::<u64>().ok();
    let mut numbers: Vec<u64> =
        files.keys().filter_map(|name| [".entry", ".tlog-proof", ".disclosed"].iter().find_map(|e| number(name, e))).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mut told = String::new();
    let mut digests: BTreeMap<String, u64> = BTreeMap::new();
    for seq in numbers {
        let names = ["entry", "tlog-proof", "disclosed"].map(|ending| format!("ledger/{seq}.{ending}"));
        let [entry_name, proof_name, disclosed_name] = &names;
        let Some(bytes) = files.get(entry_name) else {
            report.find("missing", entry_name);
            continue;
        };
        let (proof, disclosed) = (text(files, proof_name, report), text(files, disclosed_name, report));
        let (Some(proof), Some(disclosed)) = (proof, disclosed) else { continue };
        let Some(entry) = Entry::from_bytes(bytes).ok().filter(|entry| entry.seq == seq) else {
            report.find("entry", entry_name);
            continue;
        };
        match check_proof(proof, bytes, public, &checkpoint.origin) {
            Ok((place, of)) if place == seq && of == *checkpoint => {}
            _ => report.find("proof", proof_name),
        }
        let Ok(disclosure) = Disclosure::read(disclosed, &entry) else {
            report.find("disclosure", disclosed_name);
            continue;
        };
        told.push_str(&disclosure.told(&entry));
        for (field, shown) in entry.fields.iter().zip(&disclosure.0) {
            if let (true, Some((_, Value::Array(pair)))) = (is_digest_of_paper(&field.name), shown)
                && let Some(Value::Text(digest)) = pair.last()
            {
                digests.insert(digest.clone(), seq);
            }
        }
        let fields = disclosure.counts();
        report.entries.push(Seen { seq, kind: entry.kind, recorded_at: entry.recorded_at, fields });
    }
    if files.get(ENTRIES).is_none_or(|bytes| *bytes != told.as_bytes()) {
        report.find("told", ENTRIES);
    }
    for (name, bytes) in files.iter().filter(|(name, _)| name.starts_with("paper/")) {
        match digests.get(&sha256_hex(bytes)) {
            Some(seq) => report.sealed.push((name.clone(), *seq)),
            None => report.find("paper", name.as_str()),
        }
    }
}

/// The field of an entry that holds the digest of a sealed paper.
fn is_digest_of_paper(name: &str) -> bool {
    name.starts_with("papers.") && name.ends_with(".digest")
}

#[cfg(test)]
mod tests {
    use super::*;
    use tarazy_ledger::{Signer, consistency_proof, key_to_pem, leaf_hash, root, sign, write_consistency};

    #[test]
    fn a_log_that_grew_is_told_from_whatever_else_is_shown() {
        let signer = Signer::from_seed([5; 32]);
        let leaves: Vec<[u8; 32]> = (0..9u8).map(|n| leaf_hash(&[n])).collect();
        let note = |leaves: &[[u8; 32]]| {
            sign(&signer, &Checkpoint { origin: "log".to_owned(), size: leaves.len() as u64, root: root(leaves) })
        };
        let proof = |leaves: &[[u8; 32]]| write_consistency(4, &consistency_proof(leaves, 4).unwrap(), &note(leaves));
        let (kept, key) = (note(&leaves[..4]), key_to_pem(&signer.public()));
        let found = grown(&kept, &proof(&leaves), &key).unwrap();
        assert_eq!((found.from.size, found.to.size, found.fingerprint), (4, 9, signer.fingerprint()));
        let forked: Vec<[u8; 32]> = leaves.iter().enumerate().map(|(n, leaf)| if n == 2 { [0; 32] } else { *leaf }).collect();
        assert_eq!(grown(&kept, &proof(&forked), &key), Err("grown"));
        assert_eq!(grown(&kept, "", &key), Err("grown"));
        assert_eq!(grown("", &proof(&leaves), &key), Err("checkpoint"));
        assert_eq!(grown(&kept, &proof(&leaves), &key_to_pem(&Signer::from_seed([6; 32]).public())), Err("signature"));
        assert_eq!(grown(&kept, &proof(&leaves), "no key"), Err("key"));
    }
}
