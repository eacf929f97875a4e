//! Fonts of the file. printpdf embeds whole faces under our tags; here each is cut down to the glyphs that were used.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use printpdf::{FontId, ParsedFont, PdfDocument, PdfFont};
use subsetter::GlyphRemapper;

use super::super::Error;
use super::super::shape::Face;
use super::ops::{Used, font_tag};
use super::{dictionary, expected, name, number};

/// Gives the faces that were used to the writer, each under the tag of each alias.
pub(super) fn register(source: &mut PdfDocument, used: &Used) -> Result<(), Error> {
    for (face, aliases) in used {
        let font = ParsedFont::from_bytes(face.bytes(), 0, &mut Vec::new()).ok_or(Error::Face(face.postscript()))?;
        for alias in 0..aliases.len() {
            source.resources.fonts.map.insert(FontId(font_tag(*face, alias)), PdfFont::new(font.clone()));
        }
    }
    Ok(())
}

/// Cuts every font down. The codes on the pages stay the glyph numbers of the whole face, so widths and words stay right; only the
/// font program and the map from code to glyph change.
pub(super) fn cut(document: &mut Document, used: &Used) -> Result<(), Error> {
    for (face, aliases) in used {
        for (alias, glyphs) in aliases.iter().enumerate() {
            let tag = font_tag(*face, alias);
            let font = find(document, &tag).ok_or(Error::Pdf("finding a font"))?;
            let ids: Vec<u16> = glyphs.keys().copied().collect();
            replace(document, font, *face, &tag, &ids)?;
        }
    }
    Ok(())
}

/// Finds the composite font that carries a tag for a name.
fn find(document: &Document, tag: &str) -> Option<ObjectId> {
    let named = |object: &Object, key: &[u8], value: &[u8]| {
        object.as_dict().and_then(|font| font.get(key)).and_then(Object::as_name).is_ok_and(|found| found == value)
    };
    document
        .objects
        .iter()
        .find(|(_, object)| named(object, b"Subtype", b"Type0") && named(object, b"BaseFont", tag.as_bytes()))
        .map(|(id, _)| *id)
}

fn replace(document: &mut Document, font: ObjectId, face: Face, tag: &str, glyphs: &[u16]) -> Result<(), Error> {
    const DOING: &str = "cutting a font down";
    let mut remapper = GlyphRemapper::new();
    for glyph in glyphs {
        remapper.remap(*glyph);
    }
    let program = subsetter::subset(face.bytes(), 0, &remapper).map_err(|_| Error::Pdf(DOING))?;
    let map = document.add_object(Stream::new(Dictionary::new(), code_map(glyphs, &remapper)));
    let mut about = Dictionary::new();
    about.set("Length1", number(program.len()));
    let program = document.add_object(Stream::new(about, program));
    let full_name = name(&format!("{tag}+{}", face.postscript()));

    let outer = dictionary(document, font, DOING)?;
    outer.set("BaseFont", full_name.clone());
    let inner = expected(outer.get_mut(b"DescendantFonts").and_then(Object::as_array_mut), DOING)?;
    let inner = expected(inner.first_mut().ok_or(Error::Pdf(DOING))?.as_dict_mut(), DOING)?;
    inner.set("BaseFont", full_name.clone());
    inner.set("CIDToGIDMap", Object::Reference(map));
    let descriptor = expected(inner.get(b"FontDescriptor").and_then(Object::as_reference), DOING)?;

    let descriptor = dictionary(document, descriptor, DOING)?;
    descriptor.set("FontName", full_name);
    let whole = expected(descriptor.get(b"FontFile2").and_then(Object::as_reference), DOING)?;
    descriptor.set("FontFile2", Object::Reference(program));
    document.objects.remove(&whole);
    Ok(())
}

/// Returns the map from code to glyph: two bytes for each code up to the highest.
fn code_map(glyphs: &[u16], remapper: &GlyphRemapper) -> Vec<u8> {
    let highest = glyphs.iter().max().copied().unwrap_or(0);
    (0..=highest).flat_map(|code| remapper.get(code).unwrap_or(0).to_be_bytes()).collect()
}
