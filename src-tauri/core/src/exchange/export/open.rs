//! The open form of a register, written: one JSON document, one record a line, fields that hold nothing left out. The schema is in
//! `assets/schemas`; [`super::read_open`] reads the form back without loss.

use crate::id::Id;
use crate::model::kept::{is_derived, whole};
use crate::model::kinds::{Fields, Held, Kind};
use crate::model::time::Moment;
use chrono::{DateTime, SecondsFormat};
use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};
use std::io::{Result, Write};

/// Name of the format and its version.
pub const SCHEMA: &str = "tarazy-register/1";

/// The JSON Schema of the form, as published.
pub const SCHEMA_FILE: &str = include_str!("../../../../../assets/schemas/tarazy-register-1.schema.json");

/// What a document says before its records.
#[derive(Debug, Clone)]
pub struct Head {
    /// Name and version of the app.
    pub app: String,
    /// UTC second of the last entry of the ledger: the same register gives the same bytes whenever it is exported.
    pub as_of: Option<i64>,
    /// The vault.
    pub vault: Id,
    /// Entries of the ledger, and its root in hexadecimal.
    pub ledger: (u64, String),
    /// Settings that are knowledge of the register.
    pub settings: Vec<(String, String)>,
    /// Locked reviews that are not in it, because they are blind to whoever exported.
    pub held_back: u64,
}

/// Writes a UTC second as RFC 3339.
#[must_use]
pub fn second(second: i64) -> String {
    DateTime::from_timestamp(second, 0).map_or_else(String::new, |t| t.to_rfc3339_opts(SecondsFormat::Secs, true))
}

/// A document that is being written.
pub struct Open<W: Write> {
    out: W,
    kinds: Box<dyn Iterator<Item = &'static Kind> + Send>,
    begun: bool,
    rows: u64,
}

impl<W: Write> Open<W> {
    /// Begins a document.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn new(mut out: W, head: &Head) -> Result<Self> {
        let quoted = |text: &str| serde_json::to_string(text).map_err(std::io::Error::from);
        writeln!(out, "{{\n\"schema\":{},", quoted(SCHEMA)?)?;
        writeln!(out, "\"app\":{},", quoted(&head.app)?)?;
        writeln!(out, "\"as_of\":{},", quoted(&head.as_of.map(second).unwrap_or_default())?)?;
        writeln!(out, "\"vault\":{},", quoted(&head.vault.to_string())?)?;
        writeln!(out, "\"ledger\":{{\"size\":{},\"root\":{}}},", head.ledger.0, quoted(&head.ledger.1)?)?;
        writeln!(out, "\"held_back\":{},", head.held_back)?;
        write!(out, "\"settings\":{{")?;
        for (place, (name, value)) in head.settings.iter().enumerate() {
            let comma = if place == 0 { "" } else { "," };
            write!(out, "{comma}{}:{}", quoted(name)?, quoted(value)?)?;
        }
        write!(out, "}},\n\"kinds\":{{")?;
        Ok(Self { out, kinds: Box::new(whole()), begun: false, rows: 0 })
    }

    /// Begins the next kind, and says which it is; nothing when all were written.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn next_kind(&mut self) -> Result<Option<&'static Kind>> {
        let next = self.kinds.next();
        if self.begun {
            write!(self.out, "{}", if self.rows == 0 { "]" } else { "\n]" })?;
        }
        if let Some(kind) = next {
            write!(self.out, "{}\n\"{}\":[", if self.begun { "," } else { "" }, kind.name)?;
        }
        self.begun = next.is_some();
        self.rows = 0;
        Ok(next)
    }

    /// Writes a record of the kind that was begun.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn record(&mut self, kind: &'static Kind, id: &Id, fields: &Fields) -> Result<()> {
        self.out.write_all(if self.rows == 0 { b"\n" } else { b",\n" })?;
        self.rows += 1;
        serde_json::to_writer(&mut self.out, &Line { kind, id, fields }).map_err(std::io::Error::from)
    }

    /// Ends the document.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> Result<W> {
        while self.next_kind()?.is_some() {}
        writeln!(self.out, "\n}}\n}}")?;
        self.out.flush()?;
        Ok(self.out)
    }
}

/// A record as one JSON object, fields in the order of their kind.
pub struct Line<'r> {
    /// Its kind.
    pub kind: &'static Kind,
    /// Its identifier.
    pub id: &'r Id,
    /// Its filled fields.
    pub fields: &'r Fields,
}

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("id", &self.id.to_string())?;
        for field in self.kind.fields.iter().filter(|f| !is_derived(self.kind, f)) {
            if let Some(held) = self.fields.get(field.name).filter(|h| !h.is_nothing()) {
                map.serialize_entry(field.name, &Value(held))?;
            }
        }
        map.end()
    }
}

struct Value<'h>(&'h Held);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        match self.0 {
            Held::Nothing => to.serialize_none(),
            Held::Text(text) => to.serialize_str(text),
            Held::Codes(codes) => codes.serialize(to),
            Held::Number(number) => to.serialize_i64(*number),
            Held::Moment(moment) => Time(moment).serialize(to),
            Held::Link(id) => to.serialize_str(&id.to_string()),
            Held::Mark => to.serialize_bool(true),
        }
    }
}

struct Time<'m>(&'m Moment);

impl Serialize for Time<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        let (earliest, latest) = self.0.bounds().unwrap_or_default();
        let mut time = to.serialize_struct("Time", 5)?;
        time.serialize_field("earliest", &second(earliest))?;
        time.serialize_field("latest", &second(latest))?;
        time.serialize_field("precision", self.0.precision.code())?;
        time.serialize_field("offset_minutes", &self.0.offset_minutes)?;
        time.serialize_field("basis", self.0.basis.code())?;
        time.end()
    }
}
