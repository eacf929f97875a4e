//! Promises about keys, copies and damage, each tested where the fact can be seen.

use super::header::{self, HEADER, HEADER_COPY, Kind, Opener};
use super::rotate;
use super::secret::{KdfCost, Key, Passphrase};
use super::tests::{codes, order, passphrase, run};
use super::tip::TIP;
use super::vault::{CHECKPOINT, DATABASE};
use super::*;
use crate::env::Env;
use crate::error::{Error, Result};
use crate::id::Id;
use crate::model::kinds::{Fields, Held};
use sha2::Digest;
use std::io::Read;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const SECOND: &str = "екінші адамның жеті сөзден тұратын сөйлемі";

/// The time stands still; what is drawn is never drawn twice, however often a vault is opened.
fn env() -> Env {
    Env { entropy: Env::system().entropy, ..super::tests::env() }
}

fn make(folder: &Path) -> Vault {
    Vault::create(folder, &passphrase(), KdfCost::TESTS, &env()).unwrap()
}

struct Kept {
    folder: TempDir,
}

impl Kept {
    fn place(&self) -> PathBuf {
        self.folder.path().join("v")
    }

    fn open(&self) -> Result<Vault> {
        Vault::open(&self.place(), &passphrase(), &env())
    }
}

fn record(vault: &Vault, number: &str) -> Id {
    let mut change = vault.begin().unwrap();
    let id = Id::draw(vault.env()).unwrap();
    let mut order = order(number);
    order.reference = change.next_reference("KZ-").unwrap();
    let item = (Item::at(&format!("https://a.example/{number}")), OrderItemFacts::default());
    change.add_order(id, &order, &[item]).unwrap();
    change.commit(Event::OrderRecorded, &id).unwrap();
    id
}

fn exhibit(vault: &Vault, file: &[u8]) -> Id {
    let stored = vault.take_in(file, file.len() as u64, &mut |_| true).unwrap();
    let fields = Fields::from([("description", Held::Text("хат".to_owned()))]);
    vault.add_exhibit(fields, &stored, "application/pdf", "").unwrap().0
}

fn file_of(vault: &Vault, id: &Id) -> Vec<u8> {
    let mut read = Vec::new();
    vault.blob(id).unwrap().read_to_end(&mut read).unwrap();
    read
}

/// A closed vault with two orders and two files.
fn held() -> (Kept, Id) {
    let kept = Kept { folder: tempfile::tempdir().unwrap() };
    let vault = make(&kept.place());
    record(&vault, "1");
    let file = exhibit(&vault, b"first file");
    exhibit(&vault, &[7; 200_000]);
    record(&vault, "2");
    vault.close().unwrap();
    (kept, file)
}

fn orders(vault: &Vault) -> usize {
    vault.list_orders(&super::tests::all(""), 0, 500).unwrap().0
}

#[test]
fn a_second_person_and_a_recovery_key_open_the_vault_until_they_are_taken_away() {
    let (held, _) = held();
    let (second, recovery) = (Passphrase::new(SECOND), Key::draw(&env()).unwrap());
    let vault = held.open().unwrap();
    vault.set_person(Kind::Second, &second, KdfCost::TESTS).unwrap();
    vault.set_recovery(&recovery, Vec::new()).unwrap();
    let kinds = |vault: &Vault| vault.slots().unwrap().into_iter().map(|(kind, ..)| kind).collect::<Vec<_>>();
    assert_eq!(kinds(&vault), [Kind::Passphrase, Kind::Second, Kind::Recovery]);
    vault.close().unwrap();
    let openers: [Opener<'_>; 3] = [Opener::Passphrase(&passphrase()), Opener::Passphrase(&second), Opener::Recovery(&recovery)];
    for (opener, kind) in openers.into_iter().zip([Kind::Passphrase, Kind::Second, Kind::Recovery]) {
        let vault = Vault::open(&held.place(), opener, &env()).unwrap();
        assert_eq!((vault.opened().by, orders(&vault)), (Some(kind), 2));
        assert_eq!(codes(&vault), [""; 0]);
        vault.close().unwrap();
    }
    // A changed passphrase is the passphrase of whoever changed it.
    let vault = Vault::open(&held.place(), &second, &env()).unwrap();
    let other = Passphrase::new("басқа сегіз сөзден құралған екінші сөйлем");
    vault.change_passphrase(&second, &other, KdfCost::TESTS).unwrap();
    assert!(matches!(vault.slot_of(&second), Err(Error::WrongPassphrase)));
    assert_eq!(vault.slot_of(&passphrase()).unwrap(), Kind::Passphrase);
    vault.remove_slot(Kind::Recovery).unwrap();
    assert!(matches!(vault.remove_slot(Kind::Recovery), Err(Error::NotFound)));
    assert!(matches!(vault.remove_slot(Kind::Passphrase), Err(Error::NotFound)));
    vault.close().unwrap();
    let opened = Vault::open(&held.place(), Opener::Recovery(&recovery), &env());
    assert!(matches!(opened, Err(Error::RecoveryStale)));
    assert!(matches!(Vault::open(&held.place(), &second, &env()), Err(Error::WrongPassphrase)));
    assert_eq!(codes(&Vault::open(&held.place(), &other, &env()).unwrap()), [""; 0]);
}

#[test]
fn a_passphrase_is_no_recovery_key_and_a_slot_opens_under_its_own_name_only() {
    let (held, _) = held();
    let recovery = Key::draw(&env()).unwrap();
    held.open().unwrap().set_recovery(&recovery, Vec::new()).unwrap();
    let text = std::fs::read_to_string(held.place().join(HEADER)).unwrap();
    // Whoever can write the header cannot make one person's slot another's: the master key vouches for the whole.
    let moved = text.replace("\"recovery\"", "\"second\"");
    assert_ne!(text, moved);
    for name in [HEADER, HEADER_COPY] {
        std::fs::write(held.place().join(name), &moved).unwrap();
    }
    assert!(matches!(held.open(), Err(Error::HeaderDamaged)));
}

#[test]
fn every_changed_bit_of_a_header_is_seen_and_the_other_copy_opens_the_vault() {
    let (held, _) = held();
    let whole = std::fs::read(held.place().join(HEADER)).unwrap();
    assert_eq!(whole, std::fs::read(held.place().join(HEADER_COPY)).unwrap());
    for bit in (0..whole.len() * 8).step_by(7) {
        let mut changed = whole.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        std::fs::write(held.place().join(HEADER), &changed).unwrap();
        let read = header::read(&held.place()).unwrap();
        assert!(read.one_copy || read.copies_differ, "bit {bit}");
        assert!(read.open(&passphrase()).and_then(|(master, ..)| read.vouched(&master)).is_ok(), "bit {bit}");
    }
}

#[test]
fn an_older_header_put_back_is_told_whether_once_or_twice() {
    let (held, _) = held();
    let older = std::fs::read(held.place().join(HEADER)).unwrap();
    let new = Passphrase::new("жаңа сөйлем алты сөзден тұрады осы");
    let vault = held.open().unwrap();
    vault.change_passphrase(&passphrase(), &new, KdfCost::TESTS).unwrap();
    vault.close().unwrap();
    std::fs::write(held.place().join(HEADER), &older).unwrap();
    let vault = Vault::open(&held.place(), &new, &env()).unwrap();
    assert!(vault.opened().headers_differ);
    vault.close().unwrap();
    for name in [HEADER, HEADER_COPY] {
        std::fs::write(held.place().join(name), &older).unwrap();
    }
    let vault = held.open().unwrap();
    assert_eq!(codes(&vault), ["header_old"]);
}

#[test]
fn new_keys_leave_nothing_that_the_old_ones_open() {
    let (held, file) = held();
    let recovery = Key::draw(&env()).unwrap();
    let vault = held.open().unwrap();
    vault.set_recovery(&recovery, Vec::new()).unwrap();
    let blobs = |place: &Path| {
        let shelves = std::fs::read_dir(place.join("blobs")).unwrap().map(|shelf| shelf.unwrap().path());
        let files = shelves.filter(|p| p.is_dir()).flat_map(|shelf| std::fs::read_dir(shelf).unwrap());
        let mut names: Vec<String> = files.map(|f| f.unwrap().file_name().to_str().unwrap().to_owned()).collect();
        names.sort();
        names
    };
    let (before, database) = (blobs(&held.place()), std::fs::read(held.place().join(DATABASE)).unwrap());
    let old = Key::typed(vault.master().bytes());
    let mut seen = Vec::new();
    let vault = vault
        .rotate(&passphrase(), KdfCost::TESTS, &mut |done, of| {
            seen.push((done, of));
            true
        })
        .unwrap();
    assert_eq!(seen, [(0, 2), (1, 2), (2, 2)]);
    assert_eq!((codes(&vault), orders(&vault), file_of(&vault, &file)), (vec![], 2, b"first file".to_vec()));
    assert_eq!(vault.journal(0, 1).unwrap().first().unwrap().kind, "keys_rotated");
    assert!(vault.master().bytes() != old.bytes());
    let after = blobs(&held.place());
    assert!(after.len() == before.len() && after.iter().all(|name| !before.contains(name)));
    vault.close().unwrap();
    // No page of the database is as it was, nor does the old key open it.
    let now = std::fs::read(held.place().join(DATABASE)).unwrap();
    assert!(database.chunks(4096).zip(now.chunks(4096)).all(|(a, b)| a != b));
    let salt = header::read(&held.place()).unwrap().header.salt().unwrap();
    assert!(vault::connect(&held.place(), &old, &salt, vault::Access::Read).is_err());
    assert!(matches!(Vault::open(&held.place(), Opener::Recovery(&recovery), &env()), Err(Error::RecoveryStale)));
    assert_eq!(codes(&held.open().unwrap()), [""; 0]);
}

/// Copies a folder with everything in it.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (path, name) = (entry.as_ref().unwrap().path(), entry.unwrap().file_name());
        if path.is_dir() {
            copy(&path, &to.join(name));
        } else {
            std::fs::copy(&path, to.join(name)).unwrap();
        }
    }
}

#[test]
fn a_rotation_that_stops_is_gone_on_with_or_leaves_everything_as_it_was() {
    let (held, file) = held();
    for stop_at in 0..2 {
        let vault = held.open().unwrap();
        let stopped = vault.rotate_files(&passphrase(), KdfCost::TESTS, &mut |done, _| done < stop_at);
        assert!(matches!(stopped, Err(Error::Cancelled)));
        assert!(vault.is_rotation_begun());
        assert_eq!((codes(&vault), file_of(&vault, &file)), (vec![], b"first file".to_vec()));
        vault.close().unwrap();
    }
    let begun = std::fs::read(held.place().join("next").join(HEADER)).unwrap();
    let vault = held.open().unwrap();
    assert!(vault.opened().rotation_begun);
    // What comes meanwhile comes along.
    let later = exhibit(&vault, b"later file");
    let vault = vault.rotate(&passphrase(), KdfCost::TESTS, &mut |_, _| true).unwrap();
    assert_eq!(begun, std::fs::read(held.place().join(HEADER)).unwrap(), "the keys that were begun are the ones in use");
    assert_eq!((codes(&vault), file_of(&vault, &later)), (vec![], b"later file".to_vec()));
    assert!(!vault.is_rotation_begun());
}

#[test]
fn new_keys_that_were_ready_are_in_use_wherever_the_moving_stopped() {
    let (held, file) = held();
    let vault = held.open().unwrap();
    let vault = vault.rotate(&passphrase(), KdfCost::TESTS, &mut |_, _| true).unwrap();
    vault.close().unwrap();
    // The vault as it is between the moment at which the keys hold and the end of the moving: so many things are still to be moved.
    let things = [HEADER, HEADER_COPY, TIP, "blobs", DATABASE];
    for left in 1..=things.len() {
        let place = held.folder.path().join(format!("stopped{left}"));
        copy(&held.place(), &place);
        std::fs::create_dir(place.join("ready")).unwrap();
        for thing in &things[..left] {
            std::fs::rename(place.join(thing), place.join("ready").join(thing)).unwrap();
        }
        // What belongs to the old keys still lies there.
        std::fs::write(place.join(format!("{DATABASE}-wal")), b"old log").unwrap();
        if left < things.len() {
            std::fs::remove_file(place.join(format!("{DATABASE}-wal"))).unwrap();
        }
        let vault = Vault::open(&place, &passphrase(), &env()).unwrap();
        assert_eq!((codes(&vault), file_of(&vault, &file)), (vec![], b"first file".to_vec()), "{left} things were left");
        assert!(!place.join("ready").exists());
    }
}

#[test]
fn a_damaged_file_stops_new_keys_and_a_wrong_passphrase_begins_none() {
    let (held, _) = held();
    let vault = held.open().unwrap();
    let wrong = vault.rotate_files(&Passphrase::new(SECOND), KdfCost::TESTS, &mut |_, _| true);
    assert!(matches!(wrong, Err(Error::WrongPassphrase)) && !vault.is_rotation_begun());
    let shelf = std::fs::read_dir(held.place().join("blobs")).unwrap().next().unwrap().unwrap().path();
    let file = std::fs::read_dir(shelf).unwrap().next().unwrap().unwrap().path();
    let mut bytes = std::fs::read(&file).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(&file, &bytes).unwrap();
    let stopped = vault.rotate_files(&passphrase(), KdfCost::TESTS, &mut |_, _| true);
    assert!(matches!(stopped, Err(Error::ExhibitAltered)));
    vault.close().unwrap();
    rotate::discard(&held.place()).unwrap();
    assert_eq!(codes(&held.open().unwrap()), ["exhibit_altered"]);
}

#[test]
fn a_log_that_lost_its_end_is_told_though_the_database_is_in_order() {
    let (held, _) = held();
    let vault = held.open().unwrap();
    for n in 3..9 {
        record(&vault, &n.to_string());
    }
    // The process is killed here: the log is as long as it was.
    let place = held.folder.path().join("killed");
    copy(&held.place(), &place);
    std::fs::remove_file(place.join("lock")).unwrap();
    let log = place.join(format!("{DATABASE}-wal"));
    let whole = std::fs::read(&log).unwrap();
    let opened = Vault::open(&place, &passphrase(), &env()).unwrap();
    assert_eq!((codes(&opened), opened.opened().unclean, orders(&opened)), (vec![], true, 8));
    drop(opened);
    // A bit of a page in the log, and everything from there on is not read by the database.
    let again = held.folder.path().join("flipped");
    copy(&held.place(), &again);
    std::fs::remove_file(again.join("lock")).unwrap();
    let mut flipped = whole.clone();
    let at = whole.len() * 2 / 3;
    flipped[at] ^= 4;
    std::fs::write(again.join(format!("{DATABASE}-wal")), &flipped).unwrap();
    let opened = Vault::open(&again, &passphrase(), &env()).unwrap();
    assert!(orders(&opened) < 8);
    assert_eq!(codes(&opened), ["rolled_back"]);
    // It is told again and again: nothing that is written later hides it.
    record(&opened, "later");
    opened.close().unwrap();
    let opened = Vault::open(&again, &passphrase(), &env()).unwrap();
    assert!(codes(&opened).contains(&"rolled_back"));
}

#[test]
fn every_changed_bit_of_the_tip_is_seen() {
    let (held, _) = held();
    let whole = std::fs::read(held.place().join(TIP)).unwrap();
    assert_eq!(whole.len(), 1024);
    for bit in (0..whole.len() * 8).step_by(211) {
        let mut changed = whole.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        std::fs::write(held.place().join(TIP), &changed).unwrap();
        let vault = held.open().unwrap();
        // One whole slot says enough to write the other anew; that it was changed is told by the session that saw it.
        assert!(vault.opened().tip_changed, "bit {bit}");
        vault.close().unwrap();
    }
    std::fs::remove_file(held.place().join(TIP)).unwrap();
    assert_eq!(codes(&held.open().unwrap()), ["tip_gone"]);
}

#[test]
fn a_damaged_page_lets_nothing_be_written_and_everything_else_be_read() {
    let (held, _) = held();
    let vault = held.open().unwrap();
    run(
        &vault,
        "CREATE TABLE ballast (x); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40) INSERT INTO ballast SELECT randomblob(3000) FROM n",
    );
    drop(vault);
    // The pages of the ballast are the last ones.
    let file = held.place().join(DATABASE);
    let vault = held.open().unwrap();
    vault.close().unwrap();
    let mut bytes = std::fs::read(&file).unwrap();
    let at = bytes.len() - 5_000;
    bytes[at] ^= 1;
    std::fs::write(&file, &bytes).unwrap();
    // After a clean end the check in the background finds it; after an unclean one the opening does.
    let vault = held.open().unwrap();
    assert!(!vault.is_read_only());
    assert!(codes(&vault).contains(&"page_damaged"));
    vault.make_read_only();
    assert!(matches!(vault.begin().map(drop), Err(Error::VaultDamaged)));
    drop(vault);
    let before = std::fs::read(&file).unwrap();
    let vault = held.open().unwrap();
    assert!(vault.is_read_only() && vault.opened().unclean);
    assert_eq!(orders(&vault), 2);
    assert!(matches!(vault.scratch(|_| Ok(())), Err(Error::VaultDamaged)));
    assert!(matches!(vault.change_passphrase(&passphrase(), &Passphrase::new(SECOND), KdfCost::TESTS), Err(Error::VaultDamaged)));
    vault.close().unwrap();
    assert_eq!(before, std::fs::read(&file).unwrap(), "a damaged vault is left as it is");
}

fn backed_up(vault: &Vault, to: &Path) -> super::backup::Contents {
    let mut out = std::fs::File::create(to).unwrap();
    vault.write_backup(&mut out, &mut |_, _| true).unwrap()
}

#[test]
fn a_backup_is_restored_by_each_of_those_who_could_open_the_vault() {
    let (held, file) = held();
    let (second, recovery) = (Passphrase::new(SECOND), Key::draw(&env()).unwrap());
    let vault = held.open().unwrap();
    vault.set_person(Kind::Second, &second, KdfCost::TESTS).unwrap();
    vault.set_recovery(&recovery, Vec::new()).unwrap();
    let to = held.folder.path().join("b.age");
    let contents = backed_up(&vault, &to);
    assert_eq!((contents.files(), contents.entries), (2, vault.ledger_state().unwrap().0));
    let tried = vault.try_backup(&to, &mut |_, _| true).unwrap();
    assert_eq!((&tried.contents, tried.report.findings), (&contents, vec![]));
    let whole = std::fs::read(&to).unwrap();
    assert_eq!((tried.bytes, tried.sha256), (whole.len() as u64, super::hex(&sha2::Sha256::digest(&whole))));
    assert!(!held.place().join("staging").exists());
    // The laptop is gone.
    vault.close().unwrap();
    std::fs::remove_dir_all(held.place()).unwrap();
    let openers: [Opener<'_>; 3] = [Opener::Passphrase(&passphrase()), Opener::Passphrase(&second), Opener::Recovery(&recovery)];
    for (n, opener) in openers.into_iter().enumerate() {
        let place = held.folder.path().join(format!("new{n}"));
        let restored = restore(&to, opener, &place, &env(), &mut |_, _| true).unwrap();
        assert_eq!((codes(&restored.vault), orders(&restored.vault)), (vec![], 2));
        assert_eq!(file_of(&restored.vault, &file), b"first file");
        assert_eq!(restored.vault.journal(0, 1).unwrap().first().unwrap().kind, "vault_restored");
        restored.vault.close().unwrap();
        let vault = Vault::open(&place, &passphrase(), &env()).unwrap();
        assert_eq!(codes(&vault), [""; 0]);
    }
    let taken = restore(&to, &passphrase(), &held.folder.path().join("new0"), &env(), &mut |_, _| true);
    assert!(matches!(taken.map(drop), Err(Error::FolderTaken)));
}

#[test]
fn what_is_restored_is_flushed_from_below_before_it_takes_its_name() {
    let (held, _) = held();
    let vault = held.open().unwrap();
    let to = held.folder.path().join("b.age");
    backed_up(&vault, &to);
    let place = held.folder.path().join("new");
    header::flushed::take();
    restore(&to, &passphrase(), &place, &env(), &mut |_, _| true).unwrap().vault.close().unwrap();
    let flushed = header::flushed::take();
    let at = |end: &str| {
        let is_it = |folder: &Path| {
            folder.ends_with(end) && folder.components().any(|c| c.as_os_str().to_string_lossy().starts_with(".restoring-"))
        };
        flushed.iter().rposition(|(folder, _)| is_it(folder)).unwrap()
    };
    let whole =
        flushed.iter().rposition(|(folder, names)| names.iter().any(|name| name == "blobs") && !folder.ends_with("new")).unwrap();
    let named =
        flushed.iter().position(|(folder, names)| folder == held.folder.path() && names.contains(&"new".to_owned())).unwrap();
    assert!(at("blobs") < whole && whole < named);
    let shelves: Vec<_> = std::fs::read_dir(place.join("blobs")).unwrap().flatten().collect();
    assert_eq!(shelves.len(), 2);
    for shelf in shelves {
        assert!(at(&format!("blobs/{}", shelf.file_name().to_str().unwrap())) < at("blobs"));
    }
}

#[test]
fn whatever_is_wrong_with_a_backup_is_told_and_nothing_is_left() {
    let (held, _) = held();
    let vault = held.open().unwrap();
    let to = held.folder.path().join("b.age");
    backed_up(&vault, &to);
    let whole = std::fs::read(&to).unwrap();
    let place = held.folder.path().join("new");
    let restored = |bytes: &[u8], with: &Passphrase| {
        std::fs::write(&to, bytes).unwrap();
        let outcome = restore(&to, with, &place, &env(), &mut |_, _| true).map(drop);
        assert!(!place.exists(), "something is left");
        let left = std::fs::read_dir(held.folder.path()).unwrap().count();
        assert_eq!(left, 2, "the vault and the backup alone are there");
        outcome
    };
    assert!(matches!(restored(&whole, &Passphrase::new(SECOND)), Err(Error::BackupUnopened)));
    assert!(matches!(restored(b"no backup", &passphrase()), Err(Error::BackupForeign)));
    for at in [0, 25, 400, 1_500, whole.len() / 3, whole.len() / 2, whole.len() - 1] {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        let outcome = restored(&changed, &passphrase());
        assert!(matches!(outcome, Err(Error::BackupDamaged | Error::BackupForeign | Error::BackupUnopened)), "{at}: {outcome:?}");
    }
    for length in [0, 100, 1_000, whole.len() / 2, whole.len() - 1] {
        let outcome = restored(&whole[..length], &passphrase());
        assert!(matches!(outcome, Err(Error::BackupDamaged | Error::BackupForeign)), "{length}: {outcome:?}");
    }
    let longer = [&whole[..], b"x"].concat();
    assert!(matches!(restored(&longer, &passphrase()), Err(Error::BackupDamaged)));
}

// Does something the moment the database was copied, and before anything is written.
fn backed_up_while(vault: &Vault, to: &Path, act: impl FnOnce()) -> super::backup::Contents {
    let (mut out, mut act) = (std::fs::File::create(to).unwrap(), Some(act));
    let go_on = &mut |_, of| {
        if let Some(act) = act.take_if(|_| of == 0) {
            act();
        }
        true
    };
    vault.write_backup(&mut out, go_on).unwrap()
}

fn found_in(vault: &Vault, backup: &Path) -> Vec<(&'static str, String)> {
    vault.try_backup(backup, &mut |_, _| true).unwrap().report.findings
}

#[test]
fn an_exhibit_that_is_added_while_a_backup_is_written_is_not_in_it_and_breaks_nothing() {
    let (held, _) = held();
    let vault = held.open().unwrap();
    let to = held.folder.path().join("b.age");
    let entries = vault.ledger_state().unwrap().0;
    let contents = backed_up_while(&vault, &to, || _ = exhibit(&vault, b"third file"));
    assert_eq!((contents.files(), contents.entries), (2, entries));
    assert_eq!(found_in(&vault, &to), []);
}

#[test]
fn a_file_that_is_taken_in_anew_while_a_backup_is_written_is_copied_with_its_new_secret() {
    let (held, file) = held();
    let vault = held.open().unwrap();
    let to = held.folder.path().join("b.age");
    let contents = backed_up_while(&vault, &to, || _ = exhibit(&vault, b"first file"));
    assert_eq!((contents.files(), contents.entries), (2, vault.ledger_state().unwrap().0));
    assert_eq!(found_in(&vault, &to), []);
    let place = held.folder.path().join("new");
    let restored = restore(&to, &passphrase(), &place, &env(), &mut |_, _| true).unwrap();
    assert_eq!(file_of(&restored.vault, &file), b"first file");
}

#[test]
fn a_passphrase_that_is_changed_while_a_backup_is_written_is_the_one_of_the_whole_copy() {
    let (held, _) = held();
    let vault = held.open().unwrap();
    let to = held.folder.path().join("b.age");
    backed_up_while(&vault, &to, || {
        vault.change_passphrase(&passphrase(), &Passphrase::new(SECOND), KdfCost::TESTS).unwrap();
    });
    assert_eq!(found_in(&vault, &to), []);
}

#[test]
fn a_backup_that_is_ended_leaves_nothing_in_the_vault() {
    let (held, _) = held();
    let vault = held.open().unwrap();
    let mut out = tempfile::tempfile().unwrap();
    let ended = vault.write_backup(&mut out, &mut |done, _| done == 0);
    assert!(matches!(ended, Err(Error::Cancelled)));
    assert!(!held.place().join("staging").exists());
    assert_eq!(codes(&vault), [""; 0]);
}

#[test]
fn a_restored_vault_beside_the_one_that_went_on_is_told_by_neither_and_an_old_database_put_back_is() {
    let (held, _) = held();
    let vault = held.open().unwrap();
    let to = held.folder.path().join("b.age");
    backed_up(&vault, &to);
    record(&vault, "3");
    vault.close().unwrap();
    let place = held.folder.path().join("new");
    restore(&to, &passphrase(), &place, &env(), &mut |_, _| true).unwrap().vault.close().unwrap();
    // The database of the backup in the place of the newer one: the checkpoint and the tip beside it say that there was more.
    std::fs::copy(place.join(DATABASE), held.place().join(DATABASE)).unwrap();
    let found = codes(&held.open().unwrap());
    assert!(found.contains(&"rolled_back"), "{found:?}");
    assert!(held.place().join(CHECKPOINT).exists());
}

#[test]
fn a_file_that_is_taken_in_again_while_new_keys_are_made_or_twice_at_once_is_not_lost() {
    let (held, file) = held();
    let vault = held.open().unwrap();
    vault.rotate_files(&passphrase(), KdfCost::TESTS, &mut |_, _| true).unwrap();
    let again = exhibit(&vault, b"first file");
    let vault = vault.rotate(&passphrase(), KdfCost::TESTS, &mut |_, _| true).unwrap();
    assert_eq!((codes(&vault), file_of(&vault, &file)), (vec![], b"first file".to_vec()));
    assert_eq!(file_of(&vault, &again), b"first file");
    // Two take the same file in before either is named: the one whose file lies there may be named first, or last.
    let take = || vault.take_in(&b"both"[..], 4, &mut |_| true).unwrap();
    for is_first in [true, false] {
        let (one, other) = (take(), take());
        let (first, then) = if is_first { (&one, &other) } else { (&other, &one) };
        let name = |stored: &super::blobs::Stored| {
            let fields = Fields::from([("description", Held::Text("хат".to_owned()))]);
            vault.add_exhibit(fields, stored, "application/pdf", "").unwrap().0
        };
        let ids = [name(first), name(then)];
        assert!(ids.iter().all(|id| file_of(&vault, id) == b"both"), "named first: {is_first}");
    }
    assert_eq!(codes(&vault), [""; 0]);
}

#[test]
fn what_lies_under_new_keys_already_is_read_before_the_old_is_let_go() {
    let (held, file) = held();
    let vault = held.open().unwrap();
    vault.rotate_files(&passphrase(), KdfCost::TESTS, &mut |_, _| true).unwrap();
    let shelves = std::fs::read_dir(held.place().join("next").join("blobs")).unwrap().map(|shelf| shelf.unwrap().path());
    for copy in shelves.flat_map(|shelf| std::fs::read_dir(shelf).unwrap()) {
        let copy = copy.unwrap().path();
        let mut bytes = std::fs::read(&copy).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        std::fs::write(copy, bytes).unwrap();
    }
    vault.rotate_files(&passphrase(), KdfCost::TESTS, &mut |_, _| true).unwrap();
    let vault = vault.rotate(&passphrase(), KdfCost::TESTS, &mut |_, _| true).unwrap();
    assert_eq!((codes(&vault), file_of(&vault, &file)), (vec![], b"first file".to_vec()));
}

#[test]
fn new_keys_do_not_make_anybody_forget_that_the_register_was_put_back() {
    let (held, _) = held();
    let older = held.folder.path().join("older");
    std::fs::copy(held.place().join(DATABASE), &older).unwrap();
    let vault = held.open().unwrap();
    record(&vault, "3");
    vault.close().unwrap();
    std::fs::copy(&older, held.place().join(DATABASE)).unwrap();
    // Who puts the database back puts the checkpoint back too, where one of that time is at hand.
    std::fs::remove_file(held.place().join(CHECKPOINT)).unwrap();
    let vault = held.open().unwrap();
    assert!(codes(&vault).contains(&"rolled_back"));
    let mut vault = vault.rotate(&passphrase(), KdfCost::TESTS, &mut |_, _| true).unwrap();
    for _ in 0..2 {
        assert!(codes(&vault).contains(&"rolled_back"));
        vault.close().unwrap();
        vault = held.open().unwrap();
    }
    let vault = vault.rotate(&passphrase(), KdfCost::TESTS, &mut |_, _| true).unwrap();
    assert!(codes(&vault).contains(&"rolled_back"), "once more does not help");
}

#[test]
fn a_rotation_that_cannot_end_closes_the_vault_as_it_was() {
    let (held, file) = held();
    let vault = held.open().unwrap();
    let stopped = vault.rotate(&passphrase(), KdfCost::TESTS, &mut |done, of| done < of);
    assert!(matches!(stopped, Err(Error::Cancelled)));
    let vault = held.open().unwrap();
    assert!(!vault.opened().unclean, "it was closed");
    assert_eq!((codes(&vault), file_of(&vault, &file)), (vec![], b"first file".to_vec()));
}

#[test]
fn a_purge_takes_the_copies_under_new_keys_with_it() {
    let (held, file) = held();
    let vault = held.open().unwrap();
    vault.rotate_files(&passphrase(), KdfCost::TESTS, &mut |_, _| true).unwrap();
    let exhibits = crate::model::kinds::Kind::named("exhibits").unwrap();
    let purged = vault.purge(&PurgeWhat::Record(exhibits, file), PurgeReason::ChildSafety, &[]).unwrap();
    assert!(purged.is_settled && !vault.is_rotation_begun());
    // One that was copied before another process purged it is not moved either.
    let vault = vault.rotate(&passphrase(), KdfCost::TESTS, &mut |_, _| true).unwrap();
    assert_eq!(codes(&vault), [""; 0]);
    let kept = exhibit(&vault, b"kept file");
    vault.rotate_files(&passphrase(), KdfCost::TESTS, &mut |_, _| true).unwrap();
    let shelf = held.place().join("next").join("blobs").join("00");
    std::fs::create_dir_all(&shelf).unwrap();
    std::fs::write(shelf.join(format!("{}.age", "0".repeat(64))), b"of somebody who is purged").unwrap();
    let vault = vault.rotate(&passphrase(), KdfCost::TESTS, &mut |_, _| true).unwrap();
    assert_eq!((codes(&vault), file_of(&vault, &kept)), (vec![], b"kept file".to_vec()));
}

#[test]
fn a_check_reads_the_header_as_it_lies_there_now() {
    let (held, _) = held();
    let vault = held.open().unwrap();
    assert_eq!(codes(&vault), [""; 0]);
    let (header, copy) = (held.place().join(HEADER), held.place().join(HEADER_COPY));
    std::fs::write(&copy, b"{}").unwrap();
    assert_eq!(codes(&vault), ["header_one_copy"]);
    std::fs::remove_file(&header).unwrap();
    assert_eq!(codes(&vault), ["header_gone"]);
    // What it says to do mends it.
    vault.change_passphrase(&passphrase(), &Passphrase::new(SECOND), KdfCost::TESTS).unwrap();
    assert_eq!(codes(&vault), [""; 0]);
    vault.close().unwrap();
    assert_eq!(codes(&Vault::open(&held.place(), &Passphrase::new(SECOND), &env()).unwrap()), [""; 0]);
}

#[test]
fn a_passphrase_that_was_never_changed_opens_though_the_newer_header_was_written_already() {
    let (held, _) = held();
    let other = Passphrase::new(SECOND);
    let before = [HEADER, HEADER_COPY, DATABASE].map(|name| std::fs::read(held.place().join(name)).unwrap());
    let vault = held.open().unwrap();
    vault.change_passphrase(&passphrase(), &other, KdfCost::TESTS).unwrap();
    vault.close().unwrap();
    let newer = std::fs::read(held.place().join(HEADER)).unwrap();
    // The copy was written and nothing else: the database knows of no new epoch.
    let cut = held.folder.path().join("cut");
    copy(&held.place(), &cut);
    for (name, bytes) in [HEADER, HEADER_COPY, DATABASE].iter().zip(&before) {
        std::fs::write(cut.join(name), bytes).unwrap();
    }
    for gone in [CHECKPOINT, TIP] {
        std::fs::remove_file(cut.join(gone)).unwrap();
    }
    std::fs::write(cut.join(HEADER_COPY), &newer).unwrap();
    let vault = Vault::open(&cut, &passphrase(), &env()).unwrap();
    assert_eq!(orders(&vault), 2);
    drop(vault);
    // Where the change came into force the old header opens nothing.
    std::fs::write(held.place().join(HEADER_COPY), &before[0]).unwrap();
    assert!(matches!(held.open(), Err(Error::WrongPassphrase)));
    assert!(Vault::open(&held.place(), &other, &env()).unwrap().opened().headers_differ);
}

#[test]
fn a_program_that_is_being_started_does_not_keep_a_closed_vault_locked() {
    let (held, _) = held();
    let vault = held.open().unwrap();
    // Between its making and its running a new process has every open file of the one that starts it.
    let shared = vault.lock.0.try_clone().unwrap();
    assert!(matches!(held.open(), Err(Error::VaultInUse)));
    vault.close().unwrap();
    held.open().unwrap().close().unwrap();
    drop(shared);
}
