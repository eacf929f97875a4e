//! The charts of the app, drawn once: for the page of a paper and for the window, from the same numbers. Colours are safe for people
//! who see colours differently, and never the only sign: every bar has its shape and its words.

mod bars;
mod canvas;
mod columns;
mod grid;
mod intervals;
mod kinds;
mod picture;
mod steps;
#[cfg(test)]
mod tests;

pub use super::raster::Image;
pub use super::shape::Faces;
pub use kinds::{
    Axis, BarChart, BarRow, Chart, Column, ColumnChart, GridChart, GridRow, IntervalChart, IntervalGroup, IntervalRow, Mark,
    Scale, Series, Tick,
};
#[allow(unused_imports, reason = "for the curves that a profile is to have")]
pub use kinds::{Curve, StepChart, StepPoint};
pub use picture::{Frame, Made, Spot, to_png, to_svg};

use super::Error;
use super::brief::{Level, Share};
use super::display::{Color, Point};
use super::shape::{Face, advance, tidy};
use super::svg;
use crate::texts::{Lang, Texts};

/// Percentages need at least this many cases.
pub const PERCENT_FROM: u32 = 20;

/// Light or dark surroundings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on a dark screen.
    Dark,
}

/// Colours of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Palette {
    ink: Color,
    paper: Color,
    tint: Color,
    muted: Color,
    grid: Color,
    criticism: Color,
    bullying: Color,
    mixed: Color,
    unlawful: Color,
    lawful: Color,
}

/// On paper and on a light screen.
pub(super) const LIGHT: Palette = Palette {
    ink: [0x1c, 0x22, 0x2b],
    paper: [0xff; 3],
    tint: [0xf3, 0xf4, 0xf6],
    muted: [0x5c, 0x66, 0x72],
    grid: [0xdf, 0xe3, 0xe8],
    criticism: [0x1f, 0x4e, 0x79],
    bullying: [0xb9, 0x6a, 0x16],
    mixed: [0x76, 0x67, 0x93],
    unlawful: [0x5c, 0x66, 0x72],
    lawful: [0x8d, 0x99, 0xa6],
};

/// On a dark screen.
pub(super) const DARK: Palette = Palette {
    ink: [0xe8, 0xea, 0xed],
    paper: [0x15, 0x18, 0x1d],
    tint: [0x22, 0x26, 0x2d],
    muted: [0xa3, 0xac, 0xb8],
    grid: [0x3a, 0x41, 0x4b],
    criticism: [0x7f, 0xb2, 0xe5],
    bullying: [0xe0, 0xa4, 0x58],
    mixed: [0xb3, 0xa3, 0xcf],
    unlawful: [0xa7, 0xb0, 0xba],
    lawful: [0x74, 0x80, 0x8e],
};

impl Palette {
    /// Returns the colour of a verdict.
    fn verdict(&self, verdict: &str) -> Color {
        match verdict {
            "real_bullying" => self.bullying,
            "legitimate_criticism" => self.criticism,
            "mixed" => self.mixed,
            "other_unlawful" => self.unlawful,
            "other_lawful" => self.lawful,
            _ => self.muted,
        }
    }
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Code of the verdict.
    pub verdict: String,
    /// Its name.
    pub label: String,
    /// How many.
    pub count: u32,
    /// The count with its denominator.
    pub value: String,
}

/// The share with its interval, under the bars.
#[derive(Debug, Clone, PartialEq)]
pub struct Strip {
    /// Its name.
    pub label: String,
    /// The share.
    pub estimate: f64,
    /// Its interval.
    pub interval: (f64, f64),
    /// Where it would lie with every cannot-tell on one side or the other.
    pub band: (f64, f64),
    /// The share and its interval in words.
    pub value: String,
}

/// Reviewed items by verdict, with the share of legitimate criticism. Already worded.
#[derive(Debug, Clone, PartialEq)]
pub struct VerdictChart {
    /// Language of its words.
    pub lang: Lang,
    /// Title.
    pub title: String,
    /// Bars from top to bottom.
    pub bars: Vec<Bar>,
    /// Items in all.
    pub of: u32,
    /// The share, where there are enough items for one.
    pub strip: Option<Strip>,
    /// Labels of the axis, at equal distances from 0 to all; none where there are too few items.
    pub axis: Vec<String>,
    /// What stands in the place of the share where there is none.
    pub instead: String,
    /// Every value in words.
    pub alt: String,
    /// How to read it.
    pub note: String,
}

impl VerdictChart {
    /// Words a chart from counts by verdict and the share of legitimate criticism.
    #[must_use]
    pub fn new(verdicts: &[(String, u32)], share: &Share, texts: &Texts) -> Self {
        let of = share.of;
        let bar = |(verdict, count): &(String, u32)| Bar {
            verdict: verdict.clone(),
            label: texts.named("verdict", verdict),
            count: *count,
            value: texts.say("count-of", &[("count", (*count).into()), ("of", of.into())]),
        };
        let bars: Vec<Bar> = verdicts.iter().map(bar).collect();
        let strip = strip_of(share, texts);
        let axis = if strip.is_some() { [0.0, 0.25, 0.5, 0.75, 1.0].map(|at| texts.percent(at, 0)).to_vec() } else { Vec::new() };
        let title = texts.say("chart-verdicts-title", &[("of", of.into())]);
        let instead = texts.say(if share.level == Level::Nothing { "chart-none" } else { "caveat-small" }, &[]);
        let note = match &strip {
            Some(strip) if strip.band.0 < strip.band.1 => texts.say("chart-note", &[]),
            Some(_) => texts.say("chart-note-plain", &[]),
            None => String::new(),
        };
        let alt = alt_of(&title, &bars, strip.as_ref(), share, texts);
        Self { lang: texts.lang(), title, bars, of, strip, axis, instead, alt, note }
    }

    /// Returns the words that it shows.
    pub(super) fn words(&self) -> Vec<String> {
        let mut words = vec![self.title.clone()];
        words.extend(self.axis.iter().cloned());
        words.extend(self.bars.iter().flat_map(|bar| [bar.label.clone(), bar.value.clone()]));
        match &self.strip {
            Some(strip) => words.extend([strip.label.clone(), strip.value.clone()]),
            None => words.push(self.instead.clone()),
        }
        words
    }
}

fn strip_of(share: &Share, texts: &Texts) -> Option<Strip> {
    let (estimate, interval) = share.shown()?;
    let of = u64::from(share.of);
    let range = texts.range(interval.0, interval.1, of);
    Some(Strip {
        label: texts.say("chart-share", &[]),
        estimate,
        interval,
        band: share.band().unwrap_or((estimate, estimate)),
        value: format!("{} ({range})", texts.percent(estimate, of)),
    })
}

fn alt_of(title: &str, bars: &[Bar], strip: Option<&Strip>, share: &Share, texts: &Texts) -> String {
    let of = u64::from(share.of);
    let mut parts: Vec<String> = bars.iter().map(|bar| format!("{}: {}", bar.label, bar.value)).collect();
    if let Some(strip) = strip {
        let range = texts.range(strip.interval.0, strip.interval.1, of);
        parts.push(texts.say("chart-alt-share", &[("share", texts.percent(strip.estimate, of).into()), ("range", range.into())]));
        if strip.band.0 < strip.band.1 {
            parts.push(texts.say("chart-alt-band", &[("range", texts.range(strip.band.0, strip.band.1, of).into())]));
        }
    }
    format!("{title}. {}.", parts.join("; "))
}

/// A thing that a chart is made of. Lengths are points from its top left corner.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Prim {
    /// A filled rectangle.
    Rect { at: Point, size: (f32, f32), fill: Color },
    /// A line.
    Line { points: Vec<Point>, color: Color, width: f32 },
    /// A filled polygon.
    Polygon { points: Vec<Point>, fill: Color },
    /// A filled circle.
    Dot { at: Point, radius: f32, fill: Color },
    /// Words, from their base line.
    Text { at: Point, words: String, face: Face, size: f32, color: Color, anchor: Anchor },
}

/// The point of some words that stands where they are put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// Their left end.
    Start,
    /// Their middle.
    Middle,
    /// Their right end.
    End,
}

impl Anchor {
    /// Returns how far left of the place words of a width begin.
    pub(super) const fn before(self, width: f32) -> f32 {
        match self {
            Self::Start => 0.0,
            Self::Middle => width / 2.0,
            Self::End => width,
        }
    }
}

/// A chart drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scene {
    /// Width.
    pub(super) width: f32,
    /// Height.
    pub(super) height: f32,
    /// What it is made of, from back to front.
    pub(super) prims: Vec<Prim>,
    /// Places that values take.
    pub(super) spots: Vec<Spot>,
}

impl Scene {
    /// Makes everything so many times as large.
    pub(super) fn scaled(self, times: f32) -> Self {
        let moved = |(x, y): Point| (x * times, y * times);
        let all = |points: Vec<Point>| points.into_iter().map(moved).collect();
        let prims = self.prims.into_iter().map(|prim| match prim {
            Prim::Rect { at, size, fill } => Prim::Rect { at: moved(at), size: moved(size), fill },
            Prim::Line { points, color, width } => Prim::Line { points: all(points), color, width: width * times },
            Prim::Polygon { points, fill } => Prim::Polygon { points: all(points), fill },
            Prim::Dot { at, radius, fill } => Prim::Dot { at: moved(at), radius: radius * times, fill },
            Prim::Text { at, words, face, size, color, anchor } => {
                Prim::Text { at: moved(at), words, face, size: size * times, color, anchor }
            }
        });
        let prims = prims.collect();
        // The places of values are for the window, which scrolls.
        Self { width: self.width * times, height: self.height * times, prims, spots: Vec::new() }
    }
}

const TITLE: f32 = 10.0;
const LABEL: f32 = 8.8;
const SMALL: f32 = 7.6;
const TOP: f32 = 21.0;
const ROW: f32 = 15.0;
const BAR: f32 = 9.0;
const STRIP_GAP: f32 = 6.0;
const AXIS: f32 = 13.0;
const MARKER: f32 = 12.0;

/// Draws the chart at a width.
pub(super) fn draw(chart: &VerdictChart, width: f32, palette: &Palette, faces: &Faces) -> Result<Scene, Error> {
    let mut pen = Pen { chart, palette, faces, width, left: 0.0, right: 0.0, prims: Vec::new() };
    pen.margins()?;
    pen.text((0.0, TITLE), &chart.title, Face::SansStrong, TITLE, palette.ink, Anchor::Start);
    let bars_end = chart.bars.iter().fold(TOP, |y, _| y + ROW);
    let plot_end = if chart.strip.is_some() { bars_end + STRIP_GAP + ROW } else { bars_end };
    pen.grid(plot_end);
    let mut y = TOP;
    for bar in &chart.bars {
        pen.bar(bar, y)?;
        y += ROW;
    }
    let height = match &chart.strip {
        Some(strip) => {
            pen.strip(strip, bars_end + STRIP_GAP);
            plot_end + AXIS
        }
        None => {
            pen.text((0.0, bars_end + 11.0), &chart.instead, Face::SansSlanted, LABEL, palette.muted, Anchor::Start);
            bars_end + 15.0
        }
    };
    Ok(Scene { width, height, prims: pen.prims, spots: Vec::new() })
}

/// Draws a chart as an SVG document for the window; returns it with its words for those who do not see it.
pub fn verdicts_svg(chart: &VerdictChart, width: f32, theme: Theme) -> Result<(String, String), Error> {
    let palette = if theme == Theme::Light { &LIGHT } else { &DARK };
    let faces = Faces::load()?;
    let scene = draw(chart, width, palette, &faces)?;
    Ok((svg::scene(&scene, &chart.alt, chart.lang, &faces)?, chart.alt.clone()))
}

#[allow(clippy::cast_possible_truncation, reason = "a place on the page")]
fn narrow(share: f64) -> f32 {
    share as f32
}

struct Pen<'a> {
    chart: &'a VerdictChart,
    palette: &'a Palette,
    faces: &'a Faces,
    width: f32,
    left: f32,
    right: f32,
    prims: Vec<Prim>,
}

impl Pen<'_> {
    /// Leaves room for the longest words on either side of the bars.
    fn margins(&mut self) -> Result<(), Error> {
        let mut label = 0.0_f32;
        let mut value = 0.0_f32;
        for bar in &self.chart.bars {
            label = label.max(self.measure(Face::Sans, &bar.label, LABEL)?);
            value = value.max(self.measure(Face::SansStrong, &bar.value, LABEL)?);
        }
        let Some(strip) = &self.chart.strip else {
            self.left = MARKER + label + 10.0;
            self.right = (self.width - value - 8.0).max(self.left + 40.0);
            return Ok(());
        };
        self.left = MARKER + label.max(self.measure(Face::SansStrong, &strip.label, LABEL)?) + 10.0;
        // The words of the share stand behind its line, wherever that ends.
        let reach = strip.interval.1.max(strip.band.1);
        let free = self.width - self.measure(Face::SansStrong, &strip.value, LABEL)? - 8.0 - self.left;
        self.right = self.width - value - 8.0;
        self.right = self.right.min(self.left + free / narrow(reach).max(0.01)).max(self.left + 40.0);
        Ok(())
    }

    fn measure(&self, face: Face, words: &str, size: f32) -> Result<f32, Error> {
        let lang = self.chart.lang;
        Ok(advance(&self.faces.shape(face, &tidy(words, lang), lang)?) * size / 1_000.0)
    }

    fn text(&mut self, at: Point, words: &str, face: Face, size: f32, color: Color, anchor: Anchor) {
        self.prims.push(Prim::Text { at, words: tidy(words, self.chart.lang), face, size, color, anchor });
    }

    /// Returns where a share of all items stands.
    fn x(&self, share: f64) -> f32 {
        self.left + (self.right - self.left) * narrow(share.clamp(0.0, 1.0))
    }

    fn share_of(&self, count: u32) -> f64 {
        // Without an axis of shares the longest bar takes the whole width.
        let most = self.chart.bars.iter().map(|bar| bar.count).max().unwrap_or(0);
        let whole = if self.chart.strip.is_some() { self.chart.of } else { most };
        if whole == 0 { 0.0 } else { f64::from(count) / f64::from(whole) }
    }

    fn grid(&mut self, end: f32) {
        if self.chart.axis.is_empty() {
            return;
        }
        let steps = self.chart.axis.len().saturating_sub(1).max(1);
        for (place, label) in self.chart.axis.iter().enumerate() {
            let x = self.x(f64::from(u32::try_from(place).unwrap_or(0)) / f64::from(u32::try_from(steps).unwrap_or(1)));
            let (color, width) = if place == 0 { (self.palette.muted, 0.6) } else { (self.palette.grid, 0.5) };
            self.prims.push(Prim::Line { points: vec![(x, TOP - 3.0), (x, end + 1.0)], color, width });
            self.text((x, end + 10.0), label, Face::Sans, SMALL, self.palette.muted, Anchor::Middle);
        }
    }

    fn bar(&mut self, bar: &Bar, y: f32) -> Result<(), Error> {
        let (middle, base) = (y + ROW / 2.0, y + ROW / 2.0 + 3.0);
        let color = self.palette.verdict(&bar.verdict);
        shape(&mut self.prims, &bar.verdict, (4.0, middle), color);
        self.text((MARKER, base), &bar.label, Face::Sans, LABEL, self.palette.ink, Anchor::Start);
        let end = self.x(self.share_of(bar.count));
        let (at, size) = ((self.left, middle - BAR / 2.0), (end - self.left, BAR));
        match bar.verdict.as_str() {
            // What cannot be told is drawn as an outline: it is not a finding.
            "cannot_tell" => hatched(&mut self.prims, at, size, color),
            _ => self.prims.push(Prim::Rect { at, size, fill: color }),
        }
        if self.chart.axis.is_empty() {
            self.prims.push(Prim::Line {
                points: vec![(self.left, y), (self.left, y + ROW)],
                color: self.palette.muted,
                width: 0.6,
            });
        }
        let (face, color) = if bar.count > 0 { (Face::SansStrong, self.palette.ink) } else { (Face::Sans, self.palette.muted) };
        self.text((end + 5.0, base), &bar.value, face, LABEL, color, Anchor::Start);
        Ok(())
    }

    /// Draws the share: the band of what cannot be told, the interval as a line with ends, the share as a dot.
    fn strip(&mut self, strip: &Strip, y: f32) {
        let (middle, base) = (y + ROW / 2.0, y + ROW / 2.0 + 3.0);
        let (ink, color) = (self.palette.ink, self.palette.criticism);
        self.prims.push(Prim::Line {
            points: vec![(0.0, y - STRIP_GAP / 2.0), (self.width, y - STRIP_GAP / 2.0)],
            color: self.palette.grid,
            width: 0.5,
        });
        self.text((MARKER, base), &strip.label, Face::SansStrong, LABEL, ink, Anchor::Start);
        let band = (self.x(strip.band.0), self.x(strip.band.1));
        if band.0 < band.1 {
            hatched(&mut self.prims, (band.0, middle - BAR / 2.0), (band.1 - band.0, BAR), color);
        }
        let interval = (self.x(strip.interval.0), self.x(strip.interval.1));
        self.prims.push(Prim::Line { points: vec![(interval.0, middle), (interval.1, middle)], color: ink, width: 1.2 });
        for x in [interval.0, interval.1] {
            self.prims.push(Prim::Line { points: vec![(x, middle - 3.5), (x, middle + 3.5)], color: ink, width: 1.2 });
        }
        // On a ring of paper: on the band, which is of its colour, it would not be seen.
        let at = (self.x(strip.estimate), middle);
        self.prims.push(Prim::Dot { at, radius: 4.8, fill: self.palette.paper });
        self.prims.push(Prim::Dot { at, radius: 3.6, fill: color });
        let end = interval.1.max(band.1) + 6.0;
        self.text((end, base), &strip.value, Face::SansStrong, LABEL, ink, Anchor::Start);
    }
}

/// Draws an outline filled with slanting lines.
fn hatched(prims: &mut Vec<Prim>, at: Point, size: (f32, f32), color: Color) {
    let ((x, y), (width, height)) = (at, size);
    if width <= 0.0 {
        return;
    }
    let mut foot = x - height + 1.5;
    while foot < x + width {
        let (from, to) = (foot.max(x), (foot + height).min(x + width));
        if from < to {
            prims.push(Prim::Line {
                points: vec![(from, y + height - (from - foot)), (to, y + height - (to - foot))],
                color,
                width: 0.45,
            });
        }
        foot += 3.0;
    }
    let frame = vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)];
    prims.push(Prim::Line { points: frame, color, width: 0.6 });
}

/// Draws the shape of a verdict: a square, a circle, a diamond, two triangles, an open ring.
fn shape(prims: &mut Vec<Prim>, verdict: &str, middle: Point, fill: Color) {
    let ((x, y), r) = (middle, 3.2);
    let polygon = |points: &[Point]| Prim::Polygon { points: points.to_vec(), fill };
    match verdict {
        "real_bullying" => prims.push(Prim::Rect { at: (x - 2.9, y - 2.9), size: (5.8, 5.8), fill }),
        "legitimate_criticism" => prims.push(Prim::Dot { at: middle, radius: r, fill }),
        "mixed" => prims.push(polygon(&[(x, y - 3.9), (x + 3.9, y), (x, y + 3.9), (x - 3.9, y)])),
        "other_unlawful" => prims.push(polygon(&[(x - 3.6, y + 3.0), (x, y - 3.4), (x + 3.6, y + 3.0)])),
        "other_lawful" => prims.push(polygon(&[(x - 3.6, y - 3.0), (x + 3.6, y - 3.0), (x, y + 3.4)])),
        _ => {
            let slant = r * std::f32::consts::FRAC_1_SQRT_2;
            let corners =
                [(r, 0.0), (slant, slant), (0.0, r), (-slant, slant), (-r, 0.0), (-slant, -slant), (0.0, -r), (slant, -slant)];
            let points = corners.iter().chain(corners.first()).map(|(dx, dy)| (x + dx, y + dy)).collect();
            prims.push(Prim::Line { points, color: fill, width: 1.1 });
        }
    }
}

/// Draws a chart of any kind at a width.
pub(super) fn scene_of(chart: &Chart, lang: Lang, width: f32, palette: &Palette, faces: &Faces) -> Result<Scene, Error> {
    let canvas = canvas::Canvas::new(palette, faces, lang, width);
    match chart {
        Chart::Verdicts(chart) => draw(chart, width, palette, faces),
        Chart::Intervals(chart) => intervals::draw(chart, canvas),
        Chart::Bars(chart) => bars::draw(chart, canvas),
        Chart::Columns(chart) => columns::draw(chart, canvas),
        Chart::Steps(chart) => steps::draw(chart, canvas),
        Chart::Grid(chart) => grid::draw(chart, canvas),
    }
}

#[cfg(test)]
mod verdict_tests {
    use super::super::sample;
    use super::*;

    fn chart(lang: Lang) -> VerdictChart {
        let brief = sample::ordinary();
        VerdictChart::new(&brief.verdicts, &brief.criticism, &Texts::new(lang))
    }

    #[test]
    fn the_words_for_those_who_do_not_see_it_hold_every_value() {
        assert_eq!(
            chart(Lang::En).alt,
            "41 reviewed items by verdict. real bullying: 7 of 41; legitimate criticism: 26 of 41; mixed: 3 of 41; other unlawful: 1 of 41; \
             other lawful: 2 of 41; cannot tell: 2 of 41; Share of legitimate criticism 63%, 95% interval 53%–73%; with every “cannot tell” \
             on one side or the other 63%–68%."
        );
    }

    #[test]
    fn nothing_stands_outside_the_picture() {
        let faces = Faces::load().unwrap();
        for brief in sample::ends() {
            for lang in Lang::ALL {
                let chart = VerdictChart::new(&brief.verdicts, &brief.criticism, &Texts::new(lang));
                for width in [360.0, 483.0, 800.0] {
                    let scene = draw(&chart, width, &LIGHT, &faces).unwrap();
                    for prim in &scene.prims {
                        let (left, right) = reach(prim, &faces, lang);
                        assert!(left >= -0.1 && right <= width + 0.1, "{lang:?} {width}: {prim:?} from {left} to {right}");
                    }
                }
            }
        }
    }

    fn reach(prim: &Prim, faces: &Faces, lang: Lang) -> (f32, f32) {
        match prim {
            Prim::Rect { at, size, .. } => (at.0, at.0 + size.0),
            Prim::Line { points, .. } | Prim::Polygon { points, .. } => {
                points.iter().fold((f32::MAX, f32::MIN), |(low, high), (x, _)| (low.min(*x), high.max(*x)))
            }
            Prim::Dot { at, radius, .. } => (at.0 - radius, at.0 + radius),
            Prim::Text { at, words, face, size, anchor, .. } => {
                let width = advance(&faces.shape(*face, words, lang).unwrap()) * size / 1_000.0;
                let left = at.0 - anchor.before(width);
                (left, left + width)
            }
        }
    }

    #[test]
    fn light_and_dark_are_one_drawing_in_two_palettes() {
        let shape = |svg: &str| svg.split('#').map(|part| part.get(6..).unwrap_or(part).to_owned()).collect::<Vec<_>>();
        let (light, alt) = verdicts_svg(&chart(Lang::Kk), 560.0, Theme::Light).unwrap();
        let (dark, _) = verdicts_svg(&chart(Lang::Kk), 560.0, Theme::Dark).unwrap();
        assert_ne!(light, dark);
        assert_eq!(shape(&light)[1..], shape(&dark)[1..]);
        assert!(light.contains("role=\"img\"") && alt.contains("заңды сын: 26 / 41"));
    }
}
