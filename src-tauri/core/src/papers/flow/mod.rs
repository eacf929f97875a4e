//! Blocks flow down the pages: this decides where each thing stands, and keeps the tree of what it means beside it.

mod plates;
mod words;

use super::Error;
use super::breaker::{Align, Line, Style, lines};
use super::display::{Bookmark, Color, Element, Item, Kid, PAGE_HEIGHT, PAGE_WIDTH, Page, Paged, Point, Role};
use super::model::{Block, Document, Level, Part, Span};
use super::shape::{Face, Faces};
use crate::texts::Lang;

const MARGIN_SIDE: f32 = 56.0;
const MARGIN_TOP: f32 = 38.0;
const MARGIN_BOTTOM: f32 = 32.0;
const GUTTER: f32 = 26.0;

pub(super) const INK: Color = [0x1c, 0x22, 0x2b];
pub(super) const MUTED: Color = [0x5c, 0x66, 0x72];
pub(super) const ACCENT: Color = [0x1f, 0x4e, 0x79];
pub(super) const NOTICE: Color = [0x8a, 0x4b, 0x08];
const RULE: Color = [0xc9, 0xd0, 0xd8];
const TINT: Color = [0xfb, 0xf4, 0xe9];

/// Sets a document on pages.
pub(super) fn pages(document: &Document, faces: &Faces) -> Result<Paged, Error> {
    let mut flow = Flow::new(document, faces);
    flow.opening_rule();
    flow.blocks(&document.blocks)?;
    flow.page_numbers(&document.page_number)?;
    Ok(flow.paged)
}

/// Where the next thing will stand.
#[derive(Debug, Clone, Copy)]
struct Place {
    page: usize,
    y: f32,
    left: f32,
    width: f32,
}

struct Flow<'a> {
    faces: &'a Faces,
    lang: Lang,
    paged: Paged,
    place: Place,
}

impl<'a> Flow<'a> {
    fn new(document: &Document, faces: &'a Faces) -> Self {
        let paged = Paged {
            pages: vec![Page::default()],
            elements: vec![Element { role: Role::Document, parent: 0, kids: Vec::new(), alt: None, frame: None, lang: None }],
            bookmarks: Vec::new(),
            lang: document.lang,
            title: document.title.clone(),
            author: document.author.clone(),
            subject: document.subject.clone(),
            day: document.day.clone(),
        };
        let place = Place { page: 0, y: MARGIN_TOP, left: MARGIN_SIDE, width: PAGE_WIDTH - 2.0 * MARGIN_SIDE };
        Self { faces, lang: document.lang, paged, place }
    }

    fn blocks(&mut self, blocks: &[Block]) -> Result<(), Error> {
        for (number, block) in blocks.iter().enumerate() {
            // A drawing is never split, so its heading goes with all of it.
            let next = match (block, blocks.get(number + 1)) {
                (Block::Heading { .. }, Some(Block::Figure { chart, note, .. })) => self.figure_height(chart, note)?,
                _ => 0.0,
            };
            self.block(block, next)?;
        }
        Ok(())
    }

    /// Sets a block; a heading stays with so many points of what is below it.
    fn block(&mut self, block: &Block, next: f32) -> Result<(), Error> {
        match block {
            Block::Heading { level, text } => self.heading(*level, text, next),
            Block::Paragraph { part, spans } => self.paragraph(*part, spans),
            Block::Headline { figure, sentence } => self.headline(figure, sentence),
            Block::Callout { text } => self.callout(text),
            Block::Measures(measures) => self.measures(measures),
            Block::Figure { chart, alt, note } => self.figure(chart, alt, note),
            Block::Table(table) => self.table(table),
            Block::List(points) => self.list(points),
            Block::Link { text, url } => self.link(text, url),
            Block::Digests { digests, note } => self.digests(digests, note),
            Block::Columns { split, left, right } => self.columns(*split, left, right),
            Block::Numbered { number, spans } => {
                let number = Span::plain(format!("{number}. "));
                self.paragraph(Part::Body, &[&[number][..], spans].concat())
            }
            Block::Quote { spans, source } => {
                self.paragraph(Part::Body, spans)?;
                if source.is_empty() { Ok(()) } else { self.paragraph(Part::Note, &[Span::plain(source)]) }
            }
            Block::Written { label, paragraphs } => {
                self.paragraph(Part::Note, &[Span::strong(label)])?;
                paragraphs.iter().try_for_each(|text| self.paragraph(Part::Body, &[Span::plain(text)]))
            }
            Block::Photo(photo) => self.paragraph(Part::Note, &[Span::plain(&photo.caption)]),
            Block::Exhibits { caption, heads, exhibits } => {
                self.paragraph(Part::Note, &[Span::strong(caption), Span::plain(heads.join(" · "))])?;
                exhibits.iter().try_for_each(|exhibit| {
                    let line = [&exhibit.number, &exhibit.description, &exhibit.captured, &exhibit.digest];
                    self.paragraph(Part::Note, &[Span::plain(line.map(String::as_str).join(" · "))])
                })
            }
            Block::Contents { heading } => self.paragraph(Part::Note, &[Span::strong(heading)]),
            Block::PageBreak => {
                self.next_page();
                Ok(())
            }
        }
    }

    /// Sets two columns from the same height; the flow goes on under the longer one.
    fn columns(&mut self, split: f32, left: &[Block], right: &[Block]) -> Result<(), Error> {
        // Both begin on the same page. What stands beside a heading begins at the height of its letters.
        self.need(72.0);
        let headed = matches!(left, [Block::Heading { level: Level::Subsection, .. }, ..]);
        let (above, lower) = if headed { (6.0, 2.6) } else { (0.0, 0.0) };
        self.place.y += above;
        let start = self.place;
        let width = (start.width - GUTTER) * split;
        let mut ends = Vec::new();
        let beside = start.width - GUTTER - width;
        for (blocks, offset, width, lower) in [(left, 0.0, width, 0.0), (right, width + GUTTER, beside, lower)] {
            self.place = Place { left: start.left + offset, width, y: start.y + lower, ..start };
            self.blocks(blocks)?;
            ends.push((self.place.page, self.place.y));
        }
        let (page, y) =
            ends.into_iter().fold((start.page, start.y), |a, b| if b.0 > a.0 || (b.0 == a.0 && b.1 > a.1) { b } else { a });
        let below = if headed { 2.4 } else { 0.0 };
        self.place = Place { page, y: y + below, ..start };
        Ok(())
    }

    /// A short stroke of the accent over the first line: the only ornament.
    fn opening_rule(&mut self) {
        let at = (self.place.left, self.place.y);
        self.decoration([Item::Rect { at, size: (34.0, 2.4), fill: ACCENT }]);
        self.place.y += 9.0;
    }

    /// Numbers the pages, where there is more than one.
    fn page_numbers(&mut self, wording: &str) -> Result<(), Error> {
        let count = self.paged.pages.len();
        if count < 2 {
            return Ok(());
        }
        let style = Style { face: Face::Sans, size: 8.4, color: MUTED };
        for page in 0..count {
            let words = wording.replace("{page}", &(page + 1).to_string()).replace("{pages}", &count.to_string());
            self.place = Place { page, y: PAGE_HEIGHT - 24.0, left: MARGIN_SIDE, width: PAGE_WIDTH - 2.0 * MARGIN_SIDE };
            let set = lines(self.faces, &[(words, style)], self.lang, self.place.width, Align::Right)?;
            let items = set.iter().flat_map(|line| items_of(line, (self.place.left, self.place.y))).collect::<Vec<_>>();
            self.decoration(items);
        }
        Ok(())
    }

    fn lines(&self, words: &str, style: Style, width: f32, align: Align) -> Result<Vec<Line>, Error> {
        lines(self.faces, &[(words.to_owned(), style)], self.lang, width, align)
    }

    fn room(&self) -> f32 {
        PAGE_HEIGHT - MARGIN_BOTTOM - self.place.y
    }

    fn next_page(&mut self) {
        self.place.page += 1;
        self.place.y = MARGIN_TOP;
        if self.place.page >= self.paged.pages.len() {
            self.paged.pages.push(Page::default());
        }
    }

    /// Goes to the next page unless this one has room.
    fn need(&mut self, height: f32) {
        if self.room() < height && self.place.y > MARGIN_TOP {
            self.next_page();
        }
    }

    /// Adds an element to the tree.
    fn element(&mut self, role: Role, parent: usize) -> usize {
        let number = self.paged.elements.len();
        self.paged.elements.push(Element { role, parent, kids: Vec::new(), alt: None, frame: None, lang: None });
        if let Some(parent) = self.paged.elements.get_mut(parent) {
            parent.kids.push(Kid::Element(number));
        }
        number
    }

    /// Draws what belongs to an element.
    fn content(&mut self, element: usize, items: impl IntoIterator<Item = Item>) {
        let number = self.place.page;
        let Some(page) = self.paged.pages.get_mut(number) else { return };
        let mark = page.marks;
        page.marks += 1;
        page.items.push(Item::Open { element, mark });
        page.items.extend(items);
        page.items.push(Item::Close);
        if let Some(element) = self.paged.elements.get_mut(element) {
            element.kids.push(Kid::Mark { page: number, mark });
        }
    }

    /// Draws what means nothing: rules and grounds.
    fn decoration(&mut self, items: impl IntoIterator<Item = Item>) {
        let Some(page) = self.paged.pages.get_mut(self.place.page) else { return };
        page.items.push(Item::Decoration);
        page.items.extend(items);
        page.items.push(Item::Close);
    }

    fn rule(&mut self, left: f32, y: f32, width: f32, thickness: f32, fill: Color) {
        self.decoration([Item::Rect { at: (left, y), size: (width, thickness), fill }]);
    }

    fn bookmark(&mut self, depth: u8, title: &str) {
        let (page, y) = (self.place.page, self.place.y);
        self.paged.bookmarks.push(Bookmark { depth, title: title.to_owned(), page, y });
    }
}

/// Returns what draws a line whose left end stands at a place.
fn items_of(line: &Line, at: Point) -> impl Iterator<Item = Item> + '_ {
    line.runs.iter().filter(|run| !run.glyphs.is_empty()).map(move |run| Item::Text {
        face: run.style.face,
        size: run.style.size,
        color: run.style.color,
        at: (at.0 + run.x, at.1),
        glyphs: run.glyphs.clone(),
    })
}

/// Returns what draws some lines under each other; `at` is the top left corner.
fn stacked(set: &[Line], at: Point, lead: f32) -> Vec<Item> {
    let mut y = at.1;
    let mut items = Vec::new();
    for line in set {
        y += lead;
        items.extend(items_of(line, (at.0, y - lead * 0.27)));
    }
    items
}

/// Returns the height of some lines.
fn height_of(set: &[Line], lead: f32) -> f32 {
    set.iter().map(|_| lead).sum()
}
