//! The two commands of the project, `cargo xtask run` and `cargo xtask test`, and a few smaller ones.
//!
//! Nothing here may need a crate: it installs what the other crates need to be built at all.

mod checker;
mod display;
mod machine;
mod run;
mod shell;
mod test;
mod window;

use shell::{Outcome, Project};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run      install what is missing, build, open the window (without a display: the same work on the command line)
cargo xtask test     install what is missing, check and test everything, in order, up to the first failure
cargo xtask bench    the benches in a release build, with the import against sqlite3 as a ratio
cargo xtask shots    screenshots of the real window into tests/shots: two sizes, light and dark, three languages
cargo xtask types    write the TypeScript types of the window from the Rust ones";

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
        ["shots"] => done(test::shots(project)),
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
