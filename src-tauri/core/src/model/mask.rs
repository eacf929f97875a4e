//! Covering officials' names in a text, so that who is criticised does not lead the answers about what is said (methodology, order of work).
//! Only names are covered: a post says that somebody is an official, and the questions ask for that.

use super::fold::fold;

/// What stands in place of a covered word, whatever its length.
pub const COVER: &str = "█████";
/// What stands between words that were quoted from several places.
pub const GAP: &str = " […] ";
/// Parts of a name with fewer letters cover too much else.
const LETTERS_MIN: usize = 4;
/// Letters that an ending can add to the stem of a name in Kazakh or Russian, as in «Серіковтердің».
const ENDING_MAX: usize = 8;

/// Covers the words of a text that are parts of these names, in whatever case they stand. Returns the text and how many words are covered.
#[must_use]
pub fn cover(text: &str, names: &[String]) -> (String, u32) {
    let pieces = pieces(text, names);
    let covered = pieces.iter().map(|(_, is_covered)| u32::from(*is_covered)).sum();
    (pieces.into_iter().map(shown).collect(), covered)
}

fn shown((piece, is_covered): (&str, bool)) -> &str {
    if is_covered { COVER } else { piece }
}

/// Returns the words of a text behind words that were quoted from it while names were covered, or nothing where they hold no cover or do not
/// stand in the covered text. Where they stand twice, the first place is taken. Words of several places have [`GAP`] between them.
#[must_use]
pub fn uncover(quote: &str, text: &str, names: &[String]) -> Option<String> {
    if !quote.contains(COVER) {
        return None;
    }
    let pieces = pieces(text, names);
    behind(quote, &pieces).or_else(|| {
        let mut is_found = false;
        let parts = quote.split(GAP).map(|part| match behind(part, &pieces).filter(|_| part.contains(COVER)) {
            Some(words) => {
                is_found = true;
                words
            }
            None => part.to_owned(),
        });
        let whole = parts.collect::<Vec<_>>().join(GAP);
        is_found.then_some(whole)
    })
}

/// Covers the names in words that were quoted from a text, as [`cover`] does in the text itself. Words that do not stand in it are somebody's
/// own and stay as they were written.
#[must_use]
pub fn cover_quote(quote: &str, text: &str, names: &[String]) -> String {
    if text.contains(quote) {
        return cover(quote, names).0;
    }
    let part = |part: &str| if text.contains(part) { cover(part, names).0 } else { part.to_owned() };
    quote.split(GAP).map(part).collect::<Vec<_>>().join(GAP)
}

/// Says whether quoted words stand in a text, each of their places; blanks and line ends count alike.
#[must_use]
pub fn is_quoted(quote: &str, text: &str) -> bool {
    let even = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = even(text);
    quote.split(GAP.trim()).map(even).all(|part| text.contains(&part))
}

// The words behind a quote that stands in the covered text in one place.
fn behind(quote: &str, pieces: &[(&str, bool)]) -> Option<String> {
    let from = pieces.iter().map(|piece| shown(*piece)).collect::<String>().find(quote)?;
    let (mut at, mut words) = (0, String::new());
    for &(piece, is_covered) in pieces {
        let long = shown((piece, is_covered)).len();
        let (begin, end) = (from.max(at), (from + quote.len()).min(at + long));
        if begin < end {
            // A name is quoted whole or not at all: half of a cover is half of nothing.
            words.push_str(if is_covered { piece } else { piece.get(begin - at..end - at)? });
        }
        at += long;
    }
    Some(words)
}

// The text in pieces, each with whether it is a word to be covered.
fn pieces<'t>(text: &'t str, names: &[String]) -> Vec<(&'t str, bool)> {
    let stems: Vec<String> = names.iter().flat_map(|name| parts(name)).collect();
    if stems.is_empty() {
        return vec![(text, false)];
    }
    // A joining mark belongs to the letter before it.
    let in_word = |letter: char| letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter);
    let (mut found, mut rest) = (Vec::new(), text);
    while let Some(first) = rest.chars().next() {
        let is_word = in_word(first);
        let end = rest.find(|letter| in_word(letter) != is_word).unwrap_or(rest.len());
        let (piece, left) = rest.split_at(end);
        found.push((piece, is_word && is_named(&fold(piece), &stems)));
        rest = left;
    }
    found
}

// The parts of a name without the vowel or soft sign that endings replace.
fn parts(name: &str) -> impl Iterator<Item = String> + '_ {
    name.split(|c: char| !c.is_alphanumeric()).map(fold).filter(|part| part.chars().count() >= LETTERS_MIN).map(|part| {
        let adjective = ["ая", "яя", "ий", "ый", "ой", "ии", "ыи", "ои"].iter().find_map(|end| part.strip_suffix(end));
        let vowel = part.strip_suffix(['а', 'о', 'е', 'и', 'у', 'ы', 'э', 'ю', 'я', 'й', 'ь', 'a', 'o', 'e', 'i', 'u', 'y']);
        let short = [adjective, vowel].into_iter().flatten().find(|short| short.chars().count() >= LETTERS_MIN);
        short.map_or_else(|| part.clone(), str::to_owned)
    })
}

fn is_named(word: &str, stems: &[String]) -> bool {
    stems.iter().any(|stem| word.strip_prefix(stem.as_str()).is_some_and(|ending| ending.chars().count() <= ENDING_MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn covered(text: &str, names: &[&str]) -> (String, u32) {
        cover(text, &names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn quoted_words_stand_in_the_text_they_are_quoted_from() {
        let text = "Дорогу  обещали\nк осени. Осень прошла.";
        for quote in ["Дорогу обещали", "обещали к осени", "Дорогу […] Осень прошла", ""]
        {
            assert!(is_quoted(quote, text), "{quote}");
        }
        for quote in ["дорогу построили", "Дорогу […] зима прошла", "«Дорогу обещали»"]
        {
            assert!(!is_quoted(quote, text), "{quote}");
        }
    }

    #[test]
    fn words_quoted_while_names_were_covered_are_found_again() {
        let names: Vec<String> = ["Ойдан Шығарылғанов".to_owned()].into();
        let text = "Әкім Ойдан Шығарылғановтың уәдесі қайда? ШЫҒАРЫЛҒАНОВҚА сұрақ.";
        let behind = |quote: &str| uncover(quote, text, &names);
        assert_eq!(behind("█████ █████ уәдесі").as_deref(), Some("Ойдан Шығарылғановтың уәдесі"));
        assert_eq!(behind("қайда? █████ сұрақ").as_deref(), Some("қайда? ШЫҒАРЫЛҒАНОВҚА сұрақ"));
        let both = behind("Әкім █████ […] █████ сұрақ").expect("each part stands in the text");
        assert_eq!(both, "Әкім Ойдан […] ШЫҒАРЫЛҒАНОВҚА сұрақ");
        assert_eq!(behind("█████ сұрақ […] бөтен сөз").as_deref(), Some("ШЫҒАРЫЛҒАНОВҚА сұрақ […] бөтен сөз"));
        assert_eq!(behind("█████ сұрақ […] █████ бөтен").as_deref(), Some("ШЫҒАРЫЛҒАНОВҚА сұрақ […] █████ бөтен"));
        assert_eq!(behind("█████ бөтен […] сұрақ"), None, "nothing that is covered stands there");
        let covered = |quote: &str| cover_quote(quote, text, &names);
        assert_eq!(covered("Әкім Ойдан […] ШЫҒАРЫЛҒАНОВҚА сұрақ"), "Әкім █████ […] █████ сұрақ");
        assert_eq!(covered("уәдесі қайда? ШЫҒАРЫЛҒАНОВҚА"), "уәдесі қайда? █████");
        assert_eq!(covered("Шығарылғанов туралы өз сөзім […] Әкім Ойдан"), "Шығарылғанов туралы өз сөзім […] Әкім █████");
        assert_eq!(behind("уәдесі қайда?"), None, "nothing of it is covered");
        assert_eq!(behind("█████ бөтен сөз"), None, "it does not stand there");
    }

    #[test]
    fn names_are_covered_in_every_case_and_posts_are_not() {
        let names = ["Ойдан Шығарылғанов", "Вымышленная Аида"];
        let kk = "Әкім Ойдан Шығарылғановтың уәдесі қайда? ШЫҒАРЫЛҒАНОВҚА сұрақ.";
        assert_eq!(covered(kk, &names), ("Әкім █████ █████ уәдесі қайда? █████ сұрақ.".to_owned(), 3));
        let ru = "Судья Вымышленной не указ закон; у Аиды всё «хорошо».";
        assert_eq!(
            covered(ru, &names),
            ("Судья █████ не указ закон; у Аиды всё «хорошо».".to_owned(), 1),
            "a stem of three letters covers too much"
        );
        assert_eq!(covered("Маратов сказал", &["Марат"]), ("█████ сказал".to_owned(), 1));
    }

    #[test]
    fn short_parts_and_other_words_stay() {
        assert_eq!(covered("Ли и Ким пришли", &["Ли Ким"]), ("Ли и Ким пришли".to_owned(), 0));
        assert_eq!(covered("Серый кот", &["Сериков"]), ("Серый кот".to_owned(), 0));
        assert_eq!(covered("ничего", &[]), ("ничего".to_owned(), 0));
    }

    proptest! {
        /// Nothing but words that begin like a part of a name is ever touched.
        #[test]
        fn all_else_stays_as_it_is(text in "[а-яёәғқңөұүһі ,.!?\n-]{0,80}") {
            prop_assert_eq!(covered(&text, &["Zzzzzov Qqqqq"]), (text.clone(), 0));
        }
    }
}
