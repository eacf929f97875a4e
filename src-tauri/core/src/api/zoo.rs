//! Damaged vaults, one of each kind that a disk, a power cut or a person can make of one: whether it opens, what is found, and the very sentences that are
//! said of it in three languages.

use super::health::findings_of;
use super::silent::Silent;
use super::wire::{Lang as Spoken, LangSet, Nothing, PassphraseChange, VaultCreate, VaultUnlock};
use super::{App, texts_of};
use crate::env::{Env, Fixed};
use crate::model::kinds::{Fields, Held};
use crate::store::tests::{import, numbered};
use crate::store::{KdfCost, Passphrase, Vault};
use crate::texts::{Arg, Lang};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

const PASSPHRASE: &str = "түлкі сегіз арқан теңіз боран жалау";
const OLD_PASSPHRASE: &str = "екінші адамның жеті сөзден тұратын сөйлемі";
const NOW: i64 = 1_790_000_000_000_000;
const DAY: i64 = 86_400_000_000;

/// The time stands still; what is drawn is never drawn twice.
fn env(now: i64) -> Env {
    Env { entropy: Env::system().entropy, ..Fixed::env(now) }
}

fn app_at(place: &Path, now: i64) -> App {
    App::new(env(now), Arc::new(Silent), place.to_owned(), KdfCost::TESTS)
}

fn make(place: &Path, passphrase: &str) {
    let named = |name: &str| name.to_owned();
    let create = VaultCreate {
        passphrase: named(passphrase),
        lang: Spoken::Kk,
        with_example: false,
        organisation: named("Сөз"),
        actor: named("Айгүл"),
    };
    let app = app_at(place, NOW);
    app.vault_create(create).unwrap();
    let vault = app.vault().unwrap();
    import(&vault, &numbered(10), &mut |_, _, _| true).unwrap();
    for file in [&b"first file"[..], b"second file"] {
        let stored = vault.take_in(file, file.len() as u64, &mut |_| true).unwrap();
        let fields = Fields::from([("description", Held::Text("хат".to_owned()))]);
        vault.add_exhibit(fields, &stored, "application/pdf", "").unwrap();
    }
    drop(vault);
    app.close().unwrap();
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (path, name) = (entry.as_ref().unwrap().path(), entry.unwrap().file_name());
        if path.is_dir() {
            copy(&path, &to.join(name));
        } else if name != "lock" && name != "vault.db-shm" {
            std::fs::copy(&path, to.join(name)).unwrap();
        }
    }
}

/// The vaults that the zoo is made of.
struct Stock {
    folder: TempDir,
}

impl Stock {
    fn new() -> Self {
        let stock = Self { folder: tempfile::tempdir().unwrap() };
        make(&stock.place("now"), OLD_PASSPHRASE);
        copy(&stock.place("now"), &stock.place("before"));
        let app = app_at(&stock.place("now"), NOW);
        app.vault_unlock(VaultUnlock { passphrase: OLD_PASSPHRASE.to_owned() }).unwrap();
        let change = PassphraseChange { old: OLD_PASSPHRASE.to_owned(), new: PASSPHRASE.to_owned() };
        app.passphrase_change(change).unwrap();
        app.lang_set(LangSet { lang: Spoken::Ru }).unwrap();
        // The process is killed here: what was written last stands in the log.
        copy(&stock.place("now"), &stock.place("killed"));
        app.close().unwrap();
        make(&stock.place("other"), PASSPHRASE);
        stock
    }

    fn place(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, from: &str, names: &[&str], to: &Path) {
        for name in names {
            std::fs::copy(self.place(from).join(name), to.join(name)).unwrap();
        }
    }
}

fn flip(file: &Path, at: impl Fn(usize) -> usize) {
    let mut bytes = std::fs::read(file).unwrap();
    let at = at(bytes.len());
    bytes[at] ^= 1;
    std::fs::write(file, bytes).unwrap();
}

fn cut(file: &Path, to: impl Fn(u64) -> u64) {
    let file = std::fs::File::options().write(true).open(file).unwrap();
    let length = file.metadata().unwrap().len();
    file.set_len(to(length)).unwrap();
}

fn sql(place: &Path, sql: &str) {
    let vault = Vault::open(place, &Passphrase::new(PASSPHRASE), &env(NOW)).unwrap();
    crate::store::tests::run(&vault, sql);
    vault.close().unwrap();
}

fn files(place: &Path) -> Vec<PathBuf> {
    let shelves = std::fs::read_dir(place.join("blobs")).unwrap().map(|shelf| shelf.unwrap().path());
    let mut files: Vec<PathBuf> = shelves
        .filter(|path| path.is_dir())
        .flat_map(|shelf| std::fs::read_dir(shelf).unwrap())
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    files
}

fn remove(place: &Path, names: &[&str]) {
    names.iter().for_each(|name| std::fs::remove_file(place.join(name)).unwrap());
}

/// What is said of a vault: nothing where it is in order.
fn said_of(place: &Path, now: i64) -> String {
    let mut out = String::new();
    let app = app_at(place, now);
    let unlocked = app.vault_unlock(VaultUnlock { passphrase: PASSPHRASE.to_owned() });
    match unlocked {
        Err(error) => {
            let failure = error.failure();
            let code = serde_json::to_value(failure.code).unwrap().as_str().unwrap().to_owned();
            let _ = writeln!(out, "  does not open: {code}");
            let args: Vec<(&str, Arg<'_>)> =
                failure.params.iter().map(|(name, value)| (name.as_str(), Arg::from(value.as_str()))).collect();
            for lang in Lang::ALL {
                let _ =
                    writeln!(out, "    {}: {}", lang.code(), of(lang).say(&format!("failure-{}", code.replace('_', "-")), &args));
            }
        }
        Ok(state) => {
            if state.read_only {
                let _ = writeln!(out, "  opens to be read only");
                for lang in Lang::ALL {
                    let _ = writeln!(out, "    {}: {}", lang.code(), of(lang).say("banner-read-only", &[]));
                }
            }
            let mut codes: Vec<String> =
                findings_of(&app.vault().unwrap().verify().unwrap()).into_iter().map(|found| found.code).collect();
            // What depends on the machine and on other files is not of the vault.
            let beside = app.health(Nothing {}).unwrap().findings.into_iter().map(|found| found.code);
            codes.extend(beside.filter(|code| !["backup_due", "memory_unlocked"].contains(&code.as_str())));
            let mut told: Vec<&String> = Vec::new();
            for code in codes.iter().filter(|code| !code.is_empty()) {
                if told.contains(&code) {
                    continue;
                }
                told.push(code);
                let _ = writeln!(out, "  found: {code}");
                for lang in Lang::ALL {
                    let words = of(lang);
                    let _ = writeln!(
                        out,
                        "    {}: {} {}",
                        lang.code(),
                        words.named("health-what", code),
                        words.named("health-do", code)
                    );
                }
            }
        }
    }
    let _ = app.close();
    out
}

fn of(lang: Lang) -> crate::Texts {
    texts_of(match lang {
        Lang::Kk => Spoken::Kk,
        Lang::Ru => Spoken::Ru,
        Lang::En => Spoken::En,
    })
}

type Damage = Box<dyn Fn(&Stock, &Path)>;

fn zoo() -> Vec<(&'static str, &'static str, Damage)> {
    let animal = |name, state, damage: fn(&Stock, &Path)| (name, state, Box::new(damage) as Damage);
    let tampered =
        |name, statement: &'static str| (name, "now", Box::new(move |_: &Stock, place: &Path| sql(place, statement)) as Damage);
    vec![
        animal("one bit of the header", "now", |_, place| flip(&place.join("header.json"), |n| n / 2)),
        animal("the copy of the header is gone", "now", |_, place| remove(place, &["header.bak"])),
        animal("both headers damaged", "now", |_, place| {
            flip(&place.join("header.json"), |n| n / 2);
            cut(&place.join("header.bak"), |n| n / 2);
        }),
        animal("both headers gone", "now", |_, place| remove(place, &["header.json", "header.bak"])),
        animal("headers of another register", "now", |stock, place| stock.put("other", &["header.json", "header.bak"], place)),
        animal("an older header beside the one of now", "now", |stock, place| stock.put("before", &["header.json"], place)),
        animal("both headers older than the database", "now", |stock, place| {
            stock.put("before", &["header.json", "header.bak"], place);
        }),
        animal("a header that grew", "now", |_, place| {
            let file = place.join("header.json");
            let mut bytes = std::fs::read(&file).unwrap();
            bytes.extend_from_slice(&[b' '; 4096]);
            std::fs::write(file, bytes).unwrap();
        }),
        animal("one bit of a page, found by the check", "now", |_, place| flip(&place.join("vault.db"), |_| 20 * 4096 + 700)),
        animal("one bit of a page, after a power cut", "killed", |_, place| flip(&place.join("vault.db"), |_| 20 * 4096 + 700)),
        animal("one bit of the first page", "now", |_, place| flip(&place.join("vault.db"), |_| 700)),
        animal("the database lost its last pages", "now", |_, place| cut(&place.join("vault.db"), |n| n - 8 * 4096)),
        animal("the database is empty", "now", |_, place| cut(&place.join("vault.db"), |_| 0)),
        animal("the database is gone", "now", |_, place| remove(place, &["vault.db"])),
        animal("the database is another one", "now", |_, place| std::fs::write(place.join("vault.db"), vec![7; 40_960]).unwrap()),
        animal("an older database put back", "now", |stock, place| stock.put("before", &["vault.db"], place)),
        animal("an older database and checkpoint put back", "now", |stock, place| {
            stock.put("before", &["vault.db", "checkpoint"], place);
        }),
        animal("the log of a killed process is gone", "killed", |_, place| remove(place, &["vault.db-wal"])),
        animal("the log of a killed process lost its end", "killed", |_, place| cut(&place.join("vault.db-wal"), |n| n * 2 / 3)),
        animal("one bit of the tip", "now", |_, place| flip(&place.join("tip"), |_| 30)),
        animal("the tip is gone", "now", |_, place| remove(place, &["tip"])),
        animal("the checkpoint is gone", "now", |_, place| remove(place, &["checkpoint"])),
        animal("one bit of the checkpoint", "now", |_, place| flip(&place.join("checkpoint"), |n| n - 20)),
        animal("a file of an exhibit is gone", "now", |_, place| std::fs::remove_file(&files(place)[0]).unwrap()),
        animal("one bit of a file of an exhibit", "now", |_, place| flip(&files(place)[0], |n| n - 100)),
        animal("two files of exhibits in each other’s place", "now", |_, place| {
            let files = files(place);
            let [one, two] = [0, 1].map(|n| std::fs::read(&files[n]).unwrap());
            std::fs::write(&files[0], two).unwrap();
            std::fs::write(&files[1], one).unwrap();
        }),
        animal("a file that no exhibit names", "now", |_, place| {
            let shelf = place.join("blobs/00");
            std::fs::create_dir_all(&shelf).unwrap();
            std::fs::copy(&files(place)[0], shelf.join(format!("{}.age", "0".repeat(64)))).unwrap();
        }),
        animal("new keys were begun", "now", |_, place| {
            let vault = Vault::open(place, &Passphrase::new(PASSPHRASE), &env(NOW)).unwrap();
            let stopped = vault.rotate_files(&Passphrase::new(PASSPHRASE), KdfCost::TESTS, &mut |done, _| done < 1);
            assert!(stopped.is_err());
            vault.close().unwrap();
        }),
        tampered("a record changed past the app", "UPDATE exhibits SET description = 'басқа' WHERE rowid = 1"),
        tampered("a record put in past the app", "INSERT INTO settings (id, name, value) VALUES (randomblob(16), 'x', 'y')"),
        tampered("a record taken out past the app", "DELETE FROM settings WHERE name = 'actor'"),
        tampered("a row of an import changed", "UPDATE orders SET number = 'И-99' WHERE number = 'И-3'"),
        tampered("the words of the filter changed", "INSERT INTO search (rowid, note) VALUES (9, 'подброшенное')"),
        tampered(
            "an entry of the ledger changed",
            "DROP TRIGGER ledger_entries_no_update; UPDATE ledger_entries SET payload = x'a0' WHERE seq = 0",
        ),
        tampered(
            "an entry of the ledger taken out",
            "DROP TRIGGER ledger_entries_no_delete; PRAGMA foreign_keys = OFF; DELETE FROM ledger_entries WHERE seq = 1; PRAGMA foreign_keys = ON",
        ),
        tampered(
            "a checkpoint taken out",
            "DROP TRIGGER ledger_checkpoints_no_delete; DELETE FROM ledger_checkpoints WHERE size = 2",
        ),
        tampered("a database of a later version", "PRAGMA user_version = 9999"),
    ]
}

#[test]
fn every_damaged_vault_is_told_in_its_own_words() {
    let stock = Stock::new();
    for whole in ["now", "killed"] {
        let place = stock.place("whole");
        copy(&stock.place(whole), &place);
        assert_eq!(said_of(&place, NOW), "", "{whole}: an unharmed vault");
        std::fs::remove_dir_all(place).unwrap();
    }
    let mut told = String::new();
    for (n, (name, state, damage)) in zoo().into_iter().enumerate() {
        let place = stock.place(&format!("animal {n}"));
        copy(&stock.place(state), &place);
        damage(&stock, &place);
        let said = said_of(&place, NOW);
        assert!(said.lines().count() >= 4, "nothing is said of it: {name}");
        let _ = writeln!(told, "{name}\n{said}");
    }
    let place = stock.place("clock");
    copy(&stock.place("now"), &place);
    let _ = writeln!(told, "a clock that went back\n{}", said_of(&place, NOW - 9 * DAY));
    insta::assert_snapshot!(told);
}
