//! The nouns of the domain and their rules: types and pure functions, no I/O.

pub mod address;
pub mod audience;
pub mod consent;
pub mod filter;
pub mod fold;
pub mod kept;
pub mod kinds;
pub mod leaks;
pub mod mask;
pub mod mime;
pub mod near;
pub mod recovery;
pub mod redaction;
pub mod rubric;
pub mod rules;
pub mod settle;
pub mod statute;
pub mod stem;
pub mod stub;
pub mod term;
pub mod terms;
pub mod time;
pub mod words;
