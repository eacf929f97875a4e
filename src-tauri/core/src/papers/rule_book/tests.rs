use super::*;
use crate::model::rubric::{Rubric, sets};
use crate::papers::{to_pdf, to_svg_pages};
use crate::texts::Lang;

fn book(source: &Source) -> RuleBook<'_> {
    RuleBook {
        source,
        sets: sets(source).unwrap_or_default(),
        version: "1.0.0".to_owned(),
        status: "adopted".to_owned(),
        base: String::new(),
        adopted_on: "2026-11-20".to_owned(),
        adopted_by: "Сөз бостандығы қоры".to_owned(),
        digest: "ab".repeat(32),
        files: ["method.json", "questions.json", "rules.json"].map(|name| (name.to_owned(), "cd".repeat(32))).to_vec(),
        day: "2026-11-26".to_owned(),
    }
}

#[test]
fn nothing_is_left_unsaid_in_three_languages_whatever_the_status() {
    let source = Rubric::load().unwrap().source();
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for status in ["published", "draft", "adopted", "retired"] {
            let document = compose(&RuleBook { status: status.to_owned(), ..book(source) }, &texts);
            for words in document.words() {
                assert!(!words.contains('⟦') && !words.trim().is_empty(), "{lang:?} {status}: {words}");
            }
        }
        let said = compose(&book(source), &texts).words().join("\n");
        for question in &source.questions {
            assert!(said.contains(&format!("{}. ", question.code)), "{lang:?} {}", question.code);
            assert!(said.contains(&question.source), "{lang:?} {}", question.source);
        }
        for rule in &source.rules.content {
            assert!(said.contains(&format!("{}. ", rule.id)), "{lang:?} {}", rule.id);
            // Each subtype is worded, whether the rule names it or an answer does.
            let by = source.rules.subtypes.get(&rule.subtype);
            let named = by.map_or(vec![&rule.subtype], |by| vec![&by.met, &by.not_met, &by.open]);
            for subtype in named.into_iter().filter(|code| !code.is_empty()) {
                assert!(said.contains(&texts.named("subtype", subtype)), "{lang:?} {subtype}");
            }
        }
        // Every value of a scale is worded, not shown as its code.
        for value in source.questions.iter().flat_map(|q| &q.scale) {
            assert!(!value.contains('_') || !said.contains(value.as_str()), "{lang:?} {value}");
        }
    }
}

// What the rule book says in a language, with changes to the version.
fn said(lang: Lang, change: impl FnOnce(&mut Source)) -> String {
    let mut source = Rubric::load().unwrap().source().clone();
    change(&mut source);
    compose(&book(&source), &Texts::new(lang)).words().join("\n")
}

#[test]
fn a_defect_of_procedure_is_none_of_those_that_have_their_own_finding() {
    let exactly = [
        (Lang::Kk, "B2, B3, B4, B8 дегеннен басқа"),
        (Lang::Ru, "кроме B2, B3, B4, B8"),
        (Lang::En, "other than B2, B3, B4, B8 is not met"),
    ];
    for (lang, words) in exactly {
        assert!(said(lang, |_| {}).contains(words), "{lang:?}");
    }
    // It is the data that says which.
    let other = said(Lang::En, |s| s.rules.findings.arbitrary_codes = vec!["B9".to_owned()]);
    assert!(other.contains("other than B2, B3, B4, B9 is not met"));
    let none = said(Lang::En, |s| {
        s.rules.findings.arbitrary_codes.clear();
        s.rules.findings.unlawful_on_its_face.clear();
    });
    assert!(none.contains("and a question about the order is not met"));
}

#[test]
fn a_share_of_the_questions_reads_as_a_share() {
    let share = |lang: Lang, over: usize, of: usize| said(lang, |s| s.rules.findings.not_assessable_over = (over, of));
    for (lang, words) in [
        (Lang::Kk, "сұрақтардың үштен бірінен көбі ашық"),
        (Lang::Ru, "Открыто больше трети применимых вопросов"),
        (Lang::En, "More than a third of the questions that apply are open"),
    ] {
        assert!(share(lang, 1, 3).contains(words), "{lang:?}");
    }
    assert!(share(Lang::En, 1, 2).contains("More than half of the questions"));
    assert!(share(Lang::Ru, 2, 3).contains("больше двух третей применимых"));
    assert!(share(Lang::Kk, 2, 5).contains("сұрақтардың 2/5 бөлігінен көбі"));
}

#[test]
fn what_a_version_changed_is_told_in_the_language_of_the_book() {
    let changes = [
        (Lang::Kk, "1.0.0: алғашқы жарияланған нұсқа"),
        (Lang::Ru, "1.0.0: первая опубликованная версия"),
        (Lang::En, "1.0.0: first published version"),
    ];
    for (lang, words) in changes {
        // A line that was written in one language is told as it was written.
        let told = said(lang, |s| s.method.changelog.push(Change::Plain("1.0.1: a word".to_owned())));
        let others = changes.iter().filter(|(other, _)| *other != lang);
        assert!(told.contains(words) && told.contains("1.0.1: a word"), "{lang:?}");
        assert!(others.into_iter().all(|(_, words)| !told.contains(words)), "{lang:?}");
    }
}

#[test]
fn what_nobody_wrote_yet_leaves_no_empty_lines() {
    let mut source = Rubric::load().unwrap().source().clone();
    source.questions[3].help = Three::default();
    source.questions[3].example = Three::default();
    source.rules.elements.clear();
    source.rules.parts.clear();
    source.rules.verdicts.clear();
    source.rules.content[2].when = vec![vec!["A99".to_owned()]];
    let draft = RuleBook { status: "draft".to_owned(), digest: String::new(), ..book(&source) };
    let document = compose(&draft, &Texts::new(Lang::En));
    assert!(document.words().iter().all(|words| !words.trim().is_empty()));
    assert!(!to_svg_pages(&document).unwrap().is_empty());
}

#[test]
fn every_word_of_the_rule_book_is_read_back() {
    let source = Rubric::load().unwrap().source();
    for lang in Lang::ALL {
        let document = compose(&book(source), &Texts::new(lang));
        let pdf = to_pdf(&document).unwrap();
        if let Some(folder) = std::env::var_os("TARAZY_WRITE_PAPERS") {
            std::fs::write(std::path::Path::new(&folder).join(format!("rules-{}.pdf", lang.code())), &pdf).unwrap();
        }
        crate::papers::tests::holds_the_same_letters(&document, &pdf);
    }
}
