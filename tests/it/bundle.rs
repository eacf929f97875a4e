//! Bundles as those get them who trust nobody: checked by openssl and sha256sum alone, and by the program that does the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tarazy_tests::{Tarazy, binary, skip};
use tarazy_verifier::{Files, check, unpack};
use tempfile::TempDir;

struct Given {
    folder: TempDir,
    archive: PathBuf,
    files: Files,
}

/// Makes a bundle of a paper of the example.
fn bundle(paper: &[&str], more: &[&str]) -> Given {
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("vault");
    let tarazy = Tarazy::at(&vault).unwrap();
    tarazy.json(&["example", vault.to_str().unwrap()]).unwrap();
    let pdf = folder.path().join("paper.pdf");
    let line = tarazy.json(&[paper, &["--out", pdf.to_str().unwrap()]].concat()).unwrap();
    let archive = folder.path().join("bundle.zip");
    let digest = line["digest"].as_str().unwrap();
    let saved = tarazy.json(&[&["bundle", &digest[..12], "--out", archive.to_str().unwrap()], more].concat()).unwrap();
    let bytes = fs::read(&archive).unwrap();
    assert_eq!(saved["bytes"].as_u64().unwrap(), bytes.len() as u64);
    assert_eq!(saved["digest"], tarazy_ledger::sha256_hex(&bytes));
    let files = unpack(&bytes).unwrap();
    Given { folder, archive, files }
}

fn unpacked(files: &Files, into: &Path) {
    for (name, bytes) in files {
        let path = into.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// Runs the recipe, or nothing where a tool is not installed.
fn recipe(folder: &Path) -> Option<(bool, String)> {
    for tool in ["bash", "openssl", "sha256sum"] {
        if Command::new(tool).arg("--version").output().is_err() {
            skip(&format!("{tool} is not installed"));
            return None;
        }
    }
    let done = Command::new("bash").arg("verify.sh").current_dir(folder).output().unwrap();
    Some((done.status.success(), String::from_utf8_lossy(&done.stdout).into_owned()))
}

#[test]
fn a_bundle_is_checked_by_openssl_alone_and_no_byte_of_a_file_can_be_changed() {
    let Given { folder, files, .. } = bundle(&["paper", "brief"], &["--without-program"]);
    for name in
        ["README.kk.txt", "README.ru.txt", "README.en.txt", "verify.sh", "data/public-profile.json", "data/public-tables.csv"]
    {
        assert!(files.contains_key(name), "{name}");
    }
    assert!(!files.keys().any(|name| name.starts_with("data/data/")), "the rows behind the figures are not for everybody");
    let readme = String::from_utf8(files["README.kk.txt"].clone()).unwrap();
    assert!(!readme.contains(['⟦', '⟧', '{', '}']), "{readme}");
    let whole = folder.path().join("whole");
    unpacked(&files, &whole);
    let Some((holds, said)) = recipe(&whole) else { return };
    assert!(holds, "{said}");
    assert!(said.contains("paper/tarazy-brief-en.pdf was sealed in entry"), "{said}");
    // One bit of each file, each time another one.
    for (turn, (name, bytes)) in files.iter().filter(|(name, _)| *name != "verify.sh").enumerate() {
        let mut changed = bytes.clone();
        let at = (turn * 7_919) % changed.len();
        changed[at] ^= 1 << (turn % 8);
        fs::write(whole.join(name), changed).unwrap();
        let (holds, said) = recipe(&whole).unwrap();
        assert!(!holds, "{name}, byte {at}: {said}");
        fs::write(whole.join(name), bytes).unwrap();
    }
    // A file more, and a file less.
    fs::write(whole.join("more.txt"), "more").unwrap();
    assert!(!recipe(&whole).unwrap().0);
    fs::remove_file(whole.join("more.txt")).unwrap();
    fs::remove_file(whole.join("README.kk.txt")).unwrap();
    assert!(!recipe(&whole).unwrap().0);
}

#[test]
fn no_byte_of_an_archive_can_be_changed() {
    let Given { archive, files, folder } = bundle(&["paper", "brief"], &["--without-program"]);
    let report = check(&files);
    assert!(report.holds(), "{:?}", report.flaws);
    assert_eq!(report.sealed.len(), 1);
    let bytes = fs::read(&archive).unwrap();
    // All that archives say around the files, and of the files themselves a byte here and there: each is under the same sum.
    for at in (0..bytes.len()).step_by(211).chain(0..200).chain(bytes.len() - 2_000..bytes.len()) {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        assert!(unpack(&changed).is_err(), "byte {at} of {}", bytes.len());
    }
    assert!(unpack(&bytes[..bytes.len() - 1]).is_err() && unpack(&[&bytes[..], b"\0"].concat()).is_err());
    // Whoever packs the archive anew cannot change a file.
    for (name, bytes) in &files {
        for at in [0, bytes.len() / 3, bytes.len() - 1] {
            let mut changed = files.clone();
            changed.get_mut(name).unwrap()[at] ^= 4;
            assert!(!check(&changed).holds(), "{name}, byte {at}");
        }
        let mut without = files.clone();
        without.remove(name);
        assert!(!check(&without).holds(), "without {name}");
    }
    let verifier = binary("tarazy-verify").unwrap();
    let run = |place: &Path| Command::new(&verifier).arg(place).output().unwrap();
    let done = run(&archive);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
    let whole = folder.path().join("whole");
    unpacked(&unpack(&bytes).unwrap(), &whole);
    assert!(run(&whole).status.success());
    fs::write(whole.join("ledger/entries.txt"), "nothing").unwrap();
    let done = run(&whole);
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert_eq!(done.status.code(), Some(1));
    assert!(said.contains("FAILED  ledger/entries.txt: its bytes are not those that were signed"), "{said}");
}

#[test]
fn a_bundle_brings_the_program_that_checks_it() {
    let Given { archive, files, folder: _folder } = bundle(&["paper", "brief"], &[]);
    let (name, bytes) = files.iter().find(|(name, _)| name.starts_with("verify/")).unwrap();
    assert!(name.starts_with("verify/tarazy-verify-") && *bytes == fs::read(binary("tarazy-verify").unwrap()).unwrap());
    let done = Command::new(binary("tarazy-verify").unwrap()).arg(&archive).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
}

#[test]
fn a_key_of_ones_own_signs_nothing_of_the_ledger() {
    let Given { files, .. } = bundle(&["paper", "brief"], &["--without-program"]);
    let origin = check(&files).origin;
    let signer = tarazy_ledger::Signer::from_seed([7; 32]);
    let mut forged: BTreeMap<String, Vec<u8>> = files;
    forged.insert("ledger/public-key.pem".to_owned(), tarazy_ledger::key_to_pem(&signer.public()).into_bytes());
    forged.remove("SHA256SUMS");
    forged.remove("SHA256SUMS.sig");
    let sums = tarazy_verifier::sums(&origin, &forged);
    forged.insert("SHA256SUMS.sig".to_owned(), tarazy_ledger::sign_text(&signer, &sums).unwrap().to_vec());
    forged.insert("SHA256SUMS".to_owned(), sums.into_bytes());
    let codes: Vec<&str> = check(&forged).flaws.iter().map(|flaw| flaw.code).collect();
    assert_eq!(codes, ["checkpoint"]);
}

#[test]
fn what_readers_may_not_see_is_withheld_and_told_as_withheld() {
    let order = ["paper", "case_file", "--about", "KZ-2026-0001"];
    let shown = |audience: &str| {
        let Given { files, .. } = bundle(&[&order[..], &["--for", audience]].concat(), &["--without-program"]);
        let report = check(&files);
        assert!(report.holds(), "{audience}: {:?}", report.flaws);
        let told = String::from_utf8(files["ledger/entries.txt"].clone()).unwrap();
        let counts = report.entries.iter().fold((0, 0), |sum, seen| (sum.0 + seen.fields.0, sum.1 + seen.fields.1));
        (told, counts, files.keys().any(|name| name.starts_with("data/")))
    };
    let (lawyer, by_lawyer, _) = shown("lawyer");
    let (public, by_public, _) = shown("public");
    assert!(by_lawyer.0 > by_public.0 && by_public.1 > by_lawyer.1, "{by_lawyer:?} {by_public:?}");
    assert!(by_public.0 > 0);
    assert!(lawyer.contains("actor = ") && public.contains("actor withheld"));
    assert!(lawyer.contains(".locator = ") && !public.contains(".locator = "));
}
