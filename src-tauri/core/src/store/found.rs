//! Promises of search, filter and near duplicates.

use super::cells::Build;
use super::record::PLATFORMS;
use super::tests::{all, codes, env, make, order, passphrase, run};
use super::*;
use crate::id::Id;
use crate::model::filter::Filter;
use crate::model::kinds::{Fields, Held, Kind};
use crate::model::time::{Basis, Moment};
use std::collections::BTreeSet;

fn record(vault: &Vault, order: Order, items: &[Item]) -> Id {
    let mut change = vault.begin().unwrap();
    let id = Id::draw(vault.env()).unwrap();
    let mut order = order;
    order.reference = change.next_reference("KZ-").unwrap();
    let items: Vec<(Item, OrderItemFacts)> = items.iter().map(|item| (item.clone(), OrderItemFacts::default())).collect();
    change.add_order(id, &order, &items).unwrap();
    change.commit(Event::OrderRecorded, &id).unwrap();
    id
}

fn amend(vault: &Vault, id: Id, how: impl FnOnce(&mut Order)) {
    let mut change = vault.begin().unwrap();
    let mut changed = vault.order(&id).unwrap();
    how(&mut changed);
    change.amend_order(id, &changed, &[]).unwrap();
    change.commit(Event::OrderAmended, &id).unwrap();
}

fn texted(locator: &str, language: &str, text: &str) -> Item {
    Item { language: language.to_owned(), text: text.to_owned(), ..Item::at(locator) }
}

fn total(vault: &Vault, filter: &str) -> usize {
    vault.list_orders(&all(filter), 0, 0).unwrap().0
}

fn found(vault: &Vault, words: &str) -> Vec<Id> {
    vault.search(&Filter::parse(words).unwrap(), 50).unwrap().hits.into_iter().map(|hit| hit.id).collect()
}

fn snippet(vault: &Vault, words: &str) -> String {
    let hits = vault.search(&Filter::parse(words).unwrap(), 1).unwrap().hits;
    hits[0].snippet.iter().map(|s| if s.hit { format!("[{}]", s.text) } else { s.text.clone() }).collect()
}

const KAZAKH: &str = "Әкімдіктің шешімдері туралы қоғамдық пікір айтылған жазбалар жойылды";
const RUSSIAN: &str = "Чиновники снова обсуждали дороги, а жители писали о ямах во дворах и сломанных фонарях";
const ENGLISH: &str = "The mayor’s decisions were criticised by residents and by several journalists";

#[test]
fn texts_are_found_by_other_forms_of_their_words_in_three_languages() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let kk = record(&vault, order("1"), &[texted("https://t.me/a/1", "kk", KAZAKH)]);
    let ru = record(&vault, order("2"), &[texted("https://t.me/a/2", "", RUSSIAN)]);
    let en = record(&vault, order("3"), &[texted("https://t.me/a/3", "en", ENGLISH)]);
    for (words, expect) in [
        ("шешім", kk),
        ("шешимдердин", kk),
        ("ӘКІМДІК", kk),
        ("чиновник", ru),
        ("дорога двор", ru),
        ("фонарь", ru),
        ("фона", ru),
        ("resident", en),
        ("journalist criticise", en),
        ("\"сломанный фонарь\"", ru),
        ("t.me/a/3", en),
    ] {
        assert_eq!(found(&vault, words), [expect], "{words}");
        assert_eq!(total(&vault, words), 1, "{words}");
    }
    assert_eq!(found(&vault, "\"фонарь сломанный\""), []);
    assert_eq!(found(&vault, "чиновник фонарь -ямы"), []);
    assert_eq!(found(&vault, "— …"), []);
    assert_eq!(snippet(&vault, "фонарь двор"), "… а жители писали о ямах во [дворах] и сломанных [фонарях]");
    assert_eq!(snippet(&vault, "шешим"), "Әкімдіктің [шешімдері] туралы қоғамдық пікір айтылған жазбалар жойылды");
    assert_eq!(codes(&vault), Vec::<&str>::new());
}

#[test]
fn names_and_numbers_weigh_more_than_notes() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let number = record(&vault, order("АБВ-77"), &[]);
    let note = record(&vault, Order { note: "см. АБВ-77".to_owned(), ..order("2") }, &[]);
    assert_eq!(found(&vault, "АБВ-77"), [number, note]);
}

#[test]
fn what_is_amended_away_is_found_no_more_and_leaves_no_trace() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let id = record(&vault, Order { note: "канарейка".to_owned(), ..order("1") }, &[Item::at("https://a.example/1")]);
    assert_eq!(found(&vault, "канарейка"), [id]);
    amend(&vault, id, |order| order.note = "снегирь".to_owned());
    assert_eq!((found(&vault, "канарейка"), found(&vault, "снегири")), (vec![], vec![id]));
    assert_eq!(codes(&vault), Vec::<&str>::new());
    let traces = vault
        .scratch(|db| {
            let mut pieces = db.prepare("SELECT block FROM search_data").unwrap();
            let blocks: Vec<Vec<u8>> = pieces.query_map([], |r| r.get(0)).unwrap().map(Result::unwrap).collect();
            Ok(blocks.iter().filter(|b| b.windows(6).any(|w| w == "кан".as_bytes())).count())
        })
        .unwrap();
    assert_eq!(traces, 0);
}

#[test]
fn an_item_that_changes_changes_what_its_orders_are_found_by() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let first = record(&vault, order("1"), &[texted("https://a.example/1", "ru", RUSSIAN)]);
    let second = record(&vault, order("2"), &[Item::at("https://a.example/1")]);
    assert_eq!(found(&vault, "фонарь"), [second, first], "the second order names the same item");
    let read = vault.items_of(&first, 1).unwrap().remove(0);
    let mut change = vault.begin().unwrap();
    change.set(&super::record::ITEMS, read.order_item.item, texted("https://a.example/1", "ru", "совсем другое").row()).unwrap();
    change.commit(Event::OrderAmended, &first).unwrap();
    assert_eq!((found(&vault, "фонарь"), found(&vault, "другой").len()), (vec![], 2));
    assert_eq!(codes(&vault), Vec::<&str>::new());
}

fn import(vault: &Vault, numbers: std::ops::Range<usize>, text: &str) -> Id {
    super::tests::import(vault, &brought(numbers, text), &mut |_, _, _| true).unwrap().batch
}

fn brought(numbers: std::ops::Range<usize>, text: &str) -> Vec<NewOrder> {
    let orders = numbers.map(|i| NewOrder {
        order: order(&format!("И-{i}")),
        authority: "Алматы қаласының соты".to_owned(),
        items: vec![(texted(&format!("http://a.example/стр{i}"), "ru", text), OrderItemFacts::default())],
        is_named_by_note: false,
    });
    orders.collect()
}

#[test]
fn an_import_is_found_and_its_undo_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let first = import(&vault, 0..30, RUSSIAN);
    assert_eq!((total(&vault, "фонарь"), total(&vault, "сот"), total(&vault, "стр7"), total(&vault, "тр7")), (30, 30, 1, 1));
    // The same addresses again, without their texts: the items are the ones that the register holds.
    import(&vault, 30..31, "");
    let again = super::tests::import(&vault, &brought(0..30, ""), &mut |_, _, _| true);
    assert!(matches!(again, Err(crate::error::Error::NothingToImport { known: 30, .. })));
    assert_eq!(total(&vault, "фонарь"), 30, "orders that are known are not made again");
    let borrowed = {
        let orders = vec![NewOrder {
            order: order("Б-1"),
            authority: "прокурор".to_owned(),
            items: vec![(Item::at("http://a.example/стр3"), OrderItemFacts::default())],
            is_named_by_note: false,
        }];
        super::tests::import(&vault, &orders, &mut |_, _, _| true).unwrap().batch
    };
    assert_eq!(total(&vault, "фонарь прокурор"), 1, "a known item brings its text");
    assert_eq!(codes(&vault), Vec::<&str>::new());
    vault.undo_import(&borrowed).unwrap();
    vault.undo_import(&first).unwrap();
    assert_eq!(total(&vault, "фонарь"), 0);
    assert_eq!(codes(&vault), Vec::<&str>::new());
}

#[test]
fn a_piece_inside_of_a_word_is_found_where_nothing_begins_with_it() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let one = record(&vault, order("ПМК40117-05/22"), &[texted("https://t.me/qalakanaly/4417", "kk", KAZAKH)]);
    let two = record(&vault, order("77120-06"), &[]);
    let listed =
        |filter: &str| -> Vec<Id> { vault.list_orders(&all(filter), 0, 9).unwrap().2.into_iter().map(|row| row.id).collect() };
    assert_eq!(listed("0117"), [one]);
    assert_eq!(listed("7120-06"), [two]);
    assert_eq!(listed("akanaly/44"), [one]);
    assert_eq!(listed("712"), [two]);
    assert_eq!(listed("20-06"), [two]);
    // Two letters are looked for at the beginning of words alone.
    assert_eq!(listed("пм"), [one]);
    assert_eq!(listed("мк"), []);
    assert_eq!(listed("кк40"), []);
    assert_eq!(listed("0117-06"), []);
}

#[test]
fn marks_that_an_import_foresees_are_those_that_settling_would_make() {
    let dir = tempfile::tempdir().unwrap();
    let (asked, told) = (make(&dir.path().join("a")), make(&dir.path().join("b")));
    let texts: Vec<String> = (0..600)
        .map(|n| format!("Тұрғындар {n} аулада {} жарық жоқ деп шағымданды, әкімдік {} жауап бермеді", n * 7, n / 3))
        .collect();
    let orders: Vec<NewOrder> = texts
        .iter()
        .enumerate()
        .map(|(n, text)| NewOrder {
            order: order(&n.to_string()),
            authority: "суд".to_owned(),
            items: vec![(texted(&format!("https://a.example/{n}"), "kk", text), OrderItemFacts::default())],
            is_named_by_note: false,
        })
        .collect();
    let marks = |vault: &Vault| -> Vec<(i64, Vec<u8>)> {
        vault
            .scratch(|db| {
                let mut all = db.prepare("SELECT item_rowid, bands FROM near_marks ORDER BY item_rowid").unwrap();
                let rows = all.query_map([], |r| Ok((r.get(0)?, r.get(1)?))).unwrap();
                Ok(rows.map(Result::unwrap).collect())
            })
            .unwrap()
    };
    super::tests::import(&asked, &orders, &mut |_, _, _| true).unwrap();
    super::tests::import_sampled(&told, &orders, &texts);
    assert!(marks(&asked).len() > 500);
    assert_eq!(marks(&asked), marks(&told));
}

// A register that is read back may have an authority and a platform of one identifier: it is one within its table only.
#[test]
fn an_issuer_and_an_addressee_of_one_identifier_keep_their_names() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let mut change = vault.begin().unwrap();
    let id = change.authority_for("Ақпарат комитеті").unwrap();
    let platform = Build::row().text("social_network").text("Ақжелі").text("Акжели").text("Aqzheli").text("aqzheli.kz").done();
    change.add(&PLATFORMS, id, platform).unwrap();
    change.commit(Event::RecordAdded, &id).unwrap();
    let to = record(&vault, Order { platform: Some(id), ..order("1") }, &[]);
    let by = record(&vault, Order { authority: Some(id), ..order("2") }, &[]);
    let both = record(&vault, Order { authority: Some(id), platform: Some(id), ..order("3") }, &[]);
    assert_eq!(vault.verify().unwrap().findings, []);
    for (words, expect) in [("комитеті", [by, both]), ("Акжели", [to, both])] {
        let ids = BTreeSet::from_iter(found(&vault, words));
        assert_eq!(ids, BTreeSet::from(expect), "{words}");
    }
}

#[test]
fn an_index_that_was_tampered_with_is_found() {
    let dir = tempfile::tempdir().unwrap();
    for (n, sql) in [
        "DELETE FROM search_data WHERE id > 10",
        "INSERT INTO search (search) VALUES ('delete-all')",
        "INSERT INTO search (rowid, note) VALUES (9, 'подброшенное')",
        "INSERT INTO search (search, rowid, note) VALUES ('delete', 1, 'тайн')",
    ]
    .iter()
    .enumerate()
    {
        let vault = make(&dir.path().join(n.to_string()));
        record(&vault, Order { note: "тайна".to_owned(), ..order("1") }, &[]);
        run(&vault, sql);
        let found = vault.verify().map_or(vec!["page_damaged"], |r| r.findings.into_iter().map(|(code, _)| code).collect());
        assert!(found.contains(&"words_altered") || found.contains(&"page_damaged"), "{sql}: {found:?}");
    }
}

#[test]
fn a_vault_of_the_first_schema_is_indexed_when_it_is_opened() {
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("v");
    let vault = make(&place);
    let id = record(&vault, order("1"), &[texted("https://a.example/1", "kk", KAZAKH)]);
    super::tests::put_back_to_the_first_schema(&vault);
    vault.close().unwrap();
    let vault = Vault::open(&place, &passphrase(), &env()).unwrap();
    assert_eq!(found(&vault, "шешім"), [id]);
    assert_eq!(codes(&vault), Vec::<&str>::new());
}

#[test]
fn each_field_of_the_filter_finds_its_orders() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let (platform, authority) = {
        let mut change = vault.begin().unwrap();
        let platform = change.platform_for("Telegram").unwrap();
        let authority = change.authority_for("Комитет информации").unwrap();
        change.commit(Event::PlatformAdded, &platform).unwrap();
        (platform, authority)
    };
    let exact = |at| Moment::exact(at, 300, Basis::Document);
    let first = record(
        &vault,
        Order {
            platform: Some(platform),
            authority: Some(authority),
            received: exact(1_741_950_000),
            note: "да".to_owned(),
            ..order("12-34")
        },
        &[texted("https://t.me/a/1", "kk", KAZAKH), Item { kind: "video".to_owned(), ..Item::at("https://t.me/a/2") }],
    );
    record(
        &vault,
        Order {
            issued: Moment::month(2025, 4, 300, Basis::Document).unwrap(),
            ground: "drugs".to_owned(),
            draft: true,
            ..order("2")
        },
        &[],
    );
    record(
        &vault,
        Order { issued: Moment::unknown(), instrument: "letter".to_owned(), ..order("") },
        &[Item::at("https://b.example")],
    );
    let item = vault.items_of(&first, 9).unwrap()[0].id;
    let mut change = vault.begin().unwrap();
    change.set_outcome(item, "removed", &exact(1_742_950_000)).unwrap();
    change.commit(Event::OutcomeRecorded, &first).unwrap();
    for (filter, expect) in [
        ("platform:telegram", 1),
        ("-platform:telegram", 2),
        ("platform:t.me", 0),
        ("authority:\"Комитет информации\",суд", 1),
        ("орган:комитет", 1),
        ("issued:2025-03", 1),
        ("issued:2025-03-14", 1),
        ("issued:2025-04-14", 0),
        ("issued:2025-03..2025-04", 2),
        ("issued:2025", 2),
        ("issued:..2025-03,unknown", 2),
        ("received:2025-03-14..", 1),
        ("learned:unknown", 3),
        ("complied:2025", 1),
        ("ground:drugs", 1),
        ("ground:drugs,child_cyberbullying", 3),
        ("-ground:drugs -instrument:letter", 1),
        ("draft:yes", 1),
        ("draft:no", 2),
        ("outcome:removed", 1),
        ("outcome:unknown", 2),
        ("deadline:missed", 1),
        ("deadline:unknown", 2),
        ("deadline:missed,unknown", 3),
        ("reviewed:no", 3),
        ("reviewed:yes,partly", 0),
        ("verdict:mixed", 0),
        ("has:note", 1),
        ("has:text", 1),
        ("has:address", 2),
        ("has:number", 2),
        ("has:complaint,provisions", 0),
        ("items:>1", 1),
        ("items:0", 1),
        ("items:0..1", 2),
        ("number:12-34", 1),
        ("number:12", 0),
        ("reference:kz-2025-0001", 1),
        ("language:kk", 1),
        ("language:unset", 2),
        ("kind:video", 1),
        ("document:copy", 3),
        ("how:lawyer", 3),
        ("reasons:formula", 3),
        ("appeal:unknown notified:no", 3),
        ("12-34", 1),
        ("platform:telegram ground:drugs", 0),
        ("", 3),
    ] {
        assert_eq!(total(&vault, filter), expect, "{filter}");
    }
    let orders = Kind::named("orders").unwrap();
    let second = vault.rows_found(&Filter::parse("draft:yes").unwrap(), 0).unwrap().unwrap();
    assert_eq!((total(&vault, "duplicate:yes"), total(&vault, "duplicate:no"), second.len()), (0, 3, 1));
    let other = record(&vault, order("12-35"), &[]);
    let mut change = vault.begin().unwrap();
    change.amend_record(orders, &other, Fields::from([("dup_of", Held::Link(first))])).unwrap();
    change.commit(Event::RecordAmended, &other).unwrap();
    assert_eq!(
        ["duplicate:yes", "-duplicate:yes", "duplicate:no", "duplicate:yes,no"].map(|filter| total(&vault, filter)),
        [1, 3, 3, 4]
    );
}

#[test]
fn found_orders_keep_the_order_of_the_table() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    for number in ["3", "1", "2"] {
        record(&vault, order(number), &[]);
    }
    let numbers = |filter: &str, sort, descending| -> Vec<String> {
        let view = View { sort, descending, ..all(filter) };
        vault.list_orders(&view, 0, 9).unwrap().2.into_iter().map(|row| row.number).collect()
    };
    assert_eq!(numbers("draft:no", Sort::Number, false), ["1", "2", "3"]);
    assert_eq!(numbers("draft:no", Sort::Reference, true), ["2", "1", "3"]);
    assert_eq!(numbers("-number:2", Sort::Number, true), ["3", "1"]);
}

#[test]
fn near_duplicates_are_offered_and_others_are_not() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let first = record(&vault, order("1"), &[texted("https://a.example/1", "ru", RUSSIAN)]);
    let changed = RUSSIAN.replace("снова", "опять");
    let second = record(&vault, order("2"), &[texted("https://a.example/2", "", &changed)]);
    record(&vault, order("3"), &[texted("https://a.example/3", "kk", KAZAKH)]);
    let item = vault.items_of(&first, 1).unwrap()[0].order_item.item;
    let near = vault.near_duplicates(&item).unwrap();
    assert_eq!(near.len(), 1);
    assert_eq!(near[0].order.as_ref().map(|(id, _)| *id), Some(second));
    assert!(near[0].similarity > 0.6);
    let third = vault.list_orders(&all("number:3"), 0, 1).unwrap().2[0].id;
    let alone = vault.items_of(&third, 1).unwrap()[0].order_item.item;
    assert!(vault.near_duplicates(&alone).unwrap().is_empty());
}

#[test]
fn letters_that_all_begin_alike_are_no_near_duplicates() {
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let orders = (0..300).map(|i| NewOrder {
        order: order(&format!("И-{i}")),
        authority: "суд".to_owned(),
        items: vec![(
            texted(&format!("http://a.example/{i}"), "ru", &format!("{RUSSIAN} слово{i} иное{i} ещё{i} здесь{i} там{i} тут{i}")),
            OrderItemFacts::default(),
        )],
        is_named_by_note: false,
    });
    super::tests::import(&vault, &orders.collect::<Vec<_>>(), &mut |_, _, _| true).unwrap();
    let id = vault.list_orders(&all("number:И-7"), 0, 1).unwrap().2[0].id;
    let item = vault.items_of(&id, 1).unwrap()[0].order_item.item;
    assert!(vault.near_duplicates(&item).unwrap().is_empty());
}

// A generator of its own: figures must not change with a library.
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % n as u64).unwrap()
    }

    // Few words are frequent.
    fn word<'w>(&mut self, words: &'w [String]) -> &'w str {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        &words[(words.len() as f64).powf(share) as usize - 1]
    }
}

fn percentiles(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    println!("{name}: p50 {:.2} ms, p99 {:.2} ms, longest {:.2} ms", at(50), at(99), at(100));
}

/// Measures search in a register of `TARAZY_SEARCH_ORDERS` orders with invented texts. The words are the inflected forms of the files that
/// `TARAZY_INFLECTIONS` names (see model/stem.rs). Meant for an optimised build of this crate.
#[test]
#[ignore = "takes minutes, and needs inflections, which are not part of the project"]
fn search_is_measured() {
    use std::time::Instant;
    let Ok(named) = std::env::var("TARAZY_INFLECTIONS") else { return };
    let orders: usize = std::env::var("TARAZY_SEARCH_ORDERS").ok().and_then(|n| n.parse().ok()).unwrap_or(1_000_000);
    let mut draw = Draw(11);
    let vocabulary: Vec<(String, Vec<String>)> = named
        .split(':')
        .filter_map(|pair| pair.split_once('='))
        .map(|(code, path)| {
            let text = std::fs::read_to_string(path).unwrap();
            let mut forms: Vec<String> =
                text.lines().filter_map(|l| l.split_once('\t')).map(|(_, form)| form.to_owned()).collect();
            for n in (1..forms.len()).rev() {
                forms.swap(n, draw.below(n + 1));
            }
            (code.to_owned(), forms)
        })
        .collect();
    let text_of = |draw: &mut Draw| {
        let of = match draw.below(20) {
            0..=6 => "kk",
            7..=16 => "ru",
            _ => "en",
        };
        let (code, words) = vocabulary.iter().find(|(code, _)| code == of).unwrap_or(&vocabulary[0]);
        let text: Vec<&str> = (0..8 + draw.below(18)).map(|_| draw.word(words)).collect();
        (code.clone(), text.join(" "))
    };
    let dir = tempfile::tempdir().unwrap();
    let vault = make(&dir.path().join("v"));
    let mut sampled = Vec::new();
    let began = Instant::now();
    for first in (0..orders).step_by(100_000) {
        let batch: Vec<NewOrder> = (first..orders.min(first + 100_000))
            .map(|i| {
                let (language, text) = text_of(&mut draw);
                if i % (orders / 400).max(1) == 0 {
                    sampled.push(text.clone());
                }
                let note = if i % 5 == 0 { text_of(&mut draw).1 } else { String::new() };
                let locator = format!("https://t.me/kanal{}/{i}", draw.below(5_000));
                NewOrder {
                    order: Order { note, ..order(&format!("{}-{}/{i}", draw.below(90), draw.below(30))) },
                    authority: format!("Қазақстан Республикасы Мәдениет және ақпарат министрлігінің {}-комитеті", draw.below(20)),
                    items: vec![(texted(&locator, &language, &text), OrderItemFacts::default())],
                    is_named_by_note: false,
                }
            })
            .collect();
        super::tests::import(&vault, &batch, &mut |_, _, _| true).unwrap();
    }
    println!("{orders} orders imported in {:.1} s", began.elapsed().as_secs_f64());
    let one = |sql: &str| -> i64 { vault.scratch(|db| Ok(db.query_row(sql, [], |r| r.get(0)).unwrap())).unwrap() };
    let megabytes = |bytes: i64| bytes as f64 / 1e6;
    println!(
        "database {:.0} MB, of it search {:.0} MB, marks {:.0} MB",
        megabytes(one("SELECT page_count * 4096 FROM pragma_page_count")),
        megabytes(one("SELECT sum(length(block)) FROM search_data")),
        megabytes(one("SELECT sum(length(bands) + 8) FROM near_marks")),
    );
    let took = |act: &mut dyn FnMut()| {
        let began = Instant::now();
        act();
        began.elapsed().as_secs_f64() * 1000.0
    };
    let mut timed = |name: &str, query: &mut dyn FnMut(&mut Draw, &[&str]) -> String| {
        let (mut searched, mut filtered) = (Vec::new(), Vec::new());
        for text in &sampled {
            let words: Vec<&str> = text.split(' ').collect();
            let asked = Filter::parse(&query(&mut draw, &words)).unwrap();
            searched.push(took(&mut || drop(vault.search(&asked, 20).unwrap())));
            let view = View { filter: asked.clone(), ..all("") };
            filtered.push(took(&mut || drop(vault.list_orders(&view, 0, 100).unwrap())));
        }
        percentiles(&format!("search for {name}, best 20 with snippets"), searched);
        percentiles(&format!("filter by {name}, first 100 rows"), filtered);
    };
    for _ in 0..2 {
        timed("a word", &mut |draw, words| words[draw.below(words.len())].to_owned());
        timed("a beginning of four letters", &mut |draw, words| words[draw.below(words.len())].chars().take(4).collect());
        timed("a beginning of three letters", &mut |draw, words| words[draw.below(words.len())].chars().take(3).collect());
        timed("two words", &mut |draw, words| format!("{} {}", words[draw.below(words.len())], words[draw.below(words.len())]));
        timed("an address", &mut |draw, _| format!("t.me/kanal{}/", draw.below(5_000)));
    }
    for filter in
        ["ground:drugs", "issued:2025", "authority:7-комитет", "draft:yes", "zzzz", "outcome:unknown", "deadline:unknown"]
    {
        println!("{filter}: {:.0} ms", took(&mut || drop(vault.list_orders(&all(filter), 0, 100).unwrap())));
    }
    let id = vault.list_orders(&all("reference:KZ-2025-0007"), 0, 1).unwrap().2[0].id;
    let item = vault.items_of(&id, 1).unwrap()[0].order_item.item;
    println!("near duplicates of one: {:.0} ms", took(&mut || drop(vault.near_duplicates(&item).unwrap())));
    println!("verification: {:.1} s, {:?}", took(&mut || assert_eq!(codes(&vault), Vec::<&str>::new())) / 1000.0, "clean");
    run(&vault, "DELETE FROM vault_state WHERE name = 'indexed by'");
    let indexing = took(&mut || vault.scratch(super::search::bring_up).unwrap());
    println!("indexing anew, marks included: {:.1} s", indexing / 1000.0);
}
