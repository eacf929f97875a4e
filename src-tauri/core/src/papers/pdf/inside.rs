//! What a PDF file says beside its pages: the strings of its objects and the bytes of its streams, inflated.

use super::super::Error;
use super::super::inside::{Inside, strings};
use lopdf::{Document, Object};

/// Reads everything that stands in a PDF file in letters.
pub(in super::super) fn read(bytes: &[u8]) -> Result<Inside, Error> {
    let document = Document::load_mem(bytes).map_err(|_| Error::Pdf("reading the file back"))?;
    let mut inside = Inside::default();
    for object in document.objects.values() {
        take(object, &mut inside);
    }
    for (_, object) in document.trailer.iter() {
        take(object, &mut inside);
    }
    Ok(inside)
}

/// Where the description of the file's own claims begins.
const SCHEMAS: &[u8] = b"<pdfaExtension:schemas>";

fn take(object: &Object, inside: &mut Inside) {
    match object {
        Object::String(bytes, _) => inside.said.push(text(bytes)),
        Object::Array(objects) => objects.iter().for_each(|object| take(object, inside)),
        Object::Dictionary(dictionary) => dictionary.iter().for_each(|(_, object)| take(object, inside)),
        Object::Stream(stream) => {
            stream.dict.iter().for_each(|(_, object)| take(object, inside));
            // What cannot be inflated, as a photograph, is looked through as it is.
            let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
            let is_metadata = stream.dict.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"Metadata");
            let says_schemas = content.windows(SCHEMAS.len()).any(|window| window == SCHEMAS);
            if is_metadata || says_schemas {
                let markup = without_schemas(&String::from_utf8_lossy(&content));
                inside.markup(&markup);
                strings(markup.as_bytes(), &mut inside.letters);
            } else {
                strings(&content, &mut inside.letters);
            }
        }
        _ => {}
    }
}

// What describes the claims of the file is the same in every paper: its words are nobody's.
fn without_schemas(markup: &str) -> String {
    const ENDS: [&str; 2] = ["<pdfaExtension:schemas>", "</pdfaExtension:schemas>"];
    let [open, close] = ENDS;
    match (markup.find(open), markup.find(close)) {
        (Some(from), Some(to)) if from < to => {
            format!("{}{}", markup.get(..from).unwrap_or_default(), markup.get(to..).unwrap_or_default())
        }
        _ => markup.to_owned(),
    }
}

// Text of a file's structure: UTF-16 with a mark at its beginning, or else one byte a letter, of which UTF-8 is told by itself.
fn text(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> =
                rest.chunks_exact(2).map(|pair| pair.iter().fold(0, |unit, byte| unit << 8 | u16::from(*byte))).collect();
            String::from_utf16_lossy(&units)
        }
        _ => String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| bytes.iter().map(|byte| char::from(*byte)).collect()),
    }
}
