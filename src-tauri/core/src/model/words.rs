//! Word lists for generated passphrases: six words of 7,776 or more give at least 77 bits.

/// Words in a generated passphrase.
pub const COUNT: usize = 6;

const KK: &str = include_str!("../../../../assets/words/kk.txt");
const RU: &str = include_str!("../../../../assets/words/ru.txt");
const EN: &str = include_str!("../../../../assets/words/en.txt");

/// Returns the words of a language: `kk`, `ru`, otherwise English.
#[must_use]
pub fn list(lang: &str) -> Vec<&'static str> {
    let text = match lang {
        "kk" => KK,
        "ru" => RU,
        _ => EN,
    };
    text.lines().map(str::trim).filter(|w| !w.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::list;
    use crate::model::fold::fold;

    #[test]
    fn every_list_is_long_enough_and_no_two_words_fold_alike() {
        for lang in ["kk", "ru", "en"] {
            let words = list(lang);
            assert!(words.len() >= 7_776, "{lang}: {}", words.len());
            let mut folded: Vec<String> = words.iter().map(|w| fold(w)).collect();
            folded.sort();
            folded.dedup();
            assert_eq!(folded.len(), words.len(), "{lang}");
        }
    }
}
