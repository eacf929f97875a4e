//! What opens the register: people's passphrases, the recovery key and its shares, new keys for everything.

use super::App;
use super::vault::{code, install, strong};
use super::wire::{
    KeySlot, Keys, KeysRotate, Nothing, Progress, RecoveryConfirm, RecoveryMake, RecoveryOffer, RecoveryWords, RecoveryWordsAsk,
    SecondSet, SlotRemove, VaultRecover, VaultState,
};
use crate::error::{Doing, Error, Result};
use crate::model::recovery::{self, NEEDED, SHARES, Unread, Written};
use crate::store::{Key, Kind, Opener, Passphrase, Tries, Vault, hex};
use blahaj::{Share, Sharks};
use rand::SeedableRng;
use sha2::{Digest, Sha256};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use zeroize::Zeroizing;

/// A recovery key that was drawn and shown, and opens nothing before it was typed back.
#[derive(Default)]
pub struct Drawn(Mutex<Option<(Key, Vec<Zeroizing<String>>)>>);

impl Drawn {
    /// Forgets it.
    pub fn forget(&self) {
        if let Ok(mut drawn) = self.0.lock() {
            *drawn = None;
        }
    }
}

pub(super) fn keys(app: &App, _: Nothing) -> Result<Keys> {
    let vault = app.vault()?;
    let slot = |(kind, kdf, shares): (Kind, Option<crate::store::KdfCost>, usize)| KeySlot {
        kind: kind.code().to_owned(),
        shares: u32::try_from(shares).unwrap_or(u32::MAX),
        memory_mib: kdf.map_or(0, |kdf| kdf.m_kib / 1024),
        passes: kdf.map_or(0, |kdf| kdf.t),
    };
    Ok(Keys {
        slots: vault.slots()?.into_iter().map(slot).collect(),
        rotation_begun: vault.is_rotation_begun(),
        memory_locked: crate::store::are_keys_locked(),
    })
}

pub(super) fn recovery_words(_: &App, args: RecoveryWordsAsk) -> Result<RecoveryWords> {
    let said = |count: usize, unknown: Vec<usize>, state: &str| RecoveryWords {
        count: u32::try_from(count).unwrap_or(u32::MAX),
        unknown: unknown.into_iter().filter_map(|at| u32::try_from(at).ok()).collect(),
        state: state.to_owned(),
    };
    Ok(match recovery::read(&args.typed) {
        Ok(Written::Key(_)) => said(recovery::WORDS, Vec::new(), "key"),
        Ok(Written::Share { .. }) => said(recovery::WORDS, Vec::new(), "share"),
        Err(Unread::Incomplete { count, unknown }) => said(count, unknown, "incomplete"),
        Err(Unread::Wrong) => said(recovery::WORDS, Vec::new(), "wrong"),
    })
}

pub(super) fn recovery_make(app: &App, args: RecoveryMake) -> Result<RecoveryOffer> {
    let vault = app.vault()?;
    super::vault::tried(app, || vault.slot_of(&Passphrase::new(&args.passphrase)))?;
    let key = Key::draw(&app.env)?;
    let lang = code(args.lang);
    let texts = if args.shares { divide(app, &key, lang)? } else { vec![recovery::write_key(&key.shown(), lang)] };
    let offer = RecoveryOffer {
        texts: texts.iter().map(|text| text.to_string()).collect(),
        organisation: vault.setting("organisation")?,
        drawn_at: app.env.clock.now_seconds(),
    };
    *app.drawn.0.lock().map_err(|_| Error::Inside("the recovery key was abandoned"))? = Some((key, texts));
    Ok(offer)
}

// Shamir's sharing over GF(256), each byte of the key by a polynomial of its own.
fn divide(app: &App, key: &Key, lang: &str) -> Result<Vec<Zeroizing<String>>> {
    let mut seed = Zeroizing::new([0u8; 32]);
    app.env.entropy.fill(&mut *seed).doing("drawing shares")?;
    let mut generator = rand::rngs::StdRng::from_seed(*seed);
    let shares = Sharks(NEEDED).dealer_rng(&*key.shown(), &mut generator).take(usize::from(SHARES));
    shares
        .map(|share| {
            let bytes = Zeroizing::new(Vec::from(&share));
            let (number, rest) = bytes.split_first().ok_or(Error::Inside("an empty share"))?;
            let rest = Zeroizing::new(<[u8; 32]>::try_from(rest).map_err(|_| Error::Inside("a share of another length"))?);
            Ok(recovery::write_share(*number, NEEDED, &rest, lang))
        })
        .collect()
}

// What a share is known by in the header.
fn share_digest(number: u8, share: &[u8; 32]) -> String {
    hex(&Sha256::new().chain_update("tarazy share").chain_update([0, number]).chain_update(share).finalize())
}

/// Reads a recovery key out of what was typed: the key itself, or two of its shares.
pub(super) fn typed_key(typed: &[String], known: &[String]) -> Result<Key> {
    let mut shares: Vec<(u8, Zeroizing<[u8; 32]>)> = Vec::new();
    for text in typed.iter().filter(|text| !text.trim().is_empty()) {
        match recovery::read(text).map_err(|_| Error::RecoveryWrong)? {
            Written::Key(key) => return Ok(Key::typed(&key)),
            Written::Share { number, share, needed: NEEDED } => {
                if !known.is_empty() && !known.contains(&share_digest(number, &share)) {
                    return Err(Error::ShareFalse { number });
                }
                if shares.iter().all(|(other, _)| *other != number) {
                    shares.push((number, share));
                }
            }
            Written::Share { number, .. } => return Err(Error::ShareFalse { number }),
        }
    }
    if shares.len() < usize::from(NEEDED) {
        return Err(Error::RecoveryWrong);
    }
    let shares = shares.iter().map(|(number, share)| {
        let bytes = Zeroizing::new([&[*number], &share[..]].concat());
        Share::try_from(bytes.as_slice()).map_err(|_| Error::ShareFalse { number: *number })
    });
    let shares = shares.collect::<Result<Vec<_>>>()?;
    let key = Zeroizing::new(Sharks(NEEDED).recover(&shares).map_err(|_| Error::RecoveryWrong)?);
    let key = Zeroizing::new(<[u8; 32]>::try_from(key.as_slice()).map_err(|_| Error::RecoveryWrong)?);
    Ok(Key::typed(&key))
}

pub(super) fn recovery_confirm(app: &App, args: RecoveryConfirm) -> Result<Keys> {
    let vault = app.vault()?;
    let mut drawn = app.drawn.0.lock().map_err(|_| Error::Inside("the recovery key was abandoned"))?;
    let (key, texts) = drawn.as_ref().ok_or(Error::NotFound)?;
    // Each is to be read from the paper that it was written on: what is not typed back may be on no paper.
    let same = |shown: &str, typed: &str| match (recovery::read(shown), recovery::read(typed)) {
        (Ok(Written::Key(a)), Ok(Written::Key(b))) => Ok(*a == *b),
        (Ok(Written::Share { number: a, share: x, .. }), Ok(Written::Share { number: b, share: y, .. })) => {
            Ok(a == b && *x == *y)
        }
        (Ok(_), Ok(_)) => Ok(false),
        _ => Err(Error::RecoveryWrong),
    };
    if args.typed.len() != texts.len() {
        return Err(Error::RecoveryDiffers);
    }
    for (shown, typed) in texts.iter().zip(&args.typed) {
        if !same(shown, typed)? {
            return Err(Error::RecoveryDiffers);
        }
    }
    let mut digests = Vec::new();
    for text in texts {
        if let Ok(Written::Share { number, share, .. }) = recovery::read(text) {
            digests.push(share_digest(number, &share));
        }
    }
    vault.set_recovery(key, digests)?;
    *drawn = None;
    drop(drawn);
    app.changed(&["keys", "ledger"]);
    keys(app, Nothing {})
}

pub(super) fn recovery_forget(app: &App, nothing: Nothing) -> Result<Nothing> {
    app.drawn.forget();
    Ok(nothing)
}

pub(super) fn second_set(app: &App, args: SecondSet) -> Result<Keys> {
    let vault = app.vault()?;
    super::vault::tried(app, || vault.slot_of(&Passphrase::new(&args.passphrase)))?;
    let second = strong(&args.second)?;
    // One passphrase in two slots would be one person.
    if vault.slot_of(&second).is_ok_and(|kind| kind != Kind::Second) {
        return Err(Error::Invalid("second"));
    }
    vault.set_person(Kind::Second, &second, app.kdf.cost()?)?;
    app.changed(&["keys", "ledger"]);
    keys(app, Nothing {})
}

pub(super) fn slot_remove(app: &App, args: SlotRemove) -> Result<Keys> {
    let vault = app.vault()?;
    let kind = Kind::named(&args.kind).ok_or(Error::Invalid("kind"))?;
    if super::vault::tried(app, || vault.slot_of(&Passphrase::new(&args.passphrase)))? == kind {
        return Err(Error::Invalid("passphrase"));
    }
    vault.remove_slot(kind)?;
    app.changed(&["keys", "ledger"]);
    keys(app, Nothing {})
}

pub(super) fn keys_rotate(app: &App, args: KeysRotate) -> Result<Keys> {
    const STAGE: &str = "rotate";
    let passphrase = Passphrase::new(&args.passphrase);
    app.cancel.store(false, Ordering::SeqCst);
    let mut go_on = |done: u64, of: u64| {
        app.host.progress(&Progress { stage: STAGE.to_owned(), done: super::seq_of(done), of: super::seq_of(of) });
        !app.cancel.load(Ordering::SeqCst)
    };
    let cost = app.kdf.cost()?;
    super::vault::tried(app, || app.vault()?.rotate_files(&passphrase, cost, &mut go_on))?;
    app.health.stop();
    app.kept.stop();
    // From here on commands wait: the vault is closed, and open again before they go on.
    let (mut place, vault) = alone(app)?;
    app.kept.forget();
    let (folder, rotated) = (vault.folder().to_owned(), vault.rotate(&passphrase, cost, &mut go_on));
    // One that fails leaves the vault as it was, and it is open again; where it was ready, the opening takes the new keys into use.
    let (opened, error) = match rotated {
        Ok(vault) => (Some(vault), None),
        Err(error) => (Vault::open(&folder, &passphrase, &app.env).ok(), Some(error)),
    };
    let is_open = opened.is_some();
    *place = opened.map(Arc::new);
    drop(place);
    app.health.begin();
    app.changed(&["vault", "keys", "ledger", "health"]);
    if !is_open {
        app.host.locked(&folder);
    }
    error.map_or_else(|| keys(app, Nothing {}), Err)
}

type Place<'a> = std::sync::RwLockWriteGuard<'a, Option<Arc<Vault>>>;

// Waits until nobody else holds the vault, and keeps everybody from it. Between two looks others come and go: one that holds it may ask for it again.
fn alone(app: &App) -> Result<(Place<'_>, Vault)> {
    loop {
        let mut place = app.vault.write().map_err(|_| Error::Inside("the vault was abandoned"))?;
        match Arc::try_unwrap(place.take().ok_or(Error::Locked)?) {
            Ok(vault) => return Ok((place, vault)),
            Err(shared) => *place = Some(shared),
        }
        drop(place);
        if app.cancel.load(Ordering::SeqCst) {
            return Err(Error::Cancelled);
        }
        std::thread::sleep(super::vault::PULSE);
    }
}

pub(super) fn keys_cancel(app: &App, nothing: Nothing) -> Result<Nothing> {
    app.cancel.store(true, Ordering::SeqCst);
    Ok(nothing)
}

pub(super) fn vault_recover(app: &App, args: VaultRecover) -> Result<VaultState> {
    if app.vault().is_ok() {
        return super::vault::vault_state(app, Nothing {});
    }
    let new = strong(&args.new)?;
    let place = app.place()?;
    let key = typed_key(&args.typed, &Vault::known_shares(&place)?)?;
    let vault = Vault::open(&place, Opener::Recovery(&key), &app.env)?;
    // Where something is damaged nothing is written, and what can be read is shown all the same: the key opens it the next time too.
    if !vault.is_read_only() {
        vault.set_person(Kind::Passphrase, &new, app.kdf.cost()?)?;
    }
    Tries::forget(&place);
    install(app, vault)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::silent::Silent;
    use crate::api::wire::{PassphraseChange, VaultCreate, VaultUnlock};
    use crate::model::recovery::write_key;
    use crate::store::KdfCost;
    use crate::{Env, api::wire::Lang};

    const PASSPHRASE: &str = "түлкі сегіз арқан теңіз боран жалау";
    const SECOND: &str = "екінші адамның жеті сөзден тұратын сөйлемі";

    fn office() -> (tempfile::TempDir, App) {
        let folder = tempfile::tempdir().unwrap();
        let app = App::new(Env::system(), Arc::new(Silent), folder.path().join("v"), KdfCost::TESTS);
        let named = |name: &str| name.to_owned();
        let create = VaultCreate {
            passphrase: named(PASSPHRASE),
            lang: Lang::Kk,
            with_example: false,
            organisation: named("Сөз"),
            actor: named("Айгүл"),
        };
        app.vault_create(create).unwrap();
        (folder, app)
    }

    fn rotate(app: &App) -> Result<Keys> {
        app.keys_rotate(KeysRotate { passphrase: PASSPHRASE.to_owned() })
    }

    #[test]
    fn new_keys_that_cannot_be_ended_leave_the_register_open() {
        let (folder, app) = office();
        // The name under which the new keys would come into force is taken.
        std::fs::create_dir_all(folder.path().join("v/ready/taken")).unwrap();
        let stopped = rotate(&app);
        assert!(stopped.is_err() && app.is_open(), "{stopped:?}");
        assert!(!folder.path().join("v/ready").exists(), "the opening cleared it away");
        app.lang_set(crate::api::wire::LangSet { lang: Lang::Ru }).unwrap();
        rotate(&app).unwrap();
        assert!(app.vault().unwrap().verify().unwrap().findings.is_empty());
    }

    #[test]
    fn new_keys_wait_for_commands_that_ask_for_the_register_again() {
        let (_folder, app) = office();
        std::thread::scope(|scope| {
            let held = app.vault().unwrap();
            let rotating = scope.spawn(|| rotate(&app).map(drop));
            // It is waiting once the files are copied: from then on nothing but what is held keeps it.
            while !held.is_rotation_begun() {
                std::thread::yield_now();
            }
            drop(app.vault().unwrap());
            drop(held);
            rotating.join().unwrap().unwrap();
        });
        assert!(app.is_open());
    }

    #[test]
    fn a_register_that_somebody_keeps_to_themselves_is_asked_about_without_waiting() {
        let (_folder, app) = office();
        let kept = app.vault.write().unwrap();
        assert!(app.is_open());
        assert!(!app.is_idle(std::time::Instant::now() + std::time::Duration::from_secs(9_999), false));
        drop(kept);
        app.close().unwrap();
        assert!(!app.is_open());
    }

    #[test]
    fn wrong_passphrases_are_kept_waiting_behind_the_door_too() {
        let (_folder, app) = office();
        let wrong = || "дұрыс емес құпия сөйлем осы емес пе екен".to_owned();
        for _ in 0..3 {
            let refused = app.passphrase_change(PassphraseChange { old: wrong(), new: SECOND.to_owned() });
            assert!(matches!(refused, Err(Error::WrongPassphrase)), "{refused:?}");
        }
        let refused = app.slot_remove(SlotRemove { passphrase: wrong(), kind: "second".to_owned() });
        assert!(matches!(refused, Err(Error::WrongPassphrase)), "{refused:?}");
        let refused = app.keys_rotate(KeysRotate { passphrase: wrong() });
        assert!(matches!(refused, Err(Error::TryLater { .. })), "{refused:?}");
    }

    #[test]
    fn whoever_has_the_recovery_key_alone_sees_what_can_be_read_of_a_damaged_register() {
        let (folder, app) = office();
        let recovery = Key::typed(&[9; 32]);
        app.vault().unwrap().set_recovery(&recovery, Vec::new()).unwrap();
        for n in 0..300 {
            app.vault().unwrap().keep_note(&format!("ballast {n}"), &[7; 2_000]).unwrap();
        }
        app.close().unwrap();
        app.vault_unlock(VaultUnlock { passphrase: PASSPHRASE.to_owned() }).unwrap();
        app.vault().unwrap().make_read_only();
        // As after a power cut: it was not closed, and a page of the ballast is torn.
        drop(app);
        let file = folder.path().join("v/vault.db");
        let mut bytes = std::fs::read(&file).unwrap();
        let at = bytes.len() - 5_000;
        *bytes.get_mut(at).unwrap() ^= 1;
        std::fs::write(&file, bytes).unwrap();
        let app = App::new(Env::system(), Arc::new(Silent), folder.path().join("v"), KdfCost::TESTS);
        let typed = vec![write_key(&[9; 32], "kk").to_string()];
        let state = app.vault_recover(VaultRecover { typed, new: SECOND.to_owned() }).unwrap();
        assert!(state.read_only);
        assert_eq!(state.actor, "Айгүл");
    }
}
