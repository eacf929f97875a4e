//! The submission to the universal periodic review: numbered paragraphs from the figures of the report, and what the submitters write.

use super::model::{Block, Document, Level, Part, Span, page_number};
use super::numbered::Numbered;
use super::report::{Facts, LIMITS, Words};
use crate::texts::Texts;

/// Everything that the submission says.
#[derive(Debug, Clone, PartialEq)]
pub struct Submission {
    /// The figures, the same as in a report, with what people wrote.
    pub facts: Facts,
    /// First day of the period under review, as YYYY-MM-DD.
    pub from_day: String,
    /// Last day of the period under review.
    pub to_day: String,
    /// The figures are of the orders of that period alone.
    pub is_of_period: bool,
}

/// Words the submission.
#[must_use]
pub fn compose(submission: &Submission, texts: &Texts) -> Document {
    let facts = &submission.facts;
    let words = Words { facts, texts };
    let mut paper = Paper { submission, words, page: Numbered::new(texts, &facts.written) };
    paper.head();
    paper.summary();
    paper.page.section("upr-earlier");
    paper.page.written("earlier-recommendations");
    paper.page.section("upr-figures");
    paper.figures();
    paper.page.section("report-limits");
    paper.limits();
    paper.page.section("upr-recommendations");
    paper.page.written("recommendations");
    paper.annex();
    let title = texts.say("upr-title", &[]);
    Document {
        lang: texts.lang(),
        running: title.clone(),
        title,
        author: facts.organisation.clone(),
        subject: texts.say("upr-kind", &[]),
        day: facts.day.clone(),
        page_number: page_number(texts),
        blocks: paper.page.blocks,
    }
}

struct Paper<'a> {
    submission: &'a Submission,
    words: Words<'a>,
    page: Numbered<'a>,
}

impl Paper<'_> {
    /// The submitters come first.
    fn head(&mut self) {
        let Submission { facts, from_day, to_day, .. } = self.submission;
        let names: Vec<&str> = std::iter::once(facts.organisation.as_str())
            .chain(facts.written("joint-submitters").lines())
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
            self.page.blocks.push(Block::Callout { text: self.page.say("report-example") });
        }
    }

    fn plain(&mut self, text: impl Into<String>) {
        self.page.numbered(vec![Span::plain(text)]);
    }

    fn summary(&mut self) {
        let facts = &self.submission.facts;
        self.page.section("upr-summary");
        self.plain(self.page.say("upr-about"));
        let args = [("version", (&facts.rubric).into()), ("snapshot", (&facts.digest).into())];
        let note = self.page.texts.say("upr-note-method", &args);
        self.page.numbered(vec![Span::plain(self.words.headline()).noted(note)]);
        self.plain(self.page.say("upr-keywords"));
    }

    /// Says of which orders the figures are, and each of them with its denominator.
    fn figures(&mut self) {
        let Submission { facts, from_day, to_day, is_of_period } = self.submission;
        let texts = self.page.texts;
        let span = |id: &str, [first, last]: [&str; 2]| {
            texts.say(id, &[("first", texts.day(first).into()), ("last", texts.day(last).into())])
        };
        match &facts.period {
            _ if *is_of_period => self.plain(span("upr-figures-window", [from_day, to_day])),
            Some((first, last)) => {
                self.plain(span("upr-figures-period", [first, last]));
                if first < from_day {
                    self.plain(self.page.say("upr-figures-before"));
                }
            }
            None => self.plain(self.page.say("upr-figures-undated")),
        }
        let counts: Vec<String> = self.words.counted_steps().map(|(label, count)| format!("{label}: {count}")).collect();
        self.plain(texts.say("upr-counts", &[("counts", counts.join("; ").into())]));
        self.plain(self.words.bullying());
        let words = &self.words;
        for said in [words.found(), words.terms(), words.seen(), words.open(), words.agreed()].into_iter().flatten() {
            self.plain(said);
        }
        let args = [("version", facts.rubric.as_str().into())];
        self.plain(texts.say("brief-method-text", &args));
    }

    fn limits(&mut self) {
        for limit in LIMITS {
            self.plain(self.page.say(&format!("report-limit-{limit}")));
        }
        if let Some(withheld) = self.words.withheld() {
            self.plain(withheld);
        }
    }

    fn annex(&mut self) {
        self.page.section("upr-annex");
        let words = &self.words;
        let tables =
            [vec![words.steps()], words.verdicts(), words.counts("findings"), words.counts("deadlines"), vec![words.seal()]];
        self.page.blocks.extend(tables.into_iter().flatten());
    }
}
