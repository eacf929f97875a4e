//! Feeds hostile bytes to every reader of outside bytes: the programs of tests/fuzz, one after the other, by cargo-fuzz and a nightly compiler.

use crate::shell::{self, Outcome, Project};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// How long each reader is fed, unless said otherwise.
const SECONDS: u64 = 60;
const CARGO_FUZZ: &str = "0.13.2";
/// Folder of the programs and the seeds; not of the workspace.
const FOLDER: &str = "tests/fuzz";
/// A reader that takes longer over one input has hung; one that takes more memory has burst.
const INPUT_SECONDS: &str = "10";
const MEMORY_MIB: &str = "2048";
/// Longest input that is tried.
const INPUT_BYTES: &str = "16384";

/// Runs every program, and tells at the end which readers broke and on what.
pub fn fuzz(project: &Project, seconds: Option<&str>) -> Outcome {
    let seconds = match seconds {
        None => SECONDS,
        Some(typed) => typed.parse().map_err(|_| format!("`{typed}` is no number of seconds"))?,
    };
    provide(project)?;
    // cargo-fuzz would write a lock file that does not fit anew, and nobody would see which crates were fed.
    shell::run(metadata(project).stdout(Stdio::null()))
        .map_err(|reason| format!("{reason}\n{FOLDER}/Cargo.lock does not fit: write it anew with cargo update --workspace --manifest-path {FOLDER}/Cargo.toml, and look at what changed"))?;
    let cache = cache()?;
    let targets = targets(&project.root.join(FOLDER).join("targets"))?;
    println!("Feeding {} readers for {seconds} s each; what they found worth keeping lies in {}", targets.len(), cache.display());
    shell::run(&mut cargo_fuzz(project, &["build"]))?;
    let mut broken = Vec::new();
    for (place, target) in targets.iter().enumerate() {
        println!("\n[{}/{}] {target}", place + 1, targets.len());
        let (corpus, crashes) = (cache.join("corpus").join(target), cache.join("crashes").join(target));
        for folder in [&corpus, &crashes] {
            std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        let before = files(&crashes);
        let mut command = cargo_fuzz(project, &["run", target]);
        // The corpus comes first: what is found goes there, and never among the seeds.
        command.arg(&corpus).arg(project.root.join(FOLDER).join("seeds").join(target)).args([
            "--",
            &format!("-max_total_time={seconds}"),
            &format!("-artifact_prefix={}/", crashes.display()),
            &format!("-timeout={INPUT_SECONDS}"),
            &format!("-rss_limit_mb={MEMORY_MIB}"),
            &format!("-max_len={INPUT_BYTES}"),
            "-print_final_stats=1",
            "-verbosity=0",
        ]);
        if let Err(reason) = shell::run(&mut command) {
            let found: Vec<String> = files(&crashes)
                .into_iter()
                .filter(|file| !before.contains(file))
                .map(|file| file.display().to_string())
                .collect();
            broken.push(format!("{target}: {}", if found.is_empty() { reason } else { found.join(", ") }));
        }
    }
    if broken.is_empty() {
        println!(
            "\n{} readers, {} together: none broke",
            targets.len(),
            shell::lasted(Duration::from_secs(seconds * targets.len() as u64))
        );
        return Ok(());
    }
    Err(format!(
        "readers broke, each on the input named:\n  {}\nTo see one again: cargo +nightly fuzz run --fuzz-dir {FOLDER} READER INPUT",
        broken.join("\n  ")
    ))
}

/// Installs what the fuzzer needs and the machine has not.
fn provide(project: &Project) -> Outcome {
    if !shell::found("rustup") {
        return Err("a nightly compiler is needed, and rustup, which brings one, is not installed (rustup.rs)".to_owned());
    }
    let toolchains = shell::read(project.program("rustup").args(["toolchain", "list"]))?;
    if !toolchains.lines().any(|line| line.starts_with("nightly")) {
        println!("Installing a nightly compiler, which the fuzzer takes and nothing else.");
        shell::run(project.program("rustup").args(["toolchain", "install", "nightly", "--profile", "minimal"]))?;
    }
    if !shell::found("cargo-fuzz") {
        println!("Installing cargo-fuzz {CARGO_FUZZ}.");
        shell::run(&mut project.cargo(&["install", "cargo-fuzz", "--version", CARGO_FUZZ]))?;
    }
    Ok(())
}

/// Prepares reading the fuzzer's crates by its lock file, which is not the workspace's.
fn metadata(project: &Project) -> Command {
    let mut command = project.cargo(&["metadata", "--format-version", "1"]);
    command.arg("--manifest-path").arg(Path::new(FOLDER).join("Cargo.toml"));
    command
}

/// Prepares cargo-fuzz. What cargo says of its own toolchain to what it starts would hide the nightly one.
fn cargo_fuzz(project: &Project, arguments: &[&str]) -> Command {
    let mut command = project.program("rustup");
    command
        .args(["run", "nightly", "cargo", "fuzz"])
        .args(arguments.first())
        .args(["--fuzz-dir", FOLDER])
        .args(arguments.iter().skip(1));
    for told in ["CARGO", "RUSTC", "RUSTUP_TOOLCHAIN", "CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH"] {
        command.env_remove(told);
    }
    command.env("CARGO_TARGET_DIR", project.target().join("fuzz"));
    command
}

/// Where the corpus and what broke a reader are kept: the user's cache, outside the sources.
fn cache() -> Result<PathBuf, String> {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| std::env::home_dir().map(|home| home.join(".cache")));
    Ok(cache.ok_or("there is no home folder to keep the corpus in")?.join("tarazy/fuzz"))
}

/// Returns the names of the programs.
fn targets(folder: &Path) -> Result<Vec<String>, String> {
    let mut names: Vec<String> =
        files(folder).iter().filter_map(|file| Some(file.file_name()?.to_str()?.strip_suffix(".rs")?.to_owned())).collect();
    names.sort();
    if names.is_empty() { Err(format!("{} holds no programs", folder.display())) } else { Ok(names) }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

#[cfg(test)]
mod tests {
    use super::metadata;
    use crate::shell::Project;

    #[test]
    fn a_lock_file_that_does_not_fit_is_refused() {
        let command = metadata(&Project::find().unwrap());
        let words: Vec<_> = command.get_args().map(|word| word.to_string_lossy().into_owned()).collect();
        assert_eq!(words[..2], ["metadata", "--locked"]);
        assert!(words.iter().any(|word| word.ends_with("Cargo.toml") && word.contains("fuzz")));
    }
}
