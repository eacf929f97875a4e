//! From profiles to charts: which figures and tables become which kind of drawing, in words of one language.

use super::{figure_name, said};
use crate::api::wire::{Profile, ProfileCurve, ProfileCurvePoint, ProfileFigure, ProfileFlow, ProfileTable};
use crate::papers::chart::{
    Axis, BarChart, BarRow, Chart, Column, ColumnChart, Curve, GridChart, GridRow, IntervalChart, IntervalGroup, IntervalRow,
    Mark, Scale, Series, StepChart, StepPoint, Tick,
};
use crate::texts::{Arg, Texts};

/// Components that speak of applications, which no filter of orders picks.
const UNFILTERED: [&str; 3] = ["c3", "c4", "c9"];
/// Tables whose rows without a count say nothing in a drawing; their tables list them all the same.
const SPARSE: [&str; 5] = ["instruments", "grounds", "sources", "defects", "elements"];
/// Tables whose rows are no parts of one whole: as bars they would be compared with what they are no part of.
const TABLES_ALONE: [&str; 3] = ["lists", "official_figures", "change_point"];
const SIGNS: [&str; 2] = ["A", "B"];
/// The series of orders a month, with its limits.
const MONTHS: &str = "C11.months";
/// Limits of a month's count are drawn for as many months as can be told apart.
const LIMITS_MONTHS_MAX: usize = 60;
const DAY_HOURS: f64 = 24.0;
/// What comes later than after two weeks is told by the numbers and not by the drawing.
const WEEKS_HOURS: f64 = 336.0;

/// A chart with what is said of it.
#[derive(Clone)]
pub(in crate::api) struct Drawn {
    pub(in crate::api) name: String,
    pub(in crate::api) title: String,
    pub(in crate::api) chart: Chart,
    /// Narrow enough to stand beside another.
    pub(in crate::api) is_small: bool,
    /// What the filter picks decides what it shows.
    pub(in crate::api) follows_filter: bool,
    pub(in crate::api) methods: Vec<String>,
    pub(in crate::api) caveats: Vec<String>,
}

/// Profiles to be drawn.
pub(in crate::api) struct Charts<'a> {
    pub(in crate::api) texts: &'a Texts,
    pub(in crate::api) here: &'a Profile,
    pub(in crate::api) other: Option<&'a Profile>,
    /// Both filters as written, where two are compared.
    pub(in crate::api) filters: Option<(&'a str, &'a str)>,
}

impl Charts<'_> {
    /// Makes every chart that has something to show.
    pub(in crate::api) fn all(&self) -> Vec<Drawn> {
        let mut codes: Vec<String> = Vec::new();
        for figure in &self.here.figures {
            let code = component(figure);
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        let figures = codes.iter().map(|code| self.figures(code));
        let tables = self.here.tables.iter().filter_map(|table| self.table(table));
        self.flow()
            .into_iter()
            .chain(figures)
            .chain(self.here.curves.iter().map(|curve| self.curve(curve)))
            .chain(tables)
            .collect()
    }

    fn series(&self) -> Vec<Series> {
        let Some((here, other)) = self.filters else { return Vec::new() };
        let one = |sign: &str, filter: &str| Series { sign: sign.to_owned(), name: self.filter_said(filter) };
        vec![one(SIGNS[0], here), one(SIGNS[1], other)]
    }

    fn filter_said(&self, filter: &str) -> String {
        if filter.is_empty() { self.texts.say("picture-no-filter", &[]) } else { filter.to_owned() }
    }

    /// Says which filter a picture shows and how many orders and items it found.
    pub(in crate::api) fn filters_said(&self, filter: &str, drawn: &Drawn) -> Vec<String> {
        if !drawn.follows_filter {
            return vec![self.texts.say("caveat-applications-unfiltered", &[])];
        }
        let mut said = Vec::new();
        match (self.other, self.filters) {
            (Some(other), Some(_)) => {
                said.push(format!("{}. {}", SIGNS[0], self.flow_said(&self.here.flow)));
                said.push(format!("{}. {}", SIGNS[1], self.flow_said(&other.flow)));
            }
            _ => {
                said.push(self.texts.say("picture-filter", &[("filter", self.filter_said(filter).into())]));
                said.push(self.flow_said(&self.here.flow));
            }
        }
        said
    }

    // The steps from the register to what was reviewed: always so many of so many.
    fn flow(&self) -> Option<Drawn> {
        let flows: Vec<&ProfileFlow> = std::iter::once(self.here).chain(self.other).map(|profile| &profile.flow).collect();
        if flows.iter().all(|flow| flow.orders == 0) {
            return None;
        }
        let steps: Vec<Vec<(&str, u32, Option<u32>)>> = flows.iter().map(|flow| steps_of(flow)).collect();
        let said = |count: u32, of: Option<u32>| of.map_or_else(|| self.texts.count(count.into()), |of| self.of(count, of));
        let row = |(place, (code, ..)): (usize, &(&str, u32, Option<u32>))| BarRow {
            code: (*code).to_owned(),
            label: self.texts.say(&format!("analysis-flow-{code}"), &[]),
            verdict: None,
            counts: steps
                .iter()
                .filter_map(|steps| steps.get(place))
                .map(|(_, count, of)| (u64::from(*count), said(*count, *of)))
                .collect(),
        };
        let rows = steps.first()?.iter().enumerate().map(row).collect();
        Some(Drawn {
            name: "flow".to_owned(),
            title: self.texts.say("analysis-flow", &[]),
            chart: Chart::Bars(BarChart { series: self.series(), rows }),
            is_small: false,
            follows_filter: true,
            methods: Vec::new(),
            caveats: vec!["caveat-known-orders-only".to_owned()],
        })
    }

    fn flow_said(&self, flow: &ProfileFlow) -> String {
        let args = [
            ("orders", flow.orders.into()),
            ("items", flow.items.into()),
            ("seen", flow.orders_seen.into()),
            ("reviewed", flow.reviewed.into()),
            ("clusters", flow.reviewed_clusters.into()),
            ("unreviewed", flow.unreviewed.into()),
        ];
        self.texts.say("measure-flow", &args)
    }

    /// Says how a chart is read, and what is said beside it.
    pub(in crate::api) fn notes(&self, drawn: &Drawn) -> Vec<String> {
        let mut notes = Vec::new();
        match &drawn.chart {
            Chart::Intervals(_) => notes.push(self.texts.say("picture-intervals", &[])),
            Chart::Columns(chart) if chart.columns.iter().any(|column| column.limits.iter().any(Option::is_some)) => {
                notes.push(self.texts.say("picture-limits", &[]));
            }
            _ => {}
        }
        let caveats: Vec<String> = drawn.caveats.iter().map(|code| self.texts.say(code, &[])).collect();
        if !caveats.is_empty() {
            notes.push(caveats.join(" "));
        }
        notes
    }

    fn figures(&self, code: &str) -> Drawn {
        let figures: Vec<&ProfileFigure> = self.here.figures.iter().filter(|figure| component(figure) == code).collect();
        let follows_filter = !UNFILTERED.contains(&code);
        let series = if follows_filter { self.series() } else { Vec::new() };
        let other = self.other.filter(|_| follows_filter);
        let pairs: Vec<(&ProfileFigure, Option<&ProfileFigure>)> = figures
            .iter()
            .map(|figure| {
                (
                    *figure,
                    other.and_then(|other| {
                        other.figures.iter().find(|one| (&one.name, &one.variant) == (&figure.name, &figure.variant))
                    }),
                )
            })
            .collect();
        let mut groups = Vec::new();
        for unit in [
            &["share"][..],
            &["odds_ratio", "rate_ratio"],
            &["hours"],
            &["days"],
            &["count"],
            &["per_month", "index", "difference", "chi_squared"],
        ] {
            let of_unit: Vec<_> = pairs.iter().filter(|(figure, _)| unit.contains(&figure.unit.as_str())).collect();
            if !of_unit.is_empty() {
                groups.push(self.group(&of_unit));
            }
        }
        let unique = |values: Vec<&String>| {
            let mut found: Vec<String> = Vec::new();
            for value in values {
                if !found.contains(value) {
                    found.push(value.clone());
                }
            }
            found
        };
        Drawn {
            name: code.to_owned(),
            title: self.texts.say(&format!("analysis-{code}"), &[]),
            chart: Chart::Intervals(IntervalChart { series, groups }),
            is_small: false,
            follows_filter,
            methods: unique(figures.iter().map(|figure| &figure.method).collect()),
            caveats: unique(figures.iter().flat_map(|figure| &figure.caveats).collect()),
        }
    }

    fn group(&self, pairs: &[&(&ProfileFigure, Option<&ProfileFigure>)]) -> IntervalGroup {
        let all: Vec<&ProfileFigure> = pairs.iter().flat_map(|(figure, other)| std::iter::once(*figure).chain(*other)).collect();
        let row = |(figure, other): &&(&ProfileFigure, Option<&ProfileFigure>)| IntervalRow {
            code: [figure.name.as_str(), &figure.variant].join(" ").trim_end().to_owned(),
            label: figure_name(figure, self.texts),
            marks: std::iter::once(*figure).chain(*other).map(|figure| self.mark(figure)).collect(),
        };
        let rows: Vec<IntervalRow> = pairs.iter().map(row).collect();
        // An axis under nothing but words would be one of nothing.
        let is_drawn = rows.iter().flat_map(|row| &row.marks).any(Mark::is_drawn);
        IntervalGroup { axis: self.axis(&all).filter(|_| is_drawn), rows }
    }

    fn mark(&self, figure: &ProfileFigure) -> Mark {
        let has_axis = !matches!(figure.unit.as_str(), "per_month" | "index" | "difference" | "chi_squared");
        let shown = said::is_shown(figure) && has_axis;
        let ends =
            figure.low.or(figure.high).map(|_| (figure.low.unwrap_or(f64::NEG_INFINITY), figure.high.unwrap_or(f64::INFINITY)));
        // "At least" is a limit on one side: the line goes on, and the share itself stands in a row of its own. A count that is known is
        // itself that limit.
        let is_least = figure.name.ends_with("_at_least");
        let ends = if is_least { figure.low.or(figure.estimate).map(|low| (low, f64::INFINITY)) } else { ends };
        let bounds = figure.bound_low.map(|low| (low, figure.bound_high.unwrap_or(f64::INFINITY)));
        let number = said::number_of(figure, self.texts);
        Mark {
            estimate: figure.estimate.filter(|_| shown && !is_least),
            interval: ends.filter(|_| shown),
            bounds: bounds.filter(|_| shown),
            is_reason: number.is_none(),
            value: number.unwrap_or_else(|| said::reason(figure, self.texts)),
            count: said::count(figure, self.texts),
        }
    }

    fn axis(&self, figures: &[&ProfileFigure]) -> Option<Axis> {
        let shown: Vec<f64> = figures
            .iter()
            .filter(|figure| said::is_shown(figure))
            .flat_map(|figure| [figure.estimate, figure.low, figure.high, figure.bound_low, figure.bound_high])
            .flatten()
            .collect();
        let unit = figures.first()?.unit.as_str();
        if shown.is_empty() {
            return None;
        }
        match unit {
            "share" => Some(self.share_axis()),
            "odds_ratio" | "rate_ratio" => Some(self.ratio_axis(&shown)),
            "hours" | "days" | "count" => Some(self.plain_axis(shown.into_iter().fold(0.0, f64::max))),
            _ => None,
        }
    }

    fn share_axis(&self) -> Axis {
        let ticks = [0.0, 0.25, 0.5, 0.75, 1.0].map(|at| Tick { at, label: self.texts.percent(at, 0) });
        Axis { scale: Scale::Linear, from: 0.0, to: 1.0, ticks: ticks.to_vec(), neutral: None }
    }

    // A ratio of 1 stands in the middle; what lies further than the ends is drawn as going on.
    fn ratio_axis(&self, values: &[f64]) -> Axis {
        const DECADES_MAX: i32 = 3;
        let far = values.iter().filter(|value| **value > 0.0 && value.is_finite()).map(|value| libm::fabs(libm::log10(*value)));
        let far = far.fold(0.0, f64::max);
        let decades = (1..DECADES_MAX).find(|decades| far <= f64::from(*decades)).unwrap_or(DECADES_MAX);
        let at = |decade: i32| libm::pow(10.0, f64::from(decade));
        let label = |decade: i32| self.texts.fixed(at(decade), usize::try_from(-decade).unwrap_or(0));
        let ticks = (-decades..=decades).map(|decade| Tick { at: at(decade), label: label(decade) });
        Axis { scale: Scale::Log, from: at(-decades), to: at(decades), ticks: ticks.collect(), neutral: Some(1.0) }
    }

    fn plain_axis(&self, most: f64) -> Axis {
        let ticks = ticks(most, self.texts);
        let to = ticks.last().map_or(1.0, |tick| tick.at);
        Axis { scale: Scale::Linear, from: 0.0, to, ticks, neutral: None }
    }

    // One curve, beside the same of the other selection. Where no share is known there are its limits alone.
    fn curve(&self, curve: &ProfileCurve) -> Drawn {
        let other = self.other.and_then(|other| other.curves.iter().find(|one| one.name == curve.name));
        let title = self.texts.named("curve", &curve.name);
        let shown: Vec<&ProfileCurve> = std::iter::once(curve).chain(other).collect();
        let last = shown.iter().filter_map(|curve| curve.points.last()).map(|point| point.hours).fold(DAY_HOURS * 2.0, f64::max);
        let hours = self.hours_axis(last.min(WEEKS_HOURS));
        let one = |(place, curve): (usize, &&ProfileCurve)| Curve {
            name: self.filters.map_or_else(String::new, |_| SIGNS.get(place).copied().unwrap_or_default().to_owned()),
            points: curve.points.iter().filter(|point| hours.holds(point.hours)).map(step).collect(),
            until: last.min(WEEKS_HOURS),
            said: self.curve_said(curve),
        };
        let curves = shown.iter().enumerate().filter(|(_, curve)| !curve.points.is_empty()).map(one).collect();
        Drawn {
            name: curve.name.clone(),
            title,
            chart: Chart::Steps(StepChart {
                curves,
                shares: self.share_axis(),
                mark: Some(Tick { at: DAY_HOURS, label: self.hours_said(DAY_HOURS) }),
                at_risk: self.texts.say("analysis-at-risk", &[]),
                from: self.texts.say("analysis-hours-since", &[]),
                instead: self.texts.named("state", &curve.state),
                hours,
            }),
            is_small: false,
            follows_filter: true,
            methods: vec![curve.method.clone()],
            caveats: curve.caveats.clone(),
        }
    }

    fn hours_said(&self, hours: f64) -> String {
        self.texts.say("analysis-hours", &[("hours", self.texts.fixed(hours, 0).into())])
    }

    // Every step in words: by when, which share, between which limits.
    fn curve_said(&self, curve: &ProfileCurve) -> String {
        let share = |share: f64| self.texts.percent(share, u64::from(curve.n));
        let point = |point: &ProfileCurvePoint| {
            let limits = format!("{}–{}", share(point.low), share(point.high));
            let told = point.share.map_or_else(|| limits.clone(), |value| format!("{} ({limits})", share(value)));
            format!("{}: {told}", self.texts.say("analysis-hours", &[("hours", self.texts.decimal(point.hours).into())]))
        };
        curve.points.iter().map(point).collect::<Vec<_>>().join("; ")
    }

    fn hours_axis(&self, to: f64) -> Axis {
        let steps = [6.0, 12.0, 24.0, 48.0, 72.0, 168.0];
        let step = steps.into_iter().find(|step| to / step <= 8.0).unwrap_or(336.0);
        let ticks = (0_u32..).map(|place| f64::from(place) * step).take_while(|at| *at <= to);
        let ticks = ticks.map(|at| Tick { at, label: self.texts.fixed(at, 0) }).collect();
        Axis { scale: Scale::Linear, from: 0.0, to, ticks, neutral: None }
    }

    fn table(&self, table: &ProfileTable) -> Option<Drawn> {
        if stands_alone(&table.name) {
            return None;
        }
        let other = self.other.and_then(|other| other.tables.iter().find(|one| one.name == table.name));
        let has_some = |table: &ProfileTable| table.counts.iter().flatten().any(|count| *count > 0);
        if !has_some(table) && !other.is_some_and(has_some) {
            return None;
        }
        let chart = match table.name.as_str() {
            "months" => Chart::Columns(self.months(table, other)),
            "verdicts_by_protected" => Chart::Grid(self.grid(table, other)),
            _ => Chart::Bars(self.bars(table, other)),
        };
        Some(Drawn {
            name: table.name.clone(),
            title: self.table_title(table),
            is_small: matches!(chart, Chart::Bars(_)),
            chart,
            follows_filter: true,
            methods: Vec::new(),
            caveats: table.caveats.clone(),
        })
    }

    fn table_title(&self, table: &ProfileTable) -> String {
        let title = self.texts.named("profile", &table.name);
        let has_both = table.columns.iter().any(|column| column == "orders") && table.columns.len() > 1;
        if has_both { format!("{title} ({})", self.texts.named("counted", "orders")) } else { title }
    }

    // Tables that count items and orders are drawn by orders, or the bars of two units would be compared; the table has both.
    fn bars(&self, table: &ProfileTable, other: Option<&ProfileTable>) -> BarChart {
        let column = |table: &ProfileTable| table.columns.iter().position(|column| column == "orders").unwrap_or(0);
        let count = |table: &ProfileTable, row: &str| {
            let place = table.rows.iter().position(|one| one == row)?;
            table.counts.get(place)?.get(column(table)).copied()
        };
        let tables: Vec<&ProfileTable> = std::iter::once(table).chain(other).collect();
        let mut codes: Vec<&String> = Vec::new();
        for code in tables.iter().flat_map(|table| &table.rows).filter(|code| *code != "total") {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        let is_sparse = SPARSE.contains(&table.name.as_str());
        let rows = codes.into_iter().filter(|code| !is_sparse || tables.iter().any(|table| count(table, code).unwrap_or(0) > 0));
        let row = |code: &String| BarRow {
            code: code.clone(),
            label: row_name(&table.name, code, self.texts),
            verdict: (table.name == "verdicts").then(|| code.clone()),
            counts: tables
                .iter()
                .map(|table| {
                    let found = count(table, code).unwrap_or(0);
                    (u64::from(found), self.of(found, whole_of(table, column(table))))
                })
                .collect(),
        };
        BarChart { series: self.series(), rows: rows.map(row).collect() }
    }

    fn of(&self, count: u32, of: u32) -> String {
        self.texts.say("count-of", &[("count", Arg::from(count)), ("of", Arg::from(of))])
    }

    fn months(&self, table: &ProfileTable, other: Option<&ProfileTable>) -> ColumnChart {
        let tables: Vec<&ProfileTable> = std::iter::once(table).chain(other).collect();
        let months = months_between(&tables);
        let count = |table: &ProfileTable, month: &str| {
            let place = table.rows.iter().position(|row| row == month);
            u64::from(place.and_then(|place| table.counts.get(place)?.first().copied()).unwrap_or(0))
        };
        let has_limits = months.len() <= LIMITS_MONTHS_MAX && tables.len() == 1;
        let columns: Vec<Column> = months
            .iter()
            .enumerate()
            .map(|(place, month)| {
                let counts: Vec<u64> = tables.iter().map(|table| count(table, month)).collect();
                let limits = counts.iter().map(|_| if has_limits { self.month_limits(month) } else { None }).collect();
                Column {
                    code: month.clone(),
                    name: month_name(month, self.texts),
                    label: year_label(month, place),
                    counts,
                    limits,
                }
            })
            .collect();
        let highs = columns.iter().flat_map(|column| column.limits.iter().flatten().map(|(_, high)| *high));
        let counts = columns
            .iter()
            .flat_map(|column| column.counts.iter().map(|count| f64::from(u32::try_from(*count).unwrap_or(u32::MAX))));
        let most = highs.chain(counts).fold(0.0, f64::max);
        let unknown: Vec<String> = tables.iter().map(|table| self.texts.count(count(table, "unknown"))).collect();
        ColumnChart {
            series: self.series(),
            columns,
            ticks: ticks(most, self.texts),
            unit: self.texts.named("counted", "orders"),
            note: self.texts.say("analysis-months-unknown", &[("n", unknown.join(" / ").into())]),
        }
    }

    fn month_limits(&self, month: &str) -> Option<(f64, f64)> {
        let points = &self.here.series.iter().find(|series| series.name == MONTHS)?.points;
        points.iter().find(|point| point.period == month).map(|point| (point.low, point.high))
    }

    fn grid(&self, table: &ProfileTable, other: Option<&ProfileTable>) -> GridChart {
        let columns = table.columns.iter().map(|code| (code.clone(), self.texts.named("verdict", code))).collect();
        let mut series = self.series().into_iter();
        let parts = std::iter::once(table).chain(other).map(|table| {
            let rows = table.rows.iter().zip(&table.counts).map(|(code, counts)| GridRow {
                code: code.clone(),
                label: row_name(&table.name, code, self.texts),
                counts: counts.iter().map(|count| u64::from(*count)).collect(),
                values: counts.iter().map(|count| self.texts.count(u64::from(*count))).collect(),
            });
            (series.next(), rows.collect())
        });
        GridChart { columns, parts: parts.collect() }
    }
}

/// Names a row of a table.
pub(in crate::api) fn row_name(table: &str, code: &str, texts: &Texts) -> String {
    let list = match (table, code) {
        (_, "total") => "counted",
        ("months" | "quarters" | "compared_platforms" | "compared_languages" | "compared_months", "unknown") => "protected",
        ("months" | "compared_months" | "change_point", _) => return month_name(code, texts),
        ("official_figures", _) => return official_name(code, texts),
        ("verdicts", _) => "verdict",
        ("findings", _) => "order-finding",
        ("elements", _) => "order-element",
        ("verdicts_by_protected" | "compared_protected", _) => "protected",
        ("compared_languages", _) => "language",
        ("deadlines", _) => "deadline",
        ("instruments", _) => "instrument",
        ("grounds", _) => "ground",
        ("sources", _) => "learned",
        ("lists", _) => "source-list",
        ("platform_rules", _) => "platform-rules",
        ("platform_basis", _) => "platform-basis",
        _ => return code.to_owned(),
    };
    texts.named(list, code)
}

fn month_name(month: &str, texts: &Texts) -> String {
    let (year, number) = month.split_once('-').unwrap_or((month, ""));
    let name = texts.say(&format!("month-alone-{}", number.trim_start_matches('0')), &[]);
    texts.say("time-month", &[("month", name.into()), ("year", year.into())])
}

// Publisher, days and what is counted; the same number stated twice has a fourth part.
fn official_name(code: &str, texts: &Texts) -> String {
    let mut parts = code.split('\t');
    let (publisher, days, metric) = (parts.next(), parts.next(), parts.next());
    let (first, last) = days.unwrap_or_default().split_once('/').unwrap_or_default();
    let (first, last) = (texts.day(first), texts.day(last));
    let period = texts.say("brief-period", &[("first", first.into()), ("last", last.into())]);
    format!("{}, {period}, {}", publisher.unwrap_or_default(), texts.named("metric", metric.unwrap_or("unknown")))
}

/// Says of a table that no drawing helps it.
pub(in crate::api) fn stands_alone(table: &str) -> bool {
    TABLES_ALONE.contains(&table) || table.starts_with("compared_")
}

fn step(point: &ProfileCurvePoint) -> StepPoint {
    StepPoint {
        hours: point.hours,
        share: point.share,
        limits: Some((point.low, point.high)),
        at_risk: point.at_risk.map(u64::from),
    }
}

fn component(figure: &ProfileFigure) -> String {
    figure.name.split('.').next().unwrap_or_default().to_lowercase()
}

fn steps_of(flow: &ProfileFlow) -> Vec<(&'static str, u32, Option<u32>)> {
    let in_shares = flow.items.saturating_sub(flow.items_apart);
    vec![
        ("orders", flow.orders, None),
        ("items", flow.items, None),
        ("seen", flow.orders_seen, Some(flow.orders)),
        ("reviewed", flow.reviewed, Some(in_shares)),
        ("clusters", flow.reviewed_clusters, Some(flow.reviewed)),
        ("unreviewed", flow.unreviewed, Some(in_shares)),
        ("apart-orders", flow.orders_apart, Some(flow.orders)),
        ("apart-items", flow.items_apart, Some(flow.items)),
        ("apart-reviewed", flow.reviewed_apart, Some(flow.items_apart)),
    ]
}

// Of how many: what the table says itself, or the sum where every thing is in one row.
fn whole_of(table: &ProfileTable, column: usize) -> u32 {
    let at = |counts: &Vec<u32>| counts.get(column).copied().unwrap_or(0);
    let total = table.rows.iter().position(|row| row == "total").and_then(|place| table.counts.get(place));
    total.map_or_else(|| table.counts.iter().map(at).sum(), at)
}

// Garwood's limits (statistics, C11).
/// Lists every month from the first to the last that one of the tables has, those between them that none has too.
fn months_between(tables: &[&ProfileTable]) -> Vec<String> {
    let parse = |row: &String| {
        let (year, month) = row.split_once('-')?;
        Some((year.parse::<i32>().ok()?, month.parse::<i32>().ok()?))
    };
    let known: Vec<(i32, i32)> = tables.iter().flat_map(|table| &table.rows).filter_map(parse).collect();
    let number = |(year, month): &(i32, i32)| year * 12 + month - 1;
    let (Some(first), Some(last)) = (known.iter().map(number).min(), known.iter().map(number).max()) else { return Vec::new() };
    (first..=last).map(|at| format!("{:04}-{:02}", at.div_euclid(12), at.rem_euclid(12) + 1)).collect()
}

// The first column says its year, then every January does.
fn year_label(month: &str, place: usize) -> String {
    if place == 0 || month.ends_with("-01") { month.split('-').next().unwrap_or_default().to_owned() } else { String::new() }
}

/// Returns marks in steps of 1, 2 or 5 times a power of ten, from 0 to the first that is not below the most.
fn ticks(most: f64, texts: &Texts) -> Vec<Tick> {
    const STEPS_MAX: f64 = 4.0;
    let rough = (most / STEPS_MAX).max(1.0);
    let power = libm::pow(10.0, libm::floor(libm::log10(rough)));
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|of| of * power).find(|step| *step >= rough).unwrap_or(power * 10.0);
    let mut ticks = Vec::new();
    let mut at = 0.0;
    loop {
        ticks.push(Tick { at, label: texts.fixed(at, 0) });
        if at >= most || ticks.len() > 10 {
            return ticks;
        }
        at += step;
    }
}
