//! Tables and lists of exhibits: rows go over to the next page whole, under headings that are drawn there anew. The headings of later
//! pages are decoration, so that nobody hears them twice.

use super::super::Error;
use super::super::breaker::{Align, Line, Style};
use super::super::display::{Item, Role};
use super::super::model::{Exhibit, Side, Table};
use super::super::shape::Face;
use super::{Flow, INK, MUTED, RULE, Repeated, height_of, items_of, stacked};

const LEAD: f32 = 11.0;
const CAPTION: Style = Style { face: Face::SansStrong, size: 9.6, color: INK };
const CAPTION_LEAD: f32 = 12.6;
const HEAD: Style = Style { face: Face::Sans, size: 8.0, color: MUTED };
const CELL: Style = Style { face: Face::Sans, size: 9.0, color: INK };
const SMALL: Style = Style { face: Face::Sans, size: 7.8, color: MUTED };
const DIGEST: Style = Style { face: Face::Mono, size: 7.4, color: INK };
const SMALL_LEAD: f32 = 10.0;
/// Share of a page up to which headings are repeated.
const HEAD_SHARE: f32 = 0.3;

/// Where the columns of a table stand: distance from its left edge, width, side.
struct Grid {
    columns: Vec<(f32, f32, Side)>,
}

impl Grid {
    fn of(shares: &[(f32, Side)], width: f32) -> Self {
        const GAP: f32 = 6.0;
        // A column that was given no room still shows its words.
        let share = |share: f32| if share.is_finite() { share.max(0.04) } else { 0.04 };
        let whole: f32 = shares.iter().map(|(width, _)| share(*width)).sum();
        let mut x = 0.0;
        let columns = shares.iter().enumerate().map(|(number, (part, side))| {
            let full = width * share(*part) / whole;
            let gap = match side {
                Side::Left => GAP,
                // Words to the right of numbers keep away from them.
                Side::Right if number + 1 < shares.len() => 2.0 * GAP,
                Side::Right => 0.0,
            };
            let place = (x, (full - gap).max(GAP), *side);
            x += full;
            place
        });
        Self { columns: columns.collect() }
    }
}

/// The cells of a row, broken into lines.
struct Cells {
    cells: Vec<(f32, Vec<Line>)>,
    lines: usize,
    /// Room over the first line and under the last.
    pad: f32,
}

impl Cells {
    fn height(&self) -> f32 {
        rows(self.lines.max(1)) + 2.0 * self.pad
    }
}

#[allow(clippy::cast_precision_loss, reason = "lines of one row")]
fn rows(lines: usize) -> f32 {
    lines as f32 * LEAD
}

impl Flow<'_> {
    fn cells<'c>(&self, grid: &Grid, cells: impl Iterator<Item = &'c str>, style: Style) -> Result<Cells, Error> {
        let mut set = Vec::new();
        for (cell, (x, width, side)) in cells.zip(&grid.columns) {
            let align = if *side == Side::Right { Align::Right } else { Align::Left };
            let mut lines = Vec::new();
            for part in cell.split('\n') {
                lines.extend(self.lines(part, style, *width, align)?);
            }
            set.push((*x, lines));
        }
        let lines = set.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
        Ok(Cells { cells: set, lines, pad: if self.frame.roomy { 2.2 } else { 1.2 } })
    }

    fn grid_of(&self, table: &Table) -> Grid {
        let shares: Vec<(f32, Side)> = table.columns.iter().map(|column| (column.width, column.side)).collect();
        Grid::of(&shares, self.place.width)
    }

    fn head_of(&self, table: &Table, grid: &Grid) -> Result<Cells, Error> {
        self.cells(grid, table.columns.iter().map(|column| column.head.as_str()), HEAD)
    }

    fn row_of(&self, table: &Table, grid: &Grid, place: usize) -> Result<Option<Cells>, Error> {
        let Some(cells) = table.rows.get(place) else { return Ok(None) };
        let sum = table.sum && place + 1 == table.rows.len();
        let face = if sum { Face::SansStrong } else { CELL.face };
        self.cells(grid, cells.iter().map(String::as_str), Style { face, ..CELL }).map(Some)
    }

    /// Returns how much room a table needs to begin: caption, headings and first row, and the sum where it comes next.
    pub(super) fn table_beginning(&self, table: &Table) -> Result<f32, Error> {
        let grid = self.grid_of(table);
        let caption = self.lines(&table.caption, CAPTION, self.place.width, Align::Left)?;
        let mut height = 7.5 + height_of(&caption, CAPTION_LEAD) + self.head_of(table, &grid)?.height();
        for place in 0..if table.sum && table.rows.len() == 2 { 2 } else { 1 } {
            height += self.row_of(table, &grid, place)?.map_or(0.0, |row| row.height());
        }
        Ok((height + 1.0).max(if self.frame.roomy { 76.0 } else { 60.0 }))
    }

    pub(super) fn table(&mut self, table: &Table) -> Result<(), Error> {
        let grid = self.grid_of(table);
        let beginning = self.table_beginning(table)?;
        self.need(beginning.min(self.frame.height()));
        let element = self.element(Role::Table, 0);
        self.caption(element, &table.caption)?;
        let head = self.element(Role::TableHead, element);
        let names = self.head_of(table, &grid)?;
        self.head(&names, head);
        let body = self.element(Role::TableBody, element);
        let mut coming = self.row_of(table, &grid, 0)?;
        let mut place = 0;
        while let Some(cells) = coming {
            coming = self.row_of(table, &grid, place + 1)?;
            let before_sum = table.sum && place + 2 == table.rows.len();
            // The sum goes over with the row before it.
            let with = coming.as_ref().filter(|_| before_sum).map_or(0.0, Cells::height);
            self.need((cells.height() + with).min(self.frame.foot() - self.place.top));
            if table.sum && place + 1 == table.rows.len() {
                self.rule(self.place.left, self.place.y - 0.4, self.place.width, 0.8, MUTED);
            }
            let row = self.element(Role::Row, body);
            let role = |column| if column == 0 { Role::RowHead } else { Role::Cell };
            let elements: Vec<usize> = (0..cells.cells.len()).map(|column| self.element(role(column), row)).collect();
            self.row(&cells, &elements);
            self.rule(self.place.left, self.place.y, self.place.width, 0.4, RULE);
            place += 1;
        }
        self.repeated = None;
        self.down(if self.frame.roomy { 10.0 } else { 4.0 });
        Ok(())
    }

    fn caption(&mut self, table: usize, words: &str) -> Result<(), Error> {
        self.down(6.5);
        let caption = self.element(Role::Caption, table);
        let set = self.lines(words, CAPTION, self.place.width, Align::Left)?;
        self.plain(caption, &set, CAPTION_LEAD, 0.0);
        self.down(1.0);
        Ok(())
    }

    /// Draws the headings, and remembers them for the next pages.
    fn head(&mut self, names: &Cells, head: usize) {
        let row = self.element(Role::Row, head);
        let elements: Vec<usize> = names.cells.iter().map(|_| self.element(Role::ColumnHead, row)).collect();
        self.row(names, &elements);
        self.rule(self.place.left, self.place.y, self.place.width, 0.8, MUTED);
        let mut items: Vec<Item> = names.cells.iter().flat_map(|(x, lines)| stacked(lines, (*x, names.pad), LEAD)).collect();
        items.push(Item::Rect { at: (0.0, names.height()), size: (self.place.width, 0.8), fill: MUTED });
        self.repeat(items, names.height());
    }

    fn repeat(&mut self, items: Vec<Item>, height: f32) {
        self.repeated = (height <= self.frame.height() * HEAD_SHARE).then_some(Repeated { items, height });
    }

    /// Sets a row; one that has no room even on a page of its own goes on at the head of the next.
    fn row(&mut self, cells: &Cells, elements: &[usize]) {
        let mut first = 0;
        let all = cells.lines.max(1);
        while first < all {
            let room = self.room() - 2.0 * cells.pad + 0.5;
            let fit = (first..all).zip(1_usize..).take_while(|(_, count)| rows(*count) <= room).count();
            if fit == 0 && !self.is_fresh() {
                self.next_page();
                continue;
            }
            let count = fit.max(1);
            for ((x, lines), element) in cells.cells.iter().zip(elements) {
                let here: Vec<Line> = lines.iter().skip(first).take(count).cloned().collect();
                if first == 0 || !here.is_empty() {
                    self.content(*element, stacked(&here, (self.place.left + x, self.place.y + cells.pad), LEAD));
                }
            }
            self.down(rows(count) + 2.0 * cells.pad);
            first += count;
            if first < all {
                self.next_page();
            }
        }
    }

    fn exhibit_grid(&self) -> Grid {
        Grid::of(&[(0.11, Side::Left), (0.53, Side::Left), (0.36, Side::Left)], self.place.width)
    }

    fn exhibit_cells(&self, grid: &Grid, exhibit: &Exhibit) -> Result<Cells, Error> {
        self.cells(grid, [&exhibit.number, &exhibit.description, &exhibit.captured].into_iter().map(String::as_str), CELL)
    }

    /// Returns how much room a list of exhibits needs to begin.
    pub(super) fn exhibits_beginning(&self, caption: &str, heads: &[String; 4], exhibits: &[Exhibit]) -> Result<f32, Error> {
        let grid = self.exhibit_grid();
        let caption = self.lines(caption, CAPTION, self.place.width, Align::Left)?;
        let head = self.cells(&grid, heads.iter().take(3).map(String::as_str), HEAD)?;
        let first = exhibits.first().map_or(Ok(0.0), |exhibit| Ok(self.exhibit_cells(&grid, exhibit)?.height()))?;
        Ok(7.5 + height_of(&caption, CAPTION_LEAD) + head.height() + 5.0 * SMALL_LEAD + first)
    }

    /// Exhibits, each with its digest on a line of its own, so that it is copied as one, and with who held it under that.
    pub(super) fn exhibits(&mut self, caption: &str, heads: &[String; 4], exhibits: &[Exhibit]) -> Result<(), Error> {
        let grid = self.exhibit_grid();
        self.need(self.exhibits_beginning(caption, heads, exhibits)?.min(self.frame.height()));
        let table = self.element(Role::Table, 0);
        self.caption(table, caption)?;
        let head = self.element(Role::TableHead, table);
        self.exhibit_head(&grid, heads, head)?;
        let body = self.element(Role::TableBody, table);
        for exhibit in exhibits {
            self.exhibit(&grid, exhibit, body)?;
        }
        self.repeated = None;
        self.down(8.0);
        Ok(())
    }

    /// The last of the four headings stands under the second, as what it names does.
    fn exhibit_head(&mut self, grid: &Grid, heads: &[String; 4], head: usize) -> Result<(), Error> {
        let [.., last] = heads;
        let names = self.cells(grid, heads.iter().take(3).map(String::as_str), HEAD)?;
        let (x, width) = grid.columns.get(1).map_or((0.0, self.place.width), |(x, ..)| (*x, self.place.width - x));
        let last = self.lines(last, SMALL, width, Align::Left)?;
        let row = self.element(Role::Row, head);
        let elements: Vec<usize> = (0..4).map(|_| self.element(Role::ColumnHead, row)).collect();
        self.row(&names, &elements);
        let mut items: Vec<Item> = names.cells.iter().flat_map(|(x, lines)| stacked(lines, (*x, names.pad), LEAD)).collect();
        items.extend(stacked(&last, (x, names.height()), SMALL_LEAD));
        let height = names.height() + height_of(&last, SMALL_LEAD) + 2.0;
        items.push(Item::Rect { at: (0.0, height), size: (self.place.width, 0.8), fill: MUTED });
        if let Some(element) = elements.last() {
            self.content(*element, stacked(&last, (self.place.left + x, self.place.y), SMALL_LEAD));
        }
        self.down(height_of(&last, SMALL_LEAD) + 2.0);
        self.rule(self.place.left, self.place.y, self.place.width, 0.8, MUTED);
        self.repeat(items, height);
        Ok(())
    }

    fn exhibit(&mut self, grid: &Grid, exhibit: &Exhibit, body: usize) -> Result<(), Error> {
        let cells = self.exhibit_cells(grid, exhibit)?;
        let indent = grid.columns.get(1).map_or(0.0, |(x, ..)| *x);
        let width = self.place.width - indent;
        let digest = self.lines(&exhibit.digest, DIGEST, width, Align::Left)?;
        let mut custody = Vec::new();
        for entry in &exhibit.custody {
            custody.extend(self.lines(entry, SMALL, width, Align::Left)?);
        }
        let whole = cells.height() + height_of(&digest, SMALL_LEAD) + height_of(&custody, SMALL_LEAD) + 3.0;
        self.need(whole.min(self.frame.foot() - self.place.top));
        let row = self.element(Role::Row, body);
        let roles = [Role::RowHead, Role::Cell, Role::Cell, Role::Cell];
        let elements = roles.map(|role| self.element(role, row));
        self.row(&cells, &elements);
        let [_, described, _, held] = elements;
        for (element, set) in [(described, &digest), (held, &custody)] {
            for line in set {
                self.need(SMALL_LEAD);
                let at = (self.place.left + indent, self.place.y + SMALL_LEAD * 0.73);
                self.content(element, items_of(line, at).collect::<Vec<_>>());
                self.down(SMALL_LEAD);
            }
        }
        self.down(3.0);
        self.rule(self.place.left, self.place.y, self.place.width, 0.4, RULE);
        Ok(())
    }
}
