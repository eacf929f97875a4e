//! Capture: what a pasted address or letter says, proposed for confirmation. Small scanners over words, no guessing beyond them:
//! a field that is not found stays empty.

use super::addresses::{has_scheme, host_of, is_address, refang, split_addresses};
use super::dates::{ParsedDate, find_dates};
use super::words::{find_words, words};
use crate::model::fold::fold;

/// Beginning of a text in which its head is expected.
const HEAD_BYTES: usize = 1500;
/// Provisions that are kept.
const PROVISIONS_MAX: usize = 8;

/// What was recognised in a text; empty where nothing was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecognisedFields {
    /// Addresses, each once, in their order; those of the state and of law texts are left out.
    pub urls: Vec<String>,
    /// Number of the order.
    pub number: String,
    /// Date of the order.
    pub issued: Option<ParsedDate>,
    /// When it was received.
    pub received: Option<ParsedDate>,
    /// Authority: its full name when it is known, else as written.
    pub authority: String,
    /// Name of the platform, when it is known.
    pub platform: String,
    /// Host of the first address.
    pub platform_host: String,
    /// Cited provisions, separated by `; `.
    pub provisions: String,
    /// Code of the instrument, empty when nothing says it.
    pub instrument: String,
}

impl RecognisedFields {
    /// Returns the names of the fields that hold something, as the form calls them.
    #[must_use]
    pub fn touched(&self) -> Vec<&'static str> {
        [
            ("locators", !self.urls.is_empty()),
            ("number", !self.number.is_empty()),
            ("issued", self.issued.is_some()),
            ("received", self.received.is_some()),
            ("authority", !self.authority.is_empty()),
            ("platform", !self.platform.is_empty() || !self.platform_host.is_empty()),
            ("provisions", !self.provisions.is_empty()),
            ("instrument", !self.instrument.is_empty()),
        ]
        .into_iter()
        .filter_map(|(name, held)| held.then_some(name))
        .collect()
    }
}

/// Recognises what a pasted text says.
#[must_use]
pub fn recognise(text: &str) -> RecognisedFields {
    let tokens = tokens_of(text);
    let folded = fold(text);
    let urls = find_urls(text);
    let platform_host = urls.first().and_then(|url| host_of(url)).unwrap_or_default();
    let (issued, received) = find_moments(text, &tokens);
    RecognisedFields {
        number: find_number(&tokens),
        issued,
        received,
        authority: find_authority(text, &folded, &tokens),
        platform: find_platform(&platform_host, &folded),
        platform_host,
        provisions: find_provisions(text, &tokens),
        instrument: find_instrument(&tokens),
        urls,
    }
}

/// A word between blanks, with its place and its folded form.
#[derive(Debug)]
struct Token<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    folded: String,
    /// It ends a sentence, a clause or a line that is followed by an empty one.
    closes: bool,
}

fn tokens_of(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    for word in text.split_whitespace() {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let gap = tokens.last().and_then(|last| text.get(last.end..start)).unwrap_or_default();
        if gap.matches('\n').count() >= 2
            && let Some(last) = tokens.last_mut()
        {
            last.closes = true;
        }
        let folded = fold(word.trim_matches(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '№' | '#')));
        // "г." and "ст." end no sentence.
        let closes = word.ends_with(';')
            || word.ends_with('!')
            || word.ends_with('?')
            || (word.ends_with('.') && folded.chars().count() > 4);
        tokens.push(Token { start, end: start + word.len(), text: word, folded, closes });
    }
    tokens
}

/// Returns the tokens of the same sentence before a place, nearest first, at most so many.
fn before<'t, 'a>(tokens: &'t [Token<'a>], place: usize, count: usize) -> impl Iterator<Item = &'t Token<'a>> {
    tokens.get(..place).unwrap_or_default().iter().rev().take(count).take_while(|token| !token.closes)
}

fn any_begins<'t, 'a: 't>(mut tokens: impl Iterator<Item = &'t Token<'a>>, stems: &[&str]) -> bool {
    tokens.any(|token| stems.iter().any(|stem| token.folded.starts_with(stem)))
}

// ---- addresses

fn find_urls(text: &str) -> Vec<String> {
    let whole = text.trim();
    if is_address(whole) {
        return vec![refang(whole).into_owned()];
    }
    let mut urls: Vec<String> = Vec::new();
    let mut hosts: Vec<String> = Vec::new();
    for piece in text.split(|letter: char| letter.is_whitespace() || "<>\"«»“”„，。、；（）|".contains(letter)) {
        for part in split_addresses(from_scheme(piece)) {
            let part = trim_address(part);
            let plain = refang(part);
            let is_mail = !has_scheme(&plain) && plain.split('/').next().is_some_and(|host| host.contains('@'));
            if !is_address(&plain) || is_mail {
                continue;
            }
            let Some(host) = host_of(&plain) else { continue };
            let sure = has_scheme(&plain) || plain.contains('/') && host.contains(|letter: char| letter.is_alphabetic());
            let list = if sure { &mut urls } else { &mut hosts };
            if !words().is_official(&host) && !list.iter().any(|known| *known == plain) {
                list.push(plain.into_owned());
            }
        }
    }
    // A bare host is taken only where nothing better stands, and only if it cannot be an abbreviation.
    if urls.is_empty() {
        urls = hosts.into_iter().filter(|host| host.len() >= 6 && host.is_ascii()).collect();
    }
    urls
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

// ---- number

const LAW_STEMS: [&str; 9] = ["закон", "заны", "зан", "law", "кодекс", "кодекси", "code", "постановлени", "resolution"];
const ORDER_STEMS: [&str; 17] = [
    "предписани",
    "нускама",
    "исх",
    "уведомлени",
    "представлени",
    "решени",
    "определени",
    "письм",
    "order",
    "ref",
    "request",
    "notice",
    "рег",
    "хат",
    "шыгыс",
    "шешим",
    "хабарлама",
];
const NUMBER_WORDS: [&str; 9] = ["n", "no", "номер", "номери", "номири", "number", "ref", "reference", "исх"];

/// Finds the number that most looks like that of the order, never that of a law.
fn find_number(tokens: &[Token<'_>]) -> String {
    let mut best: Option<(i32, &str)> = None;
    for (place, token) in tokens.iter().enumerate() {
        let next = tokens.get(place + 1).map(|token| token.text);
        let candidate = match token.text.split_once(['№', '#']) {
            // Inside an address the mark starts a fragment.
            Some((head, _)) if head.contains('/') => None,
            Some((_, rest)) if rest.contains(|letter: char| letter.is_ascii_digit()) => Some(rest),
            Some((_, "")) => next,
            _ if NUMBER_WORDS.contains(&token.folded.as_str()) => next,
            _ if tokens.get(place + 1).is_some_and(|next| next.folded.starts_with("номирли")) => Some(token.text),
            _ => None,
        };
        let Some(number) = candidate.map(trim_number).filter(|number| is_number(number)) else { continue };
        let score = number_score(tokens, place, number);
        if score > 0 && best.is_none_or(|(other, _)| score > other) {
            best = Some((score, number));
        }
    }
    best.map(|(_, number)| number.to_owned()).unwrap_or_default()
}

fn number_score(tokens: &[Token<'_>], place: usize, number: &str) -> i32 {
    let near = || before(tokens, place, 14);
    let after = tokens.get(place + 1..).unwrap_or_default().iter().take(3);
    let is_law = is_law_number(number) || nearest(near(), &LAW_STEMS) < nearest(near(), &ORDER_STEMS);
    let mut score = 1 + i32::from(tokens.get(place).is_some_and(|token| token.start < HEAD_BYTES));
    score += 3 * i32::from(any_begins(near(), &ORDER_STEMS) || any_begins(after, &ORDER_STEMS));
    score += i32::from(any_begins(tokens.get(place).into_iter(), &["исх", "ref"]));
    score - 10 * i32::from(is_law)
}

/// Returns how many words away the nearest of some words is.
fn nearest<'t, 'a: 't>(mut tokens: impl Iterator<Item = &'t Token<'a>>, stems: &[&str]) -> usize {
    tokens.position(|token| stems.iter().any(|stem| token.folded.starts_with(stem))).unwrap_or(usize::MAX)
}

fn trim_number(text: &str) -> &str {
    text.trim_matches(|letter: char| !letter.is_alphanumeric())
}

fn is_number(text: &str) -> bool {
    let letters = text.chars().count();
    (1..=40).contains(&letters)
        && text.contains(|letter: char| letter.is_ascii_digit())
        && !text.contains("://")
        && text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '/' | '.' | '_' | '–'))
}

/// Laws end in ФЗ, ЗРК, ҚРЗ or in the Roman number of a convocation.
fn is_law_number(number: &str) -> bool {
    let Some((_, tail)) = number.rsplit_once(['-', '–']) else { return false };
    matches!(tail, "ФЗ" | "FZ" | "ЗРК" | "ҚРЗ" | "ФКЗ")
        || (!tail.is_empty() && tail.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X')))
}

// ---- dates

fn find_moments(text: &str, tokens: &[Token<'_>]) -> (Option<ParsedDate>, Option<ParsedDate>) {
    const RECEIVED: [&str; 7] = ["получен", "поступил", "received", "алынд", "алынган", "келип", "вх"];
    const UNTIL: [&str; 5] = ["до", "позднее", "дейин", "until", "by"];
    const FROM: [&str; 6] = ["от", "дата", "куни", "date", "dated", "исх"];
    let (mut issued, mut received): (Option<(i32, ParsedDate)>, Option<ParsedDate>) = (None, None);
    for (start, end, value) in find_dates(text) {
        let place = tokens.partition_point(|token| token.end <= start);
        let behind = tokens.partition_point(|token| token.start < end);
        let near = |count| before(tokens, place, count);
        let parsed = ParsedDate::new(value, text.get(start..end).unwrap_or_default());
        if any_begins(near(4), &RECEIVED) {
            received.get_or_insert(parsed);
            continue;
        }
        let own = |stems: &[&str], count| near(count).any(|token| stems.contains(&token.folded.as_str()));
        let law = nearest(near(14), &LAW_STEMS) < nearest(near(14), &ORDER_STEMS)
            || tokens.get(behind..).unwrap_or_default().iter().take(4).any(|token| is_law_number(trim_number(token.text)));
        let line = text.get(..start).and_then(|left| left.rsplit('\n').next()).unwrap_or_default();
        let rest = text.get(end..).and_then(|right| right.lines().next()).unwrap_or_default();
        let mut score = 1 + 2 * i32::from(own(&FROM, 2)) + 2 * i32::from(any_begins(near(6), &ORDER_STEMS));
        score += 2 * i32::from(tokens.get(behind..).unwrap_or_default().iter().take(2).any(|token| token.text.contains('№')));
        // A date alone on its line heads or signs the letter.
        score += 2 * i32::from(line.trim().is_empty() && rest.trim().len() <= 6);
        score -= 10 * i32::from(law) + 4 * i32::from(own(&UNTIL, 2));
        // The decision of a court that a letter cites is not the letter.
        score -= 2 * i32::from(any_begins(near(6), &["суд", "сот", "court"]));
        if score > 0 && issued.as_ref().is_none_or(|(other, _)| score > *other) {
            issued = Some((score, parsed));
        }
    }
    (issued.map(|(_, date)| date), received)
}

// ---- authority

fn find_authority(text: &str, folded: &str, tokens: &[Token<'_>]) -> String {
    let known = words().authorities.iter().filter_map(|(alias, name)| Some((find_words(folded, alias)?, name)));
    // The earliest is the head of the letter; of two at one place the longer one came first.
    if let Some((_, name)) = known.reduce(|best, next| if next.0 < best.0 { next } else { best }) {
        return name.clone();
    }
    let names_body = |line: &str| {
        let count = line.split_whitespace().count();
        let mut words_of = line.split_whitespace().map(|word| fold(word.trim_matches(|letter: char| !letter.is_alphanumeric())));
        (1..=12).contains(&count) && words_of.any(|word| words().authority_words.contains(&word))
    };
    let is_line = |line: &&str| line.chars().count() <= 120 && !line.ends_with(['.', ':', '?', '!']) && names_body(line);
    if let Some(line) = text
        .lines()
        .map(|line| line.trim().trim_end_matches(','))
        .filter(|line| !line.to_lowercase().starts_with("dear"))
        .find(is_line)
    {
        return line.to_owned();
    }
    name_in_prose(text, tokens)
}

/// Takes the run of capitalised words around the word for a body.
fn name_in_prose(text: &str, tokens: &[Token<'_>]) -> String {
    let small = ["of", "the", "for", "and", "по", "и", "в", "сфере", "де"];
    let starts = |token: &Token<'_>| token.text.chars().next().is_some_and(char::is_uppercase);
    let belongs = |token: &Token<'_>| starts(token) || small.contains(&token.folded.as_str());
    let Some(place) = tokens.iter().position(|token| starts(token) && words().authority_words.contains(&token.folded)) else {
        return String::new();
    };
    let left = before(tokens, place, 8).take_while(|token| belongs(token) && !token.text.ends_with(',')).count();
    let right = tokens.get(place..).unwrap_or_default().iter().take(12).take_while(|token| belongs(token));
    let mut last = place;
    for (index, token) in right.enumerate() {
        if starts(token) {
            last = place + index;
        }
        if token.text.ends_with([',', '.', ';', ':']) {
            break;
        }
    }
    let first = tokens.get(place - left..).unwrap_or_default().iter().find(|token| starts(token));
    let span = first.zip(tokens.get(last)).and_then(|(first, last)| text.get(first.start..last.end));
    span.unwrap_or_default()
        .trim_matches(|letter: char| !letter.is_alphanumeric())
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

// ---- platform, provisions, instrument

fn find_platform(host: &str, folded: &str) -> String {
    if let Some(name) = words().platform(host) {
        return name.to_owned();
    }
    // One letter is a platform only by its host.
    let mut names = words().platforms.iter().map(|(_, name)| name).filter(|name| name.chars().count() > 1);
    let named = if host.is_empty() { names.find(|name| find_words(folded, &fold(name)).is_some()) } else { None };
    named.cloned().unwrap_or_default()
}

fn find_provisions(text: &str, tokens: &[Token<'_>]) -> String {
    let mut found: Vec<String> = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        let Some((from, to)) = article_at(tokens, place, token) else { continue };
        let (from, to) = with_law(tokens, from, to);
        let span = tokens.get(from).zip(tokens.get(to)).and_then(|(first, last)| text.get(first.start..last.end));
        let cited = span.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let cited = cited.trim_matches(|letter: char| matches!(letter, ',' | '.' | ';' | ':' | '(' | ')')).to_owned();
        if !cited.is_empty() && found.len() < PROVISIONS_MAX && !found.iter().any(|known| known.contains(&cited)) {
            found.push(cited);
        }
    }
    found.join("; ")
}

/// Finds an article with its paragraph before it: "п. 3 ст. 18-4", "18-4-бабының", "article 40".
fn article_at(tokens: &[Token<'_>], place: usize, token: &Token<'_>) -> Option<(usize, usize)> {
    let digit_starts = |token: &Token<'_>| token.folded.starts_with(|letter: char| letter.is_ascii_digit());
    if token.folded.contains("-бап") || token.folded.contains("-баб") {
        return digit_starts(token).then_some((place, place));
    }
    let is_article =
        matches!(token.folded.as_str(), "ст" | "ст.ст" | "article" | "art" | "articles") || token.folded.starts_with("стать");
    if !is_article || !tokens.get(place + 1).is_some_and(digit_starts) {
        return None;
    }
    let paragraph = |token: &Token<'_>| {
        matches!(token.folded.as_str(), "п" | "пп" | "ч" | "подп")
            || token.folded.starts_with("пункт")
            || token.folded.starts_with("част")
    };
    let from = match place.checked_sub(2).and_then(|two| tokens.get(two..place)) {
        Some([word, number]) if paragraph(word) && digit_starts(number) => place - 2,
        _ => place,
    };
    Some((from, place + 1))
}

/// Adds the name of the law when it follows, or, as in Kazakh, when it stands before.
fn with_law(tokens: &[Token<'_>], from: usize, to: usize) -> (usize, usize) {
    const SMALL: [&str; 12] = ["of", "the", "on", "от", "года", "г", "республики", "dated", "туралы", "о", "об", "and"];
    let is_law = |token: &Token<'_>| LAW_STEMS.iter().take(7).any(|stem| token.folded.starts_with(stem));
    let belongs = |token: &Token<'_>| {
        let starts = token.text.chars().next().is_some_and(|letter| !letter.is_lowercase());
        starts || SMALL.contains(&token.folded.as_str()) || words().month(&token.folded).is_some()
    };
    let mut end = None;
    let mut quoted = false;
    for (index, token) in tokens.iter().enumerate().skip(to + 1).take(30) {
        if index - to <= 5 && is_law(token) {
            end = Some(index);
        } else if quoted || (end.is_some() && belongs(token)) {
            end = end.map(|_| index);
        } else if end.is_some() {
            break;
        }
        quoted |= token.text.contains(['«', '“']) || token.text.starts_with('"');
        // The name in quotation marks closes the citation; a comma inside it does not.
        let closed = token.text.contains(['»', '”']) || token.text.trim_end_matches([',', '.', ')', ';']).ends_with('"');
        if (quoted && closed) || (!quoted && (token.closes || token.text.ends_with([',', ')']))) {
            break;
        }
    }
    if let Some(end) = end {
        return (from, end);
    }
    let law_before = before(tokens, from, 1)
        .next()
        .is_some_and(|token| token.folded.starts_with("зан") || token.folded.starts_with("кодекси"));
    let back = if law_before { before(tokens, from, 8).take_while(|token| !token.text.ends_with(',')).count() } else { 0 };
    (from - back, to)
}

fn find_instrument(tokens: &[Token<'_>]) -> String {
    const STEMS: [(&str, &str); 10] = [
        ("предписани", "ministry_order"),
        ("нускама", "ministry_order"),
        ("представлени", "prosecutor_submission"),
        ("усыныс", "prosecutor_submission"),
        ("рекомендаци", "preventive_recommendation"),
        ("усыным", "preventive_recommendation"),
        ("уведомлени", "letter"),
        ("хабарлама", "letter"),
        ("notice", "letter"),
        ("определени", "court_act"),
    ];
    let head = tokens.iter().take_while(|token| token.start < HEAD_BYTES);
    let mut named = head.filter_map(|token| STEMS.iter().find(|(stem, _)| token.folded.starts_with(stem)));
    named.next().map(|(_, code)| (*code).to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_pasted_address_is_an_address() {
        let found = recognise(" hxxps://www.instagram[.]com/p/abc/ ");
        assert_eq!(found.urls, ["https://www.instagram.com/p/abc/"]);
        assert_eq!((found.platform.as_str(), found.platform_host.as_str()), ("Instagram", "instagram.com"));
        assert_eq!(found.touched(), ["locators", "platform"]);
        assert_eq!(recognise("https://adilet.zan.kz/rus/docs/Z1").urls.len(), 1, "an address alone is wanted, whatever it is");
    }

    #[test]
    fn a_russian_order_is_read() {
        let found = recognise(
            "Комитет информации Министерства культуры и информации Республики Казахстан\n\nПРЕДПИСАНИЕ\nот 14 марта 2025 года № 05-12/345-И\n\n\
             В соответствии с пунктом 3 статьи 18-4 Закона Республики Казахстан от 23 июля 1999 года № 451-I «О средствах массовой информации» \
             требуем удалить материалы: https://www.tiktok.com/@a/video/1, https://www.tiktok.com/@a/video/2 (см. https://adilet.zan.kz/rus/docs/Z990000451_).\n\
             Срок исполнения: до 15 марта 2025 года. Получено 14.03.2025 18:05.",
        );
        assert_eq!(found.urls, ["https://www.tiktok.com/@a/video/1", "https://www.tiktok.com/@a/video/2"]);
        assert_eq!(found.number, "05-12/345-И");
        assert_eq!(found.issued.as_ref().unwrap().shown(), "2025-03-14");
        assert_eq!(found.received.as_ref().unwrap().raw, "14.03.2025 18:05");
        assert_eq!(found.authority, "Комитет информации");
        assert_eq!(found.platform, "TikTok");
        assert_eq!(found.instrument, "ministry_order");
        assert!(found.provisions.starts_with("пунктом 3 статьи 18-4 Закона Республики Казахстан"), "{}", found.provisions);
    }

    #[test]
    fn a_kazakh_order_is_read() {
        let found = recognise(
            "Қазақстан Республикасы Мәдениет және ақпарат министрлігі\n\n2025 жылғы 14 наурыздағы № 5-12/77 НҰСҚАМА\n\n\
             «Масс-медиа туралы» Қазақстан Республикасы Заңының 40-бабының негізінде мына материалды жоюды талап етеміз: https://t.me/arna/15 .",
        );
        assert_eq!(found.urls, ["https://t.me/arna/15"]);
        assert_eq!(found.number, "5-12/77");
        assert_eq!(found.issued.as_ref().unwrap().shown(), "2025-03-14");
        assert_eq!(found.authority, "Министерство культуры и информации Республики Казахстан");
        assert_eq!((found.platform.as_str(), found.instrument.as_str()), ("Telegram", "ministry_order"));
        assert!(found.provisions.contains("Заңының 40-бабының"), "{}", found.provisions);
    }

    #[test]
    fn an_english_letter_is_read() {
        let found = recognise(
            "Ministry of Public Safety\n\nOur ref: MPS-12/2024\nJune 8, 2024\n\nDear Sir or Madam,\nunder article 12 of the Law on Communications \
             we request the removal of the page at example.org/news/1 (and http://example.org/news/2).",
        );
        assert_eq!(found.urls, ["example.org/news/1", "http://example.org/news/2"]);
        assert_eq!(found.number, "MPS-12/2024");
        assert_eq!(found.issued.as_ref().unwrap().shown(), "2024-06-08");
        assert_eq!(found.authority, "Ministry of Public Safety");
        assert!(found.provisions.starts_with("article 12 of the Law"), "{}", found.provisions);
    }

    #[test]
    fn laws_are_no_orders() {
        let found = recognise("According to the Federal Law of July 27, 2006 № 149-FZ the page is forbidden.");
        assert_eq!((found.number.as_str(), found.issued), ("", None));
        assert_eq!(recognise("закона от 27 июля 2006 года № 149-ФЗ").number, "");
        assert_eq!(recognise("№ 18-VIII Заңы").number, "");
    }

    #[test]
    fn nothing_is_made_of_nothing() {
        assert_eq!(recognise(""), RecognisedFields::default());
        assert!(recognise("Добрый день, как дела? В т.ч. и т.д.").touched().is_empty());
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in any::<String>(), words in "[a-z№#.0-9 \n«»статьязаңың№-]{0,80}") {
            let _ = (recognise(&text), recognise(&words));
        }
    }
}
