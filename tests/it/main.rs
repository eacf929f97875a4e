//! One binary for everything that is tested from outside without a window: building it once is quicker than many.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that stops has said what is wrong"
)]

mod brief;
mod bundle;
mod cli;
mod floors;
mod grown;
mod hardened;
mod supply;
mod use_cases;
