//! Creating, unlocking, locking.

use super::wire::{
    Lang, LangSet, Look, LookSet, Nothing, PassphraseChange, PassphraseCheck, PassphraseOffer, PassphraseStrength,
    PassphraseSuggest,
};
use super::wire::{VaultCreate, VaultState, VaultUnlock};
use super::{App, example, file_name};
use crate::error::{Doing, Error, Result};
use crate::model::words;
use crate::store::{Event, Passphrase, Standing, Vault, standing};
use std::sync::Arc;

/// A passphrase below this many estimated bits is refused.
const BITS_MIN: u32 = 45;
const BITS_STRONG: u32 = 63;
const NAME_CHARS_MAX: usize = 200;

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
            ..closed("open")
        }),
    }
}

pub(super) fn vault_choose(app: &App, nothing: Nothing) -> Result<VaultState> {
    let folder = app.host.pick_folder().ok_or(Error::Cancelled)?;
    if app.vault().is_ok() {
        vault_lock(app, Nothing {})?;
    }
    // A folder that holds other things is not taken for a vault: a new vault gets a folder of its own inside it.
    let occupied = std::fs::read_dir(&folder).is_ok_and(|mut d| d.next().is_some());
    let place = if standing(&folder) == Standing::Absent && occupied { folder.join("tarazy") } else { folder };
    *app.place.lock().map_err(|_| Error::Inside("the place was abandoned"))? = place;
    app.changed(&["vault"]);
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
    let vault = Vault::create(&place, &passphrase, app.kdf, &app.env)?;
    let mut change = vault.begin()?;
    change.set_setting("organisation", &organisation)?;
    change.set_setting("actor", &actor)?;
    change.set_setting("lang", code(args.lang))?;
    change.set_setting("example", if args.with_example { "yes" } else { "no" })?;
    example::lay_in_reference(&mut change)?;
    change.commit(Event::VaultCreated, vault.id())?;
    if args.with_example {
        example::lay_in(&vault)?;
    }
    install(app, vault)
}

pub(super) fn vault_unlock(app: &App, args: VaultUnlock) -> Result<VaultState> {
    if app.vault().is_ok() {
        return vault_state(app, Nothing {});
    }
    let vault = Vault::open(&app.place()?, &Passphrase::new(&args.passphrase), &app.env)?;
    install(app, vault)
}

fn install(app: &App, vault: Vault) -> Result<VaultState> {
    *app.vault.write().map_err(|_| Error::Inside("the vault was abandoned"))? = Some(Arc::new(vault));
    app.changed(&["vault", "orders", "complaints", "platforms", "imports", "reviews", "papers", "ledger"]);
    vault_state(app, Nothing {})
}

pub(super) fn vault_lock(app: &App, nothing: Nothing) -> Result<VaultState> {
    app.cancel.store(true, std::sync::atomic::Ordering::SeqCst);
    app.kept.stop();
    *app.opened.lock().map_err(|_| Error::Inside("the file was abandoned"))? = None;
    let taken = app.vault.write().map_err(|_| Error::Inside("the vault was abandoned"))?.take();
    if let Some(mut shared) = taken {
        // Commands under way still hold the vault; they end soon, an import at its next pulse.
        let vault = loop {
            match Arc::try_unwrap(shared) {
                Ok(vault) => break vault,
                Err(again) => {
                    shared = again;
                    std::thread::sleep(std::time::Duration::from_millis(2));
                }
            }
        };
        // Nobody holds the vault any more who could read it once more for figures. They go whether or not it can be closed cleanly.
        app.kept.forget();
        vault.close()?;
    }
    app.kept.forget();
    app.changed(&["vault"]);
    vault_state(app, nothing)
}

pub(super) fn passphrase_change(app: &App, args: PassphraseChange) -> Result<Nothing> {
    let vault = app.vault()?;
    vault.change_passphrase(&Passphrase::new(&args.old), &strong(&args.new)?, app.kdf)?;
    app.changed(&["ledger"]);
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

fn strong(typed: &str) -> Result<Passphrase> {
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
