//! Reading a version from its files. Nothing is judged here: what can be read may still be wrong, see check.rs.

use super::keys::odd_keys;
use super::{Fault, Source};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

/// Files of a version, in the order in which its digest goes over them.
pub const FILES: [&str; 3] = ["method.json", "questions.json", "rules.json"];

/// File that holds the digests of the others, once a version is settled: the format of sha256sum.
pub const SUMS: &str = "SHA256SUMS";

/// Returns SHA-256 over the three files, one after the other.
#[must_use]
pub fn digest_of(files: &[String; 3]) -> [u8; 32] {
    files.iter().fold(Sha256::new(), |digest, text| digest.chain_update(text)).finalize().into()
}

/// Reads the texts of the three files.
///
/// # Errors
/// [`Fault::Unreadable`] for each that is not JSON of its shape.
pub fn read_texts(files: &[String; 3]) -> Result<Source, Vec<Fault>> {
    let [method, questions, rules] = files;
    let mut faults = Vec::new();
    let source = (
        read(method, "method.json", &mut faults),
        read(questions, "questions.json", &mut faults),
        read(rules, "rules.json", &mut faults),
    );
    match source {
        (Some(method), Some(questions), Some(rules)) => Ok(Source { method, questions, rules }),
        _ => Err(faults),
    }
}

fn read<T: DeserializeOwned>(text: &str, file: &str, faults: &mut Vec<Fault>) -> Option<T> {
    let read = serde_json::from_str(text).ok();
    if read.is_none() {
        faults.push(Fault::Unreadable { file: file.to_owned() });
    }
    read
}

/// Reads a folder, given as names and bytes, and says whether it is sealed: SHA256SUMS is there, names all three files and agrees with
/// them. Other files are not looked at.
///
/// # Errors
/// [`Fault::Unreadable`] for a file that is not there or cannot be read, [`Fault::ChangedByte`] for one that is not the one that was
/// sealed.
pub fn read_folder(folder: &[(String, Vec<u8>)]) -> Result<([String; 3], Source, bool), Vec<Fault>> {
    let bytes_of = |name: &str| folder.iter().find(|(n, _)| n == name).map(|(_, bytes)| bytes);
    let mut faults = Vec::new();
    let mut texts = FILES.map(|name| {
        let text = bytes_of(name).and_then(|bytes| String::from_utf8(bytes.clone()).ok());
        if text.is_none() {
            faults.push(Fault::Unreadable { file: name.to_owned() });
        }
        text.unwrap_or_default()
    });
    let sealed = bytes_of(SUMS);
    if let Some(sums) = sealed {
        faults.extend(compare(sums, &texts));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    // A mark of byte order is no part of JSON, but some editors cannot do without one. The digest is over what is kept.
    if sealed.is_none() {
        texts = texts.map(|text| text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned));
    }
    // Where a file is not of its shape, a misspelt key is often why.
    let source = read_texts(&texts).map_err(|faults| [faults, odd_keys(&texts)].concat())?;
    Ok((texts, source, sealed.is_some()))
}

fn compare(sums: &[u8], texts: &[String; 3]) -> Vec<Fault> {
    let Ok(sums) = std::str::from_utf8(sums) else { return vec![Fault::Unreadable { file: SUMS.to_owned() }] };
    // A blank and a blank (text) or a star (binary) stand between digest and name.
    let line = |line: &str| {
        let (digest, name) = line.split_once(' ')?;
        Some((name.trim_start_matches([' ', '*']).to_owned(), digest.to_ascii_lowercase()))
    };
    let Some(sums) = sums.lines().filter(|l| !l.trim().is_empty()).map(line).collect::<Option<Vec<_>>>() else {
        return vec![Fault::Unreadable { file: SUMS.to_owned() }];
    };
    let agrees = |name: &str, text: &str| {
        let digest = hex(&Sha256::digest(text));
        let mut said = sums.iter().filter(|(n, _)| n == name).peekable();
        said.peek().is_some() && said.all(|(_, d)| *d == digest)
    };
    let pairs = FILES.iter().zip(texts);
    pairs.filter(|(name, text)| !agrees(name, text)).map(|(name, _)| Fault::ChangedByte { file: (*name).to_owned() }).collect()
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        out.extend([byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0')));
        out
    })
}
