//! When the register locks by itself.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// After how long without a key or a pointer the register locks by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AutoLock {
    /// Minutes, from 1 to 30.
    pub minutes: u32,
}
