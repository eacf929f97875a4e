//! Running words: headings, paragraphs, lists, quotes, links.

use super::super::Error;
use super::super::breaker::{Align, Line, Piece, Style, lines};
use super::super::display::{Item, Role, Target};
use super::super::model::{Level, Part, Span, Weight};
use super::super::shape::Face;
use super::{ACCENT, BTreeMap, Flow, INK, MUTED, NOTICE, RULE, height_of, items_of, stacked};
use crate::texts::Lang;

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

/// Share of its text's size that the mark of a footnote has, and how far it stands above the line.
const MARK_SIZE: f32 = 0.66;
const MARK_RISE: f32 = 0.34;

impl Look {
    const fn of(part: Part, roomy: bool) -> Self {
        match part {
            Part::Kicker => Self { faces: SANS, size: 8.8, lead: 12.0, color: ACCENT, align: Align::Left, after: 2.0 },
            Part::Dateline => Self { faces: SANS, size: 9.6, lead: 13.0, color: MUTED, align: Align::Left, after: 8.0 },
            Part::Body => Self { faces: SERIFS, size: 10.4, lead: 15.2, color: INK, align: Align::Justified, after: 5.0 },
            Part::Column => Self { faces: SERIFS, size: 9.0, lead: 11.6, color: INK, align: Align::Ragged, after: 1.0 },
            Part::Note if roomy => Self { faces: SANS, size: 8.6, lead: 11.8, color: MUTED, align: Align::Left, after: 4.0 },
            Part::Note => Self { faces: SANS, size: 7.8, lead: 10.2, color: MUTED, align: Align::Left, after: 2.0 },
        }
    }

    fn of_list(roomy: bool) -> Self {
        let small = Self::of(Part::Column, roomy);
        if roomy { Self { size: 10.2, lead: 14.2, ..small } } else { small }
    }

    fn piece(&self, span: &Span, text: &str) -> Piece {
        let [plain, strong, slanted] = self.faces;
        let face = match span.weight {
            Weight::Plain => plain,
            Weight::Strong => strong,
            Weight::Slanted => slanted,
        };
        let color = if span.url.is_some() { ACCENT } else { self.color };
        Piece { lang: span.lang, ..Piece::new(text, Style { face, size: self.size, color }) }
    }
}

/// What the words of a piece are.
enum Owner {
    /// Words of the paragraph itself.
    Plain,
    /// Words of another language, or words that lead to an address.
    Words { lang: Option<Lang>, url: Option<String>, text: String },
    /// The mark of a footnote.
    Mark(usize),
}

/// Words broken into lines, with what each piece of them is.
pub(super) struct Set {
    lines: Vec<Line>,
    owners: Vec<Owner>,
}

impl Set {
    /// Returns the footnotes whose marks stand on a line.
    fn notes(&self, line: &Line) -> Vec<usize> {
        let owners = line.runs.iter().filter_map(|run| self.owners.get(run.piece));
        owners.filter_map(|owner| if let Owner::Mark(note) = owner { Some(*note) } else { None }).collect()
    }
}

/// What hangs at the left of the first line: the element it belongs to and its words.
struct Hung {
    element: usize,
    lines: Vec<Line>,
}

/// How lines stand: the distance of their base lines and from the left edge.
#[derive(Clone, Copy)]
struct Stand {
    lead: f32,
    indent: f32,
}

/// How a heading is set.
struct Head {
    style: Style,
    lead: f32,
    before: f32,
    after: f32,
    role: Role,
    depth: u8,
}

impl Head {
    const fn of(level: Level, roomy: bool) -> Self {
        let (face, size, lead, before, after) = match (level, roomy) {
            (Level::Title, false) => (Face::SerifStrong, 22.0, 26.0, 0.0, 3.0),
            (Level::Title, true) => (Face::SerifStrong, 24.0, 29.0, 2.0, 5.0),
            (Level::Section, false) => (Face::SansStrong, 9.6, 12.6, 6.0, 0.8),
            (Level::Section, true) => (Face::SerifStrong, 12.6, 16.0, 12.0, 3.4),
            (Level::Chapter, false) => (Face::SerifStrong, 14.5, 18.0, 16.0, 3.0),
            (Level::Chapter, true) => (Face::SerifStrong, 17.0, 21.0, 22.0, 6.0),
            (Level::Subsection, false) => (Face::SerifStrong, 10.4, 13.2, 0.0, 1.6),
            (Level::Subsection, true) => (Face::SansStrong, 10.2, 13.6, 8.0, 2.4),
        };
        let (role, depth) = match level {
            Level::Title => (Role::Title, 1),
            Level::Section | Level::Chapter => (Role::Section, 2),
            Level::Subsection => (Role::Subsection, 3),
        };
        Self { style: Style { face, size, color: INK }, lead, before, after, role, depth }
    }
}

impl Flow<'_> {
    /// Returns how much room a heading takes.
    pub(super) fn heading_height(&self, level: Level, text: &str) -> Result<f32, Error> {
        let head = Head::of(level, self.frame.roomy);
        let set = self.lines(text, head.style, self.place.width, Align::Left)?;
        Ok(head.before + height_of(&set, head.lead) + head.after)
    }

    pub(super) fn heading(&mut self, level: Level, text: &str, next: f32) -> Result<(), Error> {
        let head = Head::of(level, self.frame.roomy);
        let set = self.lines(text, head.style, self.place.width, Align::Left)?;
        let height = height_of(&set, head.lead);
        // A heading never stands alone at the foot of a page.
        let below = if level == Level::Chapter { 110.0 } else { 28.0 };
        self.need((head.before + height + head.after + next.max(below)).min(self.frame.height()));
        // At the head of a page a heading stands at the height of the first line.
        if !(self.frame.roomy && self.is_fresh()) {
            self.down(head.before);
        }
        self.bookmark(head.depth, text);
        let element = self.element(head.role, 0);
        self.plain(element, &set, head.lead, 0.0);
        self.down(head.after);
        Ok(())
    }

    /// Breaks spans into lines, numbers their footnotes and breaks those too.
    fn set(&mut self, look: &Look, spans: &[Span], width: f32) -> Result<Set, Error> {
        let (mut pieces, mut owners) = (Vec::new(), Vec::new());
        for span in spans {
            // The mark stands behind the last word, before the blank that may follow it.
            let words = if span.note.is_some() { span.text.trim_end() } else { span.text.as_str() };
            pieces.push(look.piece(span, words));
            owners.push(match (span.lang, &span.url) {
                (None, None) => Owner::Plain,
                (lang, url) => Owner::Words { lang, url: url.clone(), text: words.to_owned() },
            });
            let Some(text) = &span.note else { continue };
            let note = self.note(text)?;
            let mark = look.piece(&Span::plain(""), &self.note_number(note).to_string());
            let style = Style { size: look.size * MARK_SIZE, color: ACCENT, ..mark.style };
            pieces.push(Piece { style, rise: look.size * MARK_RISE, clings: true, ..mark });
            owners.push(Owner::Mark(note));
            let rest = span.text.get(words.len()..).unwrap_or_default();
            if !rest.is_empty() {
                pieces.push(look.piece(&Span::plain(""), rest));
                owners.push(Owner::Plain);
            }
        }
        Ok(Set { lines: lines(self.faces, &pieces, self.lang, width.max(look.size * 2.0), look.align)?, owners })
    }

    /// Returns how much room the first lines of a paragraph take, with the footnotes that they may bring.
    pub(super) fn lines_beginning(&self, spans: &[Span]) -> Result<f32, Error> {
        let look = Look::of(Part::Body, self.frame.roomy);
        let pieces: Vec<Piece> = spans.iter().map(|span| look.piece(span, &span.text)).collect();
        let set = lines(self.faces, &pieces, self.lang, self.place.width, look.align)?;
        let mut height = height_of(set.get(..set.len().min(3)).unwrap_or_default(), look.lead);
        let shown = set.iter().take(3).flat_map(|line| &line.runs).map(|run| run.piece).max().unwrap_or(0);
        for note in spans.iter().take(shown + 1).filter_map(|span| span.note.as_ref()) {
            height += self.note_height(note)? + 12.0;
        }
        Ok(height)
    }

    pub(super) fn paragraph(&mut self, part: Part, spans: &[Span]) -> Result<(), Error> {
        let look = Look::of(part, self.frame.roomy);
        let set = self.set(&look, spans, self.place.width)?;
        let element = self.element(Role::Paragraph, 0);
        self.run(element, &set, Stand { lead: look.lead, indent: 0.0 }, None);
        self.down(look.after);
        if part == Part::Dateline {
            self.rule(self.place.left, self.place.y - 4.0, self.place.width, 0.6, RULE);
            self.down(5.0);
        }
        Ok(())
    }

    /// Sets lines without footnotes and links down the page and over to the next ones.
    pub(super) fn plain(&mut self, element: usize, set: &[Line], lead: f32, indent: f32) {
        let set = Set { lines: set.to_vec(), owners: Vec::new() };
        self.run(element, &set, Stand { lead, indent }, None);
    }

    /// Sets lines down the page and over to the next ones; never one line of several alone on a page.
    fn run(&mut self, element: usize, set: &Set, stand: Stand, mut hung: Option<Hung>) {
        let mut made = BTreeMap::new();
        let mut rest = set.lines.as_slice();
        while !rest.is_empty() {
            let fit = lines_here(rest.len(), self.fit(set, rest, stand.lead));
            if fit == 0 && !self.is_fresh() {
                self.next_page();
                continue;
            }
            let (here, later) = rest.split_at(fit.clamp(1, rest.len()));
            if let Some(hung) = hung.take() {
                self.content(hung.element, stacked(&hung.lines, (self.place.left, self.place.y), stand.lead));
            }
            self.drawn_lines(element, set, here, stand, &mut made);
            self.down(height_of(here, stand.lead));
            for note in here.iter().flat_map(|line| set.notes(line)) {
                self.put_note(note);
            }
            rest = later;
            if !rest.is_empty() {
                self.next_page();
            }
        }
        for owner in &set.owners {
            if let Owner::Mark(note) = owner {
                self.note_element(*note, element);
            }
        }
    }

    /// Counts the lines that have room on this page together with their footnotes.
    fn fit(&self, set: &Set, rest: &[Line], lead: f32) -> usize {
        let foot = self.frame.foot() - self.foot_height(self.place.page);
        let (mut y, mut notes) = (self.place.y, Vec::new());
        let mut count = 0;
        for line in rest {
            y += lead;
            let before = notes.len();
            notes.extend(set.notes(line));
            let limit = if notes.len() > before || before > 0 { self.foot_limit().max(y) } else { y };
            if limit + self.foot_growth(&notes) > foot + 0.5 {
                break;
            }
            count += 1;
        }
        count
    }

    /// Draws lines on this page: words that belong to an element of their own are parted from the others.
    fn drawn_lines(&mut self, element: usize, set: &Set, here: &[Line], stand: Stand, made: &mut BTreeMap<usize, usize>) {
        let mut waiting: Vec<Item> = Vec::new();
        let (left, mut y) = (self.place.left + stand.indent, self.place.y);
        for line in here {
            let top = y;
            y += stand.lead;
            let items = items_of(line, (left, y - stand.lead * 0.27));
            for (run, item) in line.runs.iter().filter(|run| !run.glyphs.is_empty()).zip(items) {
                let Some(owner) = set.owners.get(run.piece).filter(|owner| !matches!(owner, Owner::Plain)) else {
                    waiting.push(item);
                    continue;
                };
                if !waiting.is_empty() {
                    self.content(element, std::mem::take(&mut waiting));
                }
                let own = *made.entry(run.piece).or_insert_with(|| self.owner_element(element, owner));
                self.content(own, [item]);
                let width = super::super::shape::advance(&run.glyphs) * run.style.size / 1_000.0;
                self.owner_link(own, owner, ((left + run.x, top), (width, stand.lead)));
            }
        }
        if !waiting.is_empty() {
            self.content(element, waiting);
        }
    }

    /// Makes the element of words that have one of their own.
    fn owner_element(&mut self, parent: usize, owner: &Owner) -> usize {
        match owner {
            Owner::Plain => parent,
            Owner::Words { lang, url, .. } => {
                let element = self.element(if url.is_some() { Role::Link } else { Role::Span }, parent);
                if let Some(element) = self.paged.elements.get_mut(element) {
                    element.lang = *lang;
                }
                element
            }
            Owner::Mark(_) => {
                let reference = self.element(Role::Reference, parent);
                self.element(Role::Link, reference)
            }
        }
    }

    fn owner_link(&mut self, element: usize, owner: &Owner, area: ((f32, f32), (f32, f32))) {
        let page = self.place.page;
        let ((x, y), (width, height)) = area;
        match owner {
            Owner::Words { url: Some(url), text, .. } => {
                self.decoration([Item::Rect { at: (x, y + height * 0.86), size: (width, 0.4), fill: ACCENT }]);
                self.target(page, element, area, Target::Address(url.clone()), text);
            }
            Owner::Mark(note) => {
                let label = self.note_text(*note);
                let item = self.target(page, element, area, Target::Place { page, y }, &label);
                self.note_linked(*note, page, item, y);
            }
            Owner::Plain | Owner::Words { .. } => {}
        }
    }

    pub(super) fn list(&mut self, points: &[Vec<Span>]) -> Result<(), Error> {
        let look = Look::of_list(self.frame.roomy);
        let indent = if self.frame.roomy { 14.0 } else { 9.0 };
        let list = self.element(Role::List, 0);
        for point in points {
            let set = self.set(&look, point, self.place.width - indent)?;
            self.need(look.lead * 2.0);
            let item = self.element(Role::ListItem, list);
            let label = self.element(Role::Label, item);
            let bullet = self.lines("•", Style { face: Face::Sans, size: look.size, color: ACCENT }, 9.0, Align::Left)?;
            let body = self.element(Role::ListBody, item);
            let hung = Hung { element: label, lines: bullet };
            self.run(body, &set, Stand { lead: look.lead, indent }, Some(hung));
            self.down(if self.frame.roomy { 2.6 } else { 1.2 });
        }
        if self.frame.roomy {
            self.down(3.0);
        }
        Ok(())
    }

    /// A paragraph whose number hangs at its left.
    pub(super) fn numbered(&mut self, number: &str, spans: &[Span]) -> Result<(), Error> {
        const INDENT: f32 = 30.0;
        let look = Look::of(Part::Body, self.frame.roomy);
        let style = Style { face: Face::Serif, size: look.size, color: MUTED };
        let number = self.lines(&format!("{number}."), style, self.place.width / 3.0, Align::Left)?;
        let number: Vec<Line> = number.into_iter().take(1).collect();
        let indent = number.first().map_or(0.0, |line| line.width + 8.0).max(INDENT);
        let set = self.set(&look, spans, self.place.width - indent)?;
        let element = self.element(Role::Paragraph, 0);
        let hung = Hung { element, lines: number };
        self.run(element, &set, Stand { lead: look.lead, indent }, Some(hung));
        self.down(look.after);
        Ok(())
    }

    /// Words of somebody else, with a thin rule at their left.
    pub(super) fn quote(&mut self, spans: &[Span], source: &str) -> Result<(), Error> {
        const INDENT: f32 = 16.0;
        let look = Look { size: 10.0, lead: 14.4, ..Look::of(Part::Body, self.frame.roomy) };
        self.down(2.0);
        self.need(look.lead * 2.0);
        let set = self.set(&look, spans, self.place.width - INDENT)?;
        let quote = self.element(Role::Quote, 0);
        let since = self.place;
        let element = self.element(Role::Paragraph, quote);
        self.run(element, &set, Stand { lead: look.lead, indent: INDENT }, None);
        if !source.is_empty() {
            let small = Style { face: Face::Sans, size: 8.6, color: MUTED };
            let set = self.lines(source, small, self.place.width - INDENT, Align::Left)?;
            let element = self.element(Role::Paragraph, quote);
            self.plain(element, &set, 12.0, INDENT);
        }
        self.bar(since, self.place.left + 4.0, 1.0, RULE);
        self.down(8.0);
        Ok(())
    }

    /// Words that a person wrote: a rule of the accent at their left and a small label tell them from what was computed.
    pub(super) fn written(&mut self, label: &str, paragraphs: &[String]) -> Result<(), Error> {
        const INDENT: f32 = 12.0;
        let look = Look::of(Part::Body, self.frame.roomy);
        let small = Style { face: Face::SansStrong, size: 8.4, color: ACCENT };
        let set = self.lines(label, small, self.place.width - INDENT, Align::Left)?;
        self.down(3.0);
        self.need(height_of(&set, 12.0) + 3.0 * look.lead);
        let since = self.place;
        let element = self.element(Role::Paragraph, 0);
        self.plain(element, &set, 12.0, INDENT);
        for text in paragraphs.iter().flat_map(|text| text.split('\n')).filter(|text| !text.trim().is_empty()) {
            let set = self.set(&look, &[Span::plain(text)], self.place.width - INDENT)?;
            let element = self.element(Role::Paragraph, 0);
            self.down(1.6);
            self.run(element, &set, Stand { lead: look.lead, indent: INDENT }, None);
        }
        self.bar(since, self.place.left, 1.6, ACCENT);
        self.down(9.0);
        Ok(())
    }

    /// A notice too long for one page.
    pub(super) fn long_notice(&mut self, set: &[Line], lead: f32) {
        let since = self.place;
        let element = self.element(Role::Paragraph, 0);
        self.plain(element, set, lead, 11.0);
        self.bar(since, self.place.left, 2.4, NOTICE);
        self.down(8.0);
    }

    pub(super) fn link(&mut self, text: &str, url: &str) -> Result<(), Error> {
        let (lead, style) = (13.0, Style { face: Face::Sans, size: 9.4, color: ACCENT });
        let set = self.lines(text, style, self.place.width, Align::Left)?;
        let paragraph = self.element(Role::Paragraph, 0);
        let element = self.element(Role::Link, paragraph);
        for line in &set {
            self.need(lead);
            let (at, page) = ((self.place.left, self.place.y), self.place.page);
            let base = (at.0, at.1 + lead * 0.73);
            self.content(element, items_of(line, base).collect::<Vec<_>>());
            self.rule(base.0, base.1 + 1.6, line.width, 0.5, ACCENT);
            self.target(page, element, (at, (line.width, lead)), Target::Address(url.to_owned()), text);
            self.down(lead);
        }
        Ok(())
    }
}

/// Returns how many of some lines to set where `fit` have room.
fn lines_here(lines: usize, fit: usize) -> usize {
    let fit = if lines > fit && lines - fit == 1 { fit.saturating_sub(1) } else { fit };
    if fit >= lines || fit >= 2 { fit.min(lines) } else { 0 }
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
