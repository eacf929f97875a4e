//! The submission to the universal periodic review: numbered paragraphs from the figures of the brief, and what the submitters write.

use super::brief::{self, Brief};
use super::model::{Block, Document, Level, Part, Span};
use crate::texts::Texts;
use std::collections::BTreeMap;

/// Everything that the submission says.
#[derive(Debug, Clone, PartialEq)]
pub struct Submission {
    /// The figures, the same as in the brief.
    pub facts: Brief,
    /// First day of the period under review, as YYYY-MM-DD.
    pub from_day: String,
    /// Last day of the period under review.
    pub to_day: String,
    /// What people wrote, by name of the text.
    pub written: BTreeMap<String, String>,
}

/// Words the submission.
#[must_use]
pub fn compose(submission: &Submission, texts: &Texts) -> Document {
    let page = brief::compose(&submission.facts, texts);
    let mut paper = Paper { submission, texts, blocks: Vec::new(), number: 0 };
    paper.head();
    paper.summary(&page.blocks);
    paper.section("upr-earlier");
    paper.written("earlier-recommendations");
    paper.section("upr-figures");
    paper.figures(&page.blocks);
    paper.section("upr-recommendations");
    paper.written("recommendations");
    paper.annex(&page.blocks);
    Document { title: texts.say("upr-title", &[]), subject: texts.say("upr-kind", &[]), blocks: paper.blocks, ..page }
}

struct Paper<'a> {
    submission: &'a Submission,
    texts: &'a Texts,
    blocks: Vec<Block>,
    number: u32,
}

impl Paper<'_> {
    fn say(&self, id: &str) -> String {
        self.texts.say(id, &[])
    }

    fn section(&mut self, id: &str) {
        let text = self.say(id);
        self.blocks.push(Block::Heading { level: Level::Section, text });
    }

    fn numbered(&mut self, span: Span) {
        self.number += 1;
        self.blocks.push(Block::Numbered { number: self.number.to_string(), spans: vec![span] });
    }

    fn written(&mut self, name: &str) {
        let text = self.submission.written.get(name).map_or("", String::as_str).trim().to_owned();
        if text.is_empty() {
            let missing = self.say("sp-not-written");
            return self.numbered(Span::slanted(missing));
        }
        for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            self.numbered(Span::plain(paragraph));
        }
    }

    /// The submitters come first.
    fn head(&mut self) {
        let Submission { facts, from_day, to_day, written } = self.submission;
        let joint = written.get("joint-submitters").map_or("", String::as_str);
        let names: Vec<&str> = std::iter::once(facts.organisation.as_str())
            .chain(joint.lines())
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .collect();
        let submitters = if names.is_empty() { self.say("upr-submitters-missing") } else { names.join("; ") };
        let args = [("from", self.texts.day(from_day).into()), ("to", self.texts.day(to_day).into())];
        self.blocks.extend([
            Block::Paragraph { part: Part::Kicker, spans: vec![Span::strong(submitters)] },
            Block::Heading { level: Level::Title, text: self.say("upr-title") },
            Block::Paragraph { part: Part::Dateline, spans: vec![Span::plain(self.texts.say("upr-period", &args))] },
        ]);
        if facts.is_example {
            self.blocks.push(Block::Callout { text: self.say("brief-example") });
        }
    }

    fn summary(&mut self, page: &[Block]) {
        self.section("upr-summary");
        let sentence = page.iter().find_map(|block| match block {
            Block::Headline { sentence, .. } => Some(sentence.clone()),
            _ => None,
        });
        let about = self.say("upr-about");
        self.numbered(Span::plain(about));
        if let Some(sentence) = sentence {
            let facts = &self.submission.facts;
            let args = [("version", (&facts.rubric).into()), ("snapshot", (&facts.snapshot).into())];
            let note = self.texts.say("upr-note-method", &args);
            self.numbered(Span::plain(sentence).noted(note));
        }
        let keywords = self.say("upr-keywords");
        self.numbered(Span::plain(keywords));
    }

    /// The sentences of the brief, each with a number, and the days that they are about.
    fn figures(&mut self, page: &[Block]) {
        let Submission { facts, from_day, .. } = self.submission;
        let span = if facts.first_day.is_empty() || facts.last_day.is_empty() {
            self.say("upr-figures-undated")
        } else {
            let args = [("first", self.texts.day(&facts.first_day).into()), ("last", self.texts.day(&facts.last_day).into())];
            self.texts.say("upr-figures-period", &args)
        };
        self.numbered(Span::plain(span));
        if !facts.first_day.is_empty() && facts.first_day < *from_day {
            let before = self.say("upr-figures-before");
            self.numbered(Span::plain(before));
        }
        self.sentences(page);
    }

    fn sentences(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Measures(measures) => {
                    let counts = measures.iter().map(|m| format!("{} {}", m.value, m.label)).collect::<Vec<_>>().join("; ");
                    let counts = self.texts.say("upr-counts", &[("counts", counts.into())]);
                    self.numbered(Span::plain(counts));
                }
                Block::Heading { level: Level::Section | Level::Subsection, text } => {
                    self.blocks.push(Block::Heading { level: Level::Subsection, text: text.clone() });
                }
                Block::Paragraph { part: Part::Column, spans } => {
                    self.numbered(Span::plain(spans.iter().map(|span| span.text.as_str()).collect::<String>()));
                }
                Block::List(points) => {
                    for point in points {
                        self.numbered(Span::plain(point.iter().map(|span| span.text.as_str()).collect::<String>()));
                    }
                }
                Block::Columns { left, right, .. } => {
                    self.sentences(left);
                    self.sentences(right);
                }
                _ => {}
            }
        }
    }

    fn annex(&mut self, page: &[Block]) {
        self.section("upr-annex");
        let mut tables = Vec::new();
        collect(page, &mut tables);
        self.blocks.extend(tables);
    }
}

fn collect(blocks: &[Block], tables: &mut Vec<Block>) {
    for block in blocks {
        match block {
            Block::Table(_) | Block::Digests { .. } => tables.push(block.clone()),
            Block::Columns { left, right, .. } => {
                collect(left, tables);
                collect(right, tables);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::texts::Lang;

    fn submission(facts: Brief) -> Submission {
        let written = [("joint-submitters", "Second\nThird"), ("recommendations", "One.\n\nTwo.")];
        Submission {
            facts,
            from_day: "2026-04-01".into(),
            to_day: "2026-07-14".into(),
            written: written.map(|(name, text)| (name.to_owned(), text.to_owned())).into(),
        }
    }

    #[test]
    fn nothing_is_left_unsaid_and_every_sentence_of_the_brief_is_said() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for facts in sample::ends() {
                let words = compose(&submission(facts.clone()), &texts).words();
                assert!(words.iter().all(|words| !words.contains('⟦') && !words.is_empty()), "{lang:?}: {words:#?}");
                let mut sentences = Vec::new();
                for block in brief::compose(&facts, &texts).blocks {
                    match block {
                        Block::Headline { sentence, .. } => sentences.push(sentence),
                        Block::Columns { left, right, .. } => {
                            let columns = left.into_iter().chain(right);
                            columns.for_each(|block| {
                                sentences.extend(
                                    Document { blocks: vec![block], ..compose(&submission(facts.clone()), &texts) }.words(),
                                )
                            });
                        }
                        _ => {}
                    }
                }
                for sentence in sentences {
                    assert!(words.contains(&sentence), "{lang:?}: {sentence}");
                }
            }
        }
    }

    #[test]
    fn the_submitters_stand_first_and_orders_from_before_are_told() {
        let texts = Texts::new(Lang::En);
        let words = compose(&submission(sample::ordinary()), &texts).words();
        assert_eq!(words[0], "Сөз бостандығы мониторингі; Second; Third");
        assert!(words.contains(&texts.say("upr-figures-before", &[])));
        let later = Submission { from_day: "2022-07-14".into(), ..submission(sample::ordinary()) };
        assert!(!compose(&later, &texts).words().contains(&texts.say("upr-figures-before", &[])));
    }

    #[test]
    fn tables_and_footnotes_are_counted_apart() {
        let document = compose(&submission(sample::ordinary()), &Texts::new(Lang::En));
        let (words, notes) = document.word_count();
        let without: Vec<Block> = document.blocks.iter().filter(|block| !matches!(block, Block::Table(_))).cloned().collect();
        assert_eq!(Document { blocks: without, ..document.clone() }.word_count(), (words, notes));
        assert!(words > 100 && words < 2_815 && notes > 0, "{words} {notes}");
    }
}
