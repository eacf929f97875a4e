//! Where a word may be divided. Russian and English by their patterns; Kazakh, which has no published patterns, by its syllables.

use crate::texts::Lang;

/// Words shorter than this are not divided.
const LETTERS_MIN: usize = 5;

/// Returns the byte offsets inside a word at which a hyphen may stand. The script of the word decides over the language of the paper:
/// an English name inside a Kazakh text is divided as English.
#[must_use]
pub fn points(word: &str, lang: Lang) -> Vec<usize> {
    if word.chars().count() < LETTERS_MIN {
        return Vec::new();
    }
    match language_of(word, lang) {
        Some(Lang::Kk) => kazakh(word),
        Some(Lang::Ru) => by_patterns(word, hypher::Lang::Russian, 2),
        Some(Lang::En) => by_patterns(word, hypher::Lang::English, 3),
        None => Vec::new(),
    }
}

/// Returns the language in which a word is divided, or nothing for a mix of scripts and signs.
fn language_of(word: &str, lang: Lang) -> Option<Lang> {
    let letters = |test: fn(char) -> bool| word.chars().all(test);
    if letters(|c| c.is_ascii_alphabetic()) {
        return Some(Lang::En);
    }
    if !letters(|c| ('\u{400}'..='\u{52f}').contains(&c)) {
        return None;
    }
    let kazakh_letter = word.chars().any(|c| "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(c));
    Some(if kazakh_letter || lang == Lang::Kk { Lang::Kk } else { Lang::Ru })
}

fn by_patterns(word: &str, lang: hypher::Lang, right_min: usize) -> Vec<usize> {
    let mut end = 0;
    hypher::hyphenate_bounded(word, lang, 2, right_min)
        .map(|syllable| {
            end += syllable.len();
            end
        })
        .filter(|at| *at < word.len())
        .collect()
}

/// Divides a Kazakh word: one vowel makes one syllable, and the last consonant before a vowel opens the next one. `у` after a vowel
/// is a consonant; `ъ` ends a syllable, and `ь` never leaves its consonant; one letter alone is never left or carried over.
fn kazakh(word: &str) -> Vec<usize> {
    let letters: Vec<(usize, char)> =
        word.char_indices().flat_map(|(at, c)| c.to_lowercase().take(1).map(move |c| (at, c))).collect();
    let opening = |first: usize, second: usize| match letters.get(second - 1) {
        _ if second - first == 1 => second,
        Some((_, 'ъ')) => second,
        Some((_, 'ь')) => second.saturating_sub(2).max(first + 1),
        _ => second - 1,
    };
    vowels_of(&letters)
        .windows(2)
        .filter_map(|pair| match *pair {
            [first, second] => Some(opening(first, second)),
            _ => None,
        })
        .filter(|place| *place >= 2 && letters.len() >= place + 2)
        .filter_map(|place| letters.get(place).map(|(at, _)| *at))
        .collect()
}

/// Returns the places of the letters that open a syllable of their own.
fn vowels_of(letters: &[(usize, char)]) -> Vec<usize> {
    let mut vowels = Vec::new();
    let mut after_vowel = false;
    for (place, (_, letter)) in letters.iter().enumerate() {
        let vowel = "аәеёиоөұүуыіэюя".contains(*letter) && !(*letter == 'у' && after_vowel);
        if vowel {
            vowels.push(place);
        }
        after_vowel = vowel;
    }
    vowels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lang: Lang, divided: &str) {
        let word = divided.replace('-', "");
        let mut shown = String::new();
        let mut start = 0;
        for at in points(&word, lang).into_iter().chain([word.len()]) {
            if start > 0 {
                shown.push('-');
            }
            shown.push_str(&word[start..at]);
            start = at;
        }
        assert_eq!(shown, divided);
    }

    #[test]
    fn kazakh_words_are_divided_by_syllable() {
        for word in [
            "бос-тан-ды-ғы",
            "қу-да-лау",
            "жа-уап-кер-ші-лік",
            "оқи-ға",
            "тә-уел-сіз-дік",
            "мем-ле-кет-тік",
            "қам-ти-ды",
            "жур-на-лис-тер",
            "нұс-қа-ма",
            "ма-те-ри-ал-дың",
            "қо-ры-тын-ды-лар",
            "әдіс-те-ме",
            "ком-пью-тер",
            "Қа-зақс-тан",
            "подъ-езд",
            "мем-ле-кет-тік",
        ] {
            check(Lang::Kk, word);
        }
    }

    #[test]
    fn russian_and_english_words_are_divided_by_pattern() {
        check(Lang::Ru, "пред-пи-са-ние");
        check(Lang::En, "hy-phen-ation");
    }

    #[test]
    fn the_script_decides_over_the_language_of_the_paper() {
        check(Lang::Kk, "hy-phen-ation");
        check(Lang::En, "нұс-қа-ма");
        check(Lang::En, "пред-пи-са-ние");
    }

    #[test]
    fn short_words_and_mixtures_stay_whole() {
        for word in ["бала", "заң", "SHAхэш", "№123456"] {
            assert_eq!(points(word, Lang::Kk), Vec::<usize>::new(), "{word}");
        }
    }
}
