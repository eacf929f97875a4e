//! Writing a version as its three files: one question, one rule a line, so that two versions can be compared line by line.

use super::read::{FILES, hex};
use super::{Error, Source};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Writes the texts of the three files. The same source gives the same bytes.
pub fn texts_of(source: &Source) -> Result<[String; 3], Error> {
    let mut method = serde_json::to_string_pretty(&source.method).map_err(|_| Error)?;
    method.push('\n');
    let mut questions = list(&source.questions, "  ")?;
    questions.push('\n');
    let r = &source.rules;
    let mut parts = vec![
        ("inputs", line(&r.inputs)?),
        ("standard", line(&r.standard)?),
        ("reads", line(&r.reads)?),
        ("subtypes", line(&r.subtypes)?),
        ("content", list(&r.content, "    ")?),
        ("open", line(&r.open)?),
        ("findings", line(&r.findings)?),
        ("elements", list(&r.elements, "    ")?),
        ("verdicts", list(&r.verdicts, "    ")?),
        ("parts", list(&r.parts, "    ")?),
    ];
    if !r.note.is_empty() {
        parts.push(("note", line(&r.note)?));
    }
    let parts: Vec<String> = parts.into_iter().map(|(name, text)| format!("  \"{name}\": {text}")).collect();
    Ok([method, questions, format!("{{\n{}\n}}\n", parts.join(",\n"))])
}

/// Writes SHA256SUMS: what `sha256sum -c` reads.
#[must_use]
pub fn sums(files: &[String; 3]) -> String {
    FILES.iter().zip(files).map(|(name, text)| format!("{}  {name}\n", hex(&Sha256::digest(text)))).collect()
}

fn line(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|_| Error)
}

fn list<T: Serialize>(items: &[T], indent: &str) -> Result<String, Error> {
    if items.is_empty() {
        return Ok("[]".to_owned());
    }
    let lines: Vec<String> =
        items.iter().map(|item| line(item).map(|text| format!("{indent}{text}"))).collect::<Result<_, _>>()?;
    Ok(format!("[\n{}\n{}]", lines.join(",\n"), indent.get(2..).unwrap_or_default()))
}
