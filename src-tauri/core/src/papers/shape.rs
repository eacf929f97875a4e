//! The seven faces of the papers, and words turned into glyphs of them. No system font is ever asked: the same words give the same
//! page on every machine.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::OnceLock;

use harfrust::font::Font;
use harfrust::{Buffer, Direction, GlyphId, Language, Script, ShapeOptions, ShapePlan, ShaperFont};

use skrifa::{FontRef, MetadataProvider};
use smol_str::SmolStr;
use unicode_normalization::char::is_combining_mark;

use super::{Error, Missing};
use crate::texts::{Lang, NO_BREAK};

/// A hyphen that stands only because a line ends there.
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

/// A face of the papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Source Serif 4.
    Serif,
    /// Source Serif 4 Semibold.
    SerifStrong,
    /// Source Serif 4 Italic.
    SerifSlanted,
    /// Source Sans 3.
    Sans,
    /// Source Sans 3 Semibold.
    SansStrong,
    /// Source Sans 3 Italic.
    SansSlanted,
    /// IBM Plex Mono.
    Mono,
}

impl Face {
    /// All faces; the place of a face is its number.
    pub(super) const ALL: [Self; 7] =
        [Self::Serif, Self::SerifStrong, Self::SerifSlanted, Self::Sans, Self::SansStrong, Self::SansSlanted, Self::Mono];

    /// Returns the font file, unmodified as its licence asks.
    pub(super) const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Serif => include_bytes!("../../../../assets/fonts/SourceSerif4_400Regular.ttf"),
            Self::SerifStrong => include_bytes!("../../../../assets/fonts/SourceSerif4_600SemiBold.ttf"),
            Self::SerifSlanted => include_bytes!("../../../../assets/fonts/SourceSerif4_400Regular_Italic.ttf"),
            Self::Sans => include_bytes!("../../../../assets/fonts/SourceSans3_400Regular.ttf"),
            Self::SansStrong => include_bytes!("../../../../assets/fonts/SourceSans3_600SemiBold.ttf"),
            Self::SansSlanted => include_bytes!("../../../../assets/fonts/SourceSans3_400Regular_Italic.ttf"),
            Self::Mono => include_bytes!("../../../../assets/fonts/IBMPlexMono_400Regular.ttf"),
        }
    }

    /// Returns the PostScript name.
    pub(super) const fn postscript(self) -> &'static str {
        match self {
            Self::Serif => "SourceSerif4-Regular",
            Self::SerifStrong => "SourceSerif4-SemiBold",
            Self::SerifSlanted => "SourceSerif4-Italic",
            Self::Sans => "SourceSans3-Regular",
            Self::SansStrong => "SourceSans3-SemiBold",
            Self::SansSlanted => "SourceSans3-Italic",
            Self::Mono => "IBMPlexMono",
        }
    }

    /// Returns the family as a style sheet names it, with a fallback that is never far off.
    pub(super) const fn family(self) -> &'static str {
        match self {
            Self::Serif | Self::SerifStrong | Self::SerifSlanted => "'Source Serif 4', serif",
            Self::Sans | Self::SansStrong | Self::SansSlanted => "'Source Sans 3', sans-serif",
            Self::Mono => "'IBM Plex Mono', monospace",
        }
    }

    /// Returns the faces to ask in turn for a letter that this one lacks.
    const fn others(self) -> [Self; 2] {
        match self {
            Self::Serif | Self::Sans => [Self::Sans, Self::Mono],
            Self::SerifStrong | Self::SansStrong => [Self::SansStrong, Self::Mono],
            Self::SerifSlanted | Self::SansSlanted => [Self::SansSlanted, Self::Mono],
            Self::Mono => [Self::Sans, Self::Mono],
        }
    }

    /// Says whether the face has a letter.
    pub(super) fn has(self, letter: char) -> bool {
        let plain = letter.is_ascii_graphic() || letter == ' ' || letter == NO_BREAK;
        plain || letters_of(self).has(letter)
    }

    /// Says whether the face is semibold.
    pub(super) const fn is_strong(self) -> bool {
        matches!(self, Self::SerifStrong | Self::SansStrong)
    }

    /// Says whether the face is italic.
    pub(super) const fn is_slanted(self) -> bool {
        matches!(self, Self::SerifSlanted | Self::SansSlanted)
    }
}

/// Letters, a bit for each code: they are asked for one by one, over and over.
#[derive(Default)]
struct Letters(Vec<u64>);

impl Letters {
    fn add(&mut self, code: u32) {
        let place = (code / 64) as usize;
        if self.0.len() <= place {
            self.0.resize(place + 1, 0);
        }
        if let Some(bits) = self.0.get_mut(place) {
            *bits |= 1 << (code % 64);
        }
    }

    fn has(&self, letter: char) -> bool {
        let code = u32::from(letter);
        self.0.get((code / 64) as usize).is_some_and(|bits| bits >> (code % 64) & 1 == 1)
    }
}

/// Returns the letters beyond ASCII that a face has; read once.
fn letters_of(face: Face) -> &'static Letters {
    static LETTERS: OnceLock<Vec<Letters>> = OnceLock::new();
    static NONE: Letters = Letters(Vec::new());
    let read = |face: Face| {
        let mut letters = Letters::default();
        if let Ok(font) = FontRef::new(face.bytes()) {
            font.charmap().mappings().for_each(|(code, _)| letters.add(code));
        }
        letters
    };
    LETTERS.get_or_init(|| Face::ALL.into_iter().map(read).collect()).get(face as usize).unwrap_or(&NONE)
}

/// Says whether some face has a letter: whatever the face of the words, the letter is then taken from there.
fn is_covered(letter: char) -> bool {
    Face::Sans.has(letter) || Face::Mono.has(letter)
}

/// Names the letters of some texts that no face has, each once, and the beginning of the text in which the first one stands.
pub(super) fn missing<'t>(texts: impl IntoIterator<Item = &'t str>) -> Option<Missing> {
    const PLACE_LETTERS: usize = 40;
    let (mut known, mut letters, mut place) = (BTreeSet::new(), String::new(), String::new());
    for text in texts {
        for letter in text.chars().filter(|c| !c.is_whitespace() && !is_unseen(*c) && !is_covered(*c)) {
            if letters.is_empty() {
                place = text.trim_start().chars().take(PLACE_LETTERS).collect();
            }
            if known.insert(letter) {
                letters.push(letter);
            }
        }
    }
    (!letters.is_empty()).then_some(Missing { letters, place })
}

/// Makes words of others printable: each letter that no face has, and each sign that would not be seen, becomes its code in brackets, as
/// \[U+1F600\]. Evidence can then always be printed, nothing of it is a box, and what was there can be told exactly.
#[must_use]
pub fn printable(words: &str) -> String {
    let mut shown = String::with_capacity(words.len());
    for letter in words.chars() {
        if letter.is_whitespace() || (is_covered(letter) && !is_unseen(letter)) {
            shown.push(letter);
        } else {
            shown.push_str(&format!("[U+{:04X}]", u32::from(letter)));
        }
    }
    shown
}

/// Cuts words where another face must step in for letters that their own lacks; a mark stays with the letter it stands on.
pub(super) fn stretches(face: Face, words: &str) -> Vec<(Face, &str)> {
    if words.chars().all(|letter| face.has(letter)) {
        return vec![(face, words)];
    }
    let mut cut: Vec<(Face, usize, usize)> = Vec::new();
    let mut letters = words.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        let mut end = start + letter.len_utf8();
        while let Some((at, mark)) = letters.next_if(|(_, next)| is_combining_mark(*next)) {
            end = at + mark.len_utf8();
        }
        let cluster = words.get(start..end).unwrap_or_default();
        let whole = |face: &Face| cluster.chars().all(|letter| face.has(letter));
        let chosen = [face].into_iter().chain(face.others()).find(whole).unwrap_or(face);
        match cut.last_mut().filter(|last| last.0 == chosen) {
            Some(last) => last.2 = end,
            None => cut.push((chosen, start, end)),
        }
    }
    cut.into_iter().filter_map(|(face, start, end)| words.get(start..end).map(|words| (face, words))).collect()
}

/// A glyph in its place. Distances are thousandths of the size.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u16,
    /// Its own width, cut to whole thousandths as the PDF states it.
    pub width: i32,
    /// How far the pen moves after it: with kerning, and with the blank a justified line adds.
    pub advance: f32,
    /// How far it is set to the right of the pen.
    pub dx: f32,
    /// How far it is set above the line.
    pub dy: f32,
    /// The words it stands for; empty for the later glyphs of one cluster.
    pub text: SmolStr,
}

impl Glyph {
    /// Says whether it is a blank between words.
    pub(super) fn is_blank(&self) -> bool {
        self.text == " " || self.text.starts_with(NO_BREAK)
    }
}

/// What words share that are shaped alike.
type Shaped = (Face, Lang, Option<Script>);

/// The faces, read once for a paper.
pub struct Faces {
    faces: Vec<Font>,
    widths: RefCell<HashMap<(Face, Lang), HashMap<String, f32>>>,
    /// How words of a script are shaped, worked out once: it takes longer than shaping a word by it.
    plans: RefCell<HashMap<Shaped, Rc<ShapePlan>>>,
    /// Taken again for the next words.
    buffer: RefCell<Buffer>,
}

impl Faces {
    /// Reads the faces.
    pub fn load() -> Result<Self, Error> {
        let faces = Face::ALL
            .into_iter()
            .map(|face| Font::new(face.bytes(), 0).ok_or(Error::Face(face.postscript())))
            .collect::<Result<_, _>>()?;
        Ok(Self { faces, widths: RefCell::default(), plans: RefCell::default(), buffer: RefCell::new(Buffer::new()) })
    }

    /// Turns words into glyphs. A letter without a shape is an error here, before anything is written: never an empty box on the page.
    pub fn shape(&self, face: Face, words: &str, lang: Lang) -> Result<Vec<Glyph>, Error> {
        let font = self.faces.get(face as usize).ok_or(Error::Face(face.postscript()))?;
        let shaper = ShaperFont::new(font);
        let mut buffer = self.buffer.borrow_mut();
        buffer.clear();
        buffer.push_str(words);
        buffer.set_direction(Direction::LeftToRight);
        buffer.guess_segment_properties();
        buffer.set_language(lang.code().parse::<Language>().ok());
        let plan =
            Rc::clone(self.plans.borrow_mut().entry((face, lang, buffer.script())).or_insert_with(|| {
                Rc::new(ShapePlan::new(font, Direction::LeftToRight, buffer.script(), buffer.language(), &[]))
            }));
        harfrust::shape(&shaper, &mut buffer, ShapeOptions::new().plan(Some(&plan))).map_err(|_| Error::Shaping)?;
        let scale = 1_000.0 / f32::from(font.units_per_em());
        let clusters: Vec<usize> = buffer.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let mut glyphs = Vec::with_capacity(clusters.len());
        for ((info, position), (place, start)) in
            buffer.glyph_infos().iter().zip(buffer.glyph_positions()).zip(clusters.iter().copied().enumerate())
        {
            let opens = place == 0 || clusters.get(place - 1) != Some(&start);
            let end = clusters.iter().skip(place).copied().find(|later| *later > start).unwrap_or(words.len());
            let text = if opens { words.get(start..end).unwrap_or_default() } else { "" };
            let id = u16::try_from(info.glyph_id).map_err(|_| Error::Shaping)?;
            if id == 0 {
                let lacking = || Missing { letters: text.to_owned(), place: words.to_owned() };
                return Err(Error::GlyphMissing(missing([words]).unwrap_or_else(lacking)));
            }
            glyphs.push(Glyph {
                id,
                width: whole(shaper.glyph_h_advance(GlyphId::new(info.glyph_id)), scale),
                advance: scaled(position.x_advance, scale),
                dx: scaled(position.x_offset, scale),
                dy: scaled(position.y_offset, scale),
                text: text.into(),
            });
        }
        Ok(glyphs)
    }

    /// Returns the width of words in thousandths of the size; measured once.
    pub fn width(&self, face: Face, words: &str, lang: Lang) -> Result<f32, Error> {
        if let Some(width) = self.widths.borrow().get(&(face, lang)).and_then(|known| known.get(words)) {
            return Ok(*width);
        }
        let mut width = 0.0;
        for (face, words) in stretches(face, words) {
            width += advance(&self.shape(face, words, lang)?);
        }
        self.widths.borrow_mut().entry((face, lang)).or_default().insert(words.to_owned(), width);
        Ok(width)
    }
}

/// Returns how far the pen moves over some glyphs, in thousandths of the size.
pub(super) fn advance(glyphs: &[Glyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.advance).sum()
}

#[allow(clippy::cast_precision_loss, reason = "font units stay far below 2^24")]
fn scaled(units: i32, scale: f32) -> f32 {
    units as f32 * scale
}

#[allow(clippy::cast_possible_truncation, reason = "cut on purpose, as the PDF writer cuts it")]
fn whole(units: i32, scale: f32) -> i32 {
    scaled(units, scale) as i32
}

/// Makes words ready to be set: no signs that have no shape, and blanks that must not break.
pub(super) fn tidy(words: &str, lang: Lang) -> String {
    bind(&clean(words), lang)
}

/// Takes away what has no shape, and makes every blank a plain one or an unbreakable one.
pub(super) fn clean(words: &str) -> String {
    let plain = |c: char| if c.is_whitespace() && c != NO_BREAK { ' ' } else { c };
    words.chars().map(plain).filter(|c| !is_unseen(*c)).collect()
}

/// Makes the blanks that hold words together unbreakable. The number of letters stays the same.
pub(super) fn bind(words: &str, lang: Lang) -> String {
    let letters: Vec<char> = words.chars().collect();
    let bound = |place: usize| binds(letters.get(..place).unwrap_or_default(), letters.get(place + 1), lang);
    letters.iter().enumerate().map(|(place, c)| if *c == ' ' && bound(place) { NO_BREAK } else { *c }).collect()
}

/// Control signs, joiners, marks of direction and choosers of a variant have no place in a paper that runs from left to right.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, SOFT_HYPHEN | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Says whether the blank between these letters holds its words together: after a number or №, after ст. and its like, before a
/// dash, between a dash and a number, and after a preposition of one letter in Russian.
fn binds(before: &[char], after: Option<&char>, lang: Lang) -> bool {
    let Some(after) = after else { return false };
    let start = before.iter().rposition(|c| c.is_whitespace()).map_or(0, |at| at + 1);
    let word: String = before.iter().skip(start).collect();
    let number = word.chars().next_back().is_some_and(|c| c.is_ascii_digit() || c == '%');
    let sign = matches!(word.as_str(), "№" | "§" | "ст." | "п." | "пп." | "art." | "No." | "№№");
    let preposition = lang == Lang::Ru && word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let dash = matches!(after, '–' | '—') || (matches!(word.as_str(), "–" | "—") && after.is_ascii_digit());
    (number && (after.is_alphabetic() || matches!(after, '%' | '₸' | '/'))) || sign || preposition || dash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_signs_keep_their_words() {
        let check = |words: &str, lang, expect: &str| assert_eq!(tidy(words, lang).replace(NO_BREAK, "~"), expect);
        check("Бағаланған 41 материал: 95 % аралық", Lang::Kk, "Бағаланған 41~материал: 95~%~аралық");
        check("ст. 41-1, № 25 и п. 3", Lang::Ru, "ст.~41-1, №~25~и~п.~3");
        check("Закон — в силе", Lang::Ru, "Закон~— в~силе");
        check("one\ntwo\u{200b} thr\u{ad}ee", Lang::En, "one two three");
    }

    #[test]
    fn every_face_has_the_letters_of_three_languages_and_the_signs_of_papers() {
        let faces = Faces::load().unwrap();
        let signs = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯаәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя\
                     ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \u{a0}«»„“”’№§₸%–—·…-/.,:;!?()[]@#&+=*";
        for face in Face::ALL {
            assert!(faces.shape(face, signs, Lang::Kk).is_ok(), "{face:?}");
        }
    }

    #[test]
    fn a_letter_without_a_shape_is_an_error() {
        let faces = Faces::load().unwrap();
        let Err(Error::GlyphMissing(missing)) = faces.shape(Face::Serif, "ab語", Lang::En) else { panic!("shaped") };
        assert_eq!((missing.letters.as_str(), missing.place.as_str()), ("語", "ab語"));
    }

    #[test]
    fn all_missing_letters_are_named_once_with_their_place() {
        let texts = ["Қазақ тілі", "  Жазба: قازاق قا", "日本 日本"];
        let Some(found) = missing(texts) else { panic!("nothing is missing") };
        assert_eq!(found.letters, "قاز日本");
        assert_eq!(found.place, "Жазба: قازاق قا");
        assert_eq!(missing(["Ҳаққ, № 5 → ✓ \u{200d}\u{fe0f}"]), None);
    }

    #[test]
    fn words_of_others_are_printed_letter_by_letter_or_by_code() {
        let check = |words: &str, expect: &str| assert_eq!(printable(words), expect);
        check("Қазақша, русский, English: ₸ № «»", "Қазақша, русский, English: ₸ № «»");
        check("يا", "[U+064A][U+0627]");
        check("שלום!", "[U+05E9][U+05DC][U+05D5][U+05DD]!");
        check("😀 бала", "[U+1F600] бала");
        check("👩\u{200d}💻", "[U+1F469][U+200D][U+1F4BB]");
        check("🇰🇿", "[U+1F1F0][U+1F1FF]");
        check("語文", "[U+8A9E][U+6587]");
        check("а\u{202e}б\u{ad}в", "а[U+202E]б[U+00AD]в");
        check("бір\nекі\u{a0}үш", "бір\nекі\u{a0}үш");
        check("ҳаққ", "ҳаққ");
        check("й", "й");
    }

    #[test]
    fn what_is_printable_has_a_shape_in_every_face() {
        let faces = Faces::load().unwrap();
        for code in (0x20..0x3_0000).chain(0x1_f000..0x1_fb00) {
            let Some(letter) = char::from_u32(code) else { continue };
            let shown = printable(&letter.to_string());
            for face in [Face::Serif, Face::SansStrong, Face::Mono] {
                for (face, words) in stretches(face, &clean(&shown)) {
                    assert!(faces.shape(face, words, Lang::Kk).is_ok(), "{code:x} {face:?}");
                }
            }
        }
    }

    #[test]
    fn glyphs_say_which_words_they_stand_for() {
        let faces = Faces::load().unwrap();
        for words in ["office fi", "Й\u{438}\u{306}ё", "ғылым"] {
            let back: String = faces.shape(Face::Serif, words, Lang::Kk).unwrap().iter().map(|g| g.text.as_str()).collect();
            assert_eq!(back, words);
        }
    }
}
