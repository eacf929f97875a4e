//! A text as words with their places, and phrases looked for among them.

use crate::model::fold::fold;

/// A word between blanks, with its place and its folded form.
#[derive(Debug)]
pub(super) struct Token<'a> {
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
    pub folded: String,
    /// It ends a sentence, a clause or a line that is followed by an empty one.
    pub closes: bool,
    /// It begins a line, and not because the line before was full.
    pub breaks: bool,
}

impl Token<'_> {
    /// Says whether the word begins with a digit.
    pub fn is_numeric(&self) -> bool {
        self.folded.starts_with(|letter: char| letter.is_ascii_digit())
    }

    /// Says whether the folded word begins with one of some beginnings.
    pub fn begins(&self, stems: &[&str]) -> bool {
        stems.iter().any(|stem| self.folded.starts_with(stem))
    }

    /// Says whether the word begins with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.text.trim_start_matches(|letter: char| !letter.is_alphanumeric()).starts_with(char::is_uppercase)
    }
}

/// Abbreviations that people write without a blank before the number: "ст.41-1", "п.3".
const GLUED: [&str; 8] = ["ст.", "ст.ст.", "п.", "пп.", "ч.", "подп.", "art.", "para."];

/// Takes a text apart into words.
pub(super) fn tokens_of(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    for word in text.split(|letter: char| letter.is_whitespace() || letter == '—').filter(|word| !word.is_empty()) {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let gap = tokens.last().and_then(|last| text.get(last.end..start)).unwrap_or_default();
        let count = tokens.len();
        if gap.matches('\n').count().max(gap.matches('\r').count()) >= 2
            && let Some(last) = tokens.last_mut()
        {
            last.closes = true;
        }
        let breaks = gap.contains(['\n', '\r']) && is_short_line(text, start - gap.len());
        let lower = word.to_lowercase();
        let glued = GLUED.iter().map(|head| head.len()).find(|length| {
            lower.get(..*length).is_some_and(|head| GLUED.contains(&head))
                && word.get(*length..).is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()))
        });
        match glued.and_then(|length| word.split_at_checked(length)) {
            Some((head, rest)) => {
                tokens.push(token(head, start));
                tokens.push(token(rest, start + head.len()));
            }
            None => tokens.push(token(word, start)),
        }
        if let Some(first) = tokens.get_mut(count) {
            first.breaks = breaks;
        }
    }
    tokens
}

/// Says whether the line that ends at a byte is so short that nobody had to break it.
fn is_short_line(text: &str, end: usize) -> bool {
    let line = text.get(..end).and_then(|left| left.rsplit(['\n', '\r']).next()).unwrap_or_default();
    line.chars().count() < 60
}

fn token(word: &str, start: usize) -> Token<'_> {
    let folded = fold(word.trim_matches(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '№' | '#')));
    // "г." and "ст." end no sentence, nor does an address or a number with its dot.
    let closes = word.ends_with(';')
        || word.ends_with('!')
        || word.ends_with('?')
        || word == "."
        || (word.ends_with('.') && (folded.chars().count() > 4 || folded.starts_with(|letter: char| letter.is_ascii_digit())));
    Token { start, end: start + word.len(), text: word, folded, closes, breaks: false }
}

/// Returns the tokens of the same sentence before a place, nearest first, at most so many.
pub(super) fn before<'t, 'a>(tokens: &'t [Token<'a>], place: usize, count: usize) -> impl Iterator<Item = &'t Token<'a>> {
    tokens.get(..place).unwrap_or_default().iter().rev().take(count).take_while(|token| !token.closes)
}

/// Returns the tokens of the same sentence behind a place, nearest first, at most so many.
pub(super) fn behind<'t, 'a>(tokens: &'t [Token<'a>], place: usize, count: usize) -> impl Iterator<Item = &'t Token<'a>> {
    let ends = tokens.get(place).is_none_or(|token| token.closes);
    let count = if ends { 0 } else { count };
    let mut over = false;
    tokens.get(place + 1..).unwrap_or_default().iter().take(count).take_while(move |token| {
        let taken = !over;
        over |= token.closes;
        taken
    })
}

/// Returns the places of the sentence in which a token stands, both ends inclusive.
pub(super) fn sentence(tokens: &[Token<'_>], place: usize) -> (usize, usize) {
    let first = tokens.get(..place).unwrap_or_default().iter().rposition(|token| token.closes).map_or(0, |at| at + 1);
    let last = tokens.iter().skip(place).position(|token| token.closes).map_or(tokens.len().saturating_sub(1), |at| place + at);
    (first, last)
}

/// One word of a phrase: its alternatives, each exact or a beginning.
#[derive(Debug, Clone)]
enum Part {
    Word(Vec<(String, bool)>),
    /// Up to four words between.
    Gap,
}

/// A phrase as the file of phrases writes it.
#[derive(Debug, Clone)]
pub(super) struct Phrase(Vec<Part>);

const GAP_MAX: usize = 4;

impl Phrase {
    pub fn new(written: &str) -> Self {
        let word = |alternatives: &str| {
            let each = |word: &str| match word.strip_prefix('=') {
                Some(exact) => (fold(exact), true),
                None => (fold(word), false),
            };
            Part::Word(alternatives.split('/').filter(|word| !word.is_empty()).map(each).collect())
        };
        Self(written.split_whitespace().map(|part| if part == ".." { Part::Gap } else { word(part) }).collect())
    }

    /// Returns the last token of the phrase when it begins at a place; the phrase stays in one sentence.
    pub fn at(&self, tokens: &[Token<'_>], place: usize) -> Option<usize> {
        Self::rest(&self.0, tokens, place, None)
    }

    fn rest(parts: &[Part], tokens: &[Token<'_>], place: usize, last: Option<usize>) -> Option<usize> {
        let [part, rest @ ..] = parts else { return last };
        if last.and_then(|last| tokens.get(last)).is_some_and(|token| token.closes) {
            return None;
        }
        match part {
            Part::Word(alternatives) => {
                let token = tokens.get(place)?;
                let fits = |(word, exact): &(String, bool)| {
                    if *exact { token.folded == *word } else { token.folded.starts_with(word.as_str()) }
                };
                if alternatives.iter().any(fits) { Self::rest(rest, tokens, place + 1, Some(place)) } else { None }
            }
            Part::Gap => (place..=place + GAP_MAX).find_map(|next| {
                let broken = tokens.get(place.saturating_sub(1)..next).unwrap_or_default().iter().any(|token| token.closes);
                if broken { None } else { Self::rest(rest, tokens, next, last) }
            }),
        }
    }
}

/// Returns where one of some phrases first stands: its first and last token.
pub(super) fn find_phrase(tokens: &[Token<'_>], phrases: &[Phrase], from: usize, to: usize) -> Option<(usize, usize)> {
    (from..=to).find_map(|place| phrases.iter().find_map(|phrase| Some((place, phrase.at(tokens, place)?))))
}

/// Says whether one of some phrases begins at a token.
pub(super) fn stands_at(tokens: &[Token<'_>], phrases: &[Phrase], place: usize) -> bool {
    phrases.iter().any(|phrase| phrase.at(tokens, place).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, phrase: &str, found: Option<&str>) {
        let tokens = tokens_of(text);
        let place = find_phrase(&tokens, &[Phrase::new(phrase)], 0, tokens.len());
        let span = place.and_then(|(first, last)| text.get(tokens.get(first)?.start..tokens.get(last)?.end));
        assert_eq!(span, found, "{text:?} {phrase:?}");
    }

    #[test]
    fn phrases_are_beginnings_exact_words_and_gaps() {
        check("в течение 24 (двадцати четырёх) часов", "24 .. час", Some("24 (двадцати четырёх) часов"));
        check("available on a 24-hour basis", "24 hours", None);
        check("Қолжетімділікті дереу шектеңіз", "қолжетімділікті .. шекте", Some("Қолжетімділікті дереу шектеңіз"));
        check("the order. The court", "order .. court", None);
        check("by order", "=or", None);
    }

    #[test]
    fn numbers_come_off_their_abbreviations() {
        let words: Vec<String> = tokens_of("п.3 ст.41-1 п.п. — 5").iter().map(|token| token.text.to_owned()).collect();
        assert_eq!(words, ["п.", "3", "ст.", "41-1", "п.п.", "5"]);
    }
}
