//! The window's own sources: packages, build, types.

use crate::shell::{self, Outcome, Project};
use std::fs;

/// Installs the window's packages where they are not those of the lock file, and tells whether it did.
pub fn packages(project: &Project) -> Result<bool, String> {
    let wanted = project.root.join("ui/package-lock.json");
    let installed = project.root.join("ui/node_modules/.installed-lock.json");
    let wanted = fs::read(&wanted).map_err(|error| format!("ui/package-lock.json cannot be read: {error}"))?;
    // Contents, not dates: a fresh copy of the sources has today's dates on everything.
    if fs::read(&installed).is_ok_and(|installed| installed == wanted) {
        println!("ui/node_modules is what the lock file says.");
        return Ok(false);
    }
    // No package may run a script of its own on this machine.
    shell::run(&mut project.npm(&["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    fs::write(&installed, wanted).map_err(|error| format!("ui/node_modules cannot be written: {error}"))?;
    Ok(true)
}

/// Builds the window into ui/dist, from where it is taken into the binary.
pub fn build(project: &Project) -> Outcome {
    shell::run(&mut project.npm(&["run", "build"]))
}

/// Writes the TypeScript types from the Rust ones; the test that guards them does the writing.
pub fn write_types(project: &Project) -> Outcome {
    let mut command = project.cargo(&["test", "--quiet", "--package", "tarazy-core", "--lib", "api::tests::types"]);
    shell::run(command.env("TARAZY_WRITE_TYPES", "1"))?;
    println!("ui/src/lib/api/types.ts says what the Rust types say.");
    Ok(())
}
