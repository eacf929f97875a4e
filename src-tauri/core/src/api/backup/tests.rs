//! Promises about generations of backups, with a clock that can be set.

use super::*;
use crate::Env;
use crate::api::Host;
use crate::api::wire::{Lang, Look, LookSet, RecoveryConfirm, RecoveryMake, VaultCreate};
use crate::env::Clock;
use crate::model::kinds::{Fields, Held};
use crate::store::{KdfCost, flushed};
use std::sync::atomic::AtomicI64;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

const PASSPHRASE: &str = "түлкі сегіз арқан теңіз боран жалау";
const NOON: i64 = 1_790_000_000;

struct Hands(AtomicI64);

impl Clock for Hands {
    fn now_micros(&self) -> i64 {
        self.0.load(Ordering::SeqCst) * 1_000_000
    }
}

type Deed = Box<dyn FnOnce() + Send>;

/// A host that chooses one folder and one file, and does something once when work has begun.
#[derive(Default)]
struct Chosen {
    folder: Mutex<PathBuf>,
    file: Mutex<PathBuf>,
    meanwhile: Mutex<Option<Deed>>,
}

impl Host for Chosen {
    fn pick_open(&self) -> Option<PathBuf> {
        Some(self.file.lock().unwrap().clone())
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        Some(self.folder.lock().unwrap().clone())
    }

    fn pick_save(&self, _: &str) -> Option<PathBuf> {
        None
    }

    fn changed(&self, _: &[&str]) {}

    fn progress(&self, _: &Progress) {
        let deed = self.meanwhile.lock().unwrap().take();
        if let Some(deed) = deed {
            deed();
        }
    }
}

struct Desk {
    folder: TempDir,
    clock: Arc<Hands>,
    host: Arc<Chosen>,
    app: Arc<App>,
}

/// A register with one exhibit, and a stick for its backups.
fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let (clock, host) = (Arc::new(Hands(AtomicI64::new(NOON))), Arc::new(Chosen::default()));
    let app = app_at(&folder.path().join("register"), &clock, &host);
    app.vault_create(VaultCreate {
        passphrase: PASSPHRASE.to_owned(),
        organisation: "Қор".to_owned(),
        actor: "Әлия".to_owned(),
        lang: Lang::Kk,
        with_example: false,
    })
    .unwrap();
    let vault = app.vault().unwrap();
    let stored = vault.take_in(&b"a file"[..], 6, &mut |_| true).unwrap();
    let fields = Fields::from([("description", Held::Text("хат".to_owned()))]);
    vault.add_exhibit(fields, &stored, "application/pdf", "").unwrap();
    *host.folder.lock().unwrap() = folder.path().join("stick");
    app.backup_choose(Nothing {}).unwrap();
    Desk { folder, clock, host, app }
}

fn app_at(place: &Path, clock: &Arc<Hands>, host: &Arc<Chosen>) -> Arc<App> {
    let env = Env { clock: Arc::clone(clock) as Arc<dyn Clock>, ..Env::system() };
    Arc::new(App::new(env, Arc::clone(host) as Arc<dyn Host>, place.to_owned(), KdfCost::TESTS))
}

impl Desk {
    fn place(&self) -> PathBuf {
        self.folder.path().join("stick").join(FOLDER)
    }

    /// Makes a backup so many days after the last.
    fn make(&self, days: i64) -> BackupMade {
        self.clock.0.fetch_add(days * DAY_SECONDS, Ordering::SeqCst);
        self.app.backup_make(Nothing {}).unwrap()
    }

    fn now(&self) -> Backups {
        self.app.backups(Nothing {}).unwrap()
    }

    /// Names of the files that lie there.
    fn lying(&self) -> Vec<String> {
        let mut names: Vec<String> =
            std::fs::read_dir(self.place()).unwrap().flatten().map(|entry| file_name(&entry.path())).collect();
        names.sort();
        names
    }

    /// Puts other bytes in the place of the one file of an exhibit.
    fn damage_the_exhibit(&self) {
        let mut shelves = std::fs::read_dir(self.folder.path().join("register/blobs")).unwrap().flatten();
        let shelf = shelves.find(|entry| entry.path().is_dir()).unwrap();
        let file = std::fs::read_dir(shelf.path()).unwrap().flatten().next().unwrap();
        std::fs::write(file.path(), b"other bytes").unwrap();
    }
}

#[test]
fn a_backup_in_which_something_is_found_stays_counts_for_nothing_and_nothing_makes_way_for_it() {
    let desk = desk();
    let whole: Vec<String> = [0, 1, 1].into_iter().map(|days| desk.make(days).line.name).collect();
    assert_eq!(desk.now().days, Some(0));
    desk.damage_the_exhibit();
    let made = desk.make(1);
    assert_eq!(made.findings, ["exhibit_altered"]);
    assert_eq!((made.line.verified, made.removed), (false, 0));
    assert_eq!(desk.lying(), [&whole[..], &[made.line.name.clone()]].concat());
    let now = desk.now();
    assert_eq!(now.days, Some(1), "the last verified one is of yesterday");
    let verified = |name: &str| now.lines.iter().find(|line| line.name == name).unwrap().verified;
    assert!(!verified(&made.line.name) && whole.iter().all(|name| verified(name)));
}

#[test]
fn the_folder_is_flushed_before_older_backups_make_way_and_after() {
    let desk = desk();
    let whole: Vec<String> = [0, 1, 1].into_iter().map(|days| desk.make(days).line.name).collect();
    flushed::take();
    let made = desk.make(1);
    assert_eq!(made.removed, 1);
    let folder = desk.place();
    let flushed: Vec<Vec<String>> =
        flushed::take().into_iter().filter(|(place, _)| *place == folder).map(|(_, names)| names).collect();
    let all = [&whole[..], &[made.line.name]].concat();
    assert_eq!(flushed, [&all[..], &all[1..]]);
}

#[test]
fn a_backup_and_a_drill_at_once_wait_for_one_another() {
    let desk = desk();
    let drawn = RecoveryMake { passphrase: PASSPHRASE.to_owned(), lang: Lang::Kk, shares: false };
    let words = desk.app.recovery_make(drawn).unwrap().texts;
    desk.app.recovery_confirm(RecoveryConfirm { typed: words.clone() }).unwrap();
    let first = desk.make(0).line.name;
    let (tell, told) = std::sync::mpsc::channel();
    let (app, is_over) = (Arc::clone(&desk.app), Arc::new(Mutex::new(None)));
    let waits = Arc::clone(&is_over);
    *desk.host.meanwhile.lock().unwrap() = Some(Box::new(move || {
        let drill = std::thread::spawn(move || {
            let drilled = app.backup_drill(BackupDrill { typed: words });
            let _ = tell.send(());
            drilled
        });
        // Long enough for a drill of so small a register, were it not to wait.
        let ended = told.recv_timeout(std::time::Duration::from_millis(1_500));
        *waits.lock().unwrap() = Some((drill, ended.is_err()));
    }));
    let made = desk.make(1);
    let (drill, has_waited) = is_over.lock().unwrap().take().unwrap();
    let drilled = drill.join().unwrap().unwrap();
    assert!(has_waited && made.line.verified && drilled.findings.is_empty());
    assert_eq!(drilled.name, made.line.name);
    assert_eq!(desk.lying(), [first, made.line.name]);
}

#[test]
fn what_is_written_while_a_backup_is_made_does_not_count_as_lying_outside() {
    let desk = desk();
    let app = Arc::clone(&desk.app);
    *desk.host.meanwhile.lock().unwrap() = Some(Box::new(move || drop(app.look_set(LookSet { look: Look::Dark }).unwrap())));
    desk.make(0);
    assert_eq!(desk.app.health(Nothing {}).unwrap().unanchored, 1);
    desk.make(1);
    assert_eq!(desk.app.health(Nothing {}).unwrap().unanchored, 0);
}
