//! Photographs, byte for byte as they were taken: who takes one out of the file has the file that was sealed.

use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, Stream};

use super::super::{Error, jpeg};
use super::{dictionary, expected, name};

/// Names a photograph of the file.
pub(super) fn tag(number: usize) -> String {
    format!("P{number}")
}

/// Adds the photographs to what the pages draw with.
pub(super) fn add(document: &mut Document, photos: &[&Arc<Vec<u8>>]) -> Result<(), Error> {
    const DOING: &str = "adding a photograph";
    let Some(page) = document.page_iter().next().filter(|_| !photos.is_empty()) else { return Ok(()) };
    let reference = |found: &Dictionary, key: &[u8]| expected(found.get(key).and_then(Object::as_reference), DOING);
    let resources = reference(dictionary(document, page, DOING)?, b"Resources")?;
    // All pages share one list.
    let list = reference(dictionary(document, resources, DOING)?, b"XObject")?;
    for (number, photo) in photos.iter().enumerate() {
        let head = jpeg::head(photo)?;
        let (width, height) = head.stored;
        let mut about = Dictionary::new();
        about.set("Type", name("XObject"));
        about.set("Subtype", name("Image"));
        about.set("Width", i64::from(width));
        about.set("Height", i64::from(height));
        about.set("BitsPerComponent", 8);
        about.set("ColorSpace", name(if head.colors == 1 { "DeviceGray" } else { "DeviceRGB" }));
        about.set("Filter", name("DCTDecode"));
        let photo = document.add_object(Stream::new(about, photo.to_vec()).with_compression(false));
        dictionary(document, list, DOING)?.set(tag(number), photo);
    }
    Ok(())
}
