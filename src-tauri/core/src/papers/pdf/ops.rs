//! Page operators from the display list, and a record of which glyph of which face stands for which words.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use printpdf::{
    Codepoint, Color as PdfColor, CurTransMat, DictItem, FontId, Line, LineDashPattern, LinePoint, Mm, Op, PaintMode,
    PdfFontHandle, PdfPage, Point as PdfPoint, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, TextMatrix, WindingOrder,
    XObjectId, XObjectTransform,
};

use super::super::display::{Color, Item, PAGE_HEIGHT, Page, Paged, Point, Turn};
use super::super::jpeg::laid;
use super::super::shape::{Face, Glyph};
use super::photos;
use super::tree::role_name;
use crate::texts::NO_BREAK;

/// What the glyphs of one face stand for. A reader's software looks words up by glyph alone, so a glyph that stands for two things
/// (a hyphen, and a hyphen that only ends a line) needs a second font: the same face under another name.
pub(super) type Used = BTreeMap<Face, Vec<BTreeMap<u16, String>>>;

/// What the pages draw with.
#[derive(Default)]
pub(super) struct Drawn<'a> {
    /// The glyphs.
    pub used: Used,
    /// The photographs, each once.
    pub photos: Vec<&'a Arc<Vec<u8>>>,
}

/// Names a font of the file: six capitals, as the tag of a subset must be.
pub(super) fn font_tag(face: Face, alias: usize) -> String {
    let letter = |number: usize| char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));
    ['T', 'Z', letter(face as usize), 'A', letter(alias / 26), letter(alias)].into_iter().collect()
}

/// Writes the operators of every page.
pub(super) fn pages(paged: &Paged) -> (Vec<PdfPage>, Drawn<'_>) {
    let mut drawn = Drawn::default();
    let pages = paged.pages.iter().map(|page| sheet(Pen::new(paged, &mut drawn).draw(page))).collect();
    (pages, drawn)
}

/// Writes a page that shows every glyph once. It is taken out of the file again: from it the writer learns which glyphs there are, so
/// that the pages themselves can show whole runs of them as one string.
pub(super) fn specimen(used: &Used) -> PdfPage {
    let mut ops = vec![Op::StartTextSection];
    for (face, aliases) in used {
        for (alias, glyphs) in aliases.iter().enumerate() {
            ops.push(Op::SetFont { font: PdfFontHandle::External(FontId(font_tag(*face, alias))), size: Pt(1.0) });
            let all = glyphs.iter().map(|(id, words)| Codepoint::with_cid(*id, 0.0, words.clone())).collect();
            ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(all)] });
        }
    }
    ops.push(Op::EndTextSection);
    sheet(ops)
}

fn sheet(ops: Vec<Op>) -> PdfPage {
    PdfPage::new(Mm(210.0), Mm(297.0), ops)
}

struct Pen<'p, 'd> {
    paged: &'p Paged,
    drawn: &'d mut Drawn<'p>,
    ops: Vec<Op>,
    in_text: bool,
    font: Option<(Face, usize, f32)>,
    fill: Option<Color>,
}

/// Glyphs that one font of the file shows in one go.
struct Segment {
    alias: usize,
    x: f32,
    rise: f32,
    shown: Vec<Shown>,
}

/// A glyph, and how far the pen goes back after it.
struct Shown {
    id: u16,
    back: f32,
}

impl<'p, 'd> Pen<'p, 'd> {
    fn new(paged: &'p Paged, drawn: &'d mut Drawn<'p>) -> Self {
        Self { paged, drawn, ops: Vec::new(), in_text: false, font: None, fill: None }
    }

    fn draw(mut self, page: &'p Page) -> Vec<Op> {
        for item in &page.items {
            match item {
                Item::Text { face, size, color, at, glyphs } => self.text(*face, *size, *color, *at, glyphs),
                Item::Rect { at, size, fill } => self.rect(*at, *size, *fill),
                Item::Line { points, color, width } => self.line(points, *color, *width),
                Item::Polygon { points, fill } => self.polygon(points.iter().map(|p| corner(*p, false)).collect(), *fill),
                Item::Dot { at, radius, fill } => self.polygon(circle(*at, *radius), *fill),
                Item::Jpeg { at, size, jpeg, turn } => self.photo(*at, *size, jpeg, *turn),
                Item::Open { element, mark } => self.open(*element, *mark),
                Item::Decoration => self.other(Op::BeginMarkedContent { tag: "Artifact".into() }),
                Item::Furniture { foot } => self.furniture(*foot),
                Item::Close => self.other(Op::EndMarkedContent),
                // Links lie over the page: the tree adds them.
                Item::Link { .. } => {}
            }
        }
        if self.in_text {
            self.ops.push(Op::EndTextSection);
        }
        self.ops
    }

    /// Writes an operator that cannot stand between text operators.
    fn other(&mut self, op: Op) {
        self.end_text();
        self.ops.push(op);
    }

    fn open(&mut self, element: usize, mark: usize) {
        let tag = self.paged.elements.get(element).map_or("P", |element| role_name(element.role));
        self.marked(tag, [("MCID", DictItem::Int(super::number(mark)))]);
    }

    fn furniture(&mut self, foot: bool) {
        let edge = if foot { "Footer" } else { "Header" };
        let named = |name: &str| DictItem::Name(name.as_bytes().to_vec());
        self.marked("Artifact", [("Type", named("Pagination")), ("Subtype", named(edge))]);
    }

    fn marked<const N: usize>(&mut self, tag: &str, properties: [(&str, DictItem); N]) {
        let map = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        self.other(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map } });
    }

    fn color(&mut self, color: Color) {
        if self.fill != Some(color) {
            self.ops.push(Op::SetFillColor { col: rgb(color) });
            self.fill = Some(color);
        }
    }

    fn text(&mut self, face: Face, size: f32, color: Color, at: Point, glyphs: &[Glyph]) {
        self.color(color);
        if !self.in_text {
            self.ops.push(Op::StartTextSection);
            self.in_text = true;
        }
        for segment in self.segments(face, glyphs) {
            let font = (face, segment.alias, size);
            if self.font != Some(font) {
                let tag = FontId(font_tag(face, segment.alias));
                self.ops.push(Op::SetFont { font: PdfFontHandle::External(tag), size: Pt(size) });
                self.font = Some(font);
            }
            let (x, y) = (at.0 + segment.x * size / 1_000.0, PAGE_HEIGHT - at.1 + segment.rise * size / 1_000.0);
            self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(hundredths(x)), Pt(hundredths(y))) });
            self.ops.push(Op::Unknown { key: "TJ".to_owned(), value: vec![strings(&segment.shown)] });
        }
    }

    /// Cuts glyphs where the font or the height changes, and states where the pen moves otherwise than the glyph's own width says.
    fn segments(&mut self, face: Face, glyphs: &[Glyph]) -> Vec<Segment> {
        let mut segments: Vec<Segment> = Vec::new();
        let (mut pen, mut stated) = (0.0_f32, 0.0_f32);
        for glyph in glyphs {
            let alias = self.alias(face, glyph.id, &spoken(&glyph.text));
            let fits = segments.last().is_some_and(|last| last.alias == alias && (last.rise - glyph.dy).abs() < 0.01);
            if !fits {
                segments.push(Segment { alias, x: pen + glyph.dx, rise: glyph.dy, shown: Vec::new() });
                stated = pen;
            }
            let Some(segment) = segments.last_mut() else { continue };
            // A glyph set to the side of the pen: the one before it is moved, and the pen goes back after it.
            if let Some(before) = segment.shown.last_mut() {
                before.back -= glyph.dx;
            }
            pen += glyph.advance;
            stated += small(glyph.width);
            // Only whole thousandths are written; what is lost in rounding is carried to the next glyph.
            let surplus = (stated - pen).round();
            stated -= surplus;
            segment.shown.push(Shown { id: glyph.id, back: surplus + glyph.dx });
        }
        segments
    }

    /// Returns the font of the face that shows a glyph for these words and for no others.
    fn alias(&mut self, face: Face, glyph: u16, words: &str) -> usize {
        let tables = self.drawn.used.entry(face).or_default();
        let free = tables.iter().position(|table| table.get(&glyph).is_none_or(|known| known == words));
        let alias = free.unwrap_or(tables.len());
        if free.is_none() {
            tables.push(BTreeMap::new());
        }
        if let Some(table) = tables.get_mut(alias) {
            table.entry(glyph).or_insert_with(|| words.to_owned());
        }
        alias
    }

    fn photo(&mut self, at: Point, size: (f32, f32), jpeg: &'p Arc<Vec<u8>>, turn: Turn) {
        let known = self.drawn.photos.iter().position(|photo| photo == &jpeg);
        let number = known.unwrap_or_else(|| {
            self.drawn.photos.push(jpeg);
            self.drawn.photos.len() - 1
        });
        let matrix = CurTransMat::Raw(matrix(turn, at, size).map(hundredths));
        let transform = XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() };
        self.other(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix });
        self.ops.push(Op::UseXobject { id: XObjectId(photos::tag(number)), transform });
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn rect(&mut self, at: Point, size: (f32, f32), fill: Color) {
        self.end_text();
        self.color(fill);
        let rectangle = Rect { mode: Some(PaintMode::Fill), ..area(at, size) };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn line(&mut self, points: &[Point], color: Color, width: f32) {
        self.other(Op::SetOutlineColor { col: rgb(color) });
        self.ops.push(Op::SetOutlineThickness { pt: Pt(width) });
        self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::solid() });
        let points = points.iter().map(|point| corner(*point, false)).collect();
        self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
    }

    fn polygon(&mut self, points: Vec<LinePoint>, fill: Color) {
        self.end_text();
        self.color(fill);
        let polygon =
            Polygon { rings: vec![PolygonRing { points }], mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    fn end_text(&mut self) {
        if self.in_text {
            self.ops.push(Op::EndTextSection);
            self.in_text = false;
        }
    }
}

/// Returns what a glyph stands for when its words are copied: an unbreakable blank is copied as a blank, so that a search finds it.
fn spoken(words: &str) -> Cow<'_, str> {
    if words.contains(NO_BREAK) { words.replace(NO_BREAK, " ").into() } else { words.into() }
}

/// Returns glyphs as strings of their numbers, with what the pen goes back between them.
fn strings(shown: &[Shown]) -> DictItem {
    let string = |data| DictItem::String { data, literal: true };
    let mut items = Vec::new();
    let mut run = Vec::new();
    for glyph in shown {
        run.extend(glyph.id.to_be_bytes());
        if glyph.back != 0.0 {
            items.push(string(std::mem::take(&mut run)));
            items.push(DictItem::Real(hundredths(glyph.back)));
        }
    }
    if !run.is_empty() {
        items.push(string(run));
    }
    DictItem::Array(items)
}

fn rgb([red, green, blue]: Color) -> PdfColor {
    let part = |value: u8| f32::from(value) / 255.0;
    PdfColor::Rgb(Rgb::new(part(red), part(green), part(blue), None))
}

fn hundredths(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

#[allow(clippy::cast_precision_loss, reason = "thousandths of a size stay far below 2^24")]
fn small(width: i32) -> f32 {
    width as f32
}

// How a picture is laid upon its place where pictures and pages stand on their foot.
fn matrix(turn: Turn, at: Point, size: (f32, f32)) -> [f32; 6] {
    let [a, b, c, d, e, f] = laid(turn, at, size);
    [a, -b, -c, d, c + e, PAGE_HEIGHT - d - f]
}

fn area(at: Point, size: (f32, f32)) -> Rect {
    Rect {
        x: Pt(hundredths(at.0)),
        y: Pt(hundredths(PAGE_HEIGHT - at.1 - size.1)),
        width: Pt(hundredths(size.0)),
        height: Pt(hundredths(size.1)),
        mode: None,
        winding_order: None,
    }
}

fn corner((x, y): Point, bezier: bool) -> LinePoint {
    LinePoint { p: PdfPoint { x: Pt(hundredths(x)), y: Pt(hundredths(PAGE_HEIGHT - y)) }, bezier }
}

/// A circle as four curves.
fn circle((x, y): Point, radius: f32) -> Vec<LinePoint> {
    let handle = 0.5523 * radius;
    let (r, h) = (radius, handle);
    [
        (r, 0.0, false),
        (r, h, true),
        (h, r, true),
        (0.0, r, false),
        (-h, r, true),
        (-r, h, true),
        (-r, 0.0, false),
        (-r, -h, true),
        (-h, -r, true),
        (0.0, -r, false),
        (h, -r, true),
        (r, -h, true),
        (r, 0.0, false),
    ]
    .into_iter()
    .map(|(dx, dy, bezier)| corner((x + dx, y + dy), bezier))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_tag_is_six_capitals_and_its_own() {
        let tags: Vec<String> = Face::ALL.into_iter().flat_map(|face| (0..30).map(move |alias| font_tag(face, alias))).collect();
        assert!(tags.iter().all(|tag| tag.len() == 6 && tag.bytes().all(|b| b.is_ascii_uppercase())));
        let unique: std::collections::BTreeSet<_> = tags.iter().collect();
        assert_eq!(unique.len(), tags.len());
    }

    #[test]
    fn a_picture_stands_where_it_is_laid_however_it_is_turned() {
        let (at, size) = ((50.0, 100.0), (200.0, 80.0));
        for code in 1..=8 {
            let turn = Turn::of(code).unwrap();
            let [a, b, c, d, e, f] = matrix(turn, at, size);
            let [la, lb, lc, ld, le, lf] = laid(turn, at, size);
            for (u, v) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)] {
                let page = (a * u + c * v + e, PAGE_HEIGHT - (b * u + d * v + f));
                // The same dot of the picture, counted from its head.
                let drawn = (la * u + lc * (1.0 - v) + le, lb * u + ld * (1.0 - v) + lf);
                assert!((page.0 - drawn.0).abs() < 0.01 && (page.1 - drawn.1).abs() < 0.01, "{code}: {page:?} {drawn:?}");
            }
        }
    }
}
