//! Every kind of chart, ordinary and at its ends: nothing outside the picture, every value in words, the same on the page.

use super::super::model::{Block, Document, Span};
use super::super::tests::holds_the_same_letters;
use super::super::{brief, sample, to_pdf};
use super::*;
use crate::texts::{Lang, Texts};

const LONG: &str = "Нұсқамамен өшірілген, бірақ кейін платформаның өз ережесі бойынша қалпына келтірілген жарияланымдар";

fn tick(at: f64) -> Tick {
    Tick { at, label: format!("{at}") }
}

fn shares() -> Axis {
    Axis { scale: Scale::Linear, from: 0.0, to: 1.0, ticks: [0.0, 0.5, 1.0].map(tick).to_vec(), neutral: None }
}

fn ratios() -> Axis {
    Axis { scale: Scale::Log, from: 0.1, to: 10.0, ticks: [0.1, 1.0, 10.0].map(tick).to_vec(), neutral: Some(1.0) }
}

fn mark(estimate: Option<f64>, interval: Option<(f64, f64)>, bounds: Option<(f64, f64)>, value: &str, count: &str) -> Mark {
    Mark {
        estimate,
        interval,
        bounds,
        value: value.to_owned(),
        is_reason: !value.contains(char::is_numeric),
        count: count.to_owned(),
    }
}

fn row(code: &str, label: &str, marks: Vec<Mark>) -> IntervalRow {
    IntervalRow { code: code.to_owned(), label: label.to_owned(), marks }
}

fn two() -> Vec<Series> {
    let one = |sign: &str, name: &str| Series { sign: sign.to_owned(), name: name.to_owned() };
    vec![one("A", "platform:telegram"), one("B", "platform:instagram issued:2025 <b>&")]
}

fn intervals() -> IntervalChart {
    let share = vec![
        row(
            "C5.any_reason",
            "Негіздемесі бар нұсқамалар",
            vec![mark(Some(0.9), Some((0.79, 0.96)), None, "90 % (79 %–96 %)", "48 / 53")],
        ),
        row("C5.names", LONG, vec![mark(Some(0.4), Some((0.3, 0.5)), Some((0.35, 0.62)), "40 % (30 %–50 %)", "20 / 50")]),
        row("C5.none", "Ешқайсысы", vec![mark(None, None, None, "тым аз: бір жағында оннан кем", "4 / 7")]),
        row("C5.known", "Шектер", vec![mark(None, None, Some((0.0, 1.0)), "0 % мен 100 % аралығында", "0 / 9")]),
    ];
    let ratio = vec![
        row("C8.targeting", "Қатынас", vec![mark(Some(4.2), Some((1.3, f64::INFINITY)), None, "4,20; 95 % 1,30-дан", "n = 31")]),
        row("C8.far", "Шеттегі қатынас", vec![mark(Some(40.0), Some((0.0, 400.0)), None, "40,0 (0,00–400)", "n = 12")]),
    ];
    let words = vec![row("C11.trend", "Тренд", vec![mark(Some(0.1), None, None, "+0,13 айына", "n = 20")])];
    let group = |axis, rows| IntervalGroup { axis, rows };
    IntervalChart {
        series: Vec::new(),
        groups: vec![group(Some(shares()), share), group(Some(ratios()), ratio), group(None, words)],
    }
}

fn compared() -> IntervalChart {
    let mut chart = intervals();
    chart.series = two();
    for row in chart.groups.iter_mut().flat_map(|group| &mut group.rows) {
        row.marks.push(mark(Some(0.2), Some((0.1, 0.3)), Some((0.1, 0.9)), "20 % (10 %–30 %)", "5 / 25"));
    }
    chart
}

fn bars() -> BarChart {
    let row = |code: &str, label: &str, verdict: Option<&str>, count: u64| BarRow {
        code: code.to_owned(),
        label: label.to_owned(),
        verdict: verdict.map(str::to_owned),
        counts: vec![(count, format!("{count} / 41"))],
    };
    let rows = vec![
        row("real_bullying", "шын бұлыңғырлау", Some("real_bullying"), 7),
        row("cannot_tell", "анықтау мүмкін емес", Some("cannot_tell"), 34),
        row("x", LONG, None, 0),
    ];
    BarChart { series: Vec::new(), rows }
}

fn columns(months: u64) -> ColumnChart {
    let column = |place: u64| Column {
        code: format!("2025-{place:02}"),
        name: format!("{place}-ай"),
        label: if place % 12 == 1 { "2025".to_owned() } else { String::new() },
        counts: vec![place * 7 % 31],
        limits: vec![(months < 40).then(|| ((place * 7 % 31) as f64 * 0.5, (place * 7 % 31) as f64 * 1.4 + 3.0))],
    };
    let ticks = [0.0, 20.0, 40.0].map(tick).to_vec();
    let note = "Айы белгісіз: 2".to_owned();
    ColumnChart {
        series: Vec::new(), columns: (1..=months).map(column).collect(), ticks, unit: "нұсқама".to_owned(), note
    }
}

fn steps() -> StepChart {
    let curve = |name: &str, fall: f64| Curve {
        name: name.to_owned(),
        points: (0..12_u32)
            .map(|place| {
                let share = 1.0 - (1.0 - fall).powi(i32::try_from(place).unwrap());
                let limits = (place > 0).then_some(((share - 0.12).max(0.0), (share + 0.12).min(1.0)));
                StepPoint { hours: f64::from(place) * 4.0, share: Some(share), limits, at_risk: Some(u64::from(60 - place * 5)) }
            })
            .collect(),
        until: 60.0,
        said: "24 сағатта 71 %".to_owned(),
    };
    let hours = Axis {
        scale: Scale::Linear,
        from: 0.0,
        to: 72.0,
        ticks: [0.0, 12.0, 24.0, 48.0, 72.0].map(tick).to_vec(),
        neutral: None,
    };
    StepChart {
        curves: vec![curve("жойылды", 0.18), curve("шектелді немесе жойылды", 0.08)],
        hours,
        shares: shares(),
        mark: Some(Tick { at: 24.0, label: "24 сағат".to_owned() }),
        at_risk: "бақылауда".to_owned(),
        from: "алынғаннан бергі сағат".to_owned(),
        instead: "бірде-бір мезет белгісіз".to_owned(),
    }
}

fn grid() -> GridChart {
    let codes = ["real_bullying", "legitimate_criticism", "mixed", "other_unlawful", "other_lawful", "cannot_tell"];
    let texts = Texts::new(Lang::Kk);
    let row = |label: &str, counts: [u64; 6]| GridRow {
        code: label.to_owned(),
        label: label.to_owned(),
        counts: counts.to_vec(),
        values: counts.map(|count| count.to_string()).to_vec(),
    };
    let rows = vec![row("бала", [4, 1, 0, 0, 0, 0]), row("лауазымды адам", [1, 21, 3, 0, 2, 1]), row("белгісіз", [0; 6])];
    GridChart { columns: codes.map(|code| (code.to_owned(), texts.named("verdict", code))).to_vec(), parts: vec![(None, rows)] }
}

/// Every kind of chart, ordinary and at its ends.
fn all() -> Vec<(&'static str, Chart)> {
    let several = |mut chart: BarChart| {
        chart.series = two();
        chart.rows.iter_mut().for_each(|row| row.counts.push((3, "3 / 9".to_owned())));
        chart
    };
    let pair = |mut chart: ColumnChart| {
        chart.series = two();
        chart.columns.iter_mut().for_each(|column| column.counts.push(11));
        chart
    };
    let twice = |mut chart: GridChart| {
        let rows = chart.parts.first().map(|(_, rows)| rows.clone()).unwrap_or_default();
        chart.parts = two().into_iter().map(|one| (Some(one), rows.clone())).collect();
        chart
    };
    vec![
        ("intervals", Chart::Intervals(intervals())),
        ("intervals-compared", Chart::Intervals(compared())),
        ("intervals-none", Chart::Intervals(IntervalChart { series: two(), groups: Vec::new() })),
        ("bars", Chart::Bars(bars())),
        ("bars-compared", Chart::Bars(several(bars()))),
        ("bars-none", Chart::Bars(BarChart { series: Vec::new(), rows: Vec::new() })),
        ("columns", Chart::Columns(columns(20))),
        ("columns-many", Chart::Columns(columns(150))),
        ("columns-one", Chart::Columns(columns(1))),
        ("columns-none", Chart::Columns(columns(0))),
        ("columns-compared", Chart::Columns(pair(columns(14)))),
        ("steps", Chart::Steps(steps())),
        ("steps-none", Chart::Steps(StepChart { curves: Vec::new(), ..steps() })),
        ("grid", Chart::Grid(grid())),
        ("grid-compared", Chart::Grid(twice(grid()))),
    ]
}

fn frame() -> Frame {
    let notes = vec![LONG.repeat(3), "C5/1; 1.0.0".to_owned()];
    Frame { title: "Негіздеме".to_owned(), about: vec!["platform:telegram".to_owned(), LONG.to_owned()], notes }
}

fn reach(prim: &Prim, faces: &Faces, lang: Lang) -> ((f32, f32), (f32, f32)) {
    let ends = |points: &[Point]| {
        points.iter().fold(((f32::MAX, f32::MAX), (f32::MIN, f32::MIN)), |(low, high), (x, y)| {
            ((low.0.min(*x), low.1.min(*y)), (high.0.max(*x), high.1.max(*y)))
        })
    };
    match prim {
        Prim::Rect { at, size, .. } => (*at, (at.0 + size.0, at.1 + size.1)),
        Prim::Line { points, .. } | Prim::Polygon { points, .. } => ends(points),
        Prim::Dot { at, radius, .. } => ((at.0 - radius, at.1 - radius), (at.0 + radius, at.1 + radius)),
        Prim::Text { at, words, face, size, anchor, .. } => {
            let width = advance(&faces.shape(*face, words, lang).unwrap()) * size / 1_000.0;
            let left = at.0 - anchor.before(width);
            ((left, at.1 - size * 0.75), (left + width, at.1 + size * 0.22))
        }
    }
}

#[test]
fn nothing_stands_outside_the_picture_at_any_width() {
    let faces = Faces::load().unwrap();
    for (name, chart) in all() {
        for width in [300.0, 483.0, 900.0] {
            let scene = scene_of(&chart, Lang::Kk, width, &LIGHT, &faces).unwrap();
            for prim in &scene.prims {
                let ((left, top), (right, bottom)) = reach(prim, &faces, Lang::Kk);
                assert!(left >= -0.1 && right <= width + 0.1, "{name} {width}: {prim:?} from {left} to {right}");
                assert!(
                    top >= -0.6 && bottom <= scene.height + 0.6,
                    "{name} {width}: {prim:?} from {top} to {bottom} of {}",
                    scene.height
                );
            }
        }
    }
}

#[test]
fn words_do_not_stand_on_each_other() {
    let faces = Faces::load().unwrap();
    for (name, chart) in all() {
        let scene = scene_of(&chart, Lang::Kk, 483.0, &LIGHT, &faces).unwrap();
        let texts: Vec<_> = scene.prims.iter().filter(|prim| matches!(prim, Prim::Text { .. })).collect();
        for (place, one) in texts.iter().enumerate() {
            let (from, to) = reach(one, &faces, Lang::Kk);
            for other in texts.iter().skip(place + 1) {
                let (start, end) = reach(other, &faces, Lang::Kk);
                let apart = to.0 <= start.0 + 0.2 || end.0 <= from.0 + 0.2 || to.1 <= start.1 + 1.5 || end.1 <= from.1 + 1.5;
                assert!(apart, "{name}: {one:?} and {other:?}");
            }
        }
    }
}

#[test]
fn the_words_for_those_who_do_not_see_it_hold_every_value_of_every_series() {
    for (name, chart) in all() {
        let alt = chart.alt();
        let values: Vec<String> = match &chart {
            Chart::Intervals(chart) => {
                let rows = chart.groups.iter().flat_map(|group| &group.rows);
                rows.flat_map(|row| row.marks.iter().flat_map(|mark| [mark.value.clone(), mark.count.clone()])).collect()
            }
            Chart::Bars(chart) => chart.rows.iter().flat_map(|row| row.counts.iter().map(|(_, value)| value.clone())).collect(),
            Chart::Columns(chart) => {
                chart.columns.iter().map(|column| format!("{}: ", column.name)).chain([chart.note.clone()]).collect()
            }
            Chart::Grid(chart) => chart.columns.iter().map(|(_, name)| name.clone()).collect(),
            _ => Vec::new(),
        };
        for value in values {
            assert!(alt.contains(&value), "{name}: {value:?} is not in {alt:?}");
        }
    }
    let alt = Chart::Intervals(compared()).alt();
    assert!(
        alt.starts_with("A: platform:telegram. B: platform:instagram") && alt.contains("A 90 % (79 %–96 %), 48 / 53; B 20 %"),
        "{alt}"
    );
}

#[test]
fn what_has_no_number_has_a_reason_and_no_mark() {
    let faces = Faces::load().unwrap();
    let bare = |row: IntervalRow| {
        let group = IntervalGroup { axis: Some(shares()), rows: vec![row] };
        scene_of(&Chart::Intervals(IntervalChart { series: Vec::new(), groups: vec![group] }), Lang::Kk, 483.0, &LIGHT, &faces)
            .unwrap()
    };
    let dots = |scene: &Scene| scene.prims.iter().filter(|prim| matches!(prim, Prim::Dot { .. })).count();
    let reason = bare(row("a", "a", vec![mark(None, None, None, "тым аз", "4 / 7")]));
    assert_eq!(dots(&reason), 0);
    assert!(
        reason.prims.iter().any(|prim| matches!(prim, Prim::Text { words, face: Face::SansSlanted, .. } if words == "тым аз"))
    );
    assert_eq!(dots(&bare(row("a", "a", vec![mark(Some(0.5), Some((0.4, 0.6)), None, "50 %", "5 / 10")]))), 2);
}

#[test]
fn an_interval_that_goes_on_has_a_head_and_one_that_ends_has_none() {
    let faces = Faces::load().unwrap();
    let heads = |interval: (f64, f64)| {
        let rows = vec![row("a", "a", vec![mark(Some(2.0), Some(interval), None, "2", "n = 9")])];
        let chart = IntervalChart { series: Vec::new(), groups: vec![IntervalGroup { axis: Some(ratios()), rows }] };
        let scene = scene_of(&Chart::Intervals(chart), Lang::Kk, 483.0, &LIGHT, &faces).unwrap();
        scene.prims.iter().filter(|prim| matches!(prim, Prim::Polygon { .. })).count()
    };
    assert_eq!([heads((1.0, 4.0)), heads((1.0, f64::INFINITY)), heads((0.0, f64::INFINITY)), heads((0.05, 20.0))], [0, 1, 2, 2]);
}

#[test]
fn a_letter_without_a_shape_is_an_error_and_markup_stays_words() {
    let faces = Faces::load().unwrap();
    let odd = BarChart { rows: vec![BarRow { label: "語".to_owned(), ..bars().rows.remove(0) }], ..bars() };
    let drawn = to_svg(&Chart::Bars(odd), None, Lang::Kk, 483.0, Theme::Light, &faces);
    assert!(matches!(drawn, Err(Error::GlyphMissing(missing)) if missing.letters == "語"));
    let made = to_svg(&Chart::Intervals(compared()), None, Lang::Kk, 483.0, Theme::Light, &faces).unwrap();
    assert!(made.svg.contains("&lt;b&gt;&amp;") && !made.svg.contains("<b>") && !made.svg.contains(" style="));
}

#[test]
fn light_and_dark_are_one_drawing() {
    let faces = Faces::load().unwrap();
    let shape = |svg: &str| svg.split('#').map(|part| part.get(6..).unwrap_or(part).to_owned()).collect::<Vec<_>>();
    for (name, chart) in all() {
        let [light, dark] =
            [Theme::Light, Theme::Dark].map(|theme| to_svg(&chart, None, Lang::Kk, 483.0, theme, &faces).unwrap());
        assert_eq!(shape(&light.svg)[1..], shape(&dark.svg)[1..], "{name}");
        assert_eq!(light.spots, dark.spots);
    }
}

fn paper() -> Document {
    let texts = Texts::new(Lang::Kk);
    let mut document = brief::compose(&sample::ordinary(), &texts);
    document.blocks.clear();
    for (name, chart) in all() {
        document.blocks.push(Block::Heading { level: super::super::model::Level::Section, text: name.to_owned() });
        let alt = chart.alt();
        document.blocks.push(Block::Figure { chart: Box::new(chart), alt, note: "C5/1".to_owned() });
    }
    let spans = vec![Span::plain("Соңы.".to_owned())];
    document.blocks.push(Block::Paragraph { part: super::super::model::Part::Body, spans });
    document
}

// The page shows what the window shows: the same scene, whose words a reader of the PDF finds again. Kinds that repeat or leave out labels by
// room are held to their drawing by the test of pictures.
#[test]
fn every_kind_stands_on_a_page() {
    let mut document = paper();
    if let Some(folder) = std::env::var_os("TARAZY_LOOK") {
        std::fs::write(std::path::Path::new(&folder).join("charts.pdf"), to_pdf(&document).unwrap()).unwrap();
    }
    document
        .blocks
        .retain(|block| !matches!(block, Block::Figure { chart, .. } if matches!(**chart, Chart::Columns(_) | Chart::Steps(_))));
    let pdf = to_pdf(&document).unwrap();
    holds_the_same_letters(&document, &pdf);
}

#[test]
fn a_picture_says_everything_and_is_the_same_each_time() {
    let faces = Faces::load().unwrap();
    for (name, chart) in all() {
        let svg = to_svg(&chart, Some(&frame()), Lang::Kk, 620.0, Theme::Dark, &faces).unwrap();
        for words in ["Негіздеме", "platform:telegram", "C5/1; 1.0.0"] {
            assert!(svg.svg.contains(words), "{name}: {words}");
        }
        let image = to_png(&chart, &frame(), Lang::Kk, 620.0, 2.0, &faces).unwrap();
        assert_eq!((image.width, image.dots.len()), (1_240, (image.width * image.height * 4) as usize), "{name}");
        assert!(image.png.starts_with(b"\x89PNG\r\n\x1a\n"));
        // Ink on paper, and no dot that something shines through.
        assert!(image.dots.chunks(4).any(|dot| dot[0] < 0x60) && image.dots.chunks(4).all(|dot| dot[3] == 0xff));
        assert!(image == to_png(&chart, &frame(), Lang::Kk, 620.0, 2.0, &faces).unwrap());
        if let Some(folder) = std::env::var_os("TARAZY_LOOK") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}.png")), &image.png).unwrap();
        }
    }
}

#[test]
fn a_picture_beyond_all_bounds_is_refused() {
    let faces = Faces::load().unwrap();
    assert!(matches!(to_png(&Chart::Bars(bars()), &frame(), Lang::Kk, 620.0, 100.0, &faces), Err(Error::Picture)));
}

#[test]
fn a_curve_ends_where_its_share_is_no_longer_known() {
    let point = |hours: f64, share: Option<f64>, limits: Option<(f64, f64)>| StepPoint { hours, share, limits, at_risk: None };
    let mut chart = steps();
    chart.curves.truncate(1);
    chart.curves[0].points = vec![point(0.0, Some(0.2), Some((0.1, 0.4))), point(24.0, None, Some((0.5, 0.9)))];
    let scene = scene_of(&Chart::Steps(chart), Lang::Kk, 400.0, &LIGHT, &Faces::load().unwrap()).unwrap();
    let curve: Vec<_> = scene.prims.iter().filter(|prim| matches!(prim, Prim::Line { width, .. } if *width == 1.5)).collect();
    let dashed = scene.prims.iter().find_map(|prim| match prim {
        Prim::Line { points, width, .. } if *width == 0.8 => points.first(),
        _ => None,
    });
    let [Prim::Line { points, .. }] = curve.as_slice() else { panic!("one line, not {curve:?}") };
    // From the beginning to the dashed line at 24 hours, and not a point further.
    assert_eq!(points.len(), 2);
    assert_eq!(points.last().unwrap().0, dashed.unwrap().0);
}
