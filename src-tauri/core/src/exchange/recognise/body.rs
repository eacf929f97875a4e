//! Who issued a letter and to which platform it speaks.

use super::super::addresses::host_of;
use super::super::words::words;
use super::phrases::phrases;
use super::tokens::{Token, before, behind, stands_at};
use super::{Confidence, Found};

/// Beginning of a text in which its head is expected.
const HEAD_BYTES: usize = 600;

/// Finds the body whose letter it is: a known one by what stands around its name, else a line or a run of capitals that names one.
pub(super) fn find_authority(text: &str, tokens: &[Token<'_>]) -> Option<Found<String>> {
    known_body(text, tokens).or_else(|| named_line(text, tokens)).or_else(|| name_in_prose(text, tokens))
}

fn known_body(text: &str, tokens: &[Token<'_>]) -> Option<Found<String>> {
    let aliases: Vec<(Vec<&str>, &String)> =
        words().authorities.iter().map(|(alias, name)| (alias.split(' ').collect(), name)).collect();
    let mut best: Option<(i32, Found<String>)> = None;
    let mut place = 0;
    while place < tokens.len() {
        // The longest alias comes first in the list.
        let found = aliases.iter().find(|(alias, _)| {
            alias.iter().enumerate().all(|(at, word)| tokens.get(place + at).is_some_and(|token| token.folded == *word))
        });
        let Some((alias, name)) = found else {
            place += 1;
            continue;
        };
        let last = place + alias.len() - 1;
        let score = body_score(text, tokens, place, last) + i32::from(name.starts_with("Комитет "));
        if best.as_ref().is_none_or(|(other, _)| score > *other)
            && let (Some(first), Some(end)) = (tokens.get(place), tokens.get(last))
        {
            let (span, confidence) = (trim_span(text, first.start, end.end), Confidence::certain_if(score >= 2));
            best = Some((score, Found { value: (*name).clone(), span, confidence }));
        }
        place = last + 1;
    }
    // A body that is only cited or addressed is not the author.
    best.filter(|(score, _)| *score > -3).map(|(_, found)| found)
}

fn trim_span(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let word = text.get(start..end).unwrap_or_default();
    let left = word.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let core = left.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let start = end - left.len();
    start..start + core.len()
}

fn body_score(text: &str, tokens: &[Token<'_>], first: usize, last: usize) -> i32 {
    let p = phrases();
    let start = tokens.get(first).map_or(0, |token| token.start);
    let line_start = text.get(..start).and_then(|left| left.rfind('\n')).map_or(0, |at| at + 1);
    let line = text.get(line_start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let short = line.split_whitespace().count() <= 16;
    let mut score = 2 * i32::from(start < HEAD_BYTES) + 2 * i32::from(short);
    let back = before(tokens, first, 4).count();
    let near = |list| (first.saturating_sub(back)..first).any(|at| stands_at(tokens, list, at));
    score -= 5 * i32::from(is_cited_body(tokens, first, last));
    score -= 4 * i32::from(near(&p.recipients));
    score += 3 * i32::from(near(&p.closings));
    score - 3 * i32::from(near(&p.published) || before(tokens, first, 4).any(|token| token.begins(&["recognized", "recognised"])))
}

/// "в соответствии с требованием Генеральной прокуратуры", "Бас прокуратураның … ұсынысы негізінде".
fn is_cited_body(tokens: &[Token<'_>], first: usize, last: usize) -> bool {
    const ACTS: [&str; 9] =
        ["требовани", "решени", "приказ", "заключени", "demand", "decision", "постановлени", "определени", "представлени"];
    let back = before(tokens, first, 5).count();
    let acts = before(tokens, first, 3).any(|token| token.begins(&ACTS));
    let cited = (first.saturating_sub(back)..first).any(|at| stands_at(tokens, &phrases().cited, at));
    let rest = behind(tokens, last, 8).count();
    let cited_behind = (last + 1..=last + rest).any(|at| {
        let between = tokens.get(last + 1..at).unwrap_or_default();
        // The law in between is what is cited: "… министрлігі «…» Заңына сәйкес".
        let law = between.iter().any(|token| token.folded.starts_with("зан") || token.text.contains(['«', '"']));
        let act = between.iter().any(|token| token.begins(&["шешим", "усыныс", "корытынды", "буйры", "талаб"]));
        stands_at(tokens, &phrases().cited_behind, at) && act && !law
    });
    (acts && cited) || cited_behind
}

fn is_body_word(token: &Token<'_>) -> bool {
    words().authority_words.contains(&token.folded)
}

fn named_line(text: &str, tokens: &[Token<'_>]) -> Option<Found<String>> {
    let recipients = &phrases().recipients;
    let mut at = 0;
    for line in text.split(['\n', '\r']) {
        let start = at;
        at += line.len() + 1;
        let name = line.trim().trim_end_matches(',');
        let lower = name.to_lowercase();
        let count = name.split_whitespace().count();
        let marks = name.ends_with(['.', ':', '?', '!']) || lower.starts_with("dear") || name.contains(['№', '@']);
        if !(1..=12).contains(&count) || name.chars().count() > 120 || marks {
            continue;
        }
        let begin = start + (line.len() - line.trim_start().len());
        let first = tokens.partition_point(|token| token.start < begin);
        let last = tokens.partition_point(|token| token.start < begin + name.len());
        let own = tokens.get(first..last).unwrap_or_default();
        if own.iter().any(is_body_word)
            && own.first().is_some_and(Token::is_capital)
            && !(first..last).any(|place| stands_at(tokens, recipients, place))
            && !own.iter().any(|token| token.begins(&["шешими", "решени"]))
        {
            return Some(Found { value: name.to_owned(), span: begin..begin + name.len(), confidence: Confidence::Likely });
        }
    }
    None
}

/// Takes the run of capitalised words around the word for a body, or the words with which a text begins.
fn name_in_prose(text: &str, tokens: &[Token<'_>]) -> Option<Found<String>> {
    const SMALL: [&str; 9] = ["of", "the", "for", "and", "по", "и", "в", "сфере", "де"];
    let belongs = |token: &Token<'_>| token.is_capital() || SMALL.contains(&token.folded.as_str());
    let place = (0..tokens.len()).find(|place| {
        tokens.get(*place).is_some_and(|token| token.is_capital() && is_body_word(token))
            && !is_cited_body(tokens, *place, *place)
    })?;
    let left = before(tokens, place, 8).take_while(|token| belongs(token) && !token.text.ends_with(',')).count();
    let mut last = place;
    for (index, token) in tokens.get(place..).unwrap_or_default().iter().take(12).enumerate() {
        if !belongs(token) || (token.breaks && index > 0) {
            break;
        }
        if token.is_capital() {
            last = place + index;
        }
        if token.text.ends_with([',', '.', ';', ':']) {
            break;
        }
    }
    let first = tokens.get(place - left..).unwrap_or_default().iter().find(|token| token.is_capital())?;
    let end = tokens.get(last)?;
    let span = trim_span(text, first.start, end.end);
    let value = text.get(span.clone())?.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Found { value, span, confidence: Confidence::Likely })
}

/// Finds the platform by the host of an address, else by its name.
pub(super) fn find_platform(urls: &[Found<String>], tokens: &[Token<'_>]) -> Option<Found<String>> {
    let hosted = urls.iter().find_map(|url| Some((words().platform(&host_of(&url.value)?)?, url)));
    if let Some((name, url)) = hosted {
        let others =
            urls.iter().filter_map(|url| host_of(&url.value)).any(|host| words().platform(&host).is_some_and(|o| o != name));
        return Some(Found { value: name.to_owned(), span: url.span.clone(), confidence: Confidence::certain_if(!others) });
    }
    if !urls.is_empty() {
        return None;
    }
    let named = (0..tokens.len()).find_map(|place| {
        let (name, phrases) = phrases().platform_names.iter().find(|(_, list)| stands_at(tokens, list, place))?;
        Some((name, phrases.iter().find_map(|phrase| phrase.at(tokens, place))?, place))
    });
    let (name, last, place) = named?;
    let span = tokens.get(place)?.start..tokens.get(last)?.end;
    Some(Found { value: name.clone(), span, confidence: Confidence::Likely })
}
