//! Where the sources, the binaries under test and the real data are.

use std::io::Write;
use std::path::{Path, PathBuf};

/// Returns the folder of the project.
#[must_use]
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or_else(|| Path::new("."))
}

/// Returns a binary of the workspace, which lies beside the tests' own.
///
/// # Errors
/// When it was not built, with the command that builds it.
pub fn binary(name: &str) -> anyhow::Result<PathBuf> {
    let own = std::env::current_exe()?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    own.ancestors().skip(1).take(2).map(|folder| folder.join(&file)).find(|path| path.is_file()).ok_or_else(|| {
        anyhow::anyhow!("{file} was not built: cargo build --workspace --all-targets --features tarazy/scripted-dialogs")
    })
}

/// Returns the real register of 30,663 rows, which lies beside the project and is no part of it.
#[must_use]
pub fn real_register() -> Option<PathBuf> {
    let file = root().join("../shared/data/rkn_register_2016-06-13.csv").canonicalize().ok();
    if file.is_none() {
        skip("the real register is not beside the project");
    }
    file
}

/// Says why a test checks nothing here.
pub fn skip(reason: &str) {
    // Written past the test runner's capture, so that it is seen without a flag.
    let _ = writeln!(std::io::stderr(), "left out: {reason}");
}
