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
    if chart.curves.len() > 1 {
        for (place, curve) in chart.curves.iter().enumerate() {
            edges_of(chart, curve, &plot, place, &mut canvas);
        }
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

// Corners of a curve that keeps a value until the next step; where there is no value it ends, and what comes after is a line of its own.
fn lines(chart: &StepChart, curve: &Curve, plot: &Plot, value: impl Fn(&StepPoint) -> Option<f64>) -> Vec<Vec<Point>> {
    let mut lines: Vec<Vec<Point>> = Vec::new();
    let mut goes_on = false;
    for (number, point) in curve.points.iter().enumerate() {
        let Some(value) = value(point) else {
            goes_on = false;
            continue;
        };
        let until = curve.points.get(number + 1).map_or(curve.until, |next| next.hours);
        let step = [place(chart, plot, point.hours, value), place(chart, plot, until, value)];
        match lines.last_mut().filter(|_| goes_on) {
            Some(line) => line.extend(step),
            None => lines.push(step.to_vec()),
        }
        goes_on = true;
    }
    lines
}

fn band_of(chart: &StepChart, curve: &Curve, plot: &Plot, series: usize, canvas: &mut Canvas) {
    let fill = mixed(canvas.hue(series), canvas.palette.paper, 1);
    let [low, high] = limits_of(chart, curve, plot);
    for (mut points, high) in low.into_iter().zip(high) {
        points.extend(high.into_iter().rev());
        canvas.prims.push(Prim::Polygon { points, fill });
    }
}

// A band covers another one: the edges of both say where it went on.
fn edges_of(chart: &StepChart, curve: &Curve, plot: &Plot, series: usize, canvas: &mut Canvas) {
    let color = mixed(canvas.hue(series), canvas.palette.paper, 3);
    for points in limits_of(chart, curve, plot).into_iter().flatten() {
        canvas.prims.push(Prim::Line { points, color, width: 0.6 });
    }
}

// Both limits are known or neither, so the lines of one are as many as those of the other.
fn limits_of(chart: &StepChart, curve: &Curve, plot: &Plot) -> [Vec<Vec<Point>>; 2] {
    let limit = |which: fn((f64, f64)) -> f64| lines(chart, curve, plot, |point| point.limits.map(which));
    [limit(|pair| pair.0), limit(|pair| pair.1)]
}

// The mark stands where the share is known last.
fn curve_at(chart: &StepChart, curve: &Curve, plot: &Plot, series: usize, canvas: &mut Canvas) {
    let color = canvas.hue(series);
    let known = lines(chart, curve, plot, |point| point.share);
    let end = known.last().and_then(|line| line.last()).copied();
    for points in known {
        canvas.prims.push(Prim::Line { points, color, width: 1.5 });
    }
    if let Some(end) = end {
        canvas.mark(series, end);
    }
}

// So many fifths of the colour: with one, a band lets the axis and another curve be seen.
fn mixed(color: Color, paper: Color, fifths: u16) -> Color {
    let part = |place: usize| {
        let of = |color: &Color| u16::from(color.get(place).copied().unwrap_or(0));
        u8::try_from((fifths * of(&color) + 5_u16.saturating_sub(fifths) * of(&paper)) / 5).unwrap_or(u8::MAX)
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
