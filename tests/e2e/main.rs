//! The real window, driven as a person drives it. Needs a screen, a driver and minutes: `cargo xtask test` has them.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that stops has said what is wrong")]

mod alone;
mod closed;
mod desk;
mod gallery;
mod journeys;
mod locked;
mod memory;
mod offline;
mod package;
mod safekeeping;
mod steps;
