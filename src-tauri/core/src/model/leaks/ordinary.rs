//! Words that say nothing by themselves: those of the three languages' word lists, of our own texts, and of the bodies and laws that everybody may
//! read of. A name that is such a word is looked for only with another part of the name beside it.

use super::sound::{bases, sounds, stems};
use crate::model::fold::fold;
use std::collections::HashSet;

/// Letters of a part of a name that is looked for alone.
pub const ALONE_MIN: usize = 5;

/// The words, by what they sound like, and the texts, to tell whether words in a row are our own.
#[derive(Default)]
pub struct Ordinary {
    /// Words and texts that are the same for every register.
    beneath: Option<&'static Self>,
    sounds: HashSet<Box<str>>,
    texts: String,
}

/// Surnames are made of ordinary words by these: Арманов is no dream.
const SURNAME: [&str; 8] = ["OV", "IV", "OVA", "IVA", "IN", "INA", "SKI", "SKAIA"];

impl Ordinary {
    /// Begins with words and texts that were taken in before.
    #[must_use]
    pub fn above(beneath: &'static Self) -> Self {
        Self { beneath: Some(beneath), ..Self::default() }
    }

    /// Takes in single words.
    pub fn take_words<'w>(&mut self, words: impl Iterator<Item = &'w str>) {
        for word in words {
            self.take_word(word);
        }
    }

    /// Takes in a text, for its words and for what it says.
    pub fn take_text(&mut self, text: &str) {
        let start = self.texts.len();
        self.texts.push('\n');
        for word in words_of(&fold(text)) {
            self.texts.push(' ');
            self.texts.push_str(word);
        }
        self.texts.push(' ');
        let words: Vec<String> = self.texts.get(start..).unwrap_or_default().split_whitespace().map(str::to_owned).collect();
        self.take_words(words.iter().map(String::as_str));
    }

    fn take_word(&mut self, word: &str) {
        let folded = fold(word);
        for sound in sounds(&folded).iter().take(4) {
            for base in bases(sound).filter(|base| base.len() > 3 || base.len() == sound.len()) {
                if !self.has(base) {
                    self.sounds.insert(base.into());
                }
            }
        }
    }

    /// Says whether a folded word is one of them, in whatever case.
    #[must_use]
    pub fn is_word(&self, folded: &str) -> bool {
        sounds(folded).iter().any(|sound| {
            self.has(sound)
                || stems(sound).any(|stem| {
                    let ending = sound.get(stem.len()..).unwrap_or_default();
                    stem.len() > 3 && !SURNAME.contains(&ending) && self.has(stem)
                })
        })
    }

    /// Says whether folded words, with single blanks between, stand in a text that was taken in.
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        let row = format!(" {words} ");
        self.texts.contains(&row) || self.beneath.is_some_and(|beneath| beneath.texts.contains(&row))
    }

    fn has(&self, sound: &str) -> bool {
        self.sounds.contains(sound) || self.beneath.is_some_and(|beneath| beneath.has(sound))
    }
}

/// Takes a folded text apart into words: letters and digits, with the marks inside a word.
pub fn words_of(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|letter: char| !(letter.is_alphanumeric() || super::sound::is_mark(letter) || is_joining(letter))).filter_map(
        |word| {
            let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            (!word.is_empty()).then_some(word)
        },
    )
}

/// Says whether a mark belongs to the letter before it.
pub const fn is_joining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}
