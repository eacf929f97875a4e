//! Everything in one archive: ZIP with deflate, every file with its SHA-256 in a list that `sha256sum -c` reads. The archive knows no
//! times, so the same files give the same bytes.

use sha2::{Digest, Sha256};
use std::io::{Result, Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Name of the list of digests.
pub const SUMS: &str = "SHA256SUMS";

/// An archive that is being written. What is written goes into the file that was begun last.
pub struct Pack<W: Write + Seek> {
    zip: ZipWriter<W>,
    name: String,
    digest: Sha256,
    sums: Vec<(String, String)>,
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o600)
        .large_file(true)
}

impl<W: Write + Seek> Pack<W> {
    /// Begins an archive.
    #[must_use]
    pub fn new(out: W) -> Self {
        Self { zip: ZipWriter::new(out), name: String::new(), digest: Sha256::new(), sums: Vec::new() }
    }

    /// Begins a file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn begin(&mut self, name: &str) -> Result<()> {
        self.end();
        name.clone_into(&mut self.name);
        self.zip.start_file(name, options()).map_err(std::io::Error::from)
    }

    /// Writes a whole file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn file(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.begin(name)?;
        self.write_all(bytes)
    }

    fn end(&mut self) {
        let digest = std::mem::take(&mut self.digest).finalize();
        if !self.name.is_empty() {
            let hex = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            self.sums.push((std::mem::take(&mut self.name), hex));
        }
    }

    /// Ends the archive with the list of digests.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> Result<W> {
        self.end();
        self.sums.sort();
        let lines: String = self.sums.iter().map(|(name, hex)| format!("{hex}  {name}\n")).collect();
        self.zip.start_file(SUMS, options()).map_err(std::io::Error::from)?;
        self.zip.write_all(lines.as_bytes())?;
        self.zip.finish().map_err(std::io::Error::from)
    }
}

impl<W: Write + Seek> Write for Pack<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let taken = self.zip.write(bytes)?;
        self.digest.update(bytes.get(..taken).unwrap_or_default());
        Ok(taken)
    }

    fn flush(&mut self) -> Result<()> {
        self.zip.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};

    fn make() -> Vec<u8> {
        let mut pack = Pack::new(Cursor::new(Vec::new()));
        pack.file("b/қ.txt", b"beta").unwrap();
        pack.file("a.txt", b"").unwrap();
        pack.finish().unwrap().into_inner()
    }

    #[test]
    fn the_same_files_give_the_same_archive_with_true_digests() {
        let bytes = make();
        assert_eq!(bytes, make());
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut sums = String::new();
        zip.by_name(SUMS).unwrap().read_to_string(&mut sums).unwrap();
        let expect = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.txt\nf44e64e75f3948e9f73f8dfa94721c4ce8cbb4f265c4790c702b2d41cfbf2753  b/қ.txt\n";
        assert_eq!(sums, expect);
        let mut inside = String::new();
        zip.by_name("b/қ.txt").unwrap().read_to_string(&mut inside).unwrap();
        assert_eq!(inside, "beta");
    }
}
