//! Promises of the case file: every moment is told, what is unknown is said, the matrix is the findings, and nobody reads what is sealed.

use super::*;
use crate::api::silent::Silent;
use crate::api::wire::{ById, ConflictDeclare, Lang, OrderAdd, OrderDraft, PaperAsk, PaperExport, PaperPreviewAsk, Recognise};
use crate::api::wire::{PaperFormAsk, PaperTextSet, SeatTake, VaultCreate};
use crate::api::{App, reviews};
use crate::env::{Env, Fixed};
use crate::id::Id;
use crate::model::kinds::{self, Fields, Held, KINDS, Shape};
use crate::model::time::{ASTANA, Basis, Moment};
use crate::papers::Document;
use crate::papers::case_file::MATRIX;
use crate::store::{Event, KdfCost};
use crate::texts::{self, Texts};
use std::sync::Arc;
use tempfile::TempDir;

pub struct Office {
    _folder: TempDir,
    pub app: App,
}

impl Office {
    pub fn open(with_example: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let env: Env = Fixed::env(1_780_000_000_000_000);
        let app = App::new(env, Arc::new(Silent), folder.path().join("v"), KdfCost::TESTS);
        app.vault_create(VaultCreate {
            passphrase: "алты қызыл көкжиек таразы".to_owned(),
            organisation: "Қор".to_owned(),
            actor: "Айгүл".to_owned(),
            with_example,
            lang: Lang::Kk,
        })
        .unwrap();
        Self { _folder: folder, app }
    }

    pub fn order(&self, reference: &str) -> Id {
        self.app.vault().unwrap().order_by_reference(reference).unwrap()
    }

    fn facts(&self, order: &Id, audience: Audience) -> CaseFile {
        let mut facts = gather(&self.app.vault().unwrap(), order, audience).unwrap();
        facts.day = "2026-11-28".to_owned();
        facts
    }

    fn add(&self, kind: &'static crate::model::kinds::Kind, fields: Fields) -> Id {
        let vault = self.app.vault().unwrap();
        let mut change = vault.begin().unwrap();
        let (id, _) = change.add_record(kind, fields).unwrap();
        change.commit(Event::RecordAdded, &id).unwrap();
        id
    }

    pub fn amend(&self, kind: &'static crate::model::kinds::Kind, id: &Id, fields: Fields) {
        let vault = self.app.vault().unwrap();
        let mut change = vault.begin().unwrap();
        change.amend_record(kind, id, fields).unwrap();
        change.commit(Event::RecordAmended, id).unwrap();
    }
}

fn said(facts: &CaseFile, lang: texts::Lang) -> Document {
    compose(facts, &Texts::new(lang))
}

fn words(document: &Document) -> String {
    document.words().join("\n").replace(texts::NO_BREAK, " ")
}

fn ask(order: &str, audience: &str) -> PaperAsk {
    PaperAsk {
        kind: "case_file".to_owned(),
        lang: Lang::En,
        audience: audience.to_owned(),
        filter: String::new(),
        subject: order.to_owned(),
        format: "pdf".to_owned(),
    }
}

// What a field of a record holds in these tests: a word that is found nowhere else.
pub fn canary(kind: &str, field: &str) -> String {
    format!("qz-{}-{}-zq", kind.replace('_', ""), field.replace('_', ""))
}

/// A register with one order around which everything is on record.
pub struct Full {
    pub office: Office,
    pub order: Id,
    items: Vec<Id>,
    hour: std::cell::Cell<i64>,
}

impl Full {
    pub fn open() -> Self {
        let office = Office::open(false);
        let locators = ["first", "second", "third", "gone"].map(|name| format!("https://t.me/qz-items-locator-zq/{name}"));
        let text = format!("Нұсқама № 25-01/7\n{}", locators.join("\n"));
        let recognised = office.app.order_recognise(Recognise { text }).unwrap();
        let seen = OrderDraft { draft: false, document_seen: "original".to_owned(), ..recognised.order };
        let order: Id = office.app.order_add(OrderAdd::of(seen)).unwrap().id.parse().unwrap();
        let items = office.app.order_show(ById { id: order.to_string() }).unwrap().items;
        let items = items.into_iter().map(|item| item.id.parse().unwrap()).collect();
        let full = Self { office, order, items, hour: std::cell::Cell::new(1_700_000_000) };
        full.record();
        full
    }

    // Every field of a kind, filled; links as given.
    fn filled(&self, kind: &'static crate::model::kinds::Kind, links: &[(&'static str, Id)]) -> Fields {
        let mut fields = Fields::new();
        for field in kind.fields.iter().filter(|field| !matches!(field.name, "reference" | "batch" | "folded")) {
            let held = match field.shape {
                Shape::Text | Shape::Long => Held::Text(canary(kind.name, field.name)),
                Shape::Code(values, unset) => Held::Text((*values.iter().find(|value| **value != unset).unwrap()).to_owned()),
                Shape::Codes(values) => Held::Codes(vec![values[0].to_owned()]),
                Shape::Number => Held::Number(7),
                Shape::Moment => {
                    self.hour.set(self.hour.get() + 90_000);
                    Held::Moment(Moment {
                        latest: Some(self.hour.get() + 59),
                        ..Moment::exact(self.hour.get(), ASTANA, Basis::Witness)
                    })
                }
                Shape::Link(_) | Shape::About => match links.iter().find(|(name, _)| *name == field.name) {
                    Some((_, id)) => Held::Link(*id),
                    None => continue,
                },
                Shape::Mark => continue,
            };
            fields.insert(field.name, held);
        }
        fields
    }

    fn add(&self, kind: &'static crate::model::kinds::Kind, links: &[(&'static str, Id)]) -> Id {
        self.office.add(kind, self.filled(kind, links))
    }

    fn record(&self) {
        let vault = self.office.app.vault().unwrap();
        let item_of = |place: usize| vault.order_item(&self.items[place]).unwrap().order_item.item;
        let adult = Fields::from([("is_child", Held::Text("no".to_owned()))]);
        let author = self.add(&kinds::ACTORS, &[]);
        self.office.amend(&kinds::ACTORS, &author, adult);
        let child = self.add(&kinds::ACTORS, &[]);
        let named =
            Fields::from([("name", Held::Text("qz-child-name-zq".to_owned())), ("public_label", Held::Text("pupil".to_owned()))]);
        self.office.amend(&kinds::ACTORS, &child, named);
        self.add(&kinds::OCCUPANCIES, &[("actor", author)]);
        let experts = self.add(&kinds::EXPERT_DECISIONS, &[]);
        let representative = self.office.app.vault().unwrap().platform_names().unwrap()[0].0;
        let representative = self.add(&kinds::REPRESENTATIVES, &[("platform", representative)]);
        let order = self.filled(&kinds::ORDERS, &[("expert_decision", experts), ("representative", representative)]);
        self.office.amend(&kinds::ORDERS, &self.order, order);
        let provision = self.add(&kinds::PROVISIONS, &[]);
        self.add(&kinds::PROVISION_VERSIONS, &[("provision", provision)]);
        self.add(&kinds::ORDER_PROVISIONS, &[("order", self.order), ("provision", provision)]);
        self.add(&kinds::ORDER_SOURCES, &[("order", self.order)]);
        let complaint = self.add(&kinds::COMPLAINTS, &[("order", self.order), ("alleged_victim", child)]);
        self.add(&kinds::PROCEEDINGS, &[("order", self.order), ("complaint", complaint)]);
        self.add(&kinds::ACTOR_ROLES, &[("actor", author), ("order", self.order)]);
        for place in 0..3 {
            let mut fields = self.filled(&kinds::ITEMS, &[("author", author)]);
            fields.remove("referral_note");
            fields.insert("locator", Held::Text(format!("https://t.me/{}/{place}", canary("items", "locator"))));
            fields.insert("text", Held::Text(format!("{} first\nsecond line {place}", canary("items", "text"))));
            fields.insert("language", Held::Text("en".to_owned()));
            if place != 2 {
                fields.remove("sensitivity");
            } else {
                fields.insert("sensitivity", Held::Text("child_identifiable".to_owned()));
                fields.insert("text", Held::Text("qz-hard-words-zq".to_owned()));
                fields.insert("locator", Held::Text("https://t.me/qz-hard-place-zq".to_owned()));
            }
            self.office.amend(&kinds::ITEMS, &item_of(place), fields);
            let applied = self.filled(&kinds::ORDER_ITEMS, &[]);
            self.office.amend(&kinds::ORDER_ITEMS, &self.items[place], applied);
        }
        self.add(&kinds::ITEM_TRANSLATIONS, &[("item", item_of(0))]);
        self.add(&kinds::EXPERT_OPINIONS, &[("item", item_of(0)), ("order", self.order)]);
        self.add(&kinds::COMPARATOR_PAIRS, &[("item_a", item_of(0)), ("item_b", item_of(1))]);
        let mut fact = self.filled(&kinds::FACTS, &[("subject", self.order)]);
        fact.insert("field", Held::Text("received".to_owned()));
        fact.insert("exhibits", Held::Text("qz-notice-zq, p. 3; qz-scan-zq".to_owned()));
        self.office.add(&kinds::FACTS, fact);
        let stub = Fields::from([
            ("stub", Held::Mark),
            ("referral_note", Held::Text(canary("items", "referral_note"))),
            ("locator", Held::Nothing),
            ("text", Held::Nothing),
        ]);
        self.office.amend(&kinds::ITEMS, &item_of(3), stub);
        for name in ["qz-reviewer-one-zq", "qz-reviewer-two-zq"] {
            self.review(name, &self.items[0]);
        }
        // Whoever is at the keyboard prepares the paper, and is named in it.
        self.office.app.seat_take(SeatTake { id: String::new(), name: "Айгүл".to_owned() }).unwrap();
    }

    fn review(&self, name: &str, item: &Id) {
        let app = &self.office.app;
        app.seat_take(SeatTake { id: String::new(), name: name.to_owned() }).unwrap();
        let id = item.to_string();
        let sheet =
            app.review_conflict(ConflictDeclare { id: id.clone(), conflict: "none".to_owned(), note: String::new() }).unwrap();
        let answer = |(code, value): &(&str, &str)| crate::api::wire::Answer {
            code: (*code).to_owned(),
            value: (*value).to_owned(),
            quote: canary("items", "text"),
            exhibit: "qz-capture-zq".to_owned(),
            note: canary("reviews", "note"),
            confidence: 3,
        };
        let answers: Vec<_> = reviews::tests::CRITICISM.iter().map(answer).collect();
        let vault = app.vault().unwrap();
        let all = reviews::with_proposed(&answers, &sheet.proposed);
        let verdict = vault.rubric(&sheet.rubric).unwrap().judge(&reviews::plain(&all)).verdict;
        let handed = crate::api::wire::ReviewLock {
            id,
            answers,
            verdict,
            subject: sheet.subject,
            ..crate::api::wire::ReviewLock::default()
        };
        app.review_lock(handed).unwrap();
    }

    fn said(&self, audience: Audience, lang: texts::Lang) -> String {
        words(&said(&self.office.facts(&self.order, audience), lang))
    }
}

#[test]
fn no_reader_sees_what_is_sealed_and_the_court_sees_what_the_case_needs() {
    let full = Full::open();
    for lang in texts::Lang::ALL {
        let [court, lawyer, partner, press, public] = Audience::ALL.map(|audience| full.said(audience, lang));
        for kind in KINDS {
            for field in kind.fields.iter().filter(|field| field.sealed) {
                for (who, text) in [("partner", &partner), ("press", &press), ("public", &public)] {
                    assert!(!text.contains(&canary(kind.name, field.name)), "{who} reads {}.{}", kind.name, field.name);
                }
            }
        }
        let everybody = [&court, &lawyer, &partner, &press, &public];
        for secret in [canary("actors", "contact").as_str(), "qz-child-name-zq", "qz-reviewer-one-zq", "qz-reviewer-two-zq"] {
            assert!(everybody.iter().all(|text| !text.contains(secret)), "{secret}");
        }
        for (kind, field) in
            [("actors", "name"), ("orders", "stated_reasons"), ("item_translations", "translator"), ("expert_opinions", "expert")]
        {
            assert!(court.contains(&canary(kind, field)) && lawyer.contains(&canary(kind, field)), "{kind}.{field}");
        }
        for outside in [&press, &public] {
            let words_of_others = [
                canary("items", "text"),
                canary("items", "locator"),
                canary("item_translations", "text"),
                canary("reviews", "note"),
                canary("orders", "note"),
                canary("complaints", "note"),
                "qz-notice-zq".to_owned(),
            ];
            for words in words_of_others {
                assert!(!outside.contains(&words), "{words}");
            }
        }
        assert!(partner.contains(&canary("items", "text")) && !partner.contains("qz-hard"));
        assert!(court.contains("qz-hard-words-zq"));
        // Working notes are the lawyer's alone.
        let note = canary("items", "referral_note");
        assert!(lawyer.contains(&note) && !court.contains(&note));
        assert!(!press.contains(&canary("items", "referral_note")));
        assert!(lawyer.contains(&canary("orders", "note")) && !court.contains(&canary("orders", "note")));
    }
}

#[test]
fn whoever_may_not_see_days_sees_no_finer_bound() {
    let full = Full::open();
    for audience in [Audience::Partner, Audience::Press, Audience::Public] {
        let facts = full.office.facts(&full.order, audience);
        let json = serde_json::to_value(&facts).unwrap();
        let exact: Vec<i64> = full.moments().into_iter().map(|(_, moment)| moment.earliest.unwrap()).collect();
        fn numbers(value: &serde_json::Value, found: &mut Vec<i64>) {
            match value {
                serde_json::Value::Number(n) => found.extend(n.as_i64()),
                serde_json::Value::Array(list) => list.iter().for_each(|value| numbers(value, found)),
                serde_json::Value::Object(map) => map.values().for_each(|value| numbers(value, found)),
                _ => {}
            }
        }
        let mut found = Vec::new();
        numbers(&json, &mut found);
        assert!(found.iter().all(|number| !exact.contains(number)), "{audience:?}");
        assert!(facts.chronology.iter().all(|told| told.when.only_month) && !facts.chronology.is_empty());
    }
}

impl Full {
    // Every moment that is on record around the order, by kind and field.
    fn moments(&self) -> Vec<(String, Moment)> {
        let vault = self.office.app.vault().unwrap();
        let mut records = vec![(&kinds::ORDERS, self.order)];
        let all = |kind: &'static crate::model::kinds::Kind| {
            let wanted = crate::store::Wanted { limit: 100, ..crate::store::Wanted::default() };
            vault.records(kind, &wanted).unwrap().1.into_iter().map(move |record| (kind, record.id))
        };
        for kind in [
            &kinds::COMPLAINTS,
            &kinds::EXPERT_DECISIONS,
            &kinds::PROCEEDINGS,
            &kinds::ORDER_SOURCES,
            &kinds::ITEMS,
            &kinds::ORDER_ITEMS,
        ] {
            records.extend(all(kind));
        }
        let mut found = Vec::new();
        for (kind, id) in records {
            for (field, held) in vault.record(kind, &id).unwrap().fields {
                if let Held::Moment(moment) = held {
                    found.push((format!("{}.{field}", kind.name), moment));
                }
            }
        }
        found
    }
}

#[test]
fn every_moment_on_record_is_told_with_its_precision_and_its_basis() {
    let full = Full::open();
    let facts = full.office.facts(&full.order, Audience::Court);
    let moments = full.moments();
    assert!(moments.len() >= 40, "{}", moments.len());
    for (what, moment) in &moments {
        let told = facts.chronology.iter().filter(|told| told.what == *what && told.when.moment == *moment).count();
        assert_eq!(told, 1, "{what} {moment:?}");
    }
    assert_eq!(facts.chronology.len(), moments.len() + 1, "and the end of the term");
    assert!(facts.chronology.is_sorted_by_key(|told| told.when.moment.earliest));
    let received = facts.chronology.iter().find(|told| told.what == "orders.received").unwrap();
    assert_eq!(received.exhibits, ["E1", "E2"]);
    let names: Vec<&str> = facts.exhibits.iter().map(|exhibit| exhibit.called.as_str()).collect();
    assert_eq!(names[..2], ["qz-notice-zq", "qz-scan-zq"]);
    assert!(names.contains(&"qz-capture-zq") && names.contains(&canary("expert_opinions", "exhibit").as_str()));
    for lang in texts::Lang::ALL {
        let texts = Texts::new(lang);
        let document = said(&facts, lang);
        let text = words(&document);
        assert!(!text.contains('⟦'), "{lang:?}: {}", text.lines().find(|line| line.contains('⟦')).unwrap());
        for told in &facts.chronology {
            assert!(text.contains(&texts.named("case-moment", &told.what)), "{}", told.what);
        }
        crate::papers::to_pdf(&document).unwrap();
    }
}

#[test]
fn what_overlaps_is_said_to_have_no_order() {
    let full = Full::open();
    let day = |day: u32| Held::Moment(Moment::day(2025, 3, day, ASTANA, Basis::Document).unwrap());
    let noon = Held::Moment(Moment::minute((2025, 3, 4), 12, 0, ASTANA, Basis::Observed).unwrap());
    let fields = Fields::from([("issued", day(3)), ("received", day(4)), ("learned", noon), ("closed", Held::Nothing)]);
    full.office.amend(&kinds::ORDERS, &full.order, fields);
    let facts = full.office.facts(&full.order, Audience::Court);
    let place = |what: &str| facts.chronology.iter().position(|told| told.what == what).unwrap();
    let (received, learned, issued) = (place("orders.received"), place("orders.learned"), place("orders.issued"));
    let number = |place: usize| u32::try_from(place).unwrap() + 1;
    assert_eq!(facts.chronology[learned].overlaps, [number(received)]);
    assert!(!facts.chronology[received].overlaps.contains(&number(issued)));
    let text = words(&said(&facts, texts::Lang::En));
    assert!(text.contains(&format!("No. {}: before or after No. {} is not known.", number(learned), number(received))), "{text}");
    assert!(text.contains("4 March 2025, 00:00–23:59 (to the day; UTC+05:00)"));
    assert!(text.contains("4 March 2025, 12:00:00–12:00:59 (to the minute; UTC+05:00)"));
}

#[test]
fn the_matrix_says_what_the_findings_of_the_order_say() {
    let office = Office::open(true);
    let vault = office.app.vault().unwrap();
    let wanted = crate::store::Wanted { limit: 100, ..crate::store::Wanted::default() };
    let (_, orders) = vault.records(&kinds::ORDERS, &wanted).unwrap();
    let (mut compared, mut defective) = (0, 0);
    for order in &orders {
        let found = reviews::order_findings(&office.app, ById { id: order.id.to_string() }).unwrap();
        let facts = office.facts(&order.id, Audience::Court);
        assert_eq!((facts.findings.items, facts.findings.judged), (found.items, found.judged));
        let counted = |list: &[crate::api::wire::NamedCount]| list.iter().map(|n| (n.code.clone(), n.count)).collect::<Vec<_>>();
        assert_eq!(facts.findings.flags, counted(&found.flags));
        assert_eq!(facts.findings.elements, counted(&found.elements));
        for element in &facts.elements {
            let unmet = found.rows.iter().filter(|row| row.outcome.defects.contains(&element.code)).count();
            if element.code.starts_with('B') {
                assert_eq!(element.not_met.len(), unmet, "{} {}", facts.order.reference, element.code);
                defective += unmet;
            }
            assert_eq!(element.applies() + element.apart.len(), found.judged as usize);
        }
        assert_eq!(MATRIX.iter().filter(|code| facts.element(code).is_some()).count(), MATRIX.len());
        let applicable: usize = facts.elements.iter().filter(|e| e.code.starts_with('B')).map(Element::applies).sum();
        assert_eq!(applicable, found.rows.iter().map(|row| row.outcome.applicable as usize).sum::<usize>());
        compared += found.judged;
    }
    assert!(compared > 50 && defective > 100, "{compared} {defective}");
}

#[test]
fn an_order_of_which_little_is_known_says_so() {
    let office = Office::open(false);
    let seen = OrderDraft {
        draft: false,
        ..office.app.order_recognise(Recognise { text: "Нұсқама № 1".to_owned() }).unwrap().order
    };
    let unknown = OrderDraft { learned: crate::api::orders::wire_time(&Moment::unknown()), number: String::new(), ..seen };
    let order: Id = office.app.order_add(OrderAdd::of(unknown)).unwrap().id.parse().unwrap();
    for audience in Audience::ALL {
        let facts = office.facts(&order, audience);
        assert!(facts.chronology.is_empty());
        let untold: Vec<&str> = facts.untold.iter().map(|untold| untold.what.as_str()).collect();
        assert_eq!(untold, ["orders.issued", "orders.received", "orders.learned"]);
        for lang in texts::Lang::ALL {
            let document = said(&facts, lang);
            let (text, texts) = (words(&document), Texts::new(lang));
            assert!(!text.contains('⟦'), "{text}");
            let mut promised = vec![
                "case-unseen-author",
                "case-fact-no-complaint",
                "case-fact-no-experts",
                "case-opinions-none",
                "case-fact-no-proceedings",
                "case-reply-none",
                "case-exhibits-none",
                "case-items-none",
                "case-chronology-none",
                "case-term-open",
                "case-route-usual",
            ];
            promised.push("case-translator-none");
            for id in promised {
                assert!(text.contains(&texts.say(id, &[])), "{id} in {lang:?}");
            }
            for untold in &untold {
                assert!(text.contains(&texts.named("case-moment", untold)));
            }
            for code in MATRIX {
                assert!(facts.elements.iter().any(|element| element.code == code));
            }
            crate::papers::to_pdf(&document).unwrap();
        }
    }
}

#[test]
fn an_order_of_thousands_of_items_stays_a_file_that_can_be_read() {
    let office = Office::open(false);
    let draft = office.app.order_recognise(Recognise { text: "Нұсқама № 2".to_owned() }).unwrap().order;
    let locators = (1..=2_000).map(|place| format!("https://t.me/example/{place}")).collect();
    let order = office.app.order_add(OrderAdd::of(OrderDraft { draft: false, locators, ..draft })).unwrap().id.parse().unwrap();
    let begun = std::time::Instant::now();
    let facts = office.facts(&order, Audience::Court);
    let gathered = begun.elapsed();
    assert_eq!((facts.items.len(), facts.rest.len(), facts.findings.items), (0, 2_000, 2_000));
    let pdf = crate::papers::to_pdf(&said(&facts, texts::Lang::Kk)).unwrap();
    println!("gathered in {gathered:?}, set in {:?}, {} bytes", begun.elapsed() - gathered, pdf.len());
    assert!(facts.untold.iter().any(|untold| untold.what == "items.posted" && untold.items == 2_000));
}

#[test]
fn without_an_order_there_is_a_page_that_says_what_to_do_and_nothing_is_saved() {
    let office = Office::open(false);
    let preview = office.app.paper_preview(PaperPreviewAsk { paper: ask("", "court"), from: 1, count: 1, check: false }).unwrap();
    assert_eq!((preview.pages.len(), preview.refused.as_str()), (1, "paper-needs-order"));
    let export = office.app.paper_export(PaperExport { paper: ask("", "court"), leaks_reason: String::new() });
    assert!(matches!(export, Err(Error::PaperNeedsOrder)));
}

#[test]
fn what_counsel_writes_stands_apart_and_what_is_not_written_is_asked_for() {
    let office = Office::open(true);
    let order = office.order("KZ-2026-0002").to_string();
    for (name, text) in [
        ("summary", "First.\n\nSecond."),
        ("route", "By the code."),
        ("term-for-claim", "2027-01-15"),
        ("relief-sought", "Set it aside."),
        ("translator-statement", "I translated."),
        ("signature", "A. B."),
        ("certified-copy", "C. D., 1 March"),
        ("legal-argument", "Because."),
    ] {
        let set = PaperTextSet {
            kind: "case_file".to_owned(),
            subject: order.clone(),
            lang: Lang::En,
            name: name.to_owned(),
            text: text.to_owned(),
        };
        office.app.paper_text_set(set).unwrap();
    }
    let form = office.app.paper_form(PaperFormAsk { paper: ask(&order, "court") }).unwrap();
    assert_eq!(form.texts.len(), 11);
    let paper = ask(&order, "court");
    let vault = office.app.vault().unwrap();
    let (kind, asked) = super::super::asked(&office.app, &vault, &paper).unwrap();
    let made = (kind.make)(&asked).unwrap();
    let written =
        made.document.blocks.iter().filter(|block| matches!(block, crate::papers::model::Block::Written { .. })).count();
    assert_eq!(written, 7);
    let text = words(&made.document);
    for sentence in [
        "Second.",
        "By the code.",
        "15 January 2027, as set by counsel",
        "C. D., 1 March",
        "Summary of the case (written by counsel)",
    ] {
        assert!(text.contains(sentence), "{sentence}");
    }
    assert!(!text.contains("to be checked by counsel") && !text.contains('⟦'));
}

#[test]
fn the_case_file_reads_so() {
    let office = Office::open(true);
    let order = office.order("KZ-2026-0001");
    for lang in texts::Lang::ALL {
        let text = words(&said(&office.facts(&order, Audience::Court), lang));
        let is_digest = |line: &str| line.len() == 64 && line.bytes().all(|byte| byte.is_ascii_hexdigit());
        let lines: Vec<&str> = text.lines().map(|line| if is_digest(line) { "<64 hexadecimal digits>" } else { line }).collect();
        insta::assert_snapshot!(format!("case_file_{}", lang.code()), lines.join("\n"));
    }
}

#[test]
fn references_are_parted_into_exhibits_and_pages_stay_with_them() {
    let named = |reference: &str| exhibits::names_in(reference).into_iter().map(|named| named.whole).collect::<Vec<_>>();
    assert_eq!(named("Хабарлама, 3-бет; скан"), ["Хабарлама, 3-бет", "скан"]);
    assert_eq!(named("Notice, p. 3, scan"), ["Notice, p. 3", "scan"]);
    assert_eq!(named(" , ;"), Vec::<String>::new());
}

pub fn order_items(office: &Office, order: &Id) -> Vec<Id> {
    let items = office.app.order_show(ById { id: order.to_string() }).unwrap().items;
    items.into_iter().map(|item| item.id.parse().unwrap()).collect()
}

#[test]
fn photographs_that_are_released_to_these_readers_are_printed_and_no_others() {
    let office = Office::open(true);
    let order = office.order("KZ-2026-0001");
    let vault = office.app.vault().unwrap();
    let plain = include_bytes!("../../../papers/sample/photo.jpg");
    // Each is another file, for one file is one exhibit.
    let photo = |number: u8| [&plain[..], &[number]].concat();
    let add = |file: &[u8], media: &str, released: &[&str], sensitivity: &str| {
        let stored = vault.take_in(file, file.len() as u64, &mut |_| true).unwrap();
        let mut fields =
            Fields::from([("description", Held::Text("Нұсқаманың сканы 😀".to_owned())), ("order", Held::Link(order))]);
        if !released.is_empty() {
            fields.insert("released_to", Held::Codes(released.iter().map(|code| (*code).to_owned()).collect()));
        }
        if sensitivity != "normal" {
            fields.insert("sensitivity", Held::Text(sensitivity.to_owned()));
        }
        vault.add_exhibit(fields, &stored, media, "").unwrap();
    };
    // The same file under two names: where one of them protects somebody, neither is printed.
    add(&photo(5), "image/jpeg", &["court", "lawyer"], "normal");
    add(&photo(5), "image/jpeg", &["court", "lawyer"], "intimate");
    add(&photo(1), "image/jpeg", &["court", "lawyer"], "normal");
    add(&photo(2), "image/jpeg", &["lawyer"], "normal");
    add(&photo(3), "image/jpeg", &["court", "press"], "child_identifiable");
    add(&photo(4), "image/jpeg", &[], "normal");
    add(b"no picture at all", "image/jpeg", &["court"], "normal");
    add(b"%PDF-1.7", "application/pdf", &["court"], "normal");
    let printed = |audience: Audience| -> Vec<u8> {
        let document = said(&office.facts(&order, audience), texts::Lang::Kk);
        assert!(!words(&document).contains('⟦') && !words(&document).contains("[case-"), "{}", words(&document));
        assert!(crate::papers::to_pdf(&document).is_ok() && crate::papers::to_docx(&document).is_ok());
        let photos = document.blocks.iter().filter_map(|block| match block {
            crate::papers::model::Block::Photo(photo) => photo.jpeg.last().copied(),
            _ => None,
        });
        photos.collect()
    };
    assert_eq!(printed(Audience::Court), [1]);
    assert_eq!(printed(Audience::Lawyer), [1, 2]);
    let facts = office.facts(&order, Audience::Court);
    assert_eq!((facts.pictures_left, facts.pictures_unfit), (0, 1));
    // What is printed is part of what the paper was made from.
    let mut without = facts.clone();
    without.exhibits.iter_mut().for_each(|exhibit| exhibit.picture = None);
    assert_ne!(snapshot(&without).unwrap(), snapshot(&facts).unwrap());
    // A photograph of an item of which a child can be told is not printed, whatever is said of its file.
    let shown = vault.order_item(&order_items(&office, &order)[0]).unwrap().order_item.item;
    let stored = vault.take_in(&photo(6)[..], photo(6).len() as u64, &mut |_| true).unwrap();
    let fields = Fields::from([
        ("description", Held::Text("Жазба".to_owned())),
        ("item", Held::Link(shown)),
        ("released_to", Held::Codes(vec!["court".to_owned()])),
    ]);
    vault.add_exhibit(fields, &stored, "image/jpeg", "").unwrap();
    assert_eq!(printed(Audience::Court), [1, 6]);
    office.amend(&kinds::ITEMS, &shown, Fields::from([("sensitivity", Held::Text("child_identifiable".to_owned()))]));
    assert_eq!(printed(Audience::Court), [1]);
    for audience in [Audience::Partner, Audience::Press, Audience::Public] {
        assert!(printed(audience).is_empty());
    }
    // What is done with a file is said in words, in every language.
    for (lang, done) in [(texts::Lang::Kk, "қабылданды"), (texts::Lang::Ru, "принято"), (texts::Lang::En, "taken in")]
    {
        let text = words(&said(&office.facts(&order, Audience::Court), lang));
        assert!(text.contains(done) && text.contains("[U+1F600]") && !text.contains("ingest"), "{text}");
    }
}
