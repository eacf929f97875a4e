//! Footnotes: each begins on the page of its mark, under a short rule at the foot, and leads back to the mark.

use super::super::Error;
use super::super::breaker::{Align, Line, Style, lines};
use super::super::display::{Item, Point, Role, Target};
use super::super::shape::Face;
use super::{ACCENT, Flow, INK, Place, RULE, height_of, items_of, stacked};
use crate::papers::breaker::Piece;

const SIZE: f32 = 8.2;
const LEAD: f32 = 10.6;
const INDENT: f32 = 15.0;
/// Room for the rule over the first footnote of a page.
const HEAD: f32 = 12.0;
/// Room between two footnotes.
const BETWEEN: f32 = 1.6;
/// Share of a page that a footnote carried over may take.
const CARRIED: f32 = 0.5;

/// A footnote that was set.
pub(super) struct Note {
    number: usize,
    text: String,
    mark: Vec<Line>,
    lines: Vec<Line>,
    element: usize,
    /// Page and place of the link at the mark, and where the mark stands.
    link: Option<(usize, usize, f32)>,
}

/// What stands at the foot of a page.
#[derive(Default)]
pub(super) struct Foot {
    height: f32,
    parts: Vec<Part>,
}

/// Some lines of a footnote.
struct Part {
    note: usize,
    first: usize,
    count: usize,
}

impl Flow<'_> {
    /// Numbers a footnote and breaks it into lines; returns its place in the list of footnotes.
    pub(super) fn note(&mut self, text: &str) -> Result<usize, Error> {
        let place = self.notes.len();
        let number = place + 1;
        let style = Style { face: Face::Serif, size: SIZE, color: INK };
        let mark = self.lines(&number.to_string(), Style { color: ACCENT, ..style }, self.frame.width(), Align::Left)?;
        let lines = lines(self.faces, &[Piece::new(text, style)], self.lang, self.frame.width() - INDENT, Align::Ragged)?;
        self.notes.push(Note { number, text: text.to_owned(), mark, lines, element: 0, link: None });
        Ok(place)
    }

    /// Returns how much room the lines of a footnote would take that is not set yet.
    pub(super) fn note_height(&self, text: &str) -> Result<f32, Error> {
        let style = Style { face: Face::Serif, size: SIZE, color: INK };
        Ok(height_of(&self.lines(text, style, self.frame.width() - INDENT, Align::Ragged)?, LEAD) + BETWEEN)
    }

    pub(super) fn note_number(&self, note: usize) -> usize {
        self.notes.get(note).map_or(0, |note| note.number)
    }

    pub(super) fn note_text(&self, note: usize) -> String {
        self.notes.get(note).map(|note| note.text.clone()).unwrap_or_default()
    }

    /// Remembers the link at a mark, to be led to the footnote.
    pub(super) fn note_linked(&mut self, note: usize, page: usize, item: usize, y: f32) {
        if let Some(note) = self.notes.get_mut(note) {
            note.link = Some((page, item, y));
        }
    }

    /// Gives a footnote its element.
    pub(super) fn note_element(&mut self, note: usize, parent: usize) {
        let element = self.element(Role::Note, parent);
        if let Some(note) = self.notes.get_mut(note) {
            note.element = element;
        }
    }

    /// Returns the height of what stands at the foot of a page.
    pub(super) fn foot_height(&self, page: usize) -> f32 {
        self.feet.get(page).map_or(0.0, |foot| foot.height)
    }

    /// Returns how much higher the foot of this page gets with some footnotes more.
    pub(super) fn foot_growth(&self, notes: &[usize]) -> f32 {
        if notes.is_empty() {
            return 0.0;
        }
        let head = if self.foot_height(self.place.page) > 0.0 { 0.0 } else { HEAD };
        let of = |note: &usize| self.notes.get(*note).map_or(0.0, |note| height_of(&note.lines, LEAD) + BETWEEN);
        head + notes.iter().map(of).sum::<f32>()
    }

    /// Returns how far down this page its foot may rise.
    pub(super) fn foot_limit(&self) -> f32 {
        self.filled.get(self.place.page).copied().unwrap_or(0.0).max(self.place.y)
    }

    /// Puts a footnote at the foot of this page; what has no room there goes on at the foot of the next ones.
    pub(super) fn put_note(&mut self, note: usize) {
        let lines = self.notes.get(note).map_or(0, |note| note.lines.len());
        let (mut page, mut first) = (self.place.page, 0);
        let mut limit = self.foot_limit();
        while first < lines {
            let foot = self.foot_height(page);
            let head = if foot > 0.0 { 0.0 } else { HEAD };
            let room = self.frame.foot() - foot - limit - head - BETWEEN;
            let fit = (first..lines).zip(1_u16..).take_while(|(_, count)| f32::from(*count) * LEAD <= room + 0.5).count();
            // A mark is never without the beginning of its footnote.
            let count = if first == 0 { fit.max(1) } else { fit };
            if count > 0 {
                self.put_part(page, head, Part { note, first, count });
            }
            first += count;
            page += 1;
            limit = self.frame.top + self.frame.height() * (1.0 - CARRIED);
        }
    }

    fn put_part(&mut self, page: usize, head: f32, part: Part) {
        while self.feet.len() <= page {
            self.feet.push(Foot::default());
        }
        while self.paged.pages.len() <= page {
            self.paged.pages.push(super::Page::default());
        }
        if let Some(foot) = self.feet.get_mut(page) {
            foot.height += head + BETWEEN + lead_of(part.count);
            foot.parts.push(part);
        }
    }

    /// Draws every footnote, when all of them have their places.
    pub(super) fn draw_notes(&mut self) {
        let last = Place { left: self.frame.side, width: self.frame.width(), ..self.place };
        for (page, foot) in std::mem::take(&mut self.feet).into_iter().enumerate().filter(|(_, foot)| foot.height > 0.0) {
            self.place = Place { page, y: self.frame.foot() - foot.height + HEAD - 6.5, ..last };
            self.rule(self.place.left, self.place.y, 58.0, 0.5, RULE);
            self.place.y += 6.5;
            for part in foot.parts {
                self.place.y += BETWEEN;
                self.draw_part(&part);
            }
        }
        self.place = last;
    }

    fn draw_part(&mut self, part: &Part) {
        let Some(note) = self.notes.get(part.note) else { return };
        let set: Vec<Line> = note.lines.iter().skip(part.first).take(part.count).cloned().collect();
        let (element, link, number) = (note.element, note.link, note.number);
        let at: Point = (self.place.left, self.place.y);
        let page = self.place.page;
        if part.first == 0 {
            let mark: Vec<Item> = note.mark.iter().flat_map(|line| items_of(line, (at.0, at.1 + LEAD * 0.73))).collect();
            let back = self.element(Role::Link, element);
            self.content(back, mark);
            if let Some((from, item, y)) = link {
                let area = (at, (INDENT - 3.0, LEAD));
                self.target(page, back, area, Target::Place { page: from, y }, &number.to_string());
                self.lead_to(from, item, Target::Place { page, y: at.1 });
            }
        }
        self.content(element, stacked(&set, (at.0 + INDENT, at.1), LEAD));
        self.place.y += lead_of(part.count);
    }

    /// Lets a link that is drawn already lead to a place.
    fn lead_to(&mut self, page: usize, item: usize, to: Target) {
        let link = self.paged.pages.get_mut(page).and_then(|page| page.items.get_mut(item));
        if let Some(Item::Link { target, .. }) = link {
            *target = to;
        }
    }
}

#[allow(clippy::cast_precision_loss, reason = "lines on one page")]
fn lead_of(lines: usize) -> f32 {
    lines as f32 * LEAD
}
