//! Addresses in a running text.

use super::super::addresses::{has_scheme, host_of, is_address, split_addresses};
use super::super::words::words;
use super::{Confidence, Found};
use crate::model::address::refang;

pub(super) fn find_urls(text: &str) -> Vec<Found<String>> {
    let whole = text.trim();
    let place_of = |part: &str| {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        start..start + part.len()
    };
    if is_address(whole) {
        return vec![Found { value: refang(whole).into_owned(), span: place_of(whole), confidence: Confidence::Certain }];
    }
    let mut urls: Vec<Found<String>> = Vec::new();
    let mut hosts: Vec<Found<String>> = Vec::new();
    for piece in text.split(|letter: char| letter.is_whitespace() || "<>\"«»“”„，。、；（）|".contains(letter)) {
        for part in split_addresses(from_scheme(piece)) {
            // A question mark closes a sentence, unless the address has the line to itself.
            let part = if alone_on_line(text, place_of(part)) { part } else { trim_address(part) };
            let plain = refang(part);
            let is_mail = !has_scheme(&plain) && plain.split('/').next().is_some_and(|host| host.contains('@'));
            if !is_address(&plain) || is_mail {
                continue;
            }
            let Some(host) = host_of(&plain) else { continue };
            let sure = has_scheme(&plain) || plain.contains('/') && host.contains(|letter: char| letter.is_alphabetic());
            let list = if sure { &mut urls } else { &mut hosts };
            // Pages of help and rules of a platform are cited, never demanded.
            let is_help = ["help.", "support.", "policies."].iter().any(|label| host.starts_with(label));
            if !is_help && !words().is_official(&host) && !list.iter().any(|known| known.value == plain) {
                let confidence = Confidence::certain_if(has_scheme(&plain));
                list.push(Found { value: plain.into_owned(), span: place_of(part), confidence });
            }
        }
    }
    // A bare host is taken only where nothing better stands, and only if it cannot be an abbreviation.
    if urls.is_empty() {
        urls = hosts.into_iter().filter(|host| host.value.len() >= 6 && host.value.is_ascii()).collect();
    }
    urls
}

fn alone_on_line(text: &str, span: std::ops::Range<usize>) -> bool {
    // Looked at only where it matters: the walk to the ends of the line is long in a text without any.
    if !text.get(span.clone()).is_some_and(|part| part.ends_with('?') && has_scheme(part)) {
        return false;
    }
    let left = text.get(..span.start).and_then(|left| left.rsplit(['\n', '\r']).next()).unwrap_or_default();
    let right = text.get(span.end..).and_then(|right| right.split(['\n', '\r']).next()).unwrap_or_default();
    left.trim().is_empty() && right.trim().is_empty()
}

/// Starts a piece at its scheme, when words are glued to it.
fn from_scheme(piece: &str) -> &str {
    let at = ["http://", "https://", "hxxp://", "hxxps://"].iter().filter_map(|scheme| piece.find(scheme)).min();
    at.and_then(|at| piece.get(at..)).unwrap_or(piece)
}

/// Drops what belongs to the sentence: marks at the ends, and a closing bracket that was never opened.
fn trim_address(mut part: &str) -> &str {
    part = part.trim_start_matches(['(', '[', '{', '\'', '-', '*']);
    loop {
        let shorter = part.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '>']);
        let shorter = match shorter.chars().next_back() {
            Some(')') if !shorter.contains('(') => shorter.trim_end_matches(')'),
            Some(']') if !shorter.contains('[') => shorter.trim_end_matches(']'),
            _ => shorter,
        };
        if shorter.len() == part.len() {
            return part;
        }
        part = shorter;
    }
}
