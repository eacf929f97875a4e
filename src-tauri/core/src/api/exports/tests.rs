//! Promises of the exports, each tested where all rooms meet.

use super::*;
use crate::api::Host;
use crate::api::wire::{Answer, ById, CalibrationAnswer, OrderAdd, QueueAsk, Recognise, SeatTake, VaultCreate};
use crate::env::{Env, Fixed};
use crate::exchange::export::open::{Head, Open, SCHEMA_FILE};
use crate::id::Id;
use crate::model::kept::whole;
use crate::model::kinds::{Held, Kind, Shape};
use crate::model::rules;
use crate::model::time::{Basis, Moment, Precision};
use crate::store::{Event, KdfCost};
use proptest::prelude::*;
use std::io::Cursor;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

#[derive(Default)]
struct Hand {
    open: Mutex<Option<PathBuf>>,
    save: Mutex<Option<PathBuf>>,
}

impl Host for Hand {
    fn pick_open(&self) -> Option<PathBuf> {
        self.open.lock().unwrap().clone()
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        None
    }

    fn pick_save(&self, _: &str) -> Option<PathBuf> {
        self.save.lock().unwrap().clone()
    }

    fn changed(&self, _: &[&str]) {}

    fn progress(&self, _: &Progress) {}
}

struct Desk {
    app: App,
    host: Arc<Hand>,
    folder: TempDir,
}

impl Desk {
    fn new(example: bool, env: Env) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let host = Arc::new(Hand::default());
        let app = App::new(env, host.clone(), folder.path().join("vault"), KdfCost::TESTS);
        app.vault_create(VaultCreate {
            passphrase: "түлкі сегіз арқан теңіз боран жалау".to_owned(),
            lang: Lang::Kk,
            with_example: example,
            organisation: "Сөз бостандығы қоры".to_owned(),
            actor: "Әлия".to_owned(),
        })
        .unwrap();
        Self { app, host, folder }
    }

    fn fresh() -> Self {
        Self::new(false, Fixed::env(1_760_000_000_000_000))
    }

    fn export(&self, ask: &ExportAsk) -> Result<(ExportDone, Vec<u8>)> {
        let path = self.folder.path().join(format!("out.{}", ask.format));
        *self.host.save.lock().unwrap() = Some(path.clone());
        let done = self.app.export_run(ask.clone())?;
        let bytes = std::fs::read(path).unwrap();
        assert_eq!(done.bytes, bytes.len() as u64);
        assert_eq!(done.digest, hex(&Sha256::digest(&bytes)));
        let left: Vec<_> = std::fs::read_dir(self.folder.path()).unwrap().map(|f| f.unwrap().file_name()).collect();
        assert!(left.iter().all(|f| f == "vault" || f.to_string_lossy().starts_with("out.") || f == "in.json"), "{left:?}");
        Ok((done, bytes))
    }

    fn json(&self) -> Vec<u8> {
        self.export(&ask("json")).unwrap().1
    }

    fn read_back(&self, bytes: &[u8]) -> Result<RegisterImported> {
        let path = self.folder.path().join("in.json");
        std::fs::write(&path, bytes).unwrap();
        *self.host.open.lock().unwrap() = Some(path);
        self.app.register_import(Nothing {})
    }

    fn findings(&self) -> Vec<(&'static str, String)> {
        self.app.vault().unwrap().verify().unwrap().findings
    }
}

fn ask(format: &str) -> ExportAsk {
    ExportAsk {
        format: format.to_owned(),
        rows: "item".to_owned(),
        columns: Vec::new(),
        filter: String::new(),
        codes: false,
        sensitive: false,
        lang: Lang::Ru,
        confirmed: true,
    }
}

// The records of a document: everything behind what differs from vault to vault.
fn kinds(document: &[u8]) -> &str {
    let text = std::str::from_utf8(document).unwrap();
    &text[text.find("\"settings\"").unwrap()..]
}

struct Dice(u64);

impl Dice {
    fn draw(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % below
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> Option<T> {
        let n = from.len() as u64;
        (n > 0).then(|| from[usize::try_from(self.draw(n)).unwrap()].clone())
    }

    fn id(&mut self) -> Id {
        let (a, b) = (self.draw(u64::MAX), self.draw(u64::MAX));
        Id::from_bytes(((u128::from(a) << 64) | u128::from(b)).to_be_bytes())
    }

    fn text(&mut self) -> String {
        let letters = ['a', 'Қ', 'ё', '"', '\\', '\n', '\t', '\u{7}', '=', '\'', '\u{2028}', '😀', ' ', '/', '<', '\u{feff}'];
        let n = 1 + self.draw(12);
        (0..n).map(|_| self.pick(&letters).unwrap()).collect()
    }

    fn moment(&mut self) -> Moment {
        use Precision as P;
        let start = i64::try_from(self.draw(9_000_000_000)).unwrap() - 2_000_000_000;
        Moment {
            earliest: Some(start),
            latest: Some(start + i64::try_from(self.draw(40_000_000)).unwrap()),
            precision: self.pick(&[P::Exact, P::Minute, P::Hour, P::Day, P::Month, P::Year]).unwrap(),
            offset_minutes: self.pick(&[0, 300, 360, -840, 345]).unwrap(),
            basis: self.pick(&[Basis::Document, Basis::Press, Basis::Inferred, Basis::Witness]).unwrap(),
        }
    }
}

type Register = Vec<(&'static Kind, Vec<(Id, Fields)>)>;

// Any register at all: every kind, every field, links forwards and backwards; what the rules of the domain refuse is taken away again.
fn random_register(seed: u64) -> Register {
    let mut dice = Dice(seed);
    let ids: BTreeMap<&str, Vec<Id>> = whole().map(|kind| (kind.name, (0..dice.draw(4)).map(|_| dice.id()).collect())).collect();
    let mut register: Register = Vec::new();
    for kind in whole() {
        let mut records = Vec::new();
        for id in &ids[kind.name] {
            let mut fields = Fields::new();
            for field in kind.fields.iter().filter(|f| !kept::is_derived(kind, f)) {
                if !field.needed && dice.draw(3) == 0 {
                    continue;
                }
                let held = match field.shape {
                    Shape::Text | Shape::Long => Held::Text(dice.text()),
                    Shape::Code(codes, unset) => {
                        let codes: Vec<&str> = codes.iter().copied().filter(|c| *c != unset).collect();
                        Held::Text(dice.pick(&codes).unwrap().to_owned())
                    }
                    Shape::Codes(codes) => {
                        Held::Codes(codes.iter().filter(|_| dice.draw(2) == 0).map(|c| (*c).to_owned()).collect())
                    }
                    Shape::Number => Held::Number(i64::try_from(dice.draw(1 << 62)).unwrap()),
                    Shape::Moment => Held::Moment(dice.moment()),
                    Shape::Mark => Held::Mark,
                    Shape::Link(to) => dice.pick(&ids[to]).map_or(Held::Nothing, Held::Link),
                    Shape::About => dice.pick(&ids["orders"]).map_or(Held::Nothing, Held::Link),
                };
                if !held.is_nothing() && held != Held::Codes(Vec::new()) {
                    fields.insert(field.name, held);
                }
            }
            let numbered = i64::try_from(records.len()).unwrap() + 1;
            if fields.contains_key("cycle") {
                fields.insert("cycle", Held::Number(numbered + i64::from(kind.name == "review_cycles")));
            }
            // Each is superseded once at the most.
            fields.remove("supersedes");
            // Whose review has no seat is blind to nobody; what is held back has a test of its own.
            if kind.name == "reviews" {
                fields.remove("seat");
            }
            let mut say = |name: &'static str, text: &str| drop(fields.insert(name, Held::Text(text.to_owned())));
            match kind.name {
                "assignments" => {
                    say("round", "first");
                    say("conflict", "none");
                }
                "methodologies" => {
                    let [(_, method), (_, questions), (_, rules)] = crate::model::rubric::Rubric::FILES;
                    [("method", method), ("questions", questions), ("rules", rules)]
                        .into_iter()
                        .for_each(|(name, text)| say(name, text));
                    [("version", "1.0.1"), ("status", "draft"), ("base", "1.0.0")]
                        .into_iter()
                        .for_each(|(name, text)| say(name, text));
                    ["digest", "adopted_on", "adopted_by", "adopted_at", "retired_at"]
                        .into_iter()
                        .for_each(|name| drop(fields.remove(name)));
                }
                "review_cycles" => say("reason", "new_evidence"),
                "reviews" => {
                    say("answers", "[]");
                    say("rubric", "1.0.0");
                    say("computed", "cannot_tell");
                    say("rule", "R0");
                    say("round", "second");
                    say("blind_to_official", "unknown");
                }
                _ => {}
            }
            let mut say = |name: &'static str, text: String| drop(fields.insert(name, Held::Text(text)));
            match kind.name {
                "import_batches" => say("state", "made".to_owned()),
                "papers" => {
                    say("kind", "brief".to_owned());
                    say("lang", "kk".to_owned());
                    say("audience", "press".to_owned());
                    say("format", "pdf".to_owned());
                    fields.insert("leaks", Held::Number(1));
                }
                "methodologies" => {
                    for (name, text) in ["method", "questions", "rules"].into_iter().zip(crate::model::rubric::Rubric::FILES) {
                        say(name, text.1.to_owned());
                    }
                    for (name, text) in [("version", "1.0.1"), ("status", "draft"), ("base", "1.0.0")] {
                        say(name, text.to_owned());
                    }
                    for name in ["digest", "adopted_on", "adopted_by", "adopted_at", "retired_at"] {
                        fields.remove(name);
                    }
                }
                "facts" => say("field", "ground".to_owned()),
                _ if !kind.prefix.is_empty() => say("reference", format!("{}2025-{:04}", kind.prefix, records.len() + 1)),
                _ => {}
            }
            records.push((*id, fields));
        }
        register.push((kind, records));
    }
    // Records that lack what they need go, and whatever links to them, until all that is left is sound.
    loop {
        let there: std::collections::BTreeSet<Id> = register.iter().flat_map(|(_, r)| r.iter().map(|(id, _)| *id)).collect();
        let mut again = false;
        for (kind, records) in &mut register {
            for (id, fields) in records.iter_mut() {
                let before = fields.len();
                fields.retain(|_, held| !matches!(held, Held::Link(to) if !there.contains(to)));
                while let (true, Err(breach)) = (Kind::named(kind.name).is_some(), rules::check(kind, Some(id), fields)) {
                    let needed = kind.field(breach.field).is_some_and(|f| f.needed);
                    if fields.remove("stub").is_none() && (needed || fields.remove(breach.field).is_none()) {
                        break;
                    }
                }
                again |= fields.len() != before;
            }
            let count = records.len();
            records.retain(|(id, fields)| match Kind::named(kind.name) {
                Some(kind) => rules::check(kind, Some(id), fields).is_ok(),
                None => kind.fields.iter().all(|f| !f.needed || fields.contains_key(f.name)),
            });
            again |= records.len() != count;
        }
        if !again {
            return register;
        }
    }
}

fn written(register: &Register) -> Vec<u8> {
    let head = Head {
        app: "another program".to_owned(),
        as_of: Some(1_700_000_000),
        vault: Id::from_bytes([9; 16]),
        ledger: (0, "00".repeat(32)),
        settings: vec![("example".to_owned(), "no".to_owned()), ("organisation".to_owned(), "Қор «Б»".to_owned())],
        held_back: 0,
    };
    let mut open = Open::new(Vec::new(), &head).unwrap();
    while let Some(kind) = open.next_kind().unwrap() {
        let records = register.iter().find(|(k, _)| k.name == kind.name).map(|(_, r)| r.as_slice()).unwrap_or_default();
        for (id, fields) in records {
            open.record(kind, id, fields).unwrap();
        }
    }
    open.finish().unwrap()
}

// As much of JSON Schema as the published one uses; a word that is not known here is a fault, so that none is passed over.
fn faults_of(root: &serde_json::Value, schema: &serde_json::Value, value: &serde_json::Value, at: &str) -> Vec<String> {
    use serde_json::Value;
    let mut faults = Vec::new();
    for (word, rule) in schema.as_object().unwrap() {
        let holds = match word.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" => true,
            "$ref" => {
                let name = rule.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                faults.extend(faults_of(root, &root["$defs"][name], value, at));
                true
            }
            "type" => match rule.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "integer" => value.is_u64() || value.is_i64(),
                _ => false,
            },
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "minimum" => value.as_i64().is_some_and(|n| n >= rule.as_i64().unwrap()),
            "maximum" => value.as_i64().is_some_and(|n| n <= rule.as_i64().unwrap()),
            "minLength" => value.as_str().is_some_and(|s| !s.is_empty()) && rule == 1,
            "minItems" => value.as_array().is_some_and(|list| !list.is_empty()) && rule == 1,
            "uniqueItems" => value.as_array().is_some_and(|list| (1..list.len()).all(|n| !list[..n].contains(&list[n]))),
            "pattern" => value.as_str().is_some_and(|s| like(rule.as_str().unwrap(), s)),
            "required" => rule.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some()),
            "items" => {
                for (place, item) in value.as_array().into_iter().flatten().enumerate() {
                    faults.extend(faults_of(root, rule, item, &format!("{at}/{place}")));
                }
                true
            }
            "properties" => {
                for (name, own) in value.as_object().into_iter().flatten() {
                    if let Some(known) = rule.get(name) {
                        faults.extend(faults_of(root, known, own, &format!("{at}/{name}")));
                    }
                }
                true
            }
            "additionalProperties" => {
                let known = |name: &String| schema["properties"].get(name).is_some();
                *rule == Value::Bool(false) && value.as_object().is_some_and(|map| map.keys().all(known))
            }
            _ => false,
        };
        if !holds {
            faults.push(format!("{at}: {word} {rule}"));
        }
    }
    faults
}

// A pattern of the schema: letters that stand for themselves, and sets in brackets with a number of times.
fn like(pattern: &str, text: &str) -> bool {
    let mut rest = text.chars();
    let mut pattern = pattern.strip_prefix('^').unwrap().strip_suffix('$').unwrap();
    while let Some(letter) = pattern.chars().next() {
        if let Some(inside) = pattern.strip_prefix('[') {
            let (set, after) = inside.split_once("]{").unwrap();
            let (times, after) = after.split_once('}').unwrap();
            for _ in 0..times.parse::<usize>().unwrap() {
                let in_set = |c: char| c.is_ascii_digit() || (set.contains("a-f") && matches!(c, 'a'..='f'));
                if !rest.next().is_some_and(in_set) {
                    return false;
                }
            }
            pattern = after;
        } else {
            if rest.next() != Some(letter) {
                return false;
            }
            pattern = &pattern[letter.len_utf8()..];
        }
    }
    rest.next().is_none()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 0, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_exported_comes_back_without_loss(seed: u64) {
        let document = written(&random_register(seed));
        let (first, second) = (Desk::fresh(), Desk::fresh());
        first.read_back(&document).unwrap();
        prop_assert_eq!(first.findings(), vec![]);
        let once = first.json();
        prop_assert_eq!(kinds(&once), kinds(&document));
        let value: serde_json::Value = serde_json::from_slice(&once).unwrap();
        let schema: serde_json::Value = serde_json::from_str(SCHEMA_FILE).unwrap();
        let faults = faults_of(&schema, &schema, &value, "");
        prop_assert!(faults.is_empty(), "{:?}", faults);
        second.read_back(&once).unwrap();
        prop_assert_eq!(second.findings(), vec![]);
        let again = second.json();
        prop_assert_eq!(kinds(&again), kinds(&once));
    }
}

#[test]
fn the_example_register_comes_back_and_goes_on() {
    let from = Desk::new(true, Env::system());
    let document = from.json();
    let to = Desk::fresh();
    let back = to.read_back(&document).unwrap();
    assert_eq!(kinds(&to.json()), kinds(&document));
    assert_eq!(to.findings(), []);
    assert!(to.app.vault_state(Nothing {}).unwrap().example, "that it is invented comes along");
    let vault = to.app.vault().unwrap();
    let all = crate::api::orders::view_of(&vault, "", "reference", false).unwrap().unwrap();
    let (total, _, rows) = vault.list_orders(&all, 0, 500).unwrap();
    assert_eq!(u32::try_from(total).unwrap(), back.orders);
    // Reviews, papers and histories are there, and the register can be written on.
    vault.take_seat_as("Дана Қ. (мысал)").unwrap();
    to.app.review_queue(QueueAsk::default()).unwrap();
    to.app.papers_list(Nothing {}).unwrap();
    for row in &rows {
        to.app.order_show(ById { id: row.id.to_string() }).unwrap();
        for item in vault.items_of(&row.id, 9).unwrap() {
            to.app.review_open(ById { id: item.id.to_string() }).unwrap();
        }
    }
    let recognised = to.app.order_recognise(Recognise { text: "https://t.me/synaq/1".to_owned() }).unwrap();
    to.app.order_add(OrderAdd::of(recognised.order)).unwrap();
    let kind = Kind::named("orders").unwrap();
    let mut change = vault.begin().unwrap();
    let patch = Fields::from([("note", Held::Text("кейін түзетілді".to_owned()))]);
    change.amend_record(kind, &rows[0].id, patch).unwrap();
    change.commit(Event::RecordAmended, &rows[0].id).unwrap();
    assert_eq!(to.findings(), []);
    // A row of the register that is altered behind the ledger's back is seen.
    vault
        .scratch(|db| {
            db.execute_batch("UPDATE orders SET note = 'x' WHERE rowid = 2").unwrap();
            Ok(())
        })
        .unwrap();
    assert!(to.findings().iter().any(|(code, _)| *code == "batch_altered"));
}

#[test]
fn a_register_is_read_back_into_an_empty_one_only() {
    let document = written(&random_register(1));
    let desk = Desk::fresh();
    desk.read_back(&document).unwrap();
    assert!(matches!(desk.read_back(&document), Err(Error::RegisterNotEmpty)));
    let desk = Desk::fresh();
    let recognised = desk.app.order_recognise(Recognise { text: "https://t.me/synaq/1".to_owned() }).unwrap();
    desk.app.order_add(OrderAdd::of(recognised.order)).unwrap();
    assert!(matches!(desk.read_back(&document), Err(Error::RegisterNotEmpty)));
}

fn order_line(more: &str) -> String {
    format!("{{\"id\":\"00000000-0000-7000-8000-000000000001\",\"reference\":\"KZ-2025-0001\"{more}}}")
}

fn orders(lines: &str) -> String {
    format!("{{\"schema\":\"tarazy-register/1\",\n\"kinds\":{{\"orders\":[\n{lines}\n]}}}}")
}

#[test]
fn a_file_that_is_not_whole_and_right_leaves_nothing() {
    let desk = Desk::fresh();
    let entries = desk.app.vault().unwrap().verify().unwrap().entries;
    let code = |text: &[u8]| {
        let code = match desk.read_back(text) {
            Err(Error::File { code, .. }) => Some(code),
            Err(other) => panic!("{other:?}"),
            Ok(_) => None,
        };
        if code.is_some() {
            assert!(desk.app.vault().unwrap().is_fresh().unwrap());
        }
        code
    };
    for foreign in
        ["", "id;number\n1;2", "[]", "{}", "{\"kinds\":{}}", "{\"schema\":\"tarazy-register/2\",\"kinds\":{}}", "PK\u{3}\u{4}"]
    {
        assert_eq!(code(foreign.as_bytes()), Some(Code::FileForeign), "{foreign}");
    }
    let good = orders(&order_line(""));
    for end in (30..good.len() - 1).step_by(7) {
        assert_eq!(code(&good.as_bytes()[..end]), Some(Code::FileDamaged), "{end} bytes of it");
    }
    let damaged = [
        "{\"schema\":\"tarazy-register/1\"}".to_owned(),
        "{\"schema\":\"tarazy-register/1\",\"more\":1,\"kinds\":{}}".to_owned(),
        "{\"schema\":\"tarazy-register/1\",\"kinds\":{\"nobody\":[]}}".to_owned(),
        "{\"schema\":\"tarazy-register/1\",\"kinds\":{\"orders\":[],\"orders\":[]}}".to_owned(),
        format!("{good} x"),
        orders(&order_line(&format!(",\"note\":{}1{}", "[".repeat(100_000), "]".repeat(100_000)))),
    ];
    for text in damaged {
        assert_eq!(code(text.as_bytes()), Some(Code::FileDamaged), "{}", text.chars().take(80).collect::<String>());
    }
    let nobody = "\"00000000-0000-7000-8000-00000000000f\"";
    let refused = [
        ",\"nonsense\":1".to_owned(),
        ",\"note\":\"\"".to_owned(),
        ",\"note\":7".to_owned(),
        ",\"instrument\":\"unknown\"".to_owned(),
        ",\"instrument\":\"edict\"".to_owned(),
        ",\"draft\":false".to_owned(),
        ",\"issued\":{\"earliest\":\"2025-03-02T00:00:00Z\",\"latest\":\"2025-03-01T00:00:00Z\",\"precision\":\"day\",\"offset_minutes\":300,\"basis\":\"press\"}".to_owned(),
        ",\"id\":\"00000000-0000-7000-8000-000000000002\"".to_owned(),
        format!(",\"authority\":{nobody}"),
        format!(",\"batch\":{nobody}"),
    ];
    for more in refused {
        assert_eq!(code(orders(&order_line(&more)).as_bytes()), Some(Code::FileRecordRefused), "{more}");
    }
    let twice = format!("{},\n{}", order_line(""), order_line(""));
    assert_eq!(code(orders(&twice).as_bytes()), Some(Code::FileRecordRefused));
    let long = orders(&order_line(&format!(",\"note\":\"{}\"", "x".repeat(17 << 20))));
    assert_eq!(code(long.as_bytes()), Some(Code::FileTooLarge));
    let fact = "{\"schema\":\"tarazy-register/1\",\"kinds\":{\"facts\":[{\"id\":\"00000000-0000-7000-8000-000000000003\",\"subject\":\"00000000-0000-7000-8000-00000000000f\",\"field\":\"ground\"}]}}";
    assert_eq!(code(fact.as_bytes()), Some(Code::FileRecordRefused));
    assert_eq!(desk.app.vault().unwrap().verify().unwrap().entries, entries);
    assert_eq!(desk.findings(), []);
    // The same file, whole: read, whatever the order of its kinds, and the next reference is a new one.
    assert_eq!(code(good.as_bytes()), None);
    assert_eq!(desk.findings(), []);
}

#[test]
fn the_next_reference_is_a_new_one() {
    let desk = Desk::fresh();
    let mut change = desk.app.vault().unwrap().begin().map(|c| c.next_reference("KZ-").unwrap()).unwrap();
    let serial = change.split_off(8);
    assert_eq!(serial, "0001");
    let taken = format!("{change}0041");
    let line = order_line("").replace("KZ-2025-0001", &taken);
    desk.read_back(orders(&line).as_bytes()).unwrap();
    let recognised = desk.app.order_recognise(Recognise { text: "https://t.me/synaq/1".to_owned() }).unwrap();
    assert_eq!(desk.app.order_add(OrderAdd::of(recognised.order)).unwrap().reference, format!("{change}0042"));
}

// An order whose every text would be a formula, with an item by which a child can be told.
fn hostile() -> Desk {
    let desk = Desk::fresh();
    let item = |n: u8, locator: &str, more: &str| {
        format!("{{\"id\":\"00000000-0000-7000-8000-0000000000a{n}\",\"locator\":\"{locator}\"{more}}}")
    };
    let link = |n: u8, outcome: &str| {
        format!(
            "{{\"id\":\"00000000-0000-7000-8000-0000000000b{n}\",\"order\":\"00000000-0000-7000-8000-000000000001\",\"item\":\"00000000-0000-7000-8000-0000000000a{n}\"{outcome}}}"
        )
    };
    let time = |precision: &str, from: &str, to: &str| {
        format!(
            "{{\"earliest\":\"{from}\",\"latest\":\"{to}\",\"precision\":\"{precision}\",\"offset_minutes\":300,\"basis\":\"document\"}}"
        )
    };
    let order = order_line(&format!(
        ",\"number\":\"=1+1\",\"note\":\"-5, +7 \\\"x\\\"\\n@a\",\"stated_reasons\":\"SEALED\",\"issued\":{},\"received\":{}",
        time("day", "2025-03-13T19:00:00Z", "2025-03-14T18:59:59Z"),
        time("month", "2025-02-28T19:00:00Z", "2025-03-31T18:59:59Z")
    ));
    let draft = order_line(",\"draft\":true").replace("0000-000000000001", "0000-000000000002").replace("0001\"", "0002\"");
    let text = format!(
        "{{\"schema\":\"tarazy-register/1\",\n\"kinds\":{{\"orders\":[\n{order},\n{draft}\n],\"items\":[{},{}],\"order_items\":[{},{}]}}}}",
        item(1, "https://t.me/synaq/1", ",\"views\":12345"),
        item(2, "https://t.me/CHILD/2", ",\"sensitivity\":\"child_identifiable\",\"text\":\"CHILD\""),
        link(1, ",\"outcome\":\"removed\""),
        link(2, "")
    );
    desk.read_back(text.as_bytes()).unwrap();
    desk
}

#[test]
fn a_table_is_safe_and_its_import_gives_back_what_was_written() {
    let desk = hostile();
    let columns = [
        "order.reference",
        "order.number",
        "order.note",
        "order.issued",
        "order.received",
        "item.locator",
        "item.views",
        "item.text",
        "order_item.outcome",
    ];
    let mut csv = ask("csv");
    csv.columns = columns.map(str::to_owned).to_vec();
    let plan = desk.app.export_plan(csv.clone()).unwrap();
    let (done, bytes) = desk.export(&csv).unwrap();
    assert_eq!((done.rows, done.withheld, done.left_out), (3, 1, 0), "a draft without items has a row");
    assert_eq!((plan.rows, plan.withheld, plan.orders), (3, 1, 2));
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(!text.contains("CHILD") && !text.contains("SEALED"), "{text}");
    let row = "KZ-2025-0001,'=1+1,\"'-5, +7 \"\"x\"\"\n@a\",2025-03-14,2025-03,https://t.me/synaq/1,12345,,удалено\r\n";
    assert!(text.contains(row), "{text}");
    let path = desk.folder.path().join("out.csv");
    let (asked, limits) = (crate::exchange::Asked::default(), crate::exchange::Limits::default());
    let book = crate::exchange::open_path(&path, asked, &limits).unwrap();
    let table = crate::exchange::Table::new(&book, book.best_table(), crate::exchange::Header::Found).unwrap();
    let mut walk = table.walk();
    let (_, row) = walk.next().unwrap();
    let cells: Vec<String> = (0..3).map(|n| row.cell(n).to_owned()).collect();
    assert_eq!(cells, ["KZ-2025-0001", "=1+1", "-5, +7 \"x\"\n@a"]);
    // The person may say otherwise, and then is told the same in advance.
    csv.sensitive = true;
    csv.codes = true;
    assert_eq!(desk.app.export_plan(csv.clone()).unwrap().withheld, 0);
    let text = String::from_utf8(desk.export(&csv).unwrap().1).unwrap();
    assert!(text.contains("CHILD") && text.contains(",removed\r\n") && text.contains(",unknown\r\n"), "{text}");
    csv.rows = "order".to_owned();
    csv.columns = vec!["order.reference".to_owned(), "order.items".to_owned()];
    csv.filter = "0001".to_owned();
    let text = String::from_utf8(desk.export(&csv).unwrap().1).unwrap();
    assert_eq!(text.lines().skip(1).collect::<Vec<_>>(), ["KZ-2025-0001,2"]);
    csv.columns = vec!["order.stated_reasons".to_owned()];
    assert!(matches!(desk.export(&csv), Err(Error::Invalid("columns"))), "what is sealed is no column");
}

#[test]
fn a_workbook_holds_texts_and_days_and_no_formula() {
    let desk = hostile();
    let mut xlsx = ask("xlsx");
    xlsx.columns = ["order.number", "order.issued", "order.received", "item.views"].map(str::to_owned).to_vec();
    let (done, bytes) = desk.export(&xlsx).unwrap();
    assert_eq!(done.rows, 3);
    assert_eq!(bytes, desk.export(&xlsx).unwrap().1, "the same register gives the same bytes");
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut sheet = String::new();
    zip.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut sheet).unwrap();
    assert!(!sheet.contains("<f>") && !sheet.contains("<f "), "{sheet}");
    assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter ref=\"A1:D4\"/>"), "{sheet}");
    assert!(sheet.contains("=1+1") && sheet.contains("t=\"inlineStr\""), "a text is a text: {sheet}");
    assert!(sheet.contains("<v>45730</v>") && sheet.contains("<v>12345</v>"), "14 March 2025 is a day: {sheet}");
    assert!(sheet.contains("2025-03<"), "a month is no day: {sheet}");
}

#[test]
fn notices_and_statements_leave_out_what_does_not_count_or_may_not_leave() {
    let desk = hostile();
    for (format, rows, withheld) in [("lumen", 1, 1), ("dsa", 2, 0)] {
        let plan = desk.app.export_plan(ask(format)).unwrap();
        let (done, bytes) = desk.export(&ask(format)).unwrap();
        assert_eq!((done.rows, done.left_out, done.withheld), (rows, 1, withheld), "{format}");
        assert_eq!((plan.rows, plan.left_out, plan.withheld), (rows, 1, withheld), "{format}");
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains("CHILD") && !text.contains("SEALED") && text.contains("no affiliation"), "{text}");
        serde_json::from_str::<serde_json::Value>(&text).unwrap();
    }
}

#[test]
fn what_holds_everything_is_written_only_for_whoever_was_told() {
    let desk = Desk::fresh();
    for format in ["json", "all"] {
        let unasked = ExportAsk { confirmed: false, ..ask(format) };
        assert!(matches!(desk.export(&unasked), Err(Error::Invalid("confirmed"))));
    }
    *desk.host.save.lock().unwrap() = Some(desk.folder.path().join("vault/x.json"));
    assert!(matches!(desk.app.export_run(ask("json")), Err(Error::PlaceRefused)));
}

fn unpack(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    let read = |name: String| {
        let mut inside = Vec::new();
        zip.by_name(&name).unwrap().read_to_end(&mut inside).unwrap();
        (name, inside)
    };
    names.into_iter().map(read).collect()
}

#[test]
fn everything_is_in_one_archive_that_verifies_alone() {
    let desk = Desk::new(true, Env::system());
    let (done, bytes) = desk.export(&ask("all")).unwrap();
    assert_eq!(bytes, desk.export(&ask("all")).unwrap().1, "the same register gives the same bytes");
    let files = unpack(&bytes);
    let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
    // Every file is in the list with its true digest.
    let sums = text("SHA256SUMS");
    assert_eq!(sums.lines().count() + 1, files.len());
    for line in sums.lines() {
        let (digest, name) = line.split_once("  ").unwrap();
        assert_eq!(digest, hex(&Sha256::digest(&files[name])), "{name}");
    }
    // A table of each kind, and the records come back.
    for kind in whole() {
        assert!(files.contains_key(&format!("tables/{}.csv", kind.name)), "{}", kind.name);
    }
    for file in ["method.json", "questions.json", "rules.json"] {
        assert!(files.contains_key(&format!("method/1.0.0/{file}")), "{file}");
    }
    let fresh = Desk::fresh();
    assert_eq!(fresh.read_back(&files["register.json"]).unwrap().records, done.rows);
    for lang in ["kk", "ru", "en"] {
        let readme = text(&format!("README.{lang}.txt"));
        assert!(readme.contains("SHA256SUMS") && !readme.contains('⟦'), "{readme}");
    }
    let book: serde_json::Value = serde_json::from_str(&text("codebook.json")).unwrap();
    let ground = book.as_array().unwrap().iter().find(|l| l["field"] == "ground" && l["code"] == "drugs").unwrap();
    assert_eq!((ground["kind"].as_str(), ground["en"].as_str()), (Some("orders"), Some("drugs")));
    // Whoever has the ledger's crate alone can walk it.
    let key: serde_json::Value = serde_json::from_str(&text("ledger/key.json")).unwrap();
    let word = |name: &str| key[name].as_str().unwrap();
    let id = |name: &str| *word(name).parse::<Id>().unwrap().bytes();
    let public: Vec<u8> = word("public_key")
        .as_bytes()
        .chunks(2)
        .map(|h| u8::from_str_radix(std::str::from_utf8(h).unwrap(), 16).unwrap())
        .collect();
    let mut walker = tarazy_ledger::Walker::new(id("vault"), id("device"), public.try_into().unwrap(), word("origin"));
    let (entries, notes) = (text("ledger/entries.jsonl"), text("ledger/checkpoints.jsonl"));
    for (entry, note) in entries.lines().zip(notes.lines()) {
        use base64::Engine;
        let entry: serde_json::Value = serde_json::from_str(entry).unwrap();
        let note: serde_json::Value = serde_json::from_str(note).unwrap();
        let bytes = base64::engine::general_purpose::STANDARD.decode(entry["entry"].as_str().unwrap()).unwrap();
        walker.take(entry["seq"].as_u64().unwrap(), &bytes).unwrap();
        walker.check(note["note"].as_str().unwrap()).unwrap();
    }
    let (size, root, _) = desk.app.vault().unwrap().ledger_state().unwrap();
    assert_eq!((walker.size(), walker.root()), (size, root));
}

#[test]
fn the_files_of_exhibits_leave_with_everything_and_one_that_is_damaged_stops_nothing() {
    let desk = Desk::new(true, Env::system());
    let vault = desk.app.vault().unwrap();
    let long = vec![b'x'; 700_000];
    let whole: Vec<String> = [&b"%PDF-1.7 letter"[..], &long, b"scan"]
        .iter()
        .map(|file| {
            let stored = vault.take_in(*file, file.len() as u64, &mut |_| true).unwrap();
            let fields = Fields::from([("description", Held::Text("хат".to_owned()))]);
            vault.add_exhibit(fields, &stored, "application/pdf", "").unwrap();
            stored.sha256
        })
        .collect();
    vault.keep_paper_text(("case_file", "x", "kk"), "summary", "қысқаша").unwrap();
    assert!(vault.unanchored().unwrap() > 0);
    let files = unpack(&desk.export(&ask("all")).unwrap().1);
    assert_eq!(vault.unanchored().unwrap(), 0, "the ledger lies outside too");
    for digest in &whole {
        let file = &files[&format!("exhibits/{digest}.pdf")];
        assert_eq!(hex(&Sha256::digest(file)), *digest);
    }
    assert!(String::from_utf8_lossy(&files["working/paper-texts.jsonl"]).contains("қысқаша"));
    // One is damaged: it is named, and the others are there.
    let place = vault.blob_place(&whole[1]).unwrap();
    let mut bytes = std::fs::read(&place).unwrap();
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    std::fs::write(place, bytes).unwrap();
    let files = unpack(&desk.export(&ask("all")).unwrap().1);
    assert_eq!(files["exhibits/UNREAD.txt"], format!("{}  altered\n", whole[1]).into_bytes());
    assert!(
        files.contains_key(&format!("exhibits/{}.pdf", whole[0])) && !files.contains_key(&format!("exhibits/{}.pdf", whole[1]))
    );
    assert!(files.contains_key(&format!("exhibits/{}.pdf", whole[2])));
}

#[test]
fn a_case_that_is_not_handed_in_leaves_with_everything_for_its_seat_alone() {
    let desk = Desk::fresh();
    let sits = |name: &str| desk.app.seat_take(SeatTake { id: String::new(), name: name.to_owned() }).unwrap();
    let kept = || unpack(&desk.export(&ask("all")).unwrap().1).remove("working/calibration.jsonl").unwrap();
    sits("Айгүл");
    let answer = Answer { code: "A1".to_owned(), value: "LY".to_owned(), ..Answer::default() };
    desk.app.calibration_save(CalibrationAnswer { code: "K01".to_owned(), answers: vec![answer] }).unwrap();
    let line: serde_json::Value = serde_json::from_slice(&kept()).unwrap();
    assert_eq!((&line["set"], &line["case"]), (&"1".into(), &"K01".into()));
    assert_eq!(line["answers"], r#"[{"code":"A1","value":"LY"}]"#);
    sits("Берік");
    assert!(kept().is_empty());
}

#[test]
fn every_column_has_a_header_of_its_own_in_three_languages() {
    for lang in [Lang::Kk, Lang::Ru, Lang::En] {
        let texts = texts_of(lang);
        for per_item in [true, false] {
            let labels: Vec<String> = columns(per_item).iter().map(|c| c.label(&texts)).collect();
            let distinct: std::collections::BTreeSet<&String> = labels.iter().collect();
            assert_eq!(distinct.len(), labels.len(), "{labels:?}");
            for (label, column) in labels.iter().zip(columns(per_item)) {
                assert!(!column.id().ends_with(label.as_str()), "{} has no words", column.id());
            }
        }
        assert!(sealed().iter().all(|(kind, field)| field_label(&texts, kind, field.name) != field.name));
    }
}
