//! Promises about generations of backups, with a clock that can be set.

use super::*;
use crate::Env;
use crate::api::Host;
use crate::api::wire::{BackupRestore, Lang, Look, LookSet, RecoveryConfirm, RecoveryMake, VaultCreate};
use crate::env::Clock;
use crate::model::kinds::{Fields, Held};
use crate::store::{KdfCost, flushed};
use sha2::Digest;
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
    assert_eq!(desk.lying(), [&whole[..], std::slice::from_ref(&made.line.name)].concat());
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
    *desk.host.meanwhile.lock().unwrap() = Some(Box::new(move || {
        app.look_set(LookSet { look: Look::Dark }).unwrap();
    }));
    desk.make(0);
    assert_eq!(desk.app.health(Nothing {}).unwrap().unanchored, 1);
    desk.make(1);
    assert_eq!(desk.app.health(Nothing {}).unwrap().unanchored, 0);
}

#[test]
fn only_what_lies_there_as_it_was_verified_counts() {
    let desk = desk();
    let [first, second] = [0, 2].map(|days| desk.make(days).line.name);
    desk.clock.0.fetch_add(DAY_SECONDS, Ordering::SeqCst);
    let told = |desk: &Desk| (desk.now().days, desk.app.health(Nothing {}).unwrap().backup_days);
    assert_eq!(told(&desk), (Some(1), Some(1)));
    // Cut short, as a stick that was pulled out leaves it.
    std::fs::File::options().write(true).open(desk.place().join(&second)).unwrap().set_len(100).unwrap();
    assert_eq!(told(&desk), (Some(3), Some(3)));
    let lines: Vec<(String, bool)> = desk.now().lines.into_iter().map(|line| (line.name, line.verified)).collect();
    assert_eq!(lines, [(first.clone(), true), (second, false)]);
    std::fs::remove_file(desk.place().join(&first)).unwrap();
    assert_eq!(told(&desk), (None, None));
    // The stick is elsewhere: the note is all that is known.
    std::fs::rename(desk.place(), desk.folder.path().join("elsewhere")).unwrap();
    assert_eq!(told(&desk), (Some(1), Some(1)));
    assert!(!desk.now().reachable);
}

#[test]
fn the_note_of_a_backup_has_its_size_and_digest() {
    let desk = desk();
    let line = desk.make(0).line;
    let bytes = std::fs::read(desk.place().join(&line.name)).unwrap();
    let kept = Kept::of(&desk.app.vault().unwrap()).unwrap();
    let whole: Vec<_> = kept.whole.iter().map(|known| (&*known.name, known.bytes, &*known.sha256)).collect();
    let digest = crate::store::hex(&sha2::Sha256::digest(&bytes));
    assert_eq!(whole, [(&*line.name, bytes.len() as u64, &*digest)]);
}

#[test]
fn a_clock_that_was_set_forward_once_neither_saves_nor_costs_a_backup() {
    let desk = desk();
    let first = desk.make(0).line.name;
    let ahead = desk.make(3_000).line.name;
    desk.clock.0.store(NOON + 8 * DAY_SECONDS, Ordering::SeqCst);
    // The one of the other clock does not say how old it is.
    assert_eq!((desk.now().days, desk.now().due), (Some(8), true));
    let third = desk.make(0).line.name;
    assert_eq!((desk.now().days, desk.now().due), (Some(0), false));
    assert_eq!(desk.now().lines.first().unwrap().name, third);
    assert_eq!(desk.lying().len(), 3);
    let fourth = desk.make(1);
    assert_eq!(fourth.removed, 1);
    assert!(!desk.lying().contains(&first) && desk.lying().contains(&ahead));
    let fifth = desk.make(1);
    assert_eq!(fifth.removed, 1);
    assert!(!desk.lying().contains(&ahead) && desk.lying().contains(&third));
}

#[test]
fn unverified_backups_push_none_out_and_are_never_taken_away() {
    let desk = desk();
    let whole: Vec<String> = [0, 1, 1].into_iter().map(|days| desk.make(days).line.name).collect();
    let begin = beginning(&desk.app.vault().unwrap());
    let strange: Vec<String> = ["20990101", "20990102", "20200101"].map(|day| format!("{begin}{day}-000000{END}")).to_vec();
    for name in &strange {
        std::fs::write(desk.place().join(name), b"put there by somebody").unwrap();
    }
    let made = desk.make(1);
    assert_eq!(made.removed, 1);
    let mut left = [&whole[1..], &strange[..], &[made.line.name]].concat();
    left.sort();
    assert_eq!(desk.lying(), left);
}

#[test]
fn a_name_that_is_taken_is_not_taken_over() {
    let desk = desk();
    let [first, second] = [0, 0].map(|days| desk.make(days).line);
    assert_eq!((desk.lying().len(), second.made_at), (2, first.made_at + 1));
}

#[test]
fn a_register_that_was_restored_takes_away_nothing_of_the_one_it_came_from() {
    let desk = desk();
    let whole: Vec<String> = [0, 1, 1].into_iter().map(|days| desk.make(days).line.name).collect();
    *desk.host.file.lock().unwrap() = desk.place().join(&whole[2]);
    *desk.host.folder.lock().unwrap() = desk.folder.path().join("restored");
    let twin = app_at(&desk.folder.path().join("none"), &desk.clock, &desk.host);
    let asked = BackupRestore { passphrase: PASSPHRASE.to_owned(), typed: Vec::new(), new: String::new() };
    twin.backup_restore(asked).unwrap();
    *desk.host.folder.lock().unwrap() = desk.folder.path().join("stick");
    let chosen = twin.backup_choose(Nothing {}).unwrap();
    assert!(chosen.lines.len() == 3 && chosen.lines.iter().all(|line| !line.verified));
    for _ in 0..5 {
        desk.clock.0.fetch_add(DAY_SECONDS, Ordering::SeqCst);
        twin.backup_make(Nothing {}).unwrap();
    }
    assert_eq!(desk.lying().len(), 6);
    assert!(whole.iter().all(|name| desk.lying().contains(name)));
    // And the other way round.
    desk.make(1);
    assert_eq!(desk.lying().len(), 6);
}
