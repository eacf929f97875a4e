//! The terminal as the host of the use cases: files are named on the command line, progress goes to a terminal only.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use tarazy_core::Error;
use tarazy_core::api::Host;
use tarazy_core::api::wire::Progress;
use zeroize::Zeroizing;

/// The terminal.
pub struct Terminal {
    named: Option<PathBuf>,
    saved: Option<PathBuf>,
    folder: Option<PathBuf>,
}

impl Terminal {
    /// Answers every dialog with what was named on the command line: the file to read, the file to write, the folder.
    pub const fn new(named: Option<PathBuf>, saved: Option<PathBuf>, folder: Option<PathBuf>) -> Self {
        Self { named, saved, folder }
    }
}

impl Host for Terminal {
    fn pick_open(&self) -> Option<PathBuf> {
        self.named.clone()
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        self.folder.clone()
    }

    fn pick_save(&self, _: &str) -> Option<PathBuf> {
        self.saved.clone()
    }

    fn changed(&self, _: &[&str]) {}

    fn progress(&self, progress: &Progress) {
        let mut err = std::io::stderr();
        if err.is_terminal() {
            let _ = write!(err, "\r{} {}/{}   ", progress.stage, progress.done, progress.of);
            let _ = err.flush();
        }
    }
}

/// Reads the passphrase: from the file, the environment, or a prompt without echo.
pub fn passphrase(file: Option<&Path>) -> anyhow::Result<String> {
    if let Some(file) = file {
        let text = Zeroizing::new(std::fs::read_to_string(file)?);
        return Ok(text.lines().next().unwrap_or_default().to_owned());
    }
    if let Ok(given) = std::env::var("TARAZY_PASSPHRASE") {
        return Ok(given);
    }
    prompt("passphrase: ")
}

/// Reads the new passphrase.
pub fn new_passphrase() -> anyhow::Result<String> {
    match std::env::var("TARAZY_NEW_PASSPHRASE") {
        Ok(given) => Ok(given),
        Err(_) => prompt("new passphrase: "),
    }
}

fn prompt(text: &str) -> anyhow::Result<String> {
    if !std::io::stdin().is_terminal() {
        return Err(Error::Invalid("passphrase").into());
    }
    Ok(rpassword::prompt_password(text)?)
}

/// A form in which nothing is known.
pub fn empty_form() -> serde_json::Value {
    let unknown =
        serde_json::json!({"earliest": null, "latest": null, "precision": "unknown", "offset_minutes": 300, "basis": "inferred"});
    serde_json::json!({
        "instrument": "unknown", "number": "", "authority": "", "platform": "", "learned": unknown, "learned_how": "unknown",
        "issued": unknown, "received": unknown, "provisions": "", "ground": "not_stated", "action": "delete",
        "document_seen": "unknown", "names_items_by_url": "unknown", "informs_of_appeal": "unknown", "author_notified": "unknown",
        "reasons_level": "unknown", "locators": [], "text": "", "note": "", "draft": false
    })
}

/// Reads a form from a file, the fields it leaves out from another.
pub fn form<T: serde::de::DeserializeOwned>(file: &Path, rest: &serde_json::Value) -> anyhow::Result<T> {
    let given: serde_json::Value = serde_json::from_slice(&std::fs::read(file)?).map_err(|_| Error::Invalid("file"))?;
    let mut whole = rest.clone();
    let (Some(to), Some(from)) = (whole.as_object_mut(), given.as_object()) else {
        return Err(Error::Invalid("file").into());
    };
    for (name, value) in from {
        // A misspelt field would leave an order empty without a word.
        if to.insert(name.clone(), value.clone()).is_none() {
            return Err(Error::Invalid("file").into());
        }
    }
    serde_json::from_value(whole).map_err(|_| Error::Invalid("file").into())
}
