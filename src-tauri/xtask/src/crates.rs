//! The crates that the programs are made of, from what cargo says of them and from the lock file.

use crate::shell::{self, Project};
use std::collections::{BTreeMap, BTreeSet};

/// Packages of the programs that are given to people.
const ROOTS: &[&str] = &["tarazy", "tarazy-cli", "tarazy-verifier"];

/// Name and version.
pub type Key = (String, String);

/// One crate.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Crate {
    /// An expression of SPDX; empty where its author gave none.
    pub licence: String,
    /// One of this project.
    pub is_ours: bool,
    /// Its code runs while others are compiled.
    pub is_macro: bool,
    /// It is in a program, and not only needed to build one.
    pub is_inside: bool,
    /// Crates that it needs.
    pub needs: BTreeSet<Key>,
    /// SHA-256 of its archive, in hex; none for this project's own.
    pub digest: Option<String>,
}

/// Returns all crates of the programs for this system.
pub fn crates(project: &Project) -> Result<BTreeMap<Key, Crate>, String> {
    let mut all = graph(&tree(project, "normal,build")?)?;
    let inside = graph(&tree(project, "normal")?)?;
    for key in reached(&inside) {
        if let Some(one) = all.get_mut(&key) {
            one.is_inside = true;
        }
    }
    let lock = std::fs::read_to_string(project.root.join("Cargo.lock"))
        .map_err(|error| format!("Cargo.lock cannot be read: {error}"))?;
    let digests = digests(&lock);
    for (key, one) in &mut all {
        one.digest = digests.get(key).cloned();
        if one.digest.is_none() && !one.is_ours {
            return Err(format!("Cargo.lock has no digest of {} {}", key.0, key.1));
        }
    }
    Ok(all)
}

fn tree(project: &Project, edges: &str) -> Result<String, String> {
    let mut command =
        project.cargo(&["tree", "--quiet", "--charset", "ascii", "--edges", edges, "--prefix", "depth", "--format", "|{p}|{l}"]);
    for root in ROOTS {
        command.args(["--package", root]);
    }
    shell::read(&mut command)
}

/// Reads `cargo tree`: a line is depth, crate and licence; what was told before is marked by a star and told once only.
fn graph(text: &str) -> Result<BTreeMap<Key, Crate>, String> {
    let mut all: BTreeMap<Key, Crate> = BTreeMap::new();
    let mut above: Vec<Key> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let odd = || format!("cargo tree says {line}, which is not understood");
        let mut parts = line.split('|');
        let (Some(depth), Some(words), Some(licence)) = (parts.next(), parts.next(), parts.next()) else { return Err(odd()) };
        let depth: usize = depth.parse().map_err(|_| odd())?;
        let mut words = words.split_whitespace();
        let (Some(name), Some(version)) = (words.next(), words.next().and_then(|word| word.strip_prefix('v'))) else {
            return Err(odd());
        };
        let key = (name.to_owned(), version.to_owned());
        let marks: Vec<_> = words.collect();
        let one = all.entry(key.clone()).or_default();
        one.is_macro |= marks.contains(&"(proc-macro)");
        one.is_ours |= marks.iter().any(|mark| mark.starts_with('(') && *mark != "(proc-macro)" && *mark != "(*)");
        one.licence = licence.trim_end_matches(" (*)").trim().replace('/', " OR ");
        above.truncate(depth);
        if let Some(parent) = above.last().and_then(|parent| all.get_mut(parent)) {
            parent.needs.insert(key.clone());
        }
        above.push(key);
    }
    Ok(all)
}

/// What is reached from the programs without going through code that runs only while others are compiled.
fn reached(all: &BTreeMap<Key, Crate>) -> BTreeSet<Key> {
    let mut open: Vec<&Key> = all.keys().filter(|key| ROOTS.contains(&key.0.as_str())).collect();
    let mut seen = BTreeSet::new();
    while let Some(key) = open.pop() {
        let Some(one) = all.get(key).filter(|one| !one.is_macro) else { continue };
        if seen.insert(key.clone()) {
            open.extend(&one.needs);
        }
    }
    seen
}

/// Reads the digests out of the lock file.
fn digests(lock: &str) -> BTreeMap<Key, String> {
    let mut digests = BTreeMap::new();
    for package in lock.split("[[package]]").skip(1) {
        let value = |name: &str| {
            let mut lines = package.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(" = "));
            lines.next().map(|value| value.trim_matches('"').to_owned())
        };
        if let (Some(name), Some(version), Some(digest)) = (value("name"), value("version"), value("checksum")) {
            digests.insert((name, version), digest);
        }
    }
    digests
}

#[cfg(test)]
mod tests {
    use super::{digests, graph, reached};

    const TREE: &str = "0|tarazy v0.1.0 (/home/aigul/a b)|MIT OR Apache-2.0\n1|serde v1.0.1|MIT/Apache-2.0\n\
        2|serde_derive v1.0.1 (proc-macro)|MIT\n3|syn v2.0.0|MIT\n1|libm v0.2.0|MIT\n\n0|tarazy-cli v0.1.0 (/home/aigul)|MIT\n\
        1|serde v1.0.1|MIT/Apache-2.0 (*)\n1|old v0.9.0|\n";

    #[test]
    fn a_tree_is_read_with_what_each_crate_needs() {
        let all = graph(TREE).unwrap();
        let key = |name: &str, version: &str| (name.to_owned(), version.to_owned());
        let one = |name: &str, version: &str| &all[&key(name, version)];
        assert_eq!(all.len(), 7);
        assert!(one("tarazy", "0.1.0").is_ours && !one("serde", "1.0.1").is_ours);
        assert_eq!(one("serde", "1.0.1").licence, "MIT OR Apache-2.0");
        assert_eq!(one("old", "0.9.0").licence, "");
        assert!(one("tarazy-cli", "0.1.0").needs.contains(&key("serde", "1.0.1")));
        assert!(one("serde_derive", "1.0.1").needs.contains(&key("syn", "2.0.0")));
        assert!(!one("serde", "1.0.1").needs.contains(&key("libm", "0.2.0")));
        assert!(graph("what is this").is_err());
    }

    #[test]
    fn what_only_runs_while_others_are_compiled_is_not_inside() {
        let inside = reached(&graph(TREE).unwrap());
        let names: Vec<_> = inside.iter().map(|key| key.0.as_str()).collect();
        assert_eq!(names, ["libm", "old", "serde", "tarazy", "tarazy-cli"]);
    }

    #[test]
    fn digests_are_read_from_the_lock_file() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"ab\"\n\n[[package]]\nname = \"b\"\nversion = \"2.0.0\"\n";
        let found = digests(lock);
        assert_eq!(found.len(), 1);
        assert_eq!(found[&("a".to_owned(), "1.0.0".to_owned())], "ab");
    }
}
