//! Counts as bars, one a row, each with its number. Bars of a second selection are hatched.

use super::super::Error;
use super::super::display::Color;
use super::canvas::{Canvas, LEAD, real, small};
use super::kinds::{BarChart, BarRow};
use super::{Anchor, MARKER, Scene, narrow};

const ROW: f32 = 13.5;
const BAR: f32 = 8.5;
const PAD: f32 = 2.5;
const BASE: f32 = 9.6;

pub(super) fn draw(chart: &BarChart, mut canvas: Canvas) -> Result<Scene, Error> {
    let mut y = canvas.key(&chart.series)?;
    let has_shapes = chart.rows.iter().any(|row| row.verdict.is_some());
    let indent = if has_shapes { MARKER } else { 0.0 };
    let sign = if chart.series.is_empty() { 0.0 } else { 12.0 };
    let label = canvas.widest(chart.rows.iter().map(|row| row.label.as_str()), canvas.label())?.min(canvas.width * 0.46 - indent);
    let values = chart.rows.iter().flat_map(|row| &row.counts).map(|(_, value)| value.as_str());
    let value = canvas.widest(values, canvas.strong())?;
    let left = indent + label + 8.0 + sign;
    let room = (canvas.width - left - value - 6.0).max(10.0);
    let most = chart.rows.iter().flat_map(|row| &row.counts).map(|(count, _)| *count).max().unwrap_or(0).max(1);
    let top = y;
    for row in &chart.rows {
        let lines = canvas.wrapped(&row.label, canvas.label(), label)?;
        let height = (small(row.counts.len().max(1)) * ROW).max(small(lines.len()) * LEAD + 2.0) + PAD;
        let color = row.verdict.as_deref().map(|verdict| canvas.palette.verdict(verdict));
        if let (Some(verdict), Some(color)) = (&row.verdict, color) {
            canvas.shape(verdict, (4.0, y + BASE - 3.0), color);
        }
        canvas.lines((indent, y + BASE), &lines, canvas.label(), Anchor::Start);
        bars_of(chart, row, color, (y, left, sign), |count| room * narrow(real(count) / real(most)), &mut canvas)?;
        y += height;
    }
    let muted = canvas.palette.muted;
    if !chart.rows.is_empty() {
        canvas.line((left, top), (left, y), muted, 0.6);
    }
    Ok(canvas.done(y + 1.0))
}

fn bars_of(
    chart: &BarChart,
    row: &BarRow,
    color: Option<Color>,
    (top, left, sign): (f32, f32, f32),
    length: impl Fn(u64) -> f32,
    canvas: &mut Canvas,
) -> Result<(), Error> {
    for (place, (count, value)) in row.counts.iter().enumerate() {
        let y = top + ROW * small(place);
        if let Some(one) = chart.series.get(place) {
            canvas.text((left - sign, y + BASE), &one.sign, canvas.strong(), Anchor::Start);
        }
        let fill = color.unwrap_or_else(|| canvas.hue(place));
        let (at, size) = ((left, y + BASE - 3.0 - BAR / 2.0), (length(*count), BAR));
        let is_open = place > 0 || row.verdict.as_deref() == Some("cannot_tell");
        if is_open {
            canvas.hatched(at, size, fill)
        } else {
            canvas.rect(at, size, fill)
        }
        let style = if *count > 0 { canvas.strong() } else { canvas.muted() };
        let x = left + size.0 + 5.0;
        canvas.text((x, y + BASE), value, style, Anchor::Start);
        let wide = canvas.measure(value, style)?;
        canvas.spot(&row.code, place, (x, y + BASE - 8.5), (wide, 11.0));
    }
    Ok(())
}
