//! A paper taken apart: its words by what they sound like, its digits, its letters without blanks, and which words stand in a row.

use super::ordinary::{Ordinary, is_joining};
use super::sound::{is_mark, sounds, stems};
use super::{Found, How};
use crate::model::fold::{fold, look};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use unicode_normalization::UnicodeNormalization;

/// Where some words of a paper come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// What a reader reads.
    Words,
    /// What the file says beside it: its title, its outline, its links.
    File,
    /// Letters that stand somewhere in its bytes.
    Bytes,
}

/// Words in a row that are a text: fewer may be chance.
pub const ROW: usize = 8;
/// Letters and digits of an address that are looked up before it is looked for.
const GRAM: usize = 5;
const GRAM_BITS: usize = 1 << 24;
/// Letters around what was found.
const AROUND: usize = 36;

/// A word of a paper.
pub(super) struct Token {
    pub from: usize,
    pub to: usize,
    pub folded: String,
    pub source: Source,
    /// One capital letter, or two that stand for one, with a point behind.
    pub is_initial: bool,
}

/// A paper taken apart.
pub struct Paper {
    text: String,
    starts: Vec<(usize, Source)>,
    pub(super) tokens: Vec<Token>,
    // Places of words by what they may be an inflected form of.
    stems: HashMap<String, Vec<u32>>,
    // Places of words by their digests: first the words themselves, then eight in a row.
    pub(super) words: ByDigest<Vec<u32>>,
    rows: ByDigest<u32>,
    // Digits of numbers with the place of the first.
    numbers: HashMap<String, usize>,
    // Small letters without blanks, and between which bytes each of their bytes stood.
    squeezed: String,
    origins: Vec<(u32, u32)>,
    grams: Vec<u64>,
    pub(super) ordinary: Ordinary,
}

/// What is found by a digest, which needs no second one.
pub(super) type ByDigest<V> = HashMap<u64, V, BuildHasherDefault<Digested>>;

/// Takes a digest as it is.
#[derive(Default)]
pub(super) struct Digested(u64);

impl Hasher for Digested {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |digest, byte| stir(digest, u32::from(*byte)));
    }

    fn write_u64(&mut self, digest: u64) {
        self.0 = digest.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Begins the digest of a word.
pub(super) const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// Goes on with a digest (FNV-1a, a step for each letter).
pub(super) const fn stir(digest: u64, letter: u32) -> u64 {
    (digest ^ letter as u64).wrapping_mul(0x0000_0100_0000_01b3)
}

pub(super) fn digest_of(word: &str) -> u64 {
    word.chars().fold(SEED, |digest, letter| stir(digest, letter as u32))
}

pub(super) fn row_of(words: impl Iterator<Item = u64>) -> u64 {
    words.fold(SEED, |digest, word| (digest.rotate_left(7) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

impl Paper {
    /// Takes a paper apart: all its texts, each with where it comes from.
    #[must_use]
    pub fn new<'t>(texts: impl Iterator<Item = (Source, &'t str)>, ordinary: Ordinary) -> Self {
        let mut paper = Self {
            text: String::new(),
            starts: Vec::new(),
            tokens: Vec::new(),
            stems: HashMap::new(),
            words: ByDigest::default(),
            rows: ByDigest::default(),
            numbers: HashMap::new(),
            squeezed: String::new(),
            origins: Vec::new(),
            grams: vec![0; GRAM_BITS / 64],
            ordinary,
        };
        for (source, text) in texts {
            paper.starts.push((paper.text.len(), source));
            paper.text.extend(text.nfkc().filter(|letter| !is_unseen(*letter)));
            paper.text.push('\n');
        }
        paper.take_tokens();
        paper.join_spaced();
        paper.take_stems();
        paper.take_rows();
        paper.take_numbers();
        paper.squeeze();
        paper
    }

    pub(super) fn source(&self, at: usize) -> Source {
        let after = self.starts.partition_point(|(start, _)| *start <= at);
        after.checked_sub(1).and_then(|place| self.starts.get(place)).map_or(Source::Words, |(_, source)| *source)
    }

    fn take_tokens(&mut self) {
        let mut letters = self.text.char_indices().peekable();
        let mut tokens = Vec::new();
        while let Some((from, first)) = letters.next() {
            if !first.is_alphanumeric() {
                continue;
            }
            let mut to = from + first.len_utf8();
            while let Some((at, letter)) = letters.peek().copied() {
                let goes_on = letter.is_alphanumeric()
                    || is_joining(letter)
                    || (is_mark(letter)
                        && self.text.get(at + letter.len_utf8()..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric)));
                if !goes_on {
                    break;
                }
                to = at + letter.len_utf8();
                letters.next();
            }
            let written = self.text.get(from..to).unwrap_or_default();
            let behind = self.text.get(to..).and_then(|rest| rest.chars().next());
            let is_initial = first.is_uppercase()
                && behind == Some('.')
                && (written.chars().count() == 1
                    || ["Sh", "Ch", "Zh", "Kh", "Yu", "Ya", "Ye", "Yo", "Ts", "Iu", "Ia"].contains(&written));
            tokens.push(Token { from, to, folded: fold(written), source: self.source(from), is_initial });
        }
        self.tokens = tokens;
    }

    // Letters set apart, as С е р и к, are a word; and so are two halves of a word that a hyphen at the end of a line parts.
    fn join_spaced(&mut self) {
        let mut joined = Vec::new();
        let mut run: Vec<&Token> = Vec::new();
        let between = |one: &Token, other: &Token| self.text.get(one.to..other.from).unwrap_or_default().to_owned();
        for token in &self.tokens {
            let is_single = token.folded.chars().count() == 1;
            let follows = run.last().is_some_and(|last| matches!(between(last, token).as_str(), " " | "\u{a0}" | "-" | "·"));
            if !(is_single && follows) {
                joined.extend(joint(&run));
                run.clear();
            }
            if is_single {
                run.push(token);
            }
        }
        joined.extend(joint(&run));
        for pair in self.tokens.windows(2) {
            let [one, other] = pair else { continue };
            let gap = between(one, other);
            if gap.starts_with(['-', '‐', '\u{2011}'])
                && gap.contains('\n')
                && gap.trim_start_matches(['-', '‐', '\u{2011}']).trim().is_empty()
            {
                let folded = format!("{}{}", one.folded, other.folded);
                joined.push(Token { from: one.from, to: other.to, folded, source: one.source, is_initial: false });
            }
        }
        // They stand behind all others, so that the others keep their neighbours.
        self.tokens.extend(joined);
    }

    fn take_stems(&mut self) {
        let mut known: HashMap<&str, Vec<String>> = HashMap::new();
        for (place, token) in (0_u32..).zip(&self.tokens) {
            if token.source == Source::Bytes {
                continue;
            }
            let found = known.entry(token.folded.as_str()).or_insert_with(|| stems_of(&token.folded));
            for stem in found {
                match self.stems.get_mut(stem.as_str()) {
                    Some(places) => places.push(place),
                    None => drop(self.stems.insert(stem.clone(), vec![place])),
                }
            }
        }
    }

    fn take_rows(&mut self) {
        let digests: Vec<u64> = self.tokens.iter().map(|token| digest_of(&token.folded)).collect();
        for (place, digest) in (0_u32..).zip(&digests) {
            self.words.entry(*digest).or_default().push(place);
        }
        for (place, row) in (0_u32..).zip(digests.windows(ROW)) {
            self.rows.entry(row_of(row.iter().copied())).or_insert(place);
        }
    }

    fn take_numbers(&mut self) {
        let mut chain: Vec<(usize, String)> = Vec::new();
        let mut last = 0;
        let mut chains = Vec::new();
        for (at, letter) in self.text.char_indices() {
            if let Some(digit) = letter.to_digit(10) {
                let digit = char::from_digit(digit, 10).unwrap_or('0');
                match chain.last_mut() {
                    Some((_, run)) if last == at => run.push(digit),
                    _ => chain.push((at, digit.to_string())),
                }
                last = at + letter.len_utf8();
            } else if !is_between_digits(letter) || at - last > 4 {
                chains.extend((!chain.is_empty()).then(|| std::mem::take(&mut chain)));
            }
        }
        chains.push(chain);
        for chain in chains {
            let is_raw = chain.first().is_some_and(|(at, _)| self.source(*at) == Source::Bytes);
            for start in 0..chain.len() {
                let mut digits = String::new();
                let at = chain.get(start).map_or(0, |(at, _)| *at);
                for (_, run) in chain.iter().skip(start).take(if is_raw { 1 } else { 8 }) {
                    digits.push_str(run);
                    if digits.len() > 15 {
                        break;
                    }
                    if digits.len() >= 7 && (!is_raw || digits.len() >= 10) {
                        self.numbers.entry(ten(&digits).to_owned()).or_insert(at);
                        self.numbers.entry(digits.clone()).or_insert(at);
                    }
                }
            }
        }
    }

    fn squeeze(&mut self) {
        let text = std::mem::take(&mut self.text);
        let mut rest = text.char_indices().peekable();
        while let Some((at, letter)) = rest.next() {
            if letter == '%'
                && let Some((decoded, long)) = escapes(text.get(at..).unwrap_or_default())
            {
                decoded
                    .chars()
                    .filter(|letter| !letter.is_whitespace())
                    .flat_map(char::to_lowercase)
                    .for_each(|letter| self.put(letter, at, long));
                while rest.peek().is_some_and(|(next, _)| *next < at + long) {
                    rest.next();
                }
            } else if letter == '\\' {
                self.put('/', at, 1);
            } else if !letter.is_whitespace() {
                letter.to_lowercase().for_each(|small| self.put(small, at, letter.len_utf8()));
            }
        }
        self.text = text;
        let grams: Vec<usize> = self.squeezed.as_bytes().windows(GRAM).map(gram).collect();
        for gram in grams {
            if let Some(bits) = self.grams.get_mut(gram / 64) {
                *bits |= 1 << (gram % 64);
            }
        }
    }

    fn put(&mut self, letter: char, at: usize, long: usize) {
        self.squeezed.push(letter);
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.origins.resize(self.squeezed.len(), (place(at), place(at + long)));
    }

    /// Places of words whose sound is an inflected form of this one.
    pub(super) fn like(&self, base: &str) -> &[u32] {
        self.stems.get(base).map_or(&[], Vec::as_slice)
    }

    pub(super) fn token(&self, place: u32) -> Option<&Token> {
        self.tokens.get(place as usize)
    }

    /// The place where eight words with these digests stand in a row.
    pub(super) fn row(&self, digest: u64) -> Option<u32> {
        self.rows.get(&digest).copied()
    }

    /// Looks for a number by its digits.
    pub(super) fn number(&self, digits: &str) -> Option<Found> {
        let at = self.numbers.get(digits)?;
        Some(self.found(How::Digits, *at, at + digits.len()))
    }

    /// Looks for an address, an account or a path: small letters without blanks. What stands before and behind it must not be a part of it.
    pub(super) fn address(&self, needle: &str, edges: Edges) -> Option<Found> {
        let grams = needle.as_bytes().windows(GRAM);
        if needle.len() < GRAM
            || !grams.map(gram).all(|gram| self.grams.get(gram / 64).is_some_and(|bits| bits & (1 << (gram % 64)) != 0))
        {
            return None;
        }
        self.squeezed.match_indices(needle).find_map(|(start, _)| {
            let end = start + needle.len();
            let origin = |at: usize| self.origins.get(at).map(|(from, to)| (*from as usize, *to as usize));
            let (from, to) = (origin(start)?.0, origin(end - 1)?.1);
            // Letters that were escaped together have their neighbours among themselves.
            let is_inside =
                |one: usize, other: usize| origin(one).is_some_and(|place| place.1 - place.0 > 4 && origin(other) == Some(place));
            let before = match start.checked_sub(1) {
                Some(last) if is_inside(last, start) => self.squeezed.get(..start)?.chars().next_back(),
                _ => self.text.get(..from)?.chars().next_back(),
            };
            let behind = if is_inside(end - 1, end) {
                self.squeezed.get(end..)?.chars().next()
            } else {
                self.text.get(to..)?.chars().next()
            };
            let is_apart = |letter: Option<char>| !letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
            let is_whole = edges == Edges::Any || !self.text.get(from..to)?.contains([' ', '\t', '\u{a0}']);
            (is_apart(before) && is_apart(behind) && is_whole).then(|| self.found(How::Path, from, to))
        })
    }

    /// Says how words of the paper were found, with a little around them.
    pub(super) fn found(&self, how: How, from: usize, to: usize) -> Found {
        let how = if self.source(from) == Source::Words { how } else { How::Bytes };
        let before =
            self.text.get(..from).unwrap_or_default().char_indices().rev().take(AROUND).last().map_or(from, |(at, _)| at);
        let start = self.text.get(..from).and_then(|text| text.rfind('\n')).map_or(before, |at| (at + 1).max(before));
        let rest = self.text.get(to..).unwrap_or_default();
        let behind = rest.char_indices().take_while(|(_, letter)| *letter != '\n').take(AROUND).last();
        let end = behind.map_or(to, |(at, letter)| to + at + letter.len_utf8());
        let words = |from: usize, to: usize| self.text.get(from..to).unwrap_or_default();
        let shown = format!("{}⟦{}⟧{}", words(start, from), words(from, to), words(to, end));
        Found { how, shown: shown.split_whitespace().collect::<Vec<_>>().join(" ") }
    }
}

/// What may stand inside an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edges {
    /// Blanks and line ends: it tells itself by its marks.
    Any,
    /// Line ends only.
    Whole,
}

fn stems_of(folded: &str) -> Vec<String> {
    let mut all: Vec<String> = sounds(folded).iter().flat_map(|sound| stems(sound)).map(str::to_owned).collect();
    // Letters of the other alphabet that look alike: С for С.
    let is_mixed = folded.chars().any(|letter| letter.is_ascii_alphabetic()) && !folded.is_ascii();
    if is_mixed {
        all.extend(sounds(&look(folded)).iter().flat_map(|sound| stems(sound)).map(str::to_owned));
    }
    all.sort();
    all.dedup();
    all
}

// Letters that stand alone, five or more of them.
fn joint(run: &[&Token]) -> Option<Token> {
    let (first, last) = (run.first()?, run.last()?);
    let folded: String = run.iter().map(|token| token.folded.as_str()).collect();
    (run.len() >= 5).then_some(Token { from: first.from, to: last.to, folded, source: first.source, is_initial: false })
}

// The last ten digits of a number with a code of the country before them.
pub(super) fn ten(digits: &str) -> &str {
    let is_long = digits.len() == 11 && digits.starts_with(['7', '8']);
    if is_long { digits.get(1..).unwrap_or(digits) } else { digits }
}

pub(super) fn is_between_digits(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\n' | '-' | '‐' | '\u{2011}' | '–' | '(' | ')' | '+' | '.' | '/')
}

/// Letters that nobody sees.
pub(super) fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\0')
}

/// Reads escapes of an address, as %D0%B0, at the beginning of a text; returns what they say and how long they are.
pub(super) fn escapes(text: &str) -> Option<(String, usize)> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(digits) = rest.strip_prefix('%').and_then(|rest| rest.get(..2)) {
        let Ok(byte) = u8::from_str_radix(digits, 16) else { break };
        bytes.push(byte);
        rest = rest.get(3..).unwrap_or_default();
    }
    let decoded = String::from_utf8(bytes).ok().filter(|decoded| !decoded.is_empty())?;
    Some((decoded, text.len() - rest.len()))
}

fn gram(window: &[u8]) -> usize {
    let digest = window.iter().fold(SEED, |digest, byte| stir(digest, u32::from(*byte)));
    usize::try_from((digest ^ (digest >> 29)) % GRAM_BITS as u64).unwrap_or(0)
}
