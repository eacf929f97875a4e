//! Page operators from the display list, and a record of which glyph of which face stands for which words.

use std::collections::BTreeMap;

use printpdf::{
    Actions, BorderArray, Codepoint, Color as PdfColor, DictItem, FontId, Line, LineDashPattern, LinePoint, LinkAnnotation, Mm,
    Op, PaintMode, PdfFontHandle, PdfPage, Point as PdfPoint, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, TextMatrix,
    WindingOrder,
};

use super::super::display::{Color, Item, PAGE_HEIGHT, Page, Paged, Point, Target};
use super::super::shape::{Face, Glyph};
use super::tree::role_name;
use crate::texts::NO_BREAK;

/// What the glyphs of one face stand for. A reader's software looks words up by glyph alone, so a glyph that stands for two things
/// (a hyphen, and a hyphen that only ends a line) needs a second font: the same face under another name.
pub(super) type Used = BTreeMap<Face, Vec<BTreeMap<u16, String>>>;

/// Names a font of the file: six capitals, as the tag of a subset must be.
pub(super) fn font_tag(face: Face, alias: usize) -> String {
    let letter = |number: usize| char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));
    ['T', 'Z', letter(face as usize), 'A', letter(alias / 26), letter(alias)].into_iter().collect()
}

/// Writes the operators of every page.
pub(super) fn pages(paged: &Paged) -> (Vec<PdfPage>, Used) {
    let mut used = Used::new();
    let pages =
        paged.pages.iter().map(|page| PdfPage::new(Mm(210.0), Mm(297.0), Pen::new(paged, &mut used).draw(page))).collect();
    (pages, used)
}

struct Pen<'a> {
    paged: &'a Paged,
    used: &'a mut Used,
    ops: Vec<Op>,
    in_text: bool,
    font: Option<(String, f32)>,
    fill: Option<Color>,
}

/// Glyphs that one font of the file shows in one go.
struct Segment {
    alias: usize,
    x: f32,
    rise: f32,
    shown: Vec<Codepoint>,
}

impl<'a> Pen<'a> {
    fn new(paged: &'a Paged, used: &'a mut Used) -> Self {
        Self { paged, used, ops: Vec::new(), in_text: false, font: None, fill: None }
    }

    fn draw(mut self, page: &Page) -> Vec<Op> {
        for item in &page.items {
            match item {
                Item::Text { face, size, color, at, glyphs } => self.text(*face, *size, *color, *at, glyphs),
                Item::Rect { at, size, fill } => self.rect(*at, *size, *fill),
                Item::Line { points, color, width } => self.line(points, *color, *width),
                Item::Polygon { points, fill } => self.polygon(points.iter().map(|p| corner(*p, false)).collect(), *fill),
                Item::Dot { at, radius, fill } => self.polygon(circle(*at, *radius), *fill),
                Item::Open { element, mark } => self.open(*element, *mark),
                Item::Decoration => self.other(Op::BeginMarkedContent { tag: "Artifact".into() }),
                Item::Close => self.other(Op::EndMarkedContent),
                Item::Link { at, size, target: Target::Address(url), .. } => self.link(*at, *size, url),
                Item::Link { .. } | Item::Jpeg { .. } => {}
            }
        }
        if self.in_text {
            self.ops.push(Op::EndTextSection);
        }
        self.ops
    }

    /// Writes an operator that cannot stand between text operators.
    fn other(&mut self, op: Op) {
        if self.in_text {
            self.ops.push(Op::EndTextSection);
            self.in_text = false;
        }
        self.ops.push(op);
    }

    fn open(&mut self, element: usize, mark: usize) {
        let tag = self.paged.elements.get(element).map_or("P", |element| role_name(element.role)).to_owned();
        let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(super::number(mark)))]);
        self.other(Op::BeginMarkedContentWithProperties { tag, properties: DictItem::Dict { map } });
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
            let font = (font_tag(face, segment.alias), size);
            if self.font.as_ref() != Some(&font) {
                self.ops.push(Op::SetFont { font: PdfFontHandle::External(FontId(font.0.clone())), size: Pt(size) });
                self.font = Some(font);
            }
            let (x, y) = (at.0 + segment.x * size / 1_000.0, PAGE_HEIGHT - at.1 + segment.rise * size / 1_000.0);
            self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(hundredths(x)), Pt(hundredths(y))) });
            self.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(segment.shown)] });
        }
    }

    /// Cuts glyphs where the font or the height changes, and states where the pen moves otherwise than the glyph's own width says.
    fn segments(&mut self, face: Face, glyphs: &[Glyph]) -> Vec<Segment> {
        let mut segments: Vec<Segment> = Vec::new();
        let (mut pen, mut stated) = (0.0_f32, 0.0_f32);
        for glyph in glyphs {
            let words = spoken(&glyph.text);
            let alias = self.alias(face, glyph.id, &words);
            let fits = segments.last().is_some_and(|last| last.alias == alias && (last.rise - glyph.dy).abs() < 0.01);
            if !fits {
                segments.push(Segment { alias, x: pen, rise: glyph.dy, shown: Vec::new() });
                stated = pen;
            }
            let Some(segment) = segments.last_mut() else { continue };
            // A glyph set to the side of the pen: the one before it is moved, and the pen goes back after it.
            if let Some(before) = segment.shown.last_mut() {
                before.offset -= glyph.dx;
            }
            pen += glyph.advance;
            stated += small(glyph.width);
            // Only whole thousandths are written; what is lost in rounding is carried to the next glyph.
            let surplus = (stated - pen).round();
            stated -= surplus;
            segment.shown.push(Codepoint::with_cid(glyph.id, surplus + glyph.dx, words));
        }
        segments
    }

    fn alias(&mut self, face: Face, glyph: u16, words: &str) -> usize {
        let tables = self.used.entry(face).or_default();
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

    fn link(&mut self, at: Point, size: (f32, f32), url: &str) {
        let border = Some(BorderArray::Solid([0.0, 0.0, 0.0]));
        let link = LinkAnnotation::new(area(at, size), Actions::uri(encoded(url)), border, None, None);
        self.other(Op::LinkAnnotation { link });
    }

    fn end_text(&mut self) {
        if self.in_text {
            self.ops.push(Op::EndTextSection);
            self.in_text = false;
        }
    }
}

/// Returns what a glyph stands for when its words are copied: an unbreakable blank is copied as a blank, so that a search finds it.
fn spoken(words: &str) -> String {
    words.replace(NO_BREAK, " ")
}

/// Writes an address in ASCII: other bytes become percent signs with two digits.
fn encoded(url: &str) -> String {
    let mut ascii = String::with_capacity(url.len());
    for byte in url.bytes() {
        if byte.is_ascii_graphic() { ascii.push(char::from(byte)) } else { ascii.push_str(&format!("%{byte:02X}")) }
    }
    ascii
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
    fn addresses_are_written_in_ascii() {
        assert_eq!(encoded("https://example.kz/сын?a=1 b"), "https://example.kz/%D1%81%D1%8B%D0%BD?a=1%20b");
    }
}
