//! Papers whose paragraphs are numbered through, as the United Nations ask: what the two of them share.

use std::collections::BTreeMap;

use super::model::{Block, Level, Span};
use crate::texts::Texts;

/// A paper that is being worded.
pub(super) struct Numbered<'a> {
    /// The words of its language.
    pub(super) texts: &'a Texts,
    /// What it says so far.
    pub(super) blocks: Vec<Block>,
    written: &'a BTreeMap<String, String>,
    number: u32,
}

impl<'a> Numbered<'a> {
    /// Begins a paper with what people wrote for it.
    pub(super) const fn new(texts: &'a Texts, written: &'a BTreeMap<String, String>) -> Self {
        Self { texts, blocks: Vec::new(), written, number: 0 }
    }

    pub(super) fn say(&self, id: &str) -> String {
        self.texts.say(id, &[])
    }

    pub(super) fn section(&mut self, id: &str) {
        let text = self.say(id);
        self.blocks.push(Block::Heading { level: Level::Section, text });
    }

    /// Adds a paragraph with the next number.
    pub(super) fn numbered(&mut self, spans: Vec<Span>) {
        self.number += 1;
        self.blocks.push(Block::Numbered { number: self.number.to_string(), spans });
    }

    /// What a person wrote under a name, each paragraph with a number.
    pub(super) fn written(&mut self, name: &str) {
        let text = self.written.get(name).map_or("", |text| text.trim());
        if text.is_empty() {
            let missing = self.say("sp-not-written");
            return self.numbered(vec![Span::slanted(missing)]);
        }
        for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            self.numbered(vec![Span::plain(paragraph)]);
        }
    }
}
