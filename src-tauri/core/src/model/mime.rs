//! What a file is, told by its first bytes where they tell it for certain, by the ending of its name otherwise. Nothing is parsed.

/// How many first bytes tell what a file is.
pub const HEAD_BYTES: usize = 16;

const JPEG: &str = "image/jpeg";
const ZIP: &str = "application/zip";

// Media type and usual ending, by the endings of names.
const NAMED: [(&str, &str); 18] = [
    ("pdf", "application/pdf"),
    ("jpg", JPEG),
    ("jpeg", JPEG),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("gif", "image/gif"),
    ("wacz", "application/wacz"),
    ("warc", "application/warc"),
    ("mhtml", "multipart/related"),
    ("mht", "multipart/related"),
    ("html", "text/html"),
    ("txt", "text/plain"),
    ("eml", "message/rfc822"),
    ("mp4", "video/mp4"),
    ("webm", "video/webm"),
    ("mp3", "audio/mpeg"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("zip", ZIP),
];

/// Returns the media type of a file.
#[must_use]
pub fn media_type(name: &str, head: &[u8]) -> &'static str {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    let by_name = NAMED.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |(_, media)| media);
    let at = |place: usize, sign: &[u8]| head.get(place..).is_some_and(|rest| rest.starts_with(sign));
    // Pictures, whose bytes others use unasked, are told by their bytes alone.
    match () {
        () if at(0, b"\xff\xd8\xff") => JPEG,
        () if at(0, b"\x89PNG\r\n\x1a\n") => "image/png",
        () if at(0, b"RIFF") && at(8, b"WEBP") => "image/webp",
        () if at(0, b"GIF8") => "image/gif",
        () if at(0, b"%PDF-") => "application/pdf",
        () if by_name.starts_with("image/") => "application/octet-stream",
        () => by_name,
    }
}

/// Returns the usual ending of the name of a file of this type.
#[must_use]
pub fn ending(media: &str) -> &'static str {
    NAMED.iter().find(|(_, known)| *known == media).map_or("bin", |(ending, _)| ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_told_by_their_bytes_and_the_rest_by_name() {
        let check = |name: &str, head: &[u8], media: &str, end: &str| {
            assert_eq!((media_type(name, head), ending(media)), (media, end), "{name}");
        };
        check("a.txt", b"\xff\xd8\xff\xe0", "image/jpeg", "jpg");
        check("скан", b"%PDF-1.7", "application/pdf", "pdf");
        check("a.jpg", b"MZ", "application/octet-stream", "bin");
        check("page.WACZ", b"PK\x03\x04", "application/wacz", "wacz");
        check("", b"", "application/octet-stream", "bin");
    }
}
