//! Findings about orders over part B of the method: independent flags, questions not met, elements of arbitrariness touched. No weighted index.

use super::{Population, Selection, Table};
use std::collections::BTreeMap;

/// Findings in the order in which one-label tables name them (methodology, order finding).
pub const FINDINGS: [&str; 5] = ["arbitrary", "unlawful_on_its_face", "defective_procedure", "no_defect_found", "not_assessable"];

/// Counts items and orders by finding. An item has several findings; an order has a finding where one of its items has.
pub(super) fn by_finding(selection: &Selection<'_>) -> Table {
    counted("findings", selection, FINDINGS.map(str::to_owned).to_vec(), |judged| &judged.flags)
}

/// Counts items and orders by the question of part B that is not met.
pub(super) fn by_defect(selection: &Selection<'_>) -> Table {
    let codes = (1..=14).map(|n| format!("B{n}")).collect();
    counted("defects", selection, codes, |judged| &judged.defects)
}

/// Counts items and orders by the element of arbitrariness that is touched.
pub(super) fn by_element(selection: &Selection<'_>) -> Table {
    counted("elements", selection, Vec::new(), |judged| &judged.elements)
}

fn counted(
    name: &'static str,
    selection: &Selection<'_>,
    known: Vec<String>,
    codes: impl Fn(&super::JudgedRow) -> &[String],
) -> Table {
    // Items, orders, and the order that was counted last: the items of an order come one after the other.
    let mut counts: BTreeMap<&str, (u64, u64, Option<u32>)> = BTreeMap::new();
    let (mut items, mut orders, mut last) = (0_u64, 0_u64, None);
    for (_, item, judged) in selection.judged() {
        items += 1;
        orders += u64::from(last != Some(item.order));
        last = Some(item.order);
        for code in codes(judged) {
            let count = counts.entry(code.as_str()).or_default();
            count.0 += 1;
            count.1 += u64::from(count.2 != Some(item.order));
            count.2 = Some(item.order);
        }
    }
    let others = counts.keys().filter(|code| !known.iter().any(|k| k == *code)).map(|code| (*code).to_owned());
    let mut rows: Vec<String> = known.iter().cloned().chain(others).collect();
    let mut cells: Vec<Vec<u64>> = rows
        .iter()
        .map(|code| counts.get(code.as_str()).map_or_else(|| vec![0, 0], |(items, orders, _)| vec![*items, *orders]))
        .collect();
    rows.push("total".to_owned());
    cells.push(vec![items, orders]);
    Table {
        name,
        population: Population::Reviewed,
        rows,
        columns: vec!["items".to_owned(), "orders".to_owned()],
        counts: cells,
        caveats: vec!["caveat-known-orders-only", "caveat-several-findings"],
    }
}
