//! One entry: what happened, when, on which device, and a salted digest of every field that changed.

use crate::encode::{Value, decode, encode};
use crate::error::Error;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// The digest of one field. Its value and salt are kept elsewhere and can be disclosed one by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldDigest {
    /// Name of the field, unique within the entry.
    pub name: String,
    /// See [`field_digest`].
    pub digest: [u8; 32],
}

/// Returns SHA-256(salt, name and value in canonical CBOR): nobody without the salt can guess the value.
#[must_use]
pub fn field_digest(salt: &[u8; 16], name: &str, value: &Value) -> [u8; 32] {
    let body = encode(&Value::Array(vec![Value::Text(name.to_owned()), value.clone()]));
    Sha256::new().chain_update(salt).chain_update(body).finalize().into()
}

/// One line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Identifier of the vault.
    pub vault: [u8; 16],
    /// Identifier of the device that wrote it.
    pub device: [u8; 16],
    /// Place from 0.
    pub seq: u64,
    /// UTC microseconds since 1970-01-01, as the device's clock said.
    pub recorded_at: i64,
    /// What happened, as `order_recorded`.
    pub kind: String,
    /// Identifier of what it is about.
    pub object: [u8; 16],
    /// Digests of the fields, in the order in which they were stated.
    pub fields: Vec<FieldDigest>,
    /// Root over the rows of an import that this entry seals.
    pub rows_root: Option<[u8; 32]>,
    /// Leaf hash of the entry before; zeros for the first.
    pub prev: [u8; 32],
    /// Program and version that wrote it.
    pub app: String,
}

const FORMAT: i64 = 1;

impl Entry {
    /// Writes the entry's bytes: what is hashed, kept and handed over.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let bytes = |b: &[u8]| Value::Bytes(b.to_vec());
        let fields = self.fields.iter().map(|f| Value::Array(vec![Value::Text(f.name.clone()), bytes(&f.digest)])).collect();
        let map = BTreeMap::from([
            ("app".to_owned(), Value::Text(self.app.clone())),
            ("at".to_owned(), Value::Int(self.recorded_at)),
            ("device".to_owned(), bytes(&self.device)),
            ("fields".to_owned(), Value::Array(fields)),
            ("format".to_owned(), Value::Int(FORMAT)),
            ("kind".to_owned(), Value::Text(self.kind.clone())),
            ("object".to_owned(), bytes(&self.object)),
            ("prev".to_owned(), bytes(&self.prev)),
            ("rows".to_owned(), self.rows_root.map_or(Value::Null, |root| bytes(&root))),
            ("seq".to_owned(), Value::Int(i64::try_from(self.seq).unwrap_or(i64::MAX))),
            ("vault".to_owned(), bytes(&self.vault)),
        ]);
        encode(&Value::Map(map))
    }

    /// Reads an entry; refuses unknown members, repeated field names and anything not canonical.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let Value::Map(mut map) = decode(bytes)? else { return Err(Error::Entry) };
        let mut take = |name: &str| map.remove(name).ok_or(Error::Entry);
        if take("format")? != Value::Int(FORMAT) {
            return Err(Error::Entry);
        }
        let entry = Self {
            vault: array(take("vault")?)?,
            device: array(take("device")?)?,
            seq: u64::try_from(int(&take("seq")?)?).map_err(|_| Error::Entry)?,
            recorded_at: int(&take("at")?)?,
            kind: text(take("kind")?)?,
            object: array(take("object")?)?,
            fields: fields(take("fields")?)?,
            rows_root: match take("rows")? {
                Value::Null => None,
                other => Some(array(other)?),
            },
            prev: array(take("prev")?)?,
            app: text(take("app")?)?,
        };
        if map.is_empty() { Ok(entry) } else { Err(Error::Entry) }
    }
}

fn array<const N: usize>(value: Value) -> Result<[u8; N], Error> {
    match value {
        Value::Bytes(bytes) => bytes.try_into().map_err(|_| Error::Entry),
        _ => Err(Error::Entry),
    }
}

fn int(value: &Value) -> Result<i64, Error> {
    match value {
        Value::Int(n) => Ok(*n),
        _ => Err(Error::Entry),
    }
}

fn text(value: Value) -> Result<String, Error> {
    match value {
        Value::Text(text) => Ok(text),
        _ => Err(Error::Entry),
    }
}

fn fields(value: Value) -> Result<Vec<FieldDigest>, Error> {
    let Value::Array(items) = value else { return Err(Error::Entry) };
    let mut names = BTreeSet::new();
    let mut fields = Vec::with_capacity(items.len());
    for item in items {
        let Value::Array(pair) = item else { return Err(Error::Entry) };
        let Ok([name, digest]) = <[Value; 2]>::try_from(pair) else { return Err(Error::Entry) };
        let field = FieldDigest { name: text(name)?, digest: array(digest)? };
        if !names.insert(field.name.clone()) {
            return Err(Error::Entry);
        }
        fields.push(field);
    }
    Ok(fields)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    prop_compose! {
        pub(crate) fn entries()(
            seq in 0u64..1 << 62, recorded_at: i64, kind in "[a-z_]{1,20}", object: [u8; 16],
            names in proptest::collection::btree_set(".{1,10}", 0..6), digest: [u8; 32], rows_root: Option<[u8; 32]>, prev: [u8; 32],
        ) -> Entry {
            Entry {
                vault: [1; 16], device: [2; 16], seq, recorded_at, kind, object,
                fields: names.into_iter().map(|name| FieldDigest { name, digest }).collect(),
                rows_root, prev, app: "tarazy 0".to_owned(),
            }
        }
    }

    proptest! {
        #[test]
        fn an_entry_comes_back_as_it_was(entry in entries()) {
            let bytes = entry.to_bytes();
            let back = Entry::from_bytes(&bytes).unwrap();
            prop_assert_eq!(back.to_bytes(), bytes);
            prop_assert_eq!(back, entry);
        }
    }

    #[test]
    fn the_salt_changes_the_digest() {
        let value = Value::Text("Алматы".to_owned());
        assert_ne!(field_digest(&[0; 16], "city", &value), field_digest(&[1; 16], "city", &value));
        assert_ne!(field_digest(&[0; 16], "city", &value), field_digest(&[0; 16], "town", &value));
    }
}
