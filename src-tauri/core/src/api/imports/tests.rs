//! Imports as the window asks for them: open, look, run dry, write, take back; files of others where they lie beside the project.

use super::*;
use crate::api::Host;
use crate::api::wire::{OrdersList, VaultCreate};
use crate::env::Fixed;
use crate::store::KdfCost;
use std::sync::Mutex;
use tempfile::TempDir;

/// A shell that answers with what it was told.
#[derive(Default)]
struct Shell {
    dropped: Mutex<Option<PathBuf>>,
    save: Mutex<Option<PathBuf>>,
}

impl Host for Shell {
    fn pick_open(&self) -> Option<PathBuf> {
        None
    }
    fn take_dropped(&self) -> Option<PathBuf> {
        self.dropped.lock().unwrap().take()
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

fn register() -> (TempDir, Arc<Shell>, App) {
    let folder = tempfile::tempdir().unwrap();
    let shell = Arc::new(Shell::default());
    let app = App::new(Fixed::env(1_760_000_000_000_000), Arc::<Shell>::clone(&shell), folder.path().join("v"), KdfCost::TESTS);
    let create = VaultCreate {
        passphrase: "алты сөзден тұратын құпия сөйлем".to_owned(),
        lang: Lang::Ru,
        with_example: false,
        organisation: "Қор".to_owned(),
        actor: "Ә.".to_owned(),
    };
    app.vault_create(create).unwrap();
    (folder, shell, app)
}

fn file(folder: &TempDir, name: &str, text: &str) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn run_of(preview: &ImportPreview) -> ImportRun {
    ImportRun {
        token: preview.token.clone(),
        fields: preview.columns.iter().map(|c| c.field.clone()).collect(),
        dates: Vec::new(),
    }
}

fn all(app: &App) -> u32 {
    let ask = OrdersList { filter: String::new(), sort: "reference".to_owned(), descending: false, offset: 0, limit: 1 };
    app.orders_list(ask).unwrap().all
}

#[test]
fn a_dropped_file_is_opened_once() {
    let (folder, shell, app) = register();
    assert!(matches!(app.import_dropped(Nothing {}), Err(Error::Cancelled)));
    *shell.dropped.lock().unwrap() = Some(file(&folder, "a.csv", "Номер предписания;Ссылка\n1;http://a.kz\n"));
    let preview = app.import_dropped(Nothing {}).unwrap();
    assert_eq!((preview.name.as_str(), preview.rows, preview.header_row), ("a.csv", 1, 1));
    let wire = serde_json::to_string(&preview).unwrap();
    assert!(!wire.contains(folder.path().to_str().unwrap()), "no path crosses the border");
    assert!(matches!(app.import_dropped(Nothing {}), Err(Error::Cancelled)));
}

#[test]
fn a_file_is_read_again_as_a_person_says() {
    let (folder, _, app) = register();
    let path = file(&folder, "a.csv", "Номер предписания;Дата;Ссылка\n1;2024-01-01;http://a.kz\n2;2024-01-02;http://b.kz\n");
    let first = import_file(&app, &path).unwrap();
    let ask = |token: &str, header| ImportReopen {
        token: token.to_owned(),
        encoding: String::new(),
        delimiter: String::new(),
        table: None,
        header,
    };
    let bare = app.import_reopen(ask(&first.token, Some(0))).unwrap();
    assert_eq!((bare.rows, bare.has_header), (3, false));
    assert_ne!(bare.token, first.token, "what was counted for one reading says nothing of another");
    assert!(matches!(app.import_dry_run(run_of(&first)), Err(Error::NotFound)));
    let back = app.import_reopen(ask(&bare.token, None)).unwrap();
    assert_eq!((back.token.as_str(), back.rows), (first.token.as_str(), 2));
    let comma = ImportReopen { delimiter: ",".to_owned(), ..ask(&back.token, None) };
    assert_eq!(app.import_reopen(comma).unwrap().columns.len(), 1);
}

#[test]
fn the_same_file_twice_is_told_before_and_after() {
    let (folder, _, app) = register();
    let path = file(&folder, "a.csv", "Ссылка;Примечание\nhttp://a.kz;x\nhttp://b.kz;y\n");
    let first = import_file(&app, &path).unwrap();
    assert!(first.seen_before.is_none());
    let made = app.import_run(run_of(&first)).unwrap();
    let again = import_file(&app, &path).unwrap();
    let seen = again.seen_before.clone().unwrap();
    assert_eq!((seen.name.as_str(), seen.orders), ("a.csv", 2));
    let dry = app.import_dry_run(run_of(&again)).unwrap();
    assert_eq!((dry.known, dry.seen_before.is_some()), (0, true), "without numbers they would be doubled: the file tells it");
    app.import_undo(ById { id: made.batch }).unwrap();
    assert!(import_file(&app, &path).unwrap().seen_before.is_none());
}

#[test]
fn rejected_rows_are_saved_with_their_reason_in_words() {
    let (folder, shell, app) = register();
    let path =
        file(&folder, "a.csv", "Номер предписания;Дата;Ссылка\n=cmd;вчера;\"http://a.kz/\"\"x\"\"\"\n2;2024-01-02;http://b.kz\n");
    let preview = import_file(&app, &path).unwrap();
    *shell.save.lock().unwrap() = Some(folder.path().join("v/inside.csv"));
    assert!(matches!(app.import_rejected_save(run_of(&preview)), Err(Error::PlaceRefused)));
    let out = folder.path().join("out.csv");
    *shell.save.lock().unwrap() = Some(out.clone());
    assert_eq!(app.import_rejected_save(run_of(&preview)).unwrap().rows, 1);
    let text = std::fs::read_to_string(out).unwrap();
    assert_eq!(
        text,
        "\u{feff}Строка;Причина;Номер предписания;Дата;Ссылка\r\n2;дату нельзя прочесть;'=cmd;вчера;\"http://a.kz/\"\"x\"\"\"\r\n"
    );
}

#[test]
fn what_a_spreadsheet_would_run_is_made_harmless() {
    for cell in ["=1", "+1", "-1", "@x", "\t=1", " =1", "|x", "%x"] {
        assert!(harmless(cell).starts_with('\''), "{cell:?}");
    }
    assert_eq!((harmless("a=1"), harmless("")), ("a=1".to_owned(), String::new()));
}

#[test]
fn addresses_that_deceive_are_shown_for_what_they_are() {
    let (folder, _, app) = register();
    let path =
        file(&folder, "a.csv", "Номер предписания;Ссылка\n1;http://a.kz/\u{202e}x\n2;http://p\u{430}ypal.com/\n3;http://b.kz\n");
    let dry = app.import_dry_run(run_of(&import_file(&app, &path).unwrap())).unwrap();
    let told: Vec<_> = dry.warnings.iter().map(|w| (w.row, w.code.as_str(), w.shown.contains('\u{202e}'))).collect();
    assert_eq!((told, dry.warnings_total), (vec![(2, "bidi", false), (3, "mixed_script", false)], 2));
}

#[test]
fn groups_are_shown_before_they_are_made() {
    let (folder, _, app) = register();
    let rows: String = (0..12).map(|n| format!("5;МКИ;01.02.2024;http://a.kz/{n}\n")).collect();
    let path = file(
        &folder,
        "a.csv",
        &format!("Номер предписания;Орган;Дата предписания;Ссылка\n{rows}5;МКИ;11.02.2024;http://a.kz/x\n6;МКИ;;http://a.kz/y\n"),
    );
    let dry = app.import_dry_run(run_of(&import_file(&app, &path).unwrap())).unwrap();
    assert_eq!((dry.orders, dry.group_sizes.clone(), dry.twins_total), (3, vec![2, 0, 1, 0], 1));
    assert_eq!((dry.groups[0].rows, dry.groups[0].items, dry.groups[0].number.as_str()), (12, 12, "5"));
    assert_eq!((dry.twins[0].first.issued.as_str(), dry.twins[0].second.issued.as_str()), ("2024-02-01", "2024-02-11"));
}

/// Returns a file of the shared data, looked for upward from this crate.
fn real(name: &str) -> Option<PathBuf> {
    let found =
        Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|f| f.join("shared/data").join(name)).find(|path| path.is_file());
    if found.is_none() {
        println!("skipped: {name} is not beside the project");
    }
    found
}

#[test]
fn files_of_others_go_through_preview_dry_run_and_import() {
    // Rows, orders, items, repeated rows, rejected rows.
    for (name, preset, counts) in [
        ("rkn_register_2016-06-13.csv", "rkn-dump", Some((30_663, 21_199, 31_510, 31, 0))),
        ("rkn_register_history_2012-2016.csv", "rkn-history", Some((45_758, 30_085, 48_746, 14, 0))),
        ("minjust_list_2025-07.csv", "minjust-list", Some((5_441, 5_441, 5_441, 0, 0))),
        ("accessnow_stop_2019.csv", "accessnow-stop", Some((205, 205, 0, 0, 0))),
        ("gov_takedown_letters_2014-2019.csv", "takedown-letters", Some((44, 44, 0, 0, 0))),
        ("citizenlab_kz.csv", "", Some((553, 553, 553, 0, 0))),
        ("kazsandra_reviews_a.csv", "", None),
        ("russian_distorted_toxicity.tsv", "", None),
        ("convabuse_annotations.csv", "", None),
    ] {
        let Some(path) = real(name) else { continue };
        let (_folder, _, app) = register();
        let preview = import_file(&app, &path).unwrap();
        assert_eq!((preview.preset.as_str(), preview.kind.as_str()), (preset, "orders"), "{name}");
        let dry = match app.import_dry_run(run_of(&preview)) {
            Ok(dry) => dry,
            // A file that is no list of orders has no column that an order needs: that is told, and nothing is written.
            Err(Error::File { code: Code::FileNoColumns, .. }) if counts.is_none() => continue,
            Err(error) => panic!("{name}: {error}"),
        };
        println!(
            "{name}: {} rows, {} orders, {} items, {} repeated, {} rejected, {} twins, {} warnings",
            dry.rows, dry.orders, dry.items, dry.duplicates, dry.rejected_total, dry.twins_total, dry.warnings_total
        );
        if let Some((rows, orders, items, repeated, rejected)) = counts {
            assert_eq!((dry.rows, dry.orders, dry.duplicates, dry.rejected_total), (rows, orders, repeated, rejected), "{name}");
            assert!(items == 0 || dry.items == items, "{name}: {} items", dry.items);
        }
        assert_eq!(all(&app), 0, "a dry run writes nothing");
        let made = app.import_run(run_of(&preview)).unwrap();
        assert_eq!((made.orders, made.items, made.rejected_total), (dry.orders, dry.items, dry.rejected_total), "{name}");
        assert_eq!(all(&app), dry.orders, "{name}");
        // Imported again, orders with a number, an authority and a day are known, and nothing is added to them.
        let again = app.import_dry_run(run_of(&import_file(&app, &path).unwrap())).unwrap();
        assert_eq!((again.added, again.outcomes, again.differing, again.seen_before.is_some()), (0, 0, 0, true), "{name}");
        println!("  known when imported again: {}", again.known);
        app.import_undo(ById { id: made.batch }).unwrap();
        assert_eq!(all(&app), 0, "{name}");
    }
}

#[test]
fn official_figures_of_others_are_read_and_are_no_orders() {
    for (name, preset, rows) in [
        ("google_removal_requests_by_requester_2019-2025.csv", "google-requesters", 3_800),
        ("google_removal_items_by_reason_2011-2025.csv", "google-reasons", 21_065),
        ("rsf_index_2022.csv", "rsf-index", 180),
        ("linkedin_government_requests_2022-H1.xlsx", "linkedin-content", 54),
    ] {
        let Some(path) = real(name) else { continue };
        let (_folder, _, app) = register();
        let mut preview = import_file(&app, &path).unwrap();
        if preview.tables.len() > 1 {
            let ask = ImportReopen {
                token: preview.token.clone(),
                encoding: String::new(),
                delimiter: String::new(),
                table: Some(3),
                header: None,
            };
            preview = app.import_reopen(ask).unwrap();
        }
        assert_eq!((preview.kind.as_str(), preview.preset.as_str()), ("figures", preset), "{name}");
        let figures = app.import_figures(ImportToken { token: preview.token.clone() }).unwrap();
        assert_eq!((figures.rows, figures.rejected_total), (rows, 0), "{name}");
        assert!(matches!(app.import_dry_run(run_of(&preview)), Err(Error::File { code: Code::FileNoColumns, .. })), "{name}");
        let done = app.import_figures_run(ImportToken { token: preview.token });
        match done {
            // An index has scores and ranks: nothing is counted.
            Err(Error::NothingToImport { .. }) => assert_eq!(preset, "rsf-index", "{name}"),
            done => {
                let done = done.unwrap();
                assert_eq!(done.written + done.left_out, figures.figures, "{name}");
                assert_eq!(app.ledger_verify(Nothing {}).unwrap().findings, [], "{name}");
                app.import_undo(ById { id: done.batch }).unwrap();
            }
        }
    }
}
