//! The analysis over the invented example and over registers where there is little to tell.

use super::super::wire::{Analysis, AnalysisAsk, AnalysisStage, Code, Lang, PictureAsk, PictureTo, VaultCreate};
use super::super::{App, Host, Image};
use crate::env::Env;
use crate::store::KdfCost;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// Saves where it is told, and keeps what came onto the clipboard.
struct Hand {
    save: PathBuf,
    copied: Arc<Mutex<Option<Image>>>,
    takes: bool,
}

impl Host for Hand {
    fn pick_open(&self) -> Option<PathBuf> {
        None
    }
    fn pick_folder(&self) -> Option<PathBuf> {
        None
    }
    fn pick_save(&self, name: &str) -> Option<PathBuf> {
        Some(self.save.join(name))
    }
    fn copy_picture(&self, picture: &Image) -> bool {
        *self.copied.lock().unwrap() = Some(picture.clone());
        self.takes
    }
    fn changed(&self, _: &[&str]) {}
    fn progress(&self, _: &crate::api::wire::Progress) {}
}

struct Desk {
    app: App,
    copied: Arc<Mutex<Option<Image>>>,
}

fn desk(folder: &Path, with_example: bool, takes: bool) -> Desk {
    let copied = Arc::new(Mutex::new(None));
    let host = Hand { save: folder.to_owned(), copied: Arc::clone(&copied), takes };
    let app = App::new(Env::system(), Arc::new(host), folder.join("vault"), KdfCost::TESTS);
    let passphrase = "түлкі сегіз арқан теңіз боран жалау".to_owned();
    let (organisation, actor) = ("Ұйым".to_owned(), "Әлия".to_owned());
    app.vault_create(VaultCreate { passphrase, lang: Lang::Kk, with_example, organisation, actor }).unwrap();
    Desk { app, copied }
}

fn ask(filter: &str, against: Option<&str>, lang: Lang) -> AnalysisAsk {
    let (filter, against, theme) = (filter.to_owned(), against.map(str::to_owned), "light".to_owned());
    AnalysisAsk { filter, against, lang, theme, width: 700, until: AnalysisStage::All }
}

fn picture(filter: &str, against: Option<&str>, chart: &str, to: PictureTo) -> PictureAsk {
    let (filter, against) = (filter.to_owned(), against.map(str::to_owned));
    PictureAsk { filter, against, lang: Lang::En, chart: chart.to_owned(), to }
}

fn chart<'a>(analysis: &'a Analysis, name: &str) -> &'a str {
    analysis.charts.iter().find(|chart| chart.name == name).map(|chart| chart.alt.as_str()).unwrap()
}

#[test]
fn every_component_and_table_with_something_in_it_is_drawn_in_three_languages() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path(), true, true);
    for lang in [Lang::Kk, Lang::Ru, Lang::En] {
        for against in [None, Some("platform:telegram")] {
            let found = desk.app.analysis(ask("", against, lang)).unwrap();
            let names: Vec<&str> = found.charts.iter().map(|chart| chart.name.as_str()).collect();
            for figure in &found.profile.figures {
                let code = figure.name.split('.').next().unwrap().to_lowercase();
                assert!(names.contains(&code.as_str()), "{code}");
            }
            for table in found.profile.tables.iter().filter(|table| table.counts.iter().flatten().any(|count| *count > 0)) {
                assert_eq!(names.contains(&table.name.as_str()), !super::charts::stands_alone(&table.name), "{}", table.name);
            }
            for curve in &found.profile.curves {
                assert!(names.contains(&curve.name.as_str()), "{}", curve.name);
            }
            for chart in &found.charts {
                assert!(
                    !chart.svg.contains('⟦')
                        && !chart.alt.split(|c: char| !c.is_alphabetic()).any(|word| matches!(word, "NaN" | "inf")),
                    "{lang:?} {}: {}",
                    chart.name,
                    chart.alt
                );
                assert!(
                    chart
                        .spots
                        .iter()
                        .all(|spot| spot.left >= 0.0 && spot.left + spot.width <= 1.001 && spot.top + spot.height <= 1.001)
                );
            }
        }
    }
}

#[test]
fn a_chart_says_what_the_profile_says() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path(), true, true);
    let found = desk.app.analysis(ask("", None, Lang::En)).unwrap();
    let flow = &found.profile.flow;
    assert!(chart(&found, "flow").starts_with(&format!("Recorded orders: {}. Items in them: {}.", flow.orders, flow.items)));
    for figure in found.profile.figures.iter().filter(|figure| figure.unit == "share" && figure.n > 0) {
        let code = figure.name.split('.').next().unwrap().to_lowercase();
        // The lowest and the highest of several shares count nothing themselves.
        let Some(x) = figure.x else { continue };
        let count = format!("{x} of {}", figure.n);
        assert!(chart(&found, &code).contains(&count), "{}: {count}", figure.name);
    }
    for table in found.profile.tables.iter().filter(|table| table.name == "deadlines") {
        let whole: u32 = table.counts.iter().flatten().sum();
        for counts in &table.counts {
            assert!(chart(&found, "deadlines").contains(&format!("{} of {whole}", counts[0])), "{counts:?}");
        }
    }
}

// No number is lost where nothing can be told: there is a reason instead.
#[test]
fn an_empty_register_and_a_filter_that_finds_nothing_have_reasons_and_no_rates() {
    let folder = tempfile::tempdir().unwrap();
    let empty = desk(folder.path(), false, true);
    let found = empty.app.analysis(ask("", Some("zzzz"), Lang::En)).unwrap();
    assert_eq!(found.shared, Some(0));
    assert!(
        found.charts.iter().all(|chart| !chart.alt.contains('%') || chart.name == "c1"),
        "{:?}",
        found.charts.iter().map(|c| &c.alt).collect::<Vec<_>>()
    );
    assert!(chart(&found, "c5").contains("nothing to count"));
    assert!(!found.charts.iter().any(|chart| chart.name == "months" || chart.name == "flow"));
}

#[test]
fn the_orders_that_both_filters_find_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path(), true, true);
    let orders = |filter: &str| desk.app.analysis(ask(filter, None, Lang::En)).unwrap().profile.flow.orders;
    let shared = |filter: &str, against: &str| desk.app.analysis(ask(filter, Some(against), Lang::En)).unwrap().shared;
    let telegram = orders("platform:telegram");
    assert!(telegram > 0 && telegram < orders(""));
    assert_eq!(shared("platform:telegram", ""), Some(telegram));
    assert_eq!(shared("platform:telegram", "platform:telegram"), Some(telegram));
    assert_eq!(shared("platform:telegram", "-platform:telegram"), Some(0));
    assert_eq!(shared("platform:telegram", "issued:2025"), Some(orders("platform:telegram issued:2025")));
    assert_eq!(desk.app.analysis(ask("", None, Lang::En)).unwrap().shared, None);
}

#[test]
fn a_filter_that_cannot_be_read_draws_nothing_on_either_side() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path(), true, true);
    let found = desk.app.analysis(ask("", Some("deadline:soon"), Lang::En)).unwrap();
    assert!(found.profile.problem.is_none() && found.against.unwrap().problem.is_some());
    assert!(found.charts.is_empty() && found.shared.is_none());
    let refused = desk.app.picture_take(picture("deadline:soon", None, "c5", PictureTo::Svg)).unwrap_err();
    assert_eq!(refused.code(), Code::Invalid);
}

#[test]
fn a_picture_carries_all_that_is_said_on_the_screen_around_it() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path(), true, true);
    let taken = desk.app.picture_take(picture("platform:telegram", Some(""), "c5", PictureTo::Svg)).unwrap();
    assert!(taken.name.starts_with("tarazy-c5-") && taken.name.ends_with("-en.svg"), "{}", taken.name);
    let svg = std::fs::read_to_string(folder.path().join(&taken.name)).unwrap();
    let words: String = svg
        .split('<')
        .filter_map(|part| part.strip_prefix("text ")?.split_once('>'))
        .map(|(_, words)| format!("{words} "))
        .collect();
    let words = words.replace('\u{a0}', " ");
    for said in [
        "Reasons",
        "Invented example data",
        "platform:telegram",
        "no filter: all recorded orders",
        "Orders that both filters find: ",
        "These are only the orders we know of.",
        "95% interval",
        "C5/1",
        "Made on",
        "Recorded: ",
    ] {
        assert!(words.contains(said), "{said:?} is not in {words:?}");
    }
    let alone = desk.app.picture_take(picture("platform:telegram", None, "c9", PictureTo::Png)).unwrap();
    assert!(std::fs::read(folder.path().join(alone.name)).unwrap().starts_with(b"\x89PNG"));
}

#[test]
fn a_picture_goes_onto_the_clipboard_when_asked_or_says_that_it_did_not() {
    let folder = tempfile::tempdir().unwrap();
    let taking = desk(folder.path(), true, true);
    assert_eq!(taking.app.picture_take(picture("", None, "months", PictureTo::Clipboard)).unwrap().name, "");
    let image = taking.copied.lock().unwrap().take().unwrap();
    assert_eq!(image.dots.len(), (image.width * image.height * 4) as usize);
    assert_eq!(taking.app.picture_take(picture("", None, "nothing", PictureTo::Clipboard)).unwrap_err().code(), Code::NotFound);
    let other = tempfile::tempdir().unwrap();
    let refusing = desk(other.path(), true, false);
    assert_eq!(
        refusing.app.picture_take(picture("", None, "c1", PictureTo::Clipboard)).unwrap_err().code(),
        Code::ClipboardRefused
    );
}

#[test]
fn a_picture_is_not_saved_into_the_vault() {
    let folder = tempfile::tempdir().unwrap();
    let made = desk(folder.path(), true, true);
    let app = &made.app;
    let inside = Hand { save: folder.path().join("vault"), copied: Arc::default(), takes: true };
    app.close().unwrap();
    let app = App::new(Env::system(), Arc::new(inside), folder.path().join("vault"), KdfCost::TESTS);
    let passphrase = "түлкі сегіз арқан теңіз боран жалау".to_owned();
    app.vault_unlock(crate::api::wire::VaultUnlock { passphrase }).unwrap();
    assert_eq!(app.picture_take(picture("", None, "c1", PictureTo::Svg)).unwrap_err().code(), Code::PlaceRefused);
}

// What is told at once: at the size of a national register a filter change is answered with every chart.
#[test]
#[ignore = "measures"]
fn charts_take_little_time() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path(), true, true);
    desk.app.analysis(ask("", None, Lang::Kk)).unwrap();
    for against in [None, Some("platform:telegram")] {
        let start = std::time::Instant::now();
        for _ in 0..10 {
            desk.app.analysis(ask("", against, Lang::Kk)).unwrap();
        }
        println!("{against:?}: {:.1} ms", start.elapsed().as_secs_f64() * 100.0);
    }
}
