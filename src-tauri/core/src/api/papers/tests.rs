//! The long papers of the invented example: the same numbers in three languages, and those of the analysis.

use super::super::App;
use super::super::silent::Silent;
use super::super::wire::{Lang, PaperAsk, PaperExport, PaperPreviewAsk, PaperTextSet, ProfileAsk, VaultCreate};
use super::case_file::tests::{Full, canary};
use super::{Made, asked};
use crate::env::Fixed;
use crate::error::Error;
use crate::model::audience::Audience;
use crate::model::consent::Personal;
use crate::model::kinds::{ACTORS, Fields, Held};
use crate::papers::model::{Block, Table};
use crate::papers::{Document, sound, to_pdf};
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
        made(&self.app, &PaperAsk { filter: filter.to_owned(), ..ask(kind, lang, audience) })
    }

    fn about(&self, kind: &str, lang: Lang, audience: Audience, reference: &str) -> Made {
        let subject = self.app.vault().unwrap().order_by_reference(reference).unwrap().to_string();
        made(&self.app, &PaperAsk { subject, ..ask(kind, lang, audience) })
    }

    fn write(&self, kind: &str, lang: Lang, name: &str, text: &str) {
        let (kind, name, text) = (kind.to_owned(), name.to_owned(), text.to_owned());
        self.app.paper_text_set(PaperTextSet { kind, subject: String::new(), lang, name, text }).unwrap();
    }
}

fn ask(kind: &str, lang: Lang, audience: Audience) -> PaperAsk {
    let (kind, audience, format) = (kind.to_owned(), audience.code().to_owned(), "pdf".to_owned());
    PaperAsk { kind, lang, audience, filter: String::new(), subject: String::new(), format }
}

fn made(app: &App, ask: &PaperAsk) -> Made {
    let vault = app.vault().unwrap();
    let (kind, asked) = asked(app, &vault, ask).unwrap();
    (kind.make)(&asked).unwrap()
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
        let words = shown(&made.document);
        let texts = super::texts_of(Lang::En);
        let row =
            |label: &str| found.iter().flat_map(|table| &table.rows).find(|row| row.first().is_some_and(|own| own == label));
        let mut told = 0;
        for figure in profile.figures.iter().filter(|figure| figure.n > 0 && figure.variant.is_empty()) {
            let label = super::super::figure_name(figure, &texts);
            if row(&label).is_none() && figure.x.is_none() && figure.estimate.is_none() {
                assert!(words.contains(&label), "{} is not named", figure.name);
                continue;
            }
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
                let own = printed.rows.iter().find(|row| {
                    row.first().is_some_and(|own| {
                        *own == label || own.ends_with(&format!(". {label}")) || own.starts_with(&format!("{code}."))
                    })
                });
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

#[test]
fn an_archive_and_a_screen_reader_take_every_paper_of_the_register() {
    let desk = Desk::new(true);
    let full = Full::open();
    let mut papers = Vec::new();
    for lang in LANGS {
        let code = crate::api::vault::code(lang);
        let of = |kind: &str, audience: Audience| {
            (format!("{kind}-{}-{code}", audience.code()), desk.made(kind, lang, audience, "").document)
        };
        papers.extend([of("report", Audience::Court), of("annual", Audience::Court), of("upr", Audience::Public)]);
        for kind in ["case_file", "special_procedures"] {
            let example = desk.about(kind, lang, Audience::Lawyer, "KZ-2026-0001");
            let subject = full.order.to_string();
            let everything = made(&full.office.app, &PaperAsk { subject, ..ask(kind, lang, Audience::Lawyer) });
            papers.extend([(format!("{kind}-{code}"), example.document), (format!("{kind}-full-{code}"), everything.document)]);
        }
    }
    papers.push(("report-public-kk".to_owned(), desk.made("report", Lang::Kk, Audience::Public, "").document));
    sound(&papers);
}

/// What a person agreed to, whether it is proved, whether it is a child: each is tried with each, over a real register.
#[test]
fn the_form_of_the_special_procedures_tells_what_a_person_agreed_to_and_no_more() {
    let full = Full::open();
    let vault = full.office.app.vault().unwrap();
    let (_, actors) = vault.records(&ACTORS, &crate::store::Wanted { limit: 10, ..crate::store::Wanted::default() }).unwrap();
    let author = actors.iter().find(|actor| actor.text("name") == canary("actors", "name")).unwrap().id;
    drop(vault);
    let identifying = [canary("actors", "name"), canary("actors", "contact"), canary("items", "locator")];
    let (mut given, mut withheld) = (0, 0);
    for consent in ["unknown", "none", "anonymous", "named_partner", "public"] {
        for exhibit in ["", "Келісім, 1-бет"] {
            for is_child in ["yes", "no", "unknown"] {
                let text = |text: &str| if matches!(text, "" | "unknown") { Held::Nothing } else { Held::Text(text.to_owned()) };
                let fields = [("consent", text(consent)), ("consent_exhibit", text(exhibit)), ("is_child", text(is_child))];
                full.office.amend(&ACTORS, &author, Fields::from(fields));
                for audience in [Audience::Lawyer, Audience::Partner] {
                    let subject = full.order.to_string();
                    let made = made(&full.office.app, &PaperAsk { subject, ..ask("special_procedures", Lang::En, audience) });
                    let words = made.document.everything().join("\n");
                    let may_name = matches!(consent, "named_partner" | "public") && !exhibit.is_empty();
                    for secret in &identifying {
                        assert_eq!(words.contains(secret), may_name, "{secret}: {consent:?} {exhibit:?} {is_child}");
                    }
                    let may_describe = matches!(consent, "anonymous" | "named_partner" | "public");
                    let post = canary("occupancies", "post");
                    assert_eq!(words.contains(&post), may_describe, "{post}: {consent:?} {exhibit:?} {is_child}");
                    // Nobody else is in it, and nothing that the State or a witness said of a child.
                    for secret in ["qz-child-name-zq", "qz-hard-words-zq", "qz-hard-place-zq", "qz-reviewer-one-zq"] {
                        assert!(!words.contains(secret) || (secret == "qz-hard-place-zq" && may_name), "{secret}: {consent:?}");
                    }
                    if may_name { given += 1 } else { withheld += 1 }
                }
            }
        }
    }
    assert_eq!((given, withheld, Personal::ALL.len()), (12, 48, 6));
}

#[test]
fn one_snapshot_stands_for_three_languages_of_every_paper() {
    let desk = Desk::new(true);
    let of = |make: &dyn Fn(Lang) -> Made| {
        let [kk, ru, en] = LANGS.map(|lang| make(lang).snapshot);
        assert!(!kk.is_empty() && kk == ru && ru == en, "{kk} {ru} {en}");
        kk
    };
    let mut all = vec![
        of(&|lang| desk.made("brief", lang, Audience::Press, "")),
        of(&|lang| desk.made("upr", lang, Audience::Partner, "")),
    ];
    for kind in ["case_file", "special_procedures"] {
        all.push(of(&|lang| desk.about(kind, lang, Audience::Lawyer, "KZ-2026-0001")));
        all.push(of(&|lang| desk.about(kind, lang, Audience::Lawyer, "KZ-2026-0002")));
    }
    let different: std::collections::BTreeSet<&String> = all.iter().collect();
    assert_eq!(different.len(), all.len(), "other facts, another digest");
}

#[test]
fn the_submission_to_the_review_counts_its_period_alone() {
    let desk = Desk::new(true);
    let counted = |made: &Made| {
        let (found, label) = (tables(&made.document), super::texts_of(Lang::En).say("analysis-flow-orders", &[]));
        found.iter().flat_map(|table| &table.rows).find(|row| row[0] == label).map(|row| row[1].clone()).unwrap()
    };
    let whole = desk.made("upr", Lang::En, Audience::Partner, "");
    desk.write("upr", Lang::En, "from-day", "2026-05-01");
    desk.write("upr", Lang::En, "to-day", "2026-05-31");
    let may = desk.made("upr", Lang::En, Audience::Partner, "");
    let report = desk.made("report", Lang::En, Audience::Court, "issued:2026-05-01..2026-05-31");
    assert_eq!(counted(&may), counted(&report));
    assert_ne!(counted(&may), counted(&whole));
    assert!(shown(&may.document).replace(NO_BREAK, " ").contains("issued from 1 May 2026 to 31 May 2026"));
    // Everybody is told the one public form, and that some of it is from before.
    let public = desk.made("upr", Lang::En, Audience::Public, "");
    let words = shown(&public.document);
    let before = super::texts_of(Lang::En).say("upr-figures-before", &[]);
    assert!(words.contains(&before) && !shown(&may.document).contains(&before));
    let told = desk.made("report", Lang::En, Audience::Public, "");
    assert_eq!(counted(&public), counted(&told));
    for table in tables(&public.document) {
        let Some(own) = tables(&told.document).into_iter().find(|own| own.caption == table.caption) else {
            panic!("{}", table.caption)
        };
        assert_eq!(own.rows, table.rows, "no more than the public form");
    }
}

#[test]
fn a_submission_of_too_many_words_is_shown_and_not_saved() {
    let desk = Desk::new(true);
    let paper = || ask("upr", Lang::En, Audience::Public);
    let preview = || desk.app.paper_preview(PaperPreviewAsk { paper: paper(), from: 1, count: 1, check: false }).unwrap();
    assert_eq!(preview().refused, "");
    let words = preview().words;
    assert!(words > 300 && words < 2_815, "{words}");
    desk.write("upr", Lang::En, "recommendations", &"word ".repeat(40));
    let more = preview().words;
    assert!(more > words && more <= words + 40, "{words} {more}");
    desk.write("upr", Lang::En, "word-limit", &(more - 1).to_string());
    let over = preview();
    assert_eq!((over.pages.len(), over.refused.as_str()), (1, "paper-over-limit"));
    let refused = desk.app.paper_export(PaperExport { paper: paper(), leaks_reason: String::new() });
    assert!(matches!(refused, Err(Error::PaperOverLimit { words, limit }) if words == limit + 1), "{refused:?}");
    assert!(desk.app.papers_list(crate::api::wire::Nothing {}).unwrap().rows.is_empty());
    desk.write("upr", Lang::En, "word-limit", &more.to_string());
    assert_eq!(preview().refused, "");
}

#[test]
fn a_submission_about_no_period_is_shown_and_not_saved() {
    let desk = Desk::new(true);
    for (from, to) in [("2026-06-01", "2026-05-01"), ("0001-01-01", "2026-05-01"), ("", "9999-12-31")] {
        desk.write("upr", Lang::En, "from-day", from);
        desk.write("upr", Lang::En, "to-day", to);
        for audience in [Audience::Partner, Audience::Public] {
            let made = desk.made("upr", Lang::En, audience, "");
            assert_eq!(made.refused, "paper-period", "{from} {to}");
            let refused =
                desk.app.paper_export(PaperExport { paper: ask("upr", Lang::En, audience), leaks_reason: String::new() });
            assert!(matches!(refused, Err(Error::Invalid("from-day"))), "{refused:?}");
        }
    }
    desk.write("upr", Lang::En, "to-day", "2026-05-01");
    assert_eq!(desk.made("upr", Lang::En, Audience::Partner, "").refused, "");
}
