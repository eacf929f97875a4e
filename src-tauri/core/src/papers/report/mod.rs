//! The arbitrariness report: what the register knows, chapter by chapter, with the denominator, the limits and the caveats of each figure. It
//! computes nothing: figures come from the analysis with their words. What a person wrote stands apart from what was computed.

mod facts;
mod words;

pub use facts::{Agreement, Counts, Facts, Figure, Part, Picture, Question, Steps, Watched};
use words::BLANK;
pub(super) use words::{Words, body, column, note, reply_said};

use super::brief::{bullying_said, headline_said};
use super::model::{Block, Document, Side, Span, Table, page_number};
use crate::texts::{Arg, Texts};

/// What a chapter is made of.
enum Piece {
    /// The six verdicts with their shares.
    Verdicts,
    /// Figures under a caption.
    Figures(&'static str, &'static [&'static str]),
    /// A table.
    Counts(&'static str),
    /// A chart.
    Picture(&'static str),
    /// How far reviewers agree.
    Agreement,
    /// How many of a published number are known.
    Official,
    /// A heading.
    Heading(&'static str),
}

use Piece::{Agreement as Agreeing, Counts as Table_, Figures, Heading, Official, Picture as Chart, Verdicts};

/// A chapter: its heading, the text that a person may write into it, what it is made of. What its numbers say stands under the same name with
/// `-about` behind it.
struct Chapter {
    heading: &'static str,
    comment: &'static str,
    pieces: &'static [Piece],
}

const CHAPTERS: [Chapter; 7] = [
    Chapter {
        heading: "report-verdicts",
        comment: "comment-verdicts",
        pieces: &[
            Verdicts,
            Chart("c1"),
            Figures(
                "report-verdicts-otherwise",
                &[
                    "C1.criticism_broad",
                    "C1.criticism_decided",
                    "C1.against_half",
                    "C1.criticism_at_least",
                    "C1.criticism_of_recorded",
                    "C1.tipping_point",
                    "C1.criticism_of_issued",
                    "C2.",
                ],
            ),
        ],
    },
    Chapter {
        heading: "report-procedure",
        comment: "comment-procedure",
        pieces: &[
            Table_("findings"),
            Table_("defects"),
            Table_("elements"),
            Heading("analysis-c5"),
            Figures("report-reasons", &["C5."]),
            Chart("c5"),
            Heading("analysis-c6"),
            Figures("report-process", &["C6."]),
            Heading("analysis-made"),
            Table_("instruments"),
            Table_("grounds"),
        ],
    },
    Chapter {
        heading: "report-protected",
        comment: "",
        pieces: &[
            Table_("verdicts_by_protected"),
            Figures("report-targeting", &["C8."]),
            Heading("analysis-c9"),
            Figures("report-applications", &["C9."]),
            Chart("c9"),
            Heading("analysis-c3"),
            Figures("report-consistency", &["C3.", "C4."]),
            Heading("analysis-c10"),
            Figures("report-beneficiaries", &["C10."]),
        ],
    },
    Chapter {
        heading: "report-platforms",
        comment: "comment-platforms",
        pieces: &[
            Table_("deadlines"),
            Chart("deadlines"),
            Figures("report-times", &["C7."]),
            Chart("C7.removal"),
            Heading("analysis-c12"),
            Table_("platform_basis"),
            Table_("platform_rules"),
            Figures("report-rules", &["C12."]),
            Table_("compared_platforms"),
        ],
    },
    Chapter {
        heading: "report-time",
        comment: "",
        pieces: &[
            Chart("months"),
            Table_("months"),
            Table_("quarters"),
            Figures("report-trend", &["C11."]),
            Table_("change_point"),
        ],
    },
    Chapter {
        heading: "report-hidden",
        comment: "",
        pieces: &[Table_("sources"), Table_("lists"), Figures("report-issued", &["C13."]), Table_("official_figures"), Official],
    },
    Chapter {
        heading: "report-checks",
        comment: "",
        pieces: &[
            Agreeing,
            Heading("analysis-c14"),
            Figures("report-choices", &["C14."]),
            Table_("compared_protected"),
            Table_("compared_languages"),
        ],
    },
];

/// What was said of the law, with the sources it was read in: statement and source.
const LAW: [&str; 7] = ["law-child", "law-definition", "law-route", "law-rules", "law-platforms", "law-remedy", "law-covenant"];
/// What no figure of the report can say.
pub(super) const LIMITS: [&str; 7] = ["known", "sample", "content", "experts", "law", "intention", "arbitrary"];

/// Words the report in one language.
#[must_use]
pub fn compose(facts: &Facts, texts: &Texts) -> Document {
    let words = Words { facts, texts };
    let title = words.say("report-title");
    let mut blocks = words.title_page("report-kind", title.clone(), words.part().into_iter().collect());
    blocks.push(Block::Contents { heading: words.say("report-contents") });
    blocks.push(Block::PageBreak);
    blocks.extend(words.summary());
    blocks.extend(words.known());
    for chapter in &CHAPTERS {
        blocks.extend(words.chaptered(chapter));
    }
    blocks.extend(words.limits());
    blocks.extend(words.written_chapter("report-recommendations", "recommendations"));
    blocks.extend(words.reply());
    blocks.extend(words.who());
    blocks.extend(words.method());
    Document {
        lang: texts.lang(),
        title,
        author: facts.organisation.clone(),
        subject: words.say("report-kind"),
        day: facts.day.clone(),
        page_number: page_number(texts),
        running: words.say("report-title"),
        blocks,
    }
}

impl Words<'_> {
    fn summary(&self) -> Vec<Block> {
        let mut paragraphs = vec![vec![Span::strong(self.headline())], vec![Span::plain(self.say("report-means"))]];
        let mut plain = |text: String| paragraphs.push(vec![Span::plain(text)]);
        plain(self.say("report-means-not"));
        plain(self.bullying());
        for said in [self.found(), self.terms(), self.seen(), self.open(), self.agreed()].into_iter().flatten() {
            plain(said);
        }
        let numbered =
            (1..).zip(paragraphs).map(|(number, spans): (u32, _)| Block::Numbered { number: number.to_string(), spans });
        let mut blocks = vec![self.chapter("report-summary")];
        blocks.extend(numbered);
        blocks.extend(self.written("foreword"));
        blocks
    }

    /// Says the one number with its denominator and its limits.
    pub(super) fn headline(&self) -> String {
        match &self.facts.shares {
            [Some(criticism), _] => headline_said(self.texts, criticism).1,
            [None, _] => self.say("report-headline-untold"),
        }
    }

    /// Says how much real bullying there was.
    pub(super) fn bullying(&self) -> String {
        match &self.facts.shares {
            [_, Some(bullying)] => self.texts.say("report-bullying", &[("said", bullying_said(self.texts, bullying).into())]),
            [_, None] => self.say("report-bullying-untold"),
        }
    }

    // Orders with each finding, of those of which an item was judged.
    pub(super) fn found(&self) -> Option<String> {
        let table = self.facts.table("findings")?;
        let place = table.columns.len().checked_sub(1)?;
        let at = |counts: &[Option<u32>]| counts.get(place).copied().flatten();
        let (total, rows) = table.rows.split_last()?;
        let of = at(&total.1).filter(|of| *of > 0)?;
        let said: Vec<String> =
            rows.iter().filter_map(|(label, counts)| Some(format!("{label} – {}", self.of(at(counts)?, of)))).collect();
        (!said.is_empty()).then(|| self.texts.say("report-found", &[("findings", said.join("; ").into())]))
    }

    pub(super) fn terms(&self) -> Option<String> {
        let table = self.facts.table("deadlines")?;
        let orders = self.facts.steps.orders.filter(|orders| *orders > 0)?;
        let states: Vec<String> = table
            .rows
            .iter()
            .filter_map(|(label, counts)| Some((label, counts.first().copied().flatten().filter(|count| *count > 0)?)))
            .map(|(label, count)| self.texts.say("brief-deadline-state", &[("state", label.into()), ("count", count.into())]))
            .collect();
        let args = [("orders", Arg::from(orders)), ("states", states.join("; ").into())];
        (!states.is_empty()).then(|| self.texts.say("brief-deadline-states", &args))
    }

    pub(super) fn seen(&self) -> Option<String> {
        let steps = self.facts.steps;
        let (orders, seen) = (steps.orders?, steps.orders_seen?);
        let unseen = orders.saturating_sub(seen);
        (unseen > 0).then(|| self.texts.say("brief-unknown-documents", &[("count", unseen.into()), ("of", orders.into())]))
    }

    pub(super) fn open(&self) -> Option<String> {
        let steps = self.facts.steps;
        let (items, reviewed, apart) = (steps.items?, steps.reviewed?, steps.reviewed_apart?);
        let open = items.saturating_sub(reviewed.saturating_add(apart));
        Some(match open {
            0 => self.say("brief-unknown-all-reviewed"),
            _ => self.texts.say("brief-unknown-unreviewed", &[("count", open.into()), ("of", items.into())]),
        })
    }

    pub(super) fn agreed(&self) -> Option<String> {
        let first = self.facts.agreement.first()?;
        let args = [("items", Arg::from(first.items)), ("alpha", first.alpha.as_str().into())];
        Some(self.texts.say("report-agreed", &args))
    }

    fn known(&self) -> Vec<Block> {
        let mut blocks = vec![self.chapter("report-known"), body(self.say("report-known-about"))];
        blocks.push(self.subsection("report-watched"));
        blocks.push(self.watched());
        blocks.push(self.subsection("analysis-flow"));
        blocks.push(self.steps());
        blocks.extend(self.caveats([&"caveat-known-orders-only".to_owned()].into_iter()));
        blocks.push(self.subsection("report-law"));
        let said = |id: &&str| {
            let source = self.say(&format!("report-{id}-source"));
            Block::Paragraph {
                part: super::model::Part::Body,
                spans: vec![Span::plain(self.say(&format!("report-{id}"))).noted(source)],
            }
        };
        blocks.extend(LAW.iter().map(said));
        blocks.extend(self.written("comment-known"));
        blocks
    }

    /// Says when and what was watched.
    pub(super) fn watched(&self) -> Block {
        if self.facts.watched.is_empty() {
            return body(self.say("report-watched-none"));
        }
        let rows = self.facts.watched.iter().map(|watched| {
            let gaps = if watched.gaps.is_empty() { self.say("report-gaps-none") } else { watched.gaps.clone() };
            vec![watched.period.clone(), watched.sources.clone(), gaps]
        });
        let columns = [("report-period", 0.26), ("report-sources", 0.42), ("report-gaps", 0.32)];
        Block::Table(Table {
            caption: self.say("report-watched-caption"),
            columns: columns.map(|(id, width)| column(self.say(id), width, Side::Left)).to_vec(),
            rows: rows.collect(),
            sum: false,
        })
    }

    /// Sets the steps from the register to what was reviewed. Orders and items have rows of their own and are never added.
    pub(super) fn steps(&self) -> Block {
        let rows = self.step_rows(self.facts.steps);
        Block::Table(Table {
            caption: self.say("report-steps"),
            columns: vec![
                column(self.say("analysis-flow-step"), 0.76, Side::Left),
                column(self.say("analysis-flow-count"), 0.24, Side::Right),
            ],
            rows: rows.into_iter().map(|(label, count)| vec![label, count]).collect(),
            sum: false,
        })
    }

    /// Names the steps of which the count is told.
    pub(super) fn counted_steps(&self) -> impl Iterator<Item = (String, String)> {
        self.step_rows(self.facts.steps).into_iter().filter(|(_, count)| count != BLANK)
    }

    /// Names each step with its count.
    pub(super) fn step_rows(&self, steps: Steps) -> Vec<(String, String)> {
        let in_shares = steps.items.zip(steps.unreviewed.zip(steps.reviewed)).map(|(_, (open, done))| open.saturating_add(done));
        let count = |count: Option<u32>, of: Option<u32>| match (count, of) {
            (None, _) => BLANK.to_owned(),
            (Some(count), Some(of)) => self.of(count, of),
            (Some(count), None) => self.texts.count(count.into()),
        };
        let rows = [
            ("report-step-complaints", steps.complaints, None),
            ("analysis-flow-orders", steps.orders, None),
            ("analysis-flow-seen", steps.orders_seen, steps.orders),
            ("analysis-flow-apart-orders", steps.orders_apart, steps.orders),
            ("analysis-flow-items", steps.items, None),
            ("analysis-flow-reviewed", steps.reviewed, in_shares),
            ("analysis-flow-unreviewed", steps.unreviewed, in_shares),
            ("analysis-flow-apart-reviewed", steps.reviewed_apart, None),
            ("analysis-flow-clusters", steps.clusters, None),
        ];
        rows.into_iter().map(|(id, own, of)| (self.say(id), count(own, of))).collect()
    }

    fn chaptered(&self, chapter: &Chapter) -> Vec<Block> {
        let mut blocks = Vec::new();
        for piece in chapter.pieces {
            match piece {
                Verdicts => blocks.extend(self.verdicts()),
                Figures(caption, names) => blocks.extend(self.figures(caption, names)),
                Table_(name) => blocks.extend(self.counts(name)),
                Official => blocks.extend(self.official()),
                Chart(name) => {
                    // A chart that is named as the heading above it needs no heading of its own.
                    let drawn: Vec<Block> = self.picture(name).into_iter().filter(|block| !blocks.contains(block)).collect();
                    blocks.extend(drawn);
                }
                Agreeing => blocks.extend(self.agreement()),
                Heading(id) => blocks.push(self.subsection(id)),
            }
        }
        let blocks = without_empty_headings(blocks);
        let comment = if chapter.comment.is_empty() { None } else { self.written(chapter.comment) };
        if blocks.is_empty() && comment.is_none() {
            return Vec::new();
        }
        let head = [self.chapter(chapter.heading), body(self.say(&format!("{}-about", chapter.heading)))];
        head.into_iter().chain(blocks).chain(comment).collect()
    }

    /// Sets the six verdicts: so many of so many, the share, its limits, and where it would lie with every cannot-tell on either side.
    pub(super) fn verdicts(&self) -> Vec<Block> {
        const VERDICTS: [&str; 6] =
            ["C1.bullying", "C1.criticism", "C1.mixed", "C1.other_unlawful", "C1.other_lawful", "C1.cannot_tell"];
        let found: Vec<&Figure> =
            VERDICTS.iter().filter_map(|name| self.facts.figures.iter().find(|figure| figure.name == **name)).collect();
        let found: Vec<&Figure> = found.into_iter().filter(|figure| !figure.is_empty).collect();
        if found.is_empty() {
            return Vec::new();
        }
        let has_shares = found.iter().any(|figure| !figure.share.iter().all(String::is_empty));
        let mut columns =
            vec![column(self.say("table-verdict"), 0.40, Side::Left), column(self.say("table-items"), 0.15, Side::Right)];
        if has_shares {
            for (id, width) in [("table-share", 0.11), ("report-interval", 0.16), ("report-band", 0.18)] {
                columns.push(column(self.say(id), width, Side::Right));
            }
        }
        let rows = found.iter().map(|figure| {
            let mut cells = vec![figure.label.clone(), figure.count.clone()];
            if has_shares {
                cells.extend(figure.share.iter().map(|part| if part.is_empty() { "–".to_owned() } else { part.clone() }));
            }
            cells
        });
        let rows = rows.collect();
        let mut blocks = vec![Block::Table(Table { caption: self.say("profile-verdicts"), columns, rows, sum: false })];
        blocks.extend(self.caveats(found.iter().flat_map(|figure| &figure.caveats)));
        blocks.push(note(self.say(if has_shares { "report-interval-about" } else { "caveat-small" })));
        blocks
    }

    fn agreement(&self) -> Vec<Block> {
        if self.facts.agreement.is_empty() {
            return Vec::new();
        }
        let rows = self.facts.agreement.iter().map(|line| {
            vec![
                line.label.clone(),
                self.texts.count(line.items.into()),
                line.same.clone(),
                line.alpha.clone(),
                line.reading.clone(),
            ]
        });
        let columns = [
            ("report-agreement-on", 0.44, Side::Left),
            ("table-items", 0.1, Side::Right),
            ("report-agreement-same", 0.12, Side::Right),
            ("report-alpha", 0.2, Side::Right),
            ("report-reading", 0.14, Side::Left),
        ];
        let mut blocks = vec![Block::Table(Table {
            caption: self.say("report-agreement"),
            columns: columns.map(|(id, width, side)| column(self.say(id), width, side)).to_vec(),
            rows: rows.collect(),
            sum: false,
        })];
        if !self.facts.questions_below.is_empty() {
            let codes = self.facts.questions_below.join(", ");
            blocks.push(body(self.texts.say("caveat-questions-below", &[("codes", codes.into())])));
        }
        blocks.push(note(self.say("report-agreement-about")));
        blocks
    }

    // We know of 17 of 43: where more is known than was published, the table and its caveat say so.
    fn official(&self) -> Option<Block> {
        let table = self.facts.table("official_figures")?;
        let said = table.rows.iter().filter_map(|(name, counts)| match counts.as_slice() {
            [Some(of), Some(known)] if known <= of && *of > 0 => {
                let args = [("name", name.into()), ("known", Arg::from(*known)), ("of", Arg::from(*of))];
                Some(vec![Span::plain(self.texts.say("report-official", &args))])
            }
            _ => None,
        });
        let points: Vec<_> = said.collect();
        (!points.is_empty()).then_some(Block::List(points))
    }

    fn limits(&self) -> Vec<Block> {
        let points = LIMITS.iter().map(|limit| vec![Span::plain(self.say(&format!("report-limit-{limit}")))]);
        let mut blocks = vec![self.chapter("report-limits"), Block::List(points.collect())];
        blocks.extend(self.withheld().map(note));
        blocks.extend(self.written("comment-limits"));
        blocks
    }

    /// Says how much is not told because it is too small, or because something too small would follow from it. Their names would fill a page, and
    /// are those of the plan that stand nowhere in the paper.
    pub(super) fn withheld(&self) -> Option<String> {
        let [figures, tables] = self.facts.withheld;
        let args = [("figures", Arg::from(figures)), ("tables", Arg::from(tables))];
        (figures + tables > 0).then(|| self.texts.say("report-withheld", &args))
    }

    fn written_chapter(&self, heading: &str, name: &str) -> Vec<Block> {
        self.written(name).map(|written| vec![self.chapter(heading), written]).unwrap_or_default()
    }

    /// Says who made the paper and how it is reached.
    pub(super) fn who(&self) -> Vec<Block> {
        let mut blocks = vec![self.chapter("report-who"), body(self.say("report-who-about"))];
        blocks.extend(self.written("independence"));
        blocks.extend(self.written("contact"));
        blocks
    }

    /// Says by which rules the numbers were made, and how anybody makes them again.
    pub(super) fn method(&self) -> Vec<Block> {
        let facts = self.facts;
        let mut blocks = vec![
            self.chapter("report-method"),
            body(self.texts.say("brief-method-text", &[("version", facts.rubric.as_str().into())])),
            self.subsection("report-questions"),
        ];
        let question = |question: &Question| vec![Span::strong(format!("{}. ", question.code)), Span::plain(&question.text)];
        blocks.push(Block::List(facts.questions.iter().map(question).collect()));
        blocks.push(self.subsection("report-estimators"));
        blocks.push(body(self.say("report-estimators-about")));
        blocks.push(self.estimators());
        blocks.push(self.subsection("report-again"));
        let args = [
            ("moment", Arg::from(facts.as_of.as_str())),
            ("filter", facts.part.as_ref().map_or(String::new(), |part| format!(" --where '{}'", part.typed)).into()),
        ];
        blocks.push(body(if facts.is_public {
            self.say("report-again-public")
        } else {
            self.texts.say("report-again-about", &args)
        }));
        blocks.push(self.seal());
        blocks
    }

    // Every method once, with the first figure it makes.
    fn estimators(&self) -> Block {
        let mut rows: Vec<Vec<String>> = Vec::new();
        for figure in self.facts.figures.iter().filter(|figure| !figure.is_empty) {
            if !rows.iter().any(|row| row.first() == Some(&figure.method)) {
                rows.push(vec![figure.method.clone(), figure.label.clone()]);
            }
        }
        Block::Table(Table {
            caption: self.say("report-estimators-caption"),
            columns: vec![
                column(self.say("report-estimator"), 0.3, Side::Left),
                column(self.say("analysis-measure"), 0.7, Side::Left),
            ],
            rows,
            sum: false,
        })
    }
}

// A heading with nothing below it, for the register has nothing to say there.
fn without_empty_headings(blocks: Vec<Block>) -> Vec<Block> {
    let is_heading = |block: &Block| matches!(block, Block::Heading { .. });
    let mut kept: Vec<Block> = Vec::new();
    for block in blocks.into_iter().rev() {
        if !is_heading(&block) || kept.last().is_some_and(|below| !is_heading(below)) {
            kept.push(block);
        }
    }
    kept.reverse();
    kept
}
