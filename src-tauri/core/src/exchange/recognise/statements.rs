//! What a letter states in phrases: its kind, what it demands and until when, why, and what it says of secrecy, appeal and the author.

use super::head::{date_near, says};
use super::phrases::phrases;
use super::tokens::{Phrase, Token, before, find_phrase, sentence, stands_at};
use super::{Confidence, Found, RecognisedFields};

/// Beginning of a text in which the kind of the act is expected.
const HEAD_BYTES: usize = 1500;
const REASON_CHARS_MAX: usize = 600;

/// The term that a letter sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    length: Length,
    start: Start,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Length {
    Hours(u32),
    Days(u32),
    WorkingDays(u32),
    Immediately,
    Soon,
    Until(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    Receipt,
    Issue,
    NotSaid,
}

impl Term {
    /// Returns the term as the letter states it: h24, d3, wd3 (working days), immediate, asap, date:2025-03-15.
    #[must_use]
    pub fn stated(&self) -> String {
        match &self.length {
            Length::Hours(hours) => format!("h{hours}"),
            Length::Days(days) => format!("d{days}"),
            Length::WorkingDays(days) => format!("wd{days}"),
            Length::Immediately => "immediate".to_owned(),
            Length::Soon => "asap".to_owned(),
            Length::Until(day) => format!("date:{day}"),
        }
    }

    /// Returns the basis in the words of the domain: h24_from_receipt, h24_from_issue, immediate, other.
    #[must_use]
    pub const fn basis(&self) -> &'static str {
        match (&self.length, self.start) {
            (Length::Hours(24), Start::Receipt) => "h24_from_receipt",
            (Length::Hours(24), Start::Issue) => "h24_from_issue",
            (Length::Immediately, _) => "immediate",
            _ => "other",
        }
    }
}

/// Reads everything that is stated in phrases.
pub(super) fn read(text: &str, tokens: &[Token<'_>], fields: &mut RecognisedFields) {
    let p = phrases();
    let last = tokens.len().saturating_sub(1);
    let flag = |list: &[Phrase], value: &str| says(tokens, list).map(|place| found(tokens, place, value, Confidence::Certain));
    fields.instrument = instrument(tokens);
    let police = fields
        .authority
        .as_ref()
        .is_some_and(|body| body.value.contains("внутренних дел") || body.value.to_lowercase().contains("police"));
    if police && let Some(kind) = fields.instrument.as_mut().filter(|kind| kind.value == "letter") {
        let word = text.get(kind.span.clone()).map(crate::model::fold::fold).unwrap_or_default();
        if ["запрос", "сурау", "request"].iter().any(|stem| word.starts_with(stem)) {
            kind.value = "police_request".to_owned();
        }
    }
    fields.actions = actions(tokens);
    fields.term = term(text, tokens);
    fields.secrecy = flag(&p.secrecy, "yes");
    fields.appeal = flag(&p.appeal, "yes");
    fields.notified = flag(&p.notified, "yes");
    fields.scope = flag(&p.scope_kz, "KZ").or_else(|| flag(&p.scope_world, "worldwide"));
    fields.duration = flag(&p.duration_permanent, "permanent").or_else(|| flag(&p.duration_until, "until"));
    fields.child_sexual = flag(&p.child_sexual, "yes");
    fields.signatory = signatory(text, tokens);
    if fields.instrument.as_ref().is_none_or(|found| found.value != "court_act") {
        fields.court_act = find_phrase(tokens, &p.court_act, 0, last).map(|(first, end)| {
            let (_, close) = sentence(tokens, first);
            let to = close.min(end + 10);
            let written = tokens.get(first..=to).unwrap_or_default().iter().map(|token| token.text).collect::<Vec<_>>().join(" ");
            found(tokens, (first, to), &written, Confidence::Likely)
        });
    }
    if let Some((ground, place)) = ground(tokens) {
        let (first, close) = sentence(tokens, place);
        let (start, end) = (tokens.get(first).map_or(0, |token| token.start), tokens.get(close).map_or(0, |token| token.end));
        let value: String = text.get(start..end).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        if value.chars().count() <= REASON_CHARS_MAX {
            fields.reasons = Some(Found { value, span: start..end, confidence: Confidence::Likely });
        }
        fields.ground = Some(ground);
    }
    fields.language = language(tokens);
}

fn found(tokens: &[Token<'_>], (first, last): (usize, usize), value: &str, confidence: Confidence) -> Found<String> {
    let span = tokens.get(first).map_or(0, |token| token.start)..tokens.get(last).map_or(0, |token| token.end);
    Found { value: value.to_owned(), span, confidence }
}

/// The kind that the head names; a word in capitals or alone on its line is a title and comes before words in a sentence.
fn instrument(tokens: &[Token<'_>]) -> Option<Found<String>> {
    let head = tokens.iter().take_while(|token| token.start < HEAD_BYTES).count();
    let mut best: Option<(i32, Found<String>)> = None;
    for place in 0..head {
        for (code, list) in &phrases().instruments {
            let Some(last) = list.iter().filter_map(|phrase| phrase.at(tokens, place)).max() else { continue };
            let Some(token) = tokens.get(place) else { continue };
            let core = token.text.trim_matches(|letter: char| !letter.is_alphanumeric());
            let title = core.chars().count() > 2 && core.chars().all(|letter| letter.is_uppercase() || !letter.is_alphabetic());
            let capital = token.is_capital();
            // English nouns of this kind are verbs and turns of phrase as well: "we request", "in order to".
            let bare = token.folded.is_ascii() && !capital;
            if bare
                && !before(tokens, place, 1)
                    .any(|word| matches!(word.folded.as_str(), "this" | "the" | "is" | "our" | "following"))
            {
                continue;
            }
            let of_court = code == "court_act" && !title && !(capital && place < 12);
            // "сот шешімі" and its kind, when cited, name another paper.
            let cited = (1..=4).filter_map(|back| place.checked_sub(back)).any(|at| {
                stands_at(tokens, &phrases().cited, at)
                    && tokens.get(at..place).is_some_and(|between| between.iter().all(|t| !t.closes))
            });
            let longer = i32::try_from(last - place).unwrap_or(0);
            let exact_letter = i32::from(code != "letter");
            let score = 6 * i32::from(title) + 3 * i32::from(capital) + longer + exact_letter
                - 8 * i32::from(of_court)
                - 6 * i32::from(cited);
            if score > -3 && best.as_ref().is_none_or(|(other, _)| score > *other) {
                let confidence = Confidence::certain_if(title || capital);
                best = Some((score, found(tokens, (place, last), code, confidence)));
            }
        }
    }
    best.map(|(_, found)| found)
}

/// What is demanded, not what is threatened: "будет ограничен", "will be blocked" are no demands.
fn actions(tokens: &[Token<'_>]) -> Vec<Found<String>> {
    let p = phrases();
    let mut all: Vec<Found<String>> = Vec::new();
    for place in 0..tokens.len() {
        for (code, list) in &p.actions {
            let Some(last) = list.iter().find_map(|phrase| phrase.at(tokens, place)) else { continue };
            let known = all.iter().any(|action| action.value == *code);
            let back = before(tokens, place, 5).count();
            let threat = (place - back..place).any(|at| stands_at(tokens, &p.threats, at));
            let denied = before(tokens, place, 1).any(|token| matches!(token.folded.as_str(), "не" | "not" | "no"));
            let negated = denied && code != "geo_block";
            // "удалить аккаунт" suspends an account and deletes nothing else.
            let account = code == "delete"
                && p.actions.iter().any(|(other, list)| other == "suspend_account" && stands_at(tokens, list, place));
            if !known && !threat && !negated && !account {
                all.push(found(tokens, (place, last), code, Confidence::certain_if(all.is_empty())));
            }
        }
    }
    all
}

fn term(text: &str, tokens: &[Token<'_>]) -> Option<Found<Term>> {
    let p = phrases();
    let mut best: Option<(u8, Found<Term>)> = None;
    for place in 0..tokens.len() {
        let Some((rank, length, last)) = length_at(text, tokens, place) else { continue };
        let (first, close) = sentence(tokens, place);
        let said = |list: &[Phrase]| find_phrase(tokens, list, first, close);
        let foreign = said(&p.not_our_term).is_some_and(|(at, _)| rank < 5 || at.abs_diff(place) < 4);
        if foreign || best.as_ref().is_some_and(|(other, _)| *other >= rank) {
            continue;
        }
        let start = match (said(&p.from_receipt), said(&p.from_issue)) {
            (Some((receipt, _)), Some((issue, _))) if issue.abs_diff(place) < receipt.abs_diff(place) => Start::Issue,
            (Some(_), _) => Start::Receipt,
            (None, Some(_)) => Start::Issue,
            (None, None) => Start::NotSaid,
        };
        let span = tokens.get(place).map_or(0, |token| token.start)..tokens.get(last).map_or(0, |token| token.end);
        let confidence = Confidence::certain_if(rank >= 4);
        best = Some((rank, Found { value: Term { length, start }, span, confidence }));
    }
    best.map(|(_, term)| term)
}

/// A term that begins at a place, with its rank: a number of hours before "at once", "at once" before "soon".
fn length_at(text: &str, tokens: &[Token<'_>], place: usize) -> Option<(u8, Length, usize)> {
    let p = phrases();
    let ends = |list: &[Phrase]| list.iter().find_map(|phrase| phrase.at(tokens, place));
    if let Some(last) = ends(&p.h24) {
        return Some((6, Length::Hours(24), last));
    }
    if let Some((length, last)) = counted(tokens, place) {
        return Some((5, length, last));
    }
    if let Some((day, last)) = until(text, tokens, place) {
        return Some((4, Length::Until(day), last));
    }
    if let Some(last) = ends(&p.immediate) {
        return Some((3, Length::Immediately, last));
    }
    ends(&p.asap).map(|last| (1, Length::Soon, last))
}

/// "48 часов", "3 рабочих дней", "3 жұмыс күні ішінде", "within 48 hours".
fn counted(tokens: &[Token<'_>], place: usize) -> Option<(Length, usize)> {
    let number: u32 = tokens.get(place)?.folded.parse().ok().filter(|number| (1..=240).contains(number))?;
    let within =
        before(tokens, place, 3).any(|token| matches!(token.folded.as_str(), "течение" | "within" | "срок" | "мерзими" | "in"));
    let word = |at: usize| tokens.get(at);
    let ishinde = |at: usize| word(at).is_some_and(|token| token.folded.starts_with("ишинде"));
    let unit = word(place + 1)?;
    if (unit.begins(&["час", "hour"]) && within) || (unit.begins(&["сагат"]) && ishinde(place + 2)) {
        return Some((Length::Hours(number), place + 1));
    }
    let day = |token: &Token<'_>| matches!(token.folded.as_str(), "дня" | "дней" | "день" | "days" | "day" | "кун" | "куни");
    if unit.begins(&["рабоч", "working", "business", "жумыс"])
        && word(place + 2).is_some_and(day)
        && (within || ishinde(place + 3))
    {
        return Some((Length::WorkingDays(number), place + 2));
    }
    (day(unit) && (within || ishinde(place + 2))).then_some((Length::Days(number), place + 1))
}

/// "до 10 апреля 2025 года", "no later than 8 May 2025", "2025 жылғы 20 мамырға дейін".
fn until(text: &str, tokens: &[Token<'_>], place: usize) -> Option<(String, usize)> {
    let token = tokens.get(place)?;
    let ahead = match token.folded.as_str() {
        "до" | "until" | "by" | "than" => true,
        "позднее" | "позже" => before(tokens, place, 1).any(|token| token.folded == "не"),
        "дейин" => false,
        _ => return None,
    };
    let (from, to) = if ahead {
        (token.end, tokens.get((place + 6).min(tokens.len() - 1))?.end)
    } else {
        (tokens.get(place.saturating_sub(5))?.start, token.start)
    };
    let (span, date) = date_near(text, from..to)?;
    let near = tokens.partition_point(|token| token.end <= span.start);
    let close = if ahead { near <= place + 2 } else { near + 4 >= place };
    let last = tokens.partition_point(|token| token.start < span.end).saturating_sub(1);
    close.then(|| (date.shown(), last.max(place)))
}

/// The ground whose phrases are said most often; of two said equally often the first in the list, which is the narrower.
fn ground(tokens: &[Token<'_>]) -> Option<(Found<String>, usize)> {
    const ORDER: [&str; 13] = [
        "child_cyberbullying",
        "pornography",
        "extremism",
        "gambling",
        "drugs",
        "personal_data",
        "honour_dignity",
        "defamation",
        "false_information",
        "lgbt_propaganda",
        "elections",
        "bullying_unspecified",
        "other",
    ];
    let mut best: Option<(usize, &str, (usize, usize))> = None;
    for code in ORDER {
        let Some((_, list)) = phrases().grounds.iter().find(|(known, _)| known == code) else { continue };
        let mut places =
            (0..tokens.len()).filter_map(|place| Some((place, list.iter().find_map(|phrase| phrase.at(tokens, place))?)));
        // Words inside addresses say nothing.
        let mut places = places.by_ref().filter(|(place, _)| tokens.get(*place).is_some_and(|token| !token.text.contains("://")));
        let Some(first) = places.next() else { continue };
        let count = 1 + places.count() + 100 * usize::from(code == "child_cyberbullying");
        if best.is_none_or(|(other, ..)| count > other) {
            best = Some((count, code, first));
        }
    }
    best.map(|(count, code, place)| (found(tokens, place, code, Confidence::certain_if(count > 1)), place.0))
}

/// The post of who signs: it begins a line of the end of the letter.
fn signatory(text: &str, tokens: &[Token<'_>]) -> Option<Found<String>> {
    let list = &phrases().signatories;
    let place = (tokens.len() / 2..tokens.len()).find(|place| {
        let starts = tokens
            .get(*place)
            .and_then(|token| text.get(..token.start))
            .is_some_and(|left| left.rsplit('\n').next().is_some_and(|line| line.trim().is_empty()) && left.contains('\n'));
        starts && stands_at(tokens, list, *place)
    })?;
    let start = tokens.get(place)?.start;
    let line = text.get(start..)?.lines().next()?;
    // Posts are words of small letters behind a capital; the name behind them is a person's and is left out.
    let words: Vec<&str> = line.split_whitespace().collect();
    let last = list.iter().filter_map(|phrase| phrase.at(tokens, place)).max()?;
    let count = (last - place + 1).min(words.len());
    let value = words.get(..count)?.join(" ");
    let value = value.trim_end_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    Some(Found { value, span: start..tokens.get(last)?.end, confidence: Confidence::Likely })
}

/// The languages of the words: one of them, or mixed where a second has a tenth of the words or more.
fn language(tokens: &[Token<'_>]) -> &'static str {
    let p = phrases();
    let (mut kazakh, mut russian, mut english, mut other) = (0_usize, 0_usize, 0_usize, 0_usize);
    let sentences = tokens.split_inclusive(|token| token.closes);
    for part in sentences {
        let words: Vec<&Token<'_>> =
            part.iter().filter(|token| !token.text.contains("://") && token.folded.chars().any(char::is_alphabetic)).collect();
        let has_latin = |token: &&&Token<'_>| token.folded.chars().any(|letter| letter.is_ascii_lowercase());
        let has_cyrillic = |token: &&&Token<'_>| token.folded.chars().any(|letter| ('а'..='я').contains(&letter));
        let cyrillic = words.iter().filter(has_cyrillic).count();
        let latin = words.iter().filter(has_latin).filter(|token| !has_cyrillic(token)).count();
        let own = |token: &&&Token<'_>| {
            token.text.chars().any(|letter| "әғқңөұүһіӘҒҚҢӨҰҮҺІ".contains(letter)) || p.kazakh_words.contains(&token.folded)
        };
        let is_kazakh = words.iter().filter(own).count() * 5 >= cyrillic && cyrillic > 0;
        if is_kazakh {
            kazakh += cyrillic
        } else {
            russian += cyrillic
        }
        let is_english = latin < 4 || words.iter().any(|token| p.english_words.contains(&token.folded));
        // Scripts without blanks: two letters stand for a word.
        let strange =
            words.iter().filter(|token| !token.folded.chars().any(|l| l.is_ascii_lowercase() || ('а'..='я').contains(&l)));
        let foreign: usize = strange.map(|token| token.folded.chars().count().div_ceil(2)).sum();
        if is_english {
            english += latin
        } else {
            other += latin
        }
        other += foreign;
    }
    let all = kazakh + russian + english + other;
    if all == 0 {
        return "";
    }
    // A name in Latin letters makes no letter bilingual.
    let counts = [("kk", kazakh), ("ru", russian), ("en", english), ("other", other)];
    let share = |count: usize, of_ten: usize| count * 10 >= all * of_ten;
    let main = counts.iter().max_by_key(|(_, count)| *count).map_or("", |(code, _)| *code);
    let second = counts.iter().filter(|(code, count)| *code != main && share(*count, 1) && *count >= 8).count();
    if second > 0 { "mixed" } else { main }
}
