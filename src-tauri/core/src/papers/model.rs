//! What a paper says, before anyone knows where it stands: blocks of words, tables and charts. Plain data, already worded.

use super::chart::Chart;
use crate::texts::Lang;

/// A paper to be set.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Language of the paper.
    pub lang: Lang,
    /// Title, as the file names it too.
    pub title: String,
    /// Organisation that issues it.
    pub author: String,
    /// What kind of paper it is.
    pub subject: String,
    /// Day it was made, as YYYY-MM-DD: the only time in the file.
    pub day: String,
    /// Wording of a page number, with `{page}` and `{pages}` to fill.
    pub page_number: String,
    /// What it says, in reading order.
    pub blocks: Vec<Block>,
}

/// How some words look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// As the paragraph.
    Plain,
    /// Semibold.
    Strong,
    /// Italic.
    Slanted,
}

/// Some words of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Their look.
    pub weight: Weight,
}

impl Span {
    /// Makes plain words.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), weight: Weight::Plain }
    }

    /// Makes semibold words.
    #[must_use]
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), weight: Weight::Strong }
    }
}

/// The part a paragraph plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Who issues the paper, above the title.
    Kicker,
    /// Period and day, under the title.
    Dateline,
    /// Running text, justified.
    Body,
    /// Text in a narrow column, ragged.
    Column,
    /// Small print.
    Note,
}

/// Depth of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Title of the paper: one, and first.
    Title,
    /// Section.
    Section,
    /// Chapter of a long paper: as deep as a section, and larger.
    Chapter,
    /// Heading inside a chapter.
    Subsection,
}

/// A number with the words that stand under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// The number.
    pub value: String,
    /// Its words.
    pub label: String,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Heading.
    pub head: String,
    /// Share of the table's width, against the other columns.
    pub width: f32,
    /// Numbers stand to the right.
    pub side: Side,
}

/// The side of a cell on which its words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A table with one line of headings. The first cell of a row names it.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Caption.
    pub caption: String,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows of cells.
    pub rows: Vec<Vec<String>>,
    /// The last row is a sum and stands under a rule.
    pub sum: bool,
}

/// A digest under its name, in fixed-width letters on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// What was digested.
    pub label: String,
    /// Hexadecimal digits.
    pub value: String,
}

/// Something that a paper says.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading.
    Heading {
        /// Depth.
        level: Level,
        /// Words.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// The part it plays.
        part: Part,
        /// Its words.
        spans: Vec<Span>,
    },
    /// The one number of a page, large, and the sentence that holds it with its denominator and interval.
    Headline {
        /// The number.
        figure: String,
        /// The sentence.
        sentence: String,
    },
    /// A notice that must not be overlooked.
    Callout {
        /// Words.
        text: String,
    },
    /// A row of counts.
    Measures(Vec<Measure>),
    /// A chart, with the words for those who do not see it.
    Figure {
        /// The chart.
        chart: Box<Chart>,
        /// Every value in words.
        alt: String,
        /// How to read it.
        note: String,
    },
    /// A table.
    Table(Table),
    /// A list of points.
    List(Vec<Vec<Span>>),
    /// A link on a line of its own.
    Link {
        /// Words.
        text: String,
        /// Address.
        url: String,
    },
    /// Digests, one a line, at the foot of the page.
    Digests {
        /// The digests.
        digests: Vec<Digest>,
        /// What they are.
        note: String,
    },
    /// Two columns side by side, read one after the other.
    Columns {
        /// Share of the width that the left column takes.
        split: f32,
        /// Left column.
        left: Vec<Block>,
        /// Right column.
        right: Vec<Block>,
    },
}

impl Document {
    /// Returns everything it says in words and numbers, in reading order.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        for block in &self.blocks {
            block.words(&mut words);
        }
        words
    }
}

impl Block {
    fn words(&self, words: &mut Vec<String>) {
        let joined = |spans: &[Span]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
        match self {
            Self::Heading { text, .. } | Self::Callout { text } | Self::Link { text, .. } => words.push(text.clone()),
            Self::Paragraph { spans, .. } => words.push(joined(spans)),
            Self::Headline { figure, sentence } => words.extend([figure.clone(), sentence.clone()]),
            Self::Measures(measures) => words.extend(measures.iter().flat_map(|m| [m.value.clone(), m.label.clone()])),
            Self::Figure { chart, note, .. } => {
                words.extend(chart.words());
                words.extend((!note.is_empty()).then(|| note.clone()));
            }
            Self::Table(table) => {
                words.push(table.caption.clone());
                words.extend(table.columns.iter().map(|column| column.head.clone()));
                words.extend(table.rows.iter().flatten().cloned());
            }
            Self::List(points) => words.extend(points.iter().map(|point| joined(point))),
            Self::Digests { digests, note } => {
                words.extend(digests.iter().flat_map(|digest| [digest.label.clone(), digest.value.clone()]));
                words.push(note.clone());
            }
            Self::Columns { left, right, .. } => left.iter().chain(right).for_each(|block| block.words(words)),
        }
    }
}
