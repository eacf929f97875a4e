//! The disk is full or broken for one call to the system, and works again: whoever wrote is told by the name of a failure, and the vault is whole.

use crate::chance::{evenly, number_from, spread};
use crate::session::{Known, told_by, vault_in, writer};
use crate::strace::{Point, can_trace, points, under};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;

/// Points at which each error is tried unless TARAZY_ERRORS says another number.
const POINTS: usize = 40;

/// What can go wrong, and in which calls.
const ERRORS: [(&str, &[&str]); 3] = [
    (
        "ENOSPC",
        &[
            "open",
            "openat",
            "creat",
            "write",
            "pwrite64",
            "ftruncate",
            "fallocate",
            "fsync",
            "fdatasync",
            "rename",
            "mkdir",
            "mkdirat",
        ],
    ),
    ("EIO", &[]),
    // The C library or the program calls again: nobody is to notice.
    ("EINTR", &["open", "openat", "write", "pwrite64", "ftruncate"]),
];

#[test]
#[ignore = "takes minutes: cargo xtask test"]
fn a_call_that_fails_is_told_by_name_and_harms_nothing() {
    if !can_trace() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let all = points(&writer(folder.path(), &["--script"], 0), folder.path(), &folder.path().join("log"));
    let (mut wrong, mut tried) = (Vec::new(), 0);
    let mut outcomes: BTreeMap<String, usize> = BTreeMap::new();
    for (error, calls) in ERRORS {
        let fit: Vec<Point> =
            all.iter().filter(|point| calls.is_empty() || calls.contains(&point.call.as_str())).cloned().collect();
        let points = evenly(&fit, number_from("TARAZY_ERRORS").unwrap_or(POINTS));
        tried += points.len();
        for (point, done) in points.iter().zip(spread(&points, |point| one(error, point))) {
            match done {
                Ok(outcome) => *outcomes.entry(format!("{error} {outcome}")).or_default() += 1,
                Err(reason) => wrong.push(format!("{error} at {} {}: {reason}\n    at {}", point.call, point.nth, point.line)),
            }
        }
    }
    let _ = writeln!(std::io::stderr(), "{tried} failing calls of {}: {outcomes:?}", all.len());
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(
        ["ENOSPC disk_full", "EIO disk_failing"].iter().all(|outcome| outcomes.contains_key(*outcome)),
        "hardly any failure was met: nothing was tested"
    );
}

/// Returns how the session ended: by the code of a failure, or well.
fn one(error: &str, point: &Point) -> Result<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let inject = format!("inject={}:error={error}:when={}", point.call, point.nth);
    let trace = format!("trace={}", point.call);
    let output =
        under(["-e", &trace, "-e", &inject, "-o", "/dev/null"], &writer(folder.path(), &["--script"], 0)).output().unwrap();
    let remarks = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.signal().is_some() || remarks.contains("panicked") {
        return Err(format!("it ended with {:?}: {remarks}", output.status));
    }
    let told = told_by(&output);
    let outcome = if output.status.success() {
        if !told.is_closed {
            return Err("it ended well before its end".to_owned());
        }
        "passed over".to_owned()
    } else {
        let last = String::from_utf8_lossy(&output.stdout).lines().last().unwrap_or_default().to_owned();
        let document: Value = serde_json::from_str(&last).unwrap_or_default();
        match document["failure"]["code"].as_str() {
            // "Something went wrong inside" is no name for a disk that fails.
            Some(code) if code != "internal" && !remarks.trim().is_empty() => code.to_owned(),
            _ => return Err(format!("it ended with {:?} and no name: {last} {remarks}", output.status)),
        }
    };
    if error == "EINTR" && outcome != "passed over" {
        return Err(format!("an interrupted call was taken for a failure: {outcome}"));
    }
    Known::default()
        .check(&vault_in(folder.path()), &told)
        .map_err(|reason| format!("{reason}\n    in {:?} after {:?}, which ended as {outcome}", told.begun, told.acks.last()))?;
    Ok(outcome)
}
