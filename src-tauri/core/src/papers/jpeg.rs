//! The size of a photograph, read from the head of its JPEG file (ITU-T T.81): the file itself goes into the paper byte for byte, and is
//! never decoded. Whatever says how it should be turned is left alone.

use super::Error;

/// Dots across and down.
pub(super) type Dots = (u32, u32);

const MARKER: u8 = 0xff;
const START: u8 = 0xd8;
const SCAN: u8 = 0xda;
const END: u8 = 0xd9;
const BASELINE: u8 = 0xc0;
const PROGRESSIVE: u8 = 0xc2;

/// Reads the dots of a photograph: baseline or progressive, eight bits, grey or of three colours.
pub(super) fn dots(file: &[u8]) -> Result<Dots, Error> {
    let mut rest = file.strip_prefix(&[MARKER, START]).ok_or(Error::Photo("is no JPEG file"))?;
    let mut found = None;
    loop {
        let (kind, body, after) = segment(rest)?;
        match kind {
            BASELINE | PROGRESSIVE => found = Some(frame(body)?),
            // Every other kind of frame; C4, C8 and CC are tables.
            0xc1 | 0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Err(Error::Photo("is neither a baseline nor a progressive JPEG file"));
            }
            SCAN => return found.ok_or(Error::Photo("has no size before its picture")),
            END => return Err(Error::Photo("has no picture")),
            _ => {}
        }
        rest = after;
    }
}

/// Takes one segment from the front: its kind, its body and what follows.
fn segment(bytes: &[u8]) -> Result<(u8, &[u8], &[u8]), Error> {
    const CUT: Error = Error::Photo("is cut off before its picture");
    let [MARKER, rest @ ..] = bytes else { return Err(if bytes.is_empty() { CUT } else { Error::Photo("has a damaged head") }) };
    let fill = rest.iter().take_while(|byte| **byte == MARKER).count();
    let [kind, rest @ ..] = rest.get(fill..).unwrap_or_default() else { return Err(CUT) };
    if matches!(kind, 0x01 | 0xd0..=0xd9) {
        return Ok((*kind, &[], rest));
    }
    let [high, low, ..] = rest else { return Err(CUT) };
    let length = usize::from(u16::from_be_bytes([*high, *low]));
    if length < 2 {
        return Err(Error::Photo("has a damaged head"));
    }
    let body = rest.get(2..length).ok_or(CUT)?;
    Ok((*kind, body, rest.get(length..).unwrap_or_default()))
}

fn frame(body: &[u8]) -> Result<Dots, Error> {
    let [bits, high, low, left, right, parts, ..] = body else { return Err(Error::Photo("has a damaged head")) };
    let (height, width) = (u16::from_be_bytes([*high, *low]), u16::from_be_bytes([*left, *right]));
    if *bits != 8 {
        return Err(Error::Photo("has other than eight bits a colour"));
    }
    if !matches!(parts, 1 | 3) {
        return Err(Error::Photo("has neither one colour nor three"));
    }
    if body.len() != 6 + 3 * usize::from(*parts) {
        return Err(Error::Photo("has a damaged head"));
    }
    if width == 0 || height == 0 {
        return Err(Error::Photo("has no size"));
    }
    Ok((width.into(), height.into()))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A head of a file with one frame, and a scan that says nothing.
    pub(in super::super) fn head(kind: u8, width: u16, height: u16, parts: u8) -> Vec<u8> {
        let mut file = vec![0xff, 0xd8, 0xff, 0xe1, 0, 8, b'E', b'x', b'i', b'f', 0, 0, 0xff, 0xff, kind];
        file.extend((8 + 3 * u16::from(parts)).to_be_bytes());
        file.push(8);
        file.extend(height.to_be_bytes());
        file.extend(width.to_be_bytes());
        file.push(parts);
        file.extend((1..=parts).flat_map(|part| [part, 0x11, 0]));
        file.extend([0xff, 0xda, 0, 2, 0xff, 0xd9]);
        file
    }

    fn refused(file: &[u8]) -> &'static str {
        match dots(file) {
            Err(Error::Photo(why)) => why,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_size_is_read_from_the_head() {
        assert_eq!(dots(&head(0xc0, 960, 640, 3)).unwrap(), (960, 640));
        assert_eq!(dots(&head(0xc2, 8_688, 5_792, 1)).unwrap(), (8_688, 5_792));
        assert_eq!(dots(include_bytes!("sample/photo.jpg")).unwrap(), (960, 640));
    }

    #[test]
    fn what_is_no_photograph_is_refused_by_name() {
        assert_eq!(refused(b"\x89PNG\r\n\x1a\n"), "is no JPEG file");
        assert_eq!(refused(&head(0xc3, 9, 9, 3)), "is neither a baseline nor a progressive JPEG file");
        assert_eq!(refused(&head(0xc0, 9, 9, 4)), "has neither one colour nor three");
        assert_eq!(refused(&head(0xc0, 0, 9, 3)), "has no size");
        assert_eq!(refused(&[0xff, 0xd8, 0xff, 0xda, 0, 2]), "has no size before its picture");
        assert_eq!(refused(&[0xff, 0xd8, 0xff, 0xd9]), "has no picture");
        assert_eq!(refused(&[0xff, 0xd8, 0, 1]), "has a damaged head");
    }

    #[test]
    fn a_file_cut_anywhere_before_its_scan_is_refused() {
        let whole = head(0xc0, 960, 640, 3);
        for end in 0..whole.len() - 4 {
            assert!(dots(&whole[..end]).is_err(), "{end}");
        }
    }
}
