//! Promises of the vault, each tested where the fact can be seen.

use super::imports::{Made, Overlap};
use super::table::Coded;
use super::vault::DATABASE;
use super::*;
use crate::env::{Env, Fixed};
use crate::error::Error;
use crate::id::Id;
use crate::model::filter::Filter;
use crate::model::kinds::{Fields, Hand, Held, KINDS, Kind, Shape};
use crate::model::time::{Basis, Moment};
use std::collections::BTreeMap;
use std::path::Path;

const PASS: &str = "алты сөзден тұратын құпия сөйлем";

pub(super) fn env() -> Env {
    Fixed::env(1_760_000_000_000_000)
}

pub(super) fn passphrase() -> Passphrase {
    Passphrase::new(PASS)
}

pub(crate) fn make(folder: &Path) -> Vault {
    Vault::create(folder, &passphrase(), KdfCost::TESTS, &env()).unwrap()
}

pub(super) fn order(number: &str) -> Order {
    Order {
        batch: None,
        reference: String::new(),
        instrument: "ministry_order".to_owned(),
        number: number.to_owned(),
        authority: None,
        platform: None,
        learned: Moment::unknown(),
        learned_how: "lawyer".to_owned(),
        issued: Moment::day(2025, 3, 14, 300, Basis::Document).unwrap(),
        received: Moment::unknown(),
        provisions: String::new(),
        ground: "child_cyberbullying".to_owned(),
        action: "delete".to_owned(),
        document_seen: "copy".to_owned(),
        names_items_by_url: "yes".to_owned(),
        informs_of_appeal: "unknown".to_owned(),
        author_notified: "no".to_owned(),
        reasons_level: "formula".to_owned(),
        note: String::new(),
        draft: false,
        more: Vec::new(),
    }
}

fn record(vault: &Vault, number: &str, locator: &str) -> Id {
    let mut change = vault.begin().unwrap();
    let id = Id::draw(vault.env()).unwrap();
    let mut order = order(number);
    order.reference = change.next_reference("KZ-").unwrap();
    order.authority = Some(change.authority_for("Ақпарат комитеті").unwrap());
    change.add_order(id, &order, &[(Item::at(locator), OrderItemFacts::default())]).unwrap();
    change.commit(Event::OrderRecorded, &id).unwrap();
    id
}

pub(crate) fn new_order(number: &str, items: Vec<(Item, OrderItemFacts)>) -> NewOrder {
    NewOrder { order: order(number), authority: "суд".to_owned(), items, is_named_by_note: false }
}

pub(crate) fn import(
    vault: &Vault,
    orders: &[NewOrder],
    pulse: &mut dyn FnMut(&'static str, usize, usize) -> bool,
) -> Result<Made, Error> {
    import_of(vault, orders, (9, 2, Vec::new()), pulse)
}

/// Imports with some of the texts told beforehand, as the reading of a file does.
pub(super) fn import_sampled(vault: &Vault, orders: &[NewOrder], texts: &[String]) -> Made {
    import_of(vault, orders, (u32::try_from(orders.len()).unwrap(), 0, texts.to_vec()), &mut |_, _, _| true).unwrap()
}

fn import_of(
    vault: &Vault,
    orders: &[NewOrder],
    (rows, rejected, sample): (u32, u32, Vec<String>),
    pulse: &mut dyn FnMut(&'static str, usize, usize) -> bool,
) -> Result<Made, Error> {
    let (name, digest, mapping) = ("f.csv".to_owned(), "00".to_owned(), "{}".to_owned());
    let new = NewBatch { name, digest, mapping, rows, rejected, sample };
    let mut issuers: Vec<String> = orders.iter().map(|order| order.authority.clone()).collect();
    issuers.sort();
    issuers.dedup();
    vault.import(&new, orders.len(), &issuers, &|| orders.iter().cloned(), pulse)
}

pub(crate) fn numbered(n: usize) -> Vec<NewOrder> {
    let item = |i| (Item::at(&format!("http://a.example/{i}")), OrderItemFacts::default());
    (0..n).map(|i| new_order(&format!("И-{i}"), vec![item(i)])).collect()
}

fn batch(vault: &Vault, n: usize) -> Made {
    import(vault, &numbered(n), &mut |_, _, _| true).unwrap()
}

pub(crate) fn run(vault: &Vault, sql: &str) {
    vault
        .scratch(|db| {
            db.execute_batch(sql).unwrap();
            Ok(())
        })
        .unwrap();
}

/// Every page of the database as the cipher hands it out, free ones too.
pub(crate) fn pages(vault: &Vault) -> Vec<u8> {
    vault.own_reader().unwrap().serialize("main").unwrap().to_vec()
}

pub(super) fn codes(vault: &Vault) -> Vec<&'static str> {
    vault.verify().unwrap().findings.into_iter().map(|(code, _)| code).collect()
}

pub(crate) fn all(filter: &str) -> View {
    View { filter: Filter::parse(filter).unwrap(), now: 1_760_000_000, sort: Sort::Reference, descending: false }
}

#[test]
fn a_reading_tells_one_state_of_the_register_whatever_is_written_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let vault = make(folder.path());
    record(&vault, "1", "https://t.me/synaq/1");
    let count = |db: &rusqlite::Connection| db.query_row("SELECT count(*) FROM orders", [], |r| r.get::<_, u32>(0)).unwrap();
    let reading = vault.read().unwrap();
    let before = count(&reading);
    record(&vault, "2", "https://t.me/synaq/2");
    assert_eq!((before, count(&reading)), (1, 1));
    drop(reading);
    assert_eq!(count(&vault.read().unwrap()), 2);
}

#[test]
fn what_was_recorded_is_there_after_reopening_and_verifies() {
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("v");
    let vault = make(&place);
    let id = record(&vault, "25-01/4", "https://t.me/example/1");
    batch(&vault, 50);
    vault.close().unwrap();
    let vault = Vault::open(&place, &passphrase(), &env()).unwrap();
    assert_eq!(vault.order(&id).unwrap().number, "25-01/4");
    assert_eq!(vault.list_orders(&all(""), 0, 500).unwrap().0, 51);
    assert_eq!(vault.list_orders(&all("Акпарат 25-01"), 0, 5).unwrap().0, 1, "found without Kazakh letters");
    let report = vault.verify().unwrap();
    assert_eq!(report.findings, []);
    assert_eq!((report.entries, report.checkpoints), (2, 2));
}

#[test]
fn three_kinds_of_refusal_are_told_apart() {
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("v");
    make(&place).close().unwrap();
    let open = |pass: &str| Vault::open(&place, &Passphrase::new(pass), &env()).err().map(|e| e.code());
    use crate::api::wire::Code;
    assert_eq!(open("басқа сөйлем"), Some(Code::WrongPassphrase));
    let keep = |name: &str| std::fs::read(place.join(name)).unwrap();
    let (header, database) = (keep(HEADER), keep(DATABASE));
    // One copy damaged: the other opens it. Both: a different message.
    std::fs::write(place.join(HEADER), b"{").unwrap();
    assert_eq!(open(PASS), None);
    std::fs::write(place.join(HEADER_COPY), &header[..header.len() / 2]).unwrap();
    assert_eq!(open(PASS), Some(Code::HeaderDamaged));
    std::fs::remove_file(place.join(HEADER)).unwrap();
    std::fs::remove_file(place.join(HEADER_COPY)).unwrap();
    assert_eq!(open(PASS), Some(Code::HeaderMissing));
    std::fs::write(place.join(HEADER), &header).unwrap();
    // A flipped bit in the first page; then the whole file cut short.
    let mut flipped = database.clone();
    flipped[100] ^= 1;
    std::fs::write(place.join(DATABASE), &flipped).unwrap();
    assert_eq!(open(PASS), Some(Code::DatabaseDamaged));
    std::fs::write(place.join(DATABASE), b"short").unwrap();
    assert_eq!(open(PASS), Some(Code::DatabaseDamaged));
    assert_eq!(keep(DATABASE), b"short", "opening repairs and truncates nothing");
    std::fs::write(place.join(DATABASE), &database).unwrap();
    assert_eq!(open(PASS), None);
}

#[test]
fn a_header_from_another_vault_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let (a, b) = (dir.path().join("a"), dir.path().join("b"));
    Vault::create(&a, &passphrase(), KdfCost::TESTS, &Env::system()).unwrap().close().unwrap();
    Vault::create(&b, &passphrase(), KdfCost::TESTS, &Env::system()).unwrap().close().unwrap();
    for name in [HEADER, HEADER_COPY] {
        std::fs::copy(b.join(name), a.join(name)).unwrap();
    }
    assert!(matches!(Vault::open(&a, &passphrase(), &env()), Err(Error::HeaderForeign)));
}

#[test]
fn every_altered_digit_of_the_header_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("v");
    make(&place).close().unwrap();
    let header = std::fs::read(place.join(HEADER)).unwrap();
    std::fs::remove_file(place.join(HEADER_COPY)).unwrap();
    for at in (0..header.len()).filter(|at| header[*at].is_ascii_alphanumeric()) {
        let mut altered = header.clone();
        altered[at] = if altered[at] == b'0' { b'1' } else { b'0' };
        std::fs::write(place.join(HEADER), &altered).unwrap();
        let opened = Vault::open(&place, &passphrase(), &env());
        assert!(matches!(opened, Err(Error::HeaderDamaged)), "byte {at}: {:?}", opened.err());
    }
}

#[test]
fn a_second_instance_is_kept_out() {
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("v");
    let vault = make(&place);
    assert!(matches!(Vault::open(&place, &passphrase(), &env()), Err(Error::VaultInUse)));
    vault.close().unwrap();
    Vault::open(&place, &passphrase(), &env()).unwrap();
}

#[test]
fn the_new_passphrase_opens_and_the_old_one_does_not() {
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("v");
    let vault = make(&place);
    let old_header = std::fs::read(place.join(HEADER)).unwrap();
    let new = Passphrase::new("мүлде басқа алты сөз керек болды");
    assert!(matches!(vault.change_passphrase(&Passphrase::new("қате"), &new, KdfCost::TESTS), Err(Error::WrongPassphrase)));
    vault.change_passphrase(&passphrase(), &new, KdfCost::TESTS).unwrap();
    vault.close().unwrap();
    assert!(matches!(Vault::open(&place, &passphrase(), &env()), Err(Error::WrongPassphrase)));
    let vault = Vault::open(&place, &new, &env()).unwrap();
    assert_eq!(codes(&vault), Vec::<&str>::new());
    vault.close().unwrap();
    // An old copy of the header still opens, and verification says that it is old.
    std::fs::write(place.join(HEADER), &old_header).unwrap();
    std::fs::write(place.join(HEADER_COPY), &old_header).unwrap();
    let vault = Vault::open(&place, &passphrase(), &env()).unwrap();
    assert_eq!(codes(&vault), ["header_old"]);
}

#[test]
fn a_change_that_is_dropped_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    {
        let mut change = vault.begin().unwrap();
        change.authority_for("суд").unwrap();
    }
    assert_eq!(vault.authorities().unwrap(), []);
    assert_eq!(vault.verify().unwrap().entries, 0);
}

#[test]
fn the_ledger_refuses_update_and_delete() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    record(&vault, "1", "https://a.example");
    for sql in [
        "UPDATE ledger_entries SET actor = 'x'",
        "DELETE FROM ledger_entries",
        "UPDATE ledger_checkpoints SET note = 'x'",
        "DELETE FROM ledger_checkpoints",
        "DELETE FROM ledger_touches",
    ] {
        let refused = vault.scratch(|db| Ok(db.execute_batch(sql).unwrap_err().to_string())).unwrap();
        assert!(refused.contains("append-only"), "{sql}: {refused}");
    }
}

#[test]
fn every_kind_of_tampering_with_rows_is_found() {
    let dir = tempfile::tempdir().unwrap();
    let check = |sql: &str, expected: &str| {
        let name = Id::draw(&Env::system()).unwrap().to_string();
        let vault = make(&dir.path().join(name));
        record(&vault, "1", "https://a.example/1");
        batch(&vault, 10);
        run(&vault, sql);
        let found = codes(&vault);
        assert!(found.contains(&expected), "{sql}: {found:?}");
    };
    check("UPDATE orders SET number = '2' WHERE number = '1'", "row_altered");
    check("UPDATE orders SET number = 'И-99' WHERE number = 'И-3'", "batch_altered");
    check("UPDATE order_items SET outcome = 'removed' WHERE batch_id IS NOT NULL", "batch_altered");
    check("UPDATE items SET text = 'x' WHERE batch_id IS NULL", "row_altered");
    check("DELETE FROM order_items WHERE batch_id IS NULL", "row_missing");
    check(
        "INSERT INTO items (id, batch_id, locator, kind, language, text, posted_earliest, posted_latest, posted_precision, posted_offset,
         posted_basis, sensitivity, topic) SELECT randomblob(16), NULL, 'http://x.example', kind, language, text, posted_earliest, posted_latest,
         posted_precision, posted_offset, posted_basis, sensitivity, topic FROM items LIMIT 1",
        "row_unknown",
    );
    check("DROP TRIGGER ledger_entries_no_update; UPDATE ledger_entries SET payload = x'a0' WHERE seq = 0", "entry_altered");
    check(
        "DROP TRIGGER ledger_entries_no_update; UPDATE ledger_entries SET kind = 'order_amended' WHERE seq = 0",
        "entry_altered",
    );
    check(
        "DROP TRIGGER ledger_entries_no_delete; PRAGMA foreign_keys = OFF; DELETE FROM ledger_entries WHERE seq = 1; PRAGMA foreign_keys = ON",
        "entry_missing",
    );
}

#[test]
fn a_page_put_back_is_found() {
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("v");
    let vault = make(&place);
    let id = record(&vault, "first number", "https://a.example/1");
    vault.close().unwrap();
    let before = std::fs::read(place.join(DATABASE)).unwrap();
    let vault = Vault::open(&place, &passphrase(), &env()).unwrap();
    let mut change = vault.begin().unwrap();
    let mut changed = vault.order(&id).unwrap();
    "corrected number".clone_into(&mut changed.number);
    change.amend_order(id, &changed, &[]).unwrap();
    change.commit(Event::OrderAmended, &id).unwrap();
    vault.close().unwrap();
    let after = std::fs::read(place.join(DATABASE)).unwrap();
    // Each old page alone is authentic to the cipher, which is why the ledger has to find it.
    let mut silent = Vec::new();
    for (n, (old, new)) in before.chunks(4096).zip(after.chunks(4096)).enumerate().skip(1) {
        if old == new {
            continue;
        }
        let mut mixed = after.clone();
        mixed[n * 4096..(n + 1) * 4096].copy_from_slice(old);
        std::fs::write(place.join(DATABASE), &mixed).unwrap();
        let reported = match Vault::open(&place, &passphrase(), &env()) {
            Err(_) => true,
            Ok(vault) => vault.verify().map_or(true, |r| !r.findings.is_empty()),
        };
        if !reported {
            silent.push(n);
        }
    }
    // The whole old database put back: caught by the checkpoint kept beside it.
    std::fs::write(place.join(DATABASE), &before).unwrap();
    let vault = Vault::open(&place, &passphrase(), &env()).unwrap();
    assert!(codes(&vault).contains(&"rolled_back"));
    let roots: Vec<(i64, String)> = vault
        .scratch(|db| {
            let mut s = db.prepare("SELECT rootpage, name FROM sqlite_master").unwrap();
            Ok(s.query_map([], |r| Ok((r.get(0)?, r.get(1)?))).unwrap().map(Result::unwrap).collect())
        })
        .unwrap();
    let silent: Vec<&str> = silent
        .iter()
        .map(|n| roots.iter().find(|(root, _)| *root == *n as i64 + 1).map_or("?", |(_, name)| name.as_str()))
        .collect();
    // These were written anew with the same content: putting them back changes nothing. The last two say how long each text is and on which
    // page of the search index a word may begin, which is the first one here.
    let same = [
        "sqlite_autoindex_orders_1",
        "sqlite_autoindex_orders_2",
        "orders_facets",
        "orders_issued",
        "search_docsize",
        "search_idx",
    ];
    assert!(silent.iter().all(|name| same.contains(name)), "pages {silent:?} were put back unseen");
}

#[test]
fn an_import_is_one_entry_and_one_undo() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let made = batch(&vault, 40);
    assert_eq!((made.orders, made.items, made.standing.known), (40, 40, 0));
    assert_eq!(vault.verify().unwrap().entries, 1);
    let again = import(&vault, &numbered(40), &mut |_, _, _| true);
    assert!(matches!(again, Err(Error::NothingToImport { rejected: 2, known: 40 })), "the same orders again are known");
    let none = import(&vault, &[], &mut |_, _, _| true);
    assert!(matches!(none, Err(Error::NothingToImport { rejected: 2, known: 0 })), "a file of rejected rows makes no batch");
    assert_eq!((vault.verify().unwrap().entries, vault.imports().unwrap().len()), (1, 1), "what brings nothing writes nothing");
    vault.undo_import(&made.batch).unwrap();
    assert_eq!(vault.list_orders(&all(""), 0, 9).unwrap().0, 0);
    assert_eq!(codes(&vault), Vec::<&str>::new());
    assert!(matches!(vault.undo_import(&made.batch), Err(Error::UndoneBefore)));
    assert_eq!(batch(&vault, 40).orders, 40, "an undone import can be repeated");
}

#[test]
fn an_import_that_later_records_build_on_is_not_undone() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let made = batch(&vault, 5);
    let id = vault.list_orders(&all("И-2"), 0, 1).unwrap().2[0].id;
    let item = vault.items_of(&id, 9).unwrap()[0].id;
    let mut change = vault.begin().unwrap();
    let order = change.set_outcome(item, "removed", &Moment::exact(1_741_950_000, 300, Basis::Observed)).unwrap();
    change.commit(Event::OutcomeRecorded, &order).unwrap();
    assert!(matches!(vault.undo_import(&made.batch), Err(Error::UndoBlocked { count: 2 })));
    assert_eq!(codes(&vault), Vec::<&str>::new(), "an amended row of an import still verifies");
}

#[test]
fn a_newer_export_adds_to_known_orders_and_one_undo_takes_only_that_back() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let first = batch(&vault, 3);
    let facts =
        |outcome: &str, at| OrderItemFacts { outcome: outcome.to_owned(), complied: Moment::exact(at, 300, Basis::Document) };
    // The first order gets an address, the second an outcome, the third stays, a fourth is new.
    let mut newer = numbered(4);
    newer[0].items.push((Item::at("http://a.example/more"), facts("removed", 1_741_950_000)));
    newer[1].items[0].1 = facts("removed", 1_741_960_000);
    let standing = vault.compare(newer.iter().cloned()).unwrap();
    assert_eq!(standing, Overlap { known: 3, grown: 2, added: 1, outcomes: 1, differing: 0 });
    let made = import(&vault, &newer, &mut |_, _, _| true).unwrap();
    assert_eq!((made.orders, made.items, made.standing), (1, 2, standing));
    assert_eq!(codes(&vault), Vec::<&str>::new());
    let found = |words: &str| vault.list_orders(&all(words), 0, 9).unwrap().2;
    assert_eq!(found("a.example/more").len(), 1, "the filter knows the new address");
    let (one, two) = (found("И-0")[0].id, found("И-1")[0].id);
    let outcomes = |id| vault.items_of(id, 9).unwrap().iter().map(|i| i.order_item.outcome.clone()).collect::<Vec<_>>();
    assert_eq!((outcomes(&one), outcomes(&two)), (vec!["unknown".to_owned(), "removed".to_owned()], vec!["removed".to_owned()]));
    // What the register says otherwise stays.
    let mut other = numbered(2);
    other[1].items[0].1 = facts("refused", 1_741_960_000);
    assert_eq!(vault.compare(other.into_iter()).unwrap(), Overlap { known: 2, differing: 1, ..Overlap::default() });
    assert!(matches!(vault.undo_import(&first.batch), Err(Error::UndoBlocked { .. })), "another import builds on it");
    vault.undo_import(&made.batch).unwrap();
    assert_eq!((outcomes(&one), outcomes(&two)), (vec!["unknown".to_owned()], vec!["unknown".to_owned()]));
    assert_eq!((found("").len(), found("a.example/more").len()), (3, 0));
    assert_eq!(codes(&vault), Vec::<&str>::new());
    vault.undo_import(&first.batch).unwrap();
    assert_eq!((found("").len(), codes(&vault)), (0, Vec::new()), "nothing is left that builds on the first");
}

#[test]
fn two_groups_of_a_file_that_are_one_known_order_grow_it_once() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    batch(&vault, 1);
    let mut newer = numbered(1);
    newer[0].items[0].1.outcome = "refused".to_owned();
    newer.push(newer[0].clone());
    newer[1].items.push((Item::at("http://a.example/more"), OrderItemFacts::default()));
    let made = import(&vault, &newer, &mut |_, _, _| true).unwrap();
    assert_eq!((made.items, codes(&vault)), (1, Vec::new()));
    vault.undo_import(&made.batch).unwrap();
    assert_eq!(codes(&vault), Vec::<&str>::new());
}

#[test]
fn an_outcome_that_was_amended_since_blocks_the_undo() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    batch(&vault, 1);
    let mut newer = numbered(1);
    newer[0].items[0].1.outcome = "refused".to_owned();
    let made = import(&vault, &newer, &mut |_, _, _| true).unwrap();
    let order = vault.list_orders(&all(""), 0, 1).unwrap().2[0].id;
    let item = vault.items_of(&order, 9).unwrap()[0].id;
    let mut change = vault.begin().unwrap();
    change.set_outcome(item, "removed", &Moment::unknown()).unwrap();
    change.commit(Event::OutcomeRecorded, &order).unwrap();
    assert!(matches!(vault.undo_import(&made.batch), Err(Error::UndoBlocked { count: 1 })));
}

#[test]
fn one_address_in_several_orders_is_one_item_and_comments_under_it_are_several() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let at = |text: &str| (Item { text: text.to_owned(), ..Item::at("http://a.example/1") }, OrderItemFacts::default());
    let orders = [new_order("1", vec![at(""), at("x"), at("y")]), new_order("2", vec![at(""), at("x")])];
    let made = import(&vault, &orders, &mut |_, _, _| true).unwrap();
    assert_eq!((made.orders, made.items), (2, 5));
    let items = |vault: &Vault| {
        vault.scratch(|db| Ok(db.query_row("SELECT count(*) FROM items", [], |r| r.get::<_, i64>(0)).unwrap())).unwrap()
    };
    assert_eq!(items(&vault), 3);
    // A later import uses what the register holds.
    import(&vault, &[new_order("3", vec![at("")])], &mut |_, _, _| true).unwrap();
    assert_eq!((items(&vault), codes(&vault)), (3, Vec::new()));
}

#[test]
fn a_cancelled_import_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let result = import(&vault, &numbered(1), &mut |stage, _, _| stage != "sealing");
    assert!(matches!(result, Err(Error::Cancelled)));
    assert_eq!(vault.list_orders(&all(""), 0, 9).unwrap().0, 0);
    assert_eq!(vault.authorities().unwrap(), []);
    assert_eq!(vault.verify().unwrap().entries, 0);
}

#[test]
fn a_vault_that_lost_its_end_in_a_crash_is_told_when_it_opens() {
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("v");
    let vault = make(&place);
    batch(&vault, 300);
    run(&vault, "PRAGMA wal_checkpoint(TRUNCATE)");
    // As a crash leaves it: dropped without being closed.
    drop(vault);
    let file = std::fs::File::options().write(true).open(place.join(DATABASE)).unwrap();
    file.set_len(file.metadata().unwrap().len() - 4096).unwrap();
    assert!(matches!(Vault::open(&place, &passphrase(), &env()), Err(Error::DatabaseDamaged)));
}

#[test]
fn an_import_leaves_indexes_and_references_whole_however_it_ends() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let whole = |vault: &Vault| {
        vault
            .scratch(|db| {
                let one = |sql: &str| db.query_row(sql, [], |r| r.get::<_, String>(0)).unwrap();
                let broken: i64 = db.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |r| r.get(0)).unwrap();
                assert_eq!((broken, one("PRAGMA integrity_check").as_str()), (0, "ok"));
                assert_eq!(one("SELECT cast(foreign_keys AS TEXT) FROM pragma_foreign_keys"), "1");
                Ok(one("SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name)"))
            })
            .unwrap()
    };
    let before = whole(&vault);
    for end in ["indexing", "sealing"] {
        let result = import(&vault, &numbered(3), &mut |stage, _, _| stage != end);
        assert!(matches!(result, Err(Error::Cancelled)));
        assert_eq!(whole(&vault), before, "{end}");
    }
    batch(&vault, 30);
    assert_eq!(whole(&vault), before);
    // A second one grows known orders and adds to them, with the indexes in use.
    let more = (Item::at("http://b.example/1"), OrderItemFacts::default());
    import(&vault, &[new_order("И-3", vec![more]), new_order("И-300", Vec::new())], &mut |_, _, _| true).unwrap();
    assert_eq!(whole(&vault), before);
    assert_eq!(vault.verify().unwrap().findings, []);
}

#[test]
fn a_newer_schema_is_refused_untouched() {
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("v");
    let vault = make(&place);
    run(&vault, "PRAGMA user_version = 99");
    vault.close().unwrap();
    assert!(matches!(Vault::open(&place, &passphrase(), &env()), Err(Error::VaultNewer { found: 99, .. })));
}

#[test]
fn nothing_of_the_record_stands_in_the_files() {
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("v");
    let vault = make(&place);
    record(&vault, "CANARY-1234", "https://canary.example/child");
    let plain = |place: &Path| {
        std::fs::read_dir(place).unwrap().any(|f| {
            let bytes = std::fs::read(f.unwrap().path()).unwrap_or_default();
            bytes.windows(6).any(|w| w == b"CANARY" || w == b"canary") || bytes.windows(15).any(|w| w == b"SQLite format 3")
        })
    };
    assert!(!plain(&place), "while open");
    vault.close().unwrap();
    assert!(!plain(&place), "after closing");
}

// Every field of a kind filled with something that fits.
fn filled(vault: &Vault, kind: &'static Kind, made: &BTreeMap<&'static str, Id>) -> Fields {
    let mut fields = Fields::new();
    for field in kind.fields.iter().filter(|f| f.hand == Hand::Person && f.name != "stub" && f.name != "referral_note") {
        let held = match field.shape {
            Shape::Text | Shape::Long => Held::Text(format!("Қызыл ёлка {}", field.name)),
            Shape::Code(values, unset) => Held::Text((*values.iter().find(|v| **v != unset).unwrap()).to_owned()),
            Shape::Codes(values) => Held::Codes(vec![values[0].to_owned(), values[1].to_owned()]),
            Shape::Number => Held::Number(7),
            Shape::Moment => Held::Moment(Moment::day(2025, 3, 14, 300, Basis::Document).unwrap()),
            Shape::Mark => Held::Mark,
            Shape::Link(to) if to == kind.name => continue,
            Shape::Link(to) => Held::Link(made[to]),
            Shape::About => Held::Link(made["orders"]),
        };
        fields.insert(field.name, held);
    }
    match kind.name {
        "facts" => drop(fields.insert("field", Held::Text("ground".to_owned()))),
        "comparator_pairs" => {
            let mut change = vault.begin().unwrap();
            let (id, _) = change.add_record(Kind::named("items").unwrap(), Fields::new()).unwrap();
            change.commit(Event::RecordAdded, &id).unwrap();
            fields.insert("item_b", Held::Link(id));
        }
        _ => {}
    }
    fields
}

#[test]
fn every_kind_of_record_is_written_and_read_back_and_its_history_holds() {
    let folder = tempfile::tempdir().unwrap();
    let vault = make(&folder.path().join("v"));
    let mut made: BTreeMap<&'static str, Id> = BTreeMap::new();
    for kind in KINDS {
        let fields = filled(&vault, kind, &made);
        let mut change = vault.begin().unwrap();
        let (id, reference) = change.add_record(kind, fields.clone()).unwrap();
        change.commit(Event::RecordAdded, &id).unwrap();
        made.insert(kind.name, id);
        assert_eq!(reference.is_empty(), kind.prefix.is_empty());
        let read = vault.record(kind, &id).unwrap().fields;
        for (name, held) in &fields {
            assert_eq!(read.get(name), Some(held), "{}.{name}", kind.name);
        }
        // Custody is only ever added to.
        if kind.name == "custody_events" {
            continue;
        }
        // Emptying every field that is not needed leaves what a record without them would be.
        let patch: Fields = fields.keys().filter(|n| !kind.field(n).unwrap().needed).map(|n| (*n, Held::Nothing)).collect();
        let mut change = vault.begin().unwrap();
        change.amend_record(kind, &id, patch).unwrap();
        change.commit(Event::RecordAmended, &id).unwrap();
        let read = vault.record(kind, &id).unwrap().fields;
        assert!(
            read.keys().all(|n| kind.field(n).unwrap().needed || kind.field(n).unwrap().hand == Hand::App),
            "{}: {read:?}",
            kind.name
        );
    }
    let report = vault.verify().unwrap();
    assert!(report.findings.is_empty(), "{:?}", report.findings);
}

#[test]
fn a_record_that_breaks_a_rule_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let vault = make(&folder.path().join("v"));
    let items = Kind::named("items").unwrap();
    let before = vault.verify().unwrap().entries;
    let stub = Fields::from([("stub", Held::Mark), ("locator", Held::Text("https://x.example".to_owned()))]);
    let mut change = vault.begin().unwrap();
    assert!(matches!(change.add_record(items, stub), Err(Error::Invalid("locator"))));
    drop(change);
    let nobody = Fields::from([("author", Held::Link(Id::draw(vault.env()).unwrap()))]);
    let mut change = vault.begin().unwrap();
    assert!(matches!(change.add_record(items, nobody), Err(Error::Invalid("author"))));
    drop(change);
    assert_eq!(vault.count_records(items).unwrap(), 0);
    assert_eq!(vault.verify().unwrap().entries, before);
}

#[test]
fn a_renamed_authority_is_found_by_its_new_name() {
    let folder = tempfile::tempdir().unwrap();
    let vault = make(&folder.path().join("v"));
    let mut change = vault.begin().unwrap();
    let authority = change.authority_for("Комитет информации").unwrap();
    let mut written = order("7-1");
    written.authority = Some(authority);
    written.reference = change.next_reference("KZ-").unwrap();
    let id = Id::draw(vault.env()).unwrap();
    change.add_order(id, &written, &[]).unwrap();
    change.commit(Event::OrderRecorded, &id).unwrap();
    let mut change = vault.begin().unwrap();
    let name = Fields::from([("name_kk", Held::Text("Ақпарат комитеті".to_owned()))]);
    change.amend_record(Kind::named("authorities").unwrap(), &authority, name).unwrap();
    change.commit(Event::RecordAmended, &authority).unwrap();
    assert_eq!(vault.list_orders(&all("ақпарат"), 0, 10).unwrap().0, 1);
    assert!(vault.verify().unwrap().findings.is_empty());
}

fn view(sort: Sort, descending: bool) -> View {
    View { sort, descending, ..all("") }
}

fn references(vault: &Vault, view: &View) -> Vec<String> {
    vault.list_orders(view, 0, 500).unwrap().2.into_iter().map(|r| r.number).collect()
}

#[test]
fn every_column_sorts_and_what_has_no_value_comes_last() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let (a, b, c) =
        (record(&vault, "б", "https://a.example/1"), record(&vault, "а", "https://a.example/2"), record(&vault, "", ""));
    let edit = |id: Id, alter: &dyn Fn(&mut Order, &mut Change<'_>)| {
        let mut change = vault.begin().unwrap();
        let mut order = change.order(&id).unwrap();
        alter(&mut order, &mut change);
        change.set_order(id, &order).unwrap();
        change.commit(Event::OrderAmended, &id).unwrap();
    };
    edit(a, &|o, c| {
        "other".clone_into(&mut o.ground);
        o.authority = Some(c.authority_for("Ювенальный суд").unwrap());
        o.received = Moment::day(2025, 3, 16, 300, Basis::Document).unwrap();
    });
    edit(b, &|o, c| {
        o.platform = Some(c.platform_for("Instagram").unwrap());
        o.received = Moment::day(2025, 3, 15, 300, Basis::Document).unwrap();
    });
    edit(c, &|o, _| {
        o.authority = None;
        o.draft = true;
    });
    let ru = Tongue::Ru;
    let check = |sort: Sort, up: [&str; 3], down: [&str; 3]| {
        assert_eq!(references(&vault, &view(sort, false)), up, "{sort:?} up");
        assert_eq!(references(&vault, &view(sort, true)), down, "{sort:?} down");
    };
    check(Sort::Reference, ["б", "а", ""], ["", "а", "б"]);
    check(Sort::Number, ["а", "б", ""], ["б", "а", ""]);
    check(Sort::Authority(ru), ["а", "б", ""], ["б", "а", ""]);
    check(Sort::Platform(ru), ["а", "б", ""], ["а", "", "б"]);
    check(Sort::Deadline, ["а", "б", ""], ["б", "а", ""]);
    check(Sort::Coded(Coded::Ground), ["а", "", "б"], ["б", "", "а"]);
    check(Sort::Coded(Coded::Draft), ["б", "а", ""], ["", "а", "б"]);
    check(Sort::Items, ["б", "а", ""], ["", "а", "б"]);
    for sort in ["issued", "learned", "removed", "reviewed", "provisions", "origin", "instrument", "action", "author_notified"] {
        assert_eq!(references(&vault, &view(Sort::parse(sort, ru), false)).len(), 3, "{sort}");
    }
    let filtered = View { sort: Sort::Number, descending: true, ..all("example") };
    assert_eq!(references(&vault, &filtered), ["б", "а"]);
}

#[test]
fn a_large_change_writes_several_entries_in_one_transaction_or_none() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let ids = [record(&vault, "1", "https://a.example/1"), record(&vault, "2", "https://a.example/2")];
    let amend = |is_kept: bool| {
        let mut change = vault.begin().unwrap();
        let mut seqs = Vec::new();
        for id in ids {
            let mut order = change.order(&id).unwrap();
            order.note.push('x');
            change.set_order(id, &order).unwrap();
            if seqs.is_empty() {
                seqs.push(change.enter(Event::OrdersAmended, vault.id(), None).unwrap());
            }
        }
        if is_kept {
            seqs.push(change.commit(Event::OrdersAmended, vault.id()).unwrap());
        }
        seqs
    };
    amend(false);
    assert_eq!((vault.order(&ids[0]).unwrap().note.as_str(), vault.ledger_state().unwrap().0), ("", 2));
    assert_eq!(amend(true), [2, 3]);
    assert_eq!(vault.verify().unwrap().findings, []);
    assert_eq!(vault.history_of(&ids[1]).unwrap().last().unwrap().seq, 3);
}

#[test]
fn an_undo_puts_back_what_nothing_changed_since() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let id = record(&vault, "25-01/4", "https://a.example/1");
    let set = |alter: &dyn Fn(&mut Order)| {
        let mut change = vault.begin().unwrap();
        let mut order = change.order(&id).unwrap();
        alter(&mut order);
        change.set_order(id, &order).unwrap();
        change.commit(Event::OrderAmended, &id).unwrap()
    };
    let before = vault.order(&id).unwrap();
    let first = set(&|o| "немесе".clone_into(&mut o.note));
    let second = set(&|o| "26".clone_into(&mut o.number));
    assert_eq!(vault.list_orders(&all("немесе"), 0, 5).unwrap().0, 1);
    // The undo of the first change leaves the second alone.
    let undo = vault.undo_entry(first).unwrap();
    assert_eq!(vault.order(&id).unwrap(), Order { number: "26".to_owned(), ..before.clone() });
    assert_eq!(vault.list_orders(&all("немесе"), 0, 5).unwrap().0, 0, "the filter follows");
    assert!(matches!(vault.undo_entry(first), Err(Error::UndoneBefore)));
    assert_eq!(vault.entry(first, 9).unwrap().undone_by, Some(undo));
    // The undo of the undo is the redo.
    vault.undo_entry(undo).unwrap();
    assert_eq!(vault.order(&id).unwrap().note, "немесе");
    let third = set(&|o| "27".clone_into(&mut o.number));
    match vault.undo_entry(second) {
        Err(Error::UndoOvertaken { field, reference, seq }) => {
            assert_eq!((field.as_str(), reference, seq), ("orders.number", before.reference, third));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(vault.order(&id).unwrap().number, "27", "a refusal changes nothing");
    assert_eq!(vault.verify().unwrap().findings, []);
}

#[test]
fn what_was_recorded_by_mistake_is_withdrawn_and_can_come_back() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let kept = record(&vault, "1", "https://a.example/1");
    let id = record(&vault, "2", "https://a.example/2");
    let seen = || {
        let (total, whole, _) = vault.list_orders(&all(""), 0, 9).unwrap();
        let filtered = vault.list_orders(&all("example"), 0, 9).unwrap().0;
        let counts = vault.counts().unwrap();
        let found = vault.search(&Filter::parse("example").unwrap(), 9).unwrap().total;
        assert_eq!(vault.verify().unwrap().findings, []);
        (total, whole, filtered, found, counts.orders, counts.items, counts.to_review)
    };
    let both = seen();
    assert_eq!(both, (2, 2, 2, 2, 2, 2, 2));
    let undo = vault.undo_entry(1).unwrap();
    assert_eq!(seen(), (1, 1, 1, 1, 1, 1, 1));
    assert_eq!(vault.view_ids(&all(""), 0, 9).unwrap(), [kept]);
    // It is still there for whoever follows the ledger.
    assert_eq!(vault.order(&id).unwrap().number, "2");
    assert!(matches!(vault.undo_entry(1), Err(Error::UndoneBefore)));
    vault.undo_entry(undo).unwrap();
    assert_eq!(seen(), both);
}

#[test]
fn what_has_rules_of_its_own_is_no_undo_s_business() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let made = batch(&vault, 3);
    let refused = |seq| match vault.undo_entry(seq) {
        Err(Error::UndoRefused(why)) => why,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(0), "own_rules");
    assert!(matches!(vault.undo_entry(99), Err(Error::NotFound)));
    // A row that an import took back is gone: its amendment cannot be undone, and says so.
    let first = vault.view_ids(&View { descending: true, ..all("") }, 0, 1).unwrap()[0];
    let mut change = vault.begin().unwrap();
    let mut order = change.order(&first).unwrap();
    "x".clone_into(&mut order.note);
    change.set_order(first, &order).unwrap();
    let seq = change.commit(Event::OrderAmended, &first).unwrap();
    assert!(matches!(vault.undo_import(&made.batch), Err(Error::UndoBlocked { count: 1 })));
    vault.undo_entry(seq).unwrap();
    assert_eq!(vault.verify().unwrap().findings, []);
}

#[test]
fn an_entry_shows_each_row_as_it_stood_then() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let id = record(&vault, "1", "https://a.example/1");
    let mut seqs = Vec::new();
    for day in [15, 16] {
        let mut change = vault.begin().unwrap();
        let mut order = change.order(&id).unwrap();
        order.issued = Moment::day(2025, 3, day, 300, Basis::Document).unwrap();
        change.set_order(id, &order).unwrap();
        seqs.push(change.commit(Event::OrderAmended, &id).unwrap());
    }
    let entry = vault.entry(seqs[0], 9).unwrap();
    let touched = &entry.touched[0];
    let at = |d| tarazy_ledger::Value::Int(Moment::day(2025, 3, d, 300, Basis::Document).unwrap().earliest.unwrap());
    assert_eq!(touched.changed, ["issued_earliest", "issued_latest"]);
    assert_eq!((touched.before("issued_earliest"), touched.after("issued_earliest")), (at(14), at(15)));
    assert_eq!(
        touched.after("issued_precision"),
        tarazy_ledger::Value::Text("day".to_owned()),
        "columns that stayed are there too"
    );
    assert_eq!((entry.hindrance, entry.rows), (None, 1));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]

    #[test]
    fn edits_undone_from_the_last_to_the_first_give_the_row_before(
        edits in proptest::collection::vec((0usize..6, "[а-я0-9 ]{0,12}", 1u32..28), 1..6),
    ) {
        let dir = tempfile::tempdir().unwrap();
        let vault = make(&dir.path().join("v"));
        let id = record(&vault, "1", "https://a.example/1");
        let mut states = vec![vault.order(&id).unwrap()];
        let mut seqs = Vec::new();
        for (field, text, day) in edits {
            let mut change = vault.begin().unwrap();
            let mut order = change.order(&id).unwrap();
            match field {
                0 => order.number = text,
                1 => order.note = text,
                2 => order.issued = Moment::day(2025, 5, day, 300, Basis::Press).unwrap(),
                3 => order.draft = day % 2 == 0,
                4 => "press".clone_into(&mut order.learned_how),
                _ => order.authority = Some(change.authority_for(&format!("орган {text}")).unwrap()),
            }
            if change.set_order(id, &order).unwrap() {
                seqs.push(change.commit(Event::OrderAmended, &id).unwrap());
                states.push(order);
            }
        }
        let mut redo = Vec::new();
        for (seq, state) in seqs.iter().zip(&states).rev() {
            redo.push(vault.undo_entry(*seq).unwrap());
            proptest::prop_assert_eq!(&vault.order(&id).unwrap(), state);
        }
        for (seq, state) in redo.iter().rev().zip(states.iter().skip(1)) {
            vault.undo_entry(*seq).unwrap();
            proptest::prop_assert_eq!(&vault.order(&id).unwrap(), state);
        }
        proptest::prop_assert_eq!(vault.verify().unwrap().findings, vec![]);
    }

}

// A vault as the first schema left it: what came later is taken out again, and its version set back.
pub(super) fn put_back_to_the_first_schema(vault: &Vault) {
    let mut sql = String::from("PRAGMA foreign_keys = OFF;\n");
    let later = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
        .map(|n| std::fs::read_to_string(format!("{}/src/store/migrations/{n:04}.sql", env!("CARGO_MANIFEST_DIR"))).unwrap())
        .concat();
    let drops = |what: &str| -> Vec<String> {
        let names = later.split(what).skip(1).map(|rest| rest.split([' ', '(', '\n']).next().unwrap().to_owned());
        names.collect()
    };
    let first = include_str!("migrations/0001.sql");
    for index in drops("CREATE INDEX ").iter().chain(&drops("CREATE UNIQUE INDEX ")) {
        sql.push_str(&format!("DROP INDEX IF EXISTS {index};\n"));
    }
    // What refers to others goes first.
    for table in drops("CREATE VIRTUAL TABLE ").iter().chain(&drops("CREATE TABLE ")).rev() {
        sql.push_str(&format!("DROP TABLE IF EXISTS {table};\n"));
    }
    for table in later.lines().filter_map(|line| line.strip_prefix("DROP TABLE ")) {
        sql.push_str(&format!("DROP TABLE IF EXISTS {table}\n"));
    }
    for line in later.lines().filter(|l| l.starts_with("ALTER TABLE ") && l.contains(" ADD COLUMN ")) {
        let words: Vec<&str> = line.split(' ').collect();
        // A table that came later went as a whole.
        let went = later.contains(&format!("DROP TABLE {};", words[2]));
        if went || !first.contains(&format!("CREATE TABLE {} (", words[2])) {
            continue;
        }
        sql.push_str(&format!("ALTER TABLE {} DROP COLUMN {};\n", words[2], words[5]));
    }
    for line in first.lines().filter(|l| l.starts_with("CREATE INDEX ")) {
        sql.push_str(&line.replace("CREATE INDEX ", "CREATE INDEX IF NOT EXISTS "));
        sql.push('\n');
    }
    for table in later.lines().filter_map(|line| line.strip_prefix("DROP TABLE ")) {
        let from = first.find(&format!("CREATE TABLE {}", table.trim_end_matches(';'))).unwrap();
        sql.push_str(first[from..].split_inclusive(';').next().unwrap());
    }
    sql.push_str("DELETE FROM vault_state WHERE name IN ('indexed by', 'common pairs learned at'); ");
    sql.push_str("PRAGMA user_version = 1; PRAGMA foreign_keys = ON;");
    run(vault, &sql);
}

#[test]
fn a_vault_of_the_first_schema_opens_verifies_and_takes_new_facts() {
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("v");
    let vault = make(&place);
    let id = record(&vault, "25-01/4", "https://t.me/example/1");
    let made = batch(&vault, 20);
    put_back_to_the_first_schema(&vault);
    vault.close().unwrap();
    let vault = Vault::open(&place, &passphrase(), &env()).unwrap();
    assert_eq!(vault.verify().unwrap().findings, []);
    assert_eq!(vault.list_orders(&all("example"), 0, 100).unwrap().0, 21);
    let orders = Kind::named("orders").unwrap();
    let mut change = vault.begin().unwrap();
    change.amend_record(orders, &id, Fields::from([("scope", Held::Text("worldwide".to_owned()))])).unwrap();
    change.commit(Event::RecordAmended, &id).unwrap();
    let imported = vault.list_orders(&all("a.example/7"), 0, 1).unwrap().2.remove(0).id;
    let mut change = vault.begin().unwrap();
    change.amend_record(orders, &imported, Fields::from([("secrecy_demanded", Held::Text("yes".to_owned()))])).unwrap();
    change.commit(Event::RecordAmended, &imported).unwrap();
    assert_eq!(vault.verify().unwrap().findings, []);
    assert_eq!(made.orders, 20);
}

#[test]
fn the_same_order_and_nearly_the_same_address_are_told_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let vault = make(&folder.path().join("vault"));
    record(&vault, "5/25", "http://www.example.kz/news/1/?utm_source=a");
    record(&vault, "6/25", "https://www.youtube.com/watch?v=AbC-1");
    record(&vault, "7/25", "https://example.kz/news/10");
    let why = |number: &str, authority: &str, locator: &str| {
        let found = vault.likely_duplicates(number, authority, &[locator.to_owned()]).unwrap();
        found.into_iter().map(|a| (a.reference, a.why, a.how.join(" "))).collect::<Vec<_>>()
    };
    let first = || "KZ-2025-0001".to_owned();
    assert_eq!(why("5/25", "Ақпарат комитеті", ""), [(first(), "same_number_issuer", String::new())]);
    assert_eq!(why("5/25", "", ""), [(first(), "same_number", String::new())]);
    assert_eq!(
        why("5/25", "Қалалық сот", ""),
        [(first(), "same_number", String::new())],
        "an issuer that nobody knows yet may be the same"
    );
    assert_eq!(
        why("", "", "https://example.kz/news/1"),
        [(first(), "alike_locator", "scheme www slash tracking".to_owned())],
        "not the address that only begins like it"
    );
    assert_eq!(why("", "", "https://youtu.be/AbC-1?si=x").first().map(|(_, why, _)| *why), Some("alike_locator"));
    assert_eq!(why("", "", "https://example.kz/news/10").first().map(|(_, why, _)| *why), Some("same_locator"));
    assert!(why("8/25", "", "https://example.kz/news/2").is_empty());
    // The same number of another issuer that is known is another order.
    let mut change = vault.begin().unwrap();
    let court = change.authority_for("Қалалық сот").unwrap();
    change.commit(Event::AuthorityAdded, &court).unwrap();
    assert!(why("5/25", "Қалалық сот", "").is_empty());
}

#[test]
fn what_moves_from_one_order_to_another_is_searched_there() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let first = record(&vault, "1", "https://a.example/kozginbala");
    let second = record(&vault, "2", "https://b.example/2");
    let link = vault.items_of(&first, 1).unwrap()[0].id;
    let mut change = vault.begin().unwrap();
    let links = Kind::named("order_items").unwrap();
    change.amend_record(links, &link, Fields::from([("order", Held::Link(second))])).unwrap();
    change.commit(Event::RecordAmended, &link).unwrap();
    assert_eq!(vault.view_ids(&all("kozginbala"), 0, 9).unwrap(), [second]);
    assert_eq!(vault.verify().unwrap().findings, []);
    let mut change = vault.begin().unwrap();
    let mut order = change.order(&first).unwrap();
    "басқа".clone_into(&mut order.note);
    change.set_order(first, &order).unwrap();
    change.commit(Event::OrderAmended, &first).unwrap();
    assert_eq!(vault.verify().unwrap().findings, []);
}

#[test]
fn what_was_withdrawn_is_unknown_to_an_import_and_can_be_added_again() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let id = record(&vault, "1", "https://a.example/1");
    let mut change = vault.begin().unwrap();
    let order = change.order(&id).unwrap();
    change.amend_order(id, &order, &[Item::at("https://a.example/2")]).unwrap();
    let seq = change.commit(Event::OrderAmended, &id).unwrap();
    vault.undo_entry(seq).unwrap();
    assert_eq!(vault.count_items(&id).unwrap(), 1);
    let mut change = vault.begin().unwrap();
    change.amend_order(id, &order, &[Item::at("https://a.example/2")]).unwrap();
    change.commit(Event::OrderAmended, &id).unwrap();
    assert_eq!(vault.count_items(&id).unwrap(), 2);
    vault.undo_entry(0).unwrap();
    let mut same = new_order("1", vec![(Item::at("https://a.example/1"), OrderItemFacts::default())]);
    same.authority = "Ақпарат комитеті".to_owned();
    assert_eq!(import(&vault, &[same], &mut |_, _, _| true).unwrap().orders, 1);
    assert_eq!(vault.list_orders(&all(""), 0, 9).unwrap().0, 1);
    assert_eq!(vault.verify().unwrap().findings, []);
}

#[test]
fn an_authority_of_the_form_is_found_by_its_names_and_a_duplicate_of_a_duplicate_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let kind = Kind::named("authorities").unwrap();
    let mut change = vault.begin().unwrap();
    let (authority, _) = change.add_record(kind, Fields::from([("name_ru", Held::Text("Комитет Х".to_owned()))])).unwrap();
    assert_eq!(change.authority_for("комитет х").unwrap(), authority);
    change.amend_record(kind, &authority, Fields::from([("name_ru", Held::Text("Комитет Ы".to_owned()))])).unwrap();
    assert_eq!(change.authority_for("Комитет Ы").unwrap(), authority);
    change.commit(Event::RecordAdded, &authority).unwrap();
    let (a, b) = (record(&vault, "1", "https://a.example/1"), record(&vault, "2", "https://a.example/2"));
    let orders = Kind::named("orders").unwrap();
    let dup = |of: Id| Fields::from([("dup_of", Held::Link(of))]);
    let mut change = vault.begin().unwrap();
    change.amend_record(orders, &b, dup(a)).unwrap();
    change.commit(Event::RecordAmended, &b).unwrap();
    let mut change = vault.begin().unwrap();
    assert!(matches!(change.amend_record(orders, &a, dup(b)), Err(Error::Invalid("dup_of"))));
    drop(change);
    assert_eq!(vault.counts().unwrap().orders, 1);
    let made = vault.history_of(&a).unwrap()[0].seq;
    assert!(matches!(vault.undo_entry(made), Err(Error::UndoRefused("reviewed"))));
    assert_eq!(vault.verify().unwrap().findings, []);
}
