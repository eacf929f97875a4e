//! Promises of the encrypted files, each tested where the fact can be seen.

use super::*;
use crate::id::Id;
use crate::model::kinds::{Fields, Held};
use crate::store::exhibits::Custody;
use crate::store::tests::{codes, env, make, passphrase, put_back_to_the_first_schema};
use proptest::prelude::*;
use std::path::PathBuf;
use tempfile::TempDir;

const CANARY: &[u8] = "Айгүл Ойдан Шығарылғанқызы, 13 жаста".as_bytes();

fn bytes(size: usize) -> Vec<u8> {
    CANARY.iter().copied().cycle().zip(0u32..).map(|(b, n)| if n < 4096 { b } else { b ^ (n >> 12) as u8 }).take(size).collect()
}

fn keep(vault: &Vault, file: &[u8]) -> Stored {
    vault.take_in(file, file.len() as u64, &mut |_| true).unwrap()
}

fn exhibit(vault: &Vault, file: &[u8]) -> Id {
    let fields = Fields::from([("description", Held::Text("хат".to_owned()))]);
    vault.add_exhibit(fields, &keep(vault, file), "application/pdf", "").unwrap().0
}

// Of the one file that there is.
fn identity(vault: &Vault) -> age::x25519::Identity {
    let keys = Keys::of(vault.master()).unwrap();
    let [name] = <[String; 1]>::try_from(lying(vault.folder())).unwrap();
    let secrets = secrets(&vault.read().unwrap(), &name).unwrap();
    keys.identity(&secrets[0]).unwrap()
}

fn read(vault: &Vault, id: &Id) -> Result<Vec<u8>> {
    let mut read = Vec::new();
    vault.blob(id)?.read_to_end(&mut read).map_err(fault)?;
    Ok(read)
}

struct Made {
    vault: Vault,
    folder: TempDir,
}

impl Made {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { vault: make(&folder.path().join("v")), folder }
    }

    fn again(self) -> Self {
        self.vault.close().unwrap();
        let vault = Vault::open(&self.folder.path().join("v"), &passphrase(), &env()).unwrap();
        Self { vault, folder: self.folder }
    }

    fn files(&self) -> Vec<PathBuf> {
        lying(self.vault.folder()).iter().map(|name| place(self.vault.folder(), name)).collect()
    }
}

// Found by feeding it hostile bytes: the length behind which the file stands is eight bytes of anything.
#[test]
fn a_size_that_no_file_has_is_refused() {
    let master = Key::draw(&env()).unwrap();
    for size in [u64::MAX, u64::MAX - 8, i64::MAX as u64 + 1, i64::MAX as u64] {
        let locked = enciphered(&[&size.to_be_bytes()[..], CANARY].concat(), &master).unwrap();
        assert!(matches!(deciphered_from(&locked, &master, &Sha256::digest(CANARY), size), Err(Error::ExhibitAltered)), "{size}");
    }
}

#[test]
fn a_size_tells_no_more_than_its_class() {
    assert_eq!([0, 1, CLASS_SMALLEST].map(padded), [CLASS_SMALLEST; 3]);
    for bytes in (CLASS_SMALLEST + 1..9_000_000).step_by(9973).chain([2 << 30, (2 << 30) + 8]) {
        let whole = padded(bytes);
        assert!(whole >= bytes && whole - bytes <= bytes / 8, "{bytes} became {whole}");
        assert_eq!(padded(whole), whole);
    }
    let classes: BTreeSet<u64> = (1 << 20..2 << 20).step_by(101).map(padded).collect();
    assert!(classes.len() <= 33, "{}", classes.len());
}

#[test]
fn files_of_one_class_are_told_apart_by_nothing() {
    let made = Made::new();
    for (n, size) in [0, 1, 30_000, 65_528].into_iter().enumerate() {
        let mut file = bytes(size);
        file.iter_mut().take(1).for_each(|b| *b = u8::try_from(n).unwrap());
        exhibit(&made.vault, &file);
    }
    let sizes: Vec<u64> = made.files().iter().map(|file| file.metadata().unwrap().len()).collect();
    assert_eq!(sizes.len(), 4);
    // The format adds a line of chance to its header.
    assert!(sizes.iter().max().unwrap() - sizes.iter().min().unwrap() < 1024, "{sizes:?}");
}

#[test]
fn nothing_of_a_file_is_to_be_found_in_the_folder() {
    let made = Made::new();
    let file = bytes(200_000);
    let stored = keep(&made.vault, &file);
    exhibit(&made.vault, &file);
    let made = made.again();
    let mut looked = 0;
    let mut folders = vec![made.vault.folder().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            assert!(!path.to_str().unwrap().contains(&stored.sha256[..16]), "a name tells the digest");
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let held = std::fs::read(&path).unwrap();
            looked += held.len();
            for piece in [&CANARY[..24], stored.sha256.as_bytes(), &unhex(&stored.sha256).unwrap()] {
                assert!(!held.windows(piece.len()).any(|w| w == piece), "{}", path.display());
            }
        }
    }
    assert!(looked > 200_000);
    assert_eq!(made.files().len(), 1);
}

#[test]
fn the_same_file_twice_is_two_exhibits_and_one_file() {
    let made = Made::new();
    let ids = [exhibit(&made.vault, b"abc"), exhibit(&made.vault, b"abc")];
    assert_eq!(made.files().len(), 1);
    assert!(ids.iter().all(|id| read(&made.vault, id).unwrap() == b"abc"));
    assert_eq!(codes(&made.vault), Vec::<&str>::new());
    // It also heals the one that is damaged.
    std::fs::write(&made.files()[0], b"x").unwrap();
    assert_eq!(codes(&made.vault), ["exhibit_altered", "exhibit_altered"]);
    exhibit(&made.vault, b"abc");
    assert_eq!(codes(&made.vault), Vec::<&str>::new());
}

#[test]
fn what_was_begun_and_not_named_is_taken_away_when_the_vault_opens_and_nothing_else_is() {
    let made = Made::new();
    let id = exhibit(&made.vault, b"named");
    // As a kill between the name and the commit leaves it, once for a new file and once for one that an exhibit names.
    keep(&made.vault, b"begun");
    keep(&made.vault, b"named");
    let blobs = made.vault.folder().join(BLOBS);
    std::fs::write(blobs.join(".part-abc"), b"half").unwrap();
    std::fs::write(blobs.join("note.txt"), b"not ours").unwrap();
    let foreign = place(made.vault.folder(), &"ab".repeat(32));
    std::fs::create_dir_all(foreign.parent().unwrap()).unwrap();
    std::fs::write(&foreign, b"later than this database").unwrap();
    assert_eq!(made.files().len(), 3);
    let made = made.again();
    assert!(foreign.exists() && blobs.join("note.txt").exists() && !blobs.join(".part-abc").exists());
    assert_eq!(made.files().len(), 2);
    assert_eq!(read(&made.vault, &id).unwrap(), b"named");
    assert_eq!(codes(&made.vault), ["exhibit_unknown"]);
}

#[test]
fn a_file_that_changes_or_fails_while_it_is_read_leaves_nothing() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(ErrorKind::PermissionDenied.into())
        }
    }
    let made = Made::new();
    let refused = |found: Result<Stored>| matches!(found, Err(Error::SourceUnread));
    assert!(refused(made.vault.take_in(&b"abc"[..], 4, &mut |_| true)));
    assert!(refused(made.vault.take_in(&b"abc"[..], 2, &mut |_| true)));
    assert!(refused(made.vault.take_in(Failing, 2, &mut |_| true)));
    let cancelled = made.vault.take_in(&bytes(300_000)[..], 300_000, &mut |done| done < 100_000);
    assert!(matches!(cancelled, Err(Error::Cancelled)));
    assert_eq!(std::fs::read_dir(made.vault.folder().join(BLOBS)).unwrap().count(), 0);
}

#[test]
fn a_byte_that_changed_anywhere_is_found() {
    let made = Made::new();
    let id = exhibit(&made.vault, &bytes(150_000));
    let file = made.files().remove(0);
    let good = std::fs::read(&file).unwrap();
    let nonce = good.windows(5).position(|w| w == b"\n--- ").unwrap();
    let everywhere = (0..nonce + 80).chain((nonce + 80..good.len()).step_by(4999)).chain(good.len() - 20..good.len());
    for at in everywhere {
        let mut damaged = good.clone();
        damaged[at] ^= 1;
        std::fs::write(&file, &damaged).unwrap();
        assert!(matches!(read(&made.vault, &id), Err(Error::ExhibitAltered)), "byte {at} of {}", good.len());
    }
    for len in [0, 1, nonce, nonce + 60, 70_000, good.len() - 1] {
        std::fs::write(&file, &good[..len]).unwrap();
        assert!(matches!(read(&made.vault, &id), Err(Error::ExhibitAltered)), "cut to {len}");
    }
    std::fs::write(&file, [&good[..], &[0; 70_000]].concat()).unwrap();
    assert!(matches!(read(&made.vault, &id), Err(Error::ExhibitAltered)), "made longer");
    assert_eq!(codes(&made.vault), ["exhibit_altered"]);
    std::fs::remove_file(&file).unwrap();
    assert!(matches!(read(&made.vault, &id), Err(Error::ExhibitMissing)));
    assert_eq!(codes(&made.vault), ["exhibit_missing"]);
    std::fs::write(&file, &good).unwrap();
    assert_eq!(codes(&made.vault), Vec::<&str>::new());
}

#[test]
fn files_that_changed_places_are_found_and_so_are_those_of_another_vault() {
    let made = Made::new();
    let ids = [exhibit(&made.vault, b"one"), exhibit(&made.vault, b"two")];
    let files = made.files();
    let [first, second] = [0, 1].map(|n| std::fs::read(&files[n]).unwrap());
    std::fs::write(&files[0], &second).unwrap();
    std::fs::write(&files[1], &first).unwrap();
    assert!(ids.iter().all(|id| matches!(read(&made.vault, id), Err(Error::ExhibitAltered))));
    assert_eq!(codes(&made.vault), ["exhibit_altered", "exhibit_altered"]);
    std::fs::write(&files[0], &first).unwrap();
    std::fs::write(&files[1], &second).unwrap();
    assert_eq!(codes(&made.vault), Vec::<&str>::new());
    let place = made.folder.path().join("other");
    let other = Vault::create(&place, &passphrase(), crate::store::KdfCost::TESTS, &crate::env::Env::system()).unwrap();
    for file in [b"one", b"two"] {
        exhibit(&other, file);
    }
    let names = |folder: &Path| lying(folder).into_iter().collect::<BTreeSet<_>>();
    assert!(names(&place).is_disjoint(&names(made.vault.folder())), "a name tells which file it is");
    let theirs = super::place(&place, &names(&place).pop_first().unwrap());
    std::fs::copy(theirs, &files[0]).unwrap();
    assert_eq!(codes(&made.vault), ["exhibit_altered"]);
}

/// The format is an open one: whoever has the identity needs nothing of ours, and what is written in it by others is read.
#[test]
fn a_file_opens_by_the_format_alone() {
    let made = Made::new();
    exhibit(&made.vault, b"abc");
    let identity = identity(&made.vault);
    let plain = age::decrypt(&identity, &std::fs::read(&made.files()[0]).unwrap()).unwrap();
    assert_eq!(plain.len() as u64, CLASS_SMALLEST);
    assert_eq!((&plain[..8], &plain[8..11]), (&3u64.to_be_bytes()[..], &b"abc"[..]));
    assert!(plain[11..].iter().all(|b| *b == 0));
    // What stands in the padding is not the file.
    let mut other = plain.clone();
    other[100] = 1;
    let id = exhibit(&made.vault, b"abc");
    std::fs::write(&made.files()[0], age::encrypt(&identity.to_public(), &other).unwrap()).unwrap();
    assert!(matches!(read(&made.vault, &id), Err(Error::ExhibitAltered)));
}

#[test]
fn a_vault_of_the_first_schema_takes_files_in() {
    let made = Made::new();
    put_back_to_the_first_schema(&made.vault);
    let made = made.again();
    let id = exhibit(&made.vault, b"abc");
    let made = made.again();
    assert_eq!(read(&made.vault, &id).unwrap(), b"abc");
    assert_eq!(codes(&made.vault), Vec::<&str>::new());
}

#[test]
fn custody_is_only_ever_added_to() {
    let made = Made::new();
    let id = exhibit(&made.vault, b"abc");
    made.vault.handle_exhibit(&id, "export", Custody { reason: "сотқа".to_owned(), ..Custody::default() }).unwrap();
    let custody = made.vault.exhibit(&id).unwrap().custody;
    assert_eq!(custody.iter().map(|c| c.action.as_str()).collect::<Vec<_>>(), ["ingest", "export"]);
    let kind = &crate::model::kinds::CUSTODY_EVENTS;
    let first = made.vault.records(kind, &crate::store::Wanted { limit: 9, ..Default::default() }).unwrap().1.remove(0).id;
    let mut change = made.vault.begin().unwrap();
    let other = Fields::from([("reason", Held::Text("басқа".to_owned()))]);
    assert!(matches!(change.amend_record(kind, &first, other), Err(Error::Invalid(_))));
    drop(change);
    // Not even by one who forgets the rule.
    made.vault
        .scratch(|db| {
            assert!(db.execute("UPDATE custody_events SET reason = 'x'", []).is_err());
            Ok(())
        })
        .unwrap();
    let seq = made.vault.scratch_tail().unwrap().0;
    assert!(matches!(made.vault.undo_entry(seq - 1), Err(Error::UndoRefused("own_rules"))));
    // Taking an exhibit back leaves what was done with it.
    made.vault.undo_entry(seq - 2).unwrap();
    assert_eq!(made.vault.exhibit(&id).unwrap().custody.len(), 2);
    assert_eq!(codes(&made.vault), Vec::<&str>::new());
    assert_eq!(made.again().files().len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_file_comes_back_as_it_was(size in prop_oneof![
        Just(0usize), Just(1), 65_526usize..65_538, 131_060usize..131_080, 0usize..400_000,
    ], piece in 1usize..70_000) {
        thread_local!(static MADE: Made = Made::new());
        MADE.with(|made| {
            let file = bytes(size);
            let id = exhibit(&made.vault, &file);
            let (mut blob, mut back, mut buffer) = (made.vault.blob(&id).unwrap(), Vec::new(), vec![0; piece]);
            loop {
                let got = blob.read(&mut buffer).unwrap();
                if got == 0 { break }
                back.extend_from_slice(&buffer[..got]);
            }
            assert!(back == file);
        });
    }
}
