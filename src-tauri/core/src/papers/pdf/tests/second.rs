//! The display list drawn by another engine. It keeps the list neutral: whatever only one engine could draw would not come out of this one.

use std::collections::HashMap;
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Command;

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target as Led};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::{Destination, XyzDestination};
use krilla::geom::{PathBuilder, Point as Spot, Rect, Size, Transform};
use krilla::image::Image;
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, TableHeaderScope, Tag, TagGroup, TagId, TagKind, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use super::sheet::everything;
use super::{golden, written};
use crate::papers::display::{Bookmark, Color, Item, Kid, PAGE_HEIGHT, PAGE_WIDTH, Paged, Point, Role, Target};
use crate::papers::jpeg::laid;
use crate::papers::shape::{Face, Faces, Glyph};
use crate::papers::{flow, pdf};

/// Marks and links of the other engine by the page and number of ours.
type Marks = HashMap<(usize, usize), Identifier>;

/// Writes a paper with the other engine, which refuses what neither PDF/A-2a nor PDF/UA-1 allows.
fn write(paged: &Paged) -> Vec<u8> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .unwrap();
    let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let fonts: Vec<Font> = Face::ALL.iter().map(|face| Font::new(face.bytes().to_vec().into(), 0).unwrap()).collect();
    let (mut marks, mut links) = (Marks::new(), Marks::new());
    for (number, page) in paged.pages.iter().enumerate() {
        let mut sheet = document.start_page_with(PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT).unwrap());
        let mut surface = sheet.surface();
        for item in &page.items {
            draw(&mut surface, item, &fonts, &mut |mark, identifier| {
                marks.insert((number, mark), identifier);
            });
        }
        surface.finish();
        let laid = page.items.iter().filter_map(|item| match item {
            Item::Link { at, size, target, label, .. } => Some((at, size, target, label)),
            _ => None,
        });
        for (place, (at, size, target, label)) in laid.enumerate() {
            let target = match target {
                Target::Address(url) => Led::Action(Action::Link(LinkAction::new(url.clone()))),
                Target::Place { page, y } => {
                    Led::Destination(Destination::Xyz(XyzDestination::new(*page, Spot::from_xy(0.0, *y))))
                }
            };
            let link = LinkAnnotation::new(rect(*at, *size), target);
            let identifier = sheet.add_tagged_annotation(Annotation::new_link(link, Some(label.clone())));
            links.insert((number, place), identifier);
        }
        sheet.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(paged.lang.code().to_owned()));
    for kid in &paged.elements[0].kids {
        let Kid::Element(place) = kid else { panic!("a mark belongs to the paper as a whole") };
        tree.push(group(paged, *place, &mut marks, &mut links));
    }
    assert!(marks.is_empty() && links.is_empty(), "marks that belong to no element: {:?} {:?}", marks.keys(), links.keys());
    document.set_tag_tree(tree);
    document.set_outline(outline(&paged.bookmarks));
    let made = DateTime::new(2026).month(7).day(14);
    let metadata = Metadata::new().title(paged.title.clone()).authors(vec![paged.author.clone()]).creation_date(made);
    document.set_metadata(metadata.language(paged.lang.code().to_owned()).document_id("fixed".to_owned()));
    document.finish().unwrap()
}

fn draw(surface: &mut Surface, item: &Item, fonts: &[Font], mark: &mut dyn FnMut(usize, Identifier)) {
    match item {
        Item::Text { face, size, color, at, glyphs } => {
            fill(surface, *color);
            let font = fonts[*face as usize].clone();
            let (text, glyphs) = with_text(glyphs);
            surface.draw_glyphs(Spot::from_xy(at.0, at.1), &glyphs, font, &text, *size, false);
        }
        Item::Rect { at, size, fill: color } => {
            fill(surface, *color);
            let mut path = PathBuilder::new();
            path.push_rect(rect(*at, *size));
            surface.draw_path(&path.finish().unwrap());
        }
        Item::Line { points, color, width } => {
            surface.set_fill(None);
            surface.set_stroke(Some(Stroke { paint: paint(*color).into(), width: *width, ..Stroke::default() }));
            surface.draw_path(&along(points).finish().unwrap());
            surface.set_stroke(None);
        }
        Item::Polygon { points, fill: color } => {
            fill(surface, *color);
            let mut path = along(points);
            path.close();
            surface.draw_path(&path.finish().unwrap());
        }
        Item::Dot { at: (x, y), radius, fill: color } => {
            fill(surface, *color);
            let mut path = PathBuilder::new();
            let k = radius * 0.552_3;
            path.move_to(x + radius, *y);
            path.cubic_to(x + radius, y + k, x + k, y + radius, *x, y + radius);
            path.cubic_to(x - k, y + radius, x - radius, y + k, x - radius, *y);
            path.cubic_to(x - radius, y - k, x - k, y - radius, *x, y - radius);
            path.cubic_to(x + k, y - radius, x + radius, y - k, x + radius, *y);
            path.close();
            surface.draw_path(&path.finish().unwrap());
        }
        Item::Open { mark: number, .. } => mark(*number, surface.start_tagged(ContentTag::Other)),
        Item::Decoration => drop(surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)))),
        Item::Furniture { foot } => {
            let edge = if *foot { ArtifactType::Footer } else { ArtifactType::Header };
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(edge)));
        }
        Item::Close => surface.end_tagged(),
        Item::Jpeg { at, size, jpeg, turn } => {
            let image = Image::from_jpeg(jpeg.to_vec().into(), false).unwrap();
            let [a, b, c, d, e, f] = laid(*turn, *at, *size);
            surface.push_transform(&Transform::from_row(a, b, c, d, e, f));
            surface.draw_image(image, Size::from_wh(1.0, 1.0).unwrap());
            surface.pop();
        }
        Item::Link { .. } => {}
    }
}

/// The words of some glyphs, and the glyphs with the place of theirs. A glyph that says nothing of its own belongs to the one before it.
fn with_text(glyphs: &[Glyph]) -> (String, Vec<KrillaGlyph>) {
    let (mut text, mut last) = (String::new(), 0..0);
    let mut placed = Vec::new();
    for glyph in glyphs {
        let from = text.len();
        text.push_str(&glyph.text);
        if text.len() > from {
            last = from..text.len();
        }
        let id = GlyphId::new(u32::from(glyph.id));
        let [advance, dx, dy] = [glyph.advance, glyph.dx, glyph.dy].map(|length| length / 1_000.0);
        placed.push(KrillaGlyph::new(id, advance, dx, dy, 0.0, last.clone(), None));
    }
    (text, placed)
}

fn group(paged: &Paged, place: usize, marks: &mut Marks, links: &mut Marks) -> TagGroup {
    let element = &paged.elements[place];
    let heading = |depth: u16| {
        let title =
            paged.bookmarks.iter().find(|bookmark| u16::from(bookmark.depth) == depth).map(|bookmark| bookmark.title.clone());
        Tag::Hn(NonZeroU16::new(depth).unwrap(), title).with_lang(lang(paged, place)).into()
    };
    let kind: TagKind = match element.role {
        Role::Document => panic!("a paper within a paper"),
        Role::Title => heading(1),
        Role::Section => heading(2),
        Role::Subsection => heading(3),
        Role::Paragraph => Tag::P.with_lang(lang(paged, place)).into(),
        Role::List => Tag::L(ListNumbering::None).into(),
        Role::ListItem => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::ListBody => Tag::LBody.into(),
        Role::Figure => Tag::Figure(element.alt.clone()).into(),
        Role::Caption => Tag::Caption.into(),
        Role::Table => Tag::Table.into(),
        Role::TableHead => Tag::THead.into(),
        Role::TableBody => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
        Role::Link => Tag::Link.into(),
        Role::Span => Tag::Span.with_lang(lang(paged, place)).into(),
        Role::Reference => Tag::Reference.into(),
        Role::Note => Tag::Note.with_id(Some(TagId::from(place.to_be_bytes()))).into(),
        Role::Quote => Tag::BlockQuote.into(),
        Role::Contents => Tag::TOC.into(),
        Role::ContentsEntry => Tag::TOCI.into(),
    };
    let mut group = TagGroup::new(kind);
    for kid in &element.kids {
        match kid {
            Kid::Element(place) => group.push(self::group(paged, *place, marks, links)),
            Kid::Mark { page, mark } => group.push(marks.remove(&(*page, *mark)).expect("a mark that was drawn")),
            Kid::Link { page, link } => group.push(links.remove(&(*page, *link)).expect("a link that was laid")),
        }
    }
    group
}

fn lang(paged: &Paged, place: usize) -> Option<String> {
    paged.elements[place].lang.map(|lang| lang.code().to_owned())
}

fn outline(bookmarks: &[Bookmark]) -> Outline {
    // The nodes that are open, from the title down.
    let mut open: Vec<(u8, OutlineNode)> = Vec::new();
    let mut outline = Outline::new();
    let mut close = |open: &mut Vec<(u8, OutlineNode)>, depth: u8| {
        while let Some((_, node)) = open.pop_if(|(own, _)| *own >= depth) {
            match open.last_mut() {
                Some((_, parent)) => parent.push_child(node),
                None => outline.push_child(node),
            }
        }
    };
    for bookmark in bookmarks {
        close(&mut open, bookmark.depth);
        let place = XyzDestination::new(bookmark.page, Spot::from_xy(0.0, bookmark.y));
        open.push((bookmark.depth, OutlineNode::new(bookmark.title.clone(), place)));
    }
    close(&mut open, 0);
    outline
}

fn along(points: &[Point]) -> PathBuilder {
    let mut path = PathBuilder::new();
    for (number, (x, y)) in points.iter().enumerate() {
        if number == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
    }
    path
}

fn rect(at: Point, size: (f32, f32)) -> Rect {
    Rect::from_xywh(at.0, at.1, size.0, size.1).unwrap()
}

fn paint(color: Color) -> rgb::Color {
    rgb::Color::new(color[0], color[1], color[2])
}

fn fill(surface: &mut Surface, color: Color) {
    surface.set_stroke(None);
    surface.set_fill(Some(Fill { paint: paint(color).into(), opacity: NormalizedF32::ONE, rule: Default::default() }));
}

/// What a reader reads on each page, blanks aside.
fn words_of_pages(file: &Path) -> Option<Vec<String>> {
    let text = file.with_extension("txt");
    let run = Command::new("pdftotext").arg("-raw").args([file, &text]).status();
    if !run.is_ok_and(|status| status.success()) {
        println!("skipped: pdftotext is not installed");
        return None;
    }
    let said = std::fs::read_to_string(text).unwrap();
    let pages = said.strip_suffix('\u{c}').unwrap_or(&said).split('\u{c}');
    Some(pages.map(|page| page.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{ad}').collect()).collect())
}

#[test]
fn another_engine_draws_the_same_list() {
    let folder = tempfile::tempdir().unwrap();
    let faces = Faces::load().unwrap();
    let papers = golden().into_iter().map(|(name, document)| (name, flow::pages(&document, &faces).unwrap()));
    for (name, paged) in papers.chain([("everything".to_owned(), everything())]) {
        let ours = written(folder.path(), &format!("{name}-ours"), &pdf::write(&paged).unwrap());
        let theirs = written(folder.path(), &format!("{name}-theirs"), &write(&paged));
        let (Some(own), Some(other)) = (words_of_pages(&ours), words_of_pages(&theirs)) else { return };
        assert_eq!(own.len(), paged.pages.len(), "{name}");
        assert_eq!(own, other, "{name}");
    }
}
