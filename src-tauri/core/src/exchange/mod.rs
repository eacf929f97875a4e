//! Import and capture: from a file that somebody brings, or a text that somebody pastes, to orders with their items.
//!
//! This room reads and proposes; it writes nothing, knows no database, and never opens an address that it reads.

mod addresses;
mod dates;
mod decode;
mod error;
pub mod export;
mod fields;
mod group;
mod read;
mod recognise;
mod table;
mod words;

#[cfg(test)]
mod real_files;

pub use dates::ParsedDate;
pub use error::Error;
pub use fields::{Field, propose};
pub use group::{Batch, IncomingItem, IncomingOrder, group};
pub use read::Limits;
pub use recognise::{RecognisedFields, recognise};
pub use table::{Table, open_path};
