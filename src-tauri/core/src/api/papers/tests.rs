//! The long papers of the invented example: the same numbers in three languages, and those of the analysis.

use super::super::App;
use super::super::silent::Silent;
use super::super::wire::{Lang, PaperAsk, ProfileAsk, VaultCreate};
use super::{Made, asked};
use crate::env::Fixed;
use crate::model::audience::Audience;
use crate::papers::model::{Block, Table};
use crate::papers::{Document, to_pdf};
use crate::store::KdfCost;
use crate::texts::NO_BREAK;
use std::sync::Arc;
use tempfile::TempDir;

/// 2026-11-20 09:00 UTC: after the last day of the example register.
const NOW: i64 = 1_795_165_200_000_000;
const LANGS: [Lang; 3] = [Lang::Kk, Lang::Ru, Lang::En];
const KINDS: [&str; 2] = ["report", "annual"];

struct Desk {
    app: App,
    _folder: TempDir,
}

impl Desk {
    fn new(with_example: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = App::new(Fixed::env(NOW), Arc::new(Silent), folder.path().join("vault"), KdfCost::TESTS);
        let passphrase = "түлкі сегіз арқан теңіз боран жалау".to_owned();
        let (organisation, actor) = ("Сөз бостандығы қоры".to_owned(), "Әлия".to_owned());
        app.vault_create(VaultCreate { passphrase, lang: Lang::Kk, with_example, organisation, actor }).unwrap();
        Self { app, _folder: folder }
    }

    fn made(&self, kind: &str, lang: Lang, audience: Audience, filter: &str) -> Made {
        let vault = self.app.vault().unwrap();
        let ask = PaperAsk {
            kind: kind.to_owned(),
            lang,
            audience: audience.code().to_owned(),
            filter: filter.to_owned(),
            subject: String::new(),
            format: "pdf".to_owned(),
        };
        let (kind, asked) = asked(&self.app, &vault, &ask).unwrap();
        (kind.make)(&asked).unwrap()
    }
}

fn tables(document: &Document) -> Vec<&Table> {
    document.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).collect()
}

/// Returns the numbers of some words in their order of size, whatever groups and decimals they are written with.
fn numbers(words: &str) -> Vec<String> {
    let plain: Vec<char> = words.chars().collect();
    let digit = |at: usize| plain.get(at).is_some_and(char::is_ascii_digit);
    let mut numbers = vec![String::new()];
    for (at, letter) in plain.iter().enumerate() {
        let inside = at > 0 && digit(at - 1) && digit(at + 1);
        match letter {
            '0'..='9' => numbers.last_mut().unwrap().push(*letter),
            &NO_BREAK | ',' if inside && digit(at + 2) && digit(at + 3) && !digit(at + 4) => {}
            ',' | '.' if inside => numbers.last_mut().unwrap().push('.'),
            _ => numbers.push(String::new()),
        }
    }
    numbers.retain(|number| !number.is_empty());
    numbers.sort();
    numbers
}

fn shown(document: &Document) -> String {
    let digest = |word: &str| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    document
        .words()
        .into_iter()
        .map(|words| if digest(&words) { "[digest]".to_owned() } else { words })
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn three_languages_say_the_same_numbers_table_by_table() {
    let desk = Desk::new(true);
    for kind in KINDS {
        for audience in Audience::ALL {
            let made = LANGS.map(|lang| desk.made(kind, lang, audience, ""));
            let [kk, ru, en] = made.each_ref().map(|made| tables(&made.document));
            assert_eq!((kk.len(), ru.len()), (en.len(), en.len()), "{kind} {audience:?}");
            for ((kk, ru), en) in kk.iter().zip(&ru).zip(&en) {
                for ((kk, ru), en) in kk.rows.iter().zip(&ru.rows).zip(&en.rows) {
                    let cells = |row: &Vec<String>| row.iter().skip(1).map(|cell| numbers(cell)).collect::<Vec<_>>();
                    assert_eq!(cells(kk), cells(en), "{kk:?} against {en:?}");
                    assert_eq!(cells(ru), cells(en), "{ru:?} against {en:?}");
                }
            }
            let [kk, ru, en] = made.map(|made| made.snapshot);
            assert!(kk == ru && ru == en, "{kind} {audience:?}: one snapshot");
        }
    }
}

#[test]
fn every_number_of_the_analysis_stands_in_a_cell_of_the_report() {
    let desk = Desk::new(true);
    for filter in ["", "platform:telegram"] {
        let profile = desk.app.profile(ProfileAsk { filter: filter.to_owned() }).unwrap();
        let made = desk.made("report", Lang::En, Audience::Court, filter);
        let found = tables(&made.document);
        let texts = super::texts_of(Lang::En);
        let row =
            |label: &str| found.iter().flat_map(|table| &table.rows).find(|row| row.first().is_some_and(|own| own == label));
        let mut told = 0;
        for figure in profile.figures.iter().filter(|figure| figure.n > 0 && figure.variant.is_empty()) {
            let label = super::super::figure_name(figure, &texts);
            let row = row(&label).unwrap_or_else(|| panic!("{} has no row", figure.name));
            let cells = row.iter().skip(1).cloned().collect::<Vec<_>>().join(" | ");
            let has = |number: String| assert!(cells.contains(&number), "{}: {number} is not in {cells}", figure.name);
            if let Some(x) = figure.x.filter(|_| figure.unit == "share") {
                has(format!("{} of {}", texts.count(x.into()), texts.count(figure.n.into())));
            }
            let is_enough = figure.n >= 20;
            if figure.unit == "share"
                && is_enough
                && figure.x.is_none_or(|x| x > 0 && x < figure.n)
                && !figure.name.ends_with("_at_least")
            {
                let ends =
                    if figure.estimate.is_some() { [figure.low, figure.high] } else { [figure.bound_low, figure.bound_high] };
                for value in [figure.estimate].into_iter().chain(ends).flatten() {
                    has(texts.percent(value, figure.n.into()));
                    told += 1;
                }
            }
        }
        let mut cells = 0;
        for table in &profile.tables {
            for (code, counts) in table.rows.iter().zip(&table.counts) {
                let label = super::super::analysis::row_name(&table.name, code, &texts);
                let title = texts.named("profile", &table.name);
                let Some(printed) = found.iter().find(|printed| printed.caption == title) else { continue };
                let own = printed
                    .rows
                    .iter()
                    .find(|row| row.first().is_some_and(|own| *own == label || own.starts_with(&format!("{code}."))));
                let Some(own) = own else { continue };
                if table.name == "verdicts" {
                    continue;
                }
                for (count, cell) in counts.iter().zip(own.iter().skip(1)) {
                    let written = texts.count(u64::from(*count));
                    assert!(
                        *cell == written || cell.starts_with(&format!("{written} of ")),
                        "{} {code}: {count} is not {cell}",
                        table.name
                    );
                    cells += 1;
                }
            }
        }
        assert!(cells > 40 && (told > 10 || !filter.is_empty()), "{cells} cells, {told} shares");
    }
}

#[test]
fn nothing_below_twenty_is_written_in_percent() {
    let desk = Desk::new(true);
    for kind in KINDS {
        for filter in ["", "platform:telegram", "platform:tiktok", "issued:2024"] {
            for lang in LANGS {
                let made = desk.made(kind, lang, Audience::Court, filter);
                for row in tables(&made.document).into_iter().flat_map(|table| &table.rows) {
                    // So many of so many: the denominator is the largest number of the second cell.
                    let Some(count) = row.get(1) else { continue };
                    let of = numbers(count).iter().filter_map(|number| number.parse::<u32>().ok()).max();
                    let cells: String = row.iter().skip(1).cloned().collect();
                    if count.chars().any(|letter| letter.is_alphabetic()) && of.is_some_and(|of| of < 20) {
                        assert!(!cells.contains('%'), "{lang:?}: {row:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn nothing_is_left_unsaid_and_every_paper_can_be_set() {
    let desk = Desk::new(true);
    for kind in KINDS {
        for lang in LANGS {
            for audience in [Audience::Court, Audience::Press] {
                let made = desk.made(kind, lang, audience, "");
                let words = shown(&made.document);
                assert!(
                    !words.contains('⟦'),
                    "{kind} {lang:?}: {}",
                    words.lines().filter(|l| l.contains('⟦')).collect::<Vec<_>>().join("\n")
                );
                let pdf = to_pdf(&made.document).unwrap();
                if let Some(folder) = std::env::var_os("TARAZY_PAPERS") {
                    let name = format!("{kind}-{lang:?}-{}.pdf", audience.code());
                    std::fs::write(std::path::PathBuf::from(folder).join(name), pdf).unwrap();
                }
            }
        }
    }
}

#[test]
fn the_public_form_tells_what_is_told_in_public_and_no_more() {
    let desk = Desk::new(true);
    let public = desk.app.profile_public(super::super::wire::PublicAsk { quarter: String::new() }).unwrap();
    let made = desk.made("report", Lang::En, Audience::Public, "");
    let texts = super::texts_of(Lang::En);
    let found = tables(&made.document);
    for figure in public.figures.iter().filter(|figure| figure.figure.is_none()) {
        let label = texts.named("figure", &figure.name);
        let row = found
            .iter()
            .flat_map(|table| &table.rows)
            .find(|row| row.first().is_some_and(|own| own.starts_with(&label)) && row.len() == 3);
        assert!(row.is_none(), "{} is told: {row:?}", figure.name);
    }
    assert!(public.figures.iter().any(|figure| figure.figure.is_none()), "the example has something to hide");
    let court = desk.made("report", Lang::En, Audience::Court, "");
    assert!(court.snapshot != made.snapshot, "a digest of what is hidden could be guessed");
    assert_eq!(desk.made("report", Lang::En, Audience::Press, "platform:telegram").refused, "paper-public-part");
}

#[test]
fn a_register_without_a_review_gives_no_report() {
    let desk = Desk::new(false);
    for kind in KINDS {
        assert_eq!(desk.made(kind, Lang::En, Audience::Court, "").refused, "paper-needs-review", "{kind}");
    }
}

#[test]
fn the_part_is_named_in_words_and_as_it_is_typed() {
    let desk = Desk::new(true);
    let words = shown(&desk.made("report", Lang::En, Audience::Court, "platform:telegram -ground:drugs").document);
    assert!(
        words.contains("platform – telegram; not: ground – drugs. The filter itself: platform:telegram -ground:drugs"),
        "{words}"
    );
}

#[test]
fn what_people_wrote_stands_apart_in_the_language_it_was_written_in() {
    let desk = Desk::new(true);
    let vault = desk.app.vault().unwrap();
    vault.keep_paper_text(("report", "", "en"), "foreword", "First.\n\nSecond.").unwrap();
    vault.keep_paper_text(("report", "", "en"), "reply-asked-on", "2026-05-04").unwrap();
    drop(vault);
    let made = desk.made("report", Lang::En, Audience::Court, "");
    let written = made.document.blocks.iter().find_map(|block| match block {
        Block::Written { label, paragraphs } => Some((label.as_str(), paragraphs.len())),
        _ => None,
    });
    assert_eq!(written, Some(("Foreword", 2)));
    assert!(
        shown(&made.document).replace(NO_BREAK, " ").contains("The ministry was asked on 4 May 2026; no answer is recorded.")
    );
    let russian = desk.made("report", Lang::Ru, Audience::Court, "");
    assert!(!russian.document.blocks.iter().any(|block| matches!(block, Block::Written { .. })));
}

#[test]
fn the_words_of_the_long_papers_stand() {
    let desk = Desk::new(true);
    for kind in KINDS {
        for lang in LANGS {
            let made = desk.made(kind, lang, Audience::Court, "");
            insta::assert_snapshot!(format!("{kind}_{lang:?}").to_lowercase(), shown(&made.document));
        }
    }
}
