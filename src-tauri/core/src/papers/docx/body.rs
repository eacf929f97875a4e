//! The body of a DOCX: every block of a paper as paragraphs, tables and pictures, in reading order.

use super::super::Error;
use super::super::chart::{self, Chart};
use super::super::display::Turn;
use super::super::model::{Block, Column, Digest, Document, Exhibit, Level, Measure, Part, Photo, Side, Span, Table, Weight};
use super::super::shape::Faces;
use super::super::{jpeg, raster};
use super::xml::Xml;
use super::{LEFT, PAGE_HEIGHT, PAGE_WIDTH, TEXT_WIDTH, language};
use crate::texts::Lang;
use std::sync::Arc;

/// Twentieths of a point, and what drawings are measured in, to a point.
const TWIPS: f32 = 20.0;
const EMUS: f32 = 12_700.0;
/// Dots of a chart to a point: sharp in print.
const DOTS: f32 = 3.0;
/// A picture is at most so high, in points.
const PHOTO_HIGHEST: f32 = 560.0;

/// A picture that goes into the file.
pub(super) struct Picture {
    /// Its name in the file.
    pub(super) name: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
}

/// The parts of a file that come from its blocks.
pub(super) struct Body<'a> {
    document: &'a Document,
    faces: Faces,
    xml: Xml,
    /// Footnotes in their order, with the language of the words before them.
    pub(super) notes: Vec<(String, Option<Lang>)>,
    /// Addresses that words lead to.
    pub(super) links: Vec<String>,
    /// Pictures.
    pub(super) pictures: Vec<Picture>,
    headings: usize,
    breaks: bool,
}

impl<'a> Body<'a> {
    /// Writes the blocks of a document.
    pub(super) fn of(document: &'a Document) -> Result<Self, Error> {
        let mut body = Self {
            document,
            faces: Faces::load()?,
            xml: Xml::piece(),
            notes: Vec::new(),
            links: Vec::new(),
            pictures: Vec::new(),
            headings: 0,
            breaks: false,
        };
        body.blocks(&document.blocks)?;
        Ok(body)
    }

    /// Returns the whole body with the shape of its pages.
    pub(super) fn part(&self, headed: bool) -> Xml {
        let mut xml = Xml::part();
        xml.element("w:document", &super::NAMESPACES, |xml| {
            xml.element("w:body", &[], |xml| {
                xml.append(&self.xml);
                section(xml, headed);
            });
        });
        xml
    }

    fn blocks(&mut self, blocks: &[Block]) -> Result<(), Error> {
        blocks.iter().try_for_each(|block| self.block(block))
    }

    fn block(&mut self, block: &Block) -> Result<(), Error> {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph { part, spans } => self.spans(style_of(*part), spans),
            Block::Headline { figure, sentence } => {
                self.line("HeadlineFigure", figure);
                self.line("HeadlineSentence", sentence);
            }
            Block::Callout { text } => self.line("Callout", text),
            Block::Measures(measures) => self.measures(measures),
            Block::Figure { chart, alt, note } => return self.figure(chart, alt, note),
            Block::Table(table) => self.table(table),
            Block::List(points) => points.iter().for_each(|point| self.spans("ListBullet", point)),
            Block::Link { text, url } => self.spans("Normal", &[Span::plain(text).leading_to(url)]),
            Block::Digests { digests, note } => self.digests(digests, note),
            Block::Numbered { number, spans } => self.numbered(number, spans),
            Block::Quote { spans, source } => {
                self.spans("Quote", spans);
                if !source.is_empty() {
                    self.line("QuoteSource", source);
                }
            }
            Block::Written { label, paragraphs } => {
                self.line("WrittenLabel", label);
                paragraphs.iter().for_each(|words| self.line("Written", words));
            }
            Block::Photo(photo) => return self.photo(photo),
            Block::Exhibits { caption, heads, exhibits } => self.exhibits(caption, heads, exhibits),
            Block::Contents { heading } => self.contents(heading),
            Block::PageBreak => self.breaks = true,
            // Two columns are read one after the other: in a file that is to be worked on they stand so.
            Block::Columns { left, right, .. } => {
                self.blocks(left)?;
                return self.blocks(right);
            }
        }
        Ok(())
    }

    /// Writes a paragraph, on a new page where one was asked for.
    fn paragraph(&mut self, style: &str, inside: impl FnOnce(&mut Xml)) {
        let breaks = std::mem::take(&mut self.breaks);
        paragraph(&mut self.xml, style, breaks, inside);
    }

    fn line(&mut self, style: &str, words: &str) {
        self.paragraph(style, |xml| run(xml, &Span::plain(words)));
    }

    fn heading(&mut self, level: Level, words: &str) {
        let style = match level {
            Level::Title => return self.line("Title", words),
            Level::Section => "Heading1",
            Level::Chapter => "Chapter",
            Level::Subsection => "Heading2",
        };
        self.headings += 1;
        let (id, name) = (self.headings.to_string(), mark_of(self.headings));
        self.paragraph(style, |xml| {
            xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
            run(xml, &Span::plain(words));
            xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
        });
    }

    fn spans(&mut self, style: &str, spans: &[Span]) {
        let inside = self.runs(spans);
        self.paragraph(style, |xml| xml.append(&inside));
    }

    fn numbered(&mut self, number: &str, spans: &[Span]) {
        let inside = self.runs(spans);
        self.paragraph("Numbered", |xml| {
            xml.element("w:r", &[], |xml| {
                text(xml, number);
                xml.empty("w:tab", &[]);
            });
            xml.append(&inside);
        });
    }

    /// Writes words with their looks, languages, addresses and the marks of their footnotes.
    fn runs(&mut self, spans: &[Span]) -> Xml {
        let mut xml = Xml::piece();
        for span in spans {
            match span.url.as_deref().and_then(address) {
                Some(address) => {
                    self.links.push(address);
                    let id = link_id(self.links.len());
                    xml.element("w:hyperlink", &[("r:id", &id), ("w:history", "1")], |xml| run(xml, span));
                }
                None => run(&mut xml, span),
            }
            if let Some(note) = &span.note {
                self.notes.push((note.clone(), span.lang));
                let id = self.notes.len().to_string();
                xml.element("w:r", &[], |xml| {
                    xml.element("w:rPr", &[], |xml| xml.empty("w:rStyle", &[("w:val", "FootnoteReference")]));
                    xml.empty("w:footnoteReference", &[("w:id", &id)]);
                });
            }
        }
        xml
    }

    fn measures(&mut self, measures: &[Measure]) {
        self.page_first();
        let widths = vec![TEXT_WIDTH / small(measures.len().max(1)); measures.len()];
        grid(&mut self.xml, "TableNormal", "", &widths, |xml| {
            row(xml, false, |xml| {
                for (measure, width) in measures.iter().zip(&widths) {
                    cell(xml, *width, 1, |xml| {
                        paragraph(xml, "MeasureValue", false, |xml| run(xml, &Span::plain(&measure.value)));
                        paragraph(xml, "MeasureLabel", false, |xml| run(xml, &Span::plain(&measure.label)));
                    });
                }
            });
        });
    }

    /// A table cannot begin a page by itself: a paragraph does it.
    fn page_first(&mut self) {
        if self.breaks {
            self.paragraph("SmallPrint", |_| {});
        }
    }

    fn figure(&mut self, chart: &Chart, alt: &str, note: &str) -> Result<(), Error> {
        let width = TEXT_WIDTH / TWIPS;
        let scene = chart::scene_of(chart, self.document.lang, width, &chart::LIGHT, &self.faces)?;
        let image = raster::draw(&scene, self.document.lang, DOTS, &self.faces)?;
        let ratio = scene.height / scene.width.max(1.0);
        let width = width.min(PHOTO_HIGHEST / ratio.max(0.01));
        self.picture("png", image.png, alt, ((width, width * ratio), Turn::default()));
        if !note.is_empty() {
            self.line("PictureNote", note);
        }
        Ok(())
    }

    fn photo(&mut self, photo: &Photo) -> Result<(), Error> {
        let head = jpeg::head(&photo.jpeg)?;
        let (across, down) = head.seen();
        let ratio = f64::from(down) / f64::from(across);
        #[allow(clippy::cast_possible_truncation, reason = "a ratio of two sides")]
        let ratio = ratio as f32;
        let width = (TEXT_WIDTH / TWIPS).min(PHOTO_HIGHEST / ratio);
        self.picture("jpg", Arc::unwrap_or_clone(Arc::clone(&photo.jpeg)), &photo.alt, ((width, width * ratio), head.turn));
        if !photo.caption.is_empty() {
            self.line("PictureNote", &photo.caption);
        }
        Ok(())
    }

    fn picture(&mut self, ending: &str, bytes: Vec<u8>, alt: &str, (seen, turn): ((f32, f32), Turn)) {
        let number = self.pictures.len() + 1;
        let name = format!("picture{number}.{ending}");
        self.pictures.push(Picture { name: name.clone(), bytes });
        self.paragraph("Picture", |xml| {
            xml.element("w:r", &[], |xml| xml.element("w:drawing", &[], |xml| drawing(xml, (number, &name, alt), seen, turn)));
        });
    }

    fn table(&mut self, table: &Table) {
        self.line("Caption", &table.caption);
        let all: f32 = table.columns.iter().map(|column| column.width.max(0.0)).sum();
        let share = |column: &Column| TEXT_WIDTH * column.width.max(0.0) / all.max(f32::MIN_POSITIVE);
        let widths: Vec<f32> = table.columns.iter().map(share).collect();
        let last = table.rows.len();
        grid(&mut self.xml, "PaperTable", &table.caption, &widths, |xml| {
            row(xml, true, |xml| {
                for (column, width) in table.columns.iter().zip(&widths) {
                    let style = if column.side == Side::Right { "TableHeadNumber" } else { "TableHead" };
                    cell(xml, *width, 1, |xml| paragraph(xml, style, false, |xml| run(xml, &Span::plain(&column.head))));
                }
            });
            for (number, cells) in table.rows.iter().enumerate() {
                let is_sum = table.sum && number + 1 == last;
                row(xml, false, |xml| {
                    for ((words, column), width) in cells.iter().zip(&table.columns).zip(&widths) {
                        let style = if column.side == Side::Right { "TableNumber" } else { "TableText" };
                        let span = if is_sum { Span::strong(words) } else { Span::plain(words) };
                        cell(xml, *width, 1, |xml| paragraph(xml, style, false, |xml| run(xml, &span)));
                    }
                });
            }
        });
    }

    fn digests(&mut self, digests: &[Digest], note: &str) {
        for digest in digests {
            self.line("DigestLabel", &digest.label);
            self.line("Digest", &digest.value);
        }
        if !note.is_empty() {
            self.line("SmallPrint", note);
        }
    }

    /// An exhibit takes up to three rows: what it is, its digest on a line of its own, and who held it.
    fn exhibits(&mut self, caption: &str, heads: &[String; 4], exhibits: &[Exhibit]) {
        self.line("Caption", caption);
        let widths = [0.12, 0.40, 0.26, 0.22].map(|share| TEXT_WIDTH * share);
        let span = |xml: &mut Xml, style: &str, words: &str| {
            paragraph(xml, style, false, |xml| run(xml, &Span::plain(words)));
        };
        grid(&mut self.xml, "PaperTable", caption, &widths, |xml| {
            row(xml, true, |xml| {
                for (head, width) in heads.iter().zip(widths) {
                    cell(xml, width, 1, |xml| span(xml, "TableHead", head));
                }
            });
            for exhibit in exhibits {
                row(xml, false, |xml| {
                    let words = [(&exhibit.number, 1), (&exhibit.description, 1), (&exhibit.captured, 2)];
                    for ((words, columns), width) in words.into_iter().zip(widths) {
                        let width = if columns == 2 { TEXT_WIDTH * 0.48 } else { width };
                        cell(xml, width, columns, |xml| span(xml, "TableText", words));
                    }
                });
                row(xml, false, |xml| cell(xml, TEXT_WIDTH, 4, |xml| span(xml, "Digest", &exhibit.digest)));
                if !exhibit.custody.is_empty() {
                    row(xml, false, |xml| {
                        cell(xml, TEXT_WIDTH, 4, |xml| exhibit.custody.iter().for_each(|entry| span(xml, "TableText", entry)));
                    });
                }
            }
        });
    }

    /// A field that Word fills anew when it is asked to, with the headings in it as links. It does not ask by itself, and holds no page
    /// numbers until then: those of another program's pages would be wrong.
    fn contents(&mut self, heading: &str) {
        self.line("ContentsHeading", heading);
        let mut found = Vec::new();
        headings(&self.document.blocks, &mut found);
        let first = self.headings;
        let entries: Vec<(usize, &str, &str)> = found
            .into_iter()
            .enumerate()
            .filter(|(number, _)| *number >= first)
            .map(|(number, (level, words))| (number + 1, if level == Level::Subsection { "TOC2" } else { "TOC1" }, words))
            .collect();
        let last = entries.len();
        for (place, (number, style, words)) in entries.into_iter().enumerate() {
            self.paragraph(style, |xml| {
                if place == 0 {
                    mark(xml, "begin");
                    xml.element("w:r", &[], |xml| {
                        xml.words("w:instrText", &[("xml:space", "preserve")], " TOC \\o \"1-3\" \\h \\z \\u ");
                    });
                    mark(xml, "separate");
                }
                xml.element("w:hyperlink", &[("w:anchor", &mark_of(number)), ("w:history", "1")], |xml| {
                    run(xml, &Span::plain(words));
                });
                if place + 1 == last {
                    mark(xml, "end");
                }
            });
        }
    }
}

fn style_of(part: Part) -> &'static str {
    match part {
        Part::Kicker => "Kicker",
        Part::Dateline => "Dateline",
        Part::Body => "BodyText",
        Part::Column => "Normal",
        Part::Note => "SmallPrint",
    }
}

/// Collects the headings that contents list, in reading order.
pub(super) fn headings<'b>(blocks: &'b [Block], found: &mut Vec<(Level, &'b str)>) {
    for block in blocks {
        match block {
            Block::Heading { level, text } if *level != Level::Title => found.push((*level, text)),
            Block::Columns { left, right, .. } => {
                headings(left, found);
                headings(right, found);
            }
            _ => {}
        }
    }
}

fn mark_of(heading: usize) -> String {
    format!("_Toc{heading:08}")
}

/// Returns the name by which the body knows an address, counted from 1.
pub(super) fn link_id(number: usize) -> String {
    format!("rIdLink{number}")
}

/// Returns the name by which the body knows a picture, counted from 1.
pub(super) fn picture_id(number: usize) -> String {
    format!("rIdPicture{number}")
}

/// Returns an address that words may lead to. Word does not open a file with an address that it cannot read, so everything else stays words.
fn address(url: &str) -> Option<String> {
    let known = ["https://", "http://", "mailto:"].iter().any(|scheme| url.starts_with(scheme));
    known.then(|| {
        url.bytes().map(|byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
    })
}

/// Says whether a byte stands in an address as it is (RFC 3986).
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte)
}

fn mark(xml: &mut Xml, kind: &str) {
    xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]));
}

/// Writes a paragraph of a style.
pub(super) fn paragraph(xml: &mut Xml, style: &str, breaks: bool, inside: impl FnOnce(&mut Xml)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", style)]);
            if breaks {
                xml.empty("w:pageBreakBefore", &[]);
            }
        });
        inside(xml);
    });
}

/// Writes words of one look and language.
pub(super) fn run(xml: &mut Xml, span: &Span) {
    if span.text.is_empty() {
        return;
    }
    xml.element("w:r", &[], |xml| {
        let is_link = span.url.as_deref().and_then(address).is_some();
        if is_link || span.weight != Weight::Plain || span.lang.is_some() {
            xml.element("w:rPr", &[], |xml| looks(xml, span, is_link));
        }
        text(xml, &span.text);
    });
}

fn looks(xml: &mut Xml, span: &Span, is_link: bool) {
    if is_link {
        xml.empty("w:rStyle", &[("w:val", "Hyperlink")]);
    }
    let names: &[&str] = match span.weight {
        Weight::Plain => &[],
        Weight::Strong => &["w:b", "w:bCs"],
        Weight::Slanted => &["w:i", "w:iCs"],
    };
    names.iter().for_each(|name| xml.empty(name, &[]));
    if let Some(lang) = span.lang {
        xml.empty("w:lang", &[("w:val", language(lang)), ("w:eastAsia", language(lang))]);
    }
}

/// Writes letters; ends of lines and tabs are elements of their own.
fn text(xml: &mut Xml, words: &str) {
    for (number, line) in words.replace("\r\n", "\n").split(['\n', '\r']).enumerate() {
        if number > 0 {
            xml.empty("w:br", &[]);
        }
        for (number, words) in line.split('\t').enumerate() {
            if number > 0 {
                xml.empty("w:tab", &[]);
            }
            if !words.is_empty() {
                xml.words("w:t", &[("xml:space", "preserve")], words);
            }
        }
    }
}

fn grid(xml: &mut Xml, style: &str, caption: &str, widths: &[f32], rows: impl FnOnce(&mut Xml)) {
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblStyle", &[("w:val", style)]);
            xml.empty("w:tblW", &[("w:w", &whole(TEXT_WIDTH)), ("w:type", "dxa")]);
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            xml.empty("w:tblLook", &[("w:val", "04A0"), ("w:firstRow", "1"), ("w:firstColumn", "1"), ("w:noVBand", "1")]);
            if !caption.is_empty() {
                xml.empty("w:tblCaption", &[("w:val", caption)]);
            }
        });
        xml.element("w:tblGrid", &[], |xml| widths.iter().for_each(|width| xml.empty("w:gridCol", &[("w:w", &whole(*width))])));
        rows(xml);
    });
    // Two tables without a paragraph between would become one, and a file does not end with a table.
    paragraph(xml, "TableEnd", false, |_| {});
}

/// Writes a row that is never split; headings come again on every page.
fn row(xml: &mut Xml, heads: bool, cells: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if heads {
                xml.empty("w:tblHeader", &[]);
            }
        });
        cells(xml);
    });
}

fn cell(xml: &mut Xml, width: f32, columns: usize, inside: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &whole(width)), ("w:type", "dxa")]);
            if columns > 1 {
                xml.empty("w:gridSpan", &[("w:val", &columns.to_string())]);
            }
        });
        inside(xml);
    });
}

// What turns a picture as its camera says: a mirror first, then quarters of a circle with the clock, in sixty thousandths of a degree.
pub(super) const fn turning(turn: Turn) -> &'static [(&'static str, &'static str)] {
    match turn.code() {
        2 => &[("flipH", "1")],
        3 => &[("rot", "10800000")],
        4 => &[("flipV", "1")],
        5 => &[("rot", "16200000"), ("flipH", "1")],
        6 => &[("rot", "5400000")],
        7 => &[("rot", "5400000"), ("flipH", "1")],
        8 => &[("rot", "16200000")],
        _ => &[],
    }
}

fn drawing(xml: &mut Xml, (number, name, alt): (usize, &str, &str), seen: (f32, f32), turn: Turn) {
    let (id, link) = (number.to_string(), picture_id(number));
    // A picture that lies is measured as it is stored; how far it reaches beyond that when it is turned is said beside it.
    let (width, height) = if turn.lies() { (seen.1, seen.0) } else { seen };
    let beyond = |more: f32| whole((more / 2.0).max(0.0) * EMUS);
    let (aside, upwards) = (beyond(seen.0 - width), beyond(seen.1 - height));
    let reach = [("l", aside.as_str()), ("t", &upwards), ("r", &aside), ("b", &upwards)];
    let [width, height] = [width, height].map(|side| whole(side * EMUS));
    let sides = [("cx", width.as_str()), ("cy", height.as_str())];
    let around = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
    xml.element("wp:inline", &around, |xml| {
        xml.empty("wp:extent", &sides);
        if turn.lies() {
            xml.empty("wp:effectExtent", &reach);
        }
        xml.empty("wp:docPr", &[("id", &id), ("name", name), ("descr", alt)]);
        xml.element("wp:cNvGraphicFramePr", &[], |xml| xml.empty("a:graphicFrameLocks", &[("noChangeAspect", "1")]));
        xml.element("a:graphic", &[], |xml| {
            xml.element("a:graphicData", &[("uri", "http://schemas.openxmlformats.org/drawingml/2006/picture")], |xml| {
                xml.element("pic:pic", &[], |xml| {
                    xml.element("pic:nvPicPr", &[], |xml| {
                        xml.empty("pic:cNvPr", &[("id", &id), ("name", name), ("descr", alt)]);
                        xml.empty("pic:cNvPicPr", &[]);
                    });
                    xml.element("pic:blipFill", &[], |xml| {
                        xml.empty("a:blip", &[("r:embed", &link)]);
                        xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
                    });
                    xml.element("pic:spPr", &[], |xml| {
                        xml.element("a:xfrm", turning(turn), |xml| {
                            xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                            xml.empty("a:ext", &sides);
                        });
                        xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
                    });
                });
            });
        });
    });
}

/// Writes the shape of the pages: A4, a footer on every page, a head on every page after the first.
fn section(xml: &mut Xml, headed: bool) {
    xml.element("w:sectPr", &[], |xml| {
        if headed {
            xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rIdHeader")]);
        }
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rIdFooter")]);
        if headed {
            xml.empty("w:footerReference", &[("w:type", "first"), ("r:id", "rIdFooter")]);
        }
        let (width, height, left) = (whole(PAGE_WIDTH), whole(PAGE_HEIGHT), whole(LEFT));
        xml.empty("w:pgSz", &[("w:w", &width), ("w:h", &height)]);
        let sides = [("w:top", "1247"), ("w:right", left.as_str()), ("w:bottom", "1247"), ("w:left", left.as_str())];
        let rest = [("w:header", "624"), ("w:footer", "624"), ("w:gutter", "0")];
        xml.empty("w:pgMar", &[&sides[..], &rest[..]].concat());
        xml.empty("w:cols", &[("w:space", "708")]);
        if headed {
            xml.empty("w:titlePg", &[]);
        }
    });
}

fn whole(length: f32) -> String {
    format!("{:.0}", length.max(0.0))
}

#[allow(clippy::cast_precision_loss, reason = "a table has a handful of columns")]
fn small(count: usize) -> f32 {
    count as f32
}
