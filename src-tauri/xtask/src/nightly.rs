//! What needs the network or hours, and so is no part of every change: known flaws of what comes from others, and the proof
//! that a release can be built again.

use crate::machine::{self, Purpose};
use crate::shell::{self, Outcome, Project, Tally};
use crate::supply::{self, Checkers, Npm};
use crate::test::{self, Session, Step};
use std::path::Path;
use std::process::{Command, ExitCode};

const STEPS: &[Step] = &[
    Step { name: "what this machine needs", work: machine_has_all },
    Step { name: "known flaws of the crates", work: crates },
    Step { name: "known flaws of the window's packages", work: packages },
    Step { name: "a release, built twice", work: twice },
];

/// Runs every step.
pub fn nightly(project: &Project) -> Result<ExitCode, String> {
    test::walk(project, STEPS)
}

fn machine_has_all(session: &Session, _: &mut Tally) -> Outcome {
    machine::provide(session.project, &[Purpose::Core, Purpose::Window]).map(drop)
}

fn crates(session: &Session, tally: &mut Tally) -> Outcome {
    let checkers = match Checkers::provide(session.project) {
        Ok((checkers, _)) => checkers,
        Err(reason) => {
            session.remark(format!("Left out: known flaws of the crates, as the checkers could not be had: {reason}"));
            tally.skipped += 2;
            return Ok(());
        }
    };
    if let Err(reason) = checkers.fetch_flaws(session.project) {
        let old = supply::flaws_here().is_some();
        let instead = if old { "An older one is used" } else { "Left out: known flaws of the crates" };
        session.remark(format!("{instead}: the list could not be fetched: {reason}"));
        if !old {
            tally.skipped += 2;
            return Ok(());
        }
    }
    checkers.flaws(session.project)?;
    checkers.audit(session.project)?;
    tally.passed += 2;
    Ok(())
}

fn packages(session: &Session, tally: &mut Tally) -> Outcome {
    match supply::npm_audit(session.project)? {
        Npm::Good => tally.passed += 1,
        Npm::Bad => return Err("packages of the window have known flaws".to_owned()),
        Npm::Silent(reason) => {
            session.remark(format!("Left out: known flaws of the window's packages: {reason}"));
            tally.skipped += 1;
        }
    }
    Ok(())
}

/// Builds the command line and the verifier in two folders of different depth, from the last commit, and compares. The second is built by somebody
/// with another home of cargo, whose new files are for nobody else.
fn twice(session: &Session, tally: &mut Tally) -> Outcome {
    let folder = session.project.target().join("nightly");
    let built = |place: &str, other: &dyn Fn(Command) -> Result<Command, String>| -> Result<String, String> {
        let sources = folder.join(place);
        let _ = std::fs::remove_dir_all(&sources);
        let mut copy = session.project.program("git");
        shell::run(copy.args(["clone", "--quiet", "--no-hardlinks"]).arg(&session.project.root).arg(&sources))?;
        let build = session.project.cargo(&["run", "--quiet", "--package", "xtask", "--", "release", "tarazy-verify", "tarazy"]);
        let mut build = other(build)?;
        shell::run(build.current_dir(&sources).env_remove("CARGO_TARGET_DIR").env_remove("CARGO_MANIFEST_DIR"))?;
        let sums = sources.join("target/dist/SHA256SUMS");
        let sums = std::fs::read_to_string(&sums).map_err(|error| format!("{}: {error}", sums.display()))?;
        clean(&sources)?;
        Ok(sums)
    };
    let first = built("one", &Ok)?;
    let second = built("another/of greater/depth", &|build| by_another(session.project, build, &folder.join("home")))?;
    if first != second {
        return Err(format!("two builds of the same commit differ:\n{first}{second}"));
    }
    tally.passed += 1;
    Ok(())
}

/// Starts a program under another umask and with another home of cargo, in which only what was fetched is the same: nothing is fetched twice.
#[cfg(unix)]
fn by_another(project: &Project, command: Command, home: &Path) -> Result<Command, String> {
    let words = |error: std::io::Error| format!("{}: {error}", home.display());
    let _ = std::fs::remove_dir_all(home);
    std::fs::create_dir_all(home).map_err(words)?;
    let own = supply::cargo_home().ok_or("there is no home folder")?;
    for name in ["registry", "config.toml"] {
        if own.join(name).exists() {
            std::os::unix::fs::symlink(own.join(name), home.join(name)).map_err(words)?;
        }
    }
    let mut other = project.program("sh");
    other.args(["-c", "umask 077; exec \"$@\"", "sh"]).arg(command.get_program()).args(command.get_args());
    other.env("CARGO_HOME", home);
    Ok(other)
}

#[cfg(not(unix))]
fn by_another(_: &Project, command: Command, _: &Path) -> Result<Command, String> {
    Ok(command)
}

fn clean(folder: &Path) -> Outcome {
    std::fs::remove_dir_all(folder).map_err(|error| format!("{} cannot be removed: {error}", folder.display()))
}
