//! XML as the parts of a DOCX need it: elements, attributes and words, escaped, and without the characters that XML 1.0 forbids.

use super::super::Error;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// A part that is being written.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    whole: bool,
}

impl Xml {
    /// Begins a part with its declaration.
    pub(super) fn part() -> Self {
        let mut xml = Self { writer: Writer::new(Vec::new()), whole: true };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    /// Writes an element around others.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        self.event(Event::Start(start(name, attributes)));
        inside(self);
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// Writes an element with nothing inside.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// Writes an element with words inside.
    pub(super) fn words(&mut self, name: &str, attributes: &[(&str, &str)], words: &str) {
        self.element(name, attributes, |xml| xml.event(Event::Text(BytesText::new(&clean(words)))));
    }

    /// Writes what was written as a part of its own.
    pub(super) fn append(&mut self, other: &Self) {
        self.whole &= other.whole;
        self.writer.get_mut().extend_from_slice(other.writer.get_ref());
    }

    /// Begins something that will stand inside a part.
    pub(super) fn piece() -> Self {
        Self { writer: Writer::new(Vec::new()), whole: true }
    }

    /// Returns the bytes.
    pub(super) fn bytes(self) -> Result<Vec<u8>, Error> {
        if self.whole { Ok(self.writer.into_inner()) } else { Err(Error::Docx("writing a part")) }
    }

    // Writing into memory does not fail; should it ever, the part says so when it is taken.
    fn event(&mut self, event: Event) {
        self.whole &= self.writer.write_event(event).is_ok();
    }
}

fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, clean(value).as_str()));
    }
    start
}

/// Leaves out the characters that XML 1.0 forbids: a file with one of them does not open.
pub(super) fn clean(words: &str) -> String {
    let is_char = |c: &char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    words.chars().filter(is_char).collect()
}
