//! From a fresh machine to the window; where no window can be shown, the same work on the command line.

use crate::display;
use crate::machine::{self, Purpose};
use crate::shell::{self, Outcome, Project};
use crate::window;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds and starts the app.
pub fn run(project: &Project) -> Outcome {
    if display::is_there() { in_a_window(project) } else { without_a_window(project) }
}

fn in_a_window(project: &Project) -> Outcome {
    machine::provide(project, &[Purpose::Core, Purpose::Window])?;
    window::packages(project)?;
    window::build(project)?;
    println!("Building the app. The first time takes some minutes.");
    shell::run(&mut project.cargo(&["build", "--release", "--package", "tarazy"]))?;
    shell::run(&mut project.program(binary(project, "tarazy-desk")))
}

fn without_a_window(project: &Project) -> Outcome {
    println!("There is no display here, so the main work is done on the command line, with the invented example register.");
    machine::provide(project, &[Purpose::Core])?;
    println!("Building the command line. The first time takes some minutes.");
    shell::run(&mut project.cargo(&["build", "--release", "--package", "tarazy-cli"]))?;
    let folder = fresh_folder(project)?;
    let vault = folder.join("vault");
    let passphrase = passphrase_of(&shell::read(tarazy(project, &vault).args(["--json", "example"]).arg(&vault))?)?;
    let with_vault = |words: &[&str]| {
        let mut command = tarazy(project, &vault);
        command.args(words).env("TARAZY_PASSPHRASE", &passphrase);
        command
    };
    println!("\nMeasures of the example register");
    shell::run(&mut with_vault(&["measure"]))?;
    println!("\nThe brief in three languages");
    for lang in ["kk", "ru", "en"] {
        let paper = folder.join(format!("brief-{lang}.pdf"));
        shell::run(with_vault(&["--lang", lang, "paper", "brief", "--out"]).arg(&paper))?;
    }
    println!("\nThe ledger");
    shell::run(&mut with_vault(&["ledger", "verify"]))?;
    println!("\nVault and papers are in {}", folder.display());
    println!("Its passphrase: {passphrase}");
    println!("More: {} --help", binary(project, "tarazy").display());
    Ok(())
}

fn binary(project: &Project, name: &str) -> PathBuf {
    project.target().join("release").join(name).with_extension(std::env::consts::EXE_EXTENSION)
}

fn tarazy(project: &Project, vault: &Path) -> Command {
    let mut command = project.program(binary(project, "tarazy"));
    command.env("TARAZY_VAULT", vault).env_remove("TARAZY_PASSPHRASE");
    command
}

/// Makes a new folder each time: nothing that was made before is touched.
fn fresh_folder(project: &Project) -> Result<PathBuf, String> {
    let parent = project.target().join("example");
    std::fs::create_dir_all(&parent).map_err(|error| format!("{} cannot be made: {error}", parent.display()))?;
    (1..10_000)
        .map(|number| parent.join(number.to_string()))
        .find(|folder| std::fs::create_dir(folder).is_ok())
        .ok_or_else(|| format!("no new folder can be made in {}", parent.display()))
}

/// Takes the passphrase out of what `tarazy example` answers; it is made of letters, digits, blanks and hyphens.
fn passphrase_of(answer: &str) -> Result<String, String> {
    answer
        .split_once("\"passphrase\"")
        .and_then(|(_, rest)| rest.split('"').nth(1))
        .map(str::to_owned)
        .ok_or_else(|| "`tarazy example` named no passphrase".to_owned())
}

#[cfg(test)]
mod tests {
    use super::passphrase_of;

    #[test]
    fn the_passphrase_is_read_from_the_answer() {
        assert_eq!(passphrase_of("{\"label\": \"a\", \"passphrase\": \"алма тау\"}\n"), Ok("алма тау".to_owned()));
        assert!(passphrase_of("{}").is_err());
    }
}
