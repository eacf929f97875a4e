//! Words and their stems, for search and for near duplicates. A word is folded first, so that Kazakh typed on a Russian keyboard gives the
//! same stem. Russian and English are Snowball's; Kazakh, which Snowball has not, is a light stripper of our own.
//!
//! Measured on inflections made from the Hunspell dictionaries, 12,000 lemmas of each language: share of the inflected forms that meet their
//! base form, and of the lemmas that share a stem with another.
//!
//! | language | forms | meet | collide |
//! | --- | --- | --- | --- |
//! | Kazakh | 284,456 | 89.4 % | 24.5 % |
//! | Russian | 121,561 | 91.2 % | 12.2 % |
//! | English | 24,380 | 91.8 % | 16.4 % |
//!
//! The last test below measures anew.

use super::fold::fold_into;
use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::iter::Peekable;
use std::str::CharIndices;

/// A language that has stems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tongue {
    /// Kazakh, Cyrillic script.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Tongue {
    /// Reads the code of a language. Other languages, several at once and none are told word by word.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "kk" => Some(Self::Kk),
            "ru" => Some(Self::Ru),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    // Guesses the language of a Cyrillic text from its own letters and its smallest words, given as written and folded; Russian when nothing tells.
    fn guess<'a>(words: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let (mut kazakh, mut russian) = (0_u32, 0_u32);
        for (written, folded) in words.take(GUESS_WORDS_MAX) {
            if is_kazakh(written) || KAZAKH.contains(&folded) {
                kazakh += 1;
            } else if RUSSIAN.contains(&folded) {
                russian += 1;
            }
        }
        if kazakh > russian { Self::Kk } else { Self::Ru }
    }
}

const GUESS_WORDS_MAX: usize = 200;
/// Small words that only one of the two languages has, folded.
const KAZAKH: [&str; 24] = [
    "жане",
    "бул",
    "ушин",
    "деп",
    "емес",
    "бар",
    "мен",
    "болып",
    "жок",
    "осы",
    "сол",
    "туралы",
    "бойынша",
    "кандай",
    "калай",
    "неге",
    "олар",
    "еди",
    "екен",
    "гой",
    "керек",
    "болды",
    "кейин",
    "гана",
];
const RUSSIAN: [&str; 24] = [
    "и", "в", "на", "не", "что", "как", "это", "по", "с", "из", "за", "от", "для", "о", "к", "у", "но", "же", "бы", "был", "они",
    "его", "при", "или",
];

fn is_kazakh(word: &str) -> bool {
    word.chars().any(|letter| {
        matches!(
            letter,
            'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'і' | 'Ә' | 'Ғ' | 'Қ' | 'Ң' | 'Ө' | 'Ұ' | 'Ү' | 'Һ' | 'І'
        )
    })
}

/// A word of a text: where it stands, in bytes, and its folded form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// First byte.
    pub from: usize,
    /// One past the last byte.
    pub to: usize,
    /// Folded, and cut after [`WORD_LETTERS_MAX`] letters.
    pub folded: String,
}

/// Letters of a word that are looked at. What is longer is no word of any language, and shall not fill an index.
pub const WORD_LETTERS_MAX: usize = 40;

/// Takes a text apart into words: runs of letters and digits, with the marks that belong to a letter.
pub fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let mut folded = String::new();
        let (from, to) = next_word(text, &mut rest, &mut folded)?;
        Some(Word { from, to, folded })
    })
}

/// Finds the next word, and appends its folded form.
fn next_word(text: &str, rest: &mut Peekable<CharIndices<'_>>, folded: &mut String) -> Option<(usize, usize)> {
    let (from, _) = rest.find(|(_, letter)| is_written(*letter))?;
    let mut to = text.len();
    while let Some((at, letter)) = rest.peek().copied() {
        if !belongs(letter) {
            to = at;
            break;
        }
        rest.next();
    }
    let start = folded.len();
    fold_into(text.get(from..to).unwrap_or_default(), folded);
    let own = folded.get(start..).unwrap_or_default();
    if own.len() > WORD_LETTERS_MAX
        && let Some((cut, _)) = own.char_indices().nth(WORD_LETTERS_MAX)
    {
        folded.truncate(start + cut);
    }
    Some((from, to))
}

/// The words of one text with all folded forms in one piece: a text of an import is taken apart without asking for memory.
#[derive(Default)]
struct Apart {
    folded: String,
    /// First and last byte in the text, and in the folded piece.
    places: Vec<(usize, usize, usize, usize)>,
}

impl Apart {
    fn take(&mut self, text: &str) {
        self.folded.clear();
        self.places.clear();
        let mut rest = text.char_indices().peekable();
        loop {
            let start = self.folded.len();
            let Some((from, to)) = next_word(text, &mut rest, &mut self.folded) else { return };
            self.places.push((from, to, start, self.folded.len()));
        }
    }

    /// The words as written and folded.
    fn words<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.places.iter().map(|(from, to, start, end)| {
            (text.get(*from..*to).unwrap_or_default(), self.folded.get(*start..*end).unwrap_or_default())
        })
    }
}

// The letters of nearly every text are told without the tables of all scripts.
fn is_written(letter: char) -> bool {
    match letter {
        '0'..='9' | 'a'..='z' | 'A'..='Z' | 'а'..='я' | 'А'..='Я' => true,
        '\0'..='\x7f' => false,
        _ => letter.is_alphanumeric(),
    }
}

fn belongs(letter: char) -> bool {
    is_written(letter) || ('\u{300}'..='\u{36f}').contains(&letter)
}

/// Makes stems; one is made for a piece of work and used for all of it.
pub struct Stems {
    ru: Stemmer,
    en: Stemmer,
    memory: RefCell<Memory>,
}

#[derive(Default)]
struct Memory {
    apart: Apart,
    /// Stems that were made before, by language: most words of a text were in the texts before it.
    made: [HashMap<Box<str>, Box<str>>; 3],
}

/// Words of a language whose stems are remembered: then all of them are forgotten. Some six megabytes.
const REMEMBERED_MAX: usize = 50_000;

impl Default for Stems {
    fn default() -> Self {
        Self { ru: Stemmer::create(Algorithm::Russian), en: Stemmer::create(Algorithm::English), memory: RefCell::default() }
    }
}

impl Stems {
    /// Returns the stem of a folded word.
    #[must_use]
    pub fn stem<'w>(&self, word: &'w str, tongue: Tongue) -> Cow<'w, str> {
        // Numbers, and mixtures such as `b12`, are names of something and have no endings.
        if !word.chars().all(char::is_alphabetic) {
            return Cow::Borrowed(word);
        }
        match tongue {
            Tongue::Kk => kazakh(word),
            Tongue::Ru => self.ru.stem(word),
            Tongue::En => self.en.stem(word),
        }
    }

    /// Tells the stems of a text in its order. Latin words are read as English; Cyrillic ones in the language that is known, or else in the
    /// one that the word's letters or the whole text suggest.
    pub fn each(&self, text: &str, known: Option<Tongue>, take: &mut dyn FnMut(&str)) {
        let mut memory = self.memory.borrow_mut();
        let Memory { apart, made: [kk, ru, en] } = &mut *memory;
        apart.take(text);
        let cyrillic = match known {
            Some(tongue @ (Tongue::Kk | Tongue::Ru)) => tongue,
            _ => Tongue::guess(apart.words(text)),
        };
        for (written, folded) in apart.words(text) {
            let tongue = if written.starts_with(|letter: char| letter.is_ascii()) {
                Tongue::En
            } else if known.is_none() && is_kazakh(written) {
                Tongue::Kk
            } else {
                cyrillic
            };
            // A number is hardly ever met again.
            if folded.starts_with(|letter: char| letter.is_ascii_digit()) {
                take(&self.stem(folded, tongue));
                continue;
            }
            let made = match tongue {
                Tongue::Kk => &mut *kk,
                Tongue::Ru => &mut *ru,
                Tongue::En => &mut *en,
            };
            if let Some(stem) = made.get(folded) {
                take(stem);
                continue;
            }
            let stem = self.stem(folded, tongue);
            take(&stem);
            if made.len() >= REMEMBERED_MAX {
                made.clear();
            }
            made.insert(folded.into(), stem.into());
        }
    }

    /// Returns the stems of a text in its order.
    #[cfg(test)]
    pub fn of(&self, text: &str, known: Option<Tongue>) -> Vec<String> {
        let mut stems = Vec::new();
        self.each(text, known, &mut |stem| stems.push(stem.to_owned()));
        stems
    }

    /// Returns every form under which a folded word may stand in an index: itself and its stems, each once.
    #[must_use]
    pub fn all(&self, word: &str) -> Vec<String> {
        let mut forms = vec![word.to_owned()];
        for tongue in [Tongue::Kk, Tongue::Ru, Tongue::En] {
            let stem = self.stem(word, tongue);
            if !forms.iter().any(|form| *form == *stem) {
                forms.push(stem.into_owned());
            }
        }
        forms
    }
}

/// Appends a word to a line of words with blanks between.
pub fn append(line: &mut String, word: &str) {
    if !line.is_empty() {
        line.push(' ');
    }
    line.push_str(word);
}

/// Endings of nouns and verbs in the folded spelling; of two where one ends like the other, the longer stands first.
const ENDINGS: &[&str] = &[
    "дыныздар",
    "диниздер",
    "тыныздар",
    "тиниздер",
    "дындар",
    "диндер",
    "тындар",
    "тиндер",
    "дыныз",
    "диниз",
    "тыныз",
    "тиниз",
    "сыздар",
    "сиздер",
    "сындар",
    "синдер",
    "ныздар",
    "низдер",
    "ындар",
    "индер",
    "ндар",
    "ндер",
    "менен",
    "бенен",
    "пенен",
    "ймын",
    "ймин",
    "ымыз",
    "имиз",
    "ыныз",
    "иниз",
    "дым",
    "дим",
    "тым",
    "тим",
    "дык",
    "дик",
    "тык",
    "тик",
    "айын",
    "ейин",
    "айык",
    "ейик",
    "амын",
    "емин",
    "амыз",
    "емиз",
    "асын",
    "есин",
    "асыз",
    "есиз",
    "айды",
    "ейди",
    "ады",
    "еди",
    "мыз",
    "миз",
    "ныз",
    "низ",
    "мын",
    "мин",
    "сын",
    "син",
    "сыз",
    "сиз",
    "бын",
    "бин",
    "пын",
    "пин",
    "нын",
    "нин",
    "дын",
    "дин",
    "тын",
    "тин",
    "дан",
    "ден",
    "тан",
    "тен",
    "нан",
    "нен",
    "мен",
    "бен",
    "пен",
    "нда",
    "нде",
    "лар",
    "лер",
    "дар",
    "дер",
    "тар",
    "тер",
    "йын",
    "йин",
    "йык",
    "йик",
    "ган",
    "ген",
    "кан",
    "кен",
    "йды",
    "йди",
    "да",
    "де",
    "та",
    "те",
    "га",
    "ге",
    "ка",
    "ке",
    "на",
    "не",
    "ны",
    "ни",
    "ды",
    "ди",
    "ты",
    "ти",
    "сы",
    "си",
    "ым",
    "им",
    "ын",
    "ин",
    "ып",
    "ип",
    "м",
    "н",
    "ы",
    "и",
    "у",
    "й",
];
/// What a stem keeps at least: with three letters left to it, every third lemma would share its stem with another.
const STEM_LETTERS_MIN: usize = 4;
/// An ending of one letter is told from the last letter of the word only by the length of the rest.
const SHORT_STEM_LETTERS_MIN: usize = 5;

// Strips one ending after the other, as they were put on: plural, possessive, case.
fn kazakh(word: &str) -> Cow<'_, str> {
    let mut stem = word;
    while let Some(rest) = ENDINGS.iter().find_map(|ending| {
        let rest = stem.strip_suffix(ending)?;
        let min = if ending.chars().count() == 1 { SHORT_STEM_LETTERS_MIN } else { STEM_LETTERS_MIN };
        (rest.chars().count() >= min && rest.contains(is_vowel)).then_some(rest)
    }) {
        stem = rest;
    }
    // The last consonant is voiced before a vowel: кітап, кітабым.
    match (stem.strip_suffix('б'), stem.strip_suffix('г')) {
        (Some(rest), _) => Cow::Owned(format!("{rest}п")),
        (_, Some(rest)) => Cow::Owned(format!("{rest}к")),
        _ => Cow::Borrowed(stem),
    }
}

fn is_vowel(letter: char) -> bool {
    "аеиоуыэюя".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;
    use proptest::prelude::*;

    fn meet(tongue: Tongue, forms: &[&str]) {
        let stems = Stems::default();
        let all: Vec<_> = forms.iter().map(|form| stems.stem(&fold(form), tongue).into_owned()).collect();
        assert!(all.windows(2).all(|pair| pair[0] == pair[1]), "{forms:?} have the stems {all:?}");
    }

    #[test]
    fn inflected_forms_meet() {
        meet(Tongue::Kk, &["министрлік", "министрліктің", "министрлікке", "министрліктерден", "министрлігіміз"]);
        meet(Tongue::Kk, &["нұсқама", "нұсқаманы", "нұсқамалар", "нұсқамалардың", "нускамалары"]);
        meet(Tongue::Kk, &["кітап", "кітабымыз", "кітаптарыңыз"]);
        meet(Tongue::Ru, &["предписание", "предписания", "предписанием", "предписаний"]);
        meet(Tongue::En, &["order", "orders", "ordered"]);
    }

    #[test]
    fn kazakh_without_its_letters_has_the_same_stems() {
        let stems = Stems::default();
        for (written, typed) in [("Жойылған хабарламалар", "жойылган хабарламалар"), ("қоғамдық үйлердің", "когамдык уйлердин")]
        {
            assert_eq!(stems.of(written, Some(Tongue::Kk)), stems.of(typed, Some(Tongue::Kk)));
        }
    }

    #[test]
    fn words_know_where_they_stand() {
        let text = "№ 12-ӨҚ, «ёлка» e\u{308}";
        let found: Vec<_> = words(text).map(|w| (&text[w.from..w.to], w.folded)).collect();
        let expect = [("12", "12"), ("ӨҚ", "ок"), ("ёлка", "елка"), ("e\u{308}", "e\u{308}")];
        assert_eq!(found.iter().map(|(a, b)| (*a, b.as_str())).collect::<Vec<_>>(), expect);
        assert_eq!(words(&"я".repeat(500)).next().unwrap().folded.chars().count(), WORD_LETTERS_MAX);
    }

    #[test]
    fn a_language_is_guessed_from_letters_or_small_words() {
        let guess = |text: &str| {
            let mut apart = Apart::default();
            apart.take(text);
            Tongue::guess(apart.words(text))
        };
        assert_eq!(guess("Министрлік нұсқамасы"), Tongue::Kk);
        assert_eq!(guess("бул туралы барлык акпарат жане сурак"), Tongue::Kk);
        assert_eq!(guess("о том, что в посте и как это было"), Tongue::Ru);
        assert_eq!(guess(""), Tongue::Ru);
    }

    proptest! {
        #[test]
        fn every_text_has_words_that_stand_in_it(text in any::<String>()) {
            let mut last = 0;
            for word in words(&text) {
                prop_assert!(word.from >= last && word.to > word.from && text.is_char_boundary(word.from) && text.is_char_boundary(word.to));
                prop_assert!(!word.folded.is_empty() && !word.folded.contains(' '));
                last = word.to;
            }
        }

        #[test]
        fn a_word_stands_under_the_stem_of_any_language(word in "[а-я]{1,20}|[a-z]{1,20}|[а-яәғқңөұүі0-9]{1,20}") {
            let stems = Stems::default();
            let word = fold(&word);
            let all = stems.all(&word);
            for tongue in [Tongue::Kk, Tongue::Ru, Tongue::En] {
                prop_assert!(all.iter().any(|form| *form == stems.stem(&word, tongue)));
            }
        }
    }

    /// Measures stems against a file of lines "lemma, tab, inflected form", which `TARAZY_INFLECTIONS` names as `kk=FILE:ru=FILE:en=FILE`. The
    /// figures above were made from the dictionaries hunspell-kk, hunspell-ru and hunspell-en-us of Debian 12 by applying every suffix rule.
    #[test]
    #[ignore = "needs inflections, which are not part of the project"]
    fn stems_are_measured() {
        use std::collections::{BTreeMap, BTreeSet};
        let Ok(named) = std::env::var("TARAZY_INFLECTIONS") else { return };
        let stems = Stems::default();
        for (code, path) in named.split(':').filter_map(|pair| pair.split_once('=')) {
            let tongue = Tongue::parse(code).unwrap();
            let stem = |text: &str| stems.of(text, Some(tongue)).into_iter().next().unwrap_or_default();
            let (mut met, mut all) = (0_u32, 0_u32);
            let mut lemmas: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            for (lemma, form) in std::fs::read_to_string(path).unwrap().lines().filter_map(|line| line.split_once('\t')) {
                let base = stem(lemma);
                all += 1;
                met += u32::from(base == stem(form));
                lemmas.entry(base).or_default().insert(fold(lemma));
            }
            let of: usize = lemmas.values().map(BTreeSet::len).sum();
            let collide: usize = lemmas.values().map(BTreeSet::len).filter(|n| *n > 1).sum();
            let share = |a: f64, b: f64| 100.0 * a / b.max(1.0);
            println!(
                "{code}: {all} forms, {:.1} % meet, {:.1} % collide",
                share(met.into(), all.into()),
                share(collide as f64, of as f64)
            );
        }
    }
}
