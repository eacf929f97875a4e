//! What heads a letter: its number, its day, and the day of receipt. Laws, decisions and demands that it cites have numbers and days
//! too; they are told apart by what stands around them.

use super::super::dates::{ParsedDate, find_dates};
use super::phrases::phrases;
use super::tokens::{Token, before, behind, find_phrase, stands_at};
use super::{Confidence, Found};
use std::ops::Range;

/// Beginning of a text in which its head is expected.
const HEAD_BYTES: usize = 1500;

const LAW_STEMS: [&str; 12] =
    ["закон", "заны", "зан", "law", "кодекс", "кодекси", "code", "постановлени", "resolution", "приказ", "буйры", "кагид"];
const ORDER_STEMS: [&str; 19] = [
    "предписани",
    "нускама",
    "исх",
    "уведомлени",
    "представлени",
    "решени",
    "определени",
    "письм",
    "запрос",
    "order",
    "ref",
    "request",
    "notice",
    "letter",
    "submission",
    "рег",
    "хат",
    "шыгыс",
    "хабарлама",
];
const OWN_STEMS: [&str; 9] =
    ["предписани", "нускама", "исх", "уведомлени", "письм", "хабарлама", "шыгыс", "notice", "submission"];
const NUMBER_WORDS: [&str; 11] = ["n", "no", "номер", "номери", "номири", "number", "ref", "reference", "исх", "дело", "шыгыс"];

/// Finds the number that most looks like that of the letter, never that of a law or of an act it cites.
pub(super) fn find_number(text: &str, tokens: &[Token<'_>]) -> Option<Found<String>> {
    let mut best: Option<(i32, Found<String>)> = None;
    let is_court = heads_a_court_act(tokens);
    for place in 0..tokens.len() {
        let Some((span, score)) = number_at(text, tokens, place, is_court) else { continue };
        if score > 0 && best.as_ref().is_none_or(|(other, _)| score > *other) {
            let value = text.get(span.clone()).unwrap_or_default().split_whitespace().collect::<String>();
            best = Some((score, Found { value, span, confidence: Confidence::certain_if(score >= 4) }));
        }
    }
    best.map(|(_, found)| found)
}

/// Reads a number that a sign or a word at this place announces: its bytes and how well it fits.
fn number_at(text: &str, tokens: &[Token<'_>], place: usize, is_court: bool) -> Option<(Range<usize>, i32)> {
    let token = tokens.get(place)?;
    let registry = matches!(token.folded.as_str(), "номер" | "number" | "номири");
    let from = match token.text.split_once(['№', '#']) {
        // Inside an address the mark starts a fragment.
        Some((head, _)) if head.contains('/') => return None,
        Some((_, rest)) if rest.contains(|letter: char| letter.is_ascii_digit()) => token.end - rest.len(),
        Some((_, rest)) if rest.trim_matches([':', '.']).is_empty() => tokens.get(place + 1)?.start,
        Some(_) => return None,
        None if NUMBER_WORDS.contains(&token.folded.as_str()) => {
            let next = tokens.get(place + 1)?;
            // "номер реестровой записи 70203-РИ", "the number of the register entry is 70203-РИ"
            let far = || behind(tokens, place, 5).find(|word| word.is_numeric());
            if registry && !next.is_numeric() && !next.text.contains('№') { far()?.start } else { next.start }
        }
        None if tokens.get(place + 1).is_some_and(|next| next.folded.starts_with("номирли")) => token.start,
        None => return None,
    };
    let span = trimmed(text, number_span(text, from));
    let number = text.get(span.clone())?;
    if !is_number(number) {
        return None;
    }
    Some((span.clone(), number_score(tokens, place, span, number, is_court)))
}

/// Takes the word at a place, and what follows a slash at its end: "05-12/ 345".
fn number_span(text: &str, from: usize) -> Range<usize> {
    let rest = text.get(from..).unwrap_or_default();
    let mut length = rest.find(char::is_whitespace).unwrap_or(rest.len());
    if rest.get(..length).is_some_and(|word| word.ends_with('/'))
        && let Some(tail) = rest.get(length..).map(|tail| tail.trim_start_matches(' '))
        && tail.starts_with(|letter: char| letter.is_alphanumeric())
    {
        let start = rest.len() - tail.len();
        length = start + tail.find(char::is_whitespace).unwrap_or(tail.len());
    }
    from..from + length
}

fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let word = text.get(span.clone()).unwrap_or_default();
    let left = word.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let core = left.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let start = span.end - left.len();
    start..start + core.len()
}

fn number_score(tokens: &[Token<'_>], place: usize, span: Range<usize>, number: &str, is_court: bool) -> i32 {
    let near = || before(tokens, place, 14);
    // The law of a heading above is not the law of a number that begins a line.
    let near_in_line = || in_line(tokens, place, 14);
    let last = tokens.partition_point(|token| token.end < span.end).min(tokens.len().saturating_sub(1));
    let after = || behind(tokens, last, 3);
    let is_law = is_law_number(number) || nearest(near_in_line(), &LAW_STEMS) < nearest(near_in_line(), &ORDER_STEMS);
    let mut score = 1 + i32::from(span.start < HEAD_BYTES);
    score += 3 * i32::from(any_begins(near(), &ORDER_STEMS) || any_begins(after(), &ORDER_STEMS));
    score += i32::from(tokens.get(place).is_some_and(|token| token.begins(&["исх", "ref", "шыгыс"])));
    score += i32::from(before(tokens, place, 2).any(|token| token.begins(&["исх", "ref", "шыгыс"])));
    // A head stands on a line of few words.
    score += i32::from(on_short_line(tokens, place));
    score -= 10 * i32::from(is_law) + 6 * i32::from(is_cited(tokens, place, last));
    let case = before(tokens, place + 1, 2).any(|token| matches!(token.folded.as_str(), "дело" | "делу" | "case"));
    let not_ours = before(tokens, place, 3)
        .enumerate()
        .any(|(back, _)| place.checked_sub(back + 1).is_some_and(|at| stands_at(tokens, &phrases().not_ours, at)));
    if !(is_court && case) {
        score -= 6 * i32::from(not_ours || case);
    }
    let foreign = before(tokens, place, 1).any(|token| matches!(token.folded.as_str(), "на" | "вх" | "кирис" | "сиздин"));
    score - 8 * i32::from(foreign)
}

/// Says whether a number or date belongs to an act that the letter rests on: "на основании решения … № …", "… негізінде".
fn is_cited(tokens: &[Token<'_>], first: usize, last: usize) -> bool {
    let p = phrases();
    // A paper that rests on another names itself between the two: "в соответствии с … направляем предписание № …".
    let back = before(tokens, first, 20).count();
    let own = before(tokens, first, back).position(|token| token.begins(&OWN_STEMS)).unwrap_or(usize::MAX);
    let mut cited = (1..=back).any(|away| away <= own && stands_at(tokens, &p.cited, first - away));
    let rest = behind(tokens, last, 6).count();
    cited |= (last + 1..=last + rest).any(|at| {
        // The law that follows a head is cited, not the head: "… № 5 нұсқама «…» Заңына сәйкес".
        let between = tokens.get(last + 1..at).unwrap_or_default();
        stands_at(tokens, &p.cited_behind, at) && !between.iter().any(|token| token.begins(&["нускама", "хабарлама"]))
    });
    cited
}

/// Returns the tokens before a place down to the line break that somebody made.
fn in_line<'t, 'a>(tokens: &'t [Token<'a>], place: usize, count: usize) -> impl Iterator<Item = &'t Token<'a>> {
    let count = if tokens.get(place).is_some_and(|token| token.breaks) { 0 } else { count };
    let mut over = false;
    before(tokens, place, count).take_while(move |token| {
        let taken = !over;
        over |= token.breaks;
        taken
    })
}

fn heads_a_court_act(tokens: &[Token<'_>]) -> bool {
    let head = tokens.iter().take_while(|token| token.start < HEAD_BYTES);
    head.into_iter().any(|token| {
        let plain = token.text.trim_matches(|letter: char| !letter.is_alphanumeric());
        ["РЕШЕНИЕ", "ОПРЕДЕЛЕНИЕ", "ПОСТАНОВЛЕНИЕ", "ШЕШІМІ", "ШЕШІМ", "ҰЙҒАРЫМ"].contains(&plain)
    })
}

fn on_short_line(tokens: &[Token<'_>], place: usize) -> bool {
    let Some(token) = tokens.get(place) else { return false };
    token.breaks
        || place == 0
        || in_line(tokens, place, 6).count() < 6 && behind(tokens, place, 6).take_while(|t| !t.breaks).count() < 6
}

fn any_begins<'t, 'a: 't>(mut tokens: impl Iterator<Item = &'t Token<'a>>, stems: &[&str]) -> bool {
    tokens.any(|token| token.begins(stems))
}

/// Returns how many words away the nearest of some words is.
fn nearest<'t, 'a: 't>(mut tokens: impl Iterator<Item = &'t Token<'a>>, stems: &[&str]) -> usize {
    tokens.position(|token| token.begins(stems)).unwrap_or(usize::MAX)
}

fn is_number(text: &str) -> bool {
    let letters = text.chars().count();
    (1..=60).contains(&letters)
        && text.contains(|letter: char| letter.is_ascii_digit())
        && !text.contains("://")
        && text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '/' | '.' | '_' | '–' | ' '))
}

/// Laws end in ФЗ, ЗРК, ҚРЗ or in the Roman number of a convocation.
pub(super) fn is_law_number(number: &str) -> bool {
    let Some((_, tail)) = number.rsplit_once(['-', '–']) else { return false };
    matches!(tail, "ФЗ" | "FZ" | "ЗРК" | "ҚРЗ" | "ФКЗ")
        || (!tail.is_empty() && tail.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X' | 'І' | 'Х')))
}

/// Finds the day of the letter and the day of its receipt.
pub(super) fn find_moments(text: &str, tokens: &[Token<'_>]) -> (Option<Found<ParsedDate>>, Option<Found<ParsedDate>>) {
    const UNTIL: [&str; 7] = ["до", "позднее", "позже", "дейин", "until", "by", "than"];
    const FROM: [&str; 6] = ["от", "дата", "куни", "date", "dated", "исх"];
    let p = phrases();
    let mut issued: Option<(i32, Found<ParsedDate>)> = None;
    let mut received: Option<Found<ParsedDate>> = None;
    for (start, end, value) in find_dates(text) {
        let place = tokens.partition_point(|token| token.end <= start);
        let after = tokens.partition_point(|token| token.start < end);
        let last = after.saturating_sub(1);
        let near = |count| before(tokens, place, count);
        // "25-01-25/4" is a number.
        if text.get(end..).is_some_and(|rest| rest.starts_with(['/', '-', '_'])) {
            continue;
        }
        let parsed = ParsedDate::new(value, text.get(start..end).unwrap_or_default());
        let phrase_near = |list, count: usize| {
            let back = near(count).count();
            (place.saturating_sub(back)..place).any(|at| stands_at(tokens, list, at))
        };
        let arrived = phrase_near(&p.received, 4) || behind(tokens, last, 3).any(|token| token.begins(&["алынды", "келип тус"]));
        if arrived && !phrase_near(&p.cited, 6) {
            let confidence = Confidence::Certain;
            received.get_or_insert(Found { value: parsed, span: start..end, confidence });
            continue;
        }
        let own = |stems: &[&str], count| near(count).any(|token| stems.contains(&token.folded.as_str()));
        let law = nearest(in_line(tokens, place, 14), &LAW_STEMS) < nearest(in_line(tokens, place, 14), &ORDER_STEMS)
            || tokens.get(after..).unwrap_or_default().iter().take(4).any(|token| is_law_number(plain(token.text)));
        let line = text.get(..start).and_then(|left| left.rsplit(['\n', '\r']).next()).unwrap_or_default();
        let rest = text.get(end..).and_then(|right| right.lines().next()).unwrap_or_default();
        let mut score = 1 + 2 * i32::from(own(&FROM, 2)) + 2 * i32::from(any_begins(near(6), &ORDER_STEMS));
        score += 2 * i32::from(tokens.get(after..).unwrap_or_default().iter().take(2).any(|token| token.text.contains('№')));
        score += i32::from(behind(tokens, last, 4).any(|token| token.begins(&ORDER_STEMS)));
        // A date alone on its line heads or signs the letter.
        score += 2 * i32::from(line.trim().is_empty() && rest.trim().chars().count() <= 6);
        score -= 10 * i32::from(law);
        score -= 6 * i32::from(own(&UNTIL, 2) || behind(tokens, last, 2).any(|token| UNTIL.contains(&token.folded.as_str())));
        score -= 5 * i32::from(is_cited(tokens, place, last) || phrase_near(&p.published, 5) || phrase_near(&p.not_ours, 4));
        // The decision of a court that a letter cites is not the letter; nor is the letter that it answers.
        score -= 2 * i32::from(any_begins(near(8), &["суд", "сот", "court"]));
        let answers = near(4).collect::<Vec<_>>().windows(2).any(|pair| {
            matches!(pair, [number, word] if word.folded == "на" && number.text.contains('№'))
                || matches!(pair, [_, word] if word.text == "На")
        });
        score -= 5 * i32::from(answers);
        if score > 0 && issued.as_ref().is_none_or(|(other, _)| score > *other) {
            let confidence = Confidence::certain_if(score >= 3);
            issued = Some((score, Found { value: parsed, span: start..end, confidence }));
        }
    }
    (issued.map(|(_, date)| date), received)
}

fn plain(text: &str) -> &str {
    text.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// Returns the first date that stands at most so many words behind a place or before it.
pub(super) fn date_near(text: &str, range: Range<usize>) -> Option<(Range<usize>, ParsedDate)> {
    let part = text.get(range.clone())?;
    let (start, end, value) = find_dates(part).into_iter().next()?;
    Some((range.start + start..range.start + end, ParsedDate::new(value, part.get(start..end).unwrap_or_default())))
}

/// Says whether a phrase of a list stands anywhere in the tokens.
pub(super) fn says(tokens: &[Token<'_>], list: &[super::tokens::Phrase]) -> Option<(usize, usize)> {
    let last = tokens.len().checked_sub(1)?;
    find_phrase(tokens, list, 0, last)
}
