//! Classes that nobody sees: what raters' judgements say of the share of a class and of the raters' own errors when no judgement is
//! known to be right. Both methods assume that errors are independent given the class; cases that are hard for all raters alike break
//! that, and then shares come out wrong with narrow limits. They stand beside a correction by a calibration set, never in its place.

mod dawid_skene;
mod hui_walter;

pub use dawid_skene::{
    DawidSkene, RatedAlike, Rating, Stopping, bootstrap_prevalence, dawid_skene, faultless_limit, prevalence_limits,
};
pub use hui_walter::{HuiWalter, PairTable, Parameter, hui_walter};
