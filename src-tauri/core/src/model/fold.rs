//! Folding of text for search and for comparing names. Kazakh is often typed on Russian keyboards, so its own letters fold to
//! the Russian ones that people type instead; what is shown is always the text as written.

/// Returns the text in lower case, with ё as е, Kazakh letters as typed on a Russian keyboard, and single blanks.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Says whether a text folds to what is folded already, blanks around it aside. Numbers of letters and digits need no folding of their own.
#[must_use]
pub fn folds_to(text: &str, folded: &str) -> bool {
    let is_plain = text.bytes().all(|byte| matches!(byte, b'!'..=b'@' | b'A'..=b'Z' | b'a'..=b'z'));
    if is_plain { text.eq_ignore_ascii_case(folded) } else { fold(text).trim() == folded }
}

/// Returns a name as the eye takes it in: folded, with Latin letters as the Cyrillic ones that look like them, and without blanks and what
/// cannot be seen. Two names with the same look cannot be told apart on a screen or a paper.
#[must_use]
pub fn look(name: &str) -> String {
    let is_seen = |letter: &char| {
        !letter.is_whitespace()
            && !letter.is_control()
            && !matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
    };
    let seen: String = name.chars().filter(is_seen).flat_map(char::to_lowercase).map(twin).collect();
    fold(&seen)
}

/// Appends the folded text; nothing is added for a text of blanks.
pub fn fold_into(text: &str, folded: &mut String) {
    let start = folded.len();
    let mut blank_due = false;
    for letter in text.chars() {
        if letter.is_whitespace() {
            blank_due = true;
            continue;
        }
        if blank_due && folded.len() > start {
            folded.push(' ');
        }
        let after_blank = std::mem::take(&mut blank_due);
        match letter {
            // The letters of nearly every text, without the tables of all scripts.
            'a'..='z' | 'а'..='я' | '!'..='@' => folded.push(letter),
            'A'..='Z' => folded.push(letter.to_ascii_lowercase()),
            'А'..='Я' => folded.push(char::from_u32(letter as u32 + 0x20).unwrap_or(letter)),
            _ if !after_blank && joins(letter, folded, start) => {}
            _ => letter.to_lowercase().for_each(|lower| folded.push(fold_letter(lower))),
        }
    }
}

/// Returns a column header ready to be compared: folded, bracketed text dropped, every sign for "number" as №, punctuation as blanks.
#[must_use]
pub fn fold_header(header: &str) -> String {
    let mut plain = String::with_capacity(header.len());
    let mut depth = 0_u32;
    for letter in fold(header).chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '#' | '№' => plain.push_str(" № "),
            '_' | '-' | '/' | '.' | ':' | ',' | ';' | '"' | '\'' | '«' | '»' | '*' | '?' | '!' | '–' | '—' | '\u{feff}' => {
                plain.push(' ')
            }
            _ => plain.push(letter),
        }
    }
    let mut words = String::with_capacity(plain.len());
    for word in plain.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(if matches!(word, "n" | "no") { "№" } else { word });
    }
    words
}

/// Composes the two letters that files from some systems hold as a base and a mark.
fn joins(mark: char, folded: &mut String, start: usize) -> bool {
    let last = folded.get(start..).and_then(|own| own.chars().next_back());
    match (mark, last) {
        ('\u{308}', Some('е')) => true,
        ('\u{306}', Some('и')) => {
            folded.pop();
            folded.push('й');
            true
        }
        _ => false,
    }
}

// The Cyrillic letter that looks like this one, in capitals or in small letters.
const fn twin(letter: char) -> char {
    match letter {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' => 'е',
        'ë' => 'ё',
        'h' | 'һ' => 'н',
        'i' => 'і',
        'j' => 'ј',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        's' => 'ѕ',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        other => other,
    }
}

const fn fold_letter(letter: char) -> char {
    match letter {
        'ё' => 'е',
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' => 'х',
        'і' => 'и',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn kazakh_typed_on_a_russian_keyboard_is_the_same_text() {
        assert_eq!(fold("Нұсқама  НӨМІРІ"), fold("нускама номири"));
        assert_eq!(fold("Ғылым және Һәм Ёлка Үй"), "гылым жане хам елка уй");
        assert_eq!(fold(" \u{a0} "), "");
        assert_eq!(fold("\tа \n б\r\n"), "а б");
    }

    #[test]
    fn the_short_way_is_the_long_way() {
        for letter in ('\0'..='\u{600}').filter(|letter| !letter.is_whitespace()) {
            let long: String = letter.to_lowercase().map(fold_letter).collect();
            assert_eq!(fold(&letter.to_string()), long, "{letter:?}");
        }
    }

    #[test]
    fn names_that_look_alike_have_one_look() {
        let same = ["AAA First", "AАA First", "ааа first", "A A A  First", "AAA\u{200b} First"].map(look);
        assert!(same.iter().all(|name| *name == same[0]), "{same:?}");
        assert_eq!(look("Марат"), look("Mapaт"));
        assert_eq!(look("Heнси"), look("Ненси"));
        for (one, other) in [("Anna", "Анна"), ("AAA First", "AAA Second"), ("Дана Қ.", "Дана Р.")] {
            assert_ne!(look(one), look(other));
        }
    }

    #[test]
    fn letters_in_two_parts_are_one_letter() {
        assert_eq!(fold("е\u{308}лка и\u{306}од"), "елка йод");
    }

    #[test]
    fn headers_lose_brackets_and_punctuation() {
        assert_eq!(fold_header("Дата включения (указывается с 01.01.2017)"), "дата включения");
        assert_eq!(fold_header("order_no."), "order №");
        assert_eq!(fold_header(" Исх. № "), "исх №");
        assert_eq!(fold_header("N предписания"), "№ предписания");
        assert_eq!(fold_header("#"), "№");
        assert_eq!(fold_header("telco_ ack"), "telco ack");
        assert_eq!(fold_header("№предписания"), "№ предписания");
    }

    proptest! {
        #[test]
        fn a_text_folds_to_what_its_folding_says(text in "[ a-zA-Z0-9әӘйЙёЁ/._-]{0,8}", other in "[a-zA-Z0-9 ә-]{0,4}") {
            for wanted in [fold(&text), fold(&other)] {
                prop_assert_eq!(folds_to(&text, wanted.trim()), fold(&text).trim() == wanted.trim());
            }
        }
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn folding_cyrillic_twice_is_folding_once(text in "[а-яёәғқңөұүһіА-ЯЁӘҒҚҢӨҰҮҺІ\u{306}\u{308} ]{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn folding_a_header_twice_is_folding_it_once(text in "[а-яёәқүА-ЯЁӘҚҮnNoO №#()_./-]{0,40}") {
            let header = fold_header(&text);
            prop_assert_eq!(fold_header(&header), header);
        }
    }
}
