//! Runs other programs from the project's folder, shows what they say, and counts the tests they report.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// Success, or one sentence for the person who reads the end of the log.
pub type Outcome = Result<(), String>;

/// The project's folder and the programs that build it.
pub struct Project {
    /// The folder that holds Cargo.toml, ui and assets.
    pub root: PathBuf,
    cargo: OsString,
}

impl Project {
    /// Finds the project from what cargo says about the running task.
    pub fn find() -> Result<Self, String> {
        let manifest_dir =
            std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root =
            manifest_dir.parent().and_then(Path::parent).ok_or("start it as `cargo xtask` inside the project")?.to_path_buf();
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        Ok(Self { root, cargo })
    }

    /// Prepares cargo with these arguments. What builds or reads the crates takes those of the lock file and no others.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.program(&self.cargo);
        for (place, word) in arguments.iter().enumerate() {
            command.arg(word);
            if place == 0 && *word != "fmt" {
                command.arg("--locked");
            }
        }
        command
    }

    /// Prepares npm with these arguments, in the window's folder.
    pub fn npm(&self, arguments: &[&str]) -> Command {
        let mut command = self.program(if cfg!(windows) { "npm.cmd" } else { "npm" });
        // Colours would hide the counts, and news of other versions helps nobody here.
        command.args(arguments).current_dir(self.root.join("ui")).env("NO_COLOR", "1").env("npm_config_update_notifier", "false");
        command
    }

    /// Prepares any program, in the project's folder.
    pub fn program(&self, name: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(name);
        command.current_dir(&self.root).stdin(Stdio::null());
        command
    }

    /// Returns the folder cargo builds into.
    pub fn target(&self) -> PathBuf {
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), |folder| self.root.join(folder))
    }
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` ended with {status}", words(command))) }
}

/// Runs a command to its end and returns what it wrote to standard output.
pub fn read(command: &mut Command) -> Result<String, String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| not_started(command, &error))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("`{}` ended with {}", words(command), output.status))
    }
}

/// Runs a command to its end, shows its standard output line by line and counts the tests in it.
pub fn run_counted(command: &mut Command, tally: &mut Tally) -> Outcome {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| not_started(command, &error))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let Ok(line) = line else { break };
            let line = String::from_utf8_lossy(&line);
            tally.read(&line);
            // A closed terminal must not stop the tests.
            let _ = writeln!(std::io::stdout(), "{line}");
        }
    }
    let status = child.wait().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` ended with {status}", words(command))) }
}

/// Tells whether a program can be found where the shell would look.
pub fn found(program: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else { return false };
    std::env::split_paths(&path)
        .any(|folder| folder.join(program).is_file() || (cfg!(windows) && folder.join(format!("{program}.exe")).is_file()))
}

/// Words a length of time.
pub fn lasted(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 { format!("{:.1} s", time.as_secs_f64()) } else { format!("{} min {:02} s", seconds / 60, seconds % 60) }
}

fn not_started(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` could not be started: {error}", command.get_program().to_string_lossy())
}

fn words(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    std::iter::once(program)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Tests counted so far.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Passed.
    pub passed: u64,
    /// Failed.
    pub failed: u64,
    /// Left out, in this run, by every step.
    pub skipped: u64,
}

impl Tally {
    /// Takes the counts out of a closing line of cargo's or vitest's test runner; other lines say nothing.
    fn read(&mut self, line: &str) {
        let line = without_colours(line);
        let line = line.trim();
        let counts = match (line.strip_prefix("test result: "), line.strip_prefix("Tests ")) {
            (Some(rest), _) => rest.split_once(". ").map_or(rest, |(_, counts)| counts),
            (None, Some(rest)) => rest,
            (None, None) => return,
        };
        for part in counts.split([';', '|', '(']) {
            let mut words = part.split_whitespace();
            let (Some(number), Some(what)) = (words.next(), words.next()) else { continue };
            let Ok(number) = number.parse::<u64>() else { continue };
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" | "skipped" => self.skipped += number,
                _ => {}
            }
        }
    }
}

fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            letters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(letter);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{Project, Tally};

    fn check(line: &str, passed: u64, failed: u64, skipped: u64) {
        let mut tally = Tally::default();
        tally.read(line);
        assert_eq!(tally, Tally { passed, failed, skipped }, "{line}");
    }

    #[test]
    fn closing_lines_of_both_runners_are_counted() {
        check("test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured; 7 filtered out; finished in 0.02s", 12, 0, 3);
        check("test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out", 4, 2, 0);
        check("      Tests  31 passed (31)", 31, 0, 0);
        check("\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[31m1 failed\u{1b}[39m | 4 passed | 2 skipped (7)", 4, 1, 2);
    }

    #[test]
    fn cargo_takes_the_crates_of_the_lock_file() {
        let project = Project { root: ".".into(), cargo: "cargo".into() };
        let words = |words: &[&str]| project.cargo(words).get_args().map(|word| word.to_owned()).collect::<Vec<_>>();
        assert_eq!(words(&["build", "--release"]), ["build", "--locked", "--release"]);
        assert_eq!(words(&["test", "--", "--ignored"]), ["test", "--locked", "--", "--ignored"]);
        assert_eq!(words(&["fmt", "--all"]), ["fmt", "--all"]);
    }

    #[test]
    fn other_lines_are_not_counted() {
        check("test store::opens ... ok", 0, 0, 0);
        check(" Test Files  3 passed (3)", 0, 0, 0);
        check("running 12 tests", 0, 0, 0);
    }
}
