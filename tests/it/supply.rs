//! What comes from others: pinned, with a reason, taken without running its scripts, and listed with every release.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use tarazy_tests::{binary, root};

/// Packages whose code is in the window, each looked through: they reach neither the network nor anything else by themselves.
const IN_THE_WINDOW: &[(&str, &str)] = &[
    ("@fluent/bundle", "wording of messages; no dependencies, no network, no evaluation of text"),
    ("@tauri-apps/api", "the one door to the core; its other half is the tauri crate of the same version"),
];

/// Crates that only tests use: one of them in a program would be a mistake.
const NEVER_INSIDE: &[&str] =
    &["reqwest", "hyper", "rustls", "native-tls", "thirtyfour", "proptest", "insta", "krilla", "x11rb-async"];

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn the_window_takes_only_packages_that_were_looked_through() {
    let package = json(&root().join("ui/package.json"));
    let declared: BTreeSet<&str> = package["dependencies"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(declared, IN_THE_WINDOW.iter().map(|(name, _)| *name).collect(), "what is new is looked through and listed here");
    for group in ["dependencies", "devDependencies"] {
        for (name, version) in package[group].as_object().unwrap() {
            let version = version.as_str().unwrap();
            assert!(version.starts_with(|first: char| first.is_ascii_digit()), "{name} is {version}, which is not one version");
        }
    }
    for group in ["optionalDependencies", "peerDependencies", "bundleDependencies"] {
        assert!(package.get(group).is_none(), "{group}");
    }
    // Scripts of our own that npm would run at installing are scripts all the same.
    for name in ["preinstall", "install", "postinstall", "prepare", "preprepare", "postprepare"] {
        assert!(package["scripts"].get(name).is_none(), "{name}");
    }
}

#[test]
fn packages_of_the_window_are_held_to_their_digests_and_run_no_scripts() {
    let settings = fs::read_to_string(root().join("ui/.npmrc")).unwrap();
    assert!(settings.lines().any(|line| line == "ignore-scripts=true"), "{settings}");
    let lock = json(&root().join("ui/package-lock.json"));
    assert_eq!(lock["lockfileVersion"], 3);
    let packages = lock["packages"].as_object().unwrap();
    assert_eq!(packages[""]["dependencies"], json(&root().join("ui/package.json"))["dependencies"]);
    let mut inside = BTreeSet::new();
    for (place, package) in packages.iter().filter(|(place, _)| !place.is_empty()) {
        let digest = package["integrity"].as_str().unwrap_or_default();
        assert!(digest.starts_with("sha512-") && digest.len() > 90, "{place} has no digest");
        assert!(package.get("link").is_none(), "{place} is a folder of somebody's machine");
        if package["dev"] != true {
            inside.insert(place.strip_prefix("node_modules/").unwrap());
        }
    }
    assert!(packages.len() > 50);
    assert_eq!(inside, IN_THE_WINDOW.iter().map(|(name, _)| *name).collect(), "packages that packages of the window bring");
}

#[test]
fn every_crate_that_is_named_is_one_version_and_has_a_reason() {
    let text = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let named = text.split("[workspace.dependencies]\n").nth(1).unwrap().split("\n[").next().unwrap();
    let mut count = 0;
    for line in named.lines().filter(|line| line.contains(" = ") && !line.starts_with('#') && !line.contains("path = ")) {
        assert!(line.contains("\"=") && line.contains(" # "), "{line}");
        count += 1;
    }
    assert!(count > 40, "only {count} crates were found");
    for folder in
        ["src-tauri", "src-tauri/cli", "src-tauri/core", "src-tauri/ledger", "src-tauri/stats", "src-tauri/verifier", "tests"]
    {
        let text = fs::read_to_string(root().join(folder).join("Cargo.toml")).unwrap();
        for group in text.split("\n[").filter(|group| group.split(']').next().unwrap().ends_with("dependencies")) {
            for line in group.lines().skip(1).filter(|line| line.contains('=')) {
                assert!(line.contains("workspace = true"), "{folder}: {line}");
            }
        }
    }
    assert!(!text.contains("[patch"), "a crate was put in place of another");
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    for line in lock.lines().filter(|line| line.starts_with("source = ")) {
        assert_eq!(line, "source = \"registry+https://github.com/rust-lang/crates.io-index\"");
    }
}

/// Writes the lists of what the programs are made of, as a release does.
fn lists(target: &Path) -> (String, String) {
    let mut command = Command::new(binary("xtask").unwrap());
    command.arg("sbom").env("CARGO_MANIFEST_DIR", root().join("src-tauri/xtask")).env("CARGO_TARGET_DIR", target);
    let done = command.output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let read = |name: &str| fs::read_to_string(target.join("dist").join(name)).unwrap();
    (read("tarazy.cdx.json"), read("tarazy-window.cdx.json"))
}

/// Checks what CycloneDX demands of every list, and returns the components.
fn components(text: &str, purl: &str) -> Vec<Value> {
    let document: Value = serde_json::from_str(text).unwrap();
    assert_eq!(document["bomFormat"], "CycloneDX");
    assert_eq!(document["version"], 1);
    assert!(!text.contains("file:") && !text.contains(root().to_str().unwrap()), "a folder of this machine is in the list");
    assert!(document.get("serialNumber").is_none() && document["metadata"].get("timestamp").is_none(), "it differs every time");
    let components = document["components"].as_array().unwrap().clone();
    let mut refs = BTreeSet::from([document["metadata"]["component"]["bom-ref"].as_str().unwrap()]);
    for component in document["components"].as_array().unwrap() {
        for name in ["type", "name", "version", "scope", "purl", "bom-ref"] {
            assert!(component[name].as_str().is_some_and(|value| !value.is_empty()), "{name} is missing: {component}");
        }
        assert!(component["purl"].as_str().unwrap().starts_with(purl), "{component}");
        assert!(refs.insert(component["bom-ref"].as_str().unwrap()), "twice: {component}");
    }
    let mut told = BTreeSet::new();
    for dependency in document["dependencies"].as_array().unwrap() {
        assert!(told.insert(dependency["ref"].as_str().unwrap()), "twice: {dependency}");
        for one in dependency["dependsOn"].as_array().unwrap() {
            assert!(refs.contains(one.as_str().unwrap()), "{one} is needed and not listed");
        }
    }
    assert_eq!(told, refs, "each component is told with what it needs");
    components
}

#[test]
fn a_release_lists_what_it_is_made_of() {
    let folder = tempfile::tempdir().unwrap();
    let (crates, window) = lists(&folder.path().join("one"));
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let listed = components(&crates, "pkg:cargo/");
    assert!(listed.len() > 200, "only {} crates are listed", listed.len());
    for component in &listed {
        let text = |name: &str| component[name].as_str().unwrap();
        let entry = format!("[[package]]\nname = \"{}\"\nversion = \"{}\"\n", text("name"), text("version"));
        let entry = lock.split_once(&entry).unwrap_or_else(|| panic!("not locked: {component}")).1;
        let digest = component["hashes"][0]["content"].as_str();
        if text("name").starts_with("tarazy") {
            assert_eq!(digest, None);
        } else {
            let line = entry.lines().find_map(|line| line.strip_prefix("checksum = ")).unwrap();
            assert_eq!(digest, Some(line.trim_matches('"')), "{component}");
            assert!(component["licenses"][0]["expression"].as_str().is_some_and(|words| !words.contains('/')), "{component}");
        }
    }
    let names: BTreeSet<&str> = listed.iter().map(|component| component["name"].as_str().unwrap()).collect();
    for name in ["tauri", "rusqlite", "sqlcipher-src", "argon2", "ed25519-dalek", "printpdf", "clap", "tarazy-ledger"] {
        assert!(names.contains(name), "{name}");
    }
    for name in NEVER_INSIDE {
        assert!(!names.contains(name), "{name} is in a program");
    }
    let lock = json(&root().join("ui/package-lock.json"));
    let locked: BTreeSet<(&str, &str)> = lock["packages"]
        .as_object()
        .unwrap()
        .iter()
        .filter_map(|(place, one)| Some((place.rsplit_once("node_modules/")?.1, one["version"].as_str()?)))
        .collect();
    let listed = components(&window, "pkg:npm/");
    let named = |one: &Value| (one["name"].as_str().unwrap().to_owned(), one["version"].as_str().unwrap().to_owned());
    let names: BTreeSet<(String, String)> = listed.iter().map(named).collect();
    let locked: BTreeSet<_> = locked.into_iter().map(|(name, version)| (name.to_owned(), version.to_owned())).collect();
    assert_eq!(names, locked, "what is locked is listed, and nothing else");
    assert!(listed.iter().all(|one| one["hashes"][0]["content"].as_str().is_some_and(|digest| digest.len() == 128)));
    let inside: BTreeSet<&str> =
        listed.iter().filter(|one| one["scope"] == "required").map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(inside, BTreeSet::from(["@fluent/bundle", "@tauri-apps/api", "clsx", "esm-env", "svelte"]));
    assert_eq!(lists(&folder.path().join("two")), (crates, window), "the same sources give the same lists");
}
