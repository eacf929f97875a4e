//! Counts as columns in the order of time. Each says its number where there is room; otherwise the highest does, and an axis tells the rest.

use super::super::Error;
use super::canvas::{Canvas, LEAD, Type, real, small};
use super::kinds::{Column, ColumnChart};
use super::{Anchor, Scene, narrow};

const HEIGHT: f32 = 96.0;
const ABOVE: f32 = 14.0;
const BELOW: f32 = 15.0;
/// Numbers below their columns.
const NUMBER: f32 = 7.5;
const WIDTH_MAX: f32 = 36.0;

struct Plot {
    left: f32,
    step: f32,
    floor: f32,
    /// Room below the floor for numbers.
    below: f32,
    most: f64,
}

impl Plot {
    fn y(&self, value: f64) -> f32 {
        self.floor - HEIGHT * narrow((value / self.most).clamp(0.0, 1.0))
    }
}

pub(super) fn draw(chart: &ColumnChart, mut canvas: Canvas) -> Result<Scene, Error> {
    let top = canvas.key(&chart.series)?;
    if chart.columns.is_empty() {
        return note(chart, canvas, top);
    }
    let axis = canvas.widest(chart.ticks.iter().map(|tick| tick.label.as_str()), canvas.small())?;
    let left = axis + 6.0;
    let step = ((canvas.width - left) / small(chart.columns.len())).min(WIDTH_MAX);
    let highest = chart.columns.iter().flat_map(|column| &column.counts).copied().max().unwrap_or(0);
    let limits = chart.columns.iter().flat_map(|column| &column.limits).flatten().map(|(_, high)| *high);
    let most = limits.fold(chart.ticks.iter().map(|tick| tick.at).fold(real(highest), f64::max), f64::max).max(1.0);
    let has_limits = chart.columns.iter().any(|column| column.limits.iter().any(Option::is_some));
    let plot = Plot { left, step, floor: top + ABOVE + HEIGHT, below: if has_limits { NUMBER + 1.5 } else { 0.0 }, most };
    let end = left + step * small(chart.columns.len());
    for tick in &chart.ticks {
        let y = plot.y(tick.at);
        let (color, width) = if tick.at <= 0.0 { (canvas.palette.muted, 0.6) } else { (canvas.palette.grid, 0.5) };
        canvas.line((left, y), (end, y), color, width);
        canvas.text((left - 4.0, y + 2.6), &tick.label, canvas.small(), Anchor::End);
    }
    let number = canvas.widest([highest.to_string().as_str()], canvas.small())?;
    let all_fit = number + 2.0 <= step / small(chart.series.len().max(1));
    for (place, column) in chart.columns.iter().enumerate() {
        column_at(column, &plot, plot.left + step * small(place), (all_fit, highest), &mut canvas);
    }
    labels(chart, &plot, &mut canvas)?;
    note(chart, canvas, plot.floor + plot.below + BELOW)
}

fn column_at(column: &Column, plot: &Plot, x: f32, (all_fit, highest): (bool, u64), canvas: &mut Canvas) {
    let parts = small(column.counts.len().max(1));
    let wide = plot.step * 0.74 / parts;
    for (place, count) in column.counts.iter().enumerate() {
        let left = x + plot.step * 0.13 + wide * small(place);
        let y = plot.y(real(*count));
        let color = canvas.hue(place);
        let (at, size) = ((left, y), (wide, plot.floor - y));
        if place > 0 {
            canvas.hatched(at, size, color)
        } else {
            canvas.rect(at, size, color)
        }
        let middle = left + wide / 2.0;
        let mut above = y;
        if let Some((low, high)) = column.limits.get(place).copied().flatten() {
            let (muted, paper) = (canvas.palette.muted, canvas.palette.paper);
            canvas.line((middle, y), (middle, plot.y(high)), muted, 0.6);
            // Within a full column the line is seen only where it is left out of it.
            canvas.line((middle, plot.y(low)), (middle, y), if place == 0 { paper } else { muted }, 0.6);
            // A number above its limits would be taken for their end.
            above = plot.floor + NUMBER + 3.0;
        }
        if all_fit || (*count == highest && *count > 0) {
            let style = Type { color: canvas.palette.ink, ..canvas.small() };
            canvas.text((middle, above - 3.0), &count.to_string(), style, Anchor::Middle);
        }
        canvas.spot(&column.code, place, (left, y.min(plot.floor - 6.0)), (wide, (plot.floor - y).max(6.0)));
    }
}

// A label that would run into the one before it is left out.
fn labels(chart: &ColumnChart, plot: &Plot, canvas: &mut Canvas) -> Result<(), Error> {
    let style = canvas.small();
    let mut free = 0.0;
    for (place, column) in chart.columns.iter().enumerate().filter(|(_, column)| !column.label.is_empty()) {
        let x = plot.left + plot.step * small(place);
        let wide = canvas.measure(&column.label, style)?;
        let at = (x + 2.0).min(canvas.width - wide);
        let muted = canvas.palette.muted;
        canvas.line((x, plot.floor), (x, plot.floor + plot.below + 4.0), muted, 0.5);
        if at >= free {
            canvas.text((at, plot.floor + plot.below + 11.0), &column.label, style, Anchor::Start);
            free = at + wide + 4.0;
        }
    }
    Ok(())
}

fn note(chart: &ColumnChart, mut canvas: Canvas, top: f32) -> Result<Scene, Error> {
    let lines = canvas.wrapped(&chart.note, canvas.small(), canvas.width)?;
    canvas.lines((0.0, top + 8.0), &lines, canvas.small(), Anchor::Start);
    let height = if lines.is_empty() { top + 2.0 } else { top + 2.0 + small(lines.len()) * LEAD };
    Ok(canvas.done(height))
}
