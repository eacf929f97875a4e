//! From bytes to text: a byte order mark, else strict UTF-8, else the one of four Cyrillic encodings that reads best, else a refusal.
//! Nothing is replaced by question marks: a wrong letter in a name or a number would pass unseen.

use super::error::{Error, Result};
use encoding_rs::{IBM866, KOI8_R, UTF_16BE, UTF_16LE, WINDOWS_1251};

/// Bytes around letters beyond ASCII that are looked at to tell encodings apart.
const SAMPLE_BYTES: usize = 64 * 1024;

/// How a file writes its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a mark.
    Utf8,
    /// UTF-16, little end first, with a mark.
    Utf16Le,
    /// UTF-16, big end first, with a mark.
    Utf16Be,
    /// The usual one of Russian Windows.
    Windows1251,
    /// Its Kazakh sister: the letters of Kazakh in the places of Serbian and Ukrainian ones.
    Kz1048,
    /// Old Unix and mail.
    Koi8R,
    /// DOS.
    Cp866,
}

impl Encoding {
    /// Returns the name shown to people.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1251 => "windows-1251",
            Self::Kz1048 => "kz-1048",
            Self::Koi8R => "koi8-r",
            Self::Cp866 => "cp866",
        }
    }
}

/// Decodes everything and says how.
pub(super) fn decode(bytes: Vec<u8>) -> Result<(String, Encoding)> {
    for (encoding, wide) in [(Encoding::Utf16Le, UTF_16LE), (Encoding::Utf16Be, UTF_16BE)] {
        let mark: &[u8] = if encoding == Encoding::Utf16Le { b"\xff\xfe" } else { b"\xfe\xff" };
        if let Some(body) = bytes.strip_prefix(mark) {
            let text = wide.decode_without_bom_handling_and_without_replacement(body);
            let text = text.filter(|text| !text.contains('\0')).ok_or(Error::Encoding)?;
            return Ok((text.into_owned(), encoding));
        }
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            Ok((text, Encoding::Utf8))
        }
        Err(refused) => decode_cyrillic(refused.as_bytes()),
    }
}

fn decode_cyrillic(bytes: &[u8]) -> Result<(String, Encoding)> {
    let sample = sample_beyond_ascii(bytes);
    let best = [(Encoding::Windows1251, WINDOWS_1251), (Encoding::Koi8R, KOI8_R), (Encoding::Cp866, IBM866)]
        .into_iter()
        .filter_map(|(encoding, charset)| {
            let (text, _) = charset.decode_without_bom_handling(&sample);
            Some((Reading::of(&text).score()?, encoding, charset))
        })
        // The first of equals stays: windows-1251 is by far the most common.
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    let (_, encoding, charset) = best.ok_or(Error::Encoding)?;
    let text = charset.decode_without_bom_handling_and_without_replacement(bytes).ok_or(Error::Encoding)?;
    if encoding == Encoding::Windows1251 && is_kazakh(bytes) {
        return Ok((text.chars().map(kazakh_letter).collect(), Encoding::Kz1048));
    }
    Ok((text.into_owned(), encoding))
}

/// Collects the lines that have a letter beyond ASCII, up to a limit.
fn sample_beyond_ascii(bytes: &[u8]) -> Vec<u8> {
    let mut sample = Vec::new();
    for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_ascii()) {
        let room = SAMPLE_BYTES.saturating_sub(sample.len());
        sample.extend_from_slice(line.get(..line.len().min(room)).unwrap_or_default());
        sample.push(b'\n');
        if sample.len() >= SAMPLE_BYTES {
            break;
        }
    }
    sample
}

/// How a text reads: counts from which a score is made.
#[derive(Debug, Default)]
struct Reading {
    beyond_ascii: u32,
    letters: u32,
    common: u32,
    marks: u32,
    case_faults: u32,
    mixed_words: u32,
}

impl Reading {
    fn of(text: &str) -> Self {
        let mut reading = Self::default();
        let mut last = ' ';
        for letter in text.chars() {
            if !letter.is_ascii() {
                reading.beyond_ascii += 1;
                reading.letters += u32::from(is_cyrillic(letter));
                reading.common += u32::from("оеаинтсрОЕАИНТСР".contains(letter));
                reading.marks += u32::from("№–—«»“”„’‘…•°§©®\u{a0}€±".contains(letter));
            }
            // A capital after a small letter, or Latin and Cyrillic in one word: signs of a wrong guess.
            reading.case_faults +=
                u32::from(is_cyrillic(letter) && letter.is_uppercase() && is_cyrillic(last) && last.is_lowercase());
            let mixed = (is_cyrillic(letter) && last.is_ascii_lowercase()) || (letter.is_ascii_lowercase() && is_cyrillic(last));
            reading.mixed_words += u32::from(mixed);
            last = letter;
        }
        reading
    }

    /// Returns how well it reads, or nothing when it does not.
    fn score(&self) -> Option<i64> {
        let (all, letters) = (i64::from(self.beyond_ascii), i64::from(self.letters));
        let (marks, common) = (i64::from(self.marks), i64::from(self.common));
        let (case_faults, mixed) = (i64::from(self.case_faults), i64::from(self.mixed_words));
        // Eight letters are more than half of any Russian or Kazakh text.
        let usual = letters < 8 || common * 4 >= letters;
        let readable = usual && (letters + marks) * 10 >= all * 8 && case_faults * 5 <= letters && mixed * 4 <= all;
        readable.then_some((1000 * (letters + marks) + 2000 * common - 4000 * case_faults - 2000 * mixed) / all.max(1))
    }
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

/// The bytes of ќ, ѕ and ј beside that of ы, which the languages of those letters do not have: they are қ, ң and ә.
fn is_kazakh(bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| matches!(byte, 0x9d | 0xbe | 0xbc | 0x8d | 0xbd | 0xa3))
        && bytes.iter().any(|byte| matches!(byte, 0xfb | 0xdb))
}

const fn kazakh_letter(letter: char) -> char {
    match letter {
        'Ќ' => 'Қ',
        'ќ' => 'қ',
        'Ћ' => 'Һ',
        'ћ' => 'һ',
        'Ў' => 'Ұ',
        'ў' => 'ұ',
        'Ј' => 'Ә',
        'ј' => 'ә',
        'Ґ' => 'Ө',
        'ґ' => 'ө',
        'Є' => 'Ғ',
        'є' => 'ғ',
        'Ї' => 'Ү',
        'ї' => 'ү',
        'Ѕ' => 'Ң',
        'ѕ' => 'ң',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = "Номер предписания;Дата;Орган\n№ 2-1687/2013;23.05.2013;Таганский районный суд г. Москвы\n";

    fn check(bytes: &[u8], encoding: Encoding, text: &str) {
        let (decoded, found) = decode(bytes.to_vec()).unwrap();
        assert_eq!((decoded.as_str(), found), (text, encoding));
    }

    #[test]
    fn cyrillic_encodings_are_told_apart() {
        check(RUSSIAN.as_bytes(), Encoding::Utf8, RUSSIAN);
        check(&WINDOWS_1251.encode(RUSSIAN).0, Encoding::Windows1251, RUSSIAN);
        let plain = RUSSIAN.replace('№', "N");
        check(&KOI8_R.encode(&plain).0, Encoding::Koi8R, &plain);
        check(&IBM866.encode(&plain).0, Encoding::Cp866, &plain);
        let loud = plain.to_uppercase();
        check(&WINDOWS_1251.encode(&loud).0, Encoding::Windows1251, &loud);
    }

    #[test]
    fn marks_of_byte_order_are_obeyed_and_dropped() {
        check(b"\xef\xbb\xbfurl\n", Encoding::Utf8, "url\n");
        check(b"\xff\xfeu\0\x3e\x04", Encoding::Utf16Le, "uо");
        check(b"\xfe\xff\0u\x04\x3e", Encoding::Utf16Be, "uо");
        assert!(matches!(decode(b"\xff\xfeu".to_vec()), Err(Error::Encoding)));
    }

    #[test]
    fn kazakh_windows_files_keep_their_letters() {
        // Нұсқама нөмірі, Ақпарат және қоғамдық даму, ң, Ү, һ: the bytes of KZ-1048.
        let bytes = b"\xcd\xa2\xf1\x9d\xe0\xec\xe0 \xed\xb4\xec\xb3\xf0\xb3;\xc0\x9d\xef\xe0\xf0\xe0\xf2 \xe6\xbc\xed\xe5 \x9d\xee\xba\xe0\xec\xe4\xfb\x9d \xe4\xe0\xec\xf3;\xbe\xaf\x9e\n";
        check(bytes, Encoding::Kz1048, "Нұсқама нөмірі;Ақпарат және қоғамдық даму;ңҮһ\n");
    }

    #[test]
    fn an_unknown_encoding_is_refused() {
        let refused = |bytes: &[u8]| matches!(decode(bytes.to_vec()), Err(Error::Encoding));
        assert!(refused(b"titre;r\xe9sum\xe9\nd\xe9cision;pr\xe9fet de l'Is\xe8re\n"), "Western European");
        assert!(refused(b"\xb1\xa3\xbb\xa4\xce\xb4\xb3\xc9\xc4\xea\xc8\xcb;\xb9\xab\xb0\xb2\xb2\xbf\n"), "Chinese");
        assert!(refused(b"\x8d\x91\x89\xc6\x82\xcc\x96\xbd\x97\xdf;\x93\x8c\x8b\x9e\n"), "Japanese");
        let mut broken = RUSSIAN.repeat(3).into_bytes();
        broken.pop();
        broken.push(0xd0);
        assert!(refused(&broken), "UTF-8 cut in the middle of a letter");
    }

    #[test]
    fn a_number_sign_alone_is_windows() {
        check(b"url;\xb9 5\n", Encoding::Windows1251, "url;№ 5\n");
    }
}
