//! Papers: asked for, seen, sealed, verified.

use super::Lang;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperAsk {
    /// brief, report, annual, case_file, special_procedures, upr.
    pub kind: String,
    /// Language.
    pub lang: Lang,
    /// court, lawyer, partner, press, public.
    pub audience: String,
    /// Orders that it speaks of, in the words of the filter; empty: all.
    pub filter: String,
    /// The record that it is about, where its kind is about one; else empty.
    pub subject: String,
    /// pdf, docx.
    pub format: String,
}

/// Asks to see some pages of a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperPreviewAsk {
    /// The paper.
    pub paper: PaperAsk,
    /// First page to draw, from 1.
    pub from: u32,
    /// How many pages to draw.
    pub count: u32,
    /// Search it for values that its readers may not see.
    pub check: bool,
}

/// Pages of a paper, drawn from the same display list as the PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperPreview {
    /// One SVG document a page, from the first one asked for.
    pub pages: Vec<String>,
    /// How many pages the paper has.
    pub of: u32,
    /// Why it cannot be made yet, as paper-needs-review, or empty.
    pub refused: String,
    /// Words of the running text, without notes and contents.
    pub words: u32,
    /// Words in footnotes.
    pub note_words: u32,
    /// Values that its readers may not see; empty where nothing was searched for.
    pub leaks: Vec<PaperLeak>,
}

/// A value that the readers of a paper may not see, found in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperLeak {
    /// Kind of the record that holds it: actors, items; machine for folders and names of the machine.
    pub kind: String,
    /// Its field.
    pub field: String,
    /// What the record is called where names are sealed.
    pub label: String,
    /// The words of the paper in which it was found, between ⟦ and ⟧, with a little around them.
    pub shown: String,
    /// plain, stem, initials, kazakh_latin, transliterated, digits, path, words, bytes.
    pub how: String,
}

/// Makes, saves and seals a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperExport {
    /// The paper.
    pub paper: PaperAsk,
    /// Why a lawyer lets stand what the search found; empty: it blocks.
    pub leaks_reason: String,
}

/// Asks what can be set in a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperFormAsk {
    /// The paper.
    pub paper: PaperAsk,
}

/// What can be set in a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperForm {
    /// Kinds of paper there are.
    pub kinds: Vec<String>,
    /// Forms that this kind can be saved in; the first is the usual one.
    pub formats: Vec<String>,
    /// Who it can be for; the first is the usual one.
    pub audiences: Vec<String>,
    /// Kind of the record that it is about, as orders, or empty.
    pub subject_kind: String,
    /// It speaks of the orders of a filter.
    pub filtered: bool,
    /// Words that it may have at most, or 0.
    pub limit: u32,
    /// Texts that a person writes, in the order of the paper.
    pub texts: Vec<PaperText>,
}

/// A text that a person writes into a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperText {
    /// Its name: the label is `paper-text-` and the name.
    pub name: String,
    /// What was written, or empty.
    pub text: String,
    /// Several lines.
    pub long: bool,
    /// A day, as YYYY-MM-DD.
    pub is_day: bool,
    /// A whole number.
    pub is_number: bool,
}

/// Keeps a text for a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperTextSet {
    /// Kind of the paper.
    pub kind: String,
    /// The record that it is about, or empty.
    pub subject: String,
    /// Language.
    pub lang: Lang,
    /// Name of the text.
    pub name: String,
    /// The text; empty: it is forgotten.
    pub text: String,
}

/// A sealed paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperLine {
    /// Paper id.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Language.
    pub lang: Lang,
    /// SHA-256 of the file, hexadecimal.
    pub digest: String,
    /// Bytes of the file.
    pub bytes: u32,
    /// UTC second.
    #[ts(type = "number")]
    pub at: i64,
    /// Digest of the snapshot the numbers came from.
    pub snapshot: String,
    /// Entry of the ledger.
    pub seq: u32,
    /// File name.
    pub name: String,
    /// Who it is for; empty in papers that were sealed before audiences were told apart.
    pub audience: String,
    /// pdf, docx; empty as above.
    pub format: String,
    /// Filter of its orders.
    pub filter: String,
    /// The record it is about, or empty.
    pub subject: String,
    /// Sealed values that a lawyer let stand.
    pub leaks: u32,
    /// Why.
    pub leaks_reason: String,
}

/// Sealed papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Papers {
    /// Newest first.
    pub rows: Vec<PaperLine>,
}

/// A file held against a sealed paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperVerified {
    /// Name of the file.
    pub name: String,
    /// It is the sealed one, byte for byte.
    pub same: bool,
    /// SHA-256 of the file, hexadecimal.
    pub digest: String,
    /// Another sealed paper that it is, by its name; or empty.
    pub other: String,
}
