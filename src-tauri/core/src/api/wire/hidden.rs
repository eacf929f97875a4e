//! Requests and replies that carry what opens the register: asked to print themselves for debugging, they say their name alone, so that no log, no
//! panic and no failed assertion ever holds a passphrase or a recovery key.

use super::{
    BackupDrill, BackupRestore, KeysRotate, PassphraseChange, PassphraseCheck, PassphraseOffer, RecoveryConfirm, RecoveryMake,
    RecoveryOffer, RecoveryWordsAsk, SecondSet, SlotRemove, VaultCreate, VaultRecover, VaultUnlock,
};
use std::fmt::{Debug, Formatter, Result};

macro_rules! hidden {
    ($($name:ident),+ $(,)?) => {
        $(impl Debug for $name {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        })+
    };
}

hidden!(
    BackupDrill,
    BackupRestore,
    KeysRotate,
    PassphraseChange,
    PassphraseCheck,
    PassphraseOffer,
    RecoveryConfirm,
    RecoveryMake,
    RecoveryOffer,
    RecoveryWordsAsk,
    SecondSet,
    SlotRemove,
    VaultCreate,
    VaultRecover,
    VaultUnlock,
);

#[cfg(test)]
mod tests {
    use super::*;
    use serde::de::DeserializeOwned;

    const SECRET: &str = "түлкі сегіз арқан";

    // The secret stands wherever a text can.
    fn printed<T: DeserializeOwned + Debug>(fields: &str) -> String {
        let whole = fields.replace('*', &format!("{SECRET:?}"));
        format!("{:?}", serde_json::from_str::<T>(&whole).unwrap())
    }

    #[test]
    fn what_opens_the_register_is_never_printed() {
        let all = [
            printed::<BackupDrill>(r#"{"typed":[*]}"#),
            printed::<BackupRestore>(r#"{"passphrase":*,"typed":[*],"new":*}"#),
            printed::<KeysRotate>(r#"{"passphrase":*}"#),
            printed::<PassphraseChange>(r#"{"old":*,"new":*}"#),
            printed::<PassphraseCheck>(r#"{"passphrase":*}"#),
            printed::<PassphraseOffer>(r#"{"words":*,"bits":77}"#),
            printed::<RecoveryConfirm>(r#"{"typed":[*]}"#),
            printed::<RecoveryMake>(r#"{"passphrase":*,"lang":"kk","shares":false}"#),
            printed::<RecoveryOffer>(r#"{"texts":[*],"organisation":*,"drawn_at":0}"#),
            printed::<RecoveryWordsAsk>(r#"{"typed":*}"#),
            printed::<SecondSet>(r#"{"passphrase":*,"second":*}"#),
            printed::<SlotRemove>(r#"{"kind":*,"passphrase":*}"#),
            printed::<VaultCreate>(r#"{"passphrase":*,"lang":"kk","with_example":false,"organisation":*,"actor":*}"#),
            printed::<VaultRecover>(r#"{"typed":[*],"new":*}"#),
            printed::<VaultUnlock>(r#"{"passphrase":*}"#),
        ];
        for line in all {
            assert!(line.ends_with(" { .. }") && !line.contains("түлкі"), "{line}");
        }
    }

    // Whoever adds such a request is told here, before it stands in any log.
    #[test]
    fn what_has_a_field_for_a_secret_derives_no_debug() {
        const SECRETS: [&str; 4] = ["passphrase", "typed", "old", "new"];
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/api/wire");
        let mut hidden = 0;
        for file in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            for part in text.split("#[derive(").skip(1) {
                let (derived, rest) = part.split_once(")]").unwrap();
                let body = rest.split("\n}").next().unwrap();
                if SECRETS.iter().any(|field| {
                    ["String,", "Vec<String>,"].iter().any(|kind| body.contains(&format!("    pub {field}: {kind}")))
                }) {
                    assert!(!derived.contains("Debug"), "{body}");
                    hidden += 1;
                }
            }
        }
        assert!(hidden >= 12, "{hidden} requests carry a secret");
    }
}
