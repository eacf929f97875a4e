//! The application without a face, in a folder of its own: what the window and the command line run.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use tarazy_core::api::wire::{ImportRun, ImportSummary, Lang, Progress, VaultCreate, VaultUnlock};
use tarazy_core::api::{App, Host, import_file};
use tarazy_core::{Env, KdfCost, Result};
use tempfile::TempDir;

/// The passphrase of every vault made here.
const PASSPHRASE: &str = "түлкі сегіз арқан теңіз боран жалау";

/// An application with an open vault.
pub struct Office {
    /// The application.
    pub app: App,
    folder: PathBuf,
    // Goes with the office; a place that was given stays.
    _made: Option<TempDir>,
}

/// A host that shows nothing and answers no dialog.
struct Silent;

impl Host for Silent {
    fn pick_open(&self) -> Option<PathBuf> {
        None
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        None
    }

    fn pick_save(&self, _: &str) -> Option<PathBuf> {
        None
    }

    fn changed(&self, _: &[&str]) {}

    fn progress(&self, _: &Progress) {}
}

impl Office {
    /// The passphrase that opens it.
    #[must_use]
    pub const fn passphrase() -> &'static str {
        PASSPHRASE
    }

    /// Makes a vault, with the invented example register or empty, and opens it.
    ///
    /// # Errors
    /// When the vault cannot be made.
    pub fn new(env: Env, with_example: bool) -> anyhow::Result<Self> {
        let made = tempfile::tempdir()?;
        let folder = made.path().join("vault");
        let app = App::new(env, Arc::new(Silent), folder.clone(), KdfCost::TESTS);
        app.vault_create(VaultCreate {
            passphrase: PASSPHRASE.to_owned(),
            lang: Lang::Kk,
            with_example,
            organisation: "Сөз бостандығы қоры".to_owned(),
            actor: "Әлия Қуанышқызы".to_owned(),
        })?;
        Ok(Self { app, folder, _made: Some(made) })
    }

    /// Opens a vault that an office made before and that was kept.
    ///
    /// # Errors
    /// When it does not open.
    pub fn at(folder: &Path) -> Result<Self> {
        let app = App::new(Env::system(), Arc::new(Silent), folder.to_owned(), KdfCost::TESTS);
        app.vault_unlock(VaultUnlock { passphrase: PASSPHRASE.to_owned() })?;
        Ok(Self { app, folder: folder.to_owned(), _made: None })
    }

    /// Closes the vault and copies it to a place that stays.
    ///
    /// # Errors
    /// When it cannot be closed or copied.
    pub fn keep(&self, place: &Path) -> anyhow::Result<()> {
        self.app.close()?;
        std::fs::create_dir_all(place)?;
        for file in std::fs::read_dir(&self.folder)? {
            let file = file?;
            std::fs::copy(file.path(), place.join(file.file_name()))?;
        }
        Ok(())
    }

    /// Closes the vault and opens it again in a new application.
    ///
    /// # Errors
    /// When it does not open.
    pub fn reopen(&mut self) -> Result<()> {
        self.app.close()?;
        self.app = App::new(Env::system(), Arc::new(Silent), self.folder.clone(), KdfCost::TESTS);
        self.app.vault_unlock(VaultUnlock { passphrase: PASSPHRASE.to_owned() }).map(drop)
    }

    /// Returns how many bytes the closed part of the vault takes.
    ///
    /// # Errors
    /// When its folder cannot be read.
    pub fn vault_bytes(&self) -> anyhow::Result<u64> {
        let mut bytes = 0;
        for file in std::fs::read_dir(&self.folder)? {
            bytes += file?.metadata()?.len();
        }
        Ok(bytes)
    }

    /// Imports a file with the mapping that is proposed for it.
    ///
    /// # Errors
    /// When the file is refused.
    pub fn import(&self, file: &Path) -> Result<ImportSummary> {
        let preview = import_file(&self.app, file)?;
        let fields = preview.columns.into_iter().map(|column| column.field).collect();
        self.app.import_run(ImportRun { token: preview.token, fields, dates: Vec::new() })
    }
}
