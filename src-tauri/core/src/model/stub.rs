//! Child sexual material is never stored. An item that an order names as such is a stub: that it exists is a fact of the order, and
//! nothing else of it is kept.

/// The value that marks such an item.
pub const CSAM_STUB: &str = "csam_stub";

/// Says which field of an item breaks the rule: a stub holds neither text nor an address. Returns the field's name.
pub fn stub_rule(stub: &str, locator: &str, text: &str) -> Result<(), &'static str> {
    match stub {
        CSAM_STUB if !locator.trim().is_empty() => Err("locators"),
        CSAM_STUB if !text.trim().is_empty() => Err("text"),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stub_holds_neither_text_nor_address() {
        assert_eq!(stub_rule(CSAM_STUB, "", " "), Ok(()));
        assert_eq!(stub_rule(CSAM_STUB, "https://example.com/x", ""), Err("locators"));
        assert_eq!(stub_rule(CSAM_STUB, "", "words"), Err("text"));
        assert_eq!(stub_rule("", "https://example.com/x", "words"), Ok(()));
    }
}
