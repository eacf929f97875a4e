//! The two commands of the project, `cargo xtask run` and `cargo xtask test`, and a few smaller ones.
//!
//! Nothing here may need a crate: it installs what the other crates need to be built at all.

mod checker;
mod crates;
mod deb;
mod display;
mod fuzz;
mod machine;
mod nightly;
mod packages;
mod parcel;
mod release;
mod run;
mod sbom;
mod shell;
mod supply;
mod test;
mod third_party;
mod window;

use shell::{Outcome, Project};
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run      install what is missing, build, open the window (without a display: the same work on the command line)
cargo xtask test     install what is missing, check and test everything, in order, up to the first failure
cargo xtask nightly  what needs the network or hours: known flaws of what comes from others, a release built twice
cargo xtask bench    the benches in a release build, with the import against sqlite3 as a ratio
cargo xtask fuzz     hostile bytes for every reader of outside bytes: 60 seconds each, or as many as are said; takes a nightly compiler
cargo xtask shots    screenshots of the real window into tests/shots: two sizes, light and dark, three languages
cargo xtask types    write the TypeScript types of the window from the Rust ones
cargo xtask sbom     write what the programs are made of, in CycloneDX, into the target folder's dist
cargo xtask release  build a release that anybody can build again, byte for byte, into dist (with names: only those programs;
                     with --without-deb: no package for Debian)
cargo xtask deb FROM INTO    make the package for Debian from programs that lie in a folder";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = Project::find().and_then(|project| dispatch(&project, &words));
    match outcome {
        Ok(code) => code,
        Err(reason) => {
            eprintln!("\ncargo xtask: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(project: &Project, words: &[&str]) -> Result<ExitCode, String> {
    let done = |outcome: Outcome| outcome.map(|()| ExitCode::SUCCESS);
    match words {
        ["run"] => done(run::run(project)),
        ["test"] => test::test(project),
        ["bench"] => done(test::bench(project)),
        ["fuzz"] => done(fuzz::fuzz(project, None)),
        ["fuzz", seconds] => done(fuzz::fuzz(project, Some(seconds))),
        ["shots"] => done(test::shots(project)),
        ["release", programs @ ..] => done(release::release(project, programs)),
        ["sbom"] => done(sbom::write(project)),
        ["deb", from, into] => {
            let file = deb::package(project, Path::new(from), Path::new(into))?;
            println!("{}", Path::new(into).join(file).display());
            Ok(ExitCode::SUCCESS)
        }
        ["nightly"] => nightly::nightly(project),
        ["types"] => done(window::write_types(project)),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        _ => {
            eprintln!("{USAGE}");
            Ok(ExitCode::from(2))
        }
    }
}
