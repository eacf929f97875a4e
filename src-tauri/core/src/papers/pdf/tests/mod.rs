//! What others say of the files: an archive's checker, a screen reader's view, the tools people have.

mod conform;
mod second;
mod sheet;

pub(crate) use conform::sound;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::model::rubric::{Rubric, sets};
use crate::papers::brief::{self, Level};
use crate::papers::rule_book::{self, RuleBook};
use crate::papers::{Document, long_sample, sample};
use crate::texts::{Lang, Texts};

/// Returns every kind of paper in every language, each with a name.
fn golden() -> Vec<(String, Document)> {
    let briefs = [
        ("brief", sample::ordinary()),
        ("brief-few", sample::brief([1, 2, 0, 0, 1, 1], Level::Counts)),
        ("brief-none", sample::brief([0; 6], Level::Nothing)),
    ];
    let mut papers = Vec::new();
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for (name, facts) in &briefs {
            papers.push((format!("{name}-{}", lang.code()), brief::compose(facts, &texts)));
        }
        papers.push((format!("rule-book-{}", lang.code()), rule_book_in(&texts)));
        papers.push((format!("long-{}", lang.code()), long_sample(lang, 4)));
    }
    papers
}

fn rule_book_in(texts: &Texts) -> Document {
    let source = Rubric::load().unwrap().source();
    let book = RuleBook {
        source,
        sets: sets(source).unwrap(),
        version: "1.0.0".to_owned(),
        status: "adopted".to_owned(),
        base: String::new(),
        adopted_on: "2026-11-20".to_owned(),
        adopted_by: "Сөз бостандығы қоры".to_owned(),
        digest: "ab".repeat(32),
        files: vec![("rules.json".to_owned(), "cd".repeat(32))],
        day: "2026-11-26".to_owned(),
    };
    rule_book::compose(&book, texts)
}

/// Runs a tool over a file and returns what it says; nothing where it is not installed.
fn told(tool: &str, arguments: &[&str], file: &Path) -> Option<String> {
    let Ok(output) = Command::new(tool).args(arguments).arg(file).output() else {
        println!("skipped: {tool} is not installed");
        return None;
    };
    let (out, error) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr).into_owned());
    assert!(output.status.success(), "{tool} {arguments:?} {}: {out}{error}", file.display());
    Some(out)
}

fn written(folder: &Path, name: &str, file: &[u8]) -> PathBuf {
    let path = folder.join(format!("{name}.pdf"));
    std::fs::write(&path, file).unwrap();
    path
}
