//! Readers who want the hidden counts. They see what is published and nothing else, and share no code with the suppression.

use super::Cell;

/// The greatest number of pivots an attack may take.
const PIVOTS_MAX: usize = 100_000;

pub(super) type Published = Vec<Vec<Option<u64>>>;

/// A reader with a linear program: a dense tableau in whole numbers, Bland's rule, two phases. The sums of a table make a matrix
/// all of whose minors are 0, 1 or -1, so that no fraction ever arises; `pivot` insists on it.
pub(super) struct Attacker {
    blanks: Vec<Cell>,
    floor: i64,
    rows: Vec<Vec<i64>>,
    sides: Vec<i64>,
    basis: Vec<usize>,
}

impl Attacker {
    /// Writes down the sums of every line and finds some table that fits, or panics.
    pub(super) fn of(published: &Published, floor: u64) -> Self {
        let (height, width) = (published.len(), published[0].len());
        let cells = |row: usize| (0..width).map(move |column| Cell { row, column });
        let blanks: Vec<Cell> = (0..height).flat_map(cells).filter(|cell| published[cell.row][cell.column].is_none()).collect();
        let floor = i64::try_from(floor).unwrap();
        let (mut rows, mut sides) = (Vec::new(), Vec::new());
        for line in 0..height + width {
            let (mut row, mut side) = (vec![0_i64; blanks.len()], 0_i64);
            let length = if line < height { width } else { height };
            for at in 0..length {
                let cell = if line < height { Cell { row: line, column: at } } else { Cell { row: at, column: line - height } };
                let sign = if at + 1 == length { -1 } else { 1 };
                match published[cell.row][cell.column] {
                    Some(value) => side -= sign * i64::try_from(value).unwrap(),
                    None => {
                        row[blanks.iter().position(|&blank| blank == cell).unwrap()] = sign;
                        side -= sign * floor;
                    }
                }
            }
            if side < 0 {
                row.iter_mut().for_each(|factor| *factor = -*factor);
                side = -side;
            }
            rows.push(row);
            sides.push(side);
        }
        let mut attacker = Self { blanks, floor, rows, sides, basis: Vec::new() };
        attacker.find_a_table();
        attacker
    }

    /// Returns the least and the greatest value of a blank, the latter only if there is one.
    pub(super) fn range(&self, cell: Cell) -> (u64, Option<u64>) {
        let at = self.blanks.iter().position(|&blank| blank == cell).unwrap();
        let end = |sign: i64| {
            let mut program = self.copy();
            let mut prices = vec![0; self.blanks.len()];
            prices[at] = sign;
            program.maximise(&prices).then(|| u64::try_from(program.value(at)).unwrap())
        };
        (end(-1).unwrap(), end(1))
    }

    /// Returns the blanks of a table that fits and has as much in `cell` as possible, or as little where there is no end to it.
    pub(super) fn extreme_table(&self, cell: Cell) -> Vec<(Cell, u64)> {
        let at = self.blanks.iter().position(|&blank| blank == cell).unwrap();
        let mut program = self.copy();
        let mut prices = vec![0; self.blanks.len()];
        prices[at] = 1;
        if !program.maximise(&prices) {
            program = self.copy();
            prices[at] = -1;
            assert!(program.maximise(&prices));
        }
        self.blanks.iter().enumerate().map(|(at, &blank)| (blank, u64::try_from(program.value(at)).unwrap())).collect()
    }

    fn copy(&self) -> Self {
        let (rows, sides, basis) = (self.rows.clone(), self.sides.clone(), self.basis.clone());
        Self { blanks: self.blanks.clone(), floor: self.floor, rows, sides, basis }
    }

    fn value(&self, at: usize) -> i64 {
        self.floor + self.basis.iter().position(|&column| column == at).map_or(0, |row| self.sides[row])
    }

    // The first phase: helper columns make a start, and are priced away.
    fn find_a_table(&mut self) {
        let (width, height) = (self.blanks.len(), self.rows.len());
        for (at, row) in self.rows.iter_mut().enumerate() {
            row.extend((0..height).map(|helper| i64::from(helper == at)));
        }
        self.basis = (width..width + height).collect();
        let prices: Vec<i64> = (0..width + height).map(|column| if column < width { 0 } else { -1 }).collect();
        assert!(self.maximise(&prices));
        for row in (0..height).rev() {
            if self.basis[row] < width {
                continue;
            }
            assert_eq!(self.sides[row], 0, "the published table fits no counts at all");
            if let Some(column) = (0..width).find(|&column| self.rows[row][column] != 0) {
                self.pivot(row, column);
            } else {
                self.rows.remove(row);
                self.sides.remove(row);
                self.basis.remove(row);
            }
        }
        self.rows.iter_mut().for_each(|row| row.truncate(width));
    }

    // Tells whether there is a greatest value, and stops at a table that has it.
    fn maximise(&mut self, prices: &[i64]) -> bool {
        for _ in 0..PIVOTS_MAX {
            let gain = |column: usize| {
                let paid: i64 = self.rows.iter().zip(&self.basis).map(|(row, &basic)| prices[basic] * row[column]).sum();
                prices[column] - paid
            };
            let Some(column) = (0..prices.len()).find(|&column| gain(column) > 0) else { return true };
            let rising = (0..self.rows.len()).filter(|&row| self.rows[row][column] > 0);
            let Some(row) = rising.min_by_key(|&row| (self.sides[row], self.basis[row])) else { return false };
            self.pivot(row, column);
        }
        panic!("the simplex method goes round in circles");
    }

    fn pivot(&mut self, row: usize, column: usize) {
        let sign = self.rows[row][column];
        assert_eq!(sign.abs(), 1, "a fraction would arise");
        self.rows[row].iter_mut().for_each(|factor| *factor *= sign);
        self.sides[row] *= sign;
        let (chosen, side) = (self.rows[row].clone(), self.sides[row]);
        for other in (0..self.rows.len()).filter(|&other| other != row) {
            let times = self.rows[other][column];
            self.rows[other].iter_mut().zip(&chosen).for_each(|(factor, &of_chosen)| *factor -= times * of_chosen);
            self.sides[other] -= times * side;
        }
        self.basis[row] = column;
    }
}

/// A reader with patience: tries every table of counts up to the published total of all. Returns each table that fits, without
/// totals.
pub(super) fn every_table(published: &Published) -> Vec<Vec<Vec<u64>>> {
    let (height, width) = (published.len() - 1, published[0].len() - 1);
    let most = published[height][width].expect("the total of all must be published");
    let mut found = Vec::new();
    let mut table = vec![vec![0; width]; height];
    try_from(published, &mut table, 0, most, &mut found);
    found
}

fn try_from(published: &Published, table: &mut Vec<Vec<u64>>, at: usize, most: u64, found: &mut Vec<Vec<Vec<u64>>>) {
    let (height, width) = (table.len(), table[0].len());
    if at == height * width {
        if fits(published, table) {
            found.push(table.clone());
        }
        return;
    }
    let (row, column) = (at / width, at % width);
    let used: u64 = table.iter().flatten().sum();
    for value in published[row][column].map_or(0..=most - used, |value| value..=value.min(most.saturating_sub(used))) {
        table[row][column] = value;
        let is_row_done = column + 1 == width;
        let sum: u64 = table[row].iter().sum();
        if !is_row_done || published[row][width].is_none_or(|total| total == sum) {
            try_from(published, table, at + 1, most, found);
        }
    }
    table[row][column] = 0;
}

/// Tells whether a table, once its totals are taken, shows what is published.
pub(super) fn fits(published: &Published, table: &[Vec<u64>]) -> bool {
    let shown = extended(table);
    published.iter().flatten().zip(shown.iter().flatten()).all(|(seen, value)| seen.is_none_or(|seen| seen == *value))
}

/// Returns a table with its totals.
pub(super) fn extended(table: &[Vec<u64>]) -> Vec<Vec<u64>> {
    let mut rows: Vec<Vec<u64>> = table.to_vec();
    rows.push((0..table[0].len()).map(|column| table.iter().map(|row| row[column]).sum()).collect());
    for row in &mut rows {
        row.push(row.iter().sum());
    }
    rows
}
