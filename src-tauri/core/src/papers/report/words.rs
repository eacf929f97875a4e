//! Blocks that the long papers share: figures in a table, counts in a table, charts, what people wrote, the seal.

use super::facts::{Counts, Facts, Figure};
use crate::papers::model::{Block, Column, Digest, Level, Part, Side, Span, Table};
use crate::texts::{Arg, Texts};

/// What stands for a count that is not told.
pub(in crate::papers) const BLANK: &str = "–";
/// Tables whose rows without a count say nothing.
const SPARSE: [&str; 7] = ["instruments", "grounds", "sources", "defects", "elements", "platform_basis", "verdicts_by_protected"];
/// Tables of which each row is so many of the whole.
const WHOLES: [&str; 8] = ["deadlines", "instruments", "grounds", "sources", "platform_basis", "findings", "defects", "elements"];

/// Facts and the words of one language.
pub(in crate::papers) struct Words<'a> {
    pub(in crate::papers) facts: &'a Facts,
    pub(in crate::papers) texts: &'a Texts,
}

pub(in crate::papers) fn body(text: impl Into<String>) -> Block {
    Block::Paragraph { part: Part::Body, spans: vec![Span::plain(text)] }
}

pub(in crate::papers) fn note(text: impl Into<String>) -> Block {
    Block::Paragraph { part: Part::Note, spans: vec![Span::plain(text)] }
}

pub(in crate::papers) fn column(head: String, width: f32, side: Side) -> Column {
    Column { head, width, side }
}

impl Words<'_> {
    pub(in crate::papers) fn say(&self, id: &str) -> String {
        self.texts.say(id, &[])
    }

    pub(in crate::papers) fn chapter(&self, id: &str) -> Block {
        Block::Heading { level: Level::Chapter, text: self.say(id) }
    }

    pub(in crate::papers) fn subsection(&self, id: &str) -> Block {
        Block::Heading { level: Level::Subsection, text: self.say(id) }
    }

    pub(in crate::papers) fn of(&self, count: u32, of: u32) -> String {
        self.texts.say("count-of", &[("count", Arg::from(count)), ("of", Arg::from(of))])
    }

    /// Sets what a person wrote under a label of its own, or nothing where nobody wrote.
    pub(in crate::papers) fn written(&self, name: &str) -> Option<Block> {
        let text = self.facts.written(name);
        let paragraphs: Vec<String> = text
            .split("\n\n")
            .map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|p| !p.is_empty())
            .collect();
        let label = self.say(&format!("paper-text-{name}"));
        (!paragraphs.is_empty()).then_some(Block::Written { label, paragraphs })
    }

    /// Sets the figures of these names, or of the components that end in a point, as a table; what had nothing to count is named below it.
    pub(in crate::papers) fn figures(&self, caption: &str, names: &[&str]) -> Vec<Block> {
        let is_wanted = |figure: &&Figure| {
            names.iter().any(|name| if name.ends_with('.') { figure.name.starts_with(name) } else { figure.name == **name })
        };
        let found: Vec<&Figure> = self.facts.figures.iter().filter(is_wanted).collect();
        let (empty, found): (Vec<&Figure>, Vec<&Figure>) = found.into_iter().partition(|figure| figure.is_empty);
        // What has neither a number nor a count would fill pages with one reason.
        let (told, untold): (Vec<&Figure>, Vec<&Figure>) =
            found.into_iter().partition(|figure| figure.is_told || figure.is_counted);
        let mut blocks = Vec::new();
        if !told.is_empty() {
            let rows = told.iter().map(|figure| {
                let number = [figure.number.as_str(), &self.unknown(figure)];
                vec![
                    figure.label.clone(),
                    figure.count.clone(),
                    number.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; "),
                ]
            });
            blocks.push(Block::Table(Table {
                caption: self.say(caption),
                columns: vec![
                    column(self.say("analysis-measure"), 0.46, Side::Left),
                    column(self.say("analysis-count"), 0.16, Side::Left),
                    column(self.say("report-number"), 0.38, Side::Left),
                ],
                rows: rows.collect(),
                sum: false,
            }));
            blocks.extend(self.caveats(told.iter().flat_map(|figure| &figure.caveats)));
        }
        let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
        for Figure { label, number, .. } in untold {
            match reasons.iter_mut().find(|(reason, _)| reason == number) {
                Some((_, names)) => names.push(label),
                None => reasons.push((number, vec![label])),
            }
        }
        for (reason, names) in reasons {
            let args = [("reason", reason.into()), ("names", names.join("; ").into())];
            blocks.push(note(self.texts.say("report-untold", &args)));
        }
        if !empty.is_empty() {
            let names: Vec<&str> = empty.iter().map(|figure| figure.label.as_str()).collect();
            blocks.push(note(self.texts.say("report-nothing-to-count", &[("names", names.join("; ").into())])));
        }
        blocks
    }

    // Between which ends a share lies, whatever the unknown are. The share of a verdict has a column for that.
    fn unknown(&self, figure: &Figure) -> String {
        let [share, _, bounds] = &figure.share;
        // Where no share can be told, its number is those ends already.
        if share.is_empty() || bounds.is_empty() || !figure.is_told {
            String::new()
        } else {
            self.texts.say("report-bounds", &[("range", bounds.into())])
        }
    }

    /// Says what is said beside some figures, each once.
    pub(in crate::papers) fn caveats<'c>(&self, codes: impl Iterator<Item = &'c String>) -> Option<Block> {
        let mut seen: Vec<&String> = Vec::new();
        for code in codes {
            if !seen.contains(&code) {
                seen.push(code);
            }
        }
        let said: Vec<String> = seen.into_iter().map(|code| self.say(code)).collect();
        (!said.is_empty()).then(|| note(said.join(" ")))
    }

    /// Sets a table of counts with what is said beside it, or nothing where it has no count.
    pub(in crate::papers) fn counts(&self, name: &str) -> Vec<Block> {
        let Some(table) = self.facts.table(name) else { return Vec::new() };
        let is_some = |counts: &[Option<u32>]| counts.iter().any(|count| *count != Some(0));
        if !table.rows.iter().any(|(_, counts)| is_some(counts)) {
            return Vec::new();
        }
        let is_sparse = SPARSE.contains(&table.name.as_str());
        let wholes = self.wholes(table);
        let cell = |place: usize, count: Option<u32>, is_total: bool| match (count, wholes.get(place).copied().flatten()) {
            (None, _) => BLANK.to_owned(),
            (Some(count), Some(of)) if !is_total => self.of(count, of),
            (Some(count), _) => self.texts.count(count.into()),
        };
        // Where things stand against themselves, rows have numbers and columns are called by them.
        let number_of = |words: &String| table.rows.iter().position(|(label, _)| label == words).map(|place| place + 1);
        let is_square = table.columns.len() > 5 && table.columns.iter().any(|head| number_of(head).is_some());
        let headed = |head: &String| number_of(head).filter(|_| is_square).map_or_else(|| head.clone(), |n| n.to_string());
        let named = |row: usize, label: &String| if is_square { format!("{}. {label}", row + 1) } else { label.clone() };
        let last = table.rows.len().saturating_sub(1);
        let rows = table.rows.iter().enumerate().filter(|(_, (_, counts))| !is_sparse || is_some(counts));
        let rows: Vec<Vec<String>> = rows
            .map(|(row, (label, counts))| {
                let is_total = table.has_total && row == last;
                let cells = counts.iter().enumerate().map(|(place, count)| cell(place, *count, is_total));
                std::iter::once(named(row, label)).chain(cells).collect()
            })
            .collect();
        // Many columns want more of the page, or their headings are broken letter by letter.
        let together = if table.columns.len() > 5 { 0.78 } else { 0.6 };
        let width = together / self.real(table.columns.len());
        let heads = table.columns.iter().map(|head| column(headed(head), width.min(0.25), Side::Right));
        let first = column(self.say("analysis-what"), 1.0 - width.min(0.25) * self.real(table.columns.len()), Side::Left);
        let mut blocks = vec![Block::Table(Table {
            caption: table.title.clone(),
            columns: std::iter::once(first).chain(heads).collect(),
            rows,
            sum: table.has_total,
        })];
        blocks.extend(self.caveats(table.caveats.iter()));
        blocks
    }

    #[allow(clippy::cast_precision_loss, clippy::unused_self, reason = "a handful of columns")]
    fn real(&self, count: usize) -> f32 {
        count.max(1) as f32
    }

    // What each column is so many of: the row that says so, or the sum where every thing is in one row and all of them are told.
    fn wholes(&self, table: &Counts) -> Vec<Option<u32>> {
        let columns = 0..table.columns.len();
        if !WHOLES.contains(&table.name.as_str()) {
            return columns.map(|_| None).collect();
        }
        let at = |counts: &[Option<u32>], place: usize| counts.get(place).copied().flatten();
        columns
            .map(|place| match table.rows.last().filter(|_| table.has_total) {
                Some((_, totals)) => at(totals, place),
                None => table.rows.iter().map(|(_, counts)| at(counts, place)).sum(),
            })
            .collect()
    }

    /// Sets a chart under its title, or nothing where there is none.
    pub(in crate::papers) fn picture(&self, name: &str) -> Vec<Block> {
        let Some(picture) = self.facts.pictures.iter().find(|picture| picture.name == name) else { return Vec::new() };
        vec![
            Block::Heading { level: Level::Subsection, text: picture.title.clone() },
            Block::Figure { alt: picture.chart.alt(), chart: Box::new(picture.chart.clone()), note: picture.note.clone() },
        ]
    }

    /// Says who issues the paper, what it is called, of which time it speaks and for whom it is.
    pub(in crate::papers) fn title_page(&self, kind: &str, title: String, more: Vec<Block>) -> Vec<Block> {
        let facts = self.facts;
        let kicker = match facts.organisation.trim() {
            "" => self.say(kind),
            organisation => format!("{organisation} · {}", self.say(kind)),
        };
        let day = self.texts.day(&facts.day);
        let dateline = match &facts.period {
            None => self.texts.say("brief-dateline-undated", &[("day", day.into())]),
            Some((first, last)) => {
                let (first, last) = (self.texts.day(first), self.texts.day(last));
                let period = self.texts.say("brief-period", &[("first", first.into()), ("last", last.into())]);
                self.texts.say("brief-dateline", &[("period", period.into()), ("day", day.into())])
            }
        };
        let mut blocks = vec![
            Block::Paragraph { part: Part::Kicker, spans: vec![Span::strong(kicker)] },
            Block::Heading { level: Level::Title, text: title },
            Block::Paragraph { part: Part::Dateline, spans: vec![Span::plain(dateline)] },
        ];
        if facts.is_example {
            blocks.push(Block::Callout { text: self.say("report-example") });
        }
        blocks.push(body(self.texts.named("report-for", &facts.audience)));
        if facts.is_public {
            blocks.push(body(self.say("report-public")));
        }
        blocks.extend(more);
        blocks
    }

    /// Says which part of the register the paper speaks of, in words and as the filter is typed.
    pub(in crate::papers) fn part(&self) -> Option<Block> {
        let part = self.facts.part.as_ref()?;
        let args = [("terms", part.terms.join("; ").into()), ("filter", part.typed.as_str().into())];
        Some(Block::Callout { text: self.texts.say("report-part", &args) })
    }

    /// Sets what the ministry was asked, when, and what it answered.
    pub(in crate::papers) fn reply(&self) -> Vec<Block> {
        let day = |name: &str| self.texts.day(self.facts.written(name));
        let (asked, answered, reply) = (day("reply-asked-on"), day("reply-answered-on"), self.facts.written("reply"));
        let mut blocks = vec![self.chapter("report-reply"), body(reply_said(self.texts, [&asked, &answered, reply]))];
        blocks.extend(self.written("reply"));
        blocks
    }

    /// Sets the digests of everything that the paper rests on.
    pub(in crate::papers) fn seal(&self) -> Block {
        let facts = self.facts;
        let size = [("count", Arg::from(facts.ledger_size))];
        let digests = [
            (self.say("report-seal-facts"), &facts.digest),
            (self.say("report-seal-frozen"), &facts.frozen),
            (self.texts.say("brief-seal-rubric", &[("version", facts.rubric.as_str().into())]), &facts.rubric_digest),
            (self.texts.say("report-seal-plan", &[("version", facts.plan.as_str().into())]), &facts.plan_digest),
            (self.texts.say("brief-seal-ledger", &size), &facts.ledger_root),
        ];
        let digests = digests.into_iter().filter(|(_, value)| !value.is_empty());
        Block::Digests {
            digests: digests.map(|(label, value)| Digest { label, value: value.clone() }).collect(),
            note: self.say("report-seal-note"),
        }
    }
}

/// Says when the ministry was asked and when it answered, as far as somebody wrote that down.
pub(in crate::papers) fn reply_said(texts: &Texts, [asked, answered, reply]: [&str; 3]) -> String {
    let args = [("asked", asked.into()), ("answered", answered.into())];
    let (asked_id, answered_id) = ("paper-reply-asked", "paper-reply-answered");
    match (asked.is_empty(), answered.is_empty(), reply.is_empty()) {
        (true, true, true) => texts.say("brief-ministry-none", &[]),
        (true, true, false) => texts.say("paper-reply-undated", &[]),
        (true, false, _) => texts.say(answered_id, args.get(1..).unwrap_or_default()),
        (false, true, true) => texts.say("paper-reply-silent", args.get(..1).unwrap_or_default()),
        (false, true, false) => texts.say(asked_id, args.get(..1).unwrap_or_default()),
        (false, false, _) => texts.say("paper-reply-both", &args),
    }
}
