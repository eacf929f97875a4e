//! The nouns of the domain and their rules: types and pure functions, no I/O.

pub mod fold;
pub mod rubric;
pub mod terms;
pub mod time;
pub mod words;
