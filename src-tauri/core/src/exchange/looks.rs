//! What an address looks like and what it is: letters that turn the reading order, letters of another script that look alike.

/// Says what may deceive the eye in an address: `bidi`, `mixed_script`. Addresses are kept as written either way.
#[must_use]
pub fn locator_warnings(locator: &str) -> Vec<&'static str> {
    let mut warnings = Vec::new();
    if locator.chars().any(is_unseen) {
        warnings.push("bidi");
    }
    // Only the host deceives: paths and queries are in whatever script their readers write.
    let rest = locator.split_once("://").map_or(locator, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    if host.split('.').any(is_mixed) {
        warnings.push("mixed_script");
    }
    warnings
}

/// Returns a text in which every letter that is not seen stands as its code point: `a⟦U+202E⟧b`.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_unseen(letter) || letter.is_control() {
            shown.push_str(&format!("⟦U+{:04X}⟧", u32::from(letter)));
        } else {
            shown.push(letter);
        }
    }
    shown
}

/// Marks that turn or embed a direction, and letters without width.
const fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{ad}')
}

/// Latin beside Cyrillic or Greek in one label of a host: no language writes so.
fn is_mixed(label: &str) -> bool {
    let latin = label.chars().any(|letter| letter.is_ascii_alphabetic() || matches!(letter, '\u{c0}'..='\u{24f}'));
    let other = label.chars().any(|letter| matches!(letter, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}'));
    latin && other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_deceive_the_eye_are_told() {
        let cyrillic_a = "https://t.me/x".replace("t.me", "g\u{43e}\u{43e}gle.com");
        for (locator, warnings) in [
            ("https://a.kz/x", &[][..]),
            ("https://қаз.рф/әлем", &[]),
            ("https://a.kz/сайт-site", &[]),
            (cyrillic_a.as_str(), &["mixed_script"]),
            ("https://a.kz/\u{202e}gpj.exe", &["bidi"]),
            ("p\u{430}ypal.com", &["mixed_script"]),
            ("а\u{200b}.kz", &["bidi"]),
        ] {
            assert_eq!(locator_warnings(locator), warnings, "{locator:?}");
        }
    }

    #[test]
    fn unseen_letters_are_written_out() {
        assert_eq!(visible("a\u{202e}b\tc"), "a⟦U+202E⟧b⟦U+0009⟧c");
        assert_eq!(visible("қ–№"), "қ–№");
    }
}
