//! Deterministic CBOR (RFC 8949, section 4.2.1): every value has exactly one encoding, and nothing else is read.

use crate::error::Error;
use std::collections::BTreeMap;

const DEPTH_MAX: usize = 64;

/// A value. There are no floats: what is signed must not depend on rounding.
///
/// Values nested deeper than 64 are written but not read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Bytes.
    Bytes(Vec<u8>),
    /// Text in UTF-8.
    Text(String),
    /// A list.
    Array(Vec<Value>),
    /// A map with text keys, written in the order of their encodings.
    Map(BTreeMap<String, Value>),
}

const UNSIGNED: u8 = 0;
const NEGATIVE: u8 = 1;
const BYTES: u8 = 2;
const TEXT: u8 = 3;
const ARRAY: u8 = 4;
const MAP: u8 = 5;
const FALSE: u8 = 0xF4;
const TRUE: u8 = 0xF5;
const NULL: u8 = 0xF6;

/// Writes a value.
#[must_use]
pub fn encode(value: &Value) -> Vec<u8> {
    let mut out = Vec::new();
    write(value, &mut out);
    out
}

/// Writes the list of a name and a value, without copying the value first.
pub(crate) fn encode_named(name: &str, value: &Value) -> Vec<u8> {
    let mut out = Vec::new();
    head(ARRAY, 2, &mut out);
    write_text(name, &mut out);
    write(value, &mut out);
    out
}

/// A value of a list that is encoded without being copied first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scalar<'a> {
    /// Nothing.
    Null,
    /// A whole number.
    Int(i64),
    /// Bytes.
    Bytes(&'a [u8]),
    /// Text in UTF-8.
    Text(&'a str),
}

/// Writes the list of a name and a list of scalars: the same bytes as [`encode_named`] for the same values.
pub(crate) fn encode_named_list<'a>(name: &str, items: impl ExactSizeIterator<Item = Scalar<'a>>) -> Vec<u8> {
    let mut out = Vec::with_capacity(512);
    head(ARRAY, 2, &mut out);
    write_text(name, &mut out);
    head(ARRAY, length(items.len()), &mut out);
    for item in items {
        match item {
            Scalar::Null => out.push(NULL),
            Scalar::Int(n) => write_int(n, &mut out),
            Scalar::Bytes(bytes) => write_bytes(bytes, &mut out),
            Scalar::Text(text) => write_text(text, &mut out),
        }
    }
    out
}

fn write_int(n: i64, out: &mut Vec<u8>) {
    match u64::try_from(n) {
        Ok(n) => head(UNSIGNED, n, out),
        // CBOR writes a negative n as -1 - n, which is what flipping all bits gives.
        Err(_) => head(NEGATIVE, (!n).unsigned_abs(), out),
    }
}

fn write_bytes(bytes: &[u8], out: &mut Vec<u8>) {
    head(BYTES, length(bytes.len()), out);
    out.extend_from_slice(bytes);
}

fn write(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Null => out.push(NULL),
        Value::Bool(yes) => out.push(if *yes { TRUE } else { FALSE }),
        Value::Int(n) => write_int(*n, out),
        Value::Bytes(bytes) => write_bytes(bytes, out),
        Value::Text(text) => write_text(text, out),
        Value::Array(items) => {
            head(ARRAY, length(items.len()), out);
            items.iter().for_each(|item| write(item, out));
        }
        Value::Map(map) => {
            head(MAP, length(map.len()), out);
            let mut pairs: Vec<(&String, &Value)> = map.iter().collect();
            pairs.sort_by(|(a, _), (b, _)| key_order(a, b));
            for (key, item) in pairs {
                write_text(key, out);
                write(item, out);
            }
        }
    }
}

fn write_text(text: &str, out: &mut Vec<u8>) {
    head(TEXT, length(text.len()), out);
    out.extend_from_slice(text.as_bytes());
}

fn length(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

// The bytewise order of encoded text keys: the shorter first, then by bytes.
fn key_order(a: &str, b: &str) -> std::cmp::Ordering {
    a.len().cmp(&b.len()).then_with(|| a.as_bytes().cmp(b.as_bytes()))
}

fn head(major: u8, n: u64, out: &mut Vec<u8>) {
    let major = major << 5;
    let bytes = n.to_be_bytes();
    let [.., b4, b5, b6, b7] = bytes;
    match n {
        0..=23 => out.push(major | b7),
        24..=0xFF => out.extend([major | 24, b7]),
        0x100..=0xFFFF => out.extend([major | 25, b6, b7]),
        0x1_0000..=0xFFFF_FFFF => out.extend([major | 26, b4, b5, b6, b7]),
        _ => {
            out.push(major | 27);
            out.extend(bytes);
        }
    }
}

/// Reads a value; refuses every encoding but the one that [`encode`] writes.
pub fn decode(bytes: &[u8]) -> Result<Value, Error> {
    let mut reader = Reader { rest: bytes };
    let value = reader.value(0)?;
    if reader.rest.is_empty() { Ok(value) } else { Err(Error::Encoding) }
}

struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    fn take(&mut self, n: usize) -> Result<&'b [u8], Error> {
        let (taken, rest) = self.rest.split_at_checked(n).ok_or(Error::Encoding)?;
        self.rest = rest;
        Ok(taken)
    }

    fn head(&mut self) -> Result<(u8, u64, u8), Error> {
        let first = self.take(1)?.first().copied().ok_or(Error::Encoding)?;
        let (major, small) = (first >> 5, first & 0x1F);
        let (n, least) = match small {
            0..=23 => (u64::from(small), 0),
            24 => (self.number(1)?, 24),
            25 => (self.number(2)?, 0x100),
            26 => (self.number(4)?, 0x1_0000),
            27 => (self.number(8)?, 0x1_0000_0000),
            _ => return Err(Error::Encoding),
        };
        // A number that fits a shorter form must use it.
        if major < 7 && n < least { Err(Error::Encoding) } else { Ok((major, n, first)) }
    }

    fn number(&mut self, width: usize) -> Result<u64, Error> {
        Ok(self.take(width)?.iter().fold(0, |n, b| n << 8 | u64::from(*b)))
    }

    fn text(&mut self, n: u64) -> Result<String, Error> {
        let bytes = self.take(usize::try_from(n).map_err(|_| Error::Encoding)?)?;
        std::str::from_utf8(bytes).map(str::to_owned).map_err(|_| Error::Encoding)
    }

    fn value(&mut self, depth: usize) -> Result<Value, Error> {
        if depth > DEPTH_MAX {
            return Err(Error::Encoding);
        }
        let (major, n, first) = self.head()?;
        match major {
            UNSIGNED => i64::try_from(n).map(Value::Int).map_err(|_| Error::Encoding),
            NEGATIVE => i64::try_from(n).map(|n| Value::Int(!n)).map_err(|_| Error::Encoding),
            BYTES => Ok(Value::Bytes(self.take(usize::try_from(n).map_err(|_| Error::Encoding)?)?.to_vec())),
            TEXT => self.text(n).map(Value::Text),
            ARRAY => self.array(n, depth),
            MAP => self.map(n, depth),
            _ => match first {
                FALSE => Ok(Value::Bool(false)),
                TRUE => Ok(Value::Bool(true)),
                NULL => Ok(Value::Null),
                _ => Err(Error::Encoding),
            },
        }
    }

    fn array(&mut self, n: u64, depth: usize) -> Result<Value, Error> {
        // The stated length is not believed before the items are there: no reserving.
        let mut items = Vec::new();
        for _ in 0..n {
            items.push(self.value(depth + 1)?);
        }
        Ok(Value::Array(items))
    }

    fn map(&mut self, n: u64, depth: usize) -> Result<Value, Error> {
        let mut map = BTreeMap::new();
        let mut last: Option<String> = None;
        for _ in 0..n {
            let (major, length, _) = self.head()?;
            if major != TEXT {
                return Err(Error::Encoding);
            }
            let key = self.text(length)?;
            if last.as_deref().is_some_and(|l| key_order(l, &key).is_ge()) {
                return Err(Error::Encoding);
            }
            map.insert(key.clone(), self.value(depth + 1)?);
            last = Some(key);
        }
        Ok(Value::Map(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn examples_of_the_standard() {
        // RFC 8949, appendix A.
        for (value, hex) in [
            (Value::Int(0), "00"),
            (Value::Int(23), "17"),
            (Value::Int(24), "1818"),
            (Value::Int(1_000_000), "1a000f4240"),
            (Value::Int(1_000_000_000_000), "1b000000e8d4a51000"),
            (Value::Int(-1), "20"),
            (Value::Int(-1000), "3903e7"),
            (Value::Bool(false), "f4"),
            (Value::Null, "f6"),
            (Value::Bytes(vec![1, 2, 3, 4]), "4401020304"),
            (Value::Text("水".to_owned()), "63e6b0b4"),
            (Value::Array(vec![Value::Int(1), Value::Int(2), Value::Int(3)]), "83010203"),
        ] {
            let bytes = encode(&value);
            let written: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
            assert_eq!(written, hex);
            assert_eq!(decode(&bytes), Ok(value));
        }
    }

    proptest! {
        #[test]
        fn a_list_that_is_lent_is_the_list_that_is_owned(
            name in any::<String>(), n in any::<i64>(), bytes in any::<Vec<u8>>(), text in any::<String>(), times in 0_usize..30
        ) {
            let lent = [Scalar::Int(n), Scalar::Null, Scalar::Bytes(&bytes), Scalar::Text(&text)].repeat(times);
            let one = vec![Value::Int(n), Value::Null, Value::Bytes(bytes.clone()), Value::Text(text.clone())];
            let owned: Vec<Value> = std::iter::repeat_n(one, times).flatten().collect();
            prop_assert_eq!(encode_named_list(&name, lent.into_iter()), encode_named(&name, &Value::Array(owned)));
        }
    }

    #[test]
    fn only_the_canonical_form_is_read() {
        let refused: [&[u8]; 17] = [
            &[],                                   // nothing
            &[0x18, 0x17],                         // 23 in two bytes
            &[0x19, 0x00, 0xFF],                   // 255 in three
            &[0x58, 0x01, 0x00],                   // a length of 1 in two bytes
            &[0x1B, 0x80, 0, 0, 0, 0, 0, 0, 0],    // above the largest signed number
            &[0x3B, 0x80, 0, 0, 0, 0, 0, 0, 0],    // below the least
            &[0x00, 0x00],                         // something behind the value
            &[0x82, 0x00],                         // a list cut short
            &[0x61, 0xFF],                         // not UTF-8
            &[0xA1, 0x00, 0x00],                   // a key that is no text
            &[0xC0, 0x00],                         // a tag
            &[0xF8, 0x14],                         // false in two bytes
            &[0xA2, 0x61, b'b', 0, 0x61, b'a', 0], // keys out of order
            &[0xA2, 0x61, b'a', 0, 0x61, b'a', 0], // a key twice
            &[0xFB, 0, 0, 0, 0, 0, 0, 0, 0],       // a float
            &[0x9F, 0xFF],                         // indefinite length
            &[0x5B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        ];
        for bytes in refused {
            assert_eq!(decode(bytes), Err(Error::Encoding), "{bytes:02x?}");
        }
    }

    #[test]
    fn a_long_or_deep_claim_is_refused_before_it_costs_anything() {
        assert_eq!(decode(&[0x9B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]), Err(Error::Encoding));
        assert_eq!(decode(&vec![0x81; 1_000_000]), Err(Error::Encoding));
        let nested = |depth| [vec![0x81; depth], vec![0x00]].concat();
        assert!(decode(&nested(DEPTH_MAX)).is_ok());
        assert_eq!(decode(&nested(DEPTH_MAX + 1)), Err(Error::Encoding));
    }

    #[test]
    fn the_ends_of_every_length_of_head() {
        for n in [0, 23, 24, 255, 256, 65_535, 65_536, 4_294_967_295, 4_294_967_296, i64::MAX] {
            for value in [Value::Int(n), Value::Int(!n)] {
                assert_eq!(decode(&encode(&value)), Ok(value));
            }
        }
    }

    #[test]
    fn short_keys_come_first() {
        let map = ["b", "aa", ""].map(|k| (k.to_owned(), Value::Null));
        assert_eq!(encode(&Value::Map(BTreeMap::from(map))), b"\xA3\x60\xF6\x61b\xF6\x62aa\xF6");
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            any::<i64>().prop_map(Value::Int),
            proptest::collection::vec(any::<u8>(), 0..40).prop_map(Value::Bytes),
            ".{0,12}".prop_map(Value::Text),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
                proptest::collection::btree_map(".{0,8}", inner, 0..6).prop_map(Value::Map),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(value in values()) {
            prop_assert_eq!(decode(&encode(&value)), Ok(value));
        }

        #[test]
        fn a_named_value_is_a_list_of_two(name in ".{0,30}", value in values()) {
            let listed = encode(&Value::Array(vec![Value::Text(name.clone()), value.clone()]));
            prop_assert_eq!(encode_named(&name, &value), listed);
        }

        // Noise alone is hardly ever a value, so sound bytes are damaged instead.
        #[test]
        fn what_is_read_is_canonical(value in values(), at: prop::sample::Index, byte: u8, cut: bool) {
            let mut bytes = encode(&value);
            let at = at.index(bytes.len());
            if cut {
                bytes.remove(at);
            } else {
                bytes[at] = byte;
            }
            if let Ok(read) = decode(&bytes) {
                prop_assert_eq!(encode(&read), bytes);
            }
        }
    }
}
