//! Promises of reviewing: what is blind stays blind on every way out of the vault, what is locked stays, and what two found stands.

use super::super::wire::{
    AgreementAsk, ByCode, BySeq, CalibrationAnswer, CalibrationCase, FieldValue, Lang, LedgerPage, MethodAdopt, MethodAsk,
    MethodDraft, MethodForm, OrderAdd, OrderAmend, OrderDraft, OrdersList, ProfileAsk, Progress, Recognise, RecordSave,
    VaultCreate, VaultUnlock,
};
use super::*;
use crate::api::Host;
use crate::env::Env;
use crate::error::Result;
use crate::store::KdfCost;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

mod kept;

#[derive(Default)]
struct Nobody {
    stale: Mutex<Vec<String>>,
}

impl Host for Nobody {
    fn pick_open(&self) -> Option<std::path::PathBuf> {
        None
    }
    fn pick_folder(&self) -> Option<std::path::PathBuf> {
        None
    }
    fn pick_save(&self, _: &str) -> Option<std::path::PathBuf> {
        None
    }
    fn changed(&self, topics: &[&str]) {
        self.stale.lock().unwrap().extend(topics.iter().map(|&t| t.to_owned()));
    }
    fn progress(&self, _: &Progress) {}
}

const SECRET: &str = "тек бірінші шолушы жазған сөз";
const PASSPHRASE: &str = "алты қызыл көкжиек таразы";

struct Office {
    _folder: TempDir,
    app: App,
    host: Arc<Nobody>,
    order: String,
    items: Vec<String>,
}

impl Office {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let host = Arc::new(Nobody::default());
        let app = App::new(Env::system(), Arc::clone(&host) as Arc<dyn Host>, folder.path().join("v"), KdfCost::TESTS);
        let create = VaultCreate {
            passphrase: PASSPHRASE.to_owned(),
            organisation: "Қор".to_owned(),
            actor: "Айгүл".to_owned(),
            with_example: false,
            lang: Lang::Kk,
        };
        app.vault_create(create).unwrap();
        let text = "Нұсқама № 25-01/7\nhttps://t.me/example/1\nhttps://t.me/example/2\nhttps://t.me/example/3";
        let recognised = app.order_recognise(Recognise { text: text.to_owned() }).unwrap();
        let seen = OrderDraft { draft: false, document_seen: "original".to_owned(), ..recognised.order };
        let order = app.order_add(OrderAdd::of(seen)).unwrap().id;
        let items = app.order_show(ById { id: order.clone() }).unwrap().items.into_iter().map(|i| i.id).collect();
        Self { _folder: folder, app, host, order, items }
    }

    fn seat(&self, name: &str) {
        self.app.seat_take(SeatTake { id: String::new(), name: name.to_owned() }).unwrap();
    }

    fn declare(&self, item: &str) -> ReviewSheet {
        self.app
            .review_conflict(ConflictDeclare { id: item.to_owned(), conflict: "none".to_owned(), note: String::new() })
            .unwrap()
    }

    fn sheet(&self, item: &str) -> ReviewSheet {
        self.app.review_open(ById { id: item.to_owned() }).unwrap()
    }

    fn lock(&self, item: &str, answers: &[Answer]) -> Result<ReviewSheet> {
        let subject = self.sheet(item).subject;
        let verdict = Rubric::load()
            .unwrap()
            .judge(&plain(&with_proposed(answers, &proposed(&*self.app.vault()?, &parse_id(item)?)?)))
            .verdict;
        self.app.review_lock(ReviewLock {
            id: item.to_owned(),
            answers: answers.to_vec(),
            verdict,
            subject,
            seconds: 600,
            ..ReviewLock::default()
        })
    }

    fn review(&self, name: &str, item: &str, answers: &[Answer]) -> ReviewSheet {
        self.seat(name);
        self.declare(item);
        self.lock(item, answers).unwrap()
    }

    // Two people find criticism, apart. Returns the sheet as the second of them has it.
    fn agreed(&self, item: &str) -> ReviewSheet {
        self.review("Айгүл", item, &criticism());
        self.review("Берік", item, &criticism())
    }

    fn queue(&self, line: &str) -> Vec<(String, String)> {
        let queue = self.app.review_queue(QueueAsk { line: line.to_owned(), question: String::new() }).unwrap();
        queue.rows.into_iter().map(|row| (row.id, row.state)).collect()
    }

    fn holds(&self) {
        assert_eq!(self.app.ledger_verify(Nothing {}).unwrap().findings, []);
    }
}

fn answers(pairs: &[(&str, &str)]) -> Vec<Answer> {
    pairs
        .iter()
        .map(|(code, value)| Answer {
            code: (*code).to_owned(),
            value: (*value).to_owned(),
            note: SECRET.to_owned(),
            ..Answer::default()
        })
        .collect()
}

// Criticism by the rules.
pub(in crate::api) const CRITICISM: [(&str, &str); 13] = [
    ("G1", "original"),
    ("G3", "yes"),
    ("A1", "LY"),
    ("A3", "LN"),
    ("A4", "LN"),
    ("A5", "LN"),
    ("A6", "LN"),
    ("A9", "LN"),
    ("A10", "LY"),
    ("A13", "LY"),
    ("A14", "N"),
    ("A15a", "NA"),
    ("A16", "NA"),
];

fn criticism() -> Vec<Answer> {
    answers(&CRITICISM)
}

fn with(mut answers: Vec<Answer>, code: &str, value: &str) -> Vec<Answer> {
    answers.iter_mut().filter(|a| a.code == code).for_each(|a| a.value = value.to_owned());
    answers
}

#[test]
fn nobody_reviews_without_a_seat_and_nothing_is_shown_before_a_conflict_is_denied() {
    let office = Office::open();
    let item = &office.items[0];
    assert!(matches!(office.app.review_open(ById { id: item.clone() }), Err(Error::SeatEmpty)));
    assert_eq!(office.app.review_queue(QueueAsk::default()).unwrap().seat, "");
    office.seat("Айгүл");
    let sheet = office.sheet(item);
    assert_eq!((sheet.stage.as_str(), sheet.item.text.as_str()), ("declare", ""));
    assert!(matches!(office.lock(item, &criticism()), Err(Error::NotFound)));
    let save = ReviewSave { id: item.clone(), answers: criticism(), seconds: 1, ..ReviewSave::default() };
    assert!(matches!(office.app.review_save(save), Err(Error::ConflictOpen)));
    assert_eq!(office.declare(item).stage, "answer");
    office.holds();
}

#[test]
fn a_declared_conflict_frees_the_place_and_keeps_its_person_out() {
    let office = Office::open();
    let item = &office.items[0];
    office.seat("Айгүл");
    let declare = |note: &str| {
        office.app.review_conflict(ConflictDeclare { id: item.clone(), conflict: "declared".to_owned(), note: note.to_owned() })
    };
    assert!(matches!(declare(" "), Err(Error::Invalid("conflict_note"))));
    assert_eq!(declare("авторды танимын").unwrap().stage, "declined");
    assert!(matches!(office.lock(item, &criticism()), Err(Error::ConflictDeclared)));
    assert_ne!(office.app.review_next(Nothing {}).unwrap().id.as_ref(), Some(item));
    office.review("Берік", item, &criticism());
    office.review("Дана", item, &criticism());
    assert_eq!(office.sheet(item).outcome.unwrap().verdict, "legitimate_criticism");
    office.holds();
}

// Everything that a window or a command line could ask for, as one text.
fn everything_seen(office: &Office, item: &str) -> String {
    let app = &office.app;
    let mut seen = vec![
        serde_json::to_string(&office.sheet(item)).unwrap(),
        serde_json::to_string(&app.order_show(ById { id: office.order.clone() }).unwrap()).unwrap(),
        serde_json::to_string(&app.measures(Nothing {}).unwrap()).unwrap(),
        serde_json::to_string(&app.agreement(AgreementAsk::default()).unwrap()).unwrap(),
        serde_json::to_string(&app.order_findings(ById { id: office.order.clone() }).unwrap()).unwrap(),
        serde_json::to_string(
            &app.orders_list(OrdersList {
                filter: String::new(),
                sort: "reference".to_owned(),
                descending: false,
                offset: 0,
                limit: 500,
            })
            .unwrap(),
        )
        .unwrap(),
    ];
    for line in ["", "waiting", "disputed", "again", "settled"] {
        seen.push(
            serde_json::to_string(&app.review_queue(QueueAsk { line: line.to_owned(), question: String::new() }).unwrap())
                .unwrap(),
        );
    }
    let lines = app.ledger_lines(LedgerPage { offset: 0, limit: 500 }).unwrap();
    for line in &lines.lines {
        seen.push(serde_json::to_string(&app.entry_show(BySeq { seq: line.seq }).unwrap()).unwrap());
    }
    let vault = app.vault().unwrap();
    vault
        .reading(|reading| {
            for kind in crate::model::kept::whole() {
                reading.each(kind, &mut |record| {
                    seen.push(format!("{record:?}"));
                    Ok(())
                })?;
            }
            reading.drafts(&mut |_, answers, _| {
                seen.push(answers.to_owned());
                Ok(())
            })?;
            reading.case_drafts(&mut |draft| {
                seen.push(draft.answers.clone());
                Ok(())
            })?;
            reading.entries(&mut |entry| {
                seen.push(String::from_utf8_lossy(&entry.payload).into_owned());
                Ok(())
            })
        })
        .unwrap();
    seen.join("\n")
}

#[test]
fn the_second_reviewer_cannot_read_the_first_before_locking_by_any_way_out() {
    let office = Office::open();
    let item = &office.items[0];
    office.review("Айгүл", item, &criticism());
    assert!(everything_seen(&office, item).contains(SECRET), "one's own answers can be read");
    office.seat("Берік");
    office.declare(item);
    let save = ReviewSave { id: item.clone(), answers: vec![], seconds: 1, ..ReviewSave::default() };
    office.app.review_save(save).unwrap();
    let seen = everything_seen(&office, item);
    assert!(!seen.contains(SECRET));
    // Neither the words nor the verdict: no count tells it.
    assert!(!seen.contains("\"legitimate_criticism\",\"count\":1"));
    assert!(matches!(office.app.review_context(ById { id: item.clone() }), Err(Error::StillBlind)));
    let sheet = office.sheet(item);
    assert_eq!((sheet.readings.len(), sheet.outcome, sheet.locked), (0, None, None));
    // What an export holds back is said, before it is written.
    let plan = |office: &Office| {
        let ask = serde_json::json!({"format": "json", "rows": "item", "columns": [], "filter": "", "codes": false, "sensitive": false, "lang": "kk", "confirmed": true});
        office.app.export_plan(serde_json::from_value(ask).unwrap()).unwrap().held_back
    };
    assert_eq!(plan(&office), 1);
    // A draft of somebody else is nobody's business either.
    office.seat("Дана");
    assert!(matches!(office.app.review_open(ById { id: item.clone() }).unwrap().stage.as_str(), "taken"));
    assert!(!everything_seen(&office, item).contains(SECRET));
    office.seat("Берік");
    let locked = office.lock(item, &criticism()).unwrap();
    assert_eq!((locked.stage.as_str(), locked.readings.len()), ("open", 2));
    assert!(everything_seen(&office, item).contains(SECRET), "when both are locked both can be read");
    assert_eq!(plan(&office), 0);
    office.holds();
}

#[test]
fn two_who_differ_are_settled_by_a_third_who_is_neither() {
    let office = Office::open();
    let item = &office.items[0];
    office.review("Айгүл", item, &criticism());
    office.review("Берік", item, &with(criticism(), "A10", "LN"));
    let disputed = office.sheet(item).outcome.unwrap();
    assert_eq!((disputed.how.as_str(), disputed.disputes.as_slice(), disputed.standing), ("", &["A10".to_owned()][..], false));
    assert_eq!(office.app.measures(Nothing {}).unwrap().reviewed, 0, "what is disputed counts in no figure");
    assert_eq!(office.queue("disputed"), [(item.clone(), "disputed".to_owned())]);
    let asked = |question: &str| {
        office.app.review_queue(QueueAsk { line: "disputed".to_owned(), question: question.to_owned() }).unwrap()
    };
    assert_eq!((asked("A10").rows.len(), asked("A1").rows.len()), (1, 0));
    assert_eq!(asked("").questions, [DisputedQuestion { code: "A10".to_owned(), count: 1 }]);
    // Neither of the two decides.
    assert!(matches!(office.lock(item, &criticism()), Err(Error::ReviewLocked)));
    office.seat("Дана");
    let sheet = office.declare(item);
    assert_eq!((sheet.round.as_str(), sheet.readings.len()), ("adjudication", 2));
    let settled = office.lock(item, &criticism()).unwrap().outcome.unwrap();
    assert_eq!((settled.how.as_str(), settled.verdict.as_str(), settled.standing), ("adjudicated", "legitimate_criticism", true));
    assert_eq!(office.app.measures(Nothing {}).unwrap().reviewed, 1);
    assert_eq!(office.app.agreement(AgreementAsk::default()).unwrap().adjudicated, 1);
    office.seat("Ермек");
    assert!(matches!(
        office.app.review_conflict(ConflictDeclare { id: item.clone(), conflict: "none".to_owned(), note: String::new() }),
        Err(Error::PlaceTaken)
    ));
    office.holds();
}

#[test]
fn a_locked_review_is_corrected_only_while_nobody_else_could_read_it() {
    let office = Office::open();
    let item = &office.items[0];
    let first = office.review("Айгүл", item, &criticism());
    assert!(first.can_correct && first.stage == "locked");
    let corrected = office.lock(item, &with(criticism(), "A10", "LN")).unwrap();
    assert_eq!(corrected.locked.unwrap().verdict, "other_lawful");
    let reviews = office
        .app
        .vault()
        .unwrap()
        .reviews_of(office.app.vault().unwrap().seat_if_any().unwrap().as_ref(), &parse_id(item).unwrap())
        .unwrap();
    assert_eq!(reviews.iter().map(|r| r.superseded).collect::<Vec<_>>(), [true, false], "nothing is overwritten");
    let second = office.review("Берік", item, &with(criticism(), "A10", "LN"));
    assert_eq!(second.outcome.unwrap().verdict, "other_lawful");
    office.seat("Айгүл");
    assert!(matches!(office.lock(item, &criticism()), Err(Error::ReviewLocked)));
    let vault = office.app.vault().unwrap();
    for sql in ["UPDATE reviews SET verdict = 'mixed'", "DELETE FROM reviews"] {
        assert!(vault.scratch(|db| Ok(db.execute_batch(sql).is_err())).unwrap(), "{sql}");
    }
    office.holds();
}

#[test]
fn what_changed_since_is_flagged_and_judged_anew_and_the_old_verdict_stands_until_then() {
    let office = Office::open();
    let item = &office.items[0];
    office.agreed(item);
    assert!(!office.sheet(item).changed && office.queue("again").is_empty());
    let again =
        |reason: &str| office.app.review_again(CycleOpen { id: item.clone(), reason: reason.to_owned(), note: String::new() });
    assert!(matches!(again("mood"), Err(Error::Invalid("reason"))));
    let amend = |provisions: &str| {
        let shown = office.app.order_show(ById { id: office.order.clone() }).unwrap();
        let order = OrderDraft { provisions: provisions.to_owned(), ..shown.order };
        office.app.order_amend(OrderAmend { id: office.order.clone(), order }).unwrap()
    };
    let before = office.app.order_show(ById { id: office.order.clone() }).unwrap().order.provisions;
    amend("40-бап");
    assert!(office.sheet(item).changed);
    assert_eq!(office.queue("again"), [(item.clone(), "again".to_owned())]);
    amend(&before);
    assert!(!office.sheet(item).changed && office.queue("again").is_empty(), "what is put back is not changed");
    amend("40-бап");
    again("item_changed").unwrap();
    assert!(matches!(again("item_changed"), Err(Error::CycleOpen)));
    assert_eq!(office.app.measures(Nothing {}).unwrap().reviewed, 1, "the verdict stands until the next is settled");
    office.seat("Дана");
    let waits = office.app.review_queue(QueueAsk { line: String::new(), question: String::new() }).unwrap().rows;
    let row = waits.iter().find(|row| row.id == *item).expect("a cycle that was opened anew waits for its reviewers");
    assert_eq!(
        (row.verdict.as_ref(), row.disputes.len(), row.changed),
        (None, 0, false),
        "who judges anew is not told what was found"
    );
    assert_eq!(office.declare(item).item.verdict, None, "nor by the sheet");
    office.review("Дана", item, &with(criticism(), "A10", "LN"));
    assert_eq!(
        office.app.measures(Nothing {}).unwrap().verdicts.iter().find(|v| v.verdict == "legitimate_criticism").unwrap().count,
        1
    );
    let last = office.review("Айгүл", item, &with(criticism(), "A10", "LN"));
    assert_eq!((last.cycle, last.outcome.unwrap().verdict.as_str(), last.changed), (2, "other_lawful", false));
    let counts: BTreeMap<String, u32> =
        office.app.measures(Nothing {}).unwrap().verdicts.into_iter().map(|v| (v.verdict, v.count)).collect();
    assert_eq!((counts["other_lawful"], counts["legitimate_criticism"]), (1, 0), "one item counts once");
    office.holds();
}

#[test]
fn an_item_that_changed_under_the_reviewer_is_not_locked() {
    let office = Office::open();
    let item = &office.items[0];
    office.seat("Айгүл");
    let sheet = office.declare(item);
    let shown = office.app.order_show(ById { id: office.order.clone() }).unwrap();
    let order = OrderDraft { ground: "drugs".to_owned(), ..shown.order };
    office.app.order_amend(OrderAmend { id: office.order.clone(), order }).unwrap();
    let handed = ReviewLock {
        id: item.clone(),
        answers: criticism(),
        verdict: "legitimate_criticism".to_owned(),
        subject: sheet.subject,
        ..ReviewLock::default()
    };
    assert!(matches!(office.app.review_lock(handed), Err(Error::ReviewOvertaken)));
    office.lock(item, &criticism()).unwrap();
}

#[test]
fn the_next_item_is_what_was_begun_then_what_waits_for_a_second_then_what_nobody_has() {
    let office = Office::open();
    let next = || office.app.review_next(Nothing {}).unwrap().id;
    office.seat("Айгүл");
    assert_eq!(next().as_ref(), office.items.first());
    office.review("Айгүл", &office.items[1], &criticism());
    office.seat("Берік");
    assert_eq!(next().as_ref(), office.items.get(1), "half-reviewed items are finished first");
    office.declare(&office.items[2]);
    assert_eq!(next().as_ref(), office.items.get(2), "one's own goes before all");
    let known = office.app.reviewers(Nothing {}).unwrap();
    let given = Assign { first: known.rows[0].id.clone(), second: known.rows[1].id.clone(), count: 9 };
    assert!(matches!(
        office.app.review_assign(Assign { second: given.first.clone(), ..given.clone() }),
        Err(Error::Invalid("second"))
    ));
    assert_eq!(office.app.review_assign(given.clone()).unwrap().count, 1);
    assert_eq!(office.app.review_assign(given).unwrap().count, 0);
    assert_eq!(office.queue("").len(), 3);
    office.review("Берік", &office.items[1], &criticism());
    office.review("Берік", &office.items[2], &criticism());
    office.review("Берік", &office.items[0], &criticism());
    assert_eq!(next(), None);
    assert_eq!(office.queue("waiting").len(), 2);
    office.review("Айгүл", &office.items[0], &with(criticism(), "A10", "LN"));
    assert_ne!(next().as_ref(), office.items.first(), "who differs does not decide between the two");
    office.seat("Сәуле");
    assert_eq!(next().as_ref(), office.items.get(2), "a second review goes before a third one");
    office.review("Сәуле", &office.items[2], &criticism());
    assert_eq!(next().as_ref(), office.items.first(), "a third person decides before anything new is begun");
    office.declare(&office.items[0]);
    office.seat("Дәурен");
    assert_ne!(next().as_ref(), office.items.first(), "one who decides is enough");
    office.holds();
}

#[test]
fn a_queue_says_when_it_lists_only_the_first_of_more() {
    let office = Office::open();
    office.seat("Айгүл");
    let seen = office.app.order_recognise(Recognise { text: "Нұсқама № 25-01/8".to_owned() }).unwrap().order;
    let add = |range: std::ops::Range<u32>| {
        let locators = range.map(|n| format!("https://t.me/example/{n}")).collect();
        let draft = OrderDraft { locators, draft: false, ..seen.clone() };
        office.app.order_add(OrderAdd::of(draft)).unwrap();
    };
    add(100..297);
    let full = office.app.review_queue(QueueAsk::default()).unwrap();
    assert_eq!((full.rows.len(), full.cut), (200, false));
    add(300..301);
    let more = office.app.review_queue(QueueAsk::default()).unwrap();
    assert_eq!((more.rows.len(), more.cut), (200, true));
}

#[test]
fn officials_stay_covered_until_somebody_asks_and_the_review_says_so() {
    let office = Office::open();
    let item = &office.items[0];
    let of = |field: &str, value: &str| (field.to_owned(), FieldValue::Text(value.to_owned()));
    let save = |kind: &str, fields: Vec<(String, FieldValue)>| {
        let save = RecordSave {
            kind: kind.to_owned(),
            id: String::new(),
            fields: fields.into_iter().map(|(name, value)| (name, Some(value))).collect(),
        };
        office.app.record_save(save).unwrap().id
    };
    let content = office.sheet_item(item);
    let actor = save("actors", vec![of("kind", "person"), of("name", "Ойдан Шығарылғанов"), of("public_label", "әкім, Б өңірі")]);
    save("occupancies", vec![of("actor", &actor), of("post", "әкім"), of("public_office", "yes")]);
    save("actor_roles", vec![of("actor", &actor), of("role", "person_criticised"), of("item", &content)]);
    office.write(item, "Әкім Шығарылғанов уәдесін орындамады.");
    let vault = office.app.vault().unwrap();
    office.seat("Айгүл");
    let sheet = office.declare(item);
    assert_eq!((sheet.item.text.as_str(), sheet.masked), ("Әкім █████ уәдесін орындамады.", 1));
    let quoting = |words: &str| {
        let mut answers = criticism();
        answers[2].quote = words.to_owned();
        answers
    };
    let locked = office.lock(item, &quoting("Әкім █████ уәдесін")).unwrap();
    assert_eq!(locked.locked.unwrap().blind_to_official, "yes");
    assert_eq!(locked.masked, 1, "what may still be corrected stays covered");
    assert_eq!(locked.answers[2].quote, "Әкім █████ уәдесін", "and so do the words quoted from it");
    let kept = vault.reviews_of(vault.seat_if_any().unwrap().as_ref(), &parse_id(item).unwrap()).unwrap().remove(0);
    assert!(kept.review.answers.contains("Әкім Шығарылғанов уәдесін"), "which are locked as they stand there");
    let both = office.lock(item, &quoting("Әкім █████ […] уәдесін орындамады.")).unwrap();
    assert_eq!(both.answers[2].quote, "Әкім █████ […] уәдесін орындамады.", "words of two places stay covered too");
    let own = office.lock(item, &quoting("Шығарылғанов туралы өз сөзім")).unwrap();
    assert_eq!(own.answers[2].quote, "Шығарылғанов туралы өз сөзім", "nothing that somebody wrote is lost");
    office.seat("Берік");
    office.declare(item);
    office
        .app
        .review_save(ReviewSave { id: item.clone(), answers: vec![], seconds: 5, saw_official: true, ..ReviewSave::default() })
        .unwrap();
    let uncovered = office.sheet(item);
    assert!(uncovered.saw_official && uncovered.masked == 0 && uncovered.item.text.contains("Шығарылғанов"));
    let open = office.lock(item, &criticism()).unwrap();
    assert_eq!(open.locked.unwrap().blind_to_official, "no");
    assert!(open.item.text.contains("Шығарылғанов"), "when both are locked all is shown");
}

impl Office {
    // Draws up another major version, and adopts it.
    fn adopt_another(&self) {
        let draft = self.app.method_draft(MethodAsk { version: "1.0.0".to_owned() }).unwrap();
        let mut form = draft.form;
        form.findings.arbitrary_elements = 2;
        form.change = "Басқаша.".to_owned();
        let saved = self.app.method_save(MethodDraft { version: draft.row.key, form }).unwrap();
        self.app.method_adopt(MethodAdopt { version: saved.row.key, by: "Қор".to_owned(), on: String::new() }).unwrap();
    }

    fn sheet_item(&self, item: &str) -> String {
        self.app.vault().unwrap().order_item(&parse_id(item).unwrap()).unwrap().order_item.item.to_string()
    }
}

#[test]
fn verdicts_of_two_majors_are_never_in_one_figure_and_the_older_wait_to_be_judged_anew() {
    let office = Office::open();
    let item = &office.items[0];
    office.agreed(item);
    let adopt = |base: &str, change: &dyn Fn(&mut MethodForm)| {
        let draft = office.app.method_draft(MethodAsk { version: base.to_owned() }).unwrap();
        let mut form = draft.form;
        change(&mut form);
        form.change = "Басқаша.".to_owned();
        let saved = office.app.method_save(MethodDraft { version: draft.row.key, form }).unwrap();
        let adopt = MethodAdopt { version: saved.row.key, by: "Қор".to_owned(), on: String::new() };
        office.app.method_adopt(adopt).unwrap().row.version
    };
    let reviewed = || office.app.measures(Nothing {}).unwrap().reviewed;
    assert_eq!(adopt("1.0.0", &|form| form.questions[3].help.en.push('.')), "1.0.1");
    assert_eq!((reviewed(), office.queue("again").len()), (1, 0), "wording changes no verdict");
    assert_eq!(adopt("1.0.1", &|form| form.findings.arbitrary_elements = 2), "2.0.0");
    assert_eq!((reviewed(), office.queue("again")), (0, vec![(item.clone(), "again".to_owned())]));
    let pairs = |major: Option<u32>| office.app.agreement(AgreementAsk { major }).unwrap().pairs;
    assert_eq!((pairs(None), pairs(Some(1))), (0, 1), "each major is asked by itself");
    let sheet = office.sheet(item);
    assert_eq!(
        (sheet.rubric.as_str(), sheet.outcome.unwrap().standing),
        ("1.0.0", false),
        "what is locked is read by its own version"
    );
    let again = CycleOpen { id: item.clone(), reason: "new_major".to_owned(), note: String::new() };
    office.app.review_again(again).unwrap();
    office.review("Айгүл", item, &criticism());
    let settled = office.review("Дана", item, &criticism());
    assert_eq!((settled.rubric.as_str(), settled.cycle), ("2.0.0", 2));
    assert_eq!((reviewed(), pairs(None), pairs(Some(1)), office.queue("again").len()), (1, 1, 1, 0));
    office.holds();
}

#[test]
fn both_reviews_of_a_cycle_are_made_by_one_version_whatever_is_adopted_between_them() {
    let office = Office::open();
    let item = &office.items[0];
    office.review("Айгүл", item, &criticism());
    office.adopt_another();
    office.seat("Берік");
    assert_eq!(office.declare(item).rubric, "1.0.0");
    assert_eq!(office.declare(&office.items[1]).rubric, "2.0.0");
    let settled = office.lock(item, &criticism()).unwrap();
    let outcome = settled.outcome.unwrap();
    assert_eq!((outcome.rubric.as_str(), outcome.standing), ("1.0.0", false));
    assert_eq!(office.queue("again").len(), 1);
    office.holds();
}

#[test]
fn a_verdict_that_its_reviews_do_not_come_to_is_found() {
    let office = Office::open();
    let item = &office.items[0];
    office.agreed(item);
    let found =
        || -> Vec<String> { office.app.ledger_verify(Nothing {}).unwrap().findings.into_iter().map(|f| f.code).collect() };
    assert!(found().is_empty());
    let vault = office.app.vault().unwrap();
    let run = |sql: &str| {
        vault
            .scratch(|db| {
                db.execute_batch(sql).unwrap();
                Ok(())
            })
            .unwrap();
    };
    run("UPDATE judged SET verdict = 'real_bullying'");
    assert_eq!(found(), ["verdict_differs"]);
    run("UPDATE judged SET verdict = 'legitimate_criticism', standing = 0");
    assert_eq!(found(), ["verdict_differs"]);
    run("DELETE FROM judged");
    assert_eq!(found(), ["verdict_differs"]);
}

#[test]
fn findings_of_an_order_are_counted_flag_by_flag() {
    let office = Office::open();
    for (item, value) in [(&office.items[0], "LY"), (&office.items[1], "LN")] {
        for name in ["Айгүл", "Берік"] {
            office.review(name, item, &with(criticism(), "A10", value));
        }
    }
    let found = office.app.order_findings(ById { id: office.order.clone() }).unwrap();
    assert_eq!((found.items, found.judged, found.label.as_str()), (3, 2, "arbitrary"));
    let flags: Vec<(&str, u32)> = found.flags.iter().map(|f| (f.code.as_str(), f.count)).collect();
    assert_eq!(flags, [("arbitrary", 2), ("not_assessable", 2)]);
}

#[test]
fn the_calibration_set_shows_its_key_after_the_answer_and_takes_one_answer() {
    let office = Office::open();
    office.seat("Айгүл");
    let case = office.app.calibration_open(ByCode { code: "K01".to_owned() }).unwrap();
    assert_eq!(case.feedback, None);
    let answer = || CalibrationAnswer { code: "K01".to_owned(), answers: criticism() };
    let told = office.app.calibration_answer(answer()).unwrap();
    assert!(told.feedback.is_some());
    assert!(matches!(office.app.calibration_answer(answer()), Err(Error::ReviewLocked)));
    assert_eq!(office.app.calibration(Nothing {}).unwrap().answered, 1);
    office.seat("Берік");
    let other = office.app.calibration_open(ByCode { code: "K01".to_owned() }).unwrap();
    assert_eq!((other.feedback, other.answers.len()), (None, 0));
    let lines = office.app.ledger_lines(LedgerPage { offset: 0, limit: 500 }).unwrap().lines;
    let seq = lines.iter().find(|l| l.kind == "calibration_answered").unwrap().seq;
    assert!(!serde_json::to_string(&office.app.entry_show(BySeq { seq }).unwrap()).unwrap().contains(SECRET));
    office.holds();
}

impl Office {
    fn keep(&self, case: &str, answers: Vec<Answer>) -> Result<Nothing> {
        self.app.calibration_save(CalibrationAnswer { code: case.to_owned(), answers })
    }

    fn case(&self, code: &str) -> CalibrationCase {
        self.app.calibration_open(ByCode { code: code.to_owned() }).unwrap()
    }

    fn begun(&self) -> Vec<String> {
        let rows = self.app.calibration(Nothing {}).unwrap().rows;
        rows.into_iter().filter(|row| row.begun).map(|row| row.code).collect()
    }
}

#[test]
fn a_case_that_was_begun_is_kept_for_its_seat_alone_until_it_is_handed_in() {
    let office = Office::open();
    office.seat("Айгүл");
    let entries = || office.app.ledger_lines(LedgerPage { offset: 0, limit: 1 }).unwrap().state.entries;
    let before = entries();
    office.keep("K01", answers(&[("A1", "LY")])).unwrap();
    office.keep("K01", criticism()).unwrap();
    office.keep("K02", answers(&[("A1", "N")])).unwrap();
    assert_eq!(entries(), before, "working paper is not in the ledger");
    office.app.vault_lock(Nothing {}).unwrap();
    office.app.vault_unlock(VaultUnlock { passphrase: PASSPHRASE.to_owned() }).unwrap();
    let case = office.case("K01");
    assert_eq!((case.answers, case.verdict.as_str(), case.feedback), (criticism(), "", None));
    assert_eq!(office.begun(), ["K01", "K02"]);
    let item = &office.items[0];
    assert!(everything_seen(&office, item).contains(SECRET), "one's own answers can be read");
    office.seat("Берік");
    assert_eq!((office.case("K01").answers, office.begun()), (vec![], vec![]));
    assert!(!everything_seen(&office, item).contains(SECRET));
    office.keep("K01", answers(&[("A1", "CT")])).unwrap();
    office.seat("Айгүл");
    let handed = office.app.calibration_answer(CalibrationAnswer { code: "K01".to_owned(), answers: criticism() }).unwrap();
    assert_eq!(handed.answers, criticism());
    assert_eq!(office.begun(), ["K02"]);
    let vault = office.app.vault().unwrap();
    let own = vault.seat().unwrap();
    let left: Vec<String> = vault.calibration_drafts(&own, "1").unwrap().into_iter().map(|(case, _)| case).collect();
    assert_eq!(left, ["K02"], "what was handed in is kept once");
    office.seat("Берік");
    assert_eq!(office.begun(), ["K01"], "what somebody else handed in is no end of one's own");
    office.holds();
}

#[test]
fn a_case_keeps_no_answer_that_is_not_asked_and_none_once_it_is_handed_in() {
    let office = Office::open();
    assert!(matches!(office.keep("K01", criticism()), Err(Error::SeatEmpty)));
    office.seat("Айгүл");
    assert!(matches!(office.keep("K99", criticism()), Err(Error::NotFound)));
    assert!(matches!(office.keep("K01", answers(&[("Z9", "Y")])), Err(Error::Invalid("answers"))));
    assert!(matches!(office.keep("K01", answers(&[("A1", "original")])), Err(Error::Invalid("answers"))));
    assert_eq!(office.begun(), Vec::<String>::new());
    office.app.calibration_answer(CalibrationAnswer { code: "K01".to_owned(), answers: criticism() }).unwrap();
    assert!(matches!(office.keep("K01", answers(&[("A1", "N")])), Err(Error::ReviewLocked)));
    assert!(matches!(office.keep("K01", vec![]), Err(Error::ReviewLocked)));
    assert_eq!(office.case("K01").answers, criticism());
}

#[test]
fn the_list_of_cases_goes_stale_when_one_is_begun_and_when_nothing_is_left_of_it() {
    let office = Office::open();
    office.seat("Айгүл");
    let stale = |given: &[(&str, &str)]| {
        office.host.stale.lock().unwrap().clear();
        office.keep("K01", answers(given)).unwrap();
        office.host.stale.lock().unwrap().join(" ")
    };
    assert_eq!(stale(&[("A1", "LY")]), "reviews");
    assert_eq!(stale(&[("A1", "N")]), "");
    assert_eq!(stale(&[]), "reviews");
    assert_eq!(office.begun(), Vec::<String>::new());
    assert_eq!(stale(&[]), "");
}

impl Office {
    fn save(&self, kind: &str, id: &str, fields: &[(&str, &str)]) -> Result<String> {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), Some(FieldValue::Text((*value).to_owned()))));
        Ok(self.app.record_save(RecordSave { kind: kind.to_owned(), id: id.to_owned(), fields: fields.collect() })?.id)
    }

    // Gives an item its words.
    fn write(&self, item: &str, text: &str) {
        let id = parse_id(&self.sheet_item(item)).unwrap();
        let vault = self.app.vault().unwrap();
        let mut change = vault.begin().unwrap();
        let kind = crate::model::kinds::Kind::named("items").unwrap();
        let text = crate::model::kinds::Held::Text(text.to_owned());
        change.amend_record(kind, &id, BTreeMap::from([("text", text)])).unwrap();
        change.commit(Event::RecordAmended, &id).unwrap();
    }

    // Marks an item as child sexual material, of which nothing is kept.
    fn stub(&self, item: &str) {
        let id = self.sheet_item(item);
        let id = parse_id(&id).unwrap();
        let vault = self.app.vault().unwrap();
        let mut change = vault.begin().unwrap();
        let kind = crate::model::kinds::Kind::named("items").unwrap();
        let held = crate::model::kinds::Held::Mark;
        let nothing = || crate::model::kinds::Held::Nothing;
        let referred = crate::model::kinds::Held::Text("Полицияға хабарланды.".to_owned());
        let fields = BTreeMap::from([("stub", held), ("locator", nothing()), ("text", nothing()), ("referral_note", referred)]);
        change.amend_record(kind, &id, fields).unwrap();
        change.commit(Event::RecordAmended, &id).unwrap();
    }
}

#[test]
fn of_a_stub_nothing_is_judged_and_it_stops_nobody() {
    let office = Office::open();
    let item = &office.items[0];
    office.review("Айгүл", item, &criticism());
    office.seat("Дана");
    office.declare(item);
    let before = office.app.vault().unwrap().counts().unwrap().to_review;
    office.stub(item);
    assert!(matches!(office.lock(item, &criticism()), Err(Error::NotFound)));
    office.seat("Берік");
    assert_eq!(office.app.review_next(Nothing {}).unwrap().id.as_ref(), office.items.get(1), "the next is another one");
    assert!(!office.queue("").iter().any(|(id, _)| id == item));
    assert_eq!(office.app.vault().unwrap().counts().unwrap().to_review, before - 1);
}

#[test]
fn what_the_register_answered_for_both_is_no_agreement_of_theirs() {
    let office = Office::open();
    let item = &office.items[0];
    let proposed: Vec<Answer> = {
        office.seat("Айгүл");
        office.declare(item).proposed
    };
    let code = proposed.first().unwrap().code.clone();
    let open = office.agreed(item);
    assert!(open.readings.iter().all(|r| r.from_register.contains(&code)), "{code}");
    let asked = |code: &str| {
        let agreement = office.app.agreement(AgreementAsk::default()).unwrap();
        agreement.questions.into_iter().find(|q| q.code == code).unwrap().n
    };
    assert_eq!((asked(&code), asked("A10")), (0, 1));
    // Who says so in their own name is asked like with any other answer.
    let other = &office.items[1];
    let sure = Answer { confidence: 3, ..proposed.first().unwrap().clone() };
    let with_own = || criticism().into_iter().chain([sure.clone()]).collect::<Vec<_>>();
    office.review("Айгүл", other, &with_own());
    office.review("Берік", other, &with_own());
    assert_eq!(asked(&code), 1);
    // One keeps what the register says and the other judges otherwise: that is a disagreement, not a missing answer.
    let third = &office.items[2];
    let opposed =
        Answer {
            value: if sure.value == "LY" { "LN" } else { "LY" }.to_owned(), note: "қарадым".to_owned(), ..sure.clone()
        };
    office.review("Айгүл", third, &criticism());
    office.review("Берік", third, &criticism().into_iter().chain([opposed]).collect::<Vec<_>>());
    let agreement = office.app.agreement(AgreementAsk::default()).unwrap();
    let line = agreement.questions.into_iter().find(|q| q.code == code).unwrap();
    assert_eq!((line.n, line.percent), (2, Some(0.5)));
    office.holds();
}

#[test]
fn agreement_is_measured_over_what_the_shares_count() {
    let office = Office::open();
    let item = &office.items[0];
    office.agreed(item);
    let pairs = || office.app.agreement(AgreementAsk::default()).unwrap().pairs;
    assert_eq!(pairs(), 1);
    let shown = office.app.order_show(ById { id: office.order.clone() }).unwrap();
    let order = OrderDraft { draft: true, ..shown.order };
    office.app.order_amend(OrderAmend { id: office.order.clone(), order }).unwrap();
    let vault = office.app.vault().unwrap();
    assert_eq!((pairs(), vault.verdict_pairs().unwrap()), (0, Vec::new()), "a draft is in no figure");
}

#[test]
fn an_application_that_came_later_flags_what_was_judged_without_it() {
    let office = Office::open();
    let item = &office.items[0];
    office.agreed(item);
    assert!(office.queue("again").is_empty());
    let application = office
        .save("complaints", "", &[("order", &office.order), ("signature", "none"), ("filer_capacity", "other_citizen")])
        .unwrap();
    assert_eq!(office.queue("again"), [(item.clone(), "again".to_owned())]);
    office.holds();
    office.save("complaints", &application, &[("order", "")]).unwrap();
    assert!(office.queue("again").is_empty(), "what belongs to no order changes none");
    office.holds();
}

#[test]
fn a_review_is_locked_once_every_question_that_decides_is_answered_and_by_the_version_of_its_sheet() {
    let office = Office::open();
    let item = &office.items[0];
    office.seat("Айгүл");
    let sheet = office.declare(item);
    let open: Vec<Answer> = criticism().into_iter().filter(|a| a.code != "A10").collect();
    assert!(matches!(office.lock(item, &open), Err(Error::AnswerOpen(code)) if code == "A10"));
    office.lock(item, &with(criticism(), "A10", "CT")).unwrap();
    let other = &office.items[1];
    let subject = office.declare(other).subject;
    let handed = ReviewLock {
        id: other.clone(),
        answers: criticism(),
        verdict: "legitimate_criticism".to_owned(),
        subject,
        rubric: "0.9.0".to_owned(),
        ..ReviewLock::default()
    };
    assert!(matches!(office.app.review_lock(handed.clone()), Err(Error::ReviewOvertaken)));
    office.app.review_lock(ReviewLock { rubric: sheet.rubric, ..handed }).unwrap();
}

#[test]
fn a_correction_is_kept_beside_what_is_locked_until_it_is_locked_or_given_up() {
    let office = Office::open();
    let item = &office.items[0];
    office.review("Айгүл", item, &criticism());
    let save = |correcting: bool, answers: Vec<Answer>| {
        let verdict = if correcting { "mixed".to_owned() } else { String::new() };
        office.app.review_save(ReviewSave {
            id: item.clone(),
            correcting,
            answers,
            verdict,
            override_reason: "Екі бөлігі бөлек.".to_owned(),
            ..ReviewSave::default()
        })
    };
    assert!(matches!(save(false, criticism()), Err(Error::ReviewLocked)), "an autosave that comes too late");
    save(true, with(criticism(), "A10", "LN")).unwrap();
    let sheet = office.sheet(item);
    let value = |answers: &[Answer]| answers.iter().find(|a| a.code == "A10").unwrap().value.clone();
    let correction = sheet.correction.unwrap();
    assert_eq!((value(&sheet.answers), value(&correction.answers)), ("LY".to_owned(), "LN".to_owned()));
    assert_eq!((correction.chosen.as_str(), correction.override_reason.as_str()), ("mixed", "Екі бөлігі бөлек."));
    assert_eq!(office.queue("waiting"), [(item.clone(), "waiting".to_owned())], "it is locked all the same");
    save(true, Vec::new()).unwrap();
    assert!(office.sheet(item).correction.is_none());
    save(true, with(criticism(), "A10", "LN")).unwrap();
    office.review("Берік", item, &criticism());
    office.seat("Айгүл");
    assert!(office.sheet(item).correction.is_none(), "what both can read is corrected no more");
    assert!(matches!(save(true, criticism()), Err(Error::ReviewLocked)));
}

#[test]
fn what_stands_beside_an_item_is_shown_once_nothing_can_be_corrected() {
    let office = Office::open();
    let item = &office.items[0];
    office.review("Айгүл", item, &criticism());
    let context = || office.app.review_context(ById { id: item.clone() });
    assert!(matches!(context(), Err(Error::StillBlind)), "the review could still be corrected by it");
    office.review("Берік", item, &criticism());
    context().unwrap();
    office.seat("Айгүл");
    context().unwrap();
}

#[test]
fn undoing_takes_neither_a_reviewer_nor_a_judged_order_away() {
    let office = Office::open();
    let last = || office.app.ledger_lines(LedgerPage { offset: 0, limit: 1 }).unwrap().lines[0].seq;
    let undo = |seq: u64| office.app.vault().unwrap().undo_entry(seq);
    let added = office.save("reviewers", "", &[("name", "Берік")]).unwrap();
    let adding = u64::from(last());
    assert!(matches!(office.save("reviewers", "", &[("name", "берік")]), Err(Error::NameAlike(_))), "one name, one person");
    let item = &office.items[0];
    office.review("Айгүл", item, &criticism());
    office.seat("Берік");
    let seated = u64::from(last());
    assert!(matches!(undo(seated), Err(Error::UndoRefused("own_rules"))), "who sits here is told by sitting down");
    office.declare(item);
    assert!(matches!(undo(adding), Err(Error::UndoRefused("reviewed"))));
    assert!(office.app.reviewers(Nothing {}).unwrap().rows.iter().any(|r| r.id == added));
    // An order that was taken out and put back, and judged since.
    let text = "Нұсқама № 25-01/8\nhttps://t.me/example/4";
    let recognised = office.app.order_recognise(Recognise { text: text.to_owned() }).unwrap();
    let order = OrderDraft { draft: false, document_seen: "original".to_owned(), ..recognised.order };
    let order = office.app.order_add(OrderAdd::of(order)).unwrap().id;
    let out = undo(u64::from(last())).unwrap();
    let back = undo(out).unwrap();
    let item = office.app.order_show(ById { id: order }).unwrap().items.remove(0).id;
    office.review("Айгүл", &item, &criticism());
    assert!(matches!(undo(back), Err(Error::UndoRefused("reviewed"))));
    office.holds();
}

#[test]
fn nobody_takes_a_seat_under_a_name_that_looks_like_anothers() {
    let office = Office::open();
    office.seat("AAA First");
    let seats = || office.app.reviewers(Nothing {}).unwrap().rows.len();
    let before = seats();
    let take = |name: &str| office.app.seat_take(SeatTake { id: String::new(), name: name.to_owned() });
    for alike in ["A\u{410}A First", "AAAFirst", "\u{410}\u{410}\u{410}  first", "AAA\u{200b} First"] {
        let failure = take(alike).unwrap_err().failure();
        assert_eq!(
            (failure.code, failure.params["name"].as_str()),
            (crate::api::wire::Code::NameAlike, "AAA First"),
            "{alike:?}"
        );
        assert!(matches!(office.save("reviewers", "", &[("name", alike)]), Err(Error::NameAlike(_))), "{alike:?}");
    }
    assert_eq!(seats(), before);
    take(" aaa  FIRST ").unwrap();
    assert_eq!(seats(), before, "the same letters are the same person");
    let other = office.save("reviewers", "", &[("name", "Second")]).unwrap();
    assert!(matches!(office.save("reviewers", &other, &[("name", "AA\u{410} First")]), Err(Error::NameAlike(_))));
    office.save("reviewers", &other, &[("name", "Second"), ("public_label", "b")]).unwrap();
    office.holds();
}

#[test]
fn a_history_says_which_item_of_the_order_it_speaks_of() {
    let office = Office::open();
    let reference = || office.app.order_show(ById { id: office.order.clone() }).unwrap().reference;
    let amend = |locators: &[&str]| {
        let mut order = office.app.order_show(ById { id: office.order.clone() }).unwrap().order;
        order.locators.extend(locators.iter().map(|l| (*l).to_owned()));
        office.app.order_amend(OrderAmend { id: office.order.clone(), order }).unwrap().seq
    };
    // The fourth item was added by mistake and taken back: the fifth stays the fifth.
    let mistaken = amend(&["https://t.me/example/4"]);
    office.app.entry_undo(BySeq { seq: mistaken }).unwrap();
    amend(&["https://t.me/example/5"]);
    let items = office.app.order_show(ById { id: office.order.clone() }).unwrap().items;
    assert_eq!(items.iter().map(|i| i.place).collect::<Vec<_>>(), [1, 2, 3, 5]);
    let (second, fifth) = (&items[1].id, &items[3].id);
    office.review("Айгүл", second, &criticism());
    office.review("Айгүл", fifth, &criticism());
    assert_eq!(office.sheet(fifth).item.place, 5);
    let lines = || office.app.order_show(ById { id: office.order.clone() }).unwrap().history;
    let told = |kind: &str| -> Vec<(String, String)> {
        lines().into_iter().filter(|l| l.kind == kind).map(|l| (l.object, l.items)).collect()
    };
    let of = |items: &str| (reference(), items.to_owned());
    assert_eq!(told("review_locked"), [of("2"), of("5")]);
    assert_eq!(told("conflict_declared"), [of("2"), of("5")]);
    assert_eq!(told("order_recorded"), [of("")], "what is told of the order is told of no item");
    office.agreed(&items[0].id);
    let again = CycleOpen { id: items[0].id.clone(), reason: "error".to_owned(), note: String::new() };
    assert_eq!(office.app.review_again(again).unwrap().reference, reference());
    assert_eq!(told("cycle_opened"), [of("1")]);
    // The first item was opened anew and the third is fresh: both go to the same two people under one entry.
    let rows = office.app.reviewers(Nothing {}).unwrap().rows;
    let by = |name: &str| rows.iter().find(|r| r.name == name).unwrap().id.clone();
    office.app.review_assign(Assign { first: by("Айгүл"), second: by("Берік"), count: 10 }).unwrap();
    assert_eq!(told("items_assigned"), [of("1, 3")]);
    let newest = office.app.ledger_lines(LedgerPage { limit: 500, offset: 0 }).unwrap().lines;
    assert_eq!(
        newest.iter().filter(|l| l.kind == "review_locked").map(|l| l.items.as_str()).collect::<Vec<_>>(),
        ["1", "1", "5", "2"]
    );
    // Of an order with one item the reference says enough.
    let lone = office.app.order_recognise(Recognise { text: "№ 25-01/9\nhttps://t.me/example/9".to_owned() }).unwrap();
    let lone = office.app.order_add(OrderAdd::of(OrderDraft { draft: false, ..lone.order })).unwrap().id;
    let only = office.app.order_show(ById { id: lone.clone() }).unwrap().items.remove(0);
    office.review("Айгүл", &only.id, &criticism());
    let history = office.app.order_show(ById { id: lone }).unwrap().history;
    assert_eq!((only.place, history.iter().all(|l| l.items.is_empty())), (0, true), "{history:?}");
    office.holds();
}

#[test]
fn an_entry_tells_apart_what_was_made_at_one_time() {
    let office = Office::open();
    office.seat("Айгүл");
    office.declare(&office.items[1]);
    let seq = office.app.ledger_lines(LedgerPage { limit: 1, offset: 0 }).unwrap().lines[0].seq;
    let shown = office.app.entry_show(BySeq { seq }).unwrap();
    let value = |field: &str| shown.fields.iter().find(|f| f.field == field).unwrap();
    let (item, seat) = (&value("order_item_id").after, &value("seat_id").after);
    assert_eq!((item.kind.as_str(), item.text.as_str()), ("id", office.items[1].as_str()), "the whole identifier");
    assert_eq!(seat.name.as_ref().unwrap().en, "Айгүл");
    let reference = office.app.order_show(ById { id: office.order.clone() }).unwrap().reference;
    assert_eq!(item.name.as_ref().unwrap().en, format!("{reference}, item 2"));
    assert_eq!((value("seat_id").reference.as_str(), value("seat_id").item), (reference.as_str(), 2));
}

#[test]
fn items_judged_by_a_major_that_was_retired_wait_to_be_judged_anew() {
    let office = Office::open();
    office.adopt_another();
    let item = &office.items[0];
    office.agreed(item);
    assert!(office.queue("again").is_empty());
    let vault = office.app.vault().unwrap();
    vault.retire_method("2.0.0", "қате").unwrap();
    assert_eq!(vault.method_in_use().unwrap(), "1.0.0");
    assert_eq!(office.queue("again"), [(item.clone(), "again".to_owned())]);
    office.holds();
}

#[test]
fn quoted_words_stand_in_the_item_or_somebody_says_where() {
    let office = Office::open();
    let item = &office.items[0];
    office.write(item, "Әкім жолды жөндеген жоқ.");
    office.seat("Айгүл");
    office.declare(item);
    let quoting = |quote: &str, note: &str| {
        let answer = Answer { quote: quote.to_owned(), note: note.to_owned(), ..criticism().remove(0) };
        let rest = criticism().into_iter().skip(1);
        office.lock(item, &std::iter::once(answer).chain(rest).collect::<Vec<_>>())
    };
    assert!(matches!(quoting("мұндай сөз жоқ", ""), Err(Error::QuoteNotInItem(code)) if code == criticism()[0].code));
    assert!(matches!(quoting("мұндай сөз жоқ", " "), Err(Error::QuoteNotInItem(_))), "a blank says nothing");
    quoting("жолды  жөндеген", "").unwrap();
    // Where the register has no text nobody can look words up.
    let other = &office.items[1];
    office.declare(other);
    let answer = Answer { quote: "суреттегі сөз".to_owned(), ..criticism().remove(0) };
    office.lock(other, &std::iter::once(answer).chain(criticism().into_iter().skip(1)).collect::<Vec<_>>()).unwrap();
    office.holds();
}

#[test]
fn the_profile_counts_what_the_sheets_found() {
    let office = Office::open();
    let with_defect = || criticism().into_iter().chain(answers(&[("B9", "LN")])).collect::<Vec<_>>();
    for item in &office.items[..2] {
        office.review("Айгүл", item, &with_defect());
        office.review("Берік", item, &with_defect());
    }
    let findings = office.app.order_findings(ById { id: office.order.clone() }).unwrap();
    let profile = office.app.profile(ProfileAsk::default()).unwrap();
    let table = |name: &str| profile.tables.iter().find(|table| table.name == name).unwrap();
    let counted = |name: &str, code: &str| {
        let found = table(name);
        found.rows.iter().position(|row| row == code).map_or(0, |at| found.counts[at][0])
    };
    assert!(!findings.flags.is_empty());
    for flag in &findings.flags {
        assert_eq!(counted("findings", &flag.code), flag.count, "{}", flag.code);
    }
    let sheet = office.sheet(&office.items[0]);
    let outcome = sheet.outcome.unwrap();
    assert!(!outcome.defects.is_empty() && !outcome.elements.is_empty());
    for code in &outcome.defects {
        assert_eq!(counted("defects", code), 2, "{code}");
    }
    for code in &outcome.elements {
        assert_eq!(counted("elements", code), 2, "{code}");
    }
    let measures = office.app.measures(Nothing {}).unwrap();
    let share = profile.figures.iter().find(|figure| figure.name == "C1.criticism").unwrap();
    assert_eq!((share.x, share.n), (Some(measures.criticism.count), measures.criticism.of));
    assert_eq!(
        (share.low, share.high, &share.level),
        (measures.criticism.low, measures.criticism.high, &measures.criticism.level)
    );
    assert_eq!(profile.flow.items, measures.items);
    let deadlines: u32 = table("deadlines").counts.iter().map(|row| row[0]).sum();
    assert_eq!(deadlines, measures.orders);
    let of = |name: &str| profile.figures.iter().filter(|figure| figure.name == name).collect::<Vec<_>>();
    let without = of("C14.without_reviewer");
    assert_eq!(without.iter().map(|figure| (figure.variant.as_str(), figure.n)).collect::<Vec<_>>(), [("1", 0), ("2", 0)]);
    let told = format!("{profile:?}");
    assert!(!told.contains("Айгүл") && !told.contains("Берік"), "reviewers are numbers");
    assert_eq!(table("compared_platforms").rows.len(), table("compared_platforms").counts.len());
    // What was written since is in the next answer.
    office.agreed(&office.items[2]);
    assert_eq!(office.app.profile(ProfileAsk::default()).unwrap().flow.reviewed, 3);
    let none = office.app.profile(ProfileAsk { filter: "number:жоқ".to_owned() }).unwrap();
    assert_eq!((none.flow.orders, none.flow.reviewed), (0, 0));
    assert!(office.app.profile(ProfileAsk { filter: "verdict:zzz".to_owned() }).unwrap().problem.is_some());
}
