//! A paper as a DOCX file, for those who have to work on its words: real headings, footnotes, tables and languages, and nothing of the
//! person or machine that made it. The same document gives the same bytes everywhere.

mod body;
#[cfg(test)]
mod tests;
mod xml;

use super::Error;
use super::model::{Document, Span};
use crate::texts::Lang;
use body::{Body, link_id, paragraph, picture_id, run};
use std::io::{Cursor, Write};
use xml::Xml;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The page, in twentieths of a point: A4, and what stands beside the text.
const PAGE_WIDTH: f32 = 11_906.0;
const PAGE_HEIGHT: f32 = 16_838.0;
const LEFT: f32 = 1_304.0;
const TEXT_WIDTH: f32 = PAGE_WIDTH - 2.0 * LEFT;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD_PARTS: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const NAMESPACES: [(&str, &str); 5] = [
    ("xmlns:w", WORD),
    ("xmlns:r", OFFICE),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
];

/// Parts that are the same in every file but for the language.
const STYLES: &str = include_str!("parts/styles.xml");
const SETTINGS: &str = include_str!("parts/settings.xml");
const FONTS: &str = include_str!("parts/fontTable.xml");
const NUMBERING: &str = include_str!("parts/numbering.xml");

/// Parts that stand beside the body: name of the relation and of the file.
const BESIDE: [(&str, &str); 6] = [
    ("styles", "styles.xml"),
    ("settings", "settings.xml"),
    ("fontTable", "fontTable.xml"),
    ("numbering", "numbering.xml"),
    ("footnotes", "footnotes.xml"),
    ("footer", "footer.xml"),
];

/// Writes a document as a DOCX file.
pub(super) fn write(document: &Document) -> Result<Vec<u8>, Error> {
    let body = Body::of(document)?;
    let headed = !document.running.trim().is_empty();
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), types(headed).bytes()?),
        ("_rels/.rels".to_owned(), package().bytes()?),
        ("docProps/core.xml".to_owned(), core(document).bytes()?),
        ("docProps/app.xml".to_owned(), app().bytes()?),
        ("word/document.xml".to_owned(), body.part(headed).bytes()?),
        ("word/_rels/document.xml.rels".to_owned(), relations(&body, headed).bytes()?),
        ("word/styles.xml".to_owned(), in_language(STYLES, document.lang)),
        ("word/settings.xml".to_owned(), in_language(SETTINGS, document.lang)),
        ("word/fontTable.xml".to_owned(), FONTS.as_bytes().to_vec()),
        ("word/numbering.xml".to_owned(), NUMBERING.as_bytes().to_vec()),
        ("word/footnotes.xml".to_owned(), footnotes(&body).bytes()?),
        ("word/footer.xml".to_owned(), footer(&document.page_number).bytes()?),
    ];
    if headed {
        parts.push(("word/header.xml".to_owned(), header(&document.running).bytes()?));
    }
    parts.extend(body.pictures.into_iter().map(|picture| (format!("word/media/{}", picture.name), picture.bytes)));
    packed(&parts).map_err(|_| Error::Docx("packing the parts"))
}

/// Packs parts without times; what is compressed already is stored.
fn packed(parts: &[(String, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let method = if name.ends_with(".xml") || name.ends_with(".rels") {
            CompressionMethod::Deflated
        } else {
            CompressionMethod::Stored
        };
        let options = SimpleFileOptions::default().last_modified_time(DateTime::default()).compression_method(method);
        zip.start_file(name.as_str(), options.unix_permissions(0o644))?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Returns the tag of a language as Word knows it.
const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Kk => "kk-KZ",
        Lang::Ru => "ru-RU",
        Lang::En => "en-GB",
    }
}

fn in_language(part: &str, lang: Lang) -> Vec<u8> {
    let decimal = if lang == Lang::En { "." } else { "," };
    part.replace("{lang}", language(lang)).replace("{decimal}", decimal).into_bytes()
}

fn types(headed: bool) -> Xml {
    let mut xml = Xml::part();
    xml.element("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))], |xml| {
        let usual = [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("jpg", "image/jpeg"),
        ];
        for (ending, kind) in usual {
            xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
        }
        let mut part = |name: &str, kind: &str| xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        part("/word/document.xml", &format!("{WORD_PARTS}.document.main+xml"));
        for (relation, file) in BESIDE {
            part(&format!("/word/{file}"), &format!("{WORD_PARTS}.{relation}+xml"));
        }
        if headed {
            part("/word/header.xml", &format!("{WORD_PARTS}.header+xml"));
        }
        part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        part("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    });
    xml
}

fn relation(xml: &mut Xml, id: &str, kind: &str, target: &str) {
    xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
}

fn package() -> Xml {
    let mut xml = Xml::part();
    xml.element("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], |xml| {
        relation(xml, "rId1", &format!("{OFFICE}/officeDocument"), "word/document.xml");
        relation(xml, "rId2", &format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml");
        relation(xml, "rId3", &format!("{OFFICE}/extended-properties"), "docProps/app.xml");
    });
    xml
}

fn relations(body: &Body, headed: bool) -> Xml {
    let mut xml = Xml::part();
    xml.element("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], |xml| {
        for (number, (kind, file)) in BESIDE.into_iter().enumerate() {
            let id = if kind == "footer" { "rIdFooter".to_owned() } else { format!("rId{}", number + 1) };
            relation(xml, &id, &format!("{OFFICE}/{kind}"), file);
        }
        if headed {
            relation(xml, "rIdHeader", &format!("{OFFICE}/header"), "header.xml");
        }
        for (number, picture) in body.pictures.iter().enumerate() {
            relation(xml, &picture_id(number + 1), &format!("{OFFICE}/image"), &format!("media/{}", picture.name));
        }
        for (number, address) in body.links.iter().enumerate() {
            let (id, kind) = (link_id(number + 1), format!("{OFFICE}/hyperlink"));
            let outside = [("Id", id.as_str()), ("Type", &kind), ("Target", address), ("TargetMode", "External")];
            xml.empty("Relationship", &outside);
        }
    });
    xml
}

/// Title, organisation and day, and no other word about who made it, where and when.
fn core(document: &Document) -> Xml {
    let mut xml = Xml::part();
    let names = [
        ("xmlns:cp", format!("{PACKAGE}/metadata/core-properties")),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/".to_owned()),
        ("xmlns:dcterms", "http://purl.org/dc/terms/".to_owned()),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance".to_owned()),
    ];
    let names: Vec<(&str, &str)> = names.iter().map(|(name, value)| (*name, value.as_str())).collect();
    xml.element("cp:coreProperties", &names, |xml| {
        xml.words("dc:title", &[], &document.title);
        xml.words("dc:subject", &[], &document.subject);
        xml.words("dc:creator", &[], &document.author);
        xml.words("dc:language", &[], language(document.lang));
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.words(name, &[("xsi:type", "dcterms:W3CDTF")], &format!("{}T00:00:00Z", document.day));
        }
    });
    xml
}

fn app() -> Xml {
    let mut xml = Xml::part();
    let name = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.element("Properties", &[("xmlns", name)], |xml| xml.words("Application", &[], "Tarazy"));
    xml
}

fn footnotes(body: &Body) -> Xml {
    let mut xml = Xml::part();
    xml.element("w:footnotes", &NAMESPACES, |xml| {
        for (id, kind) in [("-1", "separator"), ("0", "continuationSeparator")] {
            xml.element("w:footnote", &[("w:type", kind), ("w:id", id)], |xml| {
                xml.element("w:p", &[], |xml| xml.element("w:r", &[], |xml| xml.empty(&format!("w:{kind}"), &[])));
            });
        }
        for (number, (note, lang)) in body.notes.iter().enumerate() {
            xml.element("w:footnote", &[("w:id", &(number + 1).to_string())], |xml| {
                paragraph(xml, "FootnoteText", false, |xml| {
                    xml.element("w:r", &[], |xml| {
                        xml.element("w:rPr", &[], |xml| xml.empty("w:rStyle", &[("w:val", "FootnoteReference")]));
                        xml.empty("w:footnoteRef", &[]);
                    });
                    // A blank keeps the number from the words.
                    xml.element("w:r", &[], |xml| xml.words("w:t", &[("xml:space", "preserve")], " "));
                    run(xml, &Span { lang: *lang, ..Span::plain(note) });
                });
            });
        }
    });
    xml
}

/// Words the number of a page with fields in the places of the page and of the pages.
fn footer(wording: &str) -> Xml {
    let mut xml = Xml::part();
    xml.element("w:ftr", &NAMESPACES, |xml| {
        paragraph(xml, "Footer", false, |xml| {
            let mut rest = wording;
            while !rest.is_empty() {
                let fields = [("{page}", " PAGE "), ("{pages}", " NUMPAGES ")];
                let next = fields.into_iter().filter_map(|(mark, field)| Some((rest.find(mark)?, mark, field))).min();
                let Some((at, mark, field)) = next else { break };
                let (before, after) = rest.split_at(at);
                run(xml, &Span::plain(before));
                xml.element("w:fldSimple", &[("w:instr", field)], |xml| run(xml, &Span::plain("1")));
                rest = after.strip_prefix(mark).unwrap_or_default();
            }
            run(xml, &Span::plain(rest));
        });
    });
    xml
}

fn header(words: &str) -> Xml {
    let mut xml = Xml::part();
    xml.element("w:hdr", &NAMESPACES, |xml| paragraph(xml, "Header", false, |xml| run(xml, &Span::plain(words))));
    xml
}
