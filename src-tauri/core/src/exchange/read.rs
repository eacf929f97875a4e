//! Looks through a file once, with limits: its digest, its size, and how it writes its letters. A hostile file is refused while it
//! streams, before it can fill the memory.

use super::decode::Letters;
use super::error::{Error, Result};
use sha2::{Digest, Sha256};
use std::io::Read;

/// Bytes taken at a time.
pub(super) const CHUNK_BYTES: usize = 64 * 1024;

/// Starts of files that are no text, whatever their name says.
const MAGIC: [&[u8]; 12] = [
    b"\x7fELF",
    b"PK\x05\x06",
    b"%PDF",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3",
    b"{\\rtf",
];

/// How much is taken before a file is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the whole file.
    pub file_bytes_max: u64,
    /// Rows of one sheet.
    pub rows_max: u32,
    /// Columns of a table.
    pub columns_max: usize,
    /// Bytes of one cell; a row with a longer one is rejected.
    pub cell_bytes_max: usize,
    /// Cells of the whole file.
    pub cells_max: u64,
    /// Files inside a workbook.
    pub entries_max: usize,
    /// Bytes of a workbook when it is unpacked.
    pub unpacked_bytes_max: u64,
    /// How many times larger than itself a part of a workbook may become.
    pub ratio_max: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes_max: 512 * 1024 * 1024,
            rows_max: 2_000_000,
            columns_max: 500,
            cell_bytes_max: 1024 * 1024,
            cells_max: 100_000_000,
            entries_max: 10_000,
            unpacked_bytes_max: 256 * 1024 * 1024,
            ratio_max: 200,
        }
    }
}

/// What the first look at a file finds.
#[derive(Debug)]
pub(super) struct Look {
    /// SHA-256.
    pub digest: [u8; 32],
    /// Bytes.
    pub bytes: u64,
    /// A workbook by its first bytes.
    pub is_zip: bool,
    /// What its bytes say of its letters.
    pub letters: Letters,
}

/// Reads everything once, or stops at the first byte that is too much.
pub(super) fn look(mut reader: impl Read, limits: &Limits) -> Result<Look> {
    let mut chunk = vec![0_u8; CHUNK_BYTES];
    let mut hasher = Sha256::new();
    let mut found = Look { digest: [0; 32], bytes: 0, is_zip: false, letters: Letters::default() };
    let mut controls = 0_u64;
    let mut is_wide = false;
    loop {
        let got = fill(&mut reader, &mut chunk)?;
        if got.is_empty() {
            break;
        }
        if found.bytes == 0 {
            found.is_zip = got.starts_with(b"PK\x03\x04");
            is_wide = got.starts_with(b"\xff\xfe") || got.starts_with(b"\xfe\xff");
            if MAGIC.iter().any(|magic| got.starts_with(magic)) && !is_wide {
                return Err(Error::Binary);
            }
        }
        found.bytes += got.len() as u64;
        if found.bytes > limits.file_bytes_max {
            return Err(Error::TooLarge { limit: limits.file_bytes_max });
        }
        hasher.update(got);
        if !found.is_zip {
            found.letters.pass(got);
            controls += got.iter().filter(|byte| **byte < 9 || (14..32).contains(*byte)).count() as u64;
            // Zero bytes are no text, but for the two encodings that write every letter with two bytes.
            if !is_wide && (controls * 200 > found.bytes || got.contains(&0)) && !found.letters.may_be_wide() {
                return Err(Error::Binary);
            }
        }
    }
    found.digest = hasher.finalize().into();
    Ok(found)
}

/// Fills a chunk as far as the reader has bytes.
pub(super) fn fill<'c>(reader: &mut impl Read, chunk: &'c mut [u8]) -> Result<&'c [u8]> {
    let mut length = 0;
    while let Some(room) = chunk.get_mut(length..).filter(|room| !room.is_empty()) {
        match reader.read(room) {
            Ok(0) => break,
            Ok(got) => length += got,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Error::Unreadable(error)),
        }
    }
    Ok(chunk.get(..length).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte for ever and counts what was taken.
    struct Endless {
        byte: u8,
        taken: u64,
        of: u64,
    }

    impl Read for Endless {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let length = buffer.len().min(usize::try_from(self.of - self.taken).unwrap());
            buffer[..length].fill(self.byte);
            self.taken += length as u64;
            Ok(length)
        }
    }

    #[test]
    fn a_file_over_the_limit_is_refused_while_it_streams() {
        let mut endless = Endless { byte: b'\n', taken: 0, of: 1 << 30 };
        let limits = Limits { file_bytes_max: 1_000_000, ..Limits::default() };
        let error = look(&mut endless, &limits).unwrap_err();
        assert!(matches!(error, Error::TooLarge { limit: 1_000_000 }));
        assert!(endless.taken < 1_200_000);
    }

    #[test]
    fn binaries_are_refused_under_any_name() {
        let refused = |bytes: &[u8]| matches!(look(bytes, &Limits::default()), Err(Error::Binary));
        assert!(refused(b"%PDF-1.7"));
        assert!(refused(b"url,date\nhttp://a.kz,2020-01-01\0\n"));
        assert!(refused(b"\x01\x02\x03\x04 many control characters \x05\x06"));
        assert!(refused(&[0_u8; 4096]));
        assert!(!refused(b"url,date\n"));
        assert!(look(&b"PK\x03\x04 an office workbook"[..], &Limits::default()).unwrap().is_zip);
    }

    #[test]
    fn a_reader_that_fails_is_unreadable() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
                Err(std::io::Error::other("no disk"))
            }
        }
        assert!(matches!(look(Broken, &Limits::default()), Err(Error::Unreadable(_))));
    }
}
