//! The words of the brief, in three languages, as a reader can copy them out of the file.

use std::process::Command;
use tarazy_core::Fixed;
use tarazy_core::api::paper_file;
use tarazy_core::api::wire::Lang;
use tarazy_tests::Office;

/// 2026-03-12 09:00 UTC: after the last day of the example register.
const MOMENT: i64 = 1_773_306_000_000_000;

#[test]
fn the_brief_of_the_example_says_the_same_in_three_languages() {
    let office = Office::new(Fixed::env(MOMENT), true).unwrap();
    let vault = office.app.vault().unwrap();
    for (name, lang) in [("kk", Lang::Kk), ("ru", Lang::Ru), ("en", Lang::En)] {
        let (bytes, _) = paper_file(&vault, lang).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let paper = folder.path().join("brief.pdf");
        std::fs::write(&paper, bytes).unwrap();
        let output = Command::new("pdftotext").arg("-layout").arg(&paper).arg("-").output().unwrap();
        assert!(output.status.success());
        let checked = Command::new("qpdf").arg("--check").arg(&paper).output().unwrap();
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("brief_{name}"), String::from_utf8(output.stdout).unwrap());
        });
    }
}
