//! Reads registers that others published, where they lie beside the project; says so and stops where they do not.

use super::decode::Encoding;
use super::table::Preset;
use super::*;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Returns a file of the shared data, looked for upward from this crate.
fn real(name: &str) -> Option<PathBuf> {
    let found = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("shared/data").join(name))
        .find(|path| path.is_file());
    if found.is_none() {
        println!("skipped: {name} is not beside the project");
    }
    found
}

fn proposed(table: &Table) -> Vec<Field> {
    propose(table).iter().map(|column| column.field).collect()
}

struct Grouped {
    rows: u64,
    orders: Vec<IncomingOrder>,
    duplicates: u64,
    rejected: u64,
}

fn grouped(table: &Table, fields: &[Field]) -> Grouped {
    let mapping = Mapping { fields: fields.to_vec(), dates: Vec::new() };
    let plan = plan(table, &mapping, &mut |_, _| ControlFlow::Continue(())).unwrap();
    let orders = plan.orders().map(|(_, order)| order).collect();
    Grouped { rows: plan.rows, orders, duplicates: plan.duplicates, rejected: plan.rejected_total }
}

fn opened(path: &Path) -> Table {
    let book = open_path(path, Asked::default(), &Limits::default()).unwrap();
    Table::new(&book, book.best_table(), Header::Found).unwrap()
}

fn rows(table: &Table) -> Vec<Vec<String>> {
    let (mut all, mut walk) = (Vec::new(), table.walk());
    while let Some((_, row)) = walk.next() {
        all.push(row.cells().map(str::to_owned).collect());
    }
    all
}

#[test]
fn the_register_of_one_day_gives_its_published_figures() {
    let Some(path) = real("rkn_register_2016-06-13.csv") else { return };
    let start = std::time::Instant::now();
    let table = opened(&path);
    let read = start.elapsed();
    let fields = proposed(&table);
    let batch = grouped(&table, &fields);
    println!("read in {read:?}, read and grouped in {:?}", start.elapsed());
    assert_eq!(
        (table.book().encoding(), table.book().delimiter(), table.first_row()),
        (Some(Encoding::Windows1251), Some(';'), 2)
    );
    assert_eq!(table.preset(), Some(Preset::RknDump));
    assert_eq!(
        fields.iter().map(|field| field.code()).collect::<Vec<_>>(),
        ["ip", "host", "locator", "authority", "number", "issued"]
    );
    assert_eq!((batch.rows, batch.orders.len(), batch.duplicates, batch.rejected), (30_663, 21_199, 31, 0));
    let mut agencies: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows(&table) {
        assert_eq!(row.len(), 6, "{row:?}");
        *agencies.entry(row[3].clone()).or_default() += 1;
    }
    let expected = [
        ("ФСКН", 10_080),
        ("суд", 7_607),
        ("ФНС", 5_078),
        ("Роскомнадзор", 5_031),
        ("Генпрокуратура", 1_440),
        ("Мосгорсуд", 1_218),
        ("Роспотребнадзор", 209),
    ];
    assert_eq!(agencies, expected.into_iter().map(|(name, rows)| (name.to_owned(), rows)).collect());
    assert!(batch.orders.iter().all(|order| !order.items.is_empty() && order.issued.is_some()));
    let items: usize = batch.orders.iter().map(|order| order.items.len()).sum();
    println!("{items} items, largest order {}", batch.orders.iter().map(|order| order.items.len()).max().unwrap_or(0));
    // The torn addresses are whole again and without their quotation marks.
    let torn = batch
        .orders
        .iter()
        .flat_map(|order| &order.items)
        .filter(|item| item.locator.contains("&amp;") || item.locator.contains('"'));
    for item in torn {
        assert!(!item.locator.starts_with('"'), "{}", item.locator);
    }
}

#[test]
fn the_history_of_the_register_gives_its_published_figures() {
    let Some(path) = real("rkn_register_history_2012-2016.csv") else { return };
    let table = opened(&path);
    let fields = proposed(&table);
    assert_eq!(
        fields.iter().map(|field| field.code()).collect::<Vec<_>>(),
        ["authority", "number", "issued", "host", "locator", "ignore", "ignore"]
    );
    let batch = grouped(&table, &fields);
    let without = rows(&table).iter().filter(|row| row[1] == "б/н").count();
    // Published as 30,086 orders by raw cells; two of these differ in nothing but a blank at the end of the number.
    assert_eq!((batch.rows, batch.orders.len(), without, batch.rejected), (45_758, 30_085, 417, 0));
}

#[test]
fn every_published_file_opens_with_its_rows() {
    let files = [
        ("minjust_list_2025-07.csv", 5_441, Encoding::Windows1251, ';'),
        ("accessnow_stop_2019.csv", 205, Encoding::Utf8, ','),
        ("gov_takedown_letters_2014-2019.csv", 44, Encoding::Utf8, ','),
        ("google_removal_requests_by_requester_2019-2025.csv", 3_800, Encoding::Utf8, ','),
        ("google_removal_items_by_reason_2011-2025.csv", 21_065, Encoding::Utf8, ','),
        ("citizenlab_kz.csv", 553, Encoding::Utf8, ','),
        ("convabuse_annotations.csv", 12_768, Encoding::Utf8, ','),
        ("kazsandra_reviews_a.csv", 7_121, Encoding::Utf8, ','),
        ("russian_distorted_toxicity.tsv", 3_000, Encoding::Utf8, '\t'),
        ("rsf_index_2022.csv", 180, Encoding::Utf8, ';'),
    ];
    for (name, rows, encoding, delimiter) in files {
        let Some(path) = real(name) else { continue };
        let table = opened(&path);
        let fields = proposed(&table);
        println!(
            "{name}: {} rows, {:?}",
            table.row_count(),
            propose(&table).iter().map(|c| (c.header.as_str(), c.field.code())).collect::<Vec<_>>()
        );
        let found = (table.row_count(), table.book().encoding(), table.book().delimiter());
        assert_eq!(found, (rows, Some(encoding), Some(delimiter)), "{name}");
        let mapping = Mapping { fields, dates: Vec::new() };
        if let Ok(plan) = plan(&table, &mapping, &mut |_, _| ControlFlow::Continue(())) {
            let rejected: Vec<_> = plan.rejected.iter().take(3).collect();
            println!(
                "  {} orders, {} duplicates, rejected {} {rejected:?}",
                plan.order_count(),
                plan.duplicates,
                plan.rejected_total
            );
        }
    }
}

#[test]
fn a_workbook_gives_its_tables_and_its_published_figures() {
    let Some(path) = real("linkedin_government_requests_2022-H1.xlsx") else { return };
    let book = open_path(&path, Asked::default(), &Limits::default()).unwrap();
    let tables: Vec<_> = book.tables().into_iter().map(|t| format!("{} {} {}", t.sheet, t.extent, t.rows)).collect();
    assert_eq!(
        tables,
        [
            "LRFUI historical A1:D8 8",
            "LRFUI map A1:J64 64",
            "GRFCR historical A1:B8 8",
            "GRFCR map A1:K55 55",
            "IP CR A1:E2 2",
            "IP TM A1:E2 2"
        ]
    );
    let figures = read_figures(&Table::new(&book, 3, Header::Found).unwrap()).unwrap();
    let of = |metric: &str| {
        let found = figures.figures.iter().find(|f| f.country == "Kazakhstan" && f.metric == metric).unwrap();
        (found.value.clone(), found.period_from.to_string(), found.period_to.to_string())
    };
    let half = |value: &str| (value.to_owned(), "2022-01-01".to_owned(), "2022-06-30".to_owned());
    assert_eq!(
        (of("requests"), of("content_items"), of("content_removed_rules"), of("content_removed_law")),
        (half("14"), half("861"), half("716"), half("0"))
    );
    assert_eq!((figures.rows, figures.rejected.len()), (54, 0));
}

/// Sums the figures of one country and metric.
fn sum(figures: &super::figures::Figures, country: &str, metric: &str, ground: &str) -> u64 {
    let of = figures
        .figures
        .iter()
        .filter(|f| f.country == country && f.metric == metric && (ground.is_empty() || f.ground == ground));
    of.map(|f| f.value.parse::<u64>().unwrap()).sum()
}

#[test]
fn official_figures_give_their_published_sums() {
    if let Some(path) = real("google_removal_requests_by_requester_2019-2025.csv") {
        let figures = read_figures(&opened(&path)).unwrap();
        assert_eq!((figures.rows, figures.rejected.len()), (3_800, 0));
        assert_eq!((sum(&figures, "Kazakhstan", "requests", ""), sum(&figures, "Kazakhstan", "items", "")), (722, 177_865));
    }
    if let Some(path) = real("google_removal_items_by_reason_2011-2025.csv") {
        let figures = read_figures(&opened(&path)).unwrap();
        let of = |country, ground| sum(&figures, country, "requests", ground);
        assert_eq!((of("Kazakhstan", "Government Criticism"), of("Kazakhstan", "Bullying/Harassment")), (165, 3));
        assert_eq!((of("Russia", "Government Criticism"), of("Russia", "Bullying/Harassment")), (2_160, 40));
        assert_eq!((figures.rows, figures.figures.len(), figures.rejected.len()), (21_065, 21_065, 0));
    }
    if let Some(path) = real("rsf_index_2022.csv") {
        let figures = read_figures(&opened(&path)).unwrap();
        let of = |metric: &str| {
            figures.figures.iter().find(|f| f.country == "Kazakhstan" && f.metric == metric).unwrap().value.clone()
        };
        assert_eq!(
            (of("press_freedom_score"), of("press_freedom_rank"), figures.rows),
            ("48.28".to_owned(), "122".to_owned(), 180)
        );
    }
}

#[test]
fn presets_know_the_files_of_others() {
    for (name, code, orders, rejected) in [
        ("rkn_register_history_2012-2016.csv", "rkn-history", 30_085, 0),
        ("minjust_list_2025-07.csv", "minjust-list", 5_441, 0),
        ("accessnow_stop_2019.csv", "accessnow-stop", 205, 0),
        ("gov_takedown_letters_2014-2019.csv", "takedown-letters", 44, 0),
    ] {
        let Some(path) = real(name) else { continue };
        let table = opened(&path);
        let preset = file_preset(&table).unwrap();
        assert_eq!(preset.code(), code);
        let by = preset.fields_of().unwrap();
        let fields: Vec<Field> = (0..table.columns()).map(|index| by(&table.header_of(index))).collect();
        let batch = grouped(&table, &fields);
        assert_eq!(
            (batch.orders.len(), batch.rejected),
            (orders, rejected),
            "{name}: {} rows, {} repeated",
            batch.rows,
            batch.duplicates
        );
    }
}
