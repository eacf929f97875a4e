//! The package for Debian and its relatives: the window, the command line, the verifier, and no script that runs at installing.
//!
//! Made by dpkg's own tools: they read from the programs which libraries they need, and give the same bytes for the same files.

use crate::release::{self, PROGRAMS};
use crate::sbom;
use crate::shell::{self, Outcome, Project};
use crate::third_party;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Who answers for the package: whoever builds it again gets the same bytes, so nobody's own name stands here.
const MAINTAINER: &str = "Tarazy <unset@tarazy.invalid>";
/// Set where a package is made only to be looked at: quick rather than small.
const QUICK: &str = "TARAZY_QUICK_DEB";

const DESCRIPTION: &str = "\
Description: encrypted register of deletion orders
 Tarazy records the orders by which a state has posts, comments and videos
 deleted, weighs every deleted item by a published method and counts honestly.
 It works on one computer, without a server and without the network.
 .
 The window is tarazy-desk, the command line tarazy; tarazy-verify checks
 sealed papers and needs neither.
";

/// Where pictures of the program go, by their size.
const ICONS: &[(&str, &str)] = &[
    ("32x32.png", "32x32/apps/tarazy.png"),
    ("128x128.png", "128x128/apps/tarazy.png"),
    ("128x128@2x.png", "256x256/apps/tarazy.png"),
    ("icon.png", "512x512/apps/tarazy.png"),
    ("mark.svg", "scalable/apps/tarazy.svg"),
];

/// Makes the package from programs that lie in a folder; returns its file name in the other.
pub fn package(project: &Project, from: &Path, into: &Path) -> Result<PathBuf, String> {
    for tool in ["dpkg", "dpkg-deb", "dpkg-shlibdeps"] {
        if !shell::found(tool) {
            return Err(format!("{tool} is not here: packages for Debian are made on Debian and its relatives (dpkg-dev)"));
        }
    }
    let stage = into.join(format!("stage-{}", std::process::id()));
    let outcome = staged(project, from, &stage).and_then(|name| {
        let mut build = dpkg(project, "dpkg-deb");
        if std::env::var_os(QUICK).is_some() {
            build.args(["-Zgzip", "-z1"]);
        }
        build.args(["--root-owner-group", "--build"]).arg(stage.join("tree")).arg(into.join(&name)).stdout(Stdio::null());
        shell::run(build.env("SOURCE_DATE_EPOCH", release::time(project)?)).map(|()| name)
    });
    let _ = fs::remove_dir_all(&stage);
    outcome
}

/// Lays out everything that the package holds; returns the package's name.
fn staged(project: &Project, from: &Path, stage: &Path) -> Result<PathBuf, String> {
    let tree = stage.join("tree");
    let mut files = Vec::new();
    let mut put = |bytes: &[u8], place: &str, mode: u32| {
        files.push(place.to_owned());
        put(&tree, place, bytes, mode)
    };
    for program in PROGRAMS {
        put(&read(&from.join(program.name))?, &format!("usr/bin/{}", program.name), 0o755)?;
    }
    let ours = project.root.join("src-tauri");
    put(&read(&ours.join("packaging/tarazy.desktop"))?, "usr/share/applications/tarazy.desktop", 0o644)?;
    for (name, place) in ICONS {
        put(&read(&ours.join("icons").join(name))?, &format!("usr/share/icons/hicolor/{place}"), 0o644)?;
    }
    put(&read(&ours.join("packaging/copyright"))?, "usr/share/doc/tarazy/copyright", 0o644)?;
    put(third_party::text(project)?.as_bytes(), &format!("usr/share/doc/tarazy/{}", third_party::NAME), 0o644)?;
    for list in sbom::write_into(project, stage)? {
        put(&read(&stage.join(&list))?, &format!("usr/share/doc/tarazy/{}", list.display()), 0o644)?;
    }
    let size = files.iter().map(|file| fs::metadata(tree.join(file)).map_or(0, |found| found.len().div_ceil(1024))).sum::<u64>();
    files.sort();
    let sums = shell::read(project.program("md5sum").args(&files).current_dir(&tree))?;
    let architecture = shell::read(dpkg(project, "dpkg").arg("--print-architecture"))?;
    let (version, architecture) = (env!("CARGO_PKG_VERSION"), architecture.trim());
    let control = format!(
        "Package: tarazy\nVersion: {version}\nArchitecture: {architecture}\nMaintainer: {MAINTAINER}\nInstalled-Size: {size}\nDepends: {}\n\
         Section: utils\nPriority: optional\n{DESCRIPTION}",
        libraries(project, &tree, stage)?,
    );
    self::put(&tree, "DEBIAN/md5sums", sums.as_bytes(), 0o644)?;
    self::put(&tree, "DEBIAN/control", control.as_bytes(), 0o644)?;
    folders_for_everybody(&tree)?;
    Ok(format!("tarazy_{version}_{architecture}.deb").into())
}

/// Prepares a tool of dpkg, without what whoever builds has told it: another compressor, another maintainer.
fn dpkg(project: &Project, name: &str) -> Command {
    let mut command = project.program(name);
    for (name, _) in std::env::vars_os() {
        if is_debians(&name.to_string_lossy()) {
            command.env_remove(&name);
        }
    }
    command.env("LC_ALL", "C");
    command
}

fn is_debians(name: &str) -> bool {
    ["DEB", "DPKG_"].iter().any(|start| name.starts_with(start))
}

/// Reads from the programs which packages carry the libraries that they are linked to.
fn libraries(project: &Project, tree: &Path, stage: &Path) -> Result<String, String> {
    // The tool asks for the sources' own description, and reads nothing from it that matters here.
    put(stage, "debian/control", b"Source: tarazy\n\nPackage: tarazy\nArchitecture: any\n", 0o644)?;
    let mut command = dpkg(project, "dpkg-shlibdeps");
    command.arg("-O").args(PROGRAMS.iter().map(|program| tree.join("usr/bin").join(program.name))).current_dir(stage);
    let said = shell::read(&mut command)?;
    let found = said.lines().find_map(|line| line.strip_prefix("shlibs:Depends="));
    found.map(str::to_owned).ok_or_else(|| "dpkg-shlibdeps named no libraries".to_owned())
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn put(tree: &Path, place: &str, bytes: &[u8], mode: u32) -> Outcome {
    let path = tree.join(place);
    let words = |error: std::io::Error| format!("{}: {error}", path.display());
    path.parent().map_or(Ok(()), fs::create_dir_all).map_err(words)?;
    fs::write(&path, bytes).map_err(words)?;
    allow(&path, mode).map_err(words)
}

/// The umask of whoever builds must not be in the package.
fn folders_for_everybody(folder: &Path) -> Outcome {
    let words = |error: std::io::Error| format!("{}: {error}", folder.display());
    allow(folder, 0o755).map_err(words)?;
    let inside = fs::read_dir(folder).map_err(words)?.flatten().map(|entry| entry.path()).filter(|path| path.is_dir());
    inside.into_iter().try_for_each(|folder| folders_for_everybody(&folder))
}

#[cfg(unix)]
fn allow(path: &Path, mode: u32) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn allow(_: &Path, _: u32) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_debians;

    #[test]
    fn a_package_hears_nothing_of_who_builds_it() {
        for name in [
            "DEBFULLNAME",
            "DEBEMAIL",
            "DEB_BUILD_OPTIONS",
            "DEB_HOST_ARCH",
            "DPKG_DEB_COMPRESSOR_LEVEL",
            "DPKG_MAINTSCRIPT_ARCH",
        ] {
            assert!(is_debians(name), "{name} is heard");
        }
        assert!(!is_debians("PATH") && !is_debians("SOURCE_DATE_EPOCH"));
    }
}
