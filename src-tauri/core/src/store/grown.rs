//! What the ledger has become since somebody kept a checkpoint of it: grown, or something else.

use super::change::origin;
use super::vault::Vault;
use crate::error::Result;
use tarazy_ledger::{check_consistency, consistency_proof, open, root, write_consistency};

/// What an earlier checkpoint says of the ledger of now. Sizes count entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Since {
    /// What it signed is still the beginning.
    Grown {
        /// What it signed.
        from: u64,
        /// What there is now.
        to: u64,
        /// The consistency proof with the checkpoint of now, as a text that others check.
        proof: String,
    },
    /// It is no checkpoint of this ledger, or its signature does not hold: it says nothing.
    Foreign,
    /// The ledger has lost entries: an older copy of the vault was put back.
    Shorter {
        /// What it signed.
        from: u64,
        /// What there is now.
        to: u64,
    },
    /// Other entries stand where those stood that it signed.
    Rewritten {
        /// What it signed.
        from: u64,
        /// What there is now.
        to: u64,
    },
}

impl Vault {
    /// Returns the last checkpoint: a signed note, for somebody to keep who is to see later whether the ledger has only grown.
    pub fn checkpoint(&self) -> Result<String> {
        Ok(self.leaves()?.1)
    }

    /// Compares the ledger with a checkpoint that somebody kept, a signed note as it stands.
    ///
    /// # Errors
    /// Those of reading. What does not hold is an answer and no error.
    pub fn since(&self, kept: &str) -> Result<Since> {
        let (public, origin) = (self.signer().public(), origin(self.id(), self.device()));
        let Ok(old) = open(kept, &public, &origin) else { return Ok(Since::Foreign) };
        let (leaves, note) = self.leaves()?;
        let (from, to) = (old.size, leaves.len() as u64);
        let Some(beginning) = usize::try_from(from).ok().and_then(|from| leaves.get(..from)) else {
            return Ok(Since::Shorter { from, to });
        };
        if root(beginning) != old.root {
            return Ok(Since::Rewritten { from, to });
        }
        let hashes = consistency_proof(&leaves, beginning.len()).unwrap_or_default();
        let proof = write_consistency(from, &hashes, &note);
        // Leaves that were altered beside an untouched beginning lead nowhere: they are not what the last checkpoint signed.
        Ok(match check_consistency(&proof, kept, &public, &origin) {
            Ok(_) => Since::Grown { from, to, proof },
            Err(_) => Since::Rewritten { from, to },
        })
    }
}
