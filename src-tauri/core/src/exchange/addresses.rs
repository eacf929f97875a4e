//! Addresses in cells and letters: taken apart, made readable again, never opened.

use crate::model::address::refang;

/// What a locator is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocatorKind {
    /// A page or another thing with a path.
    Url,
    /// A whole host.
    Host,
    /// A network address.
    Ip,
    /// Something that is no address: a name, a description.
    Text,
}

impl LocatorKind {
    /// Tells by its looks what a locator is.
    pub fn of(locator: &str) -> Self {
        if is_ip(locator) {
            Self::Ip
        } else if !is_address(locator) {
            Self::Text
        } else if locator.contains('/') {
            Self::Url
        } else {
            Self::Host
        }
    }
}

const SCHEMES: [&str; 4] = ["http://", "https://", "hxxp://", "hxxps://"];

/// Returns the host of an address in lower case without `www.`, or nothing.
#[must_use]
pub(super) fn host_of(address: &str) -> Option<String> {
    let plain = refang(address.trim());
    // Letter by letter: a search for "://" costs more than everything else here, and registers call this for every row.
    let colon = plain.find(':').and_then(|at| plain.get(at..));
    let rest = colon.and_then(|rest| rest.strip_prefix("://")).unwrap_or(&plain);
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?;
    let host = host.split(':').next()?.trim_end_matches('.');
    if !is_host(host) && !is_ip(host) {
        return None;
    }
    let host = host.to_lowercase();
    Some(host.strip_prefix("www.").map(str::to_owned).unwrap_or(host))
}

/// Says whether a text is an IPv4 or IPv6 address or a block of them.
pub(super) fn is_ip(text: &str) -> bool {
    let (address, block) = text.split_once('/').map_or((text, None), |(address, block)| (address, Some(block)));
    block.is_none_or(|block| block.parse::<u8>().is_ok_and(|bits| bits <= 128)) && address.parse::<std::net::IpAddr>().is_ok()
}

/// Says whether a text looks like an address: a scheme, or a host with a dot.
pub(super) fn is_address(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || text.contains(char::is_whitespace) {
        return false;
    }
    has_scheme(text) || {
        let host = text.split(['/', '?', '#', ':']).next().unwrap_or(text);
        is_host(host.strip_prefix("*.").unwrap_or(host)) || host.contains("[.]")
    }
}

pub(super) fn has_scheme(text: &str) -> bool {
    SCHEMES.iter().any(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

/// A host has a dot, a top of letters, and labels of letters, digits and hyphens; Cyrillic ones too.
fn is_host(host: &str) -> bool {
    let Some((_, top)) = host.rsplit_once('.') else { return false };
    let empty_label = host.starts_with('.') || host.as_bytes().windows(2).any(|pair| pair == b"..");
    let letters = host
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.') || letter.is_alphanumeric());
    let top_fits = top.chars().nth(1).is_some() && (top.chars().all(char::is_alphabetic) || top.starts_with("xn--"));
    letters && top_fits && !empty_label
}

/// Splits a cell into its addresses: at line breaks and ` | ` always; at `;`, comma or blank only where another address begins,
/// because all of these also stand inside addresses.
pub fn split_addresses(cell: &str) -> Vec<&str> {
    if !cell.bytes().any(|byte| matches!(byte, b'\n' | b'\r' | b'\t' | b' ' | b';' | b',')) {
        return if cell.is_empty() { Vec::new() } else { vec![cell] };
    }
    let mut pieces = Vec::new();
    for line in cell.split(['\n', '\r', '\t']).flat_map(|line| line.split(" | ")) {
        split_line(line, &mut pieces);
    }
    pieces
}

fn split_line<'a>(line: &'a str, pieces: &mut Vec<&'a str>) {
    let mut rest = line;
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|tail| tail.find([';', ',', ' '])).map(|at| at + from) {
        let (left, right) = rest.split_at(at);
        let next = right.trim_start_matches([';', ',', ' ']);
        let comma_alone = right.starts_with(',') && !right.starts_with(", ");
        let word = next.split([';', ',', ' ']).next().unwrap_or(next);
        let begins = if comma_alone { has_scheme(next) } else { has_scheme(next) || (is_address(word) && is_address(left)) };
        if begins && !left.trim().is_empty() {
            push_piece(left, pieces);
            rest = next;
            from = 0;
        } else {
            from = at + 1;
        }
    }
    push_piece(rest, pieces);
}

fn push_piece<'a>(piece: &'a str, pieces: &mut Vec<&'a str>) {
    let mut piece = piece.trim().trim_end_matches([';', ',']).trim_end();
    if has_scheme(piece) {
        // What joins or numbers addresses belongs to none of them: "https://a.kz/1 и", "https://a.kz/1 2)".
        while let Some((address, word)) = piece.rsplit_once(' ')
            && is_joint(word)
        {
            piece = address.trim_end_matches([';', ',', ' ']);
        }
    }
    if !piece.is_empty() && !is_marker(piece) {
        pieces.push(piece);
    }
}

fn is_joint(word: &str) -> bool {
    is_marker(word) || ["и", "және", "мен", "and"].contains(&word) || !word.chars().any(char::is_alphanumeric)
}

/// Says whether a word numbers a list: "2)", "3.".
fn is_marker(word: &str) -> bool {
    word.strip_suffix([')', '.'])
        .is_some_and(|number| !number.is_empty() && number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit()))
}

/// Splits a cell of hosts or network addresses, which hold no blanks or commas themselves.
pub(super) fn split_names(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(['|', ',', ';', ' ', '\n', '\r', '\t']).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, pieces: &[&str]) {
        assert_eq!(split_addresses(cell), pieces, "{cell:?}");
    }

    #[test]
    fn what_joins_or_numbers_addresses_belongs_to_none() {
        let two = ["https://t.me/a1", "https://t.me/b1"];
        for cell in [
            "1) https://t.me/a1 2) https://t.me/b1",
            "1. https://t.me/a1; 2. https://t.me/b1",
            "https://t.me/a1 и https://t.me/b1",
            "https://t.me/a1, және https://t.me/b1",
            "https://t.me/a1 / https://t.me/b1",
            "https://t.me/a1\thttps://t.me/b1",
        ] {
            assert_eq!(split_addresses(cell), two, "{cell}");
        }
        assert_eq!(split_addresses("https://a.kz/my file 2.pdf"), ["https://a.kz/my file 2.pdf"]);
    }

    #[test]
    fn cells_are_split_where_an_address_begins() {
        check("http://a.kz/1 | http://b.kz/2", &["http://a.kz/1", "http://b.kz/2"]);
        check("http://a.kz/1\nhttp://b.kz/2\r\n", &["http://a.kz/1", "http://b.kz/2"]);
        check("http://a.kz/1; http://b.kz/2;", &["http://a.kz/1", "http://b.kz/2"]);
        check("http://a.kz/1;http://b.kz/2", &["http://a.kz/1", "http://b.kz/2"]);
        check("http://a.kz/1,http://b.kz/2, c.kz/3", &["http://a.kz/1", "http://b.kz/2", "c.kz/3"]);
        check("http://a.kz http://b.kz", &["http://a.kz", "http://b.kz"]);
        check("a.kz, b.kz", &["a.kz", "b.kz"]);
    }

    #[test]
    fn marks_inside_an_address_do_not_split_it() {
        check("http://a.kz/?a=1&amp;b=2", &["http://a.kz/?a=1&amp;b=2"]);
        check("http://a.kz/x,y,z;k=http", &["http://a.kz/x,y,z;k=http"]);
        check("http://a.kz/a b", &["http://a.kz/a b"]);
        check("группа «Нет, спасибо»", &["группа «Нет, спасибо»"]);
        check(" ; ", &[]);
    }

    #[test]
    fn a_scheme_glued_to_the_last_address_is_one_address() {
        check("http://web.archive.org/http://a.kz/1", &["http://web.archive.org/http://a.kz/1"]);
    }

    #[test]
    fn addresses_are_refanged() {
        assert_eq!(refang("hxxps://a[.]kz/1"), "https://a.kz/1");
        assert_eq!(refang("http[:]//a(.)kz"), "http://a.kz");
        assert_eq!(refang("http://a.kz/wiki/A_(b)"), "http://a.kz/wiki/A_(b)");
        assert!(matches!(refang("http://a.kz"), std::borrow::Cow::Borrowed(_)));
    }

    #[test]
    fn hosts_are_found() {
        assert_eq!(host_of("HTTPS://www.YouTube.com:443/watch?v=1").as_deref(), Some("youtube.com"));
        assert_eq!(host_of("hxxp://a[.]kz").as_deref(), Some("a.kz"));
        assert_eq!(host_of("http://user@a.kz/").as_deref(), Some("a.kz"));
        assert_eq!(host_of("қаз.рф/1").as_deref(), Some("қаз.рф"));
        assert_eq!(host_of("10.0.0.1").as_deref(), Some("10.0.0.1"));
        assert_eq!(host_of("просто слова"), None);
    }

    #[test]
    fn kinds_are_told_by_looks() {
        use LocatorKind::{Host, Ip, Text, Url};
        let kinds = ["http://a.kz", "a.kz/1", "a.kz", "10.0.0.0/24", "2001:db8::1", "группа"].map(LocatorKind::of);
        assert_eq!(kinds, [Url, Url, Host, Ip, Ip, Text]);
    }
}
