//! Whoever kept a checkpoint of a ledger sees that it has only grown: by the command line, and by the stand-alone verifier with the proof alone.

use std::fs;
use std::path::Path;
use std::process::Command;
use tarazy_ledger::key_to_pem;
use tarazy_tests::{Tarazy, binary};

fn verify(words: [&Path; 3]) -> (bool, String) {
    let done = Command::new(binary("tarazy-verify").unwrap()).args(words).output().unwrap();
    (done.status.success(), String::from_utf8(done.stdout).unwrap())
}

#[test]
fn a_kept_checkpoint_shows_whether_the_ledger_has_only_grown() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let (vault, kept, proof, key, form) = (at("vault"), at("kept"), at("proof"), at("key.pem"), at("order.json"));
    let text = |path: &Path| path.to_str().unwrap().to_owned();
    let tarazy = Tarazy::at(&vault).unwrap();
    tarazy.create().unwrap();
    fs::write(&form, "{\"number\":\"12\"}").unwrap();
    let add = || tarazy.json(&["orders", "add", "--file", &text(&form)]).unwrap();
    add();
    tarazy.json(&["ledger", "checkpoint", "--out", &text(&kept)]).unwrap();
    let old = tarazy.run(&["ledger", "checkpoint"]).unwrap().text;
    assert_eq!(old.trim_end(), fs::read_to_string(&kept).unwrap().trim_end());
    let copy = fs::read_dir(&vault).unwrap().flatten().map(|file| (file.path(), fs::read(file.path()).ok())).collect::<Vec<_>>();
    add();

    let told = tarazy.json(&["ledger", "consistency", &text(&kept), "--out", &text(&proof)]).unwrap();
    assert_eq!(told["state"], "grown");
    assert!(told["from"].as_u64().unwrap() < told["to"].as_u64().unwrap());
    assert_eq!(told["proof"], fs::read_to_string(&proof).unwrap());
    let again = tarazy.run(&["--json", "ledger", "consistency", &text(&kept), "--out", &text(&proof)]).unwrap();
    assert!(again.code == 1 && again.text.contains("place_refused"), "{}", again.text);

    let office = tarazy_tests::Office::at(&vault).unwrap();
    fs::write(&key, key_to_pem(&office.app.vault().unwrap().public().0)).unwrap();
    drop(office);
    let (holds, words) = verify([&kept, &proof, &key]);
    assert!(holds && words.contains("OK      the ledger of "), "{words}");
    let other = fs::read_to_string(&proof).unwrap().replacen("old ", "old 1", 1);
    fs::write(at("other"), other).unwrap();
    let (holds, words) = verify([&kept, &at("other"), &key]);
    assert!(!holds && words.starts_with("FAILED  "), "{words}");
    let (holds, _) = verify([&proof, &kept, &key]);
    assert!(!holds);

    // The copy from before the second order is put back: the ledger has fewer entries than a later checkpoint signed.
    let late = at("late");
    tarazy.json(&["ledger", "checkpoint", "--out", &text(&late)]).unwrap();
    for (path, bytes) in copy {
        if let Some(bytes) = bytes {
            fs::write(path, bytes).unwrap();
        }
    }
    let answer = tarazy.run(&["--json", "ledger", "consistency", &text(&late)]).unwrap();
    assert!(answer.code == 1 && answer.text.contains("\"shorter\""), "{}", answer.text);
    let answer = tarazy.run(&["ledger", "consistency", &text(&form)]).unwrap();
    assert!(answer.code == 1 && !answer.text.contains(['⟦', '⟧']), "{}", answer.text);
}
