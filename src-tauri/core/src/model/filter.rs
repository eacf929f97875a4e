//! The language of the filter bar and of `--where`: `platform:telegram issued:2025-01..2025-03 -ground:drugs "a phrase" word`.
//!
//! Terms stand with blanks between and must all hold; a minus turns one round; values with commas between are alternatives. Names of fields and
//! of coded values are also known in Kazakh and Russian, with or without Kazakh letters. A text that is no filter is answered with the place of
//! the first problem, never with a guess. Reading and printing are inverse to each other; what a filter finds is the store's business.

use super::fold::fold;
use super::terms;
use super::time::minute_of;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::sync::LazyLock;

/// A filter: terms that must all hold. Without terms it lets everything through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The terms in the order in which they were written.
    pub terms: Vec<Term>,
}

/// One term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Holds for what the test does not hold for.
    pub negated: bool,
    /// The test.
    pub test: Test,
}

/// What a term asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// A piece of text: a word by its stem or beginning, or a piece of an address.
    Word(String),
    /// Words that stand together, in this order.
    Phrase(String),
    /// One of these texts as a name, number or reference.
    Named(Field, Vec<String>),
    /// One of these codes.
    Coded(Field, Vec<&'static str>),
    /// For certain within one of these spans.
    Timed(Field, Vec<Span>),
    /// One of these numbers.
    Counted(Field, Vec<Range>),
}

/// A span of calendar days, both ends inclusive, open where an end is absent; without both ends the time must be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First day, month or year.
    pub from: Option<Date>,
    /// Last day, month or year.
    pub to: Option<Date>,
}

/// A day, month or year on a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    /// Year.
    pub year: i32,
    /// Month, when stated.
    pub month: Option<u32>,
    /// Day, when stated.
    pub day: Option<u32>,
}

/// Whole numbers, both ends inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// Least.
    pub least: u32,
    /// Most, or no bound.
    pub most: Option<u32>,
}

/// What is wrong with a text that is no filter, and where: bytes from and to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What: a name that every shell has words for.
    pub code: &'static str,
    /// First byte.
    pub from: usize,
    /// One past the last byte.
    pub to: usize,
    /// What may have been meant, likeliest first.
    pub suggestions: Vec<String>,
}

/// What may stand at the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// What to put in the place of the bytes from and to.
    pub insert: String,
    /// Name of the label: `filter-field-ground`, `ground-drugs`; empty for a name out of the register.
    pub label: String,
    /// First byte to be replaced.
    pub from: usize,
    /// One past the last byte.
    pub to: usize,
}

/// Bytes of a filter at the most; also bounds its terms and values.
pub const FILTER_BYTES_MAX: usize = 4_000;
const HINTS_MAX: usize = 12;
const SUGGESTIONS_MAX: usize = 3;

macro_rules! fields {
    ($($field:ident = $code:literal : $shape:expr),+ $(,)?) => {
        /// What a term can ask about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Field { $(#[doc = concat!("Written `", $code, ":`.")] $field),+ }

        impl Field {
            /// Every field, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$field),+];

            /// Returns the name of the field in a printed filter.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$field => $code),+ }
            }

            const fn shape(self) -> Shape {
                match self { $(Self::$field => $shape),+ }
            }
        }
    };
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Name,
    Code(&'static [&'static str]),
    Time,
    Count,
}

fields! {
    Platform = "platform": Shape::Name,
    Authority = "authority": Shape::Name,
    Issued = "issued": Shape::Time,
    Received = "received": Shape::Time,
    Learned = "learned": Shape::Time,
    Complied = "complied": Shape::Time,
    Verdict = "verdict": Shape::Code(&terms::VERDICTS),
    Outcome = "outcome": Shape::Code(&terms::OUTCOMES),
    Ground = "ground": Shape::Code(&terms::GROUNDS),
    Instrument = "instrument": Shape::Code(&terms::INSTRUMENTS),
    Action = "action": Shape::Code(&terms::ACTIONS),
    Deadline = "deadline": Shape::Code(&["met", "missed", "indeterminate", "running", "unknown"]),
    Draft = "draft": Shape::Code(&["yes", "no"]),
    Duplicate = "duplicate": Shape::Code(&["yes", "no"]),
    Reviewed = "reviewed": Shape::Code(&["yes", "no", "partly"]),
    Has = "has": Shape::Code(&["note", "text", "address", "number", "provisions", "complaint"]),
    Items = "items": Shape::Count,
    Number = "number": Shape::Name,
    Reference = "reference": Shape::Name,
    Document = "document": Shape::Code(&terms::DOCUMENT_SEEN),
    How = "how": Shape::Code(&terms::LEARNED_HOW),
    Reasons = "reasons": Shape::Code(&terms::REASONS_LEVELS),
    Appeal = "appeal": Shape::Code(&terms::TRI),
    Notified = "notified": Shape::Code(&terms::TRI),
    Language = "language": Shape::Code(&["kk", "ru", "en", "mixed", "other", "unset"]),
    Kind = "kind": Shape::Code(&[
        "post", "comment", "image", "video", "audio", "story", "message", "channel", "account", "group", "article", "livestream", "other",
    ]),
}

/// Other names of fields and values, by language.
#[derive(Deserialize)]
struct Names {
    fields: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    values: BTreeMap<String, BTreeMap<String, BTreeMap<String, Vec<String>>>>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    // The asset is compiled in and a test reads it, so the empty table is never seen.
    serde_json::from_str(include_str!("../../../../assets/filter/names.json"))
        .unwrap_or(Names { fields: BTreeMap::new(), values: BTreeMap::new() })
});

fn field_names(field: Field) -> Option<&'static BTreeMap<String, Vec<String>>> {
    NAMES.fields.get(field.code())
}

fn value_names(field: Field, code: &str) -> Option<&'static BTreeMap<String, Vec<String>>> {
    NAMES.values.get(field.code())?.get(code)
}

// Names are compared folded and without what joins their words.
fn key(name: &str) -> String {
    fold(name).chars().filter(|letter| !matches!(letter, '_' | '-' | ' ')).collect()
}

fn is_named(names: Option<&BTreeMap<String, Vec<String>>>, code: &str, wanted: &str) -> bool {
    key(code) == wanted || names.is_some_and(|langs| langs.values().flatten().any(|name| key(name) == wanted))
}

impl Field {
    /// Finds a field by its name in any of the three languages.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let wanted = key(name);
        // A code is never hidden by another field's name in some language.
        Self::ALL
            .iter()
            .find(|field| field.code() == wanted)
            .or_else(|| Self::ALL.iter().find(|field| is_named(field_names(**field), field.code(), &wanted)))
            .copied()
    }

    /// Returns the codes that the field takes; empty where it takes something else.
    #[must_use]
    pub const fn codes(self) -> &'static [&'static str] {
        match self.shape() {
            Shape::Code(codes) => codes,
            _ => &[],
        }
    }

    fn value(self, name: &str) -> Option<&'static str> {
        let wanted = key(name);
        let codes = self.codes();
        let exact = codes.iter().find(|code| key(code) == wanted);
        exact.or_else(|| codes.iter().find(|code| is_named(value_names(self, code), code, &wanted))).copied()
    }
}

impl Date {
    /// Returns the first second of the date and the first one after it, on a clock that knows no zones.
    #[must_use]
    pub fn seconds(&self) -> Option<(i64, i64)> {
        let start = |year: i32, month: u32, day: u32| {
            Some(chrono::NaiveDate::from_ymd_opt(year, month, day)?.and_hms_opt(0, 0, 0)?.and_utc().timestamp())
        };
        let from = start(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))?;
        let to = match (self.month, self.day) {
            (Some(_), Some(_)) => from + 86_400,
            (Some(month), None) if month < 12 => start(self.year, month + 1, 1)?,
            _ => start(self.year + 1, 1, 1)?,
        };
        Some((from, to))
    }

    fn read(text: &str) -> Option<Self> {
        let plain = |part: &str, digits: usize| {
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u32>().ok()).flatten()
        };
        let mut parts = text.split('-');
        let year = i32::try_from(plain(parts.next()?, 4)?).ok().filter(|y| (1900..2200).contains(y))?;
        let month = match parts.next() {
            Some(part) => Some(plain(part, 2)?),
            None => None,
        };
        let day = match parts.next() {
            Some(part) => Some(plain(part, 2)?),
            None => None,
        };
        let date = Self { year, month, day };
        (parts.next().is_none() && date.seconds().is_some()).then_some(date)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

impl Span {
    /// Returns the first second within and the last one, on a clock that knows no zones; absent where the span is open.
    #[must_use]
    pub fn seconds(&self) -> (Option<i64>, Option<i64>) {
        let from = self.from.as_ref().and_then(Date::seconds).map(|(from, _)| from);
        let to = self.to.as_ref().and_then(Date::seconds).map(|(_, after)| after - 1);
        (from, to)
    }

    fn read(text: &str) -> Option<Self> {
        if is_unknown(text) {
            return Some(Self { from: None, to: None });
        }
        let end = |part: &str| if part.is_empty() { Some(None) } else { Date::read(part).map(Some) };
        let span = match text.split_once("..") {
            Some((from, to)) => Self { from: end(from)?, to: end(to)? },
            None => Date::read(text).map(|date| Self { from: Some(date), to: Some(date) })?,
        };
        let in_order = match span.seconds() {
            (Some(from), Some(to)) => from <= to,
            (None, None) => false,
            _ => true,
        };
        in_order.then_some(span)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.to) {
            (None, None) => f.write_str("unknown"),
            (Some(from), Some(to)) if from == to => write!(f, "{from}"),
            (from, to) => {
                from.map_or(Ok(()), |date| write!(f, "{date}"))?;
                f.write_str("..")?;
                to.map_or(Ok(()), |date| write!(f, "{date}"))
            }
        }
    }
}

fn is_unknown(text: &str) -> bool {
    matches!(key(text).as_str(), "unknown" | "белгисиз" | "неизвестно" | "неизвестна" | "none")
}

impl Range {
    fn read(text: &str) -> Option<Self> {
        let number = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<u32>().ok()).flatten();
        let range = if let Some(n) = text.strip_prefix(">=") {
            Self { least: number(n)?, most: None }
        } else if let Some(n) = text.strip_prefix('>') {
            Self { least: number(n)?.checked_add(1)?, most: None }
        } else if let Some(n) = text.strip_prefix("<=") {
            Self { least: 0, most: Some(number(n)?) }
        } else if let Some(n) = text.strip_prefix('<') {
            Self { least: 0, most: Some(number(n)?.checked_sub(1)?) }
        } else if let Some((from, to)) = text.split_once("..") {
            let most = if to.is_empty() { None } else { Some(number(to)?) };
            Self { least: if from.is_empty() { most.map(|_| 0)? } else { number(from)? }, most }
        } else {
            let n = number(text)?;
            Self { least: n, most: Some(n) }
        };
        range.most.is_none_or(|most| range.least <= most).then_some(range)
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.most {
            Some(most) if most == self.least => write!(f, "{most}"),
            Some(most) => write!(f, "{}..{most}", self.least),
            None => write!(f, "{}..", self.least),
        }
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, term) in self.terms.iter().enumerate() {
            if n > 0 {
                f.write_char(' ')?;
            }
            write!(f, "{term}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negated {
            f.write_char('-')?;
        }
        match &self.test {
            Test::Word(word) => f.write_str(word),
            Test::Phrase(phrase) => write_quoted(f, phrase),
            Test::Named(field, names) => write_values(f, *field, names, |f, name| {
                // Behind a colon two slashes would make the whole an address.
                let is_plain = !name.is_empty()
                    && !name.starts_with("//")
                    && name.chars().all(|c| !c.is_whitespace() && !matches!(c, ',' | '"' | '«' | '“'));
                if is_plain { f.write_str(name) } else { write_quoted(f, name) }
            }),
            Test::Coded(field, codes) => write_values(f, *field, codes, |f, code| f.write_str(code)),
            Test::Timed(field, spans) => write_values(f, *field, spans, |f, span| write!(f, "{span}")),
            Test::Counted(field, ranges) => write_values(f, *field, ranges, |f, range| write!(f, "{range}")),
        }
    }
}

fn write_quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for letter in text.chars() {
        if matches!(letter, '"' | '\\') {
            f.write_char('\\')?;
        }
        f.write_char(letter)?;
    }
    f.write_char('"')
}

fn write_values<V>(
    f: &mut fmt::Formatter<'_>,
    field: Field,
    values: &[V],
    write: impl Fn(&mut fmt::Formatter<'_>, &V) -> fmt::Result,
) -> fmt::Result {
    write!(f, "{}:", field.code())?;
    for (n, value) in values.iter().enumerate() {
        if n > 0 {
            f.write_char(',')?;
        }
        write(f, value)?;
    }
    Ok(())
}

impl Filter {
    /// Returns the second at which a filter is told where it is asked at this one: states of terms change with the minute, everything else with the
    /// register alone, and what a filter found is kept.
    #[must_use]
    pub fn told_at(&self, now: i64) -> i64 {
        if self.asks_for(Field::Deadline) { minute_of(now) } else { 0 }
    }

    /// Says whether a term asks about this field.
    #[must_use]
    pub fn asks_for(&self, wanted: Field) -> bool {
        self.terms.iter().any(|term| match &term.test {
            Test::Word(_) | Test::Phrase(_) => false,
            Test::Named(field, _) | Test::Coded(field, _) | Test::Timed(field, _) | Test::Counted(field, _) => *field == wanted,
        })
    }

    /// Reads a filter, or says what is wrong with the text and where.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        if text.len() > FILTER_BYTES_MAX {
            return Err(problem("filter_too_long", FILTER_BYTES_MAX.min(text.len()), text.len()));
        }
        let mut reader = Reader { text, at: 0 };
        let mut terms = Vec::new();
        while reader.skip_blanks() {
            terms.push(reader.term()?);
        }
        Ok(Self { terms })
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    // Says whether anything is left.
    fn skip_blanks(&mut self) -> bool {
        self.at = self.text.len() - self.rest().trim_start().len();
        self.at < self.text.len()
    }

    fn take(&mut self, stop: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let run = rest.get(..rest.find(stop).unwrap_or(rest.len())).unwrap_or_default();
        self.at += run.len();
        run
    }

    fn eat(&mut self, letter: char) -> bool {
        let found = self.rest().starts_with(letter);
        if found {
            self.at += letter.len_utf8();
        }
        found
    }

    fn term(&mut self) -> Result<Term, Problem> {
        // A minus before a blank or at the end is a word of its own: a dash.
        let minus = self.rest().strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace() && c != '-'));
        let negated = minus && self.eat('-');
        let from = self.at;
        let test = match self.opening() {
            Some(closing) => Test::Phrase(self.quoted(closing)?),
            None => match self.field()? {
                Some(field) => self.values(field)?,
                None => Test::Word(self.take(char::is_whitespace).to_owned()),
            },
        };
        let is_empty = matches!(&test, Test::Phrase(words) if words.trim().is_empty());
        if is_empty { Err(problem("filter_value_missing", from, self.at)) } else { Ok(Term { negated, test }) }
    }

    // Takes the name of a field with its colon. Addresses and times of day have colons too.
    fn field(&mut self) -> Result<Option<Field>, Problem> {
        let from = self.at;
        let word = self.rest().split(char::is_whitespace).next().unwrap_or_default();
        let Some((name, value)) = word.split_once(':') else { return Ok(None) };
        let is_name =
            name.starts_with(char::is_alphabetic) && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
        if !is_name || value.starts_with("//") {
            return Ok(None);
        }
        let Some(field) = Field::named(name) else {
            let offered = Field::ALL.iter().flat_map(|f| names_of(f.code(), field_names(*f)));
            let suggestions = nearest(name, offered);
            return Err(Problem { suggestions, ..problem("filter_field_unknown", from, from + name.len()) });
        };
        self.at = from + name.len() + 1;
        Ok(Some(field))
    }

    fn values(&mut self, field: Field) -> Result<Test, Problem> {
        let mut written: Vec<(usize, usize, String)> = Vec::new();
        loop {
            let from = self.at;
            let value = match self.opening() {
                Some(closing) => self.quoted(closing)?,
                None => self.take(|c| c.is_whitespace() || c == ',' || c == '"').to_owned(),
            };
            if value.trim().is_empty() {
                return Err(problem("filter_value_missing", from, self.at));
            }
            written.push((from, self.at, value));
            if !self.eat(',') {
                break;
            }
        }
        if !self.rest().is_empty() && !self.rest().starts_with(char::is_whitespace) {
            return Err(problem("filter_blank_missing", self.at, self.at + self.rest().chars().next().map_or(0, char::len_utf8)));
        }
        Ok(match field.shape() {
            Shape::Name => Test::Named(field, written.into_iter().map(|(_, _, value)| value).collect()),
            Shape::Code(codes) => Test::Coded(
                field,
                each(&written, "filter_value_unknown", |v| field.value(v)).map_err(|p| {
                    let wrong = self.text.get(p.from..p.to).unwrap_or_default();
                    let offered = codes.iter().flat_map(|code| names_of(code, value_names(field, code)));
                    Problem { suggestions: nearest(wrong, offered), ..p }
                })?,
            ),
            Shape::Time => Test::Timed(field, each(&written, "filter_date_bad", Span::read)?),
            Shape::Count => Test::Counted(field, each(&written, "filter_number_bad", Range::read)?),
        })
    }

    // The sign that closes what is opened here, if anything is: straight quotes and guillemets.
    fn opening(&self) -> Option<char> {
        match self.rest().chars().next() {
            Some('"') => Some('"'),
            Some('«') => Some('»'),
            Some('“') => Some('”'),
            _ => None,
        }
    }

    fn quoted(&mut self, closing: char) -> Result<String, Problem> {
        let from = self.at;
        let mut inside = String::new();
        let mut letters = self.rest().char_indices().skip(1);
        while let Some((at, letter)) = letters.next() {
            match letter {
                '\\' if closing == '"' => inside.extend(letters.next().map(|(_, escaped)| escaped)),
                _ if letter == closing => {
                    self.at = from + at + closing.len_utf8();
                    return Ok(inside);
                }
                _ => inside.push(letter),
            }
        }
        Err(problem("filter_quote_open", from, self.text.len()))
    }
}

fn problem(code: &'static str, from: usize, to: usize) -> Problem {
    Problem { code, from, to, suggestions: Vec::new() }
}

fn each<V>(written: &[(usize, usize, String)], code: &'static str, read: impl Fn(&str) -> Option<V>) -> Result<Vec<V>, Problem> {
    written.iter().map(|(from, to, value)| read(value.trim()).ok_or_else(|| problem(code, *from, *to))).collect()
}

fn names_of<'n>(code: &'n str, names: Option<&'n BTreeMap<String, Vec<String>>>) -> impl Iterator<Item = &'n str> {
    let others = names.into_iter().flat_map(|langs| langs.values().flatten().map(String::as_str));
    std::iter::once(code).chain(others)
}

// Names that begin alike or differ in few letters, nearest first.
fn nearest<'n>(wrong: &str, names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let wrong = key(wrong);
    let mut near: Vec<(usize, &str)> = names
        .filter_map(|name| {
            let k = key(name);
            let starts = !wrong.is_empty() && (k.starts_with(&wrong) || wrong.starts_with(&k));
            let away = distance(&wrong, &k);
            (starts || away <= 2.min(k.chars().count() / 2)).then_some((away, name))
        })
        .collect();
    near.sort();
    near.dedup_by(|a, b| a.1 == b.1);
    near.into_iter().map(|(_, name)| name.to_owned()).take(SUGGESTIONS_MAX).collect()
}

// Letters to put in, take out or replace. Names are short, and a wrong one is cut.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().take(40).enumerate() {
        let mut corner = std::mem::replace(&mut row, vec![i + 1]);
        corner.reverse();
        let mut diagonal = corner.pop().unwrap_or(0);
        for y in &b {
            let above = corner.pop().unwrap_or(0);
            let left = row.last().copied().unwrap_or(0);
            row.push((diagonal + usize::from(x != *y)).min(above + 1).min(left + 1));
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or(0)
}

/// Offers what may stand at the cursor, a place in bytes: names of fields, or values of the field that was begun. `lang` is the language in which
/// names are offered unless another one was begun; `known` names what the register knows for fields such as the platform.
#[must_use]
pub fn complete(text: &str, cursor: usize, lang: &str, known: impl Fn(Field) -> Vec<String>) -> Vec<Hint> {
    let Some(before) = text.get(..cursor) else { return Vec::new() };
    let start = before.len() - begun(before).len();
    let minus = usize::from(before.get(start..).is_some_and(|word| word.starts_with('-')));
    let from = start + minus;
    let word = before.get(from..).unwrap_or_default();
    if word.starts_with(['"', '«', '“']) {
        return Vec::new();
    }
    let Some((name, values)) = word.split_once(':') else {
        return offer(Field::ALL.iter().map(|f| (f.code(), field_names(*f), format!("filter-field-{}", f.code()))), word, lang)
            .map(|(name, label)| Hint { insert: format!("{name}:"), label, from, to: cursor })
            .collect();
    };
    let Some(field) = Field::named(name) else { return Vec::new() };
    let last = values.rsplit(',').next().unwrap_or_default();
    let from = cursor - last.len();
    if let Shape::Code(codes) = field.shape() {
        let label = |code: &str| format!("{}-{}", label_of(field), code.replace('_', "-"));
        return offer(codes.iter().map(|code| (*code, value_names(field, code), label(code))), last, lang)
            .map(|(insert, label)| Hint { insert, label, from, to: cursor })
            .collect();
    }
    let wanted = fold(last.trim_start_matches('"'));
    known(field)
        .into_iter()
        .filter(|name| fold(name).split(' ').any(|part| part.starts_with(&wanted)) || fold(name).starts_with(&wanted))
        .take(HINTS_MAX)
        .map(|name| {
            let term = Term { negated: false, test: Test::Named(field, vec![name]) }.to_string();
            let insert = term.split_once(':').map(|(_, value)| value.to_owned()).unwrap_or_default();
            Hint { insert, label: String::new(), from, to: cursor }
        })
        .collect()
}

// The term that ends here: after the last blank that stands outside of quotes.
fn begun(before: &str) -> &str {
    let (mut start, mut is_quoted, mut is_escaped) = (0, false, false);
    for (at, letter) in before.char_indices() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' if is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            _ if letter.is_whitespace() && !is_quoted => start = at + letter.len_utf8(),
            _ => {}
        }
    }
    before.get(start..).unwrap_or_default()
}

fn offer<'n>(
    names: impl Iterator<Item = (&'n str, Option<&'n BTreeMap<String, Vec<String>>>, String)>,
    begun: &str,
    lang: &str,
) -> impl Iterator<Item = (String, String)> {
    let wanted = key(begun);
    names
        .filter_map(move |(code, langs, label)| {
            let of = |lang: &str| langs.and_then(|l| l.get(lang)).into_iter().flatten().map(String::as_str);
            let spoken = if lang == "en" { None } else { of(lang).find(|name| key(name).starts_with(&wanted)) };
            let any = || names_of(code, langs).find(|name| key(name).starts_with(&wanted));
            spoken.or_else(any).map(|name| (name.to_owned(), label))
        })
        .take(HINTS_MAX)
}

/// Returns the beginning of the labels of a field's values in the texts.
const fn label_of(field: Field) -> &'static str {
    match field {
        Field::Draft | Field::Duplicate | Field::Reviewed | Field::Appeal | Field::Notified => "tri",
        Field::How => "learned",
        Field::Has => "filter-has",
        _ => field.code(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parsed(text: &str) -> Filter {
        Filter::parse(text).unwrap_or_else(|problem| panic!("{text}: {problem:?}"))
    }

    fn prints(text: &str, canonical: &str) {
        assert_eq!(parsed(text).to_string(), canonical);
        assert_eq!(parsed(canonical), parsed(text));
    }

    fn refused(text: &str, code: &str, place: &str) -> Vec<String> {
        let problem = Filter::parse(text).unwrap_err();
        assert_eq!((problem.code, &text[problem.from..problem.to]), (code, place), "{text}");
        problem.suggestions
    }

    #[test]
    fn a_filter_reads_as_it_is_written() {
        let text = "platform:telegram issued:2025-01..2025-03 verdict:legitimate_criticism authority:\"Комитет информации\" -ground:drugs";
        prints(text, text);
        prints("дубль:нет қайталама:иә", "duplicate:no duplicate:yes");
        prints("items:>10 draft:YES  reviewed:no", "items:11.. draft:yes reviewed:no");
        prints(
            "items:<3,7 received:2025-05-01.. learned:2026 complied:unknown",
            "items:0..2,7 received:2025-05-01.. learned:2026 complied:unknown",
        );
        prints("«два слова» -“an other”", "\"два слова\" -\"an other\"");
        prints("https://t.me/kanal?x=1 12:30 — - -слово", "https://t.me/kanal?x=1 12:30 — - -слово");
        prints(r#"platform:"//a","//b" platform://a"#, r#"platform:"//a","//b" platform://a"#);
        prints("", "");
        prints(r#"authority:"A \"B\" \\","C, D""#, r#"authority:"A \"B\" \\","C, D""#);
    }

    #[test]
    fn names_are_known_in_three_languages_and_without_kazakh_letters() {
        let canonical = "ground:drugs verdict:legitimate_criticism draft:yes outcome:removed";
        prints("негіз:есірткі баға:сын жоба:иә нәтиже:жойылды", canonical);
        prints("негиз:есиртки бага:сын жоба:иа натиже:жойылды", canonical);
        prints("основание:наркотики вердикт:критика черновик:да исход:удалено", canonical);
        prints("ground:не_указано,child-cyberbullying", "ground:not_stated,child_cyberbullying");
    }

    #[test]
    fn a_wrong_filter_is_told_where_and_what_may_have_been_meant() {
        assert_eq!(refused("a platfrom:telegram", "filter_field_unknown", "platfrom"), ["platform"]);
        assert_eq!(refused("ground:drugz,other", "filter_value_unknown", "drugz"), ["drugs"]);
        assert_eq!(refused("основание:наркотик", "filter_value_unknown", "наркотик"), ["наркотики"]);
        refused("issued:2025-13", "filter_date_bad", "2025-13");
        refused("issued:2025-03..2025-01", "filter_date_bad", "2025-03..2025-01");
        refused("issued:..", "filter_date_bad", "..");
        refused("items:many", "filter_number_bad", "many");
        refused("items:<0", "filter_number_bad", "<0");
        refused("a platform: b", "filter_value_missing", "");
        refused("platform:a, b", "filter_value_missing", "");
        refused("слово \"без конца", "filter_quote_open", "\"без конца");
        refused("platform:\"a\"b", "filter_blank_missing", "b");
        refused("\"\"", "filter_value_missing", "\"\"");
        assert_eq!(Filter::parse(&"я ".repeat(FILTER_BYTES_MAX)).unwrap_err().code, "filter_too_long");
    }

    #[test]
    fn a_span_ends_with_its_last_second() {
        let seconds = |text: &str| Span::read(text).unwrap().seconds();
        assert_eq!(seconds("1970-01-01"), (Some(0), Some(86_399)));
        assert_eq!(seconds("1970-12.."), (Some(334 * 86_400), None));
        assert_eq!(seconds("..1970"), (None, Some(365 * 86_400 - 1)));
        assert_eq!(seconds("unknown"), (None, None));
    }

    fn hints(text: &str, lang: &str) -> Vec<String> {
        let known = |field| {
            if field == Field::Platform { vec!["Telegram".to_owned(), "В контакте".to_owned()] } else { Vec::new() }
        };
        complete(text, text.len(), lang, known)
            .into_iter()
            .map(|hint| format!("{}{}|{}", &text[..hint.from], hint.insert, hint.label))
            .collect()
    }

    #[test]
    fn what_was_begun_is_completed() {
        assert_eq!(hints("x -gro", "en"), ["x -ground:|filter-field-ground"]);
        assert_eq!(hints("осн", "kk"), ["основание:|filter-field-ground"]);
        assert_eq!(hints("ground:drugs,gam", "en"), ["ground:drugs,gambling|ground-gambling"]);
        assert_eq!(hints("негіз:ес", "kk"), ["негіз:есірткі|ground-drugs"]);
        assert_eq!(hints("platform:tel", "ru"), ["platform:Telegram|"]);
        assert_eq!(hints("platform:конт", "ru"), ["platform:\"В контакте\"|"]);
        assert_eq!(hints("platform:\"В к", "ru"), ["platform:\"В контакте\"|"]);
        assert_eq!(hints("draft:", "ru"), ["draft:да|tri-yes", "draft:нет|tri-no"]);
        assert!(hints("\"в кавычках", "ru").is_empty());
        assert!(hints("", "en").len() == HINTS_MAX);
    }

    #[test]
    fn every_name_leads_to_its_own() {
        for field in Field::ALL {
            let names = NAMES.fields.get(field.code()).unwrap_or_else(|| panic!("{} has no names", field.code()));
            assert_eq!(names.keys().collect::<Vec<_>>(), ["en", "kk", "ru"], "{}", field.code());
            for name in names.values().flatten() {
                assert!(!name.contains([' ', ',', ':', '"']), "{name}");
                assert_eq!(Field::named(name), Some(*field), "{name}");
            }
            for code in field.codes() {
                let names = value_names(*field, code).unwrap_or_else(|| panic!("{}:{code} has no names", field.code()));
                assert_eq!(names.keys().collect::<Vec<_>>(), ["en", "kk", "ru"], "{code}");
                for name in names.values().flatten() {
                    assert!(!name.contains([' ', ',', ':', '"']), "{name}");
                    assert_eq!(field.value(name), Some(*code), "{}:{name}", field.code());
                }
            }
        }
        let fields = NAMES.fields.keys().chain(NAMES.values.keys());
        assert!(fields.into_iter().all(|code| Field::ALL.iter().any(|field| field.code() == code)));
    }

    fn date() -> impl Strategy<Value = Date> {
        (1900..2200i32, proptest::option::of((1..=12u32, proptest::option::of(1..=28u32)))).prop_map(|(year, rest)| Date {
            year,
            month: rest.map(|r| r.0),
            day: rest.and_then(|r| r.1),
        })
    }

    fn test() -> impl Strategy<Value = Test> {
        let some = 1..4usize;
        let field = |wanted: fn(Shape) -> bool| {
            proptest::sample::select(Field::ALL.iter().copied().filter(|f| wanted(f.shape())).collect::<Vec<_>>())
        };
        prop_oneof![
            "[a-zа-яәқ0-9/.]{1,12}".prop_map(Test::Word),
            "[^\\p{C}]{0,8}[а-я\"\\\\]".prop_map(Test::Phrase),
            (field(|s| s == Shape::Name), proptest::collection::vec("[^\\p{C}]{0,6}[а-я,\"\\\\:]", some.clone()))
                .prop_map(|(f, v)| Test::Named(f, v)),
            field(|s| matches!(s, Shape::Code(_))).prop_flat_map(|f| {
                proptest::collection::vec(proptest::sample::select(f.codes()), 1..4).prop_map(move |v| Test::Coded(f, v))
            }),
            (
                field(|s| s == Shape::Time),
                proptest::collection::vec((proptest::option::of(date()), proptest::option::of(date())), some.clone())
            )
                .prop_filter_map("ends in order", |(f, v)| {
                    let spans: Vec<_> = v.into_iter().map(|(from, to)| Span { from, to }).collect();
                    let sound = |s: &Span| match s.seconds() {
                        (Some(a), Some(b)) => a <= b,
                        _ => true,
                    };
                    spans.iter().all(sound).then_some(Test::Timed(f, spans))
                }),
            (field(|s| s == Shape::Count), proptest::collection::vec((0..100u32, proptest::option::of(0..100u32)), some))
                .prop_map(|(f, v)| Test::Counted(
                    f,
                    v.into_iter().map(|(a, n)| Range { least: a, most: n.map(|n| a + n) }).collect()
                )),
        ]
    }

    proptest! {
        #[test]
        fn reading_what_was_printed_gives_the_same(terms in proptest::collection::vec((any::<bool>(), test()), 0..5)) {
            let filter = Filter { terms: terms.into_iter().map(|(negated, test)| Term { negated, test }).collect() };
            let text = filter.to_string();
            prop_assert_eq!(Filter::parse(&text), Ok(filter), "{}", text);
        }

        #[test]
        fn any_text_is_read_or_refused_at_a_place_in_it(text in any::<String>(), wild in "[a-zа-я:,\"\\-\\. 0-9><\\\\]{0,40}") {
            for text in [text, wild] {
                match Filter::parse(&text) {
                    Ok(filter) => prop_assert_eq!(Filter::parse(&filter.to_string()), Ok(filter)),
                    Err(problem) => prop_assert!(text.get(problem.from..problem.to).is_some()),
                }
                for (cursor, _) in text.char_indices() {
                    for hint in complete(&text, cursor, "kk", |_| vec!["а б".to_owned()]) {
                        prop_assert!(text.get(hint.from..hint.to).is_some());
                    }
                }
            }
        }
    }
}
