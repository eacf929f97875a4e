//! The archive of a snapshot: a ZIP that knows no times, written by [`Pack`], read with a bound on everything, since it comes from somebody else.

use super::export::pack::{Pack, SUMS};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{Read, Seek, Write};

/// How much an archive may hold.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Files.
    pub files: usize,
    /// Bytes of all files, unpacked.
    pub bytes: u64,
    /// How many times a file of more than a megabyte may be as long as its packed form. Tables pack to a twentieth; a bomb to a thousandth.
    pub ratio: u64,
}

impl Bounds {
    /// What a national register needs several times over.
    pub const USUAL: Self = Self { files: 64, bytes: 2 << 30, ratio: 200 };
}

/// Files shorter than this may pack as well as they like.
const RATIO_FROM: u64 = 1 << 20;

/// Why an archive is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// No ZIP, or one without its end.
    NoArchive,
    /// A file that does not unpack, or whose digest is not the listed one.
    Damaged(String),
    /// More than an archive may hold.
    TooLarge,
}

/// Writes files in their order, and the list of digests that `sha256sum -c` reads.
///
/// # Errors
/// When it cannot be written.
pub fn pack<W: Write + Seek>(files: &[(String, Vec<u8>)], out: W) -> std::io::Result<W> {
    let mut pack = Pack::new(out);
    files.iter().try_for_each(|(name, bytes)| pack.file(name, bytes))?;
    pack.finish()
}

/// Reads all files of an archive but the list of digests, by which each is checked.
///
/// # Errors
/// What is wrong with it.
pub fn unpack(input: impl Read + Seek, bounds: Bounds) -> Result<BTreeMap<String, Vec<u8>>, Refused> {
    let mut archive = zip::ZipArchive::new(input).map_err(|_| Refused::NoArchive)?;
    if archive.len() > bounds.files {
        return Err(Refused::TooLarge);
    }
    let mut files = BTreeMap::new();
    let mut left = bounds.bytes;
    for place in 0..archive.len() {
        let name = archive.name_for_index(place).and_then(|name| Some(name.ok()?.into_owned())).unwrap_or_default();
        let damaged = || Refused::Damaged(name.clone());
        let mut file = archive.by_index(place).map_err(|_| damaged())?;
        let (size, packed) = (file.size(), file.compressed_size());
        if size > left || (size > RATIO_FROM && size > packed.saturating_mul(bounds.ratio)) {
            return Err(Refused::TooLarge);
        }
        let mut bytes = Vec::new();
        // The size that the archive states may be a lie.
        (&mut file).take(size.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| damaged())?;
        if bytes.len() as u64 != size {
            return Err(damaged());
        }
        left -= size;
        if files.insert(name.clone(), bytes).is_some() {
            return Err(damaged());
        }
    }
    let sums = files.remove(SUMS).ok_or_else(|| Refused::Damaged(SUMS.to_owned()))?;
    checked(&files, &sums)?;
    Ok(files)
}

// The list is what the files say, to the byte.
fn checked(files: &BTreeMap<String, Vec<u8>>, sums: &[u8]) -> Result<(), Refused> {
    let listed = String::from_utf8_lossy(sums);
    let listed: BTreeMap<&str, &str> =
        listed.lines().filter_map(|line| line.split_once("  ")).map(|(hex, name)| (name, hex)).collect();
    let mut lines = String::new();
    for (name, bytes) in files {
        let hex: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if listed.get(name.as_str()).is_some_and(|known| *known != hex) {
            return Err(Refused::Damaged(name.clone()));
        }
        lines.push_str(&format!("{hex}  {name}\n"));
    }
    // A line without its file, or a file without its line.
    if let Some(name) = listed.keys().find(|name| !files.contains_key(**name)) {
        return Err(Refused::Damaged((*name).to_owned()));
    }
    if lines.as_bytes() == sums { Ok(()) } else { Err(Refused::Damaged(SUMS.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn packed() -> Vec<u8> {
        let files = [("a.csv".to_owned(), b"one\n".to_vec()), ("b/c.json".to_owned(), "{\"қ\":1}".as_bytes().to_vec())];
        pack(&files, Cursor::new(Vec::new())).unwrap().into_inner()
    }

    fn read(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, Refused> {
        unpack(Cursor::new(bytes), Bounds::USUAL)
    }

    #[test]
    fn what_was_packed_is_read() {
        let files = read(&packed()).unwrap();
        assert_eq!(files.keys().collect::<Vec<_>>(), ["a.csv", "b/c.json"]);
        assert_eq!(files["a.csv"], b"one\n");
        assert_eq!(packed(), packed());
    }

    #[test]
    fn no_flipped_byte_goes_unnoticed_and_none_brings_it_down() {
        let (whole, files) = (packed(), read(&packed()).unwrap());
        let mut named = 0;
        for place in 0..whole.len() {
            for bit in [0x01, 0x80] {
                let mut bytes = whole.clone();
                bytes[place] ^= bit;
                match read(&bytes) {
                    // Bytes that say nothing of the files: times, attributes, versions.
                    Ok(found) => assert_eq!(found, files, "byte {place}"),
                    Err(Refused::Damaged(name)) => named += usize::from(!name.is_empty()),
                    Err(Refused::NoArchive | Refused::TooLarge) => {}
                }
            }
        }
        assert!(named > 20, "{named}");
    }

    #[test]
    fn what_is_cut_short_is_no_archive() {
        let whole = packed();
        for length in 0..whole.len() {
            assert!(read(&whole[..length]).is_err(), "{length}");
        }
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let files = [("zeros".to_owned(), vec![b'0'; 8 << 20])];
        let bomb = pack(&files, Cursor::new(Vec::new())).unwrap().into_inner();
        assert!(bomb.len() < 20_000);
        assert_eq!(read(&bomb), Err(Refused::TooLarge));
        let small = Bounds { bytes: 10, ..Bounds::USUAL };
        assert_eq!(unpack(Cursor::new(packed()), small), Err(Refused::TooLarge));
        assert_eq!(unpack(Cursor::new(packed()), Bounds { files: 1, ..Bounds::USUAL }), Err(Refused::TooLarge));
    }
}
