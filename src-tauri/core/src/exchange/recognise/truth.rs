//! Reads letters whose truth was written down by hand: 44 published ones, where they lie beside the project, and 26 invented ones.

use super::*;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What a letter truly says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Truth {
    row: usize,
    number: String,
    /// Any of these names is right.
    authority: Vec<String>,
    issued: String,
    received: String,
    /// article/paragraph@act
    provisions: Vec<String>,
    /// Addresses, or the beginnings of their digests.
    addresses: Vec<String>,
    deadline: String,
    platform: String,
    actions: Vec<String>,
    instrument: String,
    language: String,
    ground: String,
    appeal: String,
    secrecy: String,
    notified: String,
    csam: bool,
}

#[derive(Debug, Deserialize)]
struct Invented {
    name: String,
    text: String,
    gold: Truth,
}

/// Right, proposed and true values of a field.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    right: usize,
    proposed: usize,
    wanted: usize,
}

impl Tally {
    fn share(part: usize, of: usize) -> f64 {
        if of == 0 { 1.0 } else { f64::from(u32::try_from(part).unwrap()) / f64::from(u32::try_from(of).unwrap()) }
    }
    fn precision(&self) -> f64 {
        Self::share(self.right, self.proposed)
    }
    fn recall(&self) -> f64 {
        Self::share(self.right, self.wanted)
    }
}

const FIELDS: [&str; 15] = [
    "number",
    "authority",
    "issued",
    "received",
    "provisions",
    "addresses",
    "deadline",
    "platform",
    "actions",
    "instrument",
    "language",
    "ground",
    "appeal",
    "secrecy",
    "notified",
];

type Table = BTreeMap<&'static str, Tally>;

fn digest(address: &str) -> String {
    Sha256::digest(address.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn one(value: Option<String>) -> BTreeSet<String> {
    value.into_iter().filter(|value| !value.is_empty()).collect()
}

/// Adds a letter to the table and returns what differs.
fn compare(text: &str, truth: &Truth, hashed: bool, table: &mut Table) -> Vec<String> {
    let found = recognise(text);
    let value = |found: &Option<Found<String>>| one(found.as_ref().map(|found| found.value.clone()));
    let list = |values: &[String]| values.iter().cloned().collect::<BTreeSet<String>>();
    let deadline = found.term.as_ref().map(|term| match term.value.basis() {
        basis @ ("h24_from_receipt" | "h24_from_issue") => basis.to_owned(),
        _ => term.value.stated(),
    });
    let mut pairs: Vec<(&'static str, BTreeSet<String>, BTreeSet<String>)> = vec![
        ("number", value(&found.number), one(Some(truth.number.clone()))),
        ("issued", one(found.issued.as_ref().map(|date| date.value.shown())), one(Some(truth.issued.clone()))),
        ("received", one(found.received.as_ref().map(|date| date.value.shown())), one(Some(truth.received.clone()))),
        ("deadline", one(deadline), one(Some(truth.deadline.clone()))),
        ("platform", value(&found.platform), one(Some(truth.platform.clone()))),
        ("actions", found.actions.iter().map(|action| action.value.clone()).collect(), list(&truth.actions)),
        ("instrument", value(&found.instrument), one(Some(truth.instrument.clone()))),
        ("language", one(Some(found.language.to_owned())), one(Some(truth.language.clone()))),
        ("ground", value(&found.ground), one(Some(truth.ground.clone()))),
        ("appeal", value(&found.appeal), one(Some(truth.appeal.clone()))),
        ("secrecy", value(&found.secrecy), one(Some(truth.secrecy.clone()))),
        ("notified", value(&found.notified), one(Some(truth.notified.clone()))),
    ];
    let authority = value(&found.authority);
    let right = authority.iter().find(|name| truth.authority.contains(name)).cloned();
    pairs.push(("authority", authority, one(right.or_else(|| truth.authority.first().cloned()))));
    let addresses = found.urls.iter().map(|url| if hashed { digest(&url.value) } else { url.value.clone() }).collect();
    pairs.push(("addresses", addresses, list(&truth.addresses)));
    pairs.push(("provisions", provisions_as(&found.provisions, &truth.provisions), list(&truth.provisions)));
    let mut wrong = Vec::new();
    for (field, proposed, wanted) in pairs {
        let tally = table.entry(field).or_default();
        tally.right += proposed.intersection(&wanted).count();
        tally.proposed += proposed.len();
        tally.wanted += wanted.len();
        if proposed != wanted {
            wrong.push(format!("{field}: {proposed:?} instead of {wanted:?}"));
        }
    }
    for (field, _, span, _) in found.all() {
        assert!(text.get(span.clone()).is_some_and(|passage| !passage.trim().is_empty()), "{field} {span:?} is no passage");
    }
    if found.child_sexual.is_some() != truth.csam {
        wrong.push(format!("csam: {:?}", found.child_sexual));
    }
    wrong
}

/// Writes recognised provisions as the truth is written; the act fits when its number or a part of its name does.
fn provisions_as(found: &[Found<Provision>], truth: &[String]) -> BTreeSet<String> {
    found
        .iter()
        .map(|found| {
            let p = &found.value;
            let place = if p.paragraph.is_empty() { p.article.clone() } else { format!("{}/{}", p.article, p.paragraph) };
            let fits = truth.iter().find(|wanted| {
                let (at, act) = wanted.split_once('@').unwrap();
                let act = crate::model::fold::fold(act);
                let number = crate::model::fold::fold(&p.act_number);
                let short = number.split('-').next().unwrap_or_default();
                at == place && (act == number || (act == short && !act.is_empty()) || (!p.act.is_empty() && p.act.contains(&act)))
            });
            fits.cloned().unwrap_or_else(|| format!("{place}@{}{}", p.act_number, p.act))
        })
        .collect()
}

fn print(title: &str, table: &Table) {
    println!("{title:<34} precision      recall");
    for field in FIELDS {
        let Some(tally) = table.get(field) else { continue };
        let Tally { right, proposed, wanted } = tally;
        println!(
            "  {field:<30} {right:>3}/{proposed:<3} {:.2}   {right:>3}/{wanted:<3} {:.2}",
            tally.precision(),
            tally.recall()
        );
    }
}

fn published() -> Option<PathBuf> {
    let name = "shared/data/gov_takedown_letters_2014-2019.csv";
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join(name)).find(|path| path.is_file());
    if found.is_none() {
        println!("skipped: {name} is not beside the project");
    }
    found
}

/// Floors of precision and recall, a little under what was reached when they were written: they guard against going back, they
/// promise nothing about other letters.
fn hold(table: &Table, floors: &[(&str, f64, f64)]) {
    for (field, precision, recall) in floors {
        let tally = table.get(field).unwrap();
        assert!(tally.precision() >= *precision && tally.recall() >= *recall, "{field}: {tally:?}");
    }
}

/// 44 letters that states sent to one platform, 2014 to 2019; the truth was written by reading them, before the recogniser was built.
/// Rules were made while looking at the errors of the odd rows. Those of the even rows were looked at once, after the figures below
/// had been taken. Four plain faults found then were mended afterwards, and one truth that was wrong (the ground of row 8) put right;
/// the figures of the even rows below are those from before.
///
/// The split is softer than it looks: 29 of the 44 letters share one boilerplate, and whoever wrote the truth had read both halves.
///
/// Right of proposed, and right of true:
///
/// | field | odd: proposed | odd: true | even: proposed | even: true |
/// |---|---|---|---|---|
/// | number | 1/1 | 1/1 | 0/0 | 0/0 |
/// | authority | 21/21 | 21/21 | 21/21 | 21/21 |
/// | issued | 4/4 | 4/4 | 2/2 | 2/2 |
/// | provisions | 13/14 | 13/13 | 10/11 | 10/11 |
/// | addresses | 29/29 | 29/29 | 32/34 | 32/32 |
/// | deadline | 3/3 | 3/3 | 2/3 | 2/3 |
/// | platform | 21/21 | 21/21 | 22/22 | 22/22 |
/// | actions | 40/40 | 40/40 | 42/42 | 42/42 |
/// | instrument | 15/15 | 15/15 | 15/15 | 15/15 |
/// | language | 22/22 | 22/22 | 22/22 | 22/22 |
/// | ground | 8/8 | 8/8 | 6/7 | 6/8 |
/// | appeal | 1/1 | 1/1 | 0/1 | 0/0 |
///
/// Receipt, secrecy and a notified author occur in none of them.
#[test]
fn published_letters_are_read_as_well_as_they_were() {
    let Some(path) = published() else { return };
    let book = super::super::open_path(&path, super::super::Asked::default(), &super::super::Limits::default()).unwrap();
    let table = super::super::Table::new(&book, book.best_table(), super::super::Header::Found).unwrap();
    let mut walk = table.walk();
    let truths: Vec<Truth> = serde_json::from_str(include_str!("../testdata/published_letters.json")).unwrap();
    assert_eq!(truths.len(), 44);
    let (mut odd, mut even) = (Table::new(), Table::new());
    for truth in &truths {
        let (_, row) = walk.next().unwrap();
        let text = row.cells().nth(7).unwrap().to_owned();
        let part = if truth.row % 2 == 1 { &mut odd } else { &mut even };
        let wrong = compare(&text, truth, true, part);
        let shown = std::env::var("SHOW_LETTERS").unwrap_or_default();
        if !wrong.is_empty() && (shown == "all" || (shown == "odd" && truth.row % 2 == 1)) {
            println!("row {}\n  {}", truth.row, wrong.join("\n  "));
        }
    }
    print("odd rows, developed on", &odd);
    print("even rows, looked at once", &even);
    hold(
        &odd,
        &[
            ("number", 0.99, 0.99),
            ("authority", 0.95, 0.95),
            ("issued", 0.99, 0.99),
            ("provisions", 0.9, 0.95),
            ("addresses", 0.96, 0.96),
            ("deadline", 0.99, 0.99),
            ("platform", 0.95, 0.95),
            ("actions", 0.95, 0.95),
            ("instrument", 0.95, 0.95),
            ("language", 0.95, 0.95),
            ("ground", 0.85, 0.85),
        ],
    );
    hold(
        &even,
        &[
            ("number", 0.99, 0.99),
            ("authority", 0.95, 0.95),
            ("issued", 0.99, 0.99),
            ("provisions", 0.9, 0.9),
            ("addresses", 0.94, 0.96),
            ("deadline", 0.65, 0.65),
            ("platform", 0.95, 0.95),
            ("actions", 0.95, 0.95),
            ("instrument", 0.9, 0.95),
            ("language", 0.9, 0.9),
            ("ground", 0.8, 0.75),
        ],
    );
}

/// Invented letters in the forms of Kazakh ministries. Who invented them knew the phrases that are looked for: that all is read says
/// that the forms are covered, not how well real letters will be read.
#[test]
fn invented_letters_are_read() {
    let letters: Vec<Invented> = serde_json::from_str(include_str!("../testdata/invented_letters.json")).unwrap();
    let mut tables: BTreeMap<&str, Table> = BTreeMap::new();
    for letter in &letters {
        let table = tables.entry(letter.name.get(..2).unwrap()).or_default();
        let wrong = compare(&letter.text, &letter.gold, false, table);
        assert!(wrong.is_empty(), "{}\n  {}", letter.name, wrong.join("\n  "));
    }
    for (lang, table) in &tables {
        print(lang, table);
    }
}
