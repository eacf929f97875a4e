//! Figures with their intervals: a dot on a line, thin dashes for what the unknown could make of it, the words beside it. Where there is no number
//! the reason stands in the place of the drawing.

use super::super::Error;
use super::canvas::{Canvas, LEAD, small};
use super::kinds::{Axis, IntervalChart, IntervalGroup, IntervalRow, Mark};
use super::{Anchor, Scene, narrow};

const PAD: f32 = 5.0;
const LINE: f32 = 13.0;
const GAP: f32 = 10.0;
const AXIS: f32 = 15.0;
const BETWEEN: f32 = 8.0;
/// Room for an arrow at either end of an axis.
const EDGE: f32 = 8.0;
const BASE: f32 = 9.0;

/// Where the columns stand.
struct Columns {
    label: f32,
    sign: f32,
    plot: (f32, f32),
    value: (f32, f32),
    count: (f32, f32),
}

/// Words of a mark, broken into lines.
struct Told {
    value: Vec<String>,
    count: Vec<String>,
}

pub(super) fn draw(chart: &IntervalChart, mut canvas: Canvas) -> Result<Scene, Error> {
    let mut y = canvas.key(&chart.series)?;
    let columns = columns(chart, &canvas)?;
    let mut before: Option<&IntervalGroup> = None;
    for group in &chart.groups {
        // What is told in words alone is one list, whatever it would be measured in.
        if before.is_some_and(|before| before.axis.is_some() || group.axis.is_some()) {
            y += BETWEEN;
        }
        y = group_at(chart, group, &columns, &mut canvas, y)?;
        before = Some(group);
    }
    Ok(canvas.done(y + 1.0))
}

fn columns(chart: &IntervalChart, canvas: &Canvas) -> Result<Columns, Error> {
    let rows = || chart.groups.iter().flat_map(|group| &group.rows);
    let marks = || rows().flat_map(|row| &row.marks);
    let width = canvas.width;
    let numbers = marks().filter(|mark| mark.is_drawn()).map(|mark| mark.value.as_str());
    let count = canvas.widest(marks().map(|mark| mark.count.as_str()), canvas.muted())?.min(width * 0.16);
    let value = canvas.widest(numbers, canvas.strong())?.clamp(width * 0.16, width * 0.28);
    let label = canvas.widest(rows().map(|row| row.label.as_str()), canvas.label())?.min(width * 0.34);
    let sign = if chart.series.is_empty() { 0.0 } else { 12.0 };
    let plot = label + GAP + sign;
    let count_at = width - count;
    let value_at = count_at - GAP - value;
    Ok(Columns { label, sign, plot: (plot, value_at - GAP - plot), value: (value_at, value), count: (count_at, count) })
}

fn group_at(
    chart: &IntervalChart,
    group: &IntervalGroup,
    columns: &Columns,
    canvas: &mut Canvas,
    top: f32,
) -> Result<f32, Error> {
    let mut rows = Vec::new();
    let mut end = top;
    for row in &group.rows {
        let label = canvas.wrapped(&row.label, canvas.label(), columns.label)?;
        let told =
            row.marks.iter().map(|mark| told(mark, group.axis.is_some(), columns, canvas)).collect::<Result<Vec<_>, _>>()?;
        let marks: f32 = told.iter().map(height_of).sum();
        let height = marks.max(small(label.len()) * LEAD + 2.0) + PAD;
        rows.push((row, label, told, end, height));
        end += height;
    }
    if let Some(axis) = &group.axis {
        for tick in &axis.ticks {
            canvas.text((x_of(axis, tick.at, columns), end + 11.0), &tick.label, canvas.small(), Anchor::Middle);
        }
    }
    for (row, label, told, y, height) in rows {
        let color = canvas.palette.grid;
        canvas.line((0.0, y), (canvas.width, y), color, 0.5);
        canvas.lines((0.0, y + PAD / 2.0 + BASE), &label, canvas.label(), Anchor::Start);
        row_at(chart, group.axis.as_ref(), row, &told, columns, canvas, (y, y + height))?;
        if group.rows.last().is_some_and(|last| last == row) {
            canvas.line((0.0, y + height), (canvas.width, y + height), color, 0.5);
        }
    }
    Ok(if group.axis.is_some() { end + AXIS } else { end })
}

// A reason may run over the place of the drawing and of the number, since neither is there.
fn told(mark: &Mark, has_axis: bool, columns: &Columns, canvas: &Canvas) -> Result<Told, Error> {
    let is_drawn = has_axis && mark.is_drawn();
    let (style, width) = if is_drawn {
        (canvas.strong(), columns.value.1)
    } else {
        (style_of(mark, canvas), columns.value.0 + columns.value.1 - columns.plot.0)
    };
    Ok(Told {
        value: canvas.wrapped(&mark.value, style, width)?,
        count: canvas.wrapped(&mark.count, canvas.muted(), columns.count.1)?,
    })
}

const fn style_of(mark: &Mark, canvas: &Canvas) -> super::canvas::Type {
    if mark.is_reason { canvas.reason() } else { canvas.strong() }
}

fn height_of(told: &Told) -> f32 {
    (small(told.value.len().max(told.count.len()).max(1)) * LEAD + 2.0).max(LINE)
}

fn row_at(
    chart: &IntervalChart,
    axis: Option<&Axis>,
    row: &IntervalRow,
    told: &[Told],
    columns: &Columns,
    canvas: &mut Canvas,
    (top, end): (f32, f32),
) -> Result<(), Error> {
    let mut y = top + PAD / 2.0;
    for (place, (mark, told)) in row.marks.iter().zip(told).enumerate() {
        let base = y + BASE;
        if let Some(one) = chart.series.get(place) {
            canvas.text((columns.plot.0 - columns.sign, base), &one.sign, canvas.strong(), Anchor::Start);
        }
        match axis.filter(|_| mark.is_drawn()) {
            Some(axis) => {
                let from = if place == 0 { top } else { y };
                let to = if place + 1 == row.marks.len() { end } else { y + height_of(told) };
                grid(axis, columns, canvas, from, to);
                mark_at(axis, mark, place, columns, canvas, base - 3.0);
                canvas.lines((columns.value.0, base), &told.value, canvas.strong(), Anchor::Start);
            }
            // Where there is nothing to draw no line of the axis runs through the reason.
            None => canvas.lines((columns.plot.0, base), &told.value, style_of(mark, canvas), Anchor::Start),
        }
        canvas.lines((columns.count.0, base), &told.count, canvas.muted(), Anchor::Start);
        let wide = canvas.widest(told.count.iter().map(String::as_str), canvas.muted())?;
        canvas.spot(&row.code, place, (columns.count.0, y), (wide, small(told.count.len()) * LEAD + 1.0));
        y += height_of(told);
    }
    Ok(())
}

fn x_of(axis: &Axis, value: f64, columns: &Columns) -> f32 {
    columns.plot.0 + EDGE + (columns.plot.1 - 2.0 * EDGE).max(0.0) * narrow(axis.place(value))
}

fn grid(axis: &Axis, columns: &Columns, canvas: &mut Canvas, top: f32, end: f32) {
    let (grid, muted) = (canvas.palette.grid, canvas.palette.muted);
    for (place, tick) in axis.ticks.iter().enumerate() {
        let x = x_of(axis, tick.at, columns);
        if axis.neutral == Some(tick.at) {
            canvas.dashed((x, top), (x, end), muted, 0.7);
        } else {
            canvas.line((x, top), (x, end), if place == 0 && axis.neutral.is_none() { muted } else { grid }, 0.5);
        }
    }
}

fn mark_at(axis: &Axis, mark: &Mark, series: usize, columns: &Columns, canvas: &mut Canvas, y: f32) {
    let (ink, muted) = (canvas.hue(series), canvas.palette.muted);
    let x = |value| x_of(axis, value, columns);
    if let Some((low, high)) = mark.bounds.filter(|(low, high)| low < high) {
        let (low, high) = (x(low), x(high));
        canvas.dashed((low, y + 3.6), (high, y + 3.6), muted, 0.9);
        for end in [low, high] {
            canvas.line((end, y + 1.6), (end, y + 5.6), muted, 0.8);
        }
    }
    if let Some((low, high)) = mark.interval {
        let (opens_left, opens_right) = (low < axis.from, high > axis.to);
        let (left, right) = (x(low), x(high));
        canvas.line((left, y), (right, y), ink, 1.5);
        for (end, opens, to_right) in [(left, opens_left, false), (right, opens_right, true)] {
            if opens { canvas.arrow((end, y), to_right, ink) } else { canvas.line((end, y - 3.2), (end, y + 3.2), ink, 1.2) }
        }
    }
    if let Some(estimate) = mark.estimate.filter(|estimate| axis.holds(*estimate)) {
        canvas.mark(series, (x(estimate), y));
    }
}
