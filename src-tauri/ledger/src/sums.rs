//! Sums of files as a text that `sha256sum --check` reads and that can be signed.

use crate::disclosure::sha256_hex;

/// Beginning of the first line; behind it stands the name of the log. A comment to `sha256sum`, and what keeps the signature from being taken for one of
/// something else.
pub const SUMS_HEAD: &str = "# tarazy bundle 1 of ";

/// Writes SHA-256 of files, each with its name, in the order given.
#[must_use]
pub fn sums<'f>(origin: &str, files: impl Iterator<Item = (&'f str, &'f [u8])>) -> String {
    let lines = files.map(|(name, bytes)| format!("{}  {name}\n", sha256_hex(bytes)));
    format!("{SUMS_HEAD}{origin}\n{}", lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_written_as_their_tool_reads_them() {
        let said = sums("tarazy/1", [("a.txt", &b"abc"[..])].into_iter());
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(said, format!("# tarazy bundle 1 of tarazy/1\n{digest}  a.txt\n"));
    }
}
