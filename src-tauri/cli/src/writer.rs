//! Writes through a script, or without end, and says of each step when it was begun and when it was acknowledged: for the tests that kill the
//! process, take its disk away or cut its power.

use crate::answer::{Answer, Out};
use crate::{host, kdf};
use clap::Args;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use tarazy_core::api::wire::{
    BackupRestore, ById, BySeq, ExhibitAdd, FieldValue, ImportRun, KeysRotate, Lang, LedgerPage, Nothing, OrderAdd, OrderAmend,
    OrdersList, PaperAsk, PaperExport, PassphraseChange, Progress, PurgeAsk, RecordSave, VaultCreate, VaultUnlock,
};
use tarazy_core::api::{App, Host};
use tarazy_core::{Env, Error};

/// How it writes.
#[derive(Args)]
pub struct WriterTask {
    /// Folder of the files that it takes in and of those that it saves.
    #[arg(long)]
    desk: PathBuf,
    /// Makes the vault, does everything once, closes, opens again and ends.
    #[arg(long, conflicts_with = "only")]
    script: bool,
    /// Names of operations with commas between, to do again and again in this order; otherwise all.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
}

/// Something that is done to a vault and acknowledged. Each writes one entry of the ledger.
struct Operation {
    name: &'static str,
    /// Does it for the n-th time and says of what; nothing where there is nothing to do it to.
    work: fn(&mut Writer, u64) -> anyhow::Result<Option<String>>,
}

const OPERATIONS: &[Operation] = &[
    Operation { name: "order", work: Writer::order },
    Operation { name: "amend", work: Writer::amend },
    Operation { name: "import", work: Writer::import },
    Operation { name: "exhibit", work: Writer::exhibit },
    Operation { name: "passphrase", work: Writer::passphrase },
    Operation { name: "record", work: Writer::record },
    Operation { name: "paper", work: Writer::paper },
    Operation { name: "undo", work: Writer::undo },
    Operation { name: "withdraw", work: Writer::withdraw },
    Operation { name: "rotate", work: Writer::rotate },
    Operation { name: "backup", work: Writer::backup },
    Operation { name: "restore", work: Writer::restore },
    Operation { name: "purge", work: Writer::purge },
];

/// A word that stands in everything that is written, and in no file of a vault.
const CANARY: &str = "ҚұпияТаңба";
const IMPORTED: u64 = 40;
const IMPORTED_ITEMS: u64 = 2;

/// A desk with one file on it at a time.
struct Desk {
    folder: PathBuf,
    file: Mutex<String>,
}

impl Desk {
    fn path(&self) -> PathBuf {
        self.folder.join(&*self.file.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Host for Desk {
    fn pick_open(&self) -> Option<PathBuf> {
        Some(self.path())
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        Some(self.folder.clone())
    }

    fn pick_save(&self, _: &str) -> Option<PathBuf> {
        Some(self.path())
    }

    fn changed(&self, _: &[&str]) {}

    fn progress(&self, _: &Progress) {}
}

/// A backup and the folder that it is restored to.
struct Beside {
    file: PathBuf,
    folder: PathBuf,
}

impl Host for Beside {
    fn pick_open(&self) -> Option<PathBuf> {
        Some(self.file.clone())
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        Some(self.folder.clone())
    }

    fn pick_save(&self, _: &str) -> Option<PathBuf> {
        None
    }

    fn changed(&self, _: &[&str]) {}

    fn progress(&self, _: &Progress) {}
}

struct Writer {
    app: App,
    desk: Arc<Desk>,
    /// The one that opens the vault, and the one that takes its place next.
    passphrases: (String, String),
    order: Option<String>,
    amended: Option<u32>,
    batch: Option<String>,
    exhibit: Option<String>,
    /// The newest backup, below the desk.
    backup: Option<PathBuf>,
}

/// Writes. Without a script it never returns by itself: the test kills it.
pub fn run(task: &WriterTask, vault: PathBuf, out: &Out) -> anyhow::Result<Answer> {
    let desk = Arc::new(Desk { folder: task.desk.clone(), file: Mutex::default() });
    let app = App::new(Env::system(), desk.clone(), vault, kdf());
    let passphrases = (host::passphrase(None)?, host::new_passphrase()?);
    let mut writer = Writer { app, desk, passphrases, order: None, amended: None, batch: None, exhibit: None, backup: None };
    let done = if task.script { writer.script(out) } else { writer.forever(&task.only, out) };
    let closed = writer.app.close();
    done?;
    closed?;
    Ok(Answer::done())
}

impl Writer {
    fn script(&mut self, out: &Out) -> anyhow::Result<()> {
        self.step("create", out, |writer| {
            writer.app.vault_create(VaultCreate {
                passphrase: writer.passphrases.0.clone(),
                lang: Lang::Kk,
                with_example: false,
                organisation: CANARY.to_owned(),
                actor: CANARY.to_owned(),
            })?;
            Ok(Some(String::new()))
        })?;
        for (operation, n) in OPERATIONS.iter().zip(0..) {
            self.step(operation.name, out, |writer| (operation.work)(writer, n))?;
        }
        self.close(out)?;
        self.open()?;
        self.step("order", out, |writer| writer.order(99))?;
        self.close(out)
    }

    fn forever(&mut self, only: &[String], out: &Out) -> anyhow::Result<()> {
        self.open()?;
        let first = u64::from(self.app.ledger_lines(LedgerPage { limit: 1, offset: 0 })?.state.entries);
        let all: Vec<String> = OPERATIONS.iter().map(|operation| operation.name.to_owned()).collect();
        let names = if only.is_empty() { &all } else { only };
        for (name, n) in names.iter().cycle().zip(first..) {
            let operation = OPERATIONS.iter().find(|operation| operation.name == name).ok_or(Error::Invalid("only"))?;
            self.step(operation.name, out, |writer| (operation.work)(writer, n))?;
        }
        Ok(())
    }

    // What is acknowledged is told with the place and the leaf of its entry: a ledger that holds this leaf there holds what was done.
    fn step(
        &mut self,
        name: &str,
        out: &Out,
        work: impl FnOnce(&mut Self) -> anyhow::Result<Option<String>>,
    ) -> anyhow::Result<()> {
        out.say(&format!("begin {name}"))?;
        if let Some(what) = work(self)? {
            let newest = self.app.ledger_lines(LedgerPage { limit: 1, offset: 0 })?;
            let entry = newest.lines.first().ok_or(Error::NotFound)?;
            out.say(&format!("ack {name} {} {} {what}", entry.seq, entry.leaf))?;
        }
        Ok(())
    }

    fn open(&mut self) -> anyhow::Result<()> {
        match self.app.vault_unlock(VaultUnlock { passphrase: self.passphrases.0.clone() }) {
            Err(Error::WrongPassphrase) => {
                self.app.vault_unlock(VaultUnlock { passphrase: self.passphrases.1.clone() })?;
                std::mem::swap(&mut self.passphrases.0, &mut self.passphrases.1);
            }
            other => drop(other?),
        }
        Ok(())
    }

    fn close(&self, out: &Out) -> anyhow::Result<()> {
        out.say("begin close")?;
        self.app.close()?;
        Ok(out.say("closed")?)
    }

    fn put(&self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        name.clone_into(&mut *self.desk.file.lock().unwrap_or_else(PoisonError::into_inner));
        std::fs::write(self.desk.path(), bytes)
    }

    fn any_order(&mut self) -> anyhow::Result<Option<String>> {
        if self.order.is_none() {
            let ask = OrdersList { filter: "Т".to_owned(), sort: "reference".to_owned(), descending: true, offset: 0, limit: 1 };
            self.order = self.app.orders_list(ask)?.rows.first().map(|row| row.id.clone());
        }
        Ok(self.order.clone())
    }

    fn order(&mut self, n: u64) -> anyhow::Result<Option<String>> {
        let mut form = host::empty_form();
        if let Some(fields) = form.as_object_mut() {
            for (name, value) in [("number", format!("Т-{n}")), ("text", CANARY.to_owned()), ("note", format!("{CANARY} {n}"))] {
                fields.insert(name.to_owned(), value.into());
            }
            fields.insert("locators".to_owned(), vec![format!("https://мысал.example/{CANARY}/{n}")].into());
        }
        let saved = self.app.order_add(OrderAdd::of(serde_json::from_value(form)?))?;
        self.order = Some(saved.id);
        Ok(Some(format!("{} Т-{n}", saved.reference)))
    }

    fn amend(&mut self, n: u64) -> anyhow::Result<Option<String>> {
        let Some(id) = self.any_order()? else { return Ok(None) };
        let mut order = self.app.order_show(ById { id: id.clone() })?.order;
        order.note = format!("{CANARY}: түзету {n}");
        let saved = self.app.order_amend(OrderAmend { id, order })?;
        self.amended = Some(saved.seq);
        Ok(Some(saved.reference))
    }

    fn undo(&mut self, _: u64) -> anyhow::Result<Option<String>> {
        let Some(seq) = self.amended.take() else { return Ok(None) };
        self.app.entry_undo(BySeq { seq })?;
        Ok(Some(seq.to_string()))
    }

    fn import(&mut self, n: u64) -> anyhow::Result<Option<String>> {
        let mut text = String::from("Номер;Орган;Дата;Адрес\n");
        for order in 0..IMPORTED {
            for item in 0..IMPORTED_ITEMS {
                writeln!(text, "И-{n}-{order};Комитет;2025-03-04;https://мысал.example/{CANARY}/{n}/{order}/{item}")?;
            }
        }
        self.put("import.csv", text.as_bytes())?;
        let preview = self.app.import_choose(Nothing {})?;
        let fields = preview.columns.iter().map(|column| column.field.clone()).collect();
        let made = self.app.import_run(ImportRun { token: preview.token, fields, dates: Vec::new() })?;
        self.batch = Some(made.batch.clone());
        Ok(Some(format!("{} И-{n}-", made.batch)))
    }

    fn withdraw(&mut self, _: u64) -> anyhow::Result<Option<String>> {
        let Some(batch) = self.batch.take() else { return Ok(None) };
        self.app.import_undo(ById { id: batch.clone() })?;
        Ok(Some(batch))
    }

    // Of several pieces of its encryption.
    fn exhibit(&mut self, n: u64) -> anyhow::Result<Option<String>> {
        self.put("exhibit.bin", format!("{CANARY}{n:08}").repeat(7_000).as_bytes())?;
        let description = Some(FieldValue::Text(format!("{CANARY} {n}")));
        let fields = BTreeMap::from([("description".to_owned(), description)]);
        let saved = self.app.exhibit_add(ExhibitAdd { fields, reason: String::new() })?;
        self.exhibit = Some(saved.reference.clone());
        Ok(Some(format!("{} {n}", saved.reference)))
    }

    fn passphrase(&mut self, _: u64) -> anyhow::Result<Option<String>> {
        let (old, new) = self.passphrases.clone();
        self.app.passphrase_change(PassphraseChange { old, new })?;
        std::mem::swap(&mut self.passphrases.0, &mut self.passphrases.1);
        Ok(Some(String::new()))
    }

    fn rotate(&mut self, _: u64) -> anyhow::Result<Option<String>> {
        self.app.keys_rotate(KeysRotate { passphrase: self.passphrases.0.clone() })?;
        Ok(Some(String::new()))
    }

    // Writes no entry: what is acknowledged is that a backup lies there which was restored and checked.
    fn backup(&mut self, _: u64) -> anyhow::Result<Option<String>> {
        if self.app.backups(Nothing {})?.folder.is_empty() {
            self.app.backup_choose(Nothing {})?;
        }
        // Two within one second would have one name.
        let newest = self.app.backups(Nothing {})?.lines.first().map(|line| line.made_at);
        if newest.is_some_and(|at| at >= Env::system().clock.now_seconds()) {
            return Ok(None);
        }
        let made = self.app.backup_make(Nothing {})?;
        anyhow::ensure!(made.line.verified, "found in a backup: {:?}", made.findings);
        self.backup = Some(PathBuf::from("tarazy-backups").join(made.line.name.clone()));
        Ok(Some(made.line.name))
    }

    // Beside the vault that is open, by an application of its own.
    fn restore(&mut self, n: u64) -> anyhow::Result<Option<String>> {
        let Some(backup) = self.backup.clone() else { return Ok(None) };
        let place = self.desk.folder.join(format!("restored-{n}"));
        let beside = Arc::new(Beside { file: self.desk.folder.join(backup), folder: place.clone() });
        let app = App::new(Env::system(), beside, place.clone(), kdf());
        let passphrase = self.passphrases.0.clone();
        app.backup_restore(BackupRestore { passphrase, typed: Vec::new(), new: String::new() })?;
        app.close()?;
        std::fs::remove_dir_all(&place)?;
        Ok(Some(String::new()))
    }

    // An exhibit with its file.
    fn purge(&mut self, _: u64) -> anyhow::Result<Option<String>> {
        let Some(record) = self.exhibit.take() else { return Ok(None) };
        self.app.purge_run(PurgeAsk {
            kind: "exhibits".to_owned(),
            record: record.clone(),
            reason: "child_safety".to_owned(),
            confirmed: true,
            ..PurgeAsk::default()
        })?;
        Ok(Some(record))
    }

    fn record(&mut self, n: u64) -> anyhow::Result<Option<String>> {
        let fields = BTreeMap::from([("note".to_owned(), Some(FieldValue::Text(format!("{CANARY} {n}"))))]);
        let saved = self.app.record_save(RecordSave { kind: "complaints".to_owned(), id: String::new(), fields })?;
        Ok(Some(saved.reference))
    }

    fn paper(&mut self, n: u64) -> anyhow::Result<Option<String>> {
        let Some(subject) = self.any_order()? else { return Ok(None) };
        format!("paper-{n}.docx").clone_into(&mut *self.desk.file.lock().unwrap_or_else(PoisonError::into_inner));
        let paper = PaperAsk {
            kind: "special_procedures".to_owned(),
            lang: Lang::Kk,
            audience: "lawyer".to_owned(),
            filter: String::new(),
            subject,
            format: "docx".to_owned(),
        };
        Ok(Some(self.app.paper_export(PaperExport { paper, leaks_reason: "байқау".to_owned() })?.digest))
    }
}
