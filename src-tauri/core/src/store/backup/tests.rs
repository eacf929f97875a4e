//! Backups that somebody else wrote.

use super::super::secret::{KdfCost, Passphrase};
use super::super::tests::{env, passphrase};
use super::*;

type Alter<'a> = dyn Fn(&mut Vec<header::Slot>) + 'a;

const FRONT: &str = "age-encryption.org/v1\n";

// Bytes without end, and how many were asked for.
struct Endless<'e> {
    piece: &'e [u8],
    read: u64,
}

impl Read for Endless<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        for (to, from) in buffer.iter_mut().zip(self.piece.iter().cycle()) {
            *to = *from;
        }
        self.read += buffer.len() as u64;
        Ok(buffer.len())
    }
}

#[test]
fn a_front_without_end_is_not_read_to_an_end() {
    let body = "A".repeat(64) + "\n";
    for piece in ["a", "-> a\n\n", body.as_str(), "\n"] {
        let mut endless = Endless { piece: piece.as_bytes(), read: 0 };
        let front = format!("{FRONT}-> a b\n");
        let outcome = begin(BufReader::with_capacity(1_000, front.as_bytes().chain(&mut endless)));
        assert!(matches!(outcome.map(drop), Err(Error::BackupForeign)), "{piece:?}");
        assert!(endless.read <= AGE_HEADER_BYTES_MAX as u64 + 1_000, "{piece:?}: {}", endless.read);
    }
    // The end of the front is no place for it either.
    let mut endless = Endless { piece: b"-", read: 0 };
    let front = format!("{FRONT}-> a\n\n--- ");
    let outcome = begin(BufReader::new(front.as_bytes().chain(&mut endless)));
    assert!(matches!(outcome.map(drop), Err(Error::BackupForeign)));
}

#[test]
fn a_file_with_a_front_without_end_is_no_backup() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("b.age");
    std::fs::write(&file, FRONT.to_owned() + &"-> a\n\n".repeat(40_000)).unwrap();
    assert!(matches!(shares_in(&file), Err(Error::BackupForeign)));
    let outcome = restore(&file, &passphrase(), &folder.path().join("v"), &env(), &mut |_, _| true);
    assert!(matches!(outcome.map(drop), Err(Error::BackupForeign)));
}

#[test]
fn a_member_that_describes_the_next_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let vault = Vault::create(&folder.path().join("v"), &passphrase(), KdfCost::TESTS, &env()).unwrap();
    vault.put_setting("look", "dark").unwrap();
    let file = folder.path().join("b.age");
    vault.write_backup(&mut File::create(&file).unwrap(), &mut |_, _| true).unwrap();
    let ours = identity(vault.master()).unwrap();
    let told = Told(vault.header_now().unwrap().to_bytes(vault.master()).unwrap());
    let mut plain = Vec::new();
    let opened = begin(BufReader::new(File::open(&file).unwrap())).unwrap();
    opened.decrypt(std::iter::once(&ours as &dyn age::Identity)).unwrap().read_to_end(&mut plain).unwrap();
    let restored = |plain: &[u8], place: &str| {
        let public = ours.to_public();
        let recipients: [&dyn age::Recipient; 2] = [&public, &told];
        let sealed = age::Encryptor::with_recipients(recipients.into_iter()).unwrap();
        let mut sealed = sealed.wrap_output(File::create(&file).unwrap()).unwrap();
        sealed.write_all(plain).unwrap();
        sealed.finish().unwrap();
        restore(&file, &passphrase(), &folder.path().join(place), &env(), &mut |_, _| true).map(drop)
    };
    assert!(restored(&plain, "as it is").is_ok());
    for kind in [tar::EntryType::GNULongName, tar::EntryType::XHeader, tar::EntryType::XGlobalHeader] {
        let said: &[u8] = if kind == tar::EntryType::GNULongName { b"manifest.json" } else { b"22 path=manifest.json\n" };
        let mut head = tar::Header::new_gnu();
        head.set_entry_type(kind);
        head.set_size(said.len() as u64);
        head.set_path("described").unwrap();
        head.set_cksum();
        let described = [head.as_bytes(), said, &vec![0; 512 - said.len()][..], &plain].concat();
        assert!(matches!(restored(&described, "described"), Err(Error::BackupDamaged)), "{kind:?}");
    }
    // Nothing stands behind the end.
    assert!(matches!(restored(&[&plain[..], b"more"].concat(), "more"), Err(Error::BackupDamaged)));
}

#[test]
fn a_header_has_one_slot_of_each_kind_and_no_other() {
    let (master, other) = (Key::draw(&env()).unwrap(), Passphrase::new("екінші адамның жеті сөзден тұратын сөйлемі"));
    let id = crate::id::Id::draw(&env()).unwrap();
    let mut whole = header::Header::new(&env(), id, &[7; 16], &master, (&passphrase(), KdfCost::TESTS)).unwrap();
    whole.set_person(&env(), &master, header::Kind::Second, (&other, KdfCost::TESTS)).unwrap();
    whole.set_recovery(&env(), &master, &Key::draw(&env()).unwrap(), vec!["00".repeat(32); 3]).unwrap();
    let numbered = |slot: &header::Slot, number| {
        let mut slot = slot.clone();
        slot.slot = number;
        slot
    };
    let read = |alter: &Alter<'_>| {
        let mut altered = whole.clone();
        alter(&mut altered.slots);
        header::parse(&altered.to_bytes(&master).unwrap()).map(drop)
    };
    let legitimate: [&Alter<'_>; 4] =
        [&|_| {}, &|slots| drop(slots.pop()), &|slots| slots.truncate(1), &|slots| drop(slots.remove(1))];
    assert!(legitimate.iter().all(|alter| read(alter).is_ok()));
    let hostile: [&Alter<'_>; 8] = [
        &|slots| slots.extend_from_within(..1),
        &|slots| slots.extend((4..400).map(|n| numbered(&slots[0], n)).collect::<Vec<_>>()),
        &|slots| slots[1] = numbered(&slots[0], 2),
        &|slots| slots[1] = slots[0].clone(),
        &|slots| slots.swap(0, 1),
        &|slots| slots[1].kind = "third".to_owned(),
        &|slots| slots[2].kdf = slots[0].kdf,
        &|slots| slots[0].kdf = None,
    ];
    for (n, alter) in hostile.iter().enumerate() {
        assert!(matches!(read(alter), Err(Error::HeaderDamaged)), "{n}");
    }
}
