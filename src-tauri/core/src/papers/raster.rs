//! A drawing as dots, for the clipboard and for programs that take no vector drawing. Letters are the outlines that the shaper chose: the same
//! picture as on the page.

use super::Error;
use super::chart::{Prim, Scene};
use super::display::{Color, Point};
use super::shape::{Face, Faces, advance};
use crate::texts::Lang;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use tiny_skia::{FillRule, LineCap, LineJoin, Paint, PathBuilder, Pixmap, Rect, Stroke, Transform};

/// A picture of dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Dots across.
    pub width: u32,
    /// Dots down.
    pub height: u32,
    /// Red, green, blue and opacity of each dot, row by row; nothing shines through.
    pub dots: Vec<u8>,
    /// The same as a PNG file.
    pub png: Vec<u8>,
}

/// Dots across or down at the most: a drawing beyond that is a mistake, not a picture.
const DOTS_MAX: f32 = 8_000.0;

/// Draws a scene at so many dots for each point.
pub(super) fn draw(scene: &Scene, lang: Lang, scale: f32, faces: &Faces) -> Result<Image, Error> {
    let mut map = Pixmap::new(dots(scene.width * scale)?, dots(scene.height * scale)?).ok_or(Error::Picture)?;
    map.fill(tiny_skia::Color::WHITE);
    let mut brush = Brush { map: &mut map, transform: Transform::from_scale(scale, scale) };
    for prim in &scene.prims {
        match prim {
            Prim::Rect { at, size, fill } => brush.rect(*at, *size, *fill),
            Prim::Line { points, color, width } => brush.line(points, *color, *width),
            Prim::Polygon { points, fill } => brush.polygon(points, *fill),
            Prim::Dot { at, radius, fill } => brush.dot(*at, *radius, *fill),
            Prim::Text { at, words, face, size, color, anchor } => {
                let glyphs = faces.shape(*face, words, lang)?;
                let left = at.0 - anchor.before(advance(&glyphs) * size / 1_000.0);
                let mut pen = left;
                for glyph in &glyphs {
                    let place = (pen + glyph.dx * size / 1_000.0, at.1 - glyph.dy * size / 1_000.0);
                    brush.glyph(*face, glyph.id, *size, place, *color)?;
                    pen += glyph.advance * size / 1_000.0;
                }
            }
        }
    }
    let png = map.encode_png().map_err(|_| Error::Picture)?;
    Ok(Image { width: map.width(), height: map.height(), dots: map.data().to_vec(), png })
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked against its bounds just before")]
fn dots(length: f32) -> Result<u32, Error> {
    if (1.0..=DOTS_MAX).contains(&length) { Ok(length.ceil() as u32) } else { Err(Error::Picture) }
}

struct Brush<'a> {
    map: &'a mut Pixmap,
    transform: Transform,
}

fn paint([red, green, blue]: Color) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 0xff);
    paint
}

impl Brush<'_> {
    fn fill(&mut self, path: PathBuilder, color: Color) {
        if let Some(path) = path.finish() {
            self.map.fill_path(&path, &paint(color), FillRule::Winding, self.transform, None);
        }
    }

    fn rect(&mut self, (x, y): Point, (width, height): (f32, f32), color: Color) {
        if let Some(rect) = Rect::from_xywh(x, y, width, height) {
            self.map.fill_rect(rect, &paint(color), self.transform, None);
        }
    }

    fn polygon(&mut self, points: &[Point], color: Color) {
        let mut path = through(points);
        path.close();
        self.fill(path, color);
    }

    fn dot(&mut self, (x, y): Point, radius: f32, color: Color) {
        let mut path = PathBuilder::new();
        path.push_circle(x, y, radius);
        self.fill(path, color);
    }

    fn line(&mut self, points: &[Point], color: Color, width: f32) {
        let stroke = Stroke { width, line_cap: LineCap::Butt, line_join: LineJoin::Miter, ..Stroke::default() };
        if let Some(path) = through(points).finish() {
            self.map.stroke_path(&path, &paint(color), &stroke, self.transform, None);
        }
    }

    fn glyph(&mut self, face: Face, glyph: u16, size: f32, at: Point, color: Color) -> Result<(), Error> {
        let font = FontRef::new(face.bytes()).map_err(|_| Error::Face(face.postscript()))?;
        // A blank has no outline.
        let Some(outline) = font.outline_glyphs().get(GlyphId::from(glyph)) else { return Ok(()) };
        let mut pen = Outline { path: PathBuilder::new(), at };
        let settings = DrawSettings::unhinted(Size::new(size), LocationRef::default());
        outline.draw(settings, &mut pen).map_err(|_| Error::Face(face.postscript()))?;
        self.fill(pen.path, color);
        Ok(())
    }
}

fn through(points: &[Point]) -> PathBuilder {
    let mut path = PathBuilder::new();
    for (place, (x, y)) in points.iter().enumerate() {
        if place == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
    }
    path
}

/// Takes an outline down in the directions of a page: a font's go up.
struct Outline {
    path: PathBuilder,
    at: Point,
}

impl OutlinePen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.at.0 + x, self.at.1 - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.at.0 + x, self.at.1 - y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(self.at.0 + cx, self.at.1 - cy, self.at.0 + x, self.at.1 - y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.path.cubic_to(self.at.0 + ax, self.at.1 - ay, self.at.0 + bx, self.at.1 - by, self.at.0 + x, self.at.1 - y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
