//! Pages and charts as SVG for the window. Only presentation attributes, no style sheet, no script, no address: it can stand inside a
//! page under a strict content policy. Every word is escaped.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::Error;
use super::chart::{Anchor, Prim, Scene};
use super::display::{Color, Item, PAGE_HEIGHT, PAGE_WIDTH, Page, Paged, Point, Turn};
use super::jpeg::{laid, without_camera};
use super::shape::{Face, Faces, Glyph, SOFT_HYPHEN};
use crate::texts::Lang;

/// Draws each page.
#[cfg(test)]
pub(super) fn pages(paged: &Paged) -> Vec<String> {
    range(paged, 0, paged.pages.len())
}

/// Draws some pages, from a page counted from 0.
pub(super) fn range(paged: &Paged, first: usize, count: usize) -> Vec<String> {
    paged.pages.iter().skip(first).take(count).map(|page| one_page(page, paged)).collect()
}

fn one_page(page: &Page, paged: &Paged) -> String {
    let mut svg = Svg::new((PAGE_WIDTH, PAGE_HEIGHT), paged.lang, None);
    svg.rect((0.0, 0.0), (PAGE_WIDTH, PAGE_HEIGHT), [0xff; 3]);
    for item in &page.items {
        match item {
            Item::Text { face, size, color, at, glyphs } => svg.glyphs(*face, *size, *color, *at, glyphs),
            Item::Rect { at, size, fill } => svg.rect(*at, *size, *fill),
            Item::Line { points, color, width } => svg.line(points, *color, *width),
            Item::Polygon { points, fill } => svg.polygon(points, *fill),
            Item::Dot { at, radius, fill } => svg.dot(*at, *radius, *fill),
            Item::Jpeg { at, size, jpeg, turn } => svg.photo(*at, *size, jpeg, *turn),
            // The preview is a picture: it leads nowhere, and its tree is that of the PDF.
            Item::Link { .. } | Item::Open { .. } | Item::Decoration | Item::Furniture { .. } | Item::Close => {}
        }
    }
    svg.done()
}

/// Draws a chart, named for those who do not see it. Words are as wide as the shaper measured them, so that columns end where they end on
/// paper.
pub(super) fn scene(scene: &Scene, alt: &str, lang: Lang, faces: &Faces) -> Result<String, Error> {
    let mut svg = Svg::new((scene.width, scene.height), lang, Some(alt));
    for prim in &scene.prims {
        match prim {
            Prim::Rect { at, size, fill } => svg.rect(*at, *size, *fill),
            Prim::Line { points, color, width } => svg.line(points, *color, *width),
            Prim::Polygon { points, fill } => svg.polygon(points, *fill),
            Prim::Dot { at, radius, fill } => svg.dot(*at, *radius, *fill),
            Prim::Text { at, words, face, size, color, anchor } => {
                let width = faces.width(*face, words, lang)? * size / 1_000.0;
                svg.open_text(*face, *size, *color, *at, (*anchor, width));
                svg.words(words);
                svg.close_text();
            }
        }
    }
    Ok(svg.done())
}

struct Svg {
    out: String,
}

impl Svg {
    /// Opens a picture; one with a name is read by its name alone.
    fn new(size: (f32, f32), lang: Lang, name: Option<&str>) -> Self {
        let mut svg = Self { out: String::new() };
        let (width, height, lang) = (short(size.0), short(size.1), lang.code());
        let head = r#"<svg xmlns="http://www.w3.org/2000/svg""#;
        put(
            &mut svg.out,
            format_args!(r#"{head} viewBox="0 0 {width} {height}" width="{width}" height="{height}" lang="{lang}""#),
        );
        if let Some(name) = name {
            svg.out.push_str(r#" role="img" aria-label=""#);
            svg.words(name);
            svg.out.push('"');
        }
        svg.out.push('>');
        svg
    }

    fn done(mut self) -> String {
        self.out.push_str("</svg>");
        self.out
    }

    fn rect(&mut self, at: Point, size: (f32, f32), fill: Color) {
        let (x, y, width, height) = (short(at.0), short(at.1), short(size.0), short(size.1));
        put(&mut self.out, format_args!(r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{}"/>"#, hex(fill)));
    }

    fn line(&mut self, points: &[Point], color: Color, width: f32) {
        let (points, color, width) = (joined(points), hex(color), short(width));
        put(&mut self.out, format_args!(r#"<polyline points="{points}" fill="none" stroke="{color}" stroke-width="{width}"/>"#));
    }

    fn polygon(&mut self, points: &[Point], fill: Color) {
        put(&mut self.out, format_args!(r#"<polygon points="{}" fill="{}"/>"#, joined(points), hex(fill)));
    }

    fn dot(&mut self, at: Point, radius: f32, fill: Color) {
        put(
            &mut self.out,
            format_args!(r#"<circle cx="{}" cy="{}" r="{}" fill="{}"/>"#, short(at.0), short(at.1), short(radius), hex(fill)),
        );
    }

    fn photo(&mut self, at: Point, size: (f32, f32), jpeg: &[u8], turn: Turn) {
        let [a, b, c, d, e, f] = laid(turn, at, size).map(short);
        put(
            &mut self.out,
            format_args!(
                r#"<image width="1" height="1" preserveAspectRatio="none" transform="matrix({a} {b} {c} {d} {e} {f})" href="data:image/jpeg;base64,"#
            ),
        );
        STANDARD.encode_string(without_camera(jpeg), &mut self.out);
        self.out.push_str(r#""/>"#);
    }

    fn open_text(&mut self, face: Face, size: f32, color: Color, at: Point, (anchor, width): (Anchor, f32)) {
        self.begin_text(face, size, color, at);
        match anchor {
            Anchor::Start => {}
            Anchor::Middle => self.out.push_str(r#" text-anchor="middle""#),
            Anchor::End => self.out.push_str(r#" text-anchor="end""#),
        }
        self.as_wide(width, "spacingAndGlyphs");
        self.out.push('>');
    }

    /// Begins the tag of a text, to which more can be added.
    fn begin_text(&mut self, face: Face, size: f32, color: Color, at: Point) {
        let (family, size, fill) = (face.family(), short(size), hex(color));
        put(
            &mut self.out,
            format_args!(
                r#"<text x="{}" y="{}" font-family="{family}" font-size="{size}" fill="{fill}""#,
                short(at.0),
                short(at.1)
            ),
        );
        if face.is_strong() {
            self.out.push_str(r#" font-weight="600""#);
        }
        if face.is_slanted() {
            self.out.push_str(r#" font-style="italic""#);
        }
    }

    /// Sets the width of a text that is open.
    fn as_wide(&mut self, width: f32, adjust: &str) {
        if width > 0.0 {
            put(&mut self.out, format_args!(r#" textLength="{}" lengthAdjust="{adjust}""#, short(width)));
        }
    }

    fn close_text(&mut self) {
        self.out.push_str("</text>");
    }

    /// Sets shaped glyphs: each word stands where the shaper put it and is as wide as on paper, whatever the screen's own font
    /// renderer makes of small letters.
    fn glyphs(&mut self, face: Face, size: f32, color: Color, at: Point, glyphs: &[Glyph]) {
        let mut pen = 0.0;
        for word in glyphs.chunk_by(|left, right| !left.is_blank() || right.is_blank()) {
            let width: f32 = word.iter().filter(|glyph| !glyph.is_blank()).map(|glyph| glyph.advance).sum();
            self.begin_text(face, size, color, (at.0 + pen * size / 1_000.0, at.1));
            // Dots that lead to a page number stand apart; they do not grow wide.
            let leader = word.len() > 3 && word.iter().all(|glyph| glyph.text == ".");
            let last = word.last().filter(|_| leader).map_or(0.0, |glyph| glyph.advance);
            self.as_wide((width - last) * size / 1_000.0, if leader { "spacing" } else { "spacingAndGlyphs" });
            self.out.push('>');
            // A blank behind the word would share its width; where the next word stands tells it as well.
            for glyph in word.iter().filter(|glyph| !glyph.is_blank()) {
                self.words(&glyph.text.replace(SOFT_HYPHEN, "-"));
            }
            self.close_text();
            pen += word.iter().map(|glyph| glyph.advance).sum::<f32>();
        }
    }

    fn words(&mut self, words: &str) {
        for letter in words.chars() {
            match letter {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                other => self.out.push(other),
            }
        }
    }
}

fn put(out: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = out.write_fmt(words);
}

/// Writes a length to a hundredth of a point, without needless zeros.
fn short(length: f32) -> String {
    let long = format!("{length:.2}");
    let cut = long.trim_end_matches('0').trim_end_matches('.');
    if cut == "-0" { "0".to_owned() } else { cut.to_owned() }
}

fn hex(color: Color) -> String {
    let [red, green, blue] = color;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn joined(points: &[Point]) -> String {
    points.iter().map(|(x, y)| format!("{},{}", short(*x), short(*y))).collect::<Vec<_>>().join(" ")
}
