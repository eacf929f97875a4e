//! The annual overview: the known orders of one year beside those of the year before, what changed, and which papers were sealed. It computes
//! nothing: counts come from the analysis. The difference between two years is not tested.

use super::model::{Block, Document, Side, Span, Table, page_number};
use super::report::{Counts, Facts, Steps, Words, body, column, note};
use crate::texts::Texts;

/// A change of the law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its day, as YYYY-MM-DD.
    pub day: String,
    /// What changed.
    pub what: String,
    /// The day was compared with the official text.
    pub is_checked: bool,
}

/// A paper that was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Day, as YYYY-MM-DD.
    pub day: String,
    /// Its kind, by code.
    pub kind: String,
    /// Its language, by code.
    pub lang: String,
    /// Its digest, hexadecimal.
    pub digest: String,
}

/// Everything that the overview says.
#[derive(Debug, Clone, PartialEq)]
pub struct Annual {
    /// The year.
    pub year: i32,
    /// It speaks of a part of the orders of the year.
    pub is_part: bool,
    /// What is known of the year.
    pub facts: Facts,
    /// Steps and tables of the year before.
    pub before: (Steps, Vec<Counts>),
    /// Changes of the law.
    pub law: Vec<Change>,
    /// Versions of the method that were adopted: day and number.
    pub methods: Vec<(String, String)>,
    /// For each verdict the earliest order with such an item: verdict in words, reference.
    pub cases: Vec<(String, String)>,
    /// Papers that were sealed in the year.
    pub sealed: Vec<Sealed>,
}

/// Tables that stand beside those of the year before, in the order of the paper.
const BESIDE: [&str; 7] = ["verdicts", "findings", "deadlines", "instruments", "grounds", "sources", "platform_basis"];

/// Words the overview in one language.
#[must_use]
pub fn compose(annual: &Annual, texts: &Texts) -> Document {
    let words = Words { facts: &annual.facts, texts };
    let years = Years { annual, words: &words };
    let title = texts.say("annual-title", &[("year", annual.year.to_string().into())]);
    let part = words.part().filter(|_| annual.is_part);
    let mut blocks = words.title_page("annual-kind", title.clone(), part.into_iter().collect());
    blocks.push(Block::Contents { heading: words.say("report-contents") });
    blocks.push(words.chapter("report-summary"));
    blocks.extend(years.summary());
    blocks.extend(years.beside());
    blocks.extend(years.changes());
    blocks.extend(years.cases());
    blocks.extend(years.sealed());
    blocks.extend(words.who());
    blocks.push(words.seal());
    Document {
        lang: texts.lang(),
        running: title.clone(),
        title,
        author: annual.facts.organisation.clone(),
        subject: words.say("annual-kind"),
        day: annual.facts.day.clone(),
        page_number: page_number(texts),
        blocks,
    }
}

struct Years<'a> {
    annual: &'a Annual,
    words: &'a Words<'a>,
}

impl Years<'_> {
    fn summary(&self) -> Vec<Block> {
        let (words, annual) = (self.words, self.annual);
        let args = [("year", annual.year.to_string().into()), ("before", (annual.year - 1).to_string().into())];
        let mut said = vec![words.texts.say("annual-about", &args), words.say("annual-undated")];
        if annual.facts.is_public {
            said.push(words.say("annual-public"));
        } else {
            said.extend([words.headline(), words.bullying(), words.say("report-means-not")]);
        }
        let numbered = (1..)
            .zip(said)
            .map(|(number, text): (u32, _)| Block::Numbered { number: number.to_string(), spans: vec![Span::plain(text)] });
        numbered.chain(words.written("foreword")).collect()
    }

    fn beside(&self) -> Vec<Block> {
        let words = self.words;
        let mut blocks = vec![words.chapter("annual-years")];
        if self.annual.facts.is_public {
            blocks.extend(self.quarters());
            return blocks;
        }
        let own = words.step_rows(self.annual.facts.steps);
        let before = words.step_rows(self.annual.before.0);
        // Applications are those of the whole register, whatever the year.
        let rows = own.into_iter().zip(before).skip(1).map(|((label, own), (_, before))| vec![label, before, own]);
        blocks.push(self.table(words.say("annual-steps"), rows.collect()));
        blocks.push(note(words.say("caveat-known-orders-only")));
        blocks.extend(words.picture("months"));
        for name in BESIDE {
            blocks.extend(self.counts(name));
        }
        blocks.extend(words.verdicts());
        blocks.extend(words.written("comment-verdicts"));
        blocks
    }

    fn table(&self, caption: String, rows: Vec<Vec<String>>) -> Block {
        let year = |year: i32| column(year.to_string(), 0.2, Side::Right);
        let (own, before) = (self.annual.year, self.annual.year - 1);
        let columns = vec![column(self.words.say("annual-what"), 0.6, Side::Left), year(before), year(own)];
        Block::Table(Table { caption, columns, rows, sum: false })
    }

    // Counts of both years. A table of items and orders is shown by orders: the two are never mixed.
    fn counts(&self, name: &str) -> Option<Block> {
        let own = self.annual.facts.table(name)?;
        let before = self.annual.before.1.iter().find(|table| table.name == name);
        let last = |table: &Counts, label: &str| {
            let found = table.rows.iter().find(|(own, _)| own == label);
            found.map_or(Some(0), |(_, counts)| counts.last().copied().flatten())
        };
        let mut labels: Vec<&String> = Vec::new();
        for (label, _) in own.rows.iter().chain(before.iter().flat_map(|table| &table.rows)) {
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        let said = |count: Option<u32>| count.map_or_else(|| "–".to_owned(), |count| self.words.texts.count(count.into()));
        let rows = labels.into_iter().filter_map(|label| {
            let (own, before) = (last(own, label), before.map_or(Some(0), |table| last(table, label)));
            (own != Some(0) || before != Some(0)).then(|| vec![label.clone(), said(before), said(own)])
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let unit = if matches!(name, "verdicts" | "platform_basis") { "annual-items" } else { "annual-orders" };
        let caption = format!("{} {}", own.title, self.words.say(unit));
        (!rows.is_empty()).then(|| self.table(caption, rows))
    }

    fn quarters(&self) -> Vec<Block> {
        let words = self.words;
        let Some(table) = words.facts.table("quarters") else { return vec![body(words.say("annual-public"))] };
        let years = [self.annual.year - 1, self.annual.year].map(|year| year.to_string());
        let rows = table.rows.iter().filter(|(quarter, _)| years.iter().any(|year| quarter.starts_with(year.as_str())));
        let rows = rows.map(|(quarter, counts)| {
            let count = counts.first().copied().flatten();
            vec![quarter.clone(), count.map_or_else(|| "–".to_owned(), |count| words.texts.count(count.into()))]
        });
        let columns =
            vec![column(words.say("annual-quarter"), 0.7, Side::Left), column(words.say("counted-orders"), 0.3, Side::Right)];
        vec![Block::Table(Table { caption: words.say("annual-quarters"), columns, rows: rows.collect(), sum: false })]
    }

    fn changes(&self) -> Vec<Block> {
        let (words, annual) = (self.words, self.annual);
        let mut blocks = vec![words.chapter("annual-changes"), words.subsection("annual-law")];
        if annual.law.is_empty() {
            blocks.push(body(words.say("annual-law-none")));
        } else {
            let point = |change: &Change| {
                let said = format!("{}: {}", words.texts.day(&change.day), change.what);
                let open = if change.is_checked { String::new() } else { format!(" {}", words.say("annual-law-unchecked")) };
                vec![Span::plain(format!("{said}{open}"))]
            };
            blocks.push(Block::List(annual.law.iter().map(point).collect()));
        }
        blocks.push(words.subsection("annual-method"));
        if annual.methods.is_empty() {
            blocks.push(body(words.say("annual-method-none")));
        } else {
            let point = |(day, version): &(String, String)| {
                let args = [("day", words.texts.day(day).into()), ("version", version.into())];
                vec![Span::plain(words.texts.say("annual-method-adopted", &args))]
            };
            blocks.push(Block::List(annual.methods.iter().map(point).collect()));
        }
        blocks.extend([words.subsection("annual-coverage"), words.watched()]);
        blocks.extend(words.written("comment-changes"));
        blocks
    }

    fn cases(&self) -> Vec<Block> {
        let (words, cases) = (self.words, &self.annual.cases);
        let mut blocks = Vec::new();
        if !cases.is_empty() {
            let rows = cases.iter().map(|(verdict, reference)| vec![verdict.clone(), reference.clone()]);
            let columns = vec![
                column(words.say("table-verdict"), 0.6, Side::Left),
                column(words.say("annual-case-order"), 0.4, Side::Left),
            ];
            blocks.push(body(words.say("annual-cases-about")));
            blocks.push(Block::Table(Table { caption: words.say("annual-cases"), columns, rows: rows.collect(), sum: false }));
        }
        blocks.extend(words.written("cases"));
        if blocks.is_empty() { blocks } else { [vec![words.chapter("annual-cases")], blocks].concat() }
    }

    fn sealed(&self) -> Vec<Block> {
        let (words, sealed) = (self.words, &self.annual.sealed);
        let mut blocks = vec![words.chapter("annual-sealed")];
        if sealed.is_empty() {
            blocks.push(body(words.say("annual-sealed-none")));
            return blocks;
        }
        let rows = sealed.iter().map(|paper| {
            let kind = format!("{}, {}", words.texts.named("annual-kind", &paper.kind), paper.lang);
            vec![words.texts.day(&paper.day), kind, paper.digest.clone()]
        });
        let columns = [("annual-sealed-day", 0.2), ("annual-sealed-kind", 0.26), ("annual-sealed-digest", 0.54)];
        blocks.push(Block::Table(Table {
            caption: words.say("annual-sealed"),
            columns: columns.map(|(id, width)| column(words.say(id), width, Side::Left)).to_vec(),
            rows: rows.collect(),
            sum: false,
        }));
        blocks
    }
}
