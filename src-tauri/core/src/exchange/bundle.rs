//! Bundles as archives: files stored as they are, in the order of their names, at one fixed time. Every byte follows from the files, so
//! that the verifier finds a byte that differs wherever it stands.

use std::collections::BTreeMap;
use std::io::{Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Bytes that a bundle holds at most: archives of the plain form know no more.
pub const BYTES_MAX: u64 = 2 << 30;

/// Writes files.
///
/// # Errors
/// When it cannot be written.
pub fn pack<W: Write + Seek>(files: &BTreeMap<String, Vec<u8>>, out: W) -> std::io::Result<W> {
    let mut archive = ZipWriter::new(out);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in files {
        let is_run = name.ends_with(".sh") || name.starts_with("verify/");
        archive.start_file(name, if is_run { options.unix_permissions(0o755) } else { options })?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?)
}
