use super::super::display::Turn;
use super::super::jpeg::laid;
use super::super::model::{Block, Column, Digest, Document, Exhibit, Level, Measure, Part, Photo, Side, Span, Table};
use super::super::{Error, brief, sample, to_docx};
use super::body::turning;
use super::{language, write};
use crate::texts::{Lang, Texts};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::Arc;

/// A JPEG of 3 × 2 dots as far as its head tells: nothing reads further.
fn jpeg() -> Vec<u8> {
    let head = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0];
    [&head[..], b"\xff\xda\x00\x02 rest \xff\xd9"].concat()
}

/// A paper with every block that there is.
fn all(lang: Lang) -> Document {
    let texts = Texts::new(lang);
    let ordinary = brief::compose(&sample::ordinary(), &texts);
    let figure = ordinary.blocks.iter().find(|block| matches!(block, Block::Figure { .. })).unwrap().clone();
    let column = |head: &str, side| Column { head: head.into(), width: 1.0, side };
    let exhibit = |number: &str, custody: Vec<String>| Exhibit {
        number: number.into(),
        description: "Қаулының көшірмесі".into(),
        captured: "2 March 2026, WARC".into(),
        digest: number.repeat(64).chars().take(64).collect(),
        custody,
    };
    let heading = |level, text: &str| Block::Heading { level, text: text.into() };
    Document {
        running: "Running <head>".into(),
        title: "Title & “more”".into(),
        author: "Ұйым".into(),
        blocks: vec![
            Block::Paragraph { part: Part::Kicker, spans: vec![Span::strong("KICKER")] },
            heading(Level::Title, "Title"),
            Block::Paragraph { part: Part::Dateline, spans: vec![Span::plain("1 July 2026")] },
            Block::Callout { text: "Call <out> & more".into() },
            Block::Contents { heading: "Contents".into() },
            Block::PageBreak,
            heading(Level::Chapter, "Chapter one"),
            Block::Headline { figure: "63 %".into(), sentence: "26 of 41".into() },
            Block::Measures(vec![
                Measure { value: "51".into(), label: "complaints".into() },
                Measure { value: "36".into(), label: "orders".into() },
            ]),
            figure,
            heading(Level::Section, "A section"),
            Block::Paragraph {
                part: Part::Body,
                spans: vec![
                    Span::plain("Plain "),
                    Span::strong("strong "),
                    Span::slanted("slanted").noted("A note & its <words>"),
                    Span::plain(" закон ").in_lang(Lang::Ru),
                    Span::plain("заң").in_lang(Lang::Kk).noted("Second note"),
                    Span::plain("here").leading_to("https://example.kz/іс бір?a=1&b=2"),
                    Span::plain("nowhere").leading_to("javascript:alert(1)"),
                    Span::plain(" two\nlines\tand a tab"),
                ],
            },
            Block::Paragraph { part: Part::Column, spans: vec![Span::plain("Column")] },
            Block::Paragraph { part: Part::Note, spans: vec![Span::plain("Small")] },
            Block::Table(Table {
                caption: "A table".into(),
                columns: vec![column("Name", Side::Left), column("Items", Side::Right)],
                rows: vec![vec!["One".into(), "1 234".into()], vec!["All".into(), "1 234".into()]],
                sum: true,
            }),
            Block::List(vec![vec![Span::plain("First point")], vec![Span::plain("Second point").noted("Third note")]]),
            Block::Link { text: "A link".into(), url: "https://example.kz/".into() },
            Block::Digests {
                digests: vec![Digest { label: "Snapshot".into(), value: "ab".repeat(32) }],
                note: "What they are".into(),
            },
            heading(Level::Subsection, "A subsection"),
            Block::Numbered { number: "12".into(), spans: vec![Span::plain("Numbered").noted("Fourth note")] },
            Block::Numbered { number: "3.1".into(), spans: vec![Span::plain("Deeper")] },
            Block::Quote { spans: vec![Span::plain("Somebody's words")], source: "Somebody".into() },
            Block::Written { label: "Comment".into(), paragraphs: vec!["One.".into(), "Two.".into()] },
            Block::Photo(Photo { jpeg: Arc::new(jpeg()), alt: "A street \"sign\"".into(), caption: "Photo".into() }),
            Block::Exhibits {
                caption: "Exhibits".into(),
                heads: ["No", "What", "Captured", "Held"].map(Into::into),
                exhibits: vec![exhibit("1", vec!["A, 1 March".into(), "B, 2 March".into()]), exhibit("2", Vec::new())],
            },
            Block::Columns {
                split: 0.5,
                left: vec![heading(Level::Section, "Left"), Block::Callout { text: "Left words".into() }],
                right: vec![heading(Level::Section, "Right"), Block::Callout { text: "Right words".into() }],
            },
        ],
        ..ordinary
    }
}

fn parts(file: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut parts = BTreeMap::new();
    for number in 0..zip.len() {
        let mut part = zip.by_index(number).unwrap();
        let time = part.last_modified().unwrap();
        assert_eq!((time.year(), time.month(), time.hour()), (1980, 1, 0), "{:?}", part.name());
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.insert(part.name().unwrap().into_owned(), bytes);
    }
    parts
}

fn xml(file: &[u8], name: &str) -> String {
    String::from_utf8(parts(file).remove(name).unwrap_or_else(|| panic!("{name} is not there"))).unwrap()
}

/// Reads the words of each paragraph that has some, and checks on the way that the part is well formed.
fn paragraphs(part: &str) -> Vec<String> {
    let mut reader = Reader::from_str(part);
    let (mut found, mut open, mut depth, mut inside) = (Vec::new(), String::new(), 0_i32, false);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(start) => {
                depth += 1;
                inside = start.name().as_ref() == "w:t";
                start.attributes().for_each(|attribute| drop(attribute.unwrap()));
            }
            Event::End(end) => {
                depth -= 1;
                inside = false;
                if end.name().as_ref() == "w:p" && !open.is_empty() {
                    found.push(std::mem::take(&mut open));
                }
            }
            Event::Empty(empty) => {
                empty.attributes().for_each(|attribute| drop(attribute.unwrap()));
                match empty.name().as_ref() {
                    "w:br" => open.push('\n'),
                    "w:tab" => open.push('\t'),
                    _ => {}
                }
            }
            Event::Text(text) if inside => open.push_str(&text),
            Event::GeneralRef(reference) if inside => open.push(match &*reference {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                other => panic!("{other}"),
            }),
            _ => {}
        }
    }
    assert_eq!(depth, 0, "everything that was begun is ended");
    found
}

/// Returns the words of a paper as the body of its file has them: charts are pictures, footnotes stand apart, contents name the headings.
fn expected(blocks: &[Block], whole: &[Block]) -> Vec<String> {
    let mut words = Vec::new();
    for block in blocks {
        match block {
            Block::Figure { note, .. } => words.push(note.clone()),
            Block::Contents { heading } => {
                words.push(heading.clone());
                let mut found = Vec::new();
                super::body::headings(whole, &mut found);
                words.extend(found.into_iter().map(|(_, text)| text.to_owned()));
            }
            Block::Columns { left, right, .. } => words.extend([expected(left, whole), expected(right, whole)].concat()),
            block => {
                let document = Document { blocks: vec![block.clone()], ..all(Lang::En) };
                let notes = block.notes();
                words.extend(document.words().into_iter().filter(|words| !notes.contains(words)));
            }
        }
    }
    words.retain(|words| !words.is_empty());
    words
}

#[test]
fn every_word_stands_in_its_order_and_nothing_else() {
    for lang in Lang::ALL {
        let document = all(lang);
        let file = write(&document).unwrap();
        let read = paragraphs(&xml(&file, "word/document.xml"));
        // The number of a paragraph stands before a tab.
        let tab = |words: String| words.split_once('\t').map(|(a, b)| (a.to_owned(), b.to_owned()));
        let is_number = |words: &str| words.chars().all(|c| c.is_ascii_digit() || c == '.');
        let read: Vec<String> = read
            .into_iter()
            .flat_map(|words| match tab(words.clone()) {
                Some((number, rest)) if is_number(&number) => vec![number, rest],
                _ => vec![words],
            })
            .collect();
        assert_eq!(read, expected(&document.blocks, &document.blocks), "{lang:?}");
        let notes = paragraphs(&xml(&file, "word/footnotes.xml"));
        assert_eq!(notes, [" A note & its <words>", " Second note", " Third note", " Fourth note"]);
    }
}

#[test]
fn every_part_is_well_formed_and_named_in_the_package() {
    let file = write(&all(Lang::Kk)).unwrap();
    let parts = parts(&file);
    let types = String::from_utf8(parts["[Content_Types].xml"].clone()).unwrap();
    for (name, bytes) in &parts {
        if name.ends_with(".png") || name.ends_with(".jpg") {
            continue;
        }
        paragraphs(&String::from_utf8(bytes.clone()).unwrap());
        assert!(name.ends_with(".rels") || name.starts_with('[') || types.contains(&format!("\"/{name}\"")), "{name}");
    }
    // Every relation leads to a part, and every reference of the body to a relation.
    let relations = xml(&file, "word/_rels/document.xml.rels");
    for target in relations.split("Target=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(target.starts_with("https://") || parts.contains_key(&format!("word/{target}")), "{target}");
    }
    let body = xml(&file, "word/document.xml");
    for mark in ["r:id=\"", "r:embed=\""] {
        for id in body.split(mark).skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(relations.contains(&format!("Id=\"{id}\"")), "{id}");
        }
    }
    // Every style that is used is there.
    let styles = xml(&file, "word/styles.xml");
    for mark in ["w:pStyle w:val=\"", "w:rStyle w:val=\"", "w:tblStyle w:val=\""] {
        for name in [&body, &xml(&file, "word/footnotes.xml")].iter().flat_map(|part| part.split(mark).skip(1)) {
            let name = name.split('"').next().unwrap();
            assert!(styles.contains(&format!("w:styleId=\"{name}\"")), "{name}");
        }
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for lang in Lang::ALL {
        let document = all(lang);
        assert!(write(&document).unwrap() == to_docx(&document).unwrap(), "{lang:?}");
    }
}

#[test]
fn languages_are_those_of_the_paper_and_of_the_words() {
    for lang in Lang::ALL {
        let file = write(&all(lang)).unwrap();
        let tag = language(lang);
        assert!(xml(&file, "word/styles.xml").contains(&format!("<w:lang w:val=\"{tag}\"")));
        assert!(xml(&file, "word/settings.xml").contains(&format!("<w:themeFontLang w:val=\"{tag}\"/>")));
        assert!(xml(&file, "docProps/core.xml").contains(&format!("<dc:language>{tag}</dc:language>")));
        let body = xml(&file, "word/document.xml");
        let own = "<w:lang w:val=\"ru-RU\" w:eastAsia=\"ru-RU\"/></w:rPr><w:t xml:space=\"preserve\"> закон </w:t>";
        assert!(body.contains(own), "{lang:?}");
        assert!(body.contains("<w:lang w:val=\"kk-KZ\" w:eastAsia=\"kk-KZ\"/></w:rPr><w:t xml:space=\"preserve\">заң</w:t>"));
        assert!(xml(&file, "word/footnotes.xml").contains("<w:lang w:val=\"kk-KZ\""));
    }
}

#[test]
fn headings_footnotes_tables_and_fields_are_real_ones() {
    let file = write(&all(Lang::En)).unwrap();
    let (body, styles) = (xml(&file, "word/document.xml"), xml(&file, "word/styles.xml"));
    for style in ["Title", "Chapter", "Heading1", "Heading2"] {
        assert!(body.contains(&format!("<w:pStyle w:val=\"{style}\"/>")), "{style}");
    }
    for (id, depth) in [("Heading1", 0), ("Chapter", 0), ("Heading2", 1), ("Heading3", 2)] {
        let style = styles.split(&format!("w:styleId=\"{id}\"")).nth(1).unwrap().split("</w:style>").next().unwrap();
        assert!(style.contains(&format!("<w:outlineLvl w:val=\"{depth}\"/>")), "{id}");
    }
    assert_eq!(body.matches("<w:footnoteReference ").count(), 4);
    assert_eq!(xml(&file, "word/footnotes.xml").matches("<w:footnoteRef/>").count(), 4);
    // Headings of the table and of the exhibits come again; the row of counts has none.
    assert_eq!(body.matches("<w:tblHeader/>").count(), 2);
    assert_eq!(body.matches("<w:pStyle w:val=\"TableNumber\"/>").count(), 2);
    assert!(styles.contains("w:styleId=\"TableNumber\"") && styles.contains("<w:jc w:val=\"right\"/>"));
    let footer = xml(&file, "word/footer.xml");
    assert!(footer.contains("w:instr=\" PAGE \"") && footer.contains("w:instr=\" NUMPAGES \""), "{footer}");
    assert!(xml(&file, "word/header.xml").contains("Running &lt;head&gt;"));
    // Every entry of the contents leads to a heading, and nothing makes Word ask whether it may fill them anew.
    for anchor in body.split("w:anchor=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(body.contains(&format!("w:name=\"{anchor}\"")), "{anchor}");
    }
    assert_eq!(body.matches("w:anchor=").count(), 5);
    assert!(!xml(&file, "word/settings.xml").contains("updateFields") && !body.contains("w:dirty"));
    assert_eq!(body.matches("<w:pageBreakBefore/>").count(), 1);
}

#[test]
fn a_running_head_is_there_where_there_is_one() {
    let file = write(&Document { running: String::new(), ..all(Lang::En) }).unwrap();
    assert!(!parts(&file).contains_key("word/header.xml"));
    assert!(!xml(&file, "word/document.xml").contains("titlePg"));
}

#[test]
fn pictures_have_words_and_photographs_their_own_bytes() {
    let document = all(Lang::Ru);
    let file = write(&document).unwrap();
    let parts = parts(&file);
    assert!(parts["word/media/picture1.png"].starts_with(b"\x89PNG"));
    assert_eq!(parts["word/media/picture2.jpg"], jpeg());
    let body = xml(&file, "word/document.xml");
    let alt = document.blocks.iter().find_map(|block| match block {
        Block::Figure { alt, .. } => Some(alt.clone()),
        _ => None,
    });
    assert!(body.contains(&format!("descr=\"{}\"", alt.unwrap())));
    assert!(body.contains("descr=\"A street &quot;sign&quot;\""));
    // 3 dots across and 2 down, as wide as the text.
    assert!(body.contains("<wp:extent cx=\"5904230\" cy=\"3936154\"/>"), "{body}");
}

#[test]
fn a_photograph_without_a_size_is_refused() {
    let photo = Photo { jpeg: Arc::new(b"no".to_vec()), alt: String::new(), caption: String::new() };
    let document = Document { blocks: vec![Block::Photo(photo)], ..all(Lang::En) };
    assert!(matches!(write(&document), Err(Error::Photo("is no JPEG file"))));
}

#[test]
fn a_photograph_is_turned_as_its_camera_says() {
    let turned = crate::papers::jpeg::tests::turned(&jpeg(), 6, true);
    let photo = Photo { jpeg: Arc::new(turned.clone()), alt: "A".into(), caption: String::new() };
    let file = write(&Document { blocks: vec![Block::Photo(photo)], ..all(Lang::En) }).unwrap();
    assert_eq!(parts(&file)["word/media/picture1.jpg"], turned);
    let body = xml(&file, "word/document.xml");
    // Three dots across and two down are seen as two across and three down: as wide as the text they would be 697 points high, so 560 bound them.
    let (wide, high) = ("4741334", "7112000");
    assert!(
        body.contains(&format!(
            "<wp:extent cx=\"{high}\" cy=\"{wide}\"/><wp:effectExtent l=\"0\" t=\"1185333\" r=\"0\" b=\"1185333\"/>"
        )),
        "{body}"
    );
    assert!(body.contains("<a:xfrm rot=\"5400000\">"), "{body}");
}

#[test]
fn a_mirror_and_an_angle_turn_a_picture_as_its_place_on_a_page_does() {
    for code in 1..=8 {
        let turn = Turn::of(code).unwrap();
        let said = |name: &str| turning(turn).iter().find(|(own, _)| *own == name).map(|(_, value)| *value);
        let angle: f32 = said("rot").map_or(0.0, |value| value.parse::<f32>().unwrap() / 60_000.0).to_radians();
        let [a, b, c, d, e, f] = laid(turn, (-1.0, -1.0), (2.0, 2.0));
        for (x, y) in [(-1.0_f32, -1.0_f32), (1.0, -1.0), (-1.0, 1.0)] {
            let (u, v) = ((x + 1.0) / 2.0, (y + 1.0) / 2.0);
            let (x, y) = (if said("flipH").is_some() { -x } else { x }, if said("flipV").is_some() { -y } else { y });
            let turned = (x * angle.cos() - y * angle.sin(), x * angle.sin() + y * angle.cos());
            let drawn = (a * u + c * v + e, b * u + d * v + f);
            assert!((turned.0 - drawn.0).abs() < 1e-4 && (turned.1 - drawn.1).abs() < 1e-4, "{code}: {turned:?} {drawn:?}");
        }
    }
}

#[test]
fn the_file_names_the_paper_and_nobody_else() {
    let file = write(&all(Lang::En)).unwrap();
    let core = xml(&file, "docProps/core.xml");
    assert_eq!(core.matches("2026-07-14T00:00:00Z").count(), 2, "{core}");
    assert!(core.contains("<dc:title>Title &amp; “more”</dc:title>") && core.contains("<dc:creator>Ұйым</dc:creator>"));
    for (name, bytes) in parts(&file) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for mark in ["rsid", "lastModifiedBy", "paraId", "revision", "Company", "Manager"] {
            assert!(!text.contains(mark), "{name} holds {mark}");
        }
    }
    assert!(xml(&file, "word/settings.xml").contains("<w:removePersonalInformation/>"));
}

#[test]
fn addresses_that_word_would_not_open_stay_words() {
    let file = write(&all(Lang::En)).unwrap();
    let relations = xml(&file, "word/_rels/document.xml.rels");
    assert!(relations.contains("https://example.kz/%D1%96%D1%81%20%D0%B1%D1%96%D1%80?a=1&amp;b=2"), "{relations}");
    assert!(!relations.contains("javascript"));
    assert!(xml(&file, "word/document.xml").contains("nowhere"));
}

#[test]
fn letters_that_xml_forbids_are_left_out_and_all_others_kept() {
    let odd = "a\u{0}b\u{8}c\u{b}d\u{1f}e\u{fffe}f\u{ffff}g]]>h<i>&amp;\u{85}😀עברית العربية ₸ ә";
    let kept = "abcdefg]]>h<i>&amp;\u{85}😀עברית العربية ₸ ә";
    let span = Span::plain(odd).noted(odd);
    let document = Document {
        title: odd.into(),
        running: odd.into(),
        blocks: vec![Block::Paragraph { part: Part::Body, spans: vec![span] }],
        ..all(Lang::En)
    };
    let file = write(&document).unwrap();
    assert_eq!(paragraphs(&xml(&file, "word/document.xml")), [kept]);
    assert_eq!(paragraphs(&xml(&file, "word/footnotes.xml")), [format!(" {kept}")]);
    assert_eq!(paragraphs(&xml(&file, "word/header.xml")), [kept]);
}

#[test]
fn every_brief_can_be_written() {
    for facts in sample::ends() {
        for lang in Lang::ALL {
            let document = brief::compose(&facts, &Texts::new(lang));
            let file = to_docx(&document).unwrap();
            assert_eq!(paragraphs(&xml(&file, "word/document.xml")), expected(&document.blocks, &document.blocks));
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_is_written_is_read_back(words in "\\PC{1,40}", note in "\\PC{1,40}") {
        let span = Span::plain(words.clone()).noted(note.clone());
        let document = Document { blocks: vec![Block::Quote { spans: vec![span], source: String::new() }], ..all(Lang::Kk) };
        let file = write(&document).unwrap();
        proptest::prop_assert_eq!(paragraphs(&xml(&file, "word/document.xml")), vec![super::xml::clean(&words)]);
        proptest::prop_assert_eq!(paragraphs(&xml(&file, "word/footnotes.xml")), vec![format!(" {}", super::xml::clean(&note))]);
    }
}

/// Writes a paper with every block in each language to a folder, to be looked at.
#[test]
#[ignore = "writes files to be looked at"]
fn to_be_looked_at() {
    let folder = std::path::PathBuf::from(std::env::var("TARAZY_LOOK").unwrap());
    for lang in Lang::ALL {
        std::fs::write(folder.join(format!("all-{}.docx", lang.code())), write(&all(lang)).unwrap()).unwrap();
        let brief = brief::compose(&sample::ordinary(), &Texts::new(lang));
        std::fs::write(folder.join(format!("brief-{}.docx", lang.code())), write(&brief).unwrap()).unwrap();
    }
}
