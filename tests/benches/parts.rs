//! The small parts that run often, for comparing one change with the last.

use divan::{Bencher, black_box};
use tarazy_core::Env;
use tarazy_core::api::paper_file;
use tarazy_core::api::wire::{Lang, Nothing, OrdersList};
use tarazy_tests::Office;

fn main() {
    divan::main();
}

#[divan::bench]
fn wilson_interval() -> Option<tarazy_core::Interval> {
    tarazy_core::wilson(black_box(37), black_box(412), black_box(0.95))
}

#[divan::bench]
fn fold_an_authority() -> String {
    tarazy_core::fold(black_box("Қазақстан Республикасының Мәдениет және ақпарат министрлігі — Комитет информации"))
}

#[divan::bench(sample_count = 20, sample_size = 1, args = ["kk", "ru", "en"])]
fn brief(bencher: Bencher, lang: &str) {
    let Ok(office) = Office::new(Env::system(), true) else { return };
    let Ok(vault) = office.app.vault() else { return };
    let lang = match lang {
        "kk" => Lang::Kk,
        "ru" => Lang::Ru,
        _ => Lang::En,
    };
    bencher.bench_local(|| paper_file(&vault, lang));
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn measures_of_the_example(bencher: Bencher) {
    let Ok(office) = Office::new(Env::system(), true) else { return };
    bencher.bench_local(|| office.app.measures(Nothing {}));
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn filter_the_example(bencher: Bencher) {
    let Ok(office) = Office::new(Env::system(), true) else { return };
    let ask = OrdersList { filter: "мин".to_owned(), sort: "issued".to_owned(), descending: true, offset: 0, limit: 100 };
    bencher.bench_local(|| office.app.orders_list(ask.clone()));
}
