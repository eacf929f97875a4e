//! A host for tests: it shows nothing and answers no dialog.

use super::Host;
use super::wire::Progress;
use std::path::PathBuf;

pub(crate) struct Silent;

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
