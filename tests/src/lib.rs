//! What the tests from outside share: where things are, the application without a face, the command line.

mod journey;
pub mod measured;
pub mod national;
mod office;
mod places;
mod typst;

pub use journey::{Answer, Tarazy};
pub use office::Office;
pub use places::{binary, real_register, root, skip};
pub use typst::write_typst;
