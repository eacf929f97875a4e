//! A snapshot taken from a vault and read back without it.

use super::*;
use crate::api::Host;
use crate::api::wire::{ProfileAsk, Progress, PublicAsk, VaultCreate};
use crate::env::Fixed;
use crate::store::{ItemFacts, KdfCost, OrderFacts};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

/// The example holds orders of the weeks before this second.
const NOW: i64 = 1_790_000_000;

#[derive(Default)]
struct Hand(Mutex<Option<PathBuf>>);

impl Host for Hand {
    fn pick_open(&self) -> Option<PathBuf> {
        None
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        None
    }

    fn pick_save(&self, _: &str) -> Option<PathBuf> {
        self.0.lock().unwrap().clone()
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
    fn new() -> Self {
        let (folder, host) = (tempfile::tempdir().unwrap(), Arc::new(Hand::default()));
        let app = App::new(Fixed::env(NOW * 1_000_000), host.clone(), folder.path().join("vault"), KdfCost::TESTS);
        app.vault_create(VaultCreate {
            passphrase: "түлкі сегіз арқан теңіз боран жалау".to_owned(),
            lang: Lang::Kk,
            with_example: true,
            organisation: "Сөз бостандығы қоры".to_owned(),
            actor: "Әлия".to_owned(),
        })
        .unwrap();
        Self { app, host, folder }
    }

    fn save(&self, name: &str, filter: &str) -> (SnapshotSaved, PathBuf) {
        let path = self.folder.path().join(name);
        *self.host.0.lock().unwrap() = Some(path.clone());
        let ask = SnapshotAsk { filter: filter.to_owned(), as_of: String::new() };
        (self.app.snapshot_save(ask).unwrap(), path)
    }
}

// Platforms and publishers have names in the register and numbers in a snapshot.
fn unnamed(mut profile: Profile) -> Profile {
    for figure in profile.figures.iter_mut().filter(|figure| figure.name == "C8.criticism_by_platform") {
        (figure.variant, figure.variant_list) = Default::default();
    }
    for table in &mut profile.tables {
        for row in table.rows.iter_mut().filter(|row| *row != "unknown") {
            match table.name.as_str() {
                "compared_platforms" => row.clear(),
                "official_figures" => *row = row.split_once('\t').unwrap().1.to_owned(),
                _ => {}
            }
        }
    }
    profile
}

#[test]
fn the_figures_of_a_vault_are_those_of_its_snapshot() {
    let desk = Desk::new();
    for (place, filter) in ["", "document:original", "verdict:legitimate_criticism", "issued:1999"].into_iter().enumerate() {
        let (saved, path) = desk.save(&format!("{place}.zip"), filter);
        let frozen = frozen(&path).unwrap();
        let of_vault = desk.app.profile(ProfileAsk { filter: filter.to_owned() }).unwrap();
        assert_eq!(unnamed(of_vault), unnamed(frozen.profile()), "{filter}");
        let told = frozen.told();
        assert!(told.same, "{filter}");
        assert_eq!((told.digest, told.filter, told.as_of), (saved.digest.clone(), filter.to_owned(), crate::utc(NOW)));
        let (again, second) = desk.save(&format!("{place}-again.zip"), filter);
        assert_eq!((again.digest, std::fs::read(&path).unwrap()), (saved.digest, std::fs::read(second).unwrap()));
    }
}

#[test]
fn nothing_of_whom_it_is_about_is_in_the_file() {
    let desk = Desk::new();
    let (_, path) = desk.save("whole.zip", "");
    let files = unpack(File::open(&path).unwrap(), Bounds::USUAL).unwrap();
    let vault = desk.app.vault().unwrap();
    let (order, item) = (
        |list: &mut Vec<String>, fact: &OrderFacts<'_>| list.push(fact.id.to_string()),
        |list: &mut Vec<String>, fact: &ItemFacts<'_>| list.push(fact.id.to_string()),
    );
    let ids = vault.each_fact(order, item, |_, _, _| (), &|_, _| true).unwrap().concat();
    assert!(ids.len() > 100);
    for (name, bytes) in files.iter().filter(|(name, _)| name.starts_with("data/")) {
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.is_ascii(), "{name}: only codes, numbers and moments");
        assert!(!text.contains("http") && !ids.iter().any(|id| text.contains(id.as_str())), "{name}");
    }
}

#[test]
fn the_answers_behind_the_verdicts_are_all_there_and_judge_alike() {
    let desk = Desk::new();
    let (_, path) = desk.save("whole.zip", "");
    let frozen = frozen(&path).unwrap();
    let snapshot = &frozen.snapshot;
    let judged = snapshot.frame.judged.len();
    assert!(judged > 20 && snapshot.reviews.len() >= 2 * judged);
    assert!(snapshot.reviews.iter().all(|row| !row.answers.is_empty() && row.reviewer > 0));
    let before: Vec<_> = snapshot.frame.judged.iter().map(|row| (row.item, row.verdict)).collect();
    let after = judged_by(frozen.snapshot, Rubric::load().unwrap());
    // Nobody overrode a rule in the example, so the rules come to what the reviewers locked.
    let same = after.frame.judged.iter().filter(|row| before.contains(&(row.item, row.verdict))).count();
    assert!(same * 10 >= judged * 9, "{same} of {judged}");
}

#[test]
fn a_rerun_tells_what_changed_and_why() {
    let desk = Desk::new();
    let (_, path) = desk.save("whole.zip", "");
    let plain = frozen(&path).unwrap().rerun(&Rerun::default()).unwrap();
    assert!(plain.snapshot.same && plain.differences.is_empty());
    let asked = Rerun { without_sources: vec!["author".to_owned()], without_reviewers: vec![1], ..Rerun::default() };
    let source = frozen(&path).unwrap().snapshot.frame.orders.first().map(|order| order.learned_how).unwrap();
    let asked = Rerun { without_sources: vec![LEARNED_HOW[usize::from(source)].to_owned()], ..asked };
    let done = frozen(&path).unwrap().rerun(&asked).unwrap();
    let of = |of: &str| done.differences.iter().find(|difference| difference.of == of).unwrap();
    assert_eq!(of("flow.orders").why.iter().map(|why| why.code.as_str()).collect::<Vec<_>>(), ["source"]);
    assert!(of("flow.reviewed").why.iter().any(|why| (why.code.as_str(), why.which.as_str()) == ("reviewer", "1")));
    let refused = |asked: Rerun| frozen(&path).unwrap().rerun(&asked).unwrap_err().code();
    assert_eq!(refused(Rerun { without_sources: vec!["rumour".to_owned()], ..Rerun::default() }), Code::Invalid);
    let absent = Some(desk.folder.path().join("none.csv"));
    assert_eq!(refused(Rerun { verdicts: absent.clone(), ..Rerun::default() }), Code::FileUnreadable);
    let wrong = desk.folder.path().join("wrong.csv");
    std::fs::write(&wrong, "item,verdict\n1,perhaps\n").unwrap();
    assert_eq!(refused(Rerun { verdicts: Some(wrong.clone()), ..Rerun::default() }), Code::SnapshotDamaged);
    assert_eq!(refused(Rerun { calibration: Some(wrong), ..Rerun::default() }), Code::SnapshotDamaged);
    assert_eq!(refused(Rerun { rules: absent, ..Rerun::default() }), Code::FolderAbsent);
}

#[test]
fn what_is_no_snapshot_is_refused_by_name() {
    let desk = Desk::new();
    let (_, path) = desk.save("whole.zip", "");
    let code = |bytes: &[u8]| {
        let other = desk.folder.path().join("other.zip");
        std::fs::write(&other, bytes).unwrap();
        let failure = frozen(&other).unwrap_err().failure();
        (failure.code, failure.params.get("part").cloned().unwrap_or_default())
    };
    assert_eq!(code(b"").0, Code::SnapshotForeign);
    assert_eq!(code(b"order,item\n").0, Code::SnapshotForeign);
    let whole = std::fs::read(&path).unwrap();
    assert_eq!(code(&whole[..whole.len() / 2]).0, Code::SnapshotForeign);
    let files = unpack(File::open(&path).unwrap(), Bounds::USUAL).unwrap();
    let packed = |files: &BTreeMap<String, Vec<u8>>| {
        let files: Vec<_> = files.iter().map(|(name, bytes)| (name.clone(), bytes.clone())).collect();
        pack(&files, std::io::Cursor::new(Vec::new())).unwrap().into_inner()
    };
    // Packed anew with its list of digests, but not with its manifest.
    let mut altered = files.clone();
    altered.get_mut("data/items.csv").unwrap()[40] ^= 1;
    assert_eq!(code(&packed(&altered)), (Code::SnapshotDamaged, "data/items.csv".to_owned()));
    let mut without = files;
    without.remove("plan.json");
    assert_eq!(code(&packed(&without)), (Code::SnapshotDamaged, "plan.json".to_owned()));
    assert_eq!(frozen(&desk.folder.path().join("none.zip")).unwrap_err().code(), Code::FileUnreadable);
}

#[test]
fn what_cannot_be_frozen_is_refused_before_a_place_is_asked_for() {
    let desk = Desk::new();
    let refused = |filter: &str, as_of: &str| {
        let ask = SnapshotAsk { filter: filter.to_owned(), as_of: as_of.to_owned() };
        desk.app.snapshot_save(ask).unwrap_err().code()
    };
    assert_eq!(refused("platform:", ""), Code::Invalid);
    assert_eq!(refused("", "yesterday"), Code::Invalid);
    assert_eq!(refused("", ""), Code::Cancelled);
    *desk.host.0.lock().unwrap() = Some(desk.folder.path().join("vault/snapshot.zip"));
    assert_eq!(refused("", ""), Code::PlaceRefused);
}

#[test]
fn the_public_form_is_had_by_quarter_and_by_nothing_else() {
    let desk = Desk::new();
    let ask = |quarter: &str| desk.app.profile_public(PublicAsk { quarter: quarter.to_owned() });
    let whole = ask("").unwrap();
    assert!(whole.figures.iter().any(|figure| figure.state == "suppressed" && figure.figure.is_none()));
    assert!(whole.figures.iter().any(|figure| figure.figure.is_some()));
    for quarter in &whole.quarters {
        let slice = ask(quarter).unwrap();
        assert!(slice.figures.is_empty() && slice.flow.orders.is_some());
    }
    assert_eq!(ask("2026-01..2026-02").unwrap_err().code(), Code::Invalid);
}
