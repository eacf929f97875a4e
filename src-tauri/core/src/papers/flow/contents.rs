//! The contents: its entries are known before the text is set, and their pages after it, so the room is kept and the numbers are put in
//! at the end.

use super::super::Error;
use super::super::breaker::{Align, Line, Style};
use super::super::display::{Item, Role, Target};
use super::super::model::{Block, Level};
use super::super::shape::Face;
use super::{Flow, INK, MUTED, height_of, items_of};

/// Room for the page number at the end of an entry.
const NUMBER: f32 = 24.0;
/// Distance of the dots that lead to it.
const DOTS: f32 = 4.4;

/// An entry whose page is not known yet.
pub(super) struct Entry {
    /// Its place among the headings.
    heading: usize,
    page: usize,
    /// Place of the number and of the link among the page's items.
    number: usize,
    link: usize,
    right: f32,
}

/// How an entry is set.
struct Look {
    style: Style,
    indent: f32,
    lead: f32,
    before: f32,
}

impl Look {
    fn of(level: Level, chapters: bool) -> Self {
        let plain = Style { face: Face::Serif, size: 10.0, color: INK };
        match level {
            Level::Chapter | Level::Title => {
                let style = Style { face: Face::SerifStrong, size: 10.4, ..plain };
                Self { style, indent: 0.0, lead: 14.0, before: 6.0 }
            }
            Level::Section if chapters => Self { style: plain, indent: 14.0, lead: 13.4, before: 0.8 },
            Level::Section => Self { style: plain, indent: 0.0, lead: 13.6, before: 2.0 },
            Level::Subsection => {
                let style = Style { size: 9.4, color: MUTED, ..plain };
                Self { style, indent: if chapters { 28.0 } else { 14.0 }, lead: 12.6, before: 0.4 }
            }
        }
    }
}

/// Lists every heading but titles, in the order in which they are set.
pub(super) fn headings(blocks: &[Block]) -> Vec<(Level, String)> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { level, text } if *level != Level::Title => found.push((*level, text.clone())),
            Block::Columns { left, right, .. } => found.extend(headings(left).into_iter().chain(headings(right))),
            _ => {}
        }
    }
    found
}

impl Flow<'_> {
    pub(super) fn contents(&mut self, heading: &str) -> Result<(), Error> {
        let passed = self.paged.bookmarks.iter().filter(|bookmark| bookmark.depth > 1).count();
        let entries: Vec<(Level, String)> = self.headings.iter().skip(passed).cloned().collect();
        let chapters = entries.iter().any(|(level, _)| *level == Level::Chapter);
        self.contents_heading(heading)?;
        let element = self.element(Role::Contents, 0);
        for (number, (level, title)) in entries.iter().enumerate() {
            self.entry(element, passed + number, &Look::of(*level, chapters), title)?;
        }
        self.down(10.0);
        Ok(())
    }

    fn contents_heading(&mut self, words: &str) -> Result<(), Error> {
        let style = Style { face: Face::SerifStrong, size: 13.0, color: INK };
        let set = self.lines(words, style, self.place.width, Align::Left)?;
        self.need(40.0 + height_of(&set, 17.0));
        self.down(8.0);
        let element = self.element(Role::Section, 0);
        self.plain(element, &set, 17.0, 0.0);
        self.down(2.0);
        Ok(())
    }

    fn entry(&mut self, parent: usize, heading: usize, look: &Look, title: &str) -> Result<(), Error> {
        let width = (self.place.width - look.indent - NUMBER).max(NUMBER);
        let set = self.lines(title, look.style, width, Align::Left)?;
        let Some(last) = set.last() else { return Ok(()) };
        let height = height_of(&set, look.lead);
        self.need(height + look.before);
        if !self.is_fresh() {
            self.down(look.before);
        }
        let (left, y, page) = (self.place.left + look.indent, self.place.y, self.place.page);
        let right = self.place.left + self.place.width;
        let base = y + height - look.lead * 0.27;
        let entry = self.element(Role::ContentsEntry, parent);
        let reference = self.element(Role::Reference, entry);
        let link = self.element(Role::Link, reference);
        self.content(link, super::stacked(&set, (left, y), look.lead));
        self.dots(left + last.width, right - NUMBER, base)?;
        let style = Style { face: Face::Serif, ..look.style };
        let number = Item::Text { face: style.face, size: style.size, color: style.color, at: (right, base), glyphs: Vec::new() };
        let number = self.content_on(page, link, [number]);
        let area = ((left, y), (right - left, height));
        let link = self.target(page, link, area, Target::Place { page, y }, title);
        self.entries.push(Entry { heading, page, number, link, right });
        self.down(height);
        Ok(())
    }

    /// Leads the eye from a title to its page; the dots of all entries stand under each other.
    fn dots(&mut self, from: f32, to: f32, base: f32) -> Result<(), Error> {
        let style = Style { face: Face::Sans, size: 8.0, color: MUTED };
        let mut glyphs = Vec::new();
        let mut x = to;
        while x - DOTS > from + 5.0 {
            x -= DOTS;
            glyphs.extend(self.faces.shape(style.face, ".", self.lang)?);
        }
        for glyph in &mut glyphs {
            glyph.advance = DOTS * 1_000.0 / style.size;
        }
        if !glyphs.is_empty() {
            self.decoration([Item::Text { face: style.face, size: style.size, color: style.color, at: (x, base), glyphs }]);
        }
        Ok(())
    }

    /// Puts the page numbers into the contents.
    pub(super) fn fill_contents(&mut self) -> Result<(), Error> {
        let marks: Vec<(usize, f32)> =
            self.paged.bookmarks.iter().filter(|bookmark| bookmark.depth > 1).map(|mark| (mark.page, mark.y)).collect();
        for entry in std::mem::take(&mut self.entries) {
            let Some((page, y)) = marks.get(entry.heading).copied() else { continue };
            let set: Vec<Line> = match self.paged.pages.get(entry.page).and_then(|page| page.items.get(entry.number)) {
                Some(Item::Text { face, size, color, .. }) => {
                    let style = Style { face: *face, size: *size, color: *color };
                    self.lines(&(page + 1).to_string(), style, NUMBER * 4.0, Align::Left)?
                }
                _ => continue,
            };
            let Some(found) = self.paged.pages.get_mut(entry.page) else { continue };
            let drawn = set.first().and_then(|line| items_of(line, (entry.right - line.width, 0.0)).next());
            if let (Some(Item::Text { at, glyphs, .. }), Some(Item::Text { at: (x, _), glyphs: shaped, .. })) =
                (found.items.get_mut(entry.number), drawn)
            {
                at.0 = x;
                *glyphs = shaped;
            }
            if let Some(Item::Link { target, .. }) = found.items.get_mut(entry.link) {
                *target = Target::Place { page, y };
            }
        }
        Ok(())
    }
}
