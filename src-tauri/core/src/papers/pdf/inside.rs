//! What a PDF file says beside its pages: the strings of its objects and the bytes of its streams, inflated.

use super::super::Error;
use super::super::inside::{Inside, own, strings};
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
            for part in own(&content) {
                if is_metadata {
                    inside.markup(&String::from_utf8_lossy(part));
                }
                strings(part, &mut inside.letters);
            }
        }
        _ => {}
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
