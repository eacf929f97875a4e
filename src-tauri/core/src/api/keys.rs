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
    vault.slot_of(&Passphrase::new(&args.passphrase))?;
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
    vault.slot_of(&Passphrase::new(&args.passphrase))?;
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
    if vault.slot_of(&Passphrase::new(&args.passphrase))? == kind {
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
    app.vault()?.rotate_files(&passphrase, cost, &mut go_on)?;
    app.health.stop();
    // From here on commands wait: the vault is closed, and open again before they go on.
    let mut place = app.vault.write().map_err(|_| Error::Inside("the vault was abandoned"))?;
    let vault = super::vault::alone(place.take().ok_or(Error::Locked)?, &|| false).ok_or(Error::Locked)?;
    app.kept.forget();
    match vault.rotate(&passphrase, cost, &mut go_on) {
        Ok(vault) => *place = Some(Arc::new(vault)),
        Err(error) => {
            drop(place);
            app.changed(&["vault"]);
            return Err(error);
        }
    }
    drop(place);
    app.health.begin();
    app.changed(&["vault", "keys", "ledger", "health"]);
    keys(app, Nothing {})
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
    vault.set_person(Kind::Passphrase, &new, app.kdf.cost()?)?;
    Tries::forget(&place);
    install(app, vault)
}
