//! The submission to the universal periodic review: numbered paragraphs from the figures of the brief, and what the submitters write.

use super::brief::{self, Brief};
use super::model::{Block, Document, Level, Part, Span};
use super::numbered::Numbered;
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
    let mut paper = Paper { submission, page: Numbered::new(texts, &submission.written) };
    paper.head();
    paper.summary(&page.blocks);
    paper.page.section("upr-earlier");
    paper.page.written("earlier-recommendations");
    paper.page.section("upr-figures");
    paper.figures(&page.blocks);
    paper.page.section("upr-recommendations");
    paper.page.written("recommendations");
    paper.annex(&page.blocks);
    Document { title: texts.say("upr-title", &[]), subject: texts.say("upr-kind", &[]), blocks: paper.page.blocks, ..page }
}

struct Paper<'a> {
    submission: &'a Submission,
    page: Numbered<'a>,
}

impl Paper<'_> {
    /// The submitters come first.
    fn head(&mut self) {
        let Submission { facts, from_day, to_day, written } = self.submission;
        let joint = written.get("joint-submitters").map_or("", String::as_str);
        let names: Vec<&str> = std::iter::once(facts.organisation.as_str())
            .chain(joint.lines())
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .collect();
        let submitters = if names.is_empty() { self.page.say("upr-submitters-missing") } else { names.join("; ") };
        let args = [("from", self.page.texts.day(from_day).into()), ("to", self.page.texts.day(to_day).into())];
        self.page.blocks.extend([
            Block::Paragraph { part: Part::Kicker, spans: vec![Span::strong(submitters)] },
            Block::Heading { level: Level::Title, text: self.page.say("upr-title") },
            Block::Paragraph { part: Part::Dateline, spans: vec![Span::plain(self.page.texts.say("upr-period", &args))] },
        ]);
        if facts.is_example {
            self.page.blocks.push(Block::Callout { text: self.page.say("brief-example") });
        }
    }

    fn summary(&mut self, page: &[Block]) {
        self.page.section("upr-summary");
        let sentence = page.iter().find_map(|block| match block {
            Block::Headline { sentence, .. } => Some(sentence.clone()),
            _ => None,
        });
        let about = self.page.say("upr-about");
        self.page.numbered(vec![Span::plain(about)]);
        if let Some(sentence) = sentence {
            let facts = &self.submission.facts;
            let args = [("version", (&facts.rubric).into()), ("snapshot", (&facts.snapshot).into())];
            let note = self.page.texts.say("upr-note-method", &args);
            self.page.numbered(vec![Span::plain(sentence).noted(note)]);
        }
        let keywords = self.page.say("upr-keywords");
        self.page.numbered(vec![Span::plain(keywords)]);
    }

    /// The sentences of the brief, each with a number, and the days that they are about.
    fn figures(&mut self, page: &[Block]) {
        let Submission { facts, from_day, .. } = self.submission;
        let span = if facts.first_day.is_empty() || facts.last_day.is_empty() {
            self.page.say("upr-figures-undated")
        } else {
            let args =
                [("first", self.page.texts.day(&facts.first_day).into()), ("last", self.page.texts.day(&facts.last_day).into())];
            self.page.texts.say("upr-figures-period", &args)
        };
        self.page.numbered(vec![Span::plain(span)]);
        if !facts.first_day.is_empty() && facts.first_day < *from_day {
            let before = self.page.say("upr-figures-before");
            self.page.numbered(vec![Span::plain(before)]);
        }
        self.sentences(page);
    }

    fn sentences(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Measures(measures) => {
                    let counts = measures.iter().map(|m| format!("{} {}", m.value, m.label)).collect::<Vec<_>>().join("; ");
                    let counts = self.page.texts.say("upr-counts", &[("counts", counts.into())]);
                    self.page.numbered(vec![Span::plain(counts)]);
                }
                Block::Heading { level: Level::Section | Level::Subsection, text } => {
                    self.page.blocks.push(Block::Heading { level: Level::Subsection, text: text.clone() });
                }
                Block::Paragraph { part: Part::Column, spans } => {
                    self.page.numbered(vec![Span::plain(spans.iter().map(|span| span.text.as_str()).collect::<String>())]);
                }
                Block::List(points) => {
                    for point in points {
                        self.page.numbered(vec![Span::plain(point.iter().map(|span| span.text.as_str()).collect::<String>())]);
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
        self.page.section("upr-annex");
        let mut tables = Vec::new();
        collect(page, &mut tables);
        self.page.blocks.extend(tables);
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
