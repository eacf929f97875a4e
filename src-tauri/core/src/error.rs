//! One error enum for the crate. What leaves the process is a code with named parameters, mapped in one exhaustive match.

use crate::api::wire::{Code, Failure};
use std::collections::BTreeMap;

/// What can go wrong below the shells.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No slot of the header opens with this passphrase.
    #[error("the passphrase opens no slot")]
    WrongPassphrase,
    /// The header and its copy are unreadable or altered.
    #[error("the header is damaged")]
    HeaderDamaged,
    /// A database without any header.
    #[error("the header is missing")]
    HeaderMissing,
    /// The header belongs to another database.
    #[error("the header belongs to another vault")]
    HeaderForeign,
    /// The database cannot be read with the right key.
    #[error("the database is damaged")]
    DatabaseDamaged,
    /// Written by a newer version.
    #[error("the vault has schema {found}, this version knows {known}")]
    VaultNewer {
        /// Version in the vault.
        found: u32,
        /// Newest version known here.
        known: u32,
    },
    /// No vault at this place.
    #[error("no vault here")]
    VaultAbsent,
    /// Something is already at this place.
    #[error("there is already something here")]
    VaultExists,
    /// Another process holds the lock.
    #[error("the vault is in use")]
    VaultInUse,
    /// The folder cannot be written.
    #[error("the folder cannot be written")]
    VaultReadOnly,
    /// A paper cannot be saved there: inside the vault's folder, or over a file.
    #[error("a paper is not saved there")]
    PlaceRefused,
    /// The system did not take a picture onto the clipboard.
    #[error("the clipboard did not take a picture")]
    ClipboardRefused,
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The disk could not be read or written.
    #[error("the disk fails")]
    DiskFailing,
    /// The command needs an open vault.
    #[error("the vault is locked")]
    Locked,
    /// Something in the vault is damaged: it is shown and nothing is written.
    #[error("the vault is damaged and read only")]
    VaultDamaged,
    /// Too many wrong tries: another only after so many seconds.
    #[error("another try in {seconds} seconds")]
    TryLater {
        /// Seconds to wait.
        seconds: u64,
    },
    /// Words that are no recovery key.
    #[error("no recovery key")]
    RecoveryWrong,
    /// What was typed back is not what was shown.
    #[error("another recovery key was typed back")]
    RecoveryDiffers,
    /// A recovery key that is none of this register's, or none any more.
    #[error("the recovery key opens nothing here")]
    RecoveryStale,
    /// A share that was not made with this key.
    #[error("share {number} is false")]
    ShareFalse {
        /// Number of the share.
        number: u8,
    },
    /// A backup that is not whole.
    #[error("the backup is damaged")]
    BackupDamaged,
    /// No backup of this app.
    #[error("no backup")]
    BackupForeign,
    /// Nothing of what was given opens the backup.
    #[error("the backup does not open")]
    BackupUnopened,
    /// A folder for backups that is not there now.
    #[error("the folder for backups is not there")]
    BackupNowhere,
    /// A folder that must be empty is not.
    #[error("the folder is not empty")]
    FolderTaken,
    /// The passphrase is too weak.
    #[error("the passphrase has about {bits} bits")]
    PassphraseWeak {
        /// Estimated bits.
        bits: u32,
    },
    /// A value is missing or not allowed.
    #[error("the value of {0} is not allowed")]
    Invalid(&'static str),
    /// Nothing with this identifier.
    #[error("not found")]
    NotFound,
    /// The person cancelled.
    #[error("cancelled")]
    Cancelled,
    /// A register can be read back into an empty one only.
    #[error("the register is not empty")]
    RegisterNotEmpty,
    /// Later entries build on the import.
    #[error("{count} later records build on it")]
    UndoBlocked {
        /// How many.
        count: u32,
    },
    /// An import that would bring nothing.
    #[error("the import brings nothing")]
    NothingToImport {
        /// Rows rejected.
        rejected: u32,
        /// Orders that the register holds already.
        known: u32,
    },
    /// It was undone before.
    #[error("undone before")]
    UndoneBefore,
    /// Something changed since what an undo would put back.
    #[error("{field} changed since")]
    UndoOvertaken {
        /// Table and column.
        field: String,
        /// Reference of the row.
        reference: String,
        /// The later entry.
        seq: u64,
    },
    /// An entry that no undo takes back: addition, own_rules, nothing, reviewed, purged.
    #[error("no undo: {0}")]
    UndoRefused(&'static str),
    /// More orders than one act may touch.
    #[error("{count} at once, at most {limit}")]
    TooMany {
        /// How many.
        count: usize,
        /// How many may be.
        limit: usize,
    },
    /// A locked review takes no answers.
    #[error("the review is locked")]
    ReviewLocked,
    /// Nobody sits at this keyboard as a reviewer.
    #[error("nobody took the seat")]
    SeatEmpty,
    /// Others have the places of the item, or it is settled.
    #[error("the places are taken")]
    PlaceTaken,
    /// Somebody who reviews has a name that looks the same.
    #[error("a reviewer's name looks like another's")]
    NameAlike(String),
    /// The reviewer has yet to say whether there is a conflict of interest.
    #[error("a conflict of interest was neither declared nor denied")]
    ConflictOpen,
    /// The reviewer declared a conflict of interest.
    #[error("a conflict of interest was declared")]
    ConflictDeclared,
    /// What others answered is not shown before both blind reviews are locked.
    #[error("the reviews are still blind")]
    StillBlind,
    /// An item that is not settled cannot be judged anew.
    #[error("a cycle is under way")]
    CycleOpen,
    /// The item or its order changed while it was reviewed.
    #[error("what was reviewed changed meanwhile")]
    ReviewOvertaken,
    /// An override without a reason.
    #[error("an override needs a reason")]
    OverrideNeedsReason,
    /// Y and N need a quote, an exhibit or a note.
    #[error("the answer to {0} needs a quote, an exhibit or a note")]
    AnswerNeedsGround(String),
    /// The words quoted for this question do not stand in the item, and nothing says where they stand.
    #[error("a quote is not in the item")]
    QuoteNotInItem(String),
    /// A question that still decides has no answer.
    #[error("{0} still decides and has no answer")]
    AnswerOpen(String),
    /// A method with faults.
    #[error("the method has {} faults", .0.len())]
    MethodFaulty(Vec<Faulty>),
    /// An adopted version takes no changes.
    #[error("version {0} of the method is settled")]
    MethodSettled(String),
    /// The same version is here with other bytes.
    #[error("version {0} of the method is here with other bytes")]
    MethodTaken(String),
    /// A draft without a change.
    #[error("nothing differs from version {0} of the method")]
    MethodUnchanged(String),
    /// Without this version of the method there would be none.
    #[error("version {0} is the last one that reviews can be made by")]
    MethodLast(String),
    /// A paper without a reviewed item.
    #[error("nothing was reviewed")]
    PaperNeedsReview,
    /// A paper about an order that nobody chose.
    #[error("no order was chosen")]
    PaperNeedsOrder,
    /// A paper with values that its readers may not see.
    #[error("{count} sealed values in the paper")]
    PaperLeaks {
        /// How many.
        count: usize,
    },
    /// A paper with more words than it may have.
    #[error("{words} words in the paper, {limit} allowed")]
    PaperOverLimit {
        /// Words that count.
        words: usize,
        /// Words that it may have.
        limit: usize,
    },
    /// A paper for the press or the public that would tell who a child is: no reason lets that stand.
    #[error("{count} values that tell who a child is in the paper")]
    PaperTellsChild {
        /// How many.
        count: usize,
    },
    /// The file of the sealed paper is not kept.
    #[error("the file of the paper is not kept")]
    PaperNotKept,
    /// A bundle would be larger than archives of its form can be.
    #[error("a bundle of {megabytes} megabytes")]
    BundleTooLarge {
        /// How large.
        megabytes: u64,
    },
    /// The file of an exhibit is not in the vault.
    #[error("the file of the exhibit is missing")]
    ExhibitMissing,
    /// The file of an exhibit is not the one on record.
    #[error("the file of the exhibit was altered")]
    ExhibitAltered,
    /// A file is too large to be taken in.
    #[error("a file of more than {limit} bytes")]
    ExhibitTooLarge {
        /// Bytes at the most.
        limit: u64,
    },
    /// A file to take in could not be read to its end, or changed meanwhile.
    #[error("a file could not be read")]
    SourceUnread,
    /// The file to import or to write.
    #[error("file: {code:?}")]
    File {
        /// What is wrong with it.
        code: Code,
        /// Parameters of the message.
        params: BTreeMap<String, String>,
    },
    /// A paper could not be set.
    #[error("paper")]
    Paper(#[from] crate::papers::Error),
    /// The database said no.
    #[error("{doing}")]
    Store {
        /// What was being done.
        doing: &'static str,
        /// Why it failed.
        #[source]
        source: rusqlite::Error,
    },
    /// The file system said no.
    #[error("{doing}")]
    Files {
        /// What was being done.
        doing: &'static str,
        /// Why it failed.
        #[source]
        source: std::io::Error,
    },
    /// Something that cannot happen did.
    #[error("{0}")]
    Inside(&'static str),
}

/// One thing that is wrong with a method, as its check named it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faulty {
    /// Code of the fault.
    pub code: &'static str,
    /// Parameters of its message.
    pub params: BTreeMap<String, String>,
    /// The answers it speaks of, met or not.
    pub answers: Vec<(String, bool)>,
}

/// The crate's result.
pub type Result<T> = std::result::Result<T, Error>;

/// By which numbers a system tells that a disk failed: EIO; on Windows ERROR_CRC, ERROR_DEVICE_HARDWARE_ERROR, ERROR_IO_DEVICE.
const FAILING: &[i32] = if cfg!(windows) { &[23, 483, 1117] } else { &[5] };

/// Says what was being done when something failed.
pub trait Doing<T> {
    /// Wraps the failure with what was being done.
    fn doing(self, doing: &'static str) -> Result<T>;
}

impl<T> Doing<T> for std::result::Result<T, rusqlite::Error> {
    fn doing(self, doing: &'static str) -> Result<T> {
        self.map_err(|source| {
            use rusqlite::ErrorCode as E;
            match source.sqlite_error_code() {
                Some(E::DiskFull) => Error::DiskFull,
                // The index beside the log finds no room: SQLite tells that as a failure to read and write.
                _ if source.sqlite_error().is_some_and(|e| e.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE) => {
                    Error::DiskFull
                }
                Some(E::SystemIoFailure | E::CannotOpen) => Error::DiskFailing,
                Some(E::ReadOnly) => Error::VaultReadOnly,
                Some(E::NotADatabase | E::DatabaseCorrupt) => Error::DatabaseDamaged,
                _ => Error::Store { doing, source },
            }
        })
    }
}

// What the system said, under what others say of it: temporary files tell of their paths around it.
fn raw(error: &std::io::Error) -> Option<i32> {
    if let Some(code) = error.raw_os_error() {
        return Some(code);
    }
    let mut inner: Option<&(dyn std::error::Error + 'static)> = error.get_ref().map(|inner| inner as _);
    while let Some(error) = inner {
        if let Some(code) = error.downcast_ref::<std::io::Error>().and_then(raw) {
            return Some(code);
        }
        inner = error.source();
    }
    None
}

impl<T> Doing<T> for std::io::Result<T> {
    fn doing(self, doing: &'static str) -> Result<T> {
        self.map_err(|source| match source.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::DiskFull,
            _ if raw(&source).is_some_and(|code| FAILING.contains(&code)) => Error::DiskFailing,
            std::io::ErrorKind::ReadOnlyFilesystem | std::io::ErrorKind::PermissionDenied => Error::VaultReadOnly,
            _ => Error::Files { doing, source },
        })
    }
}

impl<T> Doing<T> for std::result::Result<T, crate::env::NoEntropy> {
    fn doing(self, doing: &'static str) -> Result<T> {
        self.map_err(|_| Error::Inside(doing))
    }
}

impl Error {
    /// Returns the name of the failure for the wire.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::WrongPassphrase => Code::WrongPassphrase,
            Self::HeaderDamaged => Code::HeaderDamaged,
            Self::HeaderMissing => Code::HeaderMissing,
            Self::HeaderForeign => Code::HeaderForeign,
            Self::DatabaseDamaged => Code::DatabaseDamaged,
            Self::VaultNewer { .. } => Code::VaultNewer,
            Self::VaultAbsent => Code::VaultAbsent,
            Self::VaultExists => Code::VaultExists,
            Self::VaultInUse => Code::VaultInUse,
            Self::VaultReadOnly => Code::VaultReadOnly,
            Self::DiskFull => Code::DiskFull,
            Self::DiskFailing => Code::DiskFailing,
            Self::Locked => Code::Locked,
            Self::VaultDamaged => Code::VaultDamaged,
            Self::TryLater { .. } => Code::TryLater,
            Self::RecoveryWrong => Code::RecoveryWrong,
            Self::RecoveryDiffers => Code::RecoveryDiffers,
            Self::RecoveryStale => Code::RecoveryStale,
            Self::ShareFalse { .. } => Code::ShareFalse,
            Self::BackupDamaged => Code::BackupDamaged,
            Self::BackupForeign => Code::BackupForeign,
            Self::BackupUnopened => Code::BackupUnopened,
            Self::BackupNowhere => Code::BackupNowhere,
            Self::FolderTaken => Code::FolderTaken,
            Self::PassphraseWeak { .. } => Code::PassphraseWeak,
            Self::Invalid(_) => Code::Invalid,
            Self::NotFound => Code::NotFound,
            Self::Cancelled => Code::Cancelled,
            Self::UndoBlocked { .. } => Code::UndoBlocked,
            Self::NothingToImport { .. } => Code::NothingToImport,
            Self::UndoneBefore => Code::UndoneBefore,
            Self::UndoOvertaken { .. } => Code::UndoOvertaken,
            Self::UndoRefused(_) => Code::UndoRefused,
            Self::TooMany { .. } => Code::TooMany,
            Self::RegisterNotEmpty => Code::RegisterNotEmpty,
            Self::ReviewLocked => Code::ReviewLocked,
            Self::SeatEmpty => Code::SeatEmpty,
            Self::PlaceTaken => Code::PlaceTaken,
            Self::NameAlike(_) => Code::NameAlike,
            Self::ConflictOpen => Code::ConflictOpen,
            Self::ConflictDeclared => Code::ConflictDeclared,
            Self::StillBlind => Code::StillBlind,
            Self::CycleOpen => Code::CycleOpen,
            Self::ReviewOvertaken => Code::ReviewOvertaken,
            Self::OverrideNeedsReason => Code::OverrideNeedsReason,
            Self::AnswerNeedsGround(_) => Code::AnswerNeedsGround,
            Self::QuoteNotInItem(_) => Code::QuoteNotInItem,
            Self::AnswerOpen(_) => Code::AnswerOpen,
            Self::MethodFaulty(_) => Code::MethodFaulty,
            Self::MethodSettled(_) => Code::MethodSettled,
            Self::MethodTaken(_) => Code::MethodTaken,
            Self::MethodUnchanged(_) => Code::MethodUnchanged,
            Self::MethodLast(_) => Code::MethodLast,
            Self::PaperNeedsReview => Code::PaperNeedsReview,
            Self::PaperNeedsOrder => Code::PaperNeedsOrder,
            Self::PaperLeaks { .. } => Code::PaperLeaks,
            Self::PaperOverLimit { .. } => Code::PaperOverLimit,
            Self::PaperTellsChild { .. } => Code::PaperTellsChild,
            Self::PaperNotKept => Code::PaperNotKept,
            Self::BundleTooLarge { .. } => Code::BundleTooLarge,
            Self::ExhibitMissing => Code::ExhibitMissing,
            Self::ExhibitAltered => Code::ExhibitAltered,
            Self::ExhibitTooLarge { .. } => Code::ExhibitTooLarge,
            Self::SourceUnread => Code::ExhibitUnread,
            Self::Paper(crate::papers::Error::GlyphMissing(_)) => Code::PaperGlyphMissing,
            Self::PlaceRefused => Code::PlaceRefused,
            Self::ClipboardRefused => Code::ClipboardRefused,
            Self::File { code, .. } => *code,
            // The cause stays inside: it may hold paths, SQL or case data.
            Self::Paper(_) | Self::Store { .. } | Self::Files { .. } | Self::Inside(_) => Code::Internal,
        }
    }

    /// Returns what may leave the process.
    #[must_use]
    pub fn failure(&self) -> Failure {
        let mut params = BTreeMap::new();
        let mut set = |name: &str, value: String| {
            params.insert(name.to_owned(), value);
        };
        match self {
            Self::PassphraseWeak { bits } => set("bits", bits.to_string()),
            Self::TryLater { seconds } => set("seconds", seconds.to_string()),
            Self::ShareFalse { number } => set("number", number.to_string()),
            Self::Invalid(field) => set("field", (*field).to_owned()),
            Self::UndoBlocked { count } => set("count", count.to_string()),
            Self::UndoOvertaken { field, reference, seq } => {
                set("field", field.clone());
                set("reference", reference.clone());
                set("entry", seq.to_string());
            }
            Self::UndoRefused(why) => set("why", (*why).to_owned()),
            Self::TooMany { count, limit } => {
                set("count", count.to_string());
                set("limit", limit.to_string());
            }
            Self::NothingToImport { rejected, known } => {
                set("rejected", rejected.to_string());
                set("known", known.to_string());
            }
            Self::MethodFaulty(faults) => {
                if let Some(first) = faults.first() {
                    first.params.iter().for_each(|(name, value)| set(name, value.clone()));
                    set("fault", first.code.to_owned());
                }
                set("count", faults.len().to_string());
            }
            Self::MethodSettled(version)
            | Self::MethodTaken(version)
            | Self::MethodUnchanged(version)
            | Self::MethodLast(version) => {
                set("version", version.clone());
            }
            // A reviewer's name is on the list of reviewers already, whoever is refused.
            Self::NameAlike(name) => set("name", name.clone()),
            Self::AnswerNeedsGround(question) | Self::QuoteNotInItem(question) | Self::AnswerOpen(question) => {
                set("question", question.clone());
            }
            // Whoever sees this sees the text too: without its beginning the letters could not be found.
            Self::Paper(crate::papers::Error::GlyphMissing(missing)) => {
                set("letters", missing.letters.clone());
                set("place", missing.place.clone());
            }
            Self::BundleTooLarge { megabytes } => set("megabytes", megabytes.to_string()),
            Self::ExhibitTooLarge { limit } => set("limit", limit.to_string()),
            Self::PaperOverLimit { words, limit } => {
                set("words", words.to_string());
                set("limit", limit.to_string());
            }
            Self::PaperLeaks { count } | Self::PaperTellsChild { count } => set("count", count.to_string()),
            Self::File { params: given, .. } => params.clone_from(given),
            _ => {}
        }
        Failure { code: self.code(), params }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("at a path")]
    struct AtPath(#[source] std::io::Error);

    #[test]
    fn a_disk_that_fails_is_told_by_name_under_whatever_is_said_around_it() {
        let failing = || std::io::Error::from_raw_os_error(FAILING[0]);
        let around = std::io::Error::new(failing().kind(), AtPath(failing()));
        let twice = std::io::Error::other(AtPath(std::io::Error::other(AtPath(failing()))));
        for error in [failing(), around, twice] {
            assert!(matches!(Err::<(), _>(error).doing("writing"), Err(Error::DiskFailing)));
        }
        let other = std::io::Error::other(AtPath(std::io::Error::other("nothing that the system said")));
        assert!(matches!(Err::<(), _>(other).doing("writing"), Err(Error::Files { .. })));
    }
}
