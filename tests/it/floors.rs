//! The floors of the house: who may import whom. Read from the sources, so that a review need not look for it.

use std::fs;
use std::path::{Path, PathBuf};
use tarazy_tests::root;

/// Rooms of the core by floor. A room imports rooms of lower floors, and on its own floor only where `NEIGHBOURS` says so.
const FLOORS: &[(&str, u8)] = &[
    ("id", 1),
    ("env", 1),
    ("error", 1),
    ("harden", 1),
    ("texts", 1),
    ("model", 2),
    ("stats", 2),
    ("store", 3),
    ("papers", 3),
    ("exchange", 3),
    ("capture", 3),
    ("worker", 3),
    ("analysis", 4),
    ("team", 4),
    ("api", 5),
    // Above everything, and in no program that ships.
    ("fuzzed", 6),
];

/// Imports that the order of the floors alone would refuse, and why they stand.
const NEIGHBOURS: &[(&str, &str, &str)] = &[
    ("id", "env", "an identifier is made of time and randomness"),
    ("error", "env", "no randomness is a failure too"),
    ("error", "api", "the wire's codes are the names of failures"),
    ("error", "papers", "a paper's failures become the core's"),
];

/// Imports that the floors would allow and the house does not.
const APART: &[(&str, &str)] = &[
    ("analysis", "papers"),
    ("analysis", "exchange"),
    ("analysis", "capture"),
    ("team", "papers"),
    ("team", "exchange"),
    ("team", "stats"),
];

/// Crates that only some files may name: the crate, then the beginnings of the paths that may.
const OUTSIDE: &[(&str, &[&str])] = &[
    // error.rs carries the database's own error as the cause.
    ("rusqlite", &["src-tauri/core/src/store/", "src-tauri/core/src/error.rs"]),
    // secret.rs makes the identity, blobs.rs the files.
    ("age", &["src-tauri/core/src/store/blobs", "src-tauri/core/src/store/backup", "src-tauri/core/src/store/secret.rs"]),
    ("printpdf", &["src-tauri/core/src/papers/pdf"]),
    ("quick_xml", &["src-tauri/core/src/papers/docx"]),
    ("reqwest", &["src-tauri/core/src/capture/"]),
    ("tauri", &["src-tauri/src/"]),
    ("tauri_plugin_dialog", &["src-tauri/src/"]),
    ("nalgebra", &["src-tauri/stats/src/"]),
    // A drawing has the same bytes on every machine, as an estimate has.
    (
        "libm",
        &[
            "src-tauri/stats/src/",
            "src-tauri/core/src/papers/chart/",
            "src-tauri/core/src/api/analysis/",
            // Registers whose truth is known are drawn alike on every machine.
            "src-tauri/core/src/analysis/profile/covered_tests/",
        ],
    ),
    ("clap", &["src-tauri/cli/src/"]),
    ("anyhow", &["src-tauri/cli/src/", "tests/"]),
];

/// What the ledger must do without: an outsider builds the verifier from it alone.
const NOT_IN_LEDGER: &[&str] = &["std::fs", "std::net", "std::env", "std::time", "serde_json", "rusqlite", "tarazy_core"];

/// What the estimators must do without: who doubts a number builds them alone, and gets the same bits.
const NOT_IN_STATS: &[&str] =
    &["std::fs", "std::net", "std::env", "std::time", "std::thread", "chrono", "rusqlite", "tarazy_core"];

#[test]
fn the_sources_keep_the_floors() {
    let mut broken = Vec::new();
    let mut files = 0;
    for folder in ["src-tauri", "ui/src"] {
        for file in sources(&root().join(folder)) {
            let text = fs::read_to_string(&file).unwrap();
            let path = file.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
            broken.extend(check(&path, &text).into_iter().map(|what| format!("{path}: {what}")));
            files += 1;
        }
    }
    assert!(files > 30, "only {files} sources were found");
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn no_test_file_is_forgotten() {
    let main = fs::read_to_string(root().join("tests/it/main.rs")).unwrap();
    for file in sources(&root().join("tests/it")) {
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(name == "main" || main.contains(&format!("mod {name};")), "tests/it/{name}.rs is not in main.rs");
    }
}

#[test]
fn a_floor_may_not_reach_up_or_sideways() {
    refuses("src-tauri/core/src/model/order.rs", "use crate::store::Vault;", "model imports store");
    refuses("src-tauri/core/src/store/orders.rs", "use crate::papers::brief;", "store imports papers");
    refuses("src-tauri/core/src/exchange/mod.rs", "fn f() { crate::store::open(); }", "exchange imports store");
    refuses("src-tauri/core/src/store/orders.rs", "use super::super::exchange::Row;", "store imports exchange");
    refuses("src-tauri/core/src/model/mod.rs", "use crate::{id::Id, api::{wire, App}};", "model imports api");
    refuses("src-tauri/core/src/analysis/mod.rs", "use crate::papers::Chart;", "analysis imports papers");
    refuses("src-tauri/core/src/garden.rs", "", "garden is no room of the house");
    accepts("src-tauri/core/src/api/desk.rs", "use crate::{analysis, exchange, papers, store::Vault};");
    accepts("src-tauri/core/src/store/orders.rs", "use super::names; use crate::model::{order::Order, time};");
}

#[test]
fn a_crate_stays_in_its_room() {
    refuses("src-tauri/core/src/api/desk.rs", "fn f(c: &rusqlite::Connection) {}", "names rusqlite");
    refuses("src-tauri/core/src/papers/layout.rs", "use printpdf::Op;", "names printpdf");
    refuses("src-tauri/core/src/exchange/read.rs", "use reqwest::Client;", "names reqwest");
    refuses("src-tauri/cli/src/main.rs", "use tauri::App;", "names tauri");
    refuses("src-tauri/core/src/lib.rs", "pub use anyhow::Result;", "names anyhow");
    accepts("src-tauri/core/src/papers/pdf.rs", "use printpdf::Op;");
    accepts("src-tauri/core/src/papers/pdf/pages.rs", "use printpdf::Op;");
    accepts("src-tauri/core/src/store/mod.rs", "use rusqlite::{Connection, Row};");
}

#[test]
fn the_ledger_touches_nothing() {
    refuses("src-tauri/ledger/src/verify.rs", "use std::{fmt, fs::File};", "names std::fs");
    refuses("src-tauri/ledger/src/entry.rs", "fn f() { serde_json::to_string(&1); }", "names serde_json");
    accepts("src-tauri/ledger/src/entry.rs", "use crate::encode; use std::fmt;");
}

#[test]
fn the_estimators_know_no_register_and_no_clock() {
    refuses("src-tauri/stats/src/rate.rs", "use tarazy_core::Vault;", "names tarazy_core");
    refuses("src-tauri/stats/src/random.rs", "use std::time::Instant;", "names std::time");
    refuses("src-tauri/core/src/analysis/mod.rs", "use nalgebra::DMatrix;", "names nalgebra");
    accepts("src-tauri/stats/src/logistic/mod.rs", "use nalgebra::DMatrix; use libm::exp;");
    accepts("src-tauri/core/src/analysis/mod.rs", "use crate::stats::wilson;");
    refuses("src-tauri/core/src/model/mod.rs", "use crate::stats::wilson;", "model imports stats");
}

#[test]
fn words_and_tests_are_not_imports() {
    accepts("src-tauri/core/src/api/desk.rs", "// rusqlite::Connection is below\nconst A: &str = \"use crate::x; tauri::App\";");
    accepts("src-tauri/core/src/model/mod.rs", "/* crate::store */ fn f<'a>(c: char) -> bool { c == '\"' }");
    accepts("src-tauri/core/src/model/mod.rs", "fn f() {}\n#[cfg(test)]\nmod tests { use crate::api::wire::Code; }");
    accepts("src-tauri/core/src/store/tests.rs", "use crate::api::wire::Code;");
}

#[test]
fn the_window_has_one_door_and_no_corridors() {
    refuses("ui/src/lib/api/store.ts", "import { invoke } from '@tauri-apps/api/core';", "names @tauri-apps");
    refuses("ui/src/features/orders/Row.svelte", "import X from '../review/X.svelte';", "feature orders imports feature review");
    refuses(
        "ui/src/features/orders/Row.svelte",
        "import X from '$features/review/X.svelte';",
        "feature orders imports feature review",
    );
    refuses("ui/src/features/orders/Row.svelte", "import X from '../../screens/Desk.svelte';", "features import screens");
    refuses("ui/src/lib/components/A.svelte", "import X from '$features/review/X.svelte';", "lib imports features");
    refuses("ui/src/lib/a.ts", "const x = await import('../screens/Desk.svelte');", "lib imports screens");
    accepts("ui/src/lib/api/call.ts", "import { invoke } from '@tauri-apps/api/core';");
    accepts("ui/src/features/orders/Row.svelte", "import X from './X.svelte';\nimport { call } from '$lib/api/call';");
    accepts("ui/src/screens/Desk.svelte", "import X from '../features/review/X.svelte';");
}

/// What the page may call of the framework, beside the one command of ours.
const RIGHTS: [&str; 6] = [
    "core:event:allow-listen",
    "core:event:allow-unlisten",
    "core:event:allow-emit",
    "core:webview:allow-set-webview-zoom",
    "core:window:allow-destroy",
    "allow-call",
];

#[test]
fn the_shell_has_one_plugin_and_the_page_few_rights() {
    let main = fs::read_to_string(root().join("src-tauri/src/main.rs")).unwrap();
    assert_eq!(main.matches(".plugin(").count(), 1, "another plugin is started");
    assert!(main.contains(".plugin(tauri_plugin_dialog::init())"));
    let manifest = fs::read_to_string(root().join("src-tauri/Cargo.toml")).unwrap();
    let plugins: Vec<&str> = manifest.lines().filter(|line| line.starts_with("tauri-plugin-")).collect();
    assert_eq!(plugins, ["tauri-plugin-dialog.workspace = true"], "no plugin for files, programs or the network");
    let capabilities: Vec<_> = fs::read_dir(root().join("src-tauri/capabilities")).unwrap().map(|e| e.unwrap().path()).collect();
    assert_eq!(capabilities.len(), 1, "{capabilities:?}");
    let main: serde_json::Value = serde_json::from_slice(&fs::read(&capabilities[0]).unwrap()).unwrap();
    assert_eq!(main["permissions"], serde_json::json!(RIGHTS));
    assert!(main.get("remote").is_none(), "pages from elsewhere have rights");
    let shell: serde_json::Value = serde_json::from_slice(&fs::read(root().join("src-tauri/tauri.conf.json")).unwrap()).unwrap();
    let security = &shell["app"]["security"];
    assert_eq!(shell["app"]["withGlobalTauri"], false);
    assert_eq!(security["freezePrototype"], true);
    assert!(security.get("assetProtocol").is_none() && security.get("dangerousDisableAssetCspModification").is_none());
    let policy = security["csp"].as_str().unwrap();
    for unsafe_word in ["unsafe-inline", "unsafe-eval", "https:", "data:", "*"] {
        assert!(!policy.contains(unsafe_word), "the policy allows {unsafe_word}");
    }
}

fn refuses(path: &str, text: &str, what: &str) {
    let found = check(path, text);
    assert!(found.iter().any(|finding| finding.contains(what)), "{path}: {text}\nfound only {found:?}");
}

fn accepts(path: &str, text: &str) {
    let found = check(path, text);
    assert!(found.is_empty(), "{path}: {text}\nfound {found:?}");
}

/// Returns what a file imports against the house.
fn check(path: &str, text: &str) -> Vec<String> {
    if let Some(inside) = path.strip_prefix("ui/src/") {
        return check_window(inside, text);
    }
    let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let plain = without_words(text);
    let paths = paths(&plain);
    let mut broken = Vec::new();
    for (outside, homes) in OUTSIDE {
        let is_named = paths.iter().any(|names| names.first().is_some_and(|first| first == outside));
        if is_named && !homes.iter().any(|home| path.starts_with(home)) {
            broken.push(format!("names {outside}"));
        }
    }
    for (home, without) in [("src-tauri/ledger/src/", NOT_IN_LEDGER), ("src-tauri/stats/src/", NOT_IN_STATS)] {
        for forbidden in without.iter().filter(|_| path.starts_with(home)) {
            if paths.iter().any(|names| names.join("::").starts_with(forbidden)) {
                broken.push(format!("names {forbidden}"));
            }
        }
    }
    if let Some(inside) = path.strip_prefix("src-tauri/core/src/") {
        broken.extend(check_rooms(inside, &paths));
    }
    broken
}

fn check_rooms(inside: &str, paths: &[Vec<&str>]) -> Vec<String> {
    let parts: Vec<&str> = inside.trim_end_matches(".rs").split('/').collect();
    // The crate's own list stands on no floor, and a file of tests may use whatever makes its point.
    if parts == ["lib"] || parts.last() == Some(&"tests") {
        return Vec::new();
    }
    let room = parts[0];
    let Some(floor) = floor(room) else { return vec![format!("{room} is no room of the house")] };
    let depth = parts.iter().filter(|part| **part != "mod").count();
    let mut broken = Vec::new();
    for names in paths {
        let ups = names.iter().take_while(|name| **name == "super").count();
        let other = match names.first() {
            Some(&"crate") => names.get(1),
            Some(&"super") if ups >= depth => names.get(ups),
            _ => None,
        };
        let Some((other, other_floor)) = other.and_then(|other| Some((*other, self::floor(other)?))) else { continue };
        let is_neighbour = NEIGHBOURS.iter().any(|(from, to, _)| *from == room && *to == other);
        if other != room && !is_neighbour && (other_floor >= floor || APART.contains(&(room, other))) {
            broken.push(format!("{room} imports {other}"));
        }
    }
    broken
}

fn floor(room: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == room).map(|(_, floor)| *floor)
}

fn check_window(inside: &str, text: &str) -> Vec<String> {
    let mut broken = Vec::new();
    let (home, feature) = home(&inside.split('/').collect::<Vec<_>>());
    for wanted in imports(text) {
        if wanted.starts_with("@tauri-apps") && inside != "lib/api/call.ts" {
            broken.push("names @tauri-apps".to_owned());
        }
        let Some(parts) = resolved(inside, wanted) else { continue };
        let (other, other_feature) = self::home(&parts.iter().map(String::as_str).collect::<Vec<_>>());
        match (home.as_str(), other.as_str()) {
            ("features", "features") if feature != other_feature => {
                broken.push(format!("feature {feature} imports feature {other_feature}"));
            }
            ("features", "screens") => broken.push("features import screens".to_owned()),
            ("lib", "features" | "screens") => broken.push(format!("lib imports {other}")),
            _ => {}
        }
    }
    broken
}

/// Returns the floor of a file of the window, and the feature it belongs to.
fn home(parts: &[&str]) -> (String, String) {
    let part = |place: usize| parts.get(place).copied().unwrap_or_default().to_owned();
    (part(0), part(1))
}

/// Returns what stands in quotes after `from`, `import` or `import(`.
fn imports(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for quote in ['\'', '"'] {
        for before in ["from ", "import ", "import("] {
            let opening = format!("{before}{quote}");
            for (place, _) in text.match_indices(&opening) {
                let rest = &text[place + opening.len()..];
                found.extend(rest.split(quote).next());
            }
        }
    }
    found
}

/// Returns the parts of an imported path inside ui/src, where it lies there.
fn resolved(inside: &str, wanted: &str) -> Option<Vec<String>> {
    let (mut parts, rest): (Vec<String>, &str) = if wanted.starts_with('.') {
        let folder = inside.rsplit_once('/').map_or("", |(folder, _)| folder);
        (folder.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect(), wanted)
    } else {
        (Vec::new(), wanted.strip_prefix('$')?)
    };
    for part in rest.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part.to_owned()),
        }
    }
    Some(parts)
}

/// Replaces comments, strings and letters in quotes by blanks.
fn without_words(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = |place: usize| letters.get(place).copied().unwrap_or('\0');
    let mut plain = String::with_capacity(text.len());
    let mut place = 0;
    while place < letters.len() {
        let end = match (at(place), at(place + 1)) {
            ('/', '/') => find(&letters, place, "\n"),
            ('/', '*') => find(&letters, place + 2, "*/"),
            ('r', '"') => find(&letters, place + 2, "\""),
            ('r', '#') if at(place + 2) == '"' => find(&letters, place + 3, "\"#"),
            ('"', _) => end_of_string(&letters, place + 1),
            ('\'', '\\') => find(&letters, place + 3, "'"),
            ('\'', _) if at(place + 2) == '\'' => place + 3,
            _ => place,
        };
        plain.push(if end == place { at(place) } else { ' ' });
        place = end.max(place + 1);
    }
    plain
}

fn find(letters: &[char], from: usize, what: &str) -> usize {
    let what: Vec<char> = what.chars().collect();
    let rest = letters.get(from..).unwrap_or_default();
    rest.windows(what.len()).position(|window| window == what).map_or(letters.len(), |place| from + place + what.len())
}

fn end_of_string(letters: &[char], mut place: usize) -> usize {
    while place < letters.len() && letters[place] != '"' {
        place += if letters[place] == '\\' { 2 } else { 1 };
    }
    place + 1
}

/// Returns every path of names in a source, groups in braces written out.
fn paths(plain: &str) -> Vec<Vec<&str>> {
    let tokens = tokens(plain);
    let mut found = Vec::new();
    let mut place = 0;
    while place < tokens.len() {
        if is_name(tokens[place]) {
            path(&tokens, &mut place, &mut Vec::new(), &mut found);
        } else {
            place += 1;
        }
    }
    found
}

fn path<'t>(tokens: &[&'t str], place: &mut usize, before: &mut Vec<&'t str>, found: &mut Vec<Vec<&'t str>>) {
    let held = before.len();
    loop {
        match tokens.get(*place) {
            Some(name) if is_name(name) => {
                before.push(name);
                *place += 1;
                if tokens.get(*place) != Some(&"::") {
                    found.push(before.clone());
                    break;
                }
                *place += 1;
            }
            Some(&"{") => {
                *place += 1;
                while tokens.get(*place).is_some_and(|token| *token != "}") {
                    if is_name(tokens[*place]) {
                        path(tokens, place, before, found);
                    } else {
                        *place += 1;
                    }
                }
                *place += 1;
                break;
            }
            _ => {
                found.push(before.clone());
                break;
            }
        }
    }
    before.truncate(held);
}

fn is_name(token: &str) -> bool {
    token.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
}

fn tokens(plain: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = plain;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("::") {
            2
        } else if first.is_alphanumeric() || first == '_' {
            rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at(length);
        if !first.is_whitespace() {
            found.push(token);
        }
        rest = after;
    }
    found
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() && name != "target" && name != "gen" && name != "xtask" {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|kind| kind == "rs" || kind == "ts" || kind == "svelte") {
            found.push(path);
        }
    }
    found.sort();
    found
}
