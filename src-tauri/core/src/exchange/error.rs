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
    /// More of something than a table may have: rows, columns, cells, entries, unpacked, ratio.
    #[error("more than {limit} of {what}")]
    Bounds {
        /// Of what.
        what: &'static str,
        /// How many are allowed.
        limit: u64,
    },
    /// A workbook that cannot be read.
    #[error("the workbook is damaged or of another kind")]
    Workbook,
    /// The file is another one than a moment ago.
    #[error("the file was changed while it was read")]
    Changed,
    /// More than the limit.
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// Bytes allowed.
        limit: u64,
    },
    /// No column says what an order needs.
    #[error("no column could be mapped to what an order needs")]
    NoColumns,
    /// No such table or row in the file.
    #[error("no such table")]
    NoTable,
    /// The file system said no.
    #[error("the file cannot be read")]
    Unreadable(#[source] std::io::Error),
    /// The person cancelled.
    #[error("cancelled")]
    Cancelled,
}

/// The module's result.
pub type Result<T> = std::result::Result<T, Error>;
