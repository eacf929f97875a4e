//! The one form of ZIP that a bundle has. Read strictly: what a bundle would not say in this way, it does not say at all.

use crate::Files;

/// Year, month, day, hour, minute and second of every file: archives know no time before.
pub const TIME: (u16, u8, u8, u8, u8, u8) = (1980, 1, 1, 0, 0, 0);

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// Version 2.0: plain files in folders.
const VERSION: u16 = 20;
const VERSION_STORED: u16 = 10;
const UNIX: u16 = 3 << 8;
/// 1980-01-01 in the form of archives.
const DAY: u16 = (1 << 5) | 1;

/// Why an archive is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is no archive of this form.
    Form {
        /// The byte from which on it is not.
        at: usize,
    },
    /// The bytes of a file are not those that were put in.
    Altered(String),
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], Refused> {
        let found =
            self.at.checked_add(count).and_then(|end| self.bytes.get(self.at..end)).ok_or(Refused::Form { at: self.at })?;
        self.at += count;
        Ok(found)
    }

    fn short(&mut self) -> Result<u16, Refused> {
        let at = self.at;
        self.take(2)?.try_into().map(u16::from_le_bytes).map_err(|_| Refused::Form { at })
    }

    fn long(&mut self) -> Result<u32, Refused> {
        let at = self.at;
        self.take(4)?.try_into().map(u32::from_le_bytes).map_err(|_| Refused::Form { at })
    }

    fn expect(&mut self, found: impl Fn(&mut Self) -> Result<u32, Refused>, wanted: &[u32]) -> Result<u32, Refused> {
        let at = self.at;
        let found = found(self)?;
        if wanted.contains(&found) { Ok(found) } else { Err(Refused::Form { at }) }
    }

    fn short_of(&mut self, wanted: &[u16]) -> Result<u16, Refused> {
        let at = self.at;
        let found = self.short()?;
        if wanted.contains(&found) { Ok(found) } else { Err(Refused::Form { at }) }
    }
}

struct Head {
    version: u16,
    crc: u32,
    size: u32,
}

// Version, flags, method, time, day, sum, both sizes: the same in both places that name a file.
fn head(reader: &mut Reader<'_>) -> Result<Head, Refused> {
    let version = reader.short_of(&[VERSION, VERSION_STORED])?;
    // No flags, stored as it is.
    for wanted in [0, 0, 0, DAY] {
        reader.short_of(&[wanted])?;
    }
    let (crc, size) = (reader.long()?, reader.long()?);
    reader.expect(Reader::long, &[size])?;
    Ok(Head { version, crc, size })
}

fn name_of(reader: &mut Reader<'_>, length: u16) -> Result<String, Refused> {
    let at = reader.at;
    let bytes = reader.take(usize::from(length))?;
    let is_plain = |c: &u8| c.is_ascii_alphanumeric() || b"-_./".contains(c);
    let name = std::str::from_utf8(bytes).ok().filter(|name| !name.is_empty() && name.bytes().all(|c| is_plain(&c)));
    // No name that leaves the folder into which it is unpacked.
    let is_inside = |name: &&str| name.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
    name.filter(is_inside).map(str::to_owned).ok_or(Refused::Form { at })
}

/// Reads the files of an archive.
///
/// # Errors
/// [`Refused`] for whatever is not of the one form, byte for byte.
pub fn unpack(bytes: &[u8]) -> Result<Files, Refused> {
    let mut reader = Reader { bytes, at: 0 };
    let mut files = Files::new();
    let mut listed = Vec::new();
    loop {
        let start = reader.at;
        let mark = reader.expect(Reader::long, &[LOCAL, CENTRAL])?;
        if mark == CENTRAL {
            reader.at = start;
            break;
        }
        let head = head(&mut reader)?;
        let length = reader.short()?;
        reader.short_of(&[0])?;
        let at = reader.at;
        let name = name_of(&mut reader, length)?;
        let content = reader.take(head.size as usize)?;
        if crc32(content) != head.crc {
            return Err(Refused::Altered(name));
        }
        if files.last_key_value().is_some_and(|(last, _)| *last >= name) {
            return Err(Refused::Form { at });
        }
        files.insert(name.clone(), content.to_vec());
        listed.push((name, head, start));
    }
    let central = reader.at;
    for (name, head, start) in &listed {
        listed_as(&mut reader, name, head, *start)?;
    }
    let size = reader.at - central;
    let at = reader.at;
    reader.expect(Reader::long, &[END])?;
    let count = u16::try_from(listed.len()).map_err(|_| Refused::Form { at })?;
    for wanted in [0, 0, count, count] {
        reader.short_of(&[wanted])?;
    }
    for wanted in [size, central] {
        let wanted = u32::try_from(wanted).map_err(|_| Refused::Form { at })?;
        reader.expect(Reader::long, &[wanted])?;
    }
    reader.short_of(&[0])?;
    if reader.at == bytes.len() { Ok(files) } else { Err(Refused::Form { at: reader.at }) }
}

fn listed_as(reader: &mut Reader<'_>, name: &str, local: &Head, start: usize) -> Result<(), Refused> {
    reader.expect(Reader::long, &[CENTRAL])?;
    reader.short_of(&[UNIX | VERSION, UNIX | VERSION_STORED])?;
    let at = reader.at;
    let head = head(reader)?;
    if (head.version, head.crc, head.size) != (local.version, local.crc, local.size) {
        return Err(Refused::Form { at });
    }
    let length = u16::try_from(name.len()).map_err(|_| Refused::Form { at })?;
    reader.short_of(&[length])?;
    // No extra field, no comment, one disk, no inner attributes.
    for _ in 0..4 {
        reader.short_of(&[0])?;
    }
    // A plain file that everybody may read and its owner may write; a script may be run.
    reader.expect(Reader::long, &[0o100_644 << 16, 0o100_755 << 16])?;
    let start = u32::try_from(start).map_err(|_| Refused::Form { at })?;
    reader.expect(Reader::long, &[start])?;
    if reader.take(name.len())? == name.as_bytes() { Ok(()) } else { Err(Refused::Form { at }) }
}

/// The cyclic sum of archives (ISO 3309), bit by bit: a bundle is small.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
    let mut table = [0u32; 256];
    for (entry, byte) in table.iter_mut().zip(0u32..) {
        *entry = (0..8).fold(byte, |crc, _| step(crc));
    }
    let sum = bytes.iter().fold(u32::MAX, |crc, byte| {
        let place = (crc ^ u32::from(*byte)) & 0xff;
        table.get(place as usize).copied().unwrap_or_default() ^ (crc >> 8)
    });
    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_of_archives_is_the_known_one() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn what_is_no_archive_is_refused() {
        for bytes in [&b""[..], b"PK", b"PK\x05\x06", &[0; 100]] {
            assert!(matches!(unpack(bytes), Err(Refused::Form { .. })));
        }
    }
}
