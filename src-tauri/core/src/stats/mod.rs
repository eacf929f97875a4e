//! Estimators: pure functions of counts, tested against worked examples. Neutral words: `x` of `n`.

mod normal;
mod proportion;

pub use normal::quantile;
pub use proportion::{Display, Interval, Proportion, proportion, wilson};
