//! The package for Debian: what is in it, that it can be installed and works, and that nothing of it stays when it goes.

use crate::desk::{Desk, PATIENCE};
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tarazy_tests::{Tarazy, binary, root, skip};
use tempfile::TempDir;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ConnectionExt, MapState};

const PROGRAMS: [&str; 3] = ["tarazy", "tarazy-desk", "tarazy-verify"];

/// Everything that a package may hold. Whatever is added is added here, knowingly.
const CONTENTS: &[&str] = &[
    "usr/bin/tarazy",
    "usr/bin/tarazy-desk",
    "usr/bin/tarazy-verify",
    "usr/share/applications/tarazy.desktop",
    "usr/share/doc/tarazy/THIRD-PARTY.txt",
    "usr/share/doc/tarazy/copyright",
    "usr/share/doc/tarazy/tarazy-window.cdx.json",
    "usr/share/doc/tarazy/tarazy.cdx.json",
    "usr/share/icons/hicolor/128x128/apps/tarazy.png",
    "usr/share/icons/hicolor/256x256/apps/tarazy.png",
    "usr/share/icons/hicolor/32x32/apps/tarazy.png",
    "usr/share/icons/hicolor/512x512/apps/tarazy.png",
    "usr/share/icons/hicolor/scalable/apps/tarazy.svg",
];

#[test]
#[ignore = "installs a package and needs a screen: cargo xtask test"]
fn a_package_is_installed_works_and_leaves_nothing_behind() {
    for tool in ["dpkg", "dpkg-deb", "dpkg-shlibdeps", "strip"] {
        if Command::new(tool).arg("--version").stdout(Stdio::null()).status().is_err() {
            skip(&format!("the package for Debian: {tool} is not here"));
            return;
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let outcome = made(&folder).and_then(|file| {
        says_what_it_needs(&file)?;
        holds_what_it_should(&file)?;
        installed(&file, &folder)
    });
    if let Err(error) = outcome {
        panic!("{error:#}");
    }
}

/// Makes the package from the programs under test, twice, and compares.
fn made(folder: &TempDir) -> Result<PathBuf> {
    let from = folder.path().join("programs");
    fs::create_dir(&from)?;
    for name in PROGRAMS {
        // Without the names of lines they are a third of the size.
        said(Command::new("strip").arg("--strip-debug").arg("-o").arg(from.join(name)).arg(binary(name)?))?;
    }
    let make = |into: &str, builder: &str| -> Result<PathBuf> {
        let into = folder.path().join(into);
        fs::create_dir(&into)?;
        let mut command = Command::new(binary("xtask")?);
        command.arg("deb").arg(&from).arg(&into).env("CARGO_MANIFEST_DIR", root().join("src-tauri/xtask"));
        command.env("TARAZY_QUICK_DEB", "1");
        // Whoever builds has variables of their own, and no npm.
        command.env("DEBFULLNAME", builder).env("DEBEMAIL", format!("{builder}@example.org"));
        command.env("DPKG_DEB_COMPRESSOR_LEVEL", if builder == "Aigul" { "9" } else { "2" });
        command.env("SOURCE_DATE_EPOCH", "1790000000");
        said(&mut command)?;
        let mut files = fs::read_dir(&into)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        ensure!(files.len() == 1, "{files:?}");
        files.pop().context("no package was made")
    };
    let (one, two) = (make("one", "Aigul")?, make("two", "Bolat")?);
    ensure!(fs::read(&one)? == fs::read(two)?, "the same programs gave another package");
    Ok(one)
}

fn says_what_it_needs(file: &Path) -> Result<()> {
    let field = |name: &str| -> Result<String> {
        Ok(said(Command::new("dpkg-deb").arg("--field").arg(file).arg(name))?.trim().to_owned())
    };
    ensure!(field("Package")? == "tarazy");
    ensure!(field("Maintainer")? == "Tarazy <unset@tarazy.invalid>", "whoever built it is named: {}", field("Maintainer")?);
    ensure!(field("Version")? == env!("CARGO_PKG_VERSION"));
    ensure!(field("Architecture")? == said(Command::new("dpkg").arg("--print-architecture"))?.trim());
    let needs = field("Depends")?;
    for library in ["libc6", "libgtk-3-0", "libwebkit2gtk-4.1-0", "libssl3"] {
        ensure!(needs.split(", ").any(|need| need.starts_with(library)), "{library} is not among {needs}");
    }
    ensure!(!needs.contains("curl") && !needs.contains("dbgsym"), "{needs}");
    // Neither scripts nor triggers: installing it runs nothing of ours.
    let mut control = Command::new("dpkg-deb");
    let control = said(control.args(["--info"]).arg(file))?;
    for script in ["preinst", "postinst", "prerm", "postrm", "config", "triggers", "conffiles"] {
        ensure!(!control.contains(script), "{control}");
    }
    Ok(())
}

fn holds_what_it_should(file: &Path) -> Result<()> {
    let list = said(Command::new("dpkg-deb").arg("--contents").arg(file))?;
    let mut held = BTreeSet::new();
    for line in list.lines() {
        let mut words = line.split_whitespace();
        let (mode, owner) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let place = words.last().unwrap_or_default().trim_start_matches("./").trim_end_matches('/');
        ensure!(owner == "root/root", "{line}");
        let wanted = match (mode.starts_with('d'), place.starts_with("usr/bin/")) {
            (true, _) => "drwxr-xr-x",
            (false, true) => "-rwxr-xr-x",
            (false, false) => "-rw-r--r--",
        };
        ensure!(mode == wanted, "{line}");
        if !mode.starts_with('d') {
            held.insert(place.to_owned());
        }
    }
    let wanted: BTreeSet<String> = CONTENTS.iter().map(|&place| place.to_owned()).collect();
    ensure!(held == wanted, "the package holds {held:?}");
    Ok(())
}

/// Where the package was put.
struct Installed {
    root: PathBuf,
    by_dpkg: bool,
}

impl Installed {
    /// Installs it into the system, where that is ours to change, otherwise lays it out in a folder.
    fn put(file: &Path, folder: &TempDir) -> Result<Self> {
        let is_root = said(Command::new("id").arg("-u"))?.trim() == "0";
        let own = PROGRAMS.iter().any(|name| Path::new("/usr/bin").join(name).exists());
        if is_root && !own {
            let place = Self { root: PathBuf::from("/"), by_dpkg: true };
            with_dpkg(&["--install"], file.to_str().context("a path that is no text")?)?;
            return Ok(place);
        }
        skip(if own {
            "the removal of the package: Tarazy is installed here"
        } else {
            "the removal of the package: only root installs one"
        });
        let root = folder.path().join("root");
        said(Command::new("dpkg-deb").arg("--extract").arg(file).arg(&root))?;
        Ok(Self { root, by_dpkg: false })
    }

    fn path(&self, place: &str) -> PathBuf {
        self.root.join(place)
    }

    fn remove(&mut self) -> Result<()> {
        self.by_dpkg = false;
        with_dpkg(&["--purge"], "tarazy")
    }
}

impl Drop for Installed {
    fn drop(&mut self) {
        if self.by_dpkg {
            let _ = self.remove();
        }
    }
}

/// Another program may be installing something at this moment.
fn with_dpkg(words: &[&str], what: &str) -> Result<()> {
    let began = Instant::now();
    loop {
        let done =
            Command::new("dpkg").args(words).arg(what).env("DEBIAN_FRONTEND", "noninteractive").env("LC_ALL", "C").output()?;
        let remarks = String::from_utf8_lossy(&done.stderr).into_owned();
        if done.status.success() {
            return Ok(());
        }
        if !remarks.contains("lock") || began.elapsed() > Duration::from_secs(120) {
            bail!("dpkg {words:?} {what}: {remarks}");
        }
        std::thread::sleep(Duration::from_millis(200));
    }
}

fn installed(file: &Path, folder: &TempDir) -> Result<()> {
    let there = |places: &[PathBuf]| places.iter().filter(|place| place.exists()).cloned().collect::<BTreeSet<_>>();
    // With every folder on the way to a file.
    let mut places: Vec<PathBuf> = CONTENTS
        .iter()
        .flat_map(|place| Path::new("/").join(place).ancestors().map(Path::to_path_buf).collect::<Vec<_>>())
        .collect();
    places.sort();
    places.dedup();
    let before = there(&places);
    let mut installed = Installed::put(file, folder)?;
    for place in CONTENTS {
        ensure!(installed.path(place).is_file(), "{place} is not installed");
    }
    menu_finds_it(&installed)?;
    works_on_the_command_line(&installed, folder).context("the installed command line")?;
    shows_its_window(&installed, folder).context("the installed window")?;
    if installed.by_dpkg {
        let changed = said(Command::new("dpkg").args(["--verify", "tarazy"]))?;
        ensure!(changed.is_empty(), "running it changed what was installed: {changed}");
        installed.remove()?;
        let after = there(&places);
        ensure!(after == before, "left behind: {:?}", after.difference(&before).collect::<Vec<_>>());
        let known = Command::new("dpkg").args(["--status", "tarazy"]).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        ensure!(!known.success(), "dpkg still knows the package");
    }
    Ok(())
}

fn menu_finds_it(installed: &Installed) -> Result<()> {
    let entry = fs::read_to_string(installed.path("usr/share/applications/tarazy.desktop"))?;
    let value = |name: &str| entry.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
    ensure!(value("Exec") == Some("tarazy-desk") && value("Icon") == Some("tarazy"), "{entry}");
    for lang in ["[kk]", "[ru]", ""] {
        ensure!(value(&format!("Name{lang}")).is_some() && value(&format!("Comment{lang}")).is_some(), "{entry}");
    }
    Ok(())
}

/// The main work: an example register, its measures, a paper, the ledger, and a bundle with the program that checks it.
fn works_on_the_command_line(installed: &Installed, folder: &TempDir) -> Result<()> {
    let tarazy = installed.path("usr/bin/tarazy");
    let version = said(Command::new(&tarazy).arg("--version"))?;
    ensure!(version.trim() == concat!("tarazy ", env!("CARGO_PKG_VERSION")), "{version}");
    let place = |name: &str| folder.path().join(name).to_str().map(str::to_owned).context("a path that is no text");
    let (vault, paper, archive) = (place("vault")?, place("brief.pdf")?, place("bundle.zip")?);
    let tarazy = Tarazy::of(tarazy, Path::new(&vault));
    tarazy.json(&["example", &vault])?;
    tarazy.json(&["measure"])?;
    let line = tarazy.json(&["--lang", "kk", "paper", "brief", "--out", &paper])?;
    ensure!(fs::read(&paper)?.starts_with(b"%PDF-"));
    tarazy.json(&["ledger", "verify"])?;
    let digest = line["digest"].as_str().context("no digest")?;
    tarazy.json(&["bundle", digest, "--out", &archive])?;
    // The verifier is found beside the program, and put into the bundle.
    let verifier = installed.path("usr/bin/tarazy-verify");
    let files = tarazy_verifier::unpack(&fs::read(&archive)?).map_err(|flaw| anyhow::anyhow!("{flaw:?}"))?;
    let inside = files.iter().find(|(name, _)| name.starts_with("verify/")).context("the bundle has no verifier")?.1;
    ensure!(*inside == fs::read(&verifier)?, "the bundle has another verifier");
    said(Command::new(verifier).arg(&archive)).map(drop)
}

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts the window as the menu does, waits until it can be seen, and closes it by its button.
fn shows_its_window(installed: &Installed, folder: &TempDir) -> Result<()> {
    let inside = |name: &str| folder.path().join(name);
    let mut command = Command::new(installed.path("usr/bin/tarazy-desk"));
    command.current_dir(folder.path()).env("HOME", inside("home")).env("TARAZY_VAULT", inside("vault"));
    for (name, place) in [("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")] {
        command.env(name, inside(place));
    }
    let mut running = Running(command.stdin(Stdio::null()).stdout(Stdio::null()).spawn()?);
    let began = Instant::now();
    while !can_be_seen()? {
        if let Some(status) = running.0.try_wait()? {
            bail!("it ended with {status} before it was seen");
        }
        ensure!(began.elapsed() < PATIENCE, "no window came");
        std::thread::sleep(Duration::from_millis(40));
    }
    // The page inside may still be loading, and answers the button when it has loaded.
    let began = Instant::now();
    loop {
        if let Some(status) = running.0.try_wait()? {
            ensure!(status.success(), "it ended with {status}");
            return Ok(());
        }
        ensure!(began.elapsed() < PATIENCE, "it does not close");
        // The window may be gone a moment before the program.
        let _ = Desk::close_by_its_button();
        std::thread::sleep(Duration::from_millis(200));
    }
}

fn can_be_seen() -> Result<bool> {
    let (x11, screen) = x11rb::connect(None)?;
    let root = x11.setup().roots.get(screen).context("no screen")?.root;
    for window in x11.query_tree(root)?.reply()?.children {
        let Ok(name) = x11.get_property(false, window, AtomEnum::WM_NAME, AtomEnum::ANY, 0, 64)?.reply() else { continue };
        let Ok(seen) = x11.get_window_attributes(window)?.reply() else { continue };
        if name.value == b"Tarazy" && seen.map_state == MapState::VIEWABLE {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Runs a command that must succeed and returns what it says.
fn said(command: &mut Command) -> Result<String> {
    let done = command.output().with_context(|| format!("starting {command:?}"))?;
    ensure!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
    Ok(String::from_utf8(done.stdout)?)
}
