//! From bytes to text: a byte order mark, else strict UTF-8, else the one of four Cyrillic encodings that reads best, else a refusal.
//! Nothing is replaced by question marks: a wrong letter in a name or a number would pass unseen.

use super::error::{Error, Result};
use super::read::{CHUNK_BYTES, fill};
use encoding_rs::{IBM866, KOI8_R, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};
use sha2::{Digest, Sha256};
use std::io::Read;

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

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| encoding.name() == name)
    }

    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::Utf8, Self::Windows1251, Self::Kz1048, Self::Koi8R, Self::Cp866, Self::Utf16Le, Self::Utf16Be];

    const fn charset(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Windows1251 | Self::Kz1048 => WINDOWS_1251,
            Self::Koi8R => KOI8_R,
            Self::Cp866 => IBM866,
        }
    }
}

/// What the bytes of a file say of its letters: collected chunk by chunk.
#[derive(Debug, Default)]
pub(super) struct Letters {
    start: Vec<u8>,
    /// Bytes of a letter of UTF-8 that the next chunk ends.
    pending: Vec<u8>,
    is_not_utf8: bool,
    sample: Vec<u8>,
    line: Vec<u8>,
    zeros: [u64; 2],
    bytes: u64,
    has_kazakh: bool,
    has_yeru: bool,
}

impl Letters {
    /// Looks at the next bytes.
    pub fn pass(&mut self, chunk: &[u8]) {
        if self.start.len() < 4 {
            self.start.extend(chunk.iter().take(4));
        }
        for (place, _) in chunk.iter().enumerate().filter(|(_, byte)| **byte == 0) {
            if let Some(count) = self.zeros.get_mut(usize::from(!(self.bytes + place as u64).is_multiple_of(2))) {
                *count += 1;
            }
        }
        self.bytes += chunk.len() as u64;
        if chunk.is_ascii() && self.pending.is_empty() {
            self.line.clear();
            return;
        }
        self.has_kazakh |= chunk.iter().any(|byte| matches!(byte, 0x9d | 0xbe | 0xbc | 0x8d | 0xbd | 0xa3));
        self.has_yeru |= chunk.iter().any(|byte| matches!(byte, 0xfb | 0xdb));
        if !self.is_not_utf8 {
            let joined;
            let bytes = if self.pending.is_empty() {
                chunk
            } else {
                joined = [self.pending.as_slice(), chunk].concat();
                joined.as_slice()
            };
            match std::str::from_utf8(bytes) {
                Ok(_) => self.pending = Vec::new(),
                Err(error) if error.error_len().is_none() => {
                    self.pending = bytes.get(error.valid_up_to()..).unwrap_or_default().to_vec();
                }
                Err(_) => self.is_not_utf8 = true,
            }
        }
        self.take_sample(chunk);
    }

    // Lines that have a letter beyond ASCII, up to a limit.
    fn take_sample(&mut self, chunk: &[u8]) {
        let mut lines = chunk.split(|byte| *byte == b'\n').peekable();
        while let Some(piece) = lines.next() {
            if self.sample.len() >= SAMPLE_BYTES {
                return;
            }
            let room = SAMPLE_BYTES.saturating_sub(self.line.len());
            self.line.extend_from_slice(piece.get(..piece.len().min(room)).unwrap_or_default());
            if lines.peek().is_some() {
                self.end_line();
            }
        }
    }

    fn end_line(&mut self) {
        if !self.line.is_ascii() {
            let room = SAMPLE_BYTES.saturating_sub(self.sample.len());
            self.sample.extend_from_slice(self.line.get(..self.line.len().min(room)).unwrap_or_default());
            self.sample.push(b'\n');
        }
        self.line.clear();
    }

    /// Says whether two bytes may make a letter although no mark says so: nearly every second byte is zero.
    pub fn may_be_wide(&self) -> bool {
        let [even, odd] = self.zeros;
        self.bytes >= 4 && (even * 10 > self.bytes * 3) != (odd * 10 > self.bytes * 3)
    }

    /// Tells the encoding: a mark, else strict UTF-8, else the one of four Cyrillic encodings that reads best.
    pub fn encoding(mut self) -> Result<Encoding> {
        match self.start.as_slice() {
            [0xff, 0xfe, ..] => return Ok(Encoding::Utf16Le),
            [0xfe, 0xff, ..] => return Ok(Encoding::Utf16Be),
            _ if self.may_be_wide() => {
                return Ok(if self.zeros.first() > self.zeros.last() { Encoding::Utf16Be } else { Encoding::Utf16Le });
            }
            _ => {}
        }
        if !self.is_not_utf8 && self.pending.is_empty() {
            return Ok(Encoding::Utf8);
        }
        self.end_line();
        let best = [Encoding::Windows1251, Encoding::Koi8R, Encoding::Cp866]
            .into_iter()
            .filter_map(|encoding| {
                let (text, _) = encoding.charset().decode_without_bom_handling(&self.sample);
                Some((Reading::of(&text).score()?, encoding))
            })
            // The first of equals stays: windows-1251 is by far the most common.
            .reduce(|best, next| if next.0 > best.0 { next } else { best });
        let (_, encoding) = best.ok_or(Error::Encoding)?;
        // The bytes of ќ, ѕ and ј beside that of ы, which the languages of those letters do not have: they are қ, ң and ә.
        let is_kazakh = encoding == Encoding::Windows1251 && self.has_kazakh && self.has_yeru;
        Ok(if is_kazakh { Encoding::Kz1048 } else { encoding })
    }
}

/// A text that comes piece by piece.
pub(super) struct Decoded<R> {
    reader: R,
    decoder: encoding_rs::Decoder,
    encoding: Encoding,
    hasher: Sha256,
    chunk: Vec<u8>,
    is_over: bool,
}

impl<R: Read> Decoded<R> {
    /// Begins to decode.
    pub fn new(reader: R, encoding: Encoding) -> Self {
        let decoder = encoding.charset().new_decoder_with_bom_removal();
        Self { reader, decoder, encoding, hasher: Sha256::new(), chunk: vec![0; 16 * CHUNK_BYTES], is_over: false }
    }

    /// Adds the next piece to a text; false when there is no more. A byte that means nothing is refused, never replaced.
    pub fn more(&mut self, text: &mut String) -> Result<bool> {
        if self.is_over {
            return Ok(false);
        }
        let from = text.len();
        let got = fill(&mut self.reader, &mut self.chunk)?;
        self.is_over = got.is_empty();
        self.hasher.update(got);
        let room = self.decoder.max_utf8_buffer_length_without_replacement(got.len()).ok_or(Error::Encoding)?;
        text.reserve(room);
        let (result, _) = self.decoder.decode_to_string_without_replacement(got, text, self.is_over);
        if result != encoding_rs::DecoderResult::InputEmpty {
            return Err(Error::Encoding);
        }
        let added = text.get(from..).unwrap_or_default();
        if added.contains('\0') {
            return Err(Error::Encoding);
        }
        if self.encoding == Encoding::Kz1048 {
            let kazakh: String = added.chars().map(kazakh_letter).collect();
            text.truncate(from);
            text.push_str(&kazakh);
        }
        Ok(!self.is_over)
    }

    /// Returns the digest of what was read.
    pub fn digest(self) -> [u8; 32] {
        self.hasher.finalize().into()
    }
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

    fn decode(bytes: Vec<u8>) -> Result<(String, Encoding)> {
        let mut letters = Letters::default();
        // Pieces of odd lengths, so that letters are torn between them.
        bytes.chunks(7).for_each(|chunk| letters.pass(chunk));
        let encoding = letters.encoding()?;
        let (mut text, mut decoded) = (String::new(), Decoded::new(bytes.as_slice(), encoding));
        while decoded.more(&mut text)? {}
        Ok((text, encoding))
    }

    #[test]
    fn wide_letters_are_known_without_a_mark() {
        let bytes: Vec<u8> = "url;date\nhttp://a.kz;2020-01-01\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(bytes).unwrap().1, Encoding::Utf16Le);
    }

    #[test]
    fn names_go_there_and_back() {
        for encoding in Encoding::ALL {
            assert_eq!(Encoding::parse(encoding.name()), Some(encoding));
        }
    }

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
