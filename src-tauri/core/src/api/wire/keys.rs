//! What opens the register: slots, the recovery key and its shares, rotation.

use super::Lang;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One way to open the register.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KeySlot {
    /// passphrase, second, recovery.
    pub kind: String,
    /// Shares of which two give the recovery key; 0 where it is not divided.
    pub shares: u32,
    /// Memory of the derivation in MiB; 0 where the key is random and needs none.
    pub memory_mib: u32,
    /// Passes of the derivation.
    pub passes: u32,
}

/// What opens the register, without a secret.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Keys {
    /// The ways to open it, the passphrase first.
    pub slots: Vec<KeySlot>,
    /// A rotation was begun and can be gone on with.
    pub rotation_begun: bool,
    /// The pages of memory that hold keys cannot be swapped out.
    pub memory_locked: bool,
}

/// A new recovery key is to be drawn.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RecoveryMake {
    /// Any passphrase that opens the register.
    pub passphrase: String,
    /// Language of the words.
    pub lang: Lang,
    /// Three shares, of which two give the key, instead of the key itself.
    pub shares: bool,
}

/// A recovery key that was drawn and opens nothing before it was typed back.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RecoveryOffer {
    /// One text of twenty-four words; or three, the shares in their order.
    pub texts: Vec<String>,
    /// Name of the register, to be printed above the words.
    pub organisation: String,
    /// When it was drawn, UTC seconds.
    #[ts(type = "number")]
    pub drawn_at: i64,
}

/// What was typed back: the key, or each of the shares in their order.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RecoveryConfirm {
    /// The texts.
    pub typed: Vec<String>,
}

/// Which words of a typed key are none.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RecoveryWordsAsk {
    /// What was typed so far.
    pub typed: String,
}

/// What was found in a typed key.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecoveryWords {
    /// Words typed.
    pub count: u32,
    /// Places, from 1, of words that stand on no list.
    pub unknown: Vec<u32>,
    /// incomplete, wrong (all words are known and they are no key: one was mistaken for another), key, share.
    pub state: String,
}

/// A second person's passphrase.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SecondSet {
    /// Any passphrase that opens the register.
    pub passphrase: String,
    /// What the second person typed.
    pub second: String,
}

/// A way to open the register is to be taken away.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SlotRemove {
    /// second or recovery.
    pub kind: String,
    /// A passphrase that still opens it afterwards.
    pub passphrase: String,
}

/// New keys for everything: what opened the register before opens nothing that is written from then on, nor what is rewritten now.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct KeysRotate {
    /// Passphrase of the one who rotates; the only one that opens the register afterwards.
    pub passphrase: String,
}

/// The register is to be opened by its recovery key, or two shares of it.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct VaultRecover {
    /// The key, or two shares.
    pub typed: Vec<String>,
    /// The passphrase that opens the register from now on.
    pub new: String,
}
