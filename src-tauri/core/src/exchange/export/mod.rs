//! Export: the register in forms that other programs read. Pure writers: records in, bytes out; nothing here knows where they go.
//!
//! * [`csv`] and [`xlsx`]: tables with chosen columns, safe against formulas.
//! * [`open`] writes and [`read_open`] reads the open form, which loses nothing; its schema is made from the kinds by a test.
//! * [`lumen`] and [`dsa`]: the field names of two public collections, with what may leave and nothing else.
//! * [`pack`]: everything in one archive.

pub mod cell;
pub mod csv;
pub mod dsa;
pub mod lumen;
pub mod open;
pub mod pack;
pub mod read_open;
#[cfg(test)]
pub mod schema;
pub mod xlsx;

use crate::id::Id;
use crate::model::kinds::{Fields, Held};
use crate::model::time::Moment;

/// An order as tables and statements tell it: links are already words that may leave.
#[derive(Debug, Clone)]
pub struct OrderOut {
    /// Its identifier.
    pub id: Id,
    /// Its filled fields.
    pub fields: Fields,
    /// Issuer.
    pub authority: String,
    /// Addressee.
    pub platform: String,
    /// Who is what to it: role and public label.
    pub roles: Vec<(String, String)>,
    /// Its items.
    pub items: Vec<ItemOut>,
}

/// One item of an order.
#[derive(Debug, Clone)]
pub struct ItemOut {
    /// Identifier of the order item.
    pub id: Id,
    /// Filled fields of the order item.
    pub link: Fields,
    /// Filled fields of the item.
    pub item: Fields,
    /// Public label of the author; empty where none is known.
    pub author: String,
}

impl ItemOut {
    /// Says whether address and words of the item could harm somebody when they leave: a child can be told from them, they are intimate, or
    /// nothing of the item may be kept at all.
    #[must_use]
    pub fn is_sensitive(&self) -> bool {
        is_sensitive(&self.item)
    }

    fn locator(&self) -> &str {
        if self.is_sensitive() { "" } else { text(&self.item, "locator") }
    }
}

/// Says whether address and words of an item could harm somebody when they leave.
#[must_use]
pub fn is_sensitive(item: &Fields) -> bool {
    item.contains_key("stub") || matches!(text(item, "sensitivity"), "child_identifiable" | "intimate")
}

/// Returns the text or code of a field, empty where it holds nothing.
#[must_use]
pub fn text<'f>(fields: &'f Fields, name: &str) -> &'f str {
    match fields.get(name) {
        Some(Held::Text(text)) => text,
        _ => "",
    }
}

fn moment<'f>(fields: &'f Fields, name: &str) -> Option<&'f Moment> {
    match fields.get(name) {
        Some(Held::Moment(moment)) => Some(moment),
        _ => None,
    }
}

/// Returns the calendar day of a moment in the zone of its statement, where all of it lies on one day.
fn one_day(moment: Option<&Moment>) -> Option<String> {
    let moment = moment?;
    let (earliest, latest) = moment.bounds()?;
    let day = |second| cell::local(second, moment.offset_minutes).map(|t| t.format("%Y-%m-%d").to_string());
    day(earliest).filter(|first| day(latest).as_ref() == Some(first))
}
