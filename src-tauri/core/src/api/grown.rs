//! Whether the ledger has only grown since somebody kept a checkpoint of it. For the command line: whoever kept one has no window.

use super::App;
use crate::error::Result;
use crate::store::Since;

impl App {
    /// Returns the last checkpoint of the ledger, a signed note.
    pub fn ledger_checkpoint(&self) -> Result<String> {
        self.vault()?.checkpoint()
    }

    /// Compares the ledger with a checkpoint that was kept.
    pub fn ledger_since(&self, kept: &str) -> Result<Since> {
        self.vault()?.since(kept)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{silent::Silent, wire::*};
    use super::*;
    use crate::env::{Env, Fixed};
    use crate::store::KdfCost;
    use std::path::Path;
    use std::sync::Arc;
    use tarazy_ledger::check_consistency;

    const WORDS: &str = "түлкі сегіз арқан теңіз боран жалау";

    fn app(folder: &Path, env: Env) -> App {
        App::new(env, Arc::new(Silent), folder.join("v"), KdfCost::TESTS)
    }

    fn created(folder: &Path, env: Env) -> App {
        let app = app(folder, env);
        app.vault_create(VaultCreate {
            passphrase: WORDS.to_owned(),
            lang: Lang::En,
            with_example: false,
            organisation: "Office".to_owned(),
            actor: "Aigerim".to_owned(),
        })
        .unwrap();
        app
    }

    fn write(app: &App) {
        app.lang_set(LangSet { lang: Lang::Kk }).unwrap();
        app.order_add(OrderAdd::of(super::super::orders::empty_draft(0))).unwrap();
    }

    fn copied(from: &Path, to: &Path) {
        std::fs::create_dir_all(to).unwrap();
        for entry in std::fs::read_dir(from).unwrap().flatten() {
            let to = to.join(entry.file_name());
            if entry.path().is_dir() {
                copied(&entry.path(), &to);
            } else {
                std::fs::copy(entry.path(), to).unwrap();
            }
        }
    }

    #[test]
    fn a_ledger_that_grew_is_told_from_one_that_lost_entries_or_has_others() {
        let (home, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let app = created(home.path(), Fixed::env(1_760_000_000_000_000));
        write(&app);
        app.close().unwrap();
        // A copy of the vault, from which two pasts grow.
        copied(&home.path().join("v"), &other.path().join("v"));
        app.vault_unlock(VaultUnlock { passphrase: WORDS.to_owned() }).unwrap();
        let early = app.ledger_checkpoint().unwrap();
        write(&app);
        let late = app.ledger_checkpoint().unwrap();
        let Since::Grown { from, to, proof } = app.ledger_since(&early).unwrap() else { panic!("it has only grown") };
        assert!(from < to && proof.ends_with(&late));
        let vault = app.vault().unwrap();
        assert!(check_consistency(&proof, &early, &vault.public().0, early.lines().next().unwrap()).is_ok(), "others see it too");
        assert!(matches!(app.ledger_since(&late).unwrap(), Since::Grown { from, to, .. } if from == to));
        assert_eq!(app.ledger_since(&early.replace("\n", "\r\n")).unwrap(), Since::Foreign);
        assert_eq!(app.ledger_since("").unwrap(), Since::Foreign);

        let forked = self::app(other.path(), Env::system());
        forked.vault_unlock(VaultUnlock { passphrase: WORDS.to_owned() }).unwrap();
        assert_eq!(forked.ledger_since(&late).unwrap(), Since::Shorter { from: to, to: from }, "an older copy was put back");
        while forked.vault().unwrap().custody().unwrap().size() <= to {
            write(&forked);
        }
        let size = forked.vault().unwrap().custody().unwrap().size();
        assert_eq!(forked.ledger_since(&late).unwrap(), Since::Rewritten { from: to, to: size });
        assert!(matches!(forked.ledger_since(&early).unwrap(), Since::Grown { .. }), "what both share");

        let stranger = tempfile::tempdir().unwrap();
        assert_eq!(created(stranger.path(), Env::system()).ledger_since(&early).unwrap(), Since::Foreign);
    }
}
