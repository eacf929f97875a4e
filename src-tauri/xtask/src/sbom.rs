//! What the programs are made of, in CycloneDX: one list of crates, one of the window's packages.
//!
//! Both are written here from the lock files, since the usual tools put folders of this machine, the hour and a random number
//! into them, or are not of the same version everywhere: two people would not get the same bytes.

use crate::crates::{self, Key};
use crate::packages;
use crate::shell::{Outcome, Project};
use crate::third_party;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Name of the list of crates.
pub const CRATES: &str = "tarazy.cdx.json";
/// Name of the list of the window's packages.
pub const WINDOW: &str = "tarazy-window.cdx.json";

/// Writes both lists into the target folder.
pub fn write(project: &Project) -> Outcome {
    let folder = project.target().join("dist");
    for file in write_into(project, &folder)? {
        println!("{}", folder.join(file).display());
    }
    Ok(())
}

/// Writes the lists into a folder; returns their names.
pub fn write_into(project: &Project, folder: &Path) -> Result<Vec<PathBuf>, String> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    for (name, text) in [(CRATES, of_crates(project)?), (WINDOW, of_window(project)?)] {
        std::fs::write(folder.join(name), text).map_err(|error| format!("{name} cannot be written: {error}"))?;
    }
    Ok(vec![CRATES.into(), WINDOW.into()])
}

fn of_crates(project: &Project) -> Result<String, String> {
    let crates = crates::crates(project)?;
    let ours: Vec<String> = crates.iter().filter(|(_, one)| one.is_ours).map(|(key, _)| crate_purl(key)).collect();
    let parts: Vec<Part> = crates
        .iter()
        .map(|(key, one)| Part {
            key,
            purl: crate_purl(key),
            is_inside: one.is_inside,
            licence: &one.licence,
            digest: one.digest.as_deref().map(|digest| ("SHA-256", digest)),
            needs: one.needs.iter().map(crate_purl).collect(),
        })
        .collect();
    Ok(document("Tarazy", &ours, &parts))
}

fn of_window(project: &Project) -> Result<String, String> {
    let lock = std::fs::read_to_string(project.root.join("ui/package-lock.json"))
        .map_err(|error| format!("ui/package-lock.json cannot be read: {error}"))?;
    let (packages, ours) = packages::packages(&lock)?;
    let ours: Vec<String> = ours.iter().map(package_purl).collect();
    let parts: Vec<Part> = packages
        .iter()
        .map(|(key, one)| Part {
            key,
            purl: package_purl(key),
            is_inside: third_party::WINDOW.iter().any(|(name, _)| *name == key.0),
            licence: &one.licence,
            digest: one.digest.as_deref().map(|digest| ("SHA-512", digest)),
            needs: one.needs.iter().map(package_purl).collect(),
        })
        .collect();
    Ok(document("Window of Tarazy", &ours, &parts))
}

/// One line of a list.
struct Part<'list> {
    key: &'list Key,
    purl: String,
    /// Its code is in what is given to people, and was not only needed to build it.
    is_inside: bool,
    licence: &'list str,
    digest: Option<(&'static str, &'list str)>,
    needs: Vec<String>,
}

/// Writes CycloneDX 1.6 (ECMA-424): components by package URL, with licence and digest, and what needs what.
fn document(name: &str, ours: &[String], parts: &[Part]) -> String {
    let mut text = format!(
        "{{\n  \"$schema\": \"http://cyclonedx.org/schema/bom-1.6.schema.json\",\n  \"bomFormat\": \"CycloneDX\",\n  \
         \"specVersion\": \"1.6\",\n  \"version\": 1,\n  \"metadata\": {{\n    \"lifecycles\": [{{ \"phase\": \"build\" }}],\n    \
         \"component\": {{ \"type\": \"application\", \"bom-ref\": \"tarazy\", \"name\": {}, \"version\": {} }}\n  }},\n  \
         \"components\": [",
        quoted(name),
        quoted(env!("CARGO_PKG_VERSION"))
    );
    for (place, part) in parts.iter().enumerate() {
        let comma = if place == 0 { "" } else { "," };
        let scope = if part.is_inside { "required" } else { "excluded" };
        let purl = quoted(&part.purl);
        let _ = write!(
            text,
            "{comma}\n    {{ \"type\": \"library\", \"bom-ref\": {purl}, \"name\": {}, \"version\": {}, \"scope\": \"{scope}\", \"purl\": {purl}",
            quoted(&part.key.0),
            quoted(&part.key.1)
        );
        if !part.licence.is_empty() {
            let _ = write!(text, ", \"licenses\": [{{ \"expression\": {} }}]", quoted(part.licence));
        }
        if let Some((kind, digest)) = part.digest {
            let _ = write!(text, ", \"hashes\": [{{ \"alg\": \"{kind}\", \"content\": {} }}]", quoted(digest));
        }
        text.push_str(" }");
    }
    text.push_str("\n  ],\n  \"dependencies\": [");
    let _ = write!(text, "\n    {{ \"ref\": \"tarazy\", \"dependsOn\": {} }}", list(ours));
    for part in parts {
        let _ = write!(text, ",\n    {{ \"ref\": {}, \"dependsOn\": {} }}", quoted(&part.purl), list(&part.needs));
    }
    text.push_str("\n  ]\n}\n");
    text
}

fn list(purls: &[String]) -> String {
    format!("[{}]", purls.iter().map(|purl| quoted(purl)).collect::<Vec<_>>().join(", "))
}

/// The package URL of a crate; a version may carry a plus, which such an address writes otherwise.
fn crate_purl((name, version): &Key) -> String {
    format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"))
}

/// The package URL of a package of npm; the name of a group begins with an at sign, which such an address writes otherwise.
fn package_purl((name, version): &Key) -> String {
    format!("pkg:npm/{}@{}", name.replace('@', "%40"), version.replace('+', "%2B"))
}

fn quoted(words: &str) -> String {
    let mut text = String::from("\"");
    for letter in words.chars() {
        match letter {
            '"' | '\\' => text.extend(['\\', letter]),
            letter if letter.is_control() => {
                let _ = write!(text, "\\u{:04x}", u32::from(letter));
            }
            letter => text.push(letter),
        }
    }
    text + "\""
}

#[cfg(test)]
mod tests {
    use super::{crate_purl, package_purl, quoted};

    #[test]
    fn words_are_quoted_as_json_wants_them() {
        assert_eq!(quoted("a \"b\" \\ c\n"), r#""a \"b\" \\ c\u000a""#);
    }

    #[test]
    fn crates_and_packages_have_package_urls() {
        assert_eq!(crate_purl(&("toml".to_owned(), "1.0.0+spec-1.1.0".to_owned())), "pkg:cargo/toml@1.0.0%2Bspec-1.1.0");
        assert_eq!(package_purl(&("@fluent/bundle".to_owned(), "0.19.1".to_owned())), "pkg:npm/%40fluent/bundle@0.19.1");
    }
}
