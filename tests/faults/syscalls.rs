//! The process is killed at one call to the system after another: at each one that writes, whatever it was about to write.

use crate::chance::{evenly, spread};
use crate::session::{Known, told_by, vault_in, writer};
use crate::strace::{Point, can_trace, points, under};
use std::collections::BTreeMap;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;

/// Points that are tried unless TARAZY_SYSCALLS says another number, or `all`.
const POINTS: usize = 120;

#[test]
#[ignore = "takes minutes: cargo xtask test"]
fn what_was_acknowledged_survives_a_kill_at_any_call_that_writes() {
    if !can_trace() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let all = points(&writer(folder.path(), &["--script"], 0), folder.path(), &folder.path().join("log"));
    let wanted = match std::env::var("TARAZY_SYSCALLS").as_deref() {
        Ok("all") => all.len(),
        Ok(number) => number.parse().unwrap(),
        Err(_) => POINTS,
    };
    let tried = evenly(&all, wanted);
    let done = spread(&tried, one);
    let (mut killed, mut acknowledged, mut whole, mut wrong) = (0, 0, 0, Vec::new());
    let mut calls: BTreeMap<&str, usize> = BTreeMap::new();
    for (point, (is_killed, known, reason)) in tried.iter().zip(done) {
        killed += usize::from(is_killed);
        acknowledged += known.acknowledged();
        whole += known.whole_unacknowledged;
        *calls.entry(&point.call).or_default() += 1;
        wrong.extend(reason);
    }
    let _ = writeln!(
        std::io::stderr(),
        "{killed} kills at {} of {} calls ({calls:?}): {acknowledged} acknowledged, {whole} more found whole",
        tried.len(),
        all.len()
    );
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), tried.len(), wrong.join("\n"));
    assert!(killed * 10 >= tried.len() * 9 && acknowledged > 0, "hardly any call was met: nothing was tested");
}

/// Kills one session at a call. Returns whether it was met, what was known afterwards, and what was wrong.
fn one(point: &Point) -> (bool, Known, Option<String>) {
    let folder = tempfile::tempdir().unwrap();
    let inject = format!("inject={}:signal=KILL:when={}", point.call, point.nth);
    let trace = format!("trace={}", point.call);
    let traced = under(["-e", &trace, "-e", &inject, "-o", "/dev/null"], &writer(folder.path(), &["--script"], 0)).output();
    let output = traced.unwrap();
    let (told, mut known) = (told_by(&output), Known::default());
    let is_killed = output.status.signal() == Some(9);
    // A session may take fewer calls than the one before, as for a name that was free at once.
    assert!(is_killed || output.status.success() && told.is_closed, "{point:?}: {output:?}");
    let wrong = known.check(&vault_in(folder.path()), &told).err().map(|reason| {
        let Point { call, nth, line } = point;
        format!("{call} {nth}: {reason}\n    at {line}\n    in {:?} after {:?}", told.begun, told.acks.last())
    });
    (is_killed, known, wrong)
}
