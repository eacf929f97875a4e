//! Shares over time as curves of steps, each with its band and its name at its end, and below the axis how many are still looked at.

use super::super::Error;
use super::super::display::{Color, Point};
use super::canvas::{Canvas, LEAD, Type, small};
use super::kinds::{Curve, StepChart, StepPoint};
use super::{Anchor, Prim, Scene, narrow};

const HEIGHT: f32 = 132.0;
const ABOVE: f32 = 14.0;
const BELOW: f32 = 16.0;
/// From the words to the axis: half of the first number stands left of it.
const RISK_GAP: f32 = 14.0;

struct Plot {
    left: f32,
    right: f32,
    top: f32,
}

pub(super) fn draw(chart: &StepChart, mut canvas: Canvas) -> Result<Scene, Error> {
    if chart.curves.is_empty() {
        let lines = canvas.wrapped(&chart.instead, canvas.reason(), canvas.width)?;
        canvas.lines((0.0, 9.0), &lines, canvas.reason(), Anchor::Start);
        return Ok(canvas.done(LEAD * small(lines.len()) + 3.0));
    }
    let shares = canvas.widest(chart.shares.ticks.iter().map(|tick| tick.label.as_str()), canvas.small())?;
    let risk = canvas.measure(&chart.at_risk, canvas.small())?;
    let names = canvas.widest(chart.curves.iter().map(|curve| curve.name.as_str()), canvas.strong())?.min(canvas.width * 0.3);
    let plot = Plot { left: (shares + 6.0).max(risk + RISK_GAP), right: canvas.width - names - 10.0, top: ABOVE };
    let floor = plot.top + HEIGHT;
    // All bands first: a band over a curve would hide it.
    for (place, curve) in chart.curves.iter().enumerate() {
        band_of(chart, curve, &plot, place, &mut canvas);
    }
    axes(chart, &plot, &mut canvas);
    for (place, curve) in chart.curves.iter().enumerate() {
        curve_at(chart, curve, &plot, place, &mut canvas);
    }
    ends(chart, &plot, names, &mut canvas)?;
    canvas.text((plot.left, floor + 11.0 + BELOW), &chart.from, canvas.small(), Anchor::Start);
    let mut y = floor + BELOW + 14.0;
    for (place, curve) in chart.curves.iter().enumerate() {
        at_risk(chart, curve, place, &plot, y, &mut canvas)?;
        y += LEAD;
    }
    Ok(canvas.done(y + 4.0))
}

fn place(chart: &StepChart, plot: &Plot, hours: f64, share: f64) -> Point {
    let x = plot.left + (plot.right - plot.left) * narrow(chart.hours.place(hours));
    (x, plot.top + HEIGHT * (1.0 - narrow(chart.shares.place(share))))
}

fn axes(chart: &StepChart, plot: &Plot, canvas: &mut Canvas) {
    let (grid, muted) = (canvas.palette.grid, canvas.palette.muted);
    let floor = plot.top + HEIGHT;
    for (place_of, tick) in chart.shares.ticks.iter().enumerate() {
        let (_, y) = place(chart, plot, chart.hours.from, tick.at);
        canvas.line((plot.left, y), (plot.right, y), if place_of == 0 { muted } else { grid }, 0.5);
        canvas.text((plot.left - 4.0, y + 2.6), &tick.label, canvas.small(), Anchor::End);
    }
    for tick in &chart.hours.ticks {
        let (x, _) = place(chart, plot, tick.at, 0.0);
        canvas.line((x, floor), (x, floor + 3.0), muted, 0.5);
        canvas.text((x, floor + 11.0), &tick.label, canvas.small(), Anchor::Middle);
    }
    if let Some(mark) = chart.mark.as_ref().filter(|mark| chart.hours.holds(mark.at)) {
        let (x, _) = place(chart, plot, mark.at, 0.0);
        canvas.dashed((x, plot.top - 2.0), (x, floor), muted, 0.8);
        canvas.text((x + 3.0, plot.top - 4.0), &mark.label, canvas.small(), Anchor::Start);
    }
}

// Corners of a curve that keeps a value until the next step.
fn corners(chart: &StepChart, curve: &Curve, plot: &Plot, value: impl Fn(usize) -> Option<f64>) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for (place_of, point) in curve.points.iter().enumerate() {
        let Some(value) = value(place_of) else { continue };
        let (x, y) = place(chart, plot, point.hours, value);
        if let Some((_, before)) = points.last().copied() {
            points.push((x, before));
        }
        points.push((x, y));
    }
    if let Some((_, y)) = points.last().copied() {
        points.push((place(chart, plot, curve.until, 0.0).0, y));
    }
    points
}

fn band_of(chart: &StepChart, curve: &Curve, plot: &Plot, series: usize, canvas: &mut Canvas) {
    let limit = |which: fn((f64, f64)) -> f64| move |place: usize| curve.points.get(place)?.limits.map(which);
    let mut band = corners(chart, curve, plot, limit(|pair| pair.0));
    band.extend(corners(chart, curve, plot, limit(|pair| pair.1)).into_iter().rev());
    let color = canvas.hue(series);
    if band.len() > 3 {
        let fill = mixed(color, canvas.palette.paper);
        canvas.prims.push(Prim::Polygon { points: band, fill });
    }
}

fn curve_at(chart: &StepChart, curve: &Curve, plot: &Plot, series: usize, canvas: &mut Canvas) {
    let color = canvas.hue(series);
    let points = corners(chart, curve, plot, |place| curve.points.get(place)?.share);
    if points.len() > 1 {
        canvas.prims.push(Prim::Line { points: points.clone(), color, width: 1.5 });
    }
    if let Some(end) = points.last() {
        canvas.mark(series, *end);
    }
}

// A fifth of the colour: a band that lets the axis and another curve be seen.
fn mixed(color: Color, paper: Color) -> Color {
    let part = |place: usize| {
        let of = |color: &Color| u16::from(color.get(place).copied().unwrap_or(0));
        u8::try_from((of(&color) + 4 * of(&paper)) / 5).unwrap_or(u8::MAX)
    };
    [part(0), part(1), part(2)]
}

// Names stand at the ends of the curves, moved apart where curves end close to each other.
fn ends(chart: &StepChart, plot: &Plot, width: f32, canvas: &mut Canvas) -> Result<(), Error> {
    let mut wanted: Vec<(f32, usize)> = Vec::new();
    for (place_of, curve) in chart.curves.iter().enumerate() {
        let middle = |point: &StepPoint| point.share.or_else(|| point.limits.map(|(low, high)| f64::midpoint(low, high)));
        let share = curve.points.last().and_then(middle).unwrap_or_default();
        wanted.push((place(chart, plot, 0.0, share).1, place_of));
    }
    wanted.sort_by(|left, right| left.0.total_cmp(&right.0));
    let mut free = f32::MIN;
    for (y, place_of) in wanted {
        let Some(curve) = chart.curves.get(place_of) else { continue };
        let style = Type { color: canvas.hue(place_of), ..canvas.strong() };
        let lines = canvas.wrapped(&curve.name, style, width)?;
        let base = (y + 3.0).max(free).min(plot.top + HEIGHT + 3.0);
        canvas.lines((plot.right + 9.0, base), &lines, style, Anchor::Start);
        free = base + LEAD * small(lines.len());
    }
    Ok(())
}

fn at_risk(chart: &StepChart, curve: &Curve, series: usize, plot: &Plot, y: f32, canvas: &mut Canvas) -> Result<(), Error> {
    if curve.points.iter().all(|point| point.at_risk.is_none()) {
        return Ok(());
    }
    let style = Type { color: canvas.hue(series), ..canvas.small() };
    canvas.text((plot.left - RISK_GAP, y + 8.0), &chart.at_risk, canvas.small(), Anchor::End);
    let mut free = f32::MIN;
    for tick in &chart.hours.ticks {
        // As many as at the last step before this moment.
        let known = curve.points.iter().take_while(|point| point.hours <= tick.at).last().or(curve.points.first());
        let Some(point) = known.filter(|_| tick.at <= curve.until) else { continue };
        let Some(words) = point.at_risk.map(|count| count.to_string()) else { continue };
        let wide = canvas.measure(&words, style)?;
        let (x, _) = place(chart, plot, tick.at, 0.0);
        if x - wide / 2.0 >= free {
            canvas.text((x, y + 8.0), &words, style, Anchor::Middle);
            free = x + wide / 2.0 + 3.0;
        }
    }
    Ok(())
}
