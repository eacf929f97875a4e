//! What cannot be read. Whether a ledger holds is no error but an answer: see [`crate::Flaw`].

/// What cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The bytes are not the one canonical encoding of a value.
    #[error("not canonical CBOR")]
    Encoding,
    /// The value is not an entry.
    #[error("not an entry")]
    Entry,
    /// The bytes are not a frontier.
    #[error("not a frontier")]
    Frontier,
    /// The text is not a checkpoint of this log.
    #[error("not a checkpoint of this log")]
    Checkpoint,
    /// The text is not a proof of this form.
    #[error("not a proof")]
    Proof,
    /// The text is not a disclosure of this form.
    #[error("not a disclosure")]
    Disclosure,
    /// The signature does not hold.
    #[error("the signature does not hold")]
    Signature,
}
