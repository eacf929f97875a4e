//! The command line: the use cases of the window without a window. It parses, calls one function, answers.

mod answer;
mod exhibit;
mod figures;
mod frozen;
mod grown;
mod host;
mod keys;
mod method;
mod purge;
mod table;
mod writer;

use answer::{Answer, Out};
use clap::{Parser, Subcommand};
use exhibit::ExhibitTask;
use keys::{BackupTask, KeysTask};
use purge::PurgeTask;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use tarazy_core::api::wire::{
    AgreementAsk, BundleAsk, ById, BySeq, Code, ConflictDeclare, CycleOpen, ExportAsk, ImportReopen, ImportRun, ImportToken,
    Lang, LedgerPage, Nothing, OrderAdd, OrderDraft, OrdersList, PaperAsk, PaperExport, PaperLine, PassphraseChange,
    PassphraseSuggest, QueueAsk, RecordAsk, RecordSave, RecordsAsk, ReviewLock, SearchAsk, SeatTake, SnapshotAsk, VaultCreate,
    VaultUnlock,
};
use tarazy_core::api::{App, Rerun};
use tarazy_core::{Env, Error, Kdf};
use writer::WriterTask;

/// An encrypted register of deletion orders, without its window.
#[derive(Parser)]
#[command(name = "tarazy", version)]
struct Arguments {
    /// Folder of the register.
    #[arg(long, env = "TARAZY_VAULT", global = true)]
    vault: Option<PathBuf>,
    /// File whose first line is the passphrase; otherwise TARAZY_PASSPHRASE, otherwise a prompt.
    #[arg(long, value_name = "FILE", global = true)]
    passphrase_file: Option<PathBuf>,
    /// Language of the answers: kk, ru, en; otherwise that of the locale.
    #[arg(long, global = true)]
    lang: Option<String>,
    /// One JSON document on standard output and nothing else there.
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Makes, describes or checks a register, or replaces its passphrase.
    #[command(subcommand)]
    Vault(VaultTask),
    /// Checks everything: pages, ledger, rows, files of exhibits, search. Exit code 1 where something is found.
    Check,
    /// What opens the register.
    #[command(subcommand)]
    Keys(KeysTask),
    /// Copies of the register.
    #[command(subcommand)]
    Backup(BackupTask),
    /// Opens the register by its recovery key; the new passphrase comes from TARAZY_NEW_PASSPHRASE or a prompt.
    Recover {
        /// File with the recovery key, or two shares, one on a line.
        #[arg(long, value_name = "FILE")]
        words: PathBuf,
    },
    /// Makes a register of a backup.
    Restore {
        /// The backup.
        file: PathBuf,
        /// Folder that becomes the register.
        #[arg(long, value_name = "DIR")]
        into: PathBuf,
        /// File with the recovery key, or two shares, one on a line; without it the passphrase opens the backup.
        #[arg(long, value_name = "FILE")]
        words: Option<PathBuf>,
    },
    /// Makes the invented example register and prints its passphrase.
    Example {
        /// Folder to make it in.
        dir: PathBuf,
    },
    /// Imports a table of orders, or takes an import back.
    Import {
        /// The file: CSV or TSV in any of the usual encodings, or XLSX.
        #[arg(required_unless_present = "undo")]
        file: Option<PathBuf>,
        /// Say what would be made, write nothing.
        #[arg(long)]
        dry_run: bool,
        /// Field of each column, with commas between, instead of the proposed mapping.
        #[arg(long, value_name = "FIELDS")]
        mapping: Option<String>,
        /// How the dates of each column are written, with commas between: day_first, month_first, iso, or nothing.
        #[arg(long, value_name = "ORDERS")]
        dates: Option<String>,
        /// The table to read where the file has several, from 1.
        #[arg(long, value_name = "N")]
        table: Option<u32>,
        /// Line of the header; 0: there is none.
        #[arg(long, value_name = "LINE")]
        header_row: Option<u32>,
        /// Encoding, as utf-8, windows-1251, koi8-r, cp866.
        #[arg(long)]
        encoding: Option<String>,
        /// Separator: one of ; , TAB |.
        #[arg(long)]
        separator: Option<String>,
        /// Write the rows that cannot be taken to this file.
        #[arg(long, value_name = "FILE")]
        rejected: Option<PathBuf>,
        /// Take this import back.
        #[arg(long, value_name = "BATCH", conflicts_with = "file")]
        undo: Option<String>,
    },
    /// Lists, shows, records or amends orders.
    #[command(subcommand)]
    Orders(OrdersTask),
    /// Searches the texts of all orders.
    Search {
        /// Words, beginnings of words and "phrases"; all must be found, and none with a minus before it.
        #[arg(required = true, allow_hyphen_values = true)]
        words: Vec<String>,
        /// Hits at the most.
        #[arg(long, default_value_t = 20)]
        limit: u32,
    },
    /// Lists complaints.
    #[command(subcommand)]
    Complaints(RecordsTask),
    /// Lists platforms with the threshold computed.
    #[command(subcommand)]
    Platforms(RecordsTask),
    /// Lists, shows, records or amends people, organisations and accounts.
    #[command(subcommand)]
    Actors(RecordsTask),
    /// Lists, shows, records or amends records of any kind.
    Records {
        /// The kind, as provisions, proceedings, coverage_periods; an unknown one is refused.
        kind: String,
        #[command(subcommand)]
        task: RecordsTask,
    },
    /// Takes files in as exhibits, lists, saves and verifies them.
    #[command(subcommand)]
    Exhibit(ExhibitTask),
    /// Shows the queue, opens or locks a review.
    #[command(subcommand)]
    Review(ReviewTask),
    /// Prints the figures of the arbitrariness profile, each with its denominator, interval, method and caveats.
    Measure {
        /// Components or figures, as C1 or C5.any_reason; otherwise all.
        names: Vec<String>,
        /// Orders that they speak of, in the words of the filter.
        #[arg(long = "where", default_value = "")]
        filter: String,
        /// Computes the figures of a snapshot instead, without a register. With --json exactly the bytes of its results.json. Exit code 1 where they
        /// are not those in it.
        #[arg(long, value_name = "FILE", conflicts_with = "filter")]
        snapshot: Option<PathBuf>,
        /// The public form: small cells are blank, and whatever would tell them. It knows no filter but the quarter.
        #[arg(long, conflicts_with_all = ["filter", "snapshot", "names"])]
        public: bool,
        /// A quarter of issue, as 2026-Q1.
        #[arg(long, requires = "public", default_value = "")]
        quarter: String,
        /// Writes the results of the snapshot to this file too.
        #[arg(long, requires = "snapshot")]
        out: Option<PathBuf>,
    },
    /// Freezes the figures with the rows that they are made of: a file by which anybody computes them anew.
    Snapshot {
        /// Where to save the ZIP.
        #[arg(long)]
        out: PathBuf,
        /// Orders that it speaks of, in the words of the filter.
        #[arg(long = "where", default_value = "")]
        filter: String,
        /// Moment at which terms are told, as 2026-05-01T00:00:00Z; otherwise now. One state and one moment give one file.
        #[arg(long, default_value = "", value_name = "INSTANT")]
        as_of: String,
        /// Replaces a file that is there.
        #[arg(long)]
        force: bool,
    },
    /// Computes a snapshot otherwise and prints every difference, for whoever contests it. Needs no register.
    Rerun {
        /// The snapshot.
        file: PathBuf,
        /// Other verdicts: a table item,verdict with numbers of items as in data/items.csv; an empty verdict counts as unreviewed.
        #[arg(long, value_name = "FILE")]
        verdicts: Option<PathBuf>,
        /// Another calibration, in the form of data/calibration.csv.
        #[arg(long, value_name = "FILE")]
        calibration: Option<PathBuf>,
        /// Leaves out the orders that this source told of, as author or leak; may be given several times.
        #[arg(long, value_name = "CODE")]
        without_source: Vec<String>,
        /// Counts what this reviewer had a part in as unreviewed: a number as in data/reviews.csv; may be given several times.
        #[arg(long, value_name = "N")]
        without_reviewer: Vec<u32>,
        /// Judges the stored answers by another version of the method.
        #[arg(long, value_name = "METHOD_DIR")]
        rules: Option<PathBuf>,
    },
    /// Recomputes worked examples: for an expert who checks the estimators and not the register. Needs no register.
    Estimate {
        /// File of cases (stats-cases/1): method, input, options, and what is expected, if anything is.
        file: PathBuf,
    },
    /// Makes a paper.
    Paper {
        /// brief, report, annual, case_file, special_procedures, upr.
        kind: String,
        /// Where to save it.
        #[arg(long)]
        out: PathBuf,
        /// Who it is for: court, lawyer, partner, press, public.
        #[arg(long = "for", default_value = "public")]
        audience: String,
        /// pdf, docx.
        #[arg(long, default_value = "pdf")]
        format: String,
        /// Orders that it speaks of, in the words of the filter.
        #[arg(long = "where", default_value = "")]
        filter: String,
        /// Reference of the order that it is about, as KZ-2026-0042.
        #[arg(long = "about")]
        about: Option<String>,
        /// Why a lawyer lets stand the sealed values that were found in it.
        #[arg(long, default_value = "")]
        leaks_reason: String,
        /// Replaces a file that is there.
        #[arg(long)]
        force: bool,
    },
    /// Writes a bundle of a sealed paper: the paper with everything by which a stranger checks it.
    Bundle {
        /// The paper: the entry that sealed it, or its SHA-256 or the beginning of it.
        paper: String,
        /// Where to save the ZIP.
        #[arg(long)]
        out: PathBuf,
        /// Leaves out the program that checks it: many a mailbox refuses programs.
        #[arg(long)]
        without_program: bool,
        /// Replaces a file that is there.
        #[arg(long)]
        force: bool,
    },
    /// Takes a record's personal values, or a name wherever it stands, away for good: from the register, the ledger and the kept files.
    Purge(PurgeTask),
    /// Lists sealed papers, newest first.
    Papers,
    /// Lists, shows, checks, publishes or adopts versions of the method.
    #[command(subcommand)]
    Method(MethodTask),
    /// Writes the register, or the orders of a filter, in a form that other programs read.
    Export {
        /// csv, xlsx, json, lumen, dsa, all. json and all hold what is sealed and are not encrypted.
        #[arg(value_parser = ["csv", "xlsx", "json", "lumen", "dsa", "all"])]
        format: String,
        /// Where to save the file.
        #[arg(long)]
        out: PathBuf,
        /// Words that must all occur; json and all hold the whole register.
        #[arg(long = "where", default_value = "")]
        filter: String,
        /// Names of columns with commas between, as order.number,item.locator; otherwise the usual ones.
        #[arg(long, value_delimiter = ',')]
        columns: Vec<String>,
        /// What a row of a table is: item, order.
        #[arg(long, default_value = "item", value_parser = ["item", "order"])]
        rows: String,
        /// Codes instead of words.
        #[arg(long)]
        codes: bool,
        /// Tables also hold addresses and texts of items that identify a child or are intimate.
        #[arg(long)]
        with_sensitive: bool,
        /// Replaces a file that is there.
        #[arg(long)]
        force: bool,
    },
    /// Verifies a register: pages, entries, checkpoints and every row.
    Verify {
        /// Folder of the register.
        dir: Option<PathBuf>,
    },
    /// Reads or verifies the ledger.
    #[command(subcommand)]
    Ledger(LedgerTask),
    /// Prints what the ledger says of an order.
    History {
        /// Reference, as KZ-2026-0042.
        reference: String,
    },
    /// Prints what the authors of the fonts and word lists inside the program ask to be said.
    Notices,
    /// Writes and acknowledges each step: for the tests of what a machine does at the worst moment.
    #[command(hide = true)]
    DevWriter(WriterTask),
}

#[derive(Subcommand)]
enum VaultTask {
    /// Makes a register.
    Create {
        /// Organisation printed on papers.
        #[arg(long)]
        organisation: String,
        /// Name of the person at the keyboard.
        #[arg(long)]
        actor: String,
    },
    /// Says what stands at the place.
    Info,
    /// Replaces the passphrase; the new one comes from TARAZY_NEW_PASSPHRASE or a prompt.
    Passphrase,
    /// Verifies everything.
    Check,
    /// Reads an open export (JSON) into this register, which must be empty.
    ImportOpen {
        /// The file.
        file: PathBuf,
    },
}

#[derive(Subcommand)]
enum OrdersTask {
    /// Lists orders.
    List {
        /// A filter, as `platform:telegram issued:2025-01..2025-03 -ground:drugs word`.
        #[arg(long = "where", default_value = "")]
        filter: String,
        /// Rows at the most.
        #[arg(long, default_value_t = 50)]
        limit: u32,
        /// Rows to skip.
        #[arg(long, default_value_t = 0)]
        offset: u32,
        /// Column to sort by: reference, number, authority, platform, issued, received, learned, items, removed, reviewed, ground …
        #[arg(long, default_value = "reference")]
        sort: String,
        /// Largest or newest first.
        #[arg(long)]
        descending: bool,
    },
    /// Shows one order.
    Show {
        /// Reference.
        reference: String,
    },
    /// Records an order.
    Add {
        /// The form as JSON; fields left out are unknown.
        #[arg(long)]
        file: PathBuf,
    },
    /// Amends an order.
    Amend {
        /// Reference.
        reference: String,
        /// The fields to change, as JSON.
        #[arg(long)]
        file: PathBuf,
    },
    /// Sets one field of one order.
    Set {
        /// Reference.
        reference: String,
        /// instrument, number, ground, action, document_seen, reasons_level, names_items_by_url, informs_of_appeal, author_notified,
        /// note, issued, draft.
        field: String,
        /// A code, a text, a day as YYYY-MM-DD, or yes and no.
        value: String,
    },
    /// Sets one field of every order that a filter matches, under as few entries of the ledger as hold them.
    Bulk {
        /// Words that must all occur; empty for every order.
        #[arg(long = "where")]
        filter: String,
        /// As for set.
        #[arg(long)]
        field: String,
        /// As for set.
        #[arg(long)]
        value: String,
        /// Say what would change, write nothing.
        #[arg(long)]
        dry_run: bool,
    },
}

#[derive(Subcommand)]
enum RecordsTask {
    /// Lists them, newest first.
    List {
        /// Words that must all occur.
        #[arg(long, default_value = "")]
        words: String,
        /// Rows at the most.
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Shows one with all that is linked to it.
    Show {
        /// Reference or identifier.
        id: String,
    },
    /// Records one.
    Add {
        /// Its fields as one JSON object.
        #[arg(long)]
        file: PathBuf,
    },
    /// Amends one.
    Amend {
        /// Reference or identifier.
        id: String,
        /// The fields to change as one JSON object; null empties a field.
        #[arg(long)]
        file: PathBuf,
    },
}

#[derive(Subcommand)]
enum ReviewTask {
    /// Says who reviews, or gives the seat to somebody: a known reviewer or a new one.
    Seat {
        /// Name; without it the reviewers are listed.
        #[arg(long)]
        name: Option<String>,
    },
    /// Lists a queue of the seat.
    Queue {
        /// mine, free, waiting, disputed, again, settled; without it what there is to do.
        #[arg(long, default_value = "")]
        line: String,
        /// Only items on whose answer to this question two reviewers differ.
        #[arg(long, default_value = "")]
        question: String,
    },
    /// Opens the next item for the seat, or one by its identifier.
    Next {
        /// Order item; without it the next one.
        id: Option<String>,
    },
    /// Says that the seat has no conflict of interest in an item, or which one.
    Conflict {
        /// Order item.
        id: String,
        /// What the conflict is; without it there is none.
        #[arg(long)]
        note: Option<String>,
    },
    /// Locks the seat's review from a file: {id, subject, answers, verdict, override_reason}; `subject` as `next --json` printed it.
    #[command(visible_aliases = ["answer", "adjudicate"])]
    Lock {
        /// The review as JSON.
        #[arg(long)]
        file: PathBuf,
    },
    /// Opens a new round of reviews of a settled item.
    Again {
        /// Order item.
        id: String,
        /// item_changed, new_major, new_evidence, error.
        #[arg(long)]
        reason: String,
        /// Note.
        #[arg(long, default_value = "")]
        note: String,
    },
    /// Says how far two blind reviewers agree.
    Agreement {
        /// Major version of the method; without it the one in use.
        #[arg(long)]
        major: Option<u32>,
    },
}

#[derive(Subcommand)]
enum MethodTask {
    /// Lists versions.
    List,
    /// Shows a version: its rules, how many sets of answers each decides, and its faults.
    Show {
        /// Its number, or the id of a draft.
        version: String,
    },
    /// Checks a folder of a version without any register: holes, rules that never decide, missing words, changed bytes.
    Check {
        /// The folder.
        dir: PathBuf,
    },
    /// Writes a version as a folder of files with their digests.
    Export {
        /// Its number, or the id of a draft.
        version: String,
        /// Folder in which to make the folder of the version, which must not be there.
        #[arg(long)]
        out: PathBuf,
    },
    /// Takes over a version that was published elsewhere.
    Import {
        /// Its folder.
        dir: PathBuf,
    },
    /// Adopts a draft, or the version that comes with the program.
    Adopt {
        /// Its number, or the id of a draft.
        version: String,
        /// Who adopts it.
        #[arg(long)]
        by: String,
        /// Day of the decision as YYYY-MM-DD; today where it is left out.
        #[arg(long, default_value = "")]
        on: String,
    },
    /// Makes the rule book: the version as a printed paper, in the language of --lang.
    Paper {
        /// Its number, or the id of a draft.
        version: String,
        /// Where to save the PDF.
        #[arg(long)]
        out: PathBuf,
        /// Replaces a file that is there.
        #[arg(long)]
        force: bool,
    },
}

#[derive(Subcommand)]
enum LedgerTask {
    /// Verifies everything.
    Verify,
    /// Lists the newest entries.
    List {
        /// Entries at the most.
        #[arg(long, default_value_t = 20)]
        limit: u32,
    },
    /// Prints the last checkpoint: a signed note, for somebody to keep who is to see later whether the ledger has only grown.
    Checkpoint {
        /// Save it to this file instead.
        #[arg(long)]
        out: Option<PathBuf>,
        /// Replaces a file that is there.
        #[arg(long, requires = "out")]
        force: bool,
    },
    /// Proves that the ledger still begins with what a kept checkpoint signed. Exit code 1 where it does not.
    Consistency {
        /// The checkpoint: a signed note, as `checkpoint` printed it or as it lies in a bundle.
        note: PathBuf,
        /// Save the proof to this file: `tarazy-verify NOTE PROOF KEY` checks it without the register.
        #[arg(long)]
        out: Option<PathBuf>,
        /// Replaces a file that is there.
        #[arg(long, requires = "out")]
        force: bool,
    },
    /// Shows what an entry changed.
    Show {
        /// Its place.
        seq: u32,
    },
    /// Puts back what an entry changed, by an entry of its own.
    Undo {
        /// Its place.
        seq: u32,
    },
}

fn main() -> ExitCode {
    // The passphrase may already stand in the environment. A system that does not close the process to others gets the answer all the same.
    let _ = tarazy_core::harden();
    let arguments = Arguments::parse();
    let lang = answer::lang(arguments.lang.as_deref());
    let out = Out::new(lang, arguments.json);
    match run(&arguments, lang, &out) {
        Ok(answer) => out.give(&answer),
        Err(error) => out.refuse(&error),
    }
}

fn run(arguments: &Arguments, lang: Lang, out: &Out) -> anyhow::Result<Answer> {
    let command = &arguments.command;
    let place = match command {
        Task::Example { dir } | Task::Verify { dir: Some(dir) } => Some(dir.clone()),
        Task::Notices
        | Task::Estimate { .. }
        | Task::Rerun { .. }
        | Task::Measure { snapshot: Some(_), .. }
        | Task::Method(MethodTask::Check { .. }) => Some(PathBuf::new()),
        _ => arguments.vault.clone(),
    };
    let place = place.ok_or(Error::Invalid("vault"))?;
    if let Task::DevWriter(task) = command {
        return writer::run(task, place, out);
    }
    let (pick, save) = match command {
        Task::Import { file, rejected, .. } => (file.clone(), rejected.clone()),
        Task::Paper { out, .. }
        | Task::Bundle { out, .. }
        | Task::Export { out, .. }
        | Task::Snapshot { out, .. }
        | Task::Method(MethodTask::Paper { out, .. }) => (None, Some(out.clone())),
        Task::Vault(VaultTask::ImportOpen { file }) | Task::Restore { file, .. } => (Some(file.clone()), None),
        Task::Exhibit(ExhibitTask::Add { file, .. }) => (Some(file.clone()), None),
        Task::Exhibit(ExhibitTask::Save { out, .. }) => (None, Some(out.clone())),
        _ => (None, None),
    };
    let folder = match command {
        Task::Method(MethodTask::Export { out, .. }) => Some(out.clone()),
        Task::Method(MethodTask::Import { dir }) => Some(dir.clone()),
        Task::Backup(BackupTask::Make { to }) => to.clone(),
        Task::Restore { into, .. } => Some(into.clone()),
        _ => None,
    };
    let app = App::new(Env::system(), Arc::new(host::Terminal::new(pick, save, folder)), place, kdf());
    if let Some(answer) = before_unlocking(&app, command, arguments, lang)? {
        app.close()?;
        return Ok(answer);
    }
    app.vault_unlock(VaultUnlock { passphrase: host::passphrase(arguments.passphrase_file.as_deref())? })?;
    let answer = with_vault(&app, arguments, lang);
    app.close()?;
    answer
}

fn before_unlocking(app: &App, command: &Task, arguments: &Arguments, lang: Lang) -> anyhow::Result<Option<Answer>> {
    Ok(Some(match command {
        Task::Example { .. } => {
            let offer = app.passphrase_suggest(PassphraseSuggest { lang })?;
            let state = app.vault_create(VaultCreate {
                passphrase: std::env::var("TARAZY_PASSPHRASE").unwrap_or_else(|_| offer.words.clone()),
                lang,
                with_example: true,
                organisation: answer::example_organisation(lang),
                actor: answer::example_actor(lang),
            })?;
            let shown = if std::env::var_os("TARAZY_PASSPHRASE").is_some() { String::new() } else { offer.words };
            Answer::example(&state, &shown)
        }
        Task::Vault(VaultTask::Create { organisation, actor }) => Answer::state(&app.vault_create(VaultCreate {
            passphrase: host::passphrase(arguments.passphrase_file.as_deref())?,
            lang,
            with_example: false,
            organisation: organisation.clone(),
            actor: actor.clone(),
        })?),
        Task::Vault(VaultTask::Info) => Answer::state(&app.vault_state(Nothing {})?),
        Task::Notices => Answer::notices(&app.notices(Nothing {})?),
        Task::Recover { words } => keys::recover(app, words)?,
        Task::Restore { words, .. } => keys::restore(app, words.as_deref(), arguments.passphrase_file.as_deref())?,
        Task::Method(MethodTask::Check { dir }) => method::check(dir)?,
        Task::Estimate { file } => figures::estimate(file)?,
        Task::Measure { snapshot: Some(file), names, out, .. } => frozen::measure(file, names, out.as_deref())?,
        Task::Rerun { file, verdicts, calibration, without_source, without_reviewer, rules } => frozen::rerun(
            file,
            &Rerun {
                without_sources: without_source.clone(),
                without_reviewers: without_reviewer.clone(),
                rules: rules.clone(),
                verdicts: verdicts.clone(),
                calibration: calibration.clone(),
            },
        )?,
        _ => return Ok(None),
    }))
}

fn with_vault(app: &App, arguments: &Arguments, lang: Lang) -> anyhow::Result<Answer> {
    Ok(match &arguments.command {
        Task::Example { .. }
        | Task::Notices
        | Task::Estimate { .. }
        | Task::Rerun { .. }
        | Task::Recover { .. }
        | Task::Restore { .. }
        | Task::DevWriter(_)
        | Task::Vault(VaultTask::Create { .. } | VaultTask::Info) => Answer::state(&app.vault_state(Nothing {})?),
        Task::Vault(VaultTask::Passphrase) => {
            let old = host::passphrase(arguments.passphrase_file.as_deref())?;
            app.passphrase_change(PassphraseChange { old, new: host::new_passphrase()? })?;
            Answer::done()
        }
        Task::Keys(task) => keys::keys(app, task, host::passphrase(arguments.passphrase_file.as_deref())?, lang)?,
        Task::Backup(task) => keys::backup(app, task)?,
        Task::Check | Task::Vault(VaultTask::Check) | Task::Verify { .. } | Task::Ledger(LedgerTask::Verify) => {
            Answer::verified(&app.ledger_verify(Nothing {})?)
        }
        Task::Ledger(LedgerTask::List { limit }) => Answer::ledger(&app.ledger_lines(LedgerPage { limit: *limit, offset: 0 })?),
        Task::Ledger(LedgerTask::Checkpoint { out, force }) => grown::checkpoint(app, out.as_deref(), *force)?,
        Task::Ledger(LedgerTask::Consistency { note, out, force }) => grown::consistency(app, note, out.as_deref(), *force)?,
        Task::Ledger(LedgerTask::Show { seq }) => table::shown(&app.entry_show(BySeq { seq: *seq })?),
        Task::Ledger(LedgerTask::Undo { seq }) => table::undone(&app.entry_undo(BySeq { seq: *seq })?),
        Task::Import { undo: Some(batch), .. } => Answer::saved(&app.import_undo(ById { id: batch.clone() })?),
        Task::Import { .. } => import(app, &arguments.command)?,
        Task::Orders(task) => orders(app, task)?,
        Task::Search { words, limit } => Answer::search(&app.search(SearchAsk { words: words.join(" "), limit: *limit })?),
        Task::Complaints(RecordsTask::List { words, .. }) if words.is_empty() => {
            Answer::complaints(&app.complaints_list(Nothing {})?)
        }
        Task::Platforms(RecordsTask::List { words, .. }) if words.is_empty() => {
            Answer::platforms(&app.platforms_list(Nothing {})?)
        }
        Task::Complaints(task) => records(app, "complaints", task)?,
        Task::Platforms(task) => records(app, "platforms", task)?,
        Task::Actors(task) => records(app, "actors", task)?,
        Task::Records { kind, task } => records(app, kind, task)?,
        Task::Exhibit(ExhibitTask::Save { out, force: false, .. }) if out.exists() => return Err(Error::PlaceRefused.into()),
        Task::Exhibit(task) => exhibit::run(app, task)?,
        Task::Review(task) => review(app, task)?,
        Task::Measure { public: true, quarter, .. } => figures::public(app, quarter)?,
        Task::Measure { names, filter, .. } => figures::measure(app, names, filter)?,
        Task::Paper { out, force: false, .. }
        | Task::Bundle { out, force: false, .. }
        | Task::Export { out, force: false, .. }
        | Task::Snapshot { out, force: false, .. }
            if out.exists() =>
        {
            return Err(Error::PlaceRefused.into());
        }
        Task::Snapshot { filter, as_of, .. } => {
            frozen::saved(&app.snapshot_save(SnapshotAsk { filter: filter.clone(), as_of: as_of.clone() })?)
        }
        Task::Method(task) => method::run(app, task, lang)?,
        Task::Paper { kind, audience, format, filter, about, leaks_reason, .. } => {
            let subject = about.as_deref().map(|reference| find(app, reference)).transpose()?.unwrap_or_default();
            let (kind, audience, filter, format) = (kind.clone(), audience.clone(), filter.clone(), format.clone());
            let paper = PaperAsk { kind, lang, audience, filter, subject, format };
            Answer::paper(&app.paper_export(PaperExport { paper, leaks_reason: leaks_reason.clone() })?)
        }
        Task::Purge(task) => purge::run(app, task, lang)?,
        Task::Papers => Answer::papers(&app.papers_list(Nothing {})?.rows),
        Task::Bundle { paper, without_program, .. } => {
            let papers = app.papers_list(Nothing {})?.rows;
            let is_meant =
                |line: &PaperLine| paper.len() >= 8 && line.digest.starts_with(paper.as_str()) || line.seq.to_string() == *paper;
            let found = papers.into_iter().find(is_meant).ok_or(Error::NotFound)?;
            Answer::bundle(&app.paper_bundle(BundleAsk { id: found.id, with_program: !without_program })?)
        }
        Task::Export { format, filter, columns, rows, codes, with_sensitive, .. } => {
            // Whoever types the command was told by its help; the answer says it again.
            let done = app.export_run(ExportAsk {
                format: format.clone(),
                rows: rows.clone(),
                columns: columns.iter().map(|c| c.trim().to_owned()).filter(|c| !c.is_empty()).collect(),
                filter: filter.clone(),
                codes: *codes,
                sensitive: *with_sensitive,
                lang,
                confirmed: true,
            })?;
            Answer::export(&done, matches!(format.as_str(), "json" | "all"))
        }
        Task::Vault(VaultTask::ImportOpen { .. }) => Answer::read_back(&app.register_import(Nothing {})?),
        Task::History { reference } => Answer::history(&app.order_show(ById { id: find(app, reference)? })?),
    })
}

fn import(app: &App, task: &Task) -> anyhow::Result<Answer> {
    let Task::Import { dry_run, mapping, dates, table, header_row, encoding, separator, rejected, .. } = task else {
        return Err(Error::Invalid("name").into());
    };
    let mut preview = app.import_choose(Nothing {})?;
    if table.is_some() || header_row.is_some() || encoding.is_some() || separator.is_some() {
        preview = app.import_reopen(ImportReopen {
            token: preview.token,
            encoding: encoding.clone().unwrap_or_default(),
            delimiter: separator.as_deref().map(|sign| if sign == "TAB" { "\t" } else { sign }).unwrap_or_default().to_owned(),
            table: table.map(|place| place.saturating_sub(1)),
            header: *header_row,
        })?;
    }
    if preview.kind == "figures" {
        return Ok(Answer::figures(&app.import_figures(ImportToken { token: preview.token })?));
    }
    let split = |list: &str| list.split(',').map(|part| part.trim().to_owned()).collect::<Vec<_>>();
    let fields = mapping.as_deref().map_or_else(|| preview.columns.iter().map(|c| c.field.clone()).collect(), split);
    let dates = dates.as_deref().map_or_else(|| preview.columns.iter().map(|c| c.dates.clone()).collect(), split);
    let headers = preview.columns.iter().enumerate();
    let named = headers.map(|(place, c)| if c.header.is_empty() { (place + 1).to_string() } else { c.header.clone() });
    let columns: Vec<(String, String)> = named.zip(fields.iter().cloned()).collect();
    let run = ImportRun { token: preview.token, fields, dates };
    if rejected.is_some() {
        app.import_rejected_save(run.clone())?;
    }
    let mut summary = if *dry_run { app.import_dry_run(run)? } else { app.import_run(run)? };
    summary.seen_before = preview.seen_before;
    Ok(Answer::import(&summary, &columns))
}

fn orders(app: &App, task: &OrdersTask) -> anyhow::Result<Answer> {
    Ok(match task {
        OrdersTask::List { filter, limit, offset, sort, descending } => {
            let list = |offset, limit| list(app, (filter, sort, *descending), offset, limit);
            let mut page = list(*offset, (*limit).min(500))?;
            if let Some(problem) = page.problem {
                return Ok(Answer::filter_problem(filter, &problem));
            }
            while page.rows.len() < usize::try_from(*limit)? {
                let next = u32::try_from(page.rows.len())? + offset;
                let more = list(next, (limit - u32::try_from(page.rows.len())?).min(500))?;
                if more.rows.is_empty() {
                    break;
                }
                page.rows.extend(more.rows);
            }
            Answer::orders(&page)
        }
        OrdersTask::Show { reference } => {
            let id = find(app, reference)?;
            Answer::order(&app.order_show(ById { id: id.clone() })?, &app.order_findings(ById { id })?)
        }
        OrdersTask::Add { file } => Answer::saved(&app.order_add(OrderAdd::of(host::form(file, &host::empty_form())?))?),
        OrdersTask::Amend { reference, file } => {
            let id = find(app, reference)?;
            let before = app.order_show(ById { id: id.clone() })?.order;
            let order: OrderDraft = host::form(file, &serde_json::to_value(before)?)?;
            Answer::saved(&app.order_amend(tarazy_core::api::wire::OrderAmend { id, order })?)
        }
        OrdersTask::Set { reference, field, value } => table::set(app, find(app, reference)?, field, value)?,
        OrdersTask::Bulk { filter, field, value, dry_run } => table::bulk(app, filter, (field, value), *dry_run)?,
    })
}

fn records(app: &App, kind: &str, task: &RecordsTask) -> anyhow::Result<Answer> {
    let save = |id: &str, file: &PathBuf| -> anyhow::Result<Answer> {
        let fields = serde_json::from_slice(&std::fs::read(file)?).map_err(|_| Error::Invalid("file"))?;
        Ok(Answer::saved(&app.record_save(RecordSave { kind: kind.to_owned(), id: id.to_owned(), fields })?))
    };
    match task {
        RecordsTask::List { words, limit } => {
            let ask = RecordsAsk { kind: kind.to_owned(), words: words.clone(), offset: 0, limit: *limit };
            Ok(Answer::records(&app.records_list(ask)?))
        }
        RecordsTask::Show { id } => Ok(Answer::record(&app.record_show(RecordAsk { kind: kind.to_owned(), id: id.clone() })?)),
        RecordsTask::Add { file } => save("", file),
        RecordsTask::Amend { id, file } => save(id, file),
    }
}

fn list(app: &App, view: (&str, &str, bool), offset: u32, limit: u32) -> anyhow::Result<tarazy_core::api::wire::OrdersPage> {
    let (filter, sort, descending) = view;
    let ask = OrdersList { filter: filter.to_owned(), sort: sort.to_owned(), descending, offset, limit };
    Ok(app.orders_list(ask)?)
}

fn review(app: &App, task: &ReviewTask) -> anyhow::Result<Answer> {
    Ok(match task {
        ReviewTask::Seat { name: None } => Answer::reviewers(&app.reviewers(Nothing {})?),
        ReviewTask::Seat { name: Some(name) } => {
            Answer::reviewers(&app.seat_take(SeatTake { id: String::new(), name: name.clone() })?)
        }
        ReviewTask::Queue { line, question } => {
            Answer::queue(&app.review_queue(QueueAsk { line: line.clone(), question: question.clone() })?)
        }
        ReviewTask::Next { id } => {
            let id = match id {
                Some(id) => id.clone(),
                None => app.review_next(Nothing {})?.id.ok_or(Error::NotFound)?,
            };
            Answer::sheet(&app.review_open(ById { id })?)
        }
        ReviewTask::Conflict { id, note } => {
            let conflict = if note.is_some() { "declared" } else { "none" }.to_owned();
            let declare = ConflictDeclare { id: id.clone(), conflict, note: note.clone().unwrap_or_default() };
            Answer::sheet(&app.review_conflict(declare)?)
        }
        ReviewTask::Again { id, reason, note } => {
            let again = CycleOpen { id: id.clone(), reason: reason.clone(), note: note.clone() };
            Answer::saved(&app.review_again(again)?)
        }
        ReviewTask::Agreement { major } => Answer::agreement(&app.agreement(AgreementAsk { major: *major })?),
        ReviewTask::Lock { file } => {
            let lock: ReviewLock = serde_json::from_slice(&std::fs::read(file)?).map_err(|_| Error::Invalid("file"))?;
            Answer::sheet(&app.review_lock(lock)?)
        }
    })
}

fn find(app: &App, reference: &str) -> anyhow::Result<String> {
    let vault = app.vault()?;
    Ok(vault.order_by_reference(reference)?.to_string())
}

fn kdf() -> Kdf {
    Kdf::asked(std::env::var("TARAZY_TEST_KDF").ok().as_deref())
}

/// Returns the exit code of a failure: 1 refused, 2 wrong usage, 3 wrong passphrase, 4 vault damaged.
fn exit_code(error: &anyhow::Error) -> u8 {
    match error.downcast_ref::<Error>().map(Error::code) {
        Some(Code::WrongPassphrase) => 3,
        Some(Code::HeaderDamaged | Code::HeaderMissing | Code::HeaderForeign | Code::DatabaseDamaged) => 4,
        Some(Code::Invalid) => 2,
        _ => 1,
    }
}
