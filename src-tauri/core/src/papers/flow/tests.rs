//! What pages promise, held over papers that hold everything.

use std::sync::Arc;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::super::chart::{BarChart, BarRow, Chart};
use super::super::display::{Item, Kid, PAGE_HEIGHT, PAGE_WIDTH, Paged, Role, Target};
use super::super::jpeg::tests::head;
use super::super::model::{Block, Column, Document, Exhibit, Level, Part, Photo, Side, Span, Table};
use super::super::sample;
use super::super::shape::{Faces, Glyph, advance};
use super::pages;
use crate::texts::{Lang, NO_BREAK};

fn set(document: &Document) -> Paged {
    pages(document, &Faces::load().unwrap()).unwrap()
}

fn paper(blocks: Vec<Block>) -> Document {
    Document { blocks, ..sample::long(Lang::Kk, 0) }
}

fn body(words: &str) -> Block {
    Block::Paragraph { part: Part::Body, spans: vec![Span::plain(words)] }
}

fn spoken(glyphs: &[Glyph]) -> String {
    glyphs.iter().map(|glyph| glyph.text.as_str()).collect()
}

/// Returns the words drawn on a page, of those that mean something or of those that decorate.
fn words_on(paged: &Paged, page: usize, meaning: bool) -> String {
    let mut inside = false;
    let mut words = String::new();
    for item in &paged.pages[page].items {
        match item {
            Item::Open { .. } => inside = meaning,
            Item::Decoration | Item::Furniture { .. } => inside = !meaning,
            Item::Text { glyphs, .. } if inside => words.push_str(&spoken(glyphs)),
            _ => {}
        }
    }
    words
}

fn squeezed(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace() && *c != NO_BREAK && *c != '\u{ad}').collect()
}

/// Checks that everything drawn stays on the page, between its margins.
fn check_inside(paged: &Paged, margin: f32) {
    for (number, page) in paged.pages.iter().enumerate() {
        for item in &page.items {
            let (left, right, top, bottom) = match item {
                Item::Text { size, at, glyphs, .. } => {
                    let shown = glyphs.iter().rposition(|glyph| !glyph.is_blank()).map_or(0, |last| last + 1);
                    let width = advance(&glyphs[..shown]) * size / 1_000.0;
                    (at.0, at.0 + width, at.1 - size * 0.8, at.1 + size * 0.2)
                }
                Item::Rect { at, size, .. } | Item::Jpeg { at, size, .. } | Item::Link { at, size, .. } => {
                    (at.0, at.0 + size.0, at.1, at.1 + size.1)
                }
                _ => continue,
            };
            // Signs at the end of a line hang into the margin by less than their width.
            assert!(left >= margin - 1.0 && right <= PAGE_WIDTH - margin + 8.0, "page {number}: {left} {right}");
            assert!(top >= 20.0 && bottom <= PAGE_HEIGHT - 20.0, "page {number}: {top} {bottom}");
        }
    }
}

/// Checks that every mark belongs to one element and every link too.
fn check_tree(paged: &Paged) {
    let mut marks = std::collections::BTreeSet::new();
    let mut links = 0;
    for (number, element) in paged.elements.iter().enumerate() {
        for kid in &element.kids {
            match kid {
                Kid::Mark { page, mark } => assert!(marks.insert((*page, *mark)), "mark {mark} of page {page} twice"),
                Kid::Link { .. } => {
                    links += 1;
                    assert_eq!(element.role, Role::Link);
                }
                Kid::Element(kid) => assert_eq!(paged.elements[*kid].parent, number),
            }
        }
    }
    assert_eq!(marks.len(), paged.pages.iter().map(|page| page.marks).sum::<usize>());
    assert_eq!(links, paged.pages.iter().map(|page| page.links).sum::<usize>());
}

#[test]
fn everything_stands_inside_the_margins_and_belongs_to_an_element() {
    for lang in Lang::ALL {
        let paged = set(&sample::long(lang, 6));
        assert!(paged.pages.len() > 10, "{lang:?}: {}", paged.pages.len());
        check_inside(&paged, 70.0);
        check_tree(&paged);
    }
}

#[test]
fn the_contents_lead_to_the_pages_of_the_headings() {
    for lang in Lang::ALL {
        let paged = set(&sample::long(lang, 6));
        let entries: Vec<usize> =
            (0..paged.elements.len()).filter(|number| paged.elements[*number].role == Role::ContentsEntry).collect();
        let marks: Vec<_> = paged.bookmarks.iter().filter(|mark| mark.depth > 1).collect();
        assert_eq!(entries.len(), marks.len());
        let mut met = 0;
        for item in paged.pages.iter().flat_map(|page| &page.items) {
            let Item::Link { target: Target::Place { page, y }, element, label, .. } = item else { continue };
            let reference = paged.elements[*element].parent;
            if paged.elements[paged.elements[reference].parent].role != Role::ContentsEntry {
                continue;
            }
            assert_eq!((*page, y.to_bits(), label), (marks[met].page, marks[met].y.to_bits(), &marks[met].title));
            assert!(squeezed(&words_on(&paged, *page, true)).contains(&squeezed(label)));
            met += 1;
        }
        assert_eq!(met, marks.len());
        let first = squeezed(&words_on(&paged, 0, true));
        let mark = marks[0];
        assert!(first.contains(&squeezed(&format!("{}{}", mark.title, mark.page + 1))), "{first}");
    }
}

#[test]
fn every_footnote_begins_on_the_page_of_its_mark_and_leads_back() {
    for lang in Lang::ALL {
        let paged = set(&sample::long(lang, 8));
        let page_of = |element: usize| {
            paged.elements[element].kids.iter().find_map(|kid| if let Kid::Mark { page, .. } = kid { Some(*page) } else { None })
        };
        let links_under = |role: Role| -> Vec<usize> {
            let under = |number: &usize| {
                let element = &paged.elements[*number];
                let parent = &paged.elements[element.parent];
                let entry = paged.elements[parent.parent].role == Role::ContentsEntry;
                element.role == Role::Link && parent.role == role && !entry
            };
            (0..paged.elements.len()).filter(under).collect()
        };
        let marks: Vec<_> = links_under(Role::Reference).into_iter().map(page_of).collect();
        let notes: Vec<_> = links_under(Role::Note).into_iter().map(page_of).collect();
        assert!(notes.len() >= 40);
        let mut sorted = notes.clone();
        sorted.sort();
        assert_eq!(marks, sorted, "{lang:?}");
    }
}

#[test]
fn no_heading_stands_at_the_foot_of_a_page() {
    for lang in Lang::ALL {
        let paged = set(&sample::long(lang, 8));
        for mark in paged.bookmarks.iter().filter(|mark| mark.depth > 1) {
            // Something that means something stands on the same page under the heading.
            let mut inside = false;
            let below = paged.pages[mark.page].items.iter().filter(|item| match item {
                Item::Open { element, .. } => {
                    inside = !matches!(paged.elements[*element].role, Role::Section | Role::Subsection | Role::Note);
                    false
                }
                Item::Close => {
                    inside = false;
                    false
                }
                Item::Text { at, .. } => inside && at.1 > mark.y + 10.0,
                Item::Jpeg { at, .. } => inside && at.1 > mark.y,
                _ => false,
            });
            assert!(below.count() > 0, "{lang:?}: {} on page {}", mark.title, mark.page);
        }
    }
}

#[test]
fn headings_of_a_table_stand_on_every_page_it_goes_over_to() {
    let column = |head: &str, side| Column { head: head.into(), width: 0.5, side };
    let table = Table {
        caption: "Кесте".into(),
        columns: vec![column("Өңірдің аты", Side::Left), column("Саны", Side::Right)],
        rows: (0..200).map(|row| vec![format!("Жол {row}"), row.to_string()]).collect(),
        sum: true,
    };
    let paged = set(&paper(vec![Block::Table(table)]));
    assert!(paged.pages.len() > 3);
    for page in 0..paged.pages.len() {
        let (said, decorated) = (words_on(&paged, page, true), words_on(&paged, page, false));
        assert_eq!(said.contains("Өңірдің аты"), page == 0);
        assert_eq!(decorated.contains("Өңірдің аты"), page > 0);
    }
    let last = words_on(&paged, paged.pages.len() - 1, true);
    assert!(last.contains("Жол 198") && last.contains("Жол 199"), "{last}");
}

#[test]
fn a_row_higher_than_a_page_goes_over_and_loses_nothing() {
    let column = |head: &str| Column { head: head.into(), width: 0.5, side: Side::Left };
    let cell = (0..300).map(|line| format!("жол{line}")).collect::<Vec<_>>().join("\n");
    let table = Table {
        caption: "Кесте".into(),
        columns: vec![column("А"), column("Б")],
        rows: vec![vec!["бірінші".into(), cell.clone()]],
        sum: false,
    };
    let paged = set(&paper(vec![body("Алдында"), Block::Table(table)]));
    let all: String = (0..paged.pages.len()).map(|page| words_on(&paged, page, true)).collect();
    assert!(squeezed(&all).contains(&squeezed(&cell)));
    check_inside(&paged, 70.0);
}

#[test]
fn a_footnote_longer_than_a_page_goes_on_at_the_next_feet() {
    let long = (0..1_500).map(|word| format!("{word}сөз")).collect::<Vec<_>>().join(" ");
    let noted = Block::Paragraph {
        part: Part::Body,
        spans: vec![Span::plain("Белгі").noted(long.clone()), Span::plain(" соңы.")],
    };
    let paged = set(&paper(vec![noted, body(&"Келесі мәтін. ".repeat(200))]));
    let all: String = (0..paged.pages.len()).map(|page| words_on(&paged, page, true)).collect();
    assert!(all.contains("0сөз 1сөз") && all.contains("1499сөз"));
    check_inside(&paged, 70.0);
    check_tree(&paged);
}

#[test]
fn a_photograph_keeps_its_sides_and_leaves_room() {
    for (across, down) in [(8_688, 5_792), (2_000, 9_000), (120, 80), (9_000, 3)] {
        let jpeg = Arc::new(head(0xc2, across, down, 3));
        let photo = Photo { jpeg, alt: "Сурет".into(), caption: "Сурет".into() };
        let paged = set(&paper(vec![Block::Photo(photo)]));
        let drawn =
            paged.pages[0].items.iter().find_map(|item| if let Item::Jpeg { size, .. } = item { Some(*size) } else { None });
        let (width, height) = drawn.unwrap();
        assert!(height <= PAGE_HEIGHT * 0.6 && width <= PAGE_WIDTH - 140.0 + 0.01, "{width} {height}");
        assert!((width / height / (f32::from(across) / f32::from(down)) - 1.0).abs() < 0.01);
    }
}

#[test]
fn a_chart_higher_than_a_page_is_made_smaller() {
    let row = |number: usize| BarRow {
        code: number.to_string(),
        label: format!("{number}-қатар"),
        verdict: None,
        counts: vec![(7, "7".to_owned())],
    };
    for rows in [3, 60, 90, 300] {
        let chart = Chart::Bars(BarChart { series: Vec::new(), rows: (0..rows).map(row).collect() });
        let figure = Block::Figure { alt: "Сурет".into(), note: "Қалай оқылады".into(), chart: Box::new(chart) };
        let paged = set(&paper(vec![body("Алдыңғы сөз."), figure, body("Кейінгі сөз.")]));
        check_inside(&paged, 70.0);
        check_tree(&paged);
        assert!(paged.pages.len() <= 3);
        let last = format!("{}-қатар", rows - 1);
        assert!((0..paged.pages.len()).any(|page| words_on(&paged, page, true).contains(&last)));
    }
}

#[test]
fn all_missing_letters_of_a_paper_are_named_with_their_place() {
    let blocks = vec![body("Бәрі бар"), body("Жауап: سلام"), body("日本 және سلام")];
    let Err(crate::papers::Error::GlyphMissing(missing)) = pages(&paper(blocks), &Faces::load().unwrap()) else {
        panic!("it was set");
    };
    assert_eq!((missing.letters.as_str(), missing.place.as_str()), ("سلام日本", "Жауап: سلام"));
}

#[test]
fn ten_thousand_exhibits_take_ten_times_as_long_as_a_thousand() {
    let time = |count: usize| {
        let exhibit = |number: usize| Exhibit {
            number: number.to_string(),
            description: "Беттің көшірмесі".into(),
            captured: "2026-03-14, 10:42".into(),
            digest: format!("{number:064x}"),
            custody: vec!["2026-03-14 · алынды".into()],
        };
        let heads = ["№", "Сипаттама", "Алынған", "Сақталу"].map(str::to_owned);
        let block = Block::Exhibits { caption: "Айғақтар".into(), heads, exhibits: (0..count).map(exhibit).collect() };
        let began = Instant::now();
        let paged = set(&paper(vec![block]));
        let took = began.elapsed();
        let last = words_on(&paged, paged.pages.len() - 1, true);
        assert!(last.contains(&format!("{:064x}", count - 1)));
        took
    };
    let (few, many) = (time(1_000), time(10_000));
    assert!(many < few * 30 + Duration::from_secs(1), "{few:?} {many:?}");
}

fn some_words() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(vec![
            "Қазақстан",
            "174-бабы",
            "№",
            "25",
            "https://example.kz/a_b?c=1",
            "—",
            "ұ",
            "office",
            "жауапкершілік",
            "«иә»",
            "48 %",
        ]),
        1..60,
    )
    .prop_map(|words| words.join(" "))
}

fn some_block() -> impl Strategy<Value = Block> {
    let spans = || {
        (some_words(), some_words(), any::<bool>()).prop_map(|(words, note, noted)| {
            let span = Span::plain(words);
            vec![if noted { span.noted(note) } else { span }]
        })
    };
    prop_oneof![
        some_words().prop_map(|text| Block::Heading { level: Level::Section, text }),
        some_words().prop_map(|text| Block::Heading { level: Level::Chapter, text }),
        spans().prop_map(|spans| Block::Paragraph { part: Part::Body, spans }),
        spans().prop_map(|spans| Block::Numbered { number: "12".into(), spans }),
        (spans(), some_words()).prop_map(|(spans, source)| Block::Quote { spans, source }),
        prop::collection::vec(spans(), 1..4).prop_map(Block::List),
        (some_words(), prop::collection::vec(some_words(), 1..3))
            .prop_map(|(label, paragraphs)| Block::Written { label, paragraphs }),
        some_words().prop_map(|text| Block::Callout { text }),
        Just(Block::PageBreak),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_a_paper_says_is_said_inside_the_page(blocks in prop::collection::vec(some_block(), 1..14)) {
        let document = paper(blocks);
        let paged = set(&document);
        check_inside(&paged, 70.0);
        check_tree(&paged);
        let drawn: String = (0..paged.pages.len()).map(|page| words_on(&paged, page, true)).collect();
        let drawn: std::collections::BTreeSet<String> = drawn.split([' ', NO_BREAK]).map(squeezed).collect();
        for words in document.blocks.iter().flat_map(|block| match block {
            Block::Callout { text } | Block::Heading { text, .. } => vec![text.clone()],
            _ => Vec::new(),
        }) {
            for word in words.split(' ').filter(|word| !word.contains('/')) {
                prop_assert!(drawn.iter().any(|drawn| drawn.contains(&squeezed(word))), "{word}");
            }
        }
    }
}
