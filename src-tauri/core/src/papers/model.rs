//! What a paper says, before anyone knows where it stands: blocks of words, tables and charts. Plain data, already worded.

use std::sync::Arc;

use super::chart::Chart;
use crate::texts::{Lang, Texts};

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
    /// What stands at the head of every page after the first; empty: nothing.
    pub running: String,
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
    /// Their language, where it is not that of the paper.
    pub lang: Option<Lang>,
    /// A footnote whose mark stands behind the words.
    pub note: Option<String>,
    /// An address that the words lead to.
    pub url: Option<String>,
}

impl Span {
    /// Makes plain words.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), weight: Weight::Plain, lang: None, note: None, url: None }
    }

    /// Makes semibold words.
    #[must_use]
    pub fn strong(text: impl Into<String>) -> Self {
        Self { weight: Weight::Strong, ..Self::plain(text) }
    }

    /// Makes italic words.
    #[must_use]
    pub fn slanted(text: impl Into<String>) -> Self {
        Self { weight: Weight::Slanted, ..Self::plain(text) }
    }

    /// Puts a footnote behind the words.
    #[must_use]
    pub fn noted(self, note: impl Into<String>) -> Self {
        Self { note: Some(note.into()), ..self }
    }

    /// Says the language of the words.
    #[must_use]
    pub fn in_lang(self, lang: Lang) -> Self {
        Self { lang: Some(lang), ..self }
    }

    /// Lets the words lead to an address.
    #[must_use]
    pub fn leading_to(self, url: impl Into<String>) -> Self {
        Self { url: Some(url.into()), ..self }
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

/// A photograph, kept byte for byte as it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// The JPEG file.
    pub jpeg: Arc<Vec<u8>>,
    /// What is seen, for those who do not see it.
    pub alt: String,
    /// Words under it.
    pub caption: String,
}

/// An exhibit in a list of exhibits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exhibit {
    /// Its number, as the paper names it.
    pub number: String,
    /// What it is.
    pub description: String,
    /// When and how it was taken, already worded.
    pub captured: String,
    /// SHA-256 of the file, hexadecimal: on a line of its own.
    pub digest: String,
    /// Who held it and when: one entry a line.
    pub custody: Vec<String>,
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
    /// A paragraph with a number of its own, as courts and the United Nations ask.
    Numbered {
        /// The number, as 12 or 3.1.
        number: String,
        /// Words.
        spans: Vec<Span>,
    },
    /// Words of somebody else, set apart.
    Quote {
        /// Words.
        spans: Vec<Span>,
        /// Whose they are; empty: it is said before.
        source: String,
    },
    /// Words that a person wrote, set apart from those that were computed.
    Written {
        /// What they are, as "Comment of the organisation".
        label: String,
        /// Paragraphs.
        paragraphs: Vec<String>,
    },
    /// A photograph.
    Photo(Photo),
    /// A list of exhibits with their digests.
    Exhibits {
        /// Caption.
        caption: String,
        /// Headings: number, description, captured, custody.
        heads: [String; 4],
        /// The exhibits.
        exhibits: Vec<Exhibit>,
    },
    /// The contents: every section, chapter and subsection after it, with its page, each leading there.
    Contents {
        /// Heading.
        heading: String,
    },
    /// What follows begins a page.
    PageBreak,
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

/// Words the number of a page, with its places open.
pub(super) fn page_number(texts: &Texts) -> String {
    texts.say("paper-page", &[("page", "{page}".into()), ("pages", "{pages}".into())])
}

impl Document {
    /// Counts the words of the text, and apart from them those of footnotes, as limits of words are meant: headings and paragraphs,
    /// lists and quotes. Not counted are the data of the title (who, title, day), contents, numbers of paragraphs, tables, charts,
    /// photographs, exhibits and digests: they are annexes. A sign that stands alone is no word.
    #[must_use]
    pub fn word_count(&self) -> (usize, usize) {
        let count = |words: &[String]| {
            let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
            words.iter().map(|words| words.split_whitespace().filter(is_word).count()).sum::<usize>()
        };
        let (mut text, mut notes) = (Vec::new(), Vec::new());
        for block in &self.blocks {
            block.counted(&mut text);
            notes.extend(block.notes());
        }
        (count(&text), count(&notes))
    }

    /// Returns everything that goes into its file in letters: its words, and what it says of itself and to those who do not see.
    #[must_use]
    pub fn everything(&self) -> Vec<String> {
        let mut all =
            vec![self.title.clone(), self.author.clone(), self.subject.clone(), self.running.clone(), self.page_number.clone()];
        all.extend(self.words());
        for block in &self.blocks {
            block.unseen(&mut all);
        }
        all
    }

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
    /// Collects the words that count against a limit.
    fn counted(&self, words: &mut Vec<String>) {
        let joined = |spans: &[Span]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
        match self {
            Self::Heading { level: Level::Title, .. }
            | Self::Paragraph { part: Part::Kicker | Part::Dateline, .. }
            | Self::Contents { .. }
            | Self::Measures(_)
            | Self::Figure { .. }
            | Self::Table(_)
            | Self::Digests { .. }
            | Self::Photo(_)
            | Self::Exhibits { .. }
            | Self::PageBreak => {}
            Self::Numbered { spans, .. } | Self::Paragraph { spans, .. } => words.push(joined(spans)),
            Self::Quote { spans, source } => words.extend([joined(spans), source.clone()]),
            Self::List(points) => words.extend(points.iter().map(|point| joined(point))),
            Self::Columns { left, right, .. } => left.iter().chain(right).for_each(|block| block.counted(words)),
            Self::Heading { .. } | Self::Headline { .. } | Self::Callout { .. } | Self::Link { .. } | Self::Written { .. } => {
                self.words(words);
            }
        }
    }

    /// Returns the footnotes.
    pub(super) fn notes(&self) -> Vec<String> {
        let of = |spans: &[Span]| spans.iter().filter_map(|span| span.note.clone()).collect::<Vec<_>>();
        match self {
            Self::Paragraph { spans, .. } | Self::Numbered { spans, .. } | Self::Quote { spans, .. } => of(spans),
            Self::List(points) => points.iter().flat_map(|point| of(point)).collect(),
            Self::Columns { left, right, .. } => left.iter().chain(right).flat_map(Self::notes).collect(),
            _ => Vec::new(),
        }
    }

    // What stands behind the words: addresses, and what is said to those who do not see.
    fn unseen(&self, all: &mut Vec<String>) {
        let urls = |spans: &[Span]| spans.iter().filter_map(|span| span.url.clone()).collect::<Vec<_>>();
        match self {
            Self::Paragraph { spans, .. } | Self::Numbered { spans, .. } | Self::Quote { spans, .. } => all.extend(urls(spans)),
            Self::List(points) => all.extend(points.iter().flat_map(|point| urls(point))),
            Self::Link { url, .. } => all.push(url.clone()),
            Self::Figure { alt, .. } => all.push(alt.clone()),
            Self::Photo(photo) => all.push(photo.alt.clone()),
            Self::Columns { left, right, .. } => left.iter().chain(right).for_each(|block| block.unseen(all)),
            _ => {}
        }
    }

    fn words(&self, words: &mut Vec<String>) {
        let joined = |spans: &[Span]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
        let notes = |spans: &[Span]| spans.iter().filter_map(|span| span.note.clone()).collect::<Vec<_>>();
        match self {
            Self::Heading { text, .. } | Self::Callout { text } | Self::Link { text, .. } => words.push(text.clone()),
            Self::Paragraph { spans, .. } => words.extend(std::iter::once(joined(spans)).chain(notes(spans))),
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
            Self::List(points) => {
                words.extend(points.iter().flat_map(|point| std::iter::once(joined(point)).chain(notes(point))))
            }
            Self::Digests { digests, note } => {
                words.extend(digests.iter().flat_map(|digest| [digest.label.clone(), digest.value.clone()]));
                words.push(note.clone());
            }
            Self::Numbered { number, spans } => words.extend([number.clone(), joined(spans)].into_iter().chain(notes(spans))),
            Self::Quote { spans, source } => words.extend([joined(spans), source.clone()].into_iter().chain(notes(spans))),
            Self::Written { label, paragraphs } => words.extend(std::iter::once(label).chain(paragraphs).cloned()),
            Self::Photo(photo) => words.push(photo.caption.clone()),
            Self::Exhibits { caption, heads, exhibits } => {
                words.push(caption.clone());
                words.extend(heads.iter().cloned());
                for exhibit in exhibits {
                    let Exhibit { number, description, captured, digest, custody } = exhibit;
                    words.extend([number, description, captured, digest].into_iter().chain(custody).cloned());
                }
            }
            Self::Contents { heading } => words.push(heading.clone()),
            Self::PageBreak => {}
            Self::Columns { left, right, .. } => left.iter().chain(right).for_each(|block| block.words(words)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_count_that_a_limit_means() {
        let number =
            |words: &str| Block::Numbered { number: "12".into(), spans: vec![Span::plain(words).noted("A note of five words")] };
        let table = Table { caption: "Not counted".into(), columns: Vec::new(), rows: vec![vec!["one two".into()]], sum: false };
        let document = Document {
            lang: Lang::En,
            title: "Not counted".into(),
            author: String::new(),
            subject: String::new(),
            day: String::new(),
            page_number: String::new(),
            running: "not counted".into(),
            blocks: vec![
                Block::Paragraph { part: Part::Kicker, spans: vec![Span::plain("not counted")] },
                Block::Heading { level: Level::Title, text: "not counted".into() },
                Block::Paragraph { part: Part::Dateline, spans: vec![Span::plain("1 July 2026")] },
                Block::Contents { heading: "not counted".into() },
                Block::Heading { level: Level::Section, text: "Two words".into() },
                number("three – words\u{a0}here ."),
                Block::Table(table),
                Block::List(vec![vec![Span::plain("one "), Span::strong("two")], vec![Span::plain("three")]]),
                Block::Columns {
                    split: 0.5,
                    left: vec![Block::Callout { text: "one two".into() }],
                    right: vec![Block::Written { label: "one".into(), paragraphs: vec!["two".into(), "three".into()] }],
                },
            ],
        };
        assert_eq!(document.word_count(), (2 + 3 + 3 + 2 + 3, 5));
    }
}
