//! The open form of a register, read back while it streams: never the whole of it is in memory, and what is not exactly of the form is
//! refused with the line at fault.

use super::open::SCHEMA;
use crate::id::Id;
use crate::model::kept;
use crate::model::kinds::{Field, Fields, Held, Kind, Shape};
use crate::model::time::{Basis, Moment, Precision};
use chrono::DateTime;
use serde::de::{self, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::io::{BufReader, Read};
use std::rc::Rc;

/// Bytes of a whole document.
const FILE_BYTES_MAX: u64 = 64 * 1024 * 1024 * 1024;
/// Bytes of one text, as written with its escapes: more than the longest cell of an import can become.
const STRING_BYTES_MAX: u64 = 16 * 1024 * 1024;
/// Braces and brackets inside each other; the form has five.
const DEPTH_MAX: u32 = 8;
/// Codes of one field; no list is as long.
const CODES_MAX: usize = 64;

/// A piece of a document, as it comes.
#[derive(Debug, Clone)]
pub enum Piece {
    /// A setting: name and value.
    Setting(String, String),
    /// A record with its filled fields.
    Record(&'static Kind, Id, Fields),
}

/// Why a document was refused.
#[derive(Debug)]
pub enum Refused<E> {
    /// It is no document of this form, or of a version that is not known here.
    Foreign,
    /// It is cut short or damaged at this line, or says something that the form does not know.
    Damaged {
        /// Line from 1.
        line: u64,
    },
    /// It is larger than the limit, or a text in it is.
    TooLarge {
        /// Bytes.
        limit: u64,
    },
    /// A record is not of its kind.
    Record {
        /// Line from 1.
        line: u64,
        /// The kind.
        kind: &'static str,
        /// The field at fault.
        field: String,
    },
    /// Whoever took the pieces refused one.
    Taker {
        /// Line from 1.
        line: u64,
        /// The kind, where it was a record.
        kind: &'static str,
        /// Why.
        error: E,
    },
    /// It cannot be read.
    Unreadable,
}

/// Reads a document and hands over its pieces. Returns how many records there were.
///
/// # Errors
/// See [`Refused`]. Pieces may have been handed over before.
pub fn read_open<E>(from: impl Read, take: &mut dyn FnMut(Piece) -> Result<(), E>) -> Result<u64, Refused<E>> {
    let broken = Rc::new(Cell::new(None));
    let guarded = Guard { from, broken: Rc::clone(&broken), state: State::default() };
    let mut json = serde_json::Deserializer::from_reader(BufReader::with_capacity(64 * 1024, guarded));
    let reading = Reading { take: RefCell::new(take), fault: RefCell::new(None), named: Cell::new(false), seen: Cell::new(0) };
    let done = json.deserialize_map(Document(&reading)).and_then(|()| json.end());
    let Err(error) = done else { return Ok(reading.seen.get()) };
    let line = error.line() as u64;
    match broken.get() {
        Some(Broken::Large(limit)) => return Err(Refused::TooLarge { limit }),
        Some(Broken::Deep) => return Err(Refused::Damaged { line }),
        None => {}
    }
    Err(match reading.fault.into_inner() {
        Some(Fault::Foreign) => Refused::Foreign,
        Some(Fault::Record { kind, field }) => Refused::Record { line, kind, field },
        Some(Fault::Taker { kind, error }) => Refused::Taker { line, kind, error },
        None if error.is_io() => Refused::Unreadable,
        // What breaks before it said what it is could be anything.
        None if !reading.named.get() => Refused::Foreign,
        None => Refused::Damaged { line },
    })
}

enum Fault<E> {
    Foreign,
    Record { kind: &'static str, field: String },
    Taker { kind: &'static str, error: E },
}

struct Reading<'t, E> {
    take: RefCell<&'t mut dyn FnMut(Piece) -> Result<(), E>>,
    fault: RefCell<Option<Fault<E>>>,
    named: Cell<bool>,
    seen: Cell<u64>,
}

impl<E> Reading<'_, E> {
    // The error that serde carries is only a carrier; what is wrong is kept here.
    fn fail<D: de::Error>(&self, fault: Fault<E>) -> D {
        let mut kept = self.fault.borrow_mut();
        if kept.is_none() {
            *kept = Some(fault);
        }
        D::custom("refused")
    }

    fn give<D: de::Error>(&self, kind: &'static str, piece: Piece) -> Result<(), D> {
        let given = (self.take.borrow_mut())(piece);
        given.map_err(|error| self.fail(Fault::Taker { kind, error }))
    }
}

struct Document<'r, 't, E>(&'r Reading<'t, E>);

impl<'de, E> Visitor<'de> for Document<'_, '_, E> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a register")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        // The form names itself first, so that a foreign file is told before anything of it is taken.
        let named = matches!(map.next_key::<String>()?.as_deref(), Some("schema")) && map.next_value::<String>()? == SCHEMA;
        if !named {
            return Err(self.0.fail(Fault::Foreign));
        }
        self.0.named.set(true);
        let mut seen: Vec<String> = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            if seen.contains(&name) {
                return Err(A::Error::custom("twice"));
            }
            match name.as_str() {
                "app" | "as_of" | "vault" => drop(map.next_value::<String>()?),
                "ledger" | "held_back" => drop(map.next_value::<IgnoredAny>()?),
                "settings" => map.next_value_seed(Settings(self.0))?,
                "kinds" => map.next_value_seed(Kinds(self.0))?,
                _ => return Err(A::Error::custom("unknown")),
            }
            seen.push(name);
        }
        // A document without its records is not a register that is empty, but one that is not there.
        if seen.iter().any(|name| name == "kinds") { Ok(()) } else { Err(A::Error::custom("no records")) }
    }
}

macro_rules! seed {
    ($name:ident, $way:ident) => {
        impl<'de, E> DeserializeSeed<'de> for $name<'_, '_, E> {
            type Value = ();

            fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
                from.$way(self)
            }
        }
    };
}

struct Settings<'r, 't, E>(&'r Reading<'t, E>);
seed!(Settings, deserialize_map);

impl<'de, E> Visitor<'de> for Settings<'_, '_, E> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("settings")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some((name, value)) = map.next_entry::<String, String>()? {
            self.0.give("settings", Piece::Setting(name, value))?;
        }
        Ok(())
    }
}

struct Kinds<'r, 't, E>(&'r Reading<'t, E>);
seed!(Kinds, deserialize_map);

impl<'de, E> Visitor<'de> for Kinds<'_, '_, E> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("kinds of record")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen: Vec<&'static str> = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            let kind = kept::named(&name).filter(|kind| !seen.contains(&kind.name));
            let kind = kind.ok_or_else(|| A::Error::custom("unknown or twice"))?;
            seen.push(kind.name);
            map.next_value_seed(Records(self.0, kind))?;
        }
        Ok(())
    }
}

struct Records<'r, 't, E>(&'r Reading<'t, E>, &'static Kind);
seed!(Records, deserialize_seq);

impl<'de, E> Visitor<'de> for Records<'_, '_, E> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(OneRecord(self.0, self.1))?.is_some() {}
        Ok(())
    }
}

struct OneRecord<'r, 't, E>(&'r Reading<'t, E>, &'static Kind);
seed!(OneRecord, deserialize_map);

impl<'de, E> Visitor<'de> for OneRecord<'_, '_, E> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (reading, kind) = (self.0, self.1);
        let fault = |field: &str| reading.fail(Fault::Record { kind: kind.name, field: field.chars().take(60).collect() });
        let mut id = None;
        let mut fields = Fields::new();
        while let Some(name) = map.next_key::<String>()? {
            if name == "id" {
                let written: String = map.next_value()?;
                if id.replace(written.parse::<Id>().map_err(|_| fault("id"))?).is_some() {
                    return Err(fault("id"));
                }
                continue;
            }
            let known = kind.field(&name).filter(|f| !kept::is_derived(kind, f) && !fields.contains_key(f.name));
            let field = known.ok_or_else(|| fault(&name))?;
            let held = map.next_value_seed(Filled(field));
            // Where the text itself is broken the line tells more than the field.
            let held = held.map_err(|error| if error.to_string().starts_with("shape") { fault(field.name) } else { error })?;
            fields.insert(field.name, held);
        }
        let id = id.ok_or_else(|| fault("id"))?;
        reading.give(kind.name, Piece::Record(kind, id, fields))?;
        reading.seen.set(reading.seen.get() + 1);
        Ok(())
    }
}

// What a field holds, by its shape. A value of another shape is a fault of the record: its message begins with `shape`.
struct Filled(&'static Field);

impl<'de> DeserializeSeed<'de> for Filled {
    type Value = Held;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Held, D::Error> {
        from.deserialize_any(self)
    }
}

fn shape<E: de::Error>() -> E {
    E::custom("shape")
}

impl<'de> Visitor<'de> for Filled {
    type Value = Held;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field")
    }

    fn visit_str<E: de::Error>(self, written: &str) -> Result<Held, E> {
        match self.0.shape {
            _ if written.is_empty() => Err(shape()),
            Shape::Text | Shape::Long => Ok(Held::Text(written.to_owned())),
            Shape::Code(values, unset) if values.contains(&written) && written != unset => Ok(Held::Text(written.to_owned())),
            Shape::Link(_) | Shape::About => written.parse().map(Held::Link).map_err(|_| shape()),
            _ => Err(shape()),
        }
    }

    fn visit_bool<E: de::Error>(self, mark: bool) -> Result<Held, E> {
        if mark && self.0.shape == Shape::Mark { Ok(Held::Mark) } else { Err(shape()) }
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Held, E> {
        match (self.0.shape, i64::try_from(number)) {
            (Shape::Number, Ok(number)) => Ok(Held::Number(number)),
            _ => Err(shape()),
        }
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<Held, E> {
        Err(shape())
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Held, E> {
        Err(shape())
    }

    fn visit_unit<E: de::Error>(self) -> Result<Held, E> {
        Err(shape())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Held, A::Error> {
        let Shape::Codes(values) = self.0.shape else { return Err(shape()) };
        let mut codes: Vec<String> = Vec::new();
        while let Some(code) = list.next_element::<String>()? {
            if codes.len() >= CODES_MAX || !values.contains(&code.as_str()) || codes.contains(&code) {
                return Err(shape());
            }
            codes.push(code);
        }
        if codes.is_empty() { Err(shape()) } else { Ok(Held::Codes(codes)) }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Held, A::Error> {
        if self.0.shape != Shape::Moment {
            return Err(shape());
        }
        let time: Time = de::Deserialize::deserialize(de::value::MapAccessDeserializer::new(map))?;
        time.moment().filter(Moment::is_sound).map(Held::Moment).ok_or_else(shape)
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Time {
    earliest: String,
    latest: String,
    precision: String,
    offset_minutes: i32,
    basis: String,
}

impl Time {
    fn moment(&self) -> Option<Moment> {
        Some(Moment {
            earliest: Some(second(&self.earliest)?),
            latest: Some(second(&self.latest)?),
            precision: Precision::parse(&self.precision).filter(|p| *p != Precision::Unknown)?,
            offset_minutes: self.offset_minutes,
            basis: Basis::parse(&self.basis)?,
        })
    }
}

fn second(written: &str) -> Option<i64> {
    let time = DateTime::parse_from_rfc3339(written).ok()?;
    // A register knows seconds; a finer time would be lost without a word.
    (time.timestamp_subsec_nanos() == 0).then(|| time.timestamp())
}

// Watches the bytes before they are parsed: a text without an end or a tower of brackets ends the reading before it fills the memory.
struct Guard<R> {
    from: R,
    broken: Rc<Cell<Option<Broken>>>,
    state: State,
}

#[derive(Debug, Clone, Copy)]
enum Broken {
    Large(u64),
    Deep,
}

#[derive(Default)]
struct State {
    bytes: u64,
    depth: u32,
    string: Option<u64>,
    escaped: bool,
}

impl State {
    fn take(&mut self, bytes: &[u8]) -> Result<(), Broken> {
        self.bytes += bytes.len() as u64;
        if self.bytes > FILE_BYTES_MAX {
            return Err(Broken::Large(FILE_BYTES_MAX));
        }
        for byte in bytes {
            match (&mut self.string, byte) {
                (Some(length), _) => {
                    *length += 1;
                    if *length > STRING_BYTES_MAX {
                        return Err(Broken::Large(STRING_BYTES_MAX));
                    }
                    if self.escaped {
                        self.escaped = false;
                    } else if *byte == b'\\' {
                        self.escaped = true;
                    } else if *byte == b'"' {
                        self.string = None;
                    }
                }
                (None, b'"') => self.string = Some(0),
                (None, b'{' | b'[') => {
                    self.depth += 1;
                    if self.depth > DEPTH_MAX {
                        return Err(Broken::Deep);
                    }
                }
                (None, b'}' | b']') => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for Guard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let got = self.from.read(buffer)?;
        if let Err(broken) = self.state.take(buffer.get(..got).unwrap_or_default()) {
            self.broken.set(Some(broken));
            return Err(std::io::Error::other("too large"));
        }
        Ok(got)
    }
}
