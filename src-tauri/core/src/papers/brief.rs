//! The press brief: one page from the facts of a snapshot. Every number keeps its denominator, and its interval in the same sentence.
//! The facts hold no names of persons, so the page cannot show one.

use super::chart::{Chart, PERCENT_FROM, VerdictChart};
use super::model::{Block, Column, Digest, Document, Level as Depth, Measure, Part, Side, Span, Table, page_number};
use super::report::reply_said;
use crate::texts::{Arg, Texts};

/// How much of a share may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// In large letters.
    Headline,
    /// In a sentence.
    Interval,
    /// The counts alone.
    Counts,
    /// Nothing was counted.
    Nothing,
}

impl Level {
    /// Returns the level with this code; an unknown code shows nothing but counts.
    #[must_use]
    pub fn of(code: &str) -> Self {
        match code {
            "headline" => Self::Headline,
            "interval" => Self::Interval,
            "nothing" => Self::Nothing,
            _ => Self::Counts,
        }
    }
}

/// A share among reviewed items.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// Items counted.
    pub count: u32,
    /// Items reviewed.
    pub of: u32,
    /// How much may be shown.
    pub level: Level,
    /// The share.
    pub estimate: Option<f64>,
    /// Lower limit of its interval.
    pub low: Option<f64>,
    /// Upper limit of its interval.
    pub high: Option<f64>,
    /// The share with no cannot-tell counted.
    pub band_low: Option<f64>,
    /// The share with every cannot-tell counted.
    pub band_high: Option<f64>,
}

impl Share {
    /// Returns the share and its interval where they may be shown.
    pub(super) fn shown(&self) -> Option<(f64, (f64, f64))> {
        let enough = self.of >= PERCENT_FROM && matches!(self.level, Level::Headline | Level::Interval);
        let (estimate, low, high) = (self.estimate?, self.low?, self.high?);
        enough.then_some((estimate, (low, high)))
    }

    /// Returns the band of what cannot be told.
    pub(super) fn band(&self) -> Option<(f64, f64)> {
        Some((self.band_low?, self.band_high?))
    }
}

/// Everything the brief says, as plain data.
#[derive(Debug, Clone, PartialEq)]
pub struct Brief {
    /// Organisation that issues it.
    pub organisation: String,
    /// First day of the orders counted, as YYYY-MM-DD, empty when no order has a date.
    pub first_day: String,
    /// Last day of the orders counted.
    pub last_day: String,
    /// Complaints known.
    pub complaints: u32,
    /// Orders known.
    pub orders: u32,
    /// Orders whose document was seen.
    pub orders_seen: u32,
    /// Order items known.
    pub items: u32,
    /// Order items with a locked review that count in the shares.
    pub reviewed: u32,
    /// Order items with a locked review whose order is known by description alone: in no share.
    pub reviewed_apart: u32,
    /// Reviewed items by verdict: code and count, all six in their fixed order.
    pub verdicts: Vec<(String, u32)>,
    /// Share of legitimate criticism.
    pub criticism: Share,
    /// Share of real bullying.
    pub bullying: Share,
    /// Orders by state of the 24-hour term: code and count.
    pub deadlines: Vec<(String, u32)>,
    /// Items with two locked blind reviews.
    pub pairs: u64,
    /// Those of them on which both reached the same verdict.
    pub same: u64,
    /// Krippendorff's alpha of the six verdicts, where it is defined.
    pub alpha: Option<f64>,
    /// The same between legitimate criticism and all else: what its share rests on.
    pub alpha_criticism: Option<f64>,
    /// Questions that decide verdicts and on which alpha is below 0.667.
    pub questions_below: Vec<String>,
    /// Alpha is too low for a share to head the page.
    pub agreement_low: bool,
    /// Version of the rubric.
    pub rubric: String,
    /// Digest of the rubric, hexadecimal.
    pub rubric_digest: String,
    /// Digest of the snapshot, hexadecimal.
    pub snapshot: String,
    /// Entries in the ledger.
    pub ledger_size: u64,
    /// Root of the ledger, hexadecimal.
    pub ledger_root: String,
    /// Day it is made, as YYYY-MM-DD.
    pub day: String,
    /// The register is the invented example.
    pub is_example: bool,
    /// Days on which the ministry was asked and on which it answered, as YYYY-MM-DD, or empty.
    pub ministry_days: [String; 2],
    /// What the ministry answered, where it did.
    pub ministry_answer: Option<String>,
}

/// Words the brief in one language. The numbers are those of the facts, whatever the language.
#[must_use]
pub fn compose(brief: &Brief, texts: &Texts) -> Document {
    let words = Words { brief, texts };
    let mut blocks = words.head();
    blocks.push(words.headline());
    blocks.push(words.counts());
    blocks.push(words.figure());
    let left = [words.verdicts(), words.unknown()].concat();
    let right = [words.paragraphs(), words.method()].concat();
    blocks.push(Block::Columns { split: 0.47, left, right });
    blocks.push(words.seal());
    Document {
        lang: texts.lang(),
        title: texts.say("brief-title", &[]),
        author: brief.organisation.clone(),
        subject: texts.say("brief-kind", &[]),
        day: brief.day.clone(),
        page_number: page_number(texts),
        running: String::new(),
        blocks,
    }
}

struct Words<'a> {
    brief: &'a Brief,
    texts: &'a Texts,
}

fn ratio<'t>(count: u32, of: u32) -> [(&'t str, Arg<'t>); 2] {
    [("count", count.into()), ("of", of.into())]
}

/// Words a share with its denominator and interval, where they may be shown.
fn share_said(texts: &Texts, id: &str, share: &Share) -> Option<String> {
    let (estimate, (low, high)) = share.shown()?;
    let of = u64::from(share.of);
    let (estimate, range) = (texts.percent(estimate, of), texts.range(low, high, of));
    let args = [("count", share.count.into()), ("of", share.of.into()), ("share", estimate.into()), ("range", range.into())];
    Some(texts.say(id, &args))
}

/// Words the share of criticism: the number that may stand in large letters, and the sentence that holds it.
pub(super) fn headline_said(texts: &Texts, share: &Share) -> (String, String) {
    let of = u64::from(share.of);
    let figure = match (share.level, share.shown()) {
        (Level::Headline, Some((estimate, _))) => texts.percent(estimate, of),
        _ => texts.say("count-of", &ratio(share.count, share.of)),
    };
    let sentence = match share.shown() {
        _ if share.of == 0 => texts.say("brief-share-nothing", &[]),
        None if share.count == 0 => texts.say("brief-share-few-none", &[("of", share.of.into())]),
        None => texts.say("brief-share-few", &ratio(share.count, share.of)),
        Some((_, (_, high))) if share.count == 0 => {
            texts.say("brief-share-none-of", &[("of", share.of.into()), ("high", texts.percent(high, of).into())])
        }
        Some((_, (low, _))) if share.count == share.of => {
            texts.say("brief-share-all", &[("of", share.of.into()), ("low", texts.percent(low, of).into())])
        }
        Some(_) => share_said(texts, "brief-share", share).unwrap_or_default(),
    };
    (figure, sentence)
}

/// Words the share of real bullying.
pub(super) fn bullying_said(texts: &Texts, share: &Share) -> String {
    share_said(texts, "brief-bullying-share", share)
        .unwrap_or_else(|| texts.say("brief-bullying-few", &ratio(share.count, share.of)))
}

impl Words<'_> {
    fn say(&self, id: &str) -> String {
        self.texts.say(id, &[])
    }

    fn section(&self, id: &str) -> Block {
        Block::Heading { level: Depth::Section, text: self.say(id) }
    }

    fn column(&self, text: String) -> Block {
        Block::Paragraph { part: Part::Column, spans: vec![Span::plain(text)] }
    }

    fn head(&self) -> Vec<Block> {
        let brief = self.brief;
        let kicker = match brief.organisation.trim() {
            "" => self.say("brief-kind"),
            organisation => format!("{organisation} · {}", self.say("brief-kind")),
        };
        let day = self.texts.day(&brief.day);
        let dateline = if brief.first_day.is_empty() || brief.last_day.is_empty() {
            self.texts.say("brief-dateline-undated", &[("day", day.into())])
        } else {
            let (first, last) = (self.texts.day(&brief.first_day), self.texts.day(&brief.last_day));
            let period = self.texts.say("brief-period", &[("first", first.into()), ("last", last.into())]);
            self.texts.say("brief-dateline", &[("period", period.into()), ("day", day.into())])
        };
        let mut head = vec![
            Block::Paragraph { part: Part::Kicker, spans: vec![Span::strong(kicker)] },
            Block::Heading { level: Depth::Title, text: self.say("brief-title") },
            Block::Paragraph { part: Part::Dateline, spans: vec![Span::plain(dateline)] },
        ];
        if brief.is_example {
            head.push(Block::Callout { text: self.say("brief-example") });
        }
        head
    }

    /// The one number of the page. In large letters stands the share where it may head a page, else the counts.
    fn headline(&self) -> Block {
        let (figure, sentence) = headline_said(self.texts, &self.brief.criticism);
        Block::Headline { figure, sentence }
    }

    fn counts(&self) -> Block {
        let brief = self.brief;
        let counts = [
            ("brief-count-complaints", brief.complaints),
            ("brief-count-orders", brief.orders),
            ("brief-count-seen", brief.orders_seen),
            ("brief-count-items", brief.items),
            ("brief-count-reviewed", brief.reviewed),
        ];
        let measure = |(id, count): (&str, u32)| Measure {
            value: self.texts.count(count.into()),
            label: self.texts.say(id, &[("count", count.into())]),
        };
        Block::Measures(counts.into_iter().map(measure).collect())
    }

    fn figure(&self) -> Block {
        let chart = VerdictChart::new(&self.brief.verdicts, &self.brief.criticism, self.texts);
        Block::Figure { alt: chart.alt.clone(), note: chart.note.clone(), chart: Box::new(Chart::Verdicts(chart)) }
    }

    fn verdicts(&self) -> Vec<Block> {
        let of = self.brief.criticism.of;
        let with_shares = of >= PERCENT_FROM;
        let cells = |name: String, count: u32| {
            let mut cells = vec![name, self.texts.count(count.into())];
            if with_shares {
                cells.push(self.texts.percent(f64::from(count) / f64::from(of), of.into()));
            }
            cells
        };
        let mut columns = vec![(self.say("table-verdict"), 0.64, Side::Left), (self.say("table-items"), 0.18, Side::Right)];
        if with_shares {
            columns.push((self.say("table-share"), 0.18, Side::Right));
        }
        let mut rows: Vec<Vec<String>> =
            self.brief.verdicts.iter().map(|(verdict, count)| cells(self.texts.named("verdict", verdict), *count)).collect();
        rows.push(cells(self.say("table-total"), of));
        vec![Block::Table(Table {
            caption: self.say("table-verdicts"),
            columns: columns.into_iter().map(|(head, width, side)| Column { head, width, side }).collect(),
            rows,
            sum: true,
        })]
    }

    fn paragraphs(&self) -> Vec<Block> {
        let brief = self.brief;
        let bullying = bullying_said(self.texts, &brief.bullying);
        let [asked, answered] = brief.ministry_days.each_ref().map(|day| self.texts.day(day));
        let answer = brief.ministry_answer.as_deref().unwrap_or_default();
        // An answer without its days speaks for itself.
        let said = if asked.is_empty() && answered.is_empty() && !answer.is_empty() {
            answer.to_owned()
        } else {
            format!("{} {answer}", reply_said(self.texts, [&asked, &answered, answer])).trim_end().to_owned()
        };
        vec![
            self.section("brief-bullying"),
            self.column(bullying),
            self.section("brief-deadline"),
            self.column(self.deadlines()),
            self.section("brief-ministry"),
            self.column(said),
        ]
    }

    fn deadlines(&self) -> String {
        if self.brief.orders == 0 {
            return self.say("brief-deadline-none");
        }
        let state = |(code, count): &(String, u32)| {
            self.texts
                .say("brief-deadline-state", &[("state", self.texts.named("deadline", code).into()), ("count", (*count).into())])
        };
        let states: Vec<String> = self.brief.deadlines.iter().filter(|(_, count)| *count > 0).map(state).collect();
        self.texts.say("brief-deadline-states", &[("orders", self.brief.orders.into()), ("states", states.join("; ").into())])
    }

    fn unknown(&self) -> Vec<Block> {
        let brief = self.brief;
        let mut points = vec![self.say("caveat-known-orders-only")];
        let open = brief.items.saturating_sub(brief.reviewed + brief.reviewed_apart);
        points.push(match open {
            0 => self.say("brief-unknown-all-reviewed"),
            _ => self.texts.say("brief-unknown-unreviewed", &ratio(open, brief.items)),
        });
        if brief.reviewed_apart > 0 {
            points.push(self.texts.say("brief-unknown-apart", &[("count", brief.reviewed_apart.into())]));
        }
        points.extend(self.cannot_tell());
        let unseen = brief.orders.saturating_sub(brief.orders_seen);
        if unseen > 0 {
            points.push(self.texts.say("brief-unknown-documents", &ratio(unseen, brief.orders)));
        }
        vec![self.section("brief-unknown"), Block::List(points.into_iter().map(|point| vec![Span::plain(point)]).collect())]
    }

    /// Words the band in which the share lies, whatever the items that cannot be told are.
    fn cannot_tell(&self) -> Option<String> {
        let count = self.brief.verdicts.iter().find(|(verdict, _)| verdict == "cannot_tell").map_or(0, |(_, count)| *count);
        if count == 0 {
            return None;
        }
        let share = &self.brief.criticism;
        let of = u64::from(share.of);
        Some(match share.band().filter(|_| share.shown().is_some()) {
            Some((low, high)) => {
                let (low, high) = (self.texts.percent(low, of), self.texts.percent(high, of));
                self.texts.say("brief-unknown-band", &[("count", count.into()), ("low", low.into()), ("high", high.into())])
            }
            None => self.texts.say("brief-unknown-band-few", &[("count", count.into())]),
        })
    }

    fn method(&self) -> Vec<Block> {
        let mut text = self.texts.say("brief-method-text", &[("version", self.brief.rubric.as_str().into())]);
        if let Some(alpha) = self.brief.alpha {
            let args = [
                ("pairs", self.brief.pairs.into()),
                ("same", self.brief.same.into()),
                ("alpha", self.texts.decimal(alpha).into()),
                ("split", self.brief.alpha_criticism.map_or_else(String::new, |a| self.texts.decimal(a)).into()),
            ];
            let id = if self.brief.alpha_criticism.is_some() { "brief-method-agreement-split" } else { "brief-method-agreement" };
            text.push(' ');
            text.push_str(&self.texts.say(id, &args));
        }
        if self.brief.agreement_low {
            text.push(' ');
            text.push_str(&self.say("brief-method-agreement-low"));
        }
        if !self.brief.questions_below.is_empty() {
            let codes = self.brief.questions_below.join(", ");
            text.push(' ');
            text.push_str(&self.texts.say("caveat-questions-below", &[("codes", codes.into())]));
        }
        vec![self.section("brief-method"), self.column(text)]
    }

    fn seal(&self) -> Block {
        let brief = self.brief;
        let digest = |label: String, value: &String| Digest { label, value: value.clone() };
        let digests = vec![
            digest(self.say("brief-seal-snapshot"), &brief.snapshot),
            digest(self.texts.say("brief-seal-rubric", &[("version", brief.rubric.as_str().into())]), &brief.rubric_digest),
            digest(self.texts.say("brief-seal-ledger", &[("count", brief.ledger_size.into())]), &brief.ledger_root),
        ];
        Block::Digests { digests, note: self.say("brief-seal-note") }
    }
}

#[cfg(test)]
mod tests {
    use super::super::model::Block;
    use super::super::sample;
    use super::*;
    use crate::texts::{Lang, NO_BREAK};

    fn in_three(brief: &Brief) -> [Document; 3] {
        Lang::ALL.map(|lang| compose(brief, &Texts::new(lang)))
    }

    fn headline(brief: &Brief, lang: Lang) -> (String, String) {
        let found = compose(brief, &Texts::new(lang)).blocks.into_iter().find_map(|block| match block {
            Block::Headline { figure, sentence } => Some((figure.replace(NO_BREAK, " "), sentence.replace(NO_BREAK, " "))),
            _ => None,
        });
        found.expect("a brief has a headline")
    }

    /// Returns the numbers of a paper in whatever grouping, without digests, sorted.
    fn numbers(document: &Document) -> Vec<String> {
        let joined = document.words().into_iter().filter(|words| words.len() != 64).collect::<Vec<_>>().join(" | ");
        let plain: Vec<char> = joined.chars().collect();
        let digit = |at: usize| plain.get(at).is_some_and(char::is_ascii_digit);
        let mut numbers = vec![String::new()];
        for (at, letter) in plain.iter().enumerate() {
            let inside = at > 0 && digit(at - 1) && digit(at + 1);
            match letter {
                '0'..='9' => numbers.last_mut().expect("one is open").push(*letter),
                // A blank or comma before three digits is a group; a comma or point before one is a decimal.
                &NO_BREAK | ',' if inside && digit(at + 2) && digit(at + 3) => {}
                ',' | '.' if inside => numbers.last_mut().expect("one is open").push('.'),
                _ => numbers.push(String::new()),
            }
        }
        numbers.retain(|number| !number.is_empty());
        numbers.sort();
        numbers
    }

    #[test]
    fn three_languages_say_the_same_numbers() {
        for brief in sample::ends() {
            let [kk, ru, en] = in_three(&brief).map(|document| numbers(&document));
            assert_eq!(kk, en, "kk against en: {:?}", brief.verdicts);
            assert_eq!(ru, en, "ru against en: {:?}", brief.verdicts);
        }
    }

    #[test]
    fn nothing_is_left_unsaid() {
        for brief in sample::ends() {
            for document in in_three(&brief) {
                for words in document.words() {
                    assert!(!words.contains('⟦') && !words.is_empty(), "{:?}: {words}", document.lang);
                }
            }
        }
    }

    #[test]
    fn the_number_its_denominator_and_its_interval_stand_in_one_sentence() {
        let brief = sample::ordinary();
        let check = |lang, figure: &str, sentence: &str| assert_eq!(headline(&brief, lang), (figure.into(), sentence.into()));
        check(Lang::En, "63%", "26 of 41 items reviewed were legitimate criticism: 63% (95% interval 53%–73%).");
        check(Lang::Ru, "63 %", "26 из 41 оценённого материала — законная критика: 63 % (95-процентный интервал 53 %–73 %).");
        check(
            Lang::Kk,
            "63 %",
            "Бағаланған 41 материалдың ішінде 26 материал заңды сынға жатады: 63 % (95 % сенім аралығы 53 %–73 %).",
        );
    }

    #[test]
    fn a_share_that_may_not_head_a_page_stands_in_its_sentence_alone() {
        let (figure, sentence) = headline(&sample::brief([7, 26, 3, 1, 2, 2], Level::Interval), Lang::En);
        assert_eq!(figure, "26 of 41");
        assert!(sentence.contains("63%"));
    }

    #[test]
    fn below_twenty_items_there_is_no_share() {
        for level in [Level::Headline, Level::Interval, Level::Counts] {
            let brief = sample::brief([1, 9, 1, 0, 1, 7], level);
            assert_eq!(brief.criticism.of, 19);
            for document in in_three(&brief) {
                let words = document.words().join(" ");
                assert!(!words.contains('%'), "{words}");
            }
        }
        let (figure, sentence) = headline(&sample::brief([1, 9, 0, 0, 1, 1], Level::Interval), Lang::En);
        assert_eq!(
            (figure.as_str(), sentence.as_str()),
            ("9 of 12", "9 of 12 items reviewed were legitimate criticism. Fewer than 20 items: no percentage is given.")
        );
    }

    #[test]
    fn the_ends_are_worded_with_their_limits() {
        let none = sample::brief([20, 0, 3, 1, 2, 4], Level::Interval);
        assert!(
            headline(&none, Lang::En)
                .1
                .starts_with("None of the 30 items reviewed was legitimate criticism; a share of up to 10%")
        );
        let all = sample::brief([0, 30, 0, 0, 0, 0], Level::Interval);
        assert!(headline(&all, Lang::En).1.starts_with("All 30 items reviewed were legitimate criticism; a share as low as 90%"));
        let nothing = sample::brief([0; 6], Level::Nothing);
        assert_eq!(headline(&nothing, Lang::En).1, "No item has been reviewed yet: there is no share to give.");
    }

    #[test]
    fn only_invented_data_are_marked_as_invented() {
        let marked = |brief: &Brief| {
            compose(brief, &Texts::new(Lang::En)).blocks.iter().any(|block| matches!(block, Block::Callout { .. }))
        };
        assert!(marked(&sample::ordinary()));
        assert!(!marked(&Brief { is_example: false, ..sample::ordinary() }));
    }
}
