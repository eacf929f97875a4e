//! Photographs, byte for byte as they were taken: who takes one out of the file has the file that was sealed.

use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, Stream};

use super::super::Error;
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
        let head = Head::read(photo).ok_or(Error::Picture)?;
        let mut about = Dictionary::new();
        about.set("Type", name("XObject"));
        about.set("Subtype", name("Image"));
        about.set("Width", i64::from(head.width));
        about.set("Height", i64::from(head.height));
        about.set("BitsPerComponent", 8);
        about.set("ColorSpace", name(head.colors()?));
        about.set("Filter", name("DCTDecode"));
        let photo = document.add_object(Stream::new(about, photo.to_vec()).with_compression(false));
        dictionary(document, list, DOING)?.set(tag(number), photo);
    }
    Ok(())
}

/// What a photograph says of itself.
#[derive(Debug, PartialEq, Eq)]
struct Head {
    width: u16,
    height: u16,
    components: u8,
}

impl Head {
    /// Reads the frame header of a JPEG file with eight bits for a colour, as every reader of a PDF can show it.
    fn read(jpeg: &[u8]) -> Option<Self> {
        let mut rest = jpeg.strip_prefix(&[0xff, 0xd8])?;
        loop {
            let [0xff, mark, tail @ ..] = rest else { return None };
            match mark {
                // Filling before a mark.
                0xff => rest = rest.get(1..)?,
                // Marks that stand alone.
                0x01 | 0xd0..=0xd7 => rest = tail,
                // Baseline, extended and progressive frames.
                0xc0..=0xc2 => {
                    let [_, _, 8, h1, h0, w1, w0, components, ..] = tail else { return None };
                    let (height, width) = (u16::from_be_bytes([*h1, *h0]), u16::from_be_bytes([*w1, *w0]));
                    return (height > 0 && width > 0).then_some(Self { width, height, components: *components });
                }
                // Other kinds of frames, the scan itself, the end.
                0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf | 0xd9 | 0xda => return None,
                _ => {
                    let [high, low, ..] = tail else { return None };
                    rest = tail.get(usize::from(u16::from_be_bytes([*high, *low])).max(2)..)?;
                }
            }
        }
    }

    /// Returns the colours of the file's own space. Inks of a printing press have none in it.
    fn colors(&self) -> Result<&'static str, Error> {
        match self.components {
            1 => Ok("DeviceGray"),
            3 => Ok("DeviceRGB"),
            _ => Err(Error::Picture),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Head;

    #[test]
    fn a_head_is_found_behind_what_a_camera_writes() {
        let frame = [0xff, 0xc2, 0, 17, 8, 1, 0x2c, 2, 0x58, 3];
        let camera = [&[0xff, 0xd8, 0xff, 0xe1, 0, 6, 0xff, 0xc0, 9, 9, 0xff][..], &frame].concat();
        assert_eq!(Head::read(&camera), Some(Head { width: 600, height: 300, components: 3 }));
        for end in 0..camera.len() {
            assert_eq!(Head::read(&camera[..end]), None, "{end}");
        }
        assert_eq!(Head::read(b"\x89PNG\r\n"), None);
        assert_eq!(Head::read(&[0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0]), None);
    }
}
