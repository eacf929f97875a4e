//! What a machine does to a program at the worst moment.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that stops has said what is wrong")]
#![allow(clippy::cast_possible_truncation, reason = "numbers of a test are small")]

mod chance;
mod clock;
#[cfg(target_os = "linux")]
mod cuts;
mod disk;
#[cfg(target_os = "linux")]
mod disk_model;
#[cfg(target_os = "linux")]
mod errors;
mod flips;
mod kill;
mod session;
#[cfg(target_os = "linux")]
mod strace;
#[cfg(target_os = "linux")]
mod syscalls;
mod two;
