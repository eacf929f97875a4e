//! The last look at a paper: does it hold a value that its readers may not see? Pure functions: the paper is taken apart once, and the values of the
//! register stream past it, most of them dismissed by one look into a set.
//!
//! What is found: names in any case ending, alphabet, transliteration and order, with initials; numbers of telephones and of people however they
//! are spaced; addresses, accounts and paths; eight words of a text in a row, and shorter texts that stand whole.
//!
//! What is not found, and is for a person to read: a paraphrase; a translation; a nickname; a name of which only parts shorter than five letters
//! or ordinary words stand alone («Арман» is also a dream); one single word of a text; a stem whose consonant changes («Серігі»); letters in a picture;
//! and that place, age and school together tell who is meant.

mod ordinary;
mod paper;
mod sound;
mod value;

#[cfg(test)]
mod tests;

pub use ordinary::Ordinary;
pub use paper::{Paper, Source};
pub use value::Machine;

/// A value in a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// By which spelling.
    pub how: How,
    /// The words in which it was found, between ⟦ and ⟧, with a little around them.
    pub shown: String,
}

/// The spelling by which a value was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// As it is written in the register.
    Plain,
    /// In another case, or with another ending.
    Stem,
    /// With initials.
    Initials,
    /// In a Kazakh Latin alphabet.
    KazakhLatin,
    /// In another alphabet.
    Transliterated,
    /// The digits of a number.
    Digits,
    /// An address, an account or a path.
    Path,
    /// Words of a text, in a row.
    Words,
    /// Not in the words of the paper but inside its file.
    Bytes,
}

impl How {
    /// Returns its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Stem => "stem",
            Self::Initials => "initials",
            Self::KazakhLatin => "kazakh_latin",
            Self::Transliterated => "transliterated",
            Self::Digits => "digits",
            Self::Path => "path",
            Self::Words => "words",
            Self::Bytes => "bytes",
        }
    }
}
