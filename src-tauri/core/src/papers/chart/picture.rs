//! A chart as a picture: bare for the window, which words it itself, or in a frame that says everything that is to be said, since it will travel
//! alone.

use super::super::shape::{Face, Faces};
use super::super::{Error, raster, svg};
use super::canvas::{Canvas, LEAD, Type, small};
use super::kinds::Chart;
use super::{Anchor, DARK, LIGHT, Prim, SMALL, Scene, Theme, scene_of};
use crate::texts::Lang;

/// A place of a chart that a value of a row takes. Lengths are points from the top left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// Code of the row.
    pub code: String,
    /// Place of the series.
    pub series: usize,
    /// Top left corner.
    pub at: (f32, f32),
    /// Width and height.
    pub size: (f32, f32),
}

/// A chart drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// The drawing.
    pub svg: String,
    /// Every value in words.
    pub alt: String,
    /// Width and height in points.
    pub size: (f32, f32),
    /// Places that values take.
    pub spots: Vec<Spot>,
}

/// What a picture says beside its chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Title.
    pub title: String,
    /// Below the title: what was counted.
    pub about: Vec<String>,
    /// Below the chart: what is said beside it, by which method, of which filter.
    pub notes: Vec<String>,
}

const MARGIN: f32 = 14.0;
const TITLE: f32 = 12.0;

/// Draws a chart as SVG at a width in points: bare, or in its frame on paper.
pub fn to_svg(chart: &Chart, frame: Option<&Frame>, lang: Lang, width: f32, theme: Theme, faces: &Faces) -> Result<Made, Error> {
    let palette = if theme == Theme::Light { &LIGHT } else { &DARK };
    let scene = match frame {
        Some(frame) => framed(chart, frame, lang, width, faces)?,
        None => scene_of(chart, lang, width, palette, faces)?,
    };
    let alt = frame.map_or_else(|| chart.alt(), |frame| format!("{}. {}", frame.title, chart.alt()));
    let svg = svg::scene(&scene, &alt, lang, faces)?;
    Ok(Made { svg, alt, size: (scene.width, scene.height), spots: scene.spots })
}

/// Draws a chart in its frame as a PNG image, at so many dots for each point.
pub fn to_png(chart: &Chart, frame: &Frame, lang: Lang, width: f32, scale: f32, faces: &Faces) -> Result<raster::Image, Error> {
    raster::draw(&framed(chart, frame, lang, width, faces)?, lang, scale, faces)
}

fn framed(chart: &Chart, frame: &Frame, lang: Lang, width: f32, faces: &Faces) -> Result<Scene, Error> {
    let inner = width - 2.0 * MARGIN;
    let mut canvas = Canvas::new(&LIGHT, faces, lang, width);
    let title = Type { face: Face::SansStrong, size: TITLE, color: LIGHT.ink };
    let mut y = MARGIN;
    let muted = canvas.muted();
    let about = frame.about.iter().map(|words| (words, muted, LEAD));
    for (words, style, lead) in std::iter::once((&frame.title, title, TITLE + 2.6)).chain(about) {
        for line in canvas.wrapped(words, style, inner)? {
            canvas.text((MARGIN, y + style.size * 0.85), &line, style, Anchor::Start);
            y += lead;
        }
    }
    y += 8.0;
    let scene = scene_of(chart, lang, inner, &LIGHT, faces)?;
    canvas.prims.extend(scene.prims.into_iter().map(|prim| moved(prim, (MARGIN, y))));
    y += scene.height + 7.0;
    canvas.line((MARGIN, y), (width - MARGIN, y), LIGHT.grid, 0.6);
    y += 5.0;
    let note = Type { face: Face::Sans, size: SMALL, color: LIGHT.muted };
    for words in &frame.notes {
        let lines = canvas.wrapped(words, note, inner)?;
        canvas.lines((MARGIN, y + SMALL), &lines, note, Anchor::Start);
        y += small(lines.len()) * LEAD + 1.5;
    }
    let height = y + MARGIN;
    canvas.prims.insert(0, Prim::Rect { at: (0.0, 0.0), size: (width, height), fill: LIGHT.paper });
    Ok(canvas.done(height))
}

fn moved(prim: Prim, by: (f32, f32)) -> Prim {
    let one = |(x, y): (f32, f32)| (x + by.0, y + by.1);
    let all = |points: Vec<(f32, f32)>| points.into_iter().map(one).collect();
    match prim {
        Prim::Rect { at, size, fill } => Prim::Rect { at: one(at), size, fill },
        Prim::Line { points, color, width } => Prim::Line { points: all(points), color, width },
        Prim::Polygon { points, fill } => Prim::Polygon { points: all(points), fill },
        Prim::Dot { at, radius, fill } => Prim::Dot { at: one(at), radius, fill },
        Prim::Text { at, words, face, size, color, anchor } => Prim::Text { at: one(at), words, face, size, color, anchor },
    }
}
