//! What the programs are made of, in CycloneDX: one list of crates, one of the window's packages.
//!
//! The list of crates is written here, since the usual tool puts folders of this machine, the hour and a random number
//! into it: two people would not get the same bytes. The window's is npm's own, with the hour and the number taken out.

use crate::crates::{self, Crate, Key};
use crate::shell::{self, Outcome, Project};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Name of the list of crates.
pub const CRATES: &str = "tarazy.cdx.json";
/// Name of the list of the window's packages.
pub const WINDOW: &str = "tarazy-window.cdx.json";

/// Writes both lists into the target folder.
pub fn write(project: &Project) -> Outcome {
    let folder = project.target().join("dist");
    let (files, remarks) = write_into(project, &folder)?;
    for remark in remarks {
        println!("{remark}");
    }
    for file in files {
        println!("{}", folder.join(file).display());
    }
    Ok(())
}

/// Writes the lists into a folder; returns their names, and what was left out and why.
pub fn write_into(project: &Project, folder: &Path) -> Result<(Vec<PathBuf>, Vec<String>), String> {
    let save = |name: &str, text: &str| {
        std::fs::write(folder.join(name), text).map_err(|error| format!("{name} cannot be written: {error}"))
    };
    std::fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    save(CRATES, &document(&crates::crates(project)?, env!("CARGO_PKG_VERSION")))?;
    match window(project) {
        Ok(text) => {
            save(WINDOW, &text)?;
            Ok((vec![CRATES.into(), WINDOW.into()], Vec::new()))
        }
        Err(reason) => Ok((vec![CRATES.into()], vec![format!("Left out: {WINDOW}: {reason}")])),
    }
}

/// Asks npm, which has known CycloneDX since version 10.
fn window(project: &Project) -> Result<String, String> {
    let version = shell::read(&mut project.npm(&["--version"]))?;
    if version.split('.').next().and_then(|major| major.parse::<u32>().ok()).is_none_or(|major| major < 10) {
        return Err(format!("npm is {}, and writes such lists from version 10 on", version.trim()));
    }
    let text = shell::read(&mut project.npm(&["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"]))?;
    let is_of_a_moment = |line: &str| line.trim().starts_with("\"serialNumber\":") || line.trim().starts_with("\"timestamp\":");
    Ok(text.lines().filter(|line| !is_of_a_moment(line)).fold(String::new(), |text, line| text + line + "\n"))
}

/// Writes CycloneDX 1.6 (ECMA-424): components by package URL, with licence and digest, and what needs what.
fn document(crates: &BTreeMap<Key, Crate>, version: &str) -> String {
    let mut text = format!(
        "{{\n  \"$schema\": \"http://cyclonedx.org/schema/bom-1.6.schema.json\",\n  \"bomFormat\": \"CycloneDX\",\n  \
         \"specVersion\": \"1.6\",\n  \"version\": 1,\n  \"metadata\": {{\n    \"lifecycles\": [{{ \"phase\": \"build\" }}],\n    \
         \"component\": {{ \"type\": \"application\", \"bom-ref\": \"tarazy\", \"name\": \"Tarazy\", \"version\": {} }}\n  }},\n  \
         \"components\": [",
        quoted(version)
    );
    for (place, (key, one)) in crates.iter().enumerate() {
        let comma = if place == 0 { "" } else { "," };
        let scope = if one.is_inside { "required" } else { "excluded" };
        let purl = quoted(&purl(key));
        let _ = write!(
            text,
            "{comma}\n    {{ \"type\": \"library\", \"bom-ref\": {purl}, \"name\": {}, \"version\": {}, \"scope\": \"{scope}\", \"purl\": {purl}",
            quoted(&key.0),
            quoted(&key.1)
        );
        if !one.licence.is_empty() {
            let _ = write!(text, ", \"licenses\": [{{ \"expression\": {} }}]", quoted(&one.licence));
        }
        if let Some(digest) = &one.digest {
            let _ = write!(text, ", \"hashes\": [{{ \"alg\": \"SHA-256\", \"content\": {} }}]", quoted(digest));
        }
        text.push_str(" }");
    }
    text.push_str("\n  ],\n  \"dependencies\": [");
    let ours = crates.iter().filter(|(_, one)| one.is_ours).map(|(key, _)| key);
    let _ = write!(text, "\n    {{ \"ref\": \"tarazy\", \"dependsOn\": {} }}", list(ours));
    for (key, one) in crates {
        let _ = write!(text, ",\n    {{ \"ref\": {}, \"dependsOn\": {} }}", quoted(&purl(key)), list(one.needs.iter()));
    }
    text.push_str("\n  ]\n}\n");
    text
}

fn list<'a>(keys: impl Iterator<Item = &'a Key>) -> String {
    format!("[{}]", keys.map(|key| quoted(&purl(key))).collect::<Vec<_>>().join(", "))
}

/// The package URL of a crate; a version may carry a plus, which such an address writes otherwise.
fn purl((name, version): &Key) -> String {
    format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"))
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
    use super::{purl, quoted};

    #[test]
    fn words_are_quoted_as_json_wants_them() {
        assert_eq!(quoted("a \"b\" \\ c\n"), r#""a \"b\" \\ c\u000a""#);
    }

    #[test]
    fn a_crate_has_a_package_url() {
        assert_eq!(purl(&("toml".to_owned(), "1.0.0+spec-1.1.0".to_owned())), "pkg:cargo/toml@1.0.0%2Bspec-1.1.0");
    }
}
