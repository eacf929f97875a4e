//! The use cases: what the window, the command line and the tests can ask for. No SQL, no PDF, no window here.
//!
//! Every command is listed once, in [`commands!`]; the list yields the dispatcher and the TypeScript types.

mod analysis;
mod autolock;
mod backup;
mod bundle;
mod capture;
mod clock;
mod desk;
mod example;
pub mod exhibits;
mod exports;
mod grown;
mod health;
mod imports;
mod keys;
mod methods;
mod notices;
mod orders;
mod papers;
mod profile;
mod purge;
mod records;
mod reviews;
mod search;
#[cfg(any(test, feature = "fuzzed"))]
pub(crate) mod silent;
mod snapshot;
mod table;
mod unfinished;
mod vault;
pub mod wire;
#[cfg(test)]
mod zoo;

use crate::env::Env;
use crate::error::{Doing, Error, Result};
use crate::id::Id;
use crate::store::{Kdf, Names, Vault};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, RwLock};
use wire::*;

pub use crate::papers::chart::Image;
pub use crate::store::Since;
pub use analysis::figure_name;
pub use imports::import_file;
pub use methods::{check_folder, faults_of};
pub use papers::{paper_file, texts_of};
pub use snapshot::{Frozen, Rerun, frozen};
use unfinished::Unfinished;
pub use unfinished::take_away_unfinished;

/// What a use case may ask of the shell it runs in. The window never sees a path; the shell does.
pub trait Host: Send + Sync {
    /// Asks the person for a file to read.
    fn pick_open(&self) -> Option<PathBuf>;
    /// Asks the person for a file of any kind to read.
    fn pick_file(&self) -> Option<PathBuf> {
        self.pick_open()
    }
    /// Returns the file that was last dropped onto the window, once.
    fn take_dropped(&self) -> Option<PathBuf> {
        None
    }
    /// Asks the person for a folder.
    fn pick_folder(&self) -> Option<PathBuf>;
    /// Asks the person where to save a file.
    fn pick_save(&self, name: &str) -> Option<PathBuf>;
    /// Returns the program that checks bundles, with the name that it gets there; nothing where it does not stand beside the app.
    fn verifier(&self) -> Option<(String, Vec<u8>)> {
        bundle::verifier_beside(&std::env::current_exe().ok()?)
    }
    /// Puts a picture on the clipboard; says whether the system took it.
    fn copy_picture(&self, _picture: &Image) -> bool {
        false
    }
    /// Says what went stale.
    fn changed(&self, topics: &[&str]);
    /// Reminds the person of so many terms, in words that say nothing of what they are about.
    fn remind(&self, _terms: u32) {}
    /// Says whether the shell starts the program anew once the register is locked, so that nothing that was read from it stays in memory. A lock
    /// then waits for commands under way only as long as somebody at the door would.
    fn starts_anew(&self) -> bool {
        false
    }
    /// The register is locked, and its door is at this place: the moment to start anew.
    fn locked(&self, _place: &Path) {}
    /// Says how far a long piece of work is.
    fn progress(&self, progress: &Progress);
}

/// The application: one vault at a time, open or not.
pub struct App {
    env: Env,
    host: Arc<dyn Host>,
    kdf: Kdf,
    place: Mutex<PathBuf>,
    vault: RwLock<Option<Arc<Vault>>>,
    opened: Mutex<Option<imports::Opened>>,
    cancel: AtomicBool,
    copying: backup::Copying,
    told: Mutex<clock::Told>,
    kept: profile::Kept,
    health: health::Checking,
    drawn: keys::Drawn,
    presence: autolock::Presence,
}

impl App {
    /// Starts with a place where a vault may or may not stand.
    #[must_use]
    pub fn new(env: Env, host: Arc<dyn Host>, place: PathBuf, kdf: impl Into<Kdf>) -> Self {
        Self {
            env,
            host,
            kdf: kdf.into(),
            place: Mutex::new(place),
            vault: RwLock::new(None),
            opened: Mutex::new(None),
            cancel: AtomicBool::new(false),
            copying: backup::Copying::default(),
            told: Mutex::new(clock::Told::new()),
            kept: profile::Kept::default(),
            health: health::Checking::default(),
            drawn: keys::Drawn::default(),
            presence: autolock::Presence::new(),
        }
    }

    /// Returns the open vault.
    pub fn vault(&self) -> Result<Arc<Vault>> {
        let guard = self.vault.read().map_err(|_| Error::Inside("the vault was abandoned"))?;
        guard.clone().ok_or(Error::Locked)
    }

    fn place(&self) -> Result<PathBuf> {
        Ok(self.place.lock().map_err(|_| Error::Inside("the place was abandoned"))?.clone())
    }

    fn changed(&self, topics: &[&str]) {
        self.host.changed(topics);
    }

    /// Closes the vault, if one is open, once the commands under way let go of it.
    pub fn close(&self) -> Result<()> {
        vault::shut(self, None)
    }

    /// Closes the vault, if one is open: for shells that end.
    ///
    /// # Errors
    /// As locking where a command still holds it then; those of closing it.
    pub fn close_within(&self, patience: std::time::Duration) -> Result<()> {
        vault::shut(self, Some(patience))
    }
}

macro_rules! commands {
    ($($name:ident($args:ty) -> $reply:ty = $home:path;)+) => {
        /// Runs a command by its name. Unknown names and arguments of another shape are refused as not allowed.
        pub fn dispatch(app: &App, name: &str, args: serde_json::Value) -> std::result::Result<serde_json::Value, Failure> {
            match name {
                $(stringify!($name) => {
                    let args: $args = serde_json::from_value(args).map_err(|_| Error::Invalid("args").failure())?;
                    let reply: $reply = $home(app, args).map_err(|e| failure(name, &e))?;
                    serde_json::to_value(reply).map_err(|_| Error::Inside("writing a reply").failure())
                })+
                _ => Err(Error::Invalid("name").failure()),
            }
        }

        /// Names of all commands.
        pub const COMMANDS: &[&str] = &[$(stringify!($name)),+];

        impl App {
            $(
                #[doc = concat!("Runs the command `", stringify!($name), "`.")]
                pub fn $name(&self, args: $args) -> Result<$reply> {
                    $home(self, args)
                }
            )+
        }

        /// Writes the TypeScript types of all commands.
        #[must_use]
        pub fn typescript() -> String {
            let mut types = typescript::Types::default();
            $(types.add::<$args>(); types.add::<$reply>();)+
            types.add::<Failure>();
            types.add::<Progress>();
            // Named by hand where maps hold them.
            types.add::<FieldValue>();
            types.write(&[$((stringify!($name), typescript::name::<$args>(), typescript::name::<$reply>())),+])
        }
    };
}

commands! {
    vault_state(Nothing) -> VaultState = vault::vault_state;
    vault_choose(Nothing) -> VaultState = vault::vault_choose;
    passphrase_suggest(PassphraseSuggest) -> PassphraseOffer = vault::passphrase_suggest;
    passphrase_check(PassphraseCheck) -> PassphraseStrength = vault::passphrase_check;
    vault_create(VaultCreate) -> VaultState = vault::vault_create;
    vault_unlock(VaultUnlock) -> VaultState = vault::vault_unlock;
    vault_lock(Nothing) -> VaultState = vault::vault_lock;
    passphrase_change(PassphraseChange) -> Nothing = vault::passphrase_change;
    vault_recover(VaultRecover) -> VaultState = keys::vault_recover;
    keys(Nothing) -> Keys = keys::keys;
    recovery_words(RecoveryWordsAsk) -> RecoveryWords = keys::recovery_words;
    recovery_make(RecoveryMake) -> RecoveryOffer = keys::recovery_make;
    recovery_confirm(RecoveryConfirm) -> Keys = keys::recovery_confirm;
    recovery_forget(Nothing) -> Nothing = keys::recovery_forget;
    second_set(SecondSet) -> Keys = keys::second_set;
    slot_remove(SlotRemove) -> Keys = keys::slot_remove;
    keys_rotate(KeysRotate) -> Keys = keys::keys_rotate;
    keys_cancel(Nothing) -> Nothing = keys::keys_cancel;
    health(Nothing) -> Health = health::health;
    health_check(Nothing) -> Health = health::health_check;
    support_report(Nothing) -> SupportReport = health::support_report;
    support_save(Nothing) -> SupportSaved = health::support_save;
    backups(Nothing) -> Backups = backup::backups;
    backup_choose(Nothing) -> Backups = backup::backup_choose;
    backup_make(Nothing) -> BackupMade = backup::backup_make;
    backup_cancel(Nothing) -> Nothing = backup::backup_cancel;
    backup_drill(BackupDrill) -> Drilled = backup::backup_drill;
    backup_restore(BackupRestore) -> VaultState = backup::backup_restore;
    lang_set(LangSet) -> Nothing = vault::lang_set;
    look_set(LookSet) -> Nothing = vault::look_set;
    autolock(Nothing) -> AutoLock = autolock::autolock;
    autolock_set(AutoLock) -> Nothing = autolock::autolock_set;
    still_here(Nothing) -> Nothing = autolock::still_here;
    reminders(Nothing) -> Reminders = clock::reminders;
    reminders_set(Reminders) -> Nothing = clock::reminders_set;
    notices(Nothing) -> Notices = notices::notices;
    desk(Nothing) -> Desk = desk::desk;
    measures(Nothing) -> Measures = desk::measures;
    profile(ProfileAsk) -> Profile = profile::profile;
    analysis(AnalysisAsk) -> Analysis = analysis::analysis;
    analysis_cancel(Nothing) -> Nothing = analysis::analysis_cancel;
    picture_take(PictureAsk) -> PictureTaken = analysis::picture_take;
    profile_public(PublicAsk) -> PublicProfile = profile::profile_public;
    snapshot_save(SnapshotAsk) -> SnapshotSaved = snapshot::snapshot_save;
    cross(CrossAsk) -> CrossTable = profile::cross;
    chart(ChartAsk) -> Chart = papers::chart;
    orders_list(OrdersList) -> OrdersPage = orders::orders_list;
    order_set(OrderSet) -> Saved = table::order_set;
    order_ids(OrderIdsAsk) -> OrderIds = table::order_ids;
    bulk_preview(Bulk) -> BulkPreview = table::bulk_preview;
    bulk_run(Bulk) -> BulkDone = table::bulk_run;
    entry_show(BySeq) -> EntryShown = table::entry_show;
    entry_undo(BySeq) -> Undone = table::entry_undo;
    table_layout(Nothing) -> TableLayout = table::table_layout;
    table_layout_set(TableLayout) -> Nothing = table::table_layout_set;
    saved_filters(Nothing) -> SavedFilters = table::saved_filters;
    saved_filter_put(SavedFilter) -> Nothing = table::saved_filter_put;
    saved_filter_drop(ByName) -> Nothing = table::saved_filter_drop;
    import_text(ImportText) -> ImportPreview = table::import_text;
    search(SearchAsk) -> SearchPage = search::search;
    filter_complete(FilterAsk) -> FilterHints = search::filter_complete;
    near_duplicates(ById) -> NearDuplicates = search::near_duplicates;
    order_show(ById) -> OrderDetail = orders::order_show;
    order_recognise(Recognise) -> Recognised = capture::order_recognise;
    capture_draft(Nothing) -> CaptureDraft = capture::capture_draft;
    capture_keep(CaptureKeep) -> Nothing = capture::capture_keep;
    order_duplicates(DuplicatesAsk) -> Duplicates = capture::order_duplicates;
    order_add(OrderAdd) -> Saved = orders::order_add;
    order_amend(OrderAmend) -> Saved = orders::order_amend;
    outcome_set(OutcomeSet) -> Saved = orders::outcome_set;
    complaints_list(Nothing) -> Complaints = orders::complaints_list;
    complaint_add(ComplaintAdd) -> Saved = orders::complaint_add;
    platforms_list(Nothing) -> Platforms = orders::platforms_list;
    measure_add(MeasureAdd) -> Saved = orders::measure_add;
    choices(Nothing) -> Choices = orders::choices;
    kinds(Nothing) -> Kinds = records::kinds;
    records_list(RecordsAsk) -> RecordsPage = records::records_list;
    record_show(RecordAsk) -> RecordDetail = records::record_show;
    record_save(RecordSave) -> Saved = records::record_save;
    record_choices(RecordChoices) -> RecordChoiceList = records::record_choices;
    import_choose(Nothing) -> ImportPreview = imports::import_choose;
    import_dropped(Nothing) -> ImportPreview = imports::import_dropped;
    import_reopen(ImportReopen) -> ImportPreview = imports::import_reopen;
    import_rejected_save(ImportRun) -> RejectedSaved = imports::import_rejected_save;
    import_figures(ImportToken) -> ImportFigures = imports::import_figures;
    import_figures_run(ImportToken) -> FiguresDone = imports::import_figures_run;
    import_dry_run(ImportRun) -> ImportSummary = imports::import_dry_run;
    import_run(ImportRun) -> ImportSummary = imports::import_run;
    import_cancel(ImportToken) -> Nothing = imports::import_cancel;
    import_undo(ById) -> Saved = imports::import_undo;
    imports_list(Nothing) -> Imports = imports::imports_list;
    export_choices(Nothing) -> ExportChoices = exports::export_choices;
    export_plan(ExportAsk) -> ExportPlan = exports::export_plan;
    export_run(ExportAsk) -> ExportDone = exports::export_run;
    export_cancel(Nothing) -> Nothing = exports::export_cancel;
    register_import(Nothing) -> RegisterImported = exports::register_import;
    reviewers(Nothing) -> Reviewers = reviews::reviewers;
    seat_take(SeatTake) -> Reviewers = reviews::seat_take;
    review_queue(QueueAsk) -> Queue = reviews::review_queue;
    review_next(Nothing) -> NextItem = reviews::review_next;
    review_assign(Assign) -> Assigned = reviews::review_assign;
    review_conflict(ConflictDeclare) -> ReviewSheet = reviews::review_conflict;
    review_again(CycleOpen) -> Saved = reviews::review_again;
    review_context(ById) -> ReviewContext = reviews::review_context;
    order_findings(ById) -> OrderFindings = reviews::order_findings;
    agreement(AgreementAsk) -> Agreement = reviews::agreement;
    calibration(Nothing) -> Calibration = reviews::calibration;
    calibration_open(ByCode) -> CalibrationCase = reviews::calibration_open;
    calibration_save(CalibrationAnswer) -> Nothing = reviews::calibration_save;
    calibration_answer(CalibrationAnswer) -> CalibrationCase = reviews::calibration_answer;
    review_open(ById) -> ReviewSheet = reviews::review_open;
    review_judge(ReviewJudge) -> Judgement = reviews::review_judge;
    review_save(ReviewSave) -> Nothing = reviews::review_save;
    review_lock(ReviewLock) -> ReviewSheet = reviews::review_lock;
    methods(Nothing) -> Methods = methods::methods;
    method_open(MethodAsk) -> Method = methods::method_open;
    method_draft(MethodAsk) -> Method = methods::method_draft;
    method_check(MethodDraft) -> MethodChecked = methods::method_check;
    method_save(MethodDraft) -> Method = methods::method_save;
    method_adopt(MethodAdopt) -> Method = methods::method_adopt;
    method_retire(MethodRetire) -> Method = methods::method_retire;
    method_discard(MethodAsk) -> Nothing = methods::method_discard;
    method_export(MethodExport) -> MethodSaved = methods::method_export;
    method_import(Nothing) -> Method = methods::method_import;
    exhibit_add(ExhibitAdd) -> Saved = exhibits::exhibit_add;
    exhibit_cancel(Nothing) -> Nothing = exhibits::exhibit_cancel;
    exhibit_save(ExhibitSave) -> ExhibitSaved = exhibits::exhibit_save;
    exhibit_verify(ById) -> ExhibitVerified = exhibits::exhibit_verify;
    exhibits_of(ById) -> Exhibits = exhibits::exhibits_of;
    paper_form(PaperFormAsk) -> PaperForm = papers::paper_form;
    paper_text_set(PaperTextSet) -> Nothing = papers::paper_text_set;
    paper_preview(PaperPreviewAsk) -> PaperPreview = papers::paper_preview;
    paper_export(PaperExport) -> PaperLine = papers::paper_export;
    papers_list(Nothing) -> Papers = papers::papers_list;
    paper_verify(ById) -> PaperVerified = papers::paper_verify;
    paper_bundle(BundleAsk) -> BundleSaved = bundle::paper_bundle;
    paper_save_again(ById) -> PaperVerified = papers::paper_save_again;
    purge_preview(PurgeAsk) -> PurgePreview = purge::purge_preview;
    purge_run(PurgeAsk) -> PurgeDone = purge::purge_run;
    purges_of(ById) -> PurgesTold = purge::purges_of;
    ledger_lines(LedgerPage) -> LedgerLines = desk::ledger_lines;
    ledger_verify(Nothing) -> VerifyReport = desk::ledger_verify;
}

// The cause of an inside failure goes nowhere but the log, and only as what was being done: never paths, SQL or case data.
fn failure(command: &str, error: &Error) -> Failure {
    if error.code() == Code::Internal {
        tracing::error!(command, doing = %error, "inside failure");
    }
    error.failure()
}

fn trilingual(names: &Names) -> Trilingual {
    Trilingual { kk: names.kk.clone(), ru: names.ru.clone(), en: names.en.clone() }
}

fn parse_id(text: &str) -> Result<Id> {
    text.parse().map_err(|_| Error::NotFound)
}

/// How often what is to leave the register is read anew where something was written meanwhile.
const READINGS: usize = 5;

// What leaves the register says nothing of two states of it at once.
fn of_one_state<T>(vault: &Vault, read: impl Fn() -> Result<T>) -> Result<T> {
    for _ in 0..READINGS {
        let edition = vault.edition()?;
        let found = read()?;
        if vault.edition()? == edition {
            return Ok(found);
        }
    }
    Err(Error::Inside("the register changed while it was read"))
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn seq_of(seq: u64) -> u32 {
    u32::try_from(seq).unwrap_or(u32::MAX)
}

/// Returns the name of a file without its folder; empty where a path has none.
fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Writes a file as a whole: the new one or none.
///
/// # Errors
/// [`Error::PlaceRefused`] where a folder has the name, and those of the file system; then what was there before is there still.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    Written::beside(path, bytes)?.name(path)
}

/// A file that is wholly on the disk and has no name yet: without one it goes again.
struct Written(Unfinished);

impl Written {
    /// Writes a file into the folder in which it will have its name.
    fn beside(path: &Path, bytes: &[u8]) -> Result<Self> {
        use std::io::Write;
        let mut unfinished = Unfinished::beside(path)?;
        unfinished.file().write_all(bytes).doing("writing a paper")?;
        unfinished.flush()?;
        Ok(Self(unfinished))
    }

    /// Gives it its name; what had that name before is replaced.
    fn name(self, path: &Path) -> Result<()> {
        self.0.name(path)
    }
}

mod typescript {
    use std::collections::BTreeMap;
    use ts_rs::{Config, TS, TypeVisitor};

    /// Collects declarations, each once.
    #[derive(Default)]
    pub struct Types(BTreeMap<String, String>);

    fn config() -> Config {
        Config::default().with_large_int("number")
    }

    /// Returns the TypeScript name of a type.
    pub fn name<T: TS>() -> String {
        T::name(&config())
    }

    impl Types {
        /// Adds a type and everything it is made of.
        pub fn add<T: TS + 'static>(&mut self) {
            struct Visit<'t>(&'t mut Types);
            impl TypeVisitor for Visit<'_> {
                fn visit<U: TS + 'static + ?Sized>(&mut self) {
                    if U::output_path().is_none() {
                        return;
                    }
                    let config = config();
                    let name = U::ident(&config);
                    if let std::collections::btree_map::Entry::Vacant(place) = self.0.0.entry(name) {
                        place.insert(U::decl(&config));
                        U::visit_dependencies(self);
                    }
                }
            }
            Visit(self).visit::<T>();
        }

        /// Writes the file.
        pub fn write(&self, commands: &[(&str, String, String)]) -> String {
            let mut out = String::from(
                "// Generated from the wire types of the core. Do not edit: `cargo xtask types` writes it anew.\n\n",
            );
            for declaration in self.0.values() {
                out.push_str(&format!("export {declaration}\n\n"));
            }
            out.push_str("export interface Commands {\n");
            for (name, args, reply) in commands {
                out.push_str(&format!("  {name}: {{ args: {args}; reply: {reply} }};\n"));
            }
            out.push_str("}\n\nexport type Topic =\n  'vault' | 'orders' | 'complaints' | 'platforms' | 'imports' | 'reviews' | 'papers' | 'records' | 'methods' | 'ledger' | 'health' | 'keys' | 'backups';\n");
            out
        }
    }
}

#[cfg(test)]
mod tests {
    /// The window's types are the core's types: a difference means that somebody forgot to write them anew.
    #[test]
    fn types() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/lib/api/types.ts");
        let now = super::typescript();
        if std::env::var_os("TARAZY_WRITE_TYPES").is_some() {
            std::fs::write(&path, &now).unwrap();
        }
        let there = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(there == now, "ui/src/lib/api/types.ts is stale: run `cargo xtask types`");
    }
}
