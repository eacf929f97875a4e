//! The command line as a script sees it: words in, one document and an exit code out.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The passphrase of every vault made by tests.
const PASSPHRASE: &str = "түлкі сегіз арқан теңіз боран жалау";

/// The command line, at one vault.
pub struct Tarazy {
    binary: PathBuf,
    vault: PathBuf,
    passphrase: String,
}

/// What it answered.
#[derive(Debug)]
pub struct Answer {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub text: String,
    /// Standard error.
    pub remarks: String,
}

impl Tarazy {
    /// Takes the binary that was built with the tests to a vault that may not be there yet.
    ///
    /// # Errors
    /// When the binary was not built.
    pub fn at(vault: &Path) -> anyhow::Result<Self> {
        Ok(Self::of(crate::binary("tarazy")?, vault))
    }

    /// Takes another binary to a vault that may not be there yet.
    #[must_use]
    pub fn of(binary: PathBuf, vault: &Path) -> Self {
        Self { binary, vault: vault.to_path_buf(), passphrase: PASSPHRASE.to_owned() }
    }

    /// Types another passphrase from here on.
    #[must_use]
    pub fn with_passphrase(mut self, passphrase: &str) -> Self {
        passphrase.clone_into(&mut self.passphrase);
        self
    }

    /// Prepares a command of it, with cheap key derivation, which only builds for tests know.
    #[must_use]
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        command
            .args(words)
            .env("TARAZY_VAULT", &self.vault)
            .env("TARAZY_PASSPHRASE", &self.passphrase)
            .env("TARAZY_TEST_KDF", "weak")
            .env("LANG", "C.UTF-8")
            .stdin(Stdio::null());
        command
    }

    /// Runs a command of it.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn run(&self, words: &[&str]) -> anyhow::Result<Answer> {
        let output = self.command(words).output()?;
        Ok(Answer {
            code: output.status.code().unwrap_or(-1),
            text: String::from_utf8(output.stdout)?,
            remarks: String::from_utf8_lossy(&output.stderr).into_owned(),
        })
    }

    /// Runs a command that must succeed and returns its document.
    ///
    /// # Errors
    /// When it refuses, or when standard output is not one JSON document.
    pub fn json(&self, words: &[&str]) -> anyhow::Result<Value> {
        let answer = self.run(&[&["--json"], words].concat())?;
        anyhow::ensure!(answer.code == 0, "{words:?} ended with {}: {}{}", answer.code, answer.text, answer.remarks);
        Ok(serde_json::from_str(&answer.text)?)
    }

    /// Makes an empty vault.
    ///
    /// # Errors
    /// When it is refused.
    pub fn create(&self) -> anyhow::Result<()> {
        self.json(&["vault", "create", "--organisation", "Сөз бостандығы", "--actor", "Айгүл"]).map(drop)
    }
}
