//! A process that writes is killed without warning, many times, at moments nobody chose. What it had acknowledged must be
//! there afterwards, what it had not finished must not be there in part, and the ledger must agree with both.

use serde_json::Value;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;
use tarazy_tests::Tarazy;

/// Orders in the file that is imported and taken back between single orders, and items in each of them.
const IMPORTED: u64 = 120;
const IMPORTED_ITEMS: u64 = 2;

/// Kills that one vault goes through before a new one is made, so that checking it stays quick.
const KILLS_A_VAULT: u32 = 20;

#[test]
#[ignore = "takes minutes: cargo xtask test"]
fn what_was_acknowledged_survives_a_kill_and_nothing_is_half_there() {
    let kills = number_from("TARAZY_KILLS").unwrap_or(20);
    let seed = number_from("TARAZY_SEED").unwrap_or(2026);
    let mut chance = Chance(u64::from(seed));
    let mut counted = Counted::default();
    for first in (0..kills).step_by(KILLS_A_VAULT as usize) {
        let folder = tempfile::tempdir().unwrap();
        one_vault(folder.path(), KILLS_A_VAULT.min(kills - first), &mut chance, &mut counted);
    }
    assert!(counted.acknowledged > 0 || kills < KILLS_A_VAULT, "the writer acknowledged nothing: nothing was tested");
    let _ = writeln!(std::io::stderr(), "{kills} kills with seed {seed}: {counted:?}");
}

/// Kills while files are taken in: few, since what is killed between a file and its rows is tried step by step in the store's own tests.
const KILLS_OF_FILES: u32 = 20;

#[test]
#[ignore = "takes minutes: cargo xtask test"]
fn files_that_were_acknowledged_survive_a_kill_and_what_was_begun_is_taken_away() {
    let kills = number_from("TARAZY_KILLS").unwrap_or(KILLS_OF_FILES).min(KILLS_OF_FILES);
    let mut chance = Chance(u64::from(number_from("TARAZY_SEED").unwrap_or(2026)));
    let folder = tempfile::tempdir().unwrap();
    let tarazy = Tarazy::at(&folder.path().join("vault")).unwrap();
    tarazy.create().unwrap();
    let (mut expected, mut acknowledged, mut left_over) = (BTreeSet::new(), 0, 0);
    for kill in 0..kills {
        let acks = write_until_killed(&tarazy, "--exhibit", &folder.path().join("file"), &mut chance);
        acknowledged += acks.orders.len();
        expected.extend(acks.orders);
        let before = files_in(&folder.path().join("vault/blobs"));
        // The first to open it takes away what was begun.
        let report = tarazy.json(&["ledger", "verify"]).unwrap();
        assert_eq!(report["status"], "good", "after kill {kill}: {report}");
        let page = tarazy.json(&["records", "exhibits", "list", "--limit", "500"]).unwrap();
        let rows = page["rows"].as_array().unwrap();
        let found: BTreeSet<String> = rows.iter().map(|row| row["reference"].as_str().unwrap().to_owned()).collect();
        let lost: Vec<&String> = expected.difference(&found).collect();
        assert!(lost.is_empty(), "after kill {kill} acknowledged exhibits are gone: {lost:?}");
        assert!(found.len() <= expected.len() + 1, "after kill {kill} there are exhibits that nobody acknowledged");
        // Each session of the writer begins with the same files, so there are as many as the longest wrote, and nothing that was begun.
        let after = files_in(&folder.path().join("vault/blobs"));
        assert!(after <= found.len(), "after kill {kill} there are {after} files for {} exhibits", found.len());
        left_over += before - after;
        expected = found;
    }
    assert!(acknowledged > 0 || kills < KILLS_OF_FILES, "the writer acknowledged nothing: nothing was tested");
    let _ = writeln!(std::io::stderr(), "{kills} kills: {acknowledged} files acknowledged, {left_over} begun and taken away");
}

/// Counts the files below a folder.
fn files_in(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { files_in(&path) } else { 1 }).sum()
}

#[derive(Debug, Default)]
struct Counted {
    acknowledged: usize,
    imports_acknowledged: usize,
    committed_unacknowledged: usize,
    imports_found_whole: usize,
}

fn one_vault(folder: &Path, kills: u32, chance: &mut Chance, counted: &mut Counted) {
    let tarazy = Tarazy::at(&folder.join("vault")).unwrap();
    tarazy.create().unwrap();
    let file = folder.join("import.csv");
    std::fs::write(&file, file_to_import()).unwrap();
    let mut expected = BTreeSet::new();
    for kill in 0..kills {
        let acks = write_until_killed(&tarazy, "--import", &file, chance);
        counted.acknowledged += acks.orders.len();
        counted.imports_acknowledged += acks.imports;
        expected.extend(acks.orders);
        let found = check(&tarazy, &expected, kill);
        counted.committed_unacknowledged += found.references.len() - expected.len();
        // From now on they are as good as acknowledged: somebody has read them.
        expected = found.references;
        if let Some(batch) = found.batch {
            counted.imports_found_whole += 1;
            tarazy.json(&["import", "--undo", &batch]).unwrap();
        }
    }
}

struct Acks {
    orders: Vec<String>,
    imports: usize,
}

/// Starts a writer and kills it a little after some acknowledgement, which may be none at all.
fn write_until_killed(tarazy: &Tarazy, what: &str, file: &Path, chance: &mut Chance) -> Acks {
    let mut command = tarazy.command(&["dev-writer", what]);
    let mut child = command.arg(file).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let stdout = child.stdout.take().unwrap();
    let (sender, lines) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    let patience = chance.below(9);
    let mut said = Vec::new();
    while said.len() < patience {
        // A writer that says nothing for so long is stuck, or ended by itself: the check that follows tells.
        let Ok(line) = lines.recv_timeout(Duration::from_secs(30)) else { break };
        said.push(line);
    }
    let moment = if patience == 0 { 80_000 } else { 25_000 };
    std::thread::sleep(Duration::from_micros(chance.below(moment) as u64));
    let before = child.try_wait().unwrap();
    assert!(before.is_none(), "the writer ended by itself with {before:?} after {said:?}");
    child.kill().unwrap();
    child.wait().unwrap();
    said.extend(lines.iter());
    reader.join().unwrap();
    Acks {
        orders: said.iter().filter_map(|line| line.strip_prefix("ack ")).map(str::to_owned).collect(),
        imports: said.iter().filter(|line| line.starts_with("ack-import ")).count(),
    }
}

struct Found {
    /// References of the orders that were written one by one.
    references: BTreeSet<String>,
    /// The import that was standing when the writer was killed.
    batch: Option<String>,
}

fn check(tarazy: &Tarazy, expected: &BTreeSet<String>, kill: u32) -> Found {
    let report = tarazy.json(&["ledger", "verify"]).unwrap();
    assert_eq!(report["status"], "good", "after kill {kill}: {report}");
    let page = tarazy.json(&["orders", "list", "--limit", "100000"]).unwrap();
    let rows = page["rows"].as_array().unwrap();
    assert_eq!(page["all"].as_u64(), Some(rows.len() as u64), "after kill {kill} the list is not whole");
    let imported: Vec<&Value> = rows.iter().filter(|row| number(row).starts_with("И-")).collect();
    let single: Vec<&Value> = rows.iter().filter(|row| number(row).starts_with("Т-")).collect();
    assert_eq!(imported.len() + single.len(), rows.len(), "after kill {kill} there are orders nobody wrote");
    for row in &single {
        assert_eq!(row["items"], 1, "after kill {kill} half an order is there: {row}");
    }
    for row in &imported {
        assert_eq!(row["items"], IMPORTED_ITEMS, "after kill {kill} half an imported order is there: {row}");
    }
    let count = imported.len() as u64;
    assert!(count == 0 || count == IMPORTED, "after kill {kill} there are {count} of {IMPORTED} imported orders");
    let references: BTreeSet<String> = single.iter().map(|row| row["reference"].as_str().unwrap().to_owned()).collect();
    let lost: Vec<&String> = expected.difference(&references).collect();
    assert!(lost.is_empty(), "after kill {kill} acknowledged orders are gone: {lost:?}");
    let unacknowledged = references.len() - expected.len();
    assert!(unacknowledged <= 1, "after kill {kill} there are {unacknowledged} orders that nobody acknowledged");
    let batch = imported.first().map(|row| {
        let order = tarazy.json(&["orders", "show", row["reference"].as_str().unwrap()]).unwrap();
        order["batch"].as_str().unwrap().to_owned()
    });
    Found { references, batch }
}

fn number(row: &Value) -> &str {
    row["number"].as_str().unwrap_or_default()
}

fn file_to_import() -> String {
    let mut text = String::from("Номер;Орган;Дата;Адрес\n");
    for order in 0..IMPORTED {
        for item in 0..IMPORTED_ITEMS {
            text.push_str(&format!("И-{order};Комитет;2025-03-04;https://мысал.example/{order}/{item}\n"));
        }
    }
    text
}

fn number_from(name: &str) -> Option<u32> {
    std::env::var(name).ok()?.parse().ok()
}

/// Chance that can be repeated: SplitMix64 from a seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }
}
