//! Import and capture: from a file that somebody brings, or a text that somebody pastes, to orders with their items.
//!
//! This room reads and proposes; it writes nothing, knows no database, and never opens an address that it reads.

mod addresses;
pub mod bundle;
mod dates;
mod decode;
mod error;
pub mod export;
mod fields;
mod figures;
pub mod frozen;
mod group;
mod looks;
mod read;
mod recognise;
mod rows;
mod split;
mod table;
mod words;
mod workbook;

#[cfg(test)]
mod real_files;

// What takes in outside bytes, for `fuzzed`.
#[cfg(any(test, feature = "fuzzed"))]
pub use addresses::{LocatorKind, split_addresses};
#[cfg(any(test, feature = "fuzzed"))]
pub use dates::read_date;

pub use dates::{DateOrder, ParsedDate};
pub use decode::Encoding;
pub use error::Error;
pub use fields::{Field, propose};
pub use figures::{Figure, FilePreset, file_preset, read_figures};
pub use group::{IncomingItem, IncomingOrder, Mapping, Plan, plan};
pub use looks::{locator_warnings, visible};
pub use read::Limits;
pub use recognise::{Found, RecognisedFields, recognise};
pub use table::{Asked, Book, Header, Preset, Table, open_memory, open_path};
