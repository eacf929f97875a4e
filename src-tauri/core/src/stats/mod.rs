//! Estimators: pure functions of counts, tested against worked examples. Neutral words: `x` of `n`.

mod agreement;
mod normal;
mod proportion;
mod random;

pub use agreement::{
    Metric, Reading, Weights, alpha_of_two, base_rates, bootstrap_alpha_clusters, cohen_kappa, gwet_ac1, krippendorff_alpha,
    percent_agreement, reading,
};
pub use normal::quantile;
pub use proportion::{Display, Interval, Proportion, proportion, wilson};
