//! Reminders.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whether the system's notifications remind of running terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reminders {
    /// They do.
    pub on: bool,
}
