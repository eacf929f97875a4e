//! Disclosures: values of an entry handed over one by one, each with the salt that its digest was made with. What is withheld stays a
//! digest, and whoever reads can tell that it was withheld.

use crate::encode::{Value, decode, encode_named};
use crate::entry::{Entry, field_digest};
use crate::error::Error;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

const HEAD: &str = "tarazy-disclosure 1\n";

/// What is disclosed of an entry: for each of its fields, in the order of the entry, the salt and the value, or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosure(pub Vec<Option<([u8; 16], Value)>>);

impl Disclosure {
    /// Writes it as a text with a line for each field: the digest, the salt, and the bytes that were hashed behind the salt; or the digest
    /// and two hyphens.
    #[must_use]
    pub fn write(&self, entry: &Entry) -> String {
        let mut text = HEAD.to_owned();
        for (field, shown) in entry.fields.iter().zip(&self.0) {
            let digest = hex(&field.digest);
            // Writing to a string does not fail.
            let _ = match shown {
                Some((salt, value)) => writeln!(text, "{digest} {} {}", hex(salt), hex(&encode_named(&field.name, value))),
                None => writeln!(text, "{digest} - -"),
            };
        }
        text
    }

    /// Reads what was disclosed of an entry, and checks that every value is the one that the entry was made with.
    ///
    /// # Errors
    /// [`Error::Disclosure`] for what is no such text, or does not belong to the entry.
    pub fn read(text: &str, entry: &Entry) -> Result<Self, Error> {
        let lines = text.strip_prefix(HEAD).ok_or(Error::Disclosure)?;
        if !lines.is_empty() && !lines.ends_with('\n') {
            return Err(Error::Disclosure);
        }
        let lines: Vec<&str> = lines.lines().collect();
        if lines.len() != entry.fields.len() {
            return Err(Error::Disclosure);
        }
        let mut shown = Vec::with_capacity(lines.len());
        for (line, field) in lines.iter().zip(&entry.fields) {
            let mut parts = line.split(' ');
            let (Some(digest), Some(salt), Some(hashed), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
                return Err(Error::Disclosure);
            };
            if digest != hex(&field.digest) {
                return Err(Error::Disclosure);
            }
            if (salt, hashed) == ("-", "-") {
                shown.push(None);
                continue;
            }
            let salt: [u8; 16] = unhex(salt).and_then(|salt| salt.try_into().ok()).ok_or(Error::Disclosure)?;
            let Value::Array(pair) = decode(&unhex(hashed).ok_or(Error::Disclosure)?)? else { return Err(Error::Disclosure) };
            let Ok([Value::Text(name), value]) = <[Value; 2]>::try_from(pair) else { return Err(Error::Disclosure) };
            if name != field.name || field_digest(&salt, &name, &value) != field.digest {
                return Err(Error::Disclosure);
            }
            shown.push(Some((salt, value)));
        }
        Ok(Self(shown))
    }

    /// Tells an entry and what is disclosed of it in lines that people read: no language, the names and codes of the ledger itself.
    #[must_use]
    pub fn told(&self, entry: &Entry) -> String {
        let mut text = format!(
            "entry {}\n  leaf {}\n  at {} microseconds since 1970-01-01T00:00:00Z\n  kind {}\n  object {}\n  app {}\n",
            entry.seq,
            hex(&crate::tree::leaf_hash(&entry.to_bytes())),
            entry.recorded_at,
            entry.kind,
            hex(&entry.object),
            plain(&entry.app),
        );
        if let Some(root) = entry.rows_root {
            let _ = writeln!(text, "  rows {}", hex(&root));
        }
        for (field, shown) in entry.fields.iter().zip(&self.0) {
            let _ = match shown {
                Some((_, value)) => writeln!(text, "  {} = {}", plain(&field.name), said(value)),
                None => writeln!(text, "  {} withheld", plain(&field.name)),
            };
        }
        text
    }

    /// Counts the fields that are disclosed, and those that are withheld.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let shown = self.0.iter().flatten().count();
        (shown, self.0.len() - shown)
    }
}

/// Words a value: a change is a pair of what was before and what came after.
fn said(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(yes) => yes.to_string(),
        Value::Int(n) => n.to_string(),
        Value::Bytes(bytes) => hex(bytes),
        Value::Text(text) => format!("\"{}\"", plain(text)),
        Value::Array(items) => format!("[{}]", items.iter().map(said).collect::<Vec<_>>().join(", ")),
        Value::Map(items) => {
            let items = items.iter().map(|(name, value)| format!("{}: {}", plain(name), said(value)));
            format!("{{{}}}", items.collect::<Vec<_>>().join(", "))
        }
    }
}

/// Takes from a text what would break its line or turn it around.
fn plain(text: &str) -> String {
    let is_unseen = |c: char| {
        c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '"' | '\\')
    };
    text.chars().fold(String::new(), |mut plain, c| {
        if is_unseen(c) {
            let _ = write!(plain, "\\u{{{:x}}}", u32::from(c));
        } else {
            plain.push(c);
        }
        plain
    })
}

/// Writes bytes as small hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Reads small hexadecimal digits.
#[must_use]
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |c: u8| match c {
        b'0'..=b'9' => Some(c - b'0'),
        b'a'..=b'f' => Some(c - b'a' + 10),
        _ => None,
    };
    let (pairs, odd) = text.as_bytes().as_chunks::<2>();
    if !odd.is_empty() {
        return None;
    }
    pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect()
}

/// Returns SHA-256 of bytes as hexadecimal digits, as `sha256sum` prints it.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::FieldDigest;

    fn entry() -> (Entry, Disclosure) {
        let values = [
            ("orders.1.number", Value::Array(vec![Value::Null, Value::Text("25-01/4\u{202e}\n".to_owned())])),
            ("actor", Value::Text("A person".to_owned())),
            ("concerns", Value::Array(vec![Value::Bytes(vec![1; 16])])),
        ];
        let salts = [[1; 16], [2; 16], [3; 16]];
        let fields = values.iter().zip(salts);
        let fields = fields
            .map(|((name, value), salt)| FieldDigest { name: (*name).to_owned(), digest: field_digest(&salt, name, value) });
        let entry = Entry {
            vault: [1; 16],
            device: [2; 16],
            seq: 7,
            recorded_at: 1_700_000_000_000_000,
            kind: "order_recorded".to_owned(),
            object: [4; 16],
            fields: fields.collect(),
            rows_root: None,
            prev: [6; 32],
            app: "tarazy 0".to_owned(),
        };
        let [number, _, concerns] = values;
        (entry, Disclosure(vec![Some(([1; 16], number.1)), None, Some(([3; 16], concerns.1))]))
    }

    #[test]
    fn what_was_disclosed_is_read_back_and_nothing_else_is() {
        let (entry, disclosure) = entry();
        let text = disclosure.write(&entry);
        assert_eq!(Disclosure::read(&text, &entry), Ok(disclosure.clone()));
        assert_eq!(disclosure.counts(), (2, 1));
        assert!(!text.contains("A person") && !text.contains(&hex("A person".as_bytes())));
        for at in 0..text.len() {
            for bit in 0..7 {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                if let Ok(changed) = String::from_utf8(bytes) {
                    assert!(Disclosure::read(&changed, &entry).is_err(), "{at} {bit}: {changed}");
                }
            }
        }
        for cut in 0..text.len() {
            assert!(Disclosure::read(&text[..cut], &entry).is_err(), "cut at {cut}");
        }
    }

    #[test]
    fn a_value_of_another_field_is_refused() {
        let (entry, Disclosure(mut shown)) = entry();
        shown.swap(0, 2);
        assert_eq!(Disclosure::read(&Disclosure(shown).write(&entry), &entry), Err(Error::Disclosure));
    }

    #[test]
    fn it_is_told_in_lines_that_cannot_be_broken() {
        let (entry, disclosure) = entry();
        let told = disclosure.told(&entry);
        assert!(told.contains("  orders.1.number = [nothing, \"25-01/4\\u{202e}\\u{a}\"]\n"), "{told}");
        assert!(told.contains("  actor withheld\n"));
        assert_eq!(told.lines().count(), 9);
    }
}
