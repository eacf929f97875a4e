//! Blocks flow down the pages: this decides where each thing stands, and keeps the tree of what it means beside it.

mod contents;
mod notes;
mod plates;
mod tables;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeMap;

use super::Error;
use super::breaker::{Align, Line, Piece, Style, lines};
use super::display::{Bookmark, Color, Element, Item, Kid, PAGE_HEIGHT, PAGE_WIDTH, Page, Paged, Point, Role, Target};
use super::model::{Block, Document, Level};
use super::shape::{Face, Faces, missing};
use crate::texts::Lang;

const GUTTER: f32 = 26.0;

pub(super) const INK: Color = [0x1c, 0x22, 0x2b];
pub(super) const MUTED: Color = [0x5c, 0x66, 0x72];
pub(super) const ACCENT: Color = [0x1f, 0x4e, 0x79];
pub(super) const NOTICE: Color = [0x8a, 0x4b, 0x08];
const RULE: Color = [0xc9, 0xd0, 0xd8];
const TINT: Color = [0xfb, 0xf4, 0xe9];

/// Sets a document on pages.
pub(super) fn pages(document: &Document, faces: &Faces) -> Result<Paged, Error> {
    let words = document.words();
    let around = [document.running.as_str(), document.page_number.as_str()];
    if let Some(missing) = missing(words.iter().map(String::as_str).chain(around)) {
        return Err(Error::GlyphMissing(missing));
    }
    let mut flow = Flow::new(document, faces);
    flow.opening_rule();
    flow.blocks(&document.blocks)?;
    flow.draw_notes();
    flow.fill_contents()?;
    flow.running_heads(&document.running)?;
    flow.page_numbers(&document.page_number)?;
    Ok(flow.paged)
}

/// The edges of the text on a page. A paper with a running head is long, and its text has more air around it.
#[derive(Debug, Clone, Copy)]
struct Frame {
    side: f32,
    top: f32,
    bottom: f32,
    /// Distance of the page number from the foot of the page.
    number: f32,
    roomy: bool,
}

impl Frame {
    const fn of(document: &Document) -> Self {
        if document.running.is_empty() {
            Self { side: 56.0, top: 38.0, bottom: 32.0, number: 24.0, roomy: false }
        } else {
            Self { side: 70.0, top: 66.0, bottom: 62.0, number: 38.0, roomy: true }
        }
    }

    const fn width(self) -> f32 {
        PAGE_WIDTH - 2.0 * self.side
    }

    const fn foot(self) -> f32 {
        PAGE_HEIGHT - self.bottom
    }

    const fn height(self) -> f32 {
        self.foot() - self.top
    }
}

/// Where the next thing will stand.
#[derive(Debug, Clone, Copy)]
struct Place {
    page: usize,
    y: f32,
    left: f32,
    width: f32,
    /// Where this page begins, under headings of a table that are repeated there.
    top: f32,
}

/// What is drawn anew at the head of each page that a table goes over to: lengths from its top left corner.
#[derive(Debug, Clone)]
struct Repeated {
    items: Vec<Item>,
    height: f32,
}

struct Flow<'a> {
    faces: &'a Faces,
    lang: Lang,
    frame: Frame,
    paged: Paged,
    place: Place,
    repeated: Option<Repeated>,
    notes: Vec<notes::Note>,
    /// What stands at the foot of each page.
    feet: Vec<notes::Foot>,
    /// How far down each page is filled.
    filled: Vec<f32>,
    /// Where the text left each page.
    left_at: Vec<f32>,
    /// Every heading but titles, in reading order.
    headings: Vec<(Level, String)>,
    entries: Vec<contents::Entry>,
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
        let frame = Frame::of(document);
        let place = Place { page: 0, y: frame.top, left: frame.side, width: frame.width(), top: frame.top };
        Self {
            faces,
            lang: document.lang,
            frame,
            paged,
            place,
            repeated: None,
            notes: Vec::new(),
            feet: Vec::new(),
            filled: Vec::new(),
            left_at: Vec::new(),
            headings: contents::headings(&document.blocks),
            entries: Vec::new(),
        }
    }

    fn blocks(&mut self, blocks: &[Block]) -> Result<(), Error> {
        for (number, block) in blocks.iter().enumerate() {
            let after = blocks.get(number + 1..).unwrap_or_default();
            self.block(block, after)?;
        }
        Ok(())
    }

    fn block(&mut self, block: &Block, after: &[Block]) -> Result<(), Error> {
        match block {
            Block::Heading { level, text } => {
                // A heading goes over with the beginning of what is below it.
                let next = self.beginning(after)?;
                self.heading(*level, text, next)
            }
            Block::Paragraph { part, spans } => self.paragraph(*part, spans),
            Block::Headline { figure, sentence } => self.headline(figure, sentence),
            Block::Callout { text } => self.callout(text),
            Block::Measures(measures) => self.measures(measures),
            Block::Figure { chart, alt, note } => {
                let table = matches!(after, [Block::Table(_), ..]);
                let next = if table { self.beginning(after)? } else { 0.0 };
                self.figure(chart, alt, note, next)
            }
            Block::Table(table) => self.table(table),
            Block::List(points) => self.list(points),
            Block::Link { text, url } => self.link(text, url),
            Block::Digests { digests, note } => self.digests(digests, note),
            Block::Columns { split, left, right } => self.columns(*split, left, right),
            Block::Numbered { number, spans } => self.numbered(number, spans),
            Block::Quote { spans, source } => self.quote(spans, source),
            Block::Written { label, paragraphs } => self.written(label, paragraphs),
            Block::Photo(photo) => self.photo(photo),
            Block::Exhibits { caption, heads, exhibits } => self.exhibits(caption, heads, exhibits),
            Block::Contents { heading } => self.contents(heading),
            Block::PageBreak => {
                if self.place.y > self.place.top {
                    self.next_page();
                }
                Ok(())
            }
        }
    }

    /// Returns how much room the beginning of some blocks takes: what a heading above them must not be parted from.
    fn beginning(&self, blocks: &[Block]) -> Result<f32, Error> {
        let Some((first, after)) = blocks.split_first() else { return Ok(0.0) };
        let height = match first {
            Block::Heading { level, text } => self.heading_height(*level, text)? + self.beginning(after)?,
            Block::Figure { chart, note, .. } => {
                let figure = self.figure_height(chart, note)?;
                let table = if matches!(after, [Block::Table(_), ..]) { self.beginning(after)? } else { 0.0 };
                if figure + table <= self.frame.height() * NEAR { figure + table } else { figure }
            }
            Block::Table(table) => self.table_beginning(table)?,
            Block::Photo(photo) => self.photo_height(photo)?,
            Block::Exhibits { caption, heads, exhibits } => self.exhibits_beginning(caption, heads, exhibits)?,
            Block::Paragraph { spans, .. } | Block::Numbered { spans, .. } | Block::Quote { spans, .. } => {
                self.lines_beginning(spans)?
            }
            Block::List(points) => self.lines_beginning(points.first().map_or(&[], Vec::as_slice))?,
            Block::Written { .. } | Block::Callout { .. } | Block::Headline { .. } | Block::Measures(_) => 74.0,
            Block::Columns { left, right, .. } => self.beginning(left)?.max(self.beginning(right)?).max(72.0),
            Block::Contents { .. } | Block::Digests { .. } => 60.0,
            Block::Link { .. } => 20.0,
            Block::PageBreak => 0.0,
        };
        Ok(height.min(self.frame.height() * 0.95))
    }

    /// Sets two columns from the same height; the flow goes on under the longer one.
    fn columns(&mut self, split: f32, left: &[Block], right: &[Block]) -> Result<(), Error> {
        // Both begin on the same page. What stands beside a heading begins at the height of its letters.
        self.need(72.0);
        let headed = matches!(left, [Block::Heading { level: Level::Subsection, .. }, ..]);
        let (above, lower) = if headed { (6.0, 2.6) } else { (0.0, 0.0) };
        self.place.y += above;
        let start = self.place;
        let width = (start.width - GUTTER) * split.clamp(0.1, 0.9);
        let mut ends = Vec::new();
        let beside = start.width - GUTTER - width;
        for (blocks, offset, width, lower) in [(left, 0.0, width, 0.0), (right, width + GUTTER, beside, lower)] {
            self.place = Place { left: start.left + offset, width, y: start.y + lower, ..start };
            self.blocks(blocks)?;
            ends.push((self.place.page, self.place.y, self.place.top));
        }
        let (page, y, top) = ends
            .into_iter()
            .fold((start.page, start.y, start.top), |a, b| if b.0 > a.0 || (b.0 == a.0 && b.1 > a.1) { b } else { a });
        let below = if headed { 2.4 } else { 0.0 };
        self.place = Place { page, y: y + below, top, ..start };
        Ok(())
    }

    /// A short stroke of the accent over the first line: the only ornament.
    fn opening_rule(&mut self) {
        let at = (self.place.left, self.place.y);
        self.decoration([Item::Rect { at, size: (34.0, 2.4), fill: ACCENT }]);
        self.place.y += 9.0;
    }

    /// Names the paper at the head of every page but the first.
    fn running_heads(&mut self, words: &str) -> Result<(), Error> {
        if words.trim().is_empty() {
            return Ok(());
        }
        let style = Style { face: Face::Sans, size: 8.4, color: MUTED };
        let set = self.lines(words, style, self.frame.width(), Align::Left)?;
        let Some(line) = set.first() else { return Ok(()) };
        let left = self.frame.side;
        for page in 1..self.paged.pages.len() {
            let y = self.frame.top - 26.0;
            let mut items: Vec<Item> = items_of(line, (left, y)).collect();
            items.push(Item::Rect { at: (left, y + 6.0), size: (self.frame.width(), 0.5), fill: RULE });
            self.furniture(page, false, items);
        }
        Ok(())
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
            let set = self.lines(&words, style, self.frame.width(), Align::Right)?;
            let at = (self.frame.side, PAGE_HEIGHT - self.frame.number);
            self.furniture(page, true, set.iter().flat_map(|line| items_of(line, at)).collect::<Vec<_>>());
        }
        Ok(())
    }

    fn lines(&self, words: &str, style: Style, width: f32, align: Align) -> Result<Vec<Line>, Error> {
        lines(self.faces, &[Piece::new(words, style)], self.lang, width, align)
    }

    /// Returns how much room is left on this page, above its footnotes.
    fn room(&self) -> f32 {
        self.frame.foot() - self.foot_height(self.place.page) - self.place.y
    }

    /// Says whether nothing stands on this page yet.
    fn is_fresh(&self) -> bool {
        self.place.y <= self.place.top
    }

    fn next_page(&mut self) {
        set_at(&mut self.left_at, self.place.page, self.place.y);
        self.place.page += 1;
        self.place.y = self.frame.top;
        self.place.top = self.frame.top;
        if self.place.page >= self.paged.pages.len() {
            self.paged.pages.push(Page::default());
        }
        if let Some(Repeated { items, height }) = self.repeated.clone() {
            let (left, y) = (self.place.left, self.place.y);
            self.decoration(items.into_iter().map(|item| moved(item, (left, y))).collect::<Vec<_>>());
            self.place.y += height;
            self.place.top = self.place.y;
        }
    }

    /// Goes to the next page unless this one has room.
    fn need(&mut self, height: f32) {
        if self.room() < height && !self.is_fresh() {
            self.next_page();
        }
        // A footnote that began on a page before may have taken the room.
        while self.room() < height && self.foot_height(self.place.page) > 0.0 && self.is_fresh() {
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
        self.content_on(self.place.page, element, items);
    }

    /// Draws what belongs to an element on some page; returns the place of the first item on it.
    fn content_on(&mut self, number: usize, element: usize, items: impl IntoIterator<Item = Item>) -> usize {
        let Some(page) = self.paged.pages.get_mut(number) else { return 0 };
        let mark = page.marks;
        page.marks += 1;
        page.items.push(Item::Open { element, mark });
        let first = page.items.len();
        page.items.extend(items);
        page.items.push(Item::Close);
        if let Some(element) = self.paged.elements.get_mut(element) {
            element.kids.push(Kid::Mark { page: number, mark });
        }
        first
    }

    /// Lets a place on a page lead somewhere; returns the place of the link among the page's items.
    fn target(&mut self, number: usize, element: usize, area: (Point, (f32, f32)), target: Target, label: &str) -> usize {
        let Some(page) = self.paged.pages.get_mut(number) else { return 0 };
        let link = page.links;
        page.links += 1;
        let place = page.items.len();
        page.items.push(Item::Link { at: area.0, size: area.1, target, element, label: label.to_owned() });
        if let Some(element) = self.paged.elements.get_mut(element) {
            element.kids.push(Kid::Link { page: number, link });
        }
        place
    }

    /// Draws what means nothing: rules and grounds.
    fn decoration(&mut self, items: impl IntoIterator<Item = Item>) {
        self.beside(self.place.page, Item::Decoration, items);
    }

    /// Draws what stands at the edge of a page and belongs to none of its words.
    fn furniture(&mut self, page: usize, foot: bool, items: impl IntoIterator<Item = Item>) {
        self.beside(page, Item::Furniture { foot }, items);
    }

    /// Draws what is no part of the tree.
    fn beside(&mut self, page: usize, opening: Item, items: impl IntoIterator<Item = Item>) {
        let Some(page) = self.paged.pages.get_mut(page) else { return };
        page.items.push(opening);
        page.items.extend(items);
        page.items.push(Item::Close);
    }

    fn rule(&mut self, left: f32, y: f32, width: f32, thickness: f32, fill: Color) {
        self.decoration([Item::Rect { at: (left, y), size: (width, thickness), fill }]);
    }

    /// Goes down the page over what was drawn.
    fn down(&mut self, height: f32) {
        self.place.y += height;
        let filled = self.filled.get(self.place.page).copied().unwrap_or(0.0).max(self.place.y);
        set_at(&mut self.filled, self.place.page, filled);
    }

    /// Draws a rule at the left of everything that was set since a place.
    fn bar(&mut self, since: Place, left: f32, thickness: f32, fill: Color) {
        for page in since.page..=self.place.page {
            let top = if page == since.page { since.y } else { self.frame.top };
            let end = if page == self.place.page { Some(self.place.y) } else { self.left_at.get(page).copied() };
            if let Some(height) = end.map(|end| end - top).filter(|height| *height > 0.0) {
                self.beside(page, Item::Decoration, [Item::Rect { at: (left, top), size: (thickness, height), fill }]);
            }
        }
    }

    fn bookmark(&mut self, depth: u8, title: &str) {
        let (page, y) = (self.place.page, self.place.y);
        self.paged.bookmarks.push(Bookmark { depth, title: title.to_owned(), page, y });
    }
}

/// Share of a page up to which a drawing and the head of its table are kept together.
const NEAR: f32 = 0.75;

/// Puts a value at a place of a list that may be shorter.
fn set_at(list: &mut Vec<f32>, place: usize, value: f32) {
    if list.len() <= place {
        list.resize(place + 1, 0.0);
    }
    if let Some(kept) = list.get_mut(place) {
        *kept = value;
    }
}

/// Returns words or a rectangle moved by a distance.
fn moved(item: Item, by: Point) -> Item {
    let to = |at: Point| (at.0 + by.0, at.1 + by.1);
    match item {
        Item::Text { face, size, color, at, glyphs } => Item::Text { face, size, color, at: to(at), glyphs },
        Item::Rect { at, size, fill } => Item::Rect { at: to(at), size, fill },
        other => other,
    }
}

/// Returns what draws a line whose left end stands at a place.
fn items_of(line: &Line, at: Point) -> impl Iterator<Item = Item> + '_ {
    line.runs.iter().filter(|run| !run.glyphs.is_empty()).map(move |run| Item::Text {
        face: run.style.face,
        size: run.style.size,
        color: run.style.color,
        at: (at.0 + run.x, at.1 - run.rise),
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
