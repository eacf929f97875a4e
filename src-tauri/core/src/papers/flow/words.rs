//! Running words: headings, paragraphs, lists, links.

use super::super::Error;
use super::super::breaker::{Align, Line, Style, lines};
use super::super::display::{Item, Kid, Role, Target};
use super::super::model::{Level, Part, Span, Weight};
use super::super::shape::Face;
use super::{ACCENT, Flow, INK, MUTED, RULE, items_of, stacked};

/// How a paragraph is set.
struct Look {
    faces: [Face; 3],
    size: f32,
    lead: f32,
    color: super::Color,
    align: Align,
    after: f32,
}

const SERIFS: [Face; 3] = [Face::Serif, Face::SerifStrong, Face::SerifSlanted];
const SANS: [Face; 3] = [Face::Sans, Face::SansStrong, Face::SansSlanted];

impl Look {
    const fn of(part: Part) -> Self {
        match part {
            Part::Kicker => Self { faces: SANS, size: 8.8, lead: 12.0, color: ACCENT, align: Align::Left, after: 2.0 },
            Part::Dateline => Self { faces: SANS, size: 9.6, lead: 13.0, color: MUTED, align: Align::Left, after: 8.0 },
            Part::Body => Self { faces: SERIFS, size: 10.4, lead: 15.2, color: INK, align: Align::Justified, after: 5.0 },
            Part::Column => Self { faces: SERIFS, size: 9.0, lead: 11.6, color: INK, align: Align::Ragged, after: 1.0 },
            Part::Note => Self { faces: SANS, size: 7.8, lead: 10.2, color: MUTED, align: Align::Left, after: 2.0 },
        }
    }

    fn words(&self, spans: &[Span]) -> Vec<(String, Style)> {
        let [plain, strong, slanted] = self.faces;
        let face = |weight| match weight {
            Weight::Plain => plain,
            Weight::Strong => strong,
            Weight::Slanted => slanted,
        };
        spans
            .iter()
            .map(|span| (span.text.clone(), Style { face: face(span.weight), size: self.size, color: self.color }))
            .collect()
    }
}

impl Flow<'_> {
    pub(super) fn heading(&mut self, level: Level, text: &str, next: f32) -> Result<(), Error> {
        let (face, size, lead, before, after, role, depth) = match level {
            Level::Title => (Face::SerifStrong, 22.0, 26.0, 0.0, 3.0, Role::Title, 1),
            Level::Section => (Face::SansStrong, 9.6, 12.6, 6.0, 0.8, Role::Section, 2),
            Level::Chapter => (Face::SerifStrong, 14.5, 18.0, 16.0, 3.0, Role::Section, 2),
            Level::Subsection => (Face::SerifStrong, 10.4, 13.2, 0.0, 1.6, Role::Subsection, 3),
        };
        let set = self.lines(text, Style { face, size, color: INK }, self.place.width, Align::Left)?;
        let height = super::height_of(&set, lead);
        // A heading never stands alone at the foot of a page.
        let below = if level == Level::Chapter { 110.0 } else { 28.0 };
        self.need(before + height + after + next.max(below));
        self.place.y += before;
        self.bookmark(depth, text);
        let element = self.element(role, 0);
        self.content(element, stacked(&set, (self.place.left, self.place.y), lead));
        self.place.y += height + after;
        Ok(())
    }

    pub(super) fn paragraph(&mut self, part: Part, spans: &[Span]) -> Result<(), Error> {
        let look = Look::of(part);
        let set = lines(self.faces, &look.words(spans), self.lang, self.place.width, look.align)?;
        let element = self.element(Role::Paragraph, 0);
        self.run(element, &set, look.lead, 0.0);
        self.place.y += look.after;
        if part == Part::Dateline {
            self.rule(self.place.left, self.place.y - 4.0, self.place.width, 0.6, RULE);
            self.place.y += 5.0;
        }
        Ok(())
    }

    /// Sets lines down the page and over to the next ones; never one line of several alone on a page.
    pub(super) fn run(&mut self, element: usize, set: &[Line], lead: f32, indent: f32) {
        let mut rest = set;
        while !rest.is_empty() {
            let fit = rest.iter().enumerate().take_while(|(place, _)| lead * (index(*place) + 1.0) <= self.room() + 0.5).count();
            let fit = lines_here(rest.len(), fit);
            if fit == 0 && self.place.y > super::MARGIN_TOP {
                self.next_page();
                continue;
            }
            let (here, later) = rest.split_at(fit.clamp(1, rest.len()));
            self.content(element, stacked(here, (self.place.left + indent, self.place.y), lead));
            self.place.y += super::height_of(here, lead);
            rest = later;
            if !rest.is_empty() {
                self.next_page();
            }
        }
    }

    pub(super) fn list(&mut self, points: &[Vec<Span>]) -> Result<(), Error> {
        const INDENT: f32 = 9.0;
        let look = Look::of(Part::Column);
        let list = self.element(Role::List, 0);
        for point in points {
            let set = lines(self.faces, &look.words(point), self.lang, self.place.width - INDENT, look.align)?;
            self.need(look.lead * 2.0);
            let item = self.element(Role::ListItem, list);
            let label = self.element(Role::Label, item);
            let bullet = self.lines("•", Style { face: Face::Sans, size: look.size, color: ACCENT }, INDENT, Align::Left)?;
            self.content(label, stacked(&bullet, (self.place.left, self.place.y), look.lead));
            let body = self.element(Role::ListBody, item);
            self.run(body, &set, look.lead, INDENT);
            self.place.y += 1.2;
        }
        Ok(())
    }

    pub(super) fn link(&mut self, text: &str, url: &str) -> Result<(), Error> {
        let (lead, style) = (13.0, Style { face: Face::Sans, size: 9.4, color: ACCENT });
        let set = self.lines(text, style, self.place.width, Align::Left)?;
        let paragraph = self.element(Role::Paragraph, 0);
        let element = self.element(Role::Link, paragraph);
        for line in &set {
            self.need(lead);
            let base = (self.place.left, self.place.y + lead * 0.73);
            self.content(element, items_of(line, base).collect::<Vec<_>>());
            self.rule(base.0, base.1 + 1.6, line.width, 0.5, ACCENT);
            self.target(element, line.width, lead, text, url);
            self.place.y += lead;
        }
        Ok(())
    }

    fn target(&mut self, element: usize, width: f32, height: f32, label: &str, url: &str) {
        let number = self.place.page;
        let Some(page) = self.paged.pages.get_mut(number) else { return };
        let link = page.links;
        page.links += 1;
        let at = (self.place.left, self.place.y);
        page.items.push(Item::Link {
            at,
            size: (width, height),
            target: Target::Address(url.to_owned()),
            element,
            label: label.to_owned(),
        });
        if let Some(element) = self.paged.elements.get_mut(element) {
            element.kids.push(Kid::Link { page: number, link });
        }
    }
}

/// Returns how many of some lines to set where `fit` have room.
fn lines_here(lines: usize, fit: usize) -> usize {
    let fit = if lines > fit && lines - fit == 1 { fit.saturating_sub(1) } else { fit };
    if fit >= lines || fit >= 2 { fit.min(lines) } else { 0 }
}

#[allow(clippy::cast_precision_loss, reason = "lines on one page")]
fn index(place: usize) -> f32 {
    place as f32
}

#[cfg(test)]
mod tests {
    use super::lines_here;

    #[test]
    fn no_line_of_several_stands_alone() {
        for (lines, fit, expect) in
            [(1, 1, 1), (1, 0, 0), (5, 5, 5), (5, 9, 5), (5, 4, 3), (5, 3, 3), (5, 1, 0), (3, 2, 0), (2, 1, 0)]
        {
            assert_eq!(lines_here(lines, fit), expect, "{lines} lines, room for {fit}");
        }
    }
}
