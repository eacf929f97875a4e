//! What stands beside an entry: its values, and what the salts of their digests follow from. In the first format that is one secret of the entry; a
//! purge destroys it and keeps the salt of each value that is left, so that nobody can try values against the digest of one that is gone.

use super::change::{field_salt, touch_name};
use crate::id::Id;
use std::collections::{BTreeMap, BTreeSet};
use tarazy_ledger::{Value, decode, encode};
use zeroize::Zeroizing;

enum Salts {
    // Every salt follows from it.
    Secret(Zeroizing<[u8; 32]>),
    // By the names of the fields that are left.
    Kept(BTreeMap<String, [u8; 16]>),
}

/// A row that an entry touched.
pub(super) struct PaidTouch {
    pub table: String,
    pub id: Id,
    pub made: bool,
    /// Columns, each with the pair of what was before and what came after; nothing where it was purged.
    pub columns: Vec<(String, Option<Value>)>,
}

/// The values beside an entry.
pub(super) struct Payload {
    salts: Salts,
    /// Facts by their names; nothing where one was purged.
    pub facts: Vec<(String, Option<Value>)>,
    pub touches: Vec<PaidTouch>,
}

/// Returns what was before and what came after.
pub(super) fn halves(pair: &Value) -> Option<(&Value, &Value)> {
    match pair {
        Value::Array(pair) => match pair.as_slice() {
            [before, after] => Some((before, after)),
            _ => None,
        },
        _ => None,
    }
}

impl Payload {
    /// Reads what stands beside an entry, or nothing where it is no such thing.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let Value::Map(mut map) = decode(bytes).ok()? else { return None };
        let salts = match (map.remove("secret"), map.remove("salts")) {
            (Some(Value::Bytes(secret)), None) => Salts::Secret(Zeroizing::new(secret.as_slice().try_into().ok()?)),
            (None, Some(Value::Map(kept))) => {
                let kept = kept.into_iter().map(|(name, salt)| match salt {
                    Value::Bytes(salt) => Some((name, salt.as_slice().try_into().ok()?)),
                    _ => None,
                });
                Salts::Kept(kept.collect::<Option<_>>()?)
            }
            _ => return None,
        };
        let facts = list(map.remove("facts")?)?.into_iter().map(named).collect::<Option<_>>()?;
        let touch = |touch: Value| {
            let [Value::Text(table), Value::Bytes(id), Value::Bool(made), Value::Array(columns)] =
                <[Value; 4]>::try_from(list(touch)?).ok()?
            else {
                return None;
            };
            let columns: Vec<(String, Option<Value>)> = columns.into_iter().map(named).collect::<Option<_>>()?;
            let are_pairs = columns.iter().filter_map(|(_, pair)| pair.as_ref()).all(|pair| halves(pair).is_some());
            are_pairs.then_some(PaidTouch { table, id: Id::from_slice(&id).ok()?, made, columns })
        };
        let touches = list(map.remove("touches")?)?.into_iter().map(touch).collect::<Option<_>>()?;
        let is_whole = map.is_empty();
        is_whole.then_some(Self { salts, facts, touches })
    }

    /// Writes it as it is kept.
    pub fn write(&self) -> Vec<u8> {
        let pair = |name: &String, value: &Option<Value>| {
            Value::Array(std::iter::once(Value::Text(name.clone())).chain(value.clone()).collect())
        };
        let facts = self.facts.iter().map(|(name, value)| pair(name, value)).collect();
        let touches = self.touches.iter().map(|touch| {
            Value::Array(vec![
                Value::Text(touch.table.clone()),
                Value::Bytes(touch.id.bytes().to_vec()),
                Value::Bool(touch.made),
                Value::Array(touch.columns.iter().map(|(column, values)| pair(column, values)).collect()),
            ])
        });
        let salts = match &self.salts {
            Salts::Secret(secret) => ("secret".to_owned(), Value::Bytes(secret.to_vec())),
            Salts::Kept(kept) => {
                let kept = kept.iter().map(|(name, salt)| (name.clone(), Value::Bytes(salt.to_vec())));
                ("salts".to_owned(), Value::Map(kept.collect()))
            }
        };
        encode(&Value::Map(BTreeMap::from([
            ("facts".to_owned(), Value::Array(facts)),
            salts,
            ("touches".to_owned(), Value::Array(touches.collect())),
        ])))
    }

    /// Returns the salt of a field that is there.
    pub fn salt(&self, name: &str) -> Option<[u8; 16]> {
        match &self.salts {
            Salts::Secret(secret) => Some(field_salt(secret, name)),
            Salts::Kept(kept) => kept.get(name).copied(),
        }
    }

    /// Returns a fact that is there.
    pub fn fact(&self, name: &str) -> Option<&Value> {
        self.facts.iter().find(|(fact, _)| fact == name).and_then(|(_, value)| value.as_ref())
    }

    /// Takes fields away with the secret that their salts followed from. The salts of those that are left are kept.
    pub fn purge(&mut self, names: &BTreeSet<String>) {
        let mut left = BTreeMap::new();
        let mut each = |name: String, value: &mut Option<Value>| {
            if names.contains(&name) {
                *value = None;
            } else if let Some(salt) = value.is_some().then(|| self.salts.of(&name)).flatten() {
                left.insert(name, salt);
            }
        };
        for (name, value) in &mut self.facts {
            each(name.clone(), value);
        }
        for touch in &mut self.touches {
            for (column, pair) in &mut touch.columns {
                each(touch_name(&touch.table, &touch.id, column), pair);
            }
        }
        self.salts = Salts::Kept(left);
    }
}

impl Salts {
    fn of(&self, name: &str) -> Option<[u8; 16]> {
        match self {
            Self::Secret(secret) => Some(field_salt(secret, name)),
            Self::Kept(kept) => kept.get(name).copied(),
        }
    }
}

fn list(value: Value) -> Option<Vec<Value>> {
    match value {
        Value::Array(items) => Some(items),
        _ => None,
    }
}

// A name with its value; alone where the value was purged.
fn named(value: Value) -> Option<(String, Option<Value>)> {
    let mut items = list(value)?.into_iter();
    match (items.next(), items.next(), items.next()) {
        (Some(Value::Text(name)), value, None) => Some((name, value)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payload() -> Payload {
        let pair = |text: &str| Some(Value::Array(vec![Value::Null, Value::Text(text.to_owned())]));
        Payload {
            salts: Salts::Secret(Zeroizing::new([7; 32])),
            facts: vec![("actor".to_owned(), Some(Value::Text("A".to_owned())))],
            touches: vec![PaidTouch {
                table: "actors".to_owned(),
                id: Id::from_bytes([1; 16]),
                made: true,
                columns: vec![("name".to_owned(), pair("Aigul")), ("note".to_owned(), pair("n"))],
            }],
        }
    }

    #[test]
    fn what_is_purged_takes_its_salt_along_and_leaves_all_others() {
        let name = touch_name("actors", &Id::from_bytes([1; 16]), "name");
        let note = touch_name("actors", &Id::from_bytes([1; 16]), "note");
        let whole = Payload::read(&payload().write()).unwrap();
        let salts = [whole.salt("actor"), whole.salt(&note)];
        let mut purged = payload();
        purged.purge(&BTreeSet::from([name.clone()]));
        let bytes = purged.write();
        let purged = Payload::read(&bytes).unwrap();
        assert_eq!((purged.salt(&name), [purged.salt("actor"), purged.salt(&note)]), (None, salts));
        for gone in [&b"Aigul"[..], &[7; 32], &whole.salt(&name).unwrap()] {
            assert!(!bytes.windows(gone.len()).any(|window| window == gone), "{gone:?}");
        }
        assert_eq!(purged.touches[0].columns[0], ("name".to_owned(), None));
        assert_eq!(purged.write(), bytes);
    }

    #[test]
    fn what_is_cut_or_has_more_in_it_is_no_payload() {
        let bytes = payload().write();
        assert!((0..bytes.len()).all(|at| Payload::read(&bytes[..at]).is_none()));
        let Value::Map(mut map) = decode(&bytes).unwrap() else { unreachable!("a payload is a map") };
        map.insert("salts".to_owned(), Value::Map(BTreeMap::new()));
        assert!(Payload::read(&encode(&Value::Map(map))).is_none(), "a secret and salts");
    }
}
