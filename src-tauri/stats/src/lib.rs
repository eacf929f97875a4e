//! The estimators of the arbitrariness report: pure functions of counts and vectors, each with its source, held to worked examples. Neutral words:
//! `x` of `n`. No clock, no files, no register: who doubts a number can build this crate alone and hold it against a calculation of their own.
//!
//! Where no number exists the answer says why ([`Undefined`]). The same input gives the same bits on every machine: logarithms and exponentials come from
//! libm, sums have a fixed order, and random numbers are those of a generator that any language can repeat.

mod agreement;
mod bootstrap;
mod composite;
mod concentration;
mod consistency;
pub mod coverage;
mod disclosure;
mod e_value;
mod latent;
mod logistic;
mod misclassification;
mod multiplicity;
mod normal;
mod proportion;
mod random;
mod rate;
pub mod special;
pub mod survival;
mod table2x2;
pub mod trend;
mod undefined;
pub mod worked;

pub use agreement::*;
pub use bootstrap::{Resampled, Resampling};
pub use composite::*;
pub use concentration::*;
pub use consistency::*;
pub use disclosure::*;
pub use e_value::*;
pub use latent::*;
pub use logistic::*;
pub use misclassification::*;
pub use multiplicity::*;
pub use normal::quantile;
pub use proportion::*;
pub use random::{Random, quantile_of};
pub use rate::*;
pub use table2x2::*;
pub use undefined::Undefined;
