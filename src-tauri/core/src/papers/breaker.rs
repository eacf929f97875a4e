//! Lines out of words: the whole paragraph is weighed at once (Knuth and Plass 1981), over the chances that UAX #14 and hyphenation give.

use super::Error;
use super::display::Color;
use super::hyphen;
use super::shape::{Face, Faces, Glyph, SOFT_HYPHEN, advance, bind, clean};
use crate::texts::{Lang, NO_BREAK};

/// How far the blanks of a justified line may grow and shrink, as shares of their width.
const STRETCH: f32 = 0.6;
const SHRINK: f32 = 0.28;

/// Demerits, in the unit in which a line with its blanks stretched to the full has a hundred.
const HYPHEN: f32 = 90.0;
const HYPHEN_IN_WORD: f32 = 22.0;
const CUT: f32 = 1e5;
const HYPHENS_IN_A_ROW: f32 = 400.0;
const HYPHEN_BEFORE_LAST: f32 = 300.0;
const SHORT_LAST_LINE: f32 = 60.0;
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

/// Glyphs of one look on a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Look.
    pub style: Style,
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

/// A paragraph ready to be measured: one text, and where each look ends in it.
struct Paragraph<'a> {
    faces: &'a Faces,
    lang: Lang,
    text: String,
    looks: Vec<(usize, Style)>,
}

/// Breaks words of several looks into lines of a width.
pub fn lines(faces: &Faces, words: &[(String, Style)], lang: Lang, width: f32, align: Align) -> Result<Vec<Line>, Error> {
    let paragraph = Paragraph::new(faces, words, lang);
    if paragraph.text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let chances = paragraph.chances(width, align)?;
    let path = best_path(&chances, width, align);
    let mut lines = Vec::with_capacity(path.len());
    let mut start = 0;
    for (place, number) in path.iter().enumerate() {
        let Some(chance) = chances.get(*number) else { continue };
        let last = place + 1 == path.len();
        lines.push(paragraph.line(start, chance, width, if last && align == Align::Justified { Align::Left } else { align })?);
        start = chance.next;
    }
    Ok(lines)
}

impl<'a> Paragraph<'a> {
    fn new(faces: &'a Faces, words: &[(String, Style)], lang: Lang) -> Self {
        let mut text = String::new();
        let mut letters_until = Vec::new();
        for (part, style) in words {
            text.push_str(&clean(part));
            letters_until.push((text.chars().count(), *style));
        }
        // Bound as a whole, for a number and its word may differ in look; a bound blank takes more bytes, so the ends are found after.
        let text = bind(&text, lang);
        let byte_of = |letter: usize| text.char_indices().nth(letter).map_or(text.len(), |(at, _)| at);
        let looks = letters_until.into_iter().map(|(letter, style)| (byte_of(letter), style)).collect();
        Self { faces, lang, text, looks }
    }

    /// Cuts a stretch of the text where the look changes.
    fn parts(&self, start: usize, end: usize) -> Vec<(usize, usize, Style)> {
        let mut from = start;
        let mut parts = Vec::new();
        for (look_end, style) in &self.looks {
            let to = end.min(*look_end);
            if from < to {
                parts.push((from, to, *style));
                from = to;
            }
        }
        parts
    }

    fn measure(&self, start: usize, end: usize) -> Result<f32, Error> {
        let mut width = 0.0;
        for (from, to, style) in self.parts(start, end) {
            let words = self.text.get(from..to).unwrap_or_default();
            width += self.faces.width(style.face, words, self.lang)? * style.size / 1_000.0;
        }
        Ok(width)
    }

    fn hyphen_width(&self, at: usize) -> Result<f32, Error> {
        let style = self.looks.iter().find(|(end, _)| at <= *end).map(|(_, style)| *style);
        style.map_or(Ok(0.0), |style| Ok(self.faces.width(style.face, "-", self.lang)? * style.size / 1_000.0))
    }

    /// Finds every place where a line may end.
    fn chances(&self, width: f32, align: Align) -> Result<Vec<Chance>, Error> {
        let mut chances = Vec::new();
        let (mut start, mut width_sum, mut blanks_sum) = (0, 0.0, 0.0);
        for (next, _) in unicode_linebreak::linebreaks(&self.text) {
            let segment = self.text.get(start..next).unwrap_or_default();
            let words = segment.trim_end_matches(' ');
            if next < self.text.len() && holds_together(segment) {
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
        if too_long || matches!(align, Align::Justified | Align::Ragged) {
            for stretch in words.split_inclusive(|c: char| !c.is_alphabetic()) {
                let word = stretch.trim_end_matches(|c: char| !c.is_alphabetic());
                found.extend(hyphen::points(word, self.lang).into_iter().map(|at| (start + from + at, true)));
                from += stretch.len();
            }
        }
        if too_long {
            found.extend(words.char_indices().skip(1).map(|(at, _)| (start + at, false)));
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
        for (from, to, style) in self.parts(start, chance.end) {
            let mut words = self.text.get(from..to).unwrap_or_default().to_owned();
            let hyphenated = chance.hyphen && to == chance.end;
            if hyphenated {
                words.push('-');
            }
            let mut glyphs = self.faces.shape(style.face, &words, self.lang)?;
            if let Some(last) = glyphs.last_mut().filter(|_| hyphenated) {
                last.text = SOFT_HYPHEN.to_string();
            }
            let run_width = advance(&glyphs) * style.size / 1_000.0;
            runs.push(Run { style, x, glyphs });
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
            run.glyphs.extend(self.faces.shape(run.style.face, " ", self.lang)?);
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
        100.0 * ratio * ratio * ratio + 3_000.0 * (ratio - 2.5).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style { face: Face::Serif, size: 10.0, color: [0; 3] };

    fn set(text: &str, lang: Lang, width: f32, align: Align) -> Vec<Line> {
        lines(&Faces::load().unwrap(), &[(text.to_owned(), STYLE)], lang, width, align).unwrap()
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
        let set =
            lines(&faces, &[("Барлығы 41".into(), strong), (" материал".into(), STYLE)], Lang::Kk, 400.0, Align::Left).unwrap();
        let runs: Vec<(Face, String)> =
            set[0].runs.iter().map(|run| (run.style.face, run.glyphs.iter().map(|g| g.text.as_str()).collect())).collect();
        assert_eq!(runs, [(Face::SerifStrong, "Барлығы 41".into()), (Face::Serif, "\u{a0}материал ".into())]);
    }

    #[test]
    fn no_words_make_no_lines() {
        assert!(set("  ", Lang::En, 100.0, Align::Justified).is_empty());
    }
}
