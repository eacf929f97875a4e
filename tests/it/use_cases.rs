//! What a person asks of the application, without a window and without a command line.

use serde_json::json;
use tarazy_core::Env;
use tarazy_core::api::wire::{ById, Lang, LangSet, Look, LookSet, Nothing, OrderAdd, Recognise, ReviewLock};
use tarazy_tests::Office;

fn office() -> Office {
    Office::new(Env::system(), false).unwrap()
}

fn form(office: &Office, text: &str) -> OrderAdd {
    OrderAdd { order: office.app.order_recognise(Recognise { text: text.to_owned() }).unwrap().order }
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
fn after_an_override_the_order_is_found_by_the_verdict_that_was_locked() {
    let office = office();
    let saved = office.app.order_add(form(&office, "https://t.me/synaq/1")).unwrap();
    let item = office.app.order_show(ById { id: saved.id }).unwrap().items.remove(0);
    let open = office.app.review_open(ById { id: item.id.clone() }).unwrap();
    assert_eq!(open.judgement.verdict, "cannot_tell");
    assert!(!open.judgement.findings.contains(&"arbitrary".to_owned()), "{:?}", open.judgement.findings);
    let lock = |reason: &str| ReviewLock {
        id: item.id.clone(),
        answers: Vec::new(),
        verdict: "legitimate_criticism".to_owned(),
        override_reason: reason.to_owned(),
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
    for (code, value, allowed) in
        [("A7", "anonymous+pile_on", true), ("A7", "anonymous+none", false), ("A3", "Y+N", false), ("Z1", "Y", false)]
    {
        let answers = serde_json::from_value(json!([{"code": code, "value": value, "quote": "", "note": ""}])).unwrap();
        let saved = office.app.review_save(tarazy_core::api::wire::ReviewSave { id: item.id.clone(), answers });
        assert_eq!(saved.is_ok(), allowed, "{code} = {value}");
    }
}
