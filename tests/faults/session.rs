//! A session of the command line that writes and says what it did, and what must be true of its vault whatever became of the session: the
//! invariants I1 to I7.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use tarazy_core::api::wire::{Lang, LangSet, LedgerPage, Nothing, OrdersList, Progress, RecordsAsk, VaultCreate, VaultUnlock};
use tarazy_core::api::{App, Host};
use tarazy_core::{Env, Error, KdfCost};
use tarazy_tests::binary;

/// The passphrase of the beginning, and the one that takes its place and makes place for it in turn.
pub const PASSPHRASES: [&str; 2] = ["түлкі сегіз арқан теңіз боран жалау", "қайың жеті бұлақ самал кеме шырақ"];
/// The word that stands in everything that the writer writes.
const CANARY: &str = "ҚұпияТаңба";
/// Orders of an import, and items of each.
const IMPORTED: usize = 40;
const IMPORTED_ITEMS: u32 = 2;
/// Files and folders of a vault, and nothing else is in one that was opened and closed.
const NAMES: [&str; 7] = ["header.json", "header.bak", "vault.db", "checkpoint", "lock", "blobs", "tip"];

/// Something that the writer acknowledged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ack {
    /// Name of the operation.
    pub name: String,
    /// Place of its entry.
    pub seq: u32,
    /// Leaf of its entry.
    pub leaf: String,
    /// What it says of what was done.
    pub what: String,
}

/// What a session said before it ended.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// What it acknowledged.
    pub acks: Vec<Ack>,
    /// What it had begun and neither acknowledged nor given up.
    pub begun: Option<String>,
    /// It said last that the vault is closed.
    pub is_closed: bool,
}

impl Told {
    /// Reads what was said; a line without an end was not said.
    pub fn read(said: &str) -> Self {
        let mut told = Self::default();
        let whole = said.rfind('\n').map_or("", |end| &said[..end]);
        for line in whole.lines() {
            let words: Vec<&str> = line.splitn(5, ' ').collect();
            match words.as_slice() {
                ["begin", name] => {
                    told.begun = Some((*name).to_owned());
                    told.is_closed = false;
                }
                ["ack", name, seq, leaf, what] => {
                    let (name, leaf, what) = ((*name).to_owned(), (*leaf).to_owned(), (*what).to_owned());
                    told.acks.push(Ack { name, seq: seq.parse().unwrap(), leaf, what });
                    told.begun = None;
                }
                ["closed"] => {
                    told.begun = None;
                    told.is_closed = true;
                }
                _ => {}
            }
        }
        told
    }
}

/// Prepares the writer at a vault, with the folder of its files beside it.
pub fn writer(folder: &Path, words: &[&str], in_force: usize) -> Command {
    let desk = folder.join("desk");
    std::fs::create_dir_all(&desk).unwrap();
    let mut command = Command::new(binary("tarazy").unwrap());
    command.args(["--json", "dev-writer", "--desk"]).arg(desk).args(words);
    command
        .env("TARAZY_VAULT", vault_in(folder))
        .env("TARAZY_PASSPHRASE", PASSPHRASES[in_force])
        .env("TARAZY_NEW_PASSPHRASE", PASSPHRASES[1 - in_force])
        .env("TARAZY_TEST_KDF", "weak")
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::null());
    command
}

/// Where the vault of a session is.
pub fn vault_in(folder: &Path) -> PathBuf {
    folder.join("vault")
}

/// Says what a session that ended somehow had said.
pub fn told_by(output: &Output) -> Told {
    Told::read(&String::from_utf8_lossy(&output.stdout))
}

/// A host without anybody.
pub struct Nobody;

impl Host for Nobody {
    fn pick_open(&self) -> Option<PathBuf> {
        None
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        None
    }

    fn pick_save(&self, _: &str) -> Option<PathBuf> {
        None
    }

    fn changed(&self, _: &[&str]) {}

    fn progress(&self, _: &Progress) {}
}

fn creation() -> VaultCreate {
    VaultCreate {
        passphrase: PASSPHRASES[0].to_owned(),
        lang: Lang::Kk,
        with_example: false,
        organisation: CANARY.to_owned(),
        actor: CANARY.to_owned(),
    }
}

/// Makes an application at a vault, closed.
pub fn app_at(vault: &Path, env: Env) -> App {
    App::new(env, Arc::new(Nobody), vault.to_owned(), KdfCost::TESTS)
}

/// What is known to be in a vault.
#[derive(Debug, Clone, Default)]
pub struct Known {
    is_made: bool,
    acks: Vec<Ack>,
    /// Entries of the ledger.
    entries: u32,
    /// Which passphrase opens it.
    pub in_force: usize,
    /// Imports that were taken back whole before it could be acknowledged.
    taken_back: BTreeSet<String>,
    /// Exhibits that were purged before it could be acknowledged.
    purged: BTreeSet<String>,
    /// Steps that were done whole before they could be acknowledged.
    pub whole_unacknowledged: usize,
}

macro_rules! hold {
    ($($condition:expr),+ ; $($words:tt)+) => {
        if !($($condition)&&+) {
            return Err(format!($($words)+));
        }
    };
}

impl Known {
    /// Makes an empty vault.
    pub fn made(vault: &Path) -> Result<Self, Error> {
        let app = app_at(vault, Env::system());
        app.vault_create(creation())?;
        let entries = app.ledger_verify(Nothing {})?.entries;
        app.close()?;
        Ok(Self { is_made: true, entries, ..Self::default() })
    }

    /// Says how much was acknowledged.
    pub fn acknowledged(&self) -> usize {
        self.acks.len()
    }

    /// Opens the vault as the next start does, and checks every invariant after a session that said this. What is found whole counts from now on: somebody
    /// has seen it.
    pub fn check(&mut self, vault: &Path, told: &Told) -> Result<(), String> {
        no_canary(vault)?;
        self.is_made |= told.acks.iter().any(|ack| ack.name == "create");
        if !self.is_made {
            return self.check_unmade(vault);
        }
        let changes = told.acks.iter().filter(|ack| ack.name == "passphrase").count();
        self.in_force = (self.in_force + changes) % 2;
        self.acks.extend(told.acks.iter().cloned());
        if let Some(last) = told.acks.last() {
            self.entries = self.entries.max(last.seq + 1);
        }
        let app = app_at(vault, Env::system());
        let unlock = |which: usize| app.vault_unlock(VaultUnlock { passphrase: PASSPHRASES[which].to_owned() });
        match unlock(self.in_force) {
            Ok(_) => {}
            // The new one may be in force before anybody said so.
            Err(Error::WrongPassphrase) if told.begun.as_deref() == Some("passphrase") => {
                self.in_force = 1 - self.in_force;
                unlock(self.in_force).map_err(|e| format!("it opens with neither passphrase: {e:?}"))?;
            }
            Err(other) => return Err(format!("it does not open: {other:?}")),
        }
        let checked = self.check_open(&app, told);
        app.close().map_err(|e| format!("it does not close: {e:?}"))?;
        checked?;
        self.write_one_more(vault)?;
        no_canary(vault)?;
        nothing_else(vault)
    }

    // Nobody was told that there is a vault. There may be one, whole; otherwise one can be made there as if nothing had been.
    fn check_unmade(&mut self, vault: &Path) -> Result<(), String> {
        let app = app_at(vault, Env::system());
        let state = app.vault_state(Nothing {}).map_err(|e| format!("its state is not told: {e:?}"))?.state;
        if state == "absent" {
            app.vault_create(creation()).map_err(|e| format!("none is there and none can be made: {e:?}"))?;
        } else {
            app.vault_unlock(VaultUnlock { passphrase: PASSPHRASES[0].to_owned() })
                .map_err(|e| format!("one is there and does not open: {e:?}"))?;
        }
        let organisation = app.vault_state(Nothing {}).map_err(|e| format!("{e:?}"))?.organisation;
        hold!(organisation == CANARY; "half a vault was made: its organisation is '{organisation}'");
        self.check_open(&app, &Told { begun: Some("create".to_owned()), ..Told::default() })?;
        app.close().map_err(|e| format!("it does not close: {e:?}"))?;
        self.write_one_more(vault)?;
        no_canary(vault)?;
        nothing_else(vault)
    }

    fn check_open(&mut self, app: &App, told: &Told) -> Result<(), String> {
        let report = app.ledger_verify(Nothing {}).map_err(|e| format!("it cannot be verified: {e:?}"))?;
        hold!(report.status == "good"; "verification finds {:?}", report.findings);
        let mut leaves = BTreeMap::new();
        loop {
            let page = LedgerPage { limit: 500, offset: leaves.len() as u32 };
            let ledger = app.ledger_lines(page).map_err(|e| format!("the ledger is not listed: {e:?}"))?;
            if ledger.lines.is_empty() {
                break;
            }
            leaves.extend(ledger.lines.into_iter().map(|line| (line.seq, (line.leaf, line.kind))));
        }
        let entries = leaves.len() as u32;
        hold!(entries == report.entries; "{entries} entries are listed of {}", report.entries);
        for ack in &self.acks {
            let found = leaves.get(&ack.seq);
            hold!(found.is_some_and(|(leaf, _)| *leaf == ack.leaf); "lost: {ack:?}, found {found:?}");
        }
        let more = entries.saturating_sub(self.entries);
        hold!(more <= u32::from(told.begun.is_some()); "{more} entries that nobody acknowledged: {:?}", leaves.range(self.entries..));
        self.whole_unacknowledged += more as usize;
        self.entries = entries;
        self.check_register(app, told)
    }

    // What people see of it: by other ways than the ledger.
    fn check_register(&mut self, app: &App, told: &Told) -> Result<(), String> {
        let mut rows = BTreeMap::new();
        loop {
            let offset = rows.len() as u32;
            let ask = OrdersList { filter: String::new(), sort: "reference".to_owned(), descending: false, offset, limit: 500 };
            let page = app.orders_list(ask).map_err(|e| format!("orders are not listed: {e:?}"))?;
            let before = rows.len();
            rows.extend(page.rows.into_iter().map(|row| (row.reference, (row.number, row.items))));
            if rows.len() == before {
                hold!(rows.len() == page.all as usize; "{} orders are listed of {}", rows.len(), page.all);
                break;
            }
        }
        let mut imports: BTreeMap<&str, usize> = BTreeMap::new();
        for (number, items) in rows.values() {
            match number.strip_prefix("И-").and_then(|rest| rest.split_once('-')) {
                Some((import, _)) => {
                    *imports.entry(import).or_default() += 1;
                    hold!(*items == IMPORTED_ITEMS; "half an imported order: {number} with {items} items");
                }
                None => hold!(*items == 1; "half an order: {number} with {items} items"),
            }
        }
        for (import, orders) in &imports {
            hold!(*orders == IMPORTED; "half of import {import}: {orders} orders");
        }
        let kind = |kind: &str| {
            let ask = RecordsAsk { kind: kind.to_owned(), words: String::new(), offset: 0, limit: 500 };
            let page = app.records_list(ask).map_err(|e| format!("{kind} are not listed: {e:?}"))?;
            Ok::<_, String>(page.rows.into_iter().map(|row| (row.reference, row.id)).collect::<BTreeMap<_, _>>())
        };
        let (exhibits, complaints) = (kind("exhibits")?, kind("complaints")?);
        let papers = app.papers_list(Nothing {}).map_err(|e| format!("papers are not listed: {e:?}"))?.rows;
        let papers: BTreeSet<String> = papers.into_iter().map(|paper| paper.digest).collect();
        let withdrawn: BTreeSet<&str> =
            self.acks.iter().filter(|ack| ack.name == "withdraw").map(|ack| ack.what.as_str()).collect();
        let purged: BTreeSet<&str> = self.acks.iter().filter(|ack| ack.name == "purge").map(|ack| ack.what.as_str()).collect();
        for ack in &self.acks {
            let (first, second) = ack.what.split_once(' ').unwrap_or((&ack.what, ""));
            let is_there = match ack.name.as_str() {
                "order" => rows.get(first).is_some_and(|(number, _)| number == second),
                "record" => complaints.contains_key(first),
                "paper" => papers.contains(first),
                "exhibit" => {
                    let id = exhibits.get(first);
                    let is_gone = id.is_none_or(|id| is_gone(app, id));
                    if told.begun.as_deref() == Some("purge") && is_gone {
                        self.purged.insert(first.to_owned());
                    }
                    match id {
                        _ if purged.contains(first) || self.purged.contains(first) => is_gone,
                        Some(id) => exhibit_is(app, id, second)?,
                        None => false,
                    }
                }
                "import" => {
                    let import = second.trim_start_matches("И-").trim_end_matches('-');
                    let is_here = imports.contains_key(import);
                    if told.begun.as_deref() == Some("withdraw") && !is_here && !withdrawn.contains(first) {
                        self.taken_back.insert(first.to_owned());
                    }
                    is_here != (withdrawn.contains(first) || self.taken_back.contains(first))
                }
                _ => true,
            };
            hold!(is_there; "acknowledged and not to be seen: {ack:?}");
        }
        Ok(())
    }

    // A vault that can only be looked at is of no use to anybody.
    fn write_one_more(&mut self, vault: &Path) -> Result<(), String> {
        let app = app_at(vault, Env::system());
        app.vault_unlock(VaultUnlock { passphrase: PASSPHRASES[self.in_force].to_owned() })
            .map_err(|e| format!("it does not open a second time: {e:?}"))?;
        app.lang_set(LangSet { lang: if self.entries.is_multiple_of(2) { Lang::Ru } else { Lang::Kk } })
            .map_err(|e| format!("it cannot be written: {e:?}"))?;
        let report = app.ledger_verify(Nothing {}).map_err(|e| format!("it cannot be verified again: {e:?}"))?;
        hold!(report.status == "good"; "after writing once more verification finds {:?}", report.findings);
        self.entries = report.entries;
        app.close().map_err(|e| format!("it does not close a second time: {e:?}"))
    }
}

fn is_gone(app: &App, id: &str) -> bool {
    let read = || app.vault()?.blob_bytes(&id.parse().map_err(|_| Error::NotFound)?, 1 << 24);
    matches!(read(), Err(Error::ExhibitMissing))
}

fn exhibit_is(app: &App, id: &str, n: &str) -> Result<bool, String> {
    let vault = app.vault().map_err(|e| format!("{e:?}"))?;
    let id = id.parse().map_err(|_| format!("{id} is no identifier"))?;
    let bytes = vault.blob_bytes(&id, 1 << 24).map_err(|e| format!("an exhibit does not open: {e:?}"))?;
    let n: u64 = n.parse().map_err(|_| format!("an exhibit has the number {n}"))?;
    Ok(bytes.as_deref() == Some(format!("{CANARY}{n:08}").repeat(7_000).as_bytes()))
}

/// Searches every file of a vault for what must be readable in none, in the encodings in which it could be.
pub fn no_canary(vault: &Path) -> Result<(), String> {
    let as_text = |bytes: &[u8]| bytes.iter().map(|byte| char::from(*byte)).collect::<String>();
    let mut needles = Vec::new();
    for word in [CANARY].iter().chain(&PASSPHRASES) {
        let wide: Vec<u16> = word.encode_utf16().collect();
        needles.push(as_text(word.as_bytes()));
        needles.push(as_text(&wide.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<_>>()));
        needles.push(as_text(&wide.iter().flat_map(|unit| unit.to_be_bytes()).collect::<Vec<_>>()));
    }
    for path in files_in(vault) {
        let text = as_text(&std::fs::read(&path).unwrap());
        hold!(!needles.iter().any(|needle| text.contains(needle)); "{} can be read in plain", path.display());
    }
    Ok(())
}

fn nothing_else(vault: &Path) -> Result<(), String> {
    for path in files_in(vault) {
        let inside = path.strip_prefix(vault).unwrap().to_string_lossy().into_owned();
        let is_blob = inside.starts_with("blobs/") && inside.ends_with(".age");
        // A rotation that was cut off can be gone on with.
        if inside.starts_with("next/") {
            continue;
        }
        hold!(is_blob || NAMES.contains(&inside.as_str()); "something was left behind: {inside}");
    }
    Ok(())
}

/// Lists the files below a folder.
pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(files_in(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}
