//! What goes blank with a count, and series that are rounded instead.

use super::Cell;
use crate::undefined::Undefined;

/// The step to which series about children are rounded.
pub const CHILD_SERIES_STEP: u64 = 5;

/// What a share is a share of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// The total of the row.
    Row,
    /// The total of the column.
    Column,
    /// The total of the table.
    Table,
}

/// Tells of each figure whether it must be blank: one of the counts it is made of is. A figure is anything computed from counts:
/// a share or a limit of its interval (numerator and denominator; either follows from the other and the figure), a difference, an
/// odds ratio, a test of the whole table. Figures of shown counts tell nothing that those do not.
#[must_use]
pub fn figures_to_blank(blanks: &[Cell], figures: &[Vec<Cell>]) -> Vec<bool> {
    figures.iter().map(|counts| counts.iter().any(|cell| blanks.contains(cell))).collect()
}

/// Tells of each cell of a published table, totals included, whether its share of a total, and the interval of that share, must
/// be blank: the cell or the total is. A total that is not in the table is as good as a blank.
#[must_use]
pub fn shares_to_blank(published: &[Vec<Option<u64>>], base: Base) -> Vec<Vec<bool>> {
    let below = published.last();
    let of_all = below.and_then(|row| row.last()).copied().flatten();
    let row_shares = |row: &Vec<Option<u64>>| {
        let across = row.last().copied().flatten();
        let shares = row.iter().enumerate().map(|(column, count)| {
            let total = match base {
                Base::Row => across,
                Base::Column => below.and_then(|totals| totals.get(column)).copied().flatten(),
                Base::Table => of_all,
            };
            count.is_none() || total.is_none()
        });
        shares.collect()
    };
    published.iter().map(row_shares).collect()
}

/// Counts rounded to a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundedSeries {
    /// Each count, rounded to the nearest multiple of the step, a half upwards.
    pub values: Vec<u64>,
    /// The sum of the rounded counts. The true total, even rounded, would tell more about the counts than they do: of 2 and 2,
    /// shown as 0 and 0, a total of 5 says that neither is 0.
    pub total: u64,
    /// How far the total can be from the true one.
    pub total_off_by_at_most: u64,
}

/// Returns a series of counts rounded to multiples of `step`, [`CHILD_SERIES_STEP`] for series about children. A reader knows
/// each count to within half a step.
///
/// # Errors
/// `Malformed` for a step of 0 and for sums beyond 64 bits.
pub fn rounded_series(counts: &[u64], step: u64) -> Result<RoundedSeries, Undefined> {
    let rounded = |count: u64| count.checked_add(step / 2)?.checked_div(step)?.checked_mul(step);
    let values = counts.iter().map(|&count| rounded(count).ok_or(Undefined::Malformed)).collect::<Result<Vec<u64>, _>>()?;
    let total = values.iter().try_fold(0_u64, |sum, &value| sum.checked_add(value)).ok_or(Undefined::Malformed)?;
    let length = u64::try_from(values.len()).map_err(|_| Undefined::Malformed)?;
    let total_off_by_at_most = length.checked_mul(step / 2).ok_or(Undefined::Malformed)?;
    if step == 0 {
        return Err(Undefined::Malformed);
    }
    Ok(RoundedSeries { values, total, total_off_by_at_most })
}
