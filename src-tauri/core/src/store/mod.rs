//! The vault on disk: header, encrypted database, ledger, and one file per aggregate. The only place that names SQL.

mod cells;
mod change;
mod counts;
mod export;
mod header;
mod imports;
mod journal;
mod names;
mod orders;
mod record;
mod records;
mod reviews;
mod secret;
mod vault;
mod verify;

pub use change::{APP, Change, Event, origin};
pub use counts::Counts;
pub use export::{ItemRead, OrderRead, Reading, Told, Weight};
pub use header::{HEADER, HEADER_COPY, hex};
pub use imports::{NewBatch, NewOrder};
pub use journal::Line;
pub use names::{Audience, Authority, KnownPlatforms, Names, Platform};
pub use orders::{Item, Listed, Order, OrderItemFacts, OrderItemRead, Sort, View};
pub use records::{Record, Wanted};
pub use reviews::{Complaint, Paper, Review};
pub use secret::{KdfCost, Passphrase};
pub use vault::{Standing, Vault, standing};
pub use verify::Report;

#[cfg(test)]
mod tests;
