//! The words of the brief, in three languages, as a reader can copy them out of the file.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use tarazy_core::Fixed;
use tarazy_core::api::paper_file;
use tarazy_core::api::wire::{Lang, ProfileAsk};
use tarazy_tests::Office;

/// 2026-11-20 09:00 UTC: after the last day of the example register.
const MOMENT: i64 = 1_795_165_200_000_000;

#[test]
fn the_brief_of_the_example_says_the_same_in_three_languages() {
    let office = Office::new(Fixed::env(MOMENT), true).unwrap();
    let vault = office.app.vault().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut numbers = BTreeSet::new();
    let profile = office.app.profile(ProfileAsk::default()).unwrap();
    for (name, lang) in [("kk", Lang::Kk), ("ru", Lang::Ru), ("en", Lang::En)] {
        let (bytes, facts) = paper_file(&vault, lang).unwrap();
        for (share, figure) in [(&facts.criticism, "C1.criticism"), (&facts.bullying, "C1.bullying")] {
            let told = profile.figures.iter().find(|told| told.name == figure).unwrap();
            assert_eq!((Some(share.count), share.of, share.low, share.high), (told.x, told.n, told.low, told.high), "{figure}");
        }
        let paper = folder.path().join(format!("{name}.pdf"));
        std::fs::write(&paper, bytes).unwrap();
        let checked = Command::new("qpdf").arg("--check").arg(&paper).output().unwrap();
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
        let told = Command::new("pdfinfo").arg(&paper).output().unwrap();
        let told = String::from_utf8(told.stdout).unwrap();
        assert!(told.lines().any(|line| line.split_whitespace().eq(["Pages:", "1"])), "{name} is no one-page brief:\n{told}");
        let text = text_of(&paper);
        numbers.insert(numbers_in(&text));
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("brief_{name}"), without_digests(&text));
        });
    }
    assert_eq!(numbers.len(), 1, "one snapshot, three languages, the same numbers: {numbers:#?}");
}

fn text_of(paper: &Path) -> String {
    let output = Command::new("pdftotext").arg("-layout").arg(paper).arg("-").output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

/// Puts a word in the place of each digest: they change with every event and every comma of the method, the words must not.
fn without_digests(text: &str) -> String {
    let is_digest = |word: &&str| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.split_whitespace().filter(is_digest).fold(text.to_owned(), |text, digest| text.replace(digest, "[digest]"))
}

/// Returns the numbers of two digits and more, in their order of size; single ones stand in names and decimals too.
fn numbers_in(text: &str) -> Vec<u64> {
    let words = text.split(|letter: char| !letter.is_ascii_digit()).filter(|word| (2..=18).contains(&word.len()));
    let mut numbers: Vec<u64> = words.filter_map(|word| word.parse().ok()).collect();
    numbers.sort_unstable();
    numbers
}
