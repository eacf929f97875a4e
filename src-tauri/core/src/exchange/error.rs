//! What can be wrong with a file that somebody brings.

/// Why a file cannot be taken.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No data rows.
    #[error("the file has no data rows")]
    Empty,
    /// Not a table of text.
    #[error("the file is not a table of text")]
    Binary,
    /// No known encoding gives readable text.
    #[error("the encoding was not recognised")]
    Encoding,
    /// A line longer than the limit.
    #[error("line {row} is longer than {limit} bytes")]
    LineTooLong {
        /// Line in the file, from 1.
        row: u64,
        /// Bytes allowed.
        limit: u64,
    },
    /// More than the limit.
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// Bytes allowed.
        limit: u64,
    },
    /// No column says what an order needs.
    #[error("no column could be mapped to what an order needs")]
    NoColumns,
    /// The file system said no.
    #[error("the file cannot be read")]
    Unreadable(#[source] std::io::Error),
    /// The person cancelled.
    #[error("cancelled")]
    Cancelled,
}

/// The module's result.
pub type Result<T> = std::result::Result<T, Error>;
