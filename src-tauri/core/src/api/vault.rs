//! Creating, unlocking, locking.

use super::wire::{
    Lang, LangSet, Look, LookSet, Nothing, PassphraseChange, PassphraseCheck, PassphraseOffer, PassphraseStrength,
    PassphraseSuggest,
};
use super::wire::{VaultCreate, VaultState, VaultUnlock};
use super::{App, example, file_name};
use crate::error::{Doing, Error, Result};
use crate::model::words;
use crate::store::{Event, Passphrase, Standing, Tries, Vault, standing};
use std::sync::{Arc, TryLockError};
use std::time::{Duration, Instant};

/// A passphrase below this many estimated bits is refused.
const BITS_MIN: u32 = 45;
const BITS_STRONG: u32 = 63;
const NAME_CHARS_MAX: usize = 200;
/// How long a lock waits for commands under way where the program starts anew afterwards: half of what a person waits from the key on.
const LOCK_PATIENCE: Duration = Duration::from_millis(150);

pub(super) fn vault_state(app: &App, _: Nothing) -> Result<VaultState> {
    let place = app.place()?;
    let label = file_name(&place);
    let version = env!("CARGO_PKG_VERSION").to_owned();
    let closed = |state: &str| VaultState {
        state: state.to_owned(),
        label: label.clone(),
        example: false,
        lang: None,
        look: Look::System,
        organisation: String::new(),
        actor: String::new(),
        version: version.clone(),
        read_only: false,
    };
    match app.vault() {
        Err(Error::Locked) => Ok(closed(if standing(&place) == Standing::Absent { "absent" } else { "locked" })),
        Err(other) => Err(other),
        Ok(vault) => Ok(VaultState {
            example: vault.setting("example")? == "yes",
            lang: parse_lang(&vault.setting("lang")?),
            look: parse_look(&vault.setting("look")?),
            organisation: vault.setting("organisation")?,
            actor: vault.setting("actor")?,
            read_only: vault.is_read_only(),
            ..closed("open")
        }),
    }
}

pub(super) fn vault_choose(app: &App, nothing: Nothing) -> Result<VaultState> {
    let folder = app.host.pick_folder().ok_or(Error::Cancelled)?;
    let was_open = app.is_open();
    let shut = shut(app, patience(app));
    // A folder that holds other things is not taken for a vault: a new vault gets a folder of its own inside it.
    let occupied = std::fs::read_dir(&folder).is_ok_and(|mut d| d.next().is_some());
    let place = if standing(&folder) == Standing::Absent && occupied { folder.join("tarazy") } else { folder };
    *app.place.lock().map_err(|_| Error::Inside("the place was abandoned"))? = place;
    app.changed(&["vault"]);
    if was_open {
        app.host.locked(&app.place()?);
    }
    shut?;
    vault_state(app, nothing)
}

pub(super) fn passphrase_suggest(app: &App, args: PassphraseSuggest) -> Result<PassphraseOffer> {
    let list = words::list(code(args.lang));
    let mut chosen = Vec::with_capacity(words::COUNT);
    for _ in 0..words::COUNT {
        let index = draw_below(app, list.len())?;
        chosen.push(*list.get(index).ok_or(Error::Inside("the word list is empty"))?);
    }
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "six times thirteen bits"
    )]
    let bits = (words::COUNT as f64 * (list.len() as f64).log2()) as u32;
    Ok(PassphraseOffer { words: chosen.join(" "), bits })
}

// Draws evenly below a bound: values from the uneven end of the range are thrown away.
fn draw_below(app: &App, bound: usize) -> Result<usize> {
    let bound = u32::try_from(bound).ok().filter(|b| *b > 0).ok_or(Error::Inside("the word list is empty"))?;
    let limit = u32::MAX - u32::MAX % bound;
    loop {
        let mut bytes = [0u8; 4];
        app.env.entropy.fill(&mut bytes).doing("drawing words")?;
        let drawn = u32::from_le_bytes(bytes);
        if drawn < limit {
            return usize::try_from(drawn % bound).map_err(|_| Error::Inside("the machine is too small"));
        }
    }
}

pub(super) fn passphrase_check(_: &App, args: PassphraseCheck) -> Result<PassphraseStrength> {
    let bits = Passphrase::new(&args.passphrase).bits();
    let grade = match bits {
        0..BITS_MIN => "weak",
        BITS_MIN..BITS_STRONG => "fair",
        _ => "strong",
    };
    Ok(PassphraseStrength { bits, grade: grade.to_owned() })
}

pub(super) fn vault_create(app: &App, args: VaultCreate) -> Result<VaultState> {
    let organisation = named(&args.organisation, "organisation")?;
    let actor = named(&args.actor, "actor")?;
    let passphrase = strong(&args.passphrase)?;
    let place = app.place()?;
    let vault = Vault::create_with(&place, &passphrase, app.kdf.cost()?, &app.env, |vault| {
        let mut change = vault.begin()?;
        change.set_setting("organisation", &organisation)?;
        change.set_setting("actor", &actor)?;
        change.set_setting("lang", code(args.lang))?;
        change.set_setting("example", if args.with_example { "yes" } else { "no" })?;
        example::lay_in_reference(&mut change)?;
        change.commit(Event::VaultCreated, vault.id())?;
        if args.with_example { example::lay_in(vault) } else { Ok(()) }
    })?;
    install(app, vault)
}

pub(super) fn vault_unlock(app: &App, args: VaultUnlock) -> Result<VaultState> {
    if app.vault().is_ok() {
        return vault_state(app, Nothing {});
    }
    let place = app.place()?;
    let vault = tried(app, || Vault::open(&place, &Passphrase::new(&args.passphrase), &app.env))?;
    install(app, vault)
}

/// Tries a passphrase out, at the door or behind it: after some wrong ones the next is kept waiting.
///
/// # Errors
/// [`Error::TryLater`] before the wait is over, and those of trying.
pub(super) fn tried<T>(app: &App, out: impl FnOnce() -> Result<T>) -> Result<T> {
    let place = app.place()?;
    Tries::admit(&place, app.env.clock.now_seconds())?;
    let tried = out();
    match &tried {
        Ok(_) => Tries::forget(&place),
        Err(Error::WrongPassphrase) => Tries::count(&place, app.env.clock.now_seconds()),
        Err(_) => {}
    }
    tried
}

pub(super) fn install(app: &App, vault: Vault) -> Result<VaultState> {
    app.presence.begin(&vault)?;
    *app.vault.write().map_err(|_| Error::Inside("the vault was abandoned"))? = Some(Arc::new(vault));
    app.health.begin();
    app.changed(&[
        "vault",
        "orders",
        "complaints",
        "platforms",
        "imports",
        "reviews",
        "papers",
        "ledger",
        "health",
        "keys",
        "backups",
    ]);
    vault_state(app, Nothing {})
}

pub(super) fn vault_lock(app: &App, nothing: Nothing) -> Result<VaultState> {
    let was_open = app.is_open();
    let shut = shut(app, patience(app));
    app.changed(&["vault"]);
    if was_open {
        // Whether or not it could be closed cleanly: nothing of it stays in memory.
        app.host.locked(&app.place()?);
    }
    shut?;
    vault_state(app, nothing)
}

fn patience(app: &App) -> Option<Duration> {
    app.host.starts_anew().then_some(LOCK_PATIENCE)
}

/// Closes the vault, where one is open: cancels what is under way and waits for it, without end or for so long.
///
/// # Errors
/// [`Error::Inside`] where it was still held then: it goes with the process, as in a power cut, and its next opening finds it marked as not
/// closed cleanly. Those of closing it.
pub(super) fn shut(app: &App, patience: Option<Duration>) -> Result<()> {
    app.cancel.store(true, std::sync::atomic::Ordering::SeqCst);
    app.kept.stop();
    app.health.stop();
    app.drawn.forget();
    *app.opened.lock().map_err(|_| Error::Inside("the file was abandoned"))? = None;
    let began = Instant::now();
    let is_over = || patience.is_some_and(|patience| began.elapsed() >= patience);
    // While new keys are taken into use the vault is nobody's: that, too, is waited for no longer.
    let taken = loop {
        match app.vault.try_write() {
            Ok(mut place) => break place.take(),
            Err(TryLockError::Poisoned(_)) => return Err(Error::Inside("the vault was abandoned")),
            Err(TryLockError::WouldBlock) if is_over() => return Err(BUSY),
            Err(TryLockError::WouldBlock) => std::thread::sleep(PULSE),
        }
    };
    let closed = match taken {
        None => Ok(()),
        Some(shared) => match alone(shared, &is_over) {
            Some(vault) => {
                // Nobody holds the vault any more who could read it once more for figures. They go whether or not it can be closed cleanly.
                app.kept.forget();
                vault.close()
            }
            None => Err(BUSY),
        },
    };
    app.kept.forget();
    closed
}

/// How often it is asked whether the vault is held by nobody.
pub(super) const PULSE: Duration = Duration::from_millis(2);
const BUSY: Error = Error::Inside("locking over a command under way");

/// Waits for the commands under way that still hold the vault; they end soon, an import at its next pulse. Nothing where that took too long.
fn alone(mut shared: Arc<Vault>, is_over: &dyn Fn() -> bool) -> Option<Vault> {
    loop {
        match Arc::try_unwrap(shared) {
            Ok(vault) => return Some(vault),
            Err(_) if is_over() => return None,
            Err(again) => {
                shared = again;
                std::thread::sleep(PULSE);
            }
        }
    }
}

pub(super) fn passphrase_change(app: &App, args: PassphraseChange) -> Result<Nothing> {
    let (vault, new) = (app.vault()?, strong(&args.new)?);
    tried(app, || vault.change_passphrase(&Passphrase::new(&args.old), &new, app.kdf.cost()?))?;
    app.changed(&["ledger", "keys"]);
    Ok(Nothing {})
}

pub(super) fn lang_set(app: &App, args: LangSet) -> Result<Nothing> {
    app.vault()?.put_setting("lang", code(args.lang))?;
    app.changed(&["ledger"]);
    Ok(Nothing {})
}

pub(super) fn look_set(app: &App, args: LookSet) -> Result<Nothing> {
    app.vault()?.put_setting("look", look_code(args.look))?;
    app.changed(&["ledger"]);
    Ok(Nothing {})
}

const fn look_code(look: Look) -> &'static str {
    match look {
        Look::System => "system",
        Look::Light => "light",
        Look::Dark => "dark",
    }
}

fn parse_look(kept: &str) -> Look {
    [Look::Light, Look::Dark].into_iter().find(|look| look_code(*look) == kept).unwrap_or_default()
}

pub(super) fn strong(typed: &str) -> Result<Passphrase> {
    let passphrase = Passphrase::new(typed);
    let bits = passphrase.bits();
    if bits < BITS_MIN { Err(Error::PassphraseWeak { bits }) } else { Ok(passphrase) }
}

fn named(text: &str, field: &'static str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > NAME_CHARS_MAX { Err(Error::Invalid(field)) } else { Ok(text.to_owned()) }
}

pub(super) const fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Kk => "kk",
        Lang::Ru => "ru",
        Lang::En => "en",
    }
}

pub(super) fn parse_lang(code: &str) -> Option<Lang> {
    match code {
        "kk" => Some(Lang::Kk),
        "ru" => Some(Lang::Ru),
        "en" => Some(Lang::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Env;
    use crate::api::Host;
    use crate::api::wire::Progress;
    use crate::store::KdfCost;
    use std::path::{Path, PathBuf};
    use std::sync::Mutex;

    const PASSPHRASE: &str = "түлкі сегіз арқан теңіз боран жалау";

    /// A host that would start anew, and says where it was told to.
    #[derive(Default)]
    struct Anew(Mutex<Vec<PathBuf>>);

    impl Host for Anew {
        fn pick_open(&self) -> Option<PathBuf> {
            None
        }

        fn pick_folder(&self) -> Option<PathBuf> {
            None
        }

        fn pick_save(&self, _: &str) -> Option<PathBuf> {
            None
        }

        fn changed(&self, _: &[&str]) {}

        fn starts_anew(&self) -> bool {
            true
        }

        fn locked(&self, place: &Path) {
            self.0.lock().unwrap().push(place.to_owned());
        }

        fn progress(&self, _: &Progress) {}
    }

    #[test]
    fn a_lock_waits_for_nobody_for_long_and_loses_nothing_that_was_acknowledged() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("vault");
        let host = Arc::new(Anew::default());
        let app = App::new(Env::system(), Arc::clone(&host) as Arc<dyn Host>, place.clone(), KdfCost::TESTS);
        app.vault_create(VaultCreate {
            passphrase: PASSPHRASE.to_owned(),
            organisation: "Қор".to_owned(),
            actor: "Әлия".to_owned(),
            lang: Lang::Kk,
            with_example: false,
        })
        .unwrap();
        app.look_set(LookSet { look: Look::Dark }).unwrap();
        let at_work = app.vault().unwrap();
        let began = Instant::now();
        assert!(matches!(app.vault_lock(Nothing {}), Err(Error::Inside("locking over a command under way"))));
        assert!(began.elapsed() < LOCK_PATIENCE * 10, "the lock took {:?}", began.elapsed());
        assert_eq!(*host.0.lock().unwrap(), std::slice::from_ref(&place));
        assert!(!app.is_open());
        // A lock at the door does not start anew a second time.
        app.vault_lock(Nothing {}).unwrap();
        assert_eq!(host.0.lock().unwrap().len(), 1);
        // The process would be gone by now, and what it held with it.
        drop(at_work);
        let state = app.vault_unlock(VaultUnlock { passphrase: PASSPHRASE.to_owned() }).unwrap();
        assert_eq!(state.look, Look::Dark);
        app.vault_lock(Nothing {}).unwrap();
        assert_eq!(host.0.lock().unwrap().len(), 2);
    }
}
