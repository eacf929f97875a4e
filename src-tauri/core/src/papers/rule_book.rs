//! The rule book: a version of the method as a printed paper, whole and in one language. Whoever is judged by it can read how.

use super::model::{Block, Digest, Document, Level, Part, Span, page_number};
use crate::model::rubric::{Change, Named, Question, Reads, Rule, Source, Texts as Three};
use crate::texts::{Arg, Texts};

/// Everything the rule book says beside the version itself.
pub struct RuleBook<'a> {
    /// The version.
    pub source: &'a Source,
    /// How many complete answer sets each rule decides; empty where they cannot be tried.
    pub sets: Vec<(String, u32)>,
    /// Its number.
    pub version: String,
    /// published, draft, adopted, retired.
    pub status: String,
    /// Number of the version that it was made from, or empty.
    pub base: String,
    /// Day of its adoption, as YYYY-MM-DD, or empty.
    pub adopted_on: String,
    /// Who adopted it, or empty.
    pub adopted_by: String,
    /// SHA-256 over its files, hexadecimal; empty for a draft.
    pub digest: String,
    /// Its files with their SHA-256.
    pub files: Vec<(String, String)>,
    /// Day it is printed, as YYYY-MM-DD.
    pub day: String,
}

/// Share of the width that the text takes; the rest is for what is said beside it.
const SPLIT: f32 = 0.68;

/// The part that is about the order.
const ORDER: &str = "B";

/// Words the rule book in one language.
#[must_use]
pub fn compose(book: &RuleBook<'_>, texts: &Texts) -> Document {
    let words = Words { book, texts };
    let blocks = [
        words.head(),
        words.scale(),
        words.parts(),
        words.content(),
        words.order(),
        words.elements(),
        words.reliability(),
        words.changes(),
        words.seal(),
    ];
    Document {
        lang: texts.lang(),
        title: words.say("method-title"),
        author: book.adopted_by.clone(),
        subject: words.say("method-kind"),
        day: book.day.clone(),
        page_number: page_number(texts),
        running: String::new(),
        blocks: blocks.concat(),
    }
}

struct Words<'a> {
    book: &'a RuleBook<'a>,
    texts: &'a Texts,
}

fn body(text: String) -> Block {
    Block::Paragraph { part: Part::Body, spans: vec![Span::plain(text)] }
}

fn column(text: impl Into<String>) -> Block {
    Block::Paragraph { part: Part::Column, spans: vec![Span::plain(text)] }
}

fn note(text: String) -> Block {
    Block::Paragraph { part: Part::Note, spans: vec![Span::plain(text)] }
}

impl Words<'_> {
    fn say(&self, id: &str) -> String {
        self.texts.say(id, &[])
    }

    fn with(&self, id: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(name, value)| (*name, Arg::from(*value))).collect();
        self.texts.say(id, &args)
    }

    fn one<'t>(&self, texts: &'t Three) -> &'t str {
        texts.spoken(self.texts.lang())
    }

    fn chapter(&self, id: &str) -> Block {
        Block::Heading { level: Level::Chapter, text: self.say(id) }
    }

    fn head(&self) -> Vec<Block> {
        let book = self.book;
        let kicker = match book.adopted_by.as_str() {
            "" => self.say("method-kind"),
            by => format!("{by} · {}", self.say("method-kind")),
        };
        let day = self.texts.day(&book.adopted_on);
        let status = match book.status.as_str() {
            "draft" => self.with("method-line-draft", &[("base", &book.base)]),
            "published" => self.say("method-line-published"),
            "retired" => self.with("method-line-retired", &[("by", &book.adopted_by), ("day", &day)]),
            _ if book.adopted_on.is_empty() => self.with("method-line-adopted-undated", &[("by", &book.adopted_by)]),
            _ => self.with("method-line-adopted", &[("by", &book.adopted_by), ("day", &day)]),
        };
        let version = self.with("method-line-version", &[("version", &book.version)]);
        let mut head = vec![
            Block::Paragraph { part: Part::Kicker, spans: vec![Span::strong(kicker)] },
            Block::Heading { level: Level::Title, text: self.say("method-title") },
            Block::Paragraph { part: Part::Dateline, spans: vec![Span::plain(format!("{version} · {status}"))] },
        ];
        if book.status == "draft" {
            head.push(Block::Callout { text: self.say("method-draft-warning") });
        }
        let said = self.one(&book.source.method.note);
        if !said.is_empty() {
            head.push(body(said.to_owned()));
        }
        head.push(body(self.say("method-order-of-work")));
        head
    }

    fn value(&self, value: &str) -> String {
        let id = format!("scale-{}", value.to_lowercase().replace('_', "-"));
        let word = self.say(&id);
        // A value that only this version knows has no words of the program's.
        if word.contains('⟦') { value.to_owned() } else { word }
    }

    fn values(&self, values: &[String]) -> String {
        values.iter().map(|v| self.value(v)).collect::<Vec<_>>().join(", ")
    }

    fn scale(&self) -> Vec<Block> {
        let Reads { met, not_met, grounded, .. } = &self.book.source.rules.standard;
        let args = [("met", self.values(met)), ("unmet", self.values(not_met)), ("grounded", self.values(grounded))];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        vec![self.chapter("method-scale"), body(self.with("method-scale-text", &args))]
    }

    fn parts(&self) -> Vec<Block> {
        let source = self.book.source;
        let mut order: Vec<&str> = source.rules.parts.iter().map(|p| p.code.as_str()).collect();
        for question in &source.questions {
            if !order.contains(&question.part.as_str()) {
                order.push(&question.part);
            }
        }
        order.into_iter().flat_map(|part| self.part(part)).collect()
    }

    fn part(&self, code: &str) -> Vec<Block> {
        let source = self.book.source;
        let named = source.rules.parts.iter().find(|p| p.code == code);
        let title = named.map_or(code, |part| self.one(&part.text)).to_owned();
        let mut blocks = vec![Block::Heading { level: Level::Chapter, text: title }];
        if let Some(help) = named.map(|part| self.one(&part.help)).filter(|help| !help.is_empty()) {
            blocks.push(body(help.to_owned()));
        }
        blocks.extend(source.questions.iter().filter(|q| q.part == code).map(|q| self.question(q)));
        blocks
    }

    fn question(&self, q: &Question) -> Block {
        let mut left = vec![Block::Heading { level: Level::Subsection, text: format!("{}. {}", q.code, self.one(&q.text)) }];
        let (help, example) = (self.one(&q.help), self.one(&q.example));
        if !help.is_empty() {
            left.push(column(help));
        }
        if !example.is_empty() {
            let spans = vec![Span::slanted(self.with("method-example", &[("example", example)]))];
            left.push(Block::Paragraph { part: Part::Column, spans });
        }
        let rules = &self.book.source.rules;
        let standard = rules.standard.met.iter().chain(&rules.standard.not_met).all(|v| q.scale.contains(v));
        let mut right = Vec::new();
        let values = if standard { self.say("method-usual-scale") } else { self.values(&q.scale) };
        let id = if q.several { "method-values-several" } else { "method-values" };
        right.push(self.with(id, &[("values", &values)]));
        if let Some(own) = rules.reads.get(&q.code).filter(|own| own.all_of.is_empty()) {
            let beyond = |list: &[String], usual: &[String]| -> Vec<String> {
                list.iter().filter(|v| !standard || !usual.contains(v)).cloned().collect()
            };
            for (id, list) in [
                ("method-reads-met", beyond(&own.met, &rules.standard.met)),
                ("method-reads-unmet", beyond(&own.not_met, &rules.standard.not_met)),
            ] {
                if !list.is_empty() {
                    right.push(self.with(id, &[("values", &self.values(&list))]));
                }
            }
        }
        if let Some(element) = rules.elements.iter().find(|e| e.code == q.gc35) {
            right.push(self.with("method-element", &[("element", self.one(&element.text))]));
        }
        right.push(self.sourced(&q.source, q.checked));
        let right = right.into_iter().filter(|text| !text.is_empty()).map(note).collect();
        Block::Columns { split: SPLIT, left, right }
    }

    fn sourced(&self, source: &str, checked: bool) -> String {
        match (source.is_empty(), checked) {
            (true, _) => String::new(),
            (_, true) => self.with("method-source", &[("source", source)]),
            (_, false) => self.with("method-source-unchecked", &[("source", source)]),
        }
    }

    fn verdict(&self, code: &str) -> String {
        self.texts.named("verdict", code)
    }

    fn content(&self) -> Vec<Block> {
        let rules = &self.book.source.rules;
        let total = u32::try_from(rules.inputs.len()).ok().and_then(|n| 1u32.checked_shl(n)).unwrap_or(0);
        let args = [("inputs", Arg::from(rules.inputs.join(", "))), ("sets", Arg::from(total))];
        let mut blocks = vec![self.chapter("method-content"), body(self.texts.say("method-content-text", &args))];
        let joined = rules.reads.iter().filter(|(_, reads)| !reads.all_of.is_empty());
        blocks.extend(
            joined.map(|(code, reads)| body(self.with("method-joined", &[("code", code), ("codes", &reads.all_of.join(", "))]))),
        );
        blocks.extend(rules.content.iter().map(|rule| self.rule(rule)));
        blocks.push(Block::Heading { level: Level::Section, text: self.say("method-open") });
        blocks.push(body(format!("{} {}", self.one(&rules.open.text), self.say("method-open-text"))));
        if !rules.verdicts.is_empty() {
            blocks.push(Block::Heading { level: Level::Section, text: self.say("method-verdicts") });
            let verdict = |v: &Named| vec![Span::strong(self.verdict(&v.code)), Span::plain(format!(". {}", self.one(&v.text)))];
            blocks.push(Block::List(rules.verdicts.iter().map(verdict).collect()));
        }
        blocks
    }

    fn rule(&self, rule: &Rule) -> Block {
        let heading = format!("{}. {}", rule.id, self.verdict(&rule.verdict));
        let left = vec![Block::Heading { level: Level::Subsection, text: heading }, column(self.one(&rule.text))];
        let mut right = vec![note(self.with("method-when", &[("conditions", &self.conditions(&rule.when))]))];
        right.extend(self.subtype(&rule.subtype).map(note));
        let sets = self.book.sets.iter().find(|(id, _)| *id == rule.id);
        right.extend(sets.map(|(_, n)| note(self.texts.say("method-decides", &[("sets", Arg::from(*n))]))));
        Block::Columns { split: SPLIT, left, right }
    }

    // What a rule says beside its verdict: a subtype, or the question whose answer names it with what each answer makes of it.
    fn subtype(&self, code: &str) -> Option<String> {
        if code.is_empty() {
            return None;
        }
        let Some(by) = self.book.source.rules.subtypes.get(code) else {
            return Some(self.with("method-subtype", &[("subtype", &self.subtype_name(code))]));
        };
        let met = if by.met.is_empty() { self.say("method-subtype-chosen") } else { self.subtype_name(&by.met) };
        let (unmet, open) = (self.subtype_name(&by.not_met), self.subtype_name(&by.open));
        Some(self.with("method-subtype-by", &[("code", &by.of), ("met", &met), ("unmet", &unmet), ("open", &open)]))
    }

    // A subtype that only this version knows has no words of the program's.
    fn subtype_name(&self, code: &str) -> String {
        let name = self.texts.named("subtype", code);
        if name.contains('⟦') { code.to_owned() } else { name }
    }

    fn conditions(&self, when: &[Vec<String>]) -> String {
        let word = |word: &String| match word.strip_prefix('!') {
            Some(code) => self.with("method-not-met", &[("code", code)]),
            None => self.with("method-met", &[("code", word)]),
        };
        let alternative = |clause: &Vec<String>| match clause.as_slice() {
            [] => self.say("method-always"),
            words => words.iter().map(word).collect::<Vec<_>>().join(", "),
        };
        when.iter().map(alternative).collect::<Vec<_>>().join(&self.say("method-or"))
    }

    fn order(&self) -> Vec<Block> {
        let source = self.book.source;
        let rules = &source.rules.findings;
        let list = |codes: &[String]| codes.join(", ");
        let verdicts = |codes: &[String]| codes.iter().map(|v| self.verdict(v)).collect::<Vec<_>>().join(", ");
        let count = source.questions.iter().filter(|q| q.part == ORDER).count();
        let small = |n: usize| Arg::from(u64::try_from(n).unwrap_or(u64::MAX));
        let mut blocks =
            vec![self.chapter("method-findings"), body(self.texts.say("method-findings-text", &[("count", small(count))]))];
        for worded in &rules.text {
            let how = match worded.id.as_str() {
                "arbitrary" => self.texts.say(
                    "method-how-arbitrary",
                    &[
                        ("verdicts", verdicts(&rules.arbitrary_verdicts).into()),
                        ("codes", list(&rules.arbitrary_codes).into()),
                        ("elements", small(rules.arbitrary_elements)),
                    ],
                ),
                "unlawful_on_its_face" => {
                    self.with("method-how-unlawful-on-its-face", &[("codes", &list(&rules.unlawful_on_its_face))])
                }
                "defective_procedure" => self.defective(&verdicts(&rules.defective_verdicts)),
                "not_assessable" => {
                    let (over, of) = rules.not_assessable_over;
                    let share = self.texts.say("share-of", &[("over", small(over)), ("of", small(of))]);
                    self.with("method-how-not-assessable", &[("share", &share)])
                }
                _ => self.say("method-how-no-defect-found"),
            };
            let heading = Block::Heading { level: Level::Subsection, text: self.finding(&worded.id) };
            blocks.push(Block::Columns {
                split: SPLIT,
                left: vec![heading, column(self.one(&worded.text))],
                right: vec![note(how)],
            });
        }
        if !rules.derived.code.is_empty() {
            let (all, once) = (list(&rules.derived.all_of), list(&rules.derived.not_met_once_answered));
            blocks.push(body(self.with("method-derived", &[("code", &rules.derived.code), ("all", &all), ("once", &once)])));
        }
        blocks
    }

    // What makes an order unlawful or arbitrary has its own finding and is none of procedure.
    fn defective(&self, verdicts: &str) -> String {
        let rules = &self.book.source.rules.findings;
        let is_apart = |code: &String| rules.unlawful_on_its_face.contains(code) || rules.arbitrary_codes.contains(code);
        let of_order = self.book.source.questions.iter().filter(|q| q.part == ORDER).map(|q| &q.code);
        let apart = of_order.filter(|code| is_apart(code)).map(String::as_str).collect::<Vec<_>>().join(", ");
        let id = if apart.is_empty() { "method-how-defective-procedure-any" } else { "method-how-defective-procedure" };
        self.with(id, &[("verdicts", verdicts), ("codes", &apart)])
    }

    fn finding(&self, flag: &str) -> String {
        self.texts.named("order-finding", flag)
    }

    fn elements(&self) -> Vec<Block> {
        let rules = &self.book.source.rules;
        if rules.elements.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![self.chapter("method-elements")];
        let said = self.one(&rules.note);
        if !said.is_empty() {
            blocks.push(body(said.to_owned()));
        }
        // A source that all of them have is named once.
        let mut sources: Vec<String> = rules.elements.iter().map(|e| self.sourced(&e.source, e.checked)).collect();
        sources.dedup();
        let shared = if let [one] = sources.as_slice() { Some(one.clone()) } else { None };
        let element = |e: &Named| {
            let source = if shared.is_some() { String::new() } else { self.sourced(&e.source, e.checked) };
            let rest = [self.one(&e.help), &source];
            let rest = rest.iter().filter(|t| !t.is_empty()).fold(".".to_owned(), |all, t| format!("{all} {t}"));
            vec![Span::strong(self.one(&e.text)), Span::plain(rest)]
        };
        blocks.push(Block::List(rules.elements.iter().map(element).collect()));
        blocks.extend(shared.filter(|source| !source.is_empty()).map(note));
        blocks
    }

    fn reliability(&self) -> Vec<Block> {
        vec![self.chapter("method-reliability"), body(self.say("method-reliability-text"))]
    }

    fn changes(&self) -> Vec<Block> {
        let said = |change: &Change| vec![Span::plain(self.one(&change.texts()))];
        let log: Vec<_> = self.book.source.method.changelog.iter().map(said).collect();
        let mut blocks = vec![self.chapter("method-changes"), body(self.say("method-changes-text"))];
        if !log.is_empty() {
            blocks.push(Block::List(log));
        }
        blocks
    }

    fn seal(&self) -> Vec<Block> {
        let book = self.book;
        if book.digest.is_empty() {
            return Vec::new();
        }
        let mut digests: Vec<Digest> =
            book.files.iter().map(|(name, digest)| Digest { label: name.clone(), value: digest.clone() }).collect();
        let whole = self.with("method-seal-whole", &[("version", &book.version)]);
        digests.push(Digest { label: whole, value: book.digest.clone() });
        vec![Block::Digests { digests, note: self.say("method-seal-note") }]
    }
}

#[cfg(test)]
mod tests;
