//! What charts are made of: plain numbers and words, already in one language. Nothing here measures the register.

use super::VerdictChart;

/// A chart, described by what it shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// Reviewed items by verdict, with the share of criticism.
    Verdicts(VerdictChart),
    /// Figures with their intervals.
    Intervals(IntervalChart),
    /// Counts, one a row.
    Bars(BarChart),
    /// Counts, one a column, in the order of time.
    Columns(ColumnChart),
    /// Shares over time, with their bands.
    Steps(StepChart),
    /// Counts by row and column.
    Grid(GridChart),
}

/// One of several selections that a chart shows beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// A short sign that stands at each of its marks: A, B.
    pub sign: String,
    /// What it is.
    pub name: String,
}

/// How values lie along an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// In equal steps.
    Linear,
    /// In equal ratios.
    Log,
}

/// A mark of an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where.
    pub at: f64,
    /// What it says.
    pub label: String,
}

/// An axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// How values lie along it.
    pub scale: Scale,
    /// Its least value.
    pub from: f64,
    /// Its greatest value.
    pub to: f64,
    /// Its marks.
    pub ticks: Vec<Tick>,
    /// The value that stands for "no effect", drawn as a dashed line.
    pub neutral: Option<f64>,
}

impl Axis {
    /// Returns where a value stands, from 0 to 1; what lies beyond an end stands at the end.
    #[must_use]
    pub fn place(&self, value: f64) -> f64 {
        let on = |value: f64| match self.scale {
            Scale::Linear => value,
            // Only what is above nothing has a place on an axis of ratios.
            Scale::Log => libm::log(value.max(f64::MIN_POSITIVE)),
        };
        let (from, to) = (on(self.from), on(self.to));
        if to <= from { 0.0 } else { ((on(value) - from) / (to - from)).clamp(0.0, 1.0) }
    }

    /// Says whether a value lies within its ends.
    #[must_use]
    pub fn holds(&self, value: f64) -> bool {
        (self.from..=self.to).contains(&value)
    }
}

/// What one selection says of a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The number, where there is one.
    pub estimate: Option<f64>,
    /// Its interval; an infinite end is open.
    pub interval: Option<(f64, f64)>,
    /// Where it lies with every unknown on one side or the other.
    pub bounds: Option<(f64, f64)>,
    /// The number with its limits in words, or why there is none.
    pub value: String,
    /// The words are why there is none.
    pub is_reason: bool,
    /// Of how many it speaks.
    pub count: String,
}

impl Mark {
    /// Says whether there is anything to draw.
    #[must_use]
    pub const fn is_drawn(&self) -> bool {
        self.estimate.is_some() || self.interval.is_some() || self.bounds.is_some()
    }
}

/// A figure: one mark for each series.
#[derive(Debug, Clone, PartialEq)]
pub struct IntervalRow {
    /// Code by which the row is found again.
    pub code: String,
    /// What it measures.
    pub label: String,
    /// One for each series.
    pub marks: Vec<Mark>,
}

/// Figures on one axis; without an axis they are told in words alone.
#[derive(Debug, Clone, PartialEq)]
pub struct IntervalGroup {
    /// The axis.
    pub axis: Option<Axis>,
    /// The figures.
    pub rows: Vec<IntervalRow>,
}

/// Figures with their intervals.
#[derive(Debug, Clone, PartialEq)]
pub struct IntervalChart {
    /// The selections; empty where there is one.
    pub series: Vec<Series>,
    /// Groups, each with its own axis.
    pub groups: Vec<IntervalGroup>,
}

/// A row of counts: one for each series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarRow {
    /// Code by which the row is found again.
    pub code: String,
    /// What is counted.
    pub label: String,
    /// Code of the verdict, where the row is one: it takes its shape and colour.
    pub verdict: Option<String>,
    /// Counts with what is said of them.
    pub counts: Vec<(u64, String)>,
}

/// Counts, one a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarChart {
    /// The selections; empty where there is one.
    pub series: Vec<Series>,
    /// The rows.
    pub rows: Vec<BarRow>,
}

/// A column: one count for each series, with its limits where they are told.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Code by which the column is found again.
    pub code: String,
    /// Its name in full.
    pub name: String,
    /// What stands below it, where something does.
    pub label: String,
    /// Counts.
    pub counts: Vec<u64>,
    /// Limits of the counts.
    pub limits: Vec<Option<(f64, f64)>>,
}

/// Counts in the order of time.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnChart {
    /// The selections; empty where there is one.
    pub series: Vec<Series>,
    /// The columns.
    pub columns: Vec<Column>,
    /// Marks of the axis of counts, from 0.
    pub ticks: Vec<Tick>,
    /// What is counted, as the words for those who do not see it end: "orders".
    pub unit: String,
    /// What is said below it: those in no column.
    pub note: String,
}

/// What a curve says from a moment on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StepPoint {
    /// Hours.
    pub hours: f64,
    /// Share; nothing where only limits are known.
    pub share: Option<f64>,
    /// Limits of the share.
    pub limits: Option<(f64, f64)>,
    /// How many are still looked at, where that is known.
    pub at_risk: Option<u64>,
}

/// A curve of steps.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// What it is, as written at its end.
    pub name: String,
    /// Its steps, by hours.
    pub points: Vec<StepPoint>,
    /// Where it ends, in hours.
    pub until: f64,
    /// What it says in words for those who do not see it.
    pub said: String,
}

/// Shares over time.
#[derive(Debug, Clone, PartialEq)]
pub struct StepChart {
    /// The curves.
    pub curves: Vec<Curve>,
    /// Hours.
    pub hours: Axis,
    /// Shares.
    pub shares: Axis,
    /// A moment that matters, as the end of the term, with its words.
    pub mark: Option<Tick>,
    /// What stands before the numbers still looked at.
    pub at_risk: String,
    /// What the hours are counted from.
    pub from: String,
    /// What stands in the place of curves where there is none.
    pub instead: String,
}

/// A row of a grid: counts, one for each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    /// Code by which the row is found again.
    pub code: String,
    /// Its name.
    pub label: String,
    /// Counts, column by column.
    pub counts: Vec<u64>,
    /// The counts as written.
    pub values: Vec<String>,
}

/// Counts by row and column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridChart {
    /// Columns: code of the verdict and name.
    pub columns: Vec<(String, String)>,
    /// Rows of each series, under its name; without one where there is only one.
    pub parts: Vec<(Option<Series>, Vec<GridRow>)>,
}

impl Chart {
    /// Says every value in words, for those who do not see the chart.
    #[must_use]
    pub fn alt(&self) -> String {
        match self {
            Self::Verdicts(chart) => chart.alt.clone(),
            Self::Intervals(chart) => chart.alt(),
            Self::Bars(chart) => chart.alt(),
            Self::Columns(chart) => chart.alt(),
            Self::Steps(chart) => {
                chart.curves.iter().map(|curve| format!("{}: {}.", curve.name, curve.said)).collect::<Vec<_>>().join(" ")
            }
            Self::Grid(chart) => chart.alt(),
        }
    }

    /// Returns the words that it shows, each as one text.
    pub(in super::super) fn words(&self) -> Vec<String> {
        match self {
            Self::Verdicts(chart) => chart.words(),
            Self::Intervals(chart) => chart.words(),
            Self::Bars(chart) => chart.words(),
            Self::Columns(chart) => chart.words(),
            Self::Steps(chart) => chart.words(),
            Self::Grid(chart) => chart.words(),
        }
    }
}

/// Says a value of a series: with its sign where there are several.
pub(super) fn signed(series: &[Series], place: usize, value: &str) -> String {
    series.get(place).map_or_else(|| value.to_owned(), |one| format!("{} {value}", one.sign))
}

fn key_words(series: &[Series]) -> Vec<String> {
    series.iter().map(|one| format!("{} {}", one.sign, one.name)).collect()
}

fn key_alt(series: &[Series]) -> String {
    series.iter().map(|one| format!("{}: {}. ", one.sign, one.name)).collect()
}

impl IntervalChart {
    fn alt(&self) -> String {
        let rows = self.groups.iter().flat_map(|group| &group.rows).map(|row| {
            let marks = row.marks.iter().enumerate();
            let said = marks.map(|(place, mark)| signed(&self.series, place, &format!("{}, {}", mark.value, mark.count)));
            format!("{}: {}", row.label, said.collect::<Vec<_>>().join("; "))
        });
        format!("{}{}.", key_alt(&self.series), rows.collect::<Vec<_>>().join(". "))
    }

    fn words(&self) -> Vec<String> {
        let mut words = key_words(&self.series);
        for group in &self.groups {
            let ticks = group.axis.iter().flat_map(|axis| &axis.ticks);
            words.extend(ticks.map(|tick| tick.label.clone()));
            for row in &group.rows {
                words.push(row.label.clone());
                for (place, mark) in row.marks.iter().enumerate() {
                    words.extend(self.series.get(place).map(|one| one.sign.clone()));
                    words.extend([mark.value.clone(), mark.count.clone()]);
                }
            }
        }
        words
    }
}

impl BarChart {
    fn alt(&self) -> String {
        let rows = self.rows.iter().map(|row| {
            let counts = row.counts.iter().enumerate().map(|(place, (_, value))| signed(&self.series, place, value));
            format!("{}: {}", row.label, counts.collect::<Vec<_>>().join("; "))
        });
        format!("{}{}.", key_alt(&self.series), rows.collect::<Vec<_>>().join(". "))
    }

    fn words(&self) -> Vec<String> {
        let mut words = key_words(&self.series);
        for row in &self.rows {
            words.push(row.label.clone());
            for (place, (_, value)) in row.counts.iter().enumerate() {
                words.extend(self.series.get(place).map(|one| one.sign.clone()));
                words.push(value.clone());
            }
        }
        words
    }
}

impl ColumnChart {
    fn alt(&self) -> String {
        let columns = self.columns.iter().map(|column| {
            let counts = column.counts.iter().enumerate().map(|(place, count)| signed(&self.series, place, &count.to_string()));
            format!("{}: {}", column.name, counts.collect::<Vec<_>>().join("; "))
        });
        let note = if self.note.is_empty() { String::new() } else { format!(" {}.", self.note) };
        format!("{}{} ({}).{note}", key_alt(&self.series), columns.collect::<Vec<_>>().join(", "), self.unit)
    }

    fn words(&self) -> Vec<String> {
        let mut words = key_words(&self.series);
        words.extend(self.ticks.iter().map(|tick| tick.label.clone()));
        words.extend(self.columns.iter().map(|column| column.label.clone()).filter(|label| !label.is_empty()));
        words
    }
}

impl StepChart {
    fn words(&self) -> Vec<String> {
        let ticks = self.hours.ticks.iter().chain(&self.shares.ticks).chain(self.mark.iter());
        let mut words: Vec<String> = ticks.map(|tick| tick.label.clone()).collect();
        words.extend(self.curves.iter().map(|curve| curve.name.clone()));
        words.push(if self.curves.is_empty() { self.instead.clone() } else { self.from.clone() });
        words
    }
}

impl GridChart {
    fn alt(&self) -> String {
        let part = |(series, rows): &(Option<Series>, Vec<GridRow>)| {
            let head = series.as_ref().map_or_else(String::new, |one| format!("{}: {}. ", one.sign, one.name));
            let rows = rows.iter().map(|row| {
                let cells = self.columns.iter().zip(&row.values).map(|((_, name), value)| format!("{name} {value}"));
                format!("{}: {}", row.label, cells.collect::<Vec<_>>().join(", "))
            });
            format!("{head}{}.", rows.collect::<Vec<_>>().join("; "))
        };
        self.parts.iter().map(part).collect::<Vec<_>>().join(" ")
    }

    fn words(&self) -> Vec<String> {
        let mut words: Vec<String> = self.columns.iter().map(|(_, name)| name.clone()).collect();
        for (series, rows) in &self.parts {
            words.extend(key_words(series.as_slice()));
            for row in rows {
                words.push(row.label.clone());
                words.extend(row.values.iter().cloned());
            }
        }
        words
    }
}
