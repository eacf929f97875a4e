//! Files that others publish and that are known by their columns: lists of orders with columns of their own, and official figures that
//! are no orders but numbers about them. What is known of each is data: assets/imports/presets.json.

use super::dates::{DateOrder, read_date};
use super::fields::Field;
use super::group::{Reason, Rejected};
use super::table::Table;
use crate::model::fold::fold_header;
use chrono::{Months, NaiveDate};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

const SOURCE: &str = include_str!("../../../../assets/imports/presets.json");
/// Letters of a cell that are shown when its row is rejected.
const CELL_SHOWN: usize = 120;

/// A published file that is known by the names of its columns.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FilePreset {
    code: String,
    kind: String,
    columns: BTreeMap<String, String>,
    required: Vec<String>,
    publisher: String,
    reliability: String,
    period_end: String,
    period_months: u32,
    country: String,
    action: String,
    ground: String,
    metrics: BTreeMap<String, String>,
}

/// One official figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Line in the file, from 1.
    pub row: u32,
    /// Who published it.
    pub publisher: String,
    /// First day of the period.
    pub period_from: NaiveDate,
    /// Last day of the period.
    pub period_to: NaiveDate,
    /// Country as written; empty for the whole world.
    pub country: String,
    /// What is counted.
    pub metric: String,
    /// The figure in plain digits with a point.
    pub value: String,
    /// Reason as the publisher names it.
    pub ground: String,
    /// Who asked, or of which product, as the publisher names it.
    pub action: String,
    /// File it comes from.
    pub source: String,
    /// `self_reported`, `index`.
    pub reliability: String,
}

/// The figures of a table.
#[derive(Debug, Default)]
pub struct Figures {
    /// Data rows read.
    pub rows: u64,
    /// The figures.
    pub figures: Vec<Figure>,
    /// Rows that could not be taken, and cells that are no numbers.
    pub rejected: Vec<Rejected>,
}

fn presets() -> &'static [FilePreset] {
    static PRESETS: OnceLock<Vec<FilePreset>> = OnceLock::new();
    // A test holds that the file can be read.
    PRESETS.get_or_init(|| serde_json::from_str(SOURCE).unwrap_or_default())
}

/// Recognises a table by the names of its columns.
#[must_use]
pub fn file_preset(table: &Table) -> Option<&'static FilePreset> {
    table.header_line()?;
    let headers: Vec<String> = (0..table.columns()).map(|index| fold(&table.header_of(index))).collect();
    presets().iter().find(|preset| preset.needed().all(|name| headers.contains(&fold(name))))
}

// Signs make a difference here: "% Removed-Legal" is another column than "Removed-Legal".
fn fold(header: &str) -> String {
    let folded = fold_header(header);
    match header.trim() {
        "#" => "#".to_owned(),
        header if header.starts_with('%') => format!("% {folded}"),
        _ => folded,
    }
}

impl FilePreset {
    /// Returns the code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Says whether it holds official figures and no orders.
    #[must_use]
    pub fn is_figures(&self) -> bool {
        self.kind == "figures"
    }

    fn needed(&self) -> impl Iterator<Item = &String> {
        let all = if self.required.is_empty() { Some(self.columns.keys().chain(self.metrics.keys())) } else { None };
        all.into_iter().flatten().chain(&self.required)
    }

    /// Returns what says which field a column of such a file holds; nothing for figures.
    #[must_use]
    pub fn fields_of(&'static self) -> Option<impl Fn(&str) -> Field + 'static> {
        (!self.is_figures()).then_some(move |header: &str| {
            let header = fold(header);
            let found = self.columns.iter().find(|(name, _)| fold(name) == header);
            found.and_then(|(_, field)| Field::parse(field)).unwrap_or(Field::Ignore)
        })
    }
}

/// Where the columns of a preset are in a table.
struct Places {
    period: Option<usize>,
    country: Option<usize>,
    action: Option<usize>,
    ground: Option<usize>,
    metrics: Vec<(usize, &'static str)>,
}

/// Reads the official figures of a table; nothing where the table is not known to hold any.
#[must_use]
pub fn read_figures(table: &Table) -> Option<Figures> {
    let preset = file_preset(table).filter(|preset| preset.is_figures())?;
    let headers: Vec<String> = (0..table.columns()).map(|index| fold(&table.header_of(index))).collect();
    let place = |name: &str| if name.is_empty() { None } else { headers.iter().position(|own| *own == fold(name)) };
    let places = Places {
        period: place(&preset.period_end),
        country: place(&preset.country),
        action: place(&preset.action),
        ground: place(&preset.ground),
        metrics: preset.metrics.iter().filter_map(|(name, metric)| Some((place(name)?, metric.as_str()))).collect(),
    };
    let named = half_year_of(table.book().name());
    let mut found = Figures::default();
    let mut walk = table.walk();
    while let Some((_, row)) = walk.next() {
        found.rows += 1;
        let cell = |place: Option<usize>| place.map(|index| row.cell(index)).unwrap_or_default();
        let mut reject = |reason, cell: &str| {
            found.rejected.push(Rejected { row: row.line(), reason, cell: cell.chars().take(CELL_SHOWN).collect() });
        };
        let period = if places.period.is_some() { period_of(cell(places.period), preset.period_months) } else { named };
        let Some((period_from, period_to)) = period else {
            reject(Reason::DateUnreadable, cell(places.period));
            continue;
        };
        for (index, metric) in &places.metrics {
            let written = row.cell(*index);
            if written.is_empty() {
                continue;
            }
            let Some(value) = plain_number(written) else {
                reject(Reason::NumberUnreadable, written);
                continue;
            };
            found.figures.push(Figure {
                row: row.line(),
                publisher: preset.publisher.clone(),
                period_from,
                period_to,
                country: cell(places.country).to_owned(),
                metric: (*metric).to_owned(),
                value,
                ground: cell(places.ground).to_owned(),
                action: cell(places.action).to_owned(),
                source: table.book().name().to_owned(),
                reliability: preset.reliability.clone(),
            });
        }
    }
    Some(found)
}

/// The period that ends on the day of a cell, or the year of it.
fn period_of(cell: &str, months: u32) -> Option<(NaiveDate, NaiveDate)> {
    let value = read_date(cell, DateOrder::Iso)?;
    if value.first != value.last {
        return Some((value.first, value.last));
    }
    let from = value.last.succ_opt()?.checked_sub_months(Months::new(months))?;
    Some((from, value.last))
}

/// The half year that a file name states: "2022-H1".
fn half_year_of(name: &str) -> Option<(NaiveDate, NaiveDate)> {
    let bytes = name.as_bytes();
    (0..bytes.len()).find_map(|at| {
        let year: i32 = name.get(at..at + 4)?.parse().ok().filter(|year| (2000..2100).contains(year))?;
        let rest = name.get(at + 4..)?.trim_start_matches(['-', '_', ' ']).to_ascii_uppercase();
        let (first, last) = match rest.get(..2)? {
            "H1" => ((1, 1), (6, 30)),
            "H2" => ((7, 1), (12, 31)),
            _ => return None,
        };
        Some((NaiveDate::from_ymd_opt(year, first.0, first.1)?, NaiveDate::from_ymd_opt(year, last.0, last.1)?))
    })
}

/// Reads a number with a point or a comma before its parts and blanks between its thousands; nothing else is a number.
fn plain_number(cell: &str) -> Option<String> {
    let mut plain: String = cell.chars().filter(|letter| !matches!(letter, ' ' | '\u{a0}' | '\u{202f}')).collect();
    if plain.matches([',', '.']).count() > 1 {
        return None;
    }
    plain = plain.replace(',', ".");
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let sound = |text: &str| !text.is_empty() && text.len() <= 18 && text.bytes().all(|byte| byte.is_ascii_digit());
    (sound(whole) && sound(part)).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::super::{Limits, table::open_bytes};
    use super::*;

    #[test]
    fn the_file_of_presets_can_be_read() {
        let presets: Vec<FilePreset> = serde_json::from_str(SOURCE).unwrap();
        assert!(presets.len() >= 10);
        for preset in &presets {
            assert!(preset.columns.values().all(|field| Field::parse(field).is_some()), "{}", preset.code);
            assert_eq!(preset.is_figures(), !preset.metrics.is_empty(), "{}", preset.code);
            assert!(preset.needed().count() >= 2, "{}", preset.code);
        }
    }

    #[test]
    fn numbers_are_read_or_refused_and_never_guessed() {
        for (cell, value) in [("92,65", "92.65"), ("1 234", "1234"), ("0.8409", "0.8409"), ("-2", "-2")] {
            assert_eq!(plain_number(cell).as_deref(), Some(value));
        }
        for cell in ["1,234,567", "1.234,5", "12%", "n/a", "1e5", ".", "-", "=1+1"] {
            assert_eq!(plain_number(cell), None, "{cell}");
        }
    }

    #[test]
    fn periods_end_on_the_day_that_is_written() {
        let days = |period: Option<(NaiveDate, NaiveDate)>| period.map(|(from, to)| format!("{from} {to}"));
        assert_eq!(days(period_of("2019-06-30", 6)).as_deref(), Some("2019-01-01 2019-06-30"));
        assert_eq!(days(period_of("2022", 12)).as_deref(), Some("2022-01-01 2022-12-31"));
        assert_eq!(days(half_year_of("linkedin_2022-H1.xlsx")).as_deref(), Some("2022-01-01 2022-06-30"));
        assert_eq!(days(half_year_of("report 2022.xlsx")), None);
    }

    #[test]
    fn figures_are_rows_of_one_number() {
        let text = "Period Ending,Country/Region,CLDR Territory Code,Product,Reason,Total\n2019-06-30,Kazakhstan,KZ,YouTube,Defamation,4\nsoon,Kazakhstan,KZ,YouTube,Other,5\n2019-06-30,Kazakhstan,KZ,YouTube,Other,many\n";
        let table = open_bytes(text.as_bytes().to_vec(), "t.csv", &Limits::default()).unwrap();
        let found = read_figures(&table).unwrap();
        assert_eq!((found.rows, found.figures.len(), found.rejected.len()), (3, 1, 2));
        let first = &found.figures[0];
        assert_eq!((first.metric.as_str(), first.value.as_str(), first.ground.as_str()), ("requests", "4", "Defamation"));
        let orders = open_bytes("Номер;Ссылка\n1;http://a.kz\n".as_bytes().to_vec(), "t.csv", &Limits::default()).unwrap();
        assert!(read_figures(&orders).is_none());
    }
}
