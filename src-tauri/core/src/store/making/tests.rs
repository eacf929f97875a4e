use crate::env::Env;
use crate::error::Error;
use crate::store::header::{HEADER, HEADER_COPY};
use crate::store::tests::codes;
use crate::store::tip::TIP;
use crate::store::vault::{CHECKPOINT, DATABASE, HEADER_DUE, Standing, keep, recall, standing};
use crate::store::{Event, KdfCost, Passphrase, Vault};
use std::path::Path;

const OLD: &str = "түлкі сегіз арқан теңіз боран жалау";
const NEW: &str = "қайың жеті бұлақ самал кеме шырақ";

fn make(place: &Path) -> Vault {
    let first = |vault: &Vault| vault.begin()?.commit(Event::VaultCreated, vault.id()).map(drop);
    Vault::create_with(place, &Passphrase::new(OLD), KdfCost::TESTS, &Env::system(), first).unwrap()
}

fn open(place: &Path, passphrase: &str) -> Result<Vault, Error> {
    Vault::open(place, &Passphrase::new(passphrase), &Env::system())
}

#[test]
fn a_making_that_was_cut_off_is_no_vault_and_the_next_takes_its_place() {
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("v");
    let ended = Vault::create_with(&place, &Passphrase::new(NEW), KdfCost::TESTS, &Env::system(), |_| Err(Error::DiskFull));
    assert!(matches!(ended, Err(Error::DiskFull)));
    assert!(place.join(DATABASE).exists() && place.join(HEADER).exists());
    assert_eq!(standing(&place), Standing::Absent);
    assert!(matches!(open(&place, NEW), Err(Error::VaultAbsent)));
    make(&place).close().unwrap();
    assert!(matches!(open(&place, NEW), Err(Error::WrongPassphrase)));
    // Whatever lies beside a vault that was closed once: it is not taken away.
    std::fs::write(place.join(super::MAKING), b"").unwrap();
    let again = Vault::create(&place, &Passphrase::new(NEW), KdfCost::TESTS, &Env::system());
    assert!(matches!(again, Err(Error::VaultExists)));
    assert_eq!(open(&place, OLD).unwrap().verify().unwrap().findings, []);
}

#[test]
fn other_things_in_the_folder_are_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("хат.txt"), b"letter").unwrap();
    let made = Vault::create(dir.path(), &Passphrase::new(OLD), KdfCost::TESTS, &Env::system());
    assert!(matches!(made, Err(Error::VaultExists)));
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
}

fn due(vault: &Vault) -> Option<Vec<u8>> {
    recall(&vault.read().unwrap(), HEADER_DUE).unwrap().filter(|due| !due.is_empty())
}

#[test]
fn a_passphrase_that_no_header_knew_yet_is_forgotten() {
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("v");
    let vault = make(&place);
    vault.scratch(|db| keep(db, HEADER_DUE, b"another header")).unwrap();
    drop(vault);
    let vault = open(&place, OLD).unwrap();
    assert_eq!(due(&vault), None);
    assert_eq!((vault.verify().unwrap().findings, vault.verify().unwrap().entries), (Vec::new(), 1));
}

#[test]
fn of_two_passphrases_between_which_a_change_was_cut_off_the_one_that_opens_is_in_force() {
    let dir = tempfile::tempdir().unwrap();
    let (place, other) = (dir.path().join("v"), dir.path().join("other"));
    make(&place).close().unwrap();
    // The same vault with its passphrase changed: its header is the one that a crash left beside the old one here.
    std::fs::create_dir(&other).unwrap();
    for name in [HEADER, HEADER_COPY, DATABASE] {
        std::fs::copy(place.join(name), other.join(name)).unwrap();
    }
    let changed = open(&other, OLD).unwrap();
    changed.change_passphrase(&Passphrase::new(OLD), &Passphrase::new(NEW), KdfCost::TESTS).unwrap();
    changed.close().unwrap();
    let header = std::fs::read(other.join(HEADER)).unwrap();
    let vault = open(&place, OLD).unwrap();
    vault.scratch(|db| keep(db, HEADER_DUE, &[b"passphrase_changed\0", &header[..]].concat())).unwrap();
    drop(vault);
    std::fs::write(place.join(HEADER_COPY), &header).unwrap();
    // The old one: nobody was told that it was changed.
    let again = dir.path().join("again");
    std::fs::create_dir(&again).unwrap();
    for name in [HEADER, HEADER_COPY, DATABASE, CHECKPOINT, TIP] {
        std::fs::copy(place.join(name), again.join(name)).unwrap();
    }
    let vault = open(&again, OLD).unwrap();
    assert_eq!((due(&vault), codes(&vault)), (None, vec![]));
    drop(vault);
    assert!(matches!(open(&again, NEW), Err(Error::WrongPassphrase)));
    assert_eq!(codes(&open(&again, OLD).unwrap()), [""; 0]);
    // The new one: the ledger says so.
    let vault = open(&place, NEW).unwrap();
    assert_eq!(due(&vault), None);
    let report = vault.verify().unwrap();
    assert_eq!((report.findings, report.entries), (Vec::new(), 2));
    assert_eq!(std::fs::read(place.join(HEADER)).unwrap(), header);
}
