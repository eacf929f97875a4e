//! What the head of a JPEG file says (ITU-T T.81): its size, its colours, and how it is to be turned (Exif 2.32, tag Orientation). The file
//! itself goes into the paper byte for byte, and is never decoded.

use super::Error;
use super::display::{Point, Turn};

/// Dots across and down.
pub(crate) type Dots = (u32, u32);

/// The head of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    /// Dots as they are stored.
    pub(super) stored: Dots,
    /// Colours of a dot: one or three.
    pub(super) colors: u8,
    /// How it is to be turned before it is seen.
    pub(super) turn: Turn,
}

impl Head {
    /// Returns the dots as they are seen.
    pub(crate) const fn seen(&self) -> Dots {
        let (across, down) = self.stored;
        if self.turn.lies() { (down, across) } else { (across, down) }
    }
}

const MARKER: u8 = 0xff;
const START: u8 = 0xd8;
const SCAN: u8 = 0xda;
const END: u8 = 0xd9;
const BASELINE: u8 = 0xc0;
const PROGRESSIVE: u8 = 0xc2;
/// Where cameras write what they know of a picture.
const CAMERA: u8 = 0xe1;

/// Reads the head of a photograph: baseline or progressive, eight bits, grey or of three colours.
pub(crate) fn head(file: &[u8]) -> Result<Head, Error> {
    let mut rest = file.strip_prefix(&[MARKER, START]).ok_or(Error::Photo("is no JPEG file"))?;
    let (mut found, mut turn) = (None, Turn::default());
    loop {
        let (kind, body, after) = segment(rest)?;
        match kind {
            BASELINE | PROGRESSIVE => found = Some(frame(body)?),
            // Every other kind of frame; C4, C8 and CC are tables.
            0xc1 | 0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Err(Error::Photo("is neither a baseline nor a progressive JPEG file"));
            }
            CAMERA => turn = turned(body).unwrap_or(turn),
            SCAN => {
                let (stored, colors) = found.ok_or(Error::Photo("has no size before its picture"))?;
                return Ok(Head { stored, colors, turn });
            }
            END => return Err(Error::Photo("has no picture")),
            _ => {}
        }
        rest = after;
    }
}

/// Returns a file without what its camera wrote: programs that show pictures turn them by that on their own.
pub(crate) fn without_camera(file: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(file.len());
    let Some(mut rest) = file.strip_prefix(&[MARKER, START]) else { return file.to_vec() };
    kept.extend([MARKER, START]);
    while let Ok((kind, _, after)) = segment(rest) {
        if matches!(kind, SCAN | END) {
            break;
        }
        if kind != CAMERA {
            kept.extend(rest.get(..rest.len() - after.len()).unwrap_or_default());
        }
        rest = after;
    }
    kept.extend(rest);
    kept
}

/// Reads how a picture is to be turned from what its camera wrote.
fn turned(body: &[u8]) -> Option<Turn> {
    const ORIENTATION: u16 = 0x0112;
    const SHORT: u16 = 3;
    let tiff = body.strip_prefix(b"Exif\0\0")?;
    let is_little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let pair = *tiff.get(at..)?.first_chunk()?;
        Some(if is_little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    };
    let four = *tiff.get(4..)?.first_chunk()?;
    let list = usize::try_from(if is_little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) }).ok()?;
    let entries = usize::from(short(list)?);
    let entry = |number: usize| list + 2 + 12 * number;
    let found = (0..entries).map(entry).find(|at| short(*at) == Some(ORIENTATION) && short(at + 2) == Some(SHORT))?;
    Turn::of(short(found + 8)?)
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

fn frame(body: &[u8]) -> Result<(Dots, u8), Error> {
    let [bits, high, low, left, right, colors, ..] = body else { return Err(Error::Photo("has a damaged head")) };
    let (height, width) = (u16::from_be_bytes([*high, *low]), u16::from_be_bytes([*left, *right]));
    if *bits != 8 {
        return Err(Error::Photo("has other than eight bits a colour"));
    }
    if !matches!(colors, 1 | 3) {
        return Err(Error::Photo("has neither one colour nor three"));
    }
    if body.len() != 6 + 3 * usize::from(*colors) {
        return Err(Error::Photo("has a damaged head"));
    }
    if width == 0 || height == 0 {
        return Err(Error::Photo("has no size"));
    }
    Ok(((width.into(), height.into()), *colors))
}

/// Returns the corners of a picture's place as six numbers that lay a picture of one by one upon it, turned, in a system whose second
/// direction goes down: x' = a·x + c·y + e, y' = b·x + d·y + f.
pub(super) fn laid(turn: Turn, (x, y): Point, (width, height): (f32, f32)) -> [f32; 6] {
    let (right, foot) = (x + width, y + height);
    match turn.code() {
        2 => [-width, 0.0, 0.0, height, right, y],
        3 => [-width, 0.0, 0.0, -height, right, foot],
        4 => [width, 0.0, 0.0, -height, x, foot],
        5 => [0.0, height, width, 0.0, x, y],
        6 => [0.0, height, -width, 0.0, right, y],
        7 => [0.0, -height, -width, 0.0, right, foot],
        8 => [0.0, -height, width, 0.0, x, foot],
        _ => [width, 0.0, 0.0, height, x, y],
    }
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
        match super::head(file) {
            Err(Error::Photo(why)) => why,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_size_is_read_from_the_head() {
        let read = |file: &[u8]| super::head(file).map(|head| (head.seen(), head.colors)).unwrap();
        assert_eq!(read(&head(0xc0, 960, 640, 3)), ((960, 640), 3));
        assert_eq!(read(&head(0xc2, 8_688, 5_792, 1)), ((8_688, 5_792), 1));
        assert_eq!(read(include_bytes!("sample/photo.jpg")), ((960, 640), 3));
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
            assert!(super::head(&whole[..end]).is_err(), "{end}");
        }
    }

    /// A photograph whose camera says how it is to be turned, in either order of bytes.
    pub(in super::super) fn turned(photo: &[u8], turn: u16, is_little: bool) -> Vec<u8> {
        let short = |value: u16| if is_little { value.to_le_bytes() } else { value.to_be_bytes() };
        let long = |value: u32| if is_little { value.to_le_bytes() } else { value.to_be_bytes() };
        let mut tiff = if is_little { b"II*\0".to_vec() } else { b"MM\0*".to_vec() };
        tiff.extend(long(8));
        tiff.extend(short(2));
        for (tag, value) in [(0x0100, 960), (0x0112, turn)] {
            tiff.extend([short(tag), short(3)].concat());
            tiff.extend(long(1));
            tiff.extend([short(value), short(0)].concat());
        }
        tiff.extend(long(0));
        let body = [b"Exif\0\0".to_vec(), tiff].concat();
        let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
        [&[0xff, 0xd8, 0xff, 0xe1][..], &length, &body, &photo[2..]].concat()
    }

    #[test]
    fn what_the_camera_says_turns_the_picture() {
        let photo = include_bytes!("sample/photo.jpg");
        for is_little in [true, false] {
            for turn in 1..=8 {
                let file = turned(photo, turn, is_little);
                let head = super::head(&file).unwrap();
                assert_eq!((head.stored, u16::from(head.turn.code())), ((960, 640), turn));
                assert_eq!(head.seen(), if turn < 5 { (960, 640) } else { (640, 960) });
                let plain = without_camera(&file);
                assert_eq!(super::head(&plain).unwrap().turn, Turn::default());
                assert_eq!(without_camera(&plain), plain);
            }
            assert_eq!(super::head(&turned(photo, 9, is_little)).unwrap().turn, Turn::default());
        }
        let whole = turned(photo, 6, true);
        for end in 4..60 {
            // A camera's words cut anywhere turn nothing and break nothing.
            let mut cut = whole[..end].to_vec();
            if end > 6 {
                cut[4..6].copy_from_slice(&u16::try_from(end - 4).unwrap().to_be_bytes());
                cut.extend(&photo[2..]);
                assert_eq!(super::head(&cut).map(|head| head.stored).ok(), Some((960, 640)), "{end}");
            }
        }
    }

    #[test]
    fn a_picture_is_laid_upon_its_place_however_it_is_turned() {
        let place = ((10.0, 20.0), (30.0, 40.0));
        for code in 1..=8 {
            let [a, b, c, d, e, f] = laid(Turn::of(code).unwrap(), place.0, place.1);
            let at = |x: f32, y: f32| (a * x + c * y + e, b * x + d * y + f);
            let mut corners = [at(0.0, 0.0), at(1.0, 0.0), at(0.0, 1.0), at(1.0, 1.0)];
            corners.sort_by(|one, other| one.partial_cmp(other).unwrap());
            assert_eq!(corners, [(10.0, 20.0), (10.0, 60.0), (40.0, 20.0), (40.0, 60.0)], "{code}");
        }
        // Exif 2.32, table of Orientation: where the first row and the first column of the stored picture are seen.
        let corner = |code: u16| {
            let [a, b, c, d, e, f] = laid(Turn::of(code).unwrap(), (0.0, 0.0), (1.0, 1.0));
            ((e, f), (a + e, b + f), (c + e, d + f))
        };
        assert_eq!(corner(6), ((1.0, 0.0), (1.0, 1.0), (0.0, 0.0)), "row 0 at the right, column 0 at the top");
        assert_eq!(corner(8), ((0.0, 1.0), (0.0, 0.0), (1.0, 1.0)), "row 0 at the left, column 0 at the foot");
        assert_eq!(corner(5), ((0.0, 0.0), (0.0, 1.0), (1.0, 0.0)), "row 0 at the left, column 0 at the top");
    }
}
