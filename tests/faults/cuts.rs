//! The power is cut: of one session, recorded once, whatever moment it is cut at, what was acknowledged is on the disk.

use crate::chance::{Chance, number_from, seed, spread};
use crate::disk_model::{Bytes, CALLS, Call, Disk, Names, read};
use crate::session::{Known, Told, files_in, told_by, vault_in, writer};
use crate::strace::{can_trace, under};
use std::io::Write;
use std::path::PathBuf;
use std::sync::OnceLock;
use tempfile::TempDir;

/// Cuts unless TARAZY_CUTS says another number.
const CUTS: usize = 120;
/// Cuts of a disk that does not do what it is told.
const CUTS_OF_A_LIAR: usize = 24;

/// Folders that lie side by side until they are looked at.
const AT_ONCE: usize = 64;

/// What may have arrived of the unflushed; each cut takes the next.
const ARRIVED: [(Names, Bytes); 6] = [
    (Names::Flushed, Bytes::Flushed),
    (Names::AtOnce, Bytes::Torn(512)),
    (Names::Flushed, Bytes::Torn(4096)),
    (Names::AtOnce, Bytes::Flushed),
    (Names::Flushed, Bytes::Torn(512)),
    (Names::AtOnce, Bytes::Torn(4096)),
];

struct Recording {
    // Stays for as long as the recording is looked at.
    _folder: TempDir,
    root: PathBuf,
    calls: Vec<Call>,
}

impl Recording {
    fn disk(&self) -> Disk {
        Disk::new(&self.root, &["desk"])
    }
}

/// Records the session, once for all tests.
fn recorded() -> &'static Recording {
    static RECORDED: OnceLock<Recording> = OnceLock::new();
    RECORDED.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("root");
        std::fs::create_dir(&root).unwrap();
        let log = folder.path().join("log");
        let options = ["-xx", "-s", "100000000", "-e", CALLS, "-o", log.to_str().unwrap()];
        let output = under(options, &writer(&root, &["--script"], 0)).output().unwrap();
        assert!(output.status.success() && told_by(&output).is_closed, "{output:?}");
        let calls = read(&std::fs::read(&log).unwrap());
        std::fs::remove_file(&log).unwrap();
        Recording { _folder: folder, root, calls }
    })
}

/// Cuts the power so many times, evenly over the session, and returns what was wrong afterwards, and how much had been acknowledged.
fn cut(recording: &Recording, cuts: usize, deaf: &'static [&'static str], arrived: &[(Names, Bytes)]) -> (Vec<String>, usize) {
    let mut whole = recording.disk();
    recording.calls.iter().for_each(|call| whole.take(call));
    let all = whole.met;
    let (mut disk, mut chance, mut done) = (recording.disk(), Chance::new(seed()), 0);
    let (mut found, mut wrong, mut acknowledged) = (Vec::new(), Vec::new(), 0);
    disk.deaf = deaf;
    for (place, call) in recording.calls.iter().enumerate() {
        disk.take(call);
        let is_end = place + 1 == recording.calls.len();
        while done < cuts && (is_end || disk.met * cuts >= all * (done + 1)) {
            let (names, bytes) = arrived[done % arrived.len()];
            let folder = tempfile::tempdir().unwrap();
            disk.find(folder.path(), names, bytes, &mut chance);
            let told = Told::read(&String::from_utf8_lossy(&disk.said));
            acknowledged += told.acks.len();
            found.push((folder, told, format!("cut {done} after call {place}, {names:?} names and {bytes:?} bytes")));
            done += 1;
        }
        if is_end || found.len() >= AT_ONCE {
            wrong.extend(spread(&found, look).into_iter().flatten());
            found.clear();
        }
    }
    (wrong, acknowledged)
}

/// Says what is wrong with a vault that was found after a cut.
fn look((folder, told, what): &(TempDir, Told, String)) -> Option<String> {
    let reason = Known::default().check(&vault_in(folder.path()), told).err()?;
    let last = told.acks.last().map(|ack| ack.name.as_str());
    Some(format!("{what}, in {:?} after {last:?}: {reason}", told.begun))
}

#[test]
#[ignore = "takes minutes: cargo xtask test"]
fn the_model_of_a_disk_that_loses_nothing_is_the_disk() {
    if !can_trace() {
        return;
    }
    let recording = recorded();
    let mut disk = recording.disk();
    recording.calls.iter().for_each(|call| disk.take(call));
    let files = files_in(&recording.root);
    assert!(files.len() > 6, "{files:?}");
    for file in files {
        let inside = file.strip_prefix(&recording.root).unwrap().to_string_lossy().into_owned();
        assert!(disk.is_whole(&inside, &std::fs::read(&file).unwrap()), "{inside} is another one in the model");
    }
}

#[test]
#[ignore = "takes minutes: cargo xtask test"]
fn what_was_acknowledged_survives_a_power_cut() {
    if !can_trace() {
        return;
    }
    let cuts = number_from("TARAZY_CUTS").unwrap_or(CUTS);
    let (wrong, acknowledged) = cut(recorded(), cuts, &[], &ARRIVED);
    let _ = writeln!(std::io::stderr(), "{cuts} power cuts with seed {}: {acknowledged} acknowledged", seed());
    assert!(wrong.is_empty(), "{} of {cuts}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(acknowledged > cuts, "hardly anything was acknowledged before a cut: nothing was tested");
}

/// A disk that says that it flushed and did not must be found out, or the test above would find nothing either.
#[test]
#[ignore = "takes minutes: cargo xtask test"]
fn a_disk_that_does_not_flush_is_seen_to_lose_what_was_acknowledged() {
    if !can_trace() {
        return;
    }
    for (deaf, what) in [(&["-wal"][..], "the log"), (&[".part-"][..], "what gets its name later"), (&["/"][..], "folders")] {
        let (wrong, _) = cut(recorded(), CUTS_OF_A_LIAR, deaf, &[(Names::Flushed, Bytes::Flushed)]);
        let _ = writeln!(std::io::stderr(), "without flushing {what}: {} of {CUTS_OF_A_LIAR} cuts lost something", wrong.len());
        assert!(!wrong.is_empty(), "nothing is lost although {what} were never flushed");
    }
}
