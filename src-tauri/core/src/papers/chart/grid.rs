//! Counts by row and column: every cell says its number, and the more there is of it in its row, the darker it is.

use super::super::Error;
use super::super::display::Color;
use super::canvas::{Canvas, LEAD, real, small};
use super::kinds::{GridChart, GridRow, Series};
use super::{Anchor, Scene};

const ROW: f32 = 15.0;
const GAP: f32 = 1.0;
const SHAPE: f32 = 10.0;
/// Part of the full colour that the fullest cell takes: ink on it holds 4.5 to 1.
const DARKEST: f64 = 0.45;

pub(super) fn draw(chart: &GridChart, mut canvas: Canvas) -> Result<Scene, Error> {
    let rows = chart.parts.iter().flat_map(|(_, rows)| rows);
    let label = canvas.widest(rows.map(|row| row.label.as_str()), canvas.label())?.min(canvas.width * 0.3);
    let left = label + 10.0;
    let wide = (canvas.width - left) / small(chart.columns.len().max(1));
    let mut heads = Vec::new();
    for (_, name) in &chart.columns {
        heads.push(canvas.wrapped(name, canvas.small(), wide - SHAPE - 4.0)?);
    }
    let head = small(heads.iter().map(Vec::len).max().unwrap_or(0)) * LEAD + 4.0;
    for (place, ((code, _), lines)) in chart.columns.iter().zip(&heads).enumerate() {
        let x = left + wide * small(place);
        let color = canvas.palette.verdict(code);
        canvas.shape(code, (x + 5.0, 5.2), color);
        canvas.lines((x + SHAPE + 1.0, 8.0), lines, canvas.small(), Anchor::Start);
    }
    let mut y = head;
    for (series, rows) in &chart.parts {
        y = part(series.as_ref(), rows, (left, wide, label), &mut canvas, y)?;
    }
    Ok(canvas.done(y + 1.0))
}

fn part(
    series: Option<&Series>,
    rows: &[GridRow],
    (left, wide, label): (f32, f32, f32),
    canvas: &mut Canvas,
    top: f32,
) -> Result<f32, Error> {
    let mut y = top;
    if let Some(one) = series {
        let lines = canvas.wrapped(&format!("{} {}", one.sign, one.name), canvas.strong(), canvas.width)?;
        canvas.lines((0.0, y + 11.0), &lines, canvas.strong(), Anchor::Start);
        y += small(lines.len()) * LEAD + 6.0;
    }
    for row in rows {
        let lines = canvas.wrapped(&row.label, canvas.label(), label)?;
        let height = ROW.max(small(lines.len()) * LEAD + 3.0);
        canvas.lines((0.0, y + 10.2), &lines, canvas.label(), Anchor::Start);
        let all: u64 = row.counts.iter().sum();
        for (place, (count, value)) in row.counts.iter().zip(&row.values).enumerate() {
            let x = left + wide * small(place);
            let share = if all == 0 { 0.0 } else { real(*count) / real(all) };
            let fill = shade(canvas.palette.tint, canvas.palette.criticism, share * DARKEST);
            canvas.rect((x, y), (wide - GAP, height - GAP), fill);
            let style = if *count > 0 { canvas.strong() } else { canvas.muted() };
            canvas.text((x + wide / 2.0, y + 10.2), value, style, Anchor::Middle);
        }
        y += height;
    }
    Ok(y)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes")]
fn shade(from: Color, to: Color, part: f64) -> Color {
    let at = |place: usize| {
        let of = |color: &Color| f64::from(color.get(place).copied().unwrap_or(0));
        (of(&from) + (of(&to) - of(&from)) * part.clamp(0.0, 1.0)).round() as u8
    };
    [at(0), at(1), at(2)]
}
