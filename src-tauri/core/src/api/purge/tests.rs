//! Promises of purging where all rooms meet.

use super::*;
use crate::api::Host;
use crate::api::papers::case_file_tests::{Full, canary};
use crate::api::wire::{BySeq, ExportAsk, Lang, LedgerPage, Nothing, ProfileAsk, Progress, VaultCreate};
use crate::env::Env;
use crate::model::kinds::{KINDS, Shape};
use crate::store::{KdfCost, Paper, Wanted};
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

#[derive(Default)]
struct Hand {
    file: Mutex<Option<PathBuf>>,
}

impl Host for Hand {
    fn pick_open(&self) -> Option<PathBuf> {
        self.file.lock().unwrap().clone()
    }
    fn pick_folder(&self) -> Option<PathBuf> {
        None
    }
    fn pick_save(&self, _: &str) -> Option<PathBuf> {
        self.file.lock().unwrap().clone()
    }
    fn changed(&self, _: &[&str]) {}
    fn progress(&self, _: &Progress) {}
}

fn desk(with_example: bool) -> (App, Arc<Hand>, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let host = Arc::new(Hand::default());
    let app = App::new(Env::system(), Arc::clone(&host) as Arc<dyn Host>, folder.path().join("v"), KdfCost::TESTS);
    app.vault_create(VaultCreate {
        passphrase: "алты қызыл көкжиек таразы".to_owned(),
        organisation: "Қор".to_owned(),
        actor: "Айгүл".to_owned(),
        with_example,
        lang: Lang::Kk,
    })
    .unwrap();
    (app, host, folder)
}

fn ask(kind: &str, record: &str) -> PurgeAsk {
    PurgeAsk {
        kind: kind.to_owned(),
        record: record.to_owned(),
        reason: "persons_request".to_owned(),
        confirmed: true,
        ..PurgeAsk::default()
    }
}

fn strike(term: &str) -> PurgeAsk {
    PurgeAsk { term: term.to_owned(), ..ask("", "") }
}

fn findings(app: &App) -> Vec<(&'static str, String)> {
    app.vault().unwrap().verify().unwrap().findings
}

fn all(app: &App, kind: &str) -> Vec<String> {
    let wanted = Wanted { limit: 1000, ..Wanted::default() };
    let records = app.vault().unwrap().records(Kind::named(kind).unwrap(), &wanted).unwrap().1;
    records.iter().map(|record| record.id.to_string()).collect()
}

fn pages(app: &App) -> Vec<u8> {
    crate::store::tests::pages(&app.vault().unwrap())
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

// The smallest file that is read as a paper.
fn docx(words: &str) -> Vec<u8> {
    let mut file = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    file.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    write!(file, "<w:document><w:t>{words}</w:t></w:document>").unwrap();
    file.finish().unwrap().into_inner()
}

#[test]
fn an_order_around_which_everything_is_on_record_leaves_no_word_of_anybody() {
    let full = Full::open();
    let app = &full.office.app;
    let vault = app.vault().unwrap();
    let seal = |name: &str, words: &str| {
        let paper = Paper {
            kind: "brief".to_owned(),
            lang: "kk".to_owned(),
            format: "docx".to_owned(),
            name: name.to_owned(),
            ..Paper::default()
        };
        vault.seal_paper(&paper, &docx(words)).unwrap()
    };
    seal("names.docx", &format!("says {} and more", canary("actors", "name")));
    seal("silent.docx", "says nothing of anybody");
    let before = pages(app);
    let counts = |app: &App| format!("{:?}", app.profile(ProfileAsk::default()).unwrap().flow);
    let counted = counts(app);
    let parts = ["orders", "items", "order_items", "order_sources", "item_translations", "expert_opinions", "comparator_pairs"];
    let words_of = |kinds: &[&str]| -> Vec<String> {
        let kinds: Vec<_> = KINDS.iter().filter(|kind| kinds.contains(&kind.name)).collect();
        let fields = kinds.iter().flat_map(|kind| kind.fields.iter().map(move |field| (kind, field)));
        let words = fields.filter(|(kind, field)| {
            let is_words = matches!(field.shape, Shape::Text | Shape::Long);
            // What the reviewers of a pair are called is about them; the law that an order cites is about nobody.
            is_words
                && !matches!(
                    (kind.name, field.name),
                    ("orders", "provisions") | ("comparator_pairs", "first_reviewer" | "second_reviewer")
                )
        });
        words.map(|(kind, field)| canary(kind.name, field.name)).filter(|words| holds(&before, words)).collect()
    };
    let of_order: Vec<String> = words_of(&parts)
        .into_iter()
        .chain([canary("reviews", "note"), "qz-hard-words-zq".to_owned(), "qz-capture-zq".to_owned()])
        .collect();
    assert!(of_order.len() > 15 && of_order.iter().all(|words| holds(&before, words)), "{of_order:?}");
    let preview = app.purge_preview(ask("orders", &full.order.to_string())).unwrap();
    assert!(preview.reviews == 2 && preview.values > 50, "{preview:?}");
    let done = app.purge_run(ask("orders", &full.order.to_string())).unwrap();
    assert!(done.settled);
    assert_eq!(findings(app), []);
    let after = pages(app);
    let left: Vec<&String> = of_order.iter().filter(|words| holds(&after, words)).collect();
    assert_eq!(left, Vec::<&String>::new());
    assert_eq!(counts(app), counted, "what the state did, and what reviewers found, is still counted");
    // The person behind it goes apart from it, with the paper that names the person.
    let people = all(app, "actors");
    let preview = app.purge_preview(ask("actors", &people[1])).unwrap();
    assert_eq!(preview.papers.iter().map(|paper| paper.name.as_str()).collect::<Vec<_>>(), ["names.docx"]);
    for person in &people {
        app.purge_run(ask("actors", person)).unwrap();
    }
    assert_eq!(findings(app), []);
    let after = pages(app);
    let left: Vec<String> =
        words_of(&["actors", "occupancies", "actor_roles"]).into_iter().filter(|words| holds(&after, words)).collect();
    assert_eq!(left, Vec::<String>::new());
    let kept = |name: &str| {
        let papers = vault.papers().unwrap();
        let (id, ..) = papers.iter().find(|(_, paper, _)| paper.name == name).unwrap();
        vault.paper_bytes(id).unwrap().is_some()
    };
    assert!(!kept("names.docx") && kept("silent.docx"));
    // A reviewer's name goes from the reviews, from the seat and from whoever wrote an entry.
    assert!(holds(&after, "qz-reviewer-one-zq"));
    app.purge_run(strike("qz-reviewer-one-zq")).unwrap();
    assert_eq!(findings(app), []);
    assert!(!holds(&pages(app), "qz-reviewer-one-zq"));
    for line in app.ledger_lines(LedgerPage { offset: 0, limit: 500 }).unwrap().lines {
        app.entry_show(BySeq { seq: line.seq }).unwrap();
    }
}

#[test]
fn a_register_with_purges_is_exported_comes_back_and_can_be_purged_again() {
    let (app, host, folder) = desk(true);
    let orders = all(&app, "orders");
    for (kind, ids) in
        [("orders", &orders[..2]), ("actors", &all(&app, "actors")[..]), ("complaints", &all(&app, "complaints")[..1])]
    {
        for id in ids {
            match app.purge_run(ask(kind, id)) {
                // What belonged to the complaint alone went with it.
                Ok(_) | Err(Error::NotFound) => {}
                Err(other) => panic!("{kind}: {other:?}"),
            }
        }
    }
    assert_eq!(findings(&app), []);
    let export = |app: &App, host: &Hand, name: &str| {
        let path = folder.path().join(name);
        *host.file.lock().unwrap() = Some(path.clone());
        let ask = ExportAsk {
            format: "json".to_owned(),
            rows: "item".to_owned(),
            columns: Vec::new(),
            filter: String::new(),
            codes: false,
            sensitive: false,
            lang: Lang::Ru,
            confirmed: true,
        };
        app.export_run(ask).unwrap();
        path
    };
    let document = export(&app, &host, "one.json");
    let (other, hand, _kept) = desk(false);
    *hand.file.lock().unwrap() = Some(document.clone());
    other.register_import(Nothing {}).unwrap();
    assert_eq!(findings(&other), []);
    let records = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        text[text.find("\"settings\"").unwrap()..].to_owned()
    };
    assert_eq!(records(&export(&other, &hand, "two.json")), records(&document));
    // Its rows lie under another root, and go from under it as well.
    other.purge_run(ask("orders", &orders[3])).unwrap();
    assert_eq!(findings(&other), []);
    other.purge_run(ask("orders", &orders[4])).unwrap();
    assert_eq!(findings(&other), []);
    assert!(app.purges_of(ById { id: orders[0].clone() }).unwrap().purges.iter().all(|told| told.reason == "persons_request"));
}

#[test]
fn nothing_goes_without_a_reason_and_a_confirmation() {
    let (app, _host, _folder) = desk(true);
    let order = all(&app, "orders")[0].clone();
    let refused = |change: &dyn Fn(&mut PurgeAsk)| {
        let mut asked = ask("orders", &order);
        change(&mut asked);
        let before = app.vault().unwrap().edition().unwrap();
        let told = app.purge_run(asked).unwrap_err();
        assert_eq!(app.vault().unwrap().edition().unwrap(), before);
        told
    };
    assert!(matches!(refused(&|ask| ask.confirmed = false), Error::Invalid("confirmed")));
    assert!(matches!(refused(&|ask| ask.reason = String::new()), Error::Invalid("reason")));
    assert!(matches!(refused(&|ask| ask.reason = "because".to_owned()), Error::Invalid("reason")));
    assert!(matches!(refused(&|ask| ask.kind = "reviews".to_owned()), Error::Invalid("kind")));
    assert!(matches!(refused(&|ask| ask.record = "KZ-1999-0001".to_owned()), Error::NotFound));
    assert!(matches!(refused(&|ask| ask.term = "both".to_owned()), Error::Invalid("term")));
    assert!(matches!(app.purge_run(strike("A")), Err(Error::Invalid("term"))));
    assert!(matches!(app.purge_run(strike("stands nowhere at all")), Err(Error::NotFound)));
}
