//! The tables of a snapshot: CSV as RFC 4180 has it, UTF-8, lines that end in LF, moments as ISO 8601 in UTC, codes as words, numbers from 1 for orders
//! and items. Every row is taken apart by its fields, so that a field more does not compile until it is carried.

use super::cut::{id_of, number_of};
use crate::analysis::frame::{AppealRow, Code, ComplaintRow, ItemRow, JudgedRow, NO_CODE, OrderRow, Reasons, Tri, code_of};
use crate::analysis::profile::Calibrated;
use crate::error::{Error, Result};
use crate::model::rubric::Answer;
use crate::model::terms::{
    CHANNELS, DECISIONS, GROUNDS, INSTRUMENTS, ITEM_LANGUAGES, LEARNED_HOW, OUTCOMES, PLATFORM_BASES, PLATFORM_RULES,
    SOURCE_LISTS, VERDICTS,
};
use crate::store::{Bounds, OfficialFact, Protected, Publisher, WatchedFact};

/// Bytes of the longest code that a row may hold.
const CODE_MAX: usize = 64;

/// Place of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// First blind reviewer.
    First,
    /// Second blind reviewer.
    Second,
    /// Who decided between them.
    Third,
}

const PLACES: [(&str, Place); 3] = [("first", Place::First), ("second", Place::Second), ("adjudication", Place::Third)];

impl Place {
    /// Reads its code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        PLACES.iter().find(|(known, _)| *known == code).map(|(_, place)| *place)
    }
}

/// A locked review behind a verdict that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewRow {
    /// Place of the item among the items.
    pub item: u32,
    /// Place of the review.
    pub place: Place,
    /// Number of the reviewer, from 1.
    pub reviewer: u32,
    /// Final verdict.
    pub verdict: Code,
    /// Its subtype, or empty.
    pub subtype: String,
    /// Answers: codes of question and value.
    pub answers: Vec<Answer>,
}

/// One answer of a review, a row of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AnswerRow {
    pub(super) item: u32,
    pub(super) place: Place,
    pub(super) answer: Answer,
}

impl ReviewRow {
    pub(super) fn said(&self) -> impl Iterator<Item = AnswerRow> {
        // What is no code may be a text: it stays in the vault.
        let said = self.answers.iter().filter(|answer| is_code(&answer.code) && is_code(&answer.value));
        said.map(|answer| AnswerRow { item: self.item, place: self.place, answer: answer.clone() })
    }
}

/// An answer to a case of the calibration set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calibration {
    /// Number of the reviewer.
    pub reviewer: u32,
    /// What was said of which case.
    pub said: Calibrated,
}

/// How often two blind places reached two verdicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PairRow {
    /// Verdict of the first place.
    pub first: Code,
    /// Verdict of the second.
    pub second: Code,
    /// How often.
    pub n: u64,
}

impl PairRow {
    pub(super) fn counted(&self) -> (String, String, u64) {
        (word(&VERDICTS, self.first), word(&VERDICTS, self.second), self.n)
    }
}

/// A damaged cell: its column.
#[derive(Debug)]
pub(super) struct Bad;

/// A kind of row with a table of its own.
pub(super) trait Rows: Sized {
    /// Name of the table's file.
    const FILE: &'static str;
    /// Names of the columns.
    const HEADER: &'static [&'static str];

    /// Takes a row apart. `place` counts from 0.
    fn cells(&self, place: usize) -> Vec<String>;

    /// Puts a row together. `place` counts from 0.
    fn of_cells(cells: &mut Cells<'_>, place: usize) -> std::result::Result<Self, Bad>;

    /// Writes a table.
    fn write(rows: &[Self]) -> Result<(&'static str, Vec<u8>)> {
        let broken = || Error::Inside("writing a table of a snapshot");
        let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
        out.write_record(Self::HEADER).map_err(|_| broken())?;
        for (place, row) in rows.iter().enumerate() {
            out.write_record(row.cells(place)).map_err(|_| broken())?;
        }
        Ok((Self::FILE, out.into_inner().map_err(|_| broken())?))
    }

    /// Reads a table; the line of what is damaged otherwise.
    fn read(bytes: &[u8]) -> std::result::Result<Vec<Self>, u64> {
        let mut input = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        let mut records = input.records();
        let header = records.next().and_then(std::result::Result::ok).ok_or(1_u64)?;
        if !header.iter().eq(Self::HEADER.iter().copied()) {
            return Err(1);
        }
        let mut rows = Vec::new();
        for (place, record) in records.enumerate() {
            let line = u64::try_from(place).unwrap_or(u64::MAX).saturating_add(2);
            let record = record.map_err(|_| line)?;
            if record.len() != Self::HEADER.len() {
                return Err(line);
            }
            rows.push(Self::of_cells(&mut Cells(record.iter()), place).map_err(|_| line)?);
        }
        Ok(rows)
    }
}

/// The cells of a row, from left to right.
pub(super) struct Cells<'r>(csv::StringRecordIter<'r>);

impl<'r> Cells<'r> {
    fn text(&mut self) -> std::result::Result<&'r str, Bad> {
        self.0.next().ok_or(Bad)
    }

    // One spelling for one number: what is read is what was written.
    fn whole<N: std::str::FromStr + ToString>(&mut self) -> std::result::Result<N, Bad> {
        let text = self.text()?;
        text.parse::<N>().ok().filter(|number| number.to_string() == text).ok_or(Bad)
    }

    fn number(&mut self) -> std::result::Result<u32, Bad> {
        self.whole::<u32>()?.checked_sub(1).ok_or(Bad)
    }

    fn is_place(&mut self, place: usize) -> std::result::Result<(), Bad> {
        if usize::try_from(self.number()?) == Ok(place) { Ok(()) } else { Err(Bad) }
    }

    fn optional(&mut self) -> std::result::Result<Option<u32>, Bad> {
        let mut ahead = Cells(self.0.clone());
        if ahead.text()?.is_empty() {
            self.text()?;
            return Ok(None);
        }
        self.number().map(Some)
    }

    fn of(&mut self, list: &[&str]) -> std::result::Result<Code, Bad> {
        let text = self.text()?;
        match code_of(list, text) {
            NO_CODE if !text.is_empty() => Err(Bad),
            code => Ok(code),
        }
    }

    fn named<T: Copy>(&mut self, list: &[(&str, T)]) -> std::result::Result<T, Bad> {
        let text = self.text()?;
        list.iter().find(|(name, _)| *name == text).map(|(_, value)| *value).ok_or(Bad)
    }

    fn fact(&mut self) -> std::result::Result<bool, Bad> {
        self.named(&FACTS)
    }

    fn code(&mut self) -> std::result::Result<String, Bad> {
        Some(self.text()?).filter(|text| is_code(text)).map(str::to_owned).ok_or(Bad)
    }

    fn codes(&mut self) -> std::result::Result<Vec<String>, Bad> {
        let text = self.text()?;
        if text.is_empty() {
            return Ok(Vec::new());
        }
        let list: Vec<&str> = text.split(' ').collect();
        if list.iter().all(|code| !code.is_empty() && is_code(code)) {
            Ok(list.into_iter().map(str::to_owned).collect())
        } else {
            Err(Bad)
        }
    }

    fn numbers(&mut self) -> std::result::Result<Vec<u32>, Bad> {
        let text = self.text()?;
        let read = |word: &str| {
            let number = word.parse::<u32>().ok().filter(|number| number.to_string() == word);
            number.and_then(|number| number.checked_sub(1)).ok_or(Bad)
        };
        text.split(' ').filter(|_| !text.is_empty()).map(read).collect()
    }

    fn language(&mut self) -> std::result::Result<Code, Bad> {
        match self.text()? {
            "" => Ok(NO_CODE),
            UNSAID => Ok(code_of(&ITEM_LANGUAGES, "")),
            text => Some(code_of(&ITEM_LANGUAGES, text)).filter(|code| *code != NO_CODE).ok_or(Bad),
        }
    }

    fn lists(&mut self) -> std::result::Result<u8, Bad> {
        let text = self.text()?;
        let bits = (0..BITS).filter(|bit| text.split(' ').any(|word| SOURCE_LISTS.get(*bit) == Some(&word)));
        let lists = bits.fold(0_u8, |lists, bit| lists | 1 << bit);
        if lists_of(lists) == text { Ok(lists) } else { Err(Bad) }
    }

    fn moment(&mut self) -> std::result::Result<Option<i64>, Bad> {
        let text = self.text()?;
        if text.is_empty() { Ok(None) } else { second_of(text).map(Some).ok_or(Bad) }
    }

    fn bounds(&mut self) -> std::result::Result<Bounds, Bad> {
        let (first, last) = (self.text()?, self.text()?);
        if first.is_empty() && last.is_empty() {
            return Ok(None);
        }
        let (first, last) = (second_of(first).ok_or(Bad)?, second_of(last).ok_or(Bad)?);
        if first <= last { Ok(Some((first, last))) } else { Err(Bad) }
    }
}

const FACTS: [(&str, bool); 2] = [("yes", true), ("no", false)];
const TRIS: [(&str, Tri); 3] = [("yes", Tri::Yes), ("no", Tri::No), ("unknown", Tri::Unknown)];
const REASONS: [(&str, Reasons); 4] = [
    ("none", Reasons::None),
    ("formula", Reasons::Formula),
    ("case_specific", Reasons::CaseSpecific),
    ("unknown", Reasons::Unknown),
];
const KINDS: [(&str, Option<Protected>); 5] = [
    ("child", Some(Protected::Child)),
    ("adult", Some(Protected::Adult)),
    ("official", Some(Protected::Official)),
    ("institution", Some(Protected::Institution)),
    ("", None),
];

/// A language that was asked for and not said, as against one that nobody asked for.
const UNSAID: &str = "unsaid";
// The last list of the domain is the unknown one, and has no bit.
const BITS: usize = SOURCE_LISTS.len() - 1;

fn lists_of(lists: u8) -> String {
    let named = SOURCE_LISTS.iter().take(BITS).enumerate().filter(|(bit, _)| lists >> bit & 1 == 1);
    named.map(|(_, name)| *name).collect::<Vec<_>>().join(" ")
}

fn language(code: Code) -> String {
    if code == code_of(&ITEM_LANGUAGES, "") { UNSAID.to_owned() } else { word(&ITEM_LANGUAGES, code) }
}

pub(super) fn is_code(text: &str) -> bool {
    text.len() <= CODE_MAX && text.chars().all(|letter| letter.is_alphanumeric() || "_.-+".contains(letter))
}

fn name_of<T: PartialEq>(list: &[(&str, T)], value: &T) -> String {
    list.iter().find(|(_, known)| known == value).map_or_else(String::new, |(name, _)| (*name).to_owned())
}

/// Returns the word of a code, or an empty one where nobody said.
pub(super) fn word(list: &[&str], code: Code) -> String {
    list.get(usize::from(code)).map_or_else(String::new, |word| (*word).to_owned())
}

fn fact(fact: bool) -> String {
    name_of(&FACTS, &fact)
}

fn number(place: u32) -> String {
    (u64::from(place) + 1).to_string()
}

fn optional(place: Option<u32>) -> String {
    place.map_or_else(String::new, number)
}

fn nth(place: usize) -> String {
    place.saturating_add(1).to_string()
}

const ISO: &str = "%Y-%m-%dT%H:%M:%SZ";

// A moment in years that are not written with four digits is a mistake in the register; told as it is, it reads back as a fault.
fn moment(second: i64) -> String {
    let written = chrono::DateTime::from_timestamp(second, 0).map(|at| at.format(ISO).to_string());
    written.unwrap_or_else(|| second.to_string())
}

/// Reads a moment; its one spelling and no other.
pub(super) fn second_of(text: &str) -> Option<i64> {
    let second = chrono::NaiveDateTime::parse_from_str(text, ISO).ok()?.and_utc().timestamp();
    (text.len() == 20 && moment(second) == text).then_some(second)
}

fn ends(bounds: Bounds) -> [String; 2] {
    bounds.map_or_else(Default::default, |(first, last)| [moment(first), moment(last)])
}

impl Rows for OrderRow {
    const FILE: &'static str = "data/orders.csv";
    const HEADER: &'static [&'static str] = &[
        "order",
        "platform",
        "authority",
        "beneficiary",
        "protected",
        "lists",
        "instrument",
        "learned_how",
        "ground",
        "document_seen",
        "in_shares",
        "names_items",
        "informs_of_appeal",
        "author_notified",
        "reasons",
        "cites",
        "cites_paragraph",
        "court_act",
        "experts",
        "learned_from",
        "learned_to",
        "issued_from",
        "issued_to",
        "issued_offset_minutes",
        "received_from",
        "received_to",
        "cluster",
    ];

    fn cells(&self, place: usize) -> Vec<String> {
        let Self {
            row: _,
            platform,
            authority,
            beneficiary,
            protected,
            lists,
            instrument,
            learned_how,
            ground,
            is_seen,
            is_in_shares,
            names_items,
            informs_of_appeal,
            author_notified,
            reasons,
            cites,
            cites_paragraph,
            court_act,
            experts,
            learned,
            issued,
            issued_offset,
            received,
            cluster,
            // Follows from the items.
            items: _,
        } = self;
        let [learned_from, learned_to] = ends(*learned);
        let [issued_from, issued_to] = ends(*issued);
        let [received_from, received_to] = ends(*received);
        vec![
            nth(place),
            optional(*platform),
            optional(*authority),
            optional(*beneficiary),
            name_of(&KINDS, protected),
            lists_of(*lists),
            word(&INSTRUMENTS, *instrument),
            word(&LEARNED_HOW, *learned_how),
            word(&GROUNDS, *ground),
            fact(*is_seen),
            fact(*is_in_shares),
            name_of(&TRIS, names_items),
            name_of(&TRIS, informs_of_appeal),
            name_of(&TRIS, author_notified),
            name_of(&REASONS, reasons),
            fact(*cites),
            name_of(&TRIS, cites_paragraph),
            fact(*court_act),
            fact(*experts),
            learned_from,
            learned_to,
            issued_from,
            issued_to,
            issued_offset.to_string(),
            received_from,
            received_to,
            number(*cluster),
        ]
    }

    fn of_cells(cells: &mut Cells<'_>, place: usize) -> std::result::Result<Self, Bad> {
        cells.is_place(place)?;
        Ok(Self {
            row: i64::try_from(place).map_err(|_| Bad)?.saturating_add(1),
            platform: cells.optional()?,
            authority: cells.optional()?,
            beneficiary: cells.optional()?,
            protected: cells.named(&KINDS)?,
            lists: cells.lists()?,
            instrument: cells.of(&INSTRUMENTS)?,
            learned_how: cells.of(&LEARNED_HOW)?,
            ground: cells.of(&GROUNDS)?,
            is_seen: cells.fact()?,
            is_in_shares: cells.fact()?,
            names_items: cells.named(&TRIS)?,
            informs_of_appeal: cells.named(&TRIS)?,
            author_notified: cells.named(&TRIS)?,
            reasons: cells.named(&REASONS)?,
            cites: cells.fact()?,
            cites_paragraph: cells.named(&TRIS)?,
            court_act: cells.fact()?,
            experts: cells.fact()?,
            learned: cells.bounds()?,
            issued: cells.bounds()?,
            issued_offset: cells.whole()?,
            received: cells.bounds()?,
            cluster: cells.number()?,
            items: (0, 0),
        })
    }
}

impl Rows for ItemRow {
    const FILE: &'static str = "data/items.csv";
    const HEADER: &'static [&'static str] = &[
        "item",
        "order",
        "outcome",
        "language",
        "protected",
        "beneficiary",
        "at_from",
        "at_to",
        "seen_up",
        "platform_basis",
        "platform_rules",
        "like_group",
    ];

    fn cells(&self, place: usize) -> Vec<String> {
        // Which verdict is an item's stands with the verdict.
        let Self {
            order,
            outcome,
            language: said,
            protected,
            beneficiary,
            at,
            seen_up,
            platform_basis,
            platform_rules,
            judged: _,
            like,
        } = self;
        let [from, to] = ends(*at);
        vec![
            nth(place),
            number(*order),
            word(&OUTCOMES, *outcome),
            language(*said),
            name_of(&KINDS, protected),
            optional(*beneficiary),
            from,
            to,
            seen_up.map_or_else(String::new, moment),
            word(&PLATFORM_BASES, *platform_basis),
            word(&PLATFORM_RULES, *platform_rules),
            optional(*like),
        ]
    }

    fn of_cells(cells: &mut Cells<'_>, place: usize) -> std::result::Result<Self, Bad> {
        cells.is_place(place)?;
        Ok(Self {
            order: cells.number()?,
            outcome: cells.of(&OUTCOMES)?,
            language: cells.language()?,
            protected: cells.named(&KINDS)?,
            beneficiary: cells.optional()?,
            at: cells.bounds()?,
            seen_up: cells.moment()?,
            platform_basis: cells.of(&PLATFORM_BASES)?,
            platform_rules: cells.of(&PLATFORM_RULES)?,
            judged: None,
            like: cells.optional()?,
        })
    }
}

impl Rows for JudgedRow {
    const FILE: &'static str = "data/verdicts.csv";
    const HEADER: &'static [&'static str] =
        &["verdict", "item", "stands", "blind_first", "blind_second", "reviewers", "flags", "defects", "elements"];

    fn cells(&self, place: usize) -> Vec<String> {
        let Self { item, verdict, blind: [first, second], reviewers, flags, defects, elements } = self;
        vec![
            nth(place),
            number(*item),
            word(&VERDICTS, *verdict),
            word(&VERDICTS, *first),
            word(&VERDICTS, *second),
            reviewers.iter().map(|reviewer| number(*reviewer)).collect::<Vec<_>>().join(" "),
            flags.join(" "),
            defects.join(" "),
            elements.join(" "),
        ]
    }

    fn of_cells(cells: &mut Cells<'_>, place: usize) -> std::result::Result<Self, Bad> {
        cells.is_place(place)?;
        Ok(Self {
            item: cells.number()?,
            verdict: cells.of(&VERDICTS)?,
            blind: [cells.of(&VERDICTS)?, cells.of(&VERDICTS)?],
            reviewers: cells.numbers()?,
            flags: cells.codes()?,
            defects: cells.codes()?,
            elements: cells.codes()?,
        })
    }
}

impl Rows for ReviewRow {
    const FILE: &'static str = "data/reviews.csv";
    const HEADER: &'static [&'static str] = &["item", "place", "reviewer", "verdict", "subtype"];

    fn cells(&self, _: usize) -> Vec<String> {
        // Answers have a table of their own.
        let Self { item, place, reviewer, verdict, subtype, answers: _ } = self;
        let subtype = if is_code(subtype) { subtype.clone() } else { String::new() };
        vec![number(*item), name_of(&PLACES, place), reviewer.to_string(), word(&VERDICTS, *verdict), subtype]
    }

    fn of_cells(cells: &mut Cells<'_>, _: usize) -> std::result::Result<Self, Bad> {
        Ok(Self {
            item: cells.number()?,
            place: cells.named(&PLACES)?,
            reviewer: cells.whole()?,
            verdict: cells.of(&VERDICTS)?,
            subtype: cells.code()?,
            answers: Vec::new(),
        })
    }
}

impl Rows for AnswerRow {
    const FILE: &'static str = "data/answers.csv";
    const HEADER: &'static [&'static str] = &["item", "place", "question", "value"];

    fn cells(&self, _: usize) -> Vec<String> {
        let Self { item, place, answer: Answer { code, value } } = self;
        vec![number(*item), name_of(&PLACES, place), code.clone(), value.clone()]
    }

    fn of_cells(cells: &mut Cells<'_>, _: usize) -> std::result::Result<Self, Bad> {
        let (item, place) = (cells.number()?, cells.named(&PLACES)?);
        Ok(Self { item, place, answer: Answer { code: cells.code()?, value: cells.code()? } })
    }
}

impl Rows for AppealRow {
    const FILE: &'static str = "data/appeals.csv";
    const HEADER: &'static [&'static str] =
        &["item", "result", "filed_from", "filed_to", "decided_from", "decided_to", "reinstated_from", "reinstated_to"];

    fn cells(&self, _: usize) -> Vec<String> {
        let Self { item, result, filed, decided, reinstated } = self;
        let moments = [*filed, *decided, *reinstated].into_iter().flat_map(ends);
        [number(*item), result.clone()].into_iter().chain(moments).collect()
    }

    fn of_cells(cells: &mut Cells<'_>, _: usize) -> std::result::Result<Self, Bad> {
        Ok(Self {
            item: cells.number()?,
            result: cells.code()?,
            filed: cells.bounds()?,
            decided: cells.bounds()?,
            reinstated: cells.bounds()?,
        })
    }
}

impl Rows for ComplaintRow {
    const FILE: &'static str = "data/complaints.csv";
    // The filter does not pick applications: all of the register are here.
    const HEADER: &'static [&'static str] =
        &["complaint", "led_to_order", "decision", "victim", "group", "channel", "signed", "language", "in_term", "filtered"];

    fn cells(&self, place: usize) -> Vec<String> {
        let Self { led_to_order, decision, victim, group, channel, is_signed, language: said, in_term } = self;
        vec![
            nth(place),
            fact(*led_to_order),
            word(&DECISIONS, *decision),
            name_of(&KINDS, victim),
            group.clone(),
            word(&CHANNELS, *channel),
            name_of(&TRIS, is_signed),
            language(*said),
            name_of(&TRIS, in_term),
            fact(false),
        ]
    }

    fn of_cells(cells: &mut Cells<'_>, place: usize) -> std::result::Result<Self, Bad> {
        cells.is_place(place)?;
        let row = Self {
            led_to_order: cells.fact()?,
            decision: cells.of(&DECISIONS)?,
            victim: cells.named(&KINDS)?,
            group: cells.code()?,
            channel: cells.of(&CHANNELS)?,
            is_signed: cells.named(&TRIS)?,
            language: cells.language()?,
            in_term: cells.named(&TRIS)?,
        };
        if cells.fact()? { Err(Bad) } else { Ok(row) }
    }
}

/// A reviewer who took part in a verdict that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ReviewerRow {
    pub(super) is_outside: bool,
}

impl Rows for ReviewerRow {
    const FILE: &'static str = "data/reviewers.csv";
    const HEADER: &'static [&'static str] = &["reviewer", "outside"];

    fn cells(&self, place: usize) -> Vec<String> {
        vec![nth(place), fact(self.is_outside)]
    }

    fn of_cells(cells: &mut Cells<'_>, place: usize) -> std::result::Result<Self, Bad> {
        cells.is_place(place)?;
        Ok(Self { is_outside: cells.fact()? })
    }
}

const PUBLISHERS: [&str; 3] = ["authority", "platform", ""];

impl Rows for OfficialFact {
    const FILE: &'static str = "data/official.csv";
    const HEADER: &'static [&'static str] =
        &["publisher_kind", "publisher", "metric", "value", "period_from", "period_to", "period_offset_minutes", "of_all"];

    fn cells(&self, _: usize) -> Vec<String> {
        // The name of a publisher follows from its kind and number.
        let Self { publisher: _, publisher_is, metric, value, period, period_offset, is_of_all } = self;
        let (kind, id) = match publisher_is {
            Some(Publisher::Authority(id)) => ("authority", number_of(*id)),
            Some(Publisher::Platform(id)) => ("platform", number_of(*id)),
            None => ("", None),
        };
        let [from, to] = ends(*period);
        vec![
            kind.to_owned(),
            optional(id),
            metric.clone(),
            value.to_string(),
            from,
            to,
            period_offset.to_string(),
            fact(*is_of_all),
        ]
    }

    fn of_cells(cells: &mut Cells<'_>, _: usize) -> std::result::Result<Self, Bad> {
        let kind = cells.of(&PUBLISHERS)?;
        let publisher_is = match (kind, cells.optional()?) {
            (0, Some(place)) => Some(Publisher::Authority(id_of(place))),
            (1, Some(place)) => Some(Publisher::Platform(id_of(place))),
            (2, None) => None,
            _ => return Err(Bad),
        };
        Ok(Self {
            publisher: named(publisher_is),
            publisher_is,
            metric: cells.code()?,
            value: cells.whole()?,
            period: cells.bounds()?,
            period_offset: cells.whole()?,
            is_of_all: cells.fact()?,
        })
    }
}

/// Names a publisher by its kind and number.
pub(super) fn named(publisher: Option<Publisher>) -> String {
    let (kind, id) = match publisher {
        Some(Publisher::Authority(id)) => ("authority", id),
        Some(Publisher::Platform(id)) => ("platform", id),
        None => return String::new(),
    };
    format!("{kind}-{}", optional(number_of(id)))
}

impl Rows for WatchedFact {
    const FILE: &'static str = "data/watched.csv";
    const HEADER: &'static [&'static str] = &["from_earliest", "from_latest", "to_earliest", "to_latest", "sources", "gaps"];

    fn cells(&self, _: usize) -> Vec<String> {
        let Self { from, to, sources, has_gaps } = self;
        let moments = [*from, *to].into_iter().flat_map(ends);
        moments.chain([sources.clone(), fact(*has_gaps)]).collect()
    }

    fn of_cells(cells: &mut Cells<'_>, _: usize) -> std::result::Result<Self, Bad> {
        Ok(Self { from: cells.bounds()?, to: cells.bounds()?, sources: cells.code()?, has_gaps: cells.fact()? })
    }
}

impl Rows for Calibration {
    const FILE: &'static str = "data/calibration.csv";
    const HEADER: &'static [&'static str] = &["case", "reviewer", "key_is_criticism", "said_criticism"];

    fn cells(&self, _: usize) -> Vec<String> {
        let Self { reviewer, said: Calibrated { case, is_criticism, said_criticism } } = self;
        vec![case.clone(), reviewer.to_string(), fact(*is_criticism), fact(*said_criticism)]
    }

    fn of_cells(cells: &mut Cells<'_>, _: usize) -> std::result::Result<Self, Bad> {
        let (case, reviewer) = (cells.code()?, cells.whole()?);
        Ok(Self { reviewer, said: Calibrated { case, is_criticism: cells.fact()?, said_criticism: cells.fact()? } })
    }
}

impl Rows for PairRow {
    const FILE: &'static str = "data/agreement.csv";
    const HEADER: &'static [&'static str] = &["first", "second", "items"];

    fn cells(&self, _: usize) -> Vec<String> {
        let Self { first, second, n } = self;
        vec![word(&VERDICTS, *first), word(&VERDICTS, *second), n.to_string()]
    }

    fn of_cells(cells: &mut Cells<'_>, _: usize) -> std::result::Result<Self, Bad> {
        let row = Self { first: cells.of(&VERDICTS)?, second: cells.of(&VERDICTS)?, n: cells.whole()? };
        // More pairs than any register has would overflow a sum.
        if row.n <= u64::from(u32::MAX) { Ok(row) } else { Err(Bad) }
    }
}
