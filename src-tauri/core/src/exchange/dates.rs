//! Dates as people write them in three languages. The order of day and month is decided for a whole column, never for one cell,
//! and a date that stays ambiguous becomes an interval over both readings.

use super::words::words;
use crate::model::fold::fold;
use crate::model::time::{ASTANA, Basis, Moment, Precision};
use chrono::{Datelike, Days, NaiveDate};

/// Whether a column writes the day or the month first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// 26/01/2022.
    DayFirst,
    /// 01/26/2022.
    MonthFirst,
    /// Year first only: what is written otherwise is no date.
    Iso,
    /// No value of the column settles it.
    Undecided,
}

impl DateOrder {
    /// Returns the name on the wire.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::DayFirst => "day_first",
            Self::MonthFirst => "month_first",
            Self::Iso => "iso",
            Self::Undecided => "",
        }
    }

    /// Reads a name from the wire.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::DayFirst, Self::MonthFirst, Self::Iso, Self::Undecided].into_iter().find(|order| order.code() == code)
    }
}

/// How many cells of a column speak for each order of day and month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OrderVotes {
    /// The first number is above 12.
    pub day_first: u32,
    /// The second number is above 12.
    pub month_first: u32,
    /// Both readings are days, and not the same.
    pub doubtful: u32,
}

impl OrderVotes {
    /// Counts one cell.
    pub(super) fn take(&mut self, cell: &str) {
        // Only these forms can be read in two ways; most cells need no lexer to show that they are none of them.
        if !matches!(cell.as_bytes(), [_, b'/' | b'-', ..] | [_, _, b'/' | b'-', ..]) {
            return;
        }
        if let Some(Numeric { a, b, mark: '/' | '-', .. }) = Numeric::read(&lex(cell, 0)) {
            self.day_first += u32::from(a > 12 && b <= 12);
            self.month_first += u32::from(b > 12 && a <= 12);
            self.doubtful += u32::from(a <= 12 && b <= 12 && a != b);
        }
    }

    /// Decides the order of a column: a value above 12 settles it. A column that writes both ways settles nothing for the values that
    /// could be read in two ways.
    #[must_use]
    pub const fn order(self) -> DateOrder {
        match (self.day_first, self.month_first) {
            (0, 0) => DateOrder::Undecided,
            (0, _) => DateOrder::MonthFirst,
            (_, 0) => DateOrder::DayFirst,
            _ => DateOrder::Undecided,
        }
    }
}

/// A date as it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateValue {
    /// First possible day.
    pub first: NaiveDate,
    /// Last possible day.
    pub last: NaiveDate,
    /// Second of the day, where a time was stated; the precision tells whether the seconds were.
    pub second: Option<u32>,
    /// Minutes east of UTC, where stated.
    pub offset_minutes: Option<i16>,
    /// How finely it was stated.
    pub precision: Precision,
}

/// A date with the text it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedDate {
    /// The cell as written.
    pub raw: String,
    value: DateValue,
}

impl ParsedDate {
    pub fn new(value: DateValue, raw: &str) -> Self {
        Self { raw: raw.to_owned(), value }
    }

    /// Returns the day as YYYY-MM-DD where one is certain, else the text as written.
    #[must_use]
    pub fn shown(&self) -> String {
        if self.value.first == self.value.last { self.value.first.to_string() } else { self.raw.clone() }
    }

    /// Returns the interval in the time of Astana of that day: UTC+6 until 29 February 2024, UTC+5 since,
    /// when Kazakhstan became one zone. A zone of the statement itself overrules it.
    #[must_use]
    pub fn moment_in_astana(&self, basis: Basis) -> Option<Moment> {
        let before = NaiveDate::from_ymd_opt(2024, 3, 1).is_some_and(|change| self.value.last < change);
        self.moment(if before { ASTANA + 60 } else { ASTANA }, basis)
    }

    /// Returns the interval in a zone, which a zone of the statement itself overrules.
    #[must_use]
    pub fn moment(&self, offset_minutes: i32, basis: Basis) -> Option<Moment> {
        let offset = self.value.offset_minutes.map_or(offset_minutes, i32::from);
        let whole = |day: NaiveDate| Moment::day(day.year(), day.month(), day.day(), offset, basis);
        let first = whole(self.value.first)?;
        match (self.value.second, self.value.precision) {
            (Some(second), Precision::Exact) => Some(Moment::exact(first.earliest? + i64::from(second), offset, basis)),
            (Some(second), _) => {
                let earliest = first.earliest? + i64::from(second);
                Some(Moment { earliest: Some(earliest), latest: Some(earliest + 59), precision: Precision::Minute, ..first })
            }
            (None, precision) => Some(Moment { latest: whole(self.value.last)?.latest, precision, ..first }),
        }
    }
}

/// Reads a cell that holds nothing but a date.
pub fn read_date(cell: &str, order: DateOrder) -> Option<DateValue> {
    let cell = cell.trim();
    if let Some(value) = read_iso_day(cell) {
        return Some(value);
    }
    if let Some(value) = read_bare_number(cell) {
        return Some(value);
    }
    let lexemes = lex(cell, 0);
    let (value, used) = read_lexemes(&lexemes, order)?;
    let rest_is_filler = lexemes.get(used..)?.iter().all(|lexeme| match lexeme.kind {
        Kind::Word => matches!(fold(lexeme.text).as_str(), "г" | "года" | "год" | "ж" | "жыл" | "жылы" | "жылгы" | "y"),
        Kind::Mark => matches!(lexeme.text, "." | "," | "«" | "»" | "\"" | "(" | ")"),
        Kind::Number => false,
    });
    rest_is_filler.then_some(value)
}

/// Finds the dates of a running text with their places; only whole days.
pub(super) fn find_dates(text: &str) -> Vec<(usize, usize, DateValue)> {
    let mut found: Vec<(usize, usize, DateValue)> = Vec::new();
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let free = found.last().is_none_or(|(_, end, _)| at >= *end);
        let starts =
            letter.is_alphanumeric() && !before.is_alphanumeric() && !matches!(before, '/' | '-' | '_' | '№' | '=' | '.');
        before = letter;
        if !free || !starts {
            continue;
        }
        let lexemes = lex(text, at);
        if let Some((value, used)) = read_lexemes(&lexemes, DateOrder::DayFirst)
            && value.first == value.last
            && let Some(last) = used.checked_sub(1).and_then(|last| lexemes.get(last))
        {
            found.push((at, last.end, value));
        }
    }
    found
}

/// The common form, without a lexer: registers hold it by the ten thousand.
fn read_iso_day(cell: &str) -> Option<DateValue> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = cell.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
    };
    day_value(number(&[*y1, *y2, *y3, *y4])?, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
}

/// A year, or the count of days by which spreadsheets keep dates.
fn read_bare_number(cell: &str) -> Option<DateValue> {
    let (whole, part) = cell.split_once(['.', ',']).unwrap_or((cell, ""));
    if whole.len() > 5 || !whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: u32 = whole.parse().ok()?;
    match (number, whole.len()) {
        (1900..=2199, 4) if part.is_empty() && whole.len() == cell.len() => {
            let year = i32::try_from(number).ok()?;
            span(NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?, Precision::Year)
        }
        (20_000..=80_000, 5) => {
            let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(u64::from(number)))?;
            span(day, day, Precision::Day)
        }
        _ => None,
    }
}

fn span(first: NaiveDate, last: NaiveDate, precision: Precision) -> Option<DateValue> {
    let sound = (1900..=2199).contains(&first.year()) && (1900..=2199).contains(&last.year());
    sound.then_some(DateValue { first, last, second: None, offset_minutes: None, precision })
}

fn day_value(year: u32, month: u32, day: u32) -> Option<DateValue> {
    let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    span(day, day, Precision::Day)
}

fn month_value(year: u32, month: u32) -> Option<DateValue> {
    let first = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, 1)?;
    let next = first.checked_add_months(chrono::Months::new(1))?;
    span(first, next.pred_opt()?, Precision::Month)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Word,
    Mark,
}

#[derive(Debug, Clone, Copy)]
struct Lexeme<'a> {
    kind: Kind,
    text: &'a str,
    end: usize,
}

impl Lexeme<'_> {
    fn number(&self) -> Option<u32> {
        if self.kind == Kind::Number && self.text.len() <= 4 { self.text.parse().ok() } else { None }
    }

    fn year(&self) -> Option<u32> {
        self.number().filter(|_| self.text.len() == 4)
    }

    fn day(&self) -> Option<u32> {
        self.number().filter(|day| self.text.len() <= 2 && (1..=31).contains(day))
    }

    fn month_name(&self) -> Option<u32> {
        if self.kind == Kind::Word { words().month(&fold(self.text)) } else { None }
    }
}

/// Takes at most 20 lexemes, which is longer than any date; blanks fall away.
fn lex(text: &str, from: usize) -> Vec<Lexeme<'_>> {
    let mut lexemes = Vec::new();
    let mut at = from;
    while lexemes.len() < 20 {
        let Some(rest) = text.get(at..) else { break };
        let Some(letter) = rest.chars().next() else { break };
        let kind = match letter {
            _ if letter.is_ascii_digit() => Kind::Number,
            _ if letter.is_alphabetic() => Kind::Word,
            _ => Kind::Mark,
        };
        let length = match kind {
            Kind::Number => rest.find(|next: char| !next.is_ascii_digit()),
            Kind::Word => rest.find(|next: char| !next.is_alphabetic()),
            Kind::Mark => Some(letter.len_utf8()),
        };
        let length = length.unwrap_or(rest.len());
        at += length;
        if !letter.is_whitespace() {
            lexemes.push(Lexeme { kind, text: rest.get(..length).unwrap_or_default(), end: at });
        }
    }
    lexemes
}

/// Three numbers with one mark between them.
struct Numeric {
    a: u32,
    b: u32,
    year: u32,
    mark: char,
}

impl Numeric {
    fn read(lexemes: &[Lexeme<'_>]) -> Option<Self> {
        let [a, mark, b, other, year, ..] = lexemes else { return None };
        let (a, b) = (a.number().filter(|_| a.text.len() <= 2)?, b.number().filter(|_| b.text.len() <= 2)?);
        if mark.text != other.text {
            return None;
        }
        let year = match (year.text.len(), year.number()?) {
            (4, year) => year,
            // Registers of orders start in this century.
            (2, year) => year + if year < 70 { 2000 } else { 1900 },
            _ => return None,
        };
        Some(Self { a, b, year, mark: mark.text.chars().next()? })
    }

    fn value(&self, order: DateOrder) -> Option<DateValue> {
        let day_first = day_value(self.year, self.b, self.a);
        let month_first = day_value(self.year, self.a, self.b);
        match (self.mark, order) {
            (_, DateOrder::Iso) => None,
            ('.', _) | ('/' | '-', DateOrder::DayFirst) => day_first,
            ('/' | '-', DateOrder::MonthFirst) => month_first,
            ('/' | '-', DateOrder::Undecided) => match (day_first, month_first) {
                (Some(x), Some(y)) if x.first != y.first => span(x.first.min(y.first), x.first.max(y.first), Precision::Month),
                (x, y) => x.or(y),
            },
            _ => None,
        }
    }
}

/// Reads the date with which the lexemes start, and how many it took.
fn read_lexemes(lexemes: &[Lexeme<'_>], order: DateOrder) -> Option<(DateValue, usize)> {
    let (mut value, mut used) = read_day(lexemes, order)?;
    if value.first == value.last
        && let Some(time) = lexemes.get(used..).and_then(read_time)
    {
        value.precision = time.precision;
        (value.second, value.offset_minutes) = (Some(time.second), time.offset_minutes);
        used += time.used;
    }
    Some((value, used))
}

fn read_day(lexemes: &[Lexeme<'_>], order: DateOrder) -> Option<(DateValue, usize)> {
    if let Some(found) = read_year_first(lexemes) {
        return Some(found);
    }
    if let Some(numeric) = Numeric::read(lexemes) {
        return numeric.value(order).map(|value| (value, 5));
    }
    // Words: quotation marks and commas around the parts are passed over.
    let parts: Vec<(usize, &Lexeme<'_>)> = lexemes
        .iter()
        .enumerate()
        .filter(|(_, lexeme)| !matches!(lexeme.text, "«" | "»" | "\"" | "," | "." | "“" | "”" | "-"))
        .collect();
    let part = |place: usize| parts.get(place).map(|(_, lexeme)| *lexeme);
    let end = |place: usize| parts.get(place).map_or(0, |(index, _)| index + 1);
    let (a, b) = (part(0)?, part(1)?);
    if let (Some(day), Some(month)) = (a.day(), b.month_name()) {
        let year = part(2)?.year()?;
        return Some((day_value(year, month, day)?, end(2)));
    }
    if let Some(month) = a.month_name() {
        let ordinal = part(2).is_some_and(|lexeme| matches!(lexeme.text, "st" | "nd" | "rd" | "th"));
        let year = part(if ordinal { 3 } else { 2 }).and_then(Lexeme::year);
        if let (Some(day), Some(year)) = (b.day(), year) {
            return Some((day_value(year, month, day)?, end(if ordinal { 3 } else { 2 })));
        }
        return Some((month_value(b.year()?, month)?, end(1)));
    }
    // "8th of June 2016"
    let skip = 1 + usize::from(matches!(b.text, "st" | "nd" | "rd" | "th"));
    let skip = skip + usize::from(part(skip).is_some_and(|lexeme| lexeme.text == "of"));
    if skip > 1
        && let (Some(day), Some(month), Some(year)) = (a.day(), part(skip)?.month_name(), part(skip + 1)?.year())
    {
        return Some((day_value(year, month, day)?, end(skip + 1)));
    }
    None
}

/// 2022-01-26, 2022-01, 2022 жылғы 26 қаңтар, 2022 жылғы қаңтар.
fn read_year_first(lexemes: &[Lexeme<'_>]) -> Option<(DateValue, usize)> {
    let [year, rest @ ..] = lexemes else { return None };
    let year = year.year()?;
    if let [mark, month, other, day, ..] = rest
        && mark.text == other.text
        && matches!(mark.text, "-" | "." | "/")
        && let (Some(month), Some(day)) = (month.day(), day.day())
    {
        return Some((day_value(year, month, day)?, 5));
    }
    if let [mark, month, ..] = rest
        && mark.text == "-"
        && month.text.len() == 2
        && let Some(month) = month.number()
    {
        return Some((month_value(year, month)?, 3));
    }
    let [word, after @ ..] = rest else { return None };
    if word.kind != Kind::Word || !matches!(fold(word.text).as_str(), "ж" | "жыл" | "жылгы" | "жылдын" | "жылы" | "г" | "года")
    {
        return None;
    }
    let dot = usize::from(after.first().is_some_and(|lexeme| lexeme.text == "."));
    let after: Vec<&Lexeme<'_>> =
        after.iter().skip(dot).filter(|lexeme| !matches!(lexeme.text, "«" | "»" | "\"")).take(2).collect();
    // Quotation marks inside make the count too small, which only leaves them to what follows.
    match after.as_slice() {
        [day, month, ..] if day.day().is_some() => Some((day_value(year, month.month_name()?, day.day()?)?, dot + 4)),
        [month, ..] => Some((month_value(year, month.month_name()?)?, dot + 3)),
        [] => None,
    }
}

struct Time {
    second: u32,
    precision: Precision,
    offset_minutes: Option<i16>,
    used: usize,
}

/// A time of day after a date, with its zone where it has one.
fn read_time(lexemes: &[Lexeme<'_>]) -> Option<Time> {
    let skipped = lexemes
        .iter()
        .take_while(|lexeme| matches!(fold(lexeme.text).as_str(), "t" | "в" | "сагат" | "at" | "," | "г" | "."))
        .count();
    let [hour, colon, minute, rest @ ..] = lexemes.get(skipped..)? else { return None };
    let (hour_value, minute_value) = (hour.number()?, minute.number()?);
    if colon.text != ":" || hour_value > 23 || minute_value > 59 || minute.text.len() != 2 {
        return None;
    }
    let mut used = skipped + 3;
    let mut second = None;
    let mut rest = rest;
    if let [colon, value, after @ ..] = rest
        && colon.text == ":"
        && let Some(value) = value.number().filter(|value| *value < 60)
    {
        (second, rest, used) = (Some(value), after, used + 2);
    }
    if second.is_some()
        && let [point, fraction, after @ ..] = rest
        && matches!(point.text, "." | ",")
        && fraction.kind == Kind::Number
    {
        // Parts of a second say nothing that the register keeps.
        (rest, used) = (after, used + 2);
    }
    let (offset, taken) = match rest {
        [zone, ..] if ["z", "utc", "gmt"].iter().any(|name| zone.text.eq_ignore_ascii_case(name)) => (Some(0), 1),
        // A zone that no clock has makes the whole moment unreadable: dropping it would shift the moment by hours unseen.
        [sign, hours, colon, minutes, ..] if matches!(sign.text, "+" | "-") && colon.text == ":" => {
            (Some(zone(sign.text, hours.number()?, minutes.number()?)?), 4)
        }
        [sign, both, ..] if matches!(sign.text, "+" | "-") && both.text.len() == 4 => {
            let both = both.number()?;
            (Some(zone(sign.text, both / 100, both % 100)?), 2)
        }
        [sign, hours, ..] if matches!(sign.text, "+" | "-") && hours.text.len() == 2 => {
            (Some(zone(sign.text, hours.number()?, 0)?), 2)
        }
        _ => (None, 0),
    };
    let precision = if second.is_some() { Precision::Exact } else { Precision::Minute };
    Some(Time {
        second: hour_value * 3600 + minute_value * 60 + second.unwrap_or(0),
        precision,
        offset_minutes: offset,
        used: used + taken,
    })
}

fn zone(sign: &str, hours: u32, minutes: u32) -> Option<i16> {
    let all = i16::try_from(hours * 60 + minutes).ok().filter(|all| minutes < 60 && *all <= 14 * 60)?;
    Some(if sign == "-" { -all } else { all })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(cell: &str) -> Option<String> {
        let value = read_date(cell, DateOrder::DayFirst)?;
        (value.first == value.last).then(|| value.first.to_string())
    }

    #[test]
    fn a_day_in_astana_follows_the_clock_of_its_time() {
        let offset = |cell: &str| {
            let value = read_date(cell, DateOrder::DayFirst).unwrap();
            ParsedDate::new(value, cell).moment_in_astana(Basis::Document).unwrap().offset_minutes
        };
        assert_eq!((offset("29.02.2024"), offset("01.03.2024"), offset("2012-11-02")), (360, 300, 360));
        assert_eq!(offset("2023-05-01T10:00:00+03:00"), 180, "a zone of the statement itself");
    }

    #[test]
    fn dates_are_read_in_three_languages() {
        for cell in [
            "2022-01-26",
            "26.01.2022",
            "26.1.2022",
            "26.01.22",
            "26/01/2022",
            "26 января 2022 г.",
            "26 января 2022 года",
            "«26» января 2022 г.",
            "2022 жылғы 26 қаңтар",
            "2022 ж. 26 қаңтар",
            "2022 жылгы 26 кантар",
            "2022 жылғы 26 қаңтарда",
            "26 қаңтар 2022 ж.",
            "January 26, 2022",
            "26 January 2022",
            "Jan. 26th, 2022",
            "26th of January 2022",
            "44587",
            "44587.5",
            " 26.01.2022 г. ",
            "2022/01/26",
            "2022.01.26",
            "26 янв. 2022",
        ] {
            assert_eq!(day(cell).as_deref(), Some("2022-01-26"), "{cell}");
        }
    }

    #[test]
    fn what_is_no_date_is_not_read() {
        for cell in [
            "",
            "вчера",
            "31.02.2022",
            "26.13.2022",
            "0202-01-26",
            "2-1687/2013",
            "26.01.2022 и 27.01.2022",
            "12",
            "26 января",
            "january",
            "99999",
            "1.5",
            "2022-13-01",
        ] {
            assert_eq!(read_date(cell, DateOrder::DayFirst), None, "{cell}");
        }
    }

    #[test]
    fn times_and_zones_are_kept() {
        let value = read_date("2016-06-13 12:04:05 +0300", DateOrder::DayFirst).unwrap();
        assert_eq!((value.second, value.offset_minutes), (Some(43_445), Some(180)));
        let moment = ParsedDate::new(value, "").moment(300, Basis::Document).unwrap();
        assert_eq!(moment.bounds(), Some((1_465_808_645, 1_465_808_645)));
        let value = read_date("13.06.2016 18:09", DateOrder::DayFirst).unwrap();
        assert_eq!((value.second, value.precision), (Some(65_340), Precision::Minute));
        let moment = ParsedDate::new(value, "").moment(300, Basis::Document).unwrap();
        assert_eq!(Some(moment), Moment::minute((2016, 6, 13), 18, 9, 300, Basis::Document));
        assert_eq!(read_date("2016-06-13T12:04:05Z", DateOrder::DayFirst).unwrap().offset_minutes, Some(0));
        assert_eq!(read_date("2016-06-13T12:04:05+05:00", DateOrder::DayFirst).unwrap().offset_minutes, Some(300));
    }

    #[test]
    fn zones_are_read_in_every_form_and_impossible_ones_refused() {
        let read = |cell: &str| read_date(cell, DateOrder::DayFirst);
        for (cell, offset) in [
            ("2025-03-14T09:30:00z", Some(0)),
            ("2025-03-14T09:30:00.000Z", Some(0)),
            ("2025-03-14 09:30:00,123 utc", Some(0)),
            ("2025-03-14T09:30:00.5+05:00", Some(300)),
            ("2025-03-14 09:30+05", Some(300)),
            ("2025-03-14 09:30:00", None),
        ] {
            let value = read(cell).unwrap_or_else(|| panic!("{cell}"));
            assert_eq!((value.second, value.offset_minutes), (Some(34_200), offset), "{cell}");
        }
        for cell in ["2025-03-14 09:30:00+99:99", "2025-03-14 09:30+05:75", "2025-03-14 09:30:00 +9999", "2025-03-14 z"] {
            assert_eq!(read(cell), None, "{cell}");
        }
    }

    #[test]
    fn months_and_years_are_intervals() {
        let spans = |cell| read_date(cell, DateOrder::DayFirst).map(|v| (v.first.to_string(), v.last.to_string()));
        let january = Some(("2022-01-01".to_owned(), "2022-01-31".to_owned()));
        for cell in ["2022-01", "январь 2022", "January 2022", "2022 жылғы қаңтар"] {
            assert_eq!(spans(cell), january, "{cell}");
        }
        assert_eq!(spans("2022"), Some(("2022-01-01".to_owned(), "2022-12-31".to_owned())));
    }

    #[test]
    fn a_column_settles_the_order_of_its_dates() {
        let order = |cells: &[&str]| {
            let mut votes = OrderVotes::default();
            cells.iter().for_each(|cell| votes.take(cell));
            votes.order()
        };
        assert_eq!(order(&["3/4/2019", "1/26/2019"]), DateOrder::MonthFirst);
        assert_eq!(order(&["3/4/2019", "26/1/2019"]), DateOrder::DayFirst);
        assert_eq!(order(&["3/4/2019", "5/6/2019"]), DateOrder::Undecided);
        assert_eq!(order(&["26/1/2019", "1/26/2019"]), DateOrder::Undecided);
    }

    #[test]
    fn a_column_of_iso_days_has_no_other_dates() {
        assert!(read_date("2022-01-26", DateOrder::Iso).is_some() && read_date("26 января 2022 г.", DateOrder::Iso).is_some());
        assert_eq!((read_date("03/04/2022", DateOrder::Iso), read_date("26.01.2022", DateOrder::Iso)), (None, None));
        for order in [DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::Iso, DateOrder::Undecided] {
            assert_eq!(DateOrder::parse(order.code()), Some(order));
        }
    }

    #[test]
    fn an_ambiguous_date_is_an_interval_over_both_readings() {
        let value = read_date("3/4/2019", DateOrder::Undecided).unwrap();
        assert_eq!((value.first.to_string(), value.last.to_string()), ("2019-03-04".to_owned(), "2019-04-03".to_owned()));
        let value = read_date("4/4/2019", DateOrder::Undecided).unwrap();
        assert_eq!(value.first, value.last);
        assert_eq!(ParsedDate::new(value, "4/4/2019").shown(), "2019-04-04");
        let moment = ParsedDate::new(read_date("3/4/2019", DateOrder::Undecided).unwrap(), "3/4/2019")
            .moment(300, Basis::Document)
            .unwrap();
        assert!(moment.is_sound());
    }

    #[test]
    fn dates_are_found_in_prose() {
        let text = "Предписание от 26 января 2022 г. № 5-1, решение от 03.02.2022; см. http://a.kz/2019-01-01/x, ст. 18-4, 2022 жылғы 27 қаңтарда.";
        let found: Vec<_> = find_dates(text).iter().map(|(_, _, value)| value.first.to_string()).collect();
        assert_eq!(found, ["2022-01-26", "2022-02-03", "2022-01-27"]);
    }

    proptest! {
        #[test]
        fn every_day_is_read_back(days in 0_i64..100_000) {
            let date = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Duration::days(days);
            for format in ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"] {
                let text = date.format(format).to_string();
                prop_assert_eq!(read_date(&text, DateOrder::DayFirst).unwrap().first, date, "{}", text);
            }
        }

        #[test]
        fn no_text_breaks_the_reader(text in any::<String>(), digits in "[0-9./: -]{0,30}") {
            let _ = (read_date(&text, DateOrder::Undecided), find_dates(&text), read_date(&digits, DateOrder::Undecided), find_dates(&digits));
        }
    }
}
