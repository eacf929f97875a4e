//! The phrases by which letters are read. They are data: assets/imports/phrases.json.

use super::tokens::Phrase;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

const SOURCE: &str = include_str!("../../../../../assets/imports/phrases.json");

macro_rules! phrases {
    (coded: $($coded:ident),+; listed: $($listed:ident),+; words: $($words:ident),+) => {
        /// The file as it is.
        #[derive(Debug, Default, Deserialize)]
        struct Source { $($coded: BTreeMap<String, Vec<String>>,)+ $($listed: Vec<String>,)+ $($words: Vec<String>,)+ }

        /// The phrases, ready to be looked for.
        #[derive(Debug, Default)]
        pub(super) struct Phrases {
            $(pub $coded: Vec<(String, Vec<Phrase>)>,)+
            $(pub $listed: Vec<Phrase>,)+
            $(pub $words: Vec<String>,)+
        }

        impl From<Source> for Phrases {
            fn from(source: Source) -> Self {
                let list = |written: Vec<String>| written.iter().map(|phrase| Phrase::new(phrase)).collect::<Vec<_>>();
                Self {
                    $($coded: source.$coded.into_iter().map(|(code, written)| (code, list(written))).collect(),)+
                    $($listed: list(source.$listed),)+
                    $($words: source.$words.iter().map(|word| crate::model::fold::fold(word)).collect(),)+
                }
            }
        }
    };
}

phrases! {
    coded: instruments, actions, grounds, platform_names;
    listed: threats, h24, immediate, asap, from_receipt, from_issue, not_our_term, secrecy, appeal, notified, scope_kz, scope_world,
        duration_permanent, duration_until, court_act, signatories, child_sexual, cited, cited_behind, not_ours, received, published,
        recipients, closings;
    words: kazakh_words, english_words
}

/// Returns the phrases, read once.
pub(super) fn phrases() -> &'static Phrases {
    static PHRASES: OnceLock<Phrases> = OnceLock::new();
    // A test holds that the file can be read, so the empty default never shows.
    PHRASES.get_or_init(|| Phrases::from(serde_json::from_str::<Source>(SOURCE).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_phrases_can_be_read() {
        let source: Source = serde_json::from_str(SOURCE).unwrap();
        assert!(source.instruments.len() >= 6 && source.grounds.len() >= 13 && source.actions.len() >= 6);
    }
}
