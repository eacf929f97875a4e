//! Lines out of words: the whole paragraph is weighed at once (Knuth and Plass 1981), over the chances that UAX #14 and hyphenation give.

use super::Error;
use super::display::Color;
use super::hyphen;
use super::shape::{Face, Faces, Glyph, SOFT_HYPHEN, advance, bind, clean, stretches};
use crate::texts::{Lang, NO_BREAK};
use unicode_normalization::char::is_combining_mark;

/// How far the blanks of a justified line may grow and shrink, as shares of their width.
const STRETCH: f32 = 0.6;
const SHRINK: f32 = 0.28;

/// Demerits, in the unit in which a line with its blanks stretched to the full has a hundred.
const HYPHEN: f32 = 36.0;
const HYPHEN_IN_WORD: f32 = 22.0;
const CUT: f32 = 1e5;
const HYPHENS_IN_A_ROW: f32 = 220.0;
const HYPHEN_BEFORE_LAST: f32 = 300.0;
const SHORT_LAST_LINE: f32 = 60.0;
const LOOSE: f32 = 120.0;
const EVERY_LINE: f32 = 8.0;
const OVERFULL: f32 = 1e8;

/// The look of some words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Face.
    pub face: Face,
    /// Size in points.
    pub size: f32,
    /// Colour.
    pub color: Color,
}

/// How lines stand in their column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Both edges straight.
    Justified,
    /// Left edge straight; long words may be divided.
    Ragged,
    /// Left edge straight, words whole.
    Left,
    /// Right edge straight, words whole.
    Right,
}

/// Some words of one look, as a part of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Their look.
    pub style: Style,
    /// Their language, where it is not that of the paper.
    pub lang: Option<Lang>,
    /// How far they stand above the line, in points.
    pub rise: f32,
    /// No line ends before them: the mark of a footnote stays with its word.
    pub clings: bool,
}

impl Piece {
    /// Makes words of a look.
    pub fn new(text: impl Into<String>, style: Style) -> Self {
        Self { text: text.into(), style, lang: None, rise: 0.0, clings: false }
    }
}

/// Glyphs of one look on a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Number of the piece whose words they are.
    pub piece: usize,
    /// Look.
    pub style: Style,
    /// How far they stand above the line, in points.
    pub rise: f32,
    /// Distance from the left edge of the column.
    pub x: f32,
    /// Glyphs.
    pub glyphs: Vec<Glyph>,
}

/// A line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its runs from left to right.
    pub runs: Vec<Run>,
    /// Its width without hanging signs.
    pub width: f32,
}

/// A place where a line may end, with sums from the start of the paragraph.
#[derive(Debug, Clone, Copy)]
struct Chance {
    /// Where the line's words end.
    end: usize,
    /// Where the next line's words start.
    next: usize,
    /// A hyphen is added here.
    hyphen: bool,
    /// What ending here costs.
    penalty: f32,
    /// Width up to `end` and up to `next`.
    width_end: f32,
    width_next: f32,
    /// Width of the blanks up to `end` and up to `next`.
    blanks_end: f32,
    blanks_next: f32,
}

/// Where one look ends in the text of a paragraph.
#[derive(Debug, Clone, Copy)]
struct Look {
    end: usize,
    piece: usize,
    style: Style,
    lang: Lang,
    rise: f32,
}

/// A paragraph ready to be measured: one text, and where each look ends in it.
struct Paragraph<'a> {
    faces: &'a Faces,
    text: String,
    looks: Vec<Look>,
    /// Where a piece begins that clings to what is before it.
    clinging: Vec<usize>,
    /// Addresses, digests and the like, which take no hyphen.
    codes: Vec<(usize, usize)>,
}

/// Breaks words of several looks into lines of a width.
pub fn lines(faces: &Faces, pieces: &[Piece], lang: Lang, width: f32, align: Align) -> Result<Vec<Line>, Error> {
    let paragraph = Paragraph::new(faces, pieces, lang);
    if paragraph.text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let chances = paragraph.chances(width, align)?;
    let path = best_path(&chances, width, align);
    let mut lines = Vec::with_capacity(path.len());
    let (mut start, mut width_before) = (0, 0.0);
    for (place, number) in path.iter().enumerate() {
        let Some(chance) = chances.get(*number) else { continue };
        // The last line ends where its words end, unless its blanks must shrink for it to end inside the column.
        let short = place + 1 == path.len() && chance.width_end - width_before <= width;
        lines.push(paragraph.line(start, chance, width, if short && align == Align::Justified { Align::Left } else { align })?);
        (start, width_before) = (chance.next, chance.width_next);
    }
    Ok(lines)
}

impl<'a> Paragraph<'a> {
    fn new(faces: &'a Faces, pieces: &[Piece], lang: Lang) -> Self {
        let (mut text, mut letters, mut ends) = (String::new(), 0, Vec::new());
        let mut clinging_letters = Vec::new();
        for (number, piece) in pieces.iter().enumerate() {
            let words = clean(&piece.text);
            if piece.clings {
                clinging_letters.push(letters);
            }
            for (face, stretch) in stretches(piece.style.face, &words) {
                letters += stretch.chars().count();
                let style = Style { face, ..piece.style };
                ends.push(Look { end: letters, piece: number, style, lang: piece.lang.unwrap_or(lang), rise: piece.rise });
            }
            text.push_str(&words);
        }
        // Bound as a whole, for a number and its word may differ in look; a bound blank takes more bytes, so the ends are found after.
        let text = bind(&text, lang);
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let byte_of = |letter: usize| places.get(letter).copied().unwrap_or(text.len());
        let looks = ends.into_iter().map(|look| Look { end: byte_of(look.end), ..look }).collect();
        let clinging = clinging_letters.into_iter().map(byte_of).collect();
        let codes = codes_of(&text);
        Self { faces, text, looks, clinging, codes }
    }

    /// Returns the look at a place, and its number.
    fn look_at(&self, at: usize) -> usize {
        self.looks.partition_point(|look| look.end <= at)
    }

    /// Cuts a stretch of the text where the look changes.
    fn parts(&self, start: usize, end: usize) -> impl Iterator<Item = (usize, usize, Look)> + '_ {
        let mut from = start;
        self.looks.iter().skip(self.look_at(start)).take_while(move |look| start < end && look.end > start).map_while(
            move |look| {
                let (begin, to) = (from, end.min(look.end));
                from = to;
                (begin < to).then_some((begin, to, *look))
            },
        )
    }

    fn measure(&self, start: usize, end: usize) -> Result<f32, Error> {
        let mut width = 0.0;
        for (from, to, look) in self.parts(start, end) {
            let words = self.text.get(from..to).unwrap_or_default();
            width += self.faces.width(look.style.face, words, look.lang)? * look.style.size / 1_000.0;
        }
        Ok(width)
    }

    fn hyphen_width(&self, at: usize) -> Result<f32, Error> {
        let look = self.looks.get(self.look_at(at.saturating_sub(1)));
        look.map_or(Ok(0.0), |look| Ok(self.faces.width(look.style.face, "-", look.lang)? * look.style.size / 1_000.0))
    }

    /// Says whether a place is inside an address, a digest or the like.
    fn is_code(&self, at: usize) -> bool {
        let after = self.codes.partition_point(|(_, end)| *end <= at);
        self.codes.get(after).is_some_and(|(start, _)| *start <= at)
    }

    /// Finds every place where a line may end.
    fn chances(&self, width: f32, align: Align) -> Result<Vec<Chance>, Error> {
        let mut chances = Vec::new();
        let (mut start, mut width_sum, mut blanks_sum) = (0, 0.0, 0.0);
        for (next, _) in unicode_linebreak::linebreaks(&self.text) {
            let segment = self.text.get(start..next).unwrap_or_default();
            let words = segment.trim_end_matches(' ');
            let held = holds_together(segment) || self.clinging.contains(&next);
            if next < self.text.len() && held {
                continue;
            }
            let end = start + words.len();
            let (too_long, blank) = (self.measure(start, end)? > width, self.measure(end, next)?);
            let inner =
                |at: usize| Ok::<_, Error>((width_sum + self.measure(start, at)?, blanks_sum + self.inner_blanks(start, at)?));
            for (at, hyphen) in self.inner_chances(start, words, too_long, align) {
                let (width_end, blanks) = inner(at)?;
                chances.push(Chance {
                    end: at,
                    next: at,
                    hyphen,
                    penalty: if hyphen { HYPHEN } else { CUT },
                    width_end: width_end + if hyphen { self.hyphen_width(at)? } else { 0.0 },
                    width_next: width_end,
                    blanks_end: blanks,
                    blanks_next: blanks,
                });
            }
            let (width_end, blanks_end) = inner(end)?;
            width_sum = width_end + blank;
            blanks_sum = blanks_end + blank;
            let penalty = if words.ends_with('-') && blank <= 0.0 { HYPHEN_IN_WORD } else { 0.0 };
            let (width_next, blanks_next) = (width_sum, blanks_sum);
            chances.push(Chance { end, next, hyphen: false, penalty, width_end, width_next, blanks_end, blanks_next });
            start = next;
        }
        Ok(chances)
    }

    /// Finds hyphenation points in some words; in words too long for any line, every letter is a chance.
    fn inner_chances(&self, start: usize, words: &str, too_long: bool, align: Align) -> Vec<(usize, bool)> {
        let mut found = Vec::new();
        let mut from = 0;
        let divided = too_long || matches!(align, Align::Justified | Align::Ragged);
        if divided && !self.is_code(start) {
            for stretch in words.split_inclusive(|c: char| !c.is_alphabetic()) {
                let word = stretch.trim_end_matches(|c: char| !c.is_alphabetic());
                if let Some(look) = self.looks.get(self.look_at(start + from)) {
                    found.extend(hyphen::points(word, look.lang).into_iter().map(|at| (start + from + at, true)));
                }
                from += stretch.len();
            }
        }
        if too_long {
            let cuts = words.char_indices().skip(1).filter(|(_, letter)| !is_combining_mark(*letter));
            found.extend(cuts.map(|(at, _)| (start + at, false)).filter(|(at, _)| !self.clinging.contains(at)));
            found.sort_by_key(|(at, hyphen)| (*at, !hyphen));
            found.dedup_by_key(|(at, _)| *at);
        }
        found
    }

    /// Measures the unbreakable blanks inside some words: they grow and shrink with the others.
    fn inner_blanks(&self, start: usize, end: usize) -> Result<f32, Error> {
        let words = self.text.get(start..end).unwrap_or_default();
        words.match_indices(NO_BREAK).map(|(at, blank)| self.measure(start + at, start + at + blank.len())).sum()
    }

    /// Sets one line: shaped as a whole, so that kerning runs over its blanks.
    fn line(&self, start: usize, chance: &Chance, width: f32, align: Align) -> Result<Line, Error> {
        let mut runs = Vec::new();
        let mut x = 0.0;
        for (from, to, look) in self.parts(start, chance.end) {
            let words = self.text.get(from..to).unwrap_or_default();
            let hyphenated = chance.hyphen && to == chance.end;
            let mut glyphs = if hyphenated {
                self.faces.shape(look.style.face, &format!("{words}-"), look.lang)?
            } else {
                self.faces.shape(look.style.face, words, look.lang)?
            };
            if let Some(last) = glyphs.last_mut().filter(|_| hyphenated) {
                last.text = SOFT_HYPHEN.to_string().into();
            }
            let run_width = advance(&glyphs) * look.style.size / 1_000.0;
            runs.push(Run { piece: look.piece, style: look.style, rise: look.rise, x, glyphs });
            x += run_width;
        }
        let mut line = Line { runs, width: x };
        match align {
            Align::Justified => line.justify(width),
            Align::Right => line.shift(width - x),
            Align::Ragged | Align::Left => {}
        }
        // The blank at which the line was broken hangs behind it, unseen: without it a screen reader would join two words.
        let broken_word = chance.next == chance.end && chance.end < self.text.len();
        if let Some(run) = line.runs.last_mut().filter(|_| !broken_word) {
            run.glyphs.extend(self.faces.shape(run.style.face, " ", Lang::En)?);
        }
        Ok(line)
    }
}

impl Line {
    fn shift(&mut self, by: f32) {
        for run in &mut self.runs {
            run.x += by;
        }
    }

    /// Spreads what is left of the width over the blanks; a sign at the end hangs into the margin.
    fn justify(&mut self, width: f32) {
        let blanks: u16 = self.runs.iter().flat_map(|run| &run.glyphs).map(|glyph| u16::from(glyph.is_blank())).sum();
        if blanks == 0 {
            return;
        }
        let extra = (width + self.hang() - self.width) / f32::from(blanks);
        let mut x = 0.0;
        for run in &mut self.runs {
            run.x = x;
            for glyph in run.glyphs.iter_mut().filter(|glyph| glyph.is_blank()) {
                glyph.advance += extra * 1_000.0 / run.style.size;
            }
            x += advance(&run.glyphs) * run.style.size / 1_000.0;
        }
        self.width = x;
    }

    fn hang(&self) -> f32 {
        let Some((run, glyph)) = self.runs.last().and_then(|run| run.glyphs.last().map(|glyph| (run, glyph))) else { return 0.0 };
        let share = match glyph.text.chars().next() {
            Some(SOFT_HYPHEN | '-' | '.' | ',') => 0.6,
            Some('»' | '”' | '“') => 0.35,
            _ => 0.0,
        };
        share * glyph.advance * run.style.size / 1_000.0
    }
}

/// Finds the words that are addresses, file names, digests and the like.
fn codes_of(text: &str) -> Vec<(usize, usize)> {
    let mut codes = Vec::new();
    let mut start = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        if is_code(word.trim_matches(|c: char| !c.is_alphanumeric())) {
            codes.push((start, start + word.len()));
        }
        start += word.len();
    }
    codes
}

/// Says whether a word is read by machines rather than people: it has signs of an address inside, or letters mixed with figures.
fn is_code(word: &str) -> bool {
    const MIXED_LETTERS_MIN: usize = 12;
    let inside = |sign: &str| word.split_once(sign).is_some_and(|(before, after)| !before.is_empty() && !after.is_empty());
    let dotted = || {
        let mut parts = word.split('.').map(|part| part.chars().next().is_some_and(|c| c.is_ascii_alphabetic()));
        parts.next() == Some(true) && parts.next() == Some(true)
    };
    let mixed = || {
        word.len() >= MIXED_LETTERS_MIN
            && word.chars().all(|c| c.is_ascii_alphanumeric())
            && word.chars().any(|c| c.is_ascii_digit())
    };
    ["://", "@", "_", "\\"].into_iter().any(inside) || dotted() || mixed()
}

/// Says whether a segment must not end a line: a digit or a percent sign with a hyphen or dash after it (174-бабы, 48 %–76 %).
fn holds_together(segment: &str) -> bool {
    let mut back = segment.chars().rev();
    matches!((back.next(), back.next()), (Some('-' | '–'), Some(before)) if before.is_ascii_digit() || before == '%')
}

/// Finds the cheapest way through the chances; returns the numbers of the chances at which lines end.
fn best_path(chances: &[Chance], width: f32, align: Align) -> Vec<usize> {
    // Node 0 is the start of the paragraph; node k is the end of a line at chance k - 1.
    let mut best: Vec<(f32, usize)> = vec![(0.0, 0)];
    for (number, chance) in chances.iter().enumerate() {
        let mut cheapest = (f32::INFINITY, number);
        for (from, (so_far, _)) in best.iter().enumerate().rev() {
            let previous = from.checked_sub(1).and_then(|n| chances.get(n));
            let line = Candidate::new(previous, chance, width, align, number + 1 == chances.len(), number + 2 == chances.len());
            let cost = so_far + line.demerits();
            if cost < cheapest.0 {
                cheapest = (cost, from);
            }
            if line.width > width * 1.6 {
                break;
            }
        }
        best.push(cheapest);
    }
    let mut path = Vec::new();
    let mut node = best.len() - 1;
    while node > 0 {
        path.push(node - 1);
        node = best.get(node).map_or(0, |(_, from)| *from);
    }
    path.reverse();
    path
}

/// A line that might be set.
struct Candidate {
    width: f32,
    blanks: f32,
    column: f32,
    align: Align,
    is_first: bool,
    is_last: bool,
    is_before_last: bool,
    hyphen: bool,
    hyphen_before: bool,
    penalty: f32,
}

impl Candidate {
    fn new(from: Option<&Chance>, to: &Chance, column: f32, align: Align, is_last: bool, is_before_last: bool) -> Self {
        let (width, blanks) = from.map_or((0.0, 0.0), |chance| (chance.width_next, chance.blanks_next));
        Self {
            width: to.width_end - width,
            blanks: to.blanks_end - blanks,
            column,
            align,
            is_first: from.is_none(),
            is_last,
            is_before_last,
            hyphen: to.hyphen,
            hyphen_before: from.is_some_and(|chance| chance.hyphen),
            penalty: to.penalty,
        }
    }

    fn demerits(&self) -> f32 {
        let mut sum = self.badness() + self.penalty + EVERY_LINE;
        if self.hyphen && self.hyphen_before {
            sum += HYPHENS_IN_A_ROW;
        }
        if self.hyphen && self.is_before_last {
            sum += HYPHEN_BEFORE_LAST;
        }
        sum
    }

    fn badness(&self) -> f32 {
        let left = self.column - self.width;
        let shrink = if self.align == Align::Justified { self.blanks * SHRINK } else { 0.01 };
        if left < -shrink {
            return OVERFULL + 1_000.0 * -left;
        }
        if self.is_last && left >= 0.0 {
            return if self.width < self.column * 0.15 && !self.is_first { SHORT_LAST_LINE } else { 0.0 };
        }
        if self.align != Align::Justified {
            let share = left / self.column;
            return 400.0 * share * share;
        }
        if left < 0.0 {
            let ratio = -left / shrink;
            return 100.0 * ratio * ratio * ratio;
        }
        let stretch = self.blanks * STRETCH;
        let ratio = if stretch > 0.0 { left / stretch } else { 20.0 };
        100.0 * ratio * ratio * ratio + LOOSE * (ratio - 1.0).max(0.0) + 3_000.0 * (ratio - 2.5).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style { face: Face::Serif, size: 10.0, color: [0; 3] };

    fn set(text: &str, lang: Lang, width: f32, align: Align) -> Vec<Line> {
        lines(&Faces::load().unwrap(), &[Piece::new(text, STYLE)], lang, width, align).unwrap()
    }

    fn words(line: &Line) -> String {
        line.runs.iter().flat_map(|run| &run.glyphs).map(|glyph| glyph.text.as_str()).collect()
    }

    fn all(lines: &[Line]) -> Vec<String> {
        lines.iter().map(words).collect()
    }

    const KAZAKH: &str = "Мониторинг тобы сот актілерін, әкімшілік хаттамаларды және ашық дереккөздерді өзара салыстырып тексерді. \
        Қылмыстық кодекстің 174-бабы бойынша қозғалған істердің үлесі өткен кезеңмен салыстырғанда 45 пайызға өсті.";

    #[test]
    fn nothing_is_lost_between_the_lines() {
        for width in [60.0, 120.0, 240.0, 480.0] {
            for align in [Align::Justified, Align::Ragged, Align::Left, Align::Right] {
                let joined = all(&set(KAZAKH, Lang::Kk, width, align)).concat().replace('\u{ad}', "").replace(NO_BREAK, " ");
                assert_eq!(joined.trim_end(), KAZAKH, "{width} {align:?}");
            }
        }
    }

    #[test]
    fn justified_lines_fill_their_column() {
        let set = set(KAZAKH, Lang::Kk, 240.0, Align::Justified);
        let (last, others) = set.split_last().unwrap();
        assert!(last.width <= 240.0);
        for line in others {
            assert!((line.width - 240.0).abs() < 4.0, "{}: {}", line.width, words(line));
        }
    }

    #[test]
    fn a_number_keeps_its_hyphen_and_its_range() {
        for width in (60..200_u16).step_by(2).map(f32::from) {
            for line in all(&set("Кодекстің 174-бабы мен 19-бабына сәйкес үлес 48 %–76 % болды", Lang::Kk, width, Align::Ragged))
            {
                let line = line.trim_end();
                assert!(!line.ends_with("174-") && !line.ends_with('–') && !line.ends_with("48"), "{width}: {line}");
            }
        }
    }

    #[test]
    fn a_word_longer_than_the_line_is_cut_and_stays_inside() {
        let address = "https://example.kz/".to_owned() + &"0123456789".repeat(12);
        for line in set(&address, Lang::En, 100.0, Align::Left) {
            assert!(line.width <= 100.0, "{}", words(&line));
        }
    }

    #[test]
    fn looks_end_where_they_should() {
        let faces = Faces::load().unwrap();
        let strong = Style { face: Face::SerifStrong, ..STYLE };
        let pieces = [Piece::new("Барлығы 41", strong), Piece::new(" материал", STYLE)];
        let set = lines(&faces, &pieces, Lang::Kk, 400.0, Align::Left).unwrap();
        let runs: Vec<(Face, String)> =
            set[0].runs.iter().map(|run| (run.style.face, run.glyphs.iter().map(|g| g.text.as_str()).collect())).collect();
        assert_eq!(runs, [(Face::SerifStrong, "Барлығы 41".into()), (Face::Serif, "\u{a0}материал ".into())]);
    }

    #[test]
    fn an_address_and_a_digest_take_no_hyphen() {
        for code in ["https://example.kz/qazaqstan/jurnalister?a_b=1", &"0a1b".repeat(16), "someone_unusual@example.kz"] {
            let joined = all(&set(code, Lang::Kk, 70.0, Align::Justified)).concat();
            assert!(!joined.contains('\u{ad}'), "{joined}");
            assert_eq!(joined.trim_end(), code);
        }
    }

    #[test]
    fn words_are_divided_in_their_own_language() {
        let faces = Faces::load().unwrap();
        let russian = Piece { lang: Some(Lang::Ru), ..Piece::new("предписание ".repeat(20), STYLE) };
        let set = lines(&faces, &[russian], Lang::Kk, 61.0, Align::Justified).unwrap();
        let ends: Vec<String> = all(&set).into_iter().filter(|line| line.ends_with('\u{ad}')).collect();
        let allowed = ["пред\u{ad}", "предпи\u{ad}", "предписа\u{ad}"];
        assert!(ends.iter().all(|line| allowed.iter().any(|end| line.ends_with(end))), "{ends:?}");
    }

    #[test]
    fn long_kazakh_text_is_set_evenly() {
        use super::super::model::{Block, Part};
        let document = super::super::sample::long(Lang::Kk, 8);
        let faces = Faces::load().unwrap();
        let style = Style { size: 10.4, ..STYLE };
        let mut gaps: Vec<f32> = Vec::new();
        for block in &document.blocks {
            let Block::Paragraph { part: Part::Body, spans } = block else { continue };
            let words: String = spans.iter().map(|span| span.text.as_str()).collect();
            // The measures of numbered paragraphs, of what a person wrote, and of running text in long and short papers.
            for width in [425.0, 443.0, 455.0, 483.0] {
                let set = lines(&faces, &[Piece::new(words.clone(), style)], Lang::Kk, width, Align::Justified).unwrap();
                for line in set.split_last().map_or(&[][..], |(_, others)| others) {
                    let glyphs: Vec<&Glyph> = line.runs.iter().flat_map(|run| &run.glyphs).collect();
                    let shown = glyphs.iter().rposition(|glyph| !glyph.is_blank()).unwrap_or(0);
                    let blanks: Vec<f32> = glyphs[..shown].iter().filter(|g| g.is_blank()).map(|g| g.advance / 1_000.0).collect();
                    if !blanks.is_empty() {
                        #[allow(clippy::cast_precision_loss)]
                        gaps.push(blanks.iter().sum::<f32>() / blanks.len() as f32);
                    }
                }
            }
        }
        gaps.sort_by(f32::total_cmp);
        #[allow(clippy::cast_precision_loss)]
        let (mean, loose) = (
            gaps.iter().sum::<f32>() / gaps.len() as f32,
            gaps.iter().filter(|gap| **gap > 0.40).count() as f32 / gaps.len() as f32,
        );
        let high = gaps[gaps.len() * 95 / 100];
        println!("{} lines: mean {mean:.3} em, 95th percentile {high:.3}, loose {:.1} %", gaps.len(), loose * 100.0);
        assert!(gaps.len() > 150 && mean <= 0.34 && high <= 0.48 && loose <= 0.15, "{mean} {high} {loose}");
    }

    #[test]
    fn no_words_make_no_lines() {
        assert!(set("  ", Lang::En, 100.0, Align::Justified).is_empty());
    }
}
