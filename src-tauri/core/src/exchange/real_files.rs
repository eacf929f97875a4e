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

fn grouped(table: &Table, fields: &[Field]) -> Batch {
    group(table, fields, &mut |_, _| ControlFlow::Continue(())).unwrap()
}

fn opened(path: &Path) -> Table {
    open_path(path, &Limits::default()).unwrap()
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
    assert_eq!((table.encoding(), table.delimiter(), table.first_row()), (Encoding::Windows1251, ';', 2));
    assert_eq!(table.preset(), Some(Preset::RknDump));
    assert_eq!(
        fields.iter().map(|field| field.code()).collect::<Vec<_>>(),
        ["ip", "host", "locator", "authority", "number", "issued"]
    );
    assert_eq!((batch.rows, batch.orders.len(), batch.duplicates, batch.rejected.len()), (30_663, 21_199, 31, 0));
    let mut agencies: BTreeMap<String, usize> = BTreeMap::new();
    for row in table.rows() {
        *agencies.entry(row.cell(3).into_owned()).or_default() += 1;
        assert_eq!(row.width(), 6, "line {}", row.line());
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
    let without = table.rows().filter(|row| row.cell(1) == "б/н").count();
    // Published as 30,086 orders by raw cells; two of these differ in nothing but a blank at the end of the number.
    assert_eq!((batch.rows, batch.orders.len(), without, batch.rejected.len()), (45_758, 30_085, 417, 0));
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
        assert_eq!((table.row_count(), table.encoding(), table.delimiter()), (rows, encoding, delimiter), "{name}");
        if let Ok(batch) = group(&table, &fields, &mut |_, _| ControlFlow::Continue(())) {
            println!(
                "  {} orders, {} duplicates, rejected {:?}",
                batch.orders.len(),
                batch.duplicates,
                batch.rejected.iter().take(3).collect::<Vec<_>>()
            );
        }
    }
}

#[test]
fn a_workbook_under_another_name_is_refused() {
    let Some(path) = real("linkedin_government_requests_2022-H1.xlsx") else { return };
    assert!(matches!(open_path(&path, &Limits::default()), Err(Error::Binary)));
}
