//! Things that stand apart from running words and are never split: the headline, notices, counts, charts, tables, digests.

use super::super::Error;
use super::super::breaker::{Align, Line, Style};
use super::super::chart::{self, Chart, Prim, Scene};
use super::super::display::{Item, Point, Role};
use super::super::model::{Digest, Measure, Side, Table};
use super::super::shape::{Face, advance};
use super::{ACCENT, Flow, INK, MUTED, NOTICE, RULE, TINT, height_of, items_of, stacked};

/// Distance of the base lines of a caption.
const CAPTION_LEAD: f32 = 10.2;

impl Flow<'_> {
    /// The number in large letters, the sentence that explains it beside it; one paragraph for those who listen.
    pub(super) fn headline(&mut self, figure: &str, sentence: &str) -> Result<(), Error> {
        const SIZE: f32 = 36.0;
        const LEAD: f32 = 17.6;
        let large = Style { face: Face::SerifStrong, size: SIZE, color: ACCENT };
        let number = self.lines(figure, large, self.place.width, Align::Left)?;
        let figure_width = number.first().map_or(0.0, |line| line.width);
        let offset = figure_width + 18.0;
        let words =
            self.lines(sentence, Style { face: Face::Serif, size: 13.4, color: INK }, self.place.width - offset, Align::Left)?;
        let height = height_of(&words, LEAD).max(SIZE);
        self.need(height + 10.0);
        let (left, y) = (self.place.left, self.place.y);
        let base = y + (height - height_of(&words, LEAD)) / 2.0;
        let mut items: Vec<Item> =
            number.iter().flat_map(|line| items_of(line, (left, y + height / 2.0 + SIZE * 0.335))).collect();
        items.extend(stacked(&words, (left + offset, base), LEAD));
        let element = self.element(Role::Paragraph, 0);
        self.content(element, items);
        self.place.y += height + 9.0;
        Ok(())
    }

    pub(super) fn callout(&mut self, text: &str) -> Result<(), Error> {
        const LEAD: f32 = 12.6;
        let style = Style { face: Face::SansStrong, size: 9.4, color: NOTICE };
        let set = self.lines(text, style, self.place.width - 20.0, Align::Left)?;
        let height = height_of(&set, LEAD) + 7.0;
        self.need(height + 8.0);
        let (left, y, width) = (self.place.left, self.place.y, self.place.width);
        self.decoration([
            Item::Rect { at: (left, y), size: (width, height), fill: TINT },
            Item::Rect { at: (left, y), size: (2.4, height), fill: NOTICE },
        ]);
        let element = self.element(Role::Paragraph, 0);
        self.content(element, stacked(&set, (left + 11.0, y + 3.5), LEAD));
        self.place.y += height + 8.0;
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
        self.place.y += height + 11.0;
        Ok(())
    }

    /// Returns how much room a drawing takes with its caption.
    pub(super) fn figure_height(&self, chart: &Chart, note: &str) -> Result<f32, Error> {
        self.figure_parts(chart, note).map(|(scene, caption)| room_of(&scene, &caption))
    }

    fn figure_parts(&self, chart: &Chart, note: &str) -> Result<(Scene, Vec<Line>), Error> {
        let scene = chart::scene_of(chart, self.lang, self.place.width, &chart::LIGHT, self.faces)?;
        let small = Style { face: Face::Sans, size: 7.8, color: MUTED };
        Ok((scene, self.lines(note, small, self.place.width, Align::Left)?))
    }

    pub(super) fn figure(&mut self, chart: &Chart, alt: &str, note: &str) -> Result<(), Error> {
        let (scene, caption) = self.figure_parts(chart, note)?;
        self.need(room_of(&scene, &caption));
        let at = (self.place.left, self.place.y);
        let items = self.drawn(&scene, at)?;
        let element = self.element(Role::Figure, 0);
        if let Some(figure) = self.paged.elements.get_mut(element) {
            figure.alt = Some(alt.to_owned());
            figure.frame = Some((at, (scene.width, scene.height)));
        }
        self.content(element, items);
        self.place.y += scene.height + 3.0;
        if !caption.is_empty() {
            let words = self.element(Role::Caption, element);
            self.content(words, stacked(&caption, (self.place.left, self.place.y), CAPTION_LEAD));
            self.place.y += height_of(&caption, CAPTION_LEAD);
        }
        self.place.y += 7.0;
        Ok(())
    }

    /// Moves a scene to its place on the page; its words become glyphs.
    fn drawn(&self, scene: &Scene, at: Point) -> Result<Vec<Item>, Error> {
        let moved = |point: &Point| (at.0 + point.0, at.1 + point.1);
        let all = |points: &[Point]| points.iter().map(moved).collect();
        let item = |prim: &Prim| {
            Ok(match prim {
                Prim::Rect { at, size, fill } => Item::Rect { at: moved(at), size: *size, fill: *fill },
                Prim::Line { points, color, width } => Item::Line { points: all(points), color: *color, width: *width },
                Prim::Polygon { points, fill } => Item::Polygon { points: all(points), fill: *fill },
                Prim::Dot { at, radius, fill } => Item::Dot { at: moved(at), radius: *radius, fill: *fill },
                Prim::Text { at, words, face, size, color, anchor } => {
                    let mut glyphs = self.faces.shape(*face, words, self.lang)?;
                    let width = advance(&glyphs) * size / 1_000.0;
                    // An unseen blank keeps these words apart from the next ones for those who listen.
                    glyphs.extend(self.faces.shape(*face, " ", self.lang)?);
                    let (x, y) = moved(at);
                    Item::Text { face: *face, size: *size, color: *color, at: (x - anchor.before(width), y), glyphs }
                }
            })
        };
        scene.prims.iter().map(item).collect()
    }

    pub(super) fn table(&mut self, table: &Table) -> Result<(), Error> {
        let grid = Grid::of(table, self.place.width);
        self.need(60.0);
        self.place.y += 6.5;
        let element = self.element(Role::Table, 0);
        let caption = self.element(Role::Caption, element);
        let set =
            self.lines(&table.caption, Style { face: Face::SansStrong, size: 9.6, color: INK }, self.place.width, Align::Left)?;
        self.content(caption, stacked(&set, (self.place.left, self.place.y), 12.6));
        self.place.y += height_of(&set, 12.6) + 1.0;
        let head = self.element(Role::TableHead, element);
        let names: Vec<String> = table.columns.iter().map(|column| column.head.clone()).collect();
        let style = Style { face: Face::Sans, size: 8.0, color: MUTED };
        let row = self.element(Role::Row, head);
        self.row(&grid, &names, style, row, |_| Role::ColumnHead)?;
        self.rule(self.place.left, self.place.y, self.place.width, 0.8, MUTED);
        let body = self.element(Role::TableBody, element);
        for (place, cells) in table.rows.iter().enumerate() {
            let sum = table.sum && place + 1 == table.rows.len();
            if sum {
                self.rule(self.place.left, self.place.y - 0.4, self.place.width, 0.8, MUTED);
            }
            let face = if sum { Face::SansStrong } else { Face::Sans };
            let row = self.element(Role::Row, body);
            let role = |column| if column == 0 { Role::RowHead } else { Role::Cell };
            self.row(&grid, cells, Style { face, size: 9.0, color: INK }, row, role)?;
            self.rule(self.place.left, self.place.y, self.place.width, 0.4, RULE);
        }
        self.place.y += 4.0;
        Ok(())
    }

    fn row(
        &mut self,
        grid: &Grid,
        cells: &[String],
        style: Style,
        row: usize,
        role: impl Fn(usize) -> Role,
    ) -> Result<(), Error> {
        const LEAD: f32 = 11.0;
        const PAD: f32 = 1.2;
        let mut set: Vec<(f32, Vec<Line>)> = Vec::new();
        for (cell, (x, width, side)) in cells.iter().zip(&grid.columns) {
            let align = if *side == Side::Right { Align::Right } else { Align::Left };
            set.push((*x, self.lines(cell, style, *width, align)?));
        }
        let height = set.iter().map(|(_, lines)| height_of(lines, LEAD)).fold(LEAD, f32::max) + 2.0 * PAD;
        self.need(height);
        for (column, (x, lines)) in set.iter().enumerate() {
            let element = self.element(role(column), row);
            self.content(element, stacked(lines, (self.place.left + x, self.place.y + PAD), LEAD));
        }
        self.place.y += height;
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
        let mut rows = Vec::new();
        for digest in digests {
            let name = self.lines(&digest.label, label, self.place.width, Align::Left)?;
            rows.push((name, self.lines(&digest.value, value, self.place.width - offset, Align::Left)?));
        }
        let note = self.lines(note, label, self.place.width, Align::Left)?;
        let height = ABOVE + rows.iter().map(|(_, value)| height_of(value, LEAD)).sum::<f32>() + height_of(&note, LEAD) + 1.5;
        self.need(height + ABOVE);
        self.place.y += (self.room() - height).max(ABOVE);
        self.rule(self.place.left, self.place.y, self.place.width, 0.6, RULE);
        self.place.y += ABOVE;
        for (name, value) in &rows {
            let mut items = stacked(name, (self.place.left, self.place.y), LEAD);
            items.extend(stacked(value, (self.place.left + offset, self.place.y), LEAD));
            let element = self.element(Role::Paragraph, 0);
            self.content(element, items);
            self.place.y += height_of(value, LEAD);
        }
        self.place.y += 1.5;
        let element = self.element(Role::Paragraph, 0);
        self.content(element, stacked(&note, (self.place.left, self.place.y), LEAD));
        self.place.y += height_of(&note, LEAD);
        Ok(())
    }
}

/// Where the columns of a table stand: distance from its left edge, width, side.
struct Grid {
    columns: Vec<(f32, f32, Side)>,
}

impl Grid {
    fn of(table: &Table, width: f32) -> Self {
        const PAD: f32 = 6.0;
        let whole: f32 = table.columns.iter().map(|column| column.width).sum();
        let mut x = 0.0;
        let columns = table
            .columns
            .iter()
            .map(|column| {
                let full = width * column.width / whole;
                let place = (x, full - if column.side == Side::Left { PAD } else { 0.0 }, column.side);
                x += full;
                place
            })
            .collect();
        Self { columns }
    }
}

fn room_of(scene: &Scene, caption: &[Line]) -> f32 {
    scene.height + height_of(caption, CAPTION_LEAD) + 8.0
}
