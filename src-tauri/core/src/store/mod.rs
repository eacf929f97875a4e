//! The vault on disk: header, encrypted database, ledger, and one file per aggregate. The only place that names SQL.

mod agreeing;
mod aside;
mod backup;
mod beside;
mod blobs;
mod cells;
mod change;
mod counts;
mod custody;
mod duplicates;
mod exhibits;
mod export;
mod facts;
mod filter;
mod grown;
mod header;
mod imports;
mod journal;
mod judged;
mod making;
mod methods;
mod names;
mod near;
mod orders;
mod page;
mod papers;
mod payload;
mod purge;
mod queue;
mod record;
mod records;
mod reviews;
mod rotate;
mod salts;
mod sealed;
mod search;
mod seats;
mod secret;
mod stirred;
mod table;
mod tip;
mod tries;
mod undo;
mod vault;
mod verify;

pub use agreeing::Pair;
pub use backup::{BACKUPS, Tried, restore, shares_in, try_out};
pub use blobs::{Found, fault};
pub use change::{APP, Change, Event, origin};
pub use counts::Counts;
pub use custody::{HandedEntry, LedgerProofs, Told as ToldOfEntry};
pub use exhibits::{Custody, Exhibit};
pub use export::{ExhibitFile, ItemRead, OrderRead, Reading, Told, Weight};
pub use facts::{
    Alike, Bounds, ComplaintFacts, ItemFacts, OfficialFact, OrderFacts, OtherSource, Party, Protected, Publisher, WatchedFact,
};
pub use grown::Since;
#[cfg(test)]
pub(crate) use header::flushed;
pub(crate) use header::sync_folder;
pub use header::{HEADER, HEADER_COPY, Kind, Opener, hex};
pub use imports::{Batch, NewBatch, NewOrder, Overlap};
pub use journal::Line;
pub use judged::Judged;
pub use methods::{Methodology, Status};
pub use names::{Audience, Authority, KnownPlatforms, Names, Platform};
pub use orders::{Item, Listed, Order, OrderItemFacts, OrderItemRead, View};
pub use page::are_keys_locked;
pub use papers::Paper;
pub use purge::{Preview as PurgePreview, Reason as PurgeReason, What as PurgeWhat};
pub use queue::{QueueLine, Queued};
pub use record::Row;
pub use records::{Record, Wanted, later, later_moment};
pub use reviews::{Complaint, Draft, Handed, ReviewRead};
pub use sealed::{SealedColumn, SealedValue};
pub use search::Hit;
pub use seats::{Place, Round, Seat};
pub use secret::{Kdf, KdfCost, Key, Passphrase};
pub use stirred::Written;
pub use table::{Sort, Tongue};
pub use tries::Tries;
pub use undo::{Touched, moment_of};
pub use vault::{Standing, Vault, standing};
pub use verify::{Report, Watch};

// What takes in outside bytes, for `fuzzed`.
#[cfg(any(test, feature = "fuzzed"))]
pub use blobs::{deciphered_from, enciphered};
#[cfg(any(test, feature = "fuzzed"))]
pub use header::parse as read_header;

#[cfg(test)]
mod found;
#[cfg(test)]
mod holding;
#[cfg(test)]
pub(crate) mod tests;
