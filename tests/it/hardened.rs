//! A process that holds a passphrase, looked at from outside: the system writes no core of it, and no other program of the same person reads it.
#![cfg(target_os = "linux")]

use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tarazy_tests::binary;

/// Somebody without rights, where the tests run with all of them.
const NOBODY: u32 = 65_534;

#[test]
fn a_process_leaves_no_core_and_is_closed_to_others() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    let program = folder.path().join("tarazy");
    std::fs::copy(binary("tarazy").unwrap(), &program).unwrap();
    // It waits for its passphrase for as long as nobody writes it.
    let pipe = folder.path().join("passphrase");
    assert!(Command::new("mkfifo").args(["-m", "666"]).arg(&pipe).status().unwrap().success());
    let is_root = std::fs::metadata("/proc/self").unwrap().uid() == 0;
    let mut command = Command::new(&program);
    command.args(["ledger", "verify", "--passphrase-file"]).arg(&pipe).env("TARAZY_VAULT", folder.path().join("vault"));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).current_dir("/");
    if is_root {
        command.uid(NOBODY).gid(NOBODY);
    }
    let mut child = command.spawn().unwrap();
    let of = |name: &str| format!("/proc/{}/{name}", child.id());
    let began = Instant::now();
    loop {
        let limits = std::fs::read_to_string(of("limits")).unwrap();
        let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        if core.split_whitespace().filter(|word| *word == "0").count() == 2 {
            break;
        }
        assert!(began.elapsed() < Duration::from_secs(20), "{core}");
        std::thread::sleep(Duration::from_millis(5));
    }
    // The system gives the files of a process that may not be dumped to root.
    while std::fs::metadata(of("environ")).unwrap().uid() != 0 {
        assert!(began.elapsed() < Duration::from_secs(20), "other programs of the same person may read it");
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(Command::new("kill").args(["-ABRT", &child.id().to_string()]).status().unwrap().success());
    assert!(!child.wait().unwrap().core_dumped());
}
