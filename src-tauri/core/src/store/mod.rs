//! The vault on disk: header, encrypted database, ledger, and one file per aggregate. The only place that names SQL.

mod cells;
mod change;
mod counts;
mod header;
mod imports;
mod journal;
mod names;
mod orders;
mod record;
mod reviews;
mod secret;
mod vault;
mod verify;

pub use change::{APP, Change, Event};
pub use counts::{Clocked, Counts};
pub use header::{HEADER, HEADER_COPY, hex};
pub use imports::{Batch, Made, NewBatch, NewOrder, Pulse};
pub use journal::Line;
pub use names::{Audience, Authority, Names, Platform, PlatformRead};
pub use orders::{Item, Listed, Order, OrderItem, OrderItemFacts, OrderItemRead, Sort, View};
pub use reviews::{Complaint, Paper, Queued, Review};
pub use secret::{KdfCost, Passphrase};
pub use vault::{CHECKPOINT, DATABASE, Standing, Vault, standing};
pub use verify::{FINDINGS_MAX, Report};

#[cfg(test)]
mod tests;
