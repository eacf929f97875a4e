//! Pictures inside a DOCX: charts as dots, photographs byte for byte.

use super::super::Error;

/// A picture that goes into the file.
pub(super) struct Picture {
    /// Its name in the file.
    pub(super) name: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
}

/// Returns the width and height that a JPEG file says it has.
pub(super) fn jpeg_size(jpeg: &[u8]) -> Result<(u32, u32), Error> {
    let rest = jpeg.strip_prefix(&[0xff, 0xd8]).ok_or(Error::Picture)?;
    frame_of(rest).filter(|(width, height)| *width > 0 && *height > 0).ok_or(Error::Picture)
}

/// Goes from segment to segment until one begins a frame: it holds the size.
fn frame_of(mut rest: &[u8]) -> Option<(u32, u32)> {
    loop {
        // Any number of 0xff may stand before a marker.
        let at = rest.iter().position(|byte| *byte != 0xff)?;
        let (marker, after) = (*rest.get(at)?, rest.get(at + 1..)?);
        if at == 0 {
            return None;
        }
        let pair = |from: usize| Some(u32::from(u16::from_be_bytes([*after.get(from)?, *after.get(from + 1)?])));
        match marker {
            // Frames of every coding but the tables that lie between their numbers.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => return Some((pair(5)?, pair(3)?)),
            0x01 | 0xd0..=0xd7 => rest = after,
            0xd9 | 0xda => return None,
            _ => rest = after.get(usize::try_from(pair(0)?).ok()?..)?,
        }
    }
}
