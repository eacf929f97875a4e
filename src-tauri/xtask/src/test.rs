//! Everything that must hold before a change is taken, in order, up to the first thing that does not.

use crate::checker;
use crate::display::Display;
use crate::machine::{self, Purpose};
use crate::shell::{self, Outcome, Project, Tally};
use crate::supply::{self, Checkers};
use crate::window;
use std::cell::RefCell;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// One choice of packages, targets and features for every cargo command below: another choice would give shared
/// dependencies other features and build them a second time.
const WHOLE: &[&str] = &["--workspace", "--features", "tarazy/scripted-dialogs"];

/// Kills of a writing process that the vault must survive; TARAZY_KILLS overrides it.
const KILLS: &str = "200";

/// One thing that must hold.
pub struct Step {
    /// What is told while it runs.
    pub name: &'static str,
    /// What it does.
    pub work: fn(&Session, &mut Tally) -> Outcome,
}

const STEPS: &[Step] = &[
    Step { name: "what this machine needs", work: machine_has_all },
    Step { name: "formatting", work: formatting },
    Step { name: "window: packages", work: window_packages },
    Step { name: "window: types", work: |session, _| session.npm("check") },
    Step { name: "window: lints", work: |session, _| session.npm("lint") },
    Step { name: "window: tests", work: window_tests },
    Step { name: "window: build", work: |session, _| window::build(session.project) },
    Step { name: "lints of the whole workspace", work: lints },
    Step { name: "licences, advisories, bans", work: supplies },
    Step { name: "build of everything", work: build },
    Step { name: "tests: units, properties, floors, types, command line", work: tests },
    Step { name: "tests: the real window", work: real_window },
    Step { name: "tests: killed, cut off, full, broken, altered", work: faults },
    Step { name: "benches, once each", work: benches_once },
];

/// A run of steps.
pub struct Session<'project> {
    /// The project that is looked at.
    pub project: &'project Project,
    /// What was installed, and what was left out and why.
    remarks: RefCell<Vec<String>>,
}

impl Session<'_> {
    fn npm(&self, script: &str) -> Outcome {
        shell::run(&mut self.project.npm(&["run", "--silent", script]))
    }

    /// Tells what was installed or left out, now and once more at the end.
    pub fn remark(&self, words: String) {
        println!("{words}");
        self.remarks.borrow_mut().push(words);
    }
}

/// Runs every step of the tests.
pub fn test(project: &Project) -> Result<ExitCode, String> {
    walk(project, STEPS)
}

/// Runs every step up to the first that fails and closes with one line of counts.
pub fn walk(project: &Project, steps: &[Step]) -> Result<ExitCode, String> {
    let session = Session { project, remarks: RefCell::default() };
    let started = Instant::now();
    let mut tally = Tally::default();
    let mut times: Vec<(&str, Duration)> = Vec::new();
    let mut failure = None;
    for (place, step) in steps.iter().enumerate() {
        println!("\n[{}/{}] {}", place + 1, steps.len(), step.name);
        let began = Instant::now();
        let outcome = (step.work)(&session, &mut tally);
        times.push((step.name, began.elapsed()));
        match outcome {
            Ok(()) => println!("        {} in {}", step.name, shell::lasted(began.elapsed())),
            Err(reason) => {
                failure = Some(format!("FAILED at {}: {reason}", step.name));
                break;
            }
        }
    }
    println!("\nTimes");
    for (name, time) in &times {
        println!("  {:>12}  {name}", shell::lasted(*time));
    }
    println!("  {:>12}  together", shell::lasted(started.elapsed()));
    for remark in session.remarks.borrow().iter() {
        println!("{remark}");
    }
    if let Some(reason) = &failure {
        println!("{reason}");
        // A step without counts of its own, as a lint, is one failure.
        tally.failed = tally.failed.max(1);
    }
    println!("{} passed, {} failed, {} skipped", tally.passed, tally.failed, tally.skipped);
    Ok(if failure.is_some() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn machine_has_all(session: &Session, _: &mut Tally) -> Outcome {
    let installed = machine::provide(session.project, &[Purpose::Core, Purpose::Window, Purpose::Test])?;
    if installed.is_empty() {
        session.remark("Installed: no system package.".to_owned());
    } else {
        session.remark(format!("Installed: {}.", installed.join(", ")));
    }
    // Without it the papers are not checked by an archive's rules, and their tests say so.
    match checker::provide(session.project) {
        Ok(None) => {}
        Ok(Some(folder)) => session.remark(format!("Installed: veraPDF, into {}.", folder.display())),
        Err(reason) => session.remark(format!("Left out: veraPDF, which could not be fetched: {reason}")),
    }
    Ok(())
}

fn formatting(session: &Session, _: &mut Tally) -> Outcome {
    shell::run(&mut session.project.cargo(&["fmt", "--all", "--check"]))
}

fn window_packages(session: &Session, _: &mut Tally) -> Outcome {
    if window::packages(session.project)? {
        session.remark("Installed: the window's packages, into ui/node_modules.".to_owned());
    }
    Ok(())
}

fn window_tests(session: &Session, tally: &mut Tally) -> Outcome {
    shell::run_counted(&mut session.project.npm(&["run", "--silent", "test"]), tally)
}

fn lints(session: &Session, _: &mut Tally) -> Outcome {
    let arguments = [&["clippy", "--all-targets"], WHOLE, &["--", "--deny", "warnings"]].concat();
    shell::run(&mut session.project.cargo(&arguments))
}

fn supplies(session: &Session, _: &mut Tally) -> Outcome {
    let checkers = match Checkers::provide(session.project) {
        Ok((checkers, fetched)) => {
            if fetched {
                session.remark("Installed: cargo-deny and cargo-audit, into the user's cache.".to_owned());
            }
            checkers
        }
        Err(reason) => {
            session
                .remark(format!("Left out: licences, bans and sources of the crates, as cargo-deny could not be had: {reason}"));
            return Ok(());
        }
    };
    checkers.licences(session.project)?;
    if supply::flaws_here().is_some() {
        return checkers.flaws(session.project);
    }
    session.remark(
        "Left out: known flaws of the crates, whose list is not on this machine (cargo xtask nightly fetches it).".to_owned(),
    );
    Ok(())
}

fn build(session: &Session, _: &mut Tally) -> Outcome {
    shell::run(&mut session.project.cargo(&[&["build", "--all-targets"], WHOLE].concat()))
}

fn tests(session: &Session, tally: &mut Tally) -> Outcome {
    shell::run_counted(&mut session.project.cargo(&[&["test", "--quiet"], WHOLE].concat()), tally)
}

fn real_window(session: &Session, tally: &mut Tally) -> Outcome {
    if !cfg!(target_os = "linux") {
        session.remark("Left out: the real window, which is driven on Linux only.".to_owned());
        return Ok(());
    }
    let display = Display::start(session.project)?;
    let mut command = ignored_before(session, "e2e", &["--test-threads", "1", "--skip", "gallery", "--skip", "offline::inside"]);
    run_ignored(display.lend(&mut command), tally)
}

fn faults(session: &Session, tally: &mut Tally) -> Outcome {
    let mut command = ignored_before(session, "faults", &["--test-threads", "1"]);
    if std::env::var_os("TARAZY_KILLS").is_none() {
        command.env("TARAZY_KILLS", KILLS);
    }
    run_ignored(&mut command, tally)
}

/// Prepares the tests that the plain `cargo test` leaves out, since they need a screen or minutes.
fn ignored_before(session: &Session, target: &str, words: &[&str]) -> std::process::Command {
    let arguments = [&["test", "--quiet"], WHOLE, &["--test", target, "--", "--ignored", "--nocapture"], words].concat();
    session.project.cargo(&arguments)
}

/// Runs tests that were counted as skipped before; they are so no longer.
fn run_ignored(command: &mut std::process::Command, tally: &mut Tally) -> Outcome {
    let mut here = Tally::default();
    let outcome = shell::run_counted(command, &mut here);
    tally.passed += here.passed;
    tally.failed += here.failed;
    tally.skipped = tally.skipped.saturating_sub(here.passed + here.failed);
    outcome
}

fn benches_once(session: &Session, _: &mut Tally) -> Outcome {
    shell::run(&mut session.project.cargo(&[&["test", "--quiet"], WHOLE, &["--bench", "*"]].concat()))
}

/// Runs the benches for measuring.
pub fn bench(project: &Project) -> Outcome {
    machine::provide(project, &[Purpose::Core, Purpose::Test])?;
    shell::run(&mut project.cargo(&["bench", "--package", "tarazy-tests"]))
}

/// Takes pictures of the real window into tests/shots.
pub fn shots(project: &Project) -> Outcome {
    machine::provide(project, &[Purpose::Core, Purpose::Window, Purpose::Test])?;
    window::packages(project)?;
    window::build(project)?;
    shell::run(&mut project.cargo(&[&["build", "--all-targets"], WHOLE].concat()))?;
    let folder = project.root.join("tests/shots");
    std::fs::create_dir_all(&folder).map_err(|error| format!("tests/shots cannot be made: {error}"))?;
    let display = Display::start(project)?;
    let arguments =
        [&["test", "--quiet"], WHOLE, &["--test", "e2e", "--", "--ignored", "--nocapture", "--test-threads", "1", "gallery"]]
            .concat();
    shell::run(display.lend(&mut project.cargo(&arguments)).env("TARAZY_SHOTS", &folder))?;
    println!("Pictures are in {}", folder.display());
    Ok(())
}
