//! One entry: what happened, when, on which device, and a salted digest of every field that changed.

use crate::encode::{Scalar, Value, decode, encode, encode_named, encode_named_list};
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
    Sha256::new().chain_update(salt).chain_update(encode_named(name, value)).finalize().into()
}

/// Returns what [`field_digest`] returns for a list of these values.
#[must_use]
pub fn list_digest<'a>(salt: &[u8; 16], name: &str, items: impl ExactSizeIterator<Item = Scalar<'a>>) -> [u8; 32] {
    Sha256::new().chain_update(salt).chain_update(encode_named_list(name, items)).finalize().into()
}

/// One line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Identifier of the vault.
    pub vault: [u8; 16],
    /// Identifier of the device that wrote it.
    pub device: [u8; 16],
    /// Place from 0, at most `i64::MAX`.
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
    /// Writes the entry's bytes: what is hashed, kept and handed over. Repeated field names are written as given, but
    /// [`Entry::from_bytes`] refuses them: a writer reads back what it wrote before signing it.
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

    fn plain() -> Entry {
        Entry {
            vault: [1; 16],
            device: [2; 16],
            seq: 7,
            recorded_at: 1_700_000_000_000_000,
            kind: "order_recorded".to_owned(),
            object: [4; 16],
            fields: vec![FieldDigest { name: "number".to_owned(), digest: [5; 32] }],
            rows_root: None,
            prev: [6; 32],
            app: "tarazy 0".to_owned(),
        }
    }

    // The format is frozen: vaults and exhibits of every version must stay readable. If this fails, FORMAT must rise instead.
    #[test]
    fn the_bytes_of_an_entry_never_change() {
        let written: String = plain().to_bytes().iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(
            written,
            concat!(
                "ab6261741b00060a24181e40006361707068746172617a7920306373657107646b696e646e6f726465725f7265636f726465",
                "6464707265765820060606060606060606060606060606060606060606060606060606060606060664726f7773f665766175",
                "6c745001010101010101010101010101010101666465766963655002020202020202020202020202020202666669656c6473",
                "8182666e756d6265725820050505050505050505050505050505050505050505050505050505050505050566666f726d6174",
                "01666f626a6563745004040404040404040404040404040404",
            )
        );
        let digest: String =
            field_digest(&[3; 16], "number", &Value::Text("7-1/2".to_owned())).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(digest, "67525362637f615b849a3888ed248c31b36c9a5e90846d420dc54c0e48e189a4");
    }

    #[test]
    fn what_is_not_quite_an_entry_is_refused() {
        let Ok(Value::Map(map)) = decode(&plain().to_bytes()) else { unreachable!() };
        let read = |map: &BTreeMap<String, Value>| Entry::from_bytes(&encode(&Value::Map(map.clone())));
        assert_eq!(read(&map), Ok(plain()));
        for name in map.keys() {
            let mut without = map.clone();
            without.remove(name);
            assert_eq!(read(&without), Err(Error::Entry), "without {name}");
            let mut of_another_kind = map.clone();
            of_another_kind.insert(name.clone(), Value::Bool(true));
            assert_eq!(read(&of_another_kind), Err(Error::Entry), "{name} of another kind");
        }
        let changed =
            |name: &str, value| read(&[map.clone(), BTreeMap::from([(name.to_owned(), value)])].into_iter().flatten().collect());
        assert_eq!(changed("more", Value::Null), Err(Error::Entry), "an unknown member");
        assert_eq!(changed("format", Value::Int(2)), Err(Error::Entry), "a later format");
        assert_eq!(changed("seq", Value::Int(-1)), Err(Error::Entry), "a place before the first");
        assert_eq!(changed("prev", Value::Bytes(vec![6; 31])), Err(Error::Entry), "a digest cut short");
        assert_eq!(Entry::from_bytes(&encode(&Value::Null)), Err(Error::Entry));
        let twice = Entry { fields: [plain().fields, plain().fields].concat(), ..plain() };
        assert_eq!(Entry::from_bytes(&twice.to_bytes()), Err(Error::Entry), "a field twice");
    }

    #[test]
    fn the_salt_changes_the_digest() {
        let value = Value::Text("Алматы".to_owned());
        assert_ne!(field_digest(&[0; 16], "city", &value), field_digest(&[1; 16], "city", &value));
        assert_ne!(field_digest(&[0; 16], "city", &value), field_digest(&[0; 16], "town", &value));
    }
}
