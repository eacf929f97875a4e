//! The recovery key as people write it down: twenty-four words for thirty-two bytes, or for one share of them.
//!
//! 288 bits are twenty-four times twelve: the key and the first 32 bits of its SHA-256; or four bits of a share's number, four bits of how many shares
//! are needed, the share and the first 24 bits of a SHA-256 over them. One word taken for another is found in all but one of 4 billion cases, in a
//! share in all but one of 16 million; what is a key is never taken for a share, since their digests are made under different names.

use super::fold::fold;
use super::words;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// Words of a key or a share.
pub const WORDS: usize = 24;
/// Shares of a divided key.
pub const SHARES: u8 = 3;
/// Shares that give the key.
pub const NEEDED: u8 = 2;

const BITS: usize = 12;
const BYTES: usize = WORDS * BITS / 8;
// The lists hold at least so many words; those that are used stand evenly among them, so that neighbours are far apart.
const LISTED: usize = 7_776;
const USED: usize = 1 << BITS;
const LANGS: [&str; 3] = ["kk", "ru", "en"];

/// What twenty-four words say.
pub enum Written {
    /// The key itself.
    Key(Zeroizing<[u8; 32]>),
    /// One share of it.
    Share {
        /// Its number, from 1.
        number: u8,
        /// How many give the key.
        needed: u8,
        /// The share.
        share: Zeroizing<[u8; 32]>,
    },
}

/// Why words are no key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// Fewer or more words than a key has; and the places, from 1, of those that stand on no list.
    Incomplete {
        /// Words found.
        count: usize,
        /// Places of words that stand on no list.
        unknown: Vec<usize>,
    },
    /// As many words as a key has, all of them known, and not a key: one was taken for another.
    Wrong,
}

/// Writes a key as words of a language, with blanks between.
#[must_use]
pub fn write_key(key: &[u8; 32], lang: &str) -> Zeroizing<String> {
    let mut bytes = Zeroizing::new([0u8; BYTES]);
    let digest = digest("tarazy recovery key", key);
    bytes.iter_mut().zip(key.iter().chain(&digest)).for_each(|(to, from)| *to = *from);
    write(&bytes, lang)
}

/// Writes a share as words of a language. Number and need are below 16.
#[must_use]
pub fn write_share(number: u8, needed: u8, share: &[u8; 32], lang: &str) -> Zeroizing<String> {
    let mut bytes = Zeroizing::new([0u8; BYTES]);
    let head = (number << 4) | (needed & 0x0f);
    let digest = share_digest(head, share);
    bytes.iter_mut().zip([&head].into_iter().chain(share).chain(&digest)).for_each(|(to, from)| *to = *from);
    write(&bytes, lang)
}

/// Reads what somebody typed: in any of the three languages, in capitals or not, with numbers, commas or line ends between the words.
///
/// # Errors
/// [`Unread`] says which words are none, or that they are no key together.
pub fn read(typed: &str) -> Result<Written, Unread> {
    // A letter may come as two, as from the text of a page that a Mac wrote: «й» as «и» and its bow.
    let mut whole = Zeroizing::new(String::with_capacity(typed.len()));
    whole.extend(typed.nfc());
    let typed: Vec<Zeroizing<String>> = whole
        .split(|c: char| !c.is_alphabetic() && c != '-' && c != '\'' && c != '\u{301}')
        .filter(|word| word.chars().any(char::is_alphabetic))
        .map(|word| Zeroizing::new(fold(word)))
        .collect();
    // The language in which most of the words are known is the one in which the others are mistaken.
    let found = LANGS.map(|lang| places(&typed, lang));
    let known = |places: &[Option<usize>]| places.iter().flatten().count();
    let Some(best) = found.iter().max_by_key(|places| known(places)) else { return Err(Unread::Wrong) };
    let unknown: Vec<usize> = (1..).zip(best).filter(|(_, place)| place.is_none()).map(|(at, _)| at).collect();
    if typed.len() != WORDS || !unknown.is_empty() {
        return Err(Unread::Incomplete { count: typed.len(), unknown });
    }
    // Languages share words: the one whose words are a key is the one in which it was written.
    found.iter().find_map(|places| understood(places)).ok_or(Unread::Wrong)
}

fn places(typed: &[Zeroizing<String>], lang: &str) -> Vec<Option<usize>> {
    let used: std::collections::BTreeMap<String, usize> = used(lang).into_iter().map(fold).zip(0..).collect();
    typed.iter().map(|word| used.get(word.as_str()).copied()).collect()
}

fn understood(places: &[Option<usize>]) -> Option<Written> {
    let mut bytes = Zeroizing::new([0u8; BYTES]);
    let mut bits = places.iter().flat_map(|place| (0..BITS).rev().map(move |bit| place.map(|place| (place >> bit) & 1 == 1)));
    for byte in bytes.iter_mut() {
        for _ in 0..8 {
            *byte = (*byte << 1) | u8::from(bits.next()??);
        }
    }
    let (key, sum) = bytes.split_first_chunk::<32>()?;
    if digest("tarazy recovery key", key).starts_with(sum) {
        return Some(Written::Key(Zeroizing::new(*key)));
    }
    let (head, rest) = bytes.split_first()?;
    let (share, sum) = rest.split_first_chunk::<32>()?;
    let is_share = share_digest(*head, share).starts_with(sum);
    is_share.then(|| Written::Share { number: head >> 4, needed: head & 0x0f, share: Zeroizing::new(*share) })
}

fn write(bytes: &[u8; BYTES], lang: &str) -> Zeroizing<String> {
    let list = used(lang);
    let mut text = Zeroizing::new(String::with_capacity(WORDS * 32));
    let (mut held, mut width) = (0usize, 0usize);
    for byte in bytes {
        (held, width) = ((held << 8) | usize::from(*byte), width + 8);
        if width >= BITS {
            width -= BITS;
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(list.get((held >> width) & (USED - 1)).copied().unwrap_or_default());
            held &= (1 << width) - 1;
        }
    }
    text
}

fn used(lang: &str) -> Vec<&'static str> {
    let list = words::list(lang);
    (0..USED).filter_map(|place| list.get(place * LISTED / USED).copied()).collect()
}

fn digest(name: &str, bytes: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(name).chain_update([0]).chain_update(bytes).finalize().into()
}

fn share_digest(head: u8, share: &[u8; 32]) -> [u8; 32] {
    Sha256::new().chain_update("tarazy recovery share").chain_update([0, head]).chain_update(share).finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key_of(typed: &str) -> [u8; 32] {
        match read(typed) {
            Ok(Written::Key(key)) => *key,
            Ok(Written::Share { .. }) => panic!("a key was taken for a share"),
            Err(unread) => panic!("{unread:?}"),
        }
    }

    #[test]
    fn the_words_of_a_key_never_change() {
        let key = std::array::from_fn(|n| u8::try_from(n * 7 + 1).unwrap());
        insta::assert_snapshot!(LANGS.map(|lang| write_key(&key, lang).to_string()).join("\n"));
    }

    #[test]
    fn capitals_numbers_and_lines_do_not_matter() {
        let key = [7; 32];
        let written = write_key(&key, "kk");
        let typed: String = (1..).zip(written.split(' ')).map(|(n, word)| format!("{n}. {},\n", word.to_uppercase())).collect();
        assert_eq!(key_of(&typed), key);
    }

    #[test]
    fn letters_that_come_in_two_pieces_are_one() {
        for lang in LANGS {
            let keys = (0..40).map(|n| [n; 32]);
            let apart = |key: &[u8; 32]| write_key(key, lang).nfd().collect::<String>();
            assert!(keys.clone().any(|key| lang == "en" || apart(&key) != *write_key(&key, lang)), "no such letter");
            keys.for_each(|key| assert_eq!(key_of(&apart(&key)), key));
        }
    }

    #[test]
    fn words_that_stand_on_no_list_are_told_by_their_place() {
        let written = write_key(&[9; 32], "ru");
        let typed =
            (1..).zip(written.split(' ')).map(|(n, word)| if n == 5 { "ыыыы" } else { word }).collect::<Vec<_>>().join(" ");
        assert!(matches!(read(&typed), Err(Unread::Incomplete { count: 24, unknown }) if unknown == [5]));
        assert!(matches!(read(""), Err(Unread::Incomplete { count: 0, unknown }) if unknown.is_empty()));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn what_was_written_is_read(key: [u8; 32], number in 1u8..16, needed in 2u8..16, lang in 0usize..3) {
            prop_assert_eq!(key_of(&write_key(&key, LANGS[lang])), key);
            match read(&write_share(number, needed, &key, LANGS[lang])) {
                Ok(Written::Share { number: n, needed: k, share }) => prop_assert_eq!((n, k, *share), (number, needed, key)),
                _ => prop_assert!(false, "a share was not read"),
            }
        }

        #[test]
        fn one_word_taken_for_another_is_found(key: [u8; 32], at in 0usize..24, other in 0usize..USED, lang in 0usize..3) {
            let written = write_key(&key, LANGS[lang]);
            let mut words: Vec<&str> = written.split(' ').collect();
            let other = used(LANGS[lang])[other];
            prop_assume!(words[at] != other);
            words[at] = other;
            prop_assert!(matches!(read(&words.join(" ")), Err(Unread::Wrong)));
        }

        #[test]
        fn two_words_in_each_others_place_are_found(key: [u8; 32], a in 0usize..24, b in 0usize..24) {
            let written = write_key(&key, "kk");
            let mut words: Vec<&str> = written.split(' ').collect();
            prop_assume!(words[a] != words[b]);
            words.swap(a, b);
            prop_assert!(matches!(read(&words.join(" ")), Err(Unread::Wrong)));
        }
    }
}
