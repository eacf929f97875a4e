//! Disks that are full, that cannot be written, and files as large as a disk: each is refused by name, and what was there before is
//! there still.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use tarazy_tests::{Tarazy, skip};

/// A small file system of its own, taken away with this value.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(place: &Path, megabytes: u32) -> Option<Self> {
        std::fs::create_dir_all(place).unwrap();
        let size = format!("size={megabytes}m");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(place).output();
        mounted.is_ok_and(|output| output.status.success()).then(|| Self(place.to_path_buf()))
    }

    fn set(&self, option: &str) {
        let done = Command::new("mount").arg("-o").arg(format!("remount,{option}")).arg(&self.0).status().unwrap();
        assert!(done.success(), "remounting {option}");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

/// Makes a vault on the disk with one order in it.
fn with_one_order(disk: &Path, elsewhere: &Path) -> Tarazy {
    let tarazy = Tarazy::at(&disk.join("vault")).unwrap();
    tarazy.create().unwrap();
    let form = elsewhere.join("order.json");
    std::fs::write(&form, r#"{"number": "алғашқы", "locators": ["https://t.me/synaq/1"]}"#).unwrap();
    tarazy.json(&["orders", "add", "--file", form.to_str().unwrap()]).unwrap();
    tarazy
}

/// Checks that the order is there, alone and unharmed.
fn still_holds_it(tarazy: &Tarazy) {
    let page = tarazy.json(&["orders", "list"]).unwrap();
    assert_eq!((&page["all"], &page["rows"][0]["number"]), (&1.into(), &"алғашқы".into()));
    assert_eq!(tarazy.json(&["ledger", "verify"]).unwrap()["status"], "good");
}

/// Runs what must be refused, and checks the exit code and the name of the failure.
fn refused(tarazy: &Tarazy, words: &[&str], failure: &str) {
    let refused = tarazy.run(&[&["--json"], words].concat()).unwrap();
    assert_eq!(refused.code, 1, "{words:?}: {}{}", refused.text, refused.remarks);
    let document: Value = serde_json::from_str(&refused.text).unwrap();
    assert_eq!(document["failure"]["code"], failure, "{words:?}: {}", refused.remarks);
    assert!(!refused.remarks.trim().is_empty() && !refused.remarks.contains("panicked"), "{}", refused.remarks);
}

/// A register with one order on a disk of 4 MB; nothing where none can be mounted. The disk goes before the folder that it is mounted in.
fn on_a_small_disk() -> Option<(tempfile::TempDir, SmallDisk, Tarazy)> {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("disk");
    let Some(disk) = SmallDisk::mount(&place, 4) else {
        skip("no small file system can be mounted here");
        return None;
    };
    let tarazy = with_one_order(&place, folder.path());
    Some((folder, disk, tarazy))
}

#[test]
#[ignore = "needs a file system of its own: cargo xtask test"]
fn a_full_disk_refuses_an_import_and_loses_nothing() {
    let Some((folder, _disk, tarazy)) = on_a_small_disk() else { return };
    let table = folder.path().join("many.csv");
    let mut text = String::from("Номер;Орган;Дата;Адрес\n");
    for order in 0..40_000 {
        text.push_str(&format!("И-{order};Комитет;2025-03-04;https://мысал.example/{order}\n"));
    }
    std::fs::write(&table, text).unwrap();
    refused(&tarazy, &["import", table.to_str().unwrap()], "disk_full");
    still_holds_it(&tarazy);
}

#[test]
#[ignore = "needs a file system of its own: cargo xtask test"]
fn a_full_disk_refuses_a_file_and_leaves_nothing_of_it() {
    let Some((folder, _disk, tarazy)) = on_a_small_disk() else { return };
    let (large, small) = (folder.path().join("large.bin"), folder.path().join("small.bin"));
    std::fs::write(&large, vec![7; 6 << 20]).unwrap();
    std::fs::write(&small, b"abc").unwrap();
    let add = |file: &Path| ["exhibit", "add", file.to_str().unwrap(), "--description", "хат"].map(str::to_owned);
    refused(&tarazy, &add(&large).each_ref().map(String::as_str), "disk_full");
    still_holds_it(&tarazy);
    assert_eq!(std::fs::read_dir(folder.path().join("disk/vault/blobs")).unwrap().count(), 0);
    tarazy.json(&add(&small).each_ref().map(String::as_str)).unwrap();
    still_holds_it(&tarazy);
}

/// Fills a disk up to so many bytes.
fn fill(disk: &Path, left: u64) {
    let mut filler = std::fs::File::create(disk.join("filler")).unwrap();
    while filler.write_all(&[7; 4096]).and_then(|()| filler.flush()).is_ok() {}
    let full = filler.metadata().unwrap().len();
    filler.set_len(full.saturating_sub(left)).unwrap();
}

/// Checks that no paper is sealed and no file of one lies in a folder.
fn no_paper(tarazy: &Tarazy, out: &Path) {
    assert_eq!(tarazy.json(&["papers"]).unwrap(), serde_json::json!([]));
    assert_eq!(tarazy.json(&["ledger", "verify"]).unwrap()["status"], "good");
    assert_eq!(std::fs::read_dir(out).unwrap().count(), 0, "{:?}", std::fs::read_dir(out).unwrap().collect::<Vec<_>>());
}

#[test]
#[ignore = "needs a file system of its own: cargo xtask test"]
fn a_disk_that_fills_while_a_paper_is_sealed_leaves_neither_file_nor_seal() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("disk");
    let Some(_disk) = SmallDisk::mount(&place, 24) else {
        skip("no small file system can be mounted here");
        return;
    };
    let (out, beside) = (folder.path().join("out"), place.join("out"));
    for folder in [&out, &beside] {
        std::fs::create_dir(folder).unwrap();
    }
    let tarazy = Tarazy::at(&place.join("vault")).unwrap();
    tarazy.json(&["example", place.join("vault").to_str().unwrap()]).unwrap();
    let file = out.join("brief.pdf");
    let brief = |file: &Path| ["paper", "brief", "--for", "press", "--out", file.to_str().unwrap()].map(str::to_owned);
    // The register cannot be opened, or not take the paper in, though its file could be written; the file cannot be written where it is wanted.
    for left in [0, 12_288, 40_960, 65_536] {
        for (folder, file) in [(&out, file.clone()), (&beside, beside.join("brief.pdf"))] {
            fill(&place, left);
            refused(&tarazy, &brief(&file).each_ref().map(String::as_str), "disk_full");
            std::fs::remove_file(place.join("filler")).unwrap();
            no_paper(&tarazy, folder);
        }
    }
    tarazy.json(&brief(&file).each_ref().map(String::as_str)).unwrap();
    assert!(file.is_file());
    assert_eq!(tarazy.json(&["papers"]).unwrap().as_array().unwrap().len(), 1);
}

#[test]
#[ignore = "needs a file system of its own: cargo xtask test"]
fn a_folder_that_cannot_be_written_is_told_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("disk");
    let Some(disk) = SmallDisk::mount(&place, 8) else {
        skip("no small file system can be mounted here");
        return;
    };
    let tarazy = with_one_order(&place, folder.path());
    disk.set("ro");
    let elsewhere = Tarazy::at(&place.join("another")).unwrap();
    refused(&tarazy, &["orders", "list"], "vault_read_only");
    refused(&elsewhere, &["vault", "create", "--organisation", "а", "--actor", "б"], "vault_read_only");
    disk.set("rw");
    still_holds_it(&tarazy);
}

#[test]
#[ignore = "writes a gigabyte: cargo xtask test"]
fn a_file_without_a_second_line_is_refused_and_does_not_fill_the_memory() {
    if !cfg!(target_os = "linux") {
        skip("the memory of a process is bounded on Linux only");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let tarazy = Tarazy::at(&folder.path().join("vault")).unwrap();
    tarazy.create().unwrap();
    let table = folder.path().join("one-line.csv");
    let mut file = std::fs::File::create(&table).unwrap();
    let mebibyte = vec![b'a'; 1 << 20];
    for (mebibytes, failure) in [(400, "file_no_columns"), (624, "file_too_large")] {
        for _ in 0..mebibytes {
            file.write_all(&mebibyte).unwrap();
        }
        // With less memory than the line is long.
        let command = tarazy.command(&["--json", "import", table.to_str().unwrap()]);
        let mut bounded = Command::new("sh");
        bounded.arg("-c").arg("ulimit -v 350000 && exec \"$0\" \"$@\"").arg(command.get_program()).args(command.get_args());
        bounded.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        let output = bounded.output().unwrap();
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!((output.status.code(), &document["failure"]["code"]), (Some(1), &failure.into()), "{output:?}");
        assert_eq!(tarazy.json(&["orders", "list"]).unwrap()["all"], 0);
    }
}
