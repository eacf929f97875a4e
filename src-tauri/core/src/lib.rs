//! The application without a face: the vault, the method, the measures and the papers of Tarazy.
//!
//! Floors (who may import whom) are told in the README and held by a test.

mod analysis;
pub mod api;
mod env;
mod error;
mod exchange;
#[cfg(any(test, feature = "fuzzed"))]
pub mod fuzzed;
mod harden;
mod id;
mod model;
mod papers;
mod store;
mod texts;

pub use analysis::{Measured, measure};
pub use env::{Clock, Entropy, Env, Fixed, NoEntropy};
pub use error::{Error, Faulty, Result};
pub use harden::harden;
pub use id::Id;
pub use model::fold::fold;
pub use model::rubric;
pub use papers::{Document, brief, long_sample, printable, to_pdf as paper_to_pdf};

/// What a paper is made of, for whoever sets the same paper with something else beside ours.
pub mod paper {
    pub use crate::papers::chart::{Chart, Theme, verdicts_svg};
    pub use crate::papers::model::{Block, Document, Exhibit, Level, Part, Side, Span, Table, Weight};
    pub use crate::texts::Lang;
}

pub use stats::{Display, Interval, quantile, wilson};
pub use store::{HEADER, HEADER_COPY, Kdf, KdfCost, Passphrase, Report, Vault, are_keys_locked, hex};
use tarazy_stats as stats;
pub use texts::{Arg, Texts};

/// Writes a UTC second as an ISO 8601 instant.
#[must_use]
pub fn utc(seconds: i64) -> String {
    chrono::DateTime::from_timestamp(seconds, 0).map_or_else(String::new, |t| t.format("%Y-%m-%dT%H:%M:%SZ").to_string())
}
