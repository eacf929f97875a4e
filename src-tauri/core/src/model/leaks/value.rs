//! One value of the register, looked for in a paper.

use super::ordinary::{ALONE_MIN, words_of};
use super::paper::{Edges, Paper, ROW, Source, Token, digest_of, escapes, is_between_digits, is_unseen, row_of, ten};
use super::sound::{STEM_MIN, bases, sounds};
use super::{Found, How};
use crate::model::fold::fold;
use crate::model::redaction::Searched;
use unicode_normalization::UnicodeNormalization;

/// What the machine is called and where things lie on it: who reads a paper must not learn it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Machine {
    /// Name under which somebody is signed in.
    pub user: String,
    /// Name of the machine in a network.
    pub host: String,
    /// Folders: the person's own, and that of the register.
    pub folders: Vec<String>,
}

/// Names of machines and people at machines that say nothing.
const NOBODY: [&str; 14] = [
    "root",
    "user",
    "users",
    "admin",
    "administrator",
    "guest",
    "owner",
    "home",
    "localhost",
    "localdomain",
    "debian",
    "ubuntu",
    "desktop",
    "laptop",
];

/// Parts of addresses that every page of a service has.
const COMMON: [&str; 34] = [
    "posts",
    "post",
    "status",
    "statuses",
    "video",
    "videos",
    "watch",
    "reel",
    "reels",
    "channel",
    "channels",
    "user",
    "users",
    "group",
    "groups",
    "story",
    "stories",
    "profile",
    "photo",
    "photos",
    "comment",
    "comments",
    "article",
    "articles",
    "index",
    "index.html",
    "index.php",
    "shorts",
    "share",
    "media",
    "public",
    "hashtag",
    "permalink",
    "story.php",
];

/// A part of a name.
struct Part<'n> {
    folded: &'n str,
    letters: usize,
    sounds: Vec<String>,
    is_ordinary: bool,
}

impl Paper {
    /// Looks for a value. The first place is enough: one is too many.
    #[must_use]
    pub fn find(&self, value: &str, searched: Searched) -> Option<Found> {
        match searched {
            Searched::Name => self.name(value).or_else(|| self.contacts(value, Numbers::All)),
            Searched::Contact => self.contacts(value, Numbers::All).or_else(|| self.row_of_words(value)),
            Searched::Address => self.locator(value),
            Searched::Text => self.row_of_words(value).or_else(|| self.contacts(value, Numbers::Telephones)),
        }
    }

    /// Looks for what the machine is called and where things lie on it: `user`, `host` or `folder`, each with what was found.
    #[must_use]
    pub fn find_machine(&self, machine: &Machine) -> Vec<(&'static str, Found)> {
        let name = |name: &str| {
            let small = name.to_lowercase();
            let is_somebody =
                small.chars().count() >= 4 && !NOBODY.contains(&small.as_str()) && !self.ordinary.is_word(&fold(&small));
            is_somebody.then(|| self.address(&small, Edges::Whole)).flatten()
        };
        let folders = machine.folders.iter().filter_map(|folder| {
            let needle = squeezed(&folder.replace('\\', "/"));
            let needle = needle.trim_end_matches('/');
            // The slash at the beginning has no edge of its own.
            (needle.len() > ALONE_MIN).then(|| self.address(needle.trim_start_matches('/'), Edges::Any)).flatten()
        });
        let named = [("user", name(&machine.user)), ("host", name(&machine.host))];
        let named = named.into_iter().filter_map(|(what, found)| found.map(|found| (what, found)));
        named.chain(folders.map(|found| ("folder", found))).collect()
    }

    fn name(&self, value: &str) -> Option<Found> {
        let folded = fold(&plain(value));
        let (short, parts): (Vec<&str>, Vec<&str>) = words_of(&folded).partition(|word| word.chars().count() == 1);
        let parts: Vec<Part<'_>> = parts.into_iter().map(|word| self.part(word)).collect();
        let places: Vec<Vec<(u32, How)>> = parts.iter().map(|part| self.places(part)).collect();
        self.alone(&parts, &places)
            .or_else(|| self.beside(&parts, &places))
            .or_else(|| self.with_initials(&parts, &places, &short))
            .or_else(|| parts.iter().find_map(|part| self.in_bytes(part)))
    }

    fn part<'n>(&self, word: &'n str) -> Part<'n> {
        Part { folded: word, letters: word.chars().count(), sounds: sounds(word), is_ordinary: self.ordinary.is_word(word) }
    }

    // Where a part of a name stands, in whatever spelling.
    fn places(&self, part: &Part<'_>) -> Vec<(u32, How)> {
        let mut found = Vec::new();
        for sound in &part.sounds {
            for base in
                bases(sound).filter(|base| base.len() > STEM_MIN || *base == sound.as_str() || part.letters <= STEM_MIN + 1)
            {
                found.extend(self.like(base).iter().filter_map(|place| Some((*place, spelling(part, self.token(*place)?)?))));
            }
        }
        found.sort_unstable();
        found.dedup_by_key(|(place, _)| *place);
        found
    }

    // A part that is long enough and no ordinary word.
    fn alone(&self, parts: &[Part<'_>], places: &[Vec<(u32, How)>]) -> Option<Found> {
        parts.iter().zip(places).filter(|(part, _)| part.letters >= ALONE_MIN && !part.is_ordinary).find_map(|(_, places)| {
            let (place, how) = places.iter().min_by_key(|(_, how)| *how)?;
            let token = self.token(*place)?;
            Some(self.found(*how, token.from, token.to))
        })
    }

    // Two parts side by side, of which one is no ordinary word; or all of them in a row.
    fn beside(&self, parts: &[Part<'_>], places: &[Vec<(u32, How)>]) -> Option<Found> {
        for (one, (part, own)) in parts.iter().zip(places).enumerate() {
            for (other_part, others) in parts.iter().zip(places).skip(one + 1) {
                let is_enough = !part.is_ordinary || !other_part.is_ordinary || parts.len() == 2;
                if !is_enough || part.folded == other_part.folded {
                    continue;
                }
                let pair = own.iter().find_map(|(place, how)| {
                    self.neighbours(*place).into_iter().find_map(|near| {
                        let at = others.binary_search_by_key(&near, |(place, _)| *place).ok()?;
                        Some((*place, near, (*how).max(others.get(at)?.1)))
                    })
                });
                if let Some(found) = pair.and_then(|(place, near, how)| self.between(place, near, how)) {
                    return Some(found);
                }
            }
        }
        let (first, rest) = places.split_first()?;
        let is_ordinary = parts.len() > 2 && parts.iter().all(|part| part.is_ordinary);
        first.iter().filter(|_| is_ordinary).find_map(|(place, how)| {
            let mut next = *place;
            for others in rest {
                next += 1;
                others.binary_search_by_key(&next, |(place, _)| *place).ok()?;
            }
            self.between(*place, next, *how)
        })
    }

    // The words beside a word, an initial between them left out.
    fn neighbours(&self, place: u32) -> Vec<u32> {
        let is_short = |place: u32| self.token(place).is_some_and(|token| token.is_initial);
        let mut near = Vec::new();
        for one in [place.checked_sub(1), place.checked_add(1)].into_iter().flatten() {
            near.push(one);
            let beyond = if one < place { one.checked_sub(1) } else { one.checked_add(1) };
            near.extend(beyond.filter(|_| is_short(one)));
        }
        near
    }

    // Words in a row, unless our own texts say the same.
    fn between(&self, one: u32, other: u32, how: How) -> Option<Found> {
        let (first, last) = (one.min(other), one.max(other));
        let words: Vec<&Token> = (first..=last).filter_map(|place| self.token(place)).collect();
        let said = words.iter().map(|token| token.folded.as_str()).collect::<Vec<_>>().join(" ");
        if self.ordinary.says(&said) {
            return None;
        }
        Some(self.found(how, words.first()?.from, words.last()?.to))
    }

    // One part, and the first letter of another.
    fn with_initials(&self, parts: &[Part<'_>], places: &[Vec<(u32, How)>], short: &[&str]) -> Option<Found> {
        let begins = |sounds: &[String]| sounds.iter().filter_map(|sound| sound.chars().next()).collect::<Vec<_>>();
        let of_short: Vec<char> = short.iter().flat_map(|letter| begins(&sounds(letter))).collect();
        for (own, (_, places)) in parts.iter().zip(places).enumerate().filter(|(_, (part, _))| part.letters >= 4) {
            let others = parts.iter().enumerate().filter(|(other, _)| *other != own).flat_map(|(_, part)| begins(&part.sounds));
            let letters: Vec<char> = others.chain(of_short.iter().copied()).collect();
            for (place, _) in places {
                let is_one = |near: &u32| {
                    self.token(*near).is_some_and(|token| {
                        token.is_initial && begins(&sounds(&token.folded)).iter().any(|first| letters.contains(first))
                    })
                };
                if let Some(near) = self.neighbours(*place).into_iter().find(is_one) {
                    let (one, other) = (self.token((*place).min(near))?, self.token((*place).max(near))?);
                    return Some(self.found(How::Initials, one.from, other.to));
                }
            }
        }
        None
    }

    // Among the bytes of the file only what is written just so: letters stand there by chance.
    fn in_bytes(&self, part: &Part<'_>) -> Option<Found> {
        if part.letters <= ALONE_MIN || part.is_ordinary {
            return None;
        }
        let places = self.words.get(&digest_of(part.folded))?;
        let token = places.iter().filter_map(|place| self.token(*place)).find(|token| token.source == Source::Bytes)?;
        Some(self.found(How::Bytes, token.from, token.to))
    }

    // Eight words in a row, or a shorter text as a whole.
    fn row_of_words(&self, value: &str) -> Option<Found> {
        let folded = fold(&plain(value));
        let (mut digests, mut known) = (Vec::with_capacity(ROW), 0);
        let mut all = 0;
        for word in words_of(&folded) {
            let digest = digest_of(word);
            known = if self.words.contains_key(&digest) { known + 1 } else { 0 };
            all += 1;
            if digests.len() == ROW {
                digests.remove(0);
            }
            digests.push(digest);
            if known >= ROW
                && let Some(place) = self.row(row_of(digests.iter().copied()))
                && let Some(found) = self.between(place, place + 7, How::Words)
            {
                return Some(found);
            }
        }
        if all < ROW && known == all { self.whole(&folded, &digests) } else { None }
    }

    fn whole(&self, folded: &str, digests: &[u64]) -> Option<Found> {
        let words: Vec<&str> = words_of(folded).collect();
        let is_telling = match words.len() {
            0 | 1 => false,
            2 => words
                .iter()
                .any(|word| word.chars().count() >= 4 && word.chars().any(char::is_alphabetic) && !self.ordinary.is_word(word)),
            _ => words.iter().map(|word| word.chars().filter(|letter| letter.is_alphabetic()).count()).sum::<usize>() >= 12,
        };
        let long = u32::try_from(words.len()).ok()?.checked_sub(1)?;
        let places = self.words.get(digests.first()?).filter(|_| is_telling)?;
        places.iter().find_map(|place| {
            let is_here =
                (*place..).zip(&words).all(|(place, word)| self.token(place).is_some_and(|token| token.folded == *word));
            is_here.then(|| self.between(*place, *place + long, How::Words)).flatten()
        })
    }

    // Telephones, mail, accounts and addresses inside a text.
    fn contacts(&self, value: &str, which: Numbers) -> Option<Found> {
        if let Some(found) = numbers(value, which).iter().find_map(|digits| self.number(digits)) {
            return Some(found);
        }
        if !value.contains(['@', '/', '_', '.']) {
            return None;
        }
        value.split(is_gap).filter(|chunk| chunk.contains(['@', '/', '_', '.'])).find_map(|chunk| self.contact(chunk, which))
    }

    fn contact(&self, chunk: &str, which: Numbers) -> Option<Found> {
        let chunk = squeezed(chunk);
        let chunk = chunk.trim_matches(|letter: char| matches!(letter, '.' | ':' | '!' | '?' | '-'));
        if let Some((host, _)) = chunk.split_once("://").map_or(chunk, |(_, rest)| rest).split_once('/') {
            let is_host = host.contains('.') && host.contains(char::is_alphabetic);
            return if is_host { self.place(chunk) } else { None };
        }
        match chunk.split_once('@') {
            Some((local, domain)) if !local.is_empty() && domain.contains('.') => {
                self.address(chunk, Edges::Any).or_else(|| self.unit(local))
            }
            Some((_, account)) => self.unit(account),
            None if which == Numbers::All && chunk.contains('_') => self.unit(chunk),
            None => None,
        }
    }

    fn locator(&self, value: &str) -> Option<Found> {
        let mut is_address = false;
        for chunk in value.split(is_gap).filter(|chunk| chunk.contains(['.', '/', '@'])) {
            is_address = true;
            let small = squeezed(chunk);
            let found =
                if small.contains('@') && !small.contains('/') { self.contact(chunk, Numbers::All) } else { self.place(&small) };
            if found.is_some() {
                return found;
            }
        }
        if is_address { None } else { self.row_of_words(value).or_else(|| self.contacts(value, Numbers::All)) }
    }

    // An address: the whole of it without what browsers add, and each part that only this page or this account has.
    fn place(&self, address: &str) -> Option<Found> {
        let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
        let mut rest = rest.trim_end_matches(['/', '.']);
        while let Some(shorter) = ["www.", "m.", "mobile."].iter().find_map(|screen| rest.strip_prefix(screen)) {
            rest = shorter;
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let plain = path.split(['?', '#']).next().unwrap_or_default().trim_matches('/');
        if !plain.is_empty() && !COMMON.contains(&plain) {
            let whole = format!("{}/{plain}", host.trim_start_matches('/'));
            if let Some(found) = self.address(&whole, Edges::Any) {
                return Some(found);
            }
            let letters = plain.chars().filter(|letter| letter.is_alphabetic()).count();
            if plain.contains('/') && letters >= 4 && plain.split('/').any(|part| !self.is_common(part)) {
                let found = self.address(plain, Edges::Any);
                if found.is_some() {
                    return found;
                }
            }
        }
        let own_label = host.split('.').next().filter(|_| host.split('.').count() > 2 && !host.contains(':'));
        let own_host = own_label.filter(|label| label.chars().count() >= ALONE_MIN);
        own_host
            .and_then(|label| self.address(host, Edges::Any).filter(|_| !self.is_common(label)))
            .or_else(|| path.split(['/', '?', '&', '=', '#']).find_map(|part| self.unit(part)))
    }

    fn is_common(&self, part: &str) -> bool {
        let is_number = part.chars().all(|letter| letter.is_ascii_digit());
        let mut words = words_of(part).flat_map(|word| word.split('_'));
        let is_single = words.next().is_some() && words.next().is_none();
        COMMON.contains(&part) || (is_number && part.len() < 8) || (is_single && !is_number && self.ordinary.is_word(&fold(part)))
    }

    // The name of an account, or another part of an address that stands for itself.
    fn unit(&self, part: &str) -> Option<Found> {
        let part = part.trim_start_matches('@').trim_matches(|letter: char| matches!(letter, '.' | '-' | '_' | ':'));
        if part.chars().count() < ALONE_MIN {
            return None;
        }
        // Most stand nowhere in the paper: whether they are common is asked of the rest.
        self.address(part, Edges::Whole).filter(|_| !self.is_common(part))
    }
}

/// Which numbers of a text are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Numbers {
    /// All that are long enough.
    All,
    /// Those that look like a telephone in Kazakhstan, or like the number of a person: other texts hold days and numbers of acts.
    Telephones,
}

fn numbers(value: &str, which: Numbers) -> Vec<String> {
    let mut found = Vec::new();
    if value.bytes().filter(u8::is_ascii_digit).count() < 7 {
        return found;
    }
    for chain in value.split(|letter: char| !(letter.is_ascii_digit() || is_between_digits(letter))) {
        let runs: Vec<&str> = chain.split(|letter: char| !letter.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
        for start in 0..runs.len() {
            let mut digits = String::new();
            for (long, run) in runs.iter().skip(start).enumerate() {
                digits.push_str(run);
                let is_telephone = digits.len() == 11 && (digits.starts_with("77") || digits.starts_with("87"));
                let is_person = digits.len() == 12 && long == 0;
                let is_whole = start == 0 && long + 1 == runs.len() && (7..=15).contains(&digits.len());
                let is_mobile = digits.len() == 10 && digits.starts_with('7');
                if is_telephone || is_person || (which == Numbers::All && (is_whole || is_mobile)) {
                    found.push(ten(&digits).to_owned());
                }
            }
        }
    }
    found
}

fn is_gap(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, ',' | ';' | '(' | ')' | '<' | '>' | '"' | '«' | '»' | '“' | '”' | '|')
}

// A text as the paper's was taken in: letters of other widths and those in two parts are what they look like.
fn plain(value: &str) -> std::borrow::Cow<'_, str> {
    let is_plain = |letter: char| matches!(letter, '\t'..='\u{9f}' | '\u{400}'..='\u{482}' | '\u{48a}'..='\u{52f}' | '«' | '»' | '—' | '–' | '“' | '”' | '’');
    if value.chars().all(is_plain) {
        return std::borrow::Cow::Borrowed(value);
    }
    std::borrow::Cow::Owned(value.nfkc().filter(|letter| !is_unseen(*letter)).collect())
}

// Small letters without blanks, escapes undone.
fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        if letter == '%'
            && let Some((decoded, long)) = escapes(rest)
        {
            out.extend(decoded.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase));
            rest = rest.get(long..).unwrap_or_default();
            continue;
        }
        if !letter.is_whitespace() && !is_unseen(letter) {
            out.extend(letter.to_lowercase());
        }
        rest = rest.get(letter.len_utf8()..).unwrap_or_default();
    }
    out
}

/// Letters of the Kazakh Latin alphabets that Russian transliterations do not have.
const KAZAKH: &str = "äáǵğñńóöūŭúüşśıqýə";

// By which spelling a word of the paper is a part of a name, if it is.
fn spelling(part: &Part<'_>, token: &Token) -> Option<How> {
    let is_cyrillic = |word: &str| word.chars().any(|letter| matches!(letter, '\u{400}'..='\u{52f}'));
    let (own, other) = (is_cyrillic(part.folded), is_cyrillic(&token.folded));
    if token.folded == part.folded {
        return Some(How::Plain);
    }
    if part.letters <= STEM_MIN {
        // So short that only the same sound counts.
        let same = own != other && sounds(&token.folded).iter().any(|sound| part.sounds.contains(sound));
        return same.then_some(How::Transliterated);
    }
    if own && other && !token.folded.chars().any(|letter| letter.is_ascii_alphabetic()) {
        let is_soft = |letter: char| matches!(letter, 'а' | 'о' | 'е' | 'и' | 'у' | 'ы' | 'э' | 'ю' | 'я' | 'й' | 'ь');
        let mut stem = part.folded;
        for _ in 0..3 {
            stem = stem.strip_suffix(is_soft).filter(|stem| stem.chars().count() >= STEM_MIN).unwrap_or(stem);
        }
        return token.folded.starts_with(stem).then_some(How::Stem);
    }
    if own == other {
        return Some(How::Stem);
    }
    let is_kazakh = |word: &str| word.chars().any(|letter| KAZAKH.contains(letter));
    let latin = if own { &token.folded } else { part.folded };
    Some(if is_kazakh(latin) { How::KazakhLatin } else { How::Transliterated })
}
