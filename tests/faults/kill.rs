//! A process that writes is killed without warning, many times, in every kind of thing that it does and at moments nobody chose. What it had acknowledged
//! must be there afterwards, what it had not finished must not be there in part, and the ledger must agree with both.

use crate::chance::{Chance, number_from, seed};
use crate::session::{Known, Told, vault_in, writer};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Stdio;
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// Kinds of things that are done, and what the writer does over and over so that it comes to each: one line for each kind.
const KINDS: [(&str, &str); 13] = [
    ("order", "order"),
    ("amend", "order,amend"),
    ("import", "import,withdraw"),
    ("exhibit", "exhibit,order"),
    ("passphrase", "passphrase,order"),
    ("record", "record"),
    ("paper", "order,paper"),
    ("undo", "order,amend,undo"),
    ("withdraw", "import,withdraw"),
    ("rotate", "exhibit,rotate,order"),
    ("backup", "exhibit,backup,order"),
    ("restore", "order,backup,restore"),
    ("purge", "exhibit,purge,order"),
];

/// Kills that one vault goes through before a new one is made, so that checking it stays quick.
const KILLS_A_VAULT: usize = 20;
/// How long a writer may say nothing.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
#[ignore = "takes minutes: cargo xtask test"]
fn what_was_acknowledged_survives_a_kill_and_nothing_is_half_there() {
    let kills = number_from("TARAZY_KILLS").unwrap_or(20);
    let mut chance = Chance::new(seed());
    let (mut acknowledged, mut whole, mut met) = (0, 0, BTreeMap::new());
    // How long each kind takes, as last seen.
    let mut lasts = BTreeMap::new();
    for first in (0..kills).step_by(KILLS_A_VAULT) {
        let folder = tempfile::tempdir().unwrap();
        let mut known = Known::made(&vault_in(folder.path())).unwrap();
        for kill in first..kills.min(first + KILLS_A_VAULT) {
            let (kind, again) = KINDS[kill % KINDS.len()];
            let told = write_until_killed(folder.path(), known.in_force, (kind, again), &mut lasts, &mut chance);
            *met.entry(told.begun.clone().unwrap_or_else(|| "nothing".to_owned())).or_insert(0) += 1;
            if let Err(reason) = known.check(&vault_in(folder.path()), &told) {
                panic!("after kill {kill} in {:?}, after {:?}: {reason}", told.begun, told.acks.last());
            }
        }
        acknowledged += known.acknowledged();
        whole += known.whole_unacknowledged;
    }
    let _ = writeln!(
        std::io::stderr(),
        "{kills} kills with seed {} in {met:?}: {acknowledged} acknowledged, {whole} more found whole",
        seed()
    );
    assert!(acknowledged > kills / 2 || kills < KINDS.len(), "the writer acknowledged hardly anything: nothing was tested");
}

/// Starts a writer and kills it somewhere in the kind of thing that is meant.
fn write_until_killed(
    folder: &Path,
    in_force: usize,
    (kind, again): (&'static str, &str),
    lasts: &mut BTreeMap<&'static str, Duration>,
    chance: &mut Chance,
) -> Told {
    let mut command = writer(folder, &["--only", again], in_force);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let stdout = child.stdout.take().unwrap();
    let (sender, lines) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            if sender.send((Instant::now(), line)).is_err() {
                break;
            }
        }
    });
    let (begin, end) = (format!("begin {kind}"), format!("ack {kind} "));
    let mut rounds = 1 + chance.below(3);
    let (mut said, mut begun) = (String::new(), None);
    while rounds > 0 {
        // A writer that says nothing for so long is stuck, or ended by itself: that is told below.
        let Ok((at, line)) = lines.recv_timeout(PATIENCE) else { break };
        if line == begin {
            begun = Some(at);
            rounds -= 1;
        } else if line.starts_with(&end)
            && let Some(begun) = begun
        {
            lasts.insert(kind, at - begun);
        }
        said.push_str(&line);
        said.push('\n');
    }
    let lasting = lasts.get(kind).copied().unwrap_or(Duration::from_millis(50));
    std::thread::sleep(lasting.mul_f64(chance.below(1_200) as f64 / 1_000.0));
    let before = child.try_wait().unwrap();
    assert!(before.is_none(), "the writer ended by itself with {before:?} after {said}");
    child.kill().unwrap();
    child.wait().unwrap();
    for (_, line) in &lines {
        said.push_str(&line);
        said.push('\n');
    }
    reader.join().unwrap();
    Told::read(&said)
}
