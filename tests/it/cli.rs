//! The command line from outside: what a script, a server or an opposing expert gets.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use tarazy_tests::{Tarazy, real_register};
use tempfile::TempDir;

fn place() -> (TempDir, Tarazy) {
    let folder = tempfile::tempdir().unwrap();
    let tarazy = Tarazy::at(&folder.path().join("vault")).unwrap();
    (folder, tarazy)
}

fn empty_vault() -> (TempDir, Tarazy) {
    let (folder, tarazy) = place();
    tarazy.create().unwrap();
    (folder, tarazy)
}

/// Checks the exit code and the name of a failure, and that people get a message too.
fn refuses(tarazy: &Tarazy, words: &[&str], code: i32, failure: &str) -> String {
    let answer = tarazy.run(&[&["--json"], words].concat()).unwrap();
    assert_eq!(answer.code, code, "{words:?}: {}{}", answer.text, answer.remarks);
    let document: Value = serde_json::from_str(&answer.text).unwrap();
    assert_eq!(document["failure"]["code"], failure, "{words:?}");
    let is_worded = !answer.remarks.trim().is_empty() && !answer.remarks.contains(['⟦', '⟧']);
    assert!(is_worded && !answer.remarks.contains("panicked"), "{words:?}: {}", answer.remarks);
    answer.remarks
}

// Writes what a command reads with --file; the next one takes its place.
fn json_file(folder: &TempDir, what: &Value) -> String {
    let file = folder.path().join("fields.json");
    fs::write(&file, what.to_string()).unwrap();
    file.to_str().unwrap().to_owned()
}

#[test]
fn a_register_leaves_and_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let from = Tarazy::at(&folder.path().join("from")).unwrap();
    from.json(&["example", &file("from")]).unwrap();
    for format in ["csv", "xlsx", "lumen", "dsa", "json", "all"] {
        let out = file(&format!("out.{format}"));
        let done = from.json(&["export", format, "--out", &out]).unwrap();
        assert!(done["rows"].as_u64().unwrap() > 0 && std::fs::metadata(&out).unwrap().len() == done["bytes"].as_u64().unwrap());
        assert_eq!(from.run(&["export", format, "--out", &out]).unwrap().code, 1, "what is there is not replaced");
        from.json(&["export", format, "--out", &out, "--force"]).unwrap();
    }
    let none =
        from.json(&["export", "csv", "--out", &file("none.csv"), "--where", "жоқсөз", "--columns", "order.number"]).unwrap();
    assert_eq!(none["rows"], 0);
    assert_eq!(from.run(&["export", "csv", "--out", &file("odd.csv"), "--columns", "order.nonsense"]).unwrap().code, 2);
    let to = Tarazy::at(&folder.path().join("to")).unwrap();
    to.create().unwrap();
    assert_eq!(to.run(&["vault", "import-open", &file("out.csv")]).unwrap().code, 1, "a table is no register");
    to.json(&["vault", "import-open", &file("out.json")]).unwrap();
    assert_eq!(to.json(&["vault", "check"]).unwrap()["status"], "good");
    let rows = |at: &Tarazy| at.json(&["orders", "list", "--limit", "500"]).unwrap()["rows"].clone();
    assert_eq!(rows(&from).as_array().unwrap().len(), rows(&to).as_array().unwrap().len());
    assert_eq!(to.run(&["vault", "import-open", &file("out.json")]).unwrap().code, 1, "only into an empty register");
}

/// What `tarazy measure` prints of shares is what a reader reads in the report, in every language.
#[test]
fn every_share_that_is_measured_stands_in_the_report_in_three_languages() {
    let (folder, tarazy) = place();
    tarazy.json(&["example", folder.path().join("vault").to_str().unwrap()]).unwrap();
    let measures = tarazy.json(&["measure"]).unwrap();
    let shares: Vec<&Value> = measures["figures"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|figure| figure["unit"] == "share" && figure["x"].is_u64() && figure["variant"] == "")
        .filter(|figure| figure["n"].as_u64().is_some_and(|n| n > 0))
        .collect();
    let mut snapshots = BTreeSet::new();
    for (lang, of, percent) in [("kk", " / ", " %"), ("ru", " из ", " %"), ("en", " of ", "%")] {
        let paper = folder.path().join(format!("{lang}.pdf"));
        let words = ["--lang", lang, "paper", "report", "--for", "court", "--out", paper.to_str().unwrap()];
        let line = tarazy.json(&words).unwrap();
        snapshots.insert(line["snapshot"].as_str().unwrap().to_owned());
        let text = printed(&paper).replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        let mut told = 0;
        for figure in &shares {
            let (x, n) = (figure["x"].as_u64().unwrap(), figure["n"].as_u64().unwrap());
            let count = format!("{x}{of}{n}");
            let places: Vec<usize> = text.match_indices(&count).map(|(at, _)| at + count.len()).collect();
            assert!(!places.is_empty(), "{lang} {}: {count} is not in the report", figure["name"]);
            let (Some(estimate), Some(low), Some(high)) =
                (figure["estimate"].as_f64(), figure["low"].as_f64(), figure["high"].as_f64())
            else {
                continue;
            };
            // A share known on one side is told as "at least".
            let is_one_sided = figure["name"].as_str().unwrap().ends_with("_at_least");
            if n < 20 || x == 0 || x == n || is_one_sided {
                continue;
            }
            let whole = |share: f64| format!("{:.0}{percent}", share * 100.0);
            // What rounds to nothing or to everything is written with decimals.
            let is_plain = |share: f64| (0.005..0.995).contains(&share);
            let mut needed = vec![whole(estimate)];
            needed.extend((is_plain(low) && is_plain(high)).then(|| format!("{}–{}", whole(low), whole(high))));
            if !is_plain(estimate) {
                continue;
            }
            // In the same row: the number and its limits stand a few letters behind the count.
            let near = |at: &usize| text[*at..].chars().take(70).collect::<String>();
            let is_there = places.iter().map(near).any(|row| needed.iter().all(|number| row.contains(number)));
            assert!(is_there, "{lang} {}: {needed:?} do not stand behind {count}", figure["name"]);
            told += 1;
        }
        assert!(told > 8 && shares.len() > told, "{lang}: {told} of {}", shares.len());
    }
    assert_eq!(snapshots.len(), 1, "one snapshot for all three");
}

#[test]
fn the_example_leads_from_a_vault_to_three_briefs_with_the_same_numbers() {
    let (folder, tarazy) = place();
    let vault = folder.path().join("vault");
    let made = tarazy.json(&["example", vault.to_str().unwrap()]).unwrap();
    assert_eq!(made["example"], true);
    let measures = tarazy.json(&["measure"]).unwrap();
    let orders = measures["flow"]["orders"].as_u64().unwrap();
    assert!((50..=80).contains(&orders), "{orders} orders in the example");
    assert!(measures["flow"]["unreviewed"].as_u64().unwrap() > 0, "some items are open");
    for name in ["C1.bullying", "C1.criticism"] {
        let figure = measures["figures"].as_array().unwrap().iter().find(|figure| figure["name"] == name).unwrap();
        assert!(figure["x"].as_u64().unwrap() > 0, "no {name} in the example: it would take a side");
        assert!(figure["low"].as_f64().unwrap() < figure["estimate"].as_f64().unwrap());
    }
    let snapshots: BTreeSet<String> = ["kk", "ru", "en"]
        .iter()
        .map(|lang| {
            let paper = folder.path().join(format!("{lang}.pdf"));
            let line = tarazy.json(&["--lang", lang, "paper", "brief", "--out", paper.to_str().unwrap()]).unwrap();
            let bytes = fs::metadata(&paper).unwrap().len();
            assert!(bytes <= 80_000, "{lang}: {bytes} bytes");
            assert_eq!(line["bytes"].as_u64().unwrap(), bytes);
            let text = text_of(&paper);
            assert!(text.split(|letter: char| !letter.is_ascii_digit()).any(|word| word == orders.to_string()), "{lang}: {text}");
            line["snapshot"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(snapshots.len(), 1, "one snapshot for all three: {snapshots:?}");
    let report = tarazy.json(&["verify", vault.to_str().unwrap()]).unwrap();
    assert_eq!(report["status"], "good");
}

/// The words of a paper, row by row.
fn printed(paper: &Path) -> String {
    let output = Command::new("pdftotext").arg("-raw").arg(paper).arg("-").output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

fn text_of(paper: &Path) -> String {
    let output = Command::new("pdftotext").arg(paper).arg("-").output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_real_register_is_imported_and_taken_back() {
    let Some(register) = real_register() else { return };
    let register = register.to_str().unwrap();
    let (_folder, tarazy) = empty_vault();
    let dry = tarazy.json(&["import", register, "--dry-run"]).unwrap();
    assert_eq!((dry["rows"].as_u64(), dry["orders"].as_u64()), (Some(30_663), Some(21_199)));
    assert_eq!(tarazy.json(&["orders", "list"]).unwrap()["all"], 0, "a dry run writes nothing");
    let wet = tarazy.json(&["import", register]).unwrap();
    for count in ["rows", "orders", "items", "duplicates", "rejected_total"] {
        assert_eq!(wet[count], dry[count], "the dry run promised other {count}");
    }
    assert_eq!(tarazy.json(&["orders", "list", "--limit", "1"]).unwrap()["all"], 21_199);
    let again = tarazy.json(&["import", register, "--dry-run"]).unwrap();
    assert_eq!(again["orders"], 21_199, "a dry run reads the file, not the register");
    tarazy.json(&["import", "--undo", wet["batch"].as_str().unwrap()]).unwrap();
    assert_eq!(tarazy.json(&["orders", "list"]).unwrap()["all"], 0);
    refuses(&tarazy, &["import", "--undo", wet["batch"].as_str().unwrap()], 1, "undone_before");
    assert_eq!(tarazy.json(&["ledger", "verify"]).unwrap()["status"], "good");
}

#[test]
fn an_order_is_added_found_amended_and_remembered() {
    let (folder, tarazy) = empty_vault();
    let form = folder.path().join("order.json");
    fs::write(
        &form,
        json!({"number": "18-4/77", "locators": ["https://t.me/synaq/15"], "text": "Жол қашан жөнделеді?"}).to_string(),
    )
    .unwrap();
    let saved = tarazy.json(&["orders", "add", "--file", form.to_str().unwrap()]).unwrap();
    let reference = saved["reference"].as_str().unwrap();
    let found = tarazy.json(&["orders", "list", "--where", "18-4/77"]).unwrap();
    assert_eq!((&found["total"], &found["rows"][0]["reference"]), (&json!(1), &json!(reference)));
    fs::write(&form, json!({"number": "18-4/78"}).to_string()).unwrap();
    tarazy.json(&["orders", "amend", reference, "--file", form.to_str().unwrap()]).unwrap();
    let shown = tarazy.json(&["orders", "show", reference]).unwrap();
    assert_eq!(shown["order"]["number"], "18-4/78");
    assert_eq!(shown["order"]["text"], "Жол қашан жөнделеді?", "an amendment keeps what it does not name");
    let history = tarazy.json(&["history", reference]).unwrap();
    assert!(history.as_array().unwrap().len() >= 2, "{history}");
    refuses(&tarazy, &["orders", "show", "KZ-1999-0001"], 1, "not_found");
}

#[test]
fn records_of_any_kind_are_added_shown_and_amended() {
    let (folder, tarazy) = empty_vault();
    let write = |fields: Value| json_file(&folder, &fields);
    let sealed = "Ерлан Сейітұлы";
    let added = tarazy
        .json(&["actors", "add", "--file", &write(json!({"public_label": "deputy akim, region B", "name": sealed}))])
        .unwrap();
    let reference = added["reference"].as_str().unwrap().to_owned();
    assert!(reference.starts_with("KZ-A-"), "{reference}");
    let list = tarazy.run(&["--json", "actors", "list"]).unwrap().text;
    assert!(list.contains("deputy akim") && !list.contains(sealed), "a list says no sealed name: {list}");
    assert_eq!(tarazy.json(&["actors", "show", &reference]).unwrap()["record"]["fields"]["name"], sealed);
    tarazy.json(&["actors", "amend", &reference, "--file", &write(json!({"name": null, "is_child": "no"}))]).unwrap();
    let shown = tarazy.json(&["records", "actors", "show", &reference]).unwrap();
    assert_eq!((&shown["record"]["fields"]["name"], &shown["record"]["fields"]["is_child"]), (&Value::Null, &json!("no")));
    assert_eq!(shown["history"].as_array().unwrap().len(), 2);
    let text = tarazy.run(&["--lang", "en", "actors", "show", &reference]).unwrap().text;
    assert!(text.contains("deputy akim") && !text.contains('⟦'), "{text}");
    refuses(&tarazy, &["records", "people", "list"], 2, "invalid");
    refuses(&tarazy, &["actors", "add", "--file", &write(json!({"name": "x"}))], 2, "invalid");
    refuses(&tarazy, &["actors", "add", "--file", &write(json!({"public_label": "x", "is_child": "perhaps"}))], 2, "invalid");
    assert_eq!(tarazy.json(&["actors", "list"]).unwrap()["total"], 1);
}

#[test]
fn words_are_searched_and_a_wrong_filter_is_told_where() {
    let (folder, tarazy) = empty_vault();
    let rows = "номер предписания;дата предписания;ссылка;текст\n1-П;14.03.2025;https://t.me/a/1;Жители пишут о сломанных фонарях\n2-П;15.03.2025;https://t.me/a/2;Другое\n";
    import(&tarazy, &folder, rows);
    let page = tarazy.json(&["search", "фонарь", "-другое"]).unwrap();
    assert_eq!((page["total"].as_u64(), page["more"].as_bool()), (Some(1), Some(false)));
    assert_eq!(page["hits"][0]["reference"], order(&tarazy, "1-П")["reference"]);
    let hit = page["hits"][0]["snippet"].as_array().unwrap().iter().find(|segment| segment["hit"] == true).unwrap();
    assert_eq!(hit["text"], "фонарях");
    assert!(tarazy.run(&["search", "фонарь"]).unwrap().text.contains("[фонарях]"));
    assert_eq!(tarazy.json(&["orders", "list", "--where", "вынесено:2025-03-14"]).unwrap()["total"], 1);
    let wrong = tarazy.run(&["--lang", "ru", "orders", "list", "--where", "a platfrom:b"]).unwrap();
    assert_eq!(wrong.code, 2);
    assert!(wrong.text.contains("\n  ^^^^^^^^\n") && wrong.text.contains("platform"), "{}", wrong.text);
}

#[test]
fn the_ways_a_vault_does_not_open_are_told_apart() {
    let (folder, tarazy) = empty_vault();
    let vault = folder.path().join("vault");
    let damaged = |name: &str, spoil: &dyn Fn(&Path)| {
        let copy = folder.path().join(name);
        copy_folder(&vault, &copy);
        spoil(&copy);
        let before = folder_bytes(&copy);
        (Tarazy::at(&copy).unwrap(), copy, before)
    };
    let mut messages = BTreeSet::new();
    messages.insert(refuses(&tarazy.with_passphrase("бір екі үш төрт бес алты"), &["orders", "list"], 3, "wrong_passphrase"));
    let headers = |copy: &Path| headers_of(copy);
    let (broken, copy, before) = damaged("header", &|copy| headers(copy).iter().for_each(|file| flip(file, 40)));
    messages.insert(refuses(&broken, &["orders", "list"], 4, "header_damaged"));
    assert_eq!(folder_bytes(&copy), before, "a vault that does not open is left as it is");
    let (broken, copy, before) = damaged("missing", &|copy| headers(copy).iter().for_each(|file| fs::remove_file(file).unwrap()));
    messages.insert(refuses(&broken, &["orders", "list"], 4, "header_missing"));
    assert_eq!(folder_bytes(&copy), before, "a vault that does not open is left as it is");
    let (broken, copy, before) = damaged("database", &|copy| flip(&database_of(copy), 700));
    messages.insert(refuses(&broken, &["orders", "list"], 4, "database_damaged"));
    assert_eq!(folder_bytes(&copy), before, "a vault that does not open is left as it is");
    let (_other_folder, _other) = empty_vault();
    let other = _other_folder.path().join("vault");
    let (broken, ..) = damaged("foreign", &|copy| {
        for file in headers(copy) {
            fs::copy(other.join(file.file_name().unwrap()), &file).unwrap();
        }
    });
    messages.insert(refuses(&broken, &["orders", "list"], 4, "header_foreign"));
    let nowhere = Tarazy::at(&folder.path().join("nowhere")).unwrap();
    messages.insert(refuses(&nowhere, &["orders", "list"], 1, "vault_absent"));
    assert_eq!(messages.len(), 6, "every failure has its own words: {messages:#?}");
}

#[test]
fn files_that_are_no_tables_are_refused_by_name() {
    let (folder, tarazy) = empty_vault();
    let entries = || tarazy.json(&["ledger", "list"]).unwrap()["state"]["entries"].as_u64().unwrap();
    let before = entries();
    let check = |bytes: &[u8], failure: &str| {
        let file = folder.path().join("table.csv");
        fs::write(&file, bytes).unwrap();
        refuses(&tarazy, &["import", file.to_str().unwrap()], 1, failure);
    };
    check(b"", "file_empty");
    check(&[0x7f, b'E', b'L', b'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 62, 0, 1, 0, 0, 0], "file_binary");
    check(&vec![b'a'; 64 << 20], "file_no_columns");
    check(b"PK\x03\x04 a workbook that is none", "file_workbook");
    let rejected = "Номер предписания;Дата предписания;Ссылка\n1;вчера;http://a.kz\n2;завтра;http://b.kz\n";
    check(rejected.as_bytes(), "nothing_to_import");
    assert_eq!(entries(), before, "a refused file leaves no entry");
    refuses(&tarazy, &["import", "/nowhere/at/all.csv"], 1, "file_unreadable");
    assert_eq!(tarazy.json(&["ledger", "verify"]).unwrap()["status"], "good");
}

/// Imports a text as a file and returns what was made of it.
fn import(tarazy: &Tarazy, folder: &TempDir, text: &str) -> Value {
    let file = folder.path().join("table.csv");
    fs::write(&file, text).unwrap();
    tarazy.json(&["import", file.to_str().unwrap()]).unwrap()
}

/// Returns the order with this number.
fn order(tarazy: &Tarazy, number: &str) -> Value {
    let page = tarazy.json(&["orders", "list", "--where", number]).unwrap();
    let row = page["rows"].as_array().unwrap().iter().find(|row| row["number"] == number).unwrap();
    tarazy.json(&["orders", "show", row["reference"].as_str().unwrap()]).unwrap()
}

#[test]
fn comments_under_one_address_stay_what_they_are() {
    let (folder, tarazy) = empty_vault();
    let made = import(
        &tarazy,
        &folder,
        "Order number,Authority,Order date,URL,Content,Outcome\n\
         5-1,MCI,2025-03-01,http://a.kz/post1,first comment,removed\n\
         5-1,MCI,2025-03-01,http://a.kz/post1,second comment,refused\n\
         5-1,MCI,2025-03-01,http://a.kz/post1,,removed\n\
         6-1,MCI,2025-03-02,http://a.kz/post1,comment of another order,removed\n",
    );
    assert_eq!((&made["orders"], &made["items"]), (&json!(2), &json!(3)));
    let texts = |number: &str| -> Vec<Value> {
        order(&tarazy, number)["items"].as_array().unwrap().iter().map(|item| item["text"].clone()).collect()
    };
    assert_eq!(texts("5-1"), ["first comment", "second comment"]);
    assert_eq!(texts("6-1"), ["comment of another order"]);
}

#[test]
fn what_rows_of_one_order_tell_differently_is_kept() {
    let (folder, tarazy) = empty_vault();
    import(
        &tarazy,
        &folder,
        "Номер предписания;Орган;Дата предписания;Дата получения предписания;Вид документа;Правовое основание;Ссылка\n\
         7;МКИ;01.03.2025;02.03.2025;решение суда;статья 41-1;http://a.kz/1\n\
         7;МКИ;01.03.2025;09.03.2025;письмо;статья 41;http://a.kz/2\n",
    );
    let shown = order(&tarazy, "7");
    assert_eq!(shown["order"]["instrument"], "court_act", "the first row speaks");
    let note = shown["order"]["note"].as_str().unwrap();
    assert!(note.contains("09.03.2025") && note.contains("письмо"), "{note}");
    assert_eq!(shown["order"]["provisions"], "статья 41-1\nстатья 41");
}

#[test]
fn an_order_is_known_only_when_it_is_the_same() {
    let (folder, tarazy) = empty_vault();
    import(
        &tarazy,
        &folder,
        "Номер предписания;Орган;Дата предписания;Ссылка\n1;;2025-01-01;http://a.kz/1\n2;МКИ;2025;http://a.kz/2\n",
    );
    for row in ["1;Новый суд;2025-01-01;http://a.kz/3", "2;МКИ;2025-01-01;http://a.kz/4"] {
        let made = import(&tarazy, &folder, &format!("Номер предписания;Орган;Дата предписания;Ссылка\n{row}\n"));
        assert_eq!((&made["orders"], &made["known"]), (&json!(1), &json!(0)), "{row}");
    }
    let again = folder.path().join("again.csv");
    fs::write(&again, "Номер предписания;Орган;Дата предписания;Ссылка\n2;МКИ;2025-01-01;http://a.kz/4\n").unwrap();
    let dry = tarazy.json(&["import", again.to_str().unwrap(), "--dry-run"]).unwrap();
    assert_eq!((&dry["orders"], &dry["known"]), (&json!(1), &json!(1)));
    refuses(&tarazy, &["import", again.to_str().unwrap()], 1, "nothing_to_import");
    let first = import(&tarazy, &folder, "ID,URL\n1,http://b.kz/1\n");
    let other = import(&tarazy, &folder, "ID,URL\n1,http://c.kz/1\n");
    assert_eq!((&first["orders"], &other["orders"]), (&json!(1), &json!(1)), "a bare serial number names no order");
}

#[test]
fn a_newer_export_grows_known_orders_and_its_undo_takes_only_that_back() {
    let (folder, tarazy) = empty_vault();
    let head = "Номер предписания;Орган;Дата предписания;Ссылка;Статус\n";
    import(&tarazy, &folder, &format!("{head}5;МКИ;2025-01-01;http://a.kz/1;\n"));
    let newer = folder.path().join("newer.csv");
    fs::write(&newer, format!("{head}5;МКИ;2025-01-01;http://a.kz/1;удалено\n5;МКИ;2025-01-01;http://a.kz/2;удалено\n")).unwrap();
    let newer = newer.to_str().unwrap();
    let dry = tarazy.json(&["import", newer, "--dry-run"]).unwrap();
    let told = |summary: &Value| ["known", "grown", "added", "outcomes"].map(|name| summary[name].as_u64().unwrap());
    assert_eq!(told(&dry), [1, 1, 1, 1]);
    let made = tarazy.json(&["import", newer]).unwrap();
    assert_eq!((told(&made), &made["orders"], &made["items"]), ([1, 1, 1, 1], &json!(0), &json!(1)));
    let outcomes =
        || order(&tarazy, "5")["items"].as_array().unwrap().iter().map(|item| item["outcome"].clone()).collect::<Vec<_>>();
    assert_eq!(outcomes(), ["removed", "removed"]);
    assert_eq!(tarazy.json(&["import", newer, "--dry-run"]).unwrap()["seen_before"]["name"], "newer.csv");
    tarazy.json(&["import", "--undo", made["batch"].as_str().unwrap()]).unwrap();
    assert_eq!(outcomes(), ["unknown"]);
    assert_eq!(
        tarazy.json(&["import", newer, "--dry-run"]).unwrap()["seen_before"],
        Value::Null,
        "an undone import stands no more"
    );
    assert_eq!(tarazy.json(&["ledger", "verify"]).unwrap()["status"], "good");
}

#[test]
fn rejected_rows_are_written_to_a_file_that_runs_nothing() {
    let (folder, tarazy) = empty_vault();
    let file = folder.path().join("table.csv");
    fs::write(&file, "Номер предписания;Дата предписания;Ссылка\n=1+1;вчера;http://a.kz\n2;2025-01-01;http://b.kz\n").unwrap();
    let out = folder.path().join("rejected.csv");
    tarazy.json(&["import", file.to_str().unwrap(), "--rejected", out.to_str().unwrap()]).unwrap();
    let text = fs::read_to_string(&out).unwrap();
    let lines: Vec<&str> = text.trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert!(lines[0].starts_with('\u{feff}') && lines[0].ends_with(";Номер предписания;Дата предписания;Ссылка"), "{text}");
    assert!(lines[1].starts_with("2;") && lines[1].ends_with(";'=1+1;вчера;http://a.kz"), "{text}");
}

#[test]
fn a_mapping_is_remembered_for_files_of_the_same_columns() {
    let (folder, tarazy) = empty_vault();
    let file = folder.path().join("table.csv");
    fs::write(&file, "A;Ссылка;When\n5-1;http://a.kz;3/4/2025\n").unwrap();
    let path = file.to_str().unwrap();
    tarazy.json(&["import", path, "--mapping", "number,locator,issued", "--dates", ",,day_first"]).unwrap();
    fs::write(&file, "A;Ссылка;When\n6-1;http://b.kz;5/6/2025\n").unwrap();
    let next = tarazy.json(&["import", path, "--dry-run"]).unwrap();
    let fields: Vec<&str> = next["columns"].as_array().unwrap().iter().map(|c| c["field"].as_str().unwrap()).collect();
    assert_eq!((fields, &next["groups"][0]["issued"]), (vec!["number", "locator", "issued"], &json!("2025-06-05")));
}

#[test]
fn days_written_as_midnights_stay_days() {
    let (folder, tarazy) = empty_vault();
    import(
        &tarazy,
        &folder,
        "Номер предписания;Дата получения;Дата удаления;Ссылка\n\
         11;2025-03-02 00:00:00;2025-03-03 00:00:00;http://a.kz/1\n12;2025-03-05 00:00:00;2025-03-07 00:00:00;http://a.kz/2\n",
    );
    assert_eq!(order(&tarazy, "11")["order"]["received"]["precision"], "day");
    assert_eq!(order(&tarazy, "11")["deadline_state"], "indeterminate", "removed within two whole days: nobody knows the hour");
    import(
        &tarazy,
        &folder,
        "Номер предписания;Дата получения;Дата удаления;Ссылка\n\
         21;2025-03-02 00:00;2025-03-02 23:00;http://a.kz/3\n22;2025-03-05 10:30;2025-03-07 00:00;http://a.kz/4\n",
    );
    assert_eq!(order(&tarazy, "21")["deadline_state"], "met", "a column that knows hours is believed");
    assert_eq!(order(&tarazy, "22")["deadline_state"], "missed");
}

#[test]
fn an_amendment_adds_no_second_item_under_the_same_address() {
    let (folder, tarazy) = empty_vault();
    let save = |what: Value| json_file(&folder, &what);
    tarazy.json(&["orders", "add", "--file", &save(json!({"number": "1", "locators": ["https://a.kz/p"]}))]).unwrap();
    let second = json!({"number": "2", "locators": ["https://a.kz/p"], "text": "the comment"});
    let saved = tarazy.json(&["orders", "add", "--file", &save(second)]).unwrap();
    let reference = saved["reference"].as_str().unwrap();
    tarazy.json(&["orders", "amend", reference, "--file", &save(json!({"note": "only a note"}))]).unwrap();
    let shown = tarazy.json(&["orders", "show", reference]).unwrap();
    assert_eq!((&shown["items_total"], &shown["items"][0]["text"]), (&json!(1), &json!("the comment")));
    for wrong in [json!({"numbr": "3"}), json!([1])] {
        refuses(&tarazy, &["orders", "add", "--file", &save(wrong)], 2, "invalid");
    }
    assert_eq!(tarazy.json(&["orders", "list"]).unwrap()["all"], 2);
}

#[test]
fn a_paper_never_takes_the_place_of_something_else() {
    let (folder, tarazy) = place();
    let vault = folder.path().join("vault");
    tarazy.json(&["example", vault.to_str().unwrap()]).unwrap();
    let taken = folder.path().join("taken.pdf");
    fs::write(&taken, b"mine").unwrap();
    let out = |path: &Path| path.to_str().unwrap().to_owned();
    for place in [database_of(&vault), vault.join("new.pdf"), taken.clone()] {
        refuses(&tarazy, &["paper", "brief", "--out", &out(&place)], 1, "place_refused");
    }
    refuses(&tarazy, &["paper", "brief", "--force", "--out", &out(&database_of(&vault))], 1, "place_refused");
    assert_eq!(fs::read(&taken).unwrap(), b"mine");
    tarazy.json(&["paper", "brief", "--force", "--out", &out(&taken)]).unwrap();
    assert!(fs::read(&taken).unwrap().starts_with(b"%PDF"));
    assert_eq!(tarazy.json(&["verify", vault.to_str().unwrap()]).unwrap()["status"], "good");
}

#[test]
fn an_old_database_put_back_is_told_every_time() {
    let (folder, tarazy) = empty_vault();
    let vault = folder.path().join("vault");
    import(&tarazy, &folder, "Номер предписания;Ссылка\n1;http://a.kz/1\n");
    let old = folder.path().join("old.db");
    fs::copy(database_of(&vault), &old).unwrap();
    import(&tarazy, &folder, "Номер предписания;Ссылка\n2;http://a.kz/2\n");
    fs::copy(&old, database_of(&vault)).unwrap();
    let found = || {
        let answer = tarazy.run(&["--json", "verify", vault.to_str().unwrap()]).unwrap();
        (answer.code, answer.text.contains("rolled_back"))
    };
    tarazy.json(&["orders", "list"]).unwrap();
    assert_eq!(found(), (1, true));
    import(&tarazy, &folder, "Номер предписания;Ссылка\n3;http://a.kz/3\n4;http://a.kz/4\n");
    assert_eq!((found(), found()), ((1, true), (1, true)), "neither a look nor later work takes the evidence away");
    fs::remove_file(vault.join("checkpoint")).unwrap();
    for _ in 0..2 {
        let answer = tarazy.run(&["--json", "verify", vault.to_str().unwrap()]).unwrap();
        assert!(answer.code == 1 && answer.text.contains("checkpoint_gone"), "{}", answer.text);
    }
}

#[test]
fn usage_is_told_apart_from_refusal() {
    let (_folder, tarazy) = empty_vault();
    assert_eq!(tarazy.run(&["no-such-command"]).unwrap().code, 2);
    assert_eq!(tarazy.run(&["--help"]).unwrap().code, 0);
    refuses(&tarazy, &["vault", "create", "--organisation", "а", "--actor", "б"], 1, "vault_exists");
}

#[test]
fn an_altered_byte_of_the_database_is_found() {
    let (folder, tarazy) = empty_vault();
    let form = folder.path().join("order.json");
    for number in 0..30 {
        fs::write(&form, json!({"number": format!("Б-{number}"), "note": "сөз ".repeat(200)}).to_string()).unwrap();
        tarazy.json(&["orders", "add", "--file", form.to_str().unwrap()]).unwrap();
    }
    let database = database_of(&folder.path().join("vault"));
    let length = fs::metadata(&database).unwrap().len();
    for place in [5_000, length / 2, length - 100] {
        let whole = fs::read(&database).unwrap();
        flip(&database, place);
        let answer = tarazy.run(&["--json", "ledger", "verify"]).unwrap();
        assert!(answer.code == 1 || answer.code == 4, "byte {place} of {length}: {}{}", answer.text, answer.remarks);
        fs::write(&database, whole).unwrap();
    }
    assert_eq!(tarazy.json(&["ledger", "verify"]).unwrap()["status"], "good");
}

fn headers_of(vault: &Path) -> Vec<std::path::PathBuf> {
    ["header.json", "header.bak"].iter().map(|name| vault.join(name)).filter(|file| file.exists()).collect()
}

fn database_of(vault: &Path) -> std::path::PathBuf {
    fs::read_dir(vault)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|kind| kind == "db" || kind == "sqlite"))
        .unwrap()
}

fn flip(file: &Path, place: u64) {
    let mut bytes = fs::read(file).unwrap();
    bytes[place as usize] ^= 0x41;
    fs::write(file, bytes).unwrap();
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Returns names and contents of the files of a vault, but for the lock, which opening touches.
fn folder_bytes(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file() && !path.to_string_lossy().contains("lock"))
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn a_version_of_the_method_is_published_checked_and_taken_over() {
    let (folder, from) = empty_vault();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let list = from.json(&["method", "list"]).unwrap();
    assert_eq!((&list["in_use"], &list["rows"][0]["status"]), (&json!("1.0.0"), &json!("published")));
    let saved = from.json(&["method", "export", "1.0.0", "--out", &at("out")]).unwrap();
    refuses(&from, &["method", "export", "1.0.0", "--out", &at("out")], 1, "place_refused");
    // A check needs no register, and says in three languages what is wrong.
    let nowhere = Tarazy::at(&folder.path().join("nowhere")).unwrap();
    let version = at("out/1.0.0");
    let checked = nowhere.json(&["method", "check", &version]).unwrap();
    assert_eq!(
        (&checked["sealed"], &checked["digest"], &checked["checked"]["sets_total"]),
        (&json!(true), &saved["digest"], &json!(8192))
    );
    let rules = fs::read_to_string(folder.path().join("out/1.0.0/rules.json")).unwrap();
    let changed = rules.replacen("[\"A10\", \"!A13\"]", "[\"A10\", \"A3\", \"!A13\"]", 1);
    fs::write(folder.path().join("out/1.0.0/rules.json"), &changed).unwrap();
    let refused = nowhere.run(&["--json", "method", "check", &version]).unwrap();
    assert_eq!((refused.code, refused.text.contains("changed_byte")), (1, true), "{}", refused.text);
    let refused = from.run(&["--lang", "ru", "method", "import", &version]).unwrap();
    assert!(refused.code == 1 && refused.remarks.contains("rules.json, changed_byte: "), "{}", refused.remarks);
    fs::remove_file(folder.path().join("out/1.0.0/SHA256SUMS")).unwrap();
    for lang in ["kk", "ru", "en"] {
        let answer = nowhere.run(&["--lang", lang, "method", "check", &version]).unwrap();
        assert_eq!(answer.code, 1);
        assert!(answer.text.contains("rules.json, never_reached: ") && answer.text.contains("R4b"), "{}", answer.text);
        assert!(answer.text.contains("SHA256SUMS") && !answer.text.contains('⟦'), "{}", answer.text);
        // What refuses an import is told like what a check finds, file and reason.
        let answer = from.run(&["--lang", lang, "method", "import", &version]).unwrap();
        assert_eq!(answer.code, 1);
        assert!(answer.remarks.contains("\n- SHA256SUMS, unsealed: ") && !answer.remarks.contains('⟦'), "{}", answer.remarks);
        // A folder that is not there is named as it was typed.
        for task in ["check", "import"] {
            let answer = from.run(&["--lang", lang, "method", task, "/no/such/folder"]).unwrap();
            assert_eq!(answer.code, 1);
            assert!(answer.remarks.contains("/no/such/folder") && !answer.remarks.contains('⟦'), "{}", answer.remarks);
        }
    }
    refuses(&nowhere, &["method", "check", &at("nowhere")], 1, "folder_absent");
    refuses(&from, &["method", "import", &version], 1, "method_faulty");
    refuses(&from, &["method", "show", "7.0.0"], 1, "not_found");
    refuses(&from, &["method", "adopt", "1.0.0", "--by", "Қор", "--on", "soon"], 2, "invalid");
    let adopted = from.json(&["method", "adopt", "1.0.0", "--by", "Сөз қоры"]).unwrap();
    assert_eq!((&adopted["row"]["status"], &adopted["row"]["digest"]), (&json!("adopted"), &saved["digest"]));
    refuses(&from, &["method", "adopt", "1.0.0", "--by", "Сөз қоры"], 1, "method_settled");
    let shown = from.run(&["--lang", "kk", "method", "show", "1.0.0"]).unwrap();
    assert!(shown.text.contains("R4c") && !shown.text.contains('⟦'), "{}", shown.text);
    let paper = at("rules.pdf");
    from.json(&["--lang", "kk", "method", "paper", "1.0.0", "--out", &paper]).unwrap();
    assert!(text_of(Path::new(&paper)).contains("Ережелер жинағы"));
    refuses(&from, &["method", "paper", "1.0.0", "--out", &paper], 1, "place_refused");
    assert_eq!(from.json(&["ledger", "verify"]).unwrap()["status"], "good");
}

#[test]
fn every_answer_about_the_example_is_worded_in_three_languages() {
    let (folder, tarazy) = place();
    tarazy.json(&["example", folder.path().join("vault").to_str().unwrap()]).unwrap();
    tarazy.json(&["review", "seat", "--name", "Сәуле"]).unwrap();
    let orders = tarazy.json(&["orders", "list", "--limit", "500"]).unwrap()["rows"].clone();
    let references: Vec<&str> = orders.as_array().unwrap().iter().map(|row| row["reference"].as_str().unwrap()).collect();
    let settled = tarazy.json(&["review", "queue", "--line", "settled"]).unwrap()["rows"][0]["id"].as_str().unwrap().to_owned();
    let disputed = tarazy.json(&["review", "queue", "--line", "disputed"]).unwrap()["rows"][0]["id"].as_str().unwrap().to_owned();
    let entries = tarazy.json(&["ledger", "list"]).unwrap()["state"]["entries"].as_u64().unwrap();
    let seqs: Vec<String> = (0..entries).step_by(29).map(|seq| seq.to_string()).collect();
    let mut asked: Vec<Vec<&str>> = vec![
        vec!["vault", "info"],
        vec!["orders", "list", "--limit", "500"],
        vec!["search", "әкім"],
        vec!["search", "нетакогослова"],
        vec!["complaints", "list"],
        vec!["platforms", "list"],
        vec!["actors", "list"],
        vec!["records", "reviewers", "list"],
        vec!["measure"],
        vec!["method", "list"],
        vec!["method", "show", "1.0.0"],
        vec!["ledger", "list", "--limit", "1000"],
        vec!["ledger", "verify"],
        vec!["review", "seat"],
        vec!["review", "queue"],
        vec!["review", "next"],
        vec!["review", "next", &settled],
        vec!["review", "next", &disputed],
        vec!["review", "agreement"],
    ];
    asked.extend(["mine", "free", "waiting", "disputed", "again", "settled"].map(|line| vec!["review", "queue", "--line", line]));
    asked.extend(references.iter().step_by(9).flat_map(|r| [vec!["orders", "show", r], vec!["history", r]]));
    asked.extend(seqs.iter().map(|seq| vec!["ledger", "show", seq]));
    for lang in ["kk", "ru", "en"] {
        for words in &asked {
            let answer = tarazy.run(&[&["--lang", lang], words.as_slice()].concat()).unwrap();
            assert_eq!(answer.code, 0, "{lang} {words:?}: {}", answer.remarks);
            assert!(!answer.text.contains('⟦'), "{lang} {words:?}: {}", answer.text);
        }
    }
}

#[test]
fn a_reviewer_without_a_window_reads_what_the_register_answers_and_what_was_found() {
    let (folder, tarazy) = place();
    tarazy.json(&["example", folder.path().join("vault").to_str().unwrap()]).unwrap();
    tarazy.json(&["review", "seat", "--name", "Сәуле"]).unwrap();
    let english = |words: &[&str]| tarazy.run(&[&["--lang", "en"], words].concat()).unwrap().text;
    // What the register proposes stands in the brackets, marked as the register's.
    let sheet = tarazy.json(&["review", "next"]).unwrap();
    let (id, taken) = (sheet["id"].as_str().unwrap(), sheet["proposed"][0].clone());
    let (code, value) = (taken["code"].as_str().unwrap(), taken["value"].as_str().unwrap());
    let text = english(&["review", "next", id]);
    let line = text.lines().find(|line| line.starts_with(&format!("{code:4} ["))).unwrap();
    assert!(line.contains(&format!("[{value:2}]")) && line.ends_with("(from the register)"), "{line}");
    assert!(text.contains("Computed verdict: ") && text.contains("Still deciding: "), "{text}");
    // What is settled says its outcome and what it finds about the order.
    let rows = tarazy.json(&["review", "queue", "--line", "settled"]).unwrap()["rows"].clone();
    let settled = rows[0]["id"].as_str().unwrap();
    let text = english(&["review", "next", settled]);
    assert!(text.contains("Outcome of the two reviews: ") && text.contains("(from the register)"), "{text}");
    assert_eq!(text.matches("About the order: ").count(), 1, "{text}");
    let reference = rows[0]["reference"].as_str().unwrap();
    let shown = tarazy.json(&["orders", "show", reference]).unwrap();
    let flag = &shown["findings"]["flags"][0];
    assert!(flag["count"].as_u64().unwrap() > 0 && shown["findings"]["judged"].as_u64().unwrap() > 0, "{shown}");
    let text = english(&["orders", "show", reference]);
    assert!(text.contains("Items judged: ") && text.contains(&format!("items: {}", flag["count"])), "{text}");
    // A new round is called by its order, and its entry by whole identifiers.
    let again = english(&["review", "again", settled, "--reason", "error"]);
    assert!(again.starts_with(&format!("Saved {reference} (ledger entry ")), "{again}");
    let entry = tarazy.json(&["ledger", "list", "--limit", "1"]).unwrap()["lines"][0]["seq"].to_string();
    let fields = tarazy.json(&["ledger", "show", &entry]).unwrap()["fields"].clone();
    let field = fields.as_array().unwrap().iter().find(|field| field["field"] == "order_item_id").unwrap();
    assert_eq!(field["after"]["text"], settled);
    assert!(english(&["ledger", "show", &entry]).contains(&format!("— → {reference}")));
    let told = english(&["history", reference]);
    assert!(told.contains(&format!("was opened for {reference}")), "{told}");
}

#[test]
fn figures_are_told_by_name_by_filter_and_in_three_languages() {
    let (folder, tarazy) = place();
    tarazy.json(&["example", folder.path().join("vault").to_str().unwrap()]).unwrap();
    let names = |args: &[&str]| {
        let told = tarazy.json(args).unwrap();
        told["figures"].as_array().unwrap().iter().map(|f| f["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&["measure", "C5.any_reason"]), ["C5.any_reason"]);
    let component = names(&["measure", "C5"]);
    assert!(component.len() == 6 && component.iter().all(|name| name.starts_with("C5.")), "{component:?}");
    let all = tarazy.json(&["measure"]).unwrap();
    let part = tarazy.json(&["measure", "--where", "platform:telegram"]).unwrap();
    let orders = |told: &serde_json::Value| told["flow"]["orders"].as_u64().unwrap();
    assert!(orders(&part) > 0 && orders(&part) < orders(&all));
    let none = tarazy.json(&["measure", "--where", "number:\"no such number\""]).unwrap();
    assert_eq!(orders(&none), 0);
    assert!(
        none["figures"]
            .as_array()
            .unwrap()
            .iter()
            .all(|figure| figure["population"] == "complaints" || figure["estimate"].is_null())
    );
    assert_eq!(tarazy.run(&["measure", "C99"]).unwrap().code, 2);
    assert_eq!(tarazy.run(&["measure", "--where", "no_such_field:x"]).unwrap().code, 2);
    for lang in ["kk", "ru", "en"] {
        let told = tarazy.run(&["--lang", lang, "measure"]).unwrap();
        assert!(
            told.text.contains("C1.criticism") && !told.text.contains('⟦') && !told.text.contains("NaN"),
            "{lang}: {}",
            told.text
        );
    }
}

#[test]
fn worked_examples_are_recomputed_without_a_register() {
    let (folder, tarazy) = place();
    let cases = folder.path().join("cases.json");
    let case = |expected: &str| {
        format!(
            r#"{{"cases": [{{"id": "a", "method": "proportion.interval", "input": {{"x": 81, "n": 263}},
                "options": {{"kind": "wilson", "level": 0.95}}, "expected": {{"lower": {expected}}}, "tolerance": {{"abs": 1e-8, "rel": 0}}}}]}}"#
        )
    };
    let estimate = |text: &str| {
        fs::write(&cases, text).unwrap();
        tarazy.run(&["estimate", cases.to_str().unwrap()]).unwrap().code
    };
    assert_eq!(estimate(&case("0.25528852")), 0);
    assert_eq!(estimate(&case("0.25")), 1, "an answer that differs is found bad");
    assert_eq!(estimate("nothing"), 1);
    assert_eq!(tarazy.run(&["estimate", folder.path().join("none.json").to_str().unwrap()]).unwrap().code, 1);
}

#[test]
fn a_snapshot_is_computed_anew_by_somebody_else_to_the_byte() {
    let (folder, tarazy) = place();
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    tarazy.json(&["example", &file("vault")]).unwrap();
    let at = "2026-06-01T00:00:00Z";
    let saved = tarazy.json(&["snapshot", "--out", &file("one.zip"), "--as-of", at]).unwrap();
    assert_eq!((saved["as_of"].as_str(), saved["digest"].as_str().map(str::len)), (Some(at), Some(64)));
    assert_eq!(tarazy.run(&["snapshot", "--out", &file("one.zip")]).unwrap().code, 1, "what is there is not replaced");
    // The same state on a machine with another language and another clock on the wall.
    let mut elsewhere = tarazy.command(&["--json", "--lang", "kk", "snapshot", "--out", &file("two.zip"), "--as-of", at]);
    assert!(elsewhere.env("TZ", "Pacific/Kiritimati").env("LANG", "ru_RU.UTF-8").output().unwrap().status.success());
    assert_eq!(fs::read(file("one.zip")).unwrap(), fs::read(file("two.zip")).unwrap());
    // Somebody else: no vault, no passphrase.
    let other = Tarazy::at(&folder.path().join("nowhere")).unwrap().with_passphrase("");
    let told = other.run(&["--json", "measure", "--snapshot", &file("one.zip"), "--out", &file("results.json")]).unwrap();
    assert_eq!(told.code, 0, "{}", told.remarks);
    let unpacked = Command::new("unzip").args(["-q", &file("one.zip"), "-d", &file("unpacked")]).status();
    assert_eq!(fs::read_to_string(file("results.json")).unwrap(), told.text);
    if unpacked.is_ok_and(|status| status.success()) {
        assert_eq!(fs::read_to_string(file("unpacked/results.json")).unwrap(), told.text);
        let sums =
            Command::new("sha256sum").args(["-c", "--quiet", "SHA256SUMS"]).current_dir(file("unpacked")).status().unwrap();
        assert!(sums.success());
    }
    let results: Value = serde_json::from_str(&told.text).unwrap();
    let measured = tarazy.json(&["measure"]).unwrap();
    assert_eq!(results["plan_digest"], measured["plan_digest"]);
    for name in ["verdicts", "findings", "grounds", "months"] {
        let of = |document: &Value| {
            document["tables"].as_array().unwrap().iter().find(|table| table["name"] == name).unwrap()["counts"].clone()
        };
        assert_eq!(of(&results), of(&measured), "{name}");
    }
    for lang in ["kk", "ru", "en"] {
        let text = other.run(&["--lang", lang, "measure", "--snapshot", &file("one.zip")]).unwrap().text;
        assert!(text.contains(saved["digest"].as_str().unwrap()) && !text.contains('⟦'), "{lang}: {text}");
        let none = other.run(&["--lang", lang, "rerun", &file("one.zip")]).unwrap();
        assert!(none.code == 0 && !none.text.contains('⟦'), "{lang}: {}", none.text);
        let some = other.run(&["--lang", lang, "rerun", &file("one.zip"), "--without-reviewer", "1"]).unwrap();
        assert!(
            some.text.contains("C1.criticism") && some.text.contains('→') && !some.text.contains('⟦'),
            "{lang}: {}",
            some.text
        );
    }
    let mut bytes = fs::read(file("one.zip")).unwrap();
    let middle = bytes.len() / 3;
    bytes[middle] ^= 0x10;
    fs::write(file("flipped.zip"), bytes).unwrap();
    refuses(&other, &["measure", "--snapshot", &file("flipped.zip")], 1, "snapshot_damaged");
    refuses(&other, &["rerun", &file("results.json")], 1, "snapshot_foreign");
    refuses(&other, &["rerun", &file("one.zip"), "--without-source", "rumour"], 2, "invalid");
}

#[test]
fn the_public_form_takes_no_filter_and_blanks_what_is_small() {
    let (folder, tarazy) = place();
    tarazy.json(&["example", folder.path().join("vault").to_str().unwrap()]).unwrap();
    let public = tarazy.json(&["measure", "--public"]).unwrap();
    let cells = public["tables"].as_array().unwrap().iter().flat_map(|table| table["counts"].as_array().unwrap());
    let counts: Vec<&Value> = cells.flat_map(|row| row.as_array().unwrap()).collect();
    assert!(counts.iter().any(|count| count.is_null()));
    assert!(counts.iter().all(|count| count.as_u64().is_none_or(|count| count == 0 || count >= 5)));
    for lang in ["kk", "ru", "en"] {
        let text = tarazy.run(&["--lang", lang, "measure", "--public"]).unwrap().text;
        assert!(!text.contains('⟦'), "{lang}: {text}");
    }
    assert_eq!(tarazy.run(&["measure", "--public", "--where", "issued:2026-01-01..2026-01-09"]).unwrap().code, 2);
    refuses(&tarazy, &["measure", "--public", "--quarter", "2026-01..2026-02"], 2, "invalid");
}

#[test]
fn somebody_is_purged_at_the_command_line_and_no_answer_knows_them_any_more() {
    let (folder, tarazy) = empty_vault();
    let name = "Айша Бекова";
    let fields = json!({ "name": name, "is_child": "yes", "public_label": "оқушы" });
    let saved = tarazy.json(&["actors", "add", "--file", &json_file(&folder, &fields)]).unwrap();
    let reference = saved["reference"].as_str().unwrap().to_owned();
    let note = json!({ "note": "Бекова Айшаның әкесі жазды" });
    let saved = tarazy.json(&["records", "complaints", "add", "--file", &json_file(&folder, &note)]).unwrap();
    let complaint = saved["reference"].as_str().unwrap().to_owned();
    // What would go is said, and nothing goes without a word: nobody is there to be asked.
    let would = tarazy.run(&["purge", "actors", &reference, "--dry-run"]).unwrap();
    assert_eq!(would.code, 0, "{}", would.remarks);
    refuses(&tarazy, &["purge", "actors", &reference, "--reason", "child_safety"], 2, "invalid");
    assert!(tarazy.json(&["actors", "show", &reference]).unwrap().to_string().contains(name));
    let done = tarazy.json(&["purge", "actors", &reference, "--reason", "child_safety", "--yes"]).unwrap();
    assert_eq!(done["settled"], true);
    let hits = tarazy.json(&["purge", "--term", name, "--dry-run"]).unwrap()["hits"].clone();
    assert_eq!(hits.as_array().unwrap().len(), 1, "{hits}");
    tarazy.json(&["purge", "--term", name, "--reason", "child_safety", "--yes"]).unwrap();
    assert_eq!(tarazy.json(&["purge", "--term", name, "--dry-run"]).unwrap()["hits"], json!([]));
    for lang in ["kk", "ru", "en"] {
        let shown = tarazy.run(&["--lang", lang, "records", "complaints", "show", &complaint]).unwrap();
        assert!(shown.text.contains("әкесі жазды") && !shown.text.contains("Айша"), "{}", shown.text);
    }
    assert_eq!(tarazy.json(&["check"]).unwrap()["status"], "good");
}
