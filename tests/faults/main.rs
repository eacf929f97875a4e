//! What a machine does to a program at the worst moment.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that stops has said what is wrong")]

mod disk;
mod kill;
