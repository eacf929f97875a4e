//! Everything that stands in letters in the file of a paper: what a reader sees, what the file says of itself, and what lies in its bytes. For the
//! last look before a paper leaves the register; it must not know what is looked for.

use super::Error;
use std::io::{Cursor, Read};

/// What stands in a file.
#[derive(Debug, Default)]
pub struct Inside {
    /// What the file says: its title, its outline, its links, the words of its parts.
    pub said: Vec<String>,
    /// Letters in a row somewhere in its bytes, as UTF-8 and as UTF-16 of either order.
    pub letters: Vec<String>,
}

/// Bytes of one part of a file that are read at most.
const PART_MAX: u64 = 256 << 20;
/// Letters in a row that are looked at: fewer stand in any bytes.
const LETTERS_MIN: usize = 5;

/// Reads a file of a paper.
///
/// # Errors
/// When the file is none of its form: then nothing can be said of it, and it must not leave.
pub fn inside(file: &[u8], format: &str) -> Result<Inside, Error> {
    let mut inside = if format == "pdf" { super::pdf::inside(file)? } else { parts(file)? };
    own(file).into_iter().for_each(|part| strings(part, &mut inside.letters));
    Ok(inside)
}

/// Returns what stands before and behind the description of a PDF's own claims: that is the same in every paper, and its words are nobody's. Where there
/// is none, everything stands before it.
pub(super) fn own(bytes: &[u8]) -> [&[u8]; 2] {
    let find = |what: &[u8]| bytes.windows(what.len()).position(|window| window == what);
    let ends = find(b"<pdfaExtension:schemas>").zip(find(b"</pdfaExtension:schemas>")).filter(|(open, close)| open < close);
    let parts = ends.and_then(|(open, close)| Some([bytes.get(..open)?, bytes.get(close..)?]));
    parts.unwrap_or([bytes, &[]])
}

// A file that is an archive of parts, as DOCX.
fn parts(file: &[u8]) -> Result<Inside, Error> {
    const DOING: &str = "reading the file back";
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).map_err(|_| Error::Pdf(DOING))?;
    let mut inside = Inside::default();
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| Error::Pdf(DOING))?;
        let name = part.name().map_err(|_| Error::Pdf(DOING))?.into_owned();
        let is_markup = name.ends_with(".xml") || name.ends_with(".rels");
        inside.said.push(name);
        let mut bytes = Vec::new();
        part.take(PART_MAX).read_to_end(&mut bytes).map_err(|_| Error::Pdf(DOING))?;
        if is_markup {
            inside.markup(&String::from_utf8_lossy(&bytes));
        }
        strings(&bytes, &mut inside.letters);
    }
    Ok(inside)
}

impl Inside {
    /// Takes the words out of markup: those between its marks, a paragraph a line, and those inside of them.
    pub fn markup(&mut self, text: &str) {
        let (mut words, mut values) = (String::new(), Vec::new());
        for piece in text.split('<') {
            let (mark, behind) = piece.split_once('>').unwrap_or(("", piece));
            let name = mark.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
            // Runs of one paragraph are one text, however they are cut.
            if !matches!(name, "w:r" | "w:t" | "w:rPr" | "w:b" | "w:i" | "w:lang" | "w:rFonts" | "w:proofErr") {
                words.push(if matches!(name, "w:p" | "w:tc" | "w:br" | "w:tab") { '\n' } else { ' ' });
            }
            words.push_str(behind);
            values.extend(mark.split('"').skip(1).step_by(2).map(plain));
        }
        self.said.push(plain(&words));
        self.said.extend(values);
    }
}

fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        let named = behind.split_once(';').and_then(|(name, after)| Some((entity(name)?, after)));
        rest = match named {
            Some((letter, after)) => {
                out.push(letter);
                after
            }
            None => {
                out.push('&');
                behind
            }
        };
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}

/// Finds letters in a row among bytes: as UTF-8, and as UTF-16 of either order from either byte.
pub(super) fn strings(bytes: &[u8], found: &mut Vec<String>) {
    for chunk in bytes.utf8_chunks() {
        rows(chunk.valid().chars(), found);
    }
    for from in [0, 1] {
        let pairs = || bytes.get(from..).unwrap_or_default().chunks_exact(2);
        let unit = |high: u8, low: u8| char::from_u32(u32::from(high) << 8 | u32::from(low)).unwrap_or('\0');
        let pair = |pair: &[u8]| match pair {
            [one, other] => (*one, *other),
            _ => (0, 0),
        };
        rows(pairs().map(pair).map(|(one, other)| wide(unit(one, other))), found);
        rows(pairs().map(pair).map(|(one, other)| wide(unit(other, one))), found);
    }
}

// Of letters of two bytes only those of our alphabets: any two bytes are a letter of some.
const fn wide(letter: char) -> char {
    match letter {
        ' '..='~' | '\u{a0}'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{400}'..='\u{52f}' | '\u{2010}'..='\u{203a}' => letter,
        _ => '\0',
    }
}

fn rows(letters: impl Iterator<Item = char>, found: &mut Vec<String>) {
    let mut row = String::new();
    let mut long = 0;
    for letter in letters.chain(['\0']) {
        if letter.is_control() || letter == '\u{fffd}' {
            if long >= LETTERS_MIN {
                found.push(row.clone());
            }
            row.clear();
            long = 0;
        } else {
            row.push(letter);
            long += usize::from(letter.is_alphanumeric());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(bytes: &[u8]) -> Vec<String> {
        let mut found = Vec::new();
        strings(bytes, &mut found);
        found
    }

    #[test]
    fn letters_are_found_in_three_encodings() {
        let name = "Серікбаев";
        let utf16: Vec<u16> = name.encode_utf16().collect();
        let little: Vec<u8> = [1].into_iter().chain(utf16.iter().flat_map(|unit| unit.to_le_bytes())).collect();
        let big: Vec<u8> = utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        let plain: Vec<u8> = [0xff, 0xfe, 0].into_iter().chain(name.bytes()).chain([0]).collect();
        for bytes in [little, big, plain] {
            assert!(letters(&bytes).iter().any(|row| row == name), "{:?}", letters(&bytes));
        }
    }

    #[test]
    fn markup_gives_the_words_that_it_cuts_and_those_that_it_holds() {
        let mut inside = Inside::default();
        inside.markup("<w:p><w:r><w:t>Серік</w:t></w:r><w:r><w:t>баев &amp; &#1040;</w:t></w:r></w:p><Relationship Target=\"https://t.me/x\"/>");
        assert!(inside.said.iter().any(|words| words.contains("Серікбаев & А")), "{:?}", inside.said);
        assert!(inside.said.contains(&"https://t.me/x".to_owned()));
    }

    #[test]
    fn what_is_no_file_of_its_form_is_refused() {
        assert!(inside(b"no archive", "docx").is_err());
        assert!(inside(b"no paper", "pdf").is_err());
    }
}
