//! A release that a stranger can build again from the same commit, byte for byte, in any folder.
//!
//! What differs between two machines is named here and taken out: folders, the clock, flags of the person who builds.
//! The compiler is the one that rust-toolchain.toml names, the crates are those of Cargo.lock.

use crate::deb;
use crate::machine::{self, Purpose};
use crate::sbom;
use crate::shell::{self, Outcome, Project};
use crate::supply;
use crate::third_party;
use crate::window;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program of a release: its package, and the name it is started by.
pub struct Program {
    package: &'static str,
    /// The binary's name without the system's ending.
    pub name: &'static str,
}

/// The command line first: it and the verifier are what an opposing expert builds, and neither needs the window's libraries.
pub const PROGRAMS: &[Program] = &[
    Program { package: "tarazy-verifier", name: "tarazy-verify" },
    Program { package: "tarazy-cli", name: "tarazy" },
    Program { package: "tarazy", name: "tarazy-desk" },
];

/// Said by whoever wants a release without the package for Debian.
const WITHOUT_DEB: &str = "--without-deb";

/// Builds the programs that are named, or all of them, and writes their digests beside them.
pub fn release(project: &Project, words: &[&str]) -> Outcome {
    let names: Vec<&str> = words.iter().copied().filter(|word| *word != WITHOUT_DEB).collect();
    let has_deb = has_deb(words);
    if let Some(unknown) = names.iter().find(|name| PROGRAMS.iter().all(|program| program.name != **name)) {
        let known: Vec<_> = PROGRAMS.iter().map(|program| program.name).collect();
        return Err(format!("there is no program {unknown}; there are {}", known.join(", ")));
    }
    let wanted: Vec<_> = PROGRAMS.iter().filter(|program| names.is_empty() || names.contains(&program.name)).collect();
    let has_window = wanted.iter().any(|program| program.name == "tarazy-desk");
    let purposes = [(true, Purpose::Core), (has_window, Purpose::Window), (has_deb, Purpose::Package)];
    let purposes: Vec<Purpose> = purposes.into_iter().filter_map(|(is_so, purpose)| is_so.then_some(purpose)).collect();
    machine::provide(project, &purposes)?;
    if has_window {
        window::packages(project)?;
        window::build(project)?;
    }
    let folder = project.target().join("dist");
    let plan = Plan::of(project, &folder)?;
    let mut files = Vec::new();
    for program in wanted {
        println!("Building {}. It takes some minutes.", program.name);
        // One package at a time: built together they would give each other's dependencies their features.
        shell::run(plan.prepare(&mut project.cargo(&["build", "--release", "--package", program.package])))?;
        let file = Path::new(program.name).with_extension(std::env::consts::EXE_EXTENSION);
        let built = plan.build.join("release").join(&file);
        std::fs::copy(&built, folder.join(&file)).map_err(|error| format!("{}: {error}", built.display()))?;
        files.push(file);
    }
    if names.is_empty() {
        files.extend(papers(project, &folder)?);
    }
    if has_deb {
        let made = deb::package(project, &folder, &folder);
        files.push(made.map_err(|reason| format!("{reason}\nA release without it: cargo xtask release {WITHOUT_DEB}"))?);
    }
    let sums = write_sums(project, &folder, &files)?;
    println!("\n{sums}\nThese are in {}", folder.display());
    Ok(())
}

/// Tells whether a release has the package for Debian: a whole one on Linux does, unless somebody wants it without.
fn has_deb(words: &[&str]) -> bool {
    cfg!(target_os = "linux") && words.is_empty()
}

/// Writes what travels with the programs: licences, and lists of what they are made of.
fn papers(project: &Project, folder: &Path) -> Result<Vec<PathBuf>, String> {
    let licences = third_party::text(project)?;
    std::fs::write(folder.join(third_party::NAME), licences).map_err(|error| format!("{}: {error}", third_party::NAME))?;
    let mut files = sbom::write_into(project, folder)?;
    files.push(third_party::NAME.into());
    Ok(files)
}

/// What takes the machine out of a build.
struct Plan {
    /// Where cargo builds; apart from other builds, since other flags would build everything anew each time.
    build: PathBuf,
    /// Folders of this machine, and what stands in the binaries in their place. Where one lies in another, it comes later.
    places: Vec<(PathBuf, String)>,
    /// Seconds since 1970.
    time: String,
}

impl Plan {
    fn of(project: &Project, folder: &Path) -> Result<Self, String> {
        let build = folder.join("build");
        std::fs::create_dir_all(&build).map_err(|error| format!("{} cannot be made: {error}", build.display()))?;
        let real = |path: &Path| path.canonicalize().map_err(|error| format!("{}: {error}", path.display()));
        let build = real(&build)?;
        let home = supply::cargo_home().ok_or("there is no home folder")?;
        let sysroot = shell::read(project.program("rustc").args(["--print", "sysroot"]))?;
        let version = shell::read(project.program("rustc").args(["--version", "--verbose"]))?;
        let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).ok_or("rustc names no commit")?;
        // Where the library's sources are installed, the compiler puts their folder in place of the name they were built under.
        let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
        let places = vec![
            (real(&project.root)?, "/tarazy".to_owned()),
            (home, "/cargo".to_owned()),
            (library, format!("/rustc/{commit}")),
            (build.clone(), "/build".to_owned()),
        ];
        Ok(Self { build, places, time: time(project)? })
    }

    fn prepare<'command>(&self, command: &'command mut Command) -> &'command mut Command {
        let pairs = || self.places.iter().map(|(from, to)| format!("{}={to}", from.display()));
        for (name, _) in std::env::vars_os() {
            if is_builders(&name.to_string_lossy()) {
                command.env_remove(&name);
            }
        }
        if !cfg!(windows) {
            // C brings names of files too. A blank in a folder's name would end the word, so the words are quoted as a shell does.
            let maps: Vec<_> = pairs().map(|pair| format!("'-ffile-prefix-map={pair}'")).collect();
            command.env("CFLAGS", maps.join(" ")).env("CC_SHELL_ESCAPED_FLAGS", "1");
        }
        command
            .env("CARGO_TARGET_DIR", &self.build)
            .env("CARGO_INCREMENTAL", "0")
            .env(
                "CARGO_ENCODED_RUSTFLAGS",
                pairs().map(|pair| format!("--remap-path-prefix={pair}")).collect::<Vec<_>>().join("\u{1f}"),
            )
            .env("SOURCE_DATE_EPOCH", &self.time)
            .env("TZ", "UTC")
            .env("LC_ALL", "C")
    }
}

/// Tells whether a variable is how somebody builds on their own machine: other compilers, flags, profiles, libraries. Cargo, rustc, the crate cc,
/// pkg-config and the build scripts of OpenSSL and SQLCipher hear such variables.
fn is_builders(name: &str) -> bool {
    const STARTS: &[&str] = &[
        "AR_",
        "ARFLAGS",
        "CARGO_BUILD_",
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_PROFILE_",
        "CARGO_TARGET_",
        "CARGO_UNSTABLE_",
        "CC_",
        "CFLAGS",
        "CPPFLAGS",
        "CRATE_CC_",
        "CXX_",
        "CXXFLAGS",
        "DEP_",
        "LDFLAGS",
        "LIBSQLITE3_",
        "OPENSSL_",
        "PKG_CONFIG",
        "RANLIB",
        "RUSTC",
        "RUSTFLAGS",
        "SQLCIPHER_",
        "SQLITE",
    ];
    const ENDS: &[&str] = &[
        "_AR",
        "_ARFLAGS",
        "_CC",
        "_CFLAGS",
        "_CXX",
        "_CXXFLAGS",
        "_LDFLAGS",
        "_OPENSSL_DIR",
        "_OPENSSL_LIB_DIR",
        "_PKG_CONFIG_PATH",
    ];
    // What gcc and the linker hear without a flag.
    const WHOLE: &[&str] =
        &["AR", "CC", "CXX", "LD", "CPATH", "C_INCLUDE_PATH", "LIBRARY_PATH", "COMPILER_PATH", "GCC_EXEC_PREFIX"];
    STARTS.iter().any(|start| name.starts_with(start)) || ENDS.iter().any(|end| name.ends_with(end)) || WHOLE.contains(&name)
}

/// The time of the last commit, where nobody says another.
pub fn time(project: &Project) -> Result<String, String> {
    if let Ok(said) = std::env::var("SOURCE_DATE_EPOCH") {
        return Ok(said);
    }
    let mut git = project.program("git");
    git.args(["log", "-1", "--format=%ct"]).stderr(Stdio::null());
    let time =
        shell::read(&mut git).map_err(|_| "these sources have no history: set SOURCE_DATE_EPOCH to the time of the release")?;
    Ok(time.trim().to_owned())
}

/// Writes SHA256SUMS as `sha256sum --check` reads it, and returns its text; where no program for it is here, says so.
fn write_sums(project: &Project, folder: &Path, files: &[PathBuf]) -> Result<String, String> {
    let mut command = if shell::found("sha256sum") {
        project.program("sha256sum")
    } else if shell::found("shasum") {
        let mut command = project.program("shasum");
        command.args(["-a", "256"]);
        command
    } else {
        return Ok("Left out: SHA256SUMS, as neither sha256sum nor shasum is here.\n".to_owned());
    };
    let sums = shell::read(command.current_dir(folder).args(files))?;
    std::fs::write(folder.join("SHA256SUMS"), &sums).map_err(|error| format!("SHA256SUMS cannot be written: {error}"))?;
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use super::{has_deb, is_builders};

    #[test]
    fn flags_of_whoever_builds_are_not_heard() {
        for name in [
            "CFLAGS",
            "CFLAGS_x86_64-unknown-linux-gnu",
            "CXXFLAGS_x86_64_unknown_linux_gnu",
            "HOST_CFLAGS",
            "TARGET_CXXFLAGS",
            "CC",
            "CC_x86_64_unknown_linux_gnu",
            "HOST_CC",
            "CXX",
            "AR",
            "CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUSTFLAGS",
            "CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER",
            "CARGO_PROFILE_RELEASE_OPT_LEVEL",
            "CARGO_BUILD_RUSTFLAGS",
            "CARGO_BUILD_RUSTC_WRAPPER",
            "RUSTC_WRAPPER",
            "RUSTC_WORKSPACE_WRAPPER",
            "RUSTC_BOOTSTRAP",
            "RUSTFLAGS",
            "LDFLAGS",
            "OPENSSL_DIR",
            "PKG_CONFIG_PATH",
            "LIBRARY_PATH",
        ] {
            assert!(is_builders(name), "{name} is heard");
        }
        for name in ["PATH", "HOME", "CARGO", "CARGO_HOME", "CARGO_NET_OFFLINE", "RUSTUP_TOOLCHAIN", "LANG", "ARCH", "ACCOUNT"] {
            assert!(!is_builders(name), "{name} is taken out");
        }
    }

    #[test]
    fn a_whole_release_has_the_package_unless_somebody_wants_it_without() {
        assert_eq!(has_deb(&[]), cfg!(target_os = "linux"));
        assert!(!has_deb(&["--without-deb"]) && !has_deb(&["tarazy"]));
    }
}
