//! What a person asks of the application, without a window and without a command line.

use serde_json::json;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use tarazy_core::api::wire::{
    Answer, ById, ConflictDeclare, Lang, LangSet, Look, LookSet, Nothing, OrderAdd, Question, Recognise, ReviewLock,
};
use tarazy_core::api::wire::{PaperAsk, PaperFormAsk, Progress, Reminders, VaultCreate, WireTime};
use tarazy_core::api::wire::{ReviewSheet, SeatTake};
use tarazy_core::api::{App, Host};
use tarazy_core::{Clock, Env, KdfCost};
use tarazy_tests::Office;

fn office() -> Office {
    Office::new(Env::system(), false).unwrap()
}

fn form(office: &Office, text: &str) -> OrderAdd {
    OrderAdd::of(office.app.order_recognise(Recognise { text: text.to_owned() }).unwrap().order)
}

#[test]
fn an_open_register_remembers_how_its_window_looks_and_speaks() {
    let mut office = office();
    assert_eq!(office.app.vault_state(Nothing {}).unwrap().look, Look::System);
    for (look, lang) in [(Look::Dark, Lang::En), (Look::Light, Lang::Ru), (Look::System, Lang::Kk)] {
        office.app.look_set(LookSet { look }).unwrap();
        office.app.lang_set(LangSet { lang }).unwrap();
        office.reopen().unwrap();
        let state = office.app.vault_state(Nothing {}).unwrap();
        assert_eq!((state.look, state.lang), (look, Some(lang)));
    }
}

#[test]
fn a_form_names_the_platform_in_the_language_of_the_window() {
    let office = office();
    let known = office.app.platforms_list(Nothing {}).unwrap();
    let platform = known.rows.iter().find(|row| row.name.ru != row.name.en && !row.domains.is_empty()).unwrap();
    let address = format!("https://{}/synaq/1", platform.domains[0]);
    for (lang, name) in [(Lang::Kk, &platform.name.kk), (Lang::Ru, &platform.name.ru), (Lang::En, &platform.name.en)] {
        office.app.lang_set(LangSet { lang }).unwrap();
        let new = form(&office, &address);
        assert_eq!(&new.order.platform, name, "proposed for {address}");
        let saved = office.app.order_add(new).unwrap();
        let shown = office.app.order_show(ById { id: saved.id }).unwrap();
        assert_eq!(&shown.order.platform, name, "to be amended");
    }
}

#[test]
fn a_form_of_a_paper_tells_for_whom_it_can_be_to_those_who_do_not_know_yet() {
    let office = office();
    let form = |kind: &str, audience: &str| {
        let paper = PaperAsk {
            kind: kind.to_owned(),
            lang: Lang::Kk,
            audience: audience.to_owned(),
            filter: String::new(),
            subject: String::new(),
            format: String::new(),
        };
        office.app.paper_form(PaperFormAsk { paper })
    };
    let kinds = form("brief", "").unwrap().kinds;
    assert_eq!(kinds.len(), 6);
    for kind in &kinds {
        let told = form(kind, "").unwrap();
        assert!(!told.audiences.is_empty(), "{kind} is for nobody");
        assert_eq!(form(kind, &told.audiences[0]).unwrap(), told, "{kind}");
    }
    assert!(form("brief", "ministry").is_err(), "nobody is called so");
}

// A reviewer in the seat, without a conflict of interest in the item.
fn seated(office: &Office, item: &str) -> ReviewSheet {
    office.app.seat_take(SeatTake { id: String::new(), name: "Айгүл".to_owned() }).unwrap();
    let none = ConflictDeclare { id: item.to_owned(), conflict: "none".to_owned(), note: String::new() };
    office.app.review_conflict(none).unwrap()
}

// An answer that leaves a question open: "cannot tell" where one can say so.
fn untold(question: &Question) -> Answer {
    let value = question.scale.iter().find(|v| *v == "CT").or(question.scale.first());
    Answer { code: question.code.clone(), value: value.cloned().unwrap_or_default(), ..Answer::default() }
}

#[test]
fn after_an_override_the_order_is_found_by_the_verdict_that_was_locked() {
    let office = office();
    let saved = office.app.order_add(form(&office, "https://t.me/synaq/1")).unwrap();
    let item = office.app.order_show(ById { id: saved.id }).unwrap().items.remove(0);
    let open = seated(&office, &item.id);
    assert_eq!(open.judgement.verdict, "cannot_tell");
    assert!(!open.judgement.findings.contains(&"arbitrary".to_owned()), "{:?}", open.judgement.findings);
    let lock = |reason: &str| ReviewLock {
        id: item.id.clone(),
        answers: open.questions.iter().map(untold).collect(),
        verdict: "legitimate_criticism".to_owned(),
        override_reason: reason.to_owned(),
        subject: open.subject.clone(),
        seconds: 60,
        ..ReviewLock::default()
    };
    assert!(office.app.review_lock(lock("  ")).is_err(), "an override without a reason");
    let locked = office.app.review_lock(lock("The whole text is a question about a road.")).unwrap();
    assert!(locked.judgement.findings.contains(&"arbitrary".to_owned()), "{:?}", locked.judgement.findings);
    let review = locked.locked.unwrap();
    assert_eq!((review.computed.as_str(), review.verdict.as_str()), ("cannot_tell", "legitimate_criticism"));
}

#[test]
fn answers_that_no_question_allows_are_refused() {
    let office = office();
    let saved = office.app.order_add(form(&office, "https://t.me/synaq/1")).unwrap();
    let item = office.app.order_show(ById { id: saved.id }).unwrap().items.remove(0);
    seated(&office, &item.id);
    for (code, value, allowed) in
        [("A7", "anonymous+pile_on", true), ("A7", "anonymous+none", false), ("A3", "Y+N", false), ("Z1", "Y", false)]
    {
        let answers = serde_json::from_value(json!([{"code": code, "value": value, "quote": "", "note": ""}])).unwrap();
        let saved = office.app.review_save(tarazy_core::api::wire::ReviewSave {
            id: item.id.clone(),
            answers,
            ..tarazy_core::api::wire::ReviewSave::default()
        });
        assert_eq!(saved.is_ok(), allowed, "{code} = {value}");
    }
}

struct Bell(AtomicU32);

impl Host for Bell {
    fn pick_open(&self) -> Option<PathBuf> {
        None
    }
    fn pick_folder(&self) -> Option<PathBuf> {
        None
    }
    fn pick_save(&self, _: &str) -> Option<PathBuf> {
        None
    }
    fn changed(&self, _: &[&str]) {}
    fn progress(&self, _: &Progress) {}
    fn remind(&self, terms: u32) {
        self.0.fetch_add(terms, Ordering::Relaxed);
    }
}

struct Hands(AtomicI64);

impl Clock for Hands {
    fn now_micros(&self) -> i64 {
        self.0.load(Ordering::Relaxed) * 1_000_000
    }
}

#[test]
fn a_term_is_reminded_of_once_before_its_end_and_once_at_it_and_never_unasked() {
    let bell = Arc::new(Bell(AtomicU32::new(0)));
    let hands = Arc::new(Hands(AtomicI64::new(1_790_000_000)));
    let env = Env { clock: hands.clone(), ..Env::system() };
    let folder = tempfile::tempdir().unwrap();
    let app = App::new(env, bell.clone(), folder.path().join("v"), KdfCost::TESTS);
    let passphrase = "түлкі сегіз арқан теңіз боран жалау".to_owned();
    app.vault_create(VaultCreate {
        passphrase,
        lang: Lang::Kk,
        with_example: false,
        organisation: "Қор".to_owned(),
        actor: "Әлия".to_owned(),
    })
    .unwrap();
    let mut order = app.order_recognise(Recognise { text: "https://t.me/synaq/1".to_owned() }).unwrap().order;
    order.draft = false;
    let at = 1_790_000_000;
    order.received = WireTime {
        earliest: Some(at),
        latest: Some(at),
        precision: "exact".to_owned(),
        offset_minutes: 300,
        basis: "document".to_owned(),
    };
    app.order_add(OrderAdd::of(order)).unwrap();
    let rung = |second: i64| {
        hands.0.store(second, Ordering::Relaxed);
        let wait = app.remind().unwrap();
        assert!((1..=60).contains(&wait));
        bell.0.load(Ordering::Relaxed)
    };
    assert_eq!(rung(at + 23 * 3600), 0, "nobody asked for reminders");
    app.reminders_set(Reminders { on: true }).unwrap();
    assert_eq!(rung(at + 21 * 3600), 0);
    assert_eq!(rung(at + 22 * 3600), 1);
    assert_eq!(rung(at + 22 * 3600 + 60), 1);
    assert_eq!(rung(at + 24 * 3600), 2);
    assert_eq!(rung(at + 24 * 3600 + 600), 2);
    app.vault_lock(Nothing {}).unwrap();
    assert_eq!(rung(at + 24 * 3600 + 700), 2, "a locked register reminds of nothing");
}
