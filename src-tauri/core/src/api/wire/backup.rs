//! Backups: one encrypted file each, three generations, verified by restoring.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One backup that lies in the chosen folder.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupLine {
    /// Name of the file.
    pub name: String,
    /// When it was made, UTC seconds.
    #[ts(type = "number")]
    pub made_at: i64,
    /// Bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// It was restored to a temporary place, everything in it was checked and is whole, and it lies there with the size that it had.
    pub verified: bool,
}

/// How backups stand.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Backups {
    /// Name of the folder that was chosen, never its path; empty where none was.
    pub folder: String,
    /// The folder is there now: a stick may be elsewhere.
    pub reachable: bool,
    /// The folder lies on the same disk as the register: it does not survive the disk.
    pub same_disk: bool,
    /// Backups of this register in it: the one that was verified last stands first, those that are not verified last.
    pub lines: Vec<BackupLine>,
    /// Days since the last verified one that lies there, or that is noted where the folder is not there; nothing where there is none.
    pub days: Option<u32>,
    /// One is due: none for seven days, or none at all.
    pub due: bool,
    /// What opens it: passphrase, second, recovery, as many as the register had when it was made.
    pub opened_by: Vec<String>,
    /// When the recovery key was last tried on a backup, UTC seconds.
    #[ts(type = "number | null")]
    pub drilled_at: Option<i64>,
}

/// A backup that was made.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupMade {
    /// Its line.
    pub line: BackupLine,
    /// Entries of the ledger in it.
    #[ts(type = "number")]
    pub entries: u64,
    /// Files of exhibits in it.
    #[ts(type = "number")]
    pub files: u64,
    /// Older ones that made way for it; none for one in which something was found.
    pub removed: u32,
    /// Codes of what was found when it was tried out; none is good, and only then it counts as verified.
    pub findings: Vec<String>,
}

/// A drill: the newest backup is opened by the recovery key alone, restored to a temporary place, checked and taken away.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct BackupDrill {
    /// The key, or two shares.
    pub typed: Vec<String>,
}

/// What a drill found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Drilled {
    /// Name of the backup.
    pub name: String,
    /// Entries of the ledger in it.
    #[ts(type = "number")]
    pub entries: u64,
    /// Rows that were compared.
    #[ts(type = "number")]
    pub rows: u64,
    /// Files of exhibits that were opened.
    #[ts(type = "number")]
    pub files: u64,
    /// Codes of what was found; none is good.
    pub findings: Vec<String>,
}

/// A backup is to become the register: the person picks the file, then an empty folder.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct BackupRestore {
    /// A passphrase that opened the register when the backup was made; empty where the recovery key is given.
    pub passphrase: String,
    /// The recovery key, or two shares; none where a passphrase is given.
    pub typed: Vec<String>,
    /// The passphrase that opens it from now on; empty keeps the one given.
    pub new: String,
}
