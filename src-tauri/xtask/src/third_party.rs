//! The licences of what others made and the programs carry, in one file that travels with them.

use crate::crates::{self, Key};
use crate::shell::Project;
use crate::supply;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Name of the file.
pub const NAME: &str = "THIRD-PARTY.txt";

/// The window's packages whose code is in the window, with their licences: its own, and two that Svelte's needs.
pub const WINDOW: &[(&str, &str)] = &[
    ("@fluent/bundle", "Apache-2.0"),
    ("@tauri-apps/api", "Apache-2.0 OR MIT"),
    ("clsx", "MIT"),
    ("esm-env", "MIT"),
    ("svelte", "MIT"),
];

const HEAD: &str = "\
What others made and these programs carry, with the licences under which it may be.

Tarazy itself is under MIT or Apache-2.0, as you like. The programs contain the Rust standard library (MIT OR Apache-2.0).
Fonts and lists of words: their licences stand at the end, and `tarazy notices` shows them.
Where a crate's archive carries no text of its licence, the texts of others below are the same.
";

/// Writes the file.
pub fn text(project: &Project) -> Result<String, String> {
    let crates = crates::crates(project)?;
    let mut list = String::new();
    // The same text is told once, with everything that it is for.
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (key, one) in crates.iter().filter(|(_, one)| one.is_inside && !one.is_ours) {
        let found = licences_in(&source(key)?)?;
        let note = if found.is_empty() { " (no text in its archive)" } else { "" };
        let _ = writeln!(list, "{} {}: {}{note}", key.0, key.1, one.licence);
        for text in found {
            texts.entry(text).or_default().push(format!("{} {}", key.0, key.1));
        }
    }
    for (name, licence) in WINDOW {
        let folder = project.root.join("ui/node_modules").join(name);
        if !folder.is_dir() {
            return Err(format!("{name} is not in ui/node_modules: run npm ci in ui"));
        }
        let found = licences_in(&folder)?;
        let note = if found.is_empty() { " (no text in its archive)" } else { "" };
        let _ = writeln!(list, "{name}, a package of the window: {licence}{note}");
        for text in found {
            texts.entry(text).or_default().push((*name).to_owned());
        }
    }
    for folder in ["assets/fonts", "assets/words"] {
        for text in licences_in(&project.root.join(folder))? {
            texts.entry(text).or_default().push(folder.to_owned());
        }
    }
    let mut whole = format!("{HEAD}\n{list}");
    for (text, of) in texts {
        let _ = write!(whole, "\n{}\n{}\n\n{}\n", "-".repeat(100), of.join(", "), text.trim_end());
    }
    Ok(whole)
}

/// The folder into which cargo unpacked a crate.
fn source((name, version): &Key) -> Result<PathBuf, String> {
    let sources = supply::cargo_home().ok_or("there is no home folder")?.join("registry/src");
    let folders = std::fs::read_dir(&sources).map_err(|error| format!("{}: {error}", sources.display()))?;
    let mut found = folders.flatten().map(|folder| folder.path().join(format!("{name}-{version}")));
    found.find(|folder| folder.is_dir()).ok_or_else(|| format!("{name} {version} is not unpacked: run cargo fetch --locked"))
}

/// Texts whose file names say that they are a licence, at the top of a folder or in a folder of licences there.
fn licences_in(folder: &Path) -> Result<Vec<String>, String> {
    let mut files = Vec::new();
    for folder in [folder.to_path_buf(), folder.join("LICENSES"), folder.join("licenses")] {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        let is_whole = folder.file_name().is_some_and(|name| name.eq_ignore_ascii_case("licenses"));
        files.extend(entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file() && (is_whole || is_licence(path))));
    }
    files.sort();
    let read = |path: &PathBuf| std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()));
    files.iter().map(|path| Ok(String::from_utf8_lossy(&read(path)?).replace("\r\n", "\n"))).collect()
}

fn is_licence(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_text = !matches!(path.extension().and_then(|ending| ending.to_str()), Some("rs" | "toml" | "json" | "js" | "html"));
    is_text && ["license", "licence", "copying", "copyright", "notice", "unlicense"].iter().any(|word| name.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::is_licence;
    use std::path::Path;

    #[test]
    fn a_licence_is_known_by_its_name() {
        for name in ["LICENSE", "LICENSE-MIT", "license.md", "COPYING", "UNLICENSE", "NOTICE", "LICENSE-eff.txt", "copyright"] {
            assert!(is_licence(Path::new(name)), "{name}");
        }
        for name in ["README.md", "licenses.rs", "license.json", "src"] {
            assert!(!is_licence(Path::new(name)), "{name}");
        }
    }
}
