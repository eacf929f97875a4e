//! Promises of exhibits, each tested where all rooms meet.

use super::*;
use crate::api::Host;
use crate::api::wire::{ExportAsk, FieldValue, Lang, OrderAdd, Recognise, RecordAsk, RecordSave, VaultCreate};
use crate::env::Fixed;
use crate::store::KdfCost;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

#[derive(Default)]
struct Hand {
    open: Mutex<Option<PathBuf>>,
    save: Mutex<Option<PathBuf>>,
    proposed: Mutex<String>,
    told: Mutex<Vec<(String, u32, u32)>>,
}

impl Host for Hand {
    fn pick_open(&self) -> Option<PathBuf> {
        self.open.lock().unwrap().clone()
    }
    fn pick_folder(&self) -> Option<PathBuf> {
        None
    }
    fn pick_save(&self, name: &str) -> Option<PathBuf> {
        name.clone_into(&mut self.proposed.lock().unwrap());
        self.save.lock().unwrap().clone()
    }
    fn changed(&self, _: &[&str]) {}
    fn progress(&self, progress: &Progress) {
        self.told.lock().unwrap().push((progress.stage.clone(), progress.done, progress.of));
    }
}

struct Desk {
    app: App,
    host: Arc<Hand>,
    folder: TempDir,
    order: String,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (app, host) = vault(&folder.path().join("v"));
        let text = "Нұсқама № 26-1\nhttps://t.me/example/1".to_owned();
        let recognised = app.order_recognise(Recognise { text }).unwrap();
        let order = app.order_add(OrderAdd::of(recognised.order)).unwrap().id;
        Self { app, host, folder, order }
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        *self.host.open.lock().unwrap() = Some(path.clone());
        path
    }

    fn add(&self, fields: &[(&str, &str)]) -> Result<Saved> {
        let mut fields: BTreeMap<String, Option<FieldValue>> =
            fields.iter().map(|(name, text)| ((*name).to_owned(), Some(FieldValue::Text((*text).to_owned())))).collect();
        fields.entry("description".to_owned()).or_insert(Some(FieldValue::Text("хат".to_owned())));
        self.app.exhibit_add(ExhibitAdd { fields, reason: "адвокаттан".to_owned() })
    }

    fn rows(&self) -> Vec<ExhibitView> {
        self.app.exhibits_of(ById { id: self.order.clone() }).unwrap().rows
    }
}

fn vault(place: &Path) -> (App, Arc<Hand>) {
    let host = Arc::new(Hand::default());
    let app = App::new(Fixed::env(1_760_000_000_000_000), host.clone(), place.to_owned(), KdfCost::TESTS);
    app.vault_create(VaultCreate {
        passphrase: "алты сөзден тұратын құпия сөйлем".to_owned(),
        lang: Lang::Kk,
        with_example: false,
        organisation: "Қор".to_owned(),
        actor: "Ә. Қ.".to_owned(),
    })
    .unwrap();
    (app, host)
}

#[test]
fn a_file_is_taken_in_listed_verified_and_saved_with_its_custody() {
    let desk = Desk::new();
    let file = [&b"\xff\xd8\xff\xe0"[..], &[7; 100_000]].concat();
    let path = desk.file("скан.jpg", &file);
    let saved = desk.add(&[("order", &desk.order), ("kind", "order_scan"), ("source_url", "https://a.example")]).unwrap();
    assert_eq!(saved.reference, "EX-2025-0001");
    assert!(path.exists(), "the file of the person stays where it is");
    assert_eq!(desk.host.told.lock().unwrap().last().unwrap(), &("exhibit".to_owned(), 98, 98));
    let row = desk.rows().remove(0);
    assert_eq!((row.kind.as_str(), row.size, row.mime.as_str()), ("order_scan", 100_004, "image/jpeg"));
    assert_eq!((row.custody[0].action.as_str(), row.custody[0].actor.as_str()), ("ingest", "Ә. Қ."));
    assert_eq!(row.custody[0].reason, "адвокаттан");
    assert!(row.released_to.is_empty(), "nobody is given a file unless named");

    assert_eq!(desk.app.exhibit_verify(ById { id: saved.reference.clone() }).unwrap().state, "good");
    let target = desk.folder.path().join("copy.jpg");
    *desk.host.save.lock().unwrap() = Some(target.clone());
    let ask = |reason: &str| ExhibitSave { id: saved.id.clone(), reason: reason.to_owned() };
    assert!(matches!(desk.app.exhibit_save(ask(" ")), Err(Error::Invalid("reason"))));
    assert_eq!(desk.rows()[0].custody.len(), 2, "what was refused is no act");
    let copy = desk.app.exhibit_save(ask("сотқа")).unwrap();
    assert_eq!((copy.name.as_str(), &copy.sha256), ("copy.jpg", &row.sha256));
    assert_eq!(*desk.host.proposed.lock().unwrap(), "EX-2025-0001.jpg");
    assert!(std::fs::read(&target).unwrap() == file);
    let custody = desk.rows().remove(0).custody;
    assert_eq!(custody.iter().map(|c| c.action.as_str()).collect::<Vec<_>>(), ["ingest", "verify", "export"]);
    assert!(custody.iter().all(|c| !c.failed));

    let vault = desk.app.vault().unwrap();
    let facts = listed(&vault, &parse_id(&desk.order).unwrap()).unwrap().remove(0);
    assert_eq!((facts.source_url.as_str(), facts.size), ("https://a.example", Some(100_004)));
    assert!(picture(&vault, &facts).unwrap().unwrap() == file);
    assert!(picture(&vault, &ExhibitFacts { mime: "image/png".to_owned(), ..facts }).unwrap().is_none());
    assert_eq!(desk.app.ledger_verify(Nothing {}).unwrap().status, "good");
    // The record of the exhibit tells what is sealed and what was done with it.
    let shown = desk.app.record_show(RecordAsk { kind: "exhibits".to_owned(), id: saved.id }).unwrap();
    assert!(shown.record.fields.contains_key("source_url"));
    assert_eq!(shown.linked.iter().find(|page| page.kind == "custody_events").unwrap().total, 3);
}

#[test]
fn what_was_damaged_is_told_and_no_copy_is_made_of_it() {
    let desk = Desk::new();
    desk.file("a.pdf", b"%PDF-1.7 ...");
    let saved = desk.add(&[("order", &desk.order)]).unwrap();
    let blobs = desk.folder.path().join("v/blobs");
    let shelf = std::fs::read_dir(blobs).unwrap().next().unwrap().unwrap().path();
    let file = std::fs::read_dir(shelf).unwrap().next().unwrap().unwrap().path();
    let mut held = std::fs::read(&file).unwrap();
    *held.last_mut().unwrap() ^= 1;
    std::fs::write(&file, &held).unwrap();
    let target = desk.folder.path().join("copy.pdf");
    *desk.host.save.lock().unwrap() = Some(target.clone());
    let ask = || ExhibitSave { id: saved.id.clone(), reason: "сотқа".to_owned() };
    assert!(matches!(desk.app.exhibit_save(ask()), Err(Error::ExhibitAltered)));
    assert!(!target.exists());
    let leavings = std::fs::read_dir(desk.folder.path()).unwrap().count();
    assert_eq!(leavings, 2, "the vault and the file of the person");
    assert_eq!(desk.app.exhibit_verify(ById { id: saved.id.clone() }).unwrap().state, "altered");
    std::fs::remove_file(&file).unwrap();
    assert!(matches!(desk.app.exhibit_save(ask()), Err(Error::ExhibitMissing)));
    assert_eq!(desk.app.exhibit_verify(ById { id: saved.id }).unwrap().state, "missing");
    assert_eq!(desk.rows()[0].custody.iter().map(|c| c.failed).collect::<Vec<_>>(), [false, true, true]);
    let report = desk.app.ledger_verify(Nothing {}).unwrap();
    assert_eq!(
        report.findings.iter().map(|f| (f.code.as_str(), f.place.as_str())).collect::<Vec<_>>(),
        [("exhibit_missing", "EX-2025-0001")]
    );
}

#[test]
fn nothing_is_taken_in_where_the_record_would_be_refused() {
    let desk = Desk::new();
    desk.file("a.txt", b"abc");
    let kept = || desk.folder.path().join("v/blobs").exists();
    assert!(matches!(desk.add(&[("sha256", "00")]), Err(Error::Invalid("field"))), "the app alone says what a file is");
    assert!(matches!(desk.add(&[("kind", "rumour")]), Err(Error::Invalid("kind"))));
    assert!(matches!(desk.add(&[("order", "KZ-2025-0009")]), Err(Error::Invalid("order"))));
    *desk.host.open.lock().unwrap() = Some(desk.folder.path().to_owned());
    assert!(matches!(desk.add(&[]), Err(Error::SourceUnread)), "a folder is no file");
    *desk.host.open.lock().unwrap() = Some(desk.folder.path().join("absent"));
    assert!(matches!(desk.add(&[]), Err(Error::SourceUnread)));
    *desk.host.open.lock().unwrap() = None;
    assert!(matches!(desk.add(&[]), Err(Error::Cancelled)));
    let large = desk.file("large", b"");
    File::options().write(true).open(&large).unwrap().set_len(FILE_LARGEST + 1).unwrap();
    assert!(matches!(desk.add(&[]), Err(Error::ExhibitTooLarge { limit: FILE_LARGEST })));
    assert!(!kept() && desk.rows().is_empty());
}

#[test]
fn of_a_stub_no_file_is_kept() {
    let desk = Desk::new();
    desk.file("a.txt", b"abc");
    let text = |text: &str| Some(FieldValue::Text(text.to_owned()));
    let stub = BTreeMap::from([
        ("stub".to_owned(), Some(FieldValue::Mark(true))),
        ("referral_note".to_owned(), text("полицияға хабарланды")),
    ]);
    let save = |id: &str, fields| desk.app.record_save(RecordSave { kind: "items".to_owned(), id: id.to_owned(), fields });
    let item = save("", stub.clone()).unwrap();
    assert!(matches!(desk.add(&[("item", &item.id)]), Err(Error::Invalid("item"))));
    let item = save("", BTreeMap::from([("kind".to_owned(), text("post"))])).unwrap();
    desk.add(&[("item", &item.id)]).unwrap();
    assert!(matches!(save(&item.id, stub), Err(Error::Invalid("stub"))));
}

#[test]
fn exhibits_of_items_and_of_the_application_are_exhibits_of_the_order() {
    let desk = Desk::new();
    desk.file("a.txt", b"abc");
    let items = desk.app.order_show(ById { id: desk.order.clone() }).unwrap().items;
    let complaint = desk
        .app
        .record_save(RecordSave {
            kind: "complaints".to_owned(),
            id: String::new(),
            fields: BTreeMap::from([("order".to_owned(), Some(FieldValue::Text(desk.order.clone())))]),
        })
        .unwrap();
    desk.add(&[("complaint", &complaint.reference)]).unwrap();
    desk.add(&[("item", &items[0].item)]).unwrap();
    desk.add(&[("description", "ешқайсысы туралы емес")]).unwrap();
    assert_eq!(desk.rows().iter().map(|r| r.reference.as_str()).collect::<Vec<_>>(), ["EX-2025-0001", "EX-2025-0002"]);
}

#[test]
fn an_open_export_brings_the_records_and_says_that_the_files_are_elsewhere() {
    let desk = Desk::new();
    desk.file("a.txt", b"abc");
    desk.add(&[("order", &desk.order)]).unwrap();
    let target = desk.folder.path().join("register.json");
    *desk.host.save.lock().unwrap() = Some(target.clone());
    let ask = ExportAsk {
        format: "json".to_owned(),
        rows: "item".to_owned(),
        columns: Vec::new(),
        filter: String::new(),
        codes: false,
        sensitive: false,
        lang: Lang::Kk,
        confirmed: true,
    };
    desk.app.export_run(ask).unwrap();
    let other = tempfile::tempdir().unwrap();
    let (app, host) = vault(&other.path().join("v"));
    *host.open.lock().unwrap() = Some(target);
    app.register_import(Nothing {}).unwrap();
    let rows = app.exhibits_of(ById { id: desk.order.clone() }).unwrap().rows;
    assert_eq!(rows, desk.rows());
    assert_eq!(app.ledger_verify(Nothing {}).unwrap().status, "good");
    assert_eq!(app.exhibit_verify(ById { id: rows[0].id.clone() }).unwrap().state, "missing");
    // The same file once more brings both back.
    *host.open.lock().unwrap() = Some(desk.folder.path().join("a.txt"));
    let fields = BTreeMap::from([("description".to_owned(), Some(FieldValue::Text("тағы".to_owned())))]);
    let again = app.exhibit_add(ExhibitAdd { fields, reason: String::new() }).unwrap();
    assert_eq!(again.reference, "EX-2025-0002");
    assert_eq!(app.exhibit_verify(ById { id: rows[0].id.clone() }).unwrap().state, "good");
}
