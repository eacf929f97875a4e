//! The window's packages, from the lock file of npm. It is read here as npm writes it, a value a line: whoever builds may have any npm.

use std::collections::{BTreeMap, BTreeSet};

/// Name and version.
pub type Key = (String, String);

/// One package.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Package {
    /// An expression of SPDX; empty where its author gave none.
    pub licence: String,
    /// SHA-512 of its archive, in hex; none for the window itself.
    pub digest: Option<String>,
    /// Packages that it needs.
    pub needs: BTreeSet<Key>,
}

/// One entry of the lock file: a place in node_modules, and the names of what it needs.
#[derive(Debug, Default)]
struct Entry {
    version: String,
    licence: String,
    integrity: String,
    needs: BTreeSet<String>,
    /// What it can do without.
    wishes: BTreeSet<String>,
}

/// Returns all packages of a lock file, and those that the window itself needs.
pub fn packages(lock: &str) -> Result<(BTreeMap<Key, Package>, BTreeSet<Key>), String> {
    let entries = entries(lock)?;
    let mut all: BTreeMap<Key, Package> = BTreeMap::new();
    let mut ours = BTreeSet::new();
    for (place, entry) in &entries {
        let mut needs = BTreeSet::new();
        for name in entry.needs.iter().chain(&entry.wishes) {
            match found(&entries, place, name) {
                Some(key) => drop(needs.insert(key)),
                None if entry.wishes.contains(name) => {}
                None => return Err(format!("{place} needs {name}, which is not locked")),
            }
        }
        if place.is_empty() {
            ours = needs;
            continue;
        }
        // The same package may lie in two places, and need what lies nearest to each.
        let one = all.entry(key(place, entry)).or_default();
        one.licence.clone_from(&entry.licence);
        one.digest = Some(hex(&entry.integrity).ok_or_else(|| format!("{place} has no digest that is understood"))?);
        one.needs.append(&mut needs);
    }
    if all.is_empty() { Err("the lock file of the window is not understood".to_owned()) } else { Ok((all, ours)) }
}

/// Reads the entries by their places; the window's own has none.
fn entries(lock: &str) -> Result<BTreeMap<String, Entry>, String> {
    let mut entries = BTreeMap::new();
    let mut open: Option<(String, Entry)> = None;
    let mut list = "";
    let packages = lock.lines().skip_while(|line| *line != "  \"packages\": {").skip(1);
    for line in packages.take_while(|line| *line != "  }") {
        let word = line.trim_start();
        let value = || word.split_once(": ").map(|(_, value)| value.trim_end_matches(',').trim_matches('"').to_owned());
        let name = word.strip_prefix('"').and_then(|rest| rest.split('"').next()).unwrap_or_default();
        match (line.len() - word.len(), &mut open) {
            (4, None) if word.ends_with('{') => open = Some((name.to_owned(), Entry::default())),
            (4, Some(_)) if word.starts_with('}') => entries.extend(open.take()),
            (6, Some((_, entry))) => {
                list = if word.ends_with('{') { name } else { "" };
                let value = value().unwrap_or_default();
                match name {
                    "version" => entry.version = value,
                    "license" => entry.licence = value,
                    "integrity" => entry.integrity = value,
                    _ => {}
                }
            }
            (8, Some((_, entry))) => match list {
                "dependencies" | "devDependencies" => drop(entry.needs.insert(name.to_owned())),
                "optionalDependencies" | "peerDependencies" => drop(entry.wishes.insert(name.to_owned())),
                _ => {}
            },
            (deep, Some(_)) if deep > 8 => {}
            _ => return Err(format!("package-lock.json says {line}, which is not understood")),
        }
    }
    Ok(entries)
}

/// Looks for a package as Node.js does: beside the one that needs it, then in each folder above.
fn found(entries: &BTreeMap<String, Entry>, place: &str, name: &str) -> Option<Key> {
    let mut from = Some(place);
    while let Some(folder) = from {
        let at = if folder.is_empty() { format!("node_modules/{name}") } else { format!("{folder}/node_modules/{name}") };
        if let Some(entry) = entries.get(&at) {
            return Some(key(&at, entry));
        }
        from = match folder.rfind("/node_modules/") {
            Some(end) => folder.get(..end),
            None if folder.is_empty() => None,
            None => Some(""),
        };
    }
    None
}

fn key(place: &str, entry: &Entry) -> Key {
    let name = place.rsplit_once("node_modules/").map_or(place, |(_, name)| name);
    (name.to_owned(), entry.version.clone())
}

/// Writes a digest of npm, which is in Base64, in hex.
fn hex(integrity: &str) -> Option<String> {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut held, mut text) = (0_u32, 0, String::new());
    for letter in integrity.strip_prefix("sha512-")?.trim_end_matches('=').chars() {
        bits = (bits << 6 | u32::try_from(LETTERS.find(letter)?).ok()?) & 0xffff;
        held += 6;
        if held >= 8 {
            held -= 8;
            text += &format!("{:02x}", bits >> held & 0xff);
        }
    }
    (text.len() == 128).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{found, hex, packages};

    const DIGEST: &str = "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==";

    fn lock() -> String {
        let one = |place: &str, version: &str, more: &str| {
            format!(
                "    \"node_modules/{place}\": {{\n      \"version\": \"{version}\",\n      \"integrity\": \"{DIGEST}\",\n{more}      \"license\": \"MIT\"\n    }}"
            )
        };
        let needs = "      \"dependencies\": {\n        \"b\": \"^1.0.0\"\n      },\n      \"peerDependencies\": {\n        \"gone\": \"*\"\n      },\n";
        let own = "    \"\": {\n      \"name\": \"ui\",\n      \"version\": \"0.1.0\",\n      \"dependencies\": {\n        \"@s/a\": \"1.0.0\"\n      }\n    }";
        let all = [own.to_owned(), one("@s/a", "1.0.0", needs), one("@s/a/node_modules/b", "1.5.0", ""), one("b", "2.0.0", "")];
        format!("{{\n  \"name\": \"ui\",\n  \"lockfileVersion\": 3,\n  \"packages\": {{\n{}\n  }}\n}}\n", all.join(",\n"))
    }

    #[test]
    fn a_lock_file_is_read_with_what_each_package_needs() {
        let (all, ours) = packages(&lock()).unwrap();
        let key = |name: &str, version: &str| (name.to_owned(), version.to_owned());
        assert_eq!(all.keys().cloned().collect::<Vec<_>>(), [key("@s/a", "1.0.0"), key("b", "1.5.0"), key("b", "2.0.0")]);
        assert_eq!(ours.into_iter().collect::<Vec<_>>(), [key("@s/a", "1.0.0")]);
        let a = &all[&key("@s/a", "1.0.0")];
        assert_eq!(a.needs.iter().cloned().collect::<Vec<_>>(), [key("b", "1.5.0")], "the nearest one");
        assert_eq!(a.licence, "MIT");
    }

    #[test]
    fn what_is_not_understood_is_no_empty_list() {
        assert!(packages("{}").is_err());
        assert!(packages(&lock().replace("        \"b\"", "        \"c\"")).is_err());
        assert!(packages(&lock().replace("sha512-", "sha1-")).is_err());
        assert!(packages(&lock().replace("    \"node_modules/b\": {", "   \"node_modules/b\": {")).is_err());
        assert_eq!(found(&std::collections::BTreeMap::new(), "node_modules/a/node_modules/b", "c"), None);
    }

    /// Of nothing at all, as sha512sum writes it.
    #[test]
    fn a_digest_of_npm_is_written_in_hex() {
        let wanted = "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e";
        assert_eq!(hex(DIGEST).as_deref(), Some(wanted));
        assert_eq!((hex("sha512-"), hex("sha512-!!")), (None, None));
    }

    #[test]
    fn the_windows_own_lock_file_is_understood() {
        let (all, ours) = packages(include_str!("../../../ui/package-lock.json")).unwrap();
        assert!(all.len() > 200 && ours.iter().any(|(name, _)| name == "svelte"));
        assert!(all.values().all(|one| !one.licence.is_empty()));
    }
}
