//! Reads a file with limits. A hostile file is refused while it streams, before it can fill the memory.

use super::error::{Error, Result};
use sha2::{Digest, Sha256};
use std::io::Read;

const CHUNK_BYTES: usize = 64 * 1024;

/// Starts of files that are no text, whatever their name says.
const MAGIC: [&[u8]; 12] = [
    b"PK\x03\x04",
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
    /// Bytes of the whole file; at most a gibibyte.
    pub file_bytes_max: u64,
    /// Bytes of one line.
    pub line_bytes_max: u64,
    /// Cells of the whole file.
    pub cells_max: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file_bytes_max: 512 * 1024 * 1024, line_bytes_max: 1024 * 1024, cells_max: 50_000_000 }
    }
}

/// The bytes of a file with their digest.
#[derive(Debug)]
pub(super) struct Raw {
    /// All bytes.
    pub bytes: Vec<u8>,
    /// SHA-256.
    pub digest: [u8; 32],
}

/// Reads everything, or stops at the first line or byte that is too much.
pub(super) fn read_all(mut reader: impl Read, limits: &Limits) -> Result<Raw> {
    // Positions inside a table are 32 bits, and the text may take three bytes for one.
    let file_bytes_max = limits.file_bytes_max.min(1 << 30);
    let mut bytes = Vec::new();
    let mut chunk = vec![0_u8; CHUNK_BYTES];
    let mut hasher = Sha256::new();
    let mut lines = LineGuard { row: 1, length: 0, limit: limits.line_bytes_max };
    loop {
        let got = match reader.read(&mut chunk) {
            Ok(0) => break,
            Ok(got) => chunk.get(..got).unwrap_or_default(),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(Error::Unreadable(error)),
        };
        let first = bytes.is_empty();
        if bytes.len() as u64 + got.len() as u64 > file_bytes_max {
            return Err(Error::TooLarge { limit: file_bytes_max });
        }
        hasher.update(got);
        bytes.extend_from_slice(got);
        if first {
            refuse_binary(&bytes)?;
        }
        lines.pass(got)?;
    }
    refuse_binary(&bytes)?;
    Ok(Raw { digest: hasher.finalize().into(), bytes })
}

struct LineGuard {
    row: u64,
    length: u64,
    limit: u64,
}

impl LineGuard {
    fn pass(&mut self, chunk: &[u8]) -> Result<()> {
        let mut pieces = chunk.split(|byte| *byte == b'\n' || *byte == b'\r');
        self.grow(pieces.next().unwrap_or_default())?;
        let mut ends = chunk.iter().filter(|byte| **byte == b'\n' || **byte == b'\r');
        for piece in pieces {
            self.row += u64::from(ends.next() == Some(&b'\n'));
            self.length = 0;
            self.grow(piece)?;
        }
        Ok(())
    }

    fn grow(&mut self, piece: &[u8]) -> Result<()> {
        self.length += piece.len() as u64;
        if self.length > self.limit {
            return Err(Error::LineTooLong { row: self.row, limit: self.limit });
        }
        Ok(())
    }
}

/// Refuses what is no text by its first bytes, by zero bytes, or by many control characters.
fn refuse_binary(bytes: &[u8]) -> Result<()> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Ok(());
    }
    let controls = |part: &[u8]| part.iter().filter(|byte| **byte < 9 || (14..32).contains(*byte)).count();
    let magic = MAGIC.iter().any(|magic| bytes.starts_with(magic));
    if magic || bytes.contains(&0) || controls(bytes) * 200 > bytes.len() {
        return Err(Error::Binary);
    }
    Ok(())
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
    fn a_line_of_a_gigabyte_is_refused_after_a_megabyte() {
        let mut endless = Endless { byte: b'a', taken: 0, of: 1 << 30 };
        let error = read_all(&mut endless, &Limits::default()).unwrap_err();
        assert!(matches!(error, Error::LineTooLong { row: 1, limit: 1_048_576 }), "{error:?}");
        assert!(endless.taken <= 1_048_576 + 2 * CHUNK_BYTES as u64, "{} bytes were read", endless.taken);
    }

    #[test]
    fn the_line_at_fault_is_named() {
        let limits = Limits { line_bytes_max: 4, ..Limits::default() };
        let error = |bytes: &[u8]| read_all(bytes, &limits).unwrap_err();
        assert!(matches!(error(b"abcd\r\nabcde\r\n"), Error::LineTooLong { row: 2, .. }));
        assert!(matches!(error(b"a\nb\nabcdefg"), Error::LineTooLong { row: 3, .. }));
        assert!(read_all(&b"abcd\nabcd\r\nabcd"[..], &limits).is_ok());
    }

    #[test]
    fn a_file_over_the_limit_is_refused_while_it_streams() {
        let mut endless = Endless { byte: b'\n', taken: 0, of: 1 << 30 };
        let limits = Limits { file_bytes_max: 1_000_000, ..Limits::default() };
        let error = read_all(&mut endless, &limits).unwrap_err();
        assert!(matches!(error, Error::TooLarge { limit: 1_000_000 }));
        assert!(endless.taken < 1_200_000);
    }

    #[test]
    fn binaries_are_refused_under_any_name() {
        let refused = |bytes: &[u8]| matches!(read_all(bytes, &Limits::default()), Err(Error::Binary));
        assert!(refused(b"PK\x03\x04 an office workbook"));
        assert!(refused(b"%PDF-1.7"));
        assert!(refused(b"url,date\nhttp://a.kz,2020-01-01\0\n"));
        assert!(refused(b"\x01\x02\x03\x04 many control characters \x05\x06"));
        assert!(refused(&[0_u8; 4096]));
        assert!(!refused(b"url,date\n"));
    }

    #[test]
    fn a_reader_that_fails_is_unreadable() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
                Err(std::io::Error::other("no disk"))
            }
        }
        assert!(matches!(read_all(Broken, &Limits::default()), Err(Error::Unreadable(_))));
    }
}
