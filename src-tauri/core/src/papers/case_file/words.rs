//! How a case file says things: coded values, questions, people, labelled lines. What it says stands beside.

use super::super::model::{Block, Column, Level, Part, Side, Span, Table};
use super::super::printable;
use super::times::said;
use super::{CaseFile, When};
use crate::model::rubric::Texts as Three;
use crate::texts::{Arg, Lang, Texts};
use std::cell::Cell;

/// The words of one case file in one language.
pub(super) struct Words<'a> {
    pub(super) file: &'a CaseFile,
    pub(super) texts: &'a Texts,
    number: Cell<u32>,
}

impl<'a> Words<'a> {
    pub(super) fn new(file: &'a CaseFile, texts: &'a Texts) -> Self {
        Self { file, texts, number: Cell::new(0) }
    }

    pub(super) fn say(&self, id: &str) -> String {
        self.texts.say(id, &[])
    }

    pub(super) fn with(&self, id: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(name, value)| (*name, Arg::from(*value))).collect();
        self.texts.say(id, &args)
    }

    /// Words `x of y` with a message that takes $count and $of.
    pub(super) fn of(&self, id: &str, count: usize, of: usize) -> String {
        let number = |n: usize| Arg::from(u64::try_from(n).unwrap_or(u64::MAX));
        self.texts.say(id, &[("count", number(count)), ("of", number(of))])
    }

    /// Words a code; what nobody filled is not known.
    pub(super) fn code(&self, list: &str, code: &str) -> String {
        if matches!(code, "" | "unknown") { self.say("record-not-known") } else { self.texts.named(list, code) }
    }

    pub(super) fn codes(&self, list: &str, codes: &[String]) -> String {
        codes.iter().map(|code| self.code(list, code)).collect::<Vec<_>>().join(", ")
    }

    /// Words a value of a question; several stand with a plus between.
    pub(super) fn value(&self, value: &str) -> String {
        if value.is_empty() {
            return "—".to_owned();
        }
        let word = |value: &str| {
            let word = self.texts.named("scale", value);
            // A value that only its version of the method knows has no words of the program's.
            if word.contains('⟦') { value.to_owned() } else { word }
        };
        value.split('+').map(word).collect::<Vec<_>>().join(", ")
    }

    /// Chooses the language of the paper, or whichever there is.
    pub(super) fn one(&self, texts: &Three) -> String {
        let own = texts.spoken(self.texts.lang());
        [own, &texts.ru, &texts.en, &texts.kk].into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned()
    }

    /// A text, or that it is not known.
    pub(super) fn or_not_known(&self, text: &str) -> String {
        if text.trim().is_empty() { self.say("record-not-known") } else { text.trim().to_owned() }
    }

    pub(super) fn when(&self, when: Option<&When>) -> String {
        when.map_or_else(|| self.say("record-not-known"), |when| said(when, self.texts))
    }

    pub(super) fn chapter(&self, id: &str) -> Block {
        Block::Heading { level: Level::Chapter, text: self.say(id) }
    }

    pub(super) fn section(&self, text: String) -> Block {
        Block::Heading { level: Level::Section, text }
    }

    pub(super) fn sub(&self, text: String) -> Block {
        Block::Heading { level: Level::Subsection, text }
    }

    /// The next numbered paragraph: numbers go through the whole file, so that a hearing can refer to them.
    pub(super) fn numbered(&self, spans: Vec<Span>) -> Block {
        self.number.set(self.number.get() + 1);
        Block::Numbered { number: self.number.get().to_string(), spans }
    }

    pub(super) fn fact(&self, text: String) -> Block {
        self.numbered(vec![Span::plain(flat(&text))])
    }

    /// What a person wrote under a name; nothing where nobody did.
    pub(super) fn written(&self, name: &str) -> &str {
        self.file.written.get(name).map_or("", |text| text.trim())
    }

    /// A text of a person, set apart from what was computed.
    pub(super) fn written_block(&self, name: &str) -> Option<Block> {
        self.written_under(name, self.say(&format!("paper-text-{name}")))
    }

    /// The same under a label of its own.
    pub(super) fn written_under(&self, name: &str, what: String) -> Option<Block> {
        let text = self.written(name);
        let paragraphs: Vec<String> = text.split("\n\n").map(flat).collect();
        let label = self.with("case-written", &[("what", &what)]);
        (!text.is_empty())
            .then(|| Block::Written { label, paragraphs: paragraphs.into_iter().filter(|p| !p.is_empty()).collect() })
    }

    /// The numbers of exhibits after what rests on them; empty where nothing does.
    pub(super) fn resting(&self, exhibits: &[String]) -> String {
        if exhibits.is_empty() { String::new() } else { self.with("case-rests-on", &[("exhibits", &exhibits.join(", "))]) }
    }

    /// Names a field: of its kind where it has a name there, as everywhere else otherwise.
    pub(super) fn field(&self, kind: &str, field: &str) -> String {
        let ids = [format!("field-{kind}-{field}"), format!("field-{field}")].map(|id| id.replace('_', "-"));
        ids.iter().map(|id| self.say(id)).find(|words| !words.contains('⟦')).unwrap_or_else(|| field.to_owned())
    }
}

/// Words of others on one line: what parts lines in a form parts nothing in a paragraph.
pub(super) fn flat(text: &str) -> String {
    // Words of the register may hold letters that no face has: they are named by their codes, never boxes.
    printable(&text.split(['\n', '\r', '\t', ' ']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
}

/// Words of others set apart, one paragraph for each of theirs; whose they are stands under the last.
pub(super) fn quotes(text: &str, lang: Option<Lang>, source: &str) -> Vec<Block> {
    let lines: Vec<String> = text.lines().map(flat).filter(|line| !line.is_empty()).collect();
    let last = lines.len().saturating_sub(1);
    let span = |line: String| match lang {
        Some(lang) => Span::plain(line).in_lang(lang),
        None => Span::plain(line),
    };
    let quote = |(place, line): (usize, String)| Block::Quote {
        spans: vec![span(line)],
        source: if place == last { source.to_owned() } else { String::new() },
    };
    lines.into_iter().enumerate().map(quote).collect()
}

pub(super) fn body(text: impl AsRef<str>) -> Block {
    Block::Paragraph { part: Part::Body, spans: vec![Span::plain(flat(text.as_ref()))] }
}

pub(super) fn note(text: impl AsRef<str>) -> Block {
    Block::Paragraph { part: Part::Note, spans: vec![Span::plain(flat(text.as_ref()))] }
}

/// A line with its label before it.
pub(super) fn line(label: &str, text: impl AsRef<str>) -> Block {
    Block::Paragraph { part: Part::Column, spans: vec![Span::strong(format!("{label}: ")), Span::plain(flat(text.as_ref()))] }
}

/// A sentence among labelled lines.
pub(super) fn aside(text: String) -> Block {
    Block::Paragraph { part: Part::Column, spans: vec![Span::plain(text)] }
}

/// A heading too small for the contents.
pub(super) fn head(text: String) -> Block {
    Block::Paragraph { part: Part::Column, spans: vec![Span::strong(text)] }
}

pub(super) fn points(points: Vec<String>) -> Block {
    Block::List(points.into_iter().map(|point| vec![Span::plain(point)]).collect())
}

/// A table of words.
pub(super) fn table(caption: String, columns: &[(String, f32)], rows: Vec<Vec<String>>) -> Block {
    let columns = columns.iter().map(|(head, width)| Column { head: head.clone(), width: *width, side: Side::Left }).collect();
    let rows = rows.into_iter().map(|row| row.iter().map(|cell| flat(cell)).collect()).collect();
    Block::Table(Table { caption, columns, rows, sum: false })
}
