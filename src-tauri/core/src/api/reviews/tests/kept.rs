//! What is kept in memory of the register equals a fresh reading of it, whatever was changed and however.

use super::*;
use crate::analysis::agreeing::{Compared, OnVerdict};
use crate::analysis::frame::{Frame, NO_CODE, Tri};
use crate::analysis::profile::{Draws, Given, Selection, drawn_while, profile, profile_while};
use crate::api::profile::{agreement, frame};
use crate::api::wire::{Analysis, AnalysisAsk, AnalysisStage, BySeq, CrossAsk, FieldValue, ImportRun, OrderSet, OutcomeSet};
use crate::model::time::Basis;
use proptest::prelude::*;

impl Office {
    fn fresh(&self) -> Frame {
        Frame::read(&self.app.vault().unwrap(), &|_, _| true).unwrap()
    }

    fn check(&self, after: &str) {
        let vault = self.app.vault().unwrap();
        let kept = frame(&self.app, &vault).unwrap();
        let fresh = self.fresh();
        if *kept != fresh {
            let (one, other) = (format!("{kept:#?}"), format!("{fresh:#?}"));
            let differing = one.lines().zip(other.lines()).find(|(one, other)| one != other);
            panic!("the frame after {after}: {differing:?}, kept and read anew");
        }
        let found = agreement(&self.app, &vault, &kept).unwrap();
        assert_eq!(found, OnVerdict::read(&vault).unwrap(), "agreement after {after}");
        let counts = vault.counts().unwrap();
        let flow = crate::analysis::profile::flow(&Selection::whole(&kept));
        assert_eq!(
            (flow.orders, flow.items, flow.orders_seen, flow.orders_apart, flow.reviewed_apart),
            (
                u64::from(counts.orders),
                u64::from(counts.items),
                u64::from(counts.orders_seen),
                u64::from(counts.orders_described_only),
                u64::from(counts.reviewed_apart)
            ),
            "counts after {after}"
        );
    }

    fn write_record<const N: usize>(&self, kind: &str, id: &str, fields: [(&str, FieldValue); N]) {
        let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), Some(value))).collect();
        self.app.record_save(RecordSave { kind: kind.to_owned(), id: id.to_owned(), fields }).unwrap();
    }

    fn analysis(&self, filter: &str, until: AnalysisStage) -> Analysis {
        let (filter, theme) = (filter.to_owned(), "light".to_owned());
        self.app.analysis(AnalysisAsk { filter, against: None, lang: Lang::Kk, theme, width: 700, until }).unwrap()
    }

    fn orders(&self) -> Vec<String> {
        let ask = OrdersList { filter: String::new(), sort: "reference".to_owned(), descending: false, offset: 0, limit: 100 };
        self.app.orders_list(ask).unwrap().rows.into_iter().map(|row| row.id).collect()
    }

    fn new_order(&self, n: usize, document_seen: &str) -> String {
        // Some items are named by several orders.
        let text = format!("Нұсқама № 26-{n}\nhttps://t.me/example/{}\nhttps://t.me/other/{n}", n % 5);
        let recognised = self.app.order_recognise(Recognise { text }).unwrap();
        let order = OrderDraft {
            draft: n.is_multiple_of(7),
            document_seen: document_seen.to_owned(),
            provisions: if n.is_multiple_of(2) { "36-1-бап".to_owned() } else { String::new() },
            ..recognised.order
        };
        self.app.order_add(OrderAdd::of(order)).unwrap().id
    }

    fn items_of(&self, order: &str) -> Vec<String> {
        self.app.order_show(ById { id: order.to_owned() }).unwrap().items.into_iter().map(|item| item.id).collect()
    }

    fn import(&self, n: usize) {
        let file = tempfile::NamedTempFile::with_suffix(".csv").unwrap();
        let mut text =
            "номер предписания;орган;дата предписания;дата получения;платформа;ссылка;исход;дата удаления\n".to_owned();
        for row in 0..3 {
            text.push_str(&format!(
                "77-{n}-{row};Комитет;0{}.03.2025;0{}.03.2025 10:15;telegram;https://t.me/kanal/{row};удалено;0{}.03.2025\n",
                row + 1,
                row + 1,
                row + 2
            ));
        }
        std::fs::write(file.path(), text).unwrap();
        let preview = crate::api::import_file(&self.app, file.path()).unwrap();
        let fields = preview.columns.into_iter().map(|column| column.field).collect();
        self.app.import_run(ImportRun { token: preview.token, fields, dates: Vec::new() }).unwrap();
    }

    // One change of a kind, of the order and item at a place. What the register refuses changes nothing.
    fn change(&self, kind: usize, n: usize) -> &'static str {
        const SEEN: [&str; 4] = ["original", "described_only", "copy", "unknown"];
        if self.orders().is_empty() {
            self.new_order(n, "original");
        }
        let orders = self.orders();
        let order = orders[n % orders.len()].clone();
        let items = self.items_of(&order);
        let item = items.get(n % items.len().max(1)).cloned().unwrap_or_default();
        let set = |field: &str, value: &str| {
            let _ = self.app.order_set(OrderSet { id: order.clone(), field: field.to_owned(), value: value.to_owned() });
        };
        match kind {
            0 => {
                self.new_order(n, SEEN[n % 4]);
                "adding"
            }
            1 => {
                set("document_seen", SEEN[n % 4]);
                "amending the document"
            }
            2 => {
                set("draft", if n.is_multiple_of(2) { "yes" } else { "no" });
                "amending the draft"
            }
            3 => {
                set("issued", ["2025-03-14", "2024-12", ""][n % 3]);
                "amending the day"
            }
            4 => {
                let at = crate::model::time::Moment::day(2025, 3, 14, 300, Basis::Document).unwrap();
                let outcome = ["removed", "refused", "no_action"][n % 3].to_owned();
                let _ = self.app.outcome_set(OutcomeSet { id: item, outcome, complied: crate::api::orders::wire_time(&at) });
                "an outcome"
            }
            5 => {
                let seq = self.app.desk(Nothing {}).unwrap().ledger.entries - 1;
                let _ = self.app.entry_undo(BySeq { seq });
                "undoing"
            }
            6 => {
                self.import(n);
                "an import"
            }
            7 => {
                if let Some(batch) = self.app.imports_list(Nothing {}).unwrap().rows.first() {
                    let _ = self.app.import_undo(ById { id: batch.id.clone() });
                }
                "undoing an import"
            }
            8 => {
                let _ = self.save("orders", &order, &[("dup_of", &orders[(n + 1) % orders.len()])]);
                "merging duplicates"
            }
            9 => {
                self.new_order(n, "original");
                let seq = self.app.desk(Nothing {}).unwrap().ledger.entries - 1;
                self.app.entry_undo(BySeq { seq }).unwrap();
                "withdrawing an order"
            }
            10 => {
                let set = self.save("repetition_sets", "", &[("label", "жиын")]).unwrap();
                for item in [&self.items[n % 3], &self.items[(n + 1) % 3]] {
                    self.save("items", &self.sheet_item(item), &[("repetition_set", &set)]).unwrap();
                }
                "what is alike"
            }
            11 => {
                let kind = ["person", "organisation"][n % 2];
                let actor = self.save("actors", "", &[("kind", kind), ("public_label", "Ойдан Шығарылғанов")]).unwrap();
                let role = ["beneficiary_official", "alleged_victim"][n % 2];
                self.save("actor_roles", "", &[("actor", &actor), ("role", role), ("order", &order)]).unwrap();
                let content = self.sheet_item(&self.items[n % 3]);
                self.save("actor_roles", "", &[("actor", &actor), ("role", role), ("item", &content)]).unwrap();
                "whom it protects"
            }
            12 => {
                let provision = self.save("provisions", "", &[("act", "Заң"), ("article", "36"), ("paragraph", "1")]).unwrap();
                let fields = [("order", order.as_str()), ("provision", &provision), ("as_written", "36-1-бап")];
                self.save("order_provisions", "", &fields).unwrap();
                "a provision"
            }
            13 => {
                // A list that knows of the order already is refused.
                let list = ["press", "court", "disclosure"][n % 3];
                let _ = self.save("order_sources", "", &[("order", &order), ("list", list)]);
                "another source"
            }
            14 => {
                let fields = [
                    ("publisher", FieldValue::Text(["Комитет", "Telegram"][n % 2].to_owned())),
                    ("metric", FieldValue::Text("requests".to_owned())),
                    ("value", FieldValue::Number(40)),
                    ("period", march()),
                ];
                self.write_record("official_figures", "", fields);
                "an official figure"
            }
            15 => {
                let fields = [("sources_watched", FieldValue::Text("telegram".to_owned())), ("watched_from", march())];
                self.write_record("coverage_periods", "", fields);
                "what was watched"
            }
            16 => {
                let content = self.sheet_item(&self.items[n % 3]);
                self.save("items", &content, &[("language", ["kk", "ru", ""][n % 3])]).unwrap();
                "the language of a content"
            }
            17 => {
                let vault = self.app.vault().unwrap();
                let authority = vault.authorities().unwrap()[0].0.to_string();
                self.save("authority_aliases", "", &[("authority", &authority), ("alias", "Комитет")]).unwrap();
                "another name of an authority"
            }
            18 => {
                self.seat(["Айгүл", "Берік", "Гүлнар"][n % 3]);
                let seat = self.app.vault().unwrap().seat().unwrap().id().to_string();
                self.save("reviewers", &seat, &[("outside_organisation", ["yes", "no"][n % 2])]).unwrap();
                "where a reviewer is from"
            }
            19 => {
                let decision = ["confirmed", "refused"][n % 2];
                let complaint =
                    self.save("complaints", "", &[("channel", "paper"), ("decision", decision), ("order", &order)]).unwrap();
                let content = self.sheet_item(&self.items[n % 3]);
                self.save("complaint_items", "", &[("complaint", &complaint), ("item", &content)]).unwrap();
                "an application"
            }
            _ => {
                let mut answers = criticism();
                if n.is_multiple_of(4) {
                    answers.iter_mut().filter(|answer| answer.code == "A13").for_each(|answer| answer.value = "LN".to_owned());
                }
                let item = &self.items[(n / 3) % self.items.len()];
                self.seat(["Айгүл", "Берік", "Гүлнар"][n % 3]);
                let conflict = ConflictDeclare { id: item.clone(), conflict: "none".to_owned(), note: String::new() };
                if self.app.review_conflict(conflict).is_ok() {
                    let _ = self.lock(item, &answers);
                }
                "a review"
            }
        }
    }
}

fn march() -> FieldValue {
    FieldValue::Time(crate::api::orders::wire_time(&crate::model::time::Moment::day(2025, 3, 14, 300, Basis::Document).unwrap()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 0, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn what_is_kept_equals_a_fresh_reading_after_any_change(changes in proptest::collection::vec((0_usize..23, 0_usize..1000), 1..20)) {
        let office = Office::open();
        office.check("opening");
        for (kind, n) in changes {
            let after = office.change(kind, n);
            // Several changes may come between two looks.
            if n % 3 > 0 {
                office.check(after);
            }
        }
        office.check("all of it");
    }
}

type Shown = fn(&Frame) -> bool;

#[test]
fn each_kind_of_change_is_in_what_is_kept() {
    let office = Office::open();
    for n in 1..4 {
        office.new_order(n, "original");
    }
    office.check("adding");
    let again = |kind: usize| [1, 2, 4, 5].into_iter().for_each(|n| office.check(office.change(kind, n)));
    // What was refused would show nothing.
    let shows: [(usize, Shown); 10] = [
        (20, |frame| !frame.judged.is_empty()),
        (18, |frame| frame.reviewers.contains(&true)),
        (10, |frame| frame.items.iter().any(|item| item.like.is_some())),
        (11, |frame| !frame.actors.is_empty()),
        (12, |frame| frame.orders.iter().any(|order| order.cites_paragraph == Tri::Yes)),
        (13, |frame| frame.orders.iter().any(|order| order.lists.count_ones() > 1)),
        (14, |frame| frame.official.iter().any(|fact| fact.publisher_is.is_some())),
        (15, |frame| !frame.watched.is_empty()),
        (16, |frame| frame.items.iter().any(|item| item.language != NO_CODE)),
        (19, |frame| !frame.complaints.is_empty()),
    ];
    for (kind, is_shown) in shows {
        again(kind);
        assert!(is_shown(&office.fresh()), "change {kind}");
    }
    // Things and their undoing.
    [1, 2, 2, 3, 4, 8, 5, 6, 7, 9, 5, 17, 20, 11, 16, 0].into_iter().for_each(again);
    office.holds();
}

#[test]
fn answers_that_were_compared_once_give_what_all_answers_give_again() {
    let office = Office::open();
    let lines: Vec<String> = (0..33).map(|n| format!("https://t.me/many/{n}")).collect();
    let recognised = office.app.order_recognise(Recognise { text: format!("Нұсқама № 9\n{}", lines.join("\n")) }).unwrap();
    let seen = OrderDraft { draft: false, document_seen: "original".to_owned(), ..recognised.order };
    let order = office.app.order_add(OrderAdd::of(seen)).unwrap().id;
    let items = office.items_of(&order);
    let changed = |code: &str, value: &str| -> Vec<Answer> {
        criticism().into_iter().map(|a| if a.code == code { Answer { value: value.to_owned(), ..a } } else { a }).collect()
    };
    for (n, item) in items.iter().enumerate() {
        office.review("Айгүл", item, &criticism());
        let second = if n % 2 == 0 { criticism() } else { changed("A13", "LN") };
        office.review("Берік", item, &second);
        if n == 30 {
            office.check("most reviews");
        }
    }
    office.check("all reviews");
    let vault = office.app.vault().unwrap();
    let kept = frame(&office.app, &vault).unwrap();
    let found = OnVerdict::read(&vault).unwrap();
    assert!(!found.questions_below.is_empty(), "the reviewers must differ somewhere: {found:?}");
    // What was kept in the vault gives the same, and so does nothing kept at all.
    assert_eq!(OnVerdict::kept(&vault, &kept, &mut Compared::default()).unwrap(), found);
    // Orders that leave the shares take their pairs along.
    office.app.order_set(OrderSet { id: order, field: "document_seen".to_owned(), value: "described_only".to_owned() }).unwrap();
    office.check("leaving the shares");
    let kept = frame(&office.app, &vault).unwrap();
    assert_eq!(agreement(&office.app, &vault, &kept).unwrap().pairs, 0);
}

#[test]
fn a_profile_is_the_same_whichever_way_it_is_made_and_stops_when_it_is_told_to() {
    let office = Office::open();
    (1..9).for_each(|n| drop(office.new_order(n, "original")));
    let kept = office.fresh();
    let selection = Selection::whole(&kept);
    let given = Given { now: 1_800_000_000, ..Given::default() };
    let whole = profile(&selection, &given);
    assert!((0..20).all(|_| profile_while(&selection, &given, &|_, _| true) == Some(whole.clone())));
    assert_eq!(profile_while(&selection, &given, &|done, _| done < 3), None);
    // What is left for later is pending and tells no number; all else is the same.
    let later = profile(&selection, &Given { draws: Draws::Later, ..given.clone() });
    assert_eq!(drawn_while(&selection, &given, later.clone(), &|_, _| true), Some(whole.clone()));
    for (now, then) in later.figures.iter().zip(&whole.figures) {
        assert!(now == then || (now.state == "pending" && now.estimate.is_none() && now.limits.is_none()), "{now:?}");
    }
    // The window's first numbers are those of the whole.
    assert_eq!(office.analysis("", AnalysisStage::Counts).stage, AnalysisStage::Nothing, "nothing was read yet");
    office.app.desk(Nothing {}).unwrap();
    let first = office.analysis("", AnalysisStage::Counts);
    let told = office.app.profile(ProfileAsk::default()).unwrap();
    assert_eq!((first.stage, first.profile.flow), (AnalysisStage::Counts, told.flow));
    let tables = &first.profile.tables;
    assert!(tables.iter().all(|table| told.tables.contains(table)) && !tables.is_empty());
    assert!(!first.charts.is_empty() && first.profile.figures.is_empty());
    // What was measured whole serves who asks for less, or for counts alone, and what is asked for less does not serve who asks for the whole.
    assert_eq!(office.analysis("", AnalysisStage::Counts).stage, AnalysisStage::All);
    assert_eq!(office.analysis("", AnalysisStage::Figures).stage, AnalysisStage::All);
    assert_eq!(office.analysis("platform:telegram", AnalysisStage::Figures).profile.problem, None);
    let whole = office.analysis("platform:telegram", AnalysisStage::All);
    assert!(whole.stage == AnalysisStage::All && whole.profile.figures.iter().all(|figure| figure.state != "pending"));
    // Opened again, they are there before anything is read; after a change they are not.
    office.app.vault_lock(Nothing {}).unwrap();
    office.app.vault_unlock(VaultUnlock { passphrase: PASSPHRASE.to_owned() }).unwrap();
    assert_eq!(office.analysis("", AnalysisStage::Counts), first);
    office.new_order(77, "copy");
    assert_eq!(office.analysis("", AnalysisStage::Counts).stage, AnalysisStage::Nothing);
}

#[test]
fn a_cross_table_counts_every_item_once() {
    let office = Office::open();
    office.import(1);
    let order = office.new_order(5, "original");
    let ask = |keys: &[&str], filter: &str| {
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        office.app.cross(CrossAsk { filter: filter.to_owned(), keys, times: true, most: 100 })
    };
    let items = office.app.profile(ProfileAsk::default()).unwrap().flow.items;
    for keys in [&[][..], &["month"], &["day"], &["platform", "year"], &["outcome", "instrument", "source"], &["ground"]] {
        let rows = ask(keys, "").unwrap().rows;
        assert_eq!(rows.iter().map(|row| row.items).sum::<u32>(), items, "{keys:?}");
        assert!(rows.iter().all(|row| row.keys.len() == keys.len() && row.median_low.is_none()), "too few times for a median");
        assert!(rows.is_sorted_by(|one, other| one.items >= other.items));
    }
    let rows = ask(&["outcome", "month"], "").unwrap().rows;
    let removed = rows.iter().find(|row| row.keys == ["removed", "2025-03"]).unwrap();
    assert_eq!((removed.items, removed.timed), (3, 3));
    assert_eq!(ask(&["month"], "outcome:removed").unwrap().rows.len(), 1);
    assert!(ask(&["month"], "verdict:zzz").unwrap().problem.is_some());
    assert!(ask(&["name"], "").is_err() && ask(&["month", "year", "outcome", "ground"], "").is_err());
    drop(order);
}

#[test]
fn the_frame_follows_every_step_of_a_register_in_which_everything_occurs() {
    let office = Office::open();
    let undo = || {
        let seq = office.app.desk(Nothing {}).unwrap().ledger.entries - 1;
        office.app.entry_undo(BySeq { seq }).map(drop)
    };
    let second = office.new_order(1, "original");
    office.new_order(2, "original");
    let (one, two) = (office.items[0].clone(), office.items[1].clone());
    office.check("orders");
    office.review("Айгүл", &one, &criticism());
    office.check("first review");
    office.review("Берік", &one, &criticism());
    office.check("second review");
    office.review("Айгүл", &two, &criticism());
    let other: Vec<Answer> =
        criticism().into_iter().map(|a| if a.code == "A13" { Answer { value: "LN".to_owned(), ..a } } else { a }).collect();
    office.review("Гүлнар", &two, &other);
    office.check("disputed");
    let seat = office.app.vault().unwrap().seat().unwrap().id().to_string();
    office.save("reviewers", &seat, &[("outside_organisation", "yes")]).unwrap();
    office.check("outside");
    for value in ["yes", "no"] {
        office.app.order_set(OrderSet { id: office.order.clone(), field: "draft".to_owned(), value: value.to_owned() }).unwrap();
        office.check("draft of a reviewed order");
    }
    let actor = office.save("actors", "", &[("kind", "person"), ("public_label", "Ойдан")]).unwrap();
    office.check("actor");
    office.save("actor_roles", "", &[("actor", &actor), ("role", "alleged_victim"), ("order", &office.order)]).unwrap();
    office.check("role");
    let content = office.sheet_item(&office.items[2]);
    office.save("actor_roles", "", &[("actor", &actor), ("role", "alleged_victim"), ("item", &content)]).unwrap();
    office.check("role of item");
    office.save("occupancies", "", &[("actor", &actor), ("post", "Әкім"), ("public_office", "yes")]).unwrap();
    office.check("occupancy");
    undo().unwrap();
    office.check("undo occupancy");
    office.save("actors", &actor, &[("is_child", "yes")]).unwrap();
    office.check("child");
    let provision = office.save("provisions", "", &[("act", "Заң"), ("article", "36"), ("paragraph", "1")]).unwrap();
    office.save("order_provisions", "", &[("order", &office.order), ("provision", &provision), ("as_written", "36-1")]).unwrap();
    office.check("provision");
    office.save("provisions", &provision, &[("paragraph", "")]).unwrap();
    office.check("provision amended");
    let set = office.save("repetition_sets", "", &[("label", "жиын")]).unwrap();
    for item in [&office.items[0], &office.items_of(&second)[1]] {
        office.save("items", &office.sheet_item(item), &[("repetition_set", &set)]).unwrap();
        office.check("repetition");
    }
    let pair = office.save(
        "comparator_pairs",
        "",
        &[
            ("item_a", &office.sheet_item(&office.items[1])),
            ("item_b", &office.sheet_item(&office.items_of(&second)[0])),
            ("shared_features", "x"),
            ("first_view", "comparable"),
            ("second_view", "comparable"),
        ],
    );
    pair.unwrap();
    office.check("comparator pair");
    undo().unwrap();
    office.check("undo pair");
    office.new_order(3, "original");
    office.check("third");
    undo().unwrap();
    office.check("withdrawn order");
    office.save("orders", &second, &[("dup_of", &office.order)]).unwrap();
    office.check("dup");
    undo().unwrap();
    office.check("undo dup");
    office
        .save("platforms", &office.app.vault().unwrap().platform_names().unwrap()[0].0.to_string(), &[("name_en", "Комитет")])
        .unwrap();
    office.check("platform");
    let again = crate::api::wire::CycleOpen { id: one.clone(), reason: "item_changed".to_owned(), note: "x".to_owned() };
    office.app.review_again(again).unwrap();
    office.check("again");
    office.adopt_another();
    office.check("method");
    let item = office.items_of(&second)[0].clone();
    office.save("order_items", &item, &[("appeal_result", "reversed")]).unwrap();
    office.check("appeal");
    office.app.order_set(OrderSet { id: second, field: "draft".to_owned(), value: "yes".to_owned() }).unwrap();
    office.check("drafted with an appeal");
}

#[test]
fn an_appeal_that_was_taken_back_while_its_order_was_a_draft_does_not_return() {
    let office = Office::open();
    let order = office.new_order(1, "original");
    let item = office.items_of(&order)[0].clone();
    let draft = |value: &str| {
        office.app.order_set(OrderSet { id: order.clone(), field: "draft".to_owned(), value: value.to_owned() }).unwrap();
    };
    office.save("order_items", &item, &[("appeal_result", "reversed")]).unwrap();
    office.check("an appeal");
    draft("yes");
    office.app.vault_lock(Nothing {}).unwrap();
    office.app.vault_unlock(VaultUnlock { passphrase: PASSPHRASE.to_owned() }).unwrap();
    office.check("a first reading with the draft");
    office.save("order_items", &item, &[("appeal_result", "none")]).unwrap();
    office.check("taking it back");
    draft("no");
    office.check("no draft any more");
}

#[test]
fn counts_that_were_kept_do_not_tell_what_two_filters_share() {
    let office = Office::open();
    office.app.profile(ProfileAsk::default()).unwrap();
    office.app.vault_lock(Nothing {}).unwrap();
    office.app.vault_unlock(VaultUnlock { passphrase: PASSPHRASE.to_owned() }).unwrap();
    let ask = |until: AnalysisStage| {
        let (filter, against, theme) = (String::new(), Some(String::new()), "light".to_owned());
        office.app.analysis(AnalysisAsk { filter, against, lang: Lang::Kk, theme, width: 700, until }).unwrap()
    };
    let first = ask(AnalysisStage::Counts);
    assert_eq!((first.stage, first.shared), (AnalysisStage::Counts, None));
    assert_eq!(ask(AnalysisStage::All).shared, Some(1));
}

#[test]
fn nothing_of_a_register_is_kept_when_it_cannot_be_closed() {
    let office = Office::open();
    assert_eq!(office.app.profile(ProfileAsk::default()).unwrap().flow.orders, 1);
    let edition = office.app.vault().unwrap().edition().unwrap();
    let place = office.app.place().unwrap();
    std::fs::rename(&place, place.with_file_name("moved")).unwrap();
    let _ = office.app.vault_lock(Nothing {});
    *office.app.place.lock().unwrap() = place.with_file_name("another");
    let (passphrase, organisation, actor) = (PASSPHRASE.to_owned(), "Қор".to_owned(), "Айгүл".to_owned());
    office.app.vault_create(VaultCreate { passphrase, organisation, actor, with_example: false, lang: Lang::Kk }).unwrap();
    // Editions of two vaults may be equal.
    for lang in [Lang::Ru, Lang::Kk].into_iter().cycle() {
        if office.app.vault().unwrap().edition().unwrap() >= edition {
            break;
        }
        office.app.lang_set(crate::api::wire::LangSet { lang }).unwrap();
    }
    assert_eq!(office.app.profile(ProfileAsk::default()).unwrap().flow.orders, 0);
}

#[test]
fn figures_need_no_room_to_be_kept_in() {
    let office = Office::open();
    let full = "CREATE TRIGGER full BEFORE INSERT ON vault_state WHEN new.name = 'profile_first'
        BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END";
    let vault = office.app.vault().unwrap();
    vault.scratch(|db| db.execute_batch(full).map_err(|_| crate::error::Error::Inside("a trigger"))).unwrap();
    assert_eq!(office.app.profile(ProfileAsk::default()).unwrap().flow.orders, 1);
    assert_eq!(vault.derived("profile_first").unwrap(), None);
}

#[test]
fn a_newer_question_and_a_lock_end_an_older_computation() {
    let office = Office::open();
    let kept = &office.app.kept;
    let read = |turn: Option<u64>| {
        crate::api::profile::read(&office.app, "", crate::api::profile::Wanted { draws: Draws::Made, turn, lang: None }).map(drop)
    };
    let older = Some(kept.begin());
    let newer = Some(kept.begin());
    assert!(matches!(read(older), Err(crate::error::Error::Cancelled)));
    read(newer).unwrap();
    kept.stop();
    office.new_order(3, "original");
    for turn in [Some(kept.begin()), None] {
        assert!(matches!(read(turn), Err(crate::error::Error::Cancelled)));
    }
}
