//! Change over time: whether a series rises or falls, where it changes, and by how much it steps at a date fixed beforehand.
//!
//! - any rise or fall, without a model: [`mann_kendall`];
//! - one change at an unknown place: [`pettitt`] (ranks), [`poisson_change_point`] (counts);
//! - a step and a change of slope at a known place, other terms held: [`poisson_regression`].
//!
//! All take the values of a series in the order of time as independent of each other. A place found in the data is exploratory.

mod change_point;
mod mann_kendall;
mod multinomial;
mod poisson;
mod separation;

pub use change_point::{ChangePoint, DrawnChance, Pettitt, pettitt, pettitt_p, poisson_change_point, poisson_change_point_p};
pub use mann_kendall::{Continuity, MannKendall, mann_kendall};
pub use poisson::{PoissonFit, Term, poisson_regression};

#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
const fn real(count: u64) -> f64 {
    count as f64
}

fn count(items: usize) -> u64 {
    u64::try_from(items).unwrap_or(u64::MAX)
}
