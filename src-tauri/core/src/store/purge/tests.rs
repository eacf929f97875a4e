//! Promises of purging, each tested where the fact can be seen.

use super::What as PurgeWhat;
use super::*;
use crate::model::stem::Stems;
use crate::store::blobs::Stored;
use crate::store::tests::{codes, env, import, make, new_order, pages, passphrase, run};
use crate::store::{Item, OrderItemFacts, Paper};
use std::path::Path;
use tempfile::TempDir;

const NAME: &str = "Айсұлу Канарейқызы";
const HANDLE: &str = "kanareika_aisulu";
const TEXT: &str = "мектептегі жемқорлық туралы зымырандықтар жазбасы";
const FILE: &[u8] = b"a scan of the letter of Canary Bird, thirteen, who lives at Zhibek 7";

fn kind(name: &str) -> &'static Kind {
    Kind::named(name).unwrap()
}

fn said(text: &str) -> Held {
    Held::Text(text.to_owned())
}

struct Register {
    folder: TempDir,
    vault: Vault,
    actor: Id,
    complaint: Id,
    exhibit: Id,
    twin: Id,
    order: Id,
    item: Id,
    imported: Id,
}

fn add(vault: &Vault, of: &str, fields: Fields) -> Id {
    let mut change = vault.begin().unwrap();
    let (id, _) = change.add_record(kind(of), fields).unwrap();
    change.commit(Event::RecordAdded, &id).unwrap();
    id
}

fn amend(vault: &Vault, of: &str, id: &Id, name: &'static str, held: Held) {
    let mut change = vault.begin().unwrap();
    change.amend_record(kind(of), id, Fields::from([(name, held)])).unwrap();
    change.commit(Event::RecordAmended, id).unwrap();
}

fn keep_file(vault: &Vault) -> Stored {
    vault.take_in(FILE, FILE.len() as u64, &mut |_| true).unwrap()
}

impl Register {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let vault = make(&folder.path().join("v"));
        let actor = add(
            &vault,
            "actors",
            Fields::from([
                ("name", said(NAME)),
                ("public_label", said("оқушы")),
                ("is_child", said("yes")),
                ("contact", said("+7 700 000 11 22")),
            ]),
        );
        add(&vault, "actor_ages", Fields::from([("actor", Held::Link(actor)), ("band", said("13_15")), ("source", said(NAME))]));
        let item_of = |text: &str, locator: &str| {
            let item = Item { text: text.to_owned(), language: "kk".to_owned(), ..Item::at(locator) };
            (item, OrderItemFacts::default())
        };
        let orders = [
            new_order("Н-1", vec![item_of(TEXT, &format!("https://t.me/{HANDLE}/17"))]),
            new_order("Н-2", vec![item_of("басқа мәтін", "https://t.me/example/2")]),
        ];
        import(&vault, &orders, &mut |_, _, _| true).unwrap();
        let one = |sql: &str| vault.read().unwrap().query_row(sql, [], |r| id_at(r, "id")).unwrap();
        let (order, item) = (
            one("SELECT id FROM orders WHERE number = 'Н-1'"),
            one(
                "SELECT i.id AS id FROM items i JOIN order_items x ON x.item_id = i.id JOIN orders o ON o.id = x.order_id WHERE o.number = 'Н-1'",
            ),
        );
        let imported = one("SELECT id FROM orders WHERE number = 'Н-2'");
        let complaint = add(
            &vault,
            "complaints",
            Fields::from([("order", Held::Link(order)), ("note", said(&format!("{NAME} әкесі жазды")))]),
        );
        add(
            &vault,
            "actor_roles",
            Fields::from([("actor", Held::Link(actor)), ("role", said("alleged_victim")), ("complaint", Held::Link(complaint))]),
        );
        // What stands only in an earlier entry is there too.
        amend(&vault, "orders", &order, "note", said(&format!("хат: {NAME}")));
        amend(&vault, "orders", &order, "note", said("хат алынды"));
        let exhibit = |description: &str, complaint: Option<Id>| {
            let mut fields = Fields::from([("description", said(description)), ("captured_by", said(NAME))]);
            fields.extend(complaint.map(|id| ("complaint", Held::Link(id))));
            vault.add_exhibit(fields, &keep_file(&vault), "application/pdf", "").unwrap().0
        };
        let (exhibit, twin) = (exhibit(&format!("{NAME} хаты"), Some(complaint)), exhibit("сол хаттың көшірмесі", None));
        vault.keep_paper_text(("case_file", &order.to_string(), "kk"), "summary", &format!("{NAME} туралы")).unwrap();
        vault.keep_derived("profile_first", 1, NAME.as_bytes()).unwrap();
        Self { folder, vault, actor, complaint, exhibit, twin, order, item, imported }
    }

    fn place(&self) -> std::path::PathBuf {
        self.folder.path().join("v")
    }

    fn purge(&self, of: &str, id: &Id) -> Done {
        self.vault.purge(&PurgeWhat::Record(kind(of), *id), Reason::PersonsRequest, &[]).unwrap()
    }

    fn strike(&self, term: &str) -> Done {
        self.vault.purge(&PurgeWhat::Term { term: &Term::parse(term).unwrap(), only: &[] }, Reason::ChildSafety, &[]).unwrap()
    }

    fn again(self) -> Self {
        self.vault.close().unwrap();
        let vault = Vault::open(&self.folder.path().join("v"), &passphrase(), &env()).unwrap();
        Self { vault, ..self }
    }

    fn pages(&self) -> Vec<u8> {
        pages(&self.vault)
    }
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

// A word as it may lie anywhere: as written, folded, in stems, and in two bytes for each letter.
fn spellings(text: &str) -> BTreeMap<String, Vec<u8>> {
    let mut all: BTreeMap<String, Vec<u8>> = [text.to_owned(), fold(text)]
        .into_iter()
        .flat_map(|t| [(t.clone(), t.clone().into_bytes()), (format!("{t} in UTF-16"), utf16(&t))])
        .collect();
    for word in text.split_whitespace() {
        // Shorter ones stand in any bytes.
        for form in Stems::default().all(&fold(word)).into_iter().filter(|form| form.chars().count() >= 5) {
            // An index writes what a word shares with the one before it only once, so an ending of it is enough.
            let end: String = form.chars().skip(form.chars().count().saturating_sub(7)).collect();
            all.insert(format!("end of a stem {end}"), end.into_bytes());
        }
    }
    all
}

fn found(bytes: &[u8], text: &str) -> Vec<String> {
    spellings(text).into_iter().filter(|(_, b)| bytes.windows(b.len()).any(|w| w == b.as_slice())).map(|(name, _)| name).collect()
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() { all.extend(files(&entry.path())) } else { all.push(entry.path()) }
    }
    all
}

fn blobs(register: &Register) -> usize {
    files(&register.place().join("blobs")).len()
}

#[test]
fn a_person_leaves_no_trace_in_any_page_and_the_register_verifies() {
    let register = Register::new();
    assert_eq!(codes(&register.vault), Vec::<&str>::new());
    let before = register.pages();
    for canary in [NAME, HANDLE, TEXT, "+7 700 000 11 22"] {
        assert!(!found(&before, canary).is_empty(), "the scan finds {canary} while it is there");
    }
    let stems = found(&before, TEXT).iter().filter(|form| form.starts_with("end of a stem")).count();
    assert!(stems > 0, "the scan finds stems of what is indexed: {:?}", found(&before, TEXT));
    let what = PurgeWhat::Record(kind("actors"), register.actor);
    let preview = register.vault.purge_preview(&what).unwrap();
    assert_eq!(preview.records, BTreeMap::from([("actors", 1), ("actor_ages", 1)]));
    let done = register.purge("actors", &register.actor);
    assert_eq!((done.preview.values, done.is_settled), (preview.values, true));
    assert_eq!(codes(&register.vault), Vec::<&str>::new());
    assert_eq!(found(&register.pages(), "+7 700 000 11 22"), Vec::<String>::new());
    // The name stands elsewhere in words of others: those are found by the term.
    let struck = register.strike(NAME);
    let tables: BTreeSet<&str> = struck.preview.hits.iter().map(|hit| hit.table).collect();
    assert_eq!(tables, BTreeSet::from(["complaints", "exhibits", "orders", "paper_texts"]));
    assert!(struck.preview.hits.iter().any(|hit| hit.earlier && hit.table == "orders" && hit.column == "note"));
    assert_eq!(codes(&register.vault), Vec::<&str>::new());
    assert_eq!(found(&register.pages(), NAME), Vec::<String>::new());
    let actor = register.vault.record(kind("actors"), &register.actor).unwrap();
    assert_eq!((actor.text("name"), actor.text("public_label"), actor.text("is_child")), ("", STRUCK, ""));
    assert_eq!(actor.text("reference"), "KZ-A-2025-0001", "the tombstone keeps its reference");
    let register = register.again();
    assert_eq!(codes(&register.vault), Vec::<&str>::new());
    assert_eq!(register.vault.purges_of(&register.actor).unwrap().len(), 1);
    let kept = register.vault.record(kind("orders"), &register.order).unwrap();
    assert_eq!(kept.text("note"), "хат алынды", "what stood only in an earlier entry went from there alone");
}

#[test]
fn an_imported_order_goes_with_its_items_and_the_import_s_root_still_holds() {
    let register = Register::new();
    let counts = |vault: &Vault| vault.counts().unwrap();
    let before = counts(&register.vault);
    register.purge("orders", &register.order);
    assert_eq!(codes(&register.vault), Vec::<&str>::new());
    for canary in [TEXT, HANDLE] {
        assert_eq!(found(&register.pages(), canary), Vec::<String>::new());
    }
    let after = counts(&register.vault);
    assert_eq!((after.orders, after.items), (before.orders, before.items), "what the state did is still counted");
    // Its hash in the tree of the import is kept; the salt that could be tried against it is not to be found.
    let db = register.vault.read().unwrap();
    let made: i64 = db.query_row("SELECT seq FROM ledger_entries WHERE kind = 'import_made'", [], |r| r.get(0)).unwrap();
    let payload = payload_of(&db, made.unsigned_abs()).unwrap();
    assert!(payload.fact(BATCH_SALT).is_none(), "the salt of the import");
    let n: u32 = db.query_row("SELECT count(*) FROM row_leaves", [], |r| r.get(0)).unwrap();
    assert_eq!(n, 2, "the order and its item");
    drop(db);
    // The other order of the same import is held to the same root as before, and can go the same way.
    let number = "UPDATE orders SET number = 'Н-3' WHERE number = 'Н-2'";
    run(&register.vault, number);
    assert!(codes(&register.vault).contains(&"batch_altered"));
    run(&register.vault, "UPDATE orders SET number = 'Н-2' WHERE number = 'Н-3'");
    register.purge("orders", &register.imported);
    assert_eq!(codes(&register.again().vault), Vec::<&str>::new());
}

#[test]
fn what_was_recorded_by_mistake_counts_no_more() {
    let register = Register::new();
    let before = register.vault.counts().unwrap();
    register.vault.purge(&PurgeWhat::Record(kind("orders"), register.order), Reason::Mistake, &[]).unwrap();
    assert_eq!(register.vault.counts().unwrap().orders, before.orders - 1);
    assert_eq!(codes(&register.vault), Vec::<&str>::new());
}

#[test]
fn a_complaint_goes_with_its_person_and_its_file_but_not_with_that_of_another_exhibit() {
    let register = Register::new();
    let preview = register.vault.purge_preview(&PurgeWhat::Record(kind("complaints"), register.complaint)).unwrap();
    assert_eq!((preview.files, preview.files_shared), (0, 1));
    assert!(
        ["complaints", "actors", "actor_ages", "exhibits", "custody_events"]
            .iter()
            .all(|kind| preview.records.contains_key(kind)),
        "{preview:?}"
    );
    register.purge("complaints", &register.complaint);
    assert_eq!(codes(&register.vault), Vec::<&str>::new());
    assert_eq!(blobs(&register), 1, "another exhibit has the same file");
    assert!(matches!(register.vault.blob(&register.exhibit), Err(Error::ExhibitMissing)));
    assert!(register.vault.blob(&register.twin).is_ok());
    let file = files(&register.place().join("blobs"));
    let bytes = std::fs::read(&file[0]).unwrap();
    let done = register.purge("exhibits", &register.twin);
    assert_eq!((done.preview.files, blobs(&register)), (1, 0));
    assert_eq!(codes(&register.vault), Vec::<&str>::new());
    // Whoever kept the encrypted file and has the master key opens it no more.
    std::fs::create_dir_all(file[0].parent().unwrap()).unwrap();
    std::fs::write(&file[0], &bytes).unwrap();
    let digest = crate::store::hex(&<sha2::Sha256 as sha2::Digest>::digest(FILE));
    let opened = register.vault.open_blob(&register.vault.read().unwrap(), &digest, FILE.len() as u64);
    assert!(matches!(opened, Err(Error::ExhibitAltered)));
    std::fs::remove_file(&file[0]).unwrap();
    assert_eq!(found(&register.pages(), &digest), Vec::<String>::new());
    let custody = register.vault.exhibit(&register.twin).unwrap().custody;
    assert_eq!(custody.last().map(|done| done.action.as_str()), Some("destroy"));
    // The same file may come again, and opens.
    let again = register
        .vault
        .add_exhibit(Fields::from([("description", said("хат"))]), &keep_file(&register.vault), "application/pdf", "")
        .unwrap()
        .0;
    assert!(register.vault.look_at_exhibit(&again).unwrap() == crate::store::Found::Good);
    assert_eq!(codes(&register.again().vault), Vec::<&str>::new());
}

#[test]
fn every_single_tampering_with_a_purge_is_found() {
    let tamper = |sql: &str, expected: &str| {
        let register = Register::new();
        register.purge("items", &register.item);
        assert_eq!(codes(&register.vault), Vec::<&str>::new());
        run(&register.vault, sql);
        let found = codes(&register.vault);
        assert!(found.contains(&expected), "{sql}: {found:?}");
    };
    tamper("UPDATE items SET text = 'мәтін' WHERE text = ''", "row_altered");
    tamper("UPDATE items SET kind = 'video' WHERE text = ''", "row_altered");
    tamper("UPDATE items SET text = '' WHERE text <> ''", "batch_altered");
    tamper("UPDATE orders SET number = '' WHERE number = 'Н-2'", "batch_altered");
    tamper("UPDATE orders SET note = '' WHERE number = 'Н-1'", "row_altered");
    tamper("UPDATE actors SET name = ''", "row_altered");
    tamper("DELETE FROM row_leaves", "batch_altered");
    tamper("UPDATE row_leaves SET leaf = zeroblob(32)", "batch_altered");
    tamper("DELETE FROM row_salts", "batch_altered");
    tamper(
        "INSERT INTO row_leaves (row_id, leaf) SELECT id, zeroblob(32) FROM orders WHERE number = 'Н-2'; UPDATE orders SET number = '' WHERE number = 'Н-2'",
        "batch_altered",
    );
    tamper(
        "INSERT INTO vault_state VALUES ('purging', x'01'); UPDATE ledger_entries SET actor = 'x' WHERE seq = 1",
        "entry_altered",
    );
}

#[test]
fn a_value_that_is_put_back_beside_its_entry_and_one_that_is_gone_without_a_purge_are_found() {
    let register = Register::new();
    let payload = |seq: i64| -> Vec<u8> {
        register
            .vault
            .read()
            .unwrap()
            .query_row("SELECT payload FROM ledger_entries WHERE seq = ?1", [seq], |r| r.get(0))
            .unwrap()
    };
    let put = |seq: i64, payload: &[u8]| {
        register
            .vault
            .scratch(|db| {
                keep(db, PURGING, &[1])?;
                db.execute("UPDATE ledger_entries SET payload = ?2 WHERE seq = ?1", params![seq, payload]).unwrap();
                forget_state(db, PURGING)
            })
            .unwrap();
    };
    let added = register.vault.history_of(&register.actor).unwrap()[0].seq;
    let seq = i64::try_from(added).unwrap();
    let whole = payload(seq);
    // Gone without a purge.
    let mut gone = Payload::read(&whole).unwrap();
    gone.purge(&BTreeSet::from([touch_name("actors", &register.actor, "name")]));
    put(seq, &gone.write());
    assert!(codes(&register.vault).contains(&"entry_altered"));
    put(seq, &whole);
    assert_eq!(codes(&register.vault), Vec::<&str>::new());
    register.purge("actors", &register.actor);
    let purged = payload(seq);
    // Put back.
    put(seq, &whole);
    assert!(codes(&register.vault).contains(&"entry_altered"));
    // One more gone than the purge says.
    let mut more = Payload::read(&purged).unwrap();
    more.purge(&BTreeSet::from([touch_name("actors", &register.actor, "kind")]));
    put(seq, &more.write());
    assert!(codes(&register.vault).contains(&"entry_altered"));
    put(seq, &purged);
    assert_eq!(codes(&register.vault), Vec::<&str>::new());
}

#[test]
fn a_purge_is_not_undone_and_nothing_of_it_is_handed_over() {
    let register = Register::new();
    let added = register.vault.history_of(&register.actor).unwrap()[0].seq;
    let done = register.purge("actors", &register.actor);
    for seq in [added, done.seq] {
        assert!(matches!(register.vault.undo_entry(seq), Err(Error::UndoRefused("purged"))), "{seq}");
    }
    let shown = register.vault.entry(added, 10).unwrap();
    assert!(shown.touched[0].purged.contains(&"name"));
    let custody = register.vault.custody().unwrap();
    let handed = register.vault.handed_over(&custody, added, &|_| true).unwrap();
    let (told, withheld) = handed.disclosure.counts();
    assert!(told > 0 && withheld > 0, "what is left is disclosed, what is gone is withheld");
    let lines = register.vault.journal(0, 1).unwrap();
    assert_eq!((lines[0].kind.as_str(), lines[0].detail.as_str()), ("purged", "persons_request"));
    assert!(matches!(
        register.vault.purge(&PurgeWhat::Record(kind("actors"), register.actor), Reason::CourtOrder, &[]),
        Err(Error::NotFound)
    ));
}

#[test]
fn what_could_not_be_finished_is_finished_when_the_vault_opens() {
    let register = Register::new();
    register.purge("exhibits", &register.exhibit);
    // A reading that lasts keeps the log from being emptied.
    let reader = register.vault.own_reader().unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM orders").unwrap();
    register.vault.scratch(|db| db.execute_batch("PRAGMA busy_timeout = 50").doing("waiting less")).unwrap();
    let done = register.purge("exhibits", &register.twin);
    assert!(!done.is_settled);
    assert_eq!(blobs(&register), 1, "a file goes after the log was emptied");
    drop(reader);
    let Register { folder, vault, .. } = register;
    let place = folder.path().join("v");
    // As a crash leaves it: nothing is closed cleanly.
    let (db, log) = (std::fs::read(place.join("vault.db")).unwrap(), std::fs::read(place.join("vault.db-wal")).unwrap());
    let blob = files(&place.join("blobs")).pop().unwrap();
    let bytes = std::fs::read(&blob).unwrap();
    drop(vault);
    std::fs::write(place.join("vault.db"), db).unwrap();
    std::fs::write(place.join("vault.db-wal"), log).unwrap();
    std::fs::write(&blob, bytes).unwrap();
    let vault = Vault::open(&place, &passphrase(), &env()).unwrap();
    assert!(!blob.exists());
    assert_eq!(recall(&vault.read().unwrap(), UNSETTLED).unwrap(), None);
    assert_eq!(codes(&vault), Vec::<&str>::new());
}

#[test]
fn the_kept_file_of_a_paper_goes_and_its_digest_stays() {
    let register = Register::new();
    let paper = Paper {
        kind: "brief".to_owned(),
        lang: "kk".to_owned(),
        name: "b.pdf".to_owned(),
        digest: "00".to_owned(),
        ..Paper::default()
    };
    let (id, _) = register.vault.seal_paper(&paper, NAME.as_bytes()).unwrap();
    register.vault.purge(&PurgeWhat::Record(kind("actors"), register.actor), Reason::CourtOrder, &[id]).unwrap();
    assert_eq!(register.vault.paper_bytes(&id).unwrap(), None);
    assert_eq!(register.vault.papers().unwrap()[0].1.digest, "00");
    assert_eq!(codes(&register.vault), Vec::<&str>::new());
}

#[test]
fn a_term_is_struck_only_where_it_was_chosen() {
    let register = Register::new();
    let term = Term::parse(NAME).unwrap();
    let preview = register.vault.purge_preview(&PurgeWhat::Term { term: &term, only: &[] }).unwrap();
    let only: Vec<String> = preview.hits.iter().filter(|hit| hit.table == "complaints").map(|hit| hit.key.clone()).collect();
    assert_eq!(only.len(), 1);
    register.vault.purge(&PurgeWhat::Term { term: &term, only: &only }, Reason::ChildSafety, &[]).unwrap();
    let left = register.vault.purge_preview(&PurgeWhat::Term { term: &term, only: &[] }).unwrap();
    assert_eq!(left.hits.len(), preview.hits.len() - 1);
    let complaint = register.vault.record(kind("complaints"), &register.complaint).unwrap();
    assert_eq!(complaint.text("note"), "*** әкесі жазды");
    assert_eq!(codes(&register.vault), Vec::<&str>::new());
}

#[test]
fn a_filter_that_was_saved_under_a_name_goes_even_where_it_was_dropped() {
    let register = Register::new();
    let turned = NAME.split(' ').rev().collect::<Vec<_>>().join(" ");
    for (name, text) in [(NAME, "{}"), (NAME, ""), (&*turned, "{}")] {
        register.vault.save_filter(name, text).unwrap();
    }
    register.vault.put_setting("lang", "kk").unwrap();
    register.strike(NAME);
    let register = register.again();
    for name in [NAME, &turned] {
        assert_eq!(found(&register.pages(), name), Vec::<String>::new());
    }
    let left = register.vault.saved_filters().unwrap();
    assert!(left.len() == 1 && left[0].0.starts_with("*** "), "{left:?}");
    assert_eq!(register.vault.setting("lang").unwrap(), "kk");
    assert_eq!(codes(&register.vault), Vec::<&str>::new());
}

#[test]
fn papers_are_searched_for_what_a_record_said_earlier_too() {
    let register = Register::new();
    amend(&register.vault, "actors", &register.actor, "name", said("Басқа Есім"));
    let preview = register.vault.purge_preview(&PurgeWhat::Record(kind("actors"), register.actor)).unwrap();
    for words in [NAME, "Басқа Есім"] {
        assert!(preview.words.iter().any(|known| known == words), "{words}: {:?}", preview.words);
    }
}
