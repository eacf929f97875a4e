//! Things that stand apart from running words and are never split: the headline, notices, counts, charts, photographs, digests.

use super::super::Error;
use super::super::breaker::{Align, Line, Style};
use super::super::chart::{self, Chart, Prim, Scene};
use super::super::display::{Item, Point, Role};
use super::super::jpeg;
use super::super::model::{Digest, Measure, Part, Photo, Span};
use super::super::shape::{Face, advance, stretches};
use super::{ACCENT, Flow, INK, MUTED, NOTICE, RULE, TINT, height_of, items_of, stacked};

/// Distance of the base lines of a caption.
const CAPTION_LEAD: f32 = 10.2;
/// Look of a caption.
const CAPTION: Style = Style { face: Face::Sans, size: 7.8, color: MUTED };

impl Flow<'_> {
    /// The number in large letters, the sentence that explains it beside it; one paragraph for those who listen.
    pub(super) fn headline(&mut self, figure: &str, sentence: &str) -> Result<(), Error> {
        const SIZE: f32 = 36.0;
        const LEAD: f32 = 17.6;
        let large = Style { face: Face::SerifStrong, size: SIZE, color: ACCENT };
        let number = self.lines(figure, large, self.place.width, Align::Left)?;
        let figure_width = number.first().map_or(0.0, |line| line.width);
        // What is too long to be one number is no headline, but it is said.
        if number.len() > 1 || figure_width > self.place.width * 0.6 {
            self.paragraph(Part::Body, &[Span::strong(figure)])?;
            return self.paragraph(Part::Body, &[Span::plain(sentence)]);
        }
        let offset = figure_width + 18.0;
        let words =
            self.lines(sentence, Style { face: Face::Serif, size: 13.4, color: INK }, self.place.width - offset, Align::Left)?;
        let height = height_of(&words, LEAD).max(SIZE);
        if height > self.frame.height() - 30.0 {
            self.paragraph(Part::Body, &[Span::strong(figure)])?;
            return self.paragraph(Part::Body, &[Span::plain(sentence)]);
        }
        self.need(height + 10.0);
        let (left, y) = (self.place.left, self.place.y);
        let base = y + (height - height_of(&words, LEAD)) / 2.0;
        let mut items: Vec<Item> =
            number.iter().flat_map(|line| items_of(line, (left, y + height / 2.0 + SIZE * 0.335))).collect();
        items.extend(stacked(&words, (left + offset, base), LEAD));
        let element = self.element(Role::Paragraph, 0);
        self.content(element, items);
        self.down(height + 9.0);
        Ok(())
    }

    pub(super) fn callout(&mut self, text: &str) -> Result<(), Error> {
        const LEAD: f32 = 12.6;
        let style = Style { face: Face::SansStrong, size: 9.4, color: NOTICE };
        let set = self.lines(text, style, self.place.width - 20.0, Align::Left)?;
        let height = height_of(&set, LEAD) + 7.0;
        if height > self.frame.height() - 30.0 {
            self.long_notice(&set, LEAD);
            return Ok(());
        }
        self.need(height + 8.0);
        let (left, y, width) = (self.place.left, self.place.y, self.place.width);
        self.decoration([
            Item::Rect { at: (left, y), size: (width, height), fill: TINT },
            Item::Rect { at: (left, y), size: (2.4, height), fill: NOTICE },
        ]);
        let element = self.element(Role::Paragraph, 0);
        self.content(element, stacked(&set, (left + 11.0, y + 3.5), LEAD));
        self.down(height + 8.0);
        Ok(())
    }

    /// Counts side by side between two hairlines.
    pub(super) fn measures(&mut self, measures: &[Measure]) -> Result<(), Error> {
        const LEAD: f32 = 10.4;
        let Some(count) = u8::try_from(measures.len()).ok().filter(|count| *count > 0) else { return Ok(()) };
        let width = self.place.width / f32::from(count);
        let mut cells = Vec::new();
        for measure in measures {
            let value =
                self.lines(&measure.value, Style { face: Face::SansStrong, size: 16.0, color: INK }, width, Align::Left)?;
            let label =
                self.lines(&measure.label, Style { face: Face::Sans, size: 8.4, color: MUTED }, width - 12.0, Align::Left)?;
            cells.push((value, label));
        }
        let labels = cells.iter().map(|(_, label)| height_of(label, LEAD)).fold(0.0, f32::max);
        let height = 20.0 + labels + 9.0;
        if height > self.frame.height() - 30.0 || cells.iter().any(|(value, _)| value.len() > 1) {
            for Measure { value, label } in measures {
                self.paragraph(Part::Body, &[Span::strong(format!("{value} ")), Span::plain(label)])?;
            }
            return Ok(());
        }
        self.need(height + 10.0);
        let (left, y) = (self.place.left, self.place.y);
        self.rule(left, y, self.place.width, 0.6, RULE);
        let list = self.element(Role::List, 0);
        let mut x = left;
        for (value, label) in &cells {
            if x > left {
                self.rule(x - 8.0, y + 7.0, 0.6, height - 13.0, RULE);
            }
            let item = self.element(Role::ListItem, list);
            let body = self.element(Role::ListBody, item);
            let mut items: Vec<Item> = value.iter().flat_map(|line| items_of(line, (x, y + 19.5))).collect();
            items.extend(stacked(label, (x, y + 22.0), LEAD));
            self.content(body, items);
            x += width;
        }
        self.rule(left, y + height, self.place.width, 0.6, RULE);
        self.down(height + 11.0);
        Ok(())
    }

    /// Returns how much room a drawing takes with its caption.
    pub(super) fn figure_height(&self, chart: &Chart, note: &str) -> Result<f32, Error> {
        self.figure_parts(chart, note).map(|(scene, caption)| room_of(&scene, &caption))
    }

    fn figure_parts(&self, chart: &Chart, note: &str) -> Result<(Scene, Vec<Line>), Error> {
        let scene = chart::scene_of(chart, self.lang, self.place.width, &chart::LIGHT, self.faces)?;
        let caption = self.lines(note, CAPTION, self.place.width, Align::Left)?;
        // A chart higher than a page is made smaller: it is one picture, and half of it says nothing.
        let room = self.frame.height() - (room_of(&scene, &caption) - scene.height);
        let times = (room / scene.height).clamp(0.01, 1.0);
        let scene = if times < 1.0 { scene.scaled(times) } else { scene };
        Ok((scene, caption))
    }

    /// Draws a chart; it stays with so many points of the table under it where both have room on a page.
    pub(super) fn figure(&mut self, chart: &Chart, alt: &str, note: &str, next: f32) -> Result<(), Error> {
        let (scene, caption) = self.figure_parts(chart, note)?;
        let own = room_of(&scene, &caption);
        self.need(if own + next <= self.frame.height() * super::NEAR { own + next } else { own });
        let at = (self.place.left, self.place.y);
        let items = self.drawn(&scene, at)?;
        let element = self.element(Role::Figure, 0);
        if let Some(figure) = self.paged.elements.get_mut(element) {
            figure.alt = Some(alt.to_owned());
            figure.frame = Some((at, (scene.width, scene.height)));
        }
        self.content(element, items);
        self.down(scene.height + 3.0);
        if !caption.is_empty() {
            let words = self.element(Role::Caption, element);
            self.plain(words, &caption, CAPTION_LEAD, 0.0);
        }
        self.down(7.0);
        Ok(())
    }

    /// Moves a scene to its place on the page; its words become glyphs.
    fn drawn(&self, scene: &Scene, at: Point) -> Result<Vec<Item>, Error> {
        let moved = |point: &Point| (at.0 + point.0, at.1 + point.1);
        let all = |points: &[Point]| points.iter().map(moved).collect();
        let mut items = Vec::with_capacity(scene.prims.len());
        for prim in &scene.prims {
            items.push(match prim {
                Prim::Rect { at, size, fill } => Item::Rect { at: moved(at), size: *size, fill: *fill },
                Prim::Line { points, color, width } => Item::Line { points: all(points), color: *color, width: *width },
                Prim::Polygon { points, fill } => Item::Polygon { points: all(points), fill: *fill },
                Prim::Dot { at, radius, fill } => Item::Dot { at: moved(at), radius: *radius, fill: *fill },
                Prim::Text { at, words, face, size, color, anchor } => {
                    let (x, y) = moved(at);
                    let mut pen = x - anchor.before(self.faces.width(*face, words, self.lang)? * size / 1_000.0);
                    // An unseen blank keeps these words apart from the next ones for those who listen.
                    for (face, words) in stretches(*face, &format!("{words} ")) {
                        let glyphs = self.faces.shape(face, words, self.lang)?;
                        let width = advance(&glyphs) * size / 1_000.0;
                        items.push(Item::Text { face, size: *size, color: *color, at: (pen, y), glyphs });
                        pen += width;
                    }
                    continue;
                }
            });
        }
        Ok(items)
    }

    /// Returns how much room a photograph takes with its caption.
    pub(super) fn photo_height(&self, photo: &Photo) -> Result<f32, Error> {
        let (_, height) = self.photo_size(jpeg::head(&photo.jpeg)?.seen());
        let caption = self.lines(&photo.caption, CAPTION, self.place.width, Align::Left)?;
        Ok(height + height_of(&caption, CAPTION_LEAD) + 14.0)
    }

    /// Fits a photograph into the column: no larger than its dots allow, and never most of a page.
    fn photo_size(&self, (across, down): jpeg::Dots) -> (f32, f32) {
        const POINTS_A_DOT: f32 = 0.75;
        const PAGE_SHARE: f32 = 0.6;
        let (width, height) = (dots(across) * POINTS_A_DOT, dots(down) * POINTS_A_DOT);
        let scale = (self.place.width / width).min(self.frame.height() * PAGE_SHARE / height).min(1.0);
        (width * scale, height * scale)
    }

    pub(super) fn photo(&mut self, photo: &Photo) -> Result<(), Error> {
        let head = jpeg::head(&photo.jpeg)?;
        let size = self.photo_size(head.seen());
        self.need(self.photo_height(photo)?.min(self.frame.height()));
        if !self.is_fresh() {
            self.down(4.0);
        }
        let at = (self.place.left, self.place.y);
        let element = self.element(Role::Figure, 0);
        if let Some(figure) = self.paged.elements.get_mut(element) {
            figure.alt = Some(photo.alt.clone());
            figure.frame = Some((at, size));
        }
        self.content(element, [Item::Jpeg { at, size, jpeg: photo.jpeg.clone(), turn: head.turn }]);
        self.down(size.1 + 3.0);
        let caption = self.lines(&photo.caption, CAPTION, self.place.width, Align::Left)?;
        if !caption.is_empty() {
            let words = self.element(Role::Caption, element);
            self.plain(words, &caption, CAPTION_LEAD, 0.0);
        }
        self.down(7.0);
        Ok(())
    }

    /// Digests in fixed-width letters, each on one line so that it is copied as one. They stand at the foot of the page.
    pub(super) fn digests(&mut self, digests: &[Digest], note: &str) -> Result<(), Error> {
        const LEAD: f32 = 10.2;
        const ABOVE: f32 = 5.0;
        let label = Style { face: Face::Sans, size: 7.8, color: MUTED };
        let value = Style { face: Face::Mono, size: 7.2, color: INK };
        let mut offset = 0.0_f32;
        for digest in digests {
            offset = offset.max(self.faces.width(label.face, &digest.label, self.lang)? * label.size / 1_000.0 + 12.0);
        }
        let offset = offset.min(self.place.width * 0.4);
        let mut rows = Vec::new();
        for digest in digests {
            let name = self.lines(&digest.label, label, offset.max(12.0), Align::Left)?;
            rows.push((name, self.lines(&digest.value, value, self.place.width - offset, Align::Left)?));
        }
        let note = self.lines(note, label, self.place.width, Align::Left)?;
        let height = ABOVE + rows.iter().map(|(_, value)| height_of(value, LEAD)).sum::<f32>() + height_of(&note, LEAD) + 1.5;
        self.need(height + ABOVE);
        self.down((self.room() - height).max(ABOVE));
        self.rule(self.place.left, self.place.y, self.place.width, 0.6, RULE);
        self.down(ABOVE);
        for (name, value) in &rows {
            let height = height_of(value, LEAD).max(height_of(name, LEAD));
            self.need(height);
            let mut items = stacked(name, (self.place.left, self.place.y), LEAD);
            items.extend(stacked(value, (self.place.left + offset, self.place.y), LEAD));
            let element = self.element(Role::Paragraph, 0);
            self.content(element, items);
            self.down(height);
        }
        self.down(1.5);
        let element = self.element(Role::Paragraph, 0);
        self.plain(element, &note, LEAD, 0.0);
        Ok(())
    }
}

#[allow(clippy::cast_precision_loss, reason = "at most 65535 dots")]
fn dots(count: u32) -> f32 {
    count as f32
}

fn room_of(scene: &Scene, caption: &[Line]) -> f32 {
    scene.height + height_of(caption, CAPTION_LEAD) + 8.0
}
