//! What all kinds of chart are drawn with: measured and wrapped words, lines, dashes, the marks of a series, places that lead somewhere.

use super::super::Error;
use super::super::display::{Color, Point};
use super::super::shape::{Face, Faces, tidy};
use super::kinds::Series;
use super::picture::Spot;
use super::{Anchor, LABEL, Palette, Prim, SMALL, Scene};
use crate::texts::Lang;

/// Distance of base lines of wrapped words.
pub(super) const LEAD: f32 = 10.6;
const DASH: f32 = 2.4;

/// A style of words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Type {
    pub(super) face: Face,
    pub(super) size: f32,
    pub(super) color: Color,
}

/// A chart that is being drawn, from top to bottom.
pub(super) struct Canvas<'a> {
    pub(super) palette: &'a Palette,
    pub(super) faces: &'a Faces,
    pub(super) lang: Lang,
    pub(super) width: f32,
    pub(super) prims: Vec<Prim>,
    pub(super) spots: Vec<Spot>,
}

impl<'a> Canvas<'a> {
    pub(super) const fn new(palette: &'a Palette, faces: &'a Faces, lang: Lang, width: f32) -> Self {
        Self { palette, faces, lang, width, prims: Vec::new(), spots: Vec::new() }
    }

    pub(super) fn done(self, height: f32) -> Scene {
        Scene { width: self.width, height, prims: self.prims, spots: self.spots }
    }

    pub(super) const fn label(&self) -> Type {
        Type { face: Face::Sans, size: LABEL, color: self.palette.ink }
    }

    pub(super) const fn strong(&self) -> Type {
        Type { face: Face::SansStrong, size: LABEL, color: self.palette.ink }
    }

    pub(super) const fn muted(&self) -> Type {
        Type { face: Face::Sans, size: LABEL, color: self.palette.muted }
    }

    pub(super) const fn small(&self) -> Type {
        Type { face: Face::Sans, size: SMALL, color: self.palette.muted }
    }

    pub(super) const fn reason(&self) -> Type {
        Type { face: Face::SansSlanted, size: LABEL, color: self.palette.muted }
    }

    /// Returns the width of words.
    pub(super) fn measure(&self, words: &str, style: Type) -> Result<f32, Error> {
        Ok(self.faces.width(style.face, &tidy(words, self.lang), self.lang)? * style.size / 1_000.0)
    }

    /// Returns the width of the longest of some words, or 0.
    pub(super) fn widest<'w>(&self, words: impl IntoIterator<Item = &'w str>, style: Type) -> Result<f32, Error> {
        words.into_iter().try_fold(0.0_f32, |widest, words| Ok(widest.max(self.measure(words, style)?)))
    }

    /// Breaks words into lines of a width, between words, and inside one where it is wider than a line.
    pub(super) fn wrapped(&self, words: &str, style: Type, width: f32) -> Result<Vec<String>, Error> {
        let mut lines: Vec<String> = Vec::new();
        for word in tidy(words, self.lang).split(' ').filter(|word| !word.is_empty()) {
            let joined = lines.last().map(|line| format!("{line} {word}"));
            match joined {
                Some(joined) if self.measure(&joined, style)? <= width => {
                    if let Some(line) = lines.last_mut() {
                        *line = joined;
                    }
                }
                _ => lines.extend(self.cut(word, style, width)?),
            }
        }
        Ok(lines)
    }

    fn cut(&self, word: &str, style: Type, width: f32) -> Result<Vec<String>, Error> {
        let mut parts = vec![String::new()];
        for letter in word.chars() {
            let Some(last) = parts.last_mut() else { break };
            let longer = format!("{last}{letter}");
            if last.is_empty() || self.measure(&longer, style)? <= width {
                *last = longer
            } else {
                parts.push(letter.to_string())
            }
        }
        Ok(parts)
    }

    pub(super) fn text(&mut self, at: Point, words: &str, style: Type, anchor: Anchor) {
        let Type { face, size, color } = style;
        if !words.is_empty() {
            self.prims.push(Prim::Text { at, words: tidy(words, self.lang), face, size, color, anchor });
        }
    }

    /// Sets lines one below the other, the first base line at a height.
    pub(super) fn lines(&mut self, at: Point, lines: &[String], style: Type, anchor: Anchor) {
        let mut y = at.1;
        for line in lines {
            self.text((at.0, y), line, style, anchor);
            y += LEAD;
        }
    }

    pub(super) fn line(&mut self, from: Point, to: Point, color: Color, width: f32) {
        self.prims.push(Prim::Line { points: vec![from, to], color, width });
    }

    pub(super) fn rect(&mut self, at: Point, size: (f32, f32), fill: Color) {
        if size.0 > 0.0 && size.1 > 0.0 {
            self.prims.push(Prim::Rect { at, size, fill });
        }
    }

    /// Draws an upright or level line in dashes. The dashes are lines of their own, so every engine draws the same ones.
    pub(super) fn dashed(&mut self, from: Point, to: Point, color: Color, width: f32) {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy);
        let mut start = 0.0;
        while start < length {
            let end = (start + DASH).min(length);
            let at = |way: f32| (from.0 + dx * way / length, from.1 + dy * way / length);
            self.line(at(start), at(end), color, width);
            start += DASH * 1.8;
        }
    }

    /// Colour of a series: apart in lightness as well as in hue.
    pub(super) const fn hue(&self, series: usize) -> Color {
        if series == 0 { self.palette.criticism } else { self.palette.bullying }
    }

    /// Draws the mark of a series: a full circle for the first, a diamond for the second.
    pub(super) fn mark(&mut self, series: usize, (x, y): Point) {
        let fill = self.hue(series);
        let paper = self.palette.paper;
        if series == 0 {
            self.prims.push(Prim::Dot { at: (x, y), radius: 4.1, fill: paper });
            self.prims.push(Prim::Dot { at: (x, y), radius: 3.3, fill });
        } else {
            let diamond = |r: f32| vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)];
            self.prims.push(Prim::Polygon { points: diamond(5.3), fill: paper });
            self.prims.push(Prim::Polygon { points: diamond(4.3), fill });
        }
    }

    /// Draws the head of a line that goes on beyond the picture.
    pub(super) fn arrow(&mut self, (x, y): Point, to_right: bool, fill: Color) {
        let tip = if to_right { 6.0 } else { -6.0 };
        self.prims.push(Prim::Polygon { points: vec![(x, y - 3.2), (x + tip, y), (x, y + 3.2)], fill });
    }

    /// Names the series above the chart; returns where the chart begins.
    pub(super) fn key(&mut self, series: &[Series]) -> Result<f32, Error> {
        let mut y = 0.0;
        for (place, one) in series.iter().enumerate() {
            self.mark(place, (6.0, y + 6.0));
            let sign = self.measure(&one.sign, self.strong())?;
            self.text((14.0, y + 9.0), &one.sign, self.strong(), Anchor::Start);
            let left = 14.0 + sign + 6.0;
            let lines = self.wrapped(&one.name, self.label(), self.width - left)?;
            self.lines((left, y + 9.0), &lines, self.label(), Anchor::Start);
            y += LEAD * small(lines.len().max(1)) + 3.0;
        }
        Ok(if series.is_empty() { 0.0 } else { y + 4.0 })
    }

    /// Draws an outline filled with slanting lines.
    pub(super) fn hatched(&mut self, at: Point, size: (f32, f32), color: Color) {
        super::hatched(&mut self.prims, at, size, color);
    }

    /// Draws the shape of a verdict.
    pub(super) fn shape(&mut self, verdict: &str, middle: Point, fill: Color) {
        super::shape(&mut self.prims, verdict, middle, fill);
    }

    /// Keeps a place that leads to what a value counts.
    pub(super) fn spot(&mut self, code: &str, series: usize, at: Point, size: (f32, f32)) {
        self.spots.push(Spot { code: code.to_owned(), series, at, size });
    }
}

/// Returns a small number of lines or rows as a length.
pub(super) fn small(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

/// Returns a count as a number to draw with.
#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
pub(super) const fn real(count: u64) -> f64 {
    count as f64
}
