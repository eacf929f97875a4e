//! A name or a phrase that a person looks for to take it away: found in any case ending, in addresses and accounts too, and struck out where it stands.

use super::stem::{Stems, Tongue, words};
use serde_json::Value as Json;
use std::ops::Range;

/// What stands in place of what was taken away, whatever it was. It is no word, so no search finds it.
pub const STRUCK: &str = "***";
/// Words with fewer letters stand for themselves alone: with endings they are too many other words. Beside the other words of a phrase fewer are
/// enough, as in «Айши Бековой».
const LETTERS_MIN: usize = 4;
const LETTERS_MIN_OF_PHRASE: usize = 3;
/// Letters that an ending can add to a name in Kazakh or Russian, as in «Серіковтердің».
const ENDING_MAX: usize = 8;

/// A term of so many words is a name, which may stand in any order.
const IN_ANY_ORDER_MAX: usize = 3;

/// A name or a phrase.
pub struct Term {
    words: Vec<Sought>,
}

struct Sought {
    folded: String,
    // Beginnings under which another case of the word is known.
    beginnings: Vec<String>,
}

impl Sought {
    fn of(folded: String, letters_min: usize) -> Self {
        let stems = Stems::default();
        let mut beginnings: Vec<String> = [Tongue::Kk, Tongue::Ru, Tongue::En]
            .into_iter()
            .map(|tongue| stems.stem(&folded, tongue).into_owned())
            .chain([folded.clone()])
            .chain(folded.strip_suffix(['а', 'о', 'е', 'и', 'у', 'ы', 'э', 'ю', 'я', 'й', 'ь']).map(str::to_owned))
            .filter(|stem| stem.chars().count() >= letters_min)
            .collect();
        beginnings.sort();
        beginnings.dedup();
        Self { folded, beginnings }
    }

    fn is(&self, word: &str) -> bool {
        let in_another_case =
            |begin: &String| word.strip_prefix(begin.as_str()).is_some_and(|end| end.chars().count() <= ENDING_MAX);
        word == self.folded || self.beginnings.iter().any(in_another_case)
    }
}

// Says whether words are those of a term: a name in any order, as «Бекова Айша» in a letter, a longer phrase in its own.
fn stand(words: &[&str], sought: &[&Sought], in_any_order: bool) -> bool {
    let Some((word, rest)) = words.split_first() else { return sought.is_empty() };
    (0..if in_any_order { sought.len() } else { 1 }).any(|at| {
        sought.get(at).is_some_and(|one| one.is(word)) && {
            let left: Vec<&Sought> = sought.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, one)| *one).collect();
            stand(rest, &left, in_any_order)
        }
    })
}

impl Term {
    /// Takes a term apart. Nothing where it has no words, or is one word of fewer than three letters: that stands everywhere.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let folded: Vec<String> = words(written).map(|word| word.folded).collect();
        let letters_min = if folded.len() > 1 { LETTERS_MIN_OF_PHRASE } else { LETTERS_MIN };
        let words: Vec<Sought> = folded.into_iter().map(|word| Sought::of(word, letters_min)).collect();
        let letters: usize = words.iter().map(|word| word.folded.chars().count()).sum();
        (letters >= 3).then_some(Self { words })
    }

    /// Returns the places of a text, in bytes, at which the term stands.
    #[must_use]
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        let found: Vec<_> = words(text).collect();
        let sought: Vec<&Sought> = self.words.iter().collect();
        let mut together: Vec<String> = vec![sought.iter().map(|sought| sought.folded.as_str()).collect()];
        let in_any_order = sought.len() <= IN_ANY_ORDER_MAX;
        if in_any_order {
            together.push(sought.iter().rev().map(|sought| sought.folded.as_str()).collect());
        }
        together.retain(|name: &String| name.chars().count() > LETTERS_MIN);
        let mut places: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while let Some(rest) = found.get(at..).filter(|rest| !rest.is_empty()) {
            let whole = rest
                .get(..self.words.len())
                .filter(|run| stand(&run.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>(), &sought, in_any_order));
            // An account is a name with more around it: aishabekova1990.
            let inside = rest.first().filter(|word| together.iter().any(|name| word.folded.contains(name)));
            match (whole.and_then(|run| Some((run.first()?.from, run.last()?.to))), inside) {
                (Some((from, to)), _) => {
                    places.push(from..to);
                    at += self.words.len();
                }
                (None, Some(word)) => {
                    places.push(word.from..word.to);
                    at += 1;
                }
                (None, None) => at += 1,
            }
        }
        places
    }

    /// Strikes the term out of a text. Nothing where it does not stand in it.
    #[must_use]
    pub fn strike(&self, text: &str) -> Option<String> {
        // Letters of a document in JSON are written in ways of their own.
        if text.starts_with(['{', '['])
            && let Ok(mut json) = serde_json::from_str::<Json>(text)
        {
            return self.strike_json(&mut json).then(|| json.to_string());
        }
        let places = self.places(text);
        if places.is_empty() {
            return None;
        }
        let (mut struck, mut from) = (String::with_capacity(text.len()), 0);
        for place in places {
            struck.push_str(text.get(from..place.start).unwrap_or_default());
            struck.push_str(STRUCK);
            from = place.end;
        }
        struck.push_str(text.get(from..).unwrap_or_default());
        Some(struck)
    }

    fn strike_json(&self, json: &mut Json) -> bool {
        match json {
            Json::String(text) => match self.strike(text) {
                Some(struck) => {
                    *text = struck;
                    true
                }
                None => false,
            },
            Json::Array(items) => {
                let mut is_found = false;
                items.iter_mut().for_each(|item| is_found |= self.strike_json(item));
                is_found
            }
            Json::Object(items) => items.iter_mut().fold(false, |is_found, (_, item)| self.strike_json(item) || is_found),
            _ => false,
        }
    }

    /// Says whether the term stands in a text.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.strike(text).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn struck(term: &str, text: &str) -> Option<String> {
        Term::parse(term).unwrap().strike(text)
    }

    #[test]
    fn a_name_is_struck_out_in_every_case_and_in_accounts() {
        for (text, left) in [
            ("Айша Бекова пришла", "*** пришла"),
            ("от Бековой Айши, 13 лет", "от ***, 13 лет"),
            ("t.me/bekovaaisha", "t.me/bekovaaisha"),
            ("t.me/бековаайша1990", "t.me/***"),
            ("жалоба Айши Бековой, 13 лет", "жалоба ***, 13 лет"),
            ("АЙША  БЕКОВАНЫҢ хаты", "*** хаты"),
            ("https://t.me/aisha/1", "https://t.me/aisha/1"),
        ] {
            assert_eq!(struck("Айша Бекова", text).unwrap_or_else(|| text.to_owned()), left);
        }
        assert_eq!(struck("aisha bekova", "https://t.me/Aisha_Bekova/17").unwrap(), "https://t.me/***/17");
        assert_eq!(struck("aisha bekova", "@aishabekova1990 and Aisha Bekova's").unwrap(), "@*** and ***'s");
        assert_eq!(struck("Бекова", "Бековой и Бекетов"), Some("*** и Бекетов".to_owned()));
        assert!(Term::parse(" — ").is_none() && Term::parse("И").is_none());
    }

    #[test]
    fn a_phrase_of_many_words_stands_in_its_own_order_only() {
        let phrase = "сол бір қара түн";
        assert_eq!(struck(phrase, "сол бір қара түн еді").unwrap(), "*** еді");
        assert_eq!(struck(phrase, "сол бір түн қара еді"), None);
    }

    #[test]
    fn a_document_stays_a_document() {
        let given = r#"[{"code":"A1","note":"сказала\nАйша Бекова","value":"Y"}]"#;
        assert_eq!(struck("Айша Бекова", given).unwrap(), r#"[{"code":"A1","note":"сказала\n***","value":"Y"}]"#);
    }

    proptest! {
        #[test]
        fn what_was_struck_is_not_found_again(before in "[а-яa-z ,.@/]{0,12}", name in "[А-Я][а-я]{3,9}", after in "[а-яa-z ,.@/]{0,12}") {
            let term = Term::parse(&name).unwrap();
            let struck = term.strike(&format!("{before} {name} {after}"));
            prop_assert!(struck.as_ref().is_some_and(|left| !term.is_in(left)), "{struck:?}");
        }
    }
}
