//! Near duplicates: texts that say the same but for a few words. A text is the set of its pairs of neighbouring stems; MinHash gives it a mark of
//! sixteen bands, and two texts that share a band are likely to share most of their pairs.
//!
//! What everybody writes says nothing: formulae of letters, and pairs that stand in more than a bounded share of the texts, are left out
//! before the mark is made. Otherwise every letter of an agency would be a near duplicate of every other.
//!
//! Measured on 100,000 invented texts, three in ten of which begin with one of ten letters of 25 words, and 2,000 copies: with one word replaced or
//! dropped or three appended all are found, with two words replaced 94 %; 0.05 candidates for each text. The last test measures anew.

use super::stem::Stems;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Words that a text has at least before it gets a mark: shorter ones are alike by chance.
pub const WORDS_MIN: usize = 8;
/// Pairs that are left at least after what everybody writes was taken out.
pub const PAIRS_MIN: usize = 4;
/// Bands of a mark.
pub const BANDS: usize = 16;
/// Least hashes that are drawn together into one band: more of them find less, and less wrongly.
const ROWS: u64 = 4;
/// A pair that stands in more of the texts than one in so many is what everybody writes.
const COMMON_ONE_IN: usize = 50;
/// A pair in fewer texts than this is never common, however few texts there are.
const COMMON_TEXTS_MIN: usize = 8;

/// The mark of a text: one number for each band. Kept, so the way it is made must not change without making all marks anew.
pub type Mark = [u32; BANDS];

/// Pairs that say nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Common(BTreeSet<u64>);

static FORMULAE: LazyLock<BTreeSet<u64>> = LazyLock::new(|| {
    let stems = Stems::default();
    include_str!("../../../../assets/near/formulae.txt").lines().flat_map(|line| all_pairs(&hashes(&stems, line))).collect()
});

impl Common {
    /// Learns from texts, each given by its pairs, which pairs are common.
    #[must_use]
    pub fn learn<'t>(texts: impl Iterator<Item = &'t [u64]>) -> Self {
        let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
        let mut of = 0;
        for text in texts {
            of += 1;
            for pair in text {
                *counts.entry(*pair).or_default() += 1;
            }
        }
        let least = COMMON_TEXTS_MIN.max(of / COMMON_ONE_IN);
        Self(counts.into_iter().filter(|(_, n)| *n > least).map(|(pair, _)| pair).collect())
    }

    /// Takes pairs that were learned before.
    #[must_use]
    pub fn of(pairs: impl Iterator<Item = u64>) -> Self {
        Self(pairs.collect())
    }

    /// Returns the pairs.
    pub fn pairs(&self) -> impl Iterator<Item = u64> + '_ {
        self.0.iter().copied()
    }
}

/// Returns the pairs of a text that say something, in ascending order; none for a text that is too short to be compared. The language is guessed
/// even where it is known, so that two copies of a text have the same stems.
#[must_use]
pub fn pairs(stems: &Stems, text: &str) -> Vec<u64> {
    let words = hashes(stems, text);
    if words.len() < WORDS_MIN {
        return Vec::new();
    }
    let mut pairs = all_pairs(&words);
    pairs.retain(|pair| !FORMULAE.contains(pair));
    pairs
}

/// Leaves out what is common.
#[must_use]
pub fn telling(mut pairs: Vec<u64>, common: &Common) -> Vec<u64> {
    pairs.retain(|pair| !common.0.contains(pair));
    pairs
}

fn hashes(stems: &Stems, text: &str) -> Vec<u64> {
    let mut words = Vec::with_capacity(64);
    stems.each(text, None, &mut |stem| words.push(hashed(stem)));
    words
}

fn all_pairs(words: &[u64]) -> Vec<u64> {
    let mut pairs: Vec<u64> = words
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] => Some(mixed(a.rotate_left(1) ^ b)),
            _ => None,
        })
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Returns the mark of telling pairs, or nothing when too few are left.
#[must_use]
pub fn mark(pairs: &[u64]) -> Option<Mark> {
    if pairs.len() < PAIRS_MIN {
        return None;
    }
    let mut mark = [0_u32; BANDS];
    for (band, n) in mark.iter_mut().zip(0_u64..) {
        let rows = (0..ROWS).map(|row| {
            let salt = mixed(n * ROWS + row + 1);
            pairs.iter().map(|pair| mixed(pair ^ salt)).min().unwrap_or(0)
        });
        let drawn = rows.fold(n, |so_far, least| mixed(so_far ^ least));
        *band = u32::try_from(drawn >> 32).unwrap_or(u32::MAX);
    }
    Some(mark)
}

/// Says whether two marks share a band.
#[must_use]
pub fn meet(a: &Mark, b: &Mark) -> bool {
    a.iter().zip(b).any(|(x, y)| x == y)
}

/// Returns the share of the pairs of both that both have, of two ascending lists.
#[must_use]
pub fn similarity(a: &[u64], b: &[u64]) -> f64 {
    let both = a.iter().filter(|pair| b.binary_search(pair).is_ok()).count();
    let either = a.len() + b.len() - both;
    if either == 0 { 0.0 } else { share(both, either) }
}

#[allow(clippy::cast_precision_loss)]
fn share(part: usize, of: usize) -> f64 {
    part as f64 / of as f64
}

// FNV-1a: short words, no adversary; the same on every machine.
fn hashed(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Spreads a number over all bits: the finaliser of SplitMix64.
pub const fn mixed(mut x: u64) -> u64 {
    x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Жители дома жалуются на мусор во дворе и просят акима приехать и посмотреть самому, пока снег не растаял";

    fn marked(text: &str) -> Mark {
        mark(&pairs(&Stems::default(), text)).unwrap()
    }

    #[test]
    fn one_changed_word_is_found_and_another_text_is_not() {
        let changed = TEXT.replace("приехать", "прийти");
        assert!(meet(&marked(TEXT), &marked(&changed)));
        assert!(meet(&marked(TEXT), &marked(&TEXT.to_uppercase())));
        assert!(!meet(
            &marked(TEXT),
            &marked("Совсем другой текст о том, как зимой в школе не было отопления и детей отпустили домой")
        ));
        let stems = Stems::default();
        assert!(similarity(&pairs(&stems, TEXT), &pairs(&stems, &changed)) > 0.7);
    }

    #[test]
    fn formulae_and_short_texts_have_no_mark() {
        let stems = Stems::default();
        let letter = "Министерство культуры и информации Республики Казахстан просим принять меры по удалению указанного контента в течение 24 часов";
        assert_eq!(mark(&pairs(&stems, letter)), None);
        assert_eq!(mark(&pairs(&stems, "пять слов это слишком мало")), None);
    }

    #[test]
    fn what_stands_in_many_texts_is_common() {
        let stems = Stems::default();
        let texts: Vec<Vec<u64>> = (0..100).map(|n| pairs(&stems, &format!("{TEXT} слово{n} иное{n} ещё{n}"))).collect();
        let common = Common::learn(texts.iter().map(Vec::as_slice));
        assert!(telling(pairs(&stems, TEXT), &common).is_empty());
        assert_eq!(Common::of(common.pairs()), common);
    }

    // A generator of its own: the measure must not change with a library.
    struct Draw(u64);
    impl Draw {
        fn below(&mut self, n: usize) -> usize {
            self.0 = mixed(self.0);
            usize::try_from(self.0 % n as u64).unwrap()
        }
        // Few words are frequent: rank about n to the power of a share drawn evenly.
        fn word(&mut self) -> String {
            let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
            format!("сл{}", 60_000_f64.powf(share) as usize)
        }
    }

    /// `TARAZY_NEAR_TEXTS` says of how many texts; three in ten begin with one of ten letters that are identical but for their end.
    #[test]
    #[ignore = "takes minutes"]
    fn near_duplicates_are_measured() {
        let count: usize = std::env::var("TARAZY_NEAR_TEXTS").ok().and_then(|n| n.parse().ok()).unwrap_or(100_000);
        let (mut draw, stems) = (Draw(7), Stems::default());
        let letters: Vec<Vec<String>> = (0..10).map(|_| (0..25).map(|_| draw.word()).collect()).collect();
        let mut texts: Vec<Vec<String>> = (0..count)
            .map(|_| {
                let mut text = if draw.below(10) < 3 { letters[draw.below(10)].clone() } else { Vec::new() };
                text.extend((0..12 + draw.below(20)).map(|_| draw.word()));
                text
            })
            .collect();
        let copies = count / 50;
        let mut kinds = Vec::new();
        for n in 0..copies {
            let original = n * 7 % count;
            let mut text = texts[original].clone();
            let (at, other) = (draw.below(text.len()), draw.below(text.len()));
            match n % 4 {
                0 => text[at] = draw.word(),
                1 => {
                    text[at] = draw.word();
                    text[other] = draw.word();
                }
                2 => drop(text.remove(at)),
                _ => text.extend((0..3).map(|_| draw.word())),
            }
            texts.push(text);
            kinds.push((original, count + n, n % 4));
        }
        let began = std::time::Instant::now();
        let all: Vec<Vec<u64>> = texts.iter().map(|text| pairs(&stems, &text.join(" "))).collect();
        let common = Common::learn(all.iter().step_by((all.len() / 2_000).max(1)).map(Vec::as_slice));
        let marks: Vec<Option<Mark>> = all.into_iter().map(|pairs| mark(&telling(pairs, &common))).collect();
        println!("{} texts signed in {:.1} s, {} common pairs", texts.len(), began.elapsed().as_secs_f64(), common.0.len());
        let mut bands: BTreeMap<(usize, u32), Vec<usize>> = BTreeMap::new();
        for (n, mark) in marks.iter().enumerate() {
            for (band, value) in mark.iter().flatten().enumerate() {
                bands.entry((band, *value)).or_default().push(n);
            }
        }
        let mut met: BTreeSet<(usize, usize)> = BTreeSet::new();
        for bucket in bands.values() {
            for (i, a) in bucket.iter().enumerate() {
                met.extend(bucket.iter().skip(i + 1).map(|b| (*a, *b)));
            }
        }
        for (kind, name) in ["one replaced", "two replaced", "one dropped", "three appended"].iter().enumerate() {
            let of: Vec<_> = kinds.iter().filter(|k| k.2 == kind).collect();
            let found = of.iter().filter(|(a, b, _)| met.contains(&(*a, *b))).count();
            println!("{name}: {:.1} % of {}", 100.0 * share(found, of.len()), of.len());
        }
        println!("{:.2} candidates per text", 2.0 * share(met.len(), texts.len()));
    }
}
